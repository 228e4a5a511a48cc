//! Books and links as bytes: the format of `postcard`, read with a tenth of the code.
//!
//! Derived readers are compiled anew for every type, some 25 kB in WebAssembly for a rulebook. Here a type says only
//! which fields follow one another. What does not fit makes the whole damaged: reading goes on with empty values, and
//! [`Packed::whole`] tells at the end, so that no step in between has to ask.

use crate::{
    Activity, Allowance, Answer, Bundle, Clause, ClauseId, Conversion, Edition, Fact, Licence, LicenceId, Mapping,
    Note, Outcome, Price, PriceBook, Programme, Question, Ratio, Rule, Rulebook, ServerSoftware, Source, Standing,
    StandsFor, StepUp, Tier, Version,
};

/// Bytes, read from the front.
#[derive(Clone, Debug)]
pub struct Packed<'b> {
    bytes: &'b [u8],
    damaged: bool,
}

/// What can be read from bytes: its fields, one after the other.
pub trait Unpack {
    /// Reads one; an empty one from damaged bytes.
    fn unpack(from: &mut Packed<'_>) -> Self;
}

/// Reads a value from bytes that are known to hold one: those that the build wrote.
#[must_use]
pub fn read<T: Unpack>(bytes: &[u8]) -> T {
    T::unpack(&mut Packed::new(bytes))
}

impl<'b> Packed<'b> {
    /// Bytes to read.
    #[must_use]
    pub const fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, damaged: false }
    }

    /// Whether everything fitted and nothing is left.
    #[must_use]
    pub const fn whole(&self) -> bool {
        self.bytes.is_empty() && !self.damaged
    }

    /// Whether something did not fit.
    #[must_use]
    pub const fn damaged(&self) -> bool {
        self.damaged
    }

    /// Gives the bytes up: they do not hold what was expected.
    pub const fn damage(&mut self) {
        self.damaged = true;
        self.bytes = &[];
    }

    /// The next byte.
    #[inline(never)]
    #[must_use]
    pub fn byte(&mut self) -> u8 {
        let Some((&byte, rest)) = self.bytes.split_first() else {
            self.damage();
            return 0;
        };
        self.bytes = rest;
        byte
    }

    /// A number of at most so many bits, seven in a byte, the lowest first.
    #[inline(never)]
    fn number(&mut self, bits: u32) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            if shift + 7 > bits && byte >> (bits - shift) != 0 {
                self.damage();
                return 0;
            }
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
    }

    /// A number of at most 32 bits.
    #[must_use]
    pub fn count(&mut self) -> u32 {
        u32::try_from(self.number(32)).unwrap_or_default()
    }

    /// Whether: one or nought.
    #[inline(never)]
    #[must_use]
    pub fn flag(&mut self) -> bool {
        let byte = self.byte();
        if byte > 1 {
            self.damage();
        }
        byte == 1
    }

    /// A text after its length.
    #[inline(never)]
    #[must_use]
    pub fn text(&mut self) -> String {
        let length = usize::try_from(self.count()).unwrap_or(usize::MAX);
        let text = self.bytes.split_at_checked(length).and_then(|(text, rest)| {
            self.bytes = rest;
            std::str::from_utf8(text).ok()
        });
        if text.is_none() {
            self.damage();
        }
        text.unwrap_or_default().to_owned()
    }

    /// The word at the place that comes next, in a list of words.
    pub(crate) fn word<T: Copy>(&mut self, words: &[T]) -> Option<T> {
        let word = usize::try_from(self.count()).ok().and_then(|place| words.get(place).copied());
        if word.is_none() {
            self.damage();
        }
        word
    }
}

impl Unpack for String {
    fn unpack(from: &mut Packed<'_>) -> Self {
        from.text()
    }
}

impl Unpack for bool {
    fn unpack(from: &mut Packed<'_>) -> Self {
        from.flag()
    }
}

impl Unpack for u16 {
    fn unpack(from: &mut Packed<'_>) -> Self {
        Self::try_from(from.number(16)).unwrap_or_default()
    }
}

impl Unpack for u32 {
    fn unpack(from: &mut Packed<'_>) -> Self {
        from.count()
    }
}

impl Unpack for u64 {
    fn unpack(from: &mut Packed<'_>) -> Self {
        from.number(64)
    }
}

impl Unpack for i64 {
    fn unpack(from: &mut Packed<'_>) -> Self {
        // The sign is the lowest bit, so that small numbers below nought are short as well.
        let number = from.number(64);
        let magnitude = Self::try_from(number >> 1).unwrap_or_default();
        if number & 1 == 1 { !magnitude } else { magnitude }
    }
}

impl<T: Unpack> Unpack for Vec<T> {
    fn unpack(from: &mut Packed<'_>) -> Self {
        let mut items = Self::new();
        for _ in 0..from.count() {
            if from.damaged {
                break;
            }
            items.push(T::unpack(from));
        }
        items
    }
}

impl<T: Unpack> Unpack for Option<T> {
    fn unpack(from: &mut Packed<'_>) -> Self {
        from.flag().then(|| T::unpack(from))
    }
}

impl<A: Unpack, B: Unpack> Unpack for (A, B) {
    fn unpack(from: &mut Packed<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

impl Unpack for ClauseId {
    fn unpack(from: &mut Packed<'_>) -> Self {
        Self(u16::unpack(from))
    }
}

impl Unpack for LicenceId {
    fn unpack(from: &mut Packed<'_>) -> Self {
        Self(u16::unpack(from))
    }
}

impl Unpack for Activity {
    fn unpack(from: &mut Packed<'_>) -> Self {
        Self::from_index(from.byte()).unwrap_or_else(|| {
            from.damage();
            Self::FIRST
        })
    }
}

impl Unpack for Outcome {
    fn unpack(from: &mut Packed<'_>) -> Self {
        match from.count() {
            0 => Self::Needs,
            1 => Self::Included { with: Unpack::unpack(from), otherwise: from.text() },
            2 => Self::Exempt,
            3 => Self::Impossible { mend: from.text() },
            4 => Self::Disputed { counted: from.flag(), readings: Unpack::unpack(from) },
            5 => Self::Unknown { question: Unpack::unpack(from) },
            _ => {
                from.damage();
                Self::Needs
            }
        }
    }
}

/// Says which fields of a type follow one another: all of them, in the order of their declaration.
macro_rules! fields {
    ($($name:ident { $($field:ident),+ })+) => {$(
        impl crate::packed::Unpack for $name {
            fn unpack(from: &mut crate::packed::Packed<'_>) -> Self {
                Self { $($field: crate::packed::Unpack::unpack(from)),+ }
            }
        }
    )+};
}
pub(crate) use fields;

fields! {
    Rulebook {
        id, edition, family, name, client, prices, sources, clauses, standings, rules, licences, bundles, editions,
        versions, allowances, notes, questions, programmes, step_ups, mappings, facts, conversions, tiers
    }
    Source { id, title, date, address, confidence }
    Clause { id, source, section, says, confidence, reviewed }
    Standing { relationship, audience, clauses }
    Rule { id, relationships, accesses, activities, outcome, says, clauses }
    Licence { id, line, name, holder, audiences, grants, bases, clauses, for_sale, stands_for, same_as, step_up, software }
    ServerSoftware { editions, usual, included, same_as, says }
    StandsFor { licence, each, assured, programmes, clauses }
    Bundle { holder, licences, grants }
    Edition { id, name, named_users, unlimited, mend, clauses }
    Version { id, name, reached_by, says, mend, clauses }
    Allowance { id, activities, units, says, clauses }
    Note { id, warns, activities, accesses, audiences, licences, says, clauses }
    Question { id, asks, answers }
    Answer { label, relationship }
    Programme { id, name, offers, assured, says, clauses }
    StepUp { id, name, offering, from, to, assured, at_difference, says, clauses }
    Mapping { from, to, says, clauses }
    Fact { id, title, says, clauses }
    Conversion { id, lines, assured, says, clauses }
    PriceBook { id, name, rulebook, currency, about, sources, prices, unpriced }
    Tier { id, name, licences, says, clauses }
    Price { licence, minor, per, basis, source, note, ratio }
    Ratio { of, basis_points, less }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn number(bytes: &[u8], bits: u32, wanted: Option<u64>) {
        let mut packed = Packed::new(bytes);
        let found = packed.number(bits);
        assert_eq!(packed.whole().then_some(found), wanted);
    }

    #[test]
    fn a_number_fits_or_is_refused() {
        number(&[5], 32, Some(5));
        number(&[0xff, 0x01], 32, Some(255));
        number(&[0xff, 0xff, 0xff, 0xff, 0x0f], 32, Some(u32::MAX.into()));
        number(&[0xff, 0xff, 0xff, 0xff, 0x1f], 32, None);
        number(&[0x80, 0x80, 0x80, 0x80, 0x80, 0x00], 32, None);
        number(&[0xff, 0xff, 0x03], 16, Some(u16::MAX.into()));
        number(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01], 64, Some(u64::MAX));
        number(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x03], 64, None);
        number(&[0x80], 32, None);
        number(&[], 32, None);
    }

    #[track_caller]
    fn value<T: Unpack + PartialEq + std::fmt::Debug>(bytes: &[u8], wanted: Option<T>) {
        let mut packed = Packed::new(bytes);
        let found = T::unpack(&mut packed);
        assert_eq!(packed.whole().then_some(found), wanted);
    }

    #[test]
    fn damage_is_noticed() {
        value(&[1, 2, b'a', b'b'], Some(vec!["ab".to_owned()]));
        value::<Vec<String>>(&[1, 3, b'a', b'b'], None);
        value::<Vec<String>>(&[1, 1, 0xff], None);
        value::<Vec<String>>(&[0, 0], None);
        value::<Vec<String>>(&[0xff, 0xff, 0xff, 0xff, 0x0f], None);
        value::<bool>(&[2], None);
        value::<Option<u32>>(&[1, 7], Some(Some(7)));
        value::<i64>(&[3], Some(-2));
    }
}
