//! Receipts: a proof that a leaf is in a log, with the checkpoint it is proved against, in one file (C2SP tlog-proof).
//! Whoever holds the leaf, this file and the log's key needs nothing of ours to check it.

use super::note::{Checkpoint, Key, NoteError};
use super::tree::{Hash, leaf_hash, root_of_inclusion};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt;

/// The first line.
const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// A proof of inclusion with its checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Which leaf of the log it is, from 0
    pub index: u64,
    /// The proof, from the leaf up
    pub hashes: Vec<Hash>,
    /// The signed checkpoint, whole
    pub note: String,
}

/// Why a receipt proves nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// It is not a receipt
    #[error("the receipt is malformed")]
    Malformed,
    /// Its checkpoint is not accepted
    #[error("{0}")]
    Note(#[from] NoteError),
    /// The leaf is not in the tree
    #[error("the leaf is not in the tree of the checkpoint")]
    NotIncluded,
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}\nindex {}", self.index)?;
        for hash in &self.hashes {
            writeln!(f, "{}", STANDARD.encode(hash.0))?;
        }
        write!(f, "\n{}", self.note)
    }
}

impl Receipt {
    /// What a file says.
    ///
    /// # Errors
    /// `Malformed`.
    pub fn parse(text: &str) -> Result<Self, ReceiptError> {
        let (above, note) = text.split_once("\n\n").ok_or(ReceiptError::Malformed)?;
        let mut lines = above.split('\n');
        if lines.next() != Some(HEADER) {
            return Err(ReceiptError::Malformed);
        }
        let index = lines.next().and_then(|line| line.strip_prefix("index "));
        let index = index.and_then(|text| text.parse().ok());
        let hash = |line: &str| -> Option<Hash> {
            let bytes = STANDARD.decode(line).ok()?;
            Some(Hash(bytes.try_into().ok()?))
        };
        let hashes: Option<Vec<Hash>> = lines.map(hash).collect();
        let receipt = Self {
            index: index.ok_or(ReceiptError::Malformed)?,
            hashes: hashes.ok_or(ReceiptError::Malformed)?,
            note: note.to_owned(),
        };
        match receipt.to_string() == text {
            true => Ok(receipt),
            false => Err(ReceiptError::Malformed),
        }
    }

    /// The checkpoint of the log that holds the leaf, by this receipt.
    ///
    /// # Errors
    /// Where the checkpoint is not signed by the key, or the leaf is not in its tree.
    pub fn verify(&self, leaf: &str, key: &Key) -> Result<Checkpoint, ReceiptError> {
        let checkpoint = Checkpoint::open(&self.note, key)?;
        let hash = leaf_hash(leaf.as_bytes());
        let root = root_of_inclusion(hash, self.index, checkpoint.size, &self.hashes);
        match root == Some(checkpoint.root) {
            true => Ok(checkpoint),
            false => Err(ReceiptError::NotIncluded),
        }
    }
}
