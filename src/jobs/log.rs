//! Keeps the public log up to date: leaves get their places, heads are signed, and the whole record is checked from
//! time to time.

use super::{fault, is_stopped, pause};
use crate::services::integrity::{self, Found};
use crate::services::{log, outages, project};
use crate::startup::App;
use crate::storage::StorageResult;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often leaves are looked for when nobody says that there are any (another process may have recorded them).
const EVERY: Duration = Duration::from_secs(1);
/// How long it waits after the signer could not sign.
const AFTER_FAULT: Duration = Duration::from_secs(5);
/// How often heads are shown to witnesses: a fraction of the minute that is promised.
const SHOWN_EVERY: Duration = Duration::from_secs(15);
/// How often heads are looked for that should be time-stamped: a fraction of the five minutes after a decision.
const STAMPED_EVERY: Duration = Duration::from_secs(30);
/// How long an authority that gave no time-stamp is left alone.
const AFTER_REFUSAL: Duration = Duration::from_secs(60);
/// How long the look at the record may take when the worker starts.
const AT_START: Duration = Duration::from_secs(10);
/// An hour.
const HOUR: Duration = Duration::from_secs(3600);

/// Signs what is recorded, until `stop` says true.
pub(super) async fn keep(app: &Arc<App>, mut stop: watch::Receiver<bool>) {
    if let Err(error) = log::catch_up(app).await {
        fault("leaves of earlier entries", &error);
    }
    app.log.set_kept(true);
    while !is_stopped(&stop) {
        let wait = match log::publish(app).await {
            Ok(_) => EVERY,
            Err(error) => {
                tracing::error!(%error, "the log could not be signed and is tried again");
                AFTER_FAULT
            }
        };
        tokio::select! {
            () = app.log.wake.notified() => {}
            () = pause(wait, &mut stop) => {}
        }
    }
    app.log.set_kept(false);
}

/// Shows heads to the witnesses, until `stop` says true.
pub(super) async fn show(app: &Arc<App>, mut stop: watch::Receiver<bool>) {
    while !is_stopped(&stop) {
        let wait = match log::ask_witnesses(app).await {
            Ok(_) => SHOWN_EVERY,
            Err(error) => {
                tracing::error!(%error, "heads could not be shown to witnesses");
                AFTER_FAULT
            }
        };
        pause(wait, &mut stop).await;
    }
}

/// Has heads time-stamped, until `stop` says true.
pub(super) async fn stamp(app: &Arc<App>, mut stop: watch::Receiver<bool>) {
    while app.log.authority.is_some() && !is_stopped(&stop) {
        let wait = match log::stamp_due(app).await {
            Ok((_, false)) => STAMPED_EVERY,
            Ok((_, true)) => AFTER_REFUSAL,
            Err(error) => fault("time-stamps", &error),
        };
        pause(wait, &mut stop).await;
    }
}

/// Signs everything that waits and shows it to the witnesses, for a run until nothing is left.
pub(super) async fn once(app: &Arc<App>) -> StorageResult<u64> {
    log::catch_up(app).await?;
    let done = match log::publish(app).await {
        Ok(signed) => log::ask_witnesses(app).await.map(|_| signed),
        Err(error) => Err(error),
    };
    log::stamp_due(app).await?;
    match done {
        Ok(signed) => Ok(signed),
        Err(log::LogError::Storage(error)) => Err(error),
        Err(error) => {
            tracing::error!(%error, "the log could not be signed");
            Ok(0)
        }
    }
}

/// Takes up what another process found about the record, and gives time back when writing begins again.
pub(super) async fn follow(app: &Arc<App>) -> StorageResult<()> {
    if log::follow(app).await? {
        tracing::info!("the alarm was taken back: acts are recorded again");
        outages::come_back(app).await?;
    }
    Ok(())
}

/// Looks at the newest cases when it starts, and checks the whole record every so many hours, until `stop` says true.
pub(super) async fn check(app: &Arc<App>, mut stop: watch::Receiver<bool>) {
    // Rows of an earlier version are written anew first, or they would look changed.
    if let Err(error) = project::refresh(app).await {
        fault("rows of an earlier version", &error);
    } else if app.log.alarm().is_none() {
        judge(app, integrity::glance(app, AT_START).await).await;
    }
    let hours = app.config.log.check_hours;
    if hours == 0 {
        return;
    }
    while !is_stopped(&stop) {
        pause(HOUR * hours, &mut stop).await;
        if is_stopped(&stop) || app.log.alarm().is_some() {
            continue;
        }
        judge(app, integrity::check(app).await).await;
    }
}

/// Says what a check found; what is wrong stops all writing.
async fn judge(app: &Arc<App>, checked: anyhow::Result<Found>) {
    match checked {
        Ok(found) => match found.problems.first() {
            None => tracing::info!(?found, "the record was checked and is whole"),
            Some(first) => {
                if let Err(error) = log::halt(app, first.clone()).await {
                    fault("alarm", &error);
                }
            }
        },
        Err(error) => tracing::error!(%error, "the record could not be checked"),
    }
}
