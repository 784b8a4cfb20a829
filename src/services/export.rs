//! The case file to take away: a bag (RFC 8493) in a ZIP, with everything the reader may see, each entry with its line
//! in the public log and the receipt of that. Streamed, whatever its size; the same state makes the same bytes; what is kept
//! from the reader is named as withheld. The form stands in `domain::casefile`.

mod archive;
mod bag;
mod index;
mod issue;
mod minisig;
mod record;
mod stream;

pub use archive::{keys_in, verify};
pub use issue::{KEPT, begin, expire, is_alive, list, reader};
pub use minisig::public_key;

use crate::documents::Document;
use crate::domain::Role;
use crate::domain::access::{is_withheld_as_recorded, sees_exhibit};
use crate::domain::acts::Effect;
use crate::domain::casefile::{self, Listed};
use crate::domain::cases::CaseFile;
use crate::domain::docket::Entry;
use crate::domain::evidence::FileRef;
use crate::domain::parties::Actor;
use crate::i18n::{Words, dates};
use crate::services::agreements;
use crate::services::log::{self, Issued, Proved};
use crate::services::telling::Reading;
use crate::startup::App;
use crate::storage::docket::{self, DocketRow};
use crate::storage::log::{DocketLeafRow, StampRow};
use crate::storage::queue::{self, LetterRow};
use crate::storage::{StorageResult, log as stored};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A file of the package that is made here.
struct Made {
    path: String,
    bytes: Vec<u8>,
    /// What the index says of it; may be empty
    about: String,
}

impl Made {
    fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            bytes: bytes.into(),
            about: String::new(),
        }
    }
}

/// A stored file of the package.
struct Kept {
    listed: Listed,
    /// What the index says of it
    about: String,
}

/// Everything the package consists of.
pub struct Package {
    /// The folder that everything stands in
    root: String,
    made: Vec<Made>,
    kept: Vec<Kept>,
    app: Arc<App>,
}

/// What of a case is packed, besides the case as it stands.
struct Taken {
    rows: Vec<DocketRow>,
    letters: Vec<LetterRow>,
    leaves: Vec<DocketLeafRow>,
    /// The receipt of each leaf that the log is signed over
    issued: Vec<Option<Issued>>,
    /// The time-stamp of each log's head that the receipts are under, where it has one
    stamps: BTreeMap<String, StampRow>,
}

/// Puts a package together for one reader.
///
/// # Errors
/// Faults of the database.
pub async fn prepare(
    app: &Arc<App>,
    file: &CaseFile,
    actor: &Actor,
    words: &Words,
) -> StorageResult<Package> {
    let id = file.id;
    // What was done a moment ago is in the log a moment later.
    let last = u32::try_from(file.version).unwrap_or(u32::MAX);
    log::receipt_soon(app, id, last).await?;
    let policy = app.log.policy.clone();
    let taken = app
        .store
        .read(move |tx| {
            let leaves = stored::list_leaves_of(tx, id)?;
            let count = leaves.last().map_or(0, |leaf| leaf.no);
            let Proved { issued, stamps } = log::issued_for_all(tx, id, count, policy.as_ref())?;
            Ok(Taken {
                rows: docket::list(tx, id, 0, i64::from(i32::MAX))?,
                letters: queue::list_for_case(tx, id, i64::from(i32::MAX))?,
                issued,
                stamps,
                leaves,
            })
        })
        .await?;
    let pack = super::acts::pinned(app, file)?;
    let reading = Reading {
        file,
        pack: &pack,
        actor,
        words,
        zone: &TimeZone::UTC,
    };
    let entries: Vec<Option<Entry>> = taken
        .rows
        .iter()
        .map(|row| serde_json::from_str(&row.entry.0).ok())
        .collect();
    let mut kept = exhibits(&reading, &entries);
    kept.extend(decisions(file, actor, &entries));
    let mut made = readable(app, &reading, &taken.rows).await;
    made.extend(agreed(app, &reading, &taken.rows).await);
    made.extend(own_letters(&reading, &taken.letters));
    made.push(index::page(&reading, &taken.rows, &made, &kept));
    let readme = ["export-readme", "log-claim", "export-readme-key"].map(|key| words.t(key));
    made.push(Made::new("data/README.txt", readme.join("\n\n") + "\n"));
    made.extend(bag::entries(&reading, &taken, &entries, &kept));
    made.extend(bag::proofs(app, &taken));
    let sizes = kept.iter().map(|kept| kept.listed.size);
    made.extend(bag::tags(app, file, &made, &kept, sizes.sum()));
    Ok(Package {
        root: file.number.to_string(),
        made,
        kept,
        app: Arc::clone(app),
    })
}

/// The record to be read, as a PDF; as plain text where none can be made.
async fn readable(app: &Arc<App>, reading: &Reading<'_>, rows: &[DocketRow]) -> Vec<Made> {
    let mut made = Vec::new();
    // A long record comes in volumes, so that setting it stays within its memory.
    let volumes = record::document(app, reading, rows).into_volumes();
    for (index, volume) in volumes.into_iter().enumerate() {
        let name = if index == 0 {
            "data/docket.pdf".to_owned()
        } else {
            format!("data/docket-{}.pdf", index + 1)
        };
        match app
            .typesetter
            .render(&Document::Docket(Box::new(volume)))
            .await
        {
            Ok(bytes) => made.push(Made::new(name, bytes)),
            Err(error) => {
                tracing::warn!(case.id = %reading.file.id, error = %error, "the docket of a case file could not be typeset");
                let text = record::text(reading, rows);
                made.push(Made::new("data/docket.txt", text));
                break;
            }
        }
    }
    made
}

/// The agreements of the reader's part, for whoever may see what was agreed.
async fn agreed(app: &Arc<App>, reading: &Reading<'_>, rows: &[DocketRow]) -> Vec<Made> {
    let Reading {
        file, actor, words, ..
    } = *reading;
    if matches!(actor.role, Role::Arbitrator | Role::Marketplace) {
        return Vec::new();
    }
    let mut made = Vec::new();
    for offer in agreements::accepted(file, own_track(file, actor)) {
        match agreements::render(app, file, offer, rows, words).await {
            Ok(Some(bytes)) => {
                let path = format!("data/agreements/{}-agreement.pdf", offer.no);
                made.push(Made::new(path, bytes));
            }
            Ok(None) => {}
            Err(error) => {
                tracing::warn!(case.id = %file.id, error = %error, "an agreement could not be typeset");
            }
        }
    }
    made
}

/// The one track that a seller sees.
fn own_track(file: &CaseFile, actor: &Actor) -> Option<u32> {
    let own = actor.party.filter(|_| actor.role == Role::Respondent);
    own.and_then(|no| file.track_of(no)).map(|t| t.no)
}

/// The letters to the reader's side; to the registry, all of them.
fn own_letters(reading: &Reading<'_>, letters: &[LetterRow]) -> Vec<Made> {
    let Reading {
        actor, words, zone, ..
    } = *reading;
    let when = |at: Timestamp| {
        let line = dates::zone_line(words, at, zone);
        let at = dates::full(words, at, zone);
        words.with2("mandates-letter-when", "when", at, "zone", line)
    };
    let official = matches!(actor.role, Role::CaseManager | Role::Administrator);
    let mut made = Vec::new();
    for letter in letters {
        let own = (letter.party_no.is_some() && letter.party_no == actor.party)
            || (letter.account_id.is_some() && letter.account_id == actor.account);
        if let (true, Some(subject), Some(text)) =
            (official || own, &letter.subject, &letter.text_body)
        {
            // When it was written and when it left, which is what proves that somebody was told.
            let sent = letter.sent_at.map_or_else(|| "-".to_owned(), when);
            let written = when(letter.created_at);
            let state = format!("mandates-letter-{}", letter.state);
            let state = words.t(&state);
            let lines = [
                ("mandates-letter-to", letter.recipient_name.as_str()),
                ("mandates-letter-written", &written),
                ("mandates-letter-sent", &sent),
                ("mandates-letter-state", state),
                ("mandates-letter-subject", subject),
            ];
            let head: String = lines
                .iter()
                .map(|(key, value)| format!("{}: {value}\n", words.t(key)))
                .collect();
            let path = format!("data/letters/{:04}-{}.txt", made.len() + 1, letter.kind);
            made.push(Made {
                about: format!("{subject} ({written})"),
                ..Made::new(path, format!("{head}\n{text}\n"))
            });
        }
    }
    made
}

/// The entry that filed a stored file, by the number of its leaf.
fn filed_by(entries: &[Option<Entry>], is_it: impl Fn(&Effect) -> bool) -> u64 {
    let found = entries.iter().position(|entry| {
        let effects = entry.as_ref().map(|entry| entry.effects.as_slice());
        effects.unwrap_or_default().iter().any(&is_it)
    });
    found.map_or(0, |at| at as u64)
}

fn listed(path: String, label: &str, title: &str, file: &FileRef, seq: u64) -> Listed {
    Listed {
        file: path,
        label: label.to_owned(),
        name: file.name.clone(),
        title: title.to_owned(),
        media_type: file.media_type.clone(),
        size: file.size_bytes,
        sha256: file.digest.clone(),
        seq,
    }
}

/// The exhibits that the reader may see; withdrawn ones stay, in a folder of their own.
fn exhibits(reading: &Reading<'_>, entries: &[Option<Entry>]) -> Vec<Kept> {
    let Reading {
        file, actor, words, ..
    } = *reading;
    let seen = file.exhibits.iter();
    seen.filter(|exhibit| sees_exhibit(file, actor, exhibit))
        .map(|exhibit| {
            let folder = match exhibit.withdrawn.is_some() {
                true => "data/evidence/withdrawn",
                false => "data/evidence",
            };
            let ending = casefile::ending(&exhibit.file.name);
            let path = format!("{folder}/{}.{ending}", exhibit.label);
            let seq = filed_by(
                entries,
                |effect| matches!(effect, Effect::ExhibitFiled { exhibit: filed } if filed.label == exhibit.label),
            );
            Kept {
                listed: listed(
                    path,
                    exhibit.label.as_str(),
                    &exhibit.title,
                    &exhibit.file,
                    seq,
                ),
                about: record::title_of(exhibit, words),
            }
        })
        .collect()
}

/// The decisions; a seller gets those of its own track.
fn decisions(file: &CaseFile, actor: &Actor, entries: &[Option<Entry>]) -> Vec<Kept> {
    let own_track = own_track(file, actor);
    file.decisions
        .iter()
        .filter(|d| own_track.is_none_or(|t| d.track == t))
        .map(|d| {
            let path = format!("data/decisions/{}.pdf", d.no);
            let seq = filed_by(
                entries,
                |effect| matches!(effect, Effect::Decided { decision } if decision.no == d.no),
            );
            Kept {
                listed: listed(path, &d.no.to_string(), "", &d.document, seq),
                about: d.arbitrator.clone(),
            }
        })
        .collect()
}

/// Whether an entry is told to the reader as it was recorded.
fn is_told(reading: &Reading<'_>, entry: Option<&Entry>) -> bool {
    entry.is_some_and(|entry| !is_withheld_as_recorded(reading.file, reading.actor, entry))
}

#[cfg(test)]
mod tests;
