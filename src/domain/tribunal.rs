//! The tribunal: who is proposed, who accepts under which declaration, who is challenged and why
//! somebody else takes the place. Conflicts are refused here, not by good will.

pub mod rules;

use super::ids::{AccountId, OrganisationId};
use super::notices::Declaration;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is known of a candidate when the registry proposes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The account
    pub account: AccountId,
    /// Name
    pub name: String,
    /// E-mail address, for the conflict check
    pub email: String,
    /// Organisations the candidate belongs to
    pub organisations: Vec<OrganisationId>,
    /// Organisations of the people who act in this case (accounts of parties and representatives)
    pub case_organisations: Vec<OrganisationId>,
}

/// How far a seat is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum SeatState {
    /// Waiting for the candidate's answer
    Proposed,
    /// Accepted under a declaration; parties may challenge
    Accepted {
        /// When
        at: Timestamp,
        /// Declaration of independence with its text
        declaration: Declaration,
        /// Facts disclosed, may be empty
        disclosure: String,
    },
    /// The candidate declined
    Declined {
        /// When
        at: Timestamp,
        /// Why, may be empty
        reason: String,
    },
    /// Left the tribunal
    Removed {
        /// When
        at: Timestamp,
        /// Why
        reason: String,
    },
}

/// A seat on the tribunal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Number in the case, from 1
    pub no: u32,
    /// Track
    pub track: u32,
    /// Who
    pub account: AccountId,
    /// Name
    pub name: String,
    /// Who proposed them
    pub proposed_by: Option<AccountId>,
    /// When
    pub proposed_at: Timestamp,
    /// State
    pub state: SeatState,
}

impl Seat {
    /// Whether this person sits now.
    pub const fn is_sitting(&self) -> bool {
        matches!(self.state, SeatState::Accepted { .. })
    }
}

/// A party's objection to an arbitrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// Number in the case, from 1
    pub no: u32,
    /// The seat
    pub seat: u32,
    /// The party that challenges
    pub party: u32,
    /// Ground
    pub ground: String,
    /// When
    pub filed_at: Timestamp,
    /// The ruling, once made
    pub ruling: Option<Ruling>,
}

/// The ruling on a challenge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// Whether the arbitrator leaves
    pub upheld: bool,
    /// Reasons
    pub reasons: String,
    /// Who ruled
    pub name: String,
    /// When
    pub at: Timestamp,
}

/// Acts about the tribunal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Act {
    /// The registry proposes a candidate.
    Propose {
        /// Track
        track: u32,
        /// Who, with what is known
        candidate: Candidate,
    },
    /// The candidate accepts under a signed declaration of independence.
    Accept {
        /// Seat
        seat: u32,
        /// Declaration with its text
        declaration: Declaration,
        /// Facts disclosed
        disclosure: String,
    },
    /// The candidate declines.
    Decline {
        /// Seat
        seat: u32,
        /// Why
        reason: String,
    },
    /// A party challenges the arbitrator.
    Challenge {
        /// Seat
        seat: u32,
        /// Ground
        ground: String,
    },
    /// Somebody other than the proposer rules on a challenge.
    Rule {
        /// Challenge
        challenge: u32,
        /// Whether the arbitrator leaves
        upheld: bool,
        /// Reasons
        reasons: String,
    },
    /// The arbitrator resigns.
    Resign {
        /// Seat
        seat: u32,
        /// Why
        reason: String,
    },
}

/// Why a candidate cannot sit, as a locale key suffix.
pub fn conflict(file: &super::cases::CaseFile, candidate: &Candidate) -> Option<&'static str> {
    let email = candidate.email.to_lowercase();
    if file.parties.iter().any(|p| {
        p.account == Some(candidate.account)
            || (!p.email.is_empty() && p.email.to_lowercase() == email)
    }) {
        return Some("party");
    }
    if file
        .mandates
        .iter()
        .any(|m| m.account == Some(candidate.account) || m.email.to_lowercase() == email)
    {
        return Some("representative");
    }
    let shares = |organisation: &OrganisationId| {
        candidate.case_organisations.contains(organisation)
            || file
                .parties
                .iter()
                .any(|p| p.organisation == Some(*organisation))
    };
    if candidate.organisations.iter().any(shares) {
        return Some("colleague");
    }
    if file.seats.iter().any(|s| {
        s.account == candidate.account
            && matches!(
                s.state,
                SeatState::Removed { .. } | SeatState::Declined { .. }
            )
    }) {
        return Some("left");
    }
    None
}
