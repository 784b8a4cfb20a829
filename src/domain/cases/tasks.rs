//! What waits in a case although no date runs for it: a seat that is offered, a challenge to rule on, a step
//! whose target has passed. Dates that run are the clocks.

use super::CaseFile;
use crate::domain::Role;
use crate::domain::acts::{Clock, ClockState};
use crate::domain::ids::AccountId;
use crate::domain::procedures::{ActName, Effect, Pack, Transition};
use crate::domain::tribunal::SeatState;
use jiff::Timestamp;

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskKind {
    /// A candidate says whether they accept.
    Seat,
    /// A challenge to an arbitrator is ruled on.
    Challenge,
    /// What a target asked for; the rule of the clock.
    Late(String),
}

/// Something that waits for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What
    pub kind: TaskKind,
    /// Track
    pub track: u32,
    /// Who has to do it
    pub role: Role,
    /// The one person who can, where the role alone does not say it
    pub account: Option<AccountId>,
    /// Since when it waits; of a target its day
    pub since: Timestamp,
}

impl CaseFile {
    /// What waits without a running date, oldest first. A closed track waits for nothing.
    pub fn tasks(&self, pack: &Pack) -> Vec<Task> {
        let is_open = |track: u32| self.track(track).is_some_and(|t| t.outcome.is_none());
        let seats = self.seats.iter().filter_map(|seat| {
            let waits = is_open(seat.track) && seat.state == SeatState::Proposed;
            waits.then_some(Task {
                kind: TaskKind::Seat,
                track: seat.track,
                role: Role::Arbitrator,
                account: Some(seat.account),
                since: seat.proposed_at,
            })
        });
        let challenges = self.challenges.iter().filter_map(|challenge| {
            let seat = self.seats.iter().find(|s| s.no == challenge.seat)?;
            let waits = challenge.ruling.is_none() && seat.is_sitting() && is_open(seat.track);
            waits.then_some(Task {
                kind: TaskKind::Challenge,
                track: seat.track,
                role: Role::CaseManager,
                account: None,
                since: challenge.filed_at,
            })
        });
        let late = self.clocks.iter().filter_map(|clock| {
            let waits = is_open(clock.track) && self.is_missed(clock, pack);
            waits.then_some(Task {
                kind: TaskKind::Late(clock.rule.clone()),
                track: clock.track,
                role: clock.owner,
                account: self
                    .sitting(clock.track)
                    .filter(|_| clock.owner == Role::Arbitrator)
                    .map(|seat| seat.account),
                since: clock.due_at,
            })
        });
        let mut tasks: Vec<Task> = seats.chain(challenges).chain(late).collect();
        tasks.sort_by_key(|task| task.since);
        tasks
    }

    /// Whether a target ran out and what it measures can still be done from where the track is now: by its
    /// owner, or by whoever is to be found for the tribunal.
    fn is_missed(&self, clock: &Clock, pack: &Pack) -> bool {
        let is_latest = |c: &&Clock| c.track == clock.track && c.rule == clock.rule;
        let latest = self.clocks.iter().rfind(is_latest).map(|c| c.no);
        let Some(track) = self.track(clock.track) else {
            return false;
        };
        let is_taken = || {
            let in_track = self.seats.iter().filter(|seat| seat.track == clock.track);
            in_track
                .into_iter()
                .any(|seat| seat.is_sitting() || seat.state == SeatState::Proposed)
        };
        let answers = |step: &Transition| {
            let stops = step.effects.iter().any(|effect| match effect {
                Effect::Stop(rule) => *rule == clock.rule,
                Effect::StopAll => step.act == ActName::Decide,
                _ => false,
            });
            // A court's order, an agreement or a withdrawal ends the wait; it is not what was waited for.
            let ends = matches!(
                step.act,
                ActName::Stay | ActName::OfferAccepted | ActName::BothAccept | ActName::Withdraw
            );
            stops
                && !ends
                && if step.act == ActName::PanelConstituted {
                    !is_taken()
                } else {
                    step.by.contains(&clock.owner)
                }
        };
        clock.target
            && clock.state == ClockState::Fired
            && latest == Some(clock.no)
            && pack.transitions_from(&track.state).any(answers)
    }
}
