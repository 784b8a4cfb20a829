//! Notices under the Digital Services Act on pages: any rule of law, a decision with reasons, a complaint that a person
//! decides, a refusal that is reversed, and a part for each seller.

use crate::support::World;
use crate::support::client::{Client, Page};
use crate::support::stories::{SELLER_MAIL, measure};
use redress::domain::acts::{Act, Refusal};
use redress::domain::ids::CaseId;
use redress::domain::matters::{self, Answer, Filled};
use redress::domain::notices::{
    self, Declaration, MeasureAction, MeasureValue, RightKind, StatementOfReasons,
};
use redress::domain::parties::Via;
use redress::services::{acts, integrity};

const PACK: &str = "eu-dsa-notice";

async fn state(world: &World, case: CaseId) -> String {
    world.file(case).await.track(1).unwrap().state.clone()
}

/// Takes a step on its page.
async fn takes(client: &mut Client, path: &str, fields: &[(&str, &str)]) -> Page {
    let page = client.get(path).await;
    assert_eq!(page.status, 200, "{path}: {}", page.text());
    let done = client.upload(path, fields, &[]).await;
    assert_eq!(
        done.status,
        303,
        "{path}: {:?} {}",
        done.errors(),
        done.text()
    );
    done
}

fn steps(page: &Page) -> Vec<String> {
    let mut found: Vec<String> = page
        .attributes("main a", "href")
        .iter()
        .filter_map(|href| Some(href.split_once("/steps/")?.1.to_owned()))
        .collect();
    found.sort();
    found.dedup();
    found
}

fn refuse() -> Act {
    Act::Notice(notices::Act::Measure {
        listings: vec![1],
        action: MeasureAction::Refuse,
        reasons: StatementOfReasons {
            ground: "Regulation (EU) 2022/2065, article 16".into(),
            facts: "The picture shows another lamp.".into(),
            territory: "EU".into(),
            automated: false,
        },
        carried_out: false,
    })
}

on_both! {
    async fn a_refusal_is_complained_about_reversed_by_a_person_and_the_listing_is_decided_on_again(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let filed = world.files(&owner, world.notice(PACK, &owner, market, &["A1"], None)).await.unwrap();
        let (case, number) = (filed.case, filed.receipt.number.to_string());
        let base = format!("/cases/{number}");
        assert_eq!(state(&world, case).await, "accepted");
        world.acts(case, &officer, refuse()).await.unwrap();
        assert_eq!(state(&world, case).await, "not_acted");
        let letters = world.letters_to(&owner.email).await;
        let told = letters.iter().rfind(|letter| letter.kind == "reasons-told").unwrap();
        for said in ["The picture shows another lamp.", "complain to Harbour Market", "certified body", "leaves a listing"] {
            assert!(told.text.contains(said), "{said}: {}", told.text);
        }
        assert!(!told.text.contains("They use our mark"), "whoever sent the notice knows what it says");
        assert!(!world.kinds_to(SELLER_MAIL).await.contains(&"reasons-told".to_owned()), "a refusal does nothing to the seller");

        let mut notifier = world.signed_in(&owner).await;
        let page = notifier.get(&base).await;
        assert_eq!(steps(&page), ["choose_body", "complain"], "{}", page.text());
        takes(&mut notifier, &format!("{base}/steps/complain"), &[("answer-explanation", "Look at the second picture.")]).await;
        assert_eq!(state(&world, case).await, "complaint_open");

        let mut desk = world.signed_in(&officer).await;
        let page = desk.get(&base).await;
        assert!(steps(&page).contains(&"reverse".to_owned()), "{:?}", steps(&page));
        let filled = || {
            let answers = [("follows", Answer::Word("act".into())), ("reasons", Answer::Text("So it is.".into())), ("reviewer", Answer::Text("Mara".into()))];
            let pack = world.app.pack(PACK).unwrap();
            let asked = pack.attestation("human_review").unwrap();
            Filled {
                answers: answers.into_iter().map(|(name, answer)| (name.to_owned(), answer)).collect(),
                declarations: vec![Declaration {
                    id: asked.id.clone(),
                    version: asked.version.to_string(),
                    text: asked.text("en").to_owned(),
                    language: "en".into(),
                    given_at: world.app.now(),
                }],
            }
        };
        let by_program = Act::Matter(matters::Act::Take {
            track: 1,
            step: "reverse".into(),
            filled: Box::new(filled()),
            exhibits: vec![],
            words: String::new(),
        });
        let actor = world.seat(case, &officer).await;
        let program = redress::domain::parties::Actor { via: Via::Api, ..actor };
        let refused = acts::perform(&world.app, case, None, &program, by_program).await.unwrap_err();
        assert!(matches!(refused, acts::ActError::Refused(Refusal::PersonNeeded)), "{refused:?}");

        let fields = [
            ("answer-follows", "act"),
            ("answer-reasons", "The second picture shows the mark."),
            ("answer-reviewer", "Mara Lindqvist"),
            ("declare-human_review", "yes"),
        ];
        takes(&mut desk, &format!("{base}/steps/reverse"), &fields).await;
        assert_eq!(state(&world, case).await, "act_again");
        assert_eq!(world.file(case).await.listings[0].measure, MeasureValue::Live, "the refusal is none any more");
        let queue = desk.get("/takedowns").await;
        assert_eq!(queue.attributes("input[type=checkbox][name=item]", "value").len(), 1, "{}", queue.text());

        world.acts(case, &officer, measure(&[1], MeasureAction::Hide)).await.unwrap();
        assert_eq!(state(&world, case).await, "acted");
        let letters = world.letters_to(SELLER_MAIL).await;
        let told = letters.iter().find(|letter| letter.kind == "reasons-told").unwrap();
        assert!(told.text.contains("投诉") && told.text.contains("They use our mark"), "{}", told.text);
        let mut seller = world.by_letter(SELLER_MAIL, "reasons-told").await;
        let page = seller.get(&base).await;
        assert_eq!(steps(&page), ["choose_body", "complain"], "{}", page.text());
        takes(&mut seller, &format!("{base}/steps/complain"), &[("answer-explanation", "This is our own picture.")]).await;
        assert_eq!(state(&world, case).await, "complaint_open");
        let back = [
            ("answer-follows", "restore"),
            ("answer-reasons", "The picture is the seller's own."),
            ("answer-reviewer", "Mara Lindqvist"),
            ("declare-human_review", "yes"),
        ];
        takes(&mut desk, &format!("{base}/steps/reverse"), &back).await;
        assert_eq!(state(&world, case).await, "reversed");
        world.passes(case, "complain_refusal").await;
        let file = world.file(case).await;
        assert_eq!((file.outcome.as_deref(), state(&world, case).await.as_str()), (Some("restored"), "reversed_closed"));
        assert_eq!(integrity::check(&world.app).await.unwrap().problems, Vec::<String>::new());
    }

    async fn any_rule_of_law_is_enough_and_needs_no_owner(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        world.marketplace("harbour", "Harbour Market").await;
        let mut client = world.signed_in(&owner).await;
        client.get("/notices/new").await;
        let begun = client.post("/notices/new", &[("do", "start")]).await;
        let draft = begun.location.strip_suffix("/who").unwrap().to_owned();
        let steps: [(&str, &[(&str, &str)]); 7] = [
            ("who", &[("capacity", "owner"), ("name", "Aurel & Finch"), ("email", ""), ("country", "DE"), ("address", "1 Lane\nBerlin")]),
            ("law", &[("pack", PACK)]),
            ("right", &[("kind", "rule"), ("number", "Regulation (EU) 2023/988, article 5"), ("territory", ""), ("owner", "")]),
            ("listings", &[("lines", "https://harbour.example/item/A1; Heater; Yunhe Home")]),
            ("wrong", &[("statement", "The heater burns; Safety Gate A12/00001/26.")]),
            ("measure", &[("asked", "remove")]),
            ("evidence", &[]),
        ];
        for (step, fields) in steps {
            let path = format!("{draft}/{step}");
            let page = client.get(&path).await;
            assert_eq!(page.status, 200, "{step}: {}", page.text());
            let known = page.attributes("input[name=email]", "value").is_empty();
            let mut fields: Vec<_> = fields.iter().copied().chain([("do", "next")]).collect();
            fields.retain(|(name, _)| !(step == "who" && *name == "email" && known));
            for (name, value) in &mut fields {
                if *name == "email" {
                    *value = owner.email.as_str();
                }
            }
            let done = client.post(&path, &fields).await;
            assert_eq!(done.status, 303, "{step}: {:?} {}", done.errors(), done.text());
        }
        let path = format!("{draft}/declarations");
        client.get(&path).await;
        client.post(&path, &[("declare-bona_fide", "yes"), ("do", "next")]).await;
        let check = client.get(&format!("{draft}/check")).await;
        assert_eq!(check.status, 200, "{} {}", check.location, check.text());
        assert!(check.text().contains("Another rule of law"));
        let sent = client.post(&format!("{draft}/send"), &[("do", "send")]).await;
        let number = sent.location.split('/').nth(2).unwrap().to_owned();
        let case = world.case_of(&number).await.unwrap();
        let file = world.file(case).await;
        assert_eq!(file.notice.as_ref().unwrap().right.kind, RightKind::Rule);
        assert_eq!(file.tracks[0].state, "accepted", "nothing is missing");
    }

    async fn with_several_sellers_each_step_says_whose_part_it_is_about(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let mut filing = world.notice(PACK, &owner, market, &["A1", "A2"], None);
        let mut other = filing.sellers[0].clone();
        other.name = "Glow House".into();
        other.email = "glow@people.example".into();
        filing.listings[1].seller = other.name.clone();
        filing.sellers.push(other);
        let filed = world.files(&owner, filing).await.unwrap();
        let base = format!("/cases/{}", filed.receipt.number);
        world.acts(filed.case, &officer, measure(&[1], MeasureAction::Hide)).await.unwrap();
        world.acts(filed.case, &officer, measure(&[2], MeasureAction::Hide)).await.unwrap();
        let mut notifier = world.signed_in(&owner).await;
        let page = notifier.get(&base).await;
        assert_eq!(steps(&page), ["choose_body?track=1", "choose_body?track=2", "complain?track=1", "complain?track=2"]);
        assert!(page.text().contains("(Glow House)"), "{}", page.text());
        let path = format!("{base}/steps/complain?track=2");
        let form = notifier.get(&path).await;
        assert!(form.text().contains("Glow House"));
        takes(&mut notifier, &path, &[("answer-explanation", "Only hidden, not removed.")]).await;
        let states: Vec<String> = world.file(filed.case).await.tracks.iter().map(|t| t.state.clone()).collect();
        assert_eq!(states, ["acted", "complaint_open"]);

        let mut seller = world.by_letter(SELLER_MAIL, "reasons-told").await;
        let page = seller.get(&base).await;
        assert_eq!(steps(&page), ["choose_body", "complain"], "a seller has one part");
        assert!(!page.text().contains("Glow House"));
        assert_eq!(seller.get(&path).await.status, 404, "and finds no other");
        assert_eq!(notifier.get(&format!("{base}/steps/complain?track=7")).await.status, 404);
    }
}
