//! The database's own threads, each with its own connection, fed by queues.
//!
//! SQLite has readers and one writer that commits whatever waits in one transaction (the fsync is what costs);
//! PostgreSQL has workers that do both. No work of a request ever blocks an async thread.

use super::connection::{DbConn, Isolation, SqliteSettings};
use super::error::{StorageError, StorageResult};
use super::transaction::{ReadTx, WriteTx};
use diesel::Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;
use tokio::sync::oneshot;

/// Runs of a write transaction before contention is reported to the caller.
const MOST_RUNS: u32 = 12;

/// Where the result of a job goes.
pub(in crate::storage) enum Reply<T> {
    /// An async caller, who may have gone away.
    Async(oneshot::Sender<T>),
    /// A caller that blocks its thread.
    Blocking(std::sync::mpsc::SyncSender<T>),
}

impl<T> Reply<T> {
    /// Whether nobody waits for the result any more.
    fn is_unwanted(&self) -> bool {
        matches!(self, Self::Async(sender) if sender.is_closed())
    }

    fn send(self, value: T) {
        // A caller that went away needs no answer.
        match self {
            Self::Async(sender) => drop(sender.send(value)),
            Self::Blocking(sender) => drop(sender.send(value)),
        }
    }
}

/// What a closure of a write transaction says: a value to commit, or a refusal that undoes what it wrote.
pub(in crate::storage) type Outcome<T, R> = StorageResult<Result<T, R>>;

/// A message to a thread that reads, or that does both on PostgreSQL.
pub(in crate::storage) enum Task {
    /// Something to do with the connection.
    Run(Box<dyn FnOnce(&mut Link) + Send>),
    /// The end.
    Stop,
}

/// A message to SQLite's writer.
pub(in crate::storage) enum WriteTask {
    /// A transaction, to be committed together with others.
    Run(Box<dyn BatchedWrite>),
    /// The end, after what came before.
    Stop,
}

/// A connection that is opened again when it was lost.
pub(in crate::storage) struct Link {
    url: String,
    settings: SqliteSettings,
    may_write: bool,
    connection: Option<DbConn>,
}

impl Link {
    /// Opens the first connection, so that a wrong URL shows at start.
    pub fn open(url: &str, settings: &SqliteSettings, may_write: bool) -> StorageResult<Self> {
        let mut link = Self {
            url: url.to_owned(),
            settings: settings.clone(),
            may_write,
            connection: None,
        };
        link.connected()?;
        Ok(link)
    }

    /// The connection, opened again if need be.
    pub fn connected(&mut self) -> StorageResult<&mut DbConn> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => {
                let mut connection = DbConn::open(&self.url, &self.settings)?;
                if !self.may_write {
                    connection.forbid_writes()?;
                }
                connection
            }
        };
        Ok(self.connection.insert(connection))
    }

    /// Begins a transaction; where the server closed the connection meanwhile, on a new one.
    fn begin(&mut self, isolation: Isolation) -> StorageResult<()> {
        match self.connected()?.begin(isolation) {
            Err(StorageError::Lost) => {
                self.connection = None;
                self.connected()?.begin(isolation)
            }
            result => result,
        }
    }

    /// Lets go of a connection that cannot be used any more.
    fn check(&mut self, lost: bool) {
        if lost || self.connection.as_mut().is_some_and(DbConn::is_lost) {
            self.connection = None;
        }
    }

    /// Runs `work` on one snapshot.
    pub fn read<T>(
        &mut self,
        work: impl FnOnce(&mut ReadTx<'_>) -> StorageResult<T>,
    ) -> StorageResult<T> {
        self.begin(Isolation::Snapshot)?;
        let connection = self.connected()?;
        let result = guarded(connection, |connection| {
            let value = work(&mut connection.as_read())?;
            connection.commit()?;
            Ok(value)
        });
        self.check(matches!(result, Err(StorageError::Lost)));
        result
    }

    /// Runs one statement without a transaction around it.
    pub fn get<T>(
        &mut self,
        work: impl Fn(&mut ReadTx<'_>) -> StorageResult<T>,
    ) -> StorageResult<T> {
        let mut result = guarded(self.connected()?, |connection| {
            work(&mut connection.as_read())
        });
        self.check(matches!(result, Err(StorageError::Lost)));
        if matches!(result, Err(StorageError::Lost)) {
            result = guarded(self.connected()?, |connection| {
                work(&mut connection.as_read())
            });
            self.check(matches!(result, Err(StorageError::Lost)));
        }
        result
    }

    /// Runs `work` in a write transaction: again when others changed the same rows, and once again on a new
    /// connection when this one was lost or leads to a server that takes no writes any more.
    pub fn write<T, R>(
        &mut self,
        isolation: Isolation,
        work: impl Fn(&mut WriteTx<'_>) -> Outcome<T, R>,
    ) -> Outcome<T, R> {
        let mut runs = 0;
        let mut reconnected = false;
        loop {
            runs += 1;
            let (result, at_commit) = self.write_once(isolation, &work);
            let lost = matches!(result, Err(StorageError::Lost | StorageError::ReadOnly));
            self.check(lost);
            match result {
                Err(StorageError::Contended) if runs < MOST_RUNS => {
                    // Whoever won is through by now, so the second run begins at once; after that longer
                    // each time, and not as long as the others, so that of those that collide one gets
                    // through.
                    let most = u64::from((runs - 1) * (runs - 1)) * 1_500;
                    let chance = std::time::UNIX_EPOCH
                        .elapsed()
                        .map_or(0, |since| u64::from(since.subsec_nanos()));
                    let wait = most / 3 + chance % (most * 2 / 3 + 1);
                    if wait > 0 {
                        std::thread::sleep(Duration::from_micros(wait));
                    }
                }
                // A commit that got no answer may have happened: running it again could do it twice.
                Err(_) if lost && !at_commit && !reconnected => reconnected = true,
                result => return result,
            }
        }
    }

    /// One run, and whether it came as far as the commit.
    fn write_once<T, R>(
        &mut self,
        isolation: Isolation,
        work: &impl Fn(&mut WriteTx<'_>) -> Outcome<T, R>,
    ) -> (Outcome<T, R>, bool) {
        let connection = match self.begin(isolation).and_then(|()| self.connected()) {
            Ok(connection) => connection,
            Err(error) => return (Err(error), false),
        };
        let mut at_commit = false;
        let result = guarded(connection, |connection| {
            let outcome = work(&mut WriteTx::new(connection))?;
            if outcome.is_ok() {
                at_commit = true;
                connection.commit()?;
            }
            Ok(outcome)
        });
        (result, at_commit)
    }
}

/// Runs `work` and closes what it left open. A panic must neither end the thread nor leave a level of transaction
/// open: a later commit would then only release a savepoint.
fn guarded<T>(
    connection: &mut DbConn,
    work: impl FnOnce(&mut DbConn) -> StorageResult<T>,
) -> StorageResult<T> {
    let result = catch_unwind(AssertUnwindSafe(|| work(connection))).unwrap_or_else(|_| {
        Err(StorageError::Other(
            "a database closure panicked".to_owned(),
        ))
    });
    connection.roll_back_to(0);
    result
}

/// A thread that reads, or does both on PostgreSQL, until it is stopped or nobody can send any more.
pub(in crate::storage) fn serve(mut link: Link, tasks: &flume::Receiver<Task>) {
    while let Ok(Task::Run(work)) = tasks.recv() {
        work(&mut link);
    }
}

/// Wraps a read for [`serve`].
pub(in crate::storage) fn task<T: Send + 'static>(
    reply: Reply<StorageResult<T>>,
    work: impl FnOnce(&mut Link) -> StorageResult<T> + Send + 'static,
) -> Task {
    Task::Run(Box::new(move |link| {
        if !reply.is_unwanted() {
            reply.send(work(link));
        }
    }))
}

/// A write that shares its commit with others.
pub(in crate::storage) trait BatchedWrite: Send {
    /// Runs it inside the open transaction, under a savepoint where others share it; says whether there is
    /// something to commit.
    fn run(&mut self, connection: &mut DbConn, shared: bool) -> bool;
    /// Answers the caller, once it is known whether the transaction was committed.
    fn finish(self: Box<Self>, committed: Result<(), StorageError>);
}

struct Batched<T, R, F> {
    work: F,
    outcome: Option<Outcome<T, R>>,
    reply: Reply<Outcome<T, R>>,
}

/// Wraps a write for [`serve_writes`].
pub(in crate::storage) fn write_task<T, R, F>(reply: Reply<Outcome<T, R>>, work: F) -> WriteTask
where
    T: Send + 'static,
    R: Send + 'static,
    F: Fn(&mut WriteTx<'_>) -> Outcome<T, R> + Send + 'static,
{
    WriteTask::Run(Box::new(Batched {
        work,
        outcome: None,
        reply,
    }))
}

/// Either a fault or a refusal: both undo what was written.
enum Undone<R> {
    Fault(StorageError),
    Refused(R),
}

impl<R> From<diesel::result::Error> for Undone<R> {
    fn from(error: diesel::result::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl<T, R, F> BatchedWrite for Batched<T, R, F>
where
    T: Send,
    R: Send,
    F: Fn(&mut WriteTx<'_>) -> Outcome<T, R> + Send,
{
    fn run(&mut self, connection: &mut DbConn, shared: bool) -> bool {
        if self.reply.is_unwanted() {
            return false;
        }
        let base = connection.depth();
        let work = |connection: &mut DbConn| match (self.work)(&mut WriteTx::new(connection)) {
            Ok(Ok(value)) => Ok(value),
            Ok(Err(refusal)) => Err(Undone::Refused(refusal)),
            Err(error) => Err(Undone::Fault(error)),
        };
        let result = catch_unwind(AssertUnwindSafe(|| {
            if shared {
                connection.transaction(work)
            } else {
                work(connection)
            }
        }));
        connection.roll_back_to(base);
        let outcome = match result {
            Ok(Ok(value)) => Ok(Ok(value)),
            Ok(Err(Undone::Refused(refusal))) => Ok(Err(refusal)),
            Ok(Err(Undone::Fault(error))) => Err(error),
            Err(_) => Err(StorageError::Other(
                "a database closure panicked".to_owned(),
            )),
        };
        let has_written = matches!(outcome, Ok(Ok(_)));
        self.outcome = Some(outcome);
        has_written
    }

    fn finish(self: Box<Self>, committed: Result<(), StorageError>) {
        let outcome = match (self.outcome, committed) {
            (Some(Ok(Ok(_))) | None, Err(error)) => Err(error),
            (Some(outcome), _) => outcome,
            (None, Ok(())) => Err(StorageError::Other("the caller went away".to_owned())),
        };
        self.reply.send(outcome);
    }
}

/// SQLite's writer: whatever queued up while the last commit waited for the disk goes into the next transaction.
pub(in crate::storage) fn serve_writes(
    mut link: Link,
    tasks: &flume::Receiver<WriteTask>,
    most: usize,
) {
    let mut stopping = false;
    while !stopping {
        let Ok(WriteTask::Run(first)) = tasks.recv() else {
            break;
        };
        let mut batch = vec![first];
        while batch.len() < most {
            match tasks.try_recv() {
                Ok(WriteTask::Run(next)) => batch.push(next),
                Ok(WriteTask::Stop) => {
                    stopping = true;
                    break;
                }
                Err(_) => break,
            }
        }
        let committed = run_batch(&mut link, &mut batch);
        for write in batch {
            write.finish(committed.as_ref().copied().map_err(same_error));
        }
    }
}

fn run_batch(link: &mut Link, batch: &mut [Box<dyn BatchedWrite>]) -> StorageResult<()> {
    link.begin(Isolation::Serializable)?;
    let connection = link.connected()?;
    let shared = batch.len() > 1;
    let mut has_written = false;
    let mut result = Ok(());
    for write in batch {
        has_written |= write.run(connection, shared);
        if connection.depth() == 0 && shared {
            // On a full disk SQLite gives up the whole transaction, the others' part too.
            result = Err(StorageError::Full);
            break;
        }
    }
    if result.is_ok() && has_written {
        result = connection.commit();
    }
    connection.roll_back_to(0);
    link.check(false);
    result
}

/// The same error for each write of a batch: errors of diesel cannot be copied.
fn same_error(error: &StorageError) -> StorageError {
    match error {
        StorageError::Full => StorageError::Full,
        StorageError::Busy => StorageError::Busy,
        StorageError::ReadOnly => StorageError::ReadOnly,
        StorageError::Lost => StorageError::Lost,
        StorageError::Contended => StorageError::Contended,
        StorageError::Database(source) => {
            StorageError::Other(format!("the transaction failed: {source}"))
        }
        other => StorageError::Other(other.to_string()),
    }
}
