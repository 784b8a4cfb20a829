//! Deadlines of cases: which have ended, which want a reminder.

use crate::domain::ids::CaseId;
use crate::storage::schema::case_clocks;
use crate::storage::types::{DbInstant, DbNumber, row, text_enum};
use crate::storage::{ReadTx, StorageResult, WriteTx};
use diesel::prelude::*;
use jiff::Timestamp;

text_enum! {
    /// How a clock stands.
    ClockState {
        /// Time is running.
        Running = "running",
        /// Stopped; the deadline does not count any more.
        Stopped = "stopped",
        /// Ran out, and what follows was done.
        Fired = "fired",
        /// The deadline was kept.
        Met = "met",
    }
}

row! {
    case_clocks:
    /// A deadline of a case.
    pub struct ClockRow {
        /// The case.
        pub case_id: CaseId,
        /// Number in the case.
        pub no: u32,
        /// The track it belongs to.
        pub track_no: Option<u32>,
        /// The pack's rule it comes from.
        pub rule: String,
        /// Who has to act.
        pub role: String,
        /// The party that has to act, where the role alone does not say it.
        pub party_no: Option<u32>,
        /// When it ends.
        pub due_at: Timestamp,
        /// How it stands.
        pub state: ClockState,
        /// When the next reminder is due.
        pub remind_at: Option<Timestamp>,}
}

/// The clocks of a case.
pub fn list_for_case(tx: &mut ReadTx<'_>, case: CaseId) -> StorageResult<Vec<ClockRow>> {
    Ok(case_clocks::table
        .filter(case_clocks::case_id.eq(case))
        .order(case_clocks::no)
        .select(ClockRow::as_select())
        .load(tx.connection())?)
}

/// Running clocks that had ended at `now`, longest over first.
pub fn list_due(tx: &mut ReadTx<'_>, now: Timestamp, limit: i64) -> StorageResult<Vec<ClockRow>> {
    Ok(case_clocks::table
        .filter(case_clocks::state.eq(ClockState::Running))
        .filter(case_clocks::due_at.le(DbInstant(now)))
        .order((case_clocks::due_at, case_clocks::case_id, case_clocks::no))
        .limit(limit)
        .select(ClockRow::as_select())
        .load(tx.connection())?)
}

/// Running clocks that end between two instants, both included, soonest first.
pub fn list_between(
    tx: &mut ReadTx<'_>,
    from: Timestamp,
    until: Timestamp,
) -> StorageResult<Vec<ClockRow>> {
    Ok(case_clocks::table
        .filter(case_clocks::state.eq(ClockState::Running))
        .filter(case_clocks::due_at.ge(DbInstant(from)))
        .filter(case_clocks::due_at.le(DbInstant(until)))
        .order((case_clocks::due_at, case_clocks::case_id, case_clocks::no))
        .select(ClockRow::as_select())
        .load(tx.connection())?)
}

/// Running clocks whose reminder was due at `now`.
pub fn list_reminders(
    tx: &mut ReadTx<'_>,
    now: Timestamp,
    limit: i64,
) -> StorageResult<Vec<ClockRow>> {
    Ok(case_clocks::table
        .filter(case_clocks::state.eq(ClockState::Running))
        .filter(case_clocks::remind_at.le(DbInstant(now)))
        .order((
            case_clocks::remind_at,
            case_clocks::case_id,
            case_clocks::no,
        ))
        .limit(limit)
        .select(ClockRow::as_select())
        .load(tx.connection())?)
}

/// One clock of a case, if there is one of that number.
pub fn find(tx: &mut ReadTx<'_>, case: CaseId, no: u32) -> StorageResult<Option<ClockRow>> {
    Ok(case_clocks::table
        .find((case, DbNumber(no)))
        .select(ClockRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Sets when the next reminder of a clock is due; none for no more.
pub fn set_reminder(
    tx: &mut WriteTx<'_>,
    case: CaseId,
    no: u32,
    at: Option<Timestamp>,
) -> StorageResult<()> {
    diesel::update(case_clocks::table.find((case, DbNumber(no))))
        .set(case_clocks::remind_at.eq(at.map(DbInstant)))
        .execute(tx.connection())?;
    Ok(())
}

/// When the sweep next has something to do: the earliest end or reminder of a running clock.
pub fn next_wake(tx: &mut ReadTx<'_>) -> StorageResult<Option<Timestamp>> {
    let running = case_clocks::table.filter(case_clocks::state.eq(ClockState::Running));
    let due: Option<Timestamp> = running
        .order(case_clocks::due_at)
        .select(case_clocks::due_at)
        .first(tx.connection())
        .optional()?;
    let reminder: Option<Option<Timestamp>> = running
        .filter(case_clocks::remind_at.is_not_null())
        .order(case_clocks::remind_at)
        .select(case_clocks::remind_at)
        .first(tx.connection())
        .optional()?;
    Ok(due.into_iter().chain(reminder.flatten()).min())
}
