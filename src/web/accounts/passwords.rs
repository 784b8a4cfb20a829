//! New passwords: forgotten ones by a letter, known ones in the account.

use super::{AskMailPage, enter, told_gone, told_sent, wait, weak};
use crate::services::accounts::{self, Change, LENGTH_MIN};
use crate::startup::Limit;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Flash, Page, html, see_other, unprocessable};
use crate::web::session::Visitor;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "accounts/reset.html")]
struct ResetPage {
    page: Page,
    form: FormState,
    action: String,
    email: String,
    min: usize,
}

#[derive(Template)]
#[template(path = "accounts/password.html")]
struct PasswordPage {
    page: Page,
    form: FormState,
    has_password: bool,
    min: usize,
}

/// `GET /reset`
pub async fn ask(mut visitor: Visitor) -> PageResult {
    html(&ask_page(&mut visitor, FormState::new()).await?)
}

/// `POST /reset`: the answer is the same whether there is such an account or not.
pub async fn send(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["email", "next"])?;
    visitor.take(Limit::Link, &visitor.address())?;
    let mut form = FormState::of(&posted);
    let Some(email) = form.email("email") else {
        return unprocessable(&ask_page(&mut visitor, form).await?);
    };
    visitor.take(Limit::Letter, &email.to_lowercase())?;
    accounts::request_reset(&visitor.app, &email).await?;
    Ok(see_other("/reset/sent"))
}

/// `GET /reset/sent`
pub async fn sent(visitor: Visitor) -> PageResult {
    told_sent(
        &visitor,
        "accounts-reset-sent-title",
        "accounts-reset-sent-text",
    )
}

/// `GET /reset/{token}`: nothing is spent.
pub async fn show(mut visitor: Visitor, token: Path<String>) -> PageResult {
    visitor.take(Limit::Link, &visitor.address())?;
    match reset_page(&mut visitor, &token, FormState::new()).await? {
        Some(page) => html(&page),
        None => told_gone(&visitor),
    }
}

/// `POST /reset/{token}`: sets the password and spends the link. Nobody is signed in by it.
pub async fn submit(mut visitor: Visitor, token: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["email", "password-new"])?;
    visitor.take(Limit::Link, &visitor.address())?;
    let mut form = FormState::of(&posted);
    match accounts::reset(&visitor.app, &token, posted.exact("password-new")).await? {
        Change::Done => {
            visitor.leave(Flash::done("accounts-reset-done")).await?;
            return Ok(see_other(urls::sign_in()));
        }
        Change::Weak(reason) => weak(&mut form, "password-new", reason),
        Change::Gone | Change::Wrong | Change::Wait(_) => return told_gone(&visitor),
    }
    match reset_page(&mut visitor, &token, form).await? {
        Some(page) => unprocessable(&page),
        None => told_gone(&visitor),
    }
}

/// `GET /account/password`
pub async fn own(mut visitor: Visitor) -> PageResult {
    html(&own_page(&mut visitor, FormState::new()).await?)
}

/// `POST /account/password`: every other session ends, and this one gets a new cookie.
pub async fn change(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["email", "password", "password-new"])?;
    let account = visitor.account_id()?;
    let keep = visitor
        .session
        .as_ref()
        .map(|session| session.token_hash.clone())
        .unwrap_or_default();
    let mut form = FormState::of(&posted);
    let done = accounts::change_password(
        &visitor.app,
        account,
        posted.exact("password"),
        posted.exact("password-new"),
        keep,
    )
    .await?;
    match done {
        Change::Done => {
            enter(&mut visitor, account, true).await?;
            visitor
                .leave(Flash::done("accounts-password-changed"))
                .await?;
            return Ok(see_other(urls::account()));
        }
        Change::Weak(reason) => weak(&mut form, "password-new", reason),
        Change::Wait(longest) => wait(&mut form, "password", longest),
        Change::Wrong | Change::Gone => form.error("password", "accounts-password-wrong"),
    }
    unprocessable(&own_page(&mut visitor, form).await?)
}

async fn ask_page(visitor: &mut Visitor, form: FormState) -> Result<AskMailPage, WebError> {
    Ok(AskMailPage {
        page: visitor.form_page().await?,
        form,
        title: "accounts-reset-ask-title",
        text: "accounts-reset-ask-text",
        button: "accounts-reset-ask-button",
        action: urls::reset(),
    })
}

async fn reset_page(
    visitor: &mut Visitor,
    token: &str,
    form: FormState,
) -> Result<Option<ResetPage>, WebError> {
    let Some(account) = accounts::reset_of(&visitor.app, token).await? else {
        return Ok(None);
    };
    let page = visitor.form_page().await?;
    Ok(Some(ResetPage {
        page,
        form,
        action: urls::reset_link(token),
        email: account.email,
        min: LENGTH_MIN,
    }))
}

async fn own_page(visitor: &mut Visitor, form: FormState) -> Result<PasswordPage, WebError> {
    let has_password = accounts::has_password(visitor.require_account()?);
    let page = visitor.form_page().await?;
    let page = page.crumb(visitor.words().t("accounts-title"), urls::account());
    let here = visitor.words().t("accounts-password-title").to_owned();
    Ok(PasswordPage {
        page: page.here(here),
        form,
        has_password,
        min: LENGTH_MIN,
    })
}
