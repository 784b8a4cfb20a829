//! Listings whose measure waits, most urgent first, with filters and tick boxes.

use super::{Item, acts, marketplaces, name_of, waiting_words};
use crate::domain::ids::{CaseId, OrganisationId};
use crate::services::project::TO_DECIDE;
use crate::storage::cases::listings::{self, CaseName, ListingRow, QueueFilter};
use crate::storage::{ReadTx, StorageResult};
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::forms::Choice;
use crate::web::page::{Page, Place, html};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web::Query;
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;
use std::cmp::Ordering;

/// Rows on one page.
const ON_A_PAGE: usize = 50;
/// Rows read at once while looking for those that a filter lets through.
const BATCH: i64 = 200;
/// Most batches read for one page.
const BATCHES: usize = 50;
const KINDS: [&str; 5] = [TO_DECIDE, "hide", "remove", "restrict", "restore"];

/// What of the queue is shown.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    kind: String,
    seller: String,
    case: String,
    q: String,
    after: String,
}

impl Wanted {
    fn is_plain(&self) -> bool {
        self.kind.is_empty() && self.seller.is_empty() && self.case.is_empty() && self.q.is_empty()
    }

    fn lets_through(&self, row: &ListingRow, case: &CaseName) -> bool {
        let holds = |text: &str, part: &str| {
            part.is_empty() || text.to_lowercase().contains(&part.to_lowercase())
        };
        let all = [
            &row.title,
            &row.item,
            &row.url,
            &row.seller,
            &case.number,
            &case.claimant_name,
        ]
        .map(String::as_str)
        .join("\n");
        holds(&row.seller, self.seller.trim())
            && holds(&case.number, self.case.trim())
            && holds(&all, self.q.trim())
    }

    /// Where the page before ended: `<microseconds or ->.<case id>.<number>`.
    fn after(&self) -> Option<(Option<Timestamp>, CaseId, u32)> {
        let mut parts = self.after.splitn(3, '.');
        let at = match parts.next()? {
            "-" => None,
            micros => Some(Timestamp::from_microsecond(micros.parse().ok()?).ok()?),
        };
        Some((at, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    }

    fn link(&self, kind: &str, after: &str) -> String {
        urls::with_query(
            urls::takedowns(),
            &[
                ("kind", kind),
                ("seller", &self.seller),
                ("case", &self.case),
                ("q", &self.q),
                ("after", after),
            ],
        )
    }
}

struct Row {
    field: String,
    name: String,
    href: String,
    handle: String,
    seller: String,
    number: String,
    case: String,
    claimant: String,
    ordered: String,
    measure: String,
    due: Option<Timestamp>,
}

#[derive(Template)]
#[template(path = "takedowns/queue.html")]
struct QueuePage {
    page: Page,
    wanted: Wanted,
    kinds: Vec<(String, String, bool)>,
    rows: Vec<Row>,
    plain: bool,
    acts: Vec<Choice>,
    next: String,
    none_chosen: bool,
}

/// `GET /takedowns?kind=&seller=&case=&q=`
pub async fn show(visitor: Visitor, wanted: Query<Wanted>) -> PageResult {
    page(visitor, wanted.into_inner(), false).await
}

/// The queue, perhaps with the words that nothing was chosen in it.
pub async fn page(mut visitor: Visitor, mut wanted: Wanted, none_chosen: bool) -> PageResult {
    let organisations = marketplaces(&visitor)?;
    for text in [&mut wanted.seller, &mut wanted.case, &mut wanted.q] {
        *text = text.chars().filter(|c| !c.is_control()).take(200).collect();
    }
    if !KINDS.contains(&wanted.kind.as_str()) {
        wanted.kind.clear();
    }
    let asked = wanted.clone();
    let (mut found, counts) = visitor
        .app
        .store
        .read(move |tx| {
            Ok((
                find(tx, &organisations, &asked)?,
                count(tx, &organisations)?,
            ))
        })
        .await?;
    let more = found.len() > ON_A_PAGE;
    found.truncate(ON_A_PAGE);
    let next = match found.last().filter(|_| more) {
        Some((row, _)) => {
            let at = row
                .order_due_at
                .map_or_else(|| "-".to_owned(), |at| at.as_microsecond().to_string());
            wanted.link(&wanted.kind, &format!("{at}.{}.{}", row.case_id, row.no))
        }
        None => String::new(),
    };
    let waiting: i64 = counts.iter().map(|(_, count)| count).sum();
    let page = visitor
        .form_page()
        .await?
        .at(Place::Queue)
        .with_to_do(usize::try_from(waiting).unwrap_or_default());
    let kind = |kind: &str| {
        let count = if kind.is_empty() {
            waiting
        } else {
            counts
                .iter()
                .filter(|(k, _)| k == kind)
                .map(|(_, count)| count)
                .sum()
        };
        let name = if kind.is_empty() {
            page.t("takedowns-all").to_owned()
        } else {
            waiting_words(&page, kind)
        };
        (
            page.with2("takedowns-kind", "name", name, "count", count),
            wanted.link(kind, ""),
            wanted.kind == kind,
        )
    };
    let kinds = std::iter::once("").chain(KINDS).map(kind).collect();
    let rows = found
        .iter()
        .map(|(row, case)| line(&page, row, case))
        .collect();
    html(&QueuePage {
        kinds,
        rows,
        plain: wanted.is_plain(),
        acts: acts(&page),
        next,
        none_chosen,
        wanted,
        page,
    })
}

fn count(
    tx: &mut ReadTx<'_>,
    organisations: &[OrganisationId],
) -> StorageResult<Vec<(String, i64)>> {
    let mut counts = Vec::new();
    for organisation in organisations {
        counts.extend(listings::count_queue(tx, Some(*organisation))?);
    }
    Ok(counts)
}

/// The rows of one page and one more, of all the officer's marketplaces.
fn find(
    tx: &mut ReadTx<'_>,
    organisations: &[OrganisationId],
    wanted: &Wanted,
) -> StorageResult<Vec<(ListingRow, CaseName)>> {
    let mut found = Vec::new();
    for organisation in organisations {
        let ordered = (!wanted.kind.is_empty()).then(|| wanted.kind.clone());
        let mut filter = QueueFilter {
            marketplace_id: Some(*organisation),
            ordered,
            after: wanted.after(),
            ..QueueFilter::default()
        };
        let mut own = 0;
        for _ in 0..BATCHES {
            let batch = listings::list_queue(tx, &filter, BATCH)?;
            let whole = i64::try_from(batch.len()).is_ok_and(|len| len == BATCH);
            filter.after = batch
                .last()
                .map(|(row, _)| (row.order_due_at, row.case_id, row.no));
            for (row, case) in batch {
                if wanted.lets_through(&row, &case) {
                    own += 1;
                    found.push((row, case));
                }
            }
            if !whole || own > ON_A_PAGE {
                break;
            }
        }
    }
    found.sort_by(|(a, _), (b, _)| by_due(a, b));
    found.truncate(ON_A_PAGE + 1);
    Ok(found)
}

/// The order of the queue: rows without a due time last.
fn by_due(a: &ListingRow, b: &ListingRow) -> Ordering {
    let key = |row: &ListingRow| (row.order_due_at.is_none(), row.order_due_at);
    key(a)
        .cmp(&key(b))
        .then_with(|| (a.case_id, a.no).cmp(&(b.case_id, b.no)))
}

fn line(page: &Page, row: &ListingRow, case: &CaseName) -> Row {
    let ordered = row.ordered.clone().unwrap_or_default();
    Row {
        field: Item::field(&case.number, row.no, &row.measure, &ordered),
        name: name_of(&row.title, &row.item, &row.url),
        href: format!("{}/{}/{}", urls::takedowns(), case.number, row.no),
        handle: if row.item.is_empty() {
            row.url.clone()
        } else {
            row.item.clone()
        },
        seller: row.seller.clone(),
        number: case.number.clone(),
        case: format!("{}/{}", urls::cases(), case.number),
        claimant: case.claimant_name.clone(),
        ordered: waiting_words(page, &ordered),
        measure: words::said(&page.words, "measure", &row.measure),
        due: row.order_due_at,
    }
}
