//! Receipts: number, entry, time, hash, and what happens next. Pages that can be kept and opened again.

use crate::domain::Role;
use crate::domain::acts::{Effect, Receipt};
use crate::domain::docket::Entry;
use crate::storage::{StorageError, docket};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::page::parts::SumRow;
use crate::web::page::{Page, html, see_other};
use crate::web::scope::CaseScope;
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

#[derive(Template)]
#[template(path = "notices/receipt.html")]
struct ReceiptPage {
    page: Page,
    title: String,
    rows: Vec<SumRow>,
    hash: String,
    next: Vec<String>,
    case: String,
    timeline: String,
}

/// Where a person goes after an act that counts.
pub fn after_act(receipt: &Receipt) -> HttpResponse {
    see_other(urls::entry_receipt(&receipt.number, receipt.entry))
}

/// `GET /receipts/{number}`: of the filing.
pub async fn filing(visitor: Visitor, path: Path<String>) -> PageResult {
    show(visitor, &path.into_inner(), 1).await
}

/// `GET /receipts/{number}/{entry}`: of any act.
pub async fn entry(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let (number, entry) = path.into_inner();
    show(visitor, &number, entry).await
}

async fn show(visitor: Visitor, number: &str, no: u32) -> PageResult {
    let scope = CaseScope::open(visitor, number).await?;
    let case = scope.file.id;
    // The entry, and the one after it, where evidence that came with it stands.
    let rows = scope
        .visitor
        .app
        .store
        .read(move |tx| docket::list(tx, case, no.saturating_sub(1), 2))
        .await?;
    let mut entries = rows.into_iter().map(|row| {
        let entry: Entry = serde_json::from_str(&row.entry.0)
            .map_err(|_| StorageError::corrupt("docket", "entry", case))?;
        Ok::<_, StorageError>((entry, row.hash))
    });
    let (entry, hash) = entries
        .next()
        .transpose()?
        .filter(|(entry, _)| entry.no == u64::from(no))
        .ok_or(WebError::NotFound)?;
    // A receipt is for the side that acted, and for the registry.
    let own = entry.actor.role == scope.actor.role && entry.actor.party == scope.actor.party;
    if !own && !matches!(scope.actor.role, Role::CaseManager | Role::Administrator) {
        return Err(WebError::NotFound);
    }
    let with_it = entries
        .next()
        .transpose()?
        .map(|(next, _)| next)
        .filter(|next| next.actor == entry.actor && next.deed.name() == "evidence.file");
    let labels = labels(&entry)
        .into_iter()
        .chain(with_it.iter().flat_map(labels))
        .collect::<Vec<_>>()
        .join(", ");
    let page = scope.page();
    let title = words::act(&page.words, entry.deed.name(), "");
    let mut rows = vec![
        SumRow::new(
            page.t("notices-receipt-case"),
            scope.file.number.to_string(),
        ),
        SumRow::new(page.t("notices-receipt-entry"), page.number(entry.no)),
        SumRow::new(
            page.t("notices-receipt-at"),
            crate::web::page::parts::when_and_where(&page, entry.at),
        ),
        SumRow::new(page.t("notices-receipt-by"), entry.actor.name.clone()),
    ];
    if !labels.is_empty() {
        rows.push(SumRow::new(page.t("notices-receipt-exhibits"), labels));
    }
    html(&ReceiptPage {
        next: next(&page, &scope),
        title: title.clone(),
        rows,
        hash,
        case: urls::case(&scope.file.number),
        timeline: urls::entry(&scope.file.number, no),
        page: page.here(title),
    })
}

fn labels(entry: &Entry) -> Vec<String> {
    let label = |effect: &Effect| match effect {
        Effect::ExhibitFiled { exhibit } => Some(exhibit.label.to_string()),
        _ => None,
    };
    entry.effects.iter().filter_map(label).collect()
}

/// What happens next, once for each state that the reader's tracks are in, and by when.
fn next(page: &Page, scope: &CaseScope) -> Vec<String> {
    let mut next: Vec<String> = Vec::new();
    let tracks = scope.file.tracks.iter().filter(|track| {
        scope.actor.role != Role::Respondent || Some(track.respondent) == scope.actor.party
    });
    for track in tracks {
        let words = words::state_next(&page.words, &track.state);
        if !words.is_empty() && !next.contains(&words) {
            next.push(words);
        }
    }
    if scope.file.closed_at.is_none()
        && let Some(clock) = scope.clock()
    {
        let label = words::clock_label(&page.words, &clock.rule, clock.owner == scope.actor.role);
        let when = crate::web::page::parts::when_and_where(page, clock.due_at);
        next.push(page.with2("notices-receipt-by-when", "what", label, "when", when));
    }
    next
}
