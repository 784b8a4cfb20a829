//! Accounts, organisations, and who belongs to which. E-mail addresses are expected in lower case.

use super::connection::MultiBackend;
use super::schema::{accounts, memberships, organisations};
use super::types::{DbInstant, row, text_enum};
use super::{ReadTx, StorageError, StorageResult, WriteTx};
use crate::domain::ids::{AccountId, OrganisationId};
use diesel::prelude::*;
use jiff::Timestamp;

text_enum! {
    /// What a member of staff is.
    StaffRole {
        /// Screens filings and appoints arbitrators.
        CaseManager = "case_manager",
        /// Runs the installation.
        Administrator = "administrator",
    }
}

text_enum! {
    /// What an organisation is.
    OrganisationKind {
        /// Hosts listings and carries out measures.
        Marketplace = "marketplace",
        /// Represents parties.
        LawFirm = "law_firm",
        /// Is a party.
        Company = "company",
    }
}

row! {
    accounts:
    /// A person who can sign in.
    pub struct AccountRow {
        /// Key.
        pub id: AccountId,
        /// In lower case; unique.
        pub email: String,
        /// As the person writes it.
        pub name: String,
        /// Language of pages and letters.
        pub locale: String,
        /// IANA name.
        pub time_zone: String,
        /// PHC string; none for accounts that sign in by link.
        pub password_hash: Option<String>,
        /// When the address was confirmed.
        pub confirmed_at: Option<Timestamp>,
        /// Set for staff.
        pub staff_role: Option<StaffRole>,
        /// The organisation the person acts for by default.
        pub organisation_id: Option<OrganisationId>,
        /// When the account was made.
        pub created_at: Timestamp,
        /// Since when it may not sign in.
        pub disabled_at: Option<Timestamp>,
        /// Chosen look of the pages.
        pub theme: Option<String>,}
}

row! {
    organisations:
    /// A marketplace, law firm or company.
    pub struct OrganisationRow {
        /// Key.
        pub id: OrganisationId,
        /// What it is.
        pub kind: OrganisationKind,
        /// Its name.
        pub name: String,
        /// ISO 3166 code.
        pub country: String,
        /// Short name for URLs and archives; unique.
        pub key: String,
        /// When it was entered.
        pub created_at: Timestamp,}
}

row! {
    memberships:
    /// That a person belongs to an organisation.
    pub struct MembershipRow {
        /// The organisation.
        pub organisation_id: OrganisationId,
        /// The person.
        pub account_id: AccountId,
        /// What the person does there, such as `officer`.
        pub role: String,
        /// Since when.
        pub since_at: Timestamp,}
}

/// What the person may change about the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// As the person writes it.
    pub name: String,
    /// Language of pages and letters.
    pub locale: String,
    /// IANA name.
    pub time_zone: String,
    /// Chosen look of the pages.
    pub theme: Option<String>,
}

/// Adds an account; a taken address is [`StorageError::Unique`] of `accounts.email`.
pub fn insert(tx: &mut WriteTx<'_>, row: &AccountRow) -> StorageResult<()> {
    diesel::insert_into(accounts::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// The account, which must exist.
pub fn get(tx: &mut ReadTx<'_>, id: AccountId) -> StorageResult<AccountRow> {
    Ok(accounts::table
        .find(id)
        .select(AccountRow::as_select())
        .first(tx.connection())?)
}

/// The account, if there is one.
pub fn find(tx: &mut ReadTx<'_>, id: AccountId) -> StorageResult<Option<AccountRow>> {
    Ok(accounts::table
        .find(id)
        .select(AccountRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// The account with this address in lower case, if there is one.
pub fn find_by_email(tx: &mut ReadTx<'_>, email: &str) -> StorageResult<Option<AccountRow>> {
    Ok(accounts::table
        .filter(accounts::email.eq(email))
        .select(AccountRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Accounts by their ids, in no order.
pub fn list_by_ids(tx: &mut ReadTx<'_>, ids: &[AccountId]) -> StorageResult<Vec<AccountRow>> {
    Ok(accounts::table
        .filter(accounts::id.eq_any(ids))
        .select(AccountRow::as_select())
        .load(tx.connection())?)
}

/// Which accounts a list shows.
#[derive(Debug, Clone, Default)]
pub struct AccountFilter {
    /// Staff of this kind only.
    pub staff_role: Option<StaffRole>,
    /// Members of this organisation only.
    pub organisation_id: Option<OrganisationId>,
    /// Addresses after this one: the last of the page before.
    pub after_email: Option<String>,
}

/// Accounts in the order of their addresses, a page at a time.
pub fn list(
    tx: &mut ReadTx<'_>,
    filter: &AccountFilter,
    limit: i64,
) -> StorageResult<Vec<AccountRow>> {
    let mut query = accounts::table
        .select(AccountRow::as_select())
        .into_boxed::<MultiBackend>();
    if let Some(role) = filter.staff_role {
        query = query.filter(accounts::staff_role.eq(role));
    }
    if let Some(organisation) = filter.organisation_id {
        let members = memberships::table
            .filter(memberships::organisation_id.eq(organisation))
            .select(memberships::account_id);
        query = query.filter(accounts::id.eq_any(members));
    }
    if let Some(email) = &filter.after_email {
        query = query.filter(accounts::email.gt(email.clone()));
    }
    Ok(query
        .order(accounts::email)
        .limit(limit)
        .load(tx.connection())?)
}

/// Whether anybody holds this staff role; the first administrator is made by a one-time link.
pub fn has_staff(tx: &mut ReadTx<'_>, role: StaffRole) -> StorageResult<bool> {
    let held = accounts::table
        .filter(accounts::staff_role.eq(role))
        .filter(accounts::disabled_at.is_null());
    Ok(diesel::select(diesel::dsl::exists(held)).get_result(tx.connection())?)
}

/// Notes that the address was confirmed; stays at the first time.
pub fn mark_confirmed(tx: &mut WriteTx<'_>, id: AccountId, at: Timestamp) -> StorageResult<()> {
    diesel::update(
        accounts::table
            .find(id)
            .filter(accounts::confirmed_at.is_null()),
    )
    .set(accounts::confirmed_at.eq(DbInstant(at)))
    .execute(tx.connection())?;
    Ok(())
}

/// Replaces the password's hash.
pub fn set_password(tx: &mut WriteTx<'_>, id: AccountId, hash: &str) -> StorageResult<()> {
    changed_one(
        diesel::update(accounts::table.find(id))
            .set(accounts::password_hash.eq(Some(hash)))
            .execute(tx.connection())?,
    )
}

/// Changes what the person may change.
pub fn set_profile(tx: &mut WriteTx<'_>, id: AccountId, profile: &Profile) -> StorageResult<()> {
    changed_one(
        diesel::update(accounts::table.find(id))
            .set((
                accounts::name.eq(&profile.name),
                accounts::locale.eq(&profile.locale),
                accounts::time_zone.eq(&profile.time_zone),
                accounts::theme.eq(&profile.theme),
            ))
            .execute(tx.connection())?,
    )
}

/// Makes the person staff, or no longer.
pub fn set_staff_role(
    tx: &mut WriteTx<'_>,
    id: AccountId,
    role: Option<StaffRole>,
) -> StorageResult<()> {
    changed_one(
        diesel::update(accounts::table.find(id))
            .set(accounts::staff_role.eq(role))
            .execute(tx.connection())?,
    )
}

/// Sets the organisation the person acts for by default.
pub fn set_organisation(
    tx: &mut WriteTx<'_>,
    id: AccountId,
    to: Option<OrganisationId>,
) -> StorageResult<()> {
    changed_one(
        diesel::update(accounts::table.find(id))
            .set(accounts::organisation_id.eq(to))
            .execute(tx.connection())?,
    )
}

/// Closes the account to its owner (`Some`), or opens it again.
pub fn set_disabled(
    tx: &mut WriteTx<'_>,
    id: AccountId,
    at: Option<Timestamp>,
) -> StorageResult<()> {
    changed_one(
        diesel::update(accounts::table.find(id))
            .set(accounts::disabled_at.eq(at.map(DbInstant)))
            .execute(tx.connection())?,
    )
}

/// Adds an organisation; a taken key is [`StorageError::Unique`] of `organisations.key`.
pub fn insert_organisation(tx: &mut WriteTx<'_>, row: &OrganisationRow) -> StorageResult<()> {
    diesel::insert_into(organisations::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// The organisation, which must exist.
pub fn get_organisation(tx: &mut ReadTx<'_>, id: OrganisationId) -> StorageResult<OrganisationRow> {
    Ok(organisations::table
        .find(id)
        .select(OrganisationRow::as_select())
        .first(tx.connection())?)
}

/// The organisation with this key, if there is one.
pub fn find_organisation_by_key(
    tx: &mut ReadTx<'_>,
    key: &str,
) -> StorageResult<Option<OrganisationRow>> {
    Ok(organisations::table
        .filter(organisations::key.eq(key))
        .select(OrganisationRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Organisations, of one kind or all, in the order of their names.
pub fn list_organisations(
    tx: &mut ReadTx<'_>,
    kind: Option<OrganisationKind>,
    limit: i64,
) -> StorageResult<Vec<OrganisationRow>> {
    let mut query = organisations::table
        .select(OrganisationRow::as_select())
        .into_boxed::<MultiBackend>();
    if let Some(kind) = kind {
        query = query.filter(organisations::kind.eq(kind));
    }
    Ok(query
        .order((organisations::name, organisations::id))
        .limit(limit)
        .load(tx.connection())?)
}

/// Adds a person to an organisation.
pub fn insert_membership(tx: &mut WriteTx<'_>, row: &MembershipRow) -> StorageResult<()> {
    diesel::insert_into(memberships::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// Takes a person out of an organisation.
pub fn delete_membership(
    tx: &mut WriteTx<'_>,
    organisation: OrganisationId,
    account: AccountId,
) -> StorageResult<()> {
    changed_one(
        diesel::delete(memberships::table.find((organisation, account)))
            .execute(tx.connection())?,
    )
}

/// The organisations of a person, with the role in each, in the order of their names.
pub fn list_memberships_of(
    tx: &mut ReadTx<'_>,
    account: AccountId,
) -> StorageResult<Vec<(MembershipRow, OrganisationRow)>> {
    Ok(memberships::table
        .inner_join(organisations::table)
        .filter(memberships::account_id.eq(account))
        .order((organisations::name, organisations::id))
        .select((MembershipRow::as_select(), OrganisationRow::as_select()))
        .load(tx.connection())?)
}

/// The members of an organisation, longest first.
pub fn list_members(
    tx: &mut ReadTx<'_>,
    organisation: OrganisationId,
) -> StorageResult<Vec<(MembershipRow, AccountRow)>> {
    Ok(memberships::table
        .inner_join(accounts::table)
        .filter(memberships::organisation_id.eq(organisation))
        .order((memberships::since_at, accounts::id))
        .select((MembershipRow::as_select(), AccountRow::as_select()))
        .load(tx.connection())?)
}

/// A guarded change must find its row.
pub(in crate::storage) fn changed_one(rows: usize) -> StorageResult<()> {
    match rows {
        0 => Err(StorageError::NotFound),
        _ => Ok(()),
    }
}
