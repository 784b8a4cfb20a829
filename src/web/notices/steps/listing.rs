//! One listing of a notice on a page of its own: put right what was typed, and say what is wrong
//! with this one beyond the others.

use crate::domain::ids::DraftId;
use crate::services::drafts::notices::{ListingDraft, Step};
use crate::startup::App;
use crate::storage::accounts::{self, OrganisationKind};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::notices::lines::{self, Line, LineError, Market};
use crate::web::notices::wizard::{Frame, Wizard};
use crate::web::page::{Page, render, see_other};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;
use std::sync::Arc;

/// Longest word about one listing, in characters.
const WRONG_MAX: usize = 4_000;

#[derive(Template)]
#[template(path = "notices/listing.html")]
struct Listing {
    page: Page,
    frame: Frame,
    form: FormState,
    markets: Vec<Choice>,
    no: usize,
    from: String,
    max: usize,
}

/// Where the page was opened.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    from: String,
}

/// A listing as people know it: its title, else its item number or address.
pub fn name_of(listing: &ListingDraft) -> String {
    [&listing.title, &listing.item, &listing.url]
        .into_iter()
        .find(|text| !text.is_empty())
        .cloned()
        .unwrap_or_default()
}

/// The page of one listing, opened from a step.
pub fn href(draft: DraftId, index: usize, from: &str) -> String {
    urls::with_query(
        &urls::draft_step(draft, format!("listing/{}", index + 1)),
        &[("from", from)],
    )
}

/// The marketplaces that take part here.
pub async fn markets_of(app: &Arc<App>) -> Result<Vec<Market>, WebError> {
    let rows = app
        .store
        .read(|tx| accounts::list_organisations(tx, Some(OrganisationKind::Marketplace), 500))
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Market {
            id: row.id,
            name: row.name,
            key: row.key,
        })
        .collect())
}

/// `GET /drafts/{id}/listing/{no}`
pub async fn show(
    visitor: Visitor,
    path: Path<(DraftId, usize)>,
    asked: Query<Asked>,
) -> PageResult {
    let (id, no) = path.into_inner();
    let mut wizard = Wizard::open(visitor, id, Step::Listings).await?;
    let listing = no
        .checked_sub(1)
        .and_then(|index| wizard.draft.data.listings.get(index))
        .ok_or(WebError::NotFound)?;
    let mut form = FormState::new();
    form.set("url", &listing.url)
        .set("item", &listing.item)
        .set("title", &listing.title)
        .set("seller", &listing.seller);
    form.set("email", &listing.seller_email)
        .set("wrong", &listing.wrong);
    form.set(
        "marketplace",
        listing
            .marketplace
            .map(|id| id.to_string())
            .unwrap_or_default(),
    );
    page(&mut wizard, form, no, &asked.from, StatusCode::OK).await
}

/// `POST /drafts/{id}/listing/{no}`
pub async fn take(visitor: Visitor, path: Path<(DraftId, usize)>, posted: Posted) -> PageResult {
    posted.only(&[
        "version",
        "to-check",
        "do",
        "from",
        "url",
        "item",
        "title",
        "seller",
        "email",
        "wrong",
        "marketplace",
    ])?;
    let (id, no) = path.into_inner();
    let mut wizard = Wizard::open(visitor, id, Step::Listings).await?;
    let from = posted.get("from").to_owned();
    let mut form = FormState::of(&posted);
    let index = no
        .checked_sub(1)
        .filter(|index| *index < wizard.draft.data.listings.len())
        .ok_or(WebError::NotFound)?;
    let markets = markets_of(&wizard.visitor.app).await?;
    let changed = read(&wizard, &mut form, &markets, index);
    let Some(changed) = changed.filter(|_| form.is_ok()) else {
        return page(
            &mut wizard,
            form,
            no,
            &from,
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    };
    if !wizard.is_current(&posted) {
        return page(&mut wizard, form, no, &from, StatusCode::CONFLICT).await;
    }
    if let Some(listing) = wizard.draft.data.listings.get_mut(index) {
        *listing = changed;
    }
    if !wizard.save().await? {
        return page(&mut wizard, form, no, &from, StatusCode::CONFLICT).await;
    }
    Ok(see_other(wizard.href(if from == "wrong" {
        Step::Wrong
    } else {
        Step::Listings
    })))
}

async fn page(
    wizard: &mut Wizard,
    form: FormState,
    no: usize,
    from: &str,
    status: StatusCode,
) -> PageResult {
    let markets = markets_of(&wizard.visitor.app).await?;
    let (page, mut frame) = wizard.dress().await?;
    frame.action = urls::draft_step(wizard.draft.id, format!("listing/{no}"));
    frame.back = wizard.href(if from == "wrong" {
        Step::Wrong
    } else {
        Step::Listings
    });
    frame.title = page.with1("notices-listing-title", "no", no);
    frame.lead = String::new();
    let markets = markets
        .iter()
        .map(|market| Choice::new(market.id.to_string(), &market.name))
        .collect();
    render(
        &Listing {
            page,
            frame,
            form,
            markets,
            no,
            from: from.to_owned(),
            max: WRONG_MAX,
        },
        status,
    )
}

/// The listing as it was changed, checked like a line of the list.
fn read(
    wizard: &Wizard,
    form: &mut FormState,
    markets: &[Market],
    index: usize,
) -> Option<ListingDraft> {
    let wrong = form.optional("wrong", WRONG_MAX).unwrap_or_default();
    let chosen = markets
        .iter()
        .find(|market| market.id.to_string() == form.value("marketplace"));
    let (url, item) = (form.value("url").to_owned(), form.value("item").to_owned());
    let (what, item) = if url.is_empty() {
        (item, String::new())
    } else {
        (url, item)
    };
    let line = Line {
        no: index + 1,
        what,
        item,
        title: form.value("title").to_owned(),
        seller: form.value("seller").to_owned(),
        seller_email: form.value("email").to_owned(),
        marketplace: chosen.map(|market| market.name.clone()).unwrap_or_default(),
    };
    let mut others = wizard.draft.data.listings.clone();
    others.remove(index);
    match lines::take(&[line], markets, chosen, &others) {
        Ok(taken) => match taken.listings.into_iter().next() {
            Some(listing) => Some(ListingDraft { wrong, ..listing }),
            None => {
                form.error("url", "notices-listing-twice");
                None
            }
        },
        Err(problems) => {
            for LineError { no, key, args } in problems {
                let field = match key {
                    "notices-line-marketplace" | "notices-line-unknown-marketplace" => {
                        "marketplace"
                    }
                    "notices-line-mail" | "notices-line-two-addresses" => "email",
                    "notices-line-seller" => "seller",
                    _ => "url",
                };
                form.error_with(
                    field,
                    key,
                    std::iter::once(("line", no.into())).chain(args).collect(),
                );
            }
            None
        }
    }
}
