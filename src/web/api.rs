//! The JSON interface, version 1: the same acts, for machines. Errors are problem details
//! (RFC 9457); every POST takes an `Idempotency-Key`.

mod completion;
mod describe;

use crate::domain::Role;
use crate::domain::acts::{Act, Receipt};
use crate::domain::cases::CaseFile;
use crate::domain::evidence::{self, ExhibitKind, FileRef, NewExhibit};
use crate::domain::ids::{CaseNumber, OrganisationId};
use crate::domain::notices::{
    self, Declaration, MeasureAction, NewListing, NewSeller, Notice, Right, RightKind,
    StatementOfReasons,
};
use crate::domain::parties::{Actor, Party, Via};
use crate::domain::procedures::Kind as PackKind;
use crate::i18n::Locale;
use crate::services::access::{Person, seats};
use crate::services::acts::{self, ActError};
use crate::services::filing::{self, Filing};
use crate::startup::{App, Limit, token_hash};
use crate::storage::StorageError;
use crate::storage::accounts::{self, OrganisationKind};
use crate::storage::api::{self, ApiTokenRow, IdempotencyRow};
use crate::storage::cases::listings::{self, QueueFilter};
use crate::storage::cases::{self, projections};
use crate::web::uploads;
use actix_web::http::StatusCode;
use actix_web::web::{self, Bytes, Payload, ServiceConfig, get, post};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::StreamExt;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Largest JSON body, in bytes.
const BODY_MAX: usize = 2 * 1024 * 1024;

/// Routes.
pub fn configure(routes: &mut ServiceConfig) {
    routes
        .route("/api/openapi.json", get().to(describe::openapi))
        .route("/api/v1/notices", post().to(file_notice))
        .route("/api/v1/measures", get().to(list_measures))
        .route("/api/v1/measures", post().to(decide_measures))
        .route("/api/v1/measures/carried-out", post().to(carried_out))
        .route("/api/v1/cases/{number}", get().to(read_case))
        .route(
            "/api/v1/cases/{number}/completion",
            post().to(completion::complete),
        )
        .route("/api/v1/cases/{number}/evidence", post().to(upload));
}

/// What went wrong, as RFC 9457 has it.
struct Problem {
    status: StatusCode,
    title: String,
    detail: String,
}

type ApiResult = Result<HttpResponse, Problem>;

impl Problem {
    fn new(status: StatusCode, title: &str, detail: impl Into<String>) -> Self {
        Self {
            status,
            title: title.to_owned(),
            detail: detail.into(),
        }
    }

    fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "Not found",
            "There is no such thing, or it is not yours.",
        )
    }

    fn bad(detail: impl Into<String>) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "The request does not fit",
            detail,
        )
    }

    fn answer(&self) -> HttpResponse {
        let body = json!({ "type": "about:blank", "title": self.title, "status": self.status.as_u16(), "detail": self.detail });
        HttpResponse::build(self.status)
            .content_type("application/problem+json")
            .body(body.to_string())
    }
}

impl From<StorageError> for Problem {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::NotFound => Self::not_found(),
            StorageError::Busy | StorageError::Contended => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "Too busy",
                "Try again in a few seconds.",
            ),
            StorageError::Full => Self::new(
                StatusCode::INSUFFICIENT_STORAGE,
                "No space left",
                "Nothing was changed.",
            ),
            other => {
                tracing::error!(error = %other, "a request of the JSON interface failed");
                Self::new(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "Failed",
                    "Nothing was changed. Try again.",
                )
            }
        }
    }
}

/// Who calls.
struct Caller {
    app: Arc<App>,
    token: ApiTokenRow,
    person: Person,
    account: accounts::AccountRow,
}

async fn caller(
    app: &web::Data<App>,
    request: &HttpRequest,
    scope: &str,
) -> Result<Caller, Problem> {
    let denied = || {
        Problem::new(
            StatusCode::UNAUTHORIZED,
            "Not authenticated",
            "Send Authorization: Bearer and a valid token.",
        )
    };
    let given = request
        .headers()
        .get("authorization")
        .and_then(|v| v.to_str().ok())
        .and_then(|v| v.strip_prefix("Bearer "))
        .ok_or_else(denied)?;
    let hash = token_hash(given.trim()).to_vec();
    let app = app.clone().into_inner();
    let now = app.now();
    let found = app
        .store
        .read(move |tx| {
            let Some(token) = api::find_token(tx, &hash)? else {
                return Ok(None);
            };
            let account = accounts::get(tx, token.account_id)?;
            let organisations: Vec<OrganisationId> =
                accounts::list_memberships_of(tx, token.account_id)?
                    .into_iter()
                    .map(|(m, _)| m.organisation_id)
                    .collect();
            Ok(Some((token, account, organisations)))
        })
        .await?;
    let (token, account, organisations) = found
        .filter(|(t, a, _)| t.revoked_at.is_none() && a.disabled_at.is_none())
        .ok_or_else(denied)?;
    if app
        .limits
        .take(Limit::Api, &hex::encode(&token.token_hash))
        .is_err()
    {
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
    let hash = token.token_hash.clone();
    app.store
        .write(move |tx| api::touch_token(tx, &hash, now))
        .await?;
    let person = Person {
        account: Some(account.id),
        name: account.name.clone(),
        staff: None,
        organisations,
        link: None,
        via: Via::Api,
    };
    Ok(Caller {
        app,
        token,
        person,
        account,
    })
}

/// Runs a POST once for each key: the same request again gets the same answer, another one is refused.
async fn once<F>(caller: &Caller, request: &HttpRequest, body: &[u8], work: F) -> HttpResponse
where
    F: AsyncFnOnce(Option<String>) -> Result<(StatusCode, Value), Problem>,
{
    let key = request
        .headers()
        .get("idempotency-key")
        .and_then(|v| v.to_str().ok())
        .map(str::to_owned);
    let Some(key) = key.filter(|k| (1..=200).contains(&k.len())) else {
        return match work(None).await {
            Ok((status, value)) => HttpResponse::build(status).json(value),
            Err(problem) => problem.answer(),
        };
    };
    let request_hash = hex::encode(Sha256::digest(
        [request.path().as_bytes(), b"\n", body].concat(),
    ));
    let (hash, wanted) = (caller.token.token_hash.clone(), key.clone());
    match caller
        .app
        .store
        .get(move |tx| api::find_answer(tx, &hash, &wanted))
        .await
    {
        Ok(Some(known)) if known.request_hash == request_hash => {
            let status = u16::try_from(known.status)
                .ok()
                .and_then(|s| StatusCode::from_u16(s).ok())
                .unwrap_or(StatusCode::OK);
            return HttpResponse::build(status)
                .content_type("application/json")
                .insert_header(("Idempotent-Replay", "true"))
                .body(known.response);
        }
        Ok(Some(_)) => {
            return Problem::bad("This Idempotency-Key was used for another request.").answer();
        }
        Ok(None) => {}
        Err(error) => return Problem::from(error).answer(),
    }
    let form = format!("api:{}:{key}", &hex::encode(&caller.token.token_hash)[..16]);
    match work(Some(form)).await {
        Ok((status, value)) => {
            let row = IdempotencyRow {
                token_hash: caller.token.token_hash.clone(),
                key,
                request_hash,
                status: i32::from(status.as_u16()),
                response: value.to_string(),
                created_at: caller.app.now(),
            };
            // A key that was stored meanwhile stands for the same act.
            let _ = caller
                .app
                .store
                .write(move |tx| api::insert_answer(tx, &row))
                .await;
            HttpResponse::build(status).json(value)
        }
        Err(problem) => problem.answer(),
    }
}

fn refused(caller: &Caller, error: ActError) -> Problem {
    match error {
        ActError::Storage(error) => error.into(),
        ActError::Refused(refusal) => {
            let words = caller
                .app
                .words(Locale::parse(&caller.account.locale).unwrap_or(Locale::En));
            Problem::new(
                StatusCode::CONFLICT,
                "Refused",
                crate::web::words::refusal(&words, &TimeZone::UTC, &refusal),
            )
        }
    }
}

async fn body(mut payload: Payload) -> Result<Bytes, Problem> {
    let mut bytes = web::BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Problem::bad("The body did not arrive."))?;
        if bytes.len() + chunk.len() > BODY_MAX {
            return Err(Problem::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "Too large",
                format!("A body may have {BODY_MAX} bytes."),
            ));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}

fn parsed<T: for<'a> Deserialize<'a>>(bytes: &[u8]) -> Result<T, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|_| Problem::bad("The body is not UTF-8."))?;
    if text.contains("\\u0000") || text.contains('\0') {
        return Err(Problem::bad("Texts may not hold NUL."));
    }
    serde_json::from_str(text).map_err(|e| Problem::bad(e.to_string()))
}

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
async fn file_notice(app: web::Data<App>, request: HttpRequest, payload: Payload) -> HttpResponse {
    let (caller, bytes) = match begin(&app, &request, "notices", payload).await {
        Ok(begun) => begun,
        Err(problem) => return problem.answer(),
    };
    once(&caller, &request, &bytes, async |form| {
        let given: NoticeIn = parsed(&bytes)?;
        let filing = notice(&caller, given).await?;
        let actor = Actor {
            role: Role::Claimant,
            party: Some(1),
            account: Some(caller.account.id),
            name: caller.account.name.clone(),
            mandate: None,
            via: Via::Api,
        };
        let filed = filing::file(&caller.app, Filing::Notice(Box::new(filing)), &actor, form)
            .await
            .map_err(|e| refused(&caller, e))?;
        let left_out: Vec<Value> = filed
            .left_out
            .iter()
            .map(|d| json!({ "index": d.index, "case": d.number.as_str() }))
            .collect();
        let missing = completion::missing_of(&caller, filed.case).await?;
        Ok((
            StatusCode::CREATED,
            json!({ "receipt": receipt(&filed.receipt), "left_out": left_out, "missing": missing }),
        ))
    })
    .await
}

async fn begin(
    app: &web::Data<App>,
    request: &HttpRequest,
    scope: &str,
    payload: Payload,
) -> Result<(Caller, Bytes), Problem> {
    let caller = caller(app, request, scope).await?;
    let bytes = body(payload).await?;
    Ok((caller, bytes))
}

fn receipt(receipt: &Receipt) -> Value {
    json!({ "case": receipt.number.as_str(), "entry": receipt.entry, "at": receipt.at, "hash": receipt.hash, "act": receipt.act, "exhibits": receipt.exhibits })
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
        .packs
        .latest(&given.procedure)
        .filter(|p| p.kind() == PackKind::Notice)
        .ok_or_else(|| Problem::bad("Unknown procedure."))?
        .clone();
    for (name, text) in [
        ("right.number", &given.right.number),
        ("right.owner", &given.right.owner),
        ("statement", &given.statement),
    ] {
        if text.trim().is_empty() {
            return Err(Problem::bad(format!("{name} may not be empty.")));
        }
    }
    let needed: Vec<_> = pack
        .document("notice")
        .map(|d| pack.attestations_of(d).collect())
        .unwrap_or_default();
    if let Some(missing) = needed.iter().find(|a| !given.declarations.contains(&a.id)) {
        return Err(Problem::bad(format!(
            "The declaration {} is missing.",
            missing.id
        )));
    }
    if let Some(index) = given
        .listings
        .iter()
        .position(|l| l.url.trim().is_empty() && l.item.trim().is_empty())
    {
        return Err(Problem::bad(format!(
            "Listing {index} has neither url nor item."
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
        .ok_or_else(|| Problem::bad("Unknown marketplace."))?;
    let language = Locale::parse(&given.language)
        .unwrap_or(Locale::En)
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
                email: listing.seller_email.trim().to_lowercase(),
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

/// Which measures are listed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasuresQuery {
    ordered: Option<String>,
}

/// `GET /api/v1/measures`: what waits for the caller's marketplace.
async fn list_measures(
    app: web::Data<App>,
    request: HttpRequest,
    query: web::Query<MeasuresQuery>,
) -> HttpResponse {
    answer(async {
        let caller = caller(&app, &request, "measures").await?;
        let marketplace = caller.token.organisation_id.or(caller.person.organisations.first().copied()).ok_or_else(Problem::not_found)?;
        if !caller.person.organisations.contains(&marketplace) {
            return Err(Problem::not_found());
        }
        let filter = QueueFilter { marketplace_id: Some(marketplace), ordered: query.ordered.clone(), ..QueueFilter::default() };
        let rows = caller.app.store.read(move |tx| listings::list_queue(tx, &filter, 500)).await?;
        let items: Vec<Value> = rows
            .into_iter()
            .map(|(row, case)| json!({ "case": case.number, "listing": row.no, "url": row.url, "item": row.item, "title": row.title, "seller": row.seller, "measure": row.measure, "ordered": row.ordered, "due_at": row.order_due_at }))
            .collect();
        Ok(HttpResponse::Ok().json(json!({ "measures": items })))
    })
    .await
}

async fn answer(work: impl Future<Output = ApiResult>) -> HttpResponse {
    work.await.unwrap_or_else(|problem| problem.answer())
}

/// Listings of one case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CarriedOutIn {
    case: String,
    listings: Vec<u32>,
}

/// A decision on listings of one case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DecideIn {
    case: String,
    listings: Vec<u32>,
    action: MeasureAction,
    reasons: StatementOfReasons,
    carried_out: bool,
}

/// `POST /api/v1/measures/carried-out`
async fn carried_out(app: web::Data<App>, request: HttpRequest, payload: Payload) -> HttpResponse {
    let (caller, bytes) = match begin(&app, &request, "measures", payload).await {
        Ok(begun) => begun,
        Err(problem) => return problem.answer(),
    };
    once(&caller, &request, &bytes, async |form| {
        let given: CarriedOutIn = parsed(&bytes)?;
        perform(
            &caller,
            &given.case,
            Role::Marketplace,
            form,
            Act::Notice(notices::Act::CarryOut {
                listings: given.listings,
            }),
        )
        .await
    })
    .await
}

/// `POST /api/v1/measures`
async fn decide_measures(
    app: web::Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> HttpResponse {
    let (caller, bytes) = match begin(&app, &request, "measures", payload).await {
        Ok(begun) => begun,
        Err(problem) => return problem.answer(),
    };
    once(&caller, &request, &bytes, async |form| {
        let given: DecideIn = parsed(&bytes)?;
        let act = notices::Act::Measure {
            listings: given.listings,
            action: given.action,
            reasons: given.reasons,
            carried_out: given.carried_out,
        };
        perform(
            &caller,
            &given.case,
            Role::Marketplace,
            form,
            Act::Notice(act),
        )
        .await
    })
    .await
}

async fn perform(
    caller: &Caller,
    number: &str,
    role: Role,
    form: Option<String>,
    act: Act,
) -> Result<(StatusCode, Value), Problem> {
    let (file, actor) = open(caller, number).await?;
    if actor.role != role {
        return Err(Problem::not_found());
    }
    let done = acts::perform_form(&caller.app, file.id, None, form, &actor, act)
        .await
        .map_err(|e| refused(caller, e))?;
    Ok((StatusCode::OK, json!({ "receipt": receipt(&done) })))
}

/// The case and the caller's seat in it.
async fn open(caller: &Caller, number: &str) -> Result<(CaseFile, Actor), Problem> {
    let number: CaseNumber = number.parse().map_err(|_| Problem::not_found())?;
    let row = caller
        .app
        .store
        .get(move |tx| cases::find_by_number(tx, number.as_str()))
        .await?
        .ok_or_else(Problem::not_found)?;
    let file: CaseFile = serde_json::from_str(&row.state.0)
        .map_err(|_| Problem::from(StorageError::corrupt("cases", "state", row.id)))?;
    let actor = seats(&file, &caller.person, caller.app.now())
        .into_iter()
        .next()
        .ok_or_else(Problem::not_found)?;
    Ok((file, actor))
}

/// A case as machines read it.
#[derive(Debug, Serialize)]
struct CaseOut<'a> {
    number: &'a str,
    kind: &'a str,
    procedure: &'a str,
    procedure_version: &'a str,
    version: u64,
    filed_at: jiff::Timestamp,
    closed_at: Option<jiff::Timestamp>,
    outcome: Option<&'a str>,
    you: &'a str,
    tracks: Vec<Value>,
    listings: Vec<Value>,
    exhibits: Vec<Value>,
    clocks: Vec<Value>,
}

/// `GET /api/v1/cases/{number}`
async fn read_case(
    app: web::Data<App>,
    request: HttpRequest,
    number: web::Path<String>,
) -> HttpResponse {
    answer(async {
        let caller = caller(&app, &request, "cases").await?;
        let (file, actor) = open(&caller, &number).await?;
        let own = (actor.role == Role::Respondent).then(|| actor.party.and_then(|p| file.track_of(p)).map(|t| t.no)).flatten();
        let mine = |track: u32| own.is_none_or(|own| own == track);
        let out = CaseOut {
            number: file.number.as_str(),
            kind: file.kind.as_str(),
            procedure: &file.pack.id,
            procedure_version: &file.pack.version,
            version: file.version,
            filed_at: file.filed_at,
            closed_at: file.closed_at,
            outcome: file.outcome.as_deref(),
            you: actor.role.as_str(),
            tracks: file.tracks.iter().filter(|t| mine(t.no)).map(|t| json!({ "no": t.no, "state": t.state, "since": t.since, "outcome": t.outcome })).collect(),
            listings: file
                .listings
                .iter()
                .filter(|l| mine(l.track))
                .map(|l| json!({ "no": l.no, "track": l.track, "url": l.url, "item": l.item, "title": l.title, "measure": l.measure.as_str(), "ordered": l.order.as_ref().map(|o| o.action.as_str()) }))
                .collect(),
            exhibits: file
                .exhibits
                .iter()
                .filter(|e| crate::services::access::sees_exhibit(&file, &actor, e))
                .map(|e| json!({ "label": e.label, "title": e.title, "kind": e.kind.as_str(), "sha256": e.file.digest, "size_bytes": e.file.size_bytes, "filed_at": e.filed_at, "withdrawn": e.withdrawn.is_some() }))
                .collect(),
            clocks: file
                .running_clocks()
                .into_iter()
                .filter(|c| mine(c.track))
                .map(|c| json!({ "no": c.no, "rule": c.rule, "owner": c.owner.as_str(), "due_at": c.due_at, "earliest_at": c.earliest_at, "target": c.target, "provisional": c.provisional, "derivation": c.derivation }))
                .collect(),
        };
        Ok(HttpResponse::Ok().json(out))
    })
    .await
}

/// What is said of an uploaded file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct UploadQuery {
    name: String,
    #[serde(default)]
    title: String,
    kind: ExhibitKind,
    #[serde(default)]
    description: String,
    #[serde(default)]
    claim: u32,
}

/// `POST /api/v1/cases/{number}/evidence?name=…&kind=…`: the body is the file.
async fn upload(
    app: web::Data<App>,
    request: HttpRequest,
    number: web::Path<String>,
    query: web::Query<UploadQuery>,
    payload: Payload,
) -> HttpResponse {
    answer(async {
        let caller = caller(&app, &request, "evidence").await?;
        let (file, actor) = open(&caller, &number).await?;
        let stored = store(&caller, &query.name, payload).await?;
        let digest = stored.digest.clone();
        let new = NewExhibit {
            file: stored,
            title: query.title.clone(),
            kind: query.kind,
            description: query.description.clone(),
            claim: query.claim,
        };
        let act = Act::Evidence(evidence::Act::File {
            exhibits: vec![new],
        });
        Ok(once(&caller, &request, digest.as_bytes(), async |form| {
            let done = acts::perform_form(&caller.app, file.id, None, form, &actor, act)
                .await
                .map_err(|e| refused(&caller, e))?;
            Ok((
                StatusCode::CREATED,
                json!({ "receipt": receipt(&done), "sha256": digest }),
            ))
        })
        .await)
    })
    .await
}

async fn store(caller: &Caller, name: &str, mut payload: Payload) -> Result<FileRef, Problem> {
    let limit = caller.app.config.uploads.file_bytes;
    let failed = |error: crate::blobs::BlobError| match error {
        crate::blobs::BlobError::Full => Problem::new(
            StatusCode::INSUFFICIENT_STORAGE,
            "No space left",
            "Nothing was changed.",
        ),
        crate::blobs::BlobError::LimitExceeded { .. } => Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "Too large",
            format!("A file may have {limit} bytes."),
        ),
        other => {
            tracing::error!(error = %other, "a file could not be stored");
            Problem::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "Failed",
                "Nothing was changed. Try again.",
            )
        }
    };
    let mut writer = caller.app.blobs.writer(limit).await.map_err(failed)?;
    let mut head = Vec::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Problem::bad("The file did not arrive whole."))?;
        if head.len() < 8192 {
            head.extend_from_slice(&chunk[..chunk.len().min(8192 - head.len())]);
        }
        writer.write(&chunk).await.map_err(failed)?;
    }
    if head.is_empty() {
        return Err(Problem::bad("The file is empty."));
    }
    let stored = writer.finish().await.map_err(failed)?;
    let media_type = uploads::media_type(&head).to_owned();
    let row = projections::BlobRow {
        digest: stored.digest.clone(),
        size_bytes: i64::try_from(stored.size_bytes).unwrap_or(i64::MAX),
        media_type: media_type.clone(),
        created_at: caller.app.now(),
    };
    caller
        .app
        .store
        .write(move |tx| projections::put_blob(tx, &row))
        .await?;
    Ok(FileRef {
        digest: stored.digest,
        size_bytes: stored.size_bytes,
        media_type,
        name: uploads::file_name(name),
    })
}
