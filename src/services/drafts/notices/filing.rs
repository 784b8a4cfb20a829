//! From a finished draft to the filing it makes, and to the question which of its listings an open case
//! holds already.

use super::{ListingDraft, NoticeDraft, Reader};
use crate::domain::Role;
use crate::domain::evidence::{ExhibitKind, NewExhibit};
use crate::domain::notices::{
    Filing, MeasureAction, NewListing, NewSeller, Notice, NoticePaper, Right, RightKind,
};
use crate::domain::parties::{Party, language_of};
use crate::domain::procedures::Pack;
use crate::services::drafts;
use crate::services::filing;
use crate::startup::App;
use crate::storage::accounts::{self, AccountRow, OrganisationKind};
use crate::storage::{ReadTx, StorageResult};
use std::sync::Arc;

/// The filing that a finished draft makes; `None` when an answer does not fit after all.
pub(super) fn filing_of(
    tx: &mut ReadTx<'_>,
    draft: &NoticeDraft,
    pack: &Pack,
    account: &AccountRow,
    reader: &Reader,
) -> StorageResult<Option<Filing>> {
    let (Some(kind), Some(asked)) = (
        RightKind::parse(&draft.right.kind),
        MeasureAction::parse(&draft.asked),
    ) else {
        return Ok(None);
    };
    let right = Right {
        kind,
        number: draft.right.number.clone(),
        territory: draft.right.territory.clone(),
        owner: draft.right.owner.clone(),
        proof: draft.right.proof.clone(),
    };
    let notice = Notice {
        right,
        statement: draft.statement.clone(),
        asked,
        declarations: draft.declarations.clone(),
        capacity: draft.sender.capacity.clone(),
        papers: papers(draft),
    };
    Ok(Some(Filing {
        pack: pack.id().to_owned(),
        language: reader.locale.clone(),
        claimant: claimant(tx, draft, account)?,
        notice,
        sellers: sellers(tx, draft, pack)?,
        marketplaces: marketplaces(tx, draft, pack, reader)?,
        listings: draft.listings.iter().map(listing).collect(),
        exhibits: exhibits(draft),
    }))
}

fn claimant(
    tx: &mut ReadTx<'_>,
    draft: &NoticeDraft,
    account: &AccountRow,
) -> StorageResult<Party> {
    // Only an owner's own company is the party; a law firm that acts for an owner is not.
    let organisation = match account.organisation_id {
        Some(id) if draft.sender.capacity == "owner" => Some(accounts::get_organisation(tx, id)?)
            .filter(|o| o.kind == OrganisationKind::Company),
        _ => None,
    };
    Ok(Party {
        no: 1,
        role: Role::Claimant,
        name: draft.sender.name.clone(),
        email: account.email.clone(),
        country: draft.sender.country.clone(),
        language: account.locale.clone(),
        zone: account.time_zone.clone(),
        account: Some(account.id),
        organisation: organisation.map(|o| o.id),
        address: draft.sender.address.clone(),
    })
}

/// Each seller once, by name, with the account that the address belongs to.
fn sellers(tx: &mut ReadTx<'_>, draft: &NoticeDraft, pack: &Pack) -> StorageResult<Vec<NewSeller>> {
    let mut sellers: Vec<NewSeller> = Vec::new();
    for listing in draft
        .listings
        .iter()
        .filter(|listing| !listing.seller.is_empty())
    {
        if let Some(known) = sellers
            .iter_mut()
            .find(|seller| seller.name.to_lowercase() == listing.seller.to_lowercase())
        {
            if known.email.is_empty() {
                listing.seller_email.clone_into(&mut known.email);
            }
            continue;
        }
        sellers.push(NewSeller {
            name: listing.seller.clone(),
            email: listing.seller_email.clone(),
            country: String::new(),
            language: language_of("", &pack.about.jurisdiction).to_owned(),
            zone: pack.about.zone.clone(),
            account: None,
        });
    }
    for seller in sellers.iter_mut().filter(|seller| !seller.email.is_empty()) {
        let account = accounts::find_by_email(tx, &seller.email.to_lowercase())?;
        if let Some(account) = account
            .filter(|account| account.confirmed_at.is_some() && account.disabled_at.is_none())
        {
            seller.account = Some(account.id);
            seller.language = account.locale;
            seller.zone = account.time_zone;
        }
    }
    Ok(sellers)
}

fn marketplaces(
    tx: &mut ReadTx<'_>,
    draft: &NoticeDraft,
    pack: &Pack,
    reader: &Reader,
) -> StorageResult<Vec<Party>> {
    let mut ids = Vec::new();
    for id in draft
        .listings
        .iter()
        .filter_map(|listing| listing.marketplace)
    {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter()
        .map(|id| {
            let organisation = accounts::get_organisation(tx, id)?;
            Ok(Party {
                no: 0,
                role: Role::Marketplace,
                name: organisation.name,
                email: String::new(),
                country: organisation.country,
                language: reader.locale.clone(),
                zone: pack.about.zone.clone(),
                account: None,
                organisation: Some(organisation.id),
                address: String::new(),
            })
        })
        .collect()
}

fn listing(listing: &ListingDraft) -> NewListing {
    NewListing {
        marketplace: listing.marketplace,
        marketplace_name: listing.marketplace_name.clone(),
        url: listing.url.clone(),
        item: listing.item.clone(),
        title: listing.title.clone(),
        seller: listing.seller.clone(),
        wrong: listing.wrong.clone(),
    }
}

/// The papers with the questions of the pack's document that they answer.
fn papers(draft: &NoticeDraft) -> Vec<NoticePaper> {
    let paper = |paper: &drafts::Paper| NoticePaper {
        field: super::field_of(&paper.purpose).to_owned(),
        file: paper.file.clone(),
    };
    draft.papers.iter().map(paper).collect()
}

/// The proof of the right comes first, then the papers in the order they were given.
fn exhibits(draft: &NoticeDraft) -> Vec<NewExhibit> {
    let proof = draft.right.proof.iter().map(|file| NewExhibit {
        file: file.clone(),
        title: String::new(),
        kind: ExhibitKind::Registration,
        description: String::new(),
        claim: 0,
    });
    proof
        .chain(draft.papers.iter().map(drafts::Paper::exhibit))
        .collect()
}

/// The listings of a draft that an open case of the same right already holds.
///
/// # Errors
/// Faults of the database.
pub async fn duplicates(
    app: &Arc<App>,
    draft: &NoticeDraft,
) -> StorageResult<Vec<filing::Duplicate>> {
    let Some(kind) = RightKind::parse(&draft.right.kind) else {
        return Ok(Vec::new());
    };
    let right = Right {
        kind,
        number: draft.right.number.clone(),
        territory: draft.right.territory.clone(),
        owner: draft.right.owner.clone(),
        proof: Vec::new(),
    };
    let nobody = Party {
        no: 1,
        role: Role::Claimant,
        name: String::new(),
        email: String::new(),
        country: String::new(),
        language: String::new(),
        zone: String::new(),
        account: None,
        organisation: None,
        address: String::new(),
    };
    // Only the right and the listings are compared.
    let question = Filing {
        pack: draft.pack.clone(),
        language: String::new(),
        claimant: nobody,
        notice: Notice {
            right,
            statement: String::new(),
            asked: MeasureAction::Hide,
            declarations: Vec::new(),
            capacity: String::new(),
            papers: Vec::new(),
        },
        sellers: Vec::new(),
        marketplaces: Vec::new(),
        listings: draft.listings.iter().map(listing).collect(),
        exhibits: Vec::new(),
    };
    filing::duplicates(app, question).await
}
