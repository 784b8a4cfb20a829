//! What an administrator looks at first; and the captured letters of a demonstration.

pub(in crate::web) mod changes;
pub(in crate::web) mod procedures;
mod rehearsal;

use crate::domain::ids::LetterId;
use crate::i18n::dates;
use crate::mail::Mailer;
use crate::services::log::Alarm;
use crate::services::outages::{self, Outage};
use crate::storage::cases::{self, CaseKind, figures};
use crate::storage::queue::{self, LetterRow};
use crate::storage::{ReadTx, StorageResult};
use crate::web::errors::{PageResult, WebError};
use crate::web::page::{Page, Place, html};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web::{self, ServiceConfig, get, post};
use askama::Template;
use jiff::{SignedDuration, Timestamp};

/// Routes.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/admin", get().to(overview))
        .route("/admin/procedures", get().to(procedures::list))
        .route("/admin/procedures", post().to(procedures::propose))
        .route("/admin/procedures/{digest}", get().to(procedures::show))
        .route("/admin/procedures/{digest}", post().to(procedures::decide))
        .route(
            "/admin/procedures/{digest}/rehearsal",
            get().to(rehearsal::show),
        )
        .route(
            "/admin/procedures/{digest}/numbers",
            get().to(procedures::numbers),
        )
        .route(
            "/admin/procedures/{digest}/numbers",
            post().to(procedures::set_numbers),
        )
        .route("/demo/letters", get().to(letters))
        .route("/demo/letters/{id}", get().to(letter));
}

#[derive(Template)]
#[template(path = "admin/overview.html")]
struct OverviewPage {
    page: Page,
    kinds: Vec<Row>,
    stages: Vec<Row>,
    outcomes: Vec<Row>,
    times: Vec<TimeRow>,
    letters: Vec<Row>,
    failing: Vec<Failing>,
    /// times in which nobody could reach the pages, newest first
    outages: Vec<Outage>,
    /// since when the letter that waits longest waits, if it waits too long
    stuck: Option<Timestamp>,
    /// why nothing is written, if so
    alarm: Option<Alarm>,
    /// since when entries wait for a signature, if that takes too long
    unsigned: Option<Timestamp>,
}

/// A figure with its share of the largest, for the bar.
struct Row {
    name: String,
    count: i64,
    most: i64,
}

/// How long cases of a kind took from filing to a step.
struct TimeRow {
    kind: String,
    step: String,
    count: usize,
    median: String,
    ninetieth: String,
}

/// The steps whose time is shown, in the order of a case: message in the catalogue, and the acts that reach it.
const STEPS: [(&str, &[&str]); 6] = [
    ("admin-step-screened", &["complaint.screen-accept"]),
    ("admin-step-measure", &["notice.measure"]),
    (
        "admin-step-answer",
        &["notice.counter", "notice.agree", "complaint.respond"],
    ),
    ("admin-step-offer", &["settlement.offer"]),
    ("admin-step-arbitrator", &["tribunal.accept"]),
    ("admin-step-decision", &["decision.sign"]),
];

struct Failing {
    /// its subject
    what: String,
    /// where the registry reads it; empty for a letter without a case
    href: String,
    to: String,
    state: String,
    reply: String,
}

fn rows(figures: Vec<(String, i64)>) -> Vec<Row> {
    let most = figures.iter().map(|(_, n)| *n).max().unwrap_or(1).max(1);
    figures
        .into_iter()
        .map(|(name, count)| Row { name, count, most })
        .collect()
}

/// `GET /admin`
async fn overview(visitor: Visitor) -> PageResult {
    visitor.require_staff()?;
    let since = visitor.app.now() - SignedDuration::from_hours(24 * 365);
    let health = crate::jobs::health(&visitor.app).await?;
    let (kinds, stages, outcomes, times, letters, (failing, mut outages)) = visitor
        .app
        .store
        .read(move |tx| {
            let mut times = Vec::new();
            for (step, acts) in STEPS {
                times.push((step, figures::time_to_act(tx, acts, since)?));
            }
            times.push(("admin-step-end", figures::time_to_close(tx, since)?));
            Ok((
                figures::count_by_kind(tx)?,
                figures::count_by_stage(tx)?,
                figures::count_by_outcome(tx)?,
                times,
                queue::count_by_state(tx)?,
                (failing(tx)?, outages::list(tx)?),
            ))
        })
        .await?;
    let page = visitor.page().at(Place::Overview);
    let kind = |kind: CaseKind| {
        page.t(match kind {
            CaseKind::Notice => "case-kind-notice",
            CaseKind::Complaint => "case-kind-complaint",
            CaseKind::Matter => "case-kind-matter",
        })
        .to_owned()
    };
    let length = |d: SignedDuration| {
        // A step that takes less than two days is told in hours.
        if d.as_hours() < 48 {
            page.with1("admin-hours", "n", d.as_hours())
        } else {
            dates::days(&page.words, d.as_hours() / 24)
        }
    };
    html(&OverviewPage {
        kinds: rows(
            kinds
                .into_iter()
                .flat_map(|(k, open, closed)| {
                    [
                        (format!("{}, {}", kind(k), page.t("case-list-open")), open),
                        (
                            format!("{}, {}", kind(k), page.t("case-list-closed")),
                            closed,
                        ),
                    ]
                })
                .collect(),
        ),
        stages: rows(
            stages
                .into_iter()
                .map(|s| {
                    (
                        format!("{}: {}", kind(s.kind), words::state(&page.words, &s.stage)),
                        s.count,
                    )
                })
                .collect(),
        ),
        outcomes: rows(
            outcomes
                .into_iter()
                .map(|o| {
                    (
                        format!(
                            "{}: {}",
                            kind(o.kind),
                            words::outcome(&page.words, &o.outcome)
                        ),
                        o.count,
                    )
                })
                .collect(),
        ),
        times: time_rows(&page, times, kind, length),
        letters: rows(
            letters
                .into_iter()
                .map(|(state, n)| (words::said(&page.words, "letter-state", state.as_str()), n))
                .collect(),
        ),
        failing: failing
            .into_iter()
            .map(|(l, number)| Failing {
                what: l
                    .subject
                    .unwrap_or_else(|| page.t("mandates-letter-other").to_owned()),
                href: number
                    .map(|number| format!("/cases/{number}/letters/{}", l.id))
                    .unwrap_or_default(),
                to: crate::telemetry::masked(&l.recipient_email),
                state: words::said(&page.words, "letter-state", l.state.as_str()),
                reply: l.reply.unwrap_or_default(),
            })
            .collect(),
        outages: {
            outages.reverse();
            outages
        },
        stuck: health.oldest_at.filter(|_| !health.is_well()),
        alarm: page.alarm(),
        unsigned: health.unsigned_at,
        page,
    })
}

/// Letters that did not arrive, newest first, with the numbers of their cases.
fn failing(tx: &mut ReadTx<'_>) -> StorageResult<Vec<(LetterRow, Option<String>)>> {
    let letters = queue::list_failing(tx, None, 20)?;
    let numbered = letters.into_iter().map(|letter| {
        let number = match letter.case_id {
            Some(case) => Some(cases::get(tx, case)?.number),
            None => None,
        };
        Ok((letter, number))
    });
    numbered.collect()
}

/// The steps of each kind of case, in order.
fn time_rows(
    page: &Page,
    times: Vec<(&'static str, Vec<figures::Took>)>,
    kind: impl Fn(CaseKind) -> String,
    length: impl Fn(SignedDuration) -> String,
) -> Vec<TimeRow> {
    let mut found: Vec<(CaseKind, TimeRow)> = Vec::new();
    for (step, took) in times {
        for took in took {
            let row = TimeRow {
                kind: kind(took.kind),
                step: page.t(step).to_owned(),
                count: took.cases,
                median: length(took.median),
                ninetieth: length(took.ninetieth),
            };
            found.push((took.kind, row));
        }
    }
    // The sort is stable: within a kind the steps keep their order.
    found.sort_by_key(|(kind, _)| *kind);
    found.into_iter().map(|(_, row)| row).collect()
}

#[derive(Template)]
#[template(path = "admin/letters.html")]
struct LettersPage {
    page: Page,
    rows: Vec<LetterLine>,
}

struct LetterLine {
    href: String,
    subject: String,
    to: String,
    at: Timestamp,
}

#[derive(Template)]
#[template(path = "admin/letter.html")]
struct LetterPage {
    page: Page,
    subject: String,
    to: String,
    at: Timestamp,
    text: String,
}

/// `GET /demo/letters`: only in a demonstration.
async fn letters(visitor: Visitor) -> PageResult {
    let Mailer::Folder(folder) = &visitor.app.mailer else {
        return Err(WebError::NotFound);
    };
    if !visitor.app.config.is_demo() {
        return Err(WebError::NotFound);
    }
    let list = folder.list(200).await?;
    let rows = list
        .into_iter()
        .map(|l| LetterLine {
            href: format!("/demo/letters/{}", l.id),
            subject: l.subject,
            to: format!("{} <{}>", l.to_name, l.to_address),
            at: l.at,
        })
        .collect();
    html(&LettersPage {
        page: visitor.page(),
        rows,
    })
}

/// `GET /demo/letters/{id}`
async fn letter(visitor: Visitor, id: web::Path<String>) -> PageResult {
    let Mailer::Folder(folder) = &visitor.app.mailer else {
        return Err(WebError::NotFound);
    };
    if !visitor.app.config.is_demo() {
        return Err(WebError::NotFound);
    }
    let id: LetterId = id.parse().map_err(|_| WebError::NotFound)?;
    let found = folder.find(id).await?.ok_or(WebError::NotFound)?;
    let page = visitor
        .page()
        .crumb(visitor.words().t("admin-letters"), "/demo/letters")
        .here(found.subject.clone());
    html(&LetterPage {
        page,
        subject: found.subject,
        to: format!("{} <{}>", found.to_name, found.to_address),
        at: found.at,
        text: found.text,
    })
}
