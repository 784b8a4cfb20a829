//! Delay that does not count, more time, and numbers that the operator chose.

use super::*;
use crate::domain::procedures::Why;
use proptest::prelude::*;

/// The declaration is filed on Monday 14 September 2026; fifteen days end on the 29th.
fn waiting(packs: Packs) -> Play {
    let listings = vec![listing("A1", "Yunhe Home")];
    let none = Settings::default();
    let start = "2026-09-10T02:00:00Z";
    let mut play = Play::notice_with(packs, "cn-ecl-ip", start, listings, &none, |_| {}).unwrap();
    play.measure(&[1], MeasureAction::Hide).unwrap();
    play.now = at("2026-09-14T02:00:00Z");
    play.counter(1).unwrap();
    play
}

fn delay(receipt: bool) -> Act {
    Act::Notice(notices::Act::Delay {
        track: 1,
        proof: "Notarised power of attorney".into(),
        reason: "The notary needs two weeks.".into(),
        receipt: receipt.then(document),
    })
}

fn over() -> Act {
    Act::Notice(notices::Act::DelayOver { track: 1 })
}

fn holder(play: &Play) -> &Clock {
    play.file.running(1, "holder").unwrap()
}

fn day(clock: &Clock) -> String {
    let zone = jiff::tz::TimeZone::get("Asia/Shanghai").unwrap();
    zone.to_datetime(clock.due_at).date().to_string()
}

#[test]
fn a_delay_stops_the_days_up_to_the_cap_and_its_end_lets_them_count_again() {
    let mut play = waiting(Packs::embedded().unwrap());
    assert_eq!(day(holder(&play)), "2026-09-29");
    let missing = |what: &str| Refusal::Missing { what: what.into() };
    assert_eq!(
        play.act(consumer(), over()).unwrap_err(),
        Refusal::AlreadyDone
    );
    assert_eq!(
        play.act(consumer(), delay(false)).unwrap_err(),
        missing("receipt")
    );
    assert!(matches!(
        play.act(shop(), delay(true)).unwrap_err(),
        Refusal::NotYours { .. }
    ));

    play.now = at("2026-09-24T02:00:00Z");
    let plan = play.act(consumer(), delay(true)).unwrap();
    // Twenty working days from 14 September: the autumn and National Day holidays do not count, the
    // weekend days that work by the yearly swap do.
    let open = holder(&play).clone();
    let limit = open.derivation.steps.last().unwrap();
    assert!(
        matches!(limit.why, Why::Capped { n: 20, .. }),
        "{:?}",
        limit.why
    );
    assert!(open.due_at > at("2026-10-10T00:00:00Z"), "{}", open.due_at);
    assert!(open.derivation.open_toll().is_some());
    let told: Vec<_> = plan
        .letters
        .iter()
        .filter(|l| l.kind == "time-stopped")
        .collect();
    assert_eq!(told.len(), 3, "both sides and the marketplace");
    assert_eq!(told[0].clock, Some(open.no));
    assert_eq!(
        play.act(consumer(), delay(true)).unwrap_err(),
        Refusal::AlreadyDone
    );

    // Four days later it is over: those four days are added.
    play.now = at("2026-09-28T02:00:00Z");
    play.act(consumer(), over()).unwrap();
    let clock = holder(&play).clone();
    let tolled = clock
        .derivation
        .steps
        .iter()
        .filter(|step| matches!(step.why, Why::Tolled { .. }))
        .count();
    assert_eq!(tolled, 4, "24 to 27 September");
    assert!(clock.derivation.open_toll().is_none());
    // 3 October would be the fifteenth day; National Day moves it to the 8th.
    assert_eq!(day(&clock), "2026-10-08");
    assert_eq!(play.replayed(), play.file);
    play.pass("holder");
    assert_eq!(play.state(1), "restored");
}

#[test]
fn a_delay_that_never_ends_ends_with_the_cap() {
    let mut play = waiting(Packs::embedded().unwrap());
    play.now = at("2026-09-15T02:00:00Z");
    play.act(consumer(), delay(true)).unwrap();
    play.pass("holder");
    assert_eq!(play.state(1), "restored");
    // A delay of no day leaves no trace.
    let mut play = waiting(Packs::embedded().unwrap());
    let before = holder(&play).clone();
    play.act(consumer(), delay(true)).unwrap();
    play.act(consumer(), over()).unwrap();
    assert_eq!(*holder(&play), before);
}

/// The pack of China with more time for the holder to ask for, as an operator's own pack may have it.
fn with_more_time() -> Packs {
    let mut packs = Packs::embedded().unwrap();
    let own = packs.latest("cn-ecl-ip").unwrap();
    let text = own
        .text()
        .replace(&format!("version = \"{}\"", own.version()), "version = \"9.0.0\"")
        .replace(
            "toll = { reason = \"notarisation\"",
            "extend = [{ by = [\"claimant\"], when = \"before_lapse\", n = 3, unit = \"business_days\", times = 2, automatic = true }]\ntoll = { reason = \"notarisation\"",
        )
        .replace(
            "[[transition]]\nid = \"delay\"\n",
            "[[transition]]\nid = \"holder_asks\"\nfrom = [\"holder_wait\"]\nact = \"ask_time\"\nby = [\"claimant\"]\ndo = [{ extend = \"holder\" }]\ncite = [\"reply3\"]\n\n[[transition]]\nid = \"delay\"\n",
        );
    packs.add(&text, &Calendars::embedded().unwrap()).unwrap();
    packs
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// The days on which time is asked for make no difference, nor whether before, during or after a delay.
    #[test]
    fn any_order_of_more_time_and_delay_gives_one_date(
        first in 15_i8..=24, length in 0_i8..=4, asked in proptest::collection::vec(14_i8..=28, 0..=2),
    ) {
        let packs = with_more_time();
        let run = |asked: &[i8]| {
            let mut play = waiting(packs.clone());
            let clock = holder(&play).no;
            let until = first + length;
            let mut deeds: Vec<(i8, u8)> = vec![(first, 1), (until, 2)];
            deeds.extend(asked.iter().map(|day| (*day, 0)));
            deeds.sort_unstable();
            for (day, what) in deeds {
                play.now = at(&format!("2026-09-{day:02}T03:00:00Z"));
                let act = match what {
                    0 => Act::Notice(notices::Act::AskTime { clock, reason: String::new() }),
                    1 => delay(true),
                    _ => over(),
                };
                // The same side asks twice only where the rule counts it twice.
                let done = play.act(consumer(), act);
                assert!(done.is_ok() || what == 0, "{done:?}");
            }
            assert_eq!(play.replayed(), play.file);
            holder(&play).clone()
        };
        let one = run(&asked);
        let early: Vec<i8> = asked.iter().map(|_| 14).collect();
        let late: Vec<i8> = asked.iter().map(|_| 29).collect();
        for other in [run(&early), run(&late)] {
            prop_assert_eq!(one.due_at, other.due_at);
            prop_assert_eq!(&one.derivation.steps, &other.derivation.steps);
        }
        let plain = waiting(packs.clone());
        prop_assert!(one.due_at >= holder(&plain).due_at, "a delay never shortens the time");
    }
}

#[test]
fn a_case_keeps_the_numbers_that_the_operator_had_set_when_it_was_filed() {
    let packs = Packs::embedded().unwrap();
    let pack = packs.latest("us-dmca-512").unwrap().clone();
    let mut settings = Settings::default();
    settings.set(&pack, "restore_after", 12).unwrap();
    settings.set_zone("America/Los_Angeles").unwrap();
    let listings = vec![listing("A1", "Yunhe Home")];
    let start = "2026-03-02T15:00:00Z";
    let mut play = Play::notice_with(
        packs,
        "us-dmca-512",
        start,
        listings.clone(),
        &settings,
        |_| {},
    )
    .unwrap();
    play.measure(&[1], MeasureAction::Remove).unwrap();
    // What is set today says nothing about a case of yesterday: the case has its own.
    play.counter(1).unwrap();
    let clock = play.file.running(1, "restore").unwrap();
    assert_eq!(clock.derivation.length.n, 12);
    assert_eq!(clock.derivation.zone, "America/Los_Angeles");
    let chosen = clock.derivation.chosen.clone().unwrap();
    assert_eq!(
        (chosen.param.as_str(), chosen.least.n, chosen.most.n),
        ("restore_after", 10, 13)
    );
    assert_eq!(play.replayed(), play.file);
    assert!(play.entries[0].0.contains("\"restore_after\":12"));

    // Dockets from before there were settings read as the pack's own numbers.
    let plain = Play::notice("us-dmca-512", start, listings).unwrap();
    assert!(!plain.entries[0].0.contains("settings"));
    assert!(plain.replayed().pack.settings.is_empty());
}
