//! A way that an organisation may go, and what stands against it.

use super::course::Course;
use crate::money::Money;
use serde::{Deserialize, Serialize};

/// The ways, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WayKind {
    /// On premises, Software Assurance kept and bought with what is new.
    WithAssurance,
    /// On premises, Software Assurance let go.
    WithoutAssurance,
    /// On premises, everything bought anew.
    BuyAnew,
    /// On premises, lower licences stepped up to higher ones.
    StepUp,
    /// Online, in place of the Software Assurance of what is owned.
    FromSa,
    /// Online, beside what is owned.
    AddOn,
    /// Online, with full subscriptions.
    Subscription,
    /// Full subscriptions that are used on servers of one's own while moving.
    DualUse,
    /// A trial that becomes the full product.
    Trial,
}

impl WayKind {
    /// All ways.
    pub const ALL: [Self; 9] = [
        Self::WithAssurance,
        Self::WithoutAssurance,
        Self::BuyAnew,
        Self::StepUp,
        Self::FromSa,
        Self::AddOn,
        Self::Subscription,
        Self::DualUse,
        Self::Trial,
    ];

    /// True if licences are bought and not rented.
    #[must_use]
    pub const fn is_on_premises(self) -> bool {
        matches!(
            self,
            Self::WithAssurance
                | Self::WithoutAssurance
                | Self::BuyAnew
                | Self::StepUp
                | Self::Trial
        )
    }
}

/// Eligibility for a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Eligibility {
    /// It is open.
    Open,
    /// It hangs on something that is not said.
    NotKnownYet,
    /// It is closed.
    Closed,
}

/// A way, with its course where it is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Way {
    /// The way.
    pub kind: WayKind,
    /// Identifier of the rulebook that it is counted with.
    pub rulebook: String,
    /// Name of that rulebook.
    pub product: String,
    /// ISO 4217 code of its amounts.
    pub currency: String,
    /// Eligibility for it.
    pub eligibility: Eligibility,
    /// The obstacles to it, and what is not known of it.
    pub obstacles: Vec<Obstacle>,
    /// The remarks where it is open.
    pub remarks: Vec<Remark>,
    /// Names of the agreements that it is sold through; empty where any will do.
    pub programmes: Vec<String>,
    /// The first day on which it can be gone; none where that is today, or not known.
    pub from: Option<String>,
    /// The clauses that say so, of its rulebook.
    pub clauses: Vec<String>,
    /// The cost; none where it is closed or cannot be counted.
    pub course: Option<Course>,
}

/// The obstacles to a way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind")]
pub enum Obstacle {
    /// No rulebook of the family has an online service, or none has licences to buy.
    NoSuchProduct,
    /// No licence for access is sold this way.
    NothingSold,
    /// Nothing that qualifies is owned.
    NothingQualifies {
        /// Names of the licences of which one would.
        licences: Vec<String>,
    },
    /// The owned licences have no Software Assurance.
    NotAssured {
        /// Name of the owned licence.
        licence: String,
    },
    /// The agreement of what is owned is not said.
    ProgrammeNotSaid {
        /// Names of the agreements that offer it.
        programmes: Vec<String>,
    },
    /// The agreement of what is owned does not offer it.
    NotSoldThrough {
        /// Name of the agreement.
        programme: String,
        /// Names of the agreements that offer it.
        programmes: Vec<String>,
    },
    /// The agreement always sells with Software Assurance.
    AlwaysAssured {
        /// Name of the agreement.
        programme: String,
    },
    /// It can be gone only after the years that are looked at.
    NotBefore {
        /// The first day.
        on: String,
    },
    /// Nobody who owns a lower licence needs a higher one.
    NothingToStepUp,
    /// Subscriptions do not reach what runs on the servers.
    ServersNotReached {
        /// Names of the people groups whose uses are not reached.
        people: Vec<String>,
    },
    /// No text says that the product may be tried.
    NoTrial,
    /// It is not said that a trial is running.
    NoTrialBegun,
    /// The organisation cannot be counted in every year.
    NotCounted,
}

impl Obstacle {
    /// True if an answer of the visitor would settle it.
    pub(super) const fn is_open(&self) -> bool {
        matches!(self, Self::ProgrammeNotSaid { .. } | Self::NoTrialBegun)
    }
}

/// The remarks on a way that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "kind")]
pub enum Remark {
    /// Numbers that are bought under the offer and in full, in the first year of it.
    Split {
        /// Under the offer.
        offered: u64,
        /// In full.
        full: u64,
    },
    /// The offer is counted at the full price, which a discount that nobody published lowers.
    AtMost,
    /// Until then, the way with Software Assurance is gone.
    AssuredUntil {
        /// The last day of the agreement.
        on: String,
    },
    /// The day on which the agreement ends is not said; the offer is counted from the first year.
    RenewalNotSaid,
    /// Software Assurance of what is owned is priced in another currency, and left out.
    AssuranceInOtherCurrency {
        /// ISO 4217 code.
        currency: String,
    },
    /// The licences have to be fully paid.
    FullyPaid,
    /// A trial ends on a day.
    TrialEnds {
        /// Its last day.
        on: String,
    },
    /// Servers have to be licensed for it beside the subscriptions.
    ServersApart,
}

/// All ways, and how they compare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Outlook {
    /// The years that are looked at.
    pub years: u32,
    /// True if the scenario says so itself.
    pub is_planned: bool,
    /// Every way.
    pub ways: Vec<Way>,
    /// The cheapest of those that are open and counted in full, in the scenario's currency.
    pub cheapest: Option<WayKind>,
    /// The year in which renting has cost more than buying.
    pub crossing: Option<Crossing>,
    /// The cost of Software Assurance a year, as counted: hundredths of a per cent.
    pub assurance_points: Option<i64>,
    /// True if that is an assumption.
    pub assurance_assumed: bool,
    /// The surcharge of monthly payment: hundredths of a per cent; none where nobody published it.
    pub monthly_points: Option<i64>,
}

/// Buying against renting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Crossing {
    /// The cheapest way to buy.
    pub buy: WayKind,
    /// The cheapest way to rent.
    pub rent: WayKind,
    /// The first year at whose end renting has cost more; none within the years.
    pub year: Option<u32>,
    /// The cost of buying by the end of the last year.
    pub bought: Money,
    /// The cost of renting by then.
    pub rented: Money,
}
