//! Numbers, money, sizes and shares as people read them.

use super::Words;

/// A whole number with groups of three, in the reader's format: `1,204,550`.
pub fn number(words: &Words, value: i64) -> String {
    grouped(value, words.t("common-number-group"))
}

/// A sum with its code first: `USD 1,200.00`. `minor` counts the currency's smallest unit.
pub fn money(words: &Words, minor: i64, currency: &str) -> String {
    format!("{currency} {}", amount(words, minor, currency))
}

/// A sum without its code: `1,200.00`.
pub fn amount(words: &Words, minor: i64, currency: &str) -> String {
    let exponent = exponent(currency);
    let unit = 10_u64.pow(exponent);
    let magnitude = minor.unsigned_abs();
    let sign = if minor < 0 { "-" } else { "" };
    let whole = grouped_unsigned(magnitude / unit, words.t("common-number-group"));
    if exponent == 0 {
        return format!("{sign}{whole}");
    }
    let width = exponent as usize;
    format!(
        "{sign}{whole}{}{:0width$}",
        words.t("common-number-decimal"),
        magnitude % unit
    )
}

/// How many digits follow the point in a currency; 2 for a code that is not known.
pub fn exponent(currency: &str) -> u32 {
    iso_currency::Currency::from_code(currency)
        .and_then(|c| c.exponent())
        .map_or(2, u32::from)
}

/// A file size in decimal units: `84 kB`, `2.4 MB`.
pub fn size(words: &Words, bytes: u64) -> String {
    const STEPS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    for (unit, name) in STEPS {
        if bytes >= unit {
            // Tenths below ten, whole units above; cut, so that a limit never looks reached too early.
            let tenths = bytes.saturating_mul(10) / unit;
            let whole = grouped_unsigned(tenths / 10, words.t("common-number-group"));
            return if tenths < 100 && !tenths.is_multiple_of(10) {
                format!(
                    "{whole}{}{} {name}",
                    words.t("common-number-decimal"),
                    tenths % 10
                )
            } else {
                format!("{whole} {name}")
            };
        }
    }
    words.with1("common-size-bytes", "n", bytes)
}

/// A share of a whole, rounded down to whole percent: `62%`. Nothing of nothing is `0%`.
pub fn percent(part: u64, whole: u64) -> String {
    let share = u128::from(part) * 100 / u128::from(whole.max(1));
    format!("{share}%")
}

/// Groups of three digits with the given mark between them.
pub(super) fn grouped(value: i64, mark: &str) -> String {
    let digits = grouped_unsigned(value.unsigned_abs(), mark);
    if value < 0 {
        format!("-{digits}")
    } else {
        digits
    }
}

fn grouped_unsigned(value: u64, mark: &str) -> String {
    let digits = value.to_string();
    if digits.len() <= 3 {
        return digits;
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * mark.len());
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}
