//! Forms that hold files: text fields as [`Posted`], files streamed to the store with hash and limits on
//! the way. Nothing is stored before the form has proved that it is ours.

use super::errors::WebError;
use super::forms::{self, Posted, Typed, same_origin};
use super::session::Visitor;
use crate::blobs::{BlobError, BlobWriter};
use crate::domain::evidence::FileRef;
use crate::i18n::{Arg, figures};
use crate::storage::cases::projections::{self, BlobRow};
use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::web::{Bytes, Payload};
use actix_web::{HttpMessage, HttpRequest};
use futures_util::{StreamExt, TryStreamExt};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// Most files in one form.
const FILES_MAX: usize = 30;
/// Most files that are named as refused; nobody reads more, and no person sends so many.
const REFUSED_MAX: usize = 300;
/// Most text fields in one form.
const FIELDS_MAX: usize = 2_000;
/// Longest name of a file, in characters.
const NAME_MAX: usize = 200;
/// Bytes looked at to tell what a file is.
const HEAD_BYTES: usize = 8 * 1024;

/// What one form may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Largest file, in bytes
    pub file_bytes: u64,
    /// All files together, in bytes
    pub total_bytes: u64,
    /// Most files
    pub files: usize,
}

impl Limits {
    /// The limits of the installation.
    pub fn of(visitor: &Visitor) -> Self {
        let set = &visitor.app.config.uploads;
        Self {
            file_bytes: set.file_bytes,
            total_bytes: set.party_bytes,
            files: FILES_MAX,
        }
    }

    /// The same limits where `used` bytes of the total are taken already.
    pub fn less(self, used: u64) -> Self {
        Self {
            total_bytes: self.total_bytes.saturating_sub(used),
            ..self
        }
    }
}

/// A file that is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uploaded {
    /// Name of its field
    pub field: String,
    /// The stored bytes, with the type found in them and the sender's name
    pub file: FileRef,
}

/// A file that was not taken while the others went in.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedFile {
    /// Name of its field
    pub field: String,
    /// The sender's name of it, as text
    pub name: String,
    /// Why: a message of the catalogue
    pub key: &'static str,
    /// What the message needs
    pub args: Vec<(&'static str, Arg<'static>)>,
}

/// A form with its files.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    /// The text fields
    pub posted: Posted,
    /// The files, in the order they were sent; inputs left empty are left out
    pub files: Vec<Uploaded>,
    /// Files that were refused by name; always empty after [`read`]
    pub refused: Vec<RefusedFile>,
}

/// Reads a `multipart/form-data` form. The token must come before the first file, as it does in our
/// own pages.
///
/// # Errors
/// What a form without files is refused for, `TooLarge` for a file above the limit, `Full` for a full disk.
pub async fn read(
    request: &HttpRequest,
    payload: Payload,
    visitor: &Visitor,
    limits: Limits,
) -> Result<Upload, WebError> {
    gather(request, payload, visitor, limits, true).await
}

/// As [`read`], but a file that is empty or too large is named in `refused` and the others go in.
///
/// # Errors
/// What a form without files is refused for, `Full` for a full disk.
pub async fn read_each(
    request: &HttpRequest,
    payload: Payload,
    visitor: &Visitor,
    limits: Limits,
) -> Result<Upload, WebError> {
    gather(request, payload, visitor, limits, false).await
}

async fn gather(
    request: &HttpRequest,
    payload: Payload,
    visitor: &Visitor,
    limits: Limits,
    strict: bool,
) -> Result<Upload, WebError> {
    same_origin(request, visitor)?;
    let mut parts = Multipart::new(request.headers(), payload);
    let (mut fields, mut files, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    let (mut text_bytes, mut file_bytes, mut dropped_bytes) = (0, 0, 0);
    let (mut is_ours, mut is_full) = (false, false);
    let mut sent = Vec::new();
    while let Some(part) = parts.try_next().await.map_err(unreadable)? {
        let name = part.name().unwrap_or_default().to_owned();
        let given = part
            .content_disposition()
            .and_then(|header| header.get_filename())
            .map(str::to_owned);
        let Some(given) = given else {
            let value = text(part, &mut text_bytes).await?;
            is_ours |= name == forms::CSRF_FIELD && visitor.csrf_is(&value);
            fields.push((name, value));
            if fields.len() > FIELDS_MAX {
                return Err(WebError::bad("errors-bad-form"));
            }
            continue;
        };
        if !is_ours {
            let kept = Posted::from_fields(fields)?.kept();
            return Err(WebError::Expired { kept });
        }
        let left = limits.total_bytes.saturating_sub(file_bytes);
        let is_one_too_many = !strict && files.len() >= limits.files;
        let limit = if is_one_too_many {
            0
        } else {
            limits.file_bytes.min(left)
        };
        match store(part, &given, visitor, limit, strict, &mut dropped_bytes).await? {
            Kept::Stored(file) => {
                sent.push(file.digest.clone());
                file_bytes += file.size_bytes;
                files.push(Uploaded { field: name, file });
            }
            // Words stand behind the files in the form: they are read before the disk's end is told.
            Kept::Full => is_full = true,
            // An input that was left empty sends neither name nor bytes.
            Kept::Empty if strict || given.is_empty() => {}
            Kept::Empty => refused.push(no(name, &given, "evidence-file-empty", Vec::new())),
            Kept::TooLarge(digest) if is_one_too_many => {
                sent.push(digest);
                let max = vec![("max", Arg::from(limits.files))];
                refused.push(no(name, &given, "evidence-file-many", max));
            }
            Kept::TooLarge(digest) => {
                sent.push(digest);
                let key = if left < limits.file_bytes {
                    "evidence-file-no-room"
                } else {
                    "evidence-file-too-large"
                };
                let limit = Arg::from(figures::size(&visitor.words(), limit));
                refused.push(no(name, &given, key, vec![("limit", limit)]));
            }
        }
        if (strict && files.len() > limits.files) || refused.len() > REFUSED_MAX {
            return Err(WebError::bad("errors-bad-form"));
        }
    }
    let posted = Posted::from_fields(fields)?.sent_to(request.path(), sent);
    posted.verify(request, visitor)?;
    request.extensions_mut().insert(Typed(posted.kept()));
    if is_full {
        return Err(WebError::Full);
    }
    note(visitor, &files).await?;
    Ok(Upload {
        posted,
        files,
        refused,
    })
}

fn no(
    field: String,
    given: &str,
    key: &'static str,
    mut args: Vec<(&'static str, Arg<'static>)>,
) -> RefusedFile {
    let name = file_name(given);
    args.push(("name", Arg::from(name.clone())));
    RefusedFile {
        field,
        name,
        key,
        args,
    }
}

/// Writes the rows of files whose bytes are durable.
async fn note(visitor: &Visitor, files: &[Uploaded]) -> Result<(), WebError> {
    if files.is_empty() {
        return Ok(());
    }
    let created_at = visitor.app.now();
    let row = |uploaded: &Uploaded| BlobRow {
        digest: uploaded.file.digest.clone(),
        size_bytes: i64::try_from(uploaded.file.size_bytes).unwrap_or(i64::MAX),
        media_type: uploaded.file.media_type.clone(),
        created_at,
    };
    let rows: Vec<BlobRow> = files.iter().map(row).collect();
    visitor
        .app
        .store
        .write(move |tx| {
            rows.iter()
                .try_for_each(|row| projections::put_blob(tx, row))
        })
        .await?;
    Ok(())
}

/// The value of a text field; all of them together have the limit of a form without files.
async fn text(mut part: Field, bytes: &mut usize) -> Result<String, WebError> {
    let mut value = Vec::new();
    while let Some(chunk) = part.next().await {
        let chunk: Bytes = chunk.map_err(unreadable)?;
        *bytes += chunk.len();
        if *bytes > forms::FORM_MAX {
            return Err(WebError::TooLarge {
                limit: forms::FORM_MAX as u64,
            });
        }
        value.extend_from_slice(&chunk);
    }
    String::from_utf8(value).map_err(|_| WebError::bad("errors-bad-characters"))
}

/// What became of a file of the form.
enum Kept {
    /// It is in the store
    Stored(FileRef),
    /// It had no bytes
    Empty,
    /// It had too many; the digest of all of them
    TooLarge(String),
    /// There is no room on the disk
    Full,
}

/// Streams a file to the store. A file above the limit ends the request when `strict`; else the rest of
/// it is read, hashed and thrown away, as far as patience goes, so that the files after it are reached and
/// a form that comes twice is known by all it brought.
async fn store(
    mut part: Field,
    name: &str,
    visitor: &Visitor,
    limit: u64,
    strict: bool,
    dropped: &mut u64,
) -> Result<Kept, WebError> {
    let mut is_full = false;
    let mut writer: Option<BlobWriter> = match visitor.app.blobs.writer(limit).await {
        Ok(writer) => Some(writer),
        Err(BlobError::Full) => {
            is_full = true;
            None
        }
        Err(error) => return Err(fault(error)),
    };
    let mut rest = Sha256::new();
    let patience = visitor.app.config.uploads.party_bytes;
    let mut head = Vec::new();
    while let Some(chunk) = part.next().await {
        let chunk: Bytes = chunk.map_err(unreadable)?;
        let Some(open) = &mut writer else {
            *dropped += chunk.len() as u64;
            if *dropped > patience {
                return Err(WebError::TooLarge { limit: patience });
            }
            rest.update(&chunk);
            continue;
        };
        if head.len() < HEAD_BYTES {
            head.extend_from_slice(&chunk[..chunk.len().min(HEAD_BYTES - head.len())]);
        }
        match open.write(&chunk).await {
            Ok(()) => {}
            Err(BlobError::LimitExceeded { .. }) if !strict => {
                rest = writer
                    .take()
                    .and_then(BlobWriter::abandon)
                    .unwrap_or_default();
                rest.update(&chunk);
            }
            Err(BlobError::Full) => {
                is_full = true;
                writer = None;
            }
            Err(error) => return Err(fault(error)),
        }
    }
    let Some(writer) = writer else {
        return Ok(if is_full {
            Kept::Full
        } else {
            Kept::TooLarge(hex::encode(rest.finalize()))
        });
    };
    if writer.size_bytes() == 0 {
        return Ok(Kept::Empty);
    }
    let stored = match writer.finish().await {
        Ok(stored) => stored,
        Err(BlobError::Full) => return Ok(Kept::Full),
        Err(error) => return Err(fault(error)),
    };
    let media_type = media_type(&head).to_owned();
    Ok(Kept::Stored(FileRef {
        digest: stored.digest,
        size_bytes: stored.size_bytes,
        media_type,
        name: file_name(name),
    }))
}

/// A stored file as a hidden field, for a form that comes back with errors: the person need not send the
/// file again. Bound to the session and to `about`, so that nobody gets at a file by knowing its hash.
///
/// # Errors
/// Only if the words about the file cannot be written.
pub fn seal(visitor: &Visitor, about: &str, file: &FileRef) -> Result<String, WebError> {
    let text = serde_json::to_string(file).map_err(WebError::fault)?;
    Ok(format!("{}.{text}", mark(visitor, about, &text)))
}

/// The file of a hidden field that [`seal`] made in the same session; `None` for anything else.
pub fn unseal(visitor: &Visitor, about: &str, field: &str) -> Option<FileRef> {
    let (given, text) = field.split_once('.')?;
    if !forms::same_secret(given, &mark(visitor, about, text)) {
        return None;
    }
    serde_json::from_str(text).ok()
}

fn mark(visitor: &Visitor, about: &str, text: &str) -> String {
    let key = visitor.app.config.secrets.key.reveal();
    let inner = Sha256::digest(["sealed file", key, visitor.csrf(), about, text].join("\n"));
    // Hashed twice with the key, so that nothing can be added behind the text.
    hex::encode(
        Sha256::new()
            .chain_update(key)
            .chain_update(inner)
            .finalize(),
    )
}

/// What a file is, by its first bytes; what its sender says counts for nothing.
pub fn media_type(head: &[u8]) -> &'static str {
    if let Some(known) = infer::get(head) {
        return known.mime_type();
    }
    // A cut may stand in the middle of a character.
    let is_text = match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && head.len() == HEAD_BYTES,
    };
    if is_text && !head.contains(&0) {
        "text/plain"
    } else {
        "application/octet-stream"
    }
}

/// The sender's name of a file as plain text: no folders, no control characters, not too long.
pub fn file_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last
        .nfc()
        .filter(|c| !c.is_control() && !is_direction_mark(*c))
        .collect();
    let clean = clean.trim();
    if clean.is_empty() || clean.chars().all(|c| c == '.') {
        return "file".to_owned();
    }
    let length = clean.chars().count();
    if length <= NAME_MAX {
        return clean.to_owned();
    }
    // The ending tells people what a file is, so it is kept.
    let ending = clean.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending: String = ending.chars().take(10).collect();
    let start: String = clean
        .chars()
        .take(NAME_MAX - ending.chars().count() - 1)
        .collect();
    if ending.is_empty() {
        start
    } else {
        format!("{start}.{ending}")
    }
}

/// Marks that turn the reading direction, with which a name can hide its ending.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn unreadable(_: MultipartError) -> WebError {
    WebError::bad("errors-bad-form")
}

fn fault(error: BlobError) -> WebError {
    match error {
        BlobError::LimitExceeded { limit } => WebError::TooLarge { limit },
        BlobError::Full => WebError::Full,
        other => WebError::fault(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_plain_text() {
        assert_eq!(file_name("C:\\photos\\灯.png"), "灯.png");
        assert_eq!(file_name("../../etc/passwd"), "passwd");
        assert_eq!(file_name("invoice\u{202e}gpj.exe"), "invoicegpj.exe");
        assert_eq!(file_name(" \n"), "file");
        assert_eq!(file_name(".."), "file");
        let long = file_name(&format!("{}.pdf", "x".repeat(400)));
        assert!(long.ends_with(".pdf") && long.chars().count() == NAME_MAX);
    }

    #[test]
    fn the_type_is_found_in_the_bytes() {
        assert_eq!(media_type(b"%PDF-1.7\n"), "application/pdf");
        assert_eq!(media_type(b"\x89PNG\r\n\x1a\n____"), "image/png");
        assert_eq!(media_type("url,item\n灯".as_bytes()), "text/plain");
        assert_eq!(media_type(b"\0\x01\x02"), "application/octet-stream");
    }
}
