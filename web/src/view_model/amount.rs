//! Amounts of money, never without their currency and the time that they pay for.

use super::ViewContext;
use crate::words::counted;
use seatwise_core::assessment::{Assessment, BillLine};
use seatwise_core::money::Money;
use seatwise_core::period::Period;
use seatwise_core::rulebook::Basis;

/// Currency and period of the amounts of an assessment.
#[derive(Clone, Copy, Debug)]
pub struct Unit<'a> {
    /// ISO 4217 code.
    pub currency: &'a str,
    /// The time that an amount pays for; none where there is nothing to pay.
    pub period: Option<Period>,
}

impl<'a> Unit<'a> {
    /// The unit of the total.
    pub fn of_total(assessment: &'a Assessment) -> Self {
        Self { currency: &assessment.currency, period: assessment.period }
    }

    /// The unit of a line.
    pub fn of_line(assessment: &'a Assessment, line: &BillLine) -> Self {
        Self { currency: &assessment.currency, period: Some(line.period) }
    }

    /// The same currency over another time.
    pub const fn over(self, period: Option<Period>) -> Self {
        Self { period, ..self }
    }

    /// The unit alone: `USD a year`.
    pub fn text(self, context: &ViewContext<'_>) -> String {
        let words = context.words;
        words.unit(self.currency, self.period)
    }

    /// An amount with it: `93,600 USD a year`.
    pub fn amount(self, context: &ViewContext<'_>, amount: Money) -> String {
        format!("{} {}", context.words.money(amount), self.text(context))
    }
}

/// Mention of who is not counted, or of what has no price, in a few words; empty where the total is
/// complete.
pub fn left_out(context: &ViewContext<'_>, assessment: &Assessment) -> String {
    let words = context.words;
    let people: u64 = assessment.uncounted.iter().map(|row| u64::from(row.count)).sum();
    let unpriced = assessment.bill.iter().filter(|line| line.unit_price.is_none()).count();
    let mut parts = Vec::new();
    if people > 0 {
        parts.push(words.people_not_counted(people));
    }
    if unpriced > 0 {
        parts.push(words.without_price(counted(unpriced)));
    }
    parts.join(", ")
}

/// The visitor's own prices and discount, in a few words; empty where the price book holds.
pub fn own_prices(context: &ViewContext<'_>, assessment: &Assessment) -> String {
    let words = context.words;
    let percent =
        assessment.discount_percent.as_deref().map(|percent| context.words.decimal(percent));
    let of_partner = |line: &BillLine| context.session.is_of_partner(&line.licence);
    let own = |line: &&BillLine| line.basis == Basis::Own && line.buy > 0;
    let (partners, own): (Vec<_>, Vec<_>) =
        assessment.bill.iter().filter(own).partition(|line| of_partner(line));
    let partner = context.session.partner().filter(|_| !partners.is_empty());
    let own = words.own_prices(!own.is_empty(), percent.as_deref());
    let parts = [partner.map(|name| words.prices_of(name)).unwrap_or_default(), own];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
