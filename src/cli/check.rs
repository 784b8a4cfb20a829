//! `check`: is the record whole? Names the first thing that is wrong in each case.

use crate::domain::procedures::Packs;
use crate::services::{integrity, log};
use crate::startup::App;
use std::path::PathBuf;

/// Checks the settings and then every case and file.
pub async fn run(
    config: Option<PathBuf>,
    data: Option<PathBuf>,
    settings_only: bool,
    resume: bool,
) -> anyhow::Result<()> {
    let config = super::settings(config, data)?;
    config.check()?;
    config.procedure_settings(&Packs::embedded()?)?;
    println!("settings: sound");
    if settings_only {
        return Ok(());
    }
    let app = App::build(config).await?;
    let found = integrity::check(&app).await?;
    println!("cases: {} checked, {} entries", found.cases, found.entries);
    println!("log: {} leaves checked", found.leaves);
    println!("files: {} checked", found.files);
    for problem in &found.problems {
        println!("WRONG  {problem}");
    }
    anyhow::ensure!(
        found.problems.is_empty(),
        "{} things are wrong",
        found.problems.len()
    );
    println!("the record is whole");
    match (app.log.alarm(), resume) {
        (Some(_), true) => {
            log::resume(&app).await?;
            println!("the alarm is taken back: acts are recorded again");
        }
        (Some(alarm), false) => {
            println!("nothing is written since {}: {}", alarm.since, alarm.what);
            println!("with --resume acts are recorded again");
        }
        (None, _) => {}
    }
    Ok(())
}
