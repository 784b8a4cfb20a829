//! The public log at work: every docket entry gets its leaf in the transaction that records it; a moment later the
//! leaf has its place, and the head is signed. What was signed once is never signed otherwise; where that could
//! happen, the installation stops writing and says so.

mod alarm;
mod check;
mod publish;
mod receipts;
mod signer;
mod stamps;
mod witness;

pub use alarm::{Alarm, follow, raise as halt, resume};
pub(super) use check::check_leaves;
pub use check::{Look, check};
pub use publish::{LogError, catch_up, publish};
pub use receipts::{Issued, Proved, entry_files, issued_for_all, receipt, receipt_soon, tile};
pub use signer::{LocalSigner, SignError, Signer, State, serve_signer};
pub use stamps::stamp_due;
pub use witness::ask_witnesses;

use crate::domain::ids::{CaseId, ExportId};
use crate::domain::log::stamp::Authority;
use crate::domain::log::{Hash, Leaf, Nodes, Policy, case_digest, event_digest};
use crate::startup::App;
use crate::storage::exports::ONLY;
use crate::storage::{self, ReadTx, StorageError, StorageResult, WriteTx};
use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{PoisonError, RwLock};

/// How far the clock may go back before nothing is written any more: what a time service corrects.
const BACK_MAX: SignedDuration = SignedDuration::from_secs(2);

/// What this process knows of the log.
pub struct PublicLog {
    /// Who signs
    pub signer: Signer,
    /// Who watches, if anybody does
    pub policy: Option<Policy>,
    /// Who time-stamps its heads, if anybody does
    pub authority: Option<Authority>,
    /// Told when an entry was recorded
    pub wake: tokio::sync::Notify,
    /// Told when a head was signed
    signed: tokio::sync::Notify,
    /// Whether this process signs as it goes, so that it is worth a moment's waiting
    is_kept: AtomicBool,
    /// One at a time in this process
    publishing: tokio::sync::Mutex<()>,
    /// Why nothing is written, if so
    alarm: RwLock<Option<Alarm>>,
    /// The latest time that was seen, in microseconds
    latest: AtomicI64,
}

impl PublicLog {
    /// A log with this signer; `alarm` and `latest` as they were kept.
    pub fn new(
        signer: Signer,
        (policy, authority): (Option<Policy>, Option<Authority>),
        alarm: Option<Alarm>,
        latest: Option<Timestamp>,
    ) -> Self {
        Self {
            signer,
            policy,
            authority,
            wake: tokio::sync::Notify::new(),
            signed: tokio::sync::Notify::new(),
            is_kept: AtomicBool::new(false),
            publishing: tokio::sync::Mutex::new(()),
            alarm: RwLock::new(alarm),
            latest: AtomicI64::new(latest.map_or(i64::MIN, Timestamp::as_microsecond)),
        }
    }

    /// Why nothing is written, if so.
    pub fn alarm(&self) -> Option<Alarm> {
        self.alarm
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// From now on this process signs as it goes, or no more.
    pub fn set_kept(&self, is_kept: bool) {
        self.is_kept.store(is_kept, Ordering::Relaxed);
    }

    fn set_alarm(&self, alarm: Option<Alarm>) {
        *self.alarm.write().unwrap_or_else(PoisonError::into_inner) = alarm;
    }

    /// Whether an act may be recorded now: the record is sound as far as is known, and the clock has not gone back.
    pub fn may_write(&self, now: Timestamp) -> bool {
        let now = now.as_microsecond();
        let latest = self.latest.fetch_max(now, Ordering::Relaxed);
        let back = i64::try_from(BACK_MAX.as_micros()).unwrap_or(i64::MAX);
        if now < latest.saturating_sub(back) {
            tracing::error!(
                behind_us = latest.saturating_sub(now),
                "the clock went back: nothing is written until it has caught up"
            );
            return false;
        }
        self.alarm
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .is_none()
    }
}

/// Gives an entry its leaf, in the transaction that records it.
pub(super) fn enter(
    tx: &mut WriteTx<'_>,
    app: &App,
    case: CaseId,
    (no, at): (u32, Timestamp),
    record: &str,
) -> StorageResult<()> {
    let (case_hash, prev) = match no {
        1 => (begin(tx, app, case)?, Leaf::NONE),
        _ => match storage::log::find_leaf(tx, case, no - 1)? {
            Some(row) => {
                let leaf = parsed(&row.leaf, case)?;
                (leaf.case, leaf.hash())
            }
            // The case is older than the log: its earlier entries get their leaves with this one.
            None => return enter_earlier(tx, app, case),
        },
    };
    let entry = Entered { case, no, at };
    insert(tx, app, entry, (case_hash, prev), record).map(|_| ())
}

#[derive(Clone, Copy)]
struct Entered {
    case: CaseId,
    no: u32,
    at: Timestamp,
}

fn insert(
    tx: &mut WriteTx<'_>,
    app: &App,
    entry: Entered,
    (case, prev): (Hash, Hash),
    record: &str,
) -> StorageResult<Hash> {
    let mut salt = [0; 32];
    app.entropy.fill(&mut salt);
    let leaf = Leaf {
        case,
        event: event_digest(&salt, record),
        prev,
        seq: u64::from(entry.no) - 1,
        t: entry.at,
    };
    let row = storage::log::DocketLeafRow {
        case_id: entry.case,
        no: entry.no,
        salt: hex::encode(salt),
        leaf: leaf.text(),
    };
    storage::log::insert_leaf(tx, &row, entry.at)?;
    Ok(leaf.hash())
}

/// Gives a case its random number and says what stands for it.
fn begin(tx: &mut WriteTx<'_>, app: &App, case: CaseId) -> StorageResult<Hash> {
    let mut id = [0; 32];
    app.entropy.fill(&mut id);
    storage::log::insert_case_log(tx, case, &hex::encode(id))?;
    Ok(case_digest(&id))
}

/// Leaves for the entries of a case that have none.
fn enter_earlier(tx: &mut WriteTx<'_>, app: &App, case: CaseId) -> StorageResult<()> {
    let last = storage::log::list_leaves_of(tx, case)?.pop();
    let (from, mut known) = match last {
        Some(row) => {
            let leaf = parsed(&row.leaf, case)?;
            (row.no, (leaf.case, leaf.hash()))
        }
        None => (0, (begin(tx, app, case)?, Leaf::NONE)),
    };
    for row in storage::docket::list(tx, case, from, i64::from(i32::MAX))? {
        let entry = Entered {
            case,
            no: row.no,
            at: row.at,
        };
        known.1 = insert(tx, app, entry, known, &row.entry.0)?;
    }
    Ok(())
}

/// What the log says of an entry of a case, or of a case file that was handed out, which has a chain of its own.
fn leaf_of(tx: &mut ReadTx<'_>, chain: CaseId, no: u32) -> StorageResult<Option<String>> {
    if let Some(leaf) = storage::log::find_leaf(tx, chain, no)? {
        return Ok(Some(leaf.leaf));
    }
    let export = storage::exports::find_leaf(tx, ExportId(chain.0))?;
    Ok(export.filter(|_| no == ONLY).map(|export| export.leaf))
}

/// Gives a case file that was handed out its leaf, in the transaction that records it.
pub(super) fn enter_export(
    tx: &mut WriteTx<'_>,
    app: &App,
    (id, at): (ExportId, Timestamp),
    record: String,
) -> StorageResult<()> {
    let (mut chain, mut salt) = ([0; 32], [0; 32]);
    app.entropy.fill(&mut chain);
    app.entropy.fill(&mut salt);
    let leaf = Leaf {
        case: case_digest(&chain),
        event: event_digest(&salt, &record),
        prev: Leaf::NONE,
        seq: 0,
        t: at,
    };
    let row = storage::exports::ExportLeafRow {
        id,
        salt: hex::encode(salt),
        record,
        leaf: leaf.text(),
    };
    storage::exports::insert_leaf(tx, &row, at)
}

fn parsed(text: &str, case: CaseId) -> StorageResult<Leaf> {
    Leaf::parse(text).ok_or_else(|| StorageError::corrupt("docket_leaves", "leaf", case))
}

/// The tree of a log as the database keeps it.
struct Stored<'a, 't> {
    tx: &'a mut ReadTx<'t>,
    log: &'a str,
}

impl Nodes for Stored<'_, '_> {
    type Error = StorageError;

    fn hashes(&mut self, level: u8, from: u64, count: u64) -> StorageResult<Vec<Hash>> {
        let texts = match level {
            0 => storage::log::list_hashes(self.tx, self.log, signed(from), signed(count))?,
            level => storage::log::list_nodes(
                self.tx,
                self.log,
                u32::from(level),
                signed(from),
                signed(count),
            )?,
        };
        let hashes: Option<Vec<Hash>> = texts.iter().map(|text| Hash::from_hex(text)).collect();
        match hashes {
            Some(hashes) if hashes.len() as u64 == count => Ok(hashes),
            _ => Err(StorageError::corrupt(
                "log_leaves",
                "hash",
                format!("{} level {level} from {from}", self.log),
            )),
        }
    }
}

/// Sizes of logs stay far below 2^63.
fn signed(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn unsigned(n: i64) -> u64 {
    u64::try_from(n).unwrap_or_default()
}
