//! Sending a notice: filed at once for a confirmed account; for everybody else it waits, without any
//! effect, until the address behind a letter is confirmed.

use super::{NoticeDraft, Step};
use crate::domain::Role;
use crate::domain::acts::{Receipt, Refusal};
use crate::domain::evidence::{ExhibitKind, NewExhibit};
use crate::domain::ids::{AccountId, DraftId, LetterId};
use crate::domain::notices::{
    Filing, MeasureAction, NewListing, NewSeller, Notice, Right, RightKind,
};
use crate::domain::parties::{Actor, Party, Via};
use crate::domain::procedures::Pack;
use crate::mail::letters::{Kind, LetterData};
use crate::services::doors::{self, NewLink};
use crate::services::drafts::{self, Draft, Owner};
use crate::services::filing::{self, Filed, file_in};
use crate::startup::App;
use crate::storage::accounts::{self, AccountRow, OrganisationKind};
use crate::storage::drafts::DraftKind;
use crate::storage::queue::{self, LetterRow, LetterState};
use crate::storage::sessions::links::LinkPurpose;
use crate::storage::{self, ReadTx, StorageError, StorageResult, WriteTx};
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
    if let Some(filed) = sent_before(tx, id)? {
        return Ok(Ok(Sent::Filed(Box::new(filed))));
    }
    let row = drafts::find_in(tx, owner, id, app.now())?.ok_or(StorageError::NotFound)?;
    if row.version != version {
        return Err(StorageError::Stale);
    }
    let draft: Draft<NoticeDraft> = drafts::read(row)?;
    let pack = app.packs.latest(&draft.data.pack);
    let open = draft.data.first_open(pack.map(Arc::as_ref));
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
    let filed = file(tx, app, &draft, pack, &account, reader)?;
    Ok(filed.map(|filed| Sent::Filed(Box::new(filed))))
}

/// The case that a draft became, if it was sent before.
fn sent_before(tx: &mut ReadTx<'_>, id: DraftId) -> StorageResult<Option<Filed>> {
    let key = drafts::form_key(id);
    let Some(known) = storage::api::find_receipt(tx, &key)? else {
        return Ok(None);
    };
    let receipt: Receipt = serde_json::from_value(known.receipt)
        .map_err(|_| StorageError::corrupt("form_keys", "receipt", &key))?;
    Ok(known.case_id.map(|case| Filed {
        case,
        receipt,
        left_out: Vec::new(),
    }))
}

fn file(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    draft: &Draft<NoticeDraft>,
    pack: &Pack,
    account: &AccountRow,
    reader: &Reader,
) -> StorageResult<Result<Filed, Refusal>> {
    let Some(filing) = filing_of(tx, &draft.data, pack, account, reader)? else {
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
        .packs
        .latest(&draft.data.pack)
        .filter(|pack| as_sent && draft.data.first_open(Some(pack)) == Step::Check);
    let Some(pack) = pack else {
        return Ok(Err(NotConfirmed::Changed));
    };
    let Some(account) = account_of(tx, app, &link.email, &draft.data.sender.name, reader)? else {
        return Ok(Err(NotConfirmed::Link));
    };
    Ok(file(tx, app, &draft, pack, &account, reader)?
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
        accounts::mark_confirmed(tx, known.id, now)?;
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

/// The filing that a finished draft makes; `None` when an answer does not fit after all.
pub(super) fn filing_of(
    tx: &mut ReadTx<'_>,
    draft: &NoticeDraft,
    pack: &Pack,
    account: &AccountRow,
    reader: &Reader,
) -> StorageResult<Option<Filing>> {
    let (Some(kind), Some(asked)) = (
        RightKind::parse(&draft.right.kind),
        MeasureAction::parse(&draft.asked),
    ) else {
        return Ok(None);
    };
    let right = Right {
        kind,
        number: draft.right.number.clone(),
        territory: draft.right.territory.clone(),
        owner: draft.right.owner.clone(),
        proof: draft.right.proof.clone(),
    };
    let notice = Notice {
        right,
        statement: draft.statement.clone(),
        asked,
        declarations: draft.declarations.clone(),
        capacity: draft.sender.capacity.clone(),
    };
    Ok(Some(Filing {
        pack: pack.id().to_owned(),
        language: reader.locale.clone(),
        claimant: claimant(tx, draft, account)?,
        notice,
        sellers: sellers(tx, draft, pack, reader)?,
        marketplaces: marketplaces(tx, draft, pack, reader)?,
        listings: draft.listings.iter().map(listing).collect(),
        exhibits: exhibits(draft),
    }))
}

fn claimant(
    tx: &mut ReadTx<'_>,
    draft: &NoticeDraft,
    account: &AccountRow,
) -> StorageResult<Party> {
    // Only an owner's own company is the party; a law firm that acts for an owner is not.
    let organisation = match account.organisation_id {
        Some(id) if draft.sender.capacity == "owner" => Some(accounts::get_organisation(tx, id)?)
            .filter(|o| o.kind == OrganisationKind::Company),
        _ => None,
    };
    Ok(Party {
        no: 1,
        role: Role::Claimant,
        name: draft.sender.name.clone(),
        email: account.email.clone(),
        country: draft.sender.country.clone(),
        language: account.locale.clone(),
        zone: account.time_zone.clone(),
        account: Some(account.id),
        organisation: organisation.map(|o| o.id),
        address: draft.sender.address.clone(),
    })
}

/// Each seller once, by name, with the account that the address belongs to.
fn sellers(
    tx: &mut ReadTx<'_>,
    draft: &NoticeDraft,
    pack: &Pack,
    reader: &Reader,
) -> StorageResult<Vec<NewSeller>> {
    let mut sellers: Vec<NewSeller> = Vec::new();
    for listing in draft
        .listings
        .iter()
        .filter(|listing| !listing.seller.is_empty())
    {
        if let Some(known) = sellers
            .iter_mut()
            .find(|seller| seller.name.to_lowercase() == listing.seller.to_lowercase())
        {
            if known.email.is_empty() {
                listing.seller_email.clone_into(&mut known.email);
            }
            continue;
        }
        sellers.push(NewSeller {
            name: listing.seller.clone(),
            email: listing.seller_email.clone(),
            country: String::new(),
            language: reader.locale.clone(),
            zone: pack.about.zone.clone(),
            account: None,
        });
    }
    for seller in sellers.iter_mut().filter(|seller| !seller.email.is_empty()) {
        let account = accounts::find_by_email(tx, &seller.email.to_lowercase())?;
        if let Some(account) = account
            .filter(|account| account.confirmed_at.is_some() && account.disabled_at.is_none())
        {
            seller.account = Some(account.id);
            seller.language = account.locale;
            seller.zone = account.time_zone;
        }
    }
    Ok(sellers)
}

fn marketplaces(
    tx: &mut ReadTx<'_>,
    draft: &NoticeDraft,
    pack: &Pack,
    reader: &Reader,
) -> StorageResult<Vec<Party>> {
    let mut ids = Vec::new();
    for id in draft
        .listings
        .iter()
        .filter_map(|listing| listing.marketplace)
    {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter()
        .map(|id| {
            let organisation = accounts::get_organisation(tx, id)?;
            Ok(Party {
                no: 0,
                role: Role::Marketplace,
                name: organisation.name,
                email: String::new(),
                country: organisation.country,
                language: reader.locale.clone(),
                zone: pack.about.zone.clone(),
                account: None,
                organisation: Some(organisation.id),
                address: String::new(),
            })
        })
        .collect()
}

fn listing(listing: &super::ListingDraft) -> NewListing {
    NewListing {
        marketplace: listing.marketplace,
        marketplace_name: listing.marketplace_name.clone(),
        url: listing.url.clone(),
        item: listing.item.clone(),
        title: listing.title.clone(),
        seller: listing.seller.clone(),
        wrong: listing.wrong.clone(),
    }
}

/// The proof of the right comes first, then the papers in the order they were given.
fn exhibits(draft: &NoticeDraft) -> Vec<NewExhibit> {
    let proof = draft.right.proof.iter().map(|file| NewExhibit {
        file: file.clone(),
        title: String::new(),
        kind: ExhibitKind::Registration,
        description: String::new(),
        claim: 0,
    });
    proof
        .chain(draft.papers.iter().map(drafts::Paper::exhibit))
        .collect()
}

/// The listings of a draft that an open case of the same right already holds.
///
/// # Errors
/// Faults of the database.
pub async fn duplicates(
    app: &Arc<App>,
    draft: &NoticeDraft,
) -> StorageResult<Vec<filing::Duplicate>> {
    let Some(kind) = RightKind::parse(&draft.right.kind) else {
        return Ok(Vec::new());
    };
    let right = Right {
        kind,
        number: draft.right.number.clone(),
        territory: draft.right.territory.clone(),
        owner: draft.right.owner.clone(),
        proof: Vec::new(),
    };
    let nobody = Party {
        no: 1,
        role: Role::Claimant,
        name: String::new(),
        email: String::new(),
        country: String::new(),
        language: String::new(),
        zone: String::new(),
        account: None,
        organisation: None,
        address: String::new(),
    };
    // Only the right and the listings are compared.
    let question = Filing {
        pack: draft.pack.clone(),
        language: String::new(),
        claimant: nobody,
        notice: Notice {
            right,
            statement: String::new(),
            asked: MeasureAction::Hide,
            declarations: Vec::new(),
            capacity: String::new(),
        },
        sellers: Vec::new(),
        marketplaces: Vec::new(),
        listings: draft.listings.iter().map(listing).collect(),
        exhibits: Vec::new(),
    };
    filing::duplicates(app, question).await
}
