//! The settlement room on pages: offers, the agreement, and what it obliges to. Parties and the case manager
//! only; for everybody else, the tribunal first of all, these pages do not exist.

mod offers;
mod room;

use super::errors::WebError;
use super::page::Page;
use super::page::parts::SumRow;
use super::scope::{CaseScope, Hidden};
use super::session::Visitor;
use super::words;
use crate::domain::Role;
use crate::domain::cases::CaseFile;
use crate::domain::settlements::{Obligation, ObligationState, Offer, OfferState, Terms};
use actix_web::web::{ServiceConfig, get, post};
use jiff::Timestamp;

/// The routes of the settlement room.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/cases/{number}/settlement", get().to(room::show))
        .route(
            "/cases/{number}/settlement/agreement",
            get().to(room::agreement),
        )
        .route(
            "/cases/{number}/settlement/agreement/{no}.pdf",
            get().to(room::agreement_pdf),
        )
        .route(
            "/cases/{number}/settlement/obligations/{no}/{act}",
            post().to(room::perform),
        )
        .route(
            "/cases/{number}/settlement/offers/new",
            get().to(offers::ask),
        )
        .route(
            "/cases/{number}/settlement/offers/new",
            post().to(offers::make),
        )
        .route(
            "/cases/{number}/settlement/offers/{no}",
            get().to(offers::show),
        )
        .route(
            "/cases/{number}/settlement/offers/{no}/accept",
            get().to(offers::confirm),
        )
        .route(
            "/cases/{number}/settlement/offers/{no}/accept",
            post().to(offers::accept),
        )
        .route(
            "/cases/{number}/settlement/offers/{no}/decline",
            post().to(offers::decline),
        )
        .route(
            "/cases/{number}/settlement/offers/{no}/withdraw",
            post().to(offers::withdraw),
        );
}

/// Opens the settlement room of a case.
async fn open(visitor: Visitor, number: &str) -> Result<CaseScope, WebError> {
    let scope = CaseScope::open(visitor, number).await?;
    scope.require(&[Role::Claimant, Role::Respondent, Role::CaseManager])?;
    Ok(scope)
}

/// Whether a track is the reader's: one seller never learns of another's talks.
fn is_own(scope: &CaseScope, track: u32) -> bool {
    scope.actor.role != Role::Respondent
        || scope
            .file
            .track(track)
            .is_some_and(|found| Some(found.respondent) == scope.actor.party)
}

/// The offer with this number, if it is the reader's to see.
fn offer_of(scope: &CaseScope, no: u32) -> Result<Offer, WebError> {
    scope
        .file
        .offers
        .iter()
        .find(|offer| offer.no == no && is_own(scope, offer.track))
        .cloned()
        .ok_or(WebError::NotFound)
}

/// The name of the side that has to do something.
fn name_of(file: &CaseFile, track: u32, role: Role) -> String {
    let party = if role == Role::Claimant {
        file.claimant()
    } else {
        file.respondent(track)
    };
    party.map(|party| party.name.clone()).unwrap_or_default()
}

/// "Full refund: EUR 49.00"
fn short_terms(page: &Page, terms: &Terms) -> String {
    let remedy = words::said(&page.words, "remedy", terms.remedy.as_str());
    match &terms.amount {
        Some(amount) => format!("{remedy}: {}", page.money(amount.minor, &amount.currency)),
        None => remedy,
    }
}

/// Terms in facts.
fn terms_rows(page: &Page, file: &CaseFile, track: u32, terms: &Terms) -> Vec<SumRow> {
    let mut rows = vec![
        SumRow::new(page.t("settlements-term-remedy"), short_terms(page, terms)),
        SumRow::new(
            page.t("settlements-term-debtor"),
            name_of(file, track, terms.debtor),
        ),
        SumRow::new(page.t("settlements-term-due"), page.day(terms.due_on)),
    ];
    if terms.instalments > 1 {
        rows.push(SumRow::new(
            page.t("settlements-term-instalments"),
            page.with1("settlements-term-parts", "count", terms.instalments),
        ));
    }
    if !terms.text.is_empty() {
        rows.push(SumRow::new(page.t("settlements-term-text"), &terms.text));
    }
    rows
}

/// The tone of an offer's tag.
const fn offer_tone(state: OfferState) -> &'static str {
    match state {
        OfferState::Open => "due",
        OfferState::Accepted => "done",
        _ => "plain",
    }
}

/// The tone of an obligation's tag.
const fn obligation_tone(state: ObligationState) -> &'static str {
    match state {
        ObligationState::Due => "due",
        ObligationState::Marked => "info",
        ObligationState::Confirmed => "done",
        ObligationState::Disputed | ObligationState::Overdue => "late",
    }
}

/// An obligation in a list, with what the reader can do about it.
struct Owed {
    no: u32,
    what: String,
    debtor: String,
    creditor: String,
    due_on: jiff::civil::Date,
    state: String,
    tone: &'static str,
    text: String,
    proof: String,
    dispute: String,
    /// when silence confirms what is marked as done
    silence: Option<Timestamp>,
    /// fields of the form that marks it as done, if the reader can
    mark: Option<Hidden>,
    /// fields of the form that confirms it, if the reader can
    confirm: Option<Hidden>,
    /// fields of the form that disputes it, if the reader can
    dispute_it: Option<Hidden>,
    /// fields of the form with which the registry says whether it is done, if the reader can
    determine: Option<Hidden>,
    /// fields of the finding and of its reasons
    finding_field: String,
    why_field: String,
    proof_field: String,
    /// Field of the tick beside the confirmation
    sure: String,
    reason_field: String,
    action: String,
}

fn owed(scope: &CaseScope, page: &Page, obligation: &Obligation) -> Owed {
    let file = &scope.file;
    let remedy = words::said(&page.words, "remedy", obligation.remedy.as_str());
    let mut what = match &obligation.amount {
        Some(amount) => format!("{remedy}: {}", page.money(amount.minor, &amount.currency)),
        None => remedy,
    };
    if obligation.parts > 1 {
        what = page.with3(
            "settlements-part",
            "what",
            what,
            "part",
            obligation.part,
            "parts",
            obligation.parts,
        );
    }
    let no = obligation.no;
    let party = |no: u32| {
        file.party(no)
            .map(|party| party.name.clone())
            .unwrap_or_default()
    };
    // Each form has a key of its own, or one sent after another would count as sent twice.
    let form = |act| {
        scope
            .would_accept(&crate::domain::acts::Act::Settlement(act))
            .then(|| scope.hidden())
    };
    Owed {
        no,
        what,
        debtor: party(obligation.debtor),
        creditor: party(obligation.creditor),
        due_on: obligation.due_on,
        state: words::said(&page.words, "obligation", obligation.state.as_str()),
        tone: obligation_tone(obligation.state),
        text: obligation.text.clone(),
        proof: obligation.proof.clone(),
        dispute: obligation.dispute.clone(),
        silence: obligation.confirmed_by_silence_at(),
        mark: form(crate::domain::settlements::Act::Mark {
            obligation: no,
            proof: "?".to_owned(),
        }),
        confirm: form(crate::domain::settlements::Act::Confirm { obligation: no }),
        dispute_it: form(crate::domain::settlements::Act::Dispute {
            obligation: no,
            reason: "?".to_owned(),
        }),
        determine: form(crate::domain::settlements::Act::Determine {
            obligation: no,
            done: true,
            reason: "?".to_owned(),
        }),
        finding_field: format!("finding-{no}"),
        why_field: format!("why-{no}"),
        proof_field: format!("proof-{no}"),
        sure: format!("sure-{no}"),
        reason_field: format!("reason-{no}"),
        action: format!("{}/obligations/{no}", crate::urls::settlement(&file.number)),
    }
}
