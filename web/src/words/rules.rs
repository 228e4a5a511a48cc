//! Words of the rulebook as it can be read and quoted.

use seatwise_core::rulebook::Offering;

/// Heading of the card, and the name of the button that leads there.
pub const RULES_AND_SOURCES: &str = "Rules and sources";
/// The same in the header, where there is little room.
pub const SOURCES: &str = "Sources";
/// What the card is for.
pub const RULES_ABOUT: &str =
    "What the rulebook says, with the clauses, their documents and how far these can be trusted.";
/// The field that narrows it down.
pub const FIND: &str = "Find in the rules";
/// Where nothing is found.
pub const NOTHING_FOUND: &str = "Nothing in this rulebook says that.";

/// Heading of the verdict table.
pub const RULES_OF_USE: &str = "Who needs a licence";
/// Heading of what was made of the lines of other generations.
pub const MAPPINGS: &str = "What earlier licences became";
/// Heading of the licences of other generations that are counted here.
pub const COUNTED: &str = "Licences of other generations that count";
/// Heading of the step-ups.
pub const STEP_UPS: &str = "Step-ups and subscriptions for owners";
/// Heading of the programmes.
pub const PROGRAMMES: &str = "Programmes";
/// Heading of the facts.
pub const FACTS: &str = "Good to know";
/// Heading of the clauses.
pub const CLAUSES: &str = "Clauses by document";

/// Opens the card.
pub fn read_all(book: &str) -> String {
    format!("Read {book}")
}

/// A heading with the number of its entries.
pub fn counted(heading: &str, count: usize) -> String {
    format!("{heading} · {count}")
}

/// Opens the clauses of an entry.
pub fn clauses(count: usize) -> String {
    if count == 1 { "1 clause".to_owned() } else { format!("{count} clauses") }
}

/// What a line became.
pub fn became(from: &str, to: &[String]) -> String {
    format!("{from} \u{2192} {}", super::list(to))
}

/// What counts as a licence.
pub fn counts(owned: &[String]) -> String {
    format!("Counts as this when owned: {}.", super::list(owned))
}

/// What holds where nobody has the licence that includes it.
pub fn otherwise(text: &str) -> String {
    format!("Otherwise {text}.")
}

/// On what condition it does.
pub fn while_assured(licence: &str) -> String {
    format!("{licence} under Software Assurance")
}

/// Where a step-up is sold; nothing where no text says.
pub fn sold_through(says: &str, programmes: &[&str]) -> String {
    if programmes.is_empty() {
        says.to_owned()
    } else {
        format!("{says}. Sold through {}", super::list(programmes))
    }
}

/// What a programme offers, whether Software Assurance comes with it, and what else to know.
pub fn offers(offers: &[&str], assured: bool, says: &str) -> String {
    let assured = if assured { ", always with Software Assurance" } else { "" };
    format!("Offers {}{assured}. {says}", super::list(offers))
}

/// What an agreement offers.
pub const fn offering(offering: Offering) -> &'static str {
    match offering {
        Offering::Licence => "licences",
        Offering::Subscription => "subscriptions",
        Offering::StepUp => "step-ups",
        Offering::AddOn => "Add-on subscriptions",
        Offering::FromSa => "From SA subscriptions",
        Offering::Hosting => "licences by the month for hosting",
    }
}
