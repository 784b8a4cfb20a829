//! Matters elsewhere that concern the same money, goods or decision as a case: recorded where everybody in the
//! case sees them, and a reason to wait where the pack says so.

use super::Role;
use super::acts::{Effect, Refusal};
use super::cases::{Planner, next_no};
use super::procedures::LinkKind;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Longest name of a court, body or bank, and longest reference, in characters.
pub const NAME_MAX: usize = 200;
/// Longest explanation, in characters.
pub const WORDS_MAX: usize = 2_000;
/// Most matters of one case that are not over.
const OPEN_MAX: usize = 20;

/// A matter elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parallel {
    /// Number in the case, from 1
    pub no: u32,
    /// What it has in common with the case
    pub kind: LinkKind,
    /// The court, body, platform or bank
    pub place: String,
    /// Its file number, or the number of another case here
    pub reference: String,
    /// What it is about, in words
    pub words: String,
    /// Who recorded it
    pub by: String,
    /// When
    pub at: Timestamp,
    /// When it was over and how; none while it lasts
    pub over: Option<Over>,
}

/// The end of a matter elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Over {
    /// When that was recorded
    pub at: Timestamp,
    /// How it ended
    pub words: String,
}

/// Acts about matters elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Act {
    /// There is one
    Record {
        /// What it has in common with the case
        kind: LinkKind,
        /// The court, body, platform or bank
        place: String,
        /// Its file number there
        reference: String,
        /// What it is about
        words: String,
    },
    /// It is over
    Over {
        /// Which
        no: u32,
        /// How it ended
        words: String,
    },
}

/// Decides an act about a matter elsewhere.
///
/// # Errors
/// `NotYours` where the pack leaves it to another role, `NotNow` for a case that has ended, `Missing` and `Limit`
/// for the words, `AlreadyDone` for a matter that is over.
pub fn decide(planner: &mut Planner<'_>, act: &Act) -> Result<(), Refusal> {
    match act {
        Act::Record {
            kind,
            place,
            reference,
            words,
        } => record(planner, *kind, [place, reference, words]),
        Act::Over { no, words } => over(planner, *no, words),
    }
}

fn record(planner: &mut Planner<'_>, kind: LinkKind, texts: [&String; 3]) -> Result<(), Refusal> {
    let name = "case.parallel";
    let hold = allowed(planner, kind, name)?;
    let [place, reference, words] = texts.map(|text| text.trim().to_owned());
    require("place", &place, NAME_MAX)?;
    if reference.chars().count() > NAME_MAX {
        return Err(too_long("reference", NAME_MAX));
    }
    require("reason", &words, WORDS_MAX)?;
    let open = planner
        .file
        .parallel
        .iter()
        .filter(|found| found.over.is_none());
    if open.count() >= OPEN_MAX {
        return Err(too_long("parallel", OPEN_MAX));
    }
    let matter = Parallel {
        no: next_no(planner.file.parallel.len()),
        kind,
        place,
        reference,
        words: words.clone(),
        by: planner.actor.name.clone(),
        at: planner.now,
        over: None,
    };
    planner.args.insert("place".into(), matter.place.clone());
    planner.does(Effect::ParallelFound {
        matter: Box::new(matter),
    });
    if let Some(hold) = hold {
        for track in open_tracks(planner) {
            planner.hold(track, &hold);
        }
    }
    planner.quote(&words);
    tell(planner, "parallel-found");
    Ok(())
}

fn over(planner: &mut Planner<'_>, no: u32, words: &str) -> Result<(), Refusal> {
    let found = planner.file.parallel.iter().find(|found| found.no == no);
    let matter = found.cloned().ok_or_else(|| Refusal::Unknown {
        what: format!("parallel {no}"),
    })?;
    let hold = allowed(planner, matter.kind, "case.parallel-over")?;
    if matter.over.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    require("reason", words.trim(), WORDS_MAX)?;
    planner.does(Effect::ParallelOver {
        matter: no,
        words: words.trim().to_owned(),
    });
    planner.args.insert("place".into(), matter.place);
    // Another matter may keep the case waiting for the same reason.
    let still = planner.holding();
    if let Some(hold) = hold.filter(|hold| !still.contains(hold)) {
        for track in open_tracks(planner) {
            planner.release(track, &hold);
        }
    }
    planner.quote(words);
    tell(planner, "parallel-over");
    Ok(())
}

/// The suspension that goes with the kind, if the acting role may record it.
fn allowed(planner: &Planner<'_>, kind: LinkKind, act: &str) -> Result<Option<String>, Refusal> {
    if planner.file.closed_at.is_some() {
        return Err(Refusal::NotNow {
            act: act.to_owned(),
            state: planner
                .file
                .tracks
                .first()
                .map(|track| track.state.clone())
                .unwrap_or_default(),
        });
    }
    let link = planner.law.pack.link(kind);
    let link = link.filter(|link| link.by.contains(&planner.actor.role));
    let link = link.ok_or_else(|| Refusal::NotYours {
        act: act.to_owned(),
    })?;
    Ok(link.hold.clone())
}

fn open_tracks(planner: &Planner<'_>) -> Vec<u32> {
    let open = planner
        .file
        .tracks
        .iter()
        .filter(|track| track.outcome.is_none());
    open.map(|track| track.no).collect()
}

fn tell(planner: &mut Planner<'_>, kind: &str) {
    let roles = [
        Role::Claimant,
        Role::Respondent,
        Role::Marketplace,
        Role::Arbitrator,
    ];
    let to = planner.everybody(&roles);
    planner.tell(kind, to, None, "parallel");
}

fn require(what: &str, text: &str, max: usize) -> Result<(), Refusal> {
    if text.is_empty() {
        return Err(Refusal::Missing { what: what.into() });
    }
    if text.chars().count() > max {
        return Err(too_long(what, max));
    }
    Ok(())
}

fn too_long(what: &str, max: usize) -> Refusal {
    Refusal::Limit {
        what: what.into(),
        limit: max as u64,
    }
}
