//! Matters elsewhere and the suspensions that go with them: time stands still and nobody loses any.

use super::*;
use crate::domain::acts::ClockState;
use crate::domain::parallel;
use crate::domain::procedures::LinkKind;

fn record(kind: LinkKind) -> Act {
    Act::Parallel(parallel::Act::Record {
        kind,
        place: "Card bank".into(),
        reference: "CB-77".into(),
        words: "The buyer asked the bank for the money back.".into(),
    })
}

fn over(no: u32) -> Act {
    Act::Parallel(parallel::Act::Over {
        no,
        words: "The bank refused.".into(),
    })
}

/// A complaint that the shop answered on 5 August 2026: talks run until the 15th, a Saturday.
fn in_talks() -> Play {
    let mut play = Play::complaint("2026-08-03T09:00:00Z");
    play.act(manager(), Act::Complaint(complaints::Act::ScreenAccept))
        .unwrap();
    play.now = at("2026-08-05T09:00:00Z");
    let answer = complaints::Act::Respond {
        position: notices::Position::Dispute,
        statement: "The kettle is safe.".into(),
        declarations: declarations(&play.pack(), "response"),
    };
    play.act(shop(), Act::Complaint(answer)).unwrap();
    assert_eq!(play.state(1), "negotiation");
    play
}

fn day_of(play: &Play, rule: &str) -> (ClockState, String) {
    let clock = play
        .file
        .clocks
        .iter()
        .rev()
        .find(|c| c.rule == rule)
        .unwrap();
    (clock.state, clock.due_at.to_string()[..10].to_owned())
}

#[test]
fn talks_stand_still_while_a_bank_has_the_same_money_and_go_on_with_what_was_left() {
    let mut play = in_talks();
    assert_eq!(
        day_of(&play, "negotiate"),
        (ClockState::Running, "2026-08-17".into())
    );
    play.now = at("2026-08-08T09:00:00Z");
    for who in [consumer(), shop()] {
        let refused = play.act(who, record(LinkKind::SameMoney)).unwrap_err();
        assert!(matches!(refused, Refusal::NotYours { .. }), "{refused:?}");
    }
    let plan = play.act(manager(), record(LinkKind::SameMoney)).unwrap();
    assert_eq!(day_of(&play, "negotiate").0, ClockState::Held);
    assert!(
        plan.letters
            .iter()
            .any(|letter| letter.kind == "parallel-found")
    );
    // Nothing runs out, however long it takes, and nobody is told that it is late.
    play.now = at("2026-09-20T09:00:00Z");
    let clock = play
        .file
        .clocks
        .iter()
        .find(|c| c.rule == "negotiate")
        .unwrap()
        .no;
    let lapse = play.act(Actor::system(), Act::Lapse { clock }).unwrap_err();
    assert_eq!(lapse, Refusal::AlreadyDone);
    play.act(manager(), over(1)).unwrap();
    // Eight days were left on 8 August, that day included; the 20th of September is the first of them again, the
    // 27th is a Sunday.
    assert_eq!(
        day_of(&play, "negotiate"),
        (ClockState::Running, "2026-09-28".into())
    );
    let again = play.act(manager(), over(1)).unwrap_err();
    assert_eq!(again, Refusal::AlreadyDone);
    play.pass("negotiate");
    assert_eq!(play.state(1), "facilitation");
    assert_eq!(play.replayed(), play.file);
}

#[test]
fn what_begins_meanwhile_waits_too_and_the_last_of_two_matters_lets_it_go() {
    let mut play = in_talks();
    play.now = at("2026-08-08T09:00:00Z");
    play.act(manager(), record(LinkKind::SameMoney)).unwrap();
    play.act(manager(), record(LinkKind::SameMoney)).unwrap();
    // The sides may still move the case by their own will.
    play.act(
        consumer(),
        Act::Complaint(complaints::Act::Escalate {
            reason: "No use.".into(),
        }),
    )
    .unwrap();
    assert_eq!(play.state(1), "facilitation");
    assert_eq!(day_of(&play, "facilitate").0, ClockState::Held);
    let law = Law {
        pack: &play.pack(),
        calendars: &play.calendars,
        next: None,
    };
    let outlook = play.file.outlook(law, &manager(), 1, play.now);
    assert!(
        outlook.silence.is_empty(),
        "nothing happens by itself: {:?}",
        outlook.silence
    );
    play.now = at("2026-08-12T09:00:00Z");
    play.act(manager(), over(2)).unwrap();
    assert_eq!(day_of(&play, "facilitate").0, ClockState::Held);
    play.now = at("2026-08-14T09:00:00Z");
    play.act(manager(), over(1)).unwrap();
    assert_eq!(day_of(&play, "facilitate").0, ClockState::Running);
    assert_eq!(play.replayed(), play.file);
}

#[test]
fn a_matter_has_words_and_an_open_case() {
    let mut play = in_talks();
    let lacking = |place: &str, words: &str| {
        Act::Parallel(parallel::Act::Record {
            kind: LinkKind::SameMoney,
            place: place.into(),
            reference: String::new(),
            words: words.into(),
        })
    };
    for (act, what) in [
        (lacking(" ", "Words."), "place"),
        (lacking("Bank", " "), "reason"),
    ] {
        let refused = play.act(manager(), act).unwrap_err();
        assert_eq!(refused, Refusal::Missing { what: what.into() });
    }
    let long = play
        .act(manager(), lacking(&"b".repeat(201), "Words."))
        .unwrap_err();
    assert!(
        matches!(long, Refusal::Limit { limit: 200, .. }),
        "{long:?}"
    );
    let withdraw = complaints::Act::Withdraw {
        reason: "Solved.".into(),
    };
    play.act(consumer(), Act::Complaint(withdraw)).unwrap();
    let late = play
        .act(manager(), record(LinkKind::SameMoney))
        .unwrap_err();
    assert!(matches!(late, Refusal::NotNow { .. }), "{late:?}");
}

#[test]
fn a_cooldown_keeps_a_step_until_its_day_and_says_which() {
    let packs = Packs::embedded().unwrap();
    let text = packs.latest("us-dmca-512").unwrap().text();
    let rest = "\n[[clock]]\nid = \"rest\"\nkind = \"cooldown\"\nlength = { n = 7, unit = \"calendar_days\" }\nanchor = \"measure-taken\"\ncalendar = \"none\"\nblocks = [\"counter\"]\nlapse_outcome = \"no_effect\"\ncite = [\"512g2C\"]\n";
    let version = packs.latest("us-dmca-512").unwrap().version().to_owned();
    let text =
        text.replacen(
            &format!("version = \"{version}\""),
            "version = \"9.0.0\"",
            1,
        )
        .replacen(
            "{ start = \"quiet\" }",
            "{ start = \"quiet\" }, { start = \"rest\" }",
            1,
        ) + rest;
    let mut packs = packs;
    packs.add(&text, &Calendars::embedded().unwrap()).unwrap();
    let listings = vec![listing("A1", "Yunhe Home")];
    let none = Settings::default();
    let mut play = Play::notice_with(
        packs,
        "us-dmca-512",
        "2026-11-02T15:00:00Z",
        listings,
        &none,
        |_| {},
    )
    .unwrap();
    play.measure(&[1], MeasureAction::Remove).unwrap();
    let until = play.file.running(1, "rest").unwrap().due_at;
    let early = play.counter(1).unwrap_err();
    assert_eq!(early, Refusal::TooEarly { opens_at: until });
    play.now = until + jiff::SignedDuration::from_secs(1);
    let clock = play.file.running(1, "rest").unwrap().no;
    let plan = play.act(Actor::system(), Act::Lapse { clock }).unwrap();
    assert!(
        plan.letters.is_empty(),
        "nobody is told that a wait is over"
    );
    assert!(
        play.file.tasks(&play.pack()).is_empty(),
        "and nothing is late"
    );
    play.counter(1).unwrap();
    assert_eq!(play.state(1), "window");
    assert_eq!(play.replayed(), play.file);
}

#[test]
fn a_case_that_waits_is_not_moved_to_rules_that_know_no_such_wait() {
    let mut play = in_talks();
    play.act(manager(), record(LinkKind::SameMoney)).unwrap();
    let own = play.pack();
    assert_eq!(misfit(&play.file, &own), None);
    let of = |part: &str| {
        let text = own.text();
        let from = text.find(part).unwrap();
        let end = from + 4 + text[from + 4..].find("\n[").unwrap();
        text[from..end].to_owned()
    };
    let without = own
        .text()
        .replacen(&of("[[link]]\nkind = \"same_money\""), "", 1);
    let unlinked = Pack::parse(&without).unwrap();
    assert_eq!(
        misfit(&play.file, &unlinked).as_deref(),
        Some("negotiation")
    );
    let without = without.replacen(&of("[[hold]]\nid = \"payment_reversal\""), "", 1);
    let unheld = Pack::parse(&without).unwrap();
    assert_eq!(misfit(&play.file, &unheld).as_deref(), Some("negotiation"));
}
