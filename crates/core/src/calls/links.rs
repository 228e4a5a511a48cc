//! `encodeLink` and `decodeLink`.

use super::Called;
use crate::books;
use crate::diagnostic::Diagnostic;
use crate::link::{self, Mark, Sent, SentLine};
use crate::money::Money;
use crate::period::Period;
use crate::scenario::Scenario;
use crate::what_if::then_and_now;
use serde::Serialize;

/// A scenario as a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Encoded {
    /// The part of the page's address after the `#`.
    pub link: String,
}

/// A link, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Decoded {
    /// Its scenario.
    pub scenario: Scenario,
    /// True if its sender left own prices or a discount out.
    pub prices_left_out: bool,
    /// The result that its sender saw; none in links that do not carry one.
    pub then: Option<Then>,
}

/// The result that the sender of a link saw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Then {
    /// The total.
    pub total: Money,
    /// ISO 4217 code.
    pub currency: String,
    /// The time that the total pays for.
    pub period: Option<Period>,
    /// True if everything was counted.
    pub complete: bool,
    /// The day of the latest review in the rulebook of that time.
    pub reviewed: String,
    /// The lines of the bill.
    pub bill: Vec<ThenLine>,
}

/// A line of that bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ThenLine {
    /// Full identifier; none where today's rulebook does not have the licence.
    pub licence: Option<String>,
    /// Number that was needed.
    pub quantity: u64,
    /// Number that was left to buy.
    pub buy: u64,
    /// The price of one.
    pub unit_price: Option<Money>,
}

/// Writes a scenario as a link; own prices and the discount travel only `with_prices`.
#[must_use]
pub fn encode(scenario: Result<Scenario, Diagnostic>, with_prices: bool) -> Called<Encoded> {
    let write =
        |scenario: Scenario| Encoded { link: then_and_now::link_of(&scenario, with_prices) };
    scenario.map(write).into()
}

/// Reads a link: an address that ends in one, or what stands after its `#`.
#[must_use]
pub fn decode(text: &str) -> Called<Decoded> {
    let fragment = text.rsplit_once('#').map_or(text, |(_, fragment)| fragment);
    let read = |scenario: Scenario| {
        let book = scenario.rulebook.clone();
        Decoded {
            scenario,
            prices_left_out: link::leaves_out_prices(fragment),
            then: link::sent(fragment).map(|sent| then(sent, &book)),
        }
    };
    link::decode(fragment).map(read).into()
}

fn then(sent: Sent, rulebook: &str) -> Then {
    let line = |line: &SentLine| ThenLine {
        licence: licence(line.licence, rulebook),
        quantity: line.quantity,
        buy: line.buy,
        unit_price: line.unit_price,
    };
    Then {
        bill: sent.lines.iter().map(line).collect(),
        total: sent.total,
        currency: sent.currency,
        period: sent.period,
        complete: sent.complete,
        reviewed: sent.reviewed.to_string(),
    }
}

fn licence(mark: Mark, rulebook: &str) -> Option<String> {
    let book = books::rulebook(rulebook)?;
    let licence = book.licences.iter().find(|licence| Mark::of(&licence.id) == mark)?;
    Some(book.full_id(licence))
}
