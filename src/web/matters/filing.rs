//! The form on which a matter is filed: both sides, and the paper that its pack begins with.

use super::paper::{Form, Question, language};
use crate::domain::matters::Filing;
use crate::domain::procedures::{ActName, Document, Kind, Pack};
use crate::services::filing::packs_for;
use crate::services::matters::{Opponent, file};
use crate::urls;
use crate::web::complaints::parts::Text;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState};
use crate::web::notices::{note_refused, posted};
use crate::web::page::{Page, Place, html, render, see_other};
use crate::web::session::Visitor;
use crate::web::uploads::Upload;
use crate::web::words;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Payload};
use askama::Template;

/// Longest name, in characters.
const NAME_MAX: usize = 200;

#[derive(Template)]
#[template(path = "matters/list.html")]
struct ListPage {
    page: Page,
    packs: Vec<Card>,
}

/// A procedure that can be begun.
struct Card {
    title: String,
    about: String,
    rules: String,
    href: String,
}

#[derive(Template)]
#[template(path = "matters/filing.html")]
struct FilingPage {
    page: Page,
    form: FormState,
    key: String,
    title: String,
    about: String,
    rules: String,
    countries: Vec<Choice>,
    questions: Vec<Question>,
    limit: String,
    texts: Vec<Text>,
    fees: Vec<String>,
}

/// `GET /matters`
pub async fn list(visitor: Visitor) -> PageResult {
    let page = visitor.page().at(Place::Start);
    let text = |pack: &Pack, part: &str| {
        let key = format!("pack-{}-{part}", pack.id());
        page.find(&key).unwrap_or(pack.id()).to_owned()
    };
    let packs = packs_for(&visitor.app, crate::domain::cases::Kind::Matter);
    let card = |pack: &std::sync::Arc<Pack>| Card {
        title: text(pack, "title"),
        about: text(pack, "about"),
        rules: urls::procedure(pack.id()),
        href: urls::matter_new(pack.id()),
    };
    let packs = packs.iter().map(card).collect();
    let title = page.t("matters-title").to_owned();
    let way = page.t("common-nav-start").to_owned();
    html(&ListPage {
        page: page.crumb(way, urls::start()).here(title),
        packs,
    })
}

/// The pack of this name, where matters are filed under it.
fn pack(visitor: &Visitor, name: &str) -> Result<std::sync::Arc<Pack>, WebError> {
    let found = visitor.app.pack(name);
    found
        .filter(|pack| pack.kind() == Kind::Matter)
        .ok_or(WebError::NotFound)
}

/// The document that a case under a pack begins with.
fn first(pack: &Pack) -> Result<&Document, WebError> {
    let mut steps = pack.transitions.iter();
    steps
        .find(|step| step.act == ActName::File)
        .and_then(|step| pack.document(step.needs.as_deref()?))
        .ok_or(WebError::NotFound)
}

/// `GET /matters/new/{pack}`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let pack = pack(&visitor, &path)?;
    let account = visitor.require_account()?;
    let mut form = FormState::new();
    form.set("own-name", &account.name);
    page(visitor, &pack, form, None, StatusCode::OK).await
}

async fn page(
    mut visitor: Visitor,
    pack: &Pack,
    form: FormState,
    key: Option<String>,
    status: StatusCode,
) -> PageResult {
    let page = visitor.form_page().await?.at(Place::Start);
    let paper = Form {
        pack,
        document: first(pack)?,
        about: pack.id().to_owned(),
    };
    let text = |part: &str| {
        let key = format!("pack-{}-{part}", pack.id());
        page.find(&key).unwrap_or(pack.id()).to_owned()
    };
    let (title, way) = (text("title"), page.t("matters-title").to_owned());
    let view = FilingPage {
        about: text("about"),
        rules: urls::procedure(pack.id()),
        countries: words::countries(&page.words)
            .into_iter()
            .map(|(code, name)| Choice::new(code, name))
            .collect(),
        questions: paper.questions(&page),
        limit: paper.limit(&page),
        texts: paper.declarations(&page),
        fees: crate::web::public::fees(&page, pack),
        key: key.unwrap_or_else(|| visitor.app.token()[..32].to_owned()),
        form,
        page: page.crumb(way, urls::matters()).here(title.as_str()),
        title,
    };
    render(&view, status)
}

/// `POST /matters/new/{pack}`
pub async fn send(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Path<String>,
) -> PageResult {
    let pack = pack(&visitor, &path)?;
    let account = visitor.require_account()?.clone();
    let Upload {
        posted,
        files,
        refused,
    } = posted(&request, payload, &visitor, 0).await?;
    let paper = Form {
        pack: &pack,
        document: first(&pack)?,
        about: pack.id().to_owned(),
    };
    let mut allowed: Vec<String> = [
        "form",
        "do",
        "own-name",
        "own-country",
        "other-name",
        "other-email",
        "other-country",
    ]
    .map(str::to_owned)
    .into();
    allowed.extend(paper.names());
    let allowed: Vec<&str> = allowed.iter().map(String::as_str).collect();
    posted.only(&allowed)?;
    let mut form = FormState::of(&posted);
    note_refused(&mut form, &refused);
    let countries = words::countries(&visitor.words());
    let codes: Vec<&str> = countries.iter().map(|(code, _)| *code).collect();
    let own_name = form.required("own-name", NAME_MAX, "matters-missing");
    let own_country = form.choose_from("own-country", &codes, "matters-missing");
    let other = Opponent {
        name: form.required("other-name", NAME_MAX, "matters-missing"),
        email: form.email("other-email").unwrap_or_default(),
        country: form
            .choose_from("other-country", &codes, "matters-missing")
            .unwrap_or_default()
            .to_owned(),
    };
    if account.confirmed_at.is_none() {
        form.error("own-name", "matters-unconfirmed");
    }
    if !other.email.is_empty() && other.email.eq_ignore_ascii_case(&account.email) {
        form.error("other-email", "refusal-same-party");
    }
    let own_country = own_country.unwrap_or_default().to_owned();
    let read = paper.read(&visitor, &mut form, files)?;
    let key = posted.name("").map(|name| format!("matter:{name}"));
    if !form.is_ok() {
        let key = Some(posted.get("form").to_owned()).filter(|key| !key.is_empty());
        return page(visitor, &pack, form, key, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let language = language(&visitor);
    let zone = visitor.zone.iana_name().unwrap_or("UTC").to_owned();
    let claimant = crate::domain::parties::Party {
        no: 1,
        role: crate::domain::Role::Claimant,
        name: own_name,
        email: account.email.clone(),
        country: own_country,
        language: language.clone(),
        zone,
        account: Some(account.id),
        organisation: None,
        address: String::new(),
    };
    let filing = Filing {
        pack: pack.id().to_owned(),
        respondent: other.seller(&language),
        language,
        claimant,
        filled: read.filled,
        exhibits: read.exhibits,
    };
    match file(&visitor.app, filing, key).await {
        Ok(filed) => Ok(see_other(urls::receipt(&filed.receipt.number))),
        Err(crate::services::acts::ActError::Refused(refusal)) => Err(WebError::Act {
            refusal: Box::new(refusal),
            kept: posted.kept(),
            back: urls::matter_new(pack.id()),
        }),
        Err(crate::services::acts::ActError::Storage(error)) => {
            Err(WebError::from(error).keeping(posted.kept()))
        }
    }
}
