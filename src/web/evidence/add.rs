//! Adding evidence: several files at once, one kind, claim and description for all of them. Each file gets
//! its number at once; what was wrong with a file is said by its name, and the others go in.

use super::{DESCRIPTION_MAX, below, claim_of, claims, kinds, list};
use crate::domain::access;
use crate::domain::acts::Act;
use crate::domain::evidence::{self as domain, ExhibitKind, FileRef, NewExhibit};
use crate::services::acts::ActError;
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::{Flash, Page, render, see_other};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::uploads::{self, Limits, RefusedFile};
use crate::web::words;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Payload};
use askama::Template;

const FIELDS: [&str; 8] = [
    "seen",
    "form",
    "do",
    "kind",
    "claim",
    "description",
    "files",
    "held",
];

#[derive(Template)]
#[template(path = "evidence/new.html")]
struct New {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    kinds: Vec<Choice>,
    claims: Vec<Choice>,
    /// files that have arrived and wait for the form to be put right: sealed field, name
    held: Vec<(String, String)>,
    /// numbers that this form gave out before something was wrong with its other files
    added: String,
    file_limit: u64,
    files_max: usize,
    left: u64,
    max: usize,
    action: String,
    back: String,
}

/// `GET /cases/{number}/evidence/new`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let scope = CaseScope::open(visitor, &path).await?;
    if !list::may_file(&scope) {
        // The list says why, and what to do instead.
        return Ok(see_other(urls::evidence(&scope.file.number)));
    }
    page(scope, FormState::new(), &[], String::new(), StatusCode::OK).await
}

async fn page(
    mut scope: CaseScope,
    form: FormState,
    held: &[FileRef],
    added: String,
    status: StatusCode,
) -> PageResult {
    let page = scope.form_page().await?;
    let number = scope.file.number.clone();
    let limits = Limits::of(&scope.visitor).less(access::used_bytes(&scope.file, &scope.actor));
    let seal = |file: &FileRef| {
        Ok::<_, crate::web::errors::WebError>((
            uploads::seal(&scope.visitor, number.as_str(), file)?,
            file.name.clone(),
        ))
    };
    let held = held.iter().map(seal).collect::<Result<_, _>>()?;
    let title = page.t("evidence-new-title").to_owned();
    render(
        &New {
            frame: scope.frame(Part::Evidence),
            hidden: scope.hidden(),
            kinds: kinds(&page),
            claims: claims(&page, &scope),
            held,
            added,
            file_limit: limits.file_bytes,
            files_max: limits.files,
            left: limits.total_bytes,
            max: DESCRIPTION_MAX,
            action: urls::evidence_new(&number),
            back: urls::evidence(&number),
            form,
            page: below(page, &scope, title),
        },
        status,
    )
}

/// `POST /cases/{number}/evidence/new`
pub async fn file(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Path<String>,
) -> PageResult {
    let scope = CaseScope::open(visitor, &path).await?;
    let number = scope.file.number.clone();
    let limits = Limits::of(&scope.visitor).less(access::used_bytes(&scope.file, &scope.actor));
    let upload = uploads::read_each(&request, payload, &scope.visitor, limits).await?;
    upload.posted.only(&FIELDS)?;
    let posted = upload.posted;
    // Sent twice, nothing is filed twice, and what the first one used up does not stand in the way.
    if scope.sent_before(&posted).await?.is_some() {
        return Ok(see_other(urls::evidence(&number)));
    }
    let mut form = FormState::of(&posted);
    let mut files: Vec<FileRef> = posted
        .all("held")
        .into_iter()
        .filter_map(|field| uploads::unseal(&scope.visitor, number.as_str(), field))
        .collect();
    files.extend(upload.files.into_iter().map(|uploaded| uploaded.file));
    // Two browser tabs or two presses of a button cannot send one file twice in one form.
    let mut seen = Vec::new();
    files.retain(|file| {
        !seen.contains(&file.digest) && {
            seen.push(file.digest.clone());
            true
        }
    });
    let total: u64 = files.iter().map(|file| file.size_bytes).sum();
    let kind = match posted.get("kind") {
        "" => Some(ExhibitKind::Other),
        typed => ExhibitKind::parse(typed),
    };
    if kind.is_none() {
        form.error("kind", "evidence-kind-error");
    }
    let claim = claim_of(&scope, posted.get("claim"));
    if claim.is_none() {
        form.error("claim", "evidence-claim-error");
    }
    let description = form
        .optional("description", DESCRIPTION_MAX)
        .unwrap_or_default();
    if files.is_empty() && upload.refused.is_empty() {
        form.error("files", "evidence-files-error");
    }
    if total > limits.total_bytes {
        form.error("files", "evidence-files-room");
    }
    let (Some(kind), Some(claim), true) = (kind, claim, form.is_ok() && !files.is_empty()) else {
        name_refused(&mut form, &upload.refused);
        return page(
            scope,
            form,
            &files,
            String::new(),
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    };
    let exhibits = files
        .iter()
        .map(|file| NewExhibit {
            file: file.clone(),
            title: title_of(&file.name),
            kind,
            description: description.clone(),
            claim,
        })
        .collect();
    send(scope, &posted, form, &files, exhibits, &upload.refused).await
}

async fn send(
    mut scope: CaseScope,
    posted: &Posted,
    mut form: FormState,
    files: &[FileRef],
    exhibits: Vec<NewExhibit>,
    refused: &[RefusedFile],
) -> PageResult {
    let number = scope.file.number.clone();
    match scope
        .perform(posted, Act::Evidence(domain::Act::File { exhibits }))
        .await
    {
        Ok(receipt) => {
            let labels = receipt
                .exhibits
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(", ");
            if refused.is_empty() {
                scope
                    .flash(Flash::done("evidence-flash-added").arg("labels", labels))
                    .await?;
                return Ok(see_other(urls::evidence(&number)));
            }
            name_refused(&mut form, refused);
            let scope = CaseScope::open(scope.visitor, number.as_str()).await?;
            page(scope, form, &[], labels, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(ActError::Refused(refusal)) if list::may_file(&scope) => {
            let said = words::refusal(&scope.visitor.words(), &scope.visitor.zone, &refusal);
            form.error_with("files", "evidence-refused", vec![("why", said.into())]);
            page(
                scope,
                form,
                files,
                String::new(),
                StatusCode::UNPROCESSABLE_ENTITY,
            )
            .await
        }
        Err(error) => Err(scope.refused(posted, error)),
    }
}

/// Names each file that was not taken. The first stands beside the input, all of them in the summary.
fn name_refused(form: &mut FormState, refused: &[RefusedFile]) {
    for file in refused {
        form.error_too("files", file.key, file.args.clone());
    }
}

/// A title to begin with: the name of the file without its ending.
fn title_of(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, ending)| {
        if ending.len() <= 5 && !stem.is_empty() {
            stem
        } else {
            name
        }
    });
    stem.to_owned()
}
