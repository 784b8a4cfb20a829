//! The date in a letter: which clock matters to this reader, how it was counted, what silence does.

use super::{Occasion, Reader};
use crate::domain::Role;
use crate::domain::acts::{Clock, Effect, LetterOrder};
use crate::domain::cases::CaseFile;
use crate::domain::procedures::{LapseOutcome, Pack};
use crate::mail::letters::{Deadline, Kind, Line};

/// Forms of reminders, by what a clock asks for.
#[cfg(test)]
pub(in crate::mail::letters) const REMINDER_FORMS: &[&str] = &[
    "answer",
    "holder",
    "need-info",
    "challenge",
    "talks",
    "offer",
    "perform",
    "decision",
    "put-back",
    "measure",
    "appoint",
    "screen",
];

/// What the clocks of the packs ask for, in terms that letters have words for.
pub(super) fn form_of(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "reply" | "respond" | "quiet" => "answer",
        "holder" | "restore" => "holder",
        "cure" | "help" => "need-info",
        "object" => "challenge",
        "negotiate" | "facilitate" => "talks",
        "consider" => "offer",
        "perform" => "perform",
        "decision" | "final" => "decision",
        "putback" => "put-back",
        "act" | "assess" => "measure",
        "appoint" => "appoint",
        "screen" => "screen",
        _ => return None,
    })
}

/// The clock that matters to the reader, or the date that the act itself set.
pub(super) fn deadline(
    kind: Kind,
    order: &LetterOrder,
    on: &Occasion<'_>,
    reader: &Reader<'_>,
) -> Option<Deadline> {
    if let Some(clock) = clock_of(order, on, reader) {
        return Some(of_clock(clock, on.file, on.pack, reader));
    }
    match kind {
        Kind::OfferMade => on.plan.effects.iter().find_map(|effect| match effect {
            Effect::OfferMade { offer } => Some(Deadline {
                due_at: offer.open_until,
                mine: true,
                derivation: None,
                rule: None,
            }),
            _ => None,
        }),
        // Either side may challenge; the clock belongs to nobody.
        Kind::AppointmentAccepted => {
            let clock = started(order, on).find(|clock| !clock.target)?;
            let may = matches!(reader.role, Some(Role::Claimant | Role::Respondent));
            Some(Deadline {
                mine: may,
                ..of_clock(clock, on.file, on.pack, reader)
            })
        }
        // A new door is asked for by people who want to know what is left to do.
        Kind::AnswerLink => {
            let clock = reader
                .role
                .and_then(|role| on.file.clock_for(role, reader.party))?;
            Some(of_clock(clock, on.file, on.pack, reader))
        }
        Kind::DeadlinePassed => fired(on).map(|clock| Deadline {
            mine: false,
            ..of_clock(clock, on.file, on.pack, reader)
        }),
        _ => None,
    }
}

/// A step may start several clocks and an order names the last of them: the reader's own comes first,
/// then any that is not merely a target of somebody else.
pub(super) fn clock_of<'a>(
    order: &LetterOrder,
    on: &Occasion<'a>,
    reader: &Reader<'_>,
) -> Option<&'a Clock> {
    let named = on
        .file
        .clocks
        .iter()
        .find(|clock| Some(clock.no) == order.clock)?;
    let clocks: Vec<&Clock> = std::iter::once(named).chain(started(order, on)).collect();
    let own = |clock: &&&Clock| is_mine(clock, on.file, reader);
    let binding = |clock: &&&Clock| !clock.target;
    let found = clocks.iter().find(|clock| own(clock) && binding(clock));
    let found = found.or_else(|| clocks.iter().find(own));
    found.or_else(|| clocks.iter().find(binding)).copied()
}

fn started<'a>(order: &LetterOrder, on: &Occasion<'a>) -> impl Iterator<Item = &'a Clock> {
    let (track, file) = (order.track, on.file);
    on.plan
        .effects
        .iter()
        .filter_map(move |effect| match effect {
            Effect::ClockStarted { clock } if track.is_none_or(|track| track == clock.track) => {
                file.clocks.iter().find(|known| known.no == clock.no)
            }
            _ => None,
        })
}

/// Whether it is the reader who must act in time.
pub(super) fn is_mine(clock: &Clock, file: &CaseFile, reader: &Reader<'_>) -> bool {
    let same_side = clock.owner != Role::Respondent
        || file.track(clock.track).map(|track| track.respondent) == reader.party;
    reader.role == Some(clock.owner) && same_side
}

pub(super) fn of_clock(
    clock: &Clock,
    file: &CaseFile,
    pack: &Pack,
    reader: &Reader<'_>,
) -> Deadline {
    let cited = clock
        .derivation
        .cites
        .first()
        .and_then(|key| pack.source(key));
    Deadline {
        // Of a window, the first moment at which the other side's right begins is the last in which to act.
        due_at: clock.earliest_at.unwrap_or(clock.due_at),
        mine: is_mine(clock, file, reader),
        derivation: Some(clock.derivation.clone()),
        rule: cited.map(|source| {
            if source.article.is_empty() {
                source.title.clone()
            } else {
                format!("{}, {}", source.title, source.article)
            }
        }),
    }
}

/// What the pack says about silence, where it says it in one of its typed outcomes.
pub(super) fn lapse(clock: &Clock, pack: &Pack) -> Option<Line> {
    let outcome = pack.clock(&clock.rule)?.lapse_outcome;
    (outcome != LapseOutcome::NoEffect).then(|| {
        Line::new(&format!(
            "letter-lapse-{}",
            outcome.as_str().replace('_', "-")
        ))
    })
}

pub(super) fn fired<'a>(on: &Occasion<'a>) -> Option<&'a Clock> {
    on.plan.effects.iter().find_map(|effect| match effect {
        Effect::ClockFired { clock } => on.file.clocks.iter().find(|c| c.no == *clock),
        _ => None,
    })
}
