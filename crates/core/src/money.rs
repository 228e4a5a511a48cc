//! Money: hundredths of one currency's unit. Rates are exact fractions.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// An amount of money in hundredths of the currency's unit. Written and read as text:
/// `"146000.00"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The dearest unit price that is counted with: one hundred million units.
    pub const DEAREST: Self = Self(10_000_000_000);

    /// An amount in hundredths.
    #[must_use]
    pub const fn from_minor(minor: i64) -> Self {
        Self(minor)
    }

    /// The amount in hundredths.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// The sum, stopping at the ends of the range.
    #[must_use]
    pub const fn plus(self, amount: Self) -> Self {
        Self(self.0.saturating_add(amount.0))
    }

    /// The difference, stopping at the ends of the range.
    #[must_use]
    pub const fn minus(self, amount: Self) -> Self {
        Self(self.0.saturating_sub(amount.0))
    }

    /// A multiple of the amount, stopping at the ends of the range.
    #[must_use]
    pub fn times(self, count: u64) -> Self {
        Self(self.0.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    /// Reads `1000`, `1000.5` or `1000.00`: digits with at most two decimals, no sign, not above
    /// [`Money::DEAREST`].
    #[must_use]
    pub fn parse_price(text: &str) -> Option<Self> {
        let minor = hundredths(text.trim())?;
        (minor <= Self::DEAREST.0).then_some(Self(minor))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let minor = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", minor / 100, minor % 100)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let (sign, digits) =
            text.strip_prefix('-').map_or((1, text.as_str()), |digits| (-1, digits));
        let minor = hundredths(digits)
            .ok_or_else(|| de::Error::custom(format_args!("`{text}` is not an amount")))?;
        Ok(Self(sign * minor))
    }
}

/// A discount: hundredths of a per cent, from none to all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Discount(i64);

impl Discount {
    /// Reads `12.5`: per cent with at most two decimals, from 0 to 100.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hundredths(text.trim()).filter(|&rate| rate <= 10_000).map(Self)
    }

    /// The price that is left, rounded half up to a hundredth.
    #[must_use]
    pub fn off(self, price: Money) -> Money {
        let left = i128::from(price.0) * i128::from(10_000 - self.0);
        Money(i64::try_from((left + 5_000) / 10_000).unwrap_or(i64::MAX))
    }
}

/// Digits with at most two decimals, as hundredths.
pub(crate) fn hundredths(text: &str) -> Option<i64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| {
        let plain = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<i64>().ok()).flatten()
    };
    let decimals = match decimals.len() {
        1 => digits(decimals)? * 10,
        2 => digits(decimals)?,
        _ => return None,
    };
    digits(whole)?.checked_mul(100)?.checked_add(decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn price(text: &str, minor: Option<i64>) {
        assert_eq!(Money::parse_price(text).map(Money::minor), minor);
    }

    #[test]
    fn prices_are_read_exactly() {
        price("1000", Some(100_000));
        price("1000.5", Some(100_050));
        price(" 0.07 ", Some(7));
        price("100000000.00", Some(10_000_000_000));
        for refused in [
            "",
            ".",
            "1.",
            ".5",
            "-1",
            "1.234",
            "1,5",
            "1e3",
            "100000000.01",
            "99999999999999999999",
        ] {
            price(refused, None);
        }
    }

    #[test]
    fn amounts_are_written_with_two_decimals() {
        assert_eq!(Money(14_600_000).to_string(), "146000.00");
        assert_eq!(Money(-5).to_string(), "-0.05");
        let read: Money = serde_json::from_str("\"-0.05\"").unwrap();
        assert_eq!(read, Money(-5));
    }

    #[test]
    fn a_discount_rounds_half_up() {
        let off = |rate: &str, minor| Discount::parse(rate).unwrap().off(Money(minor)).minor();
        assert_eq!(off("0", 999), 999);
        assert_eq!(off("50", 1), 1);
        assert_eq!(off("12.5", 1_000), 875);
        assert_eq!(off("100", 999), 0);
        assert_eq!(Discount::parse("100.01"), None);
    }
}
