//! Where the account is signed in, and ending that.

use crate::services::accounts;
use crate::storage::sessions::SessionRow;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::Posted;
use crate::web::page::{Flash, Page, html, see_other};
use crate::web::session::Visitor;
use askama::Template;
use jiff::{SignedDuration, Timestamp};

#[derive(Template)]
#[template(path = "accounts/sessions.html")]
struct SessionsPage {
    page: Page,
    rows: Vec<Row>,
}

struct Row {
    id: String,
    browser: String,
    began: Timestamp,
    seen: Timestamp,
    is_this: bool,
}

/// `GET /account/sessions`
pub async fn show(mut visitor: Visitor) -> PageResult {
    let account = visitor.account_id()?;
    let idle = &visitor.app.config.sessions;
    let minutes = if visitor.is_staff() {
        idle.staff_idle_minutes
    } else {
        idle.party_idle_minutes
    };
    let idle_since = visitor.app.now() - SignedDuration::from_mins(i64::from(minutes));
    let rows = accounts::list_sessions(&visitor.app, account, idle_since).await?;
    let this = visitor
        .session
        .as_ref()
        .map(|session| session.token_hash.clone())
        .unwrap_or_default();
    let rows = rows.into_iter().map(|row| Row::of(row, &this)).collect();
    let words = visitor.words();
    let page = visitor
        .form_page()
        .await?
        .crumb(words.t("accounts-title"), urls::account());
    html(&SessionsPage {
        page: page.here(words.t("accounts-sessions-title")),
        rows,
    })
}

/// `POST /account/sessions`: ends one.
pub async fn end(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["session"])?;
    let account = visitor.account_id()?;
    let hash = hex::decode(posted.get("session")).map_err(|_| WebError::NotFound)?;
    accounts::end_session(&visitor.app, account, hash).await?;
    visitor.leave(Flash::done("accounts-session-ended")).await?;
    Ok(see_other(urls::sessions()))
}

/// `POST /account/sessions/all`: signs out everywhere, here too.
pub async fn end_all(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&[])?;
    let account = visitor.account_id()?;
    accounts::sign_out_everywhere(&visitor.app, account).await?;
    visitor.sign_out().await?;
    visitor
        .leave(Flash::done("accounts-signed-out-everywhere"))
        .await?;
    Ok(see_other(urls::sign_in()))
}

impl Row {
    fn of(row: SessionRow, this: &[u8]) -> Self {
        Self {
            id: hex::encode(&row.token_hash),
            browser: row.user_agent,
            began: row.created_at,
            seen: row.seen_at,
            is_this: row.token_hash == this,
        }
    }
}
