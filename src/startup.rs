//! Builds the [`App`] that everything shares: for the server, the worker, the commands and the tests.

mod clock;
mod entropy;
mod limits;

pub use clock::{Clock, ManualClock, SystemClock};
pub use entropy::{Entropy, SeededEntropy, SystemEntropy};
pub use limits::{Limit, Limits};

use crate::blobs::Blobs;
use crate::config::{self, Config};
use crate::documents::Typesetter;
use crate::domain::procedures::{Calendars, Pack, Packs, Settings};
use crate::i18n::{Locale, Words};
use crate::mail::Mailer;
use crate::services::log::{Alarm, LocalSigner, PublicLog, Signer};
use crate::services::passwords::{Passwords, SALT_LEN};
use crate::services::procedures::{Kept, Rulebook};
use crate::storage::{Kind, Options, Store};
use crate::urls::Urls;
use anyhow::Context;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use uuid::Uuid;

/// Everything a request, a job or a command needs; one for the whole process.
pub struct App {
    /// the settings
    pub config: Config,
    /// the database
    pub store: Store,
    /// evidence files and documents
    pub blobs: Blobs,
    /// case files that were made for somebody, for as long as they can be fetched
    pub exports: Blobs,
    /// what it runs by now; see [`App::rulebook`]
    rulebook: RwLock<Arc<Rulebook>>,
    /// public holidays
    pub calendars: Calendars,
    /// the time
    pub clock: Arc<dyn Clock>,
    /// chance
    pub entropy: Arc<dyn Entropy>,
    /// absolute links
    pub urls: Urls,
    /// outgoing letters
    pub mailer: Mailer,
    /// password hashing
    pub hashing: Passwords,
    /// how often things may be tried
    pub limits: Limits,
    /// documents as PDF
    pub typesetter: Typesetter,
    /// told when letters were queued, so that the worker does not wait for its timer
    pub wake: tokio::sync::Notify,
    /// the public log
    pub log: PublicLog,
    /// the newest id: milliseconds, and a count within each
    last_id: AtomicU64,
}

/// Bits of an id that count within a millisecond.
const COUNTED_BITS: u32 = 12;

impl App {
    /// Builds the application from settings with the machine's clock and chance; migrates the database.
    pub async fn build(config: Config) -> anyhow::Result<Arc<Self>> {
        Self::build_with(config, Arc::new(SystemClock), Arc::new(SystemEntropy)).await
    }

    /// The same with a given clock and source of chance.
    pub async fn build_with(
        config: Config,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> anyhow::Result<Arc<Self>> {
        config.check()?;
        let packs = Packs::embedded().context("the procedures of this build are not sound")?;
        let settings = config.procedure_settings(&packs)?;
        std::fs::create_dir_all(&config.data.dir).with_context(|| {
            format!("cannot make the data folder {}", config.data.dir.display())
        })?;
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let mut options = Options::default();
        if config.database.connections > 0 {
            options.threads = config.database.connections;
        } else if Kind::of_url(config.database_url().reveal()) == Kind::Postgres {
            // They write too, and commits at the same time share one wait for the disk.
            options.threads = (processors * 4).clamp(8, 32);
        }
        let store = Store::open(config.database_url().reveal(), options)
            .context("cannot open the database")?;
        store
            .migrate()
            .context("cannot bring the database up to date")?;
        let kept = store
            .read(Kept::read)
            .await
            .context("cannot read the procedures of earlier cases")?;
        let (alarm, latest) = store
            .read(|tx| {
                let logs = crate::storage::log::list_logs(tx)?;
                let latest = logs.into_iter().filter_map(|log| log.signed_at).max();
                Ok((Alarm::kept(tx)?, latest))
            })
            .await
            .context("cannot read how the log stands")?;
        let signer = match config.log.signer.as_os_str().is_empty() {
            true => Signer::Local(Arc::new(LocalSigner::new(config.log_dir()))),
            false => Signer::Socket(config.log.signer.clone()),
        };
        let rulebook = Rulebook::compose(settings, kept, day(clock.now()))?;
        Ok(Arc::new(Self {
            store,
            blobs: Blobs::open(&config.data.dir)
                .await
                .context("cannot open the folder for files")?,
            exports: Blobs::open(&config.data.dir.join("exports"))
                .await
                .context("cannot open the folder for case files")?,
            rulebook: RwLock::new(Arc::new(rulebook)),
            calendars: Calendars::embedded()
                .context("the calendars of this build are not sound")?,
            urls: Urls::new(&config.server.public_url),
            mailer: Mailer::from_config(&config).context("cannot prepare outgoing mail")?,
            hashing: Passwords::new(&config.hashing, processors)?,
            limits: Limits::new(&clock),
            typesetter: match &config.program {
                Some(program) => Typesetter::with_program(program),
                None => {
                    Typesetter::new().context("cannot find this program for making documents")?
                }
            },
            wake: tokio::sync::Notify::new(),
            log: PublicLog::new(
                signer,
                (config.policy()?, config.time_stamps()?),
                alarm,
                latest,
            ),
            last_id: AtomicU64::new(0),
            clock,
            entropy,
            config,
        }))
    }

    /// What it runs by now.
    pub fn rulebook(&self) -> Arc<Rulebook> {
        let held = self.rulebook.read().unwrap_or_else(PoisonError::into_inner);
        let today = self.today();
        if held.packs.today() == Some(today) {
            return Arc::clone(&held);
        }
        let next = Arc::new(held.on(today));
        drop(held);
        *self
            .rulebook
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::clone(&next);
        next
    }

    /// From now on it runs by this.
    pub fn go_by(&self, rulebook: Rulebook) {
        *self
            .rulebook
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::new(rulebook);
    }

    /// The procedures.
    pub fn packs(&self) -> Arc<Packs> {
        Arc::clone(&self.rulebook().packs)
    }

    /// The newest version of a procedure that new cases may begin under.
    pub fn pack(&self, id: &str) -> Option<Arc<Pack>> {
        self.packs().latest(id).cloned()
    }

    /// What the operator set for a procedure: what a new case takes along.
    pub fn settings(&self, procedure: &str) -> Settings {
        self.rulebook().settings(procedure)
    }

    /// The day, in UTC.
    pub fn today(&self) -> Date {
        day(self.now())
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A new id: UUIDv7 of the clock's time and our chance. Later ids of this process sort later, those of one
    /// millisecond too: twelve bits count (RFC 9562, section 6.2, method 1).
    pub fn new_id(&self) -> Uuid {
        let mut random = [0; 10];
        self.entropy.fill(&mut random);
        let millis = u64::try_from(self.now().as_millisecond()).unwrap_or_default();
        let first = (millis << COUNTED_BITS) | u64::from(random[0]);
        let next = |last: u64| Some(first.max(last.saturating_add(1)));
        let last = self
            .last_id
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, next)
            .unwrap_or_default();
        let id = first.max(last.saturating_add(1));
        let count = u16::try_from(id & ((1 << COUNTED_BITS) - 1)).unwrap_or_default();
        random[..2].copy_from_slice(&count.to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(id >> COUNTED_BITS, &random).into_uuid()
    }

    /// A new secret of 32 random bytes as 64 hexadecimal figures; only its [`token_hash`] is kept.
    pub fn token(&self) -> String {
        let mut random = [0; 32];
        self.entropy.fill(&mut random);
        hex::encode(random)
    }

    /// A fresh salt for one password.
    pub fn salt(&self) -> [u8; SALT_LEN] {
        let mut salt = [0; SALT_LEN];
        self.entropy.fill(&mut salt);
        salt
    }

    /// The words of a language.
    pub fn words(&self, locale: Locale) -> Words {
        self.rulebook().catalogue.words(locale)
    }

    /// Does this `Origin` (scheme, host and port) belong to us?
    pub fn is_own_origin(&self, origin: &str) -> bool {
        if origin.eq_ignore_ascii_case(self.urls.base()) {
            return true;
        }
        let authority = origin
            .split_once("://")
            .map_or("", |(_, authority)| authority);
        self.config.is_demo() && config::is_loopback(authority)
    }

    /// Is this `Host` header ours? The demonstration also answers to other names of this machine.
    pub fn is_own_host(&self, host: &str) -> bool {
        host.eq_ignore_ascii_case(self.config.authority())
            || (self.config.is_demo() && config::is_loopback(host))
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App")
            .field("config", &self.config)
            .finish_non_exhaustive()
    }
}

fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// What is kept of a secret: its SHA-256. The secrets are random, so no salt is needed.
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
