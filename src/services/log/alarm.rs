//! The alarm: something is wrong with the record, and nothing is written until a person has looked at it.

use crate::startup::App;
use crate::storage::{ReadTx, StorageError, StorageResult, settings};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Under which the alarm is kept, for every process.
const ALARM: &str = "alarm";

/// What is wrong, and since when nothing is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    /// Since when
    pub since: Timestamp,
    /// What was found, for the operator
    pub what: String,
}

impl Alarm {
    /// The alarm that is kept, if there is one.
    ///
    /// # Errors
    /// Faults of the database.
    pub fn kept(tx: &mut ReadTx<'_>) -> StorageResult<Option<Self>> {
        let Some(value) = settings::find(tx, ALARM)? else {
            return Ok(None);
        };
        let read = serde_json::from_value(value);
        read.map(Some)
            .map_err(|_| StorageError::corrupt("settings", "value", ALARM))
    }
}

/// From now on nothing is written, here and in every other process. The first alarm stays.
///
/// # Errors
/// Faults of the database; in this process nothing is written even then.
pub async fn raise(app: &Arc<App>, what: String) -> StorageResult<()> {
    tracing::error!(
        what,
        "ALARM: the record is not as it was signed; nothing is written any more"
    );
    let alarm = Alarm {
        since: app.now(),
        what,
    };
    app.log.set_alarm(Some(alarm.clone()));
    app.store
        .write(move |tx| {
            if Alarm::kept(tx)?.is_none() {
                let value =
                    serde_json::to_value(&alarm).map_err(|e| StorageError::Other(e.to_string()))?;
                settings::put(tx, ALARM, &value)?;
            }
            Ok(())
        })
        .await
}

/// Takes up an alarm that another process raised or took back. True where writing begins again.
///
/// # Errors
/// Faults of the database.
pub async fn follow(app: &Arc<App>) -> StorageResult<bool> {
    let kept = app.store.read(Alarm::kept).await?;
    let was = app.log.alarm();
    if was != kept {
        app.log.set_alarm(kept.clone());
    }
    Ok(was.is_some() && kept.is_none())
}

/// A person has looked at it: the record is written again.
///
/// # Errors
/// Faults of the database.
pub async fn resume(app: &Arc<App>) -> StorageResult<()> {
    app.store.write(|tx| settings::delete(tx, ALARM)).await?;
    app.log.set_alarm(None);
    Ok(())
}
