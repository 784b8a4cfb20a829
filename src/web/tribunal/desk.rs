//! The desk: issues, both sides beside each other, exhibits, reasons; then orders.

use super::decision::unfinished;
use super::require_sitting;
use crate::domain::Role;
use crate::domain::complaints::Remedy;
use crate::domain::decisions::{Draft, Finding, Issue, Order, sorted_record};
use crate::domain::evidence::Exhibit;
use crate::domain::ids::ExhibitLabel;
use crate::domain::money::Money;
use crate::services::desk::{self, OnDesk};
use crate::storage::StorageError;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Flash, Page, html, see_other, unprocessable};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::{HttpResponse, web};
use askama::Template;
use jiff::Timestamp;

/// Longest reasons on one issue, in characters.
const MAX_REASONS: usize = 100_000;

#[derive(Template)]
#[template(path = "tribunal/desk.html")]
struct DeskPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    issues: Vec<IssueLine>,
    decided: usize,
    current: Issue,
    claimant: Side,
    respondent: Side,
    version: u32,
    saved_at: Timestamp,
    due: Option<Timestamp>,
    shown: Vec<Shown>,
    first_gap: Option<String>,
    /// How many exhibits of the record were dealt with, and how many there are
    considered: usize,
    record: usize,
    /// Whether the pack asks for further parts, and whether all are written
    has_parts: bool,
    parts_done: bool,
}

struct IssueLine {
    no: u32,
    href: String,
    question: String,
    state: String,
    icon: &'static str,
    current: bool,
}

struct Side {
    name: String,
    text: String,
    exhibits: Vec<ExhibitLine>,
}

struct ExhibitLine {
    label: String,
    mark: &'static str,
    title: String,
    href: String,
    /// Named in the reasons or ticked
    considered: bool,
}

struct Shown {
    label: String,
    mark: &'static str,
    title: String,
    at: Timestamp,
    href: String,
    image: String,
}

/// `GET /cases/{number}/desk`
pub async fn start(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let (scope, _, on_desk) = open(visitor, &number).await?;
    let first = first_open(&on_desk.draft);
    Ok(see_other(urls::desk_issue(&scope.file.number, first)))
}

/// The issue on which work goes on.
pub(super) fn first_open(draft: &Draft) -> u32 {
    draft
        .issues
        .iter()
        .find(|i| i.finding.is_none())
        .or(draft.issues.first())
        .map_or(1, |i| i.no)
}

/// The case, the track and the draft, for the sitting arbitrator who writes it.
pub(super) async fn open(
    visitor: Visitor,
    number: &str,
) -> Result<(CaseScope, u32, OnDesk), WebError> {
    let scope = CaseScope::open(visitor, number).await?;
    let track = require_sitting(&scope)?;
    let author = scope.visitor.account_id()?;
    let on_desk = desk::open(&scope.visitor.app, &scope.file, track, author).await?;
    Ok((scope, track, on_desk))
}

/// `GET /cases/{number}/desk/{issue}`
pub async fn issue(visitor: Visitor, path: web::Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    let (mut scope, track, on_desk) = open(visitor, &number).await?;
    let current = on_desk
        .draft
        .issues
        .iter()
        .find(|i| i.no == no)
        .cloned()
        .ok_or(WebError::NotFound)?;
    let mut form = FormState::new();
    form.set("question", current.question.clone())
        .set("reasons", current.reasons.clone())
        .set("notes", on_desk.draft.notes.clone());
    if let Some(finding) = current.finding {
        form.set("finding", finding.as_str());
    }
    html(&view(&mut scope, track, &on_desk, current, form).await?)
}

async fn view(
    scope: &mut CaseScope,
    track: u32,
    on_desk: &OnDesk,
    current: Issue,
    form: FormState,
) -> Result<DeskPage, WebError> {
    let author = scope.visitor.account_id()?;
    let ticked = desk::ticked(&scope.visitor.app, scope.file.id, author).await?;
    let page = scope.form_page().await?;
    let page = page.here(scope.visitor.words().t("case-part-desk"));
    let file = &scope.file;
    let record = file.record_of(track).map(|exhibit| &exhibit.label);
    let (considered, open) = sorted_record(&on_desk.draft, record, &ticked);
    let issues = on_desk
        .draft
        .issues
        .iter()
        .map(|i| IssueLine {
            no: i.no,
            href: urls::desk_issue(&file.number, i.no),
            question: i.question.clone(),
            state: match i.finding {
                Some(finding) => words::said(&page.words, "finding", finding.as_str()),
                None if i.reasons.is_empty() => page.t("desk-not-started").to_owned(),
                None => page.t("desk-draft").to_owned(),
            },
            icon: if i.finding.is_some() {
                "tick"
            } else if i.reasons.is_empty() {
                ""
            } else {
                "pen"
            },
            current: i.no == current.no,
        })
        .collect();
    let claimant = Side {
        name: file.claimant().map(|p| p.name.clone()).unwrap_or_default(),
        text: file
            .notice
            .as_ref()
            .map(|n| n.statement.clone())
            .or_else(|| file.complaint.as_ref().map(|c| c.statement.clone()))
            .unwrap_or_default(),
        exhibits: exhibits(scope, Role::Claimant, track, &considered),
    };
    let respondent = Side {
        name: file
            .respondent(track)
            .map(|p| p.name.clone())
            .unwrap_or_default(),
        text: file
            .track(track)
            .and_then(|t| t.answer.as_ref())
            .map_or_else(
                || page.t("desk-no-answer").to_owned(),
                |a| a.statement.clone(),
            ),
        exhibits: exhibits(scope, Role::Respondent, track, &considered),
    };
    let shown = [Role::Claimant, Role::Respondent]
        .into_iter()
        .filter_map(|role| newest_shown(scope, role, track))
        .collect();
    Ok(DeskPage {
        frame: scope.frame(Part::Desk),
        form,
        decided: on_desk.draft.decided(),
        issues,
        claimant,
        respondent,
        has_parts: scope
            .pack
            .decision
            .as_ref()
            .is_some_and(|rule| !rule.parts.is_empty()),
        parts_done: on_desk
            .draft
            .unwritten_part(scope.pack.decision.as_ref())
            .is_none(),
        version: on_desk.version,
        saved_at: on_desk.saved_at,
        due: file.clock_for(Role::Arbitrator, None).map(|c| c.due_at),
        shown,
        record: considered.len() + open.len(),
        considered: considered.len(),
        first_gap: unfinished(scope, &page, &on_desk.draft),
        current,
        page,
    })
}

fn of_side(scope: &CaseScope, role: Role, track: u32) -> impl Iterator<Item = &Exhibit> {
    let party = match role {
        Role::Claimant => scope.file.claimant().map(|p| p.no),
        _ => scope.file.respondent(track).map(|p| p.no),
    };
    scope
        .file
        .exhibits
        .iter()
        .filter(move |e| e.withdrawn.is_none() && e.party == party)
}

fn exhibits(
    scope: &CaseScope,
    role: Role,
    track: u32,
    considered: &[ExhibitLabel],
) -> Vec<ExhibitLine> {
    of_side(scope, role, track)
        .map(|e| ExhibitLine {
            label: e.label.to_string(),
            mark: e.label.mark(),
            title: e.title.clone(),
            href: urls::exhibit(&scope.file.number, &e.label),
            considered: considered.contains(&e.label),
        })
        .collect()
}

/// The newest picture of a side, to be looked at beside the other side's.
fn newest_shown(scope: &CaseScope, role: Role, track: u32) -> Option<Shown> {
    let exhibit = of_side(scope, role, track)
        .filter(|e| {
            matches!(
                e.file.media_type.as_str(),
                "image/png" | "image/jpeg" | "image/gif" | "image/webp"
            )
        })
        .last()?;
    let href = urls::exhibit(&scope.file.number, &exhibit.label);
    Some(Shown {
        label: exhibit.label.to_string(),
        mark: exhibit.label.mark(),
        title: exhibit.title.clone(),
        at: exhibit.filed_at,
        image: format!("{href}/view"),
        href,
    })
}

/// Puts what was posted into the draft.
fn take(on_desk: &mut OnDesk, no: u32, posted: &Posted) -> Result<(), WebError> {
    let issue = on_desk
        .draft
        .issues
        .iter_mut()
        .find(|i| i.no == no)
        .ok_or(WebError::NotFound)?;
    if !posted.get("question").is_empty() {
        posted.get("question").clone_into(&mut issue.question);
    }
    issue.finding = Finding::parse(posted.get("finding"));
    posted
        .exact("reasons")
        .trim_end()
        .clone_into(&mut issue.reasons);
    posted.exact("notes").clone_into(&mut on_desk.draft.notes);
    on_desk.version = posted.get("version").parse().unwrap_or(0);
    Ok(())
}

const FIELDS: &[&str] = &["version", "question", "finding", "reasons", "notes", "do"];

/// `POST /cases/{number}/desk/{issue}`
pub async fn save_issue(
    visitor: Visitor,
    path: web::Path<(String, u32)>,
    posted: Posted,
) -> PageResult {
    posted.only(FIELDS)?;
    let (number, no) = path.into_inner();
    let (mut scope, track, mut on_desk) = open(visitor, &number).await?;
    let stored = on_desk.clone();
    take(&mut on_desk, no, &posted)?;
    if posted.get("reasons").chars().count() > MAX_REASONS {
        let mut form = FormState::of(&posted);
        form.error("reasons", "desk-error-too-long");
        let current = on_desk
            .draft
            .issues
            .iter()
            .find(|i| i.no == no)
            .cloned()
            .ok_or(WebError::NotFound)?;
        return unprocessable(&view(&mut scope, track, &stored, current, form).await?);
    }
    match desk::save(&scope.visitor.app, &on_desk, &scope.actor.name).await {
        Ok(_) => {}
        Err(StorageError::Stale) => {
            return Err(WebError::Stale {
                kept: posted.kept(),
                back: Some(urls::desk_issue(&scope.file.number, no)),
            });
        }
        Err(error) => return Err(error.into()),
    }
    if posted.get("do") == "remove" && on_desk.draft.issues.len() > 1 {
        on_desk.version += 1;
        on_desk.draft.issues.retain(|i| i.no != no);
        for (index, issue) in on_desk.draft.issues.iter_mut().enumerate() {
            issue.no = u32::try_from(index + 1).unwrap_or(1);
        }
        desk::save(&scope.visitor.app, &on_desk, &scope.actor.name).await?;
        return Ok(see_other(urls::desk(&scope.file.number)));
    }
    let next = on_desk
        .draft
        .issues
        .iter()
        .find(|i| i.no == no + 1)
        .map(|i| i.no);
    let to = match (posted.get("do"), next) {
        ("stay", _) => urls::desk_issue(&scope.file.number, no),
        (_, Some(next)) => urls::desk_issue(&scope.file.number, next),
        (_, None) => format!("{}/orders", urls::desk(&scope.file.number)),
    };
    scope.flash(Flash::done("desk-saved")).await?;
    Ok(see_other(to))
}

/// `POST /cases/{number}/desk/{issue}/autosave`: 200 with the new version, or 409.
pub async fn autosave(
    visitor: Visitor,
    path: web::Path<(String, u32)>,
    posted: Posted,
) -> PageResult {
    posted.only(FIELDS)?;
    let (number, no) = path.into_inner();
    let (scope, _, mut on_desk) = open(visitor, &number).await?;
    take(&mut on_desk, no, &posted)?;
    match desk::save(&scope.visitor.app, &on_desk, &scope.actor.name).await {
        Ok(version) => {
            let page = scope.page();
            let text = page.with1(
                "desk-saved-at",
                "when",
                page.clock_time(scope.visitor.app.now()),
            );
            Ok(HttpResponse::Ok().json(serde_json::json!({ "version": version, "text": text })))
        }
        Err(StorageError::Stale) => Ok(HttpResponse::Conflict().json(serde_json::json!({}))),
        Err(error) => Err(error.into()),
    }
}

/// `POST /cases/{number}/desk/issues`: adds an issue.
pub async fn add_issue(visitor: Visitor, number: web::Path<String>, posted: Posted) -> PageResult {
    posted.only(&["version", "new-question"])?;
    let (scope, _, mut on_desk) = open(visitor, &number).await?;
    let question = posted.get("new-question").to_owned();
    let no = u32::try_from(on_desk.draft.issues.len()).unwrap_or(0) + 1;
    if question.is_empty() || question.chars().count() > 500 || no > 50 {
        return Err(WebError::bad("desk-error-question").keeping(posted.kept()));
    }
    on_desk.draft.issues.push(Issue {
        no,
        question,
        finding: None,
        reasons: String::new(),
    });
    desk::save(&scope.visitor.app, &on_desk, &scope.actor.name).await?;
    Ok(see_other(urls::desk_issue(&scope.file.number, no)))
}

#[derive(Template)]
#[template(path = "tribunal/orders.html")]
struct OrdersPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    rows: Vec<usize>,
    remedies: Vec<(&'static str, String)>,
    sides: Vec<(&'static str, String)>,
    version: u32,
    first_gap: Option<String>,
}

/// `GET /cases/{number}/desk/orders`
pub async fn orders(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let (mut scope, _, on_desk) = open(visitor, &number).await?;
    let mut form = FormState::new();
    form.set("summary", on_desk.draft.summary.clone());
    for (index, order) in on_desk.draft.orders.iter().enumerate() {
        form.set(&format!("debtor-{index}"), order.debtor.as_str())
            .set(&format!("remedy-{index}"), order.remedy.as_str());
        form.set(&format!("days-{index}"), order.within_days.to_string())
            .set(&format!("text-{index}"), order.text.clone());
        if let Some(amount) = &order.amount {
            form.set(&format!("amount-{index}"), amount.plain())
                .set(&format!("currency-{index}"), amount.currency.clone());
        }
    }
    html(&orders_view(&mut scope, &on_desk, form, on_desk.draft.orders.len() + 1).await?)
}

async fn orders_view(
    scope: &mut CaseScope,
    on_desk: &OnDesk,
    form: FormState,
    rows: usize,
) -> Result<OrdersPage, WebError> {
    let page = scope.form_page().await?;
    let page = page
        .crumb(
            scope.visitor.words().t("case-part-desk"),
            urls::desk(&scope.file.number),
        )
        .here(scope.visitor.words().t("desk-orders"));
    let track = require_sitting(scope)?;
    Ok(OrdersPage {
        frame: scope.frame(Part::Desk),
        form,
        rows: (0..rows.clamp(1, 20)).collect(),
        remedies: Remedy::ALL
            .iter()
            .map(|r| (r.as_str(), words::said(&page.words, "remedy", r.as_str())))
            .collect(),
        sides: vec![
            (
                "respondent",
                scope
                    .file
                    .respondent(track)
                    .map(|p| p.name.clone())
                    .unwrap_or_default(),
            ),
            (
                "claimant",
                scope
                    .file
                    .claimant()
                    .map(|p| p.name.clone())
                    .unwrap_or_default(),
            ),
        ],
        version: on_desk.version,
        first_gap: unfinished(scope, &page, &on_desk.draft),
        page,
    })
}

/// `POST /cases/{number}/desk/orders`
pub async fn save_orders(
    visitor: Visitor,
    number: web::Path<String>,
    posted: Posted,
) -> PageResult {
    posted.only(&[
        "version",
        "summary",
        "do",
        "debtor-*",
        "remedy-*",
        "amount-*",
        "currency-*",
        "days-*",
        "text-*",
    ])?;
    let (mut scope, _, mut on_desk) = open(visitor, &number).await?;
    let mut form = FormState::of(&posted);
    let mut found = Vec::new();
    for index in 0..20 {
        let field = |name: &str| format!("{name}-{index}");
        let Some(remedy) = Remedy::parse(posted.get(&field("remedy"))) else {
            continue;
        };
        let sum = if remedy.needs_money() {
            form.money(&field("amount"), &field("currency"), "desk-error-amount")
        } else {
            None
        };
        let amount = sum.map(|(minor, currency)| Money { minor, currency });
        let within_days = posted
            .get(&field("days"))
            .parse()
            .ok()
            .filter(|days| (1..=3650).contains(days));
        if within_days.is_none() {
            form.error(&field("days"), "desk-error-days");
        }
        let debtor = if posted.get(&field("debtor")) == "claimant" {
            Role::Claimant
        } else {
            Role::Respondent
        };
        found.push(Order {
            debtor,
            remedy,
            amount,
            within_days: within_days.unwrap_or(0),
            text: posted.get(&field("text")).to_owned(),
        });
    }
    if !form.is_ok() {
        let rows = found.len() + 1;
        return unprocessable(&orders_view(&mut scope, &on_desk, form, rows).await?);
    }
    on_desk.draft.orders = found;
    posted.get("summary").clone_into(&mut on_desk.draft.summary);
    on_desk.version = posted.get("version").parse().unwrap_or(0);
    match desk::save(&scope.visitor.app, &on_desk, &scope.actor.name).await {
        Ok(_) => {}
        Err(StorageError::Stale) => {
            return Err(WebError::Stale {
                kept: posted.kept(),
                back: Some(format!("{}/orders", urls::desk(&scope.file.number))),
            });
        }
        Err(error) => return Err(error.into()),
    }
    if posted.get("do") == "preview" {
        return Ok(see_other(urls::decision_preview(&scope.file.number)));
    }
    scope.flash(Flash::done("desk-saved")).await?;
    Ok(see_other(format!(
        "{}/orders",
        urls::desk(&scope.file.number)
    )))
}
