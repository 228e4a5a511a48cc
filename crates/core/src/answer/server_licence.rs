//! Server licences: the software itself, counted beside the licences for access and never in their
//! total.
//!
//! A server licence lets nobody in, so it takes no part in the cheapest mix. It is counted because
//! one generation sells it apart and another brings it along with the licences for access: totals
//! without it cannot be compared.

use crate::money::Money;
use crate::period::Period;
use crate::resolve::case::{Case, Server};
use seatwise_rulebook::{Basis, Licence, LicenceId, ServerSoftware};
use serde::{Deserialize, Serialize};

/// The server licences of an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServerLicences {
    /// One line for each server licence that some server takes, in the order of the rulebook.
    pub lines: Vec<ServerLine>,
    /// Amount that is left to pay for them; where `complete` is false, at least so much.
    pub total: Money,
    /// The time that the total pays for; none where there is nothing to pay.
    pub period: Option<Period>,
    /// True if every licence that is left to buy has a price.
    pub complete: bool,
}

/// Server licences of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ServerLine {
    /// Full identifier: `crm-2011/server`.
    pub licence: String,
    /// Name on the page.
    pub name: String,
    /// Number of servers that take one.
    pub quantity: u64,
    /// Number of those that are owned.
    pub owned: u64,
    /// Number that is left to buy; none where the licence comes with the licences for access.
    pub buy: u64,
    /// True if it comes with the licences for access.
    pub included: bool,
    /// The price of one, discount taken. None: no price is known.
    pub unit_price: Option<Money>,
    /// The time that `amount` and `unit_price` pay for; none without a price.
    pub period: Option<Period>,
    /// Basis of the price; none without a price.
    pub basis: Option<Basis>,
    /// `buy` times `unit_price`.
    pub amount: Money,
    /// Identifiers of the server groups; empty where no server is described and one is assumed.
    pub servers: Vec<String>,
    /// Rule for the number that is needed; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<String>,
}

/// Counts the server licences of the servers of the rulebook's own version.
pub(crate) fn count(case: &Case<'_>) -> ServerLicences {
    let software = case
        .book
        .licence_ids()
        .filter_map(|(id, licence)| Some((id, licence, licence.software.as_ref()?)));
    let counted = software.filter(|(_, _, software)| software.same_as.is_none());
    let lines: Vec<ServerLine> =
        counted.filter_map(|(id, licence, software)| line(case, id, licence, software)).collect();
    let bought = || lines.iter().filter(|line| line.buy > 0);
    ServerLicences {
        total: bought().fold(Money::ZERO, |sum, line| sum.plus(line.amount)),
        period: Period::sum(bought().filter_map(|line| line.period)),
        complete: bought().all(|line| line.unit_price.is_some()),
        lines,
    }
}

fn line(
    case: &Case<'_>,
    id: LicenceId,
    licence: &Licence,
    software: &ServerSoftware,
) -> Option<ServerLine> {
    let servers: Vec<&Server<'_>> =
        case.servers.iter().filter(|server| runs(software, server)).collect();
    let quantity: u64 = servers.iter().map(|server| u64::from(server.count)).sum();
    if quantity == 0 {
        return None;
    }
    let is_same = |owned: LicenceId| {
        let same_as =
            case.book.licence(owned).and_then(|licence| licence.software.as_ref()?.same_as);
        owned == id || same_as == Some(id)
    };
    let held = case.owned.iter().filter(|(owned, _)| is_same(*owned)).map(|(_, units)| units);
    let owned = held.sum::<u64>().min(quantity);
    let buy = if software.included { 0 } else { quantity - owned };
    let price = case.pricing.of(id);
    Some(ServerLine {
        licence: case.book.full_id(licence),
        name: licence.name.clone(),
        quantity,
        owned,
        buy,
        included: software.included,
        unit_price: price.map(|price| price.money),
        period: case.pricing.period_of(id),
        basis: price.map(|price| price.basis),
        amount: price.map_or(Money::ZERO, |price| price.money.times(buy)),
        servers: servers
            .iter()
            .filter(|server| !server.id.is_empty())
            .map(|server| server.id.to_owned())
            .collect(),
        says: software.says.clone(),
        clauses: case.book.names_of(&licence.clauses),
    })
}

/// True if a server takes this licence: by its edition, where it is of the rulebook's own version.
fn runs(software: &ServerSoftware, server: &Server<'_>) -> bool {
    let by_edition = match server.edition {
        Some(edition) => software.editions.contains(&edition.id),
        None => software.usual,
    };
    server.is_known && server.version.is_none() && by_edition
}
