//! The texts of one language: patterns, and how they are filled.

use crate::Numerals;
use serde::{Deserialize, Serialize};

/// The texts of one language, one a message, in the order of the generated functions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// The pattern of each message.
    pub messages: Vec<Vec<Part>>,
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Stands as it is.
    Text(String),
    /// The argument at this place.
    Argument(u8),
    /// Text that hangs on the count at this place of the arguments.
    ByCount(u8, Vec<Variant>),
}

/// A way to write a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// The count that it is for; none for all others.
    pub of: Option<u64>,
    /// Parts that are written.
    pub parts: Vec<Part>,
}

/// Value that is filled into a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument<'a> {
    /// A text.
    Text(&'a str),
    /// A count, written with the reader's signs.
    Count(u64),
}

impl Texts {
    /// A message without arguments; nothing where there is no such message.
    #[must_use]
    pub fn plain(&self, message: usize) -> &str {
        match self.parts(message) {
            [Part::Text(text)] => text,
            _ => "",
        }
    }

    /// The parts of a message.
    #[must_use]
    pub fn parts(&self, message: usize) -> &[Part] {
        self.messages.get(message).map_or(&[], Vec::as_slice)
    }

    /// A message with its arguments.
    #[must_use]
    pub fn fill(&self, message: usize, arguments: &[Argument<'_>], numerals: Numerals) -> String {
        let mut filled = String::new();
        fill(self.parts(message), arguments, numerals, &mut filled);
        filled
    }
}

fn fill(parts: &[Part], arguments: &[Argument<'_>], numerals: Numerals, into: &mut String) {
    let argument = |place: u8| arguments.get(usize::from(place));
    for part in parts {
        match part {
            Part::Text(text) => into.push_str(text),
            Part::Argument(place) => match argument(*place) {
                Some(Argument::Text(text)) => into.push_str(text),
                Some(&Argument::Count(count)) => into.push_str(&numerals.count(count)),
                None => {}
            },
            Part::ByCount(place, variants) => {
                let count = match argument(*place) {
                    Some(&Argument::Count(count)) => Some(count),
                    _ => None,
                };
                let fits = |variant: &&Variant| variant.of.is_none() || variant.of == count;
                let chosen = variants.iter().find(fits);
                fill(chosen.map_or(&[], |chosen| &chosen.parts), arguments, numerals, into);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Part {
        Part::Text(text.to_owned())
    }

    #[test]
    fn a_message_is_filled_by_counts_and_texts() {
        let singular = Variant { of: Some(1), parts: vec![text("1 licence")] };
        let plural = Variant { of: None, parts: vec![Part::Argument(0), text(" licences")] };
        let by_count = Part::ByCount(0, vec![singular, plural]);
        let texts = Texts {
            messages: vec![
                vec![text("Why")],
                vec![by_count, text(" for "), Part::Argument(1), text(".")],
            ],
        };
        let fill = |count| {
            let arguments = [Argument::Count(count), Argument::Text("Sellers")];
            texts.fill(1, &arguments, Numerals::ENGLISH)
        };
        assert_eq!(texts.plain(0), "Why");
        assert_eq!(fill(1), "1 licence for Sellers.");
        assert_eq!(fill(5_000), "5,000 licences for Sellers.");
        assert_eq!((texts.plain(1), texts.plain(7)), ("", ""));
    }
}
