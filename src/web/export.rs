//! The case file to take away.

use crate::domain::access::sees_exhibit;
use crate::services::export;
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::page::{Page, html};
use crate::web::scope::{CaseFrame, CaseScope, Part};
use crate::web::session::Visitor;
use actix_web::HttpResponse;
use actix_web::web::{self, ServiceConfig, get};
use askama::Template;

/// Routes.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/cases/{number}/file", get().to(page))
        .route("/cases/{number}/file.zip", get().to(download));
}

#[derive(Template)]
#[template(path = "export/file.html")]
struct FilePage {
    page: Page,
    frame: CaseFrame,
    exhibits: usize,
    bytes: u64,
    entries: u64,
    href: String,
}

/// `GET /cases/{number}/file`
async fn page(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &number).await?;
    let page = scope.page();
    let page = page.here(scope.visitor.words().t("case-part-file"));
    let seen: Vec<_> = scope
        .file
        .exhibits
        .iter()
        .filter(|e| sees_exhibit(&scope.file, &scope.actor, e))
        .collect();
    html(&FilePage {
        frame: scope.frame(Part::File),
        exhibits: seen.len(),
        bytes: seen.iter().map(|e| e.file.size_bytes).sum(),
        entries: scope.file.version,
        href: format!("{}.zip", urls::case_file(&scope.file.number)),
        page,
    })
}

/// `GET /cases/{number}/file.zip`
async fn download(visitor: Visitor, number: web::Path<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &number).await?;
    let package = export::prepare(
        &scope.visitor.app,
        &scope.file,
        &scope.actor,
        &scope.visitor.words(),
    )
    .await?;
    let name = format!("attachment; filename=\"{}.zip\"", scope.file.number);
    Ok(HttpResponse::Ok()
        .content_type("application/zip")
        .insert_header(("Content-Disposition", name))
        .insert_header(("Content-Encoding", "identity"))
        .streaming(package.stream()))
}
