//! Formatted text, from the small part of Markdown that people may write: paragraphs, emphasis, lists, quotations.
//!
//! The result is plain data, so the same parse serves a document and anything else that shows the text. HTML has no
//! meaning here and stands as the characters that were typed: in a decision nothing may vanish.

#[cfg(test)]
mod tests;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use serde::Serialize;

/// Containers deeper than this are laid flat, so that no text can make the layout recurse without end.
const MAX_DEPTH: usize = 8;

/// A block of formatted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph
    Paragraph {
        /// Its words
        spans: Vec<Span>,
    },
    /// A heading inside a text; all levels look alike
    Heading {
        /// Its words
        spans: Vec<Span>,
    },
    /// A quotation
    Quote {
        /// What is quoted
        blocks: Vec<Block>,
    },
    /// Text whose lines are kept as they are
    Code {
        /// The text
        text: String,
    },
    /// A list
    List {
        /// Number of the first item; none for a list with bullets
        start: Option<u64>,
        /// The items
        items: Vec<Vec<Block>>,
    },
    /// A line between passages
    Rule,
}

/// Words of one style.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Span {
    /// Words
    Text {
        /// The words
        text: String,
        /// Bold
        strong: bool,
        /// Italic, where the script has it
        emphasis: bool,
        /// To be copied exactly, such as an order number
        code: bool,
    },
    /// The line ends here
    Break,
}

/// Reads formatted text.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut builder = Builder {
        blocks: vec![Vec::new()],
        ..Builder::default()
    };
    for event in Parser::new(markdown) {
        builder.take(event);
    }
    builder.finish()
}

/// Text without formatting, as it was typed: empty lines part paragraphs, other line ends are kept.
pub fn plain(text: &str) -> Vec<Block> {
    let text = text.replace("\r\n", "\n");
    let paragraphs = text
        .split("\n\n")
        .map(|part| part.trim_matches('\n'))
        .filter(|part| !part.trim().is_empty());
    paragraphs
        .map(|part| {
            let mut spans = Vec::new();
            for (index, line) in part.split('\n').enumerate() {
                if index > 0 {
                    spans.push(Span::Break);
                }
                spans.push(Span::Text {
                    text: line.to_owned(),
                    strong: false,
                    emphasis: false,
                    code: false,
                });
            }
            Block::Paragraph { spans }
        })
        .collect()
}

enum Container {
    Quote,
    List(Option<u64>, Vec<Vec<Block>>),
    Item,
    Flat,
}

#[derive(Default)]
struct Builder {
    /// Blocks of the document, then of each open container.
    blocks: Vec<Vec<Block>>,
    open: Vec<Container>,
    spans: Vec<Span>,
    strong: u32,
    emphasis: u32,
    code_block: Option<String>,
    /// Addresses of open links, with the words shown for them so far.
    links: Vec<(String, String)>,
    line_end: Option<LineEnd>,
}

/// A line end that becomes something only when more words follow.
enum LineEnd {
    Soft,
    Kept,
}

impl Builder {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.text(&text, false)
            }
            Event::Code(text) => self.text(&text, true),
            Event::SoftBreak => self.line_end = Some(LineEnd::Soft),
            Event::HardBreak => self.spans.push(Span::Break),
            Event::Rule => {
                self.end_paragraph();
                self.push(Block::Rule);
            }
            // Not switched on in the parser.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text(&text, false);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.links.push((dest_url.into_string(), String::new()));
            }
            Tag::CodeBlock(_) => {
                self.end_paragraph();
                self.code_block = Some(String::new());
            }
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::List(start) => self.enter(Container::List(start, Vec::new())),
            Tag::Item => self.enter(Container::Item),
            _ => self.end_paragraph(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link | TagEnd::Image => self.end_link(),
            TagEnd::CodeBlock => {
                if let Some(text) = self.code_block.take() {
                    self.push(Block::Code {
                        text: text.trim_end().to_owned(),
                    });
                }
            }
            TagEnd::Heading(_) => {
                let spans = self.take_spans();
                if !spans.is_empty() {
                    self.push(Block::Heading { spans });
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.leave(),
            _ => self.end_paragraph(),
        }
    }

    fn enter(&mut self, container: Container) {
        self.end_paragraph();
        let deep = self.open.len() >= MAX_DEPTH;
        // An item belongs to its list: both are flat or neither is.
        let in_flat_list = matches!(container, Container::Item)
            && matches!(self.open.last(), Some(Container::Flat));
        let is_item_of_list = matches!(container, Container::Item) && !in_flat_list;
        self.open
            .push(if (deep && !is_item_of_list) || in_flat_list {
                Container::Flat
            } else {
                container
            });
        self.blocks.push(Vec::new());
    }

    fn leave(&mut self) {
        self.end_paragraph();
        let (Some(container), Some(inner)) = (self.open.pop(), self.blocks.pop()) else {
            return;
        };
        match container {
            Container::Quote => self.push(Block::Quote { blocks: inner }),
            Container::List(start, items) => self.push(Block::List { start, items }),
            Container::Flat => self.current().extend(inner),
            Container::Item => {
                if let Some(Container::List(_, items)) = self.open.last_mut() {
                    items.push(inner);
                }
            }
        }
    }

    fn text(&mut self, text: &str, code: bool) {
        if let Some(block) = &mut self.code_block {
            block.push_str(text);
            return;
        }
        if let Some((_, shown)) = self.links.last_mut() {
            shown.push_str(text);
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.line_end = Some(LineEnd::Kept);
            }
            if !line.is_empty() {
                self.line(line, code);
            }
        }
    }

    fn line(&mut self, line: &str, code: bool) {
        match self.line_end.take() {
            Some(LineEnd::Kept) => self.spans.push(Span::Break),
            Some(LineEnd::Soft) => self.join(line),
            None => {}
        }
        let (strong, emphasis) = (self.strong > 0, self.emphasis > 0);
        match self.spans.last_mut() {
            Some(Span::Text {
                text,
                strong: s,
                emphasis: e,
                code: c,
            }) if (*s, *e, *c) == (strong, emphasis, code) => {
                text.push_str(line);
            }
            _ => self.spans.push(Span::Text {
                text: line.to_owned(),
                strong,
                emphasis,
                code,
            }),
        }
    }

    /// A line end inside a paragraph is a space, but not between two Chinese or Japanese characters.
    fn join(&mut self, next: &str) {
        let before = match self.spans.last() {
            Some(Span::Text { text, .. }) => text.chars().next_back(),
            _ => None,
        };
        let tight = |c: Option<char>| c.is_some_and(writes_without_spaces);
        if !(tight(before) && tight(next.chars().next()))
            && let Some(Span::Text { text, .. }) = self.spans.last_mut()
        {
            text.push(' ');
        }
    }

    /// A link shows where it leads, since paper cannot be clicked.
    fn end_link(&mut self) {
        let Some((address, shown)) = self.links.pop() else {
            return;
        };
        if shown.is_empty() {
            self.text(&address, false);
        } else if !shown.contains(&address) {
            self.text(&format!(" ({address})"), false);
        }
    }

    fn end_paragraph(&mut self) {
        let spans = self.take_spans();
        if !spans.is_empty() {
            self.push(Block::Paragraph { spans });
        }
    }

    fn take_spans(&mut self) -> Vec<Span> {
        self.line_end = None;
        std::mem::take(&mut self.spans)
    }

    fn push(&mut self, block: Block) {
        self.current().push(block);
    }

    /// Where blocks go now: the innermost open container, or the document.
    fn current(&mut self) -> &mut Vec<Block> {
        let last = self.blocks.len().saturating_sub(1);
        if self.blocks.is_empty() {
            self.blocks.push(Vec::new());
        }
        &mut self.blocks[last]
    }

    fn finish(mut self) -> Vec<Block> {
        self.end_paragraph();
        while !self.open.is_empty() {
            self.leave();
        }
        self.blocks.into_iter().next().unwrap_or_default()
    }
}

fn writes_without_spaces(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}
