//! Accounts and their rights, for administrators.

use super::prove;
use crate::domain::ids::AccountId;
use crate::services::accounts::{self, PeopleFilter, Person};
use crate::storage::accounts::{AccountRow, StaffRole};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::{Flash, Page, Place, html, see_other, unprocessable};
use crate::web::session::Visitor;
use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

/// What the list is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    after: String,
}

#[derive(Template)]
#[template(path = "accounts/people.html")]
struct PeoplePage {
    page: Page,
    form: FormState,
    roles: Vec<Choice>,
    rows: Vec<AccountRow>,
    next: String,
}

#[derive(Template)]
#[template(path = "accounts/person.html")]
struct PersonPage {
    page: Page,
    form: FormState,
    person: Person,
    roles: Vec<Choice>,
    is_self: bool,
}

/// State of an account in a word, with its tone.
pub(super) struct State {
    pub(super) key: &'static str,
    pub(super) tone: &'static str,
}

fn state(account: &AccountRow) -> State {
    match (account.disabled_at, account.confirmed_at) {
        (Some(_), _) => State {
            key: "accounts-state-disabled",
            tone: "late",
        },
        (None, None) => State {
            key: "accounts-state-unconfirmed",
            tone: "due",
        },
        (None, Some(_)) => State {
            key: "accounts-state-open",
            tone: "done",
        },
    }
}

fn role_key(role: Option<StaffRole>) -> &'static str {
    match role {
        Some(StaffRole::Administrator) => "common-role-administrator",
        Some(StaffRole::CaseManager) => "common-role-case-manager",
        None => "accounts-role-none",
    }
}

fn role_of(word: &str) -> Option<StaffRole> {
    StaffRole::ALL
        .iter()
        .copied()
        .find(|role| role.as_str() == word)
}

impl PeoplePage {
    fn state(&self, row: &AccountRow) -> State {
        state(row)
    }

    fn role(&self, row: &AccountRow) -> &str {
        self.page.t(role_key(row.staff_role))
    }
}

impl PersonPage {
    fn state(&self) -> State {
        state(&self.person.account)
    }

    fn is_disabled(&self) -> bool {
        self.person.account.disabled_at.is_some()
    }
}

/// `GET /admin/people`
pub async fn list(visitor: Visitor, asked: Query<Asked>) -> PageResult {
    visitor.require_administrator()?;
    let Asked { q, role, after } = asked.into_inner();
    let filter = PeopleFilter {
        role: role_of(&role),
        begins: q.clone(),
        after: Some(after).filter(|after| !after.is_empty()),
    };
    let found = accounts::people(&visitor.app, filter).await?;
    let query = |after: &str| {
        urls::with_query(
            urls::admin_people(),
            &[("q", &q), ("role", &role), ("after", after)],
        )
    };
    let next = found.next.as_deref().map(query).unwrap_or_default();
    let mut form = FormState::new();
    form.set("q", q.clone()).set("role", role.clone());
    let page = visitor
        .page()
        .at(Place::People)
        .here(visitor.words().t("accounts-people-title"));
    let roles = role_choices(&page)
        .into_iter()
        .filter(|choice| choice.value != "none")
        .collect();
    html(&PeoplePage {
        page,
        form,
        roles,
        rows: found.rows,
        next,
    })
}

/// `GET /admin/people/{id}`
pub async fn show(mut visitor: Visitor, id: Path<String>) -> PageResult {
    visitor.require_administrator()?;
    let id = id.parse().map_err(|_| WebError::NotFound)?;
    html(&person_page(&mut visitor, id, None).await?)
}

/// `POST /admin/people/{id}`: sets the role, shuts or opens the account; with the password entered again.
pub async fn submit(mut visitor: Visitor, id: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["role", "password", "do"])?;
    let by = visitor.require_administrator()?.id;
    let id: AccountId = id.parse().map_err(|_| WebError::NotFound)?;
    if by == id {
        return Err(WebError::refused("accounts-own-rights"));
    }
    let mut form = FormState::of(&posted);
    let act = posted.get("do");
    let role = if act == "role" {
        form.choose_from(
            "role",
            &["none", "case_manager", "administrator"],
            "accounts-role-choose",
        )
    } else {
        None
    };
    if !form.is_ok() || !prove(&mut visitor, &mut form, posted.exact("password")).await? {
        return unprocessable(&person_page(&mut visitor, id, Some(form)).await?);
    }
    match (act, role) {
        ("role", Some(role)) => {
            accounts::set_staff_role(&visitor.app, by, id, role_of(role)).await?
        }
        ("disable", _) => accounts::set_disabled(&visitor.app, by, id, true).await?,
        ("enable", _) => accounts::set_disabled(&visitor.app, by, id, false).await?,
        _ => return Err(WebError::bad("errors-bad-form")),
    }
    visitor.leave(Flash::done("accounts-person-saved")).await?;
    Ok(see_other(urls::admin_person(id)))
}

async fn person_page(
    visitor: &mut Visitor,
    id: AccountId,
    form: Option<FormState>,
) -> Result<PersonPage, WebError> {
    let person = accounts::person(&visitor.app, id).await?;
    let form = form.unwrap_or_else(|| {
        let mut form = FormState::new();
        form.set(
            "role",
            person.account.staff_role.map_or("none", StaffRole::as_str),
        );
        form
    });
    let is_self = visitor
        .account
        .as_ref()
        .is_some_and(|account| account.id == id);
    let words = visitor.words();
    let page = visitor
        .form_page()
        .await?
        .at(Place::People)
        .crumb(words.t("accounts-people-title"), urls::admin_people());
    let page = page.here(person.account.name.clone());
    let roles = role_choices(&page);
    Ok(PersonPage {
        page,
        form,
        person,
        roles,
        is_self,
    })
}

fn role_choices(page: &Page) -> Vec<Choice> {
    let staff = StaffRole::ALL
        .iter()
        .map(|role| Choice::new(role.as_str(), page.t(role_key(Some(*role)))));
    std::iter::once(Choice::new("none", page.t("accounts-role-none")))
        .chain(staff)
        .collect()
}
