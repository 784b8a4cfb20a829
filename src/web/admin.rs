//! What an administrator looks at first; and the captured letters of a demonstration.

use crate::domain::ids::LetterId;
use crate::i18n::dates;
use crate::mail::Mailer;
use crate::storage::cases::{CaseKind, figures};
use crate::storage::queue;
use crate::web::errors::{PageResult, WebError};
use crate::web::page::{Page, Place, html};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web::{self, ServiceConfig, get};
use askama::Template;
use jiff::{SignedDuration, Timestamp};

/// Routes.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/admin", get().to(overview))
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
    times: Vec<(String, String, String, String)>,
    letters: Vec<Row>,
    failing: Vec<Failing>,
}

/// A figure with its share of the largest, for the bar.
struct Row {
    name: String,
    count: i64,
    most: i64,
}

struct Failing {
    kind: String,
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
    let (kinds, stages, outcomes, times, letters, failing) = visitor
        .app
        .store
        .read(move |tx| {
            Ok((
                figures::count_by_kind(tx)?,
                figures::count_by_stage(tx)?,
                figures::count_by_outcome(tx)?,
                figures::time_to_close(tx, since)?,
                queue::count_by_state(tx)?,
                queue::list_failing(tx, None, 20)?,
            ))
        })
        .await?;
    let page = visitor.page().at(Place::Overview);
    let kind = |kind: CaseKind| {
        page.t(if kind == CaseKind::Notice {
            "case-kind-notice"
        } else {
            "case-kind-complaint"
        })
        .to_owned()
    };
    let length = |d: SignedDuration| dates::days(&page.words, d.as_hours() / 24);
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
        times: times
            .into_iter()
            .map(|t| {
                (
                    kind(t.kind),
                    t.cases.to_string(),
                    length(t.median),
                    length(t.ninetieth),
                )
            })
            .collect(),
        letters: rows(
            letters
                .into_iter()
                .map(|(state, n)| (words::said(&page.words, "letter-state", state.as_str()), n))
                .collect(),
        ),
        failing: failing
            .into_iter()
            .map(|l| Failing {
                kind: l.kind,
                to: crate::telemetry::masked(&l.recipient_email),
                state: words::said(&page.words, "letter-state", l.state.as_str()),
                reply: l.reply.unwrap_or_default(),
            })
            .collect(),
        page,
    })
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
