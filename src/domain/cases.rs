//! The case as a whole: the snapshot that pages read and rules decide on, how docket entries build
//! it, and the one function through which every change goes.

mod apply;
mod decide;
mod migrate;
mod open;
pub mod outlook;
mod planner;
pub mod rehearse;
pub mod tasks;
#[cfg(test)]
mod tests;

pub use decide::decide;
pub use migrate::misfit;
pub use open::{MAX_LISTINGS, open_complaint, open_matter, open_notice};
pub use planner::{Law, Planner};

use super::Role;
use super::acts::{Clock, ClockState};
use super::complaints::Complaint;
use super::decisions::Decision;
use super::evidence::Exhibit;
use super::ids::{AccountId, CaseId, CaseNumber};
use super::matters::{Answer, Paper};
use super::messages::{Audience, Message};
use super::notices::{Listing, Notice, Track};
use super::parallel::Parallel;
use super::parties::{Actor, Mandate, MandateScope, Party};
use super::procedures::{Pack, Settings, Whose};
use super::settlements::{Obligation, Offer, OfferState};
use super::tribunal::{Challenge, Seat};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Sort of case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Infringement notice
    Notice,
    /// Consumer complaint
    Complaint,
    /// Any other matter that its pack describes
    Matter,
}

impl Kind {
    /// The name used in tables and locale keys.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Complaint => "complaint",
            Self::Matter => "matter",
        }
    }

    /// Prefix of the case number.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Notice => "IP",
            Self::Complaint => "CO",
            Self::Matter => "MA",
        }
    }
}

/// The rules a case is pinned to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackRef {
    /// Pack id
    pub id: String,
    /// Its version
    pub version: String,
    /// SHA-256 of its text
    pub digest: String,
    /// What the operator had set for it when the case was filed
    #[serde(default, skip_serializing_if = "Settings::is_empty")]
    pub settings: Settings,
}

/// What a new case begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Id
    pub id: CaseId,
    /// Number
    pub number: CaseNumber,
    /// Sort
    pub kind: Kind,
    /// Rules
    pub pack: PackRef,
    /// Language of the case
    pub language: String,
    /// Parties
    pub parties: Vec<Party>,
    /// The notice, for notices
    pub notice: Option<Notice>,
    /// The complaint, for complaints
    pub complaint: Option<Complaint>,
    /// Tracks in their first state
    pub tracks: Vec<Track>,
    /// Listings
    pub listings: Vec<Listing>,
}

/// Points on the conduct ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conduct {
    /// Party
    pub party: u32,
    /// Points, negative when taken back
    pub points: i32,
    /// Rule of the pack
    pub why: String,
    /// When
    pub at: Timestamp,
}

/// A case as it stands: the fold of its docket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFile {
    /// Id
    pub id: CaseId,
    /// Number that people use
    pub number: CaseNumber,
    /// Sort
    pub kind: Kind,
    /// Rules it is pinned to
    pub pack: PackRef,
    /// Language of the case
    pub language: String,
    /// When the notice or complaint took effect
    pub filed_at: Timestamp,
    /// When the last entry was recorded
    pub updated_at: Timestamp,
    /// Number of docket entries
    pub version: u64,
    /// When nothing was left to do
    pub closed_at: Option<Timestamp>,
    /// How it ended
    pub outcome: Option<String>,
    /// Parties
    pub parties: Vec<Party>,
    /// Mandates
    pub mandates: Vec<Mandate>,
    /// The notice
    pub notice: Option<Notice>,
    /// The complaint
    pub complaint: Option<Complaint>,
    /// Tracks
    pub tracks: Vec<Track>,
    /// Listings
    pub listings: Vec<Listing>,
    /// Exhibits
    pub exhibits: Vec<Exhibit>,
    /// Offers
    pub offers: Vec<Offer>,
    /// Obligations
    pub obligations: Vec<Obligation>,
    /// Clocks
    pub clocks: Vec<Clock>,
    /// Seats on the tribunal
    pub seats: Vec<Seat>,
    /// Challenges
    pub challenges: Vec<Challenge>,
    /// Decisions
    pub decisions: Vec<Decision>,
    /// Messages
    pub messages: Vec<Message>,
    /// Conduct ledger
    pub conduct: Vec<Conduct>,
    /// Papers of a matter
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<Paper>,
    /// Matters elsewhere that concern the case
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parallel: Vec<Parallel>,
}

/// The number that follows the last one of a list.
pub(crate) fn next_no(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX - 1) + 1
}

impl CaseFile {
    /// The party with this number.
    pub fn party(&self, no: u32) -> Option<&Party> {
        self.parties.iter().find(|p| p.no == no)
    }

    /// The claimant. Every case has one.
    pub fn claimant(&self) -> Option<&Party> {
        self.parties.iter().find(|p| p.role == Role::Claimant)
    }

    /// The track with this number.
    pub fn track(&self, no: u32) -> Option<&Track> {
        self.tracks.iter().find(|t| t.no == no)
    }

    /// The track in which a respondent answers.
    pub fn track_of(&self, party: u32) -> Option<&Track> {
        self.tracks.iter().find(|t| t.respondent == party)
    }

    /// The respondent of a track.
    pub fn respondent(&self, track: u32) -> Option<&Party> {
        self.track(track).and_then(|t| self.party(t.respondent))
    }

    /// The listings of a track.
    pub fn listings_of(&self, track: u32) -> impl Iterator<Item = &Listing> {
        self.listings.iter().filter(move |l| l.track == track)
    }

    /// The listing with this number.
    pub fn listing(&self, no: u32) -> Option<&Listing> {
        self.listings.iter().find(|l| l.no == no)
    }

    /// Clocks that count now, soonest first.
    pub fn running_clocks(&self) -> Vec<&Clock> {
        let mut clocks = self.live_clocks();
        clocks.retain(|c| c.state == ClockState::Running);
        clocks
    }

    /// Clocks that have not ended, those that stand still too, soonest first.
    pub fn live_clocks(&self) -> Vec<&Clock> {
        let mut clocks: Vec<_> = self.clocks.iter().filter(|c| c.is_live()).collect();
        clocks.sort_by_key(|c| (c.due_at, c.no));
        clocks
    }

    /// The running clock of a rule in a track.
    pub fn running(&self, track: u32, rule: &str) -> Option<&Clock> {
        self.clocks
            .iter()
            .find(|c| c.state == ClockState::Running && c.track == track && c.rule == rule)
    }

    /// Whether a clock runs for a reader: a seller's in its own track, a marketplace's where a listing
    /// of its own is concerned, anybody else's by role.
    pub fn is_owned_by(&self, clock: &Clock, role: Role, party: Option<u32>) -> bool {
        let organisation = || party.and_then(|no| self.party(no))?.organisation;
        clock.owner == role
            && match role {
                Role::Respondent => self
                    .track(clock.track)
                    .is_some_and(|track| Some(track.respondent) == party),
                Role::Marketplace => {
                    let mut listings = self.listings_of(clock.track).peekable();
                    listings.peek().is_none()
                        || listings.any(|listing| listing.marketplace == organisation())
                }
                _ => true,
            }
    }

    /// The clock that matters most to a reader: the soonest deadline they own.
    pub fn clock_for(&self, role: Role, party: Option<u32>) -> Option<&Clock> {
        let mut running = self.running_clocks().into_iter();
        running.find(|clock| self.is_owned_by(clock, role, party) && !self.is_spoken_for(clock))
    }

    /// The soonest deadline (no targets) and whose turn it therefore is.
    pub fn next_deadline(&self) -> Option<&Clock> {
        self.next_deadline_where(|_| true)
    }

    /// The soonest date of the case: of a deadline, an offer or an obligation.
    pub fn next_date(&self) -> Option<Timestamp> {
        let clock = self.next_deadline();
        let settlement = self.settlement_dates().map(|date| date.due_at).min();
        match (clock, settlement) {
            (Some(clock), Some(date)) if !clock.target => Some(clock.due_at.min(date)),
            (clock, settlement) => settlement.or(clock.map(|clock| clock.due_at)),
        }
    }

    /// As [`Self::next_deadline`], of one track.
    pub fn next_deadline_of(&self, track: u32) -> Option<&Clock> {
        self.next_deadline_where(|clock| clock.track == track)
    }

    fn next_deadline_where(&self, counts: impl Fn(&Clock) -> bool) -> Option<&Clock> {
        let mut clocks = self.running_clocks();
        clocks.retain(|clock| counts(clock) && !self.is_spoken_for(clock));
        clocks
            .iter()
            .find(|c| !c.target)
            .or(clocks.first())
            .copied()
    }

    /// Whose turn it is: the pack's word for the least advanced open track.
    pub fn turn(&self, pack: &Pack) -> Option<Role> {
        self.leading_track(pack)
            .and_then(|t| pack.state(&t.state))
            .and_then(|s| s.turn)
    }

    /// The open track that is least advanced; the first one when all have ended.
    pub fn leading_track(&self, pack: &Pack) -> Option<&Track> {
        let rank = |t: &&Track| pack.phase_index(&t.state).unwrap_or(usize::MAX);
        self.tracks
            .iter()
            .filter(|t| t.outcome.is_none())
            .min_by_key(rank)
            .or(self.tracks.first())
    }

    /// The state shown for the whole case: of the least advanced open track.
    pub fn stage(&self, pack: &Pack) -> String {
        self.leading_track(pack)
            .map(|t| t.state.clone())
            .unwrap_or_default()
    }

    /// The offer that waits for an answer in a track, newest last.
    pub fn open_offer(&self, track: u32) -> Option<&Offer> {
        self.offers
            .iter()
            .rev()
            .find(|o| o.track == track && o.state == OfferState::Open)
    }

    /// The suspensions for which the case waits on matters elsewhere that are not over, each once.
    pub fn holding(&self, pack: &Pack) -> Vec<String> {
        let mut holds = Vec::new();
        for matter in self.parallel.iter().filter(|found| found.over.is_none()) {
            let hold = pack.link(matter.kind).and_then(|link| link.hold.clone());
            holds.extend(hold.filter(|hold| !holds.contains(hold)));
        }
        holds
    }

    /// The paper filed last on a document of the pack.
    pub fn paper(&self, track: u32, document: &str) -> Option<&Paper> {
        let mut papers = self.papers.iter().rev();
        papers.find(|paper| paper.track == track && paper.document == document)
    }

    /// The country of a party, or one that was answered on a paper: whose working days a clock counts by.
    pub fn country_of(&self, track: u32, whose: &Whose) -> Option<String> {
        match whose {
            Whose::Of(Role::Respondent) => self.respondent(track).map(|p| p.country.clone()),
            Whose::Of(role) => self.parties_of(*role).next().map(|p| p.country.clone()),
            Whose::Answered { document, field } => {
                let paper = self.paper(track, document)?;
                match paper.filled.answers.get(field) {
                    Some(Answer::Word(country)) => Some(country.clone()),
                    _ => None,
                }
            }
        }
    }

    /// The exhibits on which a track is decided: all that are not withdrawn, without those that another
    /// seller of the same notice filed.
    pub fn record_of(&self, track: u32) -> impl Iterator<Item = &Exhibit> {
        let own = self.track(track).map(|t| t.respondent);
        self.exhibits.iter().filter(move |exhibit| {
            let is_of_another = exhibit.party != own
                && exhibit
                    .party
                    .and_then(|no| self.party(no))
                    .is_some_and(|party| party.role == Role::Respondent);
            exhibit.withdrawn.is_none() && !is_of_another
        })
    }

    /// The sitting arbitrator of a track.
    pub fn sitting(&self, track: u32) -> Option<&Seat> {
        self.seats
            .iter()
            .rev()
            .find(|s| s.track == track && s.is_sitting())
    }

    /// A seat of an account that is proposed or sitting.
    pub fn seat_of(&self, account: AccountId) -> Option<&Seat> {
        self.seats.iter().rev().find(|s| {
            s.account == account
                && matches!(
                    s.state,
                    super::tribunal::SeatState::Proposed
                        | super::tribunal::SeatState::Accepted { .. }
                )
        })
    }

    /// Names of the sides as a heading shows them, without the "v".
    pub fn sides(&self) -> (String, String) {
        let claimant = self.claimant().map(|p| p.name.clone()).unwrap_or_default();
        let mut respondents = self.parties.iter().filter(|p| p.role == Role::Respondent);
        let first = respondents
            .next()
            .map(|p| p.name.clone())
            .unwrap_or_default();
        match respondents.count() {
            0 => (claimant, first),
            more => (claimant, format!("{first} +{more}")),
        }
    }

    /// Names of the sides as a reader of this party may know them: one seller does not learn who the
    /// others are.
    pub fn sides_for(&self, party: Option<u32>) -> (String, String) {
        let (claimant, respondent) = self.sides();
        match party.and_then(|no| self.party(no)) {
            Some(own) if own.role == Role::Respondent => (claimant, own.name.clone()),
            _ => (claimant, respondent),
        }
    }

    /// The side that a role and party number stand for when answering offers.
    pub fn is_side(&self, role: Role) -> bool {
        matches!(role, Role::Claimant | Role::Respondent)
    }

    /// Whether a reader in this seat may read a message.
    pub fn may_read(&self, message: &Message, role: Role, party: Option<u32>) -> bool {
        match role {
            Role::CaseManager | Role::Administrator => true,
            _ if message.party.is_some() && message.party == party => true,
            _ if message.to_party.is_some() => message.to_party == party,
            Role::Arbitrator => message.audience == Audience::Everyone,
            // What one seller of a notice says is not for another.
            Role::Respondent if message.role == Role::Respondent => false,
            Role::Claimant | Role::Respondent => message.audience != Audience::Registry,
            Role::Marketplace | Role::System => false,
        }
    }

    /// Whether the actor represents a party with a mandate for reading only.
    pub fn only_reads(&self, actor: &Actor) -> bool {
        actor.mandate.is_some_and(|no| {
            self.mandates
                .iter()
                .any(|m| m.no == no && m.scope == MandateScope::Read)
        })
    }

    /// Whether a party has been told of the case. The seller of a complaint is told when the registry
    /// lets it go on, which starts the first clock that is the seller's; until then the seller has no
    /// part in the case, and after a rejection never gets one.
    pub fn is_served(&self, party: u32) -> bool {
        let waits = |track: &Track| {
            let told = |clock: &Clock| clock.track == track.no && clock.owner == Role::Respondent;
            track.respondent == party && !self.clocks.iter().any(told)
        };
        self.kind == Kind::Notice || !self.tracks.iter().any(waits)
    }

    /// Whether a party's seat may be used by this actor at `now`.
    pub fn actor_holds_seat(&self, actor: &Actor, now: Timestamp) -> bool {
        match actor.role {
            Role::System | Role::CaseManager | Role::Administrator => true,
            Role::Arbitrator => actor
                .account
                .is_some_and(|account| self.seat_of(account).is_some()),
            role => {
                let seated = actor
                    .party
                    .and_then(|no| self.party(no))
                    .is_some_and(|p| p.role == role);
                let mandated = actor.mandate.is_none_or(|no| {
                    self.mandates
                        .iter()
                        .any(|m| m.no == no && Some(m.party) == actor.party && m.is_live(now))
                });
                seated && mandated
            }
        }
    }
}
