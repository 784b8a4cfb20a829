//! Matters: disputes of any kind that a pack describes whole, without a feature of their own. Whoever acts
//! takes a step that the pack names, and fills the paper that the pack asks for with it.

pub mod rules;

use super::Role;
use super::evidence::NewExhibit;
use super::money::Money;
use super::notices::{Declaration, NewSeller};
use super::parties::Party;
use super::procedures::{Document, Fact, Field, FieldType};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most letters of one answer.
pub const TEXT_MAX: usize = 40_000;

/// Most lines of one answer.
pub const LINES_MAX: usize = 300;

/// One answer on a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
pub enum Answer {
    /// Words
    Text(String),
    /// An option, yes or no, a country
    Word(String),
    /// Several names or words
    Lines(Vec<String>),
    /// A whole number
    Number(i64),
    /// A day
    Day(Date),
    /// An amount
    Money(Money),
    /// Files, by the names they came with; they are exhibits of whoever filed the paper
    Files(Vec<String>),
}

impl Answer {
    /// Whether it is an answer to a field of this type.
    #[must_use]
    pub fn fits(&self, field: &Field) -> bool {
        let known = |word: &String| match field.field_type {
            FieldType::Choice => field.options.contains(word),
            FieldType::YesNo => word == "yes" || word == "no",
            FieldType::Country => {
                word.len() == 2 && word.bytes().all(|letter| letter.is_ascii_uppercase())
            }
            _ => false,
        };
        match self {
            Self::Text(text) => {
                let is_text = matches!(
                    field.field_type,
                    FieldType::Text | FieldType::LongText | FieldType::Url | FieldType::Signature
                );
                is_text && text.chars().count() <= TEXT_MAX
            }
            Self::Word(word) => known(word),
            Self::Lines(lines) => {
                let is_short = lines.iter().all(|line| line.chars().count() <= 500);
                field.field_type == FieldType::Lines && lines.len() <= LINES_MAX && is_short
            }
            Self::Number(_) => field.field_type == FieldType::Number,
            Self::Day(_) => field.field_type == FieldType::Date,
            Self::Money(_) => field.field_type == FieldType::Money,
            Self::Files(_) => field.field_type == FieldType::File,
        }
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Word(text) => text.trim().is_empty(),
            Self::Lines(lines) | Self::Files(lines) => lines.is_empty(),
            Self::Number(_) | Self::Day(_) | Self::Money(_) => false,
        }
    }

    /// How many words it has, for the limits of papers: what is written together between spaces, or one
    /// sign of a script that puts no spaces.
    #[must_use]
    pub fn words(&self) -> usize {
        match self {
            Self::Text(text) => words_in(text),
            Self::Lines(lines) => lines.iter().map(|line| words_in(line)).sum(),
            _ => 0,
        }
    }

    /// The answer as conditions of packs see it.
    #[must_use]
    pub fn fact(&self) -> Fact {
        match self {
            Self::Word(word) | Self::Text(word) => Fact::Word(word.clone()),
            Self::Lines(lines) | Self::Files(lines) => Fact::Several(lines.len()),
            Self::Number(n) => Fact::Numbers(vec![*n]),
            Self::Money(money) => Fact::Numbers(vec![money.minor]),
            Self::Day(day) => Fact::Word(day.to_string()),
        }
    }
}

fn words_in(text: &str) -> usize {
    let has_no_spaces = |sign: char| ('\u{3040}'..='\u{9fff}').contains(&sign);
    text.split_whitespace()
        .map(|part| {
            let alone = part.chars().filter(|sign| has_no_spaces(*sign)).count();
            let others = part
                .split(has_no_spaces)
                .filter(|rest| rest.chars().any(char::is_alphanumeric));
            alone + others.count()
        })
        .sum()
}

/// What somebody fills: the answers and declarations of one document of the pack.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// Answers by field
    pub answers: BTreeMap<String, Answer>,
    /// Declarations with their texts
    pub declarations: Vec<Declaration>,
}

impl Filled {
    /// What a document asks for and this lacks, in the order of the document.
    #[must_use]
    pub fn gaps<'a>(&self, document: &'a Document) -> Vec<&'a str> {
        let answered = |field: &&Field| {
            let answer = self.answers.get(&field.id);
            answer.is_some_and(|answer| !answer.is_empty())
        };
        let declared = |id: &&String| self.declarations.iter().any(|given| given.id == **id);
        let fields = document.fields.iter();
        let missing = fields.filter(|field| field.required && !answered(field));
        let undeclared = document.attestations.iter().filter(|id| !declared(id));
        missing
            .map(|field| field.id.as_str())
            .chain(undeclared.map(String::as_str))
            .collect()
    }

    /// Everything that was said in words, for search and summaries.
    pub fn said(&self) -> impl Iterator<Item = &str> {
        self.answers.values().flat_map(|answer| match answer {
            Answer::Text(text) => vec![text.as_str()],
            Answer::Lines(lines) => lines.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        })
    }

    /// How many words its texts have together.
    #[must_use]
    pub fn words(&self) -> usize {
        self.answers.values().map(Answer::words).sum()
    }
}

/// A paper on the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Number in the case, from 1
    pub no: u32,
    /// Track
    pub track: u32,
    /// The document of the pack
    pub document: String,
    /// The step it came with, as the pack names it
    pub step: String,
    /// The party that filed it; none for the registry and the tribunal
    pub party: Option<u32>,
    /// From which seat
    pub role: Role,
    /// Who filed it
    pub by: String,
    /// Answers and declarations
    pub filled: Filled,
    /// When
    pub filed_at: Timestamp,
}

/// Everything a matter needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filing {
    /// The pack
    pub pack: String,
    /// Language of the case
    pub language: String,
    /// Whoever files; its `no` is ignored
    pub claimant: Party,
    /// The other side
    pub respondent: NewSeller,
    /// The paper it begins with
    pub filled: Filled,
    /// Evidence, the files of the paper among it
    pub exhibits: Vec<NewExhibit>,
}

/// Acts on a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Act {
    /// Takes a step that the pack names.
    Take {
        /// Track
        track: u32,
        /// The step's name
        step: String,
        /// The paper that comes with it; empty where the step needs none
        filled: Box<Filled>,
        /// The files of the paper
        exhibits: Vec<NewExhibit>,
        /// Words to the others; may be empty
        words: String,
    },
}
