//! Idempotency: the same key with the same request has one effect and gets the same answer; with
//! another request it is refused. The key is held before the work begins, so that neither a crash
//! nor a second request at the same time can tie it to two requests.

use super::{Caller, Problem};
use crate::storage::api::{self, IdempotencyRow};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Longest key, in bytes.
const KEY_MAX: usize = 200;

/// Runs a POST. The work gets the key of its form, under which its receipt is kept.
pub(super) async fn once<F>(
    caller: &Caller,
    request: &HttpRequest,
    body: &[u8],
    work: F,
) -> Result<HttpResponse, Problem>
where
    F: AsyncFnOnce(Option<String>) -> Result<(StatusCode, Value), Problem>,
{
    let Some(key) = key_of(request)? else {
        let (status, value) = work(None).await?;
        return Ok(HttpResponse::build(status).json(value));
    };
    let asked = request
        .uri()
        .path_and_query()
        .map_or("", |asked| asked.as_str());
    let row = IdempotencyRow {
        token_hash: caller.token.token_hash.clone(),
        key: key.clone(),
        request_hash: hex::encode(Sha256::digest([asked.as_bytes(), b"\n", body].concat())),
        status: api::IN_WORK,
        response: String::new(),
        created_at: caller.app.now(),
    };
    let held = row.clone();
    let known = caller
        .app
        .store
        .write(move |tx| api::hold_key(tx, &held))
        .await?;
    if let Some(known) = known {
        if known.request_hash != row.request_hash {
            return Err(Problem::unfit(
                "This Idempotency-Key was used for another request.",
            ));
        }
        if known.status != api::IN_WORK {
            return Ok(replayed(known));
        }
    }
    let form = format!("api:{}:{key}", &hex::encode(&row.token_hash)[..16]);
    match work(Some(form)).await {
        Ok((status, value)) => {
            let row = IdempotencyRow {
                status: i32::from(status.as_u16()),
                response: value.to_string(),
                ..row
            };
            let answered = caller
                .app
                .store
                .write(move |tx| api::put_answer(tx, &row))
                .await;
            if let Err(error) = answered {
                // The act is done and its receipt is kept under the form's key.
                tracing::warn!(error = %error, "an answer could not be kept for its key");
            }
            Ok(HttpResponse::build(status).json(value))
        }
        Err(problem) => {
            // Nothing was done: the key is free for the request put right.
            let _ = caller
                .app
                .store
                .write(move |tx| api::free_key(tx, &row.token_hash, &row.key))
                .await;
            Err(problem)
        }
    }
}

fn key_of(request: &HttpRequest) -> Result<Option<String>, Problem> {
    let Some(given) = request.headers().get("idempotency-key") else {
        return Ok(None);
    };
    given
        .to_str()
        .ok()
        .map(str::trim)
        .filter(|key| (1..=KEY_MAX).contains(&key.len()))
        .map(|key| Some(key.to_owned()))
        .ok_or_else(|| {
            Problem::unreadable(format!(
                "An Idempotency-Key has 1 to {KEY_MAX} visible characters."
            ))
        })
}

fn replayed(known: IdempotencyRow) -> HttpResponse {
    let status = u16::try_from(known.status)
        .ok()
        .and_then(|status| StatusCode::from_u16(status).ok())
        .unwrap_or(StatusCode::OK);
    HttpResponse::build(status)
        .content_type("application/json")
        .insert_header(("Idempotent-Replay", "true"))
        .body(known.response)
}
