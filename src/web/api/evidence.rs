//! Filing an exhibit: the body is the file.

use super::once::once;
use super::{ApiResult, Caller, Problem, receipt};
use crate::domain::access::used_bytes;
use crate::domain::acts::Act;
use crate::domain::cases::CaseFile;
use crate::domain::evidence::{self, ExhibitKind, FileRef, NewExhibit};
use crate::domain::parties::Actor;
use crate::domain::permissions;
use crate::services::acts::{self, ActError};
use crate::startup::App;
use crate::storage::cases::projections;
use crate::web::uploads;
use actix_web::http::StatusCode;
use actix_web::web::{self, Payload};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use futures_util::StreamExt;
use serde::Deserialize;
use serde_json::json;

/// First bytes of a file that tell what it is.
const HEAD_BYTES: usize = 8192;

/// What is said of an uploaded file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct UploadQuery {
    name: String,
    #[serde(default)]
    title: String,
    kind: ExhibitKind,
    #[serde(default)]
    description: String,
    #[serde(default)]
    claim: u32,
}

/// `POST /api/v1/cases/{number}/evidence?name=…&kind=…`
pub(super) async fn upload(
    app: web::Data<App>,
    request: HttpRequest,
    number: web::Path<String>,
    payload: Payload,
) -> HttpResponse {
    try_upload(app, request, &number, payload)
        .await
        .unwrap_or_else(|problem| problem.answer())
}

async fn try_upload(
    app: web::Data<App>,
    request: HttpRequest,
    number: &str,
    payload: Payload,
) -> ApiResult {
    let caller = Caller::of(&app, &request, "evidence").await?;
    let (file, seats) = caller.open(number).await?;
    let actor = &seats[0];
    let query = web::Query::<UploadQuery>::from_query(request.query_string())
        .map_err(|e| Problem::unfit(e.to_string()))?
        .into_inner();
    let kind = request.content_type().to_ascii_lowercase();
    // A form would be kept with its boundaries, which is not the file.
    if kind.starts_with("multipart/") || kind == "application/x-www-form-urlencoded" {
        return Err(Problem::wrong_kind("the file itself as the body"));
    }
    may_file(&caller, &file, actor, &query).await?;
    let uploads = &caller.app.config.uploads;
    let left = uploads.party_bytes.saturating_sub(used_bytes(&file, actor));
    let stored = store(&caller, &query.name, uploads.file_bytes.min(left), payload).await?;
    let digest = stored.digest.clone();
    once(&caller, &request, digest.as_bytes(), async |form| {
        let act = filing(&query, stored);
        match acts::perform_form(&caller.app, file.id, None, form, actor, act).await {
            Ok(done) => Ok((
                StatusCode::CREATED,
                json!({ "receipt": receipt(&done), "sha256": digest }),
            )),
            Err(error) => Err(Problem::refused(&caller, error).await),
        }
    })
    .await
}

fn filing(query: &UploadQuery, file: FileRef) -> Act {
    let exhibit = NewExhibit {
        file,
        title: query.title.clone(),
        kind: query.kind,
        description: query.description.clone(),
        claim: query.claim,
    };
    Act::Evidence(evidence::Act::File {
        exhibits: vec![exhibit],
    })
}

/// Whether the rules would take a file now, asked before it is received.
async fn may_file(
    caller: &Caller,
    file: &CaseFile,
    actor: &Actor,
    query: &UploadQuery,
) -> Result<(), Problem> {
    let pack = acts::pinned(&caller.app, file)?;
    let law = crate::domain::cases::Law {
        pack: &pack,
        calendars: &caller.app.calendars,
        next: None,
    };
    let now = caller.app.now().max(file.updated_at);
    let trial = filing(
        query,
        FileRef {
            digest: "0".repeat(64),
            size_bytes: 1,
            media_type: "application/octet-stream".to_owned(),
            name: "file".to_owned(),
        },
    );
    match permissions::would_refuse(file, law, actor, &trial, now) {
        Some(refusal) => Err(Problem::refused(caller, ActError::Refused(refusal)).await),
        None => Ok(()),
    }
}

async fn store(
    caller: &Caller,
    name: &str,
    limit: u64,
    mut payload: Payload,
) -> Result<FileRef, Problem> {
    let mut writer = caller.app.blobs.writer(limit).await?;
    let mut head = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Problem::unreadable("The file did not arrive whole."))?;
        if head.len() < HEAD_BYTES {
            head.extend_from_slice(&chunk[..chunk.len().min(HEAD_BYTES - head.len())]);
        }
        writer.write(&chunk).await?;
    }
    if head.is_empty() {
        return Err(Problem::unfit("The file is empty."));
    }
    let stored = writer.finish().await?;
    let media_type = uploads::media_type(&head).to_owned();
    let row = projections::BlobRow {
        digest: stored.digest.clone(),
        size_bytes: i64::try_from(stored.size_bytes).unwrap_or(i64::MAX),
        media_type: media_type.clone(),
        created_at: caller.app.now(),
    };
    caller
        .app
        .store
        .write(move |tx| projections::put_blob(tx, &row))
        .await?;
    Ok(FileRef {
        digest: stored.digest,
        size_bytes: stored.size_bytes,
        media_type,
        name: uploads::file_name(name),
    })
}
