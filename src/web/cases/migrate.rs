//! An open case moved to the version of its procedure that is in use now: what changes, and why it is done.

use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::cases::{PackRef, misfit};
use crate::domain::procedures::{Pack, Settings};
use crate::urls;
use crate::web::admin::changes::changes;
use crate::web::complaints::parts::after;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Page, render};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use std::sync::Arc;

/// Longest reason that the page takes, in characters.
const REASON_MAX: usize = 2_000;

#[derive(Template)]
#[template(path = "cases/migrate.html")]
struct MigratePage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    lead: String,
    changes: Vec<String>,
    is_misfit: bool,
    max: usize,
    back: String,
}

/// The version in use now, where the case runs under another one and has not ended.
pub fn newer(scope: &CaseScope) -> Option<Arc<Pack>> {
    let pack = scope.visitor.app.pack(&scope.file.pack.id)?;
    let is_other = pack.digest() != scope.file.pack.digest;
    (is_other && scope.file.closed_at.is_none()).then_some(pack)
}

async fn open(visitor: Visitor, number: &str) -> Result<(CaseScope, Arc<Pack>), WebError> {
    let scope = CaseScope::open(visitor, number).await?;
    if scope.actor.role != Role::CaseManager {
        return Err(WebError::NotFound);
    }
    let next = newer(&scope).ok_or(WebError::NotFound)?;
    Ok((scope, next))
}

/// `GET /cases/{number}/rules`
pub async fn ask(visitor: Visitor, number: Path<String>) -> PageResult {
    let (scope, next) = open(visitor, &number).await?;
    page(scope, &next, FormState::new(), StatusCode::OK).await
}

async fn page(
    mut scope: CaseScope,
    next: &Pack,
    form: FormState,
    status: StatusCode,
) -> PageResult {
    let page = scope.form_page().await?;
    let lead = page.with2(
        "case-migrate-lead",
        "old",
        scope.pack.version(),
        "new",
        next.version(),
    );
    let title = page.t("case-migrate-title").to_owned();
    let view = MigratePage {
        lead,
        changes: changes(&page.words, &scope.pack, next),
        is_misfit: misfit(&scope.file, next).is_some(),
        max: REASON_MAX,
        back: urls::case(&scope.file.number),
        hidden: scope.hidden(),
        frame: scope.frame(Part::Overview),
        form,
        page: page.here(title),
    };
    render(&view, status)
}

/// `POST /cases/{number}/rules`
pub async fn take(visitor: Visitor, number: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "reason"])?;
    let scope = CaseScope::open(visitor, &number).await?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after(&receipt));
    }
    if scope.actor.role != Role::CaseManager {
        return Err(WebError::NotFound);
    }
    let next = newer(&scope).ok_or(WebError::NotFound)?;
    let mut form = FormState::of(&posted);
    let reason = form.required("reason", REASON_MAX, "case-migrate-reason-empty");
    if !form.is_ok() {
        return page(scope, &next, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let act = Act::Migrate {
        to: PackRef {
            id: next.id().to_owned(),
            version: next.version().to_owned(),
            digest: next.digest().to_owned(),
            settings: Settings::default(),
        },
        reason,
    };
    match scope.perform(&posted, act).await {
        Ok(receipt) => Ok(after(&receipt)),
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
