//! What can happen from here: every way on that the procedure has, with the dates that would follow, and what
//! comes of itself if nobody does anything. Nothing of it is stored; it is played forward from the case.

use super::CaseFile;
use super::planner::{Law, Planner};
use crate::domain::Role;
use crate::domain::parties::Actor;
use crate::domain::procedures::simulate::{Play, Running, Taken};
use crate::domain::procedures::{ActName, Counted, Transition, zone};
use jiff::Timestamp;
use std::borrow::Cow;

/// Most steps followed if nobody does anything; a procedure that goes in circles by itself stops here.
const STEPS_MAX: usize = 12;

/// One way on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Who may take it
    pub by: Vec<Role>,
    /// The step of the pack, by its id
    pub step: String,
    /// What it would do now
    pub taken: Taken,
}

/// What can happen from here in one track.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outlook {
    /// What happens if nobody does anything, in order
    pub silence: Vec<Taken>,
    /// What somebody can do now
    pub ways: Vec<Way>,
}

impl CaseFile {
    /// A track as the procedure played by itself, standing where the case stands.
    pub fn as_played<'a>(&self, law: Law<'a>, track: u32, now: Timestamp) -> Play<'a> {
        let state = self
            .track(track)
            .map(|t| t.state.clone())
            .unwrap_or_default();
        let mut running: Vec<Running> = self
            .clocks
            .iter()
            .filter(|clock| clock.track == track && clock.is_live())
            .map(|clock| Running {
                rule: clock.rule.clone(),
                started_at: clock.started_at,
                counted: Counted {
                    due_at: clock.due_at,
                    due_on: zone(&clock.derivation.zone)
                        .map(|zone| zone.to_datetime(clock.due_at).date())
                        .unwrap_or_default(),
                    earliest_at: clock.earliest_at,
                    provisional: clock.provisional,
                    derivation: clock.derivation.clone(),
                },
                given: clock.given.clone(),
                held: clock
                    .held
                    .as_ref()
                    .map(|held| (held.hold.clone(), held.since)),
            })
            .collect();
        running.sort_by(|one, other| one.rule.cmp(&other.rule));
        let settings = self.pack.settings.clone();
        let mut play = Play::at(law.pack, law.calendars, settings, &state, running, now);
        play.countries(|whose| self.country_of(track, whose));
        play.waits(self.holding(law.pack));
        play
    }

    /// What can happen from here in a track, as far as the procedure says it.
    pub fn outlook(&self, law: Law<'_>, actor: &Actor, track: u32, now: Timestamp) -> Outlook {
        let planner = Planner::new(Cow::Borrowed(self), law, actor.clone(), now);
        let facts = planner.facts(track);
        let here = self.as_played(law, track, now);
        let mut ways: Vec<Way> = Vec::new();
        for step in here.open() {
            if !matters(step) || ways.iter().any(|way| way.step == step.id) {
                continue;
            }
            let Some(role) = step.by.iter().copied().find(|role| *role != Role::System) else {
                continue;
            };
            let mut play = here.clone();
            if play.take(step, role).is_ok()
                && let Some(taken) = play.taken().last()
                && (taken.from != taken.to || !taken.dates.is_empty())
            {
                ways.push(Way {
                    by: step.by.clone(),
                    step: step.id.clone(),
                    taken: taken.clone(),
                });
            }
        }
        let mut alone = here;
        for _ in 0..STEPS_MAX {
            if alone.is_over() || !alone.silence(&facts).unwrap_or(false) {
                break;
            }
        }
        Outlook {
            silence: alone.taken().to_vec(),
            ways,
        }
    }
}

/// Whether somebody would think of the step as a way on: notes and corrections are none.
fn matters(step: &Transition) -> bool {
    !matches!(step.act, ActName::Note | ActName::Correct | ActName::File)
}
