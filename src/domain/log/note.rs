//! Signed notes and checkpoints (C2SP signed-note, tlog-checkpoint): a text of three lines that says how large a log is
//! and what its head is, with signatures below it.

use super::tree::Hash;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::signature::{ED25519, UnparsedPublicKey};
use sha2::{Digest, Sha256};
use std::fmt;

/// What the signatures of a key mean. All are Ed25519.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The text of a note: what a log signs
    Note = 1,
    /// A text and when it was seen: what a witness signs (C2SP tlog-cosignature, `cosignature/v1`)
    Cosignature = 4,
}
/// What a line with a signature begins with.
const DASH: &str = "\u{2014} ";

/// Why a note is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// It is not a signed note
    #[error("the note is malformed")]
    Malformed,
    /// The text is no checkpoint
    #[error("the text is not a checkpoint")]
    NoCheckpoint,
    /// It is of another log
    #[error("the checkpoint is of the log {0}")]
    OtherLog(String),
    /// The key has not signed it
    #[error("the note is not signed by {0}")]
    Unsigned(String),
    /// The signature is wrong
    #[error("the signature by {0} is wrong")]
    Wrong(String),
    /// A verifier key cannot be read
    #[error("the verifier key is malformed")]
    Key,
}

/// A verifier key: who signs, and with what public key.
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    name: String,
    kind: Kind,
    public: [u8; 32],
}

impl Key {
    /// A log's key under a name; none if the name cannot stand in a note.
    #[must_use]
    pub fn new(name: &str, public: [u8; 32]) -> Option<Self> {
        Self::of_kind(name, Kind::Note, public)
    }

    /// As [`Key::new`], for a key of either kind.
    #[must_use]
    pub fn of_kind(name: &str, kind: Kind, public: [u8; 32]) -> Option<Self> {
        let is_sound = !name.is_empty()
            && !name
                .chars()
                .any(|c| c.is_whitespace() || c == '+' || c.is_control());
        is_sound.then(|| Self {
            name: name.to_owned(),
            kind,
            public,
        })
    }

    /// Reads a verifier key: `name+hash+key`.
    ///
    /// # Errors
    /// `Key`, also where the hash does not fit or the key is of another sort.
    pub fn parse(text: &str) -> Result<Self, NoteError> {
        let mut parts = text.trim_end().splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NoteError::Key);
        };
        let bytes = STANDARD.decode(key).map_err(|_| NoteError::Key)?;
        let (kind, public) = match bytes.split_first() {
            Some((1, public)) => (Kind::Note, public),
            Some((4, public)) => (Kind::Cosignature, public),
            _ => return Err(NoteError::Key),
        };
        let public: [u8; 32] = public.try_into().map_err(|_| NoteError::Key)?;
        let key = Self::of_kind(name, kind, public).ok_or(NoteError::Key)?;
        match hex::encode(key.id()) == id {
            true => Ok(key),
            false => Err(NoteError::Key),
        }
    }

    /// Who signs.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What its signatures mean.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The public key, 32 bytes.
    #[must_use]
    pub fn public(&self) -> &[u8; 32] {
        &self.public
    }

    /// What tells it from other keys of the name: the first four bytes of a hash.
    #[must_use]
    pub fn id(&self) -> [u8; 4] {
        let hasher = Sha256::new().chain_update(self.name.as_bytes());
        let hash = hasher
            .chain_update([b'\n', self.kind as u8])
            .chain_update(self.public);
        let hash: [u8; 32] = hash.finalize().into();
        [hash[0], hash[1], hash[2], hash[3]]
    }

    /// The public key as a PEM file, as openssl reads it: an Ed25519 SubjectPublicKeyInfo (RFC 8410).
    #[must_use]
    pub fn pem(&self) -> String {
        const PREFIX: [u8; 12] = [
            0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
        ];
        let der = [&PREFIX[..], &self.public].concat();
        format!(
            "-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n",
            STANDARD.encode(der)
        )
    }

    /// The line that a signature of a text becomes in its note.
    #[must_use]
    pub fn signature_line(&self, signature: &[u8; 64]) -> String {
        let bytes = [&self.id()[..], signature].concat();
        format!("{DASH}{} {}\n", self.name, STANDARD.encode(bytes))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [&[self.kind as u8][..], &self.public].concat();
        write!(
            f,
            "{}+{}+{}",
            self.name,
            hex::encode(self.id()),
            STANDARD.encode(bytes)
        )
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text of a note that this key has signed; other signatures are left to whoever knows their keys.
///
/// # Errors
/// Malformed, not signed by the key, or signed wrongly.
pub fn verify<'a>(note: &'a str, key: &Key) -> Result<&'a str, NoteError> {
    let (text, lines) = parts(note)?;
    let mut is_signed = false;
    for line in lines {
        let (name, value) = signature(line)?;
        if name != key.name() || value[..4] != key.id() {
            continue;
        }
        ring_verify(key, text.as_bytes(), &value[4..])?;
        is_signed = true;
    }
    match is_signed {
        true => Ok(text),
        false => Err(NoteError::Unsigned(key.name.clone())),
    }
}

fn ring_verify(key: &Key, text: &[u8], signature: &[u8]) -> Result<(), NoteError> {
    UnparsedPublicKey::new(&ED25519, key.public)
        .verify(text, signature)
        .map_err(|_| NoteError::Wrong(key.name.clone()))
}

/// The text with its last line end, and the lines of signatures.
fn parts(note: &str) -> Result<(&str, Vec<&str>), NoteError> {
    let is_control = |c: char| c.is_control() && c != '\n';
    let at = note.rfind("\n\n").ok_or(NoteError::Malformed)?;
    let (text, below) = (&note[..=at], &note[at + 2..]);
    let below = below.strip_suffix('\n').ok_or(NoteError::Malformed)?;
    if below.is_empty() || note.chars().any(is_control) {
        return Err(NoteError::Malformed);
    }
    Ok((text, below.split('\n').collect()))
}

/// Who signed, and the bytes: four of the key's hash and the signature.
fn signature(line: &str) -> Result<(&str, Vec<u8>), NoteError> {
    let rest = line.strip_prefix(DASH).ok_or(NoteError::Malformed)?;
    let (name, value) = rest.split_once(' ').ok_or(NoteError::Malformed)?;
    let bytes = STANDARD.decode(value).map_err(|_| NoteError::Malformed)?;
    if name.is_empty() || bytes.len() < 5 {
        return Err(NoteError::Malformed);
    }
    Ok((name, bytes))
}

/// How large a log is and what its head is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log
    pub origin: String,
    /// Its number of leaves
    pub size: u64,
    /// Its head
    pub root: Hash,
}

impl Checkpoint {
    /// The text that is signed: three lines.
    #[must_use]
    pub fn text(&self) -> String {
        format!(
            "{}\n{}\n{}\n",
            self.origin,
            self.size,
            STANDARD.encode(self.root.0)
        )
    }

    /// What a text says.
    ///
    /// # Errors
    /// `NoCheckpoint` where it is not exactly three such lines; this log has no further ones.
    pub fn parse(text: &str) -> Result<Self, NoteError> {
        let mut lines = text
            .strip_suffix('\n')
            .ok_or(NoteError::NoCheckpoint)?
            .split('\n');
        let (Some(origin), Some(size), Some(root), None) =
            (lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(NoteError::NoCheckpoint);
        };
        let root = STANDARD
            .decode(root)
            .ok()
            .and_then(|root| root.try_into().ok());
        let read = Self {
            origin: origin.to_owned(),
            size: size.parse().map_err(|_| NoteError::NoCheckpoint)?,
            root: Hash(root.ok_or(NoteError::NoCheckpoint)?),
        };
        match read.text() == text {
            true => Ok(read),
            false => Err(NoteError::NoCheckpoint),
        }
    }

    /// The checkpoint of a note that this log's key has signed.
    ///
    /// # Errors
    /// As [`verify`]; `OtherLog` where its origin is not the key's name.
    pub fn open(note: &str, key: &Key) -> Result<Self, NoteError> {
        let checkpoint = Self::parse(verify(note, key)?)?;
        match checkpoint.origin == key.name() {
            true => Ok(checkpoint),
            false => Err(NoteError::OtherLog(checkpoint.origin)),
        }
    }
}

/// When the witness of this key saw the checkpoint of a note, in seconds since 1970: its cosignature, if it has given one.
///
/// # Errors
/// Malformed, or a cosignature of the key that is wrong.
pub fn cosigned(note: &str, witness: &Key) -> Result<Option<u64>, NoteError> {
    let (text, lines) = parts(note)?;
    for line in lines {
        if let Some(at) = cosignature(text, line, witness)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

/// As [`cosigned`], of one line; none for a line of somebody else.
///
/// # Errors
/// As [`cosigned`].
pub fn cosignature(text: &str, line: &str, witness: &Key) -> Result<Option<u64>, NoteError> {
    let (name, value) = signature(line)?;
    if witness.kind != Kind::Cosignature || name != witness.name() || value[..4] != witness.id() {
        return Ok(None);
    }
    let (time, bytes) = value[4..]
        .split_first_chunk::<8>()
        .ok_or(NoteError::Malformed)?;
    let at = u64::from_be_bytes(*time);
    let signed = cosigned_text(text, at);
    ring_verify(witness, signed.as_bytes(), bytes)?;
    Ok(Some(at))
}

/// What a witness signs of a checkpoint's text.
#[must_use]
pub fn cosigned_text(text: &str, at: u64) -> String {
    format!("cosignature/v1\ntime {at}\n{text}")
}
