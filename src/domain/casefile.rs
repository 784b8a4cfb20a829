//! The case file that somebody takes away: a bag (RFC 8493) whose papers are bound to the public log, so that whoever
//! holds it can check it years later without this service. Here stand the names of its parts and the texts that bind
//! them; [`check`] says what holds of one.

pub mod check;
pub mod issued;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;

/// The declaration of a bag (RFC 8493, section 2.1.1).
pub const BAGIT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
/// The files that stand beside the folders, the manifest of tag files among them.
pub const TAGS: [&str; 5] = [
    "bag-info.txt",
    "bagit.txt",
    MANIFEST,
    TAG_MANIFEST,
    "verify.sh",
];
/// The hashes of everything in `data`.
pub const MANIFEST: &str = "manifest-sha256.txt";
/// The hashes of everything else but itself.
pub const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
/// What is kept from the reader, a line each: the number of an entry's leaf or the hash of a file, two spaces, the reason.
pub const WITHHELD: &str = "data/withheld.txt";
/// Entries whose place in the log was not signed yet when the file was made: the number of the leaf, a line each.
pub const UNSIGNED: &str = "log/unsigned.txt";
/// The exhibits and decisions with their names, as [`Listed`].
pub const FILES: &str = "data/files.json";

/// The name of an entry as recorded; `seq` from 0, as in its leaf.
#[must_use]
pub fn record(seq: u64) -> String {
    format!("data/records/{seq:06}.json")
}

/// The name of the salt of an entry.
#[must_use]
pub fn salt(seq: u64) -> String {
    format!("data/records/{seq:06}.salt")
}

/// The certificates that the authority for time-stamps leads to, as the service believes them.
pub const AUTHORITIES: &str = "log/keys/tsa-chain.pem";

/// The name of the head of a log that the receipts are under: of the newest log, or of an earlier one by its name. Its
/// time-stamp has the same name with `.tsq` for what was asked and `.tsr` for what was answered.
#[must_use]
pub fn head(log: Option<&str>) -> String {
    match log {
        None => "log/checkpoint".to_owned(),
        Some(log) => format!("log/checkpoint-{log}"),
    }
}

/// The name of a leaf.
#[must_use]
pub fn leaf(seq: u64) -> String {
    format!("log/leaves/{seq:06}")
}

/// The name of the receipt of a leaf.
#[must_use]
pub fn proof(seq: u64) -> String {
    format!("log/proofs/{seq:06}.tlog-proof")
}

/// A stored file in the bag: its own name cannot be a name there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// Its path in the bag
    pub file: String,
    /// Its number in the case, such as `C-1`
    pub label: String,
    /// The name it came with
    pub name: String,
    /// Its title
    pub title: String,
    /// Media type, as declared
    #[serde(rename = "type")]
    pub media_type: String,
    /// Bytes
    pub size: u64,
    /// SHA-256 of the bytes
    pub sha256: String,
    /// The entry that filed it, by the number of its leaf
    pub seq: u64,
}

/// A manifest: hash, two spaces, path, sorted by path.
#[must_use]
pub fn manifest<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut lines: Vec<(&str, &str)> = files.into_iter().collect();
    lines.sort_unstable();
    let lines = lines.iter();
    lines
        .map(|(path, digest)| format!("{digest}  {path}\n"))
        .collect()
}

/// The hashes of the stored files that an entry names.
#[must_use]
pub fn digests(record: &str) -> BTreeSet<String> {
    fn walk(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            // A file has a size; the digest of a pack has none.
            Value::Object(fields) => {
                let digest = fields.get("digest").and_then(Value::as_str);
                if let Some(digest) = digest.filter(|_| fields.contains_key("size_bytes")) {
                    found.insert(digest.to_owned());
                }
                fields.values().for_each(|value| walk(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| walk(value, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    if let Ok(value) = serde_json::from_str(record) {
        walk(&value, &mut found);
    }
    found
}

/// The ending of a stored file's name in the bag: the one it came with, where that is plain.
#[must_use]
pub fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_plain =
        (1..=8).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    match is_plain {
        true => ending.to_ascii_lowercase(),
        false => "bin".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_plain() {
        for (name, is) in [
            ("合同 1.PDF", "pdf"),
            ("a.tar.gz", "gz"),
            ("a", "bin"),
            ("a.", "bin"),
            ("a.p/f", "bin"),
            ("a.verylongending", "bin"),
        ] {
            assert_eq!(ending(name), is, "{name}");
        }
    }

    #[test]
    fn a_manifest_is_sorted_by_path() {
        assert_eq!(manifest([("b", "2"), ("a", "1")]), "1  a\n2  b\n");
    }
}
