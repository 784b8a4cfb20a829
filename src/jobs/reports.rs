//! Notes what became of a letter, in one transaction with whatever follows from it.

use super::backoff::next_try;
use super::bounces;
use super::letters::{Fate, Tried};
use crate::startup::App;
use crate::storage::queue::{self, LetterRow, SentText};
use crate::storage::{StorageError, StorageResult, WriteTx};
use jiff::Timestamp;
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;

/// How often a report to the database is tried before the lease is left to end.
const REPORT_TRIES: u32 = 4;

/// What to note about a letter.
pub(super) struct Report {
    row: LetterRow,
    now: Timestamp,
    note: Note,
}

enum Note {
    Sent {
        text: SentText,
        data: Value,
        reply: String,
    },
    Refused {
        text: SentText,
        reply: String,
    },
    Retry {
        at: Timestamp,
        reply: String,
    },
    GaveUp {
        reply: String,
    },
}

pub(super) fn judge(
    row: LetterRow,
    tried: Result<Tried, String>,
    now: Timestamp,
) -> (Fate, Report) {
    let (fate, note) = match tried {
        Err(why) => (Fate::Failed, Note::GaveUp { reply: why }),
        Ok(Tried {
            data,
            stored,
            result: Ok(reply),
        }) => (
            Fate::Sent,
            Note::Sent {
                text: stored,
                data,
                reply: reply.text,
            },
        ),
        Ok(Tried {
            stored,
            result: Err(error),
            ..
        }) if error.permanent => (
            Fate::Refused,
            Note::Refused {
                text: stored,
                reply: error.text,
            },
        ),
        Ok(Tried {
            result: Err(error), ..
        }) => match next_try(row.attempts, now) {
            Some(at) => (
                Fate::Deferred,
                Note::Retry {
                    at,
                    reply: error.text,
                },
            ),
            None => (Fate::Failed, Note::GaveUp { reply: error.text }),
        },
    };
    (fate, Report { row, now, note })
}

/// Notes the result; a database that is busy for a moment must not make people get a letter twice.
pub(super) async fn reported(app: &Arc<App>, owner: &str, report: Report) -> StorageResult<()> {
    let report = Arc::new(report);
    let mut wait = Duration::from_millis(50);
    for last in (0..REPORT_TRIES).rev() {
        let (held, worker, noted) = (Arc::clone(app), owner.to_owned(), Arc::clone(&report));
        match app
            .store
            .write(move |tx| note(tx, &held, &worker, &noted))
            .await
        {
            Err(error) if last > 0 && !matches!(error, StorageError::Stale) => {
                tracing::warn!(error = %error, "noting the result of a letter failed; trying again");
                tokio::time::sleep(wait).await;
                wait *= 4;
            }
            result => return result,
        }
    }
    Ok(())
}

fn note(tx: &mut WriteTx<'_>, app: &App, owner: &str, report: &Report) -> StorageResult<()> {
    let row = &report.row;
    match &report.note {
        Note::Sent { text, data, reply } => {
            queue::mark_sent(tx, row.id, owner, text, reply, report.now)?;
            queue::keep(tx, row.id, Some(data), None)
        }
        Note::Retry { at, reply } => queue::mark_failed(tx, row.id, owner, reply, Some(*at)),
        // The secret stays in the data of what did not leave: a corrected address can still get the letter.
        Note::Refused { text, reply } => {
            queue::mark_refused(tx, row.id, owner, reply)?;
            queue::keep(tx, row.id, None, Some(text))?;
            bounces::tell(tx, app, row, reply, report.now)
        }
        Note::GaveUp { reply } => {
            queue::mark_failed(tx, row.id, owner, reply, None)?;
            bounces::tell(tx, app, row, reply, report.now)
        }
    }
}
