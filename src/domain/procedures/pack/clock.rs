//! The clocks of a pack: how long they run, who extends them, when they stand still, what their end means.

use super::super::words::{ClockKind, ExtendWhen, LapseOutcome, Roll, Unit};
use super::{Pack, role_or_nobody, yes};
use crate::domain::Role;
use crate::domain::procedures::settings::Settings;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;

/// A length of time in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Length {
    /// How many, at least 1.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
}

impl Length {
    /// The same instant so much later, in UTC and without a calendar; a day that a month does not have is its last.
    #[must_use]
    pub fn after(self, at: Timestamp) -> Timestamp {
        let n = i64::from(self.n);
        let span = match self.unit {
            Unit::Months => jiff::Span::new().try_months(n),
            Unit::CalendarDays | Unit::BusinessDays => jiff::Span::new().try_days(n),
            Unit::Hours => jiff::Span::new().try_hours(n),
        };
        let later = span.and_then(|span| at.to_zoned(TimeZone::UTC).checked_add(span));
        later.map_or(Timestamp::MAX, |later| later.timestamp())
    }
}

/// How long a clock runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// A length fixed by the text.
    Fixed(Length),
    /// A length the operator sets: the name of a parameter.
    Param(String),
    /// Not before the first, not after the second.
    Window {
        /// Earliest.
        min: Length,
        /// Latest.
        max: Length,
    },
}

/// One clock: what it counts, from what, for whom, and what its end means.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "ClockFile")]
pub struct Clock {
    /// Name.
    pub id: String,
    /// Deadline, window or target.
    pub kind: ClockKind,
    /// How long it runs.
    pub span: Span,
    /// The event it counts from, the end of a text key.
    pub anchor: String,
    /// Who must act in time; none if nobody must.
    pub owner: Option<Role>,
    /// Calendar of working days; `none` knows weekends only, `of <role>` and `of <document>.<field>` are the
    /// calendar of that party's or that answer's country.
    pub calendar: String,
    /// IANA zone, where it is not the pack's.
    pub zone: Option<String>,
    /// Whether the day of the event is left out.
    pub exclude_first: bool,
    /// What happens when the last day is not a working day.
    pub roll: Roll,
    /// Local time of day at which the last day ends; `24:00` is the end of the day.
    pub cutoff: String,
    /// The acts, or names of steps of this pack, that cannot be taken while it runs; only of a cooldown.
    pub blocks: Vec<String>,
    /// Who may add time.
    pub extend: Vec<ExtendRule>,
    /// Delay that is not counted, with its cap.
    pub toll: Option<TollRule>,
    /// What silence means.
    pub lapse_outcome: LapseOutcome,
    /// Reminders go out this many days before the end.
    pub remind_days: Vec<u32>,
    /// Source keys.
    pub cite: Vec<String>,
}

/// Whose working days a clock counts by, where they are not those of a fixed calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those of a party, by its country.
    Of(Role),
    /// Those of a country that was answered in a document.
    Answered {
        /// The document.
        document: String,
        /// Its field, of type country.
        field: String,
    },
}

impl Clock {
    /// Whose calendar this is, where the pack writes `of …`; none where it names one calendar, or nobody.
    #[must_use]
    pub fn whose(&self) -> Option<Whose> {
        let whose = self.calendar.strip_prefix("of ")?;
        match whose.split_once('.') {
            Some((document, field)) => Some(Whose::Answered {
                document: document.to_owned(),
                field: field.to_owned(),
            }),
            None => Role::parse(whose).map(Whose::Of),
        }
    }

    /// The calendar to count by where nobody's own is known: that of the pack, or one of weekends alone.
    #[must_use]
    pub fn own_calendar(&self) -> &str {
        if self.calendar.starts_with("of ") {
            "none"
        } else {
            &self.calendar
        }
    }

    /// Whether running out takes a step in the case; if not, it is only reported as overdue.
    #[must_use]
    pub fn moves_case(&self) -> bool {
        match self.kind {
            ClockKind::Deadline => true,
            ClockKind::Window => self.lapse_outcome != LapseOutcome::NoEffect,
            ClockKind::Target | ClockKind::Cooldown => false,
        }
    }

    /// What an operator's number decides about it; none if it decides nothing here.
    #[must_use]
    pub fn set_by(&self, param: &str) -> Option<Sets> {
        let is_it = |amount: &Amount| matches!(amount, Amount::Param(name) if name == param);
        if matches!(&self.span, Span::Param(name) if name == param) {
            return Some(Sets::Length);
        }
        if self.extend.iter().any(|rule| is_it(&rule.adds)) {
            return Some(Sets::Extension);
        }
        let toll = self.toll.as_ref();
        toll.filter(|toll| is_it(&toll.cap)).map(|_| Sets::Longest)
    }

    /// The extension open to a role, if the clock has one.
    #[must_use]
    pub fn extension_for(&self, role: Role) -> Option<&ExtendRule> {
        self.extension_of(role).map(|(_, rule)| rule)
    }

    /// The same with its place among the rules of the clock: each is counted by itself.
    #[must_use]
    pub fn extension_of(&self, role: Role) -> Option<(usize, &ExtendRule)> {
        let mut rules = self.extend.iter().enumerate();
        rules.find(|(_, rule)| rule.by.contains(&role))
    }
}

/// What an operator's number decides about a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sets {
    /// How long it runs
    Length,
    /// By how much it is extended
    Extension,
    /// How long it lasts at most, with the time that it stood still
    Longest,
}

/// Who may add how much time to a clock.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "ExtendFile")]
pub struct ExtendRule {
    /// Who may ask or grant.
    pub by: Vec<Role>,
    /// Before the lapse only, or also after.
    pub when: ExtendWhen,
    /// What is added each time.
    pub adds: Amount,
    /// How often.
    pub times: u32,
    /// Whether asking is enough.
    pub automatic: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExtendFile {
    by: Vec<Role>,
    when: ExtendWhen,
    n: Option<u32>,
    unit: Option<Unit>,
    param: Option<String>,
    times: u32,
    automatic: bool,
}

impl TryFrom<ExtendFile> for ExtendRule {
    type Error = &'static str;

    fn try_from(file: ExtendFile) -> Result<Self, Self::Error> {
        Ok(Self {
            by: file.by,
            when: file.when,
            adds: Amount::read(file.n, file.unit, file.param)?,
            times: file.times,
            automatic: file.automatic,
        })
    }
}

/// A length that the text fixes, or that the operator sets.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "AmountFile")]
pub enum Amount {
    /// Fixed by the text: `n` and `unit`.
    Fixed(Length),
    /// The name of a parameter.
    Param(String),
}

impl Amount {
    fn read(
        n: Option<u32>,
        unit: Option<Unit>,
        param: Option<String>,
    ) -> Result<Self, &'static str> {
        match (n, unit, param) {
            (Some(n), Some(unit), None) => Ok(Self::Fixed(Length { n, unit })),
            (None, None, Some(param)) => Ok(Self::Param(param)),
            _ => Err("a length of time is not whole, expected either `n` with `unit`, or `param`"),
        }
    }

    /// The length with what the operator set; none where the pack has no such parameter.
    #[must_use]
    pub fn length(&self, pack: &Pack, settings: &Settings) -> Option<Length> {
        match self {
            Self::Fixed(length) => Some(*length),
            Self::Param(name) => settings.length(pack, name).ok(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AmountFile {
    n: Option<u32>,
    unit: Option<Unit>,
    param: Option<String>,
}

impl TryFrom<AmountFile> for Amount {
    type Error = &'static str;

    fn try_from(file: AmountFile) -> Result<Self, Self::Error> {
        Self::read(file.n, file.unit, file.param)
    }
}

/// Delay that is not counted, and the most the whole period may last with it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TollRule {
    /// Why time may stop counting.
    pub reason: String,
    /// The most the whole period may last.
    pub cap: Amount,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockFile {
    id: String,
    kind: ClockKind,
    length: Option<Length>,
    param: Option<String>,
    min: Option<Length>,
    max: Option<Length>,
    anchor: String,
    #[serde(default, deserialize_with = "role_or_nobody")]
    owner: Option<Role>,
    calendar: String,
    zone: Option<String>,
    #[serde(default = "yes")]
    exclude_first: bool,
    #[serde(default = "no_roll")]
    roll: Roll,
    #[serde(default = "midnight")]
    cutoff: String,
    #[serde(default)]
    blocks: Vec<String>,
    #[serde(default)]
    extend: Vec<ExtendRule>,
    toll: Option<TollRule>,
    lapse_outcome: LapseOutcome,
    #[serde(default)]
    remind_days: Vec<u32>,
    cite: Vec<String>,
}

impl TryFrom<ClockFile> for Clock {
    type Error = String;

    fn try_from(file: ClockFile) -> Result<Self, String> {
        let span = match (file.kind, file.length, file.param, file.min, file.max) {
            (ClockKind::Window, None, None, Some(min), Some(max)) => Span::Window { min, max },
            (
                ClockKind::Deadline | ClockKind::Target | ClockKind::Cooldown,
                Some(length),
                None,
                None,
                None,
            ) => Span::Fixed(length),
            (
                ClockKind::Deadline | ClockKind::Target | ClockKind::Cooldown,
                None,
                Some(param),
                None,
                None,
            ) => Span::Param(param),
            (ClockKind::Window, ..) => {
                return Err(format!(
                    "clock `{}` has no window, expected `min` and `max`",
                    file.id
                ));
            }
            (ClockKind::Deadline | ClockKind::Target | ClockKind::Cooldown, ..) => {
                return Err(format!(
                    "clock `{}` has no one length, expected either `length` or `param`",
                    file.id
                ));
            }
        };
        Ok(Self {
            id: file.id,
            kind: file.kind,
            span,
            anchor: file.anchor,
            owner: file.owner,
            calendar: file.calendar,
            zone: file.zone,
            exclude_first: file.exclude_first,
            roll: file.roll,
            cutoff: file.cutoff,
            blocks: file.blocks,
            extend: file.extend,
            toll: file.toll,
            lapse_outcome: file.lapse_outcome,
            remind_days: file.remind_days,
            cite: file.cite,
        })
    }
}

const fn no_roll() -> Roll {
    Roll::None
}

fn midnight() -> String {
    "24:00".to_owned()
}
