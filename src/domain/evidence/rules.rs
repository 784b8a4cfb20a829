//! Who may file which exhibits, and until when.

use super::Act;
use crate::domain::Role;
use crate::domain::access::party_sees;
use crate::domain::acts::{Addressee, Effect, Refusal};
use crate::domain::cases::Planner;
use crate::domain::ids::ExhibitLabel;
use crate::domain::parties::Party;

/// Most exhibits in one act.
pub const MAX_AT_ONCE: usize = 100;
/// Longest title and description, in characters.
pub const MAX_WORDS: usize = 4_000;

/// Decides an act about evidence.
///
/// # Errors
/// As [`crate::domain::cases::decide`].
pub fn decide(planner: &mut Planner<'_>, act: &Act) -> Result<(), Refusal> {
    match act {
        Act::File { exhibits } => {
            if exhibits.is_empty() {
                return Err(Refusal::Missing {
                    what: "files".into(),
                });
            }
            if exhibits.len() > MAX_AT_ONCE {
                return Err(Refusal::Limit {
                    what: "files".into(),
                    limit: MAX_AT_ONCE as u64,
                });
            }
            may_file(planner)?;
            let labels = planner.file_exhibits(exhibits);
            let words = labels
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(", ");
            planner.quote(&words);
            let others = other_parties(planner, &labels);
            planner.tell("evidence-filed", others, None, "evidence");
            Ok(())
        }
        Act::Describe {
            label,
            title,
            kind,
            description,
            claim,
        } => {
            own(planner, label)?;
            if title.chars().count() > MAX_WORDS || description.chars().count() > MAX_WORDS {
                return Err(Refusal::Limit {
                    what: "characters".into(),
                    limit: MAX_WORDS as u64,
                });
            }
            planner.does(Effect::ExhibitDescribed {
                label: label.clone(),
                title: title.trim().to_owned(),
                kind: *kind,
                description: description.trim().to_owned(),
                claim: *claim,
            });
            Ok(())
        }
        Act::Withdraw { label, reason } => {
            crate::domain::notices::rules::require("reason", reason)?;
            own(planner, label)?;
            planner.does(Effect::ExhibitWithdrawn {
                label: label.clone(),
                reason: reason.trim().to_owned(),
            });
            planner.quote(&format!("{label}: {reason}"));
            let others = other_parties(planner, std::slice::from_ref(label));
            planner.tell("evidence-withdrawn", others, None, "evidence");
            Ok(())
        }
    }
}

/// Parties may file while their track is open and its state lets them; officials at any time
/// before the case is closed.
fn may_file(planner: &Planner<'_>) -> Result<(), Refusal> {
    let role = planner.actor.role;
    let pack = planner.law.pack;
    let open = planner
        .file
        .tracks
        .iter()
        .filter(|t| t.outcome.is_none())
        .filter(|t| role != Role::Respondent || planner.actor.party == Some(t.respondent));
    let mut any_open = false;
    for track in open {
        any_open = true;
        let official = matches!(
            role,
            Role::CaseManager | Role::Arbitrator | Role::Marketplace
        );
        if official
            || pack
                .state(&track.state)
                .is_some_and(|s| s.evidence.contains(&role))
        {
            return Ok(());
        }
    }
    let state = planner.file.stage(pack);
    if any_open {
        Err(Refusal::NotNow {
            act: "evidence.file".into(),
            state,
        })
    } else {
        Err(Refusal::TooLate {
            ended_at: planner.file.updated_at,
        })
    }
}

fn own(planner: &Planner<'_>, label: &crate::domain::ids::ExhibitLabel) -> Result<(), Refusal> {
    let exhibit = planner
        .file
        .exhibits
        .iter()
        .find(|e| e.label == *label)
        .ok_or_else(|| Refusal::Unknown {
            what: label.to_string(),
        })?;
    if exhibit.withdrawn.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    // What a decision or an end rests on stays as it was.
    if let Some(ended_at) = planner.file.closed_at {
        return Err(Refusal::TooLate { ended_at });
    }
    let official = planner.actor.role == Role::CaseManager && exhibit.party.is_none();
    if official || (exhibit.party.is_some() && exhibit.party == planner.actor.party) {
        Ok(())
    } else {
        Err(Refusal::NotYours {
            act: "evidence".into(),
        })
    }
}

/// Everybody who reads new evidence: the other parties of the matter and the sitting arbitrator.
/// Who hears of exhibits: whoever may open one of them. A seller only while its part of the case is open,
/// and not before the marketplace decided on a listing of it, since the notice reaches it then.
fn other_parties(planner: &Planner<'_>, labels: &[ExhibitLabel]) -> Vec<Addressee> {
    let file = &planner.file;
    let mine = planner.actor.party;
    let is_told = |track: u32| {
        !file.is_notice()
            || file
                .listings_of(track)
                .any(|listing| listing.reasons.is_some())
    };
    let is_open = |party: &Party| {
        party.role != Role::Respondent
            || file
                .track_of(party.no)
                .is_some_and(|track| track.outcome.is_none() && is_told(track.no))
    };
    let may_open = |party: &Party| {
        file.exhibits
            .iter()
            .filter(|exhibit| labels.contains(&exhibit.label))
            .any(|exhibit| party_sees(file, party.role, Some(party.no), exhibit))
    };
    let mut to: Vec<Addressee> = file
        .parties
        .iter()
        .filter(|p| Some(p.no) != mine && p.role != Role::Marketplace)
        .filter(|p| is_open(p) && may_open(p))
        .map(|p| Addressee::Party(p.no))
        .collect();
    to.extend(
        planner
            .file
            .tracks
            .iter()
            .filter_map(|t| planner.file.sitting(t.no))
            .map(|s| Addressee::Account(s.account)),
    );
    to.dedup();
    to
}
