//! Evidence on pages: several files at once and their numbers, limits, hostile names and contents, who sees
//! what, downloads, changing the words, withdrawing, and forms sent twice.

use crate::support::stories::measure;
use crate::support::{FILE_BYTES, PARTY_BYTES};
use redress::domain::acts::Act;
use redress::domain::complaints;
use redress::domain::evidence::ExhibitKind;
use redress::domain::notices::MeasureAction;
use redress::domain::parties::MandateScope;
use redress::services::integrity;
use sha2::{Digest, Sha256};

/// A picture of two by two dots.
const PNG: &str = "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a730000001349444154789c631050300022060305012002000a8e0181709c5a8e0000000049454e44ae426082";
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
const HTML: &[u8] =
    b"<!doctype html><html><body><script>alert(document.cookie)</script></body></html>";
const SVG: &[u8] = b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

fn png() -> Vec<u8> {
    hex::decode(PNG).unwrap()
}

on_both! {
    async fn files_get_numbers_and_both_sides_see_them_safely(world) {
        let manager = world.manager("lucia").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let filed = world.in_talks(&manager, &consumer, Some(&seller)).await;
        let base = format!("/cases/{}/evidence", filed.receipt.number);
        let new = format!("{base}/new");
        let (mut one, mut two) = (world.signed_in(&consumer).await, world.signed_in(&seller).await);
        let png = png();
        one.get(&new).await;
        let long = format!("{}.pdf", "长".repeat(300));
        let files: [(&str, &str, &[u8]); 5] = [("files", "水壶.png", &png), ("files", &long, PDF), ("files", "chat.txt", "聊天 <b>bold</b>".as_bytes()), ("files", "../../x.html", HTML), ("files", "invoice\u{202e}gpj.svg", SVG)];
        let sent = one.upload(&new, &[("kind", "photo"), ("description", "What <i>it</i> shows")], &files).await;
        assert_eq!((sent.status, sent.location.as_str()), (303, base.as_str()), "{:?}", sent.errors());
        let twice = one.upload(&new, &[("kind", "photo"), ("description", "What <i>it</i> shows")], &files).await;
        assert_eq!(twice.status, 303);
        let file = world.file(filed.case).await;
        let names: Vec<_> = file.exhibits.iter().map(|e| (e.label.as_str(), e.file.name.as_str(), e.file.media_type.as_str())).collect();
        assert_eq!(names.len(), 5, "sent twice, filed once");
        assert_eq!(names[0], ("C-1", "水壶.png", "image/png"));
        assert!(names[1].0 == "C-2" && names[1].1.ends_with(".pdf") && names[1].1.chars().count() == 200 && names[1].2 == "application/pdf");
        assert_eq!(names[2], ("C-3", "chat.txt", "text/plain"));
        assert_eq!(names[3], ("C-4", "x.html", "text/html"), "no folders in names");
        assert_eq!(names[4], ("C-5", "invoicegpj.svg", "text/xml"), "no marks that turn the reading direction");
        assert!(file.exhibits.iter().all(|e| e.kind == ExhibitKind::Photo && e.description == "What <i>it</i> shows"));
        let letters = world.letters_to(&seller.email).await;
        let told: Vec<_> = letters.iter().filter(|l| l.kind == "evidence-filed").collect();
        assert_eq!(told.len(), 1, "one letter for one form");
        assert!(told[0].text.contains("C-1") && told[0].text.contains("C-5"), "{}", told[0].text);

        two.get(&new).await;
        assert_eq!(two.upload(&new, &[], &[("files", "licence.txt", b"ours")]).await.status, 303);
        two.get(&new).await;
        assert_eq!(two.upload(&new, &[], &[("files", "licence2.txt", b"ours too")]).await.status, 303);
        let labels: Vec<_> = world.file(filed.case).await.exhibits.iter().map(|e| e.label.to_string()).collect();
        assert_eq!(labels[5..], ["R-1", "R-2"]);
        let list = two.get(&base).await;
        assert_eq!(list.select("tbody .ex").len(), 7, "both sides see all of it: {}", list.text());
        assert_eq!(two.get(&format!("{base}?side=respondent")).await.select("tbody .ex").len(), 2);

        // Nothing of it ever runs in our pages.
        let page = two.get(&format!("{base}/C-4")).await;
        assert!(page.text().contains("can carry a program") && !page.text().contains("alert("), "{}", page.text());
        let text = two.get(&format!("{base}/c-3")).await;
        assert!(text.text().contains("&#60;b&#62;bold") || text.text().contains("&lt;b&gt;bold"), "{}", text.text());
        for label in ["C-2", "C-3", "C-4", "C-5"] {
            assert_eq!(two.get(&format!("{base}/{label}/view")).await.status, 404, "{label} is never shown inline");
        }
        let picture = two.get(&format!("{base}/C-1/view")).await;
        assert_eq!((picture.status, picture.headers["content-type"].as_str()), (200, "image/png"));
        assert!(picture.headers["content-security-policy"].starts_with("sandbox"));
        for (label, bytes, name) in [("C-1", &png[..], "%E6%B0%B4%E5%A3%B6.png"), ("C-4", HTML, "x.html"), ("C-5", SVG, "invoicegpj.svg")] {
            let got = two.get(&format!("{base}/{label}/original")).await;
            assert_eq!((got.status, got.body.as_slice()), (200, bytes), "{label}");
            let header = |name: &str| got.headers.get(name).cloned().unwrap_or_default();
            assert_eq!(header("content-type"), "application/octet-stream");
            assert!(header("content-disposition").starts_with("attachment") && header("content-disposition").contains(&format!("UTF-8''{name}")), "{}", header("content-disposition"));
            assert!(header("content-security-policy").starts_with("sandbox; default-src 'none'"), "{}", header("content-security-policy"));
            assert_eq!(header("x-content-type-options"), "nosniff");
            let digest = hex::encode(Sha256::digest(bytes));
            assert_eq!(header("etag"), format!("\"{digest}\""));
            assert!(header("repr-digest").starts_with("sha-256=:"));
            assert_eq!(two.get(&format!("{base}/{label}")).await.select(".hash"), [digest]);
        }

        let mut stranger = world.signed_in(&world.person("stranger", "S. Nobody").await).await;
        for path in [base.clone(), new.clone(), format!("{base}/C-1"), format!("{base}/C-1/original"), format!("{base}/C-1/view"), format!("{base}/C-1/edit"), format!("{base}/C-1/withdraw")] {
            assert_eq!(stranger.get(&path).await.status, 404, "{path}");
        }
        assert_eq!(stranger.upload(&new, &[], &[("files", "a.txt", b"a")]).await.status, 404);
        for label in ["C-9", "C-0", "X-1", "%2e%2e"] {
            assert_eq!(two.get(&format!("{base}/{label}")).await.status, 404, "{label}");
        }
        assert!(integrity::check(&world.app).await.unwrap().problems.is_empty());
    }

    async fn what_is_wrong_with_a_file_is_said_by_its_name_and_the_others_go_in(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let filed = world.complains(&consumer, None).await;
        let base = format!("/cases/{}/evidence", filed.receipt.number);
        let new = format!("{base}/new");
        let mut client = world.signed_in(&consumer).await;
        let file_bytes = usize::try_from(FILE_BYTES).unwrap();
        client.get(&new).await;
        let none = client.upload(&new, &[("kind", "photo"), ("description", "Keep me")], &[]).await;
        assert_eq!((none.status, none.errors()), (422, vec!["Choose at least one file".to_owned()]));
        assert_eq!(none.select("#f-description"), ["Keep me"], "words are kept");
        let empty: &[u8] = b"";
        let none = client.upload(&new, &[], &[("files", "", empty), ("files", "empty.txt", empty)]).await;
        assert_eq!((none.status, none.errors()), (422, vec!["empty.txt is empty. Choose it again".to_owned()]));
        let odd = client.upload(&new, &[("kind", "nonsense"), ("description", &"x".repeat(2_001))], &[("files", "held.txt", b"held")]).await;
        assert_eq!((odd.status, odd.errors().len()), (422, 2), "{:?}", odd.errors());
        assert!(odd.text().contains("held.txt"), "a file that arrived is kept");
        let again = client.upload(&new, &[("kind", "contract")], &[]).await;
        assert_eq!(again.status, 303, "{:?}", again.errors());
        let exhibit = world.file(filed.case).await.exhibits[0].clone();
        assert_eq!((exhibit.file.name.as_str(), exhibit.kind), ("held.txt", ExhibitKind::Contract));

        let big = vec![b'x'; file_bytes + 1];
        client.get(&new).await;
        let mixed = client.upload(&new, &[("description", "Both")], &[("files", "big.txt", &big), ("files", "small.txt", b"small")]).await;
        assert_eq!(mixed.status, 422);
        assert_eq!(mixed.errors().len(), 1, "{:?}", mixed.errors());
        assert!(mixed.errors()[0].starts_with("big.txt is too large"), "{:?}", mixed.errors());
        assert!(mixed.text().contains("Added: C-2"), "{}", mixed.text());
        assert_eq!(world.file(filed.case).await.exhibits.len(), 2, "the good one is in");

        let many: Vec<(String, Vec<u8>)> = (0..32).map(|no| (format!("{no}.txt"), vec![b'a' + no; 3])).collect();
        let files: Vec<(&str, &str, &[u8])> = many.iter().map(|(name, bytes)| ("files", name.as_str(), bytes.as_slice())).collect();
        client.get(&new).await;
        let many = client.upload(&new, &[], &files).await;
        assert_eq!(many.status, 422);
        assert_eq!(many.errors()[0], "30.txt was not taken: this form takes 30 files. Send it with the next form");
        assert_eq!(world.file(filed.case).await.exhibits.len(), 32);

        // The room of a side is used up; the form that used it, sent twice, is not told that there is none.
        let used: u64 = world.file(filed.case).await.exhibits.iter().map(|e| e.file.size_bytes).sum();
        let mut left = usize::try_from(PARTY_BYTES - used).unwrap();
        let mut bodies = Vec::new();
        while left > 0 {
            let take = left.min(file_bytes);
            bodies.push(vec![b'A' + u8::try_from(bodies.len()).unwrap(); take]);
            left -= take;
        }
        let files: Vec<(&str, &str, &[u8])> = bodies.iter().map(|bytes| ("files", "fill.txt", bytes.as_slice())).collect();
        client.get(&new).await;
        assert_eq!(client.upload(&new, &[], &files).await.status, 303);
        let count = world.file(filed.case).await.exhibits.len();
        let twice = client.upload(&new, &[], &files).await;
        assert_eq!((twice.status, world.file(filed.case).await.exhibits.len()), (303, count), "{:?}", twice.errors());
        // The same form with another file of the same name is not taken for the first, and says why not.
        let other = client.upload(&new, &[], &[("files", "fill.txt", b"other")]).await;
        assert_eq!(other.status, 422);
        assert!(other.errors()[0].starts_with("fill.txt does not fit"), "{:?}", other.errors());
        client.get(&new).await;
        let full = client.upload(&new, &[], &[("files", "one-more.txt", b"1")]).await;
        assert_eq!(full.status, 422);
        assert!(full.errors()[0].starts_with("one-more.txt does not fit"), "{:?}", full.errors());
        let mut foreign = world.stranger();
        foreign.get("/complaints/new").await;
        assert_eq!(foreign.upload(&new, &[], &[("files", "a.txt", b"a")]).await.status, 303, "asked to sign in");
        let expired = client.upload(&new, &[("csrf", "wrong")], &[("files", "a.txt", b"a")]).await;
        assert_eq!(expired.status, 403, "a form that is not ours stores nothing");
    }

    async fn an_exhibit_keeps_its_number_when_its_words_change_and_when_it_is_withdrawn(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let filed = world.files(&owner, world.notice("us-dmca-512", &owner, market, &["A1", "A2"], Some(&seller))).await.unwrap();
        world.acts(filed.case, &officer, measure(&[1, 2], MeasureAction::Remove)).await.unwrap();
        let base = format!("/cases/{}/evidence", filed.receipt.number);
        let new = format!("{base}/new");
        let (mut one, mut two) = (world.signed_in(&owner).await, world.signed_in(&seller).await);
        one.get(&new).await;
        let wrong = one.upload(&new, &[("claim", "9")], &[("files", "a.txt", b"a")]).await;
        assert_eq!(wrong.errors(), ["Choose a claim of this case"]);
        let sent = one.upload(&new, &[("claim", "2"), ("kind", "registration")], &[("files", "b.txt", b"b")]).await;
        assert_eq!(sent.status, 303, "{:?}", sent.errors());
        let file = world.file(filed.case).await;
        let claims: Vec<_> = file.exhibits.iter().map(|e| (e.label.to_string(), e.claim)).collect();
        assert_eq!(claims, [("C-1".to_owned(), 2), ("C-2".to_owned(), 2)], "the kept file and the new one");

        let edit = format!("{base}/C-1/edit");
        assert_eq!(two.get(&edit).await.status, 404, "not the own exhibit");
        one.get(&edit).await;
        let wrong = one.post(&edit, &[("title", ""), ("kind", "registration"), ("description", "Kept")]).await;
        assert_eq!((wrong.errors(), wrong.select("#f-description")), (vec!["Enter a title".to_owned()], vec!["Kept".to_owned()]));
        assert_eq!(one.post(&edit, &[("title", "Register 登记"), ("kind", "registration"), ("claim", "0"), ("description", "")]).await.status, 303);
        assert_eq!(two.get(&format!("{base}/C-1")).await.heading(), "C-1 Register 登记");

        let withdraw = format!("{base}/C-2/withdraw");
        assert_eq!(two.get(&withdraw).await.status, 404);
        one.get(&withdraw).await;
        assert_eq!(one.post(&withdraw, &[("reason", " ")]).await.errors(), ["Say why"]);
        assert_eq!(one.post(&withdraw, &[("reason", "The wrong file.")]).await.status, 303);
        assert!(one.get(&base).await.text().contains("The wrong file."), "it stays in the list");
        assert!(two.get(&format!("{base}/C-2")).await.text().contains("The number stays taken"));
        assert_eq!(two.get(&format!("{base}/C-2/original")).await.body, b"b", "and can still be read");
        assert!(world.letters_to(&seller.email).await.iter().any(|l| l.kind == "evidence-withdrawn" && l.text.contains("C-2")));
        assert_eq!(one.post(&withdraw, &[("form", "0123456789abcdef9"), ("reason", "Again")]).await.status, 409);
        one.get(&new).await;
        assert_eq!(one.upload(&new, &[], &[("files", "c.txt", b"c")]).await.status, 303);
        assert_eq!(world.file(filed.case).await.exhibits.last().unwrap().label.as_str(), "C-3", "a number is never used again");
        assert!(integrity::check(&world.app).await.unwrap().problems.is_empty());
    }

    async fn who_may_only_read_sees_and_does_not_file_and_after_the_end_nothing_changes(world) {
        let manager = world.manager("lucia").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let lawyer = world.person("lawyer", "L. Advocate").await;
        let filed = world.in_talks(&manager, &consumer, None).await;
        let base = format!("/cases/{}/evidence", filed.receipt.number);
        let new = format!("{base}/new");
        let mut one = world.signed_in(&consumer).await;
        one.get(&new).await;
        one.upload(&new, &[], &[("files", "a.txt", b"a")]).await;
        let mut reads = world.joins(filed.case, &consumer, &lawyer, MandateScope::Read, None).await;
        assert_eq!(reads.get(&base).await.select("tbody .ex").len(), 1);
        assert_eq!(reads.get(&format!("{base}/C-1/original")).await.body, b"a");
        assert_eq!(reads.get(&new).await.location, base, "no form for reading only");
        assert!(!reads.get(&base).await.text().contains(&new));
        assert_eq!(reads.upload(&new, &[], &[("files", "b.txt", b"b")]).await.status, 409);
        reads.get(&format!("{base}/C-1/withdraw")).await;
        assert_eq!(reads.post(&format!("{base}/C-1/withdraw"), &[("reason", "No")]).await.status, 409);
        assert_eq!(world.file(filed.case).await.exhibits.len(), 1);

        one.get(&new).await;
        let edit = format!("{base}/C-1/edit");
        world.acts(filed.case, &consumer, Act::Complaint(complaints::Act::Withdraw { reason: String::new() })).await.unwrap();
        let late = one.upload(&new, &[("description", "Too late, but kept")], &[("files", "late.txt", b"late")]).await;
        assert_eq!(late.status, 410);
        assert!(late.text().contains("Too late, but kept"), "{}", late.text());
        assert!(one.get(&base).await.text().contains("Write to the case manager"), "and says what is possible instead");
        one.get(&edit).await;
        assert_eq!(one.post(&edit, &[("title", "New"), ("kind", "other"), ("description", "")]).await.status, 410);
        assert_eq!(world.file(filed.case).await.exhibits[0].title, "a");
    }
}
