//! What letters say. An act stores [`LetterData`] in its transaction; the words are put together
//! when the letter is sent, so that they are in the reader's language and count the time left then.

mod derivation;
mod kinds;
mod order;
mod parts;
mod render;
#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub use kinds::{Kind, UnknownKind};
pub use order::{Occasion, Reader};
pub use render::{Frame, RenderError, Rendered};

use crate::domain::Role;
use crate::domain::procedures::Derivation;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most listings named in one letter; the case page has the rest.
pub const LISTINGS_MAX: usize = 10;
/// Longest quotation, in characters; the case page has the whole text.
pub const QUOTE_MAX: usize = 2_000;

/// Everything a letter needs, as it is stored beside its recipient.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LetterData {
    /// which letter
    pub kind: Kind,
    /// a special form of its words, such as `hidden`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// the seat of the reader, for words that differ by side
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reader: Option<Role>,
    /// number of the case, if the letter is about one
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_number: Option<String>,
    /// names of claimant and respondent; they stand in the body only
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sides: Option<(String, String)>,
    /// values for the words of the kind
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Value>,
    /// path that the button opens, from the root
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// a path that opens a door by itself; removed when the letter is sent
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret_path: Option<String>,
    /// whether a secret path was here before sending
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub secret_removed: bool,
    /// the date that matters
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// what happens if the reader does nothing, where the procedure says it better than the kind
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequence: Option<Line>,
    /// words of people, shown as such
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
    /// the first listings, each as people know it
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listings: Vec<String>,
    /// how many listings there are in all
    #[serde(default)]
    pub listings_total: u32,
    /// number of the receipt
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt_no: Option<String>,
    /// further lines after what happened
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra_lines: Vec<Line>,
    /// IANA zone in which the reader sees dates; UTC if none
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// language of the case: when it is not the reader's, the letter says everything in both
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_language: Option<String>,
}

/// A value for the words of a letter. Dates, sums and words wait for the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// names, titles, numbers of exhibits
    Text(String),
    /// a count
    Number(i64),
    /// a key of the catalogue
    Word {
        /// the key
        word: String,
    },
    /// an instant
    At {
        /// when
        at: Timestamp,
    },
    /// a day
    Day {
        /// which
        day: Date,
    },
    /// a sum; never used in a subject
    Money {
        /// smallest units
        minor: i64,
        /// ISO code
        currency: String,
    },
}

/// A message of the catalogue with its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// the key
    pub key: String,
    /// its values
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Value>,
}

/// The date in a letter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deadline {
    /// when the time ends
    pub due_at: Timestamp,
    /// whether it is the reader who must act by then
    #[serde(default)]
    pub mine: bool,
    /// how it was counted
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derivation: Option<Derivation>,
    /// the law or rule it rests on, as the pack writes it
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// the key of its words in the reader's language, where the catalogue has them
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule_key: Option<String>,
}

/// Words of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// the words
    pub text: String,
    /// whose they are; a default if empty
    pub who: Value,
}

impl LetterData {
    /// A letter of a kind with nothing else known.
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            variant: None,
            reader: None,
            case_number: None,
            sides: None,
            args: BTreeMap::new(),
            path: None,
            secret_path: None,
            secret_removed: false,
            deadline: None,
            consequence: None,
            quotes: Vec::new(),
            listings: Vec::new(),
            listings_total: 0,
            receipt_no: None,
            extra_lines: Vec::new(),
            zone: None,
            case_language: None,
        }
    }

    /// Sets a value for the words of the kind.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// Chooses a special form of the words.
    #[must_use]
    pub fn variant(mut self, variant: &str) -> Self {
        self.variant = Some(variant.to_owned());
        self
    }

    /// Sets the path that the button opens.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Sets a path that opens a door by itself, such as `/links/<token>`.
    #[must_use]
    pub fn secret_path(mut self, path: impl Into<String>) -> Self {
        self.secret_path = Some(path.into());
        self
    }

    /// Sets the date by which the reader must act.
    #[must_use]
    pub fn due(mut self, due_at: Timestamp) -> Self {
        self.deadline = Some(Deadline {
            due_at,
            mine: true,
            derivation: None,
            rule: None,
            rule_key: None,
        });
        self
    }

    /// Names listings: the first ten of them, and how many there are.
    #[must_use]
    pub fn listings<S: Into<String>>(mut self, listings: impl IntoIterator<Item = S>) -> Self {
        let mut total = 0_u32;
        self.listings.clear();
        for listing in listings {
            if self.listings.len() < LISTINGS_MAX {
                self.listings.push(listing.into());
            }
            total = total.saturating_add(1);
        }
        self.listings_total = total;
        self
    }

    /// Quotes words of a person, after those quoted before.
    #[must_use]
    pub fn quote(mut self, who: impl Into<Value>, text: &str) -> Self {
        self.quotes.push(Quote {
            text: text.to_owned(),
            who: who.into(),
        });
        self
    }

    /// Sets the reader's zone by its IANA name.
    #[must_use]
    pub fn zone(mut self, zone: &str) -> Self {
        self.zone = (!zone.is_empty()).then(|| zone.to_owned());
        self
    }

    /// What stays in the database once the letter has left: everything but the secret.
    #[must_use]
    pub fn without_secret(mut self) -> Self {
        self.secret_removed |= self.secret_path.take().is_some();
        self
    }
}

impl Line {
    /// A message without values.
    pub fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            args: BTreeMap::new(),
        }
    }

    /// Sets a value.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}

impl Value {
    /// A key of the catalogue.
    pub fn word(key: &str) -> Self {
        Self::Word {
            word: key.to_owned(),
        }
    }

    /// An instant, shown in the reader's zone.
    pub fn at(at: Timestamp) -> Self {
        Self::At { at }
    }

    /// Is it a text that says nothing?
    fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }

    /// A sum in its smallest unit.
    pub fn money(minor: i64, currency: &str) -> Self {
        Self::Money {
            minor,
            currency: currency.to_owned(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Self::Day { day }
    }
}
