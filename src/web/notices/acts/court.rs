//! The order of a court that goes before everything else, entered by whoever it was served on.

use super::{
    chosen, exhibit, file_of, form_for, impossible, open, perform, track_choices, tracks_open,
};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::evidence::FileRef;
use crate::domain::notices::{self, MeasureAction};
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState};
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
const DETAIL_MAX: usize = 4_000;
/// Whom such an order is served on.
const ROLES: [Role; 2] = [Role::Marketplace, Role::CaseManager];

/// What an order can ask of the listings: the form's value and the measure.
const MEASURES: [(&str, Option<MeasureAction>); 3] = [
    ("remove", Some(MeasureAction::Remove)),
    ("restore", Some(MeasureAction::Restore)),
    ("leave", None),
];

#[derive(Template)]
#[template(path = "notices/court.html")]
struct Court {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    tracks: Vec<Choice>,
    measures: Vec<Choice>,
    max: usize,
    back: String,
}

fn sample(track: u32) -> Act {
    Act::Notice(notices::Act::CourtOrder {
        track,
        court: "?".into(),
        number: "?".into(),
        ordered_on: Date::constant(2000, 1, 1),
        measure: None,
        detail: "?".into(),
        copy: Some(FileRef {
            digest: String::new(),
            size_bytes: 0,
            media_type: String::new(),
            name: String::new(),
        }),
    })
}

/// The tracks that an order can hold now.
pub fn can_hold(scope: &CaseScope) -> Vec<u32> {
    tracks_open(scope, sample)
}

/// `GET /cases/{number}/court-order`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = open(visitor, &path, &ROLES).await?;
    let tracks = can_hold(&scope);
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
    let title = page.t("notices-court-title").to_owned();
    let measures = MEASURES
        .map(|(value, _)| Choice::new(value, page.t(&format!("notices-court-measure-{value}"))));
    render(
        &Court {
            frame: scope.frame(Part::Overview),
            hidden: scope.hidden(),
            tracks: track_choices(&page, &scope, tracks),
            measures: measures.into(),
            max: DETAIL_MAX,
            back: urls::case(&scope.file.number),
            form,
            page: page.here(title),
        },
        status,
    )
}

/// `POST /cases/{number}/court-order`
pub async fn enter(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Path<String>,
) -> PageResult {
    let scope = open(visitor, &path, &ROLES).await?;
    let Upload {
        posted,
        mut files,
        refused,
    } = posted(&request, payload, &scope.visitor, 0).await?;
    posted.only(&[
        "seen", "form", "do", "track", "court", "number", "ordered*", "measure", "detail", "copy-*",
    ])?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after_act(&receipt));
    }
    let tracks = can_hold(&scope);
    let mut form = FormState::of(&posted);
    crate::web::notices::note_refused(&mut form, &refused);
    let track = chosen(&mut form, &tracks);
    let court = form.required("court", WORDS_MAX, "notices-court-name-error");
    let number = form.required("number", WORDS_MAX, "notices-court-number-error");
    let ordered_on = form.date("ordered", "notices-court-date-error");
    let today = crate::i18n::dates::date_of(scope.now, &scope.visitor.zone);
    if ordered_on.is_some_and(|day| day > today) {
        form.error("ordered", "notices-court-future-error");
    }
    let measure = form.choose_from(
        "measure",
        &MEASURES.map(|(value, _)| value),
        "notices-court-measure-error",
    );
    let detail = form.required("detail", DETAIL_MAX, "notices-court-detail-error");
    let copy = file_of(&scope, &mut form, "copy", &mut files)?;
    if copy.is_none() {
        form.error("copy", "refusal-missing-order-copy");
    }
    let (Some(track), Some(ordered_on), Some(measure), Some(file), true) =
        (track, ordered_on, measure, copy, form.is_ok())
    else {
        return page(scope, form, &tracks, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let asked = MEASURES.iter().find(|(value, _)| *value == measure);
    let act = Act::Notice(notices::Act::CourtOrder {
        track,
        court,
        number,
        ordered_on,
        measure: asked.and_then(|(_, measure)| *measure),
        detail,
        copy: Some(file.clone()),
    });
    let exhibits = vec![exhibit(&scope, file, "notices-court-exhibit")];
    match perform(&scope, &posted, act, exhibits, false).await {
        Ok(receipt) => Ok(after_act(&receipt)),
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
