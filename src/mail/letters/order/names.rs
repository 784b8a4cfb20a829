//! The names and things that the words of a letter ask for, read from the case and the act.

use super::Occasion;
use crate::domain::acts::{Effect, LetterOrder, Plan};
use crate::domain::cases::CaseFile;
use crate::domain::settlements::Obligation;
use crate::mail::letters::{Kind, Line, Value};

/// The names that the words of a kind may ask for.
pub(super) fn names(kind: Kind, order: &LetterOrder, on: &Occasion<'_>) -> Vec<(String, Value)> {
    let text = |text: Option<String>| text.filter(|text| !text.trim().is_empty()).map(Value::Text);
    let mut names = vec![
        ("who", text(who(kind, order, on))),
        ("marketplace", text(marketplace(order, on.file))),
    ];
    for effect in &on.plan.effects {
        match effect {
            Effect::MandateGranted { mandate } => {
                names.push(("party", text(party_name(on.file, mandate.party))))
            }
            Effect::MandateJoined { mandate, .. } | Effect::MandateEnded { mandate } => {
                let found = on.file.mandates.iter().find(|m| m.no == *mandate);
                names.push((
                    "party",
                    text(found.and_then(|m| party_name(on.file, m.party))),
                ));
            }
            Effect::SeatMoved { seat, .. } => {
                let name = on
                    .file
                    .seats
                    .iter()
                    .find(|s| s.no == *seat)
                    .map(|s| s.name.clone());
                names.push(("arbitrator", text(name)));
            }
            Effect::ObligationMoved { obligation, .. } => {
                let found = on.file.obligations.iter().find(|o| o.no == *obligation);
                names.push(("what", found.map(what_is_owed)));
            }
            Effect::ExhibitWithdrawn { label, .. } => {
                names.push(("exhibit", text(Some(label.to_string()))))
            }
            _ => {}
        }
    }
    names.push(("exhibit", text(exhibits(on.plan))));
    names
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
}

/// The term in its own words, or else what sort of act it is.
fn what_is_owed(obligation: &Obligation) -> Value {
    // The sentence of the letter has a full stop of its own.
    match obligation.text.trim().trim_end_matches(['.', '。']) {
        "" => Value::word(&format!("letter-remedy-{}", obligation.remedy.as_str())),
        text => text.into(),
    }
}

/// Which part of what sum, and by which day: below the words of a letter about something owed.
pub(super) fn owed_lines(on: &Occasion<'_>) -> Vec<Line> {
    let owed = obligation(on).and_then(|no| on.file.obligations.iter().find(|o| o.no == no));
    let Some(owed) = owed else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    if let Some(amount) = &owed.amount {
        lines.push(
            Line::new("letter-owed-amount")
                .with("sum", Value::money(amount.minor, &amount.currency)),
        );
    }
    if owed.parts > 1 {
        lines.push(
            Line::new("letter-owed-part")
                .with("part", i64::from(owed.part))
                .with("parts", i64::from(owed.parts)),
        );
    }
    lines.push(Line::new("letter-owed-day").with("day", owed.due_on));
    lines
}

/// The person or side whose act the letter tells of.
pub(super) fn who(kind: Kind, order: &LetterOrder, on: &Occasion<'_>) -> Option<String> {
    let claimant = || on.file.claimant().map(|party| party.name.clone());
    let respondent = || {
        on.file
            .respondent(order.track?)
            .map(|party| party.name.clone())
    };
    match kind {
        Kind::NoticeServed
        | Kind::ComplaintServed
        | Kind::MatterServed
        | Kind::ActionProved
        | Kind::Withdrawn => claimant(),
        Kind::CounterForwarded | Kind::ResponseForwarded | Kind::CounterSentBack => respondent(),
        Kind::RepresentativeJoined | Kind::MandateEnded => {
            on.plan.effects.iter().find_map(|effect| match effect {
                Effect::MandateJoined { mandate, .. } | Effect::MandateEnded { mandate } => on
                    .file
                    .mandates
                    .iter()
                    .find(|m| m.no == *mandate)
                    .map(|m| m.name.clone()),
                _ => None,
            })
        }
        _ => Some(speaker(on)),
    }
}

/// Whose words are quoted: those of the one who acted, in the name of the party acted for.
pub(super) fn speaker(on: &Occasion<'_>) -> String {
    let party = on.actor.party.and_then(|no| party_name(on.file, no));
    party.unwrap_or_else(|| on.actor.name.clone())
}

pub(super) fn marketplace(order: &LetterOrder, file: &CaseFile) -> Option<String> {
    let named = order.listings.first().and_then(|no| file.listing(*no));
    let of_track = || order.track.and_then(|track| file.listings_of(track).next());
    match named.or_else(of_track) {
        Some(listing) => Some(listing.marketplace_name.clone()),
        None => file
            .complaint
            .as_ref()
            .map(|complaint| complaint.marketplace_name.clone()),
    }
}

/// `R-3`, `R-3, R-4`, and from four on the first and the last.
fn exhibits(plan: &Plan) -> Option<String> {
    let labels: Vec<String> = plan
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::ExhibitFiled { exhibit } => Some(exhibit.label.to_string()),
            _ => None,
        })
        .collect();
    match labels.as_slice() {
        [] => None,
        [first, .., last] if labels.len() > 3 => Some(format!("{first} – {last}")),
        few => Some(few.join(", ")),
    }
}

pub(super) fn obligation(on: &Occasion<'_>) -> Option<u32> {
    on.plan.effects.iter().find_map(|effect| match effect {
        Effect::ObligationMoved { obligation, .. } => Some(*obligation),
        _ => None,
    })
}

fn party_name(file: &CaseFile, no: u32) -> Option<String> {
    file.party(no).map(|party| party.name.clone())
}
