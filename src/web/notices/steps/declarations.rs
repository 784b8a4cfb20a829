//! The declarations that the law asks for, each with its own tick and in its exact words.

use crate::domain::notices::Declaration;
use crate::services::drafts::notices::attestations;
use crate::web::errors::PageResult;
use crate::web::forms::{FormState, Posted};
use crate::web::notices::wizard::{Frame, Wizard};
use crate::web::page::{Page, render};
use actix_web::http::StatusCode;
use askama::Template;

#[derive(Template)]
#[template(path = "notices/declarations.html")]
struct Declarations {
    page: Page,
    frame: Frame,
    form: FormState,
    texts: Vec<Text>,
}

/// A declaration to tick.
pub struct Text {
    /// Name of its field
    pub field: String,
    /// Its exact words
    pub words: String,
    /// What it rests on, such as "17 U.S.C. 512 (f)"
    pub law: String,
    /// What a wrong one leads to, or nothing
    pub weight: String,
}

pub(super) fn fill(wizard: &Wizard) -> FormState {
    let pack = wizard.pack();
    wizard.form(|form, draft| {
        for attestation in pack.as_deref().map(attestations).unwrap_or_default() {
            if draft.has_declared(attestation) {
                form.set(&field(&attestation.id), "yes");
            }
        }
    })
}

pub(super) async fn page(wizard: &mut Wizard, form: FormState, status: StatusCode) -> PageResult {
    let pack = match wizard.required_pack() {
        Ok(pack) => pack,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let (page, frame) = wizard.dress().await?;
    let texts = texts(&page, &pack, attestations(&pack));
    render(
        &Declarations {
            page,
            frame,
            form,
            texts,
        },
        status,
    )
}

pub(super) async fn take(wizard: &mut Wizard, posted: &Posted) -> PageResult {
    posted.only(&["version", "to-check", "do", "declare-*"])?;
    let pack = match wizard.required_pack() {
        Ok(pack) => pack,
        Err(elsewhere) => return Ok(elsewhere),
    };
    wizard.is_current(posted);
    let mut form = FormState::of(posted);
    let asked = attestations(&pack);
    for attestation in &asked {
        form.must_tick(&field(&attestation.id), "notices-declarations-error");
    }
    if !form.is_ok() {
        return super::again(wizard, form).await;
    }
    if !wizard.is_newer {
        wizard.draft.data.declarations = given(&wizard.visitor, asked);
    }
    super::save(wizard, posted, form).await
}

/// The name of a declaration's tick box.
pub fn field(id: &str) -> String {
    format!("declare-{id}")
}

/// The declarations as they were shown to this visitor, given now.
pub fn given(
    visitor: &crate::web::session::Visitor,
    asked: Vec<&crate::domain::procedures::Attestation>,
) -> Vec<Declaration> {
    let (language, given_at) = (visitor.locale.tag(), visitor.app.now());
    let give = |attestation: &crate::domain::procedures::Attestation| Declaration {
        id: attestation.id.clone(),
        version: attestation.version.to_string(),
        // A text that is missing in the reader's language was shown in English.
        language: if attestation.text.contains_key(language) {
            language
        } else {
            "en"
        }
        .to_owned(),
        text: attestation.text(language).to_owned(),
        given_at,
    };
    asked.into_iter().map(give).collect()
}

/// Declarations as a page shows them.
pub fn texts(
    page: &Page,
    pack: &crate::domain::procedures::Pack,
    asked: Vec<&crate::domain::procedures::Attestation>,
) -> Vec<Text> {
    let text = |attestation: &crate::domain::procedures::Attestation| Text {
        field: field(&attestation.id),
        words: attestation.text(page.words.locale.tag()).to_owned(),
        law: attestation
            .cite
            .iter()
            .filter_map(|key| pack.source(key))
            .map(|source| crate::web::words::law(&page.words, pack, source))
            .collect::<Vec<_>>()
            .join("; "),
        weight: page
            .find(&format!(
                "notices-weight-{}",
                attestation.weight.as_str().replace('_', "-")
            ))
            .unwrap_or_default()
            .to_owned(),
    };
    asked.into_iter().map(text).collect()
}
