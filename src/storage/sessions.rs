//! Signed-in browsers. The token itself is only in the cookie; here is its SHA-256.

use super::accounts::changed_one;
use super::schema::sessions;
use super::types::{DbInstant, DbJson, row};
use super::{ReadTx, StorageResult, WriteTx};
use crate::domain::ids::{AccountId, CaseId};
use diesel::prelude::*;
use jiff::Timestamp;
use serde_json::Value;

pub mod attempts;
pub mod links;

row! {
    sessions:
    /// A session: of an account, of one party of one case (from a letter's link), or of nobody yet.
    pub struct SessionRow {
        /// SHA-256 of the cookie's token.
        pub token_hash: Vec<u8>,
        /// The account signed in.
        pub account_id: Option<AccountId>,
        /// The one case a letter's link opened.
        pub case_id: Option<CaseId>,
        /// The party the letter was for.
        pub party_no: Option<u32>,
        /// The address the letter went to.
        pub email: Option<String>,
        /// Token that forms carry.
        pub csrf: String,
        /// Language chosen in this browser.
        pub locale: Option<String>,
        /// Time zone chosen in this browser.
        pub zone: Option<String>,
        /// When it began.
        pub created_at: Timestamp,
        /// When it was last used.
        pub seen_at: Timestamp,
        /// When it ends, used or not.
        pub expires_at: Timestamp,
        /// What the browser calls itself.
        pub user_agent: String,
        /// When the password was last entered in it.
        pub confirmed_password_at: Option<Timestamp>,
        /// What the next page says once.
        pub flash: Option<Value>,}
}

/// Starts a session.
pub fn insert(tx: &mut WriteTx<'_>, row: &SessionRow) -> StorageResult<()> {
    diesel::insert_into(sessions::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// The session that is alive at `now` and was used since `idle_since`.
pub fn find(
    tx: &mut ReadTx<'_>,
    token_hash: &[u8],
    now: Timestamp,
    idle_since: Timestamp,
) -> StorageResult<Option<SessionRow>> {
    Ok(sessions::table
        .find(token_hash)
        .filter(sessions::expires_at.gt(DbInstant(now)))
        .filter(sessions::seen_at.gt(DbInstant(idle_since)))
        .select(SessionRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// The sessions of an account, last used first.
pub fn list_for_account(tx: &mut ReadTx<'_>, account: AccountId) -> StorageResult<Vec<SessionRow>> {
    Ok(sessions::table
        .filter(sessions::account_id.eq(account))
        .order((sessions::seen_at.desc(), sessions::token_hash))
        .select(SessionRow::as_select())
        .load(tx.connection())?)
}

/// Notes that it is in use; a session that ended meanwhile stays ended.
pub fn touch(tx: &mut WriteTx<'_>, token_hash: &[u8], at: Timestamp) -> StorageResult<()> {
    diesel::update(
        sessions::table
            .find(token_hash)
            .filter(sessions::seen_at.lt(DbInstant(at))),
    )
    .set(sessions::seen_at.eq(DbInstant(at)))
    .execute(tx.connection())?;
    Ok(())
}

/// Notes that the password was entered again.
pub fn mark_password_confirmed(
    tx: &mut WriteTx<'_>,
    token_hash: &[u8],
    at: Timestamp,
) -> StorageResult<()> {
    changed_one(
        diesel::update(sessions::table.find(token_hash))
            .set(sessions::confirmed_password_at.eq(DbInstant(at)))
            .execute(tx.connection())?,
    )
}

/// Keeps the language and time zone chosen in this browser.
pub fn set_preferences(
    tx: &mut WriteTx<'_>,
    token_hash: &[u8],
    locale: Option<&str>,
    zone: Option<&str>,
) -> StorageResult<()> {
    changed_one(
        diesel::update(sessions::table.find(token_hash))
            .set((sessions::locale.eq(locale), sessions::zone.eq(zone)))
            .execute(tx.connection())?,
    )
}

/// Keeps what the next page says once.
pub fn set_flash(tx: &mut WriteTx<'_>, token_hash: &[u8], flash: &Value) -> StorageResult<()> {
    changed_one(
        diesel::update(sessions::table.find(token_hash))
            .set(sessions::flash.eq(DbJson::of(flash)))
            .execute(tx.connection())?,
    )
}

/// Takes what this page says once.
pub fn take_flash(tx: &mut WriteTx<'_>, token_hash: &[u8]) -> StorageResult<Option<Value>> {
    let kept = sessions::table.find(token_hash).select(sessions::flash);
    let flash: Option<Value> = kept
        .first::<Option<Value>>(tx.connection())
        .optional()?
        .flatten();
    if flash.is_some() {
        diesel::update(sessions::table.find(token_hash))
            .set(sessions::flash.eq(None::<DbJson>))
            .execute(tx.connection())?;
    }
    Ok(flash)
}

/// Ends a session; one that is gone already is no error.
pub fn delete(tx: &mut WriteTx<'_>, token_hash: &[u8]) -> StorageResult<()> {
    diesel::delete(sessions::table.find(token_hash)).execute(tx.connection())?;
    Ok(())
}

/// Ends the sessions of an account, but for the one to `keep`, and says how many.
pub fn delete_for_account(
    tx: &mut WriteTx<'_>,
    account: AccountId,
    keep: Option<&[u8]>,
) -> StorageResult<usize> {
    let of_account = sessions::table.filter(sessions::account_id.eq(account));
    Ok(match keep {
        Some(keep) => diesel::delete(of_account.filter(sessions::token_hash.ne(keep)))
            .execute(tx.connection())?,
        None => diesel::delete(of_account).execute(tx.connection())?,
    })
}

/// Removes sessions that ended before `now`, and says how many.
pub fn delete_expired(tx: &mut WriteTx<'_>, now: Timestamp) -> StorageResult<usize> {
    Ok(
        diesel::delete(sessions::table.filter(sessions::expires_at.le(DbInstant(now))))
            .execute(tx.connection())?,
    )
}
