//! Filing a notice.

use super::completion::missing_of;
use super::once::once;
use super::{ApiResult, Caller, Problem, body, receipt};
use crate::domain::Role;
use crate::domain::notices::rules::MAX_STATEMENT;
use crate::domain::notices::{
    self, Declaration, MeasureAction, NewListing, NewSeller, Notice, Right, RightKind,
};
use crate::domain::parties::{Actor, Party, Via};
use crate::domain::procedures::Kind as PackKind;
use crate::i18n::Locale;
use crate::services::filing::{self, Filed, Filing};
use crate::startup::App;
use crate::storage::accounts::{self, OrganisationKind};
use crate::web::forms::mail_address;
use actix_web::http::StatusCode;
use actix_web::web::{self, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

/// Longest address of a listing, in characters.
const URL_MAX: usize = 2_000;
/// Longest short text, in characters.
const WORDS_MAX: usize = 300;

/// A notice as machines send it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoticeIn {
    procedure: String,
    language: String,
    right: RightIn,
    statement: String,
    asked: MeasureAction,
    /// Ids of the declarations that are given, as `GET /rules/{procedure}` shows their texts
    declarations: Vec<String>,
    marketplace: String,
    listings: Vec<ListingIn>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RightIn {
    kind: RightKind,
    number: String,
    territory: String,
    owner: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListingIn {
    #[serde(default)]
    url: String,
    #[serde(default)]
    item: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    seller: String,
    #[serde(default)]
    seller_email: String,
    #[serde(default)]
    wrong: String,
}

/// `POST /api/v1/notices`
pub(super) async fn file(
    app: web::Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> HttpResponse {
    try_file(app, request, payload)
        .await
        .unwrap_or_else(|problem| problem.answer())
}

async fn try_file(app: web::Data<App>, request: HttpRequest, payload: Payload) -> ApiResult {
    let caller = Caller::of(&app, &request, "notices").await?;
    let bytes = body::json(&request, payload).await?;
    once(&caller, &request, &bytes, async |form| {
        let given: NoticeIn = body::parsed(&bytes)?;
        let filing = notice(&caller, given).await?;
        let actor = Actor {
            role: Role::Claimant,
            party: Some(1),
            account: Some(caller.account.id),
            name: caller.account.name.clone(),
            mandate: None,
            via: Via::Api,
        };
        match filing::file(&caller.app, Filing::Notice(Box::new(filing)), &actor, form).await {
            Ok(filed) => Ok((StatusCode::CREATED, filed_out(&caller, &filed).await?)),
            Err(error) => Err(Problem::refused(&caller, error).await),
        }
    })
    .await
}

/// The receipt, and the listings left out because an open case of the same right holds them; that
/// case is named only to whoever takes part in it.
async fn filed_out(caller: &Caller, filed: &Filed) -> Result<Value, Problem> {
    let mut left_out = Vec::new();
    for duplicate in &filed.left_out {
        let number = duplicate.number.as_str();
        let case = caller.may_know(number).await.then_some(number);
        left_out.push(json!({ "index": duplicate.index, "case": case }));
    }
    let missing = missing_of(caller, filed.case).await?;
    Ok(json!({ "receipt": receipt(&filed.receipt), "left_out": left_out, "missing": missing }))
}

/// What can be told without the database.
fn check(given: &NoticeIn) -> Result<(), Problem> {
    let right = &given.right;
    for (name, text, needed, most) in [
        ("right.number", &right.number, true, WORDS_MAX),
        ("right.owner", &right.owner, true, WORDS_MAX),
        ("right.territory", &right.territory, false, WORDS_MAX),
        ("statement", &given.statement, true, MAX_STATEMENT),
    ] {
        if needed && text.is_empty() {
            return Err(Problem::unfit(format!("{name} may not be empty.")));
        }
        if text.chars().count() > most {
            return Err(Problem::unfit(format!(
                "{name} may have {most} characters."
            )));
        }
    }
    for (index, listing) in given.listings.iter().enumerate() {
        let wrong = |why: &str| Err(Problem::unfit(format!("Listing {index} {why}.")));
        if listing.url.is_empty() && listing.item.is_empty() {
            return wrong("has neither url nor item");
        }
        let is_address = listing.url.is_empty()
            || listing.url.starts_with("https://")
            || listing.url.starts_with("http://");
        if !is_address || listing.url.chars().count() > URL_MAX {
            return wrong("has a url that is no address of the web");
        }
        let texts = [&listing.item, &listing.title, &listing.seller];
        if texts.iter().any(|text| text.chars().count() > WORDS_MAX)
            || listing.wrong.chars().count() > MAX_STATEMENT
        {
            return wrong("has a text that is too long");
        }
        if !listing.seller_email.is_empty() && mail_address(&listing.seller_email).is_none() {
            return wrong("has a seller_email that is no e-mail address");
        }
    }
    Ok(())
}

async fn notice(caller: &Caller, given: NoticeIn) -> Result<notices::Filing, Problem> {
    if caller.account.confirmed_at.is_none() {
        return Err(Problem::new(
            StatusCode::FORBIDDEN,
            "Not confirmed",
            "A notice has no effect before its sender's e-mail address is confirmed.",
        ));
    }
    let pack = caller
        .app
        .pack(&given.procedure)
        .filter(|p| p.kind() == PackKind::Notice)
        .ok_or_else(|| Problem::unfit("Unknown procedure."))?;
    check(&given)?;
    let needed: Vec<_> = pack
        .document("notice")
        .map(|d| pack.attestations_of(d).collect())
        .unwrap_or_default();
    if let Some(missing) = needed.iter().find(|a| !given.declarations.contains(&a.id)) {
        return Err(Problem::unfit(format!(
            "The declaration {} is missing.",
            missing.id
        )));
    }
    let key = given.marketplace.clone();
    let market = caller
        .app
        .store
        .read(move |tx| accounts::find_organisation_by_key(tx, &key))
        .await?;
    let market = market
        .filter(|m| m.kind == OrganisationKind::Marketplace)
        .ok_or_else(|| Problem::unfit("Unknown marketplace."))?;
    let language = Locale::parse(&given.language)
        .ok_or_else(|| Problem::unfit("Unknown language."))?
        .tag()
        .to_owned();
    let now = caller.app.now();
    let party = |role, name: &str, organisation, account| Party {
        no: 0,
        role,
        name: name.to_owned(),
        email: if account {
            caller.account.email.clone()
        } else {
            String::new()
        },
        country: String::new(),
        language: caller.account.locale.clone(),
        zone: caller.account.time_zone.clone(),
        account: account.then_some(caller.account.id),
        organisation,
        address: String::new(),
    };
    let mut sellers: Vec<NewSeller> = Vec::new();
    for listing in given
        .listings
        .iter()
        .filter(|l| !l.seller.trim().is_empty())
    {
        if !sellers
            .iter()
            .any(|s| s.name.eq_ignore_ascii_case(listing.seller.trim()))
        {
            sellers.push(NewSeller {
                name: listing.seller.trim().to_owned(),
                email: mail_address(&listing.seller_email)
                    .unwrap_or_default()
                    .to_lowercase(),
                country: String::new(),
                language: language.clone(),
                zone: "UTC".to_owned(),
                account: None,
            });
        }
    }
    Ok(notices::Filing {
        pack: given.procedure,
        claimant: party(Role::Claimant, &caller.account.name, None, true),
        notice: Notice {
            right: Right {
                kind: given.right.kind,
                number: given.right.number,
                territory: given.right.territory,
                owner: given.right.owner,
                proof: Vec::new(),
            },
            statement: given.statement,
            asked: given.asked,
            declarations: needed
                .iter()
                .map(|a| Declaration {
                    id: a.id.clone(),
                    version: a.version.to_string(),
                    language: language.clone(),
                    text: a.text(&language).to_owned(),
                    given_at: now,
                })
                .collect(),
            capacity: "owner".to_owned(),
            papers: Vec::new(),
        },
        sellers,
        marketplaces: vec![party(
            Role::Marketplace,
            &market.name,
            Some(market.id),
            false,
        )],
        listings: given
            .listings
            .into_iter()
            .map(|l| NewListing {
                marketplace: Some(market.id),
                marketplace_name: market.name.clone(),
                url: l.url,
                item: l.item,
                title: l.title,
                seller: l.seller.trim().to_owned(),
                wrong: l.wrong,
            })
            .collect(),
        exhibits: Vec::new(),
        language,
    })
}
