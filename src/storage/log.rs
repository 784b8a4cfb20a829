//! The public log: what it says of each docket entry, the leaves of each log in their order, and its signed head.
//! Leaves are added and read; the database itself refuses anything else.

use super::dialect::{each, on_both};
use super::schema::{
    case_logs, cases, docket, docket_leaves, log_leaves, log_nodes, log_stamps, log_waiting,
    log_witnesses, logs,
};
use super::types::{DbNumber, row};
use super::{ReadTx, StorageResult, WriteTx};
use crate::domain::ids::CaseId;
use diesel::dsl::{count_star, max};
use diesel::prelude::*;
use jiff::Timestamp;

/// Rows that go into one statement.
const PART: usize = 500;

row! {
    docket_leaves:
    /// What the log says of a docket entry.
    pub struct DocketLeafRow {
        /// The case.
        pub case_id: CaseId,
        /// The entry, from 1.
        pub no: u32,
        /// 32 random bytes, hexadecimal; told to whoever may read the entry.
        pub salt: String,
        /// The leaf, byte for byte.
        pub leaf: String,
    }
}

row! {
    log_waiting:
    /// A leaf that no log holds yet.
    pub struct WaitingRow {
        /// The case.
        pub case_id: CaseId,
        /// The entry.
        pub no: u32,
        /// When the entry was recorded.
        pub at: Timestamp,
    }
}

row! {
    logs:
    /// A log, and how much of it is signed.
    pub struct LogRow {
        /// Its name within the installation, the year.
        pub name: String,
        /// Its origin, which is the name of its key.
        pub origin: String,
        /// Its verifier key.
        pub key: String,
        /// When it was begun.
        pub opened_at: Timestamp,
        /// When its last leaf was added, if it was.
        pub closed_at: Option<Timestamp>,
        /// How many leaves are signed.
        pub size: i64,
        /// The signed checkpoint over them; empty before the first.
        pub note: String,
        /// When that was signed.
        pub signed_at: Option<Timestamp>,
        /// How many leaves enough witnesses have signed too.
        pub witnessed_size: i64,
        /// The checkpoint with their signatures; empty before the first.
        pub witnessed_note: String,
        /// When the last of those came in.
        pub witnessed_at: Option<Timestamp>,
    }
}

row! {
    log_witnesses:
    /// What a witness of a log has signed, and what it said last.
    pub struct WitnessRow {
        /// The log.
        pub log: String,
        /// The witness, by its name in the policy.
        pub witness: String,
        /// How many leaves it has signed.
        pub size: i64,
        /// Empty after a signature, else why there was none.
        pub answer: String,
        /// When it said that.
        pub at: Timestamp,
    }
}

row! {
    log_stamps:
    /// A time-stamp of a head.
    pub struct StampRow {
        /// The log.
        pub log: String,
        /// How many leaves the head is over.
        pub size: i64,
        /// The signed checkpoint.
        pub note: String,
        /// What was asked.
        pub query: Vec<u8>,
        /// What was answered.
        pub reply: Vec<u8>,
        /// Who said so, by the name in its certificate.
        pub authority: String,
        /// The time that it says.
        pub stamped_at: Timestamp,
        /// When it came in.
        pub kept_at: Timestamp,
    }
}

row! {
    log_leaves:
    /// A leaf of a log.
    pub struct LeafRow {
        /// The log.
        pub log: String,
        /// Its place, from 0.
        pub no: i64,
        /// The leaf, byte for byte.
        pub leaf: String,
        /// Its hash in the tree, hexadecimal.
        pub hash: String,
        /// The case whose entry it stands for; none for the first and last leaf of a log.
        pub case_id: Option<CaseId>,
        /// The entry.
        pub entry_no: Option<u32>,
    }
}

row! {
    log_nodes:
    /// The head of a full tile.
    pub struct NodeRow {
        /// The log.
        pub log: String,
        /// The level that it is a hash of: 1 over the leaves.
        pub level: u32,
        /// Its place in the level, from 0.
        pub no: i64,
        /// The hash, hexadecimal.
        pub hash: String,
    }
}

/// Adds what the log says of an entry; it waits for its place.
pub fn insert_leaf(tx: &mut WriteTx<'_>, row: &DocketLeafRow, at: Timestamp) -> StorageResult<()> {
    diesel::insert_into(docket_leaves::table)
        .values(row)
        .execute(tx.connection())?;
    let waiting = WaitingRow {
        case_id: row.case_id,
        no: row.no,
        at,
    };
    diesel::insert_into(log_waiting::table)
        .values(&waiting)
        .execute(tx.connection())?;
    Ok(())
}

/// What the log says of one entry, if there is any.
pub fn find_leaf(
    tx: &mut ReadTx<'_>,
    case: CaseId,
    no: u32,
) -> StorageResult<Option<DocketLeafRow>> {
    Ok(docket_leaves::table
        .find((case, DbNumber(no)))
        .select(DocketLeafRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// What the log says of every entry of a case, in order.
pub fn list_leaves_of(tx: &mut ReadTx<'_>, case: CaseId) -> StorageResult<Vec<DocketLeafRow>> {
    Ok(docket_leaves::table
        .filter(docket_leaves::case_id.eq(case))
        .order(docket_leaves::no)
        .select(DocketLeafRow::as_select())
        .load(tx.connection())?)
}

/// The random number of a case, hexadecimal, if it has one.
pub fn find_case_log(tx: &mut ReadTx<'_>, case: CaseId) -> StorageResult<Option<String>> {
    Ok(case_logs::table
        .find(case)
        .select(case_logs::log_id)
        .first(tx.connection())
        .optional()?)
}

/// Gives a case its random number.
pub fn insert_case_log(tx: &mut WriteTx<'_>, case: CaseId, log_id: &str) -> StorageResult<()> {
    diesel::insert_into(case_logs::table)
        .values((case_logs::case_id.eq(case), case_logs::log_id.eq(log_id)))
        .execute(tx.connection())?;
    Ok(())
}

/// Cases that have no random number yet, in order: those of before there was a log.
pub fn list_without_log(tx: &mut ReadTx<'_>, limit: i64) -> StorageResult<Vec<CaseId>> {
    Ok(cases::table
        .left_join(case_logs::table)
        .filter(case_logs::case_id.is_null())
        .order(cases::id)
        .limit(limit)
        .select(cases::id)
        .load(tx.connection())?)
}

/// Leaves that no log holds yet, oldest first; those of one case in their order.
pub fn list_waiting(tx: &mut ReadTx<'_>, limit: i64) -> StorageResult<Vec<WaitingRow>> {
    Ok(log_waiting::table
        .order((log_waiting::at, log_waiting::case_id, log_waiting::no))
        .limit(limit)
        .select(WaitingRow::as_select())
        .load(tx.connection())?)
}

/// Since when the oldest leaf waits that no log holds yet.
pub fn waiting(tx: &mut ReadTx<'_>) -> StorageResult<Option<Timestamp>> {
    Ok(log_waiting::table
        .order(log_waiting::at)
        .select(log_waiting::at)
        .first(tx.connection())
        .optional()?)
}

/// A leaf has its place: it waits no more. False where somebody else was first.
pub fn settle(tx: &mut WriteTx<'_>, row: &WaitingRow) -> StorageResult<bool> {
    let gone = diesel::delete(log_waiting::table.find((row.case_id, DbNumber(row.no))))
        .execute(tx.connection())?;
    Ok(gone == 1)
}

/// Begins a log.
pub fn insert_log(tx: &mut WriteTx<'_>, row: &LogRow) -> StorageResult<()> {
    diesel::insert_into(logs::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// The log of a name.
pub fn find_log(tx: &mut ReadTx<'_>, name: &str) -> StorageResult<Option<LogRow>> {
    Ok(logs::table
        .find(name)
        .select(LogRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Every log, oldest first.
pub fn list_logs(tx: &mut ReadTx<'_>) -> StorageResult<Vec<LogRow>> {
    Ok(logs::table
        .order((logs::opened_at, logs::name))
        .select(LogRow::as_select())
        .load(tx.connection())?)
}

/// So much of a log is signed. Never takes back: false where more is signed already.
pub fn sign(
    tx: &mut WriteTx<'_>,
    name: &str,
    size: i64,
    note: &str,
    at: Timestamp,
) -> StorageResult<bool> {
    let changed = diesel::update(logs::table.find(name))
        .filter(logs::size.le(size))
        .set((
            logs::size.eq(size),
            logs::note.eq(note),
            logs::signed_at.eq(super::types::DbInstant(at)),
        ))
        .execute(tx.connection())?;
    Ok(changed == 1)
}

/// No leaf is added to a log any more. False where it was closed before.
pub fn close(tx: &mut WriteTx<'_>, name: &str, at: Timestamp) -> StorageResult<bool> {
    let changed = diesel::update(logs::table.find(name))
        .filter(logs::closed_at.is_null())
        .set(logs::closed_at.eq(super::types::DbInstant(at)))
        .execute(tx.connection())?;
    Ok(changed == 1)
}

/// How many leaves a log has, signed or not.
pub fn size(tx: &mut ReadTx<'_>, log: &str) -> StorageResult<i64> {
    let last: Option<i64> = log_leaves::table
        .filter(log_leaves::log.eq(log))
        .select(max(log_leaves::no))
        .first(tx.connection())?;
    Ok(last.map_or(0, |last| last + 1))
}

/// Adds leaves to the end of a log.
pub fn append(tx: &mut WriteTx<'_>, rows: &[LeafRow]) -> StorageResult<()> {
    for part in rows.chunks(PART) {
        on_both!(tx.connection(), c => diesel::insert_into(log_leaves::table).values(part).execute(c))?;
    }
    Ok(())
}

/// Adds the heads of tiles that are full now.
pub fn append_nodes(tx: &mut WriteTx<'_>, rows: &[NodeRow]) -> StorageResult<()> {
    for part in rows.chunks(PART) {
        on_both!(tx.connection(), c => diesel::insert_into(log_nodes::table).values(part).execute(c))?;
    }
    Ok(())
}

/// The hashes of leaves, `from` and the `count` after it, in order.
pub fn list_hashes(
    tx: &mut ReadTx<'_>,
    log: &str,
    from: i64,
    count: i64,
) -> StorageResult<Vec<String>> {
    Ok(log_leaves::table
        .filter(log_leaves::log.eq(log))
        .filter(log_leaves::no.between(from, from + count - 1))
        .order(log_leaves::no)
        .select(log_leaves::hash)
        .load(tx.connection())?)
}

/// The heads of full tiles of a level, `from` and the `count` after it, in order.
pub fn list_nodes(
    tx: &mut ReadTx<'_>,
    log: &str,
    level: u32,
    from: i64,
    count: i64,
) -> StorageResult<Vec<String>> {
    Ok(log_nodes::table
        .filter(log_nodes::log.eq(log))
        .filter(log_nodes::level.eq(DbNumber(level)))
        .filter(log_nodes::no.between(from, from + count - 1))
        .order(log_nodes::no)
        .select(log_nodes::hash)
        .load(tx.connection())?)
}

/// Leaves with everything that is kept of them, `from` and the `count` after it, in order.
pub fn list_leaves(
    tx: &mut ReadTx<'_>,
    log: &str,
    from: i64,
    count: i64,
) -> StorageResult<Vec<LeafRow>> {
    Ok(log_leaves::table
        .filter(log_leaves::log.eq(log))
        .filter(log_leaves::no.between(from, from + count - 1))
        .order(log_leaves::no)
        .select(LeafRow::as_select())
        .load(tx.connection())?)
}

/// Where the leaf of an entry stands, if it has its place.
pub fn find_place(tx: &mut ReadTx<'_>, case: CaseId, no: u32) -> StorageResult<Option<LeafRow>> {
    Ok(log_leaves::table
        .filter(log_leaves::case_id.eq(case))
        .filter(log_leaves::entry_no.eq(DbNumber(no)))
        .select(LeafRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Whether the leaf of an entry waits for its place.
pub fn is_waiting(tx: &mut ReadTx<'_>, case: CaseId, no: u32) -> StorageResult<bool> {
    let found = log_waiting::table.find((case, DbNumber(no)));
    let count: i64 = found.select(count_star()).first(tx.connection())?;
    Ok(count > 0)
}

/// Enough witnesses have signed so much of a log. Never takes back: false where they have signed more already.
pub fn witness(
    tx: &mut WriteTx<'_>,
    name: &str,
    size: i64,
    note: &str,
    at: Timestamp,
) -> StorageResult<bool> {
    let changed = diesel::update(logs::table.find(name))
        .filter(logs::witnessed_size.lt(size))
        .set((
            logs::witnessed_size.eq(size),
            logs::witnessed_note.eq(note),
            logs::witnessed_at.eq(super::types::DbInstant(at)),
        ))
        .execute(tx.connection())?;
    Ok(changed == 1)
}

/// What each witness of a log has signed, by name.
pub fn list_witnesses(tx: &mut ReadTx<'_>, log: &str) -> StorageResult<Vec<WitnessRow>> {
    Ok(log_witnesses::table
        .filter(log_witnesses::log.eq(log))
        .order(log_witnesses::witness)
        .select(WitnessRow::as_select())
        .load(tx.connection())?)
}

/// Notes what a witness said.
pub fn put_witness(tx: &mut WriteTx<'_>, row: &WitnessRow) -> StorageResult<()> {
    use diesel::upsert::excluded;
    each(
        diesel::insert_into(log_witnesses::table)
            .values(row)
            .on_conflict((log_witnesses::log, log_witnesses::witness))
            .do_update()
            .set((
                log_witnesses::size.eq(excluded(log_witnesses::size)),
                log_witnesses::answer.eq(excluded(log_witnesses::answer)),
                log_witnesses::at.eq(excluded(log_witnesses::at)),
            )),
    )
    .execute(tx.connection())?;
    Ok(())
}

/// Keeps a time-stamp. False where the head has one already.
pub fn insert_stamp(tx: &mut WriteTx<'_>, row: &StampRow) -> StorageResult<bool> {
    let kept = each(
        diesel::insert_into(log_stamps::table)
            .values(row)
            .on_conflict_do_nothing(),
    )
    .execute(tx.connection())?;
    Ok(kept == 1)
}

/// The time-stamp over most of a log, if it has any.
pub fn last_stamp(tx: &mut ReadTx<'_>, log: &str) -> StorageResult<Option<StampRow>> {
    Ok(log_stamps::table
        .filter(log_stamps::log.eq(log))
        .order(log_stamps::size.desc())
        .select(StampRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// The first time-stamp over at least so many leaves, if there is one.
pub fn stamp_over(tx: &mut ReadTx<'_>, log: &str, size: i64) -> StorageResult<Option<StampRow>> {
    Ok(log_stamps::table
        .filter(log_stamps::log.eq(log))
        .filter(log_stamps::size.ge(size))
        .order(log_stamps::size)
        .select(StampRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// The time-stamp of the head over just so many leaves, if there is one.
pub fn find_stamp(tx: &mut ReadTx<'_>, log: &str, size: i64) -> StorageResult<Option<StampRow>> {
    Ok(log_stamps::table
        .find((log, size))
        .select(StampRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Time-stamps of a log over more than `after` leaves, in order.
pub fn list_stamps(
    tx: &mut ReadTx<'_>,
    log: &str,
    after: i64,
    limit: i64,
) -> StorageResult<Vec<StampRow>> {
    Ok(log_stamps::table
        .filter(log_stamps::log.eq(log))
        .filter(log_stamps::size.gt(after))
        .order(log_stamps::size)
        .limit(limit)
        .select(StampRow::as_select())
        .load(tx.connection())?)
}

/// The last place from `from` on whose leaf stands for such an act, if there is one.
pub fn last_of(tx: &mut ReadTx<'_>, log: &str, from: i64, act: &str) -> StorageResult<Option<i64>> {
    let joined = log_leaves::table.inner_join(
        docket::table.on(docket::case_id
            .nullable()
            .eq(log_leaves::case_id)
            .and(docket::no.nullable().eq(log_leaves::entry_no))),
    );
    Ok(joined
        .filter(log_leaves::log.eq(log))
        .filter(log_leaves::no.ge(from))
        .filter(docket::act.eq(act))
        .select(max(log_leaves::no))
        .first(tx.connection())?)
}
