//! Matters elsewhere, and points for conduct: what staff records and what everybody in the case then sees.

use crate::support::World;
use crate::support::stories::measure;
use jiff::SignedDuration;
use redress::domain::acts::ClockState;
use redress::domain::notices::MeasureAction;
use redress::services::integrity;

async fn is_sound(world: &World) {
    let report = integrity::check(&world.app).await.unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

on_both! {
    async fn a_chargeback_stops_the_days_and_its_end_lets_them_go_on(world) {
        let manager = world.manager("registry").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let talks = world.in_talks(&manager, &consumer, Some(&seller)).await;
        let number = world.file(talks.case).await.number.to_string();
        let list = format!("/cases/{number}/parallel");
        let new = format!("{list}/new");

        let mut buyer = world.signed_in(&consumer).await;
        assert!(buyer.get(&list).await.text().contains("Nothing is known of any."));
        assert_eq!(buyer.get(&new).await.status, 404, "a side does not stop its own time");
        let stranger = world.person("other", "Somebody Else").await;
        assert_eq!(world.signed_in(&stranger).await.get(&list).await.status, 404);

        let mut registry = world.signed_in(&manager).await;
        let case = registry.get(&format!("/cases/{number}")).await;
        assert!(case.attributes("main a", "href").contains(&new), "{}", case.text());
        let form = registry.get(&new).await;
        assert!(form.text().contains("The case waits until it is over"), "{}", form.text());
        let empty = registry.post(&new, &[("place", "Card bank"), ("do", "send")]).await;
        assert_eq!((empty.status, empty.errors().len()), (422, 2), "{:?}", empty.errors());
        assert_eq!(empty.attributes("#f-place", "value"), ["Card bank"], "what was typed is kept");
        registry.get(&new).await;
        let fields = [("kind", "same_money"), ("place", "Card bank"), ("reference", "CB-77"), ("reason", "The buyer asked for the money back."), ("do", "send")];
        let done = registry.post(&new, &fields).await;
        assert_eq!(done.status, 303, "{}", done.text());

        for person in [&consumer, &seller] {
            let letters = world.letters_to(&person.email).await;
            let told = letters.iter().find(|letter| letter.kind == "parallel-found").unwrap();
            assert!(told.text.contains("Card bank") && told.text.contains("money back"), "{}", told.text);
        }
        let seen = buyer.get(&format!("/cases/{number}")).await.text();
        assert!(seen.contains("Card bank") && seen.contains("CB-77") && seen.contains("Days stand still"), "{seen}");
        // Weeks pass, and nothing runs out.
        world.advance(SignedDuration::from_hours(24 * 40));
        world.work().await;
        let file = world.file(talks.case).await;
        assert_eq!(file.tracks[0].state, "negotiation");
        let clock = file.clocks.iter().find(|clock| clock.rule == "negotiate").unwrap();
        let (no, was) = (clock.no, clock.due_at);
        assert_eq!(clock.state, ClockState::Held);
        let (mut buyer, mut registry) = (world.signed_in(&consumer).await, world.signed_in(&manager).await);
        let date = buyer.get(&format!("/cases/{number}/deadlines/{no}")).await.text();
        assert!(date.contains("Standing still"), "{date}");

        let over = format!("{list}/1/over");
        assert_eq!(buyer.get(&over).await.status, 409, "only who records it ends it");
        registry.get(&over).await;
        let done = registry.post(&over, &[("reason", "The bank refused."), ("do", "send")]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let file = world.file(talks.case).await;
        let clock = file.clocks.iter().find(|clock| clock.no == no).unwrap();
        assert_eq!(clock.state, ClockState::Running);
        // Forty days are left out; that the last day was moved off a weekend before is counted anew.
        let toll = &clock.derivation.tolls[0];
        assert_eq!((toll.until.unwrap() - toll.from).get_days() + 1, 40);
        assert!(clock.due_at.duration_since(was) >= SignedDuration::from_hours(24 * 38));
        let date = buyer.get(&format!("/cases/{number}/deadlines/{no}")).await.text();
        assert!(date.contains("The days stand still") && date.contains("count again"), "{date}");
        world.passes(talks.case, "negotiate").await;
        assert_eq!(world.file(talks.case).await.tracks[0].state, "facilitation");
        is_sound(&world).await;
    }

    async fn points_of_several_cases_add_up_and_a_warning_comes_first(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Brightway Ltd").await;
        let manager = world.manager("registry").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let rule = world.app.pack("us-dmca-512").unwrap().conduct.clone().unwrap();
        let review = rule.ladder.last().expect("a rung above the warning").at;
        for item in 1..=review {
            let filing = world.notice("us-dmca-512", &owner, market, &[&format!("A{item}")], Some(&seller));
            let filed = world.files(&owner, filing).await.unwrap();
            world.acts(filed.case, &officer, measure(&[1], MeasureAction::Remove)).await.unwrap();
            world.advance(SignedDuration::from_hours(48));
        }
        let kinds = world.kinds_to(&seller.email).await;
        let warned = kinds.iter().filter(|kind| *kind == "conduct-warning").count();
        assert_eq!(warned, 2, "once at the first rung and once at the next: {kinds:?}");
        assert!(world.kinds_to(&manager.email).await.iter().any(|kind| kind == "conduct-review"));
        assert!(!world.kinds_to(&owner.email).await.iter().any(|kind| kind.starts_with("conduct")));

        let own = world.signed_in(&seller).await.get("/account/conduct").await;
        assert!(own.text().contains(&format!("{review} points count now")), "{}", own.text());
        assert_eq!(own.select("tbody tr").len(), usize::try_from(review).unwrap());
        let why = own.select("td[data-l='For what']");
        assert!(why.len() == own.select("tbody tr").len() && why.iter().all(|why| !why.trim().is_empty()), "{why:?}");
        let none = world.signed_in(&owner).await.get("/account/conduct").await;
        assert!(none.text().contains("You have no points."), "{}", none.text());
        let mut registry = world.signed_in(&manager).await;
        assert!(registry.get("/admin/conduct").await.text().contains("Brightway Ltd"));
        assert_eq!(world.signed_in(&seller).await.get("/admin/conduct").await.status, 404);

        // They end by themselves, to the day.
        let longest = rule.expires.after(world.app.now());
        world.until(longest);
        let own = world.signed_in(&seller).await.get("/account/conduct").await;
        assert!(own.text().contains("0 points count now"), "{}", own.text());
        let nobody = world.signed_in(&manager).await.get("/admin/conduct").await;
        assert!(nobody.text().contains("Nobody has points now."), "{}", nobody.text());
        is_sound(&world).await;
    }
}
