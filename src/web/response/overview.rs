//! The first page of the answer: what the notice says, why, by whom, until when, what happens if
//! nothing is done, and the choice.

use super::desk::{Desk, Side, name_of};
use crate::domain::Role;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::{Page, parts, render, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::words;
use actix_web::http::StatusCode;
use askama::Template;
use jiff::tz::TimeZone;

/// A claim about one listing.
struct Claim {
    no: u32,
    name: String,
    url: String,
    marketplace: String,
    measure: String,
    wrong: String,
    /// the marketplace's reasons: ground and facts
    reasons: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "response/overview.html")]
struct Overview {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    side: Side,
    clock: Option<parts::Clock>,
    claims: Vec<Claim>,
    choices: Vec<Choice>,
    state: String,
    next: String,
    /// how the seller answered, if it did
    answered: Option<(String, String)>,
    has_draft: bool,
    /// what the counter-notice lacks, where it has to be sent again
    missing: Vec<String>,
    /// the marketplace's words about it
    asked: String,
}

/// `GET /cases/{number}/response` of a notice
pub async fn show(scope: CaseScope) -> PageResult {
    let desk = Desk::of(scope)?;
    page(desk, FormState::new(), StatusCode::OK).await
}

async fn page(mut desk: Desk, form: FormState, status: StatusCode) -> PageResult {
    let has_draft = desk.draft().await?.is_some();
    let page = desk.scope.form_page().await?;
    let title = page.t("response-title").to_owned();
    let clock = desk.clock().map(|clock| {
        let label = words::clock_label(&page.words, &clock.rule, true);
        let consequence = desk
            .scope
            .pack
            .clock(&clock.rule)
            .map(|rule| words::clock_consequence(&page.words, rule))
            .unwrap_or_default();
        parts::Clock::running(&page, "response", label, clock.due_at)
            .since(
                &page,
                &TimeZone::get(&clock.derivation.zone).unwrap_or_else(|_| page.zone.clone()),
                clock.started_at,
                page.with1(
                    "response-clock-began",
                    "when",
                    page.day_of(clock.started_at),
                ),
            )
            .or_else(consequence)
            .counted(words::derivation_lines(&page.words, &clock.derivation))
    });
    let claim = |listing: &crate::domain::notices::Listing| Claim {
        no: listing.no,
        name: name_of(listing),
        url: listing.url.clone(),
        marketplace: listing.marketplace_name.clone(),
        measure: words::said(&page.words, "measure", listing.measure.as_str()),
        wrong: listing.wrong.clone(),
        reasons: listing
            .reasons
            .as_ref()
            .map(|reasons| (reasons.ground.clone(), reasons.facts.clone())),
    };
    let answered = desk.track.answer.as_ref().map(|answer| {
        (
            words::said(&page.words, "position", answer.position.as_str()),
            crate::web::page::parts::when_and_where(&page, answer.at),
        )
    });
    render(
        &Overview {
            frame: desk.scope.frame(Part::Overview),
            side: desk.side(&page),
            clock,
            claims: desk
                .scope
                .file
                .listings_of(desk.track.no)
                .map(claim)
                .collect(),
            choices: choices(&desk, &page),
            state: words::state(&page.words, &desk.track.state),
            next: words::state_next(&page.words, &desk.track.state),
            answered,
            has_draft,
            missing: desk.missing(&page),
            asked: desk
                .track
                .asked
                .as_ref()
                .filter(|_| desk.is_lacking())
                .map(|asked| asked.words.clone())
                .unwrap_or_default(),
            form,
            page: page.here(title),
        },
        status,
    )
}

/// What is possible now.
fn choices(desk: &Desk, page: &Page) -> Vec<Choice> {
    let open = [
        ("dispute", desk.can_counter()),
        ("agree", desk.can_agree()),
        ("settle", desk.can_settle()),
        ("time", desk.more_time().is_some()),
    ];
    let choice = |(name, _): (&str, bool)| {
        Choice::new(name, page.t(&format!("response-choice-{name}")))
            .hint(page.t(&format!("response-choice-{name}-hint")))
    };
    open.into_iter()
        .filter(|(_, is_open)| *is_open)
        .map(choice)
        .collect()
}

/// `POST /cases/{number}/response` of a notice
pub async fn choose(scope: CaseScope, posted: &Posted) -> PageResult {
    posted.only(&["do", "choice"])?;
    scope.require(&[Role::Respondent])?;
    let desk = Desk::of(scope)?;
    let number = desk.scope.file.number.clone();
    let mut form = FormState::of(posted);
    let to = match form.choose_from(
        "choice",
        &["dispute", "agree", "settle", "time"],
        "response-choice-error",
    ) {
        Some("dispute") if desk.can_counter() => {
            desk.begin().await?;
            urls::response_step(&number, "reasons")
        }
        Some("dispute") => return Err(desk.closed()),
        Some("agree") => urls::response_step(&number, "agree"),
        Some("settle") => urls::offer_new(&number),
        Some("time") => urls::response_step(&number, "time"),
        _ => return page(desk, form, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    Ok::<_, WebError>(see_other(to))
}
