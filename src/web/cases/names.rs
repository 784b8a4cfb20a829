//! What a case is called in the lists of one seller among several, who does not learn who the others are.

use crate::domain::access::seats;
use crate::domain::cases::CaseFile;
use crate::i18n::Words;
use crate::services::{acts, doors};
use crate::storage::cases::CaseHead;
use crate::storage::{ReadTx, StorageResult};
use crate::web::session::Visitor;

/// What a case is called in the reader's language, after its sides.
pub fn called(words: &Words, head: &CaseHead) -> String {
    let versus = words.t("case-versus");
    format!("{} {versus} {}", head.claimant_name, head.respondent_name)
}

/// Whether the name of a case speaks of several sellers, as `Yunhe Home +2`.
fn names_several(head: &CaseHead) -> bool {
    head.respondent_name.contains(" +")
}

/// Puts the reader's own name where a case is called after the first of several sellers.
///
/// # Errors
/// Faults of the database.
pub async fn own<'a>(
    visitor: &Visitor,
    heads: impl IntoIterator<Item = &'a mut CaseHead>,
) -> StorageResult<()> {
    let mut several: Vec<&mut CaseHead> = heads.into_iter().filter(|h| names_several(h)).collect();
    if several.is_empty() {
        return Ok(());
    }
    let ids: Vec<_> = several.iter().map(|head| head.id).collect();
    let load = move |tx: &mut ReadTx<'_>| ids.iter().map(|id| acts::load(tx, *id)).collect();
    let files: Vec<CaseFile> = visitor.app.store.read(load).await?;
    for (head, file) in several.iter_mut().zip(&files) {
        let seat = seats(file, &visitor.person(), visitor.app.now());
        let party = match (seat.first(), visitor.confirmed_email()) {
            (Some(seat), _) => seat.party,
            (None, Some(email)) => doors::waiting(file, email).map(|party| party.no),
            (None, None) => None,
        };
        let (claimant, respondent) = file.sides_for(party);
        head.claimant_name = claimant;
        head.respondent_name = respondent;
    }
    Ok(())
}
