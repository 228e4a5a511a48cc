//! A closed list of words: one enum, its identifiers, and its parse.

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use std::fmt::{Formatter, Result as Formatted};

/// Declares an enum whose variants have a stable identifier, in a fixed order that links rely on.
///
/// New words are appended: the position of a word is written into scenario links and never changes.
/// Formats for people (JSON, TOML) write the identifier, compact ones the place.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// Every word, in the order that links rely on.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            const IDS: &'static [&'static str] = &[$($id),+];

            /// The stable identifier, as scenarios and rulebooks write it.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// The word with this identifier.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)+ _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                if to.is_human_readable() { to.serialize_str(self.id()) } else { to.serialize_u32(*self as u32) }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::vocabulary::read(from, Self::ALL, Self::IDS)
            }
        }
    };
}
pub(crate) use vocabulary;

/// Reads one of some words, each written by the identifier at its place.
pub(crate) fn read<'de, D: Deserializer<'de>, T: Copy>(
    from: D,
    words: &[T],
    ids: &'static [&'static str],
) -> Result<T, D::Error> {
    let place = if from.is_human_readable() {
        from.deserialize_str(Word(ids))?
    } else {
        u32::deserialize(from)? as usize
    };
    let unknown =
        || D::Error::invalid_value(Unexpected::Unsigned(place as u64), &"the place of a word");
    words.get(place).copied().ok_or_else(unknown)
}

/// Reads the place of an identifier among some.
struct Word(&'static [&'static str]);

impl Visitor<'_> for Word {
    type Value = usize;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> Formatted {
        formatter.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<usize, E> {
        let place = self.0.iter().position(|id| *id == text);
        place.ok_or_else(|| E::unknown_variant(text, self.0))
    }
}
