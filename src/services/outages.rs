//! Times in which nobody could reach the service. The web process leaves a sign of life; when it comes back after a
//! gap, deadlines that ended meanwhile get their days back before any of them has its effect.

use super::acts::{self, ActError};
use super::project;
use crate::domain::acts::{Act, Refusal};
use crate::domain::parties::Actor;
use crate::startup::App;
use crate::storage::cases::clocks;
use crate::storage::{ReadTx, StorageError, StorageResult, settings};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use std::sync::Arc;

/// Under which the last sign of life is kept.
const ALIVE: &str = "alive";
/// Under which the outages are kept, newest last.
const OUTAGES: &str = "outages";
/// How long a silence is no outage: a restart, a new version.
pub const SILENCE_MAX: SignedDuration = SignedDuration::from_mins(15);
/// Deadlines that end so soon after an outage lost their last day to it.
const LAST_DAY: SignedDuration = SignedDuration::from_hours(24);
/// Outages that are kept for the administrator to read.
const KEPT_MAX: usize = 50;

/// An outage, and what it did.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Outage {
    /// Since when nobody could reach the pages
    pub from: Timestamp,
    /// Until when
    pub until: Timestamp,
    /// Deadlines that got their time back
    pub dates: usize,
}

fn alive(tx: &mut ReadTx<'_>) -> StorageResult<Option<Timestamp>> {
    let Some(value) = settings::find(tx, ALIVE)? else {
        return Ok(None);
    };
    let read = serde_json::from_value(value);
    read.map(Some)
        .map_err(|_| StorageError::corrupt("settings", "value", ALIVE))
}

/// Whether the pages have been out of reach for longer than a restart takes. Where no sign of life was ever left,
/// as in a demonstration, they are not.
///
/// # Errors
/// Faults of the database.
pub async fn is_out(app: &Arc<App>, now: Timestamp) -> StorageResult<bool> {
    let last = app.store.read(alive).await?;
    Ok(last.is_some_and(|last| now.duration_since(last) > SILENCE_MAX))
}

/// Leaves a sign of life.
///
/// # Errors
/// Faults of the database.
pub async fn live(app: &Arc<App>) -> StorageResult<()> {
    // Where nothing can be filed, nobody can keep a date.
    if app.log.alarm().is_some() {
        return Ok(());
    }
    let now = json!(app.now());
    app.store
        .write(move |tx| settings::put(tx, ALIVE, &now))
        .await
}

/// The service is back: gives back the time of deadlines that ended while it was out of reach, writes the outage
/// down, and leaves a sign of life. Nothing where the silence was short.
///
/// # Errors
/// Faults of the database. A case that cannot be handled is logged and left as it is.
pub async fn come_back(app: &Arc<App>) -> StorageResult<Option<Outage>> {
    let until = app.now();
    let last = app.store.read(alive).await?;
    let Some(from) = last.filter(|last| until.duration_since(*last) > SILENCE_MAX) else {
        live(app).await?;
        return Ok(None);
    };
    let mut outage = Outage {
        from,
        until,
        dates: 0,
    };
    let ended = app
        .store
        .read(move |tx| clocks::list_between(tx, from, until + LAST_DAY))
        .await?;
    for row in ended {
        let Some(Act::Lapse { clock }) = project::lapse_of(&row) else {
            continue;
        };
        let act = Act::Outage { clock, from, until };
        match acts::perform(app, row.case_id, None, &Actor::system(), act).await {
            Ok(_) => outage.dates += 1,
            Err(ActError::Refused(Refusal::AlreadyDone)) => {}
            Err(error) => {
                tracing::error!(case.id = %row.case_id, clock.no = clock, error = %error, "time could not be given back");
            }
        }
    }
    tracing::warn!(from = %from, until = %until, dates = outage.dates, "nobody could reach the service; time was given back");
    let written = outage.clone();
    app.store
        .write(move |tx| {
            let mut all = list(tx)?;
            all.push(written.clone());
            let first = all.len().saturating_sub(KEPT_MAX);
            settings::put(tx, OUTAGES, &json!(all[first..]))?;
            settings::put(tx, ALIVE, &json!(written.until))
        })
        .await?;
    Ok(Some(outage))
}

/// The outages of late, oldest first.
///
/// # Errors
/// Faults of the database.
pub fn list(tx: &mut ReadTx<'_>) -> StorageResult<Vec<Outage>> {
    let Some(value) = settings::find(tx, OUTAGES)? else {
        return Ok(Vec::new());
    };
    serde_json::from_value(value).map_err(|_| StorageError::corrupt("settings", "value", OUTAGES))
}
