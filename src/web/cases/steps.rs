//! What the reader can do now in a case, most urgent first. Asked of the rules, not guessed.

use crate::domain::Role;
use crate::domain::acts::{Clock, ClockState};
use crate::domain::notices::Track;
use crate::domain::procedures::{ActName, Effect};
use crate::domain::settlements::ObligationState;
use crate::domain::tribunal::SeatState;
use crate::urls;
use crate::web::matters;
use crate::web::notices::{court, delay};
use crate::web::scope::CaseScope;
use std::borrow::Cow;

/// Something the reader can do now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Message in the catalogue; `<key>-hint` says more where it exists
    pub key: Cow<'static, str>,
    /// Where it is done
    pub href: String,
    /// Whether the case waits for it
    pub awaited: bool,
    /// In whose part of the case, where it has several
    pub of: String,
    /// The name that the pack has for it, where no other has one
    pub named: Option<String>,
}

/// The step that stops a clock of the reader, else the most urgent one.
pub fn step_for(scope: &CaseScope, clock: &Clock) -> Option<Step> {
    let state = scope.file.track(clock.track).map(|track| &track.state)?;
    let stops = |act: ActName, named: Option<&str>| {
        scope.pack.transitions.iter().any(|step| {
            step.act == act
                && step.step_name.as_deref() == named
                && step.by.contains(&scope.actor.role)
                && step.from.contains(state)
                && step
                    .effects
                    .iter()
                    .any(|effect| matches!(effect, Effect::Stop(rule) if *rule == clock.rule))
        })
    };
    let steps = next_steps(scope);
    let fitting = steps.iter().find(|step| match &step.named {
        Some(name) => step.awaited && stops(ActName::Step, Some(name)),
        None => does(&step.key).is_some_and(|act| stops(act, None)),
    });
    if fitting.is_none() && steps.iter().filter(|step| step.awaited).count() > 1 {
        // Several answers are equally good: the reader chooses, the button does not.
        return Some(Step {
            key: "case-step-choose".into(),
            href: format!("{}#do-h", urls::case(&scope.file.number)),
            awaited: true,
            of: String::new(),
            named: None,
        });
    }
    // What the reader may do beside it is no answer to a date.
    let awaited = || steps.iter().find(|step| step.awaited);
    fitting.or_else(awaited).cloned()
}

/// The act of the rules that a step stands for, where there is one.
fn does(key: &str) -> Option<ActName> {
    Some(match key {
        "case-step-answer" => ActName::Counter,
        "case-step-answer-complaint" => ActName::Respond,
        "case-step-completion" | "case-step-complete" => ActName::Complete,
        "case-step-prove" => ActName::ProveAction,
        "case-step-takedown" => ActName::Measure,
        "case-step-screen" => ActName::ScreenAccept,
        "case-step-appoint" => ActName::Appoint,
        "case-step-desk" => ActName::Decide,
        "case-step-final" => ActName::ConsentFinal,
        _ => return None,
    })
}

/// Everything the reader can do now.
pub fn next_steps(scope: &CaseScope) -> Vec<Step> {
    let mut steps = Vec::new();
    let file = &scope.file;
    if file.only_reads(&scope.actor) {
        return steps;
    }
    let no = &file.number;
    let track = scope.track();
    let open = |act| scope.step_open(track, act);
    // A rights holder has to do with every seller's part.
    let any = |act| file.tracks.iter().any(|t| scope.step_open(t.no, act));
    let mut add = |awaited: bool, key: &'static str, href: String| {
        steps.push(Step {
            key: key.into(),
            href,
            awaited,
            of: String::new(),
            named: None,
        });
    };
    match scope.actor.role {
        Role::Respondent => {
            if open(ActName::Counter) || open(ActName::Agree) {
                let late = file.track(track).is_some_and(|t| t.outcome.is_some());
                add(
                    !late,
                    if late {
                        "case-step-late-answer"
                    } else {
                        "case-step-answer"
                    },
                    urls::response(no),
                );
            }
            if open(ActName::Respond) {
                add(true, "case-step-answer-complaint", urls::response(no));
            }
        }
        Role::Claimant => {
            if file.is_notice() && any(ActName::Complete) {
                add(
                    true,
                    "case-step-completion",
                    format!("{}/completion", urls::case(no)),
                );
            } else if open(ActName::Complete) {
                add(
                    true,
                    "case-step-complete",
                    format!("{}/complete", urls::case(no)),
                );
            }
            if !delay::stand_still(scope).is_empty() {
                add(
                    false,
                    "case-step-delay-over",
                    format!("{}/delay/over", urls::case(no)),
                );
            }
            if !delay::can_stop(scope).is_empty() {
                add(
                    false,
                    "case-step-delay",
                    format!("{}/delay", urls::case(no)),
                );
            }
            if any(ActName::ProveAction) {
                add(
                    true,
                    "case-step-prove",
                    format!("{}/action/new", urls::case(no)),
                );
            }
            let consented = file
                .track(track)
                .is_some_and(|t| t.consents.contains(&Role::Claimant));
            if open(ActName::ConsentFinal) && !consented {
                add(
                    true,
                    "case-step-final",
                    format!("{}/final-consent", urls::case(no)),
                );
            }
        }
        Role::Marketplace => {
            let organisation = scope
                .actor
                .party
                .and_then(|p| file.party(p))
                .and_then(|p| p.organisation);
            let waits = file.listings.iter().any(|l| {
                let undecided = file.track(l.track).is_some_and(|t| {
                    scope
                        .pack
                        .allows(&t.state, ActName::Measure, Role::Marketplace)
                });
                l.marketplace == organisation
                    && (l.order.is_some()
                        || (undecided && l.measure == crate::domain::notices::MeasureValue::Live))
            });
            unreached_steps(scope, &mut add);
            if waits {
                add(
                    true,
                    "case-step-takedown",
                    urls::with_query(urls::takedowns(), &[("case", no.as_str())]),
                );
            }
            if any(ActName::NeedInfo) {
                add(
                    false,
                    "case-step-send-back",
                    format!("{}/send-back", urls::case(no)),
                );
            }
            if !court::can_hold(scope).is_empty() {
                add(
                    false,
                    "case-step-court",
                    format!("{}/court-order", urls::case(no)),
                );
            }
        }
        Role::CaseManager => manager_steps(scope, &mut add),
        Role::Arbitrator => {
            let seat = scope.actor.account.and_then(|a| file.seat_of(a));
            if seat.is_some_and(|s| s.state == SeatState::Proposed) {
                add(true, "case-step-appointment", urls::tribunal(no));
            }
            if seat.is_some_and(|s| s.is_sitting()) && open(ActName::Decide) {
                add(true, "case-step-desk", urls::desk(no));
            }
        }
        Role::Administrator | Role::System => {}
    }
    if matches!(scope.actor.role, Role::Claimant | Role::Respondent) {
        side_steps(scope, track, &mut add);
    }
    if !scope.is_candidate() && !super::parallel::kinds(scope).is_empty() {
        add(false, "case-step-parallel", urls::parallel_new(no));
    }
    steps.extend(matters::open_steps(scope).into_iter().map(|link| Step {
        key: link.key.into(),
        href: link.href,
        awaited: link.awaited,
        of: link.of,
        named: Some(link.name),
    }));
    steps.sort_by_key(|s| !s.awaited);
    steps
}

/// A seller whom no letter can reach cannot answer: whoever knows the address gives it.
fn unreached_steps(scope: &CaseScope, add: &mut impl FnMut(bool, &'static str, String)) {
    let unreached = scope.file.parties_of(Role::Respondent).find(|party| {
        party.email.is_empty() && crate::web::parties::address::may_set(scope, party)
    });
    if let Some(party) = unreached {
        add(
            true,
            "case-step-address",
            urls::party_address(&scope.file.number, party.no),
        );
    }
}

fn manager_steps(scope: &CaseScope, add: &mut impl FnMut(bool, &'static str, String)) {
    let file = &scope.file;
    let no = &file.number;
    unreached_steps(scope, add);
    let newer = super::migrate::newer(scope);
    if newer.is_some_and(|next| crate::domain::cases::misfit(&scope.file, &next).is_none()) {
        add(
            false,
            "case-step-migrate",
            urls::case_rules(&scope.file.number),
        );
    }
    let any = |act| file.tracks.iter().any(|t| scope.step_open(t.no, act));
    if any(ActName::ScreenAccept) {
        add(
            true,
            "case-step-screen",
            format!("{}/screening", urls::case(no)),
        );
    }
    if file
        .obligations
        .iter()
        .any(|o| o.state == ObligationState::Disputed)
    {
        add(true, "case-step-determine", urls::settlement(no));
    }
    if file.challenges.iter().any(|c| c.ruling.is_none()) {
        add(true, "case-step-rule", urls::tribunal(no));
    }
    let seated = file
        .seats
        .iter()
        .any(|s| matches!(s.state, SeatState::Proposed | SeatState::Accepted { .. }));
    if any(ActName::Appoint) && !seated {
        let waits = file
            .clocks
            .iter()
            .any(|c| c.rule == "appoint" && c.state == ClockState::Running);
        add(waits, "case-step-appoint", urls::tribunal(no));
    }
    if any(ActName::ProposeSettlement) {
        add(false, "case-step-propose", urls::offer_new(no));
    }
    if any(ActName::DeclareFailure) {
        add(
            false,
            "case-step-failure",
            format!("{}/failure", urls::case(no)),
        );
    }
    if scope.file.is_notice() && !court::can_hold(scope).is_empty() {
        add(
            false,
            "case-step-court",
            format!("{}/court-order", urls::case(no)),
        );
    }
    if any(ActName::ActionOutcome) {
        add(
            false,
            "case-step-outcome",
            format!("{}/action/outcome", urls::case(no)),
        );
    }
}

fn side_steps(scope: &CaseScope, track: u32, add: &mut impl FnMut(bool, &'static str, String)) {
    let file = &scope.file;
    let no = &file.number;
    let role = scope.actor.role;
    let party = scope.actor.party;
    let parts: Vec<&Track> = file
        .tracks
        .iter()
        .filter(|t| role == Role::Claimant || t.no == track)
        .collect();
    if let Some(offer) =
        file.offers.iter().rev().find(|o| {
            parts.iter().any(|t| t.no == o.track) && o.can_be_answered_by(role, scope.now)
        })
    {
        add(true, "case-step-offer", urls::offer(no, offer.no));
    }
    let owes = file.obligations.iter().any(|o| {
        Some(o.debtor) == party
            && matches!(
                o.state,
                ObligationState::Due | ObligationState::Overdue | ObligationState::Disputed
            )
    });
    if owes {
        add(true, "case-step-perform", urls::settlement(no));
    }
    if file
        .obligations
        .iter()
        .any(|o| Some(o.creditor) == party && o.state == ObligationState::Marked)
    {
        add(true, "case-step-confirm", urls::settlement(no));
    }
    let now_in = file
        .track(track)
        .map(|t| t.state.clone())
        .unwrap_or_default();
    let talks = scope.pack.state(&now_in).is_some_and(|s| s.offers);
    let own_open = file.offers.iter().any(|o| {
        o.track == track && o.by == role && o.state == crate::domain::settlements::OfferState::Open
    });
    if talks && !own_open {
        add(false, "case-step-talk", urls::offer_new(no));
    }
    if scope.step_open(track, ActName::Escalate) {
        add(
            false,
            "case-step-escalate",
            format!("{}/escalate", urls::case(no)),
        );
    }
    let mut undecided = parts
        .iter()
        .filter(|t| scope.step_open(t.no, ActName::ConsentArbitration))
        .filter(|t| !t.consents.contains(&role))
        .peekable();
    if undecided.peek().is_some() {
        let other = role
            .opposite()
            .is_some_and(|o| undecided.any(|t| t.consents.contains(&o)));
        add(
            other,
            "case-step-arbitration",
            format!("{}/arbitration", urls::case(no)),
        );
    }
    let may_file = |t: &&Track| {
        let state = scope.pack.state(&t.state);
        t.outcome.is_none() && state.is_some_and(|s| s.evidence.contains(&role))
    };
    if parts.iter().any(may_file) {
        add(false, "case-step-evidence", urls::evidence_new(no));
    }
    let may_withdraw = |t: &&Track| scope.step_open(t.no, ActName::Withdraw);
    if role == Role::Claimant && parts.iter().any(may_withdraw) {
        add(
            false,
            "case-step-withdraw",
            format!("{}/withdraw", urls::case(no)),
        );
    }
}
