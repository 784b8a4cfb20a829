//! Shows the heads of the logs to witnesses and keeps their signatures (C2SP tlog-witness). A witness signs a head only if
//! it follows on the one it signed before; so two histories for two readers cannot both have its signature.

use super::{LogError, Stored, alarm, signed, unsigned};
use crate::domain::log::note::cosignature;
use crate::domain::log::{Checkpoint, Hash, Key, Witness, tree};
use crate::egress;
use crate::startup::App;
use crate::storage::log::{self as stored, LogRow, WitnessRow};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::sync::Arc;

/// How much later or earlier than our clock a witness may date its signature, in seconds.
const APART_MAX: u64 = 300;

/// Shows every head that not enough witnesses have signed to all of them. Returns for how many logs enough have.
///
/// # Errors
/// Faults of the database. Witnesses that do not answer or refuse are noted; one that was shown another history raises
/// the alarm.
pub async fn ask_witnesses(app: &Arc<App>) -> Result<usize, LogError> {
    let Some(policy) = app.log.policy.as_ref().filter(|policy| policy.asks()) else {
        return Ok(0);
    };
    let mut done = 0;
    for log in app.store.read(stored::list_logs).await? {
        if log.note.is_empty() || log.witnessed_size >= log.size || app.log.alarm().is_some() {
            continue;
        }
        let mut note = log.note.clone();
        for witness in policy.witnesses() {
            let Some(line) = shown(app, &log, witness).await? else {
                continue;
            };
            note.push_str(&line);
        }
        let seen = policy.seen_by(&note)?;
        if !policy.is_met(&seen) {
            tracing::warn!(
                log = log.origin,
                seen = seen.len(),
                "not enough witnesses have signed the head of the log"
            );
            continue;
        }
        let (name, size, now) = (log.name.clone(), log.size, app.now());
        app.store
            .write(move |tx| stored::witness(tx, &name, size, &note, now))
            .await?;
        done += 1;
    }
    Ok(done)
}

/// What came of showing a head.
enum Shown {
    /// The line with the cosignature
    Signed(String),
    /// The witness has signed another number of leaves before
    Elsewhere(u64),
    /// It says that the head does not follow on what it signed
    Contradicted,
    /// It did not sign
    Nothing(String),
}

/// The line with the witness's signature of the head, if it gives one.
async fn shown(
    app: &Arc<App>,
    log: &LogRow,
    witness: &Witness,
) -> Result<Option<String>, LogError> {
    let Some(url) = &witness.url else {
        return Ok(None);
    };
    let name = log.name.clone();
    let known = app
        .store
        .read(move |tx| stored::list_witnesses(tx, &name))
        .await?;
    let known = known.into_iter().find(|row| row.witness == witness.name);
    let mut old = known.map_or(0, |row| unsigned(row.size));
    let size = unsigned(log.size);
    // Once more where it says how much it has signed.
    for _ in 0..2 {
        match show(app, log, witness, url, old.min(size)).await? {
            Shown::Signed(line) => {
                said(app, log, witness, size, String::new()).await?;
                return Ok(Some(line));
            }
            Shown::Elsewhere(at) if at <= size => old = at,
            Shown::Elsewhere(at) => {
                let what = format!(
                    "the witness {} has signed {at} lines of the log {}, here are {size}: an older copy of the database and of the signer was restored",
                    witness.name, log.origin
                );
                alarm::raise(app, what).await?;
                return Ok(None);
            }
            Shown::Contradicted => {
                let what = format!(
                    "the witness {} says that the log {} at {size} lines does not follow on the {old} that it signed",
                    witness.name, log.origin
                );
                alarm::raise(app, what).await?;
                return Ok(None);
            }
            Shown::Nothing(why) => {
                tracing::warn!(
                    witness = witness.name,
                    log = log.origin,
                    why,
                    "a witness did not sign"
                );
                said(app, log, witness, old, why).await?;
                return Ok(None);
            }
        }
    }
    let why = "it says twice that it is elsewhere".to_owned();
    said(app, log, witness, old, why).await?;
    Ok(None)
}

async fn said(
    app: &Arc<App>,
    log: &LogRow,
    witness: &Witness,
    size: u64,
    answer: String,
) -> Result<(), LogError> {
    let row = WitnessRow {
        log: log.name.clone(),
        witness: witness.name.clone(),
        size: signed(size),
        answer,
        at: app.now(),
    };
    Ok(app
        .store
        .write(move |tx| stored::put_witness(tx, &row))
        .await?)
}

/// Asks once: `add-checkpoint`.
async fn show(
    app: &Arc<App>,
    log: &LogRow,
    witness: &Witness,
    url: &str,
    old: u64,
) -> Result<Shown, LogError> {
    let (name, size) = (log.name.clone(), unsigned(log.size));
    let proof = app
        .store
        .read(move |tx| tree::consistency(&mut Stored { tx, log: &name }, old, size))
        .await?;
    let body = request(old, &proof, &log.note);
    let asked = egress::post(
        format!("{url}/add-checkpoint"),
        "text/plain",
        body.into_bytes(),
    );
    let answer = match asked.await {
        Ok(answer) => answer,
        Err(error) => return Ok(Shown::Nothing(error.to_string())),
    };
    let text = String::from_utf8_lossy(&answer.body);
    Ok(match answer.status {
        200 => accepted(app, log, witness, &text)?,
        409 => match text.trim().parse() {
            Ok(at) if at != old => Shown::Elsewhere(at),
            _ => Shown::Nothing("it is elsewhere and does not say where".to_owned()),
        },
        422 => Shown::Contradicted,
        status => Shown::Nothing(format!("it answered {status}")),
    })
}

/// The body of a request: how much the witness has signed, the proof that the head follows on it, and the head.
fn request(old: u64, proof: &[Hash], note: &str) -> String {
    let lines: String = proof
        .iter()
        .map(|hash| format!("{}\n", STANDARD.encode(hash.0)))
        .collect();
    format!("old {old}\n{lines}\n{note}")
}

/// The line of the answer that is the witness's signature of this head, given now.
fn accepted(
    app: &Arc<App>,
    log: &LogRow,
    witness: &Witness,
    answer: &str,
) -> Result<Shown, LogError> {
    let key = Key::parse(&log.key)?;
    let text = Checkpoint::open(&log.note, &key)?.text();
    let now = u64::try_from(app.now().as_second()).unwrap_or_default();
    for line in answer.lines() {
        match cosignature(&text, line, &witness.key) {
            Ok(Some(at)) if at.abs_diff(now) <= APART_MAX => {
                return Ok(Shown::Signed(format!("{line}\n")));
            }
            Ok(Some(at)) => return Ok(Shown::Nothing(format!("its signature is dated {at}"))),
            Ok(None) | Err(_) => {}
        }
    }
    Ok(Shown::Nothing(
        "its answer holds no signature of it".to_owned(),
    ))
}
