//! The parts of which a letter is put together. The text and the HTML are two writings of one list
//! of parts, so they say the same.

use askama::Template;

/// One part of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// what the next parts are about
    Heading(String),
    /// a paragraph
    Text(String),
    /// a date with its zone, what is left of it and how it was counted
    Due {
        when: String,
        datetime: String,
        zone: String,
        left: String,
        counted: Option<String>,
    },
    /// names of listings
    Listings {
        heading: String,
        items: Vec<String>,
        more: Option<String>,
    },
    /// words of a person, marked so that they cannot pass for ours
    Quote {
        heading: String,
        lines: Vec<String>,
        cut: Option<String>,
    },
    /// what the link leads to, and the link
    Button {
        label: String,
        address: String,
        copy: String,
    },
    /// the same once the link was removed
    NoButton { label: String, removed: String },
    /// the last line
    Foot(String),
}

/// The letter in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Version {
    pub lang: &'static str,
    pub dir: &'static str,
    /// says that the same follows in another language
    pub divider: Option<String>,
    pub case: Option<String>,
    pub title: String,
    pub greeting: String,
    pub parts: Vec<Part>,
}

#[derive(Template)]
#[template(path = "letters/letter.txt")]
pub(super) struct LetterText<'a> {
    pub versions: &'a [Version],
}

#[derive(Template)]
#[template(path = "letters/letter.html")]
pub(super) struct LetterHtml<'a> {
    pub subject: &'a str,
    pub lang: &'a str,
    pub dir: &'a str,
    pub versions: &'a [Version],
}

/// Words of strangers without addresses: a letter of ours must not lead people to theirs.
pub(super) fn without_links(text: &str, instead: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_graphic()) {
        let (before, run) = rest.split_at(start);
        let end = run
            .find(|c: char| !c.is_ascii_graphic())
            .unwrap_or(run.len());
        let (word, after) = run.split_at(end);
        clean.push_str(before);
        clean.push_str(if is_link(word) { instead } else { word });
        rest = after;
    }
    clean.push_str(rest);
    clean
}

/// `scheme://…`, `www.…` or `host.tld/…`: what mail programs turn into a link.
fn is_link(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    if word.contains("://")
        || word
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("www."))
    {
        return true;
    }
    let Some((host, _)) = word.split_once('/') else {
        return false;
    };
    let is_host = host
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b".-:".contains(&b));
    let top = host
        .split(':')
        .next()
        .and_then(|name| name.rsplit_once('.'))
        .map_or("", |(_, top)| top);
    is_host && top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Lines of a person's words: control characters gone, at most `max` characters in all.
pub(super) fn quoted_lines(text: &str, max: usize) -> (Vec<String>, bool) {
    let clean: String = text
        .chars()
        .filter(|c| *c == '\n' || !c.is_control())
        .collect();
    let clean = clean.trim();
    let (kept, cut) = match clean.char_indices().nth(max) {
        Some((at, _)) => (clean.get(..at).unwrap_or(clean), true),
        None => (clean, false),
    };
    (
        kept.lines()
            .map(|line| line.trim_end().to_owned())
            .collect(),
        cut,
    )
}
