//! Turns the letters of a plan into rows of the outbox, one for each recipient, in the act's own
//! transaction. Words are put together when a letter is sent.

use crate::domain::Role;
use crate::domain::acts::{Addressee, Clock, ClockState, LetterOrder, Plan};
use crate::domain::cases::CaseFile;
use crate::domain::ids::{AccountId, CaseId, LetterId};
use crate::domain::notices::{Listing, MeasureAction};
use crate::domain::parties::{Actor, Party};
use crate::domain::procedures::Pack;
use crate::mail::letters::{LetterData, Occasion, Reader};
use crate::startup::{App, token_hash};
use crate::storage::accounts::{self, AccountFilter, AccountRow, StaffRole};
use crate::storage::queue::{self, LetterRow, LetterState};
use crate::storage::sessions::links::{self, LinkPurpose, LinkRow};
use crate::storage::{StorageError, StorageResult, WriteTx, cases};
use crate::urls;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// How long the link in a letter opens a case.
pub const ANSWER_LINK_DAYS: i64 = 30;

/// The entry whose letters are queued.
pub struct Sending<'a> {
    /// The case after the act
    pub file: &'a CaseFile,
    /// Its rules
    pub pack: &'a Pack,
    /// What the act caused
    pub plan: &'a Plan,
    /// Who acted
    pub actor: &'a Actor,
    /// Docket entry
    pub entry: u64,
    /// When it was recorded
    pub at: Timestamp,
}

/// Somebody a letter goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Recipient {
    name: String,
    email: String,
    account: Option<AccountId>,
    party: Option<u32>,
    role: Option<Role>,
    locale: String,
    zone: String,
    /// The link the letter carries: a door for people without an account, or an invitation
    door: Option<LinkPurpose>,
    mandate: Option<u32>,
}

/// Queues every letter of a plan. A recipient without an address gets none; the case page asks
/// marketplace and registry for the address of a seller whom nobody can reach.
///
/// # Errors
/// Faults of the database.
pub fn queue(tx: &mut WriteTx<'_>, app: &Arc<App>, sending: &Sending<'_>) -> StorageResult<()> {
    let mut rows = Vec::new();
    for order in &sending.plan.letters {
        for recipient in recipients(tx, sending.file, &order.to, sending.at)? {
            rows.push(letter(tx, app, sending, order, &recipient)?);
        }
    }
    queue::insert(tx, &rows)
}

fn letter(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    sending: &Sending<'_>,
    order: &LetterOrder,
    to: &Recipient,
) -> StorageResult<LetterRow> {
    let occasion = Occasion {
        file: sending.file,
        pack: sending.pack,
        plan: sending.plan,
        actor: sending.actor,
    };
    let reader = Reader {
        role: to.role,
        party: to.party,
        zone: &to.zone,
    };
    let mut data = LetterData::for_order(order, &occasion, &reader)
        .map_err(|e| StorageError::Other(e.to_string()))?;
    if let Some(purpose) = to.door {
        let token = app.token();
        links::insert(tx, &link(purpose, &token, sending.file.id, to, sending.at))?;
        data = data.secret_path(urls::letter_link(&token));
    }
    row(
        app,
        sending.file.id,
        Some(sending.entry),
        &data,
        to,
        sending.at,
    )
}

fn link(purpose: LinkPurpose, token: &str, case: CaseId, to: &Recipient, at: Timestamp) -> LinkRow {
    LinkRow {
        token_hash: token_hash(token).to_vec(),
        purpose,
        account_id: to.account,
        case_id: Some(case),
        party_no: to.party,
        email: to.email.clone(),
        payload: serde_json::json!({ "mandate": to.mandate }),
        created_at: at,
        expires_at: at + SignedDuration::from_hours(24 * ANSWER_LINK_DAYS),
        used_at: None,
    }
}

fn row(
    app: &App,
    case: CaseId,
    entry: Option<u64>,
    data: &LetterData,
    to: &Recipient,
    at: Timestamp,
) -> StorageResult<LetterRow> {
    Ok(LetterRow {
        id: LetterId(app.new_id()),
        case_id: Some(case),
        entry_no: entry.and_then(|no| u32::try_from(no).ok()),
        kind: data.kind.as_str().to_owned(),
        recipient_name: to.name.clone(),
        recipient_email: to.email.clone(),
        account_id: to.account,
        party_no: to.party,
        locale: to.locale.clone(),
        data: serde_json::to_value(data).map_err(|e| StorageError::Other(e.to_string()))?,
        subject: None,
        text_body: None,
        html_body: None,
        state: LetterState::Queued,
        attempts: 0,
        next_at: at,
        leased_until: None,
        lease_owner: None,
        reply: None,
        created_at: at,
        sent_at: None,
    })
}

fn recipients(
    tx: &mut WriteTx<'_>,
    file: &CaseFile,
    to: &Addressee,
    now: Timestamp,
) -> StorageResult<Vec<Recipient>> {
    let found = match to {
        Addressee::Party(no) => match file.party(*no) {
            Some(party) => party_recipients(tx, file, party, now)?,
            None => Vec::new(),
        },
        Addressee::Account(id) => accounts::find(tx, *id)?
            .filter(|row| row.disabled_at.is_none())
            .map(|row| of_account(&row, None, file_role(file, *id)))
            .into_iter()
            .collect(),
        Addressee::Address {
            email,
            name,
            mandate,
        } => {
            let party = mandate
                .and_then(|no| file.mandates.iter().find(|m| m.no == no))
                .map(|m| m.party);
            let account = accounts::find_by_email(tx, email)?;
            vec![Recipient {
                name: name.clone(),
                email: email.clone(),
                account: account.as_ref().map(|a| a.id),
                party,
                role: None,
                locale: account
                    .as_ref()
                    .map_or_else(|| file.language.clone(), |a| a.locale.clone()),
                zone: account.map_or_else(String::new, |a| a.time_zone),
                door: Some(LinkPurpose::Invitation),
                mandate: *mandate,
            }]
        }
        Addressee::Registry => {
            let staff = AccountFilter {
                staff_role: Some(StaffRole::CaseManager),
                ..AccountFilter::default()
            };
            let rows = accounts::list(tx, &staff, 50)?;
            rows.iter()
                .filter(|row| row.disabled_at.is_none())
                .map(|row| of_account(row, None, Some(Role::CaseManager)))
                .collect()
        }
    };
    Ok(found
        .into_iter()
        .filter(|recipient| !recipient.email.is_empty())
        .collect())
}

fn file_role(file: &CaseFile, account: AccountId) -> Option<Role> {
    file.seats
        .iter()
        .any(|s| s.account == account)
        .then_some(Role::Arbitrator)
}

fn of_account(row: &AccountRow, party: Option<u32>, role: Option<Role>) -> Recipient {
    Recipient {
        name: row.name.clone(),
        email: row.email.clone(),
        account: Some(row.id),
        party,
        role,
        locale: row.locale.clone(),
        zone: row.time_zone.clone(),
        door: None,
        mandate: None,
    }
}

/// A party and its live representatives; for a marketplace, its officers. Officers and representatives who were
/// shut out get nothing; a party goes on being told, since its dates go on running.
fn party_recipients(
    tx: &mut WriteTx<'_>,
    file: &CaseFile,
    party: &Party,
    now: Timestamp,
) -> StorageResult<Vec<Recipient>> {
    let mut to = Vec::new();
    if party.role == Role::Marketplace {
        if let Some(organisation) = party.organisation {
            let members = accounts::list_members(tx, organisation)?;
            to.extend(
                members
                    .iter()
                    .filter(|(_, row)| row.disabled_at.is_none())
                    .map(|(_, row)| of_account(row, Some(party.no), Some(Role::Marketplace))),
            );
        }
        return Ok(to);
    }
    let account = match party.account {
        Some(id) => accounts::find(tx, id)?,
        None => None,
    };
    match account {
        Some(row) => to.push(of_account(&row, Some(party.no), Some(party.role))),
        None => to.push(Recipient {
            name: party.name.clone(),
            email: party.email.clone(),
            account: None,
            party: Some(party.no),
            role: Some(party.role),
            locale: party.language.clone(),
            zone: party.zone.clone(),
            door: Some(LinkPurpose::Answer),
            mandate: None,
        }),
    }
    for mandate in file
        .mandates
        .iter()
        .filter(|m| m.party == party.no && m.is_live(now))
    {
        if let Some(id) = mandate.account
            && let Some(row) = accounts::find(tx, id)?
            && row.disabled_at.is_none()
        {
            to.push(of_account(&row, Some(party.no), Some(party.role)));
        }
    }
    Ok(to)
}

/// Sends a new door to a party that has an address and no account, or to the account it has.
/// Answers `false` when the address is not the one on record.
///
/// # Errors
/// Faults of the database.
pub fn renew_door(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    case: CaseId,
    email: &str,
    now: Timestamp,
) -> StorageResult<bool> {
    let file = super::acts::load(tx, case)?;
    let known: Vec<Party> = file
        .parties
        .iter()
        .filter(|p| !p.email.is_empty() && p.email.eq_ignore_ascii_case(email))
        .filter(|p| file.is_served(p.no))
        .cloned()
        .collect();
    let mut rows = Vec::new();
    for party in &known {
        let to = Recipient {
            name: party.name.clone(),
            email: party.email.clone(),
            account: party.account,
            party: Some(party.no),
            role: Some(party.role),
            locale: party.language.clone(),
            zone: party.zone.clone(),
            door: Some(LinkPurpose::Answer),
            mandate: None,
        };
        let order = LetterOrder {
            kind: "answer-link".into(),
            to: Addressee::Party(party.no),
            track: file.track_of(party.no).map(|t| t.no),
            clock: None,
            quote: None,
            listings: Vec::new(),
            args: std::collections::BTreeMap::new(),
            page: String::new(),
        };
        let pack = super::acts::pinned(app, &file)?;
        let (plan, actor) = (Plan::default(), Actor::system());
        let occasion = Occasion {
            file: &file,
            pack: &pack,
            plan: &plan,
            actor: &actor,
        };
        let reader = Reader {
            role: to.role,
            party: to.party,
            zone: &to.zone,
        };
        let token = app.token();
        links::insert(tx, &link(LinkPurpose::Answer, &token, case, &to, now))?;
        let data = LetterData::for_order(&order, &occasion, &reader)
            .map_err(|e| StorageError::Other(e.to_string()))?;
        rows.push(row(
            app,
            case,
            None,
            &data.secret_path(urls::letter_link(&token)),
            &to,
            now,
        )?);
    }
    queue::insert(tx, &rows)?;
    Ok(!rows.is_empty())
}

/// Queues the reminder of a clock that is due and sets the next one. `false` when the clock no
/// longer runs or another node was first.
///
/// # Errors
/// Faults of the database.
pub fn remind(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    case: CaseId,
    no: u32,
    now: Timestamp,
) -> StorageResult<bool> {
    let Some(stored) = cases::clocks::find(tx, case, no)? else {
        return Ok(false);
    };
    if stored.remind_at.is_none_or(|at| at > now) {
        return Ok(false);
    }
    let file = super::acts::load(tx, case)?;
    let pack = super::acts::pinned(app, &file)?;
    if let Some(obligation) = super::project::obligation_of(no) {
        let days = super::project::OBLIGATION_REMIND_DAYS;
        let waits = stored.rule == super::project::SILENCE_RULE;
        let found = file.obligations.iter().find(|o| o.no == obligation);
        let to: Vec<Party> = found
            .and_then(|o| file.party(if waits { o.creditor } else { o.debtor }))
            .cloned()
            .into_iter()
            .collect();
        let form = if waits { "confirm" } else { "perform" };
        return remind_settlement(tx, app, &file, &stored, days, (form, &to), now);
    }
    if let Some(offer) = super::project::offer_of(no) {
        let days = super::project::OFFER_REMIND_DAYS;
        let to = asked_by_offer(&file, offer);
        return remind_settlement(tx, app, &file, &stored, days, ("offer", &to), now);
    }
    let Some(clock) = file
        .clocks
        .iter()
        .find(|c| c.no == no && c.state == ClockState::Running)
        .cloned()
    else {
        return Ok(false);
    };
    let days = pack
        .clock(&clock.rule)
        .map(|rule| rule.remind_days.clone())
        .unwrap_or_default();
    cases::clocks::set_reminder(
        tx,
        case,
        no,
        super::project::next_reminder(&days, clock.due_at, now),
    )?;
    let mut rows = Vec::new();
    for addressee in reminded(&file, &clock) {
        for to in recipients(tx, &file, &addressee, now)? {
            let reader = Reader {
                role: to.role,
                party: to.party,
                zone: &to.zone,
            };
            let data = LetterData::reminder(&clock, &file, &pack, &reader);
            rows.push(remind_row(tx, app, &file, data, &to, now)?);
        }
    }
    queue::insert(tx, &rows)?;
    Ok(!rows.is_empty())
}

/// Whom a clock waits for. One that belongs to nobody, such as the time of talks, is for both sides; of a
/// proposal on the table for those who have not accepted it.
fn reminded(file: &CaseFile, clock: &Clock) -> Vec<Addressee> {
    let party = |party: &Party| Addressee::Party(party.no);
    match clock.owner {
        Role::Claimant => file.claimant().map(party).into_iter().collect(),
        Role::Respondent => file
            .respondent(clock.track)
            .map(party)
            .into_iter()
            .collect(),
        Role::Marketplace => {
            // In a window to put listings back there is something to do once that is ordered.
            let is_ordered = |l: &Listing| {
                let order = l.order.as_ref();
                order.is_some_and(|order| order.action == MeasureAction::Restore)
            };
            if clock.earliest_at.is_some() && !file.listings_of(clock.track).any(is_ordered) {
                return Vec::new();
            }
            let concerned = |p: &&Party| {
                let mut listings = file.listings_of(clock.track);
                listings.any(|l| l.marketplace.is_some() && l.marketplace == p.organisation)
            };
            file.parties_of(Role::Marketplace)
                .filter(concerned)
                .map(party)
                .collect()
        }
        Role::Arbitrator => file
            .sitting(clock.track)
            .map(|seat| Addressee::Account(seat.account))
            .into_iter()
            .collect(),
        Role::CaseManager | Role::Administrator => vec![Addressee::Registry],
        Role::System => {
            let proposal = file
                .open_offer(clock.track)
                .filter(|offer| offer.by == Role::CaseManager);
            match proposal {
                Some(offer) => asked_by_offer(file, offer.no).iter().map(party).collect(),
                None => [file.claimant(), file.respondent(clock.track)]
                    .into_iter()
                    .flatten()
                    .map(party)
                    .collect(),
            }
        }
    }
}

/// The parties that an open offer waits for.
fn asked_by_offer(file: &CaseFile, no: u32) -> Vec<Party> {
    let Some(offer) = file.offers.iter().find(|o| o.no == no) else {
        return Vec::new();
    };
    let sides = [file.claimant(), file.respondent(offer.track)];
    sides
        .into_iter()
        .flatten()
        .filter(|party| party.role != offer.by && !offer.accepted_by.contains(&party.role))
        .cloned()
        .collect()
}

/// Reminds of an offer or an obligation and sets the next reminder: letter variant, and who gets it.
fn remind_settlement(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    file: &CaseFile,
    stored: &cases::clocks::ClockRow,
    days: &[u32],
    (variant, to): (&str, &[Party]),
    now: Timestamp,
) -> StorageResult<bool> {
    let next = super::project::next_reminder(days, stored.due_at, now);
    cases::clocks::set_reminder(tx, file.id, stored.no, next)?;
    let mut rows = Vec::new();
    for party in to {
        for to in party_recipients(tx, file, party, now)? {
            let mut data = LetterData::new(crate::mail::letters::Kind::Reminder)
                .variant(variant)
                .zone(&to.zone)
                .due(stored.due_at);
            data.case_number = Some(file.number.to_string());
            data.reader = to.role;
            data.case_language = Some(file.language.clone());
            let data = data.path(urls::settlement(&file.number));
            rows.push(remind_row(tx, app, file, data, &to, now)?);
        }
    }
    queue::insert(tx, &rows)?;
    Ok(!rows.is_empty())
}

fn remind_row(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    file: &CaseFile,
    mut data: LetterData,
    to: &Recipient,
    now: Timestamp,
) -> StorageResult<LetterRow> {
    if let Some(purpose) = to.door {
        let token = app.token();
        links::insert(tx, &link(purpose, &token, file.id, to, now))?;
        data = data.secret_path(urls::letter_link(&token));
    }
    row(app, file.id, None, &data, to, now)
}
