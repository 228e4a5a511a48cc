//! Costs of each licence in a plan: once, every year, and to keep up.

use super::regime::Regime;
use crate::books::Library;
use crate::money::Money;
use crate::percent::Percent;
use crate::resolve::case::Case;
use crate::resolve::term::Term;
use crate::scenario::Billing;
use seatwise_rulebook::{Basis, LicenceId, Per, PriceBook};

/// The cost of one unit of a licence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LicenceCost {
    /// Paid when it is bought.
    pub(super) once: Money,
    /// Paid in every year in which it is subscribed to.
    pub(super) yearly: Money,
    /// Software Assurance, paid in every year in which it is held.
    pub(super) upkeep: Money,
    /// True if its price is known or assumed; without one it is only held.
    pub(super) is_priced: bool,
    /// True if Software Assurance is to be paid for it, and nobody knows how much.
    pub(super) upkeep_unknown: bool,
    /// True if its price rests on an assumption.
    pub(super) assumed: bool,
    /// True if what its Software Assurance costs rests on one.
    pub(super) upkeep_assumed: bool,
    /// True if it is counted at the price of another licence, for want of one of its own: that is
    /// the most that it costs.
    pub(super) at_most: bool,
    /// True if it is paid for by the month or year.
    pub(super) is_subscription: bool,
}

/// The cost of Software Assurance a year, as a share of the licence price.
#[derive(Clone, Copy, Debug)]
pub(super) struct AssuranceRate {
    rate: Percent,
    assumed: bool,
}

impl AssuranceRate {
    /// The visitor's own figure, or the price book's.
    pub(super) fn of(term: &Term, prices: Option<&PriceBook>) -> Option<Self> {
        let own = term.assurance.map(|rate| Self { rate, assumed: false });
        let listed = || {
            let listed = prices?.assurance.as_ref()?;
            let rate = Percent::from_basis_points(listed.basis_points.into());
            Some(Self { rate, assumed: listed.basis == Basis::Assumption })
        };
        own.or_else(listed)
    }

    /// The share, in hundredths of a per cent.
    pub(super) const fn points(self) -> i64 {
        self.rate.basis_points()
    }

    /// True if it is an assumption.
    pub(super) const fn is_assumed(self) -> bool {
        self.assumed
    }
}

/// The cost of every licence of a case, in the order of the rulebook.
pub(super) fn of_case(
    library: &Library<'_>,
    case: &Case<'_>,
    term: &Term,
    regime: Regime,
) -> Vec<LicenceCost> {
    let prices = library.price_book(&case.book.prices);
    let rate = AssuranceRate::of(term, prices);
    let surcharge = prices
        .and_then(|prices| prices.monthly.as_ref())
        .filter(|_| term.billing == Billing::Monthly)
        .map(|surcharge| Percent::from_basis_points(surcharge.basis_points.into()))
        .unwrap_or_default();
    let context = Context { case, rate, surcharge, regime };
    case.book.licence_ids().map(|(id, _)| context.cost(id)).collect()
}

struct Context<'a> {
    case: &'a Case<'a>,
    rate: Option<AssuranceRate>,
    surcharge: Percent,
    regime: Regime,
}

impl Context<'_> {
    fn cost(&self, id: LicenceId) -> LicenceCost {
        let cost = self.priced(id).or_else(|| self.at_most(id)).unwrap_or_default();
        if self.regime.keeps_assurance() && !cost.is_subscription {
            self.with_upkeep(id, cost)
        } else {
            cost
        }
    }

    fn priced(&self, id: LicenceId) -> Option<LicenceCost> {
        let price = self.case.pricing.of(id)?;
        let is_subscription = price.per == Per::Month;
        let month = price.list_price.plus(self.surcharge.of(price.list_price));
        let (once, yearly) = if is_subscription {
            (Money::ZERO, month.times(12))
        } else {
            (price.list_price, Money::ZERO)
        };
        let assumed = price.basis == Basis::Assumption;
        Some(LicenceCost {
            once,
            yearly,
            is_priced: true,
            assumed,
            is_subscription,
            ..Default::default()
        })
    }

    /// An offer to who owns something else, at the full price: nobody published the discount.
    fn at_most(&self, id: LicenceId) -> Option<LicenceCost> {
        let book = self.case.book;
        let licence = book.licence(id)?;
        let step_up = book.step_up_of(licence)?;
        let mut reached = book
            .licence_ids()
            .filter(|(_, to)| to.line == step_up.to && to.holder == licence.holder);
        let (full, _) = reached.next()?;
        let full = self.priced(full)?;
        Some(LicenceCost { assumed: true, at_most: true, ..full })
    }

    /// The cost with Software Assurance: a share of the price of the licence, or of the one that it
    /// is under conditions.
    fn with_upkeep(&self, id: LicenceId, cost: LicenceCost) -> LicenceCost {
        let Some(licence) = self.case.book.licence(id) else { return cost };
        match licence.same_as {
            _ if licence.software.is_some() => cost,
            Some(same) => self.share(cost, self.priced(same)),
            None if licence.for_sale => self.share(cost, cost.is_priced.then_some(cost)),
            None => cost,
        }
    }

    fn share(&self, cost: LicenceCost, of: Option<LicenceCost>) -> LicenceCost {
        match self.rate.zip(of) {
            Some((rate, of)) => LicenceCost {
                upkeep: rate.rate.of(of.once),
                upkeep_assumed: rate.assumed || of.assumed,
                ..cost
            },
            None => LicenceCost { upkeep_unknown: true, ..cost },
        }
    }
}
