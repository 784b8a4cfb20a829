//! Cases: the snapshot with what lists show of it, guarded by a version, and the rows that are read from it.
//!
//! Nothing here decides: the rows say what the domain's plan said.

pub mod clocks;
pub mod figures;
pub mod listings;
pub mod lists;
pub mod projections;
pub mod work;

use super::dialect::each;
use super::schema::{cases, counters};
use super::types::{DbInstant, row, text_enum};
use super::{ExactJson, ReadTx, StorageError, StorageResult, WriteTx};
use crate::domain::ids::{CaseId, OrganisationId};
use diesel::prelude::*;
use jiff::Timestamp;

text_enum! {
    /// Which main procedure a case belongs to.
    CaseKind {
        /// An infringement notice.
        Notice = "notice",
        /// A consumer complaint.
        Complaint = "complaint",
        /// Any other matter that its pack describes.
        Matter = "matter",
    }
}

/// A case without its snapshot: what lists and page heads show.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = cases)]
pub struct CaseHead {
    /// Key.
    pub id: CaseId,
    /// The number people use.
    pub number: String,
    /// Which main procedure.
    pub kind: CaseKind,
    /// The rule pack.
    pub pack_id: String,
    /// Its version.
    pub pack_version: String,
    /// Its digest, in hex.
    pub pack_digest: String,
    /// The pack's stage.
    pub stage: String,
    /// Short title.
    pub title: String,
    /// What it is about, in a sentence or two.
    pub summary: String,
    /// First claimant.
    pub claimant_name: String,
    /// First respondent.
    pub respondent_name: String,
    /// Language of the proceedings.
    pub language: String,
    /// The marketplace concerned.
    pub marketplace_id: Option<OrganisationId>,
    /// When it was filed.
    pub filed_at: Timestamp,
    /// When the last act was done.
    pub updated_at: Timestamp,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// How it ended.
    pub outcome: Option<String>,
    /// When the next running clock ends.
    pub next_due_at: Option<Timestamp>,
    /// Whose turn it is.
    pub turn: Option<String>,
    /// 1 at filing, one more with every act.
    pub version: i64,
}

row! {
    cases:
    /// A case with its snapshot.
    pub struct CaseRow {
        /// Key.
        pub id: CaseId,
        /// The number people use; unique.
        pub number: String,
        /// Which main procedure.
        pub kind: CaseKind,
        /// The rule pack.
        pub pack_id: String,
        /// Its version.
        pub pack_version: String,
        /// Its digest, in hex.
        pub pack_digest: String,
        /// The pack's stage.
        pub stage: String,
        /// Short title.
        pub title: String,
        /// What it is about, in a sentence or two.
        pub summary: String,
        /// First claimant.
        pub claimant_name: String,
        /// First respondent.
        pub respondent_name: String,
        /// Language of the proceedings.
        pub language: String,
        /// The marketplace concerned.
        pub marketplace_id: Option<OrganisationId>,
        /// When it was filed.
        pub filed_at: Timestamp,
        /// When the last act was done.
        pub updated_at: Timestamp,
        /// When it was closed.
        pub closed_at: Option<Timestamp>,
        /// How it ended.
        pub outcome: Option<String>,
        /// When the next running clock ends.
        pub next_due_at: Option<Timestamp>,
        /// Whose turn it is.
        pub turn: Option<String>,
        /// 1 at filing, one more with every act.
        pub version: i64,
        /// The whole snapshot as JSON, kept byte for byte.
        pub state: ExactJson,}
}

/// Adds a case; a taken number is [`StorageError::Unique`] of `cases.number`.
pub fn insert(tx: &mut WriteTx<'_>, row: &CaseRow) -> StorageResult<()> {
    diesel::insert_into(cases::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// Replaces the case that is in `expected_version` by `row`, whose version is the new one. [`StorageError::Stale`]
/// if another act came first. What a case is (number, kind, procedure, filing) never changes; the version of its
/// procedure does by an act alone.
pub fn update(tx: &mut WriteTx<'_>, row: &CaseRow, expected_version: i64) -> StorageResult<()> {
    let changed = diesel::update(
        cases::table
            .find(row.id)
            .filter(cases::version.eq(expected_version)),
    )
    .set((
        cases::pack_version.eq(&row.pack_version),
        cases::pack_digest.eq(&row.pack_digest),
        cases::stage.eq(&row.stage),
        cases::title.eq(&row.title),
        cases::summary.eq(&row.summary),
        cases::claimant_name.eq(&row.claimant_name),
        cases::respondent_name.eq(&row.respondent_name),
        cases::language.eq(&row.language),
        cases::marketplace_id.eq(row.marketplace_id),
        cases::updated_at.eq(DbInstant(row.updated_at)),
        cases::closed_at.eq(row.closed_at.map(DbInstant)),
        cases::outcome.eq(&row.outcome),
        cases::next_due_at.eq(row.next_due_at.map(DbInstant)),
        cases::turn.eq(&row.turn),
        cases::version.eq(row.version),
        cases::state.eq(&row.state),
    ))
    .execute(tx.connection())?;
    if changed == 1 {
        Ok(())
    } else {
        Err(StorageError::Stale)
    }
}

/// The case, which must exist.
pub fn get(tx: &mut ReadTx<'_>, id: CaseId) -> StorageResult<CaseRow> {
    Ok(cases::table
        .find(id)
        .select(CaseRow::as_select())
        .first(tx.connection())?)
}

/// The case, if there is one.
pub fn find(tx: &mut ReadTx<'_>, id: CaseId) -> StorageResult<Option<CaseRow>> {
    Ok(cases::table
        .find(id)
        .select(CaseRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// The case with this number, if there is one.
pub fn find_by_number(tx: &mut ReadTx<'_>, number: &str) -> StorageResult<Option<CaseRow>> {
    Ok(cases::table
        .filter(cases::number.eq(number))
        .select(CaseRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// The head of the case with this number, if there is one.
pub fn find_head_by_number(tx: &mut ReadTx<'_>, number: &str) -> StorageResult<Option<CaseHead>> {
    Ok(cases::table
        .filter(cases::number.eq(number))
        .select(CaseHead::as_select())
        .first(tx.connection())
        .optional()?)
}

/// All cases by id, a page at a time, for checks, rebuilds and exports.
pub fn list_ids(
    tx: &mut ReadTx<'_>,
    after: Option<CaseId>,
    limit: i64,
) -> StorageResult<Vec<CaseId>> {
    let first = CaseId(uuid::Uuid::nil());
    Ok(cases::table
        .filter(cases::id.gt(after.unwrap_or(first)))
        .order(cases::id)
        .limit(limit)
        .select(cases::id)
        .load(tx.connection())?)
}

/// The next number of a row of numbers, from 1, without gaps: it is given back if the transaction is undone.
pub fn next_number(tx: &mut WriteTx<'_>, counter: &str) -> StorageResult<i64> {
    Ok(each(
        diesel::insert_into(counters::table)
            .values((counters::name.eq(counter), counters::value.eq(1)))
            .on_conflict(counters::name)
            .do_update()
            .set(counters::value.eq(counters::value + 1))
            .returning(counters::value),
    )
    .get_result(tx.connection())?)
}
