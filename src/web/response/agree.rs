//! The seller agrees with the notice. It ends the track and cannot be undone, so it has a page.

use super::desk::{Desk, Side};
use crate::domain::acts::Act;
use crate::domain::notices;
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::forms::{FormState, Posted};
use crate::web::notices::after_act;
use crate::web::page::{Page, render};
use crate::web::scope::{CaseFrame, Hidden, Part};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

const STATEMENT_MAX: usize = 4_000;

#[derive(Template)]
#[template(path = "response/agree.html")]
struct Agree {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    side: Side,
    max: usize,
    back: String,
}

/// `GET /cases/{number}/response/agree`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let desk = Desk::open(visitor, &path).await?;
    page(desk, FormState::new(), StatusCode::OK).await
}

async fn page(mut desk: Desk, form: FormState, status: StatusCode) -> PageResult {
    if !desk.can_agree() {
        let act = Act::Notice(notices::Act::Agree {
            track: desk.track.no,
            statement: String::new(),
        });
        return Err(crate::web::notices::impossible(&desk.scope, &act));
    }
    let page = desk.scope.form_page().await?;
    let title = page.t("response-agree-title").to_owned();
    let back = urls::response(&desk.scope.file.number);
    let page = super::at(page, back.clone(), title);
    let (frame, hidden, side) = (
        desk.scope.frame(Part::Overview),
        desk.scope.hidden(),
        desk.side(&page),
    );
    render(
        &Agree {
            frame,
            hidden,
            side,
            max: STATEMENT_MAX,
            back,
            form,
            page,
        },
        status,
    )
}

/// `POST /cases/{number}/response/agree`
pub async fn agree(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "statement"])?;
    let desk = Desk::open(visitor, &path).await?;
    let mut form = FormState::of(&posted);
    let statement = form
        .optional("statement", STATEMENT_MAX)
        .unwrap_or_default();
    if !form.is_ok() {
        return page(desk, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match desk
        .scope
        .perform(
            &posted,
            Act::Notice(notices::Act::Agree {
                track: desk.track.no,
                statement,
            }),
        )
        .await
    {
        Ok(receipt) => Ok(after_act(&receipt)),
        Err(error) => Err(desk.scope.refused(&posted, error)),
    }
}
