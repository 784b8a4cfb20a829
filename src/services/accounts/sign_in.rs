//! Signing in: by password, slowed down long before anybody is kept out, or by a link in a letter,
//! which stays open to the owner whatever somebody else tries.

use super::sign_up::ask_to_confirm;
use super::{AccountResult, letters, password};
use crate::mail::letters::{Kind, LetterData};
use crate::services::doors::{self, NewLink};
use crate::services::passwords::Verdict;
use crate::startup::App;
use crate::storage::accounts::{self, AccountRow};
use crate::storage::sessions::attempts;
use crate::storage::sessions::links::LinkPurpose;
use crate::storage::{ReadTx, StorageError, StorageResult, WriteTx, settings};
use crate::urls;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Failures allowed for one account within a time. The last one keeps to the limit of NIST SP 800-63B
/// (3.2.2): at most 100 failures in a row; a success starts from nothing.
const ACCOUNT_STEPS: [Step; 4] = [
    Step {
        within: SignedDuration::from_mins(1),
        most: 5,
    },
    Step {
        within: SignedDuration::from_mins(15),
        most: 10,
    },
    Step {
        within: SignedDuration::from_hours(24),
        most: 40,
    },
    Step {
        within: SignedDuration::from_hours(24 * 90),
        most: 100,
    },
];

/// Failures allowed for one network address; generous, since many people may share one.
const ADDRESS_STEPS: [Step; 2] = [
    Step {
        within: SignedDuration::from_mins(1),
        most: 30,
    },
    Step {
        within: SignedDuration::from_hours(1),
        most: 200,
    },
];

/// How people of the made-up world are kept; the demonstration's seed writes it.
const DEMO_PEOPLE: &str = "demo_people";

#[derive(Debug, Clone, Copy)]
struct Step {
    within: SignedDuration,
    most: i64,
}

/// What came of signing in.
#[derive(Debug)]
pub enum SignIn {
    /// It is them
    Done(Box<AccountRow>),
    /// Wrong address or password, or an account that is shut; one answer for all
    Wrong,
    /// The password is right, the address not confirmed; a new letter is on its way
    Unconfirmed,
    /// Too many failures; the longest time to wait. A link in a letter still works.
    Wait(SignedDuration),
}

/// Signs in with a password. `from` is the network address the request came from.
///
/// # Errors
/// Faults, or more hashing than the machine can do now.
pub async fn sign_in(
    app: &Arc<App>,
    email: &str,
    typed: &str,
    from: &str,
    next: &str,
) -> AccountResult<SignIn> {
    let email = email.to_lowercase();
    if typed.chars().count() > password::LENGTH_MAX {
        return Ok(SignIn::Wrong);
    }
    // The attempt is counted before the password is checked, so that many at once do not slip by.
    let account = match begin_attempt(app, &email, from).await? {
        Ok(account) => account,
        Err(wait) => return Ok(SignIn::Wait(wait)),
    };
    let kept = account
        .as_ref()
        .and_then(|account| account.password_hash.clone());
    let verdict = app.hashing.verify(typed, kept.as_deref()).await?;
    let (Verdict::Right { outdated }, Some(account)) = (
        verdict,
        account.filter(|account| account.disabled_at.is_none()),
    ) else {
        let (key, now) = (address_key(from), app.now());
        app.store.write(move |tx| note(tx, &key, now)).await?;
        return Ok(SignIn::Wrong);
    };
    let rehashed = if outdated {
        Some(app.hashing.hash(typed, app.salt()).await?)
    } else {
        None
    };
    let (held, row, next) = (Arc::clone(app), account.clone(), next.to_owned());
    app.store
        .write(move |tx| {
            attempts::delete_of(tx, &account_key(&row.email))?;
            if let Some(hash) = &rehashed {
                accounts::set_password(tx, row.id, hash)?;
            }
            if row.confirmed_at.is_none() {
                ask_to_confirm(tx, &held, &row, &next)
            } else {
                Ok(())
            }
        })
        .await?;
    Ok(if account.confirmed_at.is_some() {
        SignIn::Done(Box::new(account))
    } else {
        SignIn::Unconfirmed
    })
}

/// Finds the account and counts the attempt, or says how long to wait.
async fn begin_attempt(
    app: &Arc<App>,
    email: &str,
    from: &str,
) -> StorageResult<Result<Option<AccountRow>, SignedDuration>> {
    let (email, from, now) = (email.to_owned(), from.to_owned(), app.now());
    app.store
        .write(move |tx| {
            let of_account = wait(tx, &account_key(&email), &ACCOUNT_STEPS, now)?;
            let of_address = wait(tx, &address_key(&from), &ADDRESS_STEPS, now)?;
            if let Some(wait) = of_account.max(of_address) {
                return Ok(Err(wait));
            }
            note(tx, &account_key(&email), now)?;
            accounts::find_by_email(tx, &email).map(Ok)
        })
        .await
}

/// The longest wait that the failures of a key lead to.
pub(super) fn wait_for_account(
    tx: &mut ReadTx<'_>,
    email: &str,
    now: Timestamp,
) -> StorageResult<Option<SignedDuration>> {
    wait(tx, &account_key(email), &ACCOUNT_STEPS, now)
}

fn wait(
    tx: &mut ReadTx<'_>,
    key: &str,
    steps: &[Step],
    now: Timestamp,
) -> StorageResult<Option<SignedDuration>> {
    let mut longest = None;
    for step in steps {
        if attempts::count_since(tx, key, now - step.within)? >= step.most {
            longest = Some(step.within);
        }
    }
    Ok(longest)
}

/// Counts one more attempt. Those of the same instant are laid side by side, since a key counts
/// only once an instant.
pub(super) fn note(tx: &mut WriteTx<'_>, key: &str, now: Timestamp) -> StorageResult<()> {
    let already = attempts::count_since(tx, key, now)?;
    attempts::insert(tx, key, now + SignedDuration::from_micros(already))
}

pub(super) fn account_key(email: &str) -> String {
    format!("account:{email}")
}

fn address_key(from: &str) -> String {
    format!("address:{from}")
}

/// Sends a link to sign in, if there is such an account. Nobody learns whether there is.
///
/// # Errors
/// Faults of the database.
pub async fn request_link(app: &Arc<App>, email: &str, next: &str) -> StorageResult<()> {
    let (held, email, next) = (Arc::clone(app), email.to_lowercase(), next.to_owned());
    app.store
        .write(move |tx| {
            let Some(account) = accounts::find_by_email(tx, &email)?
                .filter(|account| account.disabled_at.is_none())
            else {
                return Ok(());
            };
            let link = NewLink::for_account(LinkPurpose::SignIn, account.id, &account.email);
            let token = doors::create_in(tx, &held, &link)?;
            let path = letters::then(&urls::sign_in_link(&token), &next);
            letters::queue(
                tx,
                &held,
                &account,
                LetterData::new(Kind::SignInLink).secret_path(path),
            )
        })
        .await
}

/// Spends a link to sign in, which also proves the address; `None` when it no longer works.
///
/// # Errors
/// Faults of the database.
pub async fn spend_link(app: &Arc<App>, token: &str) -> StorageResult<Option<AccountRow>> {
    let (now, token) = (app.now(), token.to_owned());
    app.store
        .write(move |tx| {
            let link = doors::spend_in(tx, LinkPurpose::SignIn, &token, now)?;
            let Some(account) = link.and_then(|link| link.account_id) else {
                return Ok(None);
            };
            let account = accounts::get(tx, account)?;
            if account.disabled_at.is_some() {
                return Ok(None);
            }
            password::confirm_owner_in(tx, &account, now)?;
            attempts::delete_of(tx, &account_key(&account.email))?;
            Ok(Some(account))
        })
        .await
}

/// Somebody of the made-up world.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoPerson {
    /// What they do: `seller`, `rights_holder`, `officer`, `arbitrator` …
    pub role: String,
    /// Name
    pub name: String,
    /// Address of the account
    pub email: String,
}

/// The people that the sign-in page of a demonstration offers; nobody outside one.
///
/// # Errors
/// Faults of the database.
pub async fn demo_people(app: &Arc<App>) -> StorageResult<Vec<DemoPerson>> {
    if !app.config.is_demo() {
        return Ok(Vec::new());
    }
    let kept = app.store.read(|tx| settings::find(tx, DEMO_PEOPLE)).await?;
    Ok(kept
        .and_then(|kept| serde_json::from_value(kept).ok())
        .unwrap_or_default())
}

/// The account of one of the people of a demonstration; `None` for everybody else, and always
/// outside one.
///
/// # Errors
/// Faults of the database.
pub async fn demo_sign_in(app: &Arc<App>, email: &str) -> StorageResult<Option<AccountRow>> {
    let listed = demo_people(app)
        .await?
        .into_iter()
        .any(|person| person.email == email);
    if !listed {
        return Ok(None);
    }
    let email = email.to_owned();
    let found = app
        .store
        .read(move |tx| accounts::find_by_email(tx, &email))
        .await?;
    Ok(found.filter(|account| account.disabled_at.is_none()))
}

/// The full address of a link that signs in as one of the people of a demonstration; `NotFound` for
/// everybody else.
///
/// # Errors
/// Faults of the database.
pub async fn demo_link(app: &Arc<App>, email: &str) -> StorageResult<String> {
    let account = demo_sign_in(app, email)
        .await?
        .ok_or(StorageError::NotFound)?;
    let held = Arc::clone(app);
    let token = app
        .store
        .write(move |tx| {
            let link = NewLink::for_account(LinkPurpose::SignIn, account.id, &account.email);
            doors::create_in(tx, &held, &link)
        })
        .await?;
    Ok(app.urls.absolute(&urls::sign_in_link(&token)))
}
