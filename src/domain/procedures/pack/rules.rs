//! What a pack says beside its steps and clocks: suspensions, matters elsewhere, who decides, conduct, times of keeping,
//! and what a decision must hold.

use super::super::words::{
    CheckProfile, DecisionPart, GoesOn, KeptFrom, LinkKind, OnHold, PanelPick, RetentionClass,
    RungDoes,
};
use super::clock::Length;
use crate::domain::Role;
use serde::Deserialize;
use std::collections::BTreeMap;

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

const fn remaining() -> GoesOn {
    GoesOn::Remaining
}
