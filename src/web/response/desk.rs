//! What the seller's pages share: the track, what is open in it, the draft of the counter-notice, and
//! the side that shows what the notice says.

use crate::domain::Role;
use crate::domain::access::sees_exhibit;
use crate::domain::acts::{Act, Clock};
use crate::domain::notices::{self, Track};
use crate::domain::parties::MandateScope;
use crate::domain::procedures::{ActName, ExtendRule};
use crate::services::acts;
use crate::services::drafts::answers::ResponseDraft;
use crate::services::drafts::{self, Draft};
use crate::storage::StorageError;
use crate::storage::drafts::DraftKind;
use crate::urls;
use crate::web::errors::WebError;
use crate::web::forms::Posted;
use crate::web::page::Page;
use crate::web::scope::CaseScope;
use crate::web::session::Visitor;
use crate::web::words;

/// Listings shown beside a step; the rest are a link away.
const LISTINGS_SHOWN: usize = 10;

/// A seller's seat in a notice's case.
pub struct Desk {
    /// The visitor in the case
    pub scope: CaseScope,
    /// The seller's track
    pub track: Track,
}

/// What the notice says, beside every step.
pub struct Side {
    /// Who sent it
    pub claimant: String,
    /// The statement
    pub statement: String,
    /// The language it is written in
    pub language: String,
    /// The right, in words
    pub right: String,
    /// What is asked
    pub asked: String,
    /// The listings, each as people know it
    pub listings: Vec<String>,
    /// How many more there are
    pub more: usize,
    /// Where all of it stands
    pub claims: String,
    /// Exhibits of the claimant: number and address
    pub exhibits: Vec<(String, String)>,
}

impl Desk {
    /// Opens the seat; for everybody but the seller and those who act for it the page does not exist.
    ///
    /// # Errors
    /// `NotFound`, the way to the sign-in page, or faults of the database.
    pub async fn open(visitor: Visitor, number: &str) -> Result<Self, WebError> {
        Self::of(crate::web::notices::open_notice(visitor, number, &[Role::Respondent]).await?)
    }

    /// The seat of a visitor who is in the case already.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn of(scope: CaseScope) -> Result<Self, WebError> {
        scope.require(&[Role::Respondent])?;
        let track = scope
            .actor
            .party
            .and_then(|party| scope.file.track_of(party))
            .cloned()
            .ok_or(WebError::NotFound)?;
        Ok(Self { scope, track })
    }

    /// May the seller agree now?
    pub fn can_agree(&self) -> bool {
        self.scope.would_accept(&Act::Notice(notices::Act::Agree {
            track: self.track.no,
            statement: String::new(),
        }))
    }

    /// May the seller send a counter-notice now?
    pub fn can_counter(&self) -> bool {
        !self.only_reads() && self.scope.step_open(self.track.no, ActName::Counter)
    }

    /// May the seller offer to settle now?
    pub fn can_settle(&self) -> bool {
        !self.only_reads()
            && self
                .scope
                .pack
                .state(&self.track.state)
                .is_some_and(|state| state.offers)
    }

    /// Was a counter-notice sent that has no effect until it is whole?
    pub fn is_lacking(&self) -> bool {
        self.track.answer.is_some() && self.track.outcome.is_none() && self.can_counter()
    }

    /// What the counter-notice lacks, in words: what the law asks for, and what the marketplace named.
    pub fn missing(&self, page: &Page) -> Vec<String> {
        let Some(answer) = self.track.answer.as_ref().filter(|_| self.is_lacking()) else {
            return Vec::new();
        };
        let mut gaps = notices::gaps::of_counter(&self.scope.pack, answer);
        let named = self.track.asked.iter().flat_map(|asked| &asked.gaps);
        for gap in named {
            if !gaps.contains(gap) {
                gaps.push(gap.clone());
            }
        }
        gaps.iter()
            .map(|gap| match gap {
                notices::Gap::Statement => page.t("notices-gap-reasons").to_owned(),
                gap => crate::web::notices::gap_said(page, &self.scope, gap),
            })
            .collect()
    }

    fn only_reads(&self) -> bool {
        let mandate = self.scope.actor.mandate;
        mandate.is_some_and(|no| {
            self.scope
                .file
                .mandates
                .iter()
                .any(|m| m.no == no && m.scope == MandateScope::Read)
        })
    }

    /// The seller's running clock.
    pub fn clock(&self) -> Option<&Clock> {
        self.scope
            .file
            .running_clocks()
            .into_iter()
            .find(|clock| clock.track == self.track.no && clock.owner == Role::Respondent)
    }

    /// The clock that can get more time, with the rule that gives it.
    pub fn more_time(&self) -> Option<(&Clock, &ExtendRule)> {
        let clock = self.clock()?;
        let act = Act::Notice(notices::Act::AskTime {
            clock: clock.no,
            reason: String::new(),
        });
        let rule = self
            .scope
            .pack
            .clock(&clock.rule)?
            .extension_for(Role::Respondent)?;
        self.scope.would_accept(&act).then_some((clock, rule))
    }

    /// The draft of the counter-notice, if one was begun.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn draft(&self) -> Result<Option<Draft<ResponseDraft>>, WebError> {
        Ok(drafts::of_track(
            &self.scope.visitor.app,
            DraftKind::Response,
            self.scope.file.id,
            self.track.no,
        )
        .await?)
    }

    /// The draft of the counter-notice; begun with what is on record where there is none.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn begin(&self) -> Result<Draft<ResponseDraft>, WebError> {
        if let Some(draft) = self.draft().await? {
            return Ok(draft);
        }
        let party = self.scope.file.party(self.track.respondent);
        // One that has to be sent again begins with what it said.
        let before = self.track.answer.as_ref().filter(|_| self.is_lacking());
        let data = ResponseDraft {
            ground: before
                .map(|answer| answer.ground.clone())
                .unwrap_or_default(),
            statement: before
                .map(|answer| answer.statement.clone())
                .unwrap_or_default(),
            name: party.map(|party| party.name.clone()).unwrap_or_default(),
            address: party.map(|party| party.address.clone()).unwrap_or_default(),
            ..ResponseDraft::default()
        };
        let owner = crate::web::notices::owner_of(&self.scope.visitor).ok_or(WebError::NotFound)?;
        let about = Some((self.scope.file.id, self.track.no));
        drafts::begin(
            &self.scope.visitor.app,
            &owner,
            DraftKind::Response,
            about,
            &data,
            &self.scope.actor.name,
        )
        .await?;
        self.draft().await?.ok_or(WebError::NotFound)
    }

    /// Saves the draft; `false` when another window was first, and then `draft` is the newer one.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn save(&self, draft: &mut Draft<ResponseDraft>) -> Result<bool, WebError> {
        match drafts::save(&self.scope.visitor.app, draft, &self.scope.actor.name).await {
            Ok(version) => {
                draft.version = version;
                draft.updated_at = self.scope.visitor.app.now();
                Ok(true)
            }
            Err(StorageError::Stale) => {
                *draft = self.draft().await?.ok_or(WebError::NotFound)?;
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Why the counter-notice cannot be sent now, as a page.
    pub fn closed(&self) -> WebError {
        let act = Act::Notice(notices::Act::Counter {
            track: self.track.no,
            ground: String::new(),
            statement: "?".into(),
            contact: "?".into(),
            declarations: Vec::new(),
        });
        crate::web::notices::impossible(&self.scope, &act)
    }

    /// A receipt that this seller's draft led to.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn sent_before(
        &self,
        draft: &str,
    ) -> Result<Option<crate::domain::acts::Receipt>, WebError> {
        let Ok(id) = draft.parse() else {
            return Ok(None);
        };
        let known = acts::receipt_kept(&self.scope.visitor.app, drafts::form_key(id)).await?;
        let own = self.scope.file.id;
        Ok(known.and_then(|(case, receipt)| (case == Some(own)).then_some(receipt)))
    }

    /// What the notice says.
    pub fn side(&self, page: &Page) -> Side {
        let file = &self.scope.file;
        let notice = file.notice.as_ref();
        let said = |sort: &str, word: &str| words::said(&page.words, sort, word);
        let right = notice.map(|notice| &notice.right).map(|right| {
            let parts = [
                said("right", right.kind.as_str()),
                right.number.clone(),
                right.territory.clone(),
                right.owner.clone(),
            ];
            parts
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        });
        let listings: Vec<String> = file.listings_of(self.track.no).map(name_of).collect();
        let exhibits = file
            .exhibits
            .iter()
            .filter(|exhibit| exhibit.withdrawn.is_none() && exhibit.label.mark() == "c")
            .filter(|exhibit| sees_exhibit(file, &self.scope.actor, exhibit));
        Side {
            claimant: file
                .claimant()
                .map(|party| party.name.clone())
                .unwrap_or_default(),
            statement: notice
                .map(|notice| notice.statement.clone())
                .unwrap_or_default(),
            language: file.language.clone(),
            right: right.unwrap_or_default(),
            asked: notice
                .map(|notice| said("action", notice.asked.as_str()))
                .unwrap_or_default(),
            more: listings.len().saturating_sub(LISTINGS_SHOWN),
            listings: listings.into_iter().take(LISTINGS_SHOWN).collect(),
            claims: urls::claims(&file.number),
            exhibits: exhibits
                .map(|exhibit| {
                    (
                        exhibit.label.to_string(),
                        urls::exhibit(&file.number, &exhibit.label),
                    )
                })
                .collect(),
        }
    }
}

/// A listing as people know it.
pub fn name_of(listing: &notices::Listing) -> String {
    let names = [&listing.title, &listing.item, &listing.url];
    let name = names
        .into_iter()
        .find(|text| !text.is_empty())
        .cloned()
        .unwrap_or_default();
    if listing.item.is_empty() || name == listing.item {
        name
    } else {
        format!("{name}, {}", listing.item)
    }
}

/// The version of a draft that a form was made from.
pub fn version_of(posted: &Posted) -> Option<u32> {
    posted.get("version").parse().ok()
}
