//! Makes the demonstration's world by living through it: every case is filed, answered and decided
//! through the same acts as any other, on a clock that runs from ten weeks ago until now.

use super::cast::{self, Cast};
use super::stories::{self, Beat, Move, Story};
use crate::domain::Role;
use crate::domain::access::{Person, seats};
use crate::domain::cases::CaseFile;
use crate::domain::evidence::{self, FileRef, NewExhibit};
use crate::domain::ids::CaseId;
use crate::domain::notices::NoticePaper;
use crate::domain::parties::{Actor, Via};
use crate::services::{acts, decisions, filing};
use crate::startup::{App, Clock, ManualClock};
use crate::storage::{accounts, settings};
use crate::{domain, jobs};
use anyhow::Context;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The row of `settings` that names the people of the demonstration.
const PEOPLE: &str = "demo_people";

/// A door of the demonstration.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Door {
    /// What they are
    pub role: String,
    /// Name
    pub name: String,
    /// Address to sign in with
    pub email: String,
}

/// The people of the demonstration; empty before the world is made.
pub async fn people(app: &Arc<App>) -> anyhow::Result<Vec<Door>> {
    let stored = app.store.read(|tx| settings::find(tx, PEOPLE)).await?;
    Ok(match stored {
        Some(value) => serde_json::from_value(value)?,
        None => Vec::new(),
    })
}

/// Makes the world.
pub async fn world(app: &Arc<App>) -> anyhow::Result<()> {
    let end = app.now();
    let clock = Arc::new(ManualClock::at(end - SignedDuration::from_hours(24 * 71)));
    let past = App::build_with(
        app.config.clone(),
        Arc::clone(&clock) as Arc<dyn Clock>,
        Arc::clone(&app.entropy),
    )
    .await?;
    let cast = cast::enter(&past).await?;
    let mut run = Run {
        app: past,
        clock,
        cast,
        cases: Vec::new(),
        halted: Vec::new(),
    };
    let stories = stories::all(&run.cast, &run.app, end);
    run.cases = vec![None; stories.len()];
    let mut beats: Vec<(Timestamp, usize, usize)> = Vec::new();
    for (index, story) in stories.iter().enumerate() {
        beats.push((story.begins_at, index, 0));
        beats.extend(
            story
                .beats
                .iter()
                .enumerate()
                .map(|(n, beat)| (story.begins_at + beat.after, index, n + 1)),
        );
    }
    beats.sort();
    for (at, index, beat) in beats.into_iter().filter(|(at, ..)| *at < end) {
        run.until(at).await?;
        let story = &stories[index];
        if run.halted.contains(&index) {
            continue;
        }
        let played = if beat == 0 {
            run.file(index, story).await
        } else {
            run.play(index, &story.beats[beat - 1]).await
        };
        if played.as_ref().is_err_and(|error| error.is::<NotBuilt>()) {
            run.halted.push(index);
            continue;
        }
        played.with_context(|| format!("story {index} ({}), beat {beat}", story.title))?;
    }
    run.until(end).await?;
    run.app.store.close();
    let doors: Vec<Door> = cast::PEOPLE
        .iter()
        .filter(|p| !p.role.is_empty())
        .map(|p| Door {
            role: p.role.to_owned(),
            name: p.name.to_owned(),
            email: cast::email(p.key),
        })
        .collect();
    let value = serde_json::to_value(doors)?;
    app.store
        .write(move |tx| settings::put(tx, PEOPLE, &value))
        .await?;
    Ok(())
}

/// A decision cannot be typeset by this build; its story stops there.
#[derive(Debug, thiserror::Error)]
#[error("this build has no PDF documents")]
struct NotBuilt;

struct Run {
    halted: Vec<usize>,
    app: Arc<App>,
    clock: Arc<ManualClock>,
    cast: Cast,
    cases: Vec<Option<CaseId>>,
}

impl Run {
    /// Moves time on, in steps of at most half a day so that deadlines act when they end.
    async fn until(&self, at: Timestamp) -> anyhow::Result<()> {
        while self.clock.now() < at {
            let next = (self.clock.now() + SignedDuration::from_hours(12)).min(at);
            self.clock.set(next);
            acts::lapse_due(&self.app).await?;
        }
        jobs::run_until_idle(&self.app).await?;
        Ok(())
    }

    async fn file(&mut self, index: usize, story: &Story) -> anyhow::Result<()> {
        let mut filing = story.filing.clone();
        let mut exhibits = Vec::new();
        for paper in &story.papers {
            exhibits.push(NewExhibit {
                file: self.store(paper).await?,
                title: paper.title.into(),
                kind: paper.kind,
                description: String::new(),
                claim: 0,
            });
        }
        match &mut filing {
            filing::Filing::Notice(filing) => {
                // The register extract proves the right and names its owner; the others are evidence.
                let files: Vec<FileRef> = exhibits.iter().map(|e| e.file.clone()).collect();
                let answers = |field: &str, file: &FileRef| NoticePaper {
                    field: field.to_owned(),
                    file: file.clone(),
                };
                if let Some((register, rest)) = files.split_first() {
                    filing.notice.right.proof = vec![register.clone()];
                    filing.notice.papers = vec![answers("identity_proof", register)];
                    let evidence = rest.iter().map(|file| answers("proof", file));
                    filing.notice.papers.extend(evidence);
                }
                filing.exhibits = exhibits;
            }
            filing::Filing::Complaint(complaint) => complaint.exhibits = exhibits,
            filing::Filing::Matter(matter) => matter.exhibits = exhibits,
        }
        let actor = Actor {
            role: Role::Claimant,
            party: Some(1),
            account: self.cast.account(story.claimant),
            name: cast::find(story.claimant).map_or_else(String::new, |p| p.name.to_owned()),
            mandate: None,
            via: Via::Page,
        };
        let filed = filing::file(&self.app, filing, &actor, None).await?;
        self.cases[index] = Some(filed.case);
        Ok(())
    }

    async fn store(&self, paper: &stories::Paper) -> anyhow::Result<FileRef> {
        let bytes = (paper.bytes)();
        let stored = self.app.blobs.put(bytes).await?;
        let file = FileRef {
            digest: stored.digest.clone(),
            size_bytes: stored.size_bytes,
            media_type: paper.media_type.into(),
            name: paper.file.into(),
        };
        let row = crate::storage::cases::projections::BlobRow {
            digest: stored.digest,
            size_bytes: i64::try_from(stored.size_bytes).unwrap_or(i64::MAX),
            media_type: paper.media_type.into(),
            created_at: self.app.now(),
        };
        self.app
            .store
            .write(move |tx| crate::storage::cases::projections::put_blob(tx, &row))
            .await?;
        Ok(file)
    }

    async fn play(&self, index: usize, beat: &Beat) -> anyhow::Result<()> {
        let case = self.cases[index].context("the case was not filed")?;
        let file = self.app.store.read(move |tx| acts::load(tx, case)).await?;
        match &beat.does {
            Move::Act(who, act) => {
                let act = act(&file);
                acts::perform(&self.app, case, None, &self.actor(&file, who).await?, act).await?;
            }
            Move::Papers(who, papers) => {
                let mut exhibits = Vec::new();
                for paper in papers {
                    let new = NewExhibit {
                        file: self.store(paper).await?,
                        title: paper.title.into(),
                        kind: paper.kind,
                        description: String::new(),
                        claim: 0,
                    };
                    exhibits.push(new);
                }
                let act = domain::acts::Act::Evidence(evidence::Act::File { exhibits });
                acts::perform(&self.app, case, None, &self.actor(&file, who).await?, act).await?;
            }
            Move::Decide(who, draft, prevails) => {
                let actor = self.actor(&file, who).await?;
                let signing = decisions::Signing {
                    track: 1,
                    draft: draft.clone(),
                    prevails: *prevails,
                    seen: file.version,
                    ticked: file.record_of(1).map(|e| e.label.clone()).collect(),
                    form: None,
                };
                match decisions::issue(&self.app, &file, &actor, signing).await {
                    // A build without PDF documents shows the case before its decision.
                    Err(decisions::IssueError::Document(
                        crate::documents::DocumentError::NotBuilt,
                    )) => anyhow::bail!(NotBuilt),
                    issued => drop(issued?),
                }
            }
        }
        Ok(())
    }

    /// The seat of somebody in a case, as the web application would find it.
    async fn actor(&self, file: &CaseFile, who: &str) -> anyhow::Result<Actor> {
        if let Some(name) = who.strip_prefix("door:") {
            // Somebody without an account, who came by the link in the letter.
            let party = file
                .parties
                .iter()
                .find(|p| p.name == name)
                .with_context(|| format!("{name} is not in {}", file.number))?;
            return Ok(Actor {
                role: party.role,
                party: Some(party.no),
                account: None,
                name: party.name.clone(),
                mandate: None,
                via: Via::Page,
            });
        }
        let account = self
            .cast
            .account(who)
            .with_context(|| format!("nobody is called {who}"))?;
        let organisations = self
            .app
            .store
            .read(move |tx| accounts::list_memberships_of(tx, account))
            .await?;
        let person = Person {
            account: Some(account),
            name: cast::find(who).map_or_else(String::new, |p| p.name.to_owned()),
            staff: cast::find(who)
                .is_some_and(|p| p.role == "case_manager")
                .then_some(Role::CaseManager),
            organisations: organisations
                .into_iter()
                .map(|(row, _)| row.organisation_id)
                .collect(),
            link: None,
            via: Via::Page,
        };
        seats(file, &person, self.app.now())
            .into_iter()
            .next()
            .with_context(|| format!("{who} has no seat in {}", file.number))
    }
}
