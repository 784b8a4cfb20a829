//! Calendars of working days: dated, sourced data with a horizon. A date beyond the horizon is
//! answered by weekends alone and marked provisional by whoever counts with it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

/// Why a calendar cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// The file is not a calendar.
    #[error("calendar {name}: {fault}")]
    Unreadable {
        /// Which file.
        name: &'static str,
        /// What the reader said.
        fault: String,
    },
    /// A day names a holiday that the file does not define.
    #[error("calendar {calendar}: {on} has the unknown name `{name}`; define it under [names]")]
    UnknownName {
        /// Which calendar.
        calendar: String,
        /// The day.
        on: Date,
        /// The name used.
        name: String,
    },
    /// A year holds a day of another year, or the same day twice.
    #[error("calendar {calendar}: {on} does not belong there; list each day once, in its own year")]
    Misplaced {
        /// Which calendar.
        calendar: String,
        /// The day.
        on: Date,
    },
}

/// A day off with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Key of the name within the calendar.
    pub key: String,
    /// Whether the day stands in for a holiday that fell on a weekend.
    pub observed: bool,
}

/// What a calendar says about a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Day {
    /// An ordinary working day.
    Working,
    /// A weekend day made a working day by the yearly swap.
    SwapWorking,
    /// A weekend.
    Weekend,
    /// A public holiday.
    Holiday(Holiday),
}

impl Day {
    /// Whether work is done on it.
    #[must_use]
    pub fn is_working(&self) -> bool {
        matches!(self, Self::Working | Self::SwapWorking)
    }
}

/// One calendar, read and checked.
#[derive(Clone, Debug)]
pub struct Calendar {
    id: String,
    version: String,
    country: Option<String>,
    /// The days of the weekend, each list from its day on; the first has none.
    weekends: Vec<(Date, Vec<Weekday>)>,
    known_from: Option<Date>,
    known_until: Option<Date>,
    names: BTreeMap<String, BTreeMap<String, String>>,
    off: BTreeMap<Date, Holiday>,
    work: BTreeSet<Date>,
    sources: BTreeMap<i16, YearSource>,
}

/// Where a year's days come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearSource {
    /// The instrument.
    pub title: String,
    /// Where it can be read.
    pub url: Option<String>,
}

impl Calendar {
    /// Reads a calendar from its TOML text.
    pub fn parse(name: &'static str, text: &str) -> Result<Self, CalendarError> {
        let file: CalendarFile =
            toml::from_str(text).map_err(|fault| CalendarError::Unreadable {
                name,
                fault: fault.to_string(),
            })?;
        let mut calendar = Self {
            country: file.country,
            weekends: std::iter::once((Date::MIN, weekdays(&file.weekend)))
                .chain(
                    file.changes
                        .iter()
                        .map(|change| (change.from, weekdays(&change.days))),
                )
                .collect(),
            id: file.id,
            version: file.version,
            known_from: file.known_from,
            known_until: file.known_until,
            names: file.names,
            off: BTreeMap::new(),
            work: BTreeSet::new(),
            sources: BTreeMap::new(),
        };
        if let Some([_, late]) = calendar
            .weekends
            .array_windows()
            .find(|[one, next]| one.0 >= next.0)
        {
            return Err(CalendarError::Misplaced {
                calendar: calendar.id,
                on: late.0,
            });
        }
        for year in file.years {
            calendar.add(year)?;
        }
        Ok(calendar)
    }

    fn add(&mut self, year: YearFile) -> Result<(), CalendarError> {
        let misplaced = |on| CalendarError::Misplaced {
            calendar: self.id.clone(),
            on,
        };
        for day in year.off {
            if !self.names.contains_key(&day.name) {
                let calendar = self.id.clone();
                return Err(CalendarError::UnknownName {
                    calendar,
                    on: day.on,
                    name: day.name,
                });
            }
            let holiday = Holiday {
                key: day.name,
                observed: day.observed,
            };
            if day.on.year() != year.year || self.off.insert(day.on, holiday).is_some() {
                return Err(misplaced(day.on));
            }
        }
        for on in year.work {
            if on.year() != year.year || self.off.contains_key(&on) || !self.work.insert(on) {
                return Err(misplaced(on));
            }
        }
        self.sources.insert(
            year.year,
            YearSource {
                title: year.source,
                url: year.url,
            },
        );
        Ok(())
    }

    /// The name that packs use.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// ISO 3166 code of the country whose working days these are; none for a body of several.
    #[must_use]
    pub fn country(&self) -> Option<&str> {
        self.country.as_deref()
    }

    /// The version of the data; a case keeps the one it was counted with.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The last day that the data covers; none if it has no end.
    #[must_use]
    pub fn known_until(&self) -> Option<Date> {
        self.known_until
    }

    /// Whether the data covers a day.
    #[must_use]
    pub fn knows(&self, date: Date) -> bool {
        self.known_from.is_none_or(|from| from <= date)
            && self.known_until.is_none_or(|until| date <= until)
    }

    /// What the calendar says about a day.
    #[must_use]
    pub fn day(&self, date: Date) -> Day {
        if self.work.contains(&date) {
            Day::SwapWorking
        } else if let Some(holiday) = self.off.get(&date) {
            Day::Holiday(holiday.clone())
        } else if self.weekend(date).contains(&date.weekday()) {
            Day::Weekend
        } else {
            Day::Working
        }
    }

    /// The days of the weekend as they were on a day.
    #[must_use]
    pub fn weekend(&self, date: Date) -> &[Weekday] {
        let in_force = self.weekends.iter().rev().find(|(from, _)| *from <= date);
        in_force.map_or(&[], |(_, days)| days)
    }

    /// Whether a day is a working day, and why.
    #[must_use]
    pub fn is_working_day(&self, date: Date) -> (bool, Day) {
        let day = self.day(date);
        (day.is_working(), day)
    }

    /// A holiday's name in a language, or in English where that language is missing.
    #[must_use]
    pub fn holiday_name(&self, key: &str, language: &str) -> Option<&str> {
        let names = self.names.get(key)?;
        names
            .get(language)
            .or_else(|| names.get("en"))
            .map(String::as_str)
    }

    /// Where a year's days come from.
    #[must_use]
    pub fn source(&self, year: i16) -> Option<&YearSource> {
        self.sources.get(&year)
    }

    /// Every day off in order, with its name.
    pub fn holidays(&self) -> impl Iterator<Item = (Date, &Holiday)> {
        self.off.iter().map(|(date, holiday)| (*date, holiday))
    }

    /// Every weekend day made a working day, in order.
    pub fn swap_working_days(&self) -> impl Iterator<Item = Date> {
        self.work.iter().copied()
    }
}

/// The calendars an installation counts with.
#[derive(Clone, Debug, Default)]
pub struct Calendars {
    all: Vec<Arc<Calendar>>,
}

impl Calendars {
    /// The calendars that come with the program.
    pub fn embedded() -> Result<Self, CalendarError> {
        let files = [
            (
                "us-federal",
                include_str!("../../../procedures/calendars/us-federal.toml"),
            ),
            ("cn", include_str!("../../../procedures/calendars/cn.toml")),
            (
                "eu-institutions",
                include_str!("../../../procedures/calendars/eu-institutions.toml"),
            ),
            (
                "england-wales",
                include_str!("../../../procedures/calendars/england-wales.toml"),
            ),
            (
                "germany",
                include_str!("../../../procedures/calendars/germany.toml"),
            ),
            (
                "france",
                include_str!("../../../procedures/calendars/france.toml"),
            ),
            (
                "spain",
                include_str!("../../../procedures/calendars/spain.toml"),
            ),
            (
                "singapore",
                include_str!("../../../procedures/calendars/singapore.toml"),
            ),
            (
                "hong-kong",
                include_str!("../../../procedures/calendars/hong-kong.toml"),
            ),
            (
                "uae",
                include_str!("../../../procedures/calendars/uae.toml"),
            ),
            (
                "none",
                include_str!("../../../procedures/calendars/none.toml"),
            ),
        ];
        let read = |(name, text)| Calendar::parse(name, text).map(Arc::new);
        Ok(Self {
            all: files.into_iter().map(read).collect::<Result<_, _>>()?,
        })
    }

    /// A calendar by the name packs use.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Arc<Calendar>> {
        self.all.iter().find(|calendar| calendar.id == id)
    }

    /// Puts a calendar in the place of the one of its name, or beside the others.
    pub fn replace(&mut self, calendar: Calendar) {
        let calendar = Arc::new(calendar);
        match self.all.iter_mut().find(|known| known.id == calendar.id) {
            Some(known) => *known = calendar,
            None => self.all.push(calendar),
        }
    }

    /// The version of every calendar, by name.
    #[must_use]
    pub fn versions(&self) -> BTreeMap<String, String> {
        let all = self.all.iter();
        all.map(|calendar| (calendar.id.clone(), calendar.version.clone()))
            .collect()
    }

    /// The calendar of a country.
    #[must_use]
    pub fn of_country(&self, code: &str) -> Option<&Arc<Calendar>> {
        self.all
            .iter()
            .find(|calendar| calendar.country() == Some(code))
    }

    /// Every calendar.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Calendar>> {
        self.all.iter()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFile {
    id: String,
    version: String,
    country: Option<String>,
    weekend: Vec<WeekdayWord>,
    #[serde(rename = "weekend_change", default)]
    changes: Vec<WeekendFile>,
    known_from: Option<Date>,
    known_until: Option<Date>,
    #[serde(default)]
    names: BTreeMap<String, BTreeMap<String, String>>,
    #[serde(rename = "year", default)]
    years: Vec<YearFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearFile {
    year: i16,
    source: String,
    url: Option<String>,
    off: Vec<OffFile>,
    #[serde(default)]
    work: Vec<Date>,
}

/// From a day on, the weekend is on other days.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeekendFile {
    from: Date,
    days: Vec<WeekdayWord>,
}

fn weekdays(words: &[WeekdayWord]) -> Vec<Weekday> {
    words.iter().map(|word| word.weekday()).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OffFile {
    on: Date,
    name: String,
    #[serde(default)]
    observed: bool,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WeekdayWord {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl WeekdayWord {
    const fn weekday(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Monday,
            Self::Tuesday => Weekday::Tuesday,
            Self::Wednesday => Weekday::Wednesday,
            Self::Thursday => Weekday::Thursday,
            Self::Friday => Weekday::Friday,
            Self::Saturday => Weekday::Saturday,
            Self::Sunday => Weekday::Sunday,
        }
    }
}
