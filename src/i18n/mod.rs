//! What people read: languages, the catalogue of words, dates, numbers and money.
//! No text for people stands in Rust or templates; it comes from `locales/<language>/<feature>.ftl`.

mod catalogue;
pub mod dates;
pub mod figures;
pub mod said;
#[cfg(test)]
mod tests;
mod words;

pub use catalogue::{Brought, Catalogue, CatalogueError, message_keys};
pub use words::{Arg, ToArg, Words};

use std::fmt;

/// A language the product speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub enum Locale {
    /// English
    #[default]
    En,
    /// Chinese in simplified script
    ZhHans,
}

impl Locale {
    /// Every language, the fallback first.
    pub const ALL: [Self; 2] = [Self::En, Self::ZhHans];

    /// The BCP 47 tag, as used in `lang`, in the database and as folder name.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHans => "zh-Hans",
        }
    }

    /// The writing direction, for `dir`.
    pub fn dir(self) -> &'static str {
        match self {
            Self::En | Self::ZhHans => "ltr",
        }
    }

    /// The language's name in itself, for the switch in the page head.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::ZhHans => "中文",
        }
    }

    /// Reads a language tag such as `en-GB` or `zh-CN`; `None` for a language not spoken here.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("en") {
            Some(Self::En)
        } else if primary.eq_ignore_ascii_case("zh") {
            Some(Self::ZhHans)
        } else {
            None
        }
    }

    /// The best language for an `Accept-Language` header, if one of ours is in it.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(u16, Self)> = None;
        for item in header.split(',').take(32) {
            let mut parts = item.split(';');
            let Some(locale) = parts.next().and_then(Self::parse) else {
                continue;
            };
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q="))
                .map_or(1.0, |q| q.trim().parse::<f32>().unwrap_or(0.0));
            // Thousandths, so that weights compare exactly.
            let weight = (weight.clamp(0.0, 1.0) * 1000.0) as u16;
            if weight > 0 && best.is_none_or(|(highest, _)| weight > highest) {
                best = Some((weight, locale));
            }
        }
        best.map(|(_, locale)| locale)
    }

    pub(crate) fn index(self) -> usize {
        match self {
            Self::En => 0,
            Self::ZhHans => 1,
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
