//! The JSON interface, version 1: the same acts, for machines. Errors are problem details
//! (RFC 9457); every POST takes an `Idempotency-Key`.

mod body;
mod caller;
mod cases;
mod completion;
mod describe;
mod evidence;
mod measures;
mod notices;
mod once;
mod problem;
mod receipts;

pub use describe::description;

use crate::domain::acts::Receipt;
use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{ServiceConfig, get, post, route as any};
use caller::Caller;
use problem::Problem;
use serde_json::{Value, json};

/// Routes.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/api/openapi.json", get().to(describe::openapi))
        .route("/api/v1/notices", post().to(notices::file))
        .route("/api/v1/notices", any().to(only_post))
        .route("/api/v1/measures", get().to(measures::list))
        .route("/api/v1/measures", post().to(measures::decide))
        .route("/api/v1/measures", any().to(only_get_and_post))
        .route(
            "/api/v1/measures/carried-out",
            post().to(measures::carried_out),
        )
        .route("/api/v1/measures/carried-out", any().to(only_post))
        .route("/api/v1/cases/{number}", get().to(cases::read))
        .route("/api/v1/cases/{number}", any().to(only_get))
        .route(
            "/api/v1/cases/{number}/entries/{no}/receipt",
            get().to(receipts::read),
        )
        .route(
            "/api/v1/cases/{number}/entries/{no}/receipt",
            any().to(only_get),
        )
        .route(
            "/api/v1/cases/{number}/completion",
            post().to(completion::complete),
        )
        .route("/api/v1/cases/{number}/completion", any().to(only_post))
        .route(
            "/api/v1/cases/{number}/evidence",
            post().to(evidence::upload),
        )
        .route("/api/v1/cases/{number}/evidence", any().to(only_post));
}

type ApiResult = Result<HttpResponse, Problem>;

async fn only_get(_: HttpRequest) -> HttpResponse {
    wrong_method("GET")
}

async fn only_post(_: HttpRequest) -> HttpResponse {
    wrong_method("POST")
}

async fn only_get_and_post(_: HttpRequest) -> HttpResponse {
    wrong_method("GET, POST")
}

fn wrong_method(allowed: &'static str) -> HttpResponse {
    let mut answer = Problem::wrong_method(allowed).answer();
    answer
        .headers_mut()
        .insert(header::ALLOW, header::HeaderValue::from_static(allowed));
    answer
}

fn receipt(receipt: &Receipt) -> Value {
    json!({ "case": receipt.number.as_str(), "entry": receipt.entry, "at": receipt.at, "hash": receipt.hash, "act": receipt.act, "exhibits": receipt.exhibits })
}
