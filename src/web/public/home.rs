//! The front door: three ways in, what people can count on, and a deadline counted this minute.

use crate::domain::procedures::{Changes, count_clock};
use crate::i18n::Words;
use crate::urls;
use crate::web::errors::PageResult;
use crate::web::page::{Page, html};
use crate::web::session::Visitor;
use crate::web::words;
use askama::Template;
use jiff::Timestamp;

/// The procedure and clock of the example: the rights holder's 15 days (E-Commerce Law, article 43).
const EXAMPLE: (&str, &str) = ("cn-ecl-ip", "holder");

#[derive(Template)]
#[template(path = "public/home.html")]
struct HomePage {
    page: Page,
    example: Option<Example>,
}

/// A deadline as both sides of a case would read it.
struct Example {
    due: Timestamp,
    consequence: String,
    lines: Vec<String>,
    rule: String,
    href: String,
}

/// `GET /`
pub async fn show(visitor: Visitor) -> PageResult {
    let page = visitor.page();
    let example = example(&visitor, &page.words);
    html(&HomePage { page, example })
}

/// Counted with the pack and calendars that run the cases; left out where they cannot count it.
fn example(visitor: &Visitor, words: &Words) -> Option<Example> {
    let (pack, clock) = EXAMPLE;
    let pack = visitor.app.pack(pack)?;
    let calendars = &visitor.app.calendars;
    let counted = count_clock(
        &pack,
        clock,
        visitor.app.now(),
        calendars,
        &visitor.app.settings(pack.id()),
        &Changes::default(),
    )
    .ok()?;
    let source = pack
        .clock(clock)?
        .cite
        .first()
        .and_then(|key| pack.source(key))?;
    Some(Example {
        due: counted.due_at,
        consequence: words::clock_silence(words, clock),
        lines: words::derivation_lines(words, &counted.derivation),
        rule: words.with1(
            "public-home-example-rule",
            "law",
            words::law(words, &pack, source),
        ),
        href: urls::procedure(pack.id()),
    })
}
