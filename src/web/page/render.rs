//! From a template to an answer.

use crate::web::errors::PageResult;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use askama::Template;
use std::cell::RefCell;

/// Pages larger than this do not keep their buffer.
const BUFFER_KEEP: usize = 512 * 1024;

thread_local! {
    // One buffer for each server thread, so that a page costs one allocation of its exact size.
    static BUFFER: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The page with status 200.
pub fn html(page: &impl Template) -> PageResult {
    render(page, StatusCode::OK)
}

/// The page with status 422: a form with errors, everything typed still in it.
pub fn unprocessable(page: &impl Template) -> PageResult {
    render(page, StatusCode::UNPROCESSABLE_ENTITY)
}

/// The page with a given status.
pub fn render(page: &impl Template, status: StatusCode) -> PageResult {
    BUFFER.with_borrow_mut(|buffer| {
        buffer.clear();
        page.render_into(buffer)?;
        let body = actix_web::web::Bytes::copy_from_slice(buffer.as_bytes());
        if buffer.capacity() > BUFFER_KEEP {
            *buffer = String::new();
        }
        Ok(HttpResponse::build(status)
            .content_type("text/html; charset=utf-8")
            .body(body))
    })
}

/// 303: after an act, go and look at the result.
pub fn see_other(path: impl AsRef<str>) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path.as_ref()))
        .finish()
}
