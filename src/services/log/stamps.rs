//! Has the heads of the logs time-stamped by an authority (RFC 3161): every hour, and soon after each decision. It holds
//! up nothing: what could not be had is asked for again.

use super::{LogError, Stored, signed, unsigned};
use crate::domain::log::stamp::{self, APART_MAX, Authority, StampError};
use crate::domain::log::{Checkpoint, Key, Policy, tree};
use crate::egress::{self, EgressError};
use crate::startup::App;
use crate::storage::log::{self as stored, LogRow, StampRow};
use crate::storage::{ReadTx, StorageResult};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// The act whose entry is time-stamped without waiting for the hour.
const AT_ONCE: &str = "decision.sign";
/// How long a head waits for its witnesses before it is time-stamped without them.
const WITNESSES_FOR: SignedDuration = SignedDuration::from_mins(2);
/// Time-stamps that are checked in one transaction.
const PART: i64 = 200;

/// Why a head was not time-stamped.
#[derive(Debug, thiserror::Error)]
pub enum NotStamped {
    /// Nobody answered
    #[error(transparent)]
    Egress(#[from] EgressError),
    /// The answer has another status than 200
    #[error("it answered {0}")]
    Http(u16),
    /// What it answered is not accepted
    #[error(transparent)]
    Stamp(#[from] StampError),
    /// Its time is not ours
    #[error("its time {0} is too far from ours")]
    Apart(Timestamp),
    /// The log
    #[error(transparent)]
    Log(#[from] LogError),
}

/// Has every head time-stamped for which it is time. Returns how many were, and whether one that should be was not.
///
/// # Errors
/// Faults of the database; an authority that does not answer or cannot be believed is no fault of ours.
pub async fn stamp_due(app: &Arc<App>) -> StorageResult<(usize, bool)> {
    let Some(authority) = &app.log.authority else {
        return Ok((0, false));
    };
    let (mut done, mut is_missed) = (0, false);
    for log in app.store.read(stored::list_logs).await? {
        let (now, every) = (app.now(), authority.every);
        let policy = app.log.policy.clone();
        let row = log.clone();
        let due = app
            .store
            .read(move |tx| due(tx, &row, policy.as_ref(), now, every))
            .await?;
        let Some((size, note)) = due.filter(|_| app.log.alarm().is_none()) else {
            continue;
        };
        match stamped(app, authority, &log, size, note).await {
            Ok(row) => {
                app.store
                    .write(move |tx| stored::insert_stamp(tx, &row))
                    .await?;
                done += 1;
            }
            Err(error) => {
                tracing::warn!(log = log.origin, %error, "a head of the log could not be time-stamped and is asked for again");
                is_missed = true;
            }
        }
    }
    Ok((done, is_missed))
}

/// The head that should be time-stamped now, if one should.
fn due(
    tx: &mut ReadTx<'_>,
    log: &LogRow,
    policy: Option<&Policy>,
    now: Timestamp,
    every: SignedDuration,
) -> StorageResult<Option<(i64, String)>> {
    if log.note.is_empty() || log.size == 0 {
        return Ok(None);
    }
    let last = stored::last_stamp(tx, &log.name)?;
    let over = last.as_ref().map_or(0, |last| last.size);
    if over >= log.size {
        return Ok(None);
    }
    let decided = stored::last_of(tx, &log.name, over, AT_ONCE)?.filter(|no| *no < log.size);
    let is_time = last.is_none_or(|last| now.duration_since(last.kept_at) >= every);
    // How many leaves the head has to be over.
    let needed = match (decided, is_time) {
        (Some(no), _) => no + 1,
        (None, true) => over + 1,
        (None, false) => return Ok(None),
    };
    if log.witnessed_size >= needed {
        return Ok(Some((log.witnessed_size, log.witnessed_note.clone())));
    }
    let is_watched = policy.is_some_and(Policy::asks);
    let has_waited = log
        .signed_at
        .is_none_or(|at| now.duration_since(at) >= WITNESSES_FOR);
    Ok((!is_watched || has_waited).then(|| (log.size, log.note.clone())))
}

/// Asks for one and checks it in full.
async fn stamped(
    app: &Arc<App>,
    authority: &Authority,
    log: &LogRow,
    size: i64,
    note: String,
) -> Result<StampRow, NotStamped> {
    let key = Key::parse(&log.key).map_err(LogError::from)?;
    let text = Checkpoint::open(&note, &key)
        .map_err(LogError::from)?
        .text();
    let mut nonce = [0; 16];
    app.entropy.fill(&mut nonce);
    let query = stamp::request(&text, nonce)?;
    let kind = "application/timestamp-query";
    let answer = egress::post(authority.url.clone(), kind, query.clone()).await?;
    if answer.status != 200 {
        return Err(NotStamped::Http(answer.status));
    }
    let said = stamp::verify(&text, &query, &answer.body, &authority.roots)?;
    let now = app.now();
    if said.at.duration_since(now).abs() > APART_MAX {
        return Err(NotStamped::Apart(said.at));
    }
    Ok(StampRow {
        log: log.name.clone(),
        size,
        note,
        query,
        reply: answer.body,
        authority: said.authority,
        stamped_at: said.at,
        kept_at: now,
    })
}

/// The first time-stamp of a log that is kept and does not hold: each is over the head of so many leaves as they are
/// now, and says what its row says. What an authority says is checked where one is believed.
pub(super) async fn check(app: &Arc<App>, log: &LogRow) -> StorageResult<Option<String>> {
    let mut after = 0;
    loop {
        let (log, roots) = (log.clone(), app.log.authority.clone());
        let (count, last, wrong) = app
            .store
            .read(move |tx| {
                let rows = stored::list_stamps(tx, &log.name, after, PART)?;
                for row in &rows {
                    if let Some(what) = wrong(tx, &log, row, roots.as_ref())? {
                        let what = format!("its time-stamp over {} leaves: {what}", row.size);
                        return Ok((rows.len(), row.size, Some(what)));
                    }
                }
                Ok((rows.len(), rows.last().map_or(after, |row| row.size), None))
            })
            .await?;
        if wrong.is_some() || signed(count as u64) < PART {
            return Ok(wrong);
        }
        after = last;
    }
}

fn wrong(
    tx: &mut ReadTx<'_>,
    log: &LogRow,
    row: &StampRow,
    authority: Option<&Authority>,
) -> StorageResult<Option<String>> {
    let opened = Key::parse(&log.key).and_then(|key| Checkpoint::open(&row.note, &key));
    let head = match opened {
        Ok(head) => head,
        Err(error) => return Ok(Some(error.to_string())),
    };
    let size = unsigned(row.size);
    let here = unsigned(stored::size(tx, &log.name)?);
    if size > here {
        return Ok(Some(format!("there are only {here}")));
    }
    let root = tree::root(&mut Stored { tx, log: &log.name }, size)?;
    if (head.size, head.root) != (size, root) {
        return Ok(Some("they do not lead to the head it is of".to_owned()));
    }
    let Some(authority) = authority else {
        return Ok(None);
    };
    Ok(
        match stamp::verify(&head.text(), &row.query, &row.reply, &authority.roots) {
            Ok(said) if said.at == row.stamped_at && said.authority == row.authority => None,
            Ok(said) => Some(format!("it says {} by {}", said.at, said.authority)),
            // Another authority was believed before.
            Err(StampError::Certificate(_)) => None,
            Err(error) => Some(error.to_string()),
        },
    )
}
