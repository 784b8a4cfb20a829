//! One deadline of any case: its rule, how it was counted, what happens at its end, its history; and asking
//! for more time, with the result at once.

use super::parts::impossible;
use crate::domain::Role;
use crate::domain::acts::{Act, Clock, ClockState, Effect};
use crate::domain::docket::Entry;
use crate::domain::notices;
use crate::domain::procedures::{Changes, ExtendRule, count_clock};
use crate::storage::{StorageError, docket};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::parts::{SumRow, when_and_where};
use crate::web::page::{Flash, Page, html, render, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::Timestamp;

const REASON_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "complaints/deadline.html")]
struct DeadlinePage {
    page: Page,
    frame: CaseFrame,
    title: String,
    rows: Vec<SumRow>,
    consequence: String,
    lines: Vec<String>,
    sources: Vec<Source>,
    history: Vec<Happened>,
    /// where more time is asked for, if the reader can
    extend: String,
    back: String,
}

struct Source {
    name: String,
    url: String,
    mark: String,
}

struct Happened {
    at: Timestamp,
    words: String,
    href: String,
}

#[derive(Template)]
#[template(path = "complaints/extend.html")]
struct ExtendPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    label: String,
    due_at: Timestamp,
    /// the new date where asking is enough
    then: Option<Timestamp>,
    both: bool,
    /// Who reads the reason
    reason_hint: String,
    adds: String,
    max: usize,
    back: String,
}

/// A clock that the reader may look at: a seller only those of its own track.
fn clock_of(scope: &CaseScope, no: u32) -> Result<Clock, WebError> {
    let found = scope
        .file
        .clocks
        .iter()
        .find(|clock| clock.no == no)
        .cloned()
        .ok_or(WebError::NotFound)?;
    let own = scope.actor.role != Role::Respondent
        || scope
            .file
            .track(found.track)
            .is_some_and(|track| Some(track.respondent) == scope.actor.party);
    if own {
        Ok(found)
    } else {
        Err(WebError::NotFound)
    }
}

fn ask(clock: u32, reason: String) -> Act {
    Act::Notice(notices::Act::AskTime { clock, reason })
}

/// `GET /cases/{number}/deadlines/{clock}`
pub async fn show(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let clock = clock_of(&scope, no)?;
    let page = scope.page();
    let title = words::clock_label(&page.words, &clock.rule, clock.owner == scope.actor.role);
    let rule = scope.pack.clock(&clock.rule);
    let state = match clock.state {
        ClockState::Running => "complaints-deadline-running",
        ClockState::Held => "complaints-deadline-held",
        ClockState::Stopped => "complaints-deadline-stopped",
        ClockState::Fired => "complaints-deadline-fired",
    };
    let who = scope.pack.who_acts(&clock.rule, clock.owner);
    let owner = match who.is_empty() {
        true => page.t("complaints-deadline-nobody").to_owned(),
        false => words::listed(
            &page.words,
            who.iter()
                .map(|role| words::role_in(&page.words, *role, scope.pack.kind())),
        ),
    };
    let mut rows = vec![
        SumRow::new(
            page.t("complaints-deadline-due"),
            match clock.state {
                ClockState::Held => page.t("complaints-deadline-held-due").to_owned(),
                _ => when_and_where(&page, clock.due_at),
            },
        ),
        SumRow::new(page.t("complaints-deadline-state"), page.t(state)),
        SumRow::new(page.t("complaints-deadline-owner"), owner),
        SumRow::new(
            page.t("complaints-deadline-began"),
            when_and_where(&page, clock.started_at),
        ),
    ];
    if let Some(from) = clock.earliest_at {
        rows.push(SumRow::new(
            page.t("complaints-deadline-from"),
            when_and_where(&page, from),
        ));
    }
    let sources = rule
        .into_iter()
        .flat_map(|rule| &rule.cite)
        .filter_map(|key| scope.pack.source(key))
        .map(|source| Source {
            name: words::law(&page.words, &scope.pack, source),
            url: source.url.clone().unwrap_or_default(),
            mark: words::law_mark(&page.words, &scope.pack, source),
        });
    let view = DeadlinePage {
        consequence: rule
            .map(|rule| words::clock_consequence(&page.words, rule))
            .unwrap_or_default(),
        lines: words::derivation_lines(&page.words, &clock.derivation),
        sources: sources.collect(),
        history: history(&scope, &page, no).await?,
        extend: if scope.would_accept(&ask(no, String::new())) {
            urls::deadline_extend(&scope.file.number, no)
        } else {
            String::new()
        },
        back: urls::case(&scope.file.number),
        frame: scope.frame(Part::Overview),
        rows,
        title: title.clone(),
        page: page.clone().here(title),
    };
    html(&view)
}

/// What happened to the clock, from the record.
async fn history(scope: &CaseScope, page: &Page, no: u32) -> Result<Vec<Happened>, WebError> {
    let case = scope.file.id;
    let rows = scope
        .visitor
        .app
        .store
        .read(move |tx| docket::list(tx, case, 0, 10_000))
        .await?;
    let mut history = Vec::new();
    for row in rows {
        let entry: Entry = serde_json::from_str(&row.entry.0)
            .map_err(|_| StorageError::corrupt("docket", "entry", case))?;
        for effect in &entry.effects {
            let words = match effect {
                Effect::ClockStarted { clock } if clock.no == no => page.with1(
                    "complaints-deadline-started",
                    "when",
                    page.when(clock.due_at),
                ),
                Effect::TimeAsked { clock, role, .. } if *clock == no => page.with1(
                    "complaints-deadline-asked",
                    "who",
                    words::role(&page.words, *role),
                ),
                Effect::ClockTolled { clock, due_at, .. } if *clock == no => {
                    page.with1("case-entry-tolled", "when", page.when(*due_at))
                }
                Effect::ClockHeld { clock, hold } if *clock == no => page.with1(
                    "complaints-deadline-held-for",
                    "why",
                    words::said(&page.words, "toll", hold),
                ),
                Effect::ClockReleased { clock, due_at, .. } if *clock == no => {
                    page.with1("case-entry-resumed", "when", page.when(*due_at))
                }
                Effect::ClockResumed { clock, due_at, .. } if *clock == no => {
                    page.with1("case-entry-resumed", "when", page.when(*due_at))
                }
                Effect::ClockRecounted { clock, due_at, .. } if *clock == no => {
                    page.with1("case-entry-recounted", "when", page.when(*due_at))
                }
                Effect::TimeGivenBack { clock, due_at, .. } if *clock == no => {
                    page.with1("case-entry-given-back", "when", page.when(*due_at))
                }
                Effect::ClockExtended { clock, due_at, .. } if *clock == no => {
                    page.with1("complaints-deadline-extended", "when", page.when(*due_at))
                }
                Effect::ClockStopped { clock } if *clock == no => {
                    page.t("complaints-deadline-stopped").to_owned()
                }
                Effect::ClockFired { clock } if *clock == no => {
                    page.t("complaints-deadline-fired").to_owned()
                }
                _ => continue,
            };
            let entry_no = u32::try_from(entry.no).unwrap_or(u32::MAX);
            history.push(Happened {
                at: entry.at,
                words,
                href: urls::entry(&scope.file.number, entry_no),
            });
        }
    }
    Ok(history)
}

/// `GET /cases/{number}/deadlines/{clock}/extend`
pub async fn extend(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    scope.require(&[Role::Claimant, Role::Respondent])?;
    extend_page(scope, no, FormState::new(), StatusCode::OK).await
}

/// The date that one more extension gives.
fn counted(scope: &CaseScope, clock: &Clock, rule: &ExtendRule) -> Option<Timestamp> {
    let more = rule.adds.length(&scope.pack, &scope.file.pack.settings)?;
    let changes = Changes::of(&clock.derivation).longer(more);
    let counted = count_clock(
        &scope.pack,
        &clock.rule,
        clock.started_at,
        &scope.visitor.app.calendars,
        &scope.file.pack.settings,
        &changes,
    );
    counted.ok().map(|counted| counted.due_at)
}

async fn extend_page(
    mut scope: CaseScope,
    no: u32,
    form: FormState,
    status: StatusCode,
) -> PageResult {
    let clock = clock_of(&scope, no)?;
    let act = ask(no, String::new());
    let rule = scope
        .pack
        .clock(&clock.rule)
        .and_then(|rule| rule.extension_for(scope.actor.role))
        .cloned();
    let Some(rule) = rule.filter(|_| scope.would_accept(&act)) else {
        return Err(impossible(&scope, &act));
    };
    // A clock that nobody owns is the time of both sides, and both must ask.
    let other_asked = scope
        .actor
        .role
        .opposite()
        .is_some_and(|other| clock.asked.contains(&other));
    let both = clock.owner == Role::System && !other_asked;
    // Before the registry's check the other side has not heard of the case.
    let is_read = scope
        .file
        .parties_of(Role::Respondent)
        .any(|party| scope.file.is_served(party.no));
    let page = scope.form_page().await?;
    let view = ExtendPage {
        label: words::clock_label(&page.words, &clock.rule, clock.owner == scope.actor.role),
        due_at: clock.due_at,
        then: counted(&scope, &clock, &rule),
        both,
        reason_hint: page
            .t(if is_read {
                "complaints-extend-reason-hint"
            } else {
                "complaints-extend-reason-early"
            })
            .to_owned(),
        adds: words::amount(
            &page.words,
            &scope.pack,
            &scope.file.pack.settings,
            &rule.adds,
        ),
        max: REASON_MAX,
        back: urls::case(&scope.file.number),
        hidden: scope.hidden(),
        frame: scope.frame(Part::Overview),
        form,
        page: page
            .clone()
            .here(page.t("complaints-extend-title").to_owned()),
    };
    render(&view, status)
}

/// `POST /cases/{number}/deadlines/{clock}/extend`
pub async fn take_extend(
    visitor: Visitor,
    path: Path<(String, u32)>,
    posted: Posted,
) -> PageResult {
    posted.only(&["seen", "form", "do", "reason"])?;
    let (number, no) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    scope.require(&[Role::Claimant, Role::Respondent])?;
    clock_of(&scope, no)?;
    let back = urls::deadline(&scope.file.number, no);
    if scope.sent_before(&posted).await?.is_some() {
        return Ok(see_other(back));
    }
    let mut form = FormState::of(&posted);
    let reason = form.optional("reason", REASON_MAX).unwrap_or_default();
    if !form.is_ok() {
        return extend_page(scope, no, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let before = clock_of(&scope, no)?;
    if let Err(error) = scope.perform(&posted, ask(no, reason)).await {
        return Err(scope.refused(&posted, error));
    }
    // The case is read again to say what came of it.
    let mut scope = CaseScope::open(scope.visitor, &number).await?;
    let after = clock_of(&scope, no)?;
    let flash = if after.extensions > before.extensions {
        Flash::done("complaints-flash-more-time")
            .arg("when", when_and_where(&scope.page(), after.due_at))
    } else {
        Flash::info("complaints-flash-time-asked")
    };
    scope.flash(flash).await?;
    Ok(see_other(back))
}
