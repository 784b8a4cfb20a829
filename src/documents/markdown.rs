//! Formatted text, from the small part of Markdown that people may write: paragraphs, emphasis, lists, quotations.
//!
//! The result is plain data, so the same parse serves a document and anything else that shows the text. HTML has no
//! meaning here and stands as the characters that were typed: in a decision nothing may vanish.

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
    let mut builder = Builder::default();
    for event in Parser::new(markdown) {
        builder.take(event);
    }
    builder.finish()
}

/// Text without formatting, as it was typed: empty lines part paragraphs, other line ends are kept.
pub fn plain(text: &str) -> Vec<Block> {
    let text = text.replace("\r\n", "\n");
    let paragraphs = text.split("\n\n").map(|part| part.trim_matches('\n')).filter(|part| !part.trim().is_empty());
    paragraphs
        .map(|part| {
            let mut spans = Vec::new();
            for (index, line) in part.split('\n').enumerate() {
                if index > 0 {
                    spans.push(Span::Break);
                }
                spans.push(Span::Text { text: line.to_owned(), strong: false, emphasis: false, code: false });
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
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text, false),
            Event::Code(text) => self.text(&text, true),
            Event::SoftBreak => self.line_end = Some(LineEnd::Soft),
            Event::HardBreak => self.spans.push(Span::Break),
            Event::Rule => self.push(Block::Rule),
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
                    self.push(Block::Code { text: text.trim_end().to_owned() });
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
        let in_flat_list = matches!(container, Container::Item) && matches!(self.open.last(), Some(Container::Flat));
        let is_item_of_list = matches!(container, Container::Item) && !in_flat_list;
        self.open.push(if (deep && !is_item_of_list) || in_flat_list { Container::Flat } else { container });
        self.blocks.push(Vec::new());
    }

    fn leave(&mut self) {
        self.end_paragraph();
        let (Some(container), Some(inner)) = (self.open.pop(), self.blocks.pop()) else { return };
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
            Some(Span::Text { text, strong: s, emphasis: e, code: c }) if (*s, *e, *c) == (strong, emphasis, code) => {
                text.push_str(line);
            }
            _ => self.spans.push(Span::Text { text: line.to_owned(), strong, emphasis, code }),
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
        let Some((address, shown)) = self.links.pop() else { return };
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
        self.end_paragraph_before(&block);
        self.current().push(block);
    }

    fn end_paragraph_before(&mut self, block: &Block) {
        if !matches!(block, Block::Paragraph { .. } | Block::Heading { .. }) {
            self.end_paragraph();
        }
    }

    fn current(&mut self) -> &mut Vec<Block> {
        if self.blocks.is_empty() {
            self.blocks.push(Vec::new());
        }
        let last = self.blocks.len() - 1;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Span {
        Span::Text { text: words.into(), strong: false, emphasis: false, code: false }
    }

    fn paragraph(words: &str) -> Block {
        Block::Paragraph { spans: vec![text(words)] }
    }

    #[test]
    fn paragraphs_emphasis_and_lists_are_read() {
        let read = blocks("The seller *knew* of **Exhibit C-2**.\n\n1. first\n2. second\n   - inner\n\nEnd.");
        let Block::Paragraph { spans } = &read[0] else { panic!("{read:?}") };
        assert_eq!(spans[1], Span::Text { text: "knew".into(), strong: false, emphasis: true, code: false });
        assert_eq!(spans[3], Span::Text { text: "Exhibit C-2".into(), strong: true, emphasis: false, code: false });
        let inner = Block::List { start: None, items: vec![vec![paragraph("inner")]] };
        let items = vec![vec![paragraph("first")], vec![paragraph("second"), inner]];
        assert_eq!(read[1], Block::List { start: Some(1), items });
        assert_eq!(read[2], paragraph("End."));
    }

    #[test]
    fn html_stands_as_it_was_typed() {
        assert_eq!(blocks("a <b>bold</b> word"), vec![paragraph("a <b>bold</b> word")]);
        let read = blocks("<script>\nalert(1)\n</script>");
        let spans = vec![text("<script>"), Span::Break, text("alert(1)"), Span::Break, text("</script>")];
        assert_eq!(read, vec![Block::Paragraph { spans }]);
    }

    #[test]
    fn a_link_shows_its_address() {
        assert_eq!(
            blocks("[listing](https://shop.example/1) and <https://b.example/>"),
            vec![paragraph("listing (https://shop.example/1) and https://b.example/")]
        );
    }

    #[test]
    fn a_line_end_is_a_space_except_between_chinese_characters() {
        assert_eq!(blocks("one\ntwo"), vec![paragraph("one two")]);
        assert_eq!(blocks("申请人\n主张"), vec![paragraph("申请人主张")]);
        assert_eq!(blocks("申请人\nLumen"), vec![paragraph("申请人 Lumen")]);
    }

    #[test]
    fn deep_nesting_is_laid_flat_and_loses_no_words() {
        let quotes = format!("{} deep", ">".repeat(500));
        let lists = (0..60).map(|depth| format!("{}- level {depth}\n", "  ".repeat(depth))).collect::<String>();
        for (source, wanted) in [(quotes, "deep"), (lists, "level 59")] {
            let read = blocks(&source);
            let json = serde_json::to_value(&read).expect("serialises");
            assert!(json.to_string().contains(wanted));
            assert!(depth(&json) < 60, "{}", depth(&json));
        }
    }

    #[test]
    fn plain_text_keeps_its_lines_and_signs() {
        let spans = vec![text("*not* bold"), Span::Break, text("# no heading")];
        assert_eq!(plain("*not* bold\r\n# no heading\n\n\nnext"), vec![Block::Paragraph { spans }, paragraph("next")]);
    }

    fn depth(value: &serde_json::Value) -> usize {
        match value {
            serde_json::Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
            serde_json::Value::Object(fields) => 1 + fields.values().map(depth).max().unwrap_or(0),
            _ => 0,
        }
    }
}
