//! Reading typed answers: each reader takes the value, or records what to put right.

use super::FormState;
use crate::domain::money::Money;
use crate::i18n::{Arg, figures};
use jiff::civil::Date;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// The longest e-mail address that mail systems must take (RFC 5321).
const MAIL_MAX: usize = 254;

impl FormState {
    /// A text that must be there, of at most `max` characters. `empty` says what to enter.
    pub fn required(&mut self, field: &str, max: usize, empty: &'static str) -> String {
        let text = self.optional(field, max);
        if text.is_none() && !self.has_error(field) {
            self.error(field, empty);
        }
        text.unwrap_or_default()
    }

    /// A text that may be left out, of at most `max` characters.
    pub fn optional(&mut self, field: &str, max: usize) -> Option<String> {
        let text = self.value(field).to_owned();
        let length = text.chars().count();
        if length > max {
            self.error_with(
                field,
                "errors-text-too-long",
                vec![("max", Arg::from(max)), ("have", Arg::from(length))],
            );
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    /// An e-mail address that must be there, with its domain in lower case.
    pub fn email(&mut self, field: &str) -> Option<String> {
        let text = self.value(field).to_owned();
        let address = mail_address(&text);
        if address.is_none() {
            self.error(field, "errors-mail");
        }
        address
    }

    /// An e-mail address that may be left out.
    pub fn optional_email(&mut self, field: &str) -> Option<String> {
        if self.value(field).is_empty() {
            None
        } else {
            self.email(field)
        }
    }

    /// One of the values that `T` can read. `none` says what to choose.
    pub fn choose<T: FromStr>(&mut self, field: &str, none: &'static str) -> Option<T> {
        let chosen = self.value(field).parse().ok();
        if chosen.is_none() {
            self.error(field, none);
        }
        chosen
    }

    /// One of the given values. `none` says what to choose.
    pub fn choose_from<'a>(
        &mut self,
        field: &str,
        allowed: &[&'a str],
        none: &'static str,
    ) -> Option<&'a str> {
        let chosen = allowed
            .iter()
            .copied()
            .find(|value| *value == self.value(field));
        if chosen.is_none() {
            self.error(field, none);
        }
        chosen
    }

    /// Several of the given values, at least one. `none` says what to choose.
    pub fn choose_some<'a>(
        &mut self,
        field: &str,
        allowed: &[&'a str],
        none: &'static str,
    ) -> Vec<&'a str> {
        let chosen: Vec<&str> = allowed
            .iter()
            .copied()
            .filter(|value| self.checked(field, value))
            .collect();
        if chosen.is_empty() {
            self.error(field, none);
        }
        chosen
    }

    /// Is the tick box set?
    pub fn ticked(&self, field: &str) -> bool {
        !self.value(field).is_empty()
    }

    /// A tick box that must be set, such as a declaration. `missing` says what to confirm.
    pub fn must_tick(&mut self, field: &str, missing: &'static str) -> bool {
        let ticked = self.ticked(field);
        if !ticked {
            self.error(field, missing);
        }
        ticked
    }

    /// A whole number within a range; grouping marks are taken.
    pub fn integer(&mut self, field: &str, range: RangeInclusive<i64>) -> Option<i64> {
        let digits: String = self
            .value(field)
            .chars()
            .filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}'))
            .collect();
        let number = digits
            .parse::<i64>()
            .ok()
            .filter(|number| range.contains(number));
        if number.is_none() {
            let args = vec![
                ("min", Arg::from(*range.start())),
                ("max", Arg::from(*range.end())),
            ];
            self.error_with(field, "errors-number", args);
        }
        number
    }

    /// A day: from `<field>-day`, `<field>-month`, `<field>-year`, or one text such as `27 3 2026`
    /// or `2026-03-27`. `empty` says which date to enter.
    pub fn date(&mut self, field: &str, empty: &'static str) -> Option<Date> {
        let typed = self.typed_date(field);
        if typed.is_empty() {
            self.error(field, empty);
            return None;
        }
        let date = date(&typed);
        if date.is_none() {
            self.error(field, "errors-date");
        }
        date
    }

    /// A day that may be left out.
    pub fn optional_date(&mut self, field: &str) -> Option<Date> {
        if self.typed_date(field).is_empty() {
            None
        } else {
            self.date(field, "errors-date")
        }
    }

    /// A sum above nothing, in the currency chosen in `currency_field`: minor units and code.
    pub fn money(
        &mut self,
        field: &str,
        currency_field: &str,
        empty: &'static str,
    ) -> Option<(i64, String)> {
        let currency = self.value(currency_field).trim().to_ascii_uppercase();
        // Gold and test codes are in the list of ISO 4217 too, but have no minor unit to pay in.
        let known = Money::exponent(&currency).is_some();
        if !known {
            self.error(currency_field, "errors-currency");
        }
        let typed = self.value(field).to_owned();
        if typed.is_empty() {
            self.error(field, empty);
            return None;
        }
        match minor_units(&typed, &currency) {
            Some(minor) if known => {
                let sum = Money { minor, currency };
                if !sum.is_recordable() {
                    let args = vec![("example", Arg::from(example_amount(&sum.currency)))];
                    self.error_with(field, "errors-money-large", args);
                    return None;
                }
                Some((sum.minor, sum.currency))
            }
            Some(_) => None,
            None => {
                self.error_with(
                    field,
                    "errors-money",
                    vec![("example", Arg::from(example_amount(&currency)))],
                );
                None
            }
        }
    }

    fn typed_date(&self, field: &str) -> String {
        let parts = ["day", "month", "year"].map(|part| self.value(&format!("{field}-{part}")));
        if parts.iter().all(|part| part.is_empty()) {
            self.value(field).to_owned()
        } else {
            parts.join(" ")
        }
    }
}

/// Reads an address as `name@domain`, with the domain in lower case; not a proof that it exists.
pub fn mail_address(text: &str) -> Option<String> {
    let text = text.trim();
    let (name, domain) = text.rsplit_once('@')?;
    let labels: Vec<&str> = domain.split('.').collect();
    let well_formed = text.len() <= MAIL_MAX
        && (1..=64).contains(&name.len())
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains("..")
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c))
        && labels.len() >= 2
        && labels.iter().all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    well_formed.then(|| format!("{name}@{}", domain.to_lowercase()))
}

/// Reads `27 3 2026`, `27/03/2026`, `2026-03-27` or `2026年3月27日`.
pub fn date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    let (day, year) = if first.len() == 4 {
        (last, first)
    } else {
        (first, last)
    };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Reads a positive amount such as `1200`, `1,200.00`, `1 200,00` as minor units of the currency.
pub fn minor_units(text: &str, currency: &str) -> Option<i64> {
    let exponent = figures::exponent(currency) as usize;
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{a0}' && *c != '\u{202f}' && *c != '\'')
        .collect();
    if text.is_empty()
        || !text
            .chars()
            .all(|c| c.is_ascii_digit() || c == '.' || c == ',')
    {
        return None;
    }
    // The last mark is the decimal mark if it stands alone or differs from the others, and no
    // more figures follow it than the currency has; otherwise every mark only groups thousands.
    let (whole, fraction) = match text.rfind(['.', ',']) {
        Some(at) => {
            let (whole, rest) = text.split_at(at);
            let (mark, fraction) = rest.split_at(1);
            if !whole.contains(mark) && fraction.len() <= exponent {
                (whole.to_owned(), fraction)
            } else if groups_thousands(&text) {
                (text.clone(), "")
            } else {
                return None;
            }
        }
        None => (text.clone(), ""),
    };
    if whole.contains(['.', ',']) && !groups_thousands(&whole) {
        return None;
    }
    let digits: String = whole
        .chars()
        .filter(char::is_ascii_digit)
        .chain(fraction.chars())
        .collect();
    let missing = u32::try_from(exponent - fraction.len()).ok()?;
    let minor = digits
        .parse::<i64>()
        .ok()?
        .checked_mul(10_i64.checked_pow(missing)?)?;
    (minor > 0).then_some(minor)
}

/// Is this groups of three after a first group of one to three, with one kind of mark?
fn groups_thousands(text: &str) -> bool {
    let Some(mark) = text.chars().find(|c| !c.is_ascii_digit()) else {
        return true;
    };
    let groups: Vec<&str> = text.split(mark).collect();
    let (first, rest) = groups
        .split_first()
        .map_or(("", &[][..]), |(first, rest)| (*first, rest));
    (1..=3).contains(&first.len())
        && rest.iter().all(|group| group.len() == 3)
        && groups
            .iter()
            .all(|group| group.chars().all(|c| c.is_ascii_digit()))
}

fn example_amount(currency: &str) -> String {
    match figures::exponent(currency) {
        0 => "1200".to_owned(),
        digits => format!("1200.{}", "0".repeat(digits as usize)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let expected = Date::new(2026, 3, 27).unwrap();
        for text in [
            "27 3 2026",
            "27/03/2026",
            "27.3.2026",
            "2026-03-27",
            "2026年3月27日",
        ] {
            assert_eq!(date(text), Some(expected), "{text}");
        }
        for text in ["", "27 3", "31 2 2026", "27 3 26", "today", "1 2 3 2026"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_are_read_in_every_number_format() {
        for (text, currency, minor) in [
            ("1200", "USD", 120_000),
            ("1,200.00", "USD", 120_000),
            ("1.200,00", "EUR", 120_000),
            ("1 200,5", "EUR", 120_050),
            ("1,200", "USD", 120_000),
            ("1,200,300", "USD", 120_030_000),
            ("1200", "JPY", 1_200),
            ("1,200", "JPY", 1_200),
            ("1.200", "KWD", 1_200),
            // A third figure after the mark can only be a group of thousands.
            ("12.345", "EUR", 1_234_500),
            ("12.", "USD", 1_200),
            ("0.01", "USD", 1),
        ] {
            assert_eq!(
                minor_units(text, currency),
                Some(minor),
                "{text} {currency}"
            );
        }
        for text in [
            "",
            "0",
            "-5",
            "12.3456",
            "1,2,3",
            "1.2.3",
            "1e9",
            "99999999999999999999",
            "１２",
        ] {
            assert_eq!(minor_units(text, "USD"), None, "{text}");
        }
    }

    #[test]
    fn addresses_need_a_name_and_a_domain() {
        assert_eq!(
            mail_address(" Li.Wei+x@Example.COM ").as_deref(),
            Some("Li.Wei+x@example.com")
        );
        for text in [
            "",
            "a",
            "a@b",
            "@example.com",
            "a b@example.com",
            "a@-x.com",
            "a@x..com",
            "a\n@x.com",
            "a@x.com,b@x.com",
        ] {
            assert_eq!(mail_address(text), None, "{text}");
        }
    }

    #[test]
    fn a_reader_records_what_to_put_right() {
        let mut form = FormState::new();
        form.set("why", "x".repeat(12))
            .set("sum", "abc")
            .set("currency", "usd")
            .set("when-day", "1");
        assert_eq!(form.required("name", 10, "errors-text-empty"), "");
        assert_eq!(form.optional("why", 10), None);
        assert_eq!(form.money("sum", "currency", "errors-text-empty"), None);
        assert_eq!(form.date("when", "errors-text-empty"), None);
        assert_eq!(form.integer("count", 1..=5), None);
        let keys: Vec<&str> = form.errors().iter().map(|error| error.key).collect();
        assert_eq!(
            keys,
            [
                "errors-text-empty",
                "errors-text-too-long",
                "errors-money",
                "errors-date",
                "errors-number"
            ]
        );
    }
}
