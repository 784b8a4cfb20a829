//! How formatted text is read.

use super::*;

fn text(words: &str) -> Span {
    Span::Text {
        text: words.into(),
        strong: false,
        emphasis: false,
        code: false,
    }
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph {
        spans: vec![text(words)],
    }
}

#[test]
fn paragraphs_emphasis_and_lists_are_read() {
    let read =
        blocks("The seller *knew* of **Exhibit C-2**.\n\n1. first\n2. second\n   - inner\n\nEnd.");
    let Block::Paragraph { spans } = &read[0] else {
        panic!("{read:?}")
    };
    assert_eq!(
        spans[1],
        Span::Text {
            text: "knew".into(),
            strong: false,
            emphasis: true,
            code: false
        }
    );
    assert_eq!(
        spans[3],
        Span::Text {
            text: "Exhibit C-2".into(),
            strong: true,
            emphasis: false,
            code: false
        }
    );
    let inner = Block::List {
        start: None,
        items: vec![vec![paragraph("inner")]],
    };
    let items = vec![vec![paragraph("first")], vec![paragraph("second"), inner]];
    assert_eq!(
        read[1],
        Block::List {
            start: Some(1),
            items
        }
    );
    assert_eq!(read[2], paragraph("End."));
}

#[test]
fn a_text_may_begin_with_a_list_and_hold_a_line_between_passages() {
    let item = |words| vec![paragraph(words)];
    let list = Block::List {
        start: None,
        items: vec![item("a"), item("b")],
    };
    assert_eq!(
        blocks("- a\n- b\n\n---\nend"),
        vec![list, Block::Rule, paragraph("end")]
    );
    let nested = Block::List {
        start: None,
        items: vec![vec![paragraph("a"), Block::Rule]],
    };
    assert_eq!(blocks("- a\n  ***"), vec![nested]);
}

#[test]
fn html_stands_as_it_was_typed() {
    assert_eq!(
        blocks("a <b>bold</b> word"),
        vec![paragraph("a <b>bold</b> word")]
    );
    let read = blocks("<script>\nalert(1)\n</script>");
    let spans = vec![
        text("<script>"),
        Span::Break,
        text("alert(1)"),
        Span::Break,
        text("</script>"),
    ];
    assert_eq!(read, vec![Block::Paragraph { spans }]);
}

#[test]
fn a_link_shows_its_address() {
    assert_eq!(
        blocks("[listing](https://shop.example/1) and <https://b.example/>"),
        vec![paragraph(
            "listing (https://shop.example/1) and https://b.example/"
        )]
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
    let lists = (0..60)
        .map(|depth| format!("{}- level {depth}\n", "  ".repeat(depth)))
        .collect::<String>();
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
    assert_eq!(
        plain("*not* bold\r\n# no heading\n\n\nnext"),
        vec![Block::Paragraph { spans }, paragraph("next")]
    );
}

fn depth(value: &serde_json::Value) -> usize {
    match value {
        serde_json::Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        serde_json::Value::Object(fields) => 1 + fields.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}
