//! One listing as its marketplace sees it: what is ordered and why, what was done so far, and the form to decide.

use super::{Item, acts, marketplaces, name_of, waiting, waiting_words};
use crate::domain::Role;
use crate::domain::access;
use crate::domain::acts::Effect;
use crate::domain::docket::Entry;
use crate::storage::docket;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::Choice;
use crate::web::page::parts::SumRow;
use crate::web::page::{Page, Place, html};
use crate::web::scope::CaseScope;
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web::Path;
use askama::Template;
use jiff::Timestamp;

/// Most entries of the record that are looked through for the history.
const ENTRIES_MAX: i64 = 1_000;

#[derive(Template)]
#[template(path = "takedowns/listing.html")]
struct ListingPage {
    page: Page,
    name: String,
    number: String,
    case: String,
    claim: String,
    facts: Vec<SumRow>,
    reasons: Vec<SumRow>,
    due: Option<Timestamp>,
    ordered: bool,
    history: Vec<(Timestamp, String, u32)>,
    acts: Vec<Choice>,
    field: String,
}

/// `GET /takedowns/{case}/{listing}`
pub async fn show(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    marketplaces(&visitor)?;
    let mut scope = CaseScope::open(visitor, &number).await?;
    scope.require(&[Role::Marketplace])?;
    let listing = access::listings(&scope.file, &scope.actor)
        .find(|listing| listing.no == no)
        .cloned()
        .ok_or(WebError::NotFound)?;
    let case = scope.file.id;
    let rows = scope
        .visitor
        .app
        .store
        .read(move |tx| docket::list(tx, case, 0, ENTRIES_MAX))
        .await?;
    let page = scope.visitor.form_page().await?.at(Place::Queue);
    let mut history = Vec::new();
    for row in &rows {
        let Ok(entry) = serde_json::from_str::<Entry>(&row.entry.0) else {
            continue;
        };
        for effect in &entry.effects {
            let words = match effect {
                Effect::MeasureOrdered {
                    listing, action, ..
                } if *listing == no => page.with1(
                    "takedowns-history-ordered",
                    "action",
                    words::said(&page.words, "action", action.as_str()),
                ),
                Effect::MeasureTaken { listing, value, .. } if *listing == no => page.with1(
                    "takedowns-history-taken",
                    "measure",
                    words::said(&page.words, "measure", value.as_str()),
                ),
                _ => continue,
            };
            history.push((row.at, words, row.no));
        }
    }
    history.reverse();
    let waits = waiting(&scope.file, &listing);
    let track = scope.file.track(listing.track);
    let mut facts = vec![
        SumRow::new(page.t("takedowns-order"), waiting_words(&page, &waits)),
        SumRow::new(
            page.t("takedowns-now"),
            words::said(&page.words, "measure", listing.measure.as_str()),
        ),
    ];
    let mut add = |key: &str, value: String| {
        if !value.is_empty() {
            facts.push(SumRow::new(page.t(key), value));
        }
    };
    if let Some(order) = &listing.order {
        add(
            "takedowns-basis",
            page.with2(
                "takedowns-basis-of",
                "basis",
                basis(&page, &order.basis),
                "when",
                page.when(order.ordered_at),
            ),
        );
    }
    add("takedowns-address", listing.url.clone());
    add("takedowns-item", listing.item.clone());
    add("takedowns-seller", listing.seller.clone());
    add(
        "takedowns-claimant",
        scope
            .file
            .claimant()
            .map(|party| party.name.clone())
            .unwrap_or_default(),
    );
    if let Some(notice) = &scope.file.notice {
        let right = &notice.right;
        add(
            "takedowns-right",
            format!(
                "{}: {}, {} ({})",
                words::said(&page.words, "right", right.kind.as_str()),
                right.number,
                right.territory,
                right.owner
            ),
        );
        add(
            "takedowns-asked",
            words::said(&page.words, "action", notice.asked.as_str()),
        );
        add("takedowns-statement", notice.statement.clone());
    }
    add("takedowns-wrong", listing.wrong.clone());
    add(
        "takedowns-state",
        track
            .map(|track| words::state(&page.words, &track.state))
            .unwrap_or_default(),
    );
    let reasons = listing.reasons.as_ref().map(|reasons| {
        let everywhere = || page.t("case-reasons-everywhere").to_owned();
        vec![
            SumRow::new(page.t("case-reasons-ground"), reasons.ground.clone()),
            SumRow::new(page.t("case-reasons-facts"), reasons.facts.clone()),
            SumRow::new(
                page.t("case-reasons-territory"),
                if reasons.territory.is_empty() {
                    everywhere()
                } else {
                    reasons.territory.clone()
                },
            ),
            SumRow::new(
                page.t("case-reasons-automated"),
                page.t(if reasons.automated {
                    "case-yes"
                } else {
                    "case-no"
                }),
            ),
        ]
    });
    let due = scope
        .file
        .running_clocks()
        .into_iter()
        .find(|clock| clock.track == listing.track && clock.owner == Role::Marketplace)
        .map(|clock| clock.due_at);
    let name = name_of(&listing.title, &listing.item, &listing.url);
    let parent = page.t("takedowns-title").to_owned();
    let mut choices = acts(&page);
    if listing.order.is_none() {
        choices.retain(|act| act.value != super::CARRY_OUT);
    }
    html(&ListingPage {
        name: name.clone(),
        number: scope.file.number.to_string(),
        case: urls::case(&scope.file.number),
        claim: urls::claim(&scope.file.number, no),
        facts,
        reasons: reasons.unwrap_or_default(),
        due,
        ordered: !waits.is_empty(),
        history,
        acts: choices,
        field: Item::field(
            scope.file.number.as_str(),
            no,
            listing.measure.as_str(),
            &waits,
        ),
        page: page.crumb(parent, urls::takedowns()).here(name),
    })
}

/// What an order rests on: the marketplace's own decision, or the rule of the procedure.
fn basis(page: &Page, rule: &str) -> String {
    if rule == "marketplace" {
        page.t("takedowns-basis-own").to_owned()
    } else {
        page.with1("takedowns-basis-rule", "rule", rule)
    }
}
