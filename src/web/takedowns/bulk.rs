//! One act on several listings: a page that names every item and asks for the reasons, then a page that
//! says of each item whether it was done, had been done, or why not.

use super::{CARRY_OUT, Item, acts, marketplaces, name_of, queue, waiting, waiting_words};
use crate::domain::Role;
use crate::domain::access::seats;
use crate::domain::acts::{Act, Refusal};
use crate::domain::cases::CaseFile;
use crate::domain::ids::CaseNumber;
use crate::domain::notices::{self, MeasureAction, StatementOfReasons};
use crate::domain::parties::Actor;
use crate::services::acts::{ActError, perform_form};
use crate::storage::{StorageError, cases};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Page, Place, html, render, see_other};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::http::StatusCode;
use askama::Template;
use std::collections::BTreeMap;

/// Most listings in one form.
const ITEMS_MAX: usize = 300;
const GROUND_MAX: usize = 500;
const FACTS_MAX: usize = 4_000;
const TERRITORY_MAX: usize = 200;

/// What is written once for all listings.
const KEPT: [&str; 5] = ["ground", "facts", "territory", "automated", "done"];

/// An item with what its case says of it now; no listing when it is not the officer's.
struct Line {
    item: Item,
    field: String,
    name: String,
    seller: String,
    now: String,
    waits: String,
    changed: bool,
}

#[derive(Template)]
#[template(path = "takedowns/confirm.html")]
struct Confirm {
    page: Page,
    form: FormState,
    key: String,
    action: String,
    action_name: String,
    needs_reasons: bool,
    asks_done: bool,
    lines: Vec<Line>,
    ground_max: usize,
    facts_max: usize,
}

struct Outcome {
    name: String,
    number: String,
    href: String,
    tone: &'static str,
    state: String,
    why: String,
}

#[derive(Template)]
#[template(path = "takedowns/result.html")]
struct ResultPage {
    page: Page,
    action_name: String,
    done: usize,
    left: usize,
    outcomes: Vec<Outcome>,
    retry: Vec<String>,
    action: String,
    kept: Vec<(&'static str, String)>,
}

/// A case with the officer's seat in it.
type Seated = (CaseFile, Actor);

/// `GET` of a page that only a form opens
pub async fn back() -> PageResult {
    Ok(see_other(urls::takedowns()))
}

/// The items of a form in their order, each once.
fn items(posted: &Posted, field: &str) -> Result<Vec<Item>, WebError> {
    let mut items: Vec<Item> = Vec::new();
    for item in posted.all(field).into_iter().filter_map(Item::parse) {
        if !items
            .iter()
            .any(|known| known.number == item.number && known.no == item.no)
        {
            items.push(item);
        }
    }
    if items.len() > ITEMS_MAX {
        Err(WebError::bad("takedowns-too-many"))
    } else {
        Ok(items)
    }
}

/// The cases of the items in which the visitor sits for a marketplace.
async fn open(visitor: &Visitor, items: &[Item]) -> Result<BTreeMap<String, Seated>, WebError> {
    let mut numbers: Vec<CaseNumber> = items.iter().map(|item| item.number.clone()).collect();
    numbers.dedup();
    let rows = visitor
        .app
        .store
        .read(move |tx| {
            numbers
                .iter()
                .map(|number| cases::find_by_number(tx, number.as_str()))
                .collect::<Result<Vec<_>, StorageError>>()
        })
        .await?;
    let (person, now) = (visitor.person(), visitor.app.now());
    let mut open = BTreeMap::new();
    for row in rows.into_iter().flatten() {
        let file: CaseFile = serde_json::from_str(&row.state.0)
            .map_err(|_| StorageError::corrupt("cases", "state", row.id))?;
        if let Some(actor) = seats(&file, &person, now)
            .into_iter()
            .find(|actor| actor.role == Role::Marketplace)
        {
            open.insert(file.number.to_string(), (file, actor));
        }
    }
    Ok(open)
}

/// The act of a form: none for an unknown word.
fn action_of(text: &str) -> Option<Option<MeasureAction>> {
    if text == CARRY_OUT {
        Some(None)
    } else {
        MeasureAction::parse(text).map(Some)
    }
}

fn action_name(page: &Page, action: Option<MeasureAction>) -> String {
    let value = action.map_or(CARRY_OUT, MeasureAction::as_str);
    acts(page)
        .into_iter()
        .find(|act| act.value == value)
        .map(|act| act.label)
        .unwrap_or_default()
}

/// `POST /takedowns/bulk/confirm`
pub async fn confirm(visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&[
        "do",
        "action",
        "item",
        "shown",
        "ground",
        "facts",
        "territory",
        "automated",
        "done",
        "again",
    ])?;
    marketplaces(&visitor)?;
    let chosen = items(
        &posted,
        if posted.get("do") == "all" {
            "shown"
        } else {
            "item"
        },
    )?;
    let Some(action) = action_of(posted.get("action")).filter(|_| !chosen.is_empty()) else {
        return queue::page(visitor, queue::Wanted::default(), true).await;
    };
    let mut form = FormState::new();
    if posted.has("again") {
        // What was written for listings that were not done is not lost.
        for (field, value) in KEPT.map(|field| (field, posted.get(field))) {
            form.set(field, value);
        }
    }
    confirm_page(visitor, form, action, chosen, StatusCode::OK).await
}

async fn confirm_page(
    mut visitor: Visitor,
    form: FormState,
    action: Option<MeasureAction>,
    chosen: Vec<Item>,
    status: StatusCode,
) -> PageResult {
    let open = open(&visitor, &chosen).await?;
    let page = visitor.form_page().await?.at(Place::Queue);
    let lines: Vec<Line> = chosen
        .into_iter()
        .filter_map(|item| line(&page, &open, item))
        .collect();
    if lines.is_empty() {
        return Err(WebError::NotFound);
    }
    let title = page.t("takedowns-confirm-title").to_owned();
    let parent = page.t("takedowns-title").to_owned();
    render(
        &Confirm {
            form,
            key: visitor.app.token()[..32].to_owned(),
            action: action.map_or(CARRY_OUT, MeasureAction::as_str).to_owned(),
            action_name: action_name(&page, action),
            needs_reasons: action.is_some(),
            asks_done: action.is_some_and(|action| action != MeasureAction::Refuse),
            lines,
            ground_max: GROUND_MAX,
            facts_max: FACTS_MAX,
            page: page.crumb(parent, urls::takedowns()).here(title),
        },
        status,
    )
}

/// The line of an item with the state of now; none when it is not the officer's.
fn line(page: &Page, open: &BTreeMap<String, Seated>, item: Item) -> Option<Line> {
    let (file, actor) = open.get(item.number.as_str())?;
    let listing = own_listing(file, actor, item.no)?;
    let (measure, ordered) = (listing.measure.as_str(), waiting(file, listing));
    Some(Line {
        field: Item::field(item.number.as_str(), item.no, measure, &ordered),
        name: name_of(&listing.title, &listing.item, &listing.url),
        seller: listing.seller.clone(),
        now: words::said(&page.words, "measure", measure),
        waits: waiting_words(page, &ordered),
        changed: has_changed(&item, measure, &ordered),
        item,
    })
}

fn own_listing<'a>(file: &'a CaseFile, actor: &'a Actor, no: u32) -> Option<&'a notices::Listing> {
    crate::domain::access::listings(file, actor).find(|listing| listing.no == no)
}

/// Whether a listing is no longer as its page showed it. "To decide" comes and goes with the case itself.
fn has_changed(item: &Item, measure: &str, ordered: &str) -> bool {
    let order = |text: &str| {
        if text == crate::services::project::TO_DECIDE {
            String::new()
        } else {
            text.to_owned()
        }
    };
    item.measure != measure || order(&item.ordered) != order(ordered)
}

/// `POST /takedowns/bulk/done`
pub async fn perform(visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&[
        "form",
        "do",
        "action",
        "item",
        "ground",
        "facts",
        "territory",
        "automated",
        "done",
    ])?;
    marketplaces(&visitor)?;
    let chosen = items(&posted, "item")?;
    let Some(action) = action_of(posted.get("action")).filter(|_| !chosen.is_empty()) else {
        return queue::page(visitor, queue::Wanted::default(), true).await;
    };
    let mut form = FormState::of(&posted);
    let reasons = action.map(|_| StatementOfReasons {
        ground: form.required("ground", GROUND_MAX, "takedowns-ground-error"),
        facts: form.required("facts", FACTS_MAX, "takedowns-facts-error"),
        territory: form
            .optional("territory", TERRITORY_MAX)
            .unwrap_or_default(),
        automated: form.ticked("automated"),
    });
    if !form.is_ok() {
        return confirm_page(
            visitor,
            form,
            action,
            chosen,
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    }
    let done = form.ticked("done");
    let act = |listings: Vec<u32>| match (action, &reasons) {
        (Some(action), Some(reasons)) => Act::Notice(notices::Act::Measure {
            listings,
            action,
            reasons: reasons.clone(),
            carried_out: done,
        }),
        _ => Act::Notice(notices::Act::CarryOut { listings }),
    };
    let mut results: BTreeMap<(String, u32), Fate> = BTreeMap::new();
    let mut numbers: Vec<&CaseNumber> = chosen.iter().map(|item| &item.number).collect();
    numbers.sort();
    numbers.dedup();
    for number in numbers {
        let here: Vec<&Item> = chosen
            .iter()
            .filter(|item| item.number == *number)
            .collect();
        results.extend(in_case(&visitor, &posted, &here, action, &act).await?);
    }
    let open = open(&visitor, &chosen).await?;
    let page = visitor.page().at(Place::Queue);
    let outcomes: Vec<(Outcome, Option<String>)> = chosen
        .iter()
        .filter_map(|item| {
            outcome(
                &page,
                &open,
                item,
                results.get(&(item.number.to_string(), item.no))?,
            )
        })
        .collect();
    let failed = outcomes.iter().filter(|(_, again)| again.is_some()).count();
    let title = page.t("takedowns-result-title").to_owned();
    let parent = page.t("takedowns-title").to_owned();
    let retry = outcomes
        .iter()
        .filter_map(|(_, again)| again.clone())
        .collect();
    html(&ResultPage {
        action_name: action_name(&page, action),
        done: outcomes.len() - failed,
        left: failed,
        outcomes: outcomes.into_iter().map(|(outcome, _)| outcome).collect(),
        retry,
        kept: KEPT
            .map(|field| (field, posted.get(field).to_owned()))
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect(),
        action: action.map_or(CARRY_OUT, MeasureAction::as_str).to_owned(),
        page: page.crumb(parent, urls::takedowns()).here(title),
    })
}

/// What became of one item.
#[derive(Debug, Clone)]
enum Fate {
    Done,
    Already,
    Changed,
    Refused(Refusal),
    Fault,
}

/// How often a case that others change at the same time is looked at anew.
const LOOKS: usize = 4;

/// Acts in one case: on all its listings at once; where the rules refuse that, on each by itself, so that
/// one listing does not hold up the others. A listing that is no longer as its page showed it is left.
async fn in_case(
    visitor: &Visitor,
    posted: &Posted,
    items: &[&Item],
    action: Option<MeasureAction>,
    act: &impl Fn(Vec<u32>) -> Act,
) -> Result<BTreeMap<(String, u32), Fate>, WebError> {
    let mut fates = BTreeMap::new();
    for _ in 0..LOOKS {
        let chosen: Vec<Item> = items.iter().map(|item| (*item).clone()).collect();
        let open = open(visitor, &chosen).await?;
        let Some((number, (file, actor))) = open.into_iter().next() else {
            break;
        };
        let mut go: Vec<&Item> = Vec::new();
        for item in items {
            match own_listing(&file, &actor, item.no) {
                None => {}
                Some(listing)
                    if has_changed(item, listing.measure.as_str(), &waiting(&file, listing)) =>
                {
                    let fate = if is_as_wanted(item, listing, action) {
                        Fate::Already
                    } else {
                        Fate::Changed
                    };
                    fates.insert((number.clone(), item.no), fate);
                }
                Some(_) => go.push(item),
            }
        }
        if go.is_empty() {
            break;
        }
        let numbers: Vec<u32> = go.iter().map(|item| item.no).collect();
        // One form may lead to several acts here, one for each listing by itself.
        let key = posted
            .name(&format!("{numbers:?}"))
            .map(|name| format!("{number}:{name}"));
        let wanted = act(numbers);
        // The version that was compared just now: whoever acts in between is seen at the next look.
        let seen = Some(file.version);
        match perform_form(&visitor.app, file.id, seen, key, &actor, wanted).await {
            Err(ActError::Refused(Refusal::Stale { .. })) => continue,
            Err(ActError::Refused(_)) if go.len() > 1 => {
                for item in go {
                    let alone = Box::pin(in_case(visitor, posted, &[item], action, act)).await?;
                    fates.extend(alone);
                }
            }
            done => {
                let fate = fate_of(&file, done.map(|_| ()));
                fates.extend(
                    go.iter()
                        .map(|item| ((number.clone(), item.no), fate.clone())),
                );
            }
        }
        return Ok(fates);
    }
    // Changed all the time: nothing was done to what is left.
    for item in items {
        fates
            .entry((item.number.to_string(), item.no))
            .or_insert(Fate::Fault);
    }
    Ok(fates)
}

fn fate_of(file: &CaseFile, done: Result<(), ActError>) -> Fate {
    match done {
        Ok(()) => Fate::Done,
        Err(ActError::Refused(Refusal::AlreadyDone)) => Fate::Already,
        Err(ActError::Refused(refusal)) => Fate::Refused(refusal),
        Err(ActError::Storage(error)) => {
            tracing::error!(case.id = %file.id, error = %error, "a measure could not be recorded");
            Fate::Fault
        }
    }
}

/// Whether a listing that changed is now what the officer wants, done or ordered.
fn is_as_wanted(item: &Item, listing: &notices::Listing, action: Option<MeasureAction>) -> bool {
    let wanted = action.or_else(|| MeasureAction::parse(&item.ordered));
    let is_ordered = action.is_some() && listing.order.as_ref().map(|order| order.action) == action;
    is_ordered || wanted.is_some_and(|wanted| listing.measure == wanted.value())
}

/// The line of the result, and the item's field for trying again where that may help.
fn outcome(
    page: &Page,
    open: &BTreeMap<String, Seated>,
    item: &Item,
    fate: &Fate,
) -> Option<(Outcome, Option<String>)> {
    let (file, actor) = open.get(item.number.as_str())?;
    let listing = own_listing(file, actor, item.no)?;
    let (tone, key, why) = match fate {
        Fate::Done if listing.order.is_some() => ("due", "takedowns-decided", String::new()),
        Fate::Done => ("done", "takedowns-done", String::new()),
        Fate::Already => ("info", "takedowns-already", String::new()),
        Fate::Changed => (
            "due",
            "takedowns-changed",
            page.with1(
                "takedowns-changed-now",
                "measure",
                words::said(&page.words, "measure", listing.measure.as_str()),
            ),
        ),
        Fate::Refused(refusal) => (
            "late",
            "takedowns-failed",
            words::refusal(&page.words, &page.zone, refusal),
        ),
        Fate::Fault => (
            "late",
            "takedowns-failed",
            page.t("takedowns-fault").to_owned(),
        ),
    };
    let again = matches!(fate, Fate::Changed | Fate::Refused(_) | Fate::Fault).then(|| {
        Item::field(
            item.number.as_str(),
            item.no,
            listing.measure.as_str(),
            &waiting(file, listing),
        )
    });
    let outcome = Outcome {
        name: name_of(&listing.title, &listing.item, &listing.url),
        number: item.number.to_string(),
        href: urls::takedown(&item.number, item.no),
        tone,
        state: page.t(key).to_owned(),
        why,
    };
    Some((outcome, again))
}
