//! Messages of the page in the frame.

use super::{NAMESPACE, VERSION};
use crate::engine;
use crate::session::Session;
use seatwise_core::assessment::BillLine;
use seatwise_core::diagnostic::Diagnostic;
use seatwise_core::money::Money;
use seatwise_core::period::Period;
use serde::Serialize;

/// A message to the page around the frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum ToHost {
    /// The frame listens.
    Ready {
        /// The versions of the protocol that it understands.
        versions: Vec<u32>,
        /// Products to start with.
        products: Vec<Product>,
    },
    /// The content is so high.
    Resize {
        /// In pixels.
        height: u32,
    },
    /// The entries have changed. Only where the page around the frame asked for it.
    State {
        /// The fragment of its link, without own prices.
        link: String,
    },
    /// The result, which the visitor has sent.
    Result(ResultOfVisitor),
    /// A message could not be followed.
    Error {
        /// Why.
        diagnostics: Vec<Diagnostic>,
    },
}

/// A rulebook to start with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Product {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The result that a visitor sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultOfVisitor {
    /// The fragment of the link to what was entered, without own prices.
    pub link: String,
    /// The rulebook with its edition.
    pub rulebook: String,
    /// The licences.
    pub bill: Vec<ResultLine>,
    /// The total; where it is not complete, at least so much.
    pub total: Money,
    /// ISO 4217 code.
    pub currency: String,
    /// The time that the total pays for.
    pub period: Option<Period>,
    /// True if everything is counted.
    pub complete: bool,
    /// True if nothing cheaper would do.
    pub proved: bool,
}

/// A line of the bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultLine {
    /// Full identifier: `crm-2011/cal-ess-user`.
    pub licence: String,
    /// Name.
    pub name: String,
    /// Number that is needed.
    pub quantity: u64,
    /// Number that is left to buy.
    pub buy: u64,
    /// The price of one; none where none is known.
    pub unit_price: Option<Money>,
    /// Cost of these.
    pub amount: Money,
}

#[derive(Serialize)]
struct Envelope<'a> {
    namespace: &'static str,
    version: u32,
    instance: &'a str,
    #[serde(flatten)]
    content: &'a ToHost,
}

impl ToHost {
    /// The first message.
    pub fn ready() -> Self {
        let product = |book: &seatwise_core::rulebook::Rulebook| Product {
            id: book.id.clone(),
            name: book.name.clone(),
        };
        let products = engine::rulebooks().iter().map(product).collect();
        Self::Ready { versions: vec![VERSION], products }
    }

    /// The result that a visitor sends; none where nothing is counted.
    pub fn result(session: &Session) -> Option<Self> {
        let assessment = session.answer.assessment()?;
        let line = |line: &BillLine| ResultLine {
            licence: line.licence.clone(),
            name: line.name.clone(),
            quantity: line.quantity,
            buy: line.buy,
            unit_price: line.unit_price,
            amount: line.amount,
        };
        Some(Self::Result(ResultOfVisitor {
            link: session.link(false)?,
            rulebook: assessment.rulebook.clone(),
            bill: assessment.bill.iter().map(line).collect(),
            total: assessment.total,
            currency: assessment.currency.clone(),
            period: assessment.period,
            complete: assessment.complete,
            proved: assessment.proved,
        }))
    }

    /// True if it says nothing of the visitor.
    pub const fn is_public(&self) -> bool {
        matches!(self, Self::Ready { .. } | Self::Resize { .. } | Self::Error { .. })
    }

    /// The message as JSON text, from the frame of this instance.
    pub fn write(&self, instance: &str) -> String {
        let envelope = Envelope { namespace: NAMESPACE, version: VERSION, instance, content: self };
        // Text, numbers, lists and records: writing them cannot fail.
        serde_json::to_string(&envelope).unwrap_or_default()
    }
}
