//! A pack: one procedure as readable data. Here are its parts and how they are read from TOML;
//! what the parts say to each other is looked up in `lookup` and proved in `lint`.

mod clock;
mod rules;

pub use clock::{Amount, Clock, ExtendRule, Length, Sets, Span, TollRule, Whose};
pub use rules::{
    ConductCap, ConductRule, DecisionCheck, DecisionRule, Hold, Link, PanelRule, Retention, Rung,
};

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer};
use sha2::{Digest, Sha256};

use super::condition::Condition;
use super::words::{
    ActName, AppliesBy, FieldType, Kind, LetterKind, Order, Outcome, StateKind, Status, Unit,
    Weight,
};
use crate::domain::Role;

/// Why a pack could not be read: where, what, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}; {instead}")]
pub struct PackError {
    /// Line in the file, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
    /// What to write instead.
    pub instead: String,
}

/// One procedure, as its file says it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Identity, status and reach.
    #[serde(rename = "pack")]
    pub about: About,
    /// The texts of law and practice it rests on.
    #[serde(rename = "source")]
    pub sources: Vec<Source>,
    /// Numbers an operator may set inside stated ranges.
    #[serde(default)]
    pub params: BTreeMap<String, Param>,
    /// The stages shown to people, in order.
    #[serde(rename = "phase")]
    pub phases: Vec<Phase>,
    /// Declarations people make, exact and versioned.
    #[serde(rename = "attestation", default)]
    pub attestations: Vec<Attestation>,
    /// What each document must hold.
    #[serde(rename = "document", default)]
    pub documents: Vec<Document>,
    /// Every state; the first is where a case begins.
    #[serde(rename = "state")]
    pub states: Vec<State>,
    /// Every step, in order of precedence.
    #[serde(rename = "transition")]
    pub transitions: Vec<Transition>,
    /// Every clock.
    #[serde(rename = "clock", default)]
    pub clocks: Vec<Clock>,
    /// Suspensions, with what each does to every clock.
    #[serde(rename = "hold", default)]
    pub holds: Vec<Hold>,
    /// Matters elsewhere that concern this one, and what they do to it.
    #[serde(rename = "link", default)]
    pub links: Vec<Link>,
    /// How whoever decides is chosen; none where nobody decides.
    #[serde(default)]
    pub panel: Option<PanelRule>,
    /// What points for conduct mean; none where the pack gives no points.
    #[serde(default)]
    pub conduct: Option<ConductRule>,
    /// How long what is kept.
    #[serde(default)]
    pub retention: Vec<Retention>,
    /// What a decision holds, and what it is checked for before it is signed.
    #[serde(default)]
    pub decision: Option<DecisionRule>,
    /// What is to be paid.
    #[serde(rename = "fee", default)]
    pub fees: Vec<Fee>,
    /// What other bodies do otherwise under the same procedure, by name; see `profiles`.
    #[serde(rename = "profile", default)]
    pub(super) profiles: BTreeMap<String, toml::Table>,
    #[serde(skip)]
    text: String,
    #[serde(skip)]
    digest: String,
}

/// What a pack is, where it comes from and what it reaches.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// Stable name, equal to its folder.
    pub id: String,
    /// Three numbers, `major.minor.patch`.
    pub version: String,
    /// Country code, or `XX` where no one law governs.
    pub jurisdiction: String,
    /// What the procedure starts with.
    pub kind: Kind,
    /// How far it has been checked.
    pub status: Status,
    /// First day on which this version may govern a case.
    pub effective_from: Date,
    /// The date that decides.
    pub applies_by: AppliesBy,
    /// IANA zone in which days are counted by default.
    pub zone: String,
    /// Most listings in one filing.
    #[serde(default)]
    pub max_listings: Option<u32>,
    /// The name under which this is one of several profiles; none where there is but one.
    #[serde(default)]
    pub profile: Option<String>,
    /// The pack that this is a profile of; none for the pack itself. Set where profiles are made.
    #[serde(default)]
    pub family: Option<String>,
    /// Why one side has more turns than the other; none where they have equally many.
    #[serde(default)]
    pub turns: Option<String>,
    /// What a reviewer has to know about weak spots.
    #[serde(default)]
    pub note: Option<String>,
}

/// A text of law or practice that steps cite by key.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The key that `cite` uses.
    pub key: String,
    /// The instrument.
    pub title: String,
    /// Article, section or paragraph.
    pub article: String,
    /// Where it can be read; none for agreements and rules of the house.
    #[serde(default)]
    pub url: Option<String>,
    /// When somebody last compared the pack with it; none until somebody has.
    #[serde(default)]
    pub checked_on: Option<Date>,
    /// A weakness a reviewer must settle; a pack with one stays a draft.
    #[serde(default)]
    pub mark: Option<String>,
}

/// A number an operator may set.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Param {
    /// What it counts.
    pub unit: Unit,
    /// Least value allowed.
    pub min: u32,
    /// Greatest value allowed.
    pub max: u32,
    /// The value used when nobody set one.
    pub default: u32,
    /// Whether law or the product gives the range.
    pub note: String,
}

/// One stage shown to people.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Name, the end of its text key.
    pub id: String,
}

/// What is to be paid, by how much is asked for and by how many decide.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// Name, the end of a text key.
    pub id: String,
    /// Who pays it first.
    pub payer: Role,
    /// ISO 4217 code of every amount.
    pub currency: String,
    /// The amounts.
    pub rows: Vec<FeeRow>,
    /// Source keys.
    pub cite: Vec<String>,
}

/// One cell of a table of fees.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeeRow {
    /// Fewest subjects (listings, domain names) that it is for.
    pub from: u32,
    /// Most subjects that it is for; none if there is no end.
    #[serde(default)]
    pub to: Option<u32>,
    /// How many decide; none where it makes no difference.
    #[serde(default)]
    pub panel: Option<u32>,
    /// The whole amount in minor units of the currency; none where it is agreed case by case.
    #[serde(default)]
    pub amount: Option<u32>,
    /// Its part for those who decide, in minor units.
    #[serde(default)]
    pub panel_share: Option<u32>,
}

impl Fee {
    /// The row for so many subjects and so many who decide; none if the table has none for them.
    #[must_use]
    pub fn row(&self, subjects: u32, panel: u32) -> Option<&FeeRow> {
        self.rows.iter().find(|row| {
            row.from <= subjects
                && row.to.is_none_or(|to| subjects <= to)
                && row.panel.is_none_or(|size| size == panel)
        })
    }
}

/// A declaration with its exact text; a changed word is a new version.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attestation {
    /// Name.
    pub id: String,
    /// Version of the text, from 1.
    pub version: u32,
    /// Its legal weight.
    pub weight: Weight,
    /// Source keys.
    #[serde(default)]
    pub cite: Vec<String>,
    /// The text by language tag (`en`, `zh-Hans`).
    pub text: BTreeMap<String, String>,
}

impl Attestation {
    /// The text in a language, or in English where that language is missing.
    #[must_use]
    pub fn text(&self, language: &str) -> &str {
        self.text
            .get(language)
            .or_else(|| self.text.get("en"))
            .map_or("", String::as_str)
    }
}

/// What a document must hold.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Name.
    pub id: String,
    /// Its fields, in the order people are asked.
    pub fields: Vec<Field>,
    /// Most words in all its texts together; none where there is no limit.
    #[serde(default)]
    pub max_words: Option<u32>,
    /// Declarations made with it.
    #[serde(default)]
    pub attestations: Vec<String>,
    /// Source keys.
    pub cite: Vec<String>,
}

/// One field of a document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Name.
    pub id: String,
    /// What kind of answer it takes.
    #[serde(rename = "type")]
    pub field_type: FieldType,
    /// Whether the document is incomplete without it.
    pub required: bool,
    /// Asked only for these rights (`patent`, `design` …); empty means for all.
    #[serde(default)]
    pub for_rights: Vec<String>,
    /// The answers to choose from, the ends of text keys; only for a choice.
    #[serde(default)]
    pub options: Vec<String>,
    /// Most words of a text; none where there is no limit.
    #[serde(default)]
    pub max_words: Option<u32>,
}

/// One state of a case or track.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// Name.
    pub id: String,
    /// The stage it is shown in.
    pub phase: String,
    /// Waiting, open or ended.
    pub kind: StateKind,
    /// Whose move it is; none if nobody's.
    #[serde(default, deserialize_with = "role_or_nobody")]
    pub turn: Option<Role>,
    /// How the procedure ended, in a terminal state.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// Whether structured offers may be exchanged.
    #[serde(default)]
    pub offers: bool,
    /// Who may file evidence.
    #[serde(default)]
    pub evidence: Vec<Role>,
}

impl State {
    /// Whether the procedure has ended here.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        self.kind == StateKind::Terminal
    }
}

/// One step: from where, by whose act, to where, with which effects.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transition {
    /// Name within the pack.
    pub id: String,
    /// States it starts from; `*` is every state that has begun and not ended.
    pub from: Vec<String>,
    /// State it leads to; none means the case stays where it is.
    #[serde(default)]
    pub to: Option<String>,
    /// The act that takes it.
    pub act: ActName,
    /// What people call the step, where the act is one that only this pack knows; the id where it is left
    /// out. Steps of one name are one button: the first whose condition holds is taken.
    #[serde(rename = "step", default)]
    pub step_name: Option<String>,
    /// The clock, where the act is a lapse.
    #[serde(default)]
    pub clock: Option<String>,
    /// Who may take it.
    pub by: Vec<Role>,
    /// The condition it asks of the case.
    #[serde(default)]
    pub when: Option<Condition>,
    /// The document that comes with the act.
    #[serde(default)]
    pub needs: Option<String>,
    /// What it does, in order.
    #[serde(rename = "do", default)]
    pub effects: Vec<Effect>,
    /// Never to be taken by an automation's identity.
    #[serde(default)]
    pub human_required: bool,
    /// Leaves an ended state on purpose (a late answer that the law still allows).
    #[serde(default)]
    pub reopens: bool,
    /// Source keys.
    pub cite: Vec<String>,
}

/// One effect of a step; a closed list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "EffectFile")]
pub enum Effect {
    /// Starts a clock, or starts it again if it runs.
    Start(String),
    /// Stops a clock; nothing if it does not run.
    Stop(String),
    /// Stops every running clock (`stop = "*"`).
    StopAll,
    /// Lengthens a clock by its own extension rule for the role that acts.
    Extend(String),
    /// Stops counting on a clock from today, up to its toll's cap.
    Toll(String),
    /// Counts on a clock again from today.
    Resume(String),
    /// Begins a suspension: each clock that runs goes on, stands still or ends, as the hold says.
    Hold(String),
    /// Ends a suspension: what stood still goes on.
    Release(String),
    /// Asks the marketplace for a measure.
    Order(Order),
    /// Adds points to a side's conduct ledger; negative takes away.
    Conduct {
        /// Claimant or respondent.
        of: Role,
        /// Points added.
        points: i32,
    },
    /// Records how the procedure ended.
    Close(Outcome),
    /// Sends a letter.
    Letter {
        /// Which.
        kind: LetterKind,
        /// To whom.
        to: Vec<Role>,
    },
}

/// The flat form of an effect in a file: exactly one verb, with what belongs to it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct EffectFile {
    start: Option<String>,
    stop: Option<String>,
    extend: Option<String>,
    toll: Option<String>,
    resume: Option<String>,
    hold: Option<String>,
    release: Option<String>,
    order: Option<Order>,
    conduct: Option<Role>,
    points: Option<i32>,
    close: Option<Outcome>,
    letter: Option<LetterKind>,
    to: Vec<Role>,
}

impl TryFrom<EffectFile> for Effect {
    type Error = &'static str;

    fn try_from(file: EffectFile) -> Result<Self, Self::Error> {
        if (file.points.is_some() != file.conduct.is_some())
            || (file.to.is_empty() == file.letter.is_some())
        {
            return Err(
                "`points` belongs to `conduct` and `to` to `letter`, expected both or neither",
            );
        }
        let verbs = [
            file.start.map(Self::Start),
            file.stop.map(|id| {
                if id == "*" {
                    Self::StopAll
                } else {
                    Self::Stop(id)
                }
            }),
            file.extend.map(Self::Extend),
            file.toll.map(Self::Toll),
            file.resume.map(Self::Resume),
            file.hold.map(Self::Hold),
            file.release.map(Self::Release),
            file.order.map(Self::Order),
            file.conduct.map(|of| Self::Conduct {
                of,
                points: file.points.unwrap_or_default(),
            }),
            file.close.map(Self::Close),
            file.letter.map(|kind| Self::Letter { kind, to: file.to }),
        ];
        let mut found = verbs.into_iter().flatten();
        match (found.next(), found.next()) {
            (Some(effect), None) => Ok(effect),
            _ => Err(
                "an effect has not one verb, expected exactly one of start, stop, extend, toll, resume, hold, release, order, conduct, close, letter",
            ),
        }
    }
}

impl Pack {
    /// Reads a pack from its TOML text; its soundness is `lint`'s to prove.
    pub fn parse(text: &str) -> Result<Self, PackError> {
        let pack: Self = toml::from_str(text).map_err(|fault| read_error(text, &fault))?;
        Ok(pack.with_text(text))
    }

    /// The same, as what was read from this text.
    pub(super) fn with_text(mut self, text: &str) -> Self {
        self.digest = hex::encode(Sha256::digest(text.as_bytes()));
        text.clone_into(&mut self.text);
        self
    }

    /// SHA-256 of the file's text, in hex; a case is pinned to it.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The file as it was read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Splits a reader's message into what is wrong and what was expected.
pub(super) fn read_error(text: &str, fault: &toml::de::Error) -> PackError {
    let line = fault.span().map_or(1, |span| {
        1 + text
            .bytes()
            .take(span.start)
            .filter(|byte| *byte == b'\n')
            .count()
    });
    let message = fault.message();
    let (what, instead) = match message.split_once(", expected ") {
        Some((what, expected)) => (what.to_owned(), format!("write {expected}")),
        None => (
            message.to_owned(),
            "correct the file at this place".to_owned(),
        ),
    };
    PackError {
        line,
        what,
        instead,
    }
}

/// Reads a role, or the empty string as nobody.
fn role_or_nobody<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Role>, D::Error> {
    let word = String::deserialize(from)?;
    if word.is_empty() {
        return Ok(None);
    }
    let reader = serde::de::value::StringDeserializer::<D::Error>::new(word);
    Role::deserialize(reader).map(Some)
}

const fn yes() -> bool {
    true
}
