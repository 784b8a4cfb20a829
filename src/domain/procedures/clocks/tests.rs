//! Golden dates, traps, and a slow counter written another way that must always agree.

use jiff::civil::{Weekday, date};
use proptest::prelude::*;

use super::super::pack::{Amount, TollRule};
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
        span: Lasting::Fixed(Length { n, unit }),
        anchor: "event".to_owned(),
        owner: None,
        calendar: calendar.to_owned(),
        zone: None,
        exclude_first: true,
        roll,
        cutoff: "24:00".to_owned(),
        blocks: Vec::new(),
        extend: Vec::new(),
        toll: None,
        lapse_outcome: LapseOutcome::NoEffect,
        remind_days: Vec::new(),
        cite: Vec::new(),
    }
}

fn counted(clock: &Clock, zone_name: &str, anchor: &str, changes: &Changes) -> Counted {
    let Lasting::Fixed(length) = clock.span else {
        panic!("a fixed length")
    };
    let rule = Rule {
        clock,
        length,
        earliest: None,
        cap: clock.toll.as_ref().map(|toll| match &toll.cap {
            Amount::Fixed(cap) => (toll.reason.as_str(), *cap),
            Amount::Param(name) => panic!("a fixed cap, not {name}"),
        }),
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
        cap: None,
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

    /// What a calendar file lists: days off, days working by swap, and the weekend from each day on.
    #[derive(Default)]
    pub struct File {
        pub off: Vec<i64>,
        pub work: Vec<i64>,
        pub weekends: Vec<(i64, Vec<i64>)>,
    }

    /// Monday is 0.
    fn weekdays(line: &str) -> Vec<i64> {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let quoted = line.split('"').skip(1).step_by(2);
        quoted
            .filter_map(|word| {
                (0..7).find(|at| word.starts_with(names[usize::try_from(*at).unwrap()]))
            })
            .collect()
    }

    fn dates(line: &str) -> Vec<i64> {
        let quoted = line.split('"').skip(1).step_by(2);
        quoted
            .filter(|part| part.len() == 10 && part.as_bytes()[4] == b'-')
            .map(|part| {
                let figures: Vec<i64> = part.split('-').map(|n| n.parse().unwrap()).collect();
                number(figures[0], figures[1], figures[2])
            })
            .collect()
    }

    /// Reads a calendar file line by line.
    pub fn file(text: &str) -> File {
        let mut file = File::default();
        let (mut part, mut change) = ("", 0);
        for line in text.lines().map(str::trim_start) {
            for name in [
                "off", "work", "weekend", "from", "days", "known", "url", "source", "version",
                "id", "[",
            ] {
                if line.starts_with(name) && !line.starts_with("id-") {
                    part = name;
                }
            }
            match part {
                "off" => file.off.extend(dates(line)),
                "work" => file.work.extend(dates(line)),
                "weekend" => file.weekends.push((i64::MIN, weekdays(line))),
                "from" => change = dates(line)[0],
                "days" => file.weekends.push((change, weekdays(line))),
                _ => {}
            }
            if line.contains(']') {
                part = "";
            }
        }
        file
    }

    /// Whether work is done on a day.
    pub fn works(day: i64, file: &File) -> bool {
        let in_force = file
            .weekends
            .iter()
            .rev()
            .find(|(from, _)| *from <= day)
            .unwrap();
        // Day 0 was a Thursday.
        let is_weekend = in_force.1.contains(&(day + 3).rem_euclid(7));
        file.work.contains(&day) || (!is_weekend && !file.off.contains(&day))
    }

    /// The last day of a period that begins the day after `start`.
    pub fn due(start: i64, n: u32, only_working: bool, rolls: bool, file: &File) -> i64 {
        let mut left = n;
        let mut day = start;
        while left > 0 {
            day += 1;
            if !only_working || works(day, file) {
                left -= 1;
            }
        }
        while rolls && !works(day, file) {
            day += 1;
        }
        day
    }

    /// The day of the same number so many months after a date, or the last one that its month has.
    pub fn months_after(year: i64, month: i64, day: i64, n: i64) -> i64 {
        let whole = year * 12 + month - 1 + n;
        let (year, month) = (whole.div_euclid(12), whole.rem_euclid(12) + 1);
        let next = number(year + month / 12, month % 12 + 1, 1);
        let first = number(year, month, 1);
        first + day.min(next - first) - 1
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

macro_rules! calendar_files {
    ($($name:literal),+) => {
        [$(($name, include_str!(concat!("../../../../procedures/calendars/", $name, ".toml")))),+]
    };
}

/// Every calendar, read by the slow counter.
static FILES: LazyLock<Vec<(&str, slow::File)>> = LazyLock::new(|| {
    let files = calendar_files![
        "us-federal",
        "cn",
        "none",
        "eu-institutions",
        "england-wales",
        "germany",
        "france",
        "spain",
        "singapore",
        "hong-kong",
        "uae"
    ];
    files.map(|(name, text)| (name, slow::file(text))).into()
});

#[test]
fn the_slow_counter_reads_every_calendar() {
    let calendars = calendars();
    let mut known: Vec<&str> = calendars.iter().map(|calendar| calendar.id()).collect();
    let mut read: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
    known.sort_unstable();
    read.sort_unstable();
    assert_eq!(known, read);
    for (name, file) in FILES.iter() {
        let calendar = calendars.get(name).unwrap();
        assert_eq!(file.off.len(), calendar.holidays().count(), "{name}");
        assert_eq!(
            file.work.len(),
            calendar.swap_working_days().count(),
            "{name}"
        );
        assert!(!file.weekends.is_empty(), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100_000))]

    #[test]
    fn the_slow_counter_agrees(
        // From 2000 to the end of 2028, past every horizon.
        seconds in 946_684_800_i64..1_861_920_000,
        n in 1_u32..120,
        zone_at in 0..ZONES_TRIED.len(),
        file_at in 0..11_usize,
        unit in prop::sample::select(vec![Unit::CalendarDays, Unit::BusinessDays, Unit::Months]),
        rolls: bool,
    ) {
        let (name, file) = &FILES[file_at];
        let n = if unit == Unit::Months { n % 24 + 1 } else { n };
        let roll = if rolls { Roll::NextWorkingDay } else { Roll::None };
        let clock = clock(n, unit, name, roll);
        let anchor = Timestamp::from_second(seconds).unwrap();
        let zone = zone(ZONES_TRIED[zone_at]).unwrap();
        let rule = Rule {
            clock: &clock,
            length: Length { n, unit },
            earliest: None,
            cap: None,
            chosen: None,
            zone_name: ZONES_TRIED[zone_at].to_owned(),
            zone: zone.clone(),
        };
        let found = count(&rule, anchor, CALENDARS.get(name).unwrap(), &Changes::default()).unwrap();

        let offset = i64::from(zone.to_offset(anchor).seconds());
        let start = (seconds + offset).div_euclid(86_400);
        let expected = if unit == Unit::Months {
            let day = zone.to_datetime(anchor).date();
            let (year, month, day) = (day.year().into(), day.month().into(), day.day().into());
            let end = slow::months_after(year, month, day, n.into());
            slow::due(end - 1, 1, false, rolls, file)
        } else {
            slow::due(start, n, unit == Unit::BusinessDays, rolls, file)
        };
        let due = found.due_on;
        prop_assert_eq!(
            slow::number(due.year().into(), due.month().into(), due.day().into()),
            expected
        );
        // `due_at` is on the due day, and one second later is not.
        prop_assert_eq!(zone.to_datetime(found.due_at).date(), due);
        let after = found.due_at + SignedDuration::from_secs(1);
        prop_assert!(zone.to_datetime(after).date() > due);
        // The steps are a proof: exactly n days are counted, in order, without a gap.
        let steps = &found.derivation.steps;
        prop_assert_eq!(steps.last().unwrap().date, due);
        if unit != Unit::Months {
            prop_assert_eq!(steps.iter().filter(|step| step.counted).count(), n as usize);
            let is_unbroken = steps.windows(2).all(|pair| {
                pair[1].date == pair[0].date || pair[1].date == pair[0].date.tomorrow().unwrap()
            });
            prop_assert!(is_unbroken);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn more_time_never_ends_sooner(
        seconds in 946_684_800_i64..1_861_920_000,
        n in 1_u32..60,
        more in 1_u32..30,
        file_at in 0..11_usize,
    ) {
        let clock = clock(n, Unit::BusinessDays, FILES[file_at].0, Roll::None);
        let anchor = Timestamp::from_second(seconds).unwrap().to_string();
        let plain = counted(&clock, "UTC", &anchor, &Changes::default());
        let extensions = vec![Length { n: more, unit: Unit::BusinessDays }];
        let longer = counted(&clock, "UTC", &anchor, &Changes { extensions, tolls: Vec::new() });
        prop_assert!(longer.due_at > plain.due_at);
    }
}

fn at(zone_name: &str, instant: &str) -> jiff::Zoned {
    let instant: Timestamp = instant.parse().unwrap();
    instant.to_zoned(zone(zone_name).unwrap())
}

#[test]
fn a_suspension_takes_nothing_from_what_was_left() {
    let held = |unit, from, until| {
        Changes::default().held(
            "stay",
            unit,
            at("Asia/Shanghai", from),
            at("Asia/Shanghai", until),
        )
    };
    // Ten days from Monday 2 November 2026 end on the 12th; four days of a stay move that to the 16th.
    let days = clock(10, Unit::CalendarDays, "none", Roll::None);
    let anchor = "2026-11-02T02:00:00Z";
    let changes = held(
        Unit::CalendarDays,
        "2026-11-05T02:00:00Z",
        "2026-11-09T02:00:00Z",
    );
    let found = counted(&days, "Asia/Shanghai", anchor, &changes);
    assert_eq!(found.due_on, date(2026, 11, 16));
    let left_out = found
        .derivation
        .steps
        .iter()
        .filter(|step| !step.counted)
        .count();
    assert_eq!(left_out, 5, "the day of the event and four of the stay");
    // A stay that begins and ends on one day leaves no trace.
    let changes = held(
        Unit::CalendarDays,
        "2026-11-05T02:00:00Z",
        "2026-11-05T09:00:00Z",
    );
    assert_eq!(changes, Changes::default());
    // Hours: a begun one is given back whole. Months: day for day.
    let hours = clock(24, Unit::Hours, "none", Roll::None);
    let changes = held(Unit::Hours, "2026-11-02T03:00:00Z", "2026-11-02T05:20:00Z");
    let found = counted(&hours, "UTC", anchor, &changes);
    assert_eq!(found.due_at.to_string(), "2026-11-03T05:00:00Z");
    let months = clock(1, Unit::Months, "none", Roll::None);
    let changes = held(Unit::Months, "2026-11-05T02:00:00Z", "2026-11-09T02:00:00Z");
    let found = counted(&months, "Asia/Shanghai", anchor, &changes);
    assert_eq!(found.due_on, date(2026, 12, 6));
}

#[test]
fn the_cap_of_a_delay_is_not_used_up_by_a_suspension() {
    let mut rule = clock(15, Unit::CalendarDays, "none", Roll::None);
    rule.toll = Some(TollRule {
        reason: "notarisation".to_owned(),
        cap: Amount::Fixed(Length {
            n: 20,
            unit: Unit::CalendarDays,
        }),
    });
    let tolled = |reason: &str, from, until| Tolled {
        reason: reason.to_owned(),
        from,
        until: Some(until),
    };
    let delay = tolled("notarisation", date(2026, 11, 4), date(2026, 11, 13));
    let stay = tolled("stay", date(2026, 11, 14), date(2026, 11, 16));
    let due = |tolls: Vec<Tolled>| {
        let changes = Changes {
            tolls,
            ..Changes::default()
        };
        counted(&rule, "UTC", "2026-11-02T02:00:00Z", &changes).due_on
    };
    assert_eq!(
        due(vec![delay.clone()]),
        date(2026, 11, 22),
        "twenty days at most"
    );
    assert_eq!(
        due(vec![stay.clone()]),
        date(2026, 11, 20),
        "no cap for a stay alone"
    );
    assert_eq!(
        due(vec![delay, stay]),
        date(2026, 11, 25),
        "twenty days and those of the stay"
    );
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

#[test]
fn months_end_on_the_day_of_the_same_number_or_the_last_one() {
    let due = |n, from: &str, roll| {
        let clock = clock(n, Unit::Months, "germany", roll);
        counted(&clock, "Europe/Berlin", from, &Changes::default()).due_on
    };
    for (from, n, to) in [
        ("2025-08-31T10:00:00Z", 6, date(2026, 2, 28)),
        ("2027-08-31T10:00:00Z", 6, date(2028, 2, 29)),
        ("2026-01-15T10:00:00Z", 1, date(2026, 2, 15)),
        ("2026-12-31T10:00:00Z", 2, date(2027, 2, 28)),
        // Half past midnight in Berlin is the next day already.
        ("2026-05-30T22:30:00Z", 1, date(2026, 6, 30)),
    ] {
        assert_eq!(due(n, from, Roll::None), to, "{from}");
    }
    // 1 May 2026 is a holiday, and the days after it are a weekend.
    assert_eq!(
        due(1, "2026-04-01T10:00:00Z", Roll::NextWorkingDay),
        date(2026, 5, 4)
    );
}

#[test]
fn added_months_are_counted_from_the_beginning() {
    let clock = clock(6, Unit::Months, "none", Roll::None);
    let changes = Changes::default().longer(Length {
        n: 3,
        unit: Unit::Months,
    });
    let due = |changes: &Changes| counted(&clock, "UTC", "2025-08-31T10:00:00Z", changes).due_on;
    assert_eq!(due(&Changes::default()), date(2026, 2, 28));
    assert_eq!(due(&changes), date(2026, 5, 31), "and not 28 May");
    let mixed = changes.longer(Length {
        n: 2,
        unit: Unit::CalendarDays,
    });
    assert_eq!(due(&mixed), date(2026, 6, 2));
}

#[test]
fn a_weekend_that_moved_is_that_of_its_day() {
    let due = |from: &str| {
        let clock = clock(1, Unit::BusinessDays, "uae", Roll::None);
        counted(&clock, "Asia/Dubai", from, &Changes::default()).due_on
    };
    // Until 2021 the weekend was Friday and Saturday, since 2022 it is Saturday and Sunday.
    assert_eq!(
        due("2021-11-18T08:00:00Z"),
        date(2021, 11, 21),
        "Thursday to Sunday"
    );
    assert_eq!(
        due("2022-11-17T08:00:00Z"),
        date(2022, 11, 18),
        "Thursday to Friday"
    );
    assert_eq!(
        due("2022-11-18T08:00:00Z"),
        date(2022, 11, 21),
        "Friday to Monday"
    );
}

#[test]
fn a_rule_of_the_union_ends_with_the_last_hour_of_the_next_working_day() {
    // Regulation 1182/71: the day of the event is not counted, days off inside count, and a period that
    // ends on one ends with the next working day. 9 May 2024 was Ascension and Europe Day, 10 May off too.
    let clock = clock(
        8,
        Unit::CalendarDays,
        "eu-institutions",
        Roll::NextWorkingDay,
    );
    let due = counted(
        &clock,
        "Europe/Brussels",
        "2024-05-01T09:00:00Z",
        &Changes::default(),
    );
    assert_eq!(due.due_on, date(2024, 5, 13));
    assert_eq!(due.due_at.to_string(), "2024-05-13T21:59:59Z");
}

#[test]
fn the_addressee_s_holidays_decide_and_inner_ones_count() {
    // UNCITRAL Rules, article 2(6): fifteen days from 16 December 2026 end on 31 December in Singapore; from the
    // day after they end on New Year's Day, which is off in every country here, and then on a weekend.
    let due = |calendar: &str, from: &str| {
        let clock = clock(15, Unit::CalendarDays, calendar, Roll::NextWorkingDay);
        counted(&clock, "UTC", from, &Changes::default()).due_on
    };
    assert_eq!(due("singapore", "2026-12-16T08:00:00Z"), date(2026, 12, 31));
    assert_eq!(due("singapore", "2026-12-17T08:00:00Z"), date(2027, 1, 4));
    // Ten days from 4 April 2026 end on the 14th; in England the 6th is off and counts all the same.
    assert_eq!(
        due("england-wales", "2026-03-22T08:00:00Z"),
        date(2026, 4, 7)
    );
    assert_eq!(due("none", "2026-03-22T08:00:00Z"), date(2026, 4, 6));
}
