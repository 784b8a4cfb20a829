//! The people and organisations of the demonstration. All of them are invented.

use crate::domain::ids::{AccountId, OrganisationId};
use crate::startup::App;
use crate::storage::accounts::{
    self, AccountRow, MembershipRow, OrganisationKind, OrganisationRow, StaffRole,
};
use crate::storage::roster::{self, RosterRow};
use crate::storage::{StorageResult, WriteTx};
use serde_json::json;
use std::collections::HashMap;
use std::sync::Arc;

/// Somebody with an account.
pub struct Person {
    /// Key in the stories
    pub key: &'static str,
    /// Name
    pub name: &'static str,
    /// Country
    pub country: &'static str,
    /// Language of pages and letters
    pub locale: &'static str,
    /// Zone
    pub zone: &'static str,
    /// Organisation, by key
    pub at: &'static str,
    /// What the list of doors calls them; empty for people without a door of their own
    pub role: &'static str,
}

const fn person(
    key: &'static str,
    name: &'static str,
    country: &'static str,
    locale: &'static str,
    zone: &'static str,
    at: &'static str,
    role: &'static str,
) -> Person {
    Person {
        key,
        name,
        country,
        locale,
        zone,
        at,
        role,
    }
}

/// Organisations: key, kind, name, country.
const ORGANISATIONS: &[(&str, OrganisationKind, &str, &str)] = &[
    (
        "harbour",
        OrganisationKind::Marketplace,
        "Harbour Market",
        "DE",
    ),
    ("lotus", OrganisationKind::Marketplace, "Lotus Mall", "SG"),
    (
        "weidner",
        OrganisationKind::LawFirm,
        "Weidner Okafor LLP",
        "DE",
    ),
    ("junheng", OrganisationKind::LawFirm, "君衡律师事务所", "CN"),
    (
        "chambers",
        OrganisationKind::LawFirm,
        "Quayside Chambers",
        "GB",
    ),
];

/// Everybody.
pub const PEOPLE: &[Person] = &[
    person(
        "admin",
        "Ada Lindqvist",
        "SE",
        "en",
        "Europe/Stockholm",
        "",
        "administrator",
    ),
    person(
        "lucia",
        "Lucía Ferrer",
        "ES",
        "en",
        "Europe/Madrid",
        "",
        "case_manager",
    ),
    person(
        "tomasz",
        "Tomasz Zieliński",
        "PL",
        "en",
        "Europe/Warsaw",
        "",
        "case_manager",
    ),
    person(
        "mara",
        "Mara Voss",
        "DE",
        "en",
        "Europe/Berlin",
        "harbour",
        "officer",
    ),
    person(
        "kenji",
        "Kenji Tan",
        "SG",
        "en",
        "Asia/Singapore",
        "lotus",
        "officer",
    ),
    person(
        "aurel",
        "Aurel & Finch Lighting GmbH",
        "DE",
        "en",
        "Europe/Berlin",
        "",
        "rights_holder",
    ),
    person(
        "oakline",
        "Oakline Rugs Ltd",
        "GB",
        "en",
        "Europe/London",
        "",
        "rights_holder",
    ),
    person(
        "pixel",
        "Pixelforge Studio",
        "US",
        "en",
        "America/Los_Angeles",
        "",
        "rights_holder",
    ),
    person(
        "serra",
        "Serra Cosmetici S.p.A.",
        "IT",
        "en",
        "Europe/Rome",
        "",
        "rights_holder",
    ),
    person(
        "jonas",
        "Jonas Weidner",
        "DE",
        "en",
        "Europe/Berlin",
        "weidner",
        "lawyer",
    ),
    person(
        "chen",
        "陈静",
        "CN",
        "zh-Hans",
        "Asia/Shanghai",
        "junheng",
        "lawyer",
    ),
    person(
        "yunhe",
        "深圳云禾家居贸易有限公司",
        "CN",
        "zh-Hans",
        "Asia/Shanghai",
        "",
        "seller",
    ),
    person(
        "bright",
        "Brightway Electronics",
        "VN",
        "en",
        "Asia/Ho_Chi_Minh",
        "",
        "seller",
    ),
    person(
        "lune",
        "Maison Lune",
        "FR",
        "en",
        "Europe/Paris",
        "",
        "seller",
    ),
    person(
        "kano",
        "Kano Crafts",
        "NG",
        "en",
        "Africa/Lagos",
        "",
        "seller",
    ),
    person(
        "anadolu",
        "Anadolu Tekstil",
        "TR",
        "en",
        "Europe/Istanbul",
        "",
        "seller",
    ),
    person(
        "duarte",
        "Mariana Duarte",
        "BR",
        "en",
        "America/Sao_Paulo",
        "",
        "consumer",
    ),
    person(
        "ngozi",
        "Ngozi Eze",
        "NG",
        "en",
        "Africa/Lagos",
        "",
        "consumer",
    ),
    person(
        "liwei",
        "李薇",
        "CN",
        "zh-Hans",
        "Asia/Shanghai",
        "",
        "consumer",
    ),
    person(
        "hannah",
        "Hannah Roth",
        "DE",
        "en",
        "Europe/Berlin",
        "",
        "consumer",
    ),
    person(
        "okonkwo",
        "Adaeze Okonkwo",
        "GB",
        "en",
        "Europe/London",
        "",
        "arbitrator",
    ),
    person(
        "moreau",
        "Camille Moreau",
        "FR",
        "en",
        "Europe/Paris",
        "",
        "arbitrator",
    ),
    person(
        "zhao",
        "赵明远",
        "CN",
        "zh-Hans",
        "Asia/Shanghai",
        "",
        "arbitrator",
    ),
    person(
        "rahman",
        "Farid Rahman",
        "MY",
        "en",
        "Asia/Kuala_Lumpur",
        "",
        "arbitrator",
    ),
    person(
        "silva",
        "Beatriz Silva",
        "PT",
        "en",
        "Europe/Lisbon",
        "",
        "arbitrator",
    ),
    person(
        "hart",
        "Eleanor Hart",
        "GB",
        "en",
        "Europe/London",
        "chambers",
        "arbitrator",
    ),
    person(
        "yilmaz",
        "Deniz Yılmaz",
        "TR",
        "en",
        "Europe/Istanbul",
        "",
        "arbitrator",
    ),
    person(
        "park",
        "Park Ji-won",
        "KR",
        "en",
        "Asia/Seoul",
        "",
        "arbitrator",
    ),
];

/// Ids by key.
#[derive(Clone, Default)]
pub struct Cast {
    /// Accounts
    pub accounts: HashMap<&'static str, AccountId>,
    /// Organisations
    pub organisations: HashMap<&'static str, OrganisationId>,
}

impl Cast {
    /// Somebody's account.
    pub fn account(&self, key: &str) -> Option<AccountId> {
        self.accounts.get(key).copied()
    }
}

/// The address of somebody in the cast.
pub fn email(key: &str) -> String {
    format!("{key}@demo.redress.example")
}

/// Somebody in the cast.
pub fn find(key: &str) -> Option<&'static Person> {
    PEOPLE.iter().find(|person| person.key == key)
}

/// Enters everybody. The ids are made before, because a transaction may run twice.
pub async fn enter(app: &Arc<App>) -> anyhow::Result<Cast> {
    let mut cast = Cast::default();
    for (key, ..) in ORGANISATIONS {
        cast.organisations.insert(key, OrganisationId(app.new_id()));
    }
    for person in PEOPLE {
        cast.accounts.insert(person.key, AccountId(app.new_id()));
    }
    let password = app
        .hashing
        .hash(crate::config::DEMO_PASSWORD, app.salt())
        .await?;
    let (held, entered) = (Arc::clone(app), cast.clone());
    app.store
        .write(move |tx| write(tx, &held, &entered, &password))
        .await?;
    Ok(cast)
}

fn write(tx: &mut WriteTx<'_>, app: &App, cast: &Cast, password: &str) -> StorageResult<()> {
    let now = app.now();
    for (key, kind, name, country) in ORGANISATIONS {
        let row = OrganisationRow {
            id: cast.organisations[key],
            kind: *kind,
            name: (*name).to_owned(),
            country: (*country).to_owned(),
            key: (*key).to_owned(),
            created_at: now,
        };
        accounts::insert_organisation(tx, &row)?;
    }
    for person in PEOPLE {
        let organisation_id = cast.organisations.get(person.at).copied();
        let row = AccountRow {
            id: cast.accounts[person.key],
            email: email(person.key),
            name: person.name.to_owned(),
            locale: person.locale.to_owned(),
            time_zone: person.zone.to_owned(),
            password_hash: Some(password.to_owned()),
            confirmed_at: Some(now),
            staff_role: match person.role {
                "administrator" => Some(StaffRole::Administrator),
                "case_manager" => Some(StaffRole::CaseManager),
                _ => None,
            },
            organisation_id,
            created_at: now,
            disabled_at: None,
            theme: None,
        };
        accounts::insert(tx, &row)?;
        if let Some(organisation_id) = organisation_id {
            let role = if person.role == "officer" {
                "officer"
            } else {
                "member"
            };
            accounts::insert_membership(
                tx,
                &MembershipRow {
                    organisation_id,
                    account_id: row.id,
                    role: role.to_owned(),
                    since_at: now,
                },
            )?;
        }
    }
    for (index, person) in PEOPLE.iter().filter(|p| p.role == "arbitrator").enumerate() {
        roster::put(tx, &arbitrator(cast.accounts[person.key], person, index))?;
    }
    Ok(())
}

fn arbitrator(account_id: AccountId, person: &Person, index: usize) -> RosterRow {
    let languages = match person.country {
        "CN" => json!(["zh-Hans", "en"]),
        "FR" => json!(["fr", "en"]),
        "PT" => json!(["pt", "en", "es"]),
        "TR" => json!(["tr", "en"]),
        _ => json!(["en"]),
    };
    let fields = match index % 4 {
        0 => json!(["trade-mark", "design"]),
        1 => json!(["consumer", "payment"]),
        2 => json!(["copyright", "patent"]),
        _ => json!(["consumer", "trade-mark"]),
    };
    RosterRow {
        account_id,
        languages,
        fields,
        countries: json!([person.country]),
        nationality: person.country.to_owned(),
        capacity: 4 + u32::try_from(index % 3).unwrap_or(0),
        available_from: None,
        biography: format!(
            "{} has decided disputes in electronic commerce for {} years.",
            person.name,
            6 + index
        ),
        fee_minor: 25_000 + 2_500 * i64::try_from(index).unwrap_or(0),
        fee_currency: "USD".to_owned(),
        active: true,
    }
}
