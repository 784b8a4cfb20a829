//! What an arbitrator ticked as considered before signing.

use super::dialect::each;
use super::schema::considered;
use super::types::DbInstant;
use super::{ReadTx, StorageResult, WriteTx};
use crate::domain::ids::{AccountId, CaseId, ExhibitLabel};
use diesel::prelude::*;
use jiff::Timestamp;

/// The exhibits of a case that an account has ticked, by label.
pub fn list(
    tx: &mut ReadTx<'_>,
    case: CaseId,
    account: AccountId,
) -> StorageResult<Vec<ExhibitLabel>> {
    let labels: Vec<String> = considered::table
        .filter(considered::case_id.eq(case))
        .filter(considered::account_id.eq(account))
        .select(considered::exhibit)
        .order(considered::exhibit)
        .load(tx.connection())?;
    Ok(labels.into_iter().map(ExhibitLabel::from).collect())
}

/// Ticks an exhibit; one that is ticked stays as it is.
pub fn tick(
    tx: &mut WriteTx<'_>,
    case: CaseId,
    account: AccountId,
    exhibit: &ExhibitLabel,
    at: Timestamp,
) -> StorageResult<()> {
    each(
        diesel::insert_into(considered::table)
            .values((
                considered::case_id.eq(case),
                considered::account_id.eq(account),
                considered::exhibit.eq(exhibit.as_str()),
                considered::ticked_at.eq(DbInstant(at)),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.connection())?;
    Ok(())
}

/// Takes a tick back; without one nothing happens.
pub fn untick(
    tx: &mut WriteTx<'_>,
    case: CaseId,
    account: AccountId,
    exhibit: &ExhibitLabel,
) -> StorageResult<()> {
    diesel::delete(
        considered::table
            .filter(considered::case_id.eq(case))
            .filter(considered::account_id.eq(account))
            .filter(considered::exhibit.eq(exhibit.as_str())),
    )
    .execute(tx.connection())?;
    Ok(())
}
