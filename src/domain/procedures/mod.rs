//! Procedures as data: packs, calendars, counting, and the proof that a pack is sound.
//! Data says when, who, by when and what next; what an act means is said in the features.

pub mod calendar;
pub mod clocks;
pub mod derivation;
pub mod lint;
mod lookup;
pub mod pack;
mod packs;
pub mod settings;
pub mod words;

pub use calendar::{Calendar, CalendarError, Calendars, Day, Holiday};
pub use clocks::{Changes, CountError, Rule, count, count_clock, zone};
pub use derivation::{Chosen, Counted, Derivation, Step, Tolled, Why};
pub use lint::{Finding, lint};
pub use pack::{
    About, Attestation, Clock, Document, Effect, ExtendRule, Field, Length, Pack, PackError, Param,
    Phase, Source, Span, State, TollRule, Transition, When,
};
pub use packs::Packs;
pub use settings::Settings;
pub use words::{
    ActName, AppliesBy, ClockKind, ExtendWhen, FieldType, Guard, Kind, LapseOutcome, LetterKind,
    Order, Outcome, Roll, StateKind, Status, Unit, Weight,
};
