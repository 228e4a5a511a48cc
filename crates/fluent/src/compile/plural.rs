//! Plural categories of whole numbers and the signs of numbers, by CLDR.

/// The count that the category `one` stands for in a language, as far as whole numbers go; none for
/// a language whose categories are not known here.
///
/// CLDR has more languages of this kind; one with other rules needs more than this.
pub(super) fn singular(language: &str) -> Option<u64> {
    matches!(language, "en" | "de" | "nl" | "sv" | "da" | "nb" | "it" | "es").then_some(1)
}

/// The signs that numbers are usually written with in a language: between groups of three digits,
/// and before the decimals.
#[must_use]
pub fn numerals(language: &str) -> (Option<char>, char) {
    match language {
        "en" => (Some(','), '.'),
        "sv" | "nb" => (Some('\u{a0}'), ','),
        _ => (Some('.'), ','),
    }
}
