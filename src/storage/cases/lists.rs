//! Pages of cases: filtered, in an order, and only those a person may see. Pages go by key, not by offset.

use super::{CaseHead, CaseKind};
use crate::domain::ids::{AccountId, CaseId, OrganisationId};
use crate::storage::connection::MultiBackend;
use crate::storage::schema::{case_listings, case_people, cases};
use crate::storage::types::DbInstant;
use crate::storage::{ReadTx, StorageResult, search};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use jiff::Timestamp;

/// Whose cases: those with a seat, now, for the account, its confirmed address or one of its organisations.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// The account.
    pub account_id: AccountId,
    /// Its confirmed address, in lower case.
    pub email: Option<String>,
    /// The organisations it acts for.
    pub organisations: Vec<OrganisationId>,
    /// When; seats end.
    pub now: Timestamp,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CaseOrder {
    /// Last act first.
    #[default]
    Updated,
    /// Last filed first.
    Filed,
    /// Next deadline first; cases without one at the end.
    Due,
}

/// Which cases a list shows; everything given must hold.
#[derive(Debug, Clone, Default)]
pub struct CaseFilter {
    /// Only cases this person may see; staff leave it out.
    pub viewer: Option<Viewer>,
    /// Only cases in which the viewer has this role.
    pub viewer_role: Option<String>,
    /// Which main procedure.
    pub kind: Option<CaseKind>,
    /// In one of these stages.
    pub stages: Vec<String>,
    /// Whose turn it is.
    pub turn: Option<String>,
    /// How it ended.
    pub outcome: Option<String>,
    /// Closed (`true`) or open (`false`).
    pub is_closed: Option<bool>,
    /// Of this marketplace.
    pub marketplace_id: Option<OrganisationId>,
    /// With a listing of exactly this address.
    pub listing_url: Option<String>,
    /// With a listing of exactly this item number.
    pub listing_item: Option<String>,
    /// One of these.
    pub ids: Option<Vec<CaseId>>,
    /// With a deadline before this.
    pub due_before: Option<Timestamp>,
    /// With these words in number, names, titles or texts; the last may be a beginning.
    pub words: Option<String>,
}

/// Where the page before ended: the value of the order's column, and the case.
pub type After = (Option<Timestamp>, CaseId);

impl CaseOrder {
    /// Where a page that ends with `last` ends.
    pub fn key(self, last: &CaseHead) -> After {
        let at = match self {
            Self::Updated => Some(last.updated_at),
            Self::Filed => Some(last.filed_at),
            Self::Due => last.next_due_at,
        };
        (at, last.id)
    }
}

type Query<'a> = cases::BoxedQuery<'a, MultiBackend>;

/// The cases in which the person has a seat now, in any role or one. A macro, since the type of the query has no
/// name worth writing.
macro_rules! seats {
    ($viewer:expr, $role:expr) => {{
        let mut organisations: Vec<_> = $viewer.organisations.iter().copied().map(Some).collect();
        if organisations.is_empty() {
            // No organisation has this id. An empty list would be written as `0=1`, and SQLite then reads
            // the whole table instead of its three indexes.
            organisations.push(Some(OrganisationId(uuid::Uuid::nil())));
        }
        let is_any_role = $role.is_none();
        case_people::table
            .select(case_people::case_id)
            .filter(case_people::from_at.le(DbInstant($viewer.now)))
            .filter(
                case_people::until_at.is_null().or(case_people::until_at
                    .gt(DbInstant($viewer.now))
                    .assume_not_null()),
            )
            .filter(
                is_any_role
                    .into_sql::<Bool>()
                    .or(case_people::role.eq($role.unwrap_or_default())),
            )
            .filter(
                case_people::account_id
                    .eq($viewer.account_id)
                    .assume_not_null()
                    .or(case_people::organisation_id
                        .eq_any(organisations)
                        .assume_not_null())
                    // A seat given by address belongs to nobody else once an account took it.
                    .or(case_people::account_id.is_null().and(
                        case_people::email
                            .eq($viewer.email.clone())
                            .assume_not_null(),
                    )),
            )
    }};
}

/// Orders by a time, latest first, and goes on after the page before.
macro_rules! newest_first {
    ($query:expr, $column:expr, $after:expr) => {{
        let query = match $after {
            Some((Some(at), id)) => $query
                // "Earlier, or then and with a smaller id", in a form that lets the index begin there.
                .filter($column.le(DbInstant(at)))
                .filter($column.lt(DbInstant(at)).or(cases::id.lt(id))),
            _ => $query,
        };
        query.order(($column.desc(), cases::id.desc()))
    }};
}

/// A page of cases.
pub fn list(
    tx: &mut ReadTx<'_>,
    filter: &CaseFilter,
    order: CaseOrder,
    after: Option<After>,
    limit: i64,
) -> StorageResult<Vec<CaseHead>> {
    let Some(query) = filtered(tx, filter) else {
        return Ok(Vec::new());
    };
    let query = match order {
        CaseOrder::Updated => newest_first!(query, cases::updated_at, after),
        CaseOrder::Filed => newest_first!(query, cases::filed_at, after),
        CaseOrder::Due => soonest_first(query, after),
    };
    Ok(query
        .limit(limit)
        .select(CaseHead::as_select())
        .load(tx.connection())?)
}

/// How many cases the filter lets through.
pub fn count(tx: &mut ReadTx<'_>, filter: &CaseFilter) -> StorageResult<i64> {
    match filtered(tx, filter) {
        Some(query) => Ok(query.count().get_result(tx.connection())?),
        None => Ok(0),
    }
}

/// Whether the person has a seat in the case now.
pub fn is_seen_by(tx: &mut ReadTx<'_>, case: CaseId, viewer: &Viewer) -> StorageResult<bool> {
    let filter = CaseFilter {
        viewer: Some(viewer.clone()),
        ids: Some(vec![case]),
        ..CaseFilter::default()
    };
    Ok(count(tx, &filter)? > 0)
}

/// The query without order; none if nothing can match.
fn filtered(tx: &ReadTx<'_>, filter: &CaseFilter) -> Option<Query<'static>> {
    let mut query = cases::table.into_boxed::<MultiBackend>();
    if let Some(viewer) = &filter.viewer {
        query = query.filter(cases::id.eq_any(seats!(viewer, filter.viewer_role.clone())));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(cases::kind.eq(kind));
    }
    if !filter.stages.is_empty() {
        query = query.filter(cases::stage.eq_any(filter.stages.clone()));
    }
    if let Some(turn) = &filter.turn {
        query = query.filter(cases::turn.eq(Some(turn.clone())));
    }
    if let Some(outcome) = &filter.outcome {
        query = query.filter(cases::outcome.eq(Some(outcome.clone())));
    }
    query = match filter.is_closed {
        Some(true) => query.filter(cases::closed_at.is_not_null()),
        Some(false) => query.filter(cases::closed_at.is_null()),
        None => query,
    };
    if let Some(marketplace) = filter.marketplace_id {
        query = query.filter(cases::marketplace_id.eq(marketplace));
    }
    if let Some(url) = &filter.listing_url {
        let with = case_listings::table
            .filter(case_listings::url.eq(url.clone()))
            .select(case_listings::case_id);
        query = query.filter(cases::id.eq_any(with));
    }
    if let Some(item) = &filter.listing_item {
        let with = case_listings::table
            .filter(case_listings::item.eq(item.clone()))
            .select(case_listings::case_id);
        query = query.filter(cases::id.eq_any(with));
    }
    if let Some(ids) = &filter.ids {
        query = query.filter(cases::id.eq_any(ids.clone()));
    }
    if let Some(before) = filter.due_before {
        query = query.filter(cases::next_due_at.lt(DbInstant(before)));
    }
    if let Some(words) = &filter.words {
        for term in search::terms(tx.kind(), words)? {
            query = query.filter(search::holds(tx.kind(), term));
        }
    }
    Some(query)
}

/// Orders by the next deadline, those without one at the end, and goes on after the page before.
fn soonest_first(query: Query<'static>, after: Option<After>) -> Query<'static> {
    let due = cases::next_due_at;
    let query = match after {
        Some((Some(at), id)) => query.filter(
            due.is_null()
                .or(due.gt(DbInstant(at)).assume_not_null())
                .or(due
                    .eq(DbInstant(at))
                    .assume_not_null()
                    .and(cases::id.gt(id))),
        ),
        Some((None, id)) => query.filter(due.is_null().and(cases::id.gt(id))),
        None => query,
    };
    // Left to themselves, SQLite puts missing values first and PostgreSQL last.
    query.order((sql::<Bool>("cases.next_due_at ASC NULLS LAST"), cases::id))
}
