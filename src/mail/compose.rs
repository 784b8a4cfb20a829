//! Turns a letter into an Internet message. Names, addresses and subjects come from strangers, so
//! nothing reaches a header but through a typed address or a text without control characters.

use super::{Message, SendError};
use lettre::Address;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, MultiPartBuilder, MultiPartKind, SinglePart};
use std::error::Error;

/// Longest subject, in characters.
pub const SUBJECT_MAX: usize = 150;
/// Longest name before an address, in characters.
const NAME_MAX: usize = 100;

/// Who our letters are from: the same for every letter.
#[derive(Debug, Clone)]
pub struct Sender {
    /// the address and name in `From`
    pub from: Mailbox,
    /// where answers go, if not to `from`
    pub reply_to: Option<Mailbox>,
    /// the public host, the right side of every Message-ID
    pub host: String,
}

/// RFC 3834: keeps holiday notes and other machines from answering.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

impl Sender {
    /// The Message-ID of a letter: made from its id alone, so that a second try carries the same one.
    pub fn message_id(&self, message: &Message) -> String {
        format!("<{}@{}>", message.id, host(&self.host))
    }

    /// The Internet message with headers and both bodies.
    pub fn compose(&self, message: &Message) -> Result<lettre::Message, SendError> {
        let mut builder = lettre::Message::builder()
            .from(self.from.clone())
            .to(recipient(message)?)
            .subject(subject(&message.subject))
            .date(message.at.into())
            .message_id(Some(self.message_id(message)))
            .header(AutoSubmitted);
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(reply_to.clone());
        }
        builder
            .multipart(with_files(message))
            .map_err(|e| SendError::permanent(None, e.to_string()))
    }
}

/// Reads an address and a name from the configuration or from a row.
pub fn mailbox(name: &str, address: &str) -> Result<Mailbox, SendError> {
    let address: Address = address.trim().parse().map_err(|_| {
        SendError::permanent(
            None,
            format!("not an e-mail address: {}", line(address, NAME_MAX)),
        )
    })?;
    let name = line(name, NAME_MAX);
    Ok(Mailbox::new((!name.is_empty()).then_some(name), address))
}

/// A subject fit for a header: one line, no control characters, no more than [`SUBJECT_MAX`] characters.
pub fn subject(text: &str) -> String {
    line(text, SUBJECT_MAX)
}

/// One line without control characters or marks that turn the direction of what follows.
fn line(text: &str, max: usize) -> String {
    let mut clean = String::with_capacity(text.len().min(max * 4));
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        let word: String = word.chars().filter(|c| !is_invisible(*c)).collect();
        if word.is_empty() {
            continue;
        }
        if !clean.is_empty() {
            clean.push(' ');
        }
        clean.push_str(&word);
    }
    match clean.char_indices().nth(max) {
        None => clean,
        Some(_) => {
            let mut cut: String = clean.chars().take(max - 1).collect();
            cut.truncate(cut.trim_end().len());
            cut.push('…');
            cut
        }
    }
}

/// Characters that show nothing but can hide or reorder text.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn recipient(message: &Message) -> Result<Mailbox, SendError> {
    mailbox(&message.to_name, &message.to_address)
}

/// Both bodies, and behind them the files, if there are any.
fn with_files(message: &Message) -> MultiPart {
    if message.attachments.is_empty() {
        return both(message);
    }
    let mixed = MultiPartBuilder::new()
        .kind(MultiPartKind::Mixed)
        .boundary(format!("=_{}_files", message.id))
        .multipart(both(message));
    message.attachments.iter().fold(mixed, |mixed, file| {
        let part = lettre::message::Attachment::new(file.name.clone());
        mixed.singlepart(part.body(file.text.clone(), ContentType::TEXT_PLAIN))
    })
}

/// The text first and the HTML last, as RFC 2046 orders alternatives. The boundary comes from the
/// letter's id, so that the same letter gives the same bytes.
fn both(message: &Message) -> MultiPart {
    MultiPartBuilder::new()
        .kind(MultiPartKind::Alternative)
        .boundary(format!("=_{}", message.id))
        .singlepart(SinglePart::plain(message.text.clone()))
        .singlepart(SinglePart::html(message.html.clone()))
}

/// A host as the right side of a Message-ID: letters, digits, dots and hyphens.
fn host(text: &str) -> String {
    let clean: String = text
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '.' {
                c
            } else {
                '-'
            }
        })
        .collect();
    let clean = clean.trim_matches(['.', '-']);
    if clean.is_empty() {
        "localhost".to_owned()
    } else {
        clean.to_owned()
    }
}
