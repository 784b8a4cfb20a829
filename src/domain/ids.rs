//! Typed identifiers. Ids of things that live outside one case are UUIDv7; things inside a case
//! have small numbers that people can say aloud.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! id_type {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

id_type! {
    /// A person who can sign in.
    AccountId,
    /// A marketplace, law firm or company.
    OrganisationId,
    /// A case; people see its [`CaseNumber`] instead.
    CaseId,
    /// A form that was begun and not sent.
    DraftId,
    /// One letter to one recipient.
    LetterId,
    /// A case file that was made for somebody.
    ExportId,
}

/// The public handle of a case, such as `IP-2026-000123`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaseNumber(String);

/// What is wrong with a text that should be a case number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a case number looks like IP-2026-000123")]
pub struct NotACaseNumber;

impl CaseNumber {
    /// Composes the number of the `sequence`-th case of its kind in `year`.
    pub fn compose(prefix: &str, year: i16, sequence: i64) -> Self {
        Self(format!("{prefix}-{year}-{sequence:06}"))
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for CaseNumber {
    type Err = NotACaseNumber;

    /// Accepts lower case and surrounding space, as people type it.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim().to_ascii_uppercase();
        let mut parts = text.split('-');
        let well_formed = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(prefix), Some(year), Some(sequence), None) => {
                prefix.len() == 2
                    && prefix.bytes().all(|b| b.is_ascii_uppercase())
                    && year.len() == 4
                    && year.bytes().all(|b| b.is_ascii_digit())
                    && (6..=9).contains(&sequence.len())
                    && sequence.bytes().all(|b| b.is_ascii_digit())
            }
            _ => false,
        };
        if well_formed {
            Ok(Self(text))
        } else {
            Err(NotACaseNumber)
        }
    }
}

/// The side that filed an exhibit; the letter before its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExhibitSide {
    /// `C-`
    Claimant,
    /// `R-`, or `R2-` for the second respondent
    Respondent,
    /// `T-`
    Tribunal,
    /// `M-`
    Marketplace,
}

/// An exhibit's number in its case, such as `C-1` or `R2-4`. Given once, never reused.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ExhibitLabel(String);

impl ExhibitLabel {
    /// Composes a label; `which` is the position of the respondent (1 for the first).
    pub fn compose(side: ExhibitSide, which: u32, number: u32) -> Self {
        let letter = match side {
            ExhibitSide::Claimant => "C",
            ExhibitSide::Respondent => "R",
            ExhibitSide::Tribunal => "T",
            ExhibitSide::Marketplace => "M",
        };
        if which <= 1 {
            Self(format!("{letter}-{number}"))
        } else {
            Self(format!("{letter}{which}-{number}"))
        }
    }

    /// The label as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The party mark of the design: `c`, `r`, `t` or `m`.
    pub fn mark(&self) -> &'static str {
        match self.0.as_bytes().first() {
            Some(b'C') => "c",
            Some(b'R') => "r",
            Some(b'T') => "t",
            _ => "m",
        }
    }
}

impl fmt::Display for ExhibitLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for ExhibitLabel {
    fn from(text: String) -> Self {
        Self(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_number_is_read_as_people_type_it() {
        let number: CaseNumber = " ip-2026-000123 ".parse().unwrap();
        assert_eq!(number.as_str(), "IP-2026-000123");
        for wrong in [
            "",
            "IP-26-000123",
            "IP-2026-1",
            "I1-2026-000123",
            "IP-2026-000123-9",
            "IP-2026-00012x",
        ] {
            assert!(wrong.parse::<CaseNumber>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn exhibits_of_later_respondents_carry_their_position() {
        assert_eq!(
            ExhibitLabel::compose(ExhibitSide::Respondent, 1, 3).as_str(),
            "R-3"
        );
        assert_eq!(
            ExhibitLabel::compose(ExhibitSide::Respondent, 2, 1).as_str(),
            "R2-1"
        );
    }
}
