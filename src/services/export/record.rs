//! The record of a case, as recorded and to be read, for one reader.

use crate::documents::{
    DocketDocument, DocketEntry, DocketLabels, Exhibit as ExhibitLine, Fact, Frame, FrameLabels,
    Record,
};
use crate::domain::access::sees_exhibit;
use crate::domain::cases::CaseFile;
use crate::domain::docket::Entry;
use crate::domain::evidence::Exhibit;
use crate::domain::parties::Actor;
use crate::i18n::{Words, dates, said};
use crate::services::telling::{Extent, Reading};
use crate::startup::App;
use crate::storage::docket::DocketRow;
use jiff::tz::TimeZone;

pub(super) fn lines(reading: &Reading<'_>, rows: &[DocketRow]) -> Vec<DocketEntry> {
    rows.iter()
        .map(|row| {
            let entry: Option<Entry> = serde_json::from_str(&row.entry.0).ok();
            let told = entry.as_ref().map(|e| reading.tell(e, Extent::Whole));
            let words = reading.words;
            let role = said::said(words, "role", &row.actor_role);
            let is_withheld = told.as_ref().is_none_or(|told| told.is_withheld);
            DocketEntry {
                number: row.no.to_string(),
                when: dates::full(words, row.at, reading.zone),
                who: if row.actor_name.is_empty() || is_withheld {
                    role
                } else {
                    format!("{}, {role}", row.actor_name)
                },
                what: told
                    .as_ref()
                    .map_or_else(|| said::act(words, &row.act, ""), |told| told.title.clone()),
                detail: told.as_ref().map_or_else(
                    || words.t("case-entry-withheld").to_owned(),
                    |told| told.body.join("\n"),
                ),
                attached: told
                    .iter()
                    .flat_map(|told| &told.exhibits)
                    .map(|exhibit| format!("{} {}", exhibit.label, exhibit.title))
                    .collect(),
                rule: told.map(|told| told.cites.join(", ")).unwrap_or_default(),
                digest: row.hash.clone(),
            }
        })
        .collect()
}

pub(super) fn document(app: &App, reading: &Reading<'_>, rows: &[DocketRow]) -> DocketDocument {
    let Reading {
        file, actor, words, ..
    } = *reading;
    let (claimant, respondent) = file.sides_for(actor.party);
    DocketDocument {
        frame: Frame {
            language: words.locale.tag().to_owned(),
            institution: app.config.product.name.clone(),
            case_number: file.number.to_string(),
            title: words.t("documents-title-record").to_owned(),
            banner: app
                .config
                .is_demo()
                .then(|| words.t("documents-banner-demo").to_owned()),
            made_at: file.updated_at,
            labels: FrameLabels::in_words(words),
        },
        subtitle: format!("{claimant} {} {respondent}", words.t("case-versus")),
        facts: vec![
            Fact::new(
                words.t("documents-fact-printed-for"),
                if actor.name.is_empty() {
                    said::role(words, actor.role)
                } else {
                    actor.name.clone()
                },
            ),
            // The same state makes the same bytes.
            Fact::new(
                words.t("documents-fact-printed-at"),
                dates::full(words, file.updated_at, &TimeZone::UTC),
            ),
            Fact::new(words.t("documents-fact-zone"), "UTC"),
        ],
        entries: lines(reading, rows),
        exhibits: exhibits(file, actor, words),
        record: Record {
            title: words.t("documents-record-title").to_owned(),
            statement: words.with2(
                "documents-record-statement",
                "number",
                file.number.as_str(),
                "entries",
                i64::try_from(file.version).unwrap_or(i64::MAX),
            ),
            digest: rows.last().map(|r| r.hash.clone()).unwrap_or_default(),
            address: app.urls.absolute(&crate::urls::timeline(&file.number)),
        },
        labels: DocketLabels::in_words(words),
    }
}

pub(super) fn text(reading: &Reading<'_>, rows: &[DocketRow]) -> String {
    lines(reading, rows)
        .iter()
        .map(|e| {
            format!(
                "{}  {}  {}  {}  {}\n    {}\n",
                e.number, e.when, e.who, e.what, e.detail, e.digest
            )
        })
        .collect()
}

fn exhibits(file: &CaseFile, actor: &Actor, words: &Words) -> Vec<ExhibitLine> {
    file.exhibits
        .iter()
        .filter(|e| sees_exhibit(file, actor, e))
        .map(|e| ExhibitLine {
            number: e.label.to_string(),
            title: title_of(e, words),
            from: e
                .party
                .and_then(|no| file.party(no))
                .map_or_else(|| e.filed_by.clone(), |p| p.name.clone()),
            date: dates::day(words, dates::date_of(e.filed_at, &TimeZone::UTC)),
            digest: e.file.digest.clone(),
        })
        .collect()
}

/// What an exhibit is called, with the word for a withdrawn one.
pub(super) fn title_of(exhibit: &Exhibit, words: &Words) -> String {
    match &exhibit.withdrawn {
        Some(_) => format!("{} ({})", exhibit.title, words.t("evidence-withdrawn")),
        None => exhibit.title.clone(),
    }
}
