//! Scenarios: what a procedure does with given acts, written beside it in a file that a lawyer can read. Each
//! entry is an act, or time that passes, with what must be the case afterwards.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use super::calendar::Calendars;
use super::condition::{Fact, Facts};
use super::pack::Pack;
use super::settings::Settings;
use super::simulate::{Play, PlayError};
use super::words::{ActName, Guard, Order, Outcome};
use crate::domain::Role;

/// A story with its expectations.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// What it shows, as a sentence.
    pub title: String,
    /// The profile it is played under; the procedure itself where none is named.
    #[serde(default)]
    pub profile: Option<String>,
    /// What the operator set.
    #[serde(default)]
    pub set: BTreeMap<String, u32>,
    /// Another zone than the pack's.
    #[serde(default)]
    pub zone: Option<String>,
    /// Another calendar than the pack's.
    #[serde(default)]
    pub calendar: Option<String>,
    /// What happens, in order.
    #[serde(rename = "then")]
    pub events: Vec<Event>,
}

/// An act or a time, and what is the case afterwards.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// When.
    pub at: Timestamp,
    /// Who acts; nobody if only time passes.
    #[serde(default)]
    pub by: Option<Role>,
    /// What they do.
    #[serde(default)]
    pub act: Option<ActName>,
    /// The name of a step that only the pack knows.
    #[serde(default)]
    pub step: Option<String>,
    /// Questions that are answered yes; `complete` alone where nothing is said.
    #[serde(default)]
    pub holds: Option<Vec<Guard>>,
    /// Answers on papers, by `document.field`; they stay for the later entries.
    #[serde(default)]
    pub answers: BTreeMap<String, AnswerFile>,
    /// Expected: the procedure does not allow it.
    #[serde(default)]
    pub refused: bool,
    /// Expected state.
    #[serde(default)]
    pub state: Option<String>,
    /// Expected last days, by clock.
    #[serde(default)]
    pub due: BTreeMap<String, Date>,
    /// Expected last instants, by clock.
    #[serde(default)]
    pub due_at: BTreeMap<String, Timestamp>,
    /// Expected first instants of windows, by clock.
    #[serde(default)]
    pub opens: BTreeMap<String, Timestamp>,
    /// Clocks expected not to run.
    #[serde(default)]
    pub stopped: Vec<String>,
    /// Clocks whose date is expected to rest on a calendar that does not reach so far.
    #[serde(default)]
    pub provisional: Vec<String>,
    /// Letters expected from this entry, as `kind to role`; no others are looked for.
    #[serde(default)]
    pub sent: Vec<String>,
    /// Measures expected to be ordered by this entry; all of them, where any is said.
    #[serde(default)]
    pub ordered: Option<Vec<Order>>,
    /// How it is expected to have ended.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// An answer in a scenario.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum AnswerFile {
    /// A number.
    Number(i64),
    /// A word.
    Word(String),
    /// Several things.
    Several(Vec<String>),
}

/// What the case at hand answers.
#[derive(Clone, Debug, Default)]
struct Given {
    holds: Vec<Guard>,
    answers: BTreeMap<String, Fact>,
}

impl Facts for Given {
    fn guard(&self, guard: Guard) -> bool {
        self.holds.contains(&guard)
    }

    fn answer(&self, document: &str, field: &str) -> Option<Fact> {
        self.answers.get(&format!("{document}.{field}")).cloned()
    }
}

impl Scenario {
    /// Reads a scenario from its TOML text.
    ///
    /// # Errors
    /// What is wrong, with its line.
    pub fn parse(text: &str) -> Result<Self, super::pack::PackError> {
        toml::from_str(text).map_err(|fault| super::pack::read_error(text, &fault))
    }

    /// Plays it under the packs of one procedure and says everything that is not as expected.
    #[must_use]
    pub fn play(&self, packs: &[Pack], calendars: &Calendars) -> Vec<String> {
        let found = match &self.profile {
            Some(profile) => packs.iter().find(|pack| pack.is_profile(profile)),
            None => packs.first(),
        };
        let Some(pack) = found else {
            let profile = self.profile.as_deref().unwrap_or_default();
            return vec![format!("there is no profile `{profile}`")];
        };
        let settings = match self.settings(pack) {
            Ok(settings) => settings,
            Err(fault) => return vec![fault],
        };
        let Some(first) = self.events.first() else {
            return vec!["nothing happens".to_owned()];
        };
        let mut play = match Play::begin(pack, calendars, settings, first.at) {
            Ok(play) => play,
            Err(fault) => return vec![fault.to_string()],
        };
        let mut given = Given::default();
        let mut wrong = Vec::new();
        for (index, event) in self.events.iter().enumerate() {
            let mut differs = |what: String| wrong.push(format!("entry {}: {what}", index + 1));
            given.take_from(event);
            let before = play.taken().len();
            match (happen(&mut play, event, &given), event.refused) {
                (Ok(()), false) | (Err(PlayError::NotOpen { .. }), true) => {}
                (Ok(()), true) => differs("it is allowed".to_owned()),
                (Err(fault), _) => differs(fault.to_string()),
            }
            compare(&play, before, event, &mut differs);
        }
        wrong
    }

    fn settings(&self, pack: &Pack) -> Result<Settings, String> {
        let mut settings = Settings::default();
        for (name, value) in &self.set {
            settings
                .set(pack, name, *value)
                .map_err(|fault| fault.to_string())?;
        }
        if let Some(zone) = &self.zone {
            settings.set_zone(zone).map_err(|fault| fault.to_string())?;
        }
        if let Some(calendar) = &self.calendar {
            settings.set_calendar(calendar);
        }
        Ok(settings)
    }
}

impl Given {
    fn take_from(&mut self, event: &Event) {
        self.holds = event.holds.clone().unwrap_or_else(|| vec![Guard::Complete]);
        for (path, answer) in &event.answers {
            let fact = match answer {
                AnswerFile::Number(n) => Fact::Numbers(vec![*n]),
                AnswerFile::Word(word) => Fact::Word(word.clone()),
                AnswerFile::Several(all) => Fact::Several(all.len()),
            };
            self.answers.insert(path.clone(), fact);
        }
    }
}

fn happen(play: &mut Play<'_>, event: &Event, given: &Given) -> Result<(), PlayError> {
    match (event.by, event.act, &event.step) {
        (Some(role), act, step) if act.is_some() || step.is_some() => {
            let act = act.unwrap_or(ActName::Step);
            play.act(event.at, role, act, step.as_deref(), given)
        }
        _ => play.until(event.at, given),
    }
}

fn compare(play: &Play<'_>, before: usize, event: &Event, differs: &mut impl FnMut(String)) {
    if let Some(state) = event
        .state
        .as_deref()
        .filter(|state| *state != play.state())
    {
        differs(format!(
            "expected state `{state}`, found `{}`",
            play.state()
        ));
    }
    for (rule, date) in &event.due {
        match play.running(rule) {
            Some(clock) if clock.counted.due_on == *date => {}
            Some(clock) => differs(format!(
                "expected `{rule}` to end on {date}, found {}",
                clock.counted.due_on
            )),
            None => differs(format!("`{rule}` does not run")),
        }
    }
    for (rule, at) in &event.due_at {
        match play.running(rule) {
            Some(clock) if clock.counted.due_at == *at => {}
            Some(clock) => differs(format!(
                "expected `{rule}` to end at {at}, found {}",
                clock.counted.due_at
            )),
            None => differs(format!("`{rule}` does not run")),
        }
    }
    for (rule, at) in &event.opens {
        let found = play
            .running(rule)
            .and_then(|clock| clock.counted.earliest_at);
        if found != Some(*at) {
            differs(format!(
                "expected `{rule}` to open at {at}, found {found:?}"
            ));
        }
    }
    for rule in &event.stopped {
        if play.running(rule).is_some() {
            differs(format!("`{rule}` still runs"));
        }
    }
    for rule in &event.provisional {
        if !play
            .running(rule)
            .is_some_and(|clock| clock.counted.provisional)
        {
            differs(format!("`{rule}` is not provisional"));
        }
    }
    let taken = play.taken().get(before..).unwrap_or_default();
    let letters: Vec<String> = taken
        .iter()
        .flat_map(|step| &step.letters)
        .flat_map(|(kind, to)| {
            to.iter()
                .map(move |role| format!("{kind} to {}", role.as_str()))
        })
        .collect();
    for letter in &event.sent {
        if !letters.contains(letter) {
            differs(format!("expected a letter `{letter}`, found {letters:?}"));
        }
    }
    if let Some(ordered) = &event.ordered {
        let orders: Vec<Order> = taken.iter().flat_map(|step| step.orders.clone()).collect();
        if orders != *ordered {
            differs(format!("expected measures {ordered:?}, found {orders:?}"));
        }
    }
    if let Some(outcome) = event.outcome {
        let found = play.taken().iter().rev().find_map(|step| step.closed);
        if found != Some(outcome) || !play.is_over() {
            differs(format!("expected the end `{outcome}`, found {found:?}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn played(text: &str) -> Vec<String> {
        let pack = include_str!("../../../procedures/us-dmca-512/pack.toml");
        let packs = Pack::parse_all(pack).unwrap();
        let calendars = Calendars::embedded().unwrap();
        Scenario::parse(text).unwrap().play(&packs, &calendars)
    }

    const FILED: &str = r#"
        title = "A notice"
        [[then]]
        at = "2026-11-02T15:00:00Z"
        by = "claimant"
        act = "file"
        state = "accepted"
        sent = ["takedown-order to marketplace"]
    "#;

    #[test]
    fn what_is_as_expected_says_nothing() {
        assert_eq!(played(FILED), Vec::<String>::new());
    }

    #[test]
    fn what_differs_is_said_with_its_entry() {
        for (old, new, said) in [
            (
                "state = \"accepted\"",
                "state = \"removed\"",
                "entry 1: expected state `removed`",
            ),
            ("to marketplace", "to respondent", "expected a letter"),
            (
                "act = \"file\"",
                "act = \"agree\"",
                "`agree` is not open to claimant",
            ),
            (
                "state = \"accepted\"",
                "due = { quiet = \"2026-12-01\" }",
                "`quiet` does not run",
            ),
            (
                "state = \"accepted\"",
                "due_at = { assess = \"2026-12-01T00:00:00Z\" }",
                "expected `assess` to end",
            ),
            (
                "state = \"accepted\"",
                "stopped = [\"assess\"]",
                "`assess` still runs",
            ),
            ("state = \"accepted\"", "refused = true", "it is allowed"),
            (
                "state = \"accepted\"",
                "outcome = \"restored\"",
                "expected the end",
            ),
            (
                "state = \"accepted\"",
                "ordered = [\"hide\"]",
                "expected measures",
            ),
            (
                "title = \"A notice\"",
                "title = \"A notice\"\nprofile = \"x\"",
                "no profile `x`",
            ),
            (
                "title = \"A notice\"",
                "title = \"A notice\"\nset = { quiet = 1 }",
                "not between 30 and 365",
            ),
        ] {
            let text = FILED.replacen(old, new, 1);
            assert_ne!(text, FILED, "{old}");
            let wrong = played(&text);
            assert!(
                wrong.iter().any(|line| line.contains(said)),
                "{said}: {wrong:?}"
            );
        }
    }
}
