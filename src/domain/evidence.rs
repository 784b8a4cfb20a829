//! Exhibits: what was filed, by whom, under which number. Bytes live in the blob store; here is
//! only what the docket says of them.

pub mod rules;

use super::ids::ExhibitLabel;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A stored file as the docket knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRef {
    /// SHA-256, lower-case hexadecimal
    pub digest: String,
    /// Size in bytes
    pub size_bytes: u64,
    /// Media type found by looking at the bytes, never what the sender said
    pub media_type: String,
    /// The sender's name of the file, as text
    pub name: String,
}

macro_rules! kinds {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $text)] $variant),* }

        impl $name {
            /// Every value, in the order of forms.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name used in tables, forms and locale keys.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// Reads the name used in tables and forms.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text)
            }
        }
    };
}
pub(crate) use kinds;

kinds! {
    /// What an exhibit is: the papers that courts ask for in cross-border trade, by name.
    ExhibitKind {
        /// Proof that goods arrived
        ReceivingNote = "receiving-note",
        /// Carrier's list of parcels
        ExpressList = "express-list",
        /// Proof of payment
        PaymentVoucher = "payment-voucher",
        /// Exported conversation
        ChatRecord = "chat-record",
        /// Notary's certificate
        NotarialCertificate = "notarial-certificate",
        /// Photograph or screenshot
        Photo = "photo",
        /// Extract of a register of rights
        Registration = "registration",
        /// Contract, licence or invoice
        Contract = "contract",
        /// Anything else
        Other = "other",
    }
}

/// A document filed in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exhibit {
    /// Number, never reused
    pub label: ExhibitLabel,
    /// The party that filed it; none for the tribunal
    pub party: Option<u32>,
    /// Name of the person who filed it
    pub filed_by: String,
    /// The bytes
    pub file: FileRef,
    /// Short title
    pub title: String,
    /// Sort of document
    pub kind: ExhibitKind,
    /// What it shows
    pub description: String,
    /// The claim (listing number, or 0 for the whole case) it supports
    pub claim: u32,
    /// When the last byte arrived
    pub filed_at: Timestamp,
    /// Set when withdrawn; the number stays
    pub withdrawn: Option<Withdrawal>,
}

/// Why an exhibit no longer counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// When
    pub at: Timestamp,
    /// Reason given
    pub reason: String,
}

/// An exhibit before it has a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewExhibit {
    /// The bytes
    pub file: FileRef,
    /// Short title; the file's name when empty
    pub title: String,
    /// Sort of document
    pub kind: ExhibitKind,
    /// What it shows
    pub description: String,
    /// The claim it supports, 0 for the whole case
    pub claim: u32,
}

/// Acts about evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Act {
    /// Files exhibits; each gets its number at once.
    File {
        /// In the order given
        exhibits: Vec<NewExhibit>,
    },
    /// Changes title, kind, description or claim of one's own exhibit.
    Describe {
        /// Which
        label: ExhibitLabel,
        /// New title
        title: String,
        /// New kind
        kind: ExhibitKind,
        /// New description
        description: String,
        /// New claim
        claim: u32,
    },
    /// Withdraws one's own exhibit; its number stays taken.
    Withdraw {
        /// Which
        label: ExhibitLabel,
        /// Why
        reason: String,
    },
}
