//! A form on its way back to the person: what was typed, and what is wrong with it.

use super::Posted;
use crate::i18n::{Arg, Words};

/// The values and errors of a form. Values survive every error; secrets never enter it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FormState {
    values: Vec<(String, String)>,
    errors: Vec<FieldError>,
}

/// One thing to put right, tied to its control.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldError {
    /// the name of the field; its control has the id `f-<name>`
    pub field: String,
    /// the message in the catalogue
    pub key: &'static str,
    /// what the message needs
    pub args: Vec<(&'static str, Arg<'static>)>,
}

impl FieldError {
    /// The message in the reader's language.
    pub fn text(&self, words: &Words) -> String {
        if self.args.is_empty() {
            words.t(self.key).to_owned()
        } else {
            words.with(self.key, &self.args)
        }
    }
}

impl FormState {
    /// An empty form.
    pub fn new() -> Self {
        Self::default()
    }

    /// The form as it was sent; secrets (`password…`, `code`, `csrf`) are left out.
    pub fn of(posted: &Posted) -> Self {
        let values = posted
            .fields()
            .iter()
            .filter(|(name, _)| !is_secret(name))
            .map(|(name, value)| (name.clone(), value.trim().to_owned()))
            .collect();
        Self {
            values,
            errors: Vec::new(),
        }
    }

    /// Fills a field, for forms that start from what is on record. Replaces what was there.
    pub fn set(&mut self, field: &str, value: impl Into<String>) -> &mut Self {
        self.values.retain(|(name, _)| name != field);
        self.add(field, value)
    }

    /// Adds one more value to a field with several, such as tick boxes.
    pub fn add(&mut self, field: &str, value: impl Into<String>) -> &mut Self {
        self.values.push((field.to_owned(), value.into()));
        self
    }

    /// Records an error; a field keeps its first one only.
    pub fn error(&mut self, field: &str, key: &'static str) {
        self.error_with(field, key, Vec::new());
    }

    /// Records an error whose message takes arguments.
    pub fn error_with(
        &mut self,
        field: &str,
        key: &'static str,
        args: Vec<(&'static str, Arg<'static>)>,
    ) {
        if !self.has_error(field) {
            self.errors.push(FieldError {
                field: field.to_owned(),
                key,
                args,
            });
        }
    }

    /// Records an error beside those that the field has already, as for several files of one control: the
    /// first stands beside the control, all of them in the summary.
    pub fn error_too(
        &mut self,
        field: &str,
        key: &'static str,
        args: Vec<(&'static str, Arg<'static>)>,
    ) {
        self.errors.push(FieldError {
            field: field.to_owned(),
            key,
            args,
        });
    }

    /// Nothing is wrong so far.
    pub fn is_ok(&self) -> bool {
        self.errors.is_empty()
    }

    /// What is wrong, in the order it was found.
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    /// The field's error in the reader's language.
    pub fn message(&self, words: &Words, field: &str) -> Option<String> {
        self.errors
            .iter()
            .find(|error| error.field == field)
            .map(|error| error.text(words))
    }

    /// Is something wrong with the field?
    pub fn has_error(&self, field: &str) -> bool {
        self.errors.iter().any(|error| error.field == field)
    }

    /// The first value of the field, or nothing.
    pub fn value(&self, field: &str) -> &str {
        self.values
            .iter()
            .find(|(name, _)| name == field)
            .map_or("", |(_, value)| value)
    }

    /// All values of the field.
    pub fn values<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        self.values
            .iter()
            .filter(move |(name, _)| name == field)
            .map(|(_, value)| value.as_str())
    }

    /// Is this choice or tick box of the field chosen?
    pub fn checked(&self, field: &str, value: &str) -> bool {
        self.values(field).any(|chosen| chosen == value)
    }

    /// The ids that describe a control, for `aria-describedby`: hint, error, count. (Templates hand
    /// over variables as references.)
    pub fn described(&self, field: &str, has_hint: bool, has_count: impl Flag) -> String {
        let mut ids = Vec::new();
        for (mark, stands) in [
            ("h", has_hint),
            ("e", self.has_error(field)),
            ("c", has_count.is_set()),
        ] {
            if stands {
                ids.push(format!("{mark}-{field}"));
            }
        }
        ids.join(" ")
    }

    /// The day, month or year of a date field, however the date was given.
    pub fn date_part(&self, field: &str, part: &str) -> String {
        let own = self.value(&format!("{field}-{part}"));
        let whole = super::date(self.value(field));
        match (own, whole, part) {
            ("", Some(date), "day") => date.day().to_string(),
            ("", Some(date), "month") => date.month().to_string(),
            ("", Some(date), "year") => date.year().to_string(),
            _ => own.to_owned(),
        }
    }

    /// Everything that was typed, for pages that must not lose it.
    pub fn typed(&self) -> &[(String, String)] {
        &self.values
    }
}

/// Yes or no, also behind references, as templates hand things over.
pub trait Flag {
    /// Yes?
    fn is_set(&self) -> bool;
}

impl Flag for bool {
    fn is_set(&self) -> bool {
        *self
    }
}

impl<T: Flag> Flag for &T {
    fn is_set(&self) -> bool {
        (**self).is_set()
    }
}

/// Fields that are never sent back to a page or kept.
pub(super) fn is_secret(name: &str) -> bool {
    name.starts_with("password") || matches!(name, "csrf" | "code" | "token")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_keeps_what_was_typed_and_no_secrets() {
        let posted = Posted::from_fields([
            ("name", " Wei "),
            ("password", "hunter2"),
            ("csrf", "x"),
            ("tick", "a"),
            ("tick", "b"),
        ]);
        let form = FormState::of(&posted.unwrap());
        assert_eq!(form.value("name"), "Wei");
        assert_eq!(form.value("password"), "");
        assert!(form.checked("tick", "b") && !form.checked("tick", "c"));
        assert_eq!(form.typed().len(), 3);
    }

    #[test]
    fn a_field_keeps_its_first_error() {
        let mut form = FormState::new();
        form.error("name", "errors-text-empty");
        form.error("name", "errors-mail");
        assert!(!form.is_ok() && form.has_error("name"));
        assert_eq!(form.errors().len(), 1);
    }
}
