//! The words of every language, parsed once at start.
//! Messages without arguments are formatted then and looked up ever after.

use super::{Arg, Locale, Words, figures};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

#[derive(rust_embed::RustEmbed)]
#[folder = "locales/"]
#[include = "*/*.ftl"]
struct Files;

/// The words that procedures bring along.
#[derive(rust_embed::RustEmbed)]
#[folder = "procedures/"]
#[include = "*/locales/*.ftl"]
struct PackFiles;

/// All words in all languages; cheap to clone.
#[derive(Clone)]
pub struct Catalogue(Arc<[Texts]>);

/// Why the embedded words cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// A file is not Fluent.
    #[error("{file} is not a Fluent file: {reason}")]
    Syntax {
        /// the file below `locales/`
        file: String,
        /// what the parser said
        reason: String,
    },
    /// Two files of a language define the same message.
    #[error("{file} defines a message a second time: {reason}")]
    Twice {
        /// the file below `locales/`
        file: String,
        /// which message
        reason: String,
    },
}

/// Words that came with a procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// Their language
    pub locale: Locale,
    /// Where they come from, for messages
    pub file: String,
    /// The Fluent text
    pub source: String,
}

struct Texts {
    fixed: HashMap<Box<str>, Box<str>>,
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// Parses the words that are part of the program.
    pub fn embedded() -> Result<Self, CatalogueError> {
        Self::with(&[])
    }

    /// The words of the program with those that procedures brought later, which stand in the place of the
    /// program's own of the same name.
    ///
    /// # Errors
    /// Texts that are not Fluent.
    pub fn with(brought: &[Brought]) -> Result<Self, CatalogueError> {
        let load = |locale| Texts::load(locale, brought);
        let texts: Result<Vec<Texts>, _> = Locale::ALL.into_iter().map(load).collect();
        Ok(Self(texts?.into()))
    }

    /// The keys of the program that do not belong to the procedure of this name: nobody else may take them.
    #[must_use]
    pub fn reserved(locale: Locale, procedure: &str) -> BTreeSet<String> {
        let own = format!("{procedure}/locales/");
        sources(locale)
            .iter()
            .filter(|(file, _)| !file.starts_with(&own))
            .flat_map(|(_, source)| message_keys(source).map(str::to_owned))
            .collect()
    }

    /// The words of one language.
    pub fn words(&self, locale: Locale) -> Words {
        Words::new(locale, self.clone())
    }

    /// The message without arguments, in this language only.
    pub(super) fn fixed(&self, locale: Locale, key: &str) -> Option<&str> {
        self.texts(locale)?.fixed.get(key).map(AsRef::as_ref)
    }

    /// Is there such a message in this language?
    pub(super) fn has(&self, locale: Locale, key: &str) -> bool {
        self.texts(locale)
            .is_some_and(|texts| texts.bundle.has_message(key))
    }

    /// Whether a language has a message for a key.
    #[must_use]
    pub fn speaks(&self, locale: Locale, key: &str) -> bool {
        self.has(locale, key)
    }

    /// The message with its arguments filled in, in this language only.
    pub(super) fn filled(
        &self,
        locale: Locale,
        key: &str,
        args: &[(&str, Arg<'_>)],
    ) -> Option<String> {
        let bundle = &self.texts(locale)?.bundle;
        let pattern = bundle.get_message(key)?.value()?;
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            filled.set(*name, arg.to_fluent());
        }
        let mut problems = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&filled), &mut problems);
        for problem in problems {
            tracing::warn!(
                i18n.key = key,
                i18n.locale = locale.tag(),
                "message not filled: {problem}"
            );
        }
        Some(text.into_owned())
    }

    fn texts(&self, locale: Locale) -> Option<&Texts> {
        self.0.get(locale.index())
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue")
            .field("languages", &self.0.len())
            .finish()
    }
}

impl Texts {
    fn load(locale: Locale, brought: &[Brought]) -> Result<Self, CatalogueError> {
        let language: unic_langid::LanguageIdentifier =
            locale.tag().parse().map_err(|e| CatalogueError::Syntax {
                file: locale.tag().to_owned(),
                reason: format!("{e}"),
            })?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation marks help only where right-to-left text is mixed in.
        bundle.set_use_isolating(locale.dir() == "rtl");
        bundle.set_formatter(Some(grouped));

        let mut keys = Vec::new();
        for (file, source) in sources(locale) {
            keys.extend(message_keys(&source).map(str::to_owned));
            let resource = parsed(&file, source)?;
            bundle
                .add_resource(resource)
                .map_err(|e| CatalogueError::Twice {
                    file,
                    reason: format!("{e:?}"),
                })?;
        }

        for own in brought.iter().filter(|own| own.locale == locale) {
            keys.extend(message_keys(&own.source).map(str::to_owned));
            bundle.add_resource_overriding(parsed(&own.file, own.source.clone())?);
        }

        let mut fixed = HashMap::with_capacity(keys.len());
        for key in keys {
            let Some(pattern) = bundle.get_message(&key).and_then(|message| message.value()) else {
                continue;
            };
            let mut problems = Vec::new();
            let text = bundle
                .format_pattern(pattern, None, &mut problems)
                .into_owned();
            // A message that misses an argument is one that takes arguments.
            if problems.is_empty() {
                fixed.insert(key.into_boxed_str(), text.into_boxed_str());
            }
        }
        Ok(Self { fixed, bundle })
    }
}

fn parsed(file: &str, source: String) -> Result<FluentResource, CatalogueError> {
    FluentResource::try_new(source).map_err(|(_, e)| CatalogueError::Syntax {
        file: file.to_owned(),
        reason: format!("{e:?}"),
    })
}

/// The Fluent files of a language, by name below `locales/` or `procedures/`, in a fixed order.
pub(super) fn sources(locale: Locale) -> Vec<(String, String)> {
    let folder = format!("{}/", locale.tag());
    let mut found: Vec<(String, String)> = Files::iter()
        .filter(|name| name.starts_with(&folder))
        .filter_map(|name| {
            let file = Files::get(&name)?;
            Some((
                name.into_owned(),
                String::from_utf8_lossy(&file.data).into_owned(),
            ))
        })
        .collect();
    let own = format!("/locales/{}.ftl", locale.tag());
    found.extend(
        PackFiles::iter()
            .filter(|name| name.ends_with(&own))
            .filter_map(|name| {
                let file = PackFiles::get(&name)?;
                let text = String::from_utf8_lossy(&file.data).into_owned();
                Some((name.into_owned(), text))
            }),
    );
    found.sort();
    found
}

/// The keys defined in a Fluent source: messages start in the first column.
pub fn message_keys(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let (key, _) = line.split_once('=')?;
        let key = key.trim_end();
        let starts_right = key.starts_with(|c: char| c.is_ascii_alphabetic());
        (starts_right
            && key
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'))
        .then_some(key)
    })
}

/// Whole numbers inside messages are grouped as everywhere else.
fn grouped<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 && number.value.abs() < 1e15 => {
            Some(figures::grouped(number.value as i64, ","))
        }
        _ => None,
    }
}
