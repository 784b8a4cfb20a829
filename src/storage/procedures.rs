//! Versions of procedures that administrators brought, what is decided about each, and by whom.

use super::dialect::each;
use super::schema::{accounts, cases, procedure_events, procedures};
use super::types::{row, text_enum};
use super::{ReadTx, StorageResult, WriteTx};
use crate::domain::ids::AccountId;
use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::upsert::excluded;
use jiff::Timestamp;
use serde_json::Value;
use std::collections::BTreeMap;

text_enum! {
    /// What is decided about a version.
    Standing {
        /// Brought, proved and looked at; no case begins under it.
        Proposed = "proposed",
        /// New cases begin under it.
        Published = "published",
        /// No new case begins under it; those that have go on.
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// What an administrator did.
    Deed {
        /// Brought a version.
        Proposed = "proposed",
        /// Let new cases begin under it.
        Published = "published",
        /// Ended that.
        Withdrawn = "withdrawn",
        /// Threw away a version that was never published.
        Discarded = "discarded",
        /// Set numbers inside the ranges of the procedure.
        Set = "set",
    }
}

row! {
    procedures:
    /// A version that is not simply the program's own.
    pub struct ProcedureRow {
        /// SHA-256 of the text, hexadecimal.
        pub digest: String,
        /// The procedure's name.
        pub id: String,
        /// Its version.
        pub version: String,
        /// The file as it was read.
        pub text: String,
        /// Words by language: an object of Fluent texts; empty for a version of the program.
        pub words: Value,
        /// Scenarios by file name: an object of texts.
        pub scenarios: Value,
        /// What is decided about it.
        pub standing: Standing,
        /// Since when.
        pub changed_at: Timestamp,}
}

row! {
    procedure_events:
    /// What somebody decided about a procedure.
    pub struct EventRow {
        /// UUIDv7 as text; later ones sort later.
        pub id: String,
        /// The procedure's name.
        pub procedure_id: String,
        /// Which version.
        pub version: String,
        /// Its digest; empty where numbers were set.
        pub digest: String,
        /// When.
        pub at: Timestamp,
        /// By whom.
        pub account_id: AccountId,
        /// What.
        pub deed: Deed,
        /// Why, or what was set.
        pub note: String,}
}

/// How many cases are pinned to a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InUse {
    /// Digest of the text.
    pub digest: String,
    /// All cases.
    pub cases: i64,
    /// Those that have not ended.
    pub open: i64,
}

/// Every version that something was decided about, oldest decision first.
pub fn list(tx: &mut ReadTx<'_>) -> StorageResult<Vec<ProcedureRow>> {
    Ok(procedures::table
        .select(ProcedureRow::as_select())
        .order((procedures::changed_at, procedures::digest))
        .load(tx.connection())?)
}

/// The version with this digest.
pub fn find(tx: &mut ReadTx<'_>, digest: &str) -> StorageResult<Option<ProcedureRow>> {
    Ok(procedures::table
        .find(digest)
        .select(ProcedureRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Writes a version, new or with another standing.
pub fn put(tx: &mut WriteTx<'_>, row: &ProcedureRow) -> StorageResult<()> {
    each(
        diesel::insert_into(procedures::table)
            .values(row)
            .on_conflict(procedures::digest)
            .do_update()
            .set((
                procedures::standing.eq(excluded(procedures::standing)),
                procedures::words.eq(excluded(procedures::words)),
                procedures::scenarios.eq(excluded(procedures::scenarios)),
                procedures::changed_at.eq(excluded(procedures::changed_at)),
            )),
    )
    .execute(tx.connection())?;
    Ok(())
}

/// Throws a version away.
pub fn delete(tx: &mut WriteTx<'_>, digest: &str) -> StorageResult<()> {
    diesel::delete(procedures::table.find(digest)).execute(tx.connection())?;
    Ok(())
}

/// Adds what was decided.
pub fn insert_event(tx: &mut WriteTx<'_>, row: &EventRow) -> StorageResult<()> {
    diesel::insert_into(procedure_events::table)
        .values(row)
        .execute(tx.connection())?;
    Ok(())
}

/// The id of what was decided last.
pub fn last_event(tx: &mut ReadTx<'_>) -> StorageResult<Option<String>> {
    Ok(procedure_events::table
        .select(procedure_events::id)
        .order((procedure_events::at.desc(), procedure_events::id.desc()))
        .first(tx.connection())
        .optional()?)
}

/// What was decided about a procedure, newest first, with the names of who did.
pub fn list_events(
    tx: &mut ReadTx<'_>,
    procedure: &str,
    most: i64,
) -> StorageResult<Vec<(EventRow, String)>> {
    Ok(procedure_events::table
        .inner_join(accounts::table)
        .filter(procedure_events::procedure_id.eq(procedure))
        .select((EventRow::as_select(), accounts::name))
        .order((procedure_events::at.desc(), procedure_events::id.desc()))
        .limit(most)
        .load(tx.connection())?)
}

/// How many cases are pinned to each text.
pub fn in_use(tx: &mut ReadTx<'_>) -> StorageResult<Vec<InUse>> {
    let count = |only_open: bool, tx: &mut ReadTx<'_>| -> StorageResult<Vec<(String, i64)>> {
        let all = cases::table
            .group_by(cases::pack_digest)
            .select((cases::pack_digest, count_star()))
            .order(cases::pack_digest);
        Ok(match only_open {
            true => all
                .filter(cases::closed_at.is_null())
                .load(tx.connection())?,
            false => all.load(tx.connection())?,
        })
    };
    let open: BTreeMap<String, i64> = count(true, tx)?.into_iter().collect();
    let all = count(false, tx)?.into_iter();
    Ok(all
        .map(|(digest, cases)| InUse {
            open: open.get(&digest).copied().unwrap_or(0),
            digest,
            cases,
        })
        .collect())
}
