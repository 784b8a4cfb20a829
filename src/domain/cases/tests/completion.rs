//! Notices and counter-notices that lack something, and courts that hold a case.

use super::*;
use crate::domain::acts::Addressee;
use crate::domain::notices::{Completion, Gap, Place, gaps};

const START: &str = "2026-09-01T02:00:00Z";

/// A notice that lacks nearly everything, with one listing that nobody can find.
fn lacking(pack: &str) -> Play {
    let packs = Packs::embedded().unwrap();
    let nowhere = NewListing {
        url: String::new(),
        item: String::new(),
        ..listing("A1", "Yunhe Home")
    };
    let listings = vec![nowhere, listing("B1", "Brightway")];
    Play::notice_with(
        packs,
        pack,
        START,
        listings,
        &Settings::default(),
        |filing| {
            filing.notice.right.number = String::new();
            filing.notice.right.owner = " ".into();
            filing.notice.right.proof.clear();
            filing.notice.papers.clear();
            filing.notice.declarations.remove(0);
        },
    )
    .unwrap()
}

fn owner() -> Actor {
    actor(Role::Claimant, Some(1), 1)
}

fn market(play: &Play) -> Actor {
    let no = play.file.parties_of(Role::Marketplace).next().unwrap().no;
    actor(Role::Marketplace, Some(no), 4)
}

fn complete(play: &mut Play, completion: Completion) -> Result<Plan, Refusal> {
    let act = notices::Act::Complete {
        completion: Box::new(completion),
    };
    play.act(owner(), Act::Notice(act))
}

fn whole(play: &Play) -> Completion {
    Completion {
        number: "VA 2-345-678".into(),
        owner: "Aurel & Finch".into(),
        places: vec![Place {
            listing: 1,
            url: "https://harbour.example/A1".into(),
            item: String::new(),
        }],
        papers: ["rights_proof", "identity_proof", "proof"]
            .map(paper)
            .into(),
        declarations: declarations(&play.pack(), "notice"),
        ..Completion::default()
    }
}

fn missing(what: &str) -> Refusal {
    Refusal::Missing { what: what.into() }
}

#[test]
fn a_notice_that_lacks_something_names_it_and_goes_on_once_it_is_whole() {
    for (pack, state, papers) in [
        ("us-dmca-512", "incomplete", &[][..]),
        (
            "cn-ecl-ip",
            "defect",
            &["rights_proof", "identity_proof", "proof"][..],
        ),
    ] {
        let mut play = lacking(pack);
        assert_eq!((play.state(1), play.state(2)), (state, state));
        let of = |track| gaps::of_notice(&play.file, &play.pack(), track);
        let mut expected = vec![Gap::Number, Gap::Owner, Gap::Address { listing: 1 }];
        expected.extend(papers.iter().map(|field| Gap::Paper {
            field: (*field).into(),
        }));
        expected.push(Gap::Declaration {
            id: play.pack().document("notice").unwrap().attestations[0].clone(),
        });
        assert_eq!(of(1), expected, "{pack}");
        expected.retain(|gap| !matches!(gap, Gap::Address { .. }));
        assert_eq!(of(2), expected, "the other seller's listing can be found");
        let refused = play.measure(&[1], MeasureAction::Remove).unwrap_err();
        assert!(matches!(refused, Refusal::NotNow { .. }), "{refused:?}");

        let full = whole(&play);
        for (change, what) in [
            (
                Completion {
                    number: String::new(),
                    ..full.clone()
                },
                "right-number",
            ),
            (
                Completion {
                    places: vec![],
                    ..full.clone()
                },
                "listing-address",
            ),
            (
                Completion {
                    declarations: vec![],
                    ..full.clone()
                },
                "declaration",
            ),
        ] {
            assert_eq!(complete(&mut play, change).unwrap_err(), missing(what));
        }
        if !papers.is_empty() {
            let without = Completion {
                papers: vec![paper("proof")],
                ..full.clone()
            };
            assert_eq!(complete(&mut play, without).unwrap_err(), missing("paper"));
        }
        assert_eq!(play.entries.len(), 1, "nothing was half done");
        complete(&mut play, full).unwrap();
        assert_eq!((play.state(1), play.state(2)), ("accepted", "accepted"));
        assert_eq!(
            play.file.listing(1).unwrap().url,
            "https://harbour.example/A1"
        );
        assert!(gaps::of_notice(&play.file, &play.pack(), 1).is_empty());
        assert_eq!(play.replayed(), play.file);
        let full = whole(&play);
        let again = complete(&mut play, full).unwrap_err();
        assert!(matches!(again, Refusal::NotNow { .. }), "{again:?}");
    }
}

#[test]
fn one_seller_can_be_served_while_the_listing_of_another_cannot_be_found() {
    let packs = Packs::embedded().unwrap();
    let nowhere = NewListing {
        url: String::new(),
        item: String::new(),
        ..listing("A1", "Yunhe Home")
    };
    let listings = vec![nowhere, listing("B1", "Brightway")];
    let none = Settings::default();
    let mut play = Play::notice_with(packs, "us-dmca-512", START, listings, &none, |_| {}).unwrap();
    assert_eq!((play.state(1), play.state(2)), ("incomplete", "accepted"));
    play.measure(&[2], MeasureAction::Hide).unwrap();
    let full = whole(&play);
    complete(&mut play, full).unwrap();
    assert_eq!((play.state(1), play.state(2)), ("accepted", "removed"));
    assert_eq!(play.replayed(), play.file);
}

#[test]
fn what_is_not_added_in_time_counts_as_withdrawn_where_the_rules_say_so() {
    let mut play = lacking("cn-ecl-ip");
    play.pass("cure");
    assert_eq!(
        (play.state(1), play.file.outcome.as_deref()),
        ("withdrawn", Some("withdrawn"))
    );
    let full = whole(&play);
    assert!(complete(&mut play, full).is_err());
    // In the United States no time runs against the sender.
    let play = lacking("us-dmca-512");
    assert!(play.file.running_clocks().iter().all(|clock| clock.target));
}

#[test]
fn the_marketplace_sends_a_notice_back_once_with_everything_that_is_missing() {
    for (pack, state) in [("us-dmca-512", "incomplete"), ("cn-ecl-ip", "defect")] {
        let mut play = Play::notice(pack, START, vec![listing("A1", "Yunhe Home")]).unwrap();
        let named = vec![
            Gap::Paper {
                field: "proof".into(),
            },
            Gap::Owner,
        ];
        let send = |gaps: &[Gap], words: &str| {
            Act::Notice(notices::Act::NeedInfo {
                track: 1,
                gaps: gaps.to_vec(),
                words: words.into(),
            })
        };
        let officer = market(&play);
        assert_eq!(
            play.act(officer.clone(), send(&[], "?")).unwrap_err(),
            missing("missing")
        );
        assert_eq!(
            play.act(officer.clone(), send(&named, " ")).unwrap_err(),
            missing("reason")
        );
        let stranger = play.act(owner(), send(&named, "?")).unwrap_err();
        assert!(matches!(stranger, Refusal::NotYours { .. }));
        let plan = play
            .act(officer.clone(), send(&named, "The scan is black."))
            .unwrap();
        assert_eq!(play.state(1), state);
        let letter = plan.letters.iter().find(|l| l.kind == "need-info").unwrap();
        assert_eq!(letter.to, Addressee::Party(1));
        assert_eq!(letter.quote.as_deref(), Some("The scan is black."));
        assert!(play.act(officer.clone(), send(&named, "Again.")).is_err());
        assert_eq!(gaps::wanted(&play.file, &play.pack(), 1), named);

        // The old proof does not answer what was asked for by name; a new one does.
        let half = Completion {
            owner: "Aurel & Finch Ltd".into(),
            declarations: declarations(&play.pack(), "notice"),
            ..Completion::default()
        };
        assert_eq!(
            complete(&mut play, half.clone()).unwrap_err(),
            missing("paper")
        );
        let full = Completion {
            papers: vec![paper("proof")],
            ..half
        };
        complete(&mut play, full).unwrap();
        assert_eq!(play.state(1), "accepted");
        assert!(play.file.track(1).unwrap().asked.is_none());
        play.measure(&[1], MeasureAction::Hide).unwrap();
        assert_eq!(play.replayed(), play.file);
    }
}

#[test]
fn a_notice_against_several_sellers_is_sent_back_once_and_named_in_one_letter() {
    let listings = vec![listing("A1", "Yunhe Home"), listing("B1", "Brightway")];
    let mut play = Play::notice("cn-ecl-ip", START, listings).unwrap();
    let officer = market(&play);
    let all = Act::Notice(notices::Act::NeedInfo {
        track: 0,
        gaps: vec![Gap::Owner],
        words: "Another company owns it.".into(),
    });
    let plan = play.act(officer.clone(), all.clone()).unwrap();
    assert_eq!((play.state(1), play.state(2)), ("defect", "defect"));
    let letters = |plan: &Plan| {
        plan.letters
            .iter()
            .filter(|l| l.kind == "need-info")
            .count()
    };
    assert_eq!(letters(&plan), 1);
    let none = play.act(officer, all).unwrap_err();
    assert!(matches!(none, Refusal::NotNow { .. }), "{none:?}");
    let full = Completion {
        owner: "Aurel & Finch Ltd".into(),
        declarations: declarations(&play.pack(), "notice"),
        ..Completion::default()
    };
    complete(&mut play, full).unwrap();
    assert_eq!((play.state(1), play.state(2)), ("accepted", "accepted"));
    assert_eq!(play.replayed(), play.file);
}

#[test]
fn a_counter_notice_without_its_declarations_waits_until_it_is_whole() {
    let counter = |play: &Play, declarations: Vec<Declaration>, contact: &str| {
        let party = play.file.track(1).unwrap().respondent;
        let act = notices::Act::Counter {
            track: 1,
            ground: "licence".into(),
            statement: "We have a licence.".into(),
            contact: contact.into(),
            declarations,
        };
        let who = actor(Role::Respondent, Some(party), u128::from(party));
        (who, Act::Notice(act))
    };
    let mut play = Play::notice("us-dmca-512", START, vec![listing("A1", "Yunhe Home")]).unwrap();
    play.measure(&[1], MeasureAction::Remove).unwrap();
    let (who, act) = counter(&play, vec![declaration("mistake")], "1 Road");
    let plan = play.act(who, act).unwrap();
    assert_eq!(play.state(1), "counter_incomplete");
    let letter = plan.letters.iter().find(|l| l.kind == "need-info").unwrap();
    assert_eq!(letter.to, Addressee::Party(2));
    assert!(play.file.running(1, "restore").is_none());
    assert!(
        play.file.running(1, "quiet").is_some(),
        "the time for an answer still runs"
    );
    let answer = play.file.track(1).unwrap().answer.clone().unwrap();
    assert_eq!(
        gaps::of_counter(&play.pack(), &answer),
        ["jurisdiction", "accept_service"].map(|id| Gap::Declaration { id: id.into() })
    );
    // Another half of one moves nothing; the whole one starts the put-back time.
    let (who, act) = counter(&play, declarations(&play.pack(), "counter"), " ");
    assert_eq!(play.act(who, act).unwrap_err(), missing("contact"));
    play.counter(1).unwrap();
    assert_eq!(play.state(1), "window");

    // The marketplace finds that the address does not exist.
    let officer = market(&play);
    let back = Act::Notice(notices::Act::NeedInfo {
        track: 1,
        gaps: vec![Gap::Contact],
        words: "No such street.".into(),
    });
    let plan = play.act(officer, back).unwrap();
    assert_eq!(play.state(1), "counter_incomplete");
    assert!(play.file.running(1, "restore").is_none() && play.file.running(1, "putback").is_none());
    assert!(plan.letters.iter().any(|l| l.kind == "counter-sent-back"));
    play.now = at("2026-09-07T02:00:00Z");
    play.counter(1).unwrap();
    let again = play.file.running(1, "restore").unwrap();
    assert_eq!(again.started_at, play.now, "counted from the whole one");
    assert!(play.file.track(1).unwrap().asked.is_none());
    assert_eq!(play.replayed(), play.file);

    // Where the rules have no place for half a declaration, it is refused as it stands.
    let mut play = Play::notice("cn-ecl-ip", START, vec![listing("A1", "Yunhe Home")]).unwrap();
    play.measure(&[1], MeasureAction::Remove).unwrap();
    let (who, act) = counter(&play, vec![], "1 Road");
    assert_eq!(play.act(who, act).unwrap_err(), missing("declaration"));
    assert_eq!(play.state(1), "measured");
}

#[test]
fn a_court_order_stops_every_clock_and_says_what_the_listings_become() {
    let order = |measure: Option<MeasureAction>, copy: bool| {
        Act::Notice(notices::Act::CourtOrder {
            track: 1,
            court: "Hangzhou Internet Court".into(),
            number: "(2026) Zhe 0192 No. 7".into(),
            ordered_on: jiff::civil::date(2026, 9, 3),
            measure,
            detail: "The listing comes back until judgment.".into(),
            copy: copy.then(document),
        })
    };
    let mut play = Play::notice("cn-ecl-ip", START, vec![listing("A1", "Yunhe Home")]).unwrap();
    let officer = market(&play);
    assert!(matches!(
        play.act(officer.clone(), order(None, true)).unwrap_err(),
        Refusal::NotNow { .. }
    ));
    play.measure(&[1], MeasureAction::Remove).unwrap();
    assert_eq!(
        play.act(officer.clone(), order(None, false)).unwrap_err(),
        missing("order-copy")
    );
    for who in [owner(), shop()] {
        let refused = play.act(who, order(None, true)).unwrap_err();
        assert!(matches!(refused, Refusal::NotYours { .. }));
    }
    let plan = play
        .act(officer, order(Some(MeasureAction::Restore), true))
        .unwrap();
    assert_eq!(play.state(1), "court_held");
    let running = play.file.running_clocks();
    assert!(running.iter().all(|clock| clock.target), "{running:?}");
    let waits = play.file.listing(1).unwrap().order.clone().unwrap();
    assert_eq!(
        (waits.action, waits.basis.as_str()),
        (MeasureAction::Restore, "court_order")
    );
    assert_eq!(
        plan.letters
            .iter()
            .filter(|l| l.kind == "court-held")
            .count(),
        3
    );
    assert_eq!(
        play.file.track(1).unwrap().order.as_ref().unwrap().number,
        "(2026) Zhe 0192 No. 7"
    );
    let outcome = notices::Act::ActionOutcome {
        track: 1,
        result: notices::ActionResult::KeepDown,
        detail: "Judgment of 1 October.".into(),
    };
    play.act(manager(), Act::Notice(outcome)).unwrap();
    assert_eq!(play.state(1), "upheld");
    assert_eq!(play.replayed(), play.file);
}
