//! An invented product, as text: two rulebooks, a price book and a user analysis that no shipped
//! file knows.

/// The rulebook.
pub const GREENHOUSE_3: &str = include_str!("greenhouse-3.toml");
/// The rulebook of the generation before.
pub const GREENHOUSE_2: &str = include_str!("greenhouse-2.toml");
/// The price book.
pub const COINS: &str = include_str!("greenhouse-coins.toml");
/// A user analysis.
pub const GREENHOUSE_COUNT: &str = include_str!("greenhouse-analysis.toml");
/// The service plans that it names.
pub const GREENHOUSE_PLANS: &str = include_str!("greenhouse-plans.toml");
/// The rulebook of a product that is bought or rented.
pub const ORCHARD: &str = include_str!("orchard.toml");
/// Its price book.
pub const ORCHARD_COINS: &str = include_str!("orchard-coins.toml");
