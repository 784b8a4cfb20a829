//! The handle that the rest of the program holds: opens the database, hands work to its threads.

use super::connection::{Isolation, Kind, SqliteSettings};
use super::error::{StorageError, StorageResult};
use super::threads::{
    Link, Outcome, Reply, Task, WriteTask, serve, serve_writes, task, write_task,
};
use super::transaction::{ReadTx, WriteTx};
use diesel::prelude::*;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::JoinHandle;
use tokio::sync::oneshot;

/// When SQLite waits for the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Synchronous {
    /// At every commit: what was acknowledged survives a power cut.
    Full,
    /// At checkpoints: a power cut may take the last commits back.
    Normal,
    /// Never; for tests.
    Off,
}

/// How the database is run.
#[derive(Debug, Clone)]
pub struct Options {
    /// Threads: readers on SQLite (the writer comes on top), workers on PostgreSQL.
    pub threads: usize,
    /// Requests that may wait before further ones are told [`StorageError::Busy`].
    pub queue: usize,
    /// Writes that share one commit on SQLite.
    pub batch: usize,
    /// When SQLite waits for the disk.
    pub synchronous: Synchronous,
    /// Page cache of each SQLite connection, in KiB.
    pub cache_kib: u32,
    /// How much of the SQLite file is mapped into memory, in bytes.
    pub mmap_bytes: u64,
    /// How long SQLite waits for another program's lock, in milliseconds.
    pub busy_ms: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            threads: 4,
            queue: 1024,
            batch: 64,
            synchronous: Synchronous::Full,
            cache_kib: 16 * 1024,
            mmap_bytes: 1 << 30,
            busy_ms: 5000,
        }
    }
}

/// The database. Cheap to clone; the threads end when the last clone is dropped.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    kind: Kind,
    url: String,
    settings: SqliteSettings,
    tasks: flume::Sender<Task>,
    /// SQLite's one writer; PostgreSQL's workers write too.
    writes: Option<flume::Sender<WriteTask>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Store {
    /// Opens the database and starts its threads. `sqlite:path` or a plain path is a SQLite file, made if it is
    /// not there; `postgres://…` and `postgresql://…` are PostgreSQL.
    pub fn open(url: &str, options: Options) -> StorageResult<Self> {
        let kind = Kind::of_url(url);
        let settings = SqliteSettings {
            synchronous: match options.synchronous {
                Synchronous::Full => "FULL",
                Synchronous::Normal => "NORMAL",
                Synchronous::Off => "OFF",
            },
            cache_kib: options.cache_kib,
            mmap_bytes: options.mmap_bytes,
            busy_ms: options.busy_ms,
        };
        let mut threads = Vec::new();
        let mut writes = None;
        if kind == Kind::Sqlite {
            // First, since only a connection that may write can make the file and switch it to WAL.
            let link = Link::open(url, &settings, true)?;
            let (sender, receiver) = flume::bounded(options.queue);
            threads.push(spawn("db-writer", move || {
                serve_writes(link, &receiver, options.batch.max(1))
            })?);
            writes = Some(sender);
        }
        let (tasks, receiver) = flume::bounded(options.queue);
        for number in 1..=options.threads.max(1) {
            let link = Link::open(url, &settings, kind == Kind::Postgres)?;
            let receiver = receiver.clone();
            threads.push(spawn(&format!("db-{number}"), move || {
                serve(link, &receiver)
            })?);
        }
        let inner = Inner {
            kind,
            url: url.to_owned(),
            settings,
            tasks,
            writes,
            threads: Mutex::new(threads),
        };
        Ok(Self {
            inner: Arc::new(inner),
        })
    }

    /// Which database this is.
    pub fn kind(&self) -> Kind {
        self.inner.kind
    }

    /// Brings the tables up to date and says how many migrations that took. Blocks; for start-up and the CLI.
    pub fn migrate(&self) -> StorageResult<usize> {
        // A connection of its own: a migration is not bound to be one transaction.
        Link::open(&self.inner.url, &self.inner.settings, true)?
            .connected()?
            .migrate()
    }

    /// How many migrations are missing. Blocks; for `check` and for refusing to start.
    pub fn pending_migrations(&self) -> StorageResult<usize> {
        Link::open(&self.inner.url, &self.inner.settings, true)?
            .connected()?
            .pending_migrations()
    }

    /// Runs `work` on one snapshot of the database.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut ReadTx<'_>) -> StorageResult<T> + Send + 'static,
    ) -> StorageResult<T> {
        let (sender, receiver) = oneshot::channel();
        self.send(task(Reply::Async(sender), move |link| link.read(work)))?;
        receiver.await.map_err(|_| gone())?
    }

    /// Runs a single SELECT, without a transaction around it; may run it twice.
    pub async fn get<T: Send + 'static>(
        &self,
        work: impl Fn(&mut ReadTx<'_>) -> StorageResult<T> + Send + 'static,
    ) -> StorageResult<T> {
        let (sender, receiver) = oneshot::channel();
        self.send(task(Reply::Async(sender), move |link| link.get(work)))?;
        receiver.await.map_err(|_| gone())?
    }

    /// Runs `work` as a serializable transaction. It may run more than once, so it must have no effect but on the
    /// database. An error undoes what it wrote.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut WriteTx<'_>) -> StorageResult<T> + Send + 'static,
    ) -> StorageResult<T> {
        without_refusal(
            self.write_at(Isolation::Serializable, move |tx| work(tx).map(Ok))
                .await,
        )
    }

    /// As [`Store::write`], for closures that may say no: `Ok(Err(refusal))` undoes what was written and is handed
    /// to the caller.
    pub async fn write_or_refuse<T: Send + 'static, R: Send + 'static>(
        &self,
        work: impl Fn(&mut WriteTx<'_>) -> StorageResult<Result<T, R>> + Send + 'static,
    ) -> StorageResult<Result<T, R>> {
        self.write_at(Isolation::Serializable, work).await
    }

    /// As [`Store::write_or_refuse`], for changes to one thing whose own row is read and updated in the
    /// transaction, such as a case: two at once run one after the other, and changes to other things do not
    /// meet it. Not for rules that look at several things.
    pub async fn write_of_one<T: Send + 'static, R: Send + 'static>(
        &self,
        work: impl Fn(&mut WriteTx<'_>) -> StorageResult<Result<T, R>> + Send + 'static,
    ) -> StorageResult<Result<T, R>> {
        self.write_at(Isolation::OfOneRow, work).await
    }

    /// A single statement that a crash of the server may undo, such as when a session was last used.
    pub async fn write_passing<T: Send + 'static>(
        &self,
        work: impl Fn(&mut WriteTx<'_>) -> StorageResult<T> + Send + 'static,
    ) -> StorageResult<T> {
        without_refusal(
            self.write_at(Isolation::Passing, move |tx| work(tx).map(Ok))
                .await,
        )
    }

    /// For claims of queued work, which lock their rows themselves: `SKIP LOCKED` does not go with serializable
    /// transactions.
    pub async fn write_rc<T: Send + 'static>(
        &self,
        work: impl Fn(&mut WriteTx<'_>) -> StorageResult<T> + Send + 'static,
    ) -> StorageResult<T> {
        without_refusal(
            self.write_at(Isolation::ReadCommitted, move |tx| work(tx).map(Ok))
                .await,
        )
    }

    /// As [`Store::read`], for callers without an async runtime.
    pub fn blocking_read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut ReadTx<'_>) -> StorageResult<T> + Send + 'static,
    ) -> StorageResult<T> {
        let (sender, receiver) = mpsc::sync_channel(1);
        let task = task(Reply::Blocking(sender), move |link| link.read(work));
        self.inner.tasks.send(task).map_err(|_| gone())?;
        receiver.recv().map_err(|_| gone())?
    }

    /// As [`Store::write`], for callers without an async runtime.
    pub fn blocking_write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut WriteTx<'_>) -> StorageResult<T> + Send + 'static,
    ) -> StorageResult<T> {
        without_refusal(self.blocking_write_or_refuse(move |tx| work(tx).map(Ok)))
    }

    /// As [`Store::write_or_refuse`], for callers without an async runtime.
    pub fn blocking_write_or_refuse<T: Send + 'static, R: Send + 'static>(
        &self,
        work: impl Fn(&mut WriteTx<'_>) -> StorageResult<Result<T, R>> + Send + 'static,
    ) -> StorageResult<Result<T, R>> {
        let (sender, receiver) = mpsc::sync_channel(1);
        let reply = Reply::Blocking(sender);
        match &self.inner.writes {
            Some(writes) => writes.send(write_task(reply, work)).map_err(|_| gone())?,
            None => {
                let task = task(reply, move |link| link.write(Isolation::Serializable, work));
                self.inner.tasks.send(task).map_err(|_| gone())?;
            }
        }
        receiver.recv().map_err(|_| gone())?
    }

    /// Whether the database answers; for the readiness check.
    pub async fn ping(&self) -> StorageResult<()> {
        self.get(|tx| {
            diesel::select(diesel::dsl::sql::<diesel::sql_types::Integer>("1"))
                .get_result::<i32>(tx.connection())?;
            Ok(())
        })
        .await
    }

    /// Finishes what waits and ends the threads. Blocks; afterwards everything is answered with an error.
    pub fn close(&self) {
        let threads = std::mem::take(
            &mut *self
                .inner
                .threads
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        );
        if let Some(writes) = &self.inner.writes {
            // A thread that ended already has nobody to stop.
            drop(writes.send(WriteTask::Stop));
        }
        for _ in &threads {
            drop(self.inner.tasks.send(Task::Stop));
        }
        for thread in threads {
            drop(thread.join());
        }
    }

    async fn write_at<T: Send + 'static, R: Send + 'static>(
        &self,
        isolation: Isolation,
        work: impl Fn(&mut WriteTx<'_>) -> Outcome<T, R> + Send + 'static,
    ) -> Outcome<T, R> {
        let (sender, receiver) = oneshot::channel();
        let reply = Reply::Async(sender);
        match &self.inner.writes {
            Some(writes) => writes.try_send(write_task(reply, work)).map_err(refused)?,
            None => self.send(task(reply, move |link| link.write(isolation, work)))?,
        }
        receiver.await.map_err(|_| gone())?
    }

    /// Queues a task, or refuses at once: better to shed load than to queue for ever.
    fn send(&self, task: Task) -> StorageResult<()> {
        self.inner.tasks.try_send(task).map_err(refused)
    }
}

fn without_refusal<T>(outcome: Outcome<T, Infallible>) -> StorageResult<T> {
    outcome.map(|Ok(value)| value)
}

fn refused<T>(error: flume::TrySendError<T>) -> StorageError {
    match error {
        flume::TrySendError::Full(_) => StorageError::Busy,
        flume::TrySendError::Disconnected(_) => gone(),
    }
}

fn gone() -> StorageError {
    StorageError::Other("the database is closed".to_owned())
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> StorageResult<JoinHandle<()>> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map_err(|error| {
            StorageError::Other(format!("a database thread could not be started: {error}"))
        })
}
