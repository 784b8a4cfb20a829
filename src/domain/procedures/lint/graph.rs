//! What the parts do together: where a case can go, which clocks may run there, and that nothing a
//! clock or a person can do leaves a case without a next step.

use std::collections::{BTreeMap, BTreeSet};

use super::super::condition::is_total;
use super::super::pack::{Effect, Pack, State, Transition};
use super::super::words::{ActName, OnHold, StateKind};
use super::Report;
use crate::domain::Role;

/// A clock that may run, or may stand still under the suspension named.
type Live<'a> = (&'a str, Option<&'a str>);

/// For each state that can be reached, the clocks that may be live in it.
type Running<'a> = BTreeMap<&'a str, BTreeSet<Live<'a>>>;

/// Checks the pack as a whole; every name in it is known to exist.
pub(super) fn check(report: &mut Report<'_>) {
    let pack = report.pack;
    let running = follow(pack);
    let ending = can_end(pack);
    for state in &pack.states {
        let at = ("state", state.id.as_str());
        let Some(clocks) = running.get(state.id.as_str()) else {
            report.add(
                at.0,
                at.1,
                "is never reached",
                "add a step that leads to it, or remove it",
            );
            continue;
        };
        if !state.is_terminal() && !ending.contains(state.id.as_str()) {
            report.add(
                at.0,
                at.1,
                "has no way to an end",
                "add a step that leads towards a terminal state",
            );
        }
        if state.kind == StateKind::Waiting && !has_exit(pack, &state.id) {
            report.add(
                at.0,
                at.1,
                "waits without a clock and without an exit",
                "start a clock before it, or add a step out of it",
            );
        }
        if state.offers
            && !pack
                .transitions_from(&state.id)
                .any(|step| step.act == ActName::OfferAccepted)
        {
            report.add(
                at.0,
                at.1,
                "offers can be made but not accepted",
                "add a step for offer_accepted, or write offers = false",
            );
        }
        for (clock, held) in clocks
            .iter()
            .filter(|(id, _)| pack.clock(id).is_some_and(|clock| clock.moves_case()))
        {
            if held.is_some() && !state.is_terminal() {
                continue;
            }
            if state.is_terminal() {
                report.add(
                    at.0,
                    at.1,
                    format!("clock `{clock}` still runs after the end"),
                    "stop it in every step that leads here",
                );
            } else if !lapse_is_total(pack, &state.id, clock) {
                report.add(
                    at.0,
                    at.1,
                    format!("clock `{clock}` may run out here and nothing says what follows"),
                    "add a lapse step from this state, or stop the clock before it",
                );
            }
        }
    }
    steps(report, &running);
    holds(report, &running);
    turns(report);
}

/// Both sides are waited for equally often, or the pack says why not.
fn turns(report: &mut Report<'_>) {
    let pack = report.pack;
    let first = pack.initial().map(|state| state.id.as_str());
    let of = |side: Role| {
        let states = pack.states.iter();
        states
            .filter(|state| state.turn == Some(side) && Some(state.id.as_str()) != first)
            .count()
    };
    let (claimant, respondent) = (of(Role::Claimant), of(Role::Respondent));
    if claimant != respondent && pack.about.turns.is_none() {
        report.add(
            "pack",
            pack.id(),
            format!("the claimant has {claimant} turns and the respondent {respondent}"),
            "give both equally many, or write `turns` with the reason",
        );
    }
}

/// Follows every step from the first state until nothing new is found.
fn follow(pack: &Pack) -> Running<'_> {
    let mut running = Running::new();
    if let Some(first) = pack.initial() {
        running.insert(&first.id, BTreeSet::new());
    }
    loop {
        let before = running.clone();
        for (state, clocks) in &before {
            let is_open = pack.state(state).is_some_and(|state| !state.is_terminal());
            for hold in pack
                .holds
                .iter()
                .filter(|hold| is_open && pack.is_linked(&hold.id))
            {
                let pauses = |(clock, held): &&Live<'_>| {
                    held.is_none() && hold.on(clock) == Some(OnHold::Pause)
                };
                let held = clocks.iter().filter(pauses);
                let held = held.map(|(clock, _)| (*clock, Some(hold.id.as_str())));
                running.entry(state).or_default().extend(held);
            }
            for step in pack.transitions_from(state) {
                let Some(after) = apply(pack, step, clocks) else {
                    continue;
                };
                let to = step.to.as_deref().unwrap_or(state);
                running.entry(to).or_default().extend(after);
            }
        }
        if running == before {
            return running;
        }
    }
}

/// The clocks that may run after a step; none if the step is a lapse of a clock that cannot run.
fn apply<'a>(
    pack: &'a Pack,
    step: &'a Transition,
    clocks: &BTreeSet<Live<'a>>,
) -> Option<BTreeSet<Live<'a>>> {
    let mut after = clocks.clone();
    if let Some(clock) = step.clock.as_deref() {
        if !after.contains(&(clock, None)) {
            return None;
        }
        // It is one clock, whether it may stand still elsewhere or not.
        after.retain(|(live, _)| *live != clock);
    }
    for effect in &step.effects {
        match effect {
            Effect::Start(id) => {
                after.retain(|(clock, _)| clock != id);
                after.insert((id.as_str(), None));
            }
            Effect::Stop(id) => after.retain(|(clock, _)| clock != id),
            Effect::StopAll => after.clear(),
            Effect::Hold(id) => {
                let on = |clock: &str| pack.hold(id).and_then(|hold| hold.on(clock));
                let held = |(clock, held): Live<'a>| match (held, on(clock)) {
                    (None, Some(OnHold::Stop)) => None,
                    (None, Some(OnHold::Pause)) => Some((clock, Some(id.as_str()))),
                    _ => Some((clock, held)),
                };
                after = after.into_iter().filter_map(held).collect();
            }
            Effect::Release(id) => {
                let goes_on = |(clock, held): Live<'a>| match held {
                    Some(hold) if hold == id => (clock, None),
                    _ => (clock, held),
                };
                after = after.into_iter().map(goes_on).collect();
            }
            _ => {}
        }
    }
    Some(after)
}

/// The states from which an end can be reached.
fn can_end(pack: &Pack) -> BTreeSet<&str> {
    let mut ending: BTreeSet<&str> = pack
        .states
        .iter()
        .filter(|state| state.is_terminal())
        .map(|state| state.id.as_str())
        .collect();
    loop {
        let more: Vec<&str> = pack
            .states
            .iter()
            .map(|state| state.id.as_str())
            .filter(|id| !ending.contains(id))
            .filter(|id| {
                // Taking a case back ends any procedure; it is no answer to a dead end.
                pack.transitions_from(id)
                    .filter(|step| step.act != ActName::Withdraw)
                    .any(|step| step.to.as_deref().is_some_and(|to| ending.contains(to)))
            })
            .collect();
        if more.is_empty() {
            return ending;
        }
        ending.extend(more);
    }
}

fn has_exit(pack: &Pack, state: &str) -> bool {
    pack.transitions_from(state).any(|step| {
        step.act != ActName::Withdraw && step.to.as_deref().is_some_and(|to| to != state)
    })
}

/// Whether some lapse step is taken whatever the guards answer.
fn lapse_is_total(pack: &Pack, state: &str, clock: &str) -> bool {
    let lapses = pack
        .transitions_from(state)
        .filter(|step| step.act == ActName::Lapse && step.clock.as_deref() == Some(clock));
    is_total(lapses.map(|step| step.when.as_ref()))
}

fn steps(report: &mut Report<'_>, running: &Running<'_>) {
    let pack = report.pack;
    for (index, step) in pack.transitions.iter().enumerate() {
        let at = ("transition", step.id.as_str());
        for from in step.from.iter().filter_map(|from| pack.state(from)) {
            if let Some(clock) = step.clock.as_deref()
                && running
                    .get(from.id.as_str())
                    .is_some_and(|clocks| !clocks.contains(&(clock, None)))
            {
                report.add(
                    at.0,
                    at.1,
                    format!("clock `{clock}` never runs in `{}`", from.id),
                    "start the clock before, or take the state out of `from`",
                );
            }
            if from.is_terminal() && step.to.is_some() && !step.reopens {
                report.add(
                    at.0,
                    at.1,
                    format!("leaves the end `{}`", from.id),
                    "write reopens = true if the law allows it, or take the state out of `from`",
                );
            }
        }
        if let Some(first) = pack
            .transitions
            .iter()
            .take(index)
            .find(|first| hides(first, step))
        {
            report.add(
                at.0,
                at.1,
                format!("`{}` is always taken before it", first.id),
                "give one of them a condition, or put the narrower one first",
            );
        }
    }
}

/// A suspension says what becomes of every clock that may run when it begins.
fn holds(report: &mut Report<'_>, running: &Running<'_>) {
    let pack = report.pack;
    for hold in &pack.holds {
        let effect = Effect::Hold(hold.id.clone());
        let by_link = pack.is_linked(&hold.id);
        let begins = |state: &&State| {
            let mut steps = pack.transitions_from(&state.id);
            (by_link && !state.is_terminal()) || steps.any(|step| step.effects.contains(&effect))
        };
        for state in pack.states.iter().filter(begins) {
            let live = running.get(state.id.as_str()).into_iter().flatten();
            let unsaid: BTreeSet<&str> = live
                .filter(|(clock, held)| held.is_none() && hold.on(clock).is_none())
                .map(|(clock, _)| *clock)
                .collect();
            for clock in unsaid {
                report.add(
                    "hold",
                    &hold.id,
                    format!(
                        "does not say what becomes of clock `{clock}`, which may run in `{}`",
                        state.id
                    ),
                    "add it to `clocks` with run, pause or stop",
                );
            }
        }
    }
}

/// Whether an earlier step always wins over a later one for everything the later one covers.
fn hides(first: &Transition, later: &Transition) -> bool {
    first.act == later.act
        && (first.act != ActName::Step || first.step() == later.step())
        && first.clock == later.clock
        && later.from.iter().all(|from| first.from.contains(from))
        && later.by.iter().all(|role| first.by.contains(role))
        && (first.when.is_none() || first.when == later.when)
}
