//! Words of the insights beside the bill: other generations, break-evens, owned against needed.

use seatwise_core::period::Period;
use seatwise_core::rulebook::VerdictKind;

/// The heading of the table of generations.
pub const GENERATIONS: &str = "Under every generation of the product";
/// What the table of generations is for.
pub const GENERATIONS_ABOUT: &str = "The same people, devices, servers and uses under each rulebook, with that rulebook\u{2019}s own prices.";
/// Heads generations whose totals can be compared with one another.
pub fn generation_group(currency: &str, period: Option<Period>, assumed: bool) -> String {
    let paid = match period {
        None => return "Nothing to pay".to_owned(),
        Some(Period::Once) => "Paid once".to_owned(),
        Some(Period::Recurring { years: 1 }) => "Paid every year".to_owned(),
        Some(period) => format!("Paid {period}"),
    };
    let basis =
        if assumed { ", on assumed prices: not to be compared with the others" } else { "" };
    format!("{paid}, in {currency}{basis}")
}

/// Its columns.
pub const GENERATION_HEADINGS: [&str; 4] =
    ["Rules", "Total", "Licences", "What is different, and why"];
/// Opens what is different.
pub fn differences(count: usize) -> String {
    if count == 1 { "for 1 group".to_owned() } else { format!("for {count} groups") }
}

/// Marks the rulebook of the scenario.
pub const THIS_ONE: &str = "this scenario";
/// Nothing differs.
pub const NO_DIFFERENCE: &str = "No group needs other licences.";
/// Nothing is on a bill.
pub const NO_LICENCE: &str = "no licence";
/// The heading of the break-even card.
pub const BREAK_EVEN: &str = "Break-even";
/// What the break-even card is for.
pub const BREAK_EVEN_ABOUT: &str =
    "The counts or prices at which another mix becomes the cheapest. Exact, not sampled.";
/// The label of the list of counts and prices.
pub const BREAK_EVEN_OF: &str = "Break-even of";
/// Before one was chosen.
pub const CHOOSE: &str = "choose a count or a price";
/// Where a stretch has no end.
pub const AND_UP: &str = "and up";
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
        Some(VerdictKind::Exempt) => "needs no licence",
        Some(VerdictKind::Impossible) => "cannot be licensed",
        Some(VerdictKind::Unknown) => "not known yet",
        Some(VerdictKind::Disputed) => "texts disagree",
        Some(VerdictKind::Needs) | None => NO_LICENCE,
    }
}

/// What the chart shows, for those who do not see it.
pub fn chart(what: &str, present: &str, flips: &[String]) -> String {
    let changes =
        if flips.is_empty() { "nowhere".to_owned() } else { format!("at {}", super::list(flips)) };
    format!("{what}, {}: the cheapest mix changes {changes}.", now(present))
}

/// Where things stand.
pub fn now(present: &str) -> String {
    if present.is_empty() { "no price yet".to_owned() } else { format!("now {present}") }
}

/// The places that were looked at.
pub fn between(from: &str, to: &str) -> String {
    format!("from {from} to {to}")
}

/// The same as a sentence.
pub fn looked(between: &str) -> String {
    format!("Examined {between}. ")
}

/// Nothing ever changes.
pub fn no_flip(between: &str) -> String {
    format!("One mix stays the cheapest, {between}.")
}

/// What changes, from where on.
pub fn flip(from: &str, comes: &str, goes: &str) -> String {
    match (comes, goes) {
        ("", "") => format!("From {from} on: the same licences, for others."),
        ("", goes) => format!("From {from} on: without {goes}."),
        (comes, "") => format!("From {from} on: with {comes}."),
        (comes, goes) => format!("From {from} on: {comes} instead of {goes}."),
    }
}

/// The price of a licence, to be chosen.
pub fn price_of(name: &str) -> String {
    format!("Price of {name}")
}

/// Heading of what is owned against what is needed.
pub const NEEDED: &str = "Owned against needed";
/// Its columns.
pub const OWNED_HEADINGS: [&str; 6] = ["Licence", "Owned", "Needed", "Surplus", "Gap", "Cost"];

/// The columns of the register of holders.
pub const REGISTER_HEADINGS: [&str; 6] =
    ["Licence", "Held by", "No.", "Name of the person or device", "Assigned on", "On what ground"];

/// The last line of a group that is too large to be listed one by one.
pub fn and_so_on(listed: u64, all: u64) -> String {
    format!("{listed} to {all}")
}

/// The cheapest way to close the gap.
pub fn top_up(gap: &str, cost: &str) -> String {
    if gap.is_empty() {
        return "Nothing is left to buy.".to_owned();
    }
    format!("Cheapest top-up: {gap}, for {cost}.")
}

/// What it would cost if nothing were owned.
pub fn saved(without: &str) -> String {
    format!("Without what is owned: {without}.")
}

/// Owned licences that nobody needs.
pub fn idle(licences: &str) -> String {
    format!("Idle: {licences}.")
}
