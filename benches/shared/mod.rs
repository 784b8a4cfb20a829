//! What the measurements have in common: a complaint, messages in it, lines of a table.

use jiff::Timestamp;
use redress::domain::Role;
use redress::domain::acts::Act;
use redress::domain::complaints::{self, Complaint, Problem, Remedy};
use redress::domain::ids::AccountId;
use redress::domain::messages::{self, Audience};
use redress::domain::money::Money;
use redress::domain::notices::{Declaration, NewSeller};
use redress::domain::parties::{Actor, Party, Via};
use redress::domain::procedures::Pack;
use std::time::Duration;
use uuid::Uuid;

fn party(role: Role, no: u32, account: u128) -> Party {
    Party {
        no,
        role,
        name: role.as_str().to_owned(),
        email: format!("{}@people.example", role.as_str()),
        country: "PT".into(),
        address: String::new(),
        language: "en".into(),
        zone: "UTC".into(),
        account: Some(AccountId(Uuid::from_u128(account))),
        organisation: None,
    }
}

fn person(party: &Party) -> Actor {
    Actor {
        role: party.role,
        name: party.name.clone(),
        account: party.account,
        party: Some(party.no),
        mandate: None,
        via: Via::Page,
    }
}

/// A complaint as it is filed, and whoever files it.
pub fn complaint(pack: &Pack, now: Timestamp) -> (complaints::Filing, Actor) {
    let claimant = party(Role::Claimant, 1, 1);
    let document = pack.document("complaint");
    let declared = document.map(|d| pack.attestations_of(d).collect::<Vec<_>>());
    let filing = complaints::Filing {
        pack: pack.id().to_owned(),
        language: "en".into(),
        claimant: claimant.clone(),
        seller: NewSeller {
            name: "Yunhe Home".into(),
            email: "seller@people.example".into(),
            country: "CN".into(),
            language: "en".into(),
            zone: "UTC".into(),
            account: None,
        },
        marketplaces: vec![],
        complaint: Complaint {
            order_reference: "HM-1".into(),
            marketplace_name: "Harbour Market".into(),
            goods: "Kettle".into(),
            ordered_on: None,
            problem: Problem::Unsafe,
            statement: "It gives shocks.".into(),
            tried: String::new(),
            remedy: Remedy::Refund,
            amount: Some(Money {
                minor: 9_000,
                currency: "USD".into(),
            }),
            declarations: declared
                .unwrap_or_default()
                .iter()
                .map(|a| Declaration {
                    id: a.id.clone(),
                    version: a.version.to_string(),
                    text: a.text("en").to_owned(),
                    language: "en".into(),
                    given_at: now,
                })
                .collect(),
            missing: None,
            completions: vec![],
        },
        exhibits: vec![],
    };
    let actor = person(&claimant);
    (filing, actor)
}

/// A message to the registry.
pub fn message(no: u64) -> Act {
    Act::Message(messages::Act::Send {
        audience: Audience::Registry,
        to_party: None,
        text: format!(
            "This is message {no}. The kettle still gives shocks, and nobody has answered."
        ),
    })
}

/// A line of the table: what was measured beside the ceiling of the same run.
pub fn line(what: &str, took: Duration, ceiling: &str, least: Duration) {
    let micros = |time: Duration| time.as_secs_f64() * 1e6;
    println!(
        "{what:<44} {:>9.1} us   {ceiling:<28} {:>9.1} us   {:>5.1} x",
        micros(took),
        micros(least),
        micros(took) / micros(least)
    );
}
