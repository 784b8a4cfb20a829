//! `verify`: checks what somebody holds without asking the service, with nothing but the files and a key.

use super::say;
use crate::domain::casefile::check::Trust;
use crate::domain::log::stamp::Authorities;
use crate::domain::log::{Key, Leaf, Policy, Receipt, event_digest};
use crate::services::export;
use anyhow::Context;
use jiff::Timestamp;
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
    for line in &report.open {
        say!("--  not proved: {line}");
    }
    Ok(())
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
