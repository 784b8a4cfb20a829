//! How a date was counted, in one line that a reader can follow with a calendar in hand.

use crate::domain::procedures::{Derivation, Unit, Why};
use crate::i18n::{Words, dates};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Most holidays named one by one.
const NAMED_MAX: usize = 3;

/// "15 days counted from Mon 3 August 2026; Wed 5 August 2026 is not a working day …; rule: …"
pub(super) fn line(words: &Words, derivation: &Derivation, rule: Option<&str>) -> String {
    let mut said = counted(words, derivation);
    let then = [
        extended(words, derivation),
        holidays(words, derivation),
        stopped(words, derivation),
        capped(words, derivation),
        moved(words, derivation),
        derivation
            .provisional
            .then(|| words.t("letter-counted-provisional").to_owned()),
        rule.map(|rule| words.with1("letter-counted-rule", "rule", rule)),
    ];
    for part in then.into_iter().flatten() {
        said = words.with2("letter-counted-joined", "first", said, "then", part);
    }
    said
}

fn counted(words: &Words, derivation: &Derivation) -> String {
    let zone = TimeZone::get(&derivation.zone).unwrap_or(TimeZone::UTC);
    let from = dates::day_with_weekday(words, dates::date_of(derivation.anchor_at, &zone));
    let count = derivation.length.n;
    match derivation.earliest {
        None => words.with2(
            &key("letter-counted", derivation.length.unit),
            "count",
            count,
            "from",
            from,
        ),
        Some(least) => {
            let key = key("letter-counted-window", derivation.length.unit);
            words.with(
                &key,
                &[
                    ("least", least.n.into()),
                    ("count", count.into()),
                    ("from", from.into()),
                ],
            )
        }
    }
}

fn extended(words: &Words, derivation: &Derivation) -> Option<String> {
    let unit = derivation.extensions.first()?.unit;
    let more: u32 = derivation.extensions.iter().map(|length| length.n).sum();
    Some(words.with1(&key("letter-counted-longer", unit), "count", more))
}

/// Holidays inside the period. Weekends go without saying, and what moved the end is said apart.
fn holidays(words: &Words, derivation: &Derivation) -> Option<String> {
    let end = rolled_from(derivation).unwrap_or(Date::MAX);
    let skipped: Vec<Date> = derivation
        .skipped()
        .filter(|step| matches!(step.why, Why::Holiday { .. }) && step.date < end)
        .map(|step| step.date)
        .collect();
    if skipped.len() > NAMED_MAX {
        return Some(words.with1("letter-counted-skipped-many", "count", skipped.len()));
    }
    let days = skipped.iter().map(|day| dates::short_day(words, *day));
    let days = days
        .reduce(|first, then| words.with2("letter-counted-listed", "first", first, "then", then))?;
    Some(words.with2(
        "letter-counted-skipped",
        "count",
        skipped.len(),
        "days",
        days,
    ))
}

fn stopped(words: &Words, derivation: &Derivation) -> Option<String> {
    if let Some(open) = derivation.open_toll() {
        let from = dates::day_with_weekday(words, open.from);
        return Some(words.with1("letter-counted-stopped-since", "from", from));
    }
    let days = derivation
        .skipped()
        .filter(|step| matches!(step.why, Why::Tolled { .. }))
        .count();
    (days > 0).then(|| words.with1("letter-counted-stopped", "count", days))
}

fn capped(words: &Words, derivation: &Derivation) -> Option<String> {
    derivation.steps.iter().find_map(|step| match step.why {
        Why::Capped { n, unit } => {
            Some(words.with1(&key("letter-counted-capped", unit), "count", n))
        }
        _ => None,
    })
}

fn moved(words: &Words, derivation: &Derivation) -> Option<String> {
    let from = rolled_from(derivation)?;
    Some(words.with1(
        "letter-counted-moved",
        "from",
        dates::day_with_weekday(words, from),
    ))
}

fn rolled_from(derivation: &Derivation) -> Option<Date> {
    derivation.steps.iter().find_map(|step| match step.why {
        Why::Rolled { from } => Some(from),
        _ => None,
    })
}

fn key(start: &str, unit: Unit) -> String {
    format!("{start}-{}", unit.as_str().replace('_', "-"))
}
