//! The marketplace sends a notice, or where the rules let it a counter-notice, back to its sender and
//! names everything that is missing.

use super::{chosen, form_for, impossible, open, track_choices, tracks_open};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::notices::{self, Gap, gaps};
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::notices::after_act;
use crate::web::page::{Page, render};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

const WORDS_MAX: usize = 4_000;

#[derive(Template)]
#[template(path = "notices/send_back.html")]
struct SendBack {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    tracks: Vec<Choice>,
    things: Vec<Choice>,
    /// Whether it is about a counter-notice
    counter: bool,
    max: usize,
    back: String,
}

fn sample(track: u32) -> Act {
    Act::Notice(notices::Act::NeedInfo {
        track,
        gaps: vec![Gap::Statement],
        words: "?".into(),
    })
}

/// The tracks in which something can be sent back: the notice as long as it can be, else a counter-notice.
fn open_tracks(scope: &CaseScope) -> Vec<u32> {
    let all = tracks_open(scope, sample);
    let answered = |no: &u32| scope.file.track(*no).is_some_and(|t| t.answer.is_some());
    if all.iter().all(answered) {
        return all;
    }
    all.into_iter().filter(|no| !answered(no)).collect()
}

/// Whether what can be sent back is a counter-notice.
fn is_counter(scope: &CaseScope, tracks: &[u32]) -> bool {
    let answered = |no: &u32| scope.file.track(*no).is_some_and(|t| t.answer.is_some());
    tracks.first().is_some_and(answered)
}

/// What can be named: what the document of the rules asks for.
fn things(scope: &CaseScope, tracks: &[u32]) -> Vec<Gap> {
    let document = if is_counter(scope, tracks) {
        "counter"
    } else {
        "notice"
    };
    let right = scope.file.notice.as_ref();
    let right = right.map_or("", |notice| notice.right.kind.as_str());
    gaps::nameable(&scope.pack, document, right)
}

/// `GET /cases/{number}/send-back`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = open(visitor, &path, &[Role::Marketplace]).await?;
    let tracks = open_tracks(&scope);
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
    let counter = is_counter(&scope, tracks);
    let title = page
        .t(if counter {
            "notices-back-title-counter"
        } else {
            "notices-back-title"
        })
        .to_owned();
    let choice = |gap: &Gap| {
        let key = gap.key();
        let label = match gap {
            Gap::Address { .. } => page.t("notices-gap-addresses").to_owned(),
            Gap::Statement if counter => page.t("notices-gap-reasons").to_owned(),
            _ => page.t(&format!("notices-gap-{key}")).to_owned(),
        };
        Choice::new(key, label)
    };
    let things = things(&scope, tracks).iter().map(choice).collect();
    let mut sellers = track_choices(&page, &scope, tracks);
    if sellers.len() > 1 && !counter {
        sellers.insert(0, Choice::new("0", page.t("notices-withdraw-all")));
    }
    render(
        &SendBack {
            frame: scope.frame(Part::Overview),
            hidden: scope.hidden(),
            tracks: sellers,
            things,
            counter,
            max: WORDS_MAX,
            back: urls::case(&scope.file.number),
            form,
            page: page.here(title),
        },
        status,
    )
}

/// `POST /cases/{number}/send-back`
pub async fn send(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "track", "gaps", "words"])?;
    let scope = open(visitor, &path, &[Role::Marketplace]).await?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after_act(&receipt));
    }
    let tracks = open_tracks(&scope);
    let mut form = FormState::of(&posted);
    let track = if form.value("track") == "0" && !is_counter(&scope, &tracks) {
        Some(0)
    } else {
        chosen(&mut form, &tracks)
    };
    let known = things(&scope, &tracks);
    let gaps: Vec<Gap> = known
        .into_iter()
        .filter(|gap| form.checked("gaps", &gap.key()))
        .collect();
    if gaps.is_empty() {
        form.error("gaps", "notices-back-gaps-error");
    }
    let words = form.required("words", WORDS_MAX, "notices-back-words-error");
    let (Some(track), true) = (track, form.is_ok()) else {
        return page(scope, form, &tracks, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let act = Act::Notice(notices::Act::NeedInfo { track, gaps, words });
    match scope.perform(&posted, act).await {
        Ok(receipt) => Ok(after_act(&receipt)),
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
