//! Receipts for entries, and the files of a log.

use super::{Stored, signed, unsigned};
use crate::domain::ids::CaseId;
use crate::domain::log::{Nodes, Receipt, Tile, tiles, tree};
use crate::startup::App;
use crate::storage::log::{self as stored, LogRow};
use crate::storage::{ReadTx, StorageResult, docket};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// How long a reader waits for a head that is not signed yet: what is promised.
const PATIENCE: Duration = Duration::from_secs(2);

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
        true => (log.witnessed_size, &log.witnessed_note),
        false => (log.size, &log.note),
    };
    let nodes = &mut Stored { tx, log: &log.name };
    let (index, size) = (unsigned(place.no), unsigned(size));
    let receipt = Receipt {
        index,
        hashes: tree::inclusion(nodes, index, size)?,
        note: note.clone(),
    };
    Ok(Some(Issued {
        receipt,
        leaf: place.leaf,
        log,
    }))
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
