//! Keys for programs. Whoever has an account makes their own: a key can do no more than its owner,
//! and nobody makes one for somebody else.

use super::prove;
use crate::services::accounts::{self, Key, SCOPES};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::{Flash, Page, html, see_other, unprocessable};
use crate::web::session::Visitor;
use askama::Template;

/// The longest name of a key.
const NAME_MAX: usize = 80;

#[derive(Template)]
#[template(path = "accounts/keys.html")]
struct KeysPage {
    page: Page,
    form: FormState,
    scopes: Vec<Choice>,
    organisations: Vec<Choice>,
    rows: Vec<Key>,
}

#[derive(Template)]
#[template(path = "accounts/key_made.html")]
struct KeyMadePage {
    page: Page,
    name: String,
    secret: String,
}

impl KeysPage {
    /// What a key may do, in words.
    fn may(&self, key: &Key) -> String {
        let words: Vec<&str> = SCOPES
            .into_iter()
            .filter(|scope| key.scopes.iter().any(|s| s == scope))
            .map(|scope| self.page.t(scope_key(scope)))
            .collect();
        words.join(self.page.t("accounts-list-comma"))
    }

    fn id(&self, key: &Key) -> String {
        hex::encode(&key.hash)
    }
}

fn scope_key(scope: &str) -> &'static str {
    match scope {
        "notices" => "accounts-scope-notices",
        "measures" => "accounts-scope-measures",
        "evidence" => "accounts-scope-evidence",
        _ => "accounts-scope-cases",
    }
}

/// `GET /admin/keys`
pub async fn list(mut visitor: Visitor) -> PageResult {
    visitor.require_account()?;
    html(&page(&mut visitor, FormState::new()).await?)
}

/// `POST /admin/keys`: makes a key and shows it this once.
pub async fn create(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["name", "scopes", "organisation", "password"])?;
    let account = visitor.account_id()?;
    let mut form = FormState::of(&posted);
    let name = form.required("name", NAME_MAX, "accounts-key-name-enter");
    let scopes = form.choose_some("scopes", &SCOPES, "accounts-scope-choose");
    let organisation = match form.value("organisation") {
        "" => None,
        id => Some(id.parse().map_err(|_| WebError::NotFound)?),
    };
    if !form.is_ok() || !prove(&mut visitor, &mut form, posted.exact("password")).await? {
        return unprocessable(&page(&mut visitor, form).await?);
    }
    let secret =
        accounts::create_key(&visitor.app, account, organisation, name.clone(), &scopes).await?;
    let page = shell(&mut visitor).await?;
    // Not a redirect: the secret is kept nowhere and cannot be shown by another page.
    html(&KeyMadePage { page, name, secret })
}

/// `POST /admin/keys/revoke`
pub async fn revoke(mut visitor: Visitor, posted: Posted) -> PageResult {
    posted.only(&["key"])?;
    let account = visitor.account_id()?;
    let hash = hex::decode(posted.get("key")).map_err(|_| WebError::NotFound)?;
    accounts::revoke_key(&visitor.app, account, hash).await?;
    visitor.leave(Flash::done("accounts-key-revoked")).await?;
    Ok(see_other(urls::admin_keys()))
}

async fn page(visitor: &mut Visitor, form: FormState) -> Result<KeysPage, WebError> {
    let account = visitor.account_id()?;
    let rows = accounts::list_keys(&visitor.app, account).await?;
    let person = accounts::person(&visitor.app, account).await?;
    let organisations = person
        .memberships
        .into_iter()
        .map(|(_, row)| Choice::new(row.id.to_string(), row.name))
        .collect();
    let page = shell(visitor).await?;
    let scopes = SCOPES
        .iter()
        .map(|scope| Choice::new(*scope, page.t(scope_key(scope))))
        .collect();
    Ok(KeysPage {
        page,
        form,
        scopes,
        organisations,
        rows,
    })
}

async fn shell(visitor: &mut Visitor) -> Result<Page, WebError> {
    let words = visitor.words();
    let page = visitor
        .form_page()
        .await?
        .crumb(words.t("accounts-title"), urls::account());
    Ok(page.here(words.t("accounts-keys-title")))
}
