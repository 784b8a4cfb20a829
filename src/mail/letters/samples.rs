//! A letter of every kind and form, as an act would order it, for tests that read them all.

use super::{Deadline, Kind, LetterData, Line, Value};
use crate::domain::Role;
use crate::domain::procedures::{Derivation, Length, Step, Unit, Why};
use jiff::Timestamp;
use jiff::civil::{Date, date};

/// The time at which the samples are read.
pub(crate) fn now() -> Timestamp {
    "2026-08-05T09:20:00Z".parse().unwrap()
}

/// Names that must never stand in a subject.
pub(crate) const NAMES: [&str; 4] = [
    "Aurel & Finch",
    "Yunhe Home",
    "Harbour Market",
    "Lucía Ferrer",
];

/// Every kind in every form that the catalogue knows, with the seat that reads it.
pub(crate) fn all() -> Vec<LetterData> {
    let mut samples = Vec::new();
    for kind in Kind::ALL {
        for reader in [
            None,
            Some(Role::Claimant),
            Some(Role::Respondent),
            Some(Role::CaseManager),
        ] {
            for variant in forms(*kind) {
                let mut sample = of(*kind);
                sample.variant = variant.map(str::to_owned);
                sample.reader = reader;
                samples.push(sample);
            }
        }
    }
    samples
}

/// One letter of a kind with everything a letter can hold.
pub(crate) fn of(kind: Kind) -> LetterData {
    let letter = LetterData::new(kind).zone("Asia/Shanghai");
    match kind {
        Kind::ConfirmEmail
        | Kind::ResetPassword
        | Kind::SignInLink
        | Kind::FirstAdministrator
        | Kind::ConfirmNotice => letter.secret_path("/links/5ec2e7").due(in_days(2)),
        Kind::AccountSecurity => letter.path("/account"),
        Kind::DraftSaved => letter.path("/drafts").due(in_days(30)),
        _ => about_a_case(letter),
    }
}

fn about_a_case(letter: LetterData) -> LetterData {
    let mut letter = letter
        .with("who", "Aurel & Finch Lighting")
        .with("party", "Yunhe Home")
        .with("marketplace", "Harbour Market")
        .with("arbitrator", "Lucía Ferrer")
        .with("exhibit", "R-4")
        .with("version", "1.2.0")
        .with("place", "Card bank")
        .with("points", "2")
        .with("name", "Brightway Ltd")
        .with("what", "a refund")
        .with("step", Value::word("step-measure"))
        .with("procedure", Value::word("pack-us-dmca-512-title"))
        .with("clock", Value::word("clock-quiet"))
        .with("next", Value::word("state-removed-next"))
        .with("role", Value::word("letter-default-role"))
        .with("recipient", "Yunhe Home <shop@yunhe.example>")
        .with("letter", Value::word("letter-notice-served-subject"))
        .listings(["Halo 30 (HM-88120345)", "Halo Drop (HM-88120922)"])
        .quote(
            "Aurel & Finch Lighting",
            "The lamps carry our mark HALO.\nWe never allowed that.",
        )
        .path("/cases/IP-2026-004217");
    letter.case_number = Some("IP-2026-004217".to_owned());
    letter.sides = Some(("Aurel & Finch Lighting".to_owned(), "Yunhe Home".to_owned()));
    letter.receipt_no = Some("IP-2026-004217/11".to_owned());
    letter.extra_lines =
        vec![Line::new("letter-owed-amount").with("sum", Value::money(45_000, "USD"))];
    letter.deadline = Some(Deadline {
        due_at: "2026-08-14T10:00:00Z".parse().unwrap(),
        mine: true,
        derivation: Some(derivation()),
        rule: Some("E-Commerce Law, article 43".to_owned()),
        rule_key: None,
    });
    letter
}

fn in_days(days: i64) -> Timestamp {
    now() + jiff::SignedDuration::from_hours(24 * days)
}

/// Seven days from 6 August of which one is a holiday, the last one moved from a Thursday holiday.
pub(crate) fn derivation() -> Derivation {
    let step = |date: Date, counted: bool, why: Why| Step { date, counted, why };
    let holiday = |key: &str| Why::Holiday {
        key: key.to_owned(),
        name: key.to_owned(),
        observed: false,
    };
    Derivation {
        clock: "answer".to_owned(),
        anchor: "notice".to_owned(),
        anchor_at: "2026-08-03T02:00:00Z".parse().unwrap(),
        zone: "Asia/Shanghai".to_owned(),
        length: Length {
            n: 9,
            unit: Unit::CalendarDays,
        },
        earliest: None,
        first_day: date(2026, 8, 4),
        steps: vec![
            step(date(2026, 8, 3), false, Why::ExcludedFirstDay),
            step(date(2026, 8, 4), true, Why::Counted { n: 1 }),
            step(date(2026, 8, 5), false, holiday("festival")),
            step(date(2026, 8, 6), true, Why::Counted { n: 2 }),
            step(date(2026, 8, 13), true, Why::Counted { n: 9 }),
            step(date(2026, 8, 13), false, holiday("other-festival")),
            step(
                date(2026, 8, 14),
                false,
                Why::Rolled {
                    from: date(2026, 8, 13),
                },
            ),
        ],
        cutoff: "24:00".to_owned(),
        extensions: Vec::new(),
        tolls: Vec::new(),
        chosen: None,
        cites: vec!["ecl-43".to_owned()],
        calendar: Some("cn".to_owned()),
        calendar_version: Some("2026".to_owned()),
        provisional: false,
    }
}

/// The forms of a kind: those that have words of their own, and one that has none.
fn forms(kind: Kind) -> Vec<Option<&'static str>> {
    let special: &[&str] = match kind {
        Kind::AccountSecurity => &["password", "email", "signed-out", "token", "role", "exists"],
        Kind::ListingMeasure => &[
            "hidden",
            "removed",
            "restricted",
            "refused",
            "to-hide",
            "to-remove",
            "to-restrict",
        ],
        Kind::FilingRejected => &["part"],
        Kind::FilingReceived => &["notice", "complaint", "matter"],
        Kind::StepTaken | Kind::StepAwaited => &["filed", "lapse"],
        Kind::OfferAccepted | Kind::OfferDeclined => &["proposal"],
        Kind::Withdrawn => &["lapse", "notice", "complaint"],
        Kind::TimeExtended => &["refused", "calendar", "outage"],
        Kind::ChallengeDecided => &["upheld", "rejected"],
        Kind::ObligationOverdue => &["yours", "determined"],
        Kind::ObligationConfirmed => &["silence", "determined"],
        Kind::DeadlinePassed => &["answer"],
        Kind::Reminder => super::order::REMINDER_FORMS,
        _ => &[],
    };
    let mut forms = vec![None, Some("a-form-without-words")];
    forms.extend(special.iter().map(|form| Some(*form)));
    forms
}
