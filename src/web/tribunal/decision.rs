//! Preview, signature, and the decision as everybody in the case reads it.

use super::require_sitting;
use crate::domain::Role;
use crate::domain::acts::Refusal;
use crate::domain::decisions::checks::{self, Remark};
use crate::domain::decisions::{
    Draft, Finding, incomplete, named_but_not_there, named_in, sorted_record,
};
use crate::domain::evidence::Exhibit;
use crate::domain::ids::ExhibitLabel;
use crate::domain::procedures::DecisionPart;
use crate::domain::tribunal::rules::CHALLENGE_CLOCK;
use crate::services::acts::ActError;
use crate::services::decisions::{self, IssueError};
use crate::services::desk;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::prose::prose;
use crate::web::page::{Flash, Page, html, render, see_other, unprocessable};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use jiff::Timestamp;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "tribunal/preview.html")]
struct PreviewPage {
    page: Page,
    frame: CaseFrame,
    hidden: Hidden,
    form: FormState,
    summary: String,
    issues: Vec<IssueView>,
    orders: Vec<OrderView>,
    /// What stands in place of orders where there are none
    no_orders: String,
    record: Vec<RecordLine>,
    considered: usize,
    gap: Option<String>,
    /// What the checks of the pack find
    remarks: Vec<RemarkView>,
    parts: Vec<PartView>,
    /// What the reasons write like an exhibit number that no exhibit of the record has
    misnamed: String,
    version: u32,
    binding: bool,
    demo_password: Option<&'static str>,
}

/// What a check finds.
struct RemarkView {
    blocks: bool,
    /// The set of checks
    profile: String,
    what: String,
    /// How to put it right
    remedy: String,
}

/// A further part of a decision.
pub(super) struct PartView {
    pub(super) title: String,
    /// As HTML
    pub(super) text: String,
}

/// An exhibit on which the decision is made.
struct RecordLine {
    label: String,
    mark: &'static str,
    title: String,
    href: String,
    /// The issues whose reasons name it, or nothing
    named: String,
    ticked: bool,
}

/// An issue as `tribunal/decision_part.html` shows it.
pub(super) struct IssueView {
    pub(super) no: u32,
    pub(super) question: String,
    pub(super) finding: String,
    /// As HTML
    pub(super) reasons: String,
}

/// An order as `tribunal/decision_part.html` shows it.
pub(super) struct OrderView {
    pub(super) who: String,
    pub(super) what: String,
    pub(super) amount: String,
    pub(super) due: String,
}

/// The track and the draft on the desk.
async fn on_desk(
    visitor: Visitor,
    number: &str,
) -> Result<(CaseScope, u32, desk::OnDesk), WebError> {
    let scope = CaseScope::open(visitor, number).await?;
    let track = require_sitting(&scope)?;
    let author = scope.visitor.account_id()?;
    let on_desk = desk::open(&scope.visitor.app, &scope.file, track, author).await?;
    Ok((scope, track, on_desk))
}

/// `GET /cases/{number}/decision/preview`
pub async fn preview(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let (mut scope, track, on_desk) = on_desk(visitor, &number).await?;
    html(&preview_view(&mut scope, track, &on_desk, FormState::new()).await?)
}

async fn preview_view(
    scope: &mut CaseScope,
    track: u32,
    on_desk: &desk::OnDesk,
    form: FormState,
) -> Result<PreviewPage, WebError> {
    let author = scope.visitor.account_id()?;
    let ticked = desk::ticked(&scope.visitor.app, scope.file.id, author).await?;
    let page = scope.form_page().await?;
    let page = page
        .crumb(
            scope.visitor.words().t("case-part-desk"),
            urls::desk(&scope.file.number),
        )
        .here(scope.visitor.words().t("decision-preview"));
    let draft = &on_desk.draft;
    let state = scope
        .file
        .track(track)
        .map(|t| t.state.clone())
        .unwrap_or_default();
    let record: Vec<RecordLine> = scope
        .file
        .record_of(track)
        .map(|exhibit| record_line(scope, &page, draft, exhibit, &ticked))
        .collect();
    let done = |line: &&RecordLine| line.ticked || !line.named.is_empty();
    Ok(PreviewPage {
        no_orders: page.t("decision-no-order-made").to_owned(),
        considered: record.iter().filter(done).count(),
        record,
        misnamed: named_but_not_there(draft, scope.file.record_of(track).map(|e| &e.label))
            .join(", "),
        frame: scope.frame(Part::Desk),
        hidden: scope.hidden(),
        form,
        summary: draft.summary.clone(),
        issues: draft.issues.iter().map(|i| issue_view(&page, i)).collect(),
        orders: draft
            .orders
            .iter()
            .map(|o| order_view(scope, &page, track, o, None))
            .collect(),
        gap: unfinished(scope, &page, draft).or_else(|| too_early(scope, &page, track)),
        remarks: remarks(scope, &page, track, draft),
        parts: part_views(&page, &draft.parts),
        version: on_desk.version,
        binding: scope.pack.decision_binds(&state),
        demo_password: page.is_demo().then_some(crate::config::DEMO_PASSWORD),
        page,
    })
}

/// What is missing, in words.
pub(super) fn unfinished(scope: &CaseScope, page: &Page, draft: &Draft) -> Option<String> {
    let (what, no) = incomplete(draft, scope.pack.decision.as_ref())?;
    let key = format!("refusal-incomplete-{}", what.replace('_', "-"));
    Some(page.with1(&key, "no", no))
}

/// What the checks of the pack find, in words.
fn remarks(scope: &CaseScope, page: &Page, track: u32, draft: &Draft) -> Vec<RemarkView> {
    let found = checks::remarks(&scope.file, track, draft, scope.pack.decision.as_ref());
    let view = |remark: Remark| RemarkView {
        blocks: remark.blocks,
        profile: words::said(&page.words, "check", remark.profile.as_str()),
        what: page.with1(&words::key("flaw", remark.flaw.as_str()), "no", remark.no),
        remedy: page
            .t(&words::key("flaw-fix", remark.flaw.as_str()))
            .to_owned(),
    };
    found.into_iter().map(view).collect()
}

/// The further parts of a decision, for its pages.
pub(super) fn part_views(page: &Page, parts: &BTreeMap<DecisionPart, String>) -> Vec<PartView> {
    let written = parts.iter().filter(|(_, text)| !text.trim().is_empty());
    written
        .map(|(part, text)| PartView {
            title: words::said(&page.words, "part", part.as_str()),
            text: prose(text),
        })
        .collect()
}

/// Why it cannot be signed yet, where the sides may still challenge.
fn too_early(scope: &CaseScope, page: &Page, track: u32) -> Option<String> {
    let opens_at = scope.file.running(track, CHALLENGE_CLOCK)?.due_at;
    let refusal = Refusal::TooEarly { opens_at };
    Some(words::refusal(&page.words, &page.zone, &refusal))
}

fn record_line(
    scope: &CaseScope,
    page: &Page,
    draft: &Draft,
    exhibit: &Exhibit,
    ticked: &[ExhibitLabel],
) -> RecordLine {
    let named: Vec<String> = named_in(draft, &exhibit.label)
        .iter()
        .map(ToString::to_string)
        .collect();
    RecordLine {
        label: exhibit.label.to_string(),
        mark: exhibit.label.mark(),
        title: exhibit.title.clone(),
        href: urls::exhibit(&scope.file.number, &exhibit.label),
        named: if named.is_empty() {
            String::new()
        } else {
            page.with1("decision-record-named", "issues", named.join(", "))
        },
        ticked: ticked.contains(&exhibit.label),
    }
}

/// Keeps which exhibits were ticked, and returns them with those that nothing was done with. What the
/// form did not show keeps its tick.
async fn keep_ticks(
    scope: &CaseScope,
    track: u32,
    draft: &Draft,
    posted: &Posted,
) -> Result<(Vec<ExhibitLabel>, Vec<ExhibitLabel>), WebError> {
    let chosen = posted.all("considered");
    let shown = posted.all("shown");
    let record: Vec<ExhibitLabel> = scope
        .file
        .record_of(track)
        .map(|exhibit| exhibit.label.clone())
        .collect();
    let (on, off): (Vec<_>, Vec<_>) = record
        .iter()
        .filter(|label| shown.contains(&label.as_str()))
        .cloned()
        .partition(|label| chosen.contains(&label.as_str()));
    let (app, author) = (&scope.visitor.app, scope.visitor.account_id()?);
    desk::tick(app, scope.file.id, author, on, off).await?;
    let ticked = desk::ticked(app, scope.file.id, author).await?;
    let (_, open) = sorted_record(draft, record.iter(), &ticked);
    Ok((ticked, open))
}

/// `POST /cases/{number}/desk/record`: the sitting arbitrator ticks an exhibit as considered on its own
/// page, or takes the tick back.
pub async fn tick(visitor: Visitor, number: web::Path<String>, posted: Posted) -> PageResult {
    posted.only(&["exhibit", "do"])?;
    let (scope, track, _) = on_desk(visitor, &number).await?;
    let label = scope
        .file
        .record_of(track)
        .map(|exhibit| &exhibit.label)
        .find(|label| label.as_str() == posted.get("exhibit"))
        .ok_or(WebError::NotFound)?
        .clone();
    let back = urls::exhibit(&scope.file.number, &label);
    let (on, off) = match posted.get("do") {
        "untick" => (Vec::new(), vec![label]),
        _ => (vec![label], Vec::new()),
    };
    let author = scope.visitor.account_id()?;
    desk::tick(&scope.visitor.app, scope.file.id, author, on, off).await?;
    Ok(see_other(back))
}

pub(super) fn issue_view(page: &Page, issue: &crate::domain::decisions::Issue) -> IssueView {
    IssueView {
        no: issue.no,
        question: issue.question.clone(),
        finding: issue
            .finding
            .map(|f| words::said(&page.words, "finding", f.as_str()))
            .unwrap_or_default(),
        reasons: prose(&issue.reasons),
    }
}

pub(super) fn order_view(
    scope: &CaseScope,
    page: &Page,
    track: u32,
    order: &crate::domain::decisions::Order,
    signed_at: Option<Timestamp>,
) -> OrderView {
    let who = decisions::debtor(&scope.file, track, order);
    OrderView {
        who: who.map(|p| p.name.clone()).unwrap_or_default(),
        what: if order.text.is_empty() {
            words::said(&page.words, "remedy", order.remedy.as_str())
        } else {
            order.text.clone()
        },
        amount: order
            .amount
            .as_ref()
            .map(|m| page.money(m.minor, &m.currency))
            .unwrap_or_default(),
        // The day that the document names, once there is one.
        due: signed_at
            .and_then(|at| decisions::due_day(order, at))
            .map_or_else(
                || page.with1("decision-within", "days", order.within_days),
                |day| page.day(day),
            ),
    }
}

/// `GET /cases/{number}/decision/preview.pdf`
pub async fn preview_pdf(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let (scope, track, on_desk) = on_desk(visitor, &number).await?;
    let pdf = decisions::render(&scope.visitor.app, &scope.file, track, &on_desk.draft, None)
        .await
        .map_err(|error| fault(&scope, error))?;
    let name = format!("inline; filename=\"{}-draft.pdf\"", scope.file.number);
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header(("Content-Disposition", name))
        .body(pdf))
}

fn fault(scope: &CaseScope, error: IssueError) -> WebError {
    match error {
        IssueError::Document(error) => {
            let text = error.explain(&scope.visitor.words());
            WebError::Refused {
                key: "decision-document-refused",
                args: vec![("why", text.into())],
            }
        }
        IssueError::Blob(error) => match error {
            crate::blobs::BlobError::Full => WebError::Full,
            other => WebError::fault(other),
        },
        IssueError::Act(ActError::Storage(error)) => error.into(),
        IssueError::Act(ActError::Refused(refusal)) => WebError::Act {
            refusal: Box::new(refusal),
            kept: Vec::new(),
            back: urls::desk(&scope.file.number),
        },
    }
}

/// `POST /cases/{number}/decision/sign`
pub async fn sign(visitor: Visitor, number: web::Path<String>, posted: Posted) -> PageResult {
    posted.only(&[
        "seen",
        "form",
        "version",
        "prevails",
        "whole",
        "password",
        "considered",
        "shown",
        "do",
    ])?;
    let (mut scope, track, on_desk) = on_desk(visitor, &number).await?;
    // Sent twice, the decision stands already.
    if scope.sent_before(&posted).await?.is_some() {
        return Ok(see_other(urls::decision(&scope.file.number)));
    }
    let (ticked, open) = keep_ticks(&scope, track, &on_desk.draft, &posted).await?;
    if posted.get("do") == "keep" {
        scope.flash(Flash::done("decision-record-kept")).await?;
        return Ok(see_other(urls::decision_preview(&scope.file.number)));
    }
    // What is signed is what was previewed: another tab may have changed the draft meanwhile.
    if posted.get("version").parse() != Ok(on_desk.version) {
        return Err(WebError::Stale {
            kept: Vec::new(),
            back: Some(urls::decision_preview(&scope.file.number)),
        });
    }
    let mut form = FormState::of(&posted);
    // Unfinished, or too early: the preview says so, and nobody is asked for a password.
    let page = scope.page();
    let blocked = remarks(&scope, &page, track, &on_desk.draft);
    if unfinished(&scope, &page, &on_desk.draft).is_some()
        || blocked.iter().any(|remark| remark.blocks)
        || too_early(&scope, &scope.page(), track).is_some()
    {
        let view = preview_view(&mut scope, track, &on_desk, form).await?;
        return render(&view, StatusCode::CONFLICT);
    }
    let prevails = Finding::parse(posted.get("prevails"));
    if prevails.is_none() {
        form.error("prevails", "decision-error-prevails");
    }
    if posted.get("whole") != "yes" {
        form.error("whole", "decision-error-whole");
    }
    if !open.is_empty() {
        let labels: Vec<String> = open.iter().map(ToString::to_string).collect();
        let labels = vec![("labels", labels.join(", ").into())];
        form.error_with("considered", "decision-error-considered", labels);
    }
    scope.visitor.take(
        crate::startup::Limit::SignIn,
        &format!("sign:{:?}", scope.actor.account),
    )?;
    let account = scope.visitor.require_account()?.clone();
    let right = scope
        .visitor
        .app
        .hashing
        .verify(posted.exact("password"), account.password_hash.as_deref())
        .await?;
    if matches!(right, crate::services::passwords::Verdict::Wrong) {
        form.error("password", "decision-error-password");
    }
    let (true, Some(prevails)) = (form.is_ok(), prevails) else {
        return unprocessable(&preview_view(&mut scope, track, &on_desk, form).await?);
    };
    let signature = decisions::Signing {
        track,
        draft: on_desk.draft,
        prevails,
        // Without the version that was previewed, nothing was.
        seen: posted.get("seen").parse().unwrap_or(0),
        ticked,
        form: scope.form_key(&posted),
    };
    match decisions::issue(&scope.visitor.app, &scope.file, &scope.actor, signature).await {
        Ok(_) => {
            scope.flash(Flash::done("decision-signed")).await?;
            Ok(see_other(urls::decision(&scope.file.number)))
        }
        Err(error) => Err(fault(&scope, error)),
    }
}

#[derive(Template)]
#[template(path = "tribunal/decision.html")]
struct DecisionPage {
    page: Page,
    frame: CaseFrame,
    decisions: Vec<DecisionView>,
}

struct DecisionView {
    no: u32,
    parts: Vec<PartView>,
    /// What stands in place of orders where there are none
    no_orders: String,
    prevails: String,
    summary: String,
    arbitrator: String,
    signed_at: Timestamp,
    issues: Vec<IssueView>,
    orders: Vec<OrderView>,
    digest: String,
    size: u64,
    href: String,
}

/// `GET /cases/{number}/decision`
pub async fn decision(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &number).await?;
    if readable(&scope).next().is_none() {
        return Err(WebError::NotFound);
    }
    let page = scope.page();
    let page = page.here(scope.visitor.words().t("case-part-decision"));
    let decisions = readable(&scope)
        .map(|d| DecisionView {
            no_orders: page
                .t(if d.prevails == Finding::Respondent {
                    "decision-no-orders"
                } else {
                    "decision-no-order-made"
                })
                .to_owned(),
            no: d.no,
            prevails: words::said(&page.words, "finding", d.prevails.as_str()),
            summary: d.summary.clone(),
            parts: part_views(&page, &d.parts),
            arbitrator: d.arbitrator.clone(),
            signed_at: d.signed_at,
            issues: d.issues.iter().map(|i| issue_view(&page, i)).collect(),
            orders: d
                .orders
                .iter()
                .map(|o| order_view(&scope, &page, d.track, o, Some(d.signed_at)))
                .collect(),
            digest: d.document.digest.clone(),
            size: d.document.size_bytes,
            href: format!("/cases/{}/decision/{}.pdf", scope.file.number, d.no),
        })
        .collect();
    html(&DecisionPage {
        frame: scope.frame(Part::Decision),
        decisions,
        page,
    })
}

/// A seller reads the decision of its own track only.
fn readable(scope: &CaseScope) -> impl Iterator<Item = &crate::domain::decisions::Decision> {
    let own = (scope.actor.role == Role::Respondent).then(|| scope.track());
    scope
        .file
        .decisions
        .iter()
        .rev()
        .filter(move |d| own.is_none_or(|track| d.track == track))
}

/// `GET /cases/{number}/decision/{no}.pdf`
pub async fn pdf(visitor: Visitor, path: web::Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let document = readable(&scope)
        .find(|d| d.no == no)
        .map(|d| d.document.clone())
        .ok_or(WebError::NotFound)?;
    let reader = scope
        .visitor
        .app
        .blobs
        .get(&document.digest)
        .await
        .map_err(WebError::fault)?;
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((
            "Content-Disposition",
            format!("attachment; filename=\"{}\"", document.name),
        ))
        .insert_header(("Content-Security-Policy", "sandbox; default-src 'none'"))
        .streaming(reader.into_stream()))
}
