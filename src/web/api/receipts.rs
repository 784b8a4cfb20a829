//! The receipt of an entry in the public log, with the entry itself for whoever may read it.

use super::problem::Problem;
use super::{ApiResult, Caller};
use crate::domain::access::is_withheld_as_recorded;
use crate::domain::docket::Entry;
use crate::services::log;
use crate::startup::App;
use crate::storage::StorageError;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

/// `GET /api/v1/cases/{number}/entries/{no}/receipt`
pub(super) async fn read(
    app: Data<App>,
    request: HttpRequest,
    path: Path<(String, u32)>,
) -> HttpResponse {
    try_read(app, request, path.into_inner())
        .await
        .unwrap_or_else(|problem| problem.answer())
}

async fn try_read(app: Data<App>, request: HttpRequest, (number, no): (String, u32)) -> ApiResult {
    let caller = Caller::of(&app, &request, "cases").await?;
    let (file, seats) = caller.open(&number).await?;
    let Some((record, salt)) = log::entry_files(&app, file.id, no).await? else {
        return Err(Problem::not_found());
    };
    let Some(issued) = log::receipt_soon(&app, file.id, no).await? else {
        let mut answer = Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "Not signed yet",
            "The head of the log over this entry is being signed. Ask again in a few seconds.",
        )
        .answer();
        let soon = header::HeaderValue::from_static("2");
        answer.headers_mut().insert(header::RETRY_AFTER, soon);
        return Ok(answer);
    };
    let entry: Entry = serde_json::from_str(&record)
        .map_err(|_| Problem::from(StorageError::corrupt("docket", "entry", file.id)))?;
    // Whoever may read the entry from any of their seats.
    let is_told = seats
        .iter()
        .any(|seat| !is_withheld_as_recorded(&file, seat, &entry));
    Ok(HttpResponse::Ok().json(json!({
        "entry": no,
        "log": issued.log.origin,
        "index": issued.receipt.index,
        "leaf": issued.leaf,
        "proof": issued.receipt.to_string(),
        "record": is_told.then_some(record),
        "salt": is_told.then_some(salt),
    })))
}
