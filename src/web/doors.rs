//! Doors to cases: links from letters, a new link for whoever lost one, invitations, and taking a
//! party's seat with an account. Looking at a link spends nothing.

mod answer;
mod invitation;
mod respond;
mod seat;

use super::accounts::told_gone;
use super::errors::{PageResult, WebError};
use super::forms::Posted;
use super::page::see_other;
use super::session::Visitor;
use crate::services::doors::{self, JoinRefused};
use crate::startup::Limit;
use crate::storage::sessions::links::LinkPurpose;
use crate::urls;
use actix_web::web::{Path, ServiceConfig, get, post};

/// The routes of this feature.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/links/{token}", get().to(show))
        .route("/links/{token}", post().to(submit))
        .route("/links/{token}/renew", post().to(answer::renew))
        .route("/respond", get().to(respond::show))
        .route("/respond", post().to(respond::submit))
        .route("/respond/sent", get().to(respond::sent))
        .route("/respond/seat", get().to(seat::offer))
        .route("/respond/seat", post().to(seat::begin))
        .route("/respond/seat/{token}", get().to(seat::show))
        .route("/respond/seat/{token}", post().to(seat::take))
        .route("/respond/cases/{number}", get().to(seat::show_own))
        .route("/respond/cases/{number}", post().to(seat::take_own));
}

/// `GET /links/{token}`: says what the link is for. Nothing is spent.
pub async fn show(visitor: Visitor, token: Path<String>) -> PageResult {
    visitor.take(Limit::Link, &visitor.address())?;
    let Some(door) = doors::open(&visitor.app, &token).await? else {
        return told_gone(&visitor);
    };
    match door.link.purpose {
        LinkPurpose::Answer => answer::show(visitor, &token, &door).await,
        LinkPurpose::Invitation => invitation::show(visitor, &token, &door, None).await,
        LinkPurpose::ConfirmNotice => Ok(see_other(urls::confirm_notice_link(&token))),
        LinkPurpose::ConfirmEmail => Ok(see_other(urls::confirm_link(&token))),
        LinkPurpose::ResetPassword => Ok(see_other(urls::reset_link(&token))),
        LinkPurpose::SignIn => Ok(see_other(urls::sign_in_link(&token))),
        LinkPurpose::FirstAdministrator => Ok(see_other(urls::first_administrator(&token))),
    }
}

/// `POST /links/{token}`: spends the link.
pub async fn submit(visitor: Visitor, token: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["do"])?;
    visitor.take(Limit::Link, &visitor.address())?;
    let Some(door) = doors::open(&visitor.app, &token).await? else {
        return told_gone(&visitor);
    };
    match door.link.purpose {
        LinkPurpose::Answer => answer::submit(visitor, &token, &door, posted.get("do")).await,
        LinkPurpose::Invitation => {
            invitation::submit(visitor, &token, &door, posted.get("do")).await
        }
        _ => Err(WebError::bad("errors-bad-form")),
    }
}

/// The page of a refusal to take a seat or mandate.
fn refused(refusal: JoinRefused, back: &str) -> WebError {
    match refusal {
        JoinRefused::Gone => WebError::NotFound,
        JoinRefused::OtherAddress => WebError::refused("doors-other-address"),
        JoinRefused::Unconfirmed => WebError::refused("doors-unconfirmed"),
        JoinRefused::Act(refusal) => WebError::Act {
            refusal: Box::new(refusal),
            kept: Vec::new(),
            back: back.to_owned(),
        },
    }
}
