//! Puts a page (or, for programs, problem details) into every answer that went wrong,
//! whether a handler, an extractor or the router refused.

use super::{Kept, WebError};
use crate::i18n::{Words, dates, figures};
use crate::urls;
use crate::web::forms::Typed;
use crate::web::middleware::RequestId;
use crate::web::page::{Page, escaped, render};
use crate::web::session::Visitor;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest, HttpResponse};
use askama::Template;

#[derive(Template)]
#[template(path = "errors/error.html")]
struct ErrorPage {
    page: Page,
    story: Story,
    kept: Vec<Kept>,
    reference: String,
}

/// What an error page says.
struct Story {
    title: String,
    text: String,
    ways: Vec<Way>,
}

/// A way out of an error page.
struct Way {
    text: String,
    href: String,
}

/// Middleware: an answer with an error status and no body gets one.
pub async fn pages(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let answered = next.call(request).await?.map_into_boxed_body();
    let status = answered.status();
    let is_empty = matches!(
        answered.response().body().size(),
        BodySize::None | BodySize::Sized(0)
    );
    let is_ours = answered
        .response()
        .error()
        .is_some_and(|error| error.as_error::<WebError>().is_some());
    // The framework's own refusals are plain text; what a handler wrote itself stays.
    let is_plain = answered.response().error().is_some() && is_plain_text(answered.headers());
    let failed = status.is_client_error() || status.is_server_error();
    if !failed || !(is_empty || is_ours || is_plain) {
        return Ok(answered);
    }
    let (request, response) = answered.into_parts();
    let page = answer(&request, &response, status).await;
    let mut page = page.unwrap_or_else(|| HttpResponse::build(status).finish());
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = response.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    Ok(ServiceResponse::new(request, page))
}

fn is_plain_text(headers: &header::HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/plain"))
}

async fn answer(
    request: &HttpRequest,
    response: &HttpResponse,
    status: StatusCode,
) -> Option<HttpResponse> {
    let reference = request
        .extensions()
        .get::<RequestId>()
        .map(|id| id.to_string())
        .unwrap_or_default();
    let error = response.error();
    let ours = error.and_then(|error| error.as_error::<WebError>());
    if status.is_server_error() && !matches!(ours, Some(WebError::Busy)) {
        log(ours, error, &reference);
    }
    let visitor = match Visitor::from_request(request, &mut Payload::None).await {
        Ok(visitor) => visitor,
        // The database may be what failed.
        Err(_) => Visitor::stranger(request).ok()?,
    };
    let words = visitor.words();
    let story = tell(&visitor, &words, ours, status, !typed(request).is_empty());
    if wants_problem_details(request) {
        return Some(problem(&story, status, &reference));
    }
    let kept = match ours {
        Some(
            WebError::Stale { kept, .. }
            | WebError::Expired { kept }
            | WebError::Bad { key: _, kept }
            | WebError::Act { kept, .. },
        ) => kept.clone(),
        _ => Vec::new(),
    };
    let kept = if kept.is_empty() {
        typed(request)
    } else {
        kept
    };
    let reference = if status.is_server_error() {
        reference
    } else {
        String::new()
    };
    render(
        &ErrorPage {
            page: visitor.page(),
            story,
            kept,
            reference,
        },
        status,
    )
    .ok()
}

/// What the form of this request held, so that no failure loses it.
fn typed(request: &HttpRequest) -> Vec<Kept> {
    request
        .extensions()
        .get::<Typed>()
        .map(|typed| typed.0.clone())
        .unwrap_or_default()
}

/// The one place where a fault is logged.
fn log(ours: Option<&WebError>, error: Option<&Error>, reference: &str) {
    match (ours, error) {
        (Some(WebError::Fault(cause)), _) => {
            let mut chain = cause.to_string();
            let mut source = cause.source();
            while let Some(inner) = source {
                chain.push_str(": ");
                chain.push_str(&inner.to_string());
                source = inner.source();
            }
            tracing::error!(request.id = reference, "a request failed: {chain}");
        }
        (Some(ours), _) => tracing::error!(request.id = reference, "a request failed: {ours}"),
        (None, Some(error)) => tracing::error!(request.id = reference, "a request failed: {error}"),
        (None, None) => tracing::error!(request.id = reference, "a request failed"),
    }
}

fn tell(
    visitor: &Visitor,
    words: &Words,
    ours: Option<&WebError>,
    status: StatusCode,
    typed: bool,
) -> Story {
    let (kind, text) = match ours {
        Some(WebError::Refused { key, args }) => ("refused", Some(words.with(key, args))),
        Some(WebError::Act { refusal, .. }) => (
            "refused",
            Some(crate::web::words::refusal(words, &visitor.zone, refusal)),
        ),
        Some(WebError::TooLate { ended_at, .. }) => {
            let when = dates::full(words, *ended_at, &visitor.zone);
            let text = words.with2(
                "errors-late-text",
                "when",
                when,
                "zone",
                dates::zone_line(words, *ended_at, &visitor.zone),
            );
            ("late", Some(text))
        }
        Some(WebError::Stale { .. }) => ("stale", None),
        Some(WebError::Expired { .. }) => ("expired", None),
        Some(WebError::Bad { key, .. }) => ("bad", Some(words.t(key).to_owned())),
        Some(WebError::TooLarge { limit }) => (
            "large",
            Some(words.with1("errors-large-text", "limit", figures::size(words, *limit))),
        ),
        Some(WebError::TooMany { wait }) => {
            let minutes = wait.as_secs().div_ceil(60).max(1);
            (
                "many",
                Some(words.with1("errors-many-text", "minutes", minutes)),
            )
        }
        Some(WebError::Busy) => ("busy", None),
        Some(WebError::Full) => ("full", None),
        Some(
            WebError::NotFound
            | WebError::SignIn { .. }
            | WebError::Elsewhere { .. }
            | WebError::Fault(_),
        )
        | None => (kind_of(status, typed), None),
    };
    Story {
        title: words.t(&format!("errors-{kind}-title")).to_owned(),
        text: text.unwrap_or_else(|| words.t(&format!("errors-{kind}-text")).to_owned()),
        ways: ways(visitor, words, ours),
    }
}

fn kind_of(status: StatusCode, typed: bool) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "missing",
        StatusCode::METHOD_NOT_ALLOWED => "method",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        _ if status.is_client_error() => "request",
        _ if typed => "unsaved",
        _ => "fault",
    }
}

fn ways(visitor: &Visitor, words: &Words, ours: Option<&WebError>) -> Vec<Way> {
    let way = |key: &str, href: &str| Way {
        text: words.t(key).to_owned(),
        href: href.to_owned(),
    };
    let mut ways = Vec::new();
    match ours {
        Some(WebError::Act { back, .. }) => ways.push(way("errors-way-back", back)),
        Some(WebError::TooLate {
            late: Some(late), ..
        }) => ways.push(way("errors-way-late", late)),
        Some(WebError::Stale {
            back: Some(back), ..
        }) => ways.push(way("errors-way-newer", back)),
        Some(WebError::Expired { .. } | WebError::Busy | WebError::Stale { back: None, .. }) => {
            ways.push(way("errors-way-again", &visitor.path));
        }
        _ => {}
    }
    if visitor.account.is_some() {
        ways.push(way("errors-way-work", urls::dashboard()));
    } else {
        ways.push(way("errors-way-home", urls::home()));
        ways.push(way("errors-way-sign-in", urls::sign_in()));
    }
    ways.push(way("errors-way-help", urls::help()));
    ways
}

/// Programs get RFC 9457 problem details.
fn wants_problem_details(request: &HttpRequest) -> bool {
    let accept = request
        .headers()
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    request.path().starts_with("/api/")
        || (accept.contains("json") && !accept.contains("text/html"))
}

fn problem(story: &Story, status: StatusCode, reference: &str) -> HttpResponse {
    let body = serde_json::json!({
        "type": "about:blank",
        "title": story.title,
        "status": status.as_u16(),
        "detail": story.text,
        "instance": format!("urn:request:{}", escaped(reference)),
    });
    HttpResponse::build(status)
        .content_type("application/problem+json")
        .body(body.to_string())
}
