//! Clocks of a plan: started, lengthened, stopped for a delay, counting again, stopped for good.

use super::Planner;
use crate::domain::Role;
use crate::domain::acts::{Clock, ClockState, Effect, Outage};
use crate::domain::cases::next_no;
use crate::domain::procedures::{
    Changes, Counted, GoesOn, Length, OnHold, Settings, Unit, count_clock, zone,
};
use jiff::civil::Date;
use std::borrow::Cow;

impl Planner<'_> {
    /// Starts a clock of the pack now. Returns its number, none if the pack has no such clock or
    /// its date cannot be computed (the linter rules both out).
    pub fn start_clock(&mut self, track: u32, rule: &str) -> Option<u32> {
        let clock_rule = self.law.pack.clock(rule)?;
        let counted = count_clock(
            self.law.pack,
            rule,
            self.now,
            self.law.calendars,
            &self.settings_for(track, rule),
            &Changes::default(),
        )
        .ok()?;
        let no = next_no(self.file.clocks.len());
        let clock = Clock {
            no,
            track,
            rule: rule.to_owned(),
            owner: clock_rule.owner.unwrap_or(Role::System),
            target: !clock_rule.moves_case(),
            started_at: self.now,
            earliest_at: counted.earliest_at,
            due_at: counted.due_at,
            provisional: counted.provisional,
            derivation: counted.derivation,
            state: ClockState::Running,
            ended_at: None,
            extensions: 0,
            given: Vec::new(),
            asked: Vec::new(),
            held: None,
            outages: Vec::new(),
        };
        self.does(Effect::ClockStarted {
            clock: Box::new(clock),
        });
        Some(no)
    }

    /// Gives a running clock the time its own rule allows the acting role. `None` if it runs not,
    /// or the rule gives no more.
    pub fn extend_clock(&mut self, track: u32, rule: &str) -> Option<u32> {
        let clock = self.file.running(track, rule)?.clone();
        let (by_rule, extension) = self.law.pack.clock(rule)?.extension_of(self.actor.role)?;
        if clock.given_by(by_rule) >= extension.times {
            return None;
        }
        let more = extension
            .adds
            .length(self.law.pack, &self.file.pack.settings)?;
        let changes = Changes::of(&clock.derivation).longer(more);
        let counted = self.recount(&clock, &changes)?;
        let reason = self.quote.clone().unwrap_or_default();
        self.does(Effect::ClockExtended {
            clock: clock.no,
            by_rule,
            due_at: counted.due_at,
            derivation: Box::new(counted.derivation),
            reason,
        });
        Some(clock.no)
    }

    /// Whether the acting role may still add time to a clock that runs.
    pub fn has_more_time(&self, track: u32, rule: &str) -> bool {
        let clock = self.file.running(track, rule);
        let more = self.law.pack.clock(rule);
        let more = more.and_then(|more| more.extension_of(self.actor.role));
        clock
            .zip(more)
            .is_some_and(|(clock, (by_rule, more))| clock.given_by(by_rule) < more.times)
    }

    /// Stops counting on a running clock from today, in its zone, as its toll allows. `None` if it runs
    /// not, has no toll, or stands still already.
    pub fn toll_clock(&mut self, track: u32, rule: &str) -> Option<u32> {
        let clock = self.file.running(track, rule)?.clone();
        let toll = self.law.pack.clock(rule)?.toll.as_ref()?;
        if clock.derivation.open_toll().is_some() {
            return None;
        }
        let today = self.today_of(&clock)?;
        let changes = Changes::of(&clock.derivation).stopped(&toll.reason, today);
        let counted = self.recount(&clock, &changes)?;
        let reason = self.quote.clone().unwrap_or_default();
        self.does(Effect::ClockTolled {
            clock: clock.no,
            due_at: counted.due_at,
            derivation: Box::new(counted.derivation),
            reason,
        });
        Some(clock.no)
    }

    /// Counts again from today on a clock that stands still. `None` if it does not.
    pub fn resume_clock(&mut self, track: u32, rule: &str) -> Option<u32> {
        let clock = self.file.running(track, rule)?.clone();
        clock.derivation.open_toll()?;
        let today = self.today_of(&clock)?;
        let changes = Changes::of(&clock.derivation).going_on(today);
        let counted = self.recount(&clock, &changes)?;
        self.does(Effect::ClockResumed {
            clock: clock.no,
            due_at: counted.due_at,
            derivation: Box::new(counted.derivation),
        });
        Some(clock.no)
    }

    /// Begins a suspension: every clock that runs in the track goes on, stands still or ends, as the pack says.
    pub fn hold(&mut self, track: u32, hold: &str) {
        let pack = self.law.pack;
        let Some(hold) = pack.hold(hold) else {
            return;
        };
        let running: Vec<(u32, Option<OnHold>)> = self
            .file
            .clocks
            .iter()
            .filter(|c| c.track == track && c.state == ClockState::Running)
            .map(|c| (c.no, hold.on(&c.rule)))
            .collect();
        for (clock, on) in running {
            match on {
                Some(OnHold::Pause) => self.does(Effect::ClockHeld {
                    clock,
                    hold: hold.id.clone(),
                }),
                Some(OnHold::Stop) => self.does(Effect::ClockStopped { clock }),
                Some(OnHold::Run) | None => {}
            }
        }
    }

    /// Ends a suspension: what stood still under it goes on with what was left, or begins again. The number
    /// of the last clock that does; none if nothing stood still.
    pub fn release(&mut self, track: u32, hold: &str) -> Option<u32> {
        let goes_on = self.law.pack.hold(hold)?.resume;
        let is_held =
            |c: &&Clock| c.track == track && c.held.as_ref().is_some_and(|held| held.hold == hold);
        let held: Vec<Clock> = self.file.clocks.iter().filter(is_held).cloned().collect();
        let mut last = None;
        for clock in held {
            let released = match goes_on {
                GoesOn::Restart => {
                    self.does(Effect::ClockStopped { clock: clock.no });
                    self.start_clock(track, &clock.rule)
                }
                GoesOn::Remaining => self.go_on(&clock),
            };
            last = released.or(last);
        }
        last
    }

    fn go_on(&mut self, clock: &Clock) -> Option<u32> {
        let since = clock.held.as_ref()?.since;
        let zone = zone(&clock.derivation.zone).ok()?;
        let hold = &clock.held.as_ref()?.hold;
        let changes = Changes::of(&clock.derivation).held(
            hold,
            clock.derivation.length.unit,
            since.to_zoned(zone.clone()),
            self.now.to_zoned(zone),
        );
        let counted = self.recount(clock, &changes)?;
        self.does(Effect::ClockReleased {
            clock: clock.no,
            due_at: counted.due_at,
            earliest_at: counted.earliest_at,
            derivation: Box::new(counted.derivation),
        });
        Some(clock.no)
    }

    /// The operator's settings, with the calendar of whoever's working days the rule counts by.
    fn settings_for(&self, track: u32, rule: &str) -> Cow<'_, Settings> {
        let own = &self.file.pack.settings;
        let whose = self.law.pack.clock(rule).and_then(|clock| clock.whose());
        let country = whose.and_then(|whose| self.file.country_of(track, &whose));
        let calendar = country.and_then(|code| self.law.calendars.of_country(&code));
        match calendar {
            Some(calendar) => {
                let mut settings = own.clone();
                settings.set_calendar(calendar.id());
                Cow::Owned(settings)
            }
            None => Cow::Borrowed(own),
        }
    }

    fn today_of(&self, clock: &Clock) -> Option<Date> {
        let zone = zone(&clock.derivation.zone).ok()?;
        Some(zone.to_datetime(self.now).date())
    }

    /// A running clock counted again as it is, with the calendars of today.
    pub fn count_again(&self, clock: &Clock) -> Option<Counted> {
        self.recount(clock, &Changes::of(&clock.derivation))
    }

    /// A running clock with the time given back in which nobody could reach the service: as many of its own
    /// days as were touched by it, or hours for a clock of hours.
    pub fn count_without(&self, clock: &Clock, outage: &Outage) -> Option<Counted> {
        let zone = zone(&clock.derivation.zone).ok()?;
        let day = |at| zone.to_datetime(at).date();
        let days = day(outage.until).since(day(outage.from)).ok()?.get_days() + 1;
        let hours = outage.until.duration_since(outage.from).as_hours() + 1;
        let lost = match clock.derivation.length.unit {
            Unit::Hours => Length {
                n: u32::try_from(hours).ok()?,
                unit: Unit::Hours,
            },
            Unit::BusinessDays => Length {
                n: u32::try_from(days).ok()?,
                unit: Unit::BusinessDays,
            },
            Unit::CalendarDays | Unit::Months => Length {
                n: u32::try_from(days).ok()?,
                unit: Unit::CalendarDays,
            },
        };
        self.recount(clock, &Changes::of(&clock.derivation).longer(lost))
    }

    fn recount(&self, clock: &Clock, changes: &Changes) -> Option<Counted> {
        let mut settings = self.settings_for(clock.track, &clock.rule);
        // A date that was counted by somebody's calendar stays with it, wherever they are by now.
        if let Some(calendar) = &clock.derivation.calendar
            && self.law.calendars.get(calendar).is_some()
        {
            settings.to_mut().set_calendar(calendar);
        }
        count_clock(
            self.law.pack,
            &clock.rule,
            clock.started_at,
            self.law.calendars,
            &settings,
            changes,
        )
        .ok()
    }

    /// Stops every clock of the track that has not ended.
    pub(super) fn stop_all(&mut self, track: u32) {
        let running: Vec<u32> = self
            .file
            .clocks
            .iter()
            .filter(|c| c.track == track && c.is_live())
            .map(|c| c.no)
            .collect();
        for clock in running {
            self.does(Effect::ClockStopped { clock });
        }
    }

    /// Stops a clock of the track, if it runs or stands still.
    pub fn stop_clock(&mut self, track: u32, rule: &str) {
        let mut clocks = self.file.clocks.iter();
        let live = clocks.find(|c| c.track == track && c.rule == rule && c.is_live());
        if let Some(clock) = live.map(|c| c.no) {
            self.does(Effect::ClockStopped { clock });
        }
    }
}
