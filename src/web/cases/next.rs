//! What can happen from here: every way on with its dates, and what comes of itself.

use crate::domain::Role;
use crate::domain::cases::outlook::{Chance, Way};
use crate::domain::procedures::simulate::Taken;
use crate::domain::procedures::{ActName, Counted, Transition};
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::page::{Page, html};
use crate::web::public::condition;
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web::Path;
use askama::Template;
use jiff::Timestamp;

#[derive(Template)]
#[template(path = "cases/next.html")]
struct NextPage {
    page: Page,
    frame: CaseFrame,
    state: String,
    silence: Vec<Event>,
    mine: Vec<Choice>,
    others: Vec<Choice>,
    back: String,
}

/// What happens of itself.
struct Event {
    at: Timestamp,
    what: String,
    then: String,
    outcome: String,
    dates: Vec<DateLine>,
}

/// What somebody can do.
struct Choice {
    who: String,
    what: String,
    only_if: String,
    /// The state it leads to; empty where the case stays
    leads: String,
    then: String,
    dates: Vec<DateLine>,
}

/// A date that would follow.
struct DateLine {
    label: String,
    at: Timestamp,
    from: Option<Timestamp>,
    provisional: bool,
    /// While the days stand still: the date that it cannot go beyond
    is_latest: bool,
    counted: Vec<String>,
}

/// `GET /cases/{number}/next`
pub async fn show(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &path).await?;
    let page = scope.page();
    let track = scope.track();
    let outlook = scope
        .file
        .outlook(scope.law(), &scope.actor, track, scope.now);
    let step = |id: &str| scope.pack.transitions.iter().find(|step| step.id == *id);
    let silence = outlook.silence.iter().filter_map(|taken| {
        let found = step(&taken.step)?;
        Some(event(&page, &scope, found, taken))
    });
    let silence = silence.collect();
    let (mut mine, mut others) = (Vec::new(), Vec::new());
    for way in &outlook.ways {
        let Some(found) = step(&way.step) else {
            continue;
        };
        let choice = choice(&page, &scope, found, way);
        if way.by.contains(&scope.actor.role) {
            mine.push(choice);
        } else {
            others.push(choice);
        }
    }
    let state = scope.file.track(track).map(|track| track.state.clone());
    let title = page.t("case-next-title").to_owned();
    html(&NextPage {
        state: words::state(&page.words, state.as_deref().unwrap_or_default()),
        silence,
        mine,
        others,
        back: urls::case(&scope.file.number),
        frame: scope.frame(Part::Overview),
        page: page.here(title),
    })
}

fn event(page: &Page, scope: &CaseScope, step: &Transition, taken: &Taken) -> Event {
    let clock = step.clock.as_deref().unwrap_or_default();
    let moves = taken.from != taken.to;
    Event {
        at: taken.at,
        what: words::clock_silence(&page.words, clock),
        then: if moves {
            words::state(&page.words, &taken.to)
        } else {
            String::new()
        },
        outcome: taken
            .closed
            .map(|outcome| words::outcome(&page.words, outcome.as_str()))
            .unwrap_or_default(),
        dates: dates(page, scope, taken),
    }
}

fn choice(page: &Page, scope: &CaseScope, step: &Transition, way: &Way) -> Choice {
    let kind = scope.pack.kind();
    let taken = &way.taken;
    let who = way
        .by
        .iter()
        .filter(|role| **role != Role::System)
        .map(|role| words::role_in(&page.words, *role, kind));
    let moves = taken.from != taken.to;
    Choice {
        who: words::listed(&page.words, who),
        what: match step.act {
            ActName::Step => words::step(&page.words, &scope.pack, step.step()),
            act => words::said(&page.words, "step", act.as_str()),
        },
        only_if: match &way.chance {
            Chance::Sure => String::new(),
            Chance::Otherwise => page.t("case-next-otherwise").to_owned(),
            Chance::If(when) => {
                let guard = condition(&page.words, &scope.pack, when);
                page.with1("public-rules-if", "guard", guard)
            }
        },
        leads: if moves {
            words::state(&page.words, &taken.to)
        } else {
            String::new()
        },
        then: if moves {
            words::state_next(&page.words, &taken.to)
        } else {
            String::new()
        },
        dates: dates(page, scope, taken),
    }
}

fn dates(page: &Page, scope: &CaseScope, taken: &Taken) -> Vec<DateLine> {
    let line = |(rule, counted): &(String, Counted)| {
        let owner = scope.pack.clock(rule).and_then(|clock| clock.owner);
        DateLine {
            label: words::clock_label(&page.words, rule, owner == Some(scope.actor.role)),
            at: counted.due_at,
            from: counted.earliest_at,
            provisional: counted.provisional,
            is_latest: counted.derivation.open_toll().is_some(),
            counted: words::derivation_lines(&page.words, &counted.derivation),
        }
    };
    taken.dates.iter().map(line).collect()
}
