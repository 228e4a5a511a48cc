//! The answer: what is needed, what it costs, why, and how sure that is.

use crate::answer::completeness::Uncounted;
use crate::answer::deadline::Deadline;
use crate::answer::server_licence::ServerLicences;
pub use crate::demand::verdict::UseVerdict;
use crate::diagnostic::Diagnostic;
use crate::mix::environment::Environments;
use crate::money::Money;
use crate::period::Period;
use crate::trace::{HolderRef, StepId, Trace};
use seatwise_rulebook::{Basis, Per, Relationship};
use serde::{Deserialize, Serialize};

/// The tagged answer to a scenario. It never throws.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum Answer {
    /// The scenario was assessed; what could not be counted is among the diagnostics.
    Success {
        /// The assessment.
        assessment: Box<Assessment>,
    },
    /// The scenario could not be assessed at all.
    Failure {
        /// Diagnostics that say why not.
        diagnostics: Vec<Diagnostic>,
    },
}

impl Answer {
    /// The assessment, if there is one.
    #[must_use]
    pub fn assessment(&self) -> Option<&Assessment> {
        match self {
            Self::Success { assessment } => Some(assessment),
            Self::Failure { .. } => None,
        }
    }

    /// Writes the answer as JSON, in one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Text, numbers, lists and records: writing them cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Diagnostics beside the result, or instead of it.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Self::Success { assessment } => &assessment.diagnostics,
            Self::Failure { diagnostics } => diagnostics,
        }
    }
}

/// The assessment of one scenario under one rulebook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    /// Rulebook with edition: `crm-2011@2012-12`.
    pub rulebook: String,
    /// The licences, in the order of the rulebook.
    pub bill: Vec<BillLine>,
    /// Amount that is left to pay for them; where `complete` is false, at least so much. Server
    /// licences are not in it.
    pub total: Money,
    /// The time that the total pays for; none where there is nothing to pay.
    pub period: Option<Period>,
    /// True if the needs of all people are counted, every licence has a price and no doubt is left
    /// open.
    pub complete: bool,
    /// People whose needs are not counted, and why.
    pub uncounted: Vec<Uncounted>,
    /// True if the total is the least possible: it is complete, and the certificate closes.
    pub proved: bool,
    /// Part of the total that rests on prices that are assumptions.
    pub assumed: Money,
    /// Number of licences of the bill that are counted at the visitor's own prices.
    pub own_prices: u32,
    /// The discount in per cent that is taken off every price, as the visitor wrote it; none
    /// without one.
    pub discount_percent: Option<String>,
    /// ISO 4217 code.
    pub currency: String,
    /// Identifier of the price book.
    pub price_book: String,
    /// The licences of the server software, beside the bill.
    pub servers: ServerLicences,
    /// Verdicts of the terms on each use.
    pub verdicts: Vec<UseVerdict>,
    /// Licences that are not on the bill, and why.
    pub not_needed: Vec<NotNeeded>,
    /// Proof that the price is the least.
    pub certificate: Certificate,
    /// Other ways to meet the same requirements, with their price.
    pub alternatives: Vec<Alternative>,
    /// The tiers of the environments of an online service; none for other products.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub environments: Option<Environments>,
    /// Days on which something ends that the count rests on, the nearest first.
    pub deadlines: Vec<Deadline>,
    /// Questions for the visitor, and what each answer would cost.
    pub questions: Vec<OpenQuestion>,
    /// The reasons.
    pub trace: Trace,
    /// Diagnostics beside the result.
    pub diagnostics: Vec<Diagnostic>,
}

/// One licence on the bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillLine {
    /// Full identifier: `crm-2011/cal-ess-user`.
    pub licence: String,
    /// Name on the page.
    pub name: String,
    /// Number that is needed.
    pub quantity: u64,
    /// Number of those that are owned.
    pub owned: u64,
    /// Number that is left to buy.
    pub buy: u64,
    /// The price of one, discount taken; for a subscription over the years of the plan. None: no
    /// price is known.
    pub unit_price: Option<Money>,
    /// The price of one for the time that `per` names, discount taken: 65.00 a month. None: no
    /// price is known.
    pub list_price: Option<Money>,
    /// Unit that the price book's figure buys.
    pub per: Per,
    /// The time that `amount` and `unit_price` pay for.
    pub period: Period,
    /// Basis of the price.
    pub basis: Basis,
    /// `buy` times `unit_price`.
    pub amount: Money,
    /// Identifiers of the groups that hold it.
    pub holders: Vec<String>,
    /// Holders of it, and their numbers.
    pub lots: Vec<Lot>,
    /// The step of the trace to start from.
    pub reason: StepId,
}

/// A number of licences on one holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Lot {
    /// The holder.
    pub holder: HolderRef,
    /// Number of its units that hold the licence.
    pub units: u64,
}

/// A licence that is not on the bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NotNeeded {
    /// Line of licences, whatever holds them: `cal-limited`; `user` or `device` for all of a kind.
    pub line: String,
    /// Name on the page.
    pub name: String,
    /// Reason for it.
    pub why: WhyNot,
}

/// Reason for which a licence is not on the bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "because")]
pub enum WhyNot {
    /// Nobody needs anything.
    NothingNeeded,
    /// Nobody of the audience that it is for needs a licence.
    NoSuchAudience,
    /// There is nothing that it could be assigned to: no shared device, for example.
    NoSuchHolder,
    /// It allows none of what is needed.
    AllowsNothingNeeded,
    /// It would do for this holder, but what it is needed for is covered by licences on somebody or
    /// something else.
    CoveredOtherwise {
        /// The holder.
        holder: HolderRef,
    },
    /// It would do for this holder, but would cost more.
    Dearer {
        /// The holder.
        holder: HolderRef,
        /// Names of the other licences that it takes with it.
        with: Vec<String>,
        /// Its difference in price.
        more: Money,
    },
    /// It would do as well for this holder, at the same price; the order of preference decides.
    Tie {
        /// The holder.
        holder: HolderRef,
        /// Names of the other licences that it takes with it.
        with: Vec<String>,
    },
    /// No price is known, and there is a priced way.
    Unpriced,
}

/// Proof that the total is the least.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Certificate {
    /// Charges on requirements: no holder pays more than a licence costs, and they add up to the
    /// bill.
    Charges {
        /// The charges.
        charges: Vec<Charge>,
        /// Worth of an owned licence each, where some are owned.
        rents: Vec<Rent>,
        /// Sum of the charges, less the rents: the total.
        sum: Money,
    },
    /// The charges prove less than the total; the rest was closed by trying every case that was
    /// left, and where none was, by what each choice costs at least and by counting exactly who is
    /// served by owned licences.
    Search {
        /// The charges.
        charges: Vec<Charge>,
        /// Worth of an owned licence each.
        rents: Vec<Rent>,
        /// Sum that the charges prove: the total is at least so much.
        sum: Money,
        /// Number of choices that were tried either way; 0 if none had to be.
        nodes: u64,
    },
    /// The search was cut off: the best cover found.
    Gap {
        /// The charges.
        charges: Vec<Charge>,
        /// Worth of an owned licence each.
        rents: Vec<Rent>,
        /// The total is at most so much above the least possible.
        gap: Money,
    },
}

/// A charge on one requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Charge {
    /// The step of the trace that states the requirement.
    pub requirement: StepId,
    /// Amount of the charge.
    pub amount: Money,
}

/// Saving by one more owned licence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rent {
    /// Full identifier of what was bought.
    pub licence: String,
    /// Full identifiers of what is sold only to who owns these, step-ups for example; empty where
    /// they open nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opens: Vec<String>,
    /// Number that is owned.
    pub owned: u64,
    /// Saving by one of them.
    pub each: Money,
}

/// Another way to meet the same requirements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Alternative {
    /// `all-user`, `all-device`, `all-connector`, `no-connector`.
    pub name: String,
    /// Its total; none where it cannot meet every requirement.
    pub total: Option<Money>,
    /// The time that the total pays for; none where there is nothing to pay.
    pub period: Option<Period>,
    /// Its bill, by full licence identifier and quantity.
    pub bill: Vec<(String, u64)>,
}

/// A question that decides something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OpenQuestion {
    /// Subject of it.
    pub about: About,
    /// The question.
    pub asks: String,
    /// The answers.
    pub answers: Vec<PossibleAnswer>,
}

/// Subject of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", content = "id")]
pub enum About {
    /// A people group, by its identifier.
    People(String),
    /// A row of what is owned, by its place in the scenario.
    Owned(u32),
}

/// An answer and what would follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PossibleAnswer {
    /// Text that the visitor picks.
    pub label: String,
    /// Statement that it makes.
    pub says: Said,
    /// The total with that answer.
    pub total: Money,
    /// The time that this total pays for; none where there is nothing to pay.
    pub period: Option<Period>,
}

/// Statement of an answer about its subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", content = "value")]
pub enum Said {
    /// The people are this to the organisation.
    Relationship(Relationship),
    /// The licences were bought through this programme.
    Programme(String),
}

/// A holder, and what everything would cost more if it held nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The holder.
    pub holder: HolderRef,
    /// Amount by which it costs more; nothing for a tie.
    pub more: Money,
}
