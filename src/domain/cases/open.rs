//! How a case begins: a notice fans out into one track for every seller, a complaint has one.

use super::planner::{Law, Planner};
use super::{CaseFile, Kind, Opening, PackRef, next_no};
use crate::domain::acts::{Addressee, Effect, LetterOrder, Plan, Refusal};
use crate::domain::ids::{CaseId, CaseNumber};
use crate::domain::notices::{Listing, MeasureValue, NewSeller, Track};
use crate::domain::parties::{Actor, Party, language_of};
use crate::domain::procedures::{ActName, Settings};
use crate::domain::{Role, complaints, matters, notices};
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The most listings one notice may name where the pack says nothing else.
pub const MAX_LISTINGS: usize = 300;

fn respondent(no: u32, seller: NewSeller) -> Party {
    Party {
        no,
        role: Role::Respondent,
        name: seller.name,
        email: seller.email,
        country: seller.country,
        language: seller.language,
        zone: seller.zone,
        account: seller.account,
        organisation: None,
        address: String::new(),
    }
}

fn track(no: u32, respondent: u32, state: &str, now: Timestamp) -> Track {
    Track {
        no,
        respondent,
        state: state.to_owned(),
        since: now,
        answer: None,
        action: None,
        order: None,
        asked: None,
        consents: Vec::new(),
        outcome: None,
    }
}

fn pack_ref(law: &Law<'_>, settings: &Settings) -> PackRef {
    PackRef {
        id: law.pack.id().to_owned(),
        version: law.pack.version().to_owned(),
        digest: law.pack.digest().to_owned(),
        settings: settings.clone(),
    }
}

/// Opens a case for a notice; it keeps the operator's `settings` of the day for good.
///
/// # Errors
/// If the notice has no listing or too many, or if claimant and seller are one person.
pub fn open_notice(
    filing: &notices::Filing,
    law: &Law<'_>,
    settings: &Settings,
    actor: &Actor,
    id: CaseId,
    number: CaseNumber,
    now: Timestamp,
) -> Result<(CaseFile, Plan), Refusal> {
    let limit = law
        .pack
        .about
        .max_listings
        .map_or(MAX_LISTINGS, |n| n as usize);
    if filing.listings.is_empty() {
        return Err(Refusal::Missing {
            what: "listings".into(),
        });
    }
    if filing.listings.len() > limit {
        return Err(Refusal::Limit {
            what: "listings".into(),
            limit: limit as u64,
        });
    }
    let first_state = law.pack.initial().map(|s| s.id.clone()).unwrap_or_default();
    let mut parties = vec![Party {
        no: 1,
        role: Role::Claimant,
        ..filing.claimant.clone()
    }];
    let mut tracks: Vec<Track> = Vec::new();
    let mut listings: Vec<Listing> = Vec::new();
    let mut by_seller: BTreeMap<(String, String), u32> = BTreeMap::new();
    for new in &filing.listings {
        // Sellers are told apart by name; where only the marketplace knows the seller, its
        // unnamed listings share one track.
        let key = if new.seller.is_empty() {
            (String::new(), new.marketplace_name.to_lowercase())
        } else {
            (new.seller.to_lowercase(), String::new())
        };
        let track_no = match by_seller.get(&key) {
            Some(no) => *no,
            None => {
                let party_no = next_no(parties.len());
                let seller = filing
                    .sellers
                    .iter()
                    .find(|s| !new.seller.is_empty() && s.name.to_lowercase() == key.0)
                    .cloned()
                    .unwrap_or_else(|| NewSeller {
                        // Nobody named the seller: it goes by where its first listing is.
                        name: [&new.seller, &new.item, &new.url, &new.marketplace_name]
                            .into_iter()
                            .find(|name| !name.is_empty())
                            .cloned()
                            .unwrap_or_default(),
                        email: String::new(),
                        country: String::new(),
                        language: language_of("", &law.pack.about.jurisdiction).to_owned(),
                        zone: law.pack.about.zone.clone(),
                        account: None,
                    });
                if seller.account.is_some() && seller.account == filing.claimant.account {
                    return Err(Refusal::SameParty);
                }
                parties.push(respondent(party_no, seller));
                let no = next_no(tracks.len());
                tracks.push(track(no, party_no, &first_state, now));
                by_seller.insert(key, no);
                no
            }
        };
        listings.push(Listing {
            no: next_no(listings.len()),
            track: track_no,
            marketplace: new.marketplace,
            marketplace_name: new.marketplace_name.clone(),
            url: new.url.clone(),
            item: new.item.clone(),
            title: new.title.clone(),
            seller: new.seller.clone(),
            wrong: new.wrong.clone(),
            measure: MeasureValue::Live,
            measure_since: now,
            order: None,
            reasons: None,
        });
    }
    add_marketplaces(&mut parties, &filing.marketplaces);
    let opening = Opening {
        id,
        number,
        kind: Kind::Notice,
        pack: pack_ref(law, settings),
        language: filing.language.clone(),
        parties,
        notice: Some(filing.notice.clone()),
        complaint: None,
        tracks,
        listings,
    };
    begin(opening, None, &filing.exhibits, law, actor, now)
}

/// Opens a case for a complaint; it keeps the operator's `settings` of the day for good.
///
/// # Errors
/// If consumer and seller are one person.
pub fn open_complaint(
    filing: &complaints::Filing,
    law: &Law<'_>,
    settings: &Settings,
    actor: &Actor,
    id: CaseId,
    number: CaseNumber,
    now: Timestamp,
) -> Result<(CaseFile, Plan), Refusal> {
    let same_account =
        filing.seller.account.is_some() && filing.seller.account == filing.claimant.account;
    let same_address = !filing.seller.email.is_empty()
        && filing
            .seller
            .email
            .eq_ignore_ascii_case(&filing.claimant.email);
    if same_account || same_address {
        return Err(Refusal::SameParty);
    }
    let mut parties = vec![
        Party {
            no: 1,
            role: Role::Claimant,
            ..filing.claimant.clone()
        },
        respondent(2, filing.seller.clone()),
    ];
    add_marketplaces(&mut parties, &filing.marketplaces);
    let opening = Opening {
        id,
        number,
        kind: Kind::Complaint,
        pack: pack_ref(law, settings),
        language: filing.language.clone(),
        parties,
        notice: None,
        complaint: Some(filing.complaint.clone()),
        tracks: vec![track(
            1,
            2,
            &law.pack.initial().map(|s| s.id.clone()).unwrap_or_default(),
            now,
        )],
        listings: Vec::new(),
    };
    begin(opening, None, &filing.exhibits, law, actor, now)
}

/// Opens a case for a matter; it keeps the operator's `settings` of the day for good.
///
/// # Errors
/// If both sides are one person, or the paper does not fit its document.
pub fn open_matter(
    filing: &matters::Filing,
    law: &Law<'_>,
    settings: &Settings,
    actor: &Actor,
    id: CaseId,
    number: CaseNumber,
    now: Timestamp,
) -> Result<(CaseFile, Plan), Refusal> {
    let (own, other) = (&filing.claimant, &filing.respondent);
    let same_account = other.account.is_some() && other.account == own.account;
    let same_address = !other.email.is_empty() && other.email.eq_ignore_ascii_case(&own.email);
    if same_account || same_address {
        return Err(Refusal::SameParty);
    }
    let state = law.pack.initial().map(|s| s.id.clone()).unwrap_or_default();
    let opening = Opening {
        id,
        number,
        kind: Kind::Matter,
        pack: pack_ref(law, settings),
        language: filing.language.clone(),
        parties: vec![
            Party {
                no: 1,
                role: Role::Claimant,
                ..own.clone()
            },
            respondent(2, other.clone()),
        ],
        notice: None,
        complaint: None,
        tracks: vec![track(1, 2, &state, now)],
        listings: Vec::new(),
    };
    begin(
        opening,
        Some(&filing.filled),
        &filing.exhibits,
        law,
        actor,
        now,
    )
}

fn add_marketplaces(parties: &mut Vec<Party>, marketplaces: &[Party]) {
    for marketplace in marketplaces {
        let no = next_no(parties.len());
        parties.push(Party {
            no,
            role: Role::Marketplace,
            ..marketplace.clone()
        });
    }
}

fn begin(
    opening: Opening,
    paper: Option<&matters::Filled>,
    exhibits: &[crate::domain::evidence::NewExhibit],
    law: &Law<'_>,
    actor: &Actor,
    now: Timestamp,
) -> Result<(CaseFile, Plan), Refusal> {
    let effects = [Effect::Opened {
        opening: Box::new(opening),
    }];
    let file = CaseFile::opened(&effects, now).ok_or(Refusal::Missing {
        what: "opening".into(),
    })?;
    let [opened] = effects;
    let mut planner = Planner::new(Cow::Owned(file), *law, actor.clone(), now);
    planner.does(opened);
    match paper {
        Some(filled) => matters::rules::first_paper(&mut planner, 1, filled, exhibits)?,
        None => {
            planner.file_exhibits(exhibits);
        }
    }
    for no in planner.file.tracks.iter().map(|t| t.no).collect::<Vec<_>>() {
        if paper.is_none() {
            planner.complete = notices::gaps::of_notice(&planner.file, law.pack, no).is_empty();
        }
        planner.step(no, ActName::File)?;
    }
    planner.letter(LetterOrder {
        kind: "filing-received".into(),
        to: Addressee::Party(1),
        track: None,
        clock: None,
        quote: None,
        listings: planner.file.listings.iter().map(|l| l.no).collect(),
        args: BTreeMap::new(),
        page: String::new(),
    });
    Ok(planner.finish())
}
