//! Steps that only the pack of a case knows: what each reader can do now, and the form of each.

use super::paper::{Form, Question};
use crate::domain::Role;
use crate::domain::acts::Act;
use crate::domain::matters::{self, Filled};
use crate::domain::procedures::{ActName, Condition, Document, Guard, Transition};
use crate::urls;
use crate::web::complaints::parts::{Text, after, impossible};
use crate::web::errors::{PageResult, WebError};
use crate::web::forms::FormState;
use crate::web::notices::{note_refused, posted};
use crate::web::page::{Page, render};
use crate::web::scope::{CaseFrame, CaseScope, Hidden, Part};
use crate::web::session::Visitor;
use crate::web::uploads::Upload;
use crate::web::words;
use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::{Path, Payload, Query};
use askama::Template;
use serde::Deserialize;

/// Longest words to the others, in characters.
const WORDS_MAX: usize = 8_000;

#[derive(Template)]
#[template(path = "matters/step.html")]
struct StepPage {
    page: Page,
    frame: CaseFrame,
    form: FormState,
    hidden: Hidden,
    title: String,
    /// The seller whose part it is about, where there are several
    whose: String,
    lead: String,
    /// What follows, a line each
    follows: Vec<String>,
    questions: Vec<Question>,
    limit: String,
    texts: Vec<Text>,
    words_max: usize,
    button: String,
    back: String,
}

/// A step that the reader can take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLink {
    /// Its words: a message in the catalogue
    pub key: String,
    /// Where it is taken
    pub href: String,
    /// Whether the case waits for it
    pub awaited: bool,
    /// In whose part of the case, where it has several
    pub of: String,
    /// The name that the pack has for it
    pub name: String,
}

/// The steps of the pack that are open to the reader now, each name once.
pub fn open_steps(scope: &CaseScope) -> Vec<StepLink> {
    tracks(scope)
        .into_iter()
        .flat_map(|track| open_steps_of(scope, track))
        .collect()
}

/// The parts of the case that the reader has to do with: a seller's own, for everybody else all.
fn tracks(scope: &CaseScope) -> Vec<u32> {
    match scope.actor.role {
        Role::Respondent => vec![scope.track()],
        _ => scope.file.tracks.iter().map(|track| track.no).collect(),
    }
}

fn open_steps_of(scope: &CaseScope, track: u32) -> Vec<StepLink> {
    let several = tracks(scope).len() > 1;
    let of = whose(scope, track);
    let Some(state) = scope.file.track(track).map(|track| track.state.clone()) else {
        return Vec::new();
    };
    let role = scope.actor.role;
    let is_turn = scope
        .pack
        .state(&state)
        .is_some_and(|s| s.turn == Some(role));
    let mut links: Vec<StepLink> = Vec::new();
    for step in scope.pack.steps_open(&state, role) {
        let link = StepLink {
            key: scope.pack.text_key("do", step.step()),
            href: match several {
                true => urls::with_query(
                    &urls::step(&scope.file.number, step.step()),
                    &[("track", &track.to_string())],
                ),
                false => urls::step(&scope.file.number, step.step()),
            },
            awaited: is_turn && scope.pack.goes_on(&state, step),
            of: of.clone(),
            name: step.step().to_owned(),
        };
        if links.iter().all(|known| known.href != link.href) && can_be_taken(scope, track, step) {
            links.push(link);
        }
    }
    links
}

/// Whether a step could be taken, whatever is answered on its paper.
fn can_be_taken(scope: &CaseScope, track: u32, step: &Transition) -> bool {
    if let Some(when) = &step.when {
        let mut asked = when.comparisons();
        let hangs_on_paper = asked.any(|asked| step.needs.as_ref() == Some(&asked.document));
        let asks_whole = when.atoms().contains(&Condition::Guard(Guard::Complete));
        if !hangs_on_paper && !asks_whole && !scope.holds(track, when) {
            return false;
        }
    }
    let mut adds = step.adds_time().peekable();
    if adds.peek().is_some() && adds.all(|rule| !scope.has_more_time(track, rule)) {
        return false;
    }
    step.needs.is_some()
        || step.when.is_some()
        || scope.would_accept(&act(track, step.step(), Filled::default(), Vec::new(), ""))
}

fn act(
    track: u32,
    step: &str,
    filled: Filled,
    exhibits: Vec<crate::domain::evidence::NewExhibit>,
    words: &str,
) -> Act {
    Act::Matter(matters::Act::Take {
        track,
        step: step.to_owned(),
        filled: Box::new(filled),
        exhibits,
        words: words.to_owned(),
    })
}

/// The part of the case that an address speaks of; without one, the part that matters to the visitor.
///
/// # Errors
/// `NotFound` for a part that there is not, or is another seller's.
fn track_of(scope: &CaseScope, asked: &Asked) -> Result<u32, WebError> {
    match asked.track {
        None => Ok(scope.track()),
        Some(track) if tracks(scope).contains(&track) => Ok(track),
        Some(_) => Err(WebError::NotFound),
    }
}

/// What an address of a step may say.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    track: Option<u32>,
}

/// The step of this name that is open to the visitor.
fn found<'a>(scope: &'a CaseScope, track: u32, name: &str) -> Result<&'a Transition, WebError> {
    let exists = scope.pack.transitions.iter().any(|step| {
        step.act == ActName::Step && step.step() == name && step.by.contains(&scope.actor.role)
    });
    if !exists || scope.file.only_reads(&scope.actor) {
        return Err(WebError::NotFound);
    }
    let state = scope.file.track(track).map(|track| track.state.clone());
    scope
        .pack
        .steps_open(&state.unwrap_or_default(), scope.actor.role)
        .find(|step| step.step() == name)
        .ok_or_else(|| impossible(scope, &act(track, name, Filled::default(), Vec::new(), "")))
}

fn document<'a>(scope: &'a CaseScope, step: &Transition) -> Option<&'a Document> {
    scope.pack.document(step.needs.as_deref()?)
}

/// `GET /cases/{number}/steps/{step}`
pub async fn ask(
    visitor: Visitor,
    path: Path<(String, String)>,
    asked: Query<Asked>,
) -> PageResult {
    let (number, name) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let track = track_of(&scope, &asked)?;
    found(&scope, track, &name)?;
    page(scope, track, &name, FormState::new(), StatusCode::OK).await
}

async fn page(
    mut scope: CaseScope,
    track: u32,
    name: &str,
    form: FormState,
    status: StatusCode,
) -> PageResult {
    let page = scope.form_page().await?;
    let step = found(&scope, track, name)?;
    let paper = document(&scope, step).map(|document| Form {
        pack: &scope.pack,
        document,
        about: scope.file.number.to_string(),
    });
    let title = words::pack_word(&page.words, &scope.pack, "do", name);
    let hint = format!("{}-hint", scope.pack.text_key("do", name));
    let view = StepPage {
        lead: page.find(&hint).unwrap_or_default().to_owned(),
        follows: follows(&page, &scope, track, name),
        whose: whose(&scope, track),
        questions: paper
            .as_ref()
            .map(|paper| paper.questions(&page))
            .unwrap_or_default(),
        texts: paper
            .as_ref()
            .map(|paper| paper.declarations(&page))
            .unwrap_or_default(),
        limit: paper
            .as_ref()
            .map(|paper| paper.limit(&page))
            .unwrap_or_default(),
        words_max: WORDS_MAX,
        button: title.clone(),
        back: urls::case(&scope.file.number),
        hidden: scope.hidden(),
        frame: scope.frame(Part::Overview),
        form,
        page: page.here(title.as_str()),
        title,
    };
    render(&view, status)
}

/// The seller whose part of the case it is, where the reader has to do with several.
fn whose(scope: &CaseScope, track: u32) -> String {
    let party = scope
        .file
        .respondent(track)
        .filter(|_| tracks(scope).len() > 1);
    party.map(|party| party.name.clone()).unwrap_or_default()
}

/// What each way of taking the step leads to.
fn follows(page: &Page, scope: &CaseScope, track: u32, name: &str) -> Vec<String> {
    let state = scope.file.track(track).map(|track| track.state.clone());
    let steps = scope
        .pack
        .steps_open(state.as_deref().unwrap_or_default(), scope.actor.role)
        .filter(|step| step.step() == name);
    let mut lines = Vec::new();
    for step in steps {
        let next = step
            .to
            .as_deref()
            .map(|to| words::state_next(&page.words, to));
        let line = match (&step.when, next) {
            (_, None) => continue,
            (None, Some(next)) => next,
            (Some(when), Some(next)) => {
                let guard = crate::web::public::condition(&page.words, &scope.pack, when);
                page.with2("matters-follows-if", "guard", guard, "next", next)
            }
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// `POST /cases/{number}/steps/{step}`
pub async fn take(
    request: HttpRequest,
    payload: Payload,
    visitor: Visitor,
    path: Path<(String, String)>,
    asked: Query<Asked>,
) -> PageResult {
    let (number, name) = path.into_inner();
    let scope = CaseScope::open(visitor, &number).await?;
    let track = track_of(&scope, &asked)?;
    let Upload {
        posted,
        files,
        refused,
    } = posted(&request, payload, &scope.visitor, 0).await?;
    if let Some(receipt) = scope.sent_before(&posted).await? {
        return Ok(after(&receipt));
    }
    let step = found(&scope, track, &name)?;
    let paper = document(&scope, step).map(|document| Form {
        pack: &scope.pack,
        document,
        about: scope.file.number.to_string(),
    });
    let mut allowed = vec![
        "seen".to_owned(),
        "form".into(),
        "do".into(),
        "words".into(),
    ];
    allowed.extend(paper.as_ref().map(Form::names).unwrap_or_default());
    let allowed: Vec<&str> = allowed.iter().map(String::as_str).collect();
    posted.only(&allowed)?;
    let mut form = FormState::of(&posted);
    note_refused(&mut form, &refused);
    let read = match &paper {
        Some(paper) => paper.read(&scope.visitor, &mut form, files)?,
        None => super::paper::Read::default(),
    };
    let said = form.optional("words", WORDS_MAX).unwrap_or_default();
    if !form.is_ok() {
        return page(scope, track, &name, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let act = act(track, &name, read.filled, read.exhibits, &said);
    match scope.perform(&posted, act).await {
        Ok(receipt) => Ok(after(&receipt)),
        Err(error) => Err(scope.refused(&posted, error)),
    }
}
