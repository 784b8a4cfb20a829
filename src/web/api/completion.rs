//! What a notice lacks, for machines: named when it is filed, added here.

use super::{Caller, Problem, begin, once, open, parsed, receipt, refused};
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
    let (caller, bytes) = match begin(&app, &request, "notices", payload).await {
        Ok(begun) => begun,
        Err(problem) => return problem.answer(),
    };
    once(&caller, &request, &bytes, async |form| {
        let given: CompletionIn = parsed(&bytes)?;
        let (file, actor) = open(&caller, &number).await?;
        if !file.is_notice() || actor.role != Role::Claimant {
            return Err(Problem::not_found());
        }
        let completion = read(&caller, &file, given).await?;
        let act = Act::Notice(notices::Act::Complete {
            completion: Box::new(completion),
        });
        let done = acts::perform_form(&caller.app, file.id, None, form, &actor, act)
            .await
            .map_err(|e| refused(&caller, e))?;
        Ok((StatusCode::OK, json!({ "receipt": receipt(&done) })))
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
            return Err(Problem::bad(format!(
                "Listing {} has neither url nor item.",
                place.listing
            )));
        }
        if let Some(number) = filing::held(&caller.app, file, &place).await? {
            return Err(Problem::bad(format!(
                "Case {number} holds listing {} for the same right already.",
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
            return Err(Problem::bad(format!("No paper {field} is asked for.")));
        }
        for label in labels {
            let exhibit = file.exhibits.iter().find(|exhibit| {
                exhibit.label.as_str() == label
                    && exhibit.party == Some(1)
                    && exhibit.withdrawn.is_none()
            });
            let Some(exhibit) = exhibit else {
                return Err(Problem::bad(format!("{label} is no exhibit of yours.")));
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
