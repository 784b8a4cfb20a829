//! The rows read from a case's snapshot: people, listings, clocks, exhibits, obligations, appointments, tasks. An
//! act replaces the lists it changed, in its transaction.

use super::clocks::ClockRow;
use super::listings::ListingRow;
use crate::domain::ids::{AccountId, CaseId, OrganisationId};
use crate::storage::dialect::{each, on_both};
use crate::storage::schema::{
    blobs, case_appointments, case_clocks, case_conduct, case_exhibits, case_listings,
    case_obligations, case_people, case_tasks,
};
use crate::storage::types::{DbInstant, row};
use crate::storage::{ReadTx, StorageResult, WriteTx};
use diesel::prelude::*;
use jiff::Timestamp;

row! {
    case_people:
    /// Who may see a case and act in it.
    pub struct PersonRow {
        /// The case.
        pub case_id: CaseId,
        /// Number in the case.
        pub no: u32,
        /// The party the person is or acts for.
        pub party_no: Option<u32>,
        /// As what.
        pub role: String,
        /// The account, once known.
        pub account_id: Option<AccountId>,
        /// The address, in lower case.
        pub email: Option<String>,
        /// The name.
        pub name: String,
        /// The organisation whose members share the seat.
        pub organisation_id: Option<OrganisationId>,
        /// Since when.
        pub from_at: Timestamp,
        /// Until when.
        pub until_at: Option<Timestamp>,}
}

row! {
    case_exhibits:
    /// A piece of evidence.
    pub struct ExhibitRow {
        /// The case.
        pub case_id: CaseId,
        /// Such as `C-1`.
        pub label: String,
        /// SHA-256 of the file, in hex.
        pub digest: String,
        /// Size of the file.
        pub size_bytes: i64,
        /// Who filed it.
        pub party_no: Option<u32>,
        /// Whether it stands or was withdrawn.
        pub state: String,}
}

row! {
    case_obligations:
    /// Something owed under a settlement or decision.
    pub struct ObligationRow {
        /// The case.
        pub case_id: CaseId,
        /// Number in the case.
        pub no: u32,
        /// Who owes it.
        pub debtor_party: u32,
        /// By when.
        pub due_at: Timestamp,
        /// How it stands.
        pub state: String,}
}

row! {
    case_appointments:
    /// An arbitrator's appointment.
    pub struct AppointmentRow {
        /// The case.
        pub case_id: CaseId,
        /// Number in the case.
        pub no: u32,
        /// The arbitrator.
        pub account_id: AccountId,
        /// How it stands.
        pub state: String,}
}

row! {
    case_tasks:
    /// Something that waits for somebody although no date runs for it.
    pub struct TaskRow {
        /// The case.
        pub case_id: CaseId,
        /// Number in the case, oldest first.
        pub no: u32,
        /// What is to be done.
        pub task: String,
        /// The rule of the clock whose target passed, else empty.
        pub rule: String,
        /// Who has to do it.
        pub role: String,
        /// The one account that can, where the role alone does not say it.
        pub account_id: Option<AccountId>,
        /// Since when it waits.
        pub since_at: Timestamp,}
}

row! {
    case_conduct:
    /// Points for conduct that a case brought a party.
    pub struct ConductRow {
        /// The case.
        pub case_id: CaseId,
        /// The party.
        pub party_no: u32,
        /// Its account, once known.
        pub account_id: Option<AccountId>,
        /// Its address, in lower case; empty if nobody knows one.
        pub email: String,
        /// Its name.
        pub name: String,
        /// The procedure that gave them.
        pub pack_id: String,
        /// All of the case together, at least 1.
        pub points: u32,
        /// When the last was given.
        pub posted_at: Timestamp,
        /// The steps of the procedure that gave them, with commas between.
        pub steps: String,}
}

row! {
    blobs:
    /// A stored file.
    pub struct BlobRow {
        /// SHA-256, in hex.
        pub digest: String,
        /// Size.
        pub size_bytes: i64,
        /// What it was recognised as.
        pub media_type: String,
        /// When it was stored.
        pub created_at: Timestamp,}
}

/// The lists an act changed; those left out stay as they are. Every row must be of the case.
#[derive(Debug, Clone, Copy, Default)]
pub struct Projections<'a> {
    /// Who may see the case and act in it.
    pub people: Option<&'a [PersonRow]>,
    /// What a notice is about.
    pub listings: Option<&'a [ListingRow]>,
    /// Deadlines.
    pub clocks: Option<&'a [ClockRow]>,
    /// Evidence.
    pub exhibits: Option<&'a [ExhibitRow]>,
    /// What is owed.
    pub obligations: Option<&'a [ObligationRow]>,
    /// Arbitrators.
    pub appointments: Option<&'a [AppointmentRow]>,
    /// What waits without a date.
    pub tasks: Option<&'a [TaskRow]>,
    /// Points for conduct.
    pub conduct: Option<&'a [ConductRow]>,
}

/// Replaces the rows of one list of a case. Parts of 500 rows keep below SQLite's 32,766 values in a statement.
macro_rules! replace_rows {
    ($tx:ident, $table:ident, $case:ident, $rows:expr) => {
        if let Some(rows) = $rows {
            diesel::delete($table::table.filter($table::case_id.eq($case))).execute($tx.connection())?;
            for part in rows.chunks(500) {
                on_both!($tx.connection(), c => diesel::insert_into($table::table).values(part).execute(c))?;
            }
        }
    };
}

/// Replaces the lists that are given.
pub fn replace(tx: &mut WriteTx<'_>, case: CaseId, changed: Projections<'_>) -> StorageResult<()> {
    replace_rows!(tx, case_people, case, changed.people);
    replace_rows!(tx, case_listings, case, changed.listings);
    replace_rows!(tx, case_clocks, case, changed.clocks);
    replace_rows!(tx, case_exhibits, case, changed.exhibits);
    replace_rows!(tx, case_obligations, case, changed.obligations);
    replace_rows!(tx, case_appointments, case, changed.appointments);
    replace_rows!(tx, case_tasks, case, changed.tasks);
    replace_rows!(tx, case_conduct, case, changed.conduct);
    Ok(())
}

/// The people of a case, those of the past too.
pub fn list_people(tx: &mut ReadTx<'_>, case: CaseId) -> StorageResult<Vec<PersonRow>> {
    Ok(case_people::table
        .filter(case_people::case_id.eq(case))
        .order(case_people::no)
        .select(PersonRow::as_select())
        .load(tx.connection())?)
}

/// The exhibits of a case, by label.
pub fn list_exhibits(tx: &mut ReadTx<'_>, case: CaseId) -> StorageResult<Vec<ExhibitRow>> {
    Ok(case_exhibits::table
        .filter(case_exhibits::case_id.eq(case))
        .order(case_exhibits::label)
        .select(ExhibitRow::as_select())
        .load(tx.connection())?)
}

/// The obligations of a case.
pub fn list_obligations(tx: &mut ReadTx<'_>, case: CaseId) -> StorageResult<Vec<ObligationRow>> {
    Ok(case_obligations::table
        .filter(case_obligations::case_id.eq(case))
        .order(case_obligations::no)
        .select(ObligationRow::as_select())
        .load(tx.connection())?)
}

/// Obligations in `state` that were due at `now`, longest overdue first.
pub fn list_obligations_due(
    tx: &mut ReadTx<'_>,
    state: &str,
    now: Timestamp,
    limit: i64,
) -> StorageResult<Vec<ObligationRow>> {
    Ok(case_obligations::table
        .filter(case_obligations::state.eq(state))
        .filter(case_obligations::due_at.le(DbInstant(now)))
        .order((
            case_obligations::due_at,
            case_obligations::case_id,
            case_obligations::no,
        ))
        .limit(limit)
        .select(ObligationRow::as_select())
        .load(tx.connection())?)
}

/// The appointments of a case.
pub fn list_appointments(tx: &mut ReadTx<'_>, case: CaseId) -> StorageResult<Vec<AppointmentRow>> {
    Ok(case_appointments::table
        .filter(case_appointments::case_id.eq(case))
        .order(case_appointments::no)
        .select(AppointmentRow::as_select())
        .load(tx.connection())?)
}

/// What waits in a case without a date.
pub fn list_tasks(tx: &mut ReadTx<'_>, case: CaseId) -> StorageResult<Vec<TaskRow>> {
    Ok(case_tasks::table
        .filter(case_tasks::case_id.eq(case))
        .order(case_tasks::no)
        .select(TaskRow::as_select())
        .load(tx.connection())?)
}

/// The points for conduct that a case brought.
pub fn list_conduct(tx: &mut ReadTx<'_>, case: CaseId) -> StorageResult<Vec<ConductRow>> {
    Ok(case_conduct::table
        .filter(case_conduct::case_id.eq(case))
        .order(case_conduct::party_no)
        .select(ConductRow::as_select())
        .load(tx.connection())?)
}

/// Points with the case that brought them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConductPost {
    /// The points
    pub row: ConductRow,
    /// The number of the case
    pub number: String,
    /// The procedure that the case is pinned to: its name
    pub pack_id: String,
    /// Its version
    pub pack_version: String,
    /// The digest of its text
    pub pack_digest: String,
}

type ConductColumns = (ConductRow, String, (String, String, String));

fn conduct_post((row, number, pinned): ConductColumns) -> ConductPost {
    let (pack_id, pack_version, pack_digest) = pinned;
    ConductPost {
        row,
        number,
        pack_id,
        pack_version,
        pack_digest,
    }
}

macro_rules! conduct_posts {
    () => {{
        use crate::storage::schema::cases;
        let pinned = (cases::pack_id, cases::pack_version, cases::pack_digest);
        case_conduct::table.inner_join(cases::table).select((
            ConductRow::as_select(),
            cases::number,
            pinned,
        ))
    }};
}

/// The points for conduct of a person by account or address, of every case, oldest first.
pub fn list_conduct_of(
    tx: &mut ReadTx<'_>,
    account: Option<AccountId>,
    email: &str,
) -> StorageResult<Vec<ConductPost>> {
    let query = conduct_posts!()
        .order((
            case_conduct::posted_at,
            case_conduct::case_id,
            case_conduct::party_no,
        ))
        .into_boxed();
    // Points of an address count for an account only once it takes the seat: an address proves nobody.
    let query = match account {
        Some(account) => query.filter(case_conduct::account_id.eq(account)),
        None => query
            .filter(case_conduct::account_id.is_null())
            .filter(case_conduct::email.eq(email.to_lowercase()))
            .filter(case_conduct::email.ne("")),
    };
    let rows: Vec<ConductColumns> = query.load(tx.connection())?;
    Ok(rows.into_iter().map(conduct_post).collect())
}

/// The points for conduct given since a time, newest first: at most so many rows.
pub fn list_conduct_since(
    tx: &mut ReadTx<'_>,
    since: Timestamp,
    limit: i64,
) -> StorageResult<Vec<ConductPost>> {
    let rows: Vec<ConductColumns> = conduct_posts!()
        .filter(case_conduct::posted_at.ge(DbInstant(since)))
        .order((
            case_conduct::posted_at.desc(),
            case_conduct::case_id,
            case_conduct::party_no,
        ))
        .limit(limit)
        .load(tx.connection())?;
    Ok(rows.into_iter().map(conduct_post).collect())
}

/// Notes a stored file; one that is known already stays as it was first noted.
pub fn put_blob(tx: &mut WriteTx<'_>, row: &BlobRow) -> StorageResult<()> {
    each(
        diesel::insert_into(blobs::table)
            .values(row)
            .on_conflict_do_nothing(),
    )
    .execute(tx.connection())?;
    Ok(())
}

/// A stored file by its digest, if it is known.
pub fn find_blob(tx: &mut ReadTx<'_>, digest: &str) -> StorageResult<Option<BlobRow>> {
    Ok(blobs::table
        .find(digest)
        .select(BlobRow::as_select())
        .first(tx.connection())
        .optional()?)
}

/// Stored files by digest, a page at a time, for checking them all.
pub fn list_blobs(tx: &mut ReadTx<'_>, after: &str, limit: i64) -> StorageResult<Vec<BlobRow>> {
    Ok(blobs::table
        .filter(blobs::digest.gt(after))
        .order(blobs::digest)
        .limit(limit)
        .select(BlobRow::as_select())
        .load(tx.connection())?)
}

/// The appointments of a person with their cases, newest case first.
pub fn list_appointments_of(
    tx: &mut ReadTx<'_>,
    account: AccountId,
    limit: i64,
) -> StorageResult<Vec<(AppointmentRow, crate::storage::cases::CaseHead)>> {
    use crate::storage::schema::cases;
    Ok(case_appointments::table
        .inner_join(cases::table)
        .filter(case_appointments::account_id.eq(account))
        .order((case_appointments::case_id.desc(), case_appointments::no))
        .limit(limit)
        .select((
            AppointmentRow::as_select(),
            crate::storage::cases::CaseHead::as_select(),
        ))
        .load(tx.connection())?)
}
