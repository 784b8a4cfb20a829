//! The seller's answer: it agrees, or disputes with the pack's declarations.

use super::{own_track, require};
use crate::domain::acts::{Effect, Refusal};
use crate::domain::cases::Planner;
use crate::domain::notices::{Answer, Declaration, Position, gaps};
use crate::domain::procedures::ActName;

pub(super) fn agree(planner: &mut Planner<'_>, track: u32, statement: &str) -> Result<(), Refusal> {
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

pub(super) fn counter(
    planner: &mut Planner<'_>,
    track: u32,
    ground: &str,
    statement: &str,
    contact: &str,
    declarations: &[Declaration],
) -> Result<(), Refusal> {
    own_track(planner, track)?;
    require("statement", statement)?;
    let answer = Answer {
        position: Position::Dispute,
        statement: statement.trim().to_owned(),
        ground: ground.to_owned(),
        contact: contact.trim().to_owned(),
        declarations: declarations.to_vec(),
        at: planner.now,
    };
    let missing = gaps::of_counter(planner.law.pack, &answer);
    planner.complete = missing.is_empty();
    if planner.allowed(track, ActName::Counter).is_err() {
        // Where the pack has no place for one that lacks something, it is refused as it stands.
        planner.complete = true;
        planner.allowed(track, ActName::Counter)?;
        if let Some(gap) = missing.first() {
            return Err(Refusal::Missing {
                what: gap.sort().to_owned(),
            });
        }
    }
    planner.quote(statement);
    planner.does(Effect::Answered { track, answer });
    planner.step(track, ActName::Counter)
}
