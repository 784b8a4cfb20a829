//! The right relied on, with its proof.

use crate::domain::notices::RightKind;
use crate::domain::procedures::Pack;
use crate::services::drafts::notices::{proof_is_required, rights_of};
use crate::web::errors::PageResult;
use crate::web::forms::{Choice, FormState};
use crate::web::notices::wizard::{Frame, Go, Wizard};
use crate::web::page::{Page, parts::FileRow, render};
use crate::web::uploads::Upload;
use crate::web::words;
use actix_web::http::StatusCode;
use askama::Template;

const NUMBER_MAX: usize = 300;
const WORDS_MAX: usize = 200;

#[derive(Template)]
#[template(path = "notices/right.html")]
struct RightPage {
    page: Page,
    frame: Frame,
    form: FormState,
    kinds: Vec<Choice>,
    only_copyright: bool,
    takes_rules: bool,
    proof_hint: String,
    files: Vec<FileRow>,
}

pub(super) fn fill(wizard: &Wizard) -> FormState {
    let pack = wizard.pack();
    wizard.form(|form, draft| {
        let right = &draft.right;
        let owner = if right.owner.is_empty() && draft.sender.capacity == "owner" {
            &draft.sender.name
        } else {
            &right.owner
        };
        form.set("kind", &right.kind)
            .set("number", &right.number)
            .set("territory", &right.territory)
            .set("owner", owner);
        if let Some([only]) = pack.as_deref().map(rights_of) {
            form.set("kind", only.as_str());
        }
    })
}

pub(super) async fn page(wizard: &mut Wizard, form: FormState, status: StatusCode) -> PageResult {
    let pack = match wizard.required_pack() {
        Ok(pack) => pack,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let (page, frame) = wizard.dress().await?;
    let rights = rights_of(&pack);
    let kinds = rights
        .iter()
        .map(|kind| {
            Choice::new(
                kind.as_str(),
                words::said(&page.words, "right", kind.as_str()),
            )
        })
        .collect();
    let hint = if proof_is_required(&pack) {
        "notices-right-proof-must"
    } else {
        "notices-right-proof-may"
    };
    let files = wizard
        .draft
        .data
        .right
        .proof
        .iter()
        .map(|file| FileRow {
            label: String::new(),
            mark: "",
            name: file.name.clone(),
            href: String::new(),
            note: page.size(file.size_bytes),
            is_error: false,
            remove: file.digest.clone(),
        })
        .collect();
    let proof_hint = page.t(hint).to_owned();
    render(
        &RightPage {
            frame,
            form,
            kinds,
            only_copyright: rights.len() == 1,
            takes_rules: rights.contains(&RightKind::Rule),
            proof_hint,
            files,
            page,
        },
        status,
    )
}

pub(super) async fn take(wizard: &mut Wizard, upload: Upload) -> PageResult {
    let Upload {
        posted,
        files,
        refused,
    } = upload;
    posted.only(&[
        "version",
        "to-check",
        "do",
        "remove",
        "kind",
        "number",
        "territory",
        "owner",
        "files",
    ])?;
    let pack = match wizard.required_pack() {
        Ok(pack) => pack,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let is_current = wizard.is_current(&posted);
    let mut form = FormState::of(&posted);
    crate::web::notices::note_refused(&mut form, &refused);
    let new: Vec<_> = files.into_iter().map(|uploaded| uploaded.file).collect();
    if !super::has_room(wizard, new.len()) {
        form.error_with(
            "files",
            "notices-files-many",
            vec![("max", crate::services::drafts::FILES_MAX.into())],
        );
        return super::again(wizard, form).await;
    }
    let go = Go::of(&posted);
    let removed = posted.get("remove").to_owned();
    if !new.is_empty() || !removed.is_empty() || go == Go::Stay {
        let typed = super::typed(&posted);
        wizard
            .add(|draft| {
                draft
                    .right
                    .proof
                    .retain(|file| removed.is_empty() || file.digest != removed);
                for file in &new {
                    if !draft.right.proof.contains(file) {
                        draft.right.proof.push(file.clone());
                    }
                }
                if is_current {
                    draft.typed.insert("right".to_owned(), typed.clone());
                }
            })
            .await?;
    }
    if go != Go::On && form.is_ok() {
        return wizard.go(go).await;
    }
    if go != Go::On {
        return super::again(wizard, form).await;
    }
    read(wizard, &mut form, &pack);
    if !form.is_ok() {
        return super::again(wizard, form).await;
    }
    wizard.is_newer = !is_current;
    if is_current {
        let right = &mut wizard.draft.data.right;
        form.value("kind").clone_into(&mut right.kind);
        form.value("number").clone_into(&mut right.number);
        form.value("territory").clone_into(&mut right.territory);
        form.value("owner").clone_into(&mut right.owner);
    }
    super::save(wizard, &posted, form).await
}

fn read(wizard: &Wizard, form: &mut FormState, pack: &Pack) {
    let rights: Vec<&str> = rights_of(pack).iter().map(|kind| kind.as_str()).collect();
    let kind = form.choose_from("kind", &rights, "notices-right-kind-error");
    let is_copyright = kind == Some(RightKind::Copyright.as_str());
    let is_rule = kind == Some(RightKind::Rule.as_str());
    form.required(
        "number",
        NUMBER_MAX,
        if is_rule {
            "notices-right-rule-error"
        } else if is_copyright {
            "notices-right-work-error"
        } else {
            "notices-right-number-error"
        },
    );
    if is_copyright || is_rule {
        // A work is protected without a register, in most countries at once; a rule names its own country.
        form.optional("territory", WORDS_MAX);
    } else {
        form.required("territory", WORDS_MAX, "notices-right-territory-error");
    }
    if is_rule {
        form.optional("owner", WORDS_MAX);
    } else {
        form.required("owner", WORDS_MAX, "notices-right-owner-error");
    }
    if proof_is_required(pack) && wizard.draft.data.right.proof.is_empty() {
        form.error("files", "notices-right-proof-error");
    }
}
