//! Signing in by a link in a letter: for people without a password, and for owners of accounts
//! whose password somebody else keeps guessing.

use super::{AskMailPage, ButtonPage, Next, enter, next_or, told_gone, told_sent};
use crate::services::accounts;
use crate::services::doors::{self, LinkState};
use crate::startup::Limit;
use crate::storage::sessions::links::LinkPurpose;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{html, see_other, unprocessable};
use crate::web::session::Visitor;
use actix_web::web::{Path, Query};

/// `GET /sign-in/link`
pub async fn ask(mut visitor: Visitor, query: Query<Next>) -> PageResult {
    let mut form = FormState::new();
    form.set("next", next_or(&query.next, ""));
    html(&ask_page(&mut visitor, form).await?)
}

/// `POST /sign-in/link`: the answer is the same whether there is such an account or not.
pub async fn send(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["email", "next"])?;
    visitor.take(Limit::Link, &visitor.address())?;
    let mut form = FormState::of(&posted);
    let Some(email) = form.email("email") else {
        return unprocessable(&ask_page(&mut visitor, form).await?);
    };
    visitor.take(Limit::Letter, &email.to_lowercase())?;
    accounts::request_link(&visitor.app, &email, posted.get("next")).await?;
    Ok(see_other("/sign-in/link/sent"))
}

/// `GET /sign-in/link/sent`
pub async fn sent(visitor: Visitor) -> PageResult {
    told_sent(
        &visitor,
        "accounts-link-sent-title",
        "accounts-link-sent-text",
    )
}

/// `GET /sign-in/link/{token}`: nothing is spent.
pub async fn show(mut visitor: Visitor, token: Path<String>, query: Query<Next>) -> PageResult {
    visitor.take(Limit::Link, &visitor.address())?;
    if !works(&visitor, &token, LinkPurpose::SignIn).await? {
        return told_gone(&visitor);
    }
    html(&ButtonPage {
        page: visitor.form_page().await?,
        title: "accounts-link-title",
        text: "accounts-link-text",
        button: "accounts-link-button",
        action: urls::sign_in_link(&token),
        next: next_or(&query.next, "").to_owned(),
    })
}

/// `POST /sign-in/link/{token}`: spends the link.
pub async fn spend(mut visitor: Visitor, token: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["next"])?;
    visitor.take(Limit::Link, &visitor.address())?;
    match accounts::spend_link(&visitor.app, &token).await? {
        Some(account) => {
            enter(&mut visitor, account.id, false).await?;
            Ok(see_other(next_or(posted.get("next"), urls::dashboard())))
        }
        None => told_gone(&visitor),
    }
}

/// Can this link still be used for this?
pub(super) async fn works(
    visitor: &Visitor,
    token: &str,
    purpose: LinkPurpose,
) -> Result<bool, WebError> {
    let door = doors::open(&visitor.app, token).await?;
    Ok(door.is_some_and(|door| door.state == LinkState::Open && door.link.purpose == purpose))
}

async fn ask_page(visitor: &mut Visitor, form: FormState) -> Result<AskMailPage, WebError> {
    Ok(AskMailPage {
        page: visitor.form_page().await?,
        form,
        title: "accounts-link-ask-title",
        text: "accounts-link-ask-text",
        button: "accounts-link-ask-button",
        action: urls::sign_in_mail(),
    })
}
