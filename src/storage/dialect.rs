//! The few honest differences between the two databases that a query has to know.

use super::connection::{DbConn, MultiBackend};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sqlite::Sqlite;

/// A statement that each database can run by itself, made to run on either connection. Lifts the derive's limit
/// that `ON CONFLICT` is unknown there, without writing the statement twice.
#[derive(Debug, Clone, Copy)]
pub(in crate::storage) struct Each<T>(T);

/// Wraps a statement in [`Each`].
pub(in crate::storage) fn each<T>(statement: T) -> Each<T> {
    Each(statement)
}

impl<T> QueryFragment<MultiBackend> for Each<T>
where
    T: QueryFragment<Pg> + QueryFragment<Sqlite>,
{
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(&self.0, pass)
    }
}

impl<T: QueryId> QueryId for Each<T> {
    type QueryId = T::QueryId;
    const HAS_STATIC_QUERY_ID: bool = T::HAS_STATIC_QUERY_ID;
}

impl<T: Query> Query for Each<T> {
    type SqlType = T::SqlType;
}

impl<T> RunQueryDsl<DbConn> for Each<T> {}

/// A statement with a few words at its end that only PostgreSQL gets, such as ` FOR UPDATE SKIP LOCKED`; for use
/// in [`each`].
#[derive(Debug, Clone, Copy)]
pub(in crate::storage) struct PgSuffix<T>(pub T, pub &'static str);

impl<T: QueryFragment<Pg>> QueryFragment<Pg> for PgSuffix<T> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.walk_ast(pass.reborrow())?;
        pass.push_sql(self.1);
        Ok(())
    }
}

impl<T: QueryFragment<Sqlite>> QueryFragment<Sqlite> for PgSuffix<T> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.0.walk_ast(pass)
    }
}

impl<T> QueryId for PgSuffix<T> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<T: Query> Query for PgSuffix<T> {
    type SqlType = T::SqlType;
}

/// Writes an expression once and compiles it for each connection: for inserts of many rows, which the derive
/// does not know either. `on_both!(tx.connection(), c => insert_into(t).values(rows).execute(c))`
macro_rules! on_both {
    ($connection:expr, $name:ident => $body:expr) => {
        match $connection {
            $crate::storage::connection::DbConn::Postgres($name) => $body,
            $crate::storage::connection::DbConn::Sqlite($name) => $body,
        }
    };
}
pub(in crate::storage) use on_both;
