//! Failed attempts by key (an address, a network), counted across nodes to slow down guessing.

use crate::storage::dialect::each;
use crate::storage::schema::attempts;
use crate::storage::types::DbInstant;
use crate::storage::{ReadTx, StorageResult, WriteTx};
use diesel::prelude::*;
use jiff::Timestamp;

/// Notes an attempt; two of one key in the same microsecond count once.
pub fn insert(tx: &mut WriteTx<'_>, key: &str, at: Timestamp) -> StorageResult<()> {
    let values = (attempts::key.eq(key), attempts::at.eq(DbInstant(at)));
    each(
        diesel::insert_into(attempts::table)
            .values(values)
            .on_conflict_do_nothing(),
    )
    .execute(tx.connection())?;
    Ok(())
}

/// Attempts of a key since `since`.
pub fn count_since(tx: &mut ReadTx<'_>, key: &str, since: Timestamp) -> StorageResult<i64> {
    Ok(attempts::table
        .filter(attempts::key.eq(key))
        .filter(attempts::at.ge(DbInstant(since)))
        .count()
        .get_result(tx.connection())?)
}

/// Forgets the attempts of a key, after one that succeeded.
pub fn delete_of(tx: &mut WriteTx<'_>, key: &str) -> StorageResult<()> {
    diesel::delete(attempts::table.filter(attempts::key.eq(key))).execute(tx.connection())?;
    Ok(())
}

/// Removes attempts before `before`, and says how many.
pub fn delete_before(tx: &mut WriteTx<'_>, before: Timestamp) -> StorageResult<usize> {
    Ok(
        diesel::delete(attempts::table.filter(attempts::at.lt(DbInstant(before))))
            .execute(tx.connection())?,
    )
}
