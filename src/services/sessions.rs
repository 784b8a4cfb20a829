//! Sessions of visitors: begun, used, ended. Each function is one transaction.

use crate::domain::ids::{AccountId, CaseId, OrganisationId};
use crate::storage::accounts::{self, AccountRow, OrganisationKind, StaffRole};
use crate::storage::sessions::{self, SessionRow};
use crate::storage::{StorageResult, Store, roster};
use jiff::Timestamp;

/// Whose session it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// somebody with a form before them
    Nobody,
    /// somebody who signed in
    Account(AccountId),
    /// somebody who came by the link in a letter, for one party of one case
    Seat {
        /// the case
        case: CaseId,
        /// the party's number in it
        party: u32,
        /// where the letter went
        email: String,
    },
}

/// What a session begins with.
#[derive(Debug, Clone)]
pub struct Start {
    /// SHA-256 of the cookie
    pub token_hash: [u8; 32],
    /// the token that the session's forms carry
    pub csrf: String,
    /// the time now
    pub now: Timestamp,
    /// when it ends in any case
    pub expires_at: Timestamp,
    /// the browser, for the list of sessions
    pub user_agent: String,
    /// when the password was entered, if it was just now
    pub confirmed_password_at: Option<Timestamp>,
}

/// What an account may be besides a party.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hats {
    /// runs cases
    pub case_manager: bool,
    /// runs the installation
    pub administrator: bool,
    /// acts for a marketplace
    pub marketplace: bool,
    /// is on the panel
    pub arbitrator: bool,
    /// belongs to these organisations
    pub organisations: Vec<OrganisationId>,
}

/// A session with whom it belongs to.
#[derive(Debug, Clone)]
pub struct Found {
    /// the session
    pub session: SessionRow,
    /// the account, if somebody is signed in and not shut out
    pub account: Option<AccountRow>,
    /// what the account may be
    pub hats: Hats,
}

/// The row of a session that begins now.
pub fn begin(whose: Whose, start: Start) -> SessionRow {
    let (account_id, seat) = match whose {
        Whose::Nobody => (None, None),
        Whose::Account(account) => (Some(account), None),
        Whose::Seat { case, party, email } => (None, Some((case, party, email))),
    };
    let (case_id, party_no, email) = match seat {
        Some((case, party, email)) => (Some(case), Some(party), Some(email)),
        None => (None, None, None),
    };
    SessionRow {
        token_hash: start.token_hash.to_vec(),
        account_id,
        case_id,
        party_no,
        email,
        csrf: start.csrf,
        locale: None,
        zone: None,
        created_at: start.now,
        seen_at: start.now,
        expires_at: start.expires_at,
        user_agent: start.user_agent,
        confirmed_password_at: start.confirmed_password_at,
        flash: None,
    }
}

/// The live session with its account, in one read. An account that was shut out is nobody.
pub async fn find(
    store: &Store,
    token_hash: [u8; 32],
    now: Timestamp,
    idle_since: Timestamp,
) -> StorageResult<Option<Found>> {
    store
        .read(move |tx| {
            let Some(session) = sessions::find(tx, &token_hash, now, idle_since)? else {
                return Ok(None);
            };
            let Some(id) = session.account_id else {
                return Ok(Some(Found {
                    session,
                    account: None,
                    hats: Hats::default(),
                }));
            };
            let Some(account) =
                accounts::find(tx, id)?.filter(|account| account.disabled_at.is_none())
            else {
                return Ok(None);
            };
            let memberships = accounts::list_memberships_of(tx, id)?;
            let hats = Hats {
                case_manager: account.staff_role == Some(StaffRole::CaseManager),
                administrator: account.staff_role == Some(StaffRole::Administrator),
                marketplace: memberships
                    .iter()
                    .any(|(_, organisation)| organisation.kind == OrganisationKind::Marketplace),
                arbitrator: roster::find(tx, id)?.is_some(),
                organisations: memberships
                    .into_iter()
                    .map(|(membership, _)| membership.organisation_id)
                    .collect(),
            };
            Ok(Some(Found {
                session,
                account: Some(account),
                hats,
            }))
        })
        .await
}

/// Is the account an official's? Officials are signed out sooner.
pub async fn is_staff(store: &Store, account: AccountId) -> StorageResult<bool> {
    store
        .read(move |tx| Ok(accounts::get(tx, account)?.staff_role.is_some()))
        .await
}

/// Ends the old session, if there is one, and keeps the new one.
pub async fn replace(store: &Store, old: Option<Vec<u8>>, new: SessionRow) -> StorageResult<()> {
    store
        .write(move |tx| {
            if let Some(old) = &old {
                sessions::delete(tx, old)?;
            }
            sessions::insert(tx, &new)
        })
        .await
}

/// Notes that a session is in use.
pub async fn touch(store: &Store, token_hash: Vec<u8>, now: Timestamp) -> StorageResult<()> {
    store
        .write_passing(move |tx| sessions::touch(tx, &token_hash, now))
        .await
}

/// Notes that the password was entered.
pub async fn confirm_password(
    store: &Store,
    token_hash: Vec<u8>,
    now: Timestamp,
) -> StorageResult<()> {
    store
        .write(move |tx| sessions::mark_password_confirmed(tx, &token_hash, now))
        .await
}

/// Keeps the language and zone chosen in this browser.
pub async fn set_preferences(
    store: &Store,
    token_hash: Vec<u8>,
    locale: Option<String>,
    zone: Option<String>,
) -> StorageResult<()> {
    store
        .write(move |tx| {
            sessions::set_preferences(tx, &token_hash, locale.as_deref(), zone.as_deref())
        })
        .await
}

/// Leaves a note for the next page.
pub async fn set_flash(
    store: &Store,
    token_hash: Vec<u8>,
    flash: serde_json::Value,
) -> StorageResult<()> {
    store
        .write_passing(move |tx| sessions::set_flash(tx, &token_hash, &flash))
        .await
}

/// Takes the note that was left for this page.
pub async fn take_flash(
    store: &Store,
    token_hash: Vec<u8>,
) -> StorageResult<Option<serde_json::Value>> {
    store
        .write(move |tx| sessions::take_flash(tx, &token_hash))
        .await
}

/// Ends a session.
pub async fn close(store: &Store, token_hash: Vec<u8>) -> StorageResult<()> {
    store
        .write(move |tx| sessions::delete(tx, &token_hash))
        .await
}

/// Ends every session of an account, but for the one to `keep`; says how many.
pub async fn close_all(
    store: &Store,
    account: AccountId,
    keep: Option<Vec<u8>>,
) -> StorageResult<usize> {
    store
        .write(move |tx| sessions::delete_for_account(tx, account, keep.as_deref()))
        .await
}
