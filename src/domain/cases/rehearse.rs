//! A case that has happened, played again under another version of its procedure: would it have ended otherwise?
//! The people do what they did, when they did it; what the clocks do follows from the other version.

use super::planner::{Law, Planner};
use super::{CaseFile, decide};
use crate::domain::Role;
use crate::domain::acts::{Act, Effect};
use crate::domain::docket::{Deed, Entry};
use crate::domain::parties::Actor;
use crate::domain::procedures::simulate::{Play, PlayError};
use crate::domain::procedures::{ActName, Calendars, Pack, Transition};
use jiff::Timestamp;
use jiff::civil::Date;
use std::borrow::Cow;

/// Where a track stands, and how it ended if it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// State of the pack
    pub state: String,
    /// Outcome, once it has ended
    pub outcome: Option<String>,
}

/// Where the two ways part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parting {
    /// Somebody did what the other version does not allow there any more, or not yet
    NotOpen {
        /// When it was done
        at: Timestamp,
        /// Who did it
        by: Role,
        /// The step of the version it was done under
        step: String,
        /// Where the other version stood by then
        state: String,
    },
    /// A date cannot be counted
    NotCounted {
        /// Which clock, and why
        why: String,
    },
    /// The same steps, and yet another end
    Silence,
}

/// A date that would be another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Clock of the pack
    pub rule: String,
    /// The last day as it was
    pub was: Date,
    /// As it would have been
    pub would_be: Date,
}

/// One track under both versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsed {
    /// Track
    pub track: u32,
    /// How it went
    pub was: Place,
    /// How it would have gone
    pub would_be: Place,
    /// Where they part, if the ends differ
    pub parting: Option<Parting>,
    /// Dates that would be others, each once
    pub moved: Vec<Moved>,
}

impl Rehearsed {
    /// Whether it ends, or stands, as it does now.
    #[must_use]
    pub fn ends_alike(&self) -> bool {
        self.parting.is_none()
    }
}

/// Plays a docket again under another version, one result a track. Nothing where the docket cannot be read.
#[must_use]
pub fn rehearse(
    entries: &[Entry],
    old: &Pack,
    new: &Pack,
    calendars: &Calendars,
    now: Timestamp,
) -> Vec<Rehearsed> {
    let Ok(last) = CaseFile::replay(entries) else {
        return Vec::new();
    };
    let tracks = last.tracks.iter();
    tracks
        .filter_map(|track| of_track(entries, &last, track.no, old, new, calendars, now))
        .collect()
}

fn of_track(
    entries: &[Entry],
    last: &CaseFile,
    track: u32,
    old: &Pack,
    new: &Pack,
    calendars: &Calendars,
    now: Timestamp,
) -> Option<Rehearsed> {
    let first = entries.first()?;
    let mut file = CaseFile::opened(&first.effects, first.at)?;
    let mut play = Play::begin(new, calendars, last.pack.settings.clone(), first.at).ok()?;
    play.countries(|whose| last.country_of(track, whose));
    let mut parting = None;
    for entry in entries {
        let before = file.clone();
        for effect in &entry.effects {
            file.apply(effect, entry.at)?;
        }
        file.finish_entry(entry.no, entry.at);
        let steps = steps_of(
            entry,
            &before,
            track,
            Law {
                pack: old,
                calendars,
                next: None,
            },
        );
        let law = Law {
            pack: new,
            calendars,
            next: None,
        };
        for step in steps {
            if parting.is_none() {
                parting = again(&mut play, step, entry, &file, track, law).err();
            }
        }
    }
    let system = Planner::new(
        Cow::Borrowed(last),
        Law {
            pack: new,
            calendars,
            next: None,
        },
        Actor::system(),
        now,
    );
    if parting.is_none() {
        let ran = play.until(now.max(play.now()), &system.facts(track));
        parting = ran.err().map(not_counted);
    }
    let own = last.track(track)?;
    let was = Place {
        state: own.state.clone(),
        outcome: own.outcome.clone(),
    };
    let would_be = Place {
        state: play.state().to_owned(),
        outcome: new
            .state(play.state())
            .and_then(|state| state.outcome)
            .map(|outcome| outcome.as_str().to_owned()),
    };
    let differs = was != would_be;
    Some(Rehearsed {
        track,
        moved: moved(last, track, &play),
        parting: parting.or(differs.then_some(Parting::Silence)),
        was,
        would_be,
    })
}

/// The steps of the pack that an entry took in a track.
fn steps_of<'a>(entry: &Entry, before: &CaseFile, track: u32, law: Law<'a>) -> Vec<&'a Transition> {
    let by_id = |id: &str| law.pack.transitions.iter().find(|step| step.id == id);
    let decided = match &entry.deed {
        // What runs out by itself does so in the play too, in its own time.
        Deed::Done(Act::Lapse { .. } | Act::Recount { .. }) => return Vec::new(),
        Deed::Done(act) => decide(before, law, &entry.actor, act, entry.at).ok(),
        Deed::Filed(_) => None,
    };
    if let Some((_, plan)) = decided {
        let own = plan.steps.iter().filter(|taken| taken.track == track);
        return own.filter_map(|taken| by_id(&taken.rule)).collect();
    }
    // What this program would not decide again is read from what followed from it then.
    let moves = entry.effects.iter().filter_map(|effect| match effect {
        Effect::TrackMoved {
            track: of, rule, ..
        } if *of == track => by_id(rule),
        _ => None,
    });
    moves.collect()
}

fn again(
    play: &mut Play<'_>,
    step: &Transition,
    entry: &Entry,
    file: &CaseFile,
    track: u32,
    law: Law<'_>,
) -> Result<(), Parting> {
    let planner = Planner::new(Cow::Borrowed(file), law, entry.actor.clone(), entry.at);
    let facts = planner.facts(track);
    play.until(entry.at.max(play.now()), &facts)
        .map_err(not_counted)?;
    let open: Vec<&Transition> = play.open().filter(|other| is_like(step, other)).collect();
    let same = open.iter().find(|other| other.id == step.id);
    let alike = || open.iter().find(|other| other.to == step.to);
    let Some(found) = same.or_else(alike).or(open.first()) else {
        return Err(Parting::NotOpen {
            at: entry.at,
            by: entry.actor.role,
            step: step.id.clone(),
            state: play.state().to_owned(),
        });
    };
    play.take(found, entry.actor.role).map_err(not_counted)
}

/// Whether a step of the other version is the same deed by one of the same people.
fn is_like(step: &Transition, other: &Transition) -> bool {
    let same_name = match step.act {
        ActName::Step => other.act == ActName::Step && other.step() == step.step(),
        act => other.act == act,
    };
    same_name && other.by.iter().any(|role| step.by.contains(role))
}

fn not_counted(fault: PlayError) -> Parting {
    Parting::NotCounted {
        why: fault.to_string(),
    }
}

/// The last date of each clock under both versions, where they differ.
fn moved(last: &CaseFile, track: u32, play: &Play<'_>) -> Vec<Moved> {
    let mut found: Vec<Moved> = Vec::new();
    let own = last
        .clocks
        .iter()
        .rev()
        .filter(|clock| clock.track == track);
    for clock in own {
        if found.iter().any(|known| known.rule == clock.rule) {
            continue;
        }
        let mut counted = play.taken().iter().rev().flat_map(|taken| &taken.dates);
        let zone = crate::domain::procedures::zone(&clock.derivation.zone);
        if let Some((_, counted)) = counted.find(|(rule, _)| *rule == clock.rule)
            && let Ok(zone) = zone
        {
            found.push(Moved {
                rule: clock.rule.clone(),
                was: zone.to_datetime(clock.due_at).date(),
                would_be: counted.due_on,
            });
        }
    }
    found.retain(|moved| moved.was != moved.would_be);
    found.reverse();
    found
}
