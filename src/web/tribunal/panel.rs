//! The roster, and an arbitrator's own appointments.

use crate::domain::ids::AccountId;
use crate::storage::roster::{self, RosterRow};
use crate::storage::{accounts, cases};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Flash, Page, Place, html, see_other, unprocessable};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web;
use askama::Template;

#[derive(Template)]
#[template(path = "tribunal/roster.html")]
struct RosterPage {
    page: Page,
    form: FormState,
    rows: Vec<RosterLine>,
}

struct RosterLine {
    href: String,
    name: String,
    languages: String,
    fields: String,
    countries: String,
    load: i64,
    capacity: i64,
    active: bool,
    available: String,
}

fn list_of(value: &serde_json::Value) -> Vec<String> {
    serde_json::from_value(value.clone()).unwrap_or_default()
}

/// `GET /registry/panel`
pub async fn roster(mut visitor: Visitor) -> PageResult {
    visitor.require_staff()?;
    html(&roster_page(&mut visitor, FormState::new()).await?)
}

/// `POST /registry/panel`: leads to the entry of somebody who has an account.
pub async fn add(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["email"])?;
    visitor.require_staff()?;
    let mut form = FormState::of(&posted);
    if let Some(email) = form.email("email") {
        let address = email.to_lowercase();
        let found = visitor
            .app
            .store
            .get(move |tx| accounts::find_by_email(tx, &address))
            .await?;
        match found {
            Some(row) if row.disabled_at.is_some() => {
                form.error("email", "tribunal-error-shut-out");
            }
            Some(row) if row.confirmed_at.is_some() => {
                return Ok(see_other(format!("{}/{}", urls::panel(), row.id)));
            }
            _ => form.error("email", "tribunal-error-no-account"),
        }
    }
    unprocessable(&roster_page(&mut visitor, form).await?)
}

async fn roster_page(visitor: &mut Visitor, form: FormState) -> Result<RosterPage, WebError> {
    let list = visitor
        .app
        .store
        .read(|tx| roster::list(tx, false, &["proposed", "accepted"], 500))
        .await?;
    let page = visitor.form_page().await?.at(Place::Panel);
    let named = |sort: &str, value: &serde_json::Value| {
        list_of(value)
            .iter()
            .map(|i| words::said(&page.words, sort, i))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let rows = list
        .iter()
        .map(|a| RosterLine {
            href: format!("{}/{}", urls::panel(), a.entry.account_id),
            name: a.name.clone(),
            languages: named("language", &a.entry.languages),
            fields: named("right", &a.entry.fields),
            countries: named("country", &a.entry.countries),
            load: a.load,
            capacity: i64::from(a.entry.capacity),
            active: a.entry.active,
            available: a
                .entry
                .available_from
                .map(|d| page.day(d))
                .unwrap_or_default(),
        })
        .collect();
    Ok(RosterPage { page, form, rows })
}

#[derive(Template)]
#[template(path = "tribunal/roster_edit.html")]
struct EditPage {
    page: Page,
    form: FormState,
    name: String,
    action: String,
}

/// `GET /registry/panel/{account}`
pub async fn edit(mut visitor: Visitor, account: web::Path<String>) -> PageResult {
    visitor.require_staff()?;
    let (id, name, row) = find(&visitor, &account).await?;
    let mut form = FormState::new();
    form.set("languages", list_of(&row.languages).join(", "))
        .set("fields", list_of(&row.fields).join(", "))
        .set("countries", list_of(&row.countries).join(", "));
    form.set("capacity", row.capacity.to_string())
        .set("biography", row.biography.clone())
        .set("active", if row.active { "yes" } else { "" });
    if let Some(date) = row.available_from {
        form.set("available", date.to_string());
    }
    let page = visitor.form_page().await?.at(Place::Panel);
    html(&EditPage {
        page,
        form,
        name,
        action: format!("{}/{id}", urls::panel()),
    })
}

async fn find(
    visitor: &Visitor,
    account: &str,
) -> Result<(AccountId, String, RosterRow), WebError> {
    let id: AccountId = account.parse().map_err(|_| WebError::NotFound)?;
    let (person, row) = visitor
        .app
        .store
        .read(move |tx| Ok((accounts::find(tx, id)?, roster::find(tx, id)?)))
        .await?;
    let person = person.ok_or(WebError::NotFound)?;
    let row = row.unwrap_or(RosterRow {
        account_id: id,
        languages: serde_json::json!([]),
        fields: serde_json::json!([]),
        countries: serde_json::json!([]),
        nationality: String::new(),
        capacity: 3,
        available_from: None,
        biography: String::new(),
        fee_minor: 0,
        fee_currency: "USD".to_owned(),
        active: false,
    });
    Ok((id, person.name, row))
}

/// `POST /registry/panel/{account}`
pub async fn save(mut visitor: Visitor, account: web::Path<String>, posted: Posted) -> PageResult {
    posted.only(&[
        "languages",
        "fields",
        "countries",
        "capacity",
        "available",
        "available-*",
        "biography",
        "active",
    ])?;
    visitor.require_staff()?;
    let (id, name, old) = find(&visitor, &account).await?;
    let mut form = FormState::of(&posted);
    let words_in = |field: &str| {
        posted
            .get(field)
            .split([',', ';', '，'])
            .map(|w| w.trim().to_owned())
            .filter(|w| !w.is_empty())
            .collect::<Vec<_>>()
    };
    let available_from = form.optional_date("available");
    let words = visitor.words();
    for (field, sort) in [
        ("languages", "language"),
        ("fields", "right"),
        ("countries", "country"),
    ] {
        let unknown: Vec<String> = words_in(field)
            .into_iter()
            .filter(|word| !words.has(&words::key(sort, word)))
            .collect();
        if !unknown.is_empty() {
            let unknown = vec![("words", unknown.join(", ").into())];
            form.error_with(field, "tribunal-error-unknown", unknown);
        }
    }
    let capacity: Option<u32> = posted.get("capacity").parse().ok().filter(|n| *n <= 200);
    if capacity.is_none() {
        form.error("capacity", "tribunal-error-capacity");
    }
    if words_in("languages").is_empty() {
        form.error("languages", "tribunal-error-languages");
    }
    let Some(capacity) = capacity.filter(|_| form.is_ok()) else {
        let page = visitor.form_page().await?.at(Place::Panel);
        return unprocessable(&EditPage {
            page,
            form,
            name,
            action: format!("{}/{id}", urls::panel()),
        });
    };
    let row = RosterRow {
        languages: serde_json::json!(words_in("languages")),
        fields: serde_json::json!(words_in("fields")),
        countries: serde_json::json!(words_in("countries")),
        capacity,
        available_from,
        biography: posted.get("biography").to_owned(),
        active: posted.get("active") == "yes",
        ..old
    };
    crate::services::accounts::put_on_roster(&visitor.app, row).await?;
    visitor.leave(Flash::done("tribunal-roster-saved")).await?;
    Ok(see_other(urls::panel()))
}

#[derive(Template)]
#[template(path = "tribunal/appointments.html")]
struct AppointmentsPage {
    page: Page,
    rows: Vec<AppointmentLine>,
}

struct AppointmentLine {
    href: String,
    number: String,
    title: String,
    state: String,
    tone: &'static str,
}

/// `GET /appointments`
pub async fn appointments(visitor: Visitor) -> PageResult {
    let account = visitor.account_id()?;
    let rows = visitor
        .app
        .store
        .read(move |tx| cases::projections::list_appointments_of(tx, account, 200))
        .await?;
    let page = visitor.page().at(Place::Appointments);
    let rows = rows
        .into_iter()
        .map(|(row, head)| AppointmentLine {
            href: if matches!(row.state.as_str(), "proposed" | "accepted") {
                format!("/cases/{}/tribunal", head.number)
            } else {
                String::new()
            },
            title: if matches!(row.state.as_str(), "proposed" | "accepted") {
                crate::web::cases::names::called(&page.words, &head)
            } else {
                String::new()
            },
            number: head.number,
            tone: match row.state.as_str() {
                "proposed" => "due",
                "accepted" => "done",
                _ => "",
            },
            state: words::said(&page.words, "seat", &row.state),
        })
        .collect();
    html(&AppointmentsPage { page, rows })
}
