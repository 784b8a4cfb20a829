//! A notice or counter-notice that lacks something: the marketplace names it, the rights holder adds it.
//! And the notice that is taken back.

use super::{declared, require, runs_listings};
use crate::domain::Role;
use crate::domain::acts::{Addressee, Effect, Refusal};
use crate::domain::cases::Planner;
use crate::domain::notices::{Asked, Completion, Gap, gaps};
use crate::domain::procedures::ActName;

/// The marketplace sends a notice, or where the pack lets it a counter-notice, back to its sender. Track 0
/// stands for every seller whose part still waits for this marketplace.
pub(super) fn need_info(
    planner: &mut Planner<'_>,
    track: u32,
    named: &[Gap],
    words: &str,
) -> Result<(), Refusal> {
    let tracks = if track == 0 {
        let waiting = planner.file.tracks.iter().filter(|t| t.answer.is_none());
        let may = |no: &u32| {
            runs_listings(planner, *no).is_ok() && planner.allowed(*no, ActName::NeedInfo).is_ok()
        };
        waiting.map(|t| t.no).filter(may).collect()
    } else {
        vec![track]
    };
    if tracks.is_empty() {
        return Err(Refusal::NotNow {
            act: "notice.need-info".into(),
            state: planner.file.stage(planner.law.pack),
        });
    }
    for no in &tracks {
        runs_listings(planner, *no)?;
        planner.allowed(*no, ActName::NeedInfo)?;
    }
    if named.is_empty() {
        return Err(Refusal::Missing {
            what: "missing".into(),
        });
    }
    require("reason", words)?;
    planner.quote(words);
    for no in tracks {
        planner.does(Effect::GapsNamed {
            track: no,
            asked: Asked {
                gaps: named.to_vec(),
                words: words.trim().to_owned(),
                at: planner.now,
            },
        });
        planner.step(no, ActName::NeedInfo)?;
    }
    Ok(())
}

/// What is missing is added, for every track that waits for it: all of it, or the rights holder is told
/// what is left.
pub(super) fn complete(planner: &mut Planner<'_>, with: &Completion) -> Result<(), Refusal> {
    if planner.file.notice.is_none() {
        return Err(Refusal::NotNow {
            act: "notice.complete".into(),
            state: planner.file.stage(planner.law.pack),
        });
    }
    let waiting: Vec<u32> = planner
        .file
        .tracks
        .iter()
        .map(|track| track.no)
        .filter(|no| planner.allowed(*no, ActName::Complete).is_ok())
        .collect();
    if waiting.is_empty() {
        // Says why, from the track that matters most.
        let leading = planner.file.leading_track(planner.law.pack);
        let track = leading.map_or(1, |track| track.no);
        return planner.allowed(track, ActName::Complete).map(|_| ());
    }
    for text in [&with.number, &with.owner, &with.statement] {
        if !text.is_empty() {
            require("statement", text)?;
        }
    }
    for place in &with.places {
        let known = planner
            .file
            .listing(place.listing)
            .is_some_and(|listing| waiting.contains(&listing.track));
        if !known {
            return Err(Refusal::Unknown {
                what: format!("listing {}", place.listing),
            });
        }
    }
    if !declared(planner, "notice", &with.declarations) {
        return Err(Refusal::Missing {
            what: "declaration".into(),
        });
    }
    let before = planner.file.clone();
    planner.does(Effect::NoticeCompleted {
        completion: Box::new(with.clone()),
    });
    for no in &waiting {
        // What the marketplace named is forgotten once something was added; it is compared with before.
        let named = before.track(*no).and_then(|track| track.asked.as_ref());
        let left = gaps::of_notice(&planner.file, planner.law.pack, *no)
            .into_iter()
            .next()
            .or_else(|| named.and_then(|asked| with.unanswered(asked)));
        if let Some(gap) = left {
            return Err(Refusal::Missing {
                what: gap.sort().to_owned(),
            });
        }
        planner.step(*no, ActName::Complete)?;
    }
    Ok(())
}

pub(super) fn withdraw(planner: &mut Planner<'_>, track: u32, reason: &str) -> Result<(), Refusal> {
    if planner.actor.role != Role::Claimant {
        return Err(Refusal::NotYours {
            act: "withdraw".into(),
        });
    }
    planner.quote(reason);
    let tracks: Vec<u32> = planner
        .file
        .tracks
        .iter()
        .filter(|t| t.outcome.is_none() && (track == 0 || t.no == track))
        .map(|t| t.no)
        .collect();
    if tracks.is_empty() {
        return Err(Refusal::AlreadyDone);
    }
    for no in tracks {
        planner.step(no, ActName::Withdraw)?;
    }
    planner.tell("withdrawn", [Addressee::Registry], None, "");
    Ok(())
}
