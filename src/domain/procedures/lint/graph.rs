//! What the parts do together: where a case can go, which clocks may run there, and that nothing a
//! clock or a person can do leaves a case without a next step.

use std::collections::{BTreeMap, BTreeSet};

use super::super::condition::is_total;
use super::super::pack::{Effect, Pack, Transition};
use super::super::words::{ActName, StateKind};
use super::Report;
use crate::domain::Role;

/// For each state that can be reached, the clocks that may be running in it.
type Running<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

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
        for clock in clocks
            .iter()
            .filter(|id| pack.clock(id).is_some_and(|clock| clock.moves_case()))
        {
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
            for step in pack.transitions_from(state) {
                let Some(after) = apply(step, clocks) else {
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
fn apply<'a>(step: &'a Transition, clocks: &BTreeSet<&'a str>) -> Option<BTreeSet<&'a str>> {
    let mut after = clocks.clone();
    if let Some(clock) = step.clock.as_deref()
        && !after.remove(clock)
    {
        return None;
    }
    for effect in &step.effects {
        match effect {
            Effect::Start(id) => {
                after.insert(id.as_str());
            }
            Effect::Stop(id) => {
                after.remove(id.as_str());
            }
            Effect::StopAll => after.clear(),
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
                    .is_some_and(|clocks| !clocks.contains(clock))
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

/// Whether an earlier step always wins over a later one for everything the later one covers.
fn hides(first: &Transition, later: &Transition) -> bool {
    first.act == later.act
        && (first.act != ActName::Step || first.step() == later.step())
        && first.clock == later.clock
        && later.from.iter().all(|from| first.from.contains(from))
        && later.by.iter().all(|role| first.by.contains(role))
        && (first.when.is_none() || first.when == later.when)
}
