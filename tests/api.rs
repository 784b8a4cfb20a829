//! The JSON interface as programs meet it.

use crate::support::client::Page;
use crate::support::stories::measure;
use crate::support::{Person, World};
use actix_web::test::TestRequest;
use redress::domain::ids::OrganisationId;
use redress::domain::log::{Key, Leaf, Receipt, event_digest};
use redress::domain::notices::{MeasureAction, MeasureValue, NewListing, NewSeller};
use redress::services::accounts::{create_key, list_keys, revoke_key};
use redress::storage::cases;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const ALL: [&str; 4] = ["cases", "notices", "measures", "evidence"];

async fn key(
    world: &World,
    person: &Person,
    of: Option<OrganisationId>,
    scopes: &[&str],
) -> String {
    create_key(&world.app, person.id, of, "a program".into(), scopes)
        .await
        .unwrap()
}

async fn ask(world: &World, request: TestRequest, key: &str) -> Page {
    let request = request.insert_header(("Authorization", format!("Bearer {key}")));
    world.stranger().send(request).await
}

async fn get(world: &World, path: &str, key: &str) -> Page {
    ask(world, TestRequest::get().uri(path), key).await
}

async fn post(world: &World, path: &str, key: &str, once: &str, body: &Value) -> Page {
    let mut request = TestRequest::post()
        .uri(path)
        .insert_header(("Content-Type", "application/json"))
        .set_payload(body.to_string());
    if !once.is_empty() {
        request = request.insert_header(("Idempotency-Key", once));
    }
    ask(world, request, key).await
}

async fn upload(world: &World, path: &str, key: &str, once: &str, kind: &str, body: &[u8]) -> Page {
    let request = TestRequest::post()
        .uri(path)
        .insert_header(("Content-Type", kind))
        .insert_header(("Idempotency-Key", once))
        .set_payload(body.to_vec());
    ask(world, request, key).await
}

fn said(page: &Page) -> Value {
    serde_json::from_slice(&page.body).unwrap_or_else(|e| panic!("{e}: {}", page.text()))
}

/// That an answer is a problem as RFC 9457 has it, of a status.
fn is_problem(page: &Page, status: u16) -> Value {
    assert_eq!(page.status, status, "{}", page.text());
    assert_eq!(page.headers["content-type"], "application/problem+json");
    let problem = said(page);
    assert_eq!(problem["status"], status);
    assert!(
        problem["title"].is_string()
            && problem["detail"].is_string()
            && problem["type"].is_string()
    );
    problem
}

fn notice(world: &World, items: &[&str]) -> Value {
    let declarations: Vec<String> = world
        .declared("us-dmca-512", "notice")
        .into_iter()
        .map(|d| d.id)
        .collect();
    let listings: Vec<Value> = items
        .iter()
        .map(|item| json!({ "url": format!("https://harbour.example/{item}"), "item": item, "seller": "Yunhe Home", "seller_email": "seller@shop.example", "wrong": "Our mark" }))
        .collect();
    json!({
        "procedure": "us-dmca-512", "language": "en",
        "right": { "kind": "trade-mark", "number": "018 234 567", "territory": "US", "owner": "Aurel & Finch" },
        "statement": "They use our mark. 他们使用了我们的商标。", "asked": "remove", "declarations": declarations,
        "marketplace": "harbour", "listings": listings
    })
}

fn decision(case: &Value, listings: &[u32], carried_out: bool) -> Value {
    json!({ "case": case, "listings": listings, "action": "hide", "carried_out": carried_out,
        "reasons": { "ground": "Terms, section 4", "facts": "The title uses the mark.", "territory": "", "automated": true } })
}

/// That an answer has exactly the form that the description gives it.
fn fits(all: &Value, schema: &Value, answer: &Value, at: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        let name = name.rsplit('/').next().unwrap();
        return fits(all, &all["components"]["schemas"][name], answer, at);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let of_kind = |choice: &&Value| (choice["type"] == "null") == answer.is_null();
        return fits(all, choices.iter().find(of_kind).unwrap(), answer, at);
    }
    let kind = match answer {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let kinds = schema["type"].as_array().cloned();
    let kinds = kinds.unwrap_or_else(|| vec![schema["type"].clone()]);
    assert!(
        kinds.contains(&json!(kind)),
        "{at} is {kind}, described as {kinds:?}"
    );
    if let (Some(items), Some(list)) = (schema.get("items"), answer.as_array()) {
        for (index, item) in list.iter().enumerate() {
            fits(all, items, item, &format!("{at}[{index}]"));
        }
    }
    if let (Some(properties), Some(answer)) = (schema["properties"].as_object(), answer.as_object())
    {
        let described: BTreeSet<&String> = properties.keys().collect();
        assert_eq!(answer.keys().collect::<BTreeSet<_>>(), described, "{at}");
        for (name, value) in answer {
            fits(all, &properties[name], value, &format!("{at}.{name}"));
        }
    }
}

/// The same, of the success of an operation.
async fn is_as_described(world: &World, path: &str, method: &str, page: &Page) {
    let all = said(&world.stranger().get("/api/openapi.json").await);
    let code = page.status.to_string();
    let content = &all["paths"][path][method]["responses"][&code]["content"];
    fits(
        &all,
        &content["application/json"]["schema"],
        &said(page),
        path,
    );
}

on_both! {
    async fn a_marketplace_reads_its_own_part_of_a_case_with_two(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (harbour, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (summit, other) = world.marketplace("summit", "Summit Market").await;
        let mut filing = world.notice("us-dmca-512", &owner, harbour, &["A1"], None);
        let second = world.notice("us-dmca-512", &owner, summit, &["B1"], None);
        filing.marketplaces.extend(second.marketplaces);
        filing.listings.extend(second.listings.into_iter().map(|listing| NewListing { seller: "Another seller".into(), ..listing }));
        filing.sellers.push(NewSeller {
            name: "Another seller".into(), email: String::new(), country: "CN".into(), language: "en".into(), zone: "UTC".into(), account: None,
        });
        let filed = world.files(&owner, filing).await.unwrap();
        let path = format!("/api/v1/cases/{}", filed.receipt.number);
        for (person, market, own, strange) in [(&officer, harbour, "A1", "B1"), (&other, summit, "B1", "A1")] {
            let key = key(&world, person, Some(market), &ALL).await;
            let read = get(&world, &path, &key).await;
            is_as_described(&world, "/api/v1/cases/{number}", "get", &read).await;
            let read = said(&read);
            let items: Vec<_> = read["listings"].as_array().unwrap().iter().map(|l| l["item"].as_str().unwrap()).collect();
            assert_eq!(items, [own], "{read}");
            assert_eq!((read["tracks"].as_array().unwrap().len(), read["parties"].as_array().unwrap().len()), (1, 3), "{read}");
            assert!(!read.to_string().contains(strange), "{read}");
        }
        let owners = key(&world, &owner, None, &ALL).await;
        let read = said(&get(&world, &path, &owners).await);
        assert_eq!((read["listings"].as_array().unwrap().len(), read["parties"].as_array().unwrap().len()), (2, 5), "{read}");
    }

    async fn a_case_is_read_as_it_is_described_at_its_end_too(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        let path = format!("/api/v1/cases/{}", hearing.number);
        let sellers = key(&world, &hearing.seller, None, &ALL).await;
        let read = get(&world, &path, &sellers).await;
        is_as_described(&world, "/api/v1/cases/{number}", "get", &read).await;
        let read = said(&read);
        assert_eq!(read["tracks"][0]["answer"]["statement"], "We have a licence from the brand.", "{read}");
        assert_eq!(read["statement"], "They use our mark HALO on lamps. 他们使用了我们的商标。");
        assert!(!read.to_string().contains("Yunhe"), "the other seller: {read}");
        let arbitrators = key(&world, &hearing.arbitrator, None, &ALL).await;
        let read = get(&world, &path, &arbitrators).await;
        assert_eq!(read.status, 200, "{}", read.text());
        assert_eq!(said(&read)["obligations"], json!([]));
    }

    async fn programs_file_decide_confirm_read_and_prove(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (_, stranger) = world.marketplace("summit", "Summit Market").await;
        let owners = key(&world, &owner, None, &ALL).await;
        let officers = key(&world, &officer, Some(market), &ALL).await;
        let others = key(&world, &stranger, None, &ALL).await;

        // The same key with the same request gets the same answer; with another it is refused.
        let body = notice(&world, &["A1", "A2"]);
        let filed = post(&world, "/api/v1/notices", &owners, "n-1", &body).await;
        assert_eq!(filed.status, 201, "{}", filed.text());
        is_as_described(&world, "/api/v1/notices", "post", &filed).await;
        let again = post(&world, "/api/v1/notices", &owners, "n-1", &body).await;
        assert_eq!((again.status, &again.body), (201, &filed.body));
        assert_eq!(again.headers["idempotent-replay"], "true");
        let other = notice(&world, &["A3"]);
        is_problem(&post(&world, "/api/v1/notices", &owners, "n-1", &other).await, 422);
        let case = said(&filed)["receipt"]["case"].clone();
        let number = case.as_str().unwrap().to_owned();
        let path = format!("/api/v1/cases/{number}");

        // The receipt that anybody can check, with the entry for whoever may read it.
        let proof = format!("{path}/entries/{}/receipt", said(&filed)["receipt"]["entry"]);
        let early = get(&world, &proof, &owners).await;
        assert_eq!((early.status, &*early.headers["retry-after"]), (503, "2"), "nothing signs here yet");
        world.work().await;
        let issued = get(&world, &proof, &owners).await;
        is_as_described(&world, "/api/v1/cases/{number}/entries/{no}/receipt", "get", &issued).await;
        let issued = said(&issued);
        let log_key = Key::parse(&world.stranger().get("/log/2026/key").await.text()).unwrap();
        let receipt = Receipt::parse(issued["proof"].as_str().unwrap()).unwrap();
        let line = issued["leaf"].as_str().unwrap();
        assert!(receipt.verify(line, &log_key).is_ok(), "{issued}");
        let salt = hex::decode(issued["salt"].as_str().unwrap()).unwrap().try_into().unwrap();
        assert_eq!(event_digest(&salt, issued["record"].as_str().unwrap()), Leaf::parse(line).unwrap().event);
        is_problem(&get(&world, &format!("{path}/entries/99/receipt"), &owners).await, 404);
        is_problem(&get(&world, &proof, &others).await, 404);

        // What waits for the marketplace, and for nobody else.
        let waits = get(&world, "/api/v1/measures?ordered=decide", &officers).await;
        is_as_described(&world, "/api/v1/measures", "get", &waits).await;
        let waits = said(&waits);
        assert_eq!(waits["measures"].as_array().unwrap().len(), 2, "{waits}");
        assert!(said(&get(&world, "/api/v1/measures", &others).await)["measures"].as_array().unwrap().is_empty());
        let missing = decision(&json!("IP-2026-999999"), &[1], false);
        let real = decision(&case, &[1], false);
        let theirs = post(&world, "/api/v1/measures", &others, "", &real).await;
        assert_eq!(is_problem(&theirs, 404), is_problem(&post(&world, "/api/v1/measures", &others, "", &missing).await, 404));
        is_problem(&post(&world, "/api/v1/measures", &owners, "", &real).await, 404);
        assert_eq!(is_problem(&get(&world, &path, &others).await, 404), is_problem(&get(&world, "/api/v1/cases/IP-2026-999999", &others).await, 404));

        // Ordered, then carried out; a reason is needed; done twice is told.
        let mut bare = real.clone();
        bare["reasons"]["ground"] = json!(" ");
        let problem = is_problem(&post(&world, "/api/v1/measures", &officers, "m-0", &bare).await, 409);
        assert_eq!(problem["code"], "refusal-missing-ground");
        let ordered = post(&world, "/api/v1/measures", &officers, "m-0", &real).await;
        assert_eq!(ordered.status, 200, "a refused request leaves its key free: {}", ordered.text());
        is_as_described(&world, "/api/v1/measures", "post", &ordered).await;
        let waits = said(&get(&world, "/api/v1/measures?ordered=hide", &officers).await);
        assert_eq!(waits["measures"][0]["ordered"], "hide");
        let confirm = json!({ "case": case, "listings": [1] });
        assert_eq!(post(&world, "/api/v1/measures/carried-out", &officers, "c-1", &confirm).await.status, 200);
        let twice = post(&world, "/api/v1/measures/carried-out", &officers, "c-2", &confirm).await;
        assert_eq!(is_problem(&twice, 409)["code"], "refusal-already-done");
        assert_eq!(is_problem(&post(&world, "/api/v1/measures", &officers, "m-9", &decision(&case, &[1], true)).await, 409)["code"], "refusal-already-done");
        let unknown = json!({ "case": case, "listings": [77] });
        is_problem(&post(&world, "/api/v1/measures/carried-out", &officers, "c-3", &unknown).await, 409);

        // Evidence: the bytes, once for a key, refused with other words under the same key.
        let file = format!("{path}/evidence?name=proof.txt&kind=registration&title=The+register");
        let proof = upload(&world, &file, &owners, "e-1", "text/plain", b"Registration").await;
        assert_eq!(proof.status, 201, "{}", proof.text());
        is_as_described(&world, "/api/v1/cases/{number}/evidence", "post", &proof).await;
        assert_eq!(upload(&world, &file, &owners, "e-1", "text/plain", b"Registration").await.body, proof.body);
        is_problem(&upload(&world, &file, &owners, "e-1", "text/plain", b"Other bytes").await, 422);
        is_problem(&upload(&world, &format!("{file}&claim=1"), &owners, "e-1", "text/plain", b"Registration").await, 422);
        is_problem(&upload(&world, &file, &owners, "e-2", "multipart/form-data; boundary=x", b"--x--").await, 415);
        is_problem(&upload(&world, &file, &owners, "e-3", "text/plain", b"").await, 422);
        is_problem(&upload(&world, &format!("{path}/evidence?name=a&kind=nonsense"), &owners, "e-4", "text/plain", b"x").await, 422);
        is_problem(&upload(&world, &file, &others, "e-5", "text/plain", b"x").await, 404);
        let read = said(&get(&world, &path, &owners).await);
        assert_eq!(read["exhibits"].as_array().unwrap().len(), 1);
        assert_eq!((read["exhibits"][0]["label"].as_str(), read["exhibits"][0]["title"].as_str()), (Some("C-1"), Some("The register")));
        assert_eq!((read["listings"][0]["measure"].as_str(), read["you"].as_str()), (Some("hidden"), Some("claimant")));
    }

    async fn a_program_takes_every_measure_and_says_why(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let owners = key(&world, &owner, None, &ALL).await;
        let officers = key(&world, &officer, Some(market), &ALL).await;
        let body = notice(&world, &["A1", "A2", "A3", "A4", "A5"]);
        let filed = said(&post(&world, "/api/v1/notices", &owners, "", &body).await);
        let case = filed["receipt"]["case"].clone();
        let number = case.as_str().unwrap();
        let id = world.case_of(number).await.unwrap();
        for (no, action, value) in [
            (1, "hide", MeasureValue::Hidden),
            (2, "remove", MeasureValue::Removed),
            (3, "restrict", MeasureValue::Restricted),
            (4, "refuse", MeasureValue::Refused),
            (1, "restore", MeasureValue::Restored),
        ] {
            let facts = format!("Why we {action} it: 灯.");
            let decide = json!({ "case": case, "listings": [no], "action": action, "carried_out": true,
                "reasons": { "ground": "Terms, section 4", "facts": facts, "territory": "DE", "automated": true } });
            let done = post(&world, "/api/v1/measures", &officers, "", &decide).await;
            assert_eq!(done.status, 200, "{action}: {}", done.text());
            let file = world.file(id).await;
            let listing = file.listing(no).unwrap();
            assert_eq!((listing.measure, &listing.order), (value, &None), "{action}");
            let reasons = listing.reasons.as_ref().unwrap();
            assert_eq!((reasons.ground.as_str(), &reasons.facts), ("Terms, section 4", &facts), "{action}");
            assert_eq!((reasons.territory.as_str(), reasons.automated), ("DE", true), "{action}");
            let again = post(&world, "/api/v1/measures", &officers, "", &decide).await;
            assert_eq!(is_problem(&again, 409)["code"], "refusal-already-done", "{action}");
        }
        let read = said(&get(&world, &format!("/api/v1/cases/{number}"), &owners).await);
        let measures: Vec<_> = read["listings"].as_array().unwrap().iter().map(|l| l["measure"].clone()).collect();
        assert_eq!(measures, ["restored", "removed", "restricted", "refused", "live"]);
    }

    async fn every_error_is_a_problem_with_its_status(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let owners = key(&world, &owner, None, &ALL).await;
        let narrow = key(&world, &owner, None, &["cases"]).await;
        is_problem(&world.stranger().get("/api/v1/measures").await, 401);
        let denied = get(&world, "/api/v1/measures", "no-such-key").await;
        is_problem(&denied, 401);
        assert_eq!(denied.headers["www-authenticate"], "Bearer");
        is_problem(&get(&world, "/api/v1/measures", &narrow).await, 403);
        is_problem(&get(&world, "/api/v1/nothing", &owners).await, 404);
        is_problem(&get(&world, "/api/v1/cases/not-a-number", &owners).await, 404);
        let wrong = ask(&world, TestRequest::delete().uri("/api/v1/notices"), &owners).await;
        is_problem(&wrong, 405);
        assert_eq!(wrong.headers["allow"], "POST");
        is_problem(&ask(&world, TestRequest::get().uri("/api/v1/cases/IP-2026-000001/evidence"), &owners).await, 405);
        let send = |kind: &'static str, body: Vec<u8>| TestRequest::post().uri("/api/v1/notices").insert_header(("Content-Type", kind)).set_payload(body);
        is_problem(&ask(&world, send("application/json", vec![b' '; 3 << 20]), &owners).await, 413);
        is_problem(&ask(&world, send("text/plain", b"{}".to_vec()), &owners).await, 415);
        is_problem(&ask(&world, send("application/json", b"{ not json".to_vec()), &owners).await, 400);
        is_problem(&ask(&world, send("application/json", vec![b'"', 0xff, b'"']), &owners).await, 400);
        is_problem(&ask(&world, send("application/json", b"{}".to_vec()), &owners).await, 422);
        is_problem(&ask(&world, send("application/json", b"{}".to_vec()).insert_header(("Idempotency-Key", "x".repeat(201))), &owners).await, 400);

        for (field, value, what) in [
            ("statement", json!(""), "statement"),
            ("statement", json!("x".repeat(20_001)), "statement"),
            ("statement", json!("a\u{1b}b"), "control"),
            ("language", json!("xx"), "language"),
            ("procedure", json!("consumer-odr"), "procedure"),
            ("marketplace", json!("nowhere"), "marketplace"),
            ("declarations", json!([]), "declaration"),
            ("asked", json!("explode"), "explode"),
            ("extra", json!(1), "extra"),
            ("listings", json!([{ "title": "no handle" }]), "Listing 0"),
            ("listings", json!([{ "url": "ftp://x.example/1" }]), "Listing 0"),
            ("listings", json!([{ "item": "1", "seller_email": "nobody" }]), "Listing 0"),
        ] {
            let mut body = notice(&world, &["A1"]);
            body[field] = value;
            let problem = is_problem(&post(&world, "/api/v1/notices", &owners, "", &body).await, 422);
            assert!(problem["detail"].as_str().unwrap().contains(what), "{field}: {problem}");
        }
        let empty = { let mut body = notice(&world, &["A1"]); body["listings"] = json!([]); body };
        is_problem(&post(&world, "/api/v1/notices", &owners, "", &empty).await, 409);

        // A key that was taken back, and the key of an account that left the marketplace.
        let revoked = key(&world, &officer, Some(market), &ALL).await;
        assert_eq!(get(&world, "/api/v1/measures", &revoked).await.status, 200);
        let hash = list_keys(&world.app, officer.id).await.unwrap()[0].hash.clone();
        revoke_key(&world.app, officer.id, hash).await.unwrap();
        is_problem(&get(&world, "/api/v1/measures", &revoked).await, 401);
    }

    async fn the_key_of_one_marketplace_does_nothing_for_another(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (harbour, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (summit, _) = world.marketplace("summit", "Summit Market").await;
        // One person works for both; the key was made for one of them.
        let (id, now) = (officer.id, world.app.now());
        world.app.store.write(move |tx| redress::storage::accounts::insert_membership(tx, &redress::storage::accounts::MembershipRow {
            organisation_id: summit, account_id: id, role: "officer".into(), since_at: now,
        })).await.unwrap();
        let filed = world.files(&owner, world.notice("us-dmca-512", &owner, harbour, &["A1"], None)).await.unwrap();
        let case = json!(filed.receipt.number.as_str());
        let summits = key(&world, &officer, Some(summit), &ALL).await;
        assert!(said(&get(&world, "/api/v1/measures", &summits).await)["measures"].as_array().unwrap().is_empty());
        is_problem(&get(&world, &format!("/api/v1/cases/{}", filed.receipt.number), &summits).await, 404);
        is_problem(&post(&world, "/api/v1/measures", &summits, "", &decision(&case, &[1], true)).await, 404);
        let harbours = key(&world, &officer, Some(harbour), &ALL).await;
        assert_eq!(post(&world, "/api/v1/measures", &harbours, "", &decision(&case, &[1], true)).await.status, 200);
    }

    async fn a_sender_does_not_learn_of_an_earlier_case_of_somebody_else(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let rival = world.person("rival", "Rival Brands").await;
        world.marketplace("harbour", "Harbour Market").await;
        let owners = key(&world, &owner, None, &ALL).await;
        let rivals = key(&world, &rival, None, &ALL).await;
        let first = said(&post(&world, "/api/v1/notices", &owners, "1", &notice(&world, &["A1"])).await);
        let number = first["receipt"]["case"].as_str().unwrap().to_owned();

        let own = post(&world, "/api/v1/notices", &owners, "2", &notice(&world, &["A1"])).await;
        assert!(is_problem(&own, 409)["detail"].as_str().unwrap().contains(&number), "who takes part is told where to go on");
        let other = post(&world, "/api/v1/notices", &rivals, "3", &notice(&world, &["A1"])).await;
        assert_eq!(is_problem(&other, 409)["code"], "refusal-duplicate");
        assert!(!other.text().contains(&number), "{}", other.text());
        let part = post(&world, "/api/v1/notices", &rivals, "4", &notice(&world, &["A1", "A2"])).await;
        assert_eq!(part.status, 201, "{}", part.text());
        assert_eq!(said(&part)["left_out"], json!([{ "index": 0, "case": null }]));
        assert!(!part.text().contains(&number), "{}", part.text());
        let own = said(&post(&world, "/api/v1/notices", &owners, "5", &notice(&world, &["A1", "A3"])).await);
        assert_eq!(own["left_out"], json!([{ "index": 0, "case": number }]));
    }

    async fn one_request_sent_by_two_at_once_is_one_case(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        world.marketplace("harbour", "Harbour Market").await;
        let owners = key(&world, &owner, None, &ALL).await;
        let body = notice(&world, &["A1"]);
        let (one, two) = tokio::join!(
            post(&world, "/api/v1/notices", &owners, "k", &body),
            post(&world, "/api/v1/notices", &owners, "k", &body)
        );
        assert_eq!((one.status, two.status), (201, 201), "{}{}", one.text(), two.text());
        assert_eq!(said(&one)["receipt"], said(&two)["receipt"]);
        assert_eq!(world.app.store.read(|tx| cases::list_ids(tx, None, 10)).await.unwrap().len(), 1);
    }

    async fn a_seller_reads_its_own_part_of_a_case_only(world) {
        let hearing = world.hearing().await;
        let sellers = key(&world, &hearing.seller, None, &ALL).await;
        let page = get(&world, &format!("/api/v1/cases/{}", hearing.number), &sellers).await;
        let read = said(&page);
        assert_eq!((read["tracks"].as_array().unwrap().len(), read["listings"].as_array().unwrap().len()), (1, 1));
        assert!(!page.text().contains("Yunhe") && !page.text().contains("B1"), "{}", page.text());
        world.acts(hearing.case, &hearing.officer, measure(&[2], MeasureAction::Hide)).await.unwrap();
        assert_eq!(said(&get(&world, &format!("/api/v1/cases/{}", hearing.number), &sellers).await)["listings"], read["listings"]);
    }
}

#[test]
fn the_description_names_every_route_and_no_other() {
    let description = redress::web::api::description();
    let mut described = BTreeSet::new();
    for (path, operations) in description["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            assert!(
                operation["responses"]
                    .as_object()
                    .unwrap()
                    .contains_key("default"),
                "{path}"
            );
            assert!(
                operation["summary"].is_string() && operation["security"][0]["token"].is_array(),
                "{path}"
            );
            described.insert((path.clone(), method.to_uppercase()));
        }
    }
    let declared: BTreeSet<(String, String)> = crate::endpoints::declared()
        .into_iter()
        .filter(|route| route.path.starts_with("/api/v1/") && route.method != "ANY")
        .map(|route| (route.path, route.method))
        .collect();
    assert_eq!(described, declared);
    // Every part that is pointed at is there.
    let text = description.to_string();
    for rest in text.split("\"$ref\":\"#").skip(1) {
        let pointer = rest.split('"').next().unwrap();
        assert!(
            description.pointer(pointer).is_some(),
            "{pointer} is missing"
        );
    }
}
