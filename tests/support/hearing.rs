//! A notice that came before an arbitrator, with everybody who may meet it: built once, used by
//! tests of rights, of the tribunal and of what is taken away.

use super::client::Client;
use super::stories::{SELLER_MAIL, counter, measure};
use super::{Person, World};
use redress::domain::acts::Act;
use redress::domain::evidence::{self, ExhibitKind, FileRef, NewExhibit};
use redress::domain::ids::{CaseId, OrganisationId};
use redress::domain::notices::{self, Declaration, MeasureAction, NewListing, NewSeller};
use redress::domain::parties::{self, MandateScope};
use redress::domain::tribunal::{self, Candidate};
use redress::storage::accounts::StaffRole;
use redress::storage::cases::projections::{self, BlobRow};
use redress::storage::roster::RosterRow;

/// A case of two sellers: the first has an account and went to arbitration, the second only has
/// the link in its letter.
pub struct Hearing {
    /// Rights holder
    pub owner: Person,
    /// Seller with an account, track 1
    pub seller: Person,
    /// Marketplace
    pub market: OrganisationId,
    /// Its officer
    pub officer: Person,
    /// Registry, who proposed the arbitrator
    pub manager: Person,
    /// On the panel, proposed in the case
    pub arbitrator: Person,
    /// The case
    pub case: CaseId,
    /// Its number
    pub number: String,
}

impl World {
    /// Somebody who runs the installation.
    pub async fn runs_it(&self, key: &str) -> Person {
        self.account(key, key, Some(StaffRole::Administrator), None)
            .await
    }

    /// Somebody on the panel.
    pub async fn on_panel(&self, key: &str, name: &str) -> Person {
        let person = self.person(key, name).await;
        let row = RosterRow {
            account_id: person.id,
            languages: serde_json::json!(["en", "zh-Hans"]),
            fields: serde_json::json!(["trade-mark"]),
            countries: serde_json::json!(["SG"]),
            nationality: "SG".into(),
            capacity: 5,
            available_from: None,
            biography: String::new(),
            fee_minor: 0,
            fee_currency: "USD".into(),
            active: true,
        };
        redress::services::accounts::put_on_roster(&self.app, row)
            .await
            .unwrap();
        person
    }

    /// A case that waits for its arbitrator; see [`Hearing`].
    pub async fn hearing(&self) -> Hearing {
        let owner = self.person("owner", "Aurel & Finch").await;
        let seller = self.person("seller", "Brightway Ltd").await;
        let manager = self.manager("lucia").await;
        let (market, officer) = self.marketplace("harbour", "Harbour Market").await;
        let arbitrator = self.on_panel("arbitrator", "A. Lindqvist").await;
        let mut filing = self.notice("cn-ecl-ip", &owner, market, &["A1"], Some(&seller));
        filing.sellers.push(NewSeller {
            name: "Yunhe Home".into(),
            email: SELLER_MAIL.into(),
            country: "CN".into(),
            language: "en".into(),
            zone: "Asia/Shanghai".into(),
            account: None,
        });
        filing.listings.push(NewListing {
            seller: "Yunhe Home".into(),
            item: "B1".into(),
            url: "https://harbour.example/item/B1".into(),
            title: "Shade B1".into(),
            ..filing.listings[0].clone()
        });
        let filed = self.files(&owner, filing).await.unwrap();
        let case = filed.case;
        self.acts(case, &officer, measure(&[1, 2], MeasureAction::Remove))
            .await
            .unwrap();
        self.acts(case, &seller, counter(self, "cn-ecl-ip", 1))
            .await
            .unwrap();
        for person in [&owner, &seller] {
            let consent = notices::Act::ConsentArbitration {
                track: 1,
                declarations: self.declared("cn-ecl-ip", "submission"),
            };
            self.acts(case, person, Act::Notice(consent)).await.unwrap();
        }
        self.exhibit(
            case,
            &owner,
            "registration.txt",
            b"Registration 018 234 567",
        )
        .await;
        self.exhibit(case, &seller, "licence.txt", b"Licence of 2024")
            .await;
        Hearing {
            owner,
            seller,
            market,
            officer,
            manager,
            arbitrator,
            case,
            number: filed.receipt.number.to_string(),
        }
    }

    /// Files a document as somebody.
    pub async fn exhibit(&self, case: CaseId, person: &Person, name: &str, bytes: &[u8]) {
        let stored = self.app.blobs.put(bytes.to_vec()).await.unwrap();
        let row = BlobRow {
            digest: stored.digest.clone(),
            size_bytes: i64::try_from(stored.size_bytes).unwrap(),
            media_type: "text/plain".into(),
            created_at: self.app.now(),
        };
        self.app
            .store
            .write(move |tx| projections::put_blob(tx, &row))
            .await
            .unwrap();
        let new = NewExhibit {
            file: FileRef {
                digest: stored.digest,
                size_bytes: stored.size_bytes,
                media_type: "text/plain".into(),
                name: name.into(),
            },
            title: name.into(),
            kind: ExhibitKind::Other,
            description: String::new(),
            claim: 0,
        };
        let act = evidence::Act::File {
            exhibits: vec![new],
        };
        self.acts(case, person, Act::Evidence(act)).await.unwrap();
    }

    /// Proposes the arbitrator, who accepts.
    pub async fn seated(&self, hearing: &Hearing) {
        let propose = tribunal::Act::Propose {
            track: 1,
            candidate: self.candidate(&hearing.arbitrator),
        };
        self.acts(hearing.case, &hearing.manager, Act::Tribunal(propose))
            .await
            .unwrap();
        let accept = tribunal::Act::Accept {
            seat: 1,
            declaration: self.independence(),
            disclosure: String::new(),
        };
        self.acts(hearing.case, &hearing.arbitrator, Act::Tribunal(accept))
            .await
            .unwrap();
    }

    /// What is known of somebody without organisations.
    pub fn candidate(&self, person: &Person) -> Candidate {
        Candidate {
            account: person.id,
            name: person.name.clone(),
            email: person.email.clone(),
            organisations: vec![],
            case_organisations: vec![],
        }
    }

    /// The declaration of an arbitrator.
    pub fn independence(&self) -> Declaration {
        self.declared("cn-ecl-ip", "acceptance")
            .into_iter()
            .next()
            .expect("the pack has a declaration of independence")
    }

    /// A party invites somebody, who joins by the link in the letter; gives the browser.
    pub async fn joined(
        &self,
        case: CaseId,
        party: &Person,
        lawyer: &Person,
        scope: MandateScope,
    ) -> Client {
        let invite = parties::Act::Invite {
            name: lawyer.name.clone(),
            email: lawyer.email.clone(),
            scope,
            until: None,
            authority: None,
        };
        self.acts(case, party, Act::Party(invite)).await.unwrap();
        let letters = self.letters_to(&lawyer.email).await;
        let letter = letters.iter().find(|l| l.kind == "invitation").unwrap();
        let path = link_in(&letter.text, "/links/");
        let mut client = self.signed_in(lawyer).await;
        client.get(&path).await;
        let joined = client.post(&path, &[("do", "join")]).await;
        assert_eq!(joined.status, 303, "{}", joined.text());
        client
    }

    /// The browser of the seller who came by the link in its letter.
    pub async fn seller_by_letter(&self) -> Client {
        let letters = self.letters_to(SELLER_MAIL).await;
        let letter = letters.iter().find(|l| l.kind == "notice-served").unwrap();
        let path = link_in(&letter.text, "/links/");
        let mut client = self.stranger();
        client.get(&path).await;
        let opened = client.post(&path, &[]).await;
        assert_eq!(opened.status, 303, "{}", opened.text());
        client
    }
}

/// The path of the first link in a letter that holds `part`.
pub fn link_in(text: &str, part: &str) -> String {
    let link = text
        .split_whitespace()
        .find(|word| word.contains(part))
        .unwrap_or_else(|| panic!("no link {part} in {text}"));
    link.split_once("8080")
        .unwrap()
        .1
        .trim_end_matches(['.', ',', ')'])
        .to_owned()
}
