//! From the order that a plan contains to the data of a letter: what the reader's seat, the case and
//! the act already say need not be said again by every rule.

mod claims;
mod dates;
mod names;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(super) use dates::REMINDER_FORMS;

use super::{Deadline, Kind, LetterData, Line, QUOTE_MAX, UnknownKind, Value};
use crate::domain::Role;
use crate::domain::acts::{Clock, Effect, LetterOrder, Plan};
use crate::domain::cases::CaseFile;
use crate::domain::notices::{Gap, MeasureAction, gaps};
use crate::domain::parties::Actor;
use crate::domain::procedures::{ActName, Effect as Start, Pack, Transition};
use crate::urls;
use claims::{claim, claim_lines};
use dates::{clock_of, deadline, fired, form_of, is_mine, lapse, of_clock};
use names::{marketplace, names, obligation, owed_lines, speaker};

/// What the letters of one act have in common.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    /// the case after the act
    pub file: &'a CaseFile,
    /// its rules
    pub pack: &'a Pack,
    /// what the act caused
    pub plan: &'a Plan,
    /// who acted
    pub actor: &'a Actor,
}

/// Who reads a letter.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// the seat; none for somebody who is only being invited
    pub role: Option<Role>,
    /// the party, for parties and their representatives
    pub party: Option<u32>,
    /// IANA zone in which the reader sees dates; may be empty
    pub zone: &'a str,
}

impl LetterData {
    /// The letter that an order asks for, as one reader gets it.
    pub fn for_order(
        order: &LetterOrder,
        on: &Occasion<'_>,
        reader: &Reader<'_>,
    ) -> Result<Self, UnknownKind> {
        let (kind, form) = Kind::of_order(&order.kind)?;
        let mut letter = Self::about(kind, on.file, reader);
        letter.variant = form
            .map(str::to_owned)
            .or_else(|| variant(kind, order, on, reader));
        letter.deadline = deadline(kind, order, on, reader);
        letter.path = Some(path(kind, order, on.file, reader));
        if matches!(
            kind,
            Kind::NeedInfo | Kind::MatterServed | Kind::StepAwaited
        ) {
            letter.consequence = clock_of(kind, order, on, reader)
                .filter(|clock| is_mine(clock, on.file, reader))
                .and_then(|clock| lapse(clock, on.pack));
        }
        letter = letter.listings(listings(order, on.file));
        if !is_about_listings(kind) {
            letter.listings.clear();
        }
        letter.args.extend(names(kind, order, on));
        letter.args.extend(step_words(kind, order, on));
        if is_another_seller(on, reader) {
            let who = Value::word("letter-other-seller");
            letter.args.insert("who".to_owned(), who);
        }
        letter.extra_lines = claim_lines(kind, on.file);
        letter.extra_lines.extend(gap_lines(kind, order, on));
        letter.extra_lines.extend(measure_line(kind, order, on));
        letter.extra_lines.extend(owed_lines(on));
        letter.args.extend(
            order
                .args
                .iter()
                .map(|(name, value)| (name.clone(), Value::Text(value.clone()))),
        );
        // Who sent the notice knows what it says.
        let is_own = kind == Kind::ReasonsTold && reader.role == Some(Role::Claimant);
        if let Some((who, words)) = claim(kind, on.file).filter(|_| !is_own) {
            letter = letter.quote(who, &shortened(words));
        }
        // The numbers of exhibits are in the words already.
        if kind != Kind::EvidenceFiled
            && let Some(words) = &order.quote
        {
            // Reasons for a measure are the marketplace's, whoever causes the letter.
            let by = match kind {
                Kind::NoticeServed | Kind::ReasonsTold => {
                    marketplace(order, on.file).unwrap_or_else(|| speaker(on))
                }
                _ => speaker(on),
            };
            letter = letter.quote(by, &shortened(words));
        }
        Ok(letter)
    }

    /// A reminder that a clock of a case runs out soon.
    pub fn reminder(clock: &Clock, file: &CaseFile, pack: &Pack, reader: &Reader<'_>) -> Self {
        let mut letter = Self::about(Kind::Reminder, file, reader);
        letter.variant = form_of(&clock.rule).map(str::to_owned);
        // What belongs to nobody, such as the time of talks, both sides are reminded of as their own.
        let own = of_clock(clock, file, pack, reader);
        let mine = own.mine || clock.owner == Role::System;
        letter.deadline = Some(Deadline { mine, ..own });
        letter.consequence = lapse(clock, pack);
        letter.path = Some(match reader.role {
            Some(Role::Marketplace) => urls::takedowns().to_owned(),
            _ => urls::case(&file.number),
        });
        letter
    }

    fn about(kind: Kind, file: &CaseFile, reader: &Reader<'_>) -> Self {
        let mut letter = Self::new(kind).zone(reader.zone);
        letter.reader = reader.role;
        letter.case_number = Some(file.number.to_string());
        letter.sides = Some(file.sides_for(reader.party));
        letter.case_language = Some(file.language.clone());
        letter
    }
}

/// The special form of the words that the act itself tells.
fn variant(
    kind: Kind,
    order: &LetterOrder,
    on: &Occasion<'_>,
    reader: &Reader<'_>,
) -> Option<String> {
    let told = order
        .args
        .get("variant")
        .or_else(|| order.args.get("action"));
    let form = match kind {
        Kind::FilingReceived => on.file.kind.as_str(),
        Kind::StepTaken | Kind::StepAwaited => match (taken(on)?.act, fired(on)) {
            (ActName::File, _) => "filed",
            (ActName::Lapse, Some(_)) => "lapse",
            _ => return None,
        },
        Kind::ListingMeasure => match told.map(String::as_str) {
            Some("refuse") => "refused",
            Some(other) if MeasureAction::parse(other).is_none() => other,
            _ => measure(order, on)?,
        },
        // The rest of a notice goes on when some of its listings are refused.
        Kind::FilingRejected => {
            let goes_on = on.file.is_notice() && on.file.tracks.iter().any(|t| t.outcome.is_none());
            goes_on.then_some("part")?
        }
        // The step that ends a measure; the marketplace carries it out later, which is another letter.
        Kind::ListingRestored if order.kind == "restored" => "ordered",
        Kind::OfferMade if on.actor.role == Role::CaseManager => "proposal",
        Kind::Withdrawn if on.actor.role == Role::System => "lapse",
        Kind::Withdrawn => on.file.kind.as_str(),
        Kind::ChallengeDecided => on.plan.effects.iter().find_map(|effect| match effect {
            Effect::ChallengeRuled { ruling, .. } => {
                Some(if ruling.upheld { "upheld" } else { "rejected" })
            }
            _ => None,
        })?,
        Kind::ObligationOverdue if told.is_none() => {
            let owed = obligation(on)?;
            let debtor = on
                .file
                .obligations
                .iter()
                .find(|o| o.no == owed)
                .map(|o| o.debtor);
            (debtor.is_some() && debtor == reader.party).then_some("yours")?
        }
        Kind::DeadlinePassed => form_of(&fired(on)?.rule)?,
        _ => told?,
    };
    Some(form.to_owned())
}

/// The last step of the pack that the act took.
fn taken<'a>(on: &Occasion<'a>) -> Option<&'a Transition> {
    let taken = on.plan.steps.last()?;
    on.pack
        .transitions
        .iter()
        .find(|step| step.id == taken.rule)
}

/// The step that a letter tells of once more: the one that started its clock.
fn told_again<'a>(order: &LetterOrder, on: &Occasion<'a>) -> Option<&'a Transition> {
    let clock = on.file.clocks.iter().find(|c| Some(c.no) == order.clock)?;
    on.pack.transitions.iter().find(|step| {
        let starts = |effect: &Start| matches!(effect, Start::Start(rule) if *rule == clock.rule);
        step.effects.iter().any(starts)
    })
}

/// What a step is called, which procedure it belongs to, and where the case stands after it.
fn step_words(kind: Kind, order: &LetterOrder, on: &Occasion<'_>) -> Vec<(String, Value)> {
    if !matches!(
        kind,
        Kind::MatterServed | Kind::StepTaken | Kind::StepAwaited
    ) {
        return Vec::new();
    }
    let key = |sort: &str, word: &str| Value::word(&format!("{sort}-{}", word.replace('_', "-")));
    let mut words = vec![("procedure", key("pack", &format!("{}-title", on.pack.id())))];
    if let Some(step) = taken(on).or_else(|| told_again(order, on)) {
        words.push((
            "step",
            match step.act {
                ActName::Step => Value::word(&on.pack.text_key("step", step.step())),
                act => key("step", act.as_str()),
            },
        ));
    }
    if let Some(clock) = fired(on) {
        words.push(("clock", key("clock", &clock.rule)));
    }
    if let Some(track) = order.track.and_then(|no| on.file.track(no)) {
        words.push(("next", key("state", &format!("{}-next", track.state))));
    }
    let own = |(name, value): (&str, Value)| (name.to_owned(), value);
    words.into_iter().map(own).collect()
}

/// Everything that a notice or counter-notice lacks, a line each: what its law asks for, and what the
/// marketplace named.
fn gap_lines(kind: Kind, order: &LetterOrder, on: &Occasion<'_>) -> Vec<Line> {
    let Some(track) = order.track.filter(|_| kind == Kind::NeedInfo) else {
        return Vec::new();
    };
    let answer = on.file.track(track).and_then(|track| track.answer.as_ref());
    let found = match answer {
        // One letter speaks for all sellers whose part waits for the same notice.
        None => {
            let waits = |state: &str| on.pack.allows(state, ActName::Complete, Role::Claimant);
            let tracks = on.file.tracks.iter().filter(|track| waits(&track.state));
            tracks
                .flat_map(|track| gaps::wanted(on.file, on.pack, track.no))
                .collect()
        }
        Some(answer) => {
            let named = on.file.track(track).and_then(|track| track.asked.as_ref());
            let mut found = gaps::of_counter(on.pack, answer);
            found.extend(named.into_iter().flat_map(|asked| asked.gaps.clone()));
            found
        }
    };
    let is_counter = answer.is_some();
    let mut lines: Vec<Line> = found
        .iter()
        .map(|gap| match gap {
            Gap::Address { listing: 0 } => Line::new("notices-gap-addresses"),
            Gap::Address { listing } => {
                Line::new("notices-gap-address").with("no", i64::from(*listing))
            }
            Gap::Statement if is_counter => Line::new("notices-gap-reasons"),
            Gap::Declaration { .. } => Line::new("notices-gap-declarations"),
            gap => Line::new(&format!("notices-gap-{}", gap.key())),
        })
        .collect();
    // The declarations are given all together.
    let mut said: Vec<Line> = Vec::new();
    lines.retain(|line| {
        let is_new = !said.contains(line);
        if is_new {
            said.push(line.clone());
        }
        is_new
    });
    lines
}

/// Whether one seller is told of what another one did, who is not named then.
fn is_another_seller(on: &Occasion<'_>, reader: &Reader<'_>) -> bool {
    let is_seller = |no: Option<u32>| {
        no.and_then(|no| on.file.party(no))
            .is_some_and(|party| party.role == Role::Respondent)
    };
    on.actor.party != reader.party && is_seller(on.actor.party) && is_seller(reader.party)
}

/// One character more than is shown tells the reader that the text goes on.
fn shortened(words: &str) -> String {
    words.chars().take(QUOTE_MAX + 1).collect()
}

/// A seller who is told of a notice is told in the same letter what was done to the listings.
fn measure_line(kind: Kind, order: &LetterOrder, on: &Occasion<'_>) -> Option<Line> {
    let form =
        measure(order, on).filter(|_| matches!(kind, Kind::NoticeServed | Kind::ReasonsTold))?;
    Some(Line::new(&format!(
        "letter-listing-measure-happened-{form}"
    )))
}

/// What became of listings: what the act did where it did one thing, else how they stand now.
fn measure(order: &LetterOrder, on: &Occasion<'_>) -> Option<&'static str> {
    let by_act = on.plan.effects.iter().find_map(|effect| match effect {
        Effect::MeasureTaken { value, .. } => Some(value.as_str()),
        Effect::MeasureOrdered { action, .. } => Some(ordered(*action)),
        _ => None,
    });
    let standing = || {
        let listing = on.file.listing(*order.listings.first()?)?;
        match &listing.order {
            Some(order) => Some(ordered(order.action)),
            None => Some(listing.measure)
                .filter(|measure| measure.is_held())
                .map(|measure| measure.as_str()),
        }
    };
    by_act.or_else(standing)
}

/// A measure that is decided and not carried out yet.
fn ordered(action: MeasureAction) -> &'static str {
    match action {
        MeasureAction::Hide => "to-hide",
        MeasureAction::Remove => "to-remove",
        MeasureAction::Restrict => "to-restrict",
        MeasureAction::Refuse | MeasureAction::Restore => action.value().as_str(),
    }
}

/// Letters in which the names of listings help; the others say how many there are at most.
fn is_about_listings(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::FilingReceived
            | Kind::FilingRejected
            | Kind::NoticeServed
            | Kind::ReasonsTold
            | Kind::TakedownOrder
            | Kind::ListingMeasure
            | Kind::CounterReceived
            | Kind::CounterForwarded
            | Kind::ActionProved
            | Kind::PutBackDue
            | Kind::ListingRestored
            | Kind::UpheldNoReply
            | Kind::Withdrawn
    )
}

/// Listings as people know them: by title, else by item number, else by their number in the case.
fn listings(order: &LetterOrder, file: &CaseFile) -> Vec<String> {
    let named = order.listings.iter().filter_map(|no| file.listing(*no));
    named
        .map(
            |listing| match (listing.title.trim(), listing.item.trim()) {
                ("", "") => listing.url.clone(),
                ("", item) => item.to_owned(),
                (title, "") => title.to_owned(),
                (title, item) => format!("{title} ({item})"),
            },
        )
        .collect()
}

/// The page that the button opens.
fn path(kind: Kind, order: &LetterOrder, file: &CaseFile, reader: &Reader<'_>) -> String {
    let case = &file.number;
    match (kind, order.page.as_str()) {
        (Kind::TakedownOrder | Kind::ListingRestored, _)
            if reader.role == Some(Role::Marketplace) =>
        {
            urls::takedowns().to_owned()
        }
        // Whose mandate has ended cannot open the case any more.
        (Kind::MandateEnded, _) if reader.party.is_none() => urls::cases().to_owned(),
        (_, page) if !page.is_empty() => format!("{}/{page}", urls::case(case)),
        (Kind::NeedInfo, _) if file.is_notice() && reader.role == Some(Role::Respondent) => {
            urls::response(case)
        }
        (Kind::NeedInfo, _) if file.is_notice() => format!("{}/completion", urls::case(case)),
        (Kind::NoticeServed | Kind::ComplaintServed, _) => urls::response(case),
        (Kind::DecisionIssued, _) => urls::decision(case),
        (Kind::AppointmentOffered, _) => urls::tribunal(case),
        _ => urls::case(case),
    }
}
