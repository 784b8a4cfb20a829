//! A delay that the rights holder cannot help: it shows the receipt, the days stop counting, and it says
//! when the delay is over.

use super::{
    chosen, exhibit, file_of, form_for, impossible, open, perform, track_choices, tracks_open,
};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::evidence::{ExhibitKind, FileRef, NewExhibit};
use crate::domain::notices;
use crate::domain::procedures::{Changes, count_clock};
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::notices::{after_act, posted};
use crate::web::page::{Page, render};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::uploads::Upload;
use crate::web::words;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Payload};
use askama::Template;
use jiff::Timestamp;

const PROOF_MAX: usize = 300;
const REASON_MAX: usize = 4_000;

#[derive(Template)]
#[template(path = "notices/delay.html")]
struct DelayPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    tracks: Vec<Choice>,
    /// The date as it stands
    due: Option<Timestamp>,
    /// The latest date that the cap gives, and the cap in words
    latest: Option<(Timestamp, String)>,
    max: usize,
    back: String,
}

#[derive(Template)]
#[template(path = "notices/delay_over.html")]
struct OverPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    tracks: Vec<Choice>,
    /// The date that follows
    then: Option<Timestamp>,
    back: String,
}

/// An act with which to ask whether a track's days can stop.
fn sample(track: u32) -> Act {
    Act::Notice(notices::Act::Delay {
        track,
        proof: "?".into(),
        reason: "?".into(),
        receipt: Some(FileRef {
            digest: String::new(),
            size_bytes: 0,
            media_type: String::new(),
            name: String::new(),
        }),
    })
}

/// The tracks whose days can stop now.
pub fn can_stop(scope: &CaseScope) -> Vec<u32> {
    tracks_open(scope, sample)
}

/// The tracks whose days stand still.
pub fn stand_still(scope: &CaseScope) -> Vec<u32> {
    tracks_open(scope, over)
}

fn over(track: u32) -> Act {
    Act::Notice(notices::Act::DelayOver { track })
}

/// The date that a change gives to the clock of a track that has a toll, with the cap of the toll.
fn counted(
    scope: &CaseScope,
    track: u32,
    change: impl FnOnce(Changes, &str, jiff::civil::Date) -> Changes,
) -> Option<(Timestamp, Timestamp, crate::domain::procedures::Length)> {
    let clock = scope.file.running_clocks().into_iter().find(|clock| {
        clock.track == track
            && scope
                .pack
                .clock(&clock.rule)
                .is_some_and(|rule| rule.toll.is_some())
    })?;
    let toll = scope.pack.clock(&clock.rule)?.toll.as_ref()?;
    let zone = crate::domain::procedures::zone(&clock.derivation.zone).ok()?;
    let today = zone.to_datetime(scope.now).date();
    let changes = change(Changes::of(&clock.derivation), &toll.reason, today);
    let counted = count_clock(
        &scope.pack,
        &clock.rule,
        clock.started_at,
        &scope.visitor.app.calendars,
        &scope.file.pack.settings,
        &changes,
    )
    .ok()?;
    let cap = toll.cap.length(&scope.pack, &scope.file.pack.settings)?;
    Some((clock.due_at, counted.due_at, cap))
}

/// `GET /cases/{number}/delay`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = open(visitor, &path, &[Role::Claimant]).await?;
    let tracks = can_stop(&scope);
    page(scope, form_for(&tracks), &tracks, StatusCode::OK).await
}

async fn page(
    mut scope: CaseScope,
    form: FormState,
    tracks: &[u32],
    status: StatusCode,
) -> PageResult {
    if tracks.is_empty() {
        return Err(impossible(&scope, &sample(scope.track())));
    }
    let page = scope.form_page().await?;
    let title = page.t("notices-delay-title").to_owned();
    let dates = match tracks {
        [only] => counted(&scope, *only, |changes, reason, today| {
            changes.stopped(reason, today)
        }),
        _ => None,
    };
    render(
        &DelayPage {
            due: dates.map(|(due, ..)| due),
            latest: dates.map(|(_, latest, cap)| (latest, words::length(&page.words, cap))),
            frame: scope.frame(Part::Overview),
            hidden: scope.hidden(),
            tracks: track_choices(&page, &scope, tracks),
            max: REASON_MAX,
            back: urls::case(&scope.file.number),
            form,
            page: page.here(title),
        },
        status,
    )
}

/// `POST /cases/{number}/delay`
pub async fn report(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Path<String>,
) -> PageResult {
    let scope = open(visitor, &path, &[Role::Claimant]).await?;
    let Upload {
        posted,
        mut files,
        refused,
    } = posted(&request, payload, &scope.visitor, 0).await?;
    posted.only(&[
        "seen",
        "form",
        "do",
        "track",
        "proof",
        "reason",
        "receipt-*",
    ])?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after_act(&receipt));
    }
    let tracks = can_stop(&scope);
    let mut form = FormState::of(&posted);
    crate::web::notices::note_refused(&mut form, &refused);
    let track = chosen(&mut form, &tracks);
    let proof = form.required("proof", PROOF_MAX, "refusal-missing-delayed-proof");
    let reason = form.required("reason", REASON_MAX, "notices-delay-reason-error");
    let receipt = file_of(&scope, &mut form, "receipt", &mut files)?;
    if receipt.is_none() {
        form.error("receipt", "refusal-missing-receipt");
    }
    let (Some(track), Some(file), true) = (track, receipt, form.is_ok()) else {
        return page(scope, form, &tracks, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let exhibits = vec![NewExhibit {
        kind: ExhibitKind::NotarialCertificate,
        ..exhibit(&scope, file.clone(), "notices-delay-exhibit")
    }];
    let act = Act::Notice(notices::Act::Delay {
        track,
        proof,
        reason,
        receipt: Some(file),
    });
    match perform(&scope, &posted, act, exhibits, false).await {
        Ok(receipt) => Ok(after_act(&receipt)),
        Err(error) => Err(scope.refused(&posted, error)),
    }
}

/// `GET /cases/{number}/delay/over`
pub async fn ask_over(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = open(visitor, &path, &[Role::Claimant]).await?;
    let tracks = stand_still(&scope);
    over_page(scope, form_for(&tracks), &tracks, StatusCode::OK).await
}

async fn over_page(
    mut scope: CaseScope,
    form: FormState,
    tracks: &[u32],
    status: StatusCode,
) -> PageResult {
    if tracks.is_empty() {
        return Err(impossible(&scope, &over(scope.track())));
    }
    let page = scope.form_page().await?;
    let title = page.t("notices-delay-over-title").to_owned();
    let then = match tracks {
        [only] => counted(&scope, *only, |changes, _, today| changes.going_on(today)),
        _ => None,
    };
    render(
        &OverPage {
            then: then.map(|(_, then, _)| then),
            frame: scope.frame(Part::Overview),
            hidden: scope.hidden(),
            tracks: track_choices(&page, &scope, tracks),
            back: urls::case(&scope.file.number),
            form,
            page: page.here(title),
        },
        status,
    )
}

/// `POST /cases/{number}/delay/over`
pub async fn end(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "track"])?;
    let scope = open(visitor, &path, &[Role::Claimant]).await?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after_act(&receipt));
    }
    let tracks = stand_still(&scope);
    let mut form = FormState::of(&posted);
    let Some(track) = chosen(&mut form, &tracks) else {
        return over_page(scope, form, &tracks, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    match scope.perform(&posted, over(track)).await {
        Ok(receipt) => Ok(after_act(&receipt)),
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
