//! Sends queued letters: takes some under a lease, renders each, hands it over, reports what became
//! of it. A worker that dies in between loses nothing: the lease ends, the letter is tried again with
//! the same Message-ID.

use super::reports::{judge, reported};
use crate::i18n::Locale;
use crate::mail::letters::{Frame, Kind, LetterData, Rendered};
use crate::mail::{Attachment, Message, Reply, SEND_TIMEOUT, SendError};
use crate::services::log;
use crate::startup::App;
use crate::storage::queue::{self, LetterRow, SentText};
use crate::storage::{StorageError, StorageResult};
use futures_util::StreamExt;
use futures_util::stream;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::sync::Arc;

/// Letters taken at once.
const BATCH: i64 = 20;
/// How long they are held. Longer than sending takes, short enough that a crash delays little.
const LEASE: SignedDuration = SignedDuration::from_mins(2);

/// What became of the letters of a round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sent {
    /// taken by the next hop
    pub sent: usize,
    /// refused for good
    pub refused: usize,
    /// to be tried again later
    pub deferred: usize,
    /// given up
    pub failed: usize,
    /// taken under the lease but not tried, because time ran out or the worker stops
    pub left: usize,
}

impl Sent {
    /// How many letters were dealt with.
    pub fn tried(&self) -> usize {
        self.sent + self.refused + self.deferred + self.failed
    }

    /// Adds the figures of another round.
    pub fn add(&mut self, other: Self) {
        self.sent += other.sent;
        self.refused += other.refused;
        self.deferred += other.deferred;
        self.failed += other.failed;
        self.left += other.left;
    }
}

/// What became of one letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Sent,
    Refused,
    Deferred,
    Failed,
    Left,
}

/// A letter that was written, and what the next hop said.
pub(super) struct Tried {
    pub data: Value,
    pub stored: SentText,
    pub result: Result<Reply, SendError>,
}

/// Sends what is due now, once. With `at_once` above 1, letters leave side by side and in no order.
pub async fn send_due(
    app: &Arc<App>,
    owner: &str,
    at_once: usize,
    is_stopping: &(dyn Fn() -> bool + Sync),
) -> StorageResult<Sent> {
    let until = later(app.now(), LEASE);
    let held = Arc::clone(app);
    let worker = owner.to_owned();
    let rows = app
        .store
        .write_rc(move |tx| queue::claim(tx, &worker, held.now(), until, BATCH))
        .await?;

    let fates = stream::iter(rows)
        .map(|row| send_one(app, owner, row, until, is_stopping))
        .buffer_unordered(at_once.max(1));
    Ok(fates
        .fold(Sent::default(), |mut sum, fate| async move {
            match fate {
                Fate::Sent => sum.sent += 1,
                Fate::Refused => sum.refused += 1,
                Fate::Deferred => sum.deferred += 1,
                Fate::Failed => sum.failed += 1,
                Fate::Left => sum.left += 1,
            }
            sum
        })
        .await)
}

async fn send_one(
    app: &Arc<App>,
    owner: &str,
    row: LetterRow,
    until: Timestamp,
    is_stopping: &(dyn Fn() -> bool + Sync),
) -> Fate {
    // Never begin what may outlast the lease: another worker would send it a second time.
    let end = later(
        app.now(),
        SignedDuration::try_from(SEND_TIMEOUT).unwrap_or(LEASE),
    );
    if is_stopping() || end > until {
        return Fate::Left;
    }
    let tried = attempt(app, &row).await;
    match &tried {
        Ok(tried) => noted(&row, &tried.result),
        Err(why) => {
            tracing::error!(letter.id = %row.id, letter.kind = row.kind, "letter cannot be written: {why}")
        }
    }
    let (fate, report) = judge(row, tried, app.now());
    match reported(app, owner, report).await {
        Ok(()) => fate,
        // Somebody else holds the letter by now and reports it.
        Err(StorageError::Stale) => Fate::Left,
        Err(error) => {
            tracing::error!(error = %error, "the result of a letter could not be noted; it is tried again when the lease ends");
            Fate::Left
        }
    }
}

/// Writes and sends one letter.
async fn attempt(app: &Arc<App>, row: &LetterRow) -> Result<Tried, String> {
    let data: LetterData =
        serde_json::from_value(row.data.clone()).map_err(|e| format!("its data: {e}"))?;
    let receipt = match (row.case_id, row.entry_no) {
        (Some(case), Some(no)) => log::receipt_soon(app, case, no)
            .await
            .map_err(|e| format!("its receipt: {e}"))?,
        _ => None,
    };
    let now = app.now();
    let words = app.words(Locale::parse(&row.locale).unwrap_or_default());
    let product = &app.config.product;
    let frame = Frame {
        words: &words,
        now,
        urls: &app.urls,
        service: &product.name,
        contact: contact(app),
        phone: &product.contact_phone,
        to_name: &row.recipient_name,
        to_address: &row.recipient_email,
        has_receipt: receipt.is_some(),
    };
    let rendered = frame.render(&data).map_err(|e| e.to_string())?;
    let attachments = receipt.map_or_else(Vec::new, |receipt| files(row, &data, &receipt));
    let kept = data.without_secret();
    // What is stored must not open doors.
    let stored = if kept.secret_removed {
        frame.render(&kept).map_err(|e| e.to_string())?
    } else {
        rendered.clone()
    };
    let message = message(row, rendered, attachments, now);
    let result = app.mailer.send(&message).await;
    let data = serde_json::to_value(&kept).map_err(|e| e.to_string())?;
    Ok(Tried {
        data,
        stored: SentText {
            subject: stored.subject,
            text: stored.text,
            html: stored.html,
        },
        result,
    })
}

/// The receipt of the entry, the line of the log that it proves, and the key that both are checked with.
fn files(row: &LetterRow, data: &LetterData, issued: &log::Issued) -> Vec<Attachment> {
    let case = data.case_number.as_deref().unwrap_or("case");
    let name = format!("{case}-{}", row.entry_no.unwrap_or_default());
    let file = |ending: &str, text: String| Attachment {
        name: format!("{name}.{ending}"),
        text,
    };
    vec![
        file("tlog-proof", issued.receipt.to_string()),
        file("leaf", issued.leaf.clone()),
        Attachment {
            name: format!("log-{}.vkey", issued.log.name),
            text: format!("{}\n", issued.log.key),
        },
    ]
}

fn message(
    row: &LetterRow,
    rendered: Rendered,
    attachments: Vec<Attachment>,
    at: Timestamp,
) -> Message {
    Message {
        id: row.id,
        kind: row.kind.clone(),
        to_name: row.recipient_name.clone(),
        to_address: row.recipient_email.clone(),
        subject: rendered.subject,
        text: rendered.text,
        html: rendered.html,
        at,
        attachments,
    }
}

/// The address for help: the one set, or where replies go.
fn contact(app: &App) -> &str {
    let (product, mail) = (&app.config.product, &app.config.mail);
    let stated = [&product.contact_email, &mail.reply_to, &mail.from]
        .into_iter()
        .find(|text| !text.is_empty());
    let stated = stated.map_or("", String::as_str);
    stated
        .rsplit_once('<')
        .map_or(stated, |(_, rest)| rest.trim_end_matches('>'))
}

/// Neither addresses nor words of a letter: the id finds it.
fn noted(row: &LetterRow, result: &Result<Reply, SendError>) {
    let kind = Kind::parse(&row.kind).map_or("other", Kind::as_str);
    match result {
        Ok(_) => tracing::debug!(letter.id = %row.id, letter.kind = kind, "letter sent"),
        Err(error) => tracing::warn!(
            letter.id = %row.id,
            letter.kind = kind,
            letter.attempts = row.attempts,
            smtp.code = error.code,
            permanent = error.permanent,
            "letter not sent"
        ),
    }
}

fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}
