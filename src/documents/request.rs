//! What passes between the program and its typesetting process: one JSON request in, a PDF or one JSON fault out.

use super::Document;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// A document to be set.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    /// Name of the template
    pub template: String,
    /// Second since 1970 written into the file as its date
    pub made_at: i64,
    /// What makes the file's identifier
    pub identity: String,
    /// Refuse a character that cannot be printed, instead of writing its number
    pub exact: bool,
    /// Folder with more fonts
    pub fonts: Option<PathBuf>,
    /// Address space in bytes that the process may use
    pub memory_bytes: u64,
    /// Processor seconds that the process may use
    pub processor_seconds: u64,
    /// The texts, by the names that the template knows
    pub data: serde_json::Value,
}

impl Request {
    pub(super) fn of(document: &Document, fonts: Option<&Path>) -> Result<Self, serde_json::Error> {
        let frame = document.frame();
        Ok(Self {
            template: document.template().to_owned(),
            made_at: frame.made_at.as_second(),
            identity: format!(
                "{}/{}/{}",
                frame.case_number,
                document.template(),
                frame.made_at
            ),
            exact: document.must_be_exact(),
            fonts: fonts.map(Path::to_owned),
            memory_bytes: 0,
            processor_seconds: 0,
            data: serde_json::to_value(document)?,
        })
    }
}

/// Why the typesetting process made no PDF.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub(super) enum Fault {
    /// Built without the typesetter
    NotBuilt,
    /// Characters without a font
    Unprintable { characters: String },
    /// Anything else
    Failed { reason: String },
}

impl Fault {
    pub(super) fn failed(reason: impl Into<String>) -> Self {
        Self::Failed {
            reason: reason.into(),
        }
    }
}

/// Characters that are not seen but change the order in which others are read. With them a text could say one thing
/// on paper and another in the record.
pub(super) fn hides(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2067}')
}
