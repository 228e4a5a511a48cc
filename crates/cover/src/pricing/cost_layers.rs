//! Prices as sums of layers, which a minimum cut can pay one by one.
//!
//! A layer is a set of rights and a weight: who holds one of these rights or more pays the weight,
//! once. A chain of levels is such a sum, and so are products side by side over a common base.
//! Where a price is none, the layers are made to stay below it everywhere: a cut on them then
//! bounds the cost from below.

use crate::cost::Cost;
use crate::id::{at, put};
use crate::pricing::price_option::Step;
use crate::rights::Rights;

/// Who holds any of the rights pays the weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    pub rights: Rights,
    pub weight: Cost,
}

/// More kinds of rights than this are not told apart exactly: the sets of them double with each.
const MOST_CLASSES: usize = 7;

/// The layers of steps of which each grants all that the one before grants: each step's price
/// beyond the one before.
pub fn of_chain(steps: &[Step], open: Rights) -> Vec<Layer> {
    let pairs = steps.iter().zip(steps.iter().skip(1));
    pairs
        .map(|(below, above)| Layer {
            rights: open.without(below.grants),
            weight: above.price - below.price,
        })
        .collect()
}

/// The layers of any steps, and whether they give every set of classes its true price.
pub fn of_steps(steps: &[Step], classes: &[Rights]) -> (Vec<Layer>, bool) {
    if classes.len() > MOST_CLASSES {
        return (coarse(steps, classes), false);
    }
    let (mut layers, mut exact) = inverted(steps, classes);
    if layers.iter().any(|layer| layer.weight < Cost::ZERO) {
        exact = false;
        layers.iter_mut().for_each(|layer| layer.weight = layer.weight.max(Cost::ZERO));
        lower(&mut layers, steps);
        raise(&mut layers, steps);
    }
    layers.retain(|layer| layer.weight.is_positive());
    if !exact {
        add_candidates(&mut layers, steps, classes);
    }
    (layers, exact)
}

/// Adds layers without weight, to which weight can be moved: for all classes, for what each step
/// leaves out, for each class.
fn add_candidates(layers: &mut Vec<Layer>, steps: &[Step], classes: &[Rights]) {
    let all = classes.iter().fold(Rights::NONE, |all, rights| all.with(*rights));
    let left_out = steps.iter().map(|step| all.without(step.grants));
    for rights in std::iter::once(all).chain(left_out).chain(classes.iter().copied()) {
        if !rights.is_empty() && layers.iter().all(|layer| layer.rights != rights) {
            layers.push(Layer { rights, weight: Cost::ZERO });
        }
    }
}

/// Weights that ask no step for more than its price, and for some rights as much as a greedy order
/// finds.
pub fn tightest(layers: &[Layer], steps: &[Step], rights: Rights) -> Vec<Cost> {
    let by_size = |largest_first: bool| {
        let mut places: Vec<usize> = (0..layers.len()).collect();
        places.sort_by_key(|place| {
            let layer = layers.get(*place).copied().unwrap_or_default();
            let size = if largest_first { 128 - layer.rights.len() } else { layer.rights.len() };
            (!layer.rights.meets(rights), size)
        });
        let mut trial: Vec<Layer> =
            layers.iter().map(|layer| Layer { weight: Cost::ZERO, ..*layer }).collect();
        places.into_iter().for_each(|place| raise_one(&mut trial, steps, place));
        trial
    };
    let (small, large) = (by_size(false), by_size(true));
    let best = if asks(&small, rights) < asks(&large, rights) { large } else { small };
    best.iter().map(|layer| layer.weight).collect()
}

/// The only weights that give every set of classes its true price; some may come out negative.
///
/// What the full set costs more than the set without `C` is the sum of the layers inside `C`; a sum
/// over subsets is undone by Moebius inversion.
fn inverted(steps: &[Step], classes: &[Rights]) -> (Vec<Layer>, bool) {
    let sets = 1_u32 << classes.len();
    let rights = |set: u32| union(classes, set);
    let mut exact = true;
    let mut price = |set: u32| {
        let wanted = rights(set);
        steps.iter().find(|step| step.grants.includes(wanted)).map_or_else(
            || {
                exact = false;
                apart(steps, classes, set)
            },
            |step| step.price,
        )
    };
    let full = price(sets - 1);
    let mut weights: Vec<Cost> = (0..sets).map(|set| full - price(sets - 1 - set)).collect();
    for class in 0..classes.len() {
        let bit = 1 << class;
        for set in (0..sets).filter(|set| set & bit != 0) {
            let weight = at(&weights, set) - at(&weights, set - bit);
            put(&mut weights, set, weight);
        }
    }
    let layers = (1..sets).map(|set| Layer { rights: rights(set), weight: at(&weights, set) });
    (layers.collect(), exact)
}

/// A price for a set that no step grants: that of its classes apart. It only has to be some bound
/// from below.
fn apart(steps: &[Step], classes: &[Rights], set: u32) -> Cost {
    let members = classes.iter().enumerate().filter(|(class, _)| set >> class & 1 == 1);
    let singles =
        members.map(|(_, rights)| steps.iter().find(|step| step.grants.includes(*rights)));
    singles.flatten().map(|step| step.price).sum()
}

fn union(classes: &[Rights], set: u32) -> Rights {
    let members = classes.iter().enumerate().filter(|(class, _)| set >> class & 1 == 1);
    members.fold(Rights::NONE, |all, (_, rights)| all.with(*rights))
}

/// Layers for many classes: one for all, one for what each step leaves out, one for each class.
fn coarse(steps: &[Step], classes: &[Rights]) -> Vec<Layer> {
    let all = classes.iter().fold(Rights::NONE, |all, rights| all.with(*rights));
    let left_out = steps.iter().map(|step| all.without(step.grants));
    let sets = std::iter::once(all).chain(left_out).chain(classes.iter().copied());
    let mut layers: Vec<Layer> = Vec::new();
    for rights in sets.filter(|rights| !rights.is_empty()) {
        if layers.iter().all(|layer| layer.rights != rights) {
            layers.push(Layer { rights, weight: Cost::ZERO });
        }
    }
    raise(&mut layers, steps);
    layers.retain(|layer| layer.weight.is_positive());
    layers
}

/// What the layers ask for a set of rights.
fn asks(layers: &[Layer], rights: Rights) -> Cost {
    layers.iter().filter(|layer| layer.rights.meets(rights)).map(|layer| layer.weight).sum()
}

/// Lowers weights until no step is asked for more than its price.
fn lower(layers: &mut [Layer], steps: &[Step]) {
    for step in steps {
        let mut excess = asks(layers, step.grants) - step.price;
        for layer in layers.iter_mut().rev().filter(|layer| layer.rights.meets(step.grants)) {
            let less = layer.weight.min(excess.max(Cost::ZERO));
            layer.weight -= less;
            excess -= less;
        }
    }
}

/// Raises weights as far as every step's price allows.
fn raise(layers: &mut [Layer], steps: &[Step]) {
    (0..layers.len()).for_each(|place| raise_one(layers, steps, place));
}

/// Raises one weight as far as every step's price allows.
fn raise_one(layers: &mut [Layer], steps: &[Step], place: usize) {
    let Some(rights) = layers.get(place).map(|layer| layer.rights) else { return };
    let hit = steps.iter().filter(|step| step.grants.meets(rights));
    let spare = hit.map(|step| step.price - asks(layers, step.grants)).min();
    if let (Some(layer), Some(spare)) = (layers.get_mut(place), spare) {
        layer.weight += spare.max(Cost::ZERO);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(steps: &[(u128, i64)]) -> Vec<Step> {
        let nothing = std::iter::once(&(0, 0));
        nothing
            .chain(steps)
            .map(|(grants, price)| Step {
                grants: Rights::from_bits(*grants),
                price: Cost::new(*price, 0),
            })
            .collect()
    }

    fn singles(count: u8) -> Vec<Rights> {
        (0..count).map(Rights::of).collect()
    }

    /// The layers never ask for more than a step costs; where they are exact they ask for just
    /// that.
    #[track_caller]
    fn case(list: &[(u128, i64)], classes: u8, exact: bool) {
        let steps = steps(list);
        let (layers, is_exact) = of_steps(&steps, &singles(classes));
        assert_eq!(is_exact, exact);
        assert!(layers.iter().all(|layer| layer.weight >= Cost::ZERO));
        for step in &steps {
            let asked = asks(&layers, step.grants);
            assert!(asked <= step.price, "{step:?} is asked for {asked:?}");
            assert!(!exact || asked == step.price, "{step:?} is asked for {asked:?}");
            let weights = tightest(&layers, &steps, step.grants);
            let tight = layers
                .iter()
                .zip(&weights)
                .map(|(layer, weight)| Layer { weight: *weight, ..*layer });
            let tight: Vec<Layer> = tight.collect();
            assert!(asks(&tight, step.grants) >= asked);
            assert!(steps.iter().all(|step| asks(&tight, step.grants) <= step.price));
        }
    }

    #[test]
    fn layers_bound_the_price_and_say_when_they_are_it() {
        case(&[(1, 95), (2, 95), (3, 115)], 2, true);
        case(&[(1, 95), (2, 105), (4, 95), (3, 125), (6, 125), (5, 115), (7, 145)], 3, true);
        case(&[(1, 10), (2, 10)], 2, false);
        case(&[(1, 10), (2, 10), (3, 25)], 2, false);
        case(&[(1, 60), (2, 50), (4, 50), (3, 60), (5, 60), (6, 100), (7, 60)], 3, false);
    }

    #[test]
    fn many_classes_are_bounded_coarsely() {
        let single: Vec<(u128, i64)> = (0..9).map(|class| (1 << class, 10)).collect();
        let all = [single, vec![(511, 40)]].concat();
        case(&all, 9, false);
    }
}
