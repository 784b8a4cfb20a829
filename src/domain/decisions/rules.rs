//! Signing: only the sitting arbitrator, only a complete draft, only on the whole record.

use super::{Act, Decision, Draft, Finding, Order, checks, incomplete};
use crate::domain::Role;
use crate::domain::acts::{Act as AnyAct, Effect, Refusal};
use crate::domain::cases::{Planner, next_no};
use crate::domain::complaints::Remedy;
use crate::domain::notices::MeasureAction;
use crate::domain::procedures::{ActName, Outcome};
use crate::domain::settlements::Terms;
use crate::domain::settlements::rules::obligations;
use crate::domain::tribunal::rules::CHALLENGE_CLOCK;
use jiff::tz::TimeZone;
use jiff::{Span, civil::Date};

/// Signs and issues a decision.
///
/// # Errors
/// As [`crate::domain::cases::decide`].
pub fn sign(planner: &mut Planner<'_>, act: &AnyAct) -> Result<(), Refusal> {
    let AnyAct::Decision(Act::Sign {
        track,
        draft,
        prevails,
        document,
        considered,
    }) = act
    else {
        return Ok(());
    };
    let seat = planner
        .file
        .sitting(*track)
        .cloned()
        .ok_or_else(|| Refusal::NotYours {
            act: "decision.sign".into(),
        })?;
    if planner.actor.role != Role::Arbitrator || planner.actor.account != Some(seat.account) {
        return Err(Refusal::NotYours {
            act: "decision.sign".into(),
        });
    }
    if planner
        .file
        .challenges
        .iter()
        .any(|c| c.seat == seat.no && c.ruling.is_none())
    {
        return Err(Refusal::NotNow {
            act: "decision.sign".into(),
            state: "challenged".into(),
        });
    }
    planner.allowed(*track, ActName::Decide)?;
    // A decision given while the sides may still challenge would take the challenge away.
    if let Some(clock) = planner.file.running(*track, CHALLENGE_CLOCK) {
        return Err(Refusal::TooEarly {
            opens_at: clock.due_at,
        });
    }
    let rule = planner.law.pack.decision.as_ref();
    if let Some((what, no)) = incomplete(draft, rule) {
        return Err(Refusal::Incomplete { what, no });
    }
    let mut remarks = checks::remarks(&planner.file, *track, draft, rule).into_iter();
    if let Some(remark) = remarks.find(|remark| remark.blocks) {
        return Err(Refusal::Incomplete {
            what: format!("flaw-{}", remark.flaw.as_str().replace('_', "-")),
            no: remark.no,
        });
    }
    // The record that was signed on must be the record that is there, and every exhibit of it must
    // have been dealt with.
    let record: Vec<_> = planner.file.record_of(*track).map(|e| &e.label).collect();
    if considered.iter().any(|label| !record.contains(&label)) {
        return Err(Refusal::RecordChanged);
    }
    if let Some(open) = record.into_iter().find(|label| !considered.contains(label)) {
        return Err(Refusal::Unconsidered {
            exhibit: open.clone(),
        });
    }
    let decision = Decision {
        no: next_no(planner.file.decisions.len()),
        track: *track,
        seat: seat.no,
        arbitrator: seat.name.clone(),
        issues: draft.issues.clone(),
        orders: draft.orders.clone(),
        summary: draft.summary.trim().to_owned(),
        parts: draft.parts.clone(),
        prevails: *prevails,
        document: document.clone(),
        signed_at: planner.now,
    };
    planner.quote(&decision.summary);
    planner.does(Effect::Decided {
        decision: Box::new(decision),
    });
    planner.claimant_prevails = *prevails == Finding::Claimant;
    let binds = planner
        .allowed(*track, ActName::Decide)?
        .to
        .as_ref()
        .and_then(|to| planner.law.pack.state(to))
        .is_some_and(|s| s.outcome != Some(Outcome::Recommended));
    if binds {
        carry_into_orders(planner, *track, draft);
    }
    let orders_listing = |remedy| draft.orders.iter().any(|o| o.remedy == remedy);
    // A notice that fails puts the listings back even if no order line says so.
    planner.restores = orders_listing(Remedy::RestoreListing)
        || (*prevails == Finding::Respondent && !orders_listing(Remedy::KeepDown));
    planner.step(*track, ActName::Decide)
}

fn carry_into_orders(planner: &mut Planner<'_>, track: u32, draft: &Draft) {
    let today = planner.now.to_zoned(TimeZone::UTC).date();
    for order in &draft.orders {
        match order.remedy {
            Remedy::RestoreListing => {}
            Remedy::KeepDown => planner.order_all(track, MeasureAction::Remove, "decision"),
            _ => obligations(planner, track, &terms(order, today)),
        }
    }
}

fn terms(order: &Order, today: Date) -> Terms {
    let due_on = today
        .checked_add(Span::new().days(i64::from(order.within_days.min(3650))))
        .unwrap_or(today);
    Terms {
        remedy: order.remedy,
        amount: order.amount.clone(),
        instalments: 1,
        due_on,
        debtor: order.debtor,
        text: order.text.clone(),
    }
}
