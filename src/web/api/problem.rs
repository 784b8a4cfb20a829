//! What went wrong, as RFC 9457 has it.

use super::Caller;
use crate::blobs::BlobError;
use crate::domain::acts::Refusal;
use crate::domain::ids::CaseNumber;
use crate::i18n::Locale;
use crate::services::acts::ActError;
use crate::storage::StorageError;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use jiff::tz::TimeZone;
use serde_json::json;

/// A refused request.
#[derive(Debug)]
pub(super) struct Problem {
    status: StatusCode,
    title: String,
    detail: String,
    /// For refusals of the rules: their stable name
    code: Option<String>,
}

impl Problem {
    pub fn new(status: StatusCode, title: &str, detail: impl Into<String>) -> Self {
        Self {
            status,
            title: title.to_owned(),
            detail: detail.into(),
            code: None,
        }
    }

    /// One answer for what does not exist and what is not the caller's.
    pub fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "Not found",
            "There is no such thing, or it is not yours.",
        )
    }

    /// Well formed, but not what the description asks for.
    pub fn unfit(detail: impl Into<String>) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "The request does not fit",
            detail,
        )
    }

    /// Not even well formed.
    pub fn unreadable(detail: impl Into<String>) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "The request cannot be read",
            detail,
        )
    }

    pub fn unauthenticated() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "Not authenticated",
            "Send Authorization: Bearer and a valid token.",
        )
    }

    pub fn wrong_kind(wanted: &str) -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Wrong media type",
            format!("Send {wanted}."),
        )
    }

    pub fn wrong_method(allowed: &str) -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "Wrong method",
            format!("This address takes {allowed}."),
        )
    }

    pub fn too_large(limit: u64) -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "Too large",
            format!("At most {limit} bytes are taken."),
        )
    }

    fn full() -> Self {
        Self::new(
            StatusCode::INSUFFICIENT_STORAGE,
            "No space left",
            "Nothing was changed.",
        )
    }

    fn failed(error: &dyn std::error::Error) -> Self {
        tracing::error!(error = %error, "a request of the JSON interface failed");
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "Failed",
            "Nothing was changed. Try again.",
        )
    }

    /// A refusal in the words of the caller's language. An earlier case of the same right is named
    /// only to whoever takes part in it.
    pub async fn refused(caller: &Caller, error: ActError) -> Self {
        let refusal = match error {
            ActError::Storage(error) => return error.into(),
            ActError::Refused(refusal) => refusal,
        };
        let words = caller
            .app
            .words(Locale::parse(&caller.account.locale).unwrap_or(Locale::En));
        let detail = match &refusal {
            Refusal::Duplicate { number } if !caller.may_know(number).await => {
                words.t("refusal-duplicate-other").to_owned()
            }
            other => crate::web::words::refusal(&words, &TimeZone::UTC, other),
        };
        Self {
            code: Some(refusal.key()),
            ..Self::new(StatusCode::CONFLICT, "Refused", detail)
        }
    }

    pub fn answer(&self) -> HttpResponse {
        let mut body = json!({ "type": "about:blank", "title": self.title, "status": self.status.as_u16(), "detail": self.detail });
        if let Some(code) = &self.code {
            body["code"] = json!(code);
        }
        let mut answer = HttpResponse::build(self.status);
        answer.content_type("application/problem+json");
        match self.status {
            StatusCode::UNAUTHORIZED => {
                answer.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
            }
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                answer.insert_header((header::RETRY_AFTER, 5));
            }
            _ => {}
        }
        answer.body(body.to_string())
    }
}

impl Caller {
    /// Whether the caller takes part in the case of this number.
    pub async fn may_know(&self, number: &str) -> bool {
        match number.parse::<CaseNumber>() {
            Ok(number) => self.open(number.as_str()).await.is_ok(),
            Err(_) => false,
        }
    }
}

impl From<StorageError> for Problem {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::NotFound => Self::not_found(),
            StorageError::Busy | StorageError::Contended => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "Too busy",
                "Try again in a few seconds.",
            ),
            StorageError::Full => Self::full(),
            other => Self::failed(&other),
        }
    }
}

impl From<BlobError> for Problem {
    fn from(error: BlobError) -> Self {
        match error {
            BlobError::Full => Self::full(),
            BlobError::LimitExceeded { limit } => Self::too_large(limit),
            other => Self::failed(&other),
        }
    }
}
