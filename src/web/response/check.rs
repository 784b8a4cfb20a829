//! The counter-notice once more, and sent.

use super::desk::{Desk, version_of};
use crate::domain::Role;
use crate::services::acts::ActError;
use crate::services::drafts::answers::{Counter, send as send_counter};
use crate::storage::StorageError;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::Posted;
use crate::web::notices::after_act;
use crate::web::page::parts::SumRow;
use crate::web::page::{Page, render, see_other};
use crate::web::scope::Hidden;
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "response/check.html")]
struct Check {
    page: Page,
    rows: Vec<SumRow>,
    declarations: Vec<String>,
    declarations_href: String,
    hidden: Hidden,
    draft: String,
    version: u32,
    newer: bool,
    /// what the rights holder must do then, and until when
    then: String,
    action: String,
    back: String,
}

/// `GET /cases/{number}/response/check`
pub async fn show(visitor: Visitor, path: Path<String>) -> PageResult {
    let desk = Desk::open(visitor, &path).await?;
    page(desk, false, StatusCode::OK).await
}

async fn page(mut desk: Desk, newer: bool, status: StatusCode) -> PageResult {
    let number = desk.scope.file.number.clone();
    let step = |name: &str| urls::response_step(&number, name);
    let Some(draft) = desk.draft().await?.filter(|draft| draft.data.has_reasons()) else {
        return Ok(see_other(step("reasons")));
    };
    if !draft.data.has_declared(&desk.scope.pack) {
        return Ok(see_other(step("declarations")));
    }
    if !desk.can_counter() {
        return Err(desk.closed());
    }
    let page = desk.scope.form_page().await?;
    let data = &draft.data;
    let row = |key: &str, value: String| SumRow::new(page.t(key), value).change(step("reasons"));
    let files = data
        .papers
        .iter()
        .map(|paper| paper.file.name.clone())
        .collect::<Vec<_>>()
        .join("\n");
    let rows = vec![
        row(
            "response-check-ground",
            page.t(&format!("response-ground-{}", data.ground))
                .to_owned(),
        ),
        row("response-check-statement", data.statement.clone()),
        row("response-check-contact", data.contact()),
        row(
            "response-check-files",
            if files.is_empty() {
                page.t("common-none").to_owned()
            } else {
                files
            },
        ),
    ];
    let title = page.t("response-check-title").to_owned();
    render(
        &Check {
            rows,
            declarations: data
                .declarations
                .iter()
                .map(|declaration| declaration.text.clone())
                .collect(),
            declarations_href: step("declarations"),
            hidden: desk.scope.hidden(),
            draft: draft.id.to_string(),
            version: draft.version,
            newer,
            then: then(&desk, &page),
            action: step("check"),
            back: step("declarations"),
            page: super::at(page, urls::response(&number), title),
        },
        status,
    )
}

/// The state that the counter-notice leads to, in words.
fn then(desk: &Desk, page: &Page) -> String {
    let next = desk.scope.pack.transition(
        &desk.track.state,
        crate::domain::procedures::ActName::Counter,
        Role::Respondent,
        &|guard: &str| guard == "complete",
    );
    next.and_then(|step| step.to.as_deref())
        .map(|state| crate::web::words::state_next(&page.words, state))
        .unwrap_or_default()
}

/// `POST /cases/{number}/response/check`
pub async fn send(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "version", "draft"])?;
    let desk = Desk::open(visitor, &path).await?;
    if let Some(receipt) = desk.sent_before(posted.get("draft")).await? {
        return Ok(after_act(&receipt));
    }
    let Some(draft) = desk.draft().await? else {
        return Ok(see_other(urls::response(&desk.scope.file.number)));
    };
    if !draft.data.has_reasons() || !draft.data.has_declared(&desk.scope.pack) {
        return Ok(see_other(urls::response_step(
            &desk.scope.file.number,
            "reasons",
        )));
    }
    let counter = Counter {
        case: desk.scope.file.id,
        track: desk.track.no,
        seen: posted.get("seen").parse().ok(),
        draft: draft.id,
        version: version_of(&posted).ok_or(WebError::bad("errors-bad-form"))?,
        actor: desk.scope.actor.clone(),
    };
    match send_counter(&desk.scope.visitor.app, counter).await {
        Ok(receipt) => Ok(after_act(&receipt)),
        // Another window changed the draft: it is shown as it stands now before it is sent.
        Err(ActError::Storage(StorageError::Stale)) => page(desk, true, StatusCode::CONFLICT).await,
        Err(error) => Err(desk.scope.refused(&posted, error)),
    }
}
