//! Decisions: the document that is previewed, and the signature on exactly that document.

use super::acts::{self, ActError};
use crate::documents::{
    AwardDocument, AwardLabels, Document, DocumentError, Exhibit, Fact, Frame, FrameLabels,
    HistoryLine, Issue, Party, Position, Record, Signature, markdown,
};
use crate::domain::Role;
use crate::domain::acts::{Act, Receipt, Refusal};
use crate::domain::cases::CaseFile;
use crate::domain::decisions::{self, Draft, Finding};
use crate::domain::evidence::FileRef;
use crate::domain::ids::ExhibitLabel;
use crate::domain::parties::{Actor, Party as CaseParty};
use crate::i18n::{Locale, Words, dates, figures};
use crate::startup::App;
use crate::storage::cases::projections::{self, BlobRow};
use crate::storage::{StorageError, docket};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use std::sync::Arc;

/// Why a decision was not issued.
#[derive(Debug, thiserror::Error)]
pub enum IssueError {
    /// The act was refused, or the database failed
    #[error(transparent)]
    Act(#[from] ActError),
    /// The document could not be made
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The document could not be stored
    #[error(transparent)]
    Blob(#[from] crate::blobs::BlobError),
}

impl From<StorageError> for IssueError {
    fn from(error: StorageError) -> Self {
        Self::Act(error.into())
    }
}

/// What an arbitrator signs.
#[derive(Debug, Clone)]
pub struct Signing {
    /// The track
    pub track: u32,
    /// The draft as it was previewed
    pub draft: Draft,
    /// Which side prevails on the whole
    pub prevails: Finding,
    /// Version of the case that was previewed; a record that changed since then is refused
    pub seen: u64,
    /// Exhibits ticked as considered; those that the reasons name need no tick
    pub ticked: Vec<ExhibitLabel>,
    /// Key of the form, so that it is signed once however often it is sent
    pub form: Option<String>,
}

/// Signs and issues a decision: makes the PDF, stores it, records the act.
///
/// # Errors
/// See [`IssueError`]; nothing is recorded then.
pub async fn issue(
    app: &Arc<App>,
    file: &CaseFile,
    actor: &Actor,
    signing: Signing,
) -> Result<Receipt, IssueError> {
    let Signing {
        track,
        draft,
        prevails,
        seen,
        ticked,
        form,
    } = signing;
    // Refused before a document is made that nobody signs.
    if seen != file.version {
        let version = file.version;
        return Err(ActError::Refused(Refusal::Stale { version }).into());
    }
    if let Some((what, no)) = decisions::incomplete(&draft) {
        let what = what.to_owned();
        return Err(ActError::Refused(Refusal::Incomplete { what, no }).into());
    }
    let record = file.record_of(track).map(|exhibit| &exhibit.label);
    let (considered, open) = decisions::sorted_record(&draft, record, &ticked);
    if let Some(exhibit) = open.into_iter().next() {
        return Err(ActError::Refused(Refusal::Unconsidered { exhibit }).into());
    }
    let signed_at = app.now().max(file.updated_at);
    let pdf = render(app, file, track, &draft, Some((signed_at, prevails))).await?;
    let name = format!("{}-decision.pdf", file.number);
    let stored = app.blobs.put(pdf).await?;
    let row = BlobRow {
        digest: stored.digest.clone(),
        size_bytes: i64::try_from(stored.size_bytes).unwrap_or(i64::MAX),
        media_type: "application/pdf".to_owned(),
        created_at: signed_at,
    };
    app.store
        .write(move |tx| projections::put_blob(tx, &row))
        .await?;
    let document = FileRef {
        digest: stored.digest,
        size_bytes: stored.size_bytes,
        media_type: "application/pdf".to_owned(),
        name,
    };
    // The arbitrator's own notes never leave the desk: the act stands on the docket for all sides.
    let draft = Draft {
        notes: String::new(),
        ..draft
    };
    let act = Act::Decision(decisions::Act::Sign {
        track,
        draft,
        prevails,
        document,
        considered,
    });
    Ok(acts::perform_form(app, file.id, Some(seen), form, actor, act).await?)
}

/// The decision as a PDF; unsigned, with a banner that says so, when `signed` (when, and who prevails) is none.
///
/// # Errors
/// When the document cannot be made.
pub async fn render(
    app: &Arc<App>,
    file: &CaseFile,
    track: u32,
    draft: &Draft,
    signed: Option<(Timestamp, Finding)>,
) -> Result<Vec<u8>, IssueError> {
    let id = file.id;
    let last = app
        .store
        .read(move |tx| docket::last(tx, id))
        .await?
        .map(|row| row.hash)
        .unwrap_or_default();
    let locale = Locale::parse(&file.language).unwrap_or(Locale::En);
    let words = app.words(locale);
    let document = compose(app, file, track, draft, signed, &words, last);
    Ok(app
        .typesetter
        .render(&Document::Award(Box::new(document)))
        .await?)
}

fn compose(
    app: &App,
    file: &CaseFile,
    track: u32,
    draft: &Draft,
    signed: Option<(Timestamp, Finding)>,
    words: &Words,
    last_hash: String,
) -> AwardDocument {
    let signed_at = signed.map(|(at, _)| at);
    let at = signed_at.unwrap_or_else(|| app.now());
    let zone = TimeZone::UTC;
    let banner = match signed_at {
        None => Some(words.t("documents-banner-draft").to_owned()),
        Some(_) if app.config.is_demo() => Some(words.t("documents-banner-demo").to_owned()),
        Some(_) => None,
    };
    let arbitrator = file
        .sitting(track)
        .map(|s| s.name.clone())
        .unwrap_or_default();
    let date = dates::day(words, dates::date_of(at, &zone));
    let entries = i64::try_from(file.version).unwrap_or(i64::MAX);
    AwardDocument {
        frame: Frame {
            language: words.locale.tag().to_owned(),
            institution: app.config.product.name.clone(),
            case_number: file.number.to_string(),
            title: words.t("documents-title-decision").to_owned(),
            banner,
            made_at: at,
            labels: FrameLabels::in_words(words),
        },
        subtitle: words
            .find(&format!("pack-{}-title", file.pack.id))
            .unwrap_or(&file.pack.id)
            .to_owned(),
        claimants: file
            .claimant()
            .map(|p| party(p, words))
            .into_iter()
            .collect(),
        respondents: file
            .respondent(track)
            .map(|p| party(p, words))
            .into_iter()
            .collect(),
        facts: vec![
            Fact::new(words.t("documents-fact-arbitrator"), &arbitrator),
            Fact::new(
                words.t("documents-fact-rules"),
                format!(
                    "{} {}",
                    words
                        .find(&format!("pack-{}-title", file.pack.id))
                        .unwrap_or(&file.pack.id),
                    file.pack.version
                ),
            ),
            Fact::new(
                words.t("documents-fact-filed"),
                dates::day(words, dates::date_of(file.filed_at, &zone)),
            ),
            Fact::new(words.t("documents-fact-date"), &date),
        ],
        outcome: draft.summary.clone(),
        history: history(file, track, words),
        exhibits: file
            .record_of(track)
            .map(|e| exhibit(file, e, words))
            .collect(),
        sections: Vec::new(),
        issues: draft
            .issues
            .iter()
            .map(|i| issue_of(file, track, i, words))
            .collect(),
        orders: draft
            .orders
            .iter()
            .map(|o| duty(file, track, o, at, words))
            .collect(),
        closing: if draft.orders.is_empty() {
            // A claim that succeeds without an order is not dismissed.
            let dismissed = signed.is_some_and(|(_, prevails)| prevails == Finding::Respondent);
            markdown::plain(words.t(if dismissed {
                "documents-orders-none"
            } else {
                "documents-orders-not-made"
            }))
        } else {
            Vec::new()
        },
        costs: Vec::new(),
        place: "UTC".to_owned(),
        date,
        signatures: vec![Signature {
            name: arbitrator,
            capacity: words.t("documents-capacity-arbitrator").to_owned(),
            mark: match signed_at {
                Some(at) => words.with1(
                    "documents-signed-electronically",
                    "when",
                    dates::full(words, at, &zone),
                ),
                None => words.t("documents-signature-open").to_owned(),
            },
        }],
        record: Record {
            title: words.t("documents-record-title").to_owned(),
            statement: words.with2(
                "documents-record-statement",
                "number",
                file.number.as_str(),
                "entries",
                entries,
            ),
            digest: last_hash,
            address: app.urls.absolute(&crate::urls::timeline(&file.number)),
        },
        labels: AwardLabels::in_words(words),
    }
}

fn said(words: &Words, sort: &str, word: &str) -> String {
    words
        .find(&format!("{sort}-{}", word.replace(['_', '.'], "-")))
        .unwrap_or(word)
        .to_owned()
}

fn party(party: &crate::domain::parties::Party, words: &Words) -> Party {
    let mut lines = Vec::new();
    if !party.address.is_empty() {
        lines.push(party.address.clone());
    }
    if !party.country.is_empty() {
        lines.push(said(words, "country", &party.country));
    }
    Party {
        name: party.name.clone(),
        role: said(words, "role", party.role.as_str()),
        lines,
    }
}

fn history(file: &CaseFile, track: u32, words: &Words) -> Vec<HistoryLine> {
    let mut steps: Vec<(Timestamp, String)> = vec![(
        file.filed_at,
        said(words, "act", &format!("{}-file", file.kind.as_str())),
    )];
    if let Some(answer) = file.track(track).and_then(|t| t.answer.as_ref()) {
        let act = if file.is_notice() {
            "notice-counter"
        } else {
            "complaint-respond"
        };
        steps.push((answer.at, said(words, "act", act)));
    }
    if let Some(seat) = file.sitting(track) {
        steps.push((seat.proposed_at, said(words, "act", "tribunal-propose")));
        if let crate::domain::tribunal::SeatState::Accepted { at, .. } = &seat.state {
            steps.push((*at, said(words, "act", "tribunal-accept")));
        }
    }
    for challenge in &file.challenges {
        steps.push((challenge.filed_at, said(words, "act", "tribunal-challenge")));
        if let Some(ruling) = &challenge.ruling {
            steps.push((ruling.at, said(words, "act", "tribunal-rule")));
        }
    }
    steps.sort();
    steps
        .into_iter()
        .map(|(at, text)| HistoryLine {
            date: dates::day(words, dates::date_of(at, &TimeZone::UTC)),
            text,
        })
        .collect()
}

fn exhibit(file: &CaseFile, exhibit: &crate::domain::evidence::Exhibit, words: &Words) -> Exhibit {
    Exhibit {
        number: exhibit.label.to_string(),
        title: exhibit.title.clone(),
        from: exhibit
            .party
            .and_then(|no| file.party(no))
            .map_or_else(|| exhibit.filed_by.clone(), |p| p.name.clone()),
        date: dates::day(words, dates::date_of(exhibit.filed_at, &TimeZone::UTC)),
        digest: String::new(),
    }
}

fn issue_of(file: &CaseFile, track: u32, issue: &decisions::Issue, words: &Words) -> Issue {
    let claimant = file
        .notice
        .as_ref()
        .map(|n| n.statement.clone())
        .or_else(|| file.complaint.as_ref().map(|c| c.statement.clone()))
        .unwrap_or_default();
    let answer = file
        .track(track)
        .and_then(|t| t.answer.as_ref())
        .map(|a| a.statement.clone())
        .unwrap_or_default();
    // The positions are the same for every issue; they stand with the first one only.
    let positions = if issue.no == 1 {
        let respondent = if answer.is_empty() {
            words.t("documents-position-none").to_owned()
        } else {
            answer
        };
        vec![
            Position {
                party: words.t("documents-position-claimant").to_owned(),
                blocks: markdown::plain(&claimant),
            },
            Position {
                party: words.t("documents-position-respondent").to_owned(),
                blocks: markdown::plain(&respondent),
            },
        ]
    } else {
        Vec::new()
    };
    Issue {
        question: issue.question.clone(),
        positions,
        finding: issue
            .finding
            .map(|f| said(words, "finding", f.as_str()))
            .unwrap_or_default(),
        reasons: markdown::blocks(&issue.reasons),
    }
}

/// Who carries an order out: the marketplace what concerns a listing, else the side that the order names.
pub fn debtor<'a>(
    file: &'a CaseFile,
    track: u32,
    order: &decisions::Order,
) -> Option<&'a CaseParty> {
    let is_about_listing = matches!(
        order.remedy,
        crate::domain::complaints::Remedy::RestoreListing
            | crate::domain::complaints::Remedy::KeepDown
    );
    let marketplace = file.parties_of(Role::Marketplace).next();
    marketplace
        .filter(|_| is_about_listing)
        .or_else(|| match order.debtor {
            Role::Claimant => file.claimant(),
            _ => file.respondent(track),
        })
}

fn duty(
    file: &CaseFile,
    track: u32,
    order: &decisions::Order,
    at: Timestamp,
    words: &Words,
) -> crate::documents::Duty {
    let who = debtor(file, track, order);
    let day = dates::date_of(at, &TimeZone::UTC)
        .checked_add(Span::new().days(i64::from(order.within_days.min(3650))));
    crate::documents::Duty {
        who: who.map(|p| p.name.clone()).unwrap_or_default(),
        what: if order.text.trim().is_empty() {
            said(words, "remedy", order.remedy.as_str())
        } else {
            order.text.clone()
        },
        amount: order
            .amount
            .as_ref()
            .map(|m| figures::money(words, m.minor, &m.currency))
            .unwrap_or_default(),
        due: day.map(|day| dates::day(words, day)).unwrap_or_default(),
    }
}
