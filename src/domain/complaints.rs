//! Consumer complaints: what was bought, what went wrong, what would put it right.

pub mod rules;

use super::evidence::{NewExhibit, kinds};
use super::money::Money;
use super::notices::{Declaration, NewSeller, Position};
use super::parties::Party;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

kinds! {
    /// What went wrong.
    Problem {
        /// Nothing came
        NotDelivered = "not-delivered",
        /// Came broken or does not work
        Defective = "defective",
        /// Dangerous
        Unsafe = "unsafe",
        /// Something else than promised
        NotAsDescribed = "not-as-described",
        /// Charged wrongly, or a refund not paid
        Payment = "payment",
    }
}

kinds! {
    /// What would put it right; also what offers and orders are made of.
    Remedy {
        /// All the money back
        Refund = "refund",
        /// Some of the money back
        PartialRefund = "partial-refund",
        /// Another one
        Replacement = "replacement",
        /// Mend it
        Repair = "repair",
        /// Goods go back, then the money
        ReturnThenRefund = "return-then-refund",
        /// An apology
        Apology = "apology",
        /// Put the listing back
        RestoreListing = "restore-listing",
        /// Keep the listing down
        KeepDown = "keep-down",
        /// A payment of damages or costs
        Payment = "payment",
        /// Anything else, in words
        Other = "other",
    }
}

impl Remedy {
    /// Whether the remedy needs an amount.
    pub const fn needs_money(self) -> bool {
        matches!(
            self,
            Self::Refund | Self::PartialRefund | Self::ReturnThenRefund | Self::Payment
        )
    }

    /// Whether the remedy says by itself what is to be done to which thing, without further words.
    pub const fn names_its_act(self) -> bool {
        matches!(self, Self::RestoreListing | Self::KeepDown)
    }
}

/// The complaint itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// Order number
    pub order_reference: String,
    /// Where it was bought
    pub marketplace_name: String,
    /// What was bought
    pub goods: String,
    /// Day of the order, if known
    pub ordered_on: Option<Date>,
    /// What went wrong
    pub problem: Problem,
    /// In the consumer's words
    pub statement: String,
    /// What was tried before
    pub tried: String,
    /// What is wanted
    pub remedy: Remedy,
    /// The amount wanted or in dispute
    pub amount: Option<Money>,
    /// Declarations with their texts
    pub declarations: Vec<Declaration>,
    /// What the registry asked for, if anything is missing
    #[serde(default)]
    pub missing: Option<String>,
    /// What the consumer added to it
    #[serde(default)]
    pub completions: Vec<String>,
}

/// Everything a complaint needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filing {
    /// The pack
    pub pack: String,
    /// Language of the case
    pub language: String,
    /// The consumer; its `no` is ignored
    pub claimant: Party,
    /// The seller
    pub seller: NewSeller,
    /// The marketplaces that take part here
    pub marketplaces: Vec<Party>,
    /// The complaint
    pub complaint: Complaint,
    /// Evidence
    pub exhibits: Vec<NewExhibit>,
}

/// Acts on a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Act {
    /// The registry lets the complaint go to the seller.
    ScreenAccept,
    /// The registry asks for what is missing.
    NeedInfo {
        /// Every missing thing, at once
        missing: String,
    },
    /// The registry closes it: not for this service.
    ScreenReject {
        /// Why, and where else to go
        reason: String,
    },
    /// The consumer adds what was missing.
    Complete {
        /// The addition
        text: String,
    },
    /// The seller answers.
    Respond {
        /// Agrees, disputes, or in part
        position: Position,
        /// Reasons
        statement: String,
        /// Declarations with their texts
        declarations: Vec<Declaration>,
    },
    /// A side asks the registry to help (ends direct talks).
    Escalate {
        /// Why
        reason: String,
    },
    /// The facilitator states that no agreement can be reached.
    DeclareFailure {
        /// Why
        reason: String,
    },
    /// The consumer agrees, after the dispute arose, to a binding final stage.
    ConsentFinal {
        /// The declaration shown
        declarations: Vec<Declaration>,
    },
    /// The consumer takes the complaint back.
    Withdraw {
        /// Why, may be empty
        reason: String,
    },
}
