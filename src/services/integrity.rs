//! Recomputes everything that can be recomputed: dockets against their hashes, cases against their
//! dockets, rows against cases, files against their digests.

use super::{acts, filing, log, project};
use crate::domain::cases::CaseFile;
use crate::domain::ids::CaseId;
use crate::startup::App;
use crate::storage::cases::projections;
use crate::storage::{ReadTx, StorageResult, cases, docket};
use std::sync::Arc;

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
            if let Err(error) = app.blobs.verify(&row.digest).await {
                found.problems.push(format!("file {}: {error}", row.digest));
            }
        }
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
