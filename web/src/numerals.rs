//! Numbers read as people write them, with the signs of any locale.

use seatwise_core::money::{Discount, Money};
use seatwise_core::percent::Percent;

/// Kind of thing that a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A count.
    Count,
    /// A price.
    Price,
    /// A discount or a rate, per cent.
    Percent,
    /// A rate of growth, per cent a year; what shrinks has a minus sign.
    Growth,
}

impl Figure {
    /// Reads it as people write it, into the form that a scenario holds; nothing at all is nothing,
    /// as a count none.
    pub fn read(self, text: &str) -> Option<String> {
        match self {
            Self::Count => read_count(text).map(|count| count.to_string()),
            _ if text.trim().is_empty() => Some(String::new()),
            Self::Price => read_price(text),
            Self::Percent => read_percent(text),
            Self::Growth => read_growth(text),
        }
    }
}

/// The largest count that a field takes: no organisation has more people.
pub const MOST: u32 = 100_000_000;

/// Reads a count as people write it: `5000`, `5,000`, `5.000`, `5 000`, `5'000`. Nothing at all is
/// none.
fn read_count(text: &str) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() {
        return Some(0);
    }
    join_groups(text)?.parse().ok().filter(|count| *count <= MOST)
}

/// Reads a price as people write it, into the form that a scenario holds: `1,234.50` and `1.234,50`
/// are `1234.50`.
fn read_price(text: &str) -> Option<String> {
    let text = text.trim();
    let (whole, decimals) =
        match text.rfind(['.', ',']).and_then(|place| text.split_at_checked(place)) {
            Some((whole, fraction)) if fraction.len() <= 3 => (whole, fraction.get(1..)),
            _ => (text, None),
        };
    let whole = join_groups(whole)?;
    let price = match decimals {
        Some(decimals) => format!("{whole}.{decimals}"),
        None => whole,
    };
    Money::parse_price(&price).map(|_| price)
}

/// Reads a discount: per cent, with at most two decimals, at most all.
fn read_percent(text: &str) -> Option<String> {
    let percent = read_price(text.trim().trim_end_matches('%'))?;
    Discount::parse(&percent).map(|_| percent)
}

/// Reads a rate of growth: per cent, with at most two decimals and a sign.
fn read_growth(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('%').trim();
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => ("-", digits),
        None => ("", text.trim_start_matches('+')),
    };
    let rate = format!("{sign}{}", read_price(digits)?);
    Percent::parse_signed(&rate).map(|_| rate)
}

/// The digits of a number whose groups, if any, hold three of them.
fn join_groups(text: &str) -> Option<String> {
    let mut groups = text.split(is_separator);
    let first = groups.next()?;
    let further: Vec<_> = groups.collect();
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let well_grouped =
        further.is_empty() || first.len() <= 3 && further.iter().all(|group| group.len() == 3);
    (digits(first) && further.iter().all(|group| digits(group)) && well_grouped)
        .then(|| format!("{first}{}", further.concat()))
}

/// Commas, full stops, apostrophes and every kind of space.
fn is_separator(sign: char) -> bool {
    matches!(sign, ',' | '.' | '\'' | '\u{2019}') || sign.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_as_people_write_them() {
        for (text, count) in [
            ("5000", Some(5000)),
            ("5,000", Some(5000)),
            ("5.000", Some(5000)),
            (" 5 000 ", Some(5000)),
            ("1\u{202f}234\u{a0}567", Some(1_234_567)),
            ("1'234", Some(1234)),
            ("", Some(0)),
            ("007", Some(7)),
            ("5,00", None),
            ("5,0000", None),
            ("5000,000", None),
            ("-1", None),
            ("12a", None),
            (",", None),
            ("99999999999", None),
        ] {
            assert_eq!(read_count(text), count, "{text}");
        }
    }

    #[test]
    fn prices_are_read_as_people_write_them() {
        for (text, price) in [
            ("1000", Some("1000")),
            ("1,000", Some("1000")),
            ("1.000", Some("1000")),
            ("1,234.50", Some("1234.50")),
            ("1.234,50", Some("1234.50")),
            ("1234,5", Some("1234.5")),
            ("0.07", Some("0.07")),
            ("1 000", Some("1000")),
            ("", None),
            ("1.", None),
            ("abc", None),
            ("1,2,3", None),
        ] {
            assert_eq!(read_price(text).as_deref(), price, "{text}");
        }
    }

    #[test]
    fn rates_of_growth_have_a_sign() {
        for (text, rate) in [
            ("5", Some("5")),
            ("+2,5 %", Some("2.5")),
            ("-10", Some("-10")),
            ("\u{2212}2.25%", Some("-2.25")),
            ("-101", None),
            ("fast", None),
        ] {
            assert_eq!(Figure::Growth.read(text).as_deref(), rate, "{text}");
        }
        assert_eq!(Figure::Growth.read("").as_deref(), Some(""));
    }
}
