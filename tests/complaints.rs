//! Consumer complaints on pages: the wizard, the letter that gives it effect, screening, the seller's
//! answer, silence, the final stage, and taking it back.

use crate::support::client::{Client, Page};
use crate::support::stories::{SELLER_MAIL, paper, parts};
use crate::support::{Person, World};
use redress::domain::acts::{Act, Refusal};
use redress::domain::ids::CaseId;
use redress::domain::notices::Declaration;
use redress::domain::{Role, complaints, decisions, settlements, tribunal};
use redress::services::integrity;

const STEPS: [&str; 8] = [
    "bought",
    "seller",
    "wrong",
    "tried",
    "remedy",
    "evidence",
    "you",
    "declarations",
];
const BOUGHT: [(&str, &str); 5] = [
    ("order", "HM-77"),
    ("marketplace", "other"),
    ("marketplace-name", "Corner Shop"),
    ("goods", "Kettle 水壶"),
    ("ordered-year", ""),
];
const SELLER: [(&str, &str); 3] = [
    ("name", "Yunhe Home"),
    ("email", SELLER_MAIL),
    ("country", "CN"),
];
const WRONG: [(&str, &str); 2] = [("problem", "unsafe"), ("statement", "It gives shocks.")];
const REMEDY: [(&str, &str); 3] = [
    ("remedy", "refund"),
    ("amount", "1.234,50"),
    ("currency", "EUR"),
];
const YOU: [(&str, &str); 4] = [
    ("name", "M. Duarte"),
    ("email", "Maria@Duarte.example"),
    ("country", "PT"),
    ("language", "en"),
];

/// Begins a complaint and gives the number of its draft.
async fn begin(client: &mut Client) -> String {
    client.get("/complaints/new").await;
    let begun = client.post("/complaints/new", &[("do", "begin")]).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    let (step, draft) = begun.location.split_once("?draft=").unwrap();
    assert_eq!(step, "/complaints/new/bought");
    draft.to_owned()
}

fn at(step: &str, draft: &str) -> String {
    format!("/complaints/new/{step}?draft={draft}")
}

/// Opens a step and posts fields to it.
async fn post(client: &mut Client, step: &str, draft: &str, fields: &[(&str, &str)]) -> Page {
    let path = at(step, draft);
    let page = client.get(&path).await;
    assert_eq!(
        page.status,
        200,
        "{step}: {} {}",
        page.location,
        page.text()
    );
    let all: Vec<_> = fields.iter().copied().chain([("do", "next")]).collect();
    if step == "evidence" {
        return client.upload(&path, &all, &[]).await;
    }
    client.post(&path, &all).await
}

/// Answers every step.
async fn fill(client: &mut Client, draft: &str) {
    let tick = [("declare-complaint_truth", "yes")];
    let answers: [&[(&str, &str)]; 8] = [
        &BOUGHT,
        &SELLER,
        &WRONG,
        &[("tried", "I wrote twice.")],
        &REMEDY,
        &[],
        &YOU,
        &tick,
    ];
    for (index, fields) in answers.into_iter().enumerate() {
        // An account's own address is not asked for.
        let page = client.get(&at(STEPS[index], draft)).await;
        let known = page.attributes("input[name=email]", "value").is_empty();
        let fields: Vec<_> = fields
            .iter()
            .copied()
            .filter(|(name, _)| !(known && STEPS[index] == "you" && *name == "email"))
            .collect();
        let done = post(client, STEPS[index], draft, &fields).await;
        let next = STEPS.get(index + 1).copied().unwrap_or("check");
        assert_eq!(
            (done.status, done.location.as_str()),
            (303, at(next, draft).as_str()),
            "{}: {:?}",
            STEPS[index],
            done.select(".errsum li")
        );
    }
}

/// Presses the button of the last page.
async fn send(client: &mut Client, draft: &str) -> Page {
    let check = client.get(&at("check", draft)).await;
    assert_eq!(check.status, 200, "{} {}", check.location, check.text());
    client.post(&at("send", draft), &[("do", "send")]).await
}

fn number_in(location: &str) -> String {
    location.rsplit('/').next().unwrap().to_owned()
}

async fn state(world: &World, case: CaseId) -> String {
    world.file(case).await.track(1).unwrap().state.clone()
}

/// Screening by the case manager.
async fn screen(client: &mut Client, number: &str, decision: &str, words: &str) -> Page {
    let path = format!("/cases/{number}/screening");
    client.get(&path).await;
    client
        .post(&path, &[("decision", decision), ("words", words)])
        .await
}

/// An arbitrator who sits in the case.
async fn seated(world: &World, case: CaseId, manager: &Person) -> Person {
    let arbitrator = world.person("arbitrator", "A. Neutral").await;
    let candidate = tribunal::Candidate {
        account: arbitrator.id,
        name: arbitrator.name.clone(),
        email: arbitrator.email.clone(),
        organisations: vec![],
        case_organisations: vec![],
    };
    let propose = tribunal::Act::Propose {
        track: 1,
        candidate,
    };
    world
        .acts(case, manager, Act::Tribunal(propose))
        .await
        .unwrap();
    let declaration: Declaration = world.declared("consumer-odr", "acceptance").remove(0);
    let accept = tribunal::Act::Accept {
        seat: 1,
        declaration,
        disclosure: String::new(),
    };
    world
        .acts(case, &arbitrator, Act::Tribunal(accept))
        .await
        .unwrap();
    arbitrator
}

/// The decision of an arbitrator: a refund, or nothing.
fn decision(refund: bool) -> Act {
    let order = decisions::Order {
        debtor: Role::Respondent,
        remedy: complaints::Remedy::Refund,
        amount: Some(redress::domain::money::Money {
            minor: 9_000,
            currency: "USD".into(),
        }),
        within_days: 10,
        text: "Refund the price.".into(),
    };
    let finding = if refund {
        decisions::Finding::Claimant
    } else {
        decisions::Finding::Respondent
    };
    let issue = decisions::Issue {
        no: 1,
        question: "Is it unsafe?".into(),
        finding: Some(finding),
        reasons: "Yes or no.".into(),
    };
    Act::Decision(decisions::Act::Sign {
        track: 1,
        draft: decisions::Draft {
            issues: vec![issue],
            orders: if refund { vec![order] } else { vec![] },
            summary: "So it is.".into(),
            parts: parts(),
            notes: String::new(),
        },
        prevails: finding,
        document: paper(),
        considered: vec![],
    })
}

on_both! {
    async fn a_complaint_is_written_step_by_step_and_one_case_comes_of_it(world) {
        world.marketplace("harbour", "Harbour Market").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let mut client = world.signed_in(&consumer).await;
        let draft = begin(&mut client).await;

        let early = client.get(&at("check", &draft)).await;
        assert_eq!((early.status, early.location.as_str()), (303, at("bought", &draft).as_str()), "nothing is sent unfinished");
        let wrong = post(&mut client, "bought", &draft, &[("order", "HM-1"), ("marketplace", "other"), ("ordered-day", "1"), ("ordered-month", "1"), ("ordered-year", "2030")]).await;
        assert_eq!(wrong.errors(), ["Enter the name of the shop or website", "Say what you bought", "The day of the order must be in the past"]);
        assert_eq!((wrong.status, wrong.attributes("#f-order", "value")), (422, vec!["HM-1".to_owned()]), "words are kept");
        let wrong = post(&mut client, "seller", &draft, &[("name", ""), ("email", &consumer.email), ("country", "XX")]).await;
        assert_eq!(wrong.errors(), ["Enter the name of the seller", "The seller cannot have your own e-mail address", "Choose a country"]);
        let wrong = post(&mut client, "wrong", &draft, &[("problem", "bad"), ("statement", &"x".repeat(8_001))]).await;
        assert_eq!(wrong.errors().len(), 2, "{:?}", wrong.errors());
        for (amount, currency, errors) in [("", "EUR", 1), ("12,3.4", "EUR", 1), ("-5", "EUR", 1), ("5", "XAU", 1), ("5", "", 1), ("1000000000000000", "EUR", 1), ("0", "", 2)] {
            let wrong = post(&mut client, "remedy", &draft, &[("remedy", "refund"), ("amount", amount), ("currency", currency)]).await;
            assert_eq!((wrong.status, wrong.errors().len()), (422, errors), "{amount} {currency} {:?}", wrong.errors());
            assert_eq!(wrong.attributes("#f-amount", "value"), [amount]);
        }
        let wrong = post(&mut client, "you", &draft, &[("name", "M. Duarte"), ("country", ""), ("language", "fr")]).await;
        assert_eq!(wrong.errors(), ["Choose a country", "Choose a language"]);
        assert_eq!(post(&mut client, "declarations", &draft, &[]).await.errors(), ["Read the declaration and tick it"]);
        let odd = post(&mut client, "tried", &draft, &[("tried", "x"), ("role", "admin")]).await;
        assert_eq!(odd.status, 400, "a field that the page does not have");

        fill(&mut client, &draft).await;
        // Another window saved the step after this one was opened.
        let page = client.get(&at("wrong", &draft)).await;
        let version = page.attributes("input[name=version]", "value")[0].clone();
        assert_eq!(post(&mut client, "wrong", &draft, &[("problem", "defective"), ("statement", "First window.")]).await.status, 303);
        let second = client.post(&at("wrong", &draft), &[("version", &version), ("problem", "unsafe"), ("statement", "Second window."), ("do", "next")]).await;
        assert_eq!(second.status, 409);
        assert_eq!(second.select("#f-statement"), ["Second window."], "words are kept");
        assert!(second.text().contains("A newer version was saved"), "{}", second.text());
        assert_eq!(client.get(&at("wrong", &draft)).await.select("#f-statement"), ["First window."], "and nothing is written over");

        let path = at("evidence", &draft);
        client.get(&path).await;
        let files: [(&str, &str, &[u8]); 2] = [("files", "水壶.png", b"\x89PNG\r\n\x1a\n____"), ("files", "chat.txt", "聊天".as_bytes())];
        let kept = client.upload(&path, &[("kind", "photo"), ("do", "upload")], &files).await;
        assert_eq!(kept.status, 303, "{:?}", kept.errors());
        let page = client.get(&path).await;
        assert_eq!(page.select(".files__name"), ["水壶.png", "chat.txt"]);
        let remove = page.attributes("button[name=remove]", "value")[1].clone();
        client.upload(&path, &[("remove", &remove)], &[]).await;
        let page = client.get(&path).await;
        assert_eq!(page.select(".files__name"), ["水壶.png"]);

        let stale = client.post(&at("send", &draft), &[("version", &version), ("do", "send")]).await;
        assert_eq!(stale.status, 409, "the last page shows what another window changed");
        let mut other = world.signed_in(&world.person("other", "O. Ther").await).await;
        other.get("/complaints/new").await;
        assert_eq!(other.post(&at("send", &draft), &[("version", &version), ("do", "send")]).await.status, 404);
        let (real, made_up) = (other.get(&at("wrong", &draft)).await, other.get(&at("wrong", "019b0000-0000-7000-8000-000000000000")).await);
        assert_eq!((real.status, made_up.status), (404, 404));

        let check = client.get(&at("check", &draft)).await;
        let version = check.attributes("input[name=version]", "value")[0].clone();
        let sent = client.post(&at("send", &draft), &[("do", "send")]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let twice = client.post(&at("send", &draft), &[("version", &version), ("do", "send")]).await;
        assert_eq!(twice.location, sent.location, "sent twice, one case");
        let third = client.get(&at("wrong", &draft)).await;
        assert_eq!(third.status, 303, "a draft that was sent leads to the case");
        let receipt = client.get(&sent.location).await;
        assert_eq!((receipt.select("main .lead")[0].as_str(), receipt.select(".hash")[0].len()), ("Complaint filed", 64));
        let number = number_in(&sent.location);
        assert!(receipt.text().contains(&number) && receipt.text().contains("C-1"));
        let file = world.file(world.case_of(&number).await.unwrap()).await;
        let complaint = file.complaint.as_ref().unwrap();
        assert_eq!((complaint.goods.as_str(), complaint.amount.as_ref().unwrap().minor), ("Kettle 水壶", 123_450));
        assert_eq!((complaint.declarations.len(), complaint.statement.as_str()), (1, "First window."));
        assert_eq!(file.exhibits[0].file.name, "水壶.png");
        assert_eq!(world.kinds_to(&consumer.email).await, ["filing-received"], "one letter says that it arrived");
        assert!(world.letters_to(SELLER_MAIL).await.is_empty());
        assert_eq!(integrity::check(&world.app).await.unwrap().cases, 1);
    }

    async fn a_stranger_s_complaint_has_no_effect_before_the_address_is_confirmed(world) {
        let mut client = world.stranger();
        let draft = begin(&mut client).await;
        fill(&mut client, &draft).await;
        let sent = send(&mut client, &draft).await;
        assert_eq!(sent.location, at("waiting", &draft), "{}", sent.text());
        assert!(client.get(&sent.location).await.text().contains("no effect"));
        assert!(world.letters_to(SELLER_MAIL).await.is_empty(), "nobody hears of it");
        let old = world.link_of("maria@duarte.example", "confirm-notice").await;

        // Changed after the letter, the old link sends nothing.
        post(&mut client, "tried", &draft, &[("tried", "Changed later.")]).await;
        let mut reader = world.stranger();
        let door = reader.get(&old).await;
        assert!(door.text().contains("was changed or thrown away"), "{}", door.text());
        reader.get("/complaints/new").await;
        assert_eq!(reader.post(&old, &[("do", "confirm")]).await.status, 410);
        assert!(world.case_of("CO-2026-000001").await.is_none());

        assert_eq!(send(&mut client, &draft).await.location, at("waiting", &draft));
        let link = world.link_of("maria@duarte.example", "confirm-notice").await;
        for _ in 0..3 {
            assert_eq!(reader.get(&link).await.heading(), "Send your complaint", "looking spends nothing");
        }
        let confirmed = reader.post(&link, &[("do", "confirm")]).await;
        assert_eq!(confirmed.status, 303, "{}", confirmed.text());
        assert_eq!(reader.get(&confirmed.location).await.status, 200);
        let file = world.file(world.case_of(&number_in(&confirmed.location)).await.unwrap()).await;
        assert_eq!(file.claimant().unwrap().email, "maria@duarte.example");
        assert_eq!(file.complaint.as_ref().unwrap().tried, "Changed later.");
        assert_eq!(reader.get(&link).await.heading(), "This link does nothing any more");
        assert_eq!(reader.post(&link, &[("do", "confirm")]).await.status, 410);
        assert_eq!(world.stranger().get(&confirmed.location).await.status, 303, "strangers are asked to sign in");
    }

    async fn the_registry_screens_and_the_seller_hears_of_a_complaint_only_when_it_passes(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let mut registry = world.signed_in(&world.manager("lucia").await).await;
        let (case, number) = {
            let filed = world.complains(&consumer, Some(&seller)).await;
            (filed.case, filed.receipt.number.to_string())
        };
        let (mut one, mut two) = (world.signed_in(&consumer).await, world.signed_in(&seller).await);
        assert!(registry.get("/registry/intake").await.text().contains(&number));
        assert_eq!(one.get("/registry/intake").await.status, 404);
        assert_eq!(one.get(&format!("/cases/{number}/screening")).await.status, 404);
        let evidence = format!("/cases/{number}/evidence/new");
        one.get(&evidence).await;
        assert_eq!(one.upload(&evidence, &[], &[("files", "a.txt", b"a")]).await.status, 303);
        let message = format!("/cases/{number}/messages/new");
        one.get(&message).await;
        assert_eq!(one.post(&message, &[("audience", "everyone"), ("text", "Hello?")]).await.status, 303);
        assert!(world.letters_to(&seller.email).await.is_empty(), "the seller hears of nothing");
        assert!(!two.get("/cases").await.text().contains(&number));
        let (real, made_up) = (two.get(&format!("/cases/{number}")).await, two.get("/cases/CO-2026-999999").await);
        assert_eq!((real.status, real.text().replace(&number, "N")), (404, made_up.text().replace("CO-2026-999999", "N")));

        let mut asks = world.stranger();
        asks.get("/respond").await;
        assert_eq!(asks.post("/respond", &[("case", &number), ("email", &seller.email)]).await.status, 303, "the answer is always the same");
        assert!(world.letters_to(&seller.email).await.is_empty(), "not even by asking for a link");

        assert_eq!(screen(&mut registry, &number, "", "").await.errors(), ["Choose what to do"]);
        let wrong = screen(&mut registry, &number, "ask", "").await;
        assert_eq!((wrong.status, wrong.errors()), (422, vec!["Say what is missing, all of it at once".to_owned()]));
        assert_eq!(wrong.attributes("input[name=decision][checked]", "value"), ["ask"]);
        let asked = screen(&mut registry, &number, "ask", "The invoice.").await;
        assert_eq!(asked.status, 303, "{}", asked.text());
        assert!(world.letters_to(&consumer.email).await.iter().any(|l| l.kind == "need-info" && l.text.contains("The invoice.")));
        assert_eq!(screen(&mut registry, &number, "accept", "").await.status, 409, "it waits for the consumer");
        assert!(one.get(&format!("/cases/{number}")).await.text().contains("/complete"));
        let path = format!("/cases/{number}/complete");
        assert!(one.get(&path).await.text().contains("The invoice."));
        assert_eq!(one.post(&path, &[("text", " ")]).await.errors(), ["Write what was asked for"]);
        let cured = one.post(&path, &[("text", "It is C-1.")]).await;
        assert_eq!(cured.status, 303, "{}", cured.text());
        assert_eq!(state(&world, case).await, "filed");
        let accepted = screen(&mut registry, &number, "accept", "").await;
        assert_eq!(accepted.status, 303, "{}", accepted.text());
        let twice = registry.post(&format!("/cases/{number}/screening"), &[("decision", "accept"), ("words", "")]).await;
        assert_eq!(twice.location, accepted.location, "pressed twice, recorded once");
        assert_eq!(state(&world, case).await, "response_wait");
        assert_eq!(world.kinds_to(&seller.email).await, ["complaint-served"]);
        assert_eq!(two.get(&format!("/cases/{number}")).await.status, 200);
        assert!(two.get("/cases").await.text().contains(&number));

        let other = world.complains(&consumer, Some(&seller)).await;
        let number = other.receipt.number.to_string();
        assert_eq!(screen(&mut registry, &number, "reject", "").await.errors(), ["Say why you close it, and where else to go"]);
        assert_eq!(screen(&mut registry, &number, "reject", "Flights are for the enforcement body.").await.status, 303);
        assert_eq!(world.file(other.case).await.outcome.as_deref(), Some("no_jurisdiction"));
        assert!(world.letters_to(&consumer.email).await.iter().any(|l| l.kind == "filing-rejected" && l.text.contains("enforcement body")));
        assert_eq!(world.kinds_to(&seller.email).await.len(), 1, "nothing of a complaint that was not taken");
        assert_eq!(two.get(&format!("/cases/{number}")).await.status, 404);

        let third = world.complains(&consumer, Some(&seller)).await;
        let number = third.receipt.number.to_string();
        screen(&mut registry, &number, "ask", "The invoice.").await;
        world.passes(third.case, "cure").await;
        assert_eq!(world.file(third.case).await.outcome.as_deref(), Some("withdrawn"), "what is not cured is withdrawn");
        let mut one = world.signed_in(&consumer).await;
        assert_eq!(one.get(&format!("/cases/{number}/complete")).await.status, 410);
        assert!(integrity::check(&world.app).await.unwrap().problems.is_empty());
    }

    async fn a_seller_without_an_account_answers_from_the_letter(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let manager = world.manager("lucia").await;
        let filed = world.complains(&consumer, None).await;
        let number = filed.receipt.number.to_string();
        world.acts(filed.case, &manager, Act::Complaint(complaints::Act::ScreenAccept)).await.unwrap();
        let mut seller = world.by_letter(SELLER_MAIL, "complaint-served").await;
        let path = format!("/cases/{number}/response");
        let page = seller.get(&path).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.text().contains("It gives shocks."));
        let wrong = seller.post(&path, &[("statement", "它是好的。")]).await;
        assert_eq!((wrong.status, wrong.errors().len()), (422, 2), "{:?}", wrong.errors());
        assert_eq!(wrong.select("#f-statement"), ["它是好的。"]);
        let wrong = seller.post(&path, &[("position", "dispute"), ("declare-response_truth", "yes")]).await;
        assert_eq!(wrong.errors(), ["Say why you do not agree"]);
        let mut one = world.signed_in(&consumer).await;
        assert_eq!(one.get(&path).await.status, 404, "the answer is the seller's");
        one.get("/complaints/new").await;
        assert_eq!(one.post(&path, &[("position", "agree"), ("declare-response_truth", "yes")]).await.status, 404);

        let clock = world.file(filed.case).await.running(1, "respond").unwrap().no;
        let more = format!("/cases/{number}/deadlines/{clock}/extend");
        seller.get(&more).await;
        assert_eq!(seller.post(&more, &[("reason", "New Year")]).await.status, 303);
        assert_eq!(seller.get(&more).await.status, 409, "once");

        // What was typed is kept for later, on the way to the evidence too.
        for (press, leads_to) in [("keep", path.clone()), ("evidence", format!("/cases/{number}/evidence/new"))] {
            seller.get(&path).await;
            let kept = seller.post(&path, &[("statement", press), ("position", "part"), ("do", press)]).await;
            assert_eq!((kept.status, kept.location), (303, leads_to), "{press}");
            let page = seller.get(&path).await;
            assert_eq!(page.select("#f-statement"), [press]);
            assert_eq!(page.attributes("input[name=position][checked]", "value"), ["part"]);
        }
        assert_eq!(state(&world, filed.case).await, "response_wait", "nothing was sent");
        seller.get(&path).await;
        let fields = [("position", "dispute"), ("statement", "它是好的。"), ("declare-response_truth", "yes")];
        let sent = seller.post(&path, &fields).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        assert_eq!(seller.post(&path, &fields).await.location, sent.location, "sent twice, one answer");
        assert_eq!(seller.get(&sent.location).await.select("main .lead"), ["Seller answered"]);
        assert_eq!(one.get(&sent.location).await.status, 404, "the receipt is the seller's");
        assert_eq!(state(&world, filed.case).await, "negotiation");
        let kinds = world.kinds_to(&consumer.email).await;
        assert!(kinds.contains(&"response-forwarded".to_owned()) && kinds.contains(&"talks-open".to_owned()), "{kinds:?}");
        assert!(one.get(&format!("/cases/{number}")).await.text().contains("它是好的。"));
        assert_eq!(seller.get(&path).await.status, 409, "answered already");
        assert_eq!(seller.get("/cases/CO-2026-999999").await.status, 404);
    }

    async fn a_consumer_chooses_the_rules_that_are_for_both_and_under_the_european_ones_silence_ends_the_case(world) {
        let manager = world.manager("registry").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let mut client = world.signed_in(&consumer).await;
        let draft = begin(&mut client).await;
        fill(&mut client, &draft).await;
        let page = client.get(&at("declarations", &draft)).await;
        let offered = page.attributes("input[name=rules]", "value");
        assert_eq!(offered, ["consumer-odr", "consumer-odr-cn-platform"], "a consumer in Portugal, a seller in China");

        let german = [("name", "Lampen GmbH"), ("email", SELLER_MAIL), ("country", "DE")];
        post(&mut client, "seller", &draft, &german).await;
        let page = client.get(&at("declarations", &draft)).await;
        let offered = page.attributes("input[name=rules]", "value");
        assert_eq!(offered, ["consumer-odr", "consumer-odr-eu-adr"]);
        let strange = post(&mut client, "declarations", &draft, &[("declare-complaint_truth", "yes"), ("rules", "consumer-odr-cn-platform")]).await;
        assert_eq!(strange.status, 422, "not for these parties");
        post(&mut client, "declarations", &draft, &[("declare-complaint_truth", "yes"), ("rules", "consumer-odr-eu-adr")]).await;
        let number = number_in(&send(&mut client, &draft).await.location);
        let case = world.case_of(&number).await.unwrap();
        assert_eq!(world.file(case).await.pack.id, "consumer-odr-eu-adr");

        let mut desk = world.signed_in(&manager).await;
        let screening = desk.get(&format!("/cases/{number}/screening")).await;
        assert_eq!(screening.attributes("input[name=decision]", "value"), ["accept", "ask", "reject"]);
        world.passes(case, "refuse").await;
        assert_eq!(state(&world, case).await, "refusal_over");
        let mut desk = world.signed_in(&manager).await;
        let intake = desk.get("/registry/intake").await;
        assert!(intake.text().contains(&number), "it still waits for the registry");
        let screening = desk.get(&format!("/cases/{number}/screening")).await;
        assert_eq!(screening.attributes("input[name=decision]", "value"), ["accept"], "the time to refuse has passed");
        assert_eq!(screen(&mut desk, &number, "accept", "").await.status, 303);
        assert_eq!(state(&world, case).await, "seller_wait");
        let mut seller = world.by_letter(SELLER_MAIL, "complaint-served").await;
        assert_eq!(seller.get(&format!("/cases/{number}/response")).await.status, 200);
        let clock = world.file(case).await.running(1, "take_part").unwrap().clone();
        assert_eq!(clock.derivation.calendar.as_deref(), Some("germany"), "the working days of the seller");
        world.passes(case, "take_part").await;
        let file = world.file(case).await;
        assert_eq!((file.outcome.as_deref(), file.tracks[0].state.as_str()), (Some("terminated"), "seller_silent"));
        let mut client = world.signed_in(&consumer).await;
        let page = client.get(&format!("/cases/{number}")).await;
        assert_eq!(page.status, 200);
    }

    async fn silence_leads_to_a_binding_decision_only_with_consent_given_after_the_dispute_arose(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let manager = world.manager("lucia").await;
        let filed = world.complains(&consumer, Some(&seller)).await;
        let number = filed.receipt.number.to_string();
        let mut one = world.signed_in(&consumer).await;
        let consent = format!("/cases/{number}/final-consent");
        assert_eq!(one.get(&consent).await.status, 409, "the dispute has not arisen");
        world.acts(filed.case, &manager, Act::Complaint(complaints::Act::ScreenAccept)).await.unwrap();
        assert_eq!(one.get(&consent).await.status, 409);
        world.passes(filed.case, "respond").await;
        let mut one = world.signed_in(&consumer).await;
        assert_eq!(state(&world, filed.case).await, "facilitation", "silence moves the case");
        assert!(world.kinds_to(&consumer.email).await.contains(&"facilitation-open".to_owned()));

        let mut two = world.signed_in(&seller).await;
        let late = two.get(&format!("/cases/{number}/response")).await;
        assert_eq!(late.status, 410, "the time to answer is over");
        assert_eq!(two.get(&consent).await.status, 404, "the choice is the consumer's");
        one.get(&consent).await;
        assert_eq!(one.post(&consent, &[]).await.status, 422, "it takes a tick");
        let agreed = one.post(&consent, &[("declare-final_consent", "yes")]).await;
        assert_eq!(agreed.status, 303, "{}", agreed.text());
        assert_eq!(one.get(&consent).await.status, 409, "agreed already");

        let failure = format!("/cases/{number}/failure");
        assert_eq!(one.get(&failure).await.status, 404);
        let mut registry = world.signed_in(&manager).await;
        assert!(registry.get(&failure).await.text().contains("an arbitrator decides"));
        assert_eq!(registry.post(&failure, &[("reason", "")]).await.errors(), ["Say why no agreement can be reached"]);
        assert_eq!(registry.post(&failure, &[("reason", "The seller is silent.")]).await.status, 303);
        assert_eq!(state(&world, filed.case).await, "final_stage");
        let arbitrator = seated(&world, filed.case, &manager).await;
        let early = world.acts(filed.case, &arbitrator, decision(true)).await.unwrap_err();
        assert!(matches!(early, Refusal::TooEarly { .. }), "the sides may still challenge: {early:?}");
        world.passes(filed.case, "object").await;
        world.acts(filed.case, &arbitrator, decision(true)).await.unwrap();
        assert_eq!(state(&world, filed.case).await, "decided");
        let mut one = world.signed_in(&consumer).await;
        let file = world.file(filed.case).await;
        assert_eq!((file.obligations.len(), file.obligations[0].state), (1, settlements::ObligationState::Due));
        assert!(one.get(&format!("/cases/{number}/settlement")).await.text().contains("90.00"), "what was ordered is owed");
        // Nobody pays: the breach is recorded by itself.
        world.until(file.obligations[0].due_at + jiff::SignedDuration::from_secs(1));
        world.work().await;
        assert_eq!(world.file(filed.case).await.outcome.as_deref(), Some("breached"));
        assert!(world.kinds_to(&consumer.email).await.contains(&"breached".to_owned()));
    }

    async fn without_consent_the_neutral_only_recommends_and_a_claim_can_be_dismissed(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let manager = world.manager("lucia").await;
        let filed = world.in_talks(&manager, &consumer, None).await;
        let number = filed.receipt.number.to_string();
        let mut one = world.signed_in(&consumer).await;
        let escalate = format!("/cases/{number}/escalate");
        let page = one.get(&escalate).await;
        assert!(page.text().contains("The direct talks end"), "{}", page.text());
        assert_eq!(one.post(&escalate, &[("reason", "We go round in circles.")]).await.status, 303);
        assert_eq!(one.get(&escalate).await.status, 409);
        world.passes(filed.case, "facilitate").await;
        assert_eq!(state(&world, filed.case).await, "evaluation");
        let arbitrator = seated(&world, filed.case, &manager).await;
        world.passes(filed.case, "object").await;
        world.acts(filed.case, &arbitrator, decision(true)).await.unwrap();
        let file = world.file(filed.case).await;
        assert_eq!((file.outcome.as_deref(), file.obligations.len()), (Some("recommended"), 0), "a recommendation binds nobody");

        let other = world.person("other", "O. Ther").await;
        let filed = world.complains(&other, None).await;
        world.acts(filed.case, &manager, Act::Complaint(complaints::Act::ScreenAccept)).await.unwrap();
        world.passes(filed.case, "respond").await;
        world.passes(filed.case, "facilitate").await;
        assert_eq!(state(&world, filed.case).await, "evaluation");
        let consent = format!("/cases/{}/final-consent", filed.receipt.number);
        let mut two = world.signed_in(&other).await;
        two.get(&consent).await;
        assert_eq!(two.post(&consent, &[("declare-final_consent", "yes")]).await.status, 303);
        assert_eq!(state(&world, filed.case).await, "final_stage", "consent still counts before the recommendation");
        let candidate = tribunal::Candidate { account: arbitrator.id, name: arbitrator.name.clone(), email: arbitrator.email.clone(), organisations: vec![], case_organisations: vec![] };
        world.acts(filed.case, &manager, Act::Tribunal(tribunal::Act::Propose { track: 1, candidate })).await.unwrap();
        let declaration = world.declared("consumer-odr", "acceptance").remove(0);
        world.acts(filed.case, &arbitrator, Act::Tribunal(tribunal::Act::Accept { seat: 1, declaration, disclosure: String::new() })).await.unwrap();
        world.passes(filed.case, "object").await;
        world.acts(filed.case, &arbitrator, decision(false)).await.unwrap();
        let mut two = world.signed_in(&other).await;
        let file = world.file(filed.case).await;
        assert_eq!((file.track(1).unwrap().state.as_str(), file.outcome.as_deref()), ("dismissed", Some("decided")));
        assert_eq!(two.get(&format!("/cases/{}/withdraw", filed.receipt.number)).await.status, 409, "decided is decided");
    }

    async fn a_complaint_is_taken_back_and_whoever_knows_of_it_is_told(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let manager = world.manager("lucia").await;
        let filed = world.in_talks(&manager, &consumer, Some(&seller)).await;
        let number = filed.receipt.number.to_string();
        let path = format!("/cases/{number}/withdraw");
        let (mut one, mut two) = (world.signed_in(&consumer).await, world.signed_in(&seller).await);
        assert!(one.get(&format!("/cases/{number}")).await.text().contains(&path), "the case page leads there");
        assert!(!two.get(&format!("/cases/{number}")).await.text().contains(&path));
        assert_eq!(two.get(&path).await.status, 404);
        assert_eq!(world.stranger().get(&path).await.status, 303);
        let offer = format!("/cases/{number}/settlement/offers/new");
        two.get(&offer).await;
        let made = two.post(&offer, &[("remedy", "apology"), ("instalments", "1"), ("debtor", "respondent"), ("due-day", "1"), ("due-month", "5"), ("due-year", "2026"), ("open-day", "20"), ("open-month", "3"), ("open-year", "2026")]).await;
        assert_eq!(made.status, 303, "{:?}", made.errors());

        let page = one.get(&path).await;
        assert_eq!(page.heading(), "Take the complaint back?");
        assert!(page.text().contains("cannot be undone"));
        let long = one.post(&path, &[("reason", &"x".repeat(8_001))]).await;
        assert_eq!((long.status, long.errors().len()), (422, 1));
        one.get(&path).await;
        let done = one.post(&path, &[("reason", "The parcel came today.")]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert_eq!(one.post(&path, &[("reason", "The parcel came today.")]).await.location, done.location, "sent twice, one receipt");
        assert_eq!(one.get(&done.location).await.select("main .lead"), ["Complaint withdrawn"]);
        assert_eq!(one.get(&path).await.status, 409, "over is over");
        let file = world.file(filed.case).await;
        assert_eq!(file.outcome.as_deref(), Some("withdrawn"));
        assert!(file.running_clocks().is_empty());
        assert_eq!(file.offers[0].state, settlements::OfferState::Lapsed, "open offers end with it");
        let letters = world.letters_to(&seller.email).await;
        let told = letters.iter().find(|l| l.kind == "withdrawn").expect("the seller is told");
        assert!(told.text.contains("took the complaint back") && told.text.contains("The parcel came today."), "{}", told.text);
        assert!(!told.text.contains("measures"), "{}", told.text);
        let late = two.get(&format!("/cases/{number}/settlement/offers/1")).await;
        assert!(late.select(".tag").iter().any(|tag| tag == "Lapsed" || tag.contains("nded")), "{:?}", late.select(".tag"));

        let early = world.complains(&consumer, Some(&seller)).await;
        let path = format!("/cases/{}/withdraw", early.receipt.number).to_lowercase();
        assert!(one.get(&path).await.text().contains("has not heard"));
        assert_eq!(one.post(&path, &[]).await.status, 303);
        assert_eq!(world.file(early.case).await.outcome.as_deref(), Some("withdrawn"));
        assert_eq!(world.letters_to(&seller.email).await.iter().filter(|l| l.kind == "withdrawn").count(), 1, "who never heard of it is not told");
        assert!(world.kinds_to(&consumer.email).await.iter().filter(|kind| *kind == "withdrawn").count() == 2);
    }
}
