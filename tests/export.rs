//! The case file to take away: what is in it for whom, and that its hashes are right.

use crate::log::unguarded;
use crate::support::client::{Client, Page};
use crate::support::hearing::Hearing;
use crate::support::{Person, World};
use actix_web::test::TestRequest;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use redress::domain::acts::Act;
use redress::domain::casefile::Listed;
use redress::domain::casefile::issued::Issued;
use redress::domain::docket::{Deed, Entry};
use redress::domain::ids::CaseId;
use redress::domain::messages::{self, Audience};
use redress::domain::{evidence, settlements};
use redress::i18n::Locale;
use redress::services::telling::{Extent, Reading};
use redress::services::{acts, integrity};
use redress::storage::docket;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

/// The files of a package by their path in it, and that the package is sound.
fn opened(page: &Page, folder: &Path, number: &str) -> BTreeMap<String, Vec<u8>> {
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(page.headers["content-type"], "application/zip");
    assert!(page.headers["content-disposition"].starts_with("attachment"));
    let mut archive = zip::ZipArchive::new(Cursor::new(&page.body)).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        assert!(entry.enclosed_name().is_some(), "{name} leads elsewhere");
        assert!(name.is_ascii(), "{name} is plain everywhere");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let path = folder.join(&name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &bytes).unwrap();
        let path = name.strip_prefix(&format!("{number}/")).unwrap().to_owned();
        assert!(files.insert(path, bytes).is_none(), "{name} twice");
    }
    files
}

/// Runs a program that others have too, where it is here.
fn run(program: &str, arguments: &[&str], folder: &Path) -> Option<(bool, String)> {
    let done = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output();
    match done {
        Ok(done) => {
            let said = [done.stdout, done.stderr].concat();
            Some((
                done.status.success(),
                String::from_utf8_lossy(&said).into_owned(),
            ))
        }
        Err(error) => {
            assert!(
                std::env::var_os("REDRESS_TEST_ALL").is_none(),
                "{program}: {error}"
            );
            eprintln!("{program} is not here: {error}");
            None
        }
    }
}

async fn take(client: &mut Client, number: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let page = fetched(client, number).await;
    opened(&page, folder.path(), number)
}

/// Has the case file made, and the address at which it is fetched.
pub async fn made(client: &mut Client, number: &str) -> String {
    let address = format!("/cases/{number}/file");
    client.get(&address).await;
    let done = client.post(&address, &[]).await;
    assert_eq!(
        (done.status, &done.location),
        (303, &address),
        "{}",
        done.text()
    );
    for _ in 0..200 {
        let page = client.get(&address).await;
        if page.select("progress").is_empty() {
            let found = page.attributes("main a[download][href$='.zip']", "href");
            return found
                .first()
                .unwrap_or_else(|| panic!("{}", page.text()))
                .clone();
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the case file is not ready");
}

/// The case file as somebody takes it away.
pub async fn fetched(client: &mut Client, number: &str) -> Page {
    let address = made(client, number).await;
    client.get(&address).await
}

fn text(files: &BTreeMap<String, Vec<u8>>) -> String {
    files
        .iter()
        .filter(|(name, _)| !name.ends_with(".pdf"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .collect()
}

async fn says(world: &World, hearing: &Hearing, who: Who, audience: Audience, words: &str) {
    let person = match who {
        Who::Owner => &hearing.owner,
        Who::Seller => &hearing.seller,
        Who::Manager => &hearing.manager,
    };
    let send = messages::Act::Send {
        audience,
        to_party: None,
        text: words.into(),
    };
    world
        .acts(hearing.case, person, Act::Message(send))
        .await
        .unwrap();
}

async fn last_entry(world: &World, case: CaseId) -> Entry {
    let row = world
        .app
        .store
        .read(move |tx| docket::last(tx, case))
        .await
        .unwrap()
        .expect("a case has entries");
    serde_json::from_str(&row.entry.0).unwrap()
}

enum Who {
    Owner,
    Seller,
    Manager,
}

/// How many files there are below a folder.
fn walk(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .map(|path| if path.is_dir() { walk(&path) } else { 1 })
        .sum()
}

on_both! {
    async fn everybody_takes_away_what_they_may_see_and_its_hashes_are_right(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        // Names of files as people give them.
        let long = format!("{}.txt", "证据".repeat(60));
        world.exhibit(hearing.case, &hearing.owner, &long, "灯".as_bytes()).await;
        world.exhibit(hearing.case, &hearing.owner, "a <b>&\".txt", b"odd").await;
        let label = world.file(hearing.case).await.exhibits.last().unwrap().label.clone();
        let withdraw = evidence::Act::Withdraw { label: label.clone(), reason: "The wrong file".into() };
        world.acts(hearing.case, &hearing.owner, Act::Evidence(withdraw)).await.unwrap();
        says(&world, &hearing, Who::Owner, Audience::Registry, "only the registry reads CLAIMANT-SECRET").await;
        says(&world, &hearing, Who::Seller, Audience::Registry, "only the registry reads SELLER-SECRET").await;
        says(&world, &hearing, Who::Manager, Audience::Registry, "a note REGISTRY-NOTE").await;
        says(&world, &hearing, Who::Seller, Audience::Parties, "we would talk PARTIES-ONLY").await;
        world.work().await;

        let owner = take(&mut world.signed_in(&hearing.owner).await, &hearing.number).await;
        let names: Vec<&str> = owner.keys().map(String::as_str).collect();
        for part in ["data/index.html", "data/docket.pdf", "data/evidence/C-1.txt", "data/evidence/R-1.txt", "data/records/000000.json", "verify.sh"] {
            assert!(names.contains(&part), "{part} is missing: {names:?}");
        }
        let pdf = &owner["data/docket.pdf"];
        assert!(pdf.starts_with(b"%PDF"), "{} bytes: {:?}", pdf.len(), String::from_utf8_lossy(&pdf[..pdf.len().min(40)]));
        assert_eq!(owner["data/evidence/C-1.txt"], b"Registration 018 234 567", "byte for byte");
        let letter = names.iter().find(|n| n.starts_with("data/letters/")).expect("letters are in it");
        let letter = String::from_utf8_lossy(&owner[*letter]);
        assert!(letter.contains("\nWritten: Mon 2 March 2026, ") && letter.contains("\nSent: Mon 2 March 2026, "), "when somebody was told: {letter}");
        let withdrawn = names.iter().find(|n| n.starts_with("data/evidence/withdrawn/")).expect("a withdrawn exhibit stays");
        assert!(withdrawn.contains(label.as_str()), "{withdrawn}");
        let index = String::from_utf8_lossy(&owner["data/index.html"]).into_owned();
        assert!(index.contains("(Withdrawn)") && index.contains("Aurel &amp; Finch") && !index.contains("<b>"), "{index}");
        for name in names.iter().filter(|n| n.starts_with("data/letters/") || n.starts_with("data/evidence/")) {
            assert!(index.contains(name.strip_prefix("data/").unwrap()), "the index lacks {name}");
        }
        assert!(index.contains("We received your notice") && index.contains("CLAIMANT-SECRET"), "letters and the record can be read");
        assert!(!index.contains("SELLER-SECRET") && !index.contains("<script"), "{index}");
        let listed: Vec<Listed> = serde_json::from_slice(&owner["data/files.json"]).unwrap();
        assert!(listed.iter().any(|one| one.name == long), "names as people gave them are kept");
        let all = text(&owner);
        assert!(all.contains("CLAIMANT-SECRET") && all.contains("PARTIES-ONLY"));
        assert!(!all.contains("SELLER-SECRET") && !all.contains("REGISTRY-NOTE"), "others' private words");

        // Of each entry there is the line in the log; what is not for the reader is named.
        let version = world.file(hearing.case).await.version;
        let leaves = owner.keys().filter(|name| name.starts_with("log/leaves/")).count() as u64;
        assert_eq!(leaves, version, "no number is missing");
        let withheld = String::from_utf8(owner["data/withheld.txt"].clone()).unwrap();
        let records = owner.keys().filter(|name| name.starts_with("data/records/") && name.ends_with(".json")).count() as u64;
        let kept_back = withheld.lines().filter(|line| line.split_once("  ").is_some_and(|(what, _)| what.len() == 6)).count() as u64;
        assert!(kept_back > 0 && records + kept_back == version, "{withheld}");

        let registry = text(&take(&mut world.signed_in(&hearing.manager).await, &hearing.number).await);
        for words in ["CLAIMANT-SECRET", "SELLER-SECRET", "REGISTRY-NOTE", "PARTIES-ONLY"] {
            assert!(registry.contains(words), "the registry has {words}");
        }
        assert!(!registry.contains("/links/"), "no letter in it opens a door");
        let tribunal = text(&take(&mut world.signed_in(&hearing.arbitrator).await, &hearing.number).await);
        for words in ["CLAIMANT-SECRET", "SELLER-SECRET", "REGISTRY-NOTE", "PARTIES-ONLY"] {
            assert!(!tribunal.contains(words), "the tribunal has {words}");
        }

        // One seller does not learn of the other from what it takes away, nor from any page.
        let mut letter = world.seller_by_letter().await;
        let other = take(&mut letter, &hearing.number).await;
        assert!(other.contains_key("data/evidence/C-1.txt"));
        assert!(!other.keys().any(|name| name.contains("R-1")), "{:?}", other.keys());
        for words in ["Brightway", "seller@people.example", "PARTIES-ONLY", "SELLER-SECRET"] {
            for (name, bytes) in &other {
                let text = String::from_utf8_lossy(bytes);
                assert!(!text.contains(words), "{words} is in {name} of the other seller's file: {text}");
            }
        }
        for part in ["", "/claims", "/timeline", "/evidence", "/messages", "/parties", "/tribunal", "/file"] {
            let page = letter.get(&format!("/cases/{}{part}", hearing.number)).await;
            assert!(!page.text().contains("Brightway"), "{part} names the other seller: {}", page.text());
        }
    }

    async fn a_stranger_checks_the_case_file_without_us_and_finds_what_was_changed(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        world.work().await;
        let key = world.app.store.read(redress::storage::log::list_logs).await.unwrap().pop().unwrap().key;
        for person in [&hearing.owner, &hearing.seller, &hearing.manager, &hearing.arbitrator] {
            let mut client = world.signed_in(person).await;
            let page = fetched(&mut client, &hearing.number).await;
            let folder = tempfile::tempdir().unwrap();
            let files = opened(&page, folder.path(), &hearing.number);
            let archive = folder.path().join("file.zip");
            std::fs::write(&archive, &page.body).unwrap();
            let again = fetched(&mut client, &hearing.number).await;
            assert!(again.body == page.body, "the same state makes the same bytes");

            // With this program, the key known from before.
            let verify = |file: &Path| {
                let file = file.to_str().unwrap();
                run(env!("CARGO_BIN_EXE_redress"), &["verify", file, "--key", &key], folder.path()).unwrap()
            };
            let (holds, said) = verify(&archive);
            assert!(holds, "{said}");
            assert!(said.contains("stand in the log that its key has signed"), "{said}");
            assert!(!said.contains("came with the file"), "{said}");
            let mut changed = page.body.to_vec();
            let at = changed.windows(9).position(|bytes| bytes == b"\"actor\":{").unwrap();
            changed[at + 1] ^= 1;
            std::fs::write(&archive, &changed).unwrap();
            let (holds, said) = verify(&archive);
            assert!(!holds && said.contains("FAILED"), "{said}");

            // With what everybody has.
            let bag = folder.path().join(&hearing.number);
            if let Some((holds, said)) = run("bash", &["verify.sh"], &bag) {
                assert!(holds, "{said}");
                assert!(said.contains("stand in the log that its key has signed"), "{said}");
            }
            if let Ok(program) = std::env::var("REDRESS_TEST_BAGIT") {
                let (holds, said) = run("python3", &[&program, "--validate", bag.to_str().unwrap()], folder.path()).unwrap();
                assert!(holds && said.contains("is valid"), "{said}");
            } else {
                assert!(std::env::var_os("REDRESS_TEST_ALL").is_none(), "the verifier of bags is not here");
            }
            // Somebody changes an entry and makes the manifests fit.
            let record = files.keys().find(|path| path.starts_with("data/records/") && path.ends_with(".json")).unwrap();
            let mut text = files[record].clone();
            text.extend_from_slice(b" ");
            std::fs::write(bag.join(record), &text).unwrap();
            let forge = "sha256sum $(cut -c 67- manifest-sha256.txt) > m && mv m manifest-sha256.txt && \
                         sha256sum $(cut -c 67- tagmanifest-sha256.txt) > ../t && mv ../t tagmanifest-sha256.txt";
            if run("bash", &["-c", forge], &bag).is_some_and(|(done, _)| done) {
                let (holds, said) = run("bash", &["verify.sh"], &bag).unwrap();
                assert!(!holds && said.contains("not the entry that its line stands for"), "{said}");
            }
        }
    }

    async fn a_case_file_is_handed_out_in_parts_and_what_lies_beside_it_proves_that(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        world.work().await;
        let mut owner = world.signed_in(&hearing.owner).await;
        let address = made(&mut owner, &hearing.number).await;
        let whole = owner.get(&address).await;
        assert_eq!((whole.status, &*whole.headers["accept-ranges"]), (200, "bytes"));
        let digest = hex::encode(Sha256::digest(&whole.body));

        // A line that breaks is taken up where it broke.
        let part = TestRequest::get().uri(&address).insert_header(("Range", "bytes=1000-"));
        let part = owner.send(part).await;
        assert_eq!((part.status, &part.body[..]), (206, &whole.body[1000..]));
        assert_eq!(part.headers["etag"], format!("\"{digest}\""));

        // Nobody else fetches it, whatever they may do in the case; the registry sees that it was made.
        for person in [&hearing.seller, &hearing.manager, &hearing.arbitrator] {
            let mut other = world.signed_in(person).await;
            for ending in ["", ".sha256", ".record.json", ".salt", ".tlog-proof"] {
                assert_eq!(other.get(&format!("{address}{ending}")).await.status, 404, "{ending}");
            }
            let page = other.get(&format!("/cases/{}/file", hearing.number)).await;
            let is_listed = page.text().contains(&digest);
            assert_eq!(is_listed, person.id == hearing.manager.id, "{}", page.text());
            assert!(page.attributes("main a[download]", "href").is_empty());
        }
        for wrong in ["a", ".exe", ".sha256x", "/../x"] {
            assert_eq!(owner.get(&format!("{address}{wrong}")).await.status, 404, "{wrong}");
        }

        // What lies beside it, checked by this program, and by minisign and sha256sum where they are.
        world.work().await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(format!("{}.zip", hearing.number));
        std::fs::write(&file, &whole.body).unwrap();
        let at = |ending: &str| folder.path().join(format!("{}.zip.{ending}", hearing.number));
        let verify = || run(env!("CARGO_BIN_EXE_redress"), &["verify", file.to_str().unwrap()], folder.path()).unwrap();
        let (holds, said) = verify();
        assert!(holds && said.contains("not checked: that the service handed this file out"), "{said}");
        for ending in ["sha256", "record.json", "salt", "leaf", "tlog-proof", "minisig"] {
            let page = owner.get(&format!("{address}.{ending}")).await;
            assert_eq!(page.status, 200, "{ending}: {}", page.text());
            std::fs::write(at(ending), &page.body).unwrap();
        }
        let (holds, said) = verify();
        assert!(holds && said.contains("the service handed out this very file at 2026-03-"), "{said}");
        let record = std::fs::read_to_string(at("record.json")).unwrap();
        assert!(Issued::parse(&record).is_some_and(|issued| issued.sha256 == digest && issued.case_no == hearing.number));
        if let Some((holds, said)) = run("sha256sum", &["--strict", "-c", at("sha256").to_str().unwrap()], folder.path()) {
            assert!(holds, "{said}");
        }
        let key = world.stranger().get("/verify/minisign.pub").await;
        std::fs::write(folder.path().join("k.pub"), &key.body).unwrap();
        let minisign = || run("minisign", &["-V", "-p", "k.pub", "-m", file.to_str().unwrap()], folder.path());
        if let Some((holds, said)) = minisign() {
            assert!(holds && said.contains("Signature and comment signature verified"), "{said}");
        }

        // Another file with the same papers beside it, or another record, is refused.
        let forged = record.replace(&digest, &"0".repeat(64));
        std::fs::write(at("record.json"), forged).unwrap();
        let (holds, said) = verify();
        assert!(!holds && said.contains("not what the line stands for"), "{said}");
        std::fs::write(at("record.json"), &record).unwrap();
        let mut seller = world.signed_in(&hearing.seller).await;
        let other = fetched(&mut seller, &hearing.number).await;
        std::fs::write(&file, &other.body).unwrap();
        let (holds, said) = verify();
        assert!(!holds && said.contains("is of another file"), "{said}");
        if let Some((holds, said)) = minisign() {
            assert!(!holds, "{said}");
        }

        // Anybody looks up a hash; nothing else is told.
        let mut stranger = world.stranger();
        let known = stranger.get(&format!("/verify?sha256={digest}++CASE.zip")).await;
        assert!(known.text().contains("handed out a case file with this hash"), "{}", known.text());
        assert!(!known.text().contains(&hearing.number) && !known.text().contains(&hearing.owner.name));
        let unknown = stranger.get(&format!("/verify?sha256={}", "0".repeat(64))).await;
        assert!(unknown.text().contains("No case file with this hash"), "{}", unknown.text());
        let typed = stranger.get("/verify?sha256=%3Cb%3E").await;
        assert_eq!((typed.errors().len(), typed.attributes("#f-sha256", "value")), (1, vec!["<b>".to_owned()]));
        assert_eq!(stranger.get("/verify").await.errors().len(), 0);
    }

    async fn case_files_are_listed_kept_for_a_week_and_part_of_the_record(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        world.work().await;
        let mut owner = world.signed_in(&hearing.owner).await;
        let first = made(&mut owner, &hearing.number).await;
        assert_eq!(made(&mut owner, &hearing.number).await, first, "the same state is the same file");
        let kept = || walk(&world.dir().join("exports/blobs"));
        assert_eq!(kept(), 1);
        for no in 1..=3 {
            says(&world, &hearing, Who::Owner, Audience::Registry, &format!("word {no}")).await;
            world.work().await;
            made(&mut owner, &hearing.number).await;
        }
        // The newest three stay; what proves the others too.
        assert_eq!(kept(), 3);
        assert_eq!(owner.get(&first).await.status, 404);
        assert_eq!(owner.get(&format!("{first}.tlog-proof")).await.status, 200);
        let page = owner.get(&format!("/cases/{}/file", hearing.number)).await;
        assert_eq!(page.select("main progress").len(), 0);
        assert_eq!(page.attributes("main a[href$='.zip']", "href").len(), 3);
        assert!(page.text().contains("It is not kept here any more."), "{}", page.text());
        world.advance(SignedDuration::from_hours(7 * 24 + 1));
        world.work().await;
        assert_eq!(kept(), 0);
        let mut owner = world.signed_in(&hearing.owner).await;
        let page = owner.get(&format!("/cases/{}/file", hearing.number)).await;
        assert_eq!(page.attributes("main a[href$='.zip']", "href").len(), 0);
        assert_eq!(page.attributes("main a[href$='.tlog-proof']", "href").len(), 4);

        // What was handed out is part of what is checked, and cannot be changed.
        let problems = || async { integrity::check(&world.app).await.unwrap().problems };
        assert_eq!(problems().await, Vec::<String>::new());
        let change = "UPDATE export_leaves SET record = replace(record, '\"v\":1', '\"v\":2')";
        assert!(world.sql(change).is_err());
        unguarded(&world, "export_leaves");
        world.sql(change).unwrap();
        let found = problems().await;
        assert!(found.len() == 1 && found[0].contains("case file") && found[0].contains("does not follow from its record"), "{found:?}");
    }

    async fn the_record_tells_what_was_said_to_whoever_may_read_it(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        says(&world, &hearing, Who::Owner, Audience::Registry, "only the registry reads CLAIMANT-SECRET").await;
        let told = async |person: &Person| {
            let (file, actor) = (world.file(hearing.case).await, world.seat(hearing.case, person).await);
            let pack = acts::pinned(&world.app, &file).unwrap();
            let rows = world.app.store.read(move |tx| docket::list(tx, hearing.case, 0, 1_000)).await.unwrap();
            let words = world.app.words(Locale::En);
            let reading = Reading { file: &file, pack: &pack, actor: &actor, words: &words, zone: &TimeZone::UTC };
            let lines = rows.iter().map(|row| {
                let entry: Entry = serde_json::from_str(&row.entry.0).unwrap();
                let told = reading.tell(&entry, Extent::Whole);
                format!("{}\n{}\n{}\n", told.title, told.body.join("\n"), told.cites.join("\n"))
            });
            lines.collect::<String>()
        };
        let owner = told(&hearing.owner).await;
        for words in ["CLAIMANT-SECRET", "article 43", "We have a licence from the brand.", "Consent to arbitration given"] {
            assert!(owner.contains(words), "{words}: {owner}");
        }
        let arbitrator = told(&hearing.arbitrator).await;
        assert!(!arbitrator.contains("CLAIMANT-SECRET") && arbitrator.contains("The contents are not for your side."), "{arbitrator}");
    }

    async fn who_decides_learns_of_talks_only_that_there_were_some(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        let file = world.file(hearing.case).await;
        let pack = acts::pinned(&world.app, &file).unwrap();
        let words = world.app.words(Locale::En);
        let offer = settlements::Act::Decline { offer: 1, reason: "Too little".into() };
        let entry = Entry { deed: Deed::Done(Act::Settlement(offer)), ..last_entry(&world, hearing.case).await };
        for (person, title) in [(&hearing.arbitrator, "A step in talks or performance"), (&hearing.officer, "A step in talks or performance"), (&hearing.owner, "Offer declined")] {
            let actor = world.seat(hearing.case, person).await;
            let reading = Reading { file: &file, pack: &pack, actor: &actor, words: &words, zone: &TimeZone::UTC };
            assert_eq!(reading.tell(&entry, Extent::Short).title, title);
        }
    }
}
