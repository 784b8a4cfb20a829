//! What goes wrong outside: a process that is killed, a disk that is full, forms and requests that
//! come twice. Nothing half done, nothing lost that was acknowledged.

use crate::support::World;
use crate::support::hearing::Hearing;
use crate::support::wire::{Service, Wire, call};
use redress::services::accounts::create_key;
use redress::storage::cases::listings;
use redress::storage::{cases, docket};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// An act that the service acknowledged: case, entry, hash.
type Receipt = (String, u64, String);

/// What programs of a marketplace and a rights holder do until the service is gone.
#[derive(Clone)]
struct Load {
    port: u16,
    declarations: Vec<String>,
    next: Arc<AtomicU32>,
    receipts: Arc<Mutex<Vec<Receipt>>>,
    /// Items whose notice got no answer
    open: Arc<Mutex<Vec<(String, String)>>>,
    stop: Arc<AtomicBool>,
}

impl Load {
    fn notice(&self, item: &str) -> Value {
        json!({
            "procedure": "us-dmca-512", "language": "en",
            "right": { "kind": "trade-mark", "number": "018 234 567", "territory": "US", "owner": "Aurel & Finch" },
            "statement": "They use our mark.", "asked": "remove", "declarations": self.declarations,
            "marketplace": "harbour",
            "listings": [{ "url": format!("https://harbour.example/{item}"), "item": item, "seller": format!("Shop {item}") }]
        })
    }

    fn post(&self, path: &str, key: &str, once: &str, kind: &str, body: &[u8]) -> Option<Value> {
        let bearer = format!("Bearer {key}");
        let headers = [
            ("Authorization", bearer.as_str()),
            ("Idempotency-Key", once),
            ("Content-Type", kind),
        ];
        let page = call(self.port, "POST", path, &headers, body).ok()?;
        match page.status {
            200 | 201 => {
                let answer: Value = serde_json::from_slice(&page.body).unwrap();
                let receipt = &answer["receipt"];
                self.receipts.lock().unwrap().push((
                    receipt["case"].as_str().unwrap().to_owned(),
                    receipt["entry"].as_u64().unwrap(),
                    receipt["hash"].as_str().unwrap().to_owned(),
                ));
                Some(answer)
            }
            429 | 503 => {
                std::thread::sleep(Duration::from_millis(100));
                None
            }
            other => panic!("{path}: {other} {}", page.text()),
        }
    }

    fn files(&self, owner: &str, item: &str) -> Option<String> {
        let body = self.notice(item).to_string();
        let done = self.post(
            "/api/v1/notices",
            owner,
            item,
            "application/json",
            body.as_bytes(),
        );
        done.map(|answer| answer["receipt"]["case"].as_str().unwrap().to_owned())
    }

    /// One program: a notice, its proof, the measure, again and again.
    fn run(&self, owner: &str, officer: &str) {
        while !self.stop.load(Ordering::Relaxed) {
            let item = format!("item-{}", self.next.fetch_add(1, Ordering::Relaxed));
            self.open
                .lock()
                .unwrap()
                .push((item.clone(), owner.to_owned()));
            let Some(case) = self.files(owner, &item) else {
                // The service is gone, or has too much to do.
                return;
            };
            self.open.lock().unwrap().retain(|(open, _)| *open != item);
            let path = format!("/api/v1/cases/{case}/evidence?name={item}.txt&kind=other");
            let proof = item.repeat(2_000);
            self.post(
                &path,
                owner,
                &format!("{item}-e"),
                "text/plain",
                proof.as_bytes(),
            );
            let measure = json!({ "case": case, "listings": [1], "action": "remove", "carried_out": true,
                "reasons": { "ground": "Terms", "facts": "The mark", "territory": "", "automated": true } });
            self.post(
                "/api/v1/measures",
                officer,
                &format!("{item}-m"),
                "application/json",
                measure.to_string().as_bytes(),
            );
        }
    }
}

on_both! {
    async fn a_service_that_is_killed_in_the_middle_of_its_work_loses_nothing_and_does_nothing_by_halves(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (_, officer) = world.marketplace("harbour", "Harbour Market").await;
        let mut keys = Vec::new();
        for _ in 0..4 {
            let scopes = ["notices", "evidence", "measures"];
            let one = create_key(&world.app, owner.id, None, "o".into(), &scopes).await.unwrap();
            let two = create_key(&world.app, officer.id, None, "m".into(), &scopes).await.unwrap();
            keys.push((one, two));
        }
        let declarations = world.declared("us-dmca-512", "notice").into_iter().map(|d| d.id).collect();
        let database = world.app.config.database_url().reveal().to_owned();
        let mut service = Service::of(&world, world.dir(), &database);
        let load = Load {
            port: service.port,
            declarations,
            next: Arc::new(AtomicU32::new(0)),
            receipts: Arc::default(),
            open: Arc::default(),
            stop: Arc::default(),
        };
        for round in 0..3u64 {
            service.start(None);
            load.stop.store(false, Ordering::Relaxed);
            let programs: Vec<_> = keys
                .iter()
                .cloned()
                .map(|(one, two)| {
                    let load = load.clone();
                    std::thread::spawn(move || load.run(&one, &two))
                })
                .collect();
            let enough = load.receipts.lock().unwrap().len() + 25;
            let began = std::time::Instant::now();
            while load.receipts.lock().unwrap().len() < enough {
                assert!(began.elapsed() < Duration::from_secs(60), "too little happens: {}", service.log());
                std::thread::sleep(Duration::from_millis(5 + round * 3));
            }
            service.kill();
            load.stop.store(true, Ordering::Relaxed);
            for program in programs {
                program.join().unwrap();
            }
            service.check();
        }
        // What got no answer is sent again under its key and has one effect.
        service.start(None);
        for (item, key) in load.open.lock().unwrap().clone() {
            let done = load.files(&key, &item);
            assert!(done.is_some(), "the second try of {item} is answered: {}", service.log());
        }
        service.kill();
        service.check();
        let items = load.next.load(Ordering::Relaxed);
        let receipts = load.receipts.lock().unwrap().clone();
        assert!(receipts.len() >= 75 && items > 0);
        for (number, entry, hash) in receipts {
            let stored = world.app.store.read(move |tx| {
                let case = cases::find_by_number(tx, &number)?.expect("an acknowledged case is there");
                docket::list(tx, case.id, 0, 100)
            }).await.unwrap();
            assert_eq!(stored.iter().find(|row| u64::from(row.no) == entry).map(|row| &row.hash), Some(&hash));
        }
        for item in 0..items {
            let url = format!("https://harbour.example/item-{item}");
            let found = world.app.store.read(move |tx| listings::list_by_url(tx, &url, 10)).await.unwrap();
            assert_eq!(found.len(), 1, "item-{item} is in one case");
        }
    }

    async fn a_form_that_comes_twice_at_once_has_one_effect_and_a_changed_one_another(world) {
        let hearing = world.hearing().await;
        let path = format!("/cases/{}/messages/new", hearing.number);
        let mut one = world.signed_in(&hearing.owner).await;
        let mut two = world.signed_in(&hearing.owner).await;
        one.get(&path).await;
        two.get(&path).await;
        let (form, seen) = (one.hidden()["form"].clone(), one.hidden()["seen"].clone());
        let words = |text: &'static str| [("audience", "everyone"), ("text", text), ("form", form.as_str()), ("seen", seen.as_str())];
        let (first, second) = (words("Good morning"), words("Good morning"));
        let (a, b) = tokio::join!(one.post(&path, &first), two.post(&path, &second));
        assert_eq!((a.status, b.status), (303, 303), "{}{}", a.text(), b.text());
        assert_eq!(world.file(hearing.case).await.messages.len(), 1);
        // Back, other words, sent again: these words are not taken for the first ones.
        let changed = one.post(&path, &words("Good evening")).await;
        assert_eq!(changed.status, 303, "{}", changed.text());
        let messages = world.file(hearing.case).await.messages;
        assert_eq!(messages.iter().map(|m| m.text.as_str()).collect::<Vec<_>>(), ["Good morning", "Good evening"]);
    }
}

/// A scene on a disk of its own, ready to be served from there.
async fn on_disk(world: &World, data: &Path) -> (Hearing, Service) {
    let hearing = world.hearing().await;
    world.work().await;
    world.app.store.close();
    copy(world.dir(), data);
    let database = format!("sqlite:{}", data.join("redress.db").display());
    let service = Service::of(world, data, &database);
    (hearing, service)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let there = to.join(entry.file_name());
        if there.exists() {
            continue;
        }
        if entry.path().is_dir() {
            copy(&entry.path(), &there);
        } else {
            std::fs::copy(entry.path(), there).unwrap();
        }
    }
}

#[actix_web::test]
async fn a_file_for_which_there_is_no_room_gets_a_clear_page_and_the_words_stay() {
    let world = World::sqlite().await;
    let data = tempfile::tempdir().unwrap();
    let (hearing, mut service) = on_disk(&world, data.path()).await;
    // Files of the process end at 12 MB: as good as a full disk, without needing one.
    service.start(Some(12 * 1024));
    let mut owner = Wire::signed_in(service.port, &hearing.owner.email);
    let path = format!("/cases/{}/evidence/new", hearing.number);
    owner.get(&path);
    let words = [
        ("kind", "photo"),
        ("description", "The lamp in our <shop>, 灯"),
    ];
    let refused = owner.upload(&path, &vec![7; 16 << 20], &words);
    assert_eq!(refused.status, 507, "{} {}", refused.text(), service.log());
    assert_eq!(refused.heading(), "We cannot keep more files now");
    assert!(
        refused
            .text()
            .contains("The lamp in our &#60;shop&#62;, 灯"),
        "{}",
        refused.text()
    );
    // It goes on, and smaller things still go in.
    owner.get(&path);
    let taken = owner.upload(&path, b"small", &words);
    assert_eq!(taken.status, 303, "{}", taken.text());
    service.kill();
    service.check();
    let left: Vec<_> = std::fs::read_dir(data.path().join("blobs/incoming"))
        .unwrap()
        .collect();
    assert!(left.is_empty(), "nothing of it stays: {left:?}");
}

/// A small disk of its own, where this machine lets us have one.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn new(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let done = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(folder.path())
            .output();
        done.is_ok_and(|done| done.status.success())
            .then_some(Self(folder))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount")
            .arg("-l")
            .arg(self.0.path())
            .output();
    }
}

#[actix_web::test]
async fn a_full_disk_under_the_database_stops_acts_with_a_clear_page_and_loses_nothing() {
    let Some(disk) = SmallDisk::new("24m") else {
        eprintln!("skipped: this machine gives no small disk to a test");
        return;
    };
    let world = World::sqlite().await;
    let data = disk.0.path().join("data");
    let (hearing, mut service) = on_disk(&world, &data).await;
    service.start(None);
    let mut owner = Wire::signed_in(service.port, &hearing.owner.email);
    let path = format!("/cases/{}/messages/new", hearing.number);
    let page = owner.get(&path);
    let hidden = |name: &str| page.attributes(&format!("input[name={name}]"), "value")[0].clone();
    let (form, seen) = (hidden("form"), hidden("seen"));
    let long = "These words were hard to find. ".repeat(200);
    let fields = [
        ("audience", "everyone"),
        ("text", long.trim()),
        ("form", &form),
        ("seen", &seen),
    ];
    // The last byte of the disk, and of the journal that could be written over.
    let filler = disk.0.path().join("filler");
    let _ = std::fs::write(&filler, vec![1; 32 << 20]);
    let mut refused = owner.post(&path, &fields);
    for _ in 0..400 {
        if refused.status != 303 {
            break;
        }
        let page = owner.get(&path);
        let form = page.attributes("input[name=form]", "value")[0].clone();
        refused = owner.post(&path, &[fields[0], fields[1], ("form", &form), fields[3]]);
    }
    assert_eq!(refused.status, 507, "{} {}", refused.text(), service.log());
    assert!(
        refused.text().contains("These words were hard to find."),
        "{}",
        refused.text()
    );
    assert_eq!(
        owner.get(&format!("/cases/{}", hearing.number)).status,
        200,
        "reading goes on"
    );
    std::fs::remove_file(&filler).unwrap();
    let again = owner.post(&path, &fields);
    assert_eq!(again.status, 303, "{}", again.text());
    service.kill();
    service.check();
}
