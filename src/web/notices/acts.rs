//! What claimant, seller, marketplace and registry do with a notice besides measures and answers: name
//! and add what is missing, show a delay or a court action, agree to arbitration, take the notice back,
//! enter a court's order and record what the court found.

pub mod action;
pub mod arbitration;
pub mod completion;
pub mod court;
pub mod delay;
pub mod outcome;
pub mod send_back;
pub mod withdraw;

use crate::domain::Role;
use crate::domain::acts::{Act, Refusal};
use crate::domain::cases::{Kind, decide};
use crate::domain::evidence::{ExhibitKind, FileRef, NewExhibit};
use crate::domain::procedures::Attestation;
use crate::services::acts::ActError;
use crate::services::drafts::answers::{Joint, perform_with_exhibits};
use crate::web::errors::WebError;
use crate::web::forms::{Choice, FormState, Posted};
use crate::web::page::Page;
use crate::web::scope::CaseScope;
use crate::web::session::Visitor;
use crate::web::uploads::{self, RefusedFile, Uploaded};

/// Opens a notice's case for one of these roles; for others the page does not exist.
pub async fn open(visitor: Visitor, number: &str, roles: &[Role]) -> Result<CaseScope, WebError> {
    let scope = CaseScope::open(visitor, number).await?;
    scope.require(roles)?;
    if scope.file.kind == Kind::Notice {
        Ok(scope)
    } else {
        Err(WebError::NotFound)
    }
}

/// The tracks in which an act would be accepted now.
fn tracks_open(scope: &CaseScope, act: impl Fn(u32) -> Act) -> Vec<u32> {
    let mine =
        |party: u32| scope.actor.role != Role::Respondent || scope.actor.party == Some(party);
    scope
        .file
        .tracks
        .iter()
        .filter(|track| mine(track.respondent))
        .map(|track| track.no)
        .filter(|no| scope.would_accept(&act(*no)))
        .collect()
}

/// The page that says why an act is not possible in the track that matters to the visitor.
pub fn impossible(scope: &CaseScope, act: &Act) -> WebError {
    let refusal = match decide(&scope.file, scope.law(), &scope.actor, act, scope.now) {
        Err(refusal) => refusal,
        Ok(_) => Refusal::AlreadyDone,
    };
    scope.refused(&Posted::default(), ActError::Refused(refusal))
}

/// Tracks to choose from, by the seller's name.
fn track_choices(page: &Page, scope: &CaseScope, tracks: &[u32]) -> Vec<Choice> {
    let choice = |no: &u32| {
        let name = scope
            .file
            .respondent(*no)
            .map(|party| party.name.clone())
            .unwrap_or_default();
        let count = scope.file.listings_of(*no).count();
        Choice::new(no.to_string(), name).hint(page.with1(
            "notices-check-listings-count",
            "count",
            count,
        ))
    };
    tracks.iter().map(choice).collect()
}

/// The track of the form: the chosen one, or the only one there is.
fn chosen(form: &mut FormState, tracks: &[u32]) -> Option<u32> {
    if let [only] = tracks {
        return Some(*only);
    }
    let found = form
        .value("track")
        .parse()
        .ok()
        .filter(|no| tracks.contains(no));
    if found.is_none() {
        form.error("track", "notices-track-error");
    }
    found
}

/// A form filled with the only track, where there is one.
fn form_for(tracks: &[u32]) -> FormState {
    let mut form = FormState::new();
    if let [only] = tracks {
        form.set("track", only.to_string());
    }
    form
}

/// The declarations of a document of the case's rules.
fn declarations_of<'a>(scope: &'a CaseScope, document: &str) -> Vec<&'a Attestation> {
    scope
        .pack
        .document(document)
        .map(|document| scope.pack.attestations_of(document).collect())
        .unwrap_or_default()
}

/// A file that comes with an act, as an exhibit with a title in the language of the case.
fn exhibit(scope: &CaseScope, file: FileRef, title: &str) -> NewExhibit {
    let locale = crate::i18n::Locale::parse(&scope.file.language).unwrap_or_default();
    let title = scope.visitor.app.words(locale).t(title).to_owned();
    NewExhibit {
        file,
        title,
        kind: ExhibitKind::Other,
        description: String::new(),
        claim: 0,
    }
}

/// The file of the field `copy`: chosen now, or kept from the try before. It is kept with the form, since
/// browsers do not send a chosen file back into it.
fn copy_of(
    scope: &CaseScope,
    form: &mut FormState,
    files: Vec<Uploaded>,
    refused: &[RefusedFile],
) -> Result<Option<FileRef>, WebError> {
    crate::web::notices::note_refused(form, refused);
    let about = format!("{}:copy", scope.file.number);
    let chosen = files
        .into_iter()
        .find(|uploaded| uploaded.field == "copy")
        .map(|uploaded| uploaded.file);
    let copy = chosen.or_else(|| uploads::unseal(&scope.visitor, &about, form.value("copy-kept")));
    if let Some(file) = &copy {
        form.set("copy-kept", uploads::seal(&scope.visitor, &about, file)?)
            .set("copy-name", &file.name);
    }
    Ok(copy)
}

/// The file of a field: chosen now, or kept from the try before, in `<field>-kept` with its name in
/// `<field>-name`.
fn file_of(
    scope: &CaseScope,
    form: &mut FormState,
    field: &str,
    files: &mut Vec<Uploaded>,
) -> Result<Option<FileRef>, WebError> {
    let about = format!("{}:{field}", scope.file.number);
    let kept = format!("{field}-kept");
    let chosen = files
        .iter()
        .position(|uploaded| uploaded.field == field)
        .map(|at| files.remove(at).file);
    let file = chosen.or_else(|| uploads::unseal(&scope.visitor, &about, form.value(&kept)));
    if let Some(file) = &file {
        form.set(&kept, uploads::seal(&scope.visitor, &about, file)?)
            .set(&format!("{field}-name"), &file.name);
    }
    Ok(file)
}

/// Records an act together with its exhibits, once for each form.
async fn perform(
    scope: &CaseScope,
    posted: &Posted,
    act: Act,
    exhibits: Vec<NewExhibit>,
    exhibits_first: bool,
) -> Result<crate::domain::acts::Receipt, ActError> {
    let key = Some(posted.get("form"))
        .filter(|key| (16..=64).contains(&key.len()))
        .map(|key| format!("{}:{key}", scope.file.number));
    let joint = Joint {
        case: scope.file.id,
        seen: posted.get("seen").parse().ok(),
        key,
        actor: scope.actor.clone(),
        act,
        exhibits,
        exhibits_first,
    };
    perform_with_exhibits(&scope.visitor.app, joint).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_track_needs_no_choice_and_several_need_one() {
        let mut form = FormState::new();
        assert_eq!(chosen(&mut form, &[3]), Some(3));
        assert!(form.is_ok());
        assert_eq!(chosen(&mut form, &[1, 2]), None);
        assert!(form.has_error("track"));
        let mut form = FormState::new();
        form.set("track", "2");
        assert_eq!(chosen(&mut form, &[1, 2]), Some(2));
        form.set("track", "9");
        assert_eq!(chosen(&mut form, &[1, 2]), None);
    }
}
