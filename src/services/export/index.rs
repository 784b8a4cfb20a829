//! The page of the package that lists what is in it; reads and prints without anything else.

use super::{Kept, Made};
use crate::domain::cases::CaseFile;
use crate::domain::parties::Actor;
use crate::i18n::Words;

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn line(name: &str, about: &str) -> String {
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

/// The page.
pub(super) fn page(
    file: &CaseFile,
    actor: &Actor,
    words: &Words,
    made: &[Made],
    kept: &[Kept],
) -> String {
    let (claimant, respondent) = file.sides_for(actor.party);
    let (letters, record): (Vec<&Made>, Vec<&Made>) =
        made.iter().partition(|m| m.name.starts_with("letters/"));
    let (agreements, record): (Vec<&Made>, Vec<&Made>) = record
        .into_iter()
        .partition(|m| m.name.starts_with("agreements/"));
    let (exhibits, decisions): (Vec<&Kept>, Vec<&Kept>) =
        kept.iter().partition(|k| k.name.starts_with("exhibits/"));
    let made_lines = |list: &[&Made]| list.iter().map(|m| line(&m.name, "")).collect::<String>();
    let kept_lines = |list: &[&Kept]| {
        list.iter()
            .map(|k| line(&k.name, &k.about))
            .collect::<String>()
    };
    let sections: String = [
        ("documents-title-record", made_lines(&record)),
        ("case-part-evidence", kept_lines(&exhibits)),
        ("case-part-decision", kept_lines(&decisions)),
        ("documents-title-agreement", made_lines(&agreements)),
        ("mandates-letters-own", made_lines(&letters)),
    ]
    .into_iter()
    .filter(|(_, lines)| !lines.is_empty())
    .map(|(key, lines)| format!("<h2>{}</h2>\n<ul>\n{lines}</ul>\n", escaped(words.t(key))))
    .collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{number}</title></head>\n<body><h1>{number}</h1><p><bdi>{}</bdi> {versus} <bdi>{}</bdi></p><p>{}</p><p><code>sha256sum -c SHA256SUMS</code></p>\n{sections}</body></html>\n",
        words.locale.tag(),
        words.locale.dir(),
        escaped(&claimant),
        escaped(&respondent),
        escaped(words.t("export-check")),
        number = file.number,
        versus = escaped(words.t("case-versus")),
    )
}
