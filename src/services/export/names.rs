//! Names of files that no system mistakes for something else.

/// Longest name, in bytes: file systems take 255, and a number stands before it.
const NAME_BYTES: usize = 180;

/// A name that no system mistakes for a path or a device, with its ending.
pub(super) fn safe_name(name: &str) -> String {
    let cleaned: String = name
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                '_'
            } else {
                c
            }
        })
        .collect();
    let cleaned = cleaned.trim_matches(['.', ' ']);
    // The end is kept: it says what the file is.
    let mut from = cleaned.len().saturating_sub(NAME_BYTES);
    while !cleaned.is_char_boundary(from) {
        from += 1;
    }
    let kept = cleaned[from..].trim_start_matches(['.', ' ']);
    if kept.is_empty() {
        "file".into()
    } else {
        kept.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::safe_name;

    #[test]
    fn names_cannot_leave_their_folder() {
        for (given, safe) in [
            ("../../etc/passwd", "_.._etc_passwd"),
            ("a/b\\c.pdf", "a_b_c.pdf"),
            ("", "file"),
            ("合同 1.pdf", "合同 1.pdf"),
            ("x\n.txt", "x_.txt"),
        ] {
            assert_eq!(safe_name(given), safe);
        }
        let long = safe_name(&format!("{}.pdf", "合同".repeat(100)));
        assert!(long.len() <= 180 && long.ends_with("合同.pdf"), "{long}");
    }
}
