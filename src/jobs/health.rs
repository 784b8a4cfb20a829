//! Figures that tell whether letters leave: for the health page, metrics and administrators.

use crate::startup::App;
use crate::storage::StorageResult;
use crate::storage::log;
use crate::storage::queue::{self, LetterState};
use jiff::{SignedDuration, Timestamp};

/// How long a letter may wait before somebody should look.
const WAIT_MAX: SignedDuration = SignedDuration::from_hours(1);

/// How long an entry may wait for its signature before somebody should look.
const SIGNED_WITHIN: SignedDuration = SignedDuration::from_mins(1);

/// The state of outgoing letters, and of the public log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Health {
    /// letters that wait, those to be tried again included
    pub queued: u64,
    /// letters that failed at least once and are tried again
    pub retrying: u64,
    /// when the letter that waits longest was written
    pub oldest_at: Option<Timestamp>,
    /// how long that one waits
    pub oldest_age: Option<SignedDuration>,
    /// letters refused, come back or given up, since ever
    pub failing: u64,
    /// since when entries wait to be signed, where that is longer than it takes
    pub unsigned_at: Option<Timestamp>,
}

impl Health {
    /// Does somebody have to look?
    pub fn is_well(&self) -> bool {
        self.oldest_age.is_none_or(|age| age <= WAIT_MAX)
    }
}

/// Counts the letters as they are now.
pub async fn health(app: &App) -> StorageResult<Health> {
    let now = app.now();
    let (backlog, states, waiting) = app
        .store
        .read(|tx| {
            Ok((
                queue::backlog(tx)?,
                queue::count_by_state(tx)?,
                log::waiting(tx)?,
            ))
        })
        .await?;
    let count = |wanted: &[LetterState]| -> u64 {
        let counted = states.iter().filter(|(state, _)| wanted.contains(state));
        counted
            .map(|(_, count)| u64::try_from(*count).unwrap_or_default())
            .sum()
    };
    Ok(Health {
        queued: count(&[LetterState::Queued]),
        retrying: u64::try_from(backlog.retrying).unwrap_or_default(),
        oldest_at: backlog.oldest_at,
        oldest_age: backlog.oldest_at.map(|at| now.duration_since(at)),
        failing: count(&[
            LetterState::Refused,
            LetterState::Bounced,
            LetterState::Failed,
        ]),
        unsigned_at: waiting.filter(|at| now.duration_since(*at) > SIGNED_WITHIN),
    })
}
