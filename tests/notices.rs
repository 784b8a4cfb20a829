//! Notices on pages: the wizard, drafts, confirmation, receipts, the seller's answer and the later acts.

use crate::support::client::{Client, Page};
use crate::support::stories::{SELLER_MAIL, counter, measure};
use crate::support::{Person, World};
use jiff::SignedDuration;
use redress::domain::Role;
use redress::domain::acts::Act;
use redress::domain::ids::CaseId;
use redress::domain::notices::{self, MeasureAction};
use redress::storage::cases;

/// Begins a notice and gives the address of its draft.
async fn begin(client: &mut Client) -> String {
    let start = client.get("/notices/new").await;
    assert_eq!(start.status, 200, "{}", start.text());
    let begun = client.post("/notices/new", &[("do", "start")]).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    begun.location.strip_suffix("/who").unwrap().to_owned()
}

/// Answers a step and gives where it leads.
async fn answer(client: &mut Client, draft: &str, step: &str, fields: &[(&str, &str)]) -> String {
    let path = format!("{draft}/{step}");
    let page = client.get(&path).await;
    assert_eq!(page.status, 200, "{step}: {}", page.text());
    let all: Vec<_> = fields.iter().copied().chain([("do", "next")]).collect();
    let done = client.post(&path, &all).await;
    assert_eq!(
        done.status,
        303,
        "{step}: {:?} {}",
        done.errors(),
        done.text()
    );
    done.location
}

const WHO: [(&str, &str); 5] = [
    ("capacity", "owner"),
    ("name", "Aurel & Finch"),
    ("email", "Rights@Aurel.example"),
    ("country", "DE"),
    ("address", "1 Lane\nBerlin"),
];
const RIGHT: [(&str, &str); 4] = [
    ("kind", "copyright"),
    ("number", "Halo Drop, photographs"),
    ("territory", ""),
    ("owner", "Aurel & Finch"),
];

/// Every step of a notice under the law of the United States up to the last page.
async fn fill(client: &mut Client, draft: &str, lines: &str) {
    answer(client, draft, "who", &WHO).await;
    answer(client, draft, "law", &[("pack", "us-dmca-512")]).await;
    answer(client, draft, "right", &RIGHT).await;
    answer(client, draft, "listings", &[("lines", lines)]).await;
    answer(
        client,
        draft,
        "wrong",
        &[("statement", "They use our photographs.")],
    )
    .await;
    answer(client, draft, "measure", &[("asked", "remove")]).await;
    answer(client, draft, "evidence", &[]).await;
    let to = answer(
        client,
        draft,
        "declarations",
        &[("declare-good_faith", "yes"), ("declare-authority", "yes")],
    )
    .await;
    assert_eq!(to, format!("{draft}/check"));
}

/// Sends the draft and gives the answer.
async fn send(client: &mut Client, draft: &str) -> Page {
    let check = client.get(&format!("{draft}/check")).await;
    assert_eq!(check.status, 200, "{} {}", check.location, check.text());
    client
        .post(&format!("{draft}/send"), &[("do", "send")])
        .await
}

async fn case_of(world: &World, number: &str) -> CaseId {
    let number = number.to_owned();
    world
        .app
        .store
        .read(move |tx| cases::find_by_number(tx, &number))
        .await
        .unwrap()
        .expect("no such case")
        .id
}

fn number_in(location: &str) -> String {
    location.split('/').nth(2).unwrap().to_owned()
}

/// A notice that was served, with its number and case.
async fn served(
    world: &World,
    pack: &str,
    owner: &Person,
    seller: Option<&Person>,
) -> (CaseId, String) {
    let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
    let filed = world
        .files(
            owner,
            world.notice(pack, owner, market, &["A1", "A2"], seller),
        )
        .await
        .unwrap();
    world
        .acts(
            filed.case,
            &officer,
            measure(&[1, 2], MeasureAction::Remove),
        )
        .await
        .unwrap();
    (filed.case, filed.receipt.number.to_string())
}

on_both! {
    async fn a_stranger_s_notice_has_no_effect_before_the_address_is_confirmed(world) {
        world.marketplace("harbour", "Harbour Market").await;
        let mut client = world.stranger();
        let draft = begin(&mut client).await;
        let path = format!("{draft}/who");
        client.get(&path).await;
        let wrong = client.post(&path, &[("name", "Aurel & Finch"), ("email", "nowhere"), ("do", "next")]).await;
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.errors().len(), 4, "{:?}", wrong.errors());
        assert_eq!(wrong.attributes("#f-name", "value"), ["Aurel & Finch"], "words are kept");
        assert!(wrong.select("title")[0].starts_with("Error:"));

        fill(&mut client, &draft, "https://www.harbour-market.example/item/1; Lamp; Yunhe Home; seller@shop.example").await;
        let sent = send(&mut client, &draft).await;
        assert_eq!((sent.status, sent.location.as_str()), (303, format!("{draft}/waiting").as_str()), "{}", sent.text());
        let waiting = client.get(&sent.location).await;
        assert!(waiting.text().contains("no effect yet"));
        assert!(world.letters_to(SELLER_MAIL).await.is_empty(), "nobody hears of it");

        let letters = world.letters_to("rights@aurel.example").await;
        let letter = letters.iter().find(|letter| letter.kind == "confirm-notice").expect("a letter to confirm");
        let link = letter.text.split_whitespace().find(|word| word.contains("/confirm-notice/")).unwrap();
        let link = link.split_once("8080").unwrap().1.trim_end_matches(['.', ',', ')']).to_owned();
        let mut reader = world.stranger();
        for _ in 0..3 {
            let page = reader.get(&link).await;
            assert_eq!((page.status, page.heading().as_str()), (200, "Confirm and send your notice"));
        }
        let confirmed = reader.post(&link, &[("do", "confirm")]).await;
        assert_eq!(confirmed.status, 303, "{}", confirmed.text());
        let receipt = reader.get(&confirmed.location).await;
        assert_eq!((receipt.status, receipt.heading().as_str()), (200, "Receipt"), "{}", receipt.text());
        let number = number_in(&confirmed.location);
        assert!(receipt.text().contains(&number));
        assert_eq!(receipt.select(".hash")[0].len(), 64);
        let file = world.file(case_of(&world, &number).await).await;
        assert_eq!(file.claimant().unwrap().email, "rights@aurel.example");
        assert_eq!(file.notice.unwrap().declarations.len(), 2);
        assert_eq!(file.listings[0].marketplace_name, "Harbour Market");

        let again = world.stranger().get(&confirmed.location).await;
        assert_eq!(again.status, 303, "strangers are asked to sign in");
        let spent = reader.get(&link).await;
        assert_eq!(spent.heading(), "This link no longer works");
        assert_eq!(reader.post(&link, &[("do", "confirm")]).await.status, 410);
    }

    async fn a_notice_changed_after_the_letter_is_not_sent_by_the_old_link(world) {
        world.marketplace("harbour", "Harbour Market").await;
        let mut client = world.stranger();
        let draft = begin(&mut client).await;
        fill(&mut client, &draft, "https://harbour-market.example/item/1").await;
        send(&mut client, &draft).await;
        answer(&mut client, &draft, "measure", &[("asked", "hide")]).await;
        let letters = world.letters_to("rights@aurel.example").await;
        let link = letters[0].text.split_whitespace().find(|word| word.contains("/confirm-notice/")).unwrap();
        let link = link.split_once("8080").unwrap().1.trim_end_matches(['.', ',', ')']).to_owned();
        let mut reader = world.stranger();
        reader.get(&link).await;
        assert!((400..500).contains(&reader.post(&link, &[]).await.status));
        assert!(world.letters_to(SELLER_MAIL).await.is_empty());
    }

    async fn a_notice_of_an_account_is_filed_at_once_and_only_once(world) {
        world.marketplace("harbour", "Harbour Market").await;
        let owner = world.person("owner", "Aurel & Finch").await;
        let mut client = world.signed_in(&owner).await;
        let draft = begin(&mut client).await;
        fill(&mut client, &draft, "https://harbour-market.example/item/1; Lamp; Yunhe Home").await;
        let first = send(&mut client, &draft).await;
        assert_eq!(first.status, 303, "{}", first.text());
        let twice = client.post(&format!("{draft}/send"), &[("do", "send"), ("version", "9")]).await;
        assert_eq!((twice.status, &twice.location), (303, &first.location), "{}", twice.text());
        let back = client.get(&format!("{draft}/check")).await;
        assert_eq!(back.status, 303, "the draft leads to its receipt");
        assert_eq!(client.get("/drafts").await.select("main li.card").len(), 0);

        // The same right and listing again: shown with the reason and left out; alone it cannot be sent.
        let draft = begin(&mut client).await;
        fill(&mut client, &draft, "https://harbour-market.example/item/1\nhttps://harbour-market.example/item/2").await;
        let check = client.get(&format!("{draft}/check")).await;
        assert!(check.text().contains("1 listing will be left out"), "{}", check.text());
        assert!(check.text().contains(&number_in(&first.location)), "the sender takes part in that case");
        let second = send(&mut client, &draft).await;
        assert_eq!(second.status, 303, "{}", second.text());
        let file = world.file(case_of(&world, &number_in(&second.location)).await).await;
        assert_eq!(file.listings.len(), 1);
        let draft = begin(&mut client).await;
        fill(&mut client, &draft, "https://harbour-market.example/item/2").await;
        let none = client.get(&format!("{draft}/check")).await;
        assert!(none.text().contains("nothing to send") && !none.text().contains("Send the notice"));
        assert!((400..500).contains(&client.post(&format!("{draft}/send"), &[("do", "send")]).await.status));
    }

    async fn two_windows_do_not_write_over_each_other(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let mut client = world.signed_in(&owner).await;
        let draft = begin(&mut client).await;
        answer(&mut client, &draft, "who", &WHO).await;
        let path = format!("{draft}/law");
        client.get(&path).await;
        let old = client.hidden().get("version").unwrap().clone();
        answer(&mut client, &draft, "law", &[("pack", "us-dmca-512")]).await;
        let late = client.post(&path, &[("pack", "cn-ecl-ip"), ("do", "next"), ("version", &old)]).await;
        assert_eq!(late.status, 409, "{}", late.text());
        assert!(late.text().contains("newer version was saved"));
        assert_eq!(late.attributes("input[name=pack][checked]", "value"), ["cn-ecl-ip"], "the words of this window stay");
        assert_eq!(client.get(&path).await.attributes("input[name=pack][checked]", "value"), ["us-dmca-512"]);
        let saved = client.post(&format!("{path}/autosave"), &[("pack", "cn-ecl-ip"), ("version", &old)]).await;
        assert_eq!(saved.status, 409);
        let other = world.person("other", "Somebody Else").await;
        assert_eq!(world.signed_in(&other).await.get(&path).await.status, 404, "a draft is its owner's alone");
    }

    async fn what_was_typed_is_kept_for_later_without_being_judged(world) {
        let mut client = world.stranger();
        let draft = begin(&mut client).await;
        let path = format!("{draft}/who");
        client.get(&path).await;
        let later = client.post(&path, &[("name", "Half a name"), ("do", "later")]).await;
        assert_eq!(later.location, "/drafts");
        let list = client.get("/drafts").await;
        assert_eq!(list.select("main li.card h2"), ["Infringement notice"]);
        assert_eq!(client.get(&path).await.attributes("#f-name", "value"), ["Half a name"]);
        client.get(&format!("{draft}/discard")).await;
        assert_eq!(client.post(&format!("{draft}/discard"), &[]).await.status, 303);
        assert_eq!(client.get(&path).await.status, 404);
    }

    async fn every_wrong_line_of_listings_is_named_and_nothing_is_taken_before(world) {
        let (_, _) = world.marketplace("harbour", "Harbour Market").await;
        let owner = world.person("owner", "Aurel & Finch").await;
        let mut client = world.signed_in(&owner).await;
        let draft = begin(&mut client).await;
        answer(&mut client, &draft, "who", &WHO).await;
        answer(&mut client, &draft, "law", &[("pack", "cn-ecl-ip")]).await;
        let path = format!("{draft}/listings");
        client.get(&path).await;
        let none = client.post(&path, &[("do", "next")]).await;
        assert_eq!(none.errors(), ["Add at least one listing"]);
        let lines = "https://harbour-market.example/1\nHM-2; Lamp\nftp://x.example/3";
        let wrong = client.post(&path, &[("lines", lines), ("do", "add")]).await;
        assert_eq!(wrong.status, 422);
        let problems = wrong.select(".note--late li");
        assert!(problems[0].starts_with("Line 2: choose the marketplace") && problems[1].starts_with("Line 3 is neither"), "{problems:?}");
        assert_eq!(wrong.select("#f-lines"), [lines.replace('\n', " ")], "the lines stay");

        let table = "url,seller,seller_email\nhttps://harbour-market.example/1,Yunhe Home,seller@shop.example\nhttps://harbour-market.example/2,Yunhe Home,\n";
        client.get(&path).await;
        let taken = client.upload(&path, &[("do", "add")], &[("table", "list.csv", table.as_bytes())]).await;
        assert_eq!(taken.status, 303, "{:?} {}", taken.errors(), taken.text());
        let many: String = (3..=301).map(|no| format!("https://harbour-market.example/{no}\n")).collect();
        client.get(&path).await;
        let many = client.post(&path, &[("lines", &many), ("do", "add")]).await;
        assert_eq!(many.errors(), ["One notice takes up to 300 listings; with these you have 301. Send a second notice for the others"]);
        let list = client.get(&path).await;
        assert_eq!(list.select("main table tbody tr").len(), 2);
        let remove = list.attributes("button[name=remove]", "value")[0].clone();
        client.post(&path, &[("remove", &remove)]).await;
        assert_eq!(client.get(&path).await.select("main table tbody tr").len(), 1);

        let one = format!("{draft}/listing/1");
        client.get(&one).await;
        let fields = [("url", "https://harbour-market.example/2"), ("seller", "Yunhe Home"), ("email", "bad"), ("from", "listings"), ("wrong", "灯")];
        let bad = client.post(&one, &fields).await;
        assert_eq!(bad.status, 422, "{}", bad.text());
        let fields = [("url", "https://harbour-market.example/2"), ("seller", "Yunhe Home"), ("email", ""), ("from", "listings"), ("wrong", "灯")];
        assert_eq!(client.post(&one, &fields).await.location, path);
    }

    async fn the_law_decides_which_files_must_be_there(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let mut client = world.signed_in(&owner).await;
        let draft = begin(&mut client).await;
        answer(&mut client, &draft, "who", &WHO).await;
        answer(&mut client, &draft, "law", &[("pack", "cn-ecl-ip")]).await;
        let path = format!("{draft}/right");
        client.get(&path).await;
        let right = [("kind", "trade-mark"), ("number", "018 234 567"), ("territory", "EU"), ("owner", "Aurel"), ("do", "next")];
        let missing = client.post(&path, &right).await;
        assert_eq!(missing.errors(), ["Add at least one file that proves the right"]);
        let png: &[u8] = b"\x89PNG\r\n\x1a\n____";
        let go = client.upload(&path, &right, &[("files", "证书.png", png)]).await;
        assert_eq!((go.status, go.location.as_str()), (303, format!("{draft}/listings").as_str()), "{:?}", go.errors());
        let path = format!("{draft}/evidence");
        client.get(&path).await;
        let missing = client.post(&path, &[("do", "next")]).await;
        assert_eq!(missing.errors().len(), 2, "{:?}", missing.errors());
        let files = [("identity", "licence.png", png), ("files", "screen.png", png)];
        let go = client.upload(&path, &[("do", "next"), ("kind", "photo")], &files).await;
        assert_eq!(go.status, 303, "{:?}", go.errors());
        let mut stranger = world.stranger();
        stranger.get("/notices/new").await;
        let foreign = stranger.upload(&path, &[("do", "next")], &files).await;
        assert_eq!(foreign.status, 404);
    }

    async fn a_seller_answers_from_the_letter(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (case, number) = served(&world, "us-dmca-512", &owner, None).await;
        let letters = world.letters_to(SELLER_MAIL).await;
        let letter = letters.iter().find(|letter| letter.kind == "notice-served").unwrap();
        let link = letter.text.split_whitespace().find(|word| word.contains("/links/")).unwrap();
        let link = link.split_once("8080").unwrap().1.trim_end_matches(['.', ',', ')']).to_owned();
        let mut seller = world.stranger();
        seller.get(&link).await;
        seller.post(&link, &[]).await;
        let base = format!("/cases/{number}/response");
        let page = seller.get(&base).await;
        assert_eq!((page.status, page.heading().is_empty()), (200, false), "{}", page.text());
        assert_eq!(page.select("section.card h3").len(), 2, "every claim is shown");
        assert_eq!(seller.post(&base, &[("do", "next")]).await.status, 422);
        let to = seller.post(&base, &[("choice", "dispute")]).await;
        assert_eq!(to.location, format!("{base}/reasons"), "{}", to.text());
        let page = seller.get(&to.location).await;
        assert_eq!(page.attributes("#f-name", "value"), ["Yunhe Home"], "what is on record is filled in");
        let wrong = seller.post(&to.location, &[("statement", "We have a licence."), ("name", "Yunhe Home"), ("do", "next")]).await;
        assert_eq!((wrong.status, wrong.errors().len()), (422, 3), "{:?}", wrong.errors());
        assert_eq!(wrong.select("#f-statement"), ["We have a licence."]);
        let fields = [("ground", "licence"), ("statement", "We have a licence."), ("name", "Yunhe Home"), ("address", "1 Road, Yiwu"), ("phone", "+86 1"), ("kind", "contract")];
        seller.get(&to.location).await;
        let kept = seller.upload(&to.location, &[&fields[..], &[("do", "upload")]].concat(), &[("files", "合同.txt", "合同".as_bytes())]).await;
        assert_eq!(kept.status, 303, "{:?} {}", kept.errors(), kept.text());
        let page = seller.get(&to.location).await;
        assert_eq!(page.select(".files__name"), ["合同.txt"]);
        let on = seller.post(&to.location, &[&fields[..], &[("do", "next")]].concat()).await;
        assert_eq!(on.location, format!("{base}/declarations"), "{:?} {}", on.errors(), on.text());
        seller.get(&on.location).await;
        assert_eq!(seller.post(&on.location, &[("do", "next")]).await.errors().len(), 3);
        let ticks = [("declare-mistake", "yes"), ("declare-jurisdiction", "yes"), ("declare-accept_service", "yes"), ("do", "next")];
        let on = seller.post(&on.location, &ticks).await;
        assert_eq!(on.location, format!("{base}/check"));
        let check = seller.get(&on.location).await;
        assert!(check.text().contains("Nothing has been sent yet"));
        let draft = seller.hidden().get("draft").unwrap().clone();
        let sent = seller.post(&on.location, &[("draft", &draft)]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let twice = seller.post(&on.location, &[("draft", &draft)]).await;
        assert_eq!(twice.location, sent.location, "sent twice, one receipt");
        let receipt = seller.get(&sent.location).await;
        assert!(receipt.text().contains("R-1"), "{}", receipt.text());
        let file = world.file(case).await;
        assert_eq!(file.track(1).unwrap().state, "window");
        assert_eq!(file.exhibits.iter().filter(|exhibit| exhibit.label.as_str() == "R-1").count(), 1);
        assert_eq!(file.track(1).unwrap().answer.as_ref().unwrap().declarations.len(), 3);
        let mut claimant = world.signed_in(&owner).await;
        assert_eq!(claimant.get(&base).await.status, 404, "the answer is the seller's");
        assert_eq!(claimant.get(&sent.location).await.status, 404, "so is its receipt");
    }

    async fn a_seller_gets_more_time_and_may_agree(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let (case, number) = served(&world, "us-dmca-512", &owner, Some(&seller)).await;
        let base = format!("/cases/{number}/response");
        let mut client = world.signed_in(&seller).await;
        let before = world.file(case).await.running(1, "quiet").unwrap().due_at;
        let time = client.get(&format!("{base}/time")).await;
        assert_eq!(time.status, 200, "{}", time.text());
        let clock = client.hidden().get("clock").unwrap().clone();
        let more = client.post(&format!("{base}/time"), &[("clock", &clock), ("reason", "New Year")]).await;
        assert_eq!((more.status, more.location.as_str()), (303, base.as_str()), "{}", more.text());
        assert!(client.get(&base).await.text().contains("You have more time"));
        assert!(world.file(case).await.running(1, "quiet").unwrap().due_at > before);
        assert_eq!(client.get(&format!("{base}/time")).await.status, 409, "only once");
        client.get(&format!("{base}/agree")).await;
        let agreed = client.post(&format!("{base}/agree"), &[]).await;
        assert_eq!(agreed.status, 303, "{}", agreed.text());
        assert_eq!(world.file(case).await.outcome.as_deref(), Some("upheld"));
        let twice = client.post(&format!("{base}/agree"), &[]).await;
        assert_eq!(twice.location, agreed.location);
        assert_eq!(client.get(&format!("{base}/reasons")).await.status, 409, "nothing is left to answer");
        assert!(client.get(&base).await.text().contains("nothing to answer"));
    }

    async fn the_owner_shows_an_action_and_the_registry_records_its_outcome(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let manager = world.manager("lucia").await;
        let (case, number) = served(&world, "us-dmca-512", &owner, None).await;
        let path = format!("/cases/{number}/action/new");
        let mut client = world.signed_in(&owner).await;
        assert_eq!(client.get(&path).await.status, 409, "nothing to show yet");
        world.acts_by_letter(case, Role::Respondent, counter(&world, "us-dmca-512", 1)).await.unwrap();
        client.get(&path).await;
        let fields = [("court", "Court of New York"), ("number", "26-1"), ("filed-day", "1"), ("filed-month", "3"), ("filed-year", "2036"), ("declare-action_true", "yes")];
        let wrong = client.upload(&path, &fields, &[("copy", "writ.txt", b"writ")]).await;
        assert_eq!((wrong.status, wrong.errors()), (422, vec!["The date of filing cannot be in the future".to_owned()]));
        assert_eq!(wrong.attributes("#f-court", "value"), ["Court of New York"]);
        assert!(wrong.text().contains("writ.txt is kept"), "{}", wrong.text());
        let kept = (wrong.attributes("input[name=copy-kept]", "value")[0].clone(), wrong.attributes("input[name=form]", "value")[0].clone());
        client.get(&path).await;
        let fields = [("court", "Court of New York"), ("number", "26-1"), ("filed-day", "1"), ("filed-month", "3"), ("filed-year", "2026"), ("declare-action_true", "yes"), ("copy-kept", &kept.0), ("copy-name", "writ.txt")];
        let proved = client.post(&path, &fields).await;
        assert_eq!(proved.status, 303, "{:?} {}", proved.errors(), proved.text());
        let file = world.file(case).await;
        assert_eq!(file.track(1).unwrap().state, "action_filed");
        assert_eq!(file.exhibits.last().unwrap().file.name, "writ.txt");
        assert!(client.get(&proved.location).await.text().contains("C-1"));

        let path = format!("/cases/{number}/action/outcome");
        assert_eq!(client.get(&path).await.status, 404, "the registry's page");
        let mut registry = world.signed_in(&manager).await;
        registry.get(&path).await;
        assert_eq!(registry.post(&path, &[]).await.errors().len(), 2);
        registry.get(&path).await;
        let done = registry.post(&path, &[("result", "restore"), ("detail", "Judgment 26-1 of 1 April")]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert_eq!(world.file(case).await.outcome.as_deref(), Some("restored"));
    }

    async fn both_sides_agree_to_arbitration(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let (case, number) = served(&world, "cn-ecl-ip", &owner, Some(&seller)).await;
        world.acts(case, &seller, counter(&world, "cn-ecl-ip", 1)).await.unwrap();
        let path = format!("/cases/{number}/arbitration");
        let (mut one, mut two) = (world.signed_in(&owner).await, world.signed_in(&seller).await);
        one.get(&path).await;
        assert_eq!(one.post(&path, &[]).await.status, 422, "it takes a tick");
        assert_eq!(one.post(&path, &[("declare-arbitration", "yes")]).await.status, 303);
        assert_eq!(one.get(&path).await.status, 409, "agreed already");
        assert!(two.get(&path).await.text().contains("has agreed already"));
        assert_eq!(two.post(&path, &[("declare-arbitration", "yes")]).await.status, 303);
        assert_eq!(world.file(case).await.track(1).unwrap().state, "arbitration");
    }

    async fn a_notice_is_taken_back_and_a_late_answer_is_told_so(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let (case, number) = served(&world, "us-dmca-512", &owner, Some(&seller)).await;
        let mut other = world.signed_in(&seller).await;
        other.get(&format!("/cases/{number}/response/agree")).await;
        let path = format!("/cases/{number}/withdraw");
        assert_eq!(other.get(&path).await.status, 404);
        let mut client = world.signed_in(&owner).await;
        let page = client.get(&path).await;
        assert!(page.text().contains("cannot be undone"), "{}", page.text());
        let done = client.post(&path, &[("reason", "A mistake")]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert_eq!(world.file(case).await.outcome.as_deref(), Some("withdrawn"));
        assert_eq!(client.post(&path, &[("reason", "A mistake")]).await.location, done.location);
        other.get(&format!("/cases/{number}/response")).await;
        let late = other.post(&format!("/cases/{number}/response/agree"), &[("seen", "1"), ("form", "0123456789abcdef"), ("statement", "Fine")]).await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("Fine"), "words are kept: {}", late.text());
    }

    async fn a_counter_notice_after_the_time_is_still_taken_where_the_law_allows(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let (case, number) = served(&world, "us-dmca-512", &owner, Some(&seller)).await;
        world.passes(case, "quiet").await;
        world.advance(SignedDuration::from_hours(24));
        let mut client = world.signed_in(&seller).await;
        let page = client.get(&format!("/cases/{number}/response")).await;
        assert_eq!(page.attributes("input[name=choice]", "value"), ["dispute"], "agreeing is over");
        world.acts(case, &seller, Act::Notice(notices::Act::Agree { track: 1, statement: String::new() })).await.unwrap_err();
    }
}
