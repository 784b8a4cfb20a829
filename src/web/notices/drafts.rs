//! Saved forms: begun, listed, taken up again, thrown away.

use super::owner_of;
use crate::domain::ids::DraftId;
use crate::services::complaints::ComplaintDraft;
use crate::services::drafts;
use crate::services::drafts::notices::{NoticeDraft, Step};
use crate::startup::Limit;
use crate::storage::drafts::{DraftKind, DraftRow};
use crate::storage::{StorageResult, cases};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::Posted;
use crate::web::page::{Flash, Page, Place, html, see_other};
use crate::web::session::Visitor;
use actix_web::web::Path;
use askama::Template;
use jiff::Timestamp;

#[derive(Template)]
#[template(path = "notices/start.html")]
struct Start {
    page: Page,
    is_signed_in: bool,
}

#[derive(Template)]
#[template(path = "notices/drafts.html")]
struct Drafts {
    page: Page,
    rows: Vec<Row>,
}

/// A draft in the list.
struct Row {
    title: String,
    about: String,
    href: String,
    discard: String,
    saved_at: Timestamp,
    ends_at: Timestamp,
    is_waiting: bool,
}

#[derive(Template)]
#[template(path = "notices/discard.html")]
struct Discard {
    page: Page,
    title: String,
    action: String,
}

/// `GET /notices/new`
pub async fn start(mut visitor: Visitor) -> PageResult {
    let is_signed_in = visitor.account.is_some();
    let page = visitor.form_page().await?.at(Place::Start);
    let (start, title) = (
        page.t("common-nav-start").to_owned(),
        page.t("notices-start-title").to_owned(),
    );
    let page = page.crumb(start, urls::start()).here(title);
    html(&Start { page, is_signed_in })
}

/// `POST /notices/new`
pub async fn begin(visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["do"])?;
    let owner = owner_of(&visitor).ok_or(WebError::NotFound)?;
    if visitor.account.is_none() {
        visitor.take(Limit::SignUp, &visitor.address())?;
    }
    let name = visitor
        .viewer()
        .map(|viewer| viewer.name)
        .unwrap_or_default();
    let id = drafts::begin(
        &visitor.app,
        &owner,
        DraftKind::Notice,
        None,
        &NoticeDraft::default(),
        &name,
    )
    .await?;
    Ok(see_other(urls::draft_step(id, Step::Who.as_str())))
}

/// `GET /drafts`
pub async fn list(mut visitor: Visitor) -> PageResult {
    let rows = match owner_of(&visitor) {
        Some(owner) => drafts::list(&visitor.app, &owner).await?,
        None => Vec::new(),
    };
    let rows: Vec<DraftRow> = rows
        .into_iter()
        .filter(|row| {
            matches!(
                row.kind,
                DraftKind::Notice | DraftKind::Complaint | DraftKind::Response
            )
        })
        .collect();
    let numbers = numbers(&visitor, &rows).await?;
    let page = visitor.form_page().await?.at(Place::Start);
    let title = page.t("notices-drafts-title").to_owned();
    let page = page.here(title);
    let rows = rows
        .into_iter()
        .zip(numbers)
        .map(|(row, number)| view(&page, row, &number))
        .collect();
    html(&Drafts { page, rows })
}

/// The numbers of the cases that drafts belong to, in the same order; empty for those that belong to none.
async fn numbers(visitor: &Visitor, rows: &[DraftRow]) -> Result<Vec<String>, WebError> {
    let ids: Vec<_> = rows.iter().map(|row| row.case_id).collect();
    let found: StorageResult<Vec<String>> = visitor
        .app
        .store
        .read(move |tx| {
            ids.into_iter()
                .map(|id| match id {
                    Some(id) => Ok(cases::get(tx, id)?.number),
                    None => Ok(String::new()),
                })
                .collect()
        })
        .await;
    Ok(found?)
}

fn view(page: &Page, row: DraftRow, number: &str) -> Row {
    let (id, saved_at, ends_at) = (row.id, row.updated_at, row.expires_at);
    let href = match (row.kind, number) {
        (DraftKind::Response, number) if !number.is_empty() => format!("/cases/{number}/response"),
        _ => urls::draft(id),
    };
    let title = page
        .t(&format!("notices-draft-{}", row.kind.as_str()))
        .to_owned();
    let (about, is_waiting) = match row.kind {
        DraftKind::Notice => match drafts::read::<NoticeDraft>(row) {
            Ok(draft) => (about(page, &draft.data), draft.data.waiting.is_some()),
            Err(_) => (String::new(), false),
        },
        DraftKind::Complaint => match drafts::read::<ComplaintDraft>(row) {
            Ok(draft) => {
                let parts = [&draft.data.goods, &draft.data.order_reference];
                let parts: Vec<&str> = parts
                    .into_iter()
                    .map(|part| part.trim())
                    .filter(|part| !part.is_empty())
                    .collect();
                (parts.join(", "), draft.data.waiting.is_some())
            }
            Err(_) => (String::new(), false),
        },
        _ => (number.to_owned(), false),
    };
    Row {
        title,
        about,
        href,
        discard: format!("{}/discard", urls::draft(id)),
        saved_at,
        ends_at,
        is_waiting,
    }
}

fn about(page: &Page, draft: &NoticeDraft) -> String {
    let listings = page.with1(
        "notices-check-listings-count",
        "count",
        draft.listings.len(),
    );
    if draft.right.number.is_empty() {
        listings
    } else {
        format!("{}. {listings}", draft.right.number)
    }
}

/// `GET /drafts/{id}`: goes on where it stopped.
pub async fn resume(visitor: Visitor, path: Path<DraftId>) -> PageResult {
    let id = path.into_inner();
    let owner = owner_of(&visitor).ok_or(WebError::NotFound)?;
    let row = drafts::find(&visitor.app, &owner, id)
        .await?
        .ok_or(WebError::NotFound)?;
    match row.kind {
        DraftKind::Notice => {
            let draft = drafts::read::<NoticeDraft>(row)?.data;
            let step = draft.first_open(visitor.app.pack(&draft.pack).as_deref());
            let step = if draft.waiting.is_some() {
                "waiting"
            } else {
                step.as_str()
            };
            Ok(see_other(urls::draft_step(id, step)))
        }
        DraftKind::Complaint => Ok(see_other(urls::with_query(
            &urls::complaint_step(""),
            &[("draft", &id.to_string())],
        ))),
        DraftKind::Response | DraftKind::Decision | DraftKind::Message => match row.case_id {
            Some(case) => {
                let head = visitor
                    .app
                    .store
                    .read(move |tx| cases::get(tx, case))
                    .await?;
                let page = if row.kind == DraftKind::Response {
                    "/response"
                } else {
                    ""
                };
                Ok(see_other(format!("/cases/{}{page}", head.number)))
            }
            None => Err(WebError::NotFound),
        },
    }
}

/// `GET /drafts/{id}/discard`
pub async fn ask_to_discard(mut visitor: Visitor, path: Path<DraftId>) -> PageResult {
    let id = path.into_inner();
    let owner = owner_of(&visitor).ok_or(WebError::NotFound)?;
    let row = drafts::find(&visitor.app, &owner, id)
        .await?
        .ok_or(WebError::NotFound)?;
    let page = visitor.form_page().await?.at(Place::Start);
    let (drafts_title, heading) = (
        page.t("notices-drafts-title").to_owned(),
        page.t("notices-discard-title").to_owned(),
    );
    let page = page.crumb(drafts_title, urls::drafts()).here(heading);
    let title = page
        .t(&format!("notices-draft-{}", row.kind.as_str()))
        .to_owned();
    html(&Discard {
        page,
        title,
        action: format!("{}/discard", urls::draft(id)),
    })
}

/// `POST /drafts/{id}/discard`
pub async fn discard(mut visitor: Visitor, path: Path<DraftId>, posted: Posted) -> PageResult {
    posted.only(&["do"])?;
    let id = path.into_inner();
    let owner = owner_of(&visitor).ok_or(WebError::NotFound)?;
    // Sent twice, the second one finds nothing to throw away, and the list says so by itself.
    if drafts::find(&visitor.app, &owner, id).await?.is_some() {
        drafts::discard(&visitor.app, id).await?;
    }
    visitor
        .leave(Flash::done("notices-flash-discarded"))
        .await?;
    Ok(see_other(urls::drafts()))
}
