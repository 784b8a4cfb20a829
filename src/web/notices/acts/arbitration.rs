//! Either side agrees that an arbitrator decides here. It takes effect when both have agreed.

use super::{chosen, declarations_of, form_for, impossible, open, track_choices, tracks_open};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::notices;
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::notices::after_act;
use crate::web::notices::steps::declarations::{Text, field, given, texts};
use crate::web::page::{Page, render};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "notices/arbitration.html")]
struct Arbitration {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    tracks: Vec<Choice>,
    texts: Vec<Text>,
    /// whether the other side has agreed, in words
    other: String,
    back: String,
}

const SIDES: [Role; 2] = [Role::Claimant, Role::Respondent];

fn act(scope: &CaseScope, track: u32) -> Act {
    let declarations = given(&scope.visitor, declarations_of(scope, "submission"));
    Act::Notice(notices::Act::ConsentArbitration {
        track,
        declarations,
    })
}

/// `GET /cases/{number}/arbitration`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = open(visitor, &path, &SIDES).await?;
    let tracks = tracks_open(&scope, |track| act(&scope, track));
    page(scope, form_for(&tracks), &tracks, StatusCode::OK).await
}

async fn page(
    mut scope: CaseScope,
    form: FormState,
    tracks: &[u32],
    status: StatusCode,
) -> PageResult {
    if tracks.is_empty() {
        return Err(impossible(&scope, &act(&scope, scope.track())));
    }
    let page = scope.form_page().await?;
    let title = page.t("notices-arbitration-title").to_owned();
    let other = scope.actor.role.opposite();
    let agreed = |no: &u32| {
        scope
            .file
            .track(*no)
            .is_some_and(|track| other.is_some_and(|other| track.consents.contains(&other)))
    };
    render(
        &Arbitration {
            frame: scope.frame(Part::Overview),
            hidden: scope.hidden(),
            tracks: track_choices(&page, &scope, tracks),
            texts: texts(&page, &scope.pack, declarations_of(&scope, "submission")),
            other: page
                .t(if tracks.iter().all(agreed) {
                    "notices-arbitration-other-yes"
                } else {
                    "notices-arbitration-other-no"
                })
                .to_owned(),
            back: urls::case(&scope.file.number),
            form,
            page: page.here(title),
        },
        status,
    )
}

/// `POST /cases/{number}/arbitration`
pub async fn consent(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "track", "declare-*"])?;
    let scope = open(visitor, &path, &SIDES).await?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after_act(&receipt));
    }
    let tracks = tracks_open(&scope, |track| act(&scope, track));
    let mut form = FormState::of(&posted);
    let track = chosen(&mut form, &tracks);
    for attestation in declarations_of(&scope, "submission") {
        form.must_tick(&field(&attestation.id), "notices-declarations-error");
    }
    let (Some(track), true) = (track, form.is_ok()) else {
        return page(scope, form, &tracks, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    match scope.perform(&posted, act(&scope, track)).await {
        Ok(receipt) => Ok(after_act(&receipt)),
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
