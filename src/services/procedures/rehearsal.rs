//! A new version tried on the cases there are: which would have ended otherwise.

use super::Standing;
use crate::domain::cases::rehearse::{self, Rehearsed};
use crate::domain::docket;
use crate::domain::ids::{CaseId, CaseNumber};
use crate::domain::procedures::{Pack, Packs};
use crate::services::acts;
use crate::startup::App;
use crate::storage::procedures as stored;
use crate::storage::{StorageError, StorageResult, cases, docket as rows};
use jiff::Timestamp;
use std::sync::Arc;

/// Most cases that are tried; the newest.
pub const CASES_MAX: usize = 2_000;
/// Most cases that are shown one by one.
const SHOWN_MAX: usize = 200;

/// A track that would have ended, or would stand, elsewhere; or whose dates would be others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// The case
    pub number: CaseNumber,
    /// Version it is pinned to
    pub version: String,
    /// Both ways
    pub both: Rehearsed,
}

/// What trying a version on the cases gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rehearsal {
    /// Cases tried
    pub cases: usize,
    /// Of them, how many would have ended otherwise
    pub otherwise: usize,
    /// Of those that end alike, how many would have had other dates
    pub redated: usize,
    /// Those that would have ended otherwise first, then those with other dates
    pub shown: Vec<Ended>,
}

/// Plays every case of a procedure again under a version that was brought. Nothing is changed. `None` for a
/// digest that nothing is known of.
///
/// # Errors
/// Faults of the database, a docket that cannot be read.
pub async fn rehearse(app: &Arc<App>, digest: &str) -> Result<Option<Rehearsal>, StorageError> {
    let wanted = digest.to_owned();
    let row = app.store.read(move |tx| stored::find(tx, &wanted)).await?;
    let mut packs = Packs::default();
    match row {
        Some(row) if row.standing == Standing::Proposed => {
            let added = packs.add(&row.text, &app.calendars);
            added.map_err(|fault| StorageError::Other(fault.to_string()))?;
        }
        _ => {
            let known = app.packs();
            let Some(pack) = known.iter().find(|pack| pack.digest() == digest) else {
                return Ok(None);
            };
            let added = packs.add(pack.text(), &app.calendars);
            added.map_err(|fault| StorageError::Other(fault.to_string()))?;
        }
    }
    let now = app.now();
    let mut done = Rehearsal::default();
    let (mut otherwise, mut redated) = (Vec::new(), Vec::new());
    for id in acts::all_cases(app).await? {
        if done.cases >= CASES_MAX {
            break;
        }
        let Some(tracks) = of_case(app, id, &packs, now).await? else {
            continue;
        };
        done.cases += 1;
        done.otherwise += usize::from(tracks.iter().any(|t| !t.both.ends_alike()));
        let is_redated = tracks.iter().all(|t| t.both.ends_alike())
            && tracks.iter().any(|t| !t.both.moved.is_empty());
        done.redated += usize::from(is_redated);
        for track in tracks {
            match (track.both.ends_alike(), track.both.moved.is_empty()) {
                (false, _) => otherwise.push(track),
                (true, false) => redated.push(track),
                (true, true) => {}
            }
        }
    }
    otherwise.append(&mut redated);
    otherwise.truncate(SHOWN_MAX);
    done.shown = otherwise;
    Ok(Some(done))
}

/// The tracks of a case under both versions; `None` for a case of another procedure.
async fn of_case(
    app: &Arc<App>,
    id: CaseId,
    packs: &Packs,
    now: Timestamp,
) -> StorageResult<Option<Vec<Ended>>> {
    let held = Arc::clone(app);
    let ids: Vec<String> = packs.iter().map(|pack| pack.id().to_owned()).collect();
    let read = app
        .store
        .read(move |tx| {
            let head = cases::get(tx, id)?;
            if !ids.contains(&head.pack_id) {
                return Ok(None);
            }
            let file = acts::load(tx, id)?;
            let old = acts::pinned(&held, &file)?;
            let all = rows::list(tx, id, 0, i64::from(i32::MAX))?;
            Ok(Some((file, old, all)))
        })
        .await?;
    let Some((file, old, all)) = read else {
        return Ok(None);
    };
    let Some(new) = packs.latest(old.id()) else {
        return Ok(None);
    };
    let texts: Vec<(String, String)> = all.into_iter().map(|row| (row.entry.0, row.hash)).collect();
    let entries =
        docket::check(&texts).map_err(|_| StorageError::corrupt("docket", "entry", id))?;
    let new: &Pack = new;
    let both = rehearse::rehearse(&entries, &old, new, &app.calendars, now);
    let ended = both.into_iter().map(|both| Ended {
        number: file.number.clone(),
        version: old.version().to_owned(),
        both,
    });
    Ok(Some(ended.collect()))
}
