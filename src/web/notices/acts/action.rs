//! The rights holder shows that it went to a court or authority.

use super::{
    chosen, copy_of, declarations_of, exhibit, form_for, impossible, open, perform, track_choices,
    tracks_open,
};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::notices;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState};
use crate::web::notices::steps::declarations::{Text, field, given, texts};
use crate::web::notices::{after_act, posted};
use crate::web::page::{Page, render};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::uploads::Upload;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Payload};
use askama::Template;
use jiff::civil::Date;

const WORDS_MAX: usize = 300;

#[derive(Template)]
#[template(path = "notices/action.html")]
struct Action {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    tracks: Vec<Choice>,
    texts: Vec<Text>,
    due: Option<jiff::Timestamp>,
    copy_must: bool,
    back: String,
}

/// An act with which to ask whether a track waits for proof.
fn sample(scope: &CaseScope, track: u32) -> Act {
    let declarations = given(&scope.visitor, declarations_of(scope, "action_proof"));
    Act::Notice(notices::Act::ProveAction {
        track,
        court: "?".into(),
        number: "?".into(),
        filed_on: Date::constant(2000, 1, 1),
        copy: None,
        declarations,
    })
}

fn copy_must(scope: &CaseScope) -> bool {
    scope.pack.document("action_proof").is_some_and(|document| {
        document
            .fields
            .iter()
            .any(|field| field.id == "copy" && field.required)
    })
}

/// `GET /cases/{number}/action/new`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = open(visitor, &path, &[Role::Claimant]).await?;
    let tracks = tracks_open(&scope, |track| sample(&scope, track));
    page(scope, form_for(&tracks), &tracks, StatusCode::OK).await
}

async fn page(
    mut scope: CaseScope,
    form: FormState,
    tracks: &[u32],
    status: StatusCode,
) -> PageResult {
    if tracks.is_empty() {
        return Err(impossible(&scope, &sample(&scope, scope.track())));
    }
    let page = scope.form_page().await?;
    let title = page.t("notices-action-title").to_owned();
    let due = scope.file.running_clocks().into_iter().find(|clock| {
        tracks.contains(&clock.track) && clock.owner == Role::Claimant && !clock.target
    });
    render(
        &Action {
            frame: scope.frame(Part::Overview),
            hidden: scope.hidden(),
            tracks: track_choices(&page, &scope, tracks),
            texts: texts(&page, &scope.pack, declarations_of(&scope, "action_proof")),
            due: due.map(|clock| clock.due_at),
            copy_must: copy_must(&scope),
            back: urls::case(&scope.file.number),
            form,
            page: page.here(title),
        },
        status,
    )
}

/// `POST /cases/{number}/action/new`
pub async fn prove(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Path<String>,
) -> PageResult {
    let scope = open(visitor, &path, &[Role::Claimant]).await?;
    let Upload {
        posted,
        files,
        refused,
    } = posted(&request, payload, &scope.visitor, 0).await?;
    posted.only(&[
        "seen",
        "form",
        "do",
        "track",
        "court",
        "number",
        "filed*",
        "copy-*",
        "declare-*",
    ])?;
    let tracks = tracks_open(&scope, |track| sample(&scope, track));
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after_act(&receipt));
    }
    let mut form = FormState::of(&posted);
    let track = chosen(&mut form, &tracks);
    let court = form.required("court", WORDS_MAX, "notices-action-court-error");
    let number = form.required("number", WORDS_MAX, "notices-action-number-error");
    let filed_on = form.date("filed", "notices-action-date-error");
    let today = crate::i18n::dates::date_of(scope.now, &scope.visitor.zone);
    if filed_on.is_some_and(|filed_on| filed_on > today) {
        form.error("filed", "notices-action-future-error");
    }
    for attestation in declarations_of(&scope, "action_proof") {
        form.must_tick(&field(&attestation.id), "notices-declarations-error");
    }
    let copy = copy_of(&scope, &mut form, files, &refused)?;
    if copy.is_none() && copy_must(&scope) {
        form.error("copy", "notices-action-copy-error");
    }
    let (Some(track), Some(filed_on), true) = (track, filed_on, form.is_ok()) else {
        return page(scope, form, &tracks, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let act = Act::Notice(notices::Act::ProveAction {
        track,
        court,
        number,
        filed_on,
        copy: copy.clone(),
        declarations: given(&scope.visitor, declarations_of(&scope, "action_proof")),
    });
    let exhibits = copy
        .map(|file| exhibit(&scope, file, "notices-action-exhibit"))
        .into_iter()
        .collect();
    match perform(&scope, &posted, act, exhibits, false).await {
        Ok(receipt) => Ok(after_act(&receipt)),
        Err(error) => Err::<_, WebError>(scope.refused(&posted, error)),
    }
}
