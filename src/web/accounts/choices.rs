//! Time zone and colours: kept with the account, or in a cookie for people without one.

use super::{Next, next_or};
use crate::i18n::dates;
use crate::services::{accounts, sessions};
use crate::storage::accounts::Profile;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::{Flash, Page, html, see_other, unprocessable};
use crate::web::session::Visitor;
use actix_web::web::Query;
use askama::Template;
use jiff::tz::TimeZone;

/// Parts of the world in names of zones; other names are old ones, kept by the database for compatibility.
const REGIONS: [&str; 10] = [
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
];

/// The colours one can choose; empty for the device's.
const THEMES: [&str; 3] = ["device", "light", "dark"];

#[derive(Template)]
#[template(path = "accounts/choice.html")]
struct ChoicePage {
    page: Page,
    form: FormState,
    title: &'static str,
    hint: &'static str,
    field: &'static str,
    options: Vec<Choice>,
    as_list: bool,
}

/// `GET /account/time-zone`
pub async fn zones(mut visitor: Visitor, query: Query<Next>) -> PageResult {
    let mut form = FormState::new();
    form.set("zone", visitor.zone.iana_name().unwrap_or("UTC"))
        .set("next", next_or(&query.next, ""));
    html(&zone_page(&mut visitor, form).await?)
}

/// `POST /account/time-zone`
pub async fn choose_zone(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["zone", "next"])?;
    let mut form = FormState::of(&posted);
    let zone = Some(form.value("zone"))
        .filter(|name| is_offered(name))
        .and_then(|name| TimeZone::get(name).ok());
    let Some(zone) = zone else {
        form.error("zone", "accounts-zone-choose");
        return unprocessable(&zone_page(&mut visitor, form).await?);
    };
    let name = zone.iana_name().unwrap_or("UTC").to_owned();
    if let Some(account) = visitor.account.clone() {
        let profile = Profile {
            name: account.name,
            locale: account.locale,
            time_zone: name.clone(),
            theme: account.theme,
        };
        accounts::set_profile(&visitor.app, account.id, profile).await?;
    }
    visitor.choose_zone(zone);
    visitor.leave(Flash::done("accounts-zone-saved")).await?;
    if let Some(session) = &visitor.session {
        let (hash, locale) = (session.token_hash.clone(), session.locale.clone());
        sessions::set_preferences(&visitor.app.store, hash, locale, Some(name)).await?;
    }
    Ok(back(&visitor, &posted))
}

/// `GET /account/theme`
pub async fn themes(mut visitor: Visitor, query: Query<Next>) -> PageResult {
    let mut form = FormState::new();
    let chosen = if visitor.theme.is_empty() {
        "device"
    } else {
        &visitor.theme
    };
    form.set("theme", chosen)
        .set("next", next_or(&query.next, ""));
    html(&theme_page(&mut visitor, form).await?)
}

/// `POST /account/theme`
pub async fn choose_theme(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["theme", "next"])?;
    let mut form = FormState::of(&posted);
    let Some(chosen) = form.choose_from("theme", &THEMES, "accounts-theme-choose") else {
        return unprocessable(&theme_page(&mut visitor, form).await?);
    };
    let theme = if chosen == "device" { "" } else { chosen };
    if let Some(account) = visitor.account.clone() {
        let kept = (!theme.is_empty()).then(|| theme.to_owned());
        let profile = Profile {
            name: account.name,
            locale: account.locale,
            time_zone: account.time_zone,
            theme: kept,
        };
        accounts::set_profile(&visitor.app, account.id, profile).await?;
    }
    visitor.choose_theme(theme);
    visitor.leave(Flash::done("accounts-theme-saved")).await?;
    Ok(back(&visitor, &posted))
}

fn back(visitor: &Visitor, posted: &Posted) -> actix_web::HttpResponse {
    let otherwise = if visitor.account.is_some() {
        urls::account()
    } else {
        urls::home()
    };
    see_other(next_or(posted.get("next"), otherwise))
}

async fn zone_page(visitor: &mut Visitor, form: FormState) -> Result<ChoicePage, WebError> {
    let page = shell(visitor, "accounts-zone-title").await?;
    let option = |name: String| {
        let zone = TimeZone::get(&name).unwrap_or(TimeZone::UTC);
        let label = page.with2(
            "accounts-zone-option",
            "name",
            &name,
            "line",
            dates::zone_line(&page.words, page.now, &zone),
        );
        Choice::new(name, label)
    };
    let mut names: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| is_offered(name))
        .collect();
    names.sort_unstable();
    let options = names.into_iter().map(option).collect();
    Ok(ChoicePage {
        page,
        form,
        title: "accounts-zone-title",
        hint: "accounts-zone-hint",
        field: "zone",
        options,
        as_list: true,
    })
}

async fn theme_page(visitor: &mut Visitor, form: FormState) -> Result<ChoicePage, WebError> {
    let page = shell(visitor, "accounts-theme-title").await?;
    let label = |theme: &str| match theme {
        "light" => page.t("accounts-theme-light"),
        "dark" => page.t("accounts-theme-dark"),
        _ => page.t("accounts-theme-device"),
    };
    let options = THEMES
        .iter()
        .map(|theme| Choice::new(*theme, label(theme)))
        .collect();
    Ok(ChoicePage {
        page,
        form,
        title: "accounts-theme-title",
        hint: "accounts-theme-hint",
        field: "theme",
        options,
        as_list: false,
    })
}

async fn shell(visitor: &mut Visitor, here: &str) -> Result<Page, WebError> {
    let words = visitor.words();
    let mut page = visitor.form_page().await?;
    if visitor.account.is_some() {
        page = page.crumb(words.t("accounts-title"), urls::account());
    }
    Ok(page.here(words.t(here)))
}

fn is_offered(name: &str) -> bool {
    name == "UTC" || REGIONS.iter().any(|region| name.starts_with(region))
}

#[cfg(test)]
mod tests {
    use super::is_offered;

    #[test]
    fn zones_of_places_are_offered_and_old_names_are_not() {
        assert!(
            is_offered("Asia/Shanghai")
                && is_offered("America/Argentina/Buenos_Aires")
                && is_offered("UTC")
        );
        assert!(
            !is_offered("PRC")
                && !is_offered("Etc/GMT+8")
                && !is_offered("")
                && !is_offered("../../etc/passwd")
        );
    }
}
