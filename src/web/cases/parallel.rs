//! Matters elsewhere that concern a case: the list for everybody in it, and recording one or its end.

use crate::domain::acts::Act;
use crate::domain::parallel::{self, NAME_MAX, Parallel, WORDS_MAX};
use crate::domain::procedures::LinkKind;
use crate::urls;
use crate::web::complaints::parts::after;
use crate::web::complaints::parts::impossible;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::{Page, html, render};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::words::{self, said};
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use jiff::Timestamp;

#[derive(Template)]
#[template(path = "cases/parallel.html")]
struct ListPage {
    page: Page,
    frame: CaseFrame,
    matters: Vec<Line>,
    waits: String,
    record: String,
    back: String,
}

/// A matter as the list and the overview show it.
pub struct Line {
    pub kind: String,
    pub place: String,
    pub reference: String,
    pub words: String,
    pub by: String,
    pub at: Timestamp,
    pub over: Option<(Timestamp, String)>,
    /// Where its end is recorded; empty for who cannot
    pub end: String,
}

#[derive(Template)]
#[template(path = "cases/parallel_record.html")]
struct RecordPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    kinds: Vec<Choice>,
    max: usize,
    back: String,
}

#[derive(Template)]
#[template(path = "cases/parallel_over.html")]
struct OverPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    matter: Line,
    waits: bool,
    max: usize,
    back: String,
}

/// The matters of a case, newest first.
pub fn lines(scope: &CaseScope, page: &Page) -> Vec<Line> {
    let matters = scope.file.parallel.iter().rev();
    matters.map(|matter| line(scope, page, matter)).collect()
}

fn line(scope: &CaseScope, page: &Page, matter: &Parallel) -> Line {
    Line {
        kind: said(&page.words, "link", matter.kind.as_str()),
        place: matter.place.clone(),
        reference: matter.reference.clone(),
        words: matter.words.clone(),
        by: matter.by.clone(),
        at: matter.at,
        over: matter
            .over
            .as_ref()
            .map(|over| (over.at, over.words.clone())),
        end: if scope.would_accept(&over(matter.no, "?".into())) {
            urls::parallel_over(&scope.file.number, matter.no)
        } else {
            String::new()
        },
    }
}

fn record_of(kind: LinkKind) -> Act {
    Act::Parallel(parallel::Act::Record {
        kind,
        place: "?".into(),
        reference: String::new(),
        words: "?".into(),
    })
}

fn over(no: u32, words: String) -> Act {
    Act::Parallel(parallel::Act::Over { no, words })
}

/// The kinds that the reader may record now.
pub fn kinds(scope: &CaseScope) -> Vec<LinkKind> {
    let links = scope.pack.links.iter().map(|link| link.kind);
    links
        .filter(|kind| scope.would_accept(&record_of(*kind)))
        .collect()
}

/// What the case waits for, in words; empty where it goes on.
pub fn waits(scope: &CaseScope, page: &Page) -> String {
    let holds = scope.file.holding(&scope.pack).into_iter();
    let named = holds.map(|hold| said(&page.words, "toll", &hold));
    words::listed(&page.words, named)
}

/// `GET /cases/{number}/parallel`
pub async fn list(visitor: Visitor, number: Path<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &number).await?;
    if scope.pack.links.is_empty() {
        return Err(WebError::NotFound);
    }
    let page = scope.page();
    let title = page.t("case-parallel-title").to_owned();
    let view = ListPage {
        matters: lines(&scope, &page),
        waits: waits(&scope, &page),
        record: if kinds(&scope).is_empty() {
            String::new()
        } else {
            urls::parallel_new(&scope.file.number)
        },
        back: urls::case(&scope.file.number),
        frame: scope.frame(Part::Overview),
        page: page.here(title),
    };
    html(&view)
}

/// `GET /cases/{number}/parallel/new`
pub async fn ask(visitor: Visitor, number: Path<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &number).await?;
    record_page(scope, FormState::new(), StatusCode::OK).await
}

async fn record_page(mut scope: CaseScope, form: FormState, status: StatusCode) -> PageResult {
    let open = kinds(&scope);
    if open.is_empty() {
        // Whoever never may is told nothing of it.
        let never = scope
            .pack
            .links
            .iter()
            .all(|link| !link.by.contains(&scope.actor.role));
        return Err(match scope.pack.links.first() {
            Some(link) if !never => impossible(&scope, &record_of(link.kind)),
            _ => WebError::NotFound,
        });
    }
    let page = scope.form_page().await?;
    let choice = |kind: LinkKind| {
        let waits = scope
            .pack
            .link(kind)
            .is_some_and(|link| link.hold.is_some());
        let hint = if waits {
            "case-parallel-waits"
        } else {
            "case-parallel-goes-on"
        };
        let label = said(&page.words, "link", kind.as_str());
        Choice::new(kind.as_str(), label).hint(page.t(hint))
    };
    let title = page.t("case-parallel-record").to_owned();
    let view = RecordPage {
        kinds: open.into_iter().map(choice).collect(),
        max: WORDS_MAX,
        back: urls::parallel(&scope.file.number),
        hidden: scope.hidden(),
        frame: scope.frame(Part::Overview),
        form,
        page: page.here(title),
    };
    render(&view, status)
}

/// `POST /cases/{number}/parallel/new`
pub async fn record(visitor: Visitor, number: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "kind", "place", "reference", "reason"])?;
    let scope = CaseScope::open(visitor, &number).await?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after(&receipt));
    }
    let mut form = FormState::of(&posted);
    let open: Vec<&str> = kinds(&scope).into_iter().map(LinkKind::as_str).collect();
    let kind = form.choose_from("kind", &open, "case-parallel-kind-empty");
    let kind = kind.and_then(LinkKind::from_word);
    let place = form.required("place", NAME_MAX, "case-parallel-place-empty");
    let reference = form.optional("reference", NAME_MAX).unwrap_or_default();
    let words = form.required("reason", WORDS_MAX, "case-parallel-words-empty");
    let (Some(kind), true) = (kind, form.is_ok()) else {
        return record_page(scope, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let act = Act::Parallel(parallel::Act::Record {
        kind,
        place,
        reference,
        words,
    });
    match scope.perform(&posted, act).await {
        Ok(receipt) => Ok(after(&receipt)),
        Err(error) => Err(scope.refused(&posted, error)),
    }
}

/// `GET /cases/{number}/parallel/{no}/over`
pub async fn ask_over(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    over_page(scope, no, FormState::new(), StatusCode::OK).await
}

async fn over_page(
    mut scope: CaseScope,
    no: u32,
    form: FormState,
    status: StatusCode,
) -> PageResult {
    let matter = scope
        .file
        .parallel
        .iter()
        .find(|found| found.no == no)
        .cloned();
    let matter = matter.ok_or(WebError::NotFound)?;
    let act = over(no, "?".into());
    if !scope.would_accept(&act) {
        return Err(impossible(&scope, &act));
    }
    let page = scope.form_page().await?;
    let title = page.t("case-parallel-over").to_owned();
    let view = OverPage {
        waits: scope
            .pack
            .link(matter.kind)
            .is_some_and(|link| link.hold.is_some()),
        matter: line(&scope, &page, &matter),
        max: WORDS_MAX,
        back: urls::parallel(&scope.file.number),
        hidden: scope.hidden(),
        frame: scope.frame(Part::Overview),
        form,
        page: page.here(title),
    };
    render(&view, status)
}

/// `POST /cases/{number}/parallel/{no}/over`
pub async fn end(visitor: Visitor, path: Path<(String, u32)>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "reason"])?;
    let (number, no) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after(&receipt));
    }
    let mut form = FormState::of(&posted);
    let words = form.required("reason", WORDS_MAX, "case-parallel-over-empty");
    if !form.is_ok() {
        return over_page(scope, no, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    match scope.perform(&posted, over(no, words)).await {
        Ok(receipt) => Ok(after(&receipt)),
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
