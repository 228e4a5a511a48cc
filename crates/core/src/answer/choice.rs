//! Choices for a holder: what was chosen, and what else would do there.

use crate::demand::right_class::bit;
use crate::demand::{Demand, Holder, Requirement};
use crate::mix::{Mix, MixLot};
use crate::money::Money;
use crate::resolve::case::Case;
use crate::trace::{Other, Step};
use seatwise_rulebook::{Bundle, HolderKind, Licence, LicenceId};

/// Classes that the mix relies on a holder for; of alike holders, that with the fewest units.
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
    /// By holder: the classes that every unit of it has.
    classes_had: Vec<Option<u128>>,
    /// Substitutes that were looked up before: lots are much alike.
    known: Vec<BundleSubstitutes>,
}

/// Bundles that would do instead of one that is held, the least dear first.
struct BundleSubstitutes {
    /// Place in the rulebook of the bundle that is held.
    bundle: usize,
    /// The classes that it is relied on for, a bit each.
    classes: u128,
    /// The substitutes, with the difference in price for one unit.
    substitutes: Vec<Other>,
}

impl<'a> Choices<'a> {
    pub(crate) fn new(case: &'a Case<'a>, demand: &'a Demand<'_>, mix: &'a Mix) -> Self {
        let grants = demand.classes.grants();
        let mut classes_had: Vec<Option<u128>> = vec![None; case.slots()];
        for lot in mix.lots.iter().filter(|lot| mix.is_whole(lot.holder)) {
            let granted = grants.get(lot.bundle).copied().unwrap_or_default();
            if let Some(had) = classes_had.get_mut(case.slot(lot.holder)) {
                *had = Some(had.unwrap_or(u128::MAX) & granted);
            }
        }
        let requirements = &demand.requirements;
        Self { case, requirements, mix, grants, classes_had, known: Vec::new() }
    }

    /// The step of the trace for a lot whose holder could meet these requirements.
    pub(crate) fn step<'r>(
        &mut self,
        lot: &MixLot,
        could_meet: impl Iterator<Item = &'r Requirement>,
    ) -> Step {
        let classes = self.relied_on(lot, could_meet);
        let same =
            |known: &BundleSubstitutes| (known.bundle, known.classes) == (lot.bundle, classes);
        let place = self.known.iter().position(same).unwrap_or_else(|| {
            let substitutes = self.substitutes(lot, classes);
            self.known.push(BundleSubstitutes { bundle: lot.bundle, classes, substitutes });
            self.known.len() - 1
        });
        let known = self.known.get(place);
        let substitutes = known.map(|known| known.substitutes.as_slice()).unwrap_or_default();
        let of_lot = |substitute: &Other| Other {
            licences: substitute.licences.clone(),
            more: substitute.more.times(lot.units),
        };
        Step::Chosen {
            holder: lot.holder.named(self.case),
            licences: self.bundle(lot.bundle).map(|bundle| self.names(bundle)).unwrap_or_default(),
            units: lot.units,
            substitutes: substitutes.iter().map(of_lot).collect(),
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
        let rivals = would_do.clone();
        would_do
            .into_iter()
            .filter(move |(_, bundle)| has(bundle, family) && is_minimal(bundle, &rivals))
    }

    /// True if a bundle with a licence of a family grants holders of a kind any of these classes.
    pub(crate) fn grants_some(
        &self,
        kind: HolderKind,
        classes: u128,
        family: &[(LicenceId, &Licence)],
    ) -> bool {
        let bundles = self.case.book.bundles.iter().zip(&self.grants);
        let mut of_kind =
            bundles.filter(|(bundle, _)| bundle.holder == kind && has(bundle, family));
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
        could_meet.fold(0, |classes, requirement| {
            let class = bit(requirement.class);
            let mut rivals = requirement.alternatives.iter().filter(|&&rival| rival != lot.holder);
            let met = rivals.any(|&rival| {
                let had = self.classes_had.get(self.case.slot(rival)).copied().flatten();
                had.is_some_and(|had| had & class != 0)
            });
            if met { classes } else { classes | class }
        })
    }

    /// The least dear of what else would do for one unit, as names and with the difference.
    fn substitutes(&self, lot: &MixLot, classes: u128) -> Vec<Other> {
        let held = self.bundle(lot.bundle).filter(|_| classes != 0);
        let Some(held) = held else { return Vec::new() };
        // What is owned costs nothing here, so a difference of list prices would say nothing.
        if held.licences.iter().any(|id| self.case.owned.iter().any(|(owned, _)| owned == id)) {
            return Vec::new();
        }
        let would_do = self.would_do(lot.holder.kind(), classes);
        let mut substitutes: Vec<Other> = would_do
            .iter()
            .filter(|(place, bundle)| *place != lot.bundle && is_minimal(bundle, &would_do))
            .filter_map(|(_, bundle)| {
                let more = self.price(bundle)?.minus(self.price(held)?);
                (more >= Money::ZERO).then(|| Other { licences: self.names(bundle), more })
            })
            .collect();
        substitutes.sort_by(|a, b| {
            (a.more, a.licences.len(), &a.licences).cmp(&(b.more, b.licences.len(), &b.licences))
        });
        substitutes.truncate(3);
        substitutes
    }

    /// The bundles for holders of a kind that grant all these classes.
    fn would_do(&self, kind: HolderKind, classes: u128) -> Vec<(usize, &'a Bundle)> {
        let bundles = self.case.book.bundles.iter().zip(&self.grants).enumerate();
        let would_do = bundles
            .filter(|(_, (bundle, grants))| bundle.holder == kind && *grants & classes == classes);
        would_do.map(|(place, (bundle, _))| (place, bundle)).collect()
    }

    fn price(&self, bundle: &Bundle) -> Option<Money> {
        let mut licences = bundle.licences.iter();
        licences.try_fold(Money::ZERO, |sum, &id| Some(sum.plus(self.mix.price_of(id)?)))
    }

    fn names(&self, bundle: &Bundle) -> Vec<String> {
        let plain = bundle
            .licences
            .iter()
            .filter_map(|&id| self.case.book.licence(self.case.book.billed_as(id)));
        plain.map(|licence| licence.id.clone()).collect()
    }

    fn bundle(&self, place: usize) -> Option<&'a Bundle> {
        self.case.book.bundles.get(place)
    }
}

/// True if no other bundle does with fewer of its licences: one that holds all of another is no
/// choice of its own.
fn is_minimal(bundle: &Bundle, would_do: &[(usize, &Bundle)]) -> bool {
    !would_do.iter().any(|(_, rival)| {
        rival.licences.len() < bundle.licences.len()
            && rival.licences.iter().all(|id| bundle.licences.contains(id))
    })
}

fn has(bundle: &Bundle, family: &[(LicenceId, &Licence)]) -> bool {
    bundle.licences.iter().any(|id| family.iter().any(|(member, _)| member == id))
}
