//! Packing: on a thread of its own, into the answer as it goes, so that memory stays bounded.

use super::Package;
use bytes::Bytes;
use futures_util::Stream;
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
    /// Number of files in it.
    pub fn len(&self) -> usize {
        self.made.len() + self.kept.len()
    }

    /// Whether there is nothing in it; there always is the index.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of everything that goes in.
    pub fn bytes(&self) -> u64 {
        let made: u64 = self.made.iter().map(|made| made.bytes.len() as u64).sum();
        let kept: u64 = self.kept.iter().map(|kept| kept.listed.size).sum();
        made + kept
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
        let pipe = Pipe {
            sender,
            part: Vec::new(),
        };
        let made = self.made.iter().map(|made| {
            let path = format!("{}/{}", self.root, made.path);
            (path, made.bytes.len() as u64, Part::Made(&made.bytes))
        });
        let kept = self.kept.iter().map(|kept| {
            let path = format!("{}/{}", self.root, kept.listed.file);
            (path, kept.listed.size, Part::Kept(&kept.listed.sha256))
        });
        let mut all: Vec<(String, u64, Part<'_>)> = made.chain(kept).collect();
        all.sort_by(|one, other| one.0.cmp(&other.0));
        let sizes = all.iter().map(|(path, size, _)| (path.clone(), *size));
        let sizes: Vec<(String, u64)> = sizes.collect();
        let mut pipe = write(pipe, &sizes, |at, out| match &all[at].2 {
            Part::Made(bytes) => out.write_all(bytes),
            Part::Kept(digest) => {
                let mut reader = runtime
                    .block_on(self.app.blobs.get(digest))
                    .map_err(io::Error::other)?;
                while let Some(chunk) = runtime
                    .block_on(reader.next_chunk())
                    .map_err(io::Error::other)?
                {
                    out.write_all(&chunk)?;
                }
                Ok(())
            }
        })?;
        pipe.flush()
    }
}

/// Where the bytes of a file come from.
enum Part<'a> {
    Made(&'a [u8]),
    Kept(&'a str),
}

/// Packs files in this order into a ZIP: nothing is pressed together and no time is written, so that the same files make
/// the same bytes, whatever packs them. `file` writes the bytes of one, by its place.
///
/// # Errors
/// Where they cannot be written.
pub(super) fn write<W: Write>(
    out: W,
    files: &[(String, u64)],
    mut file: impl FnMut(usize, &mut dyn Write) -> io::Result<()>,
) -> io::Result<W> {
    let mut zip = ZipWriter::new_stream(out);
    let plain = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    for (at, (path, size)) in files.iter().enumerate() {
        let is_large = *size >= u64::from(u32::MAX);
        zip.start_file(path.as_str(), plain.large_file(is_large))?;
        file(at, &mut zip)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Takes what is written and compares it with what is read. It never refuses, so that the packer comes to its end.
pub(super) struct Same<R> {
    wanted: R,
    differs: bool,
}

impl<R: io::Read> Same<R> {
    /// Compares with this.
    pub(super) fn new(wanted: R) -> Self {
        Self {
            wanted,
            differs: false,
        }
    }

    /// Nothing more is written: whether it was the same bytes, to the last.
    pub(super) fn ends_the_same(mut self) -> bool {
        !self.differs && matches!(self.wanted.read(&mut [0]), Ok(0))
    }
}

impl<R: io::Read> Write for Same<R> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut wanted = [0; 8192];
        for part in bytes.chunks(wanted.len()) {
            if self.differs {
                break;
            }
            let wanted = &mut wanted[..part.len()];
            self.differs = self.wanted.read_exact(wanted).is_err() || wanted != part;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
