//! What every address of the service answers to everybody, as a table that reviewers see change. The
//! routes are read from the source, so that none can be left out of the table.

use crate::support::World;
use crate::support::client::{Client, Page};
use actix_web::test::TestRequest;
use redress::domain::acts::Act;
use redress::domain::complaints;
use redress::domain::parties::MandateScope;
use redress::services::accounts::create_key;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::SocketAddr;
use std::path::Path;

/// A declared route.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// With its placeholders
    pub path: String,
    /// In capitals; `ANY` for every other
    pub method: String,
}

/// Somebody who asks.
struct Asker {
    name: &'static str,
    client: Client,
    key: Option<String>,
    place: u8,
    asked: u16,
    /// Whether the two cases of the table are this person's
    in_notice: bool,
    in_complaint: bool,
    in_matter: bool,
}

/// Routes whose form without fields does something: sent without a token only.
const ACTS_ON_NOTHING: [&str; 9] = [
    "/sign-out",
    "/account/sessions/all",
    "/account/sessions",
    "/drafts/{id}/discard",
    "/respond/seat",
    "/account/theme",
    "/account/time-zone",
    "/cases/{number}/response/agree",
    "/cases/{number}/parties/mandates/{mandate}/end",
];

/// Pages of a complaint; the others are asked of a notice.
const OF_COMPLAINTS: [&str; 7] = [
    "/screening",
    "/failure",
    "/complete",
    "/final-consent",
    "/escalate",
    "/deadlines/",
    "/settlement",
];

/// Pages of a matter.
const OF_MATTERS: [&str; 2] = ["/steps/", "/papers/"];

fn sources(folder: &Path, into: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
            let name = path.display().to_string();
            into.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Every `.route("path", method()` under `src/web`.
pub fn declared() -> Vec<Route> {
    let mut files = Vec::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web"),
        &mut files,
    );
    let mut routes = Vec::new();
    for (name, text) in files {
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for other in [
            ".service(",
            ".resource(",
            "web::resource(",
            "web::scope(",
            ".default_service(",
            "#[get(",
            "#[post(",
            "#[route(",
        ] {
            assert!(
                !text.contains(other),
                "{name} declares routes by {other}, which this table does not read"
            );
        }
        for rest in text.split(".route(").skip(1) {
            let rest = rest.trim_start();
            let rest = rest
                .strip_prefix('"')
                .unwrap_or_else(|| panic!("{name}: the path of a route is no plain text"));
            let (path, rest) = rest.split_once('"').unwrap();
            let method = rest.trim_start_matches([',', ' ', '\n']);
            let method = method.split('(').next().unwrap();
            assert!(
                ["get", "post", "any"].contains(&method),
                "{name}: {path} is reached by {method}, which this table does not ask"
            );
            routes.push(Route {
                path: path.to_owned(),
                method: method.to_uppercase(),
            });
        }
    }
    routes.sort();
    let many = routes.len();
    routes.dedup();
    assert_eq!(many, routes.len(), "a route is declared twice");
    assert!(many > 150, "only {many} routes were found");
    routes
}

/// The values that stand for the placeholders of a path.
struct Values {
    notice: String,
    complaint: String,
    matter: String,
    digest: String,
    by_path: BTreeMap<&'static str, String>,
}

impl Values {
    fn number(&self, route: &Route) -> &str {
        if OF_COMPLAINTS.iter().any(|part| route.path.contains(part)) {
            &self.complaint
        } else if OF_MATTERS.iter().any(|part| route.path.contains(part)) {
            &self.matter
        } else {
            &self.notice
        }
    }

    fn fill(&self, route: &Route, number: &str) -> String {
        let mut path = String::new();
        for (index, part) in route.path.split('/').enumerate() {
            if index > 0 {
                path.push('/');
            }
            let Some((before, rest)) = part.split_once('{') else {
                path.push_str(part);
                continue;
            };
            let (name, after) = rest.split_once('}').unwrap();
            let value = match (route.path.as_str(), name) {
                (path, "id" | "account" | "token") if self.by_path.contains_key(path) => {
                    self.by_path[path].as_str()
                }
                ("/takedowns/{case}/{listing}", "case") | (_, "number") => number,
                ("/drafts/{id}/{step}" | "/drafts/{id}/{step}/autosave", "step") => "who",
                ("/complaints/new/{step}", "step") => "seller",
                ("/matters/new/{pack}", _) => "domain-udrp",
                ("/cases/{number}/steps/{step}", "step") => "respond",
                (_, "pack") => "cn-ecl-ip",
                (_, "digest") => self.digest.as_str(),
                (_, "exhibit") => "C-1",
                (_, "act") => "mark",
                (_, "token") => "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                (_, "hash" | "name:.*") => "x",
                (path, "name") if path.starts_with("/log/") => "2026",
                (_, "tile:.*") => "entries/000.p/1",
                _ => "1",
            };
            let _ = write!(path, "{before}{value}{after}");
        }
        if route.path == "/api/v1/cases/{number}/evidence" {
            path.push_str("?name=a.txt&kind=no-such-kind");
        }
        path
    }
}

async fn ask(asker: &mut Asker, route: &Route, path: &str, with_token: bool) -> Page {
    // From an address of its own each time, so that no limit of tries stands for an answer.
    asker.asked += 1;
    let [a, b] = asker.asked.to_be_bytes();
    let from = SocketAddr::from(([10, asker.place, a, b], 1024));
    let is_api = path.starts_with("/api/v1");
    if is_api {
        let mut request = match route.method.as_str() {
            "GET" => TestRequest::get().uri(path),
            "ANY" => TestRequest::delete().uri(path),
            _ => TestRequest::post()
                .uri(path)
                .insert_header(("Content-Type", "application/json"))
                .set_payload("{}"),
        };
        if let Some(key) = &asker.key {
            request = request.insert_header(("Authorization", format!("Bearer {key}")));
        }
        return asker.client.send(request.peer_addr(from)).await;
    }
    let request = match (route.method.as_str(), with_token) {
        ("GET", _) => TestRequest::get().uri(path),
        (_, false) => {
            let no_fields: [(&str, &str); 0] = [];
            TestRequest::post().uri(path).set_form(no_fields)
        }
        (_, true) => {
            let csrf = asker
                .client
                .hidden()
                .get("csrf")
                .cloned()
                .unwrap_or_default();
            TestRequest::post().uri(path).set_form([("csrf", csrf)])
        }
    };
    asker.client.send(request.peer_addr(from)).await
}

/// A page without what differs between two looks at one and the same page.
fn plain(page: &Page, number: &str) -> String {
    let kind = page
        .headers
        .get("content-type")
        .cloned()
        .unwrap_or_default();
    let location = page.location.replace(number, "N");
    let mut text = page.text().replace(number, "N");
    if let Some((before, rest)) = text.split_once("urn:request:") {
        let after = rest.split_once('"').map_or("", |(_, after)| after);
        text = format!("{before}\"{after}");
    }
    format!("{} {kind} {location}\n{text}", page.status)
}

on_both! {
    async fn every_endpoint_answers_everybody_as_reviewed(world) {
        let routes = declared();
        let (values, mut askers) = scene(&world).await;
        let mut table = String::from(
            "What every address answers: status for each visitor; for a form, without its token and, after the\n\
             stroke, with the token and no fields (- where that would do something). Addresses under /api/v1 are\n\
             asked with the visitor's key; ANY stands for every other method, here DELETE.\n\n",
        );
        for (index, asker) in askers.iter().enumerate() {
            let _ = writeln!(table, "{:>2} {}", index + 1, asker.name);
        }
        let _ = write!(table, "\n{:<68}", "");
        for index in 1..=askers.len() {
            let _ = write!(table, " {index:>7}");
        }
        table.push('\n');
        let versions = [&values.notice, &values.complaint, &values.matter];
        let before = version(&world, versions).await;
        for route in &routes {
            let number = values.number(route).to_owned();
            let path = values.fill(route, &number);
            let mut line = format!("{:<5}{:<63}", route.method, route.path);
            for asker in &mut askers {
                let first = ask(asker, route, &path, false).await;
                let mut cell = first.status.to_string();
                let is_in = if number == values.notice {
                    asker.in_notice
                } else if number == values.matter {
                    asker.in_matter
                } else {
                    asker.in_complaint
                };
                let is_out = !is_in && path.contains(&number);
                let acts = ACTS_ON_NOTHING.contains(&route.path.as_str()) && !is_out;
                let mut answers = vec![(first, false)];
                if route.method == "POST" && !path.starts_with("/api/v1") {
                    if acts {
                        cell.push_str("/-");
                    } else {
                        let second = ask(asker, route, &path, true).await;
                        let _ = write!(cell, "/{}", second.status);
                        answers.push((second, true));
                    }
                }
                for (page, with_token) in answers {
                    assert!(page.status < 500, "{} {path}: {} gets {}\n{}", route.method, asker.name, page.status, page.text());
                    if is_out {
                        let made_up = "IP-2026-999999";
                        let missing = values.fill(route, made_up);
                        let other = ask(asker, route, &missing, with_token).await;
                        assert_eq!(
                            plain(&page, &number),
                            plain(&other, made_up),
                            "{} {path} tells {} that the case exists",
                            route.method,
                            asker.name
                        );
                        assert!(page.status >= 300, "{} opens {path}", asker.name);
                    }
                }
                let _ = write!(line, " {cell:>7}");
            }
            assert_eq!(version(&world, versions).await, before, "{} {} acted on a form without fields", route.method, route.path);
            table.push_str(line.trim_end());
            table.push('\n');
        }
        crate::support::golden("endpoints.txt", &table);
    }
}

async fn version(world: &World, numbers: [&String; 3]) -> Vec<u64> {
    let mut versions = Vec::new();
    for number in numbers {
        let number = number.clone();
        let row = world
            .app
            .store
            .read(move |tx| redress::storage::cases::find_by_number(tx, &number))
            .await
            .unwrap()
            .unwrap();
        versions.push(world.file(row.id).await.version);
    }
    versions
}

/// A notice before its arbitrator and a complaint in its talks, and everybody who may ask for them.
async fn scene(world: &World) -> (Values, Vec<Asker>) {
    let hearing = world.hearing().await;
    world.seated(&hearing).await;
    let complaint = world.complains(&hearing.owner, Some(&hearing.seller)).await;
    let accept = Act::Complaint(complaints::Act::ScreenAccept);
    world
        .acts(complaint.case, &hearing.manager, accept)
        .await
        .unwrap();
    let matter =
        crate::matters::commenced(world, &hearing.owner, &hearing.seller, &hearing.manager).await;
    let (_, other_officer) = world.marketplace("summit", "Summit Market").await;
    let other_arbitrator = world.on_panel("idle", "B. Idle").await;
    let lawyer = world.person("lawyer", "L. Weiss").await;
    let reader = world.person("reader", "R. Reader").await;
    let administrator = world.runs_it("root").await;

    let lawyers = world
        .joined(hearing.case, &hearing.owner, &lawyer, MandateScope::Act)
        .await;
    let readers = world
        .joined(hearing.case, &hearing.owner, &reader, MandateScope::Read)
        .await;
    let mut askers = vec![Asker {
        name: "stranger",
        client: world.stranger(),
        key: None,
        place: 0,
        asked: 0,
        in_notice: false,
        in_complaint: false,
        in_matter: false,
    }];
    let people = [
        ("claimant", &hearing.owner, true, true),
        ("respondent", &hearing.seller, true, true),
        ("arbitrator seated", &hearing.arbitrator, true, false),
        ("arbitrator not seated", &other_arbitrator, false, false),
        (
            "marketplace officer of the case",
            &hearing.officer,
            true,
            false,
        ),
        (
            "officer of another marketplace",
            &other_officer,
            false,
            false,
        ),
        ("case manager", &hearing.manager, true, true),
        ("administrator", &administrator, true, true),
    ];
    for (name, person, in_notice, in_complaint) in people {
        askers.push(Asker {
            name,
            client: world.signed_in(person).await,
            key: Some(key(world, person).await),
            place: 0,
            asked: 0,
            in_notice,
            in_complaint,
            in_matter: in_complaint,
        });
    }
    let letter = Asker {
        name: "respondent by letter link",
        client: world.seller_by_letter().await,
        key: None,
        place: 0,
        asked: 0,
        in_notice: true,
        in_complaint: false,
        in_matter: false,
    };
    askers.insert(3, letter);
    for (at, name, client, person) in [
        (4, "lawyer with a mandate", lawyers, &lawyer),
        (5, "lawyer who may only read", readers, &reader),
    ] {
        let asker = Asker {
            name,
            client,
            key: Some(key(world, person).await),
            place: 0,
            asked: 0,
            in_notice: true,
            in_complaint: false,
            in_matter: false,
        };
        askers.insert(at, asker);
    }
    // Each browser has seen a page with a form.
    for (place, asker) in (1..).zip(&mut askers) {
        asker.place = place;
        asker.client.get("/account/theme").await;
    }
    let draft = {
        let owner = &mut askers[1].client;
        owner.get("/notices/new").await;
        let begun = owner.post("/notices/new", &[("do", "start")]).await;
        begun.location.split('/').nth(2).unwrap().to_owned()
    };
    let owner = hearing.owner.id.to_string();
    let by_path = BTreeMap::from([
        (
            "/registry/panel/{account}",
            hearing.arbitrator.id.to_string(),
        ),
        ("/admin/people/{id}", owner),
        ("/admin/organisations/{id}", hearing.market.to_string()),
        (
            "/admin/organisations/{id}/members",
            hearing.market.to_string(),
        ),
        ("/drafts/{id}", draft.clone()),
        ("/drafts/{id}/discard", draft.clone()),
        ("/drafts/{id}/send", draft.clone()),
        ("/drafts/{id}/waiting", draft.clone()),
        ("/drafts/{id}/listing/{no}", draft.clone()),
        ("/drafts/{id}/{step}/autosave", draft.clone()),
        ("/drafts/{id}/{step}", draft),
    ]);
    let values = Values {
        notice: hearing.number,
        complaint: complaint.receipt.number.to_string(),
        matter,
        digest: world.app.pack("cn-ecl-ip").unwrap().digest().to_owned(),
        by_path,
    };
    (values, askers)
}

async fn key(world: &World, person: &crate::support::Person) -> String {
    create_key(
        &world.app,
        person.id,
        None,
        "a program".into(),
        &["cases", "notices", "measures", "evidence"],
    )
    .await
    .unwrap()
}
