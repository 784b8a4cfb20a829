//! A procedure played by itself: the states of one track, its clocks and its letters, without a case around
//! them. Scenarios, the command line and the pages that say what happens next all play this way; that live
//! cases take the same steps is proved in the tests of `cases`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::calendar::Calendars;
use super::clocks::{Changes, CountError, count_clock};
use super::condition::Facts;
use super::derivation::Counted;
use super::pack::{Effect, Length, Pack, Transition, Whose};
use super::settings::Settings;
use super::words::{ActName, GoesOn, LetterKind, OnHold, Order, Outcome};
use crate::domain::Role;

/// Why a procedure cannot be played further.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlayError {
    /// The step is not open there, or not to that role, or its condition does not hold.
    #[error("`{act}` is not open to {role} in `{state}`")]
    NotOpen {
        /// The act, or the name of the step.
        act: String,
        /// By whom.
        role: &'static str,
        /// Where.
        state: String,
    },
    /// Time goes forward only.
    #[error("{0} lies before what has happened already")]
    Past(Timestamp),
    /// A date cannot be counted.
    #[error("clock `{clock}`: {fault}")]
    Count {
        /// Which clock.
        clock: String,
        /// Why.
        fault: CountError,
    },
    /// The pack has no state to begin in.
    #[error("the pack has no state to begin in")]
    Empty,
}

/// A clock that runs, or stands still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// The rule.
    pub rule: String,
    /// From when.
    pub started_at: Timestamp,
    /// Until when, and why.
    pub counted: Counted,
    /// How often it was extended under each rule of the pack.
    pub given: Vec<u32>,
    /// The suspension in which it stands still, and since when; none where it runs.
    pub held: Option<(String, Timestamp)>,
}

/// What one step did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// When.
    pub at: Timestamp,
    /// The step, by its id.
    pub step: String,
    /// By whom.
    pub by: Role,
    /// The state before.
    pub from: String,
    /// The state after.
    pub to: String,
    /// Letters, each with its addressees.
    pub letters: Vec<(LetterKind, Vec<Role>)>,
    /// What the marketplace is asked to do.
    pub orders: Vec<Order>,
    /// Clocks that the step started or gave another date.
    pub dates: Vec<(String, Counted)>,
    /// How it ended, if it did.
    pub closed: Option<Outcome>,
}

/// A procedure under way.
#[derive(Clone, Debug)]
pub struct Play<'a> {
    pack: &'a Pack,
    calendars: &'a Calendars,
    settings: Settings,
    state: String,
    clocks: Vec<Running>,
    countries: BTreeMap<String, String>,
    waiting: Vec<String>,
    now: Timestamp,
    taken: Vec<Taken>,
}

impl<'a> Play<'a> {
    /// Stands at the beginning.
    pub fn begin(
        pack: &'a Pack,
        calendars: &'a Calendars,
        settings: Settings,
        at: Timestamp,
    ) -> Result<Self, PlayError> {
        let state = pack.initial().ok_or(PlayError::Empty)?.id.clone();
        Ok(Self::at(pack, calendars, settings, &state, Vec::new(), at))
    }

    /// Stands somewhere on the way, with the clocks that run there.
    #[must_use]
    pub fn at(
        pack: &'a Pack,
        calendars: &'a Calendars,
        settings: Settings,
        state: &str,
        clocks: Vec<Running>,
        now: Timestamp,
    ) -> Self {
        Self {
            pack,
            calendars,
            settings,
            state: state.to_owned(),
            clocks,
            countries: BTreeMap::new(),
            waiting: Vec::new(),
            now,
            taken: Vec::new(),
        }
    }

    /// Says whose working days are those of which country, where a clock counts by somebody's.
    pub fn countries(&mut self, of: impl Fn(&Whose) -> Option<String>) {
        let clocks = self.pack.clocks.iter();
        self.countries = clocks
            .filter_map(|clock| Some((clock.id.clone(), of(&clock.whose()?)?)))
            .collect();
    }

    /// Says for which suspensions it waits on a matter elsewhere: clocks that begin wait too.
    pub fn waits(&mut self, holds: Vec<String>) {
        self.waiting = holds;
    }

    /// The state it stands in.
    #[must_use]
    pub fn state(&self) -> &str {
        &self.state
    }

    /// The time of the last step.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Everything that happened, in order.
    #[must_use]
    pub fn taken(&self) -> &[Taken] {
        &self.taken
    }

    /// The clocks that run.
    #[must_use]
    pub fn clocks(&self) -> &[Running] {
        &self.clocks
    }

    /// Whether it has ended.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.pack
            .state(&self.state)
            .is_none_or(super::pack::State::is_terminal)
    }

    /// The steps open now, conditions apart; without lapses.
    pub fn open(&self) -> impl Iterator<Item = &'a Transition> {
        let running = self.clocks.iter();
        let running: Vec<_> = running.filter_map(|c| self.pack.clock(&c.rule)).collect();
        self.pack
            .transitions_from(&self.state)
            .filter(|step| step.act != ActName::Lapse)
            .filter(move |step| !running.iter().any(|clock| step.is_blocked_by(clock)))
    }

    /// Somebody acts; whatever runs out before happens first.
    ///
    /// # Errors
    /// [`PlayError::NotOpen`] where the procedure does not allow it; dates that cannot be counted.
    pub fn act(
        &mut self,
        at: Timestamp,
        role: Role,
        act: ActName,
        step: Option<&str>,
        facts: &dyn Facts,
    ) -> Result<(), PlayError> {
        self.until(at, facts)?;
        let pack = self.pack;
        let found = match step {
            Some(name) => pack.step(&self.state, name, role, facts),
            None => pack.transition(&self.state, act, role, facts),
        };
        let not_open = || PlayError::NotOpen {
            act: step.unwrap_or(act.as_str()).to_owned(),
            role: role.as_str(),
            state: self.state.clone(),
        };
        let found = found.ok_or_else(not_open)?;
        let clocks = self
            .clocks
            .iter()
            .filter_map(|clock| pack.clock(&clock.rule));
        if clocks.into_iter().any(|clock| found.is_blocked_by(clock)) {
            return Err(not_open());
        }
        // A step that is there to add time is not open once there is none to add.
        let mut adds = found.adds_time().peekable();
        if adds.peek().is_some() && adds.all(|rule| self.more_time(rule, role).is_none()) {
            return Err(not_open());
        }
        self.take(found, role)
    }

    /// Takes a step that is known to be open.
    ///
    /// # Errors
    /// Dates that cannot be counted.
    pub fn take(&mut self, step: &Transition, role: Role) -> Result<(), PlayError> {
        let mut taken = Taken {
            at: self.now,
            step: step.id.clone(),
            by: role,
            from: self.state.clone(),
            to: step.to.clone().unwrap_or_else(|| self.state.clone()),
            letters: Vec::new(),
            orders: Vec::new(),
            dates: Vec::new(),
            closed: None,
        };
        self.state.clone_from(&taken.to);
        for effect in &step.effects {
            match effect {
                Effect::Start(rule) => {
                    self.clocks.retain(|clock| clock.rule != *rule);
                    let counted = self.count(rule, self.now, &Changes::default())?;
                    taken.dates.push((rule.clone(), counted.clone()));
                    self.clocks.push(Running {
                        rule: rule.clone(),
                        started_at: self.now,
                        counted,
                        given: Vec::new(),
                        held: None,
                    });
                    for hold in self.waiting.clone() {
                        self.hold(&hold);
                    }
                }
                Effect::Stop(rule) => self.clocks.retain(|clock| clock.rule != *rule),
                Effect::StopAll => self.clocks.clear(),
                Effect::Extend(rule) => {
                    if let Some((by_rule, more)) = self.more_time(rule, role) {
                        self.change(rule, &mut taken, |changes, _| changes.longer(more))?;
                        if let Some(clock) = self.clocks.iter_mut().find(|c| c.rule == *rule) {
                            clock.given.resize(clock.given.len().max(by_rule + 1), 0);
                            clock.given[by_rule] += 1;
                        }
                    }
                }
                Effect::Toll(rule) => {
                    let toll = self.pack.clock(rule).and_then(|c| c.toll.as_ref());
                    let stands = self.running(rule).is_some_and(Running::stands_still);
                    if let Some(toll) = toll.filter(|_| !stands) {
                        self.change(rule, &mut taken, |changes, today| {
                            changes.stopped(&toll.reason, today)
                        })?;
                    }
                }
                Effect::Resume(rule) => {
                    if self.running(rule).is_some_and(Running::stands_still) {
                        self.change(rule, &mut taken, Changes::going_on)?;
                    }
                }
                Effect::Hold(hold) => self.hold(hold),
                Effect::Release(hold) => self.release(hold, &mut taken)?,
                Effect::Order(order) => taken.orders.push(*order),
                Effect::Conduct { .. } => {}
                Effect::Close(outcome) => taken.closed = Some(*outcome),
                Effect::Letter { kind, to } => taken.letters.push((*kind, to.clone())),
            }
        }
        self.taken.push(taken);
        Ok(())
    }

    /// Lets time pass: every clock that runs out before has its effect, the soonest first.
    ///
    /// # Errors
    /// [`PlayError::Past`] for an instant that has passed; dates that cannot be counted.
    pub fn until(&mut self, at: Timestamp, facts: &dyn Facts) -> Result<(), PlayError> {
        if at < self.now {
            return Err(PlayError::Past(at));
        }
        while let Some(clock) = self.soonest().filter(|clock| clock.counted.due_at < at) {
            let (rule, due_at) = (clock.rule.clone(), clock.counted.due_at);
            self.run_out(&rule, due_at, facts)?;
        }
        self.now = at;
        Ok(())
    }

    /// Nobody acts until the soonest deadline has had its effect. False where no deadline runs.
    ///
    /// # Errors
    /// Dates that cannot be counted.
    pub fn silence(&mut self, facts: &dyn Facts) -> Result<bool, PlayError> {
        let running = self.clocks.iter().filter(|clock| clock.held.is_none());
        let next = running.filter(|clock| self.moves(clock));
        let Some(due_at) = next.map(|clock| clock.counted.due_at).min() else {
            return Ok(false);
        };
        self.until(due_at + SignedDuration::from_secs(1), facts)?;
        Ok(true)
    }

    /// Drops clocks that have run out already.
    pub fn forget(&mut self, is_over: impl Fn(&str) -> bool) {
        self.clocks.retain(|clock| !is_over(&clock.rule));
    }

    /// Whether a clock runs whose end takes a step.
    #[must_use]
    pub fn has_deadline(&self) -> bool {
        let mut running = self.clocks.iter().filter(|clock| clock.held.is_none());
        running.any(|clock| self.moves(clock))
    }

    fn moves(&self, clock: &Running) -> bool {
        self.pack
            .clock(&clock.rule)
            .is_some_and(super::pack::Clock::moves_case)
    }

    fn soonest(&self) -> Option<&Running> {
        let running = self.clocks.iter().filter(|clock| clock.held.is_none());
        running.min_by_key(|clock| clock.counted.due_at)
    }

    fn hold(&mut self, hold: &str) {
        let Some(hold) = self.pack.hold(hold) else {
            return;
        };
        let on = |clock: &Running| hold.on(&clock.rule).filter(|_| clock.held.is_none());
        self.clocks.retain(|clock| on(clock) != Some(OnHold::Stop));
        let since = self.now;
        for clock in &mut self.clocks {
            if on(clock) == Some(OnHold::Pause) {
                clock.held = Some((hold.id.clone(), since));
            }
        }
    }

    fn release(&mut self, hold: &str, taken: &mut Taken) -> Result<(), PlayError> {
        let Some(hold) = self.pack.hold(hold) else {
            return Ok(());
        };
        let is_held = |clock: &&Running| matches!(&clock.held, Some((of, _)) if *of == hold.id);
        let held: Vec<Running> = self.clocks.iter().filter(is_held).cloned().collect();
        for clock in held {
            let Running { rule, .. } = &clock;
            let zone = super::clocks::zone(&clock.counted.derivation.zone);
            let zone = zone.map_err(|fault| PlayError::Count {
                clock: rule.clone(),
                fault,
            })?;
            let (from, changes) = match (hold.resume, &clock.held) {
                (GoesOn::Remaining, Some((id, since))) => {
                    let changes = Changes::of(&clock.counted.derivation);
                    let unit = clock.counted.derivation.length.unit;
                    let (since, until) = (since.to_zoned(zone.clone()), self.now.to_zoned(zone));
                    (clock.started_at, changes.held(id, unit, since, until))
                }
                _ => (self.now, Changes::default()),
            };
            let counted = self.count(rule, from, &changes)?;
            taken.dates.push((rule.clone(), counted.clone()));
            if let Some(running) = self.clocks.iter_mut().find(|c| c.rule == *rule) {
                running.counted = counted;
                running.started_at = from;
                running.held = None;
                if hold.resume == GoesOn::Restart {
                    running.given.clear();
                }
            }
        }
        Ok(())
    }

    /// The clock of a rule, if it runs.
    #[must_use]
    pub fn running(&self, rule: &str) -> Option<&Running> {
        self.clocks.iter().find(|clock| clock.rule == rule)
    }

    /// What a role may still add to a running clock, and under which of its rules.
    fn more_time(&self, rule: &str, role: Role) -> Option<(usize, Length)> {
        let running = self.running(rule)?;
        let (by_rule, more) = self.pack.clock(rule)?.extension_of(role)?;
        let given = running.given.get(by_rule).copied().unwrap_or(0);
        let adds = more.adds.length(self.pack, &self.settings)?;
        (given < more.times).then_some((by_rule, adds))
    }

    fn run_out(
        &mut self,
        rule: &str,
        due_at: Timestamp,
        facts: &dyn Facts,
    ) -> Result<(), PlayError> {
        let pack = self.pack;
        let moves = self.running(rule).is_some_and(|clock| self.moves(clock));
        self.clocks.retain(|clock| clock.rule != rule);
        self.now = due_at + SignedDuration::from_secs(1);
        match pack.lapse_transition(&self.state, rule, facts) {
            Some(step) if moves => self.take(step, Role::System),
            _ => Ok(()),
        }
    }

    fn count(&self, rule: &str, from: Timestamp, changes: &Changes) -> Result<Counted, PlayError> {
        let mut settings = Cow::Borrowed(&self.settings);
        let country = self.countries.get(rule);
        if let Some(calendar) = country.and_then(|code| self.calendars.of_country(code)) {
            settings.to_mut().set_calendar(calendar.id());
        }
        count_clock(self.pack, rule, from, self.calendars, &settings, changes).map_err(|fault| {
            PlayError::Count {
                clock: rule.to_owned(),
                fault,
            }
        })
    }

    /// Counts a running clock again with something changed.
    fn change(
        &mut self,
        rule: &str,
        taken: &mut Taken,
        change: impl FnOnce(Changes, Date) -> Changes,
    ) -> Result<(), PlayError> {
        let Some(clock) = self.running(rule).cloned() else {
            return Ok(());
        };
        let count_fault = |fault| PlayError::Count {
            clock: rule.to_owned(),
            fault,
        };
        let zone = super::clocks::zone(&clock.counted.derivation.zone).map_err(count_fault)?;
        let today = zone.to_datetime(self.now).date();
        let changes = change(Changes::of(&clock.counted.derivation), today);
        let counted = self.count(rule, clock.started_at, &changes)?;
        taken.dates.push((rule.to_owned(), counted.clone()));
        if let Some(running) = self.clocks.iter_mut().find(|clock| clock.rule == rule) {
            running.counted = counted;
        }
        Ok(())
    }
}

impl Running {
    fn stands_still(&self) -> bool {
        self.counted.derivation.open_toll().is_some()
    }
}
