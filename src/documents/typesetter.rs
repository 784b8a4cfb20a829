//! Starts the typesetting process, bounds it in number, time and memory, and takes its answer.

use super::request::{Fault, Request};
use super::{Document, DocumentError};
use std::io;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};
use tokio::sync::Semaphore;

/// The most that a document may be, in bytes.
const MAX_PDF_BYTES: u64 = 64 << 20;
/// The most that is kept of what the process says when it fails, in bytes.
const MAX_SAID_BYTES: u64 = 16 << 10;

/// Makes PDFs in child processes of this program. Cheap to clone; clones share the bound on running processes.
#[derive(Debug, Clone)]
pub struct Typesetter {
    program: PathBuf,
    fonts: Option<PathBuf>,
    time_limit: Duration,
    memory_bytes: u64,
    slots: Arc<Semaphore>,
}

impl Typesetter {
    /// Sets documents with this very program.
    ///
    /// Fails where the program cannot find itself.
    pub fn new() -> io::Result<Self> {
        // On Linux this name stays right even while the file on disk is replaced by a newer version.
        let itself = PathBuf::from("/proc/self/exe");
        let program = if itself.exists() {
            itself
        } else {
            std::env::current_exe()?
        };
        Ok(Self::with_program(program))
    }

    /// Sets documents with the `redress` program at this path; tests need it.
    pub fn with_program(program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            fonts: None,
            time_limit: Duration::from_secs(20),
            memory_bytes: 1 << 30,
            slots: Arc::new(Semaphore::new(2)),
        }
    }

    /// Looks in this folder for fonts when the built-in ones lack a character.
    pub fn fonts(mut self, folder: Option<PathBuf>) -> Self {
        self.fonts = folder;
        self
    }

    /// Stops a process after this time; 20 seconds unless set.
    pub fn time_limit(mut self, limit: Duration) -> Self {
        self.time_limit = limit;
        self
    }

    /// Bounds the address space of a process in bytes; 1 GiB unless set. Linux only.
    pub fn memory_limit(mut self, bytes: u64) -> Self {
        self.memory_bytes = bytes;
        self
    }

    /// Bounds how many processes run at once; 2 unless set.
    pub fn processes(mut self, most: usize) -> Self {
        self.slots = Arc::new(Semaphore::new(most.max(1)));
        self
    }

    /// Makes the PDF. The same document gives the same bytes.
    pub async fn render(&self, document: &Document) -> Result<Vec<u8>, DocumentError> {
        if cfg!(not(feature = "typeset")) {
            return Err(DocumentError::NotBuilt);
        }
        let mut request = Request::of(document, self.fonts.as_deref())?;
        request.memory_bytes = self.memory_bytes;
        // Two threads may work at once; the clock on the wall is the stricter limit.
        request.processor_seconds = 2 * self.time_limit.as_secs() + 2;
        let request = serde_json::to_vec(&request)?;

        let closed = |e| DocumentError::Process(io::Error::other(e));
        let _slot = self.slots.acquire().await.map_err(closed)?;
        let mut child = self.start().map_err(DocumentError::Process)?;
        let Ok(answer) =
            tokio::time::timeout(self.time_limit, exchange(&mut child, &request)).await
        else {
            child.kill().await.map_err(DocumentError::Process)?;
            return Err(DocumentError::TooSlow(self.time_limit));
        };
        let answer = answer.map_err(DocumentError::Process)?;
        answer.into_pdf()
    }

    fn start(&self) -> io::Result<Child> {
        Command::new(&self.program)
            .arg("render-document")
            // The process needs no secret of the service. Few threads and heaps keep its address space small.
            .env_clear()
            .env("RAYON_NUM_THREADS", "2")
            .env("MALLOC_ARENA_MAX", "2")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
    }
}

/// What the process gave back.
struct Answer {
    status: ExitStatus,
    pdf: Vec<u8>,
    said: Vec<u8>,
}

/// Writes the request and reads both outputs at the same time, so that no full pipe stops either side.
async fn exchange(child: &mut Child, request: &[u8]) -> io::Result<Answer> {
    let piped = || io::Error::other("the process has no pipes");
    let mut stdin = child.stdin.take().ok_or_else(piped)?;
    let stdout = child.stdout.take().ok_or_else(piped)?;
    let stderr = child.stderr.take().ok_or_else(piped)?;
    let (mut pdf, mut said) = (Vec::new(), Vec::new());

    let write = async {
        // A process that ends early says why on its error output; a broken pipe would hide that.
        let _ = stdin.write_all(request).await;
        drop(stdin);
        Ok(())
    };
    let mut limited_pdf = stdout.take(MAX_PDF_BYTES);
    let mut limited_said = stderr.take(MAX_SAID_BYTES);
    tokio::try_join!(
        write,
        limited_pdf.read_to_end(&mut pdf),
        limited_said.read_to_end(&mut said)
    )?;
    // Closed before waiting: a process with more to say than we take must not wait for us.
    drop((limited_pdf, limited_said));
    let status = child.wait().await?;
    Ok(Answer { status, pdf, said })
}

impl Answer {
    fn into_pdf(self) -> Result<Vec<u8>, DocumentError> {
        if self.status.success() {
            // A program that is not this one, or an output that was cut, must not end up in a record.
            let is_whole =
                self.pdf.starts_with(b"%PDF-") && (self.pdf.len() as u64) < MAX_PDF_BYTES;
            return if is_whole {
                Ok(self.pdf)
            } else {
                Err(DocumentError::Failed(
                    "the process did not give a whole PDF".to_owned(),
                ))
            };
        }
        let said = String::from_utf8_lossy(&self.said);
        let fault = said
            .lines()
            .rev()
            .find_map(|line| serde_json::from_str::<Fault>(line).ok());
        Err(match fault {
            Some(Fault::NotBuilt) => DocumentError::NotBuilt,
            Some(Fault::Unprintable { characters }) => {
                DocumentError::Unprintable(characters.chars().collect())
            }
            Some(Fault::Failed { reason }) => DocumentError::Failed(reason),
            None => DocumentError::Ended {
                status: self.status,
                said: last_words(&said),
            },
        })
    }
}

/// The last lines of an output, for the log.
fn last_words(said: &str) -> String {
    let lines: Vec<&str> = said
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    lines[lines.len().saturating_sub(3)..].join(" | ")
}
