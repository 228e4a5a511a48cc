//! Price books: every figure with its basis and source.

use crate::{Source, vocabulary::vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Basis of a price.
    Basis {
        /// A list price.
        List = "list",
        /// A reseller's published price.
        Reseller = "reseller",
        /// Computed from other figures by a sourced ratio or identity.
        Derived = "derived",
        /// An assumption, to be replaced by a real quote.
        Assumption = "assumption",
        /// The visitor's own figure; no shipped book has it.
        Own = "own",
    }
}

vocabulary! {
    /// Unit that a price buys: a perpetual licence, or a month of a subscription.
    Per {
        /// A perpetual licence, paid once.
        Once = "once",
        /// A subscription, by the month.
        Month = "month",
    }
}

/// Prices for the licences of one rulebook, in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceBook {
    /// Identifier: `crm-2011-ratios`.
    pub id: String,
    /// Name on the page.
    pub name: String,
    /// The rulebook whose licences it prices.
    pub rulebook: String,
    /// ISO 4217 code.
    pub currency: String,
    /// Explanation of the figures for the visitor; one or two sentences.
    pub about: String,
    /// Documents.
    pub sources: Vec<Source>,
    /// The figures.
    pub prices: Vec<Price>,
    /// The cost of Software Assurance a year, as a share of the licence price; none where no text
    /// says so.
    pub assurance: Option<Rate>,
    /// The surcharge on a subscription where its year is paid by the month; none where no text says
    /// so.
    pub monthly: Option<Rate>,
    /// Licences for sale of which no price has a source, without the rulebook: the visitor's own is
    /// asked for.
    pub unpriced: Vec<String>,
}

impl PriceBook {
    /// Unit that a price of one's own buys where the book has none: a month where all that it
    /// prices is by the month.
    #[must_use]
    pub fn usual_per(&self) -> Per {
        let monthly =
            !self.prices.is_empty() && self.prices.iter().all(|price| price.per == Per::Month);
        if monthly { Per::Month } else { Per::Once }
    }

    /// The price of a licence, by its identifier without the rulebook.
    #[must_use]
    pub fn price(&self, licence: &str) -> Option<&Price> {
        self.prices.iter().find(|price| price.licence == licence)
    }
}

/// A share of a price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    /// In hundredths of a per cent: 2,500 for 25 %.
    pub basis_points: u32,
    /// The basis.
    pub basis: Basis,
    /// Index of the document in the book's sources; none for an assumption.
    pub source: Option<u16>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// The licence, without the rulebook.
    pub licence: String,
    /// Hundredths of the currency's unit.
    pub minor: i64,
    /// Unit that it buys.
    pub per: Per,
    /// Basis that it rests on.
    pub basis: Basis,
    /// Index of the document in the book's sources; none for an assumption.
    pub source: Option<u16>,
    /// Derivation of it, for the page.
    pub note: String,
    /// The share of another figure that it is, where only the ratio is known: it follows that
    /// figure.
    pub ratio: Option<Ratio>,
}

/// A share of another figure of the same price book, less a third one where it is what is left
/// between the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ratio {
    /// The licence of the other figure, without the rulebook.
    pub of: String,
    /// The share in hundredths of a per cent: 3,000 for 30 %.
    pub basis_points: u32,
    /// The licence whose figure is taken off, without the rulebook.
    pub less: Option<String>,
}

impl Ratio {
    /// The share of an amount in hundredths of a unit, half a hundredth rounded up.
    #[must_use]
    pub fn share_of(&self, minor: i64) -> i64 {
        let share = (i128::from(minor) * i128::from(self.basis_points) + 5_000) / 10_000;
        i64::try_from(share).unwrap_or(i64::MAX)
    }
}
