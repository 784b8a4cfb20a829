//! The seller's answer to a notice while it is written, and how it is sent: its evidence and the
//! counter-notice become entries together, or neither does.

use super::Paper;
use crate::domain::acts::{Act, Receipt, Refusal};
use crate::domain::evidence::{self, NewExhibit};
use crate::domain::ids::{CaseId, DraftId};
use crate::domain::notices::{self, Declaration};
use crate::domain::parties::Actor;
use crate::domain::procedures::{Attestation, Pack};
use crate::services::acts::{ActError, load, perform_in, receipt_in};
use crate::startup::App;
use crate::storage::{self, StorageError, StorageResult, WriteTx};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Why a seller does not agree; words under `response-ground-<…>`.
pub const GROUNDS: [&str; 7] = [
    "licence",
    "exhausted",
    "own-right",
    "different",
    "descriptive",
    "not-mine",
    "other",
];

/// A seller's answers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ResponseDraft {
    /// One of [`GROUNDS`]
    pub ground: String,
    /// Reasons
    pub statement: String,
    /// Who answers
    pub name: String,
    /// Where papers reach the seller
    pub address: String,
    /// Telephone
    pub phone: String,
    /// Evidence
    pub papers: Vec<Paper>,
    /// Declarations with their texts
    pub declarations: Vec<Declaration>,
    /// What was typed and not yet checked, by step
    pub typed: BTreeMap<String, Vec<(String, String)>>,
}

impl ResponseDraft {
    /// Name, address and telephone, a line each.
    pub fn contact(&self) -> String {
        [&self.name, &self.address, &self.phone]
            .into_iter()
            .filter(|line| !line.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Are the reasons and the contact there?
    pub fn has_reasons(&self) -> bool {
        !self.ground.is_empty()
            && !self.statement.is_empty()
            && !self.name.is_empty()
            && !self.address.is_empty()
    }

    /// Were all declarations of the pack given?
    pub fn has_declared(&self, pack: &Pack) -> bool {
        attestations(pack).iter().all(|a| {
            self.declarations
                .iter()
                .any(|d| d.id == a.id && d.version == a.version.to_string())
        })
    }
}

/// The declarations that a counter-notice under a pack needs.
pub fn attestations(pack: &Pack) -> Vec<&Attestation> {
    pack.document("counter")
        .map(|document| pack.attestations_of(document).collect())
        .unwrap_or_default()
}

/// Does the law ask for evidence with the counter-notice?
pub fn proof_is_required(pack: &Pack) -> bool {
    pack.document("counter").is_some_and(|document| {
        document
            .fields
            .iter()
            .any(|field| field.id == "proof" && field.required)
    })
}

/// A counter-notice to be sent.
#[derive(Debug, Clone)]
pub struct Counter {
    /// The case
    pub case: CaseId,
    /// The track
    pub track: u32,
    /// Version of the case that the page showed
    pub seen: Option<u64>,
    /// The draft
    pub draft: DraftId,
    /// Version of the draft that the page showed
    pub version: u32,
    /// Who sends
    pub actor: Actor,
}

/// Files the evidence and the counter-notice of a draft. Sent twice, the first receipt is given again.
///
/// # Errors
/// A refusal or a fault with nothing changed; `Stale` of the database when another window changed the draft.
pub async fn send(app: &Arc<App>, counter: Counter) -> Result<Receipt, ActError> {
    let held = Arc::clone(app);
    let sent = app
        .store
        .write_or_refuse(move |tx| send_in(tx, &held, &counter))
        .await?;
    Ok(sent?)
}

fn send_in(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    counter: &Counter,
) -> StorageResult<Result<Receipt, Refusal>> {
    let key = super::form_key(counter.draft);
    if let Some((_, receipt)) = receipt_in(tx, &key)? {
        return Ok(Ok(receipt));
    }
    let row = storage::drafts::find(tx, counter.draft)?;
    let row = row
        .filter(|row| row.case_id == Some(counter.case) && row.track_no == Some(counter.track))
        .ok_or(StorageError::NotFound)?;
    if row.version != counter.version {
        return Err(StorageError::Stale);
    }
    let draft = super::read::<ResponseDraft>(row)?.data;
    let file = load(tx, counter.case)?;
    if let Some(seen) = counter.seen
        && seen != file.version
    {
        return Ok(Err(Refusal::Stale {
            version: file.version,
        }));
    }
    let act = Act::Notice(notices::Act::Counter {
        track: counter.track,
        ground: draft.ground.clone(),
        statement: draft.statement.clone(),
        contact: draft.contact(),
        declarations: draft.declarations.clone(),
    });
    let exhibits: Vec<NewExhibit> = draft.papers.iter().map(Paper::exhibit).collect();
    // Evidence comes second: a late counter-notice first has to open the track again.
    let joint = Joint {
        case: counter.case,
        seen: None,
        key: Some(key),
        actor: counter.actor.clone(),
        act,
        exhibits,
        exhibits_first: false,
    };
    let receipt = match joint_in(tx, app, &joint)? {
        Ok(receipt) => receipt,
        Err(refusal) => return Ok(Err(refusal)),
    };
    storage::drafts::delete(tx, counter.draft)?;
    Ok(Ok(receipt))
}

/// An act and the exhibits that come with it: two entries or none.
#[derive(Debug, Clone)]
pub struct Joint {
    /// The case
    pub case: CaseId,
    /// Version of the case that the page showed
    pub seen: Option<u64>,
    /// Key against sending twice
    pub key: Option<String>,
    /// Who acts
    pub actor: Actor,
    /// The act
    pub act: Act,
    /// What comes with it
    pub exhibits: Vec<NewExhibit>,
    /// Exhibits become the first entry, for acts that may end the case
    pub exhibits_first: bool,
}

/// Records an act and its exhibits together. The receipt is the act's.
///
/// # Errors
/// A refusal or a fault with nothing changed.
pub async fn perform_with_exhibits(app: &Arc<App>, joint: Joint) -> Result<Receipt, ActError> {
    let held = Arc::clone(app);
    let done = app
        .store
        .write_or_refuse(move |tx| joint_in(tx, &held, &joint))
        .await?;
    Ok(done?)
}

fn joint_in(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    joint: &Joint,
) -> StorageResult<Result<Receipt, Refusal>> {
    if let Some(key) = &joint.key
        && let Some((_, receipt)) = receipt_in(tx, key)?
    {
        return Ok(Ok(receipt));
    }
    let version = load(tx, joint.case)?.version;
    if joint.seen.is_some_and(|seen| seen != version) {
        return Ok(Err(Refusal::Stale { version }));
    }
    if joint.exhibits_first
        && let Err(refusal) = exhibits_in(tx, app, joint)?
    {
        return Ok(Err(refusal));
    }
    let receipt = match perform_in(
        tx,
        app,
        joint.case,
        None,
        joint.key.as_deref(),
        &joint.actor,
        &joint.act,
    )? {
        Ok(receipt) => receipt,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if !joint.exhibits_first
        && let Err(refusal) = exhibits_in(tx, app, joint)?
    {
        return Ok(Err(refusal));
    }
    Ok(Ok(receipt))
}

fn exhibits_in(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    joint: &Joint,
) -> StorageResult<Result<(), Refusal>> {
    if joint.exhibits.is_empty() {
        return Ok(Ok(()));
    }
    let act = Act::Evidence(evidence::Act::File {
        exhibits: joint.exhibits.clone(),
    });
    Ok(perform_in(tx, app, joint.case, None, None, &joint.actor, &act)?.map(|_| ()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contact_has_a_line_for_each_part_that_was_given() {
        let draft = ResponseDraft {
            name: "Li Wei".into(),
            address: "1 Road\nYiwu".into(),
            ..ResponseDraft::default()
        };
        assert_eq!(draft.contact(), "Li Wei\n1 Road\nYiwu");
        assert!(!draft.has_reasons());
    }
}
