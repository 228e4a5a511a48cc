//! Rates: hundredths of a per cent, exact.

use crate::money::{Money, hundredths};

/// The most that a rate may be: ten times the whole.
const MOST: i64 = 100_000;
/// The whole, in hundredths of a per cent.
const WHOLE: i64 = 10_000;

/// A rate in hundredths of a per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(i64);

impl Percent {
    /// A number of hundredths of a per cent.
    #[must_use]
    pub const fn from_basis_points(points: i64) -> Self {
        Self(points)
    }

    /// Reads `12.5`: per cent with at most two decimals, from 0 to 1,000.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hundredths(text.trim()).filter(|&points| points <= MOST).map(Self)
    }

    /// Reads `-5` as well: what shrinks, at most to nothing.
    #[must_use]
    pub fn parse_signed(text: &str) -> Option<Self> {
        let text = text.trim();
        match text.strip_prefix(['-', '\u{2212}']) {
            None => Self::parse(text),
            Some(digits) => {
                Self::parse(digits).filter(|rate| rate.0 <= WHOLE).map(|rate| Self(-rate.0))
            }
        }
    }

    /// The rate in hundredths of a per cent.
    #[must_use]
    pub const fn basis_points(self) -> i64 {
        self.0
    }

    /// The share of an amount, half a hundredth rounded up.
    #[must_use]
    pub fn of(self, amount: Money) -> Money {
        let share = i128::from(amount.minor()) * i128::from(self.0);
        let rounded = (share + i128::from(WHOLE / 2)).div_euclid(i128::from(WHOLE));
        Money::from_minor(i64::try_from(rounded).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_with_two_decimals() {
        let points = |text: &str| Percent::parse(text).map(Percent::basis_points);
        for (text, expected) in [
            ("25", Some(2_500)),
            (" 12.5 ", Some(1_250)),
            ("0", Some(0)),
            ("1000", Some(100_000)),
            ("1000.01", None),
            ("-5", None),
            ("x", None),
            ("1.234", None),
        ] {
            assert_eq!(points(text), expected, "{text}");
        }
        let signed = |text: &str| Percent::parse_signed(text).map(Percent::basis_points);
        assert_eq!(signed("-5"), Some(-500));
        assert_eq!(signed("\u{2212}100"), Some(-10_000));
        assert_eq!(signed("-100.01"), None);
        assert_eq!(signed("--5"), None);
    }

    #[test]
    fn a_share_is_rounded_half_up() {
        let share =
            |rate: &str, minor| Percent::parse(rate).unwrap().of(Money::from_minor(minor)).minor();
        assert_eq!(share("25", 100_000), 25_000);
        assert_eq!(share("25", 2), 1);
        assert_eq!(share("25", 1), 0);
        assert_eq!(share("5", 10_500), 525);
    }
}
