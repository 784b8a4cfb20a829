//! Each part by itself: names exist, are unique, numbers lie in their ranges, both languages are there.

use std::collections::BTreeSet;

use super::super::calendar::Calendars;
use super::super::clocks::zone;
use super::super::condition::{Asked, Compare, Literal, Of};
use super::super::pack::{Clock, Effect, Length, Pack, Span, State, Transition, Whose};
use super::super::settings::Settings;
use super::super::words::{
    ActName, ClockKind, FieldType, Kind, LapseOutcome, OnHold, RungDoes, StateKind, Status, Unit,
};
use super::Report;
use crate::domain::Role;
use crate::domain::conduct::LONGEST_MONTHS;

/// The languages every declaration must have.
const LANGUAGES: [&str; 2] = ["en", "zh-Hans"];

/// The names that exist in a pack, by kind.
struct Names<'a> {
    sources: BTreeSet<&'a str>,
    phases: BTreeSet<&'a str>,
    attestations: BTreeSet<&'a str>,
    documents: BTreeSet<&'a str>,
    states: BTreeSet<&'a str>,
    clocks: BTreeSet<&'a str>,
    holds: BTreeSet<&'a str>,
}

/// Checks every part of the pack.
pub(super) fn check(report: &mut Report<'_>, calendars: &Calendars) {
    let pack = report.pack;
    let names = Names {
        sources: pack
            .sources
            .iter()
            .map(|source| source.key.as_str())
            .collect(),
        phases: pack.phases.iter().map(|phase| phase.id.as_str()).collect(),
        attestations: pack
            .attestations
            .iter()
            .map(|found| found.id.as_str())
            .collect(),
        documents: pack
            .documents
            .iter()
            .map(|found| found.id.as_str())
            .collect(),
        states: pack.states.iter().map(|state| state.id.as_str()).collect(),
        clocks: pack.clocks.iter().map(|clock| clock.id.as_str()).collect(),
        holds: pack.holds.iter().map(|hold| hold.id.as_str()).collect(),
    };
    unique(
        report,
        "source",
        pack.sources.iter().map(|found| &found.key),
    );
    unique(report, "phase", pack.phases.iter().map(|found| &found.id));
    unique(
        report,
        "attestation",
        pack.attestations.iter().map(|found| &found.id),
    );
    unique(report, "fee", pack.fees.iter().map(|found| &found.id));
    unique(
        report,
        "document",
        pack.documents.iter().map(|found| &found.id),
    );
    unique(report, "state", pack.states.iter().map(|found| &found.id));
    unique(
        report,
        "transition",
        pack.transitions.iter().map(|found| &found.id),
    );
    unique(report, "clock", pack.clocks.iter().map(|found| &found.id));
    about(report);
    documents(report, &names);
    for state in &pack.states {
        check_state(report, &names, state);
    }
    for step in &pack.transitions {
        check_transition(report, &names, step);
        check_effects(report, &names, step);
    }
    fees(report, &names);
    holds(report, &names);
    panel(report, &names);
    conduct(report, &names);
    kept(report, &names);
    for clock in &pack.clocks {
        check_clock(report, &names, calendars, clock);
    }
}

fn unique<'n>(report: &mut Report<'_>, table: &str, names: impl Iterator<Item = &'n String>) {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            report.add(table, name, "is there twice", "give each its own name");
        }
    }
}

fn about(report: &mut Report<'_>) {
    let pack = report.pack;
    let about = &pack.about;
    let mut parts = about.version.split('.');
    let is_version = parts
        .by_ref()
        .take(3)
        .filter(|part| part.parse::<u64>().is_ok())
        .count()
        == 3
        && parts.next().is_none();
    if !is_version {
        report.add(
            "pack",
            &about.id,
            "the version is not three numbers",
            "write major.minor.patch",
        );
    }
    if zone(&about.zone).is_err() {
        report.add(
            "pack",
            &about.id,
            format!("there is no zone `{}`", about.zone),
            "write an IANA name",
        );
    }
    let has_mark = pack.sources.iter().any(|source| source.mark.is_some());
    if has_mark && about.status != Status::Draft {
        report.add(
            "pack",
            &about.id,
            "a source is marked as weak",
            "keep the status `draft` until it is settled",
        );
    }
    for (name, param) in &pack.params {
        if param.min < 1 || param.min > param.default || param.default > param.max {
            report.add(
                "param",
                name,
                "the default is outside the range",
                "keep 1 ≤ min ≤ default ≤ max",
            );
        }
    }
}

fn documents(report: &mut Report<'_>, names: &Names<'_>) {
    let pack = report.pack;
    for attestation in &pack.attestations {
        for language in LANGUAGES {
            if attestation
                .text
                .get(language)
                .is_none_or(|text| text.trim().is_empty())
            {
                let instead = format!("write text.{language}");
                report.add(
                    "attestation",
                    &attestation.id,
                    format!("no text in {language}"),
                    instead,
                );
            }
        }
        report.known(
            ("attestation", &attestation.id),
            "source",
            &attestation.cite,
            &names.sources,
        );
    }
    for document in &pack.documents {
        let at = ("document", document.id.as_str());
        report.known(
            at,
            "attestation",
            &document.attestations,
            &names.attestations,
        );
        cites(report, at, &document.cite, names);
        let mut seen = BTreeSet::new();
        for field in &document.fields {
            if (field.field_type == FieldType::Choice) == field.options.is_empty()
                && pack.kind() == Kind::Matter
            {
                report.add(
                    at.0,
                    at.1,
                    format!("field `{}`: options belong to a choice", field.id),
                    "give a choice its options, and nothing else any",
                );
            }
            if field.max_words.is_some()
                && !matches!(field.field_type, FieldType::Text | FieldType::LongText)
            {
                report.add(
                    at.0,
                    at.1,
                    format!("field `{}` has no words to count", field.id),
                    "leave out `max_words`",
                );
            }
            if !seen.insert(&field.id) {
                report.add(
                    at.0,
                    at.1,
                    format!("field `{}` is there twice", field.id),
                    "give each its own name",
                );
            }
        }
    }
}

fn cites(report: &mut Report<'_>, at: (&str, &str), keys: &[String], names: &Names<'_>) {
    if keys.is_empty() {
        report.add(
            at.0,
            at.1,
            "cites nothing",
            "name the source it rests on in `cite`",
        );
    }
    report.known(at, "source", keys, &names.sources);
}

fn check_state(report: &mut Report<'_>, names: &Names<'_>, state: &State) {
    let at = ("state", state.id.as_str());
    report.known(at, "phase", [&state.phase], &names.phases);
    if state.is_terminal() != state.outcome.is_some() {
        report.add(
            at.0,
            at.1,
            "an end has an outcome, and nothing else has",
            "give `outcome` exactly where kind = \"terminal\"",
        );
    }
    if state.is_terminal() && (state.turn.is_some() || state.offers) {
        report.add(
            at.0,
            at.1,
            "an end waits for nobody",
            "leave out `turn` and `offers`",
        );
    }
    if state.kind == StateKind::Waiting && state.turn.is_none() {
        report.add(
            at.0,
            at.1,
            "waits, but for nobody",
            "give `turn`, or write kind = \"open\"",
        );
    }
}

fn check_transition(report: &mut Report<'_>, names: &Names<'_>, step: &Transition) {
    let at = ("transition", step.id.as_str());
    let is_wild = step.from.iter().any(|from| from == "*");
    if is_wild && (step.from.len() > 1 || !step.act.may_come_from_anywhere()) {
        report.add(at.0, at.1, "comes from anywhere", "name the states; `*` stands alone and only for withdraw, settle, stay, note and correct");
    }
    if !is_wild {
        report.known(at, "state", &step.from, &names.states);
    }
    if step.from.is_empty() || step.by.is_empty() {
        report.add(at.0, at.1, "nobody can take it", "give `from` and `by`");
    }
    report.known(at, "state", &step.to, &names.states);
    report.known(at, "document", &step.needs, &names.documents);
    report.known(at, "clock", &step.clock, &names.clocks);
    cites(report, at, &step.cite, names);
    let is_lapse = step.act == ActName::Lapse;
    if is_lapse != step.clock.is_some() || is_lapse != (step.by == [Role::System]) {
        report.add(
            at.0,
            at.1,
            "a lapse is the system's, of one clock",
            "write act = \"lapse\", by = [\"system\"] and `clock` together",
        );
    }
    if step.step_name.is_some() && step.act != ActName::Step {
        report.add(
            at.0,
            at.1,
            "an act that every pack knows has its name",
            "leave out `step`, or write act = \"step\"",
        );
    }
    if let Some(when) = &step.when {
        for asked in when.comparisons() {
            if let Some((what, instead)) = misasked(report.pack, asked) {
                report.add(at.0, at.1, what, instead);
            }
        }
    }
    if is_lapse && step.human_required {
        report.add(
            at.0,
            at.1,
            "time is not a person",
            "leave out `human_required`",
        );
    }
}

/// What is wrong with a comparison, and what to write instead; none if it can be answered.
fn misasked(pack: &Pack, asked: &Asked) -> Option<(String, String)> {
    let wrong = |what: String, instead: String| Some((format!("`{asked}`: {what}"), instead));
    let Some(document) = pack.document(&asked.document) else {
        let known: Vec<&str> = pack
            .documents
            .iter()
            .map(|found| found.id.as_str())
            .collect();
        return wrong(
            format!("there is no document `{}`", asked.document),
            format!("name one of {}", known.join(", ")),
        );
    };
    let Some(field) = document.fields.iter().find(|field| field.id == asked.field) else {
        let known: Vec<&str> = document
            .fields
            .iter()
            .map(|found| found.id.as_str())
            .collect();
        return wrong(
            format!("`{}` has no field `{}`", document.id, asked.field),
            format!("name one of {}", known.join(", ")),
        );
    };
    let is_number = matches!(asked.with, Literal::Number(_));
    match (asked.of, field.field_type, &asked.with) {
        (Of::Count, FieldType::Listings | FieldType::Lines | FieldType::File, _) if is_number => {
            None
        }
        (Of::Itself | Of::Sum, FieldType::Number, _) if is_number => None,
        (Of::Itself, FieldType::Choice | FieldType::YesNo, Literal::Word(word)) => {
            let known: Vec<&str> = match field.field_type {
                FieldType::YesNo => vec!["yes", "no"],
                _ => field.options.iter().map(String::as_str).collect(),
            };
            if !matches!(asked.compare, Compare::Is | Compare::IsNot) {
                return wrong("words are alike or not".into(), "write = or !=".into());
            }
            if known.contains(&word.as_str()) {
                return None;
            }
            wrong(
                format!("`{word}` is no answer to `{}`", field.id),
                format!("write one of {}", known.join(", ")),
            )
        }
        _ => wrong(
            format!("an answer of type {} cannot be compared so", field.field_type),
            "compare a choice or yes_no with a word, a number with a number, or count(…) of lines, listings or files".into(),
        ),
    }
}

fn fees(report: &mut Report<'_>, names: &Names<'_>) {
    let pack = report.pack;
    for fee in &pack.fees {
        let at = ("fee", fee.id.as_str());
        cites(report, at, &fee.cite, names);
        if fee.currency.len() != 3 || !fee.currency.bytes().all(|sign| sign.is_ascii_uppercase()) {
            report.add(
                at.0,
                at.1,
                "the currency is no code",
                "write three capitals, such as USD",
            );
        }
        for (index, row) in fee.rows.iter().enumerate() {
            let is_empty = row.to.is_some_and(|to| to < row.from);
            let shares_more = row.panel_share > row.amount;
            if is_empty || shares_more {
                report.add(
                    at.0,
                    at.1,
                    format!("row {} cannot be", index + 1),
                    "keep from ≤ to, and the panel's share within the amount",
                );
            }
            let overlaps = fee.rows.iter().take(index).any(|other| {
                let apart = other.to.is_some_and(|to| to < row.from)
                    || row.to.is_some_and(|to| to < other.from);
                !apart && (other.panel.is_none() || row.panel.is_none() || other.panel == row.panel)
            });
            if overlaps {
                report.add(
                    at.0,
                    at.1,
                    format!("row {} says again what an earlier row says", index + 1),
                    "give every number of subjects and of deciders one row",
                );
            }
        }
        if fee.rows.is_empty() {
            report.add(
                at.0,
                at.1,
                "costs nothing",
                "give `rows`, or leave the fee out",
            );
        }
    }
}

fn check_effects(report: &mut Report<'_>, names: &Names<'_>, step: &Transition) {
    let pack = report.pack;
    let at = ("transition", step.id.as_str());
    for effect in &step.effects {
        match effect {
            Effect::Start(id) | Effect::Stop(id) => report.known(at, "clock", [id], &names.clocks),
            Effect::Hold(id) | Effect::Release(id) => report.known(at, "hold", [id], &names.holds),
            Effect::Extend(id) => {
                let open = pack.clock(id).is_some_and(|clock| {
                    step.by
                        .iter()
                        .all(|role| clock.extension_for(*role).is_some())
                });
                if !open {
                    report.add(
                        at.0,
                        at.1,
                        format!("`{id}` has no extension for everyone in `by`"),
                        "add the role to an `extend` rule of the clock",
                    );
                }
            }
            Effect::Toll(id) | Effect::Resume(id) => {
                if pack.clock(id).is_none_or(|clock| clock.toll.is_none()) {
                    report.add(
                        at.0,
                        at.1,
                        format!("`{id}` has no toll"),
                        "give the clock `toll` with a reason and a cap",
                    );
                }
            }
            Effect::Conduct { of, .. } if !matches!(of, Role::Claimant | Role::Respondent) => {
                report.add(
                    at.0,
                    at.1,
                    "conduct is a party's",
                    "write claimant or respondent",
                );
            }
            Effect::Order(_)
            | Effect::Conduct { .. }
            | Effect::StopAll
            | Effect::Close(_)
            | Effect::Letter { .. } => {}
        }
    }
    let closes = step.effects.iter().find_map(|effect| match effect {
        Effect::Close(outcome) => Some(*outcome),
        _ => None,
    });
    let ends = step
        .to
        .as_deref()
        .and_then(|to| pack.state(to))
        .and_then(|state| state.outcome);
    if closes != ends {
        report.add(
            at.0,
            at.1,
            "does not close as the state it leads to ends",
            "write { close = … } with that state's outcome, or nothing where the case goes on",
        );
    }
}

fn check_clock(report: &mut Report<'_>, names: &Names<'_>, calendars: &Calendars, clock: &Clock) {
    let pack = report.pack;
    let at = ("clock", clock.id.as_str());
    cites(report, at, &clock.cite, names);
    let whose = clock.whose();
    if let Some(Whose::Answered { document, field }) = &whose {
        let is_country = pack.document(document).is_some_and(|found| {
            let mut fields = found.fields.iter();
            fields.any(|known| known.id == *field && known.field_type == FieldType::Country)
        });
        if !is_country {
            report.add(
                at.0,
                at.1,
                format!("no country is answered in `{document}.{field}`"),
                "name a document and its field of type country",
            );
        }
    }
    if whose.is_none() && calendars.get(&clock.calendar).is_none() {
        let known = calendars
            .iter()
            .map(|found| found.id())
            .collect::<Vec<_>>()
            .join(", ");
        report.add(
            at.0,
            at.1,
            format!("there is no calendar `{}`", clock.calendar),
            format!("name one of {known}, or `of` a party or an answer"),
        );
    }
    if clock
        .zone
        .as_deref()
        .is_some_and(|name| zone(name).is_err())
    {
        report.add(at.0, at.1, "there is no such zone", "write an IANA name");
    }
    if clock.cutoff != "24:00" && clock.cutoff.parse::<jiff::civil::Time>().is_err() {
        report.add(
            at.0,
            at.1,
            "the cutoff is not a time of day",
            "write 24:00 or a time such as 17:00",
        );
    }
    let unit = match &clock.span {
        Span::Fixed(length) => length.unit,
        Span::Param(name) => match pack.param(name) {
            Some(param) => param.unit,
            None => {
                report.add(
                    at.0,
                    at.1,
                    format!("there is no parameter `{name}`"),
                    "define it under [params]",
                );
                return;
            }
        },
        Span::Window { min, max } => {
            if min.unit != max.unit || min.n >= max.n {
                report.add(
                    at.0,
                    at.1,
                    "the window is empty",
                    "give `min` less than `max`, in one unit",
                );
            }
            max.unit
        }
    };
    lengths(report, clock, unit);
    let is_cooldown = clock.kind == ClockKind::Cooldown;
    if is_cooldown == clock.blocks.is_empty() {
        report.add(
            at.0,
            at.1,
            "`blocks` belongs to a cooldown, and a cooldown blocks something",
            "name the acts or steps in `blocks`, or write another kind",
        );
    }
    for blocked in &clock.blocks {
        let is_there = |step: &Transition| match step.act {
            ActName::Step => step.step() == blocked,
            act => act.as_str() == blocked,
        };
        if !pack.transitions.iter().any(is_there) {
            report.add(
                at.0,
                at.1,
                format!("nobody takes a step `{blocked}` under this pack"),
                "name an act or a step that there is",
            );
        }
    }
    if is_cooldown && clock.owner.is_some() {
        report.add(
            at.0,
            at.1,
            "nobody has to act in a cooldown",
            "leave `owner` out",
        );
    }
    let only_reports = clock.lapse_outcome == LapseOutcome::NoEffect;
    if matches!(clock.kind, ClockKind::Target | ClockKind::Cooldown) && !only_reports {
        report.add(
            at.0,
            at.1,
            "a target or cooldown never moves a case",
            "write lapse_outcome = \"no_effect\"",
        );
    }
    let starts = |step: &Transition| {
        step.effects
            .iter()
            .any(|found| matches!(found, Effect::Start(id) if *id == clock.id))
    };
    if !pack.transitions.iter().any(starts) {
        report.add(
            at.0,
            at.1,
            "nothing starts it",
            "add { start = … } to the step it counts from",
        );
    }
}

/// Where somebody is appointed it is said how many and how; a table of fees for more deciders than there can be is wrong.
fn panel(report: &mut Report<'_>, names: &Names<'_>) {
    let pack = report.pack;
    let appoints = pack
        .transitions
        .iter()
        .any(|step| step.act == ActName::Appoint);
    let Some(rule) = &pack.panel else {
        if appoints {
            report.add(
                "pack",
                pack.id(),
                "somebody is appointed, and nothing says how many and how",
                "add [panel] with `sizes`, `pick` and `cite`",
            );
        }
        return;
    };
    let at = ("panel", pack.id());
    cites(report, at, &rule.cite, names);
    let rises = rule.sizes.windows(2).all(|pair| pair[0] < pair[1]);
    let odd = rule.sizes.iter().all(|size| size % 2 == 1);
    if rule.sizes.is_empty() || !rises || !odd {
        report.add(
            at.0,
            at.1,
            "so many cannot decide",
            "write odd numbers in `sizes`, smallest first",
        );
    }
    if rule.pick.is_empty() || !appoints {
        report.add(
            at.0,
            at.1,
            "nobody is chosen",
            "name ways in `pick`, and have a step with act = \"appoint\"",
        );
    }
    for fee in &pack.fees {
        let sizes = fee.rows.iter().filter_map(|row| row.panel);
        if let Some(size) = sizes.into_iter().find(|size| !rule.sizes.contains(size)) {
            report.add(
                "fee",
                &fee.id,
                format!("has a price for {size} who decide, and the panel never has so many"),
                "name the number in [panel], or take the row out",
            );
        }
    }
}

/// Points have a meaning: they end some day, a warning comes first, and the ladder rises.
fn conduct(report: &mut Report<'_>, names: &Names<'_>) {
    let pack = report.pack;
    let gives = |effect: &Effect| matches!(effect, Effect::Conduct { points, .. } if *points > 0);
    let mut effects = pack.transitions.iter().flat_map(|step| &step.effects);
    let Some(rule) = &pack.conduct else {
        if effects.any(gives) {
            report.add(
                "pack",
                pack.id(),
                "gives points for conduct and does not say what they mean",
                "add [conduct] with `expires`, `ladder` and `cite`",
            );
        }
        return;
    };
    let at = ("conduct", pack.id());
    cites(report, at, &rule.cite, names);
    if rule
        .ladder
        .first()
        .is_none_or(|first| first.does != RungDoes::Warn)
    {
        report.add(
            at.0,
            at.1,
            "something else than a warning comes first",
            "begin the ladder with does = \"warn\"",
        );
    }
    let rises = rule.ladder.windows(2).all(|pair| pair[0].at < pair[1].at);
    if !rises || rule.ladder.iter().any(|rung| rung.at == 0) {
        report.add(
            at.0,
            at.1,
            "the ladder does not rise",
            "write the rungs from the fewest points, at least 1, to the most",
        );
    }
    let lengths = [Some(rule.expires), rule.cap.map(|cap| cap.within)];
    let wrong =
        |length: &Length| length.n == 0 || matches!(length.unit, Unit::Hours | Unit::BusinessDays);
    if lengths.iter().flatten().any(wrong) || rule.cap.is_some_and(|cap| cap.points == 0) {
        report.add(
            at.0,
            at.1,
            "points do not count for hours or working days, or for no time",
            "write calendar_days or months, and at least 1",
        );
    }
    let longest = match rule.expires.unit {
        Unit::Months => LONGEST_MONTHS,
        _ => LONGEST_MONTHS * 30,
    };
    if rule.expires.n > longest {
        report.add(
            at.0,
            at.1,
            "points count for longer than ten years",
            "write at most 120 months or 3600 calendar_days",
        );
    }
}

/// What is kept has a least or a greatest time, and not the one above the other; a decision names its sources.
fn kept(report: &mut Report<'_>, names: &Names<'_>) {
    let pack = report.pack;
    for rule in &pack.retention {
        let at = ("retention", rule.class.as_str());
        cites(report, at, &rule.cite, names);
        let lengths = [rule.min, rule.max];
        let wrong = |length: &Length| length.n == 0 || length.unit == Unit::Hours;
        if lengths.iter().flatten().next().is_none() || lengths.iter().flatten().any(wrong) {
            report.add(
                at.0,
                at.1,
                "has no time",
                "give `min`, `max` or both, in days or months",
            );
        }
        if let [Some(min), Some(max)] = lengths
            && (min.unit != max.unit || min.n > max.n)
        {
            report.add(
                at.0,
                at.1,
                "the least is not below the greatest",
                "give `min` no more than `max`, in one unit",
            );
        }
        let same = pack
            .retention
            .iter()
            .filter(|other| other.class == rule.class);
        if same.count() > 1 {
            report.add(at.0, at.1, "stands here twice", "say it once");
        }
    }
    if let Some(rule) = &pack.decision {
        cites(report, ("decision", pack.id()), &rule.cite, names);
        let decides = pack
            .transitions
            .iter()
            .any(|step| step.act == ActName::Decide);
        if !decides {
            report.add(
                "decision",
                pack.id(),
                "nothing is decided under this pack",
                "remove [decision], or add a step with act = \"decide\"",
            );
        }
    }
}

/// What a suspension names exists, and there is a way into it and out of it.
fn holds(report: &mut Report<'_>, names: &Names<'_>) {
    let pack = report.pack;
    unique(report, "hold", pack.holds.iter().map(|found| &found.id));
    for link in &pack.links {
        let at = ("link", link.kind.as_str());
        cites(report, at, &link.cite, names);
        report.known(at, "hold", link.hold.iter(), &names.holds);
        if link.by.is_empty() {
            report.add(at.0, at.1, "nobody records it", "name a role in `by`");
        }
        if pack
            .links
            .iter()
            .filter(|other| other.kind == link.kind)
            .count()
            > 1
        {
            report.add(at.0, at.1, "stands here twice", "say it once");
        }
    }
    for hold in &pack.holds {
        let at = ("hold", hold.id.as_str());
        cites(report, at, &hold.cite, names);
        let named = hold.clocks.keys().filter(|clock| *clock != "*");
        report.known(at, "clock", named, &names.clocks);
        let taken = |effect: &Effect| {
            let mut effects = pack.transitions.iter().flat_map(|step| &step.effects);
            effects.any(|found| found == effect)
        };
        let pauses = hold.clocks.values().any(|on| *on == OnHold::Pause);
        // A matter elsewhere begins it when it is recorded and ends it when it is over.
        if pack.is_linked(&hold.id) {
            continue;
        }
        if !taken(&Effect::Hold(hold.id.clone())) {
            report.add(
                at.0,
                at.1,
                "nothing begins it",
                "add { hold = … } to a step, or remove it",
            );
        } else if pauses && !taken(&Effect::Release(hold.id.clone())) {
            report.add(
                at.0,
                at.1,
                "nothing ends it, and clocks stand still in it",
                "add { release = … } to the step with which the case goes on",
            );
        }
    }
}

fn lengths(report: &mut Report<'_>, clock: &Clock, unit: Unit) {
    let at = ("clock", clock.id.as_str());
    let pack = report.pack;
    let more = clock.extend.iter().map(|rule| &rule.adds);
    let mut all = Vec::new();
    for amount in more.chain(clock.toll.iter().map(|toll| &toll.cap)) {
        match amount.length(pack, &Settings::default()) {
            Some(length) => all.push(length),
            None => report.add(
                at.0,
                at.1,
                "a length of time names no parameter of this pack",
                "name one of [params]",
            ),
        }
    }
    match &clock.span {
        Span::Fixed(length) => all.push(*length),
        Span::Window { min, max } => all.extend([*min, *max]),
        Span::Param(_) => {}
    }
    if all.iter().any(|length| length.n == 0) {
        report.add(at.0, at.1, "a length of nothing", "count at least 1");
    }
    if all
        .iter()
        .any(|length| (length.unit == Unit::Hours) != (unit == Unit::Hours))
        || (unit == Unit::Months && clock.toll.is_some())
    {
        report.add(
            at.0,
            at.1,
            "joins hours and days, or months and a toll",
            "write every length of a clock in days, or in hours",
        );
    }
    if clock
        .extend
        .iter()
        .any(|rule| rule.times == 0 || rule.by.is_empty())
    {
        report.add(
            at.0,
            at.1,
            "an extension that nobody can use",
            "give `by` and `times` of at least 1",
        );
    }
}
