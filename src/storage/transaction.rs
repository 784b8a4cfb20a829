//! What a closure gets to work with: a transaction that may read, or one that may also write.

use super::connection::{DbConn, Kind};
use super::error::{StorageError, StorageResult};
use diesel::Connection;
use std::ops::{Deref, DerefMut};

/// A transaction that reads one snapshot. Its connection is only for this module's own functions.
pub struct ReadTx<'a> {
    connection: &'a mut DbConn,
}

impl<'a> ReadTx<'a> {
    pub(in crate::storage) fn new(connection: &'a mut DbConn) -> Self {
        Self { connection }
    }

    pub(in crate::storage) fn connection(&mut self) -> &mut DbConn {
        self.connection
    }

    /// Which database this runs on.
    pub(in crate::storage) fn kind(&self) -> Kind {
        self.connection.kind()
    }
}

/// A transaction that may write. It may run twice, so it must have no effect but on the database.
pub struct WriteTx<'a> {
    read: ReadTx<'a>,
}

impl<'a> WriteTx<'a> {
    pub(in crate::storage) fn new(connection: &'a mut DbConn) -> Self {
        Self {
            read: ReadTx::new(connection),
        }
    }

    /// Runs a part that may fail by itself: what it wrote is undone and the transaction goes on. Needed where a
    /// violation is expected, since PostgreSQL otherwise gives up the whole transaction.
    pub fn savepoint<T>(
        &mut self,
        part: impl FnOnce(&mut WriteTx<'_>) -> StorageResult<T>,
    ) -> StorageResult<T> {
        self.connection()
            .transaction::<T, StorageError, _>(|connection| part(&mut WriteTx::new(connection)))
    }
}

impl<'a> Deref for WriteTx<'a> {
    type Target = ReadTx<'a>;
    fn deref(&self) -> &Self::Target {
        &self.read
    }
}

impl DerefMut for WriteTx<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.read
    }
}
