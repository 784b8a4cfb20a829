//! Questions a case asks its pack: which step does this act take, who may act, what does silence do.

use super::condition::Facts;
use super::pack::{
    Attestation, Clock, Document, Effect, Hold, Length, Link, Pack, Param, Phase, Source, State,
    Transition,
};
use super::words::{ActName, KeptFrom, Kind, LetterKind, LinkKind, Outcome, RetentionClass};
use crate::domain::Role;
use jiff::Timestamp;

impl Pack {
    /// The stable name.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.about.id
    }

    /// The version, `major.minor.patch`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.about.version
    }

    /// What the procedure starts with.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.about.kind
    }

    /// Whether a step of it sends letters of this kind.
    #[must_use]
    pub fn sends(&self, letter: LetterKind) -> bool {
        let is_it =
            |effect: &Effect| matches!(effect, Effect::Letter { kind, .. } if *kind == letter);
        self.transitions
            .iter()
            .any(|step| step.effects.iter().any(is_it))
    }

    /// The stages shown to people, in order.
    #[must_use]
    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    /// The state in which a case begins; none only in a pack that lint refuses.
    #[must_use]
    pub fn initial(&self) -> Option<&State> {
        self.states.first()
    }

    /// A state by name.
    #[must_use]
    pub fn state(&self, id: &str) -> Option<&State> {
        self.states.iter().find(|state| state.id == id)
    }

    /// A document by name.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// A declaration by name.
    #[must_use]
    pub fn attestation(&self, id: &str) -> Option<&Attestation> {
        self.attestations
            .iter()
            .find(|attestation| attestation.id == id)
    }

    /// The declarations that a document needs, in its order.
    pub fn attestations_of<'a>(
        &'a self,
        document: &'a Document,
    ) -> impl Iterator<Item = &'a Attestation> {
        document
            .attestations
            .iter()
            .filter_map(|id| self.attestation(id))
    }

    /// A clock by name.
    #[must_use]
    pub fn clock(&self, id: &str) -> Option<&Clock> {
        self.clocks.iter().find(|clock| clock.id == id)
    }

    /// A suspension by name.
    #[must_use]
    pub fn hold(&self, id: &str) -> Option<&Hold> {
        self.holds.iter().find(|hold| hold.id == id)
    }

    /// The least and the greatest instant until which the record of a case is kept that ended or was filed then; none
    /// where the pack does not say.
    #[must_use]
    pub fn kept_until(
        &self,
        class: RetentionClass,
        filed: Timestamp,
        closed: Timestamp,
    ) -> (Option<Timestamp>, Option<Timestamp>) {
        let rule = self.retention.iter().find(|rule| rule.class == class);
        let Some(rule) = rule.filter(|rule| rule.from != KeptFrom::TransactionCompleted) else {
            return (None, None);
        };
        let from = match rule.from {
            KeptFrom::Filed => filed,
            KeptFrom::Closed | KeptFrom::TransactionCompleted => closed,
        };
        let until = |length: Option<Length>| length.map(|length| length.after(from));
        (until(rule.min), until(rule.max))
    }

    /// Whether a suspension begins with a matter elsewhere, and not only with a step.
    #[must_use]
    pub fn is_linked(&self, hold: &str) -> bool {
        self.links
            .iter()
            .any(|link| link.hold.as_deref() == Some(hold))
    }

    /// What a matter elsewhere of this kind does to a case; none where the pack does not know the kind.
    #[must_use]
    pub fn link(&self, kind: LinkKind) -> Option<&Link> {
        self.links.iter().find(|link| link.kind == kind)
    }

    /// A source by its key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }

    /// An operator's parameter by name.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&Param> {
        self.params.get(name)
    }

    /// The place of a state's stage in the order shown to people, from 0.
    #[must_use]
    pub fn phase_index(&self, state: &str) -> Option<usize> {
        let phase = &self.state(state)?.phase;
        self.phases.iter().position(|known| known.id == *phase)
    }

    /// The step that an act by a role takes from a state: steps that name the state come before
    /// wildcards, then the order of the file decides.
    pub fn transition(
        &self,
        state: &str,
        act: ActName,
        role: Role,
        facts: &dyn Facts,
    ) -> Option<&Transition> {
        self.transitions_from(state)
            .filter(|step| step.act == act && step.by.contains(&role))
            .find(|step| step.holds(facts))
    }

    /// The step of this name that a role takes from a state.
    pub fn step(
        &self,
        state: &str,
        name: &str,
        role: Role,
        facts: &dyn Facts,
    ) -> Option<&Transition> {
        self.steps_open(state, role)
            .filter(|step| step.step() == name)
            .find(|step| step.holds(facts))
    }

    /// The steps that only this pack knows and that are open to a role in a state, conditions apart.
    pub fn steps_open<'a>(
        &'a self,
        state: &str,
        role: Role,
    ) -> impl Iterator<Item = &'a Transition> {
        self.transitions_from(state)
            .filter(move |step| step.act == ActName::Step && step.by.contains(&role))
    }

    /// Whether a step is the way that the procedure goes from a state, and not a break, an early end or a way back,
    /// which are there to be chosen. Where every way is an end, so is the one that it waits for.
    pub fn goes_on(&self, state: &str, step: &Transition) -> bool {
        let breaks = |step: &Transition| {
            let breaks = |effect: &Effect| matches!(effect, Effect::Toll(_) | Effect::Hold(_));
            step.effects.iter().any(breaks)
        };
        let leads = |step: &Transition, to_end: bool| {
            let to = step.to.as_deref().filter(|to| *to != state);
            to.is_some_and(|to| {
                !breaks(step)
                    && self.phase_index(to) >= self.phase_index(state)
                    && self.state(to).is_some_and(State::is_terminal) == to_end
            })
        };
        let mut others = self.transitions_from(state).filter(|other| {
            other.act == ActName::Step && other.by.iter().any(|role| step.by.contains(role))
        });
        leads(step, false) || (leads(step, true) && !others.any(|other| leads(other, false)))
    }

    /// Who can do what a clock waits for: whoever owns it, and the other side where the same step is open to both.
    pub fn who_acts(&self, clock: &str, owner: Role) -> Vec<Role> {
        let stops = |step: &&Transition| {
            let stops = |effect: &Effect| matches!(effect, Effect::Stop(rule) if rule == clock);
            step.act != ActName::Lapse && step.effects.iter().any(stops)
        };
        let sides = [Role::Claimant, Role::Respondent];
        let mut found = Vec::new();
        if owner != Role::System {
            found.push(owner);
        }
        if sides.contains(&owner) {
            let shared = self.transitions.iter().filter(stops);
            let shared = shared.filter(|step| step.by.contains(&owner));
            for role in shared.flat_map(|step| &step.by) {
                if sides.contains(role) && !found.contains(role) {
                    found.push(*role);
                }
            }
        }
        found
    }

    /// The step that a clock's lapse takes from a state.
    pub fn lapse_transition(
        &self,
        state: &str,
        clock: &str,
        facts: &dyn Facts,
    ) -> Option<&Transition> {
        self.transitions_from(state)
            .filter(|step| step.act == ActName::Lapse && step.clock.as_deref() == Some(clock))
            .find(|step| step.holds(facts))
    }

    /// Every step open in a state, conditions apart: those that name it, then wildcards.
    pub fn transitions_from<'a>(&'a self, state: &str) -> impl Iterator<Item = &'a Transition> {
        let name = state.to_owned();
        let named = self
            .transitions
            .iter()
            .filter(move |step| step.from.contains(&name));
        let begun = self.initial().is_some_and(|first| first.id != state);
        let anywhere = begun && self.state(state).is_some_and(|found| !found.is_terminal());
        let wild = self
            .transitions
            .iter()
            .filter(move |step| anywhere && step.from.iter().any(|from| from == "*"));
        named.chain(wild)
    }

    /// Whether some step in this state is open to the role for the act, conditions apart.
    #[must_use]
    pub fn allows(&self, state: &str, act: ActName, role: Role) -> bool {
        self.transitions_from(state)
            .any(|step| step.act == act && step.by.contains(&role))
    }

    /// The acts open to a role in a state, conditions apart, each once, in the file's order.
    #[must_use]
    pub fn acts_open(&self, state: &str, role: Role) -> Vec<ActName> {
        let mut acts = Vec::new();
        for step in self.transitions_from(state) {
            if step.by.contains(&role) && !acts.contains(&step.act) {
                acts.push(step.act);
            }
        }
        acts
    }

    /// Whether a decision made in this state binds; where every way to end it there closes the track as
    /// recommended, it only recommends.
    #[must_use]
    pub fn decision_binds(&self, state: &str) -> bool {
        let mut decided = self
            .transitions_from(state)
            .filter(|step| step.act == ActName::Decide)
            .peekable();
        let recommends = |step: &Transition| {
            let close = Effect::Close(Outcome::Recommended);
            step.effects.contains(&close)
        };
        decided.peek().is_none() || !decided.all(recommends)
    }
}

impl Transition {
    /// Whether a clock that runs keeps the step from being taken.
    #[must_use]
    pub fn is_blocked_by(&self, clock: &Clock) -> bool {
        let name = match self.act {
            ActName::Step => self.step(),
            act => act.as_str(),
        };
        clock.blocks.iter().any(|blocked| blocked == name)
    }

    /// The clocks that a step of this pack alone adds time to, where that is all it is for: it leads nowhere else.
    pub fn adds_time(&self) -> impl Iterator<Item = &str> {
        let is_for_time = self.act == ActName::Step && self.to.is_none();
        self.effects.iter().filter_map(move |effect| match effect {
            Effect::Extend(rule) if is_for_time => Some(rule.as_str()),
            _ => None,
        })
    }

    /// Whether it is a step of this pack alone, with this name.
    #[must_use]
    pub fn is_step(&self, name: &str) -> bool {
        self.act == ActName::Step && self.step() == name
    }

    /// What people call the step: the end of a text key.
    #[must_use]
    pub fn step(&self) -> &str {
        self.step_name.as_deref().unwrap_or(&self.id)
    }

    /// Whether its condition holds.
    #[must_use]
    pub fn holds(&self, facts: &dyn Facts) -> bool {
        self.when.as_ref().is_none_or(|when| when.holds(facts))
    }
}
