//! All exhibits that the reader may see, with filters by side and claim.

use super::{claim_name, claims, side};
use crate::domain::Role;
use crate::domain::access;
use crate::domain::acts::Act;
use crate::domain::cases::decide;
use crate::domain::evidence::{self as domain, Exhibit, ExhibitKind, FileRef, NewExhibit};
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::forms::Choice;
use crate::web::page::{Page, html};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web::{Path, Query};
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;

/// What of the list is shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    side: String,
    claim: String,
}

struct Row {
    label: String,
    mark: &'static str,
    href: String,
    title: String,
    side: String,
    kind: String,
    claim: String,
    size: u64,
    at: Timestamp,
    withdrawn: Option<String>,
}

#[derive(Template)]
#[template(path = "evidence/list.html")]
struct List {
    page: Page,
    frame: CaseFrame,
    rows: Vec<Row>,
    total: usize,
    is_empty: bool,
    total_size: u64,
    sides: Vec<Choice>,
    claims: Vec<Choice>,
    wanted: Wanted,
    action: String,
    add: String,
    why_not: String,
    ask: String,
}

/// An act that files something, to ask whether the seat may file now.
fn trial() -> Act {
    let file = FileRef {
        digest: String::new(),
        size_bytes: 0,
        media_type: String::new(),
        name: String::new(),
    };
    let new = NewExhibit {
        file,
        title: String::new(),
        kind: ExhibitKind::Other,
        description: String::new(),
        claim: 0,
    };
    Act::Evidence(domain::Act::File {
        exhibits: vec![new],
    })
}

/// Why the seat cannot file evidence now, in words; `None` when it can.
pub(super) fn refusal(scope: &CaseScope, page: &Page) -> Option<String> {
    let refused = decide(&scope.file, scope.law(), &scope.actor, &trial(), scope.now).err()?;
    Some(words::refusal(&page.words, &page.zone, &refused))
}

/// Whether the seat may file evidence now.
pub(super) fn may_file(scope: &CaseScope) -> bool {
    scope.would_accept(&trial())
}

/// `GET /cases/{number}/evidence?side=&claim=`
pub async fn show(visitor: Visitor, path: Path<String>, wanted: Query<Wanted>) -> PageResult {
    let scope = CaseScope::open(visitor, &path).await?;
    let wanted = wanted.into_inner();
    let page = scope.page();
    let number = scope.file.number.clone();
    let all: Vec<&Exhibit> = access::exhibits(&scope.file, &scope.actor).collect();
    let shown = all.iter().filter(|exhibit| {
        let side_ok = wanted.side.is_empty() || side_word(&scope, exhibit) == wanted.side;
        let claim_ok = wanted.claim.is_empty() || exhibit.claim.to_string() == wanted.claim;
        side_ok && claim_ok
    });
    let rows = shown.map(|exhibit| row(&scope, &page, exhibit)).collect();
    let sides = ["claimant", "respondent", "marketplace", "tribunal"]
        .map(|side| Choice::new(side, words::said(&page.words, "side", side)));
    let can_file = may_file(&scope);
    let party = matches!(scope.actor.role, Role::Claimant | Role::Respondent);
    let why_not = if party {
        refusal(&scope, &page).unwrap_or_default()
    } else {
        String::new()
    };
    html(&List {
        frame: scope.frame(Part::Evidence),
        rows,
        total: all.len(),
        is_empty: all.is_empty(),
        total_size: all.iter().map(|exhibit| exhibit.file.size_bytes).sum(),
        sides: sides.into(),
        claims: claims(&page, &scope),
        wanted,
        action: urls::evidence(&number),
        add: if can_file {
            urls::evidence_new(&number)
        } else {
            String::new()
        },
        why_not,
        ask: urls::message_new(&number),
        page: page.here(scope.visitor.words().t("case-part-evidence")),
    })
}

fn side_word(scope: &CaseScope, exhibit: &Exhibit) -> &'static str {
    match exhibit
        .party
        .and_then(|no| scope.file.party(no))
        .map(|party| party.role)
    {
        Some(Role::Claimant) => "claimant",
        Some(Role::Respondent) => "respondent",
        Some(Role::Marketplace) => "marketplace",
        _ => "tribunal",
    }
}

fn row(scope: &CaseScope, page: &Page, exhibit: &Exhibit) -> Row {
    Row {
        label: exhibit.label.to_string(),
        mark: exhibit.label.mark(),
        href: urls::exhibit(&scope.file.number, &exhibit.label),
        title: exhibit.title.clone(),
        side: side(page, scope, exhibit),
        kind: words::said(&page.words, "exhibit-kind", exhibit.kind.as_str()),
        claim: match scope.file.listing(exhibit.claim) {
            Some(listing) => claim_name(page, listing),
            None => page.t("evidence-whole-case").to_owned(),
        },
        size: exhibit.file.size_bytes,
        at: exhibit.filed_at,
        withdrawn: exhibit
            .withdrawn
            .as_ref()
            .map(|withdrawn| withdrawn.reason.clone()),
    }
}
