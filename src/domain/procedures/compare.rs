//! What a new version of a procedure changes for people: which dates move, what silence means now, and who gained
//! or lost a step. Words alone are no difference.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::pack::{Amount, Clock, Length, Pack, Span, Transition};
use super::words::{ActName, LapseOutcome, Roll, Status};
use crate::domain::Role;

/// What a pack says beside its steps and dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Points for conduct and what follows from them.
    Conduct,
    /// How whoever decides is chosen.
    Panel,
    /// What a decision holds and is checked for.
    Decision,
    /// How long what is kept.
    Retention,
    /// Suspensions, and matters elsewhere.
    Waiting,
    /// What is to be paid.
    Fees,
}

impl Matter {
    /// The end of a text key.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Conduct => "conduct",
            Self::Panel => "panel",
            Self::Decision => "decision",
            Self::Retention => "retention",
            Self::Waiting => "waiting",
            Self::Fees => "fees",
        }
    }
}

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
    /// A step, or the end of a clock, leads elsewhere.
    Leads {
        /// The act, the name of a step of this pack, or the clock that runs out.
        step: String,
        /// Whether it is the end of a clock.
        is_lapse: bool,
        /// Where.
        state: String,
        /// The states it could lead to before.
        old: Vec<String>,
        /// Those it can lead to now.
        new: Vec<String>,
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
    /// What the pack says of something beside its steps and dates is another thing now.
    Said {
        /// Of what.
        of: Matter,
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
    let (before, now) = (ways(old), ways(new));
    for (way, was) in &before {
        let Some(is) = now.get(way).filter(|is| *is != was) else {
            continue;
        };
        let (state, is_lapse, step) = way.clone();
        found.push(Difference::Leads {
            step,
            is_lapse,
            state,
            old: was.iter().cloned().collect(),
            new: is.iter().cloned().collect(),
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
    let changed = [
        (Matter::Conduct, old.conduct != new.conduct),
        (Matter::Panel, old.panel != new.panel),
        (Matter::Decision, old.decision != new.decision),
        (Matter::Retention, old.retention != new.retention),
        (
            Matter::Waiting,
            old.holds != new.holds || old.links != new.links,
        ),
        (Matter::Fees, old.fees != new.fees),
    ];
    let changed = changed.into_iter().filter(|(_, is_other)| *is_other);
    found.extend(changed.map(|(of, _)| Difference::Said { of }));
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
            let name = name(step);
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

/// An amount, with its range where the operator sets it.
fn usual(pack: &Pack, amount: &Amount) -> String {
    match amount {
        Amount::Fixed(length) => spelled(*length),
        Amount::Param(name) => ranged(pack, name),
    }
}

fn ranged(pack: &Pack, name: &str) -> String {
    match pack.param(name) {
        Some(param) => format!(
            "{} ({} to {}) {}",
            param.default,
            param.min,
            param.max,
            param.unit.as_str().replace('_', " ")
        ),
        None => name.to_owned(),
    }
}

fn spelled(length: Length) -> String {
    format!("{} {}", length.n, length.unit.as_str().replace('_', " "))
}

/// How long a clock runs, with what can be added and what does not count.
fn lasting(pack: &Pack, clock: &Clock) -> String {
    let mut said = match &clock.span {
        Span::Fixed(length) => spelled(*length),
        Span::Window { min, max } => format!("{} to {}", spelled(*min), spelled(*max)),
        Span::Param(name) => ranged(pack, name),
    };
    for rule in &clock.extend {
        let who: Vec<&str> = rule.by.iter().map(|role| role.as_str()).collect();
        said.push_str(&format!(
            ", {} more for {} ({} times)",
            usual(pack, &rule.adds),
            who.join(" and "),
            rule.times
        ));
    }
    if let Some(toll) = &clock.toll {
        said.push_str(&format!(
            ", at most {} with {}",
            usual(pack, &toll.cap),
            toll.reason
        ));
    }
    said
}

/// Where each step, and the end of each clock, leads from each state.
fn ways(pack: &Pack) -> BTreeMap<(String, bool, String), BTreeSet<String>> {
    let mut all: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for state in &pack.states {
        for step in pack.transitions_from(&state.id) {
            let name = match (step.act, &step.clock) {
                (ActName::Lapse, Some(clock)) => clock.clone(),
                _ => name(step),
            };
            let way = (state.id.clone(), step.act == ActName::Lapse, name);
            let to = step.to.as_ref().unwrap_or(&state.id);
            all.entry(way).or_default().insert(to.clone());
        }
    }
    all
}

/// What people know a step as: its own name, or that of the act.
fn name(step: &Transition) -> String {
    match step.act {
        ActName::Step => step.step().to_owned(),
        act => act.as_str().to_owned(),
    }
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
            Self::Leads {
                step,
                is_lapse,
                state,
                old,
                new,
            } => {
                let what = if *is_lapse { "the end of " } else { "" };
                let (old, new) = (old.join(" or "), new.join(" or "));
                write!(
                    f,
                    "{what}`{step}` in `{state}` leads to {new}, and led to {old}"
                )
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
            Self::Said { of } => write!(f, "what it says of {} is another thing", of.as_str()),
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
                "from = [\"action_filed\"]\nto = \"upheld\"",
                "from = [\"action_filed\"]\nto = \"down_final\"",
                "`action_outcome` in `action_filed` leads to down_final or restored, and led to restored or upheld",
            ),
            (
                "expires = { n = 12,",
                "expires = { n = 18,",
                "what it says of conduct is another thing",
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
