//! Making a case file for somebody: packed once into a file that can be fetched in parts, hashed and signed on the way, and
//! entered in the public log, so that nobody can pass off another as handed out by this service.

use super::{minisig, prepare};
use crate::domain::casefile::issued::Issued;
use crate::domain::cases::CaseFile;
use crate::domain::ids::{CaseId, ExportId};
use crate::domain::parties::Actor;
use crate::i18n::Words;
use crate::services::log;
use crate::startup::App;
use crate::storage::exports::{self, ExportRow, ExportState};
use crate::storage::{StorageResult, WriteTx};
use futures_util::StreamExt;
use jiff::{SignedDuration, Timestamp};
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a case file can be fetched after it was made.
pub const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How many can be fetched at a time by one seat of a case.
const KEPT_MAX: usize = 3;
/// Without a sign of life for so long nobody makes it any more.
const ALIVE: SignedDuration = SignedDuration::from_mins(2);
/// How often it is noted how far it is.
const NOTED_EVERY: Duration = Duration::from_millis(500);
/// How many are listed.
const LISTED: i64 = 200;

/// The seat that a case file is for. What one seat may see another may not.
#[must_use]
pub fn reader(actor: &Actor) -> String {
    let party = actor
        .party
        .map_or_else(|| "-".to_owned(), |no| no.to_string());
    let account = actor
        .account
        .map_or_else(|| "-".to_owned(), |id| id.to_string());
    format!("{}:{party}:{account}", actor.role.as_str())
}

/// Whether somebody still makes it.
#[must_use]
pub fn is_alive(row: &ExportRow, now: Timestamp) -> bool {
    row.state == ExportState::Making && now.duration_since(row.touched_at) < ALIVE
}

/// Begins to make a case file for a reader, and gives its id; where one is being made for them already, that one's.
///
/// # Errors
/// Faults of the database.
pub async fn begin(
    app: &Arc<App>,
    file: CaseFile,
    actor: Actor,
    words: Words,
) -> StorageResult<(ExportId, actix_web::rt::task::JoinHandle<()>)> {
    let id = ExportId(app.new_id());
    let now = app.now();
    let row = ExportRow {
        id,
        case_id: file.id,
        reader: reader(&actor),
        role: actor.role.as_str().to_owned(),
        name: actor.name.clone(),
        version: i64::try_from(file.version).unwrap_or(i64::MAX),
        state: ExportState::Making,
        done_bytes: 0,
        total_bytes: 0,
        digest: None,
        signature: None,
        begun_at: now,
        touched_at: now,
    };
    let (case, reader) = (row.case_id, row.reader.clone());
    let other = app
        .store
        .write(move |tx| {
            let known = exports::list(tx, case, LISTED)?;
            let other = known
                .iter()
                .find(|known| known.reader == reader && is_alive(known, now));
            match other {
                Some(other) => Ok(Some(other.id)),
                None => exports::insert(tx, &row).map(|()| None),
            }
        })
        .await?;
    if let Some(other) = other {
        return Ok((other, actix_web::rt::spawn(async {})));
    }
    let held = Arc::clone(app);
    let making = actix_web::rt::spawn(async move {
        if let Err(error) = make(&held, id, &file, &actor, &words).await {
            tracing::error!(case.id = %file.id, error = %format!("{error:#}"), "a case file could not be made");
            let failed = held
                .store
                .write(move |tx| exports::set_state(tx, id, ExportState::Failed))
                .await;
            if let Err(error) = failed {
                tracing::error!(case.id = %file.id, %error, "and that could not be noted");
            }
        }
    });
    Ok((id, making))
}

async fn make(
    app: &Arc<App>,
    id: ExportId,
    file: &CaseFile,
    actor: &Actor,
    words: &Words,
) -> anyhow::Result<()> {
    let package = prepare(app, file, actor, words).await?;
    let total = i64::try_from(package.bytes()).unwrap_or(i64::MAX);
    let mut writer = app.exports.writer(u64::MAX).await?;
    let (mut hasher, mut done, mut noted) = (minisig::Hasher::default(), 0_i64, None::<Instant>);
    let mut parts = pin!(package.stream());
    while let Some(part) = parts.next().await {
        let part = part?;
        writer.write(&part).await?;
        hasher.update(&part);
        done += i64::try_from(part.len()).unwrap_or_default();
        if noted.is_none_or(|at| at.elapsed() >= NOTED_EVERY) {
            noted = Some(Instant::now());
            let (now, at) = (app.now(), (done, total.max(done)));
            app.store
                .write(move |tx| exports::progress(tx, id, at, now))
                .await?;
        }
    }
    let stored = writer.finish().await?;
    let now = app.now();
    let name = format!("{}.zip", file.number);
    let signature = minisig::sign(app, hasher, &name, now).unwrap_or_default();
    let issued = Issued {
        case_no: file.number.to_string(),
        entries: file.version,
        made_for: reader_in_words(actor),
        sha256: stored.digest.clone(),
        size: stored.size_bytes,
        at: now,
    };
    let (held, case, seat) = (Arc::clone(app), file.id, reader(actor));
    let size = i64::try_from(stored.size_bytes).unwrap_or(i64::MAX);
    let gone = app
        .store
        .write(move |tx| {
            let known = exports::list(tx, case, LISTED)?;
            let same = known.iter().any(|known| {
                known.reader == seat
                    && known.state == ExportState::Ready
                    && known.digest.as_deref() == Some(stored.digest.as_str())
            });
            if same {
                // The same bytes for the same seat: what was said of them holds.
                exports::delete(tx, id)?;
            } else if exports::finish(tx, id, size, (&stored.digest, &signature), now)? {
                log::enter_export(tx, &held, (id, now), issued.text())?;
            }
            drop_older(tx, case, &seat)
        })
        .await?;
    app.log.wake.notify_one();
    remove(app, gone).await?;
    Ok(())
}

/// For whom, as the record says it: the role, and the name where there is one.
fn reader_in_words(actor: &Actor) -> String {
    match actor.name.is_empty() {
        true => actor.role.as_str().to_owned(),
        false => format!("{}: {}", actor.role.as_str(), actor.name),
    }
}

/// Only the newest few of a seat stay; gives the digests of the others.
fn drop_older(tx: &mut WriteTx<'_>, case: CaseId, seat: &str) -> StorageResult<Vec<String>> {
    let known = exports::list(tx, case, LISTED)?;
    let ready = known
        .into_iter()
        .filter(|known| known.reader == seat && known.state == ExportState::Ready);
    let mut gone = Vec::new();
    for row in ready.skip(KEPT_MAX) {
        exports::set_state(tx, row.id, ExportState::Gone)?;
        gone.extend(row.digest);
    }
    Ok(gone)
}

async fn remove(app: &Arc<App>, digests: Vec<String>) -> anyhow::Result<()> {
    for digest in digests {
        let wanted = digest.clone();
        let is_needed = app
            .store
            .read(move |tx| exports::is_needed(tx, &wanted))
            .await?;
        if !is_needed {
            app.exports.remove(&digest).await?;
        }
    }
    Ok(())
}

/// Those whose time is over are not kept any more. Returns how many.
///
/// # Errors
/// Faults of the database; a file that cannot be removed is tried again.
pub async fn expire(app: &Arc<App>) -> StorageResult<usize> {
    let before = app.now().checked_sub(KEPT).unwrap_or(Timestamp::MIN);
    let gone = app
        .store
        .write(move |tx| {
            let rows = exports::list_ready_before(tx, before, LISTED)?;
            for row in &rows {
                exports::set_state(tx, row.id, ExportState::Gone)?;
            }
            Ok(rows)
        })
        .await?;
    let count = gone.len();
    let digests = gone.into_iter().filter_map(|row| row.digest).collect();
    if let Err(error) = remove(app, digests).await {
        tracing::warn!(error = %format!("{error:#}"), "an old case file could not be removed");
    }
    Ok(count)
}

/// Those of a case, newest first: of the reader's seat, or of all where the reader runs the case.
///
/// # Errors
/// Faults of the database.
pub async fn list(app: &Arc<App>, case: CaseId, actor: &Actor) -> StorageResult<Vec<ExportRow>> {
    let rows = app
        .store
        .read(move |tx| exports::list(tx, case, LISTED))
        .await?;
    let seat = reader(actor);
    let is_registry = actor.role == crate::domain::Role::CaseManager;
    Ok(rows
        .into_iter()
        .filter(|row| is_registry || row.reader == seat)
        .collect())
}
