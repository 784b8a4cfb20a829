//! Marketplaces, law firms and companies, and who belongs to them. Rights come from membership, so
//! only administrators change it.

use crate::domain::ids::{AccountId, OrganisationId};
use crate::startup::App;
use crate::storage::accounts::{
    self, AccountRow, MembershipRow, OrganisationKind, OrganisationRow,
};
use crate::storage::{StorageError, StorageResult};
use std::sync::Arc;

/// Most organisations on the list.
const LIST_MAX: i64 = 500;

/// An organisation with its members.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// The organisation
    pub row: OrganisationRow,
    /// Members, longest first
    pub members: Vec<(MembershipRow, AccountRow)>,
}

/// Every organisation, in the order of their names.
///
/// # Errors
/// Faults of the database.
pub async fn list_organisations(app: &Arc<App>) -> StorageResult<Vec<OrganisationRow>> {
    app.store
        .read(|tx| accounts::list_organisations(tx, None, LIST_MAX))
        .await
}

/// One organisation; `NotFound` if there is none.
///
/// # Errors
/// Faults of the database.
pub async fn organisation(app: &Arc<App>, id: OrganisationId) -> StorageResult<Organisation> {
    app.store
        .read(move |tx| {
            let row = accounts::get_organisation(tx, id)?;
            let members = accounts::list_members(tx, id)?;
            Ok(Organisation { row, members })
        })
        .await
}

/// Enters an organisation; `None` when the key is taken.
///
/// # Errors
/// Faults of the database.
pub async fn create_organisation(
    app: &Arc<App>,
    kind: OrganisationKind,
    name: String,
    country: String,
    key: String,
) -> StorageResult<Option<OrganisationId>> {
    let row = OrganisationRow {
        id: OrganisationId(app.new_id()),
        kind,
        name,
        country,
        key,
        created_at: app.now(),
    };
    let id = row.id;
    let made = app
        .store
        .write(move |tx| {
            if accounts::find_organisation_by_key(tx, &row.key)?.is_some() {
                return Ok(None);
            }
            accounts::insert_organisation(tx, &row)?;
            Ok(Some(row.id))
        })
        .await;
    match made {
        Err(error) if error.is_duplicate_of("organisations.key") => Ok(None),
        Ok(Some(_)) => {
            tracing::info!(organisation.id = %id, "an organisation was entered");
            Ok(Some(id))
        }
        other => other,
    }
}

/// Adds the account with this address; `None` when there is no such account that is confirmed.
/// Somebody who belongs already stays as they are.
///
/// # Errors
/// Faults of the database.
pub async fn add_member(
    app: &Arc<App>,
    organisation: OrganisationId,
    email: &str,
    role: &'static str,
) -> StorageResult<Option<AccountId>> {
    let (now, email) = (app.now(), email.to_lowercase());
    let added = app
        .store
        .write(move |tx| {
            accounts::get_organisation(tx, organisation)?;
            let found = accounts::find_by_email(tx, &email)?;
            let Some(account) = found
                .filter(|account| account.confirmed_at.is_some() && account.disabled_at.is_none())
            else {
                return Ok(None);
            };
            let known = accounts::list_memberships_of(tx, account.id)?;
            if !known
                .iter()
                .any(|(membership, _)| membership.organisation_id == organisation)
            {
                let row = MembershipRow {
                    organisation_id: organisation,
                    account_id: account.id,
                    role: role.to_owned(),
                    since_at: now,
                };
                accounts::insert_membership(tx, &row)?;
            }
            if account.organisation_id.is_none() {
                accounts::set_organisation(tx, account.id, Some(organisation))?;
            }
            Ok(Some(account.id))
        })
        .await?;
    if let Some(account) = added {
        tracing::info!(account.id = %account, organisation.id = %organisation, "a person joined an organisation");
    }
    Ok(added)
}

/// Takes somebody out of an organisation; somebody who is out already is no error.
///
/// # Errors
/// Faults of the database.
pub async fn remove_member(
    app: &Arc<App>,
    organisation: OrganisationId,
    account: AccountId,
) -> StorageResult<()> {
    app.store
        .write(move |tx| {
            match accounts::delete_membership(tx, organisation, account) {
                Ok(()) | Err(StorageError::NotFound) => {}
                Err(error) => return Err(error),
            }
            let row = accounts::get(tx, account)?;
            if row.organisation_id == Some(organisation) {
                let other = accounts::list_memberships_of(tx, account)?
                    .first()
                    .map(|(membership, _)| membership.organisation_id);
                accounts::set_organisation(tx, account, other)?;
            }
            Ok(())
        })
        .await?;
    tracing::info!(account.id = %account, organisation.id = %organisation, "a person left an organisation");
    Ok(())
}
