//! Links from letters: made inside other transactions, looked at without being spent, spent once.
//! Only the SHA-256 of a token is kept. Mail scanners open links, so looking never spends.

mod cases;

pub use cases::{
    Invited, JoinRefused, decline, join, pass_for_seat, renew, respond, seat_names, seat_with_pass,
    take_seat, waiting, waiting_party,
};

use crate::domain::cases::CaseFile;
use crate::domain::ids::{AccountId, CaseId, DraftId};
use crate::domain::parties::{Mandate, Party};
use crate::startup::{App, token_hash};
use crate::storage::sessions::links::{self, LinkPurpose, LinkRow};
use crate::storage::{ReadTx, StorageError, StorageResult, WriteTx};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::sync::Arc;

/// Length of a token: 32 bytes as hexadecimal figures.
const TOKEN_LEN: usize = 64;

/// A link to be made.
#[derive(Debug, Clone)]
pub struct NewLink<'a> {
    /// What it is for
    pub purpose: LinkPurpose,
    /// The address it is sent to, in lower case; a link works for nobody else
    pub email: &'a str,
    /// The account it concerns
    pub account: Option<AccountId>,
    /// The case and party it opens
    pub seat: Option<(CaseId, u32)>,
    /// What else its use needs
    pub payload: Value,
}

impl<'a> NewLink<'a> {
    /// A link about an account.
    pub fn for_account(purpose: LinkPurpose, account: AccountId, email: &'a str) -> Self {
        Self {
            purpose,
            email,
            account: Some(account),
            seat: None,
            payload: json!({}),
        }
    }

    /// The link that gives a filing its effect: the draft is sent when it is spent.
    pub fn for_draft(draft: DraftId, email: &'a str) -> Self {
        Self {
            purpose: LinkPurpose::ConfirmNotice,
            email,
            account: None,
            seat: None,
            payload: json!({ "draft": draft }),
        }
    }
}

/// How long a link of a purpose can be used.
pub fn lifetime(purpose: LinkPurpose) -> SignedDuration {
    let hours = match purpose {
        LinkPurpose::ConfirmEmail
        | LinkPurpose::ResetPassword
        | LinkPurpose::SignIn
        | LinkPurpose::FirstAdministrator => 24,
        LinkPurpose::Answer | LinkPurpose::Invitation => 24 * super::letters::ANSWER_LINK_DAYS,
        // As long as people take to find a letter; the draft itself is kept longer.
        LinkPurpose::ConfirmNotice => 24 * 7,
    };
    SignedDuration::from_hours(hours)
}

/// Makes a link and gives its token, which is kept nowhere. An older unused link about the same
/// account stops working.
///
/// # Errors
/// Faults of the database.
pub fn create_in(tx: &mut WriteTx<'_>, app: &App, link: &NewLink<'_>) -> StorageResult<String> {
    let now = app.now();
    let token = app.token();
    if link.seat.is_none() && link.purpose != LinkPurpose::ConfirmNotice {
        links::delete_unused(tx, link.purpose, link.email)?;
    }
    links::insert(
        tx,
        &LinkRow {
            token_hash: token_hash(&token).to_vec(),
            purpose: link.purpose,
            account_id: link.account,
            case_id: link.seat.map(|(case, _)| case),
            party_no: link.seat.map(|(_, party)| party),
            email: link.email.to_owned(),
            payload: link.payload.clone(),
            created_at: now,
            expires_at: now + lifetime(link.purpose),
            used_at: None,
        },
    )?;
    Ok(token)
}

/// Spends a link of this purpose inside another transaction; `None` when there is none, or it was
/// spent before, or its time is over.
///
/// # Errors
/// Faults of the database.
pub fn spend_in(
    tx: &mut WriteTx<'_>,
    purpose: LinkPurpose,
    token: &str,
    now: Timestamp,
) -> StorageResult<Option<LinkRow>> {
    let hash = token_hash(token);
    let found = if is_token(token) {
        links::find(tx, &hash)?
    } else {
        None
    };
    if found.is_none_or(|link| link.purpose != purpose) {
        return Ok(None);
    }
    match links::mark_used(tx, &hash, now) {
        Ok(link) => Ok(Some(link)),
        Err(StorageError::Stale | StorageError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// As [`spend_in`], as a transaction of its own.
///
/// # Errors
/// Faults of the database.
pub async fn spend(
    app: &Arc<App>,
    purpose: LinkPurpose,
    token: &str,
) -> StorageResult<Option<LinkRow>> {
    let (now, token) = (app.now(), token.to_owned());
    app.store
        .write(move |tx| spend_in(tx, purpose, &token, now))
        .await
}

/// Whether a link can still be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkState {
    /// It can
    Open,
    /// It was used
    Spent,
    /// Its time is over
    Expired,
}

/// A link that was looked at.
#[derive(Debug, Clone)]
pub struct Door {
    /// The link
    pub link: LinkRow,
    /// Whether it can be used
    pub state: LinkState,
    /// The case it leads to
    pub case: Option<CaseFile>,
}

impl Door {
    /// The party it opens the case for.
    pub fn party(&self) -> Option<&Party> {
        self.case.as_ref()?.party(self.link.party_no?)
    }

    /// The mandate that an invitation is about.
    pub fn mandate(&self) -> Option<&Mandate> {
        mandate_of(self.case.as_ref()?, &self.link)
    }

    /// The draft that a confirmation sends.
    pub fn draft(&self) -> Option<DraftId> {
        self.link.payload.get("draft")?.as_str()?.parse().ok()
    }
}

/// Looks at a link without spending it; `None` for a token that was never given out.
///
/// # Errors
/// Faults of the database.
pub async fn open(app: &Arc<App>, token: &str) -> StorageResult<Option<Door>> {
    if !is_token(token) {
        return Ok(None);
    }
    let (hash, now) = (token_hash(token), app.now());
    app.store.read(move |tx| open_in(tx, &hash, now)).await
}

fn open_in(tx: &mut ReadTx<'_>, hash: &[u8], now: Timestamp) -> StorageResult<Option<Door>> {
    let Some(link) = links::find(tx, hash)? else {
        return Ok(None);
    };
    let case = match link.case_id {
        Some(case) => Some(super::acts::load(tx, case)?),
        None => None,
    };
    let state = state_of(&link, now);
    Ok(Some(Door { link, state, case }))
}

fn state_of(link: &LinkRow, now: Timestamp) -> LinkState {
    if link.used_at.is_some() {
        LinkState::Spent
    } else if now >= link.expires_at {
        LinkState::Expired
    } else {
        LinkState::Open
    }
}

fn mandate_of<'a>(file: &'a CaseFile, link: &LinkRow) -> Option<&'a Mandate> {
    let no = link.payload.get("mandate")?.as_u64()?;
    file.mandates
        .iter()
        .find(|mandate| u64::from(mandate.no) == no)
}

fn is_token(token: &str) -> bool {
    token.len() == TOKEN_LEN
        && token
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(used: bool) -> LinkRow {
        let at = Timestamp::UNIX_EPOCH;
        LinkRow {
            token_hash: Vec::new(),
            purpose: LinkPurpose::Answer,
            account_id: None,
            case_id: None,
            party_no: None,
            email: String::new(),
            payload: json!({}),
            created_at: at,
            expires_at: at + lifetime(LinkPurpose::Answer),
            used_at: used.then_some(at),
        }
    }

    #[test]
    fn an_answer_link_opens_for_thirty_days_and_once() {
        let day = |days: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * days);
        assert_eq!(state_of(&link(false), day(29)), LinkState::Open);
        assert_eq!(state_of(&link(false), day(30)), LinkState::Expired);
        assert_eq!(state_of(&link(true), day(1)), LinkState::Spent);
    }

    #[test]
    fn only_our_own_form_of_token_is_looked_up() {
        assert!(is_token(&"0f".repeat(32)));
        for wrong in [
            "",
            "abc",
            &"0F".repeat(32),
            &"zz".repeat(32),
            &"0f".repeat(33),
        ] {
            assert!(!is_token(wrong), "{wrong}");
        }
    }

    #[test]
    fn links_that_open_an_account_live_a_day() {
        for purpose in [
            LinkPurpose::ConfirmEmail,
            LinkPurpose::ResetPassword,
            LinkPurpose::SignIn,
        ] {
            assert_eq!(lifetime(purpose), SignedDuration::from_hours(24));
        }
    }
}
