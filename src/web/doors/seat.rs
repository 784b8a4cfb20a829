//! Taking a party's seat with an account: from a session that a letter opened, or because the
//! account's confirmed address is the one on record.

use super::refused;
use crate::domain::ids::CaseNumber;
use crate::services::doors::{self, JoinRefused, LinkState};
use crate::startup::Limit;
use crate::storage::sessions::links::LinkPurpose;
use crate::urls;
use crate::web::accounts::told_gone;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::Posted;
use crate::web::page::{Flash, Page, html, see_other};
use crate::web::scope::CaseScope;
use crate::web::session::Visitor;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "doors/seat.html")]
struct SeatPage {
    page: Page,
    number: String,
    party: String,
    account: String,
    action: String,
    sign_in: String,
    sign_up: String,
}

/// `GET /respond/seat`: for somebody who came by a letter; says what an account is good for.
pub async fn offer(mut visitor: Visitor) -> PageResult {
    let seat = visitor.seat().ok_or(WebError::NotFound)?;
    let (number, party) = doors::seat_names(&visitor.app, seat.case, seat.party).await?;
    let page = visitor.form_page().await?;
    html(&SeatPage {
        page,
        number: number.to_string(),
        party,
        account: String::new(),
        action: urls::seat().to_owned(),
        sign_in: String::new(),
        sign_up: String::new(),
    })
}

/// `POST /respond/seat`: gives the pass with which the person signs in or up and comes back.
pub async fn begin(visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&[])?;
    let seat = visitor.seat().ok_or(WebError::NotFound)?;
    let email = visitor
        .session
        .as_ref()
        .and_then(|session| session.email.clone())
        .unwrap_or_default();
    let token = doors::pass_for_seat(&visitor.app, seat.case, seat.party, email).await?;
    Ok(see_other(urls::seat_pass(&token)))
}

/// `GET /respond/seat/{token}`: nothing is spent.
pub async fn show(mut visitor: Visitor, token: Path<String>) -> PageResult {
    visitor.take(Limit::Link, &visitor.address())?;
    let door = doors::open(&visitor.app, &token).await?;
    let open = door
        .filter(|door| door.state == LinkState::Open && door.link.purpose == LinkPurpose::Answer);
    let Some(door) = open else {
        return told_gone(&visitor);
    };
    let (Some(file), Some(party)) = (&door.case, door.party()) else {
        return told_gone(&visitor);
    };
    let (number, party) = (file.number.to_string(), party.name.clone());
    html(&page(&mut visitor, number, party, urls::seat_pass(&token)).await?)
}

/// `POST /respond/seat/{token}`: spends the pass and takes the seat.
pub async fn take(mut visitor: Visitor, token: Path<String>, posted: Posted) -> PageResult {
    posted.only(&[])?;
    let account = account_or_sign_in(&visitor, urls::seat_pass(&token))?;
    let taken = doors::seat_with_pass(&visitor.app, &token, account).await?;
    let receipt = taken.map_err(|refusal| refused(refusal, urls::dashboard()))?;
    visitor.leave(Flash::done("doors-seat-taken")).await?;
    Ok(see_other(urls::case(&receipt.number)))
}

/// `GET /respond/cases/{number}`: the case has the account's own address on record.
pub async fn show_own(mut visitor: Visitor, number: Path<String>) -> PageResult {
    let account = visitor.require_account()?;
    // Anybody can sign up with anybody's address; only a confirmed one opens anything.
    let Some(email) = account.confirmed_at.map(|_| account.email.clone()) else {
        return Err(WebError::NotFound);
    };
    let number: CaseNumber = number.parse().map_err(|_| WebError::NotFound)?;
    let party = doors::waiting_party(&visitor.app, number.clone(), email)
        .await?
        .ok_or(WebError::NotFound)?;
    let action = urls::own_seat(&number);
    html(&page(&mut visitor, number.to_string(), party, action).await?)
}

/// `POST /respond/cases/{number}`: takes the seat.
pub async fn take_own(mut visitor: Visitor, number: Path<String>, posted: Posted) -> PageResult {
    posted.only(&[])?;
    let account = visitor.account_id()?;
    let number: CaseNumber = number.parse().map_err(|_| WebError::NotFound)?;
    let taken = doors::take_seat(&visitor.app, number.clone(), account).await?;
    let receipt = match taken {
        Ok(receipt) => receipt,
        // Whoever is not in the case learns nothing of it; whoever is (a form sent twice) gets there.
        Err(JoinRefused::Gone | JoinRefused::OtherAddress | JoinRefused::Unconfirmed) => {
            let scope = CaseScope::open(visitor, number.as_str()).await?;
            return Ok(see_other(urls::case(&scope.file.number)));
        }
        Err(refusal) => return Err(refused(refusal, urls::dashboard())),
    };
    visitor.leave(Flash::done("doors-seat-taken")).await?;
    Ok(see_other(urls::case(&receipt.number)))
}

fn account_or_sign_in(
    visitor: &Visitor,
    next: String,
) -> Result<crate::domain::ids::AccountId, WebError> {
    visitor
        .account
        .as_ref()
        .map(|account| account.id)
        .ok_or(WebError::SignIn { next })
}

async fn page(
    visitor: &mut Visitor,
    number: String,
    party: String,
    action: String,
) -> Result<SeatPage, WebError> {
    let account = visitor
        .account
        .as_ref()
        .map(|account| account.name.clone())
        .unwrap_or_default();
    Ok(SeatPage {
        page: visitor.form_page().await?,
        number,
        party,
        account,
        sign_in: urls::with_query(urls::sign_in(), &[("next", &action)]),
        sign_up: urls::with_query(urls::sign_up(), &[("next", &action)]),
        action,
    })
}
