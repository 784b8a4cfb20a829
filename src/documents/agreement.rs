//! The texts of a settlement agreement.

use super::labels::labels;
use super::markdown::Block;
use super::parts::{Duty, Fact, Frame, Party, Record, Signature};
use serde::Serialize;

/// A settlement agreement, ready to be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AgreementDocument {
    /// Language, title, case number
    pub frame: Frame,
    /// Line under the title; may be empty
    pub subtitle: String,
    /// Claimants
    pub claimants: Vec<Party>,
    /// Respondents
    pub respondents: Vec<Party>,
    /// Offer number, date of acceptance, order reference and the like
    pub facts: Vec<Fact>,
    /// What the dispute was about; the part is left out when empty
    pub background: Vec<Block>,
    /// Sentence above the terms; may be empty
    pub terms_lead: String,
    /// What each side has to do
    pub terms: Vec<Duty>,
    /// Terms in words, such as a release of further claims
    pub further: Vec<Block>,
    /// What the agreement brings about, and what happens if it is not kept
    pub effect: Vec<Block>,
    /// Place; may be empty
    pub place: String,
    /// Date, written out
    pub date: String,
    /// Who agreed
    pub signatures: Vec<Signature>,
    /// Digest of the record
    pub record: Record,
    /// Fixed words
    pub labels: AgreementLabels,
}

labels! {
    /// Fixed words of an agreement.
    AgreementLabels {
        /// Before the parties
        between = "documents-between",
        /// Between the parties
        and_word = "documents-and",
        /// Heading of the background
        background = "documents-background",
        /// Heading of the terms
        terms = "documents-terms",
        /// Column: who
        who = "documents-duty-who",
        /// Column: what
        what = "documents-duty-what",
        /// Column: amount
        amount = "documents-duty-amount",
        /// Column: by when
        due = "documents-duty-due",
        /// Heading of the effect
        effect = "documents-effect",
        /// Before place and date
        done = "documents-agreed",
    }
}
