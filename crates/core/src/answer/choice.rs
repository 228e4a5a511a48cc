//! Choices for a holder: what was chosen, and what else would do there.

use crate::demand::{Demand, Holder, Requirement};
use crate::mix::{Mix, MixLot, Offer};
use crate::money::Money;
use crate::resolve::case::Case;
use crate::trace::{Other, Step};
use seatwise_rulebook::{Bundle, HolderKind, Licence, LicenceId};

/// Classes that the mix relies on a holder for; of alike holders the one with the fewest units.
pub(crate) struct Reliance {
    pub(crate) holder: Holder,
    pub(crate) units: u64,
    /// Place in the rulebook of the bundle that it holds.
    pub(crate) bundle: usize,
    /// The classes that nobody else has among those who could meet the requirements, a bit each.
    pub(crate) classes: u128,
}

/// Alternatives to the choices of one mix, as far as they are known.
pub(crate) struct Choices<'a> {
    case: &'a Case<'a>,
    requirements: &'a [Requirement],
    mix: &'a Mix,
    /// By bundle: the classes that it grants, a bit each.
    grants: Vec<u128>,
    /// By holder: the classes that every one of its units has.
    had: Vec<Option<u128>>,
    /// Alternatives by what is held and what it is relied on for; in order of the difference.
    known: Vec<((usize, u128), Vec<Other>)>,
}

impl<'a> Choices<'a> {
    pub(crate) fn new(case: &'a Case<'a>, demand: &'a Demand<'_>, mix: &'a Mix) -> Self {
        let grants = demand.classes.grants();
        let mut had: Vec<Option<u128>> = vec![None; case.slots()];
        for lot in mix.lots.iter().filter(|lot| mix.is_whole(lot.holder)) {
            let granted = grants.get(lot.bundle).copied().unwrap_or_default();
            if let Some(had) = had.get_mut(case.slot(lot.holder)) {
                *had = Some(had.unwrap_or(u128::MAX) & granted);
            }
        }
        Self { case, requirements: &demand.requirements, mix, grants, had, known: Vec::new() }
    }

    /// The step of the trace for a lot whose holder could meet these requirements.
    pub(crate) fn step<'r>(
        &mut self,
        lot: &MixLot,
        could_meet: impl Iterator<Item = &'r Requirement>,
    ) -> Step {
        let used = self.relied_on(lot, could_meet);
        let key = (lot.bundle, used);
        let place = self.known.iter().position(|known| known.0 == key).unwrap_or_else(|| {
            self.known.push((key, self.others(lot, used)));
            self.known.len() - 1
        });
        let others = self.known.get(place).map(|known| known.1.as_slice()).unwrap_or_default();
        let more = |other: &Other| Other {
            licences: other.licences.clone(),
            more: other.more.times(lot.units),
        };
        Step::Chosen {
            holder: lot.holder.named(self.case),
            licences: self.bundle(lot.bundle).map(|bundle| self.names(bundle)).unwrap_or_default(),
            units: lot.units,
            others: others.iter().map(more).collect(),
        }
    }

    /// The reliances of the mix on its holders, alike ones once.
    pub(crate) fn reliances(&self) -> Vec<Reliance> {
        let mut could_meet: Vec<Vec<u32>> = vec![Vec::new(); self.case.slots()];
        for (place, requirement) in (0_u32..).zip(self.requirements) {
            for &holder in &requirement.alternatives {
                could_meet
                    .get_mut(self.case.slot(holder))
                    .into_iter()
                    .for_each(|places| places.push(place));
            }
        }
        let mut reliances: Vec<Reliance> = Vec::new();
        for lot in &self.mix.lots {
            let places = could_meet.get(self.case.slot(lot.holder)).into_iter().flatten();
            let requirements =
                places.filter_map(|&place| self.requirements.get(usize::try_from(place).ok()?));
            let classes = self.relied_on(lot, requirements);
            if classes == 0 {
                continue;
            }
            let MixLot { holder, units, bundle } = *lot;
            let alike = |known: &&mut Reliance| {
                (known.bundle, known.classes, known.holder.kind())
                    == (bundle, classes, holder.kind())
            };
            match reliances.iter_mut().find(alike) {
                Some(known) if (units, holder) < (known.units, known.holder) => {
                    (known.units, known.holder) = (units, holder);
                }
                Some(_) => {}
                None => reliances.push(Reliance { holder, units, bundle, classes }),
            }
        }
        reliances
    }

    /// The bundles with a licence of a family that grant holders of a kind all these classes,
    /// without those in which something is superfluous.
    pub(crate) fn would_do_with<'c>(
        &'c self,
        kind: HolderKind,
        classes: u128,
        family: &'c [(LicenceId, &'c Licence)],
    ) -> impl Iterator<Item = (usize, &'a Bundle)> + 'c {
        let would_do = self.would_do(kind, classes);
        let all = would_do.clone();
        would_do
            .into_iter()
            .filter(move |(_, bundle)| has(bundle, family) && is_minimal(bundle, &all))
    }

    /// True if a bundle with a licence of a family grants holders of a kind any of these classes.
    pub(crate) fn grants_some(
        &self,
        kind: HolderKind,
        classes: u128,
        family: &[(LicenceId, &Licence)],
    ) -> bool {
        let all = self.case.book.bundles.iter().zip(&self.grants);
        let mut of_kind = all.filter(|(bundle, _)| bundle.holder == kind && has(bundle, family));
        of_kind.any(|(_, grants)| grants & classes != 0)
    }

    /// The cheapest bundle with a licence of a family that would do instead of what a holder relies
    /// on, and how much more it costs for each unit; none where the holder is served from what is
    /// owned.
    pub(crate) fn cheapest_with(
        &self,
        reliance: &Reliance,
        family: &[(LicenceId, &Licence)],
    ) -> Option<(&'a Bundle, Money)> {
        let held = self.bundle(reliance.bundle)?;
        if held.licences.iter().any(|&id| self.case.owned_of(id) > 0) {
            return None;
        }
        let would_do = self.would_do_with(reliance.holder.kind(), reliance.classes, family);
        let priced = would_do
            .filter_map(|(_, bundle)| Some((bundle, self.price(bundle)?.minus(self.price(held)?))));
        priced
            .filter(|(_, more)| *more >= Money::ZERO)
            .min_by_key(|(bundle, more)| (*more, bundle.licences.len()))
    }

    /// The classes that the holder of a lot is relied on for: nobody else among the alternatives
    /// has them.
    fn relied_on<'r>(
        &self,
        lot: &MixLot,
        could_meet: impl Iterator<Item = &'r Requirement>,
    ) -> u128 {
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
        if held.licences.iter().any(|id| self.case.owned.iter().any(|(owned, _)| owned == id)) {
            return Vec::new();
        }
        let would_do = self.would_do(lot.holder.kind(), used);
        let mut others: Vec<Other> = would_do
            .iter()
            .filter(|(place, other)| *place != lot.bundle && is_minimal(other, &would_do))
            .filter_map(|(_, other)| {
                let more = self.price(other)?.minus(self.price(held)?);
                (more >= Money::ZERO).then(|| Other { licences: self.names(other), more })
            })
            .collect();
        others.sort_by(|a, b| {
            (a.more, a.licences.len(), &a.licences).cmp(&(b.more, b.licences.len(), &b.licences))
        });
        others.truncate(3);
        others
    }

    /// The bundles for holders of a kind that grant all these classes.
    fn would_do(&self, kind: HolderKind, used: u128) -> Vec<(usize, &'a Bundle)> {
        let all = self.case.book.bundles.iter().zip(&self.grants).enumerate();
        let would_do =
            all.filter(|(_, (bundle, grants))| bundle.holder == kind && *grants & used == used);
        would_do.map(|(place, (bundle, _))| (place, bundle)).collect()
    }

    fn price(&self, bundle: &Bundle) -> Option<Money> {
        bundle.licences.iter().try_fold(Money::ZERO, |sum, &id| {
            match self.mix.offered.get(usize::from(id.0)) {
                Some(Offer::At(money)) => Some(sum.plus(*money)),
                _ => None,
            }
        })
    }

    fn names(&self, bundle: &Bundle) -> Vec<String> {
        let plain = bundle
            .licences
            .iter()
            .filter_map(|&id| self.case.book.licence(self.case.book.plain(id)));
        plain.map(|licence| licence.id.clone()).collect()
    }

    fn bundle(&self, place: usize) -> Option<&'a Bundle> {
        self.case.book.bundles.get(place)
    }
}

/// True if no other bundle does with fewer of its licences: one that holds all of another is no
/// choice of its own.
fn is_minimal(bundle: &Bundle, would_do: &[(usize, &Bundle)]) -> bool {
    !would_do.iter().any(|(_, other)| {
        other.licences.len() < bundle.licences.len()
            && other.licences.iter().all(|id| bundle.licences.contains(id))
    })
}

fn has(bundle: &Bundle, family: &[(LicenceId, &Licence)]) -> bool {
    bundle.licences.iter().any(|id| family.iter().any(|(member, _)| member == id))
}
