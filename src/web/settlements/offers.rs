//! Offers: made, looked at, accepted on a page of their own, declined, answered with another, taken back.

use super::room::{WORDS_MAX, can_offer};
use super::{is_own, name_of, offer_of, offer_tone, open, terms_rows};
use crate::domain::Role;
use crate::domain::acts::{Act, Refusal};
use crate::domain::cases::Kind;
use crate::domain::complaints::Remedy;
use crate::domain::money::Money;
use crate::domain::settlements::rules::{MAX_INSTALMENTS, MAX_YEARS, end_of_day, last_day};
use crate::domain::settlements::{self, OfferState, Terms};
use crate::services::acts::ActError;
use crate::urls;
use crate::web::complaints::parts::{currencies, impossible};
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::parts::SumRow;
use crate::web::page::{Flash, Page, render, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use askama::Template;
use jiff::{Timestamp, ToSpan};
use serde::Deserialize;

/// Days that a form proposes for the answer and for doing what is offered.
const ANSWER_DAYS: i32 = 7;
const DUE_DAYS: i32 = 21;

/// What the address of the form says.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// the offer that is answered
    #[serde(default)]
    counter: Option<u32>,
}

#[derive(Template)]
#[template(path = "settlements/offer_new.html")]
struct NewOffer {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    is_proposal: bool,
    counter: Option<u32>,
    tracks: Vec<Choice>,
    remedies: Vec<Choice>,
    debtors: Vec<Choice>,
    currencies: Vec<Choice>,
    max: usize,
    back: String,
}

/// `GET /cases/{number}/settlement/offers/new`
pub async fn ask(visitor: Visitor, path: Path<String>, asked: Query<Asked>) -> PageResult {
    let scope = open(visitor, &path).await?;
    let mut form = FormState::new();
    let today = scope.now.to_zoned(scope.visitor.zone.clone()).date();
    let later = |days: i32| today.checked_add(days.days()).unwrap_or(today).to_string();
    form.set("instalments", "1")
        .set("debtor", Role::Respondent.as_str())
        .set("due", later(DUE_DAYS))
        .set("open", later(ANSWER_DAYS));
    form.set("track", scope.track().to_string());
    if let Some(no) = asked.counter {
        let terms = offer_of(&scope, no)?.terms;
        form.set("remedy", terms.remedy.as_str())
            .set("instalments", terms.instalments.to_string())
            .set("debtor", terms.debtor.as_str());
        form.set("due", terms.due_on.to_string())
            .set("text", terms.text);
        if let Some(amount) = terms.amount {
            form.set("amount", amount.plain())
                .set("currency", amount.currency);
        }
    }
    page(scope, form, asked.counter, StatusCode::OK).await
}

fn remedies(scope: &CaseScope) -> Vec<Remedy> {
    let fits = |remedy: &Remedy| match remedy {
        Remedy::RestoreListing | Remedy::KeepDown => scope.file.kind == Kind::Notice,
        Remedy::Refund
        | Remedy::PartialRefund
        | Remedy::ReturnThenRefund
        | Remedy::Replacement
        | Remedy::Repair => scope.file.kind == Kind::Complaint,
        Remedy::Apology | Remedy::Payment | Remedy::Other => true,
    };
    Remedy::ALL.iter().copied().filter(fits).collect()
}

async fn page(
    mut scope: CaseScope,
    form: FormState,
    counter: Option<u32>,
    status: StatusCode,
) -> PageResult {
    if !can_offer(&scope) {
        let state = scope
            .file
            .track(scope.track())
            .map(|track| track.state.clone())
            .unwrap_or_default();
        return Err(scope.refused(
            &Posted::default(),
            ActError::Refused(Refusal::NotNow {
                act: "settlement.offer".into(),
                state,
            }),
        ));
    }
    let page = scope.form_page().await?;
    let file = &scope.file;
    let tracks: Vec<u32> = file
        .tracks
        .iter()
        .map(|track| track.no)
        .filter(|no| is_own(&scope, *no))
        .collect();
    let track = counter
        .and_then(|no| file.offers.iter().find(|o| o.no == no))
        .map_or_else(|| scope.track(), |offer| offer.track);
    let view = NewOffer {
        is_proposal: scope.actor.role == Role::CaseManager,
        counter,
        tracks: if tracks.len() > 1 && counter.is_none() {
            tracks
                .iter()
                .map(|no| Choice::new(no.to_string(), name_of(file, *no, Role::Respondent)))
                .collect()
        } else {
            Vec::new()
        },
        remedies: remedies(&scope)
            .into_iter()
            .map(|remedy| {
                Choice::new(
                    remedy.as_str(),
                    words::said(&page.words, "remedy", remedy.as_str()),
                )
            })
            .collect(),
        debtors: [Role::Respondent, Role::Claimant]
            .map(|role| {
                let side = words::role(&page.words, role);
                let name = name_of(file, track, role);
                let hint = if scope.actor.role == role {
                    page.with1("settlements-debtor-you", "side", side)
                } else {
                    side
                };
                Choice::new(role.as_str(), name).hint(hint)
            })
            .into(),
        currencies: currencies(),
        max: WORDS_MAX,
        back: urls::settlement(&file.number),
        hidden: scope.hidden(),
        frame: scope.frame(Part::Settlement),
        form,
        page: page
            .clone()
            .crumb(
                page.t("settlements-title").to_owned(),
                urls::settlement(&file.number),
            )
            .here(page.t("settlements-new-title").to_owned()),
    };
    render(&view, status)
}

/// `POST /cases/{number}/settlement/offers/new`
pub async fn make(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    posted.only(&[
        "seen",
        "form",
        "do",
        "counter",
        "track",
        "remedy",
        "amount",
        "currency",
        "instalments",
        "due-*",
        "debtor",
        "text",
        "open-*",
    ])?;
    let mut scope = open(visitor, &path).await?;
    if scope.sent_before(&posted).await?.is_some() {
        return Ok(see_other(urls::settlement(&scope.file.number)));
    }
    let counter: Option<u32> = posted.get("counter").parse().ok();
    let answered = counter.map(|no| offer_of(&scope, no)).transpose()?;
    let mut form = FormState::of(&posted);
    let track = match answered {
        Some(offer) => offer.track,
        None => form
            .value("track")
            .parse()
            .ok()
            .filter(|no| scope.file.track(*no).is_some() && is_own(&scope, *no))
            .unwrap_or_else(|| scope.track()),
    };
    let today = scope.now.to_zoned(scope.visitor.zone.clone()).date();
    let terms = terms(&mut form, &scope, today);
    let open_on = form.date("open", "settlements-open-error");
    let zone = scope.visitor.zone.iana_name().unwrap_or("UTC").to_owned();
    let open_until = open_on.map(|day| end_of_day(day, &zone));
    if open_until.is_some_and(|until| until <= scope.now) {
        form.error("open", "settlements-open-past");
    } else if open_on.is_some_and(|day| day > last_day(today)) {
        form.error_with(
            "open",
            "settlements-open-far",
            vec![("years", i64::from(MAX_YEARS).into())],
        );
    }
    if let (Some(terms), Some(open_on)) = (&terms, open_on)
        && !form.has_error("open")
        && terms.due_on < open_on
    {
        form.error("due", "settlements-due-before-end");
    }
    let (Some(terms), Some(open_until), true) = (terms, open_until, form.is_ok()) else {
        return page(scope, form, counter, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let act = Act::Settlement(settlements::Act::Offer {
        track,
        terms,
        open_until,
        counter_to: counter,
    });
    if let Err(error) = scope.perform(&posted, act).await {
        return Err(scope.refused(&posted, error));
    }
    scope
        .flash(Flash::done("settlements-flash-offered"))
        .await?;
    Ok(see_other(urls::settlement(&scope.file.number)))
}

fn terms(form: &mut FormState, scope: &CaseScope, today: jiff::civil::Date) -> Option<Terms> {
    let remedy =
        Remedy::parse(form.value("remedy")).filter(|remedy| remedies(scope).contains(remedy));
    if remedy.is_none() {
        form.error("remedy", "settlements-remedy-error");
    }
    let asks_money = remedy.is_some_and(Remedy::needs_money) || !form.value("amount").is_empty();
    let amount = if asks_money {
        form.money("amount", "currency", "settlements-amount-error")
    } else {
        None
    };
    let instalments = form.integer("instalments", 1..=i64::from(MAX_INSTALMENTS));
    if let (Some((minor, _)), Some(parts)) = (&amount, instalments)
        && *minor < parts
    {
        form.error("instalments", "settlements-instalments-small");
    }
    let due_on = form.date("due", "settlements-due-error");
    if due_on.is_some_and(|day| day < today) {
        form.error("due", "settlements-due-past");
    } else if due_on.is_some_and(|day| day > last_day(today)) {
        form.error_with(
            "due",
            "settlements-due-far",
            vec![("years", i64::from(MAX_YEARS).into())],
        );
    }
    let debtor = Role::parse(form.value("debtor")).filter(|role| scope.file.is_side(*role));
    if debtor.is_none() {
        form.error("debtor", "settlements-debtor-error");
    }
    let text = if remedy == Some(Remedy::Other) {
        form.required("text", WORDS_MAX, "settlements-text-error")
    } else {
        form.optional("text", WORDS_MAX).unwrap_or_default()
    };
    Some(Terms {
        remedy: remedy?,
        // Only money comes in parts.
        instalments: match amount {
            Some(_) => instalments.and_then(|count| u32::try_from(count).ok())?,
            None => 1,
        },
        amount: amount.map(|(minor, currency)| Money { minor, currency }),
        due_on: due_on?,
        debtor: debtor?,
        text,
    })
}

#[derive(Template)]
#[template(path = "settlements/offer.html")]
struct OfferPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    title: String,
    rows: Vec<SumRow>,
    state: String,
    tone: &'static str,
    until: Timestamp,
    reason: String,
    can_answer: bool,
    can_counter: bool,
    can_withdraw: bool,
    is_proposal: bool,
    href: String,
    counter: String,
    max: usize,
}

/// `GET /cases/{number}/settlement/offers/{no}`
pub async fn show(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    let scope = open(visitor, &number).await?;
    offer_page(scope, no, FormState::new(), StatusCode::OK).await
}

fn rows(page: &Page, scope: &CaseScope, offer: &settlements::Offer) -> Vec<SumRow> {
    let by = if scope.file.is_side(offer.by) {
        name_of(&scope.file, offer.track, offer.by)
    } else {
        words::role(&page.words, offer.by)
    };
    let mut rows = vec![SumRow::new(page.t("settlements-by"), by)];
    rows.extend(terms_rows(page, &scope.file, offer.track, &offer.terms));
    for role in &offer.accepted_by {
        rows.push(SumRow::new(
            page.t("settlements-accepted-by"),
            name_of(&scope.file, offer.track, *role),
        ));
    }
    rows
}

async fn offer_page(
    mut scope: CaseScope,
    no: u32,
    form: FormState,
    status: StatusCode,
) -> PageResult {
    let offer = offer_of(&scope, no)?;
    let page = scope.form_page().await?;
    let number = scope.file.number.clone();
    let would = |act| scope.would_accept(&Act::Settlement(act));
    let title = page.with1("settlements-offer-title", "no", no);
    let can_answer = would(settlements::Act::Decline {
        offer: no,
        reason: String::new(),
    });
    let view = OfferPage {
        rows: rows(&page, &scope, &offer),
        state: words::said(&page.words, "offer", offer.state.as_str()),
        tone: offer_tone(offer.state),
        until: offer.open_until,
        reason: offer.reason.clone(),
        can_answer,
        can_counter: can_answer && can_offer(&scope),
        can_withdraw: would(settlements::Act::Withdraw { offer: no }),
        is_proposal: !scope.file.is_side(offer.by),
        href: urls::offer(&number, no),
        counter: urls::with_query(&urls::offer_new(&number), &[("counter", &no.to_string())]),
        max: WORDS_MAX,
        hidden: scope.hidden(),
        frame: scope.frame(Part::Settlement),
        form,
        title: title.clone(),
        page: page
            .clone()
            .crumb(
                page.t("settlements-title").to_owned(),
                urls::settlement(&number),
            )
            .here(title),
    };
    render(&view, status)
}

#[derive(Template)]
#[template(path = "settlements/accept.html")]
struct AcceptPage {
    page: Page,
    frame: CaseFrame,
    hidden: Hidden,
    rows: Vec<SumRow>,
    is_proposal: bool,
    back: String,
}

/// `GET /cases/{number}/settlement/offers/{no}/accept`
pub async fn confirm(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    let mut scope = open(visitor, &number).await?;
    let offer = offer_of(&scope, no)?;
    let act = Act::Settlement(settlements::Act::Accept { offer: no });
    if !scope.would_accept(&act) {
        return Err(impossible(&scope, &act));
    }
    let page = scope.form_page().await?;
    let view = AcceptPage {
        rows: rows(&page, &scope, &offer),
        is_proposal: !scope.file.is_side(offer.by),
        back: urls::offer(&scope.file.number, no),
        hidden: scope.hidden(),
        frame: scope.frame(Part::Settlement),
        page: page
            .clone()
            .crumb(
                page.t("settlements-title").to_owned(),
                urls::settlement(&scope.file.number),
            )
            .here(page.t("settlements-accept-title").to_owned()),
    };
    render(&view, StatusCode::OK)
}

/// `POST /cases/{number}/settlement/offers/{no}/accept`
pub async fn accept(visitor: Visitor, path: Path<(String, u32)>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do"])?;
    let (number, no) = path.into_inner();
    let scope = open(visitor, &number).await?;
    offer_of(&scope, no)?;
    if scope.sent_before(&posted).await?.is_none()
        && let Err(error) = scope
            .perform(
                &posted,
                Act::Settlement(settlements::Act::Accept { offer: no }),
            )
            .await
    {
        return Err(scope.refused(&posted, error));
    }
    // The case is read again: a proposal needs the other side as well.
    let mut scope = open(scope.visitor, &number).await?;
    let done = offer_of(&scope, no)?.state == OfferState::Accepted;
    let flash = if done {
        Flash::done("settlements-flash-accepted")
    } else {
        Flash::info("settlements-flash-supported")
    };
    scope.flash(flash).await?;
    Ok(see_other(if done {
        urls::agreement(&scope.file.number)
    } else {
        urls::offer(&scope.file.number, no)
    }))
}

/// `POST /cases/{number}/settlement/offers/{no}/decline`
pub async fn decline(visitor: Visitor, path: Path<(String, u32)>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "reason"])?;
    let (number, no) = path.into_inner();
    let scope = open(visitor, &number).await?;
    let mut form = FormState::of(&posted);
    let reason = form.optional("reason", WORDS_MAX).unwrap_or_default();
    if !form.is_ok() {
        return offer_page(scope, no, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    close(
        scope,
        no,
        &posted,
        settlements::Act::Decline { offer: no, reason },
        Flash::done("settlements-flash-declined"),
    )
    .await
}

/// `POST /cases/{number}/settlement/offers/{no}/withdraw`
pub async fn withdraw(visitor: Visitor, path: Path<(String, u32)>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do"])?;
    let (number, no) = path.into_inner();
    let scope = open(visitor, &number).await?;
    close(
        scope,
        no,
        &posted,
        settlements::Act::Withdraw { offer: no },
        Flash::done("settlements-flash-withdrawn"),
    )
    .await
}

async fn close(
    mut scope: CaseScope,
    no: u32,
    posted: &Posted,
    act: settlements::Act,
    flash: Flash,
) -> Result<actix_web::HttpResponse, WebError> {
    offer_of(&scope, no)?;
    if scope.sent_before(posted).await?.is_none() {
        if let Err(error) = scope.perform(posted, Act::Settlement(act)).await {
            return Err(scope.refused(posted, error));
        }
        scope.flash(flash).await?;
    }
    Ok(see_other(urls::settlement(&scope.file.number)))
}
