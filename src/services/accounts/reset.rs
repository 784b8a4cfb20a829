//! A new password: by a link in a letter, or by somebody who knows the old one.

use super::password::{self, Weak};
use super::prove::{Proof, prove};
use super::sign_in::account_key;
use super::{AccountResult, letters};
use crate::domain::ids::AccountId;
use crate::mail::letters::{Kind, LetterData};
use crate::services::doors::{self, LinkState, NewLink};
use crate::startup::App;
use crate::storage::accounts::{self, AccountRow};
use crate::storage::sessions::links::{self, LinkPurpose};
use crate::storage::sessions::{self, attempts};
use crate::storage::{StorageResult, WriteTx};
use crate::urls;
use jiff::SignedDuration;
use std::sync::Arc;

/// What came of setting a new password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is set
    Done,
    /// The new one is refused
    Weak(Weak),
    /// The link no longer works
    Gone,
    /// The old one is wrong
    Wrong,
    /// Too many wrong ones; the longest time to wait
    Wait(SignedDuration),
}

/// Sends a link to set a new password, if there is such an account. Nobody learns whether there is.
///
/// # Errors
/// Faults of the database.
pub async fn request_reset(app: &Arc<App>, email: &str) -> StorageResult<()> {
    let (held, email) = (Arc::clone(app), email.to_lowercase());
    app.store
        .write(move |tx| {
            let Some(account) = accounts::find_by_email(tx, &email)?
                .filter(|account| account.disabled_at.is_none())
            else {
                return Ok(());
            };
            let link = NewLink::for_account(LinkPurpose::ResetPassword, account.id, &account.email);
            let token = doors::create_in(tx, &held, &link)?;
            letters::queue(
                tx,
                &held,
                &account,
                LetterData::new(Kind::ResetPassword).secret_path(urls::reset_link(&token)),
            )
        })
        .await
}

/// The account behind a link to set a new password, as long as the link works. Spends nothing.
///
/// # Errors
/// Faults of the database.
pub async fn reset_of(app: &Arc<App>, token: &str) -> StorageResult<Option<AccountRow>> {
    let door = doors::open(app, token).await?;
    let link = door.filter(|door| {
        door.state == LinkState::Open && door.link.purpose == LinkPurpose::ResetPassword
    });
    let Some(account) = link.and_then(|door| door.link.account_id) else {
        return Ok(None);
    };
    app.store.read(move |tx| accounts::find(tx, account)).await
}

/// Sets a new password by a link. Every session ends, and the owner is told. Nobody is signed in by it.
///
/// # Errors
/// Faults, or more hashing than the machine can do now.
pub async fn reset(app: &Arc<App>, token: &str, new: &str) -> AccountResult<Change> {
    let Some(account) = reset_of(app, token)
        .await?
        .filter(|account| account.disabled_at.is_none())
    else {
        return Ok(Change::Gone);
    };
    if let Err(weak) = password::check(new, &account.name, &account.email) {
        return Ok(Change::Weak(weak));
    }
    let hash = app.hashing.hash(new, app.salt()).await?;
    let (held, now, token) = (Arc::clone(app), app.now(), token.to_owned());
    let done = app
        .store
        .write(move |tx| {
            let link = doors::spend_in(tx, LinkPurpose::ResetPassword, &token, now)?;
            if link.and_then(|link| link.account_id) != Some(account.id) {
                return Ok(Change::Gone);
            }
            accounts::mark_confirmed(tx, account.id, now)?;
            replace(tx, &held, &account, &hash, None)?;
            Ok(Change::Done)
        })
        .await?;
    Ok(done)
}

/// Changes the password of somebody who is signed in and knows the old one. Every session but the
/// one to `keep` ends, and the owner is told.
///
/// # Errors
/// Faults, or more hashing than the machine can do now.
pub async fn change_password(
    app: &Arc<App>,
    id: AccountId,
    old: &str,
    new: &str,
    keep: Vec<u8>,
) -> AccountResult<Change> {
    let account = match prove(app, id, old).await? {
        Proof::Right(account) => account,
        Proof::Wrong => return Ok(Change::Wrong),
        Proof::Wait(wait) => return Ok(Change::Wait(wait)),
    };
    if let Err(weak) = password::check(new, &account.name, &account.email) {
        return Ok(Change::Weak(weak));
    }
    let hash = app.hashing.hash(new, app.salt()).await?;
    let held = Arc::clone(app);
    app.store
        .write(move |tx| replace(tx, &held, &account, &hash, Some(&keep)))
        .await?;
    Ok(Change::Done)
}

/// Sets the password, ends sessions and waiting links, tells the owner.
fn replace(
    tx: &mut WriteTx<'_>,
    app: &App,
    account: &AccountRow,
    hash: &str,
    keep: Option<&[u8]>,
) -> StorageResult<()> {
    accounts::set_password(tx, account.id, hash)?;
    sessions::delete_for_account(tx, account.id, keep)?;
    for purpose in [LinkPurpose::SignIn, LinkPurpose::ResetPassword] {
        links::delete_unused(tx, purpose, &account.email)?;
    }
    attempts::delete_of(tx, &account_key(&account.email))?;
    letters::queue_security(tx, app, account, "password")
}
