//! Confirming the e-mail address of a new account.

use super::links::works;
use super::{ButtonPage, Next, next_or, told_gone};
use crate::services::accounts;
use crate::startup::Limit;
use crate::storage::sessions::links::LinkPurpose;
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::forms::Posted;
use crate::web::page::{Flash, html, see_other};
use crate::web::session::Visitor;
use actix_web::web::{Path, Query};

/// `GET /confirm/{token}`: nothing is spent.
pub async fn show(mut visitor: Visitor, token: Path<String>, query: Query<Next>) -> PageResult {
    visitor.take(Limit::Link, &visitor.address())?;
    if !works(&visitor, &token, LinkPurpose::ConfirmEmail).await? {
        return told_gone(&visitor);
    }
    html(&ButtonPage {
        page: visitor.form_page().await?,
        title: "accounts-confirm-title",
        text: "accounts-confirm-text",
        button: "accounts-confirm-button",
        action: urls::confirm_link(&token),
        next: next_or(&query.next, "").to_owned(),
    })
}

/// `POST /confirm/{token}`: confirms. The person signs in afterwards: whoever reads the mailbox has
/// shown that, and no more.
pub async fn submit(mut visitor: Visitor, token: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["next"])?;
    visitor.take(Limit::Link, &visitor.address())?;
    if accounts::confirm_email(&visitor.app, &token)
        .await?
        .is_none()
    {
        return told_gone(&visitor);
    }
    visitor.leave(Flash::done("accounts-confirmed")).await?;
    let next = next_or(posted.get("next"), "");
    Ok(see_other(urls::with_query(
        urls::sign_in(),
        &[("next", next)],
    )))
}
