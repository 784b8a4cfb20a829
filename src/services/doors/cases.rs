//! Doors to cases: new letters with links, invitations taken up or declined, seats taken with an account.

use super::{NewLink, create_in, mandate_of, spend_in};
use crate::domain::acts::{Act, Receipt, Refusal};
use crate::domain::cases::CaseFile;
use crate::domain::ids::{AccountId, CaseId, CaseNumber};
use crate::domain::parties::{self, Actor, Mandate, Party, Via};
use crate::services::acts::{load, perform_in};
use crate::services::letters;
use crate::startup::{App, token_hash};
use crate::storage::accounts::{self, AccountRow};
use crate::storage::sessions::links::{self, LinkPurpose, LinkRow};
use crate::storage::{self, StorageError, StorageResult, WriteTx};
use serde_json::json;
use std::sync::Arc;

/// Why an invitation or a seat was not taken; nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JoinRefused {
    /// The link was spent, its time is over, or the mandate has ended
    #[error("the link no longer works")]
    Gone,
    /// The invitation went to another address than the account's
    #[error("the invitation went to another address")]
    OtherAddress,
    /// The account's address is not confirmed
    #[error("the address is not confirmed")]
    Unconfirmed,
    /// The rules of the case say no
    #[error(transparent)]
    Act(#[from] Refusal),
}

/// The result of taking up a link.
pub type Invited = Result<Receipt, JoinRefused>;

/// Sends a new letter with a link to whoever got the spent or expired link `token`. Answers
/// `false` where there is nobody to send one to.
///
/// # Errors
/// Faults of the database.
pub async fn renew(app: &Arc<App>, token: &str) -> StorageResult<bool> {
    let (held, hash) = (Arc::clone(app), token_hash(token));
    app.store
        .write(move |tx| match links::find(tx, &hash)? {
            Some(LinkRow {
                purpose: LinkPurpose::Answer,
                case_id: Some(case),
                email,
                ..
            }) => letters::renew_door(tx, &held, case, &email, held.now()),
            _ => Ok(false),
        })
        .await
}

/// Sends a new letter to a party of the case if the address is the one on record. The caller must
/// give the same answer whatever comes of it.
///
/// # Errors
/// Faults of the database.
pub async fn respond(app: &Arc<App>, number: CaseNumber, email: String) -> StorageResult<bool> {
    let held = Arc::clone(app);
    app.store
        .write(
            move |tx| match storage::cases::find_head_by_number(tx, number.as_str())? {
                Some(head) => letters::renew_door(tx, &held, head.id, &email, held.now()),
                None => Ok(false),
            },
        )
        .await
}

/// Takes up an invitation with an account whose confirmed address is the invited one.
///
/// # Errors
/// Faults of the database.
pub async fn join(app: &Arc<App>, token: &str, account: AccountId) -> StorageResult<Invited> {
    let (held, token) = (Arc::clone(app), token.to_owned());
    app.store
        .write_or_refuse(move |tx| join_in(tx, &held, &token, account))
        .await
}

fn join_in(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    token: &str,
    account: AccountId,
) -> StorageResult<Invited> {
    let Some((link, file, mandate)) = invitation(tx, app, token)? else {
        return Ok(Err(JoinRefused::Gone));
    };
    let account = accounts::get(tx, account)?;
    if account.email != link.email.to_lowercase() {
        return Ok(Err(JoinRefused::OtherAddress));
    }
    if account.confirmed_at.is_none() {
        return Ok(Err(JoinRefused::Unconfirmed));
    }
    let Some(actor) = representative(&file, &mandate, Some(&account)) else {
        return Ok(Err(JoinRefused::Gone));
    };
    let act = Act::Party(parties::Act::Join {
        mandate: mandate.no,
        account: account.id,
    });
    Ok(perform_in(tx, app, file.id, None, None, &actor, &act)?.map_err(JoinRefused::Act))
}

/// Says no to an invitation: the mandate ends. Needs no account.
///
/// # Errors
/// Faults of the database.
pub async fn decline(app: &Arc<App>, token: &str) -> StorageResult<Invited> {
    let (held, token) = (Arc::clone(app), token.to_owned());
    app.store
        .write_or_refuse(move |tx| {
            let Some((_, file, mandate)) = invitation(tx, &held, &token)? else {
                return Ok(Err(JoinRefused::Gone));
            };
            let Some(actor) = representative(&file, &mandate, None) else {
                return Ok(Err(JoinRefused::Gone));
            };
            let act = Act::Party(parties::Act::EndMandate {
                mandate: mandate.no,
            });
            Ok(perform_in(tx, &held, file.id, None, None, &actor, &act)?.map_err(JoinRefused::Act))
        })
        .await
}

/// Spends an invitation and finds what it is about.
fn invitation(
    tx: &mut WriteTx<'_>,
    app: &App,
    token: &str,
) -> StorageResult<Option<(LinkRow, CaseFile, Mandate)>> {
    let Some(link) = spend_in(tx, LinkPurpose::Invitation, token, app.now())? else {
        return Ok(None);
    };
    let Some(case) = link.case_id else {
        return Ok(None);
    };
    let file = load(tx, case)?;
    let mandate = mandate_of(&file, &link).cloned();
    Ok(mandate.map(|mandate| (link, file, mandate)))
}

fn representative(
    file: &CaseFile,
    mandate: &Mandate,
    account: Option<&AccountRow>,
) -> Option<Actor> {
    let party = file.party(mandate.party)?;
    Some(Actor {
        role: party.role,
        party: Some(party.no),
        account: account.map(|account| account.id),
        name: account.map_or_else(|| mandate.name.clone(), |account| account.name.clone()),
        mandate: Some(mandate.no),
        via: Via::Page,
    })
}

/// A link with which somebody who came by a letter can sign in or up and then take the seat.
///
/// # Errors
/// Faults of the database.
pub async fn pass_for_seat(
    app: &Arc<App>,
    case: CaseId,
    party: u32,
    email: String,
) -> StorageResult<String> {
    let held = Arc::clone(app);
    app.store
        .write(move |tx| {
            let payload = json!({ "seat": true });
            let link = NewLink {
                purpose: LinkPurpose::Answer,
                email: &email,
                account: None,
                seat: Some((case, party)),
                payload,
            };
            create_in(tx, &held, &link)
        })
        .await
}

/// Spends an answer link and ties the account to the party's seat.
///
/// # Errors
/// Faults of the database.
pub async fn seat_with_pass(
    app: &Arc<App>,
    token: &str,
    account: AccountId,
) -> StorageResult<Invited> {
    let (held, token) = (Arc::clone(app), token.to_owned());
    app.store
        .write_or_refuse(move |tx| {
            let link = spend_in(tx, LinkPurpose::Answer, &token, held.now())?;
            match link.and_then(|link| link.case_id.zip(link.party_no)) {
                Some((case, party)) => take_seat_in(tx, &held, case, party, account),
                None => Ok(Err(JoinRefused::Gone)),
            }
        })
        .await
}

/// Case number and party's name behind a seat; `NotFound` if there is no such party.
///
/// # Errors
/// Faults of the database.
pub async fn seat_names(
    app: &Arc<App>,
    case: CaseId,
    party: u32,
) -> StorageResult<(CaseNumber, String)> {
    app.store
        .read(move |tx| {
            let file = load(tx, case)?;
            let found = file.party(party).ok_or(StorageError::NotFound)?;
            Ok((file.number.clone(), found.name.clone()))
        })
        .await
}

/// The name of the party of a case that has this address on record and no account yet.
///
/// # Errors
/// Faults of the database.
pub async fn waiting_party(
    app: &Arc<App>,
    number: CaseNumber,
    email: String,
) -> StorageResult<Option<String>> {
    app.store
        .read(move |tx| {
            let Some(head) = storage::cases::find_head_by_number(tx, number.as_str())? else {
                return Ok(None);
            };
            let file = load(tx, head.id)?;
            Ok(waiting(&file, &email).map(|party| party.name.clone()))
        })
        .await
}

/// The party of a case that has this address (in lower case) on record and no account yet.
pub fn waiting<'a>(file: &'a CaseFile, email: &str) -> Option<&'a Party> {
    file.parties.iter().find(|party| {
        party.account.is_none()
            && !party.email.is_empty()
            && party.email.to_lowercase() == email
            && file.is_served(party.no)
    })
}

/// Ties an account to the seat of a party that has the account's own confirmed address on record.
///
/// # Errors
/// Faults of the database.
pub async fn take_seat(
    app: &Arc<App>,
    number: CaseNumber,
    account: AccountId,
) -> StorageResult<Invited> {
    let held = Arc::clone(app);
    app.store
        .write_or_refuse(move |tx| {
            let row = accounts::get(tx, account)?;
            let Some(head) = storage::cases::find_head_by_number(tx, number.as_str())? else {
                return Ok(Err(JoinRefused::Gone));
            };
            let file = load(tx, head.id)?;
            match waiting(&file, &row.email) {
                Some(party) => take_seat_in(tx, &held, file.id, party.no, account),
                None => Ok(Err(JoinRefused::OtherAddress)),
            }
        })
        .await
}

fn take_seat_in(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    case: CaseId,
    party: u32,
    account: AccountId,
) -> StorageResult<Invited> {
    let account = accounts::get(tx, account)?;
    if account.confirmed_at.is_none() {
        return Ok(Err(JoinRefused::Unconfirmed));
    }
    let file = load(tx, case)?;
    let Some(found) = file.party(party) else {
        return Ok(Err(JoinRefused::Gone));
    };
    let actor = Actor {
        role: found.role,
        party: Some(party),
        account: Some(account.id),
        name: account.name.clone(),
        mandate: None,
        via: Via::Page,
    };
    let act = Act::Party(parties::Act::TakeSeat {
        party,
        account: account.id,
    });
    Ok(perform_in(tx, app, case, None, None, &actor, &act)?.map_err(JoinRefused::Act))
}
