//! An invented product, as text: two rulebooks and a price book that no shipped file knows.

/// The rulebook.
pub const GREENHOUSE_3: &str = include_str!("greenhouse-3.toml");
/// The rulebook of the generation before.
pub const GREENHOUSE_2: &str = include_str!("greenhouse-2.toml");
/// The price book.
pub const COINS: &str = include_str!("greenhouse-coins.toml");
