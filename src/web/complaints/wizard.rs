//! The draft of a complaint on pages: opened by its owner alone, saved without ever writing over a
//! newer version.

use crate::domain::ids::DraftId;
use crate::services::complaints::{ComplaintDraft, Step};
use crate::services::drafts::{self, Draft, Owner};
use crate::storage::StorageError;
use crate::storage::drafts::DraftKind;
use crate::urls;
use crate::web::errors::WebError;
use crate::web::forms::{FormState, Posted};
use crate::web::page::{Flash, Page, Place, see_other};
use crate::web::session::Visitor;
use actix_web::HttpResponse;

/// The draft that a visitor is at.
pub struct Wizard {
    /// Who writes
    pub visitor: Visitor,
    /// The draft
    pub draft: Draft<ComplaintDraft>,
    /// Where in it
    pub step: Step,
    /// Go back to the last page after this step
    pub to_check: bool,
    /// Another window saved the draft after this page was opened
    pub is_newer: bool,
}

/// What every page of the wizard shows around its question.
pub struct Frame {
    /// The heading
    pub title: String,
    /// A line below it
    pub lead: String,
    /// Name of the step
    pub step: &'static str,
    /// Place of the step, from 1
    pub number: usize,
    /// How many there are
    pub total: usize,
    /// The page before
    pub back: String,
    /// Where the form goes
    pub action: String,
    /// Version of the draft that is shown
    pub version: u32,
    /// Go back to the last page after this step
    pub to_check: bool,
    /// "Saved 17:14"
    pub saved: String,
    /// That a newer version was saved, or nothing
    pub newer: String,
}

/// Whose drafts a visitor opens and makes.
pub fn owner_of(visitor: &Visitor) -> Option<Owner> {
    match (&visitor.account, &visitor.session) {
        (Some(account), _) => Some(Owner::Account(account.id)),
        (None, Some(session)) => Some(Owner::Session(session.token_hash.clone())),
        (None, None) => None,
    }
}

/// The address of a step of a draft.
pub fn href(id: DraftId, step: &str) -> String {
    urls::with_query(&urls::complaint_step(step), &[("draft", &id.to_string())])
}

impl Wizard {
    /// Opens a complaint's draft at a step. Nobody else learns that it exists.
    ///
    /// # Errors
    /// `NotFound`, or faults of the database.
    pub async fn open(visitor: Visitor, id: DraftId, step: Step) -> Result<Self, WebError> {
        let owner = owner_of(&visitor).ok_or(WebError::NotFound)?;
        let row = drafts::find(&visitor.app, &owner, id)
            .await?
            .filter(|row| row.kind == DraftKind::Complaint)
            .ok_or(WebError::NotFound)?;
        Ok(Self {
            draft: drafts::read(row)?,
            visitor,
            step,
            to_check: false,
            is_newer: false,
        })
    }

    /// The address of a step.
    pub fn href(&self, step: Step) -> String {
        href(self.draft.id, step.as_str())
    }

    /// The address of a step that leads back to the last page.
    pub fn change(&self, step: Step) -> String {
        urls::with_query(&self.href(step), &[("to-check", "yes")])
    }

    /// The form of this step: what was typed and not yet checked, else what `fill` takes from the draft.
    pub fn form(&self, fill: impl FnOnce(&mut FormState, &ComplaintDraft)) -> FormState {
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
        let name = self.step.as_str();
        let at = page.clock_time(self.draft.updated_at);
        let frame = Frame {
            title: page.t(&format!("complaints-{name}-title")).to_owned(),
            lead: page.t(&format!("complaints-{name}-lead")).to_owned(),
            step: name,
            number: self.step.number(),
            total: Step::ALL.len(),
            back: match self.step.previous() {
                _ if self.to_check => self.href(Step::Check),
                Some(step) => self.href(step),
                None => urls::drafts().to_owned(),
            },
            action: self.href(self.step),
            version: self.draft.version,
            to_check: self.to_check,
            saved: page.with1("common-saved-at", "time", &at),
            newer: if self.is_newer {
                page.with1("complaints-newer", "time", &at)
            } else {
                String::new()
            },
        };
        let way = page.t("complaints-drafts").to_owned();
        let page = page.crumb(way, urls::drafts()).here(frame.title.clone());
        Ok((page, frame))
    }

    /// Notes whether the page showed the version that is kept now.
    pub fn compare(&mut self, posted: &Posted) {
        self.to_check = posted.get("to-check") == "yes";
        self.is_newer = posted.get("version").parse() != Ok(self.draft.version);
    }

    /// Saves the draft; `false` when another window was first, and then the draft is read again.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn save(&mut self) -> Result<bool, WebError> {
        // A changed complaint is not the one that a letter asked to confirm.
        self.draft.data.waiting = None;
        let by = self.draft.data.your_name.clone();
        match drafts::save(&self.visitor.app, &self.draft, &by).await {
            Ok(version) => {
                self.draft.version = version;
                self.draft.updated_at = self.visitor.app.now();
                Ok(true)
            }
            Err(StorageError::Stale) => {
                let owner = owner_of(&self.visitor).ok_or(WebError::NotFound)?;
                let row = drafts::find(&self.visitor.app, &owner, self.draft.id)
                    .await?
                    .ok_or(WebError::NotFound)?;
                self.draft = drafts::read(row)?;
                self.is_newer = true;
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Where to go after saving.
    ///
    /// # Errors
    /// Faults of the database.
    pub async fn go(&mut self, posted: &Posted) -> Result<HttpResponse, WebError> {
        Ok(match posted.get("do") {
            "later" => {
                self.visitor
                    .leave(Flash::done("complaints-flash-saved"))
                    .await?;
                see_other(urls::drafts())
            }
            "next" if self.to_check => see_other(self.href(Step::Check)),
            "next" => see_other(self.href(self.step.next())),
            _ if self.to_check => see_other(self.change(self.step)),
            _ => see_other(self.href(self.step)),
        })
    }
}
