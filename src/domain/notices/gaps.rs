//! What a notice or a counter-notice still lacks, asked of the pack's own document, and what makes it
//! whole. A marketplace may name things too, with its reasons.

use super::{Answer, Declaration, Notice};
use crate::domain::cases::CaseFile;
use crate::domain::evidence::FileRef;
use crate::domain::procedures::{Document, Field, FieldType, Pack};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The declaration of an archived text, which holds all that its sender declared.
pub const ARCHIVED: &str = "archive";
/// The field of the pack's document that the proof of the right answers; it stands with the right.
pub const RIGHTS_PROOF: &str = "rights_proof";

/// The field of the pack's document that shows who the sender is; the seller does not see the file.
pub const IDENTITY_PROOF: &str = "identity_proof";

/// A file that answers a question of the pack's document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticePaper {
    /// Id of the field, such as `identity_proof`
    pub field: String,
    /// The file
    pub file: FileRef,
}

/// One thing that is missing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Gap {
    /// The number in the register, or the title of the work
    Number,
    /// Who owns the right
    Owner,
    /// What is wrong, or why the seller does not agree
    Statement,
    /// Where papers reach the seller
    Contact,
    /// Where a listing is
    Address {
        /// Its number in the case; 0 for all of a track
        listing: u32,
    },
    /// A declaration
    Declaration {
        /// Its id in the pack
        id: String,
    },
    /// A file
    Paper {
        /// Id of the field that it answers
        field: String,
    },
}

impl Gap {
    /// Its sort, which refusals name.
    pub const fn sort(&self) -> &'static str {
        match self {
            Self::Number => "right-number",
            Self::Owner => "right-owner",
            Self::Statement => "statement",
            Self::Contact => "contact",
            Self::Address { .. } => "listing-address",
            Self::Declaration { .. } => "declaration",
            Self::Paper { .. } => "paper",
        }
    }

    /// The end of its key in the catalogue.
    pub fn key(&self) -> String {
        match self {
            Self::Number => "number".to_owned(),
            Self::Owner => "owner".to_owned(),
            Self::Statement => "statement".to_owned(),
            Self::Contact => "contact".to_owned(),
            Self::Address { .. } => "address".to_owned(),
            Self::Declaration { .. } => "declaration".to_owned(),
            Self::Paper { field } => format!("paper-{}", field.replace('_', "-")),
        }
    }
}

/// What a marketplace named as missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The things
    pub gaps: Vec<Gap>,
    /// Its words
    pub words: String,
    /// When
    pub at: Timestamp,
}

/// Where a listing is, given later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its number in the case
    pub listing: u32,
    /// Address, or empty
    pub url: String,
    /// Item number, or empty
    pub item: String,
}

/// What is added to a notice. Empty texts leave what is on record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Completion {
    /// Number in the register, or title of the work
    pub number: String,
    /// Who owns the right
    pub owner: String,
    /// What is wrong
    pub statement: String,
    /// Where listings are
    pub places: Vec<Place>,
    /// Files with the questions that they answer
    pub papers: Vec<NoticePaper>,
    /// The declarations, given again for the whole
    pub declarations: Vec<Declaration>,
}

impl Completion {
    /// The first thing that was asked for by name and is not answered here.
    pub fn unanswered(&self, asked: &Asked) -> Option<Gap> {
        asked.gaps.iter().find(|gap| !self.answers(gap)).cloned()
    }

    /// Whether it answers something that was asked for by name.
    fn answers(&self, gap: &Gap) -> bool {
        match gap {
            Gap::Number => !self.number.is_empty(),
            Gap::Owner => !self.owner.is_empty(),
            Gap::Statement => !self.statement.is_empty(),
            Gap::Contact => false,
            Gap::Address { listing } => self
                .places
                .iter()
                .any(|place| *listing == 0 || place.listing == *listing),
            Gap::Declaration { id } => self.declarations.iter().any(|given| given.id == *id),
            Gap::Paper { field } => self.papers.iter().any(|paper| paper.field == *field),
        }
    }
}

impl Notice {
    /// Takes over what was added.
    pub fn complete(&mut self, with: &Completion) {
        let put = |to: &mut String, text: &str| {
            if !text.trim().is_empty() {
                text.trim().clone_into(to);
            }
        };
        put(&mut self.right.number, &with.number);
        put(&mut self.right.owner, &with.owner);
        put(&mut self.statement, &with.statement);
        for paper in &with.papers {
            if paper.field == RIGHTS_PROOF {
                self.right.proof.push(paper.file.clone());
            } else {
                self.papers.push(paper.clone());
            }
        }
        if !with.declarations.is_empty() {
            self.declarations.clone_from(&with.declarations);
        }
    }
}

/// What the notice lacks for one track, in the order in which the page asks.
pub fn of_notice(file: &CaseFile, pack: &Pack, track: u32) -> Vec<Gap> {
    let (Some(notice), Some(document)) = (&file.notice, pack.document("notice")) else {
        return Vec::new();
    };
    let mut gaps = Vec::new();
    let mut lacks = |is_missing: bool, gap: Gap| {
        if is_missing {
            gaps.push(gap);
        }
    };
    let right = &notice.right;
    lacks(right.number.trim().is_empty(), Gap::Number);
    let is_owned = right.kind.is_owned();
    lacks(is_owned && right.owner.trim().is_empty(), Gap::Owner);
    let explained = !asks(document, "explanation") || !notice.statement.trim().is_empty();
    lacks(!explained, Gap::Statement);
    for listing in file.listings_of(track) {
        let found = !listing.url.is_empty() || !listing.item.is_empty();
        lacks(
            !found,
            Gap::Address {
                listing: listing.no,
            },
        );
    }
    for field in papers(document, right.kind.as_str()).filter(|field| field.required) {
        let there = if field.id == RIGHTS_PROOF {
            !right.proof.is_empty()
        } else {
            notice.papers.iter().any(|paper| paper.field == field.id)
        };
        lacks(
            !there,
            Gap::Paper {
                field: field.id.clone(),
            },
        );
    }
    gaps.extend(undeclared(pack, document, &notice.declarations));
    gaps
}

/// What is asked for now: what the notice lacks, and what the marketplace named, each once.
pub fn wanted(file: &CaseFile, pack: &Pack, track: u32) -> Vec<Gap> {
    let mut gaps = of_notice(file, pack, track);
    let named = file.track(track).and_then(|track| track.asked.as_ref());
    for gap in named.into_iter().flat_map(|asked| &asked.gaps) {
        if let Gap::Address { listing: 0 } = gap {
            let all = file.listings_of(track).map(|listing| Gap::Address {
                listing: listing.no,
            });
            gaps.extend(all);
        } else {
            gaps.push(gap.clone());
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    gaps.retain(|gap| seen.insert(gap.clone()));
    gaps
}

/// What a counter-notice lacks, its evidence apart.
pub fn of_counter(pack: &Pack, answer: &Answer) -> Vec<Gap> {
    let Some(document) = pack.document("counter") else {
        return Vec::new();
    };
    let mut gaps = Vec::new();
    if answer.statement.trim().is_empty() {
        gaps.push(Gap::Statement);
    }
    if answer.contact.trim().is_empty() {
        gaps.push(Gap::Contact);
    }
    gaps.extend(undeclared(pack, document, &answer.declarations));
    gaps
}

/// Everything that a marketplace can name: what the pack's document asks for.
pub fn nameable(pack: &Pack, document: &str, right: &str) -> Vec<Gap> {
    let Some(document) = pack.document(document) else {
        return Vec::new();
    };
    let mut gaps = if document.id == "notice" {
        vec![
            Gap::Number,
            Gap::Owner,
            Gap::Statement,
            Gap::Address { listing: 0 },
        ]
    } else {
        vec![Gap::Statement, Gap::Contact]
    };
    gaps.extend(papers(document, right).map(|field| Gap::Paper {
        field: field.id.clone(),
    }));
    gaps
}

/// The files that a document asks for with this right, whether it must have them or may.
pub fn papers<'a>(document: &'a Document, right: &'a str) -> impl Iterator<Item = &'a Field> {
    document.fields.iter().filter(move |field| {
        field.field_type == FieldType::File
            && (field.for_rights.is_empty() || field.for_rights.iter().any(|known| known == right))
    })
}

fn asks(document: &Document, field: &str) -> bool {
    document
        .fields
        .iter()
        .any(|found| found.id == field && found.required)
}

fn undeclared(pack: &Pack, document: &Document, given: &[Declaration]) -> Vec<Gap> {
    if given.iter().any(|declaration| declaration.id == ARCHIVED) {
        return Vec::new();
    }
    pack.attestations_of(document)
        .filter(|asked| !given.iter().any(|declaration| declaration.id == asked.id))
        .map(|asked| Gap::Declaration {
            id: asked.id.clone(),
        })
        .collect()
}
