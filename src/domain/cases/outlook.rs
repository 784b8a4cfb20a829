//! What can happen from here: every way on that the procedure has, with the dates that would follow, and what
//! comes of itself if nobody does anything. Nothing of it is stored; it is played forward from the case.

use super::CaseFile;
use super::planner::{Law, Planner};
use crate::domain::Role;
use crate::domain::parties::Actor;
use crate::domain::procedures::condition::Facts;
use crate::domain::procedures::simulate::{Play, Running, Taken};
use crate::domain::procedures::{ActName, Condition, Counted, Guard, Transition, zone};
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
    /// Which act it is, with the name that the pack has for it
    pub act: (ActName, Option<String>),
    /// Whether it comes to that
    pub chance: Chance,
    /// What it would do now
    pub taken: Taken,
}

/// Whether an act leads this way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chance {
    /// Always
    Sure,
    /// Where this turns out so
    If(Condition),
    /// Where none of the ways before it is taken
    Otherwise,
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
        let open: Vec<&Transition> = here.open().filter(|step| matters(step)).collect();
        for (at, step) in open.iter().copied().enumerate() {
            let before = open.get(..at).unwrap_or_default();
            let Some(chance) = chance(step, before, &facts) else {
                continue;
            };
            let Some(role) = step.by.iter().copied().find(|role| *role != Role::System) else {
                continue;
            };
            if !self.is_there_to(step, track) {
                continue;
            }
            let mut play = here.clone();
            if play.take(step, role).is_err() {
                continue;
            }
            let Some(taken) = play.taken().last() else {
                continue;
            };
            // More time that was given already is no way on.
            if step.adds_time().next().is_some() && taken.dates.is_empty() {
                continue;
            }
            // What changes nothing is a way on only where the procedure has a name for it.
            if taken.from == taken.to && taken.dates.is_empty() && step.act != ActName::Step {
                continue;
            }
            let same = |way: &&mut Way| {
                let is_same = way.taken.to == taken.to && way.taken.dates == taken.dates;
                is_same && way.act == name(step) && way.chance == chance
            };
            match ways.iter_mut().find(same) {
                Some(known) => {
                    for role in &step.by {
                        if !known.by.contains(role) {
                            known.by.push(*role);
                        }
                    }
                }
                None => ways.push(Way {
                    by: step.by.clone(),
                    step: step.id.clone(),
                    act: name(step),
                    chance,
                    taken: taken.clone(),
                }),
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

    /// Whether what the step is about is there: an offer, to be accepted.
    fn is_there_to(&self, step: &Transition, track: u32) -> bool {
        step.act != ActName::OfferAccepted || self.open_offer(track).is_some()
    }
}

/// The act of a step, with the name that the pack has for it.
fn name(step: &Transition) -> (ActName, Option<String>) {
    let named = step.act == ActName::Step;
    (step.act, named.then(|| step.step().to_owned()))
}

/// Whether an act leads to this step and not to one of those before it; none where what is known already rules it out.
fn chance(step: &Transition, before: &[&Transition], facts: &dyn Facts) -> Option<Chance> {
    let mut chance = match settled(step, facts) {
        Some(false) => return None,
        Some(true) => Chance::Sure,
        None => {
            let when = step.when.as_ref();
            when.map_or(Chance::Sure, |when| {
                Chance::If(when.left_open(facts, &|part| is_open(step, part)))
            })
        }
    };
    let rivals = before.iter().filter(|other| {
        name(other) == name(step) && step.by.iter().all(|role| other.by.contains(role))
    });
    for other in rivals {
        match settled(other, facts) {
            Some(true) => return None,
            None if chance == Chance::Sure => chance = Chance::Otherwise,
            _ => {}
        }
    }
    Some(chance)
}

/// Whether the condition of a step holds or not, as far as that is known before the step is taken.
fn settled(step: &Transition, facts: &dyn Facts) -> Option<bool> {
    let Some(when) = &step.when else {
        return Some(true);
    };
    when.settled(facts, &|part| is_open(step, part))
}

/// Whether the answer to a part of a condition comes with the step.
fn is_open(step: &Transition, part: &Condition) -> bool {
    match part {
        Condition::Asked(asked) => step.needs.as_ref() == Some(&asked.document),
        Condition::Guard(guard) => comes_with(step.act, *guard),
        _ => false,
    }
}

/// Whether the act itself answers the question.
const fn comes_with(act: ActName, guard: Guard) -> bool {
    match guard {
        Guard::Complete | Guard::Restores | Guard::ClaimantPrevails => true,
        Guard::BothAsked => matches!(act, ActName::AskTime | ActName::Step),
        Guard::BothConsented => matches!(act, ActName::ConsentArbitration),
        Guard::ConsentedFinal => matches!(act, ActName::ConsentFinal),
        Guard::NothingOwed => matches!(
            act,
            ActName::OfferAccepted | ActName::PerformDone | ActName::Decide
        ),
    }
}

/// Whether somebody would think of the step as a way on: notes and corrections are none.
fn matters(step: &Transition) -> bool {
    !matches!(step.act, ActName::Note | ActName::Correct | ActName::File)
}
