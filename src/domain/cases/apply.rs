//! How docket entries build a case. The only place that changes a [`CaseFile`]; replaying a docket
//! and living through it are therefore the same thing.

use super::{CaseFile, Conduct, Kind};
use crate::domain::Role;
use crate::domain::acts::{Clock, ClockState, Effect, Held};
use crate::domain::docket::Entry;
use crate::domain::evidence::Withdrawal;
use crate::domain::notices::{Completion, MeasureOrder};
use crate::domain::parallel::Over;
use crate::domain::parties::zone_of;
use crate::domain::procedures::Derivation;
use crate::domain::settlements::{ObligationState, OfferState};
use jiff::Timestamp;

/// Why a docket does not build a case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// The first entry does not open a case
    #[error("the first entry does not open a case")]
    NoOpening,
    /// An effect names something that is not there
    #[error("entry {0} speaks of something that the case does not have")]
    Dangling(u64),
}

impl CaseFile {
    /// Builds a case from its docket.
    ///
    /// # Errors
    /// If the entries do not begin with an opening or speak of things that are not there.
    pub fn replay(entries: &[Entry]) -> Result<Self, ReplayError> {
        let first = entries.first().ok_or(ReplayError::NoOpening)?;
        let mut file = Self::opened(&first.effects, first.at).ok_or(ReplayError::NoOpening)?;
        for entry in entries {
            for effect in &entry.effects {
                if file.apply(effect, entry.at).is_none() {
                    return Err(ReplayError::Dangling(entry.no));
                }
            }
            file.finish_entry(entry.no, entry.at);
        }
        Ok(file)
    }

    /// The empty case that an opening makes.
    pub fn opened(effects: &[Effect], at: Timestamp) -> Option<Self> {
        let Some(Effect::Opened { opening }) = effects.first() else {
            return None;
        };
        let opening = opening.as_ref().clone();
        Some(Self {
            id: opening.id,
            number: opening.number,
            kind: opening.kind,
            pack: opening.pack,
            language: opening.language,
            filed_at: at,
            updated_at: at,
            version: 0,
            closed_at: None,
            outcome: None,
            parties: opening.parties,
            mandates: Vec::new(),
            notice: opening.notice,
            complaint: opening.complaint,
            tracks: opening.tracks,
            listings: opening.listings,
            exhibits: Vec::new(),
            offers: Vec::new(),
            obligations: Vec::new(),
            clocks: Vec::new(),
            seats: Vec::new(),
            challenges: Vec::new(),
            decisions: Vec::new(),
            messages: Vec::new(),
            conduct: Vec::new(),
            papers: Vec::new(),
            parallel: Vec::new(),
        })
    }

    /// Marks the end of an entry.
    pub fn finish_entry(&mut self, no: u64, at: Timestamp) {
        self.version = no;
        self.updated_at = at;
    }

    /// Applies one effect. `None` when it names something that is not there.
    #[expect(
        clippy::too_many_lines,
        reason = "one arm an effect; splitting would hide that the list is complete"
    )]
    pub fn apply(&mut self, effect: &Effect, at: Timestamp) -> Option<()> {
        match effect {
            Effect::Opened { .. } => {}
            Effect::TrackMoved { track, to, .. } => {
                let track = self.tracks.iter_mut().find(|t| t.no == *track)?;
                track.state.clone_from(to);
                track.since = at;
            }
            Effect::OutcomeSet { track, outcome } => {
                self.tracks.iter_mut().find(|t| t.no == *track)?.outcome = Some(outcome.clone());
            }
            Effect::ClockStarted { clock } => self.clocks.push(clock.as_ref().clone()),
            Effect::ClockStopped { clock } => {
                let clock = self.clocks.iter_mut().find(|c| c.no == *clock)?;
                clock.state = ClockState::Stopped;
                clock.held = None;
                clock.ended_at = Some(at);
            }
            Effect::ClockFired { clock } => {
                let clock = self.clocks.iter_mut().find(|c| c.no == *clock)?;
                clock.state = ClockState::Fired;
                clock.ended_at = Some(at);
            }
            Effect::TimeAsked { clock, role, .. } => {
                let clock = self.clocks.iter_mut().find(|c| c.no == *clock)?;
                if !clock.asked.contains(role) {
                    clock.asked.push(*role);
                }
            }
            Effect::Reopened { track } => {
                self.tracks.iter_mut().find(|t| t.no == *track)?.outcome = None;
                self.closed_at = None;
                self.outcome = None;
            }
            Effect::ClockExtended {
                clock,
                by_rule,
                due_at,
                derivation,
                ..
            } => {
                let earliest_at = self.clocks.iter().find(|c| c.no == *clock)?.earliest_at;
                let clock = self.recounted(*clock, *due_at, earliest_at, derivation)?;
                clock.extensions += 1;
                // Whoever wants still more asks again.
                clock.asked.clear();
                if clock.given.len() <= *by_rule {
                    clock.given.resize(by_rule + 1, 0);
                }
                if let Some(given) = clock.given.get_mut(*by_rule) {
                    *given += 1;
                }
            }
            Effect::ClockTolled {
                clock,
                due_at,
                derivation,
                ..
            }
            | Effect::ClockResumed {
                clock,
                due_at,
                derivation,
            } => {
                let earliest_at = self.clocks.iter().find(|c| c.no == *clock)?.earliest_at;
                self.recounted(*clock, *due_at, earliest_at, derivation)?;
            }
            Effect::ClockHeld { clock, hold } => {
                let clock = self.clocks.iter_mut().find(|c| c.no == *clock)?;
                clock.state = ClockState::Held;
                clock.held = Some(Held {
                    hold: hold.clone(),
                    since: at,
                });
            }
            Effect::ClockReleased {
                clock,
                due_at,
                earliest_at,
                derivation,
            } => {
                let clock = self.recounted(*clock, *due_at, *earliest_at, derivation)?;
                clock.state = ClockState::Running;
                clock.held = None;
            }
            Effect::ClockRecounted {
                clock,
                due_at,
                earliest_at,
                derivation,
            } => {
                self.recounted(*clock, *due_at, *earliest_at, derivation)?;
            }
            Effect::ParallelFound { matter } => self.parallel.push(matter.as_ref().clone()),
            Effect::ParallelOver { matter, words } => {
                self.parallel.iter_mut().find(|m| m.no == *matter)?.over = Some(Over {
                    at,
                    words: words.clone(),
                });
            }
            Effect::Migrated { pack, .. } => self.pack = pack.clone(),
            Effect::TimeGivenBack {
                clock,
                due_at,
                earliest_at,
                derivation,
                outage,
            } => {
                let clock = self.recounted(*clock, *due_at, *earliest_at, derivation)?;
                clock.outages.push(outage.clone());
            }
            Effect::GapsNamed { track, asked } => {
                self.tracks.iter_mut().find(|t| t.no == *track)?.asked = Some(asked.clone());
            }
            Effect::NoticeCompleted { completion } => self.complete_notice(completion)?,
            Effect::CourtHeld { track, order } => {
                self.tracks.iter_mut().find(|t| t.no == *track)?.order =
                    Some(order.as_ref().clone());
            }
            Effect::MeasureOrdered {
                listing,
                action,
                basis,
                reasons,
            } => {
                let listing = self.listings.iter_mut().find(|l| l.no == *listing)?;
                // They stand for the order until it is carried out, and for the measure then.
                if reasons.is_some() {
                    listing.reasons.clone_from(reasons);
                }
                listing.order = Some(MeasureOrder {
                    action: *action,
                    ordered_at: at,
                    basis: basis.clone(),
                });
            }
            Effect::MeasureTaken {
                listing,
                value,
                reasons,
            } => {
                let listing = self.listings.iter_mut().find(|l| l.no == *listing)?;
                listing.measure = *value;
                listing.measure_since = at;
                listing.order = None;
                if reasons.is_some() {
                    listing.reasons.clone_from(reasons);
                }
            }
            Effect::Answered { track, answer } => {
                let track = self.tracks.iter_mut().find(|t| t.no == *track)?;
                track.answer = Some(answer.clone());
                track.asked = None;
            }
            Effect::ActionProved { track, proof } => {
                self.tracks.iter_mut().find(|t| t.no == *track)?.action = Some(proof.clone());
            }
            Effect::Consented { track, role } => {
                let track = self.tracks.iter_mut().find(|t| t.no == *track)?;
                if !track.consents.contains(role) {
                    track.consents.push(*role);
                }
            }
            Effect::InfoAsked { missing } => {
                self.complaint.as_mut()?.missing = Some(missing.clone())
            }
            Effect::InfoGiven { text } => {
                let complaint = self.complaint.as_mut()?;
                complaint.missing = None;
                complaint.completions.push(text.clone());
            }
            Effect::ExhibitFiled { exhibit } => self.exhibits.push(exhibit.clone()),
            Effect::ExhibitDescribed {
                label,
                title,
                kind,
                description,
                claim,
            } => {
                let exhibit = self.exhibits.iter_mut().find(|e| e.label == *label)?;
                exhibit.title.clone_from(title);
                exhibit.kind = *kind;
                exhibit.description.clone_from(description);
                exhibit.claim = *claim;
            }
            Effect::ExhibitWithdrawn { label, reason } => {
                self.exhibits
                    .iter_mut()
                    .find(|e| e.label == *label)?
                    .withdrawn = Some(Withdrawal {
                    at,
                    reason: reason.clone(),
                });
            }
            Effect::OfferMade { offer } => self.offers.push(offer.clone()),
            Effect::OfferSupported { offer, role } => self
                .offers
                .iter_mut()
                .find(|o| o.no == *offer)?
                .accepted_by
                .push(*role),
            Effect::OfferClosed {
                offer,
                state,
                reason,
            } => self.close_offer(*offer, *state, reason, at)?,
            Effect::ObligationArose { obligation } => self.obligations.push(obligation.clone()),
            Effect::ObligationMoved {
                obligation,
                state,
                words,
            } => self.move_obligation(*obligation, *state, words, at)?,
            Effect::SeatOffered { seat } => self.seats.push(seat.clone()),
            Effect::SeatMoved { seat, state } => {
                self.seats.iter_mut().find(|s| s.no == *seat)?.state = state.clone()
            }
            Effect::Challenged { challenge } => self.challenges.push(challenge.clone()),
            Effect::ChallengeRuled { challenge, ruling } => {
                self.challenges
                    .iter_mut()
                    .find(|c| c.no == *challenge)?
                    .ruling = Some(ruling.clone());
            }
            Effect::PaperFiled { paper } => self.papers.push(paper.as_ref().clone()),
            Effect::Decided { decision } => self.decisions.push(decision.as_ref().clone()),
            Effect::MessageSent { message } => self.messages.push(message.clone()),
            Effect::MandateGranted { mandate } => self.mandates.push(mandate.clone()),
            Effect::MandateJoined { mandate, account } => {
                self.mandates.iter_mut().find(|m| m.no == *mandate)?.account = Some(*account);
            }
            Effect::MandateEnded { mandate } => {
                self.mandates
                    .iter_mut()
                    .find(|m| m.no == *mandate)?
                    .ended_at = Some(at)
            }
            Effect::AddressSet {
                party,
                name,
                email,
                country,
                language,
            } => {
                let party = self.parties.iter_mut().find(|p| p.no == *party)?;
                party.name.clone_from(name);
                party.email.clone_from(email);
                party.country.clone_from(country);
                party.language.clone_from(language);
                if let Some(zone) = zone_of(country) {
                    zone.clone_into(&mut party.zone);
                }
            }
            Effect::SeatTaken { party, account } => {
                self.parties.iter_mut().find(|p| p.no == *party)?.account = Some(*account)
            }
            Effect::ConductPosted { party, points, why } => {
                self.conduct.push(Conduct {
                    party: *party,
                    points: *points,
                    why: why.clone(),
                    at,
                });
            }
            Effect::Closed { outcome } => {
                self.closed_at = Some(at);
                self.outcome = Some(outcome.clone());
            }
        }
        Some(())
    }

    /// Gives a clock the date of a new count. `None` if there is no such clock.
    fn recounted(
        &mut self,
        clock: u32,
        due_at: Timestamp,
        earliest_at: Option<Timestamp>,
        derivation: &Derivation,
    ) -> Option<&mut Clock> {
        let clock = self.clocks.iter_mut().find(|c| c.no == clock)?;
        clock.due_at = due_at;
        clock.earliest_at = earliest_at;
        clock.provisional = derivation.provisional;
        clock.derivation = derivation.clone();
        Some(clock)
    }

    fn complete_notice(&mut self, with: &Completion) -> Option<()> {
        self.notice.as_mut()?.complete(with);
        for place in &with.places {
            let listing = self.listings.iter_mut().find(|l| l.no == place.listing)?;
            listing.url.clone_from(&place.url);
            listing.item.clone_from(&place.item);
        }
        // A counter-notice that the marketplace sent back is not made whole by the rights holder.
        for track in self.tracks.iter_mut().filter(|t| t.answer.is_none()) {
            track.asked = None;
        }
        Some(())
    }

    fn close_offer(
        &mut self,
        no: u32,
        state: OfferState,
        reason: &str,
        at: Timestamp,
    ) -> Option<()> {
        let offer = self.offers.iter_mut().find(|o| o.no == no)?;
        offer.state = state;
        offer.answered_at = Some(at);
        reason.clone_into(&mut offer.reason);
        Some(())
    }

    fn move_obligation(
        &mut self,
        no: u32,
        state: ObligationState,
        words: &str,
        at: Timestamp,
    ) -> Option<()> {
        let obligation = self.obligations.iter_mut().find(|o| o.no == no)?;
        obligation.state = state;
        obligation.since = at;
        match state {
            ObligationState::Marked => words.clone_into(&mut obligation.proof),
            ObligationState::Disputed => words.clone_into(&mut obligation.dispute),
            ObligationState::Due | ObligationState::Confirmed | ObligationState::Overdue => {}
        }
        Some(())
    }

    /// Whether the case is a notice with listings.
    pub fn is_notice(&self) -> bool {
        self.kind == Kind::Notice
    }

    /// Parties of a role.
    pub fn parties_of(&self, role: Role) -> impl Iterator<Item = &crate::domain::parties::Party> {
        self.parties.iter().filter(move |p| p.role == role)
    }
}
