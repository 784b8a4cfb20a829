//! What the log says of a case file that was handed out: that these bytes came from this service, when, and for whom. The
//! record stands beside the file, since it holds the file's hash; its leaf has a chain of its own.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The word for it in the record.
const KIND: &str = "export.issued";

/// A case file that was handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The case
    pub case_no: String,
    /// How many entries its docket had
    pub entries: u64,
    /// For whom: the role, and the name where there is one
    pub made_for: String,
    /// SHA-256 of the file, hexadecimal
    pub sha256: String,
    /// Its bytes
    pub size: u64,
    /// When
    pub at: Timestamp,
}

/// As it is recorded. The fields stand in the order of their names and hold text and whole numbers only, which is what RFC
/// 8785 asks for.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    case_no: String,
    entries: u64,
    kind: String,
    made_for: String,
    sha256: String,
    size: u64,
    t: String,
    v: u8,
}

impl Issued {
    /// The canonical text.
    #[must_use]
    pub fn text(&self) -> String {
        let text = Text {
            case_no: self.case_no.clone(),
            entries: self.entries,
            kind: KIND.to_owned(),
            made_for: self.made_for.clone(),
            sha256: self.sha256.clone(),
            size: self.size,
            t: format!("{:.3}", self.at),
            v: 1,
        };
        serde_json::to_string(&text).unwrap_or_default()
    }

    /// Reads a record; none where it is not the canonical text of one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let read: Text = serde_json::from_str(text).ok()?;
        let issued = Self {
            case_no: read.case_no,
            entries: read.entries,
            made_for: read.made_for,
            sha256: read.sha256,
            size: read.size,
            at: read.t.parse().ok()?,
        };
        (read.kind == KIND && read.v == 1 && issued.text() == text).then_some(issued)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_its_canonical_text_and_no_other() {
        let issued = Issued {
            case_no: "IP-2026-000001".to_owned(),
            entries: 7,
            made_for: "claimant: M. \"D\" 灯".to_owned(),
            sha256: "0".repeat(64),
            size: 12,
            at: "2026-11-23T10:00:00.120Z".parse().unwrap(),
        };
        let text = issued.text();
        assert!(text.starts_with(r#"{"case_no":"IP-2026-000001","entries":7,"kind":"export.issued","made_for":"claimant: M. \"D\" 灯","sha256":"0000"#));
        assert!(
            text.ends_with(r#"","size":12,"t":"2026-11-23T10:00:00.120Z","v":1}"#),
            "{text}"
        );
        assert_eq!(Issued::parse(&text), Some(issued));
        for other in [
            text.replace("export.issued", "export.drafted"),
            text.replace("\"v\":1", "\"v\":2"),
            text.replace(",\"size\"", ", \"size\""),
            text.replace(".120Z", ".12Z"),
        ] {
            assert_eq!(Issued::parse(&other), None, "{other}");
        }
    }
}
