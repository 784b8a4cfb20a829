//! Versions of procedures for administrators: what is in use, a new version with what it changes, publishing and
//! withdrawing, and the numbers that an operator may set.

use crate::domain::procedures::{Length, Pack, Param, Sets, Settings, Status};
use crate::i18n::{Arg, Words};
use crate::services::procedures::{self, Decision, Files, Unfit};
use crate::storage::procedures::{self as stored, Deed, InUse, ProcedureRow, Standing};
use crate::urls;
use crate::web::accounts::prove;
use crate::web::admin::changes::{changes, status};
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Flash, Page, Place, html, see_other, unprocessable};
use crate::web::session::Visitor;
use crate::web::uploads::{self, Limits};
use crate::web::words;
use actix_web::HttpRequest;
use actix_web::web::{Path, Payload};
use askama::Template;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Largest file of a procedure, in bytes.
const FILE_MAX: u64 = 512 * 1024;
/// All files of a procedure together, in bytes.
const FILES_MAX: u64 = 4 * 1024 * 1024;
/// Most files of a procedure.
const FILES_COUNT: usize = 200;
/// Longest reason for a decision, in characters.
const NOTE_MAX: usize = 1_000;
/// Most decisions shown.
const EVENTS_MAX: i64 = 50;

#[derive(Template)]
#[template(path = "admin/procedures.html")]
struct ListPage {
    page: Page,
    form: FormState,
    findings: Vec<String>,
    groups: Vec<Group>,
}

/// The versions of one procedure, newest first.
struct Group {
    title: String,
    id: String,
    versions: Vec<Version>,
}

/// One version in a list.
struct Version {
    href: String,
    version: String,
    /// The beginning of it
    digest: String,
    status: String,
    standing: Stands,
    cases: i64,
    open: i64,
}

/// How a version stands, in a word with its tone, and why where something is wrong.
#[derive(Clone)]
struct Stands {
    key: &'static str,
    tone: &'static str,
    why: String,
}

#[derive(Template)]
#[template(path = "admin/procedure.html")]
struct VersionPage {
    page: Page,
    form: FormState,
    title: String,
    version: String,
    status: String,
    digest: String,
    standing: Stands,
    facts: Vec<(String, String)>,
    is_draft: bool,
    rules_href: String,
    rehearsal_href: String,
    numbers_href: String,
    /// Version it is compared with; empty where there is none
    against: String,
    changes: Vec<(String, Vec<String>)>,
    scenarios: Vec<String>,
    // Those that the version before it has and this one has not
    scenarios_gone: Vec<String>,
    decisions: Vec<(&'static str, &'static str, &'static str)>,
    events: Vec<EventLine>,
}

struct EventLine {
    at: jiff::Timestamp,
    who: String,
    what: String,
    version: String,
    note: String,
}

#[derive(Template)]
#[template(path = "admin/numbers.html")]
struct NumbersPage {
    page: Page,
    form: FormState,
    title: String,
    numbers: Vec<Number>,
}

/// A parameter with its range.
struct Number {
    name: String,
    label: String,
    hint: String,
    /// What the file of settings says, which no page changes
    fixed: Option<String>,
}

/// What is known of one version.
struct Known {
    packs: Vec<Arc<Pack>>,
    row: Option<ProcedureRow>,
    standing: Stands,
}

impl Known {
    fn own(&self) -> &Pack {
        &self.packs[0]
    }
}

/// `GET /admin/procedures`
pub async fn list(visitor: Visitor) -> PageResult {
    visitor.require_administrator()?;
    html(&list_page(&visitor, FormState::new(), Vec::new()).await?)
}

/// `POST /admin/procedures`: proves a new version and keeps it, for somebody to publish.
pub async fn propose(mut visitor: Visitor, request: HttpRequest, payload: Payload) -> PageResult {
    visitor.require_administrator()?;
    let limits = Limits {
        file_bytes: FILE_MAX,
        total_bytes: FILES_MAX,
        files: FILES_COUNT,
    };
    let upload = uploads::read_each(&request, payload, &visitor, limits).await?;
    upload.posted.only(&[])?;
    let mut form = FormState::of(&upload.posted);
    for refused in &upload.refused {
        form.error_too("files", refused.key, refused.args.clone());
    }
    let mut files: Files = Vec::new();
    for uploaded in &upload.files {
        let reader = visitor.app.blobs.get(&uploaded.file.digest).await;
        let bytes = reader
            .map_err(WebError::fault)?
            .read_all(FILE_MAX)
            .await
            .map_err(WebError::fault)?;
        let name = uploaded.file.name.clone();
        match String::from_utf8(bytes) {
            Ok(text) => files.push((name, text)),
            Err(_) => form.error_too(
                "files",
                "admin-procedure-not-text",
                vec![("name", name.into())],
            ),
        }
    }
    if files.is_empty() {
        form.error("files", "admin-procedure-choose");
    }
    let mut findings = Vec::new();
    if form.is_ok() {
        let account = visitor.account_id()?;
        match procedures::propose(&visitor.app, account, files).await? {
            Ok(digest) => {
                visitor
                    .leave(Flash::done("admin-procedure-proposed"))
                    .await?;
                return Ok(see_other(urls::admin_procedure(&digest)));
            }
            Err(Unfit::NoPack) => form.error("files", "admin-procedure-no-pack"),
            Err(Unfit::Stranger(name)) => {
                form.error_with(
                    "files",
                    "admin-procedure-stranger",
                    vec![("name", name.into())],
                );
            }
            Err(Unfit::Known(_)) => form.error("files", "admin-procedure-known"),
            Err(Unfit::NotNewer(version)) => form.error_with(
                "files",
                "admin-procedure-not-newer",
                vec![("version", version.into())],
            ),
            Err(Unfit::Findings(found)) => {
                form.error_with(
                    "files",
                    "admin-procedure-unsound",
                    vec![("n", found.len().into())],
                );
                findings = found;
            }
        }
    }
    unprocessable(&list_page(&visitor, form, findings).await?)
}

async fn list_page(
    visitor: &Visitor,
    form: FormState,
    findings: Vec<String>,
) -> Result<ListPage, WebError> {
    let (rows, used) = visitor
        .app
        .store
        .read(|tx| Ok((stored::list(tx)?, stored::in_use(tx)?)))
        .await?;
    let page = visitor.page().at(Place::Overview);
    let mut digests: Vec<String> = Vec::new();
    let known = visitor.app.packs();
    let texts = known.iter().map(|pack| pack.digest());
    for digest in texts.chain(rows.iter().map(|row| row.digest.as_str())) {
        if !digests.iter().any(|other| other == digest) {
            digests.push(digest.to_owned());
        }
    }
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for digest in digests {
        let row = rows.iter().find(|row| row.digest == digest).cloned();
        let Some(found) = known_of(visitor, &digest, row) else {
            continue;
        };
        let own = found.own();
        let group = groups.entry(own.id().to_owned()).or_insert_with(|| Group {
            title: title(&page.words, own.id()),
            id: own.id().to_owned(),
            versions: Vec::new(),
        });
        let count = |of: fn(&InUse) -> i64| used.iter().find(|u| u.digest == digest).map_or(0, of);
        group.versions.push(Version {
            href: urls::admin_procedure(&digest),
            version: own.version().to_owned(),
            digest: own.digest().chars().take(12).collect(),
            status: status(&page.words, own.about.status),
            standing: found.standing.clone(),
            cases: count(|used| used.cases),
            open: count(|used| used.open),
        });
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    for group in &mut groups {
        let number = |version: &Version| crate::domain::procedures::numbers(&version.version);
        group
            .versions
            .sort_by_key(|version| std::cmp::Reverse(number(version)));
    }
    Ok(ListPage {
        page: page
            .clone()
            .crumb(page.t("admin-title"), urls::admin())
            .here(page.t("admin-procedures")),
        form,
        findings,
        groups,
    })
}

fn title(words: &Words, id: &str) -> String {
    let found = words.find(&format!("pack-{id}-title"));
    found.map_or_else(|| id.to_owned(), str::to_owned)
}

/// A version by its digest: of the program, brought, or kept for its cases.
fn known_of(visitor: &Visitor, digest: &str, row: Option<ProcedureRow>) -> Option<Known> {
    let rulebook = visitor.app.rulebook();
    let mut packs: Vec<Arc<Pack>> = rulebook
        .packs
        .iter()
        .filter(|pack| pack.digest() == digest)
        .cloned()
        .collect();
    if packs.is_empty() {
        let read = Pack::parse_all(&row.as_ref()?.text).ok()?;
        packs = read.into_iter().map(Arc::new).collect();
    }
    let own = packs.first()?;
    let (key, tone, why) = match (
        rulebook.faults.get(digest),
        row.as_ref().map(|row| row.standing),
    ) {
        (Some(fault), _) => ("admin-procedure-faulty", "late", fault.clone()),
        (None, Some(Standing::Proposed)) => {
            ("admin-procedure-standing-proposed", "due", String::new())
        }
        (None, Some(Standing::Withdrawn)) => {
            ("admin-procedure-standing-withdrawn", "plain", String::new())
        }
        _ if !rulebook.packs.offers(digest) => {
            ("admin-procedure-standing-kept", "plain", String::new())
        }
        _ if rulebook
            .packs
            .latest(own.id())
            .is_some_and(|last| last.digest() == digest) =>
        {
            ("admin-procedure-standing-published", "done", String::new())
        }
        _ if own.about.effective_from > visitor.app.today() => {
            ("admin-procedure-standing-later", "info", String::new())
        }
        _ => ("admin-procedure-standing-replaced", "plain", String::new()),
    };
    Some(Known {
        packs,
        row,
        standing: Stands { key, tone, why },
    })
}

async fn find(visitor: &Visitor, digest: &str) -> Result<Known, WebError> {
    let wanted = digest.to_owned();
    let row = visitor
        .app
        .store
        .read(move |tx| stored::find(tx, &wanted))
        .await?;
    known_of(visitor, digest, row).ok_or(WebError::NotFound)
}

/// `GET /admin/procedures/{digest}`
pub async fn show(visitor: Visitor, digest: Path<String>) -> PageResult {
    visitor.require_administrator()?;
    html(&version_page(&visitor, &digest, FormState::new()).await?)
}

/// `POST /admin/procedures/{digest}`: publishes, withdraws or throws away.
pub async fn decide(mut visitor: Visitor, digest: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["note", "password", "do"])?;
    visitor.require_administrator()?;
    find(&visitor, &digest).await?;
    let mut form = FormState::of(&posted);
    let note = form.required("note", NOTE_MAX, "admin-procedure-note-enter");
    let decision = match posted.get("do") {
        "publish" => Decision::Publish,
        "withdraw" => Decision::Withdraw,
        "discard" => Decision::Discard,
        _ => return Err(WebError::bad("errors-bad-form")),
    };
    if form.is_ok() && prove(&mut visitor, &mut form, posted.get("password")).await? {
        let account = visitor.account_id()?;
        let done = procedures::decide(&visitor.app, account, &digest, decision, &note).await?;
        let flash = match (done, decision) {
            (false, _) => Flash::info("admin-procedure-otherwise"),
            (true, Decision::Publish) => Flash::done("admin-procedure-published"),
            (true, Decision::Withdraw) => Flash::done("admin-procedure-withdrawn"),
            (true, Decision::Discard) => Flash::done("admin-procedure-discarded"),
        };
        visitor.leave(flash).await?;
        return Ok(see_other(match decision {
            Decision::Discard => urls::admin_procedures().to_owned(),
            _ => urls::admin_procedure(&digest),
        }));
    }
    unprocessable(&version_page(&visitor, &digest, form).await?)
}

async fn version_page(
    visitor: &Visitor,
    digest: &str,
    form: FormState,
) -> Result<VersionPage, WebError> {
    let known = find(visitor, digest).await?;
    let own = known.own();
    let id = own.id().to_owned();
    let wanted = id.clone();
    let (events, used) = visitor
        .app
        .store
        .read(move |tx| {
            Ok((
                stored::list_events(tx, &wanted, EVENTS_MAX)?,
                stored::in_use(tx)?,
            ))
        })
        .await?;
    let page = visitor.page().at(Place::Overview);
    let words = &page.words;
    let used = used.iter().find(|used| used.digest == digest);
    let against = in_use_before(visitor, own);
    let changes = against
        .as_ref()
        .map(|before| changes_by_profile(visitor, words, before, &known.packs))
        .unwrap_or_default();
    let facts = vec![
        (
            page.t("admin-procedure-from").to_owned(),
            page.day(own.about.effective_from).to_string(),
        ),
        (
            page.t("admin-procedure-states").to_owned(),
            own.states.len().to_string(),
        ),
        (
            page.t("admin-procedure-profiles").to_owned(),
            known.packs.len().to_string(),
        ),
        (
            page.t("admin-procedure-cases").to_owned(),
            page.with2(
                "admin-procedure-cases-count",
                "all",
                used.map_or(0, |used| used.cases),
                "open",
                used.map_or(0, |used| used.open),
            ),
        ),
    ];
    Ok(VersionPage {
        title: title(words, &id),
        version: own.version().to_owned(),
        status: status(words, own.about.status),
        digest: digest.to_owned(),
        facts,
        is_draft: own.about.status == Status::Draft,
        // The public page shows the version in use.
        rules_href: match visitor.app.packs().offers(digest) {
            true => urls::procedure(&id),
            false => String::new(),
        },
        rehearsal_href: urls::admin_procedure_rehearsal(digest),
        numbers_href: if known.packs.iter().all(|pack| pack.params.is_empty()) {
            String::new()
        } else {
            urls::admin_procedure_numbers(digest)
        },
        against: against
            .as_ref()
            .map(|pack| pack.version().to_owned())
            .unwrap_or_default(),
        changes,
        scenarios: scenarios(known.row.as_ref()),
        scenarios_gone: scenarios_gone(visitor, against.as_deref(), known.row.as_ref()).await?,
        decisions: open_decisions(known.row.as_ref(), visitor.app.packs().offers(digest)),
        events: events
            .into_iter()
            .map(|(event, who)| EventLine {
                at: event.at,
                who,
                what: page.t(deed_key(event.deed)).to_owned(),
                version: event.version,
                note: event.note,
            })
            .collect(),
        standing: known.standing.clone(),
        form,
        page: page
            .clone()
            .crumb(page.t("admin-title"), urls::admin())
            .crumb(page.t("admin-procedures"), urls::admin_procedures())
            .here(format!("{} {}", own.id(), own.version())),
    })
}

/// The version that new cases begin under now, if it is another one; for the one in use the version before it.
fn in_use_before(visitor: &Visitor, own: &Pack) -> Option<Arc<Pack>> {
    let packs = visitor.app.packs();
    let number = |pack: &Pack| crate::domain::procedures::numbers(pack.version());
    let in_use = packs
        .latest(own.id())
        .filter(|pack| pack.digest() != own.digest());
    if let Some(in_use) = in_use {
        return Some(Arc::clone(in_use));
    }
    let older = packs
        .iter()
        .filter(|pack| pack.id() == own.id() && number(pack) < number(own));
    older.max_by_key(|pack| number(pack)).cloned()
}

/// What changes for people, by profile.
fn changes_by_profile(
    visitor: &Visitor,
    words: &Words,
    before: &Pack,
    now: &[Arc<Pack>],
) -> Vec<(String, Vec<String>)> {
    let known = visitor.app.packs();
    let old: Vec<&Arc<Pack>> = known
        .iter()
        .filter(|pack| pack.digest() == before.digest())
        .collect();
    let mut all = Vec::new();
    for pack in now {
        let was = old.iter().find(|was| was.id() == pack.id());
        let lines = match was {
            Some(was) => changes(words, was, pack),
            None => vec![words.t("admin-change-profile-new").to_owned()],
        };
        if !lines.is_empty() {
            all.push((title(words, pack.id()), lines));
        }
    }
    let gone = old
        .iter()
        .filter(|was| now.iter().all(|pack| pack.id() != was.id()));
    all.extend(gone.map(|was| {
        (
            title(words, was.id()),
            vec![words.t("admin-change-profile-gone").to_owned()],
        )
    }));
    all
}

fn scenarios(row: Option<&ProcedureRow>) -> Vec<String> {
    use crate::domain::procedures::scenario::Scenario;
    let texts = row.and_then(|row| row.scenarios.as_object());
    let titles = texts.into_iter().flatten().filter_map(|(_, text)| {
        let scenario = Scenario::parse(text.as_str()?).ok()?;
        Some(scenario.title)
    });
    titles.collect()
}

/// The scenarios of the version before that this one was not brought with. Versions of the program itself have theirs in
/// its source, and not here.
async fn scenarios_gone(
    visitor: &Visitor,
    before: Option<&Pack>,
    row: Option<&ProcedureRow>,
) -> Result<Vec<String>, WebError> {
    let (Some(before), Some(row)) = (before, row) else {
        return Ok(Vec::new());
    };
    let digest = before.digest().to_owned();
    let app = &visitor.app;
    let old = app.store.read(move |tx| stored::find(tx, &digest)).await?;
    let kept = scenarios(Some(row));
    let mut gone = scenarios(old.as_ref());
    gone.retain(|title| !kept.contains(title));
    Ok(gone)
}

/// What can be decided now: the word sent, the button, its look.
fn open_decisions(
    row: Option<&ProcedureRow>,
    is_offered: bool,
) -> Vec<(&'static str, &'static str, &'static str)> {
    const PUBLISH: (&str, &str, &str) = ("publish", "admin-procedure-publish", "go");
    const WITHDRAW: (&str, &str, &str) = ("withdraw", "admin-procedure-withdraw", "stop");
    const DISCARD: (&str, &str, &str) = ("discard", "admin-procedure-discard", "stop");
    match row.map(|row| row.standing) {
        Some(Standing::Proposed) => vec![PUBLISH, DISCARD],
        Some(Standing::Withdrawn) => vec![PUBLISH],
        Some(Standing::Published) => vec![WITHDRAW],
        None if is_offered => vec![WITHDRAW],
        None => Vec::new(),
    }
}

const fn deed_key(deed: Deed) -> &'static str {
    match deed {
        Deed::Proposed => "admin-procedure-deed-proposed",
        Deed::Published => "admin-procedure-deed-published",
        Deed::Withdrawn => "admin-procedure-deed-withdrawn",
        Deed::Discarded => "admin-procedure-deed-discarded",
        Deed::Set => "admin-procedure-deed-set",
    }
}

/// `GET /admin/procedures/{digest}/numbers`
pub async fn numbers(visitor: Visitor, digest: Path<String>) -> PageResult {
    visitor.require_administrator()?;
    let known = find(&visitor, &digest).await?;
    let mut form = FormState::new();
    for pack in &known.packs {
        let settings = visitor.app.settings(pack.id());
        for name in pack.params.keys() {
            if let Ok(value) = settings.value(pack, name) {
                form.set(&field(pack, name), value.to_string());
            }
        }
    }
    html(&numbers_page(&visitor, &known, form)?)
}

/// `POST /admin/procedures/{digest}/numbers`: sets them for new cases.
pub async fn set_numbers(mut visitor: Visitor, digest: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["n-*", "password"])?;
    visitor.require_administrator()?;
    let known = find(&visitor, &digest).await?;
    let mut form = FormState::of(&posted);
    let mut chosen: Vec<(Arc<Pack>, Settings)> = Vec::new();
    for pack in &known.packs {
        let mut settings = Settings::default();
        for (name, param) in &pack.params {
            if visitor.app.rulebook().is_fixed(pack.id(), name) {
                continue;
            }
            let field = field(pack, name);
            let typed = form.value(&field).to_owned();
            let Ok(value) = typed.parse::<u32>() else {
                form.error_with(&field, "admin-number-range", range(param));
                continue;
            };
            if value != param.default && settings.set(pack, name, value).is_err() {
                form.error_with(&field, "admin-number-range", range(param));
            }
        }
        chosen.push((Arc::clone(pack), settings));
    }
    if form.is_ok() && prove(&mut visitor, &mut form, posted.get("password")).await? {
        let account = visitor.account_id()?;
        for (pack, settings) in chosen {
            procedures::set_params(&visitor.app, account, &pack, &settings).await?;
        }
        visitor.leave(Flash::done("admin-numbers-set")).await?;
        return Ok(see_other(urls::admin_procedure(&digest)));
    }
    unprocessable(&numbers_page(&visitor, &known, form)?)
}

fn field(pack: &Pack, name: &str) -> String {
    format!("n-{}-{name}", pack.id())
}

/// What a number decides, in words: the clock, or more time for it, or how long it lasts at most.
fn used_for(words: &Words, pack: &Pack, param: &str) -> String {
    let mut uses: Vec<String> = Vec::new();
    for clock in &pack.clocks {
        let Some(sets) = clock.set_by(param) else {
            continue;
        };
        let name = words::clock_label(words, &clock.id, false);
        let used = match sets {
            Sets::Length => name,
            Sets::Extension => words.with1("admin-number-extension", "clock", name),
            Sets::Longest => words.with1("admin-number-longest", "clock", name),
        };
        if !uses.contains(&used) {
            uses.push(used);
        }
    }
    match uses.is_empty() {
        true => param.to_owned(),
        false => uses.join("; "),
    }
}

fn range(param: &Param) -> Vec<(&'static str, Arg<'static>)> {
    vec![("min", param.min.into()), ("max", param.max.into())]
}

fn numbers_page(
    visitor: &Visitor,
    known: &Known,
    form: FormState,
) -> Result<NumbersPage, WebError> {
    let page = visitor.page().at(Place::Overview);
    let words = &page.words;
    let own = known.own();
    let mut all = Vec::new();
    for pack in &known.packs {
        for (name, param) in &pack.params {
            let used_for = used_for(words, pack, name);
            let lasting = |n| {
                let unit = param.unit;
                words::length(words, Length { n, unit })
            };
            let hint = words.with3(
                "admin-number-hint",
                "least",
                lasting(param.min),
                "most",
                lasting(param.max),
                "own",
                lasting(param.default),
            );
            let is_fixed = visitor.app.rulebook().is_fixed(pack.id(), name);
            let value = visitor.app.settings(pack.id()).value(pack, name);
            all.push(Number {
                name: field(pack, name),
                label: match known.packs.len() {
                    1 => used_for,
                    _ => format!("{}: {used_for}", title(words, pack.id())),
                },
                hint: format!("{hint} {}", words::number_note(words, pack, name, param)),
                fixed: is_fixed.then(|| value.map(lasting).unwrap_or_default()),
            });
        }
    }
    if all.is_empty() {
        return Err(WebError::NotFound);
    }
    Ok(NumbersPage {
        title: title(words, own.id()),
        numbers: all,
        form,
        page: page
            .clone()
            .crumb(page.t("admin-title"), urls::admin())
            .crumb(page.t("admin-procedures"), urls::admin_procedures())
            .crumb(
                format!("{} {}", own.id(), own.version()),
                urls::admin_procedure(own.digest()),
            )
            .here(page.t("admin-numbers")),
    })
}
