//! A pack: one procedure as readable data. Here are its parts and how they are read from TOML;
//! what the parts say to each other is looked up in `lookup` and proved in `lint`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer};
use sha2::{Digest, Sha256};

use super::condition::Condition;
use super::settings::Settings;
use super::words::{
    ActName, AppliesBy, CheckProfile, ClockKind, DecisionPart, ExtendWhen, FieldType, GoesOn,
    KeptFrom, Kind, LapseOutcome, LetterKind, LinkKind, OnHold, Order, Outcome, PanelPick,
    RetentionClass, Roll, RungDoes, StateKind, Status, Unit, Weight,
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

/// A suspension: while it lasts, each clock that ran when it began does what is said here.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// Name; its reason in words is `toll-<name>`.
    pub id: String,
    /// What it does to each clock; `*` is for those that are not named.
    pub clocks: BTreeMap<String, OnHold>,
    /// How a clock goes on that stood still.
    #[serde(default = "remaining")]
    pub resume: GoesOn,
    /// Source keys.
    pub cite: Vec<String>,
}

impl Hold {
    /// What becomes of a clock; none where the hold does not say.
    #[must_use]
    pub fn on(&self, clock: &str) -> Option<OnHold> {
        self.clocks.get(clock).or(self.clocks.get("*")).copied()
    }
}

/// A matter elsewhere that concerns the same money, goods or decision: who records it, and whether the case waits.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What it has in common with the case.
    pub kind: LinkKind,
    /// Who may record it, and that it is over.
    pub by: Vec<Role>,
    /// The suspension that lasts as long as it does; none where the case goes on.
    #[serde(default)]
    pub hold: Option<String>,
    /// Source keys.
    pub cite: Vec<String>,
}

/// How whoever decides is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelRule {
    /// How many may decide, smallest first.
    pub sizes: Vec<u32>,
    /// The ways to choose them, the later ones where the earlier ones fail.
    pub pick: Vec<PanelPick>,
    /// Source keys.
    pub cite: Vec<String>,
}

/// What points for conduct mean: for how long they count, how many one stretch of time can bring, and what
/// happens at which number. The same for both sides.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConductRule {
    /// How long a point counts.
    pub expires: Length,
    /// The most points that a stretch of time can bring.
    #[serde(default)]
    pub cap: Option<ConductCap>,
    /// What happens at which number of points, lowest first.
    pub ladder: Vec<Rung>,
    /// Source keys.
    pub cite: Vec<String>,
}

/// The most points that a stretch of time can bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConductCap {
    /// Points.
    pub points: u32,
    /// The stretch of time, in days or months.
    pub within: Length,
}

/// What happens at a number of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    /// From so many points on.
    pub at: u32,
    /// What happens.
    pub does: RungDoes,
}

/// How long a class of data is kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// Of what.
    pub class: RetentionClass,
    /// Counted from when.
    pub from: KeptFrom,
    /// At least so long; none where no law says so.
    #[serde(default)]
    pub min: Option<Length>,
    /// At most so long; none where no law says so.
    #[serde(default)]
    pub max: Option<Length>,
    /// Source keys.
    pub cite: Vec<String>,
}

/// What a decision holds beside its findings, reasons and orders, and what it is checked for.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionRule {
    /// Parts without which it cannot be signed.
    pub parts: Vec<DecisionPart>,
    /// What it is checked for.
    #[serde(default)]
    pub checks: Vec<DecisionCheck>,
    /// Source keys.
    pub cite: Vec<String>,
}

/// A set of checks of a decision, and whether a finding keeps it from being signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionCheck {
    /// The set.
    pub profile: CheckProfile,
    /// Whether a finding blocks.
    pub blocks: bool,
}

/// A length of time in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Length {
    /// How many, at least 1.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
}

impl Length {
    /// The same instant so much later, in UTC and without a calendar; a day that a month does not have is its last.
    #[must_use]
    pub fn after(self, at: Timestamp) -> Timestamp {
        let n = i64::from(self.n);
        let span = match self.unit {
            Unit::Months => jiff::Span::new().try_months(n),
            Unit::CalendarDays | Unit::BusinessDays => jiff::Span::new().try_days(n),
            Unit::Hours => jiff::Span::new().try_hours(n),
        };
        let later = span.and_then(|span| at.to_zoned(TimeZone::UTC).checked_add(span));
        later.map_or(Timestamp::MAX, |later| later.timestamp())
    }
}

/// How long a clock runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// A length fixed by the text.
    Fixed(Length),
    /// A length the operator sets: the name of a parameter.
    Param(String),
    /// Not before the first, not after the second.
    Window {
        /// Earliest.
        min: Length,
        /// Latest.
        max: Length,
    },
}

/// One clock: what it counts, from what, for whom, and what its end means.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "ClockFile")]
pub struct Clock {
    /// Name.
    pub id: String,
    /// Deadline, window or target.
    pub kind: ClockKind,
    /// How long it runs.
    pub span: Span,
    /// The event it counts from, the end of a text key.
    pub anchor: String,
    /// Who must act in time; none if nobody must.
    pub owner: Option<Role>,
    /// Calendar of working days; `none` knows weekends only, `of <role>` and `of <document>.<field>` are the
    /// calendar of that party's or that answer's country.
    pub calendar: String,
    /// IANA zone, where it is not the pack's.
    pub zone: Option<String>,
    /// Whether the day of the event is left out.
    pub exclude_first: bool,
    /// What happens when the last day is not a working day.
    pub roll: Roll,
    /// Local time of day at which the last day ends; `24:00` is the end of the day.
    pub cutoff: String,
    /// The acts, or names of steps of this pack, that cannot be taken while it runs; only of a cooldown.
    pub blocks: Vec<String>,
    /// Who may add time.
    pub extend: Vec<ExtendRule>,
    /// Delay that is not counted, with its cap.
    pub toll: Option<TollRule>,
    /// What silence means.
    pub lapse_outcome: LapseOutcome,
    /// Reminders go out this many days before the end.
    pub remind_days: Vec<u32>,
    /// Source keys.
    pub cite: Vec<String>,
}

/// Whose working days a clock counts by, where they are not those of a fixed calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those of a party, by its country.
    Of(Role),
    /// Those of a country that was answered in a document.
    Answered {
        /// The document.
        document: String,
        /// Its field, of type country.
        field: String,
    },
}

impl Clock {
    /// Whose calendar this is, where the pack writes `of …`; none where it names one calendar, or nobody.
    #[must_use]
    pub fn whose(&self) -> Option<Whose> {
        let whose = self.calendar.strip_prefix("of ")?;
        match whose.split_once('.') {
            Some((document, field)) => Some(Whose::Answered {
                document: document.to_owned(),
                field: field.to_owned(),
            }),
            None => Role::parse(whose).map(Whose::Of),
        }
    }

    /// The calendar to count by where nobody's own is known: that of the pack, or one of weekends alone.
    #[must_use]
    pub fn own_calendar(&self) -> &str {
        if self.calendar.starts_with("of ") {
            "none"
        } else {
            &self.calendar
        }
    }

    /// Whether running out takes a step in the case; if not, it is only reported as overdue.
    #[must_use]
    pub fn moves_case(&self) -> bool {
        match self.kind {
            ClockKind::Deadline => true,
            ClockKind::Window => self.lapse_outcome != LapseOutcome::NoEffect,
            ClockKind::Target | ClockKind::Cooldown => false,
        }
    }

    /// Whether an operator's number decides how long it runs, by how much it is extended or how long it may stop.
    #[must_use]
    pub fn is_set_by(&self, param: &str) -> bool {
        let is_it = |amount: &Amount| matches!(amount, Amount::Param(name) if name == param);
        matches!(&self.span, Span::Param(name) if name == param)
            || self.extend.iter().any(|rule| is_it(&rule.adds))
            || self.toll.as_ref().is_some_and(|toll| is_it(&toll.cap))
    }

    /// The extension open to a role, if the clock has one.
    #[must_use]
    pub fn extension_for(&self, role: Role) -> Option<&ExtendRule> {
        self.extension_of(role).map(|(_, rule)| rule)
    }

    /// The same with its place among the rules of the clock: each is counted by itself.
    #[must_use]
    pub fn extension_of(&self, role: Role) -> Option<(usize, &ExtendRule)> {
        let mut rules = self.extend.iter().enumerate();
        rules.find(|(_, rule)| rule.by.contains(&role))
    }
}

/// Who may add how much time to a clock.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "ExtendFile")]
pub struct ExtendRule {
    /// Who may ask or grant.
    pub by: Vec<Role>,
    /// Before the lapse only, or also after.
    pub when: ExtendWhen,
    /// What is added each time.
    pub adds: Amount,
    /// How often.
    pub times: u32,
    /// Whether asking is enough.
    pub automatic: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExtendFile {
    by: Vec<Role>,
    when: ExtendWhen,
    n: Option<u32>,
    unit: Option<Unit>,
    param: Option<String>,
    times: u32,
    automatic: bool,
}

impl TryFrom<ExtendFile> for ExtendRule {
    type Error = &'static str;

    fn try_from(file: ExtendFile) -> Result<Self, Self::Error> {
        Ok(Self {
            by: file.by,
            when: file.when,
            adds: Amount::read(file.n, file.unit, file.param)?,
            times: file.times,
            automatic: file.automatic,
        })
    }
}

/// A length that the text fixes, or that the operator sets.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "AmountFile")]
pub enum Amount {
    /// Fixed by the text: `n` and `unit`.
    Fixed(Length),
    /// The name of a parameter.
    Param(String),
}

impl Amount {
    fn read(
        n: Option<u32>,
        unit: Option<Unit>,
        param: Option<String>,
    ) -> Result<Self, &'static str> {
        match (n, unit, param) {
            (Some(n), Some(unit), None) => Ok(Self::Fixed(Length { n, unit })),
            (None, None, Some(param)) => Ok(Self::Param(param)),
            _ => Err("a length of time is not whole, expected either `n` with `unit`, or `param`"),
        }
    }

    /// The length with what the operator set; none where the pack has no such parameter.
    #[must_use]
    pub fn length(&self, pack: &Pack, settings: &Settings) -> Option<Length> {
        match self {
            Self::Fixed(length) => Some(*length),
            Self::Param(name) => settings.length(pack, name).ok(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AmountFile {
    n: Option<u32>,
    unit: Option<Unit>,
    param: Option<String>,
}

impl TryFrom<AmountFile> for Amount {
    type Error = &'static str;

    fn try_from(file: AmountFile) -> Result<Self, Self::Error> {
        Self::read(file.n, file.unit, file.param)
    }
}

/// Delay that is not counted, and the most the whole period may last with it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TollRule {
    /// Why time may stop counting.
    pub reason: String,
    /// The most the whole period may last.
    pub cap: Amount,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockFile {
    id: String,
    kind: ClockKind,
    length: Option<Length>,
    param: Option<String>,
    min: Option<Length>,
    max: Option<Length>,
    anchor: String,
    #[serde(default, deserialize_with = "role_or_nobody")]
    owner: Option<Role>,
    calendar: String,
    zone: Option<String>,
    #[serde(default = "yes")]
    exclude_first: bool,
    #[serde(default = "no_roll")]
    roll: Roll,
    #[serde(default = "midnight")]
    cutoff: String,
    #[serde(default)]
    blocks: Vec<String>,
    #[serde(default)]
    extend: Vec<ExtendRule>,
    toll: Option<TollRule>,
    lapse_outcome: LapseOutcome,
    #[serde(default)]
    remind_days: Vec<u32>,
    cite: Vec<String>,
}

impl TryFrom<ClockFile> for Clock {
    type Error = String;

    fn try_from(file: ClockFile) -> Result<Self, String> {
        let span = match (file.kind, file.length, file.param, file.min, file.max) {
            (ClockKind::Window, None, None, Some(min), Some(max)) => Span::Window { min, max },
            (
                ClockKind::Deadline | ClockKind::Target | ClockKind::Cooldown,
                Some(length),
                None,
                None,
                None,
            ) => Span::Fixed(length),
            (
                ClockKind::Deadline | ClockKind::Target | ClockKind::Cooldown,
                None,
                Some(param),
                None,
                None,
            ) => Span::Param(param),
            (ClockKind::Window, ..) => {
                return Err(format!(
                    "clock `{}` has no window, expected `min` and `max`",
                    file.id
                ));
            }
            (ClockKind::Deadline | ClockKind::Target | ClockKind::Cooldown, ..) => {
                return Err(format!(
                    "clock `{}` has no one length, expected either `length` or `param`",
                    file.id
                ));
            }
        };
        Ok(Self {
            id: file.id,
            kind: file.kind,
            span,
            anchor: file.anchor,
            owner: file.owner,
            calendar: file.calendar,
            zone: file.zone,
            exclude_first: file.exclude_first,
            roll: file.roll,
            cutoff: file.cutoff,
            blocks: file.blocks,
            extend: file.extend,
            toll: file.toll,
            lapse_outcome: file.lapse_outcome,
            remind_days: file.remind_days,
            cite: file.cite,
        })
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

const fn remaining() -> GoesOn {
    GoesOn::Remaining
}

const fn yes() -> bool {
    true
}

const fn no_roll() -> Roll {
    Roll::None
}

fn midnight() -> String {
    "24:00".to_owned()
}
