//! Accounts and doors on both databases: letters' links, invitations, seats. What pages about
//! accounts say is tested beside them.

use crate::support::client::Client;
use crate::support::stories::{SELLER_MAIL, measure};
use crate::support::{PASSWORD, World};
use jiff::SignedDuration;
use redress::domain::acts::Act;
use redress::domain::ids::CaseId;
use redress::domain::notices::MeasureAction;
use redress::domain::parties::{self, MandateScope};

/// A case with a seller who is known by address only: its id, number and the path of the letter's link.
async fn served(world: &World) -> (CaseId, String, String) {
    let owner = world.person("owner", "Aurel & Finch").await;
    let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
    let filing = world.notice("us-dmca-512", &owner, market, &["A1"], None);
    let filed = world.files(&owner, filing).await.unwrap();
    let act = measure(&[1], MeasureAction::Remove);
    world.acts(filed.case, &officer, act).await.unwrap();
    let path = link_in(world, SELLER_MAIL, "notice-served").await;
    (filed.case, filed.receipt.number.to_string(), path)
}

/// The path of the door in the last letter of a kind to an address.
async fn link_in(world: &World, email: &str, kind: &str) -> String {
    let letters = world.letters_to(email).await;
    let letter = letters.iter().rev().find(|letter| letter.kind == kind);
    let text = &letter
        .unwrap_or_else(|| panic!("no {kind} to {email}"))
        .text;
    let word = text.split_whitespace().find(|word| word.contains("8080/"));
    let (_, path) = word.unwrap().split_once("8080").unwrap();
    path.trim_end_matches(['.', ',', ')']).to_owned()
}

/// Makes an account with the pages, up to the sign-in, going on to `next`.
async fn sign_up(world: &World, client: &mut Client, email: &str, next: &str) -> String {
    client.get(&format!("/sign-up?next={next}")).await;
    let fields = [
        ("name", "Lin Yue"),
        ("email", email),
        ("password", PASSWORD),
        ("next", next),
    ];
    assert_eq!(
        client.post("/sign-up", &fields).await.location,
        "/sign-up/sent"
    );
    let path = link_in(world, email, "confirm-email").await;
    assert_eq!(client.get(&path).await.status, 200);
    let next = client.hidden().get("next").cloned().unwrap_or_default();
    let confirmed = client.post(&path, &[("next", &next)]).await.location;
    client.get(&confirmed).await;
    let next = client.hidden().get("next").cloned().unwrap_or_default();
    let fields = [("email", email), ("password", PASSWORD), ("next", &next)];
    client.post("/sign-in", &fields).await.location
}

on_both! {
    async fn a_spent_link_is_renewed_to_the_address_on_record(world) {
        let (_, number, path) = served(&world).await;
        let mut seller = world.stranger();
        seller.get(&path).await;
        assert_eq!(seller.post(&path, &[("do", "open")]).await.location, format!("/cases/{number}"));
        assert_eq!(seller.get(&path).await.location, format!("/cases/{number}"), "the one who has it open goes on");

        let mut later = world.stranger();
        let spent = later.get(&path).await;
        assert_eq!((spent.status, spent.heading().as_str()), (410, "This link cannot be used again"));
        assert_eq!(spent.headers.get("referrer-policy").map(String::as_str), Some("no-referrer"));
        assert_eq!(later.post(&format!("{path}/renew"), &[]).await.location, "/respond/sent");
        let fresh = link_in(&world, SELLER_MAIL, "answer-link").await;
        assert_ne!(fresh, path);
        later.get(&fresh).await;
        assert_eq!(later.post(&fresh, &[("do", "open")]).await.status, 303);
        assert_eq!(later.get(&format!("/cases/{number}")).await.status, 200);
    }

    async fn the_front_door_answers_alike_and_writes_to_the_address_on_record_only(world) {
        let (_, number, _) = served(&world).await;
        let before = world.letters_to("@").await.len();
        for (case, email) in [(number.as_str(), "stranger@shop.example"), ("IP-2026-999999", SELLER_MAIL)] {
            let mut client = world.stranger();
            client.get("/respond").await;
            assert_eq!(client.post("/respond", &[("case", case), ("email", email)]).await.location, "/respond/sent");
        }
        assert_eq!(world.letters_to("@").await.len(), before);
        let mut client = world.stranger();
        client.get("/respond").await;
        let sent = client.post("/respond", &[("case", &number.to_lowercase()), ("email", "Seller@Shop.example")]).await;
        assert_eq!(sent.location, "/respond/sent");
        let fresh = link_in(&world, SELLER_MAIL, "answer-link").await;
        assert_eq!(client.get(&fresh).await.status, 200);
    }

    async fn who_came_by_a_letter_keeps_the_case_in_an_account(world) {
        let (case, number, path) = served(&world).await;
        let mut seller = world.stranger();
        seller.get(&path).await;
        seller.post(&path, &[("do", "open")]).await;
        let ways = seller.get(&format!("/cases/{number}")).await.attributes("aside a", "href");
        assert!(ways.contains(&"/respond/seat".to_owned()), "{ways:?}");
        assert_eq!(seller.get("/respond/seat").await.status, 200);
        let pass = seller.post("/respond/seat", &[]).await.location;
        assert_eq!(seller.get(&pass).await.status, 200);
        let back = sign_up(&world, &mut seller, "lin.yue@shop.example", &pass).await;
        assert_eq!(back, pass, "sign-up leads back");
        seller.get(&pass).await;
        assert_eq!(seller.post(&pass, &[]).await.location, format!("/cases/{number}"));
        let file = world.file(case).await;
        assert!(file.parties.iter().any(|party| party.email == SELLER_MAIL && party.account.is_some()));
        assert_eq!(seller.get(&format!("/cases/{number}")).await.status, 200);
        assert_eq!(seller.get(&pass).await.status, 410);
    }

    async fn the_address_on_record_takes_its_seat_and_nobody_else_does(world) {
        let (case, number, _) = served(&world).await;
        let stranger = world.person("stranger", "Somebody").await;
        let door = format!("/respond/cases/{number}");
        let case_page = format!("/cases/{number}");
        let mut other = world.signed_in(&stranger).await;
        for path in [&door, &case_page] {
            assert_eq!(other.get(path).await.status, 404);
        }
        assert!(!other.get("/cases").await.text().contains(&number));
        let mut seller = world.stranger();
        let back = sign_up(&world, &mut seller, SELLER_MAIL, &door).await;
        assert_eq!(back, door);
        for list in ["/cases", "/dashboard"] {
            assert!(seller.get(list).await.text().contains(&number), "{list} shows the case that waits for the address");
        }
        assert_eq!(seller.get(&case_page).await.location, door);
        seller.get(&door).await;
        assert_eq!(seller.post(&door, &[]).await.location, format!("/cases/{number}"));
        assert!(world.file(case).await.parties.iter().any(|party| party.email == SELLER_MAIL && party.account.is_some()));
    }

    async fn an_invitation_is_taken_up_by_the_invited_address_only(world) {
        let (case, number, _) = served(&world).await;
        let owner = world.file(case).await.claimant().cloned().unwrap();
        let actor = redress::domain::parties::Actor {
            role: owner.role,
            party: Some(owner.no),
            account: owner.account,
            name: owner.name,
            mandate: None,
            via: redress::domain::parties::Via::Page,
        };
        let invite = |email: &str| Act::Party(parties::Act::Invite {
            name: "Lin Yue".into(),
            email: email.into(),
            scope: MandateScope::Act,
            until: None,
            authority: None,
        });
        redress::services::acts::perform(&world.app, case, None, &actor, invite("lawyer@firm.example")).await.unwrap();
        let path = link_in(&world, "lawyer@firm.example", "invitation").await;

        let other = world.person("other", "Somebody").await;
        let mut wrong = world.signed_in(&other).await;
        assert_eq!(wrong.get(&path).await.status, 200);
        let refused = wrong.post(&path, &[("do", "join")]).await;
        assert_eq!(refused.status, 422);

        let mut lawyer = world.stranger();
        assert!(lawyer.get(&path).await.heading().contains(&number));
        assert!(lawyer.post(&path, &[("do", "join")]).await.location.starts_with("/sign-in?next="));
        let back = sign_up(&world, &mut lawyer, "lawyer@firm.example", &path).await;
        assert_eq!(back, path);
        lawyer.get(&path).await;
        assert_eq!(lawyer.post(&path, &[("do", "join")]).await.location, format!("/cases/{number}"));
        assert_eq!(lawyer.get(&format!("/cases/{number}")).await.status, 200);

        redress::services::acts::perform(&world.app, case, None, &actor, invite("second@firm.example")).await.unwrap();
        let path = link_in(&world, "second@firm.example", "invitation").await;
        let mut second = world.stranger();
        second.get(&path).await;
        assert_eq!(second.post(&path, &[("do", "decline")]).await.location, "/");
        assert_eq!(second.get(&path).await.status, 410);
        let file = world.file(case).await;
        let ended: Vec<bool> = file.mandates.iter().map(|mandate| mandate.ended_at.is_some()).collect();
        assert_eq!(ended, [false, true]);
    }

    async fn an_unconfirmed_password_is_worth_nothing_once_the_owner_shows_up(world) {
        let mut thief = world.stranger();
        thief.get("/sign-up").await;
        thief.post("/sign-up", &[("name", "Thief"), ("email", "victim@people.example"), ("password", PASSWORD)]).await;
        let mut owner = world.stranger();
        owner.get("/sign-in/link").await;
        owner.post("/sign-in/link", &[("email", "victim@people.example")]).await;
        let path = link_in(&world, "victim@people.example", "sign-in-link").await;
        owner.get(&path).await;
        assert_eq!(owner.post(&path, &[]).await.status, 303);
        thief.get("/sign-in").await;
        let tried = thief.post("/sign-in", &[("email", "victim@people.example"), ("password", PASSWORD)]).await;
        assert_eq!(tried.status, 422);
    }

    async fn a_session_ends_when_it_is_not_used_and_in_any_case_after_its_time_that_of_officials_sooner(world) {
        let times = world.app.config.sessions.clone();
        let party = world.person("wei", "Wei Chen").await;
        let manager = world.manager("lucia").await;
        let minutes = |minutes: u32| SignedDuration::from_mins(i64::from(minutes));
        let of_party = (minutes(times.party_idle_minutes), minutes(times.party_total_hours * 60));
        let of_staff = (minutes(times.staff_idle_minutes), minutes(times.staff_total_hours * 60));
        assert!(of_staff.0 < of_party.0 && of_staff.1 < of_party.1);
        let moment = SignedDuration::from_secs(1);
        for (person, (idle, whole)) in [(&party, of_party), (&manager, of_staff)] {
            let mut client = world.signed_in(person).await;
            world.advance(idle - moment);
            assert_eq!(client.get("/account").await.status, 200, "{} was just in time", person.name);
            world.advance(idle);
            let ended = client.get("/account").await;
            assert_eq!((ended.status, ended.location.as_str()), (303, "/sign-in?next=%2Faccount"), "{}", person.name);

            // However busy somebody is.
            let mut client = world.signed_in(person).await;
            let end = world.app.now() + whole;
            while world.app.now() + idle / 2 < end {
                world.advance(idle / 2);
                assert_eq!(client.get("/account").await.status, 200, "{} is at work", person.name);
            }
            world.until(end - moment);
            assert_eq!(client.get("/account").await.status, 200, "{} has a moment left", person.name);
            world.until(end);
            assert_eq!(client.get("/account").await.status, 303, "{} signs in again", person.name);
        }
    }
}
