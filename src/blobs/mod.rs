//! Files by their SHA-256: put in as a stream, read back whole or in part, checked by digest.
//!
//! Bytes first, row second: a file is stored and synced before the row that points at it. The contract asks for
//! nothing that a store of objects cannot do (no paths, no locks, no changing of what is stored), so that another
//! backend can stand beside the folder.

mod folder;
mod reader;
mod writer;

#[cfg(test)]
mod tests;

pub use reader::BlobReader;
pub use writer::BlobWriter;

use bytes::Bytes;
use folder::Folder;
use jiff::Timestamp;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// What can go wrong with files.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// No file of that digest.
    #[error("there is no such file")]
    NotFound,
    /// More bytes than the writer was given leave for; nothing was kept.
    #[error("the file is larger than {limit} bytes")]
    LimitExceeded {
        /// The most bytes allowed.
        limit: u64,
    },
    /// No room on the disk; nothing was kept.
    #[error("the disk for files is full")]
    Full,
    /// The bytes do not have the digest they are stored under.
    #[error("the file was damaged: its bytes do not have its digest")]
    Damaged,
    /// Anything else the disk says.
    #[error("the file cannot be read or written")]
    Io(#[source] io::Error),
}

impl From<io::Error> for BlobError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            // A limit on the size of files, set on the process, is as good as the end of the disk.
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::Full,
            _ => Self::Io(error),
        }
    }
}

/// A file that is stored and synced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 in hex, lower case.
    pub digest: String,
    /// Its size.
    pub size_bytes: u64,
}

/// The store of files. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Blobs {
    backend: Arc<Backend>,
}

#[derive(Debug)]
enum Backend {
    Folder(Folder),
}

impl Blobs {
    /// Opens the store in `blobs` under a data folder; makes it if it is not there.
    pub async fn open(data_folder: &Path) -> Result<Self, BlobError> {
        let root = data_folder.join("blobs");
        let folder = blocking(move || Folder::open(&root)).await?;
        Ok(Self {
            backend: Arc::new(Backend::Folder(folder)),
        })
    }

    /// Starts a file of at most `limit` bytes. Nothing of it can be found before [`BlobWriter::finish`].
    pub async fn writer(&self, limit: u64) -> Result<BlobWriter, BlobError> {
        let Backend::Folder(folder) = &*self.backend;
        let folder = folder.clone();
        let begun = blocking({
            let folder = folder.clone();
            move || folder.begin()
        })
        .await?;
        Ok(BlobWriter::new(folder, begun, limit))
    }

    /// Stores bytes that are in memory already.
    pub async fn put(&self, bytes: impl Into<Bytes>) -> Result<Stored, BlobError> {
        let mut writer = self.writer(u64::MAX).await?;
        writer.write(&bytes.into()).await?;
        writer.finish().await
    }

    /// Opens a file for reading; [`BlobReader::range`] narrows it to a part.
    pub async fn get(&self, digest: &str) -> Result<BlobReader, BlobError> {
        let Backend::Folder(folder) = &*self.backend;
        let path = folder.path(digest).ok_or(BlobError::NotFound)?;
        let file = tokio::fs::File::open(path)
            .await
            .map_err(|error| missing(error.into()))?;
        let size_bytes = file.metadata().await?.len();
        Ok(BlobReader::new(file, size_bytes))
    }

    /// Whether there is a file of that digest.
    pub async fn exists(&self, digest: &str) -> Result<bool, BlobError> {
        let Backend::Folder(folder) = &*self.backend;
        match folder.path(digest) {
            Some(path) => Ok(tokio::fs::try_exists(path).await?),
            None => Ok(false),
        }
    }

    /// Reads the file and compares its digest: [`BlobError::Damaged`] if it differs.
    pub async fn verify(&self, digest: &str) -> Result<(), BlobError> {
        let Backend::Folder(folder) = &*self.backend;
        let path = folder.path(digest).ok_or(BlobError::NotFound)?;
        let found = blocking(move || folder::digest_of(&path))
            .await
            .map_err(missing)?;
        if found == digest {
            Ok(())
        } else {
            Err(BlobError::Damaged)
        }
    }

    /// Removes a file; it is no fault if there is none.
    pub async fn remove(&self, digest: &str) -> Result<(), BlobError> {
        let Backend::Folder(folder) = &*self.backend;
        let Some(path) = folder.path(digest) else {
            return Ok(());
        };
        match tokio::fs::remove_file(path).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Whether files can be written now; for the readiness check.
    pub async fn check_writable(&self) -> Result<(), BlobError> {
        let Backend::Folder(folder) = &*self.backend;
        let folder = folder.clone();
        blocking(move || folder.check_writable()).await
    }

    /// Removes what a crash left half written before `before`, and says how many files. Choose a time long past, so
    /// that no upload still running is hit.
    pub async fn delete_abandoned(&self, before: Timestamp) -> Result<usize, BlobError> {
        let Backend::Folder(folder) = &*self.backend;
        let folder = folder.clone();
        blocking(move || folder.delete_abandoned(before.into())).await
    }
}

/// Where a file is looked for, its absence has a name. (Elsewhere it would be the folder that is gone.)
fn missing(error: BlobError) -> BlobError {
    match error {
        BlobError::Io(source) if source.kind() == io::ErrorKind::NotFound => BlobError::NotFound,
        other => other,
    }
}

/// Runs disk work where it may block.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, BlobError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => Ok(result?),
        Err(error) => Err(BlobError::Io(io::Error::other(error))),
    }
}
