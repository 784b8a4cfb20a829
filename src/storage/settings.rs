//! Small facts of the installation that the program itself writes.

use super::dialect::each;
use super::schema::settings;
use super::types::DbJson;
use super::{ReadTx, StorageResult, WriteTx};
use diesel::prelude::*;
use diesel::upsert::excluded;
use serde_json::Value;

/// The value, if it was ever set.
pub fn find(tx: &mut ReadTx<'_>, name: &str) -> StorageResult<Option<Value>> {
    Ok(settings::table
        .find(name)
        .select(settings::value)
        .first(tx.connection())
        .optional()?)
}

/// Every value whose name begins so, by name.
pub fn list(tx: &mut ReadTx<'_>, begins: &str) -> StorageResult<Vec<(String, Value)>> {
    let all: Vec<(String, Value)> = settings::table
        .select((settings::name, settings::value))
        .order(settings::name)
        .load(tx.connection())?;
    Ok(all
        .into_iter()
        .filter(|(name, _)| name.starts_with(begins))
        .collect())
}

/// Sets the value, whatever it was.
pub fn put(tx: &mut WriteTx<'_>, name: &str, value: &Value) -> StorageResult<()> {
    each(
        diesel::insert_into(settings::table)
            .values((
                settings::name.eq(name),
                settings::value.eq(DbJson::of(value)),
            ))
            .on_conflict(settings::name)
            .do_update()
            .set(settings::value.eq(excluded(settings::value))),
    )
    .execute(tx.connection())?;
    Ok(())
}

/// Removes the value; one that was never set is no error.
pub fn delete(tx: &mut WriteTx<'_>, name: &str) -> StorageResult<()> {
    diesel::delete(settings::table.find(name)).execute(tx.connection())?;
    Ok(())
}
