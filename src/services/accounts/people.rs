//! What administrators do with accounts: find them, give and take staff roles, shut and open them.
//! Nobody does so to the own account, so that there is always an administrator left.

use super::letters;
use crate::domain::ids::AccountId;
use crate::startup::App;
use crate::storage::accounts::{
    self, AccountFilter, AccountRow, MembershipRow, OrganisationRow, StaffRole,
};
use crate::storage::sessions;
use crate::storage::{StorageError, StorageResult, roster};
use std::sync::Arc;

/// Accounts on one page of the list.
const PAGE: usize = 50;

/// Which accounts the list shows.
#[derive(Debug, Clone, Default)]
pub struct PeopleFilter {
    /// Staff of this kind only
    pub role: Option<StaffRole>,
    /// Addresses that begin like this
    pub begins: String,
    /// Addresses after this one
    pub after: Option<String>,
}

/// A page of accounts.
#[derive(Debug, Clone)]
pub struct People {
    /// In the order of their addresses
    pub rows: Vec<AccountRow>,
    /// Where the next page begins, if there is one
    pub next: Option<String>,
}

/// An account as an administrator sees it.
#[derive(Debug, Clone)]
pub struct Person {
    /// The account
    pub account: AccountRow,
    /// Its organisations
    pub memberships: Vec<(MembershipRow, OrganisationRow)>,
    /// On the panel of arbitrators
    pub is_arbitrator: bool,
}

/// A page of accounts.
///
/// # Errors
/// Faults of the database.
pub async fn people(app: &Arc<App>, filter: PeopleFilter) -> StorageResult<People> {
    app.store
        .read(move |tx| {
            let begins = filter.begins.trim().to_lowercase();
            let mut rows = Vec::new();
            if filter.after.is_none() && !begins.is_empty() {
                // The page begins after an address, and this one may be whole.
                rows.extend(
                    accounts::find_by_email(tx, &begins)?
                        .filter(|row| filter.role.is_none() || row.staff_role == filter.role),
                );
            }
            let after = filter
                .after
                .clone()
                .or_else(|| (!begins.is_empty()).then(|| begins.clone()));
            let listed = AccountFilter {
                staff_role: filter.role,
                organisation_id: None,
                after_email: after,
            };
            let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
            rows.extend(
                accounts::list(tx, &listed, limit)?
                    .into_iter()
                    .filter(|row| row.email.starts_with(&begins)),
            );
            let more = rows.len() > PAGE;
            rows.truncate(PAGE);
            let next = rows.last().filter(|_| more).map(|row| row.email.clone());
            Ok(People { rows, next })
        })
        .await
}

/// One account; `NotFound` if there is none.
///
/// # Errors
/// Faults of the database.
pub async fn person(app: &Arc<App>, id: AccountId) -> StorageResult<Person> {
    app.store
        .read(move |tx| {
            let account = accounts::get(tx, id)?;
            let memberships = accounts::list_memberships_of(tx, id)?;
            let is_arbitrator = roster::find(tx, id)?.is_some();
            Ok(Person {
                account,
                memberships,
                is_arbitrator,
            })
        })
        .await
}

/// Gives or takes a staff role. The person is signed out, since other time-outs hold now, and told.
/// [`StorageError::Stale`] for the own account.
///
/// # Errors
/// Faults of the database.
pub async fn set_staff_role(
    app: &Arc<App>,
    by: AccountId,
    id: AccountId,
    role: Option<StaffRole>,
) -> StorageResult<()> {
    let held = Arc::clone(app);
    app.store
        .write(move |tx| {
            let account = accounts::get(tx, id)?;
            if by == id || account.confirmed_at.is_none() {
                return Err(StorageError::Stale);
            }
            if account.staff_role == role {
                return Ok(());
            }
            accounts::set_staff_role(tx, id, role)?;
            sessions::delete_for_account(tx, id, None)?;
            letters::queue_security(tx, &held, &account, "role")
        })
        .await?;
    tracing::info!(account.id = %id, by.id = %by, staff.role = role.map(StaffRole::as_str), "a staff role was changed");
    Ok(())
}

/// Shuts an account, which ends its sessions, or opens it again. [`StorageError::Stale`] for the own account.
///
/// # Errors
/// Faults of the database.
pub async fn set_disabled(
    app: &Arc<App>,
    by: AccountId,
    id: AccountId,
    disabled: bool,
) -> StorageResult<()> {
    let now = app.now();
    app.store
        .write(move |tx| {
            if by == id {
                return Err(StorageError::Stale);
            }
            accounts::set_disabled(tx, id, disabled.then_some(now))?;
            if disabled {
                sessions::delete_for_account(tx, id, None)?;
            }
            Ok(())
        })
        .await?;
    tracing::info!(account.id = %id, by.id = %by, account.disabled = disabled, "an account was shut or opened");
    Ok(())
}
