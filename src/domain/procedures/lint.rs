//! Proof before use: a pack that is read is not yet sound. Every finding says where, what, and what to
//! write instead. This file checks part by part; `graph` checks what the parts do together.

mod graph;
mod parts;

use std::collections::BTreeSet;

use super::calendar::Calendars;
use super::pack::{Pack, PackError};

/// One thing wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file, as `<pack>/pack.toml`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to write instead.
    pub instead: String,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            file,
            line,
            what,
            instead,
        } = self;
        write!(f, "{file}:{line}: {what}; {instead}")
    }
}

impl From<Finding> for PackError {
    fn from(finding: Finding) -> Self {
        Self {
            line: finding.line,
            what: finding.what,
            instead: finding.instead,
        }
    }
}

/// Proves a pack, or lists everything that keeps it from being used, in the order of the file.
#[must_use]
pub fn lint(pack: &Pack, calendars: &Calendars) -> Vec<Finding> {
    let mut report = Report {
        pack,
        findings: Vec::new(),
    };
    parts::check(&mut report, calendars);
    // A graph over names that do not exist would only repeat the findings above.
    if report.findings.is_empty() {
        graph::check(&mut report);
    }
    report.findings.sort_by_key(|finding| finding.line);
    report.findings
}

/// The findings so far, and the pack they are about.
struct Report<'a> {
    pack: &'a Pack,
    findings: Vec<Finding>,
}

impl Report<'_> {
    /// Adds a finding about an element: its table (`state`, `clock` …) and its name.
    fn add(
        &mut self,
        table: &str,
        name: &str,
        what: impl Into<String>,
        instead: impl Into<String>,
    ) {
        let finding = Finding {
            file: format!("{}/pack.toml", self.pack.family()),
            line: line_of(self.pack.text(), table, name),
            what: format!("{table} `{name}`: {}", what.into()),
            instead: instead.into(),
        };
        self.findings.push(finding);
    }

    /// Adds a finding for every name that is not among those that exist.
    fn known<'n>(
        &mut self,
        at: (&str, &str),
        what: &str,
        names: impl IntoIterator<Item = &'n String>,
        exist: &BTreeSet<&str>,
    ) {
        for name in names {
            if !exist.contains(name.as_str()) {
                let list = exist.iter().copied().collect::<Vec<_>>().join(", ");
                self.add(
                    at.0,
                    at.1,
                    format!("there is no {what} `{name}`"),
                    format!("name one of {list}"),
                );
            }
        }
    }
}

/// The line where an element says its name; 1 if the text was not kept.
fn line_of(text: &str, table: &str, name: &str) -> usize {
    let mut inside = false;
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.starts_with('[') {
            let header = line.trim_matches(|sign| sign == '[' || sign == ']');
            // A profile says it as `profile.<name>.<table>`.
            inside = header == table
                || (header.starts_with("profile.")
                    && header.rsplit('.').next().is_some_and(|last| last == table));
            if header.strip_prefix("params.") == Some(name) && table == "param" {
                return index + 1;
            }
        } else if inside
            && let Some((key, value)) = line.split_once('=')
            && matches!(key.trim(), "id" | "key" | "kind" | "class")
            && value.trim().trim_matches('"') == name
        {
            return index + 1;
        }
    }
    1
}

#[cfg(test)]
mod tests;
