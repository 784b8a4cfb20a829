//! An open case moved to another version of its procedure. Only a person does it, with a reason, and everybody is
//! told. Dates that run stay as they are, so that nobody loses time; what is counted from now on is counted by the
//! new version.

use super::planner::Planner;
use super::{CaseFile, PackRef};
use crate::domain::Role;
use crate::domain::acts::{Addressee, Refusal};
use crate::domain::procedures::{Pack, Settings};

/// Longest reason, in characters.
pub const REASON_MAX: usize = 2_000;

/// Moves the case.
///
/// # Errors
/// `NotNow` for a case that has ended, or that stands where the new version has no place for it; `Unknown` for a
/// version of another procedure; `AlreadyDone` if it is there.
pub(super) fn migrate(
    planner: &mut Planner<'_>,
    to: &PackRef,
    reason: &str,
) -> Result<(), Refusal> {
    let next = planner.law.next.filter(|next| {
        next.id() == to.id && next.version() == to.version && next.digest() == to.digest
    });
    let unknown = || Refusal::Unknown {
        what: format!("procedure {}", to.version),
    };
    let next = next.ok_or_else(unknown)?;
    if next.id() != planner.file.pack.id {
        return Err(unknown());
    }
    if next.digest() == planner.file.pack.digest {
        return Err(Refusal::AlreadyDone);
    }
    if reason.trim().is_empty() {
        return Err(Refusal::Missing {
            what: "reason".into(),
        });
    }
    if reason.chars().count() > REASON_MAX {
        return Err(Refusal::Limit {
            what: "reason".into(),
            limit: REASON_MAX as u64,
        });
    }
    if let Some(what) = misfit(&planner.file, next) {
        return Err(Refusal::NotNow {
            act: "case.migrate".into(),
            state: what,
        });
    }
    let pack = PackRef {
        settings: kept(&planner.file.pack.settings, next),
        ..to.clone()
    };
    planner.does(super::super::acts::Effect::Migrated {
        pack,
        reason: reason.trim().to_owned(),
    });
    planner.quote(reason);
    planner
        .args
        .insert("version".into(), next.version().to_owned());
    let parties = [Role::Claimant, Role::Respondent, Role::Marketplace];
    let mut to = planner.everybody(&parties);
    let sitting = planner.file.seats.iter().filter(|seat| seat.is_sitting());
    to.extend(sitting.map(|seat| Addressee::Account(seat.account)));
    planner.tell("rules-changed", to, None, "");
    Ok(())
}

/// Where the case stands with something that the version has no place for: a state, a clock that has not ended, a
/// matter elsewhere. The state of an ended case.
#[must_use]
pub fn misfit(file: &CaseFile, next: &Pack) -> Option<String> {
    if file.closed_at.is_some() {
        return file.tracks.first().map(|track| track.state.clone());
    }
    let lost = file.tracks.iter().find(|track| {
        let there = next.state(&track.state);
        there.is_none_or(|state| state.is_terminal() != track.outcome.is_some())
    });
    if let Some(track) = lost {
        return Some(track.state.clone());
    }
    let lost = file.live_clocks().into_iter().find(|clock| {
        let rule = next.clock(&clock.rule);
        let held = clock.held.as_ref();
        // What stands still must be able to go on.
        held.is_some_and(|held| next.hold(&held.hold).is_none())
            || rule.is_none_or(|rule| rule.moves_case() == clock.target)
    });
    if let Some(clock) = lost {
        return file.track(clock.track).map(|track| track.state.clone());
    }
    let mut open = file.parallel.iter().filter(|matter| matter.over.is_none());
    let unknown = open.any(|matter| next.link(matter.kind).is_none());
    let first = file.tracks.first().filter(|_| unknown);
    first.map(|track| track.state.clone())
}

/// The numbers that the operator had set and that the new version takes too.
fn kept(settings: &Settings, next: &Pack) -> Settings {
    let mut kept = Settings::default();
    for name in settings.names() {
        if let Ok(value) = settings.value(next, name) {
            // Inside the range, as just found.
            let _ = kept.set(next, name, value);
        }
    }
    if let Some(zone) = settings.zone() {
        let _ = kept.set_zone(zone);
    }
    kept
}
