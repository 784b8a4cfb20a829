//! Static files, part of the program, under addresses that change with their content:
//! `/static/<hash>/<name>` is kept by browsers for ever.

use super::errors::WebError;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(rust_embed::RustEmbed)]
#[folder = "static/"]
struct Files;

/// One file, ready to be sent.
struct Asset {
    hash: String,
    url: String,
    kind: &'static str,
    body: web::Bytes,
}

static ASSETS: LazyLock<HashMap<String, Asset>> = LazyLock::new(|| {
    Files::iter()
        .filter_map(|name| {
            let body = Files::get(&name)?.data;
            let digest: [u8; 32] = Sha256::digest(&body).into();
            let hash = hex::encode(digest.get(..4)?);
            let asset = Asset {
                url: format!("/static/{hash}/{name}"),
                kind: content_type(&name),
                body: web::Bytes::from(body.into_owned()),
                hash,
            };
            Some((name.into_owned(), asset))
        })
        .collect()
});

/// The address of a static file; a name that does not exist leads to "not found".
pub fn url(name: &str) -> &'static str {
    match ASSETS.get(name) {
        Some(asset) => &asset.url,
        None => {
            tracing::error!(asset.name = name, "no such static file");
            "/static/missing"
        }
    }
}

/// `GET /static/{hash}/{name}`
pub async fn serve(
    request: HttpRequest,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, WebError> {
    let (hash, name) = path.into_inner();
    let asset = ASSETS.get(&name).ok_or(WebError::NotFound)?;
    // An old address still finds the file of today, but must not keep it for ever.
    let caching = if hash == asset.hash {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let tag = header::EntityTag::new_strong(asset.hash.clone());
    let mut response = HttpResponse::Ok();
    response
        .insert_header((header::CACHE_CONTROL, caching))
        .insert_header((header::VARY, "Accept-Encoding"))
        .insert_header(header::ETag(tag.clone()));
    if is_known(&request, &tag) {
        response.status(actix_web::http::StatusCode::NOT_MODIFIED);
        return Ok(response.finish());
    }
    Ok(response.content_type(asset.kind).body(asset.body.clone()))
}

/// `GET /favicon.ico`, which browsers ask for by themselves.
pub async fn favicon() -> HttpResponse {
    HttpResponse::MovedPermanently()
        .insert_header((header::LOCATION, url("mark.svg")))
        .finish()
}

fn is_known(request: &HttpRequest, tag: &header::EntityTag) -> bool {
    use actix_web::http::header::Header;

    match header::IfNoneMatch::parse(request) {
        Ok(header::IfNoneMatch::Any) => true,
        Ok(header::IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(tag)),
        Err(_) => false,
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_carry_the_hash_of_the_content() {
        let address = url("app.css");
        assert!(address.starts_with("/static/") && address.ends_with("/app.css"));
        assert_eq!(address.split('/').nth(2).map(str::len), Some(8));
    }

    #[test]
    fn the_stylesheet_and_scripts_stay_small() {
        assert!(ASSETS["app.css"].body.len() < 64 * 1024);
        assert!(ASSETS["app.js"].body.len() < 8 * 1024);
    }
}
