//! Administrators bring, publish and withdraw versions of procedures; nothing that is wrong is ever taken up, and
//! no open case is touched.

use crate::support::client::Client;
use crate::support::{PASSWORD, World};
use jiff::SignedDuration;
use redress::domain::procedures::Pack;
use redress::services::{integrity, procedures};
use redress::startup::{App, SeededEntropy};
use std::sync::Arc;

const ALL: &str = "/admin/procedures";

/// The consumer procedure with longer time to answer, as its next version.
fn next(world: &World, version: &str, days: u32) -> String {
    let own = world.app.pack("consumer-odr").unwrap();
    let text = own.text().replacen(
        &format!("version = \"{}\"", own.version()),
        &format!("version = \"{version}\""),
        1,
    );
    let (head, tail) = text.split_once("[params.respond]").unwrap();
    let (_, rest) = tail.split_once("note =").unwrap();
    let range = format!("unit = \"calendar_days\"\nmin = 2\nmax = 20\ndefault = {days}\nnote =");
    format!("{head}[params.respond]\n{range}{rest}")
}

fn digest(text: &str) -> String {
    Pack::parse(text).unwrap().digest().to_owned()
}

/// An administrator's browser.
async fn desk(world: &World) -> Client {
    let person = world.runs_it("operator").await;
    world.signed_in(&person).await
}

/// Brings a version on the page; the answer of the page.
async fn bring(client: &mut Client, files: &[(&str, &str)]) -> crate::support::client::Page {
    client.get(ALL).await;
    let files: Vec<(&str, &str, &[u8])> = files
        .iter()
        .map(|(name, text)| ("files", *name, text.as_bytes()))
        .collect();
    client.upload(ALL, &[], &files).await
}

async fn decide(client: &mut Client, digest: &str, what: &str) -> String {
    let path = format!("{ALL}/{digest}");
    client.get(&path).await;
    let fields = [
        ("note", "The bar asked for it."),
        ("password", PASSWORD),
        ("do", what),
    ];
    client.post(&path, &fields).await.location
}

on_both! {
    async fn a_new_version_is_proved_looked_at_published_and_withdrawn_and_open_cases_keep_theirs(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let before = world.complains(&consumer, None).await;
        let own = world.app.pack("consumer-odr").unwrap();
        let text = next(&world, "9.0.0", 14);
        let digest = digest(&text);
        let mut desk = desk(&world).await;
        let brought = bring(&mut desk, &[("pack.toml", &text)]).await;
        assert_eq!(brought.location, format!("{ALL}/{digest}"), "{}", brought.text());
        let page = desk.get(&brought.location).await;
        assert!(page.text().contains("Waits to be published"));
        let changes = page.select("#changes-h ~ ul li");
        assert!(changes.iter().any(|line| line.contains("14 days") && line.contains("before 7 days")), "{changes:?}");
        assert_eq!(world.app.pack("consumer-odr").unwrap().digest(), own.digest(), "nothing begins under it yet");
        assert!(bring(&mut desk, &[("pack.toml", &text)]).await.errors()[0].contains("here already"));

        assert_eq!(decide(&mut desk, &digest, "publish").await, format!("{ALL}/{digest}"));
        let after = world.complains(&consumer, None).await;
        assert_eq!(world.file(after.case).await.pack.digest, digest);
        assert_eq!(world.file(before.case).await.pack.digest, own.digest(), "a case keeps its version");
        let rules = world.stranger().get("/rules/consumer-odr").await;
        assert!(rules.text().contains("9.0.0") && rules.text().contains("14 days"));

        let other = world.second_process().await;
        assert_eq!(other.pack("consumer-odr").unwrap().digest(), digest, "another process starts with it");
        assert_eq!(decide(&mut desk, &digest, "withdraw").await, format!("{ALL}/{digest}"));
        assert_eq!(world.app.pack("consumer-odr").unwrap().digest(), own.digest(), "the one before holds again");
        assert_eq!(other.pack("consumer-odr").unwrap().digest(), digest, "not heard of it yet");
        assert!(procedures::follow(&other).await.unwrap());
        assert_eq!(other.pack("consumer-odr").unwrap().digest(), own.digest());
        assert!(!procedures::follow(&other).await.unwrap(), "nothing new");
        other.store.close();

        let found = integrity::check(&world.app).await.unwrap();
        assert_eq!(found.problems, Vec::<String>::new());
        let history = desk.get(&format!("{ALL}/{digest}")).await;
        let deeds = history.select("#events-h");
        assert_eq!(deeds.len(), 1);
        assert!(history.text().contains("The bar asked for it.") && history.text().contains("operator"));
    }

    async fn a_procedure_of_the_program_is_withdrawn_and_published_again(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let filed = world.complains(&consumer, None).await;
        let digest = world.app.pack("consumer-odr").unwrap().digest().to_owned();
        let mut desk = desk(&world).await;
        decide(&mut desk, &digest, "withdraw").await;
        assert!(world.app.pack("consumer-odr").is_none());
        let rules = world.stranger().get("/rules/consumer-odr").await;
        assert!(rules.status == 200 && rules.text().contains("No new case begins"), "the page of its cases stays");
        assert!(!world.stranger().get("/rules").await.text().contains("/rules/consumer-odr"));
        let mut reader = world.signed_in(&consumer).await;
        assert_eq!(reader.get(&format!("/cases/{}", filed.receipt.number)).await.status, 200);
        assert_ne!(reader.get("/complaints/new").await.status, 500);
        let again = world.second_process().await;
        assert!(again.pack("consumer-odr").is_none(), "a restart forgets nothing");
        again.store.close();
        decide(&mut desk, &digest, "publish").await;
        assert_eq!(world.app.pack("consumer-odr").unwrap().digest(), digest);
    }

    async fn what_is_not_sound_is_named_with_its_line_and_nothing_is_kept(world) {
        let mut desk = desk(&world).await;
        let broken = next(&world, "9.0.0", 14).replacen("clock = \"respond\"", "clock = \"nobody\"", 1);
        let page = bring(&mut desk, &[("pack.toml", &broken)]).await;
        assert_eq!(page.status, 422);
        let findings = page.select("#findings-h ~ ul li");
        assert!(findings.iter().any(|line| line.contains("nobody")), "{findings:?}");
        assert!(!page.text().contains("9.0.0"), "nothing is kept");

        let story = "title = \"Too soon\"\n[[then]]\nat = \"2026-11-18T15:00:00Z\"\nby = \"claimant\"\nact = \"file\"\nstate = \"decided\"\n";
        let text = next(&world, "9.0.0", 14);
        let page = bring(&mut desk, &[("pack.toml", &text), ("soon.toml", story)]).await;
        assert!(page.select("#findings-h ~ ul li").iter().any(|line| line.contains("soon.toml")), "{}", page.text());

        let words = "admin-title = Destroy\n";
        let page = bring(&mut desk, &[("pack.toml", &text), ("en.ftl", words)]).await;
        assert!(page.select("#findings-h ~ ul li").iter().any(|line| line.contains("belongs to the program")));

        for (files, said) in [
            (vec![("en.ftl", words)], "no pack.toml"),
            (vec![("pack.toml", text.as_str()), ("run.sh", "#")], "run.sh"),
            (vec![], "Choose the files"),
        ] {
            let page = bring(&mut desk, &files).await;
            assert!(page.status == 422 && page.errors()[0].contains(said), "{said}: {:?}", page.errors());
        }
        let older = next(&world, "0.9.0", 14);
        assert!(bring(&mut desk, &[("pack.toml", &older)]).await.errors()[0].contains("above"));
        let kept = world.app.store.read(redress::storage::procedures::list).await.unwrap();
        assert!(kept.is_empty());
    }

    async fn a_published_text_that_breaks_later_gives_way_to_the_last_good_one(world) {
        let own = world.app.pack("consumer-odr").unwrap();
        let text = next(&world, "9.0.0", 14);
        let digest = digest(&text);
        let mut desk = desk(&world).await;
        bring(&mut desk, &[("pack.toml", &text)]).await;
        decide(&mut desk, &digest, "publish").await;
        world.sql("UPDATE procedures SET text = '[pack]'").unwrap();
        let later = world.second_process().await;
        assert_eq!(later.pack("consumer-odr").unwrap().digest(), own.digest());
        assert!(later.rulebook().faults.contains_key(&digest), "and it is known why");
        later.store.close();
    }

    async fn a_program_that_cannot_read_a_procedure_in_use_refuses_to_start(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        world.complains(&consumer, None).await;
        world.sql("UPDATE packs SET text = '[pack]', digest = 'f000000000000000000000000000000000000000000000000000000000000000'").unwrap();
        let clock = Arc::clone(&world.clock) as Arc<dyn redress::startup::Clock>;
        let started = App::build_with(world.app.config.clone(), clock, Arc::new(SeededEntropy::new(8))).await;
        let why = format!("{:#}", started.err().unwrap());
        assert!(why.contains("cannot read a procedure that cases were filed under"), "{why}");
    }

    async fn a_version_is_tried_on_past_cases_and_those_that_would_have_ended_otherwise_are_shown(world) {
        let manager = world.manager("registry").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let quick = world.in_talks(&manager, &consumer, Some(&seller)).await;
        let silent = world.complains(&consumer, None).await;
        let act = redress::domain::acts::Act::Complaint(redress::domain::complaints::Act::ScreenAccept);
        world.acts(silent.case, &manager, act).await.unwrap();
        world.advance(SignedDuration::from_hours(24 * 9));
        world.work().await;
        assert_eq!(world.file(silent.case).await.tracks[0].state, "facilitation");

        let text = next(&world, "9.0.0", 14);
        let digest = digest(&text);
        let mut desk = desk(&world).await;
        bring(&mut desk, &[("pack.toml", &text)]).await;
        let page = desk.get(&format!("{ALL}/{digest}/rehearsal")).await;
        let said = page.text();
        assert!(said.contains("2 cases were played again"), "{said}");
        assert!(said.contains("One would stand or end elsewhere."), "{said}");
        let number = silent.receipt.number.to_string();
        let row = page.select("tbody tr").into_iter().find(|row| row.contains(&number)).unwrap();
        assert!(row.contains("Waiting for the seller") || row.contains("Response"), "{row}");
        let quick = world.file(quick.case).await.number.to_string();
        let other = page.select("tbody tr").into_iter().find(|row| row.contains(&quick));
        assert!(other.is_none_or(|row| !row.contains("could not have done")), "who answered in time could still");
        assert_eq!(world.file(silent.case).await.tracks[0].state, "facilitation", "nothing is changed");
    }

    async fn an_open_case_is_moved_by_a_person_with_a_reason_and_everybody_is_told(world) {
        let manager = world.manager("registry").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let moved = world.complains(&consumer, Some(&seller)).await;
        let act = redress::domain::acts::Act::Complaint(redress::domain::complaints::Act::ScreenAccept);
        world.acts(moved.case, &manager, act).await.unwrap();
        let due = world.file(moved.case).await.running(1, "respond").unwrap().due_at;
        let path = format!("/cases/{}/rules", moved.receipt.number);
        let mut registry = world.signed_in(&manager).await;
        assert_eq!(registry.get(&path).await.status, 404, "there is no newer version");

        let text = next(&world, "9.0.0", 14).replacen("[params.negotiate]\nunit = \"calendar_days\"\nmin = 5\nmax = 30\ndefault = 10", "[params.negotiate]\nunit = \"calendar_days\"\nmin = 5\nmax = 30\ndefault = 30", 1);
        let digest = digest(&text);
        let mut desk = desk(&world).await;
        bring(&mut desk, &[("pack.toml", &text)]).await;
        decide(&mut desk, &digest, "publish").await;
        let case = registry.get(&format!("/cases/{}", moved.receipt.number)).await;
        assert!(case.attributes("main a", "href").contains(&path), "{}", case.text());
        let page = registry.get(&path).await;
        assert!(page.select("main li").iter().any(|line| line.contains("30 days")), "{}", page.text());
        let empty = registry.post(&path, &[("reason", ""), ("do", "send")]).await;
        assert_eq!((empty.status, empty.errors().len()), (422, 1));
        let done = registry.post(&path, &[("reason", "The talks need more time."), ("do", "send")]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let file = world.file(moved.case).await;
        assert_eq!((file.pack.version.as_str(), file.pack.digest.as_str()), ("9.0.0", digest.as_str()));
        assert_eq!(file.running(1, "respond").unwrap().due_at, due, "a date that runs stays");
        for person in [&consumer, &seller] {
            let letters = world.letters_to(&person.email).await;
            let told = letters.iter().find(|letter| letter.kind == "rules-changed").unwrap();
            assert!(told.text.contains("The talks need more time."), "{}", told.text);
        }
        assert_eq!(world.signed_in(&consumer).await.get(&path).await.status, 404);
        let timeline = registry.get(&format!("/cases/{}/timeline", moved.receipt.number)).await;
        assert!(timeline.text().contains("version 9.0.0"), "{}", timeline.text());
        assert_eq!(registry.get(&path).await.status, 404, "it is there");
        assert_eq!(integrity::check(&world.app).await.unwrap().problems, Vec::<String>::new());
        let later = world.second_process().await;
        assert!(later.packs().knows(&digest));
        later.store.close();
    }

    async fn numbers_are_set_inside_their_range_and_hold_for_new_cases(world) {
        let manager = world.manager("registry").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let before = world.complains(&consumer, None).await;
        let digest = world.app.pack("consumer-odr").unwrap().digest().to_owned();
        let path = format!("{ALL}/{digest}/numbers");
        let mut desk = desk(&world).await;
        let page = desk.get(&path).await;
        let names = page.attributes("input[inputmode=numeric]", "name");
        let values = page.attributes("input[inputmode=numeric]", "value");
        let respond = "n-consumer-odr-respond";
        assert!(names.iter().any(|name| name == respond), "{names:?}");
        let fields = |days: &'static str| {
            let typed = names.iter().zip(&values).map(|(name, value)| {
                let value = if name == respond { days } else { value.as_str() };
                (name.as_str(), value)
            });
            typed.chain([("password", PASSWORD)]).collect::<Vec<_>>()
        };
        let refused = desk.post(&path, &fields("21")).await;
        assert!(refused.status == 422 && refused.errors()[0].contains("between 2 and 20"), "{:?}", refused.errors());
        assert_eq!(desk.post(&path, &fields("12")).await.status, 303);
        let after = world.complains(&consumer, None).await;
        let act = || redress::domain::acts::Act::Complaint(redress::domain::complaints::Act::ScreenAccept);
        for case in [before.case, after.case] {
            world.acts(case, &manager, act()).await.unwrap();
        }
        let days = |file: redress::domain::cases::CaseFile| {
            let clock = file.running(1, "respond").unwrap().clone();
            clock.due_at.duration_since(clock.started_at).as_hours() / 24
        };
        let (short, long) = (days(world.file(before.case).await), days(world.file(after.case).await));
        assert!(short < 10 && long >= 12, "{short} and {long} days");
        assert!(desk.get(&format!("{ALL}/{digest}")).await.text().contains("respond = 12"), "who set it is kept");
    }

    async fn nobody_but_an_administrator_finds_these_pages(world) {
        let manager = world.manager("registry").await;
        let digest = world.app.pack("consumer-odr").unwrap().digest().to_owned();
        let mut client = world.signed_in(&manager).await;
        for path in [ALL.to_owned(), format!("{ALL}/{digest}"), format!("{ALL}/{digest}/rehearsal"), format!("{ALL}/{digest}/numbers")] {
            assert_eq!(client.get(&path).await.status, 404, "{path}");
        }
        let mut desk = desk(&world).await;
        assert_eq!(desk.get(&format!("{ALL}/{}", "0".repeat(64))).await.status, 404);
    }
}
