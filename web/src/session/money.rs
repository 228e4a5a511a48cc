//! Changes of prices and of what is owned.

use super::document::{Document, Key};
use super::pasted::PastedLicences;
use crate::engine;
use seatwise_core::scenario::{Owned, Prices};

/// Appends an owned lot of the first licence of the rulebook.
pub fn add_owned(document: &mut Document) -> Option<Key> {
    let book = engine::rulebook(&document.scenario.rulebook)?;
    let licence = book.full_id(book.licences.iter().find(|licence| licence.for_sale)?);
    Some(document.push_owned(Owned {
        licence,
        quantity: 0,
        software_assurance: false,
        programme: None,
        until: None,
    }))
}

/// Appends owned lots.
pub fn add_lots(document: &mut Document, rows: &[PastedLicences]) {
    for row in rows {
        document.push_owned(Owned {
            licence: row.licence.clone(),
            quantity: row.quantity,
            software_assurance: row.software_assurance,
            programme: None,
            until: None,
        });
    }
}

/// Changes an owned lot.
pub fn owned(document: &mut Document, key: Key, change: impl FnOnce(&mut Owned)) {
    if let Some(owned) = document.owned_mut(key) {
        change(owned);
    }
}

/// Sets an own price, or goes back to the price book's.
pub fn price(document: &mut Document, licence: &str, price: Option<&str>) {
    change(document, |prices| {
        match price {
            Some(price) => prices.set.insert(licence.to_owned(), price.to_owned()),
            None => prices.set.remove(licence),
        };
    });
}

/// Sets the discount, or takes it away.
pub fn discount(document: &mut Document, percent: Option<&str>) {
    change(document, |prices| prices.discount_percent = percent.map(str::to_owned));
}

/// Sets the discount on the price of one licence, or takes it away.
pub fn line_discount(document: &mut Document, licence: &str, percent: Option<&str>) {
    change(document, |prices| {
        match percent {
            Some(percent) => prices.discounts.insert(licence.to_owned(), percent.to_owned()),
            None => prices.discounts.remove(licence),
        };
    });
}

/// Sets the currency of all prices, or goes back to the price book's.
pub fn currency(document: &mut Document, currency: Option<&str>) {
    change(document, |prices| prices.currency = currency.map(str::to_owned));
}

/// Goes back to the price book's prices.
pub fn reset(document: &mut Document) {
    change(document, |prices| *prices = prices.without_own());
}

/// Takes over other prices; the price book stays the one that is counted with.
pub fn replace(document: &mut Document, prices_taken: &Prices) {
    change(document, |prices| {
        *prices = Prices { book: prices.book.clone(), ..prices_taken.clone() }
    });
}

/// A scenario that says nothing about prices has none to say it with.
fn change(document: &mut Document, change: impl FnOnce(&mut Prices)) {
    let mut prices = document.scenario.prices.take().unwrap_or_default();
    change(&mut prices);
    document.scenario.prices = (prices != Prices::default()).then_some(prices);
}
