//! Every text of the page, in the language of the visitor. The texts stand in `web/words`, a folder
//! a language; the build makes a function of each. Here is what hangs on more than one message.

mod bill;
mod dialogs;
#[cfg(any(test, feature = "prerender"))]
pub mod every_language;
mod first_minute;
mod insights;
mod organisation;
mod paper;
mod roles;
mod rows;
mod rules;
mod sentence;
mod terms;
mod users;
mod working;
mod years;

pub use rows::{COUNT_COLUMNS, NAME_COLUMNS, YES};
pub use sentence::{Emphasis, Piece, UseTexts};
pub use terms::{TERMS, Term};

use seatwise_core::books::Library;
use seatwise_core::date::Date;
use seatwise_core::explain::capital;
use seatwise_core::language::Pack;
use seatwise_core::money::Money;
use seatwise_core::period::Period;
use seatwise_core::rulebook::Activity;
use seatwise_fluent::{Numerals, Texts};
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

static ENGLISH_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words-en.bin"));

// The build wrote the bytes of this very type; a test reads them.
static ENGLISH: LazyLock<Texts> =
    LazyLock::new(|| postcard::from_bytes(ENGLISH_BYTES).unwrap_or_default());

/// Every text of the page in one language, the books in it, and the signs that the visitor writes
/// numbers with.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    texts: &'static Texts,
    library: Library<'static>,
    /// Pack that the language brings; none for English.
    pack: Option<&'static Pack>,
    numerals: Numerals,
}

/// The same texts are the same table.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.texts, other.texts) && self.numerals == other.numerals
    }
}

/// English, with English numbers.
impl Default for Words {
    fn default() -> Self {
        let (library, numerals) = (Library::shipped(), Numerals::ENGLISH);
        Self { texts: &ENGLISH, library, pack: None, numerals }
    }
}

impl Words {
    /// The texts and books of a language, with its usual signs of numbers.
    pub fn new(texts: &'static Texts, pack: &'static Pack) -> Self {
        Self { texts, library: pack.library(), pack: Some(pack), numerals: pack.numerals() }
    }

    /// The same texts with other signs of numbers.
    pub fn with_numerals(self, numerals: Numerals) -> Self {
        let words = self.library.words.with_numerals(numerals);
        Self { library: Library { words, ..self.library }, numerals, ..self }
    }

    /// The language: `en`.
    pub fn id(self) -> &'static str {
        self.pack.map_or("en", |pack| &pack.id)
    }

    /// The pack that the language brings beside English; none for English.
    pub const fn pack(&self) -> Option<&'static Pack> {
        self.pack
    }

    /// The signs that the visitor writes numbers with.
    pub const fn numerals(self) -> Numerals {
        self.numerals
    }

    /// The books, and the core's own texts.
    pub const fn library(&self) -> &Library<'static> {
        &self.library
    }

    /// A count: `5,000`.
    pub fn count(self, count: u64) -> String {
        self.numerals.count(count)
    }

    /// An amount: `146,000`, and with decimals only where there are any.
    pub fn money(self, amount: Money) -> String {
        self.numerals.hundredths(amount.minor(), "\u{2212}")
    }

    /// A decimal number that a scenario holds as text, in the signs of the visitor: `1000.00` reads
    /// `1000.00` or `1000,00`.
    pub fn decimal(self, text: &str) -> String {
        self.numerals.decimal(text)
    }

    /// The verb phrase of an activity, to be read after "to".
    pub fn activity(self, activity: Activity) -> &'static str {
        self.library.words.activity(activity)
    }

    /// The time that an amount pays for.
    pub fn period(self, period: Period) -> String {
        self.library.words.period(period)
    }

    /// `a`, `a and b`, `a, b and c`.
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        self.library.words.list(items)
    }

    /// `40 Limited Device CALs`.
    pub fn licence_count(self, count: u64, name: &str) -> String {
        self.library.words.licence_count(count, name)
    }

    /// The name of a licence of which there are so many: `Limited Device CALs`.
    pub fn licence_name(self, count: u64, name: &str) -> String {
        self.library.words.licence_name(count, name)
    }

    /// `a`, `a or b`, `a, b or c`.
    pub fn either<S: AsRef<str>>(self, items: &[S]) -> String {
        self.library.words.either(items)
    }

    /// One sentence of the core, which come in lower case and without a full stop.
    pub fn sentence(self, text: &str) -> String {
        let text = self.quoted(text);
        let mut letters = text.chars();
        let Some(first) = letters.next() else { return String::new() };
        let stop = if text.ends_with(['.', '?', ':']) { "" } else { "." };
        format!("{}{}{stop}", capital(first), letters.as_str())
    }

    /// The rest of a sentence whose beginning stands before it.
    pub fn continuation(self, text: &str) -> String {
        format!("{}.", self.quoted(text).trim_end_matches('.'))
    }

    /// The text of a message of the core, with quotation marks for the backticks around what the
    /// visitor wrote.
    fn quoted(self, text: &str) -> String {
        let mut quoted = String::with_capacity(text.len());
        let mut open = false;
        for sign in text.chars() {
            if sign == '`' {
                open = !open;
                quoted.push_str(if open { self.quote_open() } else { self.quote_close() });
            } else {
                quoted.push(sign);
            }
        }
        quoted
    }

    /// `2012-12` reads `Dec 2012`, `2026-11-20` reads `Nov 2026`.
    pub fn month(self, date: &str) -> String {
        if date == "undated" {
            return self.undated().to_owned();
        }
        let mut parts = date.split('-');
        let (year, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let number = month.parse::<u64>().ok().filter(|month| (1..=12).contains(month));
        number.map_or_else(
            || date.to_owned(),
            |number| self.month_of_year(&self.library.words.month_name(number), year),
        )
    }

    /// `2026-11-27` reads `27 Nov 2026`.
    pub fn day(self, date: &str) -> String {
        let words = self.library.words;
        Date::parse(date).map_or_else(|| self.month(date), |date| words.date(date))
    }
}

/// A number of things as a count.
pub fn counted(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_like_speech() {
        let words = Words::default();
        assert_eq!(words.list::<&str>(&[]), "");
        assert_eq!(words.list(&["a"]), "a");
        assert_eq!(words.list(&["a", "b"]), "a and b");
        assert_eq!(words.either(&["a", "b", "c"]), "a, b or c");
    }

    #[test]
    fn dates_and_sentences() {
        let words = Words::default();
        assert_eq!(words.month("2012-12"), "Dec 2012");
        assert_eq!(words.month("2026-11-20"), "Nov 2026");
        assert_eq!(words.month("2009"), "2009");
        assert_eq!(words.day("2026-11-07"), "7 Nov 2026");
        assert_eq!(words.sentence("there is no group `x`"), "There is no group \u{201c}x\u{201d}.");
        assert_eq!(words.sentence(""), "");
    }

    #[test]
    fn amounts_are_written_with_the_signs_of_the_visitor() {
        let german = Numerals { group: Some('.'), decimal: ',' };
        let words = Words::default().with_numerals(german);
        assert_eq!(words.money(Money::from_minor(-123_405)), "\u{2212}1.234,05");
        assert_eq!(words.licences(5_000), "5.000 licences");
        assert_eq!(words.period(Period::Recurring { years: 3 }), "over 3 years");
    }
}
