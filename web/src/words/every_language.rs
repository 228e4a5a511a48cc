//! Every language in the program: for tests, and for the files of the page.

#[cfg(test)]
use super::Words;
use seatwise_core::language::{self, Pack};
use seatwise_fluent::Texts;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

// The build wrote the bytes of this very type.
static READ: LazyLock<Vec<(&str, Texts)>> = LazyLock::new(|| {
    let read = |(id, bytes): &(&'static str, &[u8])| Some((*id, postcard::from_bytes(bytes).ok()?));
    TABLES.iter().filter_map(read).collect()
});

/// Every language but English: its identifier, what it brings, and the texts of the page.
pub fn packs() -> impl Iterator<Item = (&'static str, &'static Pack, &'static Texts)> {
    READ.iter().filter_map(|(id, texts)| Some((*id, language::pack(id)?, texts)))
}

/// The texts of a language; English where there is no such language.
#[cfg(test)]
pub fn words(id: &str) -> Words {
    let entry = packs().find(|(known, ..)| *known == id);
    entry.map_or_else(Words::default, |(_, pack, texts)| Words::new(texts, pack))
}
