//! What the procedures hold besides the straight way: notices that lack something, delay that does not
//! count, orders of courts, and the numbers that an operator may set.

use crate::support::stories::{SELLER_MAIL, counter, measure, paper};
use crate::support::{Person, World};
use actix_web::test::TestRequest;
use redress::config::Procedure;
use redress::domain::evidence::{ExhibitKind, NewExhibit};
use redress::domain::ids::{CaseId, OrganisationId};
use redress::domain::notices::{self, MeasureAction};
use redress::services::integrity;
use redress::startup::{App, ManualClock, SeededEntropy, token_hash};
use redress::storage::api::{self, ApiTokenRow};
use redress::storage::cases;
use serde_json::json;
use std::sync::Arc;

/// A notice as it is filed, changed first.
async fn filed(
    world: &World,
    pack: &str,
    owner: &Person,
    market: OrganisationId,
    seller: Option<&Person>,
    change: impl FnOnce(&mut notices::Filing),
) -> (CaseId, String) {
    let mut filing = world.notice(pack, owner, market, &["A1"], seller);
    change(&mut filing);
    let filed = world.files(owner, filing).await.unwrap();
    let number = world.file(filed.case).await.number.to_string();
    (filed.case, number)
}

async fn state(world: &World, case: CaseId) -> String {
    world.file(case).await.track(1).unwrap().state.clone()
}

async fn case_of(world: &World, number: &str) -> CaseId {
    let number = number.to_owned();
    let found = world
        .app
        .store
        .get(move |tx| cases::find_by_number(tx, &number));
    found.await.unwrap().unwrap().id
}

/// A key for programs that may file notices and evidence.
async fn api_key(world: &World, person: &Person) -> String {
    let key = world.app.token();
    let row = ApiTokenRow {
        token_hash: token_hash(&key).to_vec(),
        account_id: person.id,
        organisation_id: None,
        name: "a program".into(),
        scopes: json!(["notices", "evidence"]),
        created_at: world.app.now(),
        last_used_at: None,
        revoked_at: None,
    };
    let insert = world.app.store.write(move |tx| api::insert_token(tx, &row));
    insert.await.unwrap();
    key
}

/// A program's POST, each with a key of its own against doubles.
async fn call(world: &World, key: &str, path: &str, body: Vec<u8>) -> (u16, serde_json::Value) {
    let once = world.app.token();
    let request = TestRequest::post()
        .uri(path)
        .insert_header(("Authorization", format!("Bearer {key}")))
        .insert_header(("Idempotency-Key", once))
        .insert_header(("Content-Type", "application/json"))
        .set_payload(body);
    let answer = world.stranger().send(request).await;
    let value = serde_json::from_slice(&answer.body).unwrap_or_default();
    (answer.status, value)
}

/// Nothing of the record differs from what is stored.
async fn is_sound(world: &World) {
    let report = integrity::check(&world.app).await.unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

const DECLARED: [(&str, &str); 1] = [("declare-notice_truth", "yes")];

on_both! {
    async fn what_shows_who_the_rights_holder_is_stays_with_the_marketplace(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (case, number) = filed(&world, "cn-ecl-ip", &owner, market, Some(&seller), |filing| {
            let exhibit = |paper: &notices::NoticePaper| NewExhibit {
                file: paper.file.clone(),
                title: paper.field.clone(),
                kind: ExhibitKind::Other,
                description: String::new(),
                claim: 0,
            };
            for (paper, figure) in filing.notice.papers.iter_mut().zip(["1", "2"]) {
                paper.file.digest = figure.repeat(64);
            }
            filing.exhibits = filing.notice.papers.iter().map(exhibit).collect();
        }).await;
        world.acts(case, &officer, measure(&[1], MeasureAction::Remove)).await.unwrap();
        let file = world.file(case).await;
        let identity = file.exhibits.iter().find(|e| e.title == "identity_proof").unwrap().label.to_string();
        let proof = file.exhibits.iter().find(|e| e.title == "proof").unwrap().label.to_string();
        let path = |label: &str| format!("/cases/{number}/evidence/{label}");
        for (person, identity_is, proof_is) in [(&owner, 200, 200), (&officer, 200, 200), (&seller, 404, 200)] {
            let mut client = world.signed_in(person).await;
            assert_eq!(client.get(&path(&identity)).await.status, identity_is, "{}", person.name);
            assert_eq!(client.get(&path(&proof)).await.status, proof_is, "{}", person.name);
        }
        let mut client = world.signed_in(&seller).await;
        for page in ["evidence", "timeline", "file"] {
            let text = client.get(&format!("/cases/{number}/{page}")).await.text();
            assert!(!text.contains(&path(&identity)) && !text.contains("identity_proof"), "{page}");
        }
    }

    async fn what_a_notice_lacks_is_named_in_a_letter_and_added_on_one_page(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let other = world.person("other", "Somebody Else").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (case, number) = filed(&world, "cn-ecl-ip", &owner, market, None, |filing| {
            filing.notice.right.number = String::new();
            filing.notice.papers.remove(0);
            filing.listings[0].url = String::new();
            filing.listings[0].item = String::new();
        }).await;
        assert_eq!(state(&world, case).await, "defect");
        assert!(world.letters_to(SELLER_MAIL).await.is_empty(), "it has no effect yet");
        let letters = world.letters_to(&owner.email).await;
        let letter = letters.iter().find(|l| l.subject.contains("missing")).expect("a letter");
        let path = format!("/cases/{number}/completion");
        for said in ["The number in the register", "The address or item number of listing 1", "Proof of who you are", "5 working days", &path] {
            assert!(letter.text.contains(said), "{said}: {}", letter.text);
        }
        assert!(!letter.text.contains("Proof of the right"), "what is there is not asked for");

        let mut client = world.signed_in(&owner).await;
        let overview = client.get(&format!("/cases/{number}")).await;
        assert!(overview.attributes("main a", "href").contains(&path), "{}", overview.text());
        let page = client.get(&path).await;
        assert_eq!(page.select("#missing li"), [
            "The number in the register, or the title of the work",
            "The address or item number of listing 1, Lamp A1",
            "Proof of who you are",
        ]);
        assert_eq!(page.attributes("main input[type=file]", "name"), ["paper-identity_proof"]);
        assert!(page.attributes("#f-owner", "value").is_empty(), "only what is missing is asked for");
        let none = client.upload(&path, &[("number", "018 234 567"), ("place-1", "ftp://x.example")], &[]).await;
        assert_eq!((none.status, none.errors().len()), (422, 3), "{:?}", none.errors());
        assert_eq!(none.attributes("#f-number", "value"), ["018 234 567"]);
        // The file of a form that comes back is kept.
        client.get(&path).await;
        let kept = client.upload(&path, &[("number", "018 234 567"), ("place-1", "HM-1")], &[("paper-identity_proof", "licence.png", b"\x89PNG\r\n\x1a\n1")]).await;
        assert!(kept.status == 422 && kept.text().contains("licence.png is kept"), "{}", kept.text());
        let sealed = kept.attributes("input[name=paper-identity_proof-kept]", "value")[0].clone();
        client.get(&path).await;
        let fields = [("number", "018 234 567"), ("place-1", "https://harbour.example/item/A1"), ("paper-identity_proof-kept", &sealed), ("paper-identity_proof-name", "licence.png"), DECLARED[0]];
        let done = client.upload(&path, &fields, &[]).await;
        assert_eq!(done.status, 303, "{:?} {}", done.errors(), done.text());
        let again = client.upload(&path, &fields, &[]).await;
        assert_eq!(again.location, done.location, "sent twice, one receipt");
        assert!(client.get(&done.location).await.text().contains("C-1"));
        assert_eq!(state(&world, case).await, "accepted");
        let file = world.file(case).await;
        assert_eq!(file.listing(1).unwrap().url, "https://harbour.example/item/A1");
        assert_eq!(file.exhibits[0].file.name, "licence.png");
        assert!(client.get(&format!("/cases/{number}/timeline")).await.text().contains("Parts added: 3"));
        assert_eq!(client.get(&path).await.status, 409, "nothing is missing any more");
        assert_eq!(world.signed_in(&other).await.get(&path).await.status, 404);
        let mut queue = world.signed_in(&officer).await;
        assert!(queue.get("/takedowns").await.text().contains("Lamp A1"), "it waits for the marketplace now");
        assert_eq!(queue.get(&path).await.status, 404, "the claimant's page");

        // Another notice whose listing turns out to stand in that case.
        let (_, second) = filed(&world, "cn-ecl-ip", &owner, market, None, |filing| {
            filing.listings[0].url = String::new();
            filing.listings[0].item = String::new();
        }).await;
        let path = format!("/cases/{second}/completion");
        client.get(&path).await;
        let held = client.upload(&path, &[("place-1", "https://harbour.example/item/A1"), DECLARED[0]], &[]).await;
        assert!(held.errors()[0].contains(&number), "{:?}", held.errors());
        is_sound(&world).await;
    }

    async fn a_program_files_a_notice_and_adds_the_papers_that_the_law_asks_for(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        world.marketplace("harbour", "Harbour Market").await;
        let key = api_key(&world, &owner).await;
        let notice = json!({
            "procedure": "cn-ecl-ip", "language": "en", "marketplace": "harbour", "asked": "remove",
            "right": { "kind": "trade-mark", "number": "018 234 567", "territory": "CN", "owner": "Aurel & Finch" },
            "statement": "They use our mark.", "declarations": ["notice_truth"],
            "listings": [{ "item": "HM-1", "seller": "Yunhe Home" }],
        });
        let (status, filed) = call(&world, &key, "/api/v1/notices", notice.to_string().into_bytes()).await;
        assert_eq!(status, 201, "{filed}");
        let papers: Vec<_> = filed["missing"].as_array().unwrap().iter().map(|gap| gap["field"].as_str().unwrap()).collect();
        assert_eq!(papers, ["identity_proof", "proof", "rights_proof"]);
        let number = filed["receipt"]["case"].as_str().unwrap().to_owned();
        let case = case_of(&world, &number).await;
        assert_eq!(state(&world, case).await, "defect");
        for name in ["register.pdf", "licence.pdf", "shot.png"] {
            let path = format!("/api/v1/cases/{number}/evidence?name={name}&kind=other");
            let (status, answer) = call(&world, &key, &path, format!("bytes of {name}").into_bytes()).await;
            assert_eq!(status, 201, "{answer}");
        }
        let path = format!("/api/v1/cases/{number}/completion");
        let all = json!({ "rights_proof": ["C-1"], "identity_proof": ["C-2"], "proof": ["C-3"] });
        for (papers, declarations, status, why) in [
            (json!({ "rights_proof": ["C-1"] }), json!(["notice_truth"]), 409, "every file"),
            (json!({ "rights_proof": ["C-9"] }), json!(["notice_truth"]), 422, "C-9 is no exhibit of yours"),
            (json!({ "passport": ["C-1"] }), json!(["notice_truth"]), 422, "No paper passport is asked for"),
            (all.clone(), json!([]), 409, "declaration"),
        ] {
            let body = json!({ "papers": papers, "declarations": declarations });
            let (found, answer) = call(&world, &key, &path, body.to_string().into_bytes()).await;
            assert!(found == status && answer.to_string().contains(why), "{found} {answer}");
        }
        let body = json!({ "papers": all, "declarations": ["notice_truth"] });
        let (status, done) = call(&world, &key, &path, body.to_string().into_bytes()).await;
        assert_eq!(status, 200, "{done}");
        assert_eq!(state(&world, case).await, "accepted");
        let other = world.person("other", "Somebody Else").await;
        let key = api_key(&world, &other).await;
        assert_eq!(call(&world, &key, &path, body.to_string().into_bytes()).await.0, 404);
        is_sound(&world).await;
    }

    async fn a_notice_that_is_not_completed_in_time_counts_as_withdrawn(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, _) = world.marketplace("harbour", "Harbour Market").await;
        let (case, number) = filed(&world, "cn-ecl-ip", &owner, market, None, |filing| filing.notice.right.proof.clear()).await;
        world.passes(case, "cure").await;
        assert_eq!(world.file(case).await.outcome.as_deref(), Some("withdrawn"));
        let letters = world.letters_to(&owner.email).await;
        assert!(letters.iter().any(|l| l.text.contains("counts as withdrawn")), "{:?}", letters.last().map(|l| &l.text));
        let mut client = world.signed_in(&owner).await;
        let late = client.get(&format!("/cases/{number}/completion")).await;
        assert!((400..500).contains(&late.status), "{}", late.text());
        is_sound(&world).await;
    }

    async fn an_officer_sends_a_notice_back_with_reasons(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (_, stranger) = world.marketplace("lotus", "Lotus Mall").await;
        let (case, number) = filed(&world, "us-dmca-512", &owner, market, None, |_| {}).await;
        let path = format!("/cases/{number}/send-back");
        let mut client = world.signed_in(&officer).await;
        assert!(client.get(&format!("/cases/{number}")).await.attributes("main a", "href").contains(&path));
        let page = client.get(&path).await;
        assert!(page.attributes("input[name=gaps]", "value").contains(&"paper-proof".to_owned()), "{}", page.text());
        assert_eq!(client.post(&path, &[]).await.errors().len(), 2);
        client.get(&path).await;
        let done = client.post(&path, &[("gaps", "owner"), ("gaps", "paper-proof"), ("words", "The owner in the scan is another company.")]).await;
        assert_eq!(done.status, 303, "{:?} {}", done.errors(), done.text());
        assert_eq!(state(&world, case).await, "incomplete");
        assert_eq!(world.signed_in(&stranger).await.get(&path).await.status, 404);
        assert_eq!(world.acts(case, &officer, measure(&[1], MeasureAction::Hide)).await.unwrap_err().key(), "refusal-not-now");
        let letters = world.letters_to(&owner.email).await;
        let letter = letters.iter().find(|l| l.text.contains("In the words of Harbour Market")).unwrap();
        for said in ["The name of the owner of the right", "Evidence", "In the words of Harbour Market", "> The owner in the scan is another company."] {
            assert!(letter.text.contains(said), "{said}: {}", letter.text);
        }

        let mut owner_at = world.signed_in(&owner).await;
        assert_eq!(owner_at.get(&path).await.status, 404, "the officer's page");
        let path = format!("/cases/{number}/completion");
        let page = owner_at.get(&path).await;
        assert!(page.text().contains("Harbour Market says:") && page.text().contains("another company"), "{}", page.text());
        assert_eq!(page.attributes("#f-owner", "value"), ["Aurel &amp; Finch".replace("&amp;", "&")]);
        let fields = [("owner", "Aurel & Finch Ltd"), ("declare-good_faith", "yes"), ("declare-authority", "yes")];
        let without = owner_at.upload(&path, &fields, &[]).await;
        assert_eq!(without.errors(), ["Add a file: Evidence"]);
        owner_at.get(&path).await;
        let done = owner_at.upload(&path, &fields, &[("paper-proof", "scan.png", b"\x89PNG\r\n\x1a\n2")]).await;
        assert_eq!(done.status, 303, "{:?} {}", done.errors(), done.text());
        assert_eq!(state(&world, case).await, "accepted");
        world.acts(case, &officer, measure(&[1], MeasureAction::Hide)).await.unwrap();
        is_sound(&world).await;
    }

    async fn one_letter_names_what_a_notice_against_two_sellers_lacks(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (case, number) = filed(&world, "cn-ecl-ip", &owner, market, None, |filing| {
            let mut second = filing.listings[0].clone();
            second.seller = "Brightway".into();
            second.item = "B1".into();
            filing.listings.push(second);
            filing.notice.papers.clear();
            for listing in &mut filing.listings {
                listing.url = String::new();
                listing.item = String::new();
            }
        }).await;
        let letters = world.letters_to(&owner.email).await;
        let missing: Vec<_> = letters.iter().filter(|l| l.subject.contains("missing")).collect();
        assert_eq!(missing.len(), 1);
        assert!(missing[0].text.contains("of listing 1") && missing[0].text.contains("of listing 2"), "{}", missing[0].text);
        assert_eq!(missing[0].text.matches("Evidence").count(), 1);
        let mut client = world.signed_in(&owner).await;
        let path = format!("/cases/{number}/completion");
        client.get(&path).await;
        let png = b"\x89PNG\r\n\x1a\n5";
        let files: [(&str, &str, &[u8]); 2] = [("paper-identity_proof", "a.png", png), ("paper-proof", "b.png", png)];
        let done = client.upload(&path, &[("place-1", "HM-1"), ("place-2", "HM-2"), DECLARED[0]], &files).await;
        assert_eq!(done.status, 303, "{:?}", done.errors());
        let mut officer_at = world.signed_in(&officer).await;
        let path = format!("/cases/{number}/send-back");
        let page = officer_at.get(&path).await;
        assert_eq!(page.attributes("input[name=track]", "value"), ["0", "1", "2"]);
        let done = officer_at.post(&path, &[("track", "0"), ("gaps", "number"), ("words", "No such number.")]).await;
        assert_eq!(done.status, 303, "{:?}", done.errors());
        let file = world.file(case).await;
        assert!(file.tracks.iter().all(|track| track.state == "defect"));
        is_sound(&world).await;
    }

    async fn a_counter_notice_is_sent_back_and_sent_again(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (case, number) = filed(&world, "us-dmca-512", &owner, market, Some(&seller), |_| {}).await;
        world.acts(case, &officer, measure(&[1], MeasureAction::Remove)).await.unwrap();
        world.acts(case, &seller, counter(&world, "us-dmca-512", 1)).await.unwrap();
        let path = format!("/cases/{number}/send-back");
        let mut client = world.signed_in(&officer).await;
        let page = client.get(&path).await;
        assert_eq!(page.heading(), "Send the counter-notice back");
        let done = client.post(&path, &[("gaps", "contact"), ("words", "There is no such street in Shenzhen.")]).await;
        assert_eq!(done.status, 303, "{:?} {}", done.errors(), done.text());
        assert_eq!(state(&world, case).await, "counter_incomplete");
        assert!(world.letters_to(&owner.email).await.last().unwrap().text.contains("sent the counter-notice of Yunhe Home back"));
        let letters = world.letters_to(&seller.email).await;
        let letter = letters.last().unwrap();
        assert!(letter.text.contains("no such street") && letter.text.contains(&format!("/cases/{number}/response")), "{}", letter.text);

        let mut seller_at = world.signed_in(&seller).await;
        let base = format!("/cases/{number}/response");
        let page = seller_at.get(&base).await;
        assert_eq!(page.select(".note--due li"), ["Name, postal address and telephone number of the seller"]);
        assert!(page.text().contains("no such street"));
        seller_at.post(&base, &[("choice", "dispute")]).await;
        let reasons = seller_at.get(&format!("{base}/reasons")).await;
        assert!(reasons.text().contains("We have a licence from the brand."), "the words of before: {}", reasons.text());
        let answer = [("ground", "licence"), ("statement", "We have a licence."), ("name", "Yunhe"), ("address", "2 Trade Road, Shenzhen"), ("phone", "+86 755 1"), ("do", "next")];
        let on = seller_at.post(&format!("{base}/reasons"), &answer).await;
        assert_eq!(on.status, 303, "{:?}", on.errors());
        seller_at.get(&on.location).await;
        let ticks = [("declare-mistake", "yes"), ("declare-jurisdiction", "yes"), ("declare-accept_service", "yes"), ("do", "next")];
        let on = seller_at.post(&on.location, &ticks).await;
        seller_at.get(&on.location).await;
        let draft = seller_at.hidden().get("draft").unwrap().clone();
        let sent = seller_at.post(&on.location, &[("draft", &draft)]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        assert_eq!(state(&world, case).await, "window");
        assert!(seller_at.get(&base).await.select(".note--due li").is_empty());
        is_sound(&world).await;
    }

    async fn the_days_of_a_delay_do_not_count_and_the_other_side_is_told(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (case, number) = filed(&world, "cn-ecl-ip", &owner, market, Some(&seller), |_| {}).await;
        world.acts(case, &officer, measure(&[1], MeasureAction::Hide)).await.unwrap();
        // The seller's own time can get longer, once.
        let mut seller_at = world.signed_in(&seller).await;
        let time = format!("/cases/{number}/response/time");
        let page = seller_at.get(&time).await;
        assert!(page.text().contains("The rules add 3 working days"), "{}", page.text());
        let clock = seller_at.hidden().get("clock").unwrap().clone();
        assert_eq!(seller_at.post(&time, &[("clock", &clock), ("reason", "Fair")]).await.status, 303);
        world.acts(case, &seller, counter(&world, "cn-ecl-ip", 1)).await.unwrap();
        let before = world.file(case).await.running(1, "holder").unwrap().clone();
        world.advance(jiff::SignedDuration::from_hours(24 * 7));

        let path = format!("/cases/{number}/delay");
        let mut client = world.signed_in(&owner).await;
        assert!(client.get(&format!("/cases/{number}")).await.attributes("main a", "href").contains(&path));
        let page = client.get(&path).await;
        assert!(page.text().contains("20 working days"), "{}", page.text());
        let none = client.upload(&path, &[], &[]).await;
        assert_eq!(none.errors().len(), 3, "{:?}", none.errors());
        client.get(&path).await;
        let fields = [("proof", "Notarised power of attorney"), ("reason", "The notary needs two weeks.")];
        let done = client.upload(&path, &fields, &[("receipt", "receipt.png", b"\x89PNG\r\n\x1a\n3")]).await;
        assert_eq!(done.status, 303, "{:?} {}", done.errors(), done.text());
        let stopped = world.file(case).await.running(1, "holder").unwrap().clone();
        assert!(stopped.due_at > before.due_at);
        let letters = world.letters_to(&seller.email).await;
        let letter = letters.iter().find(|l| l.subject.contains("stand still")).expect("the seller is told");
        for said in ["the days stand still since Mon 9 March 2026", "no longer than 20 working days in all", "> The notary needs two weeks."] {
            assert!(letter.text.contains(said), "{said}: {}", letter.text);
        }
        let deadline = format!("/cases/{number}/deadlines/{}", stopped.no);
        let mut seller_at = world.signed_in(&seller).await;
        let shown = seller_at.get(&deadline).await;
        assert!(shown.text().contains("The days stand still since Mon 9 March 2026: delay by notarisation"), "{}", shown.text());
        let case_page = seller_at.get(&format!("/cases/{number}")).await.text();
        assert!(case_page.contains("Days stand still") && case_page.contains("days do not count while the delay lasts"), "{case_page}");
        assert_eq!(client.get(&path).await.status, 409, "they stand still already");
        assert_eq!(seller_at.get(&path).await.status, 404, "the rights holder's page");

        world.advance(jiff::SignedDuration::from_hours(24 * 3));
        let over = format!("{path}/over");
        let mut client = world.signed_in(&owner).await;
        assert!(client.get(&format!("/cases/{number}")).await.attributes("main a", "href").contains(&over));
        client.get(&over).await;
        let done = client.post(&over, &[]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let went_on = world.file(case).await.running(1, "holder").unwrap().clone();
        assert_eq!(went_on.due_at.duration_since(before.due_at).as_hours(), 24 * 3, "three days do not count");
        let letters = world.letters_to(&seller.email).await;
        assert!(letters.last().unwrap().text.contains("3 days of delay do not count"), "{}", letters.last().unwrap().text);
        let shown = client.get(&deadline).await.text();
        assert!(shown.contains("Not counted: Mon 9 March 2026 to Wed 11 March 2026, delay by notarisation"), "{shown}");
        is_sound(&world).await;
        world.passes(case, "holder").await;
        assert_eq!(state(&world, case).await, "restored");
    }

    async fn a_court_order_holds_a_case_until_its_outcome(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let manager = world.manager("lucia").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (case, number) = filed(&world, "cn-ecl-ip", &owner, market, Some(&seller), |_| {}).await;
        let path = format!("/cases/{number}/court-order");
        let mut client = world.signed_in(&officer).await;
        assert_eq!(client.get(&path).await.status, 409, "nothing to hold yet");
        world.acts(case, &officer, measure(&[1], MeasureAction::Remove)).await.unwrap();
        assert!(client.get(&format!("/cases/{number}")).await.attributes("main a", "href").contains(&path));
        client.get(&path).await;
        assert_eq!(client.upload(&path, &[], &[]).await.errors().len(), 6);
        client.get(&path).await;
        let fields = [("court", "Hangzhou Internet Court"), ("number", "(2026) Zhe 0192 No. 7"), ("ordered-day", "1"), ("ordered-month", "3"), ("ordered-year", "2026"), ("measure", "restore"), ("detail", "The listing comes back until judgment.")];
        let done = client.upload(&path, &fields, &[("copy", "order.png", b"\x89PNG\r\n\x1a\n4")]).await;
        assert_eq!(done.status, 303, "{:?} {}", done.errors(), done.text());
        assert_eq!(state(&world, case).await, "court_held");
        let file = world.file(case).await;
        assert!(file.running_clocks().iter().all(|clock| clock.target), "only goals run on");
        assert!(client.get("/takedowns").await.text().contains("Lamp A1"), "the order waits in the queue");
        for person in [&owner, &seller] {
            let letters = world.letters_to(&person.email).await;
            let letter = letters.iter().find(|l| l.subject.contains("court order")).expect("told");
            assert!(letter.text.contains("> The listing comes back until judgment."), "{}", letter.text);
            assert_eq!(world.signed_in(person).await.get(&path).await.status, 404);
        }
        let mut registry = world.signed_in(&manager).await;
        let case_page = registry.get(&format!("/cases/{number}")).await.text();
        assert!(case_page.contains("Order of a court") && case_page.contains("The listing comes back until judgment."), "{case_page}");
        let outcome = format!("/cases/{number}/action/outcome");
        registry.get(&outcome).await;
        let done = registry.post(&outcome, &[("result", "keep_down"), ("detail", "Judgment of 1 May")]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert_eq!(state(&world, case).await, "upheld");
        is_sound(&world).await;
    }

    async fn a_date_that_rests_on_an_unknown_calendar_is_counted_again_when_it_is_published(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        // Fifteen days from 20 December 2026 end on Monday 4 January 2027: no calendar of China says yet what that is.
        world.until("2026-12-16T02:00:00Z".parse().unwrap());
        let (case, number) = filed(&world, "cn-ecl-ip", &owner, market, Some(&seller), |_| {}).await;
        world.acts(case, &officer, measure(&[1], MeasureAction::Remove)).await.unwrap();
        world.until("2026-12-20T02:00:00Z".parse().unwrap());
        world.acts(case, &seller, counter(&world, "cn-ecl-ip", 1)).await.unwrap();
        world.work().await;
        let before = world.file(case).await;
        let clock = before.running(1, "holder").unwrap();
        assert!(clock.provisional, "{:?}", clock.derivation);
        assert_eq!(clock.due_at.to_string(), "2027-01-04T15:59:59Z");

        let text = include_str!("../procedures/calendars/cn.toml")
            .replace("version = \"2026.2\"", "version = \"2027.1\"")
            .replace("known_until = \"2026-12-31\"", "known_until = \"2027-12-31\"")
            + "\n[[year]]\nyear = 2027\nsource = \"of this test\"\noff = [\n  { on = \"2027-01-01\", name = \"new-year\" },\n  { on = \"2027-01-02\", name = \"new-year\" },\n  { on = \"2027-01-03\", name = \"new-year\" },\n  { on = \"2027-01-04\", name = \"new-year\" },\n]\n";
        let mut newer = world.second_process().await;
        let calendar = redress::domain::procedures::Calendar::parse("cn", &text).unwrap();
        Arc::get_mut(&mut newer).unwrap().calendars.replace(calendar);
        redress::jobs::run_until_idle(&newer).await.unwrap();
        let after = world.file(case).await;
        let clock = after.running(1, "holder").unwrap();
        assert!(!clock.provisional && after.version == before.version + 1);
        assert_eq!(clock.due_at.to_string(), "2027-01-05T15:59:59Z", "the first day that is not a holiday");
        assert_eq!(clock.derivation.calendar_version.as_deref(), Some("2027.1"));
        redress::jobs::run_until_idle(&newer).await.unwrap();
        assert_eq!(world.file(case).await.version, after.version, "once");
        let timeline = world.signed_in(&owner).await.get(&format!("/cases/{number}/timeline")).await;
        assert!(timeline.text().contains("was counted again"), "{}", timeline.text());
        is_sound(&world).await;
    }
}

/// What the operator set is shown, counted with, and kept by the case.
async fn set_numbers_hold(world: World) {
    let owner = world.person("owner", "Aurel & Finch").await;
    let seller = world.person("seller", "Yunhe Home").await;
    let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
    let rules = world.stranger().get("/rules/us-dmca-512").await.text();
    assert!(
        rules.contains(
            "The operator of this service set this length; without it 10 working days would hold"
        ),
        "{rules}"
    );
    assert!(
        rules.contains("12 working days") && rules.contains("Los Angeles time"),
        "{rules}"
    );
    let (case, number) = filed(
        &world,
        "us-dmca-512",
        &owner,
        market,
        Some(&seller),
        |filing| filing.notice.right.proof = vec![paper()],
    )
    .await;
    world
        .acts(case, &officer, measure(&[1], MeasureAction::Remove))
        .await
        .unwrap();
    world
        .acts(case, &seller, counter(&world, "us-dmca-512", 1))
        .await
        .unwrap();
    let clock = world
        .file(case)
        .await
        .running(1, "restore")
        .unwrap()
        .clone();
    assert_eq!(clock.derivation.length.n, 12);
    let mut client = world.signed_in(&seller).await;
    let shown = client
        .get(&format!("/cases/{number}/deadlines/{}", clock.no))
        .await
        .text();
    assert!(shown.contains("12 working days, counted from"), "{shown}");
    assert!(
        shown.contains("set by the operator of this service; the procedure allows 10 working days to 13 working days"),
        "{shown}"
    );
    let letters = world.letters_to(&owner.email).await;
    let told = letters.iter().any(|l| l.text.contains("12 working days"));
    assert!(told, "the letter counts with it too");
    is_sound(&world).await;
}

fn set(config: &mut redress::config::Config) {
    let procedure = Procedure {
        zone: Some("America/Los_Angeles".into()),
        params: [("restore_after".to_owned(), 12)].into(),
    };
    config.procedures = [("us-dmca-512".to_owned(), procedure)].into();
}

#[actix_web::test]
async fn numbers_that_the_operator_set_hold_on_sqlite() {
    set_numbers_hold(World::sqlite_with(set).await).await;
}

#[actix_web::test]
async fn numbers_that_the_operator_set_hold_on_postgres() {
    match World::postgres_with(set).await {
        Some(world) => set_numbers_hold(world).await,
        None => eprintln!("skipped: REDRESS_TEST_POSTGRES is not set"),
    }
}

#[actix_web::test]
async fn a_number_outside_of_its_range_stops_the_start_and_says_what_to_write() {
    let world = World::sqlite().await;
    let mut config = world.app.config.clone();
    let procedure = Procedure {
        zone: None,
        params: [("restore_after".to_owned(), 14)].into(),
    };
    config.procedures = [("us-dmca-512".to_owned(), procedure)].into();
    let clock = Arc::new(ManualClock::at(world.app.now()));
    let refused = App::build_with(config, clock, Arc::new(SeededEntropy::new(1)))
        .await
        .unwrap_err()
        .to_string();
    assert!(
        refused.contains("procedures.us-dmca-512.restore_after: choose between 10 and 13"),
        "{refused}"
    );
}
