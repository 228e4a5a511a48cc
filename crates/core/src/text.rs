//! The words of messages as types: counts with plurals, lists with "and", amounts.

use crate::money::Money;
use std::fmt;

/// A number with thousands set apart: `5,000`.
pub(crate) struct Grouped(pub(crate) u64);

impl fmt::Display for Grouped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        let first = digits.len() % 3;
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && place % 3 == first {
                f.write_str(",")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

/// A count with its noun: `1 person`, `20 people`.
pub(crate) struct Count<'a>(pub(crate) u64, pub(crate) &'a str, pub(crate) &'a str);

impl fmt::Display for Count<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Grouped(self.0), if self.0 == 1 { self.1 } else { self.2 })
    }
}

/// A list with commas and a last word: `a, b and c`.
pub(crate) struct List<'a, T>(pub(crate) &'a [T], pub(crate) &'a str);

impl<T: fmt::Display> fmt::Display for List<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, item) in self.0.iter().enumerate() {
            match place {
                0 => {}
                _ if place + 1 == self.0.len() => write!(f, " {} ", self.1)?,
                _ => f.write_str(", ")?,
            }
            item.fmt(f)?;
        }
        Ok(())
    }
}

/// An amount without idle cents: `160,000` or `12.50`.
pub(crate) struct Amount(pub(crate) Money);

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minor = self.0.minor();
        if minor < 0 {
            f.write_str("-")?;
        }
        let (whole, cents) = (minor.unsigned_abs() / 100, minor.unsigned_abs() % 100);
        Grouped(whole).fmt(f)?;
        if cents == 0 { Ok(()) } else { write!(f, ".{cents:02}") }
    }
}

/// A sentence: a capital first and a full stop last.
pub(crate) fn sentence(text: impl fmt::Display) -> String {
    let text = text.to_string();
    let mut letters = text.chars();
    let first = letters.next().map(capital);
    first.map_or_else(String::new, |first| format!("{first}{}.", letters.as_str()))
}

/// The capital of a letter; a sign without one, or whose capital is several, is left as it is.
#[must_use]
pub fn capital(letter: char) -> char {
    let mut capitals = letter.to_uppercase();
    match (capitals.next(), capitals.next()) {
        (Some(capital), None) => capital,
        _ => letter,
    }
}

/// A name with the article that fits its first sound: `an ESS User CAL`, `a Sales User CAL`.
pub(crate) fn with_article(name: &str) -> String {
    let vowel = name.starts_with(['A', 'E', 'I', 'O'])
        && !name.starts_with("User")
        && !name.starts_with("Eu");
    format!("{} {name}", if vowel { "an" } else { "a" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(shown: impl fmt::Display, text: &str) {
        assert_eq!(shown.to_string(), text);
    }

    #[test]
    fn numbers_are_grouped() {
        case(Grouped(0), "0");
        case(Grouped(999), "999");
        case(Grouped(5_000), "5,000");
        case(Grouped(123_456_789), "123,456,789");
        case(Amount(Money::from_minor(16_000_000)), "160,000");
        case(Amount(Money::from_minor(-1_250)), "-12.50");
    }

    #[test]
    fn counts_and_lists_read_well() {
        case(Count(1, "person", "people"), "1 person");
        case(Count(5_000, "person", "people"), "5,000 people");
        case(List::<&str>(&[], "and"), "");
        case(List(&["a"], "and"), "a");
        case(List(&["a", "b", "c"], "or"), "a, b or c");
        case(sentence("änderungen"), "Änderungen.");
        case(sentence("7 people"), "7 people.");
        case(sentence(""), "");
        case(with_article("ESS User CAL"), "an ESS User CAL");
        case(with_article("Sales User CAL"), "a Sales User CAL");
    }

    #[test]
    fn a_letter_has_a_capital_of_one_sign_or_stays() {
        for (letter, wanted) in [('a', 'A'), ('ö', 'Ö'), ('ÿ', 'Ÿ'), ('σ', 'Σ'), ('я', 'Я')]
        {
            case(capital(letter), &wanted.to_string());
        }
        for other in ['A', 'ß', '÷', '–', '7', '漢'] {
            case(capital(other), &other.to_string());
        }
    }
}
