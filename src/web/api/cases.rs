//! Reading a case.

use super::{ApiResult, Caller};
use crate::domain::Role;
use crate::domain::access::sees_exhibit;
use crate::startup::App;
use actix_web::web;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::{Value, json};

/// A case as machines read it.
#[derive(Debug, Serialize)]
struct CaseOut<'a> {
    number: &'a str,
    kind: &'a str,
    procedure: &'a str,
    procedure_version: &'a str,
    version: u64,
    filed_at: jiff::Timestamp,
    closed_at: Option<jiff::Timestamp>,
    outcome: Option<&'a str>,
    you: &'a str,
    tracks: Vec<Value>,
    listings: Vec<Value>,
    exhibits: Vec<Value>,
    clocks: Vec<Value>,
}

/// `GET /api/v1/cases/{number}`
pub(super) async fn read(
    app: web::Data<App>,
    request: HttpRequest,
    number: web::Path<String>,
) -> HttpResponse {
    try_read(app, request, &number)
        .await
        .unwrap_or_else(|problem| problem.answer())
}

async fn try_read(app: web::Data<App>, request: HttpRequest, number: &str) -> ApiResult {
    let caller = Caller::of(&app, &request, "cases").await?;
    let (file, seats) = caller.open(number).await?;
    let actor = &seats[0];
    let own = (actor.role == Role::Respondent)
        .then(|| actor.party.and_then(|p| file.track_of(p)).map(|t| t.no))
        .flatten();
    let mine = |track: u32| own.is_none_or(|own| own == track);
    let out = CaseOut {
        number: file.number.as_str(),
        kind: file.kind.as_str(),
        procedure: &file.pack.id,
        procedure_version: &file.pack.version,
        version: file.version,
        filed_at: file.filed_at,
        closed_at: file.closed_at,
        outcome: file.outcome.as_deref(),
        you: actor.role.as_str(),
        tracks: file.tracks.iter().filter(|t| mine(t.no)).map(|t| json!({ "no": t.no, "state": t.state, "since": t.since, "outcome": t.outcome })).collect(),
        listings: file
            .listings
            .iter()
            .filter(|l| mine(l.track))
            .map(|l| json!({ "no": l.no, "track": l.track, "url": l.url, "item": l.item, "title": l.title, "measure": l.measure.as_str(), "ordered": l.order.as_ref().map(|o| o.action.as_str()) }))
            .collect(),
        exhibits: file
            .exhibits
            .iter()
            .filter(|e| sees_exhibit(&file, actor, e))
            .map(|e| json!({ "label": e.label, "title": e.title, "kind": e.kind.as_str(), "sha256": e.file.digest, "size_bytes": e.file.size_bytes, "filed_at": e.filed_at, "withdrawn": e.withdrawn.is_some() }))
            .collect(),
        clocks: file
            .running_clocks()
            .into_iter()
            .filter(|c| mine(c.track))
            .map(|c| json!({ "no": c.no, "rule": c.rule, "owner": c.owner.as_str(), "due_at": c.due_at, "earliest_at": c.earliest_at, "target": c.target, "provisional": c.provisional, "derivation": c.derivation }))
            .collect(),
    };
    Ok(HttpResponse::Ok().json(out))
}
