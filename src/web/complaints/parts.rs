//! What the pages of complaints and settlements share: declarations, currencies, receipts, the rules' answer.

use crate::domain::Role;
use crate::domain::acts::{Act, Receipt, Refusal};
use crate::domain::cases::{Kind, decide};
use crate::domain::notices::Declaration;
use crate::domain::procedures::Attestation;
use crate::services::acts::ActError;
use crate::urls;
use crate::web::errors::WebError;
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::{Page, see_other};
use crate::web::scope::CaseScope;
use crate::web::session::Visitor;
use actix_web::HttpResponse;

/// Currencies that forms offer, by ISO 4217 code.
const CURRENCIES: [&str; 24] = [
    "AED", "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR",
    "INR", "JPY", "KRW", "MXN", "NOK", "NZD", "PLN", "SEK", "SGD", "USD", "ZAR",
];

/// Currencies to choose from.
pub fn currencies() -> Vec<Choice> {
    CURRENCIES
        .into_iter()
        .map(|code| Choice::new(code, code))
        .collect()
}

/// A declaration as a page shows it.
pub struct Text {
    /// Name of its tick box
    pub field: String,
    /// The exact text
    pub words: String,
    /// What it rests on
    pub law: String,
}

/// The name of a declaration's tick box.
pub fn field(attestation: &Attestation) -> String {
    format!("declare-{}", attestation.id)
}

/// Declarations in the reader's language.
pub fn texts(
    page: &Page,
    pack: &crate::domain::procedures::Pack,
    asked: &[&Attestation],
) -> Vec<Text> {
    let law = |attestation: &Attestation| {
        let sources = attestation
            .cite
            .iter()
            .filter_map(|key| pack.source(key))
            .map(|source| crate::web::words::law(&page.words, pack, source));
        sources.collect::<Vec<_>>().join("; ")
    };
    asked
        .iter()
        .map(|a| Text {
            field: field(a),
            words: a.text(page.words.locale.tag()).to_owned(),
            law: law(a),
        })
        .collect()
}

/// Checks that every declaration was ticked.
pub fn must_declare(form: &mut FormState, asked: &[&Attestation]) {
    for attestation in asked {
        form.must_tick(&field(attestation), "complaints-declare-error");
    }
}

/// The declarations as they were shown to this visitor, given now.
pub fn given(visitor: &Visitor, asked: &[&Attestation]) -> Vec<Declaration> {
    let (language, given_at) = (visitor.locale.tag(), visitor.app.now());
    let give = |attestation: &&Attestation| Declaration {
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
    asked.iter().map(give).collect()
}

/// Opens a complaint's case for one of these roles; for others the page does not exist.
pub async fn open(visitor: Visitor, number: &str, roles: &[Role]) -> Result<CaseScope, WebError> {
    let scope = CaseScope::open(visitor, number).await?;
    scope.require(roles)?;
    if scope.file.kind == Kind::Complaint {
        Ok(scope)
    } else {
        Err(WebError::NotFound)
    }
}

/// The page that says why an act is not possible now.
pub fn impossible(scope: &CaseScope, act: &Act) -> WebError {
    let refusal = match decide(&scope.file, scope.law(), &scope.actor, act, scope.now) {
        Err(refusal) => refusal,
        Ok(_) => Refusal::AlreadyDone,
    };
    scope.refused(&Posted::default(), ActError::Refused(refusal))
}

/// Where a person goes after an act that counts.
pub fn after(receipt: &Receipt) -> HttpResponse {
    see_other(urls::entry_receipt(&receipt.number, receipt.entry))
}

/// Records an act and leads to its receipt. A form sent twice gets the first receipt again, even when
/// the act is no longer possible.
pub async fn record(
    scope: &CaseScope,
    posted: &Posted,
    act: Act,
) -> Result<HttpResponse, WebError> {
    match scope.perform(posted, act).await {
        Ok(receipt) => Ok(after(&receipt)),
        Err(error) => Err(scope.refused(posted, error)),
    }
}
