//! Pack of a language other than English: the books in it, the examples, and the core's texts. A
//! program that loads its language reads the bytes of a pack; with feature `languages`, all packs
//! are in the program.

use crate::books::Library;
use crate::scenario::Scenario;
use crate::words::Words;
use seatwise_fluent::{Numerals, Texts};
use seatwise_rulebook::{Analysis, PriceBook, Rulebook};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// Everything for people in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// The language: `de`.
    pub id: String,
    books: Translated,
    words: Texts,
    numerals: (Option<char>, char),
}

/// The books and examples in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Translated {
    /// Every rulebook, in the order of their identifiers.
    rulebooks: Vec<Rulebook>,
    /// Every price book, in the order of their identifiers.
    price_books: Vec<PriceBook>,
    /// Every user analysis, in the order of their identifiers.
    analyses: Vec<Analysis>,
    /// The examples as JSON, in the order of [`crate::examples::ALL`].
    examples: Vec<String>,
}

impl Pack {
    /// The books and texts of the language.
    #[must_use]
    pub fn library(&'static self) -> Library<'static> {
        Library {
            rulebooks: &self.books.rulebooks,
            price_books: &self.books.price_books,
            words: Words::new(&self.words, self.numerals()),
        }
    }

    /// The signs that numbers are usually written with.
    #[must_use]
    pub const fn numerals(&self) -> Numerals {
        let (group, decimal) = self.numerals;
        Numerals { group, decimal }
    }

    /// Every user analysis, in the order of their identifiers.
    #[must_use]
    pub fn analyses(&self) -> &[Analysis] {
        &self.books.analyses
    }

    /// An example by its place.
    #[must_use]
    pub fn example(&self, place: usize) -> Option<Scenario> {
        self.books.examples.get(place).and_then(|json| Scenario::from_json(json).ok())
    }
}

/// Reads what was made by [`packed`]; none where it is something else.
#[must_use]
pub fn unpacked<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    let bytes = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(bytes, MOST).ok()?;
    postcard::from_bytes(&bytes).ok()
}

/// The most bytes of a language: some hundred kilobytes are usual.
const MOST: usize = 16_000_000;

/// A value as few bytes, for a file of the page.
///
/// # Errors
///
/// A value that has no such form.
#[cfg(feature = "languages")]
pub fn packed(value: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    Ok(miniz_oxide::deflate::compress_to_vec_zlib(&postcard::to_allocvec(value)?, 10))
}

/// The bytes of a language's pack; none for English, which needs none.
#[cfg(feature = "languages")]
#[must_use]
pub fn pack_bytes(id: &str) -> Option<&'static [u8]> {
    PACKS.iter().find(|(known, _)| *known == id).map(|(_, bytes)| *bytes)
}

/// The pack of a language.
#[cfg(feature = "languages")]
#[must_use]
pub fn pack(id: &str) -> Option<&'static Pack> {
    static READ: std::sync::LazyLock<Vec<Pack>> = std::sync::LazyLock::new(|| {
        PACKS.iter().filter_map(|(_, bytes)| postcard::from_bytes(bytes).ok()).collect()
    });
    READ.iter().find(|pack| pack.id == id)
}

#[cfg(all(test, feature = "languages"))]
mod tests {
    use super::*;

    #[test]
    fn every_pack_is_read_and_has_all_books() {
        for id in LANGUAGES.iter().filter(|id| **id != "en") {
            let pack = pack(id).unwrap();
            assert_eq!(pack.books.rulebooks.len(), crate::books::rulebooks().len());
            assert_eq!(pack.books.price_books.len(), crate::books::price_books().len());
            assert!((0..crate::examples::ALL.len()).all(|place| pack.example(place).is_some()));
        }
    }
}
