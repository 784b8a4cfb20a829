//! What each act on a complaint needs and causes beyond what the pack says.

use super::Act;
use crate::domain::Role;
use crate::domain::acts::{Addressee, Effect, Refusal};
use crate::domain::cases::Planner;
use crate::domain::notices::rules::{declared, require};
use crate::domain::notices::{Answer, Position};
use crate::domain::procedures::ActName;

/// The only track of a complaint.
pub const TRACK: u32 = 1;

/// Decides an act on a complaint.
///
/// # Errors
/// As [`crate::domain::cases::decide`].
pub fn decide(planner: &mut Planner<'_>, act: &Act) -> Result<(), Refusal> {
    if planner.file.complaint.is_none() {
        return Err(Refusal::NotNow {
            act: "complaint".into(),
            state: planner.file.stage(planner.law.pack),
        });
    }
    match act {
        Act::ScreenAccept => planner.step(TRACK, ActName::ScreenAccept),
        Act::NeedInfo { missing } => {
            require("missing", missing)?;
            planner.allowed(TRACK, ActName::NeedInfo)?;
            planner.quote(missing);
            planner.does(Effect::InfoAsked {
                missing: missing.trim().to_owned(),
            });
            planner.step(TRACK, ActName::NeedInfo)
        }
        Act::ScreenReject { reason } => {
            require("reason", reason)?;
            planner.quote(reason);
            planner.step(TRACK, ActName::ScreenReject)
        }
        Act::Complete { text } => {
            require("completion", text)?;
            planner.allowed(TRACK, ActName::Complete)?;
            planner.quote(text);
            planner.does(Effect::InfoGiven {
                text: text.trim().to_owned(),
            });
            planner.step(TRACK, ActName::Complete)
        }
        Act::Respond {
            position,
            statement,
            declarations,
        } => {
            if *position != Position::Agree {
                require("statement", statement)?;
            }
            planner.allowed(TRACK, ActName::Respond)?;
            if !declared(planner, "response", declarations) {
                return Err(Refusal::Missing {
                    what: "declaration".into(),
                });
            }
            planner.quote(statement);
            let answer = Answer {
                position: *position,
                statement: statement.trim().to_owned(),
                ground: String::new(),
                contact: String::new(),
                declarations: declarations.clone(),
                at: planner.now,
            };
            planner.does(Effect::Answered {
                track: TRACK,
                answer,
            });
            planner.step(TRACK, ActName::Respond)
        }
        Act::Escalate { reason } => {
            planner.quote(reason);
            planner.step(TRACK, ActName::Escalate)
        }
        Act::DeclareFailure { reason } => {
            require("reason", reason)?;
            planner.quote(reason);
            planner.step(TRACK, ActName::DeclareFailure)
        }
        Act::ConsentFinal { declarations } => {
            if planner.actor.role != Role::Claimant {
                return Err(Refusal::NotYours {
                    act: "complaint.consent-final".into(),
                });
            }
            if !declared(planner, "consent", declarations) {
                return Err(Refusal::Missing {
                    what: "declaration".into(),
                });
            }
            if planner
                .file
                .track(TRACK)
                .is_some_and(|t| t.consents.contains(&Role::Claimant))
            {
                return Err(Refusal::AlreadyDone);
            }
            planner.allowed(TRACK, ActName::ConsentFinal)?;
            planner.does(Effect::Consented {
                track: TRACK,
                role: Role::Claimant,
            });
            planner.step(TRACK, ActName::ConsentFinal)
        }
        Act::Withdraw { reason } => {
            planner.quote(reason);
            planner.step(TRACK, ActName::Withdraw)?;
            planner.tell("withdrawn", [Addressee::Registry], Some(TRACK), "");
            Ok(())
        }
    }
}
