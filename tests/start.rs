//! The program from outside: how it starts and refuses to, how it ends, and its worker in a process of its own.

use crate::support::wire::{Service, Wire, call};
use crate::support::{PASSWORD, World};
use redress::storage::settings;
use serde_json::json;
use std::path::Path;
use std::time::Duration;

/// What marks a folder as a demonstration's.
const MARK: &str = "this-is-a-redress-demonstration";

/// The path of the link that a start printed.
fn printed_way(service: &Service) -> String {
    let (said, base) = (service.said(), format!("http://127.0.0.1:{}", service.port));
    let way = said
        .split_whitespace()
        .find_map(|word| word.strip_prefix(base.as_str()));
    way.unwrap_or_else(|| panic!("no link in {said}"))
        .to_owned()
}

#[test]
fn a_service_shows_its_first_administrator_the_way_once_and_ends_when_told() {
    let dir = tempfile::tempdir().unwrap();
    let mut service = Service::fresh(dir.path());
    service.start(None);
    for (path, said) in [("/health/live", "alive\n"), ("/health/ready", "ready\n")] {
        let page = call(service.port, "GET", path, &[], b"").unwrap();
        assert_eq!(page.status, 200, "{path}");
        assert_eq!(page.text(), said, "{path}");
    }
    let home = Wire::new(service.port).get("/");
    assert_eq!(home.status, 200, "{}", home.text());
    assert!(
        home.select("p.demo").is_empty(),
        "real cases are no demonstration"
    );
    let first = printed_way(&service);
    assert!(service.stop().success(), "{}", service.log());

    // As long as nobody came, every start prints a new link, and the one before is worth nothing.
    service.start(None);
    let second = printed_way(&service);
    assert_ne!(first, second);
    let mut ada = Wire::new(service.port);
    assert_eq!(ada.get(&first).status, 410);
    assert_eq!(ada.get(&second).status, 200);
    let made = ada.post(
        &second,
        &[
            ("name", "Ada Berg"),
            ("email", "ada@people.example"),
            ("password", PASSWORD),
        ],
    );
    assert_eq!(made.location, "/sign-in?next=%2Fadmin", "{}", made.text());
    assert!(service.stop().success(), "{}", service.log());

    service.start(None);
    assert_eq!(service.said(), "", "there is an administrator");
    let mut ada = Wire::signed_in(service.port, "ada@people.example");
    assert_eq!(ada.get("/admin").status, 200);
    assert!(service.stop().success(), "{}", service.log());
}

#[test]
fn wrong_and_weak_settings_stop_the_start_and_are_named() {
    let dir = tempfile::tempdir().unwrap();
    let service = Service::fresh(dir.path());
    for (variable, value, named) in [
        ("REDRESS_SECRETS__KEY", "short", "secrets.key: "),
        (
            "REDRESS_SERVER__PUBLIC_URL",
            "http://cases.example.org",
            "server.public_url: use https",
        ),
        ("REDRESS_MAIL__FROM", "nobody", "mail.from: "),
        ("REDRESS_HASHING__PASSES", "1", "hashing.passes: "),
        (
            "REDRESS_SERVER__LISEN",
            "127.0.0.1:1",
            "REDRESS_SERVER__LISEN",
        ),
    ] {
        let said = service.refused(&[], &[(variable, value)]);
        assert!(said.contains(named), "{variable}: {said}");
        let said = service.worker().refused(&[], &[(variable, value)]);
        assert!(said.contains(named), "the worker, {variable}: {said}");
    }
    let several = service.refused(
        &[],
        &[
            ("REDRESS_SECRETS__KEY", "hush-hush"),
            ("REDRESS_MAIL__FROM", "nobody"),
        ],
    );
    assert!(
        several.contains("secrets.key: ") && several.contains("mail.from: "),
        "all at once: {several}"
    );
    assert!(!several.contains("hush-hush"), "{several}");
    let said = service.with("[worker]\nenable = false\n").refused(&[], &[]);
    assert!(
        said.contains("redress.toml") && said.contains("`enable`"),
        "{said}"
    );
    assert!(!dir.path().join("data").exists(), "nothing was begun");
}

/// How many letters were written into a folder.
fn letters_in(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "eml"))
        .count()
}

on_both! {
    async fn where_a_worker_runs_beside_the_service_letters_leave_from_it_alone(world) {
        let database = world.app.config.database_url().reveal().to_owned();
        let mut service = Service::of(&world, world.dir(), &database).with("[worker]\nenabled = false\n");
        let letters = world.dir().join("letters");
        service.start(None);
        let mut browser = Wire::new(service.port);
        browser.get("/sign-up");
        let fields = [("name", "Lin Yue"), ("email", "lin@people.example"), ("password", PASSWORD)];
        assert_eq!(browser.post("/sign-up", &fields).location, "/sign-up/sent");
        // A worker inside would be told at once, and looks every two seconds.
        std::thread::sleep(Duration::from_secs(3));
        assert_eq!(letters_in(&letters), 0, "{}", service.log());

        let mut worker = service.worker();
        worker.begin(&[]);
        worker.until(|| letters_in(&letters) > 0);
        assert!(worker.stop().success(), "{}", worker.log());
        assert!(service.stop().success(), "{}", service.log());
        assert_eq!(letters_in(&letters), 1);
    }

    async fn a_service_says_when_it_is_not_ready(world) {
        let mut probe = world.stranger();
        let ready = probe.get("/health/ready").await;
        assert_eq!((ready.status, ready.text().as_str()), (200, "ready\n"));
        std::fs::remove_dir_all(world.dir().join("blobs")).unwrap();
        let no_files = probe.get("/health/ready").await;
        assert_eq!((no_files.status, no_files.text().as_str()), (503, "files cannot be written\n"));
        world.app.store.close();
        let gone = probe.get("/health/ready").await;
        assert_eq!((gone.status, gone.text().as_str()), (503, "the database does not answer\n"));
        assert_eq!(probe.get("/health/live").await.status, 200, "starting it again would not help");
    }
}

#[actix_web::test]
async fn a_demonstration_says_so_goes_on_with_its_data_and_starts_over_only_when_told() {
    let world = World::sqlite().await;
    let wei = world.person("wei", "Wei Chen").await;
    // To the program this looks like a world that it made; making one takes too long here.
    let people = json!([{ "role": "seller", "name": wei.name, "email": wei.email }]);
    world
        .app
        .store
        .write(move |tx| settings::put(tx, "demo_people", &people))
        .await
        .unwrap();
    world.app.store.close();
    std::fs::write(world.dir().join(MARK), "").unwrap();
    let note = world.dir().join("note");
    std::fs::write(&note, "of the first start").unwrap();

    let told = tempfile::tempdir().unwrap();
    let mut demo = Service::demo(world.dir(), told.path());
    for _ in 0..2 {
        demo.start(None);
        let mut browser = Wire::signed_in(demo.port, &wei.email);
        let page = browser.get("/dashboard");
        assert_eq!(page.status, 200, "{}", page.text());
        assert_eq!(
            page.select("p.demo"),
            [
                "This is a demonstration. Every person, company and case here is made up. Do not enter real data."
            ]
        );
        let said = demo.said();
        assert!(
            said.contains("seller") && said.contains("/sign-in/link/"),
            "{said}"
        );
        assert!(!said.contains("Making"), "{said}");
        assert!(demo.stop().success(), "{}", demo.log());
    }
    assert!(note.exists());

    demo.begin(&["--fresh"]);
    demo.until(|| demo.said().contains("Making the demonstration's world"));
    demo.kill();
    assert!(!note.exists());
}

#[actix_web::test]
async fn a_demonstration_does_not_come_among_real_cases() {
    let world = World::sqlite().await;
    let consumer = world.person("consumer", "M. Duarte").await;
    world.complains(&consumer, None).await;
    world.app.store.close();
    let told = tempfile::tempdir().unwrap();
    let demo = Service::demo(world.dir(), told.path());
    for words in [&[][..], &["--fresh"]] {
        let said = demo.refused(words, &[]);
        assert!(
            said.contains("holds something that is not a demonstration"),
            "{words:?}: {said}"
        );
    }
    assert!(!world.dir().join(MARK).exists());
    let database = world.app.config.database_url().reveal().to_owned();
    let said = Service::of(&world, world.dir(), &database).check();
    assert!(said.contains("cases: 1 checked"), "{said}");
}
