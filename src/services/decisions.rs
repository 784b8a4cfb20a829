//! Decisions: the document that is previewed, and the signature on exactly that document.

use super::acts::{self, ActError};
use super::telling::{Extent, Reading};
use crate::documents::markdown::Block;
use crate::documents::{
    AwardDocument, AwardLabels, Document, DocumentError, Exhibit, Fact, Frame, FrameLabels,
    HistoryLine, Issue, Party, Position, Record, Section, Signature, markdown,
};
use crate::domain::Role;
use crate::domain::access::track_of;
use crate::domain::acts::{Act, Effect, Receipt, Refusal};
use crate::domain::cases::CaseFile;
use crate::domain::decisions::{self, Draft, Finding};
use crate::domain::docket::{Deed, Entry};
use crate::domain::evidence::FileRef;
use crate::domain::ids::ExhibitLabel;
use crate::domain::parties::{Actor, Party as CaseParty};
use crate::domain::procedures::{DecisionPart, FieldType, Pack};
use crate::i18n::{Locale, Words, dates, figures, said};
use crate::startup::App;
use crate::storage::cases::projections::{self, BlobRow};
use crate::storage::docket::DocketRow;
use crate::storage::{StorageError, docket};
use jiff::civil::Date;
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
    let pack = acts::pinned(app, file)?;
    if let Some((what, no)) = decisions::incomplete(&draft, pack.decision.as_ref()) {
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
    let rows = app
        .store
        .read(move |tx| docket::list(tx, id, 0, i64::from(i32::MAX)))
        .await?;
    let pack = acts::pinned(app, file)?;
    let locale = Locale::parse(&file.language).unwrap_or(Locale::En);
    let words = app.words(locale);
    let ruling = Ruling {
        file,
        pack: &pack,
        track,
        draft,
        signed,
        words: &words,
    };
    let document = compose(app, &ruling, &rows);
    Ok(app
        .typesetter
        .render(&Document::Award(Box::new(document)))
        .await?)
}

/// What a document is made of.
struct Ruling<'a> {
    file: &'a CaseFile,
    pack: &'a Pack,
    track: u32,
    draft: &'a Draft,
    /// When it was signed, and who prevails
    signed: Option<(Timestamp, Finding)>,
    words: &'a Words,
}

impl Ruling<'_> {
    fn binds(&self) -> bool {
        let track = self.file.track(self.track);
        track.is_none_or(|track| self.pack.decision_binds(&track.state))
    }

    /// The fixed words; those of a recommendation decide nothing.
    fn labels(&self) -> AwardLabels {
        let labels = AwardLabels::in_words(self.words);
        if self.binds() {
            return labels;
        }
        let said = |key: &str| self.words.t(key).to_owned();
        AwardLabels {
            orders: said("documents-recommended"),
            orders_lead: said("documents-recommended-lead"),
            done: said("documents-recommended-on"),
            ..labels
        }
    }

    /// What stands under the orders.
    fn closing(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        if self.draft.orders.is_empty() {
            // A claim that succeeds without an order is not dismissed.
            let dismissed = (self.signed).is_some_and(|(_, side)| side == Finding::Respondent);
            blocks.extend(markdown::plain(self.words.t(if !self.binds() {
                "documents-recommended-nothing"
            } else if dismissed {
                "documents-orders-none"
            } else {
                "documents-orders-not-made"
            })));
        }
        if !self.binds() {
            blocks.extend(markdown::plain(
                self.words.t("documents-recommended-effect"),
            ));
        }
        blocks
    }
}

fn compose(app: &App, ruling: &Ruling<'_>, rows: &[DocketRow]) -> AwardDocument {
    let Ruling {
        file,
        track,
        draft,
        signed,
        words,
        ..
    } = *ruling;
    let last_hash = rows.last().map(|row| row.hash.clone()).unwrap_or_default();
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
            title: words
                .t(if ruling.binds() {
                    "documents-title-decision"
                } else {
                    "documents-title-recommendation"
                })
                .to_owned(),
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
        facts: [
            Some(Fact::new(
                decider(ruling, "documents-fact-arbitrator"),
                &arbitrator,
            )),
            Some(Fact::new(
                words.t("documents-fact-rules"),
                format!(
                    "{} {}",
                    words
                        .find(&format!("pack-{}-title", file.pack.id))
                        .unwrap_or(&file.pack.id),
                    file.pack.version
                ),
            )),
            Some(Fact::new(
                words.t("documents-fact-filed"),
                dates::day(words, dates::date_of(file.filed_at, &zone)),
            )),
            Some(Fact::new(words.t("documents-fact-date"), &date)),
            signed.map(|(_, side)| {
                Fact::new(
                    words.t("documents-fact-prevails"),
                    said::said(words, "finding", side.as_str()),
                )
            }),
        ]
        .into_iter()
        .flatten()
        .collect(),
        outcome: draft.summary.clone(),
        history: history(ruling, rows),
        exhibits: file
            .record_of(track)
            .map(|e| exhibit(file, e, words))
            .collect(),
        sections: parts_of(draft)
            .map(|(part, text)| Section {
                title: said::said(words, "part", part.as_str()),
                blocks: markdown::blocks(text),
            })
            .collect(),
        issues: draft.issues.iter().map(|i| issue_of(ruling, i)).collect(),
        orders: draft
            .orders
            .iter()
            .map(|o| duty(file, track, o, at, words))
            .collect(),
        closing: ruling.closing(),
        costs: draft
            .parts
            .get(&DecisionPart::Costs)
            .map(|text| markdown::blocks(text))
            .unwrap_or_default(),
        place: match draft.parts.get(&DecisionPart::Seat) {
            Some(seat) => seat.trim().to_owned(),
            None => "UTC".to_owned(),
        },
        date,
        signatures: vec![Signature {
            name: arbitrator,
            capacity: decider(ruling, "documents-capacity-arbitrator").to_owned(),
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
        labels: ruling.labels(),
    }
}

/// What whoever decides is called: by the procedure, where it has a word of its own.
fn decider<'a>(ruling: &Ruling<'a>, otherwise: &'a str) -> &'a str {
    let own = ruling
        .words
        .find(&ruling.pack.text_key("role", "arbitrator"));
    own.unwrap_or_else(|| ruling.words.t(otherwise))
}

/// The parts that stand before the issues; the seat stands with the date and costs stand last.
fn parts_of(draft: &Draft) -> impl Iterator<Item = (DecisionPart, &String)> {
    let own = |part: &DecisionPart| !matches!(part, DecisionPart::Seat | DecisionPart::Costs);
    let parts = draft.parts.iter().map(|(part, text)| (*part, text));
    parts.filter(move |(part, text)| own(part) && !text.trim().is_empty())
}

pub(super) fn party(party: &crate::domain::parties::Party, words: &Words) -> Party {
    let mut lines = Vec::new();
    if !party.address.is_empty() {
        lines.push(party.address.clone());
    }
    if !party.country.is_empty() {
        lines.push(said::said(words, "country", &party.country));
    }
    Party {
        name: party.name.clone(),
        role: said::said(words, "role", party.role.as_str()),
        lines,
    }
}

/// The steps of the track, from the docket: what was filed, answered, ordered, consented to and let lapse, and
/// how the tribunal came to be. Talks, messages and papers are not steps.
fn history(ruling: &Ruling<'_>, rows: &[DocketRow]) -> Vec<HistoryLine> {
    let tribunal = Actor {
        role: Role::Arbitrator,
        ..Actor::system()
    };
    let reading = Reading {
        file: ruling.file,
        pack: ruling.pack,
        actor: &tribunal,
        words: ruling.words,
        zone: &TimeZone::UTC,
    };
    let lines = rows.iter().filter_map(|row| {
        let entry: Entry = serde_json::from_str(&row.entry.0).ok()?;
        let text = step(ruling, &reading, &entry)?;
        Some(HistoryLine {
            date: dates::day(ruling.words, dates::date_of(row.at, &TimeZone::UTC)),
            text,
        })
    });
    let mut lines: Vec<HistoryLine> = lines.collect();
    lines.dedup();
    lines
}

fn step(ruling: &Ruling<'_>, reading: &Reading<'_>, entry: &Entry) -> Option<String> {
    let counts = match &entry.deed {
        Deed::Filed(_) => true,
        Deed::Done(act) => matches!(
            act,
            Act::Notice(_)
                | Act::Complaint(_)
                | Act::Matter(_)
                | Act::Tribunal(_)
                | Act::Lapse { .. }
        ),
    };
    let mut tracks = entry
        .effects
        .iter()
        .filter_map(|effect| track_of(ruling.file, effect))
        .peekable();
    let is_here = tracks.peek().is_none() || tracks.any(|track| track == ruling.track);
    // That a target passed moved nothing.
    let is_target = entry.effects.iter().any(|effect| match effect {
        Effect::ClockFired { clock } => {
            let mut clocks = ruling.file.clocks.iter();
            clocks.any(|c| c.no == *clock && c.target)
        }
        _ => false,
    });
    if !counts || !is_here || is_target {
        return None;
    }
    let told = reading.tell(entry, Extent::Short);
    let title = match &entry.deed {
        Deed::Done(Act::Lapse { .. }) => told.body.into_iter().next().unwrap_or(told.title),
        _ => told.title,
    };
    // Of a consent it matters whose.
    let consents = entry
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Consented { .. }));
    Some(if consents {
        let role = said::role(ruling.words, entry.actor.role);
        format!("{title} ({role})")
    } else {
        title
    })
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

fn issue_of(ruling: &Ruling<'_>, issue: &decisions::Issue) -> Issue {
    let words = ruling.words;
    let position = |role: Role, key: &str| {
        let mut blocks = submitted(ruling, role);
        if blocks.is_empty() {
            blocks = markdown::plain(words.t("documents-position-none"));
        }
        Position {
            party: words.t(key).to_owned(),
            blocks,
        }
    };
    // The positions are the same for every issue; they stand with the first one only.
    let positions = match issue.no {
        1 => vec![
            position(Role::Claimant, "documents-position-claimant"),
            position(Role::Respondent, "documents-position-respondent"),
        ],
        _ => Vec::new(),
    };
    Issue {
        question: issue.question.clone(),
        positions,
        finding: issue
            .finding
            .map(|f| said::said(words, "finding", f.as_str()))
            .unwrap_or_default(),
        reasons: markdown::blocks(&issue.reasons),
    }
}

/// What a side said: the statement of its notice, complaint or answer, and of its papers what it wrote in its own words.
fn submitted(ruling: &Ruling<'_>, role: Role) -> Vec<Block> {
    let Ruling {
        file, pack, words, ..
    } = *ruling;
    let track = file.track(ruling.track);
    let statement = match role {
        Role::Claimant => {
            let notice = file.notice.as_ref().map(|notice| &notice.statement);
            notice.or(file
                .complaint
                .as_ref()
                .map(|complaint| &complaint.statement))
        }
        _ => track
            .and_then(|track| track.answer.as_ref())
            .map(|answer| &answer.statement),
    };
    let mut blocks: Vec<Block> = statement
        .filter(|statement| !statement.trim().is_empty())
        .map(|statement| markdown::plain(statement))
        .unwrap_or_default();
    let papers = file.papers.iter();
    for paper in papers.filter(|paper| paper.role == role && paper.track == ruling.track) {
        let fields = pack
            .document(&paper.document)
            .map(|document| document.fields.as_slice())
            .unwrap_or_default();
        let own_words = fields.iter().filter_map(|field| {
            let given = paper.filled.answers.get(&field.id)?;
            let is_long = field.field_type == FieldType::LongText;
            is_long.then(|| said::answer(words, pack, field, given))
        });
        let own_words: Vec<String> = own_words.collect();
        if own_words.is_empty() {
            continue;
        }
        let title = said::paper_title(words, pack, paper);
        let filed = dates::day(words, dates::date_of(paper.filed_at, &TimeZone::UTC));
        let head = words.with2("documents-paper", "title", title, "day", filed);
        blocks.extend(markdown::plain(&head));
        for text in own_words {
            blocks.extend(markdown::plain(&text));
        }
    }
    blocks
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

/// The day by which an order is carried out, counted from the day of signing in UTC, as the document says it.
pub fn due_day(order: &decisions::Order, signed_at: Timestamp) -> Option<Date> {
    dates::date_of(signed_at, &TimeZone::UTC)
        .checked_add(Span::new().days(i64::from(order.within_days.min(3650))))
        .ok()
}

fn duty(
    file: &CaseFile,
    track: u32,
    order: &decisions::Order,
    at: Timestamp,
    words: &Words,
) -> crate::documents::Duty {
    let who = debtor(file, track, order);
    crate::documents::Duty {
        who: who.map(|p| p.name.clone()).unwrap_or_default(),
        what: if order.text.trim().is_empty() {
            said::said(words, "remedy", order.remedy.as_str())
        } else {
            order.text.clone()
        },
        amount: order
            .amount
            .as_ref()
            .map(|m| figures::money(words, m.minor, &m.currency))
            .unwrap_or_default(),
        due: due_day(order, at)
            .map(|day| dates::day(words, day))
            .unwrap_or_default(),
    }
}
