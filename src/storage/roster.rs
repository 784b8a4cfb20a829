//! Arbitrators: what they know, where they come from, how many cases they take and have.

use super::connection::MultiBackend;
use super::dialect::each;
use super::schema::{accounts, case_appointments, cases, roster};
use super::types::row;
use super::{ReadTx, StorageResult, WriteTx};
use crate::domain::ids::AccountId;
use diesel::prelude::*;
use diesel::upsert::excluded;
use jiff::civil::Date;
use serde_json::Value;
use std::collections::HashMap;

row! {
    roster:
    /// An arbitrator's entry.
    pub struct RosterRow {
        /// Whose.
        pub account_id: AccountId,
        /// Language tags: an array of words.
        pub languages: Value,
        /// Fields of law: an array of words.
        pub fields: Value,
        /// Countries whose law they know: an array of ISO 3166 codes.
        pub countries: Value,
        /// ISO 3166 code.
        pub nationality: String,
        /// Cases they take at the same time.
        pub capacity: u32,
        /// From when they take new cases.
        pub available_from: Option<Date>,
        /// Who they are, in a few sentences.
        pub biography: String,
        /// Fee for a case, in minor units.
        pub fee_minor: i64,
        /// ISO 4217 code.
        pub fee_currency: String,
        /// Whether they are proposed at all.
        pub active: bool,}
}

/// An arbitrator with name and load.
#[derive(Debug, Clone, PartialEq)]
pub struct Arbitrator {
    /// The entry.
    pub entry: RosterRow,
    /// The person's name.
    pub name: String,
    /// The person's address.
    pub email: String,
    /// Appointments in the states that were asked for.
    pub load: i64,
}

/// Writes an arbitrator's entry, new or changed.
pub fn put(tx: &mut WriteTx<'_>, row: &RosterRow) -> StorageResult<()> {
    each(
        diesel::insert_into(roster::table)
            .values(row)
            .on_conflict(roster::account_id)
            .do_update()
            .set((
                roster::languages.eq(excluded(roster::languages)),
                roster::fields.eq(excluded(roster::fields)),
                roster::countries.eq(excluded(roster::countries)),
                roster::nationality.eq(excluded(roster::nationality)),
                roster::capacity.eq(excluded(roster::capacity)),
                roster::available_from.eq(excluded(roster::available_from)),
                roster::biography.eq(excluded(roster::biography)),
                roster::fee_minor.eq(excluded(roster::fee_minor)),
                roster::fee_currency.eq(excluded(roster::fee_currency)),
                roster::active.eq(excluded(roster::active)),
            )),
    )
    .execute(tx.connection())?;
    Ok(())
}

/// The entry of an account, if it has one.
pub fn find(tx: &mut ReadTx<'_>, account: AccountId) -> StorageResult<Option<RosterRow>> {
    Ok(roster::table
        .find(account)
        .select(RosterRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Arbitrators by name, active ones or all; their load counts appointments in one of `load_states`.
pub fn list(
    tx: &mut ReadTx<'_>,
    only_active: bool,
    load_states: &[&str],
    limit: i64,
) -> StorageResult<Vec<Arbitrator>> {
    let mut query = roster::table
        .inner_join(accounts::table)
        .select((RosterRow::as_select(), accounts::name, accounts::email))
        .into_boxed::<MultiBackend>();
    if only_active {
        query = query
            .filter(roster::active.eq(true))
            .filter(accounts::disabled_at.is_null());
    }
    let rows: Vec<(RosterRow, String, String)> = query
        .order((accounts::name, accounts::id))
        .limit(limit)
        .load(tx.connection())?;
    let loads = loads(tx, load_states)?;
    Ok(rows
        .into_iter()
        .map(|(entry, name, email)| {
            let load = loads.get(&entry.account_id).copied().unwrap_or(0);
            Arbitrator {
                entry,
                name,
                email,
                load,
            }
        })
        .collect())
}

/// Appointments in one of `states` in cases that are open, by arbitrator.
pub fn loads(tx: &mut ReadTx<'_>, states: &[&str]) -> StorageResult<HashMap<AccountId, i64>> {
    let counted: Vec<(AccountId, i64)> = case_appointments::table
        .filter(case_appointments::state.eq_any(states))
        .filter(
            case_appointments::case_id.eq_any(
                cases::table
                    .filter(cases::closed_at.is_null())
                    .select(cases::id),
            ),
        )
        .group_by(case_appointments::account_id)
        .select((case_appointments::account_id, diesel::dsl::count_star()))
        .load(tx.connection())?;
    Ok(counted.into_iter().collect())
}
