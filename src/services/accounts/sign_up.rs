//! A new account: made unconfirmed, confirmed by the link in a letter.

use super::password::{self, Weak};
use super::{AccountResult, letters};
use crate::domain::ids::AccountId;
use crate::mail::letters::{Kind, LetterData};
use crate::services::doors::{self, NewLink};
use crate::startup::App;
use crate::storage::accounts::{self, AccountRow, Profile};
use crate::storage::sessions::links::LinkPurpose;
use crate::storage::{StorageError, StorageResult, WriteTx};
use crate::urls;
use std::sync::Arc;

/// What somebody enters to make an account.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// As the person writes it
    pub name: String,
    /// In any case; kept in lower case
    pub email: String,
    /// As typed
    pub password: String,
    /// Language of pages and letters
    pub locale: String,
    /// IANA name
    pub zone: String,
    /// Page to go on to once the address is confirmed; may be empty
    pub next: String,
}

/// Makes an unconfirmed account and sends the letter that confirms it. Where the address has a
/// confirmed account already, its owner is told; the caller learns nothing of the difference. Until
/// an account is confirmed, the latest sign-up counts.
///
/// # Errors
/// Faults. The inner error says what is wrong with the password.
pub async fn sign_up(app: &Arc<App>, new: NewAccount) -> AccountResult<Result<(), Weak>> {
    let new = NewAccount {
        email: new.email.to_lowercase(),
        ..new
    };
    if let Err(weak) = password::check(&new.password, &new.name, &new.email) {
        return Ok(Err(weak));
    }
    let hash = app.hashing.hash(&new.password, app.salt()).await?;
    let held = Arc::clone(app);
    let done = app
        .store
        .write(move |tx| sign_up_in(tx, &held, &new, &hash))
        .await;
    match done {
        // Two forms at the same moment: the first one counts.
        Err(error) if error.is_duplicate_of("accounts.email") => Ok(Ok(())),
        done => Ok(Ok(done?)),
    }
}

fn sign_up_in(tx: &mut WriteTx<'_>, app: &App, new: &NewAccount, hash: &str) -> StorageResult<()> {
    let account = match accounts::find_by_email(tx, &new.email)? {
        None => insert(tx, app, new, hash)?,
        Some(known) if known.disabled_at.is_some() => return Ok(()),
        Some(known) if known.confirmed_at.is_some() => {
            return letters::queue_security(tx, app, &known, "exists");
        }
        Some(known) => {
            let profile = Profile {
                name: new.name.clone(),
                locale: new.locale.clone(),
                time_zone: new.zone.clone(),
                theme: known.theme.clone(),
            };
            accounts::set_profile(tx, known.id, &profile)?;
            accounts::set_password(tx, known.id, hash)?;
            accounts::get(tx, known.id)?
        }
    };
    ask_to_confirm(tx, app, &account, &new.next)
}

fn insert(
    tx: &mut WriteTx<'_>,
    app: &App,
    new: &NewAccount,
    hash: &str,
) -> StorageResult<AccountRow> {
    let row = AccountRow {
        id: AccountId(app.new_id()),
        email: new.email.clone(),
        name: new.name.clone(),
        locale: new.locale.clone(),
        time_zone: new.zone.clone(),
        password_hash: Some(hash.to_owned()),
        confirmed_at: None,
        staff_role: None,
        organisation_id: None,
        created_at: app.now(),
        disabled_at: None,
        theme: None,
    };
    accounts::insert(tx, &row)?;
    Ok(row)
}

/// Sends the letter that confirms an address; the link before it stops working.
pub(super) fn ask_to_confirm(
    tx: &mut WriteTx<'_>,
    app: &App,
    account: &AccountRow,
    next: &str,
) -> StorageResult<()> {
    let link = NewLink::for_account(LinkPurpose::ConfirmEmail, account.id, &account.email);
    let token = doors::create_in(tx, app, &link)?;
    let path = letters::then(&urls::confirm_link(&token), next);
    letters::queue(
        tx,
        app,
        account,
        LetterData::new(Kind::ConfirmEmail).secret_path(path),
    )
}

/// Confirms the address behind a link; `None` when the link no longer works.
///
/// # Errors
/// Faults of the database.
pub async fn confirm_email(
    app: &Arc<App>,
    token: &str,
) -> Result<Option<AccountRow>, StorageError> {
    let (now, token) = (app.now(), token.to_owned());
    app.store
        .write(move |tx| {
            let link = doors::spend_in(tx, LinkPurpose::ConfirmEmail, &token, now)?;
            let Some(account) = link.and_then(|link| link.account_id) else {
                return Ok(None);
            };
            accounts::mark_confirmed(tx, account, now)?;
            accounts::find(tx, account)
        })
        .await
}
