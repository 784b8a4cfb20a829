//! One letter of a case, for the registry: what it said, how far it came, and what to do when it came back or
//! could not be sent.

use crate::domain::Role;
use crate::domain::ids::LetterId;
use crate::jobs;
use crate::storage::StorageError;
use crate::storage::queue::{self, LetterRow, LetterState};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Flash, Page, render, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::Timestamp;

/// Longest answer of a mail server, in characters.
const REPLY_MAX: usize = 500;

#[derive(Template)]
#[template(path = "parties/letter.html")]
struct LetterPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    subject: String,
    to: String,
    tone: &'static str,
    state: &'static str,
    written_at: Timestamp,
    sent_at: Option<Timestamp>,
    reply: String,
    text: String,
    /// Whether it can be noted that it came back
    can_bounce: bool,
    /// Whether it can be sent again
    can_repeat: bool,
    action: String,
    back: String,
}

/// The case and its letter; for anybody but the registry there is no such page.
async fn open(
    visitor: Visitor,
    path: Path<(String, String)>,
) -> Result<(CaseScope, LetterRow), WebError> {
    let (number, id) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    scope.require(&[Role::CaseManager, Role::Administrator])?;
    let id: LetterId = id.parse().map_err(|_| WebError::NotFound)?;
    let store = &scope.visitor.app.store;
    let row = store.get(move |tx| queue::get(tx, id)).await?;
    if row.case_id == Some(scope.file.id) {
        Ok((scope, row))
    } else {
        Err(WebError::NotFound)
    }
}

/// `GET /cases/{number}/letters/{id}`
pub async fn show(visitor: Visitor, path: Path<(String, String)>) -> PageResult {
    let (scope, row) = open(visitor, path).await?;
    page(scope, row, FormState::new(), StatusCode::OK).await
}

async fn page(
    mut scope: CaseScope,
    row: LetterRow,
    form: FormState,
    status: StatusCode,
) -> PageResult {
    let page = scope.form_page().await?;
    let (tone, state) = super::state_of(row.state);
    let number = scope.file.number.clone();
    let back = urls::parties(&number);
    let subject = super::subject(&page, &row);
    let view = LetterPage {
        frame: scope.frame(Part::Parties),
        hidden: scope.hidden(),
        to: format!("{} <{}>", row.recipient_name, row.recipient_email),
        tone,
        state,
        written_at: row.created_at,
        sent_at: row.sent_at,
        reply: row.reply.clone().unwrap_or_default(),
        text: row.text_body.clone().unwrap_or_default(),
        can_bounce: row.state == LetterState::Sent,
        can_repeat: super::is_trouble(row.state),
        action: urls::letter(&number, row.id),
        page: page
            .clone()
            .crumb(page.t("case-part-parties").to_owned(), back.clone())
            .here(subject.clone()),
        subject,
        back,
        form,
    };
    render(&view, status)
}

/// `POST /cases/{number}/letters/{id}`: notes that it came back, or sends it again.
pub async fn act(visitor: Visitor, path: Path<(String, String)>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "reply"])?;
    let (mut scope, row) = open(visitor, path).await?;
    let here = urls::letter(&scope.file.number, row.id);
    let mut form = FormState::of(&posted);
    let (id, app) = (row.id, scope.visitor.app.clone());
    let (done, flash) = match posted.get("do") {
        "bounced" => {
            let reply = form.required("reply", REPLY_MAX, "mandates-letter-reply-error");
            if !form.is_ok() {
                return page(scope, row, form, StatusCode::UNPROCESSABLE_ENTITY).await;
            }
            let noted = jobs::mark_bounced(&app, id, &reply).await;
            (noted, "mandates-letter-flash-bounced")
        }
        "again" => {
            let (address, now) = (row.recipient_email.clone(), app.now());
            let queued = app
                .store
                .write(move |tx| queue::requeue(tx, id, &address, now))
                .await;
            app.wake.notify_one();
            (queued, "mandates-letter-flash-again")
        }
        _ => return Err(WebError::NotFound),
    };
    match done {
        Ok(()) => scope.flash(Flash::done(flash)).await?,
        // Done already, or the worker has it: the page shows how it stands.
        Err(StorageError::Stale) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(see_other(here))
}
