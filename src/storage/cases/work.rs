//! The work list: what a person has to do, over all their cases, soonest first.

use super::clocks::{ClockRow, ClockState};
use super::projections::TaskRow;
use super::{CaseHead, lists::Viewer};
use crate::domain::ids::OrganisationId;
use crate::storage::connection::MultiBackend;
use crate::storage::schema::{case_clocks, case_people, case_tasks, cases};
use crate::storage::types::DbInstant;
use crate::storage::{ReadTx, StorageResult};
use diesel::prelude::*;

/// Leaves of a query over `case_people` the seats that the viewer holds now: of their account, of their
/// organisations, or given to their address. A seat given by address belongs to nobody else once an account
/// took it.
macro_rules! of_seats_held {
    ($query:expr, $viewer:ident) => {{
        let query = $query.filter(
            case_people::until_at.is_null().or(case_people::until_at
                .gt(DbInstant($viewer.now))
                .assume_not_null()),
        );
        let own = case_people::account_id
            .eq($viewer.account_id)
            .assume_not_null();
        let by_address = case_people::account_id.is_null().and(
            case_people::email
                .eq($viewer.email.clone())
                .assume_not_null(),
        );
        let organisations: Vec<Option<OrganisationId>> =
            $viewer.organisations.iter().copied().map(Some).collect();
        if organisations.is_empty() {
            query.filter(own.or(by_address))
        } else {
            let shared = case_people::organisation_id
                .eq_any(organisations)
                .assume_not_null();
            query.filter(own.or(shared).or(by_address))
        }
    }};
}

/// Running clocks that wait for the person: of a seat held now with the clock's role and, where the
/// clock names one, its party.
pub fn list(
    tx: &mut ReadTx<'_>,
    viewer: &Viewer,
    limit: i64,
) -> StorageResult<Vec<(ClockRow, CaseHead)>> {
    let query = case_clocks::table
        .inner_join(cases::table)
        .inner_join(
            case_people::table.on(case_people::case_id
                .eq(case_clocks::case_id)
                .and(case_people::role.eq(case_clocks::role))),
        )
        .filter(case_clocks::state.eq(ClockState::Running))
        .filter(
            case_clocks::party_no.is_null().or(case_clocks::party_no
                .eq(case_people::party_no)
                .assume_not_null()),
        )
        .select((ClockRow::as_select(), CaseHead::as_select()))
        .into_boxed::<MultiBackend>();
    Ok(of_seats_held!(query, viewer)
        .order((case_clocks::due_at, case_clocks::case_id, case_clocks::no))
        .limit(limit)
        .load(tx.connection())?)
}

/// What waits for the person although no date runs, longest first: their own tasks, and those of a role in
/// which they hold a seat.
pub fn list_tasks(
    tx: &mut ReadTx<'_>,
    viewer: &Viewer,
    limit: i64,
) -> StorageResult<Vec<(TaskRow, CaseHead)>> {
    let query = case_tasks::table
        .inner_join(cases::table)
        .inner_join(
            case_people::table.on(case_people::case_id
                .eq(case_tasks::case_id)
                .and(case_people::role.eq(case_tasks::role))),
        )
        .filter(
            case_tasks::account_id.is_null().or(case_tasks::account_id
                .eq(viewer.account_id)
                .assume_not_null()),
        )
        .select((TaskRow::as_select(), CaseHead::as_select()))
        .into_boxed::<MultiBackend>();
    Ok(of_seats_held!(query, viewer)
        .order((case_tasks::since_at, case_tasks::case_id, case_tasks::no))
        .limit(limit)
        .load(tx.connection())?)
}

/// As [`list_tasks`], of a role over all cases, for staff.
pub fn list_tasks_of_role(
    tx: &mut ReadTx<'_>,
    role: &str,
    limit: i64,
) -> StorageResult<Vec<(TaskRow, CaseHead)>> {
    Ok(case_tasks::table
        .inner_join(cases::table)
        .filter(case_tasks::role.eq(role.to_owned()))
        .order((case_tasks::since_at, case_tasks::case_id, case_tasks::no))
        .limit(limit)
        .select((TaskRow::as_select(), CaseHead::as_select()))
        .load(tx.connection())?)
}

/// Running clocks of a role over all cases, for staff.
pub fn list_of_role(
    tx: &mut ReadTx<'_>,
    role: &str,
    limit: i64,
) -> StorageResult<Vec<(ClockRow, CaseHead)>> {
    Ok(case_clocks::table
        .inner_join(cases::table)
        .filter(case_clocks::state.eq(ClockState::Running))
        .filter(case_clocks::role.eq(role.to_owned()))
        .order((case_clocks::due_at, case_clocks::case_id, case_clocks::no))
        .limit(limit)
        .select((ClockRow::as_select(), CaseHead::as_select()))
        .load(tx.connection())?)
}
