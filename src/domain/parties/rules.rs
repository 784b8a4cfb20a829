//! Mandates and seats: who may be invited, who may end a mandate, who takes a seat.

use super::{Act, Mandate};
use crate::domain::Role;
use crate::domain::acts::{Addressee, Effect, LetterOrder, Refusal};
use crate::domain::cases::Planner;
use crate::domain::notices::rules::require;
use std::collections::BTreeMap;

/// Decides an act about who takes part.
///
/// # Errors
/// As [`crate::domain::cases::decide`].
pub fn decide(planner: &mut Planner<'_>, act: &Act) -> Result<(), Refusal> {
    match act {
        Act::Invite {
            name,
            email,
            scope,
            until,
            authority,
        } => {
            require("name", name)?;
            require("email", email)?;
            let party = own_party(planner)?;
            // One person on two sides is impossible.
            let elsewhere = planner.file.mandates.iter().any(|m| {
                m.party != party && m.is_live(planner.now) && m.email.eq_ignore_ascii_case(email)
            }) || planner.file.parties.iter().any(|p| {
                p.no != party && !p.email.is_empty() && p.email.eq_ignore_ascii_case(email)
            });
            if elsewhere {
                return Err(Refusal::Conflict { why: "side".into() });
            }
            if planner.file.mandates.iter().any(|m| {
                m.party == party && m.is_live(planner.now) && m.email.eq_ignore_ascii_case(email)
            }) {
                return Err(Refusal::AlreadyDone);
            }
            let no = planner.file.next_mandate();
            let mandate = Mandate {
                no,
                party,
                name: name.trim().to_owned(),
                email: email.trim().to_lowercase(),
                account: None,
                scope: *scope,
                until: *until,
                authority: authority.clone(),
                granted_at: planner.now,
                ended_at: None,
            };
            let to = Addressee::Address {
                email: mandate.email.clone(),
                name: mandate.name.clone(),
                mandate: Some(no),
            };
            planner.does(Effect::MandateGranted { mandate });
            let by = planner
                .file
                .party(party)
                .map(|p| p.name.clone())
                .unwrap_or_default();
            planner.letter(LetterOrder {
                kind: "invitation".into(),
                to,
                track: None,
                clock: None,
                quote: None,
                listings: Vec::new(),
                args: BTreeMap::from([("party".to_owned(), by)]),
                page: String::new(),
            });
            Ok(())
        }
        Act::Join { mandate, account } => {
            let found = planner
                .file
                .mandates
                .iter()
                .find(|m| m.no == *mandate)
                .cloned()
                .ok_or_else(|| Refusal::Unknown {
                    what: format!("mandate {mandate}"),
                })?;
            if !found.is_live(planner.now) {
                return Err(Refusal::AlreadyDone);
            }
            if found.account.is_some() {
                return Err(Refusal::AlreadyDone);
            }
            let elsewhere = planner
                .file
                .parties
                .iter()
                .any(|p| p.no != found.party && p.account == Some(*account))
                || planner.file.mandates.iter().any(|m| {
                    m.party != found.party && m.account == Some(*account) && m.is_live(planner.now)
                })
                || planner.file.seat_of(*account).is_some();
            if elsewhere {
                return Err(Refusal::Conflict { why: "side".into() });
            }
            planner.does(Effect::MandateJoined {
                mandate: *mandate,
                account: *account,
            });
            planner.tell(
                "representative-joined",
                [Addressee::Party(found.party)],
                None,
                "parties",
            );
            Ok(())
        }
        Act::EndMandate { mandate } => {
            let found = planner
                .file
                .mandates
                .iter()
                .find(|m| m.no == *mandate)
                .cloned()
                .ok_or_else(|| Refusal::Unknown {
                    what: format!("mandate {mandate}"),
                })?;
            let own =
                planner.actor.party == Some(found.party) || planner.actor.role == Role::CaseManager;
            if !own {
                return Err(Refusal::NotYours {
                    act: "party.end-mandate".into(),
                });
            }
            if !found.is_live(planner.now) {
                return Err(Refusal::AlreadyDone);
            }
            planner.tell(
                "mandate-ended",
                [Addressee::Party(found.party)],
                None,
                "parties",
            );
            planner.does(Effect::MandateEnded { mandate: *mandate });
            Ok(())
        }
        Act::TakeSeat { party, account } => {
            let found = planner
                .file
                .party(*party)
                .cloned()
                .ok_or_else(|| Refusal::Unknown {
                    what: format!("party {party}"),
                })?;
            if planner.actor.party != Some(*party)
                || found.account.is_some_and(|held| held != *account)
            {
                return Err(Refusal::NotYours {
                    act: "party.take-seat".into(),
                });
            }
            if found.account.is_some() {
                return Err(Refusal::AlreadyDone);
            }
            let elsewhere = planner
                .file
                .parties
                .iter()
                .any(|p| p.no != *party && p.account == Some(*account))
                || planner.file.mandates.iter().any(|m| {
                    m.party != *party && m.account == Some(*account) && m.is_live(planner.now)
                })
                || planner.file.seat_of(*account).is_some();
            if elsewhere {
                return Err(Refusal::SameParty);
            }
            planner.does(Effect::SeatTaken {
                party: *party,
                account: *account,
            });
            Ok(())
        }
    }
}

/// The party that acts. A representative acts for it; nobody can appoint who has no seat.
fn own_party(planner: &Planner<'_>) -> Result<u32, Refusal> {
    match (planner.actor.role, planner.actor.party) {
        (Role::Claimant | Role::Respondent | Role::Marketplace, Some(no)) => Ok(no),
        _ => Err(Refusal::NotYours {
            act: "party.invite".into(),
        }),
    }
}
