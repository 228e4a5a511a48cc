//! Sentences of prose, the sounds of names, and lists of texts.

use std::fmt;

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

/// True if a name begins with the sound of a vowel: `ESS User CAL`, and not `User CAL`.
pub(crate) fn begins_with_vowel(name: &str) -> bool {
    name.starts_with(['A', 'E', 'I', 'O']) && !name.starts_with("User") && !name.starts_with("Eu")
}

/// Adds the texts that are not in a list yet, in their order.
pub(crate) fn add_new<'t>(list: &mut Vec<String>, texts: impl IntoIterator<Item = &'t String>) {
    for text in texts {
        if !list.contains(text) {
            list.push(text.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(shown: impl fmt::Display, text: &str) {
        assert_eq!(shown.to_string(), text);
    }

    #[test]
    fn sentences_read_well() {
        case(sentence("änderungen"), "Änderungen.");
        case(sentence("7 people"), "7 people.");
        case(sentence(""), "");
        assert!(begins_with_vowel("ESS User CAL") && !begins_with_vowel("Sales User CAL"));
    }

    #[test]
    fn a_letter_has_a_capital_of_one_sign_or_stays() {
        for (letter, wanted) in [('a', 'A'), ('ö', 'Ö'), ('ÿ', 'Ÿ'), ('σ', 'Σ'), ('я', 'Я')]
        {
            case(capital(letter), &wanted.to_string());
        }
        for letter in ['A', 'ß', '÷', '–', '7', '漢'] {
            case(capital(letter), &letter.to_string());
        }
    }
}
