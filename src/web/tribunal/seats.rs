//! The tribunal page: proposals, acceptance under declaration, challenges and rulings.

use super::{declarations, ticked};
use crate::domain::Role;
use crate::domain::acts::{Act, ClockState, Receipt};
use crate::domain::ids::{AccountId, OrganisationId};
use crate::domain::procedures::ActName;
use crate::domain::tribunal::{self, Candidate, SeatState, conflict};
use crate::storage::roster::Arbitrator;
use crate::storage::{ReadTx, StorageResult, accounts, roster};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Flash, Page, html, see_other, unprocessable};
use crate::web::public::who_decides;
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web;
use askama::Template;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

#[derive(Template)]
#[template(path = "tribunal/tribunal.html")]
struct TribunalPage {
    page: Page,
    frame: CaseFrame,
    hidden: Hidden,
    form: FormState,
    /// How many decide and how they are chosen
    who_decides: String,
    seats: Vec<SeatView>,
    challenges: Vec<ChallengeView>,
    candidates: Vec<CandidateView>,
    can_propose: bool,
    track: u32,
    declarations: Vec<(String, String)>,
    clock: Option<Timestamp>,
}

struct SeatView {
    no: u32,
    name: String,
    state: String,
    tone: &'static str,
    since: Timestamp,
    declaration: String,
    disclosure: String,
    reason: String,
    can_answer: bool,
    can_resign: bool,
    can_challenge: bool,
}

struct ChallengeView {
    no: u32,
    by: String,
    against: String,
    ground: String,
    at: Timestamp,
    ruling: Option<RulingView>,
    can_rule: bool,
    other_must_rule: bool,
}

struct RulingView {
    upheld: bool,
    reasons: String,
    name: String,
    at: Timestamp,
}

struct CandidateView {
    id: AccountId,
    name: String,
    languages: String,
    fields: String,
    countries: String,
    load: String,
    is_full: bool,
    /// The day from which they take cases, if it has not come
    away: String,
    conflict: String,
}

/// `GET /cases/{number}/tribunal`
pub async fn tribunal(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let mut scope = CaseScope::open_to_candidates(visitor, &number).await?;
    let page = view(&mut scope, FormState::new()).await?;
    html(&page)
}

/// The seats that the reader may know of: a seller those of its own track, others all.
fn known(scope: &CaseScope) -> impl DoubleEndedIterator<Item = &tribunal::Seat> {
    let own = (scope.actor.role == Role::Respondent).then(|| scope.track());
    scope
        .file
        .seats
        .iter()
        .filter(move |seat| own.is_none_or(|track| seat.track == track))
}

/// Whether somebody sits in a track, or was asked to.
fn is_taken(scope: &CaseScope, track: u32) -> bool {
    scope.file.seats.iter().any(|s| {
        s.track == track && matches!(s.state, SeatState::Proposed | SeatState::Accepted { .. })
    })
}

/// The track that waits for an arbitrator; in a notice against several sellers it need not be the
/// one that matters most otherwise.
fn waiting_track(scope: &CaseScope) -> u32 {
    scope
        .file
        .tracks
        .iter()
        .map(|t| t.no)
        .find(|no| !is_taken(scope, *no) && scope.step_open(*no, ActName::Appoint))
        .unwrap_or_else(|| scope.track())
}

async fn view(scope: &mut CaseScope, form: FormState) -> Result<TribunalPage, WebError> {
    if known(scope).next().is_none() && scope.actor.role != Role::CaseManager {
        return Err(WebError::NotFound);
    }
    let page = scope.form_page().await?;
    let page = page.here(scope.visitor.words().t("case-part-tribunal"));
    let track = waiting_track(scope);
    let can_propose = scope.actor.role == Role::CaseManager
        && !is_taken(scope, track)
        && scope.step_open(track, ActName::Appoint);
    let candidates = if can_propose {
        candidates(scope, &page).await?
    } else {
        Vec::new()
    };
    let clock = scope
        .file
        .clocks
        .iter()
        .rev()
        .find(|c| c.rule == "object" && c.state == ClockState::Running)
        .map(|c| c.due_at);
    Ok(TribunalPage {
        frame: scope.frame(Part::Tribunal),
        hidden: scope.hidden(),
        form,
        who_decides: scope
            .pack
            .panel
            .as_ref()
            .map(|rule| who_decides(&page.words, rule))
            .unwrap_or_default(),
        seats: known(scope)
            .rev()
            .map(|s| seat_view(scope, &page, s))
            .collect(),
        challenges: scope
            .file
            .challenges
            .iter()
            .rev()
            .filter(|c| known(scope).any(|s| s.no == c.seat))
            .map(|c| challenge_view(scope, c))
            .collect(),
        candidates,
        can_propose,
        track,
        declarations: declarations(scope, "acceptance"),
        clock,
        page,
    })
}

fn seat_view(scope: &CaseScope, page: &Page, seat: &tribunal::Seat) -> SeatView {
    let own = scope.actor.role == Role::Arbitrator && scope.actor.account == Some(seat.account);
    let (word, tone, since, declaration, disclosure, reason) = match &seat.state {
        SeatState::Proposed => (
            "proposed",
            "due",
            seat.proposed_at,
            String::new(),
            String::new(),
            String::new(),
        ),
        SeatState::Accepted {
            at,
            declaration,
            disclosure,
        } => (
            "accepted",
            "done",
            *at,
            declaration.text.clone(),
            disclosure.clone(),
            String::new(),
        ),
        SeatState::Declined { at, reason } => (
            "declined",
            "",
            *at,
            String::new(),
            String::new(),
            reason.clone(),
        ),
        SeatState::Removed { at, reason } => (
            "removed",
            "",
            *at,
            String::new(),
            String::new(),
            reason.clone(),
        ),
    };
    let challenge = Act::Tribunal(tribunal::Act::Challenge {
        seat: seat.no,
        ground: "-".to_owned(),
    });
    SeatView {
        no: seat.no,
        name: seat.name.clone(),
        state: words::said(&page.words, "seat", word),
        tone,
        since,
        declaration,
        disclosure,
        reason,
        can_answer: own && seat.state == SeatState::Proposed,
        can_resign: own && seat.is_sitting() && scope.file.decisions.is_empty(),
        can_challenge: scope.would_accept(&challenge),
    }
}

fn challenge_view(scope: &CaseScope, challenge: &tribunal::Challenge) -> ChallengeView {
    let seat = scope.file.seats.iter().find(|s| s.no == challenge.seat);
    let open = scope.actor.role == Role::CaseManager && challenge.ruling.is_none();
    let proposed =
        seat.is_some_and(|s| s.proposed_by.is_some() && s.proposed_by == scope.actor.account);
    ChallengeView {
        no: challenge.no,
        by: scope
            .file
            .party(challenge.party)
            .map(|p| p.name.clone())
            .unwrap_or_default(),
        against: seat.map(|s| s.name.clone()).unwrap_or_default(),
        ground: challenge.ground.clone(),
        at: challenge.filed_at,
        ruling: challenge.ruling.as_ref().map(|r| RulingView {
            upheld: r.upheld,
            reasons: r.reasons.clone(),
            name: r.name.clone(),
            at: r.at,
        }),
        can_rule: open && !proposed,
        other_must_rule: open && proposed,
    }
}

async fn candidates(scope: &CaseScope, page: &Page) -> Result<Vec<CandidateView>, WebError> {
    let involved: Vec<AccountId> = scope
        .file
        .parties
        .iter()
        .filter_map(|p| p.account)
        .chain(scope.file.mandates.iter().filter_map(|m| m.account))
        .collect();
    let found = scope
        .visitor
        .app
        .store
        .read(move |tx| load(tx, &involved))
        .await?;
    let (list, case_organisations) = found;
    let list_of = |value: &serde_json::Value, sort: &str| {
        let items: Vec<String> = serde_json::from_value(value.clone()).unwrap_or_default();
        items
            .iter()
            .map(|i| words::said(&page.words, sort, i))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut views: Vec<CandidateView> = list
        .into_iter()
        .map(|(entry, organisations)| {
            let candidate = candidate_of(&entry, organisations, case_organisations.clone());
            let is_full = entry.load >= i64::from(entry.entry.capacity);
            CandidateView {
                id: entry.entry.account_id,
                name: entry.name.clone(),
                languages: list_of(&entry.entry.languages, "language"),
                fields: list_of(&entry.entry.fields, "right"),
                load: page.with2(
                    "tribunal-load",
                    "load",
                    entry.load,
                    "capacity",
                    i64::from(entry.entry.capacity),
                ),
                is_full,
                countries: list_of(&entry.entry.countries, "country"),
                away: away(&entry, scope.now)
                    .map(|day| page.with1("tribunal-available", "day", page.day(day)))
                    .unwrap_or_default(),
                conflict: conflict(&scope.file, &candidate)
                    .map(|why| page.t(&format!("refusal-conflict-{why}")).to_owned())
                    .unwrap_or_default(),
            }
        })
        .collect();
    views.sort_by_key(|c| (!c.conflict.is_empty(), c.is_full, !c.away.is_empty()));
    Ok(views)
}

/// The day from which a candidate takes cases, if it has not come.
fn away(entry: &Arbitrator, now: Timestamp) -> Option<Date> {
    let today = now.to_zoned(TimeZone::UTC).date();
    entry.entry.available_from.filter(|day| *day > today)
}

type Known = (Vec<(Arbitrator, Vec<OrganisationId>)>, Vec<OrganisationId>);

fn load(tx: &mut ReadTx<'_>, involved: &[AccountId]) -> StorageResult<Known> {
    let mut list = Vec::new();
    for entry in roster::list(tx, true, &["proposed", "accepted"], 200)? {
        let organisations = organisations_of(tx, entry.entry.account_id)?;
        list.push((entry, organisations));
    }
    let mut case_organisations = Vec::new();
    for account in involved {
        case_organisations.extend(organisations_of(tx, *account)?);
    }
    Ok((list, case_organisations))
}

fn organisations_of(tx: &mut ReadTx<'_>, account: AccountId) -> StorageResult<Vec<OrganisationId>> {
    Ok(accounts::list_memberships_of(tx, account)?
        .into_iter()
        .map(|(row, _)| row.organisation_id)
        .collect())
}

fn candidate_of(
    entry: &Arbitrator,
    organisations: Vec<OrganisationId>,
    case_organisations: Vec<OrganisationId>,
) -> Candidate {
    Candidate {
        account: entry.entry.account_id,
        name: entry.name.clone(),
        email: entry.email.clone(),
        organisations,
        case_organisations,
    }
}

/// After an act: a note, and back to the page; a refusal stands beside its field.
async fn done(
    mut scope: CaseScope,
    posted: &Posted,
    act: Act,
    field: &str,
    note: &str,
) -> PageResult {
    match scope.perform(posted, act).await {
        Ok(Receipt { .. }) => {
            scope.flash(Flash::done(note)).await?;
            Ok(see_other(urls::tribunal(&scope.file.number)))
        }
        Err(crate::services::acts::ActError::Refused(crate::domain::acts::Refusal::Missing {
            what,
        })) => {
            let mut form = FormState::of(posted);
            form.error(
                field,
                if what == "declaration" {
                    "tribunal-error-declaration"
                } else {
                    "tribunal-error-reason"
                },
            );
            unprocessable(&view(&mut scope, form).await?)
        }
        Err(error) => Err(scope.refused(posted, error)),
    }
}

/// `POST /cases/{number}/tribunal/propose`
pub async fn propose(visitor: Visitor, number: web::Path<String>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "track", "candidate"])?;
    let mut scope = CaseScope::open_to_candidates(visitor, &number).await?;
    scope.require(&[Role::CaseManager])?;
    let Ok(chosen) = posted.get("candidate").parse::<AccountId>() else {
        let mut form = FormState::of(&posted);
        form.error("candidate", "tribunal-error-candidate");
        return unprocessable(&view(&mut scope, form).await?);
    };
    let involved: Vec<AccountId> = scope
        .file
        .parties
        .iter()
        .filter_map(|p| p.account)
        .chain(scope.file.mandates.iter().filter_map(|m| m.account))
        .collect();
    let (list, case_organisations) = scope
        .visitor
        .app
        .store
        .read(move |tx| load(tx, &involved))
        .await?;
    let (entry, organisations) = list
        .into_iter()
        .find(|(e, _)| e.entry.account_id == chosen)
        .ok_or(WebError::NotFound)?;
    let is_away = away(&entry, scope.now).is_some();
    if is_away || entry.load >= i64::from(entry.entry.capacity) {
        let mut form = FormState::of(&posted);
        let why = if is_away {
            "tribunal-not-yet"
        } else {
            "tribunal-full"
        };
        form.error("candidate", why);
        return unprocessable(&view(&mut scope, form).await?);
    }
    let track = posted
        .get("track")
        .parse()
        .unwrap_or_else(|_| waiting_track(&scope));
    let act = tribunal::Act::Propose {
        track,
        candidate: candidate_of(&entry, organisations, case_organisations),
    };
    done(
        scope,
        &posted,
        Act::Tribunal(act),
        "candidate",
        "tribunal-proposed",
    )
    .await
}

/// `POST …/seats/{seat}/accept`
pub async fn accept(
    visitor: Visitor,
    path: web::Path<(String, u32)>,
    posted: Posted,
) -> PageResult {
    posted.only(&["seen", "form", "disclosure", "declare-*"])?;
    let (number, seat) = path.into_inner();
    let mut scope = CaseScope::open_to_candidates(visitor, &number).await?;
    scope.require(&[Role::Arbitrator])?;
    let Some(declaration) = ticked(&scope, &posted, "acceptance").into_iter().next() else {
        let mut form = FormState::of(&posted);
        let field = declarations(&scope, "acceptance")
            .into_iter()
            .next()
            .map_or_else(|| "disclosure".to_owned(), |(name, _)| name);
        form.error(&field, "tribunal-error-declaration");
        return unprocessable(&view(&mut scope, form).await?);
    };
    let act = tribunal::Act::Accept {
        seat,
        declaration,
        disclosure: posted.get("disclosure").to_owned(),
    };
    done(
        scope,
        &posted,
        Act::Tribunal(act),
        "disclosure",
        "tribunal-accepted",
    )
    .await
}

/// `POST …/seats/{seat}/decline`
pub async fn decline(
    visitor: Visitor,
    path: web::Path<(String, u32)>,
    posted: Posted,
) -> PageResult {
    posted.only(&["seen", "form", "reason"])?;
    let (number, seat) = path.into_inner();
    let mut scope = CaseScope::open_to_candidates(visitor, &number).await?;
    scope.require(&[Role::Arbitrator])?;
    let act = tribunal::Act::Decline {
        seat,
        reason: posted.get("reason").to_owned(),
    };
    match scope.perform(&posted, Act::Tribunal(act)).await {
        Ok(_) => {
            scope.flash(Flash::done("tribunal-declined")).await?;
            // The seat is gone, and the case with it.
            Ok(see_other(urls::appointments()))
        }
        Err(error) => Err(scope.refused(&posted, error)),
    }
}

/// `POST …/seats/{seat}/resign`
pub async fn resign(
    visitor: Visitor,
    path: web::Path<(String, u32)>,
    posted: Posted,
) -> PageResult {
    posted.only(&["seen", "form", "resign"])?;
    let (number, seat) = path.into_inner();
    let mut scope = CaseScope::open_to_candidates(visitor, &number).await?;
    scope.require(&[Role::Arbitrator])?;
    let reason = posted.get("resign").to_owned();
    if reason.is_empty() {
        let mut form = FormState::of(&posted);
        form.error("resign", "tribunal-error-reason");
        return unprocessable(&view(&mut scope, form).await?);
    }
    match scope
        .perform(
            &posted,
            Act::Tribunal(tribunal::Act::Resign { seat, reason }),
        )
        .await
    {
        Ok(_) => {
            scope.flash(Flash::done("tribunal-resigned")).await?;
            Ok(see_other(urls::appointments()))
        }
        Err(error) => Err(scope.refused(&posted, error)),
    }
}

/// `POST …/seats/{seat}/challenge`
pub async fn challenge(
    visitor: Visitor,
    path: web::Path<(String, u32)>,
    posted: Posted,
) -> PageResult {
    posted.only(&["seen", "form", "ground"])?;
    let (number, seat) = path.into_inner();
    let scope = CaseScope::open_to_candidates(visitor, &number).await?;
    let act = tribunal::Act::Challenge {
        seat,
        ground: posted.get("ground").to_owned(),
    };
    done(
        scope,
        &posted,
        Act::Tribunal(act),
        "ground",
        "tribunal-challenged",
    )
    .await
}

/// `POST …/challenges/{challenge}/ruling`
pub async fn rule(visitor: Visitor, path: web::Path<(String, u32)>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "ruling", "reasons"])?;
    let (number, challenge) = path.into_inner();
    let mut scope = CaseScope::open_to_candidates(visitor, &number).await?;
    scope.require(&[Role::CaseManager])?;
    let upheld = match posted.get("ruling") {
        "upheld" => true,
        "dismissed" => false,
        _ => {
            let mut form = FormState::of(&posted);
            form.error("ruling", "tribunal-error-ruling");
            return unprocessable(&view(&mut scope, form).await?);
        }
    };
    let act = tribunal::Act::Rule {
        challenge,
        upheld,
        reasons: posted.get("reasons").to_owned(),
    };
    done(
        scope,
        &posted,
        Act::Tribunal(act),
        "reasons",
        "tribunal-ruled",
    )
    .await
}
