//! Words about licences, prices and proofs.

use seatwise_core::period::Period;
use seatwise_core::rulebook::{Basis, Confidence, Per};

/// Heading of the bill.
pub const LICENCES: &str = "Licences";
/// Where nobody needs a licence.
pub const NOTHING_NEEDED: &str = "No licence is needed for what is described so far.";
/// Where nothing could be counted.
pub const NOT_COUNTED: &str = "Nothing can be counted yet.";
/// Heading of the server licences.
pub const SERVER_LICENCES: &str = "Server licences, beside the total";
/// A server licence that is not bought.
pub const INCLUDED: &str = "comes with the licences for access";
/// Enough of a server licence is owned.
pub const NOTHING_TO_BUY: &str = "nothing to buy";
/// Heading of the licences that are not on the bill.
pub const NOT_NEEDED: &str = "Not needed, and why";
/// Opens the reason of a line.
pub const WHY: &str = "why";
/// A licence without a price.
pub const NO_PRICE: &str = "no price";
/// Opens the prices.
pub const PRICES: &str = "Prices";
/// Heading of the proof.
pub const PROOF: &str = "Proof of the lowest cost";
/// Opens the charges.
pub const CHECK: &str = "Check it by hand";
/// Heading of the alternatives.
pub const COMPARISON: &str = "Comparison";
/// An alternative that does not meet everything.
pub const NOT_POSSIBLE: &str = "not possible";
/// Opens the table behind a chart.
pub const AS_TABLE: &str = "As a table";

/// How many licences the bill counts.
pub fn licences(count: &str) -> String {
    if count == "1" { "1 licence".to_owned() } else { format!("{count} licences") }
}

/// How many of the prices on the bill are assumptions.
pub fn assumptions(assumed: usize, lines: usize) -> String {
    match (assumed, lines) {
        (_, 0) => PRICES.to_owned(),
        (0, _) => "no price is an assumption".to_owned(),
        (1, 1) => "the price is an assumption".to_owned(),
        (all, lines) if all == lines => "all prices are assumptions".to_owned(),
        (1, lines) => format!("1 of {lines} prices is an assumption"),
        (some, lines) => format!("{some} of {lines} prices are assumptions"),
    }
}

/// Currency and period, after an amount.
pub fn unit(currency: &str, period: Option<Period>) -> String {
    period.map_or_else(|| currency.to_owned(), |period| format!("{currency} {period}"))
}

/// So many people whose needs are not counted.
pub fn people_not_counted(count: &str) -> String {
    if count == "1" {
        "1 person not counted".to_owned()
    } else {
        format!("{count} people not counted")
    }
}

/// So many lines of a bill whose price is not known.
pub fn without_price(lines: usize) -> String {
    if lines == 1 {
        "1 licence without a price".to_owned()
    } else {
        format!("{lines} licences without a price")
    }
}

/// The badge of a total that does not count everything.
pub const INCOMPLETE: &str = "incomplete";
/// Before a total that does not count everything.
pub const AT_LEAST: &str = "at least";

/// The visitor's own prices and discount.
pub fn own_prices(own: bool, percent: Option<&str>) -> String {
    match (own, percent) {
        (false, None) => String::new(),
        (true, None) => "your prices".to_owned(),
        (false, Some(percent)) => format!("less {percent} %"),
        (true, Some(percent)) => format!("your prices, less {percent} %"),
    }
}

/// Where nobody is described.
pub const NOTHING_SAID: &str = "Nothing is described yet. Start with a group of people.";

/// Where nothing is said of what people use.
pub fn say_what(count: &str) -> String {
    if count == "1" {
        "Say what the 1 person uses.".to_owned()
    } else {
        format!("Say what the {count} people use.")
    }
}

/// Who holds a server licence while no server is described.
pub const ONE_SERVER: &str = "one server: say how many there are";

/// What is owned already of a line.
pub fn owned(owned: &str, buy: &str) -> String {
    format!("{owned} owned, {buy} to buy")
}

/// How a line comes to its amount; `monthly` is the price of a month where it is paid by the month.
pub fn product(buy: &str, monthly: Option<&str>, unit: &str, amount: &str) -> String {
    match monthly {
        Some(month) => format!("{buy} at {month} a month each, which is {unit} each: {amount}."),
        None => format!("{buy} at {unit} each: {amount}."),
    }
}

/// What a price rests on.
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::List => "list price",
        Basis::Reseller => "reseller's price",
        Basis::Derived => "derived",
        Basis::Assumption => "assumption",
        Basis::Own => "your price",
    }
}

/// What a price buys, after the figure.
pub const fn per(per: Per) -> &'static str {
    match per {
        Per::Once => "",
        Per::Month => " a month",
    }
}

/// How far a source can be trusted.
pub const fn confidence(confidence: Confidence) -> &'static str {
    confidence.id()
}

/// When a clause was last reviewed.
pub fn reviewed(date: &str) -> String {
    format!("reviewed {}", super::month(date))
}

/// When a text was looked for that settles a clause, and none found.
pub fn searched(date: &str, of: Confidence) -> String {
    let day = super::day(date);
    match of {
        Confidence::Derived | Confidence::Assumption => {
            format!("looked for on {day}, no text found")
        }
        _ => format!("a text that settles it was looked for on {day}, none found"),
    }
}

/// Where a licence was asked for, of a requirement: who could hold it, and for what.
pub fn requirement(holders: &str, what: &str, through: &str) -> String {
    format!("{holders}, to {what} through {through}")
}

/// The own devices of a group.
pub fn own_devices_of(name: &str) -> String {
    format!("own devices of {name}")
}

/// What an owned licence is worth in the proof.
pub fn rent(owned: &str, name: &str, each: &str) -> String {
    format!("{owned} owned {name}, worth {each} each")
}

/// An alternative by its name in the answer.
pub fn alternative(name: &str) -> String {
    match name {
        "cheapest" => "Cheapest mix".to_owned(),
        "all-user" => "A licence for every person".to_owned(),
        "all-device" => "A licence for every device".to_owned(),
        "all-connector" => "Connectors for all external people".to_owned(),
        "no-connector" => "No connector".to_owned(),
        "all-professional" => "Professional in every environment".to_owned(),
        "all-enterprise" => "Enterprise in every environment".to_owned(),
        other => other.replace('-', " "),
    }
}

/// The alternative in which everybody has licences of one tier.
pub fn everybody_on(tier: &str) -> String {
    format!("Everybody on {tier}")
}

/// So much more than the cheapest.
pub fn more(difference: &str) -> String {
    format!("+{difference}")
}

/// An alternative that comes to the very mix that is on the bill.
pub const THE_SAME: &str = "the same mix";
/// One that costs as much.
pub const A_TIE: &str = "a tie";
/// A choice that the cheapest mix makes anyway.
pub const AS_NOW: &str = "current choice";
/// What decides a tie, and why.
pub const TIE: &str = "A tie: another way costs as much. Then a connector comes before licences for people, people \
    before devices, one licence before two: a connector lets in whoever comes later, a person\u{2019}s licence goes \
    along to every device, and fewer licences are less to keep track of.";
/// Heading of the forced choices.
pub const FORCED: &str = "What if a group were licensed another way?";
/// What they are.
pub const FORCED_ABOUT: &str = "The extra cost of each choice, and the total with it; all other groups are licensed at the lowest cost.";

/// The unit of all amounts of a table.
pub fn amounts_in(unit: &str) -> String {
    format!("All amounts in {unit}.")
}

/// Columns of the forced choices.
pub const FORCED_HEADINGS: [&str; 4] = ["Group", "People", "Devices", "Connector"];

/// The same where there are many groups.
pub fn forced_first(count: usize) -> String {
    format!("{FORCED_ABOUT} The first {count} groups.")
}

/// Whom a table or a proof leaves out.
pub fn leaves_out(left_out: &str) -> String {
    format!("Incomplete: {left_out}.")
}

/// `not counted yet` after the name of a group.
pub fn not_counted(name: &str) -> String {
    format!("{name}: not counted yet.")
}

/// Heads a question whose answer may lower the total.
pub const MAY_BE_LESS: &str = "The total may be lower.";

/// An answer with the total that follows.
pub fn then_total(total: &str) -> String {
    format!("then {total}")
}

/// Of what a diagnostic speaks, in front of its message.
pub const fn severity(severity: seatwise_core::diagnostic::Severity) -> &'static str {
    match severity {
        seatwise_core::diagnostic::Severity::Info => "Note",
        seatwise_core::diagnostic::Severity::Warning => "Warning",
        seatwise_core::diagnostic::Severity::Error => "Not counted",
    }
}

/// The total is the least possible.
pub const PROVED: &str = "proved cheapest";
/// The same where another mix costs as much.
pub const PROVED_TIE: &str = "proved cheapest, a tie";

/// The total is the best found.
pub fn within(gap: &str) -> String {
    format!("best found, at most {gap} too high")
}

/// What a price rests on, as a sentence.
pub const fn rests_on(basis: Basis) -> &'static str {
    match basis {
        Basis::List => "The price is a list price.",
        Basis::Reseller => "The price is a reseller\u{2019}s.",
        Basis::Derived => "The price is derived from other figures.",
        Basis::Assumption => "The price is an assumption: put your own in its place.",
        Basis::Own => "The price is your own.",
    }
}

/// A proof by charges alone.
pub fn proof_by_charges(total: &str) -> String {
    format!(
        "Every requirement that is counted carries a charge. No licence costs less than the charges that it would settle, and the \
         charges add up to {total}: nobody can meet the requirements for less."
    )
}

/// A proof by charges and a search.
pub fn proof_by_search(charges: &str, total: &str, cases: &str) -> String {
    format!(
        "The charges below prove that it takes at least {charges}. A search through every case that was left ({cases} \
         of them) closed the gap to {total}."
    )
}

/// A proof without charges for all of it, where no case had to be tried.
pub fn proof_by_count(charges: &str, total: &str) -> String {
    format!(
        "The charges below prove that it takes at least {charges}. What each choice left over would cost at least, \
         which amounts these prices can add up to, and an exact count of who is served by owned licences, rule out \
         everything below {total}; no case had to be tried."
    )
}

/// No full proof.
pub fn proof_with_gap(gap: &str) -> String {
    format!(
        "The search was cut short. The charges below prove that the total is at most {gap} above the least possible."
    )
}

/// Columns of the charges.
pub const CHARGE_HEADINGS: [&str; 3] = ["No.", "Requirement", "Charge"];
/// Columns of who could hold what.
pub const CHECK_HEADINGS: [&str; 4] =
    ["Possible holder", "Cost", "Charges covered", "Sum of charges"];
/// What these are good for.
pub const CHECK_ABOUT: &str = "The charges of a line never exceed its cost. Any way to meet the requirements \
    therefore costs at least the sum of the charges. Owned licences count at their value. Lines that follow from others \
    are left out.";
/// In place of a number, before an owned licence.
pub const OWNED_SIGN: &str = "owned";
/// Every charge of the proof.
pub const ALL_CHARGES: &str = "all";
/// The sum of the charges.
pub const SUM: &str = "Sum";
/// Hands a table over as a file.
pub const SAVE_CSV: &str = "Save as CSV";

/// Licences and who could hold them.
pub fn held(licences: &str, holder: &str) -> String {
    format!("{licences} for {holder}")
}

/// `800 x 100 = 80,000`.
pub fn times(units: &str, each: &str, costs: &str) -> String {
    format!("{units} \u{d7} {each} = {costs}")
}

/// A proof that is too long for a page.
pub fn proof_long(charges: &str, lines: &str) -> String {
    format!(
        "{charges} charges and {lines} lines to check: more than a page holds. The file has them all."
    )
}
/// Headings of the alternatives.
pub const COMPARISON_HEADINGS: [&str; 4] = ["Way", "Total", "More", "Licences"];
/// Where nothing is counted.
pub const NOTHING_TO_COMPARE: &str =
    "Once something is needed, other ways to buy it stand here with their price.";
