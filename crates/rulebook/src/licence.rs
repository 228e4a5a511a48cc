//! Licences for sale, and the sensible ways to combine them on one holder.

use crate::{Audience, ClauseId, Rights, vocabulary::vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Kind of holder that a licence is assigned to.
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

impl LicenceId {
    /// The place as the standard library counts.
    #[must_use]
    pub fn place(self) -> usize {
        self.0.into()
    }
}

/// A licence: for sale, or one that only comes out of licences of another generation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    /// Identifier without the rulebook: `cal-ess-user`.
    pub id: String,
    /// The same licence whatever holds it: `cal-ess`.
    pub line: String,
    /// Name on the page: `ESS User CAL`.
    pub name: String,
    /// Name of its line, whatever holds it: `ESS CAL`.
    pub line_name: String,
    /// Kind of holder that it is assigned to.
    pub holder: HolderKind,
    /// Whom it may cover.
    pub audiences: Vec<Audience>,
    /// Rights that it grants, together with its base where it has one.
    pub grants: Rights,
    /// One of these must be on the same holder (an additive licence); empty for a licence that
    /// stands alone.
    pub bases: Vec<LicenceId>,
    /// Clauses that its rights are written in.
    pub clauses: Vec<ClauseId>,
    /// True if it can be bought here. One that cannot is held only by way of `stands_for`.
    pub for_sale: bool,
    /// Owned licences that count as this one: of other books, or of this book under conditions.
    pub stands_for: Vec<StandsFor>,
    /// The licence of this book that this one is, owned under conditions that open a step-up.
    pub same_as: Option<LicenceId>,
    /// The place of the step-up that this licence is sold by; it takes the place of its base.
    pub step_up: Option<u16>,
    /// The server software that it runs; none for a licence for access.
    pub software: Option<ServerSoftware>,
}

/// The server software that a server licence runs. It lets nobody in, so it is counted beside the
/// licences for access.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerSoftware {
    /// The editions of the book that take this licence.
    pub editions: Vec<String>,
    /// True if servers of no stated edition take it.
    pub usual: bool,
    /// True if it comes with the licences for access, so that nothing is bought.
    pub included: bool,
    /// The server licence that it is, where it only tells what else came along with that one.
    pub same_as: Option<LicenceId>,
    /// Rule for the number that is needed, in our own words; one sentence without a full stop.
    pub says: String,
}

/// An owned licence that counts as a licence of the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandsFor {
    /// Full identifier of the owned licence: `crm-2016/cal-professional-user`.
    pub licence: String,
    /// Number of licences of the book that one of them counts as.
    pub each: u32,
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
    /// Kind of holder that they are assigned to.
    pub holder: HolderKind,
    /// The licences, in the order of the book.
    pub licences: Vec<LicenceId>,
    /// Rights that they grant together.
    pub grants: Rights,
}
