//! The registry's side: the list of complaints to screen, and the screening of one.

use super::answer::{complaint_rows, exhibits};
use super::parts::{after, impossible, open, record};
use super::steps::TEXT_MAX;
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::complaints;
use crate::domain::procedures::ActName;
use crate::storage::cases::lists::{self, CaseFilter, CaseOrder};
use crate::storage::cases::{CaseHead, CaseKind};
use crate::urls;
use crate::web::cases::clock_view;
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::parts::{Clock, SumRow};
use crate::web::page::{Page, Place, html, render};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::Timestamp;

/// Complaints on one page; the soonest come first, so the rest can wait for the next look.
const ON_A_PAGE: i64 = 100;

#[derive(Template)]
#[template(path = "complaints/intake.html")]
struct Intake {
    page: Page,
    rows: Vec<Row>,
    waiting: Vec<Row>,
}

/// A complaint in the list.
struct Row {
    number: String,
    href: String,
    title: String,
    summary: String,
    filed: Timestamp,
    due: Option<Timestamp>,
    /// other open complaints of the same consumer against the same seller
    twins: Vec<String>,
}

/// `GET /registry/intake`
pub async fn intake(visitor: Visitor) -> PageResult {
    visitor.require_staff()?;
    let (heads, waiting, open) = visitor
        .app
        .store
        .read(|tx| {
            let filter = |stages: &[&str]| CaseFilter {
                kind: Some(CaseKind::Complaint),
                is_closed: Some(false),
                stages: stages.iter().map(|stage| (*stage).to_owned()).collect(),
                ..CaseFilter::default()
            };
            let heads = lists::list(
                tx,
                &filter(&["filed", "refusal_over"]),
                CaseOrder::Due,
                None,
                ON_A_PAGE,
            )?;
            let waiting =
                lists::list(tx, &filter(&["need_info"]), CaseOrder::Due, None, ON_A_PAGE)?;
            let open = lists::list(tx, &filter(&[]), CaseOrder::Filed, None, 1_000)?;
            Ok((heads, waiting, open))
        })
        .await?;
    let page = visitor.page().at(Place::Intake);
    let title = page.t("complaints-intake-title").to_owned();
    let page = page.here(title);
    let row = |head: CaseHead, path: &str| Row {
        twins: open
            .iter()
            .filter(|other| {
                other.id != head.id
                    && other.claimant_name == head.claimant_name
                    && other.respondent_name == head.respondent_name
            })
            .take(3)
            .map(|other| other.number.clone())
            .collect(),
        href: format!("/cases/{}{path}", head.number),
        title: crate::web::cases::names::called(&page.words, &head),
        number: head.number,
        summary: head.summary.chars().take(160).collect(),
        filed: head.filed_at,
        due: head.next_due_at,
    };
    let rows = heads
        .into_iter()
        .map(|head| row(head, "/screening"))
        .collect();
    let waiting = waiting.into_iter().map(|head| row(head, "")).collect();
    html(&Intake {
        page,
        rows,
        waiting,
    })
}

#[derive(Template)]
#[template(path = "complaints/screening.html")]
struct Screening {
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
    checks: Vec<Check>,
    twins: Vec<String>,
    decisions: Vec<Choice>,
    max: usize,
    back: String,
}

/// A line of the checklist.
struct Check {
    is_well: bool,
    words: String,
}

/// `GET /cases/{number}/screening`
pub async fn screening(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = open(visitor, &path, &[Role::CaseManager]).await?;
    page(scope, FormState::new(), StatusCode::OK).await
}

async fn page(mut scope: CaseScope, form: FormState, status: StatusCode) -> PageResult {
    let accept = Act::Complaint(complaints::Act::ScreenAccept);
    if !scope.would_accept(&accept) {
        return Err(impossible(&scope, &accept));
    }
    let twins = twins(&scope).await?;
    let page = scope.form_page().await?;
    let file = &scope.file;
    let view = Screening {
        clock: clock_view(&scope, &page),
        says: complaint_rows(&page, &scope),
        statement: file
            .complaint
            .as_ref()
            .map(|c| c.statement.clone())
            .unwrap_or_default(),
        language: file.language.clone(),
        name: file
            .claimant()
            .map(|party| party.name.clone())
            .unwrap_or_default(),
        exhibits: exhibits(&scope),
        checks: checks(&scope, &page),
        twins,
        decisions: decisions(&scope, &page),
        max: TEXT_MAX,
        back: urls::intake().to_owned(),
        hidden: scope.hidden(),
        frame: scope.frame(Part::Overview),
        form,
        page: page
            .clone()
            .here(page.t("complaints-screening-title").to_owned()),
    };
    render(&view, status)
}

/// What the registry can decide now; a procedure may end the time in which it can refuse.
fn decisions(scope: &CaseScope, page: &Page) -> Vec<Choice> {
    let state = scope.file.stage(&scope.pack);
    let is_open = |act: ActName| {
        scope
            .pack
            .transitions_from(&state)
            .any(|step| step.act == act)
    };
    let all = [
        (
            ActName::ScreenAccept,
            "accept",
            "complaints-screening-accept",
            "complaints-screening-accept-hint",
        ),
        (
            ActName::NeedInfo,
            "ask",
            "complaints-screening-ask",
            "complaints-screening-ask-hint",
        ),
        (
            ActName::ScreenReject,
            "reject",
            "complaints-screening-reject",
            "complaints-screening-reject-hint",
        ),
    ];
    let open = all.into_iter().filter(|(act, ..)| is_open(*act));
    open.map(|(_, value, label, hint)| Choice::new(value, page.t(label)).hint(page.t(hint)))
        .collect()
}

/// What a complaint needs before a seller can answer it.
fn checks(scope: &CaseScope, page: &Page) -> Vec<Check> {
    let file = &scope.file;
    let seller = file.respondent(complaints::rules::TRACK);
    let reachable = seller.is_some_and(|party| !party.email.is_empty() || party.account.is_some());
    let through_marketplace = file.parties_of(Role::Marketplace).next().is_some();
    let complaint = file.complaint.as_ref();
    let money = complaint.is_some_and(|c| !c.remedy.needs_money() || c.amount.is_some());
    let evidence = file
        .exhibits
        .iter()
        .any(|exhibit| exhibit.withdrawn.is_none());
    let tried = complaint.is_some_and(|c| !c.tried.is_empty());
    let line = |is_well: bool, yes: &str, no: &str| Check {
        is_well,
        words: page.t(if is_well { yes } else { no }).to_owned(),
    };
    vec![
        line(
            reachable,
            "complaints-screening-seller",
            "complaints-screening-no-seller",
        ),
        line(
            through_marketplace,
            "complaints-screening-marketplace",
            "complaints-screening-no-marketplace",
        ),
        line(
            money,
            "complaints-screening-money",
            "complaints-screening-no-money",
        ),
        line(
            evidence,
            "complaints-screening-evidence",
            "complaints-screening-no-evidence",
        ),
        line(
            tried,
            "complaints-screening-tried",
            "complaints-screening-not-tried",
        ),
    ]
}

/// Other open complaints that name the same order.
async fn twins(scope: &CaseScope) -> Result<Vec<String>, crate::web::errors::WebError> {
    let Some(complaint) = &scope.file.complaint else {
        return Ok(Vec::new());
    };
    let filter = CaseFilter {
        kind: Some(CaseKind::Complaint),
        is_closed: Some(false),
        words: Some(complaint.order_reference.clone()),
        ..CaseFilter::default()
    };
    let own = scope.file.id;
    let found = scope
        .visitor
        .app
        .store
        .read(move |tx| lists::list(tx, &filter, CaseOrder::Filed, None, 6))
        .await?;
    Ok(found
        .into_iter()
        .filter(|head| head.id != own)
        .map(|head| head.number)
        .collect())
}

/// `POST /cases/{number}/screening`
pub async fn screen(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "decision", "words"])?;
    let scope = open(visitor, &path, &[Role::CaseManager]).await?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after(&receipt));
    }
    let mut form = FormState::of(&posted);
    let decision = form
        .choose_from(
            "decision",
            &["accept", "ask", "reject"],
            "complaints-screening-error",
        )
        .unwrap_or_default();
    let act = match decision {
        "ask" => complaints::Act::NeedInfo {
            missing: form.required("words", TEXT_MAX, "complaints-screening-ask-error"),
        },
        "reject" => complaints::Act::ScreenReject {
            reason: form.required("words", TEXT_MAX, "complaints-screening-reject-error"),
        },
        _ => complaints::Act::ScreenAccept,
    };
    if !form.is_ok() {
        return page(scope, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    record(&scope, &posted, Act::Complaint(act)).await
}
