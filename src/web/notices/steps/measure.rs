//! What the marketplace is asked to do.

use crate::domain::notices::MeasureAction;
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::notices::wizard::{Frame, Wizard};
use crate::web::page::{Page, render};
use crate::web::words;
use actix_web::http::StatusCode;
use askama::Template;

/// What a sender may ask for; refusing and restoring are for others.
const ASKED: [MeasureAction; 3] = [
    MeasureAction::Hide,
    MeasureAction::Remove,
    MeasureAction::Restrict,
];

#[derive(Template)]
#[template(path = "notices/measure.html")]
struct Measure {
    page: Page,
    frame: Frame,
    form: FormState,
    measures: Vec<Choice>,
}

pub(super) fn fill(wizard: &Wizard) -> FormState {
    wizard.form(|form, draft| {
        form.set("asked", &draft.asked);
    })
}

pub(super) async fn page(wizard: &mut Wizard, form: FormState, status: StatusCode) -> PageResult {
    let (page, frame) = wizard.dress().await?;
    let said = |action: MeasureAction| {
        let hint = words::said(&page.words, "action", &format!("{}-hint", action.as_str()));
        Choice::new(
            action.as_str(),
            words::said(&page.words, "action", action.as_str()),
        )
        .hint(hint)
    };
    let measures = ASKED.map(said).into();
    render(
        &Measure {
            page,
            frame,
            form,
            measures,
        },
        status,
    )
}

pub(super) async fn take(wizard: &mut Wizard, posted: &Posted) -> PageResult {
    posted.only(&["version", "to-check", "do", "asked"])?;
    wizard.is_current(posted);
    let mut form = FormState::of(posted);
    let asked = form.choose_from(
        "asked",
        &ASKED.map(MeasureAction::as_str),
        "notices-measure-error",
    );
    let Some(asked) = asked else {
        return super::again(wizard, form).await;
    };
    if !wizard.is_newer {
        wizard.draft.data.asked = asked.to_owned();
    }
    super::save(wizard, posted, form).await
}
