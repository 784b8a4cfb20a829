//! Whole cases through the real application, on both databases.

use crate::support::client::{Client, Page};
use crate::support::stories::{SELLER_MAIL, counter, measure};
use jiff::SignedDuration;
use redress::domain::Role;
use redress::domain::acts::{Act, Refusal};
use redress::domain::messages::{self, Audience};
use redress::domain::money::Money;
use redress::domain::notices::{MeasureAction, MeasureValue};
use redress::domain::procedures::Pack;
use redress::domain::{complaints, notices, settlements};
use redress::services::acts::{self, ActError};
use redress::services::integrity;
use redress::storage::cases::lists::{self, CaseFilter, CaseOrder};
use redress::storage::{Kind, docket, packs};
use std::collections::BTreeSet;

on_both! {
    async fn a_notice_is_taken_down_answered_from_the_letter_and_put_back_by_the_clock(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let filed = world.files(&owner, world.notice("us-dmca-512", &owner, market, &["A1", "A2"], None)).await.unwrap();
        world.acts(filed.case, &officer, measure(&[1, 2], MeasureAction::Remove)).await.unwrap();

        // The seller has no account: the letter carries a door that is opened by a form, not by looking.
        let letters = world.letters_to(SELLER_MAIL).await;
        let served = letters.iter().find(|l| l.kind == "notice-served").expect("the seller gets the notice");
        assert!(served.subject.starts_with(&format!("[{}]", filed.receipt.number)), "{}", served.subject);
        assert!(!served.subject.contains("Aurel"), "no names in subjects: {}", served.subject);
        let link = served.text.split_whitespace().find(|word| word.contains("/links/")).unwrap();
        let path = link.split_once("8080").unwrap().1.trim_end_matches(['.', ',', ')']).to_owned();
        let mut seller = world.stranger();
        for _ in 0..3 {
            assert_eq!(seller.get(&path).await.status, 200, "a mail scanner may look as often as it likes");
        }
        let opened = seller.post(&path, &[]).await;
        assert_eq!(opened.status, 303, "{}", opened.text());
        let page = seller.get(&format!("/cases/{}", filed.receipt.number)).await;
        assert_eq!(page.status, 200);
        assert!(page.heading().contains("Yunhe Home"), "{}", page.heading());
        let mut other = world.stranger();
        other.get(&path).await;
        let spent = other.post(&path, &[]).await;
        assert_ne!(spent.status, 303, "the link works once");

        world.acts_by_letter(filed.case, Role::Respondent, counter(&world, "us-dmca-512", 1)).await.unwrap();
        let early = world.acts(filed.case, &officer, measure(&[1], MeasureAction::Restore)).await.unwrap_err();
        assert!(matches!(early, Refusal::TooEarly { .. }), "{early:?}");
        world.passes(filed.case, "restore").await;
        let file = world.file(filed.case).await;
        assert_eq!(file.outcome.as_deref(), Some("restored"));
        assert!(file.listings.iter().all(|l| l.order.as_ref().is_some_and(|o| o.action == MeasureAction::Restore)));
        world.acts(filed.case, &officer, Act::Notice(notices::Act::CarryOut { listings: vec![1, 2] })).await.unwrap();
        let file = world.file(filed.case).await;
        assert!(file.listings.iter().all(|l| l.measure == MeasureValue::Restored && l.order.is_none()));
        assert!(integrity::check(&world.app).await.unwrap().problems.is_empty());
        // It came back by the procedure, not for the reasons for which it was taken down.
        let letters = world.letters_to(&owner.email).await;
        let restored = letters.iter().filter(|l| l.kind == "listing-restored").collect::<Vec<_>>();
        assert!(!restored.is_empty() && restored.iter().all(|l| !l.text.contains("In the words of")), "{restored:?}");
    }

    async fn every_lapse_acts_exactly_once_however_often_the_sweep_runs(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let manager = world.manager("lucia").await;
        let filed = world.complains(&consumer, None).await;
        world.acts(filed.case, &manager, Act::Complaint(complaints::Act::ScreenAccept)).await.unwrap();
        world.passes(filed.case, "respond").await;
        let after = world.file(filed.case).await;
        assert_eq!(after.track(1).unwrap().state, "facilitation");
        for _ in 0..3 {
            world.work().await;
        }
        assert_eq!(world.file(filed.case).await.version, after.version);
        assert!(world.letters_to(&consumer.email).await.iter().any(|l| l.kind == "facilitation-open"));
    }

    async fn two_acts_on_one_version_and_one_wins(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let manager = world.manager("lucia").await;
        let filed = world.complains(&consumer, None).await;
        let actor = world.seat(filed.case, &manager).await;
        let seen = world.file(filed.case).await.version;
        let act = |text: &str| Act::Complaint(complaints::Act::NeedInfo { missing: text.into() });
        let first = acts::perform(&world.app, filed.case, Some(seen), &actor, act("order number"));
        let second = acts::perform(&world.app, filed.case, Some(seen), &actor, Act::Complaint(complaints::Act::ScreenAccept));
        let (first, second) = tokio::join!(first, second);
        let refused: Vec<_> = [first.err(), second.err()].into_iter().flatten().collect();
        assert!(matches!(refused.as_slice(), [ActError::Refused(Refusal::Stale { .. })]), "{refused:?}");
        assert_eq!(world.file(filed.case).await.version, seen + 1);
    }

    async fn the_same_form_sent_twice_has_one_effect(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let filed = world.complains(&consumer, None).await;
        let actor = world.seat(filed.case, &consumer).await;
        let act = Act::Message(messages::Act::Send { audience: Audience::Registry, to_party: None, text: "Hello".into() });
        let once = acts::perform_form(&world.app, filed.case, None, Some("form-0123456789abcdef".into()), &actor, act.clone()).await.unwrap();
        let twice = acts::perform_form(&world.app, filed.case, None, Some("form-0123456789abcdef".into()), &actor, act).await.unwrap();
        assert_eq!(once, twice);
        assert_eq!(world.file(filed.case).await.messages.len(), 1);
    }

    async fn a_stranger_gets_the_same_answer_for_a_case_and_for_a_number_that_does_not_exist(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let stranger = world.person("stranger", "S. Nobody").await;
        let filed = world.complains(&consumer, None).await;
        let mut client = world.signed_in(&stranger).await;
        let real = client.get(&format!("/cases/{}", filed.receipt.number)).await;
        let made_up = client.get("/cases/CO-2026-999999").await;
        assert_eq!((real.status, made_up.status), (404, 404));
        let plain = |page: &crate::support::client::Page, number: &str| page.text().replace(number, "N");
        assert_eq!(plain(&real, filed.receipt.number.as_str()), plain(&made_up, "CO-2026-999999"));
        for receipt in ["1", "1.pdf"] {
            assert_eq!(client.get(&format!("/receipts/{}/{receipt}", filed.receipt.number)).await.status, 404, "{receipt}");
        }
        for part in ["timeline", "evidence", "messages", "settlement", "claims", "tribunal", "decision", "file", "parties"] {
            assert_eq!(client.get(&format!("/cases/{}/{part}", filed.receipt.number)).await.status, 404, "{part}");
        }
    }

    async fn a_receipt_can_be_kept_as_a_pdf_in_the_readers_language_with_the_law_in_it_too(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let filed = world.files(&owner, world.notice("cn-ecl-ip", &owner, market, &["A1"], None)).await.unwrap();
        let mut client = world.signed_in(&owner).await;
        let number = filed.receipt.number.to_string();
        let page = client.get(&format!("/receipts/{number}")).await;
        assert!(String::from_utf8_lossy(&page.body).contains(&format!("/receipts/{number}/1.pdf")), "{}", page.text());
        let pdf = client.get(&format!("/receipts/{number}/1.pdf")).await;
        if cfg!(feature = "typeset") {
            assert_eq!(pdf.status, 200, "{}", pdf.text());
            // What the press makes of it is tested in documents.rs: here the test's own binary stands in for it.
            assert_eq!(pdf.headers.get("content-type").map(String::as_str), Some("application/pdf"));
        }
        assert_eq!(client.get(&format!("/receipts/{number}/99.pdf")).await.status, 404);
        for odd in ["4294967295", "2147483648"] {
            assert_eq!(client.get(&format!("/cases/{number}/timeline?before={odd}")).await.status, 200, "{odd}");
            assert_eq!(client.get(&format!("/receipts/{number}/{odd}")).await.status, 404, "{odd}");
        }
        // It tells what was sent, and goes on telling what followed when it was made.
        let then = |page: crate::support::client::Page| page.select("main > div > ul li");
        let first = client.get(&format!("/receipts/{number}")).await;
        for said in ["018 234 567", "Lamp A1", "他们使用了我们的商标。"] {
            assert!(first.text().contains(said), "{said}: {}", first.text());
        }
        let before = then(first);
        assert!(before.iter().any(|line| line.contains("marketplace")), "{before:?}");
        world.acts(filed.case, &officer, measure(&[1], MeasureAction::Hide)).await.unwrap();
        let after = then(client.get(&format!("/receipts/{number}")).await);
        assert_eq!(after[..1], before[..1], "not what happens today");
        assert!(!after.iter().any(|line| line.contains("seller")), "{after:?}");
        let rules = client.get("/rules/cn-ecl-ip?lang=zh-Hans").await;
        let rules = match rules.status {
            303 => client.get("/rules/cn-ecl-ip").await,
            _ => rules,
        };
        assert!(rules.text().contains("《中华人民共和国电子商务法》第四十三条"), "{}", rules.text());
    }

    async fn the_pages_of_a_case_open_for_its_people(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let manager = world.manager("lucia").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let filed = world.files(&owner, world.notice("cn-ecl-ip", &owner, market, &["A1"], Some(&seller))).await.unwrap();
        world.acts(filed.case, &officer, measure(&[1], MeasureAction::Hide)).await.unwrap();
        for person in [&owner, &seller, &manager, &officer] {
            let mut client = world.signed_in(person).await;
            for part in ["", "/claims", "/claims/1", "/timeline", "/evidence", "/messages", "/parties"] {
                let page = client.get(&format!("/cases/{}{part}", filed.receipt.number)).await;
                assert_eq!(page.status, 200, "{} {part}: {}", person.email, page.text());
                assert_eq!(page.select("h1").len(), 1, "{part} has one heading");
            }
            let list = client.get("/cases").await;
            assert!(list.text().contains(filed.receipt.number.as_str()), "{} sees the case in the list", person.email);
        }
    }

    async fn cases_are_found_by_words_numbers_and_listings(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, _) = world.marketplace("harbour", "Harbour Market").await;
        let filed = world.files(&owner, world.notice("cn-ecl-ip", &owner, market, &["ZZ-77"], None)).await.unwrap();
        for filter in [
            CaseFilter { words: Some("halo lam".into()), ..CaseFilter::default() },
            CaseFilter { words: Some("商标".into()), ..CaseFilter::default() },
            CaseFilter { words: Some("ZZ-77".into()), ..CaseFilter::default() },
            CaseFilter { listing_url: Some("https://harbour.example/item/ZZ-77".into()), ..CaseFilter::default() },
        ] {
            let asked = format!("{filter:?}");
            let found = world.app.store.read(move |tx| lists::list(tx, &filter, CaseOrder::Updated, None, 10)).await.unwrap();
            assert_eq!(found.iter().map(|h| h.id).collect::<Vec<_>>(), [filed.case], "{asked}");
        }
        let none = CaseFilter { words: Some("teapot".into()), ..CaseFilter::default() };
        assert!(world.app.store.read(move |tx| lists::list(tx, &none, CaseOrder::Updated, None, 10)).await.unwrap().is_empty());
    }

    async fn the_list_of_cases_is_narrowed_by_words_state_turn_and_kind(world) {
        let hearing = world.hearing().await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let complaint = world.complains(&consumer, None).await;
        let (notice, complaint) = (hearing.number.clone(), complaint.receipt.number.to_string());
        let mut manager = world.signed_in(&hearing.manager).await;
        let (both, one, other, none) = (vec![complaint.clone(), notice.clone()], vec![notice.clone()], vec![complaint.clone()], Vec::new());
        for (query, found) in [
            ("", &both),
            ("?sort=filed", &both),
            ("?q=Duarte", &other),
            ("?q=%E5%95%86%E6%A0%87", &one),
            ("?q=A1", &one),
            ("?kind=notice", &one),
            ("?turn=case_manager", &other),
            ("?turn=respondent", &one),
            ("?turn=arbitrator", &none),
            ("?state=open", &both),
            ("?state=closed", &none),
            ("?state=in-measured", &one),
            ("?state=in-filed", &other),
            ("?state=in-measured&kind=complaint", &none),
            ("?state=as-restored", &none),
            ("?state=in-nonsense", &none),
        ] {
            let page = manager.get(&format!("/cases{query}")).await;
            let mut numbers = page.select("tbody th .num");
            numbers.sort();
            assert_eq!(&numbers, found, "{query}: {}", page.text());
        }
        let page = manager.get("/cases?state=in-measured&q=A1").await;
        assert_eq!(page.attributes("#f-state option[selected]", "value"), ["in-measured"]);
        assert!(page.attributes("main p.row a", "href").contains(&"/cases?state=in-measured".to_owned()), "{}", page.text());
        let direct = manager.get(&format!("/cases?q={notice}")).await;
        assert_eq!((direct.status, direct.location), (303, format!("/cases/{notice}")));
        assert_eq!(world.signed_in(&consumer).await.get("/cases").await.select("tbody th .num"), [complaint], "one's own only");
    }

    async fn the_same_right_and_listing_are_not_taken_twice(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, _) = world.marketplace("harbour", "Harbour Market").await;
        let first = world.files(&owner, world.notice("cn-ecl-ip", &owner, market, &["A1"], None)).await.unwrap();
        let again = world.files(&owner, world.notice("cn-ecl-ip", &owner, market, &["A1"], None)).await.unwrap_err();
        assert_eq!(again, Refusal::Duplicate { number: first.receipt.number.to_string() });
        let more = world.files(&owner, world.notice("cn-ecl-ip", &owner, market, &["A1", "A2"], None)).await.unwrap();
        assert_eq!(more.left_out.len(), 1);
        assert_eq!(world.file(more.case).await.listings.len(), 1);
    }

    async fn an_open_offer_is_called_to_mind_once_a_day_before_its_end(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let manager = world.manager("lucia").await;
        let case = world.complains(&consumer, None).await.case;
        world.acts(case, &manager, Act::Complaint(complaints::Act::ScreenAccept)).await.unwrap();
        let answer = complaints::Act::Respond {
            position: notices::Position::Dispute,
            statement: "We tested it; it is safe.".into(),
            declarations: world.declared("consumer-odr", "response"),
        };
        world.acts_by_letter(case, Role::Respondent, Act::Complaint(answer)).await.unwrap();
        let now = world.app.now();
        let offer = settlements::Act::Offer {
            track: 1,
            terms: settlements::Terms {
                remedy: complaints::Remedy::Refund,
                amount: Some(Money { minor: 5_000, currency: "USD".into() }),
                instalments: 1,
                due_on: (now + SignedDuration::from_hours(24 * 20)).to_zoned(jiff::tz::TimeZone::UTC).date(),
                debtor: Role::Respondent,
                text: String::new(),
            },
            open_until: now + SignedDuration::from_hours(24 * 3),
            counter_to: None,
        };
        world.acts_by_letter(case, Role::Respondent, Act::Settlement(offer)).await.unwrap();
        let reminders = async || {
            let letters = world.letters_to(&consumer.email).await;
            letters.iter().filter(|l| l.kind == "reminder" && l.text.contains("An offer to you is still open.")).count()
        };
        world.advance(SignedDuration::from_hours(47));
        assert_eq!(reminders().await, 0);
        world.advance(SignedDuration::from_hours(2));
        assert_eq!(reminders().await, 1);
        world.advance(SignedDuration::from_hours(20));
        assert_eq!(reminders().await, 1);
    }

    async fn everybody_is_reminded_of_the_dates_that_are_theirs_on_the_days_that_the_rules_name(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        // Both sides of their right to challenge, three days before it ends; the arbitrator of the decision, seven and
        // two days before.
        let challenge = "The time to challenge the appointment ends soon.";
        let decision = "A decision is still to be signed.";
        let due = |file: &redress::domain::cases::CaseFile, rule: &str| file.running(1, rule).unwrap().due_at;
        let file = world.file(hearing.case).await;
        let (object, decide) = (due(&file, "object"), due(&file, "decision"));
        let reminders = async |person: &crate::support::Person, words: &str| {
            let letters = world.letters_to(&person.email).await;
            letters.iter().filter(|l| l.kind == "reminder" && l.text.contains(words)).count()
        };
        let days = |n: i64| SignedDuration::from_hours(24 * n);
        for (at, sides, arbitrator) in [
            (object - days(3) - SignedDuration::from_hours(1), 0, 0),
            (object - days(3) + SignedDuration::from_hours(1), 1, 0),
            (object - SignedDuration::from_hours(1), 1, 0),
            (decide - days(7) + SignedDuration::from_hours(1), 1, 1),
            (decide - days(2) + SignedDuration::from_hours(1), 1, 2),
            (decide + days(9), 1, 2),
        ] {
            world.until(at);
            for person in [&hearing.owner, &hearing.seller] {
                assert_eq!(reminders(person, challenge).await, sides, "{} at {at}", person.name);
                assert_eq!(reminders(person, decision).await, 0, "not theirs");
            }
            assert_eq!(reminders(&hearing.arbitrator, decision).await, arbitrator, "at {at}");
        }
    }

    async fn both_sides_are_reminded_that_talks_end(world) {
        let manager = world.manager("lucia").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let talks = world.in_talks(&manager, &consumer, Some(&seller)).await;
        let end = world.file(talks.case).await.running(1, "negotiate").unwrap().due_at;
        world.until(end - SignedDuration::from_hours(24 * 3 - 1));
        for person in [&consumer, &seller] {
            let letters = world.letters_to(&person.email).await;
            let told: Vec<_> = letters.iter().filter(|l| l.kind == "reminder").collect();
            assert_eq!(told.len(), 1, "{}", person.name);
            assert!(told[0].text.contains("The time for talks ends soon."), "{}", told[0].text);
        }
        assert!(!world.kinds_to(&manager.email).await.contains(&"reminder".to_owned()));
    }

    async fn the_text_of_a_procedure_is_kept_for_its_cases_and_found_by_a_later_version(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let first = world.complains(&consumer, None).await;
        world.complains(&consumer, None).await;
        let kept = world.app.store.read(packs::list).await.unwrap();
        let pinned = world.file(first.case).await.pack;
        assert_eq!(kept.iter().map(|row| row.digest.as_str()).collect::<Vec<_>>(), [pinned.digest.as_str()], "once");

        // What an earlier version kept: the same procedure with other words.
        let text = kept[0].text.replace("[pack]", "# earlier\n[pack]");
        let earlier = Pack::parse(&text).unwrap();
        let row = packs::PackRow { digest: earlier.digest().into(), text, ..kept[0].clone() };
        world.app.store.write(move |tx| packs::keep(tx, &row)).await.unwrap();
        let later = world.second_process().await;
        assert!(later.packs().get("consumer-odr", earlier.version(), earlier.digest()).is_some());
        assert_eq!(later.packs().latest("consumer-odr").unwrap().digest(), pinned.digest, "new cases begin under its own");
        later.store.close();
    }

    async fn a_docket_row_cannot_be_changed(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let case = world.complains(&consumer, None).await.case;
        let rows = async || world.app.store.read(move |tx| docket::list(tx, case, 0, 100)).await.unwrap();
        let before = rows().await;
        assert!(!before.is_empty() && before[0].previous == redress::domain::docket::GENESIS);
        for statement in ["UPDATE docket SET act = 'other'", "DELETE FROM docket"] {
            let refused = world.sql(statement).unwrap_err();
            assert!(refused.to_string().contains("the docket is append-only"), "{statement}: {refused}");
        }
        assert_eq!(rows().await, before);
        let found = integrity::check(&world.app).await.unwrap();
        assert!(found.problems.is_empty() && found.cases == 1, "{found:?}");
    }

    async fn who_changes_the_docket_past_the_guard_of_the_database_is_found_out(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let filed = world.complains(&consumer, None).await;
        let (no_guard, change) = match world.app.store.kind() {
            Kind::Sqlite => ("DROP TRIGGER docket_no_update", "REPLACE(entry, 'It gives shocks', 'It is safe')"),
            Kind::Postgres => (
                "DROP TRIGGER docket_no_change ON docket",
                "CAST(REPLACE(CAST(entry AS TEXT), 'It gives shocks', 'It is safe') AS JSON)",
            ),
        };
        world.sql(no_guard).unwrap();
        assert_eq!(world.sql(&format!("UPDATE docket SET entry = {change} WHERE no = 1")).unwrap(), 1);
        let found = integrity::check(&world.app).await.unwrap();
        assert_eq!(found.problems.len(), 1, "{found:?}");
        assert!(found.problems[0].contains(filed.receipt.number.as_str()), "{found:?}");
    }

    async fn the_list_of_cases_is_searched_filtered_and_sorted(world) {
        let day = SignedDuration::from_hours(24);
        let owner = world.person("owner", "Aurel & Finch").await;
        let (duarte, chen) = (world.person("duarte", "M. Duarte").await, world.person("chen", "陈伟").await);
        let manager = world.manager("lucia").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let filed = world.files(&owner, world.notice("us-dmca-512", &owner, market, &["ZZ-77"], None)).await.unwrap();
        let (notice, notice_case) = (filed.receipt.number.as_str(), filed.case);
        let mut both = Vec::new();
        for person in [&duarte, &chen] {
            world.advance(day);
            let filed = world.complains(person, None).await;
            world.acts(filed.case, &manager, Act::Complaint(complaints::Act::ScreenAccept)).await.unwrap();
            both.push(filed.receipt.number.to_string());
        }
        let (first, second) = (both[0].as_str(), both[1].as_str());
        let mut desk = world.signed_in(&manager).await;
        let none: [&str; 0] = [];

        for (q, found) in [
            ("Duarte", vec![first]),
            ("陈伟", vec![second]),
            ("aurel", vec![notice]),
            ("ZZ-77", vec![notice]),
            ("https://harbour.example/item/ZZ-77", vec![notice]),
            ("商标", vec![notice]),
            ("gives shocks", vec![second, first]),
            ("teapot", vec![]),
        ] {
            let page = listed(&mut desk, &[("q", q)]).await;
            assert_eq!(numbers(&page), found, "{q}");
            assert_eq!(page.attributes("#f-q", "value"), [q], "what was asked for stays");
        }
        let nothing = listed(&mut desk, &[("q", "teapot")]).await;
        assert_eq!(nothing.select("p.card__body"), ["No case matches. Remove a filter above."]);
        for number in [notice, second] {
            let page = listed(&mut desk, &[("q", number)]).await;
            assert_eq!((page.status, page.location), (303, format!("/cases/{number}")), "a whole number leads to its case");
        }

        for (turn, found) in [("marketplace", vec![notice]), ("respondent", vec![second, first]), ("claimant", vec![])] {
            let page = listed(&mut desk, &[("turn", turn)]).await;
            assert_eq!(numbers(&page), found, "{turn}");
            assert_eq!(page.attributes("#f-turn option[selected]", "value"), [turn]);
        }
        for (kind, found) in [("notice", vec![notice]), ("complaint", vec![second, first])] {
            assert_eq!(numbers(&listed(&mut desk, &[("kind", kind)]).await), found, "{kind}");
        }
        assert_eq!(numbers(&listed(&mut desk, &[("kind", "complaint"), ("q", "商标")]).await), none, "both must hold");

        assert_eq!(numbers(&listed(&mut desk, &[("state", "closed")]).await), none);
        world.advance(SignedDuration::from_mins(1));
        world.acts(notice_case, &officer, measure(&[1], MeasureAction::Refuse)).await.unwrap();
        for (state, found) in [("closed", vec![notice]), ("open", vec![second, first]), ("", vec![notice, second, first])] {
            assert_eq!(numbers(&listed(&mut desk, &[("state", state)]).await), found, "{state}");
        }
        for (sort, found) in [
            ("", vec![notice, second, first]),
            ("filed", vec![second, first, notice]),
            ("due", vec![first, second, notice]),
        ] {
            assert_eq!(numbers(&listed(&mut desk, &[("sort", sort)]).await), found, "by {sort}");
        }

        // Everybody else looks among their own cases.
        let mut own = world.signed_in(&owner).await;
        assert_eq!(numbers(&listed(&mut own, &[]).await), [notice]);
        assert_eq!(numbers(&listed(&mut own, &[("q", "shocks")]).await), none);
    }

    async fn a_long_list_of_cases_goes_on_on_the_next_page(world) {
        let consumer = world.person("consumer", "M. Duarte").await;
        let manager = world.manager("lucia").await;
        let mut all = BTreeSet::new();
        for count in 0..52 {
            if count % 5 == 0 {
                world.advance(SignedDuration::from_secs(60));
            }
            all.insert(world.complains(&consumer, None).await.receipt.number.to_string());
        }
        let mut desk = world.signed_in(&manager).await;
        for sort in ["updated", "filed", "due"] {
            let begin = listed(&mut desk, &[("q", "shocks"), ("state", "open"), ("kind", "complaint"), ("sort", sort)]).await;
            let mut seen = numbers(&begin);
            assert_eq!(seen.len(), 50, "{sort}");
            let next = begin.attributes("a[rel=next]", "href");
            let rest = desk.get(&next[0]).await;
            assert_eq!(rest.status, 200, "{next:?}");
            assert_eq!(rest.attributes("#f-q", "value"), ["shocks"], "it is the same list");
            assert_eq!(rest.attributes("#f-kind option[selected]", "value"), ["complaint"]);
            assert!(rest.attributes("a[rel=next]", "href").is_empty(), "{sort}");
            seen.extend(numbers(&rest));
            assert_eq!(seen.len(), 52, "{sort}");
            assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), all, "by {sort}: each once");
        }
    }
}

/// The list of cases as somebody asks for it.
async fn listed(client: &mut Client, asked: &[(&str, &str)]) -> Page {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(asked)
        .finish();
    client.get(&format!("/cases?{query}")).await
}

/// The numbers of the cases on a page of the list, in their order.
fn numbers(page: &Page) -> Vec<String> {
    assert_eq!(page.status, 200, "{}", page.text());
    let paths = page.attributes("tbody th a", "href");
    paths
        .iter()
        .filter_map(|path| path.strip_prefix("/cases/").map(str::to_owned))
        .collect()
}
