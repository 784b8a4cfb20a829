//! What waits for a marketplace, and what it did.

use super::once::once;
use super::{ApiResult, Caller, Problem, body, receipt};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::ids::CaseId;
use crate::domain::notices::{self, MeasureAction, StatementOfReasons};
use crate::services::acts;
use crate::startup::App;
use crate::storage::cases::listings::{self, QueueFilter};
use actix_web::http::StatusCode;
use actix_web::web::{self, Payload};
use actix_web::{HttpRequest, HttpResponse};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

/// Most listings in one answer.
const PAGE: usize = 500;
const WAITS_FOR: [&str; 5] = ["decide", "hide", "remove", "restrict", "restore"];

/// Which measures are listed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasuresQuery {
    ordered: Option<String>,
    after: Option<String>,
}

/// `GET /api/v1/measures`: what waits for the caller's marketplaces.
pub(super) async fn list(app: web::Data<App>, request: HttpRequest) -> HttpResponse {
    try_list(app, request)
        .await
        .unwrap_or_else(|problem| problem.answer())
}

async fn try_list(app: web::Data<App>, request: HttpRequest) -> ApiResult {
    let caller = Caller::of(&app, &request, "measures").await?;
    let query = web::Query::<MeasuresQuery>::from_query(request.query_string())
        .map_err(|e| Problem::unfit(e.to_string()))?
        .into_inner();
    if let Some(ordered) = &query.ordered
        && !WAITS_FOR.contains(&ordered.as_str())
    {
        return Err(Problem::unfit(format!(
            "ordered is one of {}.",
            WAITS_FOR.join(", ")
        )));
    }
    let after = match &query.after {
        Some(text) => Some(place(text).ok_or_else(|| Problem::unfit("after is no place."))?),
        None => None,
    };
    let organisations = caller.person.organisations.clone();
    if organisations.is_empty() {
        return Err(Problem::not_found());
    }
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut rows = caller
        .app
        .store
        .read(move |tx| {
            let mut rows = Vec::new();
            for organisation in organisations {
                let filter = QueueFilter {
                    marketplace_id: Some(organisation),
                    ordered: query.ordered.clone(),
                    after,
                    ..QueueFilter::default()
                };
                rows.extend(listings::list_queue(tx, &filter, limit)?);
            }
            Ok(rows)
        })
        .await?;
    rows.sort_by_key(|(row, _)| {
        (
            row.order_due_at.is_none(),
            row.order_due_at,
            row.case_id,
            row.no,
        )
    });
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let next = rows.last().filter(|_| more).map(|(row, _)| {
        let at = row
            .order_due_at
            .map_or_else(|| "-".to_owned(), |at| at.as_microsecond().to_string());
        format!("{at}.{}.{}", row.case_id, row.no)
    });
    let items: Vec<Value> = rows
        .into_iter()
        .map(|(row, case)| json!({ "case": case.number, "listing": row.no, "url": row.url, "item": row.item, "title": row.title, "seller": row.seller, "measure": row.measure, "ordered": row.ordered, "due_at": row.order_due_at }))
        .collect();
    Ok(HttpResponse::Ok().json(json!({ "measures": items, "next": next })))
}

/// Where the answer before ended: `<microseconds or ->.<case id>.<number>`.
fn place(text: &str) -> Option<(Option<Timestamp>, CaseId, u32)> {
    let mut parts = text.splitn(3, '.');
    let at = match parts.next()? {
        "-" => None,
        micros => Some(Timestamp::from_microsecond(micros.parse().ok()?).ok()?),
    };
    Some((at, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Listings of one case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CarriedOutIn {
    case: String,
    listings: Vec<u32>,
}

/// A decision on listings of one case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DecideIn {
    case: String,
    listings: Vec<u32>,
    action: MeasureAction,
    reasons: StatementOfReasons,
    carried_out: bool,
}

/// `POST /api/v1/measures/carried-out`
pub(super) async fn carried_out(
    app: web::Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> HttpResponse {
    perform(app, request, payload, |given: CarriedOutIn| {
        let act = notices::Act::CarryOut {
            listings: given.listings,
        };
        (given.case, Act::Notice(act))
    })
    .await
    .unwrap_or_else(|problem| problem.answer())
}

/// `POST /api/v1/measures`
pub(super) async fn decide(
    app: web::Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> HttpResponse {
    perform(app, request, payload, |given: DecideIn| {
        let act = notices::Act::Measure {
            listings: given.listings,
            action: given.action,
            reasons: given.reasons,
            carried_out: given.carried_out,
        };
        (given.case, Act::Notice(act))
    })
    .await
    .unwrap_or_else(|problem| problem.answer())
}

/// Does what a body says, from the seat of the caller's marketplace.
async fn perform<T: serde::de::DeserializeOwned>(
    app: web::Data<App>,
    request: HttpRequest,
    payload: Payload,
    act: impl FnOnce(T) -> (String, Act),
) -> ApiResult {
    let caller = Caller::of(&app, &request, "measures").await?;
    let bytes = body::json(&request, payload).await?;
    once(&caller, &request, &bytes, async |form| {
        let (number, act) = act(body::parsed(&bytes)?);
        let (file, seats) = caller.open(&number).await?;
        let actor = seats
            .into_iter()
            .find(|seat| seat.role == Role::Marketplace)
            .ok_or_else(Problem::not_found)?;
        match acts::perform_form(&caller.app, file.id, None, form, &actor, act).await {
            Ok(done) => Ok((StatusCode::OK, json!({ "receipt": receipt(&done) }))),
            Err(error) => Err(Problem::refused(&caller, error).await),
        }
    })
    .await
}
