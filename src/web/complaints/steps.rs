//! The steps of a complaint: one small group of questions a page.

use super::parts::{Text, currencies, given, must_declare, texts};
use super::wizard::{Frame, Wizard};
use crate::domain::complaints::{Problem, Remedy};
use crate::domain::ids::{DraftId, OrganisationId};
use crate::domain::money::Money;
use crate::i18n::Locale;
use crate::services::complaints::{Step, attestations, pack, packs};
use crate::services::drafts::{self, FILES_MAX};
use crate::storage::accounts::{OrganisationKind, list_organisations};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::notices::steps::evidence::{change, kinds, papers_of, row};
use crate::web::notices::{note_refused, posted as read_form};
use crate::web::page::parts::FileRow;
use crate::web::page::{Page, render, see_other};
use crate::web::session::Visitor;
use crate::web::uploads::Upload;
use crate::web::words;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Payload, Query};
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

/// Longest text of the page, in characters.
pub const TEXT_MAX: usize = 8_000;
const LINE_MAX: usize = 300;
/// Fields that every step's form has besides its own.
const ALWAYS: [&str; 5] = ["version", "to-check", "do", "draft", "csrf"];
/// The remedies that a consumer chooses from; the others are for agreements and orders.
const REMEDIES: [Remedy; 7] = [
    Remedy::Refund,
    Remedy::PartialRefund,
    Remedy::ReturnThenRefund,
    Remedy::Replacement,
    Remedy::Repair,
    Remedy::Apology,
    Remedy::Other,
];

/// What an address of a step says.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// the draft
    #[serde(default)]
    pub draft: String,
    /// "yes" to go back to the last page after this step
    #[serde(default, rename = "to-check")]
    pub to_check: String,
}

impl Asked {
    /// The draft named in the address.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn id(&self) -> Result<DraftId, WebError> {
        self.draft.parse().map_err(|_| WebError::NotFound)
    }
}

#[derive(Template)]
#[template(path = "complaints/step.html")]
struct StepPage {
    page: Page,
    frame: Frame,
    form: FormState,
    max: usize,
    marketplaces: Vec<Choice>,
    problems: Vec<Choice>,
    remedies: Vec<Choice>,
    currencies: Vec<Choice>,
    countries: Vec<Choice>,
    languages: Vec<Choice>,
    rules: Vec<Choice>,
    texts: Vec<Text>,
    files: Vec<FileRow>,
    kinds: Vec<Choice>,
    /// the account's address, which cannot be changed here; empty without an account
    email: String,
}

/// `GET /complaints/new/{step}`
pub async fn show(visitor: Visitor, path: Path<String>, asked: Query<Asked>) -> PageResult {
    let step = Step::parse(&path).ok_or(WebError::NotFound)?;
    let id = asked.id()?;
    let app = std::sync::Arc::clone(&visitor.app);
    let is_known = visitor.account.is_some();
    let mut wizard = match Wizard::open(visitor, id, step).await {
        Ok(wizard) => wizard,
        // A draft that was sent leads to its receipt.
        Err(WebError::NotFound) if is_known => {
            let receipt = drafts::receipt(&app, id).await?.ok_or(WebError::NotFound)?;
            return Ok(super::parts::after(&receipt));
        }
        Err(error) => return Err(error),
    };
    wizard.to_check = asked.to_check == "yes";
    if step == Step::Check {
        return super::send::check(wizard, StatusCode::OK).await;
    }
    let form = fill(&wizard)?;
    page(wizard, form, StatusCode::OK).await
}

fn fill(wizard: &Wizard) -> Result<FormState, WebError> {
    let account = wizard.visitor.account.as_ref();
    let own_language = wizard.visitor.locale.tag();
    let pack = pack(&wizard.visitor.app, &wizard.draft.data)?;
    Ok(wizard.form(|form, draft| match wizard.step {
        Step::Bought => {
            let marketplace = match draft.marketplace {
                Some(id) => id.to_string(),
                None if draft.marketplace_name.is_empty() => String::new(),
                None => "other".to_owned(),
            };
            form.set("order", &draft.order_reference)
                .set("goods", &draft.goods)
                .set("marketplace", marketplace);
            if draft.marketplace.is_none() {
                form.set("marketplace-name", &draft.marketplace_name);
            }
            if let Some(day) = draft.ordered_on {
                form.set("ordered", day.to_string());
            }
        }
        Step::Seller => {
            form.set("name", &draft.seller_name)
                .set("email", &draft.seller_email)
                .set("country", &draft.seller_country);
        }
        Step::Wrong => {
            form.set("problem", &draft.problem)
                .set("statement", &draft.statement);
        }
        Step::Tried => {
            form.set("tried", &draft.tried);
        }
        Step::Remedy => {
            form.set("remedy", &draft.remedy);
            if let Some(amount) = &draft.amount {
                form.set("amount", amount.plain())
                    .set("currency", &amount.currency);
            }
        }
        Step::You => {
            let name = if draft.your_name.is_empty() {
                account.map_or("", |account| &account.name)
            } else {
                &draft.your_name
            };
            let language = if draft.your_language.is_empty() {
                own_language
            } else {
                &draft.your_language
            };
            form.set("name", name)
                .set("email", &draft.your_email)
                .set("country", &draft.your_country)
                .set("language", language);
        }
        Step::Declarations => {
            form.set("rules", pack.id());
            for attestation in attestations(&pack, "complaint") {
                if draft
                    .declarations
                    .iter()
                    .any(|d| d.id == attestation.id && d.version == attestation.version.to_string())
                {
                    form.set(&super::parts::field(attestation), "yes");
                }
            }
        }
        Step::Evidence | Step::Check => {}
    }))
}

/// The procedures to choose from, each with whom it is for; none where there is but one.
fn rules(wizard: &Wizard, page: &Page) -> Vec<Choice> {
    let offered = packs(&wizard.visitor.app, &wizard.draft.data);
    if offered.len() < 2 {
        return Vec::new();
    }
    let word = |id: &str, part: &str| {
        let found = page.find(&format!("pack-{id}-{part}"));
        found.unwrap_or_default().to_owned()
    };
    let choices = offered.iter().map(|pack| {
        let about = word(pack.id(), "about");
        Choice::new(pack.id(), word(pack.id(), "title")).hint(&about)
    });
    choices.collect()
}

async fn page(mut wizard: Wizard, form: FormState, status: StatusCode) -> PageResult {
    let marketplaces = if wizard.step == Step::Bought {
        marketplaces(&wizard.visitor).await?
    } else {
        Vec::new()
    };
    let (page, frame) = wizard.dress().await?;
    let pack = pack(&wizard.visitor.app, &wizard.draft.data)?;
    let other = Choice::new("other", page.t("complaints-marketplace-other"));
    let problem = |kind: &Problem| {
        Choice::new(
            kind.as_str(),
            words::said(&page.words, "problem", kind.as_str()),
        )
        .hint(page.t(&format!("complaints-problem-{}", kind.as_str())))
    };
    let remedy = |kind: Remedy| {
        Choice::new(
            kind.as_str(),
            words::said(&page.words, "remedy", kind.as_str()),
        )
        .hint(page.t(&format!("complaints-remedy-{}", kind.as_str())))
    };
    let view = StepPage {
        max: TEXT_MAX,
        marketplaces: marketplaces
            .into_iter()
            .map(|(id, name)| Choice::new(id.to_string(), name))
            .chain([other])
            .collect(),
        problems: Problem::ALL.iter().map(problem).collect(),
        remedies: REMEDIES.into_iter().map(remedy).collect(),
        currencies: currencies(),
        countries: words::countries(&page.words)
            .into_iter()
            .map(|(code, name)| Choice::new(code, name))
            .collect(),
        languages: Locale::ALL
            .into_iter()
            .map(|locale| Choice::new(locale.tag(), locale.own_name()))
            .collect(),
        texts: texts(&page, &pack, &attestations(&pack, "complaint")),
        rules: rules(&wizard, &page),
        files: wizard
            .draft
            .data
            .papers
            .iter()
            .map(|paper| row(&page, paper))
            .collect(),
        kinds: kinds(&page),
        email: wizard
            .visitor
            .account
            .as_ref()
            .map(|account| account.email.clone())
            .unwrap_or_default(),
        form,
        frame,
        page,
    };
    render(&view, status)
}

async fn marketplaces(visitor: &Visitor) -> Result<Vec<(OrganisationId, String)>, WebError> {
    let rows = visitor
        .app
        .store
        .read(|tx| list_organisations(tx, Some(OrganisationKind::Marketplace), 200))
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// The page again: with errors, or because another window saved first.
async fn again(wizard: Wizard, form: FormState) -> PageResult {
    let status = if form.is_ok() {
        StatusCode::CONFLICT
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    page(wizard, form, status).await
}

/// `POST /complaints/new/{step}`
pub async fn take(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Path<String>,
    asked: Query<Asked>,
) -> PageResult {
    let step = Step::parse(&path).ok_or(WebError::NotFound)?;
    let mut wizard = Wizard::open(visitor, asked.id()?, step).await?;
    let used = wizard
        .draft
        .data
        .papers
        .iter()
        .map(|paper| paper.file.size_bytes)
        .sum();
    let upload = read_form(&request, payload, &wizard.visitor, used).await?;
    if step == Step::Evidence {
        return evidence(wizard, upload).await;
    }
    let posted = upload.posted;
    wizard.compare(&posted);
    let mut form = FormState::of(&posted);
    if wizard.is_newer {
        return again(wizard, form).await;
    }
    if posted.get("do") == "later" {
        let typed = posted
            .fields()
            .iter()
            .filter(|(name, _)| !ALWAYS.contains(&name.as_str()))
            .cloned()
            .collect();
        wizard
            .draft
            .data
            .typed
            .insert(step.as_str().to_owned(), typed);
    } else {
        match step {
            Step::Bought => bought(&mut wizard, &posted, &mut form).await?,
            Step::Seller => seller(&mut wizard, &posted, &mut form)?,
            Step::Wrong => wrong(&mut wizard, &posted, &mut form)?,
            Step::Tried => tried(&mut wizard, &posted, &mut form)?,
            Step::Remedy => remedy(&mut wizard, &posted, &mut form)?,
            Step::You => you(&mut wizard, &posted, &mut form)?,
            Step::Declarations => declarations(&mut wizard, &posted, &mut form)?,
            Step::Evidence | Step::Check => return Ok(see_other(wizard.href(Step::Check))),
        }
        if !form.is_ok() {
            return again(wizard, form).await;
        }
        wizard.draft.data.typed.remove(step.as_str());
    }
    if !wizard.save().await? {
        return again(wizard, form).await;
    }
    wizard.go(&posted).await
}

/// Files that were uploaded are added to the newest version: they cannot write over anything.
async fn evidence(mut wizard: Wizard, upload: Upload) -> PageResult {
    only(&upload.posted, &["remove", "kind", "files"])?;
    wizard.compare(&upload.posted);
    let mut form = FormState::of(&upload.posted);
    let new = papers_of(&upload, &[""]);
    if wizard.draft.data.papers.len() + new.len() > FILES_MAX {
        form.error_with(
            "files",
            "complaints-evidence-many",
            vec![("max", FILES_MAX.into())],
        );
        return again(wizard, form).await;
    }
    for _ in 0..3 {
        change(
            &mut wizard.draft.data.papers,
            &new,
            upload.posted.get("remove"),
        );
        wizard.draft.data.papers_seen |= upload.posted.get("do") == "next";
        if !wizard.save().await? {
            continue;
        }
        wizard.is_newer = false;
        // Files that could not be taken are named; the others are kept.
        note_refused(&mut form, &upload.refused);
        return if form.is_ok() {
            wizard.go(&upload.posted).await
        } else {
            again(wizard, form).await
        };
    }
    again(wizard, form).await
}

fn only(posted: &Posted, own: &[&str]) -> Result<(), WebError> {
    let names: Vec<&str> = ALWAYS.iter().chain(own).copied().collect();
    posted.only(&names)
}

async fn bought(
    wizard: &mut Wizard,
    posted: &Posted,
    form: &mut FormState,
) -> Result<(), WebError> {
    only(
        posted,
        &[
            "order",
            "marketplace",
            "marketplace-name",
            "goods",
            "ordered-*",
        ],
    )?;
    let order_reference = form.required("order", LINE_MAX, "complaints-order-error");
    let known = marketplaces(&wizard.visitor).await?;
    let chosen = known
        .into_iter()
        .find(|(id, _)| id.to_string() == form.value("marketplace"));
    let (marketplace, marketplace_name) = match chosen {
        Some((id, name)) => (Some(id), name),
        None if form.value("marketplace") == "other" => (
            None,
            form.required(
                "marketplace-name",
                LINE_MAX,
                "complaints-marketplace-name-error",
            ),
        ),
        None => {
            form.error("marketplace", "complaints-marketplace-error");
            (None, String::new())
        }
    };
    let goods = form.required("goods", LINE_MAX, "complaints-goods-error");
    let ordered_on: Option<Date> = form.optional_date("ordered");
    let today = wizard
        .visitor
        .app
        .now()
        .to_zoned(wizard.visitor.zone.clone())
        .date();
    if ordered_on.is_some_and(|day| day > today) {
        form.error("ordered", "complaints-ordered-error");
    }
    let draft = &mut wizard.draft.data;
    (draft.order_reference, draft.goods, draft.ordered_on) = (order_reference, goods, ordered_on);
    (draft.marketplace, draft.marketplace_name) = (marketplace, marketplace_name);
    Ok(())
}

fn seller(wizard: &mut Wizard, posted: &Posted, form: &mut FormState) -> Result<(), WebError> {
    only(posted, &["name", "email", "country"])?;
    let name = form.required("name", LINE_MAX, "complaints-seller-error");
    let email = form.optional_email("email").unwrap_or_default();
    let own = wizard
        .visitor
        .account
        .as_ref()
        .map_or(wizard.draft.data.your_email.as_str(), |account| {
            &account.email
        });
    if !email.is_empty() && email.eq_ignore_ascii_case(own) {
        form.error("email", "complaints-seller-self");
    }
    let country = form.value("country").to_owned();
    if !country.is_empty() && !words::COUNTRIES.contains(&country.as_str()) {
        form.error("country", "complaints-country-error");
    }
    let draft = &mut wizard.draft.data;
    (draft.seller_name, draft.seller_email, draft.seller_country) = (name, email, country);
    Ok(())
}

fn wrong(wizard: &mut Wizard, posted: &Posted, form: &mut FormState) -> Result<(), WebError> {
    only(posted, &["problem", "statement"])?;
    let problem = Problem::parse(form.value("problem"));
    if problem.is_none() {
        form.error("problem", "complaints-problem-error");
    }
    wizard.draft.data.problem = problem
        .map(|problem| problem.as_str().to_owned())
        .unwrap_or_default();
    wizard.draft.data.statement =
        form.required("statement", TEXT_MAX, "complaints-statement-error");
    Ok(())
}

fn tried(wizard: &mut Wizard, posted: &Posted, form: &mut FormState) -> Result<(), WebError> {
    only(posted, &["tried"])?;
    wizard.draft.data.tried = form.optional("tried", TEXT_MAX).unwrap_or_default();
    wizard.draft.data.tried_seen = true;
    Ok(())
}

fn remedy(wizard: &mut Wizard, posted: &Posted, form: &mut FormState) -> Result<(), WebError> {
    only(posted, &["remedy", "amount", "currency"])?;
    let remedy = Remedy::parse(form.value("remedy")).filter(|remedy| REMEDIES.contains(remedy));
    if remedy.is_none() {
        form.error("remedy", "complaints-remedy-error");
    }
    // An amount may stand beside a repair as well: it says what the dispute is worth.
    let asks_money = remedy.is_some_and(Remedy::needs_money) || !form.value("amount").is_empty();
    let amount = if asks_money {
        form.money("amount", "currency", "complaints-amount-error")
    } else {
        None
    };
    wizard.draft.data.remedy = remedy
        .map(|remedy| remedy.as_str().to_owned())
        .unwrap_or_default();
    wizard.draft.data.amount = amount.map(|(minor, currency)| Money { minor, currency });
    Ok(())
}

fn you(wizard: &mut Wizard, posted: &Posted, form: &mut FormState) -> Result<(), WebError> {
    only(posted, &["name", "email", "country", "language"])?;
    let name = form.required("name", LINE_MAX, "complaints-you-error");
    let email = match &wizard.visitor.account {
        Some(account) => account.email.clone(),
        None => form.email("email").unwrap_or_default().to_lowercase(),
    };
    if !email.is_empty() && email.eq_ignore_ascii_case(&wizard.draft.data.seller_email) {
        form.error("email", "complaints-seller-self");
    }
    let country = form
        .choose_from("country", &words::COUNTRIES, "complaints-country-error")
        .unwrap_or_default()
        .to_owned();
    let tags = Locale::ALL.map(|locale| locale.tag());
    let language = form
        .choose_from("language", &tags, "complaints-language-error")
        .unwrap_or_default()
        .to_owned();
    let draft = &mut wizard.draft.data;
    (
        draft.your_name,
        draft.your_email,
        draft.your_country,
        draft.your_language,
    ) = (name, email, country, language);
    Ok(())
}

fn declarations(
    wizard: &mut Wizard,
    posted: &Posted,
    form: &mut FormState,
) -> Result<(), WebError> {
    only(posted, &["declare-*", "rules"])?;
    let offered = packs(&wizard.visitor.app, &wizard.draft.data);
    if offered.len() > 1 && !form.value("rules").is_empty() {
        let ids: Vec<&str> = offered.iter().map(|pack| pack.id()).collect();
        if let Some(chosen) = form.choose_from("rules", &ids, "complaints-rules-choose") {
            wizard.draft.data.rules = chosen.to_owned();
        }
    }
    let pack = pack(&wizard.visitor.app, &wizard.draft.data)?;
    let asked = attestations(&pack, "complaint");
    must_declare(form, &asked);
    wizard.draft.data.declarations = given(&wizard.visitor, &asked);
    Ok(())
}

/// `GET /complaints/new/?draft=…`: goes on where it stopped.
pub async fn resume(visitor: Visitor, asked: Query<Asked>) -> PageResult {
    if asked.draft.is_empty() {
        return Ok(see_other(urls::complaint_new()));
    }
    let wizard = Wizard::open(visitor, asked.id()?, Step::Check).await?;
    if wizard.draft.data.waiting.is_some() {
        return Ok(see_other(super::wizard::href(wizard.draft.id, "waiting")));
    }
    let open = wizard
        .draft
        .data
        .first_open(&*pack(&wizard.visitor.app, &wizard.draft.data)?);
    Ok(see_other(wizard.href(open)))
}
