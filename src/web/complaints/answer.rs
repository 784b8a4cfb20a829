//! The seller's answer to a complaint.

use super::parts::{Text, after, given, impossible, must_declare, record, texts};
use super::steps::TEXT_MAX;
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::complaints;
use crate::domain::notices::Position;
use crate::domain::procedures::ActName;
use crate::services::complaints::attestations;
use crate::services::drafts::answers::ResponseDraft;
use crate::services::drafts::{self, Draft};
use crate::storage::StorageError;
use crate::storage::drafts::DraftKind;
use crate::urls;
use crate::web::cases::clock_view;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::parts::{Clock, SumRow};
use crate::web::page::{Flash, Page, render, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::words;
use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{FromRequest, HttpRequest};
use askama::Template;

/// Under which the words are kept in a draft.
const STEP: &str = "answer";

#[derive(Template)]
#[template(path = "complaints/answer.html")]
struct AnswerPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    clock: Option<Clock>,
    says: Vec<SumRow>,
    statement: String,
    language: String,
    name: String,
    exhibits: Vec<(String, String)>,
    positions: Vec<Choice>,
    texts: Vec<Text>,
    max: usize,
    back: String,
}

/// `GET /cases/{number}/response` of a complaint.
///
/// # Errors
/// `NotFound` for everybody but the seller; the rules' answer when it is not the time.
pub async fn response(scope: CaseScope) -> PageResult {
    scope.require(&[Role::Respondent])?;
    let kept = draft(&scope).await?;
    let typed = kept.and_then(|draft| draft.data.typed.get(STEP).cloned());
    let form = typed.and_then(|typed| Posted::from_fields(typed).ok());
    let form = form.map_or_else(FormState::new, |posted| FormState::of(&posted));
    page(scope, form, StatusCode::OK).await
}

/// What was typed and kept for later, of whoever of the seller's people.
async fn draft(scope: &CaseScope) -> Result<Option<Draft<ResponseDraft>>, WebError> {
    let (app, case) = (&scope.visitor.app, scope.file.id);
    Ok(drafts::of_track(app, DraftKind::Response, case, scope.track()).await?)
}

/// Keeps what was typed: nothing is judged, and the newest words win. Declarations are given when it is sent.
async fn keep(scope: &CaseScope, posted: &Posted) -> Result<(), WebError> {
    let typed: Vec<(String, String)> = posted
        .fields()
        .iter()
        .filter(|(name, _)| matches!(name.as_str(), "position" | "statement"))
        .cloned()
        .collect();
    let (app, by) = (&scope.visitor.app, &scope.actor.name);
    if let Some(mut draft) = draft(scope).await? {
        draft.data.typed.insert(STEP.to_owned(), typed);
        return match drafts::save(app, &draft, by).await {
            Err(StorageError::Stale) => Err(WebError::Stale {
                kept: posted.kept(),
                back: Some(urls::response(&scope.file.number)),
            }),
            other => Ok(other.map(|_| ())?),
        };
    }
    let mut data = ResponseDraft::default();
    data.typed.insert(STEP.to_owned(), typed);
    let owner = crate::web::notices::owner_of(&scope.visitor).ok_or(WebError::NotFound)?;
    let about = Some((scope.file.id, scope.track()));
    drafts::begin(app, &owner, DraftKind::Response, about, &data, by).await?;
    Ok(())
}

async fn page(mut scope: CaseScope, form: FormState, status: StatusCode) -> PageResult {
    if !scope.step_open(scope.track(), ActName::Respond) {
        let probe = Act::Complaint(complaints::Act::Respond {
            position: Position::Dispute,
            statement: "?".to_owned(),
            declarations: given(&scope.visitor, &attestations(&scope.pack, "response")),
        });
        return Err(impossible(&scope, &probe));
    }
    let page = scope.form_page().await?;
    let file = &scope.file;
    let complaint = file.complaint.as_ref();
    let position = |position: Position, key: &str, hint: &str| {
        Choice::new(position.as_str(), page.t(key)).hint(page.t(hint))
    };
    let view = AnswerPage {
        clock: clock_view(&scope, &page),
        says: complaint_rows(&page, &scope),
        statement: complaint.map(|c| c.statement.clone()).unwrap_or_default(),
        language: file.language.clone(),
        name: file
            .claimant()
            .map(|party| party.name.clone())
            .unwrap_or_default(),
        exhibits: exhibits(&scope),
        positions: vec![
            position(
                Position::Agree,
                "complaints-answer-agree",
                "complaints-answer-agree-hint",
            ),
            position(
                Position::Dispute,
                "complaints-answer-dispute",
                "complaints-answer-dispute-hint",
            ),
            position(
                Position::Part,
                "complaints-answer-part",
                "complaints-answer-part-hint",
            ),
        ],
        texts: texts(&page, &scope.pack, &attestations(&scope.pack, "response")),
        max: TEXT_MAX,
        back: urls::case(&file.number),
        hidden: scope.hidden(),
        frame: scope.frame(Part::Overview),
        form,
        page: page
            .clone()
            .here(page.t("complaints-answer-title").to_owned()),
    };
    render(&view, status)
}

/// What the complaint says, in facts.
pub fn complaint_rows(page: &Page, scope: &CaseScope) -> Vec<SumRow> {
    let Some(complaint) = &scope.file.complaint else {
        return Vec::new();
    };
    let row = |key: &str, value: String| SumRow::new(page.t(key), value);
    let mut rows = vec![
        row(
            "case-complaint-problem",
            words::said(&page.words, "problem", complaint.problem.as_str()),
        ),
        row("case-complaint-goods", complaint.goods.clone()),
        row(
            "case-complaint-order",
            format!(
                "{}, {}",
                complaint.order_reference, complaint.marketplace_name
            ),
        ),
    ];
    if let Some(day) = complaint.ordered_on {
        rows.push(row("complaints-ordered", page.day(day)));
    }
    rows.push(row(
        "case-complaint-remedy",
        words::said(&page.words, "remedy", complaint.remedy.as_str()),
    ));
    if let Some(amount) = &complaint.amount {
        rows.push(row(
            "case-complaint-amount",
            page.money(amount.minor, &amount.currency),
        ));
    }
    if !complaint.tried.is_empty() {
        rows.push(row("case-complaint-tried", complaint.tried.clone()));
    }
    rows.extend(
        complaint
            .completions
            .iter()
            .map(|text| row("case-complaint-added", text.clone())),
    );
    rows
}

/// The consumer's exhibits: number and address.
pub fn exhibits(scope: &CaseScope) -> Vec<(String, String)> {
    let own = scope
        .file
        .exhibits
        .iter()
        .filter(|exhibit| exhibit.withdrawn.is_none() && exhibit.label.mark() == "c");
    own.map(|exhibit| {
        (
            exhibit.label.to_string(),
            urls::exhibit(&scope.file.number, &exhibit.label),
        )
    })
    .collect()
}

/// `POST /cases/{number}/response` of a complaint.
///
/// # Errors
/// As [`response`].
pub async fn respond(mut scope: CaseScope, request: &HttpRequest, payload: Payload) -> PageResult {
    scope.require(&[Role::Respondent])?;
    let posted = Posted::from_request(request, &mut payload.into_inner()).await?;
    posted.only(&["seen", "form", "do", "position", "statement", "declare-*"])?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after(&receipt));
    }
    let back = match posted.get("do") {
        "keep" => Some(urls::response(&scope.file.number)),
        "evidence" => Some(urls::evidence_new(&scope.file.number)),
        _ => None,
    };
    if let Some(back) = back {
        keep(&scope, &posted).await?;
        scope.flash(Flash::done("complaints-answer-kept")).await?;
        return Ok(see_other(back));
    }
    let mut form = FormState::of(&posted);
    let position = Position::parse(form.value("position"));
    if position.is_none() {
        form.error("position", "complaints-answer-position-error");
    }
    let statement = match position {
        Some(Position::Agree) | None => form.optional("statement", TEXT_MAX).unwrap_or_default(),
        Some(_) => form.required("statement", TEXT_MAX, "complaints-answer-statement-error"),
    };
    let asked = attestations(&scope.pack, "response");
    must_declare(&mut form, &asked);
    let declarations = given(&scope.visitor, &asked);
    let (Some(position), true) = (position, form.is_ok()) else {
        return page(scope, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = record(
        &scope,
        &posted,
        Act::Complaint(complaints::Act::Respond {
            position,
            statement,
            declarations,
        }),
    )
    .await?;
    if let Some(draft) = draft(&scope).await? {
        drafts::discard(&scope.visitor.app, draft.id).await?;
    }
    Ok(done)
}
