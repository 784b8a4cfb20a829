//! The parts of a decision that its pack asks for beside findings, reasons and orders.

use super::decision::unfinished;
use super::desk::open;
use crate::domain::procedures::DecisionPart;
use crate::services::desk::{self, OnDesk};
use crate::storage::StorageError;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Flash, Page, html, see_other, unprocessable};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web;
use askama::Template;

/// Longest seat, in characters.
const SEAT_MAX: usize = 200;
/// Longest other part, in characters.
const PART_MAX: usize = 20_000;

#[derive(Template)]
#[template(path = "tribunal/parts.html")]
struct PartsPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    fields: Vec<Field>,
    version: u32,
    first_gap: Option<String>,
}

struct Field {
    name: String,
    label: String,
    hint: String,
    max: usize,
    is_short: bool,
}

fn name(part: DecisionPart) -> String {
    format!("part-{}", part.as_str())
}

const fn longest(part: DecisionPart) -> usize {
    match part {
        DecisionPart::Seat => SEAT_MAX,
        _ => PART_MAX,
    }
}

/// The parts that the pack of the case asks for.
fn asked(scope: &CaseScope) -> Result<Vec<DecisionPart>, WebError> {
    let rule = scope
        .pack
        .decision
        .as_ref()
        .filter(|rule| !rule.parts.is_empty());
    rule.map(|rule| rule.parts.clone())
        .ok_or(WebError::NotFound)
}

/// `GET /cases/{number}/desk/parts`
pub async fn show(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let (mut scope, _, on_desk) = open(visitor, &number).await?;
    let mut form = FormState::new();
    for part in asked(&scope)? {
        let text = on_desk.draft.parts.get(&part).cloned();
        form.set(&name(part), text.unwrap_or_default());
    }
    html(&view(&mut scope, &on_desk, form).await?)
}

async fn view(
    scope: &mut CaseScope,
    on_desk: &OnDesk,
    form: FormState,
) -> Result<PartsPage, WebError> {
    let parts = asked(scope)?;
    let page = scope.form_page().await?;
    let words = scope.visitor.words();
    let page = page
        .crumb(words.t("case-part-desk"), urls::desk(&scope.file.number))
        .here(words.t("desk-parts"));
    let field = |part: DecisionPart| Field {
        name: name(part),
        label: words::said(&page.words, "part", part.as_str()),
        hint: words::said(&page.words, "part-hint", part.as_str()),
        max: longest(part),
        is_short: part == DecisionPart::Seat,
    };
    Ok(PartsPage {
        frame: scope.frame(Part::Desk),
        fields: parts.into_iter().map(field).collect(),
        version: on_desk.version,
        first_gap: unfinished(scope, &page, &on_desk.draft),
        form,
        page,
    })
}

/// `POST /cases/{number}/desk/parts`
pub async fn save(visitor: Visitor, number: web::Path<String>, posted: Posted) -> PageResult {
    posted.only(&["version", "do", "part-*"])?;
    let (mut scope, _, mut on_desk) = open(visitor, &number).await?;
    let mut form = FormState::of(&posted);
    for part in asked(&scope)? {
        let text = posted.exact(&name(part)).trim();
        if text.chars().count() > longest(part) {
            form.error(&name(part), "desk-error-too-long");
        }
        on_desk.draft.parts.insert(part, text.to_owned());
    }
    if !form.is_ok() {
        return unprocessable(&view(&mut scope, &on_desk, form).await?);
    }
    on_desk.version = posted.get("version").parse().unwrap_or(0);
    let here = format!("{}/parts", urls::desk(&scope.file.number));
    match desk::save(&scope.visitor.app, &on_desk, &scope.actor.name).await {
        Ok(_) => {}
        Err(StorageError::Stale) => {
            return Err(WebError::Stale {
                kept: posted.kept(),
                back: Some(here),
            });
        }
        Err(error) => return Err(error.into()),
    }
    if posted.get("do") == "orders" {
        return Ok(see_other(format!(
            "{}/orders",
            urls::desk(&scope.file.number)
        )));
    }
    scope.flash(Flash::done("desk-saved")).await?;
    Ok(see_other(here))
}
