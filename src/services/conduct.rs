//! How people stand on the conduct ledger: points of all their cases under one procedure, and the letters that a
//! rung of its ladder causes.

use crate::domain::acts::{Addressee, LetterOrder, Plan};
use crate::domain::cases::CaseFile;
use crate::domain::conduct::{self, Post, Standing};
use crate::domain::ids::AccountId;
use crate::domain::parties::Party;
use crate::domain::procedures::{Pack, RungDoes};
use crate::startup::App;
use crate::storage::cases::projections::{self, ConductRow};
use crate::storage::{ReadTx, StorageError, StorageResult};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Most rows that the page of all standings looks at.
const ROWS_MAX: i64 = 20_000;
/// How far back it looks: no pack lets points count for longer.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(24 * 366 * 5);

/// How somebody stands under one procedure.
pub struct Stands {
    /// The procedure, by the name of its family
    pub pack: Arc<Pack>,
    /// Whose
    pub name: String,
    /// The account, where there is one
    pub account: Option<AccountId>,
    /// How
    pub standing: Standing,
}

/// The letters for the rungs that a party reaches with an act, if it gives points: to the party a warning with what
/// led to it and what comes next, to the registry the task to look at it.
pub(super) fn letters(
    tx: &mut ReadTx<'_>,
    before: &CaseFile,
    after: &CaseFile,
    pack: &Pack,
    now: Timestamp,
) -> StorageResult<Vec<LetterOrder>> {
    let Some(rule) = &pack.conduct else {
        return Ok(Vec::new());
    };
    let mut letters = Vec::new();
    for party in &after.parties {
        let was = conduct::of_case(&before.conduct, party.no);
        let is = conduct::of_case(&after.conduct, party.no);
        // Whoever has not been told of the case is not told of it this way.
        if was == is || !after.is_served(party.no) {
            continue;
        }
        let elsewhere = elsewhere(tx, after, party, pack)?;
        let with = |own: Option<(u32, Timestamp)>| {
            let own = own.map(|(points, at)| Post {
                case: after.number.to_string(),
                points,
                at,
            });
            let posts: Vec<Post> = elsewhere.iter().cloned().chain(own).collect();
            conduct::standing(rule, &posts, now)
        };
        let (was, is) = (with(was), with(is));
        for rung in conduct::reached(rule, &was, &is) {
            letters.extend(told(party, rung.does, &is));
        }
    }
    Ok(letters)
}

/// The points of a party in all other cases under the procedure.
fn elsewhere(
    tx: &mut ReadTx<'_>,
    file: &CaseFile,
    party: &Party,
    pack: &Pack,
) -> StorageResult<Vec<Post>> {
    let rows = projections::list_conduct_of(tx, party.account, &party.email)?;
    let other =
        |(row, _): &(ConductRow, String)| row.case_id != file.id && row.pack_id == pack.family();
    Ok(rows.into_iter().filter(other).map(post).collect())
}

fn post((row, number): (ConductRow, String)) -> Post {
    Post {
        case: number,
        points: row.points,
        at: row.posted_at,
    }
}

fn told(party: &Party, does: RungDoes, standing: &Standing) -> Vec<LetterOrder> {
    let letter = |kind: &str, to: Addressee| LetterOrder {
        kind: kind.to_owned(),
        to,
        track: None,
        clock: None,
        quote: None,
        listings: Vec::new(),
        args: BTreeMap::from([
            ("points".to_owned(), standing.points.to_string()),
            (
                "next".to_owned(),
                standing.next.map_or(0, |rung| rung.at).to_string(),
            ),
            ("name".to_owned(), party.name.clone()),
        ]),
        page: String::new(),
    };
    match does {
        RungDoes::Warn => vec![letter("conduct-warning", Addressee::Party(party.no))],
        RungDoes::Review => vec![
            letter("conduct-warning", Addressee::Party(party.no)),
            letter("conduct-review", Addressee::Registry),
        ],
    }
}

/// Adds the letters to what an act causes.
pub(super) fn add_letters(
    tx: &mut ReadTx<'_>,
    before: &CaseFile,
    after: &CaseFile,
    pack: &Pack,
    plan: &mut Plan,
    now: Timestamp,
) -> StorageResult<()> {
    if before.conduct.len() != after.conduct.len() {
        plan.letters.extend(letters(tx, before, after, pack, now)?);
    }
    Ok(())
}

/// How an account stands under each procedure that gave it points.
///
/// # Errors
/// Faults of the database.
pub async fn of_account(app: &Arc<App>, account: AccountId) -> Result<Vec<Stands>, StorageError> {
    let rows = app
        .store
        .read(move |tx| projections::list_conduct_of(tx, Some(account), ""))
        .await?;
    Ok(stands(app, rows))
}

/// How everybody stands whose points count, most points first.
///
/// # Errors
/// Faults of the database.
pub async fn everybody(app: &Arc<App>) -> Result<Vec<Stands>, StorageError> {
    let since = app.now() - LOOK_BACK;
    let rows = app
        .store
        .read(move |tx| projections::list_conduct_since(tx, since, ROWS_MAX))
        .await?;
    let mut all = stands(app, rows);
    all.retain(|found| found.standing.points > 0);
    all.sort_by(|one, other| {
        let by_points = other.standing.points.cmp(&one.standing.points);
        by_points.then_with(|| one.name.cmp(&other.name))
    });
    Ok(all)
}

fn stands(app: &App, rows: Vec<(ConductRow, String)>) -> Vec<Stands> {
    let now = app.now();
    let mut people: BTreeMap<(String, String), Vec<(ConductRow, String)>> = BTreeMap::new();
    for row in rows {
        let who = match row.0.account_id {
            Some(account) => account.to_string(),
            // Without an address nobody can say who it is: each case by itself.
            None if row.0.email.is_empty() => format!("{} {}", row.0.case_id, row.0.party_no),
            None => row.0.email.clone(),
        };
        let key = (row.0.pack_id.clone(), who);
        people.entry(key).or_default().push(row);
    }
    let stood = people.into_iter().filter_map(|((pack, _), rows)| {
        let pack = app.pack(&pack)?;
        let (name, account) = rows
            .last()
            .map(|(row, _)| (row.name.clone(), row.account_id))?;
        let posts: Vec<Post> = rows.into_iter().map(post).collect();
        let standing = conduct::standing(pack.conduct.as_ref()?, &posts, now);
        Some(Stands {
            pack,
            name,
            account,
            standing,
        })
    });
    stood.collect()
}
