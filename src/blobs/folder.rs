//! Files in a folder: `ab/cd/<digest>`, and `incoming/` for what is still being written.

use sha2::{Digest, Sha256};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

/// The folder of one store.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    root: Arc<Path>,
}

/// A file under a passing name, which is removed unless [`Folder::keep`] gives it a lasting one.
#[derive(Debug)]
pub(super) struct Begun {
    pub file: File,
    path: PathBuf,
    is_kept: bool,
}

impl Drop for Begun {
    fn drop(&mut self) {
        if !self.is_kept {
            // What cannot be removed now is found by `delete_abandoned`.
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl Folder {
    pub fn open(root: &Path) -> io::Result<Self> {
        fs::create_dir_all(root.join("incoming"))?;
        Ok(Self { root: root.into() })
    }

    /// Where a file is; none for what is not a digest, so that no text can lead elsewhere.
    pub fn path(&self, digest: &str) -> Option<PathBuf> {
        let is_digest = digest.len() == 64
            && digest
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_digest.then(|| {
            self.root
                .join(&digest[..2])
                .join(&digest[2..4])
                .join(digest)
        })
    }

    /// Starts a file under a name nobody else has: several processes may share the folder.
    pub fn begin(&self) -> io::Result<Begun> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        loop {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let path = self
                .root
                .join("incoming")
                .join(format!("{}-{number}", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => {
                    return Ok(Begun {
                        file,
                        path,
                        is_kept: false,
                    });
                }
                // Left by a crash of a process with the same number, or of another machine.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Makes a begun file lasting under its digest: its bytes are on the disk before its name is, and its name is
    /// before this returns.
    pub fn keep(&self, mut begun: Begun, digest: &str) -> io::Result<()> {
        begun.file.sync_all()?;
        let path = self
            .path(digest)
            .ok_or_else(|| io::Error::other("not a digest"))?;
        // A file of that digest has the same bytes; but if it was damaged, this one mends it.
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
            fs::rename(&begun.path, &path)?;
            begun.is_kept = true;
            sync_folder(folder)?;
            // The two levels above may be new as well.
            for above in folder.ancestors().skip(1).take(2) {
                sync_folder(above)?;
            }
        }
        Ok(())
    }

    pub fn check_writable(&self) -> io::Result<()> {
        let mut begun = self.begin()?;
        begun.file.write_all(b"writable")?;
        begun.file.sync_all()
    }

    pub fn delete_abandoned(&self, before: SystemTime) -> io::Result<usize> {
        let mut deleted = 0;
        for entry in fs::read_dir(self.root.join("incoming"))? {
            let entry = entry?;
            if entry.metadata()?.modified()? < before {
                fs::remove_file(entry.path())?;
                deleted += 1;
            }
        }
        Ok(deleted)
    }
}

/// The digest of a file's bytes, in hex.
pub(super) fn digest_of(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hex::encode(hash.finalize())),
            read => hash.update(&buffer[..read]),
        }
    }
}

/// Makes a new name in a folder survive a power cut.
fn sync_folder(folder: &Path) -> io::Result<()> {
    // Elsewhere a folder cannot be opened as a file.
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}
