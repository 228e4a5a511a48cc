//! The certificate as a sheet to check by hand: for everybody who could hold something, what a
//! licence costs against the charges that it would settle.
//!
//! The charges stand in [`crate::answer::assessment::Certificate`]. They prove a total where,
//! first, they add up to it, less what the owned licences are worth; and, second, nobody could buy
//! anything for less than the charges that the purchase would settle. This module lists that second
//! part, without the lines that follow from others.

use crate::demand::{Demand, Holder, Requirement};
use crate::mix::{self, Mix, Offer};
use crate::money::Money;
use crate::resolve::case::Case;
use crate::solved::Solved;
use crate::trace::HolderRef;
use seatwise_rulebook::{Bundle, LicenceId};

/// One line: what a holder could hold, its price, and the charges that it would settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Holder that could hold it.
    pub holder: HolderRef,
    /// Number of units that take a licence each.
    pub units: u64,
    /// Names of the licences of one unit.
    pub licences: Vec<String>,
    /// The price of these for one unit; an owned licence at what it is worth in the proof.
    pub each: Money,
    /// `units` times `each`.
    pub costs: Money,
    /// The charges that it would settle, as places in the certificate.
    pub settles: Vec<usize>,
    /// Sum of these; not more than `costs`.
    pub charged: Money,
}

/// The lines of the certificate's second part, holder by holder; none where nothing can be counted.
///
/// A line is left out where another one of the same holder settles at least as much and costs no
/// more, and where it settles no charge at all: both follow.
#[must_use]
pub fn checks(solved: &Solved<'_>) -> Vec<Check> {
    let Solved { case, demand, exempted, mix, .. } = solved;
    let charged = demand
        .requirements
        .iter()
        .zip(mix.charges.iter().copied())
        .filter(|charge| charge.1 > Money::ZERO);
    // Of each holder, by its place: which charges it could settle.
    let mut holders: Vec<Option<(Holder, Vec<Charged<'_>>)>> = vec![None; case.slots()];
    for (place, (requirement, amount)) in charged.enumerate() {
        for &holder in &requirement.alternatives {
            if let Some(slot) = holders.get_mut(case.slot(holder)) {
                slot.get_or_insert_with(|| (holder, Vec::new())).1.push((
                    place,
                    requirement,
                    amount,
                ));
            }
        }
    }
    let sheet = Sheet { case, demand, mix };
    let lines = |(holder, charged): (Holder, Vec<Charged<'_>>)| {
        sheet.of(holder, mix::units(case, demand, exempted, holder).into(), &charged)
    };
    holders.into_iter().flatten().flat_map(lines).collect()
}

/// A requirement with its charge, and the place of that in the certificate.
type Charged<'a> = (usize, &'a Requirement, Money);

struct Sheet<'a> {
    case: &'a Case<'a>,
    demand: &'a Demand<'a>,
    mix: &'a Mix,
}

impl Sheet<'_> {
    fn of(&self, holder: Holder, units: u64, charged: &[Charged<'_>]) -> Vec<Check> {
        let bundles = self
            .case
            .book
            .bundles
            .iter()
            .enumerate()
            .filter(|(_, bundle)| bundle.holder == holder.kind());
        let mut checks: Vec<Check> = Vec::new();
        for (place, bundle) in bundles {
            let settles = |charged: &&Charged<'_>| {
                self.demand.classes.granting(charged.1.class).binary_search(&place).is_ok()
            };
            let settled: Vec<&Charged<'_>> = charged.iter().filter(settles).collect();
            let Some(check) = self.check(holder, units, bundle, &settled) else { continue };
            let follows = |from: &Check, other: &Check| {
                from.each <= other.each
                    && other.settles.iter().all(|charge| from.settles.contains(charge))
            };
            if checks.iter().all(|other| !follows(other, &check)) {
                checks.retain(|other| !follows(&check, other));
                checks.push(check);
            }
        }
        checks
    }

    /// None where the bundle cannot be had, or would settle nothing.
    fn check(
        &self,
        holder: Holder,
        units: u64,
        bundle: &Bundle,
        settled: &[&Charged<'_>],
    ) -> Option<Check> {
        let each = bundle
            .licences
            .iter()
            .try_fold(Money::ZERO, |sum, &id| Some(sum.plus(self.price(id)?)))?;
        let name = |&id: &LicenceId| self.case.book.licence(id).map(|licence| licence.name.clone());
        (!settled.is_empty()).then(|| Check {
            holder: holder.named(self.case),
            units,
            licences: bundle.licences.iter().filter_map(name).collect(),
            each,
            costs: each.times(units),
            settles: settled.iter().map(|charged| charged.0).collect(),
            charged: settled.iter().fold(Money::ZERO, |sum, charged| sum.plus(charged.2)),
        })
    }

    /// Price that one licence is counted with in the proof.
    fn price(&self, id: LicenceId) -> Option<Money> {
        let rent = self.mix.rents.iter().find(|(owned, _)| *owned == id).map(|rent| rent.1);
        rent.or_else(|| match self.mix.offered.get(usize::from(id.0))? {
            Offer::At(money) => Some(*money),
            // A licence without a price meets only requirements without a charge.
            Offer::Unpriced | Offer::Held | Offer::LeftOut => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::books::Library;
    use crate::examples;

    #[test]
    fn the_technicians_pay_what_their_licence_costs() {
        let scenario = examples::ALL[0].scenario();
        let all = checks(&Solved::new(&Library::shipped(), &scenario).unwrap());
        let technicians: Vec<&Check> =
            all.iter().filter(|check| check.holder.id() == "technicians").collect();
        assert!(technicians.iter().any(
            |check| check.costs == Money::from_minor(8_000_000) && check.charged == check.costs
        ));
        // A Limited CAL allows them no more and costs more, so its line follows.
        assert!(
            technicians
                .iter()
                .all(|check| check.licences.iter().all(|name| name.starts_with("ESS"))),
            "{all:?}"
        );
        assert!(
            all.iter().all(|check| check.charged <= check.costs
                && check.costs == check.each.times(check.units))
        );
    }
}
