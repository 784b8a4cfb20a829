//! Documents as PDF: award, agreement, docket, receipt.
//!
//! A document is a struct of finished texts; its look is a Typst template in `templates/documents`. Setting the type
//! happens in a child process with limits (see [`Typesetter`]), because it is the one place where long texts of
//! strangers meet a large library.

mod agreement;
mod award;
mod child;
mod docket;
mod error;
mod labels;
pub mod markdown;
mod parts;
#[cfg(feature = "typeset")]
mod press;
mod receipt;
mod request;
mod typesetter;

#[cfg(all(test, feature = "typeset"))]
mod samples;
#[cfg(all(test, feature = "typeset"))]
mod tests;

pub use agreement::{AgreementDocument, AgreementLabels};
pub use award::{AwardDocument, AwardLabels, Issue, Position};
pub use child::child_main;
pub use docket::{DocketDocument, DocketEntry, DocketLabels};
pub use error::DocumentError;
pub use parts::{
    Duty, Exhibit, Fact, Frame, FrameLabels, HistoryLine, Party, Record, Section, Signature,
};
pub use receipt::{ReceiptDocument, ReceiptFile, ReceiptLabels};
pub use typesetter::Typesetter;

use serde::Serialize;

/// A document that can be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Document {
    /// A reasoned award or decision, for signing and keeping (PDF/A-2a and PDF/UA-1)
    Award(Box<AwardDocument>),
    /// A settlement agreement
    Agreement(Box<AgreementDocument>),
    /// The docket of a case, to be read
    Docket(Box<DocketDocument>),
    /// A receipt for something filed
    Receipt(Box<ReceiptDocument>),
}

impl Document {
    fn template(&self) -> &'static str {
        match self {
            Self::Award(_) => "award",
            Self::Agreement(_) => "agreement",
            Self::Docket(_) => "docket",
            Self::Receipt(_) => "receipt",
        }
    }

    fn frame(&self) -> &Frame {
        match self {
            Self::Award(document) => &document.frame,
            Self::Agreement(document) => &document.frame,
            Self::Docket(document) => &document.frame,
            Self::Receipt(document) => &document.frame,
        }
    }

    /// Whether a character that cannot be printed refuses the whole document. A text that people sign must be complete
    /// as written; a docket must come out whatever was filed, so there the character's number stands in for it.
    fn must_be_exact(&self) -> bool {
        matches!(self, Self::Award(_) | Self::Agreement(_))
    }
}

impl From<AwardDocument> for Document {
    fn from(document: AwardDocument) -> Self {
        Self::Award(Box::new(document))
    }
}

impl From<AgreementDocument> for Document {
    fn from(document: AgreementDocument) -> Self {
        Self::Agreement(Box::new(document))
    }
}

impl From<DocketDocument> for Document {
    fn from(document: DocketDocument) -> Self {
        Self::Docket(Box::new(document))
    }
}

impl From<ReceiptDocument> for Document {
    fn from(document: ReceiptDocument) -> Self {
        Self::Receipt(Box::new(document))
    }
}
