//! Reading a file, whole or in part, as a stream or into memory.

use super::BlobError;
use bytes::{Bytes, BytesMut};
use futures_util::stream::{self, Stream};
use std::io::SeekFrom;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt};

const CHUNK_BYTES: u64 = 128 * 1024;

/// A file open for reading.
#[derive(Debug)]
pub struct BlobReader {
    file: File,
    size_bytes: u64,
    left_bytes: u64,
}

impl BlobReader {
    pub(super) fn new(file: File, size_bytes: u64) -> Self {
        Self {
            file,
            size_bytes,
            left_bytes: size_bytes,
        }
    }

    /// Size of the whole file.
    pub fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    /// Bytes still to be read.
    pub fn left_bytes(&self) -> u64 {
        self.left_bytes
    }

    /// Narrows the reader to `length` bytes from `start`, or to what the file has of them.
    pub async fn range(mut self, start: u64, length: u64) -> Result<Self, BlobError> {
        let start = start.min(self.size_bytes);
        self.file.seek(SeekFrom::Start(start)).await?;
        self.left_bytes = length.min(self.size_bytes - start);
        Ok(self)
    }

    /// The next chunk; none at the end. A file that ends too early is [`BlobError::Damaged`].
    pub async fn next_chunk(&mut self) -> Result<Option<Bytes>, BlobError> {
        if self.left_bytes == 0 {
            return Ok(None);
        }
        let most = self.left_bytes.min(CHUNK_BYTES);
        let mut chunk = BytesMut::with_capacity(usize::try_from(most).unwrap_or(usize::MAX));
        (&mut self.file).take(most).read_buf(&mut chunk).await?;
        if chunk.is_empty() {
            return Err(BlobError::Damaged);
        }
        self.left_bytes = self.left_bytes.saturating_sub(chunk.len() as u64);
        Ok(Some(chunk.freeze()))
    }

    /// The chunks as a stream, for the body of a response.
    pub fn into_stream(self) -> impl Stream<Item = Result<Bytes, BlobError>> {
        stream::try_unfold(self, |mut reader| async move {
            Ok(reader.next_chunk().await?.map(|chunk| (chunk, reader)))
        })
    }

    /// All that is left, in memory; [`BlobError::LimitExceeded`] if that is more than `limit` bytes.
    pub async fn read_all(mut self, limit: u64) -> Result<Vec<u8>, BlobError> {
        if self.left_bytes > limit {
            return Err(BlobError::LimitExceeded { limit });
        }
        let mut all = Vec::with_capacity(usize::try_from(self.left_bytes).unwrap_or_default());
        while let Some(chunk) = self.next_chunk().await? {
            all.extend_from_slice(&chunk);
        }
        Ok(all)
    }
}
