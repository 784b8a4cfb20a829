//! A version tried on the cases there are.

use crate::domain::cases::rehearse::{Parting, Place as Stand};
use crate::i18n::Words;
use crate::services::procedures::{self, Ended};
use crate::storage::procedures as stored;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::page::{Page, Place, html};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "admin/rehearsal.html")]
struct RehearsalPage {
    page: Page,
    lead: String,
    cases: usize,
    rows: Vec<Row>,
}

struct Row {
    number: String,
    href: String,
    version: String,
    was: String,
    would_be: String,
    differs: bool,
    why: String,
    moved: Vec<String>,
}

/// `GET /admin/procedures/{digest}/rehearsal`
pub async fn show(visitor: Visitor, digest: Path<String>) -> PageResult {
    visitor.require_administrator()?;
    let wanted = digest.clone();
    let row = visitor
        .app
        .store
        .read(move |tx| stored::find(tx, &wanted))
        .await?;
    let packs = visitor.app.packs();
    let of_known = packs.iter().find(|pack| pack.digest() == *digest);
    let name = match (&row, of_known) {
        (Some(row), _) => format!("{} {}", row.id, row.version),
        (None, Some(pack)) => format!("{} {}", pack.family(), pack.version()),
        (None, None) => return Err(WebError::NotFound),
    };
    let done = procedures::rehearse(&visitor.app, &digest)
        .await?
        .ok_or(WebError::NotFound)?;
    let page = visitor.page().at(Place::Overview);
    let rows = done.shown.iter().map(|ended| line(&page, ended)).collect();
    html(&RehearsalPage {
        lead: page.with(
            "admin-rehearsal-lead",
            &[
                ("cases", done.cases.into()),
                ("otherwise", done.otherwise.into()),
                ("redated", done.redated.into()),
            ],
        ),
        cases: done.cases,
        rows,
        page: page
            .clone()
            .crumb(page.t("admin-title"), urls::admin())
            .crumb(page.t("admin-procedures"), urls::admin_procedures())
            .crumb(name, urls::admin_procedure(&digest))
            .here(page.t("admin-rehearsal")),
    })
}

fn line(page: &Page, ended: &Ended) -> Row {
    let words = &page.words;
    let both = &ended.both;
    Row {
        number: ended.number.to_string(),
        href: urls::case(&ended.number),
        version: ended.version.clone(),
        was: place(words, &both.was),
        would_be: place(words, &both.would_be),
        differs: !both.ends_alike(),
        why: match &both.parting {
            Some(Parting::NotOpen { at, by, state, .. }) => page.with3(
                "admin-rehearsal-not-open",
                "who",
                words::role(words, *by),
                "when",
                page.when(*at),
                "state",
                words::state(words, state),
            ),
            Some(Parting::NotCounted { why }) => {
                page.with1("admin-rehearsal-not-counted", "why", why)
            }
            Some(Parting::Silence) => page.t("admin-rehearsal-silence").to_owned(),
            None => String::new(),
        },
        moved: both
            .moved
            .iter()
            .map(|moved| {
                page.with3(
                    "admin-rehearsal-moved",
                    "clock",
                    words::clock_label(words, &moved.rule, false),
                    "was",
                    page.day(moved.was),
                    "would",
                    page.day(moved.would_be),
                )
            })
            .collect(),
    }
}

fn place(words: &Words, place: &Stand) -> String {
    words::state(words, &place.state)
}
