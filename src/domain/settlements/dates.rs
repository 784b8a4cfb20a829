//! Dates that follow from offers and obligations and not from a clock of the procedure.

use super::{Obligation, ObligationState, OfferState};
use crate::domain::Role;
use crate::domain::acts::Clock;
use crate::domain::cases::CaseFile;
use jiff::Timestamp;

/// What a date is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// An answer to an offer, by number; without one the offer ends
    Answer(u32),
    /// An obligation, by number, is to be carried out; after its day it is overdue
    Performance(u32),
    /// An obligation that is marked as done, by number, is to be confirmed or disputed; in silence it
    /// counts as done
    Confirmation(u32),
}

impl Awaited {
    /// The word for it in lists and catalogues, beside the rules of clocks.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Answer(_) => "offer",
            Self::Performance(_) => "obligation",
            Self::Confirmation(_) => "confirm",
        }
    }
}

/// A date of the settlement and who has to act until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettlementDate {
    /// What is awaited
    pub awaited: Awaited,
    /// Track
    pub track: u32,
    /// The side that has to act
    pub role: Role,
    /// The party, where it is one of several
    pub party: Option<u32>,
    /// Until when
    pub due_at: Timestamp,
}

impl CaseFile {
    /// Every date that follows from open offers and from what is owed or waits to be confirmed.
    pub fn settlement_dates(&self) -> impl Iterator<Item = SettlementDate> {
        let offers = self.offers.iter().filter(|o| o.state == OfferState::Open);
        let offers = offers.map(|offer| SettlementDate {
            awaited: Awaited::Answer(offer.no),
            track: offer.track,
            role: offer.by.opposite().unwrap_or(Role::Claimant),
            party: (offer.by == Role::Claimant)
                .then(|| self.track(offer.track).map(|t| t.respondent))
                .flatten(),
            due_at: offer.open_until,
        });
        let role_of = |party: u32, or: Role| self.party(party).map_or(or, |p| p.role);
        let owed = self.obligations.iter();
        let owed = owed.filter(|o| o.state == ObligationState::Due);
        let owed = owed.map(move |o| SettlementDate {
            awaited: Awaited::Performance(o.no),
            track: o.track,
            role: role_of(o.debtor, Role::Respondent),
            party: Some(o.debtor),
            due_at: o.due_at,
        });
        let marked = self.obligations.iter().filter_map(move |o| {
            Some(SettlementDate {
                awaited: Awaited::Confirmation(o.no),
                track: o.track,
                role: role_of(o.creditor, Role::Claimant),
                party: Some(o.creditor),
                due_at: o.confirmed_by_silence_at()?,
            })
        });
        offers.chain(owed).chain(marked)
    }

    /// Whether the days of the obligations speak in place of the clock of performance: as long as none of
    /// them is overdue or disputed, that clock moves nothing.
    pub fn is_spoken_for(&self, clock: &Clock) -> bool {
        let mut owed = self.obligations.iter().filter(|o| o.track == clock.track);
        let is_late = |o: &Obligation| {
            matches!(
                o.state,
                ObligationState::Overdue | ObligationState::Disputed
            )
        };
        clock.rule == "perform" && owed.clone().next().is_some() && !owed.any(is_late)
    }
}

impl SettlementDate {
    /// Whether it is this reader who has to act.
    pub fn is_of(&self, role: Role, party: Option<u32>) -> bool {
        self.role == role && (self.party.is_none() || self.party == party)
    }
}
