//! Who takes part in a case: the sides, their representatives, and the letters that went to them.

pub(super) mod address;
mod invite;
mod letters;

use super::errors::PageResult;
use super::page::{Page, html};
use super::scope::{CaseFrame, CaseScope, Part};
use super::session::Visitor;
use super::words;
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::parties::{self, Mandate, MandateScope, Party};
use crate::storage::queue::{self, LetterRow, LetterState};
use crate::urls;
use actix_web::web::{Path, ServiceConfig, get, post};
use askama::Template;
use jiff::Timestamp;
use jiff::civil::Date;

/// Most letters of a case that the page lists.
const LETTERS_MAX: i64 = 500;

/// The routes of parties.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/cases/{number}/parties", get().to(show))
        .route("/cases/{number}/letters/{id}", get().to(letters::show))
        .route("/cases/{number}/letters/{id}", post().to(letters::act))
        .route("/cases/{number}/parties/invite", get().to(invite::ask))
        .route("/cases/{number}/parties/invite", post().to(invite::invite))
        .route(
            "/cases/{number}/parties/{party}/address",
            get().to(address::ask),
        )
        .route(
            "/cases/{number}/parties/{party}/address",
            post().to(address::save),
        )
        .route(
            "/cases/{number}/parties/mandates/{mandate}/authority",
            get().to(invite::authority),
        )
        .route(
            "/cases/{number}/parties/mandates/{mandate}/end",
            get().to(invite::ask_end),
        )
        .route(
            "/cases/{number}/parties/mandates/{mandate}/end",
            post().to(invite::end),
        );
}

struct PartyView {
    mark: &'static str,
    name: String,
    role: String,
    own: bool,
    country: String,
    /// who gets letters; empty where the reader may not know
    letters_to: String,
    joined: bool,
    /// whether nobody knows where to write to
    unreached: bool,
    /// where the reader gives or corrects the address; empty if they may not
    address: String,
    mandates: Vec<MandateView>,
}

struct MandateView {
    name: String,
    email: String,
    scope: String,
    until: Option<Date>,
    state: &'static str,
    live: bool,
    authority: String,
    end: String,
}

struct LetterView {
    /// Where the registry reads it; empty for others
    href: String,
    what: String,
    to: String,
    at: Timestamp,
    tone: &'static str,
    state: String,
    reply: String,
}

#[derive(Template)]
#[template(path = "parties/list.html")]
struct List {
    page: Page,
    frame: CaseFrame,
    parties: Vec<PartyView>,
    letters: Vec<LetterView>,
    staff: bool,
    invite: String,
}

fn is_staff(scope: &CaseScope) -> bool {
    matches!(scope.actor.role, Role::CaseManager | Role::Administrator)
}

/// Whether the seat may bring in a representative now.
fn may_invite(scope: &CaseScope) -> bool {
    let act = parties::Act::Invite {
        name: "-".into(),
        email: "nobody@invalid".into(),
        scope: MandateScope::Read,
        until: None,
        authority: None,
    };
    scope.would_accept(&Act::Party(act))
}

/// `GET /cases/{number}/parties`
async fn show(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = CaseScope::open_to_candidates(visitor, &path).await?;
    let (case, staff, own) = (scope.file.id, is_staff(&scope), scope.actor.party);
    let rows = if staff || own.is_some() {
        let party = own.filter(|_| !staff);
        scope
            .visitor
            .app
            .store
            .get(move |tx| queue::list_newest_for_case(tx, case, party, LETTERS_MAX))
            .await?
    } else {
        Vec::new()
    };
    let page = scope.page();
    // One seller does not learn who the other sellers are.
    let seen = scope.file.parties.iter().filter(|party| {
        !(scope.actor.role == Role::Respondent
            && party.role == Role::Respondent
            && own != Some(party.no))
    });
    let parties = seen.map(|party| view(&scope, &page, party)).collect();
    let letters = rows
        .iter()
        .map(|row| LetterView {
            href: if staff {
                urls::letter(&scope.file.number, row.id)
            } else {
                String::new()
            },
            ..letter(&page, row)
        })
        .collect();
    html(&List {
        frame: scope.frame(Part::Parties),
        parties,
        letters,
        staff,
        invite: if may_invite(&scope) {
            urls::invite(&scope.file.number)
        } else {
            String::new()
        },
        page: page.here(scope.visitor.words().t("case-part-parties")),
    })
}

fn view(scope: &CaseScope, page: &Page, party: &Party) -> PartyView {
    let own = scope.actor.party == Some(party.no);
    let private = own || is_staff(scope);
    let mandates: Vec<&Mandate> = scope
        .file
        .mandates
        .iter()
        .filter(|mandate| mandate.party == party.no)
        .filter(|mandate| private || mandate.is_live(scope.now))
        .collect();
    let mut addresses: Vec<&str> = vec![party.email.as_str()];
    addresses.extend(
        mandates
            .iter()
            .filter(|mandate| mandate.is_live(scope.now) && mandate.account.is_some())
            .map(|mandate| mandate.email.as_str()),
    );
    addresses.retain(|address| !address.is_empty());
    PartyView {
        mark: match party.role {
            Role::Claimant => "c",
            Role::Respondent => "r",
            _ => "m",
        },
        name: party.name.clone(),
        role: words::role_in(&page.words, party.role, scope.pack.kind()),
        own,
        country: if party.country.is_empty() {
            String::new()
        } else {
            words::country(&page.words, &party.country)
        },
        letters_to: if private {
            addresses.join(", ")
        } else {
            String::new()
        },
        joined: party.account.is_some(),
        unreached: party.account.is_none()
            && party.email.is_empty()
            && party.organisation.is_none(),
        address: if address::may_set(scope, party) {
            urls::party_address(&scope.file.number, party.no)
        } else {
            String::new()
        },
        mandates: mandates
            .into_iter()
            .map(|mandate| mandate_view(scope, page, mandate, private))
            .collect(),
    }
}

fn mandate_view(scope: &CaseScope, page: &Page, mandate: &Mandate, private: bool) -> MandateView {
    let base = format!(
        "{}/mandates/{}",
        urls::parties(&scope.file.number),
        mandate.no
    );
    let live = mandate.is_live(scope.now);
    let can_end = scope.would_accept(&Act::Party(parties::Act::EndMandate {
        mandate: mandate.no,
    }));
    MandateView {
        name: mandate.name.clone(),
        email: if private {
            mandate.email.clone()
        } else {
            String::new()
        },
        scope: words::said(
            &page.words,
            "scope",
            match mandate.scope {
                MandateScope::Act => "act",
                MandateScope::Read => "read",
            },
        ),
        until: mandate.until,
        state: match (live, mandate.account) {
            (false, _) => "mandates-ended",
            (true, Some(_)) => "mandates-joined",
            (true, None) => "mandates-invited",
        },
        live,
        authority: if mandate.authority.is_some() {
            format!("{base}/authority")
        } else {
            String::new()
        },
        end: if live && can_end {
            format!("{base}/end")
        } else {
            String::new()
        },
    }
}

/// The tone and the word of a letter's state.
const fn state_of(state: LetterState) -> (&'static str, &'static str) {
    match state {
        LetterState::Queued => ("", "mandates-letter-queued"),
        LetterState::Sent => ("done", "mandates-letter-sent"),
        LetterState::Refused => ("late", "mandates-letter-refused"),
        LetterState::Bounced => ("late", "mandates-letter-bounced"),
        LetterState::Failed => ("late", "mandates-letter-failed"),
    }
}

/// Whether a letter did not arrive.
const fn is_trouble(state: LetterState) -> bool {
    matches!(
        state,
        LetterState::Refused | LetterState::Bounced | LetterState::Failed
    )
}

/// The subject, or what the letter is about while it waits.
fn subject(page: &Page, row: &LetterRow) -> String {
    row.subject.clone().unwrap_or_else(|| match row.entry_no {
        Some(no) => page.with1("mandates-letter-of", "number", no),
        None => page.t("mandates-letter-other").to_owned(),
    })
}

fn letter(page: &Page, row: &LetterRow) -> LetterView {
    let (tone, key) = state_of(row.state);
    LetterView {
        href: String::new(),
        what: subject(page, row),
        to: format!("{} <{}>", row.recipient_name, row.recipient_email),
        at: row.sent_at.unwrap_or(row.created_at),
        tone,
        state: page.t(key).to_owned(),
        reply: row
            .reply
            .clone()
            .filter(|_| is_trouble(row.state))
            .unwrap_or_default(),
    }
}
