//! Offers between the sides, and the obligations that an agreement or a decision leaves behind.

pub mod dates;
pub mod rules;

use super::Role;
use super::complaints::Remedy;
use super::evidence::kinds;
use super::money::Money;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// What an offer would bind the sides to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What is done
    pub remedy: Remedy,
    /// The amount, where money moves
    pub amount: Option<Money>,
    /// Number of equal monthly instalments, at least 1
    pub instalments: u32,
    /// Day by which the first part is done
    pub due_on: Date,
    /// Who has to do it: claimant or respondent
    pub debtor: Role,
    /// Further words that are part of the agreement
    pub text: String,
}

kinds! {
    /// What became of an offer.
    OfferState {
        /// Waiting for an answer
        Open = "open",
        /// Accepted: the matter is settled
        Accepted = "accepted",
        /// Declined
        Declined = "declined",
        /// Answered by another offer
        Countered = "countered",
        /// Taken back by its maker
        Withdrawn = "withdrawn",
        /// Not answered in time
        Lapsed = "lapsed",
    }
}

/// An offer as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Number in the case, from 1
    pub no: u32,
    /// Track
    pub track: u32,
    /// Claimant, respondent, or the registry as facilitator
    pub by: Role,
    /// Name of its maker
    pub name: String,
    /// The terms
    pub terms: Terms,
    /// Until when it can be accepted
    pub open_until: Timestamp,
    /// When it was made
    pub made_at: Timestamp,
    /// State
    pub state: OfferState,
    /// When it left `Open`
    pub answered_at: Option<Timestamp>,
    /// Sides that accepted so far (a proposal of the facilitator needs both)
    pub accepted_by: Vec<Role>,
    /// Reason given with a refusal, may be empty
    pub reason: String,
}

impl Offer {
    /// Whether `role` may still answer at `now`; the maker cannot answer an own offer.
    pub fn can_be_answered_by(&self, role: Role, now: Timestamp) -> bool {
        self.state == OfferState::Open
            && now < self.open_until
            && self.by != role
            && matches!(role, Role::Claimant | Role::Respondent)
            && !self.accepted_by.contains(&role)
    }
}

kinds! {
    /// How far an obligation is.
    ObligationState {
        /// To be done
        Due = "due",
        /// The debtor says it is done
        Marked = "marked",
        /// The creditor agrees that it is done
        Confirmed = "confirmed",
        /// The creditor says it is not done
        Disputed = "disputed",
        /// Its day passed
        Overdue = "overdue",
    }
}

/// Something that one side owes the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// Number in the case, from 1
    pub no: u32,
    /// Track
    pub track: u32,
    /// Party that owes it
    pub debtor: u32,
    /// Party it is owed to
    pub creditor: u32,
    /// What has to be done
    pub remedy: Remedy,
    /// Amount of this part
    pub amount: Option<Money>,
    /// Part number, from 1
    pub part: u32,
    /// Number of parts
    pub parts: u32,
    /// Words of the term
    pub text: String,
    /// Last day
    pub due_on: Date,
    /// End of that day in the debtor's zone
    pub due_at: Timestamp,
    /// State
    pub state: ObligationState,
    /// Proof given by the debtor
    pub proof: String,
    /// What the creditor said when disputing
    pub dispute: String,
    /// Since when it is in this state
    pub since: Timestamp,
}

/// Days after which what is marked as done counts as confirmed if the other side says nothing. A rule of
/// the house, not of a law; the letter and the page tell it.
pub const CONFIRM_DAYS: i64 = 14;

impl Obligation {
    /// When silence confirms it; none unless it waits for a yes or no.
    pub fn confirmed_by_silence_at(&self) -> Option<Timestamp> {
        let length = SignedDuration::from_hours(24 * CONFIRM_DAYS);
        (self.state == ObligationState::Marked).then(|| self.since.saturating_add(length).ok())?
    }
}

/// Acts about settlement and performance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Act {
    /// Makes an offer, or a counter-offer to one.
    Offer {
        /// Track
        track: u32,
        /// Terms
        terms: Terms,
        /// Until when it is open
        open_until: Timestamp,
        /// The offer it answers
        counter_to: Option<u32>,
    },
    /// Accepts an offer.
    Accept {
        /// Which
        offer: u32,
    },
    /// Declines an offer.
    Decline {
        /// Which
        offer: u32,
        /// Why, may be empty
        reason: String,
    },
    /// Takes an own offer back.
    Withdraw {
        /// Which
        offer: u32,
    },
    /// The debtor says that an obligation is done.
    Mark {
        /// Which
        obligation: u32,
        /// Proof in words (reference, exhibit)
        proof: String,
    },
    /// The creditor confirms it.
    Confirm {
        /// Which
        obligation: u32,
    },
    /// The creditor disputes it.
    Dispute {
        /// Which
        obligation: u32,
        /// Why
        reason: String,
    },
    /// The registry says whether a disputed obligation is done.
    Determine {
        /// Which
        obligation: u32,
        /// Whether it is done
        done: bool,
        /// Why
        reason: String,
    },
}
