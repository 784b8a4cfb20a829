//! The seller asks for more time on the running clock; the result is known at once.

use super::desk::Desk;
use crate::domain::acts::Act;
use crate::domain::notices;
use crate::domain::procedures::{Changes, count_clock};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::parts::when_and_where;
use crate::web::page::{Flash, Page, render, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::Timestamp;

const REASON_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "response/time.html")]
struct Time {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    clock: u32,
    due_at: Timestamp,
    /// the new date, where asking is enough
    then: Option<Timestamp>,
    adds: String,
    max: usize,
    back: String,
}

/// `GET /cases/{number}/response/time`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let desk = Desk::open(visitor, &path).await?;
    page(desk, FormState::new(), StatusCode::OK).await
}

async fn page(mut desk: Desk, form: FormState, status: StatusCode) -> PageResult {
    let page = desk.scope.form_page().await?;
    let Some((clock, rule)) = desk.more_time() else {
        let no = desk
            .clock()
            .or_else(|| {
                desk.scope
                    .file
                    .clocks
                    .iter()
                    .rev()
                    .find(|clock| clock.track == desk.track.no)
            })
            .map_or(0, |clock| clock.no);
        return Err(crate::web::notices::impossible(
            &desk.scope,
            &Act::Notice(notices::Act::AskTime {
                clock: no,
                reason: String::new(),
            }),
        ));
    };
    let settings = &desk.scope.file.pack.settings;
    let more = rule
        .adds
        .length(&desk.scope.pack, settings)
        .ok_or(WebError::NotFound)?;
    let changes = Changes::of(&clock.derivation).longer(more);
    let counted = count_clock(
        &desk.scope.pack,
        &clock.rule,
        clock.started_at,
        &desk.scope.visitor.app.calendars,
        settings,
        &changes,
    );
    let then = counted
        .ok()
        .filter(|_| rule.automatic)
        .map(|counted| counted.due_at);
    let title = page.t("response-time-title").to_owned();
    let back = urls::response(&desk.scope.file.number);
    let adds = words::length(&page.words, more);
    let (no, due_at) = (clock.no, clock.due_at);
    let page = super::at(page, back.clone(), title);
    let (frame, hidden) = (desk.scope.frame(Part::Overview), desk.scope.hidden());
    render(
        &Time {
            page,
            frame,
            form,
            hidden,
            clock: no,
            due_at,
            then,
            adds,
            max: REASON_MAX,
            back,
        },
        status,
    )
}

/// `POST /cases/{number}/response/time`
pub async fn more(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "clock", "reason"])?;
    let number = path.into_inner();
    let desk = Desk::open(visitor, &number).await?;
    let mut form = FormState::of(&posted);
    let clock: u32 = posted
        .get("clock")
        .parse()
        .map_err(|_| WebError::bad("errors-bad-form"))?;
    let reason = form.optional("reason", REASON_MAX).unwrap_or_default();
    if !form.is_ok() {
        return page(desk, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    if let Err(error) = desk
        .scope
        .perform(
            &posted,
            Act::Notice(notices::Act::AskTime { clock, reason }),
        )
        .await
    {
        return Err(desk.scope.refused(&posted, error));
    }
    // The case is read again to say what came of it.
    let mut scope = CaseScope::open(desk.scope.visitor, &number).await?;
    let page = scope.page();
    let now = scope.file.clocks.iter().find(|found| found.no == clock);
    let flash = match now {
        Some(found) if found.asked.is_empty() || found.extensions > 0 => {
            Flash::done("response-flash-time").arg("when", when_and_where(&page, found.due_at))
        }
        _ => Flash::info("response-flash-time-asked"),
    };
    scope.flash(flash).await?;
    Ok(see_other(urls::response(&scope.file.number)))
}
