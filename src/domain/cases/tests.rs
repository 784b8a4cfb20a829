//! The rules of whole cases, played on the real packs without database or web.

use super::*;
use crate::domain::acts::{Act, Effect, Plan, Refusal};
use crate::domain::complaints::{Complaint, Problem, Remedy};
use crate::domain::docket::{Deed, Entry, GENESIS, hash_text};
use crate::domain::ids::{AccountId, CaseId, CaseNumber, OrganisationId};
use crate::domain::matters::{self, Answer};
use crate::domain::money::Money;
use crate::domain::notices::{
    self, Declaration, MeasureAction, MeasureValue, NewListing, NewSeller, Notice, Right,
    RightKind, StatementOfReasons,
};
use crate::domain::parties::{Actor, Party, Via};
use crate::domain::procedures::{
    ActName, Calendars, DecisionPart, Field, FieldType, Packs, Settings,
};
use crate::domain::settlements::{self, ObligationState, Terms};
use crate::domain::{Role, complaints, decisions, evidence, tribunal};
use jiff::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

mod completion;
mod elsewhere;
mod reach;
mod time;

/// A case being played: every act goes through `decide`, every entry is kept.
struct Play {
    packs: Packs,
    calendars: Calendars,
    file: CaseFile,
    entries: Vec<(String, String)>,
    /// Steps of the pack taken so far
    steps: Vec<String>,
    now: Timestamp,
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn account(n: u128) -> AccountId {
    AccountId(Uuid::from_u128(n))
}

const MARKET: OrganisationId = OrganisationId(Uuid::from_u128(900));

fn party(role: Role, name: &str, n: u128) -> Party {
    Party {
        no: 0,
        role,
        name: name.into(),
        email: format!("{n}@example.org"),
        country: "US".into(),
        language: "en".into(),
        zone: "America/New_York".into(),
        account: Some(account(n)),
        organisation: (role == Role::Marketplace).then_some(MARKET),
        address: String::new(),
    }
}

fn actor(role: Role, party: Option<u32>, n: u128) -> Actor {
    Actor {
        role,
        party,
        account: Some(account(n)),
        name: format!("{} {n}", role.as_str()),
        mandate: None,
        via: Via::Page,
    }
}

fn declaration(id: &str) -> Declaration {
    Declaration {
        id: id.into(),
        version: "1".into(),
        language: "en".into(),
        text: format!("I declare {id}."),
        given_at: Timestamp::UNIX_EPOCH,
    }
}

fn declarations(pack: &Pack, document: &str) -> Vec<Declaration> {
    pack.document(document)
        .map(|d| {
            pack.attestations_of(d)
                .map(|a| declaration(&a.id))
                .collect()
        })
        .unwrap_or_default()
}

/// A paper with every field answered; a choice with the option at `choice`, as far as there is one.
fn filled(pack: &Pack, document: &str, choice: usize) -> matters::Filled {
    let found = pack.document(document).unwrap();
    let answer = |field: &Field| match field.field_type {
        FieldType::Choice => Answer::Word(field.options[choice % field.options.len()].clone()),
        FieldType::YesNo => Answer::Word(
            if choice.is_multiple_of(2) {
                "yes"
            } else {
                "no"
            }
            .into(),
        ),
        FieldType::Country => Answer::Word("DE".into()),
        FieldType::Date => Answer::Day(jiff::civil::date(2026, 3, 2)),
        FieldType::Number => Answer::Number([0, 5_000_000, 2][choice % 3]),
        FieldType::Money => Answer::Money(Money {
            minor: 100,
            currency: "USD".into(),
        }),
        FieldType::Lines | FieldType::Listings => {
            let many = [1, 3, 11][choice % 3];
            Answer::Lines((1..=many).map(|n| format!("halo{n}.example")).collect())
        }
        FieldType::File => Answer::Files(vec!["paper.pdf".into()]),
        _ => Answer::Text("As said.".into()),
    };
    let answers = found.fields.iter().map(|f| (f.id.clone(), answer(f)));
    matters::Filled {
        answers: answers.collect(),
        declarations: declarations(pack, document),
    }
}

fn paper(field: &str) -> notices::NoticePaper {
    notices::NoticePaper {
        field: field.into(),
        file: document(),
    }
}

fn seller(name: &str, n: u128) -> NewSeller {
    NewSeller {
        name: name.into(),
        email: format!("{n}@example.org"),
        country: "CN".into(),
        language: "zh-Hans".into(),
        zone: "Asia/Shanghai".into(),
        account: Some(account(n)),
    }
}

fn listing(item: &str, seller: &str) -> NewListing {
    NewListing {
        marketplace: Some(MARKET),
        marketplace_name: "Harbour Market".into(),
        url: format!("https://harbour.example/{item}"),
        item: item.into(),
        title: format!("Lamp {item}"),
        seller: seller.into(),
        wrong: "Uses our mark".into(),
    }
}

fn reasons() -> StatementOfReasons {
    StatementOfReasons {
        ground: "Terms, section 4".into(),
        facts: "The title uses the mark.".into(),
        territory: String::new(),
        automated: false,
    }
}

impl Play {
    fn notice(pack_id: &str, start: &str, listings: Vec<NewListing>) -> Result<Self, Refusal> {
        let packs = Packs::embedded().unwrap();
        Self::notice_with(
            packs,
            pack_id,
            start,
            listings,
            &Settings::default(),
            |_| {},
        )
    }

    /// A notice that was changed before it was filed, under given packs and settings.
    fn notice_with(
        packs: Packs,
        pack_id: &str,
        start: &str,
        listings: Vec<NewListing>,
        settings: &Settings,
        change: impl FnOnce(&mut notices::Filing),
    ) -> Result<Self, Refusal> {
        let calendars = Calendars::embedded().unwrap();
        let now = at(start);
        let pack = packs.latest(pack_id).unwrap().clone();
        let mut filing = notices::Filing {
            pack: pack_id.into(),
            language: "en".into(),
            claimant: party(Role::Claimant, "Aurel & Finch", 1),
            notice: Notice {
                right: Right {
                    kind: RightKind::TradeMark,
                    number: "018 234 567".into(),
                    territory: "EU".into(),
                    owner: "Aurel & Finch".into(),
                    proof: vec![document()],
                },
                statement: "They use our mark.".into(),
                asked: MeasureAction::Remove,
                declarations: declarations(&pack, "notice"),
                capacity: "owner".into(),
                papers: ["identity_proof", "proof"].map(paper).into(),
            },
            sellers: vec![
                seller("Yunhe Home", 2),
                seller("Brightway", 3),
                seller("Aurel Outlet", 1),
            ],
            marketplaces: vec![party(Role::Marketplace, "Harbour Market", 4)],
            listings,
            exhibits: vec![],
        };
        change(&mut filing);
        let law = Law {
            pack: &pack,
            calendars: &calendars,
            next: None,
        };
        let number: CaseNumber = "IP-2026-000001".parse().unwrap();
        let who = actor(Role::Claimant, Some(1), 1);
        let (file, plan) = open_notice(
            &filing,
            &law,
            settings,
            &who,
            CaseId(Uuid::from_u128(7)),
            number,
            now,
        )?;
        let mut play = Self {
            packs,
            calendars,
            file,
            entries: vec![],
            steps: vec![],
            now,
        };
        play.keep(who, Deed::Filed("notice.file".into()), &plan);
        Ok(play)
    }

    fn complaint(start: &str) -> Self {
        let calendars = Calendars::embedded().unwrap();
        let packs = Packs::embedded().unwrap();
        let now = at(start);
        let pack = packs.latest("consumer-odr").unwrap().clone();
        let filing = complaints::Filing {
            pack: "consumer-odr".into(),
            language: "en".into(),
            claimant: party(Role::Claimant, "M. Duarte", 1),
            seller: seller("Yunhe Home", 2),
            marketplaces: vec![party(Role::Marketplace, "Harbour Market", 4)],
            complaint: Complaint {
                order_reference: "A-1".into(),
                marketplace_name: "Harbour Market".into(),
                goods: "Kettle".into(),
                ordered_on: None,
                problem: Problem::Unsafe,
                statement: "It gives shocks.".into(),
                tried: "I wrote twice.".into(),
                remedy: Remedy::Refund,
                amount: Some(Money {
                    minor: 9_000,
                    currency: "USD".into(),
                }),
                declarations: declarations(&pack, "complaint"),
                missing: None,
                completions: vec![],
            },
            exhibits: vec![],
        };
        let law = Law {
            pack: &pack,
            calendars: &calendars,
            next: None,
        };
        let who = actor(Role::Claimant, Some(1), 1);
        let (file, plan) = open_complaint(
            &filing,
            &law,
            &Settings::default(),
            &who,
            CaseId(Uuid::from_u128(8)),
            "CO-2026-000001".parse().unwrap(),
            now,
        )
        .unwrap();
        let mut play = Self {
            packs,
            calendars,
            file,
            entries: vec![],
            steps: vec![],
            now,
        };
        play.keep(who, Deed::Filed("complaint.file".into()), &plan);
        play
    }

    /// A matter under a pack, filed with a paper that answers with the options at `choice`.
    fn matter(pack_id: &str, start: &str, choice: usize) -> Self {
        let calendars = Calendars::embedded().unwrap();
        let packs = Packs::embedded().unwrap();
        let now = at(start);
        let pack = packs.latest(pack_id).unwrap().clone();
        let file_step = pack.transitions.iter().find(|t| t.act == ActName::File);
        let needs = file_step.unwrap().needs.clone().unwrap();
        let filing = matters::Filing {
            pack: pack_id.into(),
            language: "en".into(),
            claimant: party(Role::Claimant, "Aurel & Finch", 1),
            respondent: seller("Yunhe Home", 2),
            filled: filled(&pack, &needs, choice),
            exhibits: vec![],
        };
        let law = Law {
            pack: &pack,
            calendars: &calendars,
            next: None,
        };
        let who = actor(Role::Claimant, Some(1), 1);
        let (file, plan) = open_matter(
            &filing,
            &law,
            &Settings::default(),
            &who,
            CaseId(Uuid::from_u128(9)),
            "MA-2026-000001".parse().unwrap(),
            now,
        )
        .unwrap();
        let mut play = Self {
            packs,
            calendars,
            file,
            entries: vec![],
            steps: vec![],
            now,
        };
        play.keep(who, Deed::Filed("matter.file".into()), &plan);
        play
    }

    fn keep(&mut self, who: Actor, deed: Deed, plan: &Plan) {
        self.steps
            .extend(plan.steps.iter().map(|step| step.rule.clone()));
        let no = self.entries.len() as u64 + 1;
        let previous = self
            .entries
            .last()
            .map_or(GENESIS.to_owned(), |(_, hash)| hash.clone());
        let text = Entry::compose(no, self.now, who, deed, plan, previous)
            .canonical()
            .unwrap();
        let hash = hash_text(&text);
        self.entries.push((text, hash));
        self.file.finish_entry(no, self.now);
    }

    fn pack(&self) -> std::sync::Arc<Pack> {
        self.packs.latest(&self.file.pack.id).unwrap().clone()
    }

    fn act(&mut self, who: Actor, act: Act) -> Result<Plan, Refusal> {
        let pack = self.pack();
        let (file, plan) = decide(
            &self.file,
            Law {
                pack: &pack,
                calendars: &self.calendars,
                next: None,
            },
            &who,
            &act,
            self.now,
        )?;
        self.file = file;
        self.keep(who, Deed::Done(act), &plan);
        Ok(plan)
    }

    /// Moves to one second after the soonest deadline of the case and lets everything due lapse.
    fn pass(&mut self, rule: &str) {
        let due = self
            .file
            .clocks
            .iter()
            .find(|c| c.rule == rule && c.state == ClockState::Running)
            .map(|c| c.due_at)
            .expect(rule);
        self.now = due + jiff::SignedDuration::from_secs(1);
        let lapsed: Vec<u32> = self
            .file
            .running_clocks()
            .iter()
            .filter(|c| c.due_at < self.now)
            .map(|c| c.no)
            .collect();
        for clock in lapsed {
            if self
                .file
                .clocks
                .iter()
                .any(|c| c.no == clock && c.state == ClockState::Running)
            {
                self.act(Actor::system(), Act::Lapse { clock }).unwrap();
            }
        }
    }

    fn state(&self, track: u32) -> &str {
        &self.file.track(track).unwrap().state
    }

    fn measure(&mut self, listings: &[u32], action: MeasureAction) -> Result<Plan, Refusal> {
        let act = notices::Act::Measure {
            listings: listings.to_vec(),
            action,
            reasons: reasons(),
            carried_out: true,
        };
        let market = self.file.parties_of(Role::Marketplace).next().unwrap().no;
        self.act(actor(Role::Marketplace, Some(market), 4), Act::Notice(act))
    }

    fn counter(&mut self, track: u32) -> Result<Plan, Refusal> {
        let party = self.file.track(track).unwrap().respondent;
        let act = notices::Act::Counter {
            track,
            ground: "licence".into(),
            statement: "We have a licence.".into(),
            contact: "Yunhe Home, 1 Road, +86 1".into(),
            declarations: declarations(&self.pack(), "counter"),
        };
        self.act(
            actor(Role::Respondent, Some(party), u128::from(party)),
            Act::Notice(act),
        )
    }

    fn replayed(&self) -> CaseFile {
        CaseFile::replay(&crate::domain::docket::check(&self.entries).unwrap()).unwrap()
    }
}

#[test]
fn a_counter_notice_restores_the_listing_when_nobody_goes_to_court() {
    let mut play = Play::notice(
        "us-dmca-512",
        "2026-11-10T15:00:00Z",
        vec![listing("A1", "Yunhe Home")],
    )
    .unwrap();
    assert_eq!(play.state(1), "accepted");
    play.measure(&[1], MeasureAction::Remove).unwrap();
    assert_eq!(play.state(1), "removed");
    // Wednesday 18 November 2026, Thanksgiving on the 26th is skipped.
    play.now = at("2026-11-18T15:00:00Z");
    play.counter(1).unwrap();
    assert_eq!(play.state(1), "window");
    let window = play.file.running(1, "putback").unwrap();
    assert_eq!(
        window
            .earliest_at
            .unwrap()
            .to_zoned(jiff::tz::TimeZone::get("America/New_York").unwrap())
            .date()
            .to_string(),
        "2026-12-03"
    );
    assert_eq!(
        window
            .due_at
            .to_zoned(jiff::tz::TimeZone::get("America/New_York").unwrap())
            .date()
            .to_string(),
        "2026-12-09"
    );

    let early = play.measure(&[1], MeasureAction::Restore).unwrap_err();
    assert!(matches!(early, Refusal::TooEarly { .. }), "{early:?}");

    play.pass("restore");
    assert_eq!(play.state(1), "restored");
    assert_eq!(
        play.file.listing(1).unwrap().order.as_ref().unwrap().action,
        MeasureAction::Restore
    );
    let market = play.file.parties_of(Role::Marketplace).next().unwrap().no;
    play.act(
        actor(Role::Marketplace, Some(market), 4),
        Act::Notice(notices::Act::CarryOut { listings: vec![1] }),
    )
    .unwrap();
    assert_eq!(
        play.file.listing(1).unwrap().measure,
        MeasureValue::Restored
    );
    assert_eq!(play.file.outcome.as_deref(), Some("restored"));
    assert_eq!(play.replayed(), play.file);
}

#[test]
fn each_seller_has_a_track_with_clocks_of_its_own() {
    let listings = vec![
        listing("A1", "Yunhe Home"),
        listing("B1", "Brightway"),
        listing("A2", "Yunhe Home"),
    ];
    let mut play = Play::notice("cn-ecl-ip", "2026-09-20T02:00:00Z", listings).unwrap();
    assert_eq!(play.file.tracks.len(), 2);
    assert_eq!(play.file.listings_of(1).count(), 2);
    play.measure(&[1, 3], MeasureAction::Hide).unwrap();
    assert_eq!((play.state(1), play.state(2)), ("measured", "accepted"));
    play.now = at("2026-09-22T02:00:00Z");
    play.measure(&[2], MeasureAction::Refuse).unwrap();
    assert_eq!(play.state(2), "rejected");
    assert!(
        play.file.closed_at.is_none(),
        "the other seller's track goes on"
    );
    play.counter(1).unwrap();
    assert_eq!(play.state(1), "holder_wait");
    // Another seller's track does not exist for this seller.
    let act = notices::Act::Agree {
        track: 1,
        statement: String::new(),
    };
    let foreign = play
        .act(actor(Role::Respondent, Some(3), 3), Act::Notice(act))
        .unwrap_err();
    assert!(matches!(foreign, Refusal::Unknown { .. }));
    play.pass("holder");
    assert_eq!(play.file.outcome.as_deref(), Some("mixed"));
    assert_eq!(play.replayed(), play.file);
}

#[test]
fn silence_keeps_the_listing_down_and_a_late_declaration_opens_the_track_again() {
    let mut play = Play::notice(
        "cn-ecl-ip",
        "2026-09-01T02:00:00Z",
        vec![listing("A1", "Yunhe Home")],
    )
    .unwrap();
    play.measure(&[1], MeasureAction::Hide).unwrap();
    play.pass("reply");
    assert_eq!(
        (play.state(1), play.file.outcome.as_deref()),
        ("upheld_no_reply", Some("upheld"))
    );
    play.counter(1).unwrap();
    assert_eq!(play.state(1), "holder_wait");
    assert!(play.file.closed_at.is_none() && play.file.outcome.is_none());
    assert_eq!(play.replayed(), play.file);
}

#[test]
fn a_court_action_keeps_the_listing_down_until_its_outcome() {
    let mut play = Play::notice(
        "us-dmca-512",
        "2026-03-02T15:00:00Z",
        vec![listing("A1", "Yunhe Home")],
    )
    .unwrap();
    play.measure(&[1], MeasureAction::Remove).unwrap();
    play.counter(1).unwrap();
    let proof = notices::Act::ProveAction {
        track: 1,
        court: "S.D.N.Y.".into(),
        number: "26-cv-1".into(),
        filed_on: jiff::civil::date(2026, 3, 5),
        copy: None,
        declarations: declarations(&play.pack(), "action_proof"),
    };
    play.act(actor(Role::Claimant, Some(1), 1), Act::Notice(proof))
        .unwrap();
    assert_eq!(play.state(1), "action_filed");
    assert!(
        play.file.running(1, "restore").is_none(),
        "the put-back clock has stopped"
    );
    let outcome = notices::Act::ActionOutcome {
        track: 1,
        result: notices::ActionResult::Restore,
        detail: "Dismissed on 1 May.".into(),
    };
    play.act(actor(Role::CaseManager, None, 50), Act::Notice(outcome))
        .unwrap();
    assert_eq!(play.state(1), "restored");
    assert_eq!(play.replayed(), play.file);
}

#[test]
fn more_time_is_given_once_and_explained() {
    let mut play = Play::notice(
        "cn-ecl-ip",
        "2026-09-01T02:00:00Z",
        vec![listing("A1", "Yunhe Home")],
    )
    .unwrap();
    play.measure(&[1], MeasureAction::Hide).unwrap();
    let clock = play.file.running(1, "reply").unwrap().clone();
    let ask = || {
        Act::Notice(notices::Act::AskTime {
            clock: clock.no,
            reason: "Our lawyer travels.".into(),
        })
    };
    play.act(actor(Role::Respondent, Some(2), 2), ask())
        .unwrap();
    let longer = play.file.running(1, "reply").unwrap();
    assert!(longer.due_at > clock.due_at);
    assert_eq!(longer.derivation.extensions.len(), 1);
    assert_eq!(
        play.act(actor(Role::Respondent, Some(2), 2), ask())
            .unwrap_err(),
        Refusal::NoMoreTime
    );
}

#[test]
fn the_same_person_cannot_be_claimant_and_seller_and_a_notice_names_a_listing() {
    let refused = |listings| {
        Play::notice("us-dmca-512", "2026-03-02T15:00:00Z", listings)
            .map(|_| ())
            .unwrap_err()
    };
    // The claimant's own account stands behind the seller's name.
    assert_eq!(
        refused(vec![listing("A1", "Aurel Outlet")]),
        Refusal::SameParty
    );
    assert_eq!(
        refused(vec![]),
        Refusal::Missing {
            what: "listings".into()
        }
    );
    let many = (0..301)
        .map(|n| listing(&format!("A{n}"), "Yunhe Home"))
        .collect();
    assert_eq!(
        refused(many),
        Refusal::Limit {
            what: "listings".into(),
            limit: 300
        }
    );
}

fn terms(amount: i64, instalments: u32) -> Terms {
    Terms {
        remedy: Remedy::PartialRefund,
        amount: Some(Money {
            minor: amount,
            currency: "USD".into(),
        }),
        instalments,
        due_on: jiff::civil::date(2026, 8, 20),
        debtor: Role::Respondent,
        text: String::new(),
    }
}

fn consumer() -> Actor {
    actor(Role::Claimant, Some(1), 1)
}

fn shop() -> Actor {
    actor(Role::Respondent, Some(2), 2)
}

fn manager() -> Actor {
    actor(Role::CaseManager, None, 50)
}

fn arbitrator() -> Actor {
    actor(Role::Arbitrator, None, 60)
}

#[test]
fn an_accepted_offer_becomes_obligations_that_are_marked_and_confirmed() {
    let mut play = Play::complaint("2026-08-03T09:00:00Z");
    play.act(manager(), Act::Complaint(complaints::Act::ScreenAccept))
        .unwrap();
    let pack = play.pack();
    play.act(
        shop(),
        Act::Complaint(complaints::Act::Respond {
            position: notices::Position::Part,
            statement: "We can pay half.".into(),
            declarations: declarations(&pack, "response"),
        }),
    )
    .unwrap();
    assert_eq!(play.state(1), "negotiation");
    let until = at("2026-08-10T09:00:00Z");
    play.act(
        shop(),
        Act::Settlement(settlements::Act::Offer {
            track: 1,
            terms: terms(4_500, 1),
            open_until: until,
            counter_to: None,
        }),
    )
    .unwrap();
    assert_eq!(
        play.act(
            shop(),
            Act::Settlement(settlements::Act::Accept { offer: 1 })
        )
        .unwrap_err(),
        Refusal::OwnOffer
    );
    play.act(
        consumer(),
        Act::Settlement(settlements::Act::Offer {
            track: 1,
            terms: terms(7_000, 3),
            open_until: until,
            counter_to: Some(1),
        }),
    )
    .unwrap();
    let late = play
        .act(
            consumer(),
            Act::Settlement(settlements::Act::Accept { offer: 1 }),
        )
        .unwrap_err();
    assert!(matches!(late, Refusal::OfferClosed { .. }));
    play.act(
        shop(),
        Act::Settlement(settlements::Act::Accept { offer: 2 }),
    )
    .unwrap();
    assert_eq!(play.state(1), "settled");
    assert_eq!(
        play.file
            .obligations
            .iter()
            .map(|o| o.amount.as_ref().unwrap().minor)
            .collect::<Vec<_>>(),
        [2_334, 2_333, 2_333]
    );
    for no in 1..=3 {
        play.act(
            shop(),
            Act::Settlement(settlements::Act::Mark {
                obligation: no,
                proof: format!("transfer {no}"),
            }),
        )
        .unwrap();
        if no == 2 {
            play.act(
                consumer(),
                Act::Settlement(settlements::Act::Dispute {
                    obligation: no,
                    reason: "Nothing came.".into(),
                }),
            )
            .unwrap();
            assert_eq!(play.file.obligations[1].state, ObligationState::Disputed);
        }
        play.act(
            consumer(),
            Act::Settlement(settlements::Act::Confirm { obligation: no }),
        )
        .unwrap();
    }
    assert_eq!(
        (play.state(1), play.file.outcome.as_deref()),
        ("performed", Some("performed"))
    );
    assert_eq!(play.replayed(), play.file);
}

#[test]
fn an_unpaid_agreement_is_flagged_and_breached() {
    let mut play = Play::complaint("2026-08-03T09:00:00Z");
    play.act(manager(), Act::Complaint(complaints::Act::ScreenAccept))
        .unwrap();
    let pack = play.pack();
    play.act(
        shop(),
        Act::Complaint(complaints::Act::Respond {
            position: notices::Position::Agree,
            statement: String::new(),
            declarations: declarations(&pack, "response"),
        }),
    )
    .unwrap();
    let until = at("2026-08-10T09:00:00Z");
    play.act(
        shop(),
        Act::Settlement(settlements::Act::Offer {
            track: 1,
            terms: terms(9_000, 1),
            open_until: until,
            counter_to: None,
        }),
    )
    .unwrap();
    play.act(
        consumer(),
        Act::Settlement(settlements::Act::Accept { offer: 1 }),
    )
    .unwrap();
    play.now = play.file.obligations[0].due_at + jiff::SignedDuration::from_secs(1);
    play.act(Actor::system(), Act::ObligationOverdue { obligation: 1 })
        .unwrap();
    assert_eq!(play.file.obligations[0].state, ObligationState::Overdue);
    assert_eq!(
        (play.state(1), play.file.outcome.as_deref()),
        ("breached", Some("breached"))
    );
    // Paid late, it still ends as performed.
    play.act(
        shop(),
        Act::Settlement(settlements::Act::Mark {
            obligation: 1,
            proof: "transfer".into(),
        }),
    )
    .unwrap();
    play.act(
        consumer(),
        Act::Settlement(settlements::Act::Confirm { obligation: 1 }),
    )
    .unwrap();
    assert_eq!(play.file.outcome.as_deref(), Some("performed"));
    assert_eq!(play.replayed(), play.file);
}

fn candidate(n: u128) -> tribunal::Candidate {
    tribunal::Candidate {
        account: account(n),
        name: format!("Arbitrator {n}"),
        email: format!("arb{n}@example.org"),
        organisations: vec![],
        case_organisations: vec![],
    }
}

/// A complaint that nobody answered, with the consumer's consent, in the final stage.
fn in_final_stage() -> Play {
    let mut play = Play::complaint("2026-08-03T09:00:00Z");
    play.act(manager(), Act::Complaint(complaints::Act::ScreenAccept))
        .unwrap();
    play.pass("respond");
    assert_eq!(play.state(1), "facilitation");
    let consent = declarations(&play.pack(), "consent");
    play.act(
        consumer(),
        Act::Complaint(complaints::Act::ConsentFinal {
            declarations: consent,
        }),
    )
    .unwrap();
    play.pass("facilitate");
    assert_eq!(play.state(1), "final_stage");
    play
}

fn draft(orders: Vec<decisions::Order>) -> decisions::Draft {
    let issue = decisions::Issue {
        no: 1,
        question: "Is it unsafe?".into(),
        finding: Some(decisions::Finding::Claimant),
        reasons: "It is (C-1).".into(),
    };
    decisions::Draft {
        issues: vec![issue],
        orders,
        summary: "The shop refunds.".into(),
        parts: parts(),
        notes: "mine".into(),
    }
}

/// Every part that a pack may ask a decision for.
fn parts() -> BTreeMap<DecisionPart, String> {
    let written = |part: &DecisionPart| (*part, format!("The {}.", part.as_str()));
    DecisionPart::ALL.iter().map(written).collect()
}

fn document() -> evidence::FileRef {
    evidence::FileRef {
        digest: "0".repeat(64),
        size_bytes: 1,
        media_type: "application/pdf".into(),
        name: "decision.pdf".into(),
    }
}

fn refund(days: u32) -> decisions::Order {
    decisions::Order {
        debtor: Role::Respondent,
        remedy: Remedy::Refund,
        amount: Some(Money {
            minor: 9_000,
            currency: "USD".into(),
        }),
        within_days: days,
        text: "Refund the price.".into(),
    }
}

#[test]
fn a_decision_needs_an_independent_arbitrator_and_the_whole_record() {
    let mut play = in_final_stage();
    for (who, why) in [
        (
            tribunal::Candidate {
                account: account(2),
                ..candidate(60)
            },
            "party",
        ),
        (
            tribunal::Candidate {
                email: "1@EXAMPLE.org".into(),
                ..candidate(60)
            },
            "party",
        ),
        (
            tribunal::Candidate {
                organisations: vec![MARKET],
                ..candidate(60)
            },
            "colleague",
        ),
    ] {
        let refusal = play
            .act(
                manager(),
                Act::Tribunal(tribunal::Act::Propose {
                    track: 1,
                    candidate: who,
                }),
            )
            .unwrap_err();
        assert_eq!(refusal, Refusal::Conflict { why: why.into() });
    }
    play.act(
        manager(),
        Act::Tribunal(tribunal::Act::Propose {
            track: 1,
            candidate: candidate(60),
        }),
    )
    .unwrap();
    let accept = tribunal::Act::Accept {
        seat: 1,
        declaration: declaration("independence"),
        disclosure: String::new(),
    };
    play.act(arbitrator(), Act::Tribunal(accept)).unwrap();
    let early = Act::Decision(decisions::Act::Sign {
        track: 1,
        draft: draft(vec![]),
        prevails: decisions::Finding::Claimant,
        document: document(),
        considered: vec![],
    });
    assert!(matches!(
        play.act(arbitrator(), early).unwrap_err(),
        Refusal::TooEarly { .. }
    ));
    play.pass("object");
    let new = evidence::NewExhibit {
        file: document(),
        title: "Photo".into(),
        kind: evidence::ExhibitKind::Photo,
        description: String::new(),
        claim: 0,
    };
    play.act(
        consumer(),
        Act::Evidence(evidence::Act::File {
            exhibits: vec![new],
        }),
    )
    .unwrap();
    let sign = |considered: Vec<crate::domain::ids::ExhibitLabel>, draft| {
        Act::Decision(decisions::Act::Sign {
            track: 1,
            draft,
            prevails: decisions::Finding::Claimant,
            document: document(),
            considered,
        })
    };
    assert_eq!(
        play.act(arbitrator(), sign(vec![], draft(vec![refund(10)])))
            .unwrap_err(),
        Refusal::Unconsidered {
            exhibit: "C-1".to_owned().into()
        }
    );
    let label = |text: &str| crate::domain::ids::ExhibitLabel::from(text.to_owned());
    assert_eq!(
        play.act(
            arbitrator(),
            sign(vec![label("C-1"), label("C-9")], draft(vec![refund(10)]))
        )
        .unwrap_err(),
        Refusal::RecordChanged
    );
    let all = || vec![crate::domain::ids::ExhibitLabel::from("C-1".to_owned())];
    let mut undecided = draft(vec![refund(10)]);
    undecided.issues[0].finding = None;
    assert_eq!(
        play.act(arbitrator(), sign(all(), undecided)).unwrap_err(),
        Refusal::Incomplete {
            what: "no-finding".into(),
            no: 1
        }
    );
    assert!(matches!(
        play.act(
            actor(Role::Arbitrator, None, 61),
            sign(all(), draft(vec![]))
        )
        .unwrap_err(),
        Refusal::NotYours { .. }
    ));
    play.act(arbitrator(), sign(all(), draft(vec![refund(10)])))
        .unwrap();
    assert_eq!(play.state(1), "decided");
    assert_eq!(play.file.obligations.len(), 1);
    assert_eq!(play.replayed(), play.file);
}

#[test]
fn a_challenge_is_ruled_on_by_somebody_else_and_the_steps_taken_stay() {
    let mut play = in_final_stage();
    play.act(
        manager(),
        Act::Tribunal(tribunal::Act::Propose {
            track: 1,
            candidate: candidate(60),
        }),
    )
    .unwrap();
    let accept = tribunal::Act::Accept {
        seat: 1,
        declaration: declaration("independence"),
        disclosure: String::new(),
    };
    play.act(arbitrator(), Act::Tribunal(accept)).unwrap();
    play.act(
        shop(),
        Act::Tribunal(tribunal::Act::Challenge {
            seat: 1,
            ground: "Worked for the consumer.".into(),
        }),
    )
    .unwrap();
    let ruling = || {
        Act::Tribunal(tribunal::Act::Rule {
            challenge: 1,
            upheld: true,
            reasons: "Shown.".into(),
        })
    };
    assert_eq!(
        play.act(manager(), ruling()).unwrap_err(),
        Refusal::SamePerson
    );
    play.act(actor(Role::CaseManager, None, 51), ruling())
        .unwrap();
    assert!(play.file.sitting(1).is_none());
    assert_eq!(play.state(1), "final_stage");
    let again = play
        .act(
            manager(),
            Act::Tribunal(tribunal::Act::Propose {
                track: 1,
                candidate: candidate(60),
            }),
        )
        .unwrap_err();
    assert_eq!(again, Refusal::Conflict { why: "left".into() });
    play.act(
        manager(),
        Act::Tribunal(tribunal::Act::Propose {
            track: 1,
            candidate: candidate(61),
        }),
    )
    .unwrap();
    assert_eq!(play.replayed(), play.file);
}

#[test]
fn a_withdrawn_exhibit_keeps_its_number() {
    let mut play = Play::complaint("2026-08-03T09:00:00Z");
    let new = |title: &str| evidence::NewExhibit {
        file: document(),
        title: title.into(),
        kind: evidence::ExhibitKind::Photo,
        description: String::new(),
        claim: 0,
    };
    play.act(
        consumer(),
        Act::Evidence(evidence::Act::File {
            exhibits: vec![new("a"), new("b")],
        }),
    )
    .unwrap();
    play.act(
        consumer(),
        Act::Evidence(evidence::Act::Withdraw {
            label: "C-2".to_owned().into(),
            reason: "Wrong file.".into(),
        }),
    )
    .unwrap();
    let plan = play
        .act(
            consumer(),
            Act::Evidence(evidence::Act::File {
                exhibits: vec![new("c")],
            }),
        )
        .unwrap();
    let given = plan.effects.iter().find_map(|e| match e {
        Effect::ExhibitFiled { exhibit } => Some(exhibit.label.to_string()),
        _ => None,
    });
    assert_eq!(given.as_deref(), Some("C-3"));
    let foreign = play
        .act(
            shop(),
            Act::Evidence(evidence::Act::Withdraw {
                label: "C-1".to_owned().into(),
                reason: "x".into(),
            }),
        )
        .unwrap_err();
    assert!(matches!(foreign, Refusal::NotYours { .. }));
}

#[test]
fn a_changed_docket_is_found() {
    let play = Play::complaint("2026-08-03T09:00:00Z");
    let mut entries = play.entries.clone();
    entries[0].0 = entries[0].0.replace("Kettle", "Kettly");
    assert_eq!(
        crate::domain::docket::check(&entries),
        Err(crate::domain::docket::ChainError::Changed(1))
    );
}
