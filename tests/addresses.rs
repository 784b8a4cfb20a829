//! Sellers whom nobody could reach at first: the marketplace gives the address, and only then does time run.

use crate::support::stories::measure;
use jiff::SignedDuration;
use redress::domain::acts::ClockState;
use redress::domain::notices::MeasureAction;

const ADDRESS: &str = "lin.yue@yunhe.example";

on_both! {
    async fn a_seller_nobody_could_write_to_is_told_once_the_marketplace_gives_the_address(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (_, stranger) = world.marketplace("quay", "Quay Market").await;
        let manager = world.manager("lucia").await;
        let mut filing = world.notice("us-dmca-512", &owner, market, &["A1", "A2"], None);
        filing.sellers[0].email = String::new();
        let filed = world.files(&owner, filing).await.unwrap();
        world.acts(filed.case, &officer, measure(&[1, 2], MeasureAction::Remove)).await.unwrap();
        assert!(world.letters_to(ADDRESS).await.is_empty());
        let before = world.file(filed.case).await.running(1, "quiet").unwrap().due_at;
        world.advance(SignedDuration::from_hours(24 * 9));

        // Only the marketplace of the listings and the registry find the page.
        let case = format!("/cases/{}", filed.receipt.number);
        let respondent = world.file(filed.case).await.track(1).unwrap().respondent;
        let path = format!("{case}/parties/{respondent}/address");
        for person in [&owner, &stranger] {
            let mut client = world.signed_in(person).await;
            assert_eq!(client.get(&path).await.status, 404);
            assert_eq!(client.post(&path, &[("name", "X"), ("email", ADDRESS), ("language", "en")]).await.status, 404);
        }
        let mut market = world.signed_in(&officer).await;
        let steps = market.get(&case).await.attributes("section a", "href");
        assert!(steps.contains(&path), "{steps:?}");

        // Everybody reads that the seller has not been reached.
        for person in [&owner, &officer, &manager] {
            let text = world.signed_in(person).await.get(&case).await.text();
            assert!(text.contains("Not reached yet") && text.contains("nobody has given an address so far"), "{}: {text}", person.email);
        }

        // What is wrong is said beside the field, and what was typed stays.
        assert_eq!(market.get(&path).await.status, 200);
        let wrong = market.post(&path, &[("name", "Yunhe Home Co."), ("email", "lin.yue"), ("country", "CN"), ("language", "zh-Hans")]).await;
        assert_eq!((wrong.status, wrong.errors().len()), (422, 1));
        assert_eq!(wrong.attributes("#f-name", "value"), ["Yunhe Home Co."]);
        let taken = market.post(&path, &[("name", "Yunhe Home Co."), ("email", &owner.email), ("country", "CN"), ("language", "zh-Hans")]).await;
        assert_eq!((taken.status, taken.errors().len()), (422, 1), "one person cannot be both sides");

        let given = market.post(&path, &[("name", "Yunhe Home Co."), ("email", ADDRESS), ("country", "CN"), ("language", "zh-Hans")]).await;
        assert_eq!(given.status, 303, "{}", given.text());
        let letters = world.letters_to(ADDRESS).await;
        assert_eq!(letters.iter().map(|l| l.kind.as_str()).collect::<Vec<_>>(), ["notice-served"]);
        assert!(letters[0].text.contains("/links/"), "the letter opens the case");
        // It says what was done meanwhile and why, in the language and the time of the place.
        assert!(letters[0].text.contains("Harbour Market删除了本案中的 2 个商品链接"), "{}", letters[0].text);
        assert!(letters[0].text.contains("The title uses the mark.") && letters[0].text.contains("中国时间"), "{}", letters[0].text);
        let file = world.file(filed.case).await;
        let clock = file.running(1, "quiet").unwrap();
        assert!(clock.due_at > before, "time that nobody knew of does not count");
        assert_eq!(file.clocks.iter().filter(|c| c.rule == "quiet" && c.state == ClockState::Stopped).count(), 1);

        // The marketplace gives it once; the registry may correct it, and then dates stay.
        assert_eq!(market.get(&path).await.status, 404);
        let due = clock.due_at;
        let mut registry = world.signed_in(&manager).await;
        registry.get(&path).await;
        let fields = [("name", "Yunhe Home Co."), ("email", "office@yunhe.example"), ("country", "CN"), ("language", "en")];
        assert_eq!(registry.post(&path, &fields).await.status, 303);
        assert_eq!(world.letters_to("office@yunhe.example").await.len(), 1);
        assert_eq!(world.file(filed.case).await.running(1, "quiet").unwrap().due_at, due);

        // The rights holder sees that it happened, not the address.
        let mut holder = world.signed_in(&owner).await;
        let timeline = holder.get(&format!("{case}/timeline")).await;
        assert_eq!(timeline.status, 200);
        for page in [timeline, holder.get(&format!("{case}/parties")).await] {
            assert!(!page.text().contains("yunhe.example"));
        }
        let found = redress::services::integrity::check(&world.app).await.unwrap();
        assert!(found.problems.is_empty(), "{:?}", found.problems);
    }
}
