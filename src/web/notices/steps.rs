//! The steps of a notice: one question or small group a page. Shows a step, takes its answers, keeps
//! what is typed, and sends the whole.

mod check;
pub mod declarations;
pub mod evidence;
mod law;
pub mod listing;
mod listings;
mod measure;
mod right;
mod who;
mod wrong;

use super::wizard::{Go, Wizard};
use crate::domain::acts::Refusal;
use crate::domain::ids::DraftId;
use crate::services::drafts::notices::{NoticeDraft, Reader, Sent, Step};
use crate::services::drafts::{self, FILES_MAX};
use crate::services::filing::Filed;
use crate::startup::Limit;
use crate::storage::StorageError;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Flash, see_other};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

/// Fields that every step's form has besides its own.
const ALWAYS: [&str; 5] = ["version", "to-check", "do", "remove", "csrf"];

/// What an address of a step may say.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// "yes" to go back to the last page after this step
    #[serde(default, rename = "to-check")]
    to_check: String,
}

/// `GET /drafts/{id}/{step}`
pub async fn show(
    visitor: Visitor,
    path: Path<(DraftId, String)>,
    asked: Query<Asked>,
) -> PageResult {
    let (id, step) = path.into_inner();
    let step = Step::parse(&step).ok_or(WebError::NotFound)?;
    let app = std::sync::Arc::clone(&visitor.app);
    let is_known = visitor.account.is_some();
    let mut wizard = match Wizard::open(visitor, id, step).await {
        Ok(wizard) => wizard,
        Err(WebError::NotFound) if is_known => return sent_before(&app, id).await,
        Err(error) => return Err(error),
    };
    wizard.to_check = asked.to_check == "yes";
    let form = fill(&wizard);
    page(&mut wizard, form, StatusCode::OK).await
}

/// A draft that was sent leads to its receipt.
async fn sent_before(app: &std::sync::Arc<crate::startup::App>, id: DraftId) -> PageResult {
    let receipt = drafts::receipt(app, id).await?.ok_or(WebError::NotFound)?;
    Ok(see_other(urls::entry_receipt(
        &receipt.number,
        receipt.entry,
    )))
}

/// `POST /drafts/{id}/{step}`
pub async fn take(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Path<(DraftId, String)>,
) -> PageResult {
    let (id, step) = path.into_inner();
    let step = Step::parse(&step).ok_or(WebError::NotFound)?;
    let mut wizard = Wizard::open(visitor, id, step).await?;
    let upload = super::posted(
        &request,
        payload,
        &wizard.visitor,
        wizard.draft.data.size_bytes(),
    )
    .await?;
    if upload.posted.get("do") == "later" && upload.files.is_empty() && upload.refused.is_empty() {
        return keep_for_later(wizard, &upload.posted).await;
    }
    match step {
        Step::Who => who::take(&mut wizard, &upload.posted).await,
        Step::Law => law::take(&mut wizard, &upload.posted).await,
        Step::Right => right::take(&mut wizard, upload).await,
        Step::Listings => listings::take(&mut wizard, upload).await,
        Step::Wrong => wrong::take(&mut wizard, &upload.posted).await,
        Step::Measure => measure::take(&mut wizard, &upload.posted).await,
        Step::Evidence => evidence::take(&mut wizard, upload).await,
        Step::Declarations => declarations::take(&mut wizard, &upload.posted).await,
        Step::Check => Ok(see_other(wizard.href(Step::Check))),
    }
}

/// The form of a step as the draft fills it.
fn fill(wizard: &Wizard) -> FormState {
    match wizard.step {
        Step::Who => who::fill(wizard),
        Step::Law => law::fill(wizard),
        Step::Right => right::fill(wizard),
        Step::Listings | Step::Evidence => wizard.form(|_, _| {}),
        Step::Wrong => wrong::fill(wizard),
        Step::Measure => measure::fill(wizard),
        Step::Declarations => declarations::fill(wizard),
        Step::Check => FormState::new(),
    }
}

/// The page of a step.
async fn page(wizard: &mut Wizard, form: FormState, status: StatusCode) -> PageResult {
    match wizard.step {
        Step::Who => who::page(wizard, form, status).await,
        Step::Law => law::page(wizard, form, status).await,
        Step::Right => right::page(wizard, form, status).await,
        Step::Listings => listings::page(wizard, form, Vec::new(), status).await,
        Step::Wrong => wrong::page(wizard, form, status).await,
        Step::Measure => measure::page(wizard, form, status).await,
        Step::Evidence => evidence::page(wizard, form, status).await,
        Step::Declarations => declarations::page(wizard, form, status).await,
        Step::Check => check::page(wizard, status).await,
    }
}

/// The page again after something was wrong with the form, or after another window saved first.
async fn again(wizard: &mut Wizard, form: FormState) -> PageResult {
    let status = if form.is_ok() {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    page(wizard, form, status).await
}

/// Saves answers that were found right, and goes on.
async fn save(wizard: &mut Wizard, posted: &Posted, form: FormState) -> PageResult {
    if wizard.is_newer {
        return again(wizard, form).await;
    }
    wizard.answered();
    if !wizard.save().await? {
        return again(wizard, form).await;
    }
    wizard.go(Go::of(posted)).await
}

/// Is there room for more files?
fn has_room(wizard: &Wizard, more: usize) -> bool {
    wizard.draft.data.files() + more <= FILES_MAX
}

/// The fields of a step as they were typed, without those of the page.
fn typed(posted: &Posted) -> Vec<(String, String)> {
    posted
        .fields()
        .iter()
        .filter(|(name, _)| !ALWAYS.contains(&name.as_str()))
        .cloned()
        .collect()
}

/// Keeps what was typed without judging it.
async fn keep_for_later(mut wizard: Wizard, posted: &Posted) -> PageResult {
    let form = FormState::of(posted);
    if !wizard.is_current(posted) {
        return again(&mut wizard, form).await;
    }
    wizard
        .draft
        .data
        .typed
        .insert(wizard.step.as_str().to_owned(), typed(posted));
    if !wizard.save().await? {
        return again(&mut wizard, form).await;
    }
    wizard.go(Go::Later).await
}

/// `POST /drafts/{id}/{step}/autosave`: for the script, which shows the answer.
pub async fn autosave(
    visitor: Visitor,
    path: Path<(DraftId, String)>,
    posted: Posted,
) -> PageResult {
    let (id, step) = path.into_inner();
    let step = Step::parse(&step).ok_or(WebError::NotFound)?;
    let mut wizard = Wizard::open(visitor, id, step).await?;
    if !wizard.is_current(&posted) {
        return Ok(
            HttpResponse::Conflict().json(serde_json::json!({ "version": wizard.draft.version }))
        );
    }
    wizard
        .draft
        .data
        .typed
        .insert(step.as_str().to_owned(), typed(&posted));
    if !wizard.save().await? {
        return Ok(
            HttpResponse::Conflict().json(serde_json::json!({ "version": wizard.draft.version }))
        );
    }
    let page = wizard.visitor.page();
    let text = page.with1(
        "common-saved-at",
        "time",
        page.clock_time(wizard.draft.updated_at),
    );
    Ok(HttpResponse::Ok()
        .json(serde_json::json!({ "version": wizard.draft.version, "text": text })))
}

/// To the receipt of a notice, with a note about listings that were left out.
pub(super) async fn to_receipt(visitor: &mut Visitor, filed: &Filed) -> PageResult {
    if !filed.left_out.is_empty() {
        let count = filed.left_out.len().to_string();
        visitor
            .leave(Flash::info("notices-flash-left-out").arg("count", count))
            .await?;
    }
    Ok(see_other(urls::receipt(&filed.receipt.number)))
}

/// May a letter go to the address that somebody without an account typed? Nobody's post is to be
/// filled from here.
async fn may_write(visitor: &Visitor, owner: &drafts::Owner, id: DraftId) -> Result<(), WebError> {
    let Some(row) = drafts::find(&visitor.app, owner, id).await? else {
        return Ok(());
    };
    let draft = drafts::read::<NoticeDraft>(row)?.data;
    visitor.take(Limit::Letter, &draft.sender.email.to_lowercase())?;
    visitor.take(Limit::SignUp, &visitor.address())
}

/// `POST /drafts/{id}/send`
pub async fn send(mut visitor: Visitor, path: Path<DraftId>, posted: Posted) -> PageResult {
    posted.only(&["version", "do"])?;
    let id = path.into_inner();
    let owner = super::owner_of(&visitor).ok_or(WebError::NotFound)?;
    let version = posted
        .get("version")
        .parse()
        .map_err(|_| WebError::bad("errors-bad-form"))?;
    let reader = reader_of(&visitor);
    if visitor.account.is_none() {
        may_write(&visitor, &owner, id).await?;
    }
    match drafts::notices::send(&visitor.app, &owner, id, version, &reader).await {
        Ok(Ok(Sent::Filed(filed))) => to_receipt(&mut visitor, &filed).await,
        Ok(Ok(Sent::Waiting { .. })) => Ok(see_other(urls::draft_step(id, "waiting"))),
        Ok(Ok(Sent::Unfinished(step))) => {
            visitor
                .leave(Flash {
                    tone: "due".to_owned(),
                    ..Flash::info("notices-flash-unfinished")
                })
                .await?;
            Ok(see_other(urls::with_query(
                &urls::draft_step(id, step.as_str()),
                &[("to-check", "yes")],
            )))
        }
        // The last page shows what changed, or which listings are left out, before it is sent again.
        Err(StorageError::Stale) | Ok(Err(Refusal::Duplicate { .. })) => {
            let mut wizard = Wizard::open(visitor, id, Step::Check).await?;
            wizard.is_newer = wizard.draft.version != version;
            check::page(&mut wizard, StatusCode::CONFLICT).await
        }
        Ok(Err(refusal)) => Err(WebError::Act {
            refusal: Box::new(refusal),
            kept: Vec::new(),
            back: urls::draft_step(id, Step::Check.as_str()),
        }),
        Err(error) => Err(error.into()),
    }
}

/// The person at the page, as far as letters go.
pub(super) fn reader_of(visitor: &Visitor) -> Reader {
    Reader {
        account: visitor.account.as_ref().map(|account| account.id),
        locale: visitor.locale.tag().to_owned(),
        zone: visitor.zone.iana_name().unwrap_or("UTC").to_owned(),
    }
}
