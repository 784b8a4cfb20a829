//! What a new version of a procedure changes for people: which dates move, what silence means now, and who gained
//! or lost a step. Words alone are no difference.

use std::collections::BTreeSet;
use std::fmt;

use super::pack::{Clock, Length, Pack, Span};
use super::words::{LapseOutcome, Roll, Status};
use crate::domain::Role;

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The status is another one.
    Status {
        /// Before.
        old: Status,
        /// Now.
        new: Status,
    },
    /// A state came or went.
    State {
        /// Its name.
        id: String,
        /// Whether it is new.
        is_new: bool,
    },
    /// A role may take a step in a state that it could not take there, or may not any more.
    Step {
        /// Who.
        role: Role,
        /// The act, or the name of a step of this pack.
        step: String,
        /// Where.
        state: String,
        /// Whether it was gained.
        is_gained: bool,
    },
    /// A clock came or went.
    Clock {
        /// Its name.
        id: String,
        /// Whether it is new.
        is_new: bool,
    },
    /// A clock lasts longer, shorter, or is counted in another way.
    Length {
        /// Its name.
        id: String,
        /// Before, in words of the language of packs.
        old: String,
        /// Now.
        new: String,
    },
    /// Days off move its end in another way.
    Roll {
        /// Its name.
        id: String,
        /// Before.
        old: Roll,
        /// Now.
        new: Roll,
    },
    /// Other working days count.
    Calendar {
        /// Its name.
        id: String,
        /// Before.
        old: String,
        /// Now.
        new: String,
    },
    /// Silence has another meaning.
    Silence {
        /// Its name.
        id: String,
        /// Before.
        old: LapseOutcome,
        /// Now.
        new: LapseOutcome,
    },
}

/// Everything that a version does otherwise than the one before.
#[must_use]
pub fn differences(old: &Pack, new: &Pack) -> Vec<Difference> {
    let mut found = Vec::new();
    if old.about.status != new.about.status {
        found.push(Difference::Status {
            old: old.about.status,
            new: new.about.status,
        });
    }
    let states = |pack: &Pack| -> BTreeSet<String> {
        pack.states.iter().map(|state| state.id.clone()).collect()
    };
    let (before, now) = (states(old), states(new));
    found.extend(
        before
            .symmetric_difference(&now)
            .map(|id| Difference::State {
                id: id.clone(),
                is_new: now.contains(id),
            }),
    );
    let (before, now) = (steps(old), steps(new));
    for (state, role, step) in before.symmetric_difference(&now) {
        found.push(Difference::Step {
            role: *role,
            step: step.clone(),
            state: state.clone(),
            is_gained: now.contains(&(state.clone(), *role, step.clone())),
        });
    }
    for clock in &old.clocks {
        match new.clock(&clock.id) {
            Some(then) => clocks(old, clock, new, then, &mut found),
            None => found.push(Difference::Clock {
                id: clock.id.clone(),
                is_new: false,
            }),
        }
    }
    let is_known = |clock: &&Clock| old.clock(&clock.id).is_none();
    found.extend(
        new.clocks
            .iter()
            .filter(is_known)
            .map(|clock| Difference::Clock {
                id: clock.id.clone(),
                is_new: true,
            }),
    );
    found
}

/// Who can do what where.
fn steps(pack: &Pack) -> BTreeSet<(String, Role, String)> {
    let mut all = BTreeSet::new();
    for state in &pack.states {
        for step in pack.transitions_from(&state.id) {
            let name = match step.act {
                super::words::ActName::Step => step.step().to_owned(),
                act => act.as_str().to_owned(),
            };
            for role in step.by.iter().filter(|role| **role != Role::System) {
                all.insert((state.id.clone(), *role, name.clone()));
            }
        }
    }
    all
}

fn clocks(old: &Pack, before: &Clock, new: &Pack, now: &Clock, found: &mut Vec<Difference>) {
    let id = || before.id.clone();
    let (was, is) = (lasting(old, before), lasting(new, now));
    if was != is {
        found.push(Difference::Length {
            id: id(),
            old: was,
            new: is,
        });
    }
    if before.roll != now.roll {
        found.push(Difference::Roll {
            id: id(),
            old: before.roll,
            new: now.roll,
        });
    }
    if before.calendar != now.calendar {
        found.push(Difference::Calendar {
            id: id(),
            old: before.calendar.clone(),
            new: now.calendar.clone(),
        });
    }
    if before.lapse_outcome != now.lapse_outcome {
        found.push(Difference::Silence {
            id: id(),
            old: before.lapse_outcome,
            new: now.lapse_outcome,
        });
    }
}

/// How long a clock runs, with what can be added and what does not count.
fn lasting(pack: &Pack, clock: &Clock) -> String {
    let of = |length: Length| format!("{} {}", length.n, length.unit.as_str().replace('_', " "));
    let mut said = match &clock.span {
        Span::Fixed(length) => of(*length),
        Span::Window { min, max } => format!("{} to {}", of(*min), of(*max)),
        Span::Param(name) => match pack.param(name) {
            Some(param) => format!(
                "{} ({} to {}) {}",
                param.default,
                param.min,
                param.max,
                param.unit.as_str().replace('_', " ")
            ),
            None => name.clone(),
        },
    };
    for rule in &clock.extend {
        let who: Vec<&str> = rule.by.iter().map(|role| role.as_str()).collect();
        said.push_str(&format!(
            ", {} more for {} ({} times)",
            of(rule.length()),
            who.join(" and "),
            rule.times
        ));
    }
    if let Some(toll) = &clock.toll {
        said.push_str(&format!(", at most {} with {}", of(toll.cap), toll.reason));
    }
    said
}

impl fmt::Display for Difference {
    /// In plain English, a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status { old, new } => write!(f, "the status is {new}, and was {old}"),
            Self::State { id, is_new: true } => write!(f, "there is a new state `{id}`"),
            Self::State { id, .. } => write!(f, "the state `{id}` is gone"),
            Self::Step {
                role,
                step,
                state,
                is_gained,
            } => {
                let can = if *is_gained {
                    "can now"
                } else {
                    "can no longer"
                };
                write!(f, "{} {can} take `{step}` in `{state}`", role.as_str())
            }
            Self::Clock { id, is_new: true } => write!(f, "there is a new clock `{id}`"),
            Self::Clock { id, .. } => write!(f, "the clock `{id}` is gone"),
            Self::Length { id, old, new } => write!(f, "`{id}` lasts {new}, and was {old}"),
            Self::Roll { id, old, new } => {
                write!(f, "the end of `{id}` moves by {new}, and did by {old}")
            }
            Self::Calendar { id, old, new } => {
                write!(
                    f,
                    "`{id}` counts the working days {new}, and did those of {old}"
                )
            }
            Self::Silence { id, old, new } => {
                write!(f, "silence in `{id}` means {new}, and meant {old}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = include_str!("../../../procedures/us-dmca-512/pack.toml");

    #[test]
    fn words_and_sources_are_no_difference() {
        let old = Pack::parse(OWN).unwrap();
        let new = Pack::parse(&OWN.replace("I will accept service", "I shall accept service"));
        assert_eq!(differences(&old, &new.unwrap()), Vec::new());
    }

    #[test]
    fn what_changes_for_people_is_said() {
        let old = Pack::parse(OWN).unwrap();
        for (before, after, said) in [
            (
                "max = { n = 14,",
                "max = { n = 20,",
                "`putback` lasts 10 business days to 20 business days, and was 10 business days to 14 business days",
            ),
            (
                "lapse_outcome = \"respondent_prevails\"",
                "lapse_outcome = \"claimant_prevails\"",
                "silence in `restore` means claimant_prevails, and meant respondent_prevails",
            ),
            (
                "act = \"agree\"\nby = [\"respondent\"]",
                "act = \"agree\"\nby = [\"claimant\"]",
                "claimant can now take `agree` in `removed`",
            ),
            (
                "roll = \"next_working_day\"",
                "roll = \"none\"",
                "the end of `object` moves by none",
            ),
            (
                "n = 30, unit = \"calendar_days\", times = 1",
                "n = 30, unit = \"calendar_days\", times = 2",
                "(2 times)",
            ),
        ] {
            assert!(OWN.contains(before), "{before}");
            let new = Pack::parse(&OWN.replacen(before, after, 1)).unwrap();
            let found: Vec<String> = differences(&old, &new)
                .iter()
                .map(ToString::to_string)
                .collect();
            assert!(
                found.iter().any(|line| line.contains(said)),
                "{said}: {found:?}"
            );
        }
    }
}
