//! `signer`: signs the heads of the public log, as a process of its own under its own user, so that whoever takes over the
//! web process or the database gets no key and can have nothing signed that contradicts what was signed before.

use crate::services::log::{LocalSigner, serve_signer};
use crate::telemetry;
use std::path::PathBuf;
use std::sync::Arc;

/// Answers at the socket until SIGTERM or Ctrl-C.
pub async fn run(socket: PathBuf, folder: PathBuf, uid: Option<u32>) -> anyhow::Result<()> {
    telemetry::start();
    let signer = Arc::new(LocalSigner::new(folder));
    tracing::info!(socket = %socket.display(), "the signer listens");
    let done = tokio::select! {
        ended = serve_signer(signer, &socket, uid) => ended,
        signal = super::serve::wait_for_signal() => signal,
    };
    let _ = std::fs::remove_file(&socket);
    done
}
