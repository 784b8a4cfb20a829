//! "Your work": what must I do, by when, over all cases.

use super::names::called;
use crate::domain::Role;
use crate::services::project::task_word;
use crate::storage::accounts::StaffRole;
use crate::storage::cases::clocks::ClockRow;
use crate::storage::cases::lists::{self, CaseFilter, CaseOrder, Viewer};
use crate::storage::cases::projections::TaskRow;
use crate::storage::cases::{CaseHead, work};
use crate::storage::{ReadTx, StorageResult};
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::page::parts::{Task, Todo};
use crate::web::page::{Page, Place, html, see_other};
use crate::web::session::Visitor;
use crate::web::words;
use askama::Template;
use jiff::Timestamp;

/// Things to do that are shown at most.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "cases/work.html")]
struct WorkPage {
    page: Page,
    todo: Vec<Todo>,
    cases: Vec<Task>,
    waiting: Vec<Waiting>,
    next: Option<Timestamp>,
    is_staff: bool,
}

/// A date that somebody else has to keep.
struct Waiting {
    who: String,
    what: String,
    number: String,
    href: String,
    due: Timestamp,
}

/// `GET /dashboard`
pub async fn dashboard(visitor: Visitor) -> PageResult {
    if let Some(seat) = visitor.seat().filter(|_| visitor.account.is_none()) {
        // Somebody who came by a letter has one case.
        let row = visitor
            .app
            .store
            .get(move |tx| crate::storage::cases::find(tx, seat.case))
            .await?;
        if let Some(row) = row {
            return Ok(see_other(format!("/cases/{}", row.number)));
        }
    }
    let account = visitor.require_account()?.clone();
    if visitor.hats.administrator && account.staff_role == Some(StaffRole::Administrator) {
        return Ok(see_other(urls::admin()));
    }
    let viewer = visitor.whose_cases()?;
    let manager = account.staff_role == Some(StaffRole::CaseManager);
    let (mut mine, mut tasks, mut heads) = visitor
        .app
        .store
        .read(move |tx| load(tx, &viewer, manager))
        .await?;
    if !manager {
        super::names::own(
            &visitor,
            heads
                .iter_mut()
                .chain(mine.iter_mut().map(|(_, h)| h))
                .chain(tasks.iter_mut().map(|(_, h)| h)),
        )
        .await?;
    }
    html(&view(&visitor, &mine, &tasks, &heads, manager))
}

/// What waits for the reader with and without a date, and their open cases.
type Found = (
    Vec<(ClockRow, CaseHead)>,
    Vec<(TaskRow, CaseHead)>,
    Vec<CaseHead>,
);

fn load(tx: &mut ReadTx<'_>, viewer: &Viewer, manager: bool) -> StorageResult<Found> {
    let role = Role::CaseManager.as_str();
    let (mine, tasks) = if manager {
        (
            work::list_of_role(tx, role, SHOWN)?,
            work::list_tasks_of_role(tx, role, SHOWN)?,
        )
    } else {
        (
            work::list(tx, viewer, SHOWN)?,
            work::list_tasks(tx, viewer, SHOWN)?,
        )
    };
    let filter = CaseFilter {
        viewer: (!manager).then(|| viewer.clone()),
        is_closed: Some(false),
        ..CaseFilter::default()
    };
    let heads = lists::list(tx, &filter, CaseOrder::Due, None, 25)?;
    Ok((mine, tasks, heads))
}

fn view(
    visitor: &Visitor,
    mine: &[(ClockRow, CaseHead)],
    tasks: &[(TaskRow, CaseHead)],
    heads: &[CaseHead],
    manager: bool,
) -> WorkPage {
    let page = visitor.page().at(Place::Work);
    let mut todo = folded(&page, mine);
    todo.extend(undated(&page, tasks));
    todo.sort_by_key(|line| line.due);
    let next = heads.iter().filter_map(|h| h.next_due_at).min();
    let own_numbers: Vec<&str> = (mine.iter().map(|(_, h)| h))
        .chain(tasks.iter().map(|(_, h)| h))
        .map(|h| h.number.as_str())
        .collect();
    let waiting = heads
        .iter()
        .filter(|h| !own_numbers.contains(&h.number.as_str()))
        .filter_map(|h| {
            Some(Waiting {
                who: words::turn(&page.words, h.turn.as_deref().and_then(Role::parse), None),
                what: called(&page.words, h),
                number: h.number.clone(),
                href: format!("/cases/{}", h.number),
                due: h.next_due_at?,
            })
        })
        .take(6)
        .collect();
    let cases = heads
        .iter()
        .map(|head| case_line(&page, head, own_numbers.contains(&head.number.as_str())))
        .collect();
    WorkPage {
        page: page.with_to_do(todo.len()),
        todo,
        cases,
        waiting,
        next,
        is_staff: manager,
    }
}

/// What waits, a line each; the same thing for several sellers of one notice until the same time is one
/// line.
fn folded(page: &Page, mine: &[(ClockRow, CaseHead)]) -> Vec<Todo> {
    let is_same = |a: &ClockRow, b: &ClockRow| {
        a.case_id == b.case_id && a.rule == b.rule && a.due_at == b.due_at
    };
    let mut lines = Vec::new();
    for (index, (clock, head)) in mine.iter().enumerate() {
        if mine[..index].iter().any(|(seen, _)| is_same(seen, clock)) {
            continue;
        }
        let count = mine
            .iter()
            .filter(|(other, _)| is_same(other, clock))
            .count();
        let mut line = todo(page, clock, head);
        if count > 1 {
            let sellers = page.with1("case-work-sellers", "count", count);
            line.about = format!("{}, {sellers}", line.about);
        }
        lines.push(line);
    }
    lines
}

/// What waits though no date runs, a line each; the same of several sellers of one notice is one line.
fn undated(page: &Page, tasks: &[(TaskRow, CaseHead)]) -> Vec<Todo> {
    let is_same =
        |a: &TaskRow, b: &TaskRow| a.case_id == b.case_id && a.task == b.task && a.rule == b.rule;
    let mut lines = Vec::new();
    for (index, (task, head)) in tasks.iter().enumerate() {
        if tasks[..index].iter().any(|(seen, _)| is_same(seen, task)) {
            continue;
        }
        let base = format!("/cases/{}", head.number);
        let (title, href, consequence, since) = match task.task.as_str() {
            task_word::SEAT => (
                page.t("case-work-seat").to_owned(),
                format!("{base}/tribunal"),
                page.t("case-work-seat-why"),
                "case-work-since",
            ),
            task_word::CHALLENGE => (
                page.t("case-work-challenge").to_owned(),
                format!("{base}/tribunal"),
                page.t("case-work-challenge-why"),
                "case-work-since",
            ),
            _ => (
                words::clock_label(&page.words, &task.rule, true),
                place(&base, &task.rule),
                page.t("case-work-late-why"),
                "case-work-late",
            ),
        };
        lines.push(Todo {
            title,
            href,
            about: format!("{}, {}", head.number, called(&page.words, head)),
            consequence: consequence.to_owned(),
            act: page.t("case-work-open").to_owned(),
            due: task.since_at,
            since,
        });
    }
    lines
}

/// Where what a clock asks for is done.
fn place(base: &str, rule: &str) -> String {
    match rule {
        "offer" | "obligation" | "confirm" => format!("{base}/settlement"),
        "quiet" | "reply" | "respond" | "take_part" => format!("{base}/response"),
        "appoint" => format!("{base}/tribunal"),
        "decision" | "final" => format!("{base}/desk"),
        "screen" | "refuse" => format!("{base}/screening"),
        _ => base.to_owned(),
    }
}

fn todo(page: &Page, clock: &ClockRow, head: &CaseHead) -> Todo {
    let href = place(&format!("/cases/{}", head.number), &clock.rule);
    Todo {
        title: words::clock_label(&page.words, &clock.rule, true),
        href,
        about: format!("{}, {}", head.number, called(&page.words, head)),
        consequence: words::clock_silence(&page.words, &clock.rule),
        act: page.t("case-work-open").to_owned(),
        due: clock.due_at,
        since: "",
    }
}

/// As much of a summary as a line holds, with a mark where it goes on.
fn shortened(summary: &str) -> String {
    const MOST: usize = 90;
    let mut line: String = summary.chars().take(MOST).collect();
    if summary.chars().nth(MOST).is_some() {
        line.push('…');
    }
    line
}

/// A case as a line of a list.
pub fn case_line(page: &Page, head: &CaseHead, yours: bool) -> Task {
    let turn = head.turn.as_deref().and_then(Role::parse);
    Task {
        name: called(&page.words, head),
        href: format!("/cases/{}", head.number),
        hint: format!("{}. {}", head.number, shortened(&head.summary)),
        state: if yours {
            page.t("turn-yours").to_owned()
        } else if head.closed_at.is_some() {
            head.outcome
                .as_deref()
                .map_or_else(String::new, |o| words::outcome(&page.words, o))
        } else {
            words::turn(&page.words, turn, None)
        },
        tone: if yours { "due" } else { "" },
    }
}
