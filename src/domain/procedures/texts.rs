//! What people must be told about a procedure in their language: every key that its pages, letters and forms
//! look up. A procedure whose words are missing in a language is not complete.

use std::collections::BTreeSet;

use super::pack::{Pack, Transition};
use super::words::{ActName, FieldType, Kind};

/// A word of a pack as a part of a key.
fn dashed(word: &str) -> String {
    word.replace(['_', '.', ' '], "-")
}

impl Pack {
    /// The key of something that only this procedure names: `step`, `do`, `document`, `field` … All its
    /// profiles share it.
    #[must_use]
    pub fn text_key(&self, sort: &str, word: &str) -> String {
        format!("{sort}-{}-{}", self.family(), dashed(word))
    }
}

/// The words for what a pack says itself in English, and every other language says for it: the law it rests on with its
/// marks, its note, and what is to be known about its numbers. Each as the end of a key and its sort.
#[must_use]
pub fn translated(pack: &Pack) -> BTreeSet<(&'static str, String)> {
    let mut found = BTreeSet::new();
    for source in &pack.sources {
        found.extend(
            source
                .mark
                .iter()
                .map(|_| ("law", format!("{}-mark", source.key))),
        );
        found.insert(("law", source.key.clone()));
    }
    found.extend(pack.params.keys().map(|name| ("number", dashed(name))));
    found
}

/// The keys of every text that a procedure needs.
#[must_use]
pub fn text_keys(pack: &Pack) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for part in ["title", "about"] {
        keys.insert(format!("pack-{}-{part}", pack.id()));
    }
    for state in &pack.states {
        let key = format!("state-{}", dashed(&state.id));
        keys.insert(format!("{key}-next"));
        keys.insert(key);
    }
    keys.extend(
        pack.phases
            .iter()
            .map(|phase| format!("phase-{}", dashed(&phase.id))),
    );
    for clock in &pack.clocks {
        let key = format!("clock-{}", dashed(&clock.id));
        if clock.owner.is_some() {
            keys.insert(format!("{key}-yours"));
        }
        keys.insert(format!("{key}-silence"));
        keys.insert(key);
        keys.insert(format!("anchor-{}", dashed(&clock.anchor)));
        keys.extend(
            clock
                .toll
                .iter()
                .map(|toll| format!("toll-{}", dashed(&toll.reason))),
        );
        if clock.whose().is_none() && clock.calendar != "none" {
            keys.insert(format!("calendar-{}", clock.calendar));
        }
    }
    for hold in &pack.holds {
        keys.insert(format!("toll-{}", dashed(&hold.id)));
    }
    for fee in &pack.fees {
        keys.insert(pack.text_key("fee", &fee.id));
    }
    for step in pack
        .transitions
        .iter()
        .filter(|step| step.act == ActName::Step)
    {
        keys.insert(pack.text_key("step", step.step()));
        keys.insert(pack.text_key("do", step.step()));
    }
    let is_form = |step: &&Transition| {
        step.act == ActName::Step || (step.act == ActName::File && pack.kind() == Kind::Matter)
    };
    let forms = pack
        .transitions
        .iter()
        .filter(is_form)
        .filter_map(|step| step.needs.as_deref())
        .filter_map(|needs| pack.document(needs));
    for document in forms {
        keys.insert(pack.text_key("document", &document.id));
        for field in &document.fields {
            let word = format!("{}-{}", document.id, field.id);
            keys.insert(pack.text_key("field", &word));
            if field.field_type == FieldType::Choice {
                let option = |option: &String| format!("{}-{option}", field.id);
                let options = field.options.iter().map(option);
                keys.extend(options.map(|word| pack.text_key("option", &word)));
            }
        }
    }
    keys
}
