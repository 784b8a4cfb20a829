//! Writing a file as it arrives: hashed and counted on the way, gone without trace unless it is finished.

use super::folder::{Begun, Folder};
use super::{BlobError, Stored, blocking};
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// Bytes gathered before they go to the disk: chunks of an upload are small, and each way to the disk costs a thread.
const BUFFER_BYTES: usize = 256 * 1024;

/// A file being written. Dropped before [`BlobWriter::finish`], it leaves nothing behind.
#[derive(Debug)]
pub struct BlobWriter {
    folder: Folder,
    /// Gone while on its way to the disk, and for good if that failed.
    begun: Option<(Begun, Sha256)>,
    /// What was hashed of a file that became too large; the file itself is gone.
    given_up: Option<Sha256>,
    buffer: Vec<u8>,
    size_bytes: u64,
    limit: u64,
}

impl BlobWriter {
    pub(super) fn new(folder: Folder, begun: Begun, limit: u64) -> Self {
        Self {
            folder,
            begun: Some((begun, Sha256::new())),
            given_up: None,
            buffer: Vec::new(),
            size_bytes: 0,
            limit,
        }
    }

    /// Adds a chunk. After an error nothing can be added; see [`Self::abandon`].
    pub async fn write(&mut self, chunk: &[u8]) -> Result<(), BlobError> {
        // A length of memory fits into 64 bits.
        let size_bytes = self.size_bytes.saturating_add(chunk.len() as u64);
        if size_bytes > self.limit {
            self.given_up = self.begun.take().map(|(_, hash)| hash);
            return Err(BlobError::LimitExceeded { limit: self.limit });
        }
        self.size_bytes = size_bytes;
        self.buffer.extend_from_slice(chunk);
        if self.buffer.len() >= BUFFER_BYTES {
            self.flush().await
        } else {
            Ok(())
        }
    }

    /// Bytes so far.
    pub fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    /// The hash of what was taken of a file that became too large, so that who reads on can tell it from
    /// another; `None` when it did not.
    pub fn abandon(mut self) -> Option<Sha256> {
        let mut hash = self.given_up.take()?;
        hash.update(&self.buffer);
        Some(hash)
    }

    /// Stores the file under its digest, synced to the disk.
    pub async fn finish(mut self) -> Result<Stored, BlobError> {
        self.flush().await?;
        let (begun, hash) = self.begun.take().ok_or_else(broken)?;
        let folder = self.folder.clone();
        let digest = blocking(move || {
            let digest = hex::encode(hash.finalize());
            folder.keep(begun, &digest)?;
            Ok(digest)
        })
        .await?;
        Ok(Stored {
            digest,
            size_bytes: self.size_bytes,
        })
    }

    /// Hashes and writes what has gathered, on a thread that may block.
    async fn flush(&mut self) -> Result<(), BlobError> {
        let (mut begun, mut hash) = self.begun.take().ok_or_else(broken)?;
        let mut buffer = std::mem::take(&mut self.buffer);
        let (begun, hash, buffer) = blocking(move || {
            hash.update(&buffer);
            begun.file.write_all(&buffer)?;
            buffer.clear();
            Ok((begun, hash, buffer))
        })
        .await?;
        self.begun = Some((begun, hash));
        self.buffer = buffer;
        Ok(())
    }
}

fn broken() -> BlobError {
    BlobError::Io(io::Error::other("the file was given up after an error"))
}
