//! A notice of somebody whose address is not confirmed: the page that says it waits, the letter, and
//! the page behind the letter's link. Before that link is used, the notice has no effect.

use super::owner_of;
use super::steps::{reader_of, to_receipt};
use crate::domain::ids::DraftId;
use crate::services::accounts::adopt_drafts;
use crate::services::doors::{self, LinkState};
use crate::services::drafts;
use crate::services::drafts::notices::{self, NotConfirmed, NoticeDraft, Sent, Step};
use crate::startup::Limit;
use crate::storage::drafts::DraftKind;
use crate::storage::sessions::links::LinkPurpose;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::Posted;
use crate::web::notices::wizard::Wizard;
use crate::web::page::parts::SumRow;
use crate::web::page::{Flash, Page, Place, html, render, see_other};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "notices/waiting.html")]
struct WaitingPage {
    page: Page,
    email: String,
    since: jiff::Timestamp,
    version: u32,
    action: String,
    change: String,
    back: String,
}

#[derive(Template)]
#[template(path = "notices/confirm.html")]
struct Confirm {
    page: Page,
    /// `open`, `spent`, `expired` or `changed`
    state: &'static str,
    rows: Vec<SumRow>,
    action: String,
}

/// `GET /drafts/{id}/waiting`
pub async fn waiting(visitor: Visitor, path: Path<DraftId>) -> PageResult {
    let mut wizard = Wizard::open(visitor, path.into_inner(), Step::Check).await?;
    let Some(waits) = wizard.draft.data.waiting.clone() else {
        return Ok(see_other(wizard.href(Step::Check)));
    };
    let page = wizard.visitor.form_page().await?.at(Place::Start);
    let (drafts_title, title) = (
        page.t("notices-drafts-title").to_owned(),
        page.t("notices-waiting-title").to_owned(),
    );
    let page = page.crumb(drafts_title, urls::drafts()).here(title);
    html(&WaitingPage {
        page,
        email: waits.email,
        since: waits.since,
        version: wizard.draft.version,
        action: urls::draft_step(wizard.draft.id, "waiting"),
        change: urls::with_query(&wizard.href(Step::Who), &[("to-check", "yes")]),
        back: wizard.href(Step::Check),
    })
}

/// `POST /drafts/{id}/waiting`: another letter.
pub async fn write_again(mut visitor: Visitor, path: Path<DraftId>, posted: Posted) -> PageResult {
    posted.only(&["version", "do"])?;
    let id = path.into_inner();
    let owner = owner_of(&visitor).ok_or(WebError::NotFound)?;
    let row = drafts::find(&visitor.app, &owner, id)
        .await?
        .ok_or(WebError::NotFound)?;
    let draft = drafts::read::<NoticeDraft>(row)?;
    visitor.take(Limit::Letter, &draft.data.sender.email.to_lowercase())?;
    match notices::send(
        &visitor.app,
        &owner,
        id,
        draft.version,
        &reader_of(&visitor),
    )
    .await?
    {
        Ok(Sent::Waiting { .. }) => {
            visitor.leave(Flash::done("notices-flash-letter")).await?;
            Ok(see_other(urls::draft_step(id, "waiting")))
        }
        Ok(Sent::Filed(filed)) => Ok(see_other(urls::receipt(&filed.receipt.number))),
        Ok(Sent::Unfinished(step)) => Ok(see_other(urls::draft_step(id, step.as_str()))),
        Err(refusal) => Err(WebError::Act {
            refusal: Box::new(refusal),
            kept: Vec::new(),
            back: urls::draft(id),
        }),
    }
}

/// `GET /confirm-notice/{token}`: shows what waits; nothing is spent, since mail scanners open links too.
pub async fn door(mut visitor: Visitor, path: Path<String>) -> PageResult {
    let token = path.into_inner();
    visitor.take(Limit::Link, &visitor.address())?;
    let found = doors::open(&visitor.app, &token)
        .await?
        .filter(|door| door.link.purpose == LinkPurpose::ConfirmNotice);
    let door = found.ok_or(WebError::NotFound)?;
    let draft = match door.draft() {
        Some(id) => {
            visitor
                .app
                .store
                .read(move |tx| crate::storage::drafts::find(tx, id))
                .await?
        }
        None => None,
    };
    if draft
        .as_ref()
        .is_some_and(|row| row.kind != DraftKind::Notice)
    {
        return Err(WebError::NotFound);
    }
    let draft = draft.map(drafts::read::<NoticeDraft>).transpose()?;
    let as_sent = draft.filter(|draft| {
        draft
            .data
            .waiting
            .as_ref()
            .is_some_and(|waits| waits.email == door.link.email)
    });
    let state = match (door.state, &as_sent) {
        (LinkState::Spent, _) => "spent",
        (LinkState::Expired, _) => "expired",
        (LinkState::Open, None) => "changed",
        (LinkState::Open, Some(_)) => "open",
    };
    let page = confirm_page(&mut visitor).await?;
    let rows = as_sent
        .filter(|_| state == "open")
        .map(|draft| rows(&page, &draft.data))
        .unwrap_or_default();
    html(&Confirm {
        page,
        state,
        rows,
        action: urls::confirm_notice_link(&token),
    })
}

async fn confirm_page(visitor: &mut Visitor) -> Result<Page, WebError> {
    Ok(visitor.form_page().await?.at(Place::Start))
}

fn rows(page: &Page, draft: &NoticeDraft) -> Vec<SumRow> {
    let law = page
        .find(&format!("notices-law-{}", draft.pack))
        .unwrap_or(&draft.pack)
        .to_owned();
    vec![
        SumRow::new(page.t("notices-check-who"), &draft.sender.name),
        SumRow::new(page.t("notices-check-law"), law),
        SumRow::new(
            page.t("notices-check-right"),
            format!(
                "{}\n{}",
                words::said(&page.words, "right", &draft.right.kind),
                draft.right.number
            ),
        ),
        SumRow::new(
            page.t("notices-check-listings"),
            page.with1(
                "notices-check-listings-count",
                "count",
                draft.listings.len(),
            ),
        ),
        SumRow::new(
            page.t("notices-check-measure"),
            words::said(&page.words, "action", &draft.asked),
        ),
    ]
}

/// `POST /confirm-notice/{token}`: the address is confirmed, the notice filed, the sender signed in.
pub async fn confirm(mut visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["do"])?;
    let token = path.into_inner();
    visitor.take(Limit::Link, &visitor.address())?;
    match notices::confirm(&visitor.app, &token, &reader_of(&visitor)).await? {
        Ok(confirmation) => {
            let before = visitor
                .session
                .as_ref()
                .filter(|session| session.account_id.is_none());
            let before = before.map(|session| session.token_hash.clone());
            visitor.sign_in(confirmation.account, false).await?;
            if let Some(before) = before {
                adopt_drafts(&visitor.app, before, confirmation.account).await?;
            }
            to_receipt(&mut visitor, &confirmation.filed).await
        }
        Err(NotConfirmed::Refused(refusal)) => Err(WebError::Act {
            refusal: Box::new(refusal),
            kept: Vec::new(),
            back: urls::drafts().to_owned(),
        }),
        Err(why) => {
            let state = if why == NotConfirmed::Changed {
                "changed"
            } else {
                "spent"
            };
            let page = confirm_page(&mut visitor).await?;
            render(
                &Confirm {
                    page,
                    state,
                    rows: Vec::new(),
                    action: String::new(),
                },
                StatusCode::GONE,
            )
        }
    }
}
