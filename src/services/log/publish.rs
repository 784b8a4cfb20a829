//! Puts waiting leaves into the log and has its head signed.

use super::{Stored, alarm, enter_earlier, signed, unsigned};
use crate::domain::log::tiles::WIDTH;
use crate::domain::log::{
    self, Checkpoint, Hash, Key, Nodes, NoteError, leaf, leaf_hash, tiles, tree,
};
use crate::services::log::signer::{LEAVES_MAX, SignError};
use crate::startup::App;
use crate::storage::log::{self as stored, LeafRow, LogRow, NodeRow};
use crate::storage::{StorageError, StorageResult, WriteTx};
use jiff::Timestamp;
use std::sync::Arc;

/// Leaves that get their place in one transaction.
const AT_ONCE: i64 = 500;

/// Why the log could not be brought up to date. Acts are not kept waiting by it.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// The database
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The signer
    #[error(transparent)]
    Sign(#[from] SignError),
    /// The signer signed something that cannot be read
    #[error(transparent)]
    Note(#[from] NoteError),
    /// Another machine has the key
    #[error("the log {0} is signed with a key that the signer here does not have")]
    OtherKey(String),
}

/// Gives leaves to the cases of before there was a log. Returns to how many.
///
/// # Errors
/// Faults of the database.
pub async fn catch_up(app: &Arc<App>) -> StorageResult<usize> {
    let mut done = 0;
    loop {
        let without = app
            .store
            .read(|tx| stored::list_without_log(tx, 100))
            .await?;
        if without.is_empty() {
            return Ok(done);
        }
        for case in without {
            let held = Arc::clone(app);
            app.store
                .write(move |tx| match stored::find_case_log(tx, case)? {
                    Some(_) => Ok(()),
                    None => enter_earlier(tx, &held, case),
                })
                .await?;
            done += 1;
        }
    }
}

/// Everything that waits gets its place, and the head is signed. Returns how many leaves were signed.
///
/// # Errors
/// Faults of the database or the signer, after which it can be tried again. A record that is not as it was signed is
/// no error: the alarm is raised.
pub async fn publish(app: &Arc<App>) -> Result<u64, LogError> {
    let _one = app.log.publishing.lock().await;
    let mut done = 0;
    loop {
        if app.log.alarm().is_some() {
            return Ok(done);
        }
        let Some(log) = current(app).await? else {
            return Ok(done);
        };
        let Some(added) = app
            .store
            .write({
                let log = log.clone();
                move |tx| add_waiting(tx, &log)
            })
            .await?
        else {
            continue;
        };
        done += sign(app, &log).await?;
        if done > 0 {
            app.log.signed.notify_waiters();
        }
        if added < AT_ONCE {
            return Ok(done);
        }
    }
}

/// The log that takes leaves now: begun if there is none, followed by the next one in a new year. None where the old
/// one turned out not to be as it was signed.
async fn current(app: &Arc<App>) -> Result<Option<LogRow>, LogError> {
    let now = app.now();
    let name = log::year(now);
    let mut logs = app.store.read(stored::list_logs).await?;
    let Some(last) = logs.pop() else {
        return begin(app, &name, None, now).await.map(Some);
    };
    if last.closed_at.is_none() && last.name >= name {
        return Ok(Some(last));
    }
    // A clock that was set back over the new year does not open a closed log again.
    let name = match name > last.name {
        true => name,
        false => following(&last.name),
    };
    follow_on(app, last, &name, now).await
}

/// The name after one: the next year's.
fn following(name: &str) -> String {
    let year = name.parse::<u32>().unwrap_or_default();
    year.saturating_add(1).to_string()
}

/// Closes a log with the key of the next, and begins that with the last checkpoint of the old.
async fn follow_on(
    app: &Arc<App>,
    last: LogRow,
    name: &str,
    now: Timestamp,
) -> Result<Option<LogRow>, LogError> {
    let next = log::origin(app.config.authority(), name);
    let key = app.log.signer.begin(&next).await?.key;
    if last.closed_at.is_none() {
        let text = leaf::closing(&last.origin, &key, now);
        let old = last.name.clone();
        app.store
            .write(move |tx| match stored::close(tx, &old, now)? {
                true => add(tx, &old, vec![(text.clone(), None)]),
                // Another process was first.
                false => Ok(()),
            })
            .await?;
    }
    sign(app, &last).await?;
    if app.log.alarm().is_some() {
        return Ok(None);
    }
    let name_of_old = last.name.clone();
    let old = app
        .store
        .read(move |tx| stored::find_log(tx, &name_of_old))
        .await?;
    let note = old.map(|old| old.note).unwrap_or_default();
    begin(app, name, Some(note), now).await.map(Some)
}

async fn begin(
    app: &Arc<App>,
    name: &str,
    previous: Option<String>,
    now: Timestamp,
) -> Result<LogRow, LogError> {
    let origin = log::origin(app.config.authority(), name);
    let row = LogRow {
        name: name.to_owned(),
        key: app.log.signer.begin(&origin).await?.key,
        origin,
        opened_at: now,
        closed_at: None,
        size: 0,
        note: String::new(),
        signed_at: None,
        witnessed_size: 0,
        witnessed_note: String::new(),
        witnessed_at: None,
    };
    let written = row.clone();
    app.store
        .write(move |tx| {
            if stored::find_log(tx, &written.name)?.is_some() {
                return Ok(());
            }
            stored::insert_log(tx, &written)?;
            match &previous {
                Some(note) => {
                    let text = leaf::opening(&written.origin, note, now);
                    add(tx, &written.name, vec![(text, None)])
                }
                None => Ok(()),
            }
        })
        .await?;
    let name = name.to_owned();
    let begun = app
        .store
        .read(move |tx| stored::find_log(tx, &name))
        .await?;
    Ok(begun.unwrap_or(row))
}

/// How many waiting leaves were put into the log; none where it was closed meanwhile.
fn add_waiting(tx: &mut WriteTx<'_>, log: &LogRow) -> StorageResult<Option<i64>> {
    if stored::find_log(tx, &log.name)?.is_none_or(|log| log.closed_at.is_some()) {
        return Ok(None);
    }
    let waiting = stored::list_waiting(tx, AT_ONCE)?;
    let mut leaves = Vec::with_capacity(waiting.len());
    for row in &waiting {
        if !stored::settle(tx, row)? {
            continue;
        }
        let leaf = super::leaf_of(tx, row.case_id, row.no)?
            .ok_or_else(|| StorageError::corrupt("log_waiting", "no", row.case_id))?;
        leaves.push((leaf, Some((row.case_id, row.no))));
    }
    add(tx, &log.name, leaves)?;
    Ok(Some(signed(waiting.len() as u64)))
}

/// Adds leaves to the end of a log, and the heads of the tiles that they fill.
fn add(
    tx: &mut WriteTx<'_>,
    log: &str,
    leaves: Vec<(String, Option<(crate::domain::ids::CaseId, u32)>)>,
) -> StorageResult<()> {
    let from = stored::size(tx, log)?;
    let rows: Vec<LeafRow> = leaves
        .into_iter()
        .zip(from..)
        .map(|((leaf, entry), no)| LeafRow {
            log: log.to_owned(),
            no,
            hash: leaf_hash(leaf.as_bytes()).to_string(),
            leaf,
            case_id: entry.map(|(case, _)| case),
            entry_no: entry.map(|(_, no)| no),
        })
        .collect();
    stored::append(tx, &rows)?;
    let (mut was, mut is) = (unsigned(from), unsigned(from) + rows.len() as u64);
    for level in 1_u8.. {
        (was, is) = (was / WIDTH, is / WIDTH);
        if was == is {
            break;
        }
        let mut nodes = Vec::new();
        for no in was..is {
            let hashes = Stored { tx, log }.hashes(level - 1, no * WIDTH, WIDTH)?;
            nodes.push(NodeRow {
                log: log.to_owned(),
                level: u32::from(level),
                no: signed(no),
                hash: tiles::head(hashes).to_string(),
            });
        }
        stored::append_nodes(tx, &nodes)?;
    }
    Ok(())
}

/// What the database says of a log, beside what the signer remembers.
struct Side {
    /// How many leaves there are
    size: u64,
    /// The head of as many as the signer has signed; none where there are not so many
    root: Option<Hash>,
    /// Leaves after those
    next: Vec<Hash>,
}

/// Has the leaves signed that are not yet. Returns how many.
async fn sign(app: &Arc<App>, log: &LogRow) -> Result<u64, LogError> {
    let key = Key::parse(&log.key)?;
    let mut done = 0;
    loop {
        let state = match app.log.signer.state(&log.origin).await {
            Ok(state) => state,
            Err(SignError::Unknown { .. }) => return Err(LogError::OtherKey(log.origin.clone())),
            Err(error) => return Err(error.into()),
        };
        if state.key != log.key {
            return Err(LogError::OtherKey(log.origin.clone()));
        }
        let name = log.name.clone();
        let side = app
            .store
            .read(move |tx| beside(tx, &name, state.size))
            .await?;
        let Some(root) = side.root else {
            let what = format!(
                "the log {} has {} leaves, but {} were signed: an older copy of the database was restored. Restore the newest one; nobody who holds a receipt would accept this one",
                log.origin, side.size, state.size
            );
            alarm::raise(app, what).await?;
            return Ok(done);
        };
        if root.to_string() != state.root {
            let what = format!(
                "the first {} leaves of the log {} are not those that were signed; `redress check` names what was changed",
                state.size, log.origin
            );
            alarm::raise(app, what).await?;
            return Ok(done);
        }
        let name = log.name.clone();
        let row = app
            .store
            .read(move |tx| stored::find_log(tx, &name))
            .await?;
        let is_kept =
            row.is_some_and(|row| unsigned(row.size) == state.size && !row.note.is_empty());
        if side.next.is_empty() && is_kept {
            return Ok(done);
        }
        let size = state.size + side.next.len() as u64;
        // Another process may have been first: then it is looked at again.
        let note = match app
            .log
            .signer
            .sign(&log.origin, state.size, &side.next)
            .await
        {
            Ok(note) => note,
            Err(SignError::Elsewhere { .. }) => continue,
            Err(error) => return Err(error.into()),
        };
        let checkpoint = Checkpoint::open(&note, &key)?;
        let name = log.name.clone();
        let own = app
            .store
            .read(move |tx| tree::root(&mut Stored { tx, log: &name }, size))
            .await?;
        if (checkpoint.size, checkpoint.root) != (size, own) {
            let what = format!(
                "the head of the log {} at {size} leaves is not the one that was signed; `redress check` names what was changed",
                log.origin
            );
            alarm::raise(app, what).await?;
            return Ok(done);
        }
        let (name, now) = (log.name.clone(), app.now());
        app.store
            .write(move |tx| stored::sign(tx, &name, signed(size), &note, now))
            .await?;
        done += side.next.len() as u64;
    }
}

fn beside(tx: &mut crate::storage::ReadTx<'_>, name: &str, at: u64) -> StorageResult<Side> {
    let size = unsigned(stored::size(tx, name)?);
    if at > size {
        return Ok(Side {
            size,
            root: None,
            next: Vec::new(),
        });
    }
    let root = tree::root(&mut Stored { tx, log: name }, at)?;
    let most = signed((size - at).min(LEAVES_MAX as u64));
    let texts = match most {
        0 => Vec::new(),
        most => stored::list_hashes(tx, name, signed(at), most)?,
    };
    let next: Option<Vec<Hash>> = texts.iter().map(|text| Hash::from_hex(text)).collect();
    let next = next.ok_or_else(|| StorageError::corrupt("log_leaves", "hash", name))?;
    Ok(Side {
        size,
        root: Some(root),
        next,
    })
}
