//! The one road: load the case, decide, record everything in one transaction.

use super::conduct;
use super::letters::{self, Sending};
use super::log;
use super::project;
use crate::domain::acts::{Act, Effect, Plan, Receipt, Refusal};
use crate::domain::cases::{self, CaseFile, Law};
use crate::domain::docket::{Deed, Entry, GENESIS};
use crate::domain::ids::CaseId;
use crate::domain::parties::Actor;
use crate::domain::procedures::Pack;
use crate::startup::App;
use crate::storage::{self, ReadTx, StorageError, StorageResult, WriteTx};
use jiff::Timestamp;
use std::sync::Arc;

/// Why an act was not recorded.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// The rules say no; nothing changed
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// A fault, or no such case
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Records an act on an open case.
///
/// `seen` is the version of the case that the person saw; an act that depends on the state of the
/// case is refused as stale when the case has moved on. `form` is the key of the form that was
/// sent: sent twice, the first receipt is given again and nothing happens twice.
///
/// # Errors
/// A refusal with nothing changed, or a fault with nothing changed.
pub async fn perform(
    app: &Arc<App>,
    case: CaseId,
    seen: Option<u64>,
    actor: &Actor,
    act: Act,
) -> Result<Receipt, ActError> {
    perform_form(app, case, seen, None, actor, act).await
}

/// As [`perform`], with the key of a form against double submission.
///
/// # Errors
/// As [`perform`].
pub async fn perform_form(
    app: &Arc<App>,
    case: CaseId,
    seen: Option<u64>,
    form: Option<String>,
    actor: &Actor,
    act: Act,
) -> Result<Receipt, ActError> {
    let held = Arc::clone(app);
    let actor = actor.clone();
    let outcome = app
        .store
        .write_of_one(move |tx| perform_in(tx, &held, case, seen, form.as_deref(), &actor, &act))
        .await?;
    Ok(outcome?)
}

/// As [`perform_form`], inside a transaction of the caller.
///
/// # Errors
/// The outer result is a fault, the inner one a refusal; after either nothing may be committed.
pub fn perform_in(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    case: CaseId,
    seen: Option<u64>,
    form: Option<&str>,
    actor: &Actor,
    act: &Act,
) -> StorageResult<Result<Receipt, Refusal>> {
    if let Some(key) = form
        && let Some((_, receipt)) = receipt_in(tx, key)?
    {
        return Ok(Ok(receipt));
    }
    if !app.log.may_write(app.now()) {
        return Ok(Err(Refusal::Halted));
    }
    let file = load(tx, case)?;
    let pack = pinned(app, &file)?;
    if let Some(seen) = seen
        && seen != file.version
        && depends_on_state(act)
    {
        return Ok(Err(Refusal::Stale {
            version: file.version,
        }));
    }
    let next = match act {
        Act::Migrate { to, .. } => app.packs().get(&to.id, &to.version, &to.digest).cloned(),
        _ => None,
    };
    let law = Law {
        pack: &pack,
        calendars: &app.calendars,
        next: next.as_deref(),
    };
    let at = app.now().max(file.updated_at);
    let (after, mut plan) = match cases::decide(&file, law, actor, act, at) {
        Ok(decided) => decided,
        Err(refusal) => return Ok(Err(refusal)),
    };
    // From the move on the rows and letters speak as the new version does.
    let law = match &next {
        Some(next) => {
            storage::packs::keep(tx, &storage::packs::PackRow::of(next, at))?;
            Law { pack: next, ..law }
        }
        None => law,
    };
    conduct::add_letters(tx, &file, &after, law.pack, &mut plan, at)?;
    let receipt = record(
        tx,
        app,
        Some(&file),
        after,
        law,
        actor,
        Deed::Done(act.clone()),
        &plan,
        at,
    )?;
    if let Some(key) = form {
        remember(tx, key, case, &receipt, at)?;
    }
    Ok(Ok(receipt))
}

/// The receipt kept under a key, and its case.
///
/// # Errors
/// Faults of the database.
pub async fn receipt_kept(
    app: &Arc<App>,
    key: String,
) -> StorageResult<Option<(Option<CaseId>, Receipt)>> {
    app.store.read(move |tx| receipt_in(tx, &key)).await
}

/// As [`receipt_kept`], inside a transaction of the caller.
///
/// # Errors
/// As [`receipt_kept`].
pub(super) fn receipt_in(
    tx: &mut ReadTx<'_>,
    key: &str,
) -> StorageResult<Option<(Option<CaseId>, Receipt)>> {
    let Some(known) = storage::api::find_receipt(tx, key)? else {
        return Ok(None);
    };
    let receipt = serde_json::from_value(known.receipt)
        .map_err(|_| StorageError::corrupt("form_keys", "receipt", key))?;
    Ok(Some((known.case_id, receipt)))
}

/// Keeps the receipt under the form's key.
pub(super) fn remember(
    tx: &mut WriteTx<'_>,
    key: &str,
    case: CaseId,
    receipt: &Receipt,
    at: Timestamp,
) -> StorageResult<()> {
    let receipt = serde_json::to_value(receipt).map_err(|e| StorageError::Other(e.to_string()))?;
    storage::api::insert_receipt(
        tx,
        &storage::api::FormKeyRow {
            key: key.to_owned(),
            case_id: Some(case),
            receipt,
            created_at: at,
        },
    )
}

/// Whether an act answers to a state that somebody else may change meanwhile. Filing evidence and
/// writing a message add to the record and never clash.
fn depends_on_state(act: &Act) -> bool {
    !matches!(
        act,
        Act::Evidence(_)
            | Act::Message(_)
            | Act::Party(_)
            | Act::Lapse { .. }
            | Act::Outage { .. }
            | Act::OfferLapse { .. }
            | Act::ObligationSilence { .. }
            | Act::ObligationOverdue { .. }
    )
}

/// The case as it stands.
///
/// # Errors
/// `NotFound`, or `Corrupt` when the stored snapshot does not fit.
pub fn load(tx: &mut ReadTx<'_>, case: CaseId) -> StorageResult<CaseFile> {
    let row = storage::cases::get(tx, case)?;
    serde_json::from_str(&row.state.0).map_err(|_| StorageError::corrupt("cases", "state", case))
}

/// The ids of all cases there are, in order: what looks at every case takes its list here.
///
/// # Errors
/// Faults of the database.
pub async fn all_cases(app: &Arc<App>) -> Result<Vec<CaseId>, StorageError> {
    let mut all = Vec::new();
    loop {
        let after = all.last().copied();
        let more = app
            .store
            .read(move |tx| storage::cases::list_ids(tx, after, 1_000))
            .await?;
        if more.is_empty() {
            return Ok(all);
        }
        all.extend(more);
    }
}

/// The pack a case is pinned to.
///
/// # Errors
/// When this build does not carry it.
pub fn pinned(app: &App, file: &CaseFile) -> StorageResult<Arc<Pack>> {
    app.packs()
        .get(&file.pack.id, &file.pack.version, &file.pack.digest)
        .cloned()
        .ok_or_else(|| {
            StorageError::Other(format!(
                "the procedure {} {} of case {} is not part of this build",
                file.pack.id, file.pack.version, file.number
            ))
        })
}

/// Writes entry, rows, clocks, search and letters. The only writer of cases.
#[expect(
    clippy::too_many_arguments,
    reason = "everything that one entry consists of; called from two places"
)]
pub(super) fn record(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    before: Option<&CaseFile>,
    mut after: CaseFile,
    law: Law<'_>,
    actor: &Actor,
    deed: Deed,
    plan: &Plan,
    at: Timestamp,
) -> StorageResult<Receipt> {
    let previous = match before {
        Some(_) => storage::docket::last(tx, after.id)?
            .map(|row| row.hash)
            .ok_or_else(|| StorageError::corrupt("docket", "no", after.id))?,
        None => GENESIS.to_owned(),
    };
    let no = before.map_or(1, |file| file.version + 1);
    let entry = Entry::compose(no, at, actor.clone(), deed, plan, previous);
    let text = entry
        .canonical()
        .map_err(|e| StorageError::Other(e.to_string()))?;
    let hash = crate::domain::docket::hash_text(&text);
    let short_no = u32::try_from(no).map_err(|e| StorageError::Other(e.to_string()))?;
    after.finish_entry(no, at);
    project::write(tx, before, &after, law, at)?;
    let row = project::docket_row(&after, &entry, text, hash.clone());
    storage::docket::insert(tx, &row)?;
    log::enter(tx, app, after.id, (short_no, at), &row.entry.0)?;
    app.log.wake.notify_one();
    project::index(tx, before, &after)?;
    letters::queue(
        tx,
        app,
        &Sending {
            file: &after,
            pack: law.pack,
            plan,
            actor,
            entry: no,
            at,
        },
    )?;
    Ok(Receipt {
        number: after.number.clone(),
        entry: no,
        at,
        hash,
        act: entry.deed.name().to_owned(),
        exhibits: plan
            .effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::ExhibitFiled { exhibit } => Some(exhibit.label.clone()),
                _ => None,
            })
            .collect(),
    })
}

/// Lets every deadline that is past have its effect, each exactly once. Returns how many had one.
///
/// # Errors
/// Faults of the database. A single case that cannot be handled is logged and left for the next
/// round, so that one bad row does not stop everybody's time.
pub async fn lapse_due(app: &Arc<App>) -> Result<usize, StorageError> {
    let now = app.now();
    // While nobody can reach the pages, or nothing is written, no deadline passes: first the time is given back.
    if !app.log.may_write(now) || super::outages::is_out(app, now).await? {
        return Ok(0);
    }
    let due = app
        .store
        .read(move |tx| storage::cases::clocks::list_due(tx, now, 200))
        .await?;
    let mut done = 0;
    for row in due {
        let Some(act) = project::lapse_of(&row) else {
            continue;
        };
        match perform(app, row.case_id, None, &Actor::system(), act).await {
            Ok(_) => done += 1,
            // Another node was first, or the clock was met in the meantime.
            Err(ActError::Refused(Refusal::AlreadyDone | Refusal::TooEarly { .. })) => {}
            Err(error) => {
                tracing::error!(case.id = %row.case_id, clock.no = row.no, error = %error, "a deadline could not take effect")
            }
        }
    }
    Ok(done)
}

/// Queues the reminders that are due. Returns how many clocks were reminded of.
///
/// # Errors
/// Faults of the database.
pub async fn remind_due(app: &Arc<App>) -> Result<usize, StorageError> {
    let now = app.now();
    let due = app
        .store
        .read(move |tx| storage::cases::clocks::list_reminders(tx, now, 200))
        .await?;
    let mut done = 0;
    for row in due {
        let held = Arc::clone(app);
        let reminded = app
            .store
            .write(move |tx| letters::remind(tx, &held, row.case_id, row.no, now))
            .await;
        match reminded {
            Ok(reminded) => done += usize::from(reminded),
            // One case that cannot be read must not keep the others from their reminders.
            Err(error) => {
                tracing::error!(case.id = %row.case_id, clock.no = row.no, error = %error, "a reminder could not be queued");
            }
        }
    }
    Ok(done)
}
