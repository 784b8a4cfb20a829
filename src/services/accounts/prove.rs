//! Somebody who is signed in enters the password again, before an act that weighs more.

use super::sign_in::{account_key, note, wait_for_account};
use super::{AccountResult, password};
use crate::domain::ids::AccountId;
use crate::services::passwords::Verdict;
use crate::startup::App;
use crate::storage::accounts::{self, AccountRow};
use crate::storage::sessions::attempts;
use jiff::SignedDuration;
use std::sync::Arc;

/// What came of entering the password again.
#[derive(Debug)]
pub enum Proof {
    /// It is theirs
    Right(Box<AccountRow>),
    /// It is not, or the account has none
    Wrong,
    /// Too many wrong ones; the longest time to wait
    Wait(SignedDuration),
}

/// Checks the password of an account, counted and slowed down like signing in.
///
/// # Errors
/// Faults, or more hashing than the machine can do now.
pub async fn prove(app: &Arc<App>, id: AccountId, typed: &str) -> AccountResult<Proof> {
    let now = app.now();
    let begun = app
        .store
        .write(move |tx| {
            let account = accounts::get(tx, id)?;
            if let Some(wait) = wait_for_account(tx, &account.email, now)? {
                return Ok(Err(wait));
            }
            note(tx, &account_key(&account.email), now)?;
            Ok(Ok(account))
        })
        .await?;
    let account = match begun {
        Ok(account) => account,
        Err(wait) => return Ok(Proof::Wait(wait)),
    };
    let too_long = typed.chars().count() > password::LENGTH_MAX;
    if too_long
        || app
            .hashing
            .verify(typed, account.password_hash.as_deref())
            .await?
            == Verdict::Wrong
    {
        return Ok(Proof::Wrong);
    }
    let email = account.email.clone();
    app.store
        .write(move |tx| attempts::delete_of(tx, &account_key(&email)))
        .await?;
    Ok(Proof::Right(Box::new(account)))
}
