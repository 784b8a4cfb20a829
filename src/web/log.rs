//! The public log: its files for programs that watch it, a page that says what it is, and for each docket entry the
//! proof that it stands there.

use crate::domain::access::is_withheld_as_recorded;
use crate::domain::docket::Entry;
use crate::domain::log::{Checkpoint, Key, Leaf, Policy, Tile, Witness};
use crate::services::log::{self, Issued};
use crate::storage::log::{self as stored, LogRow, StampRow};
use crate::storage::{ReadTx, StorageError, docket};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::page::parts::SumRow;
use crate::web::page::{Page, html};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::http::header;
use actix_web::web::{Data, Path, ServiceConfig, get};
use actix_web::{HttpResponse, HttpResponseBuilder};
use askama::Template;
use jiff::Timestamp;

/// Routes.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/log", get().to(page))
        .route("/log/{name}/checkpoint", get().to(checkpoint))
        .route("/log/{name}/key", get().to(key))
        .route("/log/{name}/key.pem", get().to(pem))
        .route("/log/{name}/policy", get().to(policy))
        .route("/log/{name}/authority.pem", get().to(authority))
        .route("/log/{name}/stamps/{size}/{what}", get().to(stamp))
        .route("/log/{name}/tile/{tile:.*}", get().to(tile))
        .route("/cases/{number}/entries/{no}", get().to(entry))
        .route("/cases/{number}/entries/{no}/proof", get().to(proof))
        .route("/cases/{number}/entries/{no}/leaf", get().to(leaf))
        .route("/cases/{number}/entries/{no}/record", get().to(record))
        .route("/cases/{number}/entries/{no}/salt", get().to(salt));
}

type App = Data<crate::startup::App>;

async fn find(app: &App, name: String) -> Result<LogRow, WebError> {
    let found = app
        .store
        .read(move |tx| stored::find_log(tx, &name))
        .await?;
    found
        .filter(|log| !log.note.is_empty())
        .ok_or(WebError::NotFound)
}

/// `GET /log/{name}/checkpoint`: the signed head, as it is now.
async fn checkpoint(app: App, name: Path<String>) -> PageResult {
    let log = find(&app, name.into_inner()).await?;
    // With the signatures of witnesses once enough of them have seen it.
    Ok(text("no-cache").body(match log.witnessed_size == log.size {
        true => log.witnessed_note,
        false => log.note,
    }))
}

/// `GET /log/{name}/policy`: its key, its witnesses, and how many of them have to sign (C2SP tlog-policy).
async fn policy(app: App, name: Path<String>) -> PageResult {
    let log = find(&app, name.into_inner()).await?;
    let none = Policy::default();
    let policy = app.log.policy.as_ref().unwrap_or(&none);
    Ok(text("public, max-age=3600").body(policy.text(&log.key)))
}

/// `GET /log/{name}/key`: the verifier key.
async fn key(app: App, name: Path<String>) -> PageResult {
    let log = find(&app, name.into_inner()).await?;
    let name = format!("inline; filename=\"log-{}.vkey\"", log.name);
    Ok(text("public, max-age=3600")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(format!("{}\n", log.key)))
}

/// `GET /log/{name}/key.pem`: the same key as openssl reads it.
async fn pem(app: App, name: Path<String>) -> PageResult {
    let log = find(&app, name.into_inner()).await?;
    let key = Key::parse(&log.key).map_err(|_| StorageError::corrupt("logs", "key", log.name))?;
    Ok(text("public, max-age=3600").body(key.pem()))
}

/// `GET /log/{name}/tile/…`: hashes or entries, which never change.
async fn tile(app: App, path: Path<(String, String)>) -> PageResult {
    let (name, address) = path.into_inner();
    let asked = Tile::parse(&address).ok_or(WebError::NotFound)?;
    let bytes = log::tile(&app, name, asked).await?;
    Ok(HttpResponse::Ok()
        .content_type("application/octet-stream")
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(bytes.ok_or(WebError::NotFound)?))
}

/// `GET /log/{name}/authority.pem`: the certificates that the authority for time-stamps leads to.
async fn authority(app: App, name: Path<String>) -> PageResult {
    find(&app, name.into_inner()).await?;
    let authority = app.log.authority.as_ref().ok_or(WebError::NotFound)?;
    Ok(text("public, max-age=3600").body(authority.pem.clone()))
}

/// `GET /log/{name}/stamps/{size}/…`: a time-stamp as it was asked for (`query`) and answered (`reply`), and the text that
/// it is of (`head`). Never changes.
async fn stamp(app: App, path: Path<(String, i64, String)>) -> PageResult {
    let (name, size, what) = path.into_inner();
    let log = find(&app, name).await?;
    let name = log.name.clone();
    let found = app
        .store
        .read(move |tx| stored::find_stamp(tx, &name, size))
        .await?;
    let row = found.ok_or(WebError::NotFound)?;
    let file = format!("{}-{size}", log.name);
    let (kind, ending, bytes) = match what.as_str() {
        "query" => ("application/timestamp-query", "tsq", row.query),
        "reply" => ("application/timestamp-reply", "tsr", row.reply),
        "head" => {
            let opened = Key::parse(&log.key).and_then(|key| Checkpoint::open(&row.note, &key));
            let head = opened.map_err(|_| StorageError::corrupt("log_stamps", "note", &file))?;
            let text = head.text().into_bytes();
            ("text/plain; charset=utf-8", "txt", text)
        }
        _ => return Err(WebError::NotFound),
    };
    let name = format!("attachment; filename=\"log-{file}.{ending}\"");
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(bytes))
}

fn text(caching: &'static str) -> HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    response
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, caching));
    response
}

#[derive(Template)]
#[template(path = "log/log.html")]
struct LogPage {
    page: Page,
    logs: Vec<Listed>,
    has_witnesses: bool,
    has_authority: bool,
}

/// A log on the public page.
struct Listed {
    origin: String,
    size: u64,
    root: String,
    signed_at: Option<Timestamp>,
    is_closed: bool,
    key: String,
    note: String,
    /// Who has signed it too, and when
    seen_by: Vec<String>,
    /// How much of it they have signed, where that is not all
    seen_size: Option<i64>,
    /// The newest time-stamp, in words; how many lines it is of where that is not all, and its files with their names
    stamped: Option<String>,
    stamped_size: Option<i64>,
    stamp_files: Vec<(&'static str, String)>,
    checkpoint: String,
    policy_href: String,
    key_href: String,
    pem_href: String,
}

/// `GET /log`
async fn page(visitor: Visitor) -> PageResult {
    let logs = visitor
        .app
        .store
        .read(|tx| {
            let mut all = Vec::new();
            for log in stored::list_logs(tx)? {
                let stamp = stored::last_stamp(tx, &log.name)?;
                all.push((log, stamp));
            }
            Ok(all)
        })
        .await?;
    let signed = logs
        .into_iter()
        .rev()
        .filter(|(log, _)| !log.note.is_empty());
    let policy = visitor.app.log.policy.as_ref();
    let page = visitor.page();
    let page = page.here(visitor.words().t("log-title"));
    let logs = signed.map(|log| listed(&page, policy, log)).collect();
    html(&LogPage {
        page,
        logs,
        has_witnesses: policy.is_some_and(Policy::asks),
        has_authority: visitor.app.log.authority.is_some(),
    })
}

/// Who has signed a note beside the log, with the time of each, in words.
fn seen_by(page: &Page, policy: Option<&Policy>, note: &str) -> Vec<String> {
    let Some(policy) = policy else {
        return Vec::new();
    };
    let seen = policy.seen_by(note).unwrap_or_default();
    let told = |witness: &Witness| {
        let at = i64::try_from(*seen.get(&witness.name)?).ok()?;
        let when = page.when(Timestamp::from_second(at).ok()?);
        Some(page.with2("log-witness-line", "name", witness.key.name(), "when", when))
    };
    policy.witnesses().iter().filter_map(told).collect()
}

/// What a time-stamp says, in words.
fn stamp_line(page: &Page, stamp: &StampRow) -> String {
    let when = page.when(stamp.stamped_at);
    page.with2(
        "log-stamp-line",
        "name",
        stamp.authority.as_str(),
        "when",
        when,
    )
}

fn listed(
    page: &Page,
    policy: Option<&Policy>,
    (log, stamp): (LogRow, Option<StampRow>),
) -> Listed {
    let opened = Key::parse(&log.key).and_then(|key| Checkpoint::open(&log.note, &key));
    Listed {
        size: opened.as_ref().map_or(0, |opened| opened.size),
        root: opened.map_or_else(|_| String::new(), |opened| opened.root.to_string()),
        signed_at: log.signed_at,
        is_closed: log.closed_at.is_some(),
        seen_by: seen_by(page, policy, &log.witnessed_note),
        seen_size: (log.witnessed_size < log.size).then_some(log.witnessed_size),
        stamped: stamp.as_ref().map(|stamp| stamp_line(page, stamp)),
        stamped_size: stamp
            .as_ref()
            .and_then(|stamp| (stamp.size < log.size).then_some(stamp.size)),
        stamp_files: stamp.map_or_else(Vec::new, |stamp| {
            [
                ("log-get-stamp", "reply"),
                ("log-get-stamp-query", "query"),
                ("log-get-stamp-head", "head"),
            ]
            .map(|(key, what)| (key, urls::log_stamp(&log.name, stamp.size, what)))
            .into()
        }),
        policy_href: urls::log(&log.name, "policy"),
        checkpoint: urls::log(&log.name, "checkpoint"),
        key_href: urls::log(&log.name, "key"),
        pem_href: urls::log(&log.name, "key.pem"),
        origin: log.origin,
        key: log.key,
        note: log.note,
    }
}

#[derive(Template)]
#[template(path = "log/entry.html")]
struct EntryPage {
    page: Page,
    frame: CaseFrame,
    no: u32,
    title: String,
    rows: Vec<SumRow>,
    hashes: Vec<(String, String)>,
    is_signed: bool,
    is_withheld: bool,
    proof: String,
    leaf: String,
    record: String,
    salt: String,
    key: String,
    /// The name of the file with the key
    key_file: String,
    back: String,
    /// Names of the files, for the commands
    file: String,
}

/// An entry of a case that the visitor has a seat in.
struct Opened {
    scope: CaseScope,
    no: u32,
    entry: Entry,
    is_withheld: bool,
}

async fn open(visitor: Visitor, path: Path<(String, u32)>) -> Result<Opened, WebError> {
    let (number, no) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let case = scope.file.id;
    let row = scope
        .visitor
        .app
        .store
        .read(move |tx| docket::find(tx, case, no))
        .await?
        .ok_or(WebError::NotFound)?;
    let entry: Entry = serde_json::from_str(&row.entry.0)
        .map_err(|_| StorageError::corrupt("docket", "entry", case))?;
    Ok(Opened {
        is_withheld: is_withheld_as_recorded(&scope.file, &scope.actor, &entry),
        scope,
        no,
        entry,
    })
}

/// `GET /cases/{number}/entries/{no}`: where an entry stands in the log, and how anybody can check it.
async fn entry(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let opened = open(visitor, path).await?;
    let (scope, no) = (&opened.scope, opened.no);
    let issued = log::receipt_soon(&scope.visitor.app, scope.file.id, no).await?;
    let place = issued
        .as_ref()
        .map(|issued| (issued.log.name.clone(), issued.receipt.index));
    let stamp = match place {
        Some((log, index)) => {
            let size = i64::try_from(index + 1).unwrap_or(i64::MAX);
            let look = move |tx: &mut ReadTx<'_>| stored::stamp_over(tx, &log, size);
            scope.visitor.app.store.read(look).await?
        }
        None => None,
    };
    let number = &scope.file.number;
    let page = scope.page();
    let title = page.with1("common-entry", "number", no);
    let page = page
        .crumb(
            page_words(scope, "case-part-timeline"),
            urls::timeline(number),
        )
        .here(title);
    let at = |what: &str| urls::entry_file(number, no, what);
    html(&EntryPage {
        frame: scope.frame(Part::Timeline),
        no,
        title: words::act(&page.words, opened.entry.deed.name(), ""),
        rows: rows(&page, &opened, issued.as_ref(), stamp.as_ref()),
        hashes: issued
            .as_ref()
            .map_or_else(Vec::new, |issued| hashes(&page, issued)),
        is_signed: issued.is_some(),
        is_withheld: opened.is_withheld,
        proof: at("proof"),
        leaf: at("leaf"),
        record: at("record"),
        salt: at("salt"),
        key_file: issued.as_ref().map_or_else(String::new, |issued| {
            format!("log-{}.vkey", issued.log.name)
        }),
        key: issued.map_or_else(String::new, |issued| urls::log(&issued.log.name, "key")),
        back: urls::entry(number, no),
        file: file_name(&opened),
        page,
    })
}

fn page_words(scope: &CaseScope, key: &str) -> String {
    scope.visitor.words().t(key).to_owned()
}

fn rows(
    page: &Page,
    opened: &Opened,
    issued: Option<&Issued>,
    stamp: Option<&StampRow>,
) -> Vec<SumRow> {
    let mut rows = vec![SumRow::new(
        page.t("notices-receipt-at"),
        crate::web::page::parts::when_and_where(page, opened.entry.at),
    )];
    if let Some(issued) = issued {
        rows.push(SumRow::new(
            page.t("log-entry-log"),
            issued.log.origin.clone(),
        ));
        rows.push(SumRow::new(
            page.t("log-entry-place"),
            page.with2(
                "log-entry-place-of",
                "no",
                issued.receipt.index + 1,
                "size",
                issued.log.size,
            ),
        ));
        if let Some(at) = issued.log.signed_at {
            rows.push(SumRow::new(page.t("log-entry-signed"), page.when(at)));
        }
        let policy = opened.scope.visitor.app.log.policy.as_ref();
        let seen = seen_by(page, policy, &issued.receipt.note);
        if !seen.is_empty() {
            rows.push(SumRow::new(page.t("log-witnesses"), seen.join("; ")));
        }
        if let Some(stamp) = stamp {
            rows.push(SumRow::new(page.t("log-stamp"), stamp_line(page, stamp)));
        }
    }
    rows
}

fn hashes(page: &Page, issued: &Issued) -> Vec<(String, String)> {
    let Some(leaf) = Leaf::parse(&issued.leaf) else {
        return Vec::new();
    };
    [
        ("log-entry-hash-leaf", leaf.hash()),
        ("log-entry-hash-event", leaf.event),
        ("log-entry-hash-case", leaf.case),
        ("log-entry-hash-prev", leaf.prev),
    ]
    .map(|(key, hash)| (page.t(key).to_owned(), hash.to_string()))
    .into()
}

/// What the files of an entry are called when they are kept.
fn file_name(opened: &Opened) -> String {
    format!("{}-{}", opened.scope.file.number, opened.no)
}

fn download(opened: &Opened, kind: &'static str, ending: &str) -> HttpResponseBuilder {
    let name = format!("attachment; filename=\"{}.{ending}\"", file_name(opened));
    let mut response = HttpResponse::Ok();
    response
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"));
    response
}

async fn issued(opened: &Opened) -> Result<Issued, WebError> {
    let app = &opened.scope.visitor.app;
    let issued = log::receipt_soon(app, opened.scope.file.id, opened.no).await?;
    issued.ok_or(WebError::Refused {
        key: "log-entry-soon",
        args: Vec::new(),
    })
}

/// `GET /cases/{number}/entries/{no}/proof`: the receipt (C2SP tlog-proof).
async fn proof(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let opened = open(visitor, path).await?;
    let issued = issued(&opened).await?;
    Ok(download(&opened, "text/plain; charset=utf-8", "tlog-proof")
        .body(issued.receipt.to_string()))
}

/// `GET /cases/{number}/entries/{no}/leaf`: what stands in the log, byte for byte.
async fn leaf(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let opened = open(visitor, path).await?;
    let issued = issued(&opened).await?;
    Ok(download(&opened, "application/json", "leaf").body(issued.leaf))
}

async fn files(opened: &Opened) -> Result<(String, String), WebError> {
    if opened.is_withheld {
        return Err(WebError::NotFound);
    }
    let app = &opened.scope.visitor.app;
    let files = log::entry_files(app, opened.scope.file.id, opened.no).await?;
    files.ok_or(WebError::NotFound)
}

/// `GET /cases/{number}/entries/{no}/record`: the entry, byte for byte.
async fn record(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let opened = open(visitor, path).await?;
    let (record, _) = files(&opened).await?;
    Ok(download(&opened, "application/json", "json").body(record))
}

/// `GET /cases/{number}/entries/{no}/salt`: its 32 random bytes.
async fn salt(visitor: Visitor, path: Path<(String, u32)>) -> PageResult {
    let opened = open(visitor, path).await?;
    let (_, salt) = files(&opened).await?;
    let case = opened.scope.file.id;
    let bytes =
        hex::decode(salt).map_err(|_| StorageError::corrupt("docket_leaves", "salt", case))?;
    Ok(download(&opened, "application/octet-stream", "salt").body(bytes))
}
