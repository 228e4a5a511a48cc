//! The signs that a reader writes numbers with.

/// The signs that a reader writes numbers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numerals {
    /// Between groups of three digits; none where they are not set apart.
    pub group: Option<char>,
    /// Before the decimals.
    pub decimal: char,
}

/// Those of English.
impl Default for Numerals {
    fn default() -> Self {
        Self::ENGLISH
    }
}

impl Numerals {
    /// `1,234.50`.
    pub const ENGLISH: Self = Self { group: Some(','), decimal: '.' };

    /// A count: `5,000`.
    #[must_use]
    pub fn count(self, count: u64) -> String {
        let digits = count.to_string();
        let first = digits.len() % 3;
        let mut text = String::with_capacity(digits.len() * 4 / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && place % 3 == first {
                text.extend(self.group);
            }
            text.push(digit);
        }
        text
    }

    /// Hundredths of a unit: `146,000`, and with decimals only where there are any. `minus` stands
    /// before what is less than nothing.
    #[must_use]
    pub fn hundredths(self, hundredths: i64, minus: &str) -> String {
        let sign = if hundredths < 0 { minus } else { "" };
        let (whole, fraction) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        let whole = self.count(whole);
        if fraction == 0 {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}{}{fraction:02}", self.decimal)
        }
    }

    /// A decimal number that is written with a full stop: `1000.00` reads `1000.00` or `1000,00`.
    #[must_use]
    pub fn decimal(self, text: &str) -> String {
        text.chars().map(|sign| if sign == '.' { self.decimal } else { sign }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GERMAN: Numerals = Numerals { group: Some('.'), decimal: ',' };

    #[test]
    fn numbers_are_written_with_the_signs_of_the_reader() {
        assert_eq!(Numerals::ENGLISH.count(0), "0");
        assert_eq!(Numerals::ENGLISH.count(123_456_789), "123,456,789");
        assert_eq!(GERMAN.count(999), "999");
        assert_eq!(GERMAN.count(1_234_567), "1.234.567");
        assert_eq!(GERMAN.hundredths(14_600_000, "\u{2212}"), "146.000");
        assert_eq!(GERMAN.hundredths(-123_405, "\u{2212}"), "\u{2212}1.234,05");
        assert_eq!(GERMAN.decimal("12.50"), "12,50");
        assert_eq!(Numerals { group: None, decimal: ',' }.count(1_000), "1000");
    }
}
