//! Every step of every pack can be taken: a walk through all that people, the marketplace, the registry and
//! the system can do finds each of them. A step that nothing takes is a promise that nobody can keep.

use super::*;
use crate::domain::matters;
use crate::domain::notices::{Completion, Gap, Place, Position, gaps};
use std::collections::{BTreeSet, VecDeque};

/// Most cases looked at in one pack.
const CASES_MAX: usize = 12_000;

/// A case somewhere on the walk.
#[derive(Clone)]
struct Stop {
    file: CaseFile,
    now: Timestamp,
}

impl Stop {
    /// What makes two cases alike for the rules; dates and numbers do not.
    fn key(&self) -> String {
        let file = &self.file;
        let track = file.track(1).unwrap();
        let clocks: Vec<_> = file
            .running_clocks()
            .iter()
            // The goals for what is published move nothing, and no rule looks at them.
            .filter(|c| !c.rule.starts_with("publish"))
            .map(|c| {
                let stands = c.derivation.open_toll().is_some();
                (c.rule.clone(), c.extensions, c.asked.clone(), stands)
            })
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let offers: BTreeSet<_> = file
            .offers
            .iter()
            .filter(|o| o.state == settlements::OfferState::Open)
            .map(|o| format!("{:?}{:?}{:?}", o.by, o.terms.remedy, o.accepted_by))
            .collect();
        let owed: BTreeSet<_> = file.obligations.iter().map(|o| o.state.as_str()).collect();
        let seats = file
            .seats
            .iter()
            .map(|s| s.is_sitting())
            .collect::<Vec<_>>();
        let words: Vec<String> = file
            .papers
            .iter()
            .flat_map(|p| p.filled.answers.values())
            .filter_map(|answer| match answer {
                Answer::Word(word) => Some(word.clone()),
                _ => None,
            })
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        // What conditions count.
        let is_counted = |answer: &Answer| {
            matches!(
                answer,
                Answer::Lines(_) | Answer::Number(_) | Answer::Money(_)
            )
        };
        let counted: BTreeSet<&str> = file
            .papers
            .iter()
            .filter(|p| p.filled.answers.values().any(is_counted))
            .map(|p| p.document.as_str())
            .collect();
        let listing = file.listing(1).map(|l| (l.measure, l.order.is_some()));
        format!(
            "{} {:?} {:?} {words:?} {counted:?} {clocks:?} {offers:?} {owed:?} {seats:?} {listing:?} {} {}",
            track.state,
            track.consents,
            track.outcome,
            track.asked.is_some(),
            track.answer.is_some(),
        )
    }
}

fn party_of(file: &CaseFile, role: Role) -> Actor {
    let no = file.parties_of(role).next().map(|p| p.no);
    let account = match role {
        Role::Respondent => 2,
        Role::Marketplace => 4,
        _ => 1,
    };
    actor(role, no, account)
}

/// Everything that can be tried, whether it is allowed or not.
fn tries(stop: &Stop, pack: &Pack) -> Vec<(Actor, Act)> {
    let file = &stop.file;
    let (claimant, respondent, market) = (
        party_of(file, Role::Claimant),
        party_of(file, Role::Respondent),
        party_of(file, Role::Marketplace),
    );
    let mut all: Vec<(Actor, Act)> = Vec::new();
    let mut add = |who: &Actor, act: Act| all.push((who.clone(), act));
    if file.is_notice() {
        for action in [
            MeasureAction::Hide,
            MeasureAction::Refuse,
            MeasureAction::Restore,
        ] {
            let act = notices::Act::Measure {
                listings: vec![1],
                action,
                reasons: reasons(),
                carried_out: true,
            };
            add(&market, Act::Notice(act));
        }
        let carry = notices::Act::CarryOut { listings: vec![1] };
        add(&market, Act::Notice(carry));
        let back = notices::Act::NeedInfo {
            track: 1,
            gaps: vec![Gap::Statement],
            words: "Unclear.".into(),
        };
        add(&market, Act::Notice(back));
        let court = notices::Act::CourtOrder {
            track: 1,
            court: "Court".into(),
            number: "1".into(),
            ordered_on: jiff::civil::date(2026, 1, 1),
            measure: None,
            detail: "Held.".into(),
            copy: Some(document()),
        };
        add(&market, Act::Notice(court));
        let whole = Completion {
            number: "1".into(),
            statement: "They use it.".into(),
            places: gaps::of_notice(file, pack, 1)
                .iter()
                .filter_map(|gap| match gap {
                    Gap::Address { listing } => Some(Place {
                        listing: *listing,
                        url: "https://harbour.example/A1".into(),
                        item: String::new(),
                    }),
                    _ => None,
                })
                .collect(),
            declarations: declarations(pack, "notice"),
            ..Completion::default()
        };
        let whole = notices::Act::Complete {
            completion: Box::new(whole),
        };
        add(&claimant, Act::Notice(whole));
        for declarations in [declarations(pack, "counter"), vec![]] {
            let counter = notices::Act::Counter {
                track: 1,
                ground: "licence".into(),
                statement: "We have a licence.".into(),
                contact: "1 Road".into(),
                declarations,
            };
            add(&respondent, Act::Notice(counter));
        }
        let agree = notices::Act::Agree {
            track: 1,
            statement: String::new(),
        };
        add(&respondent, Act::Notice(agree));
        let delay = notices::Act::Delay {
            track: 1,
            proof: "Notarised copy".into(),
            reason: "The notary.".into(),
            receipt: Some(document()),
        };
        add(&claimant, Act::Notice(delay));
        add(&claimant, Act::Notice(notices::Act::DelayOver { track: 1 }));
        let proof = notices::Act::ProveAction {
            track: 1,
            court: "Court".into(),
            number: "1".into(),
            filed_on: jiff::civil::date(2026, 1, 1),
            copy: Some(document()),
            declarations: declarations(pack, "action_proof"),
        };
        add(&claimant, Act::Notice(proof));
        for result in [
            notices::ActionResult::Restore,
            notices::ActionResult::KeepDown,
        ] {
            let outcome = notices::Act::ActionOutcome {
                track: 1,
                result,
                detail: "Judgment.".into(),
            };
            add(&manager(), Act::Notice(outcome));
        }
        for side in [&claimant, &respondent] {
            let consent = notices::Act::ConsentArbitration {
                track: 1,
                declarations: declarations(pack, "submission"),
            };
            add(side, Act::Notice(consent));
        }
    } else {
        let screening = [
            complaints::Act::ScreenAccept,
            complaints::Act::NeedInfo {
                missing: "The order number.".into(),
            },
            complaints::Act::ScreenReject {
                reason: "Not here.".into(),
            },
            complaints::Act::DeclareFailure {
                reason: "No agreement.".into(),
            },
        ];
        for act in screening {
            add(&manager(), Act::Complaint(act));
        }
        let added = complaints::Act::Complete { text: "A-1".into() };
        add(&claimant, Act::Complaint(added));
        let consent = complaints::Act::ConsentFinal {
            declarations: declarations(pack, "consent"),
        };
        add(&claimant, Act::Complaint(consent));
        let answer = complaints::Act::Respond {
            position: Position::Dispute,
            statement: "It is fine.".into(),
            declarations: declarations(pack, "response"),
        };
        add(&respondent, Act::Complaint(answer));
        let help = complaints::Act::Escalate {
            reason: String::new(),
        };
        add(&claimant, Act::Complaint(help));
    }
    for side in [&claimant, &respondent] {
        for clock in file.running_clocks() {
            let ask = notices::Act::AskTime {
                clock: clock.no,
                reason: String::new(),
            };
            add(side, Act::Notice(ask));
        }
    }
    let back = notices::Act::Withdraw {
        track: 1,
        reason: String::new(),
    };
    add(&claimant, Act::Notice(back));
    let state = file.track(1).unwrap().state.clone();
    let sits = file
        .sitting(1)
        .map(|s| actor(Role::Arbitrator, None, s.account.0.as_u128()));
    let seats = [
        claimant.clone(),
        respondent.clone(),
        market.clone(),
        manager(),
    ];
    for who in seats.iter().chain(&sits) {
        for step in pack.steps_open(&state, who.role) {
            for choice in 0..3 {
                let needs = step.needs.as_deref();
                let take = matters::Act::Take {
                    track: 1,
                    step: step.step().to_owned(),
                    filled: Box::new(
                        needs.map_or_else(Default::default, |d| filled(pack, d, choice)),
                    ),
                    exhibits: vec![],
                    words: String::new(),
                };
                add(who, Act::Matter(take));
            }
        }
    }
    settle(stop, &claimant, &respondent, &mut add);
    decide_here(stop, &mut add);
    // Time passes: the soonest clock runs out, or something owed is not done.
    if let Some(clock) = file.running_clocks().first() {
        add(&Actor::system(), Act::Lapse { clock: clock.no });
    }
    for owed in &file.obligations {
        let overdue = Act::ObligationOverdue {
            obligation: owed.no,
        };
        add(&Actor::system(), overdue);
    }
    all
}

fn settle(stop: &Stop, claimant: &Actor, respondent: &Actor, add: &mut impl FnMut(&Actor, Act)) {
    let file = &stop.file;
    let open: Vec<u32> = file
        .offers
        .iter()
        .filter(|o| o.state == settlements::OfferState::Open)
        .map(|o| o.no)
        .collect();
    if open.is_empty() {
        for (maker, remedy, amount) in [
            (respondent, Remedy::RestoreListing, 0),
            (respondent, Remedy::KeepDown, 0),
            (respondent, Remedy::PartialRefund, 100),
            (&manager(), Remedy::RestoreListing, 0),
            (&manager(), Remedy::PartialRefund, 100),
        ] {
            let offer = settlements::Act::Offer {
                track: 1,
                terms: Terms {
                    remedy,
                    amount: (amount > 0).then(|| Money {
                        minor: amount,
                        currency: "USD".into(),
                    }),
                    due_on: jiff::civil::date(2034, 1, 1),
                    ..terms(amount, 1)
                },
                open_until: at("2034-01-01T00:00:00Z"),
                counter_to: None,
            };
            add(maker, Act::Settlement(offer));
        }
    }
    for offer in open {
        for side in [claimant, respondent] {
            add(side, Act::Settlement(settlements::Act::Accept { offer }));
        }
    }
    for owed in &file.obligations {
        let mark = settlements::Act::Mark {
            obligation: owed.no,
            proof: "transfer".into(),
        };
        add(respondent, Act::Settlement(mark));
        let confirm = settlements::Act::Confirm {
            obligation: owed.no,
        };
        add(claimant, Act::Settlement(confirm));
    }
}

fn decide_here(stop: &Stop, add: &mut impl FnMut(&Actor, Act)) {
    // One arbitrator may leave, and another one comes.
    let left = stop
        .file
        .seats
        .iter()
        .filter(|s| matches!(s.state, tribunal::SeatState::Removed { .. }))
        .count();
    let person = 60 + u128::try_from(left).unwrap();
    let who = actor(Role::Arbitrator, None, person);
    let seat = stop.file.seats.last().map_or(1, |seat| seat.no);
    if left == 0 {
        let resign = tribunal::Act::Resign {
            seat,
            reason: "Ill.".into(),
        };
        add(&who, Act::Tribunal(resign));
    }
    let propose = tribunal::Act::Propose {
        track: 1,
        candidate: candidate(person),
    };
    add(&manager(), Act::Tribunal(propose));
    let accept = tribunal::Act::Accept {
        seat,
        declaration: declaration("independence"),
        disclosure: String::new(),
    };
    add(&who, Act::Tribunal(accept));
    for (prevails, orders) in [
        (decisions::Finding::Claimant, vec![]),
        (decisions::Finding::Respondent, vec![]),
        (decisions::Finding::Claimant, vec![refund(10)]),
    ] {
        let sign = decisions::Act::Sign {
            track: 1,
            draft: draft(orders),
            prevails,
            document: document(),
            considered: vec![],
        };
        add(&who, Act::Decision(sign));
    }
}

/// When an act is tried: time passes only for what the system does.
fn time_of(stop: &Stop, act: &Act) -> Timestamp {
    let after = |at: Timestamp| stop.now.max(at + jiff::SignedDuration::from_secs(1));
    match act {
        Act::Lapse { clock } => stop
            .file
            .clocks
            .iter()
            .find(|c| c.no == *clock)
            .map_or(stop.now, |c| after(c.due_at)),
        Act::ObligationOverdue { obligation } => stop
            .file
            .obligations
            .iter()
            .find(|o| o.no == *obligation)
            .map_or(stop.now, |o| after(o.due_at)),
        // A window opens only after a while; a restored listing is confirmed then.
        Act::Notice(notices::Act::Measure {
            action: MeasureAction::Restore,
            ..
        }) => stop
            .file
            .running_clocks()
            .iter()
            .filter_map(|c| c.earliest_at)
            .fold(stop.now, Timestamp::max),
        _ => stop.now,
    }
}

/// The steps of a pack that nothing takes, found by walking from these cases. What the filing itself took
/// is counted too.
fn untaken(pack: &Pack, begin: Vec<(Stop, Vec<String>)>) -> Vec<String> {
    let calendars = Calendars::embedded().unwrap();
    let mut left: BTreeSet<String> = pack.transitions.iter().map(|t| t.id.clone()).collect();
    let mut seen = BTreeSet::new();
    let mut queue = VecDeque::new();
    for (stop, taken) in begin {
        for step in taken {
            left.remove(&step);
        }
        queue.push_back(stop);
    }
    while let Some(stop) = queue.pop_front() {
        if left.is_empty() || seen.len() > CASES_MAX {
            break;
        }
        for (who, act) in tries(&stop, pack) {
            let now = time_of(&stop, &act);
            let law = Law {
                pack,
                calendars: &calendars,
                next: None,
            };
            let Ok((file, plan)) = decide(&stop.file, law, &who, &act, now) else {
                continue;
            };
            for step in &plan.steps {
                left.remove(&step.rule);
            }
            let next = Stop { file, now };
            is_as_played(&stop, &next, pack, &calendars, &who, &plan);
            if seen.insert(next.key()) {
                queue.push_back(next);
            }
        }
    }
    left.into_iter().collect()
}

/// A procedure that is played by itself stands where the live case stands, with the same clocks and dates.
fn is_as_played(
    before: &Stop,
    after: &Stop,
    pack: &Pack,
    calendars: &Calendars,
    who: &Actor,
    plan: &Plan,
) {
    if plan.steps.is_empty() {
        return;
    }
    let law = Law {
        pack,
        calendars,
        next: None,
    };
    let fired = |rule: &str| {
        plan.effects.iter().any(|effect| match effect {
            Effect::ClockFired { clock } => before
                .file
                .clocks
                .iter()
                .any(|c| c.no == *clock && c.rule == rule),
            _ => false,
        })
    };
    // The paper that comes with a step is filed before it is taken.
    let mut file = before.file.clone();
    file.papers.clone_from(&after.file.papers);
    let mut play = file.as_played(law, 1, after.now);
    play.forget(fired);
    for taken in &plan.steps {
        let step = pack
            .transitions
            .iter()
            .find(|t| t.id == taken.rule)
            .unwrap();
        play.take(step, who.role).unwrap();
    }
    let steps = &plan.steps;
    assert_eq!(
        play.state(),
        after.file.track(1).unwrap().state,
        "{steps:?}"
    );
    let mut played = play.clocks().to_vec();
    played.sort_by(|one, other| one.rule.cmp(&other.rule));
    let live = after.file.as_played(law, 1, after.now);
    assert_eq!(played, live.clocks(), "{} {steps:?}", pack.id());
}

fn first(play: &Play) -> (Stop, Vec<String>) {
    let stop = Stop {
        file: play.file.clone(),
        now: play.now,
    };
    (stop, play.steps.clone())
}

#[test]
fn every_step_of_every_pack_can_be_taken() {
    for pack in Packs::embedded().unwrap().newest() {
        let kind = pack.kind();
        let begin = if kind == crate::domain::procedures::Kind::Matter {
            let start = "2026-03-02T15:00:00Z";
            let begun = |choice| first(&Play::matter(pack.id(), start, choice));
            vec![begun(0), begun(1), begun(2)]
        } else if kind == crate::domain::procedures::Kind::Notice {
            let listings = || vec![listing("A1", "Yunhe Home")];
            let start = "2026-03-02T15:00:00Z";
            let packs = Packs::embedded().unwrap();
            let none = Settings::default();
            let lacking = |filing: &mut notices::Filing| {
                filing.notice.right.number = String::new();
            };
            let lacking =
                Play::notice_with(packs, pack.id(), start, listings(), &none, lacking).unwrap();
            vec![
                first(&Play::notice(pack.id(), start, listings()).unwrap()),
                first(&lacking),
            ]
        } else {
            vec![first(&Play::complaint("2026-03-02T15:00:00Z"))]
        };
        assert_eq!(untaken(pack, begin), Vec::<String>::new(), "{}", pack.id());
    }
}

#[test]
fn a_step_that_nobody_takes_is_found() {
    let own = Packs::embedded()
        .unwrap()
        .latest("cn-ecl-ip")
        .unwrap()
        .clone();
    let text = own.text().replace(
        &format!("version = \"{}\"", own.version()),
        "version = \"9.0.0\"",
    ) + "\n[[transition]]\nid = \"nobody\"\nfrom = [\"measured\"]\nact = \"note\"\nby = [\"marketplace\"]\ncite = [\"ecl42\"]\n";
    let mut packs = Packs::embedded().unwrap();
    let pack = packs.add(&text, &Calendars::embedded().unwrap()).unwrap();
    let listings = vec![listing("A1", "Yunhe Home")];
    let none = Settings::default();
    let start = "2026-03-02T15:00:00Z";
    let play = Play::notice_with(packs, "cn-ecl-ip", start, listings, &none, |_| {}).unwrap();
    let left = untaken(&pack, vec![first(&play)]);
    assert!(left.contains(&"nobody".to_owned()), "{left:?}");
}
