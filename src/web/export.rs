//! The case file to take away: made once for a seat, listed with who made it and when, fetched whole or in parts, with
//! the files beside it that prove where it came from. And the public page on which anybody can look up the hash of one.

use crate::domain::access::sees_exhibit;
use crate::domain::evidence::FileRef;
use crate::domain::ids::ExportId;
use crate::services::{export, log};
use crate::storage::exports::{self, ExportRow, ExportState};
use crate::storage::{StorageError, log as stored};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::evidence;
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Page, html, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::http::header;
use actix_web::web::{self, Data, Query, ServiceConfig, get, post};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;
use std::time::Duration;

/// How long the answer to the form waits for a case file that is made quickly.
const PATIENCE: Duration = Duration::from_secs(3);
/// The kind of the whole.
const ZIP: &str = "application/zip";
/// The files beside a case file, by their ending, with what they are.
const BESIDE: [(&str, &str); 6] = [
    ("sha256", "export-beside-sha256"),
    ("tlog-proof", "export-beside-proof"),
    ("leaf", "export-beside-leaf"),
    ("record.json", "export-beside-record"),
    ("salt", "export-beside-salt"),
    ("minisig", "export-beside-minisig"),
];

/// Routes.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/cases/{number}/file", get().to(page))
        .route("/cases/{number}/file", post().to(make))
        .route("/cases/{number}/file/{id}/{name}", get().to(fetch))
        .route("/verify", get().to(verify))
        .route("/verify/minisign.pub", get().to(public_key));
}

#[derive(Template)]
#[template(path = "export/file.html")]
struct FilePage {
    page: Page,
    frame: CaseFrame,
    exhibits: usize,
    bytes: u64,
    entries: u64,
    action: String,
    here: String,
    made: Vec<Made>,
    /// Whether nothing is ready that holds the newest entry
    is_due: bool,
}

/// A case file on the page.
struct Made {
    when: Timestamp,
    who: String,
    entries: i64,
    /// `making`, `ready`, `failed` or `gone`
    state: &'static str,
    total: i64,
    /// In hundredths
    share: i64,
    digest: String,
    /// Until when it can be fetched
    until: Option<Timestamp>,
    /// Whether it can be fetched and holds the newest entry
    is_newest: bool,
    /// Where it is fetched; empty where the reader may not
    href: String,
    /// What it is called
    name: String,
    /// The files beside it: message, address
    beside: Vec<(&'static str, String)>,
}

/// `GET /cases/{number}/file`
async fn page(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let mut scope = CaseScope::open(visitor, &number).await?;
    let page = scope.form_page().await?;
    let title = page.t("case-part-file").to_owned();
    let page = page.here(title);
    let rows = export::list(&scope.visitor.app, scope.file.id, &scope.actor).await?;
    let made: Vec<Made> = rows.iter().map(|row| told(&page, &scope, row)).collect();
    let seen: Vec<_> = scope
        .file
        .exhibits
        .iter()
        .filter(|e| sees_exhibit(&scope.file, &scope.actor, e))
        .collect();
    let here = urls::case_file(&scope.file.number);
    html(&FilePage {
        frame: scope.frame(Part::File),
        exhibits: seen.len(),
        bytes: seen.iter().map(|e| e.file.size_bytes).sum(),
        entries: scope.file.version,
        action: here.clone(),
        here,
        is_due: !made
            .iter()
            .any(|made| made.is_newest || made.state == "making"),
        made,
        page,
    })
}

fn told(page: &Page, scope: &CaseScope, row: &ExportRow) -> Made {
    let is_own = row.reader == export::reader(&scope.actor);
    let is_stuck =
        row.state == ExportState::Making && !export::is_alive(row, scope.visitor.app.now());
    let state = if is_stuck {
        ExportState::Failed
    } else {
        row.state
    };
    let name = format!("{}.zip", scope.file.number);
    let at = |ending: &str| urls::made_file(&scope.file.number, row.id, &format!("{name}{ending}"));
    let role = words::said(&page.words, "role", &row.role);
    let is_proved = matches!(state, ExportState::Ready | ExportState::Gone);
    Made {
        when: row.begun_at,
        who: match row.name.is_empty() {
            true => role,
            false => format!("{}, {role}", row.name),
        },
        entries: row.version,
        state: state.as_str(),
        total: row.total_bytes,
        share: (row.done_bytes.saturating_mul(100))
            .checked_div(row.total_bytes)
            .unwrap_or_default(),
        digest: row.digest.clone().unwrap_or_default(),
        until: (state == ExportState::Ready)
            .then(|| row.touched_at.checked_add(export::KEPT).ok())
            .flatten(),
        href: match (is_own, state) {
            (true, ExportState::Ready) => at(""),
            _ => String::new(),
        },
        is_newest: is_own
            && state == ExportState::Ready
            && u64::try_from(row.version) == Ok(scope.file.version),
        beside: match is_own && is_proved {
            true => BESIDE
                .map(|(end, key)| (key, at(&format!(".{end}"))))
                .into(),
            false => Vec::new(),
        },
        name,
    }
}

/// `POST /cases/{number}/file`: makes one; waits a moment, since most are small.
async fn make(visitor: Visitor, number: web::Path<String>, posted: Posted) -> PageResult {
    posted.only(&[])?;
    let scope = CaseScope::open(visitor, &number).await?;
    let words = scope.visitor.words();
    let to = urls::case_file(&scope.file.number);
    let begun = export::begin(&scope.visitor.app, scope.file, scope.actor, words).await?;
    let _ = tokio::time::timeout(PATIENCE, begun.1).await;
    Ok(see_other(&to))
}

/// `GET /cases/{number}/file/{id}/{name}`: the case file, whole or one range of it, or a file beside it.
async fn fetch(
    request: HttpRequest,
    visitor: Visitor,
    path: web::Path<(String, ExportId, String)>,
) -> PageResult {
    let (number, id, name) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let app = &scope.visitor.app;
    let found = app.store.read(move |tx| exports::find(tx, id)).await?;
    let row = found
        .filter(|row| row.case_id == scope.file.id && row.reader == export::reader(&scope.actor))
        .ok_or(WebError::NotFound)?;
    let digest = row.digest.ok_or(WebError::NotFound)?;
    let whole = format!("{}.zip", scope.file.number);
    let ending = name.strip_prefix(&whole).ok_or(WebError::NotFound)?;
    if ending.is_empty() {
        if row.state != ExportState::Ready {
            return Err(WebError::NotFound);
        }
        let file = FileRef {
            digest,
            size_bytes: u64::try_from(row.done_bytes).unwrap_or_default(),
            media_type: ZIP.to_owned(),
            name: whole,
        };
        return evidence::serve(&request, &app.exports, &file, ZIP).await;
    }
    let leaf = app
        .store
        .read(move |tx| exports::find_leaf(tx, id))
        .await?
        .ok_or(WebError::NotFound)?;
    let text = "text/plain; charset=utf-8";
    let (kind, bytes) = match ending {
        ".sha256" => (text, format!("{digest}  {whole}\n").into_bytes()),
        ".leaf" => ("application/json", leaf.leaf.into_bytes()),
        ".record.json" => ("application/json", leaf.record.into_bytes()),
        ".salt" => {
            let salt = hex::decode(&leaf.salt);
            let salt = salt.map_err(|_| StorageError::corrupt("export_leaves", "salt", id))?;
            ("application/octet-stream", salt)
        }
        ".minisig" => (text, row.signature.unwrap_or_default().into_bytes()),
        ".tlog-proof" => {
            let issued = log::receipt_soon(app, exports::chain(id), exports::ONLY).await?;
            let issued = issued.ok_or(WebError::Refused {
                key: "log-entry-soon",
                args: Vec::new(),
            })?;
            (text, issued.receipt.to_string().into_bytes())
        }
        _ => return Err(WebError::NotFound),
    };
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .body(bytes))
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    sha256: String,
}

#[derive(Template)]
#[template(path = "export/verify.html")]
struct VerifyPage {
    page: Page,
    form: FormState,
    /// Whether a hash was looked up
    is_asked: bool,
    found: Option<Known>,
}

/// What the log says of a hash.
struct Known {
    at: Timestamp,
    /// The log and the line, where it has its place
    origin: String,
    line: i64,
}

/// `GET /verify`: whether this service handed out a case file with a hash.
async fn verify(visitor: Visitor, wanted: Query<Wanted>) -> PageResult {
    let typed = wanted.into_inner().sha256;
    let digest = digest_in(&typed);
    let mut form = FormState::new();
    if digest.is_none() && !typed.trim().is_empty() {
        form.error("sha256", "verify-error");
    }
    form.set("sha256", typed);
    let found = match digest.clone() {
        Some(digest) => {
            visitor
                .app
                .store
                .read(move |tx| {
                    let Some(row) = exports::find_by_digest(tx, &digest)? else {
                        return Ok(None);
                    };
                    let place = stored::find_place(tx, exports::chain(row.id), exports::ONLY)?;
                    let Some(place) = place else {
                        return Ok(None);
                    };
                    let log = stored::find_log(tx, &place.log)?;
                    Ok(Some(Known {
                        at: row.touched_at,
                        origin: log.map(|log| log.origin).unwrap_or_default(),
                        line: place.no + 1,
                    }))
                })
                .await?
        }
        None => None,
    };
    let page = visitor.page();
    let title = page.t("verify-title").to_owned();
    let page = page.here(title);
    html(&VerifyPage {
        form,
        is_asked: digest.is_some(),
        found,
        page,
    })
}

/// The hash in what somebody typed: by itself, or as `sha256sum` and `.sha256` files print it.
fn digest_in(typed: &str) -> Option<String> {
    let first = typed.split_whitespace().next()?.to_ascii_lowercase();
    (first.len() == 64 && first.bytes().all(|b| b.is_ascii_hexdigit())).then_some(first)
}

/// `GET /verify/minisign.pub`: the key of the detached signatures.
async fn public_key(app: Data<crate::startup::App>) -> PageResult {
    let key = export::public_key(&app).ok_or(WebError::NotFound)?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"minisign.pub\"",
        ))
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(key))
}

#[cfg(test)]
mod tests {
    use super::digest_in;

    #[test]
    fn a_hash_is_found_in_what_programs_print() {
        let hash = "ab".repeat(32);
        for typed in [
            hash.clone(),
            format!(" {}\n", hash.to_uppercase()),
            format!("{hash}  CASE.zip\n"),
        ] {
            assert_eq!(digest_in(&typed), Some(hash.clone()), "{typed}");
        }
        for typed in ["", "  ", "abc", &hash[1..], &format!("{}g", &hash[1..])] {
            assert_eq!(digest_in(typed), None, "{typed}");
        }
    }
}
