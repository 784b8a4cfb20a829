//! Composes a plan: rules call it, it applies each effect to a working copy so that the next rule
//! sees what the one before did, and it turns what the pack says into effects and letters.

mod clocks;

use super::{CaseFile, next_no};
use crate::domain::Role;
use crate::domain::acts::{Addressee, ClockState, Effect, LetterOrder, Plan, Refusal, StepTaken};
use crate::domain::evidence::{Exhibit, NewExhibit};
use crate::domain::ids::ExhibitLabel;
use crate::domain::notices::{Listing, MeasureAction, MeasureValue};
use crate::domain::parties::Actor;
use crate::domain::procedures::{
    ActName, Calendars, Effect as PackEffect, Fact, Facts, Guard, Order, Pack, Transition,
};
use crate::domain::settlements::{ObligationState, OfferState};
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The rules that hold for a case: its pinned pack and the calendars.
#[derive(Clone, Copy)]
pub struct Law<'a> {
    /// The pack
    pub pack: &'a Pack,
    /// The calendars
    pub calendars: &'a Calendars,
    /// The version that the case is to be moved to, where that is the act
    pub next: Option<&'a Pack>,
}

/// A plan being composed.
pub struct Planner<'a> {
    /// The case with everything applied that was planned so far; copied when the first effect is
    /// applied, so that asking what is possible copies nothing
    pub file: Cow<'a, CaseFile>,
    /// The rules
    pub law: Law<'a>,
    /// Who acts
    pub actor: Actor,
    /// When
    pub now: Timestamp,
    /// Whether the terms, decision or order at hand put the listings back (guard `restores`)
    pub restores: bool,
    /// Whether the decision at hand is for the claimant (guard `claimant_prevails`)
    pub claimant_prevails: bool,
    /// Whether the document at hand holds everything its law asks for (guard `complete`)
    pub complete: bool,
    /// Words that the letters of the next steps need, such as the action taken
    pub args: BTreeMap<String, String>,
    quote: Option<String>,
    plan: Plan,
}

impl<'a> Planner<'a> {
    /// Begins a plan for `file`.
    pub fn new(file: Cow<'a, CaseFile>, law: Law<'a>, actor: Actor, now: Timestamp) -> Self {
        Self {
            file,
            law,
            actor,
            now,
            restores: false,
            claimant_prevails: false,
            complete: true,
            args: BTreeMap::new(),
            quote: None,
            plan: Plan::default(),
        }
    }

    /// The words that letters of the next steps quote.
    pub fn quote(&mut self, words: &str) {
        self.quote = (!words.trim().is_empty()).then(|| words.trim().to_owned());
    }

    /// Adds an effect and applies it.
    pub fn does(&mut self, effect: Effect) {
        let applied = self.file.to_mut().apply(&effect, self.now);
        debug_assert!(
            applied.is_some(),
            "{effect:?} names something that is not there"
        );
        self.plan.effects.push(effect);
    }

    /// Adds a letter; none to a seller who has not been told of the case.
    pub fn letter(&mut self, letter: LetterOrder) {
        let unserved = matches!(letter.to, Addressee::Party(no) if !self.file.is_served(no));
        if !unserved {
            self.plan.letters.push(letter);
        }
    }

    /// Adds a letter of `kind` to each addressee, quoting the words set before.
    pub fn tell(
        &mut self,
        kind: &str,
        to: impl IntoIterator<Item = Addressee>,
        track: Option<u32>,
        page: &str,
    ) {
        for to in to {
            self.letter(LetterOrder {
                kind: kind.to_owned(),
                to,
                track,
                clock: None,
                quote: self.quote.clone(),
                listings: Vec::new(),
                args: self.args.clone(),
                page: page.to_owned(),
            });
        }
    }

    /// Whether a step was taken that the pack leaves to people alone.
    pub fn takes_what_a_person_must(&self) -> bool {
        let needs_person = |taken: &StepTaken| {
            let mut all = self.law.pack.transitions.iter();
            all.any(|step| step.id == taken.rule && step.human_required)
        };
        self.plan.steps.iter().any(needs_person)
    }

    /// The finished case and plan.
    pub fn finish(self) -> (CaseFile, Plan) {
        (self.file.into_owned(), self.plan)
    }

    /// The transition that an act takes from the track's state for this actor.
    ///
    /// # Errors
    /// `NotYours` if another role could, `TooLate` if the deadline for it has fired, else `NotNow`.
    pub fn allowed(&self, track: u32, act: ActName) -> Result<&'a Transition, Refusal> {
        let now_in = self.file.track(track).ok_or_else(|| Refusal::Unknown {
            what: format!("track {track}"),
        })?;
        let pack: &'a Pack = self.law.pack;
        let facts = self.facts(track);
        if let Some(found) = pack.transition(&now_in.state, act, self.actor.role, &facts) {
            return match self.cooling(track, found) {
                Some(opens_at) => Err(Refusal::TooEarly { opens_at }),
                None => Ok(found),
            };
        }
        if pack
            .transitions_from(&now_in.state)
            .any(|t| t.act == act && !t.by.contains(&self.actor.role))
        {
            return Err(Refusal::NotYours {
                act: act.as_str().to_owned(),
            });
        }
        let ended = self.file.clocks.iter().rev().find(|c| {
            c.track == track && c.state == ClockState::Fired && c.owner == self.actor.role
        });
        match ended {
            Some(clock) => Err(Refusal::TooLate {
                ended_at: clock.due_at,
            }),
            None => Err(Refusal::NotNow {
                act: act.as_str().to_owned(),
                state: now_in.state.clone(),
            }),
        }
    }

    /// Until when a cooldown keeps a step from being taken, if one does.
    pub fn cooling(&self, track: u32, step: &Transition) -> Option<Timestamp> {
        let running = self
            .file
            .clocks
            .iter()
            .filter(|c| c.track == track && c.is_live());
        let blocks = running.filter(|c| {
            let rule = self.law.pack.clock(&c.rule);
            rule.is_some_and(|rule| step.is_blocked_by(rule))
        });
        blocks.map(|c| c.due_at).max()
    }

    /// Takes the pack's transition for an act: moves the track, starts and stops clocks, orders
    /// measures, sends letters.
    ///
    /// # Errors
    /// As [`Planner::allowed`].
    pub fn step(&mut self, track: u32, act: ActName) -> Result<(), Refusal> {
        let transition = self.allowed(track, act)?;
        self.take(track, transition);
        Ok(())
    }

    /// Takes a step as the system, for what follows by itself from somebody's act.
    ///
    /// # Errors
    /// As [`Planner::allowed`].
    pub fn step_as_system(&mut self, track: u32, act: ActName) -> Result<(), Refusal> {
        let state = self
            .file
            .track(track)
            .map(|t| t.state.clone())
            .unwrap_or_default();
        let pack: &'a Pack = self.law.pack;
        let found = pack.transition(&state, act, Role::System, &self.facts(track));
        match found {
            Some(transition) => {
                self.take(track, transition);
                Ok(())
            }
            None => Err(Refusal::NotNow {
                act: act.as_str().to_owned(),
                state,
            }),
        }
    }

    /// Takes a transition that was found before.
    pub fn take(&mut self, track: u32, transition: &'a Transition) {
        let from = self
            .file
            .track(track)
            .map(|t| t.state.clone())
            .unwrap_or_default();
        if transition.reopens {
            self.does(Effect::Reopened { track });
        }
        if let Some(to) = &transition.to {
            self.does(Effect::TrackMoved {
                track,
                from,
                to: to.clone(),
                rule: transition.id.clone(),
            });
        }
        self.plan.steps.push(StepTaken {
            track,
            rule: transition.id.clone(),
        });
        for cite in &transition.cite {
            if !self.plan.cites.contains(cite) {
                self.plan.cites.push(cite.clone());
            }
        }
        let mut started = None;
        let mut letters: Vec<(&str, &[Role])> = Vec::new();
        for effect in &transition.effects {
            match effect {
                PackEffect::Start(rule) => {
                    self.stop_clock(track, rule);
                    started = self.start_clock(track, rule).or(started);
                    // What begins while the case waits for a matter elsewhere waits with it.
                    for hold in self.holding() {
                        self.hold(track, &hold);
                    }
                }
                PackEffect::Stop(rule) => self.stop_clock(track, rule),
                PackEffect::StopAll => self.stop_all(track),
                PackEffect::Extend(rule) => started = self.extend_clock(track, rule).or(started),
                PackEffect::Toll(rule) => started = self.toll_clock(track, rule).or(started),
                PackEffect::Resume(rule) => started = self.resume_clock(track, rule).or(started),
                PackEffect::Hold(hold) => self.hold(track, hold),
                PackEffect::Release(hold) => started = self.release(track, hold).or(started),
                PackEffect::Order(order) => {
                    self.order_all(track, action_of(*order), &transition.id)
                }
                PackEffect::Conduct { of, points } => {
                    self.post_conduct(track, *of, *points, &transition.id)
                }
                PackEffect::Close(outcome) => self.does(Effect::OutcomeSet {
                    track,
                    outcome: outcome.as_str().to_owned(),
                }),
                PackEffect::Letter { kind, to } => letters.push((kind.as_str(), to)),
            }
        }
        self.reconsider(track);
        self.end_if_terminal(track);
        for (kind, roles) in letters {
            for to in self.addressees(track, roles) {
                let listings = self.listings_for(track, &to);
                if self.told_already(kind, &to, &listings) {
                    continue;
                }
                self.letter(LetterOrder {
                    kind: kind.to_owned(),
                    to,
                    track: Some(track),
                    clock: started,
                    quote: self.quote.clone(),
                    listings,
                    args: self.args.clone(),
                    page: String::new(),
                });
            }
        }
    }

    /// The listings of a track that a letter is about; a marketplace's are its own.
    fn listings_for(&self, track: u32, to: &Addressee) -> Vec<u32> {
        let market = match to {
            Addressee::Party(no) => self.file.party(*no),
            _ => None,
        };
        let market = market.filter(|party| party.role == Role::Marketplace);
        let concerns = |l: &&Listing| {
            market
                .is_none_or(|party| l.marketplace.is_none() || l.marketplace == party.organisation)
        };
        let listings = self.file.listings_of(track).filter(concerns);
        listings.map(|l| l.no).collect()
    }

    /// Whether one letter of this act tells it for all sellers together: what is missing is named once; what
    /// a marketplace has to decide on, and what it decided, stands in one list, to which `listings` are added.
    fn told_already(&mut self, kind: &str, to: &Addressee, listings: &[u32]) -> bool {
        if !matches!(kind, "need-info" | "takedown-order" | "listing-measure") {
            return false;
        }
        let told = |l: &&mut LetterOrder| l.kind == kind && l.to == *to;
        let Some(letter) = self.plan.letters.iter_mut().find(told) else {
            return false;
        };
        if kind != "need-info" {
            letter.listings.extend(listings);
        }
        true
    }

    fn end_if_terminal(&mut self, track: u32) {
        let Some(now_in) = self.file.track(track) else {
            return;
        };
        let Some(state) = self.law.pack.state(&now_in.state) else {
            return;
        };
        if !state.is_terminal() {
            return;
        }
        if now_in.outcome.is_none() {
            let outcome = state
                .outcome
                .map_or_else(|| state.id.clone(), |o| o.as_str().to_owned());
            self.does(Effect::OutcomeSet { track, outcome });
        }
        let open_offers: Vec<u32> = self
            .file
            .offers
            .iter()
            .filter(|o| o.track == track && o.state == OfferState::Open)
            .map(|o| o.no)
            .collect();
        for offer in open_offers {
            self.does(Effect::OfferClosed {
                offer,
                state: OfferState::Lapsed,
                reason: String::new(),
            });
        }
        if self.file.closed_at.is_none() && self.file.tracks.iter().all(|t| t.outcome.is_some()) {
            let outcome = self.overall_outcome();
            self.does(Effect::Closed { outcome });
        }
    }

    /// One word for the whole case: the tracks' outcome, or `mixed`.
    fn overall_outcome(&self) -> String {
        let mut outcomes = self.file.tracks.iter().filter_map(|t| t.outcome.clone());
        let first = outcomes.next().unwrap_or_default();
        if outcomes.all(|o| o == first) {
            first
        } else {
            "mixed".into()
        }
    }

    /// Parties and officials behind roles, for one track.
    pub fn addressees(&self, track: u32, roles: &[Role]) -> Vec<Addressee> {
        let mut to = Vec::new();
        for role in roles {
            match role {
                Role::Claimant => to.extend(self.file.claimant().map(|p| Addressee::Party(p.no))),
                Role::Respondent => {
                    to.extend(self.file.respondent(track).map(|p| Addressee::Party(p.no)))
                }
                Role::Marketplace => {
                    let here: Vec<_> = self
                        .file
                        .listings_of(track)
                        .filter_map(|l| l.marketplace)
                        .collect();
                    let all = here.is_empty();
                    to.extend(
                        self.file
                            .parties_of(Role::Marketplace)
                            .filter(|p| all || p.organisation.is_some_and(|o| here.contains(&o)))
                            .map(|p| Addressee::Party(p.no)),
                    );
                }
                Role::Arbitrator => to.extend(
                    self.file
                        .sitting(track)
                        .map(|s| Addressee::Account(s.account)),
                ),
                Role::CaseManager | Role::Administrator => to.push(Addressee::Registry),
                Role::System => {}
            }
        }
        to
    }

    /// Those behind the roles in all tracks, each once; whoever sits on the tribunal too, where it is named.
    pub fn everybody(&self, roles: &[Role]) -> Vec<Addressee> {
        let mut to: Vec<Addressee> = Vec::new();
        for track in self.file.tracks.iter().map(|track| track.no) {
            for addressee in self.addressees(track, roles) {
                if !to.contains(&addressee) {
                    to.push(addressee);
                }
            }
        }
        to
    }

    /// The suspensions for which the case waits on matters elsewhere.
    pub fn holding(&self) -> Vec<String> {
        self.file.holding(self.law.pack)
    }

    /// Orders an action on all listings of a track on which it would change something.
    pub fn order_all(&mut self, track: u32, action: MeasureAction, basis: &str) {
        let concerned: Vec<u32> = self
            .file
            .listings_of(track)
            .filter(|l| match action {
                MeasureAction::Restore => l.measure.is_held(),
                _ => !l.measure.is_held(),
            })
            .map(|l| l.no)
            .collect();
        for listing in concerned {
            self.does(Effect::MeasureOrdered {
                listing,
                action,
                basis: basis.to_owned(),
                reasons: None,
            });
        }
    }

    /// Where the marketplace can take a measure and can no longer refuse one, an earlier refusal is none any
    /// more: the listings wait for its decision again.
    fn reconsider(&mut self, track: u32) {
        let Some(state) = self.file.track(track).map(|t| t.state.clone()) else {
            return;
        };
        let open = |act| self.law.pack.allows(&state, act, Role::Marketplace);
        if !open(ActName::Measure) || open(ActName::Reject) {
            return;
        }
        let listings = self.file.listings_of(track);
        let refused: Vec<u32> = listings
            .filter(|listing| listing.measure == MeasureValue::Refused)
            .map(|listing| listing.no)
            .collect();
        for listing in refused {
            self.does(Effect::MeasureTaken {
                listing,
                value: MeasureValue::Live,
                reasons: None,
            });
        }
    }

    fn post_conduct(&mut self, track: u32, role: Role, points: i32, why: &str) {
        let party = match role {
            Role::Claimant => self.file.claimant().map(|p| p.no),
            _ => self.file.respondent(track).map(|p| p.no),
        };
        if let Some(party) = party {
            self.does(Effect::ConductPosted {
                party,
                points,
                why: why.to_owned(),
            });
        }
    }

    /// Gives exhibits their numbers and files them.
    pub fn file_exhibits(&mut self, exhibits: &[NewExhibit]) -> Vec<ExhibitLabel> {
        exhibits
            .iter()
            .map(|new| {
                let label = self.next_label();
                let exhibit = Exhibit {
                    label: label.clone(),
                    party: self.actor.party,
                    filed_by: self.actor.name.clone(),
                    file: new.file.clone(),
                    title: if new.title.trim().is_empty() {
                        new.file.name.clone()
                    } else {
                        new.title.trim().to_owned()
                    },
                    kind: new.kind,
                    description: new.description.trim().to_owned(),
                    claim: new.claim,
                    filed_at: self.now,
                    withdrawn: None,
                };
                self.does(Effect::ExhibitFiled { exhibit });
                label
            })
            .collect()
    }

    fn next_label(&self) -> ExhibitLabel {
        let side = self.actor.role.exhibit_side();
        let which = match self.actor.role {
            Role::Respondent | Role::Marketplace => {
                let place = self
                    .file
                    .parties_of(self.actor.role)
                    .position(|p| Some(p.no) == self.actor.party)
                    .unwrap_or(0);
                next_no(place)
            }
            _ => 1,
        };
        // Labels are never reused: withdrawn exhibits stay in the list.
        let prefix = ExhibitLabel::compose(side, which, 0)
            .as_str()
            .trim_end_matches('0')
            .to_owned();
        let taken = self
            .file
            .exhibits
            .iter()
            .filter(|e| e.label.as_str().starts_with(&prefix))
            .count();
        ExhibitLabel::compose(side, which, next_no(taken))
    }
}

/// What conditions may ask of a track, with what is at hand in this plan.
pub struct TrackFacts<'p, 'a> {
    planner: &'p Planner<'a>,
    track: u32,
}

impl Planner<'_> {
    /// What conditions may ask of a track now.
    pub fn facts(&self, track: u32) -> TrackFacts<'_, '_> {
        TrackFacts {
            planner: self,
            track,
        }
    }

    /// Whether a question of the closed list is answered yes for a track.
    pub fn holds(&self, track: u32, guard: Guard) -> bool {
        self.facts(track).guard(guard)
    }
}

impl Facts for TrackFacts<'_, '_> {
    fn guard(&self, guard: Guard) -> bool {
        let file = &self.planner.file;
        let Some(found) = file.track(self.track) else {
            return false;
        };
        let both =
            |roles: &[Role]| roles.contains(&Role::Claimant) && roles.contains(&Role::Respondent);
        match guard {
            Guard::Complete => self.planner.complete,
            Guard::BothAsked => {
                let asked = file.clocks.iter().rev().find(|c| {
                    c.track == self.track && c.state == ClockState::Running && !c.asked.is_empty()
                });
                asked.is_some_and(|c| both(&c.asked))
            }
            Guard::BothConsented => both(&found.consents),
            Guard::ConsentedFinal => found.consents.contains(&Role::Claimant),
            Guard::Restores => self.planner.restores,
            Guard::NothingOwed => !file
                .obligations
                .iter()
                .any(|o| o.track == self.track && o.state != ObligationState::Confirmed),
            Guard::ClaimantPrevails => self.planner.claimant_prevails,
        }
    }

    fn answer(&self, document: &str, field: &str) -> Option<Fact> {
        let paper = self.planner.file.paper(self.track, document)?;
        paper.filled.answers.get(field).map(|answer| answer.fact())
    }
}

/// The measure that a pack's order asks for.
const fn action_of(order: Order) -> MeasureAction {
    match order {
        Order::Hide => MeasureAction::Hide,
        Order::Remove => MeasureAction::Remove,
        Order::Restrict => MeasureAction::Restrict,
        Order::Restore => MeasureAction::Restore,
    }
}
