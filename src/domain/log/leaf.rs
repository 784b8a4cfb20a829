//! What the public log says of a docket entry: nothing but hashes, a number and a time. The entry itself and its salt
//! are told to whoever may read it; without the salt nobody can guess the entry from its hash.

use super::tree::{Hash, leaf_hash};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What the hash of a case begins with.
const CASE: &[u8] = b"odr-case-v1\n";
/// What the hash of an entry begins with.
const EVENT: &[u8] = b"odr-event-v1\n";

/// What stands for a case in all its leaves: SHA-256 of a word and 32 random bytes of the case, so that nobody can tell
/// from the log which case it is.
#[must_use]
pub fn case_digest(id: &[u8; 32]) -> Hash {
    Hash(
        Sha256::new()
            .chain_update(CASE)
            .chain_update(id)
            .finalize()
            .into(),
    )
}

/// What stands for an entry: SHA-256 of a word, 32 random bytes and the entry's canonical text (RFC 8785).
#[must_use]
pub fn event_digest(salt: &[u8; 32], record: &str) -> Hash {
    let hasher = Sha256::new().chain_update(EVENT).chain_update(salt);
    Hash(hasher.chain_update(record.as_bytes()).finalize().into())
}

/// A leaf for a docket entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// What stands for the case, see [`case_digest`]
    pub case: Hash,
    /// What stands for the entry, see [`event_digest`]
    pub event: Hash,
    /// The leaf hash of the case's previous leaf; zeros for the first
    pub prev: Hash,
    /// Which leaf of the case it is, from 0
    pub seq: u64,
    /// When the entry was recorded; to the millisecond
    pub t: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LeafText {
    case: String,
    event: String,
    prev: String,
    seq: u64,
    t: String,
    v: u8,
}

impl Leaf {
    /// What the first leaf of a case has for the previous one.
    pub const NONE: Hash = Hash([0; 32]);

    /// The exact bytes: canonical JSON (RFC 8785), keys in order, no spaces.
    #[must_use]
    pub fn text(&self) -> String {
        format!(
            r#"{{"case":"{}","event":"{}","prev":"{}","seq":{},"t":"{}","v":1}}"#,
            self.case,
            self.event,
            self.prev,
            self.seq,
            millis(self.t)
        )
    }

    /// Its hash in the tree.
    #[must_use]
    pub fn hash(&self) -> Hash {
        leaf_hash(self.text().as_bytes())
    }

    /// What a text says, if it is a leaf of an entry, written exactly so.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let read: LeafText = serde_json::from_str(text).ok()?;
        let leaf = Self {
            case: Hash::from_hex(&read.case)?,
            event: Hash::from_hex(&read.event)?,
            prev: Hash::from_hex(&read.prev)?,
            seq: read.seq,
            t: read.t.parse().ok()?,
        };
        (leaf.text() == text).then_some(leaf)
    }
}

/// An instant to the millisecond, in UTC, always with three places.
fn millis(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// The last leaf of a log: which key the next log is signed with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// The origin of the log that ends with it
    pub closes: String,
    /// The verifier key of the next log
    pub next: String,
    /// When, in UTC to the millisecond
    pub t: String,
    /// Version of the format, 1
    pub v: u8,
}

/// The first leaf of a log that follows another: how the other one ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The origin of the log that begins with it
    pub opens: String,
    /// The last checkpoint of the log before, whole
    pub previous: String,
    /// When, in UTC to the millisecond
    pub t: String,
    /// Version of the format, 1
    pub v: u8,
}

/// The text of the leaf that closes a log.
#[must_use]
pub fn closing(origin: &str, next: &str, at: Timestamp) -> String {
    canonical(&Closing {
        closes: origin.to_owned(),
        next: next.to_owned(),
        t: millis(at),
        v: 1,
    })
}

/// The text of the leaf that opens a log after another.
#[must_use]
pub fn opening(origin: &str, previous: &str, at: Timestamp) -> String {
    canonical(&Opening {
        opens: origin.to_owned(),
        previous: previous.to_owned(),
        t: millis(at),
        v: 1,
    })
}

/// The fields stand in the order of their names and hold text and whole numbers only: this is what RFC 8785 asks for.
fn canonical(leaf: &impl Serialize) -> String {
    serde_json::to_string(leaf).unwrap_or_default()
}
