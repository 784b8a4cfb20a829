//! What a new calendar changes: dates that rested on days nobody had announced yet are counted again, once, when
//! the program comes with a calendar that reaches further.

use super::acts::{self, ActError};
use crate::domain::acts::{Act, ClockState, Refusal};
use crate::domain::cases::CaseFile;
use crate::domain::ids::CaseId;
use crate::domain::parties::Actor;
use crate::startup::App;
use crate::storage::{StorageError, cases, settings};
use serde_json::json;
use std::sync::Arc;

/// Under which the versions are kept that every date was counted with.
const COUNTED_WITH: &str = "calendars";

/// Counts every provisional date again if the calendars have changed since it was done last. Returns how many
/// dates are certain now, or moved.
///
/// # Errors
/// Faults of the database. A case that cannot be handled is logged and left as it is.
pub async fn recount_provisional(app: &Arc<App>) -> Result<usize, StorageError> {
    let versions = json!(app.calendars.versions());
    let known = app
        .store
        .read(|tx| settings::find(tx, COUNTED_WITH))
        .await?;
    if known.as_ref() == Some(&versions) {
        return Ok(0);
    }
    let mut done = 0;
    for case in acts::all_cases(app).await? {
        done += of_case(app, case).await?;
    }
    app.store
        .write(move |tx| settings::put(tx, COUNTED_WITH, &versions))
        .await?;
    Ok(done)
}

async fn of_case(app: &Arc<App>, case: CaseId) -> Result<usize, StorageError> {
    let row = app.store.read(move |tx| cases::get(tx, case)).await?;
    let Ok(file) = serde_json::from_str::<CaseFile>(&row.state.0) else {
        tracing::error!(case.id = %case, "a case cannot be read; its dates are not counted again");
        return Ok(0);
    };
    let provisional = file
        .clocks
        .iter()
        .filter(|clock| clock.state == ClockState::Running && clock.provisional);
    let mut done = 0;
    for clock in provisional {
        let act = Act::Recount { clock: clock.no };
        match acts::perform(app, case, None, &Actor::system(), act).await {
            Ok(_) => done += 1,
            Err(ActError::Refused(Refusal::AlreadyDone)) => {}
            Err(error) => {
                tracing::error!(case.id = %case, clock.no = clock.no, error = %error, "a date could not be counted again");
            }
        }
    }
    Ok(done)
}
