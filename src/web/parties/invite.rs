//! A party brings in a lawyer or colleague, and ends the mandate again.

use super::may_invite;
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::evidence::FileRef;
use crate::domain::parties::{self, Mandate, MandateScope};
use crate::services::acts::ActError;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::{Flash, Page, render, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::uploads::{self, Limits};
use crate::web::{evidence, words};
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Path as Address, Payload};
use askama::Template;

const NAME_MAX: usize = 200;

#[derive(Template)]
#[template(path = "parties/invite.html")]
struct Invite {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    scopes: Vec<Choice>,
    /// an authority that has arrived and waits for the form to be put right: sealed field, name
    held: Option<(String, String)>,
    file_limit: u64,
    action: String,
    back: String,
}

#[derive(Template)]
#[template(path = "parties/end.html")]
struct End {
    page: Page,
    frame: CaseFrame,
    hidden: Hidden,
    name: String,
    action: String,
    back: String,
}

/// `GET /cases/{number}/parties/invite`
pub async fn ask(visitor: Visitor, path: Address<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &path).await?;
    if !may_invite(&scope) {
        return Ok(see_other(urls::parties(&scope.file.number)));
    }
    let mut form = FormState::new();
    form.set("scope", "act");
    page(scope, form, None, StatusCode::OK).await
}

async fn page(
    mut scope: CaseScope,
    form: FormState,
    held: Option<FileRef>,
    status: StatusCode,
) -> PageResult {
    let page = scope.form_page().await?;
    let number = scope.file.number.clone();
    let held = held
        .map(|file| {
            Ok::<_, WebError>((
                uploads::seal(&scope.visitor, number.as_str(), &file)?,
                file.name,
            ))
        })
        .transpose()?;
    let scopes = ["act", "read"].map(|word| {
        Choice::new(word, words::said(&page.words, "scope", word)).hint(words::said(
            &page.words,
            "scope",
            &format!("{word}-hint"),
        ))
    });
    let (parent, title) = (
        page.t("case-part-parties").to_owned(),
        page.t("mandates-invite-title").to_owned(),
    );
    render(
        &Invite {
            frame: scope.frame(Part::Parties),
            hidden: scope.hidden(),
            scopes: scopes.into(),
            held,
            file_limit: Limits::of(&scope.visitor).file_bytes,
            action: urls::invite(&number),
            back: urls::parties(&number),
            form,
            page: page.crumb(parent, urls::parties(&number)).here(title),
        },
        status,
    )
}

/// `POST /cases/{number}/parties/invite`
pub async fn invite(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Address<String>,
) -> PageResult {
    let mut scope = CaseScope::open(visitor, &path).await?;
    let number = scope.file.number.clone();
    let upload = uploads::read_each(
        &request,
        payload,
        &scope.visitor,
        Limits {
            files: 1,
            ..Limits::of(&scope.visitor)
        },
    )
    .await?;
    let posted = upload.posted;
    posted.only(&[
        "seen", "form", "do", "name", "email", "scope", "until-*", "files", "held",
    ])?;
    let mut form = FormState::of(&posted);
    let new = upload
        .files
        .into_iter()
        .next()
        .map(|uploaded| uploaded.file);
    let authority =
        new.or_else(|| uploads::unseal(&scope.visitor, number.as_str(), posted.get("held")));
    if let Some(refused) = upload.refused.into_iter().next() {
        form.error_with("files", refused.key, refused.args);
    }
    let name = form.required("name", NAME_MAX, "mandates-name-error");
    let email = form.email("email");
    let mandate_scope = match form.choose_from("scope", &["act", "read"], "mandates-scope-error") {
        Some("read") => MandateScope::Read,
        _ => MandateScope::Act,
    };
    let until = form.optional_date("until");
    let today = scope.now.to_zoned(jiff::tz::TimeZone::UTC).date();
    if until.is_some_and(|until| until < today) {
        form.error("until", "mandates-until-error");
    }
    let (Some(email), true) = (email, form.is_ok()) else {
        return page(scope, form, authority, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let act = parties::Act::Invite {
        name,
        email: email.clone(),
        scope: mandate_scope,
        until,
        authority: authority.clone(),
    };
    match scope.perform(&posted, Act::Party(act)).await {
        Ok(_) => {
            scope
                .flash(Flash::done("mandates-flash-invited").arg("email", email))
                .await?;
            Ok(see_other(urls::parties(&number)))
        }
        // The rules speak of the person named, so the words stand beside the address.
        Err(ActError::Refused(refusal)) if may_invite(&scope) => {
            let why = words::refusal(&scope.visitor.words(), &scope.visitor.zone, &refusal);
            form.error_with("email", "mandates-refused", vec![("why", why.into())]);
            page(scope, form, authority, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(scope.refused(&posted, error)),
    }
}

/// The case and a mandate of it.
async fn find(
    visitor: Visitor,
    path: Address<(String, u32)>,
) -> Result<(CaseScope, Mandate), WebError> {
    let (number, no) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let mandate = scope
        .file
        .mandates
        .iter()
        .find(|mandate| mandate.no == no)
        .cloned()
        .ok_or(WebError::NotFound)?;
    let stranger = scope.actor.role == Role::Respondent
        && scope.actor.party != Some(mandate.party)
        && scope
            .file
            .party(mandate.party)
            .is_some_and(|party| party.role == Role::Respondent);
    if stranger {
        Err(WebError::NotFound)
    } else {
        Ok((scope, mandate))
    }
}

/// `GET /cases/{number}/parties/mandates/{mandate}/authority`: the uploaded authority as a download.
pub async fn authority(
    request: HttpRequest,
    visitor: Visitor,
    path: Address<(String, u32)>,
) -> PageResult {
    let (scope, mandate) = find(visitor, path).await?;
    let file = mandate.authority.ok_or(WebError::NotFound)?;
    evidence::download(&request, &scope.visitor, &file).await
}

/// `GET /cases/{number}/parties/mandates/{mandate}/end`
pub async fn ask_end(visitor: Visitor, path: Address<(String, u32)>) -> PageResult {
    let (mut scope, mandate) = find(visitor, path).await?;
    let back = urls::parties(&scope.file.number);
    if !scope.would_accept(&Act::Party(parties::Act::EndMandate {
        mandate: mandate.no,
    })) {
        return Ok(see_other(back));
    }
    let page = scope.form_page().await?;
    let (parent, title) = (
        page.t("case-part-parties").to_owned(),
        page.t("mandates-end-title").to_owned(),
    );
    render(
        &End {
            frame: scope.frame(Part::Parties),
            hidden: scope.hidden(),
            name: mandate.name,
            action: format!("{back}/mandates/{}/end", mandate.no),
            page: page.crumb(parent, back.clone()).here(title),
            back,
        },
        StatusCode::OK,
    )
}

/// `POST /cases/{number}/parties/mandates/{mandate}/end`
pub async fn end(visitor: Visitor, path: Address<(String, u32)>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do"])?;
    let (mut scope, mandate) = find(visitor, path).await?;
    match scope
        .perform(
            &posted,
            Act::Party(parties::Act::EndMandate {
                mandate: mandate.no,
            }),
        )
        .await
    {
        Ok(_) => {
            scope
                .flash(Flash::done("mandates-flash-ended").arg("name", mandate.name))
                .await?;
            // A representative who ended the own mandate has no seat here any more.
            let gone = scope.actor.mandate == Some(mandate.no);
            Ok(see_other(if gone {
                urls::cases().to_owned()
            } else {
                urls::parties(&scope.file.number)
            }))
        }
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
