//! Words of what is looked at beside the bill: other generations, break-evens.

use seatwise_core::rulebook::VerdictKind;

/// The heading of the table of generations.
pub const GENERATIONS: &str = "Under every generation of the product";
/// What the table of generations is for.
pub const GENERATIONS_ABOUT: &str =
    "The same people, devices, servers and uses under each rulebook, with that rulebook\u{2019}s own prices.";
/// Its columns.
pub const GENERATION_HEADINGS: [&str; 4] = ["Rules", "Total", "Licences", "What is different, and why"];
/// Marks the rulebook of the scenario.
pub const THIS_ONE: &str = "this scenario";
/// Nothing differs.
pub const NO_DIFFERENCE: &str = "Nobody needs anything else.";
/// Nothing is on a bill.
pub const NO_LICENCE: &str = "no licence";
/// The heading of the break-even card.
pub const BREAK_EVEN: &str = "Break-even";
/// What the break-even card is for.
pub const BREAK_EVEN_ABOUT: &str = "At which count does another mix become the cheapest? Found exactly, not by trying.";
/// The label of the list of groups.
pub const BREAK_EVEN_OF: &str = "How many";
/// Before a group was chosen.
pub const CHOOSE_A_GROUP: &str = "choose a group";
/// The columns of the table of stretches.
pub const STRETCH_HEADINGS: [&str; 4] = ["From", "To", "Total", "Cheapest mix"];
/// Where every count was solved.
pub const ONE_BY_ONE: &str = "Licences are owned or a limit applies, so the total is not a chain of falling slopes: every count was solved by itself.";

/// How one group is covered elsewhere.
pub fn instead(people: &str, now: &str, then: &str) -> String {
    format!("{people}: {now} instead of {then}")
}

/// What covers somebody who holds no licence.
pub const fn without_licence(verdict: Option<VerdictKind>) -> &'static str {
    match verdict {
        Some(VerdictKind::Included) => "included",
        Some(VerdictKind::Exempt) => "no licence asked for",
        Some(VerdictKind::Impossible) => "cannot be licensed",
        Some(VerdictKind::Unknown) => "not known yet",
        Some(VerdictKind::Disputed) => "texts disagree",
        Some(VerdictKind::Needs) | None => NO_LICENCE,
    }
}

/// What the chart shows, for those who do not see it.
pub fn chart(group: &str, present: &str, flips: &[String]) -> String {
    if flips.is_empty() {
        return format!("One mix stays the cheapest, however many {group} there are. There are {present} now.");
    }
    format!("The cheapest mix changes at {} of {group}. There are {present} now.", super::list(flips))
}
