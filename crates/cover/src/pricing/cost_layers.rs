//! Prices as sums of layers, which a minimum cut can pay one by one.
//!
//! A layer is a set of rights and a weight: who holds one of these rights or more pays the weight,
//! once. A chain of levels is such a sum, and so are products side by side over a common base.
//! A price that is no such sum gets layers that stay below it everywhere: a cut on them then bounds
//! the cost from below.

use crate::cost::Cost;
use crate::id::{at, put};
use crate::pricing::price_option::PriceOption;
use crate::rights::Rights;

/// Set of rights with a weight, which whoever holds any of them pays once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CostLayer {
    pub rights: Rights,
    pub weight: Cost,
}

/// More kinds of rights than this are not told apart exactly: the sets of them double with each.
const MOST_CLASSES: usize = 7;

/// The layers of options of which each grants all that the one before grants: each option's price
/// beyond the one before.
pub fn of_chain(options: &[PriceOption], open: Rights) -> Vec<CostLayer> {
    let pairs = options.iter().zip(options.iter().skip(1));
    pairs
        .map(|(below, above)| CostLayer {
            rights: open.without(below.grants),
            weight: above.price - below.price,
        })
        .collect()
}

/// The layers of any options, and whether they give every set of classes its true price.
pub fn of_options(options: &[PriceOption], classes: &[Rights]) -> (Vec<CostLayer>, bool) {
    if classes.len() > MOST_CLASSES {
        return (coarse(options, classes), false);
    }
    let (mut layers, mut exact) = inverted(options, classes);
    if layers.iter().any(|layer| layer.weight < Cost::ZERO) {
        exact = false;
        layers.iter_mut().for_each(|layer| layer.weight = layer.weight.max(Cost::ZERO));
        lower(&mut layers, options);
        raise(&mut layers, options);
    }
    layers.retain(|layer| layer.weight.is_positive());
    if !exact {
        add_candidates(&mut layers, options, classes);
    }
    (layers, exact)
}

/// Adds layers without weight, to which weight can be moved: for all classes, for what each option
/// leaves out, for each class.
fn add_candidates(layers: &mut Vec<CostLayer>, options: &[PriceOption], classes: &[Rights]) {
    let all = classes.iter().fold(Rights::NONE, |all, rights| all.with(*rights));
    let left_out = options.iter().map(|option| all.without(option.grants));
    for rights in std::iter::once(all).chain(left_out).chain(classes.iter().copied()) {
        if !rights.is_empty() && layers.iter().all(|layer| layer.rights != rights) {
            layers.push(CostLayer { rights, weight: Cost::ZERO });
        }
    }
}

/// Weights that ask no option for more than its price, and for some rights as much as a greedy
/// order finds.
pub fn tightest(layers: &[CostLayer], options: &[PriceOption], rights: Rights) -> Vec<Cost> {
    let by_size = |largest_first: bool| {
        let mut places: Vec<usize> = (0..layers.len()).collect();
        places.sort_by_key(|place| {
            let layer = layers.get(*place).copied().unwrap_or_default();
            let size = if largest_first { 128 - layer.rights.len() } else { layer.rights.len() };
            (!layer.rights.meets(rights), size)
        });
        let mut trial: Vec<CostLayer> =
            layers.iter().map(|layer| CostLayer { weight: Cost::ZERO, ..*layer }).collect();
        places.into_iter().for_each(|place| raise_one(&mut trial, options, place));
        trial
    };
    let (small, large) = (by_size(false), by_size(true));
    let best = if asks(&small, rights) < asks(&large, rights) { large } else { small };
    best.iter().map(|layer| layer.weight).collect()
}

/// The only weights that give every set of classes its true price; some may come out negative.
///
/// The cost of the full set beyond that of the set without `C` is the sum of the layers inside `C`;
/// a sum over subsets is undone by Moebius inversion.
fn inverted(options: &[PriceOption], classes: &[Rights]) -> (Vec<CostLayer>, bool) {
    let sets = 1_u32 << classes.len();
    let rights = |set: u32| union(classes, set);
    let mut exact = true;
    let mut price = |set: u32| {
        let wanted = rights(set);
        options.iter().find(|option| option.grants.includes(wanted)).map_or_else(
            || {
                exact = false;
                apart(options, classes, set)
            },
            |option| option.price,
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
    let layers = (1..sets).map(|set| CostLayer { rights: rights(set), weight: at(&weights, set) });
    (layers.collect(), exact)
}

/// A price for a set that no option grants: that of its classes apart. It only has to be some bound
/// from below.
fn apart(options: &[PriceOption], classes: &[Rights], set: u32) -> Cost {
    let members = classes.iter().enumerate().filter(|(class, _)| set >> class & 1 == 1);
    let singles =
        members.map(|(_, rights)| options.iter().find(|option| option.grants.includes(*rights)));
    singles.flatten().map(|option| option.price).sum()
}

fn union(classes: &[Rights], set: u32) -> Rights {
    let members = classes.iter().enumerate().filter(|(class, _)| set >> class & 1 == 1);
    members.fold(Rights::NONE, |all, (_, rights)| all.with(*rights))
}

/// Layers for many classes: one for all, one for what each option leaves out, one for each class.
fn coarse(options: &[PriceOption], classes: &[Rights]) -> Vec<CostLayer> {
    let all = classes.iter().fold(Rights::NONE, |all, rights| all.with(*rights));
    let left_out = options.iter().map(|option| all.without(option.grants));
    let sets = std::iter::once(all).chain(left_out).chain(classes.iter().copied());
    let mut layers: Vec<CostLayer> = Vec::new();
    for rights in sets.filter(|rights| !rights.is_empty()) {
        if layers.iter().all(|layer| layer.rights != rights) {
            layers.push(CostLayer { rights, weight: Cost::ZERO });
        }
    }
    raise(&mut layers, options);
    layers.retain(|layer| layer.weight.is_positive());
    layers
}

/// Returns what the layers ask for a set of rights.
fn asks(layers: &[CostLayer], rights: Rights) -> Cost {
    layers.iter().filter(|layer| layer.rights.meets(rights)).map(|layer| layer.weight).sum()
}

/// Lowers weights until no option is asked for more than its price.
fn lower(layers: &mut [CostLayer], options: &[PriceOption]) {
    for option in options {
        let mut excess = asks(layers, option.grants) - option.price;
        for layer in layers.iter_mut().rev().filter(|layer| layer.rights.meets(option.grants)) {
            let less = layer.weight.min(excess.max(Cost::ZERO));
            layer.weight -= less;
            excess -= less;
        }
    }
}

/// Raises weights as far as every option's price allows.
fn raise(layers: &mut [CostLayer], options: &[PriceOption]) {
    (0..layers.len()).for_each(|place| raise_one(layers, options, place));
}

/// Raises one weight as far as every option's price allows.
fn raise_one(layers: &mut [CostLayer], options: &[PriceOption], place: usize) {
    let Some(rights) = layers.get(place).map(|layer| layer.rights) else { return };
    let hit = options.iter().filter(|option| option.grants.meets(rights));
    let spare = hit.map(|option| option.price - asks(layers, option.grants)).min();
    if let (Some(layer), Some(spare)) = (layers.get_mut(place), spare) {
        layer.weight += spare.max(Cost::ZERO);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(options: &[(u128, i64)]) -> Vec<PriceOption> {
        let nothing = std::iter::once(&(0, 0));
        nothing
            .chain(options)
            .map(|(grants, price)| PriceOption {
                grants: Rights::from_bits(*grants),
                price: Cost::new(*price, 0),
            })
            .collect()
    }

    fn singles(count: u8) -> Vec<Rights> {
        (0..count).map(Rights::of).collect()
    }

    /// The layers never ask for more than a option costs; where they are exact they ask for just
    /// that.
    #[track_caller]
    fn case(list: &[(u128, i64)], classes: u8, exact: bool) {
        let options = options(list);
        let (layers, is_exact) = of_options(&options, &singles(classes));
        assert_eq!(is_exact, exact);
        assert!(layers.iter().all(|layer| layer.weight >= Cost::ZERO));
        for option in &options {
            let asked = asks(&layers, option.grants);
            assert!(asked <= option.price, "{option:?} is asked for {asked:?}");
            assert!(!exact || asked == option.price, "{option:?} is asked for {asked:?}");
            let weights = tightest(&layers, &options, option.grants);
            let tight = layers
                .iter()
                .zip(&weights)
                .map(|(layer, weight)| CostLayer { weight: *weight, ..*layer });
            let tight: Vec<CostLayer> = tight.collect();
            assert!(asks(&tight, option.grants) >= asked);
            assert!(options.iter().all(|option| asks(&tight, option.grants) <= option.price));
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
