//! The parts that documents are made of. All texts are finished: localised, formatted, in the document's language.

use super::labels::labels;
use super::markdown::Block;
use jiff::Timestamp;
use serde::Serialize;

/// What every document has: its language, its title, whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Language of the document, as a BCP 47 tag
    pub language: String,
    /// Name of the institution or service, for the head and the foot
    pub institution: String,
    /// Number of the case
    pub case_number: String,
    /// Title, such as "Final award"
    pub title: String,
    /// A line at the top of each page, such as "Draft, not signed" or "Demonstration, without legal effect"
    pub banner: Option<String>,
    /// The date written into the file; the same texts and date give the same bytes
    pub made_at: Timestamp,
    /// Words of head and foot
    pub labels: FrameLabels,
}

impl Serialize for Frame {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let (lang, region) = language_and_region(&self.language);
        let mut out = serializer.serialize_struct("Frame", 7)?;
        out.serialize_field("lang", &lang)?;
        out.serialize_field("region", &region)?;
        out.serialize_field("institution", &self.institution)?;
        out.serialize_field("case_number", &self.case_number)?;
        out.serialize_field("title", &self.title)?;
        out.serialize_field("banner", &self.banner)?;
        out.serialize_field("labels", &self.labels)?;
        out.end()
    }
}

/// Typst wants a language and a region; the region also chooses the shapes of Han characters.
fn language_and_region(tag: &str) -> (String, Option<String>) {
    let mut subtags = tag.split(['-', '_']);
    let lang = subtags.next().unwrap_or("en").to_ascii_lowercase();
    let mut region = None;
    for subtag in subtags {
        match subtag.len() {
            4 if lang == "zh" && subtag.eq_ignore_ascii_case("hant") => {
                region.get_or_insert("TW".to_owned());
            }
            2 if subtag.chars().all(|c| c.is_ascii_alphabetic()) => {
                region = Some(subtag.to_ascii_uppercase())
            }
            _ => {}
        }
    }
    if lang == "zh" {
        region.get_or_insert("CN".to_owned());
    }
    (lang, region)
}

labels! {
    /// Words of head, foot and notes.
    FrameLabels {
        /// Before the case number
        case = "documents-case",
        /// Page number, with `%page` and `%pages` in it
        page_of = "documents-page-of",
        /// Says that characters were written by their numbers
        escaped = "documents-escaped",
    }
}

/// A party in the head of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Party {
    /// Name, in its own script
    pub name: String,
    /// Role, such as "Claimant"
    pub role: String,
    /// Address, register number, representative: one line each
    pub lines: Vec<String>,
}

/// A label with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// Label
    pub label: String,
    /// Value; line breaks are kept
    pub value: String,
}

impl Fact {
    /// A fact from two texts.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
        }
    }
}

/// A step of the procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryLine {
    /// Day, written out
    pub date: String,
    /// What happened
    pub text: String,
}

/// A line of the list of exhibits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exhibit {
    /// Number, such as "C-1"
    pub number: String,
    /// Title
    pub title: String,
    /// Who filed it
    pub from: String,
    /// Day of filing
    pub date: String,
    /// SHA-256 of the file in hexadecimal; empty to leave it out. Dockets print it
    pub digest: String,
}

/// A part with a title of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Title
    pub title: String,
    /// Text
    pub blocks: Vec<Block>,
}

/// Something that somebody has to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Duty {
    /// Who has to do it
    pub who: String,
    /// What
    pub what: String,
    /// Amount with currency; empty where no money moves. The column is left out when all are empty
    pub amount: String,
    /// By when; the column is left out when all are empty
    pub due: String,
}

/// A line to sign on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// Name of the person
    pub name: String,
    /// In what capacity
    pub capacity: String,
    /// What stands above the line, such as "Signed electronically on …"; empty while unsigned
    pub mark: String,
}

/// How the document hangs together with the case's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Record {
    /// Heading
    pub title: String,
    /// What the digest is of and how to check it
    pub statement: String,
    /// The digest in hexadecimal
    pub digest: String,
    /// Address of the page that checks it; empty to leave it out
    pub address: String,
}

#[cfg(test)]
mod tests {
    use super::language_and_region;

    #[test]
    fn a_language_tag_gives_language_and_region() {
        let of = |tag| {
            let (lang, region) = language_and_region(tag);
            (lang, region.unwrap_or_default())
        };
        assert_eq!(of("en"), ("en".into(), String::new()));
        assert_eq!(of("en-GB"), ("en".into(), "GB".into()));
        assert_eq!(of("zh-Hans"), ("zh".into(), "CN".into()));
        assert_eq!(of("zh-Hant"), ("zh".into(), "TW".into()));
        assert_eq!(of("zh-Hant-HK"), ("zh".into(), "HK".into()));
        assert_eq!(of("ar"), ("ar".into(), String::new()));
    }
}
