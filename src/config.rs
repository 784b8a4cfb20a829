//! Settings: a TOML file, then the environment (`REDRESS_SECTION__KEY`). Everything is known
//! before the program starts; a wrong or weak setting stops it with a message that says what to do.

mod check;
mod load;
mod procedures;

pub(crate) use check::is_loopback;
pub use check::{Problem, Problems};
pub use load::ConfigError;

use crate::domain::log::Policy;
use crate::domain::log::stamp::{Authorities, Authority};
use anyhow::Context;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Smallest argon2id memory that is accepted, in KiB (OWASP's first recommendation).
pub const HASHING_MIN_MEMORY_KIB: u32 = 19_456;
/// Smallest number of argon2id passes that is accepted.
pub const HASHING_MIN_PASSES: u32 = 2;
/// Largest size of one file that can be configured, in bytes (2 GiB).
pub const UPLOAD_FILE_MAX: u64 = 2 * 1024 * 1024 * 1024;
/// Smallest secret that is accepted, in bytes.
pub const SECRET_MIN: usize = 32;

/// How the program runs. Chosen by the command, never by the file or the environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// real cases
    #[default]
    Serve,
    /// a made-up world; every page says so
    Demo,
}

/// The password of everybody in the demonstration; no account of a real service has it.
pub const DEMO_PASSWORD: &str = "lantern-on-the-quay";

/// All settings.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// where the program listens and how people reach it
    pub server: Server,
    /// the database
    pub database: Database,
    /// where files are kept
    pub data: Data,
    /// keys that must stay secret
    pub secrets: Secrets,
    /// outgoing letters
    pub mail: Mail,
    /// limits of uploads
    pub uploads: Uploads,
    /// how long people stay signed in
    pub sessions: Sessions,
    /// cost of password hashing
    pub hashing: Hashing,
    /// jobs inside the web process
    pub worker: Worker,
    /// the public log
    pub log: Log,
    /// name and contact lines on pages and letters
    pub product: Product,
    /// what the operator sets for procedures, by their names
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub procedures: BTreeMap<String, Procedure>,
    /// serve or demo; not a setting
    #[serde(skip)]
    pub mode: Mode,
    /// the program that makes documents, where it is not this one (tests); not a setting
    #[serde(skip)]
    pub program: Option<std::path::PathBuf>,
}

/// `[server]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Server {
    /// address and port to listen on
    pub listen: SocketAddr,
    /// the address people use, such as `https://cases.example.org`; links in letters begin with it
    pub public_url: String,
    /// threads that serve requests; 0 for one per processor
    pub threads: usize,
    /// believe `X-Forwarded-For` from the reverse proxy in front (otherwise the peer's address counts)
    pub behind_proxy: bool,
}

/// `[database]`
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Database {
    /// `sqlite:<path>` or `postgres://user:password@host/name`; empty for `redress.db` in the data folder
    pub url: Secret,
    /// connections for reading (SQLite) or for everything (PostgreSQL); 0 for a number that fits the machine
    pub connections: usize,
}

/// `[data]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Data {
    /// folder for evidence files, documents and, with SQLite, the database
    pub dir: PathBuf,
}

/// `[secrets]`
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Secrets {
    /// at least 32 random bytes; signs links and calendar addresses
    pub key: Secret,
}

/// `[log]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Log {
    /// socket of a signer that runs as a process of its own (`redress signer`); empty for one inside this program
    pub signer: PathBuf,
    /// folder for keys and memory of the signer inside this program; empty for `log` in the data folder
    pub folder: PathBuf,
    /// file that names the witnesses and how many have to sign (C2SP tlog-policy); empty for none
    pub policy: PathBuf,
    /// address of an authority that time-stamps heads (RFC 3161); empty for none
    pub time_stamps: String,
    /// file with the certificates that such an authority's has to lead to (PEM); needed with `time_stamps`
    pub time_stamp_roots: PathBuf,
    /// minutes between two time-stamps; a decision is followed by one at once
    pub time_stamp_minutes: u32,
    /// hours between two full checks of the record; 0 for none
    pub check_hours: u32,
}

/// `[mail]`
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    /// how letters leave
    pub transport: Transport,
    /// the sender: `Name <address@example.org>` or a plain address
    pub from: String,
    /// where replies go; empty for the sender
    pub reply_to: String,
    /// folder for the transport `folder`; empty for `letters` in the data folder
    pub folder: PathBuf,
    /// the mail server for the transport `smtp`
    pub smtp: Smtp,
}

/// How letters leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    /// to a mail server
    #[default]
    Smtp,
    /// as files in a folder
    Folder,
    /// kept in memory, for tests
    Memory,
}

/// `[mail.smtp]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Smtp {
    /// host name of the mail server
    pub host: String,
    /// its port; 0 for the usual one of the TLS mode (587, 465 or 25)
    pub port: u16,
    /// how the connection is protected
    pub tls: SmtpTls,
    /// name to sign in with; empty for none
    pub user: String,
    /// password to sign in with
    pub password: Secret,
}

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SmtpTls {
    /// begins in the clear and must switch to TLS before anything is sent
    #[default]
    Starttls,
    /// TLS from the first byte
    Tls,
    /// no protection; only for a server on the same machine
    None,
}

/// `[uploads]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Uploads {
    /// largest size of one file, in bytes
    pub file_bytes: u64,
    /// most that one party can upload to one case, in bytes
    pub party_bytes: u64,
}

/// `[sessions]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sessions {
    /// minutes without a request after which officials are signed out
    pub staff_idle_minutes: u32,
    /// hours after which officials are signed out in any case
    pub staff_total_hours: u32,
    /// minutes without a request after which parties are signed out
    pub party_idle_minutes: u32,
    /// hours after which parties are signed out in any case
    pub party_total_hours: u32,
}

/// `[hashing]`: argon2id
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Hashing {
    /// memory for one password, in KiB
    pub memory_kib: u32,
    /// passes over the memory
    pub passes: u32,
    /// lanes
    pub lanes: u32,
    /// sign-ins that may wait for a processor before people are asked to try again
    pub queue: usize,
}

/// `[worker]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Worker {
    /// run jobs inside `serve`; turn off where `redress work` runs beside it
    pub enabled: bool,
}

/// `[product]`
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Product {
    /// the name on pages and letters
    pub name: String,
    /// the institution that runs the service
    pub operator: String,
    /// an e-mail address for people who need help
    pub contact_email: String,
    /// a telephone number for people who need help; may be empty
    pub contact_phone: String,
}

/// `[procedures.<name>]`: numbers that a procedure leaves to the operator, and the zone of its days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Procedure {
    /// IANA zone in which days are counted; the procedure's own where none is set
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Parameters of the procedure, by their names
    #[serde(flatten)]
    pub params: BTreeMap<String, u32>,
}

/// A text that is never printed or logged.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself; do not log it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Is nothing set?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() {
            "(none)"
        } else {
            "(hidden)"
        })
    }
}

impl Serialize for Secret {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(if self.0.is_empty() { "" } else { "(hidden)" })
    }
}

impl Config {
    /// The settings of the demonstration: everything in one folder, letters as files.
    /// `key` signs links and must stay the same while the folder lives.
    pub fn demo(listen: SocketAddr, dir: PathBuf, key: Secret) -> Self {
        let mail = Mail {
            transport: Transport::Folder,
            from: "Redress <registry@redress.example>".to_owned(),
            folder: dir.join("letters"),
            ..Mail::default()
        };
        Self {
            server: Server {
                listen,
                public_url: format!("http://{listen}"),
                ..Server::default()
            },
            database: Database {
                url: Secret::new(format!("sqlite:{}", dir.join("redress.db").display())),
                ..Database::default()
            },
            secrets: Secrets { key },
            data: Data { dir },
            mail,
            mode: Mode::Demo,
            ..Self::default()
        }
    }

    /// Is this the demonstration?
    pub fn is_demo(&self) -> bool {
        self.mode == Mode::Demo
    }

    /// The database to open: the one set, or a SQLite file in the data folder.
    pub fn database_url(&self) -> Secret {
        if self.database.url.is_empty() {
            Secret::new(format!(
                "sqlite:{}",
                self.data.dir.join("redress.db").display()
            ))
        } else {
            self.database.url.clone()
        }
    }

    /// Where the transport `folder` writes letters.
    pub fn letters_dir(&self) -> PathBuf {
        if self.mail.folder.as_os_str().is_empty() {
            self.data.dir.join("letters")
        } else {
            self.mail.folder.clone()
        }
    }

    /// Where the signer inside this program keeps its keys and what it signed last.
    pub fn log_dir(&self) -> PathBuf {
        if self.log.folder.as_os_str().is_empty() {
            self.data.dir.join("log")
        } else {
            self.log.folder.clone()
        }
    }

    /// The witnesses of the log, if any are named.
    ///
    /// # Errors
    /// Where the file cannot be read, or says what no policy can.
    pub fn policy(&self) -> anyhow::Result<Option<Policy>> {
        let file = &self.log.policy;
        if file.as_os_str().is_empty() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("log.policy: cannot read {}", file.display()))?;
        let policy =
            Policy::parse(&text).with_context(|| format!("log.policy: {}", file.display()))?;
        Ok(Some(policy))
    }

    /// Who time-stamps heads of the log, if anybody is named.
    ///
    /// # Errors
    /// Where the file with its certificates cannot be read or holds none.
    pub fn time_stamps(&self) -> anyhow::Result<Option<Authority>> {
        if self.log.time_stamps.is_empty() {
            return Ok(None);
        }
        let file = &self.log.time_stamp_roots;
        let pem = std::fs::read_to_string(file)
            .with_context(|| format!("log.time_stamp_roots: cannot read {}", file.display()))?;
        Ok(Some(Authority {
            url: self.log.time_stamps.clone(),
            roots: Authorities::parse(pem.as_bytes())
                .with_context(|| format!("log.time_stamp_roots: {}", file.display()))?,
            pem,
            every: SignedDuration::from_mins(i64::from(self.log.time_stamp_minutes)),
        }))
    }

    /// Do people reach the service over TLS?
    pub fn is_https(&self) -> bool {
        self.server.public_url.starts_with("https://")
    }
}

impl Smtp {
    /// The port to connect to.
    pub fn effective_port(&self) -> u16 {
        match (self.port, self.tls) {
            (0, SmtpTls::Starttls) => 587,
            (0, SmtpTls::Tls) => 465,
            (0, SmtpTls::None) => 25,
            (port, _) => port,
        }
    }
}

impl Default for Server {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: String::new(),
            threads: 0,
            behind_proxy: false,
        }
    }
}

impl Default for Data {
    fn default() -> Self {
        Self {
            dir: PathBuf::from("data"),
        }
    }
}

impl Default for Smtp {
    fn default() -> Self {
        Self {
            host: String::new(),
            port: 0,
            tls: SmtpTls::Starttls,
            user: String::new(),
            password: Secret::default(),
        }
    }
}

impl Default for Uploads {
    fn default() -> Self {
        Self {
            file_bytes: 50_000_000,
            party_bytes: 500_000_000,
        }
    }
}

impl Default for Sessions {
    fn default() -> Self {
        Self {
            staff_idle_minutes: 30,
            staff_total_hours: 24,
            party_idle_minutes: 12 * 60,
            party_total_hours: 7 * 24,
        }
    }
}

impl Default for Hashing {
    fn default() -> Self {
        Self {
            memory_kib: HASHING_MIN_MEMORY_KIB,
            passes: HASHING_MIN_PASSES,
            lanes: 1,
            queue: 64,
        }
    }
}

impl Default for Log {
    fn default() -> Self {
        Self {
            signer: PathBuf::new(),
            folder: PathBuf::new(),
            policy: PathBuf::new(),
            time_stamps: String::new(),
            time_stamp_roots: PathBuf::new(),
            time_stamp_minutes: 60,
            check_hours: 24,
        }
    }
}

impl Default for Worker {
    fn default() -> Self {
        Self { enabled: true }
    }
}

impl Default for Product {
    fn default() -> Self {
        Self {
            name: "Redress".to_owned(),
            operator: String::new(),
            contact_email: String::new(),
            contact_phone: String::new(),
        }
    }
}
