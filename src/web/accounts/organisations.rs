//! Marketplaces, law firms and companies, and who belongs to them, for administrators.

use super::NAME_MAX;
use crate::domain::ids::{AccountId, OrganisationId};
use crate::services::accounts::{self, Organisation};
use crate::storage::accounts::{OrganisationKind, OrganisationRow};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::{Flash, Page, Place, html, see_other, unprocessable};
use crate::web::session::Visitor;
use actix_web::web::Path;
use askama::Template;

/// The longest short name.
const KEY_MAX: usize = 40;

#[derive(Template)]
#[template(path = "accounts/organisations.html")]
struct OrganisationsPage {
    page: Page,
    form: FormState,
    kinds: Vec<Choice>,
    rows: Vec<OrganisationRow>,
}

#[derive(Template)]
#[template(path = "accounts/organisation.html")]
struct OrganisationPage {
    page: Page,
    form: FormState,
    organisation: Organisation,
}

fn kind_key(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Marketplace => "accounts-kind-marketplace",
        OrganisationKind::LawFirm => "accounts-kind-law-firm",
        OrganisationKind::Company => "accounts-kind-company",
    }
}

fn kind_of(word: &str) -> Option<OrganisationKind> {
    OrganisationKind::ALL
        .iter()
        .copied()
        .find(|kind| kind.as_str() == word)
}

impl OrganisationsPage {
    fn kind(&self, row: &OrganisationRow) -> &str {
        self.page.t(kind_key(row.kind))
    }
}

impl OrganisationPage {
    fn kind(&self) -> &str {
        self.page.t(kind_key(self.organisation.row.kind))
    }
}

/// `GET /admin/organisations`
pub async fn list(mut visitor: Visitor) -> PageResult {
    visitor.require_administrator()?;
    html(&list_page(&mut visitor, FormState::new()).await?)
}

/// `POST /admin/organisations`: enters one.
pub async fn create(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["kind", "name", "country", "key"])?;
    visitor.require_administrator()?;
    let mut form = FormState::of(&posted);
    let kinds: Vec<&str> = OrganisationKind::ALL
        .iter()
        .map(|kind| kind.as_str())
        .collect();
    let kind = form
        .choose_from("kind", &kinds, "accounts-kind-choose")
        .and_then(kind_of);
    let name = form.required("name", NAME_MAX, "accounts-organisation-name-enter");
    let country = form.value("country").to_ascii_uppercase();
    if country.len() != 2 || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
        form.error("country", "accounts-country-enter");
    }
    let key = form.value("key").to_ascii_lowercase();
    if !is_key(&key) {
        form.error("key", "accounts-key-enter");
    }
    if let Some(kind) = kind.filter(|_| form.is_ok()) {
        if let Some(id) =
            accounts::create_organisation(&visitor.app, kind, name, country, key).await?
        {
            visitor
                .leave(Flash::done("accounts-organisation-created"))
                .await?;
            return Ok(see_other(urls::admin_organisation(id)));
        }
        form.error("key", "accounts-key-taken");
    }
    unprocessable(&list_page(&mut visitor, form).await?)
}

/// `GET /admin/organisations/{id}`
pub async fn show(mut visitor: Visitor, id: Path<String>) -> PageResult {
    visitor.require_administrator()?;
    let id = id.parse().map_err(|_| WebError::NotFound)?;
    html(&organisation_page(&mut visitor, id, FormState::new()).await?)
}

/// `POST /admin/organisations/{id}`: adds a member by address, or takes one out.
pub async fn submit(mut visitor: Visitor, id: Path<String>, posted: Posted) -> PageResult {
    posted.only(&["email", "remove", "do"])?;
    visitor.require_administrator()?;
    let id: OrganisationId = id.parse().map_err(|_| WebError::NotFound)?;
    if posted.has("remove") {
        let account: AccountId = posted
            .get("remove")
            .parse()
            .map_err(|_| WebError::NotFound)?;
        accounts::remove_member(&visitor.app, id, account).await?;
        visitor
            .leave(Flash::done("accounts-member-removed"))
            .await?;
        return Ok(see_other(urls::admin_organisation(id)));
    }
    let mut form = FormState::of(&posted);
    if let Some(email) = form.email("email") {
        let kind = accounts::organisation(&visitor.app, id).await?.row.kind;
        if accounts::add_member(&visitor.app, id, &email, member_role(kind))
            .await?
            .is_some()
        {
            visitor.leave(Flash::done("accounts-member-added")).await?;
            return Ok(see_other(urls::admin_organisation(id)));
        }
        form.error("email", "accounts-member-unknown");
    }
    unprocessable(&organisation_page(&mut visitor, id, form).await?)
}

/// What a member does there.
fn member_role(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Marketplace => "officer",
        OrganisationKind::LawFirm => "lawyer",
        OrganisationKind::Company => "member",
    }
}

/// Short names stand in addresses and archives.
fn is_key(key: &str) -> bool {
    let sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (2..=KEY_MAX).contains(&key.len())
        && key.bytes().all(sign)
        && !key.starts_with('-')
        && !key.ends_with('-')
}

async fn list_page(visitor: &mut Visitor, form: FormState) -> Result<OrganisationsPage, WebError> {
    let rows = accounts::list_organisations(&visitor.app).await?;
    let words = visitor.words();
    let page = visitor
        .form_page()
        .await?
        .at(Place::People)
        .crumb(words.t("accounts-people-title"), urls::admin_people());
    let page = page.here(words.t("accounts-organisations-title"));
    let kinds = OrganisationKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.as_str(), page.t(kind_key(*kind))))
        .collect();
    Ok(OrganisationsPage {
        page,
        form,
        kinds,
        rows,
    })
}

async fn organisation_page(
    visitor: &mut Visitor,
    id: OrganisationId,
    form: FormState,
) -> Result<OrganisationPage, WebError> {
    let organisation = accounts::organisation(&visitor.app, id).await?;
    let words = visitor.words();
    let page = visitor
        .form_page()
        .await?
        .at(Place::People)
        .crumb(words.t("accounts-people-title"), urls::admin_people());
    let page = page
        .crumb(
            words.t("accounts-organisations-title"),
            urls::admin_organisations(),
        )
        .here(organisation.row.name.clone());
    Ok(OrganisationPage {
        page,
        form,
        organisation,
    })
}

#[cfg(test)]
mod tests {
    use super::is_key;

    #[test]
    fn a_short_name_fits_into_an_address() {
        assert!(is_key("harbor-market-2"));
        for wrong in ["", "a", "-a", "a-", "A b", "市场", &"a".repeat(41)] {
            assert!(!is_key(wrong), "{wrong}");
        }
    }
}
