//! How long the rules take: reading and proving a procedure of sixty states, and deciding an act on a case with five
//! hundred entries. Each figure stands beside a ceiling taken in the same run: the work that nothing could do without.
//!
//!     cargo bench --bench rules

mod shared;

use jiff::{SignedDuration, Timestamp};
use redress::domain::Role;
use redress::domain::acts::Act;
use redress::domain::cases::{CaseFile, Law, decide, open_complaint};
use redress::domain::complaints;
use redress::domain::ids::{AccountId, CaseId, CaseNumber};
use redress::domain::parties::{Actor, Via};
use redress::domain::procedures::{Calendars, Pack, Packs, Settings, lint};
use shared::{complaint, line, message};
use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};
use uuid::Uuid;

const STATES: usize = 60;
const ENTRIES: u64 = 500;
const ROUNDS: usize = 200;

/// A procedure of that many states: each waits for one side, with a deadline, a step on and a step to an end.
fn procedure(states: usize) -> String {
    let mut text = String::from(
        r#"[pack]
id = "sixty"
version = "1.0.0"
jurisdiction = "XX"
kind = "matter"
status = "draft"
effective_from = "2026-01-01"
applies_by = "filing_date"
zone = "UTC"
turns = "The sides take turns."

[[source]]
key = "house"
title = "Rules of this installation"
article = "1"

[[phase]]
id = "filing"
[[phase]]
id = "closed"

[[document]]
id = "claim"
cite = ["house"]
fields = [{ id = "words", type = "long_text", required = true }]

[[state]]
id = "draft"
phase = "filing"
kind = "open"
turn = "claimant"

[[state]]
id = "ended"
phase = "closed"
kind = "terminal"
outcome = "decided"

[[transition]]
id = "file"
from = ["draft"]
to = "s1"
act = "file"
by = ["claimant"]
needs = "claim"
do = [{ start = "c1" }]
cite = ["house"]
"#,
    );
    let last = states - 2;
    for n in 1..=last {
        let side = if n % 2 == 1 { "respondent" } else { "claimant" };
        let (to, start) = match n {
            n if n == last => ("ended".to_owned(), "{ close = \"decided\" }".to_owned()),
            n => (
                format!("s{}", n + 1),
                format!("{{ start = \"c{}\" }}", n + 1),
            ),
        };
        let _ = write!(
            text,
            r#"
[[state]]
id = "s{n}"
phase = "filing"
kind = "waiting"
turn = "{side}"
evidence = ["claimant", "respondent"]

[[transition]]
id = "answer{n}"
from = ["s{n}"]
to = "{to}"
act = "step"
by = ["{side}"]
needs = "claim"
do = [{{ stop = "*" }}, {start}]
cite = ["house"]

[[transition]]
id = "silence{n}"
from = ["s{n}"]
to = "ended"
act = "lapse"
clock = "c{n}"
by = ["system"]
do = [{{ stop = "*" }}, {{ close = "decided" }}]
cite = ["house"]

[[clock]]
id = "c{n}"
kind = "deadline"
length = {{ n = 10, unit = "business_days" }}
anchor = "claim-filed"
owner = "{side}"
calendar = "us-federal"
roll = "next_working_day"
lapse_outcome = "decide_on_record"
cite = ["house"]
"#
        );
    }
    text
}

/// A complaint with one filing and messages up to that many entries.
fn long_case(law: Law<'_>, now: Timestamp) -> (CaseFile, Actor) {
    let (filing, actor) = complaint(law.pack, now);
    let (mut file, _) = open_complaint(
        &filing,
        &law,
        &Settings::default(),
        &actor,
        CaseId(Uuid::from_u128(7)),
        CaseNumber::compose("CO", 2026, 1),
        now,
    )
    .expect("the complaint is complete");
    file.finish_entry(1, now);
    for no in 2..=ENTRIES {
        let at = now + SignedDuration::from_mins(i64::try_from(no).unwrap_or(0));
        let (mut after, _) =
            decide(&file, law, &actor, &message(no), at).expect("anybody may write");
        after.finish_entry(no, at);
        file = after;
    }
    (file, actor)
}

/// The median of many rounds.
fn median(mut round: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let from = Instant::now();
            round();
            from.elapsed()
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}

fn main() {
    let calendars = Calendars::embedded().expect("the calendars are sound");
    let text = procedure(STATES);
    let findings = lint(&Pack::parse(&text).expect("it reads"), &calendars);
    assert!(findings.is_empty(), "{findings:?}");
    let both = median(|| {
        let pack = Pack::parse(black_box(&text)).expect("it reads");
        black_box(lint(&pack, &calendars));
    });
    let read = median(|| {
        black_box(Pack::parse(black_box(&text)).expect("it reads"));
    });
    let toml = median(|| {
        let table: toml::Table = black_box(&text).parse().expect("it is TOML");
        black_box(table);
    });
    println!(
        "{} states, {} lines of TOML; {ENTRIES} entries; medians of {ROUNDS} rounds\n",
        STATES,
        text.lines().count()
    );
    line(
        "read a procedure of 60 states",
        read,
        "parse its TOML",
        toml,
    );
    line("read and prove it", both, "parse its TOML", toml);

    let packs = Packs::embedded().expect("the procedures are sound");
    let pack = packs.latest("consumer-odr").expect("it is there");
    let law = Law {
        pack,
        calendars: &calendars,
        next: None,
    };
    let now: Timestamp = "2026-11-02T15:00:00Z".parse().expect("an instant");
    let (file, actor) = long_case(law, now);
    assert_eq!(file.version, ENTRIES);
    let later = now + SignedDuration::from_hours(24);
    let copy = median(|| {
        black_box(black_box(&file).clone());
    });
    let next = message(ENTRIES + 1);
    let wrote = median(|| {
        black_box(decide(black_box(&file), law, &actor, &next, later)).expect("allowed");
    });
    let manager = Actor {
        role: Role::CaseManager,
        name: "registry".into(),
        account: Some(AccountId(Uuid::from_u128(9))),
        party: None,
        mandate: None,
        via: Via::Page,
    };
    let accept = Act::Complaint(complaints::Act::ScreenAccept);
    let screened = median(|| {
        black_box(decide(black_box(&file), law, &manager, &accept, later)).expect("allowed");
    });
    let refused = median(|| {
        black_box(decide(black_box(&file), law, &actor, &accept, later))
            .expect_err("not the consumer's");
    });
    line(
        "decide a message on 500 entries",
        wrote,
        "copy the case",
        copy,
    );
    line(
        "decide a screening with clock and letter",
        screened,
        "copy the case",
        copy,
    );
    line("refuse an act", refused, "copy the case", copy);
}
