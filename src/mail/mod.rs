//! Letters: what they say (`letters`) and how they leave (SMTP, a folder, memory).
//! When a letter is sent, and how often it is tried, is the worker's business.

mod compose;
mod folder;
pub mod letters;
mod memory;
mod smtp;
#[cfg(test)]
mod tests;

pub use compose::{SUBJECT_MAX, Sender};
pub use folder::Folder;
pub use memory::Memory;
pub use smtp::{Options as SmtpOptions, SEND_TIMEOUT, Security, Smtp, SmtpError};

use crate::config::{Config, SmtpTls, Transport};
use crate::domain::ids::LetterId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How letters leave the installation; cheap to clone.
#[derive(Clone)]
pub enum Mailer {
    /// to the relay of the installation
    Smtp(Smtp),
    /// as files, for the demo and for trials
    Folder(Folder),
    /// kept in memory, for tests
    Memory(Memory),
}

/// One letter, ready to leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// the letter's id, from which the Message-ID is made
    pub id: LetterId,
    /// kind of letter, for the list of captured ones
    pub kind: String,
    /// name before the address; may be empty
    pub to_name: String,
    /// e-mail address
    pub to_address: String,
    /// subject as rendered; cleaned again before it becomes a header
    pub subject: String,
    /// the text part
    pub text: String,
    /// the HTML part
    pub html: String,
    /// when it was rendered: the `Date` header
    pub at: Timestamp,
    /// files that go with it
    pub attachments: Vec<Attachment>,
}

/// A file that goes with a letter: a short text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// its name; ours, in ASCII
    pub name: String,
    /// what it says
    pub text: String,
}

/// What the next hop said when it took the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// the answer on one line, such as `250 2.0.0 Ok: queued as 4F1`
    pub text: String,
}

/// Why a letter did not leave.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text}")]
pub struct SendError {
    /// no later try can succeed
    pub permanent: bool,
    /// the SMTP code, if a server gave one
    pub code: Option<u16>,
    /// what the server or the transport said, on one line
    pub text: String,
}

/// A letter that a folder or the memory kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Captured {
    /// the letter's id
    pub id: LetterId,
    /// kind of letter
    pub kind: String,
    /// name of the recipient; may be empty
    pub to_name: String,
    /// address of the recipient
    pub to_address: String,
    /// subject as it stands in the header
    pub subject: String,
    /// the text part; empty in lists
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// the HTML part; empty in lists
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub html: String,
    /// the Message-ID
    pub message_id: String,
    /// when it was sent
    pub at: Timestamp,
    /// the message as it would cross the network; kept in memory only
    #[serde(skip)]
    pub raw: Vec<u8>,
}

/// Why no mailer can be made from the settings.
#[derive(Debug, thiserror::Error)]
pub enum MailerError {
    /// An address in the settings is no address.
    #[error("{setting}: write it as `Name <name@example.org>`")]
    Address {
        /// the setting
        setting: &'static str,
    },
    /// The relay cannot be used.
    #[error("mail.smtp")]
    Smtp(#[from] SmtpError),
}

impl Mailer {
    /// The transport that the settings name.
    pub fn from_config(config: &Config) -> Result<Self, MailerError> {
        let sender = Sender::from_config(config)?;
        let smtp = &config.mail.smtp;
        Ok(match config.mail.transport {
            Transport::Memory => Self::Memory(Memory::new(sender)),
            Transport::Folder => Self::Folder(Folder::new(config.letters_dir(), sender)),
            Transport::Smtp => {
                let options = SmtpOptions {
                    host: smtp.host.clone(),
                    port: smtp.effective_port(),
                    security: match smtp.tls {
                        SmtpTls::Starttls => Security::StartTls,
                        SmtpTls::Tls => Security::Implicit,
                        SmtpTls::None => Security::None,
                    },
                    credentials: (!smtp.user.is_empty())
                        .then(|| (smtp.user.clone(), smtp.password.reveal().to_owned())),
                    timeout: SEND_TIMEOUT,
                };
                Self::Smtp(Smtp::new(options, sender)?)
            }
        })
    }

    /// Hands one letter over. It has left only when this answers with a reply.
    pub async fn send(&self, message: &Message) -> Result<Reply, SendError> {
        match self {
            Self::Smtp(smtp) => smtp.send(message).await,
            Self::Folder(folder) => folder.send(message).await,
            Self::Memory(memory) => memory.send(message),
        }
    }

    /// The folder transport, if letters go to one: the demo shows what it caught.
    pub fn folder(&self) -> Option<&Folder> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Smtp(_) | Self::Memory(_) => None,
        }
    }

    /// The memory transport, if letters go there: tests read it.
    pub fn memory(&self) -> Option<&Memory> {
        match self {
            Self::Memory(memory) => Some(memory),
            Self::Smtp(_) | Self::Folder(_) => None,
        }
    }
}

impl Sender {
    /// Reads sender, reply address and public host from the settings.
    pub fn from_config(config: &Config) -> Result<Self, MailerError> {
        let mail = &config.mail;
        let parse =
            |text: &str, setting| text.parse().map_err(|_| MailerError::Address { setting });
        let reply_to = match (
            mail.reply_to.as_str(),
            config.product.contact_email.as_str(),
        ) {
            ("", "") => None,
            ("", contact) => Some(parse(contact, "product.contact_email")?),
            (reply_to, _) => Some(parse(reply_to, "mail.reply_to")?),
        };
        Ok(Self {
            from: parse(&mail.from, "mail.from")?,
            reply_to,
            host: host_of(&config.server.public_url),
        })
    }
}

/// The host in an address such as `https://cases.example.org:8443`.
fn host_of(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => authority,
    };
    host.trim_matches(['[', ']']).to_owned()
}

impl SendError {
    /// An error that a later try may overcome.
    pub fn temporary(code: Option<u16>, text: impl Into<String>) -> Self {
        Self {
            permanent: false,
            code,
            text: text.into(),
        }
    }

    /// An error that no later try overcomes.
    pub fn permanent(code: Option<u16>, text: impl Into<String>) -> Self {
        Self {
            permanent: true,
            code,
            text: text.into(),
        }
    }
}

impl Captured {
    fn new(message: &Message, message_id: String, raw: Vec<u8>) -> Self {
        Self {
            id: message.id,
            kind: message.kind.clone(),
            to_name: message.to_name.clone(),
            to_address: message.to_address.clone(),
            subject: compose::subject(&message.subject),
            text: message.text.clone(),
            html: message.html.clone(),
            message_id,
            at: message.at,
            raw,
        }
    }

    fn without_bodies(&self) -> Self {
        Self {
            text: String::new(),
            html: String::new(),
            raw: Vec::new(),
            ..self.clone()
        }
    }

    /// Every address in the text part that starts with `http`, in order.
    pub fn links(&self) -> Vec<&str> {
        self.text
            .split_whitespace()
            .filter(|word| word.starts_with("http"))
            .collect()
    }
}
