//! The record of every act in a case. Entries are added and read; the database itself refuses anything else.

use super::schema::docket;
use super::types::{DbNumber, row};
use super::{ExactJson, ReadTx, StorageResult, WriteTx};
use crate::domain::ids::{AccountId, CaseId};
use diesel::prelude::*;
use jiff::Timestamp;

row! {
    docket:
    /// An entry of the docket.
    pub struct DocketRow {
        /// The case.
        pub case_id: CaseId,
        /// 1 for the first entry of the case.
        pub no: u32,
        /// When the act was done.
        pub at: Timestamp,
        /// As what the actor acted.
        pub actor_role: String,
        /// The actor's name then.
        pub actor_name: String,
        /// The actor's account, if there was one.
        pub actor_account: Option<AccountId>,
        /// Through what door: page, API, import, clock.
        pub via: String,
        /// Name of the act.
        pub act: String,
        /// The entry as JSON, the exact bytes that `hash` covers.
        pub entry: ExactJson,
        /// SHA-256 of the entry, in hex.
        pub hash: String,
        /// Hash of the entry before, or what the first entry stands on.
        pub previous: String,}
}

/// Adds an entry; a number that is taken means that another act came first ([`super::StorageError::Unique`] of
/// `docket.case_id,no`).
pub fn insert(tx: &mut WriteTx<'_>, row: &DocketRow) -> StorageResult<()> {
    diesel::insert_into(docket::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// One entry, if there is one of that number.
pub fn find(tx: &mut ReadTx<'_>, case: CaseId, no: u32) -> StorageResult<Option<DocketRow>> {
    Ok(docket::table
        .find((case, DbNumber(no)))
        .select(DocketRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Entries after the number `after` (0 for the beginning), oldest first.
pub fn list(
    tx: &mut ReadTx<'_>,
    case: CaseId,
    after: u32,
    limit: i64,
) -> StorageResult<Vec<DocketRow>> {
    Ok(docket::table
        .filter(docket::case_id.eq(case))
        .filter(docket::no.gt(DbNumber(after)))
        .order(docket::no)
        .limit(limit)
        .select(DocketRow::as_select())
        .load(tx.connection())?)
}

/// Entries before the number `before` (none: from the end), newest first.
pub fn list_newest(
    tx: &mut ReadTx<'_>,
    case: CaseId,
    before: Option<u32>,
    limit: i64,
) -> StorageResult<Vec<DocketRow>> {
    // Numbers fit into 31 bits in both databases.
    let before = before.unwrap_or(i32::MAX.unsigned_abs());
    Ok(docket::table
        .filter(docket::case_id.eq(case))
        .filter(docket::no.lt(DbNumber(before)))
        .order(docket::no.desc())
        .limit(limit)
        .select(DocketRow::as_select())
        .load(tx.connection())?)
}

/// The last entry, if there is any.
pub fn last(tx: &mut ReadTx<'_>, case: CaseId) -> StorageResult<Option<DocketRow>> {
    Ok(list_newest(tx, case, None, 1)?.pop())
}
