//! `verify`: checks what somebody holds without asking the service, with nothing but the files and a key.

use super::say;
use crate::domain::casefile::check::Trust;
use crate::domain::casefile::issued::Issued;
use crate::domain::log::stamp::Authorities;
use crate::domain::log::{Key, Leaf, Policy, Receipt, event_digest};
use crate::services::export;
use anyhow::Context;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Checks a receipt: the signature of its head, the line of the log, and the entry with its salt where they are given.
/// One line a check; fails at the first that does not hold.
pub fn receipt(
    proof: &Path,
    leaf: &Path,
    trust: &Trust,
    entry: Option<(PathBuf, PathBuf)>,
) -> anyhow::Result<()> {
    let line = text(leaf)?;
    let receipt = Receipt::parse(&text(proof)?)
        .map_err(|error| anyhow::anyhow!("FAILED  {}: {error}", proof.display()))?;
    let checkpoint = trust
        .logs
        .iter()
        .map(|key| receipt.verify(&line, key))
        .reduce(Result::or)
        .context("name the log's key (--key) or a policy (--policy)")?
        .map_err(|error| anyhow::anyhow!("FAILED  {}: {error}", proof.display()))?;
    say!(
        "ok  the head of {} at {} lines is signed by its key",
        checkpoint.origin,
        checkpoint.size
    );
    say!("ok  the line is number {} of that log", receipt.index + 1);
    let parsed = Leaf::parse(&line);
    if let Some(leaf) = &parsed {
        say!(
            "    it says: entry {} of its case, recorded at {:.3}",
            leaf.seq + 1,
            leaf.t
        );
    }
    match entry {
        Some((record, salt)) => {
            let leaf = parsed.context("FAILED  the line does not stand for an entry")?;
            let salt_bytes =
                std::fs::read(&salt).with_context(|| format!("cannot read {}", salt.display()))?;
            let salt: [u8; 32] = salt_bytes
                .try_into()
                .map_err(|_| anyhow::anyhow!("FAILED  {}: not 32 bytes", salt.display()))?;
            anyhow::ensure!(
                event_digest(&salt, &text(&record)?) == leaf.event,
                "FAILED  {}: not the entry that the line stands for",
                record.display()
            );
            say!("ok  the entry is the one that the line stands for");
        }
        None => say!("    not checked: what the entry says (give --record and --salt)"),
    }
    let seen = trust.policy.seen_by(&receipt.note)?;
    anyhow::ensure!(
        trust.policy.is_met(&seen),
        "FAILED  {}: only {} of the witnesses have signed its head",
        proof.display(),
        seen.len()
    );
    for (witness, at) in &seen {
        let at = Timestamp::from_second(i64::try_from(*at)?)?;
        say!("ok  the witness {witness} saw that head at {at}");
    }
    say!(
        "Proved: this line stood in the log when its head was signed. Not proved: that the log is the only one its \
          owner shows; compare its head with one that somebody else has kept."
    );
    Ok(())
}

/// Whose signatures count: a log's key by itself, or a policy with the keys of log and witnesses; nobody's where neither
/// is given. And who may time-stamp.
pub fn trust(
    key: Option<&str>,
    policy: Option<&Path>,
    authorities: Option<&Path>,
) -> anyhow::Result<Trust> {
    let policy = match policy {
        Some(file) => Policy::parse(&text(file)?).with_context(|| file.display().to_string())?,
        None => Policy::default(),
    };
    let logs = match key {
        Some(key) => vec![key_of(key)?],
        None => policy.logs().to_vec(),
    };
    let authorities = match authorities {
        Some(file) => Some(
            Authorities::parse(text(file)?.as_bytes())
                .with_context(|| file.display().to_string())?,
        ),
        None => None,
    };
    Ok(Trust {
        logs,
        policy,
        authorities,
    })
}

/// Checks a case file: the archive is byte for byte as the service packs it, and what is in it holds together up to the
/// signed heads. One line a check; fails at the first that does not hold.
pub fn case_file(file: &Path, trust: &Trust) -> anyhow::Result<()> {
    let failed = |what: String| anyhow::anyhow!("FAILED  {}: {what}", file.display());
    let open =
        || std::fs::File::open(file).with_context(|| format!("cannot read {}", file.display()));
    let mut start = [0; 4];
    let is_archive = open()?.read_exact(&mut start).is_ok() && start == *b"PK\x03\x04";
    if !is_archive {
        return Err(failed(
            "is no case file; for a receipt name its line too (--leaf)".to_owned(),
        ));
    }
    let report = export::verify(open()?, open()?, trust)
        .map_err(|wrong| anyhow::anyhow!("FAILED  {}: {wrong}", file.display()))?;
    for line in &report.holds {
        say!("ok  {line}");
    }
    let beside = |ending: &str| PathBuf::from(format!("{}.{ending}", file.display()));
    match beside("tlog-proof").exists() {
        true => handed_out(file, &beside, trust)?,
        false => say!(
            "--  not checked: that the service handed this file out (its .tlog-proof, .leaf, .record.json and .salt do not lie beside it)"
        ),
    }
    for line in &report.open {
        say!("--  not proved: {line}");
    }
    Ok(())
}

/// Checks what lies beside a case file: that the log has a line that these very bytes were handed out.
fn handed_out(file: &Path, beside: &dyn Fn(&str) -> PathBuf, trust: &Trust) -> anyhow::Result<()> {
    let failed =
        |ending: &str, what: &str| anyhow::anyhow!("FAILED  {}: {what}", beside(ending).display());
    let line = text(&beside("leaf"))?;
    let leaf = Leaf::parse(&line).ok_or_else(|| failed("leaf", "is no line of a log"))?;
    let record = text(&beside("record.json"))?;
    let salt: Result<[u8; 32], _> = bytes(&beside("salt"))?.try_into();
    let salt = salt.map_err(|_| failed("salt", "is not 32 bytes"))?;
    anyhow::ensure!(
        event_digest(&salt, &record) == leaf.event,
        failed("record.json", "is not what the line stands for")
    );
    let issued = Issued::parse(&record)
        .ok_or_else(|| failed("record.json", "is not the record of a case file"))?;
    let receipt = Receipt::parse(&text(&beside("tlog-proof"))?)
        .map_err(|error| failed("tlog-proof", &error.to_string()))?;
    let keys = match trust.logs.is_empty() {
        true => export::keys_in(std::fs::File::open(file)?)?,
        false => trust.logs.clone(),
    };
    let checkpoint = keys
        .iter()
        .map(|key| receipt.verify(&line, key))
        .reduce(Result::or)
        .context("the file holds no key of a log; name one (--key)")?
        .map_err(|error| failed("tlog-proof", &error.to_string()))?;
    anyhow::ensure!(
        (issued.sha256.clone(), issued.size) == digest_of(file)?,
        failed("record.json", "is of another file")
    );
    say!(
        "ok  the service handed out this very file at {} for {}, of {} entries; line {} of {} says so",
        issued.at,
        issued.made_for,
        issued.entries,
        receipt.index + 1,
        checkpoint.origin
    );
    Ok(())
}

/// SHA-256 of a file, hexadecimal, and its bytes.
fn digest_of(file: &Path) -> anyhow::Result<(String, u64)> {
    let mut open = std::fs::File::open(file)?;
    let (mut hasher, mut part, mut size) = (Sha256::new(), vec![0; 1 << 16], 0);
    loop {
        match open.read(&mut part)? {
            0 => return Ok((hex::encode(hasher.finalize()), size)),
            count => {
                hasher.update(&part[..count]);
                size += count as u64;
            }
        }
    }
}

fn bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn text(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// A key as it is given: the key itself, or a file that holds it.
fn key_of(given: &str) -> anyhow::Result<Key> {
    if let Ok(key) = Key::parse(given) {
        return Ok(key);
    }
    let held = std::fs::read_to_string(given)
        .with_context(|| format!("{given} is neither a verifier key nor a file with one"))?;
    Key::parse(held.trim()).with_context(|| format!("{given} holds no verifier key"))
}
