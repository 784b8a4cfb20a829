//! The declarations that the law asks of a counter-notice, each with its own tick.

use super::desk::{Desk, version_of};
use crate::services::drafts::Draft;
use crate::services::drafts::answers::{ResponseDraft, attestations};
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::forms::{FormState, Posted};
use crate::web::notices::steps::declarations::{Text, field, given, texts};
use crate::web::notices::wizard::Go;
use crate::web::page::{Flash, Page, render, see_other};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "response/declarations.html")]
struct Declarations {
    page: Page,
    form: FormState,
    texts: Vec<Text>,
    version: u32,
    newer: String,
    saved: String,
    action: String,
    back: String,
}

/// `GET /cases/{number}/response/declarations`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let desk = Desk::open(visitor, &path).await?;
    let Some(draft) = desk.draft().await?.filter(|draft| draft.data.has_reasons()) else {
        return Ok(see_other(urls::response_step(
            &desk.scope.file.number,
            "reasons",
        )));
    };
    let mut form = FormState::new();
    for declaration in &draft.data.declarations {
        form.set(&field(&declaration.id), "yes");
    }
    page(desk, &draft, form, false, StatusCode::OK).await
}

async fn page(
    mut desk: Desk,
    draft: &Draft<ResponseDraft>,
    form: FormState,
    is_newer: bool,
    status: StatusCode,
) -> PageResult {
    if !desk.can_counter() {
        return Err(desk.closed());
    }
    let page = desk.scope.form_page().await?;
    let number = desk.scope.file.number.clone();
    let title = page.t("response-declarations-title").to_owned();
    let at = page.clock_time(draft.updated_at);
    render(
        &Declarations {
            texts: texts(&page, &desk.scope.pack, attestations(&desk.scope.pack)),
            version: draft.version,
            newer: if is_newer {
                page.with1("notices-newer", "time", &at)
            } else {
                String::new()
            },
            saved: page.with1("common-saved-at", "time", &at),
            action: urls::response_step(&number, "declarations"),
            back: urls::response_step(&number, "reasons"),
            form,
            page: super::at(page, urls::response(&number), title),
        },
        status,
    )
}

/// `POST /cases/{number}/response/declarations`
pub async fn take(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["version", "do", "declare-*"])?;
    let mut desk = Desk::open(visitor, &path).await?;
    let number = desk.scope.file.number.clone();
    let Some(mut draft) = desk.draft().await? else {
        return Ok(see_other(urls::response(&number)));
    };
    let mut form = FormState::of(&posted);
    if Go::of(&posted) == Go::Later {
        desk.scope.flash(Flash::done("notices-flash-saved")).await?;
        return Ok(see_other(urls::case(&number)));
    }
    for attestation in attestations(&desk.scope.pack) {
        form.must_tick(&field(&attestation.id), "notices-declarations-error");
    }
    if !form.is_ok() {
        return page(desk, &draft, form, false, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    if version_of(&posted) != Some(draft.version) {
        return page(desk, &draft, form, true, StatusCode::CONFLICT).await;
    }
    draft.data.declarations = given(&desk.scope.visitor, attestations(&desk.scope.pack));
    if !desk.save(&mut draft).await? {
        return page(desk, &draft, form, true, StatusCode::CONFLICT).await;
    }
    Ok(see_other(urls::response_step(&number, "check")))
}
