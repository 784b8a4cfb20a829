//! Rows with every column filled, told apart by a number.

use crate::domain::ids::{AccountId, CaseId, DraftId, LetterId, OrganisationId};
use crate::storage::accounts::{AccountRow, OrganisationKind, OrganisationRow, StaffRole};
use crate::storage::cases::clocks::{ClockRow, ClockState};
use crate::storage::cases::listings::ListingRow;
use crate::storage::cases::projections::PersonRow;
use crate::storage::cases::{CaseKind, CaseRow};
use crate::storage::docket::DocketRow;
use crate::storage::drafts::{DraftKind, DraftRow};
use crate::storage::queue::{LetterRow, LetterState};
use crate::storage::{ExactJson, StorageResult, WriteTx, accounts, cases};
use jiff::{Timestamp, ToSpan};
use serde_json::json;
use uuid::Uuid;

/// An id with an order: greater for a greater number.
pub fn uuid(n: u32) -> Uuid {
    Uuid::from_u128(u128::from(n) + (1 << 100))
}

/// Minute `n` of the samples' time.
pub fn minute(n: i64) -> Timestamp {
    Timestamp::from_microsecond(1_780_000_000_000_001).unwrap() + n.minutes()
}

pub fn case_id(n: u32) -> CaseId {
    CaseId(uuid(n))
}

pub fn account(n: u32) -> AccountRow {
    AccountRow {
        id: AccountId(uuid(n)),
        email: format!("person-{n}@example.org"),
        name: format!("Person {n} 王"),
        locale: "zh-Hans".to_owned(),
        time_zone: "Asia/Shanghai".to_owned(),
        password_hash: Some("$argon2id$…".to_owned()),
        confirmed_at: Some(minute(1)),
        staff_role: Some(StaffRole::CaseManager),
        organisation_id: None,
        created_at: minute(0),
        disabled_at: None,
        theme: Some("dark".to_owned()),
    }
}

pub fn organisation(n: u32) -> OrganisationRow {
    OrganisationRow {
        id: OrganisationId(uuid(n)),
        kind: OrganisationKind::Marketplace,
        name: format!("Market {n}"),
        country: "CN".to_owned(),
        key: format!("market-{n}"),
        created_at: minute(0),
    }
}

pub fn case(n: u32) -> CaseRow {
    CaseRow {
        id: case_id(n),
        number: format!("IP-2026-{n:06}"),
        kind: if n.is_multiple_of(2) {
            CaseKind::Complaint
        } else {
            CaseKind::Notice
        },
        pack_id: "us-dmca-512".to_owned(),
        pack_version: "1".to_owned(),
        pack_digest: "00".repeat(32),
        stage: "response".to_owned(),
        title: format!("Case {n}"),
        summary: "A lamp".to_owned(),
        claimant_name: "Anna".to_owned(),
        respondent_name: "王小明".to_owned(),
        language: "en".to_owned(),
        marketplace_id: None,
        filed_at: minute(i64::from(n)),
        updated_at: minute(i64::from(n)),
        closed_at: None,
        outcome: None,
        next_due_at: None,
        turn: Some("respondent".to_owned()),
        version: 1,
        state: ExactJson(format!(r#"{{"z":1,  "a":1.50,"n":{n}}}"#)),
    }
}

pub fn person(case: CaseId, no: u32) -> PersonRow {
    PersonRow {
        case_id: case,
        no,
        party_no: Some(1),
        role: "claimant".to_owned(),
        account_id: None,
        email: None,
        name: "Anna".to_owned(),
        organisation_id: None,
        from_at: minute(0),
        until_at: None,
    }
}

pub fn listing(case: CaseId, no: u32) -> ListingRow {
    ListingRow {
        case_id: case,
        no,
        track_no: 1,
        marketplace_id: None,
        url: format!("https://market.example/item/{no}"),
        item: no.to_string(),
        right_key: Some("trade_mark:us:1234567".to_owned()),
        title: "Lamp".to_owned(),
        seller: "seller".to_owned(),
        measure: "visible".to_owned(),
        ordered: Some("remove".to_owned()),
        order_due_at: None,
        updated_at: minute(0),
    }
}

pub fn clock(case: CaseId, no: u32, due: i64) -> ClockRow {
    ClockRow {
        case_id: case,
        no,
        track_no: Some(1),
        rule: "answer".to_owned(),
        role: "respondent".to_owned(),
        party_no: None,
        due_at: minute(due),
        state: ClockState::Running,
        remind_at: Some(minute(due - 5)),
    }
}

pub fn entry(case: CaseId, no: u32) -> DocketRow {
    DocketRow {
        case_id: case,
        no,
        at: minute(i64::from(no)),
        actor_role: "claimant".to_owned(),
        actor_name: "Anna".to_owned(),
        actor_account: Some(AccountId(uuid(9))),
        via: "page".to_owned(),
        act: "file".to_owned(),
        entry: ExactJson(r#"{"b":1, "a":[1.0,1e2]}"#.to_owned()),
        hash: "ab".repeat(32),
        previous: String::new(),
    }
}

pub fn letter(n: u32) -> LetterRow {
    LetterRow {
        id: LetterId(uuid(n)),
        case_id: None,
        entry_no: Some(1),
        kind: "filed".to_owned(),
        recipient_name: "Anna".to_owned(),
        recipient_email: "anna@example.org".to_owned(),
        account_id: None,
        party_no: None,
        locale: "en".to_owned(),
        data: json!({ "n": n }),
        subject: None,
        text_body: None,
        html_body: None,
        state: LetterState::Queued,
        attempts: 0,
        next_at: minute(i64::from(n)),
        leased_until: None,
        lease_owner: None,
        reply: None,
        created_at: minute(0),
        sent_at: None,
    }
}

pub fn draft(n: u32) -> DraftRow {
    DraftRow {
        id: DraftId(uuid(n)),
        session_hash: Some(vec![7; 32]),
        account_id: None,
        kind: DraftKind::Notice,
        case_id: None,
        track_no: Some(2),
        data: json!({ "step": 1 }),
        version: 1,
        updated_at: minute(0),
        expires_at: minute(100),
    }
}

/// Puts accounts 1 to 3, organisations 1 and 2 and cases 1 to `cases` into the database.
pub fn seed(tx: &mut WriteTx<'_>, cases: u32) -> StorageResult<()> {
    for n in 1..=2 {
        accounts::insert_organisation(tx, &organisation(n))?;
    }
    for n in 1..=3 {
        accounts::insert(tx, &account(n))?;
    }
    for n in 1..=cases {
        cases::insert(tx, &case(n))?;
    }
    Ok(())
}
