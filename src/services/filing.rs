//! Opens cases: takes a number, lets the domain open the case, records the first entry.

use super::acts::{self, ActError, record, remember};
use super::project::item_key;
use crate::domain::acts::{Receipt, Refusal};
use crate::domain::cases::{CaseFile, Kind, Law, open_complaint, open_matter, open_notice};
use crate::domain::docket::Deed;
use crate::domain::ids::{CaseId, CaseNumber};
use crate::domain::notices::NewListing;
use crate::domain::parties::{Actor, Via};
use crate::domain::procedures::Pack;
use crate::domain::{Role, complaints, matters, notices};
use crate::startup::App;
use crate::storage::packs::PackRow;
use crate::storage::{self, ReadTx, StorageError, StorageResult, WriteTx};
use jiff::tz::TimeZone;
use std::sync::Arc;

/// A filing of either sort.
#[derive(Debug, Clone)]
pub enum Filing {
    /// An infringement notice
    Notice(Box<notices::Filing>),
    /// A consumer complaint
    Complaint(Box<complaints::Filing>),
    /// Any other matter that its pack describes
    Matter(Box<matters::Filing>),
}

/// A listing that an open case of the same right already holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// Position in the filing, from 0
    pub index: usize,
    /// The case that holds it
    pub number: CaseNumber,
}

/// What came of a filing.
#[derive(Debug, Clone)]
pub struct Filed {
    /// The case
    pub case: CaseId,
    /// The receipt
    pub receipt: Receipt,
    /// Listings left out because an open case of the same right holds them
    pub left_out: Vec<Duplicate>,
}

impl Filed {
    /// What came of a filing that was sent before.
    pub(super) fn again(case: CaseId, receipt: Receipt) -> Self {
        Self {
            case,
            receipt,
            left_out: Vec::new(),
        }
    }
}

/// Files a notice or complaint.
///
/// # Errors
/// A refusal or a fault, with nothing changed.
pub async fn file(
    app: &Arc<App>,
    filing: Filing,
    actor: &Actor,
    form: Option<String>,
) -> Result<Filed, ActError> {
    let held = Arc::clone(app);
    let actor = actor.clone();
    let filed = app
        .store
        .write_or_refuse(move |tx| file_in(tx, &held, &filing, &actor, form.as_deref()))
        .await?;
    Ok(filed?)
}

/// As [`file`], inside a transaction of the caller.
///
/// # Errors
/// The outer result is a fault, the inner one a refusal; after either nothing may be committed.
pub fn file_in(
    tx: &mut WriteTx<'_>,
    app: &Arc<App>,
    filing: &Filing,
    actor: &Actor,
    form: Option<&str>,
) -> StorageResult<Result<Filed, Refusal>> {
    if let Some(key) = form
        && let Some((Some(case), receipt)) = acts::receipt_in(tx, key)?
    {
        return Ok(Ok(Filed::again(case, receipt)));
    }
    let at = app.now();
    if !app.log.may_write(at) {
        return Ok(Err(Refusal::Halted));
    }
    let id = CaseId(app.new_id());
    let actor = Actor {
        role: Role::Claimant,
        party: Some(1),
        ..actor.clone()
    };
    let (pack_id, kind) = match filing {
        Filing::Notice(filing) => (&filing.pack, Kind::Notice),
        Filing::Complaint(filing) => (&filing.pack, Kind::Complaint),
        Filing::Matter(filing) => (&filing.pack, Kind::Matter),
    };
    let Some(pack) = app.pack(pack_id) else {
        return Ok(Err(Refusal::Unknown {
            what: pack_id.clone(),
        }));
    };
    let law = Law {
        pack: &pack,
        calendars: &app.calendars,
        next: None,
    };
    let settings = &app.settings(pack.id());
    let number = next_number(tx, app, kind)?;
    let mut left_out = Vec::new();
    let opened = match filing {
        Filing::Notice(filing) => {
            left_out = if actor.via == Via::Import {
                Vec::new()
            } else {
                duplicates_in(tx, filing)?
            };
            if !left_out.is_empty() && left_out.len() == filing.listings.len() {
                return Ok(Err(Refusal::Duplicate {
                    number: left_out[0].number.to_string(),
                }));
            }
            let mut kept = filing.as_ref().clone();
            kept.listings = without(&filing.listings, &left_out);
            open_notice(&kept, &law, settings, &actor, id, number, at)
        }
        Filing::Complaint(filing) => open_complaint(filing, &law, settings, &actor, id, number, at),
        Filing::Matter(filing) => open_matter(filing, &law, settings, &actor, id, number, at),
    };
    let (file, plan) = match opened {
        Ok(opened) => opened,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let deed = Deed::Filed(format!("{}.file", kind.as_str()));
    storage::packs::keep(tx, &PackRow::of(&pack, at))?;
    let receipt = record(tx, app, None, file, law, &actor, deed, &plan, at)?;
    if let Some(key) = form {
        remember(tx, key, id, &receipt, at)?;
    }
    Ok(Ok(Filed {
        case: id,
        receipt,
        left_out,
    }))
}

fn without(listings: &[NewListing], left_out: &[Duplicate]) -> Vec<NewListing> {
    listings
        .iter()
        .enumerate()
        .filter(|(index, _)| !left_out.iter().any(|d| d.index == *index))
        .map(|(_, l)| l.clone())
        .collect()
}

/// Case numbers count per kind and year (UTC), without gaps.
fn next_number(tx: &mut WriteTx<'_>, app: &App, kind: Kind) -> StorageResult<CaseNumber> {
    let year = app.now().to_zoned(TimeZone::UTC).year();
    let sequence = storage::cases::next_number(tx, &format!("{}-{year}", kind.prefix()))?;
    Ok(CaseNumber::compose(kind.prefix(), year, sequence))
}

/// The listings of a filing that an open case of the same right already holds: same right, same
/// address or same item on the same marketplace, measure not refused and case not closed.
///
/// # Errors
/// Faults of the database.
pub async fn duplicates(
    app: &Arc<App>,
    filing: notices::Filing,
) -> Result<Vec<Duplicate>, StorageError> {
    app.store.read(move |tx| duplicates_in(tx, &filing)).await
}

fn duplicates_in(tx: &mut ReadTx<'_>, filing: &notices::Filing) -> StorageResult<Vec<Duplicate>> {
    let key = filing.notice.right.key();
    let mut found = Vec::new();
    for (index, listing) in filing.listings.iter().enumerate() {
        let held = storage::cases::listings::list_duplicates(
            tx,
            &key,
            item_key(&listing.item, &listing.url),
            20,
        )?;
        let same = held.iter().find(|(row, _)| {
            (row.marketplace_id == listing.marketplace || row.url == listing.url)
                && row.measure != "refused"
        });
        if let Some((_, head)) = same
            && let Ok(number) = head.number.parse()
        {
            found.push(Duplicate { index, number });
        }
    }
    Ok(found)
}

/// The other open case of the same right that holds a listing already, now that its place is known.
///
/// # Errors
/// Faults of the database.
pub async fn held(
    app: &Arc<App>,
    file: &CaseFile,
    place: &notices::Place,
) -> StorageResult<Option<CaseNumber>> {
    let (Some(notice), Some(listing)) = (&file.notice, file.listing(place.listing)) else {
        return Ok(None);
    };
    let (key, own, market) = (notice.right.key(), file.number.clone(), listing.marketplace);
    let place = place.clone();
    app.store
        .read(move |tx| {
            let item = item_key(&place.item, &place.url);
            let held = storage::cases::listings::list_duplicates(tx, &key, item, 20)?;
            Ok(held
                .iter()
                .filter(|(row, _)| {
                    (row.marketplace_id == market || row.url == place.url)
                        && row.measure != "refused"
                })
                .filter_map(|(_, head)| head.number.parse().ok())
                .find(|number| *number != own))
        })
        .await
}

/// The pack a filing of a kind may choose from, newest versions only.
pub fn packs_for(app: &App, kind: Kind) -> Vec<Arc<Pack>> {
    let wanted = match kind {
        Kind::Notice => crate::domain::procedures::Kind::Notice,
        Kind::Complaint => crate::domain::procedures::Kind::Complaint,
        Kind::Matter => crate::domain::procedures::Kind::Matter,
    };
    app.packs().for_kind(wanted).into_iter().cloned().collect()
}

/// The case file rebuilt from its docket, for checks.
///
/// # Errors
/// Names what is wrong with the docket.
pub fn rebuild(
    tx: &mut crate::storage::ReadTx<'_>,
    case: CaseId,
) -> StorageResult<Result<CaseFile, String>> {
    let rows = storage::docket::list(tx, case, 0, i64::from(i32::MAX))?;
    let stored: Vec<(String, String)> = rows
        .into_iter()
        .map(|row| (row.entry.0, row.hash))
        .collect();
    let entries = match crate::domain::docket::check(&stored) {
        Ok(entries) => entries,
        Err(error) => return Ok(Err(error.to_string())),
    };
    Ok(CaseFile::replay(&entries).map_err(|error| error.to_string()))
}
