//! Recomputes the log: the leaves of each case from its docket, every leaf's hash, the heads of all tiles, and the head
//! that was signed; and compares with what the signer remembers.

use super::{parsed, signed, unsigned};
use crate::domain::ids::CaseId;
use crate::domain::log::tiles::{WIDTH, head};
use crate::domain::log::{
    Checkpoint, Frontier, Hash, Key, Leaf, case_digest, event_digest, leaf_hash,
};
use crate::services::log::signer::SignError;
use crate::startup::App;
use crate::storage::docket::DocketRow;
use crate::storage::exports;
use crate::storage::log::{self as stored, LogRow};
use crate::storage::{ReadTx, StorageResult};
use std::sync::Arc;

/// Leaves that are read in one transaction.
const AT_ONCE: u64 = 2_000;

/// What a look at the logs found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// Leaves looked at
    pub leaves: usize,
    /// What is wrong, readable
    pub problems: Vec<String>,
}

/// Checks every log from its first leaf to its last, and against the signer.
///
/// # Errors
/// Faults of the database; what is wrong with the record is not an error but found.
pub async fn check(app: &Arc<App>) -> StorageResult<Look> {
    let mut look = Look::default();
    for log in app.store.read(stored::list_logs).await? {
        let problem = check_log(app, &log, &mut look.leaves).await?;
        let problem = match problem {
            Some(what) => Some(what),
            None => super::stamps::check(app, &log).await?,
        };
        let problem = match problem {
            Some(what) => Some(what),
            None => against_signer(app, &log).await?,
        };
        look.problems
            .extend(problem.map(|what| format!("log {}: {what}", log.name)));
    }
    look.problems.extend(exports(app).await?);
    Ok(look)
}

/// The first case file that was handed out whose leaf does not stand for its record, or has no place in a log.
async fn exports(app: &Arc<App>) -> StorageResult<Option<String>> {
    let mut after = None;
    loop {
        let (count, last, wrong) = app
            .store
            .read(move |tx| {
                let rows = exports::list_leaves(tx, after, signed(AT_ONCE))?;
                for row in &rows {
                    let chain = exports::chain(row.id);
                    let leaf = Leaf::parse(&row.leaf);
                    let salt = Hash::from_hex(&row.salt);
                    let is_its = leaf.zip(salt).is_some_and(|(leaf, salt)| {
                        leaf.event == event_digest(&salt.0, &row.record)
                            && (leaf.seq, leaf.prev) == (0, Leaf::NONE)
                    });
                    let is_placed = match stored::find_place(tx, chain, exports::ONLY)? {
                        Some(place) => place.leaf == row.leaf,
                        None => stored::is_waiting(tx, chain, exports::ONLY)?,
                    };
                    if !is_its || !is_placed {
                        let what = match is_its {
                            true => "is not in the log",
                            false => "has a leaf that does not follow from its record",
                        };
                        let what = format!("case file {}: it {what}", row.id);
                        return Ok((rows.len(), after, Some(what)));
                    }
                }
                Ok((rows.len(), rows.last().map(|row| row.id), None))
            })
            .await?;
        if wrong.is_some() || (count as u64) < AT_ONCE {
            return Ok(wrong);
        }
        after = last;
    }
}

/// What the tree is while its leaves are read: its frontier, and the hashes of each level of tiles that are in no full
/// tile of the level yet.
#[derive(Default)]
struct Walk {
    tree: Frontier,
    open: Vec<Vec<Hash>>,
    /// Heads of full tiles that were met: level, number, hash
    full: Vec<(u32, u64, Hash)>,
    counts: Vec<u64>,
}

impl Walk {
    fn push(&mut self, leaf: Hash) {
        self.tree.push(leaf);
        self.up(0, leaf);
    }

    fn up(&mut self, level: usize, hash: Hash) {
        if self.open.len() <= level {
            self.open.push(Vec::new());
            self.counts.push(0);
        }
        self.open[level].push(hash);
        if self.open[level].len() as u64 == WIDTH {
            let head = head(std::mem::take(&mut self.open[level]));
            let no = self.counts[level];
            self.counts[level] += 1;
            let above = u32::try_from(level + 1).unwrap_or(u32::MAX);
            self.full.push((above, no, head));
            self.up(level + 1, head);
        }
    }
}

async fn check_log(
    app: &Arc<App>,
    log: &LogRow,
    looked: &mut usize,
) -> StorageResult<Option<String>> {
    let mut walk = Walk::default();
    let size = unsigned(log.size);
    let mut at_signed = (size == 0).then(|| walk.tree.root());
    loop {
        let (name, from) = (log.name.clone(), walk.tree.size());
        let part = app.store.read(move |tx| leaves(tx, &name, from)).await?;
        let part = match part {
            Ok(part) => part,
            Err(what) => return Ok(Some(what)),
        };
        *looked += part.len();
        let is_end = part.is_empty();
        for hash in part {
            walk.push(hash);
            if walk.tree.size() == size {
                at_signed = Some(walk.tree.root());
            }
        }
        let (name, full) = (log.name.clone(), std::mem::take(&mut walk.full));
        let wrong = app.store.read(move |tx| nodes(tx, &name, &full)).await?;
        if wrong.is_some() {
            return Ok(wrong);
        }
        if is_end {
            break;
        }
    }
    let Some(root) = at_signed else {
        let what = format!("{} leaves, but {size} are signed", walk.tree.size());
        return Ok(Some(what));
    };
    if log.note.is_empty() {
        return Ok((size > 0).then(|| "its signed checkpoint is gone".to_owned()));
    }
    let opened = Key::parse(&log.key).and_then(|key| Checkpoint::open(&log.note, &key));
    Ok(match opened {
        Err(error) => Some(format!("its checkpoint: {error}")),
        Ok(signed) if (signed.size, signed.root) != (size, root) => Some(format!(
            "its first {size} leaves do not lead to the head that was signed"
        )),
        Ok(_) => None,
    })
}

/// The hashes of the leaves from `from` on, each computed from its text; or what is wrong with the first that is.
fn leaves(tx: &mut ReadTx<'_>, log: &str, from: u64) -> StorageResult<Result<Vec<Hash>, String>> {
    let mut hashes = Vec::new();
    for row in stored::list_leaves(tx, log, signed(from), signed(AT_ONCE))? {
        let expected = signed(from + hashes.len() as u64);
        if row.no != expected {
            return Ok(Err(format!("leaf {expected} is gone")));
        }
        let hash = leaf_hash(row.leaf.as_bytes());
        if hash.to_string() != row.hash {
            return Ok(Err(format!("leaf {expected} was changed")));
        }
        let is_known = match (row.case_id, row.entry_no) {
            (Some(case), Some(no)) => {
                super::leaf_of(tx, case, no)?.is_some_and(|own| own == row.leaf)
            }
            // The first and the last leaf stand for the log itself.
            _ => Leaf::parse(&row.leaf).is_none(),
        };
        if !is_known {
            return Ok(Err(format!("leaf {expected} belongs to no docket entry")));
        }
        hashes.push(hash);
    }
    Ok(Ok(hashes))
}

fn nodes(
    tx: &mut ReadTx<'_>,
    log: &str,
    full: &[(u32, u64, Hash)],
) -> StorageResult<Option<String>> {
    for (level, no, hash) in full {
        let kept = stored::list_nodes(tx, log, *level, signed(*no), 1)?.pop();
        if kept != Some(hash.to_string()) {
            return Ok(Some(format!(
                "the head of tile {no} of level {} is not that of its hashes",
                level - 1
            )));
        }
    }
    Ok(None)
}

async fn against_signer(app: &Arc<App>, log: &LogRow) -> StorageResult<Option<String>> {
    let state = match app.log.signer.state(&log.origin).await {
        Ok(state) => state,
        // Checked on a machine that does not sign.
        Err(SignError::Unknown { .. }) => return Ok(None),
        Err(error) => return Ok(Some(error.to_string())),
    };
    let signed_here = unsigned(log.size);
    Ok(match state.size {
        _ if state.key != log.key => Some("its key is not the signer's".to_owned()),
        size if size < signed_here => Some(format!(
            "{signed_here} leaves are signed here, the signer knows of {size}"
        )),
        size if size > signed_here => {
            let name = log.name.clone();
            let here = app.store.read(move |tx| stored::size(tx, &name)).await?;
            (unsigned(here) < size).then(|| {
                format!("the signer has signed {size} leaves, of which {here} are here: an older copy of the database was restored")
            })
        }
        _ => None,
    })
}

/// The first thing wrong with the leaves of a case: each follows from its entry, its salt and the leaf before, and has
/// its place in a log or waits for it.
pub(in crate::services) fn check_leaves(
    tx: &mut ReadTx<'_>,
    case: CaseId,
    entries: &[DocketRow],
) -> StorageResult<Option<String>> {
    let rows = stored::list_leaves_of(tx, case)?;
    let Some(id) = stored::find_case_log(tx, case)? else {
        // Without leaves it was recorded before there was a log, and is not caught up with yet.
        return Ok((!rows.is_empty()).then(|| "its number in the log is gone".to_owned()));
    };
    let id = Hash::from_hex(&id).map(|id| case_digest(&id.0));
    let mut previous = Leaf::NONE;
    for (index, entry) in entries.iter().enumerate() {
        let Some(row) = rows.get(index).filter(|row| row.no == entry.no) else {
            return Ok(Some(format!("entry {} has no leaf", entry.no)));
        };
        let leaf = parsed(&row.leaf, case).ok();
        let salt = Hash::from_hex(&row.salt);
        let expected = match (id, salt, &leaf) {
            (Some(case), Some(salt), Some(leaf)) => Leaf {
                case,
                event: event_digest(&salt.0, &entry.entry.0),
                prev: previous,
                seq: u64::from(entry.no) - 1,
                t: leaf.t,
            },
            _ => {
                return Ok(Some(format!(
                    "the leaf of entry {} cannot be read",
                    entry.no
                )));
            }
        };
        let is_its = leaf.as_ref() == Some(&expected)
            && leaf.as_ref().is_some_and(|leaf| {
                leaf.t <= entry.at && entry.at.duration_since(leaf.t).as_millis() < 1
            });
        if !is_its {
            return Ok(Some(format!(
                "the leaf of entry {} does not follow from it",
                entry.no
            )));
        }
        let place = stored::find_place(tx, case, entry.no)?;
        let is_placed = match place {
            Some(place) => place.leaf == row.leaf,
            None => stored::is_waiting(tx, case, entry.no)?,
        };
        if !is_placed {
            return Ok(Some(format!("entry {} is not in the log", entry.no)));
        }
        previous = expected.hash();
    }
    match rows.len() > entries.len() {
        true => Ok(Some(
            "the log has leaves of entries that are gone".to_owned(),
        )),
        false => Ok(None),
    }
}
