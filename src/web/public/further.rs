//! What a procedure says beside its steps and dates: when time stands still, what points for conduct mean, what a
//! decision holds, how long what is kept.

use super::procedures::{law, roles};
use crate::domain::Role;
use crate::domain::procedures::{
    ConductRule, DecisionRule, Document, GoesOn, Hold, Length, Link, OnHold, Pack, PanelRule,
    Retention,
};
use crate::i18n::Words;
use crate::web::words::{self, key, said};

/// A section of the page.
pub(super) struct Further {
    pub id: &'static str,
    pub title: String,
    pub lines: Vec<Line>,
}

/// A sentence or two with the law they rest on.
pub(super) struct Line {
    pub text: String,
    pub law: Vec<(String, String)>,
}

/// The sections that the pack has something for.
pub(super) fn further(words: &Words, pack: &Pack) -> Vec<Further> {
    let section = |id: &'static str, lines: Vec<Line>| Further {
        id,
        title: words.t(&key("public-rules", id)).to_owned(),
        lines,
    };
    let mut waits: Vec<Line> = pack
        .holds
        .iter()
        .map(|hold| held(words, pack, hold))
        .collect();
    waits.extend(pack.links.iter().map(|link| linked(words, pack, link)));
    let conduct = pack
        .conduct
        .iter()
        .flat_map(|rule| points(words, pack, rule));
    let decision = pack
        .decision
        .iter()
        .flat_map(|rule| holds(words, pack, rule));
    let kept = pack.retention.iter().map(|rule| kept(words, pack, rule));
    let panel = pack.panel.iter().map(|rule| panel(words, pack, rule));
    let papers = pack
        .documents
        .iter()
        .filter_map(|document| paper(words, pack, document));
    let mut sections = vec![
        section("papers", papers.collect()),
        section("panel", panel.collect()),
        section("waits", waits),
        section("conduct", conduct.collect()),
        section("decision", decision.collect()),
        section("kept", kept.collect()),
    ];
    sections.retain(|section| !section.lines.is_empty());
    sections
}

/// A document that a step asks for: who gives it, and what it must hold and may hold.
fn paper(words: &Words, pack: &Pack, document: &Document) -> Option<Line> {
    let steps = || {
        let steps = pack.transitions.iter();
        steps.filter(|step| step.needs.as_ref() == Some(&document.id))
    };
    let mut by: Vec<Role> = Vec::new();
    for role in steps().flat_map(|step| &step.by) {
        if *role != Role::System && !by.contains(role) {
            by.push(*role);
        }
    }
    if by.is_empty() {
        return None;
    }
    let own = words.find(&pack.text_key("document", &document.id));
    let name = own.or_else(|| words.find(&key("document-common", &document.id)))?;
    let fields = |required: bool| {
        let fields = document.fields.iter();
        let named = fields
            .filter(|field| field.required == required)
            .filter_map(|field| {
                let word = format!("{}-{}", document.id, field.id);
                let own = words.find(&pack.text_key("field", &word));
                let found = own.or_else(|| words.find(&key("field-common", &field.id)))?;
                Some(words.with1("public-rules-quoted", "words", found))
            });
        words::listed(words, named)
    };
    let mut text = vec![words.with2(
        "public-rules-paper",
        "name",
        name,
        "who",
        roles(words, pack, &by),
    )];
    for (required, key) in [
        (true, "public-rules-paper-must"),
        (false, "public-rules-paper-may"),
    ] {
        let fields = fields(required);
        if !fields.is_empty() {
            text.push(words.with1(key, "fields", fields));
        }
    }
    Some(Line {
        text: text.join(words.t("public-rules-between")),
        law: law(words, pack, &document.cite),
    })
}

fn panel(words: &Words, pack: &Pack, rule: &PanelRule) -> Line {
    Line {
        text: who_decides(words, rule),
        law: law(words, pack, &rule.cite),
    }
}

/// How many decide and how they are chosen, in a sentence or two.
pub(in crate::web) fn who_decides(words: &Words, rule: &PanelRule) -> String {
    let sizes = rule
        .sizes
        .iter()
        .map(|size| words.with1("public-rules-panel-size", "count", *size));
    let sizes =
        sizes.reduce(|few, more| words.with2("public-rules-panel-or", "few", few, "more", more));
    let ways = rule
        .pick
        .iter()
        .map(|way| said(words, "panel-pick", way.as_str()));
    let ways = ways
        .reduce(|first, then| words.with2("public-rules-panel-else", "first", first, "then", then));
    words.with2(
        "public-rules-panel-line",
        "sizes",
        sizes.unwrap_or_default(),
        "ways",
        ways.unwrap_or_default(),
    )
}

fn held(words: &Words, pack: &Pack, hold: &Hold) -> Line {
    let named = |wanted: OnHold| {
        let clocks = pack
            .clocks
            .iter()
            .filter(|clock| hold.on(&clock.id) == Some(wanted));
        words::listed(
            words,
            clocks.map(|clock| words::clock_label(words, &clock.id, false)),
        )
    };
    let mut text = vec![words.with1("public-rules-hold", "reason", said(words, "toll", &hold.id))];
    for (on, key) in [
        (OnHold::Pause, "public-rules-hold-pause"),
        (OnHold::Stop, "public-rules-hold-stop"),
        (OnHold::Run, "public-rules-hold-run"),
    ] {
        let clocks = named(on);
        if !clocks.is_empty() {
            text.push(words.with1(key, "clocks", clocks));
        }
    }
    let after = match hold.resume {
        GoesOn::Remaining => "public-rules-hold-remaining",
        GoesOn::Restart => "public-rules-hold-restart",
    };
    text.push(words.t(after).to_owned());
    Line {
        text: text.join(words.t("public-rules-between")),
        law: law(words, pack, &hold.cite),
    }
}

fn linked(words: &Words, pack: &Pack, link: &Link) -> Line {
    let what = said(words, "link", link.kind.as_str());
    let who = roles(words, pack, &link.by);
    let key = match link.hold {
        Some(_) => "public-rules-link-waits",
        None => "public-rules-link",
    };
    Line {
        text: words.with2(key, "what", what, "who", who),
        law: law(words, pack, &link.cite),
    }
}

fn points(words: &Words, pack: &Pack, rule: &ConductRule) -> Vec<Line> {
    let plain = |text: String| Line {
        text,
        law: Vec::new(),
    };
    let expires = words::length(words, rule.expires);
    let mut lines = vec![Line {
        text: words.with1("accounts-conduct-expires", "length", expires),
        law: law(words, pack, &rule.cite),
    }];
    if let Some(cap) = rule.cap {
        let within = words::length(words, cap.within);
        let text = words.with2(
            "accounts-conduct-cap",
            "points",
            cap.points,
            "length",
            within,
        );
        lines.push(plain(text));
    }
    for rung in &rule.ladder {
        let what = said(words, "rung", rung.does.as_str());
        let text = words.with2("accounts-conduct-rung", "points", rung.at, "what", what);
        lines.push(plain(text));
    }
    lines
}

fn holds(words: &Words, pack: &Pack, rule: &DecisionRule) -> Vec<Line> {
    let parts = rule
        .parts
        .iter()
        .map(|part| said(words, "part", part.as_str()));
    let parts = words::listed(words, parts);
    let mut lines = vec![Line {
        text: match parts.is_empty() {
            true => words.t("public-rules-decision-plain").to_owned(),
            false => words.with1("public-rules-decision-parts", "parts", parts),
        },
        law: law(words, pack, &rule.cite),
    }];
    for check in &rule.checks {
        let profile = said(words, "check", check.profile.as_str());
        let key = match check.blocks {
            true => "public-rules-decision-check-blocks",
            false => "public-rules-decision-check",
        };
        lines.push(Line {
            text: words.with1(key, "profile", profile),
            law: Vec::new(),
        });
    }
    lines
}

fn kept(words: &Words, pack: &Pack, rule: &Retention) -> Line {
    let long = |length: Option<Length>| length.map(|length| words::length(words, length));
    let what = said(words, "retention", rule.class.as_str());
    let from = said(words, "kept-from", rule.from.as_str());
    let text = match (long(rule.min), long(rule.max)) {
        (Some(min), Some(max)) => words.with(
            "public-rules-kept-between",
            &[
                ("what", what.into()),
                ("from", from.into()),
                ("least", min.into()),
                ("most", max.into()),
            ],
        ),
        (Some(min), None) => words.with3(
            "public-rules-kept-least",
            "what",
            what,
            "from",
            from,
            "length",
            min,
        ),
        (None, most) => words.with3(
            "public-rules-kept-most",
            "what",
            what,
            "from",
            from,
            "length",
            most.unwrap_or_default(),
        ),
    };
    Line {
        text,
        law: law(words, pack, &rule.cite),
    }
}
