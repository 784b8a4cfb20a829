//! Receipts: number, entry, time, hash, and what happens next. Pages that can be kept and opened again.

use crate::documents::{
    Document, Fact, Frame, FrameLabels, ReceiptDocument, ReceiptFile, ReceiptLabels, Record,
};
use crate::domain::Role;
use crate::domain::access::is_of_another;
use crate::domain::acts::{Effect, Receipt};
use crate::domain::docket::Entry;
use crate::services::telling::Reading;
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
use jiff::Timestamp;

#[derive(Template)]
#[template(path = "notices/receipt.html")]
struct ReceiptPage {
    page: Page,
    title: String,
    rows: Vec<SumRow>,
    hash: String,
    sent: Vec<String>,
    next: Vec<String>,
    case: String,
    timeline: String,
    pdf: String,
    proof: String,
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

/// `GET /receipts/{number}/{entry}.pdf`: the same receipt, to keep.
pub async fn pdf(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let (number, no) = path.into_inner();
    let told = tell(visitor, &number, no).await?;
    let app = &told.scope.visitor.app;
    let document = Document::Receipt(Box::new(document(&told)));
    let made = app.typesetter.render(&document).await;
    let bytes = made.map_err(|error| WebError::Refused {
        key: "notices-receipt-no-pdf",
        args: vec![("why", error.explain(&told.page.words).into())],
    })?;
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((
            "Content-Disposition",
            format!("attachment; filename=\"{number}-receipt-{no}.pdf\""),
        ))
        .insert_header(("Content-Security-Policy", "sandbox; default-src 'none'"))
        .body(bytes))
}

async fn show(visitor: Visitor, number: &str, no: u32) -> PageResult {
    let told = tell(visitor, number, no).await?;
    let case = &told.scope.file.number;
    html(&ReceiptPage {
        case: urls::case(case),
        timeline: urls::entry(case, no),
        proof: urls::entry_proof(case, no),
        pdf: urls::entry_receipt(case, format!("{no}.pdf")),
        title: told.title.clone(),
        rows: told.rows,
        hash: told.hash,
        sent: told.sent,
        next: told.next,
        page: told.page.here(told.title),
    })
}

/// What a receipt says, on a page and on paper.
struct Told {
    scope: CaseScope,
    page: Page,
    title: String,
    rows: Vec<SumRow>,
    hash: String,
    /// The words that were sent
    sent: Vec<String>,
    next: Vec<String>,
    files: Vec<ReceiptFile>,
    at: Timestamp,
}

async fn tell(visitor: Visitor, number: &str, no: u32) -> Result<Told, WebError> {
    let scope = CaseScope::open(visitor, number).await?;
    let (entry, hash, with_it) = entries(&scope, no).await?;
    // A receipt is for the side that acted, and for the registry.
    let own = entry.actor.role == scope.actor.role && entry.actor.party == scope.actor.party;
    if !own && !matches!(scope.actor.role, Role::CaseManager | Role::Administrator) {
        return Err(WebError::NotFound);
    }
    let page = scope.page();
    let files: Vec<ReceiptFile> = [Some(&entry), with_it.as_ref()]
        .into_iter()
        .flatten()
        .flat_map(|entry| files(&page, entry))
        .collect();
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
    if !files.is_empty() {
        let labels: Vec<&str> = files.iter().map(|file| file.number.as_str()).collect();
        rows.push(SumRow::new(
            page.t("notices-receipt-exhibits"),
            labels.join(", "),
        ));
    }
    let reading = Reading {
        file: &scope.file,
        pack: &scope.pack,
        actor: &scope.actor,
        words: &page.words,
        zone: &page.zone,
    };
    let sent = reading.words_sent(&entry);
    // What comes next is told as of the act: of today only while nothing else has happened.
    let after = scope.file.version - entry.no.min(scope.file.version);
    let is_newest = after <= u64::from(with_it.is_some());
    Ok(Told {
        title: words::act(&page.words, entry.deed.name(), ""),
        next: if is_newest {
            next(&page, &scope)
        } else {
            then(&page, &scope, &entry)
        },
        sent,
        at: entry.at,
        scope,
        page,
        rows,
        hash,
        files,
    })
}

/// The entry with its hash, and the one after it where evidence that came with it stands.
async fn entries(scope: &CaseScope, no: u32) -> Result<(Entry, String, Option<Entry>), WebError> {
    let case = scope.file.id;
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
    let with_it = entries
        .next()
        .transpose()?
        .map(|(next, _)| next)
        .filter(|next| next.actor == entry.actor && next.deed.name() == "evidence.file");
    Ok((entry, hash, with_it))
}

/// The receipt as a document in the reader's language.
fn document(told: &Told) -> ReceiptDocument {
    let words = &told.page.words;
    let app = &told.scope.visitor.app;
    let number = &told.scope.file.number;
    let mut facts: Vec<Fact> = told
        .rows
        .iter()
        .map(|row| Fact::new(&row.name, &row.value))
        .collect();
    // The moment stands in the frame, the exhibits in their table.
    facts.truncate(4);
    let when = facts.remove(2).value;
    ReceiptDocument {
        frame: Frame {
            language: words.locale.tag().to_owned(),
            institution: app.config.product.name.clone(),
            case_number: number.to_string(),
            title: words.t("documents-title-receipt").to_owned(),
            banner: app
                .config
                .is_demo()
                .then(|| words.t("documents-banner-demo").to_owned()),
            made_at: told.at,
            labels: FrameLabels::in_words(words),
        },
        subtitle: words
            .find(&format!("pack-{}-title", told.scope.file.pack.id))
            .unwrap_or_default()
            .to_owned(),
        what: told.title.clone(),
        when,
        facts,
        answers: if told.sent.is_empty() {
            Vec::new()
        } else {
            let words_of = words.t("documents-answers-words");
            vec![Fact::new(words_of, told.sent.join("\n\n"))]
        },
        files: told.files.clone(),
        next: told.next.clone(),
        record: Record {
            title: words.t("documents-record-title").to_owned(),
            statement: words.t("documents-record-receipt").to_owned(),
            digest: told.hash.clone(),
            address: app.urls.absolute(&urls::timeline(number)),
        },
        labels: ReceiptLabels::in_words(words),
    }
}

fn files(page: &Page, entry: &Entry) -> Vec<ReceiptFile> {
    let file = |effect: &Effect| match effect {
        Effect::ExhibitFiled { exhibit } => Some(ReceiptFile {
            number: exhibit.label.to_string(),
            title: exhibit.title.clone(),
            size: page.size(exhibit.file.size_bytes),
            digest: exhibit.file.digest.to_string(),
        }),
        _ => None,
    };
    entry.effects.iter().filter_map(file).collect()
}

/// What the act itself brought about: the states that the reader's tracks came into, and the dates it set.
fn then(page: &Page, scope: &CaseScope, entry: &Entry) -> Vec<String> {
    let mut then: Vec<String> = Vec::new();
    let own = |effect: &&Effect| !is_of_another(&scope.file, &scope.actor, effect);
    for effect in entry.effects.iter().filter(own) {
        let line = match effect {
            Effect::TrackMoved { to, .. } => words::state_next(&page.words, to),
            Effect::ClockStarted { clock } if !clock.target => {
                let label = words::clock_label(&page.words, &clock.rule, scope.owns(clock));
                let when = crate::web::page::parts::when_and_where(page, clock.due_at);
                page.with2("notices-receipt-by-when", "what", label, "when", when)
            }
            _ => continue,
        };
        if !line.is_empty() && !then.contains(&line) {
            then.push(line);
        }
    }
    then
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
    let settlement = scope.settlement_date();
    let settlement = settlement.map(|date| {
        (
            date.awaited.rule().to_owned(),
            scope.awaits(&date),
            date.due_at,
        )
    });
    let clock = || {
        let clock = scope.clock()?;
        Some((clock.rule.clone(), scope.owns(clock), clock.due_at))
    };
    if scope.file.closed_at.is_none()
        && let Some((rule, yours, due_at)) = settlement.or_else(clock)
    {
        let label = words::clock_label(&page.words, &rule, yours);
        let when = crate::web::page::parts::when_and_where(page, due_at);
        next.push(page.with2("notices-receipt-by-when", "what", label, "when", when));
    }
    next
}
