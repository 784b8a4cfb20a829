//! Exhibits of a case: the list, adding, one exhibit with its facts and preview, its file.

mod add;
mod change;
mod exhibit;
mod files;
mod list;

pub use files::{download, serve};

use super::errors::WebError;
use super::forms::Choice;
use super::page::Page;
use super::scope::CaseScope;
use super::words;
use crate::domain::access;
use crate::domain::evidence::{Exhibit, ExhibitKind};
use crate::domain::notices::Listing;
use crate::urls;
use actix_web::web::{ServiceConfig, get, post};

/// Longest title that the page takes, in characters.
const TITLE_MAX: usize = 200;
/// Longest description that the page takes, in characters.
const DESCRIPTION_MAX: usize = 2_000;
/// Longest reason for taking an exhibit back, in characters.
const REASON_MAX: usize = 1_000;

/// The routes of evidence.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/cases/{number}/evidence", get().to(list::show))
        .route("/cases/{number}/evidence/new", get().to(add::ask))
        .route("/cases/{number}/evidence/new", post().to(add::file))
        .route(
            "/cases/{number}/evidence/{exhibit}",
            get().to(exhibit::show),
        )
        .route(
            "/cases/{number}/evidence/{exhibit}/original",
            get().to(files::original),
        )
        .route(
            "/cases/{number}/evidence/{exhibit}/view",
            get().to(files::view),
        )
        .route(
            "/cases/{number}/evidence/{exhibit}/edit",
            get().to(change::ask_words),
        )
        .route(
            "/cases/{number}/evidence/{exhibit}/edit",
            post().to(change::describe),
        )
        .route(
            "/cases/{number}/evidence/{exhibit}/withdraw",
            get().to(change::ask_withdrawal),
        )
        .route(
            "/cases/{number}/evidence/{exhibit}/withdraw",
            post().to(change::withdraw),
        );
}

/// The exhibit of an address, if it is there and for this reader.
fn find(scope: &CaseScope, label: &str) -> Result<Exhibit, WebError> {
    let label = label.to_ascii_uppercase();
    access::exhibits(&scope.file, &scope.actor)
        .find(|exhibit| exhibit.label.as_str() == label)
        .cloned()
        .ok_or(WebError::NotFound)
}

/// The kinds of evidence to choose from.
fn kinds(page: &Page) -> Vec<Choice> {
    ExhibitKind::ALL
        .iter()
        .map(|kind| {
            Choice::new(
                kind.as_str(),
                words::said(&page.words, "exhibit-kind", kind.as_str()),
            )
        })
        .collect()
}

/// The claims that an exhibit can support; none in cases without listings.
fn claims(page: &Page, scope: &CaseScope) -> Vec<Choice> {
    access::listings(&scope.file, &scope.actor)
        .map(|listing| Choice::new(listing.no.to_string(), claim_name(page, listing)))
        .collect()
}

fn claim_name(page: &Page, listing: &Listing) -> String {
    let named = [&listing.title, &listing.item, &listing.url]
        .into_iter()
        .find(|text| !text.is_empty());
    let short: String = named
        .map(|text| text.chars().take(60).collect())
        .unwrap_or_default();
    page.with2("evidence-claim", "no", listing.no, "name", short)
}

/// A typed claim: 0 for the whole case; `None` for a claim that the reader cannot name.
fn claim_of(scope: &CaseScope, typed: &str) -> Option<u32> {
    if typed.is_empty() {
        return Some(0);
    }
    let no = typed.parse::<u32>().ok()?;
    (no == 0 || access::listings(&scope.file, &scope.actor).any(|listing| listing.no == no))
        .then_some(no)
}

/// The page of evidence below its list.
fn below(page: Page, scope: &CaseScope, title: impl Into<String>) -> Page {
    let parent = page.t("case-part-evidence").to_owned();
    page.crumb(parent, urls::evidence(&scope.file.number))
        .here(title)
}

/// What an exhibit is of, in words: its type without the formal name where there is a plain one.
fn type_name(page: &Page, media_type: &str) -> String {
    let key = match media_type {
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/bmp" | "image/tiff"
        | "image/heif" => "evidence-type-image",
        "text/plain" | "text/csv" => "evidence-type-text",
        "application/pdf" => "evidence-type-pdf",
        "text/html" | "text/xml" | "image/svg+xml" => "evidence-type-web",
        "application/zip"
        | "application/gzip"
        | "application/vnd.rar"
        | "application/x-7z-compressed" => "evidence-type-archive",
        other if other.starts_with("video/") => "evidence-type-video",
        other if other.starts_with("audio/") => "evidence-type-audio",
        other
            if other.contains("word")
                || other.contains("officedocument")
                || other.contains("opendocument") =>
        {
            "evidence-type-office"
        }
        _ => "evidence-type-other",
    };
    page.with1(key, "type", media_type)
}

/// The name of the side that filed an exhibit.
fn side(page: &Page, scope: &CaseScope, exhibit: &Exhibit) -> String {
    match exhibit.party.and_then(|no| scope.file.party(no)) {
        Some(party) => party.name.clone(),
        None => page.t("side-tribunal").to_owned(),
    }
}
