//! Which characters a document's texts hold, and what becomes of those that cannot be printed.

use crate::documents::request::hides;
use serde_json::Value;
use std::collections::BTreeSet;

/// What a character needs in order to be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// a glyph of a font
    Glyph,
    /// nothing: it only guides the layout
    Layout,
    /// it must not stand in a document
    Forbidden,
}

/// Sorts a character.
pub(super) fn sort(c: char) -> Sort {
    match c {
        '\n' | '\r' | '\t' => Sort::Layout,
        // Soft hyphen, joiners, direction marks, first-strong isolate and its end, word joiner, variation selectors,
        // byte order mark.
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{061C}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2060}'
        | '\u{2068}'
        | '\u{2069}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => Sort::Layout,
        c if c.is_control() || hides(c) => Sort::Forbidden,
        _ => Sort::Glyph,
    }
}

/// Adds the characters of all strings of `data` to `used`. Names of fields are ours and are left out.
pub(super) fn collect(data: &Value, used: &mut BTreeSet<char>) {
    match data {
        Value::String(text) => used.extend(text.chars()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, used)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, used)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Writes characters of `missing` by their numbers and drops those that only guide the layout on a screen. Tells the
/// template in `escaped` whether there were any of the former.
pub(super) fn prepare(data: &mut Value, missing: &BTreeSet<char>) {
    rewrite(data, missing);
    if let Value::Object(fields) = data {
        fields.insert("escaped".to_owned(), Value::Bool(!missing.is_empty()));
    }
}

fn rewrite(data: &mut Value, missing: &BTreeSet<char>) {
    match data {
        Value::String(text)
            if text
                .chars()
                .any(|c| missing.contains(&c) || is_rewritten(c)) =>
        {
            *text = rewritten(text, missing);
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rewrite(item, missing)),
        Value::Object(fields) => fields
            .values_mut()
            .for_each(|value| rewrite(value, missing)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn is_rewritten(c: char) -> bool {
    matches!(
        c,
        '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    )
}

fn rewritten(text: &str, missing: &BTreeSet<char>) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if missing.contains(&c) => out.push_str(&format!("[U+{:04X}]", u32::from(c))),
            '\t' => out.push(' '),
            '\u{2028}' | '\u{2029}' => out.push('\n'),
            c if is_rewritten(c) => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn characters_are_found_in_values_at_any_depth_but_not_in_names() {
        let mut used = BTreeSet::new();
        collect(&json!({"é": [{"text": "aβ"}, "中", 1, null]}), &mut used);
        assert_eq!(used.into_iter().collect::<String>(), "aβ中");
    }

    #[test]
    fn missing_characters_are_written_by_their_numbers() {
        let mut data = json!({"a": ["fine", "hi 😀\u{FE0F}!"], "b": "x\r\ny\tz"});
        prepare(&mut data, &BTreeSet::from(['😀']));
        assert_eq!(
            data,
            json!({"a": ["fine", "hi [U+1F600]!"], "b": "x\ny z", "escaped": true})
        );
    }

    #[test]
    fn overrides_and_control_characters_may_not_stand_in_a_document() {
        for c in ['\u{202E}', '\u{7}', '\0', '\u{2067}'] {
            assert_eq!(sort(c), Sort::Forbidden);
        }
        for c in ['\n', '\u{200F}', '\u{2068}'] {
            assert_eq!(sort(c), Sort::Layout);
        }
        assert_eq!(sort('中'), Sort::Glyph);
    }
}
