//! The result that the sender of a link saw: the total and the lines of the bill, so that a page
//! of later rules or prices can tell what has changed.

use crate::date::Date;
use crate::money::Money;
use crate::period::Period;
use serde::{Deserialize, Serialize};

/// The result at the time when a link was made, at the prices that go along with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The total; where it is not complete, at least so much.
    pub total: Money,
    /// ISO 4217 code; empty where only prices of no currency were counted.
    pub currency: String,
    /// The time that the total pays for; none where there was nothing to pay.
    pub period: Option<Period>,
    /// True if everything was counted.
    pub complete: bool,
    /// The day of the latest review in the rulebook of that time.
    pub reviewed: Date,
    /// The lines of the bill.
    pub lines: Vec<SentLine>,
}

/// A line of the bill at that time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentLine {
    /// The licence.
    pub licence: Mark,
    /// Number that was needed.
    pub quantity: u64,
    /// Number of them that was left to buy.
    pub buy: u64,
    /// The price of one; none where none was known.
    pub unit_price: Option<Money>,
}

/// A licence in two bytes, which a link has room for: a fingerprint of its identifier without the
/// rulebook. No two licences of a rulebook have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mark([u8; 2]);

impl Mark {
    /// The mark of a licence, by its identifier without the rulebook.
    #[must_use]
    pub fn of(licence: &str) -> Self {
        let hash = licence
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let [a, b, c, d] = hash.to_be_bytes();
        Self([a ^ c, b ^ d])
    }
}

/// The form in the link, as short as it can be. It only grows at its end: readers stop where they
/// know no more.
type Packed = (Shortened, [u8; 2], u8, [u8; 2], Vec<PackedLine>);

/// A line: its licence, its number, the number that need not be bought, and the price, none for 0.
type PackedLine = (Mark, u64, i64, u64);

/// An amount in hundredths without its trailing zeros, and their number: amounts of money are
/// round.
type Shortened = u64;

/// The most trailing zeros that are left out.
const MOST_ZEROS: u64 = 15;

/// Packs a result for a link.
pub(super) fn pack(sent: &Sent) -> Vec<u8> {
    let line = |line: &SentLine| {
        let covered = i64::try_from(line.quantity).unwrap_or(i64::MAX)
            - i64::try_from(line.buy).unwrap_or(i64::MAX);
        let price = line.unit_price.map_or(0, |price| shortened(price).saturating_add(1));
        (line.licence, line.quantity, covered, price)
    };
    let packed: Packed = (
        shortened(sent.total),
        currency_code(&sent.currency),
        kind(sent.period) | u8::from(sent.complete),
        sent.reviewed.packed().to_be_bytes(),
        sent.lines.iter().map(line).collect(),
    );
    // Into memory, and every list knows its length: writing cannot fail.
    postcard::to_allocvec(&packed).unwrap_or_default()
}

/// Unpacks the result of a link; none for bytes that no writer leaves.
pub(super) fn unpack(bytes: &[u8]) -> Option<Sent> {
    let (packed, _) = postcard::take_from_bytes::<Packed>(bytes).ok()?;
    let (total, currency, kind, reviewed, lines) = packed;
    let line = |&(licence, quantity, covered, price): &PackedLine| {
        let buy = i64::try_from(quantity).ok()?.checked_sub(covered)?;
        let unit_price = price.checked_sub(1).map(restored);
        Some(SentLine { licence, quantity, buy: u64::try_from(buy).ok()?, unit_price })
    };
    Some(Sent {
        total: restored(total),
        currency: currency_of(currency)?,
        period: period(kind)?,
        complete: kind & 1 == 1,
        reviewed: Date::unpacked(u16::from_be_bytes(reviewed))?,
        lines: lines.iter().map(line).collect::<Option<_>>()?,
    })
}

fn shortened(money: Money) -> Shortened {
    let (mut figure, mut zeros) = (money.minor().max(0).unsigned_abs(), 0);
    while figure > 0 && figure.is_multiple_of(10) && zeros < MOST_ZEROS {
        (figure, zeros) = (figure / 10, zeros + 1);
    }
    figure.saturating_mul(MOST_ZEROS + 1).saturating_add(zeros)
}

fn restored(shortened: Shortened) -> Money {
    let zeros = (0..shortened % (MOST_ZEROS + 1)).fold(1_u64, |sum, _| sum.saturating_mul(10));
    let minor = (shortened / (MOST_ZEROS + 1)).saturating_mul(zeros);
    Money::from_minor(i64::try_from(minor).unwrap_or(i64::MAX))
}

/// Three capitals in five bits each; none for no currency.
fn currency_code(currency: &str) -> [u8; 2] {
    let letters = currency.bytes().filter(u8::is_ascii_uppercase).take(3);
    letters.fold(0, |code, letter| (code << 5) | u16::from(letter - b'A' + 1)).to_be_bytes()
}

fn currency_of(code: [u8; 2]) -> Option<String> {
    let code = u16::from_be_bytes(code);
    let letter = |shift: u16| {
        let place =
            u8::try_from((code >> shift) & 31).ok()?.checked_sub(1).filter(|&place| place < 26)?;
        Some(char::from(b'A' + place))
    };
    if code == 0 { Some(String::new()) } else { [10, 5, 0].into_iter().map(letter).collect() }
}

/// The time that the total pays for and its years, beside the lowest bit.
fn kind(period: Option<Period>) -> u8 {
    let (kind, years) = match period {
        None => (0, 0),
        Some(Period::Once) => (1, 0),
        Some(Period::Recurring { years }) => (2, years),
        Some(Period::Mixed { years }) => (3, years),
    };
    (kind << 1) | (u8::try_from(years.min(15)).unwrap_or_default() << 3)
}

/// None for what is no period.
fn period(kind: u8) -> Option<Option<Period>> {
    match ((kind >> 1) & 3, u32::from(kind >> 3)) {
        (0, 0) => Some(None),
        (1, 0) => Some(Some(Period::Once)),
        (2, years @ 1..=10) => Some(Some(Period::Recurring { years })),
        (3, years @ 1..=10) => Some(Some(Period::Mixed { years })),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::books;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_licences_of_a_rulebook_have_the_same_mark() {
        for book in books::rulebooks() {
            // What is owned under conditions is the same licence.
            let licences = book.licences.iter().filter(|licence| licence.same_as.is_none());
            let ids: BTreeSet<&str> = licences.map(|licence| licence.id.as_str()).collect();
            let marks: BTreeSet<Mark> = ids.iter().map(|id| Mark::of(id)).collect();
            assert_eq!(marks.len(), ids.len(), "{}", book.id);
        }
    }

    #[test]
    fn amounts_and_currencies_come_back() {
        for minor in [0, 1, 10, 99, 100, 14_600_000, 10_000_000_000, 123_456_789, i64::MAX / 16] {
            assert_eq!(restored(shortened(Money::from_minor(minor))).minor(), minor);
        }
        assert!(restored(u64::MAX).minor() > 0);
        for code in ["", "USD", "AAA", "ZZZ"] {
            assert_eq!(currency_of(currency_code(code)).as_deref(), Some(code));
        }
        assert_eq!(currency_of([0xff, 0xff]), None);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let line = |licence, unit_price| SentLine {
            licence: Mark::of(licence),
            quantity: 40,
            buy: 38,
            unit_price,
        };
        for period in [
            None,
            Some(Period::Once),
            Some(Period::Recurring { years: 3 }),
            Some(Period::Mixed { years: 1 }),
        ] {
            let sent = Sent {
                total: Money::from_minor(14_600_050),
                currency: "USD".to_owned(),
                period,
                complete: false,
                reviewed: Date::parse("2026-11-27").unwrap(),
                lines: vec![line("a", Some(Money::from_minor(10_000))), line("b", None)],
            };
            let bytes = pack(&sent);
            assert_eq!(unpack(&bytes).as_ref(), Some(&sent));
            // What a later version may add at the end is passed over.
            assert_eq!(unpack(&[bytes.as_slice(), &[7, 7]].concat()), Some(sent));
            assert!((0..bytes.len()).all(|end| unpack(&bytes[..end]).is_none()));
        }
    }
}
