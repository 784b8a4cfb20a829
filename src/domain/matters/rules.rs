//! What taking a step of a pack needs: that the step is open, that its paper fits, and whether it is whole.

use super::{Act, Filled, Paper};
use crate::domain::acts::{Effect, Refusal};
use crate::domain::cases::{Planner, next_no};
use crate::domain::evidence::NewExhibit;
use crate::domain::notices::rules::{own_track, runs_listings};
use crate::domain::procedures::{Document, Transition};

/// Decides an act on a matter.
///
/// # Errors
/// As [`crate::domain::cases::decide`].
pub fn decide(planner: &mut Planner<'_>, act: &Act) -> Result<(), Refusal> {
    let Act::Take {
        track,
        step,
        filled,
        exhibits,
        words,
    } = act;
    own_track(planner, *track)?;
    runs_listings(planner, *track)?;
    planner.quote(words);
    take(planner, *track, step, filled, exhibits)
}

/// Takes a step with its paper.
fn take(
    planner: &mut Planner<'_>,
    track: u32,
    step: &str,
    filled: &Filled,
    exhibits: &[NewExhibit],
) -> Result<(), Refusal> {
    let pack = planner.law.pack;
    // Which of the steps of this name is taken may depend on the paper, so it is filed first.
    let document = open_document(planner, track, step)?;
    if let Some(document) = document {
        paper(planner, track, document, step, filled, exhibits)?;
    } else if !filled.answers.is_empty() || !exhibits.is_empty() {
        return Err(Refusal::Unknown {
            what: "paper".into(),
        });
    }
    let state = state_of(planner, track)?;
    let facts = planner.facts(track);
    let found: &Transition = pack
        .step(&state, step, planner.actor.role, &facts)
        .ok_or_else(|| Refusal::NotNow {
            act: step.to_owned(),
            state: state.clone(),
        })?;
    if let Some(opens_at) = planner.cooling(track, found) {
        return Err(Refusal::TooEarly { opens_at });
    }
    let mut adds = found.adds_time().peekable();
    if adds.peek().is_some() && adds.all(|rule| !planner.has_more_time(track, rule)) {
        return Err(Refusal::NoMoreTime);
    }
    planner.args.insert("step".into(), step.to_owned());
    planner.take(track, found);
    Ok(())
}

/// Files the paper that a matter begins with.
///
/// # Errors
/// If an answer fits no field, or the paper is too long.
pub fn first_paper(
    planner: &mut Planner<'_>,
    track: u32,
    filled: &Filled,
    exhibits: &[NewExhibit],
) -> Result<(), Refusal> {
    let pack = planner.law.pack;
    let needs = pack
        .transitions
        .iter()
        .find(|step| step.act == crate::domain::procedures::ActName::File)
        .and_then(|step| step.needs.as_deref())
        .and_then(|needs| pack.document(needs));
    match needs {
        Some(document) => paper(planner, track, document, "file", filled, exhibits),
        None => Ok(()),
    }
}

fn state_of(planner: &Planner<'_>, track: u32) -> Result<String, Refusal> {
    let found = planner.file.track(track).ok_or_else(|| Refusal::Unknown {
        what: format!("track {track}"),
    })?;
    Ok(found.state.clone())
}

/// The document that a step open to the actor asks for, if it asks for one.
fn open_document<'a>(
    planner: &Planner<'a>,
    track: u32,
    step: &str,
) -> Result<Option<&'a Document>, Refusal> {
    let pack = planner.law.pack;
    let state = state_of(planner, track)?;
    let role = planner.actor.role;
    let open = pack
        .steps_open(&state, role)
        .find(|found| found.step() == step);
    match open {
        Some(found) => Ok(found
            .needs
            .as_deref()
            .and_then(|needs| pack.document(needs))),
        None => {
            let is_others = pack
                .transitions_from(&state)
                .any(|found| found.is_step(step) && !found.by.contains(&role));
            Err(if is_others {
                Refusal::NotYours {
                    act: step.to_owned(),
                }
            } else {
                Refusal::NotNow {
                    act: step.to_owned(),
                    state,
                }
            })
        }
    }
}

/// Files a paper: every answer belongs to a field and fits it, and all texts together are short enough.
/// Whether it is whole is for the pack's conditions to ask.
fn paper(
    planner: &mut Planner<'_>,
    track: u32,
    document: &Document,
    step: &str,
    filled: &Filled,
    exhibits: &[NewExhibit],
) -> Result<(), Refusal> {
    for (name, answer) in &filled.answers {
        let field = document.fields.iter().find(|field| field.id == *name);
        let Some(field) = field.filter(|field| answer.fits(field)) else {
            return Err(Refusal::Unknown { what: name.clone() });
        };
        let limit = field.max_words.map(|most| most as usize);
        if limit.is_some_and(|most| answer.words() > most) {
            return Err(too_long(field.max_words));
        }
    }
    let limit = document.max_words.map(|most| most as usize);
    if limit.is_some_and(|most| filled.words() > most) {
        return Err(too_long(document.max_words));
    }
    planner.complete = filled.gaps(document).is_empty();
    planner.file_exhibits(exhibits);
    let mut filled = filled.clone();
    filled.answers.retain(|_, answer| !answer.is_empty());
    let paper = Paper {
        no: next_no(planner.file.papers.len()),
        track,
        document: document.id.clone(),
        step: step.to_owned(),
        party: planner.actor.party,
        role: planner.actor.role,
        by: planner.actor.name.clone(),
        filled,
        filed_at: planner.now,
    };
    planner.does(Effect::PaperFiled {
        paper: Box::new(paper),
    });
    Ok(())
}

fn too_long(most: Option<u32>) -> Refusal {
    Refusal::Limit {
        what: "words".into(),
        limit: u64::from(most.unwrap_or_default()),
    }
}
