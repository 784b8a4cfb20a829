//! Case files that were made for somebody, and what the public log says of each.

use super::connection::MultiBackend;
use super::schema::{export_leaves, exports, log_waiting};
use super::types::{DbInstant, row, text_enum};
use super::{ReadTx, StorageResult, WriteTx};
use crate::domain::ids::{CaseId, ExportId};
use crate::storage::log::WaitingRow;
use diesel::prelude::*;
use jiff::Timestamp;

/// Which entry of its own chain the making of a case file is: the only one.
pub const ONLY: u32 = 1;

text_enum! {
    /// How far a case file is.
    ExportState {
        /// It is being made.
        Making = "making",
        /// It can be fetched.
        Ready = "ready",
        /// It could not be made.
        Failed = "failed",
        /// It was there and is not kept any more; what was handed out can still be checked.
        Gone = "gone",
    }
}

row! {
    exports:
    /// A case file made for somebody.
    pub struct ExportRow {
        /// Key.
        pub id: ExportId,
        /// The case.
        pub case_id: CaseId,
        /// The seat it is for: nobody else may fetch it.
        pub reader: String,
        /// The role of that seat.
        pub role: String,
        /// Who had it made.
        pub name: String,
        /// How many entries the case had.
        pub version: i64,
        /// How far it is.
        pub state: ExportState,
        /// Bytes packed so far.
        pub done_bytes: i64,
        /// Bytes of everything that goes in, about.
        pub total_bytes: i64,
        /// SHA-256 of the whole, hexadecimal.
        pub digest: Option<String>,
        /// The detached signature (minisign).
        pub signature: Option<String>,
        /// When it was asked for.
        pub begun_at: Timestamp,
        /// The last sign of life of whoever makes it; then when it was ready.
        pub touched_at: Timestamp,
    }
}

row! {
    export_leaves:
    /// What the log says of a case file.
    pub struct ExportLeafRow {
        /// The case file.
        pub id: ExportId,
        /// 32 random bytes, hexadecimal.
        pub salt: String,
        /// What the leaf stands for, canonical.
        pub record: String,
        /// The leaf, byte for byte.
        pub leaf: String,
    }
}

/// The chain of a case file in the log, which has room for one number a chain.
#[must_use]
pub fn chain(id: ExportId) -> CaseId {
    CaseId(id.0)
}

/// Begins one.
pub fn insert(tx: &mut WriteTx<'_>, row: &ExportRow) -> StorageResult<()> {
    diesel::insert_into(exports::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// One of them.
pub fn find(tx: &mut ReadTx<'_>, id: ExportId) -> StorageResult<Option<ExportRow>> {
    Ok(exports::table
        .find(id)
        .select(ExportRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Those of a case, newest first.
pub fn list(tx: &mut ReadTx<'_>, case: CaseId, limit: i64) -> StorageResult<Vec<ExportRow>> {
    Ok(exports::table
        .filter(exports::case_id.eq(case))
        .order((exports::begun_at.desc(), exports::id.desc()))
        .limit(limit)
        .select(ExportRow::as_select())
        .load(tx.connection())?)
}

/// The first that was made with just these bytes, whether it is still here or not.
pub fn find_by_digest(tx: &mut ReadTx<'_>, digest: &str) -> StorageResult<Option<ExportRow>> {
    Ok(exports::table
        .filter(exports::digest.eq(digest))
        .order((exports::begun_at, exports::id))
        .select(ExportRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// How far it is. False where it is not being made any more.
pub fn progress(
    tx: &mut WriteTx<'_>,
    id: ExportId,
    (done, total): (i64, i64),
    at: Timestamp,
) -> StorageResult<bool> {
    let changed = diesel::update(exports::table.find(id))
        .filter(exports::state.eq(ExportState::Making))
        .set((
            exports::done_bytes.eq(done),
            exports::total_bytes.eq(total),
            exports::touched_at.eq(DbInstant(at)),
        ))
        .execute(tx.connection())?;
    Ok(changed == 1)
}

/// It is ready. False where it is not being made any more.
pub fn finish(
    tx: &mut WriteTx<'_>,
    id: ExportId,
    size: i64,
    (digest, signature): (&str, &str),
    at: Timestamp,
) -> StorageResult<bool> {
    let changed = diesel::update(exports::table.find(id))
        .filter(exports::state.eq(ExportState::Making))
        .set((
            exports::state.eq(ExportState::Ready),
            exports::done_bytes.eq(size),
            exports::total_bytes.eq(size),
            exports::digest.eq(digest),
            exports::signature.eq(signature),
            exports::touched_at.eq(DbInstant(at)),
        ))
        .execute(tx.connection())?;
    Ok(changed == 1)
}

/// It failed, or is not kept any more.
pub fn set_state(tx: &mut WriteTx<'_>, id: ExportId, state: ExportState) -> StorageResult<()> {
    diesel::update(exports::table.find(id))
        .set(exports::state.eq(state))
        .execute(tx.connection())?;
    Ok(())
}

/// Takes back one that turned out to be the same as another.
pub fn delete(tx: &mut WriteTx<'_>, id: ExportId) -> StorageResult<()> {
    diesel::delete(exports::table.find(id)).execute(tx.connection())?;
    Ok(())
}

/// Those that can be fetched and were ready before this.
pub fn list_ready_before(
    tx: &mut ReadTx<'_>,
    before: Timestamp,
    limit: i64,
) -> StorageResult<Vec<ExportRow>> {
    Ok(exports::table
        .filter(exports::state.eq(ExportState::Ready))
        .filter(exports::touched_at.lt(DbInstant(before)))
        .order(exports::touched_at)
        .limit(limit)
        .select(ExportRow::as_select())
        .load(tx.connection())?)
}

/// Whether anything with this digest can be fetched.
pub fn is_needed(tx: &mut ReadTx<'_>, digest: &str) -> StorageResult<bool> {
    let count: i64 = exports::table
        .filter(exports::digest.eq(digest))
        .filter(exports::state.eq(ExportState::Ready))
        .count()
        .get_result(tx.connection())?;
    Ok(count > 0)
}

/// Adds what the log says of a case file; it waits for its place.
pub fn insert_leaf(tx: &mut WriteTx<'_>, row: &ExportLeafRow, at: Timestamp) -> StorageResult<()> {
    diesel::insert_into(export_leaves::table)
        .values(row)
        .execute(tx.connection())?;
    let waiting = WaitingRow {
        case_id: chain(row.id),
        no: ONLY,
        at,
    };
    diesel::insert_into(log_waiting::table)
        .values(&waiting)
        .execute(tx.connection())?;
    Ok(())
}

/// What the log says of a case file, if there is any.
pub fn find_leaf(tx: &mut ReadTx<'_>, id: ExportId) -> StorageResult<Option<ExportLeafRow>> {
    Ok(export_leaves::table
        .find(id)
        .select(ExportLeafRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// What the log says of case files, after one, in order.
pub fn list_leaves(
    tx: &mut ReadTx<'_>,
    after: Option<ExportId>,
    limit: i64,
) -> StorageResult<Vec<ExportLeafRow>> {
    let mut found = export_leaves::table.into_boxed::<MultiBackend>();
    if let Some(after) = after {
        found = found.filter(export_leaves::id.gt(after));
    }
    Ok(found
        .order(export_leaves::id)
        .limit(limit)
        .select(ExportLeafRow::as_select())
        .load(tx.connection())?)
}
