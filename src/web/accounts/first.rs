//! The account of the first administrator, behind the link that the server prints when it starts.

use super::links::works;
use super::sign_up::read;
use super::{told_gone, weak};
use crate::services::accounts::{self, FirstRefused, LENGTH_MIN};
use crate::startup::Limit;
use crate::storage::sessions::links::LinkPurpose;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Flash, Page, html, see_other, unprocessable};
use crate::web::session::Visitor;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "accounts/first.html")]
struct FirstPage {
    page: Page,
    form: FormState,
    action: String,
    min: usize,
}

/// `GET /admin/first/{token}`: nothing is spent.
pub async fn show(mut visitor: Visitor, token: Path<String>) -> PageResult {
    visitor.take(Limit::Link, &visitor.address())?;
    if !works(&visitor, &token, LinkPurpose::FirstAdministrator).await? {
        return told_gone(&visitor);
    }
    html(&page(&mut visitor, &token, FormState::new()).await?)
}

/// `POST /admin/first/{token}`: makes the account; the person signs in afterwards.
pub async fn submit(mut visitor: Visitor, token: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["name", "email", "password"])?;
    visitor.take(Limit::Link, &visitor.address())?;
    if !works(&visitor, &token, LinkPurpose::FirstAdministrator).await? {
        return told_gone(&visitor);
    }
    let mut form = FormState::of(&posted);
    let new = read(&visitor, &mut form, &posted);
    if let Some(new) = new.filter(|_| form.is_ok()) {
        match accounts::make_first_administrator(&visitor.app, &token, new).await? {
            Ok(_) => {
                visitor.leave(Flash::done("accounts-first-done")).await?;
                return Ok(see_other(urls::with_query(
                    urls::sign_in(),
                    &[("next", urls::admin())],
                )));
            }
            Err(FirstRefused::Gone) => return told_gone(&visitor),
            Err(FirstRefused::Taken) => form.error("email", "accounts-first-taken"),
            Err(FirstRefused::Weak(reason)) => weak(&mut form, "password", reason),
        }
    }
    unprocessable(&page(&mut visitor, &token, form).await?)
}

async fn page(visitor: &mut Visitor, token: &str, form: FormState) -> Result<FirstPage, WebError> {
    let action = urls::first_administrator(token);
    Ok(FirstPage {
        page: visitor.form_page().await?,
        form,
        action,
        min: LENGTH_MIN,
    })
}
