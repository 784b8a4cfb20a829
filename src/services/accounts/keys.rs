//! Keys for programs that act for an account over the JSON interface. A key can do no more than its
//! owner, and of that only what its scopes name.

use super::letters;
use crate::domain::ids::{AccountId, OrganisationId};
use crate::startup::{App, token_hash};
use crate::storage::StorageResult;
use crate::storage::accounts;
use crate::storage::api::{self, ApiTokenRow};
use jiff::Timestamp;
use std::sync::Arc;

/// What a key may do: read cases, file notices, list and confirm measures, add evidence.
pub const SCOPES: [&str; 4] = ["cases", "notices", "measures", "evidence"];

/// A key as its owner sees it; the secret is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// SHA-256 of the secret
    pub hash: Vec<u8>,
    /// What its owner calls it
    pub name: String,
    /// What it may do
    pub scopes: Vec<String>,
    /// When it was made
    pub created_at: Timestamp,
    /// When it was last used
    pub last_used_at: Option<Timestamp>,
    /// When it was taken back
    pub revoked_at: Option<Timestamp>,
}

impl From<ApiTokenRow> for Key {
    fn from(row: ApiTokenRow) -> Self {
        Self {
            scopes: serde_json::from_value(row.scopes).unwrap_or_default(),
            hash: row.token_hash,
            name: row.name,
            created_at: row.created_at,
            last_used_at: row.last_used_at,
            revoked_at: row.revoked_at,
        }
    }
}

/// Makes a key and gives its secret, which is kept nowhere. The owner is told. An organisation the
/// account does not belong to is `NotFound`.
///
/// # Errors
/// Faults of the database.
pub async fn create_key(
    app: &Arc<App>,
    account: AccountId,
    organisation: Option<OrganisationId>,
    name: String,
    scopes: &[&str],
) -> StorageResult<String> {
    let token = app.token();
    let row = ApiTokenRow {
        token_hash: token_hash(&token).to_vec(),
        account_id: account,
        organisation_id: organisation,
        name,
        scopes: scopes
            .iter()
            .map(|scope| (*scope).to_owned())
            .collect::<Vec<String>>()
            .into(),
        created_at: app.now(),
        last_used_at: None,
        revoked_at: None,
    };
    let held = Arc::clone(app);
    app.store
        .write(move |tx| {
            let owner = accounts::get(tx, account)?;
            if let Some(organisation) = row.organisation_id {
                let own = accounts::list_memberships_of(tx, account)?;
                if !own
                    .iter()
                    .any(|(membership, _)| membership.organisation_id == organisation)
                {
                    return Err(crate::storage::StorageError::NotFound);
                }
            }
            api::insert_token(tx, &row)?;
            letters::queue_security(tx, &held, &owner, "token")
        })
        .await?;
    Ok(token)
}

/// The keys of an account, newest first, those taken back too.
///
/// # Errors
/// Faults of the database.
pub async fn list_keys(app: &Arc<App>, account: AccountId) -> StorageResult<Vec<Key>> {
    let rows = app
        .store
        .read(move |tx| api::list_tokens(tx, account))
        .await?;
    Ok(rows.into_iter().map(Key::from).collect())
}

/// Takes a key of the account back; `NotFound` if it has no such key that works.
///
/// # Errors
/// Faults of the database.
pub async fn revoke_key(app: &Arc<App>, account: AccountId, hash: Vec<u8>) -> StorageResult<()> {
    let now = app.now();
    app.store
        .write(move |tx| api::revoke_token(tx, account, &hash, now))
        .await
}
