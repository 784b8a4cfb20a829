//! Procedures as data: packs, calendars, counting, and the proof that a pack is sound.
//! Data says when, who, by when and what next; what an act means is said in the features.

pub mod calendar;
pub mod clocks;
pub mod compare;
pub mod condition;
pub mod derivation;
pub mod lint;
mod lookup;
pub mod pack;
mod packs;
mod profiles;
mod reach;
pub mod scenario;
pub mod settings;
pub mod simulate;
mod texts;
pub mod words;

pub use calendar::{Calendar, CalendarError, Calendars, Day, Holiday};
pub use clocks::{Changes, CountError, Rule, count, count_clock, zone};
pub use condition::{Asked, Compare, Condition, Fact, Facts, Literal, Of};
pub use derivation::{Chosen, Counted, Derivation, Step, Tolled, Why};
pub use lint::{Finding, lint};
pub use pack::{
    About, Amount, Attestation, Clock, ConductCap, ConductRule, DecisionCheck, DecisionRule,
    Document, Effect, ExtendRule, Fee, FeeRow, Field, Hold, Length, Link, Pack, PackError,
    PanelRule, Param, Phase, Retention, Rung, Sets, Source, Span, State, TollRule, Transition,
    Whose,
};
pub use packs::{Packs, numbers};
pub use settings::Settings;
pub use texts::{text_keys, translated};
pub use words::{
    ActName, AppliesBy, CheckProfile, ClockKind, DecisionPart, ExtendWhen, FieldType, GoesOn,
    Guard, KeptFrom, Kind, LapseOutcome, LetterKind, LinkKind, OnHold, Order, Outcome, PanelPick,
    RetentionClass, Roll, RungDoes, StateKind, Status, Unit, Weight,
};
