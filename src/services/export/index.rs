//! The page of the package that lists what is in it; reads and prints without anything else.

use super::record;
use super::{Kept, Made};
use crate::services::telling::Reading;
use crate::storage::docket::DocketRow;

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The page stands in `data`.
fn line(path: &str, about: &str) -> String {
    let name = path.strip_prefix("data/").unwrap_or(path);
    let href = name
        .split('/')
        .map(crate::urls::encoded)
        .collect::<Vec<_>>()
        .join("/");
    let about = if about.is_empty() {
        String::new()
    } else {
        format!(" <bdi>{}</bdi>", escaped(about))
    };
    format!(
        "<li><a href=\"{}\"><bdi>{}</bdi></a>{about}</li>\n",
        escaped(&href),
        escaped(name)
    )
}

/// The record in words, an item an entry.
fn told(reading: &Reading<'_>, rows: &[DocketRow]) -> String {
    let entries = record::lines(reading, rows).into_iter();
    let entries = entries.map(|entry| {
        let more: String = [entry.detail, entry.attached.join(", "), entry.rule]
            .iter()
            .filter(|text| !text.trim().is_empty())
            .map(|text| format!("<p class=\"pre\">{}</p>", escaped(text)))
            .collect();
        format!(
            "<li value=\"{}\"><strong>{}</strong><br>{}, <bdi>{}</bdi>{more}</li>\n",
            escaped(&entry.number),
            escaped(&entry.what),
            escaped(&entry.when),
            escaped(&entry.who),
        )
    });
    format!("<ol>\n{}</ol>\n", entries.collect::<String>())
}

/// The page: what is in the file, and the record to be read.
pub(super) fn page(
    reading: &Reading<'_>,
    rows: &[DocketRow],
    made: &[Made],
    kept: &[Kept],
) -> Made {
    let Reading {
        file, actor, words, ..
    } = *reading;
    let (claimant, respondent) = file.sides_for(actor.party);
    let is_in = |folder: &'static str| move |path: &str| path.starts_with(folder);
    let made_lines = |is_in: &dyn Fn(&str) -> bool| -> String {
        let here = made.iter().filter(|made| is_in(&made.path));
        here.map(|made| line(&made.path, &made.about)).collect()
    };
    let kept_lines = |is_in: &dyn Fn(&str) -> bool| -> String {
        let here = kept.iter().filter(|kept| is_in(&kept.listed.file));
        here.map(|kept| {
            let about = format!("{} ({})", kept.about, kept.listed.name);
            line(&kept.listed.file, &about)
        })
        .collect()
    };
    let record = |path: &str| path.starts_with("data/docket");
    let sections: String = [
        ("documents-title-record", made_lines(&record)),
        ("case-part-evidence", kept_lines(&is_in("data/evidence/"))),
        ("case-part-decision", kept_lines(&is_in("data/decisions/"))),
        (
            "documents-title-agreement",
            made_lines(&is_in("data/agreements/")),
        ),
        ("mandates-letters-own", made_lines(&is_in("data/letters/"))),
    ]
    .into_iter()
    .filter(|(_, lines)| !lines.is_empty())
    .map(|(key, lines)| format!("<h2>{}</h2>\n<ul>\n{lines}</ul>\n", escaped(words.t(key))))
    .collect();
    let html = format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{number}</title><style>body{{font:1rem/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}}code{{overflow-wrap:anywhere}}li{{margin:.25rem 0}}ol li{{margin:.75rem 0;break-inside:avoid}}.pre{{white-space:pre-line;margin:.25rem 0}}@media print{{body{{margin:0}}}}</style></head>\n<body><h1>{number}</h1><p><bdi>{}</bdi> {versus} <bdi>{}</bdi></p><p>{}</p><p><code>bash verify.sh</code></p>\n{sections}<h2>{entries}</h2>\n<p>UTC</p>\n{told}<p><a href=\"README.txt\">README.txt</a></p></body></html>\n",
        words.locale.tag(),
        words.locale.dir(),
        escaped(&claimant),
        escaped(&respondent),
        escaped(words.t("export-check")),
        number = file.number,
        versus = escaped(words.t("case-versus")),
        entries = escaped(words.t("documents-entries")),
        told = told(reading, rows),
    );
    Made::new("data/index.html", html)
}
