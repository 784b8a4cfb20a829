//! Everything once more before it is sent, with a way to change each answer, and the listings that
//! would be left out.

use super::listing::name_of;
use crate::domain::access::seats;
use crate::domain::cases::CaseFile;
use crate::domain::ids::CaseNumber;
use crate::services::drafts::notices::{Step, duplicates};
use crate::services::filing::Duplicate;
use crate::storage::cases;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::notices::wizard::{Frame, Wizard};
use crate::web::page::parts::SumRow;
use crate::web::page::{Flash, Page, render, see_other};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::http::StatusCode;
use askama::Template;

/// Listings named in the summary; the rest are a link away.
const NAMED: usize = 20;

#[derive(Template)]
#[template(path = "notices/check.html")]
struct Check {
    page: Page,
    frame: Frame,
    rows: Vec<SumRow>,
    declarations: Vec<String>,
    declarations_href: String,
    left_out: Vec<LeftOut>,
    nothing_left: bool,
    /// address to be confirmed first; empty for confirmed accounts
    to_confirm: String,
    send: String,
    listings_href: String,
}

/// A listing that an open case holds already.
struct LeftOut {
    no: usize,
    name: String,
    /// the case, for those who take part in it
    case: Option<CaseNumber>,
}

pub(super) async fn page(wizard: &mut Wizard, status: StatusCode) -> PageResult {
    let pack = wizard.pack();
    let open = wizard.draft.data.first_open(pack.as_deref());
    if open != Step::Check {
        wizard
            .visitor
            .leave(Flash {
                tone: "due".to_owned(),
                ..Flash::info("notices-flash-unfinished")
            })
            .await?;
        return Ok(see_other(wizard.href(open)));
    }
    let held = duplicates(&wizard.visitor.app, &wizard.draft.data).await?;
    let left_out = left_out(wizard, &held).await?;
    let (page, frame) = wizard.dress().await?;
    let draft = &wizard.draft.data;
    let is_confirmed = wizard
        .visitor
        .account
        .as_ref()
        .is_some_and(|account| account.confirmed_at.is_some());
    let view = Check {
        rows: rows(&page, wizard),
        declarations: draft
            .declarations
            .iter()
            .map(|declaration| declaration.text.clone())
            .collect(),
        declarations_href: change(wizard, Step::Declarations),
        nothing_left: left_out.len() == draft.listings.len(),
        left_out,
        to_confirm: if is_confirmed {
            String::new()
        } else {
            draft.sender.email.clone()
        },
        send: urls::draft_step(wizard.draft.id, "send"),
        listings_href: change(wizard, Step::Listings),
        frame,
        page,
    };
    render(&view, status)
}

fn change(wizard: &Wizard, step: Step) -> String {
    urls::with_query(&wizard.href(step), &[("to-check", "yes")])
}

fn rows(page: &Page, wizard: &Wizard) -> Vec<SumRow> {
    let draft = &wizard.draft.data;
    let said = |sort: &str, word: &str| words::said(&page.words, sort, word);
    let row = |key: &str, value: String, step: Step| {
        SumRow::new(page.t(key), value).change(change(wizard, step))
    };
    let none = || page.t("common-none").to_owned();
    let lines = |parts: &[&str]| {
        parts
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join("\n")
    };
    let law = page
        .find(&format!("notices-law-{}", draft.pack))
        .unwrap_or(&draft.pack)
        .to_owned();
    let proof = draft
        .right
        .proof
        .iter()
        .map(|file| file.name.clone())
        .collect::<Vec<_>>()
        .join("\n");
    let papers = draft
        .papers
        .iter()
        .map(|paper| paper.file.name.clone())
        .collect::<Vec<_>>()
        .join("\n");
    let sender = &draft.sender;
    let mut rows = vec![
        row(
            "notices-check-who",
            lines(&[
                &sender.name,
                &sender.address,
                &words::country(&page.words, &sender.country),
                &sender.email,
            ]),
            Step::Who,
        ),
        row(
            "notices-check-capacity",
            said("capacity", &sender.capacity),
            Step::Who,
        ),
        row("notices-check-law", law, Step::Law),
        row(
            "notices-check-right",
            lines(&[
                &said("right", &draft.right.kind),
                &draft.right.number,
                &draft.right.territory,
            ]),
            Step::Right,
        ),
        row(
            "notices-check-owner",
            draft.right.owner.clone(),
            Step::Right,
        ),
        row(
            "notices-check-proof",
            if proof.is_empty() { none() } else { proof },
            Step::Right,
        ),
        row(
            "notices-check-listings",
            listings(page, wizard),
            Step::Listings,
        ),
        row("notices-check-wrong", draft.statement.clone(), Step::Wrong),
    ];
    for (index, listing) in draft
        .listings
        .iter()
        .enumerate()
        .filter(|(_, listing)| !listing.wrong.is_empty())
    {
        let name = page.with1("notices-check-wrong-one", "no", index + 1);
        rows.push(
            SumRow::new(name, &listing.wrong).change(super::listing::href(
                wizard.draft.id,
                index,
                "wrong",
            )),
        );
    }
    rows.push(row(
        "notices-check-measure",
        said("action", &draft.asked),
        Step::Measure,
    ));
    rows.push(row(
        "notices-check-papers",
        if papers.is_empty() { none() } else { papers },
        Step::Evidence,
    ));
    rows
}

fn listings(page: &Page, wizard: &Wizard) -> String {
    let all = &wizard.draft.data.listings;
    let mut lines = vec![page.with1("notices-check-listings-count", "count", all.len())];
    lines.extend(all.iter().take(NAMED).enumerate().map(|(index, listing)| {
        let seller = if listing.seller.is_empty() {
            page.t("notices-seller-unknown")
        } else {
            &listing.seller
        };
        format!(
            "{}. {} ({}; {})",
            index + 1,
            name_of(listing),
            listing.marketplace_name,
            seller
        )
    }));
    if all.len() > NAMED {
        lines.push(page.with1("notices-check-listings-more", "count", all.len() - NAMED));
    }
    lines.join("\n")
}

async fn left_out(wizard: &Wizard, held: &[Duplicate]) -> Result<Vec<LeftOut>, WebError> {
    let mut left_out = Vec::new();
    for duplicate in held {
        let Some(listing) = wizard.draft.data.listings.get(duplicate.index) else {
            continue;
        };
        let case = may_know(&wizard.visitor, &duplicate.number)
            .await?
            .then(|| duplicate.number.clone());
        left_out.push(LeftOut {
            no: duplicate.index + 1,
            name: name_of(listing),
            case,
        });
    }
    Ok(left_out)
}

/// Does the visitor take part in the case? Others are not told its number.
async fn may_know(visitor: &Visitor, number: &CaseNumber) -> Result<bool, WebError> {
    let wanted = number.clone();
    let Some(row) = visitor
        .app
        .store
        .get(move |tx| cases::find_by_number(tx, wanted.as_str()))
        .await?
    else {
        return Ok(false);
    };
    let Ok(file) = serde_json::from_str::<CaseFile>(&row.state.0) else {
        return Ok(false);
    };
    Ok(!seats(&file, &visitor.person(), visitor.app.now()).is_empty())
}
