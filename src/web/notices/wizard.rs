//! What the steps of a notice share: the draft, the frame of the page, and saving without ever
//! writing over a newer version.

use crate::domain::ids::DraftId;
use crate::domain::procedures::Pack;
use crate::services::drafts::notices::{NoticeDraft, Step};
use crate::services::drafts::{self, Draft};
use crate::storage::StorageError;
use crate::storage::drafts::DraftKind;
use crate::urls;
use crate::web::errors::WebError;
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Flash, Page, Place, see_other};
use crate::web::session::Visitor;
use actix_web::HttpResponse;
use std::sync::Arc;

/// The draft that a visitor is at.
pub struct Wizard {
    /// Who writes
    pub visitor: Visitor,
    /// The draft
    pub draft: Draft<NoticeDraft>,
    /// Where in it
    pub step: Step,
    /// Go back to the last page after this step
    pub to_check: bool,
    /// Another window saved the draft after this page was opened
    pub is_newer: bool,
}

/// What every page of the wizard shows around its question.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The heading
    pub title: String,
    /// A line below it, or nothing
    pub lead: String,
    /// Place of the step, from 1
    pub number: usize,
    /// How many there are
    pub total: usize,
    /// The page before
    pub back: String,
    /// Where the form goes
    pub action: String,
    /// Where the form saves itself
    pub autosave: String,
    /// Version of the draft that is shown
    pub version: u32,
    /// Go back to the last page after this step
    pub to_check: bool,
    /// "Saved 17:14"
    pub saved: String,
    /// That a newer version was saved, or nothing
    pub newer: String,
}

/// What the person wants after saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// The next page
    On,
    /// Leave and come back later
    Later,
    /// This page again
    Stay,
}

impl Wizard {
    /// Opens a notice's draft at a step. Nobody else learns that it exists.
    ///
    /// # Errors
    /// `NotFound`, or faults of the database.
    pub async fn open(visitor: Visitor, id: DraftId, step: Step) -> Result<Self, WebError> {
        let owner = super::owner_of(&visitor).ok_or(WebError::NotFound)?;
        let row = drafts::find(&visitor.app, &owner, id)
            .await?
            .filter(|row| row.kind == DraftKind::Notice)
            .ok_or(WebError::NotFound)?;
        let draft = drafts::read(row)?;
        Ok(Self {
            visitor,
            draft,
            step,
            to_check: false,
            is_newer: false,
        })
    }

    /// The law that was chosen.
    pub fn pack(&self) -> Option<Arc<Pack>> {
        self.visitor.app.pack(&self.draft.data.pack)
    }

    /// The law that was chosen, or the way to choose it.
    #[expect(
        clippy::result_large_err,
        reason = "the error is the answer itself, made once a request"
    )]
    pub fn required_pack(&self) -> Result<Arc<Pack>, HttpResponse> {
        self.pack().ok_or_else(|| see_other(self.href(Step::Law)))
    }

    /// The address of a step.
    pub fn href(&self, step: Step) -> String {
        urls::draft_step(self.draft.id, step.as_str())
    }

    /// The form of this step: what was typed and not yet checked, else what `fill` takes from the draft.
    pub fn form(&self, fill: impl FnOnce(&mut FormState, &NoticeDraft)) -> FormState {
        let typed = self.draft.data.typed.get(self.step.as_str());
        if let Some(posted) = typed.and_then(|typed| Posted::from_fields(typed.clone()).ok()) {
            return FormState::of(&posted);
        }
        let mut form = FormState::new();
        fill(&mut form, &self.draft.data);
        form
    }

    /// The shell and the frame of this step's page.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn dress(&mut self) -> Result<(Page, Frame), WebError> {
        let page = self.visitor.form_page().await?.at(Place::Start);
        let frame = self.frame(&page);
        let drafts_title = page.t("notices-drafts-title").to_owned();
        let page = page
            .crumb(drafts_title, urls::drafts())
            .here(frame.title.clone());
        Ok((page, frame))
    }

    fn frame(&self, page: &Page) -> Frame {
        let key = format!("notices-{}-title", self.step.as_str());
        let lead = format!("notices-{}-lead", self.step.as_str());
        let own = self.href(self.step);
        Frame {
            title: page.words.t(&key).to_owned(),
            lead: page.find(&lead).unwrap_or_default().to_owned(),
            number: self.step.number(),
            total: Step::ALL.len(),
            back: if self.to_check {
                self.href(Step::Check)
            } else {
                self.step
                    .previous()
                    .map_or_else(|| urls::drafts().to_owned(), |step| self.href(step))
            },
            autosave: format!("{own}/autosave"),
            action: own,
            version: self.draft.version,
            to_check: self.to_check,
            saved: page.with1(
                "common-saved-at",
                "time",
                page.clock_time(self.draft.updated_at),
            ),
            newer: if self.is_newer {
                page.with1(
                    "notices-newer",
                    "time",
                    page.clock_time(self.draft.updated_at),
                )
            } else {
                String::new()
            },
        }
    }

    /// Did the page show the version that is kept now? If not, what was typed is shown beside the newer one.
    pub fn is_current(&mut self, posted: &Posted) -> bool {
        self.to_check = posted.get("to-check") == "yes";
        self.is_newer = posted.get("version").parse() != Ok(self.draft.version);
        !self.is_newer
    }

    /// Saves the draft; `false` when another window was first, and then the draft is read again.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn save(&mut self) -> Result<bool, WebError> {
        // A changed notice is not the one that a letter asked to confirm.
        self.draft.data.waiting = None;
        let by = self.draft.data.sender.name.clone();
        match drafts::save(&self.visitor.app, &self.draft, &by).await {
            Ok(version) => {
                self.draft.version = version;
                self.draft.updated_at = self.visitor.app.now();
                Ok(true)
            }
            Err(StorageError::Stale) => {
                self.reload().await?;
                self.is_newer = true;
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Saves an addition, such as a file, which cannot write over anything: `change` is made on the
    /// newest version.
    ///
    /// # Errors
    /// Faults of the database, or `Stale` when somebody saves without end.
    pub async fn add(&mut self, change: impl Fn(&mut NoticeDraft)) -> Result<(), WebError> {
        for _ in 0..3 {
            change(&mut self.draft.data);
            if self.save().await? {
                self.is_newer = false;
                return Ok(());
            }
        }
        Err(WebError::Stale {
            kept: Vec::new(),
            back: Some(self.href(self.step)),
        })
    }

    /// Marks the step as answered: what was typed is in the draft now.
    pub fn answered(&mut self) {
        self.draft.data.typed.remove(self.step.as_str());
    }

    /// Where to go after saving.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn go(&mut self, go: Go) -> Result<HttpResponse, WebError> {
        Ok(match go {
            Go::Stay => see_other(urls::with_query(
                &self.href(self.step),
                &[("to-check", if self.to_check { "yes" } else { "" })],
            )),
            Go::Later => {
                self.visitor
                    .leave(Flash::done("notices-flash-saved"))
                    .await?;
                see_other(urls::drafts())
            }
            Go::On if self.to_check => see_other(self.href(Step::Check)),
            Go::On => see_other(self.href(self.step.next())),
        })
    }

    async fn reload(&mut self) -> Result<(), WebError> {
        let owner = super::owner_of(&self.visitor).ok_or(WebError::NotFound)?;
        let row = drafts::find(&self.visitor.app, &owner, self.draft.id)
            .await?
            .ok_or(WebError::NotFound)?;
        self.draft = drafts::read(row)?;
        Ok(())
    }
}

impl Go {
    /// What the button that was pressed says.
    pub fn of(posted: &Posted) -> Self {
        match posted.get("do") {
            "later" => Self::Later,
            "next" => Self::On,
            _ => Self::Stay,
        }
    }
}
