//! Accounts: made, confirmed, signed in to, changed, shut. One function is one transaction; the
//! letters about it are written in the same one. Answers never tell whether an address has an account.

mod first;
mod keys;
mod letters;
mod organisations;
mod password;
mod people;
mod profile;
mod prove;
mod reset;
mod sign_in;
mod sign_up;

pub use first::{FirstRefused, first_administrator, make_first_administrator};
pub use keys::{Key, SCOPES, create_key, list_keys, revoke_key};
pub use organisations::{
    Organisation, add_member, create_organisation, list_organisations, organisation, remove_member,
};
pub use password::{
    LENGTH_MAX, LENGTH_MIN, Weak, check as check_password, confirm_owner_in, has_password,
};
pub use people::{People, PeopleFilter, Person, people, person, set_disabled, set_staff_role};
pub use profile::{adopt_drafts, end_session, list_sessions, set_profile, sign_out_everywhere};
pub use prove::{Proof, prove};
pub use reset::{Change, change_password, request_reset, reset, reset_of};
pub use sign_in::{
    DemoPerson, SignIn, demo_link, demo_people, demo_sign_in, request_link, sign_in, spend_link,
};
pub use sign_up::{NewAccount, confirm_email, sign_up};

use super::passwords::PasswordError;
use crate::storage::StorageError;

/// What can go wrong besides a refusal.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The database
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// Hashing
    #[error(transparent)]
    Hashing(#[from] PasswordError),
}

/// Shorthand for results of this module.
pub type AccountResult<T> = Result<T, AccountError>;

/// Enters somebody on the roster of arbitrators, or changes the entry.
///
/// # Errors
/// Faults of the database.
pub async fn put_on_roster(
    app: &crate::startup::App,
    row: crate::storage::roster::RosterRow,
) -> Result<(), crate::storage::StorageError> {
    app.store
        .write(move |tx| crate::storage::roster::put(tx, &row))
        .await
}
