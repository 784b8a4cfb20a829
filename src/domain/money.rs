//! Money in minor units with its currency; never a float.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An amount of money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// Minor units (cents, fen), never negative in this product
    pub minor: i64,
    /// ISO 4217 code, upper case
    pub currency: String,
}

/// Why a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotMoney {
    /// Not of the form 1200.00
    #[error("not an amount like 1200.00")]
    Amount,
    /// More digits after the point than the currency has
    #[error("too many digits after the point")]
    Digits,
    /// Unknown currency code
    #[error("unknown currency")]
    Currency,
    /// Zero, negative or beyond what the product records
    #[error("amount out of range")]
    Range,
}

/// The largest amount recorded: one thousand million major units.
const MAX_MAJOR: i64 = 1_000_000_000;

impl Money {
    /// Digits after the point of a currency (ISO 4217), none if the code is unknown.
    pub fn exponent(currency: &str) -> Option<u32> {
        iso_currency::Currency::from_code(currency)?
            .exponent()
            .map(u32::from)
    }

    /// Reads an amount as people type it: `1200`, `1,200.50`. The amount must be above zero.
    pub fn parse(amount: &str, currency: &str) -> Result<Self, NotMoney> {
        let currency = currency.trim().to_ascii_uppercase();
        let exponent = Self::exponent(&currency).ok_or(NotMoney::Currency)?;
        let amount: String = amount
            .trim()
            .chars()
            .filter(|c| *c != ',' && !c.is_whitespace())
            .collect();
        let (whole, part) = amount.split_once('.').unwrap_or((&amount, ""));
        if whole.is_empty()
            || whole.len() > 12
            || !whole
                .bytes()
                .chain(part.bytes())
                .all(|b| b.is_ascii_digit())
        {
            return Err(NotMoney::Amount);
        }
        let part = part.trim_end_matches('0');
        if part.len() > exponent as usize {
            return Err(NotMoney::Digits);
        }
        let whole: i64 = whole.parse().map_err(|_| NotMoney::Amount)?;
        if whole > MAX_MAJOR {
            return Err(NotMoney::Range);
        }
        let mut minor = whole * 10_i64.pow(exponent);
        if !part.is_empty() {
            let digits: i64 = part.parse().map_err(|_| NotMoney::Amount)?;
            minor += digits * 10_i64.pow(exponent - part.len() as u32);
        }
        if minor <= 0 {
            return Err(NotMoney::Range);
        }
        Ok(Self { minor, currency })
    }

    /// Whether the amount is above zero and at most one thousand million major units of a known currency.
    pub fn is_recordable(&self) -> bool {
        Self::exponent(&self.currency)
            .is_some_and(|exponent| (1..=MAX_MAJOR * 10_i64.pow(exponent)).contains(&self.minor))
    }

    /// The amount as people type it, without grouping: `1200.50`.
    pub fn plain(&self) -> String {
        let exponent = Self::exponent(&self.currency).unwrap_or(2);
        if exponent == 0 {
            return self.minor.to_string();
        }
        let unit = 10_i64.pow(exponent);
        format!(
            "{}.{:0width$}",
            self.minor / unit,
            self.minor % unit,
            width = exponent as usize
        )
    }

    /// Splits into `parts` instalments that add up exactly; the first ones carry the remainder.
    pub fn split(&self, parts: u32) -> Vec<Self> {
        let n = i64::from(parts.max(1));
        (0..n)
            .map(|i| Self {
                minor: self.minor / n + i64::from(i < self.minor % n),
                currency: self.currency.clone(),
            })
            .collect()
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency, self.plain())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (text, code, minor) in [
            ("1200", "USD", 120_000),
            ("1,200.5", "usd", 120_050),
            ("1200.00", "JPY", 1200),
            ("1.234", "KWD", 1234),
        ] {
            assert_eq!(
                Money::parse(text, code).map(|m| m.minor),
                Ok(minor),
                "{text} {code}"
            );
        }
        for (text, code, why) in [
            ("", "USD", NotMoney::Amount),
            ("-5", "USD", NotMoney::Amount),
            ("1e5", "USD", NotMoney::Amount),
            ("0", "USD", NotMoney::Range),
            ("1.001", "USD", NotMoney::Digits),
            ("1.5", "JPY", NotMoney::Digits),
            ("5", "XXQ", NotMoney::Currency),
            ("99999999999", "USD", NotMoney::Range),
        ] {
            assert_eq!(Money::parse(text, code), Err(why), "{text} {code}");
        }
    }

    proptest! {
        #[test]
        fn instalments_add_up_and_differ_by_at_most_one_unit(minor in 1_i64..10_000_000_000, parts in 1_u32..60) {
            let whole = Money { minor, currency: "EUR".into() };
            let split = whole.split(parts);
            prop_assert_eq!(split.iter().map(|m| m.minor).sum::<i64>(), minor);
            let (low, high) = (split.iter().map(|m| m.minor).min(), split.iter().map(|m| m.minor).max());
            prop_assert!(high.unwrap() - low.unwrap() <= 1);
        }

        #[test]
        fn what_is_printed_is_read_back(minor in 1_i64..100_000_000_000) {
            let money = Money { minor, currency: "USD".into() };
            prop_assert_eq!(Money::parse(&money.plain(), "USD"), Ok(money));
        }
    }
}
