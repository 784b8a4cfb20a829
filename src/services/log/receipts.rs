//! Receipts for entries, and the files of a log.

use super::{Stored, signed, unsigned};
use crate::domain::ids::CaseId;
use crate::domain::log::{Nodes, Policy, Receipt, Tile, tiles, tree};
use crate::startup::App;
use crate::storage::log::{self as stored, LeafRow, LogRow, StampRow};
use crate::storage::{ReadTx, StorageResult, docket};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// How long a reader waits for a head that is not signed yet: what is promised.
const PATIENCE: Duration = Duration::from_secs(2);

/// How many time-stamps are looked at for one that witnesses have signed too.
const STAMPS_MAX: i64 = 50;

/// The receipt of an entry, and what it is a receipt of.
#[derive(Debug, Clone)]
pub struct Issued {
    /// The proof with its checkpoint
    pub receipt: Receipt,
    /// The leaf, byte for byte
    pub leaf: String,
    /// The log
    pub log: LogRow,
}

/// The receipt of an entry; none until the log's head over it is signed, which takes a moment.
///
/// # Errors
/// Faults of the database.
pub async fn receipt(app: &Arc<App>, case: CaseId, no: u32) -> StorageResult<Option<Issued>> {
    app.store.read(move |tx| issued(tx, case, no)).await
}

/// As [`receipt`]; where this process signs as it goes, waits a moment for a head that is not signed yet.
///
/// # Errors
/// Faults of the database.
pub async fn receipt_soon(app: &Arc<App>, case: CaseId, no: u32) -> StorageResult<Option<Issued>> {
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        // Before looking, so that nothing signed meanwhile is missed.
        let signed = app.log.signed.notified();
        if let Some(issued) = receipt(app, case, no).await? {
            return Ok(Some(issued));
        }
        let is_worth_it = app.log.is_kept.load(Ordering::Relaxed) && app.log.alarm().is_none();
        if !is_worth_it || tokio::time::timeout_at(deadline, signed).await.is_err() {
            return Ok(None);
        }
    }
}

/// As [`receipt`], within a transaction.
///
/// # Errors
/// Faults of the database.
pub fn issued(tx: &mut ReadTx<'_>, case: CaseId, no: u32) -> StorageResult<Option<Issued>> {
    let Some(place) = stored::find_place(tx, case, no)? else {
        return Ok(None);
    };
    let Some(log) = stored::find_log(tx, &place.log)? else {
        return Ok(None);
    };
    if place.no >= log.size {
        return Ok(None);
    }
    // A head that witnesses signed is worth more than a newer one.
    let (size, note) = match place.no < log.witnessed_size {
        true => (log.witnessed_size, log.witnessed_note.clone()),
        false => (log.size, log.note.clone()),
    };
    under(tx, log, place, size, note).map(Some)
}

/// The receipt of a leaf under a head of its log.
fn under(
    tx: &mut ReadTx<'_>,
    log: LogRow,
    place: LeafRow,
    size: i64,
    note: String,
) -> StorageResult<Issued> {
    let nodes = &mut Stored { tx, log: &log.name };
    let (index, size) = (unsigned(place.no), unsigned(size));
    let receipt = Receipt {
        index,
        hashes: tree::inclusion(nodes, index, size)?,
        note,
    };
    Ok(Issued {
        receipt,
        leaf: place.leaf,
        log,
    })
}

/// The receipts of the entries of a case.
#[derive(Debug, Clone)]
pub struct Proved {
    /// Of each entry; none where no head is signed over it
    pub issued: Vec<Option<Issued>>,
    /// The time-stamps of the heads that the receipts are under, by the name of the log
    pub stamps: BTreeMap<String, StampRow>,
}

/// The receipts of the first `count` entries of a case; where a head over all of them was time-stamped, under the first
/// such head.
///
/// # Errors
/// Faults of the database.
pub fn issued_for_all(
    tx: &mut ReadTx<'_>,
    case: CaseId,
    count: u32,
    policy: Option<&Policy>,
) -> StorageResult<Proved> {
    let mut all: Vec<Option<Issued>> = Vec::new();
    let mut last: BTreeMap<String, i64> = BTreeMap::new();
    for no in 1..=count {
        let found = issued(tx, case, no)?;
        if let Some(found) = &found {
            last.insert(found.log.name.clone(), signed(found.receipt.index));
        }
        all.push(found);
    }
    let mut stamps = BTreeMap::new();
    for (log, place) in last {
        // One that its witnesses have not signed would be worth less than what it replaces.
        let over = stored::list_stamps(tx, &log, place, STAMPS_MAX)?;
        let seen = over.into_iter().find(|stamp| {
            policy.is_none_or(|policy| {
                let seen = policy.seen_by(&stamp.note);
                seen.is_ok_and(|seen| policy.is_met(&seen))
            })
        });
        if let Some(stamp) = seen {
            stamps.insert(log, stamp);
        }
    }
    for one in all.iter_mut().flatten() {
        let Some(stamp) = stamps.get(&one.log.name) else {
            continue;
        };
        let nodes = &mut Stored {
            tx,
            log: &one.log.name,
        };
        one.receipt.hashes = tree::inclusion(nodes, one.receipt.index, unsigned(stamp.size))?;
        one.receipt.note.clone_from(&stamp.note);
    }
    Ok(Proved {
        issued: all,
        stamps,
    })
}

/// The canonical text of an entry and its salt in hexadecimal, which together with the leaf show that the leaf is the
/// entry's: only for whoever may read the entry.
///
/// # Errors
/// Faults of the database.
pub async fn entry_files(
    app: &Arc<App>,
    case: CaseId,
    no: u32,
) -> StorageResult<Option<(String, String)>> {
    app.store
        .read(move |tx| {
            let Some(entry) = docket::find(tx, case, no)? else {
                return Ok(None);
            };
            let leaf = stored::find_leaf(tx, case, no)?;
            Ok(leaf.map(|leaf| (entry.entry.0, leaf.salt)))
        })
        .await
}

/// A file of a log, up to what is signed; none where there is not so much of it.
///
/// # Errors
/// Faults of the database.
pub async fn tile(app: &Arc<App>, name: String, tile: Tile) -> StorageResult<Option<Vec<u8>>> {
    app.store
        .read(move |tx| {
            let Some(log) = stored::find_log(tx, &name)? else {
                return Ok(None);
            };
            if tile.needs().is_none_or(|needs| needs > unsigned(log.size)) {
                return Ok(None);
            }
            let bytes = match tile.level {
                Some(level) => {
                    let nodes = &mut Stored { tx, log: &name };
                    tiles::hashes_bytes(&nodes.hashes(level, tile.first(), tile.width)?)
                }
                None => {
                    let (from, count) = (signed(tile.first()), signed(tile.width));
                    let leaves = stored::list_leaves(tx, &name, from, count)?;
                    tiles::entries_bytes(leaves.iter().map(|row| row.leaf.as_str()))
                }
            };
            Ok(Some(bytes))
        })
        .await
}
