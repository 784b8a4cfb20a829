//! Find a case: by words, number, party, listing, state, turn.

use crate::domain::ids::{CaseId, CaseNumber};
use crate::domain::procedures::{ActName, Outcome};
use crate::i18n::Words;
use crate::startup::App;
use crate::storage::accounts::StaffRole;
use crate::storage::cases::lists::{self, CaseFilter, CaseOrder, Viewer};
use crate::storage::cases::{CaseHead, CaseKind};
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::page::{Page, Place, html, see_other};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::web;
use askama::Template;
use jiff::Timestamp;
use serde::Deserialize;

/// Rows on one page.
const ON_A_PAGE: usize = 50;

/// What people look for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
    state: String,
    turn: String,
    kind: String,
    sort: String,
    after: String,
}

#[derive(Template)]
#[template(path = "cases/list.html")]
struct ListPage {
    page: Page,
    wanted: Wanted,
    rows: Vec<Row>,
    chosen: Vec<(String, String)>,
    next: String,
    turns: Vec<(&'static str, String)>,
    /// States that open cases can be in: what is asked, and the word
    states: Vec<(String, String)>,
    /// Ways in which cases ended
    outcomes: Vec<(String, String)>,
}

/// Before the state of an open case in a query.
const IN_STATE: &str = "in-";
/// Before the outcome of a closed case in a query.
const WITH_OUTCOME: &str = "as-";

/// States of open cases with their words, each word once; where several states have one word, all of them.
fn states(app: &App, words: &Words) -> Vec<(Vec<String>, String)> {
    let mut found: Vec<(Vec<String>, String)> = Vec::new();
    for pack in app.packs().newest() {
        // A form that was not sent is no case yet.
        let is_form = |id: &str| {
            pack.transitions_from(id)
                .any(|step| step.act == ActName::File)
        };
        let open = pack.states.iter().filter(|s| !s.is_terminal());
        for state in open.filter(|s| !is_form(&s.id)) {
            let word = words::state(words, &state.id);
            match found.iter_mut().find(|(_, known)| *known == word) {
                Some((ids, _)) if ids.contains(&state.id) => {}
                Some((ids, _)) => ids.push(state.id.clone()),
                None => found.push((vec![state.id.clone()], word)),
            }
        }
    }
    found
}

/// The outcome of a case that ended differently for its sellers.
const MIXED: &str = "mixed";

/// Outcomes with their words.
fn outcomes(words: &Words) -> Vec<(String, String)> {
    let known = Outcome::ALL.iter().map(|outcome| outcome.as_str());
    known
        .chain([MIXED])
        .map(|id| (id.to_owned(), words::outcome(words, id)))
        .collect()
}

struct Row {
    number: String,
    href: String,
    title: String,
    summary: String,
    state: String,
    turn: String,
    due: Option<Timestamp>,
    updated: Timestamp,
    closed: bool,
}

impl Wanted {
    fn query(&self, changes: &[(&str, &str)]) -> String {
        let own = [
            ("q", &self.q),
            ("state", &self.state),
            ("turn", &self.turn),
            ("kind", &self.kind),
            ("sort", &self.sort),
        ];
        let mut pairs: Vec<(&str, &str)> = own
            .iter()
            .filter(|(name, _)| !changes.iter().any(|(n, _)| n == name))
            .map(|(n, v)| (*n, v.as_str()))
            .collect();
        pairs.extend(changes.iter().copied());
        urls::with_query(urls::cases(), &pairs)
    }

    fn order(&self) -> CaseOrder {
        match self.sort.as_str() {
            "due" => CaseOrder::Due,
            "filed" => CaseOrder::Filed,
            _ => CaseOrder::Updated,
        }
    }

    fn filter(&self, viewer: Option<Viewer>, states: &[(Vec<String>, String)]) -> CaseFilter {
        // All states that have the word of the chosen one.
        let stages = self.state.strip_prefix(IN_STATE).map(|chosen| {
            let same = states
                .iter()
                .find(|(ids, _)| ids.iter().any(|id| id == chosen));
            same.map_or_else(|| vec![chosen.to_owned()], |(ids, _)| ids.clone())
        });
        let is_url = self.q.starts_with("http://") || self.q.starts_with("https://");
        CaseFilter {
            viewer,
            kind: match self.kind.as_str() {
                "notice" => Some(CaseKind::Notice),
                "complaint" => Some(CaseKind::Complaint),
                "matter" => Some(CaseKind::Matter),
                _ => None,
            },
            turn: (!self.turn.is_empty()).then(|| self.turn.clone()),
            is_closed: match self.state.as_str() {
                "closed" => Some(true),
                "open" => Some(false),
                _ => None,
            },
            stages: stages.unwrap_or_default(),
            outcome: self.state.strip_prefix(WITH_OUTCOME).map(str::to_owned),
            listing_url: is_url.then(|| self.q.trim().to_owned()),
            words: (!is_url && !self.q.trim().is_empty()).then(|| self.q.clone()),
            ..CaseFilter::default()
        }
    }

    /// Where the page before ended: `<microseconds or ->.<case id>`.
    fn after(&self) -> Option<(Option<Timestamp>, CaseId)> {
        let (at, id) = self.after.split_once('.')?;
        let at = if at == "-" {
            None
        } else {
            Some(Timestamp::from_microsecond(at.parse().ok()?).ok()?)
        };
        Some((at, id.parse().ok()?))
    }
}

/// `GET /cases`
pub async fn list(visitor: Visitor, wanted: web::Query<Wanted>) -> PageResult {
    if let Some(_seat) = visitor.seat().filter(|_| visitor.account.is_none()) {
        return Ok(see_other(urls::dashboard()));
    }
    let account = visitor.require_account()?;
    let staff = matches!(
        account.staff_role,
        Some(StaffRole::CaseManager | StaffRole::Administrator)
    );
    let viewer = if staff {
        None
    } else {
        Some(visitor.whose_cases()?)
    };
    let mut wanted = wanted.into_inner();
    wanted.q = wanted
        .q
        .chars()
        .filter(|c| !c.is_control())
        .take(200)
        .collect();
    let states = states(&visitor.app, &visitor.words());
    let filter = wanted.filter(viewer, &states);
    let (order, after) = (wanted.order(), wanted.after());
    let limit = i64::try_from(ON_A_PAGE + 1).unwrap_or(51);
    let mut heads = visitor
        .app
        .store
        .read(move |tx| lists::list(tx, &filter, order, after, limit))
        .await?;
    // A number typed in full leads straight to its case.
    if let (Ok(number), [only]) = (wanted.q.parse::<CaseNumber>(), heads.as_slice())
        && only.number == number.as_str()
    {
        return Ok(see_other(urls::case(&number)));
    }
    let more = heads.len() > ON_A_PAGE;
    heads.truncate(ON_A_PAGE);
    if !staff {
        super::names::own(&visitor, &mut heads).await?;
    }
    let next = match heads.last().filter(|_| more) {
        Some(last) => {
            let (at, id) = order.key(last);
            let at = at.map_or_else(|| "-".to_owned(), |t| t.as_microsecond().to_string());
            wanted.query(&[("after", &format!("{at}.{id}"))])
        }
        None => String::new(),
    };
    let page = visitor.page().at(Place::Cases);
    let rows = heads.iter().map(|h| row(&page, h)).collect();
    let mut chosen = Vec::new();
    if !wanted.q.is_empty() {
        chosen.push((wanted.q.clone(), wanted.query(&[("q", "")])));
    }
    if !wanted.state.is_empty() {
        let word = match wanted.state.as_str() {
            "open" => page.t("case-list-open").to_owned(),
            "closed" => page.t("case-list-closed").to_owned(),
            other => match (
                other.strip_prefix(IN_STATE),
                other.strip_prefix(WITH_OUTCOME),
            ) {
                (Some(state), _) => words::state(&page.words, state),
                (None, Some(outcome)) => words::outcome(&page.words, outcome),
                (None, None) => other.to_owned(),
            },
        };
        chosen.push((word, wanted.query(&[("state", "")])));
    }
    if !wanted.turn.is_empty() {
        chosen.push((
            words::said(&page.words, "turn", &wanted.turn),
            wanted.query(&[("turn", "")]),
        ));
    }
    if !wanted.kind.is_empty() {
        let key = if wanted.kind == "notice" {
            "case-kind-notice"
        } else {
            "case-kind-complaint"
        };
        chosen.push((page.t(key).to_owned(), wanted.query(&[("kind", "")])));
    }
    let turns = [
        "claimant",
        "respondent",
        "marketplace",
        "case_manager",
        "arbitrator",
    ]
    .into_iter()
    .map(|t| (t, words::said(&page.words, "turn", t)))
    .collect();
    html(&ListPage {
        states: states
            .into_iter()
            .filter_map(|(ids, word)| Some((format!("{IN_STATE}{}", ids.first()?), word)))
            .collect(),
        outcomes: outcomes(&page.words)
            .into_iter()
            .map(|(id, word)| (format!("{WITH_OUTCOME}{id}"), word))
            .collect(),
        page,
        wanted,
        rows,
        chosen,
        next,
        turns,
    })
}

fn row(page: &Page, head: &CaseHead) -> Row {
    Row {
        number: head.number.clone(),
        href: format!("/cases/{}", head.number),
        title: super::names::called(&page.words, head),
        summary: head.summary.chars().take(100).collect(),
        state: match &head.outcome {
            Some(outcome) => words::outcome(&page.words, outcome),
            None => words::state(&page.words, &head.stage),
        },
        turn: if head.closed_at.is_some() {
            String::new()
        } else {
            words::turn(
                &page.words,
                head.turn.as_deref().and_then(crate::domain::Role::parse),
                None,
            )
        },
        due: head.next_due_at,
        updated: head.updated_at,
        closed: head.closed_at.is_some(),
    }
}
