//! The vocabulary of change: what somebody does (Act), what follows from it (Plan of Effects),
//! and why it may be refused (Refusal). Deciding is in `cases`, storing in `services`.

use super::cases::{Opening, PackRef};
use super::evidence::{Exhibit, ExhibitKind};
use super::ids::{AccountId, ExhibitLabel};
use super::messages::Message;
use super::notices::{
    ActionProof, Answer, Asked, Completion, CourtOrder, MeasureAction, MeasureValue,
    StatementOfReasons,
};
use super::parties::Mandate;
use super::procedures::Derivation;
use super::settlements::{Obligation, Offer, OfferState};
use super::tribunal::{Challenge, Ruling, Seat, SeatState};
use super::{
    Role, complaints, decisions, evidence, matters, messages, notices, parallel, parties,
    settlements, tribunal,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What somebody does to a case. One variant a feature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", content = "act", rename_all = "snake_case")]
pub enum Act {
    /// A notice after filing
    Notice(notices::Act),
    /// A complaint after filing
    Complaint(complaints::Act),
    /// Who takes part
    Party(parties::Act),
    /// Exhibits
    Evidence(evidence::Act),
    /// Offers and performance
    Settlement(settlements::Act),
    /// Appointment and challenge
    Tribunal(tribunal::Act),
    /// The decision
    Decision(decisions::Act),
    /// Messages
    Message(messages::Act),
    /// A step that only the pack of the case knows
    Matter(matters::Act),
    /// The case goes on under another version of its procedure
    Migrate {
        /// The version
        to: PackRef,
        /// Why
        reason: String,
    },
    /// A matter elsewhere that concerns the case
    Parallel(parallel::Act),
    /// A deadline ran out; done by the system
    Lapse {
        /// Clock number in the case
        clock: u32,
    },
    /// A calendar arrived that a date was waiting for; done by the system
    Recount {
        /// Clock number in the case
        clock: u32,
    },
    /// Nobody could reach the service when a deadline ended; done by the system
    Outage {
        /// Clock number in the case
        clock: u32,
        /// Since when
        from: Timestamp,
        /// Until when
        until: Timestamp,
    },
    /// An offer's time ran out; done by the system
    OfferLapse {
        /// Offer number
        offer: u32,
    },
    /// What was marked as done was not disputed in time; done by the system
    ObligationSilence {
        /// Obligation number
        obligation: u32,
    },
    /// An obligation's day passed; done by the system
    ObligationOverdue {
        /// Obligation number
        obligation: u32,
    },
}

/// How a running clock ended, or that it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    /// Counting
    Running,
    /// Standing still in a suspension
    Held,
    /// Met or no longer needed
    Stopped,
    /// Ran out and had its effect
    Fired,
}

/// A clock of a case, with the explanation of its date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// Number in the case, from 1
    pub no: u32,
    /// Track
    pub track: u32,
    /// Rule in the pinned pack
    pub rule: String,
    /// Who has to act
    pub owner: Role,
    /// Whether it only measures a target and moves nothing
    pub target: bool,
    /// Where it began
    pub started_at: Timestamp,
    /// For windows: not before
    pub earliest_at: Option<Timestamp>,
    /// When it runs out
    pub due_at: Timestamp,
    /// Whether a calendar beyond its horizon was used
    pub provisional: bool,
    /// How the date was counted
    pub derivation: Derivation,
    /// State
    pub state: ClockState,
    /// When it stopped or fired
    pub ended_at: Option<Timestamp>,
    /// Extensions given so far, all together
    #[serde(default)]
    pub extensions: u32,
    /// Extensions given so far under each rule of the pack, in its order
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<u32>,
    /// Sides that asked for more time where both must
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Role>,
    /// The suspension for which it stands still, if it does
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<Held>,
    /// When nobody could reach the service at its end, and for how long: what was given back
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outages: Vec<Outage>,
}

impl Clock {
    /// How often more time was given under a rule of the pack.
    #[must_use]
    pub fn given_by(&self, rule: usize) -> u32 {
        self.given.get(rule).copied().unwrap_or(0)
    }
}

impl Clock {
    /// Whether it has not ended: it runs, or stands still in a suspension.
    #[must_use]
    pub fn is_live(&self) -> bool {
        matches!(self.state, ClockState::Running | ClockState::Held)
    }
}

/// Since when a clock stands still, and under which suspension of its pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The hold of the pack
    pub hold: String,
    /// Since when
    pub since: Timestamp,
}

/// A time in which nobody could reach the service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outage {
    /// Since when
    pub from: Timestamp,
    /// Until when
    pub until: Timestamp,
}

/// One consequence of an act. Applying all effects of the docket in order gives the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
#[expect(missing_docs, reason = "fields are named after the record they fill")]
pub enum Effect {
    /// Everything a new case begins with
    Opened { opening: Box<Opening> },
    /// A track changed its state under a rule of the pack
    TrackMoved {
        track: u32,
        from: String,
        to: String,
        rule: String,
    },
    /// A track ended with an outcome
    OutcomeSet { track: u32, outcome: String },
    /// A clock began
    ClockStarted { clock: Box<Clock> },
    /// A clock was met or is no longer needed
    ClockStopped { clock: u32 },
    /// A clock ran out
    ClockFired { clock: u32 },
    /// A side asked for more time
    TimeAsked {
        clock: u32,
        role: Role,
        reason: String,
    },
    /// A track that had ended goes on, as the pack allows
    Reopened { track: u32 },
    /// A clock got more time
    ClockExtended {
        clock: u32,
        /// Place of the rule of the pack
        #[serde(default)]
        by_rule: usize,
        due_at: Timestamp,
        derivation: Box<Derivation>,
        reason: String,
    },
    /// A clock stopped counting
    ClockTolled {
        clock: u32,
        due_at: Timestamp,
        derivation: Box<Derivation>,
        reason: String,
    },
    /// A clock counts again
    ClockResumed {
        clock: u32,
        due_at: Timestamp,
        derivation: Box<Derivation>,
    },
    /// A clock stands still in a suspension
    ClockHeld { clock: u32, hold: String },
    /// The suspension is over, and the clock goes on
    ClockReleased {
        clock: u32,
        due_at: Timestamp,
        earliest_at: Option<Timestamp>,
        derivation: Box<Derivation>,
    },
    /// A date that a calendar did not reach was counted again
    ClockRecounted {
        clock: u32,
        due_at: Timestamp,
        earliest_at: Option<Timestamp>,
        derivation: Box<Derivation>,
    },
    /// A matter elsewhere concerns the case
    ParallelFound { matter: Box<parallel::Parallel> },
    /// That matter is over
    ParallelOver { matter: u32, words: String },
    /// The case goes on under another version of its procedure
    Migrated { pack: PackRef, reason: String },
    /// Time was given back in which nobody could reach the service
    TimeGivenBack {
        clock: u32,
        due_at: Timestamp,
        earliest_at: Option<Timestamp>,
        derivation: Box<Derivation>,
        outage: Outage,
    },
    /// The marketplace named what is missing
    GapsNamed { track: u32, asked: Asked },
    /// What was missing in the notice was added
    NoticeCompleted { completion: Box<Completion> },
    /// A court's order holds the matter
    CourtHeld { track: u32, order: Box<CourtOrder> },
    /// The marketplace is told to act on a listing
    MeasureOrdered {
        listing: u32,
        action: MeasureAction,
        basis: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reasons: Option<StatementOfReasons>,
    },
    /// The marketplace acted on a listing
    MeasureTaken {
        listing: u32,
        value: MeasureValue,
        reasons: Option<StatementOfReasons>,
    },
    /// The seller answered
    Answered { track: u32, answer: Answer },
    /// Proof of a court action
    ActionProved { track: u32, proof: ActionProof },
    /// A side agreed to a binding decision here
    Consented { track: u32, role: Role },
    /// The registry named what is missing
    InfoAsked { missing: String },
    /// The consumer added it
    InfoGiven { text: String },
    /// A document was filed
    ExhibitFiled { exhibit: Exhibit },
    /// The words about a document changed
    ExhibitDescribed {
        label: ExhibitLabel,
        title: String,
        kind: ExhibitKind,
        description: String,
        claim: u32,
    },
    /// A document was withdrawn
    ExhibitWithdrawn { label: ExhibitLabel, reason: String },
    /// An offer was made
    OfferMade { offer: Offer },
    /// One side accepted an offer that needs both
    OfferSupported { offer: u32, role: Role },
    /// An offer left the open state
    OfferClosed {
        offer: u32,
        state: OfferState,
        reason: String,
    },
    /// Something is owed
    ObligationArose { obligation: Obligation },
    /// An obligation changed its state
    ObligationMoved {
        obligation: u32,
        state: settlements::ObligationState,
        words: String,
    },
    /// A seat on the tribunal was offered
    SeatOffered { seat: Seat },
    /// A seat changed its state
    SeatMoved { seat: u32, state: SeatState },
    /// A challenge was filed
    Challenged { challenge: Challenge },
    /// A challenge was ruled on
    ChallengeRuled { challenge: u32, ruling: Ruling },
    /// A paper was filed
    PaperFiled { paper: Box<matters::Paper> },
    /// A decision was signed
    Decided { decision: Box<decisions::Decision> },
    /// A message was sent
    MessageSent { message: Message },
    /// A mandate was given
    MandateGranted { mandate: Mandate },
    /// An invited person took the mandate up
    MandateJoined { mandate: u32, account: AccountId },
    /// A mandate ended
    MandateEnded { mandate: u32 },
    /// Letters to a party go to this address
    AddressSet {
        party: u32,
        name: String,
        email: String,
        country: String,
        language: String,
    },
    /// An account took a party's seat
    SeatTaken { party: u32, account: AccountId },
    /// Points on the conduct ledger of a party
    ConductPosted {
        party: u32,
        points: i32,
        why: String,
    },
    /// Nothing is left to do in the case
    Closed { outcome: String },
}

/// Whom a letter goes to. Representatives of a party get the same letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Addressee {
    /// A party and its live representatives
    Party(u32),
    /// One account
    Account(AccountId),
    /// One address that has no account yet, with a name
    Address {
        /// E-mail address
        email: String,
        /// Name
        name: String,
        /// The mandate that the letter invites to, if it is an invitation
        mandate: Option<u32>,
    },
    /// All case managers
    Registry,
}

/// A letter that an act causes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterOrder {
    /// Kind: names the words in `locales/*/letters.ftl`
    pub kind: String,
    /// Whom it goes to
    pub to: Addressee,
    /// Track it speaks of, if one
    pub track: Option<u32>,
    /// Clock whose date and derivation it carries, if one
    pub clock: Option<u32>,
    /// Words of the sender to quote, if any
    pub quote: Option<String>,
    /// Listing numbers to name
    pub listings: Vec<u32>,
    /// Further arguments for the words
    pub args: BTreeMap<String, String>,
    /// Page of the case the button opens, such as `settlement`; empty for the overview
    pub page: String,
}

/// What follows from an act: all of it, or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Plan {
    /// Consequences in order
    pub effects: Vec<Effect>,
    /// Letters, in order
    pub letters: Vec<LetterOrder>,
    /// Keys of the sources in the pack that the act rests on
    pub cites: Vec<String>,
    /// Steps of the pack that were taken, in order
    #[serde(default)]
    pub steps: Vec<StepTaken>,
}

/// A step of the pack that an act took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTaken {
    /// Track
    pub track: u32,
    /// Its id in the pack
    pub rule: String,
}

/// Why an act is refused. Each has words in `locales/*/refusals.ftl` under `refusal-<key>`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the locale catalogue carries the words")]
pub enum Refusal {
    #[error("the procedure does not allow this now")]
    NotNow { act: String, state: String },
    #[error("this seat may not do this")]
    NotYours { act: String },
    #[error("the time for this ended")]
    TooLate { ended_at: Timestamp },
    #[error("the time for this has not begun")]
    TooEarly { opens_at: Timestamp },
    #[error("somebody changed the case meanwhile")]
    Stale { version: u64 },
    #[error("already done")]
    AlreadyDone,
    #[error("the thing named does not exist in this case")]
    Unknown { what: String },
    #[error("something is missing: {what}")]
    Missing { what: String },
    #[error("the offer is closed")]
    OfferClosed { state: OfferState },
    #[error("own offer")]
    OwnOffer,
    #[error("no more time can be given")]
    NoMoreTime,
    #[error("conflict of interest: {why}")]
    Conflict { why: String },
    #[error("the proposer may not rule on the challenge")]
    SamePerson,
    #[error("the decision is incomplete: {what} {no}")]
    Incomplete { what: String, no: u32 },
    #[error("the same right and listing stand in an open case")]
    Duplicate { number: String },
    #[error("a limit is exceeded: {what} at most {limit}")]
    Limit { what: String, limit: u64 },
    #[error("the record changed since it was looked at")]
    RecordChanged,
    #[error("exhibit {exhibit} was not dealt with")]
    Unconsidered { exhibit: ExhibitLabel },
    #[error("two sides cannot be one person")]
    SameParty,
    #[error("a person has to do this")]
    PersonNeeded,
    #[error("the record is being checked, and nothing is written")]
    Halted,
}

impl Refusal {
    /// The key of the words: `refusal-<key>`.
    pub fn key(&self) -> String {
        match self {
            Self::NotNow { .. } => "refusal-not-now".into(),
            Self::NotYours { .. } => "refusal-not-yours".into(),
            Self::TooLate { .. } => "refusal-too-late".into(),
            Self::TooEarly { .. } => "refusal-too-early".into(),
            Self::Stale { .. } => "refusal-stale".into(),
            Self::AlreadyDone => "refusal-already-done".into(),
            Self::Unknown { .. } => "refusal-unknown".into(),
            Self::Missing { what } => format!("refusal-missing-{what}"),
            Self::OfferClosed { state } => format!("refusal-offer-{}", state.as_str()),
            Self::OwnOffer => "refusal-own-offer".into(),
            Self::NoMoreTime => "refusal-no-more-time".into(),
            Self::Conflict { why } => format!("refusal-conflict-{why}"),
            Self::SamePerson => "refusal-same-person".into(),
            Self::Incomplete { what, .. } => format!("refusal-incomplete-{what}"),
            Self::Duplicate { .. } => "refusal-duplicate".into(),
            Self::Limit { what, .. } => format!("refusal-limit-{what}"),
            Self::Unconsidered { .. } => "refusal-unconsidered".into(),
            Self::RecordChanged => "refusal-record-changed".into(),
            Self::SameParty => "refusal-same-party".into(),
            Self::PersonNeeded => "refusal-person-needed".into(),
            Self::Halted => "refusal-halted".into(),
        }
    }
}

/// What the person gets back: the act is on the docket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Case number
    pub number: super::ids::CaseNumber,
    /// Docket entry
    pub entry: u64,
    /// When it was recorded
    pub at: Timestamp,
    /// Hash of the entry, hexadecimal
    pub hash: String,
    /// Act name, see [`Act::name`]
    pub act: String,
    /// Exhibit numbers given by the act
    pub exhibits: Vec<ExhibitLabel>,
}

impl Act {
    /// A short stable name: `notice.counter`. The docket, golden tables and locale keys use it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Notice(act) => match act {
                notices::Act::Measure { .. } => "notice.measure",
                notices::Act::CarryOut { .. } => "notice.carry-out",
                notices::Act::NeedInfo { .. } => "notice.need-info",
                notices::Act::Complete { .. } => "notice.complete",
                notices::Act::Delay { .. } => "notice.delay",
                notices::Act::DelayOver { .. } => "notice.delay-over",
                notices::Act::CourtOrder { .. } => "notice.court-order",
                notices::Act::Agree { .. } => "notice.agree",
                notices::Act::Counter { .. } => "notice.counter",
                notices::Act::AskTime { .. } => "notice.ask-time",
                notices::Act::ProveAction { .. } => "notice.prove-action",
                notices::Act::ActionOutcome { .. } => "notice.action-outcome",
                notices::Act::ConsentArbitration { .. } => "notice.consent-arbitration",
                notices::Act::Withdraw { .. } => "notice.withdraw",
            },
            Self::Complaint(act) => match act {
                complaints::Act::ScreenAccept => "complaint.screen-accept",
                complaints::Act::NeedInfo { .. } => "complaint.need-info",
                complaints::Act::ScreenReject { .. } => "complaint.screen-reject",
                complaints::Act::Complete { .. } => "complaint.complete",
                complaints::Act::Respond { .. } => "complaint.respond",
                complaints::Act::Escalate { .. } => "complaint.escalate",
                complaints::Act::DeclareFailure { .. } => "complaint.declare-failure",
                complaints::Act::ConsentFinal { .. } => "complaint.consent-final",
                complaints::Act::Withdraw { .. } => "complaint.withdraw",
            },
            Self::Party(act) => match act {
                parties::Act::Invite { .. } => "party.invite",
                parties::Act::Join { .. } => "party.join",
                parties::Act::EndMandate { .. } => "party.end-mandate",
                parties::Act::Address { .. } => "party.address",
                parties::Act::TakeSeat { .. } => "party.take-seat",
            },
            Self::Evidence(act) => match act {
                evidence::Act::File { .. } => "evidence.file",
                evidence::Act::Describe { .. } => "evidence.describe",
                evidence::Act::Withdraw { .. } => "evidence.withdraw",
            },
            Self::Settlement(act) => match act {
                settlements::Act::Offer { .. } => "settlement.offer",
                settlements::Act::Accept { .. } => "settlement.accept",
                settlements::Act::Decline { .. } => "settlement.decline",
                settlements::Act::Withdraw { .. } => "settlement.withdraw",
                settlements::Act::Mark { .. } => "settlement.mark",
                settlements::Act::Confirm { .. } => "settlement.confirm",
                settlements::Act::Dispute { .. } => "settlement.dispute",
                settlements::Act::Determine { .. } => "settlement.determine",
            },
            Self::Tribunal(act) => match act {
                tribunal::Act::Propose { .. } => "tribunal.propose",
                tribunal::Act::Accept { .. } => "tribunal.accept",
                tribunal::Act::Decline { .. } => "tribunal.decline",
                tribunal::Act::Challenge { .. } => "tribunal.challenge",
                tribunal::Act::Rule { .. } => "tribunal.rule",
                tribunal::Act::Resign { .. } => "tribunal.resign",
            },
            Self::Decision(decisions::Act::Sign { .. }) => "decision.sign",
            Self::Message(messages::Act::Send { .. }) => "message.send",
            Self::Matter(matters::Act::Take { .. }) => "matter.take",
            Self::Migrate { .. } => "case.migrate",
            Self::Parallel(parallel::Act::Record { .. }) => "case.parallel",
            Self::Parallel(parallel::Act::Over { .. }) => "case.parallel-over",
            Self::Lapse { .. } => "lapse",
            Self::Recount { .. } => "clock.recount",
            Self::Outage { .. } => "clock.outage",
            Self::OfferLapse { .. } => "settlement.lapse",
            Self::ObligationSilence { .. } => "settlement.silence",
            Self::ObligationOverdue { .. } => "settlement.overdue",
        }
    }

    /// Every act name, for golden tables and for the words of the timeline.
    pub const NAMES: &'static [&'static str] = &[
        "notice.file",
        "notice.measure",
        "notice.carry-out",
        "notice.need-info",
        "notice.complete",
        "notice.agree",
        "notice.counter",
        "notice.ask-time",
        "notice.delay",
        "notice.delay-over",
        "notice.prove-action",
        "notice.court-order",
        "notice.action-outcome",
        "notice.consent-arbitration",
        "notice.withdraw",
        "complaint.file",
        "complaint.screen-accept",
        "complaint.need-info",
        "complaint.screen-reject",
        "complaint.complete",
        "complaint.respond",
        "complaint.escalate",
        "complaint.declare-failure",
        "complaint.consent-final",
        "complaint.withdraw",
        "party.invite",
        "party.join",
        "party.end-mandate",
        "party.address",
        "party.take-seat",
        "evidence.file",
        "evidence.describe",
        "evidence.withdraw",
        "settlement.offer",
        "settlement.accept",
        "settlement.decline",
        "settlement.withdraw",
        "settlement.mark",
        "settlement.confirm",
        "settlement.dispute",
        "settlement.determine",
        "settlement.lapse",
        "settlement.silence",
        "settlement.overdue",
        "tribunal.propose",
        "tribunal.accept",
        "tribunal.decline",
        "tribunal.challenge",
        "tribunal.rule",
        "tribunal.resign",
        "decision.sign",
        "message.send",
        "matter.file",
        "matter.take",
        "lapse",
        "clock.recount",
        "clock.outage",
        "case.migrate",
        "case.parallel",
        "case.parallel-over",
    ];
}
