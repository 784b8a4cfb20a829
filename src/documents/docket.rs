//! The texts of a docket to be read.

use super::labels::labels;
use super::parts::{Exhibit, Fact, Frame, Record};
use serde::Serialize;

/// The docket of a case, ready to be set. Characters without a font are written by their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocketDocument {
    /// Language, title, case number
    pub frame: Frame,
    /// Line under the title, such as "A v B"; may be empty
    pub subtitle: String,
    /// State of the case, parties, time zone, who the copy was made for
    pub facts: Vec<Fact>,
    /// Entries, oldest first
    pub entries: Vec<DocketEntry>,
    /// Exhibits; the part is left out when empty
    pub exhibits: Vec<Exhibit>,
    /// Digest of the record
    pub record: Record,
    /// Fixed words
    pub labels: DocketLabels,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocketEntry {
    /// Number in the case
    pub number: String,
    /// Date and time, with the zone where the frame does not say it; line breaks are kept
    pub when: String,
    /// Who, with the role
    pub who: String,
    /// What was done
    pub what: String,
    /// More about it; may be empty
    pub detail: String,
    /// Exhibits and letters, one line each
    pub attached: Vec<String>,
    /// Under which rule; may be empty
    pub rule: String,
    /// Hash of the entry in hexadecimal
    pub digest: String,
}

impl DocketDocument {
    /// The most entries that one document takes within the usual limits of time and memory.
    pub const MAX_ENTRIES: usize = 1500;

    /// Splits a long docket into volumes that can each be set; a short one stays as it is. Exhibits stand in the last.
    pub fn into_volumes(mut self) -> Vec<Self> {
        let entries = std::mem::take(&mut self.entries);
        if entries.len() <= Self::MAX_ENTRIES {
            self.entries = entries;
            return vec![self];
        }
        let exhibits = std::mem::take(&mut self.exhibits);
        let count = entries.len().div_ceil(Self::MAX_ENTRIES);
        let mut volumes: Vec<Self> = entries
            .chunks(Self::MAX_ENTRIES)
            .enumerate()
            .map(|(index, part)| {
                let mut volume = Self {
                    entries: part.to_vec(),
                    ..self.clone()
                };
                volume.frame.title = format!("{} ({}/{count})", self.frame.title, index + 1);
                volume
            })
            .collect();
        if let Some(last) = volumes.last_mut() {
            last.exhibits = exhibits;
        }
        volumes
    }
}

labels! {
    /// Fixed words of a docket.
    DocketLabels {
        /// Heading of the entries
        entries = "documents-entries",
        /// Sentence above the entries
        entries_lead = "documents-entries-lead",
        /// Where there are no entries
        no_entries = "documents-entries-none",
        /// Column: number
        number = "documents-entry-number",
        /// Column: date and time
        when = "documents-entry-when",
        /// Column: what was done
        what = "documents-entry-what",
        /// Before who did it
        by = "documents-entry-by",
        /// Before the rule
        rule = "documents-entry-rule",
        /// Heading of the exhibits
        exhibits = "documents-exhibits",
        /// Column: number
        exhibit_number = "documents-exhibit-number",
        /// Column: title
        exhibit_title = "documents-exhibit-title",
        /// Column: filed by
        exhibit_from = "documents-exhibit-from",
        /// Column: filed on
        exhibit_date = "documents-exhibit-date",
    }
}

#[cfg(all(test, feature = "typeset"))]
mod tests {
    use crate::documents::samples;

    #[test]
    fn a_long_docket_is_split_and_loses_no_entry() {
        assert_eq!(samples::docket(1500).into_volumes().len(), 1);
        let volumes = samples::docket(3001).into_volumes();
        assert_eq!(
            volumes
                .iter()
                .map(|volume| volume.entries.len())
                .collect::<Vec<_>>(),
            [1500, 1500, 1]
        );
        assert_eq!(volumes[2].entries[0].number, "3001");
        assert_eq!(volumes[1].frame.title, "Record of the case (2/3)");
        assert!(volumes[0].exhibits.is_empty() && !volumes[2].exhibits.is_empty());
    }
}
