//! The kinds of letters. Each has words in `locales/*/letters.ftl` under `letter-<kind>-…`.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A name that no letter has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no letter of the kind {0:?}")]
pub struct UnknownKind(pub String);

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal;)*) => {
        /// Which letter.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(into = "&'static str", try_from = "String")]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// Every kind, in the order of its story.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The name in tables and in keys of the catalogue.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $name),*
                }
            }

            /// Reads a name.
            pub fn parse(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$kind),)*
                    _ => None,
                }
            }
        }
    };
}

kinds! {
    /// the address of a new account must be confirmed
    ConfirmEmail = "confirm-email";
    /// a new password was asked for
    ResetPassword = "reset-password";
    /// a link to sign in was asked for
    SignInLink = "sign-in-link";
    /// the way to sign in changed
    AccountSecurity = "account-security";
    /// the first administrator's door
    FirstAdministrator = "first-administrator";
    /// a filing waits until its sender's address is confirmed
    ConfirmNotice = "confirm-notice";
    /// a form was saved
    DraftSaved = "draft-saved";
    /// a notice or complaint arrived
    FilingReceived = "filing-received";
    /// something is missing in a filing
    NeedInfo = "need-info";
    /// a filing was not taken
    FilingRejected = "filing-rejected";
    /// a complaint passed the check
    ScreeningPassed = "screening-passed";
    /// the seller learns of a notice
    NoticeServed = "notice-served";
    /// the officer has listings to decide on
    TakedownOrder = "takedown-order";
    /// a decision about a notice, with its reasons and what can be done against it
    ReasonsTold = "reasons-told";
    /// the marketplace decided about listings
    ListingMeasure = "listing-measure";
    /// the seller's counter-notice arrived
    CounterReceived = "counter-received";
    /// the rights holder learns of the counter-notice
    CounterForwarded = "counter-forwarded";
    /// a court or authority has the dispute
    ActionProved = "action-proved";
    /// a counter-notice that was forwarded lacks something after all
    CounterSentBack = "counter-sent-back";
    /// days stopped counting
    TimeStopped = "time-stopped";
    /// days count again
    TimeGoesOn = "time-goes-on";
    /// a court's order goes first
    CourtHeld = "court-held";
    /// listings come back unless the claimant acts
    PutBackDue = "put-back-due";
    /// listings are, or are to be made, visible again
    ListingRestored = "listing-restored";
    /// nobody answered, the measure stays
    UpheldNoReply = "upheld-no-reply";
    /// one side proposes arbitration
    ArbitrationConsentAsked = "arbitration-consent-asked";
    /// both sides want arbitration
    ArbitrationAgreed = "arbitration-agreed";
    /// the seller learns of a complaint
    ComplaintServed = "complaint-served";
    /// the answer arrived
    ResponseReceived = "response-received";
    /// the other side learns of the answer
    ResponseForwarded = "response-forwarded";
    /// the other side learns of a matter
    MatterServed = "matter-served";
    /// somebody took a step of the procedure
    StepTaken = "step-taken";
    /// the case goes on under another version of its procedure
    RulesChanged = "rules-changed";
    /// a matter elsewhere concerns the case
    ParallelFound = "parallel-found";
    /// a matter elsewhere is over
    ParallelOver = "parallel-over";
    /// points for conduct reached a rung of the ladder
    ConductWarning = "conduct-warning";
    /// a person is to look at somebody's conduct
    ConductReview = "conduct-review";
    /// it is the reader's turn
    StepAwaited = "step-awaited";
    /// offers can be made
    TalksOpen = "talks-open";
    /// a case manager helps
    FacilitationOpen = "facilitation-open";
    /// the consumer is asked whether an arbitrator may decide
    FinalConsentAsked = "final-consent-asked";
    /// an arbitrator will decide
    FinalOpen = "final-open";
    /// a date moved, or did not
    TimeExtended = "time-extended";
    /// a date is near
    Reminder = "reminder";
    /// a date passed
    DeadlinePassed = "deadline-passed";
    /// an offer came
    OfferMade = "offer-made";
    /// an offer was accepted
    OfferAccepted = "offer-accepted";
    /// an offer was declined
    OfferDeclined = "offer-declined";
    /// an offer was taken back
    OfferWithdrawn = "offer-withdrawn";
    /// an offer ended by itself
    OfferLapsed = "offer-lapsed";
    /// both sides agreed
    Settled = "settled";
    /// one side says that something is done
    ObligationMarked = "obligation-marked";
    /// the other side agrees that it is done
    ObligationConfirmed = "obligation-confirmed";
    /// the other side does not agree that it is done
    ObligationDisputed = "obligation-disputed";
    /// something is not done in time
    ObligationOverdue = "obligation-overdue";
    /// everything is done
    Performed = "performed";
    /// an agreement or decision was not carried out
    Breached = "breached";
    /// an exhibit was added
    EvidenceFiled = "evidence-filed";
    /// an exhibit was withdrawn
    EvidenceWithdrawn = "evidence-withdrawn";
    /// somebody wrote
    MessageReceived = "message-received";
    /// a person is asked to decide a case
    AppointmentOffered = "appointment-offered";
    /// the person accepted
    AppointmentAccepted = "appointment-accepted";
    /// the person declined
    AppointmentDeclined = "appointment-declined";
    /// a side doubts the arbitrator
    ChallengeFiled = "challenge-filed";
    /// the doubt was decided
    ChallengeDecided = "challenge-decided";
    /// another arbitrator is needed
    ArbitratorReplaced = "arbitrator-replaced";
    /// the decision is signed
    DecisionIssued = "decision-issued";
    /// nothing is left to do
    Closed = "closed";
    /// a filing was taken back
    Withdrawn = "withdrawn";
    /// somebody is asked to represent a side
    Invitation = "invitation";
    /// a representative joined
    RepresentativeJoined = "representative-joined";
    /// a representative left
    MandateEnded = "mandate-ended";
    /// a new door to a case was asked for
    AnswerLink = "answer-link";
    /// a letter did not arrive
    LetterBounced = "letter-bounced";
}

impl Kind {
    /// Reads a name that a pack or a rule uses; a few of them stand for a form of a letter.
    pub fn of_order(name: &str) -> Result<(Self, Option<&'static str>), UnknownKind> {
        if let Some(kind) = Self::parse(name) {
            return Ok((kind, None));
        }
        match name {
            "restored" => Ok((Self::ListingRestored, None)),
            "decided" => Ok((Self::DecisionIssued, None)),
            "rejected" => Ok((Self::FilingRejected, None)),
            "notice-received" => Ok((Self::FilingReceived, Some("notice"))),
            "complaint-received" => Ok((Self::FilingReceived, Some("complaint"))),
            _ => Err(UnknownKind(name.to_owned())),
        }
    }
}

impl From<Kind> for &'static str {
    fn from(kind: Kind) -> Self {
        kind.as_str()
    }
}

impl TryFrom<String> for Kind {
    type Error = UnknownKind;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        Self::parse(&name).ok_or(UnknownKind(name))
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
