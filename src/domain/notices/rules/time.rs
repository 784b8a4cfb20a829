//! Time: more of it, and delay that does not count.

use super::{own_track, require};
use crate::domain::Role;
use crate::domain::acts::{ClockState, Effect, LetterOrder, Refusal};
use crate::domain::cases::Planner;
use crate::domain::evidence::FileRef;
use crate::domain::procedures::{ActName, Effect as PackEffect};
use std::collections::BTreeMap;

/// More time on a running clock, as the rule of the clock allows.
pub(super) fn ask_time(planner: &mut Planner<'_>, no: u32, reason: &str) -> Result<(), Refusal> {
    let clock = planner
        .file
        .clocks
        .iter()
        .find(|c| c.no == no)
        .cloned()
        .ok_or_else(|| Refusal::Unknown {
            what: format!("clock {no}"),
        })?;
    own_track(planner, clock.track)?;
    if clock.state != ClockState::Running || planner.now > clock.due_at {
        return Err(Refusal::TooLate {
            ended_at: clock.due_at,
        });
    }
    planner.allowed(clock.track, ActName::AskTime)?;
    let rule = planner
        .law
        .pack
        .clock(&clock.rule)
        .and_then(|rule| rule.extension_of(planner.actor.role));
    let (by_rule, rule) = rule.ok_or(Refusal::NoMoreTime)?;
    if clock.given_by(by_rule) >= rule.times {
        return Err(Refusal::NoMoreTime);
    }
    if clock.asked.contains(&planner.actor.role) {
        return Err(Refusal::AlreadyDone);
    }
    planner.quote(reason);
    planner.does(Effect::TimeAsked {
        clock: no,
        role: planner.actor.role,
        reason: reason.trim().to_owned(),
    });
    planner.step(clock.track, ActName::AskTime)?;
    let extended = planner
        .file
        .clocks
        .iter()
        .any(|c| c.no == no && c.extensions > clock.extensions);
    if !extended {
        // One side asked where both must: the other learns of it and may ask too.
        let other: Vec<Role> = planner.actor.role.opposite().into_iter().collect();
        let to = planner.addressees(clock.track, &other);
        planner.args.insert("variant".into(), "asked".into());
        planner.tell("time-extended", to, Some(clock.track), "");
        return Ok(());
    }
    for to in planner.addressees(clock.track, &[Role::Claimant, Role::Respondent]) {
        planner.letter(LetterOrder {
            kind: "time-extended".into(),
            to,
            track: Some(clock.track),
            clock: Some(no),
            quote: None,
            listings: Vec::new(),
            args: BTreeMap::new(),
            page: String::new(),
        });
    }
    Ok(())
}

/// A delay that the rights holder cannot help, shown with the receipt of whoever makes the proof
/// (SPC Reply [2020] No. 9, article 3).
pub(super) fn delay(
    planner: &mut Planner<'_>,
    track: u32,
    proof: &str,
    reason: &str,
    receipt: Option<&FileRef>,
) -> Result<(), Refusal> {
    own_track(planner, track)?;
    let step = planner.allowed(track, ActName::Delay)?;
    let stands = step.effects.iter().any(|effect| {
        matches!(effect, PackEffect::Toll(rule) if planner
            .file
            .running(track, rule)
            .is_some_and(|clock| clock.derivation.open_toll().is_some()))
    });
    if stands {
        return Err(Refusal::AlreadyDone);
    }
    require("delayed-proof", proof)?;
    require("reason", reason)?;
    if receipt.is_none() {
        return Err(Refusal::Missing {
            what: "receipt".into(),
        });
    }
    planner.quote(&format!("{}\n{}", proof.trim(), reason.trim()));
    planner.step(track, ActName::Delay)
}

/// The delay is over; the days count again from today.
pub(super) fn delay_over(planner: &mut Planner<'_>, track: u32) -> Result<(), Refusal> {
    own_track(planner, track)?;
    let step = planner.allowed(track, ActName::DelayOver)?;
    let stands = step.effects.iter().any(|effect| {
        matches!(effect, PackEffect::Resume(rule) if planner
            .file
            .running(track, rule)
            .is_some_and(|clock| clock.derivation.open_toll().is_some()))
    });
    if !stands {
        return Err(Refusal::AlreadyDone);
    }
    planner.step(track, ActName::DelayOver)
}
