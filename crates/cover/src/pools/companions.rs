//! Holders whose units belong to those of others, where that matters.
//!
//! A requirement that names both holders of a pair is met unit by unit: each unit of the first has
//! the right, or all of its companions do. Where nothing is owned or limited, all units of a pair
//! cost the same whatever they hold, so what is cheapest for one of them is cheapest for all: a
//! whole cover is then among the cheapest, and pairs do not matter. The same goes for fixed rents.
//! Where owned items reach for some of the units only, the pair is dealt with as one holder when
//! the units are counted: see `fulfil`.

use crate::id::{at, put};
use crate::pricing::price_functions::pooled_menus;
use crate::problem::{Companion, Problem};
use crate::rights::{Right, Rights};

/// The rights that each unit of a pair has, itself or by its companions, by the number of the pair.
pub type Either = Vec<(u32, Rights)>;

/// The pairs of a problem with something on their menus that is owned or limited.
#[derive(Clone, Debug)]
pub struct CompanionPairs<'a> {
    companions: &'a [Companion],
    /// For each holder the number of its pair and one more; 0 for none.
    numbers: Vec<u32>,
}

/// A requirement that is still open: its right, and who may have it.
pub struct OpenRequirement {
    pub right: Right,
    pub holders: Vec<u32>,
}

impl<'a> CompanionPairs<'a> {
    /// The pairs of a problem.
    pub fn of(problem: &'a Problem) -> Self {
        let companions = problem.companions.as_slice();
        if companions.is_empty() {
            return Self { companions, numbers: Vec::new() };
        }
        let pooled = pooled_menus(problem);
        let mut numbers = vec![0; problem.holders.len()];
        for (number, pair) in (1_u32..).zip(companions) {
            let holders = [pair.of.0, pair.holder.0];
            let menu = |holder: u32| {
                problem.holders.get(holder as usize).map_or(0, |holder| holder.menu.0)
            };
            if holders.iter().any(|holder| at(&pooled, menu(*holder))) {
                holders.iter().for_each(|holder| put(&mut numbers, *holder, number));
            }
        }
        Self { companions, numbers }
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The pair that a holder belongs to, by its number.
    pub fn of_holder(&self, holder: u32) -> Option<u32> {
        at(&self.numbers, holder).checked_sub(1)
    }

    /// The pair of which a requirement names both holders.
    pub fn pair_within(&self, mut holders: impl Iterator<Item = u32> + Clone) -> Option<u32> {
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
        required: impl Fn(u32) -> Rights,
        targets: &mut [(u32, Rights)],
    ) -> Either {
        if self.is_empty() {
            return Either::new();
        }
        let mut shared = vec![Rights::NONE; self.companions.len()];
        let pairs = (0_u32..).zip(self.companions).zip(self.by_pair(open));
        for ((number, pair), requirements) in
            pairs.filter(|((number, pair), _)| self.of_holder(pair.of.0) == Some(*number))
        {
            let both = [pair.of.0, pair.holder.0];
            let mut whole = both.map(&required);
            let mut of_both = Rights::NONE;
            for requirement in requirements
                .into_iter()
                .filter(|requirement| !self.is_met_outside(requirement, number, targets, &shared))
            {
                let right = Rights::of(requirement.right);
                if self.names_both(requirement, number) {
                    of_both = of_both.with(right);
                    continue;
                }
                for (holder, whole) in both.into_iter().zip(&mut whole) {
                    if requirement.holders.contains(&holder)
                        && has(targets, holder, requirement.right)
                    {
                        *whole = whole.with(right);
                    }
                }
            }
            for (holder, whole) in both.into_iter().zip(whole) {
                if let Some(target) =
                    place(targets, holder).and_then(|place| targets.get_mut(place))
                {
                    target.1 = target.1.common(whole);
                    // What one of the two has whole needs nothing of the other.
                    of_both = of_both.without(target.1);
                }
            }
            put(&mut shared, number, of_both);
        }
        (0_u32..).zip(shared).filter(|(_, rights)| !rights.is_empty()).collect()
    }

    /// For each pair the requirements that name one of its holders.
    fn by_pair<'o>(&self, open: &'o [OpenRequirement]) -> Vec<Vec<&'o OpenRequirement>> {
        let mut by_pair: Vec<Vec<&OpenRequirement>> = vec![Vec::new(); self.companions.len()];
        for requirement in open {
            let mut named: Vec<u32> =
                requirement.holders.iter().filter_map(|holder| self.of_holder(*holder)).collect();
            named.dedup();
            for (place, pair) in named.iter().enumerate() {
                if !named.iter().take(place).any(|before| before == pair) {
                    by_pair
                        .get_mut(*pair as usize)
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
        number: u32,
        targets: &[(u32, Rights)],
        shared: &[Rights],
    ) -> bool {
        let mut others =
            requirement.holders.iter().filter(|holder| self.of_holder(**holder) != Some(number));
        others.any(|holder| {
            let of_units = |pair: u32| {
                at(shared, pair).has(requirement.right) && self.names_both(requirement, pair)
            };
            has(targets, *holder, requirement.right)
                || self.of_holder(*holder).is_some_and(of_units)
        })
    }

    /// True if a requirement names both holders of a pair.
    fn names_both(&self, requirement: &OpenRequirement, number: u32) -> bool {
        requirement.holders.iter().filter(|holder| self.of_holder(**holder) == Some(number)).count()
            > 1
    }
}

fn place(targets: &[(u32, Rights)], holder: u32) -> Option<usize> {
    targets.binary_search_by_key(&holder, |target| target.0).ok()
}

fn has(targets: &[(u32, Rights)], holder: u32, right: Right) -> bool {
    place(targets, holder)
        .and_then(|place| targets.get(place))
        .is_some_and(|target| target.1.has(right))
}
