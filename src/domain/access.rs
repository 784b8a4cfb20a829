//! Who a visitor is in a case, and what they may see there: the seats they may act from, the entries,
//! exhibits and listings that each seat may read. Nobody without a seat learns that the case exists.

use super::Role;
use super::acts::{Act, Effect};
use super::cases::CaseFile;
use super::docket::{Deed, Entry};
use super::evidence::Exhibit;
use super::ids::{AccountId, CaseId, OrganisationId};
use super::notices::Listing;
use super::notices::gaps::IDENTITY_PROOF;
use super::parties::{Actor, Via};
use super::{messages, parties};
use jiff::Timestamp;

/// A visitor, as far as rights go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The account signed in
    pub account: Option<AccountId>,
    /// Name for the docket
    pub name: String,
    /// Case manager or administrator
    pub staff: Option<Role>,
    /// Organisations the account belongs to
    pub organisations: Vec<OrganisationId>,
    /// The one party of one case that a letter's link opens
    pub link: Option<(CaseId, u32)>,
    /// How the visitor reached us
    pub via: Via,
}

/// The seats a person holds in a case, the most powerful one for the case first: tribunal, party,
/// representative, marketplace, staff. Empty means: there is no such case for this person.
///
/// A person who sits on the tribunal or holds a party's seat never also acts as staff there.
pub fn seats(file: &CaseFile, person: &Person, now: Timestamp) -> Vec<Actor> {
    let actor = |role, party, mandate| Actor {
        role,
        party,
        account: person.account,
        name: person.name.clone(),
        mandate,
        via: person.via,
    };
    let mut seats = Vec::new();
    if let Some((case, party)) = person.link
        && case == file.id
        && file.is_served(party)
        && let Some(found) = file.party(party)
    {
        let mut linked = actor(found.role, Some(party), None);
        if person.account.is_none() {
            linked.name.clone_from(&found.name);
        }
        seats.push(linked);
    }
    let Some(account) = person.account else {
        return seats;
    };
    if file.seat_of(account).is_some() {
        seats.push(actor(Role::Arbitrator, None, None));
    }
    for party in &file.parties {
        if party.account == Some(account)
            && file.is_served(party.no)
            && !seats.iter().any(|s: &Actor| s.party == Some(party.no))
        {
            seats.push(actor(party.role, Some(party.no), None));
        }
    }
    for mandate in &file.mandates {
        if mandate.account == Some(account)
            && mandate.is_live(now)
            && file.is_served(mandate.party)
            && let Some(party) = file.party(mandate.party)
        {
            seats.push(actor(party.role, Some(party.no), Some(mandate.no)));
        }
    }
    for party in &file.parties {
        let member = party.role == Role::Marketplace
            && party
                .organisation
                .is_some_and(|o| person.organisations.contains(&o));
        if member && party.account != Some(account) {
            seats.push(actor(Role::Marketplace, Some(party.no), None));
        }
    }
    if seats.is_empty()
        && let Some(staff @ (Role::CaseManager | Role::Administrator)) = person.staff
    {
        seats.push(actor(staff, None, None));
    }
    seats
}

/// Whether an actor is only proposed for the tribunal: until the declaration of independence is given, a
/// candidate sees who takes part and what it is about, not the papers.
pub fn is_candidate(file: &CaseFile, actor: &Actor) -> bool {
    actor.role == Role::Arbitrator
        && actor
            .account
            .and_then(|account| file.seat_of(account))
            .is_some_and(|seat| !seat.is_sitting())
}

/// Whether the contents of an entry are withheld from an actor: offers are not for the tribunal and
/// the marketplace, messages are for their audience, what one seller did is not for another.
pub fn is_withheld(file: &CaseFile, actor: &Actor, entry: &Entry) -> bool {
    if actor.role == Role::Respondent
        && entry.actor.role == Role::Respondent
        && entry.actor.party != actor.party
    {
        return true;
    }
    match &entry.deed {
        // A seller's address is between the seller, the marketplace and the registry.
        Deed::Done(Act::Party(parties::Act::Address { party, .. })) => match actor.role {
            Role::Claimant | Role::Arbitrator => true,
            Role::Respondent => actor.party != Some(*party),
            _ => false,
        },
        // The first entry names every seller with the address given for them; one seller does not
        // learn who the others are.
        Deed::Filed(_) => {
            actor.role == Role::Respondent && file.parties_of(Role::Respondent).count() > 1
        }
        Deed::Done(Act::Settlement(_) | Act::OfferLapse { .. }) => {
            matches!(actor.role, Role::Arbitrator | Role::Marketplace)
        }
        Deed::Done(Act::Message(messages::Act::Send { .. })) => {
            entry.effects.iter().any(|effect| match effect {
                Effect::MessageSent { message } => !file.may_read(message, actor.role, actor.party),
                _ => false,
            })
        }
        Deed::Done(_) => false,
    }
}

/// Whether the bytes of an entry, as they were recorded, are withheld from an actor. Beyond
/// [`is_withheld`], a seller gets none that speak of another seller of the same notice: they hold
/// names and addresses, and cannot be shortened without losing their hash.
pub fn is_withheld_as_recorded(file: &CaseFile, actor: &Actor, entry: &Entry) -> bool {
    if is_withheld(file, actor, entry) {
        return true;
    }
    let Some(own) = own_track(file, actor) else {
        return false;
    };
    file.parties_of(Role::Respondent).count() > 1
        && entry.effects.iter().any(|effect| match effect {
            Effect::Opened { .. } | Effect::NoticeCompleted { .. } => true,
            other => track_of(file, other).is_some_and(|track| track != own),
        })
}

/// The one track that a seller sees.
fn own_track(file: &CaseFile, actor: &Actor) -> Option<u32> {
    let own = actor.party.filter(|_| actor.role == Role::Respondent);
    own.and_then(|no| file.track_of(no)).map(|track| track.no)
}

/// Whether an effect is about the part of another seller than the actor.
pub fn is_of_another(file: &CaseFile, actor: &Actor, effect: &Effect) -> bool {
    let own = own_track(file, actor);
    own.is_some_and(|own| track_of(file, effect).is_some_and(|track| track != own))
}

/// The track that an effect is about, if it is about one.
pub fn track_of(file: &CaseFile, effect: &Effect) -> Option<u32> {
    let clock_track = |no: &u32| file.clocks.iter().find(|c| c.no == *no).map(|c| c.track);
    let seat_track = |no: u32| file.seats.iter().find(|s| s.no == no).map(|s| s.track);
    match effect {
        Effect::TrackMoved { track, .. }
        | Effect::OutcomeSet { track, .. }
        | Effect::Reopened { track }
        | Effect::Answered { track, .. }
        | Effect::ActionProved { track, .. }
        | Effect::GapsNamed { track, .. }
        | Effect::CourtHeld { track, .. }
        | Effect::Consented { track, .. } => Some(*track),
        Effect::ClockStarted { clock } => Some(clock.track),
        Effect::ClockStopped { clock }
        | Effect::ClockFired { clock }
        | Effect::TimeAsked { clock, .. }
        | Effect::ClockTolled { clock, .. }
        | Effect::ClockResumed { clock, .. }
        | Effect::ClockHeld { clock, .. }
        | Effect::ClockReleased { clock, .. }
        | Effect::ClockRecounted { clock, .. }
        | Effect::TimeGivenBack { clock, .. }
        | Effect::ClockExtended { clock, .. } => clock_track(clock),
        Effect::MeasureOrdered { listing, .. } | Effect::MeasureTaken { listing, .. } => {
            file.listing(*listing).map(|l| l.track)
        }
        Effect::OfferMade { offer } => Some(offer.track),
        Effect::OfferSupported { offer, .. } | Effect::OfferClosed { offer, .. } => {
            file.offers.iter().find(|o| o.no == *offer).map(|o| o.track)
        }
        Effect::ObligationArose { obligation } => Some(obligation.track),
        Effect::ObligationMoved { obligation, .. } => file
            .obligations
            .iter()
            .find(|o| o.no == *obligation)
            .map(|o| o.track),
        Effect::SeatOffered { seat } => Some(seat.track),
        Effect::SeatMoved { seat, .. } => seat_track(*seat),
        Effect::Challenged { challenge } => seat_track(challenge.seat),
        Effect::ChallengeRuled { challenge, .. } => file
            .challenges
            .iter()
            .find(|c| c.no == *challenge)
            .and_then(|c| seat_track(c.seat)),
        Effect::Decided { decision } => Some(decision.track),
        Effect::PaperFiled { paper } => Some(paper.track),
        Effect::Opened { .. }
        | Effect::NoticeCompleted { .. }
        | Effect::AddressSet { .. }
        | Effect::InfoAsked { .. }
        | Effect::InfoGiven { .. }
        | Effect::ExhibitFiled { .. }
        | Effect::ExhibitDescribed { .. }
        | Effect::ExhibitWithdrawn { .. }
        | Effect::MessageSent { .. }
        | Effect::MandateGranted { .. }
        | Effect::MandateJoined { .. }
        | Effect::MandateEnded { .. }
        | Effect::SeatTaken { .. }
        | Effect::ConductPosted { .. }
        | Effect::Migrated { .. }
        | Effect::ParallelFound { .. }
        | Effect::ParallelOver { .. }
        | Effect::Closed { .. } => None,
    }
}

/// Whether an actor may open an exhibit: one seller's papers are not for another seller, and what shows
/// who the rights holder is (a licence, an identity card) is for the marketplace and the tribunal only.
pub fn sees_exhibit(file: &CaseFile, actor: &Actor, exhibit: &Exhibit) -> bool {
    party_sees(file, actor.role, actor.party, exhibit)
}

/// As [`sees_exhibit`], for a party of the case.
pub fn party_sees(file: &CaseFile, role: Role, party: Option<u32>, exhibit: &Exhibit) -> bool {
    let shows_identity = file.notice.as_ref().is_some_and(|notice| {
        notice
            .papers
            .iter()
            .any(|paper| paper.field == IDENTITY_PROOF && paper.file.digest == exhibit.file.digest)
            // A file that proves the right too has to be seen by whoever answers.
            && !notice
                .right
                .proof
                .iter()
                .any(|proof| proof.digest == exhibit.file.digest)
    });
    if role == Role::Respondent && shows_identity && exhibit.party != party {
        return false;
    }
    let by_respondent = exhibit
        .party
        .and_then(|no| file.party(no))
        .is_some_and(|p| p.role == Role::Respondent);
    role != Role::Respondent || !by_respondent || exhibit.party == party
}

/// The exhibits that a seat may see, in the order they were filed.
pub fn exhibits<'a>(file: &'a CaseFile, actor: &'a Actor) -> impl Iterator<Item = &'a Exhibit> {
    file.exhibits
        .iter()
        .filter(move |exhibit| sees_exhibit(file, actor, exhibit))
}

/// The listings that a seat may name: a seller's own, a marketplace's own, everybody else's all.
pub fn listings<'a>(file: &'a CaseFile, actor: &'a Actor) -> impl Iterator<Item = &'a Listing> {
    let party = actor.party.and_then(|no| file.party(no));
    file.listings
        .iter()
        .filter(move |listing| match actor.role {
            Role::Respondent => file
                .track(listing.track)
                .is_some_and(|track| Some(track.respondent) == actor.party),
            Role::Marketplace => {
                party.is_some_and(|party| party.organisation == listing.marketplace)
            }
            _ => true,
        })
}

/// What the seat's side has uploaded to the case so far, in bytes; withdrawn files count, since they are kept.
pub fn used_bytes(file: &CaseFile, actor: &Actor) -> u64 {
    file.exhibits
        .iter()
        .filter(|exhibit| exhibit.party == actor.party)
        .map(|exhibit| exhibit.file.size_bytes)
        .sum()
}
