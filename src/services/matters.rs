//! Files matters: finds the account behind the other side's address, and opens the case.

use super::acts::ActError;
use super::filing::{self, Filed};
use crate::domain::Role;
use crate::domain::matters::Filing;
use crate::domain::notices::NewSeller;
use crate::domain::parties::{Actor, Via, language_of, zone_of};
use crate::startup::App;
use crate::storage::accounts;
use std::sync::Arc;

/// The other side as the filing names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opponent {
    /// Name
    pub name: String,
    /// E-mail address
    pub email: String,
    /// ISO 3166 code
    pub country: String,
}

impl Opponent {
    /// As a party without an account, in the language and zone of its country.
    #[must_use]
    pub fn seller(&self, language: &str) -> NewSeller {
        NewSeller {
            name: self.name.clone(),
            email: self.email.clone(),
            country: self.country.clone(),
            language: match self.country.as_str() {
                "" => language,
                country => language_of(country, country),
            }
            .to_owned(),
            zone: zone_of(&self.country).unwrap_or("UTC").to_owned(),
            account: None,
        }
    }
}

/// Files a matter. A form that was sent before gives the first receipt again.
///
/// # Errors
/// A refusal or a fault, with nothing changed.
pub async fn file(app: &Arc<App>, filing: Filing, form: Option<String>) -> Result<Filed, ActError> {
    let held = Arc::clone(app);
    let filed = app
        .store
        .write_or_refuse(move |tx| {
            let mut filing = filing.clone();
            let email = filing.respondent.email.to_lowercase();
            if !email.is_empty()
                && let Some(account) = accounts::find_by_email(tx, &email)?
                    .filter(|a| a.confirmed_at.is_some() && a.disabled_at.is_none())
            {
                filing.respondent.account = Some(account.id);
                filing.respondent.language = account.locale;
                filing.respondent.zone = account.time_zone;
            }
            let actor = Actor {
                role: Role::Claimant,
                party: Some(1),
                account: filing.claimant.account,
                name: filing.claimant.name.clone(),
                mandate: None,
                via: Via::Page,
            };
            let filing = filing::Filing::Matter(Box::new(filing));
            filing::file_in(tx, &held, &filing, &actor, form.as_deref())
        })
        .await?;
    Ok(filed?)
}
