//! From TOML to checked books, at build time.
//!
//! ```text
//! text --raw::read()--> RawBook --resolve::rulebook()--> Rulebook --check::rulebook()--> Rulebook
//!                                                      every Rulebook --across::check()--> what they say of one another
//! text --raw::read()--> RawAnalysis --analysis::resolve()--> Analysis --analysis::check()--> Analysis
//! ```
//!
//! Every refusal is a [`Fault`]: the file, the line, what is wrong and what to write instead.

mod across;
mod analysis;
mod bundles;
mod check;
mod example;
mod fault;
mod names;
mod prices;
mod raw;
mod resolve;
mod roles;
mod step_up;
pub mod texts;

pub use example::{Example, Expectation};
pub use fault::Fault;
pub use texts::Translation;

use crate::{Analysis, PriceBook, Products, Role, Rulebook, ServicePlans};

/// Reads, resolves and checks one rulebook.
///
/// # Errors
///
/// Every fault that was found, in the order of the file.
pub fn rulebook(file: &str, text: &str) -> Result<Rulebook, Vec<Fault>> {
    checked_rulebook(&raw::read(file, text)?, &fault::Locator::new(file, text))
}

/// Reads one rulebook in the language of a translation.
///
/// # Errors
///
/// Every fault of the translation, or of the book.
pub fn translated_rulebook(
    file: &str,
    text: &str,
    translation: &Translation<'_>,
) -> Result<Rulebook, Vec<Fault>> {
    let mut raw: raw::Book = raw::read(file, text)?;
    translation.put_into(&mut raw)?;
    checked_rulebook(&raw, &fault::Locator::new(file, text))
}

fn checked_rulebook(raw: &raw::Book, locate: &fault::Locator<'_>) -> Result<Rulebook, Vec<Fault>> {
    let book = resolve::rulebook(raw, locate)?;
    check::rulebook(raw, &book, locate)?;
    Ok(book)
}

/// Checks what one rulebook says of the others, once all of them are read: the owned licences of
/// another generation that count in it, and the lines that correspond.
///
/// # Errors
///
/// Every fault that was found, in the order of the file.
pub fn cross_check(file: &str, text: &str, rulebooks: &[Rulebook]) -> Result<(), Vec<Fault>> {
    let raw: raw::Book = raw::read(file, text)?;
    across::check(&raw, rulebooks, &fault::Locator::new(file, text))
}

/// Reads and checks one price book against the rulebook that it prices.
///
/// # Errors
///
/// Every fault that was found, in the order of the file.
pub fn price_book(file: &str, text: &str, rulebooks: &[Rulebook]) -> Result<PriceBook, Vec<Fault>> {
    let raw: prices::RawPrices = raw::read(file, text)?;
    prices::resolve(&raw, rulebooks, &fault::Locator::new(file, text))
}

/// Reads one price book in the language of a translation.
///
/// # Errors
///
/// Every fault of the translation, or of the book.
pub fn translated_price_book(
    file: &str,
    text: &str,
    rulebooks: &[Rulebook],
    translation: &Translation<'_>,
) -> Result<PriceBook, Vec<Fault>> {
    let mut raw: prices::RawPrices = raw::read(file, text)?;
    translation.put_into(&mut raw)?;
    prices::resolve(&raw, rulebooks, &fault::Locator::new(file, text))
}

/// Reads and checks the roles of every family.
///
/// # Errors
///
/// Every fault that was found, in the order of the file.
pub fn roles(file: &str, text: &str) -> Result<Vec<Role>, Vec<Fault>> {
    let raw: roles::RawRoles = raw::read(file, text)?;
    roles::resolve(&raw, &fault::Locator::new(file, text))
}

/// Reads and checks the table of service plans.
///
/// # Errors
///
/// Every fault that was found, in the order of the file.
pub fn service_plans(file: &str, text: &str) -> Result<ServicePlans, Vec<Fault>> {
    let raw: analysis::RawPlans = raw::read(file, text)?;
    analysis::service_plans(&raw, &fault::Locator::new(file, text))
}

/// Reads and checks the table of products, whose plans are among the service plans.
///
/// # Errors
///
/// Every fault that was found, in the order of the file.
pub fn products(file: &str, text: &str, plans: &ServicePlans) -> Result<Products, Vec<Fault>> {
    let raw: analysis::RawProducts = raw::read(file, text)?;
    analysis::products(&raw, plans, &fault::Locator::new(file, text))
}

/// Reads, resolves and checks one user analysis against the service plans that it may name.
///
/// # Errors
///
/// Every fault that was found.
pub fn analysis(file: &str, text: &str, plans: &ServicePlans) -> Result<Analysis, Vec<Fault>> {
    let raw: analysis::RawAnalysis = raw::read(file, text)?;
    analysis::analysis(&raw, plans, &fault::Locator::new(file, text))
}

/// Reads one user analysis in the language of a translation.
///
/// # Errors
///
/// Every fault of the translation, or of the analysis.
pub fn translated_analysis(
    file: &str,
    text: &str,
    plans: &ServicePlans,
    translation: &Translation<'_>,
) -> Result<Analysis, Vec<Fault>> {
    let mut raw: analysis::RawAnalysis = raw::read(file, text)?;
    translation.put_into(&mut raw)?;
    analysis::analysis(&raw, plans, &fault::Locator::new(file, text))
}

/// The worked cases of a rulebook's file, for the tests that execute them.
///
/// # Errors
///
/// The places where a case does not say what it means.
pub fn examples(file: &str, text: &str) -> Result<Vec<Example>, Vec<Fault>> {
    let raw: raw::Book = raw::read(file, text)?;
    example::read(raw, &fault::Locator::new(file, text))
}
