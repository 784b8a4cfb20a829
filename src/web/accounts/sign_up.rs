//! A new account.

use super::{NAME_MAX, Next, next_or, told_sent, weak};
use crate::services::accounts::{self, LENGTH_MIN, NewAccount};
use crate::startup::Limit;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Page, html, see_other, unprocessable};
use crate::web::session::Visitor;
use actix_web::web::Query;
use askama::Template;

#[derive(Template)]
#[template(path = "accounts/sign_up.html")]
struct SignUpPage {
    page: Page,
    form: FormState,
    min: usize,
}

impl SignUpPage {
    /// Another page that goes on to the same one afterwards.
    fn way(&self, path: &str) -> String {
        urls::with_query(path, &[("next", self.form.value("next"))])
    }
}

/// `GET /sign-up`
pub async fn show(mut visitor: Visitor, query: Query<Next>) -> PageResult {
    if visitor.account.is_some() {
        return Ok(see_other(next_or(&query.next, urls::dashboard())));
    }
    let mut form = FormState::new();
    form.set("next", next_or(&query.next, ""));
    html(&page(&mut visitor, form).await?)
}

/// `POST /sign-up`: the answer is the same whether the address has an account or not.
pub async fn submit(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["name", "email", "password", "next"])?;
    visitor.take(Limit::SignUp, &visitor.address())?;
    let mut form = FormState::of(&posted);
    let new = read(&visitor, &mut form, &posted);
    if let Some(new) = new.filter(|_| form.is_ok()) {
        visitor.take(Limit::Letter, &new.email.to_lowercase())?;
        match accounts::sign_up(&visitor.app, new).await? {
            Ok(()) => return Ok(see_other("/sign-up/sent")),
            Err(reason) => weak(&mut form, "password", reason),
        }
    }
    unprocessable(&page(&mut visitor, form).await?)
}

/// `GET /sign-up/sent`
pub async fn sent(visitor: Visitor) -> PageResult {
    told_sent(
        &visitor,
        "accounts-sign-up-sent-title",
        "accounts-sign-up-sent-text",
    )
}

/// Reads name, address and password of a new account; records what is wrong.
pub(super) fn read(visitor: &Visitor, form: &mut FormState, posted: &Posted) -> Option<NewAccount> {
    let name = form.required("name", NAME_MAX, "accounts-name-enter");
    if name.contains('\n') {
        form.error("name", "accounts-name-enter");
    }
    let email = form.email("email");
    let password = posted.exact("password").to_owned();
    if password.is_empty() {
        form.error("password", "accounts-password-choose");
    } else if let Err(reason) =
        accounts::check_password(&password, &name, email.as_deref().unwrap_or_default())
    {
        // Beside the other errors, so that one round of corrections is enough.
        weak(form, "password", reason);
    }
    Some(NewAccount {
        name,
        email: email?,
        password,
        locale: visitor.locale.tag().to_owned(),
        zone: visitor.zone.iana_name().unwrap_or("UTC").to_owned(),
        next: next_or(posted.get("next"), "").to_owned(),
    })
}

async fn page(visitor: &mut Visitor, form: FormState) -> Result<SignUpPage, WebError> {
    Ok(SignUpPage {
        page: visitor.form_page().await?,
        form,
        min: LENGTH_MIN,
    })
}
