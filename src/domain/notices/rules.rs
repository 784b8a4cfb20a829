//! What each act on a notice needs and causes beyond what the pack says.

use super::{Act, ActionProof, Answer, Declaration, MeasureAction, Position, StatementOfReasons};
use crate::domain::Role;
use crate::domain::acts::{Addressee, ClockState, Effect, LetterOrder, Refusal};
use crate::domain::cases::Planner;
use crate::domain::procedures::ActName;
use std::collections::BTreeMap;

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
        } => measure(planner, listings, *action, reasons, *carried_out),
        Act::CarryOut { listings } => carry_out(planner, listings),
        Act::Agree { track, statement } => agree(planner, *track, statement),
        Act::Counter {
            track,
            ground,
            statement,
            contact,
            declarations,
        } => counter(planner, *track, ground, statement, contact, declarations),
        Act::AskTime { clock, reason } => ask_time(planner, *clock, reason),
        Act::ProveAction {
            track,
            court,
            number,
            filed_on,
            copy,
            declarations,
        } => {
            own_track(planner, *track)?;
            require("court", court)?;
            require("court-number", number)?;
            planner.allowed(*track, ActName::ProveAction)?;
            if !declared(planner, "action_proof", declarations) {
                return Err(Refusal::Missing {
                    what: "declaration".into(),
                });
            }
            planner.quote(&format!("{court}, {number}, {filed_on}"));
            let proof = ActionProof {
                court: court.clone(),
                number: number.clone(),
                filed_on: *filed_on,
                copy: copy.clone(),
                at: planner.now,
            };
            planner.does(Effect::ActionProved {
                track: *track,
                proof,
            });
            planner.step(*track, ActName::ProveAction)
        }
        Act::ActionOutcome {
            track,
            result,
            detail,
        } => {
            require("detail", detail)?;
            planner.quote(detail);
            planner.restores = *result == super::ActionResult::Restore;
            planner.step(*track, ActName::ActionOutcome)
        }
        Act::ConsentArbitration {
            track,
            declarations,
        } => consent(planner, *track, declarations),
        Act::Withdraw { track, reason } => withdraw(planner, *track, reason),
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

fn measure(
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
        if ended && action != MeasureAction::Restore {
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
                basis: "marketplace".into(),
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
                    .all(|l| l.measure == super::MeasureValue::Refused);
                if all_refused {
                    planner.step(track, ActName::Reject)?;
                } else {
                    measure_letters(planner, track, &here, action);
                }
            }
            MeasureAction::Restore => {
                if planner.allowed(track, ActName::Measure).is_ok() {
                    planner.step(track, ActName::Measure)?;
                }
                measure_letters(planner, track, &here, action);
            }
            // The first measure on a track is served with the notice; later ones get letters of their own.
            _ if planner.allowed(track, ActName::Measure).is_ok() => {
                planner.args.insert("action".into(), action.as_str().into());
                planner.step(track, ActName::Measure)?;
            }
            _ => measure_letters(planner, track, &here, action),
        }
    }
    Ok(())
}

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

/// Tells seller and rights holder what was done to which listings, with the reasons.
fn measure_letters(planner: &mut Planner<'_>, track: u32, listings: &[u32], action: MeasureAction) {
    let kind = if action == MeasureAction::Restore {
        "listing-restored"
    } else {
        "listing-measure"
    };
    let reasons = listings
        .first()
        .and_then(|no| planner.file.listing(*no))
        .and_then(|l| l.reasons.clone());
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

fn carry_out(planner: &mut Planner<'_>, listings: &[u32]) -> Result<(), Refusal> {
    if planner.actor.role != Role::Marketplace {
        return Err(Refusal::NotYours {
            act: "notice.carry-out".into(),
        });
    }
    let listings = own_listings(planner, listings)?;
    let mut done: BTreeMap<(u32, MeasureAction), Vec<u32>> = BTreeMap::new();
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
        done.entry((track, order.action)).or_default().push(no);
    }
    for ((track, action), numbers) in done {
        measure_letters(planner, track, &numbers, action);
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

fn agree(planner: &mut Planner<'_>, track: u32, statement: &str) -> Result<(), Refusal> {
    own_track(planner, track)?;
    planner.allowed(track, ActName::Agree)?;
    planner.quote(statement);
    let answer = Answer {
        position: Position::Agree,
        statement: statement.trim().to_owned(),
        ground: String::new(),
        contact: String::new(),
        declarations: Vec::new(),
        at: planner.now,
    };
    planner.does(Effect::Answered { track, answer });
    planner.step(track, ActName::Agree)
}

fn counter(
    planner: &mut Planner<'_>,
    track: u32,
    ground: &str,
    statement: &str,
    contact: &str,
    declarations: &[Declaration],
) -> Result<(), Refusal> {
    own_track(planner, track)?;
    planner.allowed(track, ActName::Counter)?;
    require("statement", statement)?;
    require("contact", contact)?;
    if !declared(planner, "counter", declarations) {
        return Err(Refusal::Missing {
            what: "declaration".into(),
        });
    }
    planner.quote(statement);
    let answer = Answer {
        position: Position::Dispute,
        statement: statement.trim().to_owned(),
        ground: ground.to_owned(),
        contact: contact.trim().to_owned(),
        declarations: declarations.to_vec(),
        at: planner.now,
    };
    planner.does(Effect::Answered { track, answer });
    planner.step(track, ActName::Counter)
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

/// More time on a running clock, as the rule of the clock allows.
fn ask_time(planner: &mut Planner<'_>, no: u32, reason: &str) -> Result<(), Refusal> {
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
        .and_then(|rule| rule.extension_for(planner.actor.role))
        .ok_or(Refusal::NoMoreTime)?;
    if clock.extensions >= rule.times {
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

fn consent(
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
    if planner.holds(track, "both_consented") {
        Ok(())
    } else {
        let other: Vec<Role> = role.opposite().into_iter().collect();
        let to = planner.addressees(track, &other);
        planner.tell("arbitration-consent-asked", to, Some(track), "");
        Ok(())
    }
}

fn withdraw(planner: &mut Planner<'_>, track: u32, reason: &str) -> Result<(), Refusal> {
    if planner.actor.role != Role::Claimant {
        return Err(Refusal::NotYours {
            act: "withdraw".into(),
        });
    }
    planner.quote(reason);
    let tracks: Vec<u32> = planner
        .file
        .tracks
        .iter()
        .filter(|t| t.outcome.is_none() && (track == 0 || t.no == track))
        .map(|t| t.no)
        .collect();
    if tracks.is_empty() {
        return Err(Refusal::AlreadyDone);
    }
    for no in tracks {
        planner.step(no, ActName::Withdraw)?;
    }
    planner.tell("withdrawn", [Addressee::Registry], None, "");
    Ok(())
}
