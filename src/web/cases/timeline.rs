//! The docket as people read it. Entries that speak of what a reader may not see are named by
//! their kind only; none is left out, so that the numbers have no gaps.

use crate::domain::Role;
use crate::domain::access::{is_withheld, sees_exhibit};
use crate::domain::acts::Effect;
use crate::domain::docket::Entry;
use crate::storage::docket::{self, DocketRow};
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::page::{Page, html};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web;
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;

/// Entries on one page.
const ON_A_PAGE: i64 = 50;

/// An entry as a reader sees it.
pub struct Line {
    /// Number
    pub no: u32,
    /// Class of the mark: `c`, `r`, `t` or empty
    pub mark: &'static str,
    /// What happened
    pub title: String,
    /// Who did it
    pub who: String,
    /// When
    pub at: Timestamp,
    /// More about it
    pub body: Vec<String>,
    /// Sources it rests on
    pub cites: Vec<String>,
    /// Hash of the entry
    pub hash: String,
    /// Exhibit numbers with their pages
    pub exhibits: Vec<(String, String, &'static str)>,
}

/// Reads rows of the docket for one reader.
pub fn lines(scope: &CaseScope, page: &Page, rows: &[DocketRow]) -> Vec<Line> {
    rows.iter()
        .filter_map(|row| line(scope, page, row))
        .collect()
}

fn line(scope: &CaseScope, page: &Page, row: &DocketRow) -> Option<Line> {
    let entry: Entry = serde_json::from_str(&row.entry.0).ok()?;
    let hidden = is_withheld(&scope.file, &scope.actor, &entry);
    let mut body = if hidden {
        vec![page.t("case-entry-withheld").to_owned()]
    } else {
        details(scope, page, &entry)
    };
    body.dedup();
    let exhibits = entry
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::ExhibitFiled { exhibit }
                if !hidden && sees_exhibit(&scope.file, &scope.actor, exhibit) =>
            {
                Some((
                    exhibit.label.to_string(),
                    urls::exhibit(&scope.file.number, &exhibit.label),
                    exhibit.label.mark(),
                ))
            }
            _ => None,
        })
        .collect();
    let role = entry.actor.role;
    Some(Line {
        no: row.no,
        mark: match role {
            Role::Claimant => "c",
            Role::Respondent => "r",
            Role::Arbitrator | Role::CaseManager | Role::Administrator => "t",
            Role::Marketplace | Role::System => "",
        },
        title: words::act(&page.words, entry.deed.name(), ""),
        who: who(scope, page, &entry),
        at: row.at,
        body,
        cites: entry
            .cites
            .iter()
            .filter_map(|key| scope.pack.source(key))
            .map(|s| words::law(&page.words, &scope.pack, s))
            .collect(),
        hash: row.hash.clone(),
        exhibits,
    })
}

fn who(scope: &CaseScope, page: &Page, entry: &Entry) -> String {
    match entry.actor.role {
        Role::System => page.t("case-who-system").to_owned(),
        role => {
            let party = entry.actor.party.and_then(|no| scope.file.party(no));
            // One seller does not learn who the other sellers are.
            let stranger = role == Role::Respondent
                && scope.actor.role == Role::Respondent
                && entry.actor.party != scope.actor.party;
            match party {
                _ if stranger => words::role(&page.words, role),
                Some(party) if party.name != entry.actor.name => {
                    format!("{} ({})", party.name, entry.actor.name)
                }
                Some(party) => party.name.clone(),
                None if entry.actor.name.is_empty() => words::role(&page.words, role),
                None => format!("{}, {}", entry.actor.name, words::role(&page.words, role)),
            }
        }
    }
}

/// What an entry changed, in lines.
fn details(scope: &CaseScope, page: &Page, entry: &Entry) -> Vec<String> {
    let words_of = &page.words;
    entry
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::TrackMoved { to, .. } => {
                Some(page.with1("case-entry-state", "state", words::state(words_of, to)))
            }
            Effect::OutcomeSet { outcome, .. } => Some(page.with1(
                "case-entry-outcome",
                "outcome",
                words::outcome(words_of, outcome),
            )),
            Effect::ClockStarted { clock } if !clock.target => {
                let summary = words::derivation_summary(words_of, &clock.derivation);
                Some(page.with3(
                    "case-entry-clock",
                    "label",
                    words::clock_label(words_of, &clock.rule, false),
                    "when",
                    page.when(clock.due_at),
                    "how",
                    summary,
                ))
            }
            Effect::ClockFired { clock } => {
                let clock = scope.file.clocks.iter().find(|c| c.no == *clock)?;
                let label = words::clock_label(words_of, &clock.rule, false);
                Some(page.with1("act-lapse-what", "what", label))
            }
            Effect::ClockExtended { due_at, .. } => {
                Some(page.with1("case-entry-extended", "when", page.when(*due_at)))
            }
            Effect::ClockTolled { due_at, .. } => {
                Some(page.with1("case-entry-tolled", "when", page.when(*due_at)))
            }
            Effect::ClockResumed { due_at, .. } => {
                Some(page.with1("case-entry-resumed", "when", page.when(*due_at)))
            }
            Effect::GapsNamed { asked, .. } => Some(asked.words.clone()),
            Effect::NoticeCompleted { completion } => {
                let added = completion.papers.len() + completion.places.len();
                let texts = [&completion.number, &completion.owner, &completion.statement];
                let texts = texts.iter().filter(|text| !text.is_empty()).count();
                Some(page.with1("case-entry-completed", "count", added + texts))
            }
            Effect::CourtHeld { order, .. } => Some(format!(
                "{}, {}: {}",
                order.court, order.number, order.detail
            )),
            Effect::MeasureOrdered {
                listing, action, ..
            } => Some(page.with2(
                "case-entry-ordered",
                "no",
                *listing,
                "action",
                words::said(words_of, "action", action.as_str()),
            )),
            Effect::MeasureTaken { listing, value, .. } => Some(page.with2(
                "case-entry-measure",
                "no",
                *listing,
                "measure",
                words::said(words_of, "measure", value.as_str()),
            )),
            Effect::ExhibitWithdrawn { label, reason } => Some(format!("{label}: {reason}")),
            Effect::SeatOffered { seat } => Some(seat.name.clone()),
            Effect::Decided { decision } => Some(decision.summary.clone()),
            Effect::OfferMade { offer } => {
                let remedy = words::said(words_of, "remedy", offer.terms.remedy.as_str());
                Some(match &offer.terms.amount {
                    Some(amount) => {
                        format!("{remedy}, {}", page.money(amount.minor, &amount.currency))
                    }
                    None => remedy,
                })
            }
            Effect::ObligationMoved {
                obligation, state, ..
            } => Some(page.with2(
                "case-entry-obligation",
                "no",
                *obligation,
                "state",
                words::said(words_of, "obligation", state.as_str()),
            )),
            _ => None,
        })
        .take(12)
        .collect()
}

#[derive(Template)]
#[template(path = "cases/timeline.html")]
struct TimelinePage {
    page: Page,
    frame: CaseFrame,
    lines: Vec<Line>,
    older: String,
    newest: String,
    total: u64,
}

/// Where a page of the timeline begins.
#[derive(Debug, Deserialize)]
pub struct Before {
    before: Option<u32>,
}

/// `GET /cases/{number}/timeline?before=`
pub async fn timeline(
    visitor: Visitor,
    number: web::Path<String>,
    query: web::Query<Before>,
) -> PageResult {
    let scope = CaseScope::open(visitor, &number).await?;
    let id = scope.file.id;
    let before = query.before;
    let rows = scope
        .visitor
        .app
        .store
        .read(move |tx| docket::list_newest(tx, id, before, ON_A_PAGE))
        .await?;
    let page = scope.page();
    let lines = lines(&scope, &page, &rows);
    let base = urls::timeline(&scope.file.number);
    let older = rows
        .last()
        .filter(|row| row.no > 1)
        .map(|row| urls::with_query(&base, &[("before", &row.no.to_string())]))
        .unwrap_or_default();
    let page = page.here(scope.visitor.words().t("case-part-timeline"));
    let newest = if before.is_some() {
        base
    } else {
        String::new()
    };
    html(&TimelinePage {
        frame: scope.frame(Part::Timeline),
        lines,
        older,
        newest,
        total: scope.file.version,
        page,
    })
}
