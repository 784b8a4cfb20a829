//! What a decision is checked for before it is signed: mechanical defects for which courts have refused to enforce.
//! Whether a finding blocks is the pack's to say.

use super::Draft;
use crate::domain::Role;
use crate::domain::cases::CaseFile;
use crate::domain::evidence::kinds;
use crate::domain::procedures::{CheckProfile, DecisionPart, DecisionRule};

/// Words that name no act, by which nobody can tell whether it was done.
const UNCLEAR: [&str; 10] = [
    "continue to perform",
    "continue performing",
    "continue the contract",
    "as agreed",
    "properly",
    "appropriate",
    "继续履行",
    "按约定",
    "妥善",
    "适当",
];
/// Fewest characters in which an act, its object and its standard can be said.
const ACT_MIN: usize = 8;

kinds! {
    /// A defect of a decision.
    Flaw {
        /// No seat: nobody can tell whose courts may set it aside (New York Convention, article V(1)(d) and (e))
        NoSeat = "no_seat",
        /// No agreement named on which the power to decide rests (articles II and IV(1)(b))
        NoAgreement = "no_agreement",
        /// A side was never told of the proceedings (article V(1)(b))
        NotTold = "not_told",
        /// An order beyond what was asked for (article V(1)(c))
        BeyondClaim = "beyond_claim",
        /// An act that cannot be enforced as it is described (Supreme People's Court, Fa Shi [2018] 5, article 3)
        UnclearAct = "unclear_act",
        /// Claims, facts or reasons are missing (Arbitration Law of the PRC, article 54)
        NoFacts = "no_facts",
    }
}

/// A finding of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Remark {
    /// The set of checks
    pub profile: CheckProfile,
    /// The defect
    pub flaw: Flaw,
    /// The order that has it, from 1; 0 for the whole decision
    pub no: u32,
    /// Whether the decision cannot be signed with it
    pub blocks: bool,
}

/// Every defect that the pack has the draft checked for, those that block first.
#[must_use]
pub fn remarks(
    file: &CaseFile,
    track: u32,
    draft: &Draft,
    rule: Option<&DecisionRule>,
) -> Vec<Remark> {
    let mut found = Vec::new();
    for check in rule.into_iter().flat_map(|rule| &rule.checks) {
        let flaws = match check.profile {
            CheckProfile::NewYork => new_york(file, track, draft),
            CheckProfile::PrcEnforcement => prc(draft),
        };
        found.extend(flaws.into_iter().map(|(flaw, no)| Remark {
            profile: check.profile,
            flaw,
            no,
            blocks: check.blocks,
        }));
    }
    found.sort_by_key(|remark| !remark.blocks);
    found
}

fn has(draft: &Draft, part: DecisionPart) -> bool {
    draft
        .parts
        .get(&part)
        .is_some_and(|text| !text.trim().is_empty())
}

fn new_york(file: &CaseFile, track: u32, draft: &Draft) -> Vec<(Flaw, u32)> {
    let mut flaws = Vec::new();
    if !has(draft, DecisionPart::Seat) {
        flaws.push((Flaw::NoSeat, 0));
    }
    if !has(draft, DecisionPart::Agreement) {
        flaws.push((Flaw::NoAgreement, 0));
    }
    let respondent = file.respondent(track);
    if respondent.is_some_and(|party| !file.is_served(party.no)) {
        flaws.push((Flaw::NotTold, 0));
    }
    flaws.extend(beyond(file, draft));
    flaws
}

/// Orders of money for the claimant that together go beyond the amount in dispute, in its own currency.
fn beyond(file: &CaseFile, draft: &Draft) -> Option<(Flaw, u32)> {
    let asked = file.complaint.as_ref()?.amount.as_ref()?;
    let mut sum: i64 = 0;
    for (no, order) in (1..).zip(&draft.orders) {
        let amount = order
            .amount
            .as_ref()
            .filter(|_| order.debtor == Role::Respondent);
        let Some(amount) = amount else {
            continue;
        };
        sum = sum.saturating_add(amount.minor);
        if amount.currency != asked.currency || sum > asked.minor {
            return Some((Flaw::BeyondClaim, no));
        }
    }
    None
}

fn prc(draft: &Draft) -> Vec<(Flaw, u32)> {
    let mut flaws = Vec::new();
    if !has(draft, DecisionPart::Claims) || !has(draft, DecisionPart::Facts) {
        flaws.push((Flaw::NoFacts, 0));
    }
    let acts = (1..).zip(&draft.orders);
    let acts = acts.filter(|(_, order)| order.amount.is_none() && !order.remedy.names_its_act());
    flaws.extend(
        acts.filter(|(_, order)| is_unclear(&order.text))
            .map(|(no, _)| (Flaw::UnclearAct, no)),
    );
    flaws
}

fn is_unclear(text: &str) -> bool {
    let text = text.to_lowercase();
    // A sign of Chinese writing says as much as a word of two or three letters.
    let weight: usize = text
        .trim()
        .chars()
        .map(|c| if c.is_ascii() { 1 } else { 2 })
        .sum();
    weight < ACT_MIN || UNCLEAR.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_clear_where_the_act_the_thing_and_the_standard_are_said() {
        for (text, unclear) in [
            (
                "Send a new kettle of model K2 to the claimant's address.",
                false,
            ),
            ("将K2型水壶寄至申请人地址。", false),
            ("Continue to perform the contract of 3 May.", true),
            ("被申请人继续履行合同。", true),
            ("Repair it properly.", true),
            ("Repair", true),
            ("", true),
        ] {
            assert_eq!(is_unclear(text), unclear, "{text}");
        }
    }
}
