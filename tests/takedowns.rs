//! The marketplace officer's queue through the pages.

use crate::support::client::{Client, Page};
use crate::support::{Person, World};
use redress::domain::ids::{CaseId, OrganisationId};
use redress::domain::notices::{MeasureValue, StatementOfReasons};

/// Two cases with five listings, and their officer.
async fn scene(world: &World) -> (Person, OrganisationId, Vec<(CaseId, String)>) {
    let owner = world.person("owner", "Aurel & Finch").await;
    let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
    let mut cases = Vec::new();
    for items in [&["A1", "A2", "A3"][..], &["B1", "B2"][..]] {
        let mut filing = world.notice("cn-ecl-ip", &owner, market, items, None);
        filing.listings[0].title = format!("<script>alert('{}')</script>", items[0]);
        let filed = world.files(&owner, filing).await.unwrap();
        cases.push((filed.case, filed.receipt.number.to_string()));
    }
    (officer, market, cases)
}

/// The items of the queue as their tick boxes send them.
async fn queue(client: &mut Client, query: &str) -> Vec<String> {
    let page = client.get(&format!("/takedowns{query}")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    page.attributes("input[type=checkbox][name=item]", "value")
}

async fn choose(client: &mut Client, action: &str, items: &[String]) -> Page {
    let mut fields = vec![("action", action), ("do", "chosen")];
    fields.extend(items.iter().map(|item| ("item", item.as_str())));
    client.post("/takedowns/bulk/confirm", &fields).await
}

/// Sends the page of confirmation with more fields.
async fn confirm(client: &mut Client, shown: &Page, action: &str, fields: &[(&str, &str)]) -> Page {
    let hidden = |name: &str| shown.attributes(&format!("main input[name={name}]"), "value");
    let (form, items) = (hidden("form"), hidden("item"));
    let mut all = vec![("action", action), ("form", form[0].as_str())];
    all.extend(items.iter().map(|item| ("item", item.as_str())));
    all.extend(fields);
    client.post("/takedowns/bulk/done", &all).await
}

const REASONS: [(&str, &str); 2] = [
    ("ground", "Terms, section 4"),
    ("facts", "The title uses the mark 灯."),
];

async fn measures(world: &World, case: CaseId) -> Vec<(MeasureValue, bool)> {
    let file = world.file(case).await;
    file.listings
        .iter()
        .map(|l| (l.measure, l.order.is_some()))
        .collect()
}

on_both! {
    async fn an_officer_filters_acts_on_several_cases_at_once_and_confirms_later(world) {
        let (officer, _, cases) = scene(&world).await;
        let (_, other) = world.marketplace("summit", "Summit Market").await;
        let mut client = world.signed_in(&officer).await;
        let all = queue(&mut client, "").await;
        assert_eq!(all.len(), 5);
        assert_eq!(queue(&mut client, &format!("?case={}", cases[1].1)).await.len(), 2);
        assert_eq!(queue(&mut client, "?q=a2").await.len(), 1);
        assert_eq!(queue(&mut client, "?seller=yunhe&kind=decide").await.len(), 5);
        assert_eq!(queue(&mut client, "?kind=remove").await.len(), 0);
        let page = client.get("/takedowns").await;
        assert!(!page.text().contains("<script>alert") && page.text().contains("&#60;script&#62;"), "hostile titles are text");

        // Nothing chosen, and an act nobody knows.
        assert!(choose(&mut client, "hide", &[]).await.text().contains("Tick at least one"));
        assert!(choose(&mut client, "explode", &all).await.text().contains("Tick at least one"));
        // Reasons are required and what was typed stays.
        let shown = choose(&mut client, "hide", &all).await;
        assert_eq!(shown.attributes("main input[name=item]", "value").len(), 5, "{}", shown.text());
        let bare = confirm(&mut client, &shown, "hide", &[("facts", "Only <facts>")]).await;
        assert_eq!((bare.status, bare.errors().len()), (422, 1), "{:?}", bare.errors());
        assert_eq!(bare.select("textarea[name=facts]"), ["Only <facts>"]);
        assert!(measures(&world, cases[0].0).await.iter().all(|m| *m == (MeasureValue::Live, false)));

        // Ordered only: the listing is still live, and waits to be confirmed.
        let done = confirm(&mut client, &bare, "hide", &REASONS).await;
        assert_eq!(done.status, 200, "{}", done.text());
        assert_eq!(done.select("td .tag--due"), vec!["Decided, still to be carried out"; 5], "{}", done.text());
        for (case, _) in &cases {
            assert!(measures(&world, *case).await.iter().all(|m| *m == (MeasureValue::Live, true)));
            assert_eq!(world.file(*case).await.track(1).unwrap().state, "measured", "the case goes on, the listing waits");
        }
        // The same form again: nothing happens twice.
        let before = world.file(cases[0].0).await.version;
        let again = confirm(&mut client, &bare, "hide", &REASONS).await;
        assert_eq!((again.status, again.select("td .tag--info").len()), (200, 5), "{}", again.text());
        assert_eq!(world.file(cases[0].0).await.version, before);

        let waiting = queue(&mut client, "?kind=hide").await;
        assert_eq!(waiting.len(), 5);
        let shown = choose(&mut client, "carry-out", &waiting[..4]).await;
        let carried = confirm(&mut client, &shown, "carry-out", &[]).await;
        assert_eq!(carried.select("td .tag--done").len(), 4, "{}", carried.text());
        assert_eq!(queue(&mut client, "").await.len(), 1);
        let page = client.get(&format!("/takedowns/{}/1", cases[0].1)).await;
        assert!(page.status == 200 && page.text().contains("The title uses the mark 灯."), "{}", page.text());

        // Another marketplace sees and moves nothing of it.
        let mut stranger = world.signed_in(&other).await;
        assert!(queue(&mut stranger, "").await.is_empty());
        assert_eq!(stranger.get(&format!("/takedowns/{}/1", cases[0].1)).await.status, 404);
        let theirs = choose(&mut stranger, "hide", &waiting).await;
        let made_up = choose(&mut stranger, "hide", &["IP-2026-999999/1/live/decide".to_owned()]).await;
        assert_eq!((theirs.status, made_up.status), (404, 404));
        let forced = confirm(&mut stranger, &shown, "carry-out", &[]).await;
        assert!(forced.select("td .tag--done").is_empty(), "{}", forced.text());
        assert!(!forced.text().contains("Lamp"), "{}", forced.text());
    }

    async fn a_marketplace_hears_of_a_notice_once_with_all_its_listings(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (_, stranger) = world.marketplace("lotus", "Lotus Mall").await;
        let notice = world.notice("us-dmca-512", &owner, market, &["A1", "A2"], None);
        world.files(&owner, notice).await.unwrap();
        let letters = world.letters_to(&officer.email).await;
        assert_eq!(letters.len(), 1, "{letters:?}");
        assert!(letters[0].subject.contains("2 listings to decide on"), "{}", letters[0].subject);
        for said in ["A1", "A2", "/takedowns"] {
            assert!(letters[0].text.contains(said), "{said}: {}", letters[0].text);
        }
        assert_eq!(world.letters_to(&stranger.email).await.len(), 0);
    }

    async fn an_officer_restricts_a_listing_where_the_right_holds(world) {
        let (officer, _, cases) = scene(&world).await;
        let mut client = world.signed_in(&officer).await;
        let items = queue(&mut client, &format!("?case={}", cases[1].1)).await;
        let shown = choose(&mut client, "restrict", &items[..1]).await;
        let fields = [REASONS[0], REASONS[1], ("territory", "DE, AT"), ("done", "yes")];
        let done = confirm(&mut client, &shown, "restrict", &fields).await;
        assert_eq!(done.select("td .tag--done").len(), 1, "{}", done.text());
        let file = world.file(cases[1].0).await;
        let restricted: Vec<_> = file.listings.iter().filter(|l| l.measure == MeasureValue::Restricted).collect();
        assert_eq!((restricted.len(), file.listings.len()), (1, 2), "the other one is left alone");
        let reasons = StatementOfReasons {
            ground: REASONS[0].1.into(),
            facts: REASONS[1].1.into(),
            territory: "DE, AT".into(),
            automated: false,
        };
        assert_eq!((restricted[0].reasons.as_ref(), &restricted[0].order), (Some(&reasons), &None));
        let page = client.get(&format!("/takedowns/{}/{}", cases[1].1, restricted[0].no)).await;
        for said in ["Restricted", REASONS[0].1, REASONS[1].1, "DE, AT"] {
            assert!(page.text().contains(said), "{said}: {}", page.text());
        }
    }

    async fn an_officer_refuses_a_listing_and_a_whole_case(world) {
        let (officer, _, cases) = scene(&world).await;
        let mut client = world.signed_in(&officer).await;
        let of_one = queue(&mut client, &format!("?case={}", cases[1].1)).await;
        let shown = choose(&mut client, "refuse", &of_one[..1]).await;
        let done = confirm(&mut client, &shown, "refuse", &REASONS).await;
        assert_eq!(done.select("td .tag--done").len(), 1, "{}", done.text());
        let file = world.file(cases[1].0).await;
        assert_eq!(file.listings.iter().filter(|l| l.measure == MeasureValue::Refused).count(), 1);
        assert!(file.closed_at.is_none(), "the other listing is still to be decided");
        let rest = queue(&mut client, &format!("?case={}", cases[1].1)).await;
        assert_eq!(rest.len(), 1, "{rest:?}");
        let shown = choose(&mut client, "refuse", &rest).await;
        let done = confirm(&mut client, &shown, "refuse", &REASONS).await;
        assert_eq!(done.select("td .tag--done").len(), 1, "{}", done.text());
        assert_eq!(world.file(cases[1].0).await.outcome.as_deref(), Some("rejected"));
        assert_eq!(world.file(cases[0].0).await.closed_at, None);
    }

    async fn of_two_officers_one_wins_and_the_other_is_told_and_keeps_the_words(world) {
        let (officer, market, cases) = scene(&world).await;
        let second = world.person("second", "Second Officer").await;
        let (id, now) = (second.id, world.app.now());
        world.app.store.write(move |tx| redress::storage::accounts::insert_membership(tx, &redress::storage::accounts::MembershipRow {
            organisation_id: market, account_id: id, role: "officer".into(), since_at: now,
        })).await.unwrap();
        let (mut one, mut two) = (world.signed_in(&officer).await, world.signed_in(&second).await);
        let items = queue(&mut one, &format!("?case={}", cases[0].1)).await;
        queue(&mut two, "").await;
        let (first, other) = (choose(&mut one, "hide", &items).await, choose(&mut two, "remove", &items).await);
        let (a, b) = tokio::join!(
            confirm(&mut one, &first, "hide", &[REASONS[0], REASONS[1], ("done", "yes")]),
            confirm(&mut two, &other, "remove", &[REASONS[0], ("facts", "Words of the <second> officer"), ("done", "yes")])
        );
        let done = [&a, &b].map(|page| page.select("td .tag--done").len());
        let told = [&a, &b].map(|page| page.select("td .tag--due").len());
        assert!(done == [3, 0] && told == [0, 3] || done == [0, 3] && told == [3, 0], "{done:?} {told:?}");
        let file = world.file(cases[0].0).await;
        assert_eq!(file.listings.iter().map(|l| l.measure).collect::<std::collections::BTreeSet<_>>().len(), 1, "one of them, on all");
        if told[1] == 3 {
            // Looked at again, the words are there.
            let hidden = |name: &str| b.attributes(&format!("main input[name={name}]"), "value");
            let mut fields = vec![("action", "remove"), ("again", "yes"), ("do", "chosen")];
            let (facts, items) = (hidden("facts"), hidden("item"));
            fields.push(("facts", facts[0].as_str()));
            fields.extend(items.iter().map(|item| ("item", item.as_str())));
            let shown = two.post("/takedowns/bulk/confirm", &fields).await;
            assert_eq!(shown.select("textarea[name=facts]"), ["Words of the <second> officer"], "{}", shown.text());
        }
    }
}
