//! Who sends the notice.

use crate::services::drafts::notices::Sender;
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::notices::wizard::{Frame, Wizard};
use crate::web::page::{Page, render};
use crate::web::words;
use actix_web::http::StatusCode;
use askama::Template;

const NAME_MAX: usize = 200;
const ADDRESS_MAX: usize = 500;

#[derive(Template)]
#[template(path = "notices/who.html")]
struct Who {
    page: Page,
    frame: Frame,
    form: FormState,
    capacities: Vec<Choice>,
    countries: Vec<Choice>,
    /// the account's address, which cannot be changed here; empty without an account
    email: String,
}

pub(super) fn fill(wizard: &Wizard) -> FormState {
    let account = wizard.visitor.account.as_ref();
    wizard.form(|form, draft| {
        let sender = &draft.sender;
        let name = if sender.name.is_empty() {
            account.map_or("", |account| &account.name)
        } else {
            &sender.name
        };
        form.set("capacity", &sender.capacity)
            .set("name", name)
            .set("email", &sender.email);
        form.set("country", &sender.country)
            .set("address", &sender.address);
    })
}

pub(super) async fn page(wizard: &mut Wizard, form: FormState, status: StatusCode) -> PageResult {
    let (page, frame) = wizard.dress().await?;
    let capacities = ["owner", "agent"].map(|capacity| {
        let label = words::said(&page.words, "capacity", capacity);
        Choice::new(capacity, label).hint(page.t(if capacity == "owner" {
            "notices-who-owner-hint"
        } else {
            "notices-who-agent-hint"
        }))
    });
    let countries = words::countries(&page.words)
        .into_iter()
        .map(|(code, name)| Choice::new(code, name))
        .collect();
    let email = wizard
        .visitor
        .account
        .as_ref()
        .map(|account| account.email.clone())
        .unwrap_or_default();
    render(
        &Who {
            page,
            frame,
            form,
            capacities: capacities.into(),
            countries,
            email,
        },
        status,
    )
}

pub(super) async fn take(wizard: &mut Wizard, posted: &Posted) -> PageResult {
    posted.only(&[
        "version", "to-check", "do", "capacity", "name", "email", "country", "address",
    ])?;
    wizard.is_current(posted);
    let mut form = FormState::of(posted);
    let capacity = form
        .choose_from(
            "capacity",
            &["owner", "agent"],
            "notices-who-capacity-error",
        )
        .unwrap_or_default();
    let name = form.required("name", NAME_MAX, "notices-who-name-error");
    let email = match &wizard.visitor.account {
        Some(account) => account.email.clone(),
        None => form.email("email").unwrap_or_default().to_lowercase(),
    };
    let country = form
        .choose_from("country", &words::COUNTRIES, "notices-who-country-error")
        .unwrap_or_default();
    let address = form.required("address", ADDRESS_MAX, "notices-who-address-error");
    if !form.is_ok() {
        return super::again(wizard, form).await;
    }
    if !wizard.is_newer {
        wizard.draft.data.sender = Sender {
            capacity: capacity.to_owned(),
            name,
            email,
            country: country.to_owned(),
            address,
        };
    }
    super::save(wizard, posted, form).await
}
