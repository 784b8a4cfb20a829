//! The public log: every act gets a receipt that a stranger can check, and what was signed cannot be changed unseen.

use crate::support::client::{Client, Page};
use crate::support::stories::counter;
use crate::support::witness::Witness;
use crate::support::{Person, START, World};
use jiff::{SignedDuration, Timestamp};
use redress::config::Config;
use redress::domain::acts::Refusal;
use redress::domain::ids::CaseId;
use redress::domain::log::leaf::{Closing, Opening};
use redress::domain::log::tree::{consistency, is_consistent};
use redress::domain::log::{
    Checkpoint, Hash, Key, Leaf, Nodes, Policy, Receipt, event_digest, leaf_hash,
};
use redress::jobs;
use redress::services::log::{LocalSigner, Signer, serve_signer};
use redress::services::{integrity, log};
use redress::storage::log as stored;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::sync::Arc;

/// What an outsider holds of a log: its key, and nothing else that is secret or ours.
struct Outsider {
    client: Client,
    name: &'static str,
    key: Key,
}

impl Outsider {
    async fn of(world: &World, name: &'static str) -> Self {
        let mut client = world.stranger();
        let key = client.get(&format!("/log/{name}/key")).await;
        assert_eq!(key.status, 200, "{}", key.text());
        Self {
            client,
            name,
            key: Key::parse(&key.text()).unwrap(),
        }
    }

    async fn file(&mut self, what: &str) -> Page {
        self.client.get(&format!("/log/{}/{what}", self.name)).await
    }

    async fn head(&mut self) -> Checkpoint {
        let note = self.file("checkpoint").await;
        assert_eq!(note.headers["cache-control"], "no-cache");
        Checkpoint::open(&note.text(), &self.key).unwrap()
    }

    /// Every leaf up to a size, read from the tiles of entries.
    async fn leaves(&mut self, size: u64) -> Vec<String> {
        let mut leaves = Vec::new();
        for tile in 0..size.div_ceil(256) {
            let width = (size - tile * 256).min(256);
            let partial = if width < 256 {
                format!(".p/{width}")
            } else {
                String::new()
            };
            let page = self.file(&format!("tile/entries/{tile:03}{partial}")).await;
            assert_eq!(page.status, 200);
            assert!(page.headers["cache-control"].contains("immutable"));
            let mut rest = &page.body[..];
            while let [high, low, after @ ..] = rest {
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                leaves.push(String::from_utf8(after[..length].to_vec()).unwrap());
                rest = &after[length..];
            }
        }
        assert_eq!(leaves.len() as u64, size);
        leaves
    }
}

fn hashes(leaves: &[String]) -> Vec<Hash> {
    leaves
        .iter()
        .map(|leaf| leaf_hash(leaf.as_bytes()))
        .collect()
}

fn root(hashes: &[Hash]) -> Hash {
    redress::domain::log::tree::root(&mut &hashes[..], hashes.len() as u64).unwrap()
}

/// The files of an entry, as a person with a seat keeps them.
struct Kept {
    receipt: Receipt,
    leaf: String,
    record: Option<(String, Vec<u8>)>,
}

async fn keeps(client: &mut Client, number: &str, no: u32) -> Kept {
    let base = format!("/cases/{number}/entries/{no}");
    let proof = client.get(&format!("{base}/proof")).await;
    assert_eq!(proof.status, 200, "{}", proof.text());
    assert_eq!(
        proof.headers["content-disposition"],
        format!("attachment; filename=\"{number}-{no}.tlog-proof\"")
    );
    let leaf = client.get(&format!("{base}/leaf")).await.text();
    let record = client.get(&format!("{base}/record")).await;
    let salt = client.get(&format!("{base}/salt")).await;
    assert_eq!(
        record.status, salt.status,
        "one is nothing without the other"
    );
    Kept {
        receipt: Receipt::parse(&proof.text()).unwrap(),
        leaf,
        record: (record.status == 200).then(|| (record.text(), salt.body.to_vec())),
    }
}

/// A notice with a measure and an answer: three entries and more.
async fn dispute(world: &World) -> (CaseId, String, Person, Person, Person) {
    let owner = world.person("owner", "Aurel & Finch").await;
    let seller = world.person("seller", "Yunhe Home").await;
    let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
    let filing = world.notice("us-dmca-512", &owner, market, &["P-1"], Some(&seller));
    let filed = world.files(&owner, filing).await.unwrap();
    let measure =
        crate::support::stories::measure(&[1], redress::domain::notices::MeasureAction::Remove);
    world.acts(filed.case, &officer, measure).await.unwrap();
    world
        .acts(filed.case, &seller, counter(world, "us-dmca-512", 1))
        .await
        .unwrap();
    world.work().await;
    (
        filed.case,
        filed.receipt.number.to_string(),
        owner,
        seller,
        officer,
    )
}

async fn problems(world: &World) -> Vec<String> {
    integrity::check(&world.app).await.unwrap().problems
}

/// Removes what keeps the record from being changed, as somebody with the keys of the database could.
pub fn unguarded(world: &World, table: &str) {
    if world
        .app
        .config
        .database_url()
        .reveal()
        .starts_with("sqlite:")
    {
        world
            .sql(&format!("DROP TRIGGER IF EXISTS {table}_no_update"))
            .unwrap();
        world
            .sql(&format!("DROP TRIGGER IF EXISTS {table}_no_delete"))
            .unwrap();
    } else {
        world
            .sql(&format!(
                "DROP TRIGGER IF EXISTS {table}_no_change ON {table}"
            ))
            .unwrap();
    }
}

on_both! {
    async fn every_act_has_a_receipt_that_proves_it_without_us(world) {
        let (case, number, owner, seller, _) = dispute(&world).await;
        let entries = world.file(case).await.version as u32;
        assert!(entries >= 3);
        let mut outsider = Outsider::of(&world, "2026").await;
        let head = outsider.head().await;
        assert_eq!(head.size, u64::from(entries));
        assert_eq!(head.origin, "127.0.0.1:8080/log/2026");
        let leaves = outsider.leaves(head.size).await;
        assert_eq!(root(&hashes(&leaves)), head.root, "the tiles lead to the head that was signed");

        let mut at = world.signed_in(&owner).await;
        let mut previous = Leaf::NONE;
        for no in 1..=entries {
            let kept = keeps(&mut at, &number, no).await;
            assert_eq!(kept.receipt.verify(&kept.leaf, &outsider.key), Ok(head.clone()));
            assert!(leaves.contains(&kept.leaf));
            let leaf = Leaf::parse(&kept.leaf).unwrap();
            assert_eq!((leaf.seq, leaf.prev), (u64::from(no) - 1, previous), "the entries of a case hang together");
            previous = leaf.hash();
            let (record, salt) = kept.record.unwrap();
            assert_eq!(event_digest(&salt.try_into().unwrap(), &record), leaf.event);
            for secret in [number.as_str(), "Yunhe", "Aurel", "notice", "respondent"] {
                assert!(!kept.leaf.contains(secret), "{secret} stands in {}", kept.leaf);
            }
        }
        // One case does not share its hash with another, and two equal acts do not look alike.
        let other = world.complains(&owner, None).await;
        world.work().await;
        let kept = keeps(&mut at, &other.receipt.number.to_string(), 1).await;
        let own = keeps(&mut at, &number, 1).await;
        assert_ne!(Leaf::parse(&kept.leaf).unwrap().case, Leaf::parse(&own.leaf).unwrap().case);

        // The page for people says the same, in both directions.
        let page = at.get(&format!("/receipts/{number}/1")).await;
        assert!(page.attributes("a", "href").contains(&format!("/cases/{number}/entries/1")), "{}", page.text());
        let page = at.get(&format!("/cases/{number}/entries/1")).await;
        assert_eq!(page.heading(), "Proof of entry 1");
        assert!(page.text().contains("1 of "), "{}", page.text());
        let page = outsider.client.get("/log").await;
        assert!(page.text().contains("127.0.0.1:8080/log/2026") && page.text().contains(&outsider.key.to_string()));
        let _ = seller;
    }

    async fn whoever_may_not_read_an_entry_gets_its_proof_and_not_its_words(world) {
        let (_, number, owner, seller, officer) = dispute(&world).await;
        let words = redress::domain::messages::Act::Send {
            audience: redress::domain::messages::Audience::Registry,
            to_party: None,
            text: "Between us: our budget ends in June.".into(),
        };
        let case = world.case_of(&number).await.unwrap();
        world.acts(case, &owner, redress::domain::acts::Act::Message(words)).await.unwrap();
        world.work().await;
        let no = world.file(case).await.version as u32;
        let key = Outsider::of(&world, "2026").await.key;
        let own = keeps(&mut world.signed_in(&owner).await, &number, no).await;
        assert!(own.record.unwrap().0.contains("June"));
        let mut other_side = world.signed_in(&seller).await;
        let theirs = keeps(&mut other_side, &number, no).await;
        assert!(theirs.record.is_none());
        assert!(theirs.receipt.verify(&theirs.leaf, &key).is_ok());
        assert_eq!(theirs.leaf, own.leaf);
        let page = other_side.get(&format!("/cases/{number}/entries/{no}")).await;
        assert!(page.text().contains("not for your seat"), "{}", page.text());

        // Whoever has no seat learns nothing, not even that there is an entry.
        let mut stranger = world.signed_in(&world.person("passer-by", "P. Asser").await).await;
        for what in ["", "/proof", "/leaf", "/record", "/salt"] {
            let real = stranger.get(&format!("/cases/{number}/entries/1{what}")).await;
            let none = stranger.get(&format!("/cases/IP-2026-999999/entries/1{what}")).await;
            assert_eq!((real.status, none.status), (404, 404), "{what}");
        }
        let mut officer = world.signed_in(&officer).await;
        let none = officer.get(&format!("/cases/{number}/entries/{}/proof", no + 1)).await;
        assert_eq!(none.status, 404);
    }

    async fn what_was_signed_once_stands_in_every_later_head(world) {
        let (_, _, owner, _, _) = dispute(&world).await;
        let mut outsider = Outsider::of(&world, "2026").await;
        let first = outsider.head().await;
        let early = outsider.leaves(first.size).await;
        for _ in 0..3 {
            world.complains(&owner, None).await;
        }
        assert_eq!(outsider.head().await, first, "what waits is not signed yet");
        let beyond = outsider.file(&format!("tile/entries/000.p/{}", first.size + 1)).await;
        assert_eq!(beyond.status, 404, "nor shown");
        world.work().await;
        let later = outsider.head().await;
        assert!(later.size >= first.size + 3);
        let leaves = outsider.leaves(later.size).await;
        assert_eq!(leaves[..early.len()], early[..]);
        let all = hashes(&leaves);
        let proof = consistency(&mut &all[..], first.size, later.size).unwrap();
        assert!(is_consistent(first.size, later.size, first.root, later.root, &proof));
        // The hashes of the leaves are served too, and a narrower tile stays what it was.
        let wide = outsider.file(&format!("tile/0/000.p/{}", later.size)).await.body;
        let narrow = outsider.file(&format!("tile/0/000.p/{}", first.size)).await.body;
        assert_eq!(wide.len() as u64, later.size * 32);
        assert_eq!(wide[..narrow.len()], narrow[..]);
        for wrong in ["tile/0/0", "tile/1/000.p/1", "tile/0/000", "tile/9/000", "tile/", "tile/entries/001.p/1"] {
            assert_eq!(outsider.file(wrong).await.status, 404, "{wrong}");
        }
        assert_eq!(outsider.client.get("/log/1999/checkpoint").await.status, 404);
        // Signing what is signed changes nothing.
        assert_eq!(log::publish(&world.app).await.unwrap(), 0);
        assert_eq!(outsider.head().await, later);
    }

    async fn letters_carry_the_receipt_of_what_they_tell(world) {
        let (_, number, owner, seller, _) = dispute(&world).await;
        let key = Outsider::of(&world, "2026").await.key;
        for person in [&owner, &seller] {
            let letters = world.letters_to(&person.email).await;
            let letter = letters.iter().find(|letter| letter.subject.contains(&number)).unwrap();
            assert!(letter.text.contains("keep them with the letter"), "{}", letter.text);
            let raw = String::from_utf8(letter.raw.clone()).unwrap();
            let part = |ending: &str| {
                let name = raw.find(&format!(".{ending}\"")).unwrap_or_else(|| panic!("no {ending} in {raw}"));
                let body = raw[name..].split_once("\r\n\r\n").unwrap().1;
                let body = body.split_once("\r\n--=_").unwrap().0;
                decoded(&raw[name..], body)
            };
            let receipt = Receipt::parse(&part("tlog-proof")).unwrap();
            assert!(receipt.verify(&part("leaf"), &key).is_ok());
            assert_eq!(Key::parse(&part("vkey")), Ok(key.clone()));
        }
    }

    async fn whatever_is_changed_past_the_program_is_found_and_named(world) {
        let (case, number, _, _, _) = dispute(&world).await;
        assert_eq!(problems(&world).await, Vec::<String>::new());
        let size = world.app.store.read(|tx| stored::size(tx, "2026")).await.unwrap();
        let flipped = |column: &str| format!("replace({column}, substr({column}, 12, 1), 'e')");
        for table in ["docket", "docket_leaves", "log_leaves"] {
            unguarded(&world, table);
        }
        let zeros = "0".repeat(64);
        let changes = [
            // What is done, how it is undone, what is said.
            (
                "UPDATE log_leaves SET no = no + 1000 WHERE no = 1".to_owned(),
                "UPDATE log_leaves SET no = 1 WHERE no = 1001".to_owned(),
                "log 2026: leaf 1 is gone".to_owned(),
            ),
            (
                format!("UPDATE log_leaves SET hash = '{zeros}' WHERE no = 2"),
                "UPDATE log_leaves SET hash = (SELECT 'H') WHERE no = 2".to_owned(),
                "log 2026: leaf 2 was changed".to_owned(),
            ),
            (
                "UPDATE logs SET size = size - 1".to_owned(),
                "UPDATE logs SET size = size + 1".to_owned(),
                "log 2026: its first ".to_owned(),
            ),
            (
                format!("UPDATE logs SET size = {}", size + 5),
                format!("UPDATE logs SET size = {size}"),
                format!("log 2026: {size} leaves, but {} are signed", size + 5),
            ),
            (
                "UPDATE log_leaves SET entry_no = 77 WHERE no = 0".to_owned(),
                "UPDATE log_leaves SET entry_no = 1 WHERE no = 0".to_owned(),
                format!("case {number}: entry 1 is not in the log"),
            ),
        ];
        let hash = world.app.store.read(|tx| stored::list_hashes(tx, "2026", 2, 1)).await.unwrap().remove(0);
        for (change, undo, said) in changes {
            assert_eq!(world.sql(&change).unwrap(), 1, "{change}");
            let found = problems(&world).await;
            assert!(found.first().is_some_and(|first| first.starts_with(&said)), "{change}: {found:?}");
            world.sql(&undo.replace("(SELECT 'H')", &format!("'{hash}'"))).unwrap();
            assert_eq!(problems(&world).await, Vec::<String>::new(), "{undo}");
        }
        // A salt or a leaf that is another one: the case is named.
        world.sql(&format!("UPDATE docket_leaves SET salt = '{zeros}' WHERE no = 2")).unwrap();
        let found = problems(&world).await;
        assert_eq!(found, [format!("case {number}: the leaf of entry 2 does not follow from it")]);
        // An entry with its hash, its leaf and everything after it made fitting: the log still tells.
        world.sql(&format!("UPDATE docket_leaves SET leaf = {} WHERE no = 2", flipped("leaf"))).unwrap();
        assert!(!problems(&world).await.is_empty());
        let _ = case;
    }

    async fn a_record_that_is_not_as_it_was_signed_stops_all_writing_until_somebody_looked(world) {
        let (case, number, owner, _, officer) = dispute(&world).await;
        unguarded(&world, "log_leaves");
        let hash = world.app.store.read(|tx| stored::list_hashes(tx, "2026", 0, 1)).await.unwrap().remove(0);
        world.sql(&format!("UPDATE log_leaves SET hash = '{}' WHERE no = 0", "0".repeat(64))).unwrap();
        world.complains(&owner, None).await;
        world.work().await;
        let alarm = world.app.log.alarm().unwrap();
        assert!(alarm.what.contains("not those that were signed"), "{}", alarm.what);

        let market = world.marketplace("other", "Other Market").await.0;
        let again = crate::support::stories::measure(&[1], redress::domain::notices::MeasureAction::Restore);
        let refused = world.acts(case, &officer, again).await.unwrap_err();
        assert_eq!(refused, Refusal::Halted);
        let filing = world.notice("us-dmca-512", &owner, market, &["P-2"], None);
        assert_eq!(world.files(&owner, filing).await.unwrap_err(), Refusal::Halted);
        // The page keeps what was typed and says so.
        let mut at = world.signed_in(&owner).await;
        let path = format!("/cases/{number}/messages/new");
        at.get(&path).await;
        let page = at.post(&path, &[("audience", "registry"), ("text", "Is anybody there?")]).await;
        assert!(page.text().contains("nothing can be filed at the moment"), "{} {}", page.status, page.text());
        assert!(page.text().contains("Is anybody there?"));
        // Reading goes on; no date ends.
        assert_eq!(world.signed_in(&owner).await.get(&format!("/cases/{number}")).await.status, 200);
        let version = world.file(case).await.version;
        world.advance(SignedDuration::from_hours(24 * 90));
        world.work().await;
        assert_eq!(world.file(case).await.version, version);
        // Everybody reads why, before typing; the administrator what was found.
        let page = world.stranger().get("/").await;
        assert!(page.text().contains("nothing can be filed at the moment"));
        let manager = world.manager("watch").await;
        let page = world.signed_in(&manager).await.get("/admin").await;
        assert!(page.text().contains("not those that were signed"), "{}", page.text());
        assert!(world.stranger().get("/health/ready").await.text().contains("nothing is written"));
        // Another process starts with the alarm, and one that runs takes it up.
        let other = world.second_process().await;
        assert_eq!(other.log.alarm(), Some(alarm));

        world.sql(&format!("UPDATE log_leaves SET hash = '{hash}' WHERE no = 0")).unwrap();
        assert_eq!(problems(&world).await, Vec::<String>::new());
        log::resume(&world.app).await.unwrap();
        assert!(log::follow(&other).await.unwrap(), "writing begins again");
        assert!(!log::follow(&other).await.unwrap());
        world.complains(&owner, None).await;
        world.work().await;
        assert_eq!(world.app.log.alarm(), None);
        assert_eq!(problems(&world).await, Vec::<String>::new());
        other.store.close();
    }

    async fn the_newest_cases_are_looked_at_when_a_worker_starts(world) {
        let (_, number, _, _, _) = dispute(&world).await;
        unguarded(&world, "docket");
        world.sql("UPDATE docket SET actor_name = 'Somebody else' WHERE no = 2").unwrap();
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let running = actix_web::rt::spawn(jobs::run(Arc::clone(&world.app), stopped));
        for _ in 0..200 {
            if world.app.log.alarm().is_some() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let alarm = world.app.log.alarm().expect("it is noticed");
        assert!(alarm.what.contains(&number) && alarm.what.contains("entry 2"), "{}", alarm.what);
        stop.send(true).unwrap();
        running.await.unwrap();
    }

    async fn an_older_copy_of_the_database_is_noticed(world) {
        let (_, _, owner, _, _) = dispute(&world).await;
        let size = world.app.store.read(|tx| stored::size(tx, "2026")).await.unwrap();
        world.complains(&owner, None).await;
        world.work().await;
        // As if the copy of before the complaint had been restored.
        unguarded(&world, "log_leaves");
        world.sql(&format!("DELETE FROM log_leaves WHERE no >= {size}")).unwrap();
        world.sql(&format!("UPDATE logs SET size = {size}")).unwrap();
        log::publish(&world.app).await.unwrap();
        let alarm = world.app.log.alarm().unwrap();
        assert!(alarm.what.contains("an older copy of the database was restored"), "{}", alarm.what);
    }

    async fn a_log_ends_with_the_key_of_the_next_and_that_begins_with_its_last_head(world) {
        let (_, _, owner, _, _) = dispute(&world).await;
        let mut old = Outsider::of(&world, "2026").await;
        world.until("2027-01-04T09:00:00Z".parse().unwrap());
        let filed = world.complains(&owner, None).await;
        world.work().await;
        let last = old.head().await;
        let leaves = old.leaves(last.size).await;
        let closing: Closing = serde_json::from_str(leaves.last().unwrap()).unwrap();
        let mut new = Outsider::of(&world, "2027").await;
        assert_eq!((closing.closes.as_str(), closing.next.as_str()), (old.key.name(), new.key.to_string().as_str()));
        assert_ne!(old.key.public(), new.key.public());
        let head = new.head().await;
        let leaves = new.leaves(head.size).await;
        let opening: Opening = serde_json::from_str(&leaves[0]).unwrap();
        assert_eq!(Checkpoint::open(&opening.previous, &old.key), Ok(last.clone()));
        let kept = keeps(&mut world.signed_in(&owner).await, &filed.receipt.number.to_string(), 1).await;
        assert!(kept.receipt.verify(&kept.leaf, &new.key).is_ok());
        assert!(leaves.contains(&kept.leaf));
        assert_eq!(problems(&world).await, Vec::<String>::new());
        // Nothing is added to what is closed, whatever the clock shows.
        world.complains(&owner, None).await;
        world.work().await;
        assert_eq!(old.head().await, last);
        // Cut off between closing and opening, with a clock that was wrong about the year: it goes on in the next one.
        world.sql("UPDATE logs SET closed_at = signed_at WHERE name = '2027'").unwrap();
        world.complains(&owner, None).await;
        world.work().await;
        assert!(Outsider::of(&world, "2028").await.head().await.size >= 2);
        let page = world.stranger().get("/log").await;
        assert!(page.text().contains("closed"));
    }

    async fn cases_of_before_there_was_a_log_get_their_leaves(world) {
        let (case, number, owner, _, officer) = dispute(&world).await;
        for table in ["docket_leaves", "log_leaves"] {
            unguarded(&world, table);
        }
        for table in ["log_nodes", "log_leaves", "logs", "log_waiting", "docket_leaves", "case_logs"] {
            world.sql(&format!("DELETE FROM {table}")).unwrap();
        }
        std::fs::remove_dir_all(world.dir().join("log")).unwrap();
        assert_eq!(problems(&world).await, Vec::<String>::new());
        // The next act brings those of the case along; the others follow by themselves.
        let again = crate::support::stories::measure(&[1], redress::domain::notices::MeasureAction::Restore);
        let other = world.complains(&owner, None).await;
        let acted = world.acts(case, &officer, again).await;
        world.work().await;
        let entries = world.file(case).await.version as u32;
        let key = Outsider::of(&world, "2026").await.key;
        let mut at = world.signed_in(&owner).await;
        for (number, no) in [(number.as_str(), 1), (&number, entries), (&other.receipt.number.to_string(), 1)] {
            let kept = keeps(&mut at, number, no).await;
            assert!(kept.receipt.verify(&kept.leaf, &key).is_ok(), "{acted:?}");
        }
        assert_eq!(problems(&world).await, Vec::<String>::new());
    }

    async fn a_clock_that_goes_back_stops_writing_until_it_has_caught_up(world) {
        let (_, _, owner, _, _) = dispute(&world).await;
        let now = world.app.now();
        world.complains(&owner, None).await;
        world.until(now - SignedDuration::from_secs(2));
        world.complains(&owner, None).await;
        world.until(now - SignedDuration::from_secs(3));
        let marketplace = world.marketplace("other", "Other Market").await.0;
        let filing = world.notice("us-dmca-512", &owner, marketplace, &["P-3"], None);
        assert_eq!(world.files(&owner, filing.clone()).await.unwrap_err(), Refusal::Halted);
        world.until(now);
        world.files(&owner, filing).await.unwrap();
    }
}

/// Two witnesses of which one is enough, and a world whose log they watch.
async fn watched(names: [&'static str; 2]) -> (World, Option<World>, [Witness; 2]) {
    let start: Timestamp = START.parse().unwrap();
    let witnesses = [
        Witness::start(names[0], 1, start.as_second()),
        Witness::start(names[1], 2, start.as_second()),
    ];
    let folder = tempfile::tempdir().unwrap();
    let policy = folder.path().join("policy");
    let text = format!(
        "# Who watches\n{}\n{}\ngroup any-one any w1 w2\nquorum any-one\n",
        witnesses[0].line("w1"),
        witnesses[1].line("w2")
    );
    std::fs::write(&policy, text).unwrap();
    let set = |config: &mut Config| config.log.policy = policy.clone();
    let sqlite = World::sqlite_with(set).await;
    let postgres = World::postgres_with(set).await;
    (sqlite, postgres, witnesses)
}

async fn heads_are_shown(world: World, witnesses: &[Witness; 2]) {
    let (_, number, owner, _, _) = dispute(&world).await;
    let mut outsider = Outsider::of(&world, "2026").await;
    // Nobody knows the log yet: that is noted, and holds up nothing.
    let kept = keeps(&mut world.signed_in(&owner).await, &number, 1).await;
    assert_eq!(
        kept.receipt
            .note
            .lines()
            .filter(|line| line.starts_with('\u{2014}'))
            .count(),
        1
    );
    let said = world
        .app
        .store
        .read(|tx| stored::list_witnesses(tx, "2026"))
        .await
        .unwrap();
    assert!(
        said.iter().all(|row| row.answer.contains("404")),
        "{said:?}"
    );
    assert!(
        outsider
            .client
            .get("/log")
            .await
            .text()
            .contains("none of this head yet")
    );

    // One of two is enough, and the receipt says so.
    witnesses[0].watches(&outsider.key);
    world.work().await;
    let first = outsider.head().await;
    let policy = Policy::parse(&outsider.file("policy").await.text()).unwrap();
    assert_eq!(policy.logs(), std::slice::from_ref(&outsider.key));
    let kept = keeps(&mut world.signed_in(&owner).await, &number, 1).await;
    assert!(kept.receipt.verify(&kept.leaf, &outsider.key).is_ok());
    let seen = policy.seen_by(&kept.receipt.note).unwrap();
    assert_eq!(seen.keys().collect::<Vec<_>>(), ["w1"]);
    assert!(policy.is_met(&seen));
    let page = world
        .signed_in(&owner)
        .await
        .get(&format!("/cases/{number}/entries/1"))
        .await;
    assert!(
        page.text().contains(witnesses[0].key.name()),
        "{}",
        page.text()
    );

    // What is newer than a witnessed head has a receipt of the log alone until it is shown.
    for witness in witnesses {
        witness.mind.lock().unwrap().refuses = Some(503);
    }
    let filed = world.complains(&owner, None).await;
    world.work().await;
    let newer = keeps(
        &mut world.signed_in(&owner).await,
        &filed.receipt.number.to_string(),
        1,
    )
    .await;
    assert!(!policy.is_met(&policy.seen_by(&newer.receipt.note).unwrap()));
    let older = keeps(&mut world.signed_in(&owner).await, &number, 1).await;
    assert_eq!(
        older.receipt, kept.receipt,
        "the one that was witnessed stays"
    );
    for witness in witnesses {
        witness.mind.lock().unwrap().refuses = None;
    }
    // A witness that knows the log from elsewhere says how much it has signed; it is asked again from there.
    witnesses[1]
        .mind
        .lock()
        .unwrap()
        .logs
        .push((outsider.key.clone(), first.size, first.root));
    world.work().await;
    let newer = keeps(
        &mut world.signed_in(&owner).await,
        &filed.receipt.number.to_string(),
        1,
    )
    .await;
    assert_eq!(policy.seen_by(&newer.receipt.note).unwrap().len(), 2);
    let asked = witnesses[1].mind.lock().unwrap().asked;
    world.work().await;
    assert_eq!(
        witnesses[1].mind.lock().unwrap().asked,
        asked,
        "nobody is asked for what they have signed"
    );

    // A signature that is dated wrongly is not kept.
    for witness in witnesses {
        witness.mind.lock().unwrap().now += 3600;
    }
    world.complains(&owner, None).await;
    world.work().await;
    let said = world
        .app
        .store
        .read(|tx| stored::list_witnesses(tx, "2026"))
        .await
        .unwrap();
    assert!(
        said.iter().all(|row| row.answer.contains("is dated")),
        "{said:?}"
    );
    for witness in witnesses {
        witness.mind.lock().unwrap().now -= 3600;
    }
    world.work().await;
    assert_eq!(world.app.log.alarm(), None);

    // One that was shown another history stops everything.
    witnesses[0].mind.lock().unwrap().logs[0].2 = leaf_hash(b"another history");
    world.complains(&owner, None).await;
    world.work().await;
    let alarm = world.app.log.alarm().unwrap();
    assert!(alarm.what.contains("does not follow on"), "{}", alarm.what);
}

#[actix_web::test]
async fn heads_are_shown_to_witnesses_and_their_signatures_stand_in_receipts() {
    let (sqlite, postgres, witnesses) = watched(["witness.example/w1", "other.example/w2"]).await;
    heads_are_shown(sqlite, &witnesses).await;
    if let Some(postgres) = postgres {
        for witness in &witnesses {
            witness.mind.lock().unwrap().logs.clear();
        }
        heads_are_shown(postgres, &witnesses).await;
    }
}

/// The text of a part of a message, whatever its transfer encoding.
fn decoded(head: &str, body: &str) -> String {
    use base64::Engine;
    let is_base64 = head
        .split_once("\r\n\r\n")
        .is_some_and(|(head, _)| head.to_ascii_lowercase().contains("base64"));
    let plain = body.replace("\r\n", "\n");
    if is_base64 {
        let bytes = base64::engine::general_purpose::STANDARD
            .decode(plain.replace('\n', ""))
            .unwrap();
        return String::from_utf8(bytes).unwrap();
    }
    // Quoted-printable, where the dash of a note and long lines are written otherwise.
    let joined = plain.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.as_bytes();
    while let [first, after @ ..] = rest {
        match (first, after) {
            (b'=', [high, low, after @ ..])
                if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
            {
                bytes.push(hex::decode([*high, *low]).unwrap()[0]);
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn some(n: u64) -> Vec<Hash> {
    (0..n).map(|no| leaf_hash(&no.to_be_bytes())).collect()
}

#[tokio::test]
async fn the_signer_signs_what_follows_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let signer = Signer::Local(Arc::new(LocalSigner::new(folder.path().to_owned())));
    let origin = "odr.example/log/2026";
    assert!(
        signer.state(origin).await.is_err(),
        "no key yet, and none is made by asking"
    );
    let begun = signer.begin(origin).await.unwrap();
    assert_eq!(signer.begin(origin).await.unwrap(), begun, "one key a log");
    let key = Key::parse(&begun.key).unwrap();
    let all = some(300);
    let first = signer.sign(origin, 0, &all[..200]).await.unwrap();
    assert_eq!(
        Checkpoint::open(&first, &key).unwrap().root,
        root(&all[..200])
    );
    for (after, leaves) in [(0, &all[..100]), (199, &all[199..]), (201, &all[201..])] {
        let refused = signer
            .sign(origin, after, leaves)
            .await
            .unwrap_err()
            .to_string();
        assert!(refused.contains("has signed 200"), "{refused}");
    }
    let second = signer.sign(origin, 200, &all[200..]).await.unwrap();
    assert_eq!(Checkpoint::open(&second, &key).unwrap().root, root(&all));
    assert_eq!(
        signer.sign(origin, 300, &[]).await.unwrap(),
        second,
        "the same again is the same"
    );

    // Its files are for nobody else, and a changed one is not believed.
    let files: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    for file in &files {
        assert_eq!(
            std::fs::metadata(file).unwrap().permissions().mode() & 0o777,
            0o600,
            "{}",
            file.display()
        );
    }
    let state = files
        .iter()
        .find(|file| file.extension().is_some_and(|e| e == "state"))
        .unwrap();
    let text = std::fs::read_to_string(state).unwrap();
    std::fs::write(state, text.replace("\"size\": 300", "\"size\": 44")).unwrap();
    let refused = signer
        .sign(origin, 44, &all[44..])
        .await
        .unwrap_err()
        .to_string();
    assert!(refused.contains("not as it was written"), "{refused}");
    std::fs::write(state, text).unwrap();
    let key_file = files
        .iter()
        .find(|file| file.extension().is_some_and(|e| e == "key"))
        .unwrap();
    std::fs::remove_file(key_file).unwrap();
    let refused = signer.begin(origin).await.unwrap_err().to_string();
    assert!(
        refused.contains("the key is gone"),
        "a lost key is not quietly replaced: {refused}"
    );
}

#[tokio::test]
async fn a_signer_of_its_own_answers_one_user_at_its_socket() {
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("signer.sock");
    let local = Arc::new(LocalSigner::new(folder.path().join("keys")));
    let own = std::fs::metadata(folder.path())
        .map(|meta| std::os::unix::fs::MetadataExt::uid(&meta))
        .unwrap();
    let serving = tokio::spawn({
        let (socket, local) = (socket.clone(), Arc::clone(&local));
        async move { serve_signer(local, &socket, Some(own)).await }
    });
    let signer = Signer::Socket(socket.clone());
    let mut begun = signer.begin("odr.example/log/2026").await;
    for _ in 0..100 {
        if begun.is_ok() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        begun = signer.begin("odr.example/log/2026").await;
    }
    let key = Key::parse(&begun.unwrap().key).unwrap();
    let all = some(10_000);
    let note = signer.sign(key.name(), 0, &all).await.unwrap();
    assert_eq!(Checkpoint::open(&note, &key).unwrap().root, root(&all));
    assert!(
        signer
            .sign(key.name(), 5, &all[5..])
            .await
            .unwrap_err()
            .to_string()
            .contains("has signed 10000")
    );
    serving.abort();

    let other = folder.path().join("other.sock");
    let serving = tokio::spawn({
        let other = other.clone();
        async move { serve_signer(local, &other, Some(own + 1)).await }
    });
    while !other.exists() {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert!(
        Signer::Socket(other).state(key.name()).await.is_err(),
        "a stranger gets no answer"
    );
    serving.abort();
}

#[test]
fn the_tree_in_memory_and_in_tiles_is_one() {
    // What the tests above compare with is itself compared with RFC 6962 in the rules' own tests.
    let all = some(257);
    assert_eq!(
        (&mut &all[..]).hashes(1, 0, 1).unwrap(),
        [root(&all[..256])]
    );
}

/// A verifier that others wrote; `tests/run` brings it along. Without it the test says so and stops.
fn is_there(program: &str, argument: &str) -> bool {
    let found = Command::new(program)
        .arg(argument)
        .output()
        .is_ok_and(|done| done.status.success());
    assert!(
        found || std::env::var_os("REDRESS_TEST_ALL").is_none(),
        "{program} is not here, but all tests are to be run"
    );
    found
}

/// Writes a log of so many leaves as files: the checkpoint, the key, tiles of hashes, and for some leaves their proof.
async fn written(folder: &std::path::Path, size: u64) -> (Key, Vec<u64>) {
    let signer = Signer::Local(Arc::new(LocalSigner::new(folder.join("keys"))));
    let origin = format!("odr.example/log/{size}");
    let key = Key::parse(&signer.begin(&origin).await.unwrap().key).unwrap();
    let texts: Vec<String> = (0..size).map(|no| format!("{{\"leaf\":{no}}}")).collect();
    let all = hashes(&texts);
    let mut note = String::new();
    for (part, hashes) in all.chunks(10_000).enumerate() {
        note = signer
            .sign(&origin, part as u64 * 10_000, hashes)
            .await
            .unwrap();
    }
    std::fs::write(folder.join("checkpoint"), &note).unwrap();
    std::fs::write(folder.join("key"), key.to_string()).unwrap();
    std::fs::write(folder.join("key.pem"), key.pem()).unwrap();
    let mut level = 0_u8;
    let mut count = size;
    while count > 0 {
        for index in 0..count.div_ceil(256) {
            let width = (count - index * 256).min(256);
            let tile = redress::domain::log::Tile {
                level: Some(level),
                index,
                width,
            };
            let path = folder.join("tile").join(tile.path());
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            let hashes = (&mut &all[..]).hashes(level, index * 256, width).unwrap();
            std::fs::write(path, redress::domain::log::tiles::hashes_bytes(&hashes)).unwrap();
        }
        count /= 256;
        level += 1;
    }
    let mut chosen: Vec<u64> = [0, size / 2, size - 1].into();
    chosen.dedup();
    for index in &chosen {
        let receipt = Receipt {
            index: *index,
            hashes: redress::domain::log::tree::inclusion(&mut &all[..], *index, size).unwrap(),
            note: note.clone(),
        };
        std::fs::write(
            folder.join(format!("{index}.tlog-proof")),
            receipt.to_string(),
        )
        .unwrap();
        std::fs::write(
            folder.join(format!("{index}.leaf")),
            &texts[*index as usize],
        )
        .unwrap();
    }
    (key, chosen)
}

const SIZES: [u64; 9] = [1, 2, 3, 8, 255, 256, 257, 300, 65_537];

#[tokio::test]
async fn openssl_and_coreutils_accept_our_heads_and_proofs_and_refuse_changed_ones() {
    if !is_there("openssl", "version") {
        return;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/receipt.sh");
    for size in SIZES {
        let folder = tempfile::tempdir().unwrap();
        let (_, chosen) = written(folder.path(), size).await;
        let check = |proof: &str, leaf: &str| {
            let done = Command::new("bash")
                .args([script, proof, leaf, "key.pem"])
                .current_dir(folder.path())
                .output()
                .unwrap();
            (
                done.status.success(),
                String::from_utf8_lossy(&done.stderr).into_owned(),
            )
        };
        for index in chosen {
            let (proof, leaf) = (format!("{index}.tlog-proof"), format!("{index}.leaf"));
            let (accepted, why) = check(&proof, &leaf);
            assert!(accepted, "{index} of {size}: {why}");
            let text = std::fs::read_to_string(folder.path().join(&proof)).unwrap();
            std::fs::write(folder.path().join("other.leaf"), "{\"leaf\":-1}").unwrap();
            assert!(
                !check(&proof, "other.leaf").0,
                "another leaf at {index} of {size}"
            );
            let resized = text.replace(&format!("\n{size}\n"), &format!("\n{}\n", size + 1));
            std::fs::write(folder.path().join("resized"), resized).unwrap();
            assert!(!check("resized", &leaf).0, "another size than {size}");
        }
    }
}

#[tokio::test]
async fn the_checksum_database_of_go_accepts_our_logs_and_refuses_changed_ones() {
    let Some(program) = std::env::var_os("REDRESS_TEST_SUMDB") else {
        assert!(
            std::env::var_os("REDRESS_TEST_ALL").is_none(),
            "the verifier in Go was not built"
        );
        return;
    };
    for size in SIZES {
        let folder = tempfile::tempdir().unwrap();
        let (_, chosen) = written(folder.path(), size).await;
        let check = || Command::new(&program).arg(folder.path()).output().unwrap();
        let done = check();
        assert!(
            done.status.success(),
            "{size}: {}",
            String::from_utf8_lossy(&done.stderr)
        );
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert_eq!(said.lines().count(), chosen.len(), "{said}");
        // One bit of a tile, of the head, of a leaf.
        let last = redress::domain::log::Tile {
            level: Some(0),
            index: (size - 1) / 256,
            width: (size - 1) % 256 + 1,
        };
        for name in [
            format!("tile/{}", last.path()),
            "checkpoint".to_owned(),
            format!("{}.leaf", size - 1),
        ] {
            let path = folder.path().join(&name);
            let whole = std::fs::read(&path).unwrap();
            let mut changed = whole.clone();
            *changed.last_mut().unwrap() ^= 2;
            std::fs::write(&path, &changed).unwrap();
            assert!(!check().status.success(), "{name} of {size}");
            std::fs::write(&path, &whole).unwrap();
        }
        assert!(check().status.success());
    }
}

#[tokio::test]
async fn the_program_itself_checks_a_receipt_without_a_connection() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), 257).await;
    let check = |arguments: &[&str]| {
        let program = env!("CARGO_BIN_EXE_redress");
        let done = Command::new(program)
            .arg("verify")
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        (
            done.status.success(),
            format!(
                "{}{}",
                String::from_utf8_lossy(&done.stdout),
                String::from_utf8_lossy(&done.stderr)
            ),
        )
    };
    let (is_sound, said) = check(&["128.tlog-proof", "--leaf", "128.leaf", "--key", "key"]);
    assert!(is_sound, "{said}");
    assert!(
        said.contains("number 129 of that log")
            && said.contains("not checked: what the entry says"),
        "{said}"
    );
    let (is_sound, said) = check(&["128.tlog-proof", "--leaf", "0.leaf", "--key", "key"]);
    assert!(
        !is_sound && said.contains("the leaf is not in the tree"),
        "{said}"
    );
    let (is_sound, said) = check(&["128.leaf", "--leaf", "128.leaf", "--key", "key"]);
    assert!(!is_sound && said.contains("malformed"), "{said}");
    let (is_sound, said) = check(&["128.tlog-proof", "--leaf", "128.leaf", "--key", "no-key"]);
    assert!(
        !is_sound && said.contains("neither a verifier key nor a file"),
        "{said}"
    );
}
