//! The demonstration: an invented world in one folder, served on this machine.

mod cast;
mod papers;
mod seed;
mod stories;

use crate::config::{Config, Secret};
use crate::jobs;
use crate::services::accounts;
use crate::startup::{App, Entropy, SystemEntropy};
use crate::web;
use anyhow::Context;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::watch;

/// The file that marks a folder as a demonstration's: no other is written into, and `--fresh` removes nothing else.
pub(super) const MARK: &str = "this-is-a-redress-demonstration";

/// The file that holds the address of the database, where that is not in the folder.
const DATABASE: &str = "database";

/// Settings of the demonstration in `dir`; makes the folder and its key where they are missing.
pub(super) fn config(listen: SocketAddr, dir: &Path) -> anyhow::Result<Config> {
    std::fs::create_dir_all(dir).with_context(|| format!("cannot make {}", dir.display()))?;
    let dir = dir.canonicalize()?;
    // First, so that a start that is cut short leaves a folder that the next one knows.
    std::fs::write(
        dir.join(MARK),
        "Made by `redress demo`. Everything in this folder is invented and may be deleted.\n",
    )?;
    let key_file = dir.join("key");
    if !key_file.exists() {
        let mut random = [0; 32];
        SystemEntropy.fill(&mut random);
        std::fs::write(&key_file, hex::encode(random))?;
    }
    let key = Secret::new(std::fs::read_to_string(&key_file)?.trim());
    let database = dir.join(DATABASE);
    let mut config = Config::demo(listen, dir, key);
    if database.exists() {
        config.database.url = Secret::new(std::fs::read_to_string(&database)?.trim());
    }
    Ok(config)
}

/// Refuses a folder that holds anything but a demonstration: invented cases never come among real ones.
fn require_own(dir: &Path) -> anyhow::Result<()> {
    let is_empty = std::fs::read_dir(dir).map_or(true, |mut entries| entries.next().is_none());
    anyhow::ensure!(
        is_empty || dir.join(MARK).exists(),
        "{} holds something that is not a demonstration; choose another folder with --data",
        dir.display()
    );
    Ok(())
}

/// Removes what an earlier demonstration left.
fn clear(dir: &Path) -> anyhow::Result<()> {
    if !dir.join(MARK).exists() {
        return Ok(());
    }
    anyhow::ensure!(
        !dir.join(DATABASE).exists(),
        "the cases of {} are in a PostgreSQL database, which is not emptied from here; choose an empty \
         folder with --data and an empty database with --database",
        dir.display()
    );
    std::fs::remove_dir_all(dir).with_context(|| format!("cannot remove {}", dir.display()))
}

/// Makes or opens the world, prints the doors, serves.
pub async fn run(
    listen: SocketAddr,
    data: PathBuf,
    fresh: bool,
    database: Option<String>,
) -> anyhow::Result<()> {
    anyhow::ensure!(
        listen.ip().is_loopback(),
        "a demonstration listens on this machine only, for example 127.0.0.1:8080"
    );
    require_own(&data)?;
    if fresh {
        clear(&data)?;
    }
    if let Some(url) = database {
        anyhow::ensure!(
            url.starts_with("postgres://") || url.starts_with("postgresql://"),
            "give the address of a PostgreSQL database, such as postgres://user:password@host/name"
        );
        let is_new = !data.join(MARK).exists();
        anyhow::ensure!(
            is_new || data.join(DATABASE).exists(),
            "the cases of {} are in the folder; choose another folder with --data",
            data.display()
        );
        std::fs::create_dir_all(&data)
            .with_context(|| format!("cannot make {}", data.display()))?;
        std::fs::write(data.join(DATABASE), url)?;
    }
    // Port 0 means any: the public address must be known before the first letter is written.
    let listen = match listen.port() {
        0 => TcpListener::bind(listen)?.local_addr()?,
        _ => listen,
    };
    let app = App::build(config(listen, &data)?).await?;
    let people = seed::people(&app).await?;
    if people.is_empty() {
        println!("Making the demonstration's world …");
        seed::world(&app)
            .await
            .context("cannot make the demonstration's world")?;
    }
    let (stop, stopped) = watch::channel(false);
    let server = web::server(Arc::clone(&app)).with_context(|| {
        format!("cannot listen on {listen}; choose another address with --listen")
    })?;
    print_doors(&app).await?;
    let worker = tokio::spawn(jobs::run(Arc::clone(&app), stopped));
    server.await?;
    let _ = stop.send(true);
    worker.await?;
    app.store.close();
    Ok(())
}

async fn print_doors(app: &Arc<App>) -> anyhow::Result<()> {
    println!(
        "\nRedress demonstration on {}\n\nSign in as (each link works once; new ones are printed at every start):",
        app.urls.base()
    );
    let mut shown: Vec<String> = Vec::new();
    for person in seed::people(app).await? {
        if shown.contains(&person.role) {
            continue;
        }
        let link = accounts::demo_link(app, &person.email).await?;
        println!("  {:<22} {link}", person.role);
        shown.push(person.role);
    }
    println!(
        "  (everybody else: one click on {})",
        app.urls.absolute(crate::urls::sign_in())
    );
    println!("\nLetters   {}", app.urls.absolute("/demo/letters"));
    println!(
        "Data      {}\n\nCtrl-C stops it; the same command goes on where it was, --fresh starts over.",
        app.config.data.dir.display()
    );
    Ok(())
}
