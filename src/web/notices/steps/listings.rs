//! The listings: pasted, uploaded as a table, or added one by one; with the list so far.

use super::listing::{href, markets_of, name_of};
use crate::i18n::Arg;
use crate::services::drafts::notices::listings_max;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState};
use crate::web::notices::lines::{self, Line, LineError, Market};
use crate::web::notices::wizard::{Frame, Go, Wizard};
use crate::web::page::{Flash, Page, render};
use crate::web::uploads::{Upload, Uploaded};
use actix_web::http::StatusCode;
use askama::Template;

/// Largest table of listings, in bytes; three hundred lines need far less.
const CSV_MAX: u64 = 2 * 1024 * 1024;
/// Most problems shown at once.
const ERRORS_SHOWN: usize = 20;

/// A listing in the list.
struct Row {
    no: usize,
    name: String,
    more: String,
    seller: String,
    marketplace: String,
    href: String,
    /// what the "Remove" button sends: place and what stands there, so that another window's list is safe
    remove: String,
}

#[derive(Template)]
#[template(path = "notices/listings.html")]
struct Listings {
    page: Page,
    frame: Frame,
    form: FormState,
    markets: Vec<Choice>,
    rows: Vec<Row>,
    max: usize,
    problems: Vec<String>,
    more_problems: usize,
}

pub(super) async fn page(
    wizard: &mut Wizard,
    form: FormState,
    problems: Vec<LineError>,
    status: StatusCode,
) -> PageResult {
    let pack = match wizard.required_pack() {
        Ok(pack) => pack,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let markets = markets_of(&wizard.visitor.app).await?;
    let (page, frame) = wizard.dress().await?;
    let draft = &wizard.draft;
    let row = |(index, listing): (usize, &crate::services::drafts::notices::ListingDraft)| Row {
        no: index + 1,
        name: name_of(listing),
        more: if listing.title.is_empty() {
            String::new()
        } else {
            format!("{} {}", listing.url, listing.item)
                .trim()
                .to_owned()
        },
        seller: listing.seller.clone(),
        marketplace: listing.marketplace_name.clone(),
        href: href(draft.id, index, "listings"),
        remove: format!("{index} {}{}", listing.url, listing.item),
    };
    let rows = draft.data.listings.iter().enumerate().map(row).collect();
    let markets = markets
        .iter()
        .map(|market| Choice::new(market.id.to_string(), &market.name))
        .collect();
    let more_problems = problems.len().saturating_sub(ERRORS_SHOWN);
    let problems = problems
        .iter()
        .take(ERRORS_SHOWN)
        .map(|problem| problem.text(&page.words))
        .collect();
    render(
        &Listings {
            frame,
            form,
            markets,
            rows,
            max: listings_max(&pack),
            problems,
            more_problems,
            page,
        },
        status,
    )
}

pub(super) async fn take(wizard: &mut Wizard, upload: Upload) -> PageResult {
    let Upload {
        posted,
        files,
        refused,
    } = upload;
    posted.only(&[
        "version",
        "to-check",
        "do",
        "remove",
        "marketplace",
        "lines",
        "one-*",
        "table",
    ])?;
    let pack = match wizard.required_pack() {
        Ok(pack) => pack,
        Err(elsewhere) => return Ok(elsewhere),
    };
    wizard.is_current(&posted);
    let mut form = FormState::of(&posted);
    crate::web::notices::note_refused(&mut form, &refused);
    if posted.has("remove") {
        return remove(wizard, posted.get("remove")).await;
    }
    let mut given = lines::pasted(posted.get("lines"));
    let single = one(&form);
    if let Some(line) = single {
        given.push(Line {
            no: given.len() + 1,
            ..line
        });
    }
    match table(wizard, &files).await? {
        Ok(rows) => given.extend(rows),
        Err(key) => form.error("table", key),
    }
    let markets = markets_of(&wizard.visitor.app).await?;
    let chosen = markets
        .iter()
        .find(|market| market.id.to_string() == posted.get("marketplace"));
    let problems = add(
        wizard,
        &given,
        &markets,
        chosen,
        listings_max(&pack),
        &mut form,
    )
    .await?;
    let go = Go::of(&posted);
    if go == Go::On && form.is_ok() && wizard.draft.data.listings.is_empty() {
        form.error("lines", "notices-listings-none");
    }
    if !form.is_ok() {
        return page(wizard, form, problems, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    wizard.go(go).await
}

/// Takes the lines in, all or none; says what is wrong with them.
async fn add(
    wizard: &mut Wizard,
    given: &[Line],
    markets: &[Market],
    chosen: Option<&Market>,
    max: usize,
    form: &mut FormState,
) -> Result<Vec<LineError>, WebError> {
    if given.is_empty() || !form.is_ok() {
        return Ok(Vec::new());
    }
    let field = if form.value("lines").is_empty() && !form.value("one-what").is_empty() {
        "one-what"
    } else {
        "lines"
    };
    let taken = match lines::take(given, markets, chosen, &wizard.draft.data.listings) {
        Ok(taken) => taken,
        Err(problems) => {
            form.error_with(
                field,
                "notices-lines-wrong",
                vec![("count", Arg::from(problems.len()))],
            );
            return Ok(problems);
        }
    };
    let have = wizard.draft.data.listings.len() + taken.listings.len();
    if have > max {
        form.error_with(
            field,
            "notices-listings-many",
            vec![("max", Arg::from(max)), ("have", Arg::from(have))],
        );
        return Ok(Vec::new());
    }
    let (added, repeated) = (taken.listings.len(), taken.repeated);
    wizard
        .add(|draft| {
            for listing in &taken.listings {
                if !draft.listings.contains(listing) {
                    draft.listings.push(listing.clone());
                }
            }
            draft.typed.remove("listings");
        })
        .await?;
    let note = Flash::done("notices-flash-added")
        .arg("added", added.to_string())
        .arg("repeated", repeated.to_string());
    wizard.visitor.leave(note).await?;
    Ok(Vec::new())
}

/// The single listing of the form, if one was typed.
fn one(form: &FormState) -> Option<Line> {
    let line = Line {
        no: 0,
        what: form.value("one-what").to_owned(),
        title: form.value("one-title").to_owned(),
        seller: form.value("one-seller").to_owned(),
        seller_email: form.value("one-email").to_owned(),
        ..Line::default()
    };
    let typed = [&line.what, &line.title, &line.seller, &line.seller_email]
        .into_iter()
        .any(|text| !text.is_empty());
    typed.then_some(line)
}

/// The rows of an uploaded table, or what is wrong with it.
async fn table(
    wizard: &Wizard,
    files: &[Uploaded],
) -> Result<Result<Vec<Line>, &'static str>, WebError> {
    let Some(uploaded) = files.iter().find(|uploaded| uploaded.field == "table") else {
        return Ok(Ok(Vec::new()));
    };
    if uploaded.file.size_bytes > CSV_MAX {
        return Ok(Err("notices-csv-large"));
    }
    let mut reader = wizard
        .visitor
        .app
        .blobs
        .get(&uploaded.file.digest)
        .await
        .map_err(WebError::fault)?;
    let mut bytes = Vec::new();
    while let Some(chunk) = reader.next_chunk().await.map_err(WebError::fault)? {
        bytes.extend_from_slice(&chunk);
    }
    Ok(lines::table(&bytes).and_then(|lines| {
        if lines.is_empty() {
            Err("notices-csv-empty")
        } else {
            Ok(lines)
        }
    }))
}

async fn remove(wizard: &mut Wizard, named: &str) -> PageResult {
    let (index, place) = named.split_once(' ').unwrap_or((named, ""));
    let index: usize = index
        .parse()
        .map_err(|_| WebError::bad("errors-bad-form"))?;
    wizard
        .add(|draft| {
            let is_it = draft
                .listings
                .get(index)
                .is_some_and(|listing| format!("{}{}", listing.url, listing.item) == place);
            if is_it {
                draft.listings.remove(index);
            }
        })
        .await?;
    wizard.go(Go::Stay).await
}
