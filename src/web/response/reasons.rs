//! Why the seller does not agree, where papers reach it, and its evidence.

use super::desk::{Desk, Side, version_of};
use crate::domain::notices::rules::MAX_STATEMENT;
use crate::services::drafts::answers::{GROUNDS, ResponseDraft, proof_is_required};
use crate::services::drafts::{Draft, FILES_MAX};
use crate::urls;
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::notices::steps::evidence::{change, kinds, papers_of, row};
use crate::web::notices::wizard::Go;
use crate::web::page::parts::FileRow;
use crate::web::page::{Flash, Page, render, see_other};
use crate::web::session::Visitor;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use jiff::Timestamp;

/// Longest reasons that the page takes, in characters; the rules allow more to programs.
const STATEMENT_MAX: usize = 8_000;
const _: () = assert!(STATEMENT_MAX <= MAX_STATEMENT);
const NAME_MAX: usize = 200;
const ADDRESS_MAX: usize = 500;
const PHONE_MAX: usize = 50;

const FIELDS: [&str; 10] = [
    "version",
    "do",
    "remove",
    "ground",
    "statement",
    "name",
    "address",
    "phone",
    "files",
    "kind",
];

#[derive(Template)]
#[template(path = "response/reasons.html")]
struct Reasons {
    page: Page,
    form: FormState,
    side: Side,
    grounds: Vec<Choice>,
    kinds: Vec<Choice>,
    files: Vec<FileRow>,
    proof_hint: String,
    max: usize,
    version: u32,
    saved: String,
    newer: String,
    due_at: Option<Timestamp>,
    action: String,
    autosave: String,
    back: String,
}

/// `GET /cases/{number}/response/reasons`
pub async fn ask(visitor: Visitor, path: Path<String>) -> PageResult {
    let desk = Desk::open(visitor, &path).await?;
    let draft = open_draft(&desk).await?;
    let form = fill(&draft);
    page(desk, draft, form, false, StatusCode::OK).await
}

async fn open_draft(desk: &Desk) -> Result<Draft<ResponseDraft>, WebError> {
    if desk.can_counter() {
        desk.begin().await
    } else {
        Err(desk.closed())
    }
}

fn fill(draft: &Draft<ResponseDraft>) -> FormState {
    let typed = draft.data.typed.get("reasons");
    if let Some(posted) = typed.and_then(|typed| Posted::from_fields(typed.clone()).ok()) {
        return FormState::of(&posted);
    }
    let mut form = FormState::new();
    let data = &draft.data;
    form.set("ground", &data.ground)
        .set("statement", &data.statement);
    form.set("name", &data.name)
        .set("address", &data.address)
        .set("phone", &data.phone);
    form
}

async fn page(
    mut desk: Desk,
    draft: Draft<ResponseDraft>,
    form: FormState,
    is_newer: bool,
    status: StatusCode,
) -> PageResult {
    let page = desk.scope.form_page().await?;
    let number = desk.scope.file.number.clone();
    let action = urls::response_step(&number, "reasons");
    let title = page.t("response-reasons-title").to_owned();
    let at = page.clock_time(draft.updated_at);
    let hint = if proof_is_required(&desk.scope.pack) {
        "response-files-must"
    } else {
        "response-files-may"
    };
    render(
        &Reasons {
            side: desk.side(&page),
            grounds: GROUNDS
                .map(|ground| Choice::new(ground, page.t(&format!("response-ground-{ground}"))))
                .into(),
            kinds: kinds(&page),
            files: draft
                .data
                .papers
                .iter()
                .map(|paper| row(&page, paper))
                .collect(),
            proof_hint: page.t(hint).to_owned(),
            max: STATEMENT_MAX,
            version: draft.version,
            newer: if is_newer {
                page.with1("notices-newer", "time", &at)
            } else {
                String::new()
            },
            saved: page.with1("common-saved-at", "time", &at),
            due_at: desk.clock().map(|clock| clock.due_at),
            autosave: format!("{action}/autosave"),
            action,
            back: urls::response(&number),
            form,
            page: super::at(page, urls::response(&number), title),
        },
        status,
    )
}

/// The fields as typed, without those of the page.
fn typed(posted: &Posted) -> Vec<(String, String)> {
    posted
        .fields()
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "version" | "do" | "remove" | "csrf"))
        .cloned()
        .collect()
}

/// `POST /cases/{number}/response/reasons`
pub async fn take(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Path<String>,
) -> PageResult {
    let desk = Desk::open(visitor, &path).await?;
    let used = desk.draft().await?.map_or(0, |draft| {
        draft
            .data
            .papers
            .iter()
            .map(|paper| paper.file.size_bytes)
            .sum()
    });
    let upload = crate::web::notices::posted(&request, payload, &desk.scope.visitor, used).await?;
    upload.posted.only(&FIELDS)?;
    let mut draft = open_draft(&desk)
        .await
        .map_err(|error| error.keeping(upload.posted.kept()))?;
    let mut form = FormState::of(&upload.posted);
    crate::web::notices::note_refused(&mut form, &upload.refused);
    let is_newer = version_of(&upload.posted) != Some(draft.version);
    let new = papers_of(&upload, &[""]);
    if draft.data.papers.len() + new.len() > FILES_MAX {
        form.error_with(
            "files",
            "notices-files-many",
            vec![("max", FILES_MAX.into())],
        );
        return page(
            desk,
            draft,
            form,
            is_newer,
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    }
    let posted = upload.posted;
    let go = Go::of(&posted);
    change(&mut draft.data.papers, &new, posted.get("remove"));
    if !is_newer {
        draft
            .data
            .typed
            .insert("reasons".to_owned(), typed(&posted));
    }
    if go == Go::On {
        read(&mut form, &desk, &mut draft, is_newer);
    }
    // Files are kept whatever else is wrong with the form, and whichever window added them.
    let saved = desk.save(&mut draft).await?;
    if !saved && !new.is_empty() {
        change(&mut draft.data.papers, &new, posted.get("remove"));
        desk.save(&mut draft).await?;
    }
    if !form.is_ok() {
        return page(
            desk,
            draft,
            form,
            is_newer,
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    }
    if is_newer || !saved {
        return page(desk, draft, form, true, StatusCode::CONFLICT).await;
    }
    go_on(desk, go).await
}

/// Reads the answers into the draft.
fn read(form: &mut FormState, desk: &Desk, draft: &mut Draft<ResponseDraft>, is_newer: bool) {
    let ground = form
        .choose_from("ground", &GROUNDS, "response-ground-error")
        .unwrap_or_default();
    let statement = form.required("statement", STATEMENT_MAX, "response-statement-error");
    let name = form.required("name", NAME_MAX, "response-name-error");
    let address = form.required("address", ADDRESS_MAX, "response-address-error");
    let phone = form.required("phone", PHONE_MAX, "response-phone-error");
    if proof_is_required(&desk.scope.pack) && draft.data.papers.is_empty() {
        form.error("files", "response-files-error");
    }
    if form.is_ok() && !is_newer {
        let data = &mut draft.data;
        ground.clone_into(&mut data.ground);
        (data.statement, data.name, data.address, data.phone) = (statement, name, address, phone);
        data.typed.remove("reasons");
    }
}

async fn go_on(mut desk: Desk, go: Go) -> PageResult {
    let number = desk.scope.file.number.clone();
    Ok(match go {
        Go::Stay => see_other(urls::response_step(&number, "reasons")),
        Go::On => see_other(urls::response_step(&number, "declarations")),
        Go::Later => {
            desk.scope.flash(Flash::done("notices-flash-saved")).await?;
            see_other(urls::case(&number))
        }
    })
}

/// `POST /cases/{number}/response/reasons/autosave`: for the script, which shows the answer.
pub async fn autosave(visitor: Visitor, path: Path<String>, posted: Posted) -> PageResult {
    let desk = Desk::open(visitor, &path).await?;
    let Some(mut draft) = desk.draft().await? else {
        return Err(WebError::NotFound);
    };
    if version_of(&posted) != Some(draft.version) {
        return Ok(HttpResponse::Conflict().json(serde_json::json!({ "version": draft.version })));
    }
    draft
        .data
        .typed
        .insert("reasons".to_owned(), typed(&posted));
    if !desk.save(&mut draft).await? {
        return Ok(HttpResponse::Conflict().json(serde_json::json!({ "version": draft.version })));
    }
    let page = desk.scope.visitor.page();
    let text = page.with1("common-saved-at", "time", page.clock_time(draft.updated_at));
    Ok(HttpResponse::Ok().json(serde_json::json!({ "version": draft.version, "text": text })))
}
