//! What can go wrong in storage. Diesel's errors are translated here and nowhere else.

use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error as DieselError};

/// Shorthand for results of this layer.
pub type StorageResult<T> = Result<T, StorageError>;

/// A fault or an expected refusal of the database.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// No such row.
    #[error("not found")]
    NotFound,
    /// The row is no longer in the version or state the caller saw.
    #[error("changed by someone else in the meantime")]
    Stale,
    /// Too much is waiting already, or another program holds the database's lock.
    #[error("the database is too busy")]
    Busy,
    /// A second row with the same key.
    #[error("there is already such a {what}")]
    Unique {
        /// Table and columns, such as `accounts.email` or `case_people.case_id,no`.
        what: String,
    },
    /// A row that does not fit what the program can have written.
    #[error("the row {id} of {table} does not make sense in {column}")]
    Corrupt {
        /// Table of the row.
        table: &'static str,
        /// Column that does not fit.
        column: &'static str,
        /// Key of the row, readable.
        id: String,
    },
    /// The disk under the database is full; nothing of the transaction was kept.
    #[error("the disk of the database is full")]
    Full,
    /// The database takes no writes: a read transaction, a read-only file, a standby server.
    #[error("the database is read-only")]
    ReadOnly,
    /// The connection was lost.
    #[error("the connection to the database was lost")]
    Lost,
    /// PostgreSQL asks to run the transaction again; only seen when that was done in vain.
    #[error("too many others changed the same rows")]
    Contended,
    /// Anything else the database says.
    #[error("the database refused a statement")]
    Database(#[source] DieselError),
    /// No connection could be opened.
    #[error("cannot open the database")]
    Connect(#[source] diesel::ConnectionError),
    /// A panic in a closure, a failed migration, a thread that ended.
    #[error("{0}")]
    Other(String),
}

impl StorageError {
    /// Says that a column of a row holds something the program cannot have written.
    pub fn corrupt(table: &'static str, column: &'static str, id: impl ToString) -> Self {
        Self::Corrupt {
            table,
            column,
            id: id.to_string(),
        }
    }

    /// Whether this is a second row with the same `what` (see [`StorageError::Unique`]).
    pub fn is_duplicate_of(&self, key: &str) -> bool {
        matches!(self, Self::Unique { what } if what == key)
    }
}

impl From<diesel::ConnectionError> for StorageError {
    fn from(error: diesel::ConnectionError) -> Self {
        Self::Connect(error)
    }
}

impl From<DieselError> for StorageError {
    fn from(error: DieselError) -> Self {
        let (kind, information) = match &error {
            DieselError::NotFound => return Self::NotFound,
            DieselError::DatabaseError(kind, information) => (kind, information),
            // A broken transaction manager means that the connection went away inside a transaction.
            DieselError::BrokenTransactionManager => return Self::Lost,
            _ => return Self::Database(error),
        };
        match kind {
            DatabaseErrorKind::UniqueViolation => Self::Unique {
                what: violated_key(information.as_ref()),
            },
            DatabaseErrorKind::SerializationFailure => Self::Contended,
            DatabaseErrorKind::ReadOnlyTransaction => Self::ReadOnly,
            DatabaseErrorKind::ClosedConnection => Self::Lost,
            _ => from_message(information.message()).unwrap_or(Self::Database(error)),
        }
    }
}

/// Diesel passes on no error code for these, so the message has to do.
fn from_message(message: &str) -> Option<StorageError> {
    let says = |text: &str| message.contains(text);
    if says("database or disk is full") || says("No space left on device") {
        Some(StorageError::Full)
    } else if says("attempt to write a readonly database") {
        Some(StorageError::ReadOnly)
    } else if says("database is locked") || says("database table is locked") {
        Some(StorageError::Busy)
    } else if says("deadlock detected") || says("could not serialize access") {
        Some(StorageError::Contended)
    } else {
        None
    }
}

/// `table.column,column` of a unique violation, the same on both databases: PostgreSQL names the table and
/// says `Key (column, column)=(…)`, SQLite says `UNIQUE constraint failed: table.column, table.column`.
fn violated_key(information: &(dyn DatabaseErrorInformation + Send + Sync)) -> String {
    if let Some(table) = information.table_name() {
        let columns = information
            .details()
            .and_then(|details| details.split_once('('))
            .and_then(|(_, rest)| rest.split_once(")="))
            .map(|(columns, _)| columns.replace(", ", ","));
        return match columns {
            Some(columns) => format!("{table}.{columns}"),
            None => table.to_owned(),
        };
    }
    let message = information.message();
    let Some((_, columns)) = message.split_once("UNIQUE constraint failed: ") else {
        return message.to_owned();
    };
    let mut key = String::new();
    for column in columns.split(", ") {
        if key.is_empty() {
            key.push_str(column);
        } else {
            key.push(',');
            key.push_str(column.split_once('.').map_or(column, |(_, name)| name));
        }
    }
    key
}
