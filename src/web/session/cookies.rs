//! The cookies: one secret for the session, three plain ones for choices made before signing in.

use crate::startup::App;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpMessage, HttpRequest};

/// Language chosen with the switch.
pub(super) const LANGUAGE: &str = "redress-lang";
/// Time zone chosen, or found by the script.
pub(super) const ZONE: &str = "redress-zone";
/// Colours chosen.
pub(super) const THEME: &str = "redress-theme";

/// How long choices are kept, in days.
const CHOICE_DAYS: i64 = 365;

/// Cookies to be set by the answer to this request.
#[derive(Debug, Default)]
pub struct PendingCookies(pub Vec<Cookie<'static>>);

/// Remembers a cookie for the answer; a later one of the same name wins.
pub(super) fn put(request: &HttpRequest, cookie: Cookie<'static>) {
    let mut extensions = request.extensions_mut();
    if !extensions.contains::<PendingCookies>() {
        extensions.insert(PendingCookies::default());
    }
    if let Some(pending) = extensions.get_mut::<PendingCookies>() {
        pending.0.retain(|other| other.name() != cookie.name());
        pending.0.push(cookie);
    }
}

/// The name of the session's cookie: the prefix makes browsers insist on TLS and this very host.
pub(super) fn session_name(app: &App) -> &'static str {
    if app.config.is_https() {
        "__Host-redress"
    } else {
        "redress"
    }
}

/// The session's cookie. It ends with the browser or with the session's row, whichever comes first.
pub(super) fn session(app: &App, token: &str) -> Cookie<'static> {
    Cookie::build(session_name(app), token.to_owned())
        .path("/")
        .http_only(true)
        .secure(app.config.is_https())
        // Lax, not strict: people come from links in letters and must arrive signed in.
        .same_site(SameSite::Lax)
        .finish()
}

/// Removes the session's cookie.
pub(super) fn ended(app: &App) -> Cookie<'static> {
    let mut cookie = session(app, "");
    cookie.make_removal();
    cookie
}

/// A choice to keep.
pub(super) fn choice(app: &App, name: &'static str, value: &str) -> Cookie<'static> {
    Cookie::build(name, value.to_owned())
        .path("/")
        .secure(app.config.is_https())
        .same_site(SameSite::Lax)
        .max_age(Duration::days(CHOICE_DAYS))
        .finish()
}

/// The value of a cookie that came with the request.
pub(super) fn value(request: &HttpRequest, name: &str) -> Option<String> {
    request.cookie(name).map(|cookie| cookie.value().to_owned())
}
