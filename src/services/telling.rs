//! The docket in the words of a reader: what an entry says to somebody who may see it. The timeline and the
//! case file tell it alike.

use crate::domain::Role;
use crate::domain::access::{is_of_another, is_withheld, sees_exhibit};
use crate::domain::acts::{Act, Effect};
use crate::domain::cases::CaseFile;
use crate::domain::complaints::Complaint;
use crate::domain::docket::{Deed, Entry};
use crate::domain::evidence::Exhibit;
use crate::domain::matters;
use crate::domain::notices::{Declaration, Listing, Notice, StatementOfReasons};
use crate::domain::parties::Actor;
use crate::domain::procedures::Pack;
use crate::domain::settlements::Terms;
use crate::domain::tribunal::SeatState;
use crate::i18n::{Words, dates, figures, said};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// How much of an entry is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What changed, in a few lines
    Short,
    /// The words that were sent too
    Whole,
}

/// Who reads, and in which words.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The case
    pub file: &'a CaseFile,
    /// Its rules
    pub pack: &'a Pack,
    /// The reader
    pub actor: &'a Actor,
    /// The reader's language
    pub words: &'a Words,
    /// The reader's zone
    pub zone: &'a TimeZone,
}

/// An entry as a reader gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told<'a> {
    /// What happened
    pub title: String,
    /// More about it, in lines
    pub body: Vec<String>,
    /// Laws and rules it rests on
    pub cites: Vec<String>,
    /// Exhibits it filed that the reader may open
    pub exhibits: Vec<&'a Exhibit>,
    /// Whether the contents are kept from the reader
    pub is_withheld: bool,
}

/// Lines of a short telling at most.
const SHORT: usize = 12;

impl Reading<'_> {
    /// Tells an entry.
    pub fn tell<'e>(&self, entry: &'e Entry, extent: Extent) -> Told<'e> {
        let is_withheld = is_withheld(self.file, self.actor, entry);
        let mut body = if is_withheld {
            vec![self.words.t("case-entry-withheld").to_owned()]
        } else {
            self.details(entry, extent)
        };
        body.dedup();
        let sources = entry.cites.iter().filter_map(|key| self.pack.source(key));
        Told {
            title: self.title(entry, is_withheld),
            body,
            cites: sources
                .map(|source| said::law(self.words, self.pack, source))
                .collect(),
            exhibits: if is_withheld {
                Vec::new()
            } else {
                self.exhibits(entry)
            },
            is_withheld,
        }
    }

    /// Whoever decides or carries out is not told what was done in talks, only that there were some.
    fn title(&self, entry: &Entry, is_withheld: bool) -> String {
        let is_talk = matches!(
            entry.deed,
            Deed::Done(Act::Settlement(_) | Act::OfferLapse { .. })
        );
        if is_withheld && is_talk {
            return self.words.t("case-entry-settlement").to_owned();
        }
        if let Deed::Done(Act::Matter(matters::Act::Take { step, .. })) = &entry.deed {
            return said::step(self.words, self.pack, step);
        }
        said::act(self.words, entry.deed.name(), "")
    }

    fn exhibits<'e>(&self, entry: &'e Entry) -> Vec<&'e Exhibit> {
        let filed = entry.effects.iter().filter_map(|effect| match effect {
            Effect::ExhibitFiled { exhibit } => Some(exhibit),
            _ => None,
        });
        filed
            .filter(|exhibit| sees_exhibit(self.file, self.actor, exhibit))
            .collect()
    }

    fn details(&self, entry: &Entry, extent: Extent) -> Vec<String> {
        let mut lines = Vec::new();
        for effect in &entry.effects {
            if is_of_another(self.file, self.actor, effect) {
                continue;
            }
            lines.extend(self.change(effect));
            if extent == Extent::Whole {
                lines.extend(self.sent(effect));
            }
        }
        if extent == Extent::Short {
            lines.truncate(SHORT);
        }
        lines.retain(|line| !line.trim().is_empty());
        lines
    }

    /// What an effect changed, in a line.
    fn change(&self, effect: &Effect) -> Option<String> {
        let words = self.words;
        Some(match effect {
            Effect::TrackMoved { to, .. } => {
                words.with1("case-entry-state", "state", said::state(words, to))
            }
            Effect::OutcomeSet { outcome, .. } => words.with1(
                "case-entry-outcome",
                "outcome",
                said::outcome(words, outcome),
            ),
            Effect::ClockStarted { clock } if !clock.target => {
                // The days of talks are not for whoever decides.
                if clock.rule == "consider" && self.actor.role == Role::Arbitrator {
                    return None;
                }
                words.with3(
                    "case-entry-clock",
                    "label",
                    said::clock_label(words, &clock.rule, false),
                    "when",
                    self.when(clock.due_at),
                    "how",
                    said::derivation_summary(words, &clock.derivation),
                )
            }
            Effect::ClockFired { clock } => {
                let clock = self.file.clocks.iter().find(|c| c.no == *clock)?;
                let label = said::clock_label(words, &clock.rule, false);
                words.with1("act-lapse-what", "what", label)
            }
            Effect::ClockExtended { due_at, .. } => {
                words.with1("case-entry-extended", "when", self.when(*due_at))
            }
            Effect::ClockTolled { due_at, .. } => {
                words.with1("case-entry-tolled", "when", self.when(*due_at))
            }
            Effect::ClockResumed { due_at, .. } => {
                words.with1("case-entry-resumed", "when", self.when(*due_at))
            }
            Effect::ClockHeld { clock, hold } => {
                let clock = self.file.clocks.iter().find(|c| c.no == *clock)?;
                let label = said::clock_label(words, &clock.rule, false);
                let why = said::said(words, "toll", hold);
                words.with2("case-entry-held", "what", label, "why", why)
            }
            Effect::ClockReleased { due_at, .. } => {
                words.with1("case-entry-resumed", "when", self.when(*due_at))
            }
            Effect::ClockRecounted { due_at, .. } => {
                words.with1("case-entry-recounted", "when", self.when(*due_at))
            }
            Effect::ParallelFound { matter } => {
                let (kind, place) = (
                    said::said(words, "link", matter.kind.as_str()),
                    &matter.place,
                );
                words.with2("case-entry-parallel", "kind", kind, "place", place.as_str())
            }
            Effect::ParallelOver { matter, .. } => {
                let matter = self
                    .file
                    .parallel
                    .iter()
                    .find(|found| found.no == *matter)?;
                words.with1("case-entry-parallel-over", "place", matter.place.as_str())
            }
            Effect::Migrated { pack, reason } => words.with2(
                "case-entry-migrated",
                "version",
                pack.version.as_str(),
                "reason",
                reason.as_str(),
            ),
            Effect::TimeGivenBack { due_at, .. } => {
                words.with1("case-entry-given-back", "when", self.when(*due_at))
            }
            Effect::GapsNamed { asked, .. } => asked.words.clone(),
            Effect::NoticeCompleted { completion } => {
                let added = completion.papers.len() + completion.places.len();
                let texts = [&completion.number, &completion.owner, &completion.statement];
                let texts = texts.iter().filter(|text| !text.is_empty()).count();
                words.with1("case-entry-completed", "count", added + texts)
            }
            Effect::CourtHeld { order, .. } => {
                format!("{}, {}: {}", order.court, order.number, order.detail)
            }
            Effect::MeasureOrdered {
                listing, action, ..
            } => words.with2(
                "case-entry-ordered",
                "no",
                *listing,
                "action",
                said::said(words, "action", action.as_str()),
            ),
            Effect::MeasureTaken { listing, value, .. } => words.with2(
                "case-entry-measure",
                "no",
                *listing,
                "measure",
                said::said(words, "measure", value.as_str()),
            ),
            Effect::ExhibitWithdrawn { label, reason } => format!("{label}: {reason}"),
            Effect::SeatOffered { seat } => seat.name.clone(),
            Effect::Decided { decision } => decision.summary.clone(),
            Effect::OfferMade { offer } => self.terms(&offer.terms),
            Effect::ObligationMoved {
                obligation, state, ..
            } => words.with2(
                "case-entry-obligation",
                "no",
                *obligation,
                "state",
                said::said(words, "obligation", state.as_str()),
            ),
            _ => return None,
        })
    }

    /// The words that were sent with an effect.
    fn sent(&self, effect: &Effect) -> Vec<String> {
        let words = self.words;
        match effect {
            Effect::Opened { opening } => match (&opening.notice, &opening.complaint) {
                (Some(notice), _) => self.notice(notice, &opening.listings),
                (None, Some(complaint)) => self.complaint(complaint),
                (None, None) => Vec::new(),
            },
            Effect::Answered { answer, .. } => [
                said::said(words, "position", answer.position.as_str()),
                answer.statement.clone(),
            ]
            .into_iter()
            .chain(declared(&answer.declarations))
            .collect(),
            Effect::PaperFiled { paper } => self.paper(paper),
            Effect::ActionProved { proof, .. } => vec![format!(
                "{}, {}, {}",
                proof.court,
                proof.number,
                dates::day(words, proof.filed_on)
            )],
            Effect::Consented { role, .. } => vec![said::role(words, *role)],
            Effect::NoticeCompleted { completion } => vec![completion.statement.clone()],
            Effect::InfoAsked { missing } => vec![missing.clone()],
            Effect::InfoGiven { text } => vec![text.clone()],
            Effect::TimeAsked { reason, .. }
            | Effect::ClockExtended { reason, .. }
            | Effect::ClockTolled { reason, .. } => vec![reason.clone()],
            Effect::MeasureOrdered { reasons, .. } | Effect::MeasureTaken { reasons, .. } => {
                reasons
                    .as_ref()
                    .map(|reasons| self.reasons(reasons))
                    .into_iter()
                    .collect()
            }
            Effect::OfferMade { offer } => vec![offer.terms.text.clone()],
            Effect::OfferClosed { reason, .. } => vec![reason.clone()],
            Effect::ObligationArose { obligation } => {
                let debtor = self.file.party(obligation.debtor);
                let what = said::said(words, "remedy", obligation.remedy.as_str());
                let amount = obligation
                    .amount
                    .as_ref()
                    .map(|money| figures::money(words, money.minor, &money.currency));
                let day = dates::day(words, obligation.due_on);
                let parts = [
                    debtor.map(|p| p.name.clone()),
                    Some(what),
                    amount,
                    Some(day),
                ];
                vec![parts.into_iter().flatten().collect::<Vec<_>>().join(", ")]
            }
            Effect::ObligationMoved { words, .. } => vec![words.clone()],
            Effect::SeatMoved { state, .. } => match state {
                SeatState::Accepted { disclosure, .. } => vec![disclosure.clone()],
                SeatState::Declined { reason, .. } | SeatState::Removed { reason, .. } => {
                    vec![reason.clone()]
                }
                SeatState::Proposed => Vec::new(),
            },
            Effect::Challenged { challenge } => vec![challenge.ground.clone()],
            Effect::ChallengeRuled { ruling, .. } => {
                let ruled = if ruling.upheld {
                    "case-entry-challenge-upheld"
                } else {
                    "case-entry-challenge-dismissed"
                };
                vec![words.t(ruled).to_owned(), ruling.reasons.clone()]
            }
            Effect::MessageSent { message } => vec![message.text.clone()],
            Effect::MandateGranted { mandate } => vec![mandate.name.clone()],
            _ => Vec::new(),
        }
    }

    /// A paper with its questions, answers and declarations.
    fn paper(&self, paper: &matters::Paper) -> Vec<String> {
        let rows = said::paper_rows(self.words, self.pack, paper).into_iter();
        let rows = rows.map(|(label, said)| {
            self.words
                .with2("case-entry-answer", "label", label, "said", said)
        });
        std::iter::once(said::paper_title(self.words, self.pack, paper))
            .chain(rows)
            .chain(declared(&paper.filled.declarations))
            .collect()
    }

    /// The right, the listings, the words and the declarations of a notice.
    fn notice(&self, notice: &Notice, listings: &[Listing]) -> Vec<String> {
        let right = &notice.right;
        let kind = said::said(self.words, "right", right.kind.as_str());
        let mut lines = vec![joined(&[
            &kind,
            &right.number,
            &right.territory,
            &right.owner,
        ])];
        lines.extend(listings.iter().map(|listing| {
            let parts = [
                &listing.title,
                &listing.item,
                &listing.url,
                &listing.marketplace_name,
            ];
            let line = format!("{}. {}", listing.no, joined(&parts));
            if listing.wrong.trim().is_empty() {
                line
            } else {
                format!("{line}: {}", listing.wrong)
            }
        }));
        lines.push(notice.statement.clone());
        lines.extend(declared(&notice.declarations));
        lines
    }

    /// What was bought, what went wrong, what is wanted, and the declarations of a complaint.
    fn complaint(&self, complaint: &Complaint) -> Vec<String> {
        let problem = said::said(self.words, "problem", complaint.problem.as_str());
        let mut remedy = said::said(self.words, "remedy", complaint.remedy.as_str());
        if let Some(amount) = &complaint.amount {
            let money = figures::money(self.words, amount.minor, &amount.currency);
            remedy = joined(&[&remedy, &money]);
        }
        let order = joined(&[&complaint.order_reference, &complaint.marketplace_name]);
        let mut lines = vec![
            joined(&[&complaint.goods, &order]),
            problem,
            remedy,
            complaint.statement.clone(),
            complaint.tried.clone(),
        ];
        lines.extend(declared(&complaint.declarations));
        lines
    }

    /// The words that were sent with an entry, for a receipt; none that are kept from the reader.
    pub fn words_sent(&self, entry: &Entry) -> Vec<String> {
        if is_withheld(self.file, self.actor, entry) {
            return Vec::new();
        }
        let own = |effect: &&Effect| !is_of_another(self.file, self.actor, effect);
        let mut lines: Vec<String> = entry
            .effects
            .iter()
            .filter(own)
            .flat_map(|effect| self.sent(effect))
            .collect();
        lines.retain(|line| !line.trim().is_empty());
        lines.dedup();
        lines
    }

    /// What is done, how much and by when, of an offer.
    fn terms(&self, terms: &Terms) -> String {
        let mut line = said::said(self.words, "remedy", terms.remedy.as_str());
        if let Some(amount) = &terms.amount {
            let money = figures::money(self.words, amount.minor, &amount.currency);
            line.push_str(&format!(", {money}"));
        }
        line
    }

    fn reasons(&self, reasons: &StatementOfReasons) -> String {
        [&reasons.ground, &reasons.facts, &reasons.territory]
            .into_iter()
            .filter(|part| !part.trim().is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join(". ")
    }

    fn when(&self, at: Timestamp) -> String {
        dates::full(self.words, at, self.zone)
    }
}

/// Parts that say something, in a row.
fn joined(parts: &[&String]) -> String {
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    let parts: Vec<&str> = parts.map(|part| part.as_str()).collect();
    parts.join(", ")
}

/// The exact texts that were declared.
fn declared(declarations: &[Declaration]) -> impl Iterator<Item = String> {
    declarations
        .iter()
        .map(|declaration| declaration.text.clone())
}
