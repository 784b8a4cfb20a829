//! Matters: a procedure that exists only as a file is filed, answered and decided on pages, with letters, like
//! any other. Everything here would run under a new file just as well.

use crate::support::client::Client;
use crate::support::hearing::link_in;
use crate::support::stories::{paper, parts};
use crate::support::{Person, World};
use redress::domain::Role;
use redress::domain::acts::Act;
use redress::domain::complaints::Remedy;
use redress::domain::decisions;
use redress::domain::ids::CaseId;
use redress::domain::matters;
use redress::domain::tribunal;
use redress::services::integrity;
use redress::storage::cases;

const HOLDER: &str = "holder@people.example";
const NEW: &str = "/matters/new/domain-udrp";

/// What is typed into the form of a complaint about a domain name.
fn complaint<'a>(panel: &'static str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("own-name", "Aurel & Finch"),
        ("own-country", "GB"),
        ("other-name", "Whoever Holds It"),
        ("other-email", HOLDER),
        ("other-country", "US"),
        (
            "answer-domains",
            "aurelfinch-outlet.example\naurelfinch.example",
        ),
        ("answer-registrar", "Registrar GmbH"),
        ("answer-registrar_country", "DE"),
        ("answer-marks", "AUREL & FINCH, EU 018 234 567"),
        (
            "answer-similarity",
            "The name is our mark and a common word.",
        ),
        ("answer-no_rights", "We never allowed it."),
        ("answer-bad_faith", "It sells copies of our lamps."),
        ("answer-remedy", "transfer"),
        ("answer-panel", panel),
        ("answer-jurisdiction", "registrar"),
        ("declare-complaint_true", "yes"),
        ("declare-complaint_claims", "yes"),
        ("declare-jurisdiction_submits", "yes"),
    ]
}

async fn case_of(world: &World, number: &str) -> CaseId {
    let number = number.to_owned();
    let found = world
        .app
        .store
        .get(move |tx| cases::find_by_number(tx, &number));
    found.await.unwrap().unwrap().id
}

/// Files a complaint on the page; gives the case and its number.
async fn files(world: &World, owner: &Person, panel: &'static str) -> (CaseId, String) {
    let mut client = world.signed_in(owner).await;
    client.get(NEW).await;
    let sent = client.upload(NEW, &complaint(panel), &[]).await;
    assert_eq!(sent.status, 303, "{:?} {}", sent.errors(), sent.text());
    let number = sent.location.rsplit('/').next().unwrap().to_owned();
    assert_eq!(
        client.get(&sent.location).await.status,
        200,
        "{}",
        sent.location
    );
    (case_of(world, &number).await, number)
}

/// Takes a step on its page.
async fn takes(client: &mut Client, number: &str, step: &str, fields: &[(&str, &str)]) {
    let path = format!("/cases/{number}/steps/{step}");
    let page = client.get(&path).await;
    assert_eq!(page.status, 200, "{step}: {}", page.text());
    let done = client.upload(&path, fields, &[]).await;
    assert_eq!(
        done.status,
        303,
        "{step}: {:?} {}",
        done.errors(),
        done.text()
    );
    let receipt = client.get(&done.location).await;
    assert_eq!(receipt.status, 200, "{step}: {}", receipt.text());
}

/// A case about a domain name that waits for the holder's answer; gives its number.
pub async fn commenced(world: &World, owner: &Person, holder: &Person, manager: &Person) -> String {
    let mut fields = complaint("one");
    for (name, value) in &mut fields {
        if *name == "other-email" {
            *value = &holder.email;
        }
    }
    let mut client = world.signed_in(owner).await;
    client.get(NEW).await;
    let sent = client.upload(NEW, &fields, &[]).await;
    let number = sent.location.rsplit('/').next().unwrap().to_owned();
    let mut registry = world.signed_in(manager).await;
    for step in ["fee_received", "commence"] {
        takes(&mut registry, &number, step, &[]).await;
    }
    number
}

async fn state(world: &World, case: CaseId) -> String {
    world.file(case).await.track(1).unwrap().state.clone()
}

fn can(page: &crate::support::client::Page, step: &str) -> bool {
    let end = format!("/steps/{step}");
    page.attributes("main a", "href")
        .iter()
        .any(|href| href.ends_with(&end))
}

/// The arbitrator decides for the claimant.
async fn signs_for_claimant(world: &World, case: CaseId, arbitrator: &Person) {
    let issue = decisions::Issue {
        no: 1,
        question: "Does the Policy apply?".into(),
        finding: Some(decisions::Finding::Claimant),
        reasons: "It does.".into(),
    };
    let order = decisions::Order {
        debtor: Role::Respondent,
        remedy: Remedy::Other,
        amount: None,
        within_days: 10,
        text: "The domain names are transferred.".into(),
    };
    let sign = decisions::Act::Sign {
        track: 1,
        draft: decisions::Draft {
            issues: vec![issue],
            orders: vec![order],
            summary: "The names go to the complainant.".into(),
            parts: parts(),
            notes: String::new(),
        },
        prevails: decisions::Finding::Claimant,
        document: paper(),
        considered: vec![],
    };
    world
        .acts(case, arbitrator, Act::Decision(sign))
        .await
        .unwrap();
}

async fn is_sound(world: &World) {
    let report = integrity::check(&world.app).await.unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

on_both! {
    async fn a_form_made_from_a_procedure_says_what_is_missing_and_keeps_what_was_typed(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let stranger = world.stranger().get(NEW).await;
        assert!(stranger.location.starts_with("/sign-in"), "{}", stranger.location);
        let mut client = world.signed_in(&owner).await;
        let list = client.get("/matters").await;
        assert!(list.attributes("main a", "href").contains(&NEW.to_owned()), "{}", list.text());
        assert_eq!(client.get("/matters/new/us-dmca-512").await.status, 404, "that has a wizard of its own");
        assert_eq!(client.get("/matters/new/nothing").await.status, 404);
        client.get(NEW).await;
        let none = client.upload(NEW, &[], &[]).await;
        assert_eq!(none.status, 422);
        assert!(none.errors().len() >= 14, "{:?}", none.errors());
        let mut wrong = complaint("one");
        let long = "word ".repeat(5_100);
        for (name, value) in &mut wrong {
            match *name {
                "answer-similarity" => *value = &long,
                "other-email" => *value = "owner@people.example",
                "answer-remedy" => *value = "destroy",
                _ => {}
            }
        }
        client.get(NEW).await;
        let wrong = client.upload(NEW, &wrong, &[]).await;
        assert_eq!(wrong.status, 422);
        let errors = wrong.errors().join("\n");
        assert!(errors.contains("5,1") && errors.contains("5,000"), "{errors}");
        assert_eq!(wrong.errors().len(), 3, "{errors}");
        assert_eq!(wrong.attributes("#f-answer-registrar", "value"), ["Registrar GmbH"]);
        assert_eq!(wrong.attributes("#f-other-name", "value"), ["Whoever Holds It"]);
        let unknown = client.upload(NEW, &[("colour", "red")], &[]).await;
        assert_eq!(unknown.status, 400, "{}", unknown.text());
        let fees = client.get(NEW).await.text();
        assert!(fees.contains("USD") || fees.contains('$'), "{fees}");
    }

    async fn a_form_that_is_sent_twice_opens_one_case(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let mut client = world.signed_in(&owner).await;
        client.get(NEW).await;
        let first = client.upload(NEW, &complaint("one"), &[]).await;
        let again = client.upload(NEW, &complaint("one"), &[]).await;
        assert_eq!((first.status, again.status), (303, 303), "{}", again.text());
        assert_eq!(first.location, again.location);
    }

    async fn a_domain_name_case_goes_from_its_form_to_the_transfer(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let manager = world.manager("lucia").await;
        let arbitrator = world.on_panel("arbitrator", "A. Lindqvist").await;
        let (case, number) = files(&world, &owner, "one").await;
        assert!(number.starts_with("MA-"), "{number}");
        assert!(world.letters_to(HOLDER).await.is_empty(), "nothing is served before the formal check");
        let told = world.letters_to(&manager.email).await;
        assert!(told.iter().any(|l| l.kind == "step-awaited"), "{:?}", told.iter().map(|l| &l.kind).collect::<Vec<_>>());

        let mut registry = world.signed_in(&manager).await;
        let overview = registry.get(&format!("/cases/{number}")).await;
        assert!(can(&overview, "fee_received") && !can(&overview, "commence"), "{}", overview.text());
        let early = registry.get(&format!("/cases/{number}/steps/commence")).await;
        assert_eq!(early.status, 409, "{}", early.text());
        assert_eq!(registry.get(&format!("/cases/{number}/steps/respond")).await.status, 404, "not the registry's");
        takes(&mut registry, &number, "fee_received", &[]).await;
        let reply = [("answer-holder", "Whoever Holds It"), ("answer-locked", "yes")];
        takes(&mut registry, &number, "registrar_confirms", &reply).await;
        takes(&mut registry, &number, "commence", &[("words", "Commenced today.")]).await;
        assert_eq!(state(&world, case).await, "commenced");

        let letters = world.letters_to(HOLDER).await;
        let served = letters.iter().find(|l| l.kind == "matter-served").expect("a letter");
        for said in ["Aurel & Finch", "20 days", "Commenced today."] {
            assert!(served.text.contains(said), "{said}: {}", served.text);
        }
        let door = link_in(&served.text, "/links/");
        let mut holder = world.stranger();
        holder.get(&door).await;
        assert_eq!(holder.post(&door, &[]).await.status, 303);
        let overview = holder.get(&format!("/cases/{number}")).await;
        assert!(can(&overview, "respond") && can(&overview, "ask_four_days"), "{}", overview.text());
        assert!(overview.text().contains("It sells copies of our lamps."));
        let before = world.file(case).await.running(1, "response").unwrap().due_at;
        takes(&mut holder, &number, "ask_four_days", &[]).await;
        let after = world.file(case).await.running(1, "response").unwrap().due_at;
        assert_eq!(after.duration_since(before).as_hours(), 96);

        let path = format!("/cases/{number}/steps/respond");
        holder.get(&path).await;
        let empty = holder.upload(&path, &[("answer-panel", "one")], &[]).await;
        assert_eq!((empty.status, empty.errors().len()), (422, 2), "{:?}", empty.errors());
        let answer = [
            ("answer-statement", "It is my surname."),
            ("answer-panel", "one"),
            ("declare-response_true", "yes"),
        ];
        takes(&mut holder, &number, "respond", &answer).await;
        assert_eq!(state(&world, case).await, "appointing");
        let paper = world.file(case).await.paper(1, "response").unwrap().no;
        let mut claimant = world.signed_in(&owner).await;
        let page = claimant.get(&format!("/cases/{number}/papers/{paper}")).await;
        assert!(page.text().contains("It is my surname."), "{}", page.text());
        assert_eq!(claimant.get(&format!("/cases/{number}/papers/99")).await.status, 404);
        let other = world.person("other", "Somebody Else").await;
        let mut other = world.signed_in(&other).await;
        for page in ["", "/papers/1", "/steps/respond"] {
            assert_eq!(other.get(&format!("/cases/{number}{page}")).await.status, 404, "{page}");
        }
        let late = holder.get(&path).await;
        assert_eq!(late.status, 409, "an answer is given once");

        let propose = tribunal::Act::Propose { track: 1, candidate: world.candidate(&arbitrator) };
        world.acts(case, &manager, Act::Tribunal(propose)).await.unwrap();
        let accept = tribunal::Act::Accept { seat: 1, declaration: world.independence(), disclosure: String::new() };
        world.acts(case, &arbitrator, Act::Tribunal(accept)).await.unwrap();
        assert_eq!(state(&world, case).await, "with_panel");
        world.passes(case, "object").await;
        signs_for_claimant(&world, case, &arbitrator).await;
        assert_eq!(state(&world, case).await, "notifying");
        let mut registry = world.signed_in(&manager).await;
        takes(&mut registry, &number, "notify_registrar", &[]).await;
        let file = world.file(case).await;
        let clock = file.running(1, "standstill").unwrap();
        assert_eq!(clock.derivation.calendar.as_deref(), Some("germany"), "the registrar's own working days");
        world.passes(case, "standstill").await;
        let file = world.file(case).await;
        assert_eq!((state(&world, case).await.as_str(), file.outcome.as_deref()), ("implemented", Some("decided")));
        let mut claimant = world.signed_in(&owner).await;
        let found = claimant.get("/cases?q=aurelfinch-outlet.example").await;
        assert!(found.text().contains(&number), "found by a name in its paper: {}", found.text());
        let timeline = claimant.get(&format!("/cases/{number}/timeline")).await;
        assert_eq!(timeline.status, 200);
        is_sound(&world).await;
    }

    async fn silence_sends_the_case_to_a_panel_and_a_choice_on_a_paper_decides_which(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let manager = world.manager("lucia").await;
        for (panel, leads) in [("one", "appointing"), ("three", "candidates")] {
            let (case, number) = files(&world, &owner, panel).await;
            let mut registry = world.signed_in(&manager).await;
            takes(&mut registry, &number, "fee_received", &[]).await;
            takes(&mut registry, &number, "commence", &[]).await;
            world.passes(case, "response").await;
            assert_eq!(state(&world, case).await, leads, "{panel}");
        }
        let (case, _) = files(&world, &owner, "one").await;
        world.passes(case, "fee").await;
        assert_eq!(world.file(case).await.outcome.as_deref(), Some("withdrawn"), "nobody paid");
        let letters = world.letters_to(&owner.email).await;
        assert!(letters.iter().any(|l| l.kind == "withdrawn"));
        is_sound(&world).await;
    }

    async fn what_no_paper_asks_for_is_refused_whoever_sends_it(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let manager = world.manager("lucia").await;
        let (case, number) = files(&world, &owner, "one").await;
        let take = |step: &str, answers: Vec<(&str, matters::Answer)>| {
            let answers = answers.into_iter().map(|(name, answer)| (name.to_owned(), answer));
            Act::Matter(matters::Act::Take {
                track: 1,
                step: step.into(),
                filled: Box::new(matters::Filled { answers: answers.collect(), declarations: vec![] }),
                exhibits: vec![],
                words: String::new(),
            })
        };
        let text = |words: &str| matters::Answer::Text(words.into());
        for (who, act) in [
            (&manager, take("fee_received", vec![("colour", text("red"))])),
            (&manager, take("registrar_confirms", vec![("colour", text("red"))])),
            (&manager, take("registrar_confirms", vec![("locked", text("perhaps"))])),
            (&manager, take("respond", vec![])),
            (&manager, take("nothing", vec![])),
            (&owner, take("fee_received", vec![])),
            (&owner, take("cure", vec![("text", text("x"))])),
        ] {
            let refused = world.acts(case, who, act).await;
            assert!(refused.is_err(), "{refused:?}");
        }
        assert_eq!(world.file(case).await.version, 1, "nothing of it is on the docket");
        let mut client = world.signed_in(&owner).await;
        takes(&mut client, &number, "withdraw", &[("words", "We settled.")]).await;
        assert_eq!(world.file(case).await.outcome.as_deref(), Some("withdrawn"));
        let file = world.file(case).await;
        assert!(file.parties_of(Role::Respondent).all(|p| !file.is_served(p.no)));
        is_sound(&world).await;
    }

    async fn what_an_answer_already_decides_is_no_choice_any_more(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let manager = world.manager("lucia").await;
        let (case, number) = files(&world, &owner, "three").await;
        let mut registry = world.signed_in(&manager).await;
        for step in ["fee_received", "commence"] {
            takes(&mut registry, &number, step, &[]).await;
        }
        let path = format!("/cases/{number}/next");
        let page = registry.get(&path).await;
        let answers = page.select("main h3").into_iter().filter(|h| h.contains("Answers the complaint"));
        assert_eq!(answers.count(), 1, "the complaint asks for three already: {}", page.text());
        assert!(!page.text().contains("How many panelists"), "{}", page.text());
        // Silence leads to the choice of three, and naming somebody is there although it moves nothing.
        let due = world.file(case).await.running(1, "response").unwrap().due_at;
        world.until(due + jiff::SignedDuration::from_secs(1));
        world.work().await;
        let mut registry = world.signed_in(&manager).await;
        assert_eq!(state(&world, case).await, "candidates");
        let page = registry.get(&path).await;
        assert!(page.select("main h3").iter().any(|h| h.contains("Names candidates")), "{}", page.text());
        let overview = registry.get(&format!("/cases/{number}")).await;
        let awaited = overview.select(".tasks li").into_iter().filter(|task| task.contains("Waiting for you"));
        assert!(!awaited.into_iter().any(|task| task.contains("talks") || task.contains("End the case")), "a way out is a choice");
    }

    async fn a_page_tells_what_can_happen_from_here_and_changes_nothing(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let holder = world.person("holder", "Whoever Holds It").await;
        let manager = world.manager("lucia").await;
        let number = commenced(&world, &owner, &holder, &manager).await;
        let case = case_of(&world, &number).await;
        let version = world.file(case).await.version;
        let path = format!("/cases/{number}/next");
        let mut client = world.signed_in(&holder).await;
        let page = client.get(&path).await;
        assert_eq!(page.status, 200, "{}", page.text());
        let due = world.file(case).await.running(1, "response").unwrap().due_at;
        let after = due + jiff::SignedDuration::from_secs(1);
        let times = page.attributes("#silence-h ~ ol time", "datetime");
        let seconds: Vec<jiff::Timestamp> = times.iter().map(|t| t.parse().unwrap()).collect();
        assert!(seconds.contains(&after), "{seconds:?} has the end of {due}");
        let headings = page.select("main h3");
        let own = headings.iter().filter(|h| h.contains("four more days") || h.contains("Answers the complaint"));
        // The answer leads to one panelist or to three: two ways.
        assert_eq!(own.count(), 3, "{headings:?}");
        assert!(page.text().contains("How it is counted"));
        assert!(page.text().contains("In every other case"), "{}", page.text());
        assert_eq!(world.file(case).await.version, version);
        takes(&mut client, &number, "ask_four_days", &[]).await;
        let later = client.get(&path).await.select("main h3");
        assert!(!later.iter().any(|h| h.contains("four more days")), "they were taken: {later:?}");
        let mut other = world.signed_in(&world.person("other", "Somebody Else").await).await;
        assert_eq!(other.get(&path).await.status, 404);
    }
}
