//! The sections of a letter in their order.

use super::Writer;
use crate::i18n::dates;
use crate::mail::letters::derivation::line as derivation_line;
use crate::mail::letters::parts::{Part, quoted_lines, without_links};
use crate::mail::letters::{Deadline, QUOTE_MAX, Quote};
use crate::urls;

impl<'a> Writer<'a> {
    pub(super) fn what_happened(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = self
            .words_of("happened")
            .into_iter()
            .map(Part::Text)
            .collect();
        parts.extend(
            self.data
                .extra_lines
                .iter()
                .filter_map(|line| self.line(line))
                .map(Part::Text),
        );
        if let Some(number) = &self.data.receipt_no {
            parts.push(Part::Text(self.words.with1(
                "letter-receipt",
                "number",
                number,
            )));
        }
        parts.extend(self.listings());
        parts.extend(
            self.data
                .quotes
                .iter()
                .filter_map(|quote| self.quote(quote)),
        );
        parts
    }

    pub(super) fn listings(&self) -> Option<Part> {
        let named = &self.data.listings;
        if named.is_empty() {
            return None;
        }
        let total = self
            .data
            .listings_total
            .max(u32::try_from(named.len()).unwrap_or(u32::MAX));
        let more = usize::try_from(total)
            .unwrap_or(usize::MAX)
            .saturating_sub(named.len());
        Some(Part::Listings {
            heading: self.words.with1("letter-listings-heading", "count", total),
            items: named.iter().map(|listing| self.cleaned(listing)).collect(),
            more: (more > 0).then(|| self.words.with1("letter-listings-more", "count", more)),
        })
    }

    fn quote(&self, quote: &'a Quote) -> Option<Part> {
        let text = without_links(&quote.text, self.words.t("letter-quoted-link"));
        let (lines, cut) = quoted_lines(&text, QUOTE_MAX);
        if lines.is_empty() {
            return None;
        }
        let who = match quote.who.is_blank() {
            true => self.words.t("letter-default-who").into(),
            false => self.value(&quote.who, &self.args),
        };
        Some(Part::Quote {
            heading: self.words.with("letter-quoted-heading", &[("who", who)]),
            lines,
            cut: cut.then(|| self.words.t("letter-quoted-cut").to_owned()),
        })
    }

    pub(super) fn what_to_do(&self) -> Vec<Part> {
        let todo = self.words_of("do");
        let mine = self.data.deadline.as_ref().filter(|deadline| deadline.mine);
        let others = self
            .data
            .deadline
            .as_ref()
            .filter(|deadline| !deadline.mine);
        let mut parts = Vec::new();
        match (todo, mine) {
            (Some(todo), mine) => {
                let heading = if mine.is_some() {
                    "letter-do-heading"
                } else {
                    "letter-do-heading-undated"
                };
                parts.push(Part::Heading(self.words.t(heading).to_owned()));
                parts.push(Part::Text(todo));
                parts.extend(mine.map(|deadline| self.due(deadline)));
            }
            (None, Some(deadline)) => {
                parts.push(Part::Heading(
                    self.words.t("letter-date-heading").to_owned(),
                ));
                parts.push(self.due(deadline));
            }
            (None, None) => parts.push(Part::Text(self.words.t("letter-do-nothing").to_owned())),
        }
        if let Some(deadline) = others {
            let heading = if deadline.due_at > self.frame.now {
                "letter-date-heading"
            } else {
                "letter-date-heading-past"
            };
            parts.push(Part::Heading(self.words.t(heading).to_owned()));
            parts.push(self.due(deadline));
        }
        parts
    }

    pub(super) fn due(&self, deadline: &Deadline) -> Part {
        Part::Due {
            when: dates::full(self.words, deadline.due_at, &self.zone),
            datetime: dates::rfc3339(deadline.due_at, &self.zone),
            zone: dates::zone_line(self.words, deadline.due_at, &self.zone),
            left: self.left(deadline),
            counted: deadline.derivation.as_ref().map(|derivation| {
                let rule = deadline
                    .rule_key
                    .as_deref()
                    .and_then(|key| self.words.find(key))
                    .or(deadline.rule.as_deref());
                derivation_line(self.words, derivation, rule)
            }),
        }
    }

    pub(super) fn left(&self, deadline: &Deadline) -> String {
        dates::left(self.words, self.frame.now, deadline.due_at, &self.zone).text
    }

    /// What the procedure says about silence, or else what the kind says. Nothing where there is nothing to do.
    pub(super) fn silence(&self) -> Vec<Part> {
        let told = self
            .data
            .consequence
            .as_ref()
            .and_then(|line| self.line(line));
        let usual = || self.key("do").and_then(|_| self.words_of("silence"));
        match told.or_else(usual) {
            Some(text) => vec![
                Part::Heading(self.words.t("letter-silence-heading").to_owned()),
                Part::Text(text),
            ],
            None => Vec::new(),
        }
    }

    pub(super) fn link(&self) -> Option<Part> {
        let label = self.words_of("button")?;
        if self.data.secret_removed {
            return Some(Part::NoButton {
                label,
                removed: self.words.t("letter-link-removed").to_owned(),
            });
        }
        let path = self
            .data
            .secret_path
            .as_deref()
            .or(self.data.path.as_deref())
            .unwrap_or(urls::home());
        let path = if urls::is_own_path(path) {
            path
        } else {
            urls::home()
        };
        Some(Part::Button {
            label,
            address: self.frame.urls.absolute(path),
            copy: self.words.t("letter-link-copy").to_owned(),
        })
    }

    pub(super) fn genuine(&self) -> Vec<Part> {
        let (words, origin) = (self.words, self.frame.urls.base());
        let mut parts = vec![
            Part::Heading(words.t("letter-genuine-heading").to_owned()),
            Part::Text(words.with1("letter-genuine", "origin", origin)),
        ];
        if let Some(number) = &self.data.case_number {
            let look = words.with2("letter-genuine-case", "origin", origin, "number", number);
            parts.push(Part::Text(look));
        }
        parts
    }

    pub(super) fn reply(&self) -> Vec<Part> {
        let (words, contact, phone) = (self.words, self.frame.contact, self.frame.phone);
        let mut parts = Vec::new();
        if !contact.is_empty() {
            let key = match self.data.case_number {
                Some(_) => "letter-reply-case",
                None => "letter-reply-plain",
            };
            parts.push(Part::Text(words.with1(key, "contact", contact)));
        }
        if !phone.is_empty() {
            parts.push(Part::Text(words.with1(
                "letter-reply-phone",
                "phone",
                phone,
            )));
        }
        if !parts.is_empty() {
            let heading = words.t("letter-reply-heading").to_owned();
            parts.insert(0, Part::Heading(heading));
        }
        parts
    }
}
