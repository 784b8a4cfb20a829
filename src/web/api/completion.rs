//! What a notice lacks, for machines: named when it is filed, added here.

use super::once::once;
use super::{ApiResult, Caller, Problem, body, receipt};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::cases::CaseFile;
use crate::domain::ids::CaseId;
use crate::domain::notices::{self, Completion, Declaration, Gap, NoticePaper, Place, gaps};
use crate::domain::procedures::Pack;
use crate::services::{acts, filing};
use actix_web::http::StatusCode;
use actix_web::web::{self, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What is added; empty texts leave what is on record.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CompletionIn {
    #[serde(default)]
    number: String,
    #[serde(default)]
    owner: String,
    #[serde(default)]
    statement: String,
    #[serde(default)]
    listings: Vec<PlaceIn>,
    /// Exhibits that were uploaded, by the question that they answer
    #[serde(default)]
    papers: BTreeMap<String, Vec<String>>,
    declarations: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceIn {
    no: u32,
    #[serde(default)]
    url: String,
    #[serde(default)]
    item: String,
}

/// What a notice lacks, in words for machines.
pub(super) fn missing(file: &CaseFile, pack: &Pack) -> Vec<Value> {
    let wanted: BTreeSet<Gap> = file
        .tracks
        .iter()
        .filter(|track| {
            let step = crate::domain::procedures::ActName::Complete;
            pack.allows(&track.state, step, Role::Claimant)
        })
        .flat_map(|track| gaps::wanted(file, pack, track.no))
        .collect();
    wanted.iter().map(|gap| json!(gap)).collect()
}

/// As [`missing`], of a case that was filed just now.
pub(super) async fn missing_of(caller: &Caller, case: CaseId) -> Result<Vec<Value>, Problem> {
    let file = caller
        .app
        .store
        .read(move |tx| acts::load(tx, case))
        .await?;
    let pack = acts::pinned(&caller.app, &file)?;
    Ok(missing(&file, &pack))
}

/// `POST /api/v1/cases/{number}/completion`
pub(super) async fn complete(
    app: web::Data<crate::startup::App>,
    request: HttpRequest,
    number: web::Path<String>,
    payload: Payload,
) -> HttpResponse {
    try_complete(app, request, &number, payload)
        .await
        .unwrap_or_else(|problem| problem.answer())
}

async fn try_complete(
    app: web::Data<crate::startup::App>,
    request: HttpRequest,
    number: &str,
    payload: Payload,
) -> ApiResult {
    let caller = Caller::of(&app, &request, "notices").await?;
    let bytes = body::json(&request, payload).await?;
    once(&caller, &request, &bytes, async |form| {
        let given: CompletionIn = body::parsed(&bytes)?;
        let (file, seats) = caller.open(number).await?;
        let actor = seats
            .into_iter()
            .find(|seat| file.is_notice() && seat.role == Role::Claimant)
            .ok_or_else(Problem::not_found)?;
        let completion = read(&caller, &file, given).await?;
        let act = Act::Notice(notices::Act::Complete {
            completion: Box::new(completion),
        });
        match acts::perform_form(&caller.app, file.id, None, form, &actor, act).await {
            Ok(done) => Ok((StatusCode::OK, json!({ "receipt": receipt(&done) }))),
            Err(error) => Err(Problem::refused(&caller, error).await),
        }
    })
    .await
}

async fn read(
    caller: &Caller,
    file: &CaseFile,
    given: CompletionIn,
) -> Result<Completion, Problem> {
    let pack = acts::pinned(&caller.app, file)?;
    let document = pack.document("notice");
    let mut places = Vec::new();
    for place in given.listings {
        let place = Place {
            listing: place.no,
            url: place.url.trim().to_owned(),
            item: place.item.trim().to_owned(),
        };
        if place.url.is_empty() && place.item.is_empty() {
            return Err(Problem::unfit(format!(
                "Listing {} has neither url nor item.",
                place.listing
            )));
        }
        if let Some(number) = filing::held(&caller.app, file, &place).await? {
            // Named only to whoever takes part in it.
            let case = if caller.may_know(number.as_str()).await {
                format!("Case {number}")
            } else {
                "Another case".to_owned()
            };
            return Err(Problem::unfit(format!(
                "{case} holds listing {} for the same right already.",
                place.listing
            )));
        }
        places.push(place);
    }
    let right = file.notice.as_ref().map_or("", |n| n.right.kind.as_str());
    let mut papers = Vec::new();
    for (field, labels) in given.papers {
        let known = document.is_some_and(|d| gaps::papers(d, right).any(|f| f.id == field));
        if !known {
            return Err(Problem::unfit(format!("No paper {field} is asked for.")));
        }
        for label in labels {
            let exhibit = file.exhibits.iter().find(|exhibit| {
                exhibit.label.as_str() == label
                    && exhibit.party == Some(1)
                    && exhibit.withdrawn.is_none()
            });
            let Some(exhibit) = exhibit else {
                return Err(Problem::unfit(format!("{label} is no exhibit of yours.")));
            };
            papers.push(NoticePaper {
                field: field.clone(),
                file: exhibit.file.clone(),
            });
        }
    }
    let language = file.language.as_str();
    let given_at = caller.app.now();
    let asked = document.map(|d| pack.attestations_of(d).collect::<Vec<_>>());
    let declarations = asked
        .unwrap_or_default()
        .into_iter()
        .filter(|text| given.declarations.contains(&text.id))
        .map(|text| Declaration {
            id: text.id.clone(),
            version: text.version.to_string(),
            language: language.to_owned(),
            text: text.text(language).to_owned(),
            given_at,
        })
        .collect();
    Ok(Completion {
        number: given.number,
        owner: given.owner,
        statement: given.statement,
        places,
        papers,
        declarations,
    })
}
