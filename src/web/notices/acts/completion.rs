//! The rights holder adds what a notice lacks: exactly the things that are missing or that the
//! marketplace named, and the declarations once more.

use super::{declarations_of, exhibit, file_of, impossible, open, perform};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::evidence::{ExhibitKind, NewExhibit};
use crate::domain::notices::gaps::{self, RIGHTS_PROOF};
use crate::domain::notices::rules::MAX_STATEMENT;
use crate::domain::notices::{self, Completion, Gap, NoticePaper, Place};
use crate::domain::procedures::ActName;
use crate::services::filing;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::FormState;
use crate::web::notices::steps::declarations::{Text, field, given, texts};
use crate::web::notices::{after_act, posted};
use crate::web::page::{Page, render};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::uploads::{Upload, Uploaded};
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Payload};
use askama::Template;
use jiff::Timestamp;

/// Longest number, name and address of a listing, in characters.
const LINE_MAX: usize = 2_000;
/// Longest words about what is wrong that the page takes, in characters.
const STATEMENT_MAX: usize = 8_000;
const _: () = assert!(STATEMENT_MAX <= MAX_STATEMENT);

#[derive(Template)]
#[template(path = "notices/completion.html")]
struct CompletionPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    /// Everything that is missing, in words
    missing: Vec<String>,
    /// Who named something, and its words
    asked: Vec<(String, String)>,
    number: bool,
    owner: bool,
    statement: bool,
    /// Listings without a place: field and label
    places: Vec<(String, String)>,
    /// Files: field and label
    papers: Vec<(String, String)>,
    texts: Vec<Text>,
    due: Option<Timestamp>,
    max: usize,
    back: String,
}

/// The tracks that wait for the notice to be made whole.
fn waiting(scope: &CaseScope) -> Vec<u32> {
    let tracks = scope.file.tracks.iter().map(|track| track.no);
    tracks
        .filter(|no| scope.step_open(*no, ActName::Complete))
        .collect()
}

/// What is asked for, each thing once.
fn wanted(scope: &CaseScope) -> Vec<Gap> {
    let mut wanted: Vec<Gap> = Vec::new();
    for track in waiting(scope) {
        for gap in gaps::wanted(&scope.file, &scope.pack, track) {
            if !wanted.contains(&gap) {
                wanted.push(gap);
            }
        }
    }
    wanted
}

/// A thing that is missing, in words.
pub fn said(page: &Page, scope: &CaseScope, gap: &Gap) -> String {
    let key = format!("notices-gap-{}", gap.key());
    match gap {
        Gap::Address { listing: 0 } => page.t("notices-gap-addresses").to_owned(),
        Gap::Address { listing } => {
            let title = scope
                .file
                .listing(*listing)
                .map(|listing| listing.title.as_str())
                .filter(|title| !title.is_empty());
            match title {
                Some(title) => page.with2("notices-gap-address-of", "no", *listing, "title", title),
                None => page.with1("notices-gap-address", "no", *listing),
            }
        }
        Gap::Declaration { id } => {
            let text = scope.pack.attestation(id);
            let text = text.map_or("", |text| text.text(page.words.locale.tag()));
            page.with1("notices-gap-declaration", "text", text)
        }
        _ => page.t(&key).to_owned(),
    }
}

fn place_field(listing: u32) -> String {
    format!("place-{listing}")
}

fn paper_field(field: &str) -> String {
    format!("paper-{field}")
}

/// `GET /cases/{number}/completion`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = open(visitor, &path, &[Role::Claimant]).await?;
    let mut form = FormState::new();
    if let Some(notice) = &scope.file.notice {
        form.set("number", &notice.right.number)
            .set("owner", &notice.right.owner)
            .set("statement", &notice.statement);
    }
    // What is known of a place stays; only what is wrong has to be typed.
    for gap in wanted(&scope) {
        if let Gap::Address { listing } = gap
            && let Some(known) = scope.file.listing(listing)
        {
            let place = Some(&known.url).filter(|url| !url.is_empty());
            form.set(&place_field(listing), place.unwrap_or(&known.item));
        }
    }
    page(scope, form, StatusCode::OK).await
}

async fn page(mut scope: CaseScope, form: FormState, status: StatusCode) -> PageResult {
    let tracks = waiting(&scope);
    if tracks.is_empty() {
        let act = Act::Notice(notices::Act::Complete {
            completion: Box::default(),
        });
        return Err(impossible(&scope, &act));
    }
    let page = scope.form_page().await?;
    let title = page.t("notices-completion-title").to_owned();
    let wanted = wanted(&scope);
    let mut asked: Vec<(String, String)> = Vec::new();
    for track in scope.file.tracks.iter().filter(|t| tracks.contains(&t.no)) {
        if let Some(named) = &track.asked {
            let who = scope.file.listings_of(track.no).next();
            let who = who.map_or_else(String::new, |l| l.marketplace_name.clone());
            if !asked.iter().any(|(_, words)| *words == named.words) {
                asked.push((who, named.words.clone()));
            }
        }
    }
    let due = scope.file.running_clocks().into_iter().find(|clock| {
        tracks.contains(&clock.track) && clock.owner == Role::Claimant && !clock.target
    });
    let places = wanted.iter().filter_map(|gap| match gap {
        Gap::Address { listing } => Some((place_field(*listing), said(&page, &scope, gap))),
        _ => None,
    });
    let papers = wanted.iter().filter_map(|gap| match gap {
        Gap::Paper { field } => Some((paper_field(field), said(&page, &scope, gap))),
        _ => None,
    });
    render(
        &CompletionPage {
            missing: wanted.iter().map(|gap| said(&page, &scope, gap)).collect(),
            asked,
            number: wanted.contains(&Gap::Number),
            owner: wanted.contains(&Gap::Owner),
            statement: wanted.contains(&Gap::Statement),
            places: places.collect(),
            papers: papers.collect(),
            texts: texts(&page, &scope.pack, declarations_of(&scope, "notice")),
            due: due.map(|clock| clock.due_at),
            max: STATEMENT_MAX,
            back: urls::case(&scope.file.number),
            frame: scope.frame(Part::Overview),
            hidden: scope.hidden(),
            form,
            page: page.here(title),
        },
        status,
    )
}

/// `POST /cases/{number}/completion`
pub async fn add(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Path<String>,
) -> PageResult {
    let scope = open(visitor, &path, &[Role::Claimant]).await?;
    let Upload {
        posted,
        mut files,
        refused,
    } = posted(&request, payload, &scope.visitor, 0).await?;
    posted.only(&[
        "seen",
        "form",
        "do",
        "number",
        "owner",
        "statement",
        "place-*",
        "paper-*",
        "declare-*",
    ])?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after_act(&receipt));
    }
    let mut form = FormState::of(&posted);
    crate::web::notices::note_refused(&mut form, &refused);
    let completion = read(&scope, &mut form, &mut files).await?;
    if !form.is_ok() {
        return page(scope, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let exhibits = exhibits(&scope, &completion);
    let act = Act::Notice(notices::Act::Complete {
        completion: Box::new(completion),
    });
    match perform(&scope, &posted, act, exhibits, false).await {
        Ok(receipt) => Ok(after_act(&receipt)),
        Err(error) => Err(scope.refused(&posted, error)),
    }
}

/// Reads exactly what is asked for.
async fn read(
    scope: &CaseScope,
    form: &mut FormState,
    files: &mut Vec<Uploaded>,
) -> Result<Completion, WebError> {
    let mut completion = Completion::default();
    for gap in wanted(scope) {
        match gap {
            Gap::Number => {
                completion.number =
                    form.required("number", LINE_MAX, "refusal-missing-right-number");
            }
            Gap::Owner => {
                completion.owner = form.required("owner", LINE_MAX, "notices-right-owner-error");
            }
            Gap::Statement => {
                completion.statement =
                    form.required("statement", STATEMENT_MAX, "notices-wrong-error");
            }
            Gap::Address { listing } => {
                if let Some(place) = place(form, listing) {
                    if let Some(number) =
                        filing::held(&scope.visitor.app, &scope.file, &place).await?
                    {
                        form.error_with(
                            &place_field(listing),
                            "notices-completion-held",
                            vec![("number", number.to_string().into())],
                        );
                    }
                    completion.places.push(place);
                }
            }
            Gap::Paper { field } => {
                let name = paper_field(&field);
                match file_of(scope, form, &name, files)? {
                    Some(file) => completion.papers.push(NoticePaper { field, file }),
                    None => {
                        let gap = Gap::Paper { field };
                        let words = scope.visitor.words();
                        let what = words.t(&format!("notices-gap-{}", gap.key())).to_owned();
                        form.error_with(
                            &name,
                            "notices-completion-file-error",
                            vec![("what", what.into())],
                        );
                    }
                }
            }
            Gap::Contact | Gap::Declaration { .. } => {}
        }
    }
    for attestation in declarations_of(scope, "notice") {
        form.must_tick(&field(&attestation.id), "notices-declarations-error");
    }
    completion.declarations = given(&scope.visitor, declarations_of(scope, "notice"));
    Ok(completion)
}

/// An address or an item number.
fn place(form: &mut FormState, listing: u32) -> Option<Place> {
    let field = place_field(listing);
    let text = form.optional(&field, LINE_MAX).unwrap_or_default();
    let is_address = text.contains("://");
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    if text.is_empty() || is_address && !is_web {
        form.error_with(
            &field,
            "notices-completion-place-error",
            vec![("no", listing.into())],
        );
        return None;
    }
    let (url, item) = if is_address {
        (text, String::new())
    } else {
        (String::new(), text)
    };
    Some(Place { listing, url, item })
}

/// What was added, as exhibits with titles in the language of the case.
fn exhibits(scope: &CaseScope, completion: &Completion) -> Vec<NewExhibit> {
    let new = |paper: &NoticePaper| {
        let gap = Gap::Paper {
            field: paper.field.clone(),
        };
        let title = format!("notices-gap-{}", gap.key());
        let made = exhibit(scope, paper.file.clone(), &title);
        NewExhibit {
            kind: if paper.field == RIGHTS_PROOF {
                ExhibitKind::Registration
            } else {
                made.kind
            },
            ..made
        }
    };
    completion.papers.iter().map(new).collect()
}
