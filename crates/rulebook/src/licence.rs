//! What is for sale, and the sensible ways to combine it on one holder.

use crate::{Audience, ClauseId, Rights, vocabulary::vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What a licence is assigned to.
    HolderKind {
        /// A named person.
        User = "user",
        /// A device, whoever uses it.
        Device = "device",
        /// A physical server, for external users.
        Server = "server",
    }
}

/// A licence's place in its rulebook; the order of the file is the order on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LicenceId(pub u16);

/// A licence: for sale, or one that only comes out of licences of another generation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    /// Identifier without the rulebook: `cal-ess-user`.
    pub id: String,
    /// The same licence whatever holds it: `cal-ess`.
    pub line: String,
    /// Name on the page: `ESS User CAL`.
    pub name: String,
    /// What it is assigned to.
    pub holder: HolderKind,
    /// Whom it may cover.
    pub audiences: Vec<Audience>,
    /// What it allows, together with its base where it has one.
    pub grants: Rights,
    /// One of these must be on the same holder (an additive licence); empty for a licence that stands alone.
    pub bases: Vec<LicenceId>,
    /// Where its rights are written.
    pub clauses: Vec<ClauseId>,
    /// Whether it can be bought here. One that cannot is held only by way of `stands_for`.
    pub for_sale: bool,
    /// Owned licences that count as this one: of other books, or of this book under conditions.
    pub stands_for: Vec<StandsFor>,
    /// The licence of this book that this one is, owned under conditions that open a step-up.
    pub same_as: Option<LicenceId>,
    /// The place of the step-up that this licence is sold by; it takes the place of its base.
    pub step_up: Option<u16>,
}

/// An owned licence that counts as a licence of the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandsFor {
    /// Full identifier of the owned licence: `crm-2016/cal-professional-user`.
    pub licence: String,
    /// Only while Software Assurance is active on it.
    pub assured: bool,
    /// Only if bought through one of these programmes of the book; empty for any.
    pub programmes: Vec<String>,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// Licences that one holder may hold together, none of them superfluous.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// What it is assigned to.
    pub holder: HolderKind,
    /// The licences, in the order of the book.
    pub licences: Vec<LicenceId>,
    /// What they allow together.
    pub grants: Rights,
}
