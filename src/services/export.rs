//! The case file to take away: a ZIP with the docket, exhibits, letters and decisions, an index page
//! and a manifest that `sha256sum -c SHA256SUMS` accepts. Streamed, whatever its size; each reader
//! gets what they may see, and the rest is named as withheld.

use super::access::{is_withheld, sees_exhibit};
use crate::documents::{
    DocketDocument, DocketEntry, DocketLabels, Document, Fact, Frame, FrameLabels, Record,
};
use crate::domain::Role;
use crate::domain::cases::CaseFile;
use crate::domain::docket::Entry;
use crate::domain::parties::Actor;
use crate::i18n::{Words, dates};
use crate::startup::App;
use crate::storage::StorageResult;
use crate::storage::docket::{self, DocketRow};
use crate::storage::queue::{self, LetterRow};
use bytes::Bytes;
use futures_util::Stream;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use std::sync::Arc;
use tokio::sync::mpsc;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Bytes that are sent at once.
const PART: usize = 64 * 1024;

/// A file of the package that is made here.
struct Made {
    name: String,
    bytes: Vec<u8>,
}

/// A stored file of the package.
struct Kept {
    name: String,
    digest: String,
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
                queue::list_for_case(tx, id, 10_000)?,
            ))
        })
        .await?;
    let official = matches!(actor.role, Role::CaseManager | Role::Administrator);
    let letters: Vec<LetterRow> = letters
        .into_iter()
        .filter(|l| {
            official
                || (l.party_no.is_some() && l.party_no == actor.party)
                || (l.account_id.is_some() && l.account_id == actor.account)
        })
        .collect();
    let mut made = vec![Made {
        name: "docket.json".into(),
        bytes: docket_json(file, actor, &rows),
    }];
    // A long record comes in volumes, so that setting it stays within its memory.
    let volumes = docket_document(app, file, actor, words, &rows).into_volumes();
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
                tracing::warn!(case.id = %file.id, error = %error, "the docket of a case file could not be typeset");
                let text = docket_text(file, actor, words, &rows);
                made.push(Made {
                    name: "docket.txt".into(),
                    bytes: text.into_bytes(),
                });
                break;
            }
        }
    }
    for (index, letter) in letters.iter().enumerate() {
        if let (Some(subject), Some(text)) = (&letter.subject, &letter.text_body) {
            let head = format!(
                "To: {}\nState: {}\nSubject: {subject}\n\n",
                letter.recipient_name, letter.state
            );
            made.push(Made {
                name: format!("letters/{:04}-{}.txt", index + 1, letter.kind),
                bytes: format!("{head}{text}\n").into_bytes(),
            });
        }
    }
    let mut kept: Vec<Kept> = file
        .exhibits
        .iter()
        .filter(|e| sees_exhibit(file, actor, e))
        .map(|e| Kept {
            name: format!("exhibits/{}-{}", e.label, safe_name(&e.file.name)),
            digest: e.file.digest.clone(),
        })
        .collect();
    let own_track = actor
        .party
        .and_then(|no| file.track_of(no))
        .map(|t| t.no)
        .filter(|_| actor.role == Role::Respondent);
    kept.extend(
        file.decisions
            .iter()
            .filter(|d| own_track.is_none_or(|t| d.track == t))
            .map(|d| Kept {
                name: format!("decisions/{}-{}", d.no, safe_name(&d.document.name)),
                digest: d.document.digest.clone(),
            }),
    );
    made.insert(
        0,
        Made {
            name: "index.html".into(),
            bytes: index(file, actor, words, &made, &kept).into_bytes(),
        },
    );
    Ok(Package {
        made,
        kept,
        app: Arc::clone(app),
    })
}

/// A name that no system mistakes for a path or a device.
fn safe_name(name: &str) -> String {
    let cleaned: String = name
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                '_'
            } else {
                c
            }
        })
        .collect();
    let cleaned = cleaned.trim_matches(['.', ' ']).to_owned();
    let kept: String = cleaned
        .chars()
        .rev()
        .take(120)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    if kept.is_empty() { "file".into() } else { kept }
}

/// The entries as recorded, byte for byte; withheld ones with their hash only.
fn docket_json(file: &CaseFile, actor: &Actor, rows: &[DocketRow]) -> Vec<u8> {
    let mut text = String::from("[\n");
    for (index, row) in rows.iter().enumerate() {
        let entry: Option<Entry> = serde_json::from_str(&row.entry.0).ok();
        let withheld = entry.as_ref().is_none_or(|e| is_withheld(file, actor, e));
        let shown = if withheld {
            "null"
        } else {
            row.entry.0.as_str()
        };
        let comma = if index + 1 == rows.len() { "" } else { "," };
        text.push_str(&format!("{{\"no\":{},\"hash\":\"{}\",\"previous\":\"{}\",\"withheld\":{withheld},\"entry\":{shown}}}{comma}\n", row.no, row.hash, row.previous));
    }
    text.push_str("]\n");
    text.into_bytes()
}

fn said(words: &Words, sort: &str, word: &str) -> String {
    words
        .find(&format!("{sort}-{}", word.replace(['_', '.'], "-")))
        .unwrap_or(word)
        .to_owned()
}

fn docket_lines(
    file: &CaseFile,
    actor: &Actor,
    words: &Words,
    rows: &[DocketRow],
) -> Vec<DocketEntry> {
    rows.iter()
        .map(|row| {
            let entry: Option<Entry> = serde_json::from_str(&row.entry.0).ok();
            let withheld = entry.as_ref().is_none_or(|e| is_withheld(file, actor, e));
            let role = said(words, "role", &row.actor_role);
            let rule = entry
                .as_ref()
                .map(|e| e.cites.join(", "))
                .unwrap_or_default();
            DocketEntry {
                number: row.no.to_string(),
                when: dates::full(words, row.at, &TimeZone::UTC),
                who: if row.actor_name.is_empty() || withheld {
                    role
                } else {
                    format!("{}, {role}", row.actor_name)
                },
                what: said(words, "act", &row.act),
                detail: if withheld {
                    words.t("case-entry-withheld").to_owned()
                } else {
                    String::new()
                },
                attached: Vec::new(),
                rule,
                digest: row.hash.clone(),
            }
        })
        .collect()
}

fn docket_document(
    app: &App,
    file: &CaseFile,
    actor: &Actor,
    words: &Words,
    rows: &[DocketRow],
) -> DocketDocument {
    let (claimant, respondent) = file.sides_for(actor.party);
    let now = app.now();
    DocketDocument {
        frame: Frame {
            language: words.locale.tag().to_owned(),
            institution: app.config.product.name.clone(),
            case_number: file.number.to_string(),
            title: words.t("documents-title-record").to_owned(),
            banner: app
                .config
                .is_demo()
                .then(|| words.t("documents-banner-demo").to_owned()),
            made_at: file.updated_at,
            labels: FrameLabels::in_words(words),
        },
        subtitle: format!("{claimant} v {respondent}"),
        facts: vec![
            Fact::new(
                words.t("documents-fact-printed-for"),
                if actor.name.is_empty() {
                    said(words, "role", actor.role.as_str())
                } else {
                    actor.name.clone()
                },
            ),
            Fact::new(
                words.t("documents-fact-printed-at"),
                dates::full(words, now, &TimeZone::UTC),
            ),
            Fact::new(words.t("documents-fact-zone"), "UTC"),
        ],
        entries: docket_lines(file, actor, words, rows),
        exhibits: Vec::new(),
        record: Record {
            title: words.t("documents-record-title").to_owned(),
            statement: words.with2(
                "documents-record-statement",
                "number",
                file.number.as_str(),
                "entries",
                i64::try_from(file.version).unwrap_or(i64::MAX),
            ),
            digest: rows.last().map(|r| r.hash.clone()).unwrap_or_default(),
            address: app.urls.absolute(&crate::urls::timeline(&file.number)),
        },
        labels: DocketLabels::in_words(words),
    }
}

fn docket_text(file: &CaseFile, actor: &Actor, words: &Words, rows: &[DocketRow]) -> String {
    docket_lines(file, actor, words, rows)
        .iter()
        .map(|e| {
            format!(
                "{}  {}  {}  {}  {}\n    {}\n",
                e.number, e.when, e.who, e.what, e.detail, e.digest
            )
        })
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A page that reads and prints without anything else.
fn index(file: &CaseFile, actor: &Actor, words: &Words, made: &[Made], kept: &[Kept]) -> String {
    let (claimant, respondent) = file.sides_for(actor.party);
    let items: String = made
        .iter()
        .map(|m| m.name.as_str())
        .chain(kept.iter().map(|k| k.name.as_str()))
        .map(|name| {
            format!(
                "<li><a href=\"{0}\">{1}</a></li>\n",
                escaped(
                    &name
                        .split('/')
                        .map(crate::urls::encoded)
                        .collect::<Vec<_>>()
                        .join("/")
                ),
                escaped(name)
            )
        })
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{number}</title></head>\n<body><h1>{number}</h1><p><bdi>{}</bdi> v <bdi>{}</bdi></p><p>{}</p><p><code>sha256sum -c SHA256SUMS</code></p><ul>\n{items}</ul></body></html>\n",
        words.locale.tag(),
        words.locale.dir(),
        escaped(&claimant),
        escaped(&respondent),
        escaped(words.t("export-check")),
        number = file.number,
    )
}

/// A pipe from the packing thread to the answer.
struct Pipe {
    sender: mpsc::Sender<io::Result<Bytes>>,
    part: Vec<u8>,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.part.extend_from_slice(bytes);
        if self.part.len() >= PART {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.part.is_empty() {
            return Ok(());
        }
        let part = Bytes::from(std::mem::take(&mut self.part));
        self.sender
            .blocking_send(Ok(part))
            .map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))
    }
}

impl Package {
    /// Number of files in it, the manifest not counted.
    pub fn len(&self) -> usize {
        self.made.len() + self.kept.len()
    }

    /// Whether there is nothing in it; there always is the index.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The package as it is packed; memory stays bounded.
    pub fn stream(self) -> impl Stream<Item = io::Result<Bytes>> {
        let (sender, receiver) = mpsc::channel(4);
        let failed = sender.clone();
        let runtime = tokio::runtime::Handle::current();
        tokio::task::spawn_blocking(move || {
            if let Err(error) = self.pack(sender, &runtime) {
                tracing::warn!(error = %error, "a case file was not packed to its end");
                let _ = failed.blocking_send(Err(error));
            }
        });
        futures_util::stream::unfold(receiver, |mut receiver| async move {
            receiver.recv().await.map(|part| (part, receiver))
        })
    }

    fn pack(
        self,
        sender: mpsc::Sender<io::Result<Bytes>>,
        runtime: &tokio::runtime::Handle,
    ) -> io::Result<()> {
        let mut zip = ZipWriter::new_stream(Pipe {
            sender,
            part: Vec::new(),
        });
        let packed = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default());
        // Pictures and PDFs do not get smaller; large files need the longer form.
        let plain = packed
            .compression_method(CompressionMethod::Stored)
            .large_file(true);
        let mut manifest = String::new();
        for made in &self.made {
            manifest.push_str(&format!(
                "{}  {}\n",
                hex::encode(Sha256::digest(&made.bytes)),
                made.name
            ));
            zip.start_file(made.name.as_str(), packed)?;
            zip.write_all(&made.bytes)?;
        }
        for kept in &self.kept {
            manifest.push_str(&format!("{}  {}\n", kept.digest, kept.name));
            zip.start_file(kept.name.as_str(), plain)?;
            let mut reader = runtime
                .block_on(self.app.blobs.get(&kept.digest))
                .map_err(io::Error::other)?;
            while let Some(chunk) = runtime
                .block_on(reader.next_chunk())
                .map_err(io::Error::other)?
            {
                zip.write_all(&chunk)?;
            }
        }
        zip.start_file("SHA256SUMS", packed)?;
        zip.write_all(manifest.as_bytes())?;
        zip.finish()?.into_inner().flush()
    }
}

#[cfg(test)]
mod tests {
    use super::safe_name;

    #[test]
    fn names_cannot_leave_their_folder() {
        for (given, safe) in [
            ("../../etc/passwd", "_.._etc_passwd"),
            ("a/b\\c.pdf", "a_b_c.pdf"),
            ("", "file"),
            ("合同 1.pdf", "合同 1.pdf"),
            ("x\n.txt", "x_.txt"),
        ] {
            assert_eq!(safe_name(given), safe);
        }
    }
}
