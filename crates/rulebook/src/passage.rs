//! What leads from one licence to another, and through which agreements licences are bought.

use crate::{ClauseId, vocabulary::vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What an agreement offers.
    Offering {
        /// Licences, bought or paid in instalments.
        Licence = "licence",
        /// Subscriptions to the online service.
        Subscription = "subscription",
        /// An online subscription beside licences whose Software Assurance goes on.
        AddOn = "add-on",
        /// An online subscription in place of the Software Assurance.
        FromSa = "from-sa",
        /// Monthly licences for those who host the product for others.
        Hosting = "hosting",
    }
}

/// An agreement through which licences are bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// Name within the book, as scenarios write it: `mpsa`.
    pub id: String,
    /// Name on the page.
    pub name: String,
    /// What it offers of this product.
    pub offers: Vec<Offering>,
    /// Whether its licences always come with Software Assurance.
    pub assured: bool,
    /// What to know about it; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// A lower licence becomes a higher one for the difference in price, on the same holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepUp {
    /// The line that is stepped up from: `cal-team`.
    pub from: String,
    /// The line that is reached: `cal-sales`.
    pub to: String,
    /// Only while Software Assurance is active on the lower one.
    pub assured: bool,
    /// The programmes of this book that sell it; empty where the texts do not say.
    pub programmes: Vec<String>,
    /// What to know about it; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// What a line of another generation corresponds to here; several mappings of one line are a choice between them.
/// They are shown, never counted: see [`crate::StandsFor`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The line of the other book, in full: `crm-2011/cal-ess`.
    pub from: String,
    /// The lines of this book, all of them together.
    pub to: Vec<String>,
    /// What changes for whoever holds it; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}
