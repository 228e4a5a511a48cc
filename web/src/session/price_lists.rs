//! Price lists: own prices and discounts that are kept on the device under a name, and prices from
//! a file.

use super::shelf::fingerprint;
use super::{Edit, Session};
use crate::price_csv::{self, BadLine};
use seatwise_core::scenario::{Prices, Scenario};

/// The most lists that are kept; beyond that the oldest goes.
const MOST: usize = 50;

/// Prices that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceList {
    /// Tells it apart from all others: a fingerprint of name and currency.
    pub id: String,
    /// The name that the visitor gave it.
    pub name: String,
    /// ISO 4217 code.
    pub currency: String,
    /// The prices and discounts.
    pub prices: Prices,
}

/// The outcome for prices that were to be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportedPrices {
    /// So many prices and discounts were taken in.
    Taken(usize),
    /// Nothing was, because of this line.
    Refused(BadLine),
}

impl PriceList {
    /// Prices under a name; a later list of the same name and currency takes its place.
    pub fn new(name: &str, currency: &str, prices: &Prices) -> Self {
        let prices = Prices { currency: Some(currency.to_owned()), book: None, ..prices.clone() };
        Self {
            id: fingerprint(&format!("{name}\n{currency}")),
            name: name.to_owned(),
            currency: currency.to_owned(),
            prices,
        }
    }

    /// The list as the device keeps it: a scenario that says prices alone.
    pub fn to_text(&self) -> String {
        let prices = Some(self.prices.clone());
        Scenario { title: self.name.clone(), prices, ..Scenario::blank("") }.to_json()
    }

    /// Reads what the device keeps; none where it is no price list.
    pub fn from_text(text: &str) -> Option<Self> {
        let scenario = Scenario::from_json(text).ok()?;
        let prices = scenario.prices?;
        let currency = prices.currency.clone()?;
        Some(Self::new(&scenario.title, &currency, &prices))
    }
}

impl Session {
    /// Keeps the own prices under a name.
    pub(super) fn keep_prices(&mut self, name: &str) {
        let name = name.trim();
        let scenario = &self.document.scenario;
        let Some(prices) = scenario.prices.as_ref().filter(|prices| prices.are_own()) else {
            return;
        };
        let Some(assessment) = self.answer.assessment().filter(|_| !name.is_empty()) else {
            return;
        };
        let list = PriceList::new(name, &assessment.currency, prices);
        self.view.price_lists.retain(|saved| saved.id != list.id);
        self.view.price_lists.insert(0, list);
        self.view.price_lists.truncate(MOST);
    }

    /// The edit that counts with prices that are kept.
    pub(super) fn kept_prices(&self, id: &str) -> Option<Edit> {
        let list = self.view.price_lists.iter().find(|list| list.id == id)?;
        Some(Edit::UsePrices(list.prices.clone()))
    }

    /// The edit that takes the prices of a file in, or why it cannot be read.
    pub(super) fn prices_of(&self, text: &str) -> (Option<Edit>, ImportedPrices) {
        match price_csv::read(self.surroundings.words, text, &self.document.scenario) {
            Err(bad) => (None, ImportedPrices::Refused(bad)),
            Ok(prices) => {
                let count = prices.set.len() + prices.discounts.len();
                let count = count + usize::from(prices.discount_percent.is_some());
                (Some(Edit::UsePrices(prices)), ImportedPrices::Taken(count))
            }
        }
    }
}
