//! The tribunal and its decision, through the pages.

use crate::support::client::{Client, Page};
use crate::support::hearing::Hearing;
use crate::support::{PASSWORD, Person, World};
use redress::domain::Role;
use redress::domain::acts::{Act, Refusal};
use redress::domain::ids::OrganisationId;
use redress::domain::parties::MandateScope;
use redress::domain::tribunal::{self, SeatState};
use redress::storage::accounts::{self, MembershipRow, OrganisationKind, OrganisationRow};
use redress::storage::docket;
use sha2::{Digest, Sha256};

/// Sends a form of the tribunal page.
async fn does(client: &mut Client, hearing: &Hearing, act: &str, fields: &[(&str, &str)]) -> Page {
    let page = format!("/cases/{}/tribunal", hearing.number);
    let shown = client.get(&page).await;
    assert_eq!(shown.status, 200, "{}", shown.text());
    client.post(&format!("{page}/{act}"), fields).await
}

/// Makes people colleagues in a law firm.
async fn colleagues(world: &World, people: &[&Person]) {
    let now = world.app.now();
    let row = OrganisationRow {
        id: OrganisationId(world.app.new_id()),
        kind: OrganisationKind::LawFirm,
        name: "Weiss & Partners".into(),
        country: "DE".into(),
        key: "weiss".into(),
        created_at: now,
    };
    let ids: Vec<_> = people.iter().map(|person| person.id).collect();
    world
        .app
        .store
        .write(move |tx| {
            accounts::insert_organisation(tx, &row)?;
            for account_id in &ids {
                accounts::insert_membership(
                    tx,
                    &MembershipRow {
                        organisation_id: row.id,
                        account_id: *account_id,
                        role: "lawyer".into(),
                        since_at: now,
                    },
                )?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

/// Writes an issue with its finding and reasons.
async fn reasons(client: &mut Client, desk: &str, no: usize, text: &str) {
    let path = format!("{desk}/{no}");
    let page = client.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let saved = client
        .post(
            &path,
            &[
                ("finding", "respondent"),
                ("reasons", text),
                ("notes", "PRIVATE-NOTE"),
                ("do", "stay"),
            ],
        )
        .await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

/// Every issue and the summary.
async fn complete(client: &mut Client, desk: &str) {
    let first = client.get(desk).await.location;
    let issues = client.get(&first).await.attributes("nav a, main a", "href");
    let mut count = 1;
    while issues
        .iter()
        .any(|href| *href == format!("{desk}/{}", count + 1))
    {
        count += 1;
    }
    for no in 1..=count {
        reasons(
            client,
            desk,
            no,
            &format!("Reasons on issue {no}, with <b>marks</b> & 中文。"),
        )
        .await;
    }
    // What the rules ask for beside reasons and orders.
    let parts = format!("{desk}/parts");
    let page = client.get(&parts).await;
    let mut names = page.attributes("main form input[id^=f-part]", "name");
    names.extend(page.attributes("main form textarea[id^=f-part]", "name"));
    assert!(names.len() > 2, "{}", page.text());
    let typed = names
        .iter()
        .map(|name| (name.as_str(), "Singapore, as agreed."));
    let typed: Vec<_> = typed.chain([("do", "orders")]).collect();
    let done = client.post(&parts, &typed).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let orders = format!("{desk}/orders");
    client.get(&orders).await;
    let done = client
        .post(
            &orders,
            &[
                ("summary", "The notice fails. The listing is put back."),
                ("do", "preview"),
            ],
        )
        .await;
    assert_eq!(done.status, 303, "{}", done.text());
}

/// The fields of a signature that deals with these exhibits.
fn signing(exhibits: &[String]) -> Vec<(&str, &str)> {
    let ticked = exhibits
        .iter()
        .flat_map(|label| [("shown", label.as_str()), ("considered", label.as_str())]);
    [
        ("prevails", "respondent"),
        ("whole", "yes"),
        ("password", PASSWORD),
    ]
    .into_iter()
    .chain(ticked)
    .collect()
}

/// Whoever sits decides, through the pages.
pub async fn decides(world: &World, hearing: &Hearing) {
    let mut client = world.signed_in(&hearing.arbitrator).await;
    complete(&mut client, &format!("/cases/{}/desk", hearing.number)).await;
    let page = client
        .get(&format!("/cases/{}/decision/preview", hearing.number))
        .await;
    let record = page.attributes("input[name=considered]", "value");
    let sign = format!("/cases/{}/decision/sign", hearing.number);
    let done = client.post(&sign, &signing(&record)).await;
    assert_eq!(done.status, 303, "{}", done.text());
}

on_both! {
    async fn nobody_with_a_conflict_is_proposed_and_the_one_who_accepts_signs_a_declaration(world) {
        let hearing = world.hearing().await;
        let lawyer = world.on_panel("lawyer", "L. Weiss").await;
        let colleague = world.on_panel("colleague", "C. Weiss").await;
        let party = world.on_panel("owner2", "Second").await;
        colleagues(&world, &[&lawyer, &colleague]).await;
        world.joined(hearing.case, &hearing.owner, &lawyer, MandateScope::Act).await;
        let mut manager = world.signed_in(&hearing.manager).await;
        let page = manager.get(&format!("/cases/{}/tribunal", hearing.number)).await;
        assert_eq!(page.attributes("input[name=candidate][disabled]", "value").len(), 2, "{}", page.text());
        for person in [&lawyer, &colleague] {
            let refused = does(&mut manager, &hearing, "propose", &[("candidate", &person.id.to_string())]).await;
            assert_eq!(refused.status, 409, "{}", refused.text());
        }
        let none = does(&mut manager, &hearing, "propose", &[]).await;
        assert_eq!((none.status, none.errors().len()), (422, 1));
        let nobody = does(&mut manager, &hearing, "propose", &[("candidate", &hearing.seller.id.to_string())]).await;
        assert_eq!(nobody.status, 404, "not on the panel");
        assert_eq!(world.file(hearing.case).await.seats.len(), 0);

        let done = does(&mut manager, &hearing, "propose", &[("candidate", &hearing.arbitrator.id.to_string())]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let second = does(&mut manager, &hearing, "propose", &[("candidate", &party.id.to_string())]).await;
        assert_eq!(second.status, 409, "the seat is taken: {}", second.text());
        let letters = world.letters_to(&hearing.arbitrator.email).await;
        assert!(letters.iter().any(|l| l.kind == "appointment-offered"));

        let mut arbitrator = world.signed_in(&hearing.arbitrator).await;
        assert!(arbitrator.get("/appointments").await.text().contains(&hearing.number));
        assert_eq!(arbitrator.get(&format!("/cases/{}/desk", hearing.number)).await.status, 404, "not before the declaration");
        // Enough to look for conflicts, and no papers.
        for (part, status) in [("", 200), ("/parties", 200), ("/tribunal", 200), ("/evidence", 404), ("/evidence/C-1", 404), ("/messages", 404), ("/timeline", 404), ("/file", 404)] {
            assert_eq!(arbitrator.get(&format!("/cases/{}{part}", hearing.number)).await.status, status, "{part}");
        }
        let bare = does(&mut arbitrator, &hearing, "seats/1/accept", &[("disclosure", "I once <met> the seller.")]).await;
        assert_eq!(bare.status, 422);
        assert_eq!(bare.select("textarea[name=disclosure]"), ["I once <met> the seller."], "words are kept");
        let accepted = does(&mut arbitrator, &hearing, "seats/1/accept", &[("disclosure", "I once <met> the seller."), ("declare-independence", "yes")]).await;
        assert_eq!(accepted.status, 303, "{}", accepted.text());
        let seat = &world.file(hearing.case).await.seats[0];
        let SeatState::Accepted { declaration, disclosure, .. } = &seat.state else { panic!("{seat:?}") };
        assert!(!declaration.text.is_empty() && disclosure == "I once <met> the seller.");
        let page = world.signed_in(&hearing.seller).await.get(&format!("/cases/{}/tribunal", hearing.number)).await;
        assert!(page.text().contains("I once &#60;met&#62; the seller."), "the parties read it: {}", page.text());
        let twice = does(&mut arbitrator, &hearing, "seats/1/accept", &[("declare-independence", "yes")]).await;
        assert_eq!(twice.status, 409);
    }

    async fn what_waits_without_a_date_stands_in_the_list_of_work(world) {
        let hearing = world.hearing().await;
        let titles = |page: Page| page.select(".todo h3");
        // A registry that is late with finding somebody, until somebody is asked.
        world.passes(hearing.case, "appoint").await;
        let mut manager = world.signed_in(&hearing.manager).await;
        let late = manager.get("/dashboard").await;
        assert!(late.text().contains("You are to propose an arbitrator") && late.text().contains("Late since"), "{}", late.text());
        does(&mut manager, &hearing, "propose", &[("candidate", &hearing.arbitrator.id.to_string())]).await;
        assert_eq!(titles(manager.get("/dashboard").await), Vec::<String>::new());
        let mut arbitrator = world.signed_in(&hearing.arbitrator).await;
        let asked = arbitrator.get("/dashboard").await;
        assert!(asked.text().contains("You are asked to sit as arbitrator"), "{}", asked.text());
        assert!(asked.attributes(".todo h3 a", "href").contains(&format!("/cases/{}/tribunal", hearing.number)));
        assert_eq!(titles(world.signed_in(&hearing.seller).await.get("/dashboard").await).len(), 0, "not the seller's");
        does(&mut arbitrator, &hearing, "seats/1/accept", &[("declare-independence", "yes")]).await;
        assert_eq!(titles(arbitrator.get("/dashboard").await), ["Your decision is due"]);

        let mut seller = world.signed_in(&hearing.seller).await;
        does(&mut seller, &hearing, "seats/1/challenge", &[("ground", "They worked for the claimant.")]).await;
        let challenged = manager.get("/dashboard").await;
        assert!(challenged.text().contains("A challenge to an arbitrator waits for a ruling"), "{}", challenged.text());
        let mut judge = world.signed_in(&world.manager("marta").await).await;
        does(&mut judge, &hearing, "challenges/1/ruling", &[("ruling", "dismissed"), ("reasons", "They did not.")]).await;
        assert!(titles(manager.get("/dashboard").await).is_empty());

        // A decision that is late is still to be written.
        world.passes(hearing.case, "decision").await;
        let late = world.signed_in(&hearing.arbitrator).await.get("/dashboard").await;
        assert_eq!(late.select(".todo h3"), ["Your decision is due"]);
        assert!(late.text().contains("Late since"), "{}", late.text());
    }

    async fn a_candidate_sees_who_takes_part_and_every_link_of_the_page_opens(world) {
        let hearing = world.hearing().await;
        let mut manager = world.signed_in(&hearing.manager).await;
        does(&mut manager, &hearing, "propose", &[("candidate", &hearing.arbitrator.id.to_string())]).await;
        let mut arbitrator = world.signed_in(&hearing.arbitrator).await;
        let path = format!("/cases/{}", hearing.number);
        let page = arbitrator.get(&path).await;
        assert_eq!(page.status, 200, "{}", page.text());
        let file = world.file(hearing.case).await;
        for party in file.parties_of(Role::Respondent) {
            assert!(page.text().contains(&party.name), "who takes part is there");
        }
        let said = file.notice.as_ref().map(|notice| notice.statement.clone());
        let said = said.or(file.complaint.as_ref().map(|complaint| complaint.statement.clone())).unwrap();
        assert!(!page.text().contains(&said), "what was said is not");
        assert!(!page.text().contains("Your decision is due"));
        for href in page.attributes("main a", "href").iter().filter(|href| href.starts_with('/')) {
            assert_eq!(arbitrator.get(href).await.status, 200, "{href}");
        }
    }

    async fn a_candidate_declines_and_the_seat_is_free_again(world) {
        let hearing = world.hearing().await;
        let next = world.on_panel("next", "N. Next").await;
        let mut manager = world.signed_in(&hearing.manager).await;
        does(&mut manager, &hearing, "propose", &[("candidate", &hearing.arbitrator.id.to_string())]).await;
        let mut arbitrator = world.signed_in(&hearing.arbitrator).await;
        let declined = does(&mut arbitrator, &hearing, "seats/1/decline", &[("reason", "No time")]).await;
        assert_eq!((declined.status, declined.location.as_str()), (303, "/appointments"), "{}", declined.text());
        assert_eq!(arbitrator.get(&format!("/cases/{}", hearing.number)).await.status, 404, "and the case with it");
        let again = does(&mut manager, &hearing, "propose", &[("candidate", &hearing.arbitrator.id.to_string())]).await;
        assert_eq!(again.status, 409, "not the same person again");
        let done = does(&mut manager, &hearing, "propose", &[("candidate", &next.id.to_string())]).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }

    async fn a_challenge_is_ruled_on_by_another_and_the_replacement_keeps_the_steps(world) {
        let hearing = world.hearing().await;
        let next = world.on_panel("next", "N. Next").await;
        world.seated(&hearing).await;
        let mut seller = world.signed_in(&hearing.seller).await;
        let empty = does(&mut seller, &hearing, "seats/1/challenge", &[]).await;
        assert_eq!((empty.status, empty.errors().len()), (422, 1));
        let filed = does(&mut seller, &hearing, "seats/1/challenge", &[("ground", "They worked for the claimant.")]).await;
        assert_eq!(filed.status, 303, "{}", filed.text());
        let twice = does(&mut seller, &hearing, "seats/1/challenge", &[("ground", "Once more.")]).await;
        assert_eq!(twice.status, 409);
        // Nothing is signed while a challenge is open.
        let mut arbitrator = world.signed_in(&hearing.arbitrator).await;
        let desk = format!("/cases/{}/desk", hearing.number);
        complete(&mut arbitrator, &desk).await;
        let shown = arbitrator.get(&format!("/cases/{}/decision/preview", hearing.number)).await;
        let open = shown.attributes("input[name=considered]", "value");
        let early = arbitrator.post(&format!("/cases/{}/decision/sign", hearing.number), &signing(&open)).await;
        assert_eq!(early.status, 409, "{}", early.text());
        assert_eq!(world.file(hearing.case).await.decisions.len(), 0);

        let ruling = [("ruling", "upheld"), ("reasons", "They did work for the claimant.")];
        let mut proposer = world.signed_in(&hearing.manager).await;
        let own = does(&mut proposer, &hearing, "challenges/1/ruling", &ruling).await;
        assert_eq!(own.status, 409, "whoever chose may not judge the choice: {}", own.text());
        let other = world.manager("marta").await;
        let mut judge = world.signed_in(&other).await;
        let bare = does(&mut judge, &hearing, "challenges/1/ruling", &[("reasons", "Why")]).await;
        assert_eq!(bare.status, 422);
        let ruled = does(&mut judge, &hearing, "challenges/1/ruling", &ruling).await;
        assert_eq!(ruled.status, 303, "{}", ruled.text());
        let file = world.file(hearing.case).await;
        assert!(matches!(file.seats[0].state, SeatState::Removed { .. }));
        assert_eq!((file.track(1).unwrap().state.as_str(), file.exhibits.len()), ("arbitration", 2), "steps taken stay");
        assert_eq!(arbitrator.get(&desk).await.status, 404, "the desk is closed");
        let back = does(&mut judge, &hearing, "propose", &[("candidate", &hearing.arbitrator.id.to_string())]).await;
        assert_eq!(back.status, 409);
        let done = does(&mut judge, &hearing, "propose", &[("candidate", &next.id.to_string())]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let accept = tribunal::Act::Accept { seat: 2, declaration: world.independence(), disclosure: String::new() };
        world.acts(hearing.case, &next, Act::Tribunal(accept)).await.unwrap();
        // The days of the new challenge run; after them it is too late.
        world.passes(hearing.case, "object").await;
        let late = tribunal::Act::Challenge { seat: 2, ground: "Late".into() };
        let refused = world.acts(hearing.case, &hearing.seller, Act::Tribunal(late)).await.unwrap_err();
        assert!(matches!(refused, Refusal::TooLate { .. }), "{refused:?}");
    }

    async fn the_desk_keeps_versions_and_two_tabs_do_not_write_over_each_other(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        let mut client = world.signed_in(&hearing.arbitrator).await;
        let desk = format!("/cases/{}/desk", hearing.number);
        let first = client.get(&desk).await.location;
        assert_eq!(first, format!("{desk}/1"));
        let page = client.get(&first).await;
        assert!(page.text().contains("We have a licence") && page.text().contains("They use our mark"), "both sides: {}", page.text());
        let old = client.hidden()["version"].clone();
        let saved = client.post(&format!("{first}/autosave"), &[("finding", "claimant"), ("reasons", "A first thought")]).await;
        assert_eq!(saved.status, 200, "{}", saved.text());
        let answer: serde_json::Value = serde_json::from_slice(&saved.body).unwrap();
        assert_eq!(answer["version"].as_u64(), old.parse::<u64>().ok().map(|v| v + 1));
        let stale = [("version", old.as_str()), ("finding", "claimant"), ("reasons", "Words of the other tab")];
        assert_eq!(client.post(&format!("{first}/autosave"), &stale).await.status, 409);
        let late = client.post(&first, &stale).await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("Words of the other tab"), "words are kept: {}", late.text());
        assert_eq!(client.get(&first).await.select("textarea[name=reasons]"), ["A first thought"]);
        client.get(&first).await;
        let long = "x".repeat(100_001);
        let refused = client.post(&first, &[("reasons", long.as_str())]).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.select("textarea[name=reasons]")[0].len(), 100_001);
        client.get(&first).await;
        let added = client.post(&format!("{desk}/issues"), &[("new-question", "Is there <more>?")]).await;
        assert_eq!(added.status, 303, "{}", added.text());
        let page = client.get(&added.location).await;
        assert_eq!(page.attributes("#f-question", "value"), ["Is there <more>?"]);
        let mut manager = world.signed_in(&hearing.manager).await;
        assert_eq!(manager.get(&first).await.status, 404, "the desk is the arbitrator's alone");
    }

    async fn an_earlier_version_is_taken_back_and_what_it_replaces_stays(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        let mut client = world.signed_in(&hearing.arbitrator).await;
        let desk = format!("/cases/{}/desk", hearing.number);
        let (list, first) = (format!("{desk}/versions"), format!("{desk}/1"));
        let version = |no: u32| format!("{list}/{no}");
        reasons(&mut client, &desk, 1, "The *first* words <b>").await;
        let orders = format!("{desk}/orders");
        client.get(&orders).await;
        let order = [("summary", "The notice fails."), ("remedy-0", "restore-listing"), ("debtor-0", "claimant"), ("days-0", "14"), ("text-0", "Say that the <listing> may go back.")];
        let saved = client.post(&orders, &order).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        reasons(&mut client, &desk, 1, "Second thoughts").await;

        // The desk leads to the list, the newest version on top.
        for path in [&first, &orders] {
            let page = client.get(path).await;
            assert_eq!(page.attributes("main a[href$='/desk/versions']", "href"), [list.as_str()], "{path}: {}", page.text());
        }
        let page = client.get(&list).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert_eq!(page.select("tbody th a"), ["Version 4", "Version 3", "Version 2", "Version 1"]);
        assert_eq!(page.attributes("tbody th a", "href"), [version(4), version(3), version(2), version(1)]);
        assert_eq!(page.select("tbody th .tag"), ["The draft now"]);
        assert!(page.text().contains("kept until 6 April 2027"), "400 days: {}", page.text());
        let issues = world.file(hearing.case).await.listings_of(1).count() + 2;
        let rows = page.select("tbody td");
        for (row, length, decided, orders) in [(0, "15 characters", 1, "1"), (1, "21 characters", 1, "1"), (2, "21 characters", 1, "0"), (3, "0 characters", 0, "0")] {
            let cells: Vec<_> = rows[row * 4..row * 4 + 4].iter().map(String::as_str).collect();
            assert!(cells[0].starts_with("2 March, "), "{cells:?}");
            assert_eq!(cells[1..], [length, &format!("{decided} of {issues}"), orders]);
        }

        // Each is shown as it was, to read.
        let page = client.get(&version(2)).await;
        assert_eq!((page.status, page.heading().as_str()), (200, "Version 2"), "{}", page.text());
        assert_eq!((page.select(".prose")[0].as_str(), page.select(".prose em")), ("The first words <b>", vec!["first".to_owned()]));
        assert_eq!(page.select(".lead"), ["No result was written yet."]);
        assert!(page.text().contains("PRIVATE-NOTE") && page.text().contains("No order is made."));
        let findings = page.select(".formal b");
        assert!(findings.len() == issues && findings[0] != findings[1] && findings[1] == "Finding: none yet", "{findings:?}");
        let page = client.get(&version(3)).await;
        assert_eq!(page.select(".lead"), ["The notice fails."]);
        assert!(page.select("tbody td")[0] == "Say that the <listing> may go back." && page.select("tbody td")[2] == "within 14 days of the decision");
        let page = client.get(&version(4)).await;
        assert!(page.attributes("main form", "action").is_empty(), "the draft itself cannot be taken: {}", page.text());
        for missing in ["0", "5", "4294967295", "x"] {
            assert_eq!(client.get(&format!("{list}/{missing}")).await.status, 404, "{missing}");
        }

        // Two tabs take a version at once: one is told.
        let mut tab = world.signed_in(&hearing.arbitrator).await;
        for browser in [&mut client, &mut tab] {
            let page = browser.get(&version(2)).await;
            assert_eq!(page.attributes("main form", "action"), [version(2)]);
        }
        let path = version(2);
        let (one, two) = tokio::join!(client.post(&path, &[]), tab.post(&path, &[]));
        let (done, told) = if one.status == 303 { (one, two) } else { (two, one) };
        assert_eq!((done.status, told.status), (303, 409), "{}{}", done.text(), told.text());
        assert!(told.attributes("main a", "href").contains(&path), "{}", told.text());
        assert_eq!(done.location, format!("{desk}/2"), "work goes on where a finding is missing");

        // The desk has the old words; those they replaced are in the list.
        let page = client.get(&first).await;
        assert_eq!(page.select("textarea[name=reasons]"), ["The *first* words <b>"]);
        assert!(client.get(&orders).await.attributes("#f-text-0", "value").concat().is_empty(), "the order came later");
        let page = client.get(&list).await;
        assert_eq!(page.select("tbody th a")[..2], ["Version 5", "Version 4"]);
        assert_eq!(client.get(&version(4)).await.select(".prose")[0], "Second thoughts");
        // They are taken back just so, and the page says it.
        let taken = client.post(&version(4), &[]).await;
        assert_eq!(taken.status, 303, "{}", taken.text());
        let note = client.get(&taken.location).await.select(".note--done");
        assert_eq!(note, ["Version 4 is your draft again. What you had before is kept as version 5."]);
        assert_eq!(client.get(&first).await.select("textarea[name=reasons]"), ["Second thoughts"]);
        // A form that does not say what it replaces replaces nothing.
        client.get(&version(1)).await;
        for unknown in ["", "4294967295", "5"] {
            assert_eq!(client.post(&version(1), &[("version", unknown)]).await.status, 409, "{unknown}");
        }
        assert_eq!(client.get(&first).await.select("textarea[name=reasons]"), ["Second thoughts"]);
    }

    async fn the_versions_of_a_draft_are_its_authors_alone(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        let next = world.on_panel("next", "N. Next").await;
        let mut client = world.signed_in(&hearing.arbitrator).await;
        let desk = format!("/cases/{}/desk", hearing.number);
        let (list, second) = (format!("{desk}/versions"), format!("{desk}/versions/2"));
        reasons(&mut client, &desk, 1, "Words for nobody else").await;
        reasons(&mut client, &desk, 1, "Other words").await;
        assert_eq!(client.get(&second).await.status, 200);
        for person in [&hearing.owner, &hearing.seller, &hearing.officer, &hearing.manager, &next] {
            let mut reader = world.signed_in(person).await;
            reader.get("/dashboard").await;
            for path in [&list, &second] {
                assert_eq!(reader.get(path).await.status, 404, "{}: {path}", person.email);
            }
            assert_eq!(reader.post(&second, &[("version", "3")]).await.status, 404, "{}", person.email);
        }

        // Whoever left the tribunal reads it no more, and a successor begins with a draft of their own.
        client.get(&second).await;
        let resign = tribunal::Act::Resign { seat: 1, reason: "Ill".into() };
        world.acts(hearing.case, &hearing.arbitrator, Act::Tribunal(resign)).await.unwrap();
        assert_eq!(client.post(&second, &[]).await.status, 404);
        assert_eq!(client.get(&list).await.status, 404);
        let propose = tribunal::Act::Propose { track: 1, candidate: world.candidate(&next) };
        world.acts(hearing.case, &hearing.manager, Act::Tribunal(propose)).await.unwrap();
        let accept = tribunal::Act::Accept { seat: 2, declaration: world.independence(), disclosure: String::new() };
        world.acts(hearing.case, &next, Act::Tribunal(accept)).await.unwrap();
        let mut successor = world.signed_in(&next).await;
        assert_eq!(successor.get(&list).await.select("tbody th a"), ["Version 1"]);
        assert_eq!(successor.get(&second).await.status, 404);
        let page = successor.get(&format!("{list}/1")).await;
        assert!(page.status == 200 && !page.text().contains("Words for nobody else"), "{}", page.text());
    }

    async fn a_long_list_of_versions_goes_on_with_older_ones(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        let mut client = world.signed_in(&hearing.arbitrator).await;
        let desk = format!("/cases/{}/desk", hearing.number);
        let list = format!("{desk}/versions");
        client.get(&format!("{desk}/1")).await;
        for version in 1..32 {
            let saved = client.post(&format!("{desk}/1/autosave"), &[("version", &version.to_string()), ("reasons", "Words")]).await;
            assert_eq!(saved.status, 200, "{}", saved.text());
        }
        let page = client.get(&list).await;
        let shown = page.select("tbody th a");
        assert_eq!((shown.len(), shown[0].as_str(), shown[29].as_str()), (30, "Version 32", "Version 3"));
        let older = page.attributes("main a[rel=next]", "href");
        assert_eq!(older, [format!("{list}?before=3")]);
        let page = client.get(&older[0]).await;
        assert_eq!(page.select("tbody th a"), ["Version 2", "Version 1"]);
        assert!(page.attributes("main a[rel=next]", "href").is_empty());
        assert!(page.attributes("main p a", "href").contains(&list), "back to the newest: {}", page.text());
        let all = client.get(&format!("{list}?before=4294967295")).await;
        assert_eq!((all.status, all.select("tbody th a").len()), (200, 30));
    }

    async fn a_decision_is_signed_once_on_the_whole_record_and_is_what_all_sides_get(world) {
        let hearing = world.hearing().await;
        world.seated(&hearing).await;
        world.passes(hearing.case, "object").await;
        let mut client = world.signed_in(&hearing.arbitrator).await;
        let desk = format!("/cases/{}/desk", hearing.number);
        let preview = format!("/cases/{}/decision/preview", hearing.number);
        let sign = format!("/cases/{}/decision/sign", hearing.number);
        // An issue without reasons stops it.
        let page = client.get(&preview).await;
        assert!(!page.select(".note--due").is_empty(), "the gap is named: {}", page.text());
        let record = page.attributes("input[name=considered]", "value");
        assert!(record.len() > 1 && page.attributes("input[name=considered][checked]", "value").is_empty(), "{record:?}");
        let whole = signing(&record);
        let named = record[0].clone();
        let rest: Vec<String> = record[1..].to_vec();
        let gap = client.post(&sign, &whole).await;
        assert_eq!(gap.status, 409, "{}", gap.text());
        complete(&mut client, &desk).await;
        // A part that the rules ask for is missing again, and nothing is signed.
        let parts = format!("{desk}/parts");
        client.get(&parts).await;
        let emptied = client.post(&parts, &[("part-seat", " "), ("part-agreement", "A"), ("part-claims", "C"), ("part-facts", "F"), ("part-costs", "K")]).await;
        assert_eq!(emptied.status, 303, "{}", emptied.text());
        let page = client.get(&preview).await;
        assert!(page.text().contains("Enter the seat before you sign."), "{}", page.text());
        assert_eq!(client.post(&sign, &whole).await.status, 409);
        client.get(&parts).await;
        let filled = client.post(&parts, &[("part-seat", "Singapore"), ("part-agreement", "A"), ("part-claims", "C"), ("part-facts", "F"), ("part-costs", "K")]).await;
        assert_eq!(filled.status, 303, "{}", filled.text());

        // Each thing that is missing is named, the password is asked again.
        client.get(&preview).await;
        let nothing: Vec<_> = record.iter().map(|label| ("shown", label.as_str())).collect();
        let bare = client.post(&sign, &nothing).await;
        assert_eq!((bare.status, bare.errors().len()), (422, 4), "{:?}", bare.errors());
        client.get(&preview).await;
        let wrong: Vec<_> = whole.iter().copied().filter(|(name, _)| *name != "password").chain([("password", "not the password")]).collect();
        let wrong = client.post(&sign, &wrong).await;
        assert_eq!((wrong.status, wrong.errors().len()), (422, 1), "{:?}", wrong.errors());
        assert!(!wrong.text().contains("not the password"));

        // Ticks are kept on the way; one is taken back, another made on the page of the exhibit.
        assert_eq!(wrong.attributes("input[name=considered][checked]", "value"), record, "what was ticked stays ticked");
        let keep: Vec<_> = record.iter().map(|label| ("shown", label.as_str())).chain([("do", "keep")]).collect();
        assert_eq!(client.post(&sign, &keep).await.status, 303);
        let some = client.post(&sign, &[("prevails", "respondent"), ("whole", "yes"), ("password", PASSWORD)]).await;
        assert_eq!((some.status, some.errors()), (422, vec![format!("Not dealt with yet: {}. Name them in the reasons, or tick them once you have considered them", record.join(", "))]));
        let page = client.get(&format!("/cases/{}/evidence/{named}", hearing.number)).await;
        assert_eq!(page.attributes("form[action$='/desk/record'] button", "value"), ["tick"]);
        let tick = format!("{desk}/record");
        assert_eq!(client.post(&tick, &[("exhibit", &named), ("do", "tick")]).await.status, 303);
        assert_eq!(client.post(&tick, &[("exhibit", "C-99"), ("do", "tick")]).await.status, 404);
        let page = client.get(&format!("/cases/{}/evidence/{named}", hearing.number)).await;
        assert_eq!(page.attributes("form[action$='/desk/record'] button", "value"), ["untick"]);
        assert_eq!(client.post(&tick, &[("exhibit", &named), ("do", "untick")]).await.status, 303);
        let mut seller = world.signed_in(&hearing.seller).await;
        let page = seller.get(&format!("/cases/{}/evidence/{named}", hearing.number)).await;
        assert!(page.status == 200 && !page.text().contains("desk/record"));
        assert_eq!(seller.post(&tick, &[("exhibit", &named), ("do", "tick")]).await.status, 404);
        // An exhibit that the reasons name needs no tick.
        reasons(&mut client, &desk, 1, &format!("As {named} shows")).await;
        let page = client.get(&preview).await;
        assert_eq!(page.attributes("input[name=considered]", "value"), rest);
        let whole = signing(&rest);

        // An exhibit that came after the preview has not been dealt with.
        world.exhibit(hearing.case, &hearing.manager, "late.txt", b"Late paper").await;
        let late = client.post(&sign, &whole).await;
        assert_eq!((late.status, late.errors().len()), (422, 1), "{}", late.text());
        assert!(late.errors()[0].starts_with("Not dealt with yet: T-1."), "{:?}", late.errors());
        let rest = late.attributes("input[name=considered]", "value");
        let whole = signing(&rest);
        // A draft that another tab changed after the preview was not previewed.
        client.get(&preview).await;
        let mut tab = world.signed_in(&hearing.arbitrator).await;
        reasons(&mut tab, &desk, 1, &format!("{named}: Changed in another tab")).await;
        let changed = client.post(&sign, &whole).await;
        assert_eq!(changed.status, 409, "{}", changed.text());
        assert_eq!(world.file(hearing.case).await.decisions.len(), 0);

        let shown = client.get(&preview).await;
        assert!(shown.text().contains("Changed in another tab") && shown.text().contains("&#60;b&#62;marks"), "{}", shown.text());
        let pdf = client.send(actix_web::test::TestRequest::get().uri(&format!("{preview}.pdf"))).await;
        assert!(pdf.status == 200 && pdf.body.starts_with(b"%PDF"));
        let hidden = client.hidden().clone();
        let signed = client.post(&sign, &whole).await;
        assert_eq!(signed.status, 303, "{}", signed.text());
        // Pressed twice: it stands, once.
        let form: Vec<_> = whole.iter().copied().chain(["form", "seen", "version"].map(|name| (name, hidden[name].as_str()))).collect();
        let twice = client.post(&sign, &form).await;
        assert_eq!((twice.status, &twice.location), (303, &signed.location), "{}", twice.text());
        let anew = client.get(&preview).await;
        assert_eq!(anew.status, 200);
        assert_eq!(client.post(&sign, &whole).await.status, 409, "decided is decided");
        let file = world.file(hearing.case).await;
        assert_eq!((file.decisions.len(), file.track(1).unwrap().state.as_str()), (1, "decided"));

        // The hash on the docket is that of the file all sides get; the notes are nobody's.
        let digest = file.decisions[0].document.digest.clone();
        let case = hearing.case;
        let rows = world.app.store.read(move |tx| docket::list(tx, case, 0, 1000)).await.unwrap();
        let entry = rows.iter().find(|row| row.act == "decision.sign").unwrap();
        assert!(entry.entry.0.contains(&digest) && !entry.entry.0.contains("PRIVATE-NOTE"));
        for person in [&hearing.owner, &hearing.seller, &hearing.officer, &hearing.manager, &hearing.arbitrator] {
            let mut reader = world.signed_in(person).await;
            let page = reader.get(&format!("/cases/{}/decision", hearing.number)).await;
            assert!(page.status == 200 && page.text().contains(&digest), "{}: {}", person.email, page.text());
            let pdf = reader.get(&format!("/cases/{}/decision/1.pdf", hearing.number)).await;
            assert_eq!(hex::encode(Sha256::digest(&pdf.body)), digest, "{}", person.email);
        }
        let mut other = world.seller_by_letter().await;
        for part in ["decision", "decision/1.pdf", "tribunal"] {
            assert_eq!(other.get(&format!("/cases/{}/{part}", hearing.number)).await.status, 404, "the other seller's {part}");
        }
    }

    async fn the_roster_is_kept_by_the_registry(world) {
        let hearing = world.hearing().await;
        let path = format!("/registry/panel/{}", hearing.arbitrator.id);
        let mut manager = world.signed_in(&hearing.manager).await;
        let page = manager.get(&path).await;
        assert_eq!(page.attributes("#f-capacity", "value"), ["5"]);
        let wrong = manager.post(&path, &[("languages", ""), ("capacity", "many"), ("biography", "A <long> life")]).await;
        assert_eq!((wrong.status, wrong.errors().len()), (422, 2));
        assert!(wrong.text().contains("A &#60;long&#62; life"), "words are kept");
        let done = manager.post(&path, &[("languages", "en, zh-Hans"), ("capacity", "0"), ("active", "yes")]).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert!(manager.get("/registry/panel").await.text().contains("A. Lindqvist"));

        // Somebody new comes onto the roster by the address of an account; administrators find the way too.
        let newcomer = world.person("newcomer", "N. Comer").await;
        let admin = world.runs_it("root").await;
        let mut client = world.signed_in(&admin).await;
        assert!(client.get("/admin").await.attributes("nav a", "href").contains(&"/registry/panel".to_owned()));
        for (typed, said) in [("nobody@people.example", "No confirmed account has this address"), ("not an address", "")] {
            client.get("/registry/panel").await;
            let wrong = client.post("/registry/panel", &[("email", typed)]).await;
            assert_eq!((wrong.status, wrong.errors().len()), (422, 1), "{}", wrong.text());
            assert!(wrong.text().contains(said) && wrong.attributes("#f-email", "value") == [typed], "{}", wrong.text());
        }
        let found = client.post("/registry/panel", &[("email", &newcomer.email)]).await;
        let entry = format!("/registry/panel/{}", newcomer.id);
        assert_eq!((found.status, found.location.as_str()), (303, entry.as_str()), "{}", found.text());
        client.get(&entry).await;
        let wrong = [("languages", "en, klingon"), ("fields", "cooking"), ("countries", "XX"), ("capacity", "2"), ("available-day", "31"), ("available-month", "2"), ("available-year", "2026"), ("active", "yes")];
        let wrong = client.post(&entry, &wrong).await;
        assert_eq!((wrong.status, wrong.errors().len()), (422, 4), "{:?}", wrong.errors());
        assert!(wrong.text().contains("Not known: klingon") && wrong.attributes("#f-available", "value") == ["31"]);
        let right = [("languages", "en"), ("fields", "consumer"), ("countries", "SE"), ("capacity", "2"), ("available-day", "1"), ("available-month", "9"), ("available-year", "2026"), ("active", "yes")];
        assert_eq!(client.post(&entry, &right).await.status, 303);

        // Who does not take cases yet is shown with the day, and cannot be proposed.
        let tribunal = manager.get(&format!("/cases/{}/tribunal", hearing.number)).await;
        assert!(tribunal.text().contains("Available from 1 September 2026") && tribunal.text().contains("Sweden"), "{}", tribunal.text());
        let early = does(&mut manager, &hearing, "propose", &[("candidate", &newcomer.id.to_string())]).await;
        assert_eq!(early.status, 422);
        assert!(early.text().contains("does not take new cases yet"), "{}", early.text());
        // Somebody with no room is not proposed.
        let full = does(&mut manager, &hearing, "propose", &[("candidate", &hearing.arbitrator.id.to_string())]).await;
        assert_ne!(full.status, 303, "{}", full.text());
        manager.get(&path).await;
        manager.post(&path, &[("languages", "en"), ("capacity", "5")]).await;
        let inactive = does(&mut manager, &hearing, "propose", &[("candidate", &hearing.arbitrator.id.to_string())]).await;
        assert_eq!(inactive.status, 404, "{}", inactive.text());
    }
}
