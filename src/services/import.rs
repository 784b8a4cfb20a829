//! Reads an archive of notices, counter-notices and retractions in, one JSON object a line, as
//! cases with their texts and listings. Stopped and started again it goes on where it was: each
//! line is known by its path and is filed once.

use super::acts::{self, ActError};
use super::filing::{self, Filing};
use crate::domain::Role;
use crate::domain::acts::{Act, Refusal};
use crate::domain::cases::CaseFile;
use crate::domain::ids::{CaseId, OrganisationId};
use crate::domain::notices::{
    self, Declaration, MeasureAction, NewListing, Notice, Right, RightKind, StatementOfReasons,
};
use crate::domain::parties::{Actor, Party, Via};
use crate::startup::App;
use crate::storage::accounts::{self, OrganisationKind, OrganisationRow};
use crate::storage::{StorageError, api, cases};
use anyhow::Context;
use indicatif::ProgressBar;
use serde::Deserialize;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::Arc;

/// The pack that archived notices are filed under.
const PACK: &str = "us-dmca-512";
/// Key and name of the marketplace that stands for the service in the archive.
const MARKETPLACE: (&str, &str) = ("archive", "Archive");
/// Longest line, in bytes.
const MAX_LINE: usize = 4 * 1024 * 1024;

/// What a line of the archive says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Notice,
    Counter,
    Retraction,
}

/// A line of the archive.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    path: String,
    date: jiff::civil::Date,
    kind: Kind,
    sender: String,
    urls: Vec<String>,
    text: String,
}

/// A line that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// Number in the file, from 1
    pub line: usize,
    /// Why
    pub reason: String,
}

/// What came of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Lines filed now
    pub filed: usize,
    /// Lines that an earlier import had filed
    pub known: usize,
    /// Lines refused
    pub bad: Vec<BadLine>,
}

/// Files every line of an archive: notices first, so that what answers them finds them.
///
/// # Errors
/// An unreadable file or a fault of the database.
pub async fn notices(
    app: &Arc<App>,
    file: &Path,
    bar: Option<&ProgressBar>,
) -> anyhow::Result<Report> {
    let (records, bad) = read(file)?;
    let mut report = Report {
        bad,
        ..Report::default()
    };
    if let Some(bar) = bar {
        bar.set_length(records.len() as u64);
    }
    let marketplace = marketplace(app).await?;
    for wanted in [Kind::Notice, Kind::Counter, Kind::Retraction] {
        for (line, record) in records.iter().filter(|(_, r)| r.kind == wanted) {
            match take(app, marketplace, record).await {
                Ok(true) => report.filed += 1,
                Ok(false) => report.known += 1,
                Err(ActError::Refused(refusal)) => report.bad.push(BadLine {
                    line: *line,
                    reason: refusal.to_string(),
                }),
                Err(ActError::Storage(error)) => {
                    return Err(error).with_context(|| format!("line {line}"));
                }
            }
            if let Some(bar) = bar {
                bar.inc(1);
            }
        }
    }
    report.bad.sort_by_key(|bad| bad.line);
    Ok(report)
}

/// Lines that fit, with their numbers.
type Records = Vec<(usize, Record)>;

/// Reads the lines; what does not fit is kept with its number and the reason.
fn read(file: &Path) -> anyhow::Result<(Records, Vec<BadLine>)> {
    let reader = BufReader::new(
        std::fs::File::open(file).with_context(|| format!("cannot open {}", file.display()))?,
    );
    let (mut records, mut bad) = (Vec::new(), Vec::new());
    for (index, text) in reader.lines().enumerate() {
        let line = index + 1;
        let checked = text
            .map_err(|e| e.to_string())
            .and_then(|text| check(&text));
        match checked {
            Ok(Some(record)) => records.push((line, record)),
            Ok(None) => {}
            Err(reason) => bad.push(BadLine { line, reason }),
        }
    }
    Ok((records, bad))
}

fn check(text: &str) -> Result<Option<Record>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    if text.len() > MAX_LINE {
        return Err(format!("longer than {MAX_LINE} bytes"));
    }
    let mut record: Record = serde_json::from_str(text).map_err(|e| e.to_string())?;
    if record.path.trim().is_empty() || record.sender.trim().is_empty() {
        return Err("path and sender may not be empty".to_owned());
    }
    // PostgreSQL keeps no NUL in texts; an archive has no use for other control characters either.
    record
        .text
        .retain(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    if record.text.trim().is_empty() {
        return Err("the text is empty".to_owned());
    }
    let mut seen = std::collections::HashSet::new();
    record.urls.retain(|url| seen.insert(url.clone()));
    Ok(Some(record))
}

/// The marketplace of the archive; made when it is missing.
async fn marketplace(app: &Arc<App>) -> anyhow::Result<OrganisationId> {
    let (key, name) = MARKETPLACE;
    let id = OrganisationId(app.new_id());
    let now = app.now();
    let made = app
        .store
        .write(move |tx| {
            if let Some(row) = accounts::find_organisation_by_key(tx, key)? {
                return Ok(row.id);
            }
            let row = OrganisationRow {
                id,
                kind: OrganisationKind::Marketplace,
                name: name.to_owned(),
                country: "US".to_owned(),
                key: key.to_owned(),
                created_at: now,
            };
            accounts::insert_organisation(tx, &row)?;
            Ok(id)
        })
        .await?;
    Ok(made)
}

/// Files one line; `false` when it was filed before. A line with more listings than one notice
/// may name becomes several cases.
async fn take(
    app: &Arc<App>,
    marketplace: OrganisationId,
    record: &Record,
) -> Result<bool, ActError> {
    let most = app
        .pack(PACK)
        .and_then(|p| p.about.max_listings)
        .map_or(300, |n| n as usize);
    let parts: Vec<&[String]> = if record.urls.is_empty() {
        vec![&[]]
    } else {
        record.urls.chunks(most).collect()
    };
    let mut new = false;
    for (index, urls) in parts.iter().enumerate() {
        let key = format!("{}{}#{index}", api::IMPORTED, record.path);
        if kept(app, format!("{key}:done")).await?.is_some() {
            continue;
        }
        new = true;
        // Stopped between the answer and its mark, the answer stands already.
        let answered = kept(app, format!("{key}:answer")).await?;
        let case = match answered.and_then(|row| row.case_id) {
            Some(case) => case,
            None => {
                let case = match find_case(app, record).await? {
                    Some(case) if record.kind != Kind::Notice => case,
                    _ => open(app, marketplace, record, urls, &key).await?,
                };
                if record.kind != Kind::Notice {
                    answer(app, case, record, format!("{key}:answer")).await?;
                }
                case
            }
        };
        let receipt = api::FormKeyRow {
            key: format!("{key}:done"),
            case_id: Some(case),
            receipt: serde_json::Value::Bool(true),
            created_at: app.now(),
        };
        app.store
            .write(move |tx| api::insert_receipt(tx, &receipt))
            .await?;
    }
    Ok(new)
}

/// The receipt of an earlier run.
async fn kept(app: &Arc<App>, key: String) -> Result<Option<api::FormKeyRow>, StorageError> {
    app.store.get(move |tx| api::find_receipt(tx, &key)).await
}

/// The open case that an answer in the archive speaks of: one with the same listing.
async fn find_case(app: &Arc<App>, record: &Record) -> Result<Option<CaseId>, StorageError> {
    let urls = record.urls.clone();
    app.store
        .read(move |tx| {
            for url in &urls {
                for row in cases::listings::list_by_url(tx, url, 5)? {
                    // One that still waits for the marketplace or for the seller's answer.
                    if matches!(
                        cases::get(tx, row.case_id)?.stage.as_str(),
                        "accepted" | "removed"
                    ) {
                        return Ok(Some(row.case_id));
                    }
                }
            }
            Ok(None)
        })
        .await
}

fn importer(role: Role, party: Option<u32>, name: &str) -> Actor {
    Actor {
        role,
        party,
        account: None,
        name: name.to_owned(),
        mandate: None,
        via: Via::Import,
    }
}

async fn open(
    app: &Arc<App>,
    marketplace: OrganisationId,
    record: &Record,
    urls: &[String],
    key: &str,
) -> Result<CaseId, ActError> {
    let (_, market_name) = MARKETPLACE;
    // The text itself holds the sender's declarations; they are not repeated.
    let declaration = Declaration {
        id: notices::gaps::ARCHIVED.to_owned(),
        version: "1".to_owned(),
        language: "en".to_owned(),
        text: format!(
            "Declarations as in the archived text {} of {}.",
            record.path, record.date
        ),
        given_at: app.now(),
    };
    let claimant_name = if record.kind == Kind::Counter {
        "Sender of the notice (not in the archive)"
    } else {
        record.sender.as_str()
    };
    let party = |role, name: &str, organisation| Party {
        no: 0,
        role,
        name: name.to_owned(),
        email: String::new(),
        country: String::new(),
        language: "en".to_owned(),
        zone: "UTC".to_owned(),
        account: None,
        organisation,
        address: String::new(),
    };
    let listings: Vec<NewListing> = if urls.is_empty() {
        vec![String::new()]
    } else {
        urls.to_vec()
    }
    .into_iter()
    .map(|url| NewListing {
        marketplace: Some(marketplace),
        marketplace_name: market_name.to_owned(),
        url,
        // An answer to a notice shows that the notice had named its listings.
        item: if urls.is_empty() && record.kind != Kind::Notice {
            "not stated in the archive".to_owned()
        } else {
            String::new()
        },
        title: String::new(),
        seller: String::new(),
        wrong: String::new(),
    })
    .collect();
    let filing = notices::Filing {
        pack: PACK.to_owned(),
        language: "en".to_owned(),
        claimant: party(Role::Claimant, claimant_name, None),
        notice: Notice {
            right: Right {
                kind: RightKind::Copyright,
                number: format!("Work described in {}", record.path),
                territory: "US".to_owned(),
                owner: claimant_name.to_owned(),
                proof: Vec::new(),
            },
            statement: record.text.clone(),
            asked: MeasureAction::Remove,
            declarations: vec![declaration],
            capacity: "agent".to_owned(),
            papers: Vec::new(),
        },
        sellers: Vec::new(),
        marketplaces: vec![party(Role::Marketplace, market_name, Some(marketplace))],
        listings,
        exhibits: Vec::new(),
    };
    let filed = filing::file(
        app,
        Filing::Notice(Box::new(filing)),
        &importer(Role::Claimant, Some(1), claimant_name),
        Some(key.to_owned()),
    )
    .await?;
    Ok(filed.case)
}

/// Plays what the archive tells: an archived counter-notice means that the listing was taken down
/// before; a retraction takes the notice back. The answer itself is done once under its `key`.
async fn answer(
    app: &Arc<App>,
    case: CaseId,
    record: &Record,
    key: String,
) -> Result<(), ActError> {
    let file = load(app, case).await?;
    match record.kind {
        Kind::Notice => {}
        Kind::Counter => {
            let undecided: Vec<u32> = file
                .listings
                .iter()
                .filter(|l| !l.measure.is_held())
                .map(|l| l.no)
                .collect();
            let market = file.parties_of(Role::Marketplace).next().map(|p| p.no);
            let held = file.track(1).is_some_and(|t| t.state != "accepted");
            if !held && !undecided.is_empty() {
                let reasons = StatementOfReasons {
                    ground: "Notice of claimed infringement".to_owned(),
                    facts: format!(
                        "The archive shows a counter-notice of {}; the listing was down then.",
                        record.date
                    ),
                    territory: String::new(),
                    automated: false,
                };
                let act = Act::Notice(notices::Act::Measure {
                    listings: undecided,
                    action: MeasureAction::Remove,
                    reasons,
                    carried_out: true,
                });
                acts::perform(
                    app,
                    case,
                    None,
                    &importer(Role::Marketplace, market, MARKETPLACE.1),
                    act,
                )
                .await?;
            }
            let declarations = app
                .pack(PACK)
                .map(|pack| {
                    let document = pack.document("counter");
                    document
                        .map(|d| {
                            pack.attestations_of(d)
                                .map(|a| Declaration {
                                    id: a.id.clone(),
                                    version: a.version.to_string(),
                                    language: "en".to_owned(),
                                    text: format!("As in the archived text {}.", record.path),
                                    given_at: app.now(),
                                })
                                .collect()
                        })
                        .unwrap_or_default()
                })
                .unwrap_or_default();
            let act = notices::Act::Counter {
                track: 1,
                ground: "other".to_owned(),
                statement: record.text.clone(),
                contact: format!("{} (details removed in the archive)", record.sender),
                declarations,
            };
            acts::perform_form(
                app,
                case,
                None,
                Some(key),
                &importer(
                    Role::Respondent,
                    file.track(1).map(|t| t.respondent),
                    &record.sender,
                ),
                Act::Notice(act),
            )
            .await?;
        }
        Kind::Retraction => {
            let act = Act::Notice(notices::Act::Withdraw {
                track: 0,
                reason: record.text.clone(),
            });
            match acts::perform_form(
                app,
                case,
                None,
                Some(key),
                &importer(Role::Claimant, Some(1), &record.sender),
                act,
            )
            .await
            {
                Err(ActError::Refused(Refusal::AlreadyDone)) => {}
                other => {
                    other?;
                }
            }
        }
    }
    Ok(())
}

async fn load(app: &Arc<App>, case: CaseId) -> Result<CaseFile, StorageError> {
    app.store.read(move |tx| acts::load(tx, case)).await
}
