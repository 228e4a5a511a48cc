//! The certificate as lines to check by hand: for everybody who could hold something, what a
//! licence costs against the charges that it would settle.
//!
//! The charges stand in [`crate::answer::assessment::Certificate`]. They prove a total where,
//! first, they add up to it, less what the owned licences are worth; and, second, nobody could buy
//! anything for less than the charges that the purchase would settle. This module lists that second
//! part, without the lines that follow from others.

use crate::demand::{Holder, Requirement};
use crate::mix::{Instance, Mix};
use crate::money::Money;
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
    pub unit_price: Money,
    /// `units` times `unit_price`.
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
    let Solved { case, demand, mix, .. } = solved;
    let charged = demand
        .requirements
        .iter()
        .zip(mix.charges.iter().copied())
        .filter(|(_, amount)| *amount > Money::ZERO);
    // By the place of a holder: the charges that it could settle.
    let mut liable: Vec<Option<Liable<'_>>> = vec![None; case.slots()];
    for (place, (requirement, amount)) in charged.enumerate() {
        for &holder in &requirement.alternatives {
            if let Some(slot) = liable.get_mut(case.slot(holder)) {
                let liable = slot.get_or_insert_with(|| Liable { holder, charges: Vec::new() });
                liable.charges.push(Charged { place, requirement, amount });
            }
        }
    }
    let checker = Checker { instance: solved.instance(), mix };
    liable.into_iter().flatten().flat_map(|liable| checker.checks(&liable)).collect()
}

/// A requirement with its charge.
#[derive(Clone, Copy)]
struct Charged<'a> {
    /// Place of the charge in the certificate.
    place: usize,
    requirement: &'a Requirement,
    amount: Money,
}

/// A holder and the charges that it could settle.
#[derive(Clone)]
struct Liable<'a> {
    holder: Holder,
    charges: Vec<Charged<'a>>,
}

struct Checker<'a> {
    instance: Instance<'a>,
    mix: &'a Mix,
}

impl Checker<'_> {
    fn checks(&self, liable: &Liable<'_>) -> Vec<Check> {
        let Instance { case, demand, .. } = self.instance;
        let bundles = case.book.bundles.iter().enumerate();
        let mut checks: Vec<Check> = Vec::new();
        for (place, bundle) in bundles.filter(|(_, bundle)| bundle.holder == liable.holder.kind()) {
            let settles = |charged: &&Charged<'_>| {
                demand.classes.granting(charged.requirement.class).binary_search(&place).is_ok()
            };
            let settled: Vec<&Charged<'_>> = liable.charges.iter().filter(settles).collect();
            let Some(check) = self.check(liable.holder, bundle, &settled) else { continue };
            let follows = |weak: &Check, strong: &Check| {
                strong.unit_price <= weak.unit_price
                    && weak.settles.iter().all(|charge| strong.settles.contains(charge))
            };
            if checks.iter().all(|known| !follows(&check, known)) {
                checks.retain(|known| !follows(known, &check));
                checks.push(check);
            }
        }
        checks
    }

    /// None where the bundle cannot be had, or would settle nothing.
    fn check(&self, holder: Holder, bundle: &Bundle, settled: &[&Charged<'_>]) -> Option<Check> {
        let case = self.instance.case;
        let units = u64::from(self.instance.units(holder));
        let unit_price = bundle
            .licences
            .iter()
            .try_fold(Money::ZERO, |sum, &id| Some(sum.plus(self.price(id)?)))?;
        let name = |&id: &LicenceId| case.book.licence(id).map(|licence| licence.name.clone());
        (!settled.is_empty()).then(|| Check {
            holder: holder.named(case),
            units,
            licences: bundle.licences.iter().filter_map(name).collect(),
            unit_price,
            costs: unit_price.times(units),
            settles: settled.iter().map(|charged| charged.place).collect(),
            charged: settled.iter().fold(Money::ZERO, |sum, charged| sum.plus(charged.amount)),
        })
    }

    /// Price that one licence is counted with in the proof.
    fn price(&self, id: LicenceId) -> Option<Money> {
        let rent = self.mix.rents.iter().find(|(owned, _)| *owned == id).map(|(_, rent)| *rent);
        // A licence without a price meets only requirements without a charge.
        rent.or_else(|| self.mix.price_of(id))
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
        let checks = checks(&Solved::new(&Library::shipped(), &scenario).unwrap());
        let technicians: Vec<&Check> =
            checks.iter().filter(|check| check.holder.id() == "technicians").collect();
        assert!(technicians.iter().any(
            |check| check.costs == Money::from_minor(8_000_000) && check.charged == check.costs
        ));
        // A Limited CAL allows them no more and costs more, so its line follows.
        assert!(
            technicians
                .iter()
                .all(|check| check.licences.iter().all(|name| name.starts_with("ESS"))),
            "{checks:?}"
        );
        assert!(checks.iter().all(|check| check.charged <= check.costs
            && check.costs == check.unit_price.times(check.units)));
    }
}
