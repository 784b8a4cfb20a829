//! Forms begun and not sent. Saving needs the version that was read, so that two tabs cannot overwrite each other;
//! earlier versions stay readable.

use super::connection::MultiBackend;
use super::schema::{draft_versions, drafts};
use super::types::{DbInstant, DbJson, DbNumber, row, text_enum};
use super::{ReadTx, StorageError, StorageResult, WriteTx};
use crate::domain::ids::{AccountId, CaseId, DraftId};
use diesel::prelude::*;
use jiff::Timestamp;
use serde_json::Value;

text_enum! {
    /// What is being written.
    DraftKind {
        /// An infringement notice.
        Notice = "notice",
        /// A consumer complaint.
        Complaint = "complaint",
        /// An answer to either.
        Response = "response",
        /// A decision.
        Decision = "decision",
        /// A message.
        Message = "message",
    }
}

row! {
    drafts:
    /// A draft as it stands.
    pub struct DraftRow {
        /// Key.
        pub id: DraftId,
        /// The session that owns it, while there is no account.
        pub session_hash: Option<Vec<u8>>,
        /// The account that owns it.
        pub account_id: Option<AccountId>,
        /// What is being written.
        pub kind: DraftKind,
        /// The case it belongs to.
        pub case_id: Option<CaseId>,
        /// The track it belongs to.
        pub track_no: Option<u32>,
        /// The answers so far.
        pub data: Value,
        /// 1 at first, one more with every save.
        pub version: u32,
        /// When it was last saved.
        pub updated_at: Timestamp,
        /// When it is removed.
        pub expires_at: Timestamp,}
}

row! {
    draft_versions:
    /// A saved version.
    pub struct DraftVersionRow {
        /// The draft.
        pub draft_id: DraftId,
        /// Which version.
        pub version: u32,
        /// The answers then.
        pub data: Value,
        /// When it was saved.
        pub saved_at: Timestamp,
        /// Who saved it, to read.
        pub saved_by: String,}
}

/// Whose drafts a list shows.
#[derive(Debug, Clone, Copy)]
pub enum DraftOwner<'a> {
    /// Of an account.
    Account(AccountId),
    /// Of a session without one, by the hash of its token.
    Session(&'a [u8]),
}

/// A save of a draft.
#[derive(Debug, Clone)]
pub struct Save<'a> {
    /// The version that was read.
    pub expected_version: u32,
    /// The answers now.
    pub data: &'a Value,
    /// When.
    pub at: Timestamp,
    /// Who, to read.
    pub by: &'a str,
    /// When the draft is removed.
    pub expires_at: Timestamp,
}

/// Starts a draft.
pub fn insert(tx: &mut WriteTx<'_>, row: &DraftRow, by: &str) -> StorageResult<()> {
    diesel::insert_into(drafts::table)
        .values(row)
        .execute(tx.connection())?;
    keep_version(tx, row.id, row.version, &row.data, row.updated_at, by)
}

/// Saves a draft and says the new version; [`StorageError::Stale`] if it was saved meanwhile, `NotFound` if it is
/// gone.
pub fn save(tx: &mut WriteTx<'_>, id: DraftId, save: &Save<'_>) -> StorageResult<u32> {
    let version = save.expected_version.saturating_add(1);
    let saved = diesel::update(
        drafts::table
            .find(id)
            .filter(drafts::version.eq(DbNumber(save.expected_version))),
    )
    .set((
        drafts::data.eq(DbJson::of(save.data)),
        drafts::version.eq(DbNumber(version)),
        drafts::updated_at.eq(DbInstant(save.at)),
        drafts::expires_at.eq(DbInstant(save.expires_at)),
    ))
    .execute(tx.connection())?;
    if saved == 0 {
        return Err(if find(tx, id)?.is_some() {
            StorageError::Stale
        } else {
            StorageError::NotFound
        });
    }
    keep_version(tx, id, version, save.data, save.at, save.by)?;
    Ok(version)
}

/// The draft, if it is still there. Whether the reader may see it is for the caller to check.
pub fn find(tx: &mut ReadTx<'_>, id: DraftId) -> StorageResult<Option<DraftRow>> {
    Ok(drafts::table
        .find(id)
        .select(DraftRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// The drafts of an owner, last saved first.
pub fn list(
    tx: &mut ReadTx<'_>,
    owner: DraftOwner<'_>,
    limit: i64,
) -> StorageResult<Vec<DraftRow>> {
    let query = drafts::table
        .select(DraftRow::as_select())
        .into_boxed::<MultiBackend>();
    let query = match owner {
        DraftOwner::Account(account) => query.filter(drafts::account_id.eq(account)),
        DraftOwner::Session(hash) => query.filter(drafts::session_hash.eq(Some(hash.to_vec()))),
    };
    Ok(query
        .order((drafts::updated_at.desc(), drafts::id.desc()))
        .limit(limit)
        .load(tx.connection())?)
}

/// The drafts of a kind that belong to a case, last saved first.
pub fn list_for_case(
    tx: &mut ReadTx<'_>,
    case: CaseId,
    kind: DraftKind,
) -> StorageResult<Vec<DraftRow>> {
    Ok(drafts::table
        .filter(drafts::case_id.eq(case))
        .filter(drafts::kind.eq(kind))
        .order((drafts::updated_at.desc(), drafts::id.desc()))
        .limit(1000)
        .select(DraftRow::as_select())
        .load(tx.connection())?)
}

/// The saved versions of a draft before the number `before` (none: from the end), newest first.
pub fn list_versions(
    tx: &mut ReadTx<'_>,
    id: DraftId,
    before: Option<u32>,
    limit: i64,
) -> StorageResult<Vec<DraftVersionRow>> {
    // Numbers fit into 31 bits in both databases.
    let most = i32::MAX.unsigned_abs();
    let before = before.map_or(most, |no| no.min(most));
    Ok(draft_versions::table
        .filter(draft_versions::draft_id.eq(id))
        .filter(draft_versions::version.lt(DbNumber(before)))
        .order(draft_versions::version.desc())
        .limit(limit)
        .select(DraftVersionRow::as_select())
        .load(tx.connection())?)
}

/// One saved version, if there is one of that number.
pub fn find_version(
    tx: &mut ReadTx<'_>,
    id: DraftId,
    version: u32,
) -> StorageResult<Option<DraftVersionRow>> {
    Ok(draft_versions::table
        .find((id, DbNumber(version)))
        .select(DraftVersionRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Gives the drafts of a session to the account that signed in with it, and says how many.
pub fn adopt(
    tx: &mut WriteTx<'_>,
    session_hash: &[u8],
    account: AccountId,
) -> StorageResult<usize> {
    Ok(
        diesel::update(drafts::table.filter(drafts::session_hash.eq(Some(session_hash))))
            .set((
                drafts::account_id.eq(account),
                drafts::session_hash.eq(None::<Vec<u8>>),
            ))
            .execute(tx.connection())?,
    )
}

/// Moves the drafts of a session to the one that replaces it, when the token is renewed.
pub fn move_session(tx: &mut WriteTx<'_>, from: &[u8], to: &[u8]) -> StorageResult<usize> {
    Ok(
        diesel::update(drafts::table.filter(drafts::session_hash.eq(Some(from))))
            .set(drafts::session_hash.eq(Some(to)))
            .execute(tx.connection())?,
    )
}

/// Removes a draft with its versions, once it is sent or thrown away; one that is gone is no error.
pub fn delete(tx: &mut WriteTx<'_>, id: DraftId) -> StorageResult<()> {
    diesel::delete(drafts::table.find(id)).execute(tx.connection())?;
    Ok(())
}

/// Removes drafts that expired, and says how many.
pub fn delete_expired(tx: &mut WriteTx<'_>, now: Timestamp) -> StorageResult<usize> {
    Ok(
        diesel::delete(drafts::table.filter(drafts::expires_at.le(DbInstant(now))))
            .execute(tx.connection())?,
    )
}

fn keep_version(
    tx: &mut WriteTx<'_>,
    draft_id: DraftId,
    version: u32,
    data: &Value,
    saved_at: Timestamp,
    by: &str,
) -> StorageResult<()> {
    let row = DraftVersionRow {
        draft_id,
        version,
        data: data.clone(),
        saved_at,
        saved_by: by.to_owned(),
    };
    diesel::insert_into(draft_versions::table)
        .values(&row)
        .execute(tx.connection())?;
    Ok(())
}
