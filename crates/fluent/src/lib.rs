//! Texts for people, by language.
//!
//! ```text
//! words/en/*.ftl, words/de/*.ftl --compile::compile()--> a table of Texts a language, and one typed function a message
//! function(arguments) --Texts::fill()--> text, its numbers with the Numerals of the reader
//! ```
//!
//! The source is Fluent, which translators' tools know. A message or an argument that is missing in
//! one of the languages stops the build with its file and line; see [`compile`]. What is left at run
//! time is a table of patterns a language, so that a page can load the one that it needs.

mod numerals;
mod texts;

#[cfg(feature = "compile")]
pub mod compile;

pub use numerals::Numerals;
pub use texts::{Argument, Part, Texts, Variant};
