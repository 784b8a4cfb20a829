//! A deadline with its proof: every day that was counted or skipped, and why. Stored on the docket
//! with the date it explains, so that anybody can count again.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::pack::Length;
use super::words::Unit;

/// A due date and how it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The last second that is in time; what comes after it is late. For whole days that is one
    /// second before the next day begins in the clock's zone, whatever the clock changes of that day.
    pub due_at: Timestamp,
    /// The local date of `due_at`.
    pub due_on: Date,
    /// The first instant at which a window is open; none for other clocks.
    pub earliest_at: Option<Timestamp>,
    /// Whether a calendar was asked about a day it does not cover yet.
    pub provisional: bool,
    /// How the date was counted.
    pub derivation: Derivation,
}

/// How a date was counted, complete enough to be counted again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derivation {
    /// The clock.
    pub clock: String,
    /// The event it counts from.
    pub anchor: String,
    /// When that event happened.
    pub anchor_at: Timestamp,
    /// IANA zone in which the days are days.
    pub zone: String,
    /// The length counted, extensions apart; of a window, the latest end.
    pub length: Length,
    /// Of a window, the earliest length.
    pub earliest: Option<Length>,
    /// First day that could count.
    pub first_day: Date,
    /// Every day from the event to the end, in order.
    pub steps: Vec<Step>,
    /// Local time of day at which the last day ends.
    pub cutoff: String,
    /// Time added, in order.
    pub extensions: Vec<Length>,
    /// Delay that is not counted, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tolls: Vec<Tolled>,
    /// What the operator set, where the length is not the pack's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Chosen>,
    /// Source keys.
    pub cites: Vec<String>,
    /// Calendar of working days, where one was asked.
    pub calendar: Option<String>,
    /// Its version.
    pub calendar_version: Option<String>,
    /// Whether a calendar was asked about a day it does not cover yet.
    pub provisional: bool,
}

/// A length that the operator of the service chose inside the range of the pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// The parameter.
    pub param: String,
    /// The shortest length that the pack allows.
    pub least: Length,
    /// The longest.
    pub most: Length,
}

/// A stretch of days that does not count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tolled {
    /// For which reason.
    pub reason: String,
    /// First day left out.
    pub from: Date,
    /// Last day left out; none while it lasts, then the clock's cap decides.
    pub until: Option<Date>,
}

impl Derivation {
    /// The stretch that does not count and has not ended.
    #[must_use]
    pub fn open_toll(&self) -> Option<&Tolled> {
        self.tolls.iter().find(|toll| toll.until.is_none())
    }

    /// The days left out after the first, with the reason: what a reader wants to know in one line.
    pub fn skipped(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| {
            matches!(
                step.why,
                Why::Weekend | Why::Holiday { .. } | Why::Tolled { .. }
            )
        })
    }

    /// Whether the last day was moved because it was not a working day.
    #[must_use]
    pub fn is_rolled(&self) -> bool {
        self.steps
            .iter()
            .any(|step| matches!(step.why, Why::Rolled { .. }))
    }
}

/// One day of a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The day.
    pub date: Date,
    /// Whether it was counted.
    pub counted: bool,
    /// Why, or why not.
    pub why: Why,
}

/// Why a day was counted or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Why {
    /// The day of the event, which does not count.
    ExcludedFirstDay,
    /// The n-th day of the length.
    Counted {
        /// Which one, from 1.
        n: u32,
    },
    /// The n-th day of the added time.
    Extension {
        /// Which one, from 1.
        n: u32,
    },
    /// A weekend day that works by the yearly swap, counted as the n-th.
    SwapWorkingDay {
        /// Which one, from 1.
        n: u32,
    },
    /// A weekend.
    Weekend,
    /// A public holiday.
    Holiday {
        /// Key of its name in the calendar.
        key: String,
        /// Its English name.
        name: String,
        /// Whether it stands in for a holiday that fell on a weekend.
        observed: bool,
    },
    /// Delay that is not counted.
    Tolled {
        /// For which reason.
        reason: String,
    },
    /// The end moved here because the last day was not a working day.
    Rolled {
        /// The day counted to.
        from: Date,
    },
    /// The whole period may not last longer than this, tolled time included.
    Capped {
        /// How many.
        n: u32,
        /// Of what.
        unit: Unit,
    },
    /// The day of the same number so many months after the day of the event, or the last day of that month
    /// where it has no such day.
    MonthsEnd {
        /// How many months.
        n: u32,
    },
    /// The local day on which the hours end.
    HoursEnd {
        /// How many hours after the event.
        n: u32,
    },
}

impl fmt::Display for Why {
    /// In plain English, for machines that hand it on; pages say it in the reader's language.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ExcludedFirstDay => f.write_str("day of the event, not counted"),
            Self::Counted { n } => write!(f, "day {n}"),
            Self::Extension { n } => write!(f, "day {n} of the added time"),
            Self::SwapWorkingDay { n } => {
                write!(f, "day {n}, a weekend day made a working day")
            }
            Self::Weekend => f.write_str("weekend"),
            Self::Holiday { name, observed, .. } => {
                let observed = if *observed { ", observed" } else { "" };
                write!(f, "public holiday: {name}{observed}")
            }
            Self::Tolled { reason } => write!(f, "time stands still: {reason}"),
            Self::Rolled { from } => write!(f, "moved here from {from}, which is no working day"),
            Self::Capped { n, unit } => {
                let unit = unit.as_str().replace('_', " ");
                write!(f, "the whole period lasts at most {n} {unit}")
            }
            Self::MonthsEnd { n } => write!(f, "{n} months after the day of the event"),
            Self::HoursEnd { n } => write!(f, "{n} hours after the event"),
        }
    }
}
