//! Golden dates, traps, and a slow counter written another way that must always agree.

use jiff::civil::{Weekday, date};
use proptest::prelude::*;

use super::*;
use crate::domain::procedures::words::ClockKind;
use crate::domain::procedures::{LapseOutcome, Packs};

/// Read once: the random tests count thousands of dates.
static CALENDARS: LazyLock<Calendars> = LazyLock::new(|| Calendars::embedded().unwrap());

fn calendars() -> Calendars {
    CALENDARS.clone()
}

fn packs() -> Packs {
    Packs::embedded().unwrap()
}

/// A clock with nothing special about it.
fn clock(n: u32, unit: Unit, calendar: &str, roll: Roll) -> Clock {
    Clock {
        id: "test".to_owned(),
        kind: ClockKind::Deadline,
        span: Span::Fixed(Length { n, unit }),
        anchor: "event".to_owned(),
        owner: None,
        calendar: calendar.to_owned(),
        zone: None,
        exclude_first: true,
        roll,
        cutoff: "24:00".to_owned(),
        extend: Vec::new(),
        toll: None,
        lapse_outcome: LapseOutcome::NoEffect,
        remind_days: Vec::new(),
        cite: Vec::new(),
    }
}

fn counted(clock: &Clock, zone_name: &str, anchor: &str, changes: &Changes) -> Counted {
    let Span::Fixed(length) = clock.span else {
        panic!("a fixed length")
    };
    let rule = Rule {
        clock,
        length,
        earliest: None,
        chosen: None,
        zone_name: zone_name.to_owned(),
        zone: zone(zone_name).unwrap(),
    };
    let calendars = calendars();
    let calendar = calendars.get(&clock.calendar).unwrap();
    count(&rule, anchor.parse().unwrap(), calendar, changes).unwrap()
}

fn in_pack(pack: &str, clock: &str, anchor: &str, changes: &Changes) -> Counted {
    let packs = packs();
    let pack = packs.latest(pack).unwrap();
    let anchor = anchor.parse().unwrap();
    count_clock(
        pack,
        clock,
        anchor,
        &calendars(),
        &Settings::default(),
        changes,
    )
    .unwrap()
}

#[test]
fn thanksgiving_moves_the_put_back_window() {
    // Received on Wednesday 18 November 2026, ten to midnight in New York.
    let window = in_pack(
        "us-dmca-512",
        "putback",
        "2026-11-19T04:50:00Z",
        &Changes::default(),
    );

    assert_eq!(
        window.earliest_at.unwrap().to_string(),
        "2026-12-03T05:00:00Z"
    );
    assert_eq!(window.due_on, date(2026, 12, 9));
    assert_eq!(window.due_at.to_string(), "2026-12-10T04:59:59Z");
    assert!(!window.provisional);
    let skipped: Vec<_> = window
        .derivation
        .skipped()
        .map(|step| step.date.day())
        .collect();
    assert_eq!(skipped, [21, 22, 26, 28, 29, 5, 6]);
    let thanksgiving = window
        .derivation
        .steps
        .iter()
        .find(|step| step.date == date(2026, 11, 26));
    assert!(
        matches!(&thanksgiving.unwrap().why, Why::Holiday { key, .. } if key == "thanksgiving")
    );
}

#[test]
fn the_listing_goes_back_inside_the_window() {
    let anchor = "2026-11-18T15:00:00Z";
    let window = in_pack("us-dmca-512", "putback", anchor, &Changes::default());
    let restore = in_pack("us-dmca-512", "restore", anchor, &Changes::default());

    assert_eq!(restore.due_on, date(2026, 12, 3));
    assert!(window.earliest_at.unwrap() <= restore.due_at && restore.due_at < window.due_at);
}

#[test]
fn the_operator_chooses_inside_the_range_only() {
    let packs = packs();
    let pack = packs.latest("us-dmca-512").unwrap();
    let mut settings = Settings::default();

    assert!(matches!(
        settings.set(pack, "restore_after", 14),
        Err(CountError::OutsideRange {
            min: 10,
            max: 13,
            ..
        })
    ));
    settings.set(pack, "restore_after", 11).unwrap();
    let anchor = "2026-11-18T15:00:00Z".parse().unwrap();
    let due = count_clock(
        pack,
        "restore",
        anchor,
        &calendars(),
        &settings,
        &Changes::default(),
    );
    assert_eq!(due.unwrap().due_on, date(2026, 12, 4));
}

#[test]
fn fifteen_days_that_end_in_national_day_week_end_after_it() {
    // Arrived Friday 18 September 2026; the fifteenth day is 3 October, inside the holidays.
    let due = in_pack(
        "cn-ecl-ip",
        "holder",
        "2026-09-18T02:00:00Z",
        &Changes::default(),
    );

    assert_eq!(due.due_on, date(2026, 10, 8));
    assert_eq!(due.due_at.to_string(), "2026-10-08T15:59:59Z");
    assert!(due.derivation.is_rolled());
    assert_eq!(
        due.derivation.steps.last().unwrap().why,
        Why::Rolled {
            from: date(2026, 10, 3)
        }
    );
}

#[test]
fn arrival_on_a_sunday_counts_from_monday() {
    // Sunday 1 November 2026; the fifteenth day is Monday 16 November.
    let due = in_pack(
        "cn-ecl-ip",
        "holder",
        "2026-11-01T04:00:00Z",
        &Changes::default(),
    );

    assert_eq!(due.derivation.first_day, date(2026, 11, 2));
    assert_eq!(due.due_on, date(2026, 11, 16));
}

#[test]
fn a_swap_saturday_is_a_working_day() {
    // From Thursday 8 October 2026: Friday 9, Saturday 10 (swap), Monday 12.
    let clock = clock(3, Unit::BusinessDays, "cn", Roll::None);
    let due = counted(
        &clock,
        "Asia/Shanghai",
        "2026-10-08T04:00:00Z",
        &Changes::default(),
    );

    assert_eq!(due.due_on, date(2026, 10, 12));
    let saturday = &due.derivation.steps[2];
    assert_eq!(
        (saturday.date, &saturday.why),
        (date(2026, 10, 10), &Why::SwapWorkingDay { n: 2 })
    );
}

#[test]
fn a_period_that_ends_on_a_swap_saturday_does_not_roll() {
    let clock = clock(2, Unit::CalendarDays, "cn", Roll::NextWorkingDay);
    let due = counted(
        &clock,
        "Asia/Shanghai",
        "2026-10-08T04:00:00Z",
        &Changes::default(),
    );

    assert_eq!(due.due_on, date(2026, 10, 10));
}

#[test]
fn a_plain_weekend_moves_the_end_only_under_one_roll_rule() {
    // Saturday 14 November 2026 is no holiday.
    let anchor = "2026-11-10T04:00:00Z";
    let due = |roll| {
        let clock = clock(4, Unit::CalendarDays, "cn", roll);
        counted(&clock, "Asia/Shanghai", anchor, &Changes::default()).due_on
    };

    assert_eq!(due(Roll::None), date(2026, 11, 14));
    assert_eq!(due(Roll::AfterHoliday), date(2026, 11, 14));
    assert_eq!(due(Roll::NextWorkingDay), date(2026, 11, 16));
}

#[test]
fn notarisation_is_not_counted_up_to_twenty_working_days_in_all() {
    // Arrived Friday 4 September 2026; the notary takes from the 10th.
    let anchor = "2026-09-04T04:00:00Z";
    let toll = |until| Changes {
        tolls: vec![Tolled {
            reason: "notarisation".to_owned(),
            from: date(2026, 9, 10),
            until,
        }],
        ..Changes::default()
    };

    // Three days not counted: the 15th day is 22 September instead of the 19th.
    let short = in_pack(
        "cn-ecl-ip",
        "holder",
        anchor,
        &toll(Some(date(2026, 9, 12))),
    );
    assert_eq!(short.due_on, date(2026, 9, 22));
    assert_eq!(short.derivation.skipped().count(), 3);

    // Without an end the cap decides: 20 working days, the swap Sunday 20 September among them,
    // Mid-autumn and National Day not.
    let open = in_pack("cn-ecl-ip", "holder", anchor, &toll(None));
    assert_eq!(open.due_on, date(2026, 10, 9));
    assert!(open.derivation.steps.iter().any(|step| {
        step.date == date(2026, 9, 20) && matches!(step.why, Why::SwapWorkingDay { .. })
    }));
    let last = &open.derivation.steps.last().unwrap().why;
    assert_eq!(
        *last,
        Why::Capped {
            n: 20,
            unit: Unit::BusinessDays
        }
    );
}

#[test]
fn beyond_the_announced_year_a_date_is_provisional() {
    let known = in_pack(
        "cn-ecl-ip",
        "holder",
        "2026-12-10T04:00:00Z",
        &Changes::default(),
    );
    let beyond = in_pack(
        "cn-ecl-ip",
        "holder",
        "2026-12-20T04:00:00Z",
        &Changes::default(),
    );

    assert!(!known.provisional);
    assert_eq!(beyond.due_on, date(2027, 1, 4));
    assert!(beyond.provisional && beyond.derivation.provisional);
}

#[test]
fn added_time_continues_before_the_roll() {
    // 10 days end on Sunday 15 November 2026; five more end on Friday 20.
    let clock = clock(10, Unit::CalendarDays, "none", Roll::NextWorkingDay);
    let more = Changes {
        extensions: vec![Length {
            n: 5,
            unit: Unit::CalendarDays,
        }],
        ..Changes::default()
    };
    let anchor = "2026-11-05T12:00:00Z";

    assert_eq!(
        counted(&clock, "UTC", anchor, &Changes::default()).due_on,
        date(2026, 11, 16)
    );
    let due = counted(&clock, "UTC", anchor, &more);
    assert_eq!(due.due_on, date(2026, 11, 20));
    assert_eq!(
        due.derivation.steps.last().unwrap().why,
        Why::Extension { n: 5 }
    );
}

#[test]
fn days_are_the_days_of_the_zone_whatever_its_clocks_do() {
    let clock = clock(1, Unit::CalendarDays, "none", Roll::None);
    let due = |zone, anchor| {
        counted(&clock, zone, anchor, &Changes::default())
            .due_at
            .to_string()
    };

    // The day of 23 hours and the day of 25 hours in New York.
    assert_eq!(
        due("America/New_York", "2026-03-07T12:00:00Z"),
        "2026-03-09T03:59:59Z"
    );
    assert_eq!(
        due("America/New_York", "2026-10-31T12:00:00Z"),
        "2026-11-02T04:59:59Z"
    );
    // Half an hour, and 45 minutes.
    assert_eq!(
        due("Asia/Kolkata", "2026-11-01T12:00:00Z"),
        "2026-11-02T18:29:59Z"
    );
    assert_eq!(
        due("Asia/Kathmandu", "2026-11-01T12:00:00Z"),
        "2026-11-02T18:14:59Z"
    );
    // 29 February, and the turn of a year.
    assert_eq!(due("UTC", "2028-02-28T12:00:00Z"), "2028-02-29T23:59:59Z");
    assert_eq!(due("UTC", "2026-12-31T12:00:00Z"), "2027-01-01T23:59:59Z");
    // Midnight does not exist on 5 October 2025 in Asunción's past rules: 1 October 2023 began at one.
    assert_eq!(
        due("America/Asuncion", "2023-09-29T12:00:00Z"),
        "2023-10-01T03:59:59Z"
    );
}

#[test]
fn hours_are_elapsed_hours() {
    // 24 hours across the lost hour of New York end at one o'clock more on the wall.
    let clock = clock(24, Unit::Hours, "none", Roll::None);
    let due = counted(
        &clock,
        "America/New_York",
        "2026-03-07T17:00:00Z",
        &Changes::default(),
    );

    assert_eq!(due.due_at.to_string(), "2026-03-08T17:00:00Z");
    assert_eq!(due.due_on, date(2026, 3, 8));
    assert!(!due.provisional && due.derivation.calendar.is_none());
}

#[test]
fn office_hours_end_the_last_day_early() {
    let mut clock = clock(1, Unit::CalendarDays, "none", Roll::None);
    clock.cutoff = "17:00".to_owned();
    let due = counted(
        &clock,
        "Asia/Shanghai",
        "2026-11-02T03:00:00Z",
        &Changes::default(),
    );

    assert_eq!(due.due_at.to_string(), "2026-11-03T08:59:59Z");
}

#[test]
fn a_derivation_survives_storage() {
    let due = in_pack(
        "cn-ecl-ip",
        "holder",
        "2026-09-18T02:00:00Z",
        &Changes::default(),
    );
    let text = serde_json::to_string(&due).unwrap();

    assert_eq!(serde_json::from_str::<Counted>(&text).unwrap(), due);
}

#[test]
fn hours_and_days_do_not_mix() {
    let clock = clock(24, Unit::Hours, "none", Roll::None);
    let rule = Rule {
        clock: &clock,
        length: Length {
            n: 24,
            unit: Unit::Hours,
        },
        earliest: None,
        chosen: None,
        zone_name: "UTC".to_owned(),
        zone: TimeZone::UTC,
    };
    let changes = Changes {
        extensions: vec![Length {
            n: 1,
            unit: Unit::CalendarDays,
        }],
        ..Changes::default()
    };
    let calendars = calendars();
    let none = calendars.get("none").unwrap();
    let fault = count(&rule, Timestamp::UNIX_EPOCH, none, &changes);
    assert_eq!(fault, Err(CountError::MixedUnits));
}

/// The slow counter: days as numbers since 1970, weekdays by remainder, holidays by reading the
/// calendar files again. It shares nothing with the counter above but the text of those files.
mod slow {
    /// Days since 1970-01-01 of a date, by counting months.
    pub fn number(year: i64, month: i64, day: i64) -> i64 {
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let of_era = shifted - era * 400;
        let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    /// The days listed in a calendar file: off, and working by swap.
    pub type Days = (Vec<i64>, Vec<i64>);

    /// Finds the days of a calendar file by looking at its lines.
    pub fn days(text: &str) -> Days {
        let (mut off, mut work) = (Vec::new(), Vec::new());
        for line in text.lines() {
            let list = if line.trim_start().starts_with("{ on = ") {
                &mut off
            } else if line.starts_with("work = ") {
                &mut work
            } else {
                continue;
            };
            for part in line
                .split('"')
                .filter(|part| part.len() == 10 && part.starts_with("20"))
            {
                let figures: Vec<i64> = part.split('-').map(|n| n.parse().unwrap()).collect();
                list.push(number(figures[0], figures[1], figures[2]));
            }
        }
        (off, work)
    }

    /// Whether work is done on a day.
    pub fn works(day: i64, off: &[i64], work: &[i64]) -> bool {
        // Day 0 was a Thursday.
        let is_weekend = matches!((day + 3).rem_euclid(7), 5 | 6);
        work.contains(&day) || (!is_weekend && !off.contains(&day))
    }

    /// The last day of a period that begins the day after `start`.
    pub fn due(start: i64, n: u32, only_working: bool, rolls: bool, file: &Days) -> i64 {
        let (off, work) = file;
        let mut left = n;
        let mut day = start;
        while left > 0 {
            day += 1;
            if !only_working || works(day, off, work) {
                left -= 1;
            }
        }
        while rolls && !works(day, off, work) {
            day += 1;
        }
        day
    }
}

const ZONES_TRIED: [&str; 10] = [
    "UTC",
    "America/New_York",
    "America/Los_Angeles",
    "Asia/Shanghai",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Europe/London",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "America/St_Johns",
];

static FILES: LazyLock<[(&str, slow::Days); 3]> = LazyLock::new(|| {
    let us = include_str!("../../../../procedures/calendars/us-federal.toml");
    let cn = include_str!("../../../../procedures/calendars/cn.toml");
    let none = include_str!("../../../../procedures/calendars/none.toml");
    [("us-federal", us), ("cn", cn), ("none", none)].map(|(name, text)| (name, slow::days(text)))
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn the_slow_counter_agrees(
        // From 2000 to the end of 2028, past every horizon.
        seconds in 946_684_800_i64..1_861_920_000,
        n in 1_u32..120,
        zone_at in 0..ZONES_TRIED.len(),
        file_at in 0..3_usize,
        only_working: bool,
        rolls: bool,
    ) {
        let (name, days) = &FILES[file_at];
        let unit = if only_working { Unit::BusinessDays } else { Unit::CalendarDays };
        let roll = if rolls { Roll::NextWorkingDay } else { Roll::None };
        let clock = clock(n, unit, name, roll);
        let anchor = Timestamp::from_second(seconds).unwrap();
        let found = counted(&clock, ZONES_TRIED[zone_at], &anchor.to_string(), &Changes::default());

        let offset = i64::from(zone(ZONES_TRIED[zone_at]).unwrap().to_offset(anchor).seconds());
        let start = (seconds + offset).div_euclid(86_400);
        let expected = slow::due(start, n, only_working, rolls, days);
        let due = found.due_on;
        prop_assert_eq!(
            slow::number(due.year().into(), due.month().into(), due.day().into()),
            expected
        );
        // `due_at` is on the due day, and one second later is not.
        let zone = zone(ZONES_TRIED[zone_at]).unwrap();
        prop_assert_eq!(zone.to_datetime(found.due_at).date(), due);
        let after = found.due_at + SignedDuration::from_secs(1);
        prop_assert!(zone.to_datetime(after).date() > due);
        // The steps are a proof: exactly n days are counted, in order, without a gap.
        let steps = &found.derivation.steps;
        prop_assert_eq!(steps.iter().filter(|step| step.counted).count(), n as usize);
        let is_unbroken = steps.windows(2).all(|pair| {
            pair[1].date == pair[0].date || pair[1].date == pair[0].date.tomorrow().unwrap()
        });
        prop_assert!(is_unbroken);
        prop_assert_eq!(steps.last().unwrap().date, due);
    }

    #[test]
    fn more_time_never_ends_sooner(
        seconds in 946_684_800_i64..1_861_920_000,
        n in 1_u32..60,
        more in 1_u32..30,
        file_at in 0..3_usize,
    ) {
        let clock = clock(n, Unit::BusinessDays, FILES[file_at].0, Roll::None);
        let anchor = Timestamp::from_second(seconds).unwrap().to_string();
        let plain = counted(&clock, "UTC", &anchor, &Changes::default());
        let extensions = vec![Length { n: more, unit: Unit::BusinessDays }];
        let longer = counted(&clock, "UTC", &anchor, &Changes { extensions, tolls: Vec::new() });
        prop_assert!(longer.due_at > plain.due_at);
    }
}

#[test]
fn calendars_hold_what_their_law_says() {
    let calendars = calendars();
    let us = calendars.get("us-federal").unwrap();
    let is = |year, month, day, key: &str, observed| {
        let Day::Holiday(found) = us.day(date(year, month, day)) else {
            return false;
        };
        found.key == key && found.observed == observed
    };

    assert!(
        is(2021, 6, 18, "juneteenth", true),
        "the first Juneteenth, a Saturday"
    );
    assert_eq!(us.day(date(2020, 6, 19)), Day::Working);
    assert!(
        is(2027, 12, 31, "new-year", true),
        "New Year of 2028 is a Saturday"
    );
    assert!(is(2026, 7, 3, "independence-day", true));
    let cn = calendars.get("cn").unwrap();
    assert!(
        cn.swap_working_days()
            .all(|day| { matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) })
    );
    assert_eq!(
        cn.is_working_day(date(2026, 2, 14)),
        (true, Day::SwapWorking)
    );
    assert_eq!(cn.holiday_name("national-day", "zh-Hans"), Some("国庆节"));
    assert!(cn.source(2026).is_some_and(|source| source.url.is_some()));
}
