//! Under which law the notice is sent.

use crate::domain::cases::Kind;
use crate::services::filing::packs_for;
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::notices::wizard::{Frame, Wizard};
use crate::web::page::{Page, render};
use actix_web::http::StatusCode;
use askama::Template;

#[derive(Template)]
#[template(path = "notices/law.html")]
struct Law {
    page: Page,
    frame: Frame,
    form: FormState,
    laws: Vec<Choice>,
    links: Vec<(String, String)>,
}

pub(super) fn fill(wizard: &Wizard) -> FormState {
    wizard.form(|form, draft| {
        form.set("pack", &draft.pack);
    })
}

pub(super) async fn page(wizard: &mut Wizard, form: FormState, status: StatusCode) -> PageResult {
    let (page, frame) = wizard.dress().await?;
    let packs = packs_for(&wizard.visitor.app, Kind::Notice);
    let named = |sort: &str, id: &str| {
        page.find(&format!("notices-law-{id}{sort}"))
            .unwrap_or_default()
            .to_owned()
    };
    let name_of = |id: &str| {
        Some(named("", id))
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| id.to_owned())
    };
    let laws = packs
        .iter()
        .map(|pack| Choice::new(pack.id(), name_of(pack.id())).hint(named("-means", pack.id())))
        .collect();
    let links = packs
        .iter()
        .map(|pack| (name_of(pack.id()), crate::urls::procedure(pack.id())))
        .collect();
    render(
        &Law {
            frame,
            form,
            laws,
            links,
            page,
        },
        status,
    )
}

pub(super) async fn take(wizard: &mut Wizard, posted: &Posted) -> PageResult {
    posted.only(&["version", "to-check", "do", "pack"])?;
    wizard.is_current(posted);
    let mut form = FormState::of(posted);
    let packs = packs_for(&wizard.visitor.app, Kind::Notice);
    let ids: Vec<&str> = packs.iter().map(|pack| pack.id()).collect();
    let chosen = form.choose_from("pack", &ids, "notices-law-error");
    let Some(chosen) = chosen else {
        return super::again(wizard, form).await;
    };
    if !wizard.is_newer && wizard.draft.data.pack != chosen {
        wizard.draft.data.pack = chosen.to_owned();
        // Another law has other declarations, and may not cover the right that was named.
        wizard.draft.data.declarations.clear();
        wizard.draft.data.papers_seen = false;
    }
    super::save(wizard, posted, form).await
}
