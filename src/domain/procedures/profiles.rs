//! Profiles: one procedure as several bodies run it. A profile says only what is different; here it is laid
//! over the procedure and gives a whole pack of its own, named `<pack>-<profile>`, which is proved, pinned
//! and run like any other. The procedure without any change is a profile too, if `[pack]` names it.

use serde::Deserialize;
use toml::{Table, Value};

use super::pack::{Pack, PackError};

/// The parts of a pack that are lists, each with the key that names an element.
const LISTS: [(&str, &str); 11] = [
    ("source", "key"),
    ("phase", "id"),
    ("attestation", "id"),
    ("document", "id"),
    ("state", "id"),
    ("transition", "id"),
    ("clock", "id"),
    ("fee", "id"),
    ("hold", "id"),
    ("link", "kind"),
    ("retention", "class"),
];

/// Ways to say the length of a clock; whoever says one of them takes back the others.
const SPANS: [&str; 4] = ["length", "param", "min", "max"];

impl Pack {
    /// Reads a pack and every profile of it, the procedure itself first.
    ///
    /// # Errors
    /// The text is no pack, or a profile changes what is not there.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, PackError> {
        let own = Self::parse(text)?;
        let mut all = Vec::with_capacity(1 + own.profiles.len());
        for (name, changes) in &own.profiles {
            let fault = |what: String, instead: &str| PackError {
                line: line_of(text, name),
                what: format!("profile `{name}`: {what}"),
                instead: instead.to_owned(),
            };
            let mut whole: Table = toml::from_str(text)
                .map_err(|found| fault(found.message().to_owned(), "correct the file"))?;
            whole.remove("profile");
            lay_over(&mut whole, changes)
                .map_err(|what| fault(what, "change what the procedure has, or add it whole"))?;
            name_it(&mut whole, own.id(), name);
            let pack = Self::deserialize(Value::Table(whole))
                .map_err(|found| fault(found.message().to_owned(), "correct this profile"))?;
            all.push(pack.with_text(text));
        }
        all.insert(0, own);
        Ok(all)
    }

    /// The name of the folder: the pack's own, without the profile's.
    #[must_use]
    pub fn family(&self) -> &str {
        self.about.family.as_deref().unwrap_or(self.id())
    }

    /// Whether this is the profile of that name.
    #[must_use]
    pub fn is_profile(&self, name: &str) -> bool {
        self.about.profile.as_deref() == Some(name)
    }

    /// The names of the profiles that change something.
    pub fn profile_names(&self) -> impl Iterator<Item = &str> {
        self.profiles.keys().map(String::as_str)
    }
}

/// Gives the merged table the name of its own.
fn name_it(whole: &mut Table, id: &str, profile: &str) {
    if let Some(Value::Table(about)) = whole.get_mut("pack") {
        about.insert("id".into(), Value::String(format!("{id}-{profile}")));
        about.insert("profile".into(), Value::String(profile.to_owned()));
        about.insert("family".into(), Value::String(id.to_owned()));
    }
}

fn lay_over(whole: &mut Table, changes: &Table) -> Result<(), String> {
    for (part, change) in changes {
        match (
            LISTS.iter().find(|(list, _)| list == part),
            part.as_str(),
            change,
        ) {
            (Some((_, key)), _, Value::Array(elements)) => {
                let list = whole
                    .entry(part.clone())
                    .or_insert_with(|| Value::Array(Vec::new()));
                let Value::Array(list) = list else {
                    return Err(format!("`{part}` is no list"));
                };
                for element in elements {
                    change_element(list, part, key, element)?;
                }
            }
            (None, "pack" | "panel" | "conduct" | "decision", Value::Table(change)) => {
                merge(whole, part, change);
            }
            (None, "params", Value::Table(params)) => {
                let all = whole
                    .entry("params")
                    .or_insert_with(|| Value::Table(Table::new()));
                if let Value::Table(all) = all {
                    for (name, param) in params {
                        if let Value::Table(param) = param {
                            merge(all, name, param);
                        }
                    }
                }
            }
            _ => return Err(format!("`{part}` is nothing that a profile can change")),
        }
    }
    Ok(())
}

/// Lays a table over the one of that name, key by key.
fn merge(whole: &mut Table, name: &str, change: &Table) {
    let own = whole
        .entry(name)
        .or_insert_with(|| Value::Table(Table::new()));
    if let Value::Table(own) = own {
        for (key, value) in change {
            own.insert(key.clone(), value.clone());
        }
    }
}

fn change_element(
    list: &mut Vec<Value>,
    part: &str,
    key: &str,
    element: &Value,
) -> Result<(), String> {
    let name = element.get(key).and_then(Value::as_str);
    let (Some(name), Some(change)) = (name, element.as_table()) else {
        return Err(format!("a {part} has no `{key}`"));
    };
    let at = list
        .iter()
        .position(|own| own.get(key).and_then(Value::as_str) == Some(name));
    let drops = change.get("drop").and_then(Value::as_bool) == Some(true);
    match (at, drops) {
        (None, true) => return Err(format!("there is no {part} `{name}` to drop")),
        (None, false) => list.push(element.clone()),
        (Some(at), true) => {
            list.remove(at);
        }
        (Some(at), false) => {
            if let Some(Value::Table(own)) = list.get_mut(at) {
                if SPANS.iter().any(|span| change.contains_key(*span)) {
                    for span in SPANS {
                        own.remove(span);
                    }
                }
                for (key, value) in change {
                    own.insert(key.clone(), value.clone());
                }
            }
        }
    }
    Ok(())
}

/// The first line that speaks of a profile.
fn line_of(text: &str, name: &str) -> usize {
    let spoken = |line: &str| {
        let header = line.trim().trim_matches(['[', ']']);
        header
            .strip_prefix("profile.")
            .is_some_and(|rest| rest == name || rest.starts_with(&format!("{name}.")))
    };
    1 + text.lines().position(spoken).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::procedures::Span;

    const OWN: &str = include_str!("../../../procedures/consumer-odr/pack.toml");

    fn with(more: &str) -> Result<Vec<Pack>, PackError> {
        Pack::parse_all(&format!("{OWN}\n{more}"))
    }

    #[test]
    fn a_profile_says_only_what_is_different() {
        let packs = with(
            "[profile.quick]\npack.note = \"In a hurry.\"\n\
             [[profile.quick.clock]]\nid = \"perform\"\nlength = { n = 3, unit = \"business_days\" }\n",
        )
        .unwrap();
        let (own, quick) = (&packs[0], packs.last().unwrap());
        assert_eq!(
            (quick.id(), quick.family()),
            ("consumer-odr-quick", "consumer-odr")
        );
        assert!(quick.is_profile("quick") && !own.is_profile("quick"));
        assert_eq!(quick.about.note.as_deref(), Some("In a hurry."));
        assert_eq!(quick.states, own.states);
        let span = &quick.clock("perform").unwrap().span;
        assert!(
            matches!(span, Span::Fixed(length) if length.n == 3),
            "{span:?}"
        );
        assert_ne!(&own.clock("perform").unwrap().span, span);
        assert_eq!(quick.digest(), own.digest(), "one file, one digest");
    }

    #[test]
    fn what_a_profile_cannot_change_is_named_with_its_line() {
        for (more, what) in [
            (
                "[[profile.x.clock]]\nid = \"none\"\ndrop = true\n",
                "no clock `none`",
            ),
            ("[profile.x]\ncolour = \"red\"\n", "`colour` is nothing"),
            (
                "[[profile.x.state]]\nphase = \"notice\"\n",
                "a state has no `id`",
            ),
            (
                "[[profile.x.clock]]\nid = \"new\"\nkind = \"deadline\"\n",
                "profile `x`",
            ),
        ] {
            let fault = with(more).unwrap_err();
            assert!(fault.what.contains(what), "{fault}");
            assert!(fault.line > OWN.lines().count(), "{fault}");
        }
    }
}
