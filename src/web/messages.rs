//! Messages of a case: each with its readers named, and a form that names the readers before one writes.

use super::errors::PageResult;
use super::forms::{Choice, FormState, Posted};
use super::page::{Flash, Page, html, render, see_other};
use super::scope::{CaseFrame, CaseScope, Hidden, Part};
use super::session::Visitor;
use super::words;
use crate::domain::Role;
use crate::domain::acts::{Act, Refusal};
use crate::domain::messages::rules::MAX_MESSAGE;
use crate::domain::messages::{self, Audience, Message};
use crate::services::acts::ActError;
use crate::urls;
use actix_web::http::StatusCode;
use actix_web::web::{Path, ServiceConfig, get, post};
use askama::Template;
use jiff::Timestamp;

/// The routes of messages.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/cases/{number}/messages", get().to(list))
        .route("/cases/{number}/messages/new", get().to(ask))
        .route("/cases/{number}/messages/new", post().to(send));
}

struct Line {
    no: u32,
    who: String,
    mark: &'static str,
    at: Timestamp,
    readers: String,
    text: String,
    own: bool,
}

#[derive(Template)]
#[template(path = "messages/list.html")]
struct List {
    page: Page,
    frame: CaseFrame,
    lines: Vec<Line>,
    write: String,
}

#[derive(Template)]
#[template(path = "messages/new.html")]
struct New {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    audiences: Vec<Choice>,
    max: usize,
    action: String,
    back: String,
}

fn trial(audience: Audience, to_party: Option<u32>) -> Act {
    Act::Message(messages::Act::Send {
        audience,
        to_party,
        text: "-".into(),
    })
}

/// What the seat may choose, as a form sends it: an audience, or `party-2` for a single party.
fn options(scope: &CaseScope) -> Vec<(String, Audience, Option<u32>)> {
    let all = Audience::ALL
        .iter()
        .map(|audience| (audience.as_str().to_owned(), *audience, None));
    // Only the registry answers one party alone.
    let single = scope
        .file
        .parties
        .iter()
        .filter(|_| scope.actor.role == Role::CaseManager)
        .map(|party| {
            (
                format!("party-{}", party.no),
                Audience::Registry,
                Some(party.no),
            )
        });
    all.chain(single)
        .filter(|(_, audience, to)| scope.would_accept(&trial(*audience, *to)))
        .collect()
}

/// A party's name as this reader may know it: one seller does not learn who the other sellers are.
fn name_for(scope: &CaseScope, page: &Page, no: u32) -> String {
    let Some(party) = scope.file.party(no) else {
        return words::role(&page.words, Role::System);
    };
    let stranger = scope.actor.role == Role::Respondent
        && party.role == Role::Respondent
        && scope.actor.party != Some(no);
    if stranger {
        page.t("messages-other-seller").to_owned()
    } else {
        party.name.clone()
    }
}

/// Everybody who reads a message, by name.
fn readers(scope: &CaseScope, page: &Page, message: &Message) -> String {
    let mut names: Vec<String> = scope
        .file
        .parties
        .iter()
        .filter(|party| scope.file.may_read(message, party.role, Some(party.no)))
        .map(|party| name_for(scope, page, party.no))
        .collect();
    let mut seen = Vec::new();
    names.retain(|name| {
        !seen.contains(name) && {
            seen.push(name.clone());
            true
        }
    });
    if scope.file.may_read(message, Role::Arbitrator, None) {
        let sitting = scope
            .file
            .seats
            .iter()
            .filter(|seat| seat.is_sitting())
            .map(|seat| page.with1("messages-arbitrator", "name", &seat.name));
        names.extend(sitting);
        if !scope.file.seats.iter().any(|seat| seat.is_sitting()) {
            names.push(page.t("messages-tribunal").to_owned());
        }
    }
    names.push(page.t("messages-registry").to_owned());
    names.join(page.t("messages-comma"))
}

/// `GET /cases/{number}/messages`
async fn list(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &path).await?;
    let page = scope.page();
    let readable = scope.file.messages.iter().rev().filter(|message| {
        scope
            .file
            .may_read(message, scope.actor.role, scope.actor.party)
    });
    let lines = readable
        .map(|message| line(&scope, &page, message))
        .collect();
    let write = if options(&scope).is_empty() {
        String::new()
    } else {
        urls::message_new(&scope.file.number)
    };
    html(&List {
        frame: scope.frame(Part::Messages),
        lines,
        write,
        page: page.here(scope.visitor.words().t("case-part-messages")),
    })
}

fn line(scope: &CaseScope, page: &Page, message: &Message) -> Line {
    let role = words::role_in(&page.words, message.role, scope.pack.kind());
    let who = match message.party {
        Some(no) => {
            let name = name_for(scope, page, no);
            let is_stranger = scope.file.party(no).is_some_and(|party| party.name != name);
            if message.name == name || is_stranger {
                name
            } else {
                format!("{name} ({})", message.name)
            }
        }
        None => format!("{}, {role}", message.name),
    };
    Line {
        no: message.no,
        who,
        mark: match message.role {
            Role::Claimant => "c",
            Role::Respondent => "r",
            Role::Arbitrator | Role::CaseManager | Role::Administrator => "t",
            Role::Marketplace | Role::System => "m",
        },
        at: message.sent_at,
        readers: readers(scope, page, message),
        text: message.text.clone(),
        own: message.party.is_some() && message.party == scope.actor.party,
    }
}

/// `GET /cases/{number}/messages/new`
async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &path).await?;
    page(scope, FormState::new(), StatusCode::OK).await
}

async fn page(mut scope: CaseScope, form: FormState, status: StatusCode) -> PageResult {
    let options = options(&scope);
    let back = urls::messages(&scope.file.number);
    if options.is_empty() {
        return Ok(see_other(back));
    }
    let page = scope.form_page().await?;
    let audiences = options
        .into_iter()
        .map(|(value, audience, to_party)| choice(&scope, &page, value, audience, to_party))
        .collect();
    let (parent, title) = (
        page.t("case-part-messages").to_owned(),
        page.t("messages-new-title").to_owned(),
    );
    render(
        &New {
            frame: scope.frame(Part::Messages),
            hidden: scope.hidden(),
            audiences,
            max: MAX_MESSAGE,
            action: urls::message_new(&scope.file.number),
            form,
            page: page.crumb(parent, back.clone()).here(title),
            back,
        },
        status,
    )
}

fn choice(
    scope: &CaseScope,
    page: &Page,
    value: String,
    audience: Audience,
    to_party: Option<u32>,
) -> Choice {
    let label = match to_party {
        Some(no) => page.with1("messages-one-party", "name", name_for(scope, page, no)),
        None => words::said(&page.words, "audience", audience.as_str()),
    };
    let draft = Message {
        no: 0,
        party: scope.actor.party,
        role: scope.actor.role,
        name: String::new(),
        audience,
        to_party,
        text: String::new(),
        sent_at: scope.now,
    };
    Choice::new(value, label).hint(page.with1(
        "messages-readers",
        "names",
        readers(scope, page, &draft),
    ))
}

/// `POST /cases/{number}/messages/new`
async fn send(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["seen", "form", "do", "audience", "text"])?;
    let mut scope = CaseScope::open(visitor, &path).await?;
    let options = options(&scope);
    if options.is_empty() {
        // Whoever may not write any more does not lose the words.
        let act = "message.send".to_owned();
        return Err(scope.refused(&posted, ActError::Refused(Refusal::NotYours { act })));
    }
    let mut form = FormState::of(&posted);
    let chosen = options
        .into_iter()
        .find(|(value, _, _)| value == posted.get("audience"));
    if chosen.is_none() {
        form.error("audience", "messages-audience-error");
    }
    let text = form.required("text", MAX_MESSAGE, "messages-text-error");
    let (Some((_, audience, to_party)), true) = (chosen, form.is_ok()) else {
        return page(scope, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    match scope
        .perform(
            &posted,
            Act::Message(messages::Act::Send {
                audience,
                to_party,
                text,
            }),
        )
        .await
    {
        Ok(_) => {
            scope.flash(Flash::done("messages-flash-sent")).await?;
            Ok(see_other(urls::messages(&scope.file.number)))
        }
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
