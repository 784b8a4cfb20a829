//! The rights holder takes the notice back, for one seller or all. It cannot be undone.

use super::{impossible, open, track_choices, tracks_open};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::cases::Kind;
use crate::domain::ids::CaseNumber;
use crate::domain::notices;
use crate::urls;
use crate::web::complaints;
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::notices::after_act;
use crate::web::page::parts::SumRow;
use crate::web::page::{Page, render};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

const REASON_MAX: usize = 4_000;

#[derive(Template)]
#[template(path = "notices/withdraw.html")]
struct Withdraw {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    tracks: Vec<Choice>,
    rows: Vec<SumRow>,
    max: usize,
    back: String,
}

/// Complaints are taken back at the same address, on a page of their own. The number says which it is.
fn is_complaint(number: &str) -> bool {
    number
        .parse::<CaseNumber>()
        .is_ok_and(|number| number.as_str().starts_with(Kind::Complaint.prefix()))
}

fn act(track: u32) -> Act {
    Act::Notice(notices::Act::Withdraw {
        track,
        reason: String::new(),
    })
}

/// `GET /cases/{number}/withdraw`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    if is_complaint(&path) {
        return complaints::withdraw(visitor, &path).await;
    }
    let scope = open(visitor, &path, &[Role::Claimant]).await?;
    let tracks = tracks_open(&scope, act);
    page(scope, FormState::new(), &tracks, StatusCode::OK).await
}

async fn page(
    mut scope: CaseScope,
    form: FormState,
    tracks: &[u32],
    status: StatusCode,
) -> PageResult {
    if tracks.is_empty() {
        return Err(impossible(&scope, &act(0)));
    }
    let page = scope.form_page().await?;
    let title = page.t("notices-withdraw-title").to_owned();
    let mut choices = Vec::new();
    if tracks.len() > 1 {
        choices = track_choices(&page, &scope, tracks);
        choices.push(Choice::new("0", page.t("notices-withdraw-all")));
    }
    let held = scope
        .file
        .listings
        .iter()
        .filter(|listing| tracks.contains(&listing.track) && listing.measure.is_held())
        .count();
    let count = scope
        .file
        .listings
        .iter()
        .filter(|listing| tracks.contains(&listing.track))
        .count();
    let sellers = tracks
        .iter()
        .filter_map(|no| scope.file.respondent(*no))
        .map(|party| party.name.clone())
        .collect::<Vec<_>>()
        .join("\n");
    let rows = vec![
        SumRow::new(page.t("notices-withdraw-sellers"), sellers),
        SumRow::new(page.t("notices-check-listings"), page.number(count)),
        SumRow::new(page.t("notices-withdraw-held"), page.number(held)),
    ];
    render(
        &Withdraw {
            frame: scope.frame(Part::Overview),
            hidden: scope.hidden(),
            tracks: choices,
            rows,
            max: REASON_MAX,
            back: urls::case(&scope.file.number),
            form,
            page: page.here(title),
        },
        status,
    )
}

/// `POST /cases/{number}/withdraw`
pub async fn withdraw(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    if is_complaint(&path) {
        return complaints::take_withdraw(visitor, &path, posted).await;
    }
    posted.only(&["seen", "form", "do", "track", "reason"])?;
    let scope = open(visitor, &path, &[Role::Claimant]).await?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after_act(&receipt));
    }
    let tracks = tracks_open(&scope, act);
    let mut form = FormState::of(&posted);
    let track = match form.value("track").parse::<u32>() {
        Ok(no) if no == 0 || tracks.contains(&no) => Some(no),
        _ if tracks.len() == 1 => tracks.first().copied(),
        _ => {
            form.error("track", "notices-track-error");
            None
        }
    };
    let reason = form.optional("reason", REASON_MAX).unwrap_or_default();
    let (Some(track), true) = (track, form.is_ok()) else {
        return page(scope, form, &tracks, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    match scope
        .perform(
            &posted,
            Act::Notice(notices::Act::Withdraw { track, reason }),
        )
        .await
    {
        Ok(receipt) => Ok(after_act(&receipt)),
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
