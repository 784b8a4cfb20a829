//! Listings and what was done to them: a marketplace sees its own, a seller its own, whatever their state.

use super::name_of;
use crate::domain::Role;
use crate::domain::access;
use crate::domain::access::seats;
use crate::domain::cases::CaseFile;
use crate::domain::ids::CaseId;
use crate::storage::StorageError;
use crate::storage::cases::lists::{self, CaseFilter, CaseOrder, Viewer};
use crate::storage::cases::{self, CaseKind, listings};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::page::{Page, Place, html};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web::Query;
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;

/// Listings of a marketplace on one page.
const ON_A_PAGE: i64 = 50;
/// Cases of a seller on one page, each with all its listings of the seller.
const CASES_ON_A_PAGE: i64 = 20;

/// Where a page of the list begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    after: String,
}

struct Row {
    name: String,
    href: String,
    handle: String,
    seller: String,
    number: String,
    case: String,
    measure: String,
    held: bool,
    since: Timestamp,
}

#[derive(Template)]
#[template(path = "takedowns/listings.html")]
struct ListingsPage {
    page: Page,
    rows: Vec<Row>,
    next: String,
}

/// `GET /listings`
pub async fn show(visitor: Visitor, query: Query<After>) -> PageResult {
    if visitor.require_account().is_ok() && visitor.hats.marketplace {
        of_marketplace(visitor, &query.after).await
    } else {
        of_seller(visitor, &query.after).await
    }
}

async fn of_marketplace(visitor: Visitor, after: &str) -> PageResult {
    let start = after
        .split_once('.')
        .and_then(|(case, no)| Some((case.parse::<CaseId>().ok()?, no.parse::<u32>().ok()?)));
    let organisations = visitor.hats.organisations.clone();
    let mut found = visitor
        .app
        .store
        .read(move |tx| {
            let mut found = Vec::new();
            for organisation in organisations {
                found.extend(listings::list_for_marketplace(
                    tx,
                    organisation,
                    start,
                    ON_A_PAGE + 1,
                )?);
            }
            Ok(found)
        })
        .await?;
    found.sort_by_key(|(row, _)| (row.case_id, row.no));
    let size = usize::try_from(ON_A_PAGE).unwrap_or(50);
    let more = found.len() > size;
    found.truncate(size);
    let last = found
        .last()
        .filter(|_| more)
        .map(|(row, _)| format!("{}.{}", row.case_id, row.no))
        .unwrap_or_default();
    let page = visitor.page().at(Place::Listings);
    let rows = found
        .into_iter()
        .map(|(row, case)| Row {
            name: name_of(&row.title, &row.item, &row.url),
            href: format!("{}/{}/{}", urls::takedowns(), case.number, row.no),
            handle: if row.item.is_empty() {
                row.url
            } else {
                row.item
            },
            seller: row.seller,
            case: format!("{}/{}", urls::cases(), case.number),
            number: case.number,
            held: matches!(row.measure.as_str(), "hidden" | "removed" | "restricted"),
            measure: words::said(&page.words, "measure", &row.measure),
            since: row.updated_at,
        })
        .collect();
    answer(page, rows, &last)
}

async fn of_seller(visitor: Visitor, after: &str) -> PageResult {
    if visitor.account.is_none() {
        let Some(seat) = visitor.seat() else {
            return Err(WebError::SignIn {
                next: visitor.path.clone(),
            });
        };
        let row = visitor
            .app
            .store
            .read(move |tx| cases::get(tx, seat.case))
            .await?;
        let file: CaseFile = serde_json::from_str(&row.state.0)
            .map_err(|_| StorageError::corrupt("cases", "state", row.id))?;
        let page = visitor.page().at(Place::Listings);
        let rows = rows_of(&visitor, &page, &file);
        return answer(page, rows, "");
    }
    let start = after.split_once('.').and_then(|(at, id)| {
        Some((
            Some(Timestamp::from_microsecond(at.parse().ok()?).ok()?),
            id.parse::<CaseId>().ok()?,
        ))
    });
    let viewer = Viewer {
        account_id: visitor.account_id()?,
        email: None,
        organisations: visitor.hats.organisations.clone(),
        now: visitor.app.now(),
    };
    let filter = CaseFilter {
        viewer: Some(viewer),
        viewer_role: Some(Role::Respondent.as_str().to_owned()),
        kind: Some(CaseKind::Notice),
        ..CaseFilter::default()
    };
    let found = visitor
        .app
        .store
        .read(move |tx| {
            let heads = lists::list(tx, &filter, CaseOrder::Updated, start, CASES_ON_A_PAGE)?;
            heads
                .into_iter()
                .map(|head| cases::get(tx, head.id))
                .collect::<Result<Vec<_>, StorageError>>()
        })
        .await?;
    let whole = i64::try_from(found.len()).is_ok_and(|len| len == CASES_ON_A_PAGE);
    let last = found
        .last()
        .filter(|_| whole)
        .map(|row| format!("{}.{}", row.updated_at.as_microsecond(), row.id))
        .unwrap_or_default();
    let page = visitor.page().at(Place::Listings);
    let mut rows = Vec::new();
    for row in found {
        let file: CaseFile = serde_json::from_str(&row.state.0)
            .map_err(|_| StorageError::corrupt("cases", "state", row.id))?;
        rows.extend(rows_of(&visitor, &page, &file));
    }
    answer(page, rows, &last)
}

fn rows_of(visitor: &Visitor, page: &Page, file: &CaseFile) -> Vec<Row> {
    let seat = seats(file, &visitor.person(), visitor.app.now())
        .into_iter()
        .find(|actor| actor.role == Role::Respondent);
    let Some(actor) = seat else { return Vec::new() };
    access::listings(file, &actor)
        .map(|listing| Row {
            name: name_of(&listing.title, &listing.item, &listing.url),
            href: urls::claim(&file.number, listing.no),
            handle: if listing.item.is_empty() {
                listing.url.clone()
            } else {
                listing.item.clone()
            },
            seller: listing.marketplace_name.clone(),
            number: file.number.to_string(),
            case: urls::case(&file.number),
            measure: words::said(&page.words, "measure", listing.measure.as_str()),
            held: listing.measure.is_held(),
            since: listing.measure_since,
        })
        .collect()
}

fn answer(page: Page, rows: Vec<Row>, last: &str) -> PageResult {
    let next = if last.is_empty() {
        String::new()
    } else {
        urls::with_query(urls::listings(), &[("after", last)])
    };
    html(&ListingsPage { page, rows, next })
}
