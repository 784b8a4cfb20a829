//! The texts of a receipt for something filed.

use super::labels::labels;
use super::parts::{Fact, Frame, Record};
use serde::Serialize;

/// A receipt, ready to be set. Characters without a font are written by their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReceiptDocument {
    /// Language, title, case number
    pub frame: Frame,
    /// Line under the title; may be empty
    pub subtitle: String,
    /// What was done, in one sentence
    pub what: String,
    /// When, with the zone
    pub when: String,
    /// Number of the receipt, who acted, in what capacity
    pub facts: Vec<Fact>,
    /// Questions and answers as they were sent; the part is left out when empty
    pub answers: Vec<Fact>,
    /// Files that were sent; the part is left out when empty
    pub files: Vec<ReceiptFile>,
    /// What happens next, and when; the part is left out when empty
    pub next: Vec<String>,
    /// Digest of what was recorded
    pub record: Record,
    /// Fixed words
    pub labels: ReceiptLabels,
}

/// A file named on a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReceiptFile {
    /// Exhibit number
    pub number: String,
    /// Title or file name
    pub title: String,
    /// Size with its unit
    pub size: String,
    /// SHA-256 in hexadecimal
    pub digest: String,
}

labels! {
    /// Fixed words of a receipt.
    ReceiptLabels {
        /// Heading of the answers
        answers = "documents-answers",
        /// Heading of the files
        files = "documents-files",
        /// Column: number
        exhibit_number = "documents-exhibit-number",
        /// Column: title
        exhibit_title = "documents-exhibit-title",
        /// Column: size
        file_size = "documents-file-size",
        /// Heading of what happens next
        next = "documents-next",
    }
}
