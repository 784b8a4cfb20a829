//! Stages, states and steps of a procedure in words, read from its pack.

use super::procedures::{law, roles};
use crate::domain::procedures::{
    ActName, Compare, Condition, Effect, Literal, Pack, StateKind, Transition, pack,
};
use crate::i18n::{Words, figures};
use crate::web::words::{self, said};

/// A state with the steps open in it.
pub struct State {
    /// Name in the pack, for links on the page
    pub id: String,
    /// Words of its tag
    pub name: String,
    /// What happens next
    pub next: String,
    /// Whose move it is, or how it ended
    pub turn: String,
    /// Whether offers can be exchanged
    pub has_offers: bool,
    /// Who may add evidence; empty for nobody
    pub evidence: String,
    /// Caption of the table of steps
    pub caption: String,
    /// Steps, in the order of the pack
    pub steps: Vec<Step>,
}

/// One step in words.
pub struct Step {
    /// Who takes it
    pub who: String,
    /// What they do
    pub what: String,
    /// Condition, declarations and consequences, a line each
    pub details: Vec<String>,
    /// The state it leads to, and its place on the page; none if the case stays where it is
    pub leads: Option<(String, String)>,
    /// The texts it rests on, with their place on the page
    pub law: Vec<(String, String)>,
}

/// The stages in order, each with its states.
pub fn stages(words: &Words, pack: &Pack) -> Vec<(String, Vec<State>)> {
    let states_of = |phase: &str| {
        pack.states
            .iter()
            .filter(|state| state.phase == phase)
            .map(|state| state_view(words, pack, state))
            .collect()
    };
    pack.phases
        .iter()
        .map(|phase| (words::phase(words, &phase.id), states_of(&phase.id)))
        .collect()
}

/// The steps that can be taken from every state that has begun and not ended.
pub fn anytime(words: &Words, pack: &Pack) -> Vec<Step> {
    let everywhere = pack
        .transitions
        .iter()
        .filter(|step| step.from.iter().any(|from| from == "*"));
    everywhere
        .map(|step| step_view(words, pack, step))
        .collect()
}

fn state_view(words: &Words, pack: &Pack, state: &pack::State) -> State {
    let turn = match (state.outcome, state.turn, state.kind) {
        (Some(outcome), _, StateKind::Terminal) => words.with1(
            "public-rules-state-end",
            "outcome",
            words::outcome(words, outcome.as_str()),
        ),
        (_, Some(role), _) => words.with1(
            "public-rules-state-turn",
            "who",
            words::role_in(words, role, pack.kind()),
        ),
        _ => words.t("public-rules-state-open").to_owned(),
    };
    let name = words::state(words, &state.id);
    let steps = pack
        .transitions
        .iter()
        .filter(|step| step.from.contains(&state.id));
    State {
        id: state.id.clone(),
        next: words::state_next(words, &state.id),
        turn,
        has_offers: state.offers,
        evidence: if state.evidence.is_empty() {
            String::new()
        } else {
            words.with1(
                "public-rules-evidence",
                "who",
                roles(words, pack, &state.evidence),
            )
        },
        caption: words.with1("public-rules-steps-caption", "state", &name),
        steps: steps.map(|step| step_view(words, pack, step)).collect(),
        name,
    }
}

fn step_view(words: &Words, pack: &Pack, step: &Transition) -> Step {
    let what = match &step.clock {
        Some(clock) if step.act == ActName::Lapse => words.with1(
            "public-rules-lapse",
            "clock",
            words::clock_label(words, clock, false),
        ),
        _ if step.act == ActName::Step => words::step(words, pack, step.step()),
        _ => said(words, "step", step.act.as_str()),
    };
    Step {
        who: roles(words, pack, &step.by),
        what,
        details: details(words, pack, step),
        leads: step
            .to
            .as_ref()
            .map(|to| (format!("#state-{to}"), words::state(words, to))),
        law: law(words, pack, &step.cite),
    }
}

fn details(words: &Words, pack: &Pack, step: &Transition) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(when) = &step.when {
        lines.push(words.with1("public-rules-if", "guard", condition(words, pack, when)));
    }
    let declared: Vec<String> = declarations(pack, step).map(|no| no.to_string()).collect();
    if !declared.is_empty() {
        lines.push(words.with1(
            "public-rules-declares",
            "names",
            words::listed(words, declared.into_iter()),
        ));
    }
    for effect in &step.effects {
        match effect {
            Effect::Start(clock) => lines.push(words.with1(
                "public-rules-starts",
                "clock",
                words::clock_label(words, clock, false),
            )),
            Effect::Order(order) => lines.push(words.with1(
                "public-rules-orders",
                "action",
                said(words, "action", order.as_str()),
            )),
            _ => {}
        }
    }
    if step.human_required {
        lines.push(words.t("public-rules-human").to_owned());
    }
    if step.reopens {
        lines.push(words.t("public-rules-late").to_owned());
    }
    lines
}

/// A condition in words.
pub fn condition(words: &Words, pack: &Pack, when: &Condition) -> String {
    let all = |parts: &[Condition], key: &str| {
        let said = parts.iter().map(|part| condition(words, pack, part));
        said.reduce(|one, two| words.with2(key, "first", one, "then", two))
            .unwrap_or_default()
    };
    match when {
        Condition::Guard(guard) => said(words, "public-rules-if", guard.as_str()),
        Condition::Not(inner) => match inner.as_ref() {
            Condition::Guard(guard) => said(words, "public-rules-if-not", guard.as_str()),
            other => words.with1(
                "public-rules-if-never",
                "guard",
                condition(words, pack, other),
            ),
        },
        Condition::And(parts) => all(parts, "public-rules-if-and"),
        Condition::Or(parts) => all(parts, "public-rules-if-or"),
        Condition::Asked(asked) => {
            let field = format!("{}-{}", asked.document, asked.field);
            let field = words::pack_word(words, pack, "field", &field);
            let with = match &asked.with {
                Literal::Number(n) => figures::number(words, *n),
                Literal::Word(word) => words::option(words, pack, &asked.field, word),
            };
            let how = match asked.compare {
                Compare::Is => "is",
                Compare::IsNot => "is-not",
                Compare::Less => "less",
                Compare::AtMost => "at-most",
                Compare::More => "more",
                Compare::AtLeast => "at-least",
            };
            // Two papers may ask one question: which of them is meant stands beside it.
            words.with3(
                &format!("public-rules-answer-{how}"),
                "field",
                field,
                "answer",
                with,
                "paper",
                words::pack_word(words, pack, "document", &asked.document),
            )
        }
    }
}

/// The declarations that come with a step, by their number on the page, from 1.
fn declarations<'a>(pack: &'a Pack, step: &Transition) -> impl Iterator<Item = usize> + use<'a> {
    let document = step.needs.as_deref().and_then(|needs| pack.document(needs));
    let named = document
        .map(|document| document.attestations.as_slice())
        .unwrap_or_default();
    named
        .iter()
        .filter_map(|id| pack.attestations.iter().position(|text| text.id == *id))
        .map(|at| at + 1)
}
