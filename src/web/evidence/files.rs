//! The bytes of an exhibit: the file as it was received, always as a download and never as a page, and
//! raster pictures for the preview.

use super::find;
use crate::blobs::{BlobError, Blobs};
use crate::domain::evidence::FileRef;
use crate::services::evidence;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::scope::CaseScope;
use crate::web::session::Visitor;
use actix_web::body::SizedStream;
use actix_web::http::{StatusCode, header};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};

/// What a browser may do with a file of somebody else: nothing.
const NOTHING: &str = "sandbox; default-src 'none'";

/// `GET /cases/{number}/evidence/{exhibit}/original`, whole or one range of it.
pub async fn original(
    request: HttpRequest,
    visitor: Visitor,
    path: Path<(String, String)>,
) -> PageResult {
    let (number, label) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let exhibit = find(&scope, &label)?;
    download(&request, &scope.visitor, &exhibit.file).await
}

/// A stored file as a download with its name and hash.
///
/// # Errors
/// Faults of the store.
pub async fn download(request: &HttpRequest, visitor: &Visitor, file: &FileRef) -> PageResult {
    serve(
        request,
        &visitor.app.blobs,
        file,
        "application/octet-stream",
    )
    .await
}

/// The same out of a store, as what it is, whole or one range of it.
///
/// # Errors
/// Faults of the store.
pub async fn serve(
    request: &HttpRequest,
    store: &Blobs,
    file: &FileRef,
    kind: &'static str,
) -> PageResult {
    let reader = store.get(&file.digest).await.map_err(gone)?;
    let size = reader.size_bytes();
    let asked = request
        .headers()
        .get(header::RANGE)
        .and_then(|value| value.to_str().ok());
    // A range of another version of the file is of no use; there are none, but a client may think so.
    let tag = format!("\"{}\"", file.digest);
    let same = request
        .headers()
        .get(header::IF_RANGE)
        .is_none_or(|value| value.as_bytes() == tag.as_bytes());
    let range = asked
        .filter(|_| same)
        .map_or(Range::Whole, |text| range_of(text, size));
    let (mut response, start, length) = match range {
        Range::Whole => (HttpResponse::Ok(), 0, size),
        Range::Part(start, end) => {
            let mut response = HttpResponse::PartialContent();
            response.insert_header((header::CONTENT_RANGE, format!("bytes {start}-{end}/{size}")));
            (response, start, end - start + 1)
        }
        Range::Outside => {
            let mut response = HttpResponse::build(StatusCode::RANGE_NOT_SATISFIABLE);
            response.insert_header((header::CONTENT_RANGE, format!("bytes */{size}")));
            return Ok(response.finish());
        }
    };
    guard(&mut response, file);
    response.insert_header((header::CONTENT_TYPE, kind));
    response.insert_header((header::CONTENT_DISPOSITION, disposition(&file.name)));
    response.insert_header((header::ACCEPT_RANGES, "bytes"));
    response.insert_header((header::ETAG, tag));
    let reader = reader.range(start, length).await.map_err(gone)?;
    Ok(response.body(SizedStream::new(length, reader.into_stream())))
}

/// `GET /cases/{number}/evidence/{exhibit}/view`: a raster picture; for everything else there is no such page.
pub async fn view(visitor: Visitor, path: Path<(String, String)>) -> PageResult {
    let (number, label) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let exhibit = find(&scope, &label)?;
    let blobs = &scope.visitor.app.blobs;
    if !evidence::is_picture(blobs, &exhibit.file)
        .await
        .map_err(gone)?
    {
        return Err(WebError::NotFound);
    }
    let reader = blobs.get(&exhibit.file.digest).await.map_err(gone)?;
    let mut response = HttpResponse::Ok();
    guard(&mut response, &exhibit.file);
    response.insert_header((header::CONTENT_TYPE, exhibit.file.media_type.clone()));
    response.insert_header((header::CONTENT_DISPOSITION, "inline"));
    Ok(response.body(SizedStream::new(reader.size_bytes(), reader.into_stream())))
}

/// Headers that keep a file of somebody else from acting, and its hash (RFC 9530).
fn guard(response: &mut HttpResponseBuilder, file: &FileRef) {
    response.insert_header((header::CONTENT_SECURITY_POLICY, NOTHING));
    response.insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
    response.insert_header(("cross-origin-resource-policy", "same-origin"));
    // Says that no compression is wanted: the length and the hash are those of the bytes as they are.
    response.insert_header((header::CONTENT_ENCODING, "identity"));
    if let Ok(digest) = hex::decode(&file.digest) {
        response.insert_header(("repr-digest", format!("sha-256=:{}:", base64(&digest))));
    }
}

/// Base64 with padding (RFC 4648), as the header wants its bytes.
fn base64(bytes: &[u8]) -> String {
    const FIGURES: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or_default());
        let bits = (at(0) << 16) | (at(1) << 8) | at(2);
        for figure in 0..4 {
            let index = (bits >> (18 - 6 * figure)) & 63;
            // The index is below 64 by its mask.
            text.push(if figure as usize > three.len() {
                '='
            } else {
                char::from(FIGURES[index as usize])
            });
        }
    }
    text
}

/// The name of a download: ASCII for old clients, and in full (RFC 6266, RFC 8187).
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || " .-_()".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    format!(
        "attachment; filename=\"{plain}\"; filename*=UTF-8''{}",
        urls::encoded(name)
    )
}

/// The part of a file that a client asks for.
#[derive(Debug, PartialEq, Eq)]
enum Range {
    /// All of it; also where several parts are asked for, or something that is no range
    Whole,
    /// From the first to the last byte named
    Part(u64, u64),
    /// Nothing that the file has
    Outside,
}

fn range_of(text: &str, size: u64) -> Range {
    let Some((start, end)) = text
        .strip_prefix("bytes=")
        .and_then(|range| range.trim().split_once('-'))
    else {
        return Range::Whole;
    };
    let last = size.saturating_sub(1);
    match (start.parse::<u64>(), end.parse::<u64>()) {
        (Ok(start), _) if start >= size => Range::Outside,
        (Ok(start), Ok(end)) if start <= end => Range::Part(start, end.min(last)),
        (Ok(start), Err(_)) if end.is_empty() => Range::Part(start, last),
        (Err(_), Ok(0)) if start.is_empty() => Range::Outside,
        (Err(_), Ok(tail)) if start.is_empty() && size > 0 => {
            Range::Part(size.saturating_sub(tail), last)
        }
        _ => Range::Whole,
    }
}

fn gone(error: BlobError) -> WebError {
    match error {
        BlobError::Full => WebError::Full,
        // The record knows the file, so its absence is a defect and not a wrong address.
        other => WebError::fault(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_understood_and_everything_odd_gives_the_whole_file() {
        assert_eq!(range_of("bytes=0-9", 100), Range::Part(0, 9));
        assert_eq!(range_of("bytes=90-", 100), Range::Part(90, 99));
        assert_eq!(range_of("bytes=-10", 100), Range::Part(90, 99));
        assert_eq!(range_of("bytes=50-500", 100), Range::Part(50, 99));
        assert_eq!(range_of("bytes=100-", 100), Range::Outside);
        for odd in ["bytes=9-1", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b"] {
            assert_eq!(range_of(odd, 100), Range::Whole, "{odd}");
        }
    }

    #[test]
    fn the_name_of_a_download_cannot_leave_its_header() {
        let header = disposition("灯\"\r\n.png");
        assert_eq!(
            header,
            "attachment; filename=\"____.png\"; filename*=UTF-8''%E7%81%AF%22%0D%0A.png"
        );
    }

    #[test]
    fn the_hash_is_written_in_base64() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
