//! Finding the words of a letter and filling in their values.

use super::Writer;
use crate::domain::Role;
use crate::i18n::{Arg, dates, figures};
use crate::mail::letters::parts::without_links;
use crate::mail::letters::{Line, Value};
use std::collections::BTreeMap;

/// Values that words may ask for and an order may not know: each has a neutral default.
const DEFAULTS: [(&str, &str); 9] = [
    ("who", "letter-default-who"),
    ("party", "letter-default-party"),
    ("marketplace", "letter-default-marketplace"),
    ("arbitrator", "letter-default-arbitrator"),
    ("exhibit", "letter-default-exhibit"),
    ("role", "letter-default-role"),
    ("what", "letter-default-what"),
    ("recipient", "letter-default-recipient"),
    ("letter", "letter-default-letter"),
];

impl<'a> Writer<'a> {
    /// The values for the words of the kind, with a neutral default for each that is not known.
    pub(super) fn arguments(&self) -> BTreeMap<&'a str, Arg<'a>> {
        let mut args: BTreeMap<&'a str, Arg<'a>> = BTreeMap::new();
        for (name, key) in DEFAULTS {
            args.insert(name, self.words.t(key).into());
        }
        args.insert("count", i64::from(self.data.listings_total.max(1)).into());
        args.insert("service", self.frame.service.into());
        args.insert(
            "left",
            match &self.data.deadline {
                Some(deadline) => self.left(deadline).into(),
                None => self.words.t("letter-default-left").into(),
            },
        );
        let known = args.clone();
        for (name, value) in &self.data.args {
            if !value.is_blank() {
                args.insert(name, self.value(value, &known));
            }
        }
        args
    }

    /// A value in the reader's language; `known` fills words that ask for values themselves.
    pub(super) fn value(&self, value: &'a Value, known: &BTreeMap<&'a str, Arg<'a>>) -> Arg<'a> {
        match value {
            Value::Text(text) => self.cleaned(text).into(),
            Value::Number(number) => (*number).into(),
            Value::Word { word } => match self.words.find(word) {
                Some(text) => text.into(),
                None => self.words.with(word, &listed(known)).into(),
            },
            Value::At { at } => dates::full(self.words, *at, &self.zone).into(),
            Value::Day { day } => dates::day_with_weekday(self.words, *day).into(),
            Value::Money { minor, currency } => figures::money(self.words, *minor, currency).into(),
        }
    }

    /// The words of one part of the kind, if it has them.
    pub(super) fn words_of(&self, part: &str) -> Option<String> {
        self.key(part)
            .map(|key| self.words.with(&key, &listed(&self.args)))
    }

    pub(super) fn line(&self, line: &'a Line) -> Option<String> {
        if !self.words.has(&line.key) {
            tracing::warn!(
                letter.kind = self.data.kind.as_str(),
                i18n.key = line.key,
                "letter names words that do not exist"
            );
            return None;
        }
        let mut args = self.args.clone();
        args.extend(
            line.args
                .iter()
                .map(|(name, value)| (name.as_str(), self.value(value, &self.args))),
        );
        Some(self.words.with(&line.key, &listed(&args)))
    }

    /// The most special form of a part that the catalogue has.
    pub(super) fn key(&self, part: &str) -> Option<String> {
        let plain = format!("letter-{}-{part}", self.data.kind);
        let variant = self.data.variant.as_deref();
        let reader = self
            .data
            .reader
            .map(Role::as_str)
            .map(|role| role.replace('_', "-"));
        let mut forms = Vec::with_capacity(4);
        if let (Some(variant), Some(reader)) = (variant, &reader) {
            forms.push(format!("{plain}-{variant}-{reader}"));
        }
        forms.extend(variant.map(|variant| format!("{plain}-{variant}")));
        forms.extend(reader.map(|reader| format!("{plain}-{reader}")));
        forms.push(plain);
        forms.into_iter().find(|key| self.words.has(key))
    }

    pub(super) fn cleaned(&self, text: &str) -> String {
        without_links(text, self.words.t("letter-quoted-link"))
    }
}

fn listed<'a>(args: &BTreeMap<&'a str, Arg<'a>>) -> Vec<(&'a str, Arg<'a>)> {
    args.iter()
        .map(|(name, arg)| (*name, arg.clone()))
        .collect()
}
