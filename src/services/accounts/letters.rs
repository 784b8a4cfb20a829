//! Letters about an account, queued in the transaction of what they tell.

use crate::domain::ids::LetterId;
use crate::mail::letters::{Kind, LetterData};
use crate::startup::App;
use crate::storage::accounts::AccountRow;
use crate::storage::queue::{self, LetterRow, LetterState};
use crate::storage::{StorageError, StorageResult, WriteTx};
use crate::urls;

/// Queues a letter to the account's owner.
pub(super) fn queue(
    tx: &mut WriteTx<'_>,
    app: &App,
    to: &AccountRow,
    data: LetterData,
) -> StorageResult<()> {
    let now = app.now();
    let data = data.zone(&to.time_zone);
    let row = LetterRow {
        id: LetterId(app.new_id()),
        case_id: None,
        entry_no: None,
        kind: data.kind.as_str().to_owned(),
        recipient_name: to.name.clone(),
        recipient_email: to.email.clone(),
        account_id: Some(to.id),
        party_no: None,
        locale: to.locale.clone(),
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
    };
    queue::insert(tx, &[row])
}

/// Tells the owner that the way to sign in changed; `what` is a form of the letter's words.
pub(super) fn queue_security(
    tx: &mut WriteTx<'_>,
    app: &App,
    to: &AccountRow,
    what: &str,
) -> StorageResult<()> {
    let page = if what == "exists" {
        urls::sign_in()
    } else {
        urls::account()
    };
    queue(
        tx,
        app,
        to,
        LetterData::new(Kind::AccountSecurity)
            .variant(what)
            .path(page),
    )
}

/// A path with the page to go on to afterwards; only our own paths are followed.
pub(super) fn then(path: &str, next: &str) -> String {
    let next = if urls::is_own_path(next) { next } else { "" };
    urls::with_query(path, &[("next", next)])
}
