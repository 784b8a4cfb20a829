//! Sending a notice: filed at once for a confirmed account; for everybody else it waits, without any
//! effect, until the address behind a letter is confirmed.

use super::{NoticeDraft, Step};
use crate::domain::Role;
use crate::domain::acts::Refusal;
use crate::domain::ids::{AccountId, DraftId, LetterId};
use crate::domain::parties::{Actor, Via};
use crate::domain::procedures::Pack;
use crate::mail::letters::{Kind, LetterData};
use crate::services::doors::{self, NewLink};
use crate::services::drafts::{self, Draft, Owner};
use crate::services::filing::{self, Filed, file_in};
use crate::startup::App;
use crate::storage::accounts::{self, AccountRow};
use crate::storage::drafts::DraftKind;
use crate::storage::queue::{self, LetterRow, LetterState};
use crate::storage::sessions::links::LinkPurpose;
use crate::storage::{self, StorageError, StorageResult, WriteTx};
use crate::urls;
use jiff::Timestamp;
use std::sync::Arc;

/// The person at the page, as far as letters go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// The account signed in
    pub account: Option<AccountId>,
    /// Language of pages and letters
    pub locale: String,
    /// IANA zone
    pub zone: String,
}

/// What came of sending a notice.
#[derive(Debug, Clone)]
pub enum Sent {
    /// It is filed
    Filed(Box<Filed>),
    /// A letter went to this address; nothing has happened yet
    Waiting {
        /// The address
        email: String,
    },
    /// Something is not answered yet
    Unfinished(Step),
}

/// A notice that took effect because its sender's address was confirmed.
#[derive(Debug, Clone)]
pub struct Confirmation {
    /// The account that the address belongs to, made now if there was none
    pub account: AccountId,
    /// The case
    pub filed: Filed,
}

/// Why a confirmation did not file a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotConfirmed {
    /// The link was used before, or its time is over
    Link,
    /// The notice was changed or thrown away after the letter
    Changed,
    /// The rules say no
    Refused(Refusal),
}

/// Sends a draft. Sent twice, the first receipt is given again.
///
/// # Errors
/// `NotFound` for a draft of somebody else, `Stale` when another window saved it meanwhile; the inner
/// error is a refusal. After any of them nothing has changed.
pub async fn send(
    app: &Arc<App>,
    owner: &Owner,
    id: DraftId,
    version: u32,
    reader: &Reader,
) -> StorageResult<Result<Sent, Refusal>> {
    let (held, owner, reader) = (Arc::clone(app), owner.clone(), reader.clone());
    app.store
        .write_or_refuse(move |tx| send_in(tx, &held, &owner, id, version, &reader))
        .await
}

fn send_in(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    owner: &Owner,
    id: DraftId,
    version: u32,
    reader: &Reader,
) -> StorageResult<Result<Sent, Refusal>> {
    if let Some(filed) = drafts::filed_before(tx, id)? {
        return Ok(Ok(Sent::Filed(Box::new(filed))));
    }
    let row = drafts::find_in(tx, owner, id, app.now())?.ok_or(StorageError::NotFound)?;
    if row.version != version {
        return Err(StorageError::Stale);
    }
    let draft: Draft<NoticeDraft> = drafts::read(row)?;
    let pack = app.pack(&draft.data.pack);
    let open = draft.data.first_open(pack.as_deref());
    let (Some(pack), Step::Check) = (pack, open) else {
        return Ok(Ok(Sent::Unfinished(open)));
    };
    let account = match reader.account {
        Some(account) => {
            Some(accounts::get(tx, account)?).filter(|account| account.confirmed_at.is_some())
        }
        None => None,
    };
    let Some(account) = account else {
        return hold(tx, app, draft, reader).map(|email| Ok(Sent::Waiting { email }));
    };
    let filed = file(tx, app, &draft, &pack, &account, reader)?;
    Ok(filed.map(|filed| Sent::Filed(Box::new(filed))))
}

fn file(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    draft: &Draft<NoticeDraft>,
    pack: &Pack,
    account: &AccountRow,
    reader: &Reader,
) -> StorageResult<Result<Filed, Refusal>> {
    let Some(filing) = super::filing::filing_of(tx, &draft.data, pack, account, reader)? else {
        return Ok(Err(Refusal::Missing {
            what: "opening".into(),
        }));
    };
    let actor = Actor {
        role: Role::Claimant,
        party: Some(1),
        account: Some(account.id),
        name: account.name.clone(),
        mandate: None,
        via: Via::Page,
    };
    let key = drafts::form_key(draft.id);
    let filed = file_in(
        tx,
        app,
        &filing::Filing::Notice(Box::new(filing)),
        &actor,
        Some(&key),
    )?;
    if filed.is_ok() {
        storage::drafts::delete(tx, draft.id)?;
    }
    Ok(filed)
}

/// Keeps the notice as waiting and writes to the sender's address.
fn hold(
    tx: &mut WriteTx<'_>,
    app: &App,
    mut draft: Draft<NoticeDraft>,
    reader: &Reader,
) -> StorageResult<String> {
    let now = app.now();
    let email = draft.data.sender.email.to_lowercase();
    draft.data.waiting = Some(super::Waiting {
        email: email.clone(),
        since: now,
    });
    drafts::save_in(
        tx,
        draft.id,
        draft.version,
        &draft.data,
        now,
        &draft.data.sender.name,
    )?;
    let token = doors::create_in(tx, app, &NewLink::for_draft(draft.id, &email))?;
    let data = LetterData::new(Kind::ConfirmNotice)
        .secret_path(urls::confirm_notice_link(&token))
        .zone(&reader.zone);
    let row = letter(app, &draft.data.sender.name, &email, reader, &data, now)?;
    queue::insert(tx, &[row])?;
    Ok(email)
}

pub(in crate::services) fn letter(
    app: &App,
    name: &str,
    email: &str,
    reader: &Reader,
    data: &LetterData,
    now: Timestamp,
) -> StorageResult<LetterRow> {
    Ok(LetterRow {
        id: LetterId(app.new_id()),
        case_id: None,
        entry_no: None,
        kind: data.kind.as_str().to_owned(),
        recipient_name: name.to_owned(),
        recipient_email: email.to_owned(),
        account_id: None,
        party_no: None,
        locale: reader.locale.clone(),
        data: serde_json::to_value(data).map_err(|error| StorageError::Other(error.to_string()))?,
        subject: None,
        text_body: None,
        html_body: None,
        state: LetterState::Queued,
        attempts: 0,
        next_at: now,
        leased_until: None,
        lease_owner: None,
        reply: None,
        created_at: now,
        sent_at: None,
    })
}

/// Spends the link of a letter: confirms the address, makes its account if there is none, and files
/// the notice exactly as it was sent.
///
/// # Errors
/// The inner error says why nothing was filed; then nothing has changed and the link still works.
pub async fn confirm(
    app: &Arc<App>,
    token: &str,
    reader: &Reader,
) -> StorageResult<Result<Confirmation, NotConfirmed>> {
    let (held, token, reader) = (Arc::clone(app), token.to_owned(), reader.clone());
    app.store
        .write_or_refuse(move |tx| confirm_in(tx, &held, &token, &reader))
        .await
}

fn confirm_in(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    token: &str,
    reader: &Reader,
) -> StorageResult<Result<Confirmation, NotConfirmed>> {
    let now = app.now();
    let Some(link) = doors::spend_in(tx, LinkPurpose::ConfirmNotice, token, now)? else {
        return Ok(Err(NotConfirmed::Link));
    };
    let id = link
        .payload
        .get("draft")
        .and_then(|id| id.as_str())
        .and_then(|id| id.parse::<DraftId>().ok());
    let row = match id {
        Some(id) => storage::drafts::find(tx, id)?
            .filter(|row| row.expires_at > now && row.kind == DraftKind::Notice),
        None => None,
    };
    let Some(draft) = row.map(drafts::read::<NoticeDraft>).transpose()? else {
        return Ok(Err(NotConfirmed::Changed));
    };
    let as_sent = draft
        .data
        .waiting
        .as_ref()
        .is_some_and(|waiting| waiting.email == link.email);
    let pack = app
        .pack(&draft.data.pack)
        .filter(|pack| as_sent && draft.data.first_open(Some(pack)) == Step::Check);
    let Some(pack) = pack else {
        return Ok(Err(NotConfirmed::Changed));
    };
    let Some(account) = account_of(tx, app, &link.email, &draft.data.sender.name, reader)? else {
        return Ok(Err(NotConfirmed::Link));
    };
    Ok(file(tx, app, &draft, &pack, &account, reader)?
        .map(|filed| Confirmation {
            account: account.id,
            filed,
        })
        .map_err(NotConfirmed::Refused))
}

/// The account of an address that was just confirmed; `None` for one that was shut.
pub(in crate::services) fn account_of(
    tx: &mut WriteTx<'_>,
    app: &App,
    email: &str,
    name: &str,
    reader: &Reader,
) -> StorageResult<Option<AccountRow>> {
    let now = app.now();
    if let Some(known) = accounts::find_by_email(tx, email)? {
        if known.disabled_at.is_some() {
            return Ok(None);
        }
        // Whoever chose a password before the address was confirmed may not be its owner.
        crate::services::accounts::confirm_owner_in(tx, &known, now)?;
        return accounts::find(tx, known.id);
    }
    let row = AccountRow {
        id: AccountId(app.new_id()),
        email: email.to_owned(),
        name: name.to_owned(),
        locale: reader.locale.clone(),
        time_zone: reader.zone.clone(),
        password_hash: None,
        confirmed_at: Some(now),
        staff_role: None,
        organisation_id: None,
        created_at: now,
        disabled_at: None,
        theme: None,
    };
    accounts::insert(tx, &row)?;
    Ok(Some(row))
}
