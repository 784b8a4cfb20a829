//! Believable documents for tests, and to look at: `REDRESS_SAMPLES=folder cargo test documents`.

mod arabic;
mod chinese;
mod english;

pub(super) use arabic::award as arabic_award;
pub(super) use chinese::{award as chinese_award, docket as chinese_docket};
pub(super) use english::{agreement, award, docket, receipt};

use super::parts::{Frame, FrameLabels, Party, Record};
use crate::i18n::{Catalogue, Locale, Words};

const DIGEST: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

fn words(locale: Locale) -> Words {
    Catalogue::embedded()
        .expect("the words are complete")
        .words(locale)
}

fn frame(language: &str, institution: &str, title: &str, labels: FrameLabels) -> Frame {
    Frame {
        language: language.into(),
        institution: institution.into(),
        case_number: "IP-2026-003382".into(),
        title: title.into(),
        banner: None,
        made_at: "2026-08-14T10:00:00Z".parse().expect("a time"),
        labels,
    }
}

fn party(role: &str, name: &str, lines: &[&str]) -> Party {
    Party {
        name: name.into(),
        role: role.into(),
        lines: lines.iter().map(|&line| line.into()).collect(),
    }
}

fn record(words: &Words, statement: &str) -> Record {
    Record {
        title: words.t("documents-record-title").into(),
        statement: statement.into(),
        digest: DIGEST.into(),
        address: "https://redress.example/verify".into(),
    }
}
