//! The case file to take away: a ZIP with the docket, exhibits, letters and decisions, an index page
//! and a manifest that `sha256sum -c SHA256SUMS` accepts. Streamed, whatever its size; each reader
//! gets what they may see, and the rest is named as withheld.

mod index;
mod names;
mod record;
mod stream;

use crate::documents::Document;
use crate::domain::Role;
use crate::domain::access::sees_exhibit;
use crate::domain::cases::CaseFile;
use crate::domain::parties::Actor;
use crate::i18n::{Words, dates};
use crate::services::agreements;
use crate::services::telling::Reading;
use crate::startup::App;
use crate::storage::StorageResult;
use crate::storage::docket::{self, DocketRow};
use crate::storage::queue::{self, LetterRow};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use names::safe_name;
use std::sync::Arc;

/// A file of the package that is made here.
struct Made {
    name: String,
    bytes: Vec<u8>,
}

/// A stored file of the package.
struct Kept {
    name: String,
    digest: String,
    /// What the index says of it
    about: String,
}

/// Everything the package consists of.
pub struct Package {
    made: Vec<Made>,
    kept: Vec<Kept>,
    app: Arc<App>,
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
    let (rows, letters) = app
        .store
        .read(move |tx| {
            Ok((
                docket::list(tx, id, 0, i64::from(i32::MAX))?,
                queue::list_for_case(tx, id, i64::from(i32::MAX))?,
            ))
        })
        .await?;
    let mut made = vec![Made {
        name: "docket.json".into(),
        bytes: record::json(file, actor, &rows),
    }];
    let pack = super::acts::pinned(app, file)?;
    let reading = Reading {
        file,
        pack: &pack,
        actor,
        words,
        zone: &TimeZone::UTC,
    };
    made.extend(readable(app, &reading, &rows).await);
    made.extend(agreed(app, &reading, &rows).await);
    made.extend(own_letters(&reading, &letters));
    let mut kept = exhibits(file, actor, words);
    kept.extend(decisions(file, actor));
    let index = Made {
        name: "index.html".into(),
        bytes: index::page(file, actor, words, &made, &kept).into_bytes(),
    };
    made.insert(0, index);
    Ok(Package {
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
            "docket.pdf".to_owned()
        } else {
            format!("docket-{}.pdf", index + 1)
        };
        match app
            .typesetter
            .render(&Document::Docket(Box::new(volume)))
            .await
        {
            Ok(bytes) => made.push(Made { name, bytes }),
            Err(error) => {
                tracing::warn!(case.id = %reading.file.id, error = %error, "the docket of a case file could not be typeset");
                let text = record::text(reading, rows);
                made.push(Made {
                    name: "docket.txt".into(),
                    bytes: text.into_bytes(),
                });
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
            Ok(Some(bytes)) => made.push(Made {
                name: format!("agreements/{}-{}-agreement.pdf", offer.no, file.number),
                bytes,
            }),
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
        let zone = dates::zone_line(words, at, zone);
        words.with2(
            "mandates-letter-when",
            "when",
            dates::full(words, at, reading.zone),
            "zone",
            zone,
        )
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
            made.push(Made {
                name: format!("letters/{:04}-{}.txt", made.len() + 1, letter.kind),
                bytes: format!("{head}\n{text}\n").into_bytes(),
            });
        }
    }
    made
}

/// The exhibits that the reader may see; withdrawn ones stay, in a folder of their own.
fn exhibits(file: &CaseFile, actor: &Actor, words: &Words) -> Vec<Kept> {
    file.exhibits
        .iter()
        .filter(|e| sees_exhibit(file, actor, e))
        .map(|e| {
            let folder = if e.withdrawn.is_some() {
                "exhibits/withdrawn"
            } else {
                "exhibits"
            };
            Kept {
                name: format!("{folder}/{}-{}", e.label, safe_name(&e.file.name)),
                digest: e.file.digest.clone(),
                about: record::title_of(e, words),
            }
        })
        .collect()
}

/// The decisions; a seller gets those of its own track.
fn decisions(file: &CaseFile, actor: &Actor) -> Vec<Kept> {
    let own_track = own_track(file, actor);
    file.decisions
        .iter()
        .filter(|d| own_track.is_none_or(|t| d.track == t))
        .map(|d| Kept {
            name: format!("decisions/{}-{}", d.no, safe_name(&d.document.name)),
            digest: d.document.digest.clone(),
            about: d.arbitrator.clone(),
        })
        .collect()
}
