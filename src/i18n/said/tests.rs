//! Every word of the domain has words in every language, and a refusal says what is possible.

use super::*;
use crate::domain::acts::Act;
use crate::domain::complaints::{Problem, Remedy};
use crate::domain::decisions::Finding;
use crate::domain::evidence::ExhibitKind;
use crate::domain::messages::Audience;
use crate::domain::notices::{MeasureAction, MeasureValue, Position, RightKind};
use crate::domain::procedures::text_keys;
use crate::domain::procedures::{
    ActName, Calendars, Changes, Guard, LapseOutcome, Outcome, Packs, Settings, Status, Unit,
    Weight, count_clock,
};
use crate::domain::settlements::{ObligationState, OfferState};
use crate::i18n::{Catalogue, Locale};
use jiff::Timestamp;

fn catalogue() -> Catalogue {
    Catalogue::embedded().unwrap()
}

fn packs() -> (Packs, Calendars) {
    let calendars = Calendars::embedded().unwrap();
    (Packs::embedded().unwrap(), calendars)
}

/// Keys that a language does not have itself; falling back to English counts as missing.
fn missing(keys: &[String]) -> Vec<String> {
    let catalogue = Catalogue::embedded().unwrap();
    let mut missing = Vec::new();
    for locale in Locale::ALL {
        let unsaid = keys.iter().filter(|key| !catalogue.speaks(locale, key));
        missing.extend(unsaid.map(|key| format!("{}: {key}", locale.tag())));
    }
    missing
}

#[test]
fn every_act_has_a_heading_and_a_button() {
    let keys: Vec<String> = Act::NAMES
        .iter()
        .flat_map(|name| [key("act", name), key("act", name) + "-do"])
        .collect();
    assert_eq!(missing(&keys), Vec::<String>::new());
}

#[test]
fn every_word_of_the_packs_has_words() {
    let (packs, _) = packs();
    let keys: Vec<String> = packs.iter().flat_map(|pack| text_keys(pack)).collect();
    assert_eq!(missing(&keys), Vec::<String>::new());
}

#[test]
fn every_closed_vocabulary_has_words() {
    let mut keys = Vec::new();
    let mut all =
        |sort: &str, words: Vec<&str>| keys.extend(words.into_iter().map(|word| key(sort, word)));
    all(
        "outcome",
        Outcome::ALL
            .iter()
            .map(|word| word.as_str())
            .chain(["mixed"])
            .collect(),
    );
    all(
        "step",
        ActName::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "lapse",
        LapseOutcome::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all("unit", Unit::ALL.iter().map(|word| word.as_str()).collect());
    all(
        "public-rules-status",
        Status::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "public-rules-weight",
        Weight::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "public-rules-if",
        Guard::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "public-rules-if-not",
        Guard::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all("role", Role::ALL.iter().map(|word| word.as_str()).collect());
    all(
        "turn",
        Role::ALL
            .iter()
            .map(|word| word.as_str())
            .chain(["yours", "nobody"])
            .collect(),
    );
    all(
        "right",
        RightKind::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "action",
        MeasureAction::ALL
            .iter()
            .map(|word| word.as_str())
            .collect(),
    );
    all(
        "measure",
        MeasureValue::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "position",
        Position::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "problem",
        Problem::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "remedy",
        Remedy::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "finding",
        Finding::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "exhibit-kind",
        ExhibitKind::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "audience",
        Audience::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "offer",
        OfferState::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "obligation",
        ObligationState::ALL
            .iter()
            .map(|word| word.as_str())
            .collect(),
    );
    all(
        "refusal-offer",
        OfferState::ALL.iter().map(|word| word.as_str()).collect(),
    );
    all(
        "language",
        Locale::ALL.iter().map(|locale| locale.tag()).collect(),
    );
    all("country", COUNTRIES.to_vec());
    assert_eq!(missing(&keys), Vec::<String>::new());
}

/// The words that the rules write where something is missing, limited or in conflict, read from their sources.
fn refusals_in_the_rules() -> Vec<String> {
    fn walk(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ext| ext == "rs") && !path.ends_with("tests.rs")
            {
                let text = std::fs::read_to_string(&path).unwrap();
                for (start, sort) in [
                    ("require(\"", "missing"),
                    ("Missing { what: \"", "missing"),
                    ("Limit { what: \"", "limit"),
                    ("Conflict { why: \"", "conflict"),
                ] {
                    found.extend(
                        text.split(start)
                            .skip(1)
                            .filter_map(|rest| rest.split_once('"'))
                            .map(|(word, _)| key(&format!("refusal-{sort}"), word)),
                    );
                }
            }
        }
    }
    let mut found = Vec::new();
    walk(
        &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut found,
    );
    found.retain(|key| key.chars().all(|c| c.is_ascii_lowercase() || c == '-'));
    found
}

#[test]
fn every_refusal_of_the_rules_has_words() {
    let mut keys = refusals_in_the_rules();
    assert!(keys.len() > 20, "the rules were not found: {keys:?}");
    keys.extend(
        ["party", "representative", "colleague", "left", "side"]
            .map(|why| key("refusal-conflict", why)),
    );
    keys.extend(
        [
            "no-issues",
            "no-finding",
            "no-reasons",
            "no-summary",
            "no-amount",
            "no-days",
        ]
        .map(|what| key("refusal-incomplete", what)),
    );
    assert_eq!(missing(&keys), Vec::<String>::new());
}

#[test]
fn a_refusal_fills_its_words_in_both_languages() {
    let at: Timestamp = "2026-08-14T10:00:00Z".parse().unwrap();
    let refusals = [
        Refusal::NotNow {
            act: "measure".into(),
            state: "holder_wait".into(),
        },
        Refusal::NotYours {
            act: "notice.counter".into(),
        },
        Refusal::TooLate { ended_at: at },
        Refusal::TooEarly { opens_at: at },
        Refusal::Stale { version: 4 },
        Refusal::AlreadyDone,
        Refusal::Unknown {
            what: "offer 2".into(),
        },
        Refusal::Unknown {
            what: "R2-4".into(),
        },
        Refusal::Unknown {
            what: "no-such-pack".into(),
        },
        Refusal::OwnOffer,
        Refusal::NoMoreTime,
        Refusal::SamePerson,
        Refusal::Incomplete {
            what: "no-finding".into(),
            no: 3,
        },
        Refusal::Duplicate {
            number: "IP-2026-000123".into(),
        },
        Refusal::Limit {
            what: "characters".into(),
            limit: 20_000,
        },
        Refusal::RecordChanged,
        Refusal::Unconsidered {
            exhibit: "C-2".to_owned().into(),
        },
        Refusal::SameParty,
    ];
    let zone = TimeZone::get("Asia/Shanghai").unwrap();
    for locale in Locale::ALL {
        let words = catalogue().words(locale);
        for refused in &refusals {
            let text = refusal(&words, &zone, refused);
            assert!(
                !text.contains('{') && !text.starts_with("refusal-"),
                "{locale}: {text}"
            );
        }
    }
    let words = catalogue().words(Locale::En);
    let late = refusal(&words, &zone, &Refusal::TooLate { ended_at: at });
    assert!(late.contains("Fri 14 August 2026, 18:00"), "{late}");
    assert_eq!(
        refusal(
            &words,
            &zone,
            &Refusal::Unknown {
                what: "offer 2".into()
            }
        ),
        "Offer 2 is not part of this case. Go back to the case page and open it from there."
    );
}

#[test]
fn an_act_names_its_object_where_it_has_one() {
    let words = catalogue().words(Locale::En);
    assert_eq!(
        act(&words, "evidence.file", "C-1, C-2"),
        "Evidence filed: C-1, C-2"
    );
    assert_eq!(act(&words, "evidence.file", ""), "Evidence filed");
    assert_eq!(act(&words, "notice.file", "anything"), "Notice filed");
    assert_eq!(
        act_button(&words, "notice.counter"),
        "Send the counter-notice"
    );
}

#[test]
fn roles_and_turns_are_told_to_their_reader() {
    let words = catalogue().words(Locale::En);
    assert_eq!(
        turn(&words, Some(Role::CaseManager), Some(Role::CaseManager)),
        "Your turn"
    );
    assert_eq!(
        turn(&words, Some(Role::CaseManager), Some(Role::Claimant)),
        "Case manager's turn"
    );
    assert_eq!(turn(&words, None, None), "Nobody's turn");
    assert_eq!(role_in(&words, Role::Claimant, Kind::Complaint), "Consumer");
    assert_eq!(
        role_in(&words, Role::Arbitrator, Kind::Notice),
        "Arbitrator"
    );
}

#[test]
fn a_count_can_be_followed_line_by_line() {
    let (packs, calendars) = packs();
    let pack = packs.latest("us-dmca-512").unwrap();
    // Wednesday 18 November 2026; Thanksgiving lies in between.
    let at: Timestamp = "2026-11-18T15:00:00Z".parse().unwrap();
    let counted = count_clock(
        pack,
        "putback",
        at,
        &calendars,
        &Settings::default(),
        &Changes::default(),
    )
    .unwrap();
    let words = catalogue().words(Locale::En);
    let lines = derivation_lines(&words, &counted.derivation);
    assert_eq!(
        lines,
        [
            "10 working days to 14 working days, counted from receipt of the counter-notice on Wed 18 November 2026",
            "Wed 18 November 2026: the day of the event, not counted",
            "Thu 19 November 2026 to Fri 20 November 2026: days 1 to 2",
            "Sat 21 November 2026 to Sun 22 November 2026: weekend, not counted",
            "Mon 23 November 2026 to Wed 25 November 2026: days 3 to 5",
            "Thu 26 November 2026: Thanksgiving Day, not counted",
            "Fri 27 November 2026: day 6",
            "Sat 28 November 2026 to Sun 29 November 2026: weekend, not counted",
            "Mon 30 November 2026 to Fri 4 December 2026: days 7 to 11",
            "Sat 5 December 2026 to Sun 6 December 2026: weekend, not counted",
            "Mon 7 December 2026 to Wed 9 December 2026: days 12 to 14",
            "The last day ends at 24:00, New York time (UTC-5).",
            "Working days: United States federal holidays, version 2026.2",
        ]
    );
    for locale in Locale::ALL {
        let words = catalogue().words(locale);
        for line in derivation_lines(&words, &counted.derivation) {
            assert!(!line.contains('{') && !line.contains("why-"), "{line}");
        }
    }
    assert_eq!(derivation_summary(&words, &counted.derivation), lines[0]);
}
