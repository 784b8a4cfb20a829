//! The docket as people read it. Entries that speak of what a reader may not see are named by
//! their kind only; none is left out, so that the numbers have no gaps.

use crate::domain::Role;
use crate::domain::docket::Entry;
use crate::services::telling::{Extent, Reading};
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
    /// Where its proof in the public log is
    pub proof: String,
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
    let reading = Reading {
        file: &scope.file,
        pack: &scope.pack,
        actor: &scope.actor,
        words: &page.words,
        zone: &page.zone,
    };
    let told = reading.tell(&entry, Extent::Short);
    let exhibits = told.exhibits.iter().map(|exhibit| {
        (
            exhibit.label.to_string(),
            urls::exhibit(&scope.file.number, &exhibit.label),
            exhibit.label.mark(),
        )
    });
    Some(Line {
        no: row.no,
        mark: match entry.actor.role {
            Role::Claimant => "c",
            Role::Respondent => "r",
            Role::Arbitrator | Role::CaseManager | Role::Administrator => "t",
            Role::Marketplace | Role::System => "",
        },
        exhibits: exhibits.collect(),
        title: told.title,
        who: who(scope, page, &entry),
        at: row.at,
        body: told.body,
        cites: told.cites,
        hash: row.hash.clone(),
        proof: urls::entry_proof(&scope.file.number, row.no),
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
