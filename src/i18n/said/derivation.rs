//! How a date was counted, in lines that a reader can follow with a calendar in hand.

use super::{key, length, said};
use crate::domain::procedures::{Derivation, Step, Tolled, Unit, Why};
use crate::i18n::{Words, dates};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Every step of the count, neighbours of one kind in one line.
pub fn derivation_lines(words: &Words, derivation: &Derivation) -> Vec<String> {
    let zone = TimeZone::get(&derivation.zone).unwrap_or(TimeZone::UTC);
    let mut lines = vec![counted_from(words, derivation, &zone)];
    lines.extend(
        derivation
            .extensions
            .iter()
            .map(|more| words.with1("derivation-extended", "length", length(words, *more))),
    );
    lines.extend(derivation.chosen.iter().map(|chosen| {
        words.with2(
            "derivation-chosen",
            "least",
            length(words, chosen.least),
            "most",
            length(words, chosen.most),
        )
    }));
    lines.extend(derivation.tolls.iter().map(|toll| tolled(words, toll)));
    let calendar = derivation.calendar.as_deref().unwrap_or_default();
    lines.extend(runs(&derivation.steps).map(|run| day_line(words, calendar, run)));
    if derivation.length.unit != Unit::Hours {
        // The offset of the last day, which summer time may have changed since the first.
        let last = derivation.steps.last().map(|step| step.date);
        let last = last.and_then(|day| day.to_zoned(zone.clone()).ok());
        let at = last.map_or(derivation.anchor_at, |day| day.timestamp());
        let zone = dates::zone_line(words, at, &zone);
        lines.push(words.with2(
            "derivation-cutoff",
            "time",
            &derivation.cutoff,
            "zone",
            zone,
        ));
    }
    if let Some(calendar) = &derivation.calendar {
        let version = derivation.calendar_version.as_deref().unwrap_or_default();
        lines.push(words.with2(
            "derivation-calendar",
            "calendar",
            said(words, "calendar", calendar),
            "version",
            version,
        ));
    }
    if derivation.provisional {
        lines.push(words.t("derivation-provisional").to_owned());
    }
    lines
}

/// "15 days, counted from receipt of the notice on Mon 3 August 2026"
pub fn derivation_summary(words: &Words, derivation: &Derivation) -> String {
    let zone = TimeZone::get(&derivation.zone).unwrap_or(TimeZone::UTC);
    counted_from(words, derivation, &zone)
}

fn counted_from(words: &Words, derivation: &Derivation, zone: &TimeZone) -> String {
    let most = length(words, derivation.length);
    let span = match derivation.earliest {
        Some(least) => words.with2("unit-window", "least", length(words, least), "most", most),
        None => most,
    };
    // Hours are counted from the minute, days from the day.
    let date = if derivation.length.unit == Unit::Hours {
        dates::full(words, derivation.anchor_at, zone)
    } else {
        dates::day_with_weekday(words, dates::date_of(derivation.anchor_at, zone))
    };
    let anchor = said(words, "anchor", &derivation.anchor);
    words.with(
        "derivation-line",
        &[
            ("length", span.into()),
            ("anchor", anchor.into()),
            ("date", date.into()),
        ],
    )
}

/// Delay that is not counted, in one line.
fn tolled(words: &Words, toll: &Tolled) -> String {
    let day = |date: Date| dates::day_with_weekday(words, date);
    let reason = said(words, "toll", &toll.reason);
    match toll.until {
        Some(until) => words.with(
            "derivation-tolled",
            &[
                ("from", day(toll.from).into()),
                ("until", day(until).into()),
                ("reason", reason.into()),
            ],
        ),
        None => words.with2(
            "derivation-tolled-open",
            "from",
            day(toll.from),
            "reason",
            reason,
        ),
    }
}

/// Neighbouring days that are counted, or left out, for one reason.
fn runs(steps: &[Step]) -> impl Iterator<Item = &[Step]> {
    steps.chunk_by(|one, next| belongs(&one.why, &next.why))
}

fn belongs(one: &Why, next: &Why) -> bool {
    match (one, next) {
        (Why::Counted { .. }, Why::Counted { .. })
        | (Why::Extension { .. }, Why::Extension { .. })
        | (Why::SwapWorkingDay { .. }, Why::SwapWorkingDay { .. })
        | (Why::Weekend, Why::Weekend) => true,
        (Why::Holiday { key: one, .. }, Why::Holiday { key: next, .. }) => one == next,
        (Why::Tolled { reason: one }, Why::Tolled { reason: next }) => one == next,
        _ => false,
    }
}

fn day_line(words: &Words, calendar: &str, run: &[Step]) -> String {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return String::new();
    };
    let why = reason(words, calendar, first, last);
    let day = |date: Date| dates::day_with_weekday(words, date);
    if first.date == last.date {
        return words.with2("derivation-day", "day", day(first.date), "why", why);
    }
    words.with(
        "derivation-run",
        &[
            ("from", day(first.date).into()),
            ("until", day(last.date).into()),
            ("why", why.into()),
        ],
    )
}

fn reason(words: &Words, calendar: &str, first: &Step, last: &Step) -> String {
    // A message with `from` 0 speaks of one day.
    let numbered = |key: &str| {
        let (from, until) = (number(&first.why), number(&last.why));
        words.with2(
            key,
            "from",
            if from == until { 0 } else { from },
            "until",
            until,
        )
    };
    match &first.why {
        Why::ExcludedFirstDay => words.t("why-excluded-first-day").to_owned(),
        Why::Counted { .. } => numbered("why-counted"),
        Why::Extension { .. } => numbered("why-extension"),
        Why::SwapWorkingDay { .. } => numbered("why-swap-working-day"),
        Why::Weekend => words.t("why-weekend").to_owned(),
        Why::Holiday {
            key: holiday,
            name,
            observed,
        } => {
            let own = format!("{calendar}-{holiday}");
            let name = words.find(&key("holiday", &own)).unwrap_or(name);
            words.with1(
                if *observed {
                    "why-holiday-observed"
                } else {
                    "why-holiday"
                },
                "name",
                name,
            )
        }
        Why::Tolled { reason } => words.with1("why-tolled", "reason", said(words, "toll", reason)),
        Why::Rolled { from } => {
            words.with1("why-rolled", "from", dates::day_with_weekday(words, *from))
        }
        Why::Capped { n, unit } => {
            let most = crate::domain::procedures::Length { n: *n, unit: *unit };
            words.with1("why-capped", "length", length(words, most))
        }
        Why::MonthsEnd { n } => words.with1("why-months-end", "n", *n),
        Why::HoursEnd { .. } => words.t("why-hours-end").to_owned(),
    }
}

const fn number(why: &Why) -> u32 {
    match why {
        Why::Counted { n } | Why::Extension { n } | Why::SwapWorkingDay { n } => *n,
        _ => 0,
    }
}
