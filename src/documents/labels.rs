//! The fixed words of a document: a struct of strings, filled from the catalogue by key.

/// Declares a struct of labels with the key of each, and how to fill it from a reader's words.
macro_rules! labels {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident = $key:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: String,)*
        }

        impl $name {
            /// The labels in the language of `words`.
            pub fn in_words(words: &$crate::i18n::Words) -> Self {
                Self { $($field: words.t($key).to_owned(),)* }
            }
        }
    };
}

pub(super) use labels;
