//! Pages about accounts: signing up, in and out, passwords, the own account, and for administrators people,
//! organisations and keys. Doors to cases are in `doors`.

mod choices;
mod conduct;
mod confirm;
mod first;
mod keys;
mod links;
mod organisations;
mod passwords;
mod people;
mod profile;
mod sessions;
mod sign_in;
mod sign_up;
#[cfg(test)]
mod tests;

use super::errors::{PageResult, WebError};
use super::forms::FormState;
use super::page::{Page, html, render};
use super::session::Visitor;
use crate::domain::ids::AccountId;
use crate::i18n::Arg;
use crate::services::accounts::{self, AccountError, LENGTH_MAX, LENGTH_MIN, Proof, Weak};
use crate::urls;
use actix_web::http::StatusCode;
use actix_web::web::{ServiceConfig, get, post};
use askama::Template;
use jiff::SignedDuration;
use serde::Deserialize;

/// The routes of this feature. What is said after a letter was sent has addresses of its own, so
/// that loading the page again sends nothing.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/sign-in", get().to(sign_in::show))
        .route("/sign-in", post().to(sign_in::submit))
        .route("/sign-in/demo", post().to(sign_in::demo))
        .route("/sign-out", post().to(sign_in::leave))
        .route("/sign-in/link", get().to(links::ask))
        .route("/sign-in/link", post().to(links::send))
        .route("/sign-in/link/sent", get().to(links::sent))
        .route("/sign-in/link/{token}", get().to(links::show))
        .route("/sign-in/link/{token}", post().to(links::spend))
        .route("/sign-up", get().to(sign_up::show))
        .route("/sign-up", post().to(sign_up::submit))
        .route("/sign-up/sent", get().to(sign_up::sent))
        .route("/confirm/{token}", get().to(confirm::show))
        .route("/confirm/{token}", post().to(confirm::submit))
        .route("/reset", get().to(passwords::ask))
        .route("/reset", post().to(passwords::send))
        .route("/reset/sent", get().to(passwords::sent))
        .route("/reset/{token}", get().to(passwords::show))
        .route("/reset/{token}", post().to(passwords::submit))
        .route("/account", get().to(profile::show))
        .route("/account", post().to(profile::submit))
        .route("/account/password", get().to(passwords::own))
        .route("/account/password", post().to(passwords::change))
        .route("/account/sessions", get().to(sessions::show))
        .route("/account/sessions", post().to(sessions::end))
        .route("/account/sessions/all", post().to(sessions::end_all))
        .route("/account/conduct", get().to(conduct::own))
        .route("/admin/conduct", get().to(conduct::everybody))
        .route("/account/time-zone", get().to(choices::zones))
        .route("/account/time-zone", post().to(choices::choose_zone))
        .route("/account/theme", get().to(choices::themes))
        .route("/account/theme", post().to(choices::choose_theme))
        .route("/admin/first/{token}", get().to(first::show))
        .route("/admin/first/{token}", post().to(first::submit))
        .route("/admin/people", get().to(people::list))
        .route("/admin/people/{id}", get().to(people::show))
        .route("/admin/people/{id}", post().to(people::submit))
        .route("/admin/organisations", get().to(organisations::list))
        .route("/admin/organisations", post().to(organisations::create))
        .route("/admin/organisations/{id}", get().to(organisations::show))
        .route(
            "/admin/organisations/{id}",
            post().to(organisations::submit),
        )
        .route("/admin/keys", get().to(keys::list))
        .route("/admin/keys", post().to(keys::create))
        .route("/admin/keys/revoke", post().to(keys::revoke));
}

/// `?next=`: where to go on to.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Next {
    #[serde(default)]
    pub(super) next: String,
}

/// The longest name of a person or organisation.
const NAME_MAX: usize = 120;

impl From<AccountError> for WebError {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Storage(error) => error.into(),
            AccountError::Hashing(error) => error.into(),
        }
    }
}

/// A page that says one thing: a letter was sent, a link no longer works.
#[derive(Template)]
#[template(path = "accounts/told.html")]
struct ToldPage {
    page: Page,
    title: &'static str,
    text: &'static str,
    ways: Vec<(&'static str, &'static str)>,
}

/// A page with one button, shown before a link is spent: mail scanners open links, but press no buttons.
#[derive(Template)]
#[template(path = "accounts/button.html")]
struct ButtonPage {
    page: Page,
    title: &'static str,
    text: &'static str,
    button: &'static str,
    action: String,
    next: String,
}

/// A page that asks for an e-mail address to send a letter to.
#[derive(Template)]
#[template(path = "accounts/ask_mail.html")]
struct AskMailPage {
    page: Page,
    form: FormState,
    title: &'static str,
    text: &'static str,
    button: &'static str,
    action: &'static str,
}

/// Says that a letter is on its way, if it is.
fn told_sent(visitor: &Visitor, title: &'static str, text: &'static str) -> PageResult {
    let ways = vec![
        ("accounts-way-sign-in", urls::sign_in()),
        ("accounts-way-home", urls::home()),
    ];
    html(&ToldPage {
        page: visitor.page(),
        title,
        text,
        ways,
    })
}

/// 410: the link was spent, replaced by a newer one, or its time is over.
pub(super) fn told_gone(visitor: &Visitor) -> PageResult {
    let ways = vec![
        ("accounts-way-sign-in", urls::sign_in()),
        ("accounts-way-link", urls::sign_in_mail()),
        ("accounts-way-reset", urls::reset()),
        ("accounts-way-respond", urls::respond()),
    ];
    let page = visitor.page();
    render(
        &ToldPage {
            page,
            title: "accounts-gone-title",
            text: "accounts-gone-text",
            ways,
        },
        StatusCode::GONE,
    )
}

/// The page to go on to if it is one of ours, else the other one.
pub(super) fn next_or<'a>(next: &'a str, otherwise: &'a str) -> &'a str {
    if urls::is_own_path(next) {
        next
    } else {
        otherwise
    }
}

/// Signs in with a new session and brings along what was begun before.
async fn enter(
    visitor: &mut Visitor,
    account: AccountId,
    with_password: bool,
) -> Result<(), WebError> {
    let before = visitor
        .session
        .as_ref()
        .filter(|session| session.account_id.is_none());
    let before = before.map(|session| session.token_hash.clone());
    visitor.sign_in(account, with_password).await?;
    if let Some(before) = before {
        accounts::adopt_drafts(&visitor.app, before, account).await?;
    }
    Ok(())
}

/// What is wrong with a new password, beside its field.
fn weak(form: &mut FormState, field: &str, weak: Weak) {
    match weak {
        Weak::Short => form.error_with(
            field,
            "accounts-password-short",
            vec![("min", Arg::from(LENGTH_MIN))],
        ),
        Weak::Long => form.error_with(
            field,
            "accounts-password-long",
            vec![("max", Arg::from(LENGTH_MAX))],
        ),
        Weak::Own => form.error(field, "accounts-password-own"),
        Weak::Common => form.error(field, "accounts-password-common"),
    }
}

/// How long to wait, beside a field.
fn wait(form: &mut FormState, field: &str, wait: SignedDuration) {
    let minutes = wait.as_mins().max(1);
    if minutes < 120 {
        form.error_with(
            field,
            "accounts-wait-minutes",
            vec![("minutes", Arg::from(minutes))],
        );
    } else {
        form.error(field, "accounts-wait-long");
    }
}

/// Takes the password entered again before an act that weighs more; records what is wrong.
pub(super) async fn prove(
    visitor: &mut Visitor,
    form: &mut FormState,
    typed: &str,
) -> Result<bool, WebError> {
    let account = visitor.account_id()?;
    match accounts::prove(&visitor.app, account, typed).await? {
        Proof::Right(_) => {
            visitor.confirm_password().await?;
            return Ok(true);
        }
        Proof::Wrong => form.error("password", "accounts-password-wrong"),
        Proof::Wait(longest) => wait(form, "password", longest),
    }
    Ok(false)
}
