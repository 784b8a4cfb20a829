//! Changing the words about one's own exhibit, and taking it back. The file itself never changes.

use super::{DESCRIPTION_MAX, REASON_MAX, TITLE_MAX, below, claim_of, claims, find, kinds};
use crate::domain::acts::Act;
use crate::domain::evidence::{self as domain, Exhibit, ExhibitKind};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::{Flash, Page, render, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "evidence/edit.html")]
struct Edit {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    label: String,
    mark: &'static str,
    kinds: Vec<Choice>,
    claims: Vec<Choice>,
    max: usize,
    action: String,
    back: String,
}

#[derive(Template)]
#[template(path = "evidence/withdraw.html")]
struct Withdraw {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    label: String,
    mark: &'static str,
    title: String,
    max: usize,
    action: String,
    back: String,
}

/// The case and an exhibit of the reader's own that still counts; for others these pages do not exist.
async fn own(
    visitor: Visitor,
    path: Path<(String, String)>,
) -> Result<(CaseScope, Exhibit), WebError> {
    let (number, label) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let exhibit = find(&scope, &label)?;
    if exhibit.party != scope.actor.party {
        return Err(WebError::NotFound);
    }
    Ok((scope, exhibit))
}

/// `GET /cases/{number}/evidence/{exhibit}/edit`
pub async fn ask_words(visitor: Visitor, path: Path<(String, String)>) -> PageResult {
    let (scope, exhibit) = own(visitor, path).await?;
    let mut form = FormState::new();
    form.set("title", &exhibit.title)
        .set("kind", exhibit.kind.as_str())
        .set("description", &exhibit.description);
    if exhibit.claim > 0 {
        form.set("claim", exhibit.claim.to_string());
    }
    words_page(scope, &exhibit, form, StatusCode::OK).await
}

async fn words_page(
    mut scope: CaseScope,
    exhibit: &Exhibit,
    form: FormState,
    status: StatusCode,
) -> PageResult {
    let page = scope.form_page().await?;
    let back = urls::exhibit(&scope.file.number, &exhibit.label);
    let title = page.with1("evidence-edit-title", "label", exhibit.label.as_str());
    render(
        &Edit {
            frame: scope.frame(Part::Evidence),
            hidden: scope.hidden(),
            label: exhibit.label.to_string(),
            mark: exhibit.label.mark(),
            kinds: kinds(&page),
            claims: claims(&page, &scope),
            max: DESCRIPTION_MAX,
            action: format!("{back}/edit"),
            back,
            form,
            page: below(page, &scope, title),
        },
        status,
    )
}

/// `POST /cases/{number}/evidence/{exhibit}/edit`
pub async fn describe(
    visitor: Visitor,
    path: Path<(String, String)>,
    posted: Posted,
) -> PageResult {
    posted.only(&[
        "seen",
        "form",
        "do",
        "title",
        "kind",
        "claim",
        "description",
    ])?;
    let (mut scope, exhibit) = own(visitor, path).await?;
    let mut form = FormState::of(&posted);
    let title = form.required("title", TITLE_MAX, "evidence-title-error");
    let kind = ExhibitKind::parse(posted.get("kind"));
    if kind.is_none() {
        form.error("kind", "evidence-kind-error");
    }
    let claim = claim_of(&scope, posted.get("claim"));
    if claim.is_none() {
        form.error("claim", "evidence-claim-error");
    }
    let description = form
        .optional("description", DESCRIPTION_MAX)
        .unwrap_or_default();
    let (Some(kind), Some(claim), true) = (kind, claim, form.is_ok()) else {
        return words_page(scope, &exhibit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let label = exhibit.label.clone();
    match scope
        .perform(
            &posted,
            Act::Evidence(domain::Act::Describe {
                label,
                title,
                kind,
                description,
                claim,
            }),
        )
        .await
    {
        Ok(_) => {
            scope.flash(Flash::done("evidence-flash-described")).await?;
            Ok(see_other(urls::exhibit(&scope.file.number, &exhibit.label)))
        }
        Err(error) => Err(scope.refused(&posted, error)),
    }
}

/// `GET /cases/{number}/evidence/{exhibit}/withdraw`
pub async fn ask_withdrawal(visitor: Visitor, path: Path<(String, String)>) -> PageResult {
    let (scope, exhibit) = own(visitor, path).await?;
    withdraw_page(scope, &exhibit, FormState::new(), StatusCode::OK).await
}

async fn withdraw_page(
    mut scope: CaseScope,
    exhibit: &Exhibit,
    form: FormState,
    status: StatusCode,
) -> PageResult {
    let page = scope.form_page().await?;
    let back = urls::exhibit(&scope.file.number, &exhibit.label);
    let heading = page.with1("evidence-withdraw-title", "label", exhibit.label.as_str());
    render(
        &Withdraw {
            frame: scope.frame(Part::Evidence),
            hidden: scope.hidden(),
            label: exhibit.label.to_string(),
            mark: exhibit.label.mark(),
            title: exhibit.title.clone(),
            max: REASON_MAX,
            action: format!("{back}/withdraw"),
            back,
            form,
            page: below(page, &scope, heading),
        },
        status,
    )
}

/// `POST /cases/{number}/evidence/{exhibit}/withdraw`
pub async fn withdraw(
    visitor: Visitor,
    path: Path<(String, String)>,
    posted: Posted,
) -> PageResult {
    posted.only(&["seen", "form", "do", "reason"])?;
    let (mut scope, exhibit) = own(visitor, path).await?;
    let mut form = FormState::of(&posted);
    let reason = form.required("reason", REASON_MAX, "evidence-reason-error");
    if !form.is_ok() {
        return withdraw_page(scope, &exhibit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match scope
        .perform(
            &posted,
            Act::Evidence(domain::Act::Withdraw {
                label: exhibit.label.clone(),
                reason,
            }),
        )
        .await
    {
        Ok(_) => {
            scope
                .flash(Flash::done("evidence-flash-withdrawn").arg("label", exhibit.label.as_str()))
                .await?;
            Ok(see_other(urls::evidence(&scope.file.number)))
        }
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
