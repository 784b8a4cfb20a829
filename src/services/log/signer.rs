//! Who signs the heads of the logs. The signer has the key and remembers what it signed last: how many leaves, and the
//! heads of the tree's complete parts, from which it computes every further head itself. So it cannot be made to sign
//! a smaller tree, or another one of the same size, whoever asks. It runs inside this program, or as a process of its
//! own under its own user behind a Unix socket.

use crate::domain::log::{Checkpoint, Frontier, Hash, Key};
use anyhow::Context;
use ring::signature::{Ed25519KeyPair, KeyPair};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};

/// The most leaves in one request.
pub const LEAVES_MAX: usize = 10_000;
/// The longest request or answer in bytes: its hashes, and some words.
const LINE_MAX: u64 = 64 * LEAVES_MAX as u64 + 4096;
/// How long either side of the socket waits for the other.
const WAIT: Duration = Duration::from_secs(30);

/// Why nothing was signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignError {
    /// The leaves do not follow on what was signed last
    #[error("the signer has signed {size} leaves of this log, not {asked}")]
    Elsewhere {
        /// How many are signed
        size: u64,
        /// After how many it was asked to go on
        asked: u64,
    },
    /// It has no key for this log
    #[error("the signer has no key for the log {origin}")]
    Unknown {
        /// Which log
        origin: String,
    },
    /// Its own files are not as it left them, or cannot be written
    #[error("the signer cannot sign: {what}")]
    Fault {
        /// What is wrong
        what: String,
    },
}

impl SignError {
    fn fault(what: impl ToString) -> Self {
        Self::Fault {
            what: what.to_string(),
        }
    }
}

/// What was signed last of a log, and with which key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The verifier key
    pub key: String,
    /// How many leaves
    pub size: u64,
    /// The head, hexadecimal
    pub root: String,
}

/// Who signs.
#[derive(Debug, Clone)]
pub enum Signer {
    /// This program, with its files in a folder
    Local(Arc<LocalSigner>),
    /// A process behind a socket
    Socket(PathBuf),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case", deny_unknown_fields)]
enum Request {
    /// Make a key for the log if there is none
    Begin { origin: String },
    /// What was signed last
    State { origin: String },
    /// Sign the head with these leaves more; hashes one after the other, hexadecimal
    Sign {
        origin: String,
        after: u64,
        leaves: String,
    },
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    State(State),
    Note(String),
    Refused(SignError),
}

impl Signer {
    /// The key of a log, made if there is none yet.
    ///
    /// # Errors
    /// Where the signer cannot be reached or has a fault.
    pub async fn begin(&self, origin: &str) -> Result<State, SignError> {
        let origin = origin.to_owned();
        match self.ask(Request::Begin { origin }).await? {
            Answer::State(state) => Ok(state),
            other => Err(unexpected(&other)),
        }
    }

    /// What was signed last of a log.
    ///
    /// # Errors
    /// `Unknown` where it has no key for it.
    pub async fn state(&self, origin: &str) -> Result<State, SignError> {
        let origin = origin.to_owned();
        match self.ask(Request::State { origin }).await? {
            Answer::State(state) => Ok(state),
            other => Err(unexpected(&other)),
        }
    }

    /// The signed checkpoint of the log with these leaves after the first `after`.
    ///
    /// # Errors
    /// `Elsewhere` where something else than `after` leaves is signed.
    pub async fn sign(
        &self,
        origin: &str,
        after: u64,
        leaves: &[Hash],
    ) -> Result<String, SignError> {
        let request = Request::Sign {
            origin: origin.to_owned(),
            after,
            leaves: leaves.iter().map(Hash::to_string).collect(),
        };
        match self.ask(request).await? {
            Answer::Note(note) => Ok(note),
            other => Err(unexpected(&other)),
        }
    }

    async fn ask(&self, request: Request) -> Result<Answer, SignError> {
        let answer = match self {
            Self::Local(local) => {
                let local = Arc::clone(local);
                let answer = tokio::task::spawn_blocking(move || local.answer(request));
                answer.await.map_err(SignError::fault)?
            }
            Self::Socket(path) => tokio::time::timeout(WAIT, over_socket(path, &request))
                .await
                .map_err(|_| SignError::fault("no answer within 30 seconds"))?
                .map_err(|error| SignError::fault(format!("{error:#}")))?,
        };
        match answer {
            Answer::Refused(error) => Err(error),
            answer => Ok(answer),
        }
    }
}

fn unexpected(answer: &Answer) -> SignError {
    SignError::fault(format!("an answer to another question: {answer:?}"))
}

async fn over_socket(path: &Path, request: &Request) -> anyhow::Result<Answer> {
    let socket = UnixStream::connect(path)
        .await
        .with_context(|| format!("nobody listens at {}", path.display()))?;
    let (reading, mut writing) = socket.into_split();
    let mut line = serde_json::to_vec(request)?;
    line.push(b'\n');
    writing.write_all(&line).await?;
    let mut answer = String::new();
    let mut reading = BufReader::new(tokio::io::AsyncReadExt::take(reading, LINE_MAX));
    reading.read_line(&mut answer).await?;
    Ok(serde_json::from_str(&answer)?)
}

/// Answers at a socket until it is dropped. Only processes of the user `uid` are answered, where one is given.
///
/// # Errors
/// Where the socket cannot be made.
pub async fn serve_signer(
    signer: Arc<LocalSigner>,
    path: &Path,
    uid: Option<u32>,
) -> anyhow::Result<()> {
    // One left behind by a process that ended; a socket somebody listens at is not taken over.
    let is_socket = std::fs::symlink_metadata(path).is_ok_and(|file| file.file_type().is_socket());
    if is_socket && UnixStream::connect(path).await.is_err() {
        let _ = std::fs::remove_file(path);
    }
    let listener =
        UnixListener::bind(path).with_context(|| format!("cannot listen at {}", path.display()))?;
    loop {
        let (socket, _) = listener.accept().await?;
        let who = socket.peer_cred()?.uid();
        if uid.is_some_and(|uid| uid != who) {
            tracing::warn!(user = who, "a stranger asked the signer and got no answer");
            continue;
        }
        let signer = Arc::clone(&signer);
        tokio::spawn(async move {
            match tokio::time::timeout(WAIT, serve_one(signer, socket)).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => {
                    tracing::warn!(%error, "a request to the signer could not be answered");
                }
                Err(_) => tracing::warn!("a request to the signer was not ended in time"),
            }
        });
    }
}

async fn serve_one(signer: Arc<LocalSigner>, socket: UnixStream) -> anyhow::Result<()> {
    let (reading, mut writing) = socket.into_split();
    let mut line = String::new();
    let mut reading = BufReader::new(tokio::io::AsyncReadExt::take(reading, LINE_MAX));
    reading.read_line(&mut line).await?;
    let request: Request = serde_json::from_str(&line)?;
    let answer = tokio::task::spawn_blocking(move || signer.answer(request)).await?;
    let mut line = serde_json::to_vec(&answer)?;
    line.push(b'\n');
    writing.write_all(&line).await?;
    Ok(())
}

/// The signer and its files: for each log a key (`.key`, mode 0600) and what it signed last (`.state`).
#[derive(Debug)]
pub struct LocalSigner {
    folder: PathBuf,
}

/// What is kept of a log between two signatures.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    origin: String,
    size: u64,
    parts: Vec<String>,
    root: String,
}

impl LocalSigner {
    /// A signer with its files in this folder, which is made when the first key is.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    fn answer(&self, request: Request) -> Answer {
        let done = match request {
            Request::Begin { origin } => self.begin(&origin).map(Answer::State),
            Request::State { origin } => self.state(&origin).map(Answer::State),
            Request::Sign {
                origin,
                after,
                leaves,
            } => self.sign(&origin, after, &leaves).map(Answer::Note),
        };
        done.unwrap_or_else(Answer::Refused)
    }

    fn begin(&self, origin: &str) -> Result<State, SignError> {
        let _held = self.lock()?;
        if !self.file(origin, "key").exists() {
            if self.file(origin, "state").exists() {
                return Err(SignError::fault(
                    "the key is gone of a log that was signed before",
                ));
            }
            let mut seed = [0; 32];
            getrandom::fill(&mut seed).map_err(SignError::fault)?;
            // The state first: a key without one was never used.
            self.keep(origin, &Frontier::default())?;
            write_whole(&self.file(origin, "key"), hex::encode(seed).as_bytes())?;
        }
        self.read_state(origin)
    }

    fn state(&self, origin: &str) -> Result<State, SignError> {
        let _held = self.lock()?;
        self.read_state(origin)
    }

    fn read_state(&self, origin: &str) -> Result<State, SignError> {
        let (_, key) = self.key(origin)?;
        let kept = self.kept(origin)?;
        Ok(State {
            key: key.to_string(),
            size: kept.size(),
            root: kept.root().to_string(),
        })
    }

    fn sign(&self, origin: &str, after: u64, leaves: &str) -> Result<String, SignError> {
        let _held = self.lock()?;
        let (pair, key) = self.key(origin)?;
        let mut kept = self.kept(origin)?;
        if kept.size() != after {
            return Err(SignError::Elsewhere {
                size: kept.size(),
                asked: after,
            });
        }
        let bytes = hex::decode(leaves).map_err(SignError::fault)?;
        let (hashes, rest) = bytes.as_chunks::<32>();
        if !rest.is_empty() || hashes.len() > LEAVES_MAX {
            return Err(SignError::fault("the leaves cannot be read"));
        }
        for hash in hashes {
            kept.push(Hash(*hash));
        }
        // What is going to be signed is on the disk before anybody can see the signature.
        self.keep(origin, &kept)?;
        let checkpoint = Checkpoint {
            origin: origin.to_owned(),
            size: kept.size(),
            root: kept.root(),
        };
        let text = checkpoint.text();
        let signature: [u8; 64] = pair
            .sign(text.as_bytes())
            .as_ref()
            .try_into()
            .map_err(SignError::fault)?;
        Ok(format!("{text}\n{}", key.signature_line(&signature)))
    }

    fn key(&self, origin: &str) -> Result<(Ed25519KeyPair, Key), SignError> {
        let unknown = || SignError::Unknown {
            origin: origin.to_owned(),
        };
        let path = self.file(origin, "key");
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(unknown()),
            Err(error) => return Err(SignError::fault(error)),
        };
        let seed =
            hex::decode(text.trim()).map_err(|_| SignError::fault("the key cannot be read"))?;
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed)
            .map_err(|_| SignError::fault("the key cannot be read"))?;
        let public = pair.public_key().as_ref().try_into();
        let public = public.map_err(|_| SignError::fault("the key cannot be read"))?;
        let key = Key::new(origin, public)
            .ok_or_else(|| SignError::fault("the name of the log cannot stand in a note"))?;
        Ok((pair, key))
    }

    fn kept(&self, origin: &str) -> Result<Frontier, SignError> {
        let path = self.file(origin, "state");
        let text = std::fs::read_to_string(&path)
            .map_err(|error| SignError::fault(format!("{}: {error}", path.display())))?;
        let wrong = || SignError::fault(format!("{} is not as it was written", path.display()));
        let kept: Kept = serde_json::from_str(&text).map_err(|_| wrong())?;
        let parts: Option<Vec<Hash>> = kept.parts.iter().map(|part| Hash::from_hex(part)).collect();
        let frontier = parts.and_then(|parts| Frontier::new(kept.size, parts));
        frontier
            .filter(|frontier| kept.origin == origin && frontier.root().to_string() == kept.root)
            .ok_or_else(wrong)
    }

    fn keep(&self, origin: &str, frontier: &Frontier) -> Result<(), SignError> {
        let kept = Kept {
            origin: origin.to_owned(),
            size: frontier.size(),
            parts: frontier.parts().iter().map(Hash::to_string).collect(),
            root: frontier.root().to_string(),
        };
        let text = serde_json::to_vec_pretty(&kept).map_err(SignError::fault)?;
        write_whole(&self.file(origin, "state"), &text)
    }

    /// One process at a time; let go when the file is dropped.
    fn lock(&self) -> Result<std::fs::File, SignError> {
        std::fs::create_dir_all(&self.folder).map_err(SignError::fault)?;
        let file = std::fs::OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(self.folder.join("lock"))
            .map_err(SignError::fault)?;
        file.lock().map_err(SignError::fault)?;
        Ok(file)
    }

    /// A file of a log. Origins hold signs that do not belong into a name: what is readable of it, and a hash.
    fn file(&self, origin: &str, kind: &str) -> PathBuf {
        let plain = |c: char| match c.is_ascii_alphanumeric() || c == '.' || c == '-' {
            true => c,
            false => '_',
        };
        let name: String = origin.chars().take(80).map(plain).collect();
        let hash = hex::encode(&Sha256::digest(origin.as_bytes())[..4]);
        self.folder.join(format!("{name}-{hash}.{kind}"))
    }
}

/// Writes a file so that after a power cut it is there whole, or as it was before.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), SignError> {
    let temporary = path.with_extension("new");
    let write = || -> std::io::Result<()> {
        let mut file = std::fs::OpenOptions::new()
            .create(true)
            .truncate(true)
            .write(true)
            .mode(0o600)
            .open(&temporary)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&temporary, path)?;
        match path.parent() {
            Some(folder) => std::fs::File::open(folder)?.sync_all(),
            None => Ok(()),
        }
    };
    write().map_err(|error| SignError::fault(format!("{}: {error}", path.display())))
}
