//! What a version of a procedure changes, in the reader's language.

use crate::domain::procedures::compare::{Difference, differences};
use crate::domain::procedures::{ActName, Amount, Length, Pack, Span, Status};
use crate::i18n::Words;
use crate::web::words::{self, said};

/// What a version changes for people against another one, a sentence each.
pub fn changes(words: &Words, was: &Pack, now: &Pack) -> Vec<String> {
    differences(was, now)
        .iter()
        .map(|difference| in_words(words, was, now, difference))
        .collect()
}

/// A difference as a sentence in the reader's language.
fn in_words(words: &Words, was: &Pack, pack: &Pack, difference: &Difference) -> String {
    let clock = |id: &str| words::clock_label(words, id, false);
    match difference {
        Difference::Status { old, new } => words.with2(
            "admin-change-status",
            "old",
            status(words, *old),
            "new",
            status(words, *new),
        ),
        Difference::State { id, is_new } => {
            let key = if *is_new {
                "admin-change-state-new"
            } else {
                "admin-change-state-gone"
            };
            words.with1(key, "state", words::state(words, id))
        }
        Difference::Step {
            role,
            step,
            state,
            is_gained,
        } => {
            let key = if *is_gained {
                "admin-change-step-new"
            } else {
                "admin-change-step-gone"
            };
            let what = step_name(words, pack, step);
            words.with(
                key,
                &[
                    ("who", words::role_in(words, *role, pack.kind()).into()),
                    ("step", what.into()),
                    ("state", words::state(words, state).into()),
                ],
            )
        }
        Difference::Leads {
            step,
            is_lapse,
            state,
            old,
            new,
        } => {
            let states =
                |ids: &[String]| words::listed(words, ids.iter().map(|id| words::state(words, id)));
            let what = match is_lapse {
                true => clock(step),
                false => step_name(words, pack, step),
            };
            words.with(
                if *is_lapse {
                    "admin-change-end-leads"
                } else {
                    "admin-change-step-leads"
                },
                &[
                    ("step", what.into()),
                    ("state", words::state(words, state).into()),
                    ("old", states(old).into()),
                    ("new", states(new).into()),
                ],
            )
        }
        Difference::Clock { id, is_new } => {
            let key = if *is_new {
                "admin-change-clock-new"
            } else {
                "admin-change-clock-gone"
            };
            words.with1(key, "clock", clock(id))
        }
        Difference::Length { id, .. } => {
            let said = words.with(
                "admin-change-length",
                &[
                    ("clock", clock(id).into()),
                    ("old", lasting(words, was, id).into()),
                    ("new", lasting(words, pack, id).into()),
                ],
            );
            match gains(words, was, pack, id) {
                Some(who) => words.with2("admin-change-and", "said", said, "who", who),
                None => said,
            }
        }
        Difference::Roll { id, old, new } => words.with(
            "admin-change-roll",
            &[
                ("clock", clock(id).into()),
                ("old", said(words, "admin-roll", old.as_str()).into()),
                ("new", said(words, "admin-roll", new.as_str()).into()),
            ],
        ),
        Difference::Calendar { id, old, new } => words.with(
            "admin-change-calendar",
            &[
                ("clock", clock(id).into()),
                ("old", calendar(words, old).into()),
                ("new", calendar(words, new).into()),
            ],
        ),
        Difference::Said { of } => said(words, "admin-change-said", of.as_str()),
        Difference::Silence { id, old, new } => words.with(
            "admin-change-silence",
            &[
                ("clock", clock(id).into()),
                ("old", said(words, "lapse", old.as_str()).into()),
                ("new", said(words, "lapse", new.as_str()).into()),
            ],
        ),
    }
}

/// Who has more time by a change of length, or less; none where that cannot be said, as of days against months.
fn gains(words: &Words, was: &Pack, pack: &Pack, id: &str) -> Option<String> {
    let usual = |pack: &Pack| {
        let length = |name: &str| {
            let param = pack.param(name)?;
            Some((param.default, param.unit))
        };
        match &pack.clock(id)?.span {
            Span::Fixed(length) => Some((length.n, length.unit)),
            Span::Window { max, .. } => Some((max.n, max.unit)),
            Span::Param(name) => length(name),
        }
    };
    let (old, new) = (usual(was)?, usual(pack)?);
    let key = match old.1 == new.1 {
        true if new.0 > old.0 => "admin-change-more-time",
        true if new.0 < old.0 => "admin-change-less-time",
        _ => return None,
    };
    let owner = pack.clock(id)?.owner?;
    let who = words::role_in(words, owner, pack.kind());
    Some(words.with1(key, "who", who))
}

/// A step as people call it.
pub fn step_name(words: &Words, pack: &Pack, step: &str) -> String {
    match ActName::ALL.iter().any(|act| act.as_str() == step) {
        true => said(words, "step", step),
        false => words::step(words, pack, step),
    }
}

/// A length, with its range where the operator sets it.
fn usual(words: &Words, pack: &Pack, amount: &Amount) -> String {
    match amount {
        Amount::Fixed(length) => words::length(words, *length),
        Amount::Param(name) => ranged(words, pack, name),
    }
}

fn ranged(words: &Words, pack: &Pack, name: &str) -> String {
    let Some(param) = pack.param(name) else {
        return String::new();
    };
    let unit = param.unit;
    let of = |n| words::length(words, Length { n, unit });
    words.with3(
        "admin-number-between",
        "own",
        of(param.default),
        "least",
        of(param.min),
        "most",
        of(param.max),
    )
}

/// How long a clock lasts, with what can be added to it and what does not count.
fn lasting(words: &Words, pack: &Pack, id: &str) -> String {
    let Some(clock) = pack.clock(id) else {
        return String::new();
    };
    let mut said = match &clock.span {
        Span::Fixed(length) => words::length(words, *length),
        Span::Window { min, max } => words.with2(
            "unit-window",
            "least",
            words::length(words, *min),
            "most",
            words::length(words, *max),
        ),
        Span::Param(name) => ranged(words, pack, name),
    };
    for rule in &clock.extend {
        let more = words.with2(
            "admin-change-more",
            "length",
            usual(words, pack, &rule.adds),
            "times",
            rule.times,
        );
        said.push_str(&more);
    }
    if let Some(toll) = &clock.toll {
        said.push_str(&words.with1("admin-change-toll", "length", usual(words, pack, &toll.cap)));
    }
    said
}

fn calendar(words: &Words, name: &str) -> String {
    match words.find(&format!("calendar-{name}")) {
        Some(found) => found.to_owned(),
        None => name.to_owned(),
    }
}

pub fn status(words: &Words, status: Status) -> String {
    said(words, "public-rules-status", status.as_str())
}
