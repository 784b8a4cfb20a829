//! The work list: what a person has to do, over all their cases, soonest first.

use super::clocks::{ClockRow, ClockState};
use super::{CaseHead, lists::Viewer};
use crate::storage::connection::MultiBackend;
use crate::storage::schema::{case_clocks, case_people, cases};
use crate::storage::types::DbInstant;
use crate::storage::{ReadTx, StorageResult};
use diesel::prelude::*;

/// Running clocks that wait for the person: of a seat held now with the clock's role and, where the
/// clock names one, its party.
pub fn list(
    tx: &mut ReadTx<'_>,
    viewer: &Viewer,
    limit: i64,
) -> StorageResult<Vec<(ClockRow, CaseHead)>> {
    let now = DbInstant(viewer.now);
    let mut query = case_clocks::table
        .inner_join(cases::table)
        .inner_join(
            case_people::table.on(case_people::case_id
                .eq(case_clocks::case_id)
                .and(case_people::role.eq(case_clocks::role))),
        )
        .filter(case_clocks::state.eq(ClockState::Running))
        .filter(
            case_people::until_at
                .is_null()
                .or(case_people::until_at.gt(now).assume_not_null()),
        )
        .filter(
            case_clocks::party_no.is_null().or(case_clocks::party_no
                .eq(case_people::party_no)
                .assume_not_null()),
        )
        .select((ClockRow::as_select(), CaseHead::as_select()))
        .into_boxed::<MultiBackend>();
    // A seat given by address belongs to nobody else once an account took it.
    let by_address = case_people::account_id.is_null().and(
        case_people::email
            .eq(viewer.email.clone())
            .assume_not_null(),
    );
    query = if viewer.organisations.is_empty() {
        query.filter(
            case_people::account_id
                .eq(viewer.account_id)
                .assume_not_null()
                .or(by_address),
        )
    } else {
        query.filter(
            case_people::account_id
                .eq(viewer.account_id)
                .assume_not_null()
                .or(case_people::organisation_id
                    .eq_any(
                        viewer
                            .organisations
                            .iter()
                            .copied()
                            .map(Some)
                            .collect::<Vec<_>>(),
                    )
                    .assume_not_null())
                .or(by_address),
        )
    };
    Ok(query
        .order((case_clocks::due_at, case_clocks::case_id, case_clocks::no))
        .limit(limit)
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
