//! The link in a letter to a party: opens the case for that party alone, without an account.

use super::refused;
use crate::services::doors::{self, Door, LinkState};
use crate::startup::Limit;
use crate::storage::sessions::links::LinkPurpose;
use crate::urls;
use crate::web::accounts::told_gone;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::Posted;
use crate::web::page::{Flash, Page, html, render, see_other};
use crate::web::session::{Seat, Visitor};
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "doors/answer.html")]
struct AnswerPage {
    page: Page,
    number: String,
    party: String,
    account: String,
    can_take_seat: bool,
    action: String,
}

#[derive(Template)]
#[template(path = "doors/spent.html")]
struct SpentPage {
    page: Page,
    number: String,
    was_spent: bool,
    action: String,
}

/// What the link opens, or how to get a new one.
pub(super) async fn show(mut visitor: Visitor, token: &str, door: &Door) -> PageResult {
    let (Some(file), Some(party)) = (&door.case, door.party()) else {
        return told_gone(&visitor);
    };
    let here = Seat {
        case: file.id,
        party: party.no,
    };
    let is_own = visitor
        .account
        .as_ref()
        .is_some_and(|account| party.account == Some(account.id));
    if visitor.seat() == Some(here) || is_own {
        return Ok(see_other(urls::case(&file.number)));
    }
    if door.state != LinkState::Open {
        return spent(visitor, token, door).await;
    }
    let account = visitor
        .account
        .as_ref()
        .map(|account| account.name.clone())
        .unwrap_or_default();
    html(&AnswerPage {
        page: visitor.form_page().await?,
        number: file.number.to_string(),
        party: party.name.clone(),
        can_take_seat: party.account.is_none() && !account.is_empty(),
        account,
        action: urls::letter_link(token),
    })
}

/// Opens the case, or takes the seat with the account that is signed in.
pub(super) async fn submit(
    mut visitor: Visitor,
    token: &str,
    door: &Door,
    act: &str,
) -> PageResult {
    let Some(file) = &door.case else {
        return told_gone(&visitor);
    };
    let case = urls::case(&file.number);
    if door.state != LinkState::Open {
        return spent(visitor, token, door).await;
    }
    if act == "seat" {
        let account = visitor.account_id()?;
        doors::seat_with_pass(&visitor.app, token, account)
            .await?
            .map_err(|refusal| refused(refusal, urls::dashboard()))?;
        visitor.leave(Flash::done("doors-seat-taken")).await?;
        return Ok(see_other(case));
    }
    let spent_now = doors::spend(&visitor.app, LinkPurpose::Answer, token).await?;
    let Some((link, seat)) = spent_now
        .and_then(|link| Some((link.email.clone(), link.case_id?, link.party_no?)))
        .map(|(email, case, party)| (email, Seat { case, party }))
    else {
        return spent(visitor, token, door).await;
    };
    visitor.open_seat(seat, &link).await?;
    Ok(see_other(case))
}

/// `POST /links/{token}/renew`: a new letter to the address that got this one.
pub async fn renew(visitor: Visitor, token: Path<String>, posted: Posted) -> PageResult {
    posted.only(&[])?;
    visitor.take(Limit::Link, &visitor.address())?;
    let door = doors::open(&visitor.app, &token)
        .await?
        .ok_or(WebError::NotFound)?;
    visitor.take(Limit::Letter, &door.link.email.to_lowercase())?;
    doors::renew(&visitor.app, &token).await?;
    Ok(see_other("/respond/sent"))
}

async fn spent(mut visitor: Visitor, token: &str, door: &Door) -> PageResult {
    let page = SpentPage {
        page: visitor.form_page().await?,
        number: door
            .case
            .as_ref()
            .map(|file| file.number.to_string())
            .unwrap_or_default(),
        was_spent: door.state != LinkState::Expired,
        action: format!("{}/renew", urls::letter_link(token)),
    };
    render(&page, StatusCode::GONE)
}
