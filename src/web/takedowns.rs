//! The marketplace officer's work: the queue of listings, acts on several of them at once, one listing
//! with its history, and the listings of a marketplace or seller with what was done to them.

mod bulk;
mod listing;
mod listings;
mod queue;

use super::errors::WebError;
use super::forms::Choice;
use super::page::Page;
use super::session::Visitor;
use super::words;
use crate::domain::cases::CaseFile;
use crate::domain::ids::{CaseNumber, OrganisationId};
use crate::domain::notices::{Listing, MeasureAction};
use crate::services::project::TO_DECIDE;
use actix_web::web::{ServiceConfig, get, post};

/// The act that confirms what was ordered; the others are the names of measures.
const CARRY_OUT: &str = "carry-out";

/// The routes of the queue.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/takedowns", get().to(queue::show))
        .route("/takedowns/bulk/confirm", get().to(bulk::back))
        .route("/takedowns/bulk/confirm", post().to(bulk::confirm))
        .route("/takedowns/bulk/done", get().to(bulk::back))
        .route("/takedowns/bulk/done", post().to(bulk::perform))
        .route("/takedowns/{case}/{listing}", get().to(listing::show))
        .route("/listings", get().to(listings::show));
}

/// The organisations of an officer; for everybody else there is no queue.
fn marketplaces(visitor: &Visitor) -> Result<Vec<OrganisationId>, WebError> {
    visitor.require_account()?;
    if visitor.hats.marketplace {
        Ok(visitor.hats.organisations.clone())
    } else {
        Err(WebError::NotFound)
    }
}

/// What waits for a listing: a measure by its name, a decision, or nothing.
fn waiting(file: &CaseFile, listing: &Listing) -> String {
    match &listing.order {
        Some(order) => order.action.as_str().to_owned(),
        None if file.closed_at.is_none()
            && listing.measure == crate::domain::notices::MeasureValue::Live =>
        {
            TO_DECIDE.to_owned()
        }
        None => String::new(),
    }
}

/// What waits, in words.
fn waiting_words(page: &Page, ordered: &str) -> String {
    match ordered {
        "" => page.t("takedowns-nothing").to_owned(),
        TO_DECIDE => page.t("takedowns-to-decide").to_owned(),
        action => words::said(&page.words, "action", action),
    }
}

/// The acts to choose from.
fn acts(page: &Page) -> Vec<Choice> {
    let carry_out = Choice::new(CARRY_OUT, page.t("takedowns-carry-out"))
        .hint(page.t("takedowns-carry-out-hint"));
    let measures = MeasureAction::ALL.iter().map(|action| {
        let label = words::said(&page.words, "action", action.as_str());
        Choice::new(action.as_str(), label).hint(words::said(
            &page.words,
            "action",
            &format!("{}-hint", action.as_str()),
        ))
    });
    std::iter::once(carry_out).chain(measures).collect()
}

/// A listing as a form names it, with the state that its page showed: `IP-2026-000001/3/live/decide`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Item {
    number: CaseNumber,
    no: u32,
    measure: String,
    ordered: String,
}

impl Item {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(4, '/');
        let number = parts.next()?.parse().ok()?;
        let no = parts.next()?.parse().ok()?;
        Some(Self {
            number,
            no,
            measure: parts.next()?.to_owned(),
            ordered: parts.next()?.to_owned(),
        })
    }

    fn field(number: &str, no: u32, measure: &str, ordered: &str) -> String {
        format!("{number}/{no}/{measure}/{ordered}")
    }
}

/// What a listing is called: its title, else its item number, else its address.
fn name_of(title: &str, item: &str, url: &str) -> String {
    [title, item, url]
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_default()
        .chars()
        .take(120)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_read_as_it_was_written() {
        let item = Item::parse(&Item::field("IP-2026-000001", 3, "live", "decide")).unwrap();
        assert_eq!(
            (item.no, item.measure.as_str(), item.ordered.as_str()),
            (3, "live", "decide")
        );
        assert_eq!(Item::parse("IP-2026-000001/3/live/").unwrap().ordered, "");
        for wrong in [
            "",
            "IP-2026-000001",
            "x/3/live/hide",
            "IP-2026-000001/x/live/hide",
        ] {
            assert_eq!(Item::parse(wrong), None, "{wrong}");
        }
    }
}
