//! A closed list of words: one enum, its identifiers, and its parse.

/// Declares an enum whose variants have a stable identifier, in a fixed order that links rely on.
///
/// New words are appended: the position of a word is written into scenario links and never changes.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $id)] $variant),+ }

        impl $name {
            /// Every word, in the order that links rely on.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

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

        impl $crate::packed::Unpack for $name {
            fn unpack(from: &mut $crate::packed::Packed<'_>) -> Self {
                let [first, ..] = [$(Self::$variant),+];
                from.word(Self::ALL).unwrap_or(first)
            }
        }
    };
}
pub(crate) use vocabulary;
