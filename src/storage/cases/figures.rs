//! Figures for the administrator: how many cases stand where, how they ended, how long it took.

use super::CaseKind;
use crate::domain::ids::CaseId;
use crate::storage::schema::{cases, docket};
use crate::storage::types::DbInstant;
use crate::storage::{ReadTx, StorageResult};
use diesel::dsl::count_star;
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// Cases counted by what a list can be filtered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageCount {
    /// Which main procedure.
    pub kind: CaseKind,
    /// The pack's stage.
    pub stage: String,
    /// How many cases.
    pub count: i64,
}

/// Closed cases counted by how they ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeCount {
    /// Which main procedure.
    pub kind: CaseKind,
    /// How they ended.
    pub outcome: String,
    /// How many cases.
    pub count: i64,
}

/// How long something took in the cases of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Took {
    /// Which main procedure.
    pub kind: CaseKind,
    /// In how many cases it was measured.
    pub cases: usize,
    /// Half of them took no longer.
    pub median: SignedDuration,
    /// Nine in ten took no longer.
    pub ninetieth: SignedDuration,
}

/// Open cases by kind and stage.
pub fn count_by_stage(tx: &mut ReadTx<'_>) -> StorageResult<Vec<StageCount>> {
    let rows: Vec<(CaseKind, String, i64)> = cases::table
        .filter(cases::closed_at.is_null())
        .group_by((cases::kind, cases::stage))
        .select((cases::kind, cases::stage, count_star()))
        .order((cases::kind, cases::stage))
        .load(tx.connection())?;
    Ok(rows
        .into_iter()
        .map(|(kind, stage, count)| StageCount { kind, stage, count })
        .collect())
}

/// Closed cases by kind and outcome.
pub fn count_by_outcome(tx: &mut ReadTx<'_>) -> StorageResult<Vec<OutcomeCount>> {
    let rows: Vec<(CaseKind, String, i64)> = cases::table
        .filter(cases::outcome.is_not_null())
        .group_by((cases::kind, cases::outcome))
        .select((cases::kind, cases::outcome.assume_not_null(), count_star()))
        .order((cases::kind, cases::outcome))
        .load(tx.connection())?;
    Ok(rows
        .into_iter()
        .map(|(kind, outcome, count)| OutcomeCount {
            kind,
            outcome,
            count,
        })
        .collect())
}

/// Open and closed cases of each kind.
pub fn count_by_kind(tx: &mut ReadTx<'_>) -> StorageResult<Vec<(CaseKind, i64, i64)>> {
    let all: Vec<(CaseKind, i64)> = cases::table
        .group_by(cases::kind)
        .select((cases::kind, count_star()))
        .order(cases::kind)
        .load(tx.connection())?;
    let closed: Vec<(CaseKind, i64)> = cases::table
        .filter(cases::closed_at.is_not_null())
        .group_by(cases::kind)
        .select((cases::kind, count_star()))
        .load(tx.connection())?;
    let closed: BTreeMap<CaseKind, i64> = closed.into_iter().collect();
    Ok(all
        .into_iter()
        .map(|(kind, count)| {
            let closed = closed.get(&kind).copied().unwrap_or(0);
            (kind, count - closed, closed)
        })
        .collect())
}

/// From filing to closing, for cases closed since `since`.
pub fn time_to_close(tx: &mut ReadTx<'_>, since: Timestamp) -> StorageResult<Vec<Took>> {
    let rows: Vec<(CaseKind, Timestamp, Timestamp)> = cases::table
        .filter(cases::closed_at.ge(DbInstant(since)))
        .select((
            cases::kind,
            cases::filed_at,
            cases::closed_at.assume_not_null(),
        ))
        .order(cases::id)
        .load(tx.connection())?;
    Ok(took(rows))
}

/// From filing to the first entry of one of these acts, for cases filed since `since`.
pub fn time_to_act(
    tx: &mut ReadTx<'_>,
    acts: &[&str],
    since: Timestamp,
) -> StorageResult<Vec<Took>> {
    let rows: Vec<(CaseId, CaseKind, Timestamp, Timestamp)> = docket::table
        .inner_join(cases::table)
        .filter(docket::act.eq_any(acts))
        .filter(cases::filed_at.ge(DbInstant(since)))
        .select((cases::id, cases::kind, cases::filed_at, docket::at))
        .order((cases::id, docket::no))
        .load(tx.connection())?;
    let mut last = None;
    let mut first_of_case = Vec::new();
    for (case, kind, filed_at, at) in rows {
        if last != Some(case) {
            first_of_case.push((kind, filed_at, at));
            last = Some(case);
        }
    }
    Ok(took(first_of_case))
}

/// Medians are computed here: SQLite has no function for them.
fn took(rows: Vec<(CaseKind, Timestamp, Timestamp)>) -> Vec<Took> {
    let mut by_kind: BTreeMap<CaseKind, Vec<SignedDuration>> = BTreeMap::new();
    for (kind, from, to) in rows {
        by_kind
            .entry(kind)
            .or_default()
            .push(from.duration_until(to));
    }
    by_kind
        .into_iter()
        .filter_map(|(kind, mut durations)| {
            durations.sort_unstable();
            Some(Took {
                kind,
                cases: durations.len(),
                median: at_percent(&durations, 50)?,
                ninetieth: at_percent(&durations, 90)?,
            })
        })
        .collect()
}

/// The nearest-rank percentile of sorted values.
fn at_percent(sorted: &[SignedDuration], percent: usize) -> Option<SignedDuration> {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_occurred() {
        let hours: Vec<_> = (1..=10).map(SignedDuration::from_hours).collect();
        assert_eq!(at_percent(&hours, 50), Some(SignedDuration::from_hours(5)));
        assert_eq!(at_percent(&hours, 90), Some(SignedDuration::from_hours(9)));
        assert_eq!(
            at_percent(&hours[..1], 90),
            Some(SignedDuration::from_hours(1))
        );
        assert_eq!(at_percent(&[], 50), None);
    }
}
