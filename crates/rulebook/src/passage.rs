//! Ways from one licence to another, and the agreements through which licences are bought.

use crate::{ClauseId, vocabulary::vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Kind of thing that an agreement offers.
    Offering {
        /// Licences, bought or paid in instalments.
        Licence = "licence",
        /// Subscriptions to the online service.
        Subscription = "subscription",
        /// Step-ups from a lower licence to a higher one.
        StepUp = "step-up",
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
    /// Kinds of things that it offers of this product.
    pub offers: Vec<Offering>,
    /// True if its licences always come with Software Assurance.
    pub assured: bool,
    /// Explanation for the visitor; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// Offer that only the owner of another licence may buy: a step-up, or a subscription that an owned
/// licence qualifies for. It takes the place of the owned licence, on the same holder, and is sold
/// through the programmes that offer it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepUp {
    /// Name within the book, and the line of the licences that it is sold as: `step-up-team-sales`.
    pub id: String,
    /// Name, whatever holds it: `Team Members to Sales CAL Step-up`.
    pub name: String,
    /// Kind of offer that it is.
    pub offering: Offering,
    /// Licences that have to be owned: a line of this book (`cal-team`), or full identifiers of
    /// another one.
    pub from: Vec<String>,
    /// The line that is reached: `cal-sales`.
    pub to: String,
    /// Only while Software Assurance is active on what is owned.
    pub assured: bool,
    /// True if it costs the difference between the two licences, where no price of its own is
    /// known.
    pub at_difference: bool,
    /// Explanation for the visitor; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// Lines here that a line of another generation corresponds to; several mappings of one line are a
/// choice between them. They are shown, never counted: see [`crate::StandsFor`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The line of the other book, in full: `crm-2011/cal-ess`.
    pub from: String,
    /// The lines of this book, all of them together.
    pub to: Vec<String>,
    /// Change for whoever holds it, in our own words; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// Change of an owned licence for another kind of holder: a user's for a device, or the other way
/// round. It is told where that would save something, and not counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversion {
    /// Name within the book.
    pub id: String,
    /// The lines of licences that it is about, each sold for several kinds of holders.
    pub lines: Vec<String>,
    /// Only while Software Assurance is active on what is owned.
    pub assured: bool,
    /// When and how; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}
