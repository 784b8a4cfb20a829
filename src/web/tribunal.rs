//! Who decides and why them; the arbitrator's desk; the decision.

mod decision;
mod desk;
mod panel;
mod parts;
mod seats;
mod versions;

use crate::domain::notices::Declaration;
use crate::web::errors::WebError;
use crate::web::forms::Posted;
use crate::web::scope::CaseScope;
use actix_web::web::{ServiceConfig, get, post};

/// Routes.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/appointments", get().to(panel::appointments))
        .route("/registry/panel", get().to(panel::roster))
        .route("/registry/panel", post().to(panel::add))
        .route("/registry/panel/{account}", get().to(panel::edit))
        .route("/registry/panel/{account}", post().to(panel::save))
        .route("/cases/{number}/tribunal", get().to(seats::tribunal))
        .route(
            "/cases/{number}/tribunal/propose",
            post().to(seats::propose),
        )
        .route(
            "/cases/{number}/tribunal/seats/{seat}/accept",
            post().to(seats::accept),
        )
        .route(
            "/cases/{number}/tribunal/seats/{seat}/decline",
            post().to(seats::decline),
        )
        .route(
            "/cases/{number}/tribunal/seats/{seat}/resign",
            post().to(seats::resign),
        )
        .route(
            "/cases/{number}/tribunal/seats/{seat}/challenge",
            post().to(seats::challenge),
        )
        .route(
            "/cases/{number}/tribunal/challenges/{challenge}/ruling",
            post().to(seats::rule),
        )
        .route("/cases/{number}/desk", get().to(desk::start))
        .route("/cases/{number}/desk/issues", post().to(desk::add_issue))
        .route("/cases/{number}/desk/record", post().to(decision::tick))
        .route("/cases/{number}/desk/parts", get().to(parts::show))
        .route("/cases/{number}/desk/parts", post().to(parts::save))
        .route("/cases/{number}/desk/orders", get().to(desk::orders))
        .route("/cases/{number}/desk/orders", post().to(desk::save_orders))
        .route("/cases/{number}/desk/versions", get().to(versions::list))
        .route(
            "/cases/{number}/desk/versions/{no}",
            get().to(versions::version),
        )
        .route(
            "/cases/{number}/desk/versions/{no}",
            post().to(versions::take),
        )
        .route("/cases/{number}/desk/{issue}", get().to(desk::issue))
        .route("/cases/{number}/desk/{issue}", post().to(desk::save_issue))
        .route(
            "/cases/{number}/desk/{issue}/autosave",
            post().to(desk::autosave),
        )
        .route("/cases/{number}/decision", get().to(decision::decision))
        .route(
            "/cases/{number}/decision/preview",
            get().to(decision::preview),
        )
        .route(
            "/cases/{number}/decision/preview.pdf",
            get().to(decision::preview_pdf),
        )
        .route("/cases/{number}/decision/sign", post().to(decision::sign))
        .route("/cases/{number}/decision/{no}.pdf", get().to(decision::pdf));
}

/// The declarations of a document of the pack that were ticked, with the exact text that was shown.
fn ticked(scope: &CaseScope, posted: &Posted, document: &str) -> Vec<Declaration> {
    let language = scope.visitor.locale.tag();
    let Some(document) = scope.pack.document(document) else {
        return Vec::new();
    };
    scope
        .pack
        .attestations_of(document)
        .filter(|a| posted.get(&format!("declare-{}", a.id)) == "yes")
        .map(|a| Declaration {
            id: a.id.clone(),
            version: a.version.to_string(),
            language: language.to_owned(),
            text: a.text(language).to_owned(),
            given_at: scope.now,
        })
        .collect()
}

/// The declarations of a document of the pack in the reader's language: field name and text.
fn declarations(scope: &CaseScope, document: &str) -> Vec<(String, String)> {
    let language = scope.visitor.locale.tag();
    let Some(document) = scope.pack.document(document) else {
        return Vec::new();
    };
    scope
        .pack
        .attestations_of(document)
        .map(|a| (format!("declare-{}", a.id), a.text(language).to_owned()))
        .collect()
}

/// A page of the sitting arbitrator; for everybody else it does not exist.
fn require_sitting(scope: &CaseScope) -> Result<u32, WebError> {
    let seat = scope
        .actor
        .account
        .and_then(|account| scope.file.seat_of(account))
        .filter(|seat| seat.is_sitting());
    seat.filter(|_| scope.actor.role == crate::domain::Role::Arbitrator)
        .map(|seat| seat.track)
        .ok_or(WebError::NotFound)
}
