//! What both sides and the registry do with a complaint in one form each: add what is missing, agree to a
//! binding final stage, ask for a neutral person, state that no agreement can be reached.

use super::parts::{Text, after, given, impossible, must_declare, open, record, texts};
use super::steps::TEXT_MAX;
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::complaints;
use crate::services::complaints::attestations;
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{FormState, Posted};
use crate::web::page::parts::SumRow;
use crate::web::page::{Page, render};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The text that an act asks for.
pub struct Area {
    /// Name of the field
    pub name: &'static str,
    /// Its label
    pub label: String,
    /// More about it
    pub hint: String,
}

/// A page with one act: what it is, what it causes, and its form.
#[derive(Template)]
#[template(path = "complaints/act.html")]
pub struct ActPage {
    /// Shell
    pub page: Page,
    /// Head of the case
    pub frame: CaseFrame,
    /// What was typed
    pub form: FormState,
    /// Version and key
    pub hidden: Hidden,
    /// Heading
    pub title: String,
    /// A line below it
    pub lead: String,
    /// Facts
    pub rows: Vec<SumRow>,
    /// What it causes
    pub points: Vec<String>,
    /// The text it asks for
    pub area: Option<Area>,
    /// Declarations
    pub texts: Vec<Text>,
    /// Most characters of the text
    pub max: usize,
    /// Whether the act ends the case
    pub ends: bool,
    /// Words of the button
    pub button: String,
    /// Words of the way out
    pub not: String,
    /// Where the way out leads
    pub back: String,
}

/// The acts of this module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Complete,
    Consent,
    Escalate,
    Failure,
    Withdraw,
}

impl What {
    const fn name(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Consent => "consent",
            Self::Escalate => "escalate",
            Self::Failure => "failure",
            Self::Withdraw => "withdraw",
        }
    }

    /// The name of the text field and whether it must be filled.
    const fn field(self) -> Option<(&'static str, bool)> {
        match self {
            Self::Complete => Some(("text", true)),
            Self::Consent => None,
            Self::Escalate | Self::Withdraw => Some(("reason", false)),
            Self::Failure => Some(("reason", true)),
        }
    }

    const fn missing(self) -> &'static str {
        if matches!(self, Self::Complete) {
            "complaints-complete-error"
        } else {
            "complaints-failure-error"
        }
    }

    const fn roles(self) -> &'static [Role] {
        match self {
            Self::Complete | Self::Consent | Self::Withdraw => &[Role::Claimant],
            Self::Escalate => &[Role::Claimant, Role::Respondent],
            Self::Failure => &[Role::CaseManager],
        }
    }

    fn act(self, words: String, scope: &CaseScope) -> Act {
        Act::Complaint(match self {
            Self::Complete => complaints::Act::Complete { text: words },
            Self::Consent => complaints::Act::ConsentFinal {
                declarations: given(&scope.visitor, &attestations(&scope.pack, "consent")),
            },
            Self::Escalate => complaints::Act::Escalate { reason: words },
            Self::Failure => complaints::Act::DeclareFailure { reason: words },
            Self::Withdraw => complaints::Act::Withdraw { reason: words },
        })
    }

    fn rows(self, page: &Page, scope: &CaseScope) -> Vec<SumRow> {
        let complaint = scope.file.complaint.as_ref();
        match self {
            Self::Complete => complaint
                .and_then(|c| c.missing.as_ref())
                .map(|missing| SumRow::new(page.t("complaints-complete-asked"), missing))
                .into_iter()
                .collect(),
            Self::Failure => {
                let offers = scope.file.offers.len();
                let consented = scope
                    .file
                    .tracks
                    .iter()
                    .any(|t| t.consents.contains(&Role::Claimant));
                let key = if consented {
                    "complaints-failure-binding"
                } else {
                    "complaints-failure-advice"
                };
                vec![
                    SumRow::new(page.t("complaints-failure-offers"), page.number(offers)),
                    SumRow::new(page.t("complaints-failure-next"), page.t(key)),
                ]
            }
            Self::Consent | Self::Escalate | Self::Withdraw => Vec::new(),
        }
    }

    fn points(self, page: &Page, scope: &CaseScope) -> Vec<String> {
        let seller = scope.file.respondent(complaints::rules::TRACK);
        let is_told = seller.is_some_and(|party| scope.file.is_served(party.no));
        let keys: &[&str] = match self {
            Self::Complete => &[],
            Self::Consent => &[
                "complaints-consent-binds",
                "complaints-consent-without",
                "complaints-consent-later",
                "complaints-consent-no",
            ],
            Self::Escalate => &[
                "complaints-escalate-ends",
                "complaints-escalate-neutral",
                "complaints-escalate-offers",
            ],
            Self::Failure => &["complaints-failure-ends"],
            Self::Withdraw if is_told => &[
                "complaints-withdraw-told",
                "complaints-withdraw-rights",
                "complaints-withdraw-final",
            ],
            Self::Withdraw => &[
                "complaints-withdraw-quiet",
                "complaints-withdraw-rights",
                "complaints-withdraw-final",
            ],
        };
        keys.iter().map(|key| page.t(key).to_owned()).collect()
    }
}

/// `GET /cases/{number}/complete`
pub async fn complete(visitor: Visitor, path: Path<String>) -> PageResult {
    show(visitor, &path, What::Complete).await
}

/// `POST /cases/{number}/complete`
pub async fn take_complete(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    take(visitor, &path, posted, What::Complete).await
}

/// `GET /cases/{number}/final-consent`
pub async fn consent(visitor: Visitor, path: Path<String>) -> PageResult {
    show(visitor, &path, What::Consent).await
}

/// `POST /cases/{number}/final-consent`
pub async fn take_consent(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    take(visitor, &path, posted, What::Consent).await
}

/// `GET /cases/{number}/escalate`
pub async fn escalate(visitor: Visitor, path: Path<String>) -> PageResult {
    show(visitor, &path, What::Escalate).await
}

/// `POST /cases/{number}/escalate`
pub async fn take_escalate(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    take(visitor, &path, posted, What::Escalate).await
}

/// `GET /cases/{number}/failure`
pub async fn failure(visitor: Visitor, path: Path<String>) -> PageResult {
    show(visitor, &path, What::Failure).await
}

/// `POST /cases/{number}/failure`
pub async fn take_failure(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    take(visitor, &path, posted, What::Failure).await
}

/// `GET /cases/{number}/withdraw` of a complaint.
///
/// # Errors
/// `NotFound` for everybody but the consumer; the rules' answer when it is too late.
pub async fn withdraw(visitor: Visitor, number: &str) -> PageResult {
    show(visitor, number, What::Withdraw).await
}

/// `POST /cases/{number}/withdraw` of a complaint.
///
/// # Errors
/// As [`withdraw`].
pub async fn take_withdraw(visitor: Visitor, number: &str, posted: Posted) -> PageResult {
    take(visitor, number, posted, What::Withdraw).await
}

async fn show(visitor: Visitor, number: &str, what: What) -> PageResult {
    let scope = open(visitor, number, what.roles()).await?;
    page(scope, what, FormState::new(), StatusCode::OK).await
}

async fn page(mut scope: CaseScope, what: What, form: FormState, status: StatusCode) -> PageResult {
    let probe = what.act("?".to_owned(), &scope);
    if !scope.would_accept(&probe) {
        return Err(impossible(&scope, &probe));
    }
    let page = scope.form_page().await?;
    let name = what.name();
    let say = |part: &str| page.t(&format!("complaints-{name}-{part}")).to_owned();
    let title = say("title");
    let asked = if what == What::Consent {
        attestations(&scope.pack, "consent")
    } else {
        Vec::new()
    };
    let view = ActPage {
        lead: say("lead"),
        rows: what.rows(&page, &scope),
        points: what.points(&page, &scope),
        area: what.field().map(|(field, _)| Area {
            name: field,
            label: say("label"),
            hint: say("hint"),
        }),
        texts: texts(&page, &scope.pack, &asked),
        max: TEXT_MAX,
        ends: what == What::Withdraw,
        button: say("go"),
        not: say("not"),
        back: urls::case(&scope.file.number),
        hidden: scope.hidden(),
        frame: scope.frame(Part::Overview),
        form,
        title: title.clone(),
        page: page.here(title),
    };
    render(&view, status)
}

async fn take(
    visitor: Visitor,
    number: &str,
    posted: Posted,
    what: What,
) -> Result<actix_web::HttpResponse, WebError> {
    posted.only(&["seen", "form", "do", "text", "reason", "declare-*"])?;
    let scope = open(visitor, number, what.roles()).await?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after(&receipt));
    }
    let mut form = FormState::of(&posted);
    let words = match what.field() {
        Some((field, true)) => form.required(field, TEXT_MAX, what.missing()),
        Some((field, false)) => form.optional(field, TEXT_MAX).unwrap_or_default(),
        None => String::new(),
    };
    if what == What::Consent {
        must_declare(&mut form, &attestations(&scope.pack, "consent"));
    }
    if !form.is_ok() {
        return page(scope, what, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let act = what.act(words, &scope);
    record(&scope, &posted, act).await
}
