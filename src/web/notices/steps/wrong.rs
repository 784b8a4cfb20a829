//! What is wrong with the listings, for all of them; one listing has its own page for more.

use crate::domain::notices::rules::MAX_STATEMENT;
use crate::web::errors::PageResult;
use crate::web::forms::{FormState, Posted};
use crate::web::notices::wizard::{Frame, Wizard};
use crate::web::page::{Page, render};
use actix_web::http::StatusCode;
use askama::Template;

/// Longest statement that the page takes, in characters; the rules allow more to programs.
const STATEMENT_MAX: usize = 8_000;
const _: () = assert!(STATEMENT_MAX <= MAX_STATEMENT);

#[derive(Template)]
#[template(path = "notices/wrong.html")]
struct Wrong {
    page: Page,
    frame: Frame,
    form: FormState,
    max: usize,
    listings: Vec<(String, String, bool)>,
}

pub(super) fn fill(wizard: &Wizard) -> FormState {
    wizard.form(|form, draft| {
        form.set("statement", &draft.statement);
    })
}

pub(super) async fn page(wizard: &mut Wizard, form: FormState, status: StatusCode) -> PageResult {
    let (page, frame) = wizard.dress().await?;
    let listings = wizard
        .draft
        .data
        .listings
        .iter()
        .enumerate()
        .map(|(index, listing)| {
            (
                super::listing::name_of(listing),
                super::listing::href(wizard.draft.id, index, "wrong"),
                !listing.wrong.is_empty(),
            )
        });
    let listings = listings.collect();
    render(
        &Wrong {
            page,
            frame,
            form,
            max: STATEMENT_MAX,
            listings,
        },
        status,
    )
}

pub(super) async fn take(wizard: &mut Wizard, posted: &Posted) -> PageResult {
    posted.only(&["version", "to-check", "do", "statement"])?;
    wizard.is_current(posted);
    let mut form = FormState::of(posted);
    let statement = form.required("statement", STATEMENT_MAX, "notices-wrong-error");
    if !form.is_ok() {
        return super::again(wizard, form).await;
    }
    if !wizard.is_newer {
        wizard.draft.data.statement = statement;
    }
    super::save(wizard, posted, form).await
}
