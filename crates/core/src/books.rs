//! The rulebooks and price books that ship with Seatwise.

use crate::words::Words;
use seatwise_rulebook::{Licence, PriceBook, Rulebook};
use std::sync::LazyLock;

static RULEBOOK_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rulebooks.bin"));
static PRICE_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/prices.bin"));

// The build wrote the bytes of these very types; a test reads them.
static RULEBOOKS: LazyLock<Vec<Rulebook>> =
    LazyLock::new(|| postcard::from_bytes(RULEBOOK_BYTES).unwrap_or_default());
static PRICES: LazyLock<Vec<PriceBook>> =
    LazyLock::new(|| postcard::from_bytes(PRICE_BYTES).unwrap_or_default());

/// Every rulebook, in the order of their identifiers.
#[must_use]
pub fn rulebooks() -> &'static [Rulebook] {
    &RULEBOOKS
}

/// The rulebook with this identifier, with or without an edition: `crm-2011` or `crm-2011@2012-12`.
#[must_use]
pub fn rulebook(id: &str) -> Option<&'static Rulebook> {
    rulebooks().iter().find(|book| book.id == without_edition(id))
}

/// The identifier of a rulebook without the edition that it may be pinned to: `crm-2011`.
pub(crate) fn without_edition(id: &str) -> &str {
    id.split_once('@').map_or(id, |(name, _)| name)
}

/// Every price book, in the order of their identifiers.
#[must_use]
pub fn price_books() -> &'static [PriceBook] {
    &PRICES
}

/// The price book with this identifier.
#[must_use]
pub fn price_book(id: &str) -> Option<&'static PriceBook> {
    price_books().iter().find(|book| book.id == id)
}

/// The books, to read scenarios with, and the words to tell what follows in. Tests bring their own.
#[derive(Clone, Copy, Debug)]
pub struct Library<'a> {
    /// Rulebooks to choose from.
    pub rulebooks: &'a [Rulebook],
    /// Price books to choose from.
    pub price_books: &'a [PriceBook],
    /// The texts of the reader's language.
    pub words: Words,
}

impl<'a> Library<'a> {
    /// The rulebook with this identifier, with or without an edition.
    #[must_use]
    pub fn rulebook(&self, id: &str) -> Option<&'a Rulebook> {
        self.rulebooks.iter().find(|book| book.id == without_edition(id))
    }

    /// The licence with a full identifier, `crm-2011/cal-ess-user`, and its rulebook.
    #[must_use]
    pub fn licence(&self, full_id: &str) -> Option<(&'a Rulebook, &'a Licence)> {
        let (book, licence) = full_id.split_once('/')?;
        let book = self.rulebooks.iter().find(|known| known.id == book)?;
        Some((book, book.licences.iter().find(|known| known.id == licence)?))
    }

    /// The price book with this identifier.
    #[must_use]
    pub fn price_book(&self, id: &str) -> Option<&'a PriceBook> {
        self.price_books.iter().find(|book| book.id == id)
    }
}

impl Library<'static> {
    /// The books that ship with Seatwise, in English.
    #[must_use]
    pub fn shipped() -> Self {
        Self { rulebooks: rulebooks(), price_books: price_books(), words: Words::english() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_books_are_read() {
        assert!(!rulebooks().is_empty() && !price_books().is_empty());
    }
}
