//! The one place that calls others over HTTP: witnesses of the log, and whatever else the operator names. Ten seconds, one
//! mebibyte, no redirects, nothing remembered. Addresses come from the operator's settings, never from a case.

use std::time::Duration;

/// How long one call may take, from looking up the name to the last byte.
const TIME_MAX: Duration = Duration::from_secs(10);
/// The longest answer that is read.
const ANSWER_MAX: u64 = 1024 * 1024;

/// What somebody answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status
    pub status: u16,
    /// The body
    pub body: Vec<u8>,
}

/// Why there was no answer.
#[derive(Debug, thiserror::Error)]
pub enum EgressError {
    /// Nobody answered in time, or not as HTTP asks for
    #[error("no answer: {0}")]
    Http(#[from] ureq::Error),
    /// The call was broken off
    #[error("the call was broken off")]
    Stopped(#[from] tokio::task::JoinError),
}

/// Posts a body and reads the answer, whatever its status.
///
/// # Errors
/// Where there is no answer.
pub async fn post(url: String, kind: &'static str, body: Vec<u8>) -> Result<Answer, EgressError> {
    let call = move || -> Result<Answer, ureq::Error> {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .timeout_global(Some(TIME_MAX))
            .max_redirects(0)
            .http_status_as_error(false)
            .user_agent("redress")
            .build()
            .into();
        let mut response = agent.post(&url).header("Content-Type", kind).send(&body)?;
        Ok(Answer {
            status: response.status().as_u16(),
            body: response
                .body_mut()
                .with_config()
                .limit(ANSWER_MAX)
                .read_to_vec()?,
        })
    };
    Ok(tokio::task::spawn_blocking(call).await??)
}
