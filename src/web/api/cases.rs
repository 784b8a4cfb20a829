//! Reading a case.

use super::{ApiResult, Caller};
use crate::domain::Role;
use crate::domain::access::{listings, sees_exhibit};
use crate::domain::cases::CaseFile;
use crate::domain::notices::Track;
use crate::domain::parties::{Actor, Party};
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
    /// In the words of the notice or complaint
    statement: &'a str,
    parties: Vec<Value>,
    tracks: Vec<Value>,
    listings: Vec<Value>,
    exhibits: Vec<Value>,
    clocks: Vec<Value>,
    /// Matters elsewhere
    parallel: Vec<Value>,
    decisions: Vec<Value>,
    obligations: Vec<Value>,
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
    let seen = seen_tracks(&file, actor);
    let mine = |track: u32| seen.contains(&track);
    let is_of_talks = !matches!(actor.role, Role::Arbitrator | Role::Marketplace);
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
        statement: match (&file.notice, &file.complaint) {
            (Some(notice), _) => &notice.statement,
            (None, Some(complaint)) => &complaint.statement,
            (None, None) => "",
        },
        parties: file
            .parties
            .iter()
            .filter(|p| sees_party(&file, actor, &seen, p))
            .map(|p| json!({ "no": p.no, "role": p.role.as_str(), "name": p.name, "country": p.country }))
            .collect(),
        tracks: file
            .tracks
            .iter()
            .filter(|t| mine(t.no))
            .map(|t| {
                let answer = t.answer.as_ref().map(|a| json!({ "position": a.position.as_str(), "statement": a.statement, "at": a.at }));
                json!({ "no": t.no, "respondent": t.respondent, "state": t.state, "since": t.since, "outcome": t.outcome, "answer": answer })
            })
            .collect(),
        listings: listings(&file, actor)
            .map(|l| json!({ "no": l.no, "track": l.track, "url": l.url, "item": l.item, "title": l.title, "measure": l.measure.as_str(), "ordered": l.order.as_ref().map(|o| o.action.as_str()) }))
            .collect(),
        exhibits: file
            .exhibits
            .iter()
            .filter(|e| sees_exhibit(&file, actor, e))
            .map(|e| json!({ "label": e.label, "title": e.title, "kind": e.kind.as_str(), "sha256": e.file.digest, "size_bytes": e.file.size_bytes, "filed_at": e.filed_at, "withdrawn": e.withdrawn.is_some() }))
            .collect(),
        clocks: file
            .live_clocks()
            .into_iter()
            .filter(|c| mine(c.track))
            .map(|c| json!({ "no": c.no, "state": c.state, "rule": c.rule, "owner": c.owner.as_str(), "due_at": c.due_at, "earliest_at": c.earliest_at, "target": c.target, "provisional": c.provisional, "derivation": c.derivation }))
            .collect(),
        parallel: file
            .parallel
            .iter()
            .map(|p| json!({ "no": p.no, "kind": p.kind.as_str(), "place": p.place, "reference": p.reference, "words": p.words, "at": p.at, "over": p.over.as_ref().map(|o| json!({ "at": o.at, "words": o.words })) }))
            .collect(),
        decisions: file
            .decisions
            .iter()
            .filter(|d| mine(d.track))
            .map(|d| json!({ "no": d.no, "track": d.track, "signed_at": d.signed_at, "prevails": d.prevails.as_str(), "sha256": d.document.digest }))
            .collect(),
        obligations: file
            .obligations
            .iter()
            .filter(|o| is_of_talks && mine(o.track))
            .map(|o| json!({ "no": o.no, "track": o.track, "debtor": o.debtor, "creditor": o.creditor, "remedy": o.remedy.as_str(), "amount": o.amount.as_ref().map(|m| json!({ "minor": m.minor, "currency": m.currency })), "due_on": o.due_on, "state": o.state.as_str() }))
            .collect(),
    };
    Ok(HttpResponse::Ok().json(out))
}

/// The tracks that a seat sees: a seller its own, a marketplace those in which a listing of its own stands (or
/// none of anybody), everybody else all.
fn seen_tracks(file: &CaseFile, actor: &Actor) -> Vec<u32> {
    let sees = |track: &&Track| match actor.role {
        Role::Respondent => Some(track.respondent) == actor.party,
        Role::Marketplace => {
            file.listings_of(track.no).next().is_none()
                || listings(file, actor).any(|l| l.track == track.no)
        }
        _ => true,
    };
    file.tracks.iter().filter(sees).map(|t| t.no).collect()
}

/// Whether a seat learns who a party is: sellers of tracks it does not see stay unnamed.
fn sees_party(file: &CaseFile, actor: &Actor, tracks: &[u32], party: &Party) -> bool {
    let is_own_marketplace = || actor.party == Some(party.no);
    match party.role {
        Role::Respondent => file
            .track_of(party.no)
            .is_some_and(|t| tracks.contains(&t.no)),
        Role::Marketplace if actor.role == Role::Marketplace => is_own_marketplace(),
        _ => true,
    }
}
