//! The procedures that this installation runs by: those of the program, those that administrators brought, and
//! what is decided about each. A version that cannot be read any more never takes the place of one that can.

mod folder;
mod rehearsal;

pub use folder::{Folder, play};
pub use rehearsal::{Ended, Rehearsal, rehearse};

use crate::domain::ids::AccountId;
use crate::domain::procedures::{Calendars, Finding, Pack, Packs, Settings, lint, numbers};
use crate::i18n::{Brought, Catalogue, Locale};
use crate::startup::App;
use crate::storage::packs::PackRow;
use crate::storage::procedures::{self as stored, Deed, EventRow, ProcedureRow, Standing};
use crate::storage::{self, ReadTx, StorageError, StorageResult, WriteTx, settings};
use anyhow::Context;
use jiff::civil::Date;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Under which the numbers of a procedure are kept that were set on a page.
fn settings_key(procedure: &str) -> String {
    format!("procedures.{procedure}")
}

/// What the installation runs by, as of one decision.
#[derive(Debug, Clone)]
pub struct Rulebook {
    /// Every procedure
    pub packs: Arc<Packs>,
    /// Words in every language
    pub catalogue: Catalogue,
    /// What the operator set in the file of settings, by procedure
    fixed: BTreeMap<String, Settings>,
    /// What holds, by procedure: the file of settings first, then what was set on a page
    settings: BTreeMap<String, Settings>,
    /// Published versions that could not be taken up, with the reason
    pub faults: BTreeMap<String, String>,
    /// The decision it stands on
    event: Option<String>,
}

/// What is kept about procedures.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    decided: Vec<ProcedureRow>,
    used: Vec<PackRow>,
    event: Option<String>,
    set: BTreeMap<String, Settings>,
}

impl Kept {
    /// Reads everything that is kept.
    ///
    /// # Errors
    /// Faults of the database.
    pub fn read(tx: &mut ReadTx<'_>) -> StorageResult<Self> {
        let mut set = BTreeMap::new();
        for (name, value) in settings::list(tx, &settings_key(""))? {
            let procedure = name.trim_start_matches(&settings_key("")).to_owned();
            match serde_json::from_value(value) {
                Ok(settings) => {
                    set.insert(procedure, settings);
                }
                Err(_) => return Err(StorageError::corrupt("settings", "value", name)),
            }
        }
        Ok(Self {
            decided: stored::list(tx)?,
            used: storage::packs::list(tx)?,
            event: stored::last_event(tx)?,
            set,
        })
    }
}

impl Rulebook {
    /// Puts together the program's own procedures, those that were brought, and those that cases are pinned to.
    ///
    /// # Errors
    /// A procedure of the program that is not sound; one that a case is pinned to and that cannot be read. A
    /// published version that is not sound is left out and named in `faults`: the version before it holds.
    pub fn compose(
        fixed: BTreeMap<String, Settings>,
        kept: Kept,
        today: Date,
    ) -> anyhow::Result<Self> {
        let calendars =
            Calendars::embedded().context("the calendars of this build are not sound")?;
        let mut packs = Packs::embedded().context("the procedures of this build are not sound")?;
        let mut faults = BTreeMap::new();
        let mut words = Vec::new();
        for row in &kept.decided {
            if row.standing == Standing::Proposed {
                continue;
            }
            match taken_up(row, &mut packs, &calendars) {
                Ok(brought) => words.extend(brought),
                Err(fault) => {
                    tracing::error!(
                        procedure = row.id,
                        version = row.version,
                        fault,
                        "a published procedure is left out"
                    );
                    faults.insert(row.digest.clone(), fault);
                }
            }
        }
        packs
            .add_kept(kept.used.iter().map(|row| row.text.as_str()))
            .context("this version cannot read a procedure that cases were filed under; go on with the version before")?;
        for row in &kept.decided {
            packs.offer(&row.digest, row.standing == Standing::Published);
        }
        let catalogue = Catalogue::with(&words).context("the words of this build are not sound")?;
        let settings = merged(&packs, &fixed, &kept.set);
        Ok(Self {
            packs: Arc::new(packs.on(today)),
            catalogue,
            fixed,
            settings,
            faults,
            event: kept.event,
        })
    }

    /// The same on another day.
    #[must_use]
    pub fn on(&self, today: Date) -> Self {
        Self {
            packs: Arc::new(self.packs.on(today)),
            ..self.clone()
        }
    }

    /// What holds for a procedure: what a new case takes along.
    #[must_use]
    pub fn settings(&self, procedure: &str) -> Settings {
        self.settings.get(procedure).cloned().unwrap_or_default()
    }

    /// Whether the file of settings says a number, so that no page can change it.
    #[must_use]
    pub fn is_fixed(&self, procedure: &str, param: &str) -> bool {
        let fixed = self.fixed.get(procedure);
        fixed.is_some_and(|settings| settings.names().any(|name| name == param))
    }
}

/// Adds a version that was brought, if it is sound, and returns its words.
fn taken_up(
    row: &ProcedureRow,
    packs: &mut Packs,
    calendars: &Calendars,
) -> Result<Vec<Brought>, String> {
    let words = brought(row);
    // A version of the program brings none, and its own were read with the program.
    if !words.is_empty() {
        Catalogue::with(&words).map_err(|fault| fault.to_string())?;
    }
    if !packs.knows(&row.digest) && row.standing == Standing::Published {
        packs
            .add(&row.text, calendars)
            .map_err(|fault| fault.to_string())?;
    }
    Ok(words)
}

fn brought(row: &ProcedureRow) -> Vec<Brought> {
    let texts = row.words.as_object().into_iter().flatten();
    texts
        .filter_map(|(language, text)| {
            Some(Brought {
                locale: Locale::parse(language)?,
                file: format!("{}/locales/{language}.ftl", row.id),
                source: text.as_str()?.to_owned(),
            })
        })
        .collect()
}

/// The file of settings wins; what was set on a page holds where it still fits the range.
fn merged(
    packs: &Packs,
    fixed: &BTreeMap<String, Settings>,
    set: &BTreeMap<String, Settings>,
) -> BTreeMap<String, Settings> {
    let mut all = fixed.clone();
    for (procedure, chosen) in set {
        let Some(pack) = packs.latest(procedure) else {
            continue;
        };
        let own = all.entry(procedure.clone()).or_default();
        for name in chosen.names() {
            let is_free = own.names().all(|known| known != name);
            if let Ok(value) = chosen.value(pack, name)
                && is_free
                && let Err(fault) = own.set(pack, name, value)
            {
                tracing::warn!(procedure, param = name, %fault, "a number does not fit any more");
            }
        }
    }
    all
}

/// Takes up what another process decided, if anything.
///
/// # Errors
/// Faults of the database.
pub async fn follow(app: &Arc<App>) -> Result<bool, StorageError> {
    let last = app.store.read(stored::last_event).await?;
    if last == app.rulebook().event {
        return Ok(false);
    }
    reload(app).await?;
    Ok(true)
}

async fn reload(app: &Arc<App>) -> Result<(), StorageError> {
    let kept = app.store.read(Kept::read).await?;
    let fixed = app.rulebook().fixed.clone();
    match Rulebook::compose(fixed, kept, app.today()) {
        Ok(rulebook) => app.go_by(rulebook),
        // The last good one holds.
        Err(fault) => tracing::error!(
            fault = format!("{fault:#}"),
            "the procedures could not be taken up"
        ),
    }
    Ok(())
}

/// The files of a new version, as somebody sent them.
pub type Files = Vec<(String, String)>;

/// Why a version is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// There is no `pack.toml` among the files
    NoPack,
    /// A file has a name that none of a procedure has
    Stranger(String),
    /// It is not sound: every finding, as the command line says it
    Findings(Vec<String>),
    /// It is here already
    Known(String),
    /// Its version is not above the one that holds
    NotNewer(String),
}

/// Proves a new version and keeps it, for somebody to publish. Returns its digest.
///
/// # Errors
/// Outside faults of the database, inside what has to be put right.
pub async fn propose(
    app: &Arc<App>,
    account: AccountId,
    files: Files,
) -> Result<Result<String, Unfit>, StorageError> {
    let row = match fit(app, files) {
        Ok(row) => row,
        Err(unfit) => return Ok(Err(unfit)),
    };
    let digest = row.digest.clone();
    let (event, written) = (event(app, account, &row, Deed::Proposed, ""), row);
    let known = app
        .store
        .write(move |tx| {
            if stored::find(tx, &written.digest)?.is_some() {
                return Ok(true);
            }
            stored::put(tx, &written)?;
            stored::insert_event(tx, &event)?;
            Ok(false)
        })
        .await?;
    Ok(if known {
        Err(Unfit::Known(digest))
    } else {
        Ok(digest)
    })
}

/// Proves the files and makes the row of them.
fn fit(app: &App, files: Files) -> Result<ProcedureRow, Unfit> {
    let folder = Folder::of_files(files)?;
    let packs = Pack::parse_all(&folder.pack).map_err(|fault| {
        Unfit::Findings(vec![format!(
            "pack.toml:{}: {}; {}",
            fault.line, fault.what, fault.instead
        )])
    })?;
    let calendars = &app.calendars;
    let mut found: Vec<String> = packs
        .iter()
        .flat_map(|pack| lint(pack, calendars))
        .map(|finding: Finding| finding.to_string())
        .collect();
    found.extend(folder.words_missing(&packs));
    found.extend(folder.words_taken());
    if found.is_empty() {
        for (file, text) in &folder.scenarios {
            let wrong = play(text, &packs, calendars);
            found.extend(wrong.into_iter().map(|what| format!("{file}: {what}")));
        }
    }
    found.dedup();
    if !found.is_empty() {
        return Err(Unfit::Findings(found));
    }
    let Some(own) = packs.first() else {
        return Err(Unfit::NoPack);
    };
    let known = app.packs();
    if known.knows(own.digest()) {
        return Err(Unfit::Known(own.digest().to_owned()));
    }
    let newest = known.iter().filter(|pack| pack.id() == own.id());
    let newest = newest.max_by_key(|pack| numbers(pack.version()));
    if let Some(newest) = newest
        && numbers(newest.version()) >= numbers(own.version())
    {
        return Err(Unfit::NotNewer(newest.version().to_owned()));
    }
    let object = |texts: &[(String, String)], name: fn(&str) -> &str| {
        let entry =
            |(file, text): &(String, String)| (name(file).to_owned(), Value::String(text.clone()));
        Value::Object(texts.iter().map(entry).collect::<Map<_, _>>())
    };
    Ok(ProcedureRow {
        digest: own.digest().to_owned(),
        id: own.id().to_owned(),
        version: own.version().to_owned(),
        text: own.text().to_owned(),
        words: object(&folder.words, |file| file.trim_end_matches(".ftl")),
        scenarios: object(&folder.scenarios, |file| file),
        standing: Standing::Proposed,
        changed_at: app.now(),
    })
}

fn event(app: &App, account: AccountId, row: &ProcedureRow, deed: Deed, note: &str) -> EventRow {
    EventRow {
        id: app.new_id().to_string(),
        procedure_id: row.id.clone(),
        version: row.version.clone(),
        digest: row.digest.clone(),
        at: app.now(),
        account_id: account,
        deed,
        note: note.to_owned(),
    }
}

/// What an administrator decides about a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// New cases begin under it
    Publish,
    /// No new case begins under it
    Withdraw,
    /// It is thrown away; only a version that was never published
    Discard,
}

/// Decides about a version and goes by it at once. `false` where the decision does not fit how it stands.
///
/// # Errors
/// Faults of the database.
pub async fn decide(
    app: &Arc<App>,
    account: AccountId,
    digest: &str,
    decision: Decision,
    note: &str,
) -> Result<bool, StorageError> {
    let own = app
        .packs()
        .iter()
        .find(|pack| pack.digest() == digest)
        .cloned();
    let is_offered = app.packs().offers(digest);
    let (held, digest, note) = (Arc::clone(app), digest.to_owned(), note.to_owned());
    let done = app
        .store
        .write(move |tx| {
            decide_in(
                tx,
                &held,
                own.as_deref(),
                is_offered,
                account,
                &digest,
                decision,
                &note,
            )
        })
        .await?;
    if done {
        reload(app).await?;
    }
    Ok(done)
}

#[expect(
    clippy::too_many_arguments,
    reason = "what one decision consists of; called from one place"
)]
fn decide_in(
    tx: &mut WriteTx<'_>,
    app: &App,
    own: Option<&Pack>,
    is_offered: bool,
    account: AccountId,
    digest: &str,
    decision: Decision,
    note: &str,
) -> StorageResult<bool> {
    let found = stored::find(tx, digest)?;
    let standing = found.as_ref().map(|row| row.standing);
    let deed = match (decision, standing) {
        (Decision::Publish, Some(Standing::Proposed | Standing::Withdrawn)) => Deed::Published,
        (Decision::Withdraw, Some(Standing::Published)) => Deed::Withdrawn,
        (Decision::Withdraw, None) if is_offered => Deed::Withdrawn,
        (Decision::Discard, Some(Standing::Proposed)) => Deed::Discarded,
        _ => return Ok(false),
    };
    let row = match (found, own) {
        (Some(row), _) => row,
        // A version of the program has a row only once something is decided about it.
        (None, Some(pack)) => ProcedureRow {
            digest: digest.to_owned(),
            id: pack.family().to_owned(),
            version: pack.version().to_owned(),
            text: pack.text().to_owned(),
            words: Value::Object(Map::new()),
            scenarios: Value::Object(Map::new()),
            standing: Standing::Published,
            changed_at: app.now(),
        },
        (None, None) => return Ok(false),
    };
    stored::insert_event(tx, &event(app, account, &row, deed, note))?;
    if deed == Deed::Discarded {
        stored::delete(tx, digest)?;
        return Ok(true);
    }
    let standing = match deed {
        Deed::Withdrawn => Standing::Withdrawn,
        _ => Standing::Published,
    };
    stored::put(
        tx,
        &ProcedureRow {
            standing,
            changed_at: app.now(),
            ..row
        },
    )?;
    Ok(true)
}

/// Sets numbers of a procedure for new cases; a number that is left out falls back to the procedure's own.
///
/// # Errors
/// Faults of the database.
pub async fn set_params(
    app: &Arc<App>,
    account: AccountId,
    pack: &Pack,
    chosen: &Settings,
) -> Result<(), StorageError> {
    let said: Vec<String> = chosen
        .names()
        .filter_map(|name| Some(format!("{name} = {}", chosen.value(pack, name).ok()?)))
        .collect();
    let event = EventRow {
        id: app.new_id().to_string(),
        procedure_id: pack.family().to_owned(),
        version: pack.version().to_owned(),
        digest: String::new(),
        at: app.now(),
        account_id: account,
        deed: Deed::Set,
        note: said.join(", "),
    };
    let key = settings_key(pack.id());
    let value = serde_json::to_value(chosen).map_err(|e| StorageError::Other(e.to_string()))?;
    app.store
        .write(move |tx| {
            settings::put(tx, &key, &value)?;
            stored::insert_event(tx, &event)
        })
        .await?;
    reload(app).await
}
