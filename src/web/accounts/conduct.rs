//! How somebody stands on the conduct ledger: the own record, and those of everybody for the staff.

use crate::domain::conduct::CountedPost;
use crate::domain::procedures::{ActName, ConductRule, Pack, Rung};
use crate::i18n::Words;
use crate::services::conduct::{self, Stands};
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::page::{Page, Place, html};
use crate::web::session::Visitor;
use crate::web::words::{self, said};
use askama::Template;
use jiff::Timestamp;

#[derive(Template)]
#[template(path = "accounts/conduct.html")]
struct ConductPage {
    page: Page,
    records: Vec<Record>,
    is_own: bool,
    /// How many points the page looked at, where there are more
    cut: Option<i64>,
}

/// A record under one procedure.
struct Record {
    /// The procedure
    title: String,
    /// Whose, where it is not the reader's own
    name: String,
    /// Points that count now
    points: u32,
    /// What that number means now; empty below the first rung
    now: String,
    lines: Vec<Line>,
    ladder: Vec<String>,
    /// For how long points count, and how many a stretch of time can bring
    rule: Vec<String>,
}

struct Line {
    number: String,
    href: String,
    at: Timestamp,
    /// What they were given for; empty where the procedure does not know it any more
    why: String,
    given: u32,
    counts: u32,
    until: Timestamp,
    is_over: bool,
}

/// `GET /account/conduct`
pub async fn own(visitor: Visitor) -> PageResult {
    let account = visitor.account_id()?;
    let stands = conduct::of_account(&visitor.app, account).await?;
    let words = visitor.words();
    let page = visitor
        .page()
        .crumb(words.t("accounts-title"), urls::account());
    let page = page.here(words.t("accounts-conduct-title"));
    let records = stands
        .iter()
        .map(|found| record(&page, found, true))
        .collect();
    html(&ConductPage {
        page,
        records,
        is_own: true,
        cut: None,
    })
}

/// `GET /admin/conduct`
pub async fn everybody(visitor: Visitor) -> PageResult {
    visitor.require_staff()?;
    let all = conduct::everybody(&visitor.app).await?;
    let words = visitor.words();
    let page = visitor.page().at(Place::Overview);
    let page = page.here(words.t("accounts-conduct-all"));
    let records = all
        .stands
        .iter()
        .map(|found| record(&page, found, false))
        .collect();
    html(&ConductPage {
        page,
        records,
        is_own: false,
        cut: all.is_cut.then_some(conduct::ROWS_MAX),
    })
}

fn record(page: &Page, found: &Stands, is_own: bool) -> Record {
    let (words, standing) = (&page.words, &found.standing);
    let rung = |rung: &Rung| {
        let what = said(words, "rung", rung.does.as_str());
        page.with2("accounts-conduct-rung", "points", rung.at, "what", what)
    };
    let line = |counted: &CountedPost| Line {
        number: counted.post.case.clone(),
        href: format!("/cases/{}", counted.post.case),
        at: counted.post.at,
        why: words::listed(
            words,
            counted
                .post
                .steps
                .iter()
                .filter_map(|step| given_for(words, &found.pack, step)),
        ),
        given: counted.post.points,
        counts: counted.counts,
        until: counted.until,
        is_over: counted.until <= page.now,
    };
    let rule = found.pack.conduct.as_ref();
    Record {
        title: said(words, "pack", &format!("{}-title", found.pack.id())),
        name: if is_own {
            String::new()
        } else {
            found.name.clone()
        },
        points: standing.points,
        now: standing
            .rung
            .map_or_else(String::new, |rung| said(words, "rung", rung.does.as_str())),
        lines: standing.posts.iter().rev().map(line).collect(),
        ladder: rule.map_or_else(Vec::new, |rule| rule.ladder.iter().map(rung).collect()),
        rule: rule.map_or_else(Vec::new, |rule| rule_lines(page, rule)),
    }
}

/// A step that gave points, in words.
fn given_for(words: &Words, pack: &Pack, step: &str) -> Option<String> {
    let step = pack.transitions.iter().find(|known| known.id == *step)?;
    Some(match (step.act, &step.clock) {
        (ActName::Lapse, Some(clock)) => words.with1(
            "accounts-conduct-silence",
            "clock",
            words::clock_label(words, clock, false),
        ),
        (ActName::Step, _) => words::step(words, pack, step.step()),
        (act, _) => said(words, "step", act.as_str()),
    })
}

fn rule_lines(page: &Page, rule: &ConductRule) -> Vec<String> {
    let words = &page.words;
    let expires = words::length(words, rule.expires);
    let mut lines = vec![page.with1("accounts-conduct-expires", "length", expires)];
    if let Some(cap) = rule.cap {
        let within = words::length(words, cap.within);
        lines.push(page.with2(
            "accounts-conduct-cap",
            "points",
            cap.points,
            "length",
            within,
        ));
    }
    lines
}
