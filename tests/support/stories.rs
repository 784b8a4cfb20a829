//! Builders of cases: only the facts that matter to a test are written there.

use super::client::Client;
use super::{Person, World};
use jiff::civil::Date;
use redress::domain::Role;
use redress::domain::acts::{Act, Receipt, Refusal};
use redress::domain::cases::CaseFile;
use redress::domain::complaints::{self, Complaint, Problem, Remedy};
use redress::domain::evidence::FileRef;
use redress::domain::ids::{CaseId, OrganisationId};
use redress::domain::money::Money;
use redress::domain::notices::{
    self, Declaration, MeasureAction, NewListing, NewSeller, Notice, NoticePaper, Right, RightKind,
    StatementOfReasons,
};
use redress::domain::parties::{self, Actor, MandateScope, Party, Via};
use redress::domain::procedures::DecisionPart;
use redress::services::acts::{self, ActError};
use redress::services::filing::{self, Filed, Filing};
use redress::storage::cases;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A seller who is only known by an address.
pub const SELLER_MAIL: &str = "seller@shop.example";

impl World {
    /// The declarations of a document of a pack.
    pub fn declared(&self, pack: &str, document: &str) -> Vec<Declaration> {
        let pack = self.app.pack(pack).unwrap();
        let Some(document) = pack.document(document) else {
            return Vec::new();
        };
        pack.attestations_of(document)
            .map(|a| Declaration {
                id: a.id.clone(),
                version: a.version.to_string(),
                language: "en".into(),
                text: a.text("en").into(),
                given_at: self.app.now(),
            })
            .collect()
    }

    /// A party with an account.
    pub fn party(&self, role: Role, person: &Person) -> Party {
        Party {
            no: 0,
            role,
            name: person.name.clone(),
            email: person.email.clone(),
            country: "DE".into(),
            language: "en".into(),
            zone: "UTC".into(),
            account: Some(person.id),
            organisation: None,
            address: String::new(),
        }
    }

    /// A notice about some listings of one seller, as it is filed.
    pub fn notice(
        &self,
        pack: &str,
        claimant: &Person,
        market: OrganisationId,
        items: &[&str],
        seller: Option<&Person>,
    ) -> notices::Filing {
        let market_party = Party {
            organisation: Some(market),
            account: None,
            email: String::new(),
            name: "Harbour Market".into(),
            ..self.party(Role::Marketplace, claimant)
        };
        let seller = match seller {
            Some(person) => NewSeller {
                name: person.name.clone(),
                email: person.email.clone(),
                country: "CN".into(),
                language: "en".into(),
                zone: "UTC".into(),
                account: Some(person.id),
            },
            None => NewSeller {
                name: "Yunhe Home".into(),
                email: SELLER_MAIL.into(),
                country: "CN".into(),
                language: "zh-Hans".into(),
                zone: "Asia/Shanghai".into(),
                account: None,
            },
        };
        notices::Filing {
            pack: pack.into(),
            language: "en".into(),
            claimant: self.party(Role::Claimant, claimant),
            notice: Notice {
                right: Right {
                    kind: RightKind::TradeMark,
                    number: "018 234 567".into(),
                    territory: "EU".into(),
                    owner: claimant.name.clone(),
                    proof: vec![paper()],
                },
                statement: "They use our mark HALO on lamps. 他们使用了我们的商标。".into(),
                asked: MeasureAction::Remove,
                declarations: self.declared(pack, "notice"),
                capacity: "owner".into(),
                papers: ["identity_proof", "proof"]
                    .map(|field| NoticePaper {
                        field: field.into(),
                        file: paper(),
                    })
                    .into(),
            },
            sellers: vec![seller.clone()],
            marketplaces: vec![market_party],
            listings: items
                .iter()
                .map(|item| NewListing {
                    marketplace: Some(market),
                    marketplace_name: "Harbour Market".into(),
                    url: format!("https://harbour.example/item/{item}"),
                    item: (*item).into(),
                    title: format!("Lamp {item}"),
                    seller: seller.name.clone(),
                    wrong: "Uses our mark".into(),
                })
                .collect(),
            exhibits: vec![],
        }
    }

    /// Files a notice.
    pub async fn files(&self, person: &Person, filing: notices::Filing) -> Result<Filed, Refusal> {
        refusal(
            filing::file(
                &self.app,
                Filing::Notice(Box::new(filing)),
                &filer(person),
                None,
            )
            .await,
        )
    }

    /// Files a complaint about a seller who is only known by address, or has an account.
    pub async fn complains(&self, person: &Person, seller: Option<&Person>) -> Filed {
        let seller = match seller {
            Some(person) => NewSeller {
                name: person.name.clone(),
                email: person.email.clone(),
                country: "CN".into(),
                language: "en".into(),
                zone: "UTC".into(),
                account: Some(person.id),
            },
            None => NewSeller {
                name: "Yunhe Home".into(),
                email: SELLER_MAIL.into(),
                country: "CN".into(),
                language: "en".into(),
                zone: "Asia/Shanghai".into(),
                account: None,
            },
        };
        let filing = complaints::Filing {
            pack: "consumer-odr".into(),
            language: "en".into(),
            claimant: self.party(Role::Claimant, person),
            seller,
            marketplaces: vec![],
            complaint: Complaint {
                order_reference: "HM-1".into(),
                marketplace_name: "Harbour Market".into(),
                goods: "Kettle".into(),
                ordered_on: None,
                problem: Problem::Unsafe,
                statement: "It gives shocks.".into(),
                tried: "I wrote twice.".into(),
                remedy: Remedy::Refund,
                amount: Some(Money {
                    minor: 9_000,
                    currency: "USD".into(),
                }),
                declarations: self.declared("consumer-odr", "complaint"),
                missing: None,
                completions: vec![],
            },
            exhibits: vec![],
        };
        filing::file(
            &self.app,
            Filing::Complaint(Box::new(filing)),
            &filer(person),
            None,
        )
        .await
        .unwrap()
    }

    /// A complaint that the seller answered: offers can be made.
    pub async fn in_talks(
        &self,
        manager: &Person,
        consumer: &Person,
        seller: Option<&Person>,
    ) -> Filed {
        let filed = self.complains(consumer, seller).await;
        let accept = Act::Complaint(complaints::Act::ScreenAccept);
        self.acts(filed.case, manager, accept).await.unwrap();
        let answer = Act::Complaint(complaints::Act::Respond {
            position: notices::Position::Part,
            statement: "We can replace it.".into(),
            declarations: self.declared("consumer-odr", "response"),
        });
        self.acts_by_letter(filed.case, Role::Respondent, answer)
            .await
            .unwrap();
        filed
    }

    /// Somebody with an account represents a party; gives the lawyer's browser.
    pub async fn joins(
        &self,
        case: CaseId,
        party: &Person,
        lawyer: &Person,
        scope: MandateScope,
        until: Option<Date>,
    ) -> Client {
        let act = Act::Party(parties::Act::Invite {
            name: lawyer.name.clone(),
            email: lawyer.email.clone(),
            scope,
            until,
            authority: None,
        });
        self.acts(case, party, act).await.unwrap();
        let link = self.link_of(&lawyer.email, "invitation").await;
        let mut client = self.signed_in(lawyer).await;
        client.get(&link).await;
        let joined = client.post(&link, &[("do", "join")]).await;
        assert_eq!(joined.status, 303, "{}", joined.text());
        client
    }

    /// The case that has a number.
    pub async fn case_of(&self, number: &str) -> Option<CaseId> {
        let number = number.to_owned();
        self.app
            .store
            .read(move |tx| cases::find_by_number(tx, &number))
            .await
            .unwrap()
            .map(|row| row.id)
    }

    /// A browser that came by the link of the newest letter of a kind to an address.
    pub async fn by_letter(&self, email: &str, kind: &str) -> Client {
        let link = self.link_of(email, kind).await;
        let mut client = self.stranger();
        client.get(&link).await;
        let opened = client.post(&link, &[("do", "open")]).await;
        assert_eq!(opened.status, 303, "{}", opened.text());
        client
    }

    /// The path of the secret link in the newest letter of a kind to an address.
    pub async fn link_of(&self, email: &str, kind: &str) -> String {
        let letters = self.letters_to(email).await;
        let kinds: Vec<_> = letters.iter().map(|letter| letter.kind.clone()).collect();
        let letter = letters.iter().rev().find(|letter| letter.kind == kind);
        let letter = letter.unwrap_or_else(|| panic!("no {kind} among {kinds:?}"));
        let secret = |word: &&str| {
            ["/links/", "/confirm-complaint/", "/confirm-notice/"]
                .iter()
                .any(|start| word.contains(start))
        };
        let link = letter.text.split_whitespace().find(secret).unwrap();
        let (_, path) = link.split_once("8080").unwrap();
        path.trim_end_matches(['.', ',', ')']).to_owned()
    }

    /// The kinds of the letters to an address so far.
    pub async fn kinds_to(&self, email: &str) -> Vec<String> {
        let letters = self.letters_to(email).await;
        letters.into_iter().map(|letter| letter.kind).collect()
    }

    /// Somebody acts in a case.
    pub async fn acts(&self, case: CaseId, person: &Person, act: Act) -> Result<Receipt, Refusal> {
        let actor = self.seat(case, person).await;
        refusal(acts::perform(&self.app, case, None, &actor, act).await)
    }

    /// The party of a role acts without an account, as by the link in its letter.
    pub async fn acts_by_letter(
        &self,
        case: CaseId,
        role: Role,
        act: Act,
    ) -> Result<Receipt, Refusal> {
        let file = self.file(case).await;
        let party = file.parties_of(role).next().unwrap();
        let actor = Actor {
            role,
            party: Some(party.no),
            account: None,
            name: party.name.clone(),
            mandate: None,
            via: Via::Page,
        };
        refusal(acts::perform(&self.app, case, None, &actor, act).await)
    }

    /// The case as it stands.
    pub async fn file(&self, case: CaseId) -> CaseFile {
        self.app
            .store
            .read(move |tx| acts::load(tx, case))
            .await
            .unwrap()
    }

    /// Lets everything lapse whose time ends with a clock of the case.
    pub async fn passes(&self, case: CaseId, rule: &str) {
        let file = self.file(case).await;
        let due = file
            .running_clocks()
            .into_iter()
            .find(|c| c.rule == rule)
            .unwrap_or_else(|| panic!("no clock {rule} runs"))
            .due_at;
        self.until(due + jiff::SignedDuration::from_secs(1));
        self.work().await;
    }
}

/// The bytes of [`paper`], which every world has stored.
pub const PAPER: &[u8] = b"%PDF-1.7 a paper";

/// A paper that a law asks for.
pub fn paper() -> FileRef {
    FileRef {
        digest: hex::encode(Sha256::digest(PAPER)),
        size_bytes: PAPER.len() as u64,
        media_type: "application/pdf".into(),
        name: "paper.pdf".into(),
    }
}

/// The officer's act on listings, already carried out.
pub fn measure(listings: &[u32], action: MeasureAction) -> Act {
    let reasons = StatementOfReasons {
        ground: "Terms, section 4".into(),
        facts: "The title uses the mark.".into(),
        territory: String::new(),
        automated: false,
    };
    Act::Notice(notices::Act::Measure {
        listings: listings.to_vec(),
        action,
        reasons,
        carried_out: true,
    })
}

/// A counter-notice in a track.
pub fn counter(world: &World, pack: &str, track: u32) -> Act {
    Act::Notice(notices::Act::Counter {
        track,
        ground: "licence".into(),
        statement: "We have a licence from the brand.".into(),
        contact: "1 Trade Road, Shenzhen".into(),
        declarations: world.declared(pack, "counter"),
    })
}

fn filer(person: &Person) -> Actor {
    Actor {
        role: Role::Claimant,
        party: Some(1),
        account: Some(person.id),
        name: person.name.clone(),
        mandate: None,
        via: Via::Page,
    }
}

fn refusal<T>(result: Result<T, ActError>) -> Result<T, Refusal> {
    match result {
        Ok(value) => Ok(value),
        Err(ActError::Refused(refusal)) => Err(refusal),
        Err(ActError::Storage(error)) => panic!("{error:?}"),
    }
}

/// Every part that a procedure may ask a decision for.
pub fn parts() -> BTreeMap<DecisionPart, String> {
    let written = |part: &DecisionPart| (*part, format!("The {}.", part.as_str()));
    DecisionPart::ALL.iter().map(written).collect()
}
