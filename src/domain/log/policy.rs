//! Whom to believe: the witnesses of a log and how many of them have to have seen a head (C2SP tlog-policy).
//!
//! ```text
//! witness w1 witness.example/w1+…+… https://witness.example/
//! witness w2 other.example/w2+…+…
//! group both 2 w1 w2
//! quorum both
//! ```

use super::note::{Key, Kind, NoteError, cosigned};
use std::collections::BTreeMap;

/// A witness of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// Its name in the policy
    pub name: String,
    /// Its key
    pub key: Key,
    /// Where it is asked; none where it is only believed
    pub url: Option<String>,
}

/// So many of these, which are witnesses or groups.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Group {
    needs: usize,
    of: Vec<String>,
}

/// Why a policy cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct PolicyError {
    /// The line, from 1; 0 for the whole
    pub line: usize,
    /// What is wrong
    pub what: String,
}

/// Whom to believe.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy {
    logs: Vec<Key>,
    witnesses: Vec<Witness>,
    groups: BTreeMap<String, Group>,
    /// A witness or group; none where no witness is asked for
    quorum: Option<String>,
}

impl Policy {
    /// Reads a policy.
    ///
    /// # Errors
    /// The first line that cannot be read, and what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        let mut policy = Self::default();
        let mut has_quorum = false;
        for (index, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default();
            let words: Vec<&str> = line.split_whitespace().collect();
            let read = match words.as_slice() {
                [] => Ok(()),
                ["log", key, ..] => policy.log(key),
                ["witness", name, key] => policy.witness(name, key, None),
                ["witness", name, key, url] => policy.witness(name, key, Some(url)),
                ["group", name, needs, of @ ..] => policy.group(name, needs, of),
                ["quorum", _] if has_quorum => Err("there is a quorum already".to_owned()),
                ["quorum", name] => {
                    has_quorum = true;
                    policy.set_quorum(name)
                }
                [word, ..] => Err(format!(
                    "`{word}` is not log, witness, group or quorum with its words"
                )),
            };
            read.map_err(|what| PolicyError {
                line: index + 1,
                what,
            })?;
        }
        match has_quorum {
            true => Ok(policy),
            false => Err(PolicyError {
                line: 0,
                what: "there is no quorum line".to_owned(),
            }),
        }
    }

    fn log(&mut self, key: &str) -> Result<(), String> {
        let key = Key::parse(key).ok().filter(|key| key.kind() == Kind::Note);
        self.logs.push(key.ok_or("not the key of a log")?);
        Ok(())
    }

    fn witness(&mut self, name: &str, key: &str, url: Option<&str>) -> Result<(), String> {
        self.free(name)?;
        let key = Key::parse(key)
            .ok()
            .filter(|key| key.kind() == Kind::Cosignature);
        if url.is_some_and(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
            return Err("the address of a witness begins with https://".to_owned());
        }
        self.witnesses.push(Witness {
            name: name.to_owned(),
            key: key.ok_or("not the key of a witness")?,
            url: url.map(|url| url.trim_end_matches('/').to_owned()),
        });
        Ok(())
    }

    fn group(&mut self, name: &str, needs: &str, of: &[&str]) -> Result<(), String> {
        self.free(name)?;
        for (index, member) in of.iter().enumerate() {
            let is_known = self.groups.contains_key(*member)
                || self.witnesses.iter().any(|witness| witness.name == *member);
            if !is_known || of[..index].contains(member) {
                return Err(format!(
                    "`{member}` is not a witness or group above, or stands twice"
                ));
            }
        }
        let needs = match needs {
            "all" => of.len(),
            "any" => 1,
            number => number
                .parse()
                .map_err(|_| "how many, all or any".to_owned())?,
        };
        if needs == 0 || needs > of.len() {
            return Err(format!("{needs} of {} is no group", of.len()));
        }
        let of = of.iter().map(|member| (*member).to_owned()).collect();
        self.groups.insert(name.to_owned(), Group { needs, of });
        Ok(())
    }

    fn set_quorum(&mut self, name: &str) -> Result<(), String> {
        if name == "none" {
            return Ok(());
        }
        let is_known = self.groups.contains_key(name)
            || self.witnesses.iter().any(|witness| witness.name == name);
        if !is_known {
            return Err(format!("`{name}` is not a witness or group above"));
        }
        self.quorum = Some(name.to_owned());
        Ok(())
    }

    fn free(&self, name: &str) -> Result<(), String> {
        let is_taken = name == "none"
            || self.groups.contains_key(name)
            || self.witnesses.iter().any(|witness| witness.name == name);
        match is_taken {
            true => Err(format!("`{name}` is taken")),
            false => Ok(()),
        }
    }

    /// The keys of the logs that it names.
    #[must_use]
    pub fn logs(&self) -> &[Key] {
        &self.logs
    }

    /// Its witnesses, in order.
    #[must_use]
    pub fn witnesses(&self) -> &[Witness] {
        &self.witnesses
    }

    /// Whether witnesses are asked for at all.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.quorum.is_some()
    }

    /// The witnesses that have signed a note, by their names in the policy, with the time of each in seconds since 1970.
    ///
    /// # Errors
    /// Malformed, or a cosignature that is wrong.
    pub fn seen_by(&self, note: &str) -> Result<BTreeMap<String, u64>, NoteError> {
        let mut seen = BTreeMap::new();
        for witness in &self.witnesses {
            if let Some(at) = cosigned(note, &witness.key)? {
                seen.insert(witness.name.clone(), at);
            }
        }
        Ok(seen)
    }

    /// Whether enough witnesses have signed.
    #[must_use]
    pub fn is_met(&self, seen: &BTreeMap<String, u64>) -> bool {
        self.quorum
            .as_deref()
            .is_none_or(|name| self.counts(name, seen))
    }

    fn counts(&self, name: &str, seen: &BTreeMap<String, u64>) -> bool {
        match self.groups.get(name) {
            // Members stand above their group, so that this ends.
            Some(group) => {
                let met = group.of.iter().filter(|member| self.counts(member, seen));
                met.count() >= group.needs
            }
            None => seen.contains_key(name),
        }
    }

    /// The policy as a text, for one log.
    #[must_use]
    pub fn text(&self, log: &str) -> String {
        let mut text = format!("log {log}\n");
        for witness in &self.witnesses {
            let url = witness.url.as_deref().unwrap_or_default();
            let line = format!("witness {} {} {url}", witness.name, witness.key);
            text.push_str(line.trim_end());
            text.push('\n');
        }
        let mut left: Vec<(&String, &Group)> = self.groups.iter().collect();
        let mut written: Vec<&str> = self.witnesses.iter().map(|w| w.name.as_str()).collect();
        // A group comes after its members.
        while !left.is_empty() {
            let is_ready = |group: &Group| group.of.iter().all(|m| written.contains(&m.as_str()));
            let Some(at) = left.iter().position(|(_, group)| is_ready(group)) else {
                break;
            };
            let (name, group) = left.remove(at);
            text.push_str(&format!(
                "group {name} {} {}\n",
                group.needs,
                group.of.join(" ")
            ));
            written.push(name);
        }
        text.push_str(&format!(
            "quorum {}\n",
            self.quorum.as_deref().unwrap_or("none")
        ));
        text
    }
}
