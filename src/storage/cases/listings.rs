//! Listings named in notices: the officer's queue, and duplicates.

use super::{CaseHead, CaseKind};
use crate::domain::ids::{CaseId, OrganisationId};
use crate::storage::connection::MultiBackend;
use crate::storage::schema::{case_listings, cases};
use crate::storage::types::{DbInstant, DbNumber, row};
use crate::storage::{ReadTx, StorageResult};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use jiff::Timestamp;

row! {
    case_listings:
    /// A listing and the measure against it.
    pub struct ListingRow {
        /// The case.
        pub case_id: CaseId,
        /// Number in the case.
        pub no: u32,
        /// The track of its seller.
        pub track_no: u32,
        /// Where it is offered.
        pub marketplace_id: Option<OrganisationId>,
        /// Its address.
        pub url: String,
        /// Its item number there.
        pub item: String,
        /// The right relied on, in a form that can be compared.
        pub right_key: Option<String>,
        /// Its title.
        pub title: String,
        /// Who offers it.
        pub seller: String,
        /// How it stands at the marketplace.
        pub measure: String,
        /// The measure that waits to be carried out.
        pub ordered: Option<String>,
        /// By when.
        pub order_due_at: Option<Timestamp>,
        /// When it last changed.
        pub updated_at: Timestamp,}
}

/// What the officer's queue says about the case of a listing.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = cases)]
pub struct CaseName {
    /// The number people use.
    pub number: String,
    /// Short title.
    pub title: String,
    /// Which main procedure.
    pub kind: CaseKind,
    /// The pack's stage.
    pub stage: String,
    /// First claimant.
    pub claimant_name: String,
}

/// Which listings a queue shows.
#[derive(Debug, Clone, Default)]
pub struct QueueFilter {
    /// Of this marketplace; of all for none.
    pub marketplace_id: Option<OrganisationId>,
    /// With this measure waiting; with any for none.
    pub ordered: Option<String>,
    /// Of this seller.
    pub seller: Option<String>,
    /// Due before this.
    pub due_before: Option<Timestamp>,
    /// The last row of the page before: its due time, case and number.
    pub after: Option<(Option<Timestamp>, CaseId, u32)>,
}

/// Listings whose measure waits to be carried out, most urgent first.
pub fn list_queue(
    tx: &mut ReadTx<'_>,
    filter: &QueueFilter,
    limit: i64,
) -> StorageResult<Vec<(ListingRow, CaseName)>> {
    let mut query = case_listings::table
        .inner_join(cases::table)
        .filter(case_listings::ordered.is_not_null())
        .select((ListingRow::as_select(), CaseName::as_select()))
        .into_boxed::<MultiBackend>();
    if let Some(marketplace) = filter.marketplace_id {
        query = query.filter(case_listings::marketplace_id.eq(marketplace));
    }
    if let Some(ordered) = &filter.ordered {
        query = query.filter(case_listings::ordered.eq(Some(ordered.clone())));
    }
    if let Some(seller) = &filter.seller {
        query = query.filter(case_listings::seller.eq(seller.clone()));
    }
    if let Some(before) = filter.due_before {
        query = query.filter(case_listings::order_due_at.lt(DbInstant(before)));
    }
    if let Some((due, case, no)) = filter.after {
        let later = case_listings::case_id.gt(case).or(case_listings::case_id
            .eq(case)
            .and(case_listings::no.gt(DbNumber(no))));
        query = match due {
            Some(due) => query.filter(
                case_listings::order_due_at
                    .gt(DbInstant(due))
                    .or(case_listings::order_due_at
                        .eq(DbInstant(due))
                        .and(later)
                        .assume_not_null())
                    .or(case_listings::order_due_at.is_null().nullable()),
            ),
            None => query.filter(case_listings::order_due_at.is_null().and(later)),
        };
    }
    Ok(query
        .order((
            // Rows without a due time come last on both databases.
            sql::<Bool>("case_listings.order_due_at ASC NULLS LAST"),
            case_listings::case_id,
            case_listings::no,
        ))
        .limit(limit)
        .load(tx.connection())?)
}

/// How many listings wait for each measure, of one marketplace or all.
pub fn count_queue(
    tx: &mut ReadTx<'_>,
    marketplace: Option<OrganisationId>,
) -> StorageResult<Vec<(String, i64)>> {
    let mut query = case_listings::table
        .filter(case_listings::ordered.is_not_null())
        .group_by(case_listings::ordered)
        .select((
            case_listings::ordered.assume_not_null(),
            diesel::dsl::count_star(),
        ))
        .into_boxed::<MultiBackend>();
    if let Some(marketplace) = marketplace {
        query = query.filter(case_listings::marketplace_id.eq(marketplace));
    }
    Ok(query.order(case_listings::ordered).load(tx.connection())?)
}

/// The listings of a case.
pub fn list_for_case(tx: &mut ReadTx<'_>, case: CaseId) -> StorageResult<Vec<ListingRow>> {
    Ok(case_listings::table
        .filter(case_listings::case_id.eq(case))
        .order(case_listings::no)
        .select(ListingRow::as_select())
        .load(tx.connection())?)
}

/// The listings of a marketplace, by case, whatever their state; those after `after`.
pub fn list_for_marketplace(
    tx: &mut ReadTx<'_>,
    marketplace: OrganisationId,
    after: Option<(CaseId, u32)>,
    limit: i64,
) -> StorageResult<Vec<(ListingRow, CaseName)>> {
    let (case, no) = after.unwrap_or((CaseId(uuid::Uuid::nil()), 0));
    Ok(case_listings::table
        .inner_join(cases::table)
        .filter(case_listings::marketplace_id.eq(marketplace))
        .filter(
            case_listings::case_id.gt(case).or(case_listings::case_id
                .eq(case)
                .and(case_listings::no.gt(DbNumber(no)))),
        )
        .order((case_listings::case_id, case_listings::no))
        .limit(limit)
        .select((ListingRow::as_select(), CaseName::as_select()))
        .load(tx.connection())?)
}

/// Listings of open cases that rely on the same right against the same item, oldest case first.
pub fn list_duplicates(
    tx: &mut ReadTx<'_>,
    right_key: &str,
    item: &str,
    limit: i64,
) -> StorageResult<Vec<(ListingRow, CaseHead)>> {
    Ok(case_listings::table
        .inner_join(cases::table)
        .filter(case_listings::right_key.eq(Some(right_key)))
        .filter(case_listings::item.eq(item))
        .filter(cases::closed_at.is_null())
        .order((case_listings::case_id, case_listings::no))
        .limit(limit)
        .select((ListingRow::as_select(), CaseHead::as_select()))
        .load(tx.connection())?)
}

/// Listings with exactly this address, newest case first.
pub fn list_by_url(tx: &mut ReadTx<'_>, url: &str, limit: i64) -> StorageResult<Vec<ListingRow>> {
    Ok(case_listings::table
        .filter(case_listings::url.eq(url))
        .order((case_listings::case_id.desc(), case_listings::no))
        .limit(limit)
        .select(ListingRow::as_select())
        .load(tx.connection())?)
}
