//! The consumer complaint while it is written, and how it is sent: at once for a confirmed account; for
//! everybody else it waits, without any effect, until the address behind a letter is confirmed.

use super::drafts::notices::{NotConfirmed, Reader, Waiting, account_of, letter};
use super::drafts::{self, Draft, Owner, Paper};
use super::filing::{self, Filed, file_in};
use crate::domain::Role;
use crate::domain::acts::Refusal;
use crate::domain::cases::Kind;
use crate::domain::complaints::{Complaint, Filing, Problem, Remedy};
use crate::domain::ids::{AccountId, DraftId, OrganisationId};
use crate::domain::money::Money;
use crate::domain::notices::{Declaration, NewSeller};
use crate::domain::parties::{Actor, Party, Via};
use crate::domain::procedures::{Attestation, Pack};
use crate::mail::letters::{Kind as LetterKind, LetterData};
use crate::services::doors::{self, NewLink};
use crate::startup::App;
use crate::storage::accounts::{self, AccountRow};
use crate::storage::drafts::DraftKind;
use crate::storage::queue;
use crate::storage::sessions::links::LinkPurpose;
use crate::storage::{self, ReadTx, StorageError, StorageResult, WriteTx};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The answers to a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ComplaintDraft {
    /// Order number or address
    pub order_reference: String,
    /// The marketplace, where it takes part here
    pub marketplace: Option<OrganisationId>,
    /// Its name
    pub marketplace_name: String,
    /// What was bought
    pub goods: String,
    /// Day of the order
    pub ordered_on: Option<Date>,
    /// The seller's name
    pub seller_name: String,
    /// The seller's address for letters, or empty
    pub seller_email: String,
    /// ISO 3166 code, or empty
    pub seller_country: String,
    /// A [`Problem`]
    pub problem: String,
    /// What went wrong
    pub statement: String,
    /// What was tried before, may be empty
    pub tried: String,
    /// Was that step answered, if with nothing?
    pub tried_seen: bool,
    /// A [`Remedy`]
    pub remedy: String,
    /// The amount wanted
    pub amount: Option<Money>,
    /// Evidence
    pub papers: Vec<Paper>,
    /// Was the step with the evidence answered, if with nothing?
    pub papers_seen: bool,
    /// The consumer's name
    pub your_name: String,
    /// Where letters go
    pub your_email: String,
    /// ISO 3166 code
    pub your_country: String,
    /// Language of the letters
    pub your_language: String,
    /// The procedure chosen, where several are for these parties; empty for the first
    pub rules: String,
    /// Declarations with their texts
    pub declarations: Vec<Declaration>,
    /// What was typed in a step and not yet checked, by step
    pub typed: BTreeMap<String, Vec<(String, String)>>,
    /// Set while a letter waits to be confirmed
    pub waiting: Option<Waiting>,
}

/// The steps of a complaint, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// What was bought
    Bought,
    /// From whom
    Seller,
    /// What went wrong
    Wrong,
    /// What was tried
    Tried,
    /// What would put it right
    Remedy,
    /// Evidence
    Evidence,
    /// Who complains
    You,
    /// Declarations
    Declarations,
    /// Everything once more, and send
    Check,
}

impl Step {
    /// Every step in order.
    pub const ALL: [Self; 9] = [
        Self::Bought,
        Self::Seller,
        Self::Wrong,
        Self::Tried,
        Self::Remedy,
        Self::Evidence,
        Self::You,
        Self::Declarations,
        Self::Check,
    ];

    /// The name in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bought => "bought",
            Self::Seller => "seller",
            Self::Wrong => "wrong",
            Self::Tried => "tried",
            Self::Remedy => "remedy",
            Self::Evidence => "evidence",
            Self::You => "you",
            Self::Declarations => "declarations",
            Self::Check => "check",
        }
    }

    /// Reads the name in an address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == text)
    }

    /// Its place, from 1.
    pub fn number(self) -> usize {
        Self::ALL
            .iter()
            .position(|step| *step == self)
            .unwrap_or_default()
            + 1
    }

    /// The step after it; the last one is followed by itself.
    pub fn next(self) -> Self {
        Self::ALL.get(self.number()).copied().unwrap_or(Self::Check)
    }

    /// The step before it.
    pub fn previous(self) -> Option<Self> {
        self.number()
            .checked_sub(2)
            .and_then(|index| Self::ALL.get(index))
            .copied()
    }
}

impl ComplaintDraft {
    /// The first step that is not answered yet; [`Step::Check`] when all are.
    pub fn first_open(&self, pack: &Pack) -> Step {
        let answered = |step| match step {
            Step::Bought => {
                !self.order_reference.is_empty()
                    && !self.marketplace_name.is_empty()
                    && !self.goods.is_empty()
            }
            Step::Seller => !self.seller_name.is_empty(),
            Step::Wrong => Problem::parse(&self.problem).is_some() && !self.statement.is_empty(),
            Step::Tried => self.tried_seen,
            Step::Remedy => Remedy::parse(&self.remedy)
                .is_some_and(|remedy| !remedy.needs_money() || self.amount.is_some()),
            Step::Evidence => self.papers_seen,
            Step::You => {
                !self.your_name.is_empty()
                    && !self.your_email.is_empty()
                    && !self.your_country.is_empty()
            }
            Step::Declarations => attestations(pack, "complaint")
                .iter()
                .all(|a| self.has_declared(a)),
            Step::Check => true,
        };
        Step::ALL
            .into_iter()
            .find(|step| !answered(*step))
            .unwrap_or(Step::Check)
    }

    fn has_declared(&self, attestation: &Attestation) -> bool {
        self.declarations
            .iter()
            .any(|d| d.id == attestation.id && d.version == attestation.version.to_string())
    }
}

/// The declarations that a document of a pack needs.
pub fn attestations<'a>(pack: &'a Pack, document: &str) -> Vec<&'a Attestation> {
    pack.document(document)
        .map(|document| pack.attestations_of(document).collect())
        .unwrap_or_default()
}

/// The procedures that are for the parties of a complaint, by where they are.
pub fn packs(app: &App, draft: &ComplaintDraft) -> Vec<Arc<Pack>> {
    let mut offered = filing::packs_for(app, Kind::Complaint);
    offered.retain(|pack| pack.is_for(&draft.your_country, &draft.seller_country));
    offered
}

/// The rules that a complaint falls under: those chosen, or the first that are for its parties.
///
/// # Errors
/// `NotFound` where no complaints are taken.
pub fn pack(app: &App, draft: &ComplaintDraft) -> StorageResult<Arc<Pack>> {
    let offered = packs(app, draft);
    let chosen = offered.iter().find(|pack| pack.id() == draft.rules);
    chosen
        .or(offered.first())
        .cloned()
        .ok_or(StorageError::NotFound)
}

/// What came of sending a complaint.
#[derive(Debug, Clone)]
pub enum Sent {
    /// It is filed
    Filed(Box<Filed>),
    /// A letter went to the sender; nothing has happened yet
    Waiting,
    /// Something is not answered yet
    Unfinished(Step),
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
    let row = drafts::find_in(tx, owner, id, app.now())?
        .filter(|row| row.kind == DraftKind::Complaint)
        .ok_or(StorageError::NotFound)?;
    if row.version != version {
        return Err(StorageError::Stale);
    }
    let draft: Draft<ComplaintDraft> = drafts::read(row)?;
    let pack = pack(app, &draft.data)?;
    let open = draft.data.first_open(&pack);
    if open != Step::Check {
        return Ok(Ok(Sent::Unfinished(open)));
    }
    let account = match reader.account {
        Some(account) => {
            Some(accounts::get(tx, account)?).filter(|account| account.confirmed_at.is_some())
        }
        None => None,
    };
    let Some(account) = account else {
        hold(tx, app, draft, reader)?;
        return Ok(Ok(Sent::Waiting));
    };
    Ok(file(tx, app, &draft, &pack, &account, reader)?.map(|filed| Sent::Filed(Box::new(filed))))
}

/// Keeps the complaint as waiting and writes to the sender's address.
fn hold(
    tx: &mut WriteTx<'_>,
    app: &App,
    mut draft: Draft<ComplaintDraft>,
    reader: &Reader,
) -> StorageResult<()> {
    let now = app.now();
    let email = draft.data.your_email.to_lowercase();
    draft.data.waiting = Some(Waiting {
        email: email.clone(),
        since: now,
    });
    drafts::save_in(
        tx,
        draft.id,
        draft.version,
        &draft.data,
        now,
        &draft.data.your_name,
    )?;
    let token = doors::create_in(tx, app, &NewLink::for_draft(draft.id, &email))?;
    let data = LetterData::new(LetterKind::ConfirmNotice)
        .secret_path(confirm_link(&token))
        .zone(&reader.zone);
    let row = letter(app, &draft.data.your_name, &email, reader, &data, now)?;
    queue::insert(tx, &[row])
}

/// Where the sender of a complaint confirms the address, which gives the complaint its effect.
pub fn confirm_link(token: &str) -> String {
    format!("/confirm-complaint/{token}")
}

/// A complaint that took effect because its sender's address was confirmed.
#[derive(Debug, Clone)]
pub struct Confirmation {
    /// The account that the address belongs to, made now if there was none
    pub account: AccountId,
    /// The case
    pub filed: Filed,
}

/// Spends the link of a letter: confirms the address, makes its account if there is none, and files
/// the complaint exactly as it was sent.
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
            .filter(|row| row.expires_at > now && row.kind == DraftKind::Complaint),
        None => None,
    };
    let Some(draft) = row.map(drafts::read::<ComplaintDraft>).transpose()? else {
        return Ok(Err(NotConfirmed::Changed));
    };
    let pack = pack(app, &draft.data)?;
    let as_sent = draft
        .data
        .waiting
        .as_ref()
        .is_some_and(|waiting| waiting.email == link.email);
    if !as_sent || draft.data.first_open(&pack) != Step::Check {
        return Ok(Err(NotConfirmed::Changed));
    }
    let reader = Reader {
        locale: draft.data.your_language.clone(),
        ..reader.clone()
    };
    let Some(account) = account_of(tx, app, &link.email, &draft.data.your_name, &reader)? else {
        return Ok(Err(NotConfirmed::Link));
    };
    let filed = file(tx, app, &draft, &pack, &account, &reader)?;
    Ok(filed
        .map(|filed| Confirmation {
            account: account.id,
            filed,
        })
        .map_err(NotConfirmed::Refused))
}

fn file(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    draft: &Draft<ComplaintDraft>,
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
        name: draft.data.your_name.clone(),
        mandate: None,
        via: Via::Page,
    };
    let key = drafts::form_key(draft.id);
    let filed = file_in(
        tx,
        app,
        &filing::Filing::Complaint(Box::new(filing)),
        &actor,
        Some(&key),
    )?;
    if filed.is_ok() {
        storage::drafts::delete(tx, draft.id)?;
    }
    Ok(filed)
}

/// The filing that a finished draft makes; `None` when an answer does not fit after all.
fn filing_of(
    tx: &mut ReadTx<'_>,
    draft: &ComplaintDraft,
    pack: &Pack,
    account: &AccountRow,
    reader: &Reader,
) -> StorageResult<Option<Filing>> {
    let (Some(problem), Some(remedy)) =
        (Problem::parse(&draft.problem), Remedy::parse(&draft.remedy))
    else {
        return Ok(None);
    };
    let complaint = Complaint {
        order_reference: draft.order_reference.clone(),
        marketplace_name: draft.marketplace_name.clone(),
        goods: draft.goods.clone(),
        ordered_on: draft.ordered_on,
        problem,
        statement: draft.statement.clone(),
        tried: draft.tried.clone(),
        remedy,
        amount: draft.amount.clone(),
        declarations: draft.declarations.clone(),
        missing: None,
        completions: Vec::new(),
    };
    let claimant = Party {
        no: 1,
        role: Role::Claimant,
        name: draft.your_name.clone(),
        email: account.email.clone(),
        country: draft.your_country.clone(),
        language: draft.your_language.clone(),
        zone: reader.zone.clone(),
        account: Some(account.id),
        organisation: None,
        address: String::new(),
    };
    Ok(Some(Filing {
        pack: pack.id().to_owned(),
        language: draft.your_language.clone(),
        claimant,
        seller: seller(tx, draft, pack)?,
        marketplaces: marketplaces(tx, draft, pack)?,
        complaint,
        exhibits: draft.papers.iter().map(Paper::exhibit).collect(),
    }))
}

/// The seller, with the account that the address belongs to.
fn seller(tx: &mut ReadTx<'_>, draft: &ComplaintDraft, pack: &Pack) -> StorageResult<NewSeller> {
    let mut seller = NewSeller {
        name: draft.seller_name.clone(),
        email: draft.seller_email.clone(),
        country: draft.seller_country.clone(),
        language: draft.your_language.clone(),
        zone: pack.about.zone.clone(),
        account: None,
    };
    if !seller.email.is_empty()
        && let Some(account) = accounts::find_by_email(tx, &seller.email.to_lowercase())?
            .filter(|a| a.confirmed_at.is_some() && a.disabled_at.is_none())
    {
        seller.account = Some(account.id);
        seller.language = account.locale;
        seller.zone = account.time_zone;
    }
    Ok(seller)
}

fn marketplaces(
    tx: &mut ReadTx<'_>,
    draft: &ComplaintDraft,
    pack: &Pack,
) -> StorageResult<Vec<Party>> {
    let Some(id) = draft.marketplace else {
        return Ok(Vec::new());
    };
    let organisation = accounts::get_organisation(tx, id)?;
    Ok(vec![Party {
        no: 0,
        role: Role::Marketplace,
        name: organisation.name,
        email: String::new(),
        country: organisation.country,
        language: draft.your_language.clone(),
        zone: pack.about.zone.clone(),
        account: None,
        organisation: Some(organisation.id),
        address: String::new(),
    }])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::procedures::Packs;

    #[test]
    fn a_draft_goes_on_where_it_stopped() {
        let packs = Packs::embedded().unwrap();
        let pack = packs.latest("consumer-odr").unwrap();
        let mut draft = ComplaintDraft::default();
        assert_eq!(draft.first_open(pack), Step::Bought);
        draft = ComplaintDraft {
            order_reference: "A1".into(),
            marketplace_name: "Harbour".into(),
            goods: "Lamp".into(),
            ..draft
        };
        assert_eq!(draft.first_open(pack), Step::Seller);
        draft = ComplaintDraft {
            seller_name: "Yunhe".into(),
            problem: "defective".into(),
            statement: "Dark".into(),
            tried_seen: true,
            remedy: "refund".into(),
            ..draft
        };
        assert_eq!(draft.first_open(pack), Step::Remedy);
        draft.amount = Some(Money {
            minor: 100,
            currency: "EUR".into(),
        });
        assert_eq!(draft.first_open(pack), Step::Evidence);
    }

    #[test]
    fn steps_follow_each_other() {
        assert_eq!(Step::Bought.previous(), None);
        assert_eq!(Step::Check.next(), Step::Check);
        for step in Step::ALL {
            assert_eq!(Step::parse(step.as_str()), Some(step));
        }
    }
}
