//! Offers, acceptance, and the obligations that follow.

use super::{Act, Obligation, ObligationState, Offer, OfferState, Terms};
use crate::domain::Role;
use crate::domain::acts::{Addressee, Effect, LetterOrder, Refusal};
use crate::domain::cases::{CaseFile, Planner, next_no};
use crate::domain::complaints::Remedy;
use crate::domain::money::Money;
use crate::domain::notices::rules::{own_track, require};
use crate::domain::procedures::{ActName, Guard};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use std::collections::BTreeMap;

/// Most instalments of one agreement.
pub const MAX_INSTALMENTS: u32 = 36;

/// Most years from now to the day by which something is done.
pub const MAX_YEARS: i16 = 10;

/// Decides an act about settlement or performance.
///
/// # Errors
/// As [`crate::domain::cases::decide`].
pub fn decide(planner: &mut Planner<'_>, act: &Act) -> Result<(), Refusal> {
    match act {
        Act::Offer {
            track,
            terms,
            open_until,
            counter_to,
        } => offer(planner, *track, terms, *open_until, *counter_to),
        Act::Accept { offer } => accept(planner, *offer),
        Act::Decline { offer, reason } => {
            let found = answerable(planner, *offer)?;
            planner.quote(reason);
            planner.does(Effect::OfferClosed {
                offer: found.no,
                state: OfferState::Declined,
                reason: reason.trim().to_owned(),
            });
            let mut to = vec![found.by];
            if !planner.file.is_side(found.by) {
                // A proposal of the registry fails for both sides.
                to.extend(planner.actor.role.opposite());
                about_proposal(planner);
            }
            let to = planner.addressees(found.track, &to);
            planner.tell("offer-declined", to, Some(found.track), "settlement");
            Ok(())
        }
        Act::Withdraw { offer } => {
            let found = find(&planner.file, *offer)?.clone();
            own_track(planner, found.track)?;
            if found.by != planner.actor.role {
                return Err(Refusal::NotYours {
                    act: "settlement.withdraw".into(),
                });
            }
            if found.state != OfferState::Open {
                return Err(Refusal::OfferClosed { state: found.state });
            }
            planner.does(Effect::OfferClosed {
                offer: found.no,
                state: OfferState::Withdrawn,
                reason: String::new(),
            });
            let to = readers(planner, found.track, found.by);
            planner.tell("offer-withdrawn", to, Some(found.track), "settlement");
            Ok(())
        }
        Act::Mark { obligation, proof } => {
            let found = obligation_of(&planner.file, *obligation)?.clone();
            if planner.actor.party != Some(found.debtor) {
                return Err(Refusal::NotYours {
                    act: "settlement.mark".into(),
                });
            }
            if matches!(
                found.state,
                ObligationState::Marked | ObligationState::Confirmed
            ) {
                return Err(Refusal::AlreadyDone);
            }
            require("proof", proof)?;
            planner.quote(proof);
            planner.does(Effect::ObligationMoved {
                obligation: found.no,
                state: ObligationState::Marked,
                words: proof.trim().to_owned(),
            });
            planner.tell(
                "obligation-marked",
                [Addressee::Party(found.creditor)],
                Some(found.track),
                "settlement",
            );
            Ok(())
        }
        Act::Confirm { obligation } => confirm(planner, *obligation),
        Act::Determine {
            obligation,
            done,
            reason,
        } => determine(planner, *obligation, *done, reason),
        Act::Dispute { obligation, reason } => {
            let found = obligation_of(&planner.file, *obligation)?.clone();
            if planner.actor.party != Some(found.creditor) {
                return Err(Refusal::NotYours {
                    act: "settlement.dispute".into(),
                });
            }
            if found.state != ObligationState::Marked {
                return Err(Refusal::AlreadyDone);
            }
            require("reason", reason)?;
            planner.quote(reason);
            planner.does(Effect::ObligationMoved {
                obligation: found.no,
                state: ObligationState::Disputed,
                words: reason.trim().to_owned(),
            });
            // The day has passed, so nothing else would run: time to do it after all, or to show it.
            let state = planner.file.track(found.track).map(|t| t.state.clone());
            let pack = planner.law.pack;
            let may_run_out = pack
                .lapse_transition(
                    &state.unwrap_or_default(),
                    "perform",
                    &planner.facts(found.track),
                )
                .is_some();
            if found.due_at < planner.now && may_run_out {
                // What was left of the general time was meant for something else.
                planner.stop_clock(found.track, "perform");
                planner.start_clock(found.track, "perform");
            }
            planner.tell(
                "obligation-disputed",
                [Addressee::Party(found.debtor), Addressee::Registry],
                Some(found.track),
                "settlement",
            );
            Ok(())
        }
    }
}

/// The sides that an offer of this role is made to.
fn readers(planner: &Planner<'_>, track: u32, by: Role) -> Vec<Addressee> {
    let to: &[Role] = match by {
        Role::Claimant => &[Role::Respondent],
        Role::Respondent => &[Role::Claimant],
        _ => &[Role::Claimant, Role::Respondent],
    };
    planner.addressees(track, to)
}

/// The next letters speak of a proposal of the registry, which is nobody's own offer.
fn about_proposal(planner: &mut Planner<'_>) {
    planner.args.insert("variant".into(), "proposal".into());
}

fn find(file: &CaseFile, no: u32) -> Result<&Offer, Refusal> {
    file.offers
        .iter()
        .find(|o| o.no == no)
        .ok_or_else(|| Refusal::Unknown {
            what: format!("offer {no}"),
        })
}

fn obligation_of(file: &CaseFile, no: u32) -> Result<&Obligation, Refusal> {
    file.obligations
        .iter()
        .find(|o| o.no == no)
        .ok_or_else(|| Refusal::Unknown {
            what: format!("obligation {no}"),
        })
}

/// The offer, if this side may answer it now.
fn answerable(planner: &Planner<'_>, no: u32) -> Result<Offer, Refusal> {
    let offer = find(&planner.file, no)?.clone();
    own_track(planner, offer.track)?;
    let role = planner.actor.role;
    if offer.by == role {
        return Err(Refusal::OwnOffer);
    }
    if !planner.file.is_side(role) {
        return Err(Refusal::NotYours {
            act: "settlement.accept".into(),
        });
    }
    if offer.state != OfferState::Open {
        return Err(Refusal::OfferClosed { state: offer.state });
    }
    if planner.now >= offer.open_until {
        return Err(Refusal::OfferClosed {
            state: OfferState::Lapsed,
        });
    }
    if offer.accepted_by.contains(&role) {
        return Err(Refusal::AlreadyDone);
    }
    Ok(offer)
}

fn talks_open(planner: &Planner<'_>, track: u32) -> Result<(), Refusal> {
    let state = planner
        .file
        .track(track)
        .map(|t| t.state.clone())
        .unwrap_or_default();
    if planner.law.pack.state(&state).is_some_and(|s| s.offers) {
        Ok(())
    } else {
        Err(Refusal::NotNow {
            act: "settlement.offer".into(),
            state,
        })
    }
}

fn check_terms(planner: &Planner<'_>, terms: &Terms) -> Result<(), Refusal> {
    if terms.remedy.needs_money() && terms.amount.is_none() {
        return Err(Refusal::Missing {
            what: "amount".into(),
        });
    }
    if terms.remedy == Remedy::Other {
        require("terms", &terms.text)?;
    }
    if terms.instalments == 0 || terms.instalments > MAX_INSTALMENTS {
        return Err(Refusal::Limit {
            what: "instalments".into(),
            limit: u64::from(MAX_INSTALMENTS),
        });
    }
    if let Some(amount) = &terms.amount {
        if !amount.is_recordable() {
            return Err(Refusal::Missing {
                what: "amount".into(),
            });
        }
        // No instalment is of nothing.
        if amount.minor < i64::from(terms.instalments) {
            return Err(Refusal::Limit {
                what: "instalments".into(),
                limit: amount.minor.unsigned_abs(),
            });
        }
    }
    // A side east of here may already write the next day, one west of here still the day before.
    let today = planner.now.to_zoned(TimeZone::UTC).date();
    let first = today.yesterday().unwrap_or(today);
    let last = last_day(today);
    if terms.due_on < first || terms.due_on > last {
        return Err(Refusal::Missing {
            what: "future-date".into(),
        });
    }
    if !planner.file.is_side(terms.debtor) {
        return Err(Refusal::Missing {
            what: "debtor".into(),
        });
    }
    Ok(())
}

/// The last day that an agreement can name.
pub fn last_day(today: Date) -> Date {
    today
        .checked_add(Span::new().years(MAX_YEARS))
        .unwrap_or(Date::MAX)
}

fn offer(
    planner: &mut Planner<'_>,
    track: u32,
    terms: &Terms,
    open_until: Timestamp,
    counter_to: Option<u32>,
) -> Result<(), Refusal> {
    own_track(planner, track)?;
    let role = planner.actor.role;
    if !planner.file.is_side(role) && role != Role::CaseManager {
        return Err(Refusal::NotYours {
            act: "settlement.offer".into(),
        });
    }
    talks_open(planner, track)?;
    check_terms(planner, terms)?;
    let last = end_of_day(last_day(planner.now.to_zoned(TimeZone::UTC).date()), "UTC");
    if open_until <= planner.now || open_until > last {
        return Err(Refusal::Missing {
            what: "future-expiry".into(),
        });
    }
    // Whoever accepts on the last day must still have a day to do it.
    let closes = open_until.to_zoned(TimeZone::UTC).date();
    if terms.due_on < closes.yesterday().unwrap_or(closes) {
        return Err(Refusal::Missing {
            what: "due-after-open".into(),
        });
    }
    if let Some(no) = counter_to {
        let answered = answerable(planner, no)?;
        planner.does(Effect::OfferClosed {
            offer: answered.no,
            state: OfferState::Countered,
            reason: String::new(),
        });
    }
    // One open offer of each maker: a new one replaces the older.
    let older: Vec<u32> = planner
        .file
        .offers
        .iter()
        .filter(|o| o.track == track && o.by == role && o.state == OfferState::Open)
        .map(|o| o.no)
        .collect();
    for no in older {
        planner.does(Effect::OfferClosed {
            offer: no,
            state: OfferState::Withdrawn,
            reason: String::new(),
        });
    }
    let no = next_no(planner.file.offers.len());
    let made = Offer {
        no,
        track,
        by: role,
        name: planner.actor.name.clone(),
        terms: terms.clone(),
        open_until,
        made_at: planner.now,
        state: OfferState::Open,
        answered_at: None,
        accepted_by: Vec::new(),
        reason: String::new(),
    };
    planner.does(Effect::OfferMade { offer: made });
    let to = readers(planner, track, role);
    planner.quote(&terms.text);
    if role == Role::CaseManager {
        planner.step(track, ActName::ProposeSettlement)?;
    }
    planner.tell("offer-made", to, Some(track), "settlement");
    Ok(())
}

fn accept(planner: &mut Planner<'_>, no: u32) -> Result<(), Refusal> {
    let offer = answerable(planner, no)?;
    let role = planner.actor.role;
    let proposal = !planner.file.is_side(offer.by);
    if proposal && offer.accepted_by.is_empty() {
        planner.does(Effect::OfferSupported { offer: no, role });
        about_proposal(planner);
        let other: Vec<Role> = role.opposite().into_iter().collect();
        let to = planner.addressees(offer.track, &other);
        planner.tell("offer-accepted", to, Some(offer.track), "settlement");
        return Ok(());
    }
    let act = if proposal {
        ActName::BothAccept
    } else {
        ActName::OfferAccepted
    };
    planner.allowed(offer.track, act)?;
    planner.does(Effect::OfferClosed {
        offer: no,
        state: OfferState::Accepted,
        reason: String::new(),
    });
    // The matter is settled: what else was on the table is not any more.
    let others: Vec<u32> = planner
        .file
        .offers
        .iter()
        .filter(|o| o.track == offer.track && o.no != no && o.state == OfferState::Open)
        .map(|o| o.no)
        .collect();
    for other in others {
        planner.does(Effect::OfferClosed {
            offer: other,
            state: OfferState::Lapsed,
            reason: String::new(),
        });
    }
    planner.restores = offer.terms.remedy == Remedy::RestoreListing;
    obligations(planner, offer.track, &offer.terms);
    planner.step(offer.track, act)
}

/// Turns terms into what each side has to do, with dates.
pub(crate) fn obligations(planner: &mut Planner<'_>, track: u32, terms: &Terms) {
    let (Some(claimant), Some(respondent)) = (
        planner.file.claimant().cloned(),
        planner.file.respondent(track).cloned(),
    ) else {
        return;
    };
    // Listing measures are carried out by the marketplace, not by a side.
    if matches!(terms.remedy, Remedy::RestoreListing | Remedy::KeepDown) && terms.amount.is_none() {
        return;
    }
    let (debtor, creditor) = if terms.debtor == Role::Claimant {
        (claimant, respondent)
    } else {
        (respondent, claimant)
    };
    let parts: Vec<Option<Money>> = match &terms.amount {
        Some(amount) => amount
            .split(terms.instalments)
            .into_iter()
            .map(Some)
            .collect(),
        None => vec![None],
    };
    let count = next_no(parts.len()) - 1;
    for (index, amount) in parts.into_iter().enumerate() {
        let months = i32::try_from(index).unwrap_or(0);
        let due_on = terms
            .due_on
            .checked_add(Span::new().months(months))
            .unwrap_or(terms.due_on);
        let obligation = Obligation {
            no: next_no(planner.file.obligations.len()),
            track,
            debtor: debtor.no,
            creditor: creditor.no,
            remedy: terms.remedy,
            amount,
            part: next_no(index),
            parts: count,
            text: terms.text.clone(),
            due_on,
            due_at: end_of_day(due_on, &debtor.zone),
            state: ObligationState::Due,
            proof: String::new(),
            dispute: String::new(),
            since: planner.now,
        };
        planner.does(Effect::ObligationArose { obligation });
    }
}

/// The last second of a day in a zone (UTC when the zone is unknown).
pub(crate) fn end_of_day(day: Date, zone: &str) -> Timestamp {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    day.at(23, 59, 59, 0)
        .to_zoned(zone)
        .map_or(Timestamp::MAX, |z| z.timestamp())
}

/// A case manager says whether what one side calls done and the other does not is done; the case goes on
/// as its rules have it for performance and for breach.
fn determine(planner: &mut Planner<'_>, no: u32, done: bool, reason: &str) -> Result<(), Refusal> {
    let found = obligation_of(&planner.file, no)?.clone();
    if planner.actor.role != Role::CaseManager {
        return Err(Refusal::NotYours {
            act: "settlement.determine".into(),
        });
    }
    if found.state != ObligationState::Disputed {
        return Err(Refusal::AlreadyDone);
    }
    require("reason", reason)?;
    planner.quote(reason);
    let (state, letter) = if done {
        (ObligationState::Confirmed, "obligation-confirmed")
    } else {
        (ObligationState::Overdue, "obligation-overdue")
    };
    planner.does(Effect::ObligationMoved {
        obligation: no,
        state,
        words: reason.trim().to_owned(),
    });
    planner.args.insert("variant".into(), "determined".into());
    let both = [
        Addressee::Party(found.debtor),
        Addressee::Party(found.creditor),
    ];
    planner.tell(letter, both, Some(found.track), "settlement");
    planner.args.remove("variant");
    let next = match (done, planner.holds(found.track, Guard::NothingOwed)) {
        (true, true) => ActName::PerformDone,
        (true, false) => return Ok(()),
        (false, _) => ActName::Breach,
    };
    if planner.allowed(found.track, next).is_ok() {
        planner.step(found.track, next)?;
    }
    Ok(())
}

fn confirm(planner: &mut Planner<'_>, no: u32) -> Result<(), Refusal> {
    let found = obligation_of(&planner.file, no)?.clone();
    if planner.actor.party != Some(found.creditor) {
        return Err(Refusal::NotYours {
            act: "settlement.confirm".into(),
        });
    }
    if found.state == ObligationState::Confirmed {
        return Err(Refusal::AlreadyDone);
    }
    planner.does(Effect::ObligationMoved {
        obligation: no,
        state: ObligationState::Confirmed,
        words: String::new(),
    });
    planner.letter(LetterOrder {
        kind: "obligation-confirmed".into(),
        to: Addressee::Party(found.debtor),
        track: Some(found.track),
        clock: None,
        quote: None,
        listings: Vec::new(),
        args: BTreeMap::new(),
        page: "settlement".into(),
    });
    if planner.holds(found.track, Guard::NothingOwed)
        && planner.allowed(found.track, ActName::PerformDone).is_ok()
    {
        planner.step(found.track, ActName::PerformDone)?;
    }
    Ok(())
}
