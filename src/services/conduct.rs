//! How people stand on the conduct ledger: points of all their cases under one procedure, read from the rows of the
//! cases. What they mean is decided in `domain::conduct`.

use crate::domain::acts::Plan;
use crate::domain::cases::CaseFile;
use crate::domain::conduct::{self, LONGEST_MONTHS, Post, Standing};
use crate::domain::ids::AccountId;
use crate::domain::parties::Party;
use crate::domain::procedures::Pack;
use crate::startup::App;
use crate::storage::cases::projections::{self, ConductPost};
use crate::storage::{ReadTx, StorageError, StorageResult};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Most rows that the page of all standings looks at, the newest.
pub const ROWS_MAX: i64 = 20_000;

/// How somebody stands under one procedure.
pub struct Stands {
    /// The procedure: the one of the newest case that brought points
    pub pack: Arc<Pack>,
    /// Whose
    pub name: String,
    /// The account, where there is one
    pub account: Option<AccountId>,
    /// How
    pub standing: Standing,
}

/// How everybody stands.
pub struct Everybody {
    /// Most points first
    pub stands: Vec<Stands>,
    /// Whether there were more rows than one page looks at
    pub is_cut: bool,
}

/// Adds the letters of a rung to what an act causes, if it gives points.
pub(super) fn add_letters(
    tx: &mut ReadTx<'_>,
    before: &CaseFile,
    after: &CaseFile,
    pack: &Pack,
    plan: &mut Plan,
    now: Timestamp,
) -> StorageResult<()> {
    let Some(rule) = &pack.conduct else {
        return Ok(());
    };
    if before.conduct.len() == after.conduct.len() {
        return Ok(());
    }
    for party in conduct::changed(before, after) {
        let elsewhere = elsewhere(tx, after, party, pack)?;
        let letters = conduct::letters(rule, (before, after), party, &elsewhere, now);
        plan.letters.extend(letters);
    }
    Ok(())
}

/// The points of a party in all other cases under the procedure.
fn elsewhere(
    tx: &mut ReadTx<'_>,
    file: &CaseFile,
    party: &Party,
    pack: &Pack,
) -> StorageResult<Vec<Post>> {
    let posts = projections::list_conduct_of(tx, party.account, &party.email)?;
    let is_other =
        |found: &ConductPost| found.row.case_id != file.id && found.row.pack_id == pack.family();
    Ok(posts.into_iter().filter(is_other).map(post).collect())
}

fn post(found: ConductPost) -> Post {
    Post {
        case: found.number,
        points: found.row.points,
        at: found.row.posted_at,
        steps: found
            .row
            .steps
            .split(',')
            .filter(|step| !step.is_empty())
            .map(str::to_owned)
            .collect(),
    }
}

/// How an account stands under each procedure that gave it points.
///
/// # Errors
/// Faults of the database.
pub async fn of_account(app: &Arc<App>, account: AccountId) -> Result<Vec<Stands>, StorageError> {
    let posts = app
        .store
        .read(move |tx| projections::list_conduct_of(tx, Some(account), ""))
        .await?;
    Ok(stands(app, posts))
}

/// How everybody stands whose points count, most points first.
///
/// # Errors
/// Faults of the database.
pub async fn everybody(app: &Arc<App>) -> Result<Everybody, StorageError> {
    // No month is longer than 31 days.
    let longest = SignedDuration::from_hours(24 * 31 * i64::from(LONGEST_MONTHS));
    let since = app.now() - longest;
    let mut posts = app
        .store
        .read(move |tx| projections::list_conduct_since(tx, since, ROWS_MAX + 1))
        .await?;
    let most = usize::try_from(ROWS_MAX).unwrap_or(usize::MAX);
    let is_cut = posts.len() > most;
    posts.truncate(most);
    posts.reverse();
    let mut stands = stands(app, posts);
    stands.retain(|found| found.standing.points > 0);
    stands.sort_by(|one, other| {
        let by_points = other.standing.points.cmp(&one.standing.points);
        by_points.then_with(|| one.name.cmp(&other.name))
    });
    Ok(Everybody { stands, is_cut })
}

/// `posts` from the oldest to the newest.
fn stands(app: &App, posts: Vec<ConductPost>) -> Vec<Stands> {
    let (now, packs) = (app.now(), app.packs());
    let mut people: BTreeMap<(String, String), Vec<ConductPost>> = BTreeMap::new();
    for found in posts {
        let row = &found.row;
        let who = match row.account_id {
            Some(account) => account.to_string(),
            // Without an address nobody can say who it is: each case by itself.
            None if row.email.is_empty() => format!("{} {}", row.case_id, row.party_no),
            None => row.email.clone(),
        };
        let key = (row.pack_id.clone(), who);
        people.entry(key).or_default().push(found);
    }
    let stood = people.into_values().filter_map(|posts| {
        let last = posts.last()?;
        let (name, account) = (last.row.name.clone(), last.row.account_id);
        // The rule is that of the case, in its version: one that no new case may begin under still counts its points.
        let pack = packs.get(&last.pack_id, &last.pack_version, &last.pack_digest)?;
        let posts: Vec<Post> = posts.into_iter().map(post).collect();
        Some(Stands {
            pack: Arc::clone(pack),
            name,
            account,
            standing: conduct::standing(pack.conduct.as_ref()?, &posts, now),
        })
    });
    stood.collect()
}
