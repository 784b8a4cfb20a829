//! What the template macros in `templates/components` take. Texts are already in the reader's language.

use super::{Instant, Page};
use crate::i18n::dates;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Periods longer than this many days are ticked by the week.
const DAY_TICKS_MAX: i64 = 31;

/// Words that lead somewhere, with an icon's name or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// words shown
    pub text: String,
    /// where it leads
    pub href: String,
    /// icon of `icons.svg`, or nothing
    pub icon: &'static str,
}

/// `clock::clock`: a deadline as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// makes ids on the page unique
    pub id: String,
    /// "Your response is due"
    pub heading: String,
    /// "9 days left"
    pub left: String,
    /// `ok`, `soon`, `late`; empty when stopped
    pub tone: &'static str,
    /// when the time ends
    pub due: Timestamp,
    /// false when stopped
    pub runs: bool,
    /// the date in another zone, or why a clock is stopped and what remains
    pub elsewhere: String,
    /// classes of the ticks: `p` past, `now` today, empty for the days left
    pub ticks: Vec<&'static str>,
    /// "Notice received 30 July"
    pub ticks_start: String,
    /// "Day 6 of 15"
    pub ticks_end: String,
    /// the one primary act
    pub act: Option<Link>,
    /// more time, calendar file
    pub links: Vec<Link>,
    /// what happens at the end
    pub consequence: String,
    /// how the date was counted, a line for each step
    pub derivation: Vec<String>,
}

impl Clock {
    /// A running (or ended) clock.
    pub fn running(
        page: &Page,
        id: impl Into<String>,
        heading: impl Into<String>,
        due: Timestamp,
    ) -> Self {
        let left = page.left(due);
        Self {
            id: id.into(),
            heading: heading.into(),
            left: left.text,
            tone: left.tone.as_str(),
            due,
            runs: true,
            elsewhere: String::new(),
            ticks: Vec::new(),
            ticks_start: String::new(),
            ticks_end: String::new(),
            act: None,
            links: Vec::new(),
            consequence: String::new(),
            derivation: Vec::new(),
        }
    }

    /// A clock that stands still; `why` says so and what remains.
    pub fn stopped(
        page: &Page,
        id: impl Into<String>,
        heading: impl Into<String>,
        due: Timestamp,
        why: impl Into<String>,
    ) -> Self {
        Self {
            left: page.t("common-clock-stopped").to_owned(),
            tone: "",
            runs: false,
            elsewhere: why.into(),
            ..Self::running(page, id, heading, due)
        }
    }

    /// Ticks from the day of receipt (day 0) to the last day, as days of the zone in which they are counted;
    /// `start` says what happened then.
    pub fn since(
        mut self,
        page: &Page,
        zone: &TimeZone,
        began: Timestamp,
        start: impl Into<String>,
    ) -> Self {
        let day = |at: Timestamp| dates::date_of(at, zone);
        let days_to = |at: Timestamp| i64::from((day(at) - day(began)).get_days());
        let (whole, past) = (days_to(self.due).max(1), days_to(page.now).max(0));
        let (unit, key_is_days) = if whole > DAY_TICKS_MAX {
            (7, false)
        } else {
            (1, true)
        };
        // Whole units, the begun one included; both are at least nought.
        let (count, now) = ((whole + unit - 1) / unit, (past + unit - 1) / unit);
        self.ticks = (1..=count)
            .map(|tick| {
                if tick < now {
                    "p"
                } else if tick == now {
                    "now"
                } else {
                    ""
                }
            })
            .collect();
        if self.tone == "late" {
            self.ticks = vec!["p"; self.ticks.len()];
        }
        self.ticks_start = start.into();
        let now = now.min(count);
        self.ticks_end = if key_is_days {
            page.with2("common-clock-ticks-end", "day", now, "days", count)
        } else {
            page.with2("common-clock-ticks-end-weeks", "week", now, "weeks", count)
        };
        self
    }

    /// The same date where the other side or the seat is.
    pub fn also_in(mut self, page: &Page, zone: &TimeZone) -> Self {
        if zone.to_offset(self.due) != page.zone.to_offset(self.due) {
            let when = dates::without_year(&page.words, self.due, zone);
            self.elsewhere = format!("{}: {when}", dates::zone_line(&page.words, self.due, zone));
        }
        self
    }

    /// The one primary act.
    pub fn act(mut self, text: impl Into<String>, href: impl Into<String>) -> Self {
        self.act = Some(Link {
            text: text.into(),
            href: href.into(),
            icon: "",
        });
        self
    }

    /// A link below it: more time (icon `clock`), a calendar file (icon `cal`).
    pub fn link(
        mut self,
        icon: &'static str,
        text: impl Into<String>,
        href: impl Into<String>,
    ) -> Self {
        self.links.push(Link {
            text: text.into(),
            href: href.into(),
            icon,
        });
        self
    }

    /// What happens if nothing is done.
    pub fn or_else(mut self, consequence: impl Into<String>) -> Self {
        self.consequence = consequence.into();
        self
    }

    /// How the date was counted.
    pub fn counted(mut self, lines: Vec<String>) -> Self {
        self.derivation = lines;
        self
    }
}

/// `case::phases`: a stage of the procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// "Response"
    pub name: String,
    /// "until 14 August"
    pub note: String,
    /// how far it is
    pub progress: Progress,
}

/// How far a stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// over
    Done,
    /// the case is here
    Current,
    /// still to come, or never
    Ahead,
}

impl Phase {
    /// Is the stage over?
    pub fn is_done(&self) -> bool {
        self.progress == Progress::Done
    }

    /// Is the case here?
    pub fn is_current(&self) -> bool {
        self.progress == Progress::Current
    }
}

/// `case::subnav`: a part of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubnavItem {
    /// words shown
    pub text: String,
    /// where it leads
    pub href: String,
    /// "3" or "1 offer", or nothing
    pub count: String,
    /// is this the page?
    pub current: bool,
}

/// `case::timeline`: an entry of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    /// number in the record
    pub number: u32,
    /// party mark: `c`, `r`, `t`, `m` or nothing
    pub mark: &'static str,
    /// what happened
    pub title: String,
    /// who did it
    pub who: String,
    /// when
    pub at: Timestamp,
    /// address of the entry
    pub href: String,
    /// more about it, or nothing
    pub body: String,
}

/// `lists::todo`: something that waits for the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Todo {
    /// verb first
    pub title: String,
    /// where it is done
    pub href: String,
    /// the case
    pub about: String,
    /// what happens if not
    pub consequence: String,
    /// words of the button, or nothing
    pub act: String,
    /// by when; since when, if `since` says so
    pub due: Timestamp,
    /// message with the day since which it waits, for what has no day to come; else empty
    pub since: &'static str,
}

/// `lists::tasks`: a step of a job, or a line of a list of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// words shown
    pub name: String,
    /// where it is done; empty when it cannot start yet
    pub href: String,
    /// more about it, or why it cannot start
    pub hint: String,
    /// "In progress"
    pub state: String,
    /// tone of the state: `due`, `late`, `done`, `info`, `plain` or nothing
    pub tone: &'static str,
}

/// `lists::sum`: a fact, or an answer to check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumRow {
    /// what it is
    pub name: String,
    /// what it says; line breaks are kept
    pub value: String,
    /// where it is changed, or nothing
    pub change: String,
}

impl SumRow {
    /// A fact that cannot be changed.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
            change: String::new(),
        }
    }

    /// An answer with a link to change it.
    pub fn change(mut self, href: impl Into<String>) -> Self {
        self.change = href.into();
        self
    }
}

/// `lists::files`: an uploaded file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRow {
    /// exhibit number, or nothing
    pub label: String,
    /// party mark of the number
    pub mark: &'static str,
    /// name of the file
    pub name: String,
    /// where it is opened, or nothing
    pub href: String,
    /// size and time of receipt, or what is wrong
    pub note: String,
    /// is the note an error?
    pub is_error: bool,
    /// value of the "Remove" button, or nothing
    pub remove: String,
}

/// `lists::pager`: a part of a long list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pager {
    /// number of the first row shown
    pub from: usize,
    /// number of the last row shown
    pub to: usize,
    /// rows in all
    pub total: usize,
    /// address of the part before, or nothing
    pub previous: String,
    /// address of the next part, or nothing
    pub next: String,
}

impl Pager {
    /// Is there more than what is shown?
    pub fn needed(&self) -> bool {
        !(self.previous.is_empty() && self.next.is_empty())
    }

    /// "Showing 1 to 25 of 240"
    pub fn text(&self, page: &Page) -> String {
        page.with3(
            "common-pager-showing",
            "from",
            self.from,
            "to",
            self.to,
            "total",
            self.total,
        )
    }
}

/// A date on a line of its own, for summaries: "Fri 14 August 2026, 18:00, China time (UTC+8)".
pub fn when_and_where(page: &Page, at: impl Instant) -> String {
    page.with2(
        "common-now-line",
        "when",
        page.when(&at),
        "zone",
        page.zone_at(&at),
    )
}
