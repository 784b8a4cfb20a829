//! Appointment, challenge and replacement.

use super::{Act, Candidate, Challenge, Ruling, Seat, SeatState, conflict};
use crate::domain::Role;
use crate::domain::acts::{Addressee, ClockState, Effect, Refusal};
use crate::domain::cases::{Planner, next_no};
use crate::domain::notices::rules::require;
use crate::domain::procedures::ActName;

/// The pack's clock within which parties may challenge.
pub const CHALLENGE_CLOCK: &str = "object";

/// Decides an act about the tribunal.
///
/// # Errors
/// As [`crate::domain::cases::decide`].
pub fn decide(planner: &mut Planner<'_>, act: &Act) -> Result<(), Refusal> {
    match act {
        Act::Propose { track, candidate } => propose(planner, *track, candidate),
        Act::Accept {
            seat,
            declaration,
            disclosure,
        } => {
            let found = own_seat(planner, *seat)?;
            if found.state != SeatState::Proposed {
                return Err(Refusal::AlreadyDone);
            }
            if declaration.text.trim().is_empty() {
                return Err(Refusal::Missing {
                    what: "declaration".into(),
                });
            }
            let state = SeatState::Accepted {
                at: planner.now,
                declaration: declaration.clone(),
                disclosure: disclosure.trim().to_owned(),
            };
            planner.does(Effect::SeatMoved { seat: *seat, state });
            planner.quote(disclosure);
            if planner
                .allowed(found.track, ActName::PanelConstituted)
                .is_ok()
            {
                planner.step(found.track, ActName::PanelConstituted)?;
            }
            let to = planner.addressees(
                found.track,
                &[Role::Claimant, Role::Respondent, Role::CaseManager],
            );
            planner.tell("appointment-accepted", to, Some(found.track), "tribunal");
            Ok(())
        }
        Act::Decline { seat, reason } => {
            let found = own_seat(planner, *seat)?;
            if found.state != SeatState::Proposed {
                return Err(Refusal::AlreadyDone);
            }
            planner.quote(reason);
            planner.does(Effect::SeatMoved {
                seat: *seat,
                state: SeatState::Declined {
                    at: planner.now,
                    reason: reason.trim().to_owned(),
                },
            });
            planner.tell(
                "appointment-declined",
                [Addressee::Registry],
                Some(found.track),
                "tribunal",
            );
            Ok(())
        }
        Act::Challenge { seat, ground } => challenge(planner, *seat, ground),
        Act::Rule {
            challenge,
            upheld,
            reasons,
        } => rule(planner, *challenge, *upheld, reasons),
        Act::Resign { seat, reason } => {
            let found = own_seat(planner, *seat)?;
            if !found.is_sitting() {
                return Err(Refusal::AlreadyDone);
            }
            require("reason", reason)?;
            planner.quote(reason);
            remove(planner, &found, reason);
            Ok(())
        }
    }
}

/// Whoever has decided and is not asked any more, as where an appeal is appointed, has done with the case.
fn leave_after_decision(planner: &mut Planner<'_>, track: u32) {
    if planner.file.decisions.iter().all(|d| d.track != track) {
        return;
    }
    let sitting = planner.file.seats.iter();
    let done: Vec<u32> = sitting
        .filter(|seat| seat.track == track && seat.is_sitting())
        .map(|seat| seat.no)
        .collect();
    for seat in done {
        planner.does(Effect::SeatMoved {
            seat,
            state: SeatState::Removed {
                at: planner.now,
                reason: String::new(),
            },
        });
    }
}

fn propose(planner: &mut Planner<'_>, track: u32, candidate: &Candidate) -> Result<(), Refusal> {
    if planner.actor.role != Role::CaseManager {
        return Err(Refusal::NotYours {
            act: "tribunal.propose".into(),
        });
    }
    planner.allowed(track, ActName::Appoint)?;
    leave_after_decision(planner, track);
    let taken = planner.file.seats.iter().any(|s| {
        s.track == track && matches!(s.state, SeatState::Proposed | SeatState::Accepted { .. })
    });
    if taken {
        return Err(Refusal::AlreadyDone);
    }
    if let Some(why) = conflict(&planner.file, candidate) {
        return Err(Refusal::Conflict {
            why: why.to_owned(),
        });
    }
    let seat = Seat {
        no: next_no(planner.file.seats.len()),
        track,
        account: candidate.account,
        name: candidate.name.clone(),
        proposed_by: planner.actor.account,
        proposed_at: planner.now,
        state: SeatState::Proposed,
    };
    planner.does(Effect::SeatOffered { seat });
    planner.step(track, ActName::Appoint)?;
    planner.tell(
        "appointment-offered",
        [Addressee::Account(candidate.account)],
        Some(track),
        "tribunal",
    );
    Ok(())
}

fn seat(planner: &Planner<'_>, no: u32) -> Result<Seat, Refusal> {
    planner
        .file
        .seats
        .iter()
        .find(|s| s.no == no)
        .cloned()
        .ok_or_else(|| Refusal::Unknown {
            what: format!("seat {no}"),
        })
}

fn own_seat(planner: &Planner<'_>, no: u32) -> Result<Seat, Refusal> {
    let found = seat(planner, no)?;
    if planner.actor.role == Role::Arbitrator && planner.actor.account == Some(found.account) {
        Ok(found)
    } else {
        Err(Refusal::NotYours {
            act: "tribunal".into(),
        })
    }
}

fn challenge(planner: &mut Planner<'_>, no: u32, ground: &str) -> Result<(), Refusal> {
    require("ground", ground)?;
    let found = seat(planner, no)?;
    crate::domain::notices::rules::own_track(planner, found.track)?;
    let Some(party) = planner
        .actor
        .party
        .filter(|_| planner.file.is_side(planner.actor.role))
    else {
        return Err(Refusal::NotYours {
            act: "tribunal.challenge".into(),
        });
    };
    if !found.is_sitting() {
        return Err(Refusal::AlreadyDone);
    }
    let clock = planner
        .file
        .clocks
        .iter()
        .rev()
        .find(|c| c.track == found.track && c.rule == CHALLENGE_CLOCK);
    match clock {
        Some(clock) if clock.state == ClockState::Running && planner.now < clock.due_at => {}
        Some(clock) => {
            return Err(Refusal::TooLate {
                ended_at: clock.due_at,
            });
        }
        None => {
            return Err(Refusal::NotNow {
                act: "tribunal.challenge".into(),
                state: planner.file.stage(planner.law.pack),
            });
        }
    }
    if planner
        .file
        .challenges
        .iter()
        .any(|c| c.seat == no && c.party == party)
    {
        return Err(Refusal::AlreadyDone);
    }
    let filed = Challenge {
        no: next_no(planner.file.challenges.len()),
        seat: no,
        party,
        ground: ground.trim().to_owned(),
        filed_at: planner.now,
        ruling: None,
    };
    planner.quote(ground);
    planner.does(Effect::Challenged { challenge: filed });
    let mut to = planner.addressees(
        found.track,
        &[Role::Claimant, Role::Respondent, Role::CaseManager],
    );
    to.retain(|a| *a != Addressee::Party(party));
    to.push(Addressee::Account(found.account));
    planner.tell("challenge-filed", to, Some(found.track), "tribunal");
    Ok(())
}

fn rule(planner: &mut Planner<'_>, no: u32, upheld: bool, reasons: &str) -> Result<(), Refusal> {
    require("reason", reasons)?;
    let found = planner
        .file
        .challenges
        .iter()
        .find(|c| c.no == no)
        .cloned()
        .ok_or_else(|| Refusal::Unknown {
            what: format!("challenge {no}"),
        })?;
    if planner.actor.role != Role::CaseManager {
        return Err(Refusal::NotYours {
            act: "tribunal.rule".into(),
        });
    }
    if found.ruling.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    let sat = seat(planner, found.seat)?;
    // Whoever chose the arbitrator may not judge the objection to the choice.
    if planner.actor.account.is_some() && planner.actor.account == sat.proposed_by {
        return Err(Refusal::SamePerson);
    }
    planner.quote(reasons);
    let ruling = Ruling {
        upheld,
        reasons: reasons.trim().to_owned(),
        name: planner.actor.name.clone(),
        at: planner.now,
    };
    planner.does(Effect::ChallengeRuled {
        challenge: no,
        ruling,
    });
    let to = planner.addressees(
        sat.track,
        &[Role::Claimant, Role::Respondent, Role::Arbitrator],
    );
    planner.tell("challenge-decided", to, Some(sat.track), "tribunal");
    if upheld && sat.is_sitting() {
        remove(planner, &sat, reasons);
    }
    Ok(())
}

/// Takes somebody off the tribunal. Steps taken stay; the appointment begins again.
fn remove(planner: &mut Planner<'_>, seat: &Seat, reason: &str) {
    planner.does(Effect::SeatMoved {
        seat: seat.no,
        state: SeatState::Removed {
            at: planner.now,
            reason: reason.trim().to_owned(),
        },
    });
    let running: Vec<u32> = planner
        .file
        .clocks
        .iter()
        .filter(|c| {
            c.track == seat.track
                && c.state == ClockState::Running
                && (c.rule == CHALLENGE_CLOCK || c.owner == Role::Arbitrator)
        })
        .map(|c| c.no)
        .collect();
    for clock in running {
        planner.does(Effect::ClockStopped { clock });
    }
    // Where nobody was seated yet, the time to appoint still runs; it begins anew.
    planner.stop_clock(seat.track, "appoint");
    planner.start_clock(seat.track, "appoint");
    let to = planner.addressees(
        seat.track,
        &[Role::Claimant, Role::Respondent, Role::CaseManager],
    );
    planner.tell("arbitrator-replaced", to, Some(seat.track), "tribunal");
}
