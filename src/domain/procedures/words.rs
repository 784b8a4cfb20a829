//! The closed vocabularies of the pack language: every word a pack may use where it names a kind of
//! thing. A word that is not here cannot be loaded, so no engine ever meets one it does not know.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Defines an enum whose variants are the words of a pack, with the spelling beside each.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// Every word of this vocabulary, in the order of its definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word as packs and rows spell it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Reads a word back; none if the vocabulary does not have it.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.as_str() == word)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// What a procedure starts with.
    Kind {
        /// An infringement notice against listings.
        Notice = "notice",
        /// A complaint about an order.
        Complaint = "complaint",
        /// Any other matter between two sides, filed on the form that its pack describes.
        Matter = "matter",
    }
}

words! {
    /// How far a person with authority has checked a pack.
    Status {
        /// Nobody qualified has signed it off.
        Draft = "draft",
        /// A lawyer has read it against its sources.
        Reviewed = "reviewed",
        /// Reviewed and signed, digest included.
        Certified = "certified",
    }
}

words! {
    /// Which date decides whether a pack version governs a case.
    AppliesBy {
        /// The day of filing.
        FilingDate = "filing_date",
        /// The day of the agreement to use the procedure.
        AgreementDate = "agreement_date",
        /// The day of the event complained of.
        EventDate = "event_date",
    }
}

words! {
    /// The legal weight of a declaration that a person makes.
    Weight {
        /// A promise that the content is true.
        Guarantee = "guarantee",
        /// A statement of honest belief.
        GoodFaith = "good_faith",
        /// A statement under penalty of perjury.
        Perjury = "perjury",
        /// Consent to a step that needs it.
        Consent = "consent",
        /// A neutral's declaration of independence.
        Independence = "independence",
    }
}

words! {
    /// What kind of answer a document field takes.
    FieldType {
        /// One line of text.
        Text = "text",
        /// Several paragraphs.
        LongText = "long_text",
        /// A calendar date.
        Date = "date",
        /// A whole number.
        Number = "number",
        /// Several names or words, one a line.
        Lines = "lines",
        /// An amount with its currency.
        Money = "money",
        /// One or more files.
        File = "file",
        /// A web address.
        Url = "url",
        /// Several listings, each with its place.
        Listings = "listings",
        /// A party's identity and contact data.
        Party = "party",
        /// A country.
        Country = "country",
        /// One of a fixed set of answers.
        Choice = "choice",
        /// Yes or no.
        YesNo = "yes_no",
        /// A typed signature.
        Signature = "signature",
    }
}

words! {
    /// Whether a state waits, is at work, or has ended.
    StateKind {
        /// Somebody may act, nothing is awaited.
        Open = "open",
        /// A named role, or time, is awaited.
        Waiting = "waiting",
        /// The procedure has ended here.
        Terminal = "terminal",
    }
}

words! {
    /// How a procedure ended.
    Outcome {
        /// The listing went back.
        Restored = "restored",
        /// The measure stays; the notice stood.
        Upheld = "upheld",
        /// The parties agreed.
        Settled = "settled",
        /// A neutral decided.
        Decided = "decided",
        /// A neutral recommended; nobody is bound.
        Recommended = "recommended",
        /// What was agreed or decided was done.
        Performed = "performed",
        /// What was agreed or decided was not done in time.
        Breached = "breached",
        /// The claimant took the case back.
        Withdrawn = "withdrawn",
        /// The notice or complaint was refused.
        Rejected = "rejected",
        /// It ended without a decision.
        Terminated = "terminated",
        /// Not a dispute this procedure may hear.
        NoJurisdiction = "no_jurisdiction",
    }
}

words! {
    /// The acts that packs speak of.
    ActName {
        /// The case is filed.
        File = "file",
        /// Missing parts are supplied.
        Complete = "complete",
        /// An officer carries out a measure.
        Measure = "measure",
        /// The notice is refused.
        Reject = "reject",
        /// The respondent answers.
        Respond = "respond",
        /// The respondent agrees.
        Agree = "agree",
        /// The respondent disputes the measure.
        Counter = "counter",
        /// More time is asked.
        AskTime = "ask_time",
        /// A side shows a delay that it cannot help.
        Delay = "delay",
        /// That delay is over.
        DelayOver = "delay_over",
        /// The claimant proves an action at court or authority.
        ProveAction = "prove_action",
        /// The result of that action is recorded.
        ActionOutcome = "action_outcome",
        /// A side consents to arbitration.
        ConsentArbitration = "consent_arbitration",
        /// The claimant takes the case back.
        Withdraw = "withdraw",
        /// The complaint passes screening.
        ScreenAccept = "screen_accept",
        /// The complaint needs more information.
        NeedInfo = "need_info",
        /// The complaint fails screening.
        ScreenReject = "screen_reject",
        /// A side asks for the next stage.
        Escalate = "escalate",
        /// A structured offer is accepted.
        OfferAccepted = "offer_accepted",
        /// The neutral proposes a settlement.
        ProposeSettlement = "propose_settlement",
        /// Both sides accept the proposal.
        BothAccept = "both_accept",
        /// The neutral declares that facilitation failed.
        DeclareFailure = "declare_failure",
        /// A side consents to the final stage, after the dispute arose.
        ConsentFinal = "consent_final",
        /// A neutral is proposed.
        Appoint = "appoint",
        /// The neutral has accepted and sits.
        PanelConstituted = "panel_constituted",
        /// The neutral decides.
        Decide = "decide",
        /// What was owed is done.
        PerformDone = "perform_done",
        /// What was owed is not done.
        Breach = "breach",
        /// A court order holds the case.
        Stay = "stay",
        /// Something is noted on the docket.
        Note = "note",
        /// An earlier entry is corrected.
        Correct = "correct",
        /// The parties settle outside the offers.
        Settle = "settle",
        /// A step that only its pack knows, named there, with the paper that it asks for.
        Step = "step",
        /// A clock ran out.
        Lapse = "lapse",
    }
}

impl ActName {
    /// Whether a transition for this act may say `from = ["*"]`.
    #[must_use]
    pub const fn may_come_from_anywhere(self) -> bool {
        matches!(
            self,
            Self::Withdraw
                | Self::Settle
                | Self::OfferAccepted
                | Self::Stay
                | Self::Note
                | Self::Correct
        )
    }
}

words! {
    /// The questions a transition may ask of the case; total, without side effects.
    Guard {
        /// The document of the act has every required field and declaration.
        Complete = "complete",
        /// Both sides have consented to arbitration.
        BothConsented = "both_consented",
        /// The consumer consented to the final stage after the dispute arose.
        ConsentedFinal = "consented_final",
        /// Both sides have asked for more time.
        BothAsked = "both_asked",
        /// The accepted terms, the decision or the court's order put the listing back.
        Restores = "restores",
        /// The accepted terms or the decision leave nothing to perform.
        NothingOwed = "nothing_owed",
        /// The decision is for the claimant.
        ClaimantPrevails = "claimant_prevails",
    }
}

words! {
    /// What a case asks of the marketplace.
    Order {
        /// Not shown to buyers, kept by the seller.
        Hide = "hide",
        /// Taken away.
        Remove = "remove",
        /// Shown, with limits.
        Restrict = "restrict",
        /// Back as it was.
        Restore = "restore",
    }
}

words! {
    /// The letters that packs may send.
    LetterKind {
        /// The seller learns of a notice.
        NoticeServed = "notice-served",
        /// A decision about a notice with its statement of reasons and what can be done against it.
        ReasonsTold = "reasons-told",
        /// A measure was carried out.
        ListingMeasure = "listing-measure",
        /// The counter-notice goes to the rights holder.
        CounterForwarded = "counter-forwarded",
        /// A counter-notice that was forwarded lacks something after all.
        CounterSentBack = "counter-sent-back",
        /// Time stopped counting.
        TimeStopped = "time-stopped",
        /// Time counts again.
        TimeGoesOn = "time-goes-on",
        /// A court's order holds the case.
        CourtHeld = "court-held",
        /// The listing goes back unless something happens.
        PutBackDue = "put-back-due",
        /// The listing goes back.
        Restored = "restored",
        /// An action at court or authority was proved.
        ActionProved = "action-proved",
        /// The case is closed.
        Closed = "closed",
        /// The complaint has arrived.
        ComplaintReceived = "complaint-received",
        /// Something is missing.
        NeedInfo = "need-info",
        /// Listings wait for the marketplace's decision.
        TakedownOrder = "takedown-order",
        /// The seller learns of a complaint.
        ComplaintServed = "complaint-served",
        /// The answer goes to the other side.
        ResponseForwarded = "response-forwarded",
        /// Negotiation is open.
        TalksOpen = "talks-open",
        /// Facilitation is open.
        FacilitationOpen = "facilitation-open",
        /// The final stage is open.
        FinalOpen = "final-open",
        /// The parties settled.
        Settled = "settled",
        /// A decision was made.
        Decided = "decided",
        /// What was owed was not done.
        Breached = "breached",
        /// The case was taken back.
        Withdrawn = "withdrawn",
        /// The notice or complaint was refused.
        Rejected = "rejected",
        /// The other side learns of a matter.
        MatterServed = "matter-served",
        /// Somebody took a step; what it was stands in the letter.
        StepTaken = "step-taken",
        /// Somebody is asked to take a step; which one stands in the letter.
        StepAwaited = "step-awaited",
        /// Nobody answered; the measure stays.
        UpheldNoReply = "upheld-no-reply",
    }
}

words! {
    /// What a clock is for.
    ClockKind {
        /// Ends once, with a typed consequence.
        Deadline = "deadline",
        /// Not before, and not after.
        Window = "window",
        /// A service target: reported when missed, never moves a case.
        Target = "target",
        /// While it runs certain steps cannot be taken; its end moves nothing.
        Cooldown = "cooldown",
    }
}

words! {
    /// The units of time that rules count in.
    Unit {
        /// Every day counts.
        CalendarDays = "calendar_days",
        /// Only the working days of a calendar count.
        BusinessDays = "business_days",
        /// Elapsed hours, whatever the day.
        Hours = "hours",
        /// Months: to the day of the same number, or the last day of a month that is shorter.
        Months = "months",
    }
}

words! {
    /// What happens when the last day is not a working day.
    Roll {
        /// Nothing.
        None = "none",
        /// The period ends with the next working day.
        NextWorkingDay = "next_working_day",
        /// Only public holidays move the end; a plain weekend does not.
        AfterHoliday = "after_holiday",
    }
}

words! {
    /// A way to choose whoever decides.
    PanelPick {
        /// The registry proposes somebody of its roster.
        Registry = "registry",
        /// The sides agree on somebody.
        Agreed = "agreed",
        /// The sides rank the names of a list.
        List = "list",
        /// An appointing authority names somebody.
        Authority = "authority",
    }
}

words! {
    /// What happens at a number of points for conduct.
    RungDoes {
        /// The party is warned: what led to it, and what comes next.
        Warn = "warn",
        /// A person looks at it and decides whether a measure is called for.
        Review = "review",
    }
}

words! {
    /// A class of data with its own time of keeping.
    RetentionClass {
        /// The record of the case: docket, decision, settlement.
        CaseFile = "case_file",
        /// What the parties filed.
        Exhibits = "exhibits",
        /// Orders, payments and deliveries.
        Transaction = "transaction",
        /// How people are reached.
        Contact = "contact",
    }
}

words! {
    /// From when a time of keeping counts.
    KeptFrom {
        /// The end of the case.
        Closed = "closed",
        /// The filing.
        Filed = "filed",
        /// The completion of the transaction.
        TransactionCompleted = "transaction_completed",
    }
}

words! {
    /// A part of a decision beside its findings, reasons and orders.
    DecisionPart {
        /// The seat: the place in whose law the award is made.
        Seat = "seat",
        /// The agreement on which the power to decide rests.
        Agreement = "agreement",
        /// What was claimed and what is in dispute.
        Claims = "claims",
        /// The facts found.
        Facts = "facts",
        /// The course of the proceedings: how each side was told and heard.
        Proceedings = "proceedings",
        /// Who bears which costs.
        Costs = "costs",
    }
}

words! {
    /// A set of checks of a decision before it is signed.
    CheckProfile {
        /// New York Convention of 1958: what keeps an award from being enforced abroad.
        NewYork = "new_york",
        /// What a people's court of the PRC asks of an award that it enforces.
        PrcEnforcement = "prc_enforcement",
    }
}

words! {
    /// What a matter elsewhere has in common with a case.
    LinkKind {
        /// The same payment: a chargeback, a refund by the bank or the payment service.
        SameMoney = "same_money",
        /// The same goods, listing or right before another body or platform.
        SameSubject = "same_subject",
        /// An action before a court.
        Court = "court",
        /// A proceeding of a public authority.
        Authority = "authority",
        /// A review of a decision made here.
        Review = "review",
    }
}

words! {
    /// What a suspension does to a clock that runs.
    OnHold {
        /// It goes on, whatever is suspended.
        Run = "run",
        /// It stands still until the suspension ends.
        Pause = "pause",
        /// It ends.
        Stop = "stop",
    }
}

words! {
    /// How a clock goes on that stood still in a suspension.
    GoesOn {
        /// With what was left of it.
        Remaining = "remaining",
        /// From the beginning, for its whole length.
        Restart = "restart",
    }
}

words! {
    /// Whether time may still be added after the clock ran out.
    ExtendWhen {
        /// Only while the clock runs.
        BeforeLapse = "before_lapse",
        /// Also afterwards, by somebody with the power to allow it.
        AnyTime = "any_time",
    }
}

words! {
    /// What silence means: the typed consequence of a clock that ran out.
    LapseOutcome {
        /// The claimant gets what was asked.
        ClaimantPrevails = "claimant_prevails",
        /// The respondent gets what was asked.
        RespondentPrevails = "respondent_prevails",
        /// The measure is lifted.
        MeasureEnds = "measure_ends",
        /// The measure stays.
        MeasureStays = "measure_stays",
        /// The case counts as taken back.
        DeemedWithdrawn = "deemed_withdrawn",
        /// Silence counts as a refusal.
        DeemedRefused = "deemed_refused",
        /// Silence counts as acceptance.
        DeemedAccepted = "deemed_accepted",
        /// This attempt is lost, the case goes on.
        AttemptForfeited = "attempt_forfeited",
        /// The decision is made on what is on file.
        DecideOnRecord = "decide_on_record",
        /// The appointing authority acts in the party's place.
        AppointingAuthorityActs = "appointing_authority_acts",
        /// Nothing moves; it is reported.
        NoEffect = "no_effect",
    }
}
