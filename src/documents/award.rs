//! The texts of an award or decision.

use super::labels::labels;
use super::markdown::Block;
use super::parts::{Duty, Exhibit, Fact, Frame, HistoryLine, Party, Record, Section, Signature};
use serde::Serialize;

/// An award or decision, ready to be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AwardDocument {
    /// Language, title, case number
    pub frame: Frame,
    /// Line under the title, such as the procedure's name; may be empty
    pub subtitle: String,
    /// Claimants
    pub claimants: Vec<Party>,
    /// Respondents
    pub respondents: Vec<Party>,
    /// Seat, rules, arbitrator, language, date: what a court looks for first
    pub facts: Vec<Fact>,
    /// The outcome in two plain sentences; may be empty
    pub outcome: String,
    /// Procedural history, oldest first
    pub history: Vec<HistoryLine>,
    /// Exhibits that were considered
    pub exhibits: Vec<Exhibit>,
    /// Parts before the issues, such as jurisdiction and applicable law
    pub sections: Vec<Section>,
    /// Issues in order
    pub issues: Vec<Issue>,
    /// Orders; none where the claim is dismissed, which `closing` then says
    pub orders: Vec<Duty>,
    /// What follows the orders: dismissal of the rest, interest, effect
    pub closing: Vec<Block>,
    /// Costs; the part is left out when empty
    pub costs: Vec<Block>,
    /// Place of the decision (the seat)
    pub place: String,
    /// Date of the decision, written out
    pub date: String,
    /// Who signs
    pub signatures: Vec<Signature>,
    /// Digest of the record
    pub record: Record,
    /// Fixed words
    pub labels: AwardLabels,
}

/// A question that the decision answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Issue {
    /// The question
    pub question: String,
    /// What each side says, in short
    pub positions: Vec<Position>,
    /// The answer in one sentence
    pub finding: String,
    /// Reasons
    pub reasons: Vec<Block>,
}

/// What one side says on an issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Position {
    /// Whose position, such as "The claimant says"
    pub party: String,
    /// The position
    pub blocks: Vec<Block>,
}

labels! {
    /// Fixed words of an award.
    AwardLabels {
        /// Before the parties
        between = "documents-between",
        /// Between the parties
        and_word = "documents-and",
        /// Over the outcome in short
        outcome = "documents-outcome",
        /// Heading of the procedural history
        history = "documents-history",
        /// Heading of the exhibits
        exhibits = "documents-exhibits",
        /// Sentence above the exhibits
        exhibits_lead = "documents-exhibits-lead",
        /// Column: number
        exhibit_number = "documents-exhibit-number",
        /// Column: title
        exhibit_title = "documents-exhibit-title",
        /// Column: filed by
        exhibit_from = "documents-exhibit-from",
        /// Column: filed on
        exhibit_date = "documents-exhibit-date",
        /// Heading of the issues
        issues = "documents-issues",
        /// Before the number of an issue
        issue = "documents-issue",
        /// Before a finding
        finding = "documents-finding",
        /// Heading of the orders
        orders = "documents-orders",
        /// Sentence above the orders
        orders_lead = "documents-orders-lead",
        /// Column: who
        who = "documents-duty-who",
        /// Column: what
        what = "documents-duty-what",
        /// Column: amount
        amount = "documents-duty-amount",
        /// Column: by when
        due = "documents-duty-due",
        /// Heading of the costs
        costs = "documents-costs",
        /// Before place and date
        done = "documents-done",
    }
}
