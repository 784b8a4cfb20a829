//! Posted forms: read with limits, proved to come from our own pages, known fields only.
//! What people typed is never lost: see [`FormState`].

mod read;
mod state;

pub use read::{date, mail_address, minor_units};
pub use state::{FieldError, Flag, FormState};

use super::errors::{Kept, WebError};
use super::session::Visitor;
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use sha2::{Digest, Sha256};
use std::future::Future;
use std::pin::Pin;
use subtle::ConstantTimeEq;
use unicode_normalization::UnicodeNormalization;

/// The largest body of a form without files, in bytes.
pub const FORM_MAX: usize = 1024 * 1024;

/// The name of the field that carries the proof that a form is ours.
pub const CSRF_FIELD: &str = "csrf";

/// One of several answers: a radio button, a tick box or a line of a select list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// what is sent
    pub value: String,
    /// what is read, in the reader's language
    pub label: String,
    /// more about it, or nothing
    pub hint: String,
}

impl Choice {
    /// A choice without a hint.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: String::new(),
        }
    }

    /// The same choice with a hint.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// What the form of a request held, kept with the request for error pages.
#[derive(Debug, Clone)]
pub struct Typed(pub Vec<Kept>);

/// Fields that pages add and nobody types.
const NOT_TYPED: [&str; 11] = [
    "do",
    "step",
    "version",
    "seen",
    "form",
    "next",
    "remove",
    "held",
    "copy-kept",
    "copy-name",
    "to-check",
];

/// The fields of a form that passed the checks on where it came from.
/// As an extractor it takes `application/x-www-form-urlencoded`.
#[derive(Debug, Clone, Default)]
pub struct Posted {
    fields: Vec<(String, String)>,
    /// The path it was sent to and the digests of the files it brought
    sent: Vec<String>,
}

impl Posted {
    /// Takes fields that were read elsewhere, such as the text fields of a multipart form.
    /// Line ends become `\n`, text becomes NFC; a field with control characters is refused.
    pub fn from_fields<N: Into<String>, V: AsRef<str>>(
        fields: impl IntoIterator<Item = (N, V)>,
    ) -> Result<Self, WebError> {
        let fields = fields
            .into_iter()
            .map(|(name, value)| {
                Ok((
                    name.into(),
                    clean(value.as_ref()).ok_or(WebError::bad("errors-bad-characters"))?,
                ))
            })
            .collect::<Result<_, WebError>>()?;
        Ok(Self {
            fields,
            sent: Vec::new(),
        })
    }

    /// The same form with the path it was sent to and the digests of the files it brought, taken or not.
    pub fn sent_to(mut self, path: &str, digests: Vec<String>) -> Self {
        self.sent = digests;
        self.sent.push(path.to_owned());
        self
    }

    /// The first value of the field without surrounding space; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        self.exact(name).trim()
    }

    /// The first value as typed, for passwords.
    pub fn exact(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value)
    }

    /// Every value of the field without surrounding space.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.fields
            .iter()
            .filter(|(field, _)| field == name)
            .map(|(_, value)| value.trim())
            .collect()
    }

    /// Was the field sent at all?
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }

    /// Every field in the order it was sent.
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// Refuses a form with fields that the page does not have. A name that ends in `*` admits every
    /// field that begins so; `date-*` stands for day, month and year.
    pub fn only(&self, names: &[&str]) -> Result<(), WebError> {
        let known = |field: &str| {
            field == CSRF_FIELD
                || names.iter().any(|name| match name.strip_suffix('*') {
                    Some(start) => field.starts_with(start),
                    None => *name == field,
                })
        };
        match self.fields.iter().find(|(field, _)| !known(field)) {
            Some((field, _)) => {
                tracing::info!(
                    form.field = field.escape_debug().to_string(),
                    "a form had an unknown field"
                );
                Err(WebError::Bad {
                    key: "errors-bad-field",
                    kept: self.kept(),
                })
            }
            None => Ok(()),
        }
    }

    /// The key of this very form with what was chosen, typed and sent in it, 16 bytes as hex: the same
    /// form sent twice has one name, and one that went back, was changed and sent again has another.
    /// `None` without a key. Passwords do not count, and `more` tells parts of one form apart.
    pub fn name(&self, more: &str) -> Option<String> {
        const ADDED: [&str; 3] = [CSRF_FIELD, "form", "seen"];
        let key = Some(self.get("form")).filter(|key| (16..=64).contains(&key.len()))?;
        let mut hash = Sha256::new();
        for text in [key, more] {
            hash.update(format!("{}:{text};", text.len()));
        }
        for (name, value) in &self.fields {
            if !ADDED.contains(&name.as_str()) && !state::is_secret(name) {
                hash.update(format!("{}:{name}={}:{value};", name.len(), value.len()));
            }
        }
        for sent in &self.sent {
            hash.update(format!("{}:{sent};", sent.len()));
        }
        Some(hex::encode(&hash.finalize()[..16]))
    }

    /// What was typed, for error pages that must not lose it.
    pub fn kept(&self) -> Vec<Kept> {
        self.fields
            .iter()
            .filter(|(name, value)| {
                !state::is_secret(name)
                    && !NOT_TYPED.contains(&name.as_str())
                    && !value.trim().is_empty()
            })
            .map(|(name, value)| Kept {
                name: name.clone(),
                value: value.trim().to_owned(),
            })
            .collect()
    }

    /// Checks that the form came from our own page and session; `fields` must hold [`CSRF_FIELD`].
    pub fn verify(&self, request: &HttpRequest, visitor: &Visitor) -> Result<(), WebError> {
        same_origin(request, visitor)?;
        if visitor.csrf_is(self.exact(CSRF_FIELD)) {
            Ok(())
        } else {
            Err(WebError::Expired { kept: self.kept() })
        }
    }
}

impl FromRequest for Posted {
    type Error = WebError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, WebError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            let visitor = Visitor::from_request(&request, &mut Payload::None).await?;
            same_origin(&request, &visitor)?;
            if !request
                .content_type()
                .eq_ignore_ascii_case("application/x-www-form-urlencoded")
            {
                return Err(WebError::bad("errors-bad-form"));
            }
            let body = read(&mut payload).await?;
            let fields: Vec<(String, String)> =
                serde_html_form::from_bytes(&body).map_err(|_| WebError::bad("errors-bad-form"))?;
            let posted = Self::from_fields(fields)?.sent_to(request.path(), Vec::new());
            posted.verify(&request, &visitor)?;
            request.extensions_mut().insert(Typed(posted.kept()));
            Ok(posted)
        })
    }
}

/// Refuses an unsafe request that a browser says came from another site.
/// Clients that send neither header are left to the token in the form.
pub fn same_origin(request: &HttpRequest, visitor: &Visitor) -> Result<(), WebError> {
    let header = |name| {
        request
            .headers()
            .get(name)
            .and_then(|value: &header::HeaderValue| value.to_str().ok())
    };
    let site_ok = header(header::HeaderName::from_static("sec-fetch-site"))
        .is_none_or(|site| matches!(site, "same-origin" | "none"));
    // Our pages send no referrer, and browsers then say "null" for the origin of a form.
    let origin_ok = header(header::ORIGIN)
        .is_none_or(|origin| origin == "null" || visitor.app.is_own_origin(origin));
    if site_ok && origin_ok {
        Ok(())
    } else {
        tracing::warn!(
            request.path = request.path(),
            "a form came from another site"
        );
        Err(WebError::refused("errors-other-site"))
    }
}

/// Compares two secrets without telling by the time it takes where they differ.
pub fn same_secret(left: &str, right: &str) -> bool {
    !left.is_empty() && bool::from(left.as_bytes().ct_eq(right.as_bytes()))
}

async fn read(payload: &mut Payload) -> Result<web::Bytes, WebError> {
    use futures_util::StreamExt;

    let mut body = web::BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| WebError::bad("errors-bad-form"))?;
        if body.len() + chunk.len() > FORM_MAX {
            return Err(WebError::TooLarge {
                limit: FORM_MAX as u64,
            });
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

/// Normalises line ends and Unicode form; `None` when control characters are in the text.
pub(super) fn clean(value: &str) -> Option<String> {
    let plain = value.bytes().all(|byte| (0x20..0x7f).contains(&byte));
    if plain {
        return Some(value.to_owned());
    }
    // Word processors leave vertical tabs and form feeds where a line ends.
    let lines = value.replace("\r\n", "\n").replace(
        ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'],
        "\n",
    );
    let text: String = lines.nfc().collect();
    text.chars()
        .all(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_refused_and_line_ends_made_one() {
        for bad in ["a\0b", "a\u{1b}b", "\u{7f}"] {
            assert!(Posted::from_fields([("x", bad)]).is_err(), "{bad:?}");
        }
        let posted = Posted::from_fields([("x", " a\r\nb\u{b}c "), ("y", "e\u{301}")]).unwrap();
        assert_eq!(posted.get("x"), "a\nb\nc");
        assert_eq!(posted.get("y"), "é");
    }

    #[test]
    fn unknown_fields_are_refused() {
        let posted =
            Posted::from_fields([("csrf", "t"), ("name", "a"), ("bought-day", "1")]).unwrap();
        assert!(posted.only(&["name", "bought-*"]).is_ok());
        assert!(posted.only(&["name"]).is_err());
    }

    #[test]
    fn an_empty_secret_equals_nothing() {
        assert!(same_secret("abc", "abc"));
        assert!(!same_secret("abc", "abd") && !same_secret("", "") && !same_secret("abc", ""));
    }
}
