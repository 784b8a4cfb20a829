//! Time in which nobody could reach the service is nobody's loss.

use crate::support::World;
use jiff::SignedDuration;
use redress::domain::acts::Act;
use redress::domain::complaints;
use redress::domain::ids::CaseId;
use redress::services::{acts, integrity, outages};

async fn waiting_for_the_seller(world: &World) -> CaseId {
    let manager = world.manager("registry").await;
    let consumer = world.person("consumer", "M. Duarte").await;
    let filed = world.complains(&consumer, None).await;
    let accept = Act::Complaint(complaints::Act::ScreenAccept);
    world.acts(filed.case, &manager, accept).await.unwrap();
    filed.case
}

async fn state(world: &World, case: CaseId) -> String {
    world.file(case).await.track(1).unwrap().state.clone()
}

on_both! {
    async fn a_deadline_that_ends_while_nobody_can_reach_the_service_gets_its_days_back(world) {
        let case = waiting_for_the_seller(&world).await;
        let due = world.file(case).await.running(1, "respond").unwrap().due_at;
        world.until(due - SignedDuration::from_hours(30));
        outages::live(&world.app).await.unwrap();
        world.until(due + SignedDuration::from_hours(20));
        assert_eq!(acts::lapse_due(&world.app).await.unwrap(), 0, "no deadline passes while the service is away");
        assert_eq!(state(&world, case).await, "response_wait");

        let outage = outages::come_back(&world.app).await.unwrap().unwrap();
        assert_eq!(outage.dates, 1);
        let clock = world.file(case).await.running(1, "respond").unwrap().clone();
        let more = clock.due_at.duration_since(due).as_hours();
        assert!((72..=96).contains(&more), "three days were touched, {more} hours came back");
        assert_eq!(clock.outages.len(), 1);
        assert_eq!(clock.extensions, 0, "the seller's own extension is not used up");
        world.work().await;
        assert_eq!(state(&world, case).await, "response_wait");
        let told = world.letters_to(crate::support::stories::SELLER_MAIL).await;
        let told = told.iter().find(|letter| letter.kind == "time-extended").unwrap();
        assert!(told.subject.contains("could not be reached"), "{}", told.subject);

        assert_eq!(outages::come_back(&world.app).await.unwrap(), None, "once");
        world.until(clock.due_at + SignedDuration::from_secs(1));
        outages::live(&world.app).await.unwrap();
        world.work().await;
        assert_eq!(state(&world, case).await, "facilitation", "then silence has its effect");
        assert_eq!(integrity::check(&world.app).await.unwrap().problems, Vec::<String>::new());
        let kept = world.app.store.read(outages::list).await.unwrap();
        assert_eq!(kept, [outage]);
        let admin = world.runs_it("operator").await;
        let page = world.signed_in(&admin).await.get("/admin").await;
        assert!(page.text().contains("one deadline got its time back"), "{}", page.text());
    }

    async fn a_restart_moves_nothing_and_neither_does_an_outage_long_before_the_end(world) {
        let case = waiting_for_the_seller(&world).await;
        let due = world.file(case).await.running(1, "respond").unwrap().due_at;
        outages::live(&world.app).await.unwrap();
        world.advance(SignedDuration::from_mins(10));
        assert_eq!(outages::come_back(&world.app).await.unwrap(), None);
        world.advance(SignedDuration::from_hours(26));
        let outage = outages::come_back(&world.app).await.unwrap().unwrap();
        assert_eq!(outage.dates, 0, "there was time left");
        assert_eq!(world.file(case).await.running(1, "respond").unwrap().due_at, due);
    }

    async fn an_installation_that_never_served_pages_lets_deadlines_pass(world) {
        let case = waiting_for_the_seller(&world).await;
        world.passes(case, "respond").await;
        assert_eq!(state(&world, case).await, "facilitation");
    }
}
