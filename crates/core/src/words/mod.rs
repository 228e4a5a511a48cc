//! The texts that the core tells, in the language of the reader. They stand in `words/`, a folder a
//! language; the build makes a function of each.

mod phrases;

use seatwise_fluent::{Numerals, Texts};
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

static ENGLISH_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words-en.bin"));

// The build wrote the bytes of this very type; a test reads them.
static ENGLISH: LazyLock<Texts> =
    LazyLock::new(|| postcard::from_bytes(ENGLISH_BYTES).unwrap_or_default());

/// Every text of the core in one language, with the signs that its reader writes numbers with.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    texts: &'static Texts,
    numerals: Numerals,
}

/// The same texts are the same table.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.texts, other.texts) && self.numerals == other.numerals
    }
}

impl Words {
    /// The texts of a language.
    #[must_use]
    pub const fn new(texts: &'static Texts, numerals: Numerals) -> Self {
        Self { texts, numerals }
    }

    /// English, with English numbers.
    #[must_use]
    pub fn english() -> Self {
        Self::new(&ENGLISH, Numerals::ENGLISH)
    }

    /// The same texts with other signs of numbers.
    #[must_use]
    pub const fn with_numerals(self, numerals: Numerals) -> Self {
        Self { numerals, ..self }
    }

    /// The signs of numbers.
    #[must_use]
    pub const fn numerals(self) -> Numerals {
        self.numerals
    }
}
