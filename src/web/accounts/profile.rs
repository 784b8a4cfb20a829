//! The own account: name, language, and the way to everything else about it.

use super::NAME_MAX;
use crate::i18n::Locale;
use crate::services::{accounts, sessions};
use crate::storage::accounts::{OrganisationRow, Profile};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::{Flash, Page, html, see_other, unprocessable};
use crate::web::session::Visitor;
use askama::Template;

#[derive(Template)]
#[template(path = "accounts/account.html")]
struct AccountPage {
    page: Page,
    form: FormState,
    email: String,
    languages: Vec<Choice>,
    organisations: Vec<OrganisationRow>,
}

impl AccountPage {
    /// The chosen look in words.
    fn theme(&self) -> &str {
        match self.page.theme.as_str() {
            "light" => self.page.t("accounts-theme-light"),
            "dark" => self.page.t("accounts-theme-dark"),
            _ => self.page.t("accounts-theme-device"),
        }
    }
}

/// `GET /account`
pub async fn show(mut visitor: Visitor) -> PageResult {
    let account = visitor.require_account()?;
    let mut form = FormState::new();
    form.set("name", account.name.clone())
        .set("locale", account.locale.clone());
    html(&page(&mut visitor, form).await?)
}

/// `POST /account`
pub async fn submit(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["name", "locale"])?;
    let account = visitor.require_account()?.clone();
    let mut form = FormState::of(&posted);
    let name = form.required("name", NAME_MAX, "accounts-name-enter");
    if name.contains('\n') {
        form.error("name", "accounts-name-enter");
    }
    let tags = Locale::ALL.map(Locale::tag);
    let locale = form.choose_from("locale", &tags, "accounts-language-choose");
    let Some(locale) = locale.filter(|_| form.is_ok()) else {
        return unprocessable(&page(&mut visitor, form).await?);
    };
    let profile = Profile {
        name,
        locale: locale.to_owned(),
        time_zone: account.time_zone,
        theme: account.theme,
    };
    accounts::set_profile(&visitor.app, account.id, profile).await?;
    if let Some(session) = &visitor.session {
        // A language chosen with the switch would win over the account's.
        let (hash, zone) = (session.token_hash.clone(), session.zone.clone());
        sessions::set_preferences(&visitor.app.store, hash, Some(locale.to_owned()), zone).await?;
    }
    visitor.leave(Flash::done("accounts-saved")).await?;
    Ok(see_other(urls::account()))
}

async fn page(visitor: &mut Visitor, form: FormState) -> Result<AccountPage, WebError> {
    let account = visitor.require_account()?;
    let (id, email) = (account.id, account.email.clone());
    let person = accounts::person(&visitor.app, id).await?;
    let here = visitor.words().t("accounts-title").to_owned();
    Ok(AccountPage {
        page: visitor.form_page().await?.here(here),
        form,
        email,
        languages: Locale::ALL
            .into_iter()
            .map(|locale| Choice::new(locale.tag(), locale.own_name()))
            .collect(),
        organisations: person
            .memberships
            .into_iter()
            .map(|(_, organisation)| organisation)
            .collect(),
    })
}
