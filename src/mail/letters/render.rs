//! Puts a letter together in the reader's language: what happened, what to do by when, what silence
//! does, the link, how to check that the letter is real, how to reply.

mod sections;
mod values;

use super::LetterData;
use super::parts::{LetterHtml, LetterText, Part, Version};
use crate::i18n::{Arg, Locale, Words, dates};
use crate::urls::Urls;
use askama::Template;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// The only values that a subject may show: it is read on locked screens and over shoulders.
const IN_SUBJECT: [&str; 3] = ["count", "exhibit", "left"];

/// What a letter needs beside its data: the reader, the time, and the installation that writes.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// words in the reader's language
    pub words: &'a Words,
    /// the time of writing, from which the time left is counted
    pub now: Timestamp,
    /// makes links absolute
    pub urls: &'a Urls,
    /// name of the service
    pub service: &'a str,
    /// e-mail address for help; left out if empty
    pub contact: &'a str,
    /// telephone number for help; left out if empty
    pub phone: &'a str,
    /// name of the reader; left out if empty
    pub to_name: &'a str,
    /// address of the reader
    pub to_address: &'a str,
    /// whether the receipt of the entry goes with it
    pub has_receipt: bool,
}

/// A letter in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// the subject
    pub subject: String,
    /// the text part
    pub text: String,
    /// the HTML part
    pub html: String,
}

/// Why a letter could not be written.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The template failed.
    #[error("letter template")]
    Template(#[from] askama::Error),
}

/// A letter being written in one language.
struct Writer<'a> {
    frame: &'a Frame<'a>,
    words: &'a Words,
    data: &'a LetterData,
    zone: TimeZone,
    args: BTreeMap<&'a str, Arg<'a>>,
}

impl Frame<'_> {
    /// Writes the letter. With `secret_removed` set in the data, words stand in place of the secret link.
    pub fn render(&self, data: &LetterData) -> Result<Rendered, RenderError> {
        let reader = Writer::new(self, self.words, data);
        let subject = reader.subject();
        let mut versions = vec![reader.version(None)];

        let other = data
            .case_language
            .as_deref()
            .and_then(Locale::parse)
            .filter(|locale| *locale != self.words.locale);
        if let Some(locale) = other {
            let words = self.words.in_language(locale);
            let divider = self.words.t("letter-other-language").to_owned();
            versions.push(Writer::new(self, &words, data).version(Some(divider)));
        }

        let locale = self.words.locale;
        let html = LetterHtml {
            subject: &subject,
            lang: locale.tag(),
            dir: locale.dir(),
            versions: &versions,
        }
        .render()?;
        let text = LetterText {
            versions: &versions,
        }
        .render()?;
        Ok(Rendered {
            subject,
            text,
            html,
        })
    }
}

impl<'a> Writer<'a> {
    fn new(frame: &'a Frame<'a>, words: &'a Words, data: &'a LetterData) -> Self {
        // A zone that is not known any more must not stop a letter.
        let zone = data
            .zone
            .as_deref()
            .and_then(|name| TimeZone::get(name).ok())
            .unwrap_or(TimeZone::UTC);
        let mut writer = Self {
            frame,
            words,
            data,
            zone,
            args: BTreeMap::new(),
        };
        writer.args = writer.arguments();
        writer
    }

    /// The case's number and the words of the kind: no names, no sums.
    fn subject(&self) -> String {
        let mut subject = self.topic();
        if let Some(deadline) = self
            .data
            .deadline
            .as_ref()
            .filter(|deadline| deadline.mine && deadline.due_at > self.frame.now)
        {
            let date = dates::short_day(self.words, dates::date_of(deadline.due_at, &self.zone));
            subject = self
                .words
                .with2("letter-subject-by", "subject", subject, "date", date);
        }
        match &self.data.case_number {
            Some(number) => format!("[{number}] {subject}"),
            None => subject,
        }
    }

    /// The words of the kind with such values only as anybody may see.
    fn topic(&self) -> String {
        let Some(key) = self.key("subject") else {
            return self.frame.service.to_owned();
        };
        let shown: Vec<(&str, Arg<'_>)> = IN_SUBJECT
            .iter()
            .filter_map(|name| Some((*name, self.args.get(name)?.clone())))
            .map(|(name, arg)| match &arg {
                Arg::Text(text) if name == "exhibit" && !is_exhibit(text) => {
                    (name, self.words.t("letter-default-exhibit").into())
                }
                _ => (name, arg),
            })
            .collect();
        self.words.with(&key, &shown)
    }

    fn version(&self, divider: Option<String>) -> Version {
        let mut parts = self.what_happened();
        parts.extend(self.what_to_do());
        parts.extend(self.silence());
        parts.extend(self.link());
        parts.extend(self.genuine());
        parts.extend(self.reply());
        if self.frame.has_receipt {
            parts.push(Part::Text(self.words.t("log-letter-attached").to_owned()));
        }
        parts.push(Part::Foot(self.words.with2(
            "letter-foot",
            "service",
            self.frame.service,
            "address",
            self.frame.to_address,
        )));
        Version {
            lang: self.words.locale.tag(),
            dir: self.words.locale.dir(),
            divider,
            case: self.case(),
            title: self.topic(),
            greeting: match self.frame.to_name.trim() {
                "" => self.words.t("letter-greeting-plain").to_owned(),
                name => self
                    .words
                    .with1("letter-greeting", "name", self.cleaned(name)),
            },
            parts,
        }
    }

    fn case(&self) -> Option<String> {
        let number = self.data.case_number.as_deref()?;
        Some(match &self.data.sides {
            Some((claimant, respondent)) => self.words.with(
                "letter-case-titled",
                &[
                    ("number", number.into()),
                    ("claimant", self.cleaned(claimant).into()),
                    ("respondent", self.cleaned(respondent).into()),
                ],
            ),
            None => self.words.with1("letter-case", "number", number),
        })
    }
}

/// Numbers of exhibits and nothing that could be a name: `R-4`, `C-1, C-2`.
fn is_exhibit(text: &str) -> bool {
    text.len() <= 60
        && text.contains('-')
        && text
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || " ,-–、".contains(c))
}
