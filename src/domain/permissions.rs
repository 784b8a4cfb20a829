//! Who may do what, in one table. The pack narrows it further by state and time; nothing widens it.

use super::Role;
use super::acts::{Act, Refusal};
use super::cases::{CaseFile, Law, Planner};
use super::parties::Actor;
use super::procedures::ActName;
use jiff::Timestamp;
use std::borrow::Cow;

use Role::{Arbitrator, CaseManager, Claimant, Marketplace, Respondent, System};

/// The roles that may ever do an act, by the act's name.
pub fn roles_for(act: &str) -> &'static [Role] {
    match act {
        "notice.file"
        | "complaint.file"
        | "notice.complete"
        | "notice.delay"
        | "notice.delay-over"
        | "notice.prove-action"
        | "notice.withdraw"
        | "complaint.complete"
        | "complaint.consent-final"
        | "complaint.withdraw" => &[Claimant],
        "notice.measure" | "notice.carry-out" | "notice.need-info" => &[Marketplace],
        "notice.court-order" => &[Marketplace, CaseManager],
        "notice.agree" | "notice.counter" | "complaint.respond" => &[Respondent],
        "notice.ask-time"
        | "notice.consent-arbitration"
        | "settlement.accept"
        | "settlement.decline"
        | "settlement.mark"
        | "settlement.confirm"
        | "settlement.dispute"
        | "tribunal.challenge" => &[Claimant, Respondent],
        "settlement.offer" | "settlement.withdraw" | "complaint.escalate" => {
            &[Claimant, Respondent, CaseManager]
        }
        "notice.action-outcome"
        | "complaint.screen-accept"
        | "complaint.need-info"
        | "complaint.screen-reject"
        | "complaint.declare-failure"
        | "settlement.determine"
        | "tribunal.propose"
        | "tribunal.rule"
        | "case.migrate" => &[CaseManager],
        "case.parallel" | "case.parallel-over" => &[Marketplace, CaseManager, Arbitrator],
        "party.invite" | "party.join" | "party.take-seat" => &[Claimant, Respondent, Marketplace],
        "party.address" => &[Marketplace, CaseManager],
        "party.end-mandate" => &[Claimant, Respondent, Marketplace, CaseManager],
        "matter.file" => &[Claimant],
        "evidence.file" | "evidence.withdraw" | "evidence.describe" | "message.send"
        | "matter.take" => &[Claimant, Respondent, Marketplace, CaseManager, Arbitrator],
        "tribunal.accept" | "tribunal.decline" | "tribunal.resign" | "decision.sign" => {
            &[Arbitrator]
        }
        "lapse" | "clock.recount" | "clock.outage" | "settlement.lapse" | "settlement.silence"
        | "settlement.overdue" => &[System],
        _ => &[],
    }
}

/// Whether the table lets a role do an act at all.
pub fn may(role: Role, act: &str) -> bool {
    roles_for(act).contains(&role)
}

/// Whether an act would be accepted now: the question every button asks before it is shown.
pub fn would_accept(
    file: &CaseFile,
    law: Law<'_>,
    actor: &Actor,
    act: &Act,
    now: Timestamp,
) -> bool {
    would_refuse(file, law, actor, act, now).is_none()
}

/// Why an act would be refused now, if it would be.
pub fn would_refuse(
    file: &CaseFile,
    law: Law<'_>,
    actor: &Actor,
    act: &Act,
    now: Timestamp,
) -> Option<Refusal> {
    super::cases::decide(file, law, actor, act, now).err()
}

/// Whether the pack lets this actor take a step in a track now, without the words the act needs.
pub fn step_open(
    file: &CaseFile,
    law: Law<'_>,
    actor: &Actor,
    track: u32,
    step: ActName,
    now: Timestamp,
) -> bool {
    file.actor_holds_seat(actor, now)
        && !file.only_reads(actor)
        && Planner::new(Cow::Borrowed(file), law, actor.clone(), now)
            .allowed(track, step)
            .is_ok()
}
