//! The date in a letter: which clock matters to this reader, how it was counted, what silence does.

use super::{Occasion, Reader};
use crate::domain::Role;
use crate::domain::acts::{Clock, Effect, LetterOrder};
use crate::domain::cases::CaseFile;
use crate::domain::procedures::{LapseOutcome, Pack};
use crate::domain::settlements::dates::SettlementDate;
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
    "confirm",
    "decision",
    "put-back",
    "measure",
    "appoint",
    "screen",
];

/// What the clocks of the packs ask for, in terms that letters have words for.
pub(super) fn form_of(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "reply" | "respond" | "quiet" | "take_part" => "answer",
        "holder" | "restore" => "holder",
        "cure" | "help" | "records" => "need-info",
        "object" => "challenge",
        "negotiate" | "facilitate" => "talks",
        "consider" => "offer",
        "perform" => "perform",
        "decision" | "final" => "decision",
        "putback" => "put-back",
        "act" | "assess" => "measure",
        "appoint" | "pick" | "take_seat" => "appoint",
        "screen" | "refuse" => "screen",
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
    let of = |clock: &Clock| of_clock(clock, on.file, on.pack, reader);
    let others = |clock: &Clock| Deadline {
        mine: false,
        ..of(clock)
    };
    match kind {
        // When the listings come back depends on the claimant; nobody else has anything to do before.
        Kind::PutBackDue => {
            let clocks = std::iter::once(order.clock)
                .flatten()
                .filter_map(|no| find(on.file, no));
            let mut clocks = clocks.chain(started(order, on));
            clocks
                .find(|clock| clock.owner == Role::Claimant && !clock.target)
                .map(others)
        }
        // Restoring is bound to a window where there is one, and to no date otherwise.
        Kind::ListingRestored => {
            let windows = on
                .file
                .running_clocks()
                .into_iter()
                .filter(|clock| clock.earliest_at.is_some());
            let mut windows =
                windows.filter(|clock| order.track.is_none_or(|track| track == clock.track));
            windows
                .find(|clock| is_mine(clock, on.file, reader))
                .map(of)
        }
        // Either side may challenge; the clock belongs to nobody.
        Kind::AppointmentAccepted => {
            let clock = started(order, on).find(|clock| !clock.target)?;
            let mine = matches!(reader.role, Some(Role::Claimant | Role::Respondent));
            Some(Deadline { mine, ..of(clock) })
        }
        // A new door is asked for by people who want to know what is left to do.
        Kind::AnswerLink => on.file.clock_for(reader.role?, reader.party).map(of),
        Kind::DeadlinePassed => fired(on).map(others),
        Kind::OfferMade => on.plan.effects.iter().find_map(|effect| match effect {
            Effect::OfferMade { offer } => Some(Deadline {
                due_at: offer.open_until,
                mine: true,
                derivation: None,
                rule: None,
                rule_key: None,
            }),
            _ => None,
        }),
        _ => match clock_of(kind, order, on, reader) {
            Some(clock) if on.file.is_spoken_for(clock) => owed(clock.track, on.file, reader),
            clock => clock.map(of),
        },
    }
}

/// The day of what is owed in a track: first what the reader owes.
fn owed(track: u32, file: &CaseFile, reader: &Reader<'_>) -> Option<Deadline> {
    let is_mine = |date: &SettlementDate| reader.role.is_some_and(|r| date.is_of(r, reader.party));
    let dates = file.settlement_dates().filter(|date| date.track == track);
    let date = dates.min_by_key(|date| (!is_mine(date), date.due_at))?;
    Some(Deadline {
        due_at: date.due_at,
        mine: is_mine(&date),
        derivation: None,
        rule: None,
        rule_key: None,
    })
}

/// A step may start several clocks and an order names the last of them: the reader's own comes first,
/// then any that is not merely a target of somebody else.
pub(super) fn clock_of<'a>(
    kind: Kind,
    order: &LetterOrder,
    on: &Occasion<'a>,
    reader: &Reader<'_>,
) -> Option<&'a Clock> {
    let named = find(on.file, order.clock?)?;
    let clocks: Vec<&Clock> = std::iter::once(named).chain(started(order, on)).collect();
    let mine = |clock: &&&Clock| is_mine(clock, on.file, reader);
    let binding = |clock: &&&Clock| !clock.target;
    let found = clocks.iter().find(|clock| mine(clock) && binding(clock));
    // A target, such as the time to publish, is the date of a letter only if the letter is about that job.
    let job = matches!(
        kind,
        Kind::TakedownOrder | Kind::NeedInfo | Kind::AppointmentOffered
    );
    let found = found.or_else(|| clocks.iter().find(|clock| job && mine(clock)));
    found.or_else(|| clocks.iter().find(binding)).copied()
}

fn find(file: &CaseFile, no: u32) -> Option<&Clock> {
    file.clocks.iter().find(|clock| clock.no == no)
}

fn started<'a>(order: &LetterOrder, on: &Occasion<'a>) -> impl Iterator<Item = &'a Clock> {
    let (track, file) = (order.track, on.file);
    on.plan
        .effects
        .iter()
        .filter_map(move |effect| match effect {
            Effect::ClockStarted { clock } if track.is_none_or(|track| track == clock.track) => {
                find(file, clock.no)
            }
            _ => None,
        })
}

/// Whether it is the reader who must act in time.
pub(super) fn is_mine(clock: &Clock, file: &CaseFile, reader: &Reader<'_>) -> bool {
    let answers = file.track(clock.track).map(|track| track.respondent);
    reader.role == Some(clock.owner) && (clock.owner != Role::Respondent || answers == reader.party)
}

pub(super) fn of_clock(
    clock: &Clock,
    file: &CaseFile,
    pack: &Pack,
    reader: &Reader<'_>,
) -> Deadline {
    let mine = is_mine(clock, file, reader);
    let cited = clock
        .derivation
        .cites
        .first()
        .and_then(|key| pack.source(key));
    Deadline {
        // Whoever must act in a window has until its end; for the others its opening is what matters.
        due_at: if mine {
            clock.due_at
        } else {
            clock.earliest_at.unwrap_or(clock.due_at)
        },
        mine,
        derivation: Some(clock.derivation.clone()),
        rule: cited.map(|source| match source.article.as_str() {
            "" => source.title.clone(),
            article => format!("{}, {article}", source.title),
        }),
        rule_key: cited.map(|source| format!("law-{}-{}", pack.family(), source.key)),
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
