//! What makes the package a bag, and binds its papers to the public log.

use super::{Kept, Made, Taken, is_told};
use crate::domain::casefile::{
    self, BAGIT, FILES, MANIFEST, TAG_MANIFEST, UNSIGNED, WITHHELD, manifest,
};
use crate::domain::cases::CaseFile;
use crate::domain::docket::Entry;
use crate::domain::log::{Key, Policy};
use crate::i18n::dates;
use crate::services::telling::Reading;
use crate::startup::App;
use crate::storage::log::LogRow;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Checks the whole with coreutils and openssl.
const SCRIPT: &str = include_str!("verify.sh");

/// The number of the leaf of an entry.
fn seq(no: u32) -> u64 {
    u64::from(no).saturating_sub(1)
}

/// The entries as recorded with their salts, which of them are withheld, and the list of stored files.
pub(super) fn entries(
    reading: &Reading<'_>,
    taken: &Taken,
    entries: &[Option<Entry>],
    kept: &[Kept],
) -> Vec<Made> {
    let words = reading.words;
    let mut made = Vec::new();
    let mut withheld = String::new();
    let there: BTreeSet<&str> = kept
        .iter()
        .map(|kept| kept.listed.sha256.as_str())
        .collect();
    let mut kept_back = BTreeSet::new();
    for (row, entry) in taken.rows.iter().zip(entries) {
        let seq = seq(row.no);
        let leaf = taken.leaves.iter().find(|leaf| leaf.no == row.no);
        let salt = leaf.and_then(|leaf| hex::decode(&leaf.salt).ok());
        let Some(salt) = salt.filter(|_| is_told(reading, entry.as_ref())) else {
            withheld.push_str(&format!("{seq:06}  {}\n", words.t("case-entry-withheld")));
            continue;
        };
        for digest in casefile::digests(&row.entry.0) {
            if !there.contains(digest.as_str()) {
                kept_back.insert(digest);
            }
        }
        made.push(Made::new(casefile::record(seq), row.entry.0.as_bytes()));
        made.push(Made::new(casefile::salt(seq), salt));
    }
    for digest in kept_back {
        withheld.push_str(&format!("{digest}  {}\n", words.t("export-file-withheld")));
    }
    if !withheld.is_empty() {
        made.push(Made::new(WITHHELD, withheld));
    }
    let listed: Vec<_> = kept.iter().map(|kept| &kept.listed).collect();
    let mut listed = serde_json::to_string_pretty(&listed).unwrap_or_default();
    listed.push('\n');
    made.push(Made::new(FILES, listed));
    made
}

/// Leaves, receipts, the head, keys and the policy.
pub(super) fn proofs(app: &App, taken: &Taken) -> Vec<Made> {
    let mut made = Vec::new();
    let mut unsigned = String::new();
    let mut logs: BTreeMap<&str, &LogRow> = BTreeMap::new();
    let mut heads: BTreeMap<&str, &str> = BTreeMap::new();
    for (leaf, issued) in taken.leaves.iter().zip(&taken.issued) {
        let seq = seq(leaf.no);
        made.push(Made::new(casefile::leaf(seq), leaf.leaf.as_bytes()));
        match issued {
            Some(issued) => {
                let receipt = issued.receipt.to_string();
                made.push(Made::new(casefile::proof(seq), receipt));
                logs.insert(&issued.log.name, &issued.log);
                heads.insert(&issued.log.name, &issued.receipt.note);
            }
            None => unsigned.push_str(&format!("{seq:06}\n")),
        }
    }
    if !unsigned.is_empty() {
        made.push(Made::new(UNSIGNED, unsigned));
    }
    let none = Policy::default();
    let policy = app.log.policy.as_ref().unwrap_or(&none);
    for (at, (name, log)) in logs.iter().rev().enumerate() {
        // The newest log has the short names.
        let (file, head) = match at {
            0 => ("log".to_owned(), casefile::head(None)),
            _ => (format!("log-{name}"), casefile::head(Some(name))),
        };
        if let Some(stamp) = taken.stamps.get(*name) {
            made.push(Made::new(format!("{head}.tsq"), &*stamp.query));
            made.push(Made::new(format!("{head}.tsr"), &*stamp.reply));
        }
        made.extend(heads.get(name).map(|note| Made::new(head, note.as_bytes())));
        made.push(Made::new(
            format!("log/keys/{file}.vkey"),
            format!("{}\n", log.key),
        ));
        if let Ok(key) = Key::parse(&log.key) {
            made.push(Made::new(format!("log/keys/{file}.pem"), key.pem()));
        }
        if at == 0 {
            made.push(Made::new("log/policy.txt", policy.text(&log.key)));
        }
    }
    if let Some(authority) = app
        .log
        .authority
        .as_ref()
        .filter(|_| !taken.stamps.is_empty())
    {
        made.push(Made::new(casefile::AUTHORITIES, authority.pem.as_bytes()));
    }
    for (no, witness) in (1..).zip(policy.witnesses()) {
        let path = format!("log/keys/witness-{no}.vkey");
        made.push(Made::new(path, format!("{}\n", witness.key)));
    }
    made
}

/// The files that make a bag of the others.
pub(super) fn tags(
    app: &App,
    file: &CaseFile,
    made: &[Made],
    kept: &[Kept],
    kept_bytes: u64,
) -> Vec<Made> {
    let digest = |bytes: &[u8]| hex::encode(Sha256::digest(bytes));
    let (payload, log): (Vec<&Made>, Vec<&Made>) =
        made.iter().partition(|made| made.path.starts_with("data/"));
    let hashed: Vec<(&str, String)> = payload
        .iter()
        .map(|made| (made.path.as_str(), digest(&made.bytes)))
        .chain(
            kept.iter()
                .map(|kept| (kept.listed.file.as_str(), kept.listed.sha256.clone())),
        )
        .collect();
    let bytes: u64 = payload.iter().map(|made| made.bytes.len() as u64).sum();
    let info = format!(
        "Source-Organization: {}\nExternal-Identifier: {}\nExternal-Description: Case file as its reader may see it, bound to a public log\nBagging-Date: {}\nPayload-Oxum: {}.{}\nBag-Software-Agent: redress {}\n",
        app.config.product.name,
        file.number,
        dates::date_of(file.updated_at, &TimeZone::UTC),
        bytes + kept_bytes,
        hashed.len(),
        env!("CARGO_PKG_VERSION"),
    );
    let mut tags = vec![
        Made::new("bagit.txt", BAGIT),
        Made::new("bag-info.txt", info),
        Made::new(
            MANIFEST,
            manifest(hashed.iter().map(|(path, digest)| (*path, digest.as_str()))),
        ),
        Made::new("verify.sh", SCRIPT),
    ];
    let hashed: Vec<(&str, String)> = tags
        .iter()
        .chain(log)
        .map(|made| (made.path.as_str(), digest(&made.bytes)))
        .collect();
    let text = manifest(hashed.iter().map(|(path, digest)| (*path, digest.as_str())));
    tags.push(Made::new(TAG_MANIFEST, text));
    tags
}
