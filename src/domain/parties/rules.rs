//! Mandates and seats: who may be invited, who may end a mandate, who takes a seat.

use super::{Act, Mandate};
use crate::domain::Role;
use crate::domain::acts::{Addressee, Effect, LetterOrder, Refusal};
use crate::domain::cases::Planner;
use crate::domain::notices::rules::require;
use crate::domain::procedures::Effect as PackEffect;
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
            // Whoever acted until now is told too, and no longer among the readers of the party's letters.
            let to = [Addressee::Party(found.party)]
                .into_iter()
                .chain(found.account.map(Addressee::Account));
            planner.tell("mandate-ended", to, None, "parties");
            planner.does(Effect::MandateEnded { mandate: *mandate });
            Ok(())
        }
        Act::Address {
            party,
            name,
            email,
            country,
            language,
        } => address(planner, *party, [name, email, country, language]),
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

/// The address at which a seller is reached: name, address, country, language. Marketplaces know
/// their sellers, rights holders and consumers often do not. A marketplace gives it once, for
/// sellers of its own listings; the registry may correct it until an account answers for the party.
///
/// A person whom no letter could reach has lost no time: the deadline that runs for them begins anew,
/// and the letter that began it is sent now.
fn address(
    planner: &mut Planner<'_>,
    party: u32,
    [name, email, country, language]: [&String; 4],
) -> Result<(), Refusal> {
    let unknown = || Refusal::Unknown {
        what: format!("party {party}"),
    };
    let found = planner.file.party(party).cloned().ok_or_else(unknown)?;
    if found.role != Role::Respondent {
        return Err(unknown());
    }
    let track = planner.file.track_of(party).map(|t| t.no);
    if planner.actor.role == Role::Marketplace {
        let own = planner
            .actor
            .party
            .and_then(|no| planner.file.party(no))
            .and_then(|p| p.organisation);
        // Listings name their marketplace; a complaint has one for all.
        let is_theirs = track.is_some_and(|no| {
            planner
                .file
                .listings_of(no)
                .all(|listing| own.is_some() && listing.marketplace == own)
        });
        if !is_theirs {
            return Err(unknown());
        }
        if !found.email.is_empty() {
            return Err(Refusal::AlreadyDone);
        }
    }
    if found.account.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    require("name", name)?;
    require("email", email)?;
    let email = email.trim().to_lowercase();
    if email == found.email.to_lowercase() {
        return Err(Refusal::AlreadyDone);
    }
    let taken = planner
        .file
        .parties
        .iter()
        .any(|p| p.no != party && p.email.to_lowercase() == email)
        || planner.file.mandates.iter().any(|m| {
            m.party != party && m.is_live(planner.now) && m.email.eq_ignore_ascii_case(&email)
        });
    if taken {
        return Err(Refusal::Conflict { why: "side".into() });
    }
    let unreached = found.email.is_empty();
    planner.does(Effect::AddressSet {
        party,
        name: name.trim().to_owned(),
        email,
        country: country.clone(),
        language: language.clone(),
    });
    if let Some(track) = track {
        serve_anew(planner, track, unreached);
    }
    Ok(())
}

/// Sends the letter with which the respondent's running deadline began, to the address known now.
fn serve_anew(planner: &mut Planner<'_>, track: u32, restart: bool) {
    let running = planner
        .file
        .running_clocks()
        .into_iter()
        .find(|c| c.track == track && c.owner == Role::Respondent && !c.target)
        .cloned();
    let Some(running) = running else { return };
    let pack = planner.law.pack;
    let began = pack.transitions.iter().find_map(|transition| {
        let starts = transition
            .effects
            .iter()
            .any(|effect| matches!(effect, PackEffect::Start(rule) if *rule == running.rule));
        let letter = transition.effects.iter().find_map(|effect| match effect {
            PackEffect::Letter { kind, to } if to.contains(&Role::Respondent) => Some(kind),
            _ => None,
        });
        letter.filter(|_| starts)
    });
    let clock = if restart {
        planner.stop_clock(track, &running.rule);
        planner.start_clock(track, &running.rule)
    } else {
        Some(running.no)
    };
    let Some(kind) = began else { return };
    let mut listings = planner.file.listings_of(track).map(|l| l.no).collect();
    let reasons = planner
        .file
        .listings_of(track)
        .find_map(|listing| listing.reasons.as_ref());
    let quote = reasons.map(|reasons| format!("{}\n{}", reasons.ground, reasons.facts));
    let to = planner.addressees(track, &[Role::Respondent]);
    for to in to.into_iter().take(1) {
        planner.letter(LetterOrder {
            kind: kind.as_str().to_owned(),
            to,
            track: Some(track),
            clock,
            quote: quote.clone(),
            listings: std::mem::take(&mut listings),
            args: BTreeMap::new(),
            page: String::new(),
        });
    }
}
