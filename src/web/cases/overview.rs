//! State of a case in one screen, and its claims.

use super::clock::clock_view;
use super::parallel;
use super::steps::next_steps;
use super::timeline::{Line, lines};
use crate::domain::Role;
use crate::domain::cases::Kind;
use crate::domain::notices::{Listing, MeasureValue};
use crate::domain::procedures::RetentionClass;
use crate::storage::docket;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::matters::paper::{self, View};
use crate::web::page::parts::{Clock, Phase, Progress, SumRow, Task};
use crate::web::page::{Page, html};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web;
use askama::Template;
use jiff::Timestamp;

#[derive(Template)]
#[template(path = "cases/overview.html")]
struct OverviewPage {
    page: Page,
    frame: CaseFrame,
    lead: String,
    tag: &'static str,
    // Not for whoever is only proposed as arbitrator.
    sees_papers: bool,
    clock: Option<Clock>,
    outcome: Option<String>,
    outcome_next: String,
    facts: Vec<SumRow>,
    phases: Vec<Phase>,
    tasks: Vec<Task>,
    awaited: usize,
    claims: Vec<ClaimView>,
    more_claims: usize,
    complaint: Vec<SumRow>,
    statement: String,
    answers: Vec<AnswerView>,
    papers: Vec<View>,
    latest: Vec<Line>,
    offer: Option<OfferView>,
    parties: Vec<PartyView>,
    dates: Vec<DateView>,
    version: u64,
    hash: String,
    timeline_href: String,
    next_href: String,
    matters: Vec<parallel::Line>,
    // What the case waits for elsewhere; empty where it goes on.
    waits: String,
    matters_href: String,
    // For somebody who came by a letter: the way to keep the case in an account.
    keep: &'static str,
}

/// A claim: what is said of one listing, and what the listing is now.
struct ClaimView {
    no: u32,
    href: String,
    title: String,
    where_it_is: String,
    wrong: String,
    measure: String,
    tone: &'static str,
    since: Timestamp,
    waits: String,
    answer: String,
    is_mine: bool,
}

struct AnswerView {
    name: String,
    position: String,
    statement: String,
    at: Timestamp,
}

struct OfferView {
    text: String,
    until: Timestamp,
    href: String,
    mine: bool,
}

struct PartyView {
    mark: &'static str,
    role: String,
    name: String,
    country: String,
    representatives: Vec<String>,
    is_you: bool,
}

struct DateView {
    label: String,
    at: Timestamp,
    target: bool,
    // While the days stand still: the date that it cannot go beyond
    is_latest: bool,
}

/// `GET /cases/{number}`
pub async fn overview(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let scope = CaseScope::open_to_candidates(visitor, &number).await?;
    let id = scope.file.id;
    let newest = scope
        .visitor
        .app
        .store
        .read(move |tx| docket::list_newest(tx, id, None, 6))
        .await?;
    let page = scope.page();
    let hash = newest
        .first()
        .map(|row| row.hash.clone())
        .unwrap_or_default();
    let latest = lines(&scope, &page, &newest);
    html(&view(&scope, page, latest, hash))
}

fn view(scope: &CaseScope, page: Page, latest: Vec<Line>, hash: String) -> OverviewPage {
    let file = &scope.file;
    let steps = next_steps(scope);
    let claims: Vec<ClaimView> = visible_listings(scope)
        .take(if scope.is_candidate() { 0 } else { 5 })
        .map(|l| claim_view(scope, &page, l))
        .collect();
    let count = visible_listings(scope).count();
    let mut frame = scope.frame(Part::Overview);
    let state = frame.state.clone();
    let own_track = file.track(scope.track());
    let outcome = own_track
        .and_then(|t| t.outcome.as_ref())
        .map(|o| words::outcome(&page.words, o));
    frame.closed = frame.closed || outcome.is_some();
    let awaited = steps.iter().filter(|s| s.awaited).count();
    // Whoever is proposed sees who takes part and what it is about, not what the sides said.
    let sees_papers = !scope.is_candidate();
    let tag = if outcome.is_some() {
        ""
    } else if awaited > 0 {
        "due"
    } else {
        "info"
    };
    OverviewPage {
        lead: match sees_papers {
            true => words::state_next(&page.words, &state),
            false => page.t("case-candidate-lead").to_owned(),
        },
        tag,
        sees_papers,
        clock: (outcome.is_none() && sees_papers)
            .then(|| clock_view(scope, &page))
            .flatten(),
        outcome_next: words::state_next(&page.words, &state),
        outcome,
        facts: facts(scope, &page),
        phases: phases(scope, &page),
        awaited,
        tasks: steps
            .iter()
            .map(|s| Task {
                name: match s.of.as_str() {
                    "" => page.t(&s.key).to_owned(),
                    of => page.with2("case-step-of", "step", page.t(&s.key), "who", of),
                },
                href: s.href.clone(),
                hint: page
                    .find(&format!("{}-hint", s.key))
                    .unwrap_or_default()
                    .to_owned(),
                state: page
                    .t(if s.awaited {
                        "case-task-awaited"
                    } else {
                        "case-task-choice"
                    })
                    .to_owned(),
                tone: if s.awaited { "due" } else { "plain" },
            })
            .collect(),
        more_claims: match sees_papers {
            true => count.saturating_sub(claims.len()),
            false => 0,
        },
        claims,
        complaint: complaint_rows(scope, &page),
        statement: match (&file.notice, &file.complaint) {
            _ if !sees_papers => String::new(),
            (Some(n), _) => n.statement.clone(),
            (None, Some(c)) => c.statement.clone(),
            (None, None) => String::new(),
        },
        answers: match sees_papers {
            true => answers(scope, &page),
            false => Vec::new(),
        },
        papers: paper::visible(scope)
            .filter(|_| sees_papers)
            .map(|paper| paper::view(&page, scope, paper))
            .collect(),
        latest,
        offer: offer_view(scope, &page),
        parties: parties(scope, &page),
        dates: match sees_papers {
            true => dates(scope, &page),
            false => Vec::new(),
        },
        version: file.version,
        hash,
        timeline_href: urls::timeline(&file.number),
        matters: match sees_papers {
            true => parallel::lines(scope, &page),
            false => Vec::new(),
        },
        waits: parallel::waits(scope, &page),
        matters_href: urls::parallel(&scope.file.number),
        next_href: urls::next(&file.number),
        keep: if scope.visitor.account.is_none() {
            urls::seat()
        } else {
            ""
        },
        frame,
        page,
    }
}

/// A seller sees only the listings of its own track.
fn visible_listings(scope: &CaseScope) -> impl Iterator<Item = &Listing> {
    let own = (scope.actor.role == Role::Respondent).then(|| scope.track());
    let market = match scope.actor.role {
        Role::Marketplace => scope
            .actor
            .party
            .and_then(|p| scope.file.party(p))
            .and_then(|p| p.organisation),
        _ => None,
    };
    scope.file.listings.iter().filter(move |l| {
        own.is_none_or(|t| l.track == t) && (market.is_none() || l.marketplace == market)
    })
}

fn claim_view(scope: &CaseScope, page: &Page, listing: &Listing) -> ClaimView {
    let answer = scope
        .file
        .track(listing.track)
        .and_then(|t| t.answer.as_ref());
    let name = if listing.title.is_empty() {
        if listing.item.is_empty() {
            &listing.url
        } else {
            &listing.item
        }
    } else {
        &listing.title
    };
    let handle = if listing.item.is_empty() {
        &listing.url
    } else {
        &listing.item
    };
    ClaimView {
        no: listing.no,
        href: urls::claim(&scope.file.number, listing.no),
        title: name.clone(),
        where_it_is: format!("{handle}, {}", listing.marketplace_name),
        wrong: listing.wrong.clone(),
        measure: words::said(&page.words, "measure", listing.measure.as_str()),
        tone: match listing.measure {
            MeasureValue::Live | MeasureValue::Refused => "info",
            MeasureValue::Hidden | MeasureValue::Removed | MeasureValue::Restricted => "late",
            MeasureValue::Restored => "done",
        },
        since: listing.measure_since,
        waits: listing
            .order
            .as_ref()
            .map(|o| words::said(&page.words, "action", o.action.as_str()))
            .unwrap_or_default(),
        answer: answer
            .map(|a| words::said(&page.words, "position", a.position.as_str()))
            .unwrap_or_default(),
        is_mine: scope.actor.role == Role::Respondent,
    }
}

fn facts(scope: &CaseScope, page: &Page) -> Vec<SumRow> {
    let file = &scope.file;
    let mut rows = Vec::new();
    match file.kind {
        Kind::Notice => {
            if let Some(notice) = &file.notice {
                let about = page.with2(
                    "case-fact-about-notice",
                    "right",
                    words::said(&page.words, "right", notice.right.kind.as_str()),
                    "count",
                    visible_listings(scope).count(),
                );
                rows.push(SumRow::new(page.t("case-fact-about"), about));
                let right = &notice.right;
                let parts = [&right.number, &right.territory, &right.owner];
                let parts = parts.into_iter().filter(|part| !part.is_empty());
                let right: Vec<String> = parts.cloned().collect();
                rows.push(SumRow::new(page.t("case-fact-right"), right.join(", ")));
            }
        }
        Kind::Matter => {}
        Kind::Complaint => {
            if let Some(complaint) = &file.complaint {
                rows.push(SumRow::new(
                    page.t("case-fact-about"),
                    format!(
                        "{}: {}",
                        words::said(&page.words, "problem", complaint.problem.as_str()),
                        complaint.goods
                    ),
                ));
            }
        }
    }
    rows.extend(circumstances(scope, page));
    if let Some(closed) = file.closed_at {
        let class = RetentionClass::CaseFile;
        let (least, most) = scope.pack.kept_until(class, file.filed_at, closed);
        let day = |at: Timestamp| page.day_of(at);
        let kept = match (least.map(day), most.map(day)) {
            (Some(least), Some(most)) => {
                Some(page.with2("case-fact-kept-between", "least", least, "most", most))
            }
            (Some(least), None) => Some(page.with1("case-fact-kept-least", "day", least)),
            (None, Some(most)) => Some(page.with1("case-fact-kept-most", "day", most)),
            (None, None) => None,
        };
        rows.extend(kept.map(|kept| SumRow::new(page.t("case-fact-kept"), kept)));
    }
    rows.push(SumRow::new(
        page.t("case-fact-you"),
        words::role(&page.words, scope.actor.role),
    ));
    rows.push(SumRow::new(
        page.t("case-fact-rules"),
        words::said(&page.words, "pack", &format!("{}-title", file.pack.id)),
    ));
    rows.push(SumRow::new(
        page.t("case-fact-filed"),
        page.day_of(file.filed_at),
    ));
    rows
}

/// What holds the case up: a seller whom nobody has reached, days that stand still, a court's order.
fn circumstances(scope: &CaseScope, page: &Page) -> Vec<SumRow> {
    let file = &scope.file;
    let own = (scope.actor.role == Role::Respondent).then(|| scope.track());
    let tracks = file
        .tracks
        .iter()
        .filter(|track| own.is_none_or(|no| no == track.no) && track.outcome.is_none());
    let mut rows = Vec::new();
    for track in tracks {
        let seller = file.party(track.respondent);
        if let Some(seller) = seller.filter(|party| party.email.is_empty()) {
            let words = page.with1("case-fact-unreached-text", "name", seller.name.as_str());
            rows.push(SumRow::new(page.t("case-fact-unreached"), words));
        }
        let live = file.clocks.iter();
        let mut live = live.filter(|clock| clock.track == track.no && clock.is_live());
        let still = live.find_map(|clock| match (&clock.held, clock.derivation.open_toll()) {
            (Some(held), _) => Some(page.day_of(held.since)),
            (None, toll) => toll.map(|toll| page.day(toll.from)),
        });
        if let Some(day) = still {
            let since = page.with1("case-fact-still-since", "day", day);
            rows.push(SumRow::new(page.t("case-fact-still"), since));
        }
        if let Some(order) = &track.order {
            let words = format!("{}, {}: {}", order.court, order.number, order.detail);
            rows.push(SumRow::new(page.t("case-fact-court"), words));
        }
    }
    rows
}

fn phases(scope: &CaseScope, page: &Page) -> Vec<Phase> {
    let state = scope
        .file
        .track(scope.track())
        .map(|t| t.state.clone())
        .unwrap_or_default();
    let here = scope.pack.phase_index(&state).unwrap_or(0);
    let ended = scope
        .pack
        .state(&state)
        .is_some_and(crate::domain::procedures::State::is_terminal);
    scope
        .pack
        .phases()
        .iter()
        .enumerate()
        .map(|(index, phase)| Phase {
            name: words::phase(&page.words, &phase.id),
            note: String::new(),
            progress: if index < here || (ended && index == here) {
                Progress::Done
            } else if index == here {
                Progress::Current
            } else {
                Progress::Ahead
            },
        })
        .collect()
}

fn complaint_rows(scope: &CaseScope, page: &Page) -> Vec<SumRow> {
    let Some(complaint) = &scope.file.complaint else {
        return Vec::new();
    };
    let mut rows = vec![
        SumRow::new(
            page.t("case-complaint-problem"),
            words::said(&page.words, "problem", complaint.problem.as_str()),
        ),
        SumRow::new(page.t("case-complaint-goods"), &complaint.goods),
        SumRow::new(
            page.t("case-complaint-order"),
            format!(
                "{}, {}",
                complaint.order_reference, complaint.marketplace_name
            ),
        ),
        SumRow::new(
            page.t("case-complaint-remedy"),
            words::said(&page.words, "remedy", complaint.remedy.as_str()),
        ),
    ];
    if let Some(amount) = &complaint.amount {
        rows.push(SumRow::new(
            page.t("case-complaint-amount"),
            page.money(amount.minor, &amount.currency),
        ));
    }
    if !complaint.tried.is_empty() && !scope.is_candidate() {
        rows.push(SumRow::new(
            page.t("case-complaint-tried"),
            &complaint.tried,
        ));
    }
    if let Some(missing) = &complaint.missing {
        rows.push(SumRow::new(page.t("case-complaint-missing"), missing));
    }
    rows.extend(
        complaint
            .completions
            .iter()
            .map(|text| SumRow::new(page.t("case-complaint-added"), text)),
    );
    rows
}

fn answers(scope: &CaseScope, page: &Page) -> Vec<AnswerView> {
    let own = (scope.actor.role == Role::Respondent).then(|| scope.track());
    scope
        .file
        .tracks
        .iter()
        .filter(|t| own.is_none_or(|own| own == t.no))
        .filter_map(|t| t.answer.as_ref().map(|a| (t, a)))
        .map(|(track, answer)| AnswerView {
            name: scope
                .file
                .party(track.respondent)
                .map(|p| p.name.clone())
                .unwrap_or_default(),
            position: words::said(&page.words, "position", answer.position.as_str()),
            statement: answer.statement.clone(),
            at: answer.at,
        })
        .collect()
}

/// The open offer, for the sides and the registry only: the tribunal never sees offers.
fn offer_view(scope: &CaseScope, page: &Page) -> Option<OfferView> {
    if matches!(scope.actor.role, Role::Arbitrator | Role::Marketplace) {
        return None;
    }
    let offer = scope.file.open_offer(scope.track())?;
    let remedy = words::said(&page.words, "remedy", offer.terms.remedy.as_str());
    let text = match &offer.terms.amount {
        Some(amount) => format!("{remedy}: {}", page.money(amount.minor, &amount.currency)),
        None => remedy,
    };
    Some(OfferView {
        text,
        until: offer.open_until,
        href: urls::offer(&scope.file.number, offer.no),
        mine: offer.by == scope.actor.role,
    })
}

fn parties(scope: &CaseScope, page: &Page) -> Vec<PartyView> {
    let own = (scope.actor.role == Role::Respondent)
        .then_some(scope.actor.party)
        .flatten();
    scope
        .file
        .parties
        .iter()
        // One seller does not learn who the other sellers are.
        .filter(|p| p.role != Role::Respondent || own.is_none_or(|own| own == p.no))
        .take(12)
        .map(|p| PartyView {
            mark: match p.role {
                Role::Claimant => "c",
                Role::Respondent => "r",
                _ => "",
            },
            role: words::role(&page.words, p.role),
            name: p.name.clone(),
            country: if p.country.is_empty() {
                String::new()
            } else {
                words::country(&page.words, &p.country)
            },
            representatives: scope
                .file
                .mandates
                .iter()
                .filter(|m| m.party == p.no && m.is_live(scope.now) && m.account.is_some())
                .map(|m| m.name.clone())
                .collect(),
            is_you: scope.actor.party == Some(p.no),
        })
        .collect()
}

fn dates(scope: &CaseScope, page: &Page) -> Vec<DateView> {
    let own = (scope.actor.role == Role::Respondent).then(|| scope.track());
    scope
        .file
        .running_clocks()
        .into_iter()
        .filter(|c| own.is_none_or(|t| c.track == t))
        .take(6)
        .map(|c| DateView {
            label: words::clock_label(&page.words, &c.rule, c.owner == scope.actor.role),
            at: c.due_at,
            target: c.target,
            is_latest: c.derivation.open_toll().is_some(),
        })
        .collect()
}

#[derive(Template)]
#[template(path = "cases/claims.html")]
struct ClaimsPage {
    page: Page,
    frame: CaseFrame,
    claims: Vec<ClaimView>,
}

/// `GET /cases/{number}/claims`
pub async fn claims(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &number).await?;
    let page = scope.page();
    let claims = visible_listings(&scope)
        .map(|l| claim_view(&scope, &page, l))
        .collect();
    let page = page.here(scope.visitor.words().t("case-part-claims"));
    html(&ClaimsPage {
        frame: scope.frame(Part::Claims),
        claims,
        page,
    })
}

#[derive(Template)]
#[template(path = "cases/claim.html")]
struct ClaimPage {
    page: Page,
    frame: CaseFrame,
    claim: ClaimView,
    url: String,
    rows: Vec<SumRow>,
    reasons: Vec<SumRow>,
    answer: Option<AnswerView>,
    exhibits: Vec<(String, String, String)>,
}

/// `GET /cases/{number}/claims/{claim}`
pub async fn claim(visitor: Visitor, path: web::Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let page = scope.page();
    let listing = visible_listings(&scope)
        .find(|l| l.no == no)
        .ok_or(WebError::NotFound)?;
    let file = &scope.file;
    let notice = file.notice.as_ref();
    let mut rows = vec![SumRow::new(page.t("case-claim-says"), &listing.wrong)];
    if let Some(notice) = notice {
        rows.push(SumRow::new(
            page.t("case-fact-right"),
            format!(
                "{}: {}, {}",
                words::said(&page.words, "right", notice.right.kind.as_str()),
                notice.right.number,
                notice.right.territory
            ),
        ));
        rows.push(SumRow::new(
            page.t("case-claim-asked"),
            words::said(&page.words, "action", notice.asked.as_str()),
        ));
    }
    rows.push(SumRow::new(
        page.t("case-claim-seller"),
        if listing.seller.is_empty() {
            page.t("case-claim-seller-unknown")
        } else {
            &listing.seller
        },
    ));
    let reasons = listing
        .reasons
        .as_ref()
        .map(|r| {
            vec![
                SumRow::new(page.t("case-reasons-ground"), &r.ground),
                SumRow::new(page.t("case-reasons-facts"), &r.facts),
                SumRow::new(
                    page.t("case-reasons-territory"),
                    if r.territory.is_empty() {
                        page.t("case-reasons-everywhere")
                    } else {
                        &r.territory
                    },
                ),
                SumRow::new(
                    page.t("case-reasons-automated"),
                    page.t(if r.automated { "case-yes" } else { "case-no" }),
                ),
            ]
        })
        .unwrap_or_default();
    let track = file.track(listing.track);
    let answer = track
        .and_then(|t| t.answer.as_ref().map(|a| (t, a)))
        .map(|(t, a)| AnswerView {
            name: file
                .party(t.respondent)
                .map(|p| p.name.clone())
                .unwrap_or_default(),
            position: words::said(&page.words, "position", a.position.as_str()),
            statement: a.statement.clone(),
            at: a.at,
        });
    let exhibits = crate::domain::access::exhibits(file, &scope.actor)
        .filter(|e| e.withdrawn.is_none() && (e.claim == 0 || e.claim == no))
        .map(|e| {
            (
                e.label.to_string(),
                e.title.clone(),
                urls::exhibit(&file.number, &e.label),
            )
        })
        .collect();
    let claim = claim_view(&scope, &page, listing);
    let url = if listing.url.starts_with("https://") || listing.url.starts_with("http://") {
        listing.url.clone()
    } else {
        String::new()
    };
    let page = page
        .crumb(
            scope.visitor.words().t("case-part-claims"),
            urls::claims(&file.number),
        )
        .here(no.to_string());
    html(&ClaimPage {
        frame: scope.frame(Part::Claims),
        claim,
        url,
        rows,
        reasons,
        answer,
        exhibits,
        page,
    })
}
