//! Who takes part, on pages: inviting a lawyer or colleague, the letter, joining or declining, what a
//! representative may do, and how a mandate ends.

use crate::support::stories::{self, SELLER_MAIL, measure};
use jiff::civil::date;
use redress::domain::acts::Act;
use redress::domain::evidence::{self, ExhibitKind, FileRef, NewExhibit};
use redress::domain::messages;
use redress::domain::notices::{MeasureAction, NewSeller};
use redress::domain::parties::MandateScope;
use redress::services::integrity;

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

/// Something that the seller files, to see who gets a letter.
fn paper(name: &str) -> Act {
    let file = FileRef {
        name: name.into(),
        ..stories::paper()
    };
    Act::Evidence(evidence::Act::File {
        exhibits: vec![NewExhibit {
            file,
            title: String::new(),
            kind: ExhibitKind::Other,
            description: String::new(),
            claim: 0,
        }],
    })
}

on_both! {
    async fn the_registry_reads_a_letter_notes_that_it_came_back_and_sends_it_again(world) {
        let manager = world.manager("lucia").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let talks = world.in_talks(&manager, &consumer, Some(&seller)).await;
        world.work().await;
        let parties = format!("/cases/{}/parties", talks.receipt.number);
        let mut client = world.signed_in(&manager).await;
        let list = client.get(&parties).await;
        let letter = list.attributes("tbody a", "href").into_iter().next().expect("letters are listed");
        let page = client.get(&letter).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.text().contains("Note that it came back") && page.text().contains("How to check that this letter is real"), "{}", page.text());
        assert!(!page.text().contains("/links/"), "no letter shown here opens a door");
        let empty = client.post(&letter, &[("do", "bounced"), ("reply", "")]).await;
        assert_eq!((empty.status, empty.errors().len()), (422, 1), "{}", empty.text());
        client.get(&letter).await;
        let noted = client.post(&letter, &[("do", "bounced"), ("reply", "550 5.1.1 no such user")]).await;
        assert_eq!((noted.status, noted.location.as_str()), (303, letter.as_str()), "{}", noted.text());
        let page = client.get(&letter).await;
        assert!(page.text().contains("Came back") && page.text().contains("550 5.1.1 no such user"), "{}", page.text());
        assert!(world.kinds_to(&manager.email).await.contains(&"letter-bounced".to_owned()));
        let admin = world.runs_it("root").await;
        let overview = world.signed_in(&admin).await.get("/admin").await;
        assert!(overview.attributes("main a", "href").contains(&letter), "{}", overview.text());
        let before = world.letters_to(&seller.email).await.len() + world.letters_to(&consumer.email).await.len();
        client.get(&letter).await;
        let again = client.post(&letter, &[("do", "again")]).await;
        assert_eq!(again.status, 303, "{}", again.text());
        let after = world.letters_to(&seller.email).await.len() + world.letters_to(&consumer.email).await.len();
        assert_eq!(after, before + 1);
        assert!(client.get(&letter).await.text().contains("Sent"));

        // A side sees how far its own letters came, newest first, and opens none of these pages.
        let mut own = world.signed_in(&seller).await;
        let page = own.get(&parties).await;
        assert!(page.text().contains("Letters to your side") && page.text().contains("Sent"), "{}", page.text());
        assert!(page.attributes("tbody a", "href").is_empty());
        assert_eq!(own.get(&letter).await.status, 404);
        assert_eq!(own.post(&letter, &[("do", "again")]).await.status, 404);
    }

    async fn whoever_was_shut_out_gets_no_letters_of_cases(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let (id, now) = (officer.id, world.app.now());
        world.app.store.write(move |tx| redress::storage::accounts::set_disabled(tx, id, Some(now))).await.unwrap();
        world.files(&owner, world.notice("us-dmca-512", &owner, market, &["A1"], None)).await.unwrap();
        assert_eq!(world.letters_to(&officer.email).await.len(), 0);
        assert!(!world.letters_to(&owner.email).await.is_empty());
    }

    async fn a_lawyer_is_invited_with_an_authority_and_joins_from_the_letter(world) {
        let manager = world.manager("lucia").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let lawyer = world.person("lawyer", "L. Advocate").await;
        let other = world.person("other", "O. Ther").await;
        let filed = world.in_talks(&manager, &consumer, Some(&seller)).await;
        let case = format!("/cases/{}", filed.receipt.number);
        let (parties, invite) = (format!("{case}/parties"), format!("{case}/parties/invite"));
        let mut one = world.signed_in(&consumer).await;
        one.get(&invite).await;
        let wrong = one.upload(&invite, &[("name", ""), ("email", "nowhere"), ("scope", ""), ("until-day", "1"), ("until-month", "1"), ("until-year", "2026")], &[("files", "授权书.pdf", PDF)]).await;
        assert_eq!((wrong.status, wrong.errors().len()), (422, 4), "{:?}", wrong.errors());
        assert_eq!(wrong.attributes("#f-email", "value"), ["nowhere"]);
        assert!(wrong.text().contains("授权书.pdf"), "the file has arrived and is kept");
        let wrong = one.upload(&invite, &[("name", "Yunhe"), ("email", &seller.email.to_uppercase()), ("scope", "act")], &[]).await;
        assert_eq!(wrong.errors(), ["This person already takes part on the other side of the case. Name somebody else."]);
        let fields = [("name", "L. Advocate"), ("email", lawyer.email.as_str()), ("scope", "act"), ("until-day", "31"), ("until-month", "12"), ("until-year", "2026")];
        let sent = one.upload(&invite, &fields, &[]).await;
        assert_eq!((sent.status, sent.location.as_str()), (303, parties.as_str()), "{:?}", sent.errors());
        assert_eq!(one.upload(&invite, &fields, &[]).await.status, 303);
        assert_eq!(world.file(filed.case).await.mandates.len(), 1, "sent twice, invited once");
        one.get(&invite).await;
        assert_eq!(one.upload(&invite, &fields, &[]).await.status, 422, "invited already");
        let page = one.get(&parties).await;
        assert!(page.text().contains("Invited") && page.text().contains(&lawyer.email), "{}", page.text());
        assert!(!page.select("p").iter().any(|p| p.starts_with("Letters go to") && p.contains(&lawyer.email)), "no letters before joining");
        let mut two = world.signed_in(&seller).await;
        let seen = two.get(&parties).await;
        assert!(seen.text().contains("L. Advocate") && !seen.text().contains(&lawyer.email), "the other side knows the name, not the address");
        let authority = two.get(&format!("{parties}/mandates/1/authority")).await;
        assert_eq!((authority.status, authority.body.as_slice()), (200, PDF));
        assert!(authority.headers["content-disposition"].starts_with("attachment"));

        let mut client = world.signed_in(&lawyer).await;
        assert_eq!(client.get(&case).await.status, 404, "invited is not yet seated");
        world.acts(filed.case, &seller, paper("before.txt")).await.unwrap();
        assert_eq!(world.kinds_to(&lawyer.email).await, ["invitation"], "nor told anything");
        let link = world.link_of(&lawyer.email, "invitation").await;
        let nobody = world.stranger().get(&link).await;
        assert!(nobody.text().contains("/sign-up") && nobody.text().contains("M. Duarte"), "{}", nobody.text());
        let mut wrong = world.signed_in(&other).await;
        assert!(wrong.get(&link).await.attributes("button[value=join]", "value").is_empty());
        let refused = wrong.post(&link, &[("do", "join")]).await;
        assert_eq!(refused.status, 422, "the invitation is for one address");
        client.get(&link).await;
        let joined = client.post(&link, &[("do", "join")]).await;
        assert_eq!((joined.status, joined.location.as_str()), (303, case.as_str()), "{}", joined.text());
        assert_eq!(client.get(&link).await.location, case, "opened again, it leads to the case");
        assert_eq!(wrong.get(&link).await.status, 410, "for others it is spent");
        assert!(world.kinds_to(&consumer.email).await.contains(&"representative-joined".to_owned()));
        assert!(one.get(&parties).await.text().contains("Joined"));

        // From now on letters go to both, and the lawyer acts in the consumer's name.
        world.acts(filed.case, &seller, paper("after.txt")).await.unwrap();
        for person in [&consumer, &lawyer] {
            assert!(world.letters_to(&person.email).await.iter().any(|l| l.kind == "evidence-filed" && l.text.contains("R-2")), "{}", person.email);
        }
        let offers = format!("{case}/settlement/offers/new");
        client.get(&offers).await;
        let offer = [("remedy", "apology"), ("instalments", "1"), ("debtor", "respondent"), ("due-day", "1"), ("due-month", "4"), ("due-year", "2026"), ("open-day", "10"), ("open-month", "3"), ("open-year", "2026")];
        let made = client.post(&offers, &offer).await;
        assert_eq!(made.status, 303, "{:?} {}", made.errors(), made.text());
        let file = world.file(filed.case).await;
        assert_eq!((file.offers[0].by.as_str(), file.offers[0].name.as_str()), ("claimant", "L. Advocate"));
        assert!(client.get("/cases").await.text().contains(filed.receipt.number.as_str()));
        assert!(integrity::check(&world.app).await.unwrap().problems.is_empty());
    }

    async fn an_ended_mandate_closes_the_door(world) {
        let manager = world.manager("lucia").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let (first, second, third) = (world.person("first", "F. Irst").await, world.person("second", "S. Econd").await, world.person("third", "T. Hird").await);
        let filed = world.in_talks(&manager, &consumer, Some(&seller)).await;
        let case = format!("/cases/{}", filed.receipt.number);
        let mut acts = world.joins(filed.case, &consumer, &first, MandateScope::Act, None).await;
        let mut reads = world.joins(filed.case, &consumer, &second, MandateScope::Read, Some(date(2026, 3, 4))).await;

        // Reading only: everything is shown, nothing is asked or taken.
        let page = reads.get(&case).await;
        assert_eq!(page.status, 200);
        for way in ["/settlement/offers/new", "/escalate", "/withdraw", "/evidence/new", "/parties/invite"] {
            assert!(!page.text().contains(&format!("{case}{way}")), "{way} is not offered");
        }
        for (way, fields) in [
            ("/escalate", &[("reason", "Now")][..]),
            ("/withdraw", &[("reason", "Now")]),
            ("/settlement/offers/new", &[("remedy", "apology"), ("instalments", "1"), ("debtor", "respondent"), ("due-day", "1"), ("due-month", "4"), ("due-year", "2026"), ("open-day", "10"), ("open-month", "3"), ("open-year", "2026")]),
        ] {
            assert_eq!(reads.get(&format!("{case}{way}")).await.status, 409, "{way}");
            assert_eq!(reads.post(&format!("{case}{way}"), fields).await.status, 409, "{way}");
        }
        let end = |no: u32| format!("{case}/parties/mandates/{no}/end");
        assert_eq!(reads.get(&end(1)).await.status, 303, "not another's mandate");
        assert_eq!(reads.post(&end(1), &[]).await.status, 409);
        assert_eq!(acts.get(&case).await.status, 200, "and it still holds");
        assert!(!world.signed_in(&seller).await.get(&format!("{case}/parties")).await.text().contains(&end(1)));

        // The last day ends at midnight UTC.
        world.until("2026-03-04T23:59:00Z".parse().unwrap());
        let mut reads = world.signed_in(&second).await;
        assert_eq!(reads.get(&case).await.status, 200);
        world.until("2026-03-05T00:00:01Z".parse().unwrap());
        assert_eq!(reads.get(&case).await.status, 404);
        assert!(!reads.get("/cases").await.text().contains(filed.receipt.number.as_str()));
        world.acts(filed.case, &seller, paper("later.txt")).await.unwrap();
        assert!(!world.kinds_to(&second.email).await.contains(&"evidence-filed".to_owned()));
        assert!(world.kinds_to(&first.email).await.contains(&"evidence-filed".to_owned()));

        // The party ends it.
        let mut acts = world.signed_in(&first).await;
        acts.get(&format!("{case}/messages/new")).await;
        let mut one = world.signed_in(&consumer).await;
        assert!(one.get(&end(1)).await.text().contains("F. Irst"));
        assert_eq!(one.post(&end(1), &[]).await.status, 303);
        assert_eq!(one.post(&end(1), &[("form", "0123456789abcdef9")]).await.status, 409, "ended already");
        assert_eq!(acts.get(&case).await.status, 404, "at once");
        assert_eq!(acts.post(&format!("{case}/messages/new"), &[("audience", "everyone"), ("text", "Hello")]).await.status, 404);
        for person in [&consumer, &first] {
            assert!(world.kinds_to(&person.email).await.contains(&"mandate-ended".to_owned()), "{} is told", person.email);
        }

        // Whoever is invited may say no, without an account, and may lay an own mandate down.
        let mut third_client = world.joins(filed.case, &consumer, &third, MandateScope::Read, None).await;
        assert_eq!(third_client.get(&end(3)).await.status, 200);
        let gone = third_client.post(&end(3), &[]).await;
        assert_eq!((gone.status, gone.location.as_str()), (303, "/cases"), "{}", gone.text());
        assert_eq!(third_client.get(&case).await.status, 404);
        let invite = format!("{case}/parties/invite");
        one.get(&invite).await;
        assert_eq!(one.upload(&invite, &[("name", "N. Obody"), ("email", "no@law.example"), ("scope", "read")], &[]).await.status, 303);
        let link = world.link_of("no@law.example", "invitation").await;
        let mut nobody = world.stranger();
        nobody.get(&link).await;
        assert_eq!(nobody.post(&link, &[("do", "decline")]).await.status, 303);
        assert_eq!(nobody.get(&link).await.status, 410);
        assert!(world.file(filed.case).await.mandates.iter().all(|m| m.ended_at.is_some() || m.until.is_some()));
        assert!(integrity::check(&world.app).await.unwrap().problems.is_empty());
    }

    async fn one_seller_does_not_learn_who_the_others_are(world) {
        let owner = world.person("owner", "Aurel & Finch").await;
        let (one, two) = (world.person("one", "Yunhe Home").await, world.person("two", "Bright Lamps").await);
        let (market, officer) = world.marketplace("harbour", "Harbour Market").await;
        let mut filing = world.notice("us-dmca-512", &owner, market, &["A1", "B2"], Some(&one));
        let other = NewSeller { name: two.name.clone(), email: two.email.clone(), account: Some(two.id), ..filing.sellers[0].clone() };
        filing.sellers.push(other);
        filing.listings[1].seller.clone_from(&two.name);
        let filed = world.files(&owner, filing).await.unwrap();
        world.acts(filed.case, &officer, measure(&[1, 2], MeasureAction::Remove)).await.unwrap();
        world.acts(filed.case, &one, paper("SECRET-OF-ONE.txt")).await.unwrap();
        let everyone = messages::Act::Send { audience: messages::Audience::Everyone, to_party: None, text: "To all".into() };
        world.acts(filed.case, &one, Act::Message(everyone)).await.unwrap();
        world.acts(filed.case, &two, paper("SECRET-OF-TWO.txt")).await.unwrap();

        let case = format!("/cases/{}", filed.receipt.number);
        for (person, stranger, claim) in [(&one, &two, 1), (&two, &one, 2)] {
            let mut client = world.signed_in(person).await;
            let claim = format!("{case}/claims/{claim}");
            for path in ["/dashboard", "/cases", &case, &claim, &format!("{case}/claims"), &format!("{case}/evidence"), &format!("{case}/messages"), &format!("{case}/parties"), &format!("{case}/timeline"), &format!("{case}/calendar.ics")] {
                let page = client.get(path).await;
                assert_eq!(page.status, 200, "{path}");
                for secret in [stranger.name.as_str(), &stranger.email, if stranger.id == one.id { "SECRET-OF-ONE" } else { "SECRET-OF-TWO" }] {
                    assert!(!page.text().contains(secret), "{} reads {secret} at {path}", person.name);
                }
                assert!(path.ends_with("ics") || page.text().contains(&person.name), "{path} speaks of the reader");
            }
            for letter in world.letters_to(&person.email).await {
                assert!(!letter.text.contains(&stranger.name) && !letter.html.contains(&stranger.name), "{}: {}", letter.kind, letter.text);
            }
        }
        let letters = world.letters_to(&two.email).await;
        assert!(letters.iter().all(|l| l.kind != "message-received"), "what one seller says is not for another");
        assert!(letters.iter().all(|l| l.kind != "evidence-filed"), "nor of papers that the seller does not see");
        assert!(world.letters_to(&owner.email).await.iter().any(|l| l.kind == "evidence-filed"));
        let mut holder = world.signed_in(&owner).await;
        assert!(holder.get("/cases").await.text().contains("Yunhe Home +1"), "the rights holder knows them all");
    }

    async fn nobody_is_on_both_sides(world) {
        let manager = world.manager("lucia").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let lawyer = world.person("lawyer", "L. Advocate").await;
        let filed = world.in_talks(&manager, &consumer, None).await;
        let case = format!("/cases/{}", filed.receipt.number);
        let mut client = world.joins(filed.case, &consumer, &lawyer, MandateScope::Act, None).await;
        // The consumer's lawyer got hold of the seller's letter.
        let link = world.link_of(SELLER_MAIL, "complaint-served").await;
        client.get(&link).await;
        let refused = client.post(&link, &[("do", "seat")]).await;
        assert_eq!(refused.status, 409, "{}", refused.text());
        assert!(refused.text().contains("both sides"), "{}", refused.text());
        assert!(world.file(filed.case).await.parties[1].account.is_none());

        let mut seller = world.by_letter(SELLER_MAIL, "complaint-served").await;
        let invite = format!("{case}/parties/invite");
        seller.get(&invite).await;
        let refused = seller.upload(&invite, &[("name", "L. Advocate"), ("email", &lawyer.email), ("scope", "act")], &[]).await;
        assert_eq!((refused.status, refused.errors().len()), (422, 1), "{:?}", refused.errors());
        assert!(refused.text().contains("other side"));
        let mut stranger = world.signed_in(&world.person("stranger", "S. Nobody").await).await;
        for path in [format!("{case}/parties"), invite, format!("{case}/parties/mandates/1/authority"), format!("{case}/parties/mandates/1/end")] {
            assert_eq!(stranger.get(&path).await.status, 404, "{path}");
        }
    }
}
