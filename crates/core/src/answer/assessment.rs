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
        /// Why not.
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

    /// What there is to tell beside the result, or instead of it.
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
    /// What is left to pay for them; where `complete` is false, at least so much. Server licences
    /// are not in it.
    pub total: Money,
    /// The time that the total pays for; none where there is nothing to pay.
    pub period: Option<Period>,
    /// Whether the needs of all people are counted, every licence has a price and no doubt is left
    /// open.
    pub complete: bool,
    /// Whose needs are not counted, and why.
    pub uncounted: Vec<Uncounted>,
    /// Whether the total is the least possible: it is complete, and the certificate closes.
    pub proved: bool,
    /// How much of the total rests on prices that are assumptions.
    pub assumed: Money,
    /// How many licences of the bill are counted at the visitor's own prices.
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
    /// What the terms say of each use.
    pub verdicts: Vec<UseVerdict>,
    /// Licences that are not on the bill, and why.
    pub not_needed: Vec<NotNeeded>,
    /// How the price is proved to be the least.
    pub certificate: Certificate,
    /// Other ways to meet the same requirements, with their price.
    pub alternatives: Vec<Alternative>,
    /// Which tier each environment of an online service takes; none for other products.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub environments: Option<Environments>,
    /// Days on which something ends that the count rests on, the nearest first.
    pub deadlines: Vec<Deadline>,
    /// What to ask the visitor, and what each answer would cost.
    pub questions: Vec<OpenQuestion>,
    /// The reasons.
    pub trace: Trace,
    /// What to tell beside the result.
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
    /// How many are needed.
    pub quantity: u64,
    /// How many of those are owned.
    pub owned: u64,
    /// How many are left to buy.
    pub buy: u64,
    /// The price of one, discount taken; for a subscription over the years of the plan. None: no
    /// price is known.
    pub unit_price: Option<Money>,
    /// The price of one for the time that `per` names, discount taken: 65.00 a month. None: no
    /// price is known.
    pub list_price: Option<Money>,
    /// What the price book's figure buys.
    pub per: Per,
    /// The time that `amount` and `unit_price` pay for.
    pub period: Period,
    /// What the price rests on.
    pub basis: Basis,
    /// `buy` times `unit_price`.
    pub amount: Money,
    /// Identifiers of the groups that hold it.
    pub holders: Vec<String>,
    /// Who holds how many.
    pub lots: Vec<Lot>,
    /// The step of the trace to start from.
    pub reason: StepId,
}

/// So many licences on one holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Lot {
    /// The holder.
    pub holder: HolderRef,
    /// How many of its units hold the licence.
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
    /// Why not.
    pub why: WhyNot,
}

/// Why a licence is not on the bill.
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
        /// For whom.
        holder: HolderRef,
    },
    /// It would do for this holder, but would cost more.
    Dearer {
        /// For whom.
        holder: HolderRef,
        /// Names of the other licences that it takes with it.
        with: Vec<String>,
        /// So much more.
        more: Money,
    },
    /// It would do as well for this holder, at the same price; the order of preference decides.
    Tie {
        /// For whom.
        holder: HolderRef,
        /// Names of the other licences that it takes with it.
        with: Vec<String>,
    },
    /// No price is known, and there is a priced way.
    Unpriced,
}

/// How the total is proved to be the least.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Certificate {
    /// Charges on requirements: no holder pays more than a licence costs, and they add up to the
    /// bill.
    Charges {
        /// The charges.
        charges: Vec<Charge>,
        /// What an owned licence is worth each, where some are owned.
        rents: Vec<Rent>,
        /// What the charges add up to, less the rents: the total.
        sum: Money,
    },
    /// The charges prove less than the total; the rest was closed by trying every case that was
    /// left, and where none was, by what each choice costs at least and by counting exactly who is
    /// served by owned licences.
    Search {
        /// The charges.
        charges: Vec<Charge>,
        /// What an owned licence is worth each.
        rents: Vec<Rent>,
        /// What the charges prove: at least so much.
        sum: Money,
        /// How many choices were tried either way; 0 if none had to be.
        nodes: u64,
    },
    /// The search was cut off: the best cover found.
    Gap {
        /// The charges.
        charges: Vec<Charge>,
        /// What an owned licence is worth each.
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
    /// How much.
    pub amount: Money,
}

/// What one more owned licence would save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rent {
    /// Full identifier of what was bought.
    pub licence: String,
    /// Full identifiers of what is sold only to who owns these, step-ups for example; empty where
    /// they open nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opens: Vec<String>,
    /// How many are owned.
    pub owned: u64,
    /// So much each.
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
    /// What it is about.
    pub about: About,
    /// The question.
    pub asks: String,
    /// The answers.
    pub answers: Vec<PossibleAnswer>,
}

/// What a question is about.
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
    /// What the visitor picks.
    pub label: String,
    /// What it says.
    pub says: Said,
    /// The total with that answer.
    pub total: Money,
    /// The time that this total pays for; none where there is nothing to pay.
    pub period: Option<Period>,
}

/// What an answer says of its subject.
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
    /// How much more; nothing for a tie.
    pub more: Money,
}
