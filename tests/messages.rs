//! Messages on pages: who reads what, wrong input, and forms sent twice.

use crate::support::client::Client;
use redress::domain::acts::Act;
use redress::domain::parties::MandateScope;
use redress::domain::{complaints, tribunal};

/// Sends a message and gives the status.
async fn write(client: &mut Client, path: &str, audience: &str, text: &str) -> u16 {
    client.get(path).await;
    client
        .post(path, &[("audience", audience), ("text", text)])
        .await
        .status
}

on_both! {
    async fn a_message_reaches_its_audience_and_nobody_else(world) {
        let manager = world.manager("lucia").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let seller = world.person("seller", "Yunhe Home").await;
        let arbitrator = world.person("arbitrator", "A. Neutral").await;
        let filed = world.in_talks(&manager, &consumer, Some(&seller)).await;
        world.acts(filed.case, &consumer, Act::Complaint(complaints::Act::Escalate { reason: String::new() })).await.unwrap();
        let candidate = tribunal::Candidate { account: arbitrator.id, name: arbitrator.name.clone(), email: arbitrator.email.clone(), organisations: vec![], case_organisations: vec![] };
        world.acts(filed.case, &manager, Act::Tribunal(tribunal::Act::Propose { track: 1, candidate })).await.unwrap();
        let declaration = world.declared("consumer-odr", "acceptance").remove(0);
        world.acts(filed.case, &arbitrator, Act::Tribunal(tribunal::Act::Accept { seat: 1, declaration, disclosure: String::new() })).await.unwrap();

        let base = format!("/cases/{}/messages", filed.receipt.number);
        let new = format!("{base}/new");
        let mut one = world.signed_in(&consumer).await;
        let mut two = world.signed_in(&seller).await;
        let mut neutral = world.signed_in(&arbitrator).await;
        let mut registry = world.signed_in(&manager).await;
        let choices = |page: &crate::support::client::Page| page.attributes("input[name=audience]", "value");
        let form = one.get(&new).await;
        assert_eq!(choices(&form), ["everyone", "parties", "registry"]);
        assert!(form.text().contains("A. Neutral (arbitrator)"), "the readers are named before one writes");
        assert_eq!(choices(&neutral.get(&new).await), ["everyone"], "the tribunal never writes to one side alone");
        assert_eq!(choices(&registry.get(&new).await), ["everyone", "parties", "registry", "party-1", "party-2"]);
        assert_eq!(write(&mut neutral, &new, "registry", "To one").await, 422);
        assert_eq!(write(&mut one, &new, "party-2", "To one").await, 422, "parties cannot choose a single reader");

        for (client, audience, text) in [
            (&mut one, "everyone", "TO-ALL 大家好"),
            (&mut two, "parties", "TO-PARTIES"),
            (&mut registry, "party-1", "TO-CONSUMER"),
            (&mut neutral, "everyone", "FROM-TRIBUNAL"),
        ] {
            assert_eq!(write(client, &new, audience, text).await, 303, "{text}");
        }
        assert_eq!(write(&mut one, &new, "registry", "TO-REGISTRY").await, 303);
        for (client, name, reads) in [
            (&mut one, "consumer", [true, true, true, true, true]),
            (&mut two, "seller", [true, true, false, false, true]),
            (&mut neutral, "arbitrator", [true, false, false, false, true]),
            (&mut registry, "registry", [true; 5]),
        ] {
            let page = client.get(&base).await.text();
            for (text, may) in ["TO-ALL 大家好", "TO-PARTIES", "TO-REGISTRY", "TO-CONSUMER", "FROM-TRIBUNAL"].into_iter().zip(reads) {
                assert_eq!(page.contains(text), may, "{name} {text}");
                let record = client.get(&format!("/cases/{}/timeline", filed.receipt.number)).await.text();
                assert!(may || !record.contains(text), "nor on the timeline: {name} {text}");
            }
        }
        let mut counts = Vec::new();
        for person in [&consumer, &seller, &arbitrator, &manager] {
            counts.push(world.kinds_to(&person.email).await.iter().filter(|kind| *kind == "message-received").count());
        }
        assert_eq!(counts, [3, 2, 1, 1], "letters go to the readers, and to nobody for an own message");
        let mut stranger = world.signed_in(&world.person("stranger", "S. Nobody").await).await;
        assert_eq!((stranger.get(&base).await.status, stranger.get(&new).await.status), (404, 404));
        assert_eq!(write(&mut stranger, &new, "everyone", "Hello").await, 404);
    }

    async fn a_message_with_an_error_keeps_its_words_and_is_sent_once(world) {
        let manager = world.manager("lucia").await;
        let consumer = world.person("consumer", "M. Duarte").await;
        let filed = world.in_talks(&manager, &consumer, None).await;
        let base = format!("/cases/{}/messages", filed.receipt.number);
        let new = format!("{base}/new");
        let mut one = world.signed_in(&consumer).await;
        assert_eq!(one.get(&base).await.select("main ol li").len(), 0);
        one.get(&new).await;
        let wrong = one.post(&new, &[("text", "Words to keep")]).await;
        assert_eq!((wrong.errors(), wrong.select("#f-text")), (vec!["Choose who reads the message".to_owned()], vec!["Words to keep".to_owned()]));
        let wrong = one.post(&new, &[("audience", "everyone"), ("text", " \n ")]).await;
        assert_eq!(wrong.errors(), ["Write the message"]);
        let long = "长".repeat(8_001);
        let wrong = one.post(&new, &[("audience", "everyone"), ("text", &long)]).await;
        assert_eq!((wrong.status, wrong.select("#f-text")), (422, vec![long]));
        assert_eq!(one.post(&new, &[("audience", "everyone"), ("text", "a\0b")]).await.status, 400);
        one.get(&new).await;
        let fields = [("audience", "everyone"), ("text", "<img src=x onerror=alert(1)>\n第二行")];
        assert_eq!(one.post(&new, &fields).await.status, 303);
        assert_eq!(one.post(&new, &fields).await.status, 303);
        assert_eq!(world.file(filed.case).await.messages.len(), 1, "sent twice, one message");
        assert!(!one.get(&base).await.text().contains("<img src=x"), "words stay words");

        let lawyer = world.person("lawyer", "L. Advocate").await;
        let mut reads = world.joins(filed.case, &consumer, &lawyer, MandateScope::Read, None).await;
        let list = reads.get(&base).await;
        assert!(list.text().contains("第二行") && !list.text().contains(&new), "reads, and is not asked to write");
        let refused = reads.post(&new, &[("audience", "everyone"), ("text", "May I?")]).await;
        assert_eq!(refused.status, 409);
        assert!(refused.text().contains("May I?"), "words are kept");
        assert_eq!(world.file(filed.case).await.messages.len(), 1);
    }
}
