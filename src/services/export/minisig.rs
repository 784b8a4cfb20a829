//! The detached signature beside a case file, in the form of minisign: Ed25519 over a hash of the file. It says that the file
//! comes from this installation; what stands in the record is for the receipt. The key follows from the
//! installation's secret, so that every machine of it signs alike.

use crate::startup::App;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use blake2::{Blake2b512, Digest};
use jiff::Timestamp;
use ring::hkdf::{HKDF_SHA256, Salt};
use ring::signature::{Ed25519KeyPair, KeyPair};

/// What the key is for, so that no other use of the secret leads to it.
const PURPOSE: &[u8] = b"redress case files, minisign, v1";

/// The hash that is signed, while a file is written.
#[derive(Default)]
pub struct Hasher(Blake2b512);

impl Hasher {
    /// Takes the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }
}

/// The key that signs case files; none where the machine cannot derive one.
struct Pair {
    pair: Ed25519KeyPair,
    id: [u8; 8],
}

impl Pair {
    fn of(app: &App) -> Option<Self> {
        let secret = app.config.secrets.key.reveal();
        let from = Salt::new(HKDF_SHA256, b"redress").extract(secret.as_bytes());
        let info = [PURPOSE];
        let expanded = from.expand(&info, HKDF_SHA256).ok()?;
        let mut seed = [0; 32];
        expanded.fill(&mut seed).ok()?;
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).ok()?;
        let hash = sha2::Sha256::digest(pair.public_key().as_ref());
        let id = hash[..8].try_into().ok()?;
        Some(Self { pair, id })
    }

    /// The number of the key as minisign prints it.
    fn name(&self) -> String {
        format!("{:016X}", u64::from_le_bytes(self.id))
    }
}

/// The public key as a file that minisign reads.
pub fn public_key(app: &App) -> Option<String> {
    let pair = Pair::of(app)?;
    let bytes = [b"Ed", &pair.id[..], pair.pair.public_key().as_ref()].concat();
    Some(format!(
        "untrusted comment: minisign public key {}\n{}\n",
        pair.name(),
        STANDARD.encode(bytes)
    ))
}

/// The signature of a file whose bytes went through the hasher; `name` is the file's, `at` when it was made.
pub fn sign(app: &App, hasher: Hasher, name: &str, at: Timestamp) -> Option<String> {
    let pair = Pair::of(app)?;
    let signature = pair.pair.sign(&hasher.0.finalize());
    let line = [b"ED", &pair.id[..], signature.as_ref()].concat();
    let comment = format!("timestamp:{}\tfile:{name}\thashed", at.as_second());
    let whole = [signature.as_ref(), comment.as_bytes()].concat();
    Some(format!(
        "untrusted comment: case file, signed with key {}\n{}\ntrusted comment: {comment}\n{}\n",
        pair.name(),
        STANDARD.encode(line),
        STANDARD.encode(pair.pair.sign(&whole).as_ref())
    ))
}
