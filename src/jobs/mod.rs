//! The worker: lets deadlines have their effect, reminds of them, sends letters, cleans up. It runs inside
//! `serve` or apart as `redress work`; several may run at once, since each takes work under a lease or
//! finds that an act was already done.

mod backoff;
mod bounces;
mod health;
mod housekeeping;
mod letters;
mod log;
mod reports;
#[cfg(test)]
mod tests;

pub use backoff::next_try;
pub use bounces::mark_bounced;
pub use health::{Health, health};
pub use housekeeping::Removed;
pub use letters::Sent;

use crate::services::{acts, outages, procedures};
use crate::startup::App;
use crate::storage::{StorageResult, queue};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often deadlines are looked at.
const CLOCKS_EVERY: Duration = Duration::from_secs(2);
/// How often reminders are looked for.
const REMINDERS_EVERY: Duration = Duration::from_secs(60);
/// How often queued letters are looked for when nobody says that there are any (another process may queue them).
const LETTERS_EVERY: Duration = Duration::from_secs(2);
/// How often the worker cleans up.
const HOUSEKEEPING_EVERY: Duration = Duration::from_secs(3600);
/// How often decisions of other processes about procedures are looked for.
const PROCEDURES_EVERY: Duration = Duration::from_secs(2);
/// How often the web process says that it can be reached.
const ALIVE_EVERY: Duration = Duration::from_secs(60);
/// How long it waits after a fault.
const AFTER_FAULT: Duration = Duration::from_secs(10);
/// Letters that leave side by side.
const LETTERS_AT_ONCE: usize = 4;

/// What one run until idle did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Done {
    /// deadlines that had their effect
    pub lapsed: usize,
    /// clocks reminded of
    pub reminded: usize,
    /// leaves of the public log that were signed
    pub signed: u64,
    /// letters
    pub letters: Sent,
    /// things thrown away
    pub removed: Removed,
}

/// Works until `stop` says true (or its sender is gone). Letters that are on their way are waited for;
/// those not begun are let go at once, for another worker or the next start.
pub async fn run(app: Arc<App>, stop: watch::Receiver<bool>) {
    let owner = format!("worker-{}", app.new_id());
    tracing::info!(worker = owner, "worker started");
    tokio::join!(
        clocks(&app, stop.clone()),
        reminders(&app, stop.clone()),
        mail(&app, &owner, stop.clone()),
        cleaning(&app, stop.clone()),
        log::keep(&app, stop.clone()),
        log::check(&app, stop.clone()),
        log::show(&app, stop.clone()),
        log::stamp(&app, stop.clone()),
        follow(Arc::clone(&app), stop),
    );
    let worker = owner.clone();
    match app.store.write(move |tx| queue::release(tx, &worker)).await {
        Ok(let_go) => tracing::info!(worker = owner, letters = let_go, "worker stopped"),
        Err(error) => {
            tracing::warn!(worker = owner, error = %error, "worker stopped; its letters wait until the lease ends")
        }
    }
}

/// Does everything that is due now until nothing is left, one thing after another and always in the same order.
pub async fn run_until_idle(app: &Arc<App>) -> StorageResult<Done> {
    let owner = format!("idle-{}", app.new_id());
    let mut done = Done::default();
    loop {
        let lapsed = acts::lapse_due(app).await?;
        let reminded = acts::remind_due(app).await?;
        // Before the letters, which carry its receipts.
        done.signed += log::once(app).await?;
        let letters = letters::send_due(app, &owner, 1, &|| false).await?;
        done.lapsed += lapsed;
        done.reminded += reminded;
        done.letters.add(letters);
        if lapsed + reminded + letters.tried() == 0 {
            done.removed = housekeeping::run(app).await?;
            return Ok(done);
        }
    }
}

async fn clocks(app: &Arc<App>, mut stop: watch::Receiver<bool>) {
    while !is_stopped(&stop) {
        let wait = match acts::lapse_due(app).await {
            Ok(0) => CLOCKS_EVERY,
            Ok(lapsed) => {
                tracing::info!(deadlines = lapsed, "deadlines had their effect");
                app.wake.notify_one();
                Duration::ZERO
            }
            Err(error) => fault("deadlines", &error),
        };
        pause(wait, &mut stop).await;
    }
}

async fn reminders(app: &Arc<App>, mut stop: watch::Receiver<bool>) {
    while !is_stopped(&stop) {
        let wait = match acts::remind_due(app).await {
            Ok(0) => REMINDERS_EVERY,
            Ok(_) => {
                app.wake.notify_one();
                Duration::ZERO
            }
            Err(error) => fault("reminders", &error),
        };
        pause(wait, &mut stop).await;
    }
}

async fn mail(app: &Arc<App>, owner: &str, mut stop: watch::Receiver<bool>) {
    let watched = stop.clone();
    while !is_stopped(&stop) {
        let wait =
            match letters::send_due(app, owner, LETTERS_AT_ONCE, &|| is_stopped(&watched)).await {
                Ok(sent) if sent.tried() > 0 => continue,
                Ok(_) => LETTERS_EVERY,
                Err(error) => fault("letters", &error),
            };
        tokio::select! {
            () = app.wake.notified() => {}
            () = pause(wait, &mut stop) => {}
        }
    }
}

/// Leaves signs of life while pages are served, until `stop` says true.
pub async fn live(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    while !is_stopped(&stop) {
        let wait = match outages::live(&app).await {
            Ok(()) => ALIVE_EVERY,
            Err(error) => fault("sign of life", &error),
        };
        pause(wait, &mut stop).await;
    }
}

/// Takes up what another process decides about procedures, until `stop` says true.
pub async fn follow(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    while !is_stopped(&stop) {
        let wait = match procedures::follow(&app).await {
            Ok(_) => PROCEDURES_EVERY,
            Err(error) => fault("procedures", &error),
        };
        if let Err(error) = log::follow(&app).await {
            fault("alarm", &error);
        }
        pause(wait, &mut stop).await;
    }
}

async fn cleaning(app: &Arc<App>, mut stop: watch::Receiver<bool>) {
    while !is_stopped(&stop) {
        let wait = match housekeeping::run(app).await {
            Ok(removed) => {
                tracing::debug!(?removed, "cleaned up");
                HOUSEKEEPING_EVERY
            }
            Err(error) => fault("housekeeping", &error),
        };
        pause(wait, &mut stop).await;
    }
}

fn fault(job: &str, error: &crate::storage::StorageError) -> Duration {
    tracing::error!(job, error = %error, "a job failed and is tried again");
    AFTER_FAULT
}

/// Waits, but not longer than until the worker must stop.
async fn pause(wait: Duration, stop: &mut watch::Receiver<bool>) {
    tokio::select! {
        () = tokio::time::sleep(wait) => {}
        _ = stop.wait_for(|stopped| *stopped) => {}
    }
}

/// A sender that is gone means stop as well: nobody could say so any more.
fn is_stopped(stop: &watch::Receiver<bool>) -> bool {
    *stop.borrow() || stop.has_changed().is_err()
}
