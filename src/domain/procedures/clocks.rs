//! Counting: an instant, a rule, a zone and a calendar give a due date and its derivation.
//!
//! Conventions. The day of the event is left out unless the rule says otherwise. A length in days ends
//! with its last day: `due_at` is the last second that is in time, one second before the next local day
//! (or before the cutoff), so days of 23 or 25 hours need no care. Added time continues from the day
//! before any roll, and the roll is applied once, at the end. Hours are elapsed hours.

use std::sync::LazyLock;

use jiff::civil::{Date, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Span, Timestamp, Zoned};

use super::calendar::{Calendar, Calendars, Day};
use super::derivation::{Chosen, Counted, Derivation, Step, Tolled, Why};
use super::pack::{Clock, Length, Pack, Span as Lasting};
use super::settings::Settings;
use super::words::{Roll, Unit};

/// The time-zone data that comes with the program, so that every machine counts alike.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// The most days one count may look at, holidays and tolled time included: about thirty years.
const MOST_DAYS: u32 = 11_000;

/// Why a date cannot be counted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    /// The pack has no such clock.
    #[error("the pack has no clock `{0}`")]
    UnknownClock(String),
    /// The pack has no such parameter.
    #[error("the pack has no parameter `{0}`")]
    UnknownParam(String),
    /// An operator's value is outside the pack's range.
    #[error("`{name}` is {value}, which is not between {min} and {max}")]
    OutsideRange {
        /// The parameter.
        name: String,
        /// The value set.
        value: u32,
        /// Least value allowed.
        min: u32,
        /// Greatest value allowed.
        max: u32,
    },
    /// No calendar of that name is loaded.
    #[error("no calendar `{0}` is loaded")]
    UnknownCalendar(String),
    /// The zone data has no such zone.
    #[error("no time zone `{0}` is known")]
    UnknownZone(String),
    /// The cutoff is not a time of day.
    #[error("the cutoff `{0}` is not a time of day such as 17:00 or 24:00")]
    BadCutoff(String),
    /// Hours were joined with days, or delay that is not counted with months.
    #[error("these units of time cannot be joined in one count")]
    MixedUnits,
    /// Tolled time has no end and the clock no cap.
    #[error("time stopped counting without an end, and the clock has no cap")]
    OpenToll,
    /// The date lies outside of what can be represented or sensibly counted.
    #[error("the date is out of reach")]
    OutOfReach,
}

/// What changed a clock while it ran.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Time added, in order.
    pub extensions: Vec<Length>,
    /// Delay that is not counted.
    pub tolls: Vec<Tolled>,
}

impl Changes {
    /// What changed the count that a derivation explains.
    #[must_use]
    pub fn of(derivation: &Derivation) -> Self {
        Self {
            extensions: derivation.extensions.clone(),
            tolls: derivation.tolls.clone(),
        }
    }

    /// The same with more time added.
    #[must_use]
    pub fn longer(mut self, by: Length) -> Self {
        self.extensions.push(by);
        self
    }

    /// The same with time stopped from a day on.
    #[must_use]
    pub fn stopped(mut self, reason: &str, from: Date) -> Self {
        self.tolls.push(Tolled {
            reason: reason.to_owned(),
            from,
            until: None,
        });
        self
    }

    /// The same with a suspension left out that has ended: the days on which it held, of a clock that counts
    /// days; as many more hours or days of a clock that counts hours or months.
    #[must_use]
    pub fn held(mut self, hold: &str, unit: Unit, from: Zoned, until: Zoned) -> Self {
        let days = (until.date() - from.date()).get_days();
        let more = match unit {
            Unit::CalendarDays | Unit::BusinessDays => {
                if let (true, Ok(last)) = (days > 0, until.date().yesterday()) {
                    self.tolls.push(Tolled {
                        reason: hold.to_owned(),
                        from: from.date(),
                        until: Some(last),
                    });
                }
                return self;
            }
            Unit::Hours => {
                // A part of an hour is an hour: nobody gets less than was taken.
                let seconds = until.timestamp().duration_since(from.timestamp()).as_secs();
                (seconds.max(0) + 3_599) / 3_600
            }
            Unit::Months => i64::from(days),
        };
        let unit = if unit == Unit::Months {
            Unit::CalendarDays
        } else {
            unit
        };
        match u32::try_from(more) {
            Ok(n) if n > 0 => self.longer(Length { n, unit }),
            _ => self,
        }
    }

    /// The same with time counting again from a day on. A stretch of no day leaves no trace.
    #[must_use]
    pub fn going_on(mut self, from: Date) -> Self {
        self.tolls.retain_mut(|toll| {
            if toll.until.is_some() {
                return true;
            }
            toll.until = from.yesterday().ok();
            toll.until.is_some_and(|until| until >= toll.from)
        });
        self
    }
}

/// A clock with its numbers settled: parameters set, zone known.
#[derive(Clone, Debug)]
pub struct Rule<'a> {
    clock: &'a Clock,
    length: Length,
    earliest: Option<Length>,
    /// The reason for which the clock may be stopped, and the most it may last with that.
    cap: Option<(&'a str, Length)>,
    chosen: Option<Chosen>,
    zone_name: String,
    zone: TimeZone,
}

impl<'a> Rule<'a> {
    /// Settles a clock of a pack with an operator's settings.
    pub fn settle(pack: &'a Pack, clock: &str, settings: &Settings) -> Result<Self, CountError> {
        let clock = pack
            .clock(clock)
            .ok_or_else(|| CountError::UnknownClock(clock.to_owned()))?;
        let (length, earliest) = match &clock.span {
            Lasting::Fixed(length) => (*length, None),
            Lasting::Param(name) => (settings.length(pack, name)?, None),
            Lasting::Window { min, max } => (*max, Some(*min)),
        };
        let chosen = match &clock.span {
            Lasting::Param(name) => settings.chosen(pack, name),
            Lasting::Fixed(_) | Lasting::Window { .. } => None,
        };
        let cap = match &clock.toll {
            Some(toll) => {
                let length = toll.cap.length(pack, settings).ok_or_else(|| {
                    CountError::UnknownParam(format!("{}: cap of the toll", clock.id))
                })?;
                Some((toll.reason.as_str(), length))
            }
            None => None,
        };
        let zone_name = settings
            .zone()
            .or(clock.zone.as_deref())
            .unwrap_or(&pack.about.zone)
            .to_owned();
        let zone = zone(&zone_name)?;
        Ok(Self {
            clock,
            length,
            earliest,
            cap,
            chosen,
            zone_name,
            zone,
        })
    }

    /// The length counted, extensions apart; of a window, the latest end.
    #[must_use]
    pub fn length(&self) -> Length {
        self.length
    }
}

/// A time zone by its IANA name, from the data that comes with the program.
pub fn zone(name: &str) -> Result<TimeZone, CountError> {
    ZONES
        .get(name)
        .map_err(|_| CountError::UnknownZone(name.to_owned()))
}

/// Counts a clock of a pack from an instant: the usual way in.
pub fn count_clock(
    pack: &Pack,
    clock: &str,
    anchor_at: Timestamp,
    calendars: &Calendars,
    settings: &Settings,
    changes: &Changes,
) -> Result<Counted, CountError> {
    let rule = Rule::settle(pack, clock, settings)?;
    let name = settings
        .calendar()
        .unwrap_or_else(|| rule.clock.own_calendar());
    let calendar = calendars
        .get(name)
        .ok_or_else(|| CountError::UnknownCalendar(name.to_owned()))?;
    count(&rule, anchor_at, calendar, changes)
}

/// Counts a settled rule from an instant with a given calendar (a third party's, for instance).
pub fn count(
    rule: &Rule<'_>,
    anchor_at: Timestamp,
    calendar: &Calendar,
    changes: &Changes,
) -> Result<Counted, CountError> {
    if rule.length.unit == Unit::Hours {
        return count_hours(rule, anchor_at, changes);
    }
    let mut run = latest(rule, anchor_at, calendar, changes)?;
    run.roll(rule.clock.roll)?;
    let earliest_at = match rule.earliest {
        Some(length) => Some(opening(rule, anchor_at, calendar, length, &changes.tolls)?),
        None => None,
    };
    let due_on = run.cursor;
    let due_at = end_of(due_on, &rule.clock.cutoff, &rule.zone)?;
    let Run {
        steps,
        first_day,
        asked,
        provisional,
        ..
    } = run;
    let mut derivation = derivation(rule, anchor_at, first_day, steps, changes);
    if asked {
        derivation.calendar = Some(calendar.id().to_owned());
        derivation.calendar_version = Some(calendar.version().to_owned());
    }
    derivation.provisional = provisional;
    Ok(Counted {
        due_at,
        due_on,
        earliest_at,
        provisional,
        derivation,
    })
}

/// The last day of a rule before any roll, tolled time and its cap included.
fn latest<'a>(
    rule: &Rule<'_>,
    anchor_at: Timestamp,
    calendar: &'a Calendar,
    changes: &Changes,
) -> Result<Run<'a>, CountError> {
    // The cap is for the clock's own delay; what a suspension of the whole case took is not counted against it.
    let is_own = |toll: &Tolled| rule.cap.is_some_and(|(reason, _)| reason == toll.reason);
    let (own, suspended): (Vec<Tolled>, Vec<Tolled>) =
        changes.tolls.iter().cloned().partition(is_own);
    let cap = rule.cap.filter(|_| !own.is_empty());
    let is_open = changes.tolls.iter().any(|toll| toll.until.is_none());
    let run = |tolls: &[Tolled]| -> Result<Run<'a>, CountError> {
        let mut run = Run::start(rule, anchor_at, calendar, tolls)?;
        // Months before working days before plain ones, so that the order of asking makes no difference;
        // months in one sum, so that a short one in between takes no day away.
        let mut extensions = changes.extensions.clone();
        extensions.sort_by_key(|length| std::cmp::Reverse(length.unit));
        if rule.length.unit == Unit::Months {
            let is_months = |length: &&Length| length.unit == Unit::Months;
            let more: u32 = extensions
                .iter()
                .filter(is_months)
                .map(|length| length.n)
                .sum();
            extensions.retain(|length| length.unit != Unit::Months);
            run.months(rule, rule.length.n.saturating_add(more))?;
        } else {
            run.days(rule.length, |n| Why::Counted { n })?;
        }
        for extension in extensions {
            run.days(extension, |n| Why::Extension { n })?;
        }
        Ok(run)
    };
    let capped = match cap {
        Some((_, cap)) => {
            let mut limit = Run::start(rule, anchor_at, calendar, &suspended)?;
            limit.days(cap, |n| Why::Counted { n })?;
            let (n, unit) = (cap.n, cap.unit);
            limit.push(limit.cursor, false, Why::Capped { n, unit });
            // A delay never makes the time shorter than it was without one.
            let untolled = run(&suspended)?;
            Some(if untolled.cursor > limit.cursor {
                untolled
            } else {
                limit
            })
        }
        None => None,
    };
    if is_open {
        return capped.ok_or(CountError::OpenToll);
    }
    let run = run(&changes.tolls)?;
    Ok(match capped {
        Some(limit) if limit.cursor < run.cursor => limit,
        _ => run,
    })
}

/// The first instant of the first day on which a window is open.
fn opening(
    rule: &Rule<'_>,
    anchor_at: Timestamp,
    calendar: &Calendar,
    length: Length,
    tolls: &[Tolled],
) -> Result<Timestamp, CountError> {
    let mut run = Run::start(rule, anchor_at, calendar, tolls)?;
    match length.unit {
        Unit::Hours => return Err(CountError::MixedUnits),
        Unit::Months => run.months(rule, length.n)?,
        Unit::CalendarDays | Unit::BusinessDays => run.days(length, |n| Why::Counted { n })?,
    }
    start_of(run.cursor, &rule.zone)
}

fn count_hours(
    rule: &Rule<'_>,
    anchor_at: Timestamp,
    changes: &Changes,
) -> Result<Counted, CountError> {
    if !changes.tolls.is_empty() {
        return Err(CountError::MixedUnits);
    }
    let mut hours = i64::from(rule.length.n);
    for extension in &changes.extensions {
        if extension.unit != Unit::Hours {
            return Err(CountError::MixedUnits);
        }
        hours += i64::from(extension.n);
    }
    let after = |hours: i64| {
        anchor_at
            .checked_add(SignedDuration::from_hours(hours))
            .map_err(|_| CountError::OutOfReach)
    };
    let earliest_at = match rule.earliest {
        Some(Length {
            n,
            unit: Unit::Hours,
        }) => Some(after(i64::from(n))?),
        Some(_) => return Err(CountError::MixedUnits),
        None => None,
    };
    let due_at = after(hours)?;
    let due_on = rule.zone.to_datetime(due_at).date();
    let n = u32::try_from(hours).map_err(|_| CountError::OutOfReach)?;
    let end = Step {
        date: due_on,
        counted: true,
        why: Why::HoursEnd { n },
    };
    let first_day = rule.zone.to_datetime(anchor_at).date();
    let derivation = derivation(rule, anchor_at, first_day, vec![end], changes);
    Ok(Counted {
        due_at,
        due_on,
        earliest_at,
        provisional: false,
        derivation,
    })
}

fn derivation(
    rule: &Rule<'_>,
    anchor_at: Timestamp,
    first_day: Date,
    steps: Vec<Step>,
    changes: &Changes,
) -> Derivation {
    Derivation {
        clock: rule.clock.id.clone(),
        anchor: rule.clock.anchor.clone(),
        anchor_at,
        zone: rule.zone_name.clone(),
        length: rule.length,
        earliest: rule.earliest,
        first_day,
        steps,
        cutoff: rule.clock.cutoff.clone(),
        extensions: changes.extensions.clone(),
        tolls: changes.tolls.clone(),
        chosen: rule.chosen.clone(),
        cites: rule.clock.cite.clone(),
        calendar: None,
        calendar_version: None,
        provisional: false,
    }
}

/// A count under way, day by day.
struct Run<'a> {
    calendar: &'a Calendar,
    tolls: Vec<Tolled>,
    /// The last day looked at.
    cursor: Date,
    first_day: Date,
    steps: Vec<Step>,
    asked: bool,
    provisional: bool,
}

impl<'a> Run<'a> {
    fn start(
        rule: &Rule<'_>,
        anchor_at: Timestamp,
        calendar: &'a Calendar,
        tolls: &[Tolled],
    ) -> Result<Self, CountError> {
        let day = rule.zone.to_datetime(anchor_at).date();
        let mut run = Self {
            calendar,
            tolls: tolls.to_vec(),
            cursor: day,
            first_day: day,
            steps: Vec::new(),
            asked: false,
            provisional: false,
        };
        if rule.clock.exclude_first {
            run.push(day, false, Why::ExcludedFirstDay);
            run.first_day = next(day)?;
        } else {
            run.cursor = day.yesterday().map_err(|_| CountError::OutOfReach)?;
        }
        Ok(run)
    }

    /// Counts on by a length in days.
    fn days(&mut self, length: Length, name: impl Fn(u32) -> Why) -> Result<(), CountError> {
        let mut n = 0;
        for _ in 0..MOST_DAYS {
            if n == length.n {
                return Ok(());
            }
            self.cursor = next(self.cursor)?;
            let skip = self.skip(length.unit)?;
            if let Some(why) = skip {
                self.push(self.cursor, false, why);
                continue;
            }
            n += 1;
            let is_swap = length.unit == Unit::BusinessDays
                && self.calendar.day(self.cursor) == Day::SwapWorking;
            let why = if is_swap {
                Why::SwapWorkingDay { n }
            } else {
                name(n)
            };
            self.push(self.cursor, true, why);
        }
        Err(CountError::OutOfReach)
    }

    /// Goes to the day of the same number so many months on, or to the last day of that month. Where the day
    /// of the event counts, the day before that one is the last.
    fn months(&mut self, rule: &Rule<'_>, n: u32) -> Result<(), CountError> {
        if !self.tolls.is_empty() {
            return Err(CountError::MixedUnits);
        }
        let from = if rule.clock.exclude_first {
            self.cursor
        } else {
            next(self.cursor)?
        };
        let whole = i32::try_from(n).map_err(|_| CountError::OutOfReach)?;
        let end = from
            .checked_add(
                Span::new()
                    .try_months(whole)
                    .map_err(|_| CountError::OutOfReach)?,
            )
            .map_err(|_| CountError::OutOfReach)?;
        self.cursor = if rule.clock.exclude_first {
            end
        } else {
            end.yesterday().map_err(|_| CountError::OutOfReach)?
        };
        self.push(self.cursor, true, Why::MonthsEnd { n });
        Ok(())
    }

    /// Why the day under the cursor does not count, if it does not.
    fn skip(&mut self, unit: Unit) -> Result<Option<Why>, CountError> {
        let date = self.cursor;
        let toll = self
            .tolls
            .iter()
            .find(|toll| toll.from <= date && toll.until.is_none_or(|until| date <= until));
        if let Some(toll) = toll {
            return Ok(Some(Why::Tolled {
                reason: toll.reason.clone(),
            }));
        }
        match unit {
            Unit::CalendarDays => Ok(None),
            Unit::BusinessDays => Ok(self.day_off(date)),
            Unit::Hours | Unit::Months => Err(CountError::MixedUnits),
        }
    }

    /// Asks the calendar; remembers that it was asked, and whether it could know.
    fn day_off(&mut self, date: Date) -> Option<Why> {
        self.asked = true;
        self.provisional |= !self.calendar.knows(date);
        match self.calendar.day(date) {
            Day::Working | Day::SwapWorking => None,
            Day::Weekend => Some(Why::Weekend),
            Day::Holiday(holiday) => Some(Why::Holiday {
                name: self
                    .calendar
                    .holiday_name(&holiday.key, "en")
                    .unwrap_or(&holiday.key)
                    .to_owned(),
                key: holiday.key,
                observed: holiday.observed,
            }),
        }
    }

    /// Moves the end off a day that is not a working day; the reasons stay in the steps.
    fn roll(&mut self, roll: Roll) -> Result<(), CountError> {
        if roll == Roll::None {
            return Ok(());
        }
        let from = self.cursor;
        for _ in 0..MOST_DAYS {
            let blocks = match self.day_off(self.cursor) {
                Some(Why::Weekend) if roll == Roll::AfterHoliday => None,
                other => other,
            };
            let Some(why) = blocks else {
                if self.cursor != from {
                    self.push(self.cursor, false, Why::Rolled { from });
                }
                return Ok(());
            };
            self.push(self.cursor, false, why);
            self.cursor = next(self.cursor)?;
        }
        Err(CountError::OutOfReach)
    }

    fn push(&mut self, date: Date, counted: bool, why: Why) {
        self.steps.push(Step { date, counted, why });
    }
}

fn next(date: Date) -> Result<Date, CountError> {
    date.tomorrow().map_err(|_| CountError::OutOfReach)
}

/// The first instant of a local day: midnight, or the first moment after a gap.
fn start_of(date: Date, zone: &TimeZone) -> Result<Timestamp, CountError> {
    date.to_zoned(zone.clone())
        .map(|start| start.timestamp())
        .map_err(|_| CountError::OutOfReach)
}

/// The last second of a local day, or the last before its cutoff.
fn end_of(date: Date, cutoff: &str, zone: &TimeZone) -> Result<Timestamp, CountError> {
    let end = if cutoff == "24:00" {
        start_of(next(date)?, zone)?
    } else {
        let time: Time = cutoff
            .parse()
            .map_err(|_| CountError::BadCutoff(cutoff.to_owned()))?;
        zone.to_ambiguous_timestamp(date.to_datetime(time))
            .compatible()
            .map_err(|_| CountError::OutOfReach)?
    };
    end.checked_sub(SignedDuration::from_secs(1))
        .map_err(|_| CountError::OutOfReach)
}

#[cfg(test)]
mod tests;
