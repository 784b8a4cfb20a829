//! `import notices`: reads an archive in, with a bar that shows how far it is.

use crate::services::import;
use crate::startup::App;
use indicatif::{ProgressBar, ProgressStyle};
use std::path::PathBuf;

/// Reads an archive; bad lines are named and the good ones go in.
pub async fn notices(
    file: PathBuf,
    config: Option<PathBuf>,
    data: Option<PathBuf>,
) -> anyhow::Result<()> {
    let app = App::build(super::settings(config, data)?).await?;
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    let bar = ProgressBar::new(0).with_style(style);
    let report = import::notices(&app, &file, Some(&bar)).await?;
    bar.finish_and_clear();
    for bad in &report.bad {
        println!("line {}: {}", bad.line, bad.reason);
    }
    println!(
        "{} filed, {} known before, {} refused",
        report.filed,
        report.known,
        report.bad.len()
    );
    Ok(())
}
