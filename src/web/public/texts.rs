//! Pages of text: how it works, help, accessibility, privacy, terms. All words come from the
//! catalogue; a message of several lines becomes paragraphs, and lines that begin with "- " a list.

use crate::urls;
use crate::web::errors::PageResult;
use crate::web::page::{Page, Place, html};
use crate::web::session::Visitor;
use askama::Template;

/// A paragraph, or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Whether its lines are the items of a list
    pub is_list: bool,
    /// Lines of text
    pub lines: Vec<String>,
}

/// A heading with what stands under it.
struct Section {
    id: &'static str,
    title: String,
    blocks: Vec<Block>,
    more: String,
}

#[derive(Template)]
#[template(path = "public/how.html")]
struct HowPage {
    page: Page,
    sides: Vec<Section>,
}

#[derive(Template)]
#[template(path = "public/text.html")]
struct TextPage {
    page: Page,
    title: String,
    lead: String,
    sections: Vec<Section>,
    words: Vec<(String, String)>,
    has_contact: bool,
}

/// Splits a message into paragraphs and lists.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (is_list, line) = match line.strip_prefix("- ") {
            Some(item) => (true, item),
            None => (false, line),
        };
        match blocks.last_mut() {
            Some(last) if is_list && last.is_list => last.lines.push(line.to_owned()),
            _ => blocks.push(Block {
                is_list,
                lines: vec![line.to_owned()],
            }),
        }
    }
    blocks
}

/// `GET /how-it-works`
pub async fn how_it_works(visitor: Visitor) -> PageResult {
    let page = visitor.page();
    let side = |id: &'static str| Section {
        id,
        title: page.t(&format!("public-how-{id}")).to_owned(),
        blocks: blocks(page.t(&format!("public-how-{id}-steps"))),
        more: page.t(&format!("public-how-{id}-more")).to_owned(),
    };
    let sides = [
        "rights-holder",
        "seller",
        "consumer",
        "marketplace",
        "arbitrator",
    ]
    .into_iter()
    .map(side)
    .collect();
    html(&HowPage { page, sides })
}

/// `GET /help`
pub async fn help(visitor: Visitor) -> PageResult {
    let situations = [
        "received", "missed", "upload", "wrong", "lawyer", "language", "letters",
    ];
    let mut page = text(visitor.page().at(Place::Help), "help", &situations);
    page.words = [
        "claimant",
        "respondent",
        "notice",
        "counter",
        "measure",
        "exhibit",
        "case-manager",
        "arbitrator",
        "record",
    ]
    .into_iter()
    .map(|word| {
        let key = format!("public-help-word-{word}");
        (
            page.page.t(&key).to_owned(),
            page.page.t(&format!("{key}-text")).to_owned(),
        )
    })
    .collect();
    page.has_contact = true;
    html(&page)
}

/// `GET /accessibility`
pub async fn accessibility(visitor: Visitor) -> PageResult {
    let mut page = text(visitor.page(), "access", &["aim", "known", "report"]);
    page.has_contact = true;
    html(&page)
}

/// `GET /privacy`
pub async fn privacy(visitor: Visitor) -> PageResult {
    let mut page = text(
        visitor.page(),
        "privacy",
        &["what", "cookies", "who", "long", "rights"],
    );
    page.has_contact = true;
    html(&page)
}

/// `GET /terms`
pub async fn terms(visitor: Visitor) -> PageResult {
    html(&text(
        visitor.page(),
        "terms",
        &["is", "you", "wrong", "record", "outage"],
    ))
}

fn text(page: Page, name: &str, sections: &[&'static str]) -> TextPage {
    let section = |id: &&'static str| Section {
        id,
        title: page.t(&format!("public-{name}-{id}-title")).to_owned(),
        blocks: blocks(page.t(&format!("public-{name}-{id}-text"))),
        more: String::new(),
    };
    TextPage {
        title: page.t(&format!("public-{name}-title")).to_owned(),
        lead: page.t(&format!("public-{name}-lead")).to_owned(),
        sections: sections.iter().map(section).collect(),
        words: Vec::new(),
        has_contact: false,
        page,
    }
}

impl TextPage {
    /// Nobody can be written to outside of a case.
    fn has_no_address(&self) -> bool {
        self.page.contact_email().is_empty() && self.page.contact_phone().is_empty()
    }

    /// The other statements, for the foot of each.
    fn others(&self) -> [(&'static str, &'static str); 4] {
        [
            (urls::accessibility(), "public-access-title"),
            (urls::privacy(), "public-privacy-title"),
            (urls::terms(), "public-terms-title"),
            (urls::help(), "public-help-title"),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_a_dash_become_one_list() {
        let found = blocks("First.\n- one\n- two\nLast.");
        let lists: Vec<bool> = found.iter().map(|block| block.is_list).collect();
        assert_eq!(lists, [false, true, false]);
        assert_eq!(found[1].lines, ["one", "two"]);
    }
}
