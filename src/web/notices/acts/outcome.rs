//! The registry records what a court or authority found.

use super::{
    chosen, copy_of, exhibit, form_for, impossible, open, perform, track_choices, tracks_open,
};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::notices::{self, ActionResult};
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState};
use crate::web::notices::{after_act, posted};
use crate::web::page::parts::SumRow;
use crate::web::page::{Page, render};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::uploads::Upload;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Payload};
use askama::Template;

const DETAIL_MAX: usize = 4_000;

#[derive(Template)]
#[template(path = "notices/outcome.html")]
struct Outcome {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    tracks: Vec<Choice>,
    results: Vec<Choice>,
    proofs: Vec<SumRow>,
    max: usize,
    back: String,
}

fn sample(track: u32) -> Act {
    Act::Notice(notices::Act::ActionOutcome {
        track,
        result: ActionResult::Restore,
        detail: "?".into(),
    })
}

/// `GET /cases/{number}/action/outcome`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = open(visitor, &path, &[Role::CaseManager]).await?;
    let tracks = tracks_open(&scope, sample);
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
    let title = page.t("notices-outcome-title").to_owned();
    let results = [
        ("restore", "notices-outcome-restore"),
        ("keep_down", "notices-outcome-keep-down"),
    ];
    let proofs = scope
        .file
        .tracks
        .iter()
        .filter(|track| tracks.contains(&track.no))
        .filter_map(|track| {
            let proof = track.action.as_ref()?;
            let name = scope
                .file
                .respondent(track.no)
                .map(|party| party.name.clone())
                .unwrap_or_default();
            Some(SumRow::new(
                name,
                format!(
                    "{}\n{}\n{}",
                    proof.court,
                    proof.number,
                    page.day(proof.filed_on)
                ),
            ))
        });
    let proofs = proofs.collect();
    render(
        &Outcome {
            frame: scope.frame(Part::Overview),
            hidden: scope.hidden(),
            tracks: track_choices(&page, &scope, tracks),
            results: results
                .map(|(value, key)| {
                    Choice::new(value, page.t(key)).hint(page.t(&format!("{key}-hint")))
                })
                .into(),
            proofs,
            max: DETAIL_MAX,
            back: urls::case(&scope.file.number),
            form,
            page: page.here(title),
        },
        status,
    )
}

/// `POST /cases/{number}/action/outcome`
pub async fn record(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Path<String>,
) -> PageResult {
    let scope = open(visitor, &path, &[Role::CaseManager]).await?;
    let Upload {
        posted,
        files,
        refused,
    } = posted(&request, payload, &scope.visitor, 0).await?;
    posted.only(&["seen", "form", "do", "track", "result", "detail", "copy-*"])?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after_act(&receipt));
    }
    let tracks = tracks_open(&scope, sample);
    let mut form = FormState::of(&posted);
    let track = chosen(&mut form, &tracks);
    let result = form.choose_from(
        "result",
        &["restore", "keep_down"],
        "notices-outcome-result-error",
    );
    let detail = form.required("detail", DETAIL_MAX, "refusal-missing-detail");
    let copy = copy_of(&scope, &mut form, files, &refused)?;
    let (Some(track), Some(result), true) = (track, result, form.is_ok()) else {
        return page(scope, form, &tracks, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let result = if result == "restore" {
        ActionResult::Restore
    } else {
        ActionResult::KeepDown
    };
    let act = Act::Notice(notices::Act::ActionOutcome {
        track,
        result,
        detail,
    });
    let exhibits = copy
        .map(|file| exhibit(&scope, file, "notices-outcome-exhibit"))
        .into_iter()
        .collect();
    // The outcome may close the case, after which nothing can be filed.
    match perform(&scope, &posted, act, exhibits, true).await {
        Ok(receipt) => Ok(after_act(&receipt)),
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
