//! The rows that pages list by: a reading of the case, written with it in one transaction.

use crate::domain::Role;
use crate::domain::acts::{Act, ClockState};
use crate::domain::cases::tasks::TaskKind;
use crate::domain::cases::{CaseFile, Kind, Law};
use crate::domain::conduct;
use crate::domain::docket::Entry;
use crate::domain::ids::CaseId;
use crate::domain::notices::MeasureValue;
use crate::domain::parties::Party;
use crate::domain::procedures::Pack;
use crate::domain::settlements::dates::Awaited;
use crate::domain::tribunal::SeatState;
use crate::startup::App;
use crate::storage::cases::clocks::{ClockRow, ClockState as RowState};
use crate::storage::cases::listings::ListingRow;
use crate::storage::cases::projections::{
    self, AppointmentRow, ConductRow, ExhibitRow, ObligationRow, PersonRow, Projections, TaskRow,
};
use crate::storage::cases::{self, CaseKind, CaseRow};
use crate::storage::docket::DocketRow;
use crate::storage::settings;
use crate::storage::{ExactJson, StorageError, StorageResult, WriteTx, search};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use std::sync::Arc;

/// Under which the version of the rows is kept.
const ROWS: &str = "rows";
/// Raised where a case gets rows that it did not have.
const ROWS_VERSION: u64 = 2;
/// Rows of `case_clocks` from here on are offers that end by themselves.
const OFFERS_FROM: u32 = 1_000_000;
/// Rows of `case_clocks` from here on are obligations with their day.
const OBLIGATIONS_FROM: u32 = 2_000_000;
/// The word in the queue for a listing that waits for the officer's decision.
pub const TO_DECIDE: &str = "decide";

/// Writes the case and its rows. Lists that did not change are left alone.
///
/// # Errors
/// `Stale` when another act came first.
pub fn write(
    tx: &mut WriteTx<'_>,
    before: Option<&CaseFile>,
    after: &CaseFile,
    law: Law<'_>,
    now: Timestamp,
) -> StorageResult<()> {
    let row = case_row(after, law.pack)?;
    match before {
        None => cases::insert(tx, &row)?,
        Some(before) => cases::update(tx, &row, version(before.version))?,
    }
    let old = before.map(|file| rows(file, law.pack, now));
    let mut new = rows(after, law.pack, now);
    let same = |changed: bool| changed || old.is_none();
    let differs = old.as_ref();
    let are_clocks_changed = differs.is_none_or(|o| o.clocks != new.clocks);
    if before.is_some() && are_clocks_changed {
        keep_reminders(tx, after.id, &mut new.clocks)?;
    }
    let changed = Projections {
        people: same(differs.is_some_and(|o| o.people != new.people))
            .then_some(new.people.as_slice()),
        listings: same(differs.is_some_and(|o| o.listings != new.listings))
            .then_some(new.listings.as_slice()),
        clocks: are_clocks_changed.then_some(new.clocks.as_slice()),
        exhibits: same(differs.is_some_and(|o| o.exhibits != new.exhibits))
            .then_some(new.exhibits.as_slice()),
        obligations: same(differs.is_some_and(|o| o.obligations != new.obligations))
            .then_some(new.obligations.as_slice()),
        appointments: same(differs.is_some_and(|o| o.appointments != new.appointments))
            .then_some(new.appointments.as_slice()),
        tasks: same(differs.is_some_and(|o| o.tasks != new.tasks)).then_some(new.tasks.as_slice()),
        conduct: same(differs.is_some_and(|o| o.conduct != new.conduct))
            .then_some(new.conduct.as_slice()),
    };
    projections::replace(tx, after.id, changed)
}

/// Writes the rows of every case anew if they were last written by a program that knew fewer of them. Returns how
/// many cases had other rows.
///
/// # Errors
/// Faults of the database. A case that cannot be read is logged and left as it is; the check names it.
pub async fn refresh(app: &Arc<App>) -> Result<usize, StorageError> {
    let known = app.store.read(|tx| settings::find(tx, ROWS)).await?;
    if known.as_ref().and_then(Value::as_u64) == Some(ROWS_VERSION) {
        return Ok(0);
    }
    let now = app.now();
    let (mut done, mut is_whole) = (0, true);
    for case in super::acts::all_cases(app).await? {
        let held = Arc::clone(app);
        let written = app
            .store
            .write(move |tx| refresh_case(tx, &held, case, now))
            .await;
        match written {
            Ok(()) => done += 1,
            Err(error) => {
                is_whole = false;
                tracing::error!(case.id = %case, %error, "the rows of a case could not be written anew");
            }
        }
    }
    // What failed is tried again at the next start.
    if is_whole {
        app.store
            .write(|tx| settings::put(tx, ROWS, &Value::from(ROWS_VERSION)))
            .await?;
    }
    Ok(done)
}

fn refresh_case(
    tx: &mut WriteTx<'_>,
    app: &App,
    case: CaseId,
    now: Timestamp,
) -> StorageResult<()> {
    let file = super::acts::load(tx, case)?;
    let pack = super::acts::pinned(app, &file)?;
    let all = rows(&file, &pack, now);
    // Clocks know their reminders, which the case does not: theirs are written with an act.
    let changed = Projections {
        conduct: Some(&all.conduct),
        ..Projections::default()
    };
    projections::replace(tx, case, changed)
}

/// Which reminder of a date comes next is known to its row alone: one that is due just now must not be lost
/// because something else happens in the case.
fn keep_reminders(tx: &mut WriteTx<'_>, case: CaseId, rows: &mut [ClockRow]) -> StorageResult<()> {
    let stored = cases::clocks::list_for_case(tx, case)?;
    for row in rows {
        let is_same = |old: &&ClockRow| {
            (old.no, old.due_at, old.state) == (row.no, row.due_at, row.state)
                && old.role == row.role
        };
        if let Some(old) = stored.iter().find(is_same) {
            row.remind_at = old.remind_at;
        }
    }
    Ok(())
}

fn version(no: u64) -> i64 {
    i64::try_from(no).unwrap_or(i64::MAX)
}

/// All rows of a case, as they are written; a check compares them with what is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// Who may see the case
    pub people: Vec<PersonRow>,
    /// Listings
    pub listings: Vec<ListingRow>,
    /// Clocks, open offers and unmet obligations
    pub clocks: Vec<ClockRow>,
    /// Exhibits
    pub exhibits: Vec<ExhibitRow>,
    /// Obligations
    pub obligations: Vec<ObligationRow>,
    /// Seats on the tribunal
    pub appointments: Vec<AppointmentRow>,
    /// What waits without a date
    pub tasks: Vec<TaskRow>,
    /// Points for conduct
    pub conduct: Vec<ConductRow>,
}

/// The row of the case itself.
///
/// # Errors
/// Only if the snapshot cannot be written as JSON.
pub fn case_row(file: &CaseFile, pack: &Pack) -> StorageResult<CaseRow> {
    let (claimant_name, respondent_name) = file.sides();
    Ok(CaseRow {
        id: file.id,
        number: file.number.to_string(),
        kind: match file.kind {
            Kind::Notice => CaseKind::Notice,
            Kind::Complaint => CaseKind::Complaint,
            Kind::Matter => CaseKind::Matter,
        },
        pack_id: file.pack.id.clone(),
        pack_version: file.pack.version.clone(),
        pack_digest: file.pack.digest.clone(),
        stage: file.stage(pack),
        title: format!("{claimant_name} v {respondent_name}"),
        summary: summary(file),
        claimant_name,
        respondent_name,
        language: file.language.clone(),
        marketplace_id: file
            .parties_of(Role::Marketplace)
            .find_map(|p| p.organisation),
        filed_at: file.filed_at,
        updated_at: file.updated_at,
        closed_at: file.closed_at,
        outcome: file.outcome.clone(),
        next_due_at: file.next_date(),
        turn: file.turn(pack).map(|role| role.as_str().to_owned()),
        version: version(file.version),
        state: ExactJson(
            serde_json::to_string(file).map_err(|e| StorageError::Other(e.to_string()))?,
        ),
    })
}

/// The first words of what the case is about.
fn summary(file: &CaseFile) -> String {
    let text = match (&file.notice, &file.complaint, file.papers.first()) {
        (Some(notice), ..) => notice.statement.clone(),
        (None, Some(complaint), _) => complaint.statement.clone(),
        (None, None, Some(paper)) => paper.filled.said().collect::<Vec<_>>().join(" "),
        (None, None, None) => String::new(),
    };
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(240)
        .collect()
}

/// Computes all rows of a case. Reminders count from `now`.
pub fn rows(file: &CaseFile, pack: &Pack, now: Timestamp) -> Rows {
    Rows {
        people: people(file),
        listings: listings(file, pack),
        clocks: clocks(file, pack, now),
        exhibits: file
            .exhibits
            .iter()
            .map(|e| ExhibitRow {
                case_id: file.id,
                label: e.label.to_string(),
                digest: e.file.digest.clone(),
                size_bytes: i64::try_from(e.file.size_bytes).unwrap_or(i64::MAX),
                party_no: e.party,
                state: if e.withdrawn.is_some() {
                    "withdrawn"
                } else {
                    "filed"
                }
                .to_owned(),
            })
            .collect(),
        obligations: file
            .obligations
            .iter()
            .map(|o| ObligationRow {
                case_id: file.id,
                no: o.no,
                debtor_party: o.debtor,
                due_at: o.due_at,
                state: o.state.as_str().to_owned(),
            })
            .collect(),
        appointments: file
            .seats
            .iter()
            .map(|s| AppointmentRow {
                case_id: file.id,
                no: s.no,
                account_id: s.account,
                state: seat_word(&s.state).to_owned(),
            })
            .collect(),
        tasks: tasks(file, pack),
        conduct: conduct(file, pack),
    }
}

fn conduct(file: &CaseFile, pack: &Pack) -> Vec<ConductRow> {
    let row = |party: &Party| {
        let (points, posted_at) = conduct::of_case(&file.conduct, party.no)?;
        Some(ConductRow {
            case_id: file.id,
            party_no: party.no,
            account_id: party.account.filter(|_| file.is_served(party.no)),
            email: match file.is_served(party.no) {
                true => party.email.to_lowercase(),
                false => String::new(),
            },
            name: party.name.clone(),
            pack_id: pack.family().to_owned(),
            points,
            posted_at,
            steps: conduct::steps_of(&file.conduct, party.no).join(","),
        })
    };
    file.parties.iter().filter_map(row).collect()
}

/// The role in tables of somebody to whom a seat is offered.
const CANDIDATE: &str = "candidate";

/// The words for what waits in tables.
pub mod task_word {
    /// A candidate's answer.
    pub const SEAT: &str = "seat";
    /// A ruling on a challenge.
    pub const CHALLENGE: &str = "challenge";
    /// What a target asked for.
    pub const LATE: &str = "late";
}

fn tasks(file: &CaseFile, pack: &Pack) -> Vec<TaskRow> {
    (1..)
        .zip(file.tasks(pack))
        .map(|(no, task)| {
            let (word, rule) = match task.kind {
                TaskKind::Seat => (task_word::SEAT, String::new()),
                TaskKind::Challenge => (task_word::CHALLENGE, String::new()),
                TaskKind::Late(rule) => (task_word::LATE, rule),
            };
            TaskRow {
                case_id: file.id,
                no,
                task: word.to_owned(),
                rule,
                role: if word == task_word::SEAT {
                    CANDIDATE.to_owned()
                } else {
                    task.role.as_str().to_owned()
                },
                account_id: task.account,
                since_at: task.since,
            }
        })
        .collect()
}

/// The word for a seat's state in tables.
pub const fn seat_word(state: &SeatState) -> &'static str {
    match state {
        SeatState::Proposed => "proposed",
        SeatState::Accepted { .. } => "accepted",
        SeatState::Declined { .. } => "declined",
        SeatState::Removed { .. } => "removed",
    }
}

fn people(file: &CaseFile) -> Vec<PersonRow> {
    let mut rows = Vec::new();
    let mut add = |party_no,
                   role: &str,
                   account_id,
                   email: &str,
                   name: &str,
                   organisation_id,
                   from_at,
                   until_at| {
        rows.push(PersonRow {
            case_id: file.id,
            no: u32::try_from(rows.len()).unwrap_or(u32::MAX) + 1,
            party_no,
            role: role.to_owned(),
            account_id,
            email: (!email.is_empty()).then(|| email.to_lowercase()),
            name: name.to_owned(),
            organisation_id,
            from_at,
            until_at,
        });
    };
    for party in &file.parties {
        // Being addressed is not yet a seat. The lists show the case to whoever confirmed the address; it
        // opens once they take the seat.
        add(
            Some(party.no),
            party.role.as_str(),
            party.account.filter(|_| file.is_served(party.no)),
            if file.is_served(party.no) {
                &party.email
            } else {
                ""
            },
            &party.name,
            party.organisation,
            file.filed_at,
            None,
        );
    }
    for mandate in &file.mandates {
        let role = file
            .party(mandate.party)
            .map_or("claimant", |p| p.role.as_str());
        let end_of_mandate = mandate.until.and_then(|day| {
            day.tomorrow()
                .ok()
                .and_then(|next| next.to_zoned(jiff::tz::TimeZone::UTC).ok())
                .map(|zoned| zoned.timestamp())
        });
        let until = mandate.ended_at.or(end_of_mandate);
        add(
            Some(mandate.party),
            role,
            mandate.account,
            "",
            &mandate.name,
            None,
            mandate.granted_at,
            until,
        );
    }
    for seat in &file.seats {
        let until = match &seat.state {
            SeatState::Proposed | SeatState::Accepted { .. } => None,
            SeatState::Declined { at, .. } | SeatState::Removed { at, .. } => Some(*at),
        };
        add(
            None,
            // Whoever was only asked has the papers and the dates of nobody.
            if seat.state == SeatState::Proposed {
                CANDIDATE
            } else {
                Role::Arbitrator.as_str()
            },
            Some(seat.account),
            "",
            &seat.name,
            None,
            seat.proposed_at,
            until,
        );
    }
    rows
}

fn listings(file: &CaseFile, pack: &Pack) -> Vec<ListingRow> {
    let right_key = file.notice.as_ref().map(|n| n.right.key());
    file.listings
        .iter()
        .map(|listing| {
            let track = file.track(listing.track);
            let awaits_officer = listing.measure == MeasureValue::Live
                && listing.order.is_none()
                && track.is_some_and(|t| {
                    pack.allows(
                        &t.state,
                        crate::domain::procedures::ActName::Measure,
                        Role::Marketplace,
                    )
                });
            let ordered = match &listing.order {
                Some(order) => Some(order.action.as_str().to_owned()),
                None if awaits_officer && listing.marketplace.is_some() => {
                    Some(TO_DECIDE.to_owned())
                }
                None => None,
            };
            let clock = file
                .running_clocks()
                .into_iter()
                .find(|c| c.track == listing.track && c.owner == Role::Marketplace)
                .map(|c| c.due_at);
            ListingRow {
                case_id: file.id,
                no: listing.no,
                track_no: listing.track,
                marketplace_id: listing.marketplace,
                url: listing.url.clone(),
                item: item_key(&listing.item, &listing.url).to_owned(),
                right_key: right_key.clone(),
                title: listing.title.clone(),
                seller: listing.seller.clone(),
                measure: listing.measure.as_str().to_owned(),
                order_due_at: ordered.is_some().then_some(clock).flatten(),
                ordered,
                updated_at: listing.measure_since,
            }
        })
        .collect()
}

/// What a listing is compared by: its item number, or its address where it has none.
pub fn item_key<'a>(item: &'a str, url: &'a str) -> &'a str {
    if item.is_empty() { url } else { item }
}

fn clocks(file: &CaseFile, pack: &Pack, now: Timestamp) -> Vec<ClockRow> {
    let clock_rows = file.clocks.iter().map(|clock| ClockRow {
        case_id: file.id,
        no: clock.no,
        track_no: Some(clock.track),
        rule: clock.rule.clone(),
        // What the days of obligations speak for is nobody's to do; it still runs out by itself.
        role: if file.is_spoken_for(clock) {
            Role::System.as_str().to_owned()
        } else {
            clock.owner.as_str().to_owned()
        },
        party_no: (clock.owner == Role::Respondent)
            .then(|| file.track(clock.track).map(|t| t.respondent))
            .flatten(),
        due_at: clock.due_at,
        state: match clock.state {
            ClockState::Running => RowState::Running,
            // A clock that stands still gives nobody work until it goes on.
            ClockState::Stopped | ClockState::Held => RowState::Stopped,
            ClockState::Fired => RowState::Fired,
        },
        remind_at: (clock.state == ClockState::Running && !file.is_spoken_for(clock))
            .then(|| {
                next_reminder(
                    pack.clock(&clock.rule)
                        .map_or(&[], |rule| rule.remind_days.as_slice()),
                    clock.due_at,
                    now,
                )
            })
            .flatten(),
    });
    let settlement_rows = file.settlement_dates().map(|date| {
        let (no, days) = match date.awaited {
            Awaited::Answer(no) => (OFFERS_FROM + no, OFFER_REMIND_DAYS),
            Awaited::Performance(no) | Awaited::Confirmation(no) => {
                (OBLIGATIONS_FROM + no, OBLIGATION_REMIND_DAYS)
            }
        };
        ClockRow {
            case_id: file.id,
            no,
            track_no: Some(date.track),
            rule: date.awaited.rule().to_owned(),
            role: date.role.as_str().to_owned(),
            party_no: date.party,
            due_at: date.due_at,
            state: RowState::Running,
            remind_at: next_reminder(days, date.due_at, now),
        }
    });
    clock_rows.chain(settlement_rows).collect()
}

/// The next of the reminders (days before the end) that is still to come, leaving out those that
/// would come less than an hour after now.
pub fn next_reminder(days_before: &[u32], due_at: Timestamp, now: Timestamp) -> Option<Timestamp> {
    days_before
        .iter()
        .filter_map(|days| {
            due_at
                .checked_sub(SignedDuration::from_hours(24 * i64::from(*days)))
                .ok()
        })
        .filter(|at| at.duration_since(now) > SignedDuration::from_hours(1))
        .min()
}

/// The act that a due row of `case_clocks` stands for.
pub fn lapse_of(row: &ClockRow) -> Option<Act> {
    match row.no {
        no if no > OBLIGATIONS_FROM && row.rule == SILENCE_RULE => Some(Act::ObligationSilence {
            obligation: no - OBLIGATIONS_FROM,
        }),
        no if no > OBLIGATIONS_FROM => Some(Act::ObligationOverdue {
            obligation: no - OBLIGATIONS_FROM,
        }),
        no if no > OFFERS_FROM => Some(Act::OfferLapse {
            offer: no - OFFERS_FROM,
        }),
        0 => None,
        no => Some(Act::Lapse { clock: no }),
    }
}

/// The rule of a row that waits for a yes or no to what is marked as done.
pub const SILENCE_RULE: &str = "confirm";
/// Days before its end on which an open offer is called to mind.
pub const OFFER_REMIND_DAYS: &[u32] = &[1];
/// Days before its day on which an obligation is called to mind.
pub const OBLIGATION_REMIND_DAYS: &[u32] = &[3, 1];

/// The offer that a row of `case_clocks` stands for, if it is one.
pub fn offer_of(no: u32) -> Option<u32> {
    (no > OFFERS_FROM && no <= OBLIGATIONS_FROM).then(|| no - OFFERS_FROM)
}

/// The obligation that a row of `case_clocks` stands for, if it is one.
pub fn obligation_of(no: u32) -> Option<u32> {
    (no > OBLIGATIONS_FROM).then(|| no - OBLIGATIONS_FROM)
}

/// The row of a docket entry.
pub fn docket_row(file: &CaseFile, entry: &Entry, text: String, hash: String) -> DocketRow {
    DocketRow {
        case_id: file.id,
        no: u32::try_from(entry.no).unwrap_or(u32::MAX),
        at: entry.at,
        actor_role: entry.actor.role.as_str().to_owned(),
        actor_name: entry.actor.name.clone(),
        actor_account: entry.actor.account,
        via: match entry.actor.via {
            crate::domain::parties::Via::Page => "page",
            crate::domain::parties::Via::Api => "api",
            crate::domain::parties::Via::Clock => "clock",
            crate::domain::parties::Via::Import => "import",
        }
        .to_owned(),
        act: entry.deed.name().to_owned(),
        entry: ExactJson(text),
        hash,
        previous: entry.previous.clone(),
    }
}

/// Feeds the search: parties, filing, listings, answers, exhibits' titles. Messages, offers and
/// drafts are not searchable, since not every reader of a case may read them.
pub fn index(
    tx: &mut WriteTx<'_>,
    before: Option<&CaseFile>,
    after: &CaseFile,
) -> StorageResult<()> {
    let old: Vec<(String, String)> = before.map(texts).unwrap_or_default();
    for (part, words) in texts(after) {
        if !old.iter().any(|(p, w)| *p == part && *w == words) {
            search::put(tx, after.id, &part, &words)?;
        }
    }
    Ok(())
}

fn texts(file: &CaseFile) -> Vec<(String, String)> {
    let mut parts = Vec::new();
    let mut heading = vec![file.number.to_string()];
    heading.extend(file.parties.iter().map(|p| p.name.clone()));
    parts.push(("heading".to_owned(), heading.join("\n")));
    if let Some(notice) = &file.notice {
        let right = &notice.right;
        parts.push((
            "filing".to_owned(),
            [
                &right.number,
                &right.owner,
                &right.territory,
                &notice.statement,
            ]
            .map(String::as_str)
            .join("\n"),
        ));
    }
    if let Some(complaint) = &file.complaint {
        let words = [
            &complaint.order_reference,
            &complaint.goods,
            &complaint.statement,
            &complaint.tried,
            &complaint.marketplace_name,
        ];
        parts.push(("filing".to_owned(), words.map(String::as_str).join("\n")));
    }
    for paper in &file.papers {
        let words: Vec<&str> = paper.filled.said().collect();
        parts.push((format!("paper-{}", paper.no), words.join("\n")));
    }
    if !file.listings.is_empty() {
        let words: Vec<String> = file
            .listings
            .iter()
            .map(|l| {
                [&l.url, &l.item, &l.title, &l.seller, &l.wrong]
                    .map(String::as_str)
                    .join(" ")
            })
            .collect();
        parts.push(("listings".to_owned(), words.join("\n")));
    }
    let answers: Vec<&str> = file
        .tracks
        .iter()
        .filter_map(|t| t.answer.as_ref())
        .map(|a| a.statement.as_str())
        .collect();
    if !answers.is_empty() {
        parts.push(("answers".to_owned(), answers.join("\n")));
    }
    let exhibits: Vec<String> = file
        .exhibits
        .iter()
        .map(|e| format!("{} {} {}", e.label, e.title, e.description))
        .collect();
    if !exhibits.is_empty() {
        parts.push(("evidence".to_owned(), exhibits.join("\n")));
    }
    let decisions: Vec<&str> = file.decisions.iter().map(|d| d.summary.as_str()).collect();
    if !decisions.is_empty() {
        parts.push(("decision".to_owned(), decisions.join("\n")));
    }
    parts
}
