//! The command line: one binary, one meaning each.

mod check;
mod demo;
mod import;
mod procedures;
mod serve;
mod signer;
mod verify;

use anyhow::Context;
use clap::{Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// Prints a line. A reader who has seen enough, as `| head` has, is no fault.
macro_rules! say {
    ($($words:tt)*) => {
        $crate::cli::print_line(format_args!($($words)*))
    };
}
use say;

/// Writes a line to standard output; ends the program quietly where nobody reads any more.
fn print_line(line: std::fmt::Arguments<'_>) {
    use std::io::Write;
    if writeln!(std::io::stdout().lock(), "{line}").is_err() {
        std::process::exit(0);
    }
}

/// Online dispute resolution and arbitration for cross-border commerce.
#[derive(Debug, Parser)]
#[command(name = "redress", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Try it: a data folder, an invented world with 52 cases, a sign-in link for every role
    Demo {
        /// Address and port; port 0 takes a free one
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
        /// Where the data is kept
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// Start over: removes what an earlier demonstration left in the folder
        #[arg(long)]
        fresh: bool,
        /// Keep the cases in this PostgreSQL database and not in the folder; it is empty at first
        #[arg(long, value_name = "URL", conflicts_with = "fresh")]
        database: Option<String>,
    },
    /// Run the service (settings from a file, then from the environment, REDRESS_…)
    Serve {
        /// The settings file
        #[arg(long, env = "REDRESS_CONFIG")]
        config: Option<PathBuf>,
    },
    /// Run only the job worker: letters, deadlines, reminders
    Work {
        /// The settings file
        #[arg(long, env = "REDRESS_CONFIG")]
        config: Option<PathBuf>,
    },
    /// Check settings and the record: every docket against its rows, every file against its hash
    Check {
        /// The settings file
        #[arg(long, env = "REDRESS_CONFIG")]
        config: Option<PathBuf>,
        /// Check a demonstration's data folder instead
        #[arg(long, conflicts_with = "config")]
        data: Option<PathBuf>,
        /// Only read the settings
        #[arg(long)]
        settings_only: bool,
        /// Take back the alarm if everything is as it should be, so that acts are recorded again
        #[arg(long, conflicts_with = "settings_only")]
        resume: bool,
    },
    /// Check a case file or a receipt that somebody holds: without a connection, with nothing but files and a key
    Verify {
        /// The case file (ZIP), or a receipt, a file that ends in .tlog-proof
        file: PathBuf,
        /// Of a receipt: the line of the log that it proves
        #[arg(long)]
        leaf: Option<PathBuf>,
        /// The log's verifier key, or a file with it; a case file without it is checked by the key that came with it
        #[arg(long)]
        key: Option<String>,
        /// A file with the keys of log and witnesses: enough of them have to have signed
        #[arg(long, conflicts_with = "key")]
        policy: Option<PathBuf>,
        /// Certificates that a time-stamp's has to lead to (PEM); without them those that came with the case file
        #[arg(long, conflicts_with = "leaf")]
        authority: Option<PathBuf>,
        /// The entry as recorded
        #[arg(long, requires = "salt", requires = "leaf")]
        record: Option<PathBuf>,
        /// Its 32 random bytes
        #[arg(long, requires = "record")]
        salt: Option<PathBuf>,
    },
    /// Sign the public log as a process of its own, under its own user, behind a socket
    Signer {
        /// The socket; its folder decides who may reach it
        #[arg(long)]
        socket: PathBuf,
        /// Where keys and what was signed last are kept; nobody else needs to read it
        #[arg(long)]
        folder: PathBuf,
        /// Answer only processes of this user (its number)
        #[arg(long)]
        uid: Option<u32>,
    },
    /// Read an archive in
    #[command(subcommand)]
    Import(Import),
    /// Count a deadline of a procedure and say how it was counted
    Clock(procedures::ClockArgs),
    /// Prove, list and play procedures
    #[command(subcommand)]
    Procedures(procedures::Command),
    #[command(hide = true)]
    RenderDocument,
}

#[derive(Debug, Subcommand)]
enum Import {
    /// Notices, counter-notices and retractions, one JSON object a line
    Notices {
        /// The archive
        file: PathBuf,
        /// The settings file
        #[arg(long, env = "REDRESS_CONFIG")]
        config: Option<PathBuf>,
        /// Import into a demonstration's data folder instead
        #[arg(long, conflicts_with = "config")]
        data: Option<PathBuf>,
    },
}

/// Runs the program.
pub fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("redress: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    match cli.command {
        Command::RenderDocument => Ok(crate::documents::child_main()),
        Command::Demo {
            listen,
            data,
            fresh,
            database,
        } => in_runtime(demo::run(listen, data, fresh, database)),
        Command::Serve { config } => in_runtime(serve::serve(config)),
        Command::Work { config } => in_runtime(serve::work(config)),
        Command::Check {
            config,
            data,
            settings_only,
            resume,
        } => in_runtime(check::run(config, data, settings_only, resume)),
        Command::Verify {
            file,
            leaf,
            key,
            policy,
            authority,
            record,
            salt,
        } => {
            let trust = verify::trust(key.as_deref(), policy.as_deref(), authority.as_deref())?;
            match leaf {
                Some(leaf) => verify::receipt(&file, &leaf, &trust, record.zip(salt))?,
                None => verify::case_file(&file, &trust)?,
            }
            Ok(ExitCode::SUCCESS)
        }
        Command::Signer {
            socket,
            folder,
            uid,
        } => in_runtime(signer::run(socket, folder, uid)),
        Command::Clock(args) => procedures::clock(&args),
        Command::Procedures(command) => procedures::run(command),
        Command::Import(Import::Notices { file, config, data }) => {
            in_runtime(import::notices(file, config, data))
        }
    }
}

/// Runs a command on the asynchronous runtime of the server.
fn in_runtime(command: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<ExitCode> {
    actix_web::rt::System::new().block_on(command)?;
    Ok(ExitCode::SUCCESS)
}

/// The settings of a command: a demonstration's folder, or a file and the environment.
pub(crate) fn settings(
    config: Option<PathBuf>,
    data: Option<PathBuf>,
) -> anyhow::Result<crate::config::Config> {
    match data {
        Some(dir) => {
            anyhow::ensure!(
                dir.join(demo::MARK).exists(),
                "{} is not the data folder of a demonstration",
                dir.display()
            );
            demo::config(SocketAddr::from(([127, 0, 0, 1], 8080)), &dir)
        }
        None => {
            crate::config::Config::load(config.as_deref()).context("the settings cannot be used")
        }
    }
}
