//! The public log: a Merkle tree over one line for every docket entry of every case, whose signed heads outsiders
//! keep. Whoever holds an earlier head can show that anything before it was changed, removed, reordered or dated back.
//!
//! Formats: leaves as in `leaf`; hashing as in RFC 6962 section 2; checkpoints as signed notes (C2SP signed-note and
//! tlog-checkpoint), tiles (C2SP tlog-tiles), receipts (C2SP tlog-proof). There is one log for an installation and a
//! year; its last leaf names the key of the next, whose first leaf holds the last checkpoint.

pub mod leaf;
pub mod note;
pub mod policy;
pub mod proof;
pub mod stamp;
pub mod tiles;
pub mod tree;

pub use leaf::{Leaf, case_digest, event_digest};
pub use note::{Checkpoint, Key, NoteError};
pub use policy::{Policy, Witness};
pub use proof::Receipt;
pub use tiles::{Nodes, Tile};
pub use tree::{Frontier, Hash, leaf_hash};

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The most bytes of a leaf: its length stands in two bytes in the tiles of entries.
pub const LEAF_MAX: usize = 65_535;

/// The name of the log that a leaf added at this time belongs to, within its installation: the year in UTC.
#[must_use]
pub fn year(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).year().to_string()
}

/// The origin of a log, which is the name of its key too: the host and `/log/` with the name within it.
#[must_use]
pub fn origin(host: &str, name: &str) -> String {
    format!("{host}/log/{name}")
}

#[cfg(test)]
mod tests;
