//! One-time links sent by e-mail. The token is only in the letter; here is its SHA-256.

use crate::domain::ids::{AccountId, CaseId};
use crate::storage::schema::links;
use crate::storage::types::{DbInstant, row, text_enum};
use crate::storage::{ReadTx, StorageError, StorageResult, WriteTx};
use diesel::prelude::*;
use jiff::Timestamp;
use serde_json::Value;

text_enum! {
    /// What a link is for.
    LinkPurpose {
        /// Confirms the address of an account.
        ConfirmEmail = "confirm_email",
        /// Sets a new password.
        ResetPassword = "reset_password",
        /// Signs in without a password.
        SignIn = "sign_in",
        /// Opens a case to the respondent a letter went to.
        Answer = "answer",
        /// Invites a lawyer or colleague to a case.
        Invitation = "invitation",
        /// Makes the first administrator.
        FirstAdministrator = "first_administrator",
        /// Gives a notice its effect.
        ConfirmNotice = "confirm_notice",
    }
}

row! {
    links:
    /// A link and whether it was used.
    pub struct LinkRow {
        /// SHA-256 of the token in the address.
        pub token_hash: Vec<u8>,
        /// What it is for.
        pub purpose: LinkPurpose,
        /// The account it concerns.
        pub account_id: Option<AccountId>,
        /// The case it opens.
        pub case_id: Option<CaseId>,
        /// The party it opens the case for.
        pub party_no: Option<u32>,
        /// The address it was sent to.
        pub email: String,
        /// What else its use needs.
        pub payload: Value,
        /// When it was made.
        pub created_at: Timestamp,
        /// When it ends.
        pub expires_at: Timestamp,
        /// When it was used.
        pub used_at: Option<Timestamp>,}
}

/// Adds a link.
pub fn insert(tx: &mut WriteTx<'_>, row: &LinkRow) -> StorageResult<()> {
    diesel::insert_into(links::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// The link, used or expired too, so that the page can say which.
pub fn find(tx: &mut ReadTx<'_>, token_hash: &[u8]) -> StorageResult<Option<LinkRow>> {
    Ok(links::table
        .find(token_hash)
        .select(LinkRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Spends the link: [`StorageError::Stale`] if it was used or has expired, `NotFound` if there is none.
pub fn mark_used(
    tx: &mut WriteTx<'_>,
    token_hash: &[u8],
    now: Timestamp,
) -> StorageResult<LinkRow> {
    let spent = diesel::update(
        links::table
            .find(token_hash)
            .filter(links::used_at.is_null())
            .filter(links::expires_at.gt(DbInstant(now))),
    )
    .set(links::used_at.eq(DbInstant(now)))
    .execute(tx.connection())?;
    let row = find(tx, token_hash)?.ok_or(StorageError::NotFound)?;
    if spent == 1 {
        Ok(row)
    } else {
        Err(StorageError::Stale)
    }
}

/// Takes back the unused links of a purpose sent to an address, because a newer one replaces them.
pub fn delete_unused(
    tx: &mut WriteTx<'_>,
    purpose: LinkPurpose,
    email: &str,
) -> StorageResult<usize> {
    let unused = links::table
        .filter(links::email.eq(email))
        .filter(links::purpose.eq(purpose))
        .filter(links::used_at.is_null());
    Ok(diesel::delete(unused).execute(tx.connection())?)
}

/// Removes links that expired before `before`, and says how many.
pub fn delete_expired(tx: &mut WriteTx<'_>, before: Timestamp) -> StorageResult<usize> {
    Ok(
        diesel::delete(links::table.filter(links::expires_at.lt(DbInstant(before))))
            .execute(tx.connection())?,
    )
}
