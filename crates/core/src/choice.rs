//! What was chosen for a holder, and what else would do there.

use crate::case::Case;
use crate::mix::{Mix, MixLot, Offer};
use crate::money::Money;
use crate::order;
use crate::requirement::{Derived, Requirement};
use crate::trace::{Other, Step};
use seatwise_rulebook::{Bundle, HolderKind};

/// What is known of the choices of one mix.
pub(crate) struct Choices<'a> {
    case: &'a Case<'a>,
    mix: &'a Mix,
    /// By bundle: the classes that it grants, a bit each.
    grants: Vec<u128>,
    /// By holder: the classes that every one of its units has.
    had: Vec<Option<u128>>,
    /// What else would do, by what is held and what it is relied on for; in order of the difference.
    known: Vec<((usize, u128), Vec<Other>)>,
}

impl<'a> Choices<'a> {
    pub(crate) fn new(case: &'a Case<'a>, derived: &Derived<'_>, mix: &'a Mix) -> Self {
        let grants = derived.classes.grants();
        let mut had: Vec<Option<u128>> = vec![None; case.slots()];
        for lot in &mix.lots {
            let granted = grants.get(lot.bundle).copied().unwrap_or_default();
            if let Some(had) = had.get_mut(case.slot(lot.holder)) {
                *had = Some(had.unwrap_or(u128::MAX) & granted);
            }
        }
        Self { case, mix, grants, had, known: Vec::new() }
    }

    /// The step of the trace for a lot whose holder could meet these requirements.
    pub(crate) fn step<'r>(&mut self, lot: &MixLot, could_meet: impl Iterator<Item = &'r Requirement>) -> Step {
        let used = self.relied_on(lot, could_meet);
        let key = (lot.bundle, used);
        let place = self.known.iter().position(|known| known.0 == key).unwrap_or_else(|| {
            self.known.push((key, self.others(lot, used)));
            self.known.len() - 1
        });
        let others = self.known.get(place).map(|known| known.1.as_slice()).unwrap_or_default();
        let more = |other: &Other| Other { licences: other.licences.clone(), more: other.more.times(lot.units) };
        Step::Chosen {
            holder: lot.holder.named(self.case),
            licences: self.bundle(lot.bundle).map(|bundle| self.names(bundle)).unwrap_or_default(),
            units: lot.units,
            others: others.iter().map(more).collect(),
        }
    }

    /// The classes that the holder of a lot is relied on for: nobody else among the alternatives has them.
    fn relied_on<'r>(&self, lot: &MixLot, could_meet: impl Iterator<Item = &'r Requirement>) -> u128 {
        could_meet.fold(0, |used, requirement| {
            let class = 1_u128.checked_shl(requirement.class.into()).unwrap_or_default();
            let mut others = requirement.alternatives.iter().filter(|&&other| other != lot.holder);
            let met = others.any(|&other| {
                let had = self.had.get(self.case.slot(other)).copied().flatten();
                had.is_some_and(|had| had & class != 0)
            });
            if met { used } else { used | class }
        })
    }

    /// The least dear of what else would do for one unit, as names and with the difference.
    fn others(&self, lot: &MixLot, used: u128) -> Vec<Other> {
        let Some(held) = self.bundle(lot.bundle).filter(|_| used != 0) else { return Vec::new() };
        // What is owned costs nothing here, so a difference of list prices would say nothing.
        if held.licences.iter().any(|id| self.case.owned.iter().any(|(one, _)| one == id)) {
            return Vec::new();
        }
        let would_do = self.would_do(lot.holder.kind(), used);
        // A combination that holds all of another one is no choice of its own.
        let minimal = |bundle: &Bundle| {
            !would_do.iter().any(|(_, other)| {
                other.licences.len() < bundle.licences.len()
                    && other.licences.iter().all(|id| bundle.licences.contains(id))
            })
        };
        let mut others: Vec<Other> = would_do
            .iter()
            .filter(|(place, other)| *place != lot.bundle && minimal(other))
            .filter_map(|(_, other)| {
                let more = self.price(other)?.minus(self.price(held)?);
                (more >= Money::ZERO).then(|| Other { licences: self.names(other), more })
            })
            .collect();
        order::sort_by(&mut others, |a, b| {
            (a.more, a.licences.len(), &a.licences).cmp(&(b.more, b.licences.len(), &b.licences))
        });
        others.truncate(3);
        others
    }

    /// The bundles for holders of a kind that grant all these classes.
    fn would_do(&self, kind: HolderKind, used: u128) -> Vec<(usize, &'a Bundle)> {
        let all = self.case.book.bundles.iter().zip(&self.grants).enumerate();
        let would_do = all.filter(|(_, (bundle, grants))| bundle.holder == kind && *grants & used == used);
        would_do.map(|(place, (bundle, _))| (place, bundle)).collect()
    }

    fn price(&self, bundle: &Bundle) -> Option<Money> {
        bundle.licences.iter().try_fold(Money::ZERO, |sum, &id| match self.mix.offered.get(usize::from(id.0)) {
            Some(Offer::At(money)) => Some(sum.plus(*money)),
            _ => None,
        })
    }

    fn names(&self, bundle: &Bundle) -> Vec<String> {
        let plain = bundle.licences.iter().filter_map(|&id| self.case.book.licence(self.case.book.plain(id)));
        plain.map(|licence| licence.id.clone()).collect()
    }

    fn bundle(&self, place: usize) -> Option<&'a Bundle> {
        self.case.book.bundles.get(place)
    }
}
