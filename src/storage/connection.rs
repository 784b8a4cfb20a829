//! A connection to either database: opening it, bringing its tables up to date, the transactions it offers.

use super::error::{StorageError, StorageResult};
use super::transaction::ReadTx;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

/// A connection to SQLite or PostgreSQL. Never call its `establish`: the derive tries one variant after the
/// other, so with PostgreSQL down it would make a SQLite *file* named like the URL.
#[derive(diesel::MultiConnection)]
pub(in crate::storage) enum DbConn {
    /// PostgreSQL, or a database that speaks its protocol.
    Postgres(PgConnection),
    /// SQLite, the embedded default.
    Sqlite(SqliteConnection),
}

/// Which database a URL means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `postgres://…` or `postgresql://…`
    Postgres,
    /// `sqlite:path` or a plain path
    Sqlite,
}

impl Kind {
    /// Reads the kind off a database URL.
    pub fn of_url(url: &str) -> Self {
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            Self::Postgres
        } else {
            Self::Sqlite
        }
    }
}

/// How SQLite is run; PostgreSQL is configured by its URL and its server.
#[derive(Debug, Clone)]
pub(in crate::storage) struct SqliteSettings {
    pub synchronous: &'static str,
    pub cache_kib: u32,
    pub mmap_bytes: u64,
    pub busy_ms: u32,
}

/// What both migration folders hold, embedded in the program.
pub(in crate::storage) const SQLITE_MIGRATIONS: EmbeddedMigrations =
    embed_migrations!("migrations/sqlite");
/// See [`SQLITE_MIGRATIONS`].
pub(in crate::storage) const POSTGRES_MIGRATIONS: EmbeddedMigrations =
    embed_migrations!("migrations/postgres");

/// Nodes that start together take turns at migrating by this lock of PostgreSQL.
const MIGRATION_LOCK: i64 = 7_273_377_270;

/// How a transaction begins on PostgreSQL; SQLite's writes always begin `IMMEDIATE`, with its one write lock.
#[derive(Debug, Clone, Copy)]
pub(in crate::storage) enum Isolation {
    /// A snapshot without writes.
    Snapshot,
    /// Writes, as if transactions ran one after the other.
    Serializable,
    /// Writes to what one row stands for, which is updated in the same transaction: of two at once the later
    /// one runs again. Cheaper than serializable, which cannot tell neighbours on one page of an index apart.
    OfOneRow,
    /// Writes that lock their rows themselves.
    ReadCommitted,
    /// Single statements whose loss at a crash of the server harms nobody.
    Passing,
}

impl DbConn {
    /// Opens a connection.
    pub fn open(url: &str, settings: &SqliteSettings) -> StorageResult<Self> {
        match Kind::of_url(url) {
            Kind::Postgres => {
                let mut connection = PgConnection::establish(&with_timeout(url))?;
                connection.batch_execute(
                    "SET TIME ZONE 'UTC'; SET statement_timeout = '30s'; SET idle_in_transaction_session_timeout = '60s'",
                )?;
                Ok(Self::Postgres(connection))
            }
            Kind::Sqlite => {
                let mut connection =
                    SqliteConnection::establish(url.strip_prefix("sqlite:").unwrap_or(url))?;
                // The order matters: the time to wait for locks comes before the first statement that needs one.
                connection.batch_execute(&format!(
                    "PRAGMA busy_timeout={}; PRAGMA journal_mode=WAL; PRAGMA synchronous={}; PRAGMA foreign_keys=ON; \
                     PRAGMA cache_size=-{}; PRAGMA mmap_size={}; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;",
                    settings.busy_ms, settings.synchronous, settings.cache_kib, settings.mmap_bytes
                ))?;
                Ok(Self::Sqlite(connection))
            }
        }
    }

    /// Which database this is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Postgres(_) => Kind::Postgres,
            Self::Sqlite(_) => Kind::Sqlite,
        }
    }

    /// Refuses writes from now on; PostgreSQL refuses them by the kind of transaction.
    pub fn forbid_writes(&mut self) -> StorageResult<()> {
        if let Self::Sqlite(connection) = self {
            connection.batch_execute("PRAGMA query_only=ON")?;
        }
        Ok(())
    }

    /// Runs the migrations that are not in the database yet, and says how many.
    pub fn migrate(&mut self) -> StorageResult<usize> {
        match self {
            Self::Postgres(connection) => {
                connection.batch_execute(&format!("SELECT pg_advisory_lock({MIGRATION_LOCK})"))?;
                let applied = run_migrations(connection, POSTGRES_MIGRATIONS);
                connection
                    .batch_execute(&format!("SELECT pg_advisory_unlock({MIGRATION_LOCK})"))?;
                applied
            }
            Self::Sqlite(connection) => {
                // Rebuilding a table needs foreign keys off, and that only works outside a transaction.
                connection.batch_execute("PRAGMA foreign_keys=OFF")?;
                let applied = run_migrations(connection, SQLITE_MIGRATIONS);
                connection.batch_execute("PRAGMA foreign_keys=ON")?;
                applied
            }
        }
    }

    /// How many migrations are not in the database yet.
    pub fn pending_migrations(&mut self) -> StorageResult<usize> {
        let pending = match self {
            Self::Postgres(connection) => connection
                .pending_migrations(POSTGRES_MIGRATIONS)
                .map(|list| list.len()),
            Self::Sqlite(connection) => connection
                .pending_migrations(SQLITE_MIGRATIONS)
                .map(|list| list.len()),
        };
        pending
            .map_err(|error| StorageError::Other(format!("migrations cannot be listed: {error}")))
    }

    /// Levels of open transactions: 0 none, 1 a transaction, more are savepoints.
    pub fn depth(&mut self) -> u32 {
        let status = <Self as Connection>::TransactionManager::transaction_manager_status_mut(self);
        status
            .transaction_depth()
            .ok()
            .flatten()
            .map_or(0, |depth| depth.get())
    }

    /// Whether a new connection is needed: the server closed this one, or a transaction could not be ended.
    pub fn is_lost(&mut self) -> bool {
        use diesel::r2d2::R2D2Connection;
        <Self as Connection>::TransactionManager::is_broken_transaction_manager(self)
            || matches!(self, Self::Postgres(_)) && self.is_broken()
    }

    /// Begins a transaction.
    pub fn begin(&mut self, isolation: Isolation) -> StorageResult<()> {
        match self {
            Self::Postgres(connection) => AnsiTransactionManager::begin_transaction_sql(
                connection,
                match isolation {
                    Isolation::Snapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                    Isolation::Serializable => "BEGIN ISOLATION LEVEL SERIALIZABLE",
                    Isolation::OfOneRow => "BEGIN ISOLATION LEVEL REPEATABLE READ",
                    Isolation::ReadCommitted => "BEGIN ISOLATION LEVEL READ COMMITTED",
                    Isolation::Passing => {
                        "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit TO OFF"
                    }
                },
            )?,
            Self::Sqlite(connection) => AnsiTransactionManager::begin_transaction_sql(
                connection,
                match isolation {
                    Isolation::Snapshot => "BEGIN DEFERRED",
                    Isolation::Serializable
                    | Isolation::OfOneRow
                    | Isolation::ReadCommitted
                    | Isolation::Passing => "BEGIN IMMEDIATE",
                },
            )?,
        }
        Ok(())
    }

    /// Commits the transaction or releases the savepoint.
    pub fn commit(&mut self) -> StorageResult<()> {
        Ok(<Self as Connection>::TransactionManager::commit_transaction(self)?)
    }

    /// Rolls back until `depth` levels are left open.
    pub fn roll_back_to(&mut self, depth: u32) {
        while self.depth() > depth {
            if <Self as Connection>::TransactionManager::rollback_transaction(self).is_err() {
                break;
            }
        }
    }

    /// Sees the connection as a transaction that may read.
    pub fn as_read(&mut self) -> ReadTx<'_> {
        ReadTx::new(self)
    }
}

/// A server that does not answer must not hold a thread for the minutes the network would wait.
fn with_timeout(url: &str) -> String {
    if url.contains("connect_timeout=") {
        return url.to_owned();
    }
    format!(
        "{url}{}connect_timeout=10",
        if url.contains('?') { '&' } else { '?' }
    )
}

fn run_migrations<C, DB>(connection: &mut C, migrations: EmbeddedMigrations) -> StorageResult<usize>
where
    C: MigrationHarness<DB>,
    DB: diesel::backend::Backend,
{
    match connection.run_pending_migrations(migrations) {
        Ok(applied) => Ok(applied.len()),
        Err(error) => Err(StorageError::Other(format!("a migration failed: {error}"))),
    }
}
