//! What the owner of an account changes without asking anybody: name, language, zone, look, sessions.

use super::letters;
use crate::domain::ids::AccountId;
use crate::startup::App;
use crate::storage::accounts::{self, Profile};
use crate::storage::sessions::{self, SessionRow};
use crate::storage::{StorageResult, drafts};
use jiff::Timestamp;
use std::sync::Arc;

/// Changes name, language, zone and look.
///
/// # Errors
/// Faults of the database.
pub async fn set_profile(
    app: &Arc<App>,
    account: AccountId,
    profile: Profile,
) -> StorageResult<()> {
    app.store
        .write(move |tx| accounts::set_profile(tx, account, &profile))
        .await
}

/// Gives what was begun before signing in to the account.
///
/// # Errors
/// Faults of the database.
pub async fn adopt_drafts(
    app: &Arc<App>,
    session: Vec<u8>,
    account: AccountId,
) -> StorageResult<usize> {
    app.store
        .write(move |tx| drafts::adopt(tx, &session, account))
        .await
}

/// Where the account is signed in and has not timed out, last used first.
///
/// # Errors
/// Faults of the database.
pub async fn list_sessions(
    app: &Arc<App>,
    account: AccountId,
    idle_since: Timestamp,
) -> StorageResult<Vec<SessionRow>> {
    let now = app.now();
    let mut rows = app
        .store
        .read(move |tx| sessions::list_for_account(tx, account))
        .await?;
    rows.retain(|row| row.expires_at > now && row.seen_at > idle_since);
    Ok(rows)
}

/// Ends one session of the account; one that is gone, or somebody else's, is no error.
///
/// # Errors
/// Faults of the database.
pub async fn end_session(
    app: &Arc<App>,
    account: AccountId,
    token_hash: Vec<u8>,
) -> StorageResult<()> {
    app.store
        .write(move |tx| {
            let own = sessions::list_for_account(tx, account)?
                .iter()
                .any(|row| row.token_hash == token_hash);
            if own {
                sessions::delete(tx, &token_hash)
            } else {
                Ok(())
            }
        })
        .await
}

/// Ends every session of the account and tells its owner.
///
/// # Errors
/// Faults of the database.
pub async fn sign_out_everywhere(app: &Arc<App>, account: AccountId) -> StorageResult<usize> {
    let held = Arc::clone(app);
    app.store
        .write(move |tx| {
            let row = accounts::get(tx, account)?;
            let ended = sessions::delete_for_account(tx, account, None)?;
            letters::queue_security(tx, &held, &row, "signed-out")?;
            Ok(ended)
        })
        .await
}
