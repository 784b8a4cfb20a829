//! The only place with SQL. One query text for SQLite and PostgreSQL; `dialect` and `search` know the differences.
//!
//! [`Store`] runs synchronous closures on the database's own threads: one request, one transaction. Functions of
//! the features take the transaction first: those that read a [`ReadTx`], those that write a [`WriteTx`].

pub mod accounts;
pub mod api;
pub mod cases;
mod connection;
pub mod considered;
mod dialect;
pub mod docket;
pub mod drafts;
mod error;
pub mod exports;
pub mod log;
pub mod packs;
pub mod procedures;
pub mod queue;
pub mod roster;
mod schema;
pub mod search;
pub mod sessions;
pub mod settings;
mod store;
mod threads;
mod transaction;
mod types;

#[cfg(test)]
mod tests;

pub use connection::Kind;
pub use error::{StorageError, StorageResult};
pub use store::{Options, Store, Synchronous};
pub use transaction::{ReadTx, WriteTx};
pub use types::ExactJson;
