//! What of a file may be shown in the page.

use crate::blobs::{BlobError, Blobs};
use crate::domain::evidence::FileRef;

/// Most of a text that is shown in the page, in bytes.
pub const TEXT_SHOWN: u64 = 64 * 1024;
/// Largest picture that is shown in the page, in bytes.
const PICTURE_MAX: u64 = 25 * 1024 * 1024;
/// Bytes looked at to tell again what a file is.
const HEAD_BYTES: u64 = 8 * 1024;

/// How the contents of a file may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preview {
    /// As a picture: raster images only, which carry no program
    Picture,
    /// As escaped text
    Text,
    /// Not at all: it may carry a program or act in the browser
    Download,
    /// Not at all: too large
    TooLarge,
}

/// How a file may be shown, by its sniffed type and size.
pub fn preview(file: &FileRef) -> Preview {
    match file.media_type.as_str() {
        "image/png" | "image/jpeg" | "image/gif" | "image/webp"
            if file.size_bytes <= PICTURE_MAX =>
        {
            Preview::Picture
        }
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" => Preview::TooLarge,
        "text/plain" | "text/csv" => Preview::Text,
        _ => Preview::Download,
    }
}

/// The first part of a text, with what is not UTF-8 replaced, and whether that is all of it.
///
/// # Errors
/// When the file is gone or cannot be read.
pub async fn text(blobs: &Blobs, file: &FileRef) -> Result<(String, bool), BlobError> {
    let reader = blobs.get(&file.digest).await?;
    let whole = reader.size_bytes() <= TEXT_SHOWN;
    let bytes = reader
        .range(0, TEXT_SHOWN)
        .await?
        .read_all(TEXT_SHOWN)
        .await?;
    let text: String = String::from_utf8_lossy(&bytes)
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    Ok((text, whole))
}

/// Whether the stored bytes still begin like the raster image that the record says they are.
///
/// # Errors
/// When the file is gone or cannot be read.
pub async fn is_picture(blobs: &Blobs, file: &FileRef) -> Result<bool, BlobError> {
    let head = blobs
        .get(&file.digest)
        .await?
        .range(0, HEAD_BYTES)
        .await?
        .read_all(HEAD_BYTES)
        .await?;
    Ok(preview(file) == Preview::Picture
        && infer::get(&head).is_some_and(|found| found.mime_type() == file.media_type))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(media_type: &str, size_bytes: u64) -> FileRef {
        FileRef {
            digest: String::new(),
            size_bytes,
            media_type: media_type.into(),
            name: "a".into(),
        }
    }

    #[test]
    fn only_raster_images_and_plain_text_are_shown() {
        assert_eq!(preview(&file("image/png", 10)), Preview::Picture);
        assert_eq!(preview(&file("text/plain", 10)), Preview::Text);
        for active in [
            "image/svg+xml",
            "text/html",
            "text/xml",
            "application/pdf",
            "application/octet-stream",
        ] {
            assert_eq!(preview(&file(active, 10)), Preview::Download, "{active}");
        }
        assert_eq!(preview(&file("image/png", u64::MAX)), Preview::TooLarge);
    }
}
