//! An invitation to represent a party: looked at by anybody who has the letter, accepted with an
//! account of the invited address, declined without one.

use super::refused;
use crate::domain::parties::{Mandate, MandateScope};
use crate::services::doors::{self, Door, JoinRefused, LinkState};
use crate::urls;
use crate::web::accounts::told_gone;
use crate::web::errors::{PageResult, WebError};
use crate::web::page::{Flash, Page, html, render, see_other};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use askama::Template;

#[derive(Template)]
#[template(path = "doors/invitation.html")]
struct InvitationPage {
    page: Page,
    number: String,
    party: String,
    mandate: Mandate,
    standing: Standing,
    problem: Option<&'static str>,
    action: String,
    sign_in: String,
    sign_up: String,
}

/// How the visitor stands to the invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// not signed in
    Nobody,
    /// signed in with the invited address
    Invited,
    /// signed in with another one
    Other,
}

impl InvitationPage {
    fn is_nobody(&self) -> bool {
        self.standing == Standing::Nobody
    }

    fn is_invited(&self) -> bool {
        self.standing == Standing::Invited
    }

    fn scope(&self) -> &str {
        match self.mandate.scope {
            MandateScope::Act => self.page.t("doors-scope-act"),
            MandateScope::Read => self.page.t("doors-scope-read"),
        }
    }
}

/// Who invites to what; with what went wrong, if something did.
pub(super) async fn show(
    mut visitor: Visitor,
    token: &str,
    door: &Door,
    problem: Option<&'static str>,
) -> PageResult {
    let (Some(file), Some(mandate)) = (&door.case, door.mandate()) else {
        return told_gone(&visitor);
    };
    let is_own = visitor
        .account
        .as_ref()
        .is_some_and(|account| mandate.account == Some(account.id));
    if is_own {
        return Ok(see_other(urls::case(&file.number)));
    }
    if door.state != LinkState::Open || !mandate.is_live(visitor.app.now()) {
        return told_gone(&visitor);
    }
    let standing = match &visitor.account {
        None => Standing::Nobody,
        Some(account) if account.email == door.link.email.to_lowercase() => Standing::Invited,
        Some(_) => Standing::Other,
    };
    let here = urls::letter_link(token);
    let page = InvitationPage {
        page: visitor.form_page().await?,
        number: file.number.to_string(),
        party: file
            .party(mandate.party)
            .map(|party| party.name.clone())
            .unwrap_or_default(),
        mandate: mandate.clone(),
        standing,
        problem,
        sign_in: urls::with_query(urls::sign_in(), &[("next", &here)]),
        sign_up: urls::with_query(urls::sign_up(), &[("next", &here)]),
        action: here,
    };
    if problem.is_some() {
        render(&page, StatusCode::UNPROCESSABLE_ENTITY)
    } else {
        html(&page)
    }
}

/// Accepts or declines.
pub(super) async fn submit(
    mut visitor: Visitor,
    token: &str,
    door: &Door,
    act: &str,
) -> PageResult {
    let Some(file) = &door.case else {
        return told_gone(&visitor);
    };
    if door.state != LinkState::Open {
        return told_gone(&visitor);
    }
    match act {
        "decline" => {
            doors::decline(&visitor.app, token)
                .await?
                .map_err(|refusal| refused(refusal, urls::home()))?;
            visitor.leave(Flash::done("doors-declined")).await?;
            Ok(see_other(if visitor.account.is_some() {
                urls::dashboard()
            } else {
                urls::home()
            }))
        }
        "join" => {
            let Some(account) = visitor.account.as_ref().map(|account| account.id) else {
                return Err(WebError::SignIn {
                    next: urls::letter_link(token),
                });
            };
            match doors::join(&visitor.app, token, account).await? {
                Ok(_) => {
                    visitor.leave(Flash::done("doors-joined")).await?;
                    Ok(see_other(urls::case(&file.number)))
                }
                Err(JoinRefused::OtherAddress) => {
                    show(visitor, token, door, Some("doors-other-address")).await
                }
                Err(JoinRefused::Unconfirmed) => {
                    show(visitor, token, door, Some("doors-unconfirmed")).await
                }
                Err(JoinRefused::Gone) => told_gone(&visitor),
                Err(refusal) => Err(refused(refusal, urls::dashboard())),
            }
        }
        _ => Err(WebError::bad("errors-bad-form")),
    }
}
