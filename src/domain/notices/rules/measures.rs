//! The marketplace's measures: what it decides on listings, and that it carried an order out.

use super::require;
use crate::domain::Role;
use crate::domain::acts::{ClockState, Effect, LetterOrder, Refusal};
use crate::domain::cases::Planner;
use crate::domain::notices::{MeasureAction, MeasureValue, StatementOfReasons};
use crate::domain::procedures::{ActName, LetterKind};
use std::collections::BTreeMap;

/// The listings named, checked to belong to the acting marketplace.
fn own_listings(planner: &Planner<'_>, numbers: &[u32]) -> Result<Vec<u32>, Refusal> {
    if numbers.is_empty() {
        return Err(Refusal::Missing {
            what: "listings".into(),
        });
    }
    let organisation = planner
        .actor
        .party
        .and_then(|no| planner.file.party(no))
        .and_then(|p| p.organisation);
    let mut own = Vec::new();
    for no in numbers {
        let listing = planner.file.listing(*no).ok_or_else(|| Refusal::Unknown {
            what: format!("listing {no}"),
        })?;
        if planner.actor.role == Role::Marketplace && listing.marketplace != organisation {
            return Err(Refusal::Unknown {
                what: format!("listing {no}"),
            });
        }
        if !own.contains(no) {
            own.push(*no);
        }
    }
    Ok(own)
}

pub(super) fn measure(
    planner: &mut Planner<'_>,
    listings: &[u32],
    action: MeasureAction,
    reasons: &StatementOfReasons,
    carried_out: bool,
) -> Result<(), Refusal> {
    if planner.actor.role != Role::Marketplace {
        return Err(Refusal::NotYours {
            act: "notice.measure".into(),
        });
    }
    require("ground", &reasons.ground)?;
    require("facts", &reasons.facts)?;
    let listings = own_listings(planner, listings)?;
    if action == MeasureAction::Restore
        && listings.iter().any(|no| {
            planner
                .file
                .listing(*no)
                .is_some_and(|l| !l.measure.is_held())
        })
    {
        return Err(Refusal::AlreadyDone);
    }
    let is_done = |no: &u32| {
        planner.file.listing(*no).is_some_and(|l| match &l.order {
            Some(order) => order.action == action && !carried_out,
            None => l.measure == action.value(),
        })
    };
    if listings.iter().all(is_done) {
        return Err(Refusal::AlreadyDone);
    }
    let mut tracks: Vec<u32> = listings
        .iter()
        .filter_map(|no| planner.file.listing(*no))
        .map(|l| l.track)
        .collect();
    tracks.sort_unstable();
    tracks.dedup();
    for track in &tracks {
        let ended = planner
            .file
            .track(*track)
            .is_some_and(|t| t.outcome.is_some());
        // A notice that lacks something has no effect yet; it can only be refused.
        let lacking = planner.file.track(*track).is_some_and(|t| {
            planner
                .law
                .pack
                .allows(&t.state, ActName::Complete, Role::Claimant)
        });
        if (ended && action != MeasureAction::Restore)
            || (lacking && action != MeasureAction::Refuse)
        {
            return Err(Refusal::NotNow {
                act: "measure".into(),
                state: planner
                    .file
                    .track(*track)
                    .map(|t| t.state.clone())
                    .unwrap_or_default(),
            });
        }
    }
    // Putting a listing back while its window runs is bound to the window (17 U.S.C. 512(g)(2)(C)).
    if action == MeasureAction::Restore {
        for track in &tracks {
            restore_window(planner, *track)?;
        }
    }
    planner.quote(&format!("{}\n{}", reasons.ground, reasons.facts));
    for no in &listings {
        if carried_out || action == MeasureAction::Refuse {
            planner.does(Effect::MeasureTaken {
                listing: *no,
                value: action.value(),
                reasons: Some(reasons.clone()),
            });
        } else {
            planner.does(Effect::MeasureOrdered {
                listing: *no,
                action,
                basis: OWN.into(),
                reasons: Some(reasons.clone()),
            });
        }
    }
    for track in tracks {
        let here: Vec<u32> = listings
            .iter()
            .copied()
            .filter(|no| planner.file.listing(*no).is_some_and(|l| l.track == track))
            .collect();
        match action {
            MeasureAction::Refuse => {
                let all_refused = planner
                    .file
                    .listings_of(track)
                    .all(|l| l.measure == MeasureValue::Refused);
                if all_refused {
                    planner.step(track, ActName::Reject)?;
                } else {
                    measure_letters(planner, track, &here, action, true);
                }
            }
            MeasureAction::Restore => {
                if planner.allowed(track, ActName::Measure).is_ok() {
                    planner.step(track, ActName::Measure)?;
                }
                measure_letters(planner, track, &here, action, true);
            }
            // The first measure on a track is served with the notice; later ones get letters of their own.
            _ if planner.allowed(track, ActName::Measure).is_ok() => {
                planner.args.insert("action".into(), action.as_str().into());
                planner.step(track, ActName::Measure)?;
            }
            _ => measure_letters(planner, track, &here, action, true),
        }
    }
    Ok(())
}

/// The basis of what a marketplace decides by itself; other orders rest on a step of the pack.
const OWN: &str = "marketplace";

fn restore_window(planner: &Planner<'_>, track: u32) -> Result<(), Refusal> {
    let window =
        planner.file.clocks.iter().find(|c| {
            c.track == track && c.state == ClockState::Running && c.earliest_at.is_some()
        });
    match window.and_then(|c| c.earliest_at) {
        Some(opens_at) if planner.now < opens_at => Err(Refusal::TooEarly { opens_at }),
        _ => Ok(()),
    }
}

/// Tells seller and rights holder what was done to which listings, with the marketplace's reasons if the
/// decision is its own (`is_own`): what the procedure puts back does not come back for the reasons for which
/// it was hidden.
fn measure_letters(
    planner: &mut Planner<'_>,
    track: u32,
    listings: &[u32],
    action: MeasureAction,
    is_own: bool,
) {
    let kind = match action {
        MeasureAction::Restore => "listing-restored",
        _ if planner.law.pack.sends(LetterKind::ReasonsTold) => "reasons-told",
        _ => "listing-measure",
    };
    let reasons = listings
        .first()
        .and_then(|no| planner.file.listing(*no))
        .and_then(|l| l.reasons.clone())
        .filter(|_| is_own);
    let quote = reasons.map(|r| format!("{}\n{}", r.ground, r.facts));
    let clock = planner
        .file
        .running_clocks()
        .into_iter()
        .find(|c| c.track == track && c.owner == Role::Respondent && !c.target)
        .map(|c| c.no);
    for to in planner.addressees(track, &[Role::Respondent, Role::Claimant]) {
        planner.letter(LetterOrder {
            kind: kind.into(),
            to,
            track: Some(track),
            clock,
            quote: quote.clone(),
            listings: listings.to_vec(),
            args: BTreeMap::from([("action".to_owned(), action.as_str().to_owned())]),
            page: String::new(),
        });
    }
}

pub(super) fn carry_out(planner: &mut Planner<'_>, listings: &[u32]) -> Result<(), Refusal> {
    if planner.actor.role != Role::Marketplace {
        return Err(Refusal::NotYours {
            act: "notice.carry-out".into(),
        });
    }
    let listings = own_listings(planner, listings)?;
    let mut done: BTreeMap<(u32, MeasureAction, bool), Vec<u32>> = BTreeMap::new();
    for no in listings {
        let Some((track, order)) = planner.file.listing(no).map(|l| (l.track, l.order.clone()))
        else {
            continue;
        };
        let Some(order) = order else {
            return Err(Refusal::AlreadyDone);
        };
        planner.does(Effect::MeasureTaken {
            listing: no,
            value: order.action.value(),
            reasons: None,
        });
        let is_own = order.basis == OWN || order.action != MeasureAction::Restore;
        done.entry((track, order.action, is_own))
            .or_default()
            .push(no);
    }
    for ((track, action, is_own), numbers) in done {
        measure_letters(planner, track, &numbers, action, is_own);
        let ended = planner
            .file
            .track(track)
            .is_some_and(|t| t.outcome.is_some());
        if action == MeasureAction::Restore
            && ended
            && planner.allowed(track, ActName::Measure).is_ok()
        {
            planner.step(track, ActName::Measure)?;
        }
    }
    Ok(())
}
