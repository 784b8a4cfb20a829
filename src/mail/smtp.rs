//! Letters by SMTP: a pool of connections to the relay of the installation.

use super::{Message, Reply, SendError, Sender};
use lettre::transport::smtp::AsyncSmtpTransportBuilder;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::{self, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::net::IpAddr;
use std::pin::pin;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio::runtime::{Handle, TryCurrentError};

/// How long one letter may take, connection included.
pub const SEND_TIMEOUT: Duration = Duration::from_secs(60);
/// Connections kept at most.
const POOL_SIZE: u32 = 4;

/// How the connection to the relay is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// plain first, then STARTTLS; refused if the relay does not offer it
    StartTls,
    /// TLS from the first byte
    Implicit,
    /// none: only to this very machine
    None,
}

/// What is needed to reach the relay.
#[derive(Clone)]
pub struct Options {
    /// host name or address of the relay
    pub host: String,
    /// its port
    pub port: u16,
    /// how the connection is protected
    pub security: Security,
    /// user name and password, if the relay asks for them
    pub credentials: Option<(String, String)>,
    /// how long one letter may take; [`SEND_TIMEOUT`] outside of tests
    pub timeout: Duration,
}

/// Why the relay cannot be used at all.
#[derive(Debug, thiserror::Error)]
pub enum SmtpError {
    /// Letters would cross a network in the clear.
    #[error("mail to {0} must be protected: choose starttls or tls, or a relay on this machine")]
    Unprotected(String),
    /// Called from outside an async runtime.
    #[error("the mail transport needs the async runtime")]
    Runtime(#[from] TryCurrentError),
    /// TLS could not be set up.
    #[error("TLS to the mail relay")]
    Tls(#[source] smtp::Error),
}

/// The SMTP transport; clones share the connections.
#[derive(Clone)]
pub struct Smtp {
    relay: Arc<Relay>,
    sender: Sender,
}

type Pool = AsyncSmtpTransport<Tokio1Executor>;

/// The pool of connections, and what is needed to make another.
struct Relay {
    builder: AsyncSmtpTransportBuilder,
    // Empty only while being dropped.
    pool: RwLock<Option<Arc<Pool>>>,
    timeout: Duration,
    runtime: Handle,
}

impl Drop for Relay {
    /// The pool closes its connections by a task of the runtime. The last owner may be a thread of the
    /// database, so the runtime is kept beside it and entered for that.
    fn drop(&mut self) {
        let _inside = self.runtime.enter();
        let pool = self
            .pool
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        drop(pool);
    }
}

impl Relay {
    fn pool(&self) -> Option<Arc<Pool>> {
        self.pool
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Puts a new pool in place of `old`. A connection whose letter was given up half-way would take the
    /// late answer to it for the answer to the next letter, so none of that pool may be used again.
    async fn replace(&self, old: &Arc<Pool>) {
        {
            let mut pool = self.pool.write().unwrap_or_else(PoisonError::into_inner);
            if pool.as_ref().is_some_and(|pool| Arc::ptr_eq(pool, old)) {
                *pool = Some(Arc::new(self.builder.clone().build()));
            }
        }
        old.shutdown().await;
    }
}

impl Smtp {
    /// Sets the pool up; connects only when a letter is sent.
    pub fn new(options: Options, sender: Sender) -> Result<Self, SmtpError> {
        let runtime = Handle::try_current()?;
        let tls = match options.security {
            Security::StartTls => Tls::Required(parameters(&options.host)?),
            Security::Implicit => Tls::Wrapper(parameters(&options.host)?),
            Security::None if is_loopback(&options.host) => Tls::None,
            Security::None => return Err(SmtpError::Unprotected(options.host)),
        };
        let mut builder = Pool::builder_dangerous(options.host)
            .port(options.port)
            .tls(tls)
            .timeout(Some(options.timeout / 2))
            .pool_config(PoolConfig::new().max_size(POOL_SIZE));
        if let Some((user, password)) = options.credentials {
            builder = builder.credentials(Credentials::new(user, password));
        }
        let pool = RwLock::new(Some(Arc::new(builder.clone().build())));
        let relay = Relay {
            builder,
            pool,
            timeout: options.timeout,
            runtime,
        };
        Ok(Self {
            relay: Arc::new(relay),
            sender,
        })
    }

    /// Hands a letter to the relay.
    pub async fn send(&self, message: &Message) -> Result<Reply, SendError> {
        let composed = self.sender.compose(message)?;
        let Some(pool) = self.relay.pool() else {
            return Err(SendError::temporary(None, "mail is shutting down"));
        };
        // The library limits connecting only, not the commands after it.
        let mut sending = pin!(pool.send(composed));
        match tokio::time::timeout(self.relay.timeout, sending.as_mut()).await {
            Ok(Ok(response)) => {
                let text = response.message().collect::<Vec<_>>().join(" ");
                let text = format!("{} {text}", response.code());
                Ok(Reply { text })
            }
            Ok(Err(error)) => Err(judge(&error, message.to_address.is_ascii())),
            Err(_) => {
                // Before the half-sent letter is dropped and its connection goes back.
                self.relay.replace(&pool).await;
                let text = "the mail relay did not answer in time";
                Err(SendError::temporary(None, text))
            }
        }
    }
}

fn parameters(host: &str) -> Result<TlsParameters, SmtpError> {
    TlsParameters::new(host.to_owned()).map_err(SmtpError::Tls)
}

fn is_loopback(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost")
        || host
            .trim_matches(['[', ']'])
            .parse::<IpAddr>()
            .is_ok_and(|ip| ip.is_loopback())
}

/// Whether the relay's words are about this letter for good, or about something that can mend.
fn judge(error: &smtp::Error, plain_address: bool) -> SendError {
    let code = error.status().map(u16::from);
    let text = describe(error);
    // Without SMTPUTF8 such an address cannot be reached through this relay, today or tomorrow.
    let unreachable = error.is_client() && !plain_address;
    let permanent = unreachable || code.is_some_and(|code| is_final(code, &text));
    SendError {
        permanent,
        code,
        text,
    }
}

/// Whether a reply speaks of the recipient or the letter. Codes about syntax, sequence and sign-in
/// (RFC 5321, RFC 4954) mean that this installation or the relay is set up wrong: the letter
/// must not be given up for that.
fn is_final(code: u16, text: &str) -> bool {
    let about_sign_in = ["5.7.0", "5.7.8", "5.7.9", "5.7.11", "5.7.14"]
        .iter()
        .any(|status| text.contains(status));
    matches!(code, 521 | 550..=554 | 556) && !about_sign_in
}

/// The error and what caused it, on one line, without what the letter said.
fn describe(error: &smtp::Error) -> String {
    let mut text = error.to_string();
    text.retain(|c| !c.is_control() || c == '\n');
    let text = text.replace('\n', " ");
    text.chars().take(500).collect()
}

#[cfg(test)]
mod tests;
