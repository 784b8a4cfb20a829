//! Why a document could not be made.

use crate::i18n::Words;
use std::io;
use std::process::ExitStatus;
use std::time::Duration;

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// This program was built without the typesetter.
    #[error(
        "this program was built without the feature `typeset`, so it cannot make PDF documents: build it with default features"
    )]
    NotBuilt,
    /// The text holds characters that no font here can print, or that change how others are read without being seen.
    #[error("the text holds characters that cannot be printed: {}", describe(.0))]
    Unprintable(Vec<char>),
    /// It took too long and was stopped.
    #[error("typesetting took longer than {} seconds and was stopped", .0.as_secs())]
    TooSlow(Duration),
    /// The typesetter refused the document or failed.
    #[error("typesetting failed: {0}")]
    Failed(String),
    /// The typesetting process ended without an answer, for instance at its memory limit.
    #[error("the typesetting process ended with {status}: {said}")]
    Ended {
        /// How it ended
        status: ExitStatus,
        /// The end of what it said
        said: String,
    },
    /// The typesetting process could not be started or spoken to.
    #[error("cannot run the typesetting process")]
    Process(#[source] io::Error),
    /// The texts could not be handed over.
    #[error("cannot hand over the texts of the document")]
    Encode(#[from] serde_json::Error),
}

impl DocumentError {
    /// What to tell the person who asked for the document.
    pub fn explain(&self, words: &Words) -> String {
        match self {
            Self::Unprintable(characters) => words.with1(
                "documents-refused-characters",
                "characters",
                describe(characters),
            ),
            Self::NotBuilt => words.t("documents-refused-not-built").to_owned(),
            Self::TooSlow(_) | Self::Ended { .. } => {
                words.t("documents-refused-too-large").to_owned()
            }
            Self::Failed(_) | Self::Process(_) | Self::Encode(_) => {
                words.t("documents-refused-fault").to_owned()
            }
        }
    }
}

/// The characters with their Unicode numbers; those that cannot be seen by number alone.
fn describe(characters: &[char]) -> String {
    let named = characters.iter().map(|&c| {
        let number = format!("U+{:04X}", u32::from(c));
        if c.is_control() || super::request::hides(c) {
            number
        } else {
            format!("{c} ({number})")
        }
    });
    named.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unprintable_characters_are_named() {
        let error = DocumentError::Unprintable(vec!['😀', '\u{202E}', '\u{7}']);
        let said = "the text holds characters that cannot be printed: 😀 (U+1F600), U+202E, U+0007";
        assert_eq!(error.to_string(), said);
    }

    #[test]
    fn a_build_without_the_typesetter_says_what_to_do() {
        assert!(
            DocumentError::NotBuilt
                .to_string()
                .contains("build it with default features")
        );
    }
}
