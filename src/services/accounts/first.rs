//! The first administrator: made by a link that only whoever starts the server sees.

use super::password::{self, Weak};
use super::{AccountResult, NewAccount};
use crate::domain::ids::AccountId;
use crate::services::doors::{self, NewLink};
use crate::startup::App;
use crate::storage::accounts::{self, AccountRow, StaffRole};
use crate::storage::sessions::links::LinkPurpose;
use crate::storage::{StorageError, StorageResult};
use crate::urls;
use serde_json::json;
use std::sync::Arc;

/// The full address at which the first administrator's account is made; `None` once there is one.
/// An address given out before stops working.
///
/// # Errors
/// Faults of the database.
pub async fn first_administrator(app: &Arc<App>) -> StorageResult<Option<String>> {
    let held = Arc::clone(app);
    let token = app
        .store
        .write(move |tx| {
            if accounts::has_staff(tx, StaffRole::Administrator)? {
                return Ok(None);
            }
            let link = NewLink {
                purpose: LinkPurpose::FirstAdministrator,
                email: "",
                account: None,
                seat: None,
                payload: json!({}),
            };
            doors::create_in(tx, &held, &link).map(Some)
        })
        .await?;
    Ok(token.map(|token| app.urls.absolute(&urls::first_administrator(&token))))
}

/// Why the first administrator's account was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FirstRefused {
    /// The link was spent, its time is over, or there is an administrator
    #[error("the link no longer works")]
    Gone,
    /// There is an account with this address
    #[error("the address has an account")]
    Taken,
    /// The password is refused
    #[error("the password is weak")]
    Weak(Weak),
}

/// Makes the first administrator's account. The address counts as confirmed: whoever reads the
/// server's log runs the installation.
///
/// # Errors
/// Faults. The inner error says why nothing was made.
pub async fn make_first_administrator(
    app: &Arc<App>,
    token: &str,
    new: NewAccount,
) -> AccountResult<Result<AccountId, FirstRefused>> {
    let email = new.email.to_lowercase();
    if let Err(weak) = password::check(&new.password, &new.name, &email) {
        return Ok(Err(FirstRefused::Weak(weak)));
    }
    let hash = app.hashing.hash(&new.password, app.salt()).await?;
    let now = app.now();
    let row = AccountRow {
        id: AccountId(app.new_id()),
        email,
        name: new.name,
        locale: new.locale,
        time_zone: new.zone,
        password_hash: Some(hash),
        confirmed_at: Some(now),
        staff_role: Some(StaffRole::Administrator),
        organisation_id: None,
        created_at: now,
        disabled_at: None,
        theme: None,
    };
    let token = token.to_owned();
    let made = app
        .store
        .write_or_refuse(move |tx| {
            if accounts::find_by_email(tx, &row.email)?.is_some() {
                return Ok(Err(FirstRefused::Taken));
            }
            let link = doors::spend_in(tx, LinkPurpose::FirstAdministrator, &token, now)?;
            if link.is_none() || accounts::has_staff(tx, StaffRole::Administrator)? {
                return Ok(Err(FirstRefused::Gone));
            }
            accounts::insert(tx, &row)?;
            Ok(Ok(row.id))
        })
        .await;
    match made {
        Err(error @ StorageError::Unique { .. }) if error.is_duplicate_of("accounts.email") => {
            Ok(Err(FirstRefused::Taken))
        }
        made => Ok(made?),
    }
}
