//! The words of one reader: look up a message, fill in its arguments.

use super::{Catalogue, Locale};
use fluent_bundle::FluentValue;
use std::borrow::Cow;

/// One language of the catalogue; cheap to clone, handed to pages, letters and documents.
#[derive(Debug, Clone)]
pub struct Words {
    /// The reader's language.
    pub locale: Locale,
    catalogue: Catalogue,
}

/// An argument of a message. Numbers choose plural forms and are shown grouped; a year is a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// words, names, formatted dates and sums
    Text(Cow<'a, str>),
    /// a count
    Number(i64),
}

impl Words {
    pub(super) fn new(locale: Locale, catalogue: Catalogue) -> Self {
        Self { locale, catalogue }
    }

    /// The same catalogue in another language.
    pub fn in_language(&self, locale: Locale) -> Self {
        Self::new(locale, self.catalogue.clone())
    }

    /// A message that takes no arguments. A missing one is taken from English, then the key itself stands.
    pub fn t<'a>(&'a self, key: &'a str) -> &'a str {
        match self.find(key) {
            Some(text) => text,
            None => {
                missing(self.locale, key);
                key
            }
        }
    }

    /// A message that takes no arguments, if there is one: for keys made from data.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.catalogue
            .fixed(self.locale, key)
            .or_else(|| self.catalogue.fixed(Locale::default(), key))
    }

    /// Is there such a message, with or without arguments?
    pub fn has(&self, key: &str) -> bool {
        self.catalogue.has(self.locale, key) || self.catalogue.has(Locale::default(), key)
    }

    /// A message with arguments.
    pub fn with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.catalogue
            .filled(self.locale, key, args)
            .or_else(|| self.catalogue.filled(Locale::default(), key, args))
            .unwrap_or_else(|| {
                missing(self.locale, key);
                key.to_owned()
            })
    }

    /// A message with one argument.
    pub fn with1(&self, key: &str, name: &str, value: impl ToArg) -> String {
        self.with(key, &[(name, value.to_arg())])
    }

    /// A message with two arguments.
    pub fn with2(
        &self,
        key: &str,
        name: &str,
        value: impl ToArg,
        name2: &str,
        value2: impl ToArg,
    ) -> String {
        self.with(key, &[(name, value.to_arg()), (name2, value2.to_arg())])
    }

    /// A message with three arguments.
    #[expect(
        clippy::too_many_arguments,
        reason = "names and values in turn, as in a template"
    )]
    pub fn with3(
        &self,
        key: &str,
        name: &str,
        value: impl ToArg,
        name2: &str,
        value2: impl ToArg,
        name3: &str,
        value3: impl ToArg,
    ) -> String {
        let args = [
            (name, value.to_arg()),
            (name2, value2.to_arg()),
            (name3, value3.to_arg()),
        ];
        self.with(key, &args)
    }
}

fn missing(locale: Locale, key: &str) {
    if cfg!(debug_assertions) {
        tracing::warn!(
            i18n.key = key,
            i18n.locale = locale.tag(),
            "no such message"
        );
    }
}

impl Arg<'_> {
    /// The same argument without borrowed text.
    pub fn into_owned(self) -> Arg<'static> {
        match self {
            Self::Text(text) => Arg::Text(Cow::Owned(text.into_owned())),
            Self::Number(number) => Arg::Number(number),
        }
    }

    pub(super) fn to_fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

/// What can stand in a message, also behind references, as templates hand things over.
pub trait ToArg {
    /// The value as an argument.
    fn to_arg(&self) -> Arg<'_>;
}

impl<T: ToArg + ?Sized> ToArg for &T {
    fn to_arg(&self) -> Arg<'_> {
        (**self).to_arg()
    }
}

impl ToArg for Arg<'_> {
    fn to_arg(&self) -> Arg<'_> {
        match self {
            Self::Text(text) => Arg::Text(Cow::Borrowed(text)),
            Self::Number(number) => Arg::Number(*number),
        }
    }
}

macro_rules! text_arg {
    ($($text:ty),*) => {$(
        impl ToArg for $text {
            fn to_arg(&self) -> Arg<'_> {
                Arg::Text(Cow::Borrowed(self))
            }
        }
    )*};
}

text_arg!(str, String, Cow<'_, str>, Box<str>);

macro_rules! number_arg {
    ($($number:ty),*) => {$(
        impl ToArg for $number {
            fn to_arg(&self) -> Arg<'_> {
                Arg::from(*self)
            }
        }

        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                // Nothing that is counted comes near the end of the range.
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}

number_arg!(i8, i16, i32, i64, u8, u16, u32, u64, usize);

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
