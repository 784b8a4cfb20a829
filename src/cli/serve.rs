//! `serve` and `work`: production.

use crate::config::Config;
use crate::services::{accounts, outages};
use crate::startup::App;
use crate::{jobs, telemetry, web};
use anyhow::Context;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::watch;

/// Serves pages and the JSON interface, with the job worker inside unless the settings say no.
pub async fn serve(config: Option<PathBuf>) -> anyhow::Result<()> {
    let app = start(config).await?;
    outages::come_back(&app)
        .await
        .context("cannot give back the time in which nobody could reach the service")?;
    if let Some(link) = accounts::first_administrator(&app)
        .await
        .context("cannot make the first administrator's link")?
    {
        println!(
            "There is no administrator yet. Open this link within 24 hours to become the first one:\n  {link}"
        );
    }
    let (stop, stopped) = watch::channel(false);
    let signs = tokio::spawn(jobs::live(Arc::clone(&app), stopped.clone()));
    let worker = match app.config.worker.enabled {
        true => tokio::spawn(jobs::run(Arc::clone(&app), stopped)),
        false => tokio::spawn(jobs::follow(Arc::clone(&app), stopped)),
    };
    let server = web::server(Arc::clone(&app))
        .with_context(|| format!("cannot listen on {}", app.config.server.listen))?;
    tracing::info!(listen = %app.config.server.listen, url = app.urls.base(), "serving");
    server.await?;
    let _ = stop.send(true);
    worker.await?;
    signs.await?;
    app.store.close();
    Ok(())
}

/// Runs only the job worker.
pub async fn work(config: Option<PathBuf>) -> anyhow::Result<()> {
    let app = start(config).await?;
    let (stop, stopped) = watch::channel(false);
    let worker = tokio::spawn(jobs::run(Arc::clone(&app), stopped));
    wait_for_signal().await?;
    let _ = stop.send(true);
    worker.await?;
    app.store.close();
    Ok(())
}

async fn start(config: Option<PathBuf>) -> anyhow::Result<Arc<App>> {
    let config = Config::load(config.as_deref()).context("the settings cannot be used")?;
    telemetry::start();
    App::build(config).await
}

/// Waits for SIGTERM or Ctrl-C.
pub(super) async fn wait_for_signal() -> anyhow::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = terminate.recv() => {}
        done = tokio::signal::ctrl_c() => done?,
    }
    Ok(())
}
