//! Programs that act for an account, and the answers already given to requests and forms that come twice.

use super::accounts::changed_one;
use super::schema::{api_tokens, form_keys, idempotency_keys};
use super::types::{DbInstant, row};
use super::{ReadTx, StorageResult, WriteTx};
use crate::domain::ids::{AccountId, CaseId, OrganisationId};
use diesel::prelude::*;
use jiff::Timestamp;
use serde_json::Value;

row! {
    api_tokens:
    /// A token of a program; here is only its SHA-256.
    pub struct ApiTokenRow {
        /// SHA-256 of the token.
        pub token_hash: Vec<u8>,
        /// For whom the program acts.
        pub account_id: AccountId,
        /// For which organisation.
        pub organisation_id: Option<OrganisationId>,
        /// What its owner calls it.
        pub name: String,
        /// What it may do: an array of words.
        pub scopes: Value,
        /// When it was made.
        pub created_at: Timestamp,
        /// When it was last used.
        pub last_used_at: Option<Timestamp>,
        /// When it was taken back.
        pub revoked_at: Option<Timestamp>,}
}

row! {
    idempotency_keys:
    /// The answer given to a request of the API.
    pub struct IdempotencyRow {
        /// The token that asked.
        pub token_hash: Vec<u8>,
        /// The key it chose.
        pub key: String,
        /// Hash of the request, to tell a repetition from another request under the same key.
        pub request_hash: String,
        /// HTTP status of the answer.
        pub status: i32,
        /// Body of the answer.
        pub response: String,
        /// When.
        pub created_at: Timestamp,}
}

row! {
    form_keys:
    /// The receipt of a form that was sent.
    pub struct FormKeyRow {
        /// The key in the form.
        pub key: String,
        /// The case it led to.
        pub case_id: Option<CaseId>,
        /// What the person was told.
        pub receipt: Value,
        /// When.
        pub created_at: Timestamp,}
}

/// Adds a token.
pub fn insert_token(tx: &mut WriteTx<'_>, row: &ApiTokenRow) -> StorageResult<()> {
    diesel::insert_into(api_tokens::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// The token that was not taken back, if there is one.
pub fn find_token(tx: &mut ReadTx<'_>, token_hash: &[u8]) -> StorageResult<Option<ApiTokenRow>> {
    Ok(api_tokens::table
        .find(token_hash)
        .filter(api_tokens::revoked_at.is_null())
        .select(ApiTokenRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// The tokens of an account, newest first, those taken back too.
pub fn list_tokens(tx: &mut ReadTx<'_>, account: AccountId) -> StorageResult<Vec<ApiTokenRow>> {
    Ok(api_tokens::table
        .filter(api_tokens::account_id.eq(account))
        .order((api_tokens::created_at.desc(), api_tokens::token_hash))
        .limit(1000)
        .select(ApiTokenRow::as_select())
        .load(tx.connection())?)
}

/// Notes that it was used.
pub fn touch_token(tx: &mut WriteTx<'_>, token_hash: &[u8], at: Timestamp) -> StorageResult<()> {
    diesel::update(api_tokens::table.find(token_hash))
        .set(api_tokens::last_used_at.eq(DbInstant(at)))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes a token of this account back.
pub fn revoke_token(
    tx: &mut WriteTx<'_>,
    account: AccountId,
    token_hash: &[u8],
    at: Timestamp,
) -> StorageResult<()> {
    let held = api_tokens::table
        .find(token_hash)
        .filter(api_tokens::account_id.eq(account))
        .filter(api_tokens::revoked_at.is_null());
    changed_one(
        diesel::update(held)
            .set(api_tokens::revoked_at.eq(DbInstant(at)))
            .execute(tx.connection())?,
    )
}

/// The status of an answer that is not there yet.
pub const IN_WORK: i32 = 0;

/// Holds a key for a request, or gives what it stands for already.
pub fn hold_key(
    tx: &mut WriteTx<'_>,
    row: &IdempotencyRow,
) -> StorageResult<Option<IdempotencyRow>> {
    let known = idempotency_keys::table
        .find((&row.token_hash, &row.key))
        .select(IdempotencyRow::as_select())
        .first(tx.connection())
        .optional()?;
    if known.is_none() {
        diesel::insert_into(idempotency_keys::table)
            .values(row)
            .execute(tx.connection())?;
    }
    Ok(known)
}

/// Keeps the answer of a key that is held.
pub fn put_answer(tx: &mut WriteTx<'_>, row: &IdempotencyRow) -> StorageResult<()> {
    let held = idempotency_keys::table.find((&row.token_hash, &row.key));
    changed_one(
        diesel::update(held)
            .set((
                idempotency_keys::status.eq(row.status),
                idempotency_keys::response.eq(&row.response),
            ))
            .execute(tx.connection())?,
    )
}

/// Frees a key whose request did nothing.
pub fn free_key(tx: &mut WriteTx<'_>, token_hash: &[u8], key: &str) -> StorageResult<()> {
    let held = idempotency_keys::table
        .find((token_hash, key))
        .filter(idempotency_keys::status.eq(IN_WORK));
    diesel::delete(held).execute(tx.connection())?;
    Ok(())
}

/// The receipt given before, if the form was sent before.
pub fn find_receipt(tx: &mut ReadTx<'_>, key: &str) -> StorageResult<Option<FormKeyRow>> {
    Ok(form_keys::table
        .find(key)
        .select(FormKeyRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Keeps a receipt, in the transaction of what it acknowledges; a used key is `Unique`.
pub fn insert_receipt(tx: &mut WriteTx<'_>, row: &FormKeyRow) -> StorageResult<()> {
    diesel::insert_into(form_keys::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// Forgets a receipt, so that what it acknowledged can be done again.
pub fn delete_receipt(tx: &mut WriteTx<'_>, key: &str) -> StorageResult<()> {
    diesel::delete(form_keys::table.find(key)).execute(tx.connection())?;
    Ok(())
}

/// Begins the keys of what an archive filed. They are kept: an archive that is read in again, however late, must
/// not be filed a second time.
pub const IMPORTED: &str = "import:";

/// Removes answers and receipts given before `before`, and says how many. Those of an import stay.
pub fn delete_before(tx: &mut WriteTx<'_>, before: Timestamp) -> StorageResult<usize> {
    let answers = diesel::delete(
        idempotency_keys::table.filter(idempotency_keys::created_at.lt(DbInstant(before))),
    )
    .execute(tx.connection())?;
    let receipts = diesel::delete(
        form_keys::table
            .filter(form_keys::created_at.lt(DbInstant(before)))
            .filter(form_keys::key.not_like(format!("{IMPORTED}%"))),
    )
    .execute(tx.connection())?;
    Ok(answers + receipts)
}
