//! The marketplace, or the registry, says where a seller is reached.

use crate::domain::acts::Act;
use crate::domain::parties::{self, Party};
use crate::i18n::Locale;
use crate::services::acts::ActError;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::{Flash, Page, render, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

const NAME_MAX: usize = 200;

#[derive(Template)]
#[template(path = "parties/address.html")]
struct AddressPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    countries: Vec<Choice>,
    languages: Vec<Choice>,
    was_silent: bool,
    action: String,
    back: String,
}

/// Whether the seat may give or correct the address of a party now.
pub(in crate::web) fn may_set(scope: &CaseScope, party: &Party) -> bool {
    let act = parties::Act::Address {
        party: party.no,
        name: "-".into(),
        email: "nobody@invalid".into(),
        country: String::new(),
        language: party.language.clone(),
    };
    scope.would_accept(&Act::Party(act))
}

/// The case and the party, if the reader may give its address; else there is no such page.
async fn open(visitor: Visitor, path: Path<(String, u32)>) -> Result<(CaseScope, Party), WebError> {
    let (number, no) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let party = scope.file.party(no).cloned().ok_or(WebError::NotFound)?;
    if may_set(&scope, &party) {
        Ok((scope, party))
    } else {
        Err(WebError::NotFound)
    }
}

/// `GET /cases/{number}/parties/{party}/address`
pub async fn ask(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let (scope, party) = open(visitor, path).await?;
    let mut form = FormState::new();
    form.set("name", &party.name)
        .set("email", &party.email)
        .set("country", &party.country)
        .set("language", &party.language);
    page(scope, &party, form, StatusCode::OK).await
}

async fn page(
    mut scope: CaseScope,
    party: &Party,
    form: FormState,
    status: StatusCode,
) -> PageResult {
    let page = scope.form_page().await?;
    let number = scope.file.number.clone();
    let back = urls::parties(&number);
    let (parent, title) = (
        page.t("case-part-parties").to_owned(),
        page.t("mandates-address-title").to_owned(),
    );
    render(
        &AddressPage {
            frame: scope.frame(Part::Parties),
            hidden: scope.hidden(),
            countries: words::countries(&page.words)
                .into_iter()
                .map(|(code, name)| Choice::new(code, name))
                .collect(),
            languages: Locale::ALL
                .iter()
                .map(|locale| Choice::new(locale.tag(), locale.own_name()))
                .collect(),
            was_silent: party.email.is_empty(),
            action: urls::party_address(&number, party.no),
            page: page.crumb(parent, back.clone()).here(title),
            back,
            form,
        },
        status,
    )
}

/// `POST /cases/{number}/parties/{party}/address`
pub async fn save(visitor: Visitor, path: Path<(String, u32)>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "name", "email", "country", "language"])?;
    let (mut scope, party) = open(visitor, path).await?;
    let mut form = FormState::of(&posted);
    let name = form.required("name", NAME_MAX, "mandates-address-name-error");
    let email = form.email("email");
    let country = form.value("country").to_owned();
    if !country.is_empty() && !words::COUNTRIES.contains(&country.as_str()) {
        form.error("country", "complaints-country-error");
    }
    let tags = Locale::ALL.map(|locale| locale.tag());
    let language = form
        .choose_from("language", &tags, "complaints-language-error")
        .unwrap_or_default()
        .to_owned();
    let (Some(email), true) = (email, form.is_ok()) else {
        return page(scope, &party, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let act = parties::Act::Address {
        party: party.no,
        name,
        email: email.clone(),
        country,
        language,
    };
    match scope.perform(&posted, Act::Party(act)).await {
        Ok(_) => {
            scope
                .flash(Flash::done("mandates-address-flash").arg("email", email))
                .await?;
            Ok(see_other(urls::parties(&scope.file.number)))
        }
        Err(ActError::Refused(refusal)) if may_set(&scope, &party) => {
            let why = words::refusal(&scope.visitor.words(), &scope.visitor.zone, &refusal);
            form.error_with("email", "mandates-refused", vec![("why", why.into())]);
            page(scope, &party, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
