//! Reading a JSON body: bounded, of the right kind, its texts cleaned as those of forms are.

use super::Problem;
use crate::web::forms::clean;
use actix_web::web::{Bytes, BytesMut, Payload};
use actix_web::{HttpMessage, HttpRequest};
use futures_util::StreamExt;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Largest JSON body, in bytes.
const BODY_MAX: usize = 2 * 1024 * 1024;

/// The bytes of a JSON body.
pub(super) async fn json(request: &HttpRequest, mut payload: Payload) -> Result<Bytes, Problem> {
    if !request
        .content_type()
        .eq_ignore_ascii_case("application/json")
    {
        return Err(Problem::wrong_kind("application/json"));
    }
    let mut bytes = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Problem::unreadable("The body did not arrive."))?;
        if bytes.len() + chunk.len() > BODY_MAX {
            return Err(Problem::too_large(BODY_MAX as u64));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}

/// What a body says.
pub(super) fn parsed<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut value: Value =
        serde_json::from_slice(bytes).map_err(|e| Problem::unreadable(e.to_string()))?;
    if !cleaned(&mut value) {
        return Err(Problem::unfit("Texts may not hold control characters."));
    }
    serde_json::from_value(value).map_err(|e| Problem::unfit(e.to_string()))
}

/// Cleans every text; false when one holds control characters.
fn cleaned(value: &mut Value) -> bool {
    match value {
        Value::String(text) => match clean(text) {
            Some(plain) => {
                plain.trim().clone_into(text);
                true
            }
            None => false,
        },
        Value::Array(items) => items.iter_mut().all(cleaned),
        Value::Object(fields) => fields.values_mut().all(cleaned),
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
    }
}
