//! The docket: one entry for every change, each bound to the one before by its hash.
//!
//! What the chain shows: that no entry of a copy was changed, removed or reordered after a later
//! hash was seen by somebody else. That the operator shows everybody the same docket is for the
//! public log to show, see `domain::log`.

use super::acts::{Act, Effect, Plan};
use super::parties::Actor;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What the entry records as done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(
    clippy::large_enum_variant,
    reason = "one deed an entry, and almost all are acts"
)]
pub enum Deed {
    /// The case was opened by a filing (`notice.file` or `complaint.file`)
    Filed(String),
    /// An act on an open case
    Done(Act),
}

impl Deed {
    /// The act's stable name.
    pub fn name(&self) -> &str {
        match self {
            Self::Filed(name) => name,
            Self::Done(act) => act.name(),
        }
    }
}

/// One entry of a case's docket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Number in the case, from 1
    pub no: u64,
    /// When it was recorded
    pub at: Timestamp,
    /// Who acted
    pub actor: Actor,
    /// What was done
    pub deed: Deed,
    /// What followed
    pub effects: Vec<Effect>,
    /// Sources it rests on
    pub cites: Vec<String>,
    /// Hash of the entry before, 64 zeros for the first
    pub previous: String,
}

/// The hash before the first entry.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

impl Entry {
    /// Composes the entry that records `plan`.
    pub fn compose(
        no: u64,
        at: Timestamp,
        actor: Actor,
        deed: Deed,
        plan: &Plan,
        previous: String,
    ) -> Self {
        Self {
            no,
            at,
            actor,
            deed,
            effects: plan.effects.clone(),
            cites: plan.cites.clone(),
            previous,
        }
    }

    /// The bytes that are hashed: JSON with sorted keys, no spaces, numbers as integers. For the
    /// values used here (strings, integers, booleans) this is what RFC 8785 prescribes, except that
    /// keys are sorted by code point instead of by UTF-16 unit; all keys are ASCII.
    ///
    /// # Errors
    /// Only if a value cannot be written as JSON, which none of the types here can cause.
    pub fn canonical(&self) -> Result<String, serde_json::Error> {
        // `Value` keeps its objects in a sorted map.
        serde_json::to_value(self).map(|value| value.to_string())
    }

    /// SHA-256 over the canonical bytes, hexadecimal. The previous hash is inside them.
    ///
    /// # Errors
    /// As [`Entry::canonical`].
    pub fn hash(&self) -> Result<String, serde_json::Error> {
        Ok(hash_text(&self.canonical()?))
    }
}

/// SHA-256 of a text, lower-case hexadecimal.
pub fn hash_text(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// The first thing wrong with a docket.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
    /// A number is missing or twice
    #[error("entry {found} stands where entry {expected} should")]
    Order {
        /// Expected number
        expected: u64,
        /// Found number
        found: u64,
    },
    /// An entry does not name the hash before it
    #[error("entry {0} does not follow from the entry before it")]
    Link(u64),
    /// An entry does not match its stored hash
    #[error("entry {0} was changed after it was recorded")]
    Changed(u64),
    /// Time runs backwards
    #[error("entry {0} is older than the entry before it")]
    Time(u64),
}

/// Checks stored entries `(canonical text, stored hash)` in order and returns them parsed.
///
/// # Errors
/// Names the first entry that is wrong.
pub fn check(stored: &[(String, String)]) -> Result<Vec<Entry>, ChainError> {
    let mut previous = GENESIS.to_owned();
    let mut last_at = Timestamp::MIN;
    let mut entries = Vec::with_capacity(stored.len());
    for (index, (text, hash)) in stored.iter().enumerate() {
        let expected = index as u64 + 1;
        if hash_text(text) != *hash {
            return Err(ChainError::Changed(expected));
        }
        let entry: Entry = serde_json::from_str(text).map_err(|_| ChainError::Changed(expected))?;
        if entry.no != expected {
            return Err(ChainError::Order {
                expected,
                found: entry.no,
            });
        }
        if entry.previous != previous {
            return Err(ChainError::Link(expected));
        }
        if entry.at < last_at {
            return Err(ChainError::Time(expected));
        }
        last_at = entry.at;
        previous.clone_from(hash);
        entries.push(entry);
    }
    Ok(entries)
}
