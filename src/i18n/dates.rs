//! Dates, deadlines and zones in words. The order of the parts comes from patterns in the
//! catalogue (`common-date-…`), the names of days, months and zones from its messages.

use super::Words;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

const WEEKDAYS: [&str; 7] = [
    "common-weekday-mon",
    "common-weekday-tue",
    "common-weekday-wed",
    "common-weekday-thu",
    "common-weekday-fri",
    "common-weekday-sat",
    "common-weekday-sun",
];

const MONTHS: [(&str, &str); 12] = [
    ("common-month-1", "common-month-short-1"),
    ("common-month-2", "common-month-short-2"),
    ("common-month-3", "common-month-short-3"),
    ("common-month-4", "common-month-short-4"),
    ("common-month-5", "common-month-short-5"),
    ("common-month-6", "common-month-short-6"),
    ("common-month-7", "common-month-short-7"),
    ("common-month-8", "common-month-short-8"),
    ("common-month-9", "common-month-short-9"),
    ("common-month-10", "common-month-short-10"),
    ("common-month-11", "common-month-short-11"),
    ("common-month-12", "common-month-short-12"),
];

/// How pressing a deadline is; the `data-tone` of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// more than 72 hours left
    Ok,
    /// 72 hours or less
    Soon,
    /// the time has passed
    Late,
}

impl Tone {
    /// The value of `data-tone`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Soon => "soon",
            Self::Late => "late",
        }
    }

    /// The modifier of a tag or day block: empty, `due` or `late`.
    pub fn modifier(self) -> &'static str {
        match self {
            Self::Ok => "",
            Self::Soon => "due",
            Self::Late => "late",
        }
    }
}

/// What is left until a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// "9 days left", or "Closed Fri 14 August, 18:00"
    pub text: String,
    /// how pressing it is
    pub tone: Tone,
}

/// The three lines of a day block, in the order the language wants them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayParts {
    /// "Fri" or "8月"
    pub top: String,
    /// the day of the month
    pub day: i8,
    /// "Aug" or "周五"
    pub bottom: String,
}

/// "Fri 14 August 2026, 18:00"
pub fn full(words: &Words, at: Timestamp, zone: &TimeZone) -> String {
    written(words, "common-date-full", local(at, zone))
}

/// "Fri 14 August, 18:00"
pub fn without_year(words: &Words, at: Timestamp, zone: &TimeZone) -> String {
    written(words, "common-date-without-year", local(at, zone))
}

/// "14 August, 18:00": for lists of the current year
pub fn short(words: &Words, at: Timestamp, zone: &TimeZone) -> String {
    written(words, "common-date-short", local(at, zone))
}

/// "18:00"
pub fn time(words: &Words, at: Timestamp, zone: &TimeZone) -> String {
    written(words, "common-date-time", local(at, zone))
}

/// "14 August 2026"
pub fn day(words: &Words, date: Date) -> String {
    written(words, "common-date-day", date.into())
}

/// "Fri 14 August 2026"
pub fn day_with_weekday(words: &Words, date: Date) -> String {
    written(words, "common-date-day-weekday", date.into())
}

/// "14 August"
pub fn short_day(words: &Words, date: Date) -> String {
    written(words, "common-date-day-short", date.into())
}

/// "Wednesday 5 August 2026, 17:20": the head of a work list
pub fn spelled(words: &Words, at: Timestamp, zone: &TimeZone) -> String {
    written(words, "common-date-spelled", local(at, zone))
}

/// The day on which an instant falls for the reader.
pub fn date_of(at: Timestamp, zone: &TimeZone) -> Date {
    local(at, zone).date()
}

/// Weekday, day and month for a day block.
pub fn day_parts(words: &Words, at: Timestamp, zone: &TimeZone) -> DayParts {
    let at = local(at, zone);
    DayParts {
        top: written(words, "common-date-block-top", at),
        day: at.day(),
        bottom: written(words, "common-date-block-bottom", at),
    }
}

/// "China time (UTC+8)", with the offset in force at that instant.
pub fn zone_line(words: &Words, at: Timestamp, zone: &TimeZone) -> String {
    let name = zone_name(words, zone);
    let offset = offset(at, zone);
    if name == offset {
        return offset;
    }
    words.with2("common-zone-line", "zone", name, "offset", offset)
}

/// "China time", or the city's time where the catalogue has no name for the zone.
pub fn zone_name(words: &Words, zone: &TimeZone) -> String {
    let Some(id) = zone.iana_name() else {
        return "UTC".to_owned();
    };
    if matches!(id, "UTC" | "Etc/UTC" | "GMT" | "Etc/GMT" | "Etc/Unknown") {
        return "UTC".to_owned();
    }
    let key = format!(
        "common-zone-{}",
        id.to_ascii_lowercase().replace(['/', '_'], "-")
    );
    if let Some(name) = words.find(&key) {
        return name.to_owned();
    }
    let city = id.rsplit('/').next().unwrap_or(id).replace('_', " ");
    words.with1("common-zone-other", "city", city)
}

/// "UTC+8", "UTC+5:30", "UTC"
pub fn offset(at: Timestamp, zone: &TimeZone) -> String {
    let seconds = zone.to_offset(at).seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() % 3600 / 60);
    match (hours, minutes) {
        (0, 0) => "UTC".to_owned(),
        (_, 0) => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// RFC 3339 with the zone's offset, for `<time datetime>`.
pub fn rfc3339(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone())
        .strftime("%Y-%m-%dT%H:%M:%S%:z")
        .to_string()
}

/// How much time is left: whole days from 48 hours up, hours below, minutes below 2 hours,
/// always rounded down; then when it closed.
pub fn left(words: &Words, now: Timestamp, due: Timestamp, zone: &TimeZone) -> Left {
    let seconds = due.as_second() - now.as_second();
    if now >= due {
        let when = without_year(words, due, zone);
        return Left {
            text: words.with1("common-left-closed", "when", when),
            tone: Tone::Late,
        };
    }
    let tone = if seconds > 72 * 3600 {
        Tone::Ok
    } else {
        Tone::Soon
    };
    let text = if seconds >= 48 * 3600 {
        words.with1("common-left-days", "n", seconds / 86_400)
    } else if seconds >= 2 * 3600 {
        words.with1("common-left-hours", "n", seconds / 3600)
    } else {
        words.with1("common-left-minutes", "n", seconds / 60)
    };
    Left { text, tone }
}

/// "15 days"
pub fn days(words: &Words, count: i64) -> String {
    words.with1("common-days", "n", count)
}

fn local(at: Timestamp, zone: &TimeZone) -> DateTime {
    Zoned::new(at, zone.clone()).datetime()
}

/// Fills a pattern of the catalogue: `%a` weekday, `%A` weekday in full, `%d` day, `%B` month,
/// `%b` month cut short, `%m` month as number, `%Y` year, `%H` and `%M` two figures each.
fn written(words: &Words, pattern: &str, at: DateTime) -> String {
    use std::fmt::Write;

    let pattern = words.t(pattern);
    let mut text = String::with_capacity(pattern.len() + 24);
    let mut parts = pattern.chars();
    while let Some(part) = parts.next() {
        if part != '%' {
            text.push(part);
            continue;
        }
        let month = MONTHS
            .get(usize::from(at.month().unsigned_abs()) - 1)
            .copied()
            .unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = match parts.next() {
            Some('a') => text.write_str(words.t(weekday(at))),
            Some('A') => text.write_str(words.t(&format!("{}-full", weekday(at)))),
            Some('d') => write!(text, "{}", at.day()),
            Some('B') => text.write_str(words.t(month.0)),
            Some('b') => text.write_str(words.t(month.1)),
            Some('m') => write!(text, "{}", at.month()),
            Some('Y') => write!(text, "{}", at.year()),
            Some('H') => write!(text, "{:02}", at.hour()),
            Some('M') => write!(text, "{:02}", at.minute()),
            Some(other) => text.write_char(other),
            None => Ok(()),
        };
    }
    text
}

fn weekday(at: DateTime) -> &'static str {
    let index = usize::from(at.weekday().to_monday_zero_offset().unsigned_abs());
    WEEKDAYS.get(index).copied().unwrap_or("common-weekday-mon")
}
