//! The case file to take away: what is in it for whom, and that its hashes are right.

use crate::support::World;
use crate::support::client::{Client, Page};
use crate::support::hearing::Hearing;
use redress::domain::acts::Act;
use redress::domain::evidence;
use redress::domain::messages::{self, Audience};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

/// The files of a package, and that the package is sound.
fn opened(page: &Page, folder: &Path) -> BTreeMap<String, Vec<u8>> {
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(page.headers["content-type"], "application/zip");
    assert!(page.headers["content-disposition"].starts_with("attachment"));
    let mut archive = zip::ZipArchive::new(Cursor::new(&page.body)).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        assert!(entry.enclosed_name().is_some(), "{name} leads elsewhere");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let path = folder.join(&name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &bytes).unwrap();
        assert!(files.insert(name.clone(), bytes).is_none(), "{name} twice");
    }
    let manifest = String::from_utf8(files["SHA256SUMS"].clone()).unwrap();
    assert_eq!(
        manifest.lines().count(),
        files.len() - 1,
        "every file but the manifest stands in it"
    );
    match Command::new("sha256sum")
        .args(["--strict", "-c", "SHA256SUMS"])
        .current_dir(folder)
        .output()
    {
        Ok(done) => assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        ),
        Err(error) => eprintln!("sha256sum is not here: {error}"),
    }
    files
}

async fn take(client: &mut Client, number: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let page = client.get(&format!("/cases/{number}/file.zip")).await;
    opened(&page, folder.path())
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

enum Who {
    Owner,
    Seller,
    Manager,
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
        for part in ["index.html", "docket.json", "docket.pdf", "exhibits/C-1-registration.txt", "exhibits/R-1-licence.txt"] {
            assert!(names.contains(&part), "{part} is missing: {names:?}");
        }
        let pdf = &owner["docket.pdf"];
        assert!(pdf.starts_with(b"%PDF"), "{} bytes: {:?}", pdf.len(), String::from_utf8_lossy(&pdf[..pdf.len().min(40)]));
        assert_eq!(owner["exhibits/C-1-registration.txt"], b"Registration 018 234 567", "byte for byte");
        let letter = names.iter().find(|n| n.starts_with("letters/")).expect("letters are in it");
        let letter = String::from_utf8_lossy(&owner[*letter]);
        assert!(letter.contains("\nWritten: 2026-03-") && letter.contains("\nSent: 2026-03-"), "when somebody was told: {letter}");
        let withdrawn = names.iter().find(|n| n.starts_with("exhibits/withdrawn/")).expect("a withdrawn exhibit stays");
        assert!(withdrawn.contains(label.as_str()), "{withdrawn}");
        let index = String::from_utf8_lossy(&owner["index.html"]).into_owned();
        assert!(index.contains("(Withdrawn)") && index.contains("Aurel &amp; Finch") && !index.contains("<b>"), "{index}");
        for name in names.iter().filter(|n| **n != "SHA256SUMS" && **n != "index.html") {
            let shown = name.replace('&', "&amp;").replace('"', "&quot;");
            assert!(index.contains(&shown), "the index lacks {name}");
        }
        let all = text(&owner);
        assert!(all.contains("CLAIMANT-SECRET") && all.contains("PARTIES-ONLY"));
        assert!(!all.contains("SELLER-SECRET") && !all.contains("REGISTRY-NOTE"), "others' private words");

        // The record in it can be checked: each entry has the hash that stands beside it.
        let docket: serde_json::Value = serde_json::from_slice(&owner["docket.json"]).unwrap();
        let entries = docket.as_array().unwrap();
        assert_eq!(entries.len() as u64, world.file(hearing.case).await.version, "no number is missing");
        assert!(entries.windows(2).all(|two| two[1]["previous"] == two[0]["hash"]));
        assert!(entries.iter().any(|e| e["withheld"] == true && e["entry"].is_null()));

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
        assert!(other.contains_key("exhibits/C-1-registration.txt"));
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
}
