//! Evidence and the other papers that the law asks for.

use crate::domain::evidence::ExhibitKind;
use crate::services::drafts::notices::purposes;
use crate::services::drafts::{FILES_MAX, Paper};
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState};
use crate::web::notices::wizard::{Frame, Go, Wizard};
use crate::web::page::{Page, parts::FileRow, render};
use crate::web::uploads::Upload;
use crate::web::words;
use actix_web::http::StatusCode;
use askama::Template;

/// A question that files answer.
struct Group {
    /// name of its field
    field: String,
    title: String,
    hint: String,
    files: Vec<FileRow>,
    /// asks what kind of file it is
    has_kind: bool,
}

#[derive(Template)]
#[template(path = "notices/evidence.html")]
struct Evidence {
    page: Page,
    frame: Frame,
    form: FormState,
    kinds: Vec<Choice>,
    groups: Vec<Group>,
}

/// The name of a purpose's field; evidence itself has none.
fn field_of(purpose: &str) -> &str {
    if purpose.is_empty() { "files" } else { purpose }
}

pub(super) async fn page(wizard: &mut Wizard, form: FormState, status: StatusCode) -> PageResult {
    let pack = match wizard.required_pack() {
        Ok(pack) => pack,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let (page, frame) = wizard.dress().await?;
    let draft = &wizard.draft.data;
    let group = |(purpose, required): (&'static str, bool)| {
        let field = field_of(purpose);
        let hint = format!(
            "notices-evidence-{field}-{}",
            if required { "must" } else { "may" }
        );
        Group {
            title: page.t(&format!("notices-evidence-{field}")).to_owned(),
            hint: page.t(&hint).to_owned(),
            files: draft
                .papers
                .iter()
                .filter(|paper| paper.purpose == purpose)
                .map(|paper| row(&page, paper))
                .collect(),
            has_kind: purpose.is_empty(),
            field: field.to_owned(),
        }
    };
    let groups = purposes(&pack, &draft.sender.capacity)
        .into_iter()
        .map(group)
        .collect();
    let kinds = kinds(&page);
    render(
        &Evidence {
            frame,
            form,
            kinds,
            groups,
            page,
        },
        status,
    )
}

/// The kinds of evidence to choose from.
pub fn kinds(page: &Page) -> Vec<Choice> {
    ExhibitKind::ALL
        .iter()
        .map(|kind| {
            Choice::new(
                kind.as_str(),
                words::said(&page.words, "exhibit-kind", kind.as_str()),
            )
        })
        .collect()
}

/// A file of a draft in a list.
pub fn row(page: &Page, paper: &Paper) -> FileRow {
    let kind = words::said(&page.words, "exhibit-kind", paper.kind.as_str());
    let size = page.size(paper.file.size_bytes);
    let note = if paper.purpose.is_empty() {
        page.with2("notices-file-note", "kind", kind, "size", size)
    } else {
        size
    };
    FileRow {
        label: String::new(),
        mark: "",
        name: paper.file.name.clone(),
        href: String::new(),
        note,
        is_error: false,
        remove: format!("{}:{}", paper.purpose, paper.file.digest),
    }
}

/// The uploaded files as papers of the draft; those of unknown fields are left out.
pub fn papers_of(upload: &Upload, purposes: &[&str]) -> Vec<Paper> {
    let kind = ExhibitKind::parse(upload.posted.get("kind")).unwrap_or(ExhibitKind::Other);
    let paper = |uploaded: &crate::web::uploads::Uploaded| {
        let purpose = purposes
            .iter()
            .find(|purpose| field_of(purpose) == uploaded.field)?;
        let kind = if purpose.is_empty() {
            kind
        } else {
            ExhibitKind::Other
        };
        Some(Paper {
            file: uploaded.file.clone(),
            kind,
            title: String::new(),
            purpose: (*purpose).to_owned(),
        })
    };
    upload.files.iter().filter_map(paper).collect()
}

/// Adds papers and takes away the one that a "Remove" button named.
pub fn change(papers: &mut Vec<Paper>, new: &[Paper], removed: &str) {
    papers.retain(|paper| {
        removed.is_empty() || format!("{}:{}", paper.purpose, paper.file.digest) != removed
    });
    for paper in new {
        if !papers
            .iter()
            .any(|known| known.file.digest == paper.file.digest && known.purpose == paper.purpose)
        {
            papers.push(paper.clone());
        }
    }
}

pub(super) async fn take(wizard: &mut Wizard, upload: Upload) -> PageResult {
    upload.posted.only(&[
        "version",
        "to-check",
        "do",
        "remove",
        "kind",
        "files",
        "identity",
        "authority",
    ])?;
    let pack = match wizard.required_pack() {
        Ok(pack) => pack,
        Err(elsewhere) => return Ok(elsewhere),
    };
    wizard.is_current(&upload.posted);
    let mut form = FormState::of(&upload.posted);
    crate::web::notices::note_refused(&mut form, &upload.refused);
    let asked: Vec<&str> = purposes(&pack, &wizard.draft.data.sender.capacity)
        .into_iter()
        .map(|(purpose, _)| purpose)
        .collect();
    let mut new = papers_of(&upload, &asked);
    for paper in new.iter_mut().filter(|paper| !paper.purpose.is_empty()) {
        // The record has no other place to say what such a paper is.
        wizard
            .visitor
            .words()
            .t(&format!("notices-evidence-{}-exhibit", paper.purpose))
            .clone_into(&mut paper.title);
    }
    if !super::has_room(wizard, new.len()) {
        form.error_with(
            "files",
            "notices-files-many",
            vec![("max", FILES_MAX.into())],
        );
        return super::again(wizard, form).await;
    }
    let removed = upload.posted.get("remove").to_owned();
    let go = Go::of(&upload.posted);
    wizard
        .add(|draft| {
            change(&mut draft.papers, &new, &removed);
            draft.papers_seen |= go == Go::On;
            draft.typed.remove("evidence");
        })
        .await?;
    if go == Go::On {
        for purpose in wizard.draft.data.papers_missing(&pack) {
            let key = match purpose {
                "identity" => "notices-evidence-identity-error",
                "authority" => "notices-evidence-authority-error",
                _ => "notices-evidence-files-error",
            };
            form.error(field_of(purpose), key);
        }
    }
    if !form.is_ok() {
        return super::again(wizard, form).await;
    }
    wizard.go(go).await
}
