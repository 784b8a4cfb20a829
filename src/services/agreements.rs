//! The settlement agreement as a paper: what both sides accepted, made from the entry that recorded it.

use crate::documents::{
    AgreementDocument, AgreementLabels, Document, DocumentError, Duty, Fact, Frame, FrameLabels,
    Record, Signature, markdown,
};
use crate::domain::Role;
use crate::domain::acts::Effect;
use crate::domain::cases::CaseFile;
use crate::domain::docket::Entry;
use crate::domain::settlements::{Obligation, Offer, OfferState};
use crate::i18n::{Words, dates, figures, said};
use crate::startup::App;
use crate::storage::docket::DocketRow;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::sync::Arc;

/// The offers of a track that were accepted; the whole case's for `None`.
pub fn accepted(file: &CaseFile, track: Option<u32>) -> impl Iterator<Item = &Offer> {
    file.offers.iter().filter(move |offer| {
        offer.state == OfferState::Accepted && track.is_none_or(|track| offer.track == track)
    })
}

/// The paper of an accepted offer as a PDF; `None` when the entry of its acceptance is not among `rows`.
///
/// # Errors
/// When the document cannot be made.
pub async fn render(
    app: &Arc<App>,
    file: &CaseFile,
    offer: &Offer,
    rows: &[DocketRow],
    words: &Words,
) -> Result<Option<Vec<u8>>, DocumentError> {
    let Some(document) = compose(app, file, offer, rows, words) else {
        return Ok(None);
    };
    let document = Document::Agreement(Box::new(document));
    app.typesetter.render(&document).await.map(Some)
}

fn compose(
    app: &App,
    file: &CaseFile,
    offer: &Offer,
    rows: &[DocketRow],
    words: &Words,
) -> Option<AgreementDocument> {
    let entries = rows.iter().filter_map(|row| {
        let entry: Entry = serde_json::from_str(&row.entry.0).ok()?;
        Some((row, entry))
    });
    let entries: Vec<(&DocketRow, Entry)> = entries.collect();
    let (row, entry) = entries.iter().find(|(_, entry)| accepts(entry, offer.no))?;
    let day = |at: Timestamp| dates::day(words, dates::date_of(at, &TimeZone::UTC));
    let maker = if file.is_side(offer.by) {
        side_name(file, offer, offer.by)
    } else {
        offer.name.clone()
    };
    let mut facts = vec![
        Fact::new(
            words.t("documents-fact-offer"),
            words.with(
                "documents-fact-offer-text",
                &[
                    ("no", offer.no.into()),
                    ("name", maker.as_str().into()),
                    ("day", day(offer.made_at).as_str().into()),
                ],
            ),
        ),
        Fact::new(words.t("documents-fact-accepted"), day(row.at)),
    ];
    if let Some(complaint) = &file.complaint {
        facts.push(Fact::new(
            words.t("documents-fact-order"),
            format!(
                "{}, {}",
                complaint.order_reference, complaint.marketplace_name
            ),
        ));
    }
    let owed = entry.effects.iter().filter_map(|effect| match effect {
        Effect::ObligationArose { obligation } => Some(duty(file, obligation, words)),
        _ => None,
    });
    let mut terms: Vec<Duty> = owed.collect();
    if terms.is_empty() {
        terms.push(measure(file, offer, words));
    }
    // Who accepted when: the maker by offering, the other by the entry; a proposal needs both.
    let agreed_at = |role: Role| {
        let own = entries.iter().find(|(_, entry)| {
            entry.effects.iter().any(|effect| {
                matches!(effect, Effect::OfferSupported { offer: no, role: by } if *no == offer.no && *by == role)
            })
        });
        match own {
            Some((row, _)) => row.at,
            None if offer.by == role => offer.made_at,
            None => row.at,
        }
    };
    let signatures = [Role::Claimant, Role::Respondent].map(|role| Signature {
        name: side_name(file, offer, role),
        capacity: said::role(words, role),
        mark: words.with1(
            "documents-accepted-electronically",
            "when",
            format!(
                "{} UTC",
                dates::full(words, agreed_at(role), &TimeZone::UTC)
            ),
        ),
    });
    let party = |party| super::decisions::party(party, words);
    Some(AgreementDocument {
        frame: Frame {
            language: words.locale.tag().to_owned(),
            institution: app.config.product.name.clone(),
            case_number: file.number.to_string(),
            title: words.t("documents-title-agreement").to_owned(),
            banner: app
                .config
                .is_demo()
                .then(|| words.t("documents-banner-demo").to_owned()),
            made_at: row.at,
            labels: FrameLabels::in_words(words),
        },
        subtitle: file
            .complaint
            .as_ref()
            .map(|complaint| complaint.goods.clone())
            .unwrap_or_default(),
        claimants: file.claimant().map(party).into_iter().collect(),
        respondents: file
            .respondent(offer.track)
            .map(party)
            .into_iter()
            .collect(),
        facts,
        background: Vec::new(),
        terms_lead: String::new(),
        terms,
        further: markdown::plain(&offer.terms.text),
        effect: markdown::plain(words.t("documents-agreement-effect")),
        place: String::new(),
        date: day(row.at),
        signatures: signatures.into(),
        record: Record {
            title: words.t("documents-record-title").to_owned(),
            statement: words.t("documents-record-receipt").to_owned(),
            digest: row.hash.clone(),
            address: app.urls.absolute(&crate::urls::timeline(&file.number)),
        },
        labels: AgreementLabels::in_words(words),
    })
}

/// Whether an entry recorded that the offer became the agreement.
fn accepts(entry: &Entry, no: u32) -> bool {
    entry.effects.iter().any(|effect| {
        matches!(effect, Effect::OfferClosed { offer, state: OfferState::Accepted, .. } if *offer == no)
    })
}

fn side_name(file: &CaseFile, offer: &Offer, role: Role) -> String {
    let party = if role == Role::Claimant {
        file.claimant()
    } else {
        file.respondent(offer.track)
    };
    party.map(|party| party.name.clone()).unwrap_or_default()
}

fn duty(file: &CaseFile, obligation: &Obligation, words: &Words) -> Duty {
    let mut what = said::said(words, "remedy", obligation.remedy.as_str());
    if obligation.parts > 1 {
        what = words.with(
            "settlements-part",
            &[
                ("what", what.as_str().into()),
                ("part", obligation.part.into()),
                ("parts", obligation.parts.into()),
            ],
        );
    }
    let debtor = file.party(obligation.debtor);
    Duty {
        who: debtor.map(|party| party.name.clone()).unwrap_or_default(),
        what,
        amount: obligation
            .amount
            .as_ref()
            .map(|money| figures::money(words, money.minor, &money.currency))
            .unwrap_or_default(),
        due: dates::day(words, obligation.due_on),
    }
}

/// What happens to listings, which the marketplace and not a side carries out.
fn measure(file: &CaseFile, offer: &Offer, words: &Words) -> Duty {
    let marketplace = file.parties_of(Role::Marketplace).next();
    Duty {
        who: marketplace
            .map(|party| party.name.clone())
            .unwrap_or_default(),
        what: said::said(words, "remedy", offer.terms.remedy.as_str()),
        amount: String::new(),
        due: dates::day(words, offer.terms.due_on),
    }
}
