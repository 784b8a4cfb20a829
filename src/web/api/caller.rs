//! Who calls: the account behind a token, no more than its scope and organisation, and its seat in a case.

use super::Problem;
use crate::domain::access::{Person, is_candidate, seats};
use crate::domain::cases::CaseFile;
use crate::domain::ids::{CaseNumber, OrganisationId};
use crate::domain::parties::{Actor, Via};
use crate::startup::{App, Limit, token_hash};
use crate::storage::accounts::{self, AccountRow};
use crate::storage::api::{self, ApiTokenRow};
use crate::storage::{StorageError, cases};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use jiff::SignedDuration;
use std::sync::Arc;

/// The time of use of a token is written at most this often.
const TOUCH_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// A program, with the account it acts for.
pub(super) struct Caller {
    pub app: Arc<App>,
    pub token: ApiTokenRow,
    pub person: Person,
    pub account: AccountRow,
}

impl Caller {
    /// Reads the token of a request that needs `scope`.
    pub async fn of(
        app: &web::Data<App>,
        request: &HttpRequest,
        scope: &str,
    ) -> Result<Self, Problem> {
        let given = request
            .headers()
            .get("authorization")
            .and_then(|v| v.to_str().ok())
            .and_then(|v| v.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, token)| token.trim())
            .ok_or_else(Problem::unauthenticated)?;
        let app = app.clone().into_inner();
        let (token, account, mut organisations) = find(&app, given).await?;
        let key = hex::encode(&token.token_hash);
        if app.limits.take(Limit::Api, &key).is_err() {
            return Err(Problem::new(
                StatusCode::TOO_MANY_REQUESTS,
                "Too many requests",
                "Slow down.",
            ));
        }
        let scopes: Vec<String> = serde_json::from_value(token.scopes.clone()).unwrap_or_default();
        if !scopes.iter().any(|s| s == scope) {
            return Err(Problem::new(
                StatusCode::FORBIDDEN,
                "Not allowed",
                format!("This token lacks the scope {scope}."),
            ));
        }
        touch(&app, &token).await?;
        // A key made for one organisation is worth nothing in another of the same person.
        if let Some(only) = token.organisation_id {
            organisations.retain(|organisation| *organisation == only);
        }
        let person = Person {
            account: Some(account.id),
            name: account.name.clone(),
            staff: None,
            organisations,
            link: None,
            via: Via::Api,
        };
        Ok(Self {
            app,
            token,
            person,
            account,
        })
    }

    /// The case and the caller's seats in it; the same answer for no such case and for no seat.
    pub async fn open(&self, number: &str) -> Result<(CaseFile, Vec<Actor>), Problem> {
        let number: CaseNumber = number.parse().map_err(|_| Problem::not_found())?;
        let row = self
            .app
            .store
            .get(move |tx| cases::find_by_number(tx, number.as_str()))
            .await?
            .ok_or_else(Problem::not_found)?;
        let file: CaseFile = serde_json::from_str(&row.state.0)
            .map_err(|_| Problem::from(StorageError::corrupt("cases", "state", row.id)))?;
        let mut seats = seats(&file, &self.person, self.app.now().max(file.updated_at));
        seats.retain(|seat| !is_candidate(&file, seat));
        if seats.is_empty() {
            return Err(Problem::not_found());
        }
        Ok((file, seats))
    }
}

async fn find(
    app: &Arc<App>,
    given: &str,
) -> Result<(ApiTokenRow, AccountRow, Vec<OrganisationId>), Problem> {
    let hash = token_hash(given).to_vec();
    let found = app
        .store
        .read(move |tx| {
            let Some(token) = api::find_token(tx, &hash)? else {
                return Ok(None);
            };
            let account = accounts::get(tx, token.account_id)?;
            let organisations = accounts::list_memberships_of(tx, token.account_id)?
                .into_iter()
                .map(|(membership, _)| membership.organisation_id)
                .collect();
            Ok(Some((token, account, organisations)))
        })
        .await?;
    found
        .filter(|(token, account, _)| token.revoked_at.is_none() && account.disabled_at.is_none())
        .ok_or_else(Problem::unauthenticated)
}

async fn touch(app: &Arc<App>, token: &ApiTokenRow) -> Result<(), Problem> {
    let now = app.now();
    let is_fresh = token
        .last_used_at
        .is_some_and(|at| now.duration_since(at) < TOUCH_EVERY);
    if !is_fresh {
        let hash = token.token_hash.clone();
        app.store
            .write(move |tx| api::touch_token(tx, &hash, now))
            .await?;
    }
    Ok(())
}
