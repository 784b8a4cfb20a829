//! What each act on a notice needs and causes beyond what the pack says.

mod answers;
mod completion;
mod courts;
mod measures;
mod time;

use super::{Act, ActionProof, CourtOrder, Declaration};
use crate::domain::Role;
use crate::domain::acts::Refusal;
use crate::domain::cases::Planner;

/// Longest statement, in characters.
pub const MAX_STATEMENT: usize = 20_000;

/// Decides an act on a notice.
///
/// # Errors
/// As [`crate::domain::cases::decide`].
pub fn decide(planner: &mut Planner<'_>, act: &Act) -> Result<(), Refusal> {
    match act {
        Act::Measure {
            listings,
            action,
            reasons,
            carried_out,
        } => measures::measure(planner, listings, *action, reasons, *carried_out),
        Act::CarryOut { listings } => measures::carry_out(planner, listings),
        Act::NeedInfo { track, gaps, words } => completion::need_info(planner, *track, gaps, words),
        Act::Complete { completion } => completion::complete(planner, completion),
        Act::Agree { track, statement } => answers::agree(planner, *track, statement),
        Act::Counter {
            track,
            ground,
            statement,
            contact,
            declarations,
        } => answers::counter(planner, *track, ground, statement, contact, declarations),
        Act::AskTime { clock, reason } => time::ask_time(planner, *clock, reason),
        Act::Delay {
            track,
            proof,
            reason,
            receipt,
        } => time::delay(planner, *track, proof, reason, receipt.as_ref()),
        Act::DelayOver { track } => time::delay_over(planner, *track),
        Act::CourtOrder {
            track,
            court,
            number,
            ordered_on,
            measure,
            detail,
            copy,
        } => {
            let Some(copy) = copy.clone() else {
                return Err(Refusal::Missing {
                    what: "order-copy".into(),
                });
            };
            let order = CourtOrder {
                court: court.trim().to_owned(),
                number: number.trim().to_owned(),
                ordered_on: *ordered_on,
                measure: *measure,
                detail: detail.trim().to_owned(),
                copy,
                at: planner.now,
            };
            courts::court_order(planner, *track, order)
        }
        Act::ProveAction {
            track,
            court,
            number,
            filed_on,
            copy,
            declarations,
        } => {
            let proof = ActionProof {
                court: court.clone(),
                number: number.clone(),
                filed_on: *filed_on,
                copy: copy.clone(),
                at: planner.now,
            };
            courts::prove_action(planner, *track, proof, declarations)
        }
        Act::ActionOutcome {
            track,
            result,
            detail,
        } => courts::action_outcome(planner, *track, *result, detail),
        Act::ConsentArbitration {
            track,
            declarations,
        } => courts::consent(planner, *track, declarations),
        Act::Withdraw { track, reason } => completion::withdraw(planner, *track, reason),
    }
}

pub(crate) fn require(what: &str, text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Missing {
            what: what.to_owned(),
        });
    }
    if text.chars().count() > MAX_STATEMENT {
        return Err(Refusal::Limit {
            what: "characters".into(),
            limit: MAX_STATEMENT as u64,
        });
    }
    Ok(())
}

/// A respondent may only act in its own track.
pub(crate) fn own_track(planner: &Planner<'_>, track: u32) -> Result<(), Refusal> {
    let found = planner.file.track(track).ok_or_else(|| Refusal::Unknown {
        what: format!("track {track}"),
    })?;
    if planner.actor.role == Role::Respondent && planner.actor.party != Some(found.respondent) {
        return Err(Refusal::Unknown {
            what: format!("track {track}"),
        });
    }
    Ok(())
}

/// Whether every declaration that a document of the pack needs was given.
pub(crate) fn declared(
    planner: &Planner<'_>,
    document: &str,
    declarations: &[Declaration],
) -> bool {
    let pack = planner.law.pack;
    pack.document(document).is_none_or(|document| {
        pack.attestations_of(document)
            .all(|a| declarations.iter().any(|d| d.id == a.id))
    })
}

/// A marketplace acts only in tracks that hold a listing of its own.
pub(crate) fn runs_listings(planner: &Planner<'_>, track: u32) -> Result<(), Refusal> {
    if planner.actor.role != Role::Marketplace {
        return Ok(());
    }
    let organisation = planner
        .actor
        .party
        .and_then(|no| planner.file.party(no))
        .and_then(|party| party.organisation);
    let mut listings = planner.file.listings_of(track);
    if organisation.is_some() && listings.any(|listing| listing.marketplace == organisation) {
        Ok(())
    } else {
        Err(Refusal::Unknown {
            what: format!("track {track}"),
        })
    }
}
