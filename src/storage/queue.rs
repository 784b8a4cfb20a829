//! Letters to send and what became of them. A worker claims letters under a lease; if it dies, the lease ends and
//! another worker takes them. Only the holder of the lease may report the result.

use super::connection::MultiBackend;
use super::dialect::{PgSuffix, each, on_both};
use super::schema::letters;
use super::types::{DbInstant, DbJson, DbNumber, row, text_enum};
use super::{ReadTx, StorageError, StorageResult, WriteTx};
use crate::domain::ids::{AccountId, CaseId, LetterId};
use diesel::prelude::*;
use jiff::Timestamp;
use serde_json::Value;

text_enum! {
    /// What became of a letter.
    LetterState {
        /// Waits to be sent, for the first time or again.
        Queued = "queued",
        /// The mail server took it.
        Sent = "sent",
        /// The mail server refused it for good.
        Refused = "refused",
        /// It came back after it was sent.
        Bounced = "bounced",
        /// Given up after several tries.
        Failed = "failed",
    }
}

row! {
    letters:
    /// A letter to one recipient.
    pub struct LetterRow {
        /// Key; also in the message's own id, so that a reply finds it.
        pub id: LetterId,
        /// The case it is about.
        pub case_id: Option<CaseId>,
        /// The docket entry that caused it.
        pub entry_no: Option<u32>,
        /// Which letter.
        pub kind: String,
        /// Whom it is for.
        pub recipient_name: String,
        /// Where it goes.
        pub recipient_email: String,
        /// The recipient's account.
        pub account_id: Option<AccountId>,
        /// The party it is for.
        pub party_no: Option<u32>,
        /// Its language.
        pub locale: String,
        /// What its text is made of.
        pub data: Value,
        /// As sent.
        pub subject: Option<String>,
        /// As sent.
        pub text_body: Option<String>,
        /// As sent.
        pub html_body: Option<String>,
        /// What became of it.
        pub state: LetterState,
        /// How often a worker took it.
        pub attempts: i32,
        /// When it is due.
        pub next_at: Timestamp,
        /// Until when a worker holds it.
        pub leased_until: Option<Timestamp>,
        /// Which worker.
        pub lease_owner: Option<String>,
        /// What the mail server said last.
        pub reply: Option<String>,
        /// When it was written.
        pub created_at: Timestamp,
        /// When the mail server took it.
        pub sent_at: Option<Timestamp>,}
}

/// A letter as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentText {
    /// Subject line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
}

/// Queues letters.
pub fn insert(tx: &mut WriteTx<'_>, rows: &[LetterRow]) -> StorageResult<()> {
    // 21 values a row; SQLite takes 32,766 in a statement.
    for part in rows.chunks(500) {
        on_both!(tx.connection(), c => diesel::insert_into(letters::table).values(part).execute(c))?;
    }
    Ok(())
}

/// Takes up to `limit` letters that are due and held by nobody, for `owner` until `leased_until`. For
/// [`super::Store::write_rc`].
pub fn claim(
    tx: &mut WriteTx<'_>,
    owner: &str,
    now: Timestamp,
    leased_until: Timestamp,
    limit: i64,
) -> StorageResult<Vec<LetterRow>> {
    let due = letters::table
        .filter(letters::state.eq(LetterState::Queued))
        .filter(letters::next_at.le(DbInstant(now)))
        .filter(
            letters::leased_until
                .is_null()
                .or(letters::leased_until.le(DbInstant(now))),
        )
        .order((letters::next_at, letters::id))
        .limit(limit)
        .select(letters::id);
    let ids: Vec<LetterId> =
        each(PgSuffix(due, " FOR UPDATE SKIP LOCKED")).load(tx.connection())?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    diesel::update(letters::table.filter(letters::id.eq_any(&ids)))
        .set((
            letters::leased_until.eq(DbInstant(leased_until)),
            letters::lease_owner.eq(Some(owner)),
            letters::attempts.eq(letters::attempts + 1),
        ))
        .execute(tx.connection())?;
    Ok(letters::table
        .filter(letters::id.eq_any(&ids))
        .order((letters::next_at, letters::id))
        .select(LetterRow::as_select())
        .load(tx.connection())?)
}

/// Reports that the mail server took it. [`StorageError::Stale`] if `owner` does not hold it any more.
pub fn mark_sent(
    tx: &mut WriteTx<'_>,
    id: LetterId,
    owner: &str,
    sent: &SentText,
    reply: &str,
    now: Timestamp,
) -> StorageResult<()> {
    let held = letters::table
        .find(id)
        .filter(letters::state.eq(LetterState::Queued))
        .filter(letters::lease_owner.eq(Some(owner)));
    held_one(
        diesel::update(held)
            .set((
                letters::state.eq(LetterState::Sent),
                letters::subject.eq(Some(&sent.subject)),
                letters::text_body.eq(Some(&sent.text)),
                letters::html_body.eq(Some(&sent.html)),
                letters::reply.eq(Some(reply)),
                letters::sent_at.eq(DbInstant(now)),
                letters::leased_until.eq(None::<DbInstant>),
                letters::lease_owner.eq(None::<String>),
            ))
            .execute(tx.connection())?,
    )
}

/// Reports that the mail server refused it for good. [`StorageError::Stale`] as for [`mark_sent`].
pub fn mark_refused(
    tx: &mut WriteTx<'_>,
    id: LetterId,
    owner: &str,
    reply: &str,
) -> StorageResult<()> {
    let refused = letters::state.eq(LetterState::Refused);
    let held = letters::table
        .find(id)
        .filter(letters::state.eq(LetterState::Queued))
        .filter(letters::lease_owner.eq(Some(owner)));
    held_one(
        diesel::update(held)
            .set((
                refused,
                letters::reply.eq(Some(reply)),
                letters::leased_until.eq(None::<DbInstant>),
                letters::lease_owner.eq(None::<String>),
            ))
            .execute(tx.connection())?,
    )
}

/// Reports a try that failed: to be tried again at `retry_at`, or given up if there is none.
/// [`StorageError::Stale`] as for [`mark_sent`].
pub fn mark_failed(
    tx: &mut WriteTx<'_>,
    id: LetterId,
    owner: &str,
    reply: &str,
    retry_at: Option<Timestamp>,
) -> StorageResult<()> {
    let held = letters::table
        .find(id)
        .filter(letters::state.eq(LetterState::Queued))
        .filter(letters::lease_owner.eq(Some(owner)));
    let released = (
        letters::reply.eq(Some(reply)),
        letters::leased_until.eq(None::<DbInstant>),
        letters::lease_owner.eq(None::<String>),
    );
    held_one(match retry_at {
        Some(at) => diesel::update(held)
            .set((released, letters::next_at.eq(DbInstant(at))))
            .execute(tx.connection())?,
        None => diesel::update(held)
            .set((released, letters::state.eq(LetterState::Failed)))
            .execute(tx.connection())?,
    })
}

/// Notes that a letter came back after it was sent; [`StorageError::Stale`] if it was not sent.
pub fn mark_bounced(tx: &mut WriteTx<'_>, id: LetterId, reply: &str) -> StorageResult<()> {
    held_one(
        diesel::update(
            letters::table
                .find(id)
                .filter(letters::state.eq(LetterState::Sent)),
        )
        .set((
            letters::state.eq(LetterState::Bounced),
            letters::reply.eq(Some(reply)),
        ))
        .execute(tx.connection())?,
    )
}

/// Queues a refused, bounced or failed letter again, perhaps to a corrected address; [`StorageError::Stale`] if it
/// is in another state.
pub fn requeue(
    tx: &mut WriteTx<'_>,
    id: LetterId,
    email: &str,
    at: Timestamp,
) -> StorageResult<()> {
    let stuck = letters::table.find(id).filter(letters::state.eq_any([
        LetterState::Refused,
        LetterState::Bounced,
        LetterState::Failed,
    ]));
    held_one(
        diesel::update(stuck)
            .set((
                letters::state.eq(LetterState::Queued),
                letters::recipient_email.eq(email),
                letters::attempts.eq(0),
                letters::next_at.eq(DbInstant(at)),
            ))
            .execute(tx.connection())?,
    )
}

/// Lets go of what `owner` holds, when it stops, and says how many letters.
pub fn release(tx: &mut WriteTx<'_>, owner: &str) -> StorageResult<usize> {
    let held = letters::table
        .filter(letters::state.eq(LetterState::Queued))
        .filter(letters::lease_owner.eq(Some(owner)));
    Ok(diesel::update(held)
        .set((
            letters::leased_until.eq(None::<DbInstant>),
            letters::lease_owner.eq(None::<String>),
        ))
        .execute(tx.connection())?)
}

/// Lets go of what workers held that did not report in time, and says how many letters. ([`claim`] takes those
/// anyway; this is for the figures.)
pub fn release_expired(tx: &mut WriteTx<'_>, now: Timestamp) -> StorageResult<usize> {
    let expired = letters::table
        .filter(letters::state.eq(LetterState::Queued))
        .filter(letters::leased_until.le(DbInstant(now)));
    Ok(diesel::update(expired)
        .set((
            letters::leased_until.eq(None::<DbInstant>),
            letters::lease_owner.eq(None::<String>),
        ))
        .execute(tx.connection())?)
}

/// The letter, which must exist.
pub fn get(tx: &mut ReadTx<'_>, id: LetterId) -> StorageResult<LetterRow> {
    Ok(letters::table
        .find(id)
        .select(LetterRow::as_select())
        .first(tx.connection())?)
}

/// The letters of a case, oldest first.
pub fn list_for_case(
    tx: &mut ReadTx<'_>,
    case: CaseId,
    limit: i64,
) -> StorageResult<Vec<LetterRow>> {
    Ok(letters::table
        .filter(letters::case_id.eq(case))
        .order((letters::created_at, letters::id))
        .limit(limit)
        .select(LetterRow::as_select())
        .load(tx.connection())?)
}

/// The letters of a case, newest first; of one party only, if it is given.
pub fn list_newest_for_case(
    tx: &mut ReadTx<'_>,
    case: CaseId,
    party: Option<u32>,
    limit: i64,
) -> StorageResult<Vec<LetterRow>> {
    let mut query = letters::table
        .filter(letters::case_id.eq(case))
        .select(LetterRow::as_select())
        .into_boxed::<MultiBackend>();
    if let Some(party) = party {
        query = query.filter(letters::party_no.eq(DbNumber(party)).assume_not_null());
    }
    Ok(query
        .order((letters::created_at.desc(), letters::id.desc()))
        .limit(limit)
        .load(tx.connection())?)
}

/// Letters in a state, newest first, those written before the one in `before`.
pub fn list_in_state(
    tx: &mut ReadTx<'_>,
    state: LetterState,
    before: Option<(Timestamp, LetterId)>,
    limit: i64,
) -> StorageResult<Vec<LetterRow>> {
    list_newest(tx, &[state], before, limit)
}

/// Letters that did not arrive, newest first, those written before the one in `before`.
pub fn list_failing(
    tx: &mut ReadTx<'_>,
    before: Option<(Timestamp, LetterId)>,
    limit: i64,
) -> StorageResult<Vec<LetterRow>> {
    list_newest(
        tx,
        &[
            LetterState::Refused,
            LetterState::Bounced,
            LetterState::Failed,
        ],
        before,
        limit,
    )
}

/// How many letters are in each state that occurs.
pub fn count_by_state(tx: &mut ReadTx<'_>) -> StorageResult<Vec<(LetterState, i64)>> {
    Ok(letters::table
        .group_by(letters::state)
        .select((letters::state, diesel::dsl::count_star()))
        .order(letters::state)
        .load(tx.connection())?)
}

/// When the next letter is due, so that a worker can sleep until then.
pub fn next_due(tx: &mut ReadTx<'_>) -> StorageResult<Option<Timestamp>> {
    Ok(letters::table
        .filter(letters::state.eq(LetterState::Queued))
        .order((letters::next_at, letters::id))
        .select(letters::next_at)
        .first(tx.connection())
        .optional()?)
}

/// Letters that wait, in two figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Backlog {
    /// When the one that waits longest was written.
    pub oldest_at: Option<Timestamp>,
    /// How many failed at least once and are tried again.
    pub retrying: i64,
}

/// How long letters wait and how many wait for another try.
pub fn backlog(tx: &mut ReadTx<'_>) -> StorageResult<Backlog> {
    let queued = letters::table.filter(letters::state.eq(LetterState::Queued));
    let oldest_at = queued
        .order((letters::created_at, letters::id))
        .select(letters::created_at)
        .first(tx.connection())
        .optional()?;
    let retrying = queued
        .filter(letters::reply.is_not_null())
        .count()
        .get_result(tx.connection())?;
    Ok(Backlog {
        oldest_at,
        retrying,
    })
}

/// Replaces what the text of a letter is made of, or its text, once a try was reported: a secret that has served
/// goes, and what was refused can be read. In the same transaction as the report.
pub fn keep(
    tx: &mut WriteTx<'_>,
    id: LetterId,
    data: Option<&Value>,
    text: Option<&SentText>,
) -> StorageResult<()> {
    if let Some(data) = data {
        held_one(
            diesel::update(letters::table.find(id))
                .set(letters::data.eq(DbJson::of(data)))
                .execute(tx.connection())?,
        )?;
    }
    if let Some(text) = text {
        let columns = (
            letters::subject.eq(Some(&text.subject)),
            letters::text_body.eq(Some(&text.text)),
            letters::html_body.eq(Some(&text.html)),
        );
        held_one(
            diesel::update(letters::table.find(id))
                .set(columns)
                .execute(tx.connection())?,
        )?;
    }
    Ok(())
}

fn list_newest(
    tx: &mut ReadTx<'_>,
    states: &[LetterState],
    before: Option<(Timestamp, LetterId)>,
    limit: i64,
) -> StorageResult<Vec<LetterRow>> {
    let mut query = letters::table
        .filter(letters::state.eq_any(states.to_vec()))
        .select(LetterRow::as_select())
        .into_boxed::<super::connection::MultiBackend>();
    if let Some((at, id)) = before {
        query = query.filter(
            letters::created_at.lt(DbInstant(at)).or(letters::created_at
                .eq(DbInstant(at))
                .and(letters::id.lt(id))),
        );
    }
    Ok(query
        .order((letters::created_at.desc(), letters::id.desc()))
        .limit(limit)
        .load(tx.connection())?)
}

/// A report by somebody who does not hold the letter (any more) changes nothing.
fn held_one(rows: usize) -> StorageResult<()> {
    match rows {
        0 => Err(StorageError::Stale),
        _ => Ok(()),
    }
}
