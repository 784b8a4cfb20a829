//! The infringement notice while it is written: its answers, its steps, and what is still missing.
//! How it is sent stands in [`send`].

mod filing;
mod send;

pub use filing::duplicates;
pub use send::{Confirmation, NotConfirmed, Reader, Sent, confirm, send};
pub(in crate::services) use send::{account_of, letter};

use super::Paper;
use crate::domain::evidence::FileRef;
use crate::domain::ids::OrganisationId;
use crate::domain::notices::{Declaration, MeasureAction, RightKind};
use crate::domain::procedures::{Attestation, Pack};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The answers to an infringement notice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NoticeDraft {
    /// Who sends it
    pub sender: Sender,
    /// The pack: law it is filed under
    pub pack: String,
    /// The right
    pub right: RightDraft,
    /// The listings
    pub listings: Vec<ListingDraft>,
    /// What is wrong, for all of them
    pub statement: String,
    /// The measure asked for
    pub asked: String,
    /// Evidence and papers
    pub papers: Vec<Paper>,
    /// Was the step with the papers answered, if with nothing?
    pub papers_seen: bool,
    /// Declarations with their texts
    pub declarations: Vec<Declaration>,
    /// What was typed in a step and not yet checked, by step
    pub typed: BTreeMap<String, Vec<(String, String)>>,
    /// Set while a letter waits to be confirmed
    pub waiting: Option<Waiting>,
}

/// Who sends a notice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Sender {
    /// `owner` or `agent`
    pub capacity: String,
    /// Name
    pub name: String,
    /// Where letters go
    pub email: String,
    /// ISO 3166 code
    pub country: String,
    /// Postal address
    pub address: String,
}

/// The right relied on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RightDraft {
    /// A [`RightKind`]
    pub kind: String,
    /// Register number, or title of the work
    pub number: String,
    /// Where it holds
    pub territory: String,
    /// Who owns it
    pub owner: String,
    /// Proof of it
    pub proof: Vec<FileRef>,
}

/// A listing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ListingDraft {
    /// The marketplace
    pub marketplace: Option<OrganisationId>,
    /// Its name
    pub marketplace_name: String,
    /// Address, or empty
    pub url: String,
    /// Item number, or empty
    pub item: String,
    /// Title, or empty
    pub title: String,
    /// Seller, or empty
    pub seller: String,
    /// The seller's address, or empty
    pub seller_email: String,
    /// What is wrong with this one beyond what is said of all
    pub wrong: String,
}

/// That a letter was sent which has to be confirmed before the notice has any effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Where the letter went
    pub email: String,
    /// When
    pub since: Timestamp,
}

/// The steps of the notice, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Who sends it
    Who,
    /// Under which law
    Law,
    /// The right
    Right,
    /// The listings
    Listings,
    /// What is wrong with them
    Wrong,
    /// What is asked
    Measure,
    /// Evidence and papers
    Evidence,
    /// Declarations
    Declarations,
    /// Everything once more, and send
    Check,
}

impl Step {
    /// Every step in order.
    pub const ALL: [Self; 9] = [
        Self::Who,
        Self::Law,
        Self::Right,
        Self::Listings,
        Self::Wrong,
        Self::Measure,
        Self::Evidence,
        Self::Declarations,
        Self::Check,
    ];

    /// The name in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Law => "law",
            Self::Right => "right",
            Self::Listings => "listings",
            Self::Wrong => "wrong",
            Self::Measure => "measure",
            Self::Evidence => "evidence",
            Self::Declarations => "declarations",
            Self::Check => "check",
        }
    }

    /// Reads the name in an address.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == text)
    }

    /// Its place, from 1.
    pub fn number(self) -> usize {
        Self::ALL
            .iter()
            .position(|step| *step == self)
            .unwrap_or_default()
            + 1
    }

    /// The step after it; the last one is followed by itself.
    pub fn next(self) -> Self {
        Self::ALL.get(self.number()).copied().unwrap_or(Self::Check)
    }

    /// The step before it.
    pub fn previous(self) -> Option<Self> {
        self.number()
            .checked_sub(2)
            .and_then(|index| Self::ALL.get(index))
            .copied()
    }
}

impl NoticeDraft {
    /// The first step that is not answered yet, as the pack asks; [`Step::Check`] when all are.
    pub fn first_open(&self, pack: Option<&Pack>) -> Step {
        let Some(pack) = pack else {
            return if self.sender.name.is_empty() {
                Step::Who
            } else {
                Step::Law
            };
        };
        let answered = |step| match step {
            Step::Who => {
                !self.sender.name.is_empty()
                    && !self.sender.email.is_empty()
                    && !self.sender.capacity.is_empty()
            }
            Step::Law => true,
            Step::Right => self.right_is_whole(pack),
            Step::Listings => !self.listings.is_empty(),
            Step::Wrong => !self.statement.is_empty(),
            Step::Measure => MeasureAction::parse(&self.asked).is_some(),
            Step::Evidence => self.papers_seen && self.papers_missing(pack).is_empty(),
            Step::Declarations => attestations(pack).iter().all(|a| self.has_declared(a)),
            Step::Check => true,
        };
        Step::ALL
            .into_iter()
            .find(|step| !answered(*step))
            .unwrap_or(Step::Check)
    }

    fn right_is_whole(&self, pack: &Pack) -> bool {
        let right = &self.right;
        let kind_fits =
            RightKind::parse(&right.kind).is_some_and(|kind| rights_of(pack).contains(&kind));
        kind_fits
            && !right.number.is_empty()
            && (!right.owner.is_empty() || right.kind == RightKind::Rule.as_str())
            && (!proof_is_required(pack) || !right.proof.is_empty())
    }

    /// Was the declaration given in the text that the pack has now?
    pub fn has_declared(&self, attestation: &Attestation) -> bool {
        self.declarations
            .iter()
            .any(|d| d.id == attestation.id && d.version == attestation.version.to_string())
    }

    /// The purposes of papers that the law asks for and that are not there.
    pub fn papers_missing(&self, pack: &Pack) -> Vec<&'static str> {
        purposes(pack, &self.sender.capacity)
            .into_iter()
            .filter(|(purpose, required)| {
                *required && !self.papers.iter().any(|paper| paper.purpose == *purpose)
            })
            .map(|(purpose, _)| purpose)
            .collect()
    }

    /// Files in the draft.
    pub fn files(&self) -> usize {
        self.papers.len() + self.right.proof.len()
    }

    /// Size of the files in the draft.
    pub fn size_bytes(&self) -> u64 {
        self.right
            .proof
            .iter()
            .chain(self.papers.iter().map(|paper| &paper.file))
            .map(|file| file.size_bytes)
            .sum()
    }
}

/// The declarations that a notice under a pack needs.
pub fn attestations(pack: &Pack) -> Vec<&Attestation> {
    pack.document("notice")
        .map(|document| pack.attestations_of(document).collect())
        .unwrap_or_default()
}

/// The rights that can be relied on under a pack. A law whose notice names a work (17 U.S.C.
/// 512(c)(3)(A)(ii)) is about copyright only; one that asks for proof of a right is about rights that somebody
/// owns; any other takes every kind of illegal content (Regulation (EU) 2022/2065, article 16(1)).
pub fn rights_of(pack: &Pack) -> &'static [RightKind] {
    if asks(pack, "work").is_some() {
        &[RightKind::Copyright]
    } else if proof_of_right(pack).is_some() {
        RightKind::OWNED
    } else {
        RightKind::ALL
    }
}

fn proof_of_right(pack: &Pack) -> Option<bool> {
    asks(pack, "rights_proof")
}

/// Does the law ask for proof of the right?
pub fn proof_is_required(pack: &Pack) -> bool {
    proof_of_right(pack) == Some(true)
}

/// What papers are asked for besides the proof of the right, and whether they must be there:
/// `identity`, `authority` (of agents), and `""` for evidence.
pub fn purposes(pack: &Pack, capacity: &str) -> Vec<(&'static str, bool)> {
    let mut purposes = Vec::new();
    if let Some(required) = asks(pack, "identity_proof") {
        purposes.push(("identity", required));
    }
    if capacity == "agent"
        && let Some(required) = asks(pack, "agent_authority")
    {
        purposes.push(("authority", required));
    }
    purposes.push(("", asks(pack, "proof") == Some(true)));
    purposes
}

/// The field of the pack's document that a paper of a purpose answers.
pub fn field_of(purpose: &str) -> &'static str {
    match purpose {
        "identity" => "identity_proof",
        "authority" => "agent_authority",
        _ => "proof",
    }
}

/// Whether a field of the notice is asked for, and whether it must be answered.
fn asks(pack: &Pack, field: &str) -> Option<bool> {
    pack.document("notice")?
        .fields
        .iter()
        .find(|f| f.id == field)
        .map(|f| f.required)
}

/// Most listings in one notice under a pack.
pub fn listings_max(pack: &Pack) -> usize {
    pack.about
        .max_listings
        .map_or(crate::domain::cases::MAX_LISTINGS, |most| most as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::procedures::Packs;

    #[test]
    fn steps_follow_each_other() {
        assert_eq!(Step::Who.next(), Step::Law);
        assert_eq!(Step::Check.next(), Step::Check);
        assert_eq!(Step::Who.previous(), None);
        assert_eq!(Step::Law.previous(), Some(Step::Who));
        for step in Step::ALL {
            assert_eq!(Step::parse(step.as_str()), Some(step));
        }
    }

    #[test]
    fn the_law_says_which_rights_and_papers_it_wants() {
        let packs = Packs::embedded().unwrap();
        let (us, cn) = (
            packs.latest("us-dmca-512").unwrap(),
            packs.latest("cn-ecl-ip").unwrap(),
        );
        assert_eq!(rights_of(us), [RightKind::Copyright]);
        assert_eq!(rights_of(cn), RightKind::OWNED);
        let eu = packs.latest("eu-dsa-notice").unwrap();
        assert_eq!(rights_of(eu), RightKind::ALL);
        assert!(!proof_is_required(us) && proof_is_required(cn));
        assert_eq!(purposes(us, "owner"), [("", false)]);
        assert_eq!(
            purposes(cn, "agent"),
            [("identity", true), ("authority", false), ("", true)]
        );
    }

    #[test]
    fn a_draft_goes_on_where_it_stopped() {
        let packs = Packs::embedded().unwrap();
        let us = packs.latest("us-dmca-512").unwrap();
        let mut draft = NoticeDraft::default();
        assert_eq!(draft.first_open(None), Step::Who);
        draft.sender = Sender {
            capacity: "owner".into(),
            name: "Aurel".into(),
            email: "a@example.com".into(),
            ..Sender::default()
        };
        assert_eq!(draft.first_open(None), Step::Law);
        assert_eq!(draft.first_open(Some(us)), Step::Right);
        draft.right = RightDraft {
            kind: "copyright".into(),
            number: "Halo".into(),
            owner: "Aurel".into(),
            ..RightDraft::default()
        };
        assert_eq!(draft.first_open(Some(us)), Step::Listings);
    }
}
