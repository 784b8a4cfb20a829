//! Forms begun and not sent: who may open one, how it is saved, when it ends. A save names the version
//! that was read, so that a newer one in another window is shown and never overwritten.

pub mod answers;
pub mod notices;

use super::acts;
use super::filing::Filed;
use crate::domain::acts::Receipt;
use crate::domain::evidence::{ExhibitKind, FileRef, NewExhibit};
use crate::domain::ids::{AccountId, CaseId, DraftId};
use crate::startup::App;
use crate::storage::drafts::{self, DraftKind, DraftOwner, DraftRow, Save};
use crate::storage::{ReadTx, StorageError, StorageResult, WriteTx};
use jiff::{SignedDuration, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How long a draft is kept after its last save, in days.
pub const KEPT_DAYS: i64 = 30;
/// Most files in one draft.
pub const FILES_MAX: usize = 30;

/// Whose a draft is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// An account
    Account(AccountId),
    /// A session without one, by the hash of its token
    Session(Vec<u8>),
}

/// A draft with its answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft<T> {
    /// Key
    pub id: DraftId,
    /// The answers so far
    pub data: T,
    /// 1 at first, one more with every save
    pub version: u32,
    /// When it was last saved
    pub updated_at: Timestamp,
    /// When it is removed
    pub expires_at: Timestamp,
}

/// A file that waits in a draft to become an exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// The bytes
    pub file: FileRef,
    /// Sort of document
    pub kind: ExhibitKind,
    /// Short title; the file's name when empty
    #[serde(default)]
    pub title: String,
    /// The question it answers, such as `identity`; empty for evidence
    #[serde(default)]
    pub purpose: String,
}

impl Paper {
    /// The exhibit that it becomes.
    pub fn exhibit(&self) -> NewExhibit {
        NewExhibit {
            file: self.file.clone(),
            title: self.title.clone(),
            kind: self.kind,
            description: String::new(),
            claim: 0,
        }
    }
}

impl Owner {
    /// Does a draft belong to this owner?
    pub fn has(&self, row: &DraftRow) -> bool {
        match self {
            Self::Account(account) => row.account_id == Some(*account),
            Self::Session(hash) => {
                row.account_id.is_none() && row.session_hash.as_ref() == Some(hash)
            }
        }
    }
}

/// Begins a draft. `about` is the case and track it belongs to.
///
/// # Errors
/// Faults of the database.
pub async fn begin<T: Serialize>(
    app: &Arc<App>,
    owner: &Owner,
    kind: DraftKind,
    about: Option<(CaseId, u32)>,
    data: &T,
    by: &str,
) -> StorageResult<DraftId> {
    let now = app.now();
    let id = DraftId(app.new_id());
    let (account_id, session_hash) = match owner {
        Owner::Account(account) => (Some(*account), None),
        Owner::Session(hash) => (None, Some(hash.clone())),
    };
    let row = DraftRow {
        id,
        session_hash,
        account_id,
        kind,
        case_id: about.map(|(case, _)| case),
        track_no: about.map(|(_, track)| track),
        data: written(data)?,
        version: 1,
        updated_at: now,
        expires_at: end(now),
    };
    let by = by.to_owned();
    app.store
        .write(move |tx| drafts::insert(tx, &row, &by))
        .await?;
    Ok(id)
}

/// The row of a draft of this owner; `None` for everybody else, and once it has ended.
///
/// # Errors
/// Faults of the database.
pub async fn find(app: &Arc<App>, owner: &Owner, id: DraftId) -> StorageResult<Option<DraftRow>> {
    let (owner, now) = (owner.clone(), app.now());
    app.store.read(move |tx| find_in(tx, &owner, id, now)).await
}

pub(super) fn find_in(
    tx: &mut ReadTx<'_>,
    owner: &Owner,
    id: DraftId,
    now: Timestamp,
) -> StorageResult<Option<DraftRow>> {
    Ok(drafts::find(tx, id)?.filter(|row| owner.has(row) && row.expires_at > now))
}

/// The draft of a party in one track of a case, whoever of its people began it.
///
/// # Errors
/// Faults of the database, or answers that cannot be read.
pub async fn of_track<T: DeserializeOwned + Send + 'static>(
    app: &Arc<App>,
    kind: DraftKind,
    case: CaseId,
    track: u32,
) -> StorageResult<Option<Draft<T>>> {
    let now = app.now();
    let rows = app
        .store
        .read(move |tx| drafts::list_for_case(tx, case, kind))
        .await?;
    rows.into_iter()
        .find(|row| row.track_no == Some(track) && row.expires_at > now)
        .map(read)
        .transpose()
}

/// The answers in a row.
///
/// # Errors
/// When they cannot be read.
pub fn read<T: DeserializeOwned>(row: DraftRow) -> StorageResult<Draft<T>> {
    let data = serde_json::from_value(row.data)
        .map_err(|_| StorageError::corrupt("drafts", "data", row.id))?;
    Ok(Draft {
        id: row.id,
        data,
        version: row.version,
        updated_at: row.updated_at,
        expires_at: row.expires_at,
    })
}

/// Saves the answers over the version that was read, and gives the new version.
///
/// # Errors
/// `Stale` if it was saved meanwhile, `NotFound` if it is gone, or faults of the database.
pub async fn save<T: Serialize>(app: &Arc<App>, draft: &Draft<T>, by: &str) -> StorageResult<u32> {
    let (id, version, at) = (draft.id, draft.version, app.now());
    let (data, by) = (written(&draft.data)?, by.to_owned());
    app.store
        .write(move |tx| {
            drafts::save(
                tx,
                id,
                &Save {
                    expected_version: version,
                    data: &data,
                    at,
                    by: &by,
                    expires_at: end(at),
                },
            )
        })
        .await
}

pub(super) fn save_in<T: Serialize>(
    tx: &mut WriteTx<'_>,
    id: DraftId,
    version: u32,
    data: &T,
    at: Timestamp,
    by: &str,
) -> StorageResult<u32> {
    let data = written(data)?;
    drafts::save(
        tx,
        id,
        &Save {
            expected_version: version,
            data: &data,
            at,
            by,
            expires_at: end(at),
        },
    )
}

/// The drafts of an owner, last saved first.
///
/// # Errors
/// Faults of the database.
pub async fn list(app: &Arc<App>, owner: &Owner) -> StorageResult<Vec<DraftRow>> {
    let (owner, now) = (owner.clone(), app.now());
    app.store
        .read(move |tx| {
            let found = match &owner {
                Owner::Account(account) => drafts::list(tx, DraftOwner::Account(*account), 100)?,
                Owner::Session(hash) => drafts::list(tx, DraftOwner::Session(hash), 100)?,
            };
            Ok(found
                .into_iter()
                .filter(|row| row.expires_at > now)
                .collect())
        })
        .await
}

/// Throws a draft away; one that is gone is no error.
///
/// # Errors
/// Faults of the database.
pub async fn discard(app: &Arc<App>, id: DraftId) -> StorageResult<()> {
    app.store.write(move |tx| drafts::delete(tx, id)).await
}

/// The key under which the receipt of a sent draft is kept, so that it is sent once.
pub fn form_key(id: DraftId) -> String {
    format!("draft:{id}")
}

/// What a draft became, if it was sent before.
pub(super) fn filed_before(tx: &mut ReadTx<'_>, id: DraftId) -> StorageResult<Option<Filed>> {
    let known = acts::receipt_in(tx, &form_key(id))?;
    Ok(known.and_then(|(case, receipt)| Some(Filed::again(case?, receipt))))
}

/// The receipt of a draft that was sent.
///
/// # Errors
/// Faults of the database.
pub async fn receipt(app: &Arc<App>, id: DraftId) -> StorageResult<Option<Receipt>> {
    let known = acts::receipt_kept(app, form_key(id)).await?;
    Ok(known.map(|(_, receipt)| receipt))
}

fn written<T: Serialize>(data: &T) -> StorageResult<serde_json::Value> {
    serde_json::to_value(data).map_err(|error| StorageError::Other(error.to_string()))
}

fn end(now: Timestamp) -> Timestamp {
    now + SignedDuration::from_hours(24 * KEPT_DAYS)
}
