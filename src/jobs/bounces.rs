//! Letters that did not arrive: noted on the letter, and case managers are told, since a party that
//! got no letter may not know that its time runs.

use crate::domain::Role;
use crate::domain::ids::{CaseNumber, LetterId};
use crate::mail::letters::{Kind, LetterData, Value};
use crate::startup::App;
use crate::storage::accounts::{self, AccountFilter, StaffRole};
use crate::storage::queue::{self, LetterRow, LetterState};
use crate::storage::{self, StorageError, StorageResult, WriteTx};
use crate::urls;
use jiff::Timestamp;
use std::sync::Arc;

/// Most case managers told of one letter.
const TOLD_MAX: i64 = 50;
/// Longest reply kept, in characters.
const REPLY_MAX: usize = 500;

/// Notes that a letter came back after it was sent, and tells case managers. `text` is what the other
/// server said. [`StorageError::Stale`] if the letter was not sent or is known to have come back.
pub async fn mark_bounced(app: &Arc<App>, id: LetterId, text: &str) -> Result<(), StorageError> {
    let held = Arc::clone(app);
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(REPLY_MAX)
        .collect();
    app.store
        .write(move |tx| {
            let row = queue::get(tx, id)?;
            queue::mark_bounced(tx, id, &text)?;
            tell(tx, &held, &row, &text, held.now())
        })
        .await?;
    app.wake.notify_one();
    Ok(())
}

/// Queues a letter to every case manager about one that did not arrive. Letters without a case concern
/// nobody else, and a lost notice of this kind must not beget another.
pub(super) fn tell(
    tx: &mut WriteTx<'_>,
    app: &App,
    row: &LetterRow,
    reply: &str,
    now: Timestamp,
) -> StorageResult<()> {
    let Some(case) = row.case_id else {
        return Ok(());
    };
    if row.kind == Kind::LetterBounced.as_str() {
        return Ok(());
    }
    let number = storage::cases::get(tx, case)?.number;
    let number: CaseNumber = number
        .parse()
        .map_err(|_| StorageError::corrupt("cases", "number", case))?;
    let staff = AccountFilter {
        staff_role: Some(StaffRole::CaseManager),
        ..AccountFilter::default()
    };
    let managers = accounts::list(tx, &staff, TOLD_MAX)?;
    let mut letters = Vec::with_capacity(managers.len());
    for manager in managers
        .into_iter()
        .filter(|manager| manager.disabled_at.is_none())
    {
        let mut data = LetterData::new(Kind::LetterBounced)
            .with(
                "recipient",
                format!("{} <{}>", row.recipient_name, row.recipient_email),
            )
            .with(
                "letter",
                Value::word(&format!("letter-{}-subject", row.kind)),
            )
            .quote(Value::word("letter-letter-bounced-said"), reply)
            .zone(&manager.time_zone)
            .path(urls::case(&number));
        data.reader = Some(Role::CaseManager);
        data.case_number = Some(number.to_string());
        letters.push(LetterRow {
            id: LetterId(app.new_id()),
            case_id: Some(case),
            entry_no: None,
            kind: Kind::LetterBounced.as_str().to_owned(),
            recipient_name: manager.name,
            recipient_email: manager.email,
            account_id: Some(manager.id),
            party_no: None,
            locale: manager.locale,
            data: serde_json::to_value(&data).map_err(|e| StorageError::Other(e.to_string()))?,
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
        });
    }
    queue::insert(tx, &letters)
}
