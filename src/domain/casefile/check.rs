//! What holds of a case file that somebody brings. Nothing in it is believed: every part is compared with another, up
//! to heads that are signed by a key.

use super::{BAGIT, FILES, Listed, MANIFEST, TAG_MANIFEST, TAGS, UNSIGNED, WITHHELD};
use crate::domain::log::stamp::{self, Authorities};
use crate::domain::log::{Checkpoint, Hash, Key, Leaf, Policy, Receipt, event_digest};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// The longest of the small files: a record with everything that was written in it.
const TEXT_MAX: u64 = 64 << 20;

/// The files of a bag, without the folder that they stand in.
pub trait Files {
    /// Every path, once.
    fn paths(&self) -> Vec<String>;
    /// SHA-256 of a file, hexadecimal, and how many bytes it has.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn digest(&mut self, path: &str) -> Result<(String, u64), String>;
    /// The bytes of a file that is not longer than `most`.
    ///
    /// # Errors
    /// Where it cannot be read, or is longer.
    fn bytes(&mut self, path: &str, most: u64) -> Result<Vec<u8>, String>;
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What was checked and holds, a sentence each
    pub holds: Vec<String>,
    /// What was not proved, a sentence each
    pub open: Vec<String>,
}

/// The first thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {what}")]
pub struct Wrong {
    /// The file, or `archive`
    pub path: String,
    /// What is wrong with it
    pub what: String,
}

fn wrong<T>(path: impl Into<String>, what: impl Into<String>) -> Result<T, Wrong> {
    Err(Wrong {
        path: path.into(),
        what: what.into(),
    })
}

/// Whose signatures count; the keys in the bag where nothing is given.
#[derive(Debug, Clone, Default)]
pub struct Trust {
    /// Keys of logs
    pub logs: Vec<Key>,
    /// Witnesses, and how many of them
    pub policy: Policy,
    /// Who may time-stamp; the certificates in the bag where nobody is named
    pub authorities: Option<Authorities>,
}

/// A bag under examination.
struct Bag<'a> {
    files: &'a mut dyn Files,
    paths: BTreeSet<String>,
    report: Report,
}

/// Checks a case file.
///
/// # Errors
/// The first thing that does not hold.
pub fn check(files: &mut dyn Files, trust: &Trust) -> Result<Report, Wrong> {
    let all = files.paths();
    let paths: BTreeSet<String> = all.iter().cloned().collect();
    if paths.len() != all.len() {
        return wrong("archive", "a path stands in it twice");
    }
    let mut bag = Bag {
        files,
        paths,
        report: Report::default(),
    };
    bag.is_whole()?;
    let leaves = bag.leaves()?;
    let disclosed = bag.records(&leaves)?;
    bag.proofs(&leaves, trust)?;
    bag.stored(&disclosed)?;
    bag.report.open.push(
        "that nothing was recorded after the last entry of the file: compare the log itself"
            .to_owned(),
    );
    bag.report.open.push(
        "the pages and PDFs made to be read: they are the service's telling of the entries"
            .to_owned(),
    );
    Ok(bag.report)
}

impl Bag<'_> {
    fn holds(&mut self, what: impl Into<String>) {
        self.report.holds.push(what.into());
    }

    fn text(&mut self, path: &str) -> Result<String, Wrong> {
        let bytes = self.bytes(path)?;
        String::from_utf8(bytes).or_else(|_| wrong(path, "is not UTF-8"))
    }

    fn bytes(&mut self, path: &str) -> Result<Vec<u8>, Wrong> {
        if !self.paths.contains(path) {
            return wrong(path, "is missing");
        }
        let bytes = self.files.bytes(path, TEXT_MAX);
        bytes.or_else(|what| wrong(path, what))
    }

    /// The form of a bag, and that every file is the one that the manifests name.
    fn is_whole(&mut self) -> Result<(), Wrong> {
        if self.text("bagit.txt")? != BAGIT {
            return wrong("bagit.txt", "is not that of a bag of version 1.0");
        }
        for path in self.paths.clone() {
            let is_known = path.starts_with("data/")
                || path.starts_with("log/")
                || TAGS.contains(&path.as_str());
            if !is_known {
                return wrong(path, "does not belong into a case file");
            }
        }
        let is_payload = |path: &str| path.starts_with("data/");
        let payload = self.manifest(MANIFEST, is_payload)?;
        let tags = self.manifest(TAG_MANIFEST, |path| {
            !is_payload(path) && path != TAG_MANIFEST
        })?;
        self.holds(format!(
            "every one of its {payload} papers and {tags} further files is the one that the manifests name"
        ));
        Ok(())
    }

    fn manifest(&mut self, name: &str, is_for: impl Fn(&str) -> bool) -> Result<usize, Wrong> {
        let text = self.text(name)?;
        let mut named = BTreeMap::new();
        for line in text.lines() {
            let Some((digest, path)) = line.split_once("  ") else {
                return wrong(name, "has a line that is no hash with a path");
            };
            if Hash::from_hex(digest).is_none() || named.insert(path, digest).is_some() {
                return wrong(name, format!("says something of {path} that cannot be"));
            }
        }
        if super::manifest(named.iter().map(|(path, digest)| (*path, *digest))) != text {
            return wrong(name, "is not in order");
        }
        let there: Vec<String> = self
            .paths
            .iter()
            .filter(|path| is_for(path))
            .cloned()
            .collect();
        for path in &there {
            let Some(digest) = named.remove(path.as_str()) else {
                return wrong(path, format!("does not stand in {name}"));
            };
            let (found, _) = self
                .files
                .digest(path)
                .or_else(|what| wrong(path.clone(), what))?;
            if found != digest {
                return wrong(path, format!("is not the file that {name} names"));
            }
        }
        match named.keys().next() {
            Some(path) => wrong(*path, format!("stands in {name} and is missing")),
            None => Ok(there.len()),
        }
    }

    /// The leaves: numbered from 0 without a gap, of one case, each bound to the one before it.
    fn leaves(&mut self) -> Result<Vec<(String, Leaf)>, Wrong> {
        let names: Vec<String> = self
            .paths
            .iter()
            .filter(|path| path.starts_with("log/leaves/"))
            .cloned()
            .collect();
        let mut leaves: Vec<(String, Leaf)> = Vec::with_capacity(names.len());
        for (seq, path) in (0_u64..).zip(names) {
            if path != super::leaf(seq) {
                return wrong(super::leaf(seq), "is missing");
            }
            let text = self.text(&path)?;
            let Some(leaf) = Leaf::parse(&text) else {
                return wrong(path, "is no line of a log");
            };
            let before = leaves.last().map(|(_, before)| before);
            if leaf.seq != seq || before.is_some_and(|before| before.case != leaf.case) {
                return wrong(path, "is the line of another entry");
            }
            if leaf.prev != before.map_or(Leaf::NONE, Leaf::hash) {
                return wrong(path, "does not follow on the line before it");
            }
            if before.is_some_and(|before| leaf.t < before.t) {
                return wrong(path, "was recorded before the line before it");
            }
            leaves.push((text, leaf));
        }
        if leaves.is_empty() {
            return wrong("log/leaves", "there is none");
        }
        self.holds(format!(
            "its {} entries are numbered without a gap, each bound to the one before it",
            leaves.len()
        ));
        Ok(leaves)
    }

    /// What is said to be withheld: numbers of leaves, and hashes of files.
    fn withheld(&mut self) -> Result<BTreeSet<String>, Wrong> {
        if !self.paths.contains(WITHHELD) {
            return Ok(BTreeSet::new());
        }
        let text = self.text(WITHHELD)?;
        let lines = text.lines().filter_map(|line| line.split_once("  "));
        Ok(lines.map(|(what, _)| what.to_owned()).collect())
    }

    /// The entries that are told, by the number of their leaves; of the others it is said that they are withheld.
    fn records(&mut self, leaves: &[(String, Leaf)]) -> Result<BTreeMap<u64, String>, Wrong> {
        let mut withheld = self.withheld()?;
        withheld.retain(|what| Hash::from_hex(what).is_none());
        let mut disclosed = BTreeMap::new();
        for (_, leaf) in leaves {
            let (path, salt_path) = (super::record(leaf.seq), super::salt(leaf.seq));
            let is_withheld = withheld.contains(&format!("{:06}", leaf.seq));
            let is_there = self.paths.contains(&path) || self.paths.contains(&salt_path);
            match (is_withheld, is_there) {
                (true, false) => continue,
                (true, true) => return wrong(path, "is there and is said to be withheld"),
                (false, _) => {}
            }
            let record = self.text(&path)?;
            let salt: Result<[u8; 32], _> = self.bytes(&salt_path)?.try_into();
            let Ok(salt) = salt else {
                return wrong(salt_path, "is not 32 bytes");
            };
            if event_digest(&salt, &record) != leaf.event {
                return wrong(path, "is not the entry that its line stands for");
            }
            disclosed.insert(leaf.seq, record);
        }
        let known = 2 * disclosed.len();
        let records = self
            .paths
            .iter()
            .filter(|path| path.starts_with("data/records/"));
        if records.count() != known || withheld.len() + disclosed.len() != leaves.len() {
            return wrong(
                "data/records",
                "holds or lacks an entry that no line stands for",
            );
        }
        self.holds(format!(
            "{} entries are those that their lines stand for",
            disclosed.len()
        ));
        if !withheld.is_empty() {
            self.report.open.push(format!(
                "what {} entries say that are withheld from whoever took the file",
                withheld.len()
            ));
        }
        Ok(disclosed)
    }

    /// The receipts: that the leaves stand in logs whose heads are signed.
    fn proofs(&mut self, leaves: &[(String, Leaf)], trust: &Trust) -> Result<(), Wrong> {
        let mut keys = trust.logs.clone();
        if keys.is_empty() {
            keys = self.own_keys()?;
        }
        let unsigned: BTreeSet<String> = match self.paths.contains(UNSIGNED) {
            true => self.text(UNSIGNED)?.lines().map(str::to_owned).collect(),
            false => BTreeSet::new(),
        };
        let mut heads: BTreeMap<String, (Checkpoint, String)> = BTreeMap::new();
        let mut places: BTreeMap<String, u64> = BTreeMap::new();
        let (mut proved, mut last) = (0_u64, String::new());
        for (text, leaf) in leaves {
            let path = super::proof(leaf.seq);
            let is_open = unsigned.contains(&format!("{:06}", leaf.seq));
            match (is_open, self.paths.contains(&path)) {
                (true, false) => continue,
                (true, true) => return wrong(path, "is there and is said to be missing"),
                (false, _) => {}
            }
            // The head is signed over all that was recorded before.
            if leaf.seq != proved {
                return wrong(super::proof(proved), "is missing");
            }
            let receipt = match Receipt::parse(&self.text(&path)?) {
                Ok(receipt) => receipt,
                Err(error) => return wrong(path, error.to_string()),
            };
            let opened = keys.iter().map(|key| receipt.verify(text, key));
            let checkpoint = match opened.reduce(Result::or) {
                Some(Ok(checkpoint)) => checkpoint,
                Some(Err(error)) => return wrong(path, error.to_string()),
                None => return wrong(path, "no key of a log is known"),
            };
            let place = places.insert(checkpoint.origin.clone(), receipt.index);
            if place.is_some_and(|before| before >= receipt.index) {
                return wrong(path, "stands before an earlier entry in its log");
            }
            let seen = match trust.policy.seen_by(&receipt.note) {
                Ok(seen) if trust.policy.is_met(&seen) => seen,
                Ok(_) => return wrong(path, "not enough of the witnesses have signed its head"),
                Err(error) => return wrong(path, error.to_string()),
            };
            for (witness, at) in seen {
                let said = format!("the witness {witness} saw a head over these entries");
                let at = i64::try_from(at)
                    .ok()
                    .and_then(|at| Timestamp::from_second(at).ok());
                let said = at.map_or(said.clone(), |at| format!("{said} at {at}"));
                if !self.report.holds.contains(&said) {
                    self.holds(said);
                }
            }
            last.clone_from(&checkpoint.origin);
            heads.insert(checkpoint.origin.clone(), (checkpoint, receipt.note));
            proved += 1;
        }
        if unsigned.len() as u64 + proved != leaves.len() as u64 {
            return wrong(UNSIGNED, "names an entry that no line stands for");
        }
        let proofs = self
            .paths
            .iter()
            .filter(|path| path.starts_with("log/proofs/"));
        if proofs.count() as u64 != proved {
            return wrong("log/proofs", "holds a receipt that no line stands for");
        }
        let mut is_stamped = false;
        for (origin, (head, note)) in &heads {
            let path = match *origin == last {
                true => super::head(None),
                false => super::head(origin.rsplit('/').next()),
            };
            if self.text(&path)? != *note {
                return wrong(path, "is not the head of the last receipt");
            }
            is_stamped |= self.stamp(&path, head, trust)?;
        }
        if !is_stamped && proved > 0 {
            self.report.open.push(
                "when this happened, by anybody's clock but the service's: no head in the file is time-stamped"
                    .to_owned(),
            );
        }
        let names: Vec<String> = heads
            .values()
            .map(|(head, _)| format!("{} ({} lines)", head.origin, head.size))
            .collect();
        if !names.is_empty() {
            self.holds(format!(
                "{proved} entries stand in the log that its key has signed: {}",
                names.join(", ")
            ));
        }
        if !unsigned.is_empty() {
            self.report.open.push(format!(
                "that {} of the newest entries are in the log: its head was not signed over them yet",
                unsigned.len()
            ));
        }
        if trust.logs.is_empty() {
            for key in &keys {
                self.report.open.push(format!(
                    "that this key, which came with the file, is the log's: {key}"
                ));
            }
        }
        Ok(())
    }

    /// The time-stamp of a head, if it has one.
    fn stamp(&mut self, path: &str, head: &Checkpoint, trust: &Trust) -> Result<bool, Wrong> {
        let (query, reply) = (format!("{path}.tsq"), format!("{path}.tsr"));
        if !self.paths.contains(&query) && !self.paths.contains(&reply) {
            return Ok(false);
        }
        let (asked, answered) = (self.bytes(&query)?, self.bytes(&reply)?);
        let own;
        let authorities = match &trust.authorities {
            Some(authorities) => authorities,
            None => {
                let pem = self.bytes(super::AUTHORITIES)?;
                own = Authorities::parse(&pem)
                    .or_else(|error| wrong(super::AUTHORITIES, error.to_string()))?;
                &own
            }
        };
        let said = stamp::verify(&head.text(), &asked, &answered, authorities)
            .or_else(|error| wrong(reply, error.to_string()))?;
        self.holds(format!(
            "an authority says that the head of {} over {} lines existed at {}: {}",
            head.origin, head.size, said.at, said.authority
        ));
        if trust.authorities.is_none() {
            self.report.open.push(format!(
                "that this authority for time-stamps can be believed; its certificates came with the file: {}",
                said.authority
            ));
        }
        Ok(true)
    }

    /// The keys of logs in the bag.
    fn own_keys(&mut self) -> Result<Vec<Key>, Wrong> {
        let is_key = |path: &&String| path.starts_with("log/keys/log") && path.ends_with(".vkey");
        let paths: Vec<String> = self.paths.iter().filter(is_key).cloned().collect();
        let mut keys = Vec::new();
        for path in paths {
            match Key::parse(self.text(&path)?.trim_end()) {
                Ok(key) => keys.push(key),
                Err(error) => return wrong(path, error.to_string()),
            }
        }
        Ok(keys)
    }

    /// The stored files: listed, as long as it is said, and named by their hash in the entry that filed them.
    fn stored(&mut self, disclosed: &BTreeMap<u64, String>) -> Result<(), Wrong> {
        let text = self.text(FILES)?;
        let listed: Vec<Listed> = match serde_json::from_str(&text) {
            Ok(listed) => listed,
            Err(error) => return wrong(FILES, error.to_string()),
        };
        let (mut bound, mut open) = (0, 0);
        let mut known = BTreeSet::new();
        for one in &listed {
            if !self.paths.contains(&one.file) || !known.insert(one.file.clone()) {
                return wrong(
                    &one.file,
                    format!("is listed in {FILES} and is not there once"),
                );
            }
            let (digest, size) = self
                .files
                .digest(&one.file)
                .or_else(|what| wrong(one.file.clone(), what))?;
            if (digest.as_str(), size) != (one.sha256.as_str(), one.size) {
                return wrong(&one.file, format!("is not the file that {FILES} lists"));
            }
            match disclosed.get(&one.seq) {
                Some(record) if record.contains(&format!("\"{digest}\"")) => bound += 1,
                Some(_) => {
                    return wrong(
                        &one.file,
                        format!("its hash does not stand in {}", super::record(one.seq)),
                    );
                }
                None => open += 1,
            }
        }
        let is_stored = |path: &&String| {
            path.starts_with("data/evidence/") || path.starts_with("data/decisions/")
        };
        if let Some(path) = self
            .paths
            .iter()
            .filter(is_stored)
            .find(|path| !known.contains(*path))
        {
            return wrong(path, format!("does not stand in {FILES}"));
        }
        let mut kept_back = 0;
        let withheld = self.withheld()?;
        let there: BTreeSet<&str> = listed.iter().map(|one| one.sha256.as_str()).collect();
        for (seq, record) in disclosed {
            for digest in super::digests(record) {
                if there.contains(digest.as_str()) {
                    continue;
                }
                if !withheld.contains(&digest) {
                    return wrong(
                        super::record(*seq),
                        format!("names a file that is missing: {digest}"),
                    );
                }
                kept_back += 1;
            }
        }
        if kept_back > 0 {
            self.report.open.push(format!(
                "what {kept_back} files hold that are withheld from whoever took the file"
            ));
        }
        self.holds(format!(
            "{bound} exhibits and decisions are, byte for byte, those whose hash stands in the entry that filed them"
        ));
        if open > 0 {
            self.report.open.push(format!(
                "where {open} files come from: the entries that filed them are withheld, or are not in this file"
            ));
        }
        Ok(())
    }
}
