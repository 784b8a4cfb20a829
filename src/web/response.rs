//! The seller's answer: what the notice says and what can be done about it, and the way to agree, to
//! ask for more time, or to send a counter-notice. A complaint's answer stands in [`super::complaints`].

mod agree;
mod check;
mod declarations;
mod desk;
mod overview;
mod reasons;
mod time;

use super::errors::{PageResult, WebError};
use super::page::{Page, see_other};
use super::scope::CaseScope;
use super::session::Visitor;
use crate::domain::cases::Kind;
use crate::urls;
use actix_web::HttpRequest;
use actix_web::web::{Path, Payload, ServiceConfig, get, post};

/// The routes of the seller's answer.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/cases/{number}/response", get().to(show))
        .route("/cases/{number}/response", post().to(take))
        .route("/cases/{number}/response/agree", get().to(agree::ask))
        .route("/cases/{number}/response/agree", post().to(agree::agree))
        .route("/cases/{number}/response/time", get().to(time::ask))
        .route("/cases/{number}/response/time", post().to(time::more))
        .route("/cases/{number}/response/reasons", get().to(reasons::ask))
        .route("/cases/{number}/response/reasons", post().to(reasons::take))
        .route(
            "/cases/{number}/response/reasons/autosave",
            post().to(reasons::autosave),
        )
        .route(
            "/cases/{number}/response/declarations",
            get().to(declarations::ask),
        )
        .route(
            "/cases/{number}/response/declarations",
            post().to(declarations::take),
        )
        .route("/cases/{number}/response/check", get().to(check::show))
        .route("/cases/{number}/response/check", post().to(check::send));
}

/// `GET /cases/{number}/response`
async fn show(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &path).await?;
    match scope.file.kind {
        Kind::Notice => overview::show(scope).await,
        Kind::Complaint => super::complaints::response(scope).await,
        Kind::Matter => Ok(see_other(urls::case(&scope.file.number))),
    }
}

/// `POST /cases/{number}/response`
async fn take(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Path<String>,
) -> PageResult {
    let scope = CaseScope::open(visitor, &path).await?;
    match scope.file.kind {
        Kind::Notice => {
            let posted = super::notices::posted(&request, payload, &scope.visitor, 0)
                .await?
                .posted;
            overview::choose(scope, &posted).await
        }
        Kind::Complaint => super::complaints::respond(scope, &request, payload).await,
        Kind::Matter => Err(WebError::NotFound),
    }
}

/// A page below the answer's first one.
fn at(page: Page, answer: String, title: String) -> Page {
    let parent = page.t("response-title").to_owned();
    page.crumb(parent, answer).here(title)
}
