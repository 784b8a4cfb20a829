//! Who is asking, found out once a request.

use super::{Known, Visitor, cookies, idle_time};
use crate::i18n::Locale;
use crate::services::sessions;
use crate::startup::{App, token_hash};
use crate::web::errors::WebError;
use crate::web::page::Flash;
use actix_web::http::{Method, header};
use actix_web::{HttpMessage, HttpRequest, web};
use jiff::tz::TimeZone;
use std::sync::Arc;

/// Length of the session cookie: 32 bytes as hexadecimal figures.
const TOKEN_LEN: usize = 64;

/// Reads the visitor and remembers it with the request.
pub(super) async fn read(request: &HttpRequest) -> Result<Visitor, WebError> {
    let app = app_of(request)?;
    let now = app.now();
    let found = match cookies::value(request, cookies::session_name(&app)) {
        Some(token) if token.len() == TOKEN_LEN => {
            // The longer of the two idle times; who is staff is known only after reading.
            let idle_since = now - idle_time(&app, false).max(idle_time(&app, true));
            sessions::find(&app.store, token_hash(&token), now, idle_since).await?
        }
        _ => None,
    };
    let mut known = Known::default();
    if let Some(found) = found {
        let is_staff = found
            .account
            .as_ref()
            .is_some_and(|account| account.staff_role.is_some());
        if now < found.session.seen_at + idle_time(&app, is_staff) {
            known = Known {
                session: Some(found.session),
                account: found.account,
                hats: found.hats,
                ..Known::default()
            };
            touch(&app, &mut known).await?;
        }
    }
    choose_language(&app, request, &mut known).await?;
    known.zone = zone(request, &known);
    known.theme = theme(request, &known);
    take_flash(&app, request, &mut known).await?;
    Ok(remember(request, app, known))
}

/// A visitor of whom nothing is read from the database, for error pages when it does not answer.
pub(super) fn stranger(request: &HttpRequest) -> Result<Visitor, WebError> {
    let app = app_of(request)?;
    let mut known = Known {
        locale: language_of_browser(request),
        ..Known::default()
    };
    known.zone = zone(request, &known);
    known.theme = theme(request, &known);
    Ok(Visitor::with(app, known, request.clone()))
}

fn app_of(request: &HttpRequest) -> Result<Arc<App>, WebError> {
    let app = request
        .app_data::<web::Data<App>>()
        .ok_or_else(|| WebError::fault("the application is not in the request"))?;
    Ok(Arc::clone(app))
}

fn remember(request: &HttpRequest, app: Arc<App>, known: Known) -> Visitor {
    request.extensions_mut().insert(known.clone());
    Visitor::with(app, known, request.clone())
}

/// Writes the time of use, at most once a minute.
async fn touch(app: &App, known: &mut Known) -> Result<(), WebError> {
    let now = app.now();
    if let Some(session) = &mut known.session
        && now.duration_since(session.seen_at) >= super::TOUCH_EVERY
    {
        session.seen_at = now;
        sessions::touch(&app.store, session.token_hash.clone(), now).await?;
    }
    Ok(())
}

/// `?lang=` once, then the session or cookie; else the account, else the browser.
async fn choose_language(
    app: &App,
    request: &HttpRequest,
    known: &mut Known,
) -> Result<(), WebError> {
    if let Some(chosen) = language_in_query(request.query_string()) {
        known.locale = chosen;
        cookies::put(
            request,
            cookies::choice(app, cookies::LANGUAGE, chosen.tag()),
        );
        if let Some(session) = &mut known.session
            && session.locale.as_deref() != Some(chosen.tag())
        {
            session.locale = Some(chosen.tag().to_owned());
            sessions::set_preferences(
                &app.store,
                session.token_hash.clone(),
                session.locale.clone(),
                session.zone.clone(),
            )
            .await?;
        }
        return Ok(());
    }
    let of_session = known
        .session
        .as_ref()
        .and_then(|session| Locale::parse(session.locale.as_deref()?));
    let of_account = || {
        known
            .account
            .as_ref()
            .and_then(|account| Locale::parse(&account.locale))
    };
    let of_cookie =
        || cookies::value(request, cookies::LANGUAGE).and_then(|tag| Locale::parse(&tag));
    known.locale = of_session
        .or_else(of_account)
        .or_else(of_cookie)
        .unwrap_or_else(|| language_of_browser(request));
    Ok(())
}

fn language_in_query(query: &str) -> Option<Locale> {
    query
        .split('&')
        .find_map(|part| Locale::parse(part.strip_prefix("lang=")?))
}

fn language_of_browser(request: &HttpRequest) -> Locale {
    let header = request
        .headers()
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    header
        .and_then(Locale::from_accept_language)
        .unwrap_or_default()
}

/// The account's zone, else the session's, else the cookie's, else UTC.
fn zone(request: &HttpRequest, known: &Known) -> TimeZone {
    let of_account = known
        .account
        .as_ref()
        .map(|account| account.time_zone.clone());
    let of_session = || {
        known
            .session
            .as_ref()
            .and_then(|session| session.zone.clone())
    };
    let name = of_account
        .filter(|name| !name.is_empty())
        .or_else(of_session)
        .or_else(|| cookies::value(request, cookies::ZONE));
    name.and_then(|name| TimeZone::get(&name).ok())
        .unwrap_or(TimeZone::UTC)
}

fn theme(request: &HttpRequest, known: &Known) -> String {
    let of_account = known
        .account
        .as_ref()
        .and_then(|account| account.theme.clone());
    let theme = of_account
        .or_else(|| cookies::value(request, cookies::THEME))
        .unwrap_or_default();
    if matches!(theme.as_str(), "light" | "dark") {
        theme
    } else {
        String::new()
    }
}

/// Takes the note from the act before, when a page is asked for.
async fn take_flash(app: &App, request: &HttpRequest, known: &mut Known) -> Result<(), WebError> {
    if request.method() != Method::GET {
        return Ok(());
    }
    if let Some(session) = &mut known.session
        && session.flash.take().is_some()
    {
        // Taken in a transaction of its own, so that two pages at once do not both show it.
        let note = sessions::take_flash(&app.store, session.token_hash.clone()).await?;
        known.flash = note.and_then(|note| serde_json::from_value::<Flash>(note).ok());
    }
    Ok(())
}
