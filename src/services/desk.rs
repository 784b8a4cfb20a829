//! The arbitrator's draft: one for each case and track, kept with its versions, read by its author only.

use crate::domain::cases::CaseFile;
use crate::domain::decisions::{Draft, Issue};
use crate::domain::ids::{AccountId, CaseId, DraftId, ExhibitLabel};
use crate::i18n::{Locale, Words};
use crate::startup::App;
use crate::storage::considered;
use crate::storage::drafts::{self, DraftKind, DraftRow, DraftVersionRow, Save};
use crate::storage::{StorageError, StorageResult};
use jiff::SignedDuration;
use std::sync::Arc;

/// How long an unfinished decision is kept after its last change.
const KEPT_DAYS: i64 = 400;

/// A draft with its version.
#[derive(Debug, Clone, PartialEq)]
pub struct OnDesk {
    /// Key
    pub id: DraftId,
    /// Version
    pub version: u32,
    /// When it was saved
    pub saved_at: jiff::Timestamp,
    /// When it is removed with all its versions, unless it is saved again
    pub kept_until: jiff::Timestamp,
    /// Contents
    pub draft: Draft,
}

/// A version of a draft as it was saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Number, from 1
    pub no: u32,
    /// When it was saved
    pub saved_at: jiff::Timestamp,
    /// Contents then
    pub draft: Draft,
}

/// The author's draft; begun with suggested issues, in the language of the case, where there is none.
///
/// # Errors
/// Faults of the database.
pub async fn open(
    app: &Arc<App>,
    file: &CaseFile,
    track: u32,
    author: AccountId,
) -> StorageResult<OnDesk> {
    let case = file.id;
    let rows = app
        .store
        .read(move |tx| drafts::list_for_case(tx, case, DraftKind::Decision))
        .await?;
    if let Some(row) = rows
        .into_iter()
        .find(|row| row.account_id == Some(author) && row.track_no == Some(track))
    {
        let draft = serde_json::from_value(row.data)
            .map_err(|_| StorageError::corrupt("drafts", "data", row.id))?;
        return Ok(OnDesk {
            id: row.id,
            version: row.version,
            saved_at: row.updated_at,
            kept_until: row.expires_at,
            draft,
        });
    }
    let now = app.now();
    let words = app.words(Locale::parse(&file.language).unwrap_or_default());
    let draft = suggested(file, track, &words);
    let row = DraftRow {
        id: DraftId(app.new_id()),
        session_hash: None,
        account_id: Some(author),
        kind: DraftKind::Decision,
        case_id: Some(case),
        track_no: Some(track),
        data: serde_json::to_value(&draft).map_err(|e| StorageError::Other(e.to_string()))?,
        version: 1,
        updated_at: now,
        expires_at: now + SignedDuration::from_hours(24 * KEPT_DAYS),
    };
    let (id, kept_until) = (row.id, row.expires_at);
    app.store
        .write(move |tx| drafts::insert(tx, &row, ""))
        .await?;
    Ok(OnDesk {
        id,
        version: 1,
        saved_at: now,
        kept_until,
        draft,
    })
}

/// Saves the draft over the version that was read.
///
/// # Errors
/// `Stale` when a newer version exists.
pub async fn save(app: &Arc<App>, desk: &OnDesk, by: &str) -> StorageResult<u32> {
    let data = serde_json::to_value(&desk.draft).map_err(|e| StorageError::Other(e.to_string()))?;
    let (id, expected_version, by, at) = (desk.id, desk.version, by.to_owned(), app.now());
    let expires_at = at + SignedDuration::from_hours(24 * KEPT_DAYS);
    app.store
        .write(move |tx| {
            drafts::save(
                tx,
                id,
                &Save {
                    expected_version,
                    data: &data,
                    at,
                    by: &by,
                    expires_at,
                },
            )
        })
        .await
}

/// The versions of a draft before the number `before` (none: from the end), newest first. Every save is one.
///
/// # Errors
/// Faults of the database.
pub async fn versions(
    app: &Arc<App>,
    id: DraftId,
    before: Option<u32>,
    limit: i64,
) -> StorageResult<Vec<Version>> {
    let rows = app
        .store
        .read(move |tx| drafts::list_versions(tx, id, before, limit))
        .await?;
    rows.into_iter().map(read).collect()
}

/// One version of a draft, if there is one of that number.
///
/// # Errors
/// Faults of the database.
pub async fn version(app: &Arc<App>, id: DraftId, no: u32) -> StorageResult<Option<Version>> {
    let row = app
        .store
        .read(move |tx| drafts::find_version(tx, id, no))
        .await?;
    row.map(read).transpose()
}

fn read(row: DraftVersionRow) -> StorageResult<Version> {
    let draft = serde_json::from_value(row.data)
        .map_err(|_| StorageError::corrupt("draft_versions", "data", row.draft_id))?;
    Ok(Version {
        no: row.version,
        saved_at: row.saved_at,
        draft,
    })
}

/// The exhibits of a case that an arbitrator ticked as considered.
///
/// # Errors
/// Faults of the database.
pub async fn ticked(
    app: &Arc<App>,
    case: CaseId,
    author: AccountId,
) -> StorageResult<Vec<ExhibitLabel>> {
    app.store
        .read(move |tx| considered::list(tx, case, author))
        .await
}

/// Ticks the exhibits of `on` as considered and takes the ticks of `off` back.
///
/// # Errors
/// Faults of the database.
pub async fn tick(
    app: &Arc<App>,
    case: CaseId,
    author: AccountId,
    on: Vec<ExhibitLabel>,
    off: Vec<ExhibitLabel>,
) -> StorageResult<()> {
    let at = app.now();
    app.store
        .write(move |tx| {
            for label in &on {
                considered::tick(tx, case, author, label, at)?;
            }
            off.iter()
                .try_for_each(|label| considered::untick(tx, case, author, label))
        })
        .await
}

/// The issues that every case of its kind has.
fn suggested(file: &CaseFile, track: u32, words: &Words) -> Draft {
    let mut questions: Vec<String> = Vec::new();
    match (&file.notice, &file.complaint) {
        (Some(notice), _) => {
            questions.push(words.with1("desk-issue-right", "right", notice.right.number.as_str()));
            for listing in file.listings_of(track).take(10) {
                let name = if listing.title.is_empty() {
                    &listing.item
                } else {
                    &listing.title
                };
                questions.push(words.with1("desk-issue-listing", "listing", name.as_str()));
            }
            questions.push(words.t("desk-issue-defence").to_owned());
        }
        (None, Some(complaint)) => {
            questions.push(words.with1("desk-issue-goods", "goods", complaint.goods.as_str()));
            questions.push(words.t("desk-issue-remedy").to_owned());
        }
        (None, None) => {}
    }
    let issues = questions
        .into_iter()
        .zip(1..)
        .map(|(question, no)| Issue {
            no,
            question,
            finding: None,
            reasons: String::new(),
        })
        .collect();
    Draft {
        issues,
        ..Draft::default()
    }
}
