//! The one function through which every change of an open case goes.

use super::planner::{Law, Planner};
use super::{CaseFile, next_no};
use crate::domain::acts::{
    Act, Addressee, Clock, ClockState, Effect, LetterOrder, Outage, Plan, Refusal,
};
use crate::domain::parties::{Actor, Via};
use crate::domain::procedures::{ActName, Guard};
use crate::domain::settlements::{ObligationState, OfferState};
use crate::domain::{
    Role, complaints, decisions, evidence, matters, messages, notices, parallel, parties,
    permissions, settlements, tribunal,
};
use jiff::Timestamp;
use std::borrow::Cow;

/// Decides an act: the plan of what follows, or why not. Pure; the same input gives the same plan.
///
/// # Errors
/// Every refusal a person can meet; none of them changes anything.
pub fn decide(
    file: &CaseFile,
    law: Law<'_>,
    actor: &Actor,
    act: &Act,
    now: Timestamp,
) -> Result<(CaseFile, Plan), Refusal> {
    if !permissions::may(actor.role, act.name()) || !file.actor_holds_seat(actor, now) {
        return Err(Refusal::NotYours {
            act: act.name().to_owned(),
        });
    }
    // Whoever only reads may still take up and lay down the own mandate, and no other.
    let own_mandate = match act {
        Act::Party(parties::Act::Join { mandate, .. } | parties::Act::EndMandate { mandate }) => {
            actor.mandate == Some(*mandate)
        }
        _ => false,
    };
    if file.only_reads(actor) && !own_mandate {
        return Err(Refusal::NotYours {
            act: act.name().to_owned(),
        });
    }
    let mut planner = Planner::new(Cow::Borrowed(file), law, actor.clone(), now);
    match act {
        Act::Notice(act) => notices::rules::decide(&mut planner, act)?,
        Act::Complaint(act) => complaints::rules::decide(&mut planner, act)?,
        Act::Party(act) => parties::rules::decide(&mut planner, act)?,
        Act::Evidence(act) => evidence::rules::decide(&mut planner, act)?,
        Act::Settlement(act) => settlements::rules::decide(&mut planner, act)?,
        Act::Tribunal(act) => tribunal::rules::decide(&mut planner, act)?,
        Act::Decision(decisions::Act::Sign { .. }) => decisions::rules::sign(&mut planner, act)?,
        Act::Message(messages::Act::Send {
            audience,
            to_party,
            text,
        }) => messages::rules::send(&mut planner, *audience, *to_party, text)?,
        Act::Matter(act) => matters::rules::decide(&mut planner, act)?,
        Act::Lapse { clock } => lapse(&mut planner, *clock)?,
        Act::Migrate { to, reason } => super::migrate::migrate(&mut planner, to, reason)?,
        Act::Parallel(act) => parallel::decide(&mut planner, act)?,
        Act::Recount { clock } => recount(&mut planner, *clock)?,
        Act::Outage { clock, from, until } => {
            let outage = Outage {
                from: *from,
                until: *until,
            };
            give_back(&mut planner, *clock, &outage)?;
        }
        Act::OfferLapse { offer } => offer_lapse(&mut planner, *offer)?,
        Act::ObligationSilence { obligation } => silence(&mut planner, *obligation)?,
        Act::ObligationOverdue { obligation } => overdue(&mut planner, *obligation)?,
    }
    // "Not solely on the basis of automated means": Regulation (EU) 2022/2065, article 20(6).
    if actor.via == Via::Api && planner.takes_what_a_person_must() {
        return Err(Refusal::PersonNeeded);
    }
    Ok(planner.finish())
}

fn system_only(planner: &Planner<'_>, act: &str) -> Result<(), Refusal> {
    if planner.actor.role == Role::System {
        Ok(())
    } else {
        Err(Refusal::NotYours {
            act: act.to_owned(),
        })
    }
}

/// A clock ran out. Deadlines take the pack's lapse transition; targets only fire.
fn lapse(planner: &mut Planner<'_>, no: u32) -> Result<(), Refusal> {
    system_only(planner, "lapse")?;
    let clock = planner
        .file
        .clocks
        .iter()
        .find(|c| c.no == no)
        .cloned()
        .ok_or_else(|| Refusal::Unknown {
            what: format!("clock {no}"),
        })?;
    if clock.state != ClockState::Running {
        return Err(Refusal::AlreadyDone);
    }
    // `due_at` is the last second that is in time.
    if planner.now <= clock.due_at {
        return Err(Refusal::TooEarly {
            opens_at: clock.due_at,
        });
    }
    planner.does(Effect::ClockFired { clock: no });
    if clock.target || is_kept_otherwise(planner, clock.track, &clock.rule) {
        return Ok(());
    }
    let state = planner
        .file
        .track(clock.track)
        .map(|t| t.state.clone())
        .unwrap_or_default();
    let pack = planner.law.pack;
    let facts = planner.facts(clock.track);
    let transition = pack.lapse_transition(&state, &clock.rule, &facts);
    if let Some(transition) = transition {
        planner.take(clock.track, transition);
    }
    if planner
        .file
        .track(clock.track)
        .is_some_and(|t| t.outcome.is_none())
    {
        let owner = planner.addressees(clock.track, &[clock.owner]);
        planner.tell("deadline-passed", owner, Some(clock.track), "");
    }
    Ok(())
}

/// A calendar arrived that a provisional date was waiting for: it is counted again, and whoever it concerns is
/// told if it moved. A date that stays as uncertain as it was leaves no entry.
fn recount(planner: &mut Planner<'_>, no: u32) -> Result<(), Refusal> {
    system_only(planner, "clock.recount")?;
    let found = planner.file.clocks.iter().find(|c| c.no == no).cloned();
    let clock = found.ok_or_else(|| Refusal::Unknown {
        what: format!("clock {no}"),
    })?;
    if clock.state != ClockState::Running || !clock.provisional {
        return Err(Refusal::AlreadyDone);
    }
    let counted = planner.count_again(&clock).ok_or(Refusal::AlreadyDone)?;
    let moved = counted.due_at != clock.due_at || counted.earliest_at != clock.earliest_at;
    if !moved && counted.provisional {
        return Err(Refusal::AlreadyDone);
    }
    planner.does(Effect::ClockRecounted {
        clock: no,
        due_at: counted.due_at,
        earliest_at: counted.earliest_at,
        derivation: Box::new(counted.derivation),
    });
    if moved {
        tell_of_date(planner, &clock, "calendar");
    }
    Ok(())
}

/// Tells both sides and whoever has to act that a date is another one now.
fn tell_of_date(planner: &mut Planner<'_>, clock: &Clock, why: &str) {
    let both = [Role::Claimant, Role::Respondent, clock.owner];
    let mut to: Vec<Addressee> = Vec::new();
    for addressee in planner.addressees(clock.track, &both) {
        if !to.contains(&addressee) {
            to.push(addressee);
        }
    }
    planner.args.insert("variant".into(), why.into());
    for to in to {
        planner.letter(LetterOrder {
            kind: "time-extended".into(),
            to,
            track: Some(clock.track),
            clock: Some(clock.no),
            quote: None,
            listings: Vec::new(),
            args: planner.args.clone(),
            page: String::new(),
        });
    }
}

/// Nobody could reach the service when a deadline ended: the days that were lost are given back, before the end
/// has any effect. Courts do the same when their registry cannot be reached, such as under Fed. R. Civ. P. 6(a)(3);
/// here nobody has to ask, and all the days come back.
fn give_back(planner: &mut Planner<'_>, no: u32, outage: &Outage) -> Result<(), Refusal> {
    system_only(planner, "clock.outage")?;
    let found = planner.file.clocks.iter().find(|c| c.no == no).cloned();
    let clock = found.ok_or_else(|| Refusal::Unknown {
        what: format!("clock {no}"),
    })?;
    let is_known = clock.outages.iter().any(|known| known.from == outage.from);
    if clock.state != ClockState::Running || clock.target || is_known {
        return Err(Refusal::AlreadyDone);
    }
    let counted = planner.count_without(&clock, outage);
    let counted = counted.ok_or(Refusal::AlreadyDone)?;
    planner.does(Effect::TimeGivenBack {
        clock: no,
        due_at: counted.due_at,
        earliest_at: counted.earliest_at,
        derivation: Box::new(counted.derivation),
        outage: outage.clone(),
    });
    tell_of_date(planner, &clock, "outage");
    Ok(())
}

/// The clock of performance is kept when everything owed is done or said to be done, or falls due
/// only later (instalments): then each obligation's own day decides.
fn is_kept_otherwise(planner: &Planner<'_>, track: u32, rule: &str) -> bool {
    let open = |o: &crate::domain::settlements::Obligation| {
        matches!(
            o.state,
            ObligationState::Due | ObligationState::Overdue | ObligationState::Disputed
        ) && o.due_at < planner.now
    };
    rule == "perform"
        && !planner
            .file
            .obligations
            .iter()
            .any(|o| o.track == track && open(o))
}

fn offer_lapse(planner: &mut Planner<'_>, no: u32) -> Result<(), Refusal> {
    system_only(planner, "settlement.lapse")?;
    let offer = planner
        .file
        .offers
        .iter()
        .find(|o| o.no == no)
        .cloned()
        .ok_or_else(|| Refusal::Unknown {
            what: format!("offer {no}"),
        })?;
    if offer.state != OfferState::Open {
        return Err(Refusal::AlreadyDone);
    }
    if planner.now < offer.open_until {
        return Err(Refusal::TooEarly {
            opens_at: offer.open_until,
        });
    }
    planner.does(Effect::OfferClosed {
        offer: no,
        state: OfferState::Lapsed,
        reason: String::new(),
    });
    let sides = planner.addressees(offer.track, &[Role::Claimant, Role::Respondent]);
    planner.tell("offer-lapsed", sides, Some(offer.track), "settlement");
    Ok(())
}

/// Nobody said that what is marked as done is not: it counts as done.
fn silence(planner: &mut Planner<'_>, no: u32) -> Result<(), Refusal> {
    system_only(planner, "settlement.silence")?;
    let obligation = planner
        .file
        .obligations
        .iter()
        .find(|o| o.no == no)
        .cloned()
        .ok_or_else(|| Refusal::Unknown {
            what: format!("obligation {no}"),
        })?;
    let Some(opens_at) = obligation.confirmed_by_silence_at() else {
        return Err(Refusal::AlreadyDone);
    };
    if planner.now < opens_at {
        return Err(Refusal::TooEarly { opens_at });
    }
    planner.does(Effect::ObligationMoved {
        obligation: no,
        state: ObligationState::Confirmed,
        words: String::new(),
    });
    planner.args.insert("variant".into(), "silence".into());
    let both = [
        Addressee::Party(obligation.debtor),
        Addressee::Party(obligation.creditor),
    ];
    planner.tell(
        "obligation-confirmed",
        both,
        Some(obligation.track),
        "settlement",
    );
    planner.args.remove("variant");
    if planner.holds(obligation.track, Guard::NothingOwed) {
        match planner.step_as_system(obligation.track, ActName::PerformDone) {
            Ok(()) | Err(Refusal::NotNow { .. }) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(())
}

fn overdue(planner: &mut Planner<'_>, no: u32) -> Result<(), Refusal> {
    system_only(planner, "settlement.overdue")?;
    let obligation = planner
        .file
        .obligations
        .iter()
        .find(|o| o.no == no)
        .cloned()
        .ok_or_else(|| Refusal::Unknown {
            what: format!("obligation {no}"),
        })?;
    if obligation.state != ObligationState::Due {
        return Err(Refusal::AlreadyDone);
    }
    if planner.now < obligation.due_at {
        return Err(Refusal::TooEarly {
            opens_at: obligation.due_at,
        });
    }
    planner.does(Effect::ObligationMoved {
        obligation: no,
        state: ObligationState::Overdue,
        words: String::new(),
    });
    let both = [
        Addressee::Party(obligation.debtor),
        Addressee::Party(obligation.creditor),
    ];
    planner.tell(
        "obligation-overdue",
        both,
        Some(obligation.track),
        "settlement",
    );
    // Where the pack has a next step for a breach (a track that waits for performance), take it.
    match planner.step_as_system(obligation.track, ActName::Breach) {
        Ok(()) | Err(Refusal::NotNow { .. }) => {}
        Err(refusal) => return Err(refusal),
    }
    Ok(())
}

impl CaseFile {
    /// The number the next mandate gets.
    pub(crate) fn next_mandate(&self) -> u32 {
        next_no(self.mandates.len())
    }
}
