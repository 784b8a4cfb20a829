//! The room itself: the open offer, all offers, what is owed; the agreement; marking, confirming and
//! disputing performance.

use super::{Owed, is_own, name_of, offer_tone, open, owed, short_terms, terms_rows};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::procedures::ActName;
use crate::domain::settlements::{self, OfferState};
use crate::services::agreements;
use crate::storage::docket;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::parts::SumRow;
use crate::web::page::{Flash, Page, html, render, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::Timestamp;

/// Longest proof or reason, in characters.
pub const WORDS_MAX: usize = 4_000;

#[derive(Template)]
#[template(path = "settlements/room.html")]
struct Room {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    open: Vec<Open>,
    rows: Vec<Line>,
    owed: Vec<Owed>,
    findings: Vec<Choice>,
    can_offer: bool,
    has_agreement: bool,
    offer_new: String,
    agreement: String,
    max: usize,
}

/// The open offer in full.
struct Open {
    no: u32,
    by: String,
    is_own: bool,
    terms: Vec<SumRow>,
    until: Timestamp,
    href: String,
    can_answer: bool,
}

/// An offer in the table.
struct Line {
    no: u32,
    href: String,
    by: String,
    terms: String,
    until: Timestamp,
    state: String,
    tone: &'static str,
}

/// `GET /cases/{number}/settlement`
pub async fn show(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = open(visitor, &path).await?;
    page(scope, FormState::new(), StatusCode::OK).await
}

/// Whether the pack lets offers be made in one of the reader's tracks now.
pub fn can_offer(scope: &CaseScope) -> bool {
    let talks = |state: &str| scope.pack.state(state).is_some_and(|state| state.offers);
    // A proposal of the case manager is a step of the pack as well.
    let may = |track: u32| {
        scope.actor.role != Role::CaseManager || scope.step_open(track, ActName::ProposeSettlement)
    };
    !scope.file.only_reads(&scope.actor)
        && scope
            .file
            .tracks
            .iter()
            .any(|track| is_own(scope, track.no) && talks(&track.state) && may(track.no))
}

async fn page(mut scope: CaseScope, form: FormState, status: StatusCode) -> PageResult {
    let page = scope.form_page().await?;
    let file = &scope.file;
    let by = |offer: &settlements::Offer| {
        if file.is_side(offer.by) {
            name_of(file, offer.track, offer.by)
        } else {
            words::role(&page.words, offer.by)
        }
    };
    let offers: Vec<_> = file
        .offers
        .iter()
        .rev()
        .filter(|offer| is_own(&scope, offer.track))
        .collect();
    let opened = offers
        .iter()
        .filter(|offer| offer.state == OfferState::Open)
        .map(|offer| Open {
            no: offer.no,
            by: by(offer),
            is_own: offer.by == scope.actor.role,
            terms: terms_rows(&page, file, offer.track, &offer.terms),
            until: offer.open_until,
            href: urls::offer(&file.number, offer.no),
            can_answer: scope.would_accept(&Act::Settlement(settlements::Act::Accept {
                offer: offer.no,
            })),
        });
    let lines = offers.iter().map(|offer| Line {
        no: offer.no,
        href: urls::offer(&file.number, offer.no),
        by: by(offer),
        terms: short_terms(&page, &offer.terms),
        until: offer.open_until,
        state: words::said(&page.words, "offer", offer.state.as_str()),
        tone: offer_tone(offer.state),
    });
    let view = Room {
        open: opened.collect(),
        rows: lines.collect(),
        owed: file
            .obligations
            .iter()
            .filter(|o| is_own(&scope, o.track))
            .map(|o| owed(&scope, &page, o))
            .collect(),
        findings: vec![
            Choice::new("done", page.t("settlements-determine-yes")),
            Choice::new("not-done", page.t("settlements-determine-no")),
        ],
        can_offer: can_offer(&scope),
        has_agreement: offers
            .iter()
            .any(|offer| offer.state == OfferState::Accepted),
        offer_new: urls::offer_new(&file.number),
        agreement: urls::agreement(&file.number),
        max: WORDS_MAX,
        frame: scope.frame(Part::Settlement),
        form,
        page: page.clone().here(page.t("settlements-title").to_owned()),
    };
    render(&view, status)
}

#[derive(Template)]
#[template(path = "settlements/agreement.html")]
struct AgreementPage {
    page: Page,
    frame: CaseFrame,
    agreed: Vec<Agreed>,
    owed: Vec<Owed>,
    room: String,
}

/// An accepted offer.
struct Agreed {
    no: u32,
    at: Timestamp,
    terms: Vec<SumRow>,
    pdf: String,
}

/// `GET /cases/{number}/settlement/agreement`
pub async fn agreement(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = open(visitor, &path).await?;
    let page = scope.page();
    let file = &scope.file;
    let accepted = file
        .offers
        .iter()
        .filter(|offer| offer.state == OfferState::Accepted && is_own(&scope, offer.track));
    let agreed: Vec<Agreed> = accepted
        .map(|offer| Agreed {
            no: offer.no,
            at: offer.answered_at.unwrap_or(offer.made_at),
            terms: terms_rows(&page, file, offer.track, &offer.terms),
            pdf: urls::agreement_pdf(&file.number, offer.no),
        })
        .collect();
    if agreed.is_empty() {
        return Err(WebError::NotFound);
    }
    let view = AgreementPage {
        agreed,
        owed: file
            .obligations
            .iter()
            .filter(|o| is_own(&scope, o.track))
            .map(|o| owed(&scope, &page, o))
            .collect(),
        room: urls::settlement(&file.number),
        frame: scope.frame(Part::Settlement),
        page: page
            .clone()
            .crumb(
                page.t("settlements-title").to_owned(),
                urls::settlement(&file.number),
            )
            .here(page.t("settlements-agreement-title").to_owned()),
    };
    html(&view)
}

/// `GET /cases/{number}/settlement/agreement/{offer}.pdf`
pub async fn agreement_pdf(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    let scope = open(visitor, &number).await?;
    let own = |offer: &&settlements::Offer| offer.no == no && is_own(&scope, offer.track);
    let offer = agreements::accepted(&scope.file, None)
        .find(own)
        .ok_or(WebError::NotFound)?;
    let app = &scope.visitor.app;
    let id = scope.file.id;
    let rows = app
        .store
        .read(move |tx| docket::list(tx, id, 0, i64::from(i32::MAX)))
        .await?;
    let pdf = agreements::render(app, &scope.file, offer, &rows, &scope.visitor.words())
        .await
        .map_err(WebError::fault)?
        .ok_or(WebError::NotFound)?;
    let name = format!("{}-agreement.pdf", scope.file.number);
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((
            "Content-Disposition",
            format!("attachment; filename=\"{name}\""),
        ))
        .insert_header(("Content-Security-Policy", "sandbox; default-src 'none'"))
        .body(pdf))
}

/// `POST /cases/{number}/settlement/obligations/{no}/{act}`: mark, confirm, dispute or determine.
pub async fn perform(
    visitor: Visitor,
    path: Path<(String, u32, String)>,
    posted: Posted,
) -> PageResult {
    let (number, no, act) = path.into_inner();
    let [proof, reason, sure, finding, why] =
        ["proof", "reason", "sure", "finding", "why"].map(|name| format!("{name}-{no}"));
    posted.only(&["seen", "form", "do", &proof, &reason, &sure, &finding, &why])?;
    let mut scope = open(visitor, &number).await?;
    if !scope
        .file
        .obligations
        .iter()
        .any(|found| found.no == no && is_own(&scope, found.track))
    {
        return Err(WebError::NotFound);
    }
    if scope.sent_before(&posted).await?.is_some() {
        return Ok(see_other(urls::settlement(&scope.file.number)));
    }
    let mut form = FormState::of(&posted);
    let (act, flash) = match act.as_str() {
        "mark" => (
            settlements::Act::Mark {
                obligation: no,
                proof: form.required(&proof, WORDS_MAX, "settlements-proof-error"),
            },
            "settlements-flash-marked",
        ),
        "confirm" => {
            // What is confirmed cannot be taken back: one press is not enough.
            if !form.ticked(&sure) {
                form.error(&sure, "settlements-sure-error");
            }
            let act = settlements::Act::Confirm { obligation: no };
            (act, "settlements-flash-confirmed")
        }
        "dispute" => (
            settlements::Act::Dispute {
                obligation: no,
                reason: form.required(&reason, WORDS_MAX, "settlements-dispute-error"),
            },
            "settlements-flash-disputed",
        ),
        "determine" => {
            let found = form.choose_from(
                &finding,
                &["done", "not-done"],
                "settlements-determine-error",
            );
            let act = settlements::Act::Determine {
                obligation: no,
                done: found.is_some_and(|found| found == "done"),
                reason: form.required(&why, WORDS_MAX, "settlements-determine-reason-error"),
            };
            (act, "settlements-flash-determined")
        }
        _ => return Err(WebError::NotFound),
    };
    if !form.is_ok() {
        return page(scope, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    if let Err(error) = scope.perform(&posted, Act::Settlement(act)).await {
        return Err(scope.refused(&posted, error));
    }
    scope
        .flash(Flash {
            key: flash.to_owned(),
            ..Flash::done("settlements-flash-marked")
        })
        .await?;
    Ok(see_other(urls::settlement(&scope.file.number)))
}
