//! The texts of the procedures that cases are pinned to.

use super::dialect::each;
use super::schema::packs;
use super::types::DbInstant;
use super::{ReadTx, StorageResult, WriteTx};
use crate::domain::procedures::Pack;
use diesel::prelude::*;
use jiff::Timestamp;

/// A procedure as it stood when the first case was filed under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackRow {
    /// SHA-256 of the text, hexadecimal
    pub digest: String,
    /// The pack's id
    pub id: String,
    /// Its version
    pub version: String,
    /// The file as it was read
    pub text: String,
    /// When the first case was filed under it
    pub added_at: Timestamp,
}

impl PackRow {
    /// The row of a pack that a case is pinned to from `at` on.
    pub fn of(pack: &Pack, at: Timestamp) -> Self {
        Self {
            digest: pack.digest().to_owned(),
            id: pack.id().to_owned(),
            version: pack.version().to_owned(),
            text: pack.text().to_owned(),
            added_at: at,
        }
    }
}

/// Keeps the text of a procedure; one that is kept already stays as it is.
pub fn keep(tx: &mut WriteTx<'_>, row: &PackRow) -> StorageResult<()> {
    each(
        diesel::insert_into(packs::table)
            .values((
                packs::digest.eq(&row.digest),
                packs::id.eq(&row.id),
                packs::version.eq(&row.version),
                packs::text.eq(&row.text),
                packs::added_at.eq(DbInstant(row.added_at)),
            ))
            .on_conflict_do_nothing(),
    )
    .execute(tx.connection())?;
    Ok(())
}

/// Every procedure that a case was ever filed under, oldest first.
pub fn list(tx: &mut ReadTx<'_>) -> StorageResult<Vec<PackRow>> {
    let rows: Vec<(String, String, String, String, Timestamp)> = packs::table
        .select((
            packs::digest,
            packs::id,
            packs::version,
            packs::text,
            packs::added_at,
        ))
        .order((packs::added_at, packs::digest))
        .load(tx.connection())?;
    Ok(rows
        .into_iter()
        .map(|(digest, id, version, text, added_at)| PackRow {
            digest,
            id,
            version,
            text,
            added_at,
        })
        .collect())
}
