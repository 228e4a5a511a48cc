//! Symmetric holders: those with the same requirements and neighbours are solved as one.

use crate::id::{HolderId, IdVec, MenuId, RequirementId, at, count, edit, put};
use crate::problem::{Problem, Requirement};
use crate::rights::{Right, Rights};
use std::cmp::Reverse;

/// A problem with its members of an orbit made one, and the way back.
///
/// Exactness: members of an orbit choose from the same menu, and for each requirement of the one
/// the other has one for the same right with the same other alternatives. Whatever the others hold,
/// the same rights are left for every member to have, and fewer rights never cost more; so some
/// cheapest cover gives all members of an orbit the same rights, and that is a cover of the problem
/// in which they are one holder of all their units. It costs the same in both: what units with the
/// same menu and the same rights cost together does not depend on whose they are, for they share
/// what is owned and what is limited in either.
pub struct Symmetry {
    /// The problem in which members of an orbit are one.
    pub problem: Problem,
    /// By holder: the one that stands for it in the smaller problem.
    stands_for: IdVec<HolderId, HolderId>,
    /// For each requirement of the smaller problem its number in the whole one.
    requirements: Vec<RequirementId>,
    orbits: Vec<Vec<Member>>,
}

/// One of several members of an orbit.
struct Member {
    holder: HolderId,
    units: u32,
    /// Its requirements, in the same order for all of them.
    requirements: Vec<RequirementId>,
}

impl Symmetry {
    /// Makes the members of an orbit of a problem one; nothing if there are none.
    pub fn of(problem: &Problem) -> Option<Self> {
        let orbits = orbits(problem);
        if orbits.is_empty() {
            return None;
        }
        let mut stands_for: IdVec<HolderId, HolderId> = problem.holders.ids().collect();
        let mut dropped = vec![false; problem.requirements().len()];
        let mut units: Vec<u32> = problem.holders.iter().map(|holder| holder.count).collect();
        for (first, others) in orbits.iter().filter_map(|orbit| orbit.split_first()) {
            for member in others {
                put(&mut stands_for, member.holder, first.holder);
                edit(&mut units, first.holder, |units: u32| units.saturating_add(member.units));
                member
                    .requirements
                    .iter()
                    .for_each(|requirement| put(&mut dropped, *requirement, true));
            }
        }
        let mut symmetry =
            Self { problem: Problem::new(), stands_for, requirements: Vec::new(), orbits };
        symmetry.shrink(problem, &units, &dropped);
        Some(symmetry)
    }

    /// Builds the smaller problem, with holders and requirements in the order of the whole one.
    fn shrink(&mut self, whole: &Problem, units: &[u32], dropped: &[bool]) {
        self.problem.items.clone_from(&whole.items);
        self.problem.bundles.clone_from(&whole.bundles);
        self.problem.menus.clone_from(&whole.menus);
        let mut number = vec![HolderId(0); units.len()];
        for (id, holder) in whole.holders.entries() {
            if at(&self.stands_for, id) == id {
                put(&mut number, id, self.problem.holder(at(units, id), holder.menu));
            }
        }
        for pair in &whole.companions {
            let _ = self.problem.accompany(at(&number, pair.of), at(&number, pair.holder));
        }
        self.stands_for.iter_mut().for_each(|holder| *holder = at(&number, *holder));
        let mut alternatives = Vec::new();
        for (id, requirement) in whole.entries_of_requirements().filter(|(id, _)| !at(dropped, id))
        {
            alternatives.clear();
            alternatives
                .extend(requirement.alternatives.iter().map(|holder| at(&self.stands_for, holder)));
            let _ = self.problem.require(requirement.right, &alternatives);
            self.requirements.push(id);
        }
    }

    /// The rights of every holder of the whole problem.
    pub fn targets(&self, targets: &[Rights]) -> IdVec<HolderId, Rights> {
        self.stands_for.iter().map(|holder| at(targets, *holder)).collect()
    }

    /// The charges on every requirement of the whole problem.
    ///
    /// Each member bears a share for its units. What is charged up to some level of rights is
    /// rounded as one sum, so that no member is charged more for it than its units cost, and
    /// nothing is lost.
    pub fn charges(&self, whole: &Problem, charges: &[i64]) -> IdVec<RequirementId, i64> {
        let mut all: IdVec<RequirementId, i64> = whole.requirements().map(|_| 0).collect();
        self.requirements
            .iter()
            .zip(charges)
            .for_each(|(place, charge)| put(&mut all, *place, *charge));
        for orbit in &self.orbits {
            let Some(first) = orbit.first() else { continue };
            let mut left: Vec<i64> =
                first.requirements.iter().map(|place| at(&all, *place)).collect();
            let order = levels(whole, first);
            let mut units: u64 = orbit.iter().map(|member| u64::from(member.units)).sum();
            for member in orbit {
                let (mut before, mut sum) = (0, 0);
                for place in &order {
                    sum += at(&left, *place);
                    let share = share(sum, member.units.into(), units);
                    put(&mut all, at(&member.requirements, *place), share - before);
                    edit(&mut left, *place, |left: i64| left - (share - before));
                    before = share;
                }
                units -= u64::from(member.units);
            }
        }
        all
    }
}

/// The part of an amount for some of all units, rounded down.
fn share(amount: i64, units: u64, all: u64) -> i64 {
    let share = i128::from(amount) * i128::from(units) / i128::from(all.max(1));
    i64::try_from(share).unwrap_or(0)
}

/// The places of a member's requirements, those for rights that the most bundles grant first.
fn levels(problem: &Problem, member: &Member) -> Vec<u32> {
    let granting = |right: Right| {
        problem.choices(member.holder).filter(|(_, bundle)| bundle.grants.has(right)).count()
    };
    let right = |place: u32| {
        let id = at(&member.requirements, place);
        problem.requirement(id).map_or(0, |requirement| requirement.right)
    };
    let mut places: Vec<u32> = (0..count(&member.requirements)).collect();
    places.sort_by_cached_key(|&place| Reverse(granting(right(place))));
    places
}

/// The groups of members of an orbit, none of which has a neighbour in another group: so each can
/// be taken apart again alone.
fn orbits(problem: &Problem) -> Vec<Vec<Member>> {
    let signatures = signatures(problem);
    let signed = signatures.entries().map(|(holder, signature)| (*signature, holder));
    let mut order: Vec<(Signature, HolderId)> =
        signed.filter(|(signature, _)| signature.requirements > 0).collect();
    order.sort_unstable();
    let chunks = order.chunk_by(|(a, _), (b, _)| a == b).filter(|holders| holders.len() > 1);
    let mut alike: Vec<Vec<HolderId>> =
        chunks.map(|holders| holders.iter().map(|(_, holder)| *holder).collect()).collect();
    if alike.is_empty() {
        return Vec::new();
    }
    alike.sort_unstable();
    let requirements: IdVec<RequirementId, Requirement<'_>> = problem.requirements().collect();
    let incidence = Incidence::of(problem, &requirements);
    let mut taken = vec![false; signatures.len()];
    // Units that belong to each other stay apart from all others.
    for pair in &problem.companions {
        [pair.of, pair.holder].iter().for_each(|holder| put(&mut taken, holder, true));
    }
    let mut orbits = Vec::new();
    for holders in &alike {
        let mut orbit: Vec<Member> = Vec::new();
        let mut all = 0_u32;
        for holder in holders.iter().filter(|holder| !at(&taken, **holder)) {
            let units = problem.holders.at(holder).map_or(0, |holder| holder.count);
            let member = Member { holder: *holder, units, requirements: incidence.sorted(*holder) };
            // The marks are alike; only now it is known whether the constraints are.
            let same = orbit.first().is_none_or(|first| incidence.same(first, &member));
            if let (true, Some(sum)) = (same, all.checked_add(units)) {
                all = sum;
                orbit.push(member);
            }
        }
        if orbit.len() > 1 {
            for place in orbit.iter().flat_map(|member| &member.requirements) {
                let alternatives = requirements
                    .at(place)
                    .map(|requirement| requirement.alternatives)
                    .unwrap_or_default();
                alternatives.iter().for_each(|holder| put(&mut taken, holder, true));
            }
            orbits.push(orbit);
        }
    }
    orbits
}

/// Signature that members of an orbit have in common; that others have it too is unlikely.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Signature {
    menu: MenuId,
    requirements: u32,
    hash: u64,
}

fn signatures(problem: &Problem) -> IdVec<HolderId, Signature> {
    let mut signatures: IdVec<HolderId, Signature> = problem
        .holders
        .iter()
        .map(|holder| Signature { menu: holder.menu, ..Signature::default() })
        .collect();
    for requirement in problem.requirements() {
        let all = requirement
            .alternatives
            .iter()
            .fold(0_u64, |sum, holder| sum.wrapping_add(hashed(holder.0.into())));
        for holder in requirement.alternatives {
            let others = all.wrapping_sub(hashed(holder.0.into()));
            let hash = hashed(others.wrapping_add(u64::from(requirement.right)));
            edit(&mut signatures, holder, |signature: Signature| Signature {
                requirements: signature.requirements + 1,
                hash: signature.hash.wrapping_add(hash),
                ..signature
            });
        }
    }
    signatures
}

/// A number that looks like chance (after Steele, Lea and Flood).
fn hashed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// For each holder its requirements.
struct Incidence<'a> {
    requirements: &'a IdVec<RequirementId, Requirement<'a>>,
    of: IdVec<HolderId, Vec<RequirementId>>,
}

impl<'a> Incidence<'a> {
    fn of(problem: &Problem, requirements: &'a IdVec<RequirementId, Requirement<'a>>) -> Self {
        let mut of: IdVec<HolderId, Vec<RequirementId>> =
            problem.holders.iter().map(|_| Vec::new()).collect();
        for (id, requirement) in requirements.entries() {
            for holder in requirement.alternatives {
                of.at_mut(holder).into_iter().for_each(|requirements| requirements.push(id));
            }
        }
        Self { requirements, of }
    }

    /// Returns what a requirement of a holder asks, apart from the holder.
    fn asks(&self, requirement: RequirementId, holder: HolderId) -> (Right, Vec<HolderId>) {
        self.requirements.at(requirement).map_or_else(Default::default, |requirement| {
            (
                requirement.right,
                requirement.alternatives.iter().copied().filter(|id| *id != holder).collect(),
            )
        })
    }

    /// The requirements of a holder by what they ask.
    fn sorted(&self, holder: HolderId) -> Vec<RequirementId> {
        let requirements = self.of.at(holder).into_iter().flatten();
        let mut asked: Vec<_> = requirements
            .map(|&requirement| (self.asks(requirement, holder), requirement))
            .collect();
        asked.sort_unstable();
        asked.into_iter().map(|(_, requirement)| requirement).collect()
    }

    fn same(&self, member: &Member, other: &Member) -> bool {
        let asks = |member: &Member| -> Vec<(Right, Vec<HolderId>)> {
            member.requirements.iter().map(|place| self.asks(*place, member.holder)).collect()
        };
        asks(member) == asks(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Holders of these units with one menu of two levels at 10 and 25; says the units of the
    /// smaller problem's.
    fn problem(units: &[u32], constraints: &[(Right, &[u32])]) -> Problem {
        let mut problem = Problem::new();
        let (low, high) = (problem.item(10, 0, 0), problem.item(25, 0, 0));
        let bundles =
            [problem.bundle(&[low], Rights::of(0)), problem.bundle(&[high], Rights::from_bits(3))];
        let menu = problem.menu(&bundles);
        for units in units {
            let _ = problem.holder(*units, menu);
        }
        for (right, holders) in constraints {
            let holders: Vec<HolderId> = holders.iter().copied().map(HolderId).collect();
            let _ = problem.require(*right, &holders);
        }
        problem
    }

    #[track_caller]
    fn case(units: &[u32], constraints: &[(Right, &[u32])], expected: Option<&[u32]>) {
        let symmetry = Symmetry::of(&problem(units, constraints));
        let counts: Option<Vec<u32>> = symmetry
            .map(|symmetry| symmetry.problem.holders.iter().map(|holder| holder.count).collect());
        assert_eq!(counts.as_deref(), expected);
    }

    #[test]
    fn holders_with_the_same_requirements_are_one() {
        case(&[3, 4, 9], &[(0, &[0, 2]), (0, &[1, 2])], Some(&[7, 9]));
        case(&[3, 4, 9], &[(0, &[0, 2]), (1, &[1, 2])], None);
        case(&[3, 4, 9], &[(0, &[0, 2]), (0, &[1, 2]), (1, &[1])], None);
        case(&[3, 4, 9], &[(0, &[0]), (0, &[1]), (0, &[2])], Some(&[16]));
        case(&[3, 4], &[(0, &[0, 1])], None);
        case(&[u32::MAX, 1], &[(0, &[0]), (0, &[1])], None);
    }

    #[test]
    fn of_two_groups_side_by_side_one_is_merged() {
        case(
            &[1, 2, 4, 8],
            &[(0, &[0, 2]), (0, &[0, 3]), (0, &[1, 2]), (0, &[1, 3])],
            Some(&[3, 4, 8]),
        );
    }

    #[test]
    #[cfg(feature = "generator")]
    fn many_generated_problems_have_symmetric_holders() {
        use crate::testing::generate::{Flavour, small};
        let count = (0..600)
            .filter(|seed| Symmetry::of(&small(*seed, Flavour::of((seed % 16) as u32))).is_some())
            .count();
        assert!(count >= 8, "only {count} of 600");
    }

    #[test]
    fn charges_are_shared_without_loss() {
        let whole = problem(
            &[3, 4, 5, 9],
            &[(0, &[0, 3]), (1, &[0, 3]), (1, &[1, 3]), (0, &[1, 3]), (0, &[2, 3]), (1, &[2, 3])],
        );
        let symmetry = Symmetry::of(&whole).unwrap();
        assert_eq!(
            symmetry.targets(&[Rights::of(1), Rights::NONE])[..],
            [Rights::of(1), Rights::of(1), Rights::of(1), Rights::NONE]
        );
        let charges = symmetry.charges(&whole, &[119, 180]);
        // At most 10 and 25 for each unit, and all of it: 119 for the lower right, 180 for the
        // higher one.
        assert_eq!(charges[0] + charges[3] + charges[4], 119);
        assert_eq!(charges[1] + charges[2] + charges[5], 180);
        for (units, low, high) in [(3, 0, 1), (4, 3, 2), (5, 4, 5)] {
            assert!(
                charges[low] <= 10 * units && charges[low] + charges[high] <= 25 * units,
                "{charges:?}"
            );
            assert!(charges[low] >= 0 && charges[high] >= 0, "{charges:?}");
        }
    }
}
