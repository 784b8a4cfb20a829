//! What goes wrong on the way to a page. Each kind is a page of its own with a way out;
//! internal texts go to the log, never to people.

mod answer;

pub use answer::pages;

use crate::domain::acts::Refusal;
use crate::i18n::Arg;
use crate::services::passwords::PasswordError;
use crate::storage::StorageError;
use actix_web::body::BoxBody;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use jiff::Timestamp;
use std::error::Error;
use std::fmt;
use std::time::Duration;

/// What a page handler gives back.
pub type PageResult = Result<HttpResponse, WebError>;

/// Something a person typed that an error page shows again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// name of the field
    pub name: String,
    /// what was typed
    pub value: String,
}

/// Why a request does not get the page it asked for.
#[derive(Debug)]
pub enum WebError {
    /// 404: there is no such thing, or it is not theirs. One answer for both, so that nothing leaks.
    NotFound,
    /// 303 to the sign-in page, and back to `next` afterwards.
    SignIn {
        /// the path that was asked for
        next: String,
    },
    /// 303: what was asked for begins on another page.
    Elsewhere {
        /// its path
        to: String,
    },
    /// 403: known, but not allowed; the message says why and what to do.
    Refused {
        /// message in the catalogue
        key: &'static str,
        /// what the message needs
        args: Vec<(&'static str, Arg<'static>)>,
    },
    /// 409: the rules of the case say no; the page says what is possible instead.
    Act {
        /// why
        refusal: Box<Refusal>,
        /// what was typed
        kept: Vec<Kept>,
        /// where to go on
        back: String,
    },
    /// 410: the time for this has ended.
    TooLate {
        /// when it ended
        ended_at: Timestamp,
        /// where to ask for permission to file late
        late: Option<String>,
    },
    /// 409: somebody changed this while the person was writing.
    Stale {
        /// what was typed
        kept: Vec<Kept>,
        /// where the newer version stands
        back: Option<String>,
    },
    /// 403: the form was opened in a session that has ended.
    Expired {
        /// what was typed
        kept: Vec<Kept>,
    },
    /// 400: the request makes no sense.
    Bad {
        /// message in the catalogue
        key: &'static str,
        /// what was typed
        kept: Vec<Kept>,
    },
    /// 413: the request is too large.
    TooLarge {
        /// the limit, in bytes
        limit: u64,
    },
    /// 429: tried too often.
    TooMany {
        /// how long to wait
        wait: Duration,
    },
    /// 503: more work than the service can do now.
    Busy,
    /// 507: no space left to keep files.
    Full,
    /// 500: a defect or a failure outside; logged with the id of the request.
    Fault(Box<dyn Error + Send + Sync>),
}

impl WebError {
    /// A refusal whose message takes no arguments.
    pub fn refused(key: &'static str) -> Self {
        Self::Refused {
            key,
            args: Vec::new(),
        }
    }

    /// A request that makes no sense.
    pub fn bad(key: &'static str) -> Self {
        Self::Bad {
            key,
            kept: Vec::new(),
        }
    }

    /// A fault with its cause.
    pub fn fault(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Fault(cause.into())
    }

    /// The same error with what was typed, where the page shows it.
    pub fn keeping(self, words: Vec<Kept>) -> Self {
        match self {
            Self::Stale { back, .. } => Self::Stale { kept: words, back },
            Self::Expired { .. } => Self::Expired { kept: words },
            Self::Act { refusal, back, .. } => Self::Act {
                refusal,
                kept: words,
                back,
            },
            Self::Bad { key, .. } => Self::Bad { key, kept: words },
            other => other,
        }
    }
}

impl fmt::Display for WebError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("not found"),
            Self::SignIn { .. } => f.write_str("not signed in"),
            Self::Elsewhere { to } => write!(f, "begins at {to}"),
            Self::Refused { key, .. } => write!(f, "refused: {key}"),
            Self::Act { refusal, .. } => write!(f, "refused: {refusal}"),
            Self::TooLate { .. } => f.write_str("too late"),
            Self::Stale { .. } => f.write_str("changed in the meantime"),
            Self::Expired { .. } => f.write_str("the form has expired"),
            Self::Bad { key, .. } => write!(f, "bad request: {key}"),
            Self::TooLarge { .. } => f.write_str("too large"),
            Self::TooMany { .. } => f.write_str("too many tries"),
            Self::Busy => f.write_str("too busy"),
            Self::Full => f.write_str("no space left"),
            Self::Fault(cause) => write!(f, "fault: {cause}"),
        }
    }
}

impl ResponseError for WebError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignIn { .. } | Self::Elsewhere { .. } => StatusCode::SEE_OTHER,
            Self::Refused { .. } | Self::Expired { .. } => StatusCode::FORBIDDEN,
            Self::TooLate { .. } => StatusCode::GONE,
            Self::Stale { .. } | Self::Act { .. } => StatusCode::CONFLICT,
            Self::Bad { .. } => StatusCode::BAD_REQUEST,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The bare answer; [`pages`] puts the page into it.
    fn error_response(&self) -> HttpResponse<BoxBody> {
        let mut response = HttpResponse::build(self.status_code());
        match self {
            Self::SignIn { next } => {
                let to = crate::urls::with_query(crate::urls::sign_in(), &[("next", next)]);
                response.insert_header((header::LOCATION, to));
            }
            Self::Elsewhere { to } => {
                response.insert_header((header::LOCATION, to.as_str()));
            }
            Self::TooMany { wait } => {
                response.insert_header((header::RETRY_AFTER, wait.as_secs().max(1)));
            }
            Self::Busy => {
                response.insert_header((header::RETRY_AFTER, 5));
            }
            _ => {}
        }
        response.finish()
    }
}

impl From<StorageError> for WebError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::NotFound => Self::NotFound,
            StorageError::Stale => Self::Stale {
                kept: Vec::new(),
                back: None,
            },
            StorageError::Busy | StorageError::Contended => Self::Busy,
            StorageError::Full => Self::Full,
            other => Self::fault(other),
        }
    }
}

impl From<PasswordError> for WebError {
    fn from(error: PasswordError) -> Self {
        match error {
            PasswordError::Busy => Self::Busy,
            PasswordError::Fault(_) => Self::fault(error),
        }
    }
}

impl From<askama::Error> for WebError {
    fn from(error: askama::Error) -> Self {
        Self::fault(error)
    }
}

impl From<anyhow::Error> for WebError {
    fn from(error: anyhow::Error) -> Self {
        Self::Fault(error.into_boxed_dyn_error())
    }
}

impl From<std::io::Error> for WebError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::fault(error),
        }
    }
}
