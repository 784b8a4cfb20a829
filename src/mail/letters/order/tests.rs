//! Letters of whole cases, played on the real packs.

use super::*;
use crate::domain::acts::{Act, Addressee};
use crate::domain::cases::{Law, decide, open_complaint, open_notice};
use crate::domain::complaints::{self, Complaint, Problem, Remedy};
use crate::domain::evidence::FileRef;
use crate::domain::ids::{AccountId, CaseId, OrganisationId};
use crate::domain::money::Money;
use crate::domain::notices::{
    self, Declaration, MeasureAction, NewListing, NewSeller, Notice, NoticePaper, Position, Right,
    RightKind, StatementOfReasons,
};
use crate::domain::parties::{Party, Via};
use crate::domain::procedures::{Calendars, Packs, Settings};
use crate::domain::settlements::{self, Terms};
use crate::i18n::{Catalogue, Locale};
use crate::mail::letters::{Frame, Rendered};
use crate::urls::Urls;
use jiff::Timestamp;
use jiff::civil::date;
use std::sync::Arc;
use uuid::Uuid;

const MARKET: OrganisationId = OrganisationId(Uuid::from_u128(900));

/// A case with the letters of its last act.
struct Story {
    pack: Arc<Pack>,
    calendars: Calendars,
    file: CaseFile,
    plan: Plan,
    actor: Actor,
    now: Timestamp,
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn actor(role: Role, party: u32, name: &str) -> Actor {
    Actor {
        role,
        party: Some(party),
        account: Some(AccountId(Uuid::from_u128(party.into()))),
        name: name.to_owned(),
        mandate: None,
        via: Via::Page,
    }
}

fn party(role: Role, name: &str, account: u128) -> Party {
    Party {
        no: 0,
        role,
        name: name.to_owned(),
        email: format!("{account}@example.org"),
        country: "DE".to_owned(),
        language: "en".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        account: Some(AccountId(Uuid::from_u128(account))),
        organisation: (role == Role::Marketplace).then_some(MARKET),
        address: String::new(),
    }
}

fn seller() -> NewSeller {
    NewSeller {
        name: "Yunhe Home".to_owned(),
        email: "2@example.org".to_owned(),
        country: "CN".to_owned(),
        language: "zh-Hans".to_owned(),
        zone: "Asia/Shanghai".to_owned(),
        account: Some(AccountId(Uuid::from_u128(2))),
    }
}

fn declared(pack: &Pack, document: &str) -> Vec<Declaration> {
    let asked = pack
        .document(document)
        .map(|document| pack.attestations_of(document));
    let given = |id: &str| Declaration {
        id: id.to_owned(),
        version: "1".to_owned(),
        language: "en".to_owned(),
        text: id.to_owned(),
        given_at: Timestamp::UNIX_EPOCH,
    };
    asked
        .into_iter()
        .flatten()
        .map(|attestation| given(&attestation.id))
        .collect()
}

fn paper() -> FileRef {
    FileRef {
        digest: "0".repeat(64),
        size_bytes: 1,
        media_type: "application/pdf".to_owned(),
        name: "paper.pdf".to_owned(),
    }
}

/// The papers that the pack of China asks for besides the proof of the right.
fn papers() -> Vec<NoticePaper> {
    ["identity_proof", "proof"]
        .map(|field| NoticePaper {
            field: field.to_owned(),
            file: paper(),
        })
        .into()
}

impl Story {
    fn begin(
        pack: &str,
        now: &str,
        open: impl FnOnce(&Pack, &Law<'_>, Timestamp) -> (CaseFile, Plan),
    ) -> Self {
        let calendars = Calendars::embedded().unwrap();
        let pack = Packs::embedded().unwrap().latest(pack).unwrap().clone();
        let now = at(now);
        let (file, plan) = open(
            &pack,
            &Law {
                pack: &pack,
                calendars: &calendars,
                next: None,
            },
            now,
        );
        Self {
            pack,
            calendars,
            file,
            plan,
            actor: claimant(),
            now,
        }
    }

    fn notice(pack_id: &str) -> Self {
        Self::begin(pack_id, "2026-09-01T02:00:00Z", |pack, law, now| {
            let listing = |no: u32| NewListing {
                marketplace: Some(MARKET),
                marketplace_name: "Harbour Market".to_owned(),
                url: format!("https://harbour.example/{no}"),
                item: format!("HM-{no}"),
                title: if no == 1 {
                    "Halo 30".to_owned()
                } else {
                    String::new()
                },
                seller: "Yunhe Home".to_owned(),
                wrong: "Uses our mark".to_owned(),
            };
            let filing = notices::Filing {
                pack: pack_id.to_owned(),
                language: "en".to_owned(),
                claimant: party(Role::Claimant, "Aurel & Finch", 1),
                notice: Notice {
                    right: Right {
                        kind: RightKind::TradeMark,
                        number: "018".to_owned(),
                        territory: "EU".to_owned(),
                        owner: "Aurel & Finch".to_owned(),
                        proof: vec![paper()],
                    },
                    statement: "They use our mark.".to_owned(),
                    asked: MeasureAction::Remove,
                    declarations: declared(pack, "notice"),
                    capacity: "owner".to_owned(),
                    papers: papers(),
                },
                sellers: vec![seller()],
                marketplaces: vec![party(Role::Marketplace, "Harbour Market", 3)],
                listings: vec![listing(1), listing(2)],
                exhibits: vec![],
            };
            let number = "IP-2026-000001".parse().unwrap();
            open_notice(
                &filing,
                law,
                &Settings::default(),
                &claimant(),
                CaseId(Uuid::from_u128(7)),
                number,
                now,
            )
            .unwrap()
        })
    }

    fn complaint() -> Self {
        Self::begin("consumer-odr", "2026-08-03T09:00:00Z", |pack, law, now| {
            let filing = complaints::Filing {
                pack: "consumer-odr".to_owned(),
                language: "en".to_owned(),
                claimant: party(Role::Claimant, "M. Duarte", 1),
                seller: seller(),
                marketplaces: vec![party(Role::Marketplace, "Harbour Market", 3)],
                complaint: Complaint {
                    order_reference: "A-1".to_owned(),
                    marketplace_name: "Harbour Market".to_owned(),
                    goods: "Kettle".to_owned(),
                    ordered_on: None,
                    problem: Problem::Unsafe,
                    statement: "It gives shocks.".to_owned(),
                    tried: String::new(),
                    remedy: Remedy::Refund,
                    amount: Some(Money {
                        minor: 9_000,
                        currency: "USD".to_owned(),
                    }),
                    declarations: declared(pack, "complaint"),
                    missing: None,
                    completions: vec![],
                },
                exhibits: vec![],
            };
            let number = "CO-2026-000001".parse().unwrap();
            open_complaint(
                &filing,
                law,
                &Settings::default(),
                &claimant(),
                CaseId(Uuid::from_u128(8)),
                number,
                now,
            )
            .unwrap()
        })
    }

    fn act(&mut self, actor: Actor, act: &Act) {
        let law = Law {
            pack: &self.pack,
            calendars: &self.calendars,
            next: None,
        };
        let (file, plan) = decide(&self.file, law, &actor, act, self.now).unwrap();
        (self.file, self.plan, self.actor) = (file, plan, actor);
    }

    fn lapse(&mut self, rule: &str) {
        let clock = self.file.running(1, rule).unwrap();
        let (no, due) = (clock.no, clock.due_at);
        self.now = due + jiff::SignedDuration::from_secs(1);
        self.act(Actor::system(), &Act::Lapse { clock: no });
    }

    /// Every letter of the last act, as data and in English, with the number of the party it goes to.
    fn letters(&self) -> Vec<(u32, LetterData, Rendered)> {
        let on = Occasion {
            file: &self.file,
            pack: &self.pack,
            plan: &self.plan,
            actor: &self.actor,
        };
        let catalogue = Catalogue::embedded().unwrap();
        let mut letters = Vec::new();
        for order in &self.plan.letters {
            let (party, role) = match order.to {
                Addressee::Party(no) => (no, self.file.party(no).map(|party| party.role)),
                Addressee::Registry => (0, Some(Role::CaseManager)),
                _ => (0, None),
            };
            let reader = Reader {
                role,
                party: (party > 0).then_some(party),
                zone: "Asia/Shanghai",
            };
            let data = LetterData::for_order(order, &on, &reader).unwrap();
            for locale in [Locale::ZhHans, Locale::En] {
                let words = catalogue.words(locale);
                let letter = self.written(&data, &words);
                let text = format!("{}\n{}", letter.subject, letter.text);
                assert!(
                    !text.contains("letter-") && !text.contains(['{', '$']),
                    "{text}"
                );
            }
            let letter = self.written(&data, &catalogue.words(Locale::En));
            letters.push((party, data, letter));
        }
        letters
    }

    fn written(&self, data: &LetterData, words: &crate::i18n::Words) -> Rendered {
        let urls = Urls::new("https://cases.example.org");
        let frame = Frame {
            words,
            now: self.now,
            urls: &urls,
            service: "Redress",
            contact: "help@example.org",
            phone: "",
            to_name: "",
            to_address: "reader@example.org",
            has_receipt: false,
        };
        frame.render(data).unwrap()
    }

    /// The one letter of a kind to a party.
    fn letter(&self, kind: Kind, party: u32) -> (LetterData, Rendered) {
        let mut found: Vec<_> = self
            .letters()
            .into_iter()
            .filter(|(to, data, _)| *to == party && data.kind == kind)
            .collect();
        assert_eq!(found.len(), 1, "{kind} to party {party}");
        let (_, data, letter) = found.remove(0);
        (data, letter)
    }
}

fn claimant() -> Actor {
    actor(Role::Claimant, 1, "Ada Finch")
}

fn shop() -> Actor {
    actor(Role::Respondent, 2, "Wang Yun")
}

fn manager() -> Actor {
    Actor {
        party: None,
        ..actor(Role::CaseManager, 50, "Lucía Ferrer")
    }
}

fn market(story: &Story) -> Actor {
    let no = story.file.parties_of(Role::Marketplace).next().unwrap().no;
    actor(Role::Marketplace, no, "Officer")
}

fn measure(story: &mut Story, listings: &[u32], action: MeasureAction) {
    let reasons = StatementOfReasons {
        ground: "Terms, section 4".to_owned(),
        facts: "The title uses the mark.".to_owned(),
        territory: String::new(),
        automated: false,
    };
    let act = notices::Act::Measure {
        listings: listings.to_vec(),
        action,
        reasons,
        carried_out: true,
    };
    let officer = market(story);
    story.act(officer, &Act::Notice(act));
}

fn counter(story: &mut Story) {
    let act = notices::Act::Counter {
        track: 1,
        ground: "licence".to_owned(),
        statement: "We have a licence.".to_owned(),
        contact: "Yunhe Home, 1 Road".to_owned(),
        declarations: declared(&story.pack.clone(), "counter"),
    };
    story.act(shop(), &Act::Notice(act));
}

#[test]
fn the_sender_of_a_notice_gets_a_receipt() {
    let story = Story::notice("cn-ecl-ip");
    let (data, letter) = story.letter(Kind::FilingReceived, 1);
    assert_eq!(data.variant.as_deref(), Some("notice"));
    assert_eq!(letter.subject, "[IP-2026-000001] We received your notice");
    assert!(
        letter.text.contains("- Halo 30 (HM-1)\n- HM-2\n"),
        "{}",
        letter.text
    );
}

#[test]
fn the_seller_is_told_who_what_until_when_and_what_silence_does() {
    let mut story = Story::notice("cn-ecl-ip");
    measure(&mut story, &[1, 2], MeasureAction::Hide);
    let (data, letter) = story.letter(Kind::NoticeServed, 2);
    let reply = story.file.running(1, "reply").unwrap();
    let deadline = data.deadline.as_ref().unwrap();
    // The step starts a clock of the marketplace too; the seller gets the seller's.
    assert_eq!((deadline.due_at, deadline.mine), (reply.due_at, true));
    assert!(
        letter
            .text
            .contains("Aurel & Finch says that 2 of your listings on Harbour Market"),
        "{}",
        letter.text
    );
    assert!(
        letter
            .text
            .contains("working days counted from Tue 1 September 2026"),
        "{}",
        letter.text
    );
    assert!(letter.text.contains("rule: "), "{}", letter.text);
    assert!(
        letter
            .text
            .contains("https://cases.example.org/cases/IP-2026-000001/response"),
        "{}",
        letter.text
    );
    assert!(
        letter
            .subject
            .contains("A notice about your listings - by "),
        "{}",
        letter.subject
    );

    for said in [
        "It relies on this right: trade mark 018, EU.",
        "In the words of Aurel & Finch\n> They use our mark.",
        "Harbour Market hid 2 listings named in this case. Its reasons are below.",
        "In the words of Harbour Market\n> Terms, section 4\n> The title uses the mark.",
    ] {
        assert!(
            letter.text.contains(said),
            "{said} is missing in {}",
            letter.text
        );
    }

    let (data, letter) = story.letter(Kind::ListingMeasure, 1);
    assert_eq!(data.variant.as_deref(), Some("hidden"));
    assert!(
        letter
            .text
            .contains("In the words of Harbour Market\n> Terms, section 4"),
        "{}",
        letter.text
    );
}

#[test]
fn a_counter_notice_tells_each_side_its_own_date() {
    let packs = [
        ("cn-ecl-ip", "holder", ""),
        ("us-dmca-512", "restore", " - by 22 September"),
    ];
    for (pack, rule, by) in packs {
        let mut story = Story::notice(pack);
        measure(&mut story, &[1, 2], MeasureAction::Remove);
        counter(&mut story);
        let clock = story.file.running(1, rule).unwrap().clone();

        let (data, letter) = story.letter(Kind::CounterForwarded, 1);
        let deadline = data.deadline.as_ref().unwrap();
        assert_eq!(
            (deadline.due_at, deadline.mine),
            (clock.due_at, true),
            "{pack}"
        );
        assert!(
            letter
                .text
                .contains("Yunhe Home does not agree with your notice"),
            "{}",
            letter.text
        );
        assert!(
            letter.text.contains("> We have a licence."),
            "{}",
            letter.text
        );

        let (data, letter) = story.letter(Kind::PutBackDue, 2);
        assert!(!data.deadline.as_ref().unwrap().mine, "{pack}");
        assert!(
            letter.text.contains("You need do nothing now."),
            "{}",
            letter.text
        );

        story.lapse(rule);
        let officer = story.file.parties_of(Role::Marketplace).next().unwrap().no;
        let (_, letter) = story.letter(Kind::ListingRestored, officer);
        let subject = format!("[IP-2026-000001] 2 listings to make visible again{by}");
        assert_eq!(letter.subject, subject);
        assert!(
            letter.text.contains("https://cases.example.org/takedowns"),
            "{}",
            letter.text
        );
        let (_, letter) = story.letter(Kind::ListingRestored, 2);
        assert!(
            letter
                .text
                .contains("Harbour Market makes them visible again."),
            "{}",
            letter.text
        );
    }
}

#[test]
fn silence_is_told_without_blame() {
    let mut story = Story::notice("cn-ecl-ip");
    measure(&mut story, &[1, 2], MeasureAction::Hide);
    story.lapse("reply");
    let (_, letter) = story.letter(Kind::UpheldNoReply, 2);
    assert!(
        letter.text.contains("If you still want to answer"),
        "{}",
        letter.text
    );
    let (_, letter) = story.letter(Kind::UpheldNoReply, 1);
    assert!(
        letter.text.contains("You need do nothing now."),
        "{}",
        letter.text
    );
}

#[test]
fn an_offer_names_its_end_and_what_was_agreed_names_sum_and_day() {
    let mut story = Story::complaint();
    story.act(manager(), &Act::Complaint(complaints::Act::ScreenAccept));
    let (_, letter) = story.letter(Kind::ComplaintServed, 2);
    for said in [
        "It is about: Kettle, order A-1.",
        "Asked for: all the money back.",
        "Amount: USD 90.00",
        "> It gives shocks.",
    ] {
        assert!(
            letter.text.contains(said),
            "{said} is missing in {}",
            letter.text
        );
    }
    let response = complaints::Act::Respond {
        position: Position::Part,
        statement: "We can pay half.".to_owned(),
        declarations: declared(&story.pack.clone(), "response"),
    };
    story.act(shop(), &Act::Complaint(response));
    let (_, letter) = story.letter(Kind::ResponseForwarded, 1);
    assert!(
        letter.text.contains("Yunhe Home answered."),
        "{}",
        letter.text
    );
    story.letter(Kind::TalksOpen, 1);

    let terms = Terms {
        remedy: Remedy::PartialRefund,
        amount: Some(Money {
            minor: 4_500,
            currency: "USD".to_owned(),
        }),
        instalments: 1,
        due_on: date(2026, 8, 20),
        debtor: Role::Respondent,
        text: String::new(),
    };
    let until = at("2026-08-10T09:00:00Z");
    story.act(
        shop(),
        &Act::Settlement(settlements::Act::Offer {
            track: 1,
            terms,
            open_until: until,
            counter_to: None,
        }),
    );
    let (data, letter) = story.letter(Kind::OfferMade, 1);
    assert_eq!(
        data.deadline
            .as_ref()
            .map(|deadline| (deadline.due_at, deadline.mine)),
        Some((until, true))
    );
    assert!(
        letter.text.contains("It is fine to say no"),
        "{}",
        letter.text
    );
    assert!(
        !letter.text.contains("45.00"),
        "the terms of an offer stay on its page: {}",
        letter.text
    );

    story.act(
        claimant(),
        &Act::Settlement(settlements::Act::Accept { offer: 1 }),
    );
    story.act(
        shop(),
        &Act::Settlement(settlements::Act::Mark {
            obligation: 1,
            proof: "Transfer 77".to_owned(),
        }),
    );
    let (_, letter) = story.letter(Kind::ObligationMarked, 1);
    assert!(
        letter
            .text
            .contains("Yunhe Home says that this is done: some of the money back."),
        "{}",
        letter.text
    );
    assert!(
        letter.text.contains("Amount: USD 45.00")
            && letter.text.contains("Date: Thu 20 August 2026"),
        "{}",
        letter.text
    );
}

#[test]
fn whoever_owes_is_told_to_act_and_the_other_is_not() {
    let mut story = Story::complaint();
    story.act(manager(), &Act::Complaint(complaints::Act::ScreenAccept));
    let response = complaints::Act::Respond {
        position: Position::Agree,
        statement: String::new(),
        declarations: declared(&story.pack.clone(), "response"),
    };
    story.act(shop(), &Act::Complaint(response));
    let terms = Terms {
        remedy: Remedy::Refund,
        amount: Some(Money {
            minor: 9_000,
            currency: "USD".to_owned(),
        }),
        instalments: 1,
        due_on: date(2026, 8, 20),
        debtor: Role::Respondent,
        text: String::new(),
    };
    let open_until = at("2026-08-10T09:00:00Z");
    story.act(
        shop(),
        &Act::Settlement(settlements::Act::Offer {
            track: 1,
            terms,
            open_until,
            counter_to: None,
        }),
    );
    story.act(
        claimant(),
        &Act::Settlement(settlements::Act::Accept { offer: 1 }),
    );
    story.now = story.file.obligations[0].due_at + jiff::SignedDuration::from_secs(1);
    story.act(Actor::system(), &Act::ObligationOverdue { obligation: 1 });
    assert_eq!(
        story
            .letter(Kind::ObligationOverdue, 2)
            .0
            .variant
            .as_deref(),
        Some("yours")
    );
    assert_eq!(story.letter(Kind::ObligationOverdue, 1).0.variant, None);
}

#[test]
fn what_is_missing_in_a_filing_is_quoted_with_the_pack_s_consequence() {
    let mut story = Story::complaint();
    let missing = "A photo of the kettle.".to_owned();
    story.act(
        manager(),
        &Act::Complaint(complaints::Act::NeedInfo { missing }),
    );
    let (data, letter) = story.letter(Kind::NeedInfo, 1);
    assert!(data.deadline.as_ref().unwrap().mine);
    assert!(
        letter
            .text
            .contains("In the words of Lucía Ferrer\n> A photo of the kettle."),
        "{}",
        letter.text
    );
    assert!(
        letter.text.contains("The filing counts as withdrawn."),
        "{}",
        letter.text
    );
    story.lapse("cure");
    let (data, _) = story.letter(Kind::Withdrawn, 1);
    assert_eq!(data.variant.as_deref(), Some("lapse"));
}

#[test]
fn every_clock_that_is_reminded_of_has_words_for_what_it_asks() {
    for pack in ["cn-ecl-ip", "us-dmca-512", "consumer-odr"] {
        let pack = Packs::embedded().unwrap().latest(pack).unwrap().clone();
        for clock in pack
            .clocks
            .iter()
            .filter(|clock| !clock.remind_days.is_empty())
        {
            assert!(
                form_of(&clock.id).is_some(),
                "{} of {}",
                clock.id,
                pack.id()
            );
        }
    }
}
