//! Messages inside a case. The audience is one of a fixed set and is shown before sending;
//! nothing reaches the tribunal from one side alone.

pub mod rules;

use super::evidence::kinds;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

kinds! {
    /// Who can read a message.
    Audience {
        /// All parties, the tribunal and the registry
        Everyone = "everyone",
        /// All parties and the registry, not the tribunal
        Parties = "parties",
        /// The registry only
        Registry = "registry",
    }
}

/// A message as sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Number in the case, from 1
    pub no: u32,
    /// Sender's party, none for officials
    pub party: Option<u32>,
    /// Sender's role
    pub role: super::Role,
    /// Sender's name
    pub name: String,
    /// Who can read it
    pub audience: Audience,
    /// For an answer of the registry to one party: that party
    #[serde(default)]
    pub to_party: Option<u32>,
    /// The words
    pub text: String,
    /// When
    pub sent_at: Timestamp,
}

/// Acts about messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "does", rename_all = "snake_case")]
pub enum Act {
    /// Sends a message.
    Send {
        /// Who can read it
        audience: Audience,
        /// For the registry: the one party it answers
        to_party: Option<u32>,
        /// The words
        text: String,
    },
}
