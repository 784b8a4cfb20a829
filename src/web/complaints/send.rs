//! A complaint begun, looked at once more, sent; and the door of the letter that confirms the address of
//! somebody without an account. Before that door is used, the complaint has no effect.

use super::steps::Asked;
use super::wizard::{Frame, Wizard, href, owner_of};
use crate::services::complaints::{self, ComplaintDraft, Sent, Step, confirm_link, pack};
use crate::services::doors::{self, LinkState};
use crate::services::drafts;
use crate::services::drafts::notices::{NotConfirmed, Reader};
use crate::startup::Limit;
use crate::storage::StorageError;
use crate::storage::drafts::DraftKind;
use crate::storage::sessions::links::LinkPurpose;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::Posted;
use crate::web::page::parts::SumRow;
use crate::web::page::{Flash, Page, Place, html, render, see_other};
use crate::web::session::Visitor;
use crate::web::words;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use askama::Template;

#[derive(Template)]
#[template(path = "complaints/start.html")]
struct Start {
    page: Page,
}

#[derive(Template)]
#[template(path = "complaints/check.html")]
struct Check {
    page: Page,
    frame: Frame,
    rows: Vec<SumRow>,
    declarations: Vec<String>,
    declarations_href: String,
    /// address to be confirmed first; empty for confirmed accounts
    to_confirm: String,
    send: String,
}

#[derive(Template)]
#[template(path = "complaints/waiting.html")]
struct WaitingPage {
    page: Page,
    email: String,
    since: jiff::Timestamp,
    action: String,
    change: String,
    version: u32,
}

#[derive(Template)]
#[template(path = "complaints/confirm.html")]
struct Confirm {
    page: Page,
    /// `open`, `spent`, `expired` or `changed`
    state: &'static str,
    rows: Vec<SumRow>,
    action: String,
}

/// `GET /complaints/new`
pub async fn start(mut visitor: Visitor) -> PageResult {
    let page = visitor.form_page().await?.at(Place::Start);
    let (way, title) = (
        page.t("common-nav-start").to_owned(),
        page.t("complaints-start-title").to_owned(),
    );
    let page = page.crumb(way, urls::start()).here(title);
    html(&Start { page })
}

/// `POST /complaints/new`
pub async fn begin(visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["do"])?;
    let owner = owner_of(&visitor).ok_or(WebError::NotFound)?;
    if visitor.account.is_none() {
        visitor.take(Limit::SignUp, &visitor.address())?;
    }
    let name = visitor
        .viewer()
        .map(|viewer| viewer.name)
        .unwrap_or_default();
    let id = drafts::begin(
        &visitor.app,
        &owner,
        DraftKind::Complaint,
        None,
        &ComplaintDraft::default(),
        &name,
    )
    .await?;
    Ok(see_other(href(id, Step::Bought.as_str())))
}

/// The last page before sending.
pub async fn check(mut wizard: Wizard, status: StatusCode) -> PageResult {
    let open = wizard
        .draft
        .data
        .first_open(&*pack(&wizard.visitor.app, &wizard.draft.data)?);
    if open != Step::Check {
        wizard
            .visitor
            .leave(Flash {
                tone: "due".to_owned(),
                ..Flash::info("complaints-flash-unfinished")
            })
            .await?;
        return Ok(see_other(wizard.href(open)));
    }
    let (page, frame) = wizard.dress().await?;
    let draft = &wizard.draft.data;
    let is_confirmed = wizard
        .visitor
        .account
        .as_ref()
        .is_some_and(|account| account.confirmed_at.is_some());
    let view = Check {
        rows: rows(&page, draft, |step| wizard.change(step)),
        declarations: draft
            .declarations
            .iter()
            .map(|declaration| declaration.text.clone())
            .collect(),
        declarations_href: wizard.change(Step::Declarations),
        to_confirm: if is_confirmed {
            String::new()
        } else {
            draft.your_email.clone()
        },
        send: href(wizard.draft.id, "send"),
        frame,
        page,
    };
    render(&view, status)
}

fn rows(page: &Page, draft: &ComplaintDraft, change: impl Fn(Step) -> String) -> Vec<SumRow> {
    let row =
        |key: &str, value: String, step: Step| SumRow::new(page.t(key), value).change(change(step));
    let lines = |parts: &[&str]| {
        parts
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join("\n")
    };
    let or_none = |text: String| {
        if text.is_empty() {
            page.t("common-none").to_owned()
        } else {
            text
        }
    };
    let country = |code: &str| {
        if code.is_empty() {
            String::new()
        } else {
            words::country(&page.words, code)
        }
    };
    let day = draft
        .ordered_on
        .map(|day| page.day(day))
        .unwrap_or_default();
    let amount = draft
        .amount
        .as_ref()
        .map(|amount| page.money(amount.minor, &amount.currency))
        .unwrap_or_default();
    let files = draft
        .papers
        .iter()
        .map(|paper| paper.file.name.as_str())
        .collect::<Vec<_>>()
        .join("\n");
    vec![
        row(
            "complaints-check-bought",
            lines(&[
                &draft.goods,
                &draft.order_reference,
                &draft.marketplace_name,
                &day,
            ]),
            Step::Bought,
        ),
        row(
            "complaints-check-seller",
            lines(&[
                &draft.seller_name,
                &draft.seller_email,
                &country(&draft.seller_country),
            ]),
            Step::Seller,
        ),
        row(
            "complaints-check-wrong",
            lines(&[
                &words::said(&page.words, "problem", &draft.problem),
                &draft.statement,
            ]),
            Step::Wrong,
        ),
        row(
            "complaints-check-tried",
            or_none(draft.tried.clone()),
            Step::Tried,
        ),
        row(
            "complaints-check-remedy",
            lines(&[&words::said(&page.words, "remedy", &draft.remedy), &amount]),
            Step::Remedy,
        ),
        row("complaints-check-evidence", or_none(files), Step::Evidence),
        row(
            "complaints-check-you",
            lines(&[
                &draft.your_name,
                &draft.your_email,
                &country(&draft.your_country),
            ]),
            Step::You,
        ),
    ]
}

/// `POST /complaints/new/send`
pub async fn send(mut visitor: Visitor, asked: Query<Asked>, posted: Posted) -> PageResult {
    posted.only(&["version", "do"])?;
    let id = asked.id()?;
    let owner = owner_of(&visitor).ok_or(WebError::NotFound)?;
    let version = posted
        .get("version")
        .parse()
        .map_err(|_| WebError::bad("errors-bad-form"))?;
    if visitor.account.is_none() {
        visitor.take(Limit::Letter, &visitor.address())?;
    }
    let reader = reader_of(&visitor);
    match complaints::send(&visitor.app, &owner, id, version, &reader).await {
        Ok(Ok(Sent::Filed(filed))) => Ok(see_other(urls::receipt(&filed.receipt.number))),
        Ok(Ok(Sent::Waiting)) => Ok(see_other(href(id, "waiting"))),
        Ok(Ok(Sent::Unfinished(step))) => {
            visitor
                .leave(Flash {
                    tone: "due".to_owned(),
                    ..Flash::info("complaints-flash-unfinished")
                })
                .await?;
            Ok(see_other(href(id, step.as_str())))
        }
        // The last page shows what another window changed before it is sent.
        Err(StorageError::Stale) => {
            let mut wizard = Wizard::open(visitor, id, Step::Check).await?;
            wizard.is_newer = true;
            check(wizard, StatusCode::CONFLICT).await
        }
        Ok(Err(refusal)) => Err(WebError::Act {
            refusal: Box::new(refusal),
            kept: Vec::new(),
            back: href(id, Step::Check.as_str()),
        }),
        Err(error) => Err(error.into()),
    }
}

fn reader_of(visitor: &Visitor) -> Reader {
    Reader {
        account: visitor.account.as_ref().map(|account| account.id),
        locale: visitor.locale.tag().to_owned(),
        zone: visitor.zone.iana_name().unwrap_or("UTC").to_owned(),
    }
}

/// `GET /complaints/new/waiting`
pub async fn waiting(visitor: Visitor, asked: Query<Asked>) -> PageResult {
    let mut wizard = Wizard::open(visitor, asked.id()?, Step::Check).await?;
    let Some(waits) = wizard.draft.data.waiting.clone() else {
        return Ok(see_other(wizard.href(Step::Check)));
    };
    let page = wizard.visitor.form_page().await?.at(Place::Start);
    let (way, title) = (
        page.t("complaints-drafts").to_owned(),
        page.t("complaints-waiting-title").to_owned(),
    );
    let page = page.crumb(way, urls::drafts()).here(title);
    html(&WaitingPage {
        page,
        email: waits.email,
        since: waits.since,
        // Sent again, the letter is written again.
        action: href(wizard.draft.id, "send"),
        change: wizard.change(Step::You),
        version: wizard.draft.version,
    })
}

/// `GET /confirm-complaint/{token}`: shows what waits; nothing is spent, since mail scanners open links too.
pub async fn door(mut visitor: Visitor, path: Path<String>) -> PageResult {
    let token = path.into_inner();
    visitor.take(Limit::Link, &visitor.address())?;
    let found = doors::open(&visitor.app, &token)
        .await?
        .filter(|door| door.link.purpose == LinkPurpose::ConfirmNotice);
    let door = found.ok_or(WebError::NotFound)?;
    let row = match door.draft() {
        Some(id) => {
            visitor
                .app
                .store
                .read(move |tx| crate::storage::drafts::find(tx, id))
                .await?
        }
        None => None,
    };
    let draft = row
        .filter(|row| row.kind == DraftKind::Complaint)
        .map(drafts::read::<ComplaintDraft>)
        .transpose()?;
    let as_sent = draft.filter(|draft| {
        draft
            .data
            .waiting
            .as_ref()
            .is_some_and(|waits| waits.email == door.link.email)
    });
    let state = match (door.state, &as_sent) {
        (LinkState::Spent, _) => "spent",
        (LinkState::Expired, _) => "expired",
        (LinkState::Open, None) => "changed",
        (LinkState::Open, Some(_)) => "open",
    };
    let page = visitor.form_page().await?.at(Place::Start);
    let rows = as_sent
        .filter(|_| state == "open")
        .map(|draft| rows(&page, &draft.data, |_| String::new()))
        .unwrap_or_default();
    html(&Confirm {
        page,
        state,
        rows,
        action: confirm_link(&token),
    })
}

/// `POST /confirm-complaint/{token}`: the address is confirmed, the complaint filed, the sender signed in.
pub async fn confirm(mut visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["do"])?;
    let token = path.into_inner();
    visitor.take(Limit::Link, &visitor.address())?;
    match complaints::confirm(&visitor.app, &token, &reader_of(&visitor)).await? {
        Ok(confirmation) => {
            visitor.sign_in(confirmation.account, false).await?;
            Ok(see_other(urls::receipt(&confirmation.filed.receipt.number)))
        }
        Err(NotConfirmed::Refused(refusal)) => Err(WebError::Act {
            refusal: Box::new(refusal),
            kept: Vec::new(),
            back: urls::drafts().to_owned(),
        }),
        Err(why) => {
            let state = if why == NotConfirmed::Changed {
                "changed"
            } else {
                "spent"
            };
            let page = visitor.form_page().await?.at(Place::Start);
            render(
                &Confirm {
                    page,
                    state,
                    rows: Vec::new(),
                    action: String::new(),
                },
                StatusCode::GONE,
            )
        }
    }
}
