//! Courts, authorities and arbitrators: an action is shown, its outcome recorded, a court's order entered,
//! and both sides may choose an arbitrator instead.

use super::{declared, own_track, require, runs_listings};
use crate::domain::Role;
use crate::domain::acts::{Effect, Refusal};
use crate::domain::cases::Planner;
use crate::domain::notices::{ActionProof, ActionResult, CourtOrder, Declaration};
use crate::domain::procedures::{ActName, Guard};

/// The rights holder shows that it went to court or authority.
pub(super) fn prove_action(
    planner: &mut Planner<'_>,
    track: u32,
    proof: ActionProof,
    declarations: &[Declaration],
) -> Result<(), Refusal> {
    own_track(planner, track)?;
    require("court", &proof.court)?;
    require("court-number", &proof.number)?;
    planner.allowed(track, ActName::ProveAction)?;
    if !declared(planner, "action_proof", declarations) {
        return Err(Refusal::Missing {
            what: "declaration".into(),
        });
    }
    let words = format!("{}, {}, {}", proof.court, proof.number, proof.filed_on);
    planner.quote(&words);
    planner.does(Effect::ActionProved { track, proof });
    planner.step(track, ActName::ProveAction)
}

/// The registry records the result of a court or authority.
pub(super) fn action_outcome(
    planner: &mut Planner<'_>,
    track: u32,
    result: ActionResult,
    detail: &str,
) -> Result<(), Refusal> {
    require("detail", detail)?;
    planner.quote(detail);
    planner.restores = result == ActionResult::Restore;
    planner.step(track, ActName::ActionOutcome)
}

/// A court's order goes before everything else: other clocks stop, the listings become what it says, and
/// the track waits for its outcome (SPC Reply [2020] No. 9, article 1).
pub(super) fn court_order(
    planner: &mut Planner<'_>,
    track: u32,
    order: CourtOrder,
) -> Result<(), Refusal> {
    runs_listings(planner, track)?;
    planner.allowed(track, ActName::Stay)?;
    require("court", &order.court)?;
    require("court-number", &order.number)?;
    require("detail", &order.detail)?;
    planner.quote(&format!(
        "{}, {}, {}\n{}",
        order.court, order.number, order.ordered_on, order.detail
    ));
    let measure = order.measure;
    planner.does(Effect::CourtHeld {
        track,
        order: Box::new(order),
    });
    if let Some(action) = measure {
        planner.order_all(track, action, "court_order");
    }
    planner.step(track, ActName::Stay)
}

pub(super) fn consent(
    planner: &mut Planner<'_>,
    track: u32,
    declarations: &[Declaration],
) -> Result<(), Refusal> {
    own_track(planner, track)?;
    let role = planner.actor.role;
    if !matches!(role, Role::Claimant | Role::Respondent) {
        return Err(Refusal::NotYours {
            act: "notice.consent-arbitration".into(),
        });
    }
    let state = planner
        .file
        .track(track)
        .map(|t| t.state.clone())
        .unwrap_or_default();
    let open_here = planner
        .law
        .pack
        .transitions_from(&state)
        .any(|t| t.act == ActName::ConsentArbitration);
    if !open_here {
        return Err(Refusal::NotNow {
            act: "consent_arbitration".into(),
            state,
        });
    }
    if planner
        .file
        .track(track)
        .is_some_and(|t| t.consents.contains(&role))
    {
        return Err(Refusal::AlreadyDone);
    }
    if !declared(planner, "submission", declarations) {
        return Err(Refusal::Missing {
            what: "declaration".into(),
        });
    }
    planner.does(Effect::Consented { track, role });
    planner.step(track, ActName::ConsentArbitration)?;
    if planner.holds(track, Guard::BothConsented) {
        Ok(())
    } else {
        let other: Vec<Role> = role.opposite().into_iter().collect();
        let to = planner.addressees(track, &other);
        planner.tell("arbitration-consent-asked", to, Some(track), "");
        Ok(())
    }
}
