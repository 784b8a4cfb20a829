//! Throws away what has served: ended sessions, old links and attempts, expired drafts, answers kept
//! against double submission. Nothing here belongs to a case.

use crate::services::{calendars, export, project};
use crate::startup::App;
use crate::storage::sessions::{attempts, links};
use crate::storage::{StorageResult, api, drafts, queue, sessions};
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// A used or expired link stays so long, so that its page can say what became of it.
const LINKS_KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);
/// The limit of failed sign-ins counts over 90 days.
const ATTEMPTS_KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);
/// Answers to requests and forms sent twice.
const ANSWERS_KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A file that nobody has written to for so long is not being uploaded any more.
const HALF_KEPT: SignedDuration = SignedDuration::from_hours(24);

/// What was thrown away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Removed {
    /// ended sessions
    pub sessions: usize,
    /// old links
    pub links: usize,
    /// old attempts to sign in and the like
    pub attempts: usize,
    /// expired drafts
    pub drafts: usize,
    /// answers kept against double submission
    pub answers: usize,
    /// letters whose worker died while holding them
    pub leases: usize,
}

/// Cleans up once, and counts dates again that a new calendar makes certain.
pub async fn run(app: &Arc<App>) -> StorageResult<Removed> {
    let refreshed = project::refresh(app).await?;
    if refreshed > 0 {
        tracing::info!(cases = refreshed, "the rows of all cases were written anew");
    }
    let recounted = calendars::recount_provisional(app).await?;
    if recounted > 0 {
        tracing::info!(
            dates = recounted,
            "dates were counted again by new calendars"
        );
        app.wake.notify_one();
    }
    let exports = export::expire(app).await?;
    if exports > 0 {
        tracing::info!(exports, "case files are not kept any more");
    }
    let now = app.now();
    for store in [&app.blobs, &app.exports] {
        match store.delete_abandoned(before(now, HALF_KEPT)).await {
            Ok(0) => {}
            Ok(files) => tracing::info!(files, "files that were never finished are removed"),
            Err(error) => tracing::warn!(%error, "files that were never finished stay"),
        }
    }
    app.store
        .write(move |tx| {
            Ok(Removed {
                sessions: sessions::delete_expired(tx, now)?,
                links: links::delete_expired(tx, before(now, LINKS_KEPT))?,
                attempts: attempts::delete_before(tx, before(now, ATTEMPTS_KEPT))?,
                drafts: drafts::delete_expired(tx, now)?,
                answers: api::delete_before(tx, before(now, ANSWERS_KEPT))?,
                leases: queue::release_expired(tx, now)?,
            })
        })
        .await
}

fn before(now: Timestamp, kept: SignedDuration) -> Timestamp {
    now.checked_sub(kept).unwrap_or(Timestamp::MIN)
}
