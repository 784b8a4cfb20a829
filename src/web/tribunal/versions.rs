//! Earlier versions of the draft on the desk: every save is one, and any of them can be taken back. Its
//! author alone sees them, as the desk itself.

use super::decision::{IssueView, OrderView, PartView, issue_view, order_view, part_views};
use super::desk::{first_open, open};
use crate::domain::decisions::Issue;
use crate::services::desk::{self, OnDesk, Version};
use crate::storage::StorageError;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::Posted;
use crate::web::page::{Flash, Page, html, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use actix_web::web;
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;

/// Versions on one page of the list.
const ON_A_PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "tribunal/versions.html")]
struct ListPage {
    page: Page,
    frame: CaseFrame,
    lines: Vec<Line>,
    kept_until: Timestamp,
    older: String,
    newest: String,
}

struct Line {
    no: u32,
    href: String,
    saved_at: Timestamp,
    /// Characters of the reasons
    length: usize,
    decided: usize,
    issues: usize,
    orders: usize,
    current: bool,
}

/// Where a page of the list begins.
#[derive(Debug, Deserialize)]
pub struct Before {
    before: Option<u32>,
}

/// `GET /cases/{number}/desk/versions?before=`
pub async fn list(
    visitor: Visitor,
    number: web::Path<String>,
    query: web::Query<Before>,
) -> PageResult {
    let (scope, _, on_desk) = open(visitor, &number).await?;
    let versions = desk::versions(&scope.visitor.app, on_desk.id, query.before, ON_A_PAGE).await?;
    let base = urls::desk_versions(&scope.file.number);
    let older = versions
        .last()
        .filter(|version| version.no > 1)
        .map(|version| urls::with_query(&base, &[("before", &version.no.to_string())]))
        .unwrap_or_default();
    let lines = versions
        .iter()
        .map(|version| line(&scope, &on_desk, version))
        .collect();
    let page = scope
        .page()
        .crumb(
            scope.visitor.words().t("case-part-desk"),
            urls::desk(&scope.file.number),
        )
        .here(scope.visitor.words().t("desk-versions"));
    html(&ListPage {
        frame: scope.frame(Part::Desk),
        lines,
        kept_until: on_desk.kept_until,
        older,
        newest: if query.before.is_some() {
            base
        } else {
            String::new()
        },
        page,
    })
}

fn line(scope: &CaseScope, on_desk: &OnDesk, version: &Version) -> Line {
    Line {
        no: version.no,
        href: urls::desk_version(&scope.file.number, version.no),
        saved_at: version.saved_at,
        length: version.draft.reasons_chars(),
        decided: version.draft.decided(),
        issues: version.draft.issues.len(),
        orders: version.draft.orders.len(),
        current: version.no == on_desk.version,
    }
}

#[derive(Template)]
#[template(path = "tribunal/version.html")]
struct VersionPage {
    page: Page,
    frame: CaseFrame,
    no: u32,
    saved_at: Timestamp,
    summary: String,
    parts: Vec<PartView>,
    issues: Vec<IssueView>,
    orders: Vec<OrderView>,
    /// What stands in place of orders where there are none
    no_orders: String,
    notes: String,
    /// Which version the draft is now
    current: u32,
    /// The versions before and after this one, with their addresses
    before: Option<(u32, String)>,
    after: Option<(u32, String)>,
}

/// The version of that number. Numbers have no gaps and end with the draft itself.
async fn find(scope: &CaseScope, on_desk: &OnDesk, no: u32) -> Result<Version, WebError> {
    if no > on_desk.version {
        return Err(WebError::NotFound);
    }
    desk::version(&scope.visitor.app, on_desk.id, no)
        .await?
        .ok_or(WebError::NotFound)
}

/// `GET /cases/{number}/desk/versions/{no}`
pub async fn version(visitor: Visitor, path: web::Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    let (mut scope, track, on_desk) = open(visitor, &number).await?;
    let version = find(&scope, &on_desk, no).await?;
    let page = scope.form_page().await?;
    let words = scope.visitor.words();
    let page = page
        .crumb(words.t("case-part-desk"), urls::desk(&scope.file.number))
        .crumb(
            words.t("desk-versions"),
            urls::desk_versions(&scope.file.number),
        )
        .here(words.with1("desk-version", "no", no));
    let beside = |no: u32| (no, urls::desk_version(&scope.file.number, no));
    let draft = &version.draft;
    html(&VersionPage {
        frame: scope.frame(Part::Desk),
        no,
        saved_at: version.saved_at,
        parts: part_views(&page, &draft.parts),
        summary: if draft.summary.is_empty() {
            page.t("desk-version-no-summary").to_owned()
        } else {
            draft.summary.clone()
        },
        issues: draft
            .issues
            .iter()
            .map(|issue| shown(&page, issue))
            .collect(),
        orders: draft
            .orders
            .iter()
            .map(|order| order_view(&scope, &page, track, order, None))
            .collect(),
        no_orders: page.t("decision-no-order-made").to_owned(),
        notes: draft.notes.clone(),
        current: on_desk.version,
        before: (no > 1).then(|| beside(no - 1)),
        after: (no < on_desk.version).then(|| beside(no + 1)),
        page,
    })
}

/// An issue of a version, which may still be without a finding.
fn shown(page: &Page, issue: &Issue) -> IssueView {
    let mut view = issue_view(page, issue);
    if issue.finding.is_none() {
        page.t("desk-version-no-finding")
            .clone_into(&mut view.finding);
    }
    view
}

/// `POST /cases/{number}/desk/versions/{no}`: makes an earlier version the draft again. What it replaces is
/// a version itself, so nothing is lost.
pub async fn take(visitor: Visitor, path: web::Path<(String, u32)>, posted: Posted) -> PageResult {
    posted.only(&["version"])?;
    let (number, no) = path.into_inner();
    let (mut scope, _, mut on_desk) = open(visitor, &number).await?;
    let version = find(&scope, &on_desk, no).await?;
    let stale = || WebError::Stale {
        kept: posted.kept(),
        back: Some(urls::desk_version(&scope.file.number, no)),
    };
    if posted.get("version").parse() != Ok(on_desk.version) {
        return Err(stale());
    }
    let replaced = on_desk.version;
    on_desk.draft = version.draft;
    match desk::save(&scope.visitor.app, &on_desk, &scope.actor.name).await {
        Ok(_) => {}
        Err(StorageError::Stale) => return Err(stale()),
        Err(error) => return Err(error.into()),
    }
    let taken = Flash::done("desk-version-taken")
        .arg("no", no.to_string())
        .arg("replaced", replaced.to_string());
    scope.flash(taken).await?;
    Ok(see_other(urls::desk_issue(
        &scope.file.number,
        first_open(&on_desk.draft),
    )))
}
