//! Decisions: a finding with reasons on every issue, typed orders, and the signature.

pub mod checks;
pub mod rules;

use super::Role;
use super::complaints::Remedy;
use super::evidence::{FileRef, kinds};
use super::ids::ExhibitLabel;
use super::money::Money;
use super::procedures::{DecisionPart, DecisionRule};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

kinds! {
    /// Which side an issue goes to.
    Finding {
        /// The claimant
        Claimant = "claimant",
        /// The respondent
        Respondent = "respondent",
        /// Partly each
        Mixed = "mixed",
    }
}

/// One question that has to be answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Number, from 1
    pub no: u32,
    /// The question
    pub question: String,
    /// Finding; none while undecided
    pub finding: Option<Finding>,
    /// Reasons, in Markdown
    pub reasons: String,
}

/// One thing ordered. Enough is typed that it can be carried out and checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Who has to do it
    pub debtor: Role,
    /// What
    pub remedy: Remedy,
    /// Amount, where money moves
    pub amount: Option<Money>,
    /// Days from the decision, at least 1
    pub within_days: u32,
    /// Exact words
    pub text: String,
}

/// What an arbitrator writes before signing. Kept as a draft; becomes a [`Decision`] by signing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// Issues in order
    pub issues: Vec<Issue>,
    /// Orders in order; none means that the claim is dismissed
    pub orders: Vec<Order>,
    /// The result in two plain sentences
    pub summary: String,
    /// Further parts that the pack asks for
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<DecisionPart, String>,
    /// Private notes; never leave the desk
    #[serde(default)]
    pub notes: String,
}

impl Draft {
    /// How many issues have a finding.
    pub fn decided(&self) -> usize {
        self.issues.iter().filter(|i| i.finding.is_some()).count()
    }

    /// The first part that the pack asks for and that is not written.
    pub fn unwritten_part(&self, rule: Option<&DecisionRule>) -> Option<DecisionPart> {
        let asked = rule.into_iter().flat_map(|rule| &rule.parts).copied();
        let is_written = |part: &DecisionPart| {
            let text = self.parts.get(part);
            text.is_some_and(|text| !text.trim().is_empty())
        };
        asked.into_iter().find(|part| !is_written(part))
    }

    /// Characters of the reasons on all issues: how much is written, in any language.
    pub fn reasons_chars(&self) -> usize {
        self.issues.iter().map(|i| i.reasons.chars().count()).sum()
    }
}

/// A signed decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Number in the case, from 1
    pub no: u32,
    /// Track
    pub track: u32,
    /// Seat that signed
    pub seat: u32,
    /// Name of the arbitrator
    pub arbitrator: String,
    /// Issues with findings and reasons
    pub issues: Vec<Issue>,
    /// Orders
    pub orders: Vec<Order>,
    /// The result in plain words
    pub summary: String,
    /// Further parts that the pack asks for
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<DecisionPart, String>,
    /// Which side prevails on the whole
    pub prevails: Finding,
    /// The PDF, by its hash
    pub document: FileRef,
    /// When it was signed
    pub signed_at: Timestamp,
}

/// Acts about decisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Act {
    /// The arbitrator signs and issues the decision.
    Sign {
        /// Track
        track: u32,
        /// Contents
        draft: Draft,
        /// Which side prevails on the whole
        prevails: Finding,
        /// The document that was previewed
        document: FileRef,
        /// Exhibits that the reasons name or that the arbitrator states to have considered: all of the
        /// track's record
        considered: Vec<ExhibitLabel>,
    },
}

/// Whether the reasons on an issue name an exhibit by its number: `C-1` is not named by `C-12`.
fn names(issue: &Issue, label: &ExhibitLabel) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric();
    issue
        .reasons
        .match_indices(label.as_str())
        .any(|(at, found)| {
            !issue.reasons[..at].ends_with(is_part)
                && !issue.reasons[at + found.len()..].starts_with(is_part)
        })
}

/// The issues whose reasons name an exhibit.
pub fn named_in(draft: &Draft, label: &ExhibitLabel) -> Vec<u32> {
    let naming = draft.issues.iter().filter(|issue| names(issue, label));
    naming.map(|issue| issue.no).collect()
}

/// What the reasons write like the number of an exhibit, and no exhibit of the record has: misprints,
/// withdrawn papers. Each once, in order.
pub fn named_but_not_there<'a>(
    draft: &Draft,
    record: impl Iterator<Item = &'a ExhibitLabel>,
) -> Vec<String> {
    let record: Vec<&str> = record.map(ExhibitLabel::as_str).collect();
    let mut missing: Vec<String> = Vec::new();
    for issue in &draft.issues {
        let tokens = issue
            .reasons
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        for token in tokens.map(|token| token.trim_matches('-')) {
            if is_like_a_label(token)
                && !record.contains(&token)
                && !missing.iter().any(|m| m == token)
            {
                missing.push(token.to_owned());
            }
        }
    }
    missing
}

/// Whether a word has the form of an exhibit number, such as `C-1` or `R2-14`.
fn is_like_a_label(word: &str) -> bool {
    let Some((side, number)) = word.split_once('-') else {
        return false;
    };
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let has_side = side.starts_with(['C', 'R', 'T', 'M']) && is_number(&side[1..]);
    has_side && !number.is_empty() && is_number(number)
}

/// The exhibits of the record that the reasons name or that the arbitrator ticked as considered, and
/// those with which nothing was done yet.
pub fn sorted_record<'a>(
    draft: &Draft,
    record: impl Iterator<Item = &'a ExhibitLabel>,
    ticked: &[ExhibitLabel],
) -> (Vec<ExhibitLabel>, Vec<ExhibitLabel>) {
    record
        .cloned()
        .partition(|label| ticked.contains(label) || !named_in(draft, label).is_empty())
}

/// The first thing that keeps a draft from being signed, as a locale key suffix with the issue: what every decision
/// holds, and the parts that its pack asks for.
pub fn incomplete(draft: &Draft, rule: Option<&DecisionRule>) -> Option<(String, u32)> {
    let missing = draft.unwritten_part(rule);
    unwritten(draft)
        .map(|(what, no)| (what.to_owned(), no))
        .or_else(|| missing.map(|part| (format!("no-part-{}", part.as_str()), 0)))
}

fn unwritten(draft: &Draft) -> Option<(&'static str, u32)> {
    if draft.issues.is_empty() {
        return Some(("no-issues", 0));
    }
    for issue in &draft.issues {
        if issue.finding.is_none() {
            return Some(("no-finding", issue.no));
        }
        if issue.reasons.trim().is_empty() {
            return Some(("no-reasons", issue.no));
        }
    }
    if draft.summary.trim().is_empty() {
        return Some(("no-summary", 0));
    }
    for (index, order) in draft.orders.iter().enumerate() {
        let no = u32::try_from(index + 1).unwrap_or(u32::MAX);
        if order.remedy.needs_money() && order.amount.is_none() {
            return Some(("no-amount", no));
        }
        if order.within_days == 0 {
            return Some(("no-days", no));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exhibit_is_named_by_its_whole_number_only() {
        let issue = |no: u32, reasons: &str| Issue {
            no,
            question: "?".into(),
            finding: None,
            reasons: reasons.into(),
        };
        let draft = Draft {
            issues: vec![
                issue(1, "See C-12 and (R2-1)."),
                issue(2, "如C-1所示，C-12、"),
                issue(3, "C-1"),
            ],
            ..Draft::default()
        };
        let label = |text: &str| ExhibitLabel::from(text.to_owned());
        for (text, issues) in [
            ("C-1", vec![2, 3]),
            ("C-12", vec![1, 2]),
            ("R2-1", vec![1]),
            ("R-1", vec![]),
            ("C-2", vec![]),
        ] {
            assert_eq!(named_in(&draft, &label(text)), issues, "{text}");
        }
        let record = [label("C-1"), label("C-2"), label("C-3")];
        let (done, open) = sorted_record(&draft, record.iter(), &[label("C-3"), label("C-9")]);
        assert_eq!(done, [label("C-1"), label("C-3")]);
        assert_eq!(open, [label("C-2")]);
    }

    #[test]
    fn a_number_that_no_exhibit_has_is_found() {
        let issue = |no, reasons: &str| Issue {
            no,
            question: String::new(),
            finding: None,
            reasons: reasons.to_owned(),
        };
        let draft = Draft {
            issues: vec![
                issue(
                    1,
                    "C-1 shows it (see C-9, R2-1); model X-4, C-, Covid-19, C-1a and 见C-9。",
                ),
                issue(2, "As **R-3** says, and C-9."),
            ],
            ..Draft::default()
        };
        let record: Vec<ExhibitLabel> = ["C-1", "R-3"].map(|l| l.to_owned().into()).into();
        assert_eq!(named_but_not_there(&draft, record.iter()), ["C-9", "R2-1"]);
    }
}
