//! Companions: holders whose units belong to those of others, where that matters.
//!
//! A requirement that names both holders of a pair is met unit by unit: each unit of the first has
//! the right, or all of its companions do. Where nothing is owned or limited, all units of a pair
//! cost the same whatever they hold, so what is cheapest for one of them is cheapest for all: a
//! whole cover is then among the cheapest, and pairs do not matter. The same goes for fixed shadow
//! prices. Where owned items reach for some of the units only, the pair is dealt with as one holder
//! when the units are counted: see `fulfil`.

use crate::id::{HolderId, Id, IdVec, PairId, Place, at, put};
use crate::pricing::price_functions::pooled_menus;
use crate::problem::{Companion, Problem};
use crate::rights::{HolderRights, Right, Rights, rights_of};

/// Rights that each unit of a pair has, itself or by its companions.
#[derive(Clone, Copy, Debug)]
pub struct PairRights {
    /// Pair of the problem.
    pub pair: PairId,
    /// Rights of each of its units.
    pub rights: Rights,
}

/// The pairs of a problem with something on their menus that is owned or limited.
#[derive(Clone, Debug)]
pub struct CompanionPairs<'a> {
    companions: &'a [Companion],
    /// Pair of each holder.
    pairs: IdVec<HolderId, Option<PairId>>,
}

/// A requirement that is still open: its right, and who may have it.
pub struct OpenRequirement {
    /// Right that is required.
    pub right: Right,
    /// Holders of whom one must have it.
    pub holders: Vec<HolderId>,
}

impl<'a> CompanionPairs<'a> {
    /// The pairs of a problem.
    pub fn of(problem: &'a Problem) -> Self {
        let companions = problem.companions.as_slice();
        if companions.is_empty() {
            return Self { companions, pairs: IdVec::default() };
        }
        let pooled = pooled_menus(problem);
        let mut pairs: IdVec<HolderId, Option<PairId>> =
            problem.holders.iter().map(|_| None).collect();
        for (index, pair) in companions.iter().enumerate() {
            let holders = [pair.of, pair.holder];
            let menu = |id: &HolderId| problem.holders.at(id).map(|holder| holder.menu);
            if holders.iter().filter_map(menu).any(|menu| at(&pooled, menu)) {
                let pair = Some(PairId::of_index(index));
                holders.iter().for_each(|holder| put(&mut pairs, holder, pair));
            }
        }
        Self { companions, pairs }
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Returns the pair that a holder belongs to.
    pub fn of_holder(&self, holder: HolderId) -> Option<PairId> {
        at(&self.pairs, holder)
    }

    /// The pair of which a requirement names both holders.
    pub fn pair_within(
        &self,
        mut holders: impl Iterator<Item = HolderId> + Clone,
    ) -> Option<PairId> {
        if self.is_empty() {
            return None;
        }
        let others = holders.clone();
        holders.find_map(|holder| {
            let pair = self.of_holder(holder)?;
            others
                .clone()
                .any(|other| other != holder && self.of_holder(other) == Some(pair))
                .then_some(pair)
        })
    }

    /// Takes from the holders of pairs the rights on which only requirements of the whole pair
    /// rely, and says which rights the units of each pair must have then, themselves or by their
    /// companions.
    ///
    /// The targets are in the order of the holders. What `must` names stays.
    pub fn leave_to_units(
        &self,
        open: &[OpenRequirement],
        required: impl Fn(HolderId) -> Rights,
        targets: &mut [HolderRights],
    ) -> Vec<PairRights> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut shared = vec![Rights::NONE; self.companions.len()];
        let ids = (0..self.companions.len()).map(PairId::of_index);
        let pairs = ids.clone().zip(self.companions).zip(self.by_pair(open));
        for ((id, pair), requirements) in
            pairs.filter(|((id, pair), _)| self.of_holder(pair.of) == Some(*id))
        {
            let both = [pair.of, pair.holder];
            let mut whole = both.map(&required);
            let mut of_both = Rights::NONE;
            for requirement in requirements
                .into_iter()
                .filter(|requirement| !self.is_met_outside(requirement, id, targets, &shared))
            {
                let right = Rights::of(requirement.right);
                if self.names_both(requirement, id) {
                    of_both = of_both.with(right);
                    continue;
                }
                for (holder, whole) in both.into_iter().zip(&mut whole) {
                    if requirement.holders.contains(&holder)
                        && rights_of(targets, holder).has(requirement.right)
                    {
                        *whole = whole.with(right);
                    }
                }
            }
            for (holder, whole) in both.into_iter().zip(whole) {
                let mut targets = targets.iter_mut();
                if let Some(target) = targets.find(|target| target.holder == holder) {
                    target.rights = target.rights.common(whole);
                    // What one of the two has whole needs nothing of the other.
                    of_both = of_both.without(target.rights);
                }
            }
            put(&mut shared, id, of_both);
        }
        let shared = ids.zip(shared).filter(|(_, rights)| !rights.is_empty());
        shared.map(|(pair, rights)| PairRights { pair, rights }).collect()
    }

    /// By pair: the requirements that name one of its holders.
    fn by_pair<'o>(&self, open: &'o [OpenRequirement]) -> Vec<Vec<&'o OpenRequirement>> {
        let mut by_pair: Vec<Vec<&OpenRequirement>> = vec![Vec::new(); self.companions.len()];
        for requirement in open {
            let mut named: Vec<PairId> =
                requirement.holders.iter().filter_map(|holder| self.of_holder(*holder)).collect();
            named.dedup();
            for (place, pair) in named.iter().enumerate() {
                if !named.iter().take(place).any(|before| before == pair) {
                    by_pair
                        .get_mut(pair.index())
                        .into_iter()
                        .for_each(|requirements| requirements.push(requirement));
                }
            }
        }
        by_pair
    }

    /// True if somebody outside a pair meets a requirement: a whole holder, or the units of another
    /// pair.
    fn is_met_outside(
        &self,
        requirement: &OpenRequirement,
        id: PairId,
        targets: &[HolderRights],
        shared: &[Rights],
    ) -> bool {
        let mut others =
            requirement.holders.iter().filter(|holder| self.of_holder(**holder) != Some(id));
        others.any(|holder| {
            let of_units = |pair: PairId| {
                at(shared, pair).has(requirement.right) && self.names_both(requirement, pair)
            };
            rights_of(targets, *holder).has(requirement.right)
                || self.of_holder(*holder).is_some_and(of_units)
        })
    }

    /// True if a requirement names both holders of a pair.
    fn names_both(&self, requirement: &OpenRequirement, id: PairId) -> bool {
        requirement.holders.iter().filter(|holder| self.of_holder(**holder) == Some(id)).count() > 1
    }
}
