//! Formatted text on pages, as it stands in the documents: the same parse, set as HTML.

use crate::documents::markdown::{self, Block, Span};
use askama::Template;

#[derive(Template)]
#[template(path = "components/prose.html")]
struct Prose<'a> {
    blocks: &'a [Block],
}

#[derive(Template)]
#[template(path = "components/spans.html")]
struct Line<'a> {
    spans: &'a [Span],
}

impl<'a> Prose<'a> {
    fn of(blocks: &'a [Block]) -> Self {
        Self { blocks }
    }

    fn line(spans: &'a [Span]) -> Line<'a> {
        Line { spans }
    }
}

/// Formatted text as HTML in which all that was typed is escaped.
pub fn prose(text: &str) -> String {
    let blocks = markdown::blocks(text);
    // Writing into a string cannot fail.
    Prose::of(&blocks).render().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::prose;

    #[test]
    fn formatted_text_is_set_and_nothing_in_it_is_markup() {
        for (typed, set) in [
            ("One\n\ntwo **three**", "<p>One</p><p>two <b>three</b></p>"),
            (
                "- a\n- *b*",
                "<ul><li><p>a</p></li><li><p><em>b</em></p></li></ul>",
            ),
            (
                "3. c\n4. d",
                "<ol start=\"3\"><li><p>c</p></li><li><p>d</p></li></ol>",
            ),
            (
                "> said `x`",
                "<blockquote><p>said <code>x</code></p></blockquote>",
            ),
            (
                "<script>alert(1)</script> & [a](javascript:b)",
                "<p>&#60;script&#62;alert(1)&#60;/script&#62; &#38; [a](javascript:b)</p>",
            ),
        ] {
            assert_eq!(prose(typed), set, "{typed}");
        }
    }
}
