//! A visitor in a case: loads the case, finds the seat, and answers 404 alike to a case that does
//! not exist and to one that is not the visitor's.

use super::errors::{Kept, WebError};
use super::forms::Posted;
use super::page::{Flash, Page, Place};
use super::session::Visitor;
use crate::domain::Role;
use crate::domain::access::{is_candidate, seats};
use crate::domain::acts::{Act, Clock, Receipt, Refusal};
use crate::domain::cases::{CaseFile, Law, Planner};
use crate::domain::ids::CaseNumber;
use crate::domain::parties::Actor;
use crate::domain::permissions;
use crate::domain::procedures::{ActName, Condition, Pack};
use crate::domain::settlements::dates::SettlementDate;
use crate::services::acts::{self, ActError};
use crate::services::doors;
use crate::storage::{StorageError, cases};
use crate::urls;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::borrow::Cow;
use std::sync::Arc;

/// A visitor with a seat in a case.
pub struct CaseScope {
    /// Who looks
    pub visitor: Visitor,
    /// The case
    pub file: CaseFile,
    /// Its pinned rules
    pub pack: Arc<Pack>,
    /// The seat the visitor acts from
    pub actor: Actor,
    /// The time of this request
    pub now: Timestamp,
}

/// A part of a case in its sub-navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// State of the case in one screen
    Overview,
    /// Claims and listings
    Claims,
    /// Exhibits
    Evidence,
    /// Messages
    Messages,
    /// Offers and obligations
    Settlement,
    /// Who takes part
    Parties,
    /// Who decides
    Tribunal,
    /// The arbitrator's desk
    Desk,
    /// The decision
    Decision,
    /// The docket
    Timeline,
    /// The case to take away
    File,
}

/// A link of the sub-navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartLink {
    /// Message in the catalogue
    pub key: &'static str,
    /// Where it leads
    pub href: String,
    /// How many things are there; 0 shows none
    pub count: usize,
    /// Whether this is the page
    pub current: bool,
}

/// The head that all pages of a case share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFrame {
    /// Case number
    pub number: String,
    /// First side
    pub claimant: String,
    /// Other side
    pub respondent: String,
    /// State in the pack, for `state-<…>`
    pub state: String,
    /// Whether the case is closed
    pub closed: bool,
    /// Parts of the case that exist for this reader
    pub parts: Vec<PartLink>,
}

impl CaseScope {
    /// Opens a case for a visitor.
    ///
    /// # Errors
    /// `NotFound` when there is no such case or no seat in it; the way to the sign-in page for
    /// visitors that are nobody yet; the way to the seat for whoever's address is on record in the
    /// case, without an account so far.
    pub async fn open(visitor: Visitor, number: &str) -> Result<Self, WebError> {
        let scope = Self::open_to_candidates(visitor, number).await?;
        if scope.is_candidate() {
            return Err(WebError::NotFound);
        }
        Ok(scope)
    }

    /// As [`Self::open`], also for whoever is proposed for the tribunal and has not accepted: the few pages
    /// on which that is decided.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_to_candidates(mut visitor: Visitor, number: &str) -> Result<Self, WebError> {
        visitor.require_anybody()?;
        let number: CaseNumber = number.parse().map_err(|_| WebError::NotFound)?;
        let row = visitor
            .app
            .store
            .get(move |tx| cases::find_by_number(tx, number.as_str()))
            .await?
            .ok_or(WebError::NotFound)?;
        let file: CaseFile = serde_json::from_str(&row.state.0)
            .map_err(|_| StorageError::corrupt("cases", "state", row.id))?;
        let now = visitor.app.now().max(file.updated_at);
        let seat = seats(&file, &visitor.person(), now).into_iter().next();
        let Some(actor) = seat else {
            // The case has the address of this account on record: it is theirs once they take the seat.
            return Err(match visitor.confirmed_email() {
                Some(email) if doors::waiting(&file, email).is_some() => WebError::Elsewhere {
                    to: urls::own_seat(&file.number),
                },
                _ => WebError::NotFound,
            });
        };
        // Who comes from a letter reads the dates as the letter gave them.
        if !visitor.chose_zone()
            && let Some(party) = actor.party.and_then(|no| file.party(no))
            && let Ok(zone) = TimeZone::get(&party.zone)
        {
            visitor.zone = zone;
        }
        let pack = acts::pinned(&visitor.app, &file)?;
        Ok(Self {
            visitor,
            file,
            pack,
            actor,
            now,
        })
    }

    /// The rules of the case.
    pub fn law(&self) -> Law<'_> {
        Law {
            pack: &self.pack,
            calendars: &self.visitor.app.calendars,
            next: None,
        }
    }

    /// Whether the visitor acts in one of these roles; for others the page does not exist.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn require(&self, roles: &[Role]) -> Result<(), WebError> {
        if roles.contains(&self.actor.role) {
            Ok(())
        } else {
            Err(WebError::NotFound)
        }
    }

    /// Whether an act would be accepted now.
    pub fn would_accept(&self, act: &Act) -> bool {
        permissions::would_accept(&self.file, self.law(), &self.actor, act, self.now)
    }

    /// Whether a condition of the pack holds in a track now.
    pub fn holds(&self, track: u32, when: &Condition) -> bool {
        let file = Cow::Borrowed(&self.file);
        let planner = Planner::new(file, self.law(), self.actor.clone(), self.now);
        when.holds(&planner.facts(track))
    }

    /// Whether the visitor may still add time to a clock that runs.
    pub fn has_more_time(&self, track: u32, rule: &str) -> bool {
        let file = Cow::Borrowed(&self.file);
        Planner::new(file, self.law(), self.actor.clone(), self.now).has_more_time(track, rule)
    }

    /// Whether the pack lets the visitor take a step in a track now.
    pub fn step_open(&self, track: u32, step: ActName) -> bool {
        permissions::step_open(&self.file, self.law(), &self.actor, track, step, self.now)
    }

    /// The track that matters to the visitor: a respondent's own, else the least advanced one.
    pub fn track(&self) -> u32 {
        let own = self
            .actor
            .party
            .filter(|_| self.actor.role == Role::Respondent)
            .and_then(|party| self.file.track_of(party));
        own.or_else(|| self.file.leading_track(&self.pack))
            .map_or(1, |t| t.no)
    }

    /// The clock that matters to the visitor: their own soonest deadline, else the soonest of the case,
    /// for a seller that of its own part.
    pub fn clock(&self) -> Option<&Clock> {
        let next = match self.actor.role {
            Role::Respondent => self.file.next_deadline_of(self.track()),
            _ => self.file.next_deadline(),
        };
        let own = self.file.clock_for(self.actor.role, self.actor.party);
        // An own date far off says nothing while the case waits for somebody else before it.
        let waits_for_others = |own: &Clock| {
            let track = self.file.track(own.track);
            let turn = track
                .and_then(|track| self.pack.state(&track.state))
                .and_then(|state| state.turn);
            turn.is_some_and(|turn| turn != self.actor.role)
                && next.is_some_and(|next| !next.target && next.due_at < own.due_at)
        };
        own.filter(|own| !waits_for_others(own)).or(next)
    }

    /// Whether the visitor is only proposed for the tribunal, and sees no papers yet.
    pub fn is_candidate(&self) -> bool {
        is_candidate(&self.file, &self.actor)
    }

    /// The settlement's own date that matters to the visitor, where it comes before [`Self::clock`]: what
    /// they have to do themselves first, else the soonest of the part they see.
    pub fn settlement_date(&self) -> Option<SettlementDate> {
        let sides = matches!(
            self.actor.role,
            Role::Claimant | Role::Respondent | Role::CaseManager
        );
        let mut dates: Vec<SettlementDate> = self
            .file
            .settlement_dates()
            .filter(|date| {
                sides && (self.actor.role != Role::Respondent || date.track == self.track())
            })
            .collect();
        dates.sort_by_key(|date| (!self.awaits(date), date.due_at));
        let date = dates.into_iter().next()?;
        let is_first = self.clock().is_none_or(|clock| {
            (!self.owns(clock) || clock.target, clock.due_at) > (!self.awaits(&date), date.due_at)
        });
        is_first.then_some(date)
    }

    /// Whether a date of the settlement asks something of the visitor.
    pub fn awaits(&self, date: &SettlementDate) -> bool {
        date.is_of(self.actor.role, self.actor.party)
    }

    /// Whether a clock runs for the visitor.
    pub fn owns(&self, clock: &Clock) -> bool {
        self.file
            .is_owned_by(clock, self.actor.role, self.actor.party)
    }

    /// Records an act. `seen` and the form's key come from the hidden fields of [`Self::hidden`].
    ///
    /// # Errors
    /// Refusals and faults as [`ActError`]; see [`Self::refused`] for the page of a refusal.
    pub async fn perform(&self, posted: &Posted, act: Act) -> Result<Receipt, ActError> {
        let seen = posted.get("seen").parse().ok();
        let key = self.form_key(posted);
        acts::perform_form(&self.visitor.app, self.file.id, seen, key, &self.actor, act).await
    }

    /// The key under which the receipt of a form in this case is kept.
    pub fn form_key(&self, posted: &Posted) -> Option<String> {
        posted
            .name("")
            .map(|name| format!("{}:{name}", self.file.number))
    }

    /// The receipt of this form if it was sent before, just as it is: it is shown again, even when the act
    /// itself is no longer possible. A form that was changed since is another one.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn sent_before(&self, posted: &Posted) -> Result<Option<Receipt>, WebError> {
        let Some(key) = self.form_key(posted) else {
            return Ok(None);
        };
        let known = acts::receipt_kept(&self.visitor.app, key).await?;
        Ok(known.and_then(|(case, receipt)| (case == Some(self.file.id)).then_some(receipt)))
    }

    /// The error page of a refusal that is not about one field: says what is possible instead and
    /// keeps what was typed.
    pub fn refused(&self, posted: &Posted, error: ActError) -> WebError {
        let kept: Vec<Kept> = posted
            .kept()
            .into_iter()
            .filter(|k| !matches!(k.name.as_str(), "seen" | "form"))
            .collect();
        match error {
            ActError::Storage(error) => WebError::from(error).keeping(kept),
            ActError::Refused(Refusal::Stale { .. }) => WebError::Stale {
                kept,
                back: Some(urls::case(&self.file.number)),
            },
            ActError::Refused(Refusal::TooLate { ended_at }) => WebError::TooLate {
                ended_at,
                late: Some(urls::message_new(&self.file.number)),
            },
            ActError::Refused(refusal) => WebError::Act {
                refusal: Box::new(refusal),
                kept,
                back: urls::case(&self.file.number),
            },
        }
    }

    /// The shell of a page of this case.
    pub fn page(&self) -> Page {
        self.dress(self.visitor.page())
    }

    /// The shell of a page of this case with forms.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn form_page(&mut self) -> Result<Page, WebError> {
        let page = self.visitor.form_page().await?;
        Ok(self.dress(page))
    }

    fn dress(&self, page: Page) -> Page {
        let number = self.file.number.to_string();
        let words = page.words.t("case-crumb-cases").to_owned();
        page.at(Place::Cases)
            .crumb(words, urls::cases())
            .crumb(number, urls::case(&self.file.number))
    }

    /// The hidden fields of a form that acts: the version that was seen, and a key against double
    /// submission.
    pub fn hidden(&self) -> Hidden {
        Hidden {
            seen: self.file.version,
            form: self.visitor.app.token()[..32].to_owned(),
        }
    }

    /// Sets a note for the next page.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn flash(&mut self, flash: Flash) -> Result<(), WebError> {
        self.visitor.leave(flash).await
    }

    /// The head and sub-navigation of the case.
    pub fn frame(&self, current: Part) -> CaseFrame {
        let (claimant, respondent) = self.file.sides_for(self.actor.party);
        CaseFrame {
            number: self.file.number.to_string(),
            claimant,
            respondent,
            state: self
                .file
                .track(self.track())
                .map(|t| t.state.clone())
                .unwrap_or_default(),
            closed: self.file.closed_at.is_some(),
            parts: self.parts(current),
        }
    }

    fn parts(&self, current: Part) -> Vec<PartLink> {
        let file = &self.file;
        let no = &file.number;
        let role = self.actor.role;
        let party = self.actor.party;
        let readable = file
            .messages
            .iter()
            .filter(|m| file.may_read(m, role, party))
            .count();
        let is_own = |track: u32| {
            role != Role::Respondent
                || file
                    .track(track)
                    .is_some_and(|t| Some(t.respondent) == party)
        };
        let offers = file.offers.iter().filter(|o| is_own(o.track)).count();
        let owed = file.obligations.iter().any(|o| is_own(o.track));
        let offers_here = offers > 0
            || self
                .pack
                .state(&self.frame_state())
                .is_some_and(|s| s.offers);
        let settlement = (offers_here || owed)
            && !matches!(
                role,
                Role::Arbitrator | Role::Marketplace | Role::Administrator
            );
        let mut parts = vec![(Part::Overview, "case-part-overview", urls::case(no), 0)];
        if !file.listings.is_empty() {
            let listings = crate::domain::access::listings(file, &self.actor).count();
            parts.push((Part::Claims, "case-part-claims", urls::claims(no), listings));
        }
        let exhibits = crate::domain::access::exhibits(file, &self.actor).count();
        parts.push((
            Part::Evidence,
            "case-part-evidence",
            urls::evidence(no),
            exhibits,
        ));
        parts.push((
            Part::Messages,
            "case-part-messages",
            urls::messages(no),
            readable,
        ));
        if settlement {
            parts.push((
                Part::Settlement,
                "case-part-settlement",
                urls::settlement(no),
                offers,
            ));
        }
        parts.push((Part::Parties, "case-part-parties", urls::parties(no), 0));
        let awaits_tribunal = file.tracks.iter().any(|t| {
            self.pack
                .allows(&t.state, ActName::Appoint, Role::CaseManager)
        });
        // A seller knows of the tribunal and the decision of its own track only.
        let own = (role == Role::Respondent).then(|| self.track());
        let is_known = |track: u32| own.is_none_or(|own| own == track);
        if file.seats.iter().any(|s| is_known(s.track))
            || (awaits_tribunal && role == Role::CaseManager)
        {
            parts.push((Part::Tribunal, "case-part-tribunal", urls::tribunal(no), 0));
        }
        let sits = role == Role::Arbitrator
            && self
                .actor
                .account
                .and_then(|a| file.seat_of(a))
                .is_some_and(crate::domain::tribunal::Seat::is_sitting);
        if sits && file.decisions.is_empty() {
            parts.push((Part::Desk, "case-part-desk", urls::desk(no), 0));
        }
        if file.decisions.iter().any(|d| is_known(d.track)) {
            parts.push((Part::Decision, "case-part-decision", urls::decision(no), 0));
        }
        parts.push((Part::Timeline, "case-part-timeline", urls::timeline(no), 0));
        parts.push((Part::File, "case-part-file", urls::case_file(no), 0));
        let is_candidate = self.is_candidate();
        parts
            .into_iter()
            .filter(|(part, ..)| {
                !is_candidate || matches!(part, Part::Overview | Part::Parties | Part::Tribunal)
            })
            .map(|(part, key, href, count)| PartLink {
                key,
                href,
                count,
                current: part == current,
            })
            .collect()
    }

    fn frame_state(&self) -> String {
        self.file
            .track(self.track())
            .map(|t| t.state.clone())
            .unwrap_or_default()
    }
}

/// The hidden fields of a form that acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// Version of the case that the page showed
    pub seen: u64,
    /// Key of this very form
    pub form: String,
}
