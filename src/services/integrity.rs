//! Recomputes everything that can be recomputed: dockets against their hashes, cases against their
//! dockets, rows against cases, files against their digests.

use super::{acts, filing, log, project};
use crate::domain::casefile;
use crate::domain::cases::CaseFile;
use crate::domain::docket::Entry;
use crate::domain::ids::CaseId;
use crate::startup::App;
use crate::storage::cases::projections;
use crate::storage::docket::DocketRow;
use crate::storage::{ReadTx, StorageResult, cases, docket};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Cases looked at
    pub cases: usize,
    /// Docket entries looked at
    pub entries: usize,
    /// Leaves of the public logs looked at
    pub leaves: usize,
    /// Files looked at
    pub files: usize,
    /// What is wrong, readable
    pub problems: Vec<String>,
}

/// Checks every case and every file.
///
/// # Errors
/// Faults of the database or the disk; what is wrong with the record is not an error but found.
pub async fn check(app: &Arc<App>) -> anyhow::Result<Found> {
    let mut found = Found::default();
    for id in super::acts::all_cases(app).await? {
        let held = Arc::clone(app);
        let (entries, problem) = app.store.read(move |tx| check_case(tx, &held, id)).await?;
        found.cases += 1;
        found.entries += entries;
        found.problems.extend(problem);
    }
    let look = log::check(app).await?;
    found.leaves = look.leaves;
    found.problems.extend(look.problems);
    let mut digest = String::new();
    loop {
        let from = digest.clone();
        let rows = app
            .store
            .read(move |tx| projections::list_blobs(tx, &from, 100))
            .await?;
        let Some(last) = rows.last() else { break };
        digest.clone_from(&last.digest);
        for row in rows {
            found.files += 1;
            let held = match app.blobs.get(&row.digest).await {
                Ok(held) if i64::try_from(held.size_bytes()) != Ok(row.size_bytes) => {
                    Err(format!("it has {} bytes", held.size_bytes()))
                }
                Ok(_) => {
                    let verified = app.blobs.verify(&row.digest).await;
                    verified.map_err(|error| error.to_string())
                }
                Err(error) => Err(error.to_string()),
            };
            if let Err(what) = held {
                found.problems.push(format!("file {}: {what}", row.digest));
            }
        }
    }
    Ok(found)
}

/// Checks as many cases as there is time for, those begun last first, without their files: what can be done at every start.
///
/// # Errors
/// Faults of the database.
pub async fn glance(app: &Arc<App>, within: Duration) -> anyhow::Result<Found> {
    let until = Instant::now() + within;
    let mut found = Found::default();
    let mut cases = super::acts::all_cases(app).await?;
    cases.sort_unstable();
    for id in cases.into_iter().rev() {
        if Instant::now() >= until {
            break;
        }
        let held = Arc::clone(app);
        let (entries, problem) = app.store.read(move |tx| check_case(tx, &held, id)).await?;
        found.cases += 1;
        found.entries += entries;
        found.problems.extend(problem);
    }
    Ok(found)
}

fn check_case(
    tx: &mut ReadTx<'_>,
    app: &App,
    id: CaseId,
) -> StorageResult<(usize, Option<String>)> {
    let row = cases::get(tx, id)?;
    let docket = docket::list(tx, id, 0, i64::from(i32::MAX))?;
    let entries = docket.len();
    let rebuilt = match filing::rebuild(tx, id)? {
        Ok(file) => file,
        Err(what) => return Ok((entries, Some(format!("case {}: {what}", row.number)))),
    };
    let Ok(stored) = serde_json::from_str::<CaseFile>(&row.state.0) else {
        return Ok((
            entries,
            Some(format!("case {}: its snapshot cannot be read", row.number)),
        ));
    };
    if stored != rebuilt {
        return Ok((
            entries,
            Some(format!(
                "case {}: its snapshot does not follow from its docket",
                row.number
            )),
        ));
    }
    let pack = acts::pinned(app, &stored)?;
    if project::case_row(&stored, &pack)? != row {
        return Ok((
            entries,
            Some(format!(
                "case {}: its row does not follow from its docket",
                row.number
            )),
        ));
    }
    if let Some(what) = differing_entry(&stored, &docket) {
        return Ok((entries, Some(format!("case {}: {what}", row.number))));
    }
    if let Some(what) = missing_file(tx, &docket)? {
        return Ok((entries, Some(format!("case {}: {what}", row.number))));
    }
    if let Some(what) = log::check_leaves(tx, id, &docket)? {
        return Ok((entries, Some(format!("case {}: {what}", row.number))));
    }
    let wrong = different_rows(
        tx,
        &stored,
        &project::rows(&stored, &pack, stored.updated_at),
    )?;
    Ok((
        entries,
        wrong.map(|what| {
            format!(
                "case {}: the rows of its {what} do not follow from its docket",
                row.number
            )
        }),
    ))
}

/// The first entry whose row says something else than the entry itself, which its hash covers.
fn differing_entry(file: &CaseFile, docket: &[DocketRow]) -> Option<String> {
    let differs = |row: &&DocketRow| {
        let entry: Option<Entry> = serde_json::from_str(&row.entry.0).ok();
        entry.is_none_or(|entry| {
            let (text, hash) = (row.entry.0.clone(), row.hash.clone());
            project::docket_row(file, &entry, text, hash) != **row
        })
    };
    let row = docket.iter().find(differs)?;
    Some(format!(
        "the row of entry {} does not follow from the entry",
        row.no
    ))
}

/// The first file that an entry names and that is not among the stored ones.
fn missing_file(tx: &mut ReadTx<'_>, docket: &[DocketRow]) -> StorageResult<Option<String>> {
    for row in docket {
        for digest in casefile::digests(&row.entry.0) {
            if projections::find_blob(tx, &digest)?.is_none() {
                let what = format!("the file {digest} of entry {} is not known", row.no);
                return Ok(Some(what));
            }
        }
    }
    Ok(None)
}

/// The first list whose rows differ. Reminders are left out: they move with time, not with acts.
fn different_rows(
    tx: &mut ReadTx<'_>,
    file: &CaseFile,
    rows: &project::Rows,
) -> StorageResult<Option<&'static str>> {
    if projections::list_people(tx, file.id)? != rows.people {
        return Ok(Some("people"));
    }
    if cases::listings::list_for_case(tx, file.id)? != rows.listings {
        return Ok(Some("listings"));
    }
    let timeless = |list: Vec<cases::clocks::ClockRow>| -> Vec<_> {
        let mut list: Vec<_> = list
            .into_iter()
            .map(|row| cases::clocks::ClockRow {
                remind_at: None,
                ..row
            })
            .collect();
        list.sort_by_key(|row| row.no);
        list
    };
    if timeless(cases::clocks::list_for_case(tx, file.id)?) != timeless(rows.clocks.clone()) {
        return Ok(Some("clocks"));
    }
    let by_label = |mut list: Vec<projections::ExhibitRow>| {
        list.sort_by(|a, b| a.label.cmp(&b.label));
        list
    };
    if by_label(projections::list_exhibits(tx, file.id)?) != by_label(rows.exhibits.clone()) {
        return Ok(Some("exhibits"));
    }
    if projections::list_obligations(tx, file.id)? != rows.obligations {
        return Ok(Some("obligations"));
    }
    if projections::list_appointments(tx, file.id)? != rows.appointments {
        return Ok(Some("appointments"));
    }
    if projections::list_tasks(tx, file.id)? != rows.tasks {
        return Ok(Some("tasks"));
    }
    if projections::list_conduct(tx, file.id)? != rows.conduct {
        return Ok(Some("conduct"));
    }
    Ok(None)
}
