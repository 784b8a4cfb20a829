//! Packing: on a thread of its own, into the answer as it goes, so that memory stays bounded.

use super::Package;
use bytes::Bytes;
use futures_util::Stream;
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use tokio::sync::mpsc;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Bytes that are sent at once.
const PART: usize = 64 * 1024;

/// A pipe from the packing thread to the answer.
struct Pipe {
    sender: mpsc::Sender<io::Result<Bytes>>,
    part: Vec<u8>,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.part.extend_from_slice(bytes);
        if self.part.len() >= PART {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.part.is_empty() {
            return Ok(());
        }
        let part = Bytes::from(std::mem::take(&mut self.part));
        self.sender
            .blocking_send(Ok(part))
            .map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))
    }
}

impl Package {
    /// Number of files in it, the manifest not counted.
    pub fn len(&self) -> usize {
        self.made.len() + self.kept.len()
    }

    /// Whether there is nothing in it; there always is the index.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The package as it is packed; memory stays bounded.
    pub fn stream(self) -> impl Stream<Item = io::Result<Bytes>> {
        let (sender, receiver) = mpsc::channel(4);
        let failed = sender.clone();
        let runtime = tokio::runtime::Handle::current();
        tokio::task::spawn_blocking(move || {
            if let Err(error) = self.pack(sender, &runtime) {
                tracing::warn!(error = %error, "a case file was not packed to its end");
                let _ = failed.blocking_send(Err(error));
            }
        });
        futures_util::stream::unfold(receiver, |mut receiver| async move {
            receiver.recv().await.map(|part| (part, receiver))
        })
    }

    fn pack(
        self,
        sender: mpsc::Sender<io::Result<Bytes>>,
        runtime: &tokio::runtime::Handle,
    ) -> io::Result<()> {
        let mut zip = ZipWriter::new_stream(Pipe {
            sender,
            part: Vec::new(),
        });
        let packed = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default());
        // Pictures and PDFs do not get smaller; large files need the longer form.
        let plain = packed
            .compression_method(CompressionMethod::Stored)
            .large_file(true);
        let mut manifest = String::new();
        for made in &self.made {
            manifest.push_str(&format!(
                "{}  {}\n",
                hex::encode(Sha256::digest(&made.bytes)),
                made.name
            ));
            zip.start_file(made.name.as_str(), packed)?;
            zip.write_all(&made.bytes)?;
        }
        for kept in &self.kept {
            manifest.push_str(&format!("{}  {}\n", kept.digest, kept.name));
            zip.start_file(kept.name.as_str(), plain)?;
            let mut reader = runtime
                .block_on(self.app.blobs.get(&kept.digest))
                .map_err(io::Error::other)?;
            while let Some(chunk) = runtime
                .block_on(reader.next_chunk())
                .map_err(io::Error::other)?
            {
                zip.write_all(&chunk)?;
            }
        }
        zip.start_file("SHA256SUMS", packed)?;
        zip.write_all(manifest.as_bytes())?;
        zip.finish()?.into_inner().flush()
    }
}
