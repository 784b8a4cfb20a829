//! Infringement notices: the right, the listings, what the marketplace did to each of them, and
//! how the seller answered. When what may happen stands in the packs, not here.

pub mod gaps;
pub mod rules;

pub use gaps::{Asked, Completion, Gap, NoticePaper, Place};

use super::evidence::{FileRef, kinds};
use super::ids::OrganisationId;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

kinds! {
    /// Sort of right relied on.
    RightKind {
        /// Trade mark
        TradeMark = "trade-mark",
        /// Copyright
        Copyright = "copyright",
        /// Patent or utility model
        Patent = "patent",
        /// Registered or unregistered design
        Design = "design",
        /// No right of the sender: another rule of law that the listing breaks
        Rule = "rule",
    }
}

impl RightKind {
    /// Rights that somebody owns.
    pub const OWNED: &'static [Self] =
        &[Self::TradeMark, Self::Copyright, Self::Patent, Self::Design];

    /// Whether somebody owns it.
    pub fn is_owned(self) -> bool {
        Self::OWNED.contains(&self)
    }
}

kinds! {
    /// What a marketplace does to a listing.
    MeasureAction {
        /// Takes the listing out of sight until the matter ends
        Hide = "hide",
        /// Takes the listing down
        Remove = "remove",
        /// Limits it: territory, search, sale
        Restrict = "restrict",
        /// Does nothing to it, with reasons
        Refuse = "refuse",
        /// Puts it back
        Restore = "restore",
    }
}

kinds! {
    /// What a listing is now on the marketplace. Kept apart from the state of the case.
    MeasureValue {
        /// Visible, nothing done yet
        Live = "live",
        /// Out of sight
        Hidden = "hidden",
        /// Taken down
        Removed = "removed",
        /// Limited
        Restricted = "restricted",
        /// Stays visible, the marketplace refused
        Refused = "refused",
        /// Visible again
        Restored = "restored",
    }
}

impl MeasureAction {
    /// The state of the listing once the action is carried out.
    pub const fn value(self) -> MeasureValue {
        match self {
            Self::Hide => MeasureValue::Hidden,
            Self::Remove => MeasureValue::Removed,
            Self::Restrict => MeasureValue::Restricted,
            Self::Refuse => MeasureValue::Refused,
            Self::Restore => MeasureValue::Restored,
        }
    }
}

impl MeasureValue {
    /// Whether the seller cannot sell as before.
    pub const fn is_held(self) -> bool {
        matches!(self, Self::Hidden | Self::Removed | Self::Restricted)
    }
}

/// The right relied on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Right {
    /// Sort
    pub kind: RightKind,
    /// Number in the register, or for copyright the title of the work
    pub number: String,
    /// Where it holds
    pub territory: String,
    /// Who owns it
    pub owner: String,
    /// Proof of the right
    pub proof: Vec<FileRef>,
}

impl Right {
    /// The key by which the same right is recognised in another notice: kind, number and
    /// territory without case, spaces and punctuation.
    pub fn key(&self) -> String {
        let squeeze = |text: &str| {
            text.chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect::<String>()
        };
        format!(
            "{}:{}:{}",
            self.kind.as_str(),
            squeeze(&self.number),
            squeeze(&self.territory)
        )
    }
}

/// An order to the marketplace that waits to be carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureOrder {
    /// What to do
    pub action: MeasureAction,
    /// Since when it waits
    pub ordered_at: Timestamp,
    /// What it rests on: a transition of the pack
    pub basis: String,
}

/// Why a marketplace acted (Regulation (EU) 2022/2065, article 17, gives the contents).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementOfReasons {
    /// Law or terms relied on
    pub ground: String,
    /// Facts
    pub facts: String,
    /// Where it applies; empty for everywhere the marketplace sells
    pub territory: String,
    /// Whether the decision was made by a machine alone
    pub automated: bool,
}

/// A listing in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// Number in the case, from 1: also the number of the claim about it
    pub no: u32,
    /// The track it belongs to
    pub track: u32,
    /// The marketplace, where it takes part here
    pub marketplace: Option<OrganisationId>,
    /// The marketplace's name as filed
    pub marketplace_name: String,
    /// Address of the listing, or empty
    pub url: String,
    /// Item number, or empty
    pub item: String,
    /// Title as filed
    pub title: String,
    /// Seller as filed
    pub seller: String,
    /// What is wrong with it
    pub wrong: String,
    /// What it is now
    pub measure: MeasureValue,
    /// Since when
    pub measure_since: Timestamp,
    /// What the marketplace still has to do
    pub order: Option<MeasureOrder>,
    /// Why the marketplace did what it did last
    pub reasons: Option<StatementOfReasons>,
}

/// A declaration with the exact text that was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// Id in the pack
    pub id: String,
    /// Version of the text
    pub version: String,
    /// Language it was shown in
    pub language: String,
    /// The text as shown
    pub text: String,
    /// When it was given
    pub given_at: Timestamp,
}

/// The notice itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The right
    pub right: Right,
    /// What the sender says, for all listings
    pub statement: String,
    /// The measure asked for
    pub asked: MeasureAction,
    /// Declarations with their texts
    pub declarations: Vec<Declaration>,
    /// Capacity of the sender: `owner` or `agent`
    pub capacity: String,
    /// Files that answer a question of the pack's document, apart from the proof of the right
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<NoticePaper>,
}

/// How a seller answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// `agree`, `dispute` or, for complaints, `part`
    pub position: Position,
    /// Reasons in the seller's words
    pub statement: String,
    /// Ground chosen from the list, or empty
    #[serde(default)]
    pub ground: String,
    /// Name, address and telephone for service where the pack asks for them
    #[serde(default)]
    pub contact: String,
    /// Declarations with their texts
    #[serde(default)]
    pub declarations: Vec<Declaration>,
    /// When
    pub at: Timestamp,
}

kinds! {
    /// What the respondent says to the claim.
    Position {
        /// Agrees
        Agree = "agree",
        /// Does not agree
        Dispute = "dispute",
        /// Agrees with a part
        Part = "part",
    }
}

/// Proof that the rights holder went to a court or authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionProof {
    /// Court or authority
    pub court: String,
    /// Its number of the matter
    pub number: String,
    /// Date of filing there
    pub filed_on: Date,
    /// Copy, if given
    pub copy: Option<FileRef>,
    /// When it was shown here
    pub at: Timestamp,
}

/// A court's order about listings, such as a preservation order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourtOrder {
    /// The court
    pub court: String,
    /// Its number of the order
    pub number: String,
    /// Date of the order
    pub ordered_on: Date,
    /// What it asks of the listings; nothing for leaving them as they are
    pub measure: Option<MeasureAction>,
    /// What it says, in the words of whoever entered it
    pub detail: String,
    /// Copy
    pub copy: FileRef,
    /// When it was entered here
    pub at: Timestamp,
}

/// One seller's part of a case, with a state and clocks of its own. A complaint has one track.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// Number in the case, from 1
    pub no: u32,
    /// The respondent's party number
    pub respondent: u32,
    /// State of the pinned pack
    pub state: String,
    /// Since when
    pub since: Timestamp,
    /// The answer, once given
    pub answer: Option<Answer>,
    /// Proof of a court action, once given
    pub action: Option<ActionProof>,
    /// The court's order that holds the matter, once there is one
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<CourtOrder>,
    /// What the marketplace named as missing, until it is added
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Asked>,
    /// Who agreed to have the matter decided here
    #[serde(default)]
    pub consents: Vec<super::Role>,
    /// How it ended
    pub outcome: Option<String>,
}

/// A listing as filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewListing {
    /// The marketplace, where it takes part here
    pub marketplace: Option<OrganisationId>,
    /// Its name
    pub marketplace_name: String,
    /// Address, or empty
    pub url: String,
    /// Item number, or empty
    pub item: String,
    /// Title, or empty
    pub title: String,
    /// Seller's name, or empty when the marketplace alone knows
    pub seller: String,
    /// What is wrong with it
    pub wrong: String,
}

/// A seller named in a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewSeller {
    /// Name
    pub name: String,
    /// E-mail, or empty when the marketplace alone knows it
    pub email: String,
    /// Country, or empty
    pub country: String,
    /// Language of letters
    pub language: String,
    /// Zone
    pub zone: String,
    /// The account the address belongs to, if any
    pub account: Option<super::ids::AccountId>,
}

/// Everything a notice needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filing {
    /// The pack: law the notice is filed under
    pub pack: String,
    /// Language of the case
    pub language: String,
    /// The sender; its `no` is ignored
    pub claimant: super::parties::Party,
    /// The notice
    pub notice: Notice,
    /// Sellers; a listing points to one by name
    pub sellers: Vec<NewSeller>,
    /// The marketplaces that take part here
    pub marketplaces: Vec<super::parties::Party>,
    /// The listings
    pub listings: Vec<NewListing>,
    /// Further evidence
    pub exhibits: Vec<super::evidence::NewExhibit>,
}

/// What a court or authority found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionResult {
    /// The listing may come back
    Restore,
    /// It stays down
    KeepDown,
}

/// Acts on a notice after it was filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Act {
    /// The marketplace decides on listings, with reasons.
    Measure {
        /// Listing numbers
        listings: Vec<u32>,
        /// What it does
        action: MeasureAction,
        /// Why
        reasons: StatementOfReasons,
        /// Whether it is already done on the marketplace
        carried_out: bool,
    },
    /// The marketplace confirms that an order was carried out.
    CarryOut {
        /// Listing numbers
        listings: Vec<u32>,
    },
    /// The marketplace names what a notice or a counter-notice lacks.
    NeedInfo {
        /// Track, or 0 for all whose part waits for it
        track: u32,
        /// The things that are missing
        gaps: Vec<Gap>,
        /// In its own words
        words: String,
    },
    /// The rights holder adds what the notice lacks, for every track that waits for it.
    Complete {
        /// What is added
        completion: Box<Completion>,
    },
    /// The seller agrees; the listings stay down.
    Agree {
        /// Track
        track: u32,
        /// Words, may be empty
        statement: String,
    },
    /// The seller disputes with the pack's declarations.
    Counter {
        /// Track
        track: u32,
        /// Ground from the list
        ground: String,
        /// Reasons
        statement: String,
        /// Name, address, telephone for service
        contact: String,
        /// Declarations with their texts
        declarations: Vec<Declaration>,
    },
    /// Asks for more time on a running clock.
    AskTime {
        /// Clock number
        clock: u32,
        /// Why
        reason: String,
    },
    /// The rights holder shows a delay that it cannot help, such as notarisation.
    Delay {
        /// Track
        track: u32,
        /// Which proof takes longer
        proof: String,
        /// Why
        reason: String,
        /// The receipt of whoever makes it
        receipt: Option<FileRef>,
    },
    /// The delay is over.
    DelayOver {
        /// Track
        track: u32,
    },
    /// The order of a court that goes before everything else is entered.
    CourtOrder {
        /// Track
        track: u32,
        /// The court
        court: String,
        /// Its number of the order
        number: String,
        /// Date of the order
        ordered_on: Date,
        /// What it asks of the listings; nothing for leaving them as they are
        measure: Option<MeasureAction>,
        /// What it says
        detail: String,
        /// Copy
        copy: Option<FileRef>,
    },
    /// The rights holder shows that it went to court or authority.
    ProveAction {
        /// Track
        track: u32,
        /// Court or authority
        court: String,
        /// Its number
        number: String,
        /// Date of filing there
        filed_on: Date,
        /// Copy
        copy: Option<FileRef>,
        /// Declarations with their texts
        declarations: Vec<Declaration>,
    },
    /// The court's or authority's result is entered by the registry.
    ActionOutcome {
        /// Track
        track: u32,
        /// Result
        result: ActionResult,
        /// What the registry saw
        detail: String,
    },
    /// A side agrees to have the dispute decided here.
    ConsentArbitration {
        /// Track
        track: u32,
        /// Declarations with their texts
        declarations: Vec<Declaration>,
    },
    /// The rights holder takes the notice back, for one track or all.
    Withdraw {
        /// Track, or 0 for all that are open
        track: u32,
        /// Why
        reason: String,
    },
}
