//! Around every request: an id, a line in the log, the check of the host, and the headers that
//! keep browsers from doing what our pages never ask for.

use super::session::PendingCookies;
use crate::startup::App;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpResponse, web};
use std::fmt;
use std::time::Instant;

/// What pages may load and where forms may go: our own origin, and nothing inline.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(&str, &str); 7] = [
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
    ),
    // Pages hold what only their reader may see.
    ("cache-control", "no-store"),
];

/// Two years, as preload lists ask for.
const STRICT_TRANSPORT: &str = "max-age=63072000; includeSubDomains";

/// The id under which a request stands in the log and on fault pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestId(String);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Middleware: the outermost one.
pub async fn around(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(app) = request.app_data::<web::Data<App>>().cloned() else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    let started = started();
    let id = new_id(&app);
    request.extensions_mut().insert(id.clone());
    let method = request.method().clone();

    let mut answered = if is_for_us(&app, &request) {
        next.call(request).await?.map_into_boxed_body()
    } else {
        // Another name for this machine: links and cookies would be wrong.
        let refusal = HttpResponse::build(StatusCode::MISDIRECTED_REQUEST)
            .content_type("text/plain; charset=utf-8")
            .body("421\n");
        request.into_response(refusal)
    };
    set_cookies(&mut answered);
    set_headers(answered.headers_mut(), app.config.is_https(), &id);

    // The route's pattern, not the address: addresses hold case numbers and secrets.
    let route = answered
        .request()
        .match_pattern()
        .unwrap_or_else(|| "(none)".to_owned());
    let millis = started.elapsed().as_secs_f64() * 1000.0;
    let status = answered.status().as_u16();
    if route.starts_with("/static") || route.starts_with("/health") {
        tracing::debug!(request.id = %id, http.method = %method, http.route = route, http.status = status, http.millis = millis, "answered");
    } else {
        tracing::info!(request.id = %id, http.method = %method, http.route = route, http.status = status, http.millis = millis, "answered");
    }
    Ok(answered)
}

#[allow(
    clippy::disallowed_methods,
    reason = "measures how long a request takes; decides nothing"
)]
fn started() -> Instant {
    Instant::now()
}

fn new_id(app: &App) -> RequestId {
    let mut random = [0; 8];
    app.entropy.fill(&mut random);
    RequestId(hex::encode(random))
}

/// Health checks come by address; everything else must use the public name.
fn is_for_us(app: &App, request: &ServiceRequest) -> bool {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let host = host.or_else(|| {
        request
            .uri()
            .authority()
            .map(|authority| authority.as_str())
    });
    request.path().starts_with("/health/") || host.is_some_and(|host| app.is_own_host(host))
}

fn set_cookies(answered: &mut ServiceResponse<BoxBody>) {
    let pending = answered
        .request()
        .extensions_mut()
        .remove::<PendingCookies>();
    for cookie in pending.map(|pending| pending.0).unwrap_or_default() {
        if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
            answered.headers_mut().append(header::SET_COOKIE, value);
        }
    }
}

/// Adds what the handler did not set itself.
fn set_headers(headers: &mut HeaderMap, https: bool, id: &RequestId) {
    for (name, value) in HEADERS {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if https {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(STRICT_TRANSPORT),
        );
    }
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
}
