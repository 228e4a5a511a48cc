//! `rulebooks`: the rulebooks and price books that can be counted with.

use super::Called;
use crate::books;
use seatwise_rulebook::{Audience, Family, HolderKind, Licence, Rulebook};
use serde::Serialize;

/// Every rulebook that is shipped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rulebooks {
    /// In the order of their identifiers.
    pub rulebooks: Vec<Listed>,
}

/// A rulebook: one product generation at one date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Listed {
    /// Identifier: `crm-2011`.
    pub id: String,
    /// The date whose rules it holds: `2012-12`.
    pub edition: String,
    /// Family of products, which decides the activities that it knows.
    pub family: Family,
    /// Name: `Dynamics CRM 2011`.
    pub name: String,
    /// The price books for it, its own first.
    pub prices: Vec<ListedPrices>,
    /// Licences for access that are for sale.
    pub licences: Vec<ListedLicence>,
}

/// A price book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedPrices {
    /// Identifier: `crm-2011-ratios`.
    pub id: String,
    /// Name.
    pub name: String,
    /// ISO 4217 code.
    pub currency: String,
}

/// A licence for access that is for sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedLicence {
    /// Full identifier: `crm-2011/cal-ess-user`.
    pub id: String,
    /// Name: `ESS User CAL`.
    pub name: String,
    /// Kind of holder that it is assigned to.
    pub holder: HolderKind,
    /// The people that it is for.
    pub audiences: Vec<Audience>,
}

/// Lists every rulebook.
#[must_use]
pub fn list() -> Called<Rulebooks> {
    Called::Success(Rulebooks { rulebooks: books::rulebooks().iter().map(listed).collect() })
}

fn listed(book: &Rulebook) -> Listed {
    let licence = |licence: &Licence| ListedLicence {
        id: book.full_id(licence),
        name: licence.name.clone(),
        holder: licence.holder,
        audiences: licence.audiences.clone(),
    };
    let mut prices: Vec<_> =
        books::price_books().iter().filter(|prices| prices.rulebook == book.id).collect();
    prices.sort_by_key(|prices| prices.id != book.prices);
    let price_book = |prices: &&seatwise_rulebook::PriceBook| ListedPrices {
        id: prices.id.clone(),
        name: prices.name.clone(),
        currency: prices.currency.clone(),
    };
    Listed {
        id: book.id.clone(),
        edition: book.edition.clone(),
        family: book.family,
        name: book.name.clone(),
        prices: prices.iter().map(price_book).collect(),
        licences: book.licences.iter().filter(|licence| licence.for_sale).map(licence).collect(),
    }
}
