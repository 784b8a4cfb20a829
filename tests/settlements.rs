//! Offers and what is owed, on pages: wrong input, answers of every kind, two people at once, proposals of
//! the registry, instalments with proof, dispute, and what is not done in time.

use crate::support::client::{Client, Page};
use crate::support::{Person, World};
use jiff::SignedDuration;
use redress::domain::acts::Act;
use redress::domain::complaints;
use redress::domain::ids::CaseId;
use redress::domain::settlements::{ObligationState, OfferState};
use redress::services::integrity;

/// The fields of an offer of a refund in euros.
fn offer<'a>(amount: &'a str, parts: &'a str, due: [&'a str; 3]) -> Vec<(&'a str, &'a str)> {
    let [year, month, day] = due;
    vec![
        ("remedy", "refund"),
        ("amount", amount),
        ("currency", "EUR"),
        ("instalments", parts),
        ("debtor", "respondent"),
        ("due-day", day),
        ("due-month", month),
        ("due-year", year),
        ("text", "Back to the card. 退款"),
        ("open-day", "10"),
        ("open-month", "3"),
        ("open-year", "2026"),
    ]
}

const DUE: [&str; 3] = ["2026", "3", "20"];

/// The same fields with some of them changed.
fn with<'a>(
    fields: &[(&'a str, &'a str)],
    changed: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let keep = |(name, _): &&(&str, &str)| !changed.iter().any(|(other, _)| other == name);
    fields.iter().filter(keep).chain(changed).copied().collect()
}

struct Talks {
    case: CaseId,
    room: String,
    manager: Person,
    consumer: Person,
    seller: Person,
}

impl Talks {
    async fn begin(world: &World) -> Self {
        let manager = world.manager("lucia").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let filed = world.in_talks(&manager, &consumer, Some(&seller)).await;
        let room = format!("/cases/{}/settlement", filed.receipt.number);
        Self {
            case: filed.case,
            room,
            manager,
            consumer,
            seller,
        }
    }

    async fn sides(&self, world: &World) -> (Client, Client) {
        (
            world.signed_in(&self.consumer).await,
            world.signed_in(&self.seller).await,
        )
    }

    async fn make(&self, client: &mut Client, fields: &[(&str, &str)]) -> Page {
        let path = format!("{}/offers/new", self.room);
        let page = client.get(&path).await;
        assert_eq!(page.status, 200, "{}", page.text());
        client.post(&path, fields).await
    }

    /// Opens the page of an offer and presses one of its buttons.
    async fn answer(
        &self,
        client: &mut Client,
        no: u32,
        act: &str,
        fields: &[(&str, &str)],
    ) -> Page {
        let page = if act == "accept" { "/accept" } else { "" };
        client
            .get(&format!("{}/offers/{no}{page}", self.room))
            .await;
        client
            .post(&format!("{}/offers/{no}/{act}", self.room), fields)
            .await
    }

    /// Presses a button beside an obligation in the room, with the key of that very form.
    async fn perform(
        &self,
        client: &mut Client,
        no: u32,
        act: &str,
        fields: &[(&str, &str)],
    ) -> Page {
        let page = client.get(&self.room).await;
        let path = format!("{}/obligations/{no}/{act}", self.room);
        let keys = page.attributes(
            &format!("form[action=\"{path}\"] input[name=form]"),
            "value",
        );
        let key = keys
            .first()
            .cloned()
            .unwrap_or_else(|| "0123456789abcdef0123".to_owned());
        let all = [fields, &[("form", key.as_str())]].concat();
        client.post(&path, &all).await
    }

    async fn states(&self, world: &World) -> Vec<OfferState> {
        world
            .file(self.case)
            .await
            .offers
            .iter()
            .map(|offer| offer.state)
            .collect()
    }

    async fn owed(&self, world: &World) -> Vec<ObligationState> {
        world
            .file(self.case)
            .await
            .obligations
            .iter()
            .map(|owed| owed.state)
            .collect()
    }
}

/// A refund is marked as done and disputed; the case manager looks at it.
async fn found(world: &World, done: bool) {
    let talks = Talks::begin(world).await;
    let (mut consumer, mut seller) = talks.sides(world).await;
    talks.make(&mut seller, &offer("90.00", "1", DUE)).await;
    assert_eq!(
        talks.answer(&mut consumer, 1, "accept", &[]).await.status,
        303
    );
    talks
        .perform(&mut seller, 1, "mark", &[("proof-1", "Transfer 1")])
        .await;
    let mut manager = world.signed_in(&talks.manager).await;
    let early = talks
        .perform(
            &mut manager,
            1,
            "determine",
            &[("finding-1", "done"), ("why-1", "x")],
        )
        .await;
    assert_eq!(early.status, 409, "nobody disputes it");
    let disputed = talks
        .perform(
            &mut consumer,
            1,
            "dispute",
            &[("reason-1", "Nothing came.")],
        )
        .await;
    assert_eq!(disputed.status, 303, "{}", disputed.text());
    // The case manager is asked, and nobody else may answer.
    let case = talks.room.replace("/settlement", "");
    let page = manager.get(&case).await;
    assert!(
        page.text().contains("Say whether it is done"),
        "{}",
        page.text()
    );
    for side in [&mut consumer, &mut seller] {
        let no = talks
            .perform(
                side,
                1,
                "determine",
                &[("finding-1", "done"), ("why-1", "I say so")],
            )
            .await;
        assert!(
            no.status == 409 && no.text().contains("I say so"),
            "{}",
            no.text()
        );
    }
    let bare = talks.perform(&mut manager, 1, "determine", &[]).await;
    assert_eq!(
        (bare.status, bare.errors()),
        (
            422,
            vec![
                "Say whether it is done".to_owned(),
                "Write your reasons".to_owned()
            ]
        )
    );
    let finding = if done { "done" } else { "not-done" };
    let found = talks
        .perform(
            &mut manager,
            1,
            "determine",
            &[
                ("finding-1", finding),
                ("why-1", "The bank's <statement> shows it."),
            ],
        )
        .await;
    assert_eq!(found.status, 303, "{}", found.text());
    let (outcome, kind) = if done {
        ("performed", "obligation-confirmed")
    } else {
        ("breached", "obligation-overdue")
    };
    assert_eq!(
        world.file(talks.case).await.outcome.as_deref(),
        Some(outcome)
    );
    for person in [&talks.consumer, &talks.seller] {
        let letters = world.letters_to(&person.email).await;
        let letter = letters.iter().find(|l| l.kind == kind).unwrap();
        assert!(
            letter.text.contains("looked at the dispute")
                && letter.text.contains("The bank's <statement> shows it."),
            "{}",
            letter.text
        );
    }
    assert!(
        integrity::check(&world.app)
            .await
            .unwrap()
            .problems
            .is_empty()
    );
}

on_both! {
    async fn an_offer_with_wrong_input_says_so_beside_the_field_and_keeps_the_words(world) {
        let talks = Talks::begin(&world).await;
        let (_, mut seller) = talks.sides(&world).await;
        let good = offer("100.00", "3", DUE);
        for (changed, field, message) in [
            (&[("amount", "12,3.4")][..], "amount", "Enter an amount like 1200.00"),
            (&[("amount", "-50")], "amount", "Enter an amount like 1200.00"),
            (&[("amount", "0")], "amount", "Enter an amount like 1200.00"),
            (&[("amount", "")], "amount", "Enter the amount"),
            (&[("amount", "1000000000000000")], "amount", "Enter an amount below one thousand million, like 1200.00"),
            (&[("amount", "99999999999999999999")], "amount", "Enter an amount like 1200.00"),
            (&[("currency", "BTC")], "currency", "Choose a currency"),
            (&[("currency", "XAU")], "currency", "Choose a currency"),
            (&[("currency", "")], "currency", "Choose a currency"),
            (&[("amount", "0.02")], "instalments", "The amount is too small for so many instalments"),
            (&[("instalments", "0")], "instalments", "Enter a whole number from 1 to 36"),
            (&[("instalments", "1000")], "instalments", "Enter a whole number from 1 to 36"),
            (&[("due-year", "2025")], "due", "The day by which it is done must not be in the past"),
            (&[("due-year", "9999")], "due", "The day by which it is done must be within 10 years"),
            (&[("due-day", "31"), ("due-month", "2")], "due", "Enter a date like 27 3 2026"),
            (&[("due-day", ""), ("due-month", ""), ("due-year", "")], "due", "Enter the day by which it is done"),
            (&[("due-day", "9")], "due", "The day by which it is done must not be before the day until which the offer is open"),
            (&[("open-day", "1")], "open", "The offer must be open until a day that is not over"),
            (&[("open-year", "9999")], "open", "The offer cannot be open for more than 10 years"),
            (&[("remedy", "restore-listing")], "remedy", "Choose what is done"),
            (&[("remedy", "everything")], "remedy", "Choose what is done"),
            (&[("debtor", "case_manager")], "debtor", "Choose who does it"),
            (&[("remedy", "other"), ("text", "")], "text", "Write down what you offer"),
        ] {
            let fields = with(&good, changed);
            let wrong = talks.make(&mut seller, &fields).await;
            assert_eq!((wrong.status, wrong.errors()), (422, vec![message.to_owned()]), "{changed:?}");
            assert_eq!(wrong.select(&format!("#e-{field}")), [format!("Error: {message}")], "beside the field");
            let typed = fields.iter().find(|(name, _)| *name == "amount").unwrap().1;
            assert_eq!(wrong.attributes("#f-amount", "value"), [typed]);
            let text = fields.iter().find(|(name, _)| *name == "text").unwrap().1;
            assert_eq!(wrong.select("#f-text"), [text]);
        }
        let hostile = talks.make(&mut seller, &with(&good, &[("text", "<script>alert(1)</script>\u{202e}")])).await;
        assert_eq!(hostile.status, 303);
        let page = seller.get(&format!("{}/offers/1", talks.room)).await;
        assert!(!page.text().contains("<script>alert"), "words stay words");
        assert_eq!(seller.post(&format!("{}/offers/new", talks.room), &[("surprise", "1")]).await.status, 400);
        assert_eq!(world.file(talks.case).await.offers.len(), 1);
    }

    async fn offers_are_countered_declined_taken_back_and_end_by_themselves(world) {
        let talks = Talks::begin(&world).await;
        let (mut consumer, mut seller) = talks.sides(&world).await;
        let made = talks.make(&mut seller, &offer("20.00", "1", DUE)).await;
        let (form, seen) = (seller.hidden()["form"].clone(), seller.hidden()["seen"].clone());
        assert_eq!((made.status, made.location.as_str()), (303, talks.room.as_str()), "{:?}", made.errors());
        assert_eq!(seller.post(&format!("{}/offers/new", talks.room), &offer("20.00", "1", DUE)).await.status, 303);
        assert_eq!(world.file(talks.case).await.offers.len(), 1, "sent twice, one offer");
        // Back, another sum, sent again: this is not the first offer, and it is not lost without a word.
        let changed = with(&offer("25.00", "1", DUE), &[("form", &form), ("seen", &seen), ("text", "Five more")]);
        let changed = seller.post(&format!("{}/offers/new", talks.room), &changed).await;
        assert_eq!(changed.status, 409, "{}", changed.location);
        assert!(changed.text().contains("25.00") && changed.text().contains("Five more"), "{}", changed.text());
        assert_eq!(world.file(talks.case).await.offers.len(), 1);
        assert!(world.kinds_to(&talks.consumer.email).await.contains(&"offer-made".to_owned()));
        assert_eq!(seller.get(&format!("{}/offers/1/accept", talks.room)).await.status, 409, "not the own offer");
        assert!(consumer.get(&talks.room).await.text().contains("/offers/1/accept"));
        let mut stranger = world.signed_in(&world.person("stranger", "S. Nobody").await).await;
        for path in [talks.room.clone(), format!("{}/offers/1", talks.room), format!("{}/offers/1/accept", talks.room), format!("{}/offers/new", talks.room), format!("{}/agreement", talks.room)] {
            assert_eq!(stranger.get(&path).await.status, 404, "{path}");
        }
        assert_eq!(consumer.get(&format!("{}/offers/9", talks.room)).await.status, 404);

        let path = format!("{}/offers/new?counter=1", talks.room);
        let page = consumer.get(&path).await;
        assert_eq!((page.heading().as_str(), page.attributes("#f-amount", "value")), ("Make a counter-offer", vec!["20.00".to_owned()]), "it starts from the offer");
        let countered = consumer.post(&path, &with(&offer("60.00", "1", DUE), &[("counter", "1")])).await;
        assert_eq!(countered.status, 303, "{:?}", countered.errors());
        assert_eq!(talks.states(&world).await, [OfferState::Countered, OfferState::Open]);
        let again = talks.answer(&mut consumer, 1, "decline", &[("reason", "Too late")]).await;
        assert_eq!(again.status, 409);
        assert!(again.text().contains("Too late") && again.text().contains("answered with another"), "{}", again.text());

        let declined = talks.answer(&mut seller, 2, "decline", &[("reason", "我们付不起。")]).await;
        assert_eq!(declined.status, 303, "{}", declined.text());
        let letters = world.letters_to(&talks.consumer.email).await;
        assert!(letters.iter().any(|l| l.kind == "offer-declined" && l.text.contains("我们付不起。")));
        assert!(consumer.get(&format!("{}/offers/2", talks.room)).await.text().contains("我们付不起。"));

        talks.make(&mut seller, &offer("30.00", "1", DUE)).await;
        assert_eq!(talks.answer(&mut consumer, 3, "withdraw", &[]).await.status, 409, "only its maker takes it back");
        let page = consumer.get(&format!("{}/offers/3/accept", talks.room)).await;
        assert_eq!(page.status, 200);
        let back = talks.answer(&mut seller, 3, "withdraw", &[]).await;
        assert_eq!(back.status, 303, "{}", back.text());
        assert!(world.kinds_to(&talks.consumer.email).await.contains(&"offer-withdrawn".to_owned()), "the other side is told");
        let late = consumer.post(&format!("{}/offers/3/accept", talks.room), &[]).await;
        assert_eq!(late.status, 409, "it was taken back while the page was open");

        talks.make(&mut consumer, &offer("50.00", "1", DUE)).await;
        let until = world.file(talks.case).await.offers[3].open_until;
        world.until(until + SignedDuration::from_secs(1));
        let (mut consumer, mut seller) = talks.sides(&world).await;
        let ended = talks.answer(&mut seller, 4, "accept", &[]).await;
        assert_eq!(ended.status, 409, "{}", ended.text());
        world.work().await;
        assert_eq!(talks.states(&world).await[3], OfferState::Lapsed);
        for person in [&talks.consumer, &talks.seller] {
            assert!(world.kinds_to(&person.email).await.contains(&"offer-lapsed".to_owned()), "{}", person.email);
        }
        assert!(consumer.get(&talks.room).await.text().contains("Ended"));
        assert_eq!(world.file(talks.case).await.track(1).unwrap().state, "negotiation", "saying no ends nothing");
        assert!(integrity::check(&world.app).await.unwrap().problems.is_empty());
    }

    async fn two_people_answer_at_once_and_one_wins(world) {
        let talks = Talks::begin(&world).await;
        let (mut consumer, mut seller) = talks.sides(&world).await;
        let mut second = world.signed_in(&talks.consumer).await;
        talks.make(&mut seller, &offer("20.00", "1", DUE)).await;
        let accept = format!("{}/offers/1/accept", talks.room);
        let counter = format!("{}/offers/new?counter=1", talks.room);
        consumer.get(&accept).await;
        second.get(&counter).await;
        let key = second.hidden().get("form").unwrap().clone();
        let fields = with(&offer("61.00", "1", DUE), &[("counter", "1")]);
        let (one, two) = tokio::join!(consumer.post(&accept, &[]), second.post(&counter, &fields));
        let mut both = [one.status, two.status];
        both.sort_unstable();
        assert_eq!(both, [303, 409], "{} {}", one.text(), two.text());
        if two.status == 409 {
            assert!(two.text().contains("61.00") && two.text().contains("Back to the card. 退款"), "words are kept: {}", two.text());
            assert!(!two.text().contains(&key), "and nothing that nobody typed");
        }
        let states = talks.states(&world).await;
        assert!(states == [OfferState::Accepted] || states == [OfferState::Countered, OfferState::Open], "{states:?}");

        // The seller takes back what the consumer is about to accept.
        let open = states.len();
        if open == 2 {
            seller.get(&format!("{}/offers/2/accept", talks.room)).await;
            let mut consumer = world.signed_in(&talks.consumer).await;
            consumer.get(&format!("{}/offers/2", talks.room)).await;
            let (accepted, back) = (format!("{}/offers/2/accept", talks.room), format!("{}/offers/2/withdraw", talks.room));
            let (one, two) = tokio::join!(seller.post(&accepted, &[]), consumer.post(&back, &[]));
            let mut both = [one.status, two.status];
            both.sort_unstable();
            assert_eq!(both, [303, 409]);
        }
        assert!(integrity::check(&world.app).await.unwrap().problems.is_empty());
    }

    async fn a_proposal_of_the_registry_counts_when_both_sides_accept(world) {
        let talks = Talks::begin(&world).await;
        let (mut consumer, mut seller) = talks.sides(&world).await;
        let mut registry = world.signed_in(&talks.manager).await;
        let path = format!("{}/offers/new", talks.room);
        assert_eq!(registry.get(&path).await.status, 409, "the sides talk on their own first");
        world.acts(talks.case, &talks.seller, Act::Complaint(complaints::Act::Escalate { reason: String::new() })).await.unwrap();
        let page = registry.get(&path).await;
        assert_eq!(page.heading(), "Propose a settlement");
        assert_eq!(registry.post(&path, &offer("45.00", "1", DUE)).await.status, 303);
        for person in [&talks.consumer, &talks.seller] {
            assert!(world.kinds_to(&person.email).await.contains(&"offer-made".to_owned()), "{}", person.email);
        }
        let one = talks.answer(&mut consumer, 1, "decline", &[]).await;
        assert_eq!(one.status, 303, "{}", one.text());
        let letters = world.letters_to(&talks.seller.email).await;
        assert!(letters.iter().any(|l| l.kind == "offer-declined" && l.text.contains("proposal of the case manager")), "the other side is told as well");

        registry.get(&path).await;
        assert_eq!(registry.post(&path, &offer("55.00", "1", DUE)).await.status, 303);
        let one = talks.answer(&mut consumer, 2, "accept", &[]).await;
        assert_eq!(one.location, format!("{}/offers/2", talks.room), "one side is not enough: {}", one.text());
        assert!(consumer.get(&one.location).await.text().contains("It counts when the other side accepts too"));
        assert_eq!(talks.answer(&mut consumer, 2, "accept", &[]).await.status, 409, "once for each side");
        let letters = world.letters_to(&talks.seller.email).await;
        let told = letters.iter().find(|l| l.kind == "offer-accepted").expect("the other side is asked");
        assert!(told.text.contains("It counts when you accept it too") && !told.text.contains("your offer"), "{}", told.text);
        assert_eq!(world.file(talks.case).await.track(1).unwrap().state, "facilitation");
        let two = talks.answer(&mut seller, 2, "accept", &[]).await;
        assert_eq!(two.location, format!("{}/agreement", talks.room), "{}", two.text());
        let file = world.file(talks.case).await;
        assert_eq!((file.track(1).unwrap().state.as_str(), file.obligations.len()), ("settled", 1));
        assert_eq!(registry.get(&path).await.status, 409, "settled is settled");
    }

    async fn an_agreement_becomes_instalments_that_are_done_confirmed_disputed_and_overdue(world) {
        let talks = Talks::begin(&world).await;
        let (mut consumer, mut seller) = talks.sides(&world).await;
        talks.make(&mut consumer, &offer("500.00", "1", DUE)).await;
        talks.make(&mut seller, &offer("100.00", "3", DUE)).await;
        assert!(consumer.get(&format!("{}/offers/2/accept", talks.room)).await.text().contains("3 equal parts, one a month"));
        let accepted = consumer.post(&format!("{}/offers/2/accept", talks.room), &[]).await;
        assert_eq!(accepted.location, format!("{}/agreement", talks.room), "{}", accepted.text());
        assert_eq!(consumer.post(&format!("{}/offers/2/accept", talks.room), &[]).await.location, accepted.location);
        assert_eq!(talks.states(&world).await, [OfferState::Lapsed, OfferState::Accepted], "the other offer is off the table");
        let agreement = consumer.get(&accepted.location).await;
        assert!(agreement.text().contains("33.34") && agreement.text().contains("33.33"), "{}", agreement.text());
        // The agreement can be taken away, by the sides and the registry only.
        let paper = format!("{}/2.pdf", accepted.location);
        assert!(agreement.attributes("main a", "href").contains(&paper));
        if cfg!(feature = "typeset") {
            for client in [&mut consumer, &mut seller] {
                let pdf = client.get(&paper).await;
                assert!(pdf.status == 200 && pdf.body.starts_with(b"%PDF"), "{}", pdf.text());
            }
        }
        assert_eq!(consumer.get(&format!("{}/1.pdf", accepted.location)).await.status, 404, "not agreed");
        let stranger = world.person("stranger", "Nobody").await;
        assert_eq!(world.signed_in(&stranger).await.get(&paper).await.status, 404);
        let file = world.file(talks.case).await;
        let parts: Vec<_> = file.obligations.iter().map(|o| (o.amount.as_ref().unwrap().minor, o.due_on.to_string())).collect();
        assert_eq!(parts, [(3_334, "2026-03-20".to_owned()), (3_333, "2026-04-20".to_owned()), (3_333, "2026-05-20".to_owned())]);
        for person in [&talks.consumer, &talks.seller] {
            assert!(world.kinds_to(&person.email).await.contains(&"settled".to_owned()), "{}", person.email);
        }
        assert!(seller.get(&accepted.location.replace("/settlement/agreement", "")).await.text().contains("Do what was agreed or ordered"));

        // The first part's own day is the date that counts, on pages and in letters.
        let case = talks.room.replace("/settlement", "");
        let page = seller.get(&case).await;
        assert_eq!(page.select(".clock h2"), ["What you promised or were ordered to do"]);
        assert!(page.select(".clock__when")[0].contains("20 March 2026"), "{:?}", page.select(".clock__when"));
        assert_eq!(consumer.get(&case).await.select(".clock h2"), ["Something promised is due"]);
        for person in [&talks.consumer, &talks.seller] {
            let settled = world.letters_to(&person.email).await.into_iter().find(|l| l.kind == "settled").unwrap();
            assert!(settled.text.contains("20 March 2026"), "{}", settled.text);
        }

        let wrong = talks.perform(&mut consumer, 1, "mark", &[("proof-1", "I say so")]).await;
        assert_eq!(wrong.status, 409, "who is owed cannot say that it is done by the other");
        assert!(wrong.text().contains("I say so"), "words are kept");
        let empty = talks.perform(&mut seller, 1, "mark", &[("proof-1", "")]).await;
        assert_eq!((empty.status, empty.select("#e-proof-1").len()), (422, 1), "{:?}", empty.errors());
        assert!(empty.select("#e-proof-2").is_empty(), "only beside its own field");
        assert_eq!(talks.perform(&mut seller, 9, "mark", &[("proof-9", "x")]).await.status, 404);
        assert_eq!(talks.perform(&mut seller, 1, "mark", &[("proof-1", "Transfer 88213")]).await.status, 303);
        let letters = world.letters_to(&talks.consumer.email).await;
        assert!(letters.iter().any(|l| l.kind == "obligation-marked" && l.text.contains("Transfer 88213")));
        assert_eq!(talks.perform(&mut seller, 1, "confirm", &[("sure-1", "yes")]).await.status, 409, "nobody confirms the own promise");
        assert_eq!(consumer.get(&case).await.select(".clock h2"), ["Is it done? Confirm, or say why not"]);
        let once = talks.perform(&mut consumer, 1, "confirm", &[]).await;
        assert_eq!((once.status, once.errors()), (422, vec!["Tick that it is done in full".to_owned()]), "one press is not enough");
        assert_eq!(talks.perform(&mut consumer, 1, "confirm", &[("sure-1", "yes")]).await.status, 303);
        assert!(world.kinds_to(&talks.seller.email).await.contains(&"obligation-confirmed".to_owned()));

        // One page holds several forms, and each counts on its own.
        let room = seller.get(&talks.room).await;
        let keys = room.attributes("input[name=form]", "value");
        assert_eq!(keys.len(), 2, "two parts are left to mark");
        assert_ne!(keys[0], keys[1]);
        talks.perform(&mut seller, 2, "mark", &[("proof-2", "Transfer 88214")]).await;
        let empty = talks.perform(&mut consumer, 2, "dispute", &[("reason-2", " ")]).await;
        assert_eq!((empty.status, empty.select("#e-reason-2").len()), (422, 1));
        let disputed = talks.perform(&mut consumer, 2, "dispute", &[("reason-2", "Nothing arrived.")]).await;
        assert_eq!(disputed.status, 303, "{}", disputed.text());
        for person in [&talks.seller, &talks.manager] {
            assert!(world.letters_to(&person.email).await.iter().any(|l| l.kind == "obligation-disputed" && l.text.contains("Nothing arrived.")), "{}", person.email);
        }
        talks.perform(&mut seller, 2, "mark", &[("proof-2", "Sent again")]).await;
        talks.perform(&mut consumer, 2, "confirm", &[("sure-2", "yes")]).await;
        assert_eq!(talks.owed(&world).await, [ObligationState::Confirmed, ObligationState::Confirmed, ObligationState::Due]);

        // The general time to perform ends before the last part is due, and that harms nobody.
        world.passes(talks.case, "perform").await;
        assert_eq!(world.file(talks.case).await.track(1).unwrap().state, "settled");
        world.until(world.file(talks.case).await.obligations[2].due_at + SignedDuration::from_secs(1));
        world.work().await;
        assert_eq!(talks.owed(&world).await[2], ObligationState::Overdue);
        assert_eq!(world.file(talks.case).await.outcome.as_deref(), Some("breached"), "the next step of the rules");
        let (mut consumer, mut seller) = talks.sides(&world).await;
        let room = consumer.get(&talks.room).await;
        assert!(room.select(".tag--late").contains(&"Overdue".to_owned()), "{:?}", room.select(".tag--late"));
        for person in [&talks.consumer, &talks.seller] {
            let kinds = world.kinds_to(&person.email).await;
            assert!(kinds.contains(&"obligation-overdue".to_owned()) && kinds.contains(&"breached".to_owned()), "{kinds:?}");
        }
        assert_eq!(talks.perform(&mut seller, 3, "mark", &[("proof-3", "Late, but sent")]).await.status, 303);
        assert_eq!(talks.perform(&mut consumer, 3, "confirm", &[("sure-3", "yes")]).await.status, 303);
        assert_eq!(world.file(talks.case).await.outcome.as_deref(), Some("performed"), "late is better than never");
        assert!(integrity::check(&world.app).await.unwrap().problems.is_empty());
    }

    async fn the_registry_finds_that_what_is_disputed_is_done(world) {
        found(&world, true).await;
    }

    async fn the_registry_finds_that_what_is_disputed_is_not_done(world) {
        found(&world, false).await;
    }

    async fn what_nobody_disputes_counts_as_done_and_both_sides_are_told(world) {
        let talks = Talks::begin(&world).await;
        let (mut consumer, mut seller) = talks.sides(&world).await;
        talks.make(&mut seller, &offer("90.00", "1", DUE)).await;
        talks.answer(&mut consumer, 1, "accept", &[]).await;
        talks.perform(&mut seller, 1, "mark", &[("proof-1", "Transfer 77 of today")]).await;
        let room = consumer.get(&talks.room).await.text();
        assert!(room.contains("it counts as done"), "{room}");
        assert!(consumer.get("/dashboard").await.text().contains("Is it done? Confirm, or say why not"));
        world.advance(SignedDuration::from_hours(24 * 13));
        world.work().await;
        assert_eq!(world.file(talks.case).await.obligations[0].state, ObligationState::Marked);
        world.advance(SignedDuration::from_hours(25));
        world.work().await;
        world.work().await;
        let file = world.file(talks.case).await;
        assert_eq!(file.obligations[0].state, ObligationState::Confirmed);
        assert_eq!(file.outcome.as_deref(), Some("performed"));
        for email in [&talks.consumer.email, &talks.seller.email] {
            let told = world.letters_to(email).await;
            let told = told.iter().filter(|l| l.text.contains("Nobody disputed for 14 days")).count();
            assert_eq!(told, 1, "{email}");
        }
    }

    async fn what_is_disputed_after_its_day_does_not_stay_open_for_ever(world) {
        let talks = Talks::begin(&world).await;
        let (mut consumer, mut seller) = talks.sides(&world).await;
        talks.make(&mut seller, &offer("90.00", "1", DUE)).await;
        talks.answer(&mut consumer, 1, "accept", &[]).await;
        world.passes(talks.case, "perform").await;
        let (_, mut seller) = talks.sides(&world).await;
        talks.perform(&mut seller, 1, "mark", &[("proof-1", "Sent, trust me")]).await;
        world.until(world.file(talks.case).await.obligations[0].due_at + SignedDuration::from_hours(48));
        world.work().await;
        assert_eq!(world.file(talks.case).await.track(1).unwrap().state, "settled", "it waits for the consumer's word");
        let (mut consumer, mut seller) = talks.sides(&world).await;
        let disputed = talks.perform(&mut consumer, 1, "dispute", &[("reason-1", "No money came.")]).await;
        assert_eq!(disputed.status, 303, "{}", disputed.text());
        assert!(seller.get(&talks.room.replace("/settlement", "")).await.text().contains("Do what was agreed or ordered"));
        world.passes(talks.case, "perform").await;
        assert_eq!(world.file(talks.case).await.outcome.as_deref(), Some("breached"));
    }
}
