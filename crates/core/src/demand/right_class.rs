//! Rights that the same licences grant are one to the solver.

use seatwise_rulebook::{Audience, Bundle, HolderKind, Right, Rights, Rulebook, TierId};
use std::collections::BTreeMap;

/// A class of rights: all of them are granted by exactly the same bundles.
pub(crate) type Class = u8;

/// The bit that stands for a class in a set of classes.
pub(crate) fn bit(class: Class) -> u128 {
    1_u128.checked_shl(class.into()).unwrap_or_default()
}

/// The classes of one case, found as rights are asked for.
pub(crate) struct Classes<'a> {
    book: &'a Rulebook,
    /// The class, or that there is none, of each right that was asked for.
    known: BTreeMap<(Option<TierId>, Audience, Right), Option<Class>>,
    signatures: Vec<Vec<usize>>,
    /// By tier, the rights that each bundle grants in its environments.
    grants_by_tier: BTreeMap<Option<TierId>, Vec<Rights>>,
}

fn grants_in(book: &Rulebook, tier: Option<TierId>) -> Vec<Rights> {
    book.bundles.iter().map(|bundle| book.grants_in(bundle, tier)).collect()
}

/// True if every licence of a bundle is sold for people of an audience.
fn may_serve(book: &Rulebook, bundle: &Bundle, audience: Audience) -> bool {
    let mut licences = bundle.licences.iter();
    licences
        .all(|&id| book.licence(id).is_some_and(|licence| licence.audiences.contains(&audience)))
}

impl<'a> Classes<'a> {
    pub(crate) const fn new(book: &'a Rulebook) -> Self {
        Self {
            book,
            known: BTreeMap::new(),
            signatures: Vec::new(),
            grants_by_tier: BTreeMap::new(),
        }
    }

    /// The class of a right for people of an audience, in environments of a tier; none where no
    /// bundle grants it there.
    pub(crate) fn of(
        &mut self,
        audience: Audience,
        right: Right,
        tier: Option<TierId>,
    ) -> Option<Class> {
        let key = (tier, audience, right);
        if let Some(&class) = self.known.get(&key) {
            return class;
        }
        let granting: Vec<usize> = self
            .book
            .bundles
            .iter()
            .enumerate()
            .zip(self.grants_by_tier.entry(tier).or_insert_with(|| grants_in(self.book, tier)))
            .filter(|(_, grants)| grants.contains(right))
            .filter(|((_, bundle), _)| may_serve(self.book, bundle, audience))
            .map(|((place, _), _)| place)
            .collect();
        let class = if granting.is_empty() { None } else { self.number(granting) };
        self.known.insert(key, class);
        class
    }

    /// True if some bundle grants a right to people of an audience, in environments of whatever
    /// tier.
    pub(crate) fn is_granted(&self, audience: Audience, right: Right) -> bool {
        let mut bundles = self.book.bundles.iter();
        bundles
            .any(|bundle| bundle.grants.contains(right) && may_serve(self.book, bundle, audience))
    }

    /// The bundles, by place in the rulebook, that grant a class.
    pub(crate) fn granting(&self, class: Class) -> &[usize] {
        self.signatures.get(usize::from(class)).map(Vec::as_slice).unwrap_or_default()
    }

    /// By bundle, in the order of the rulebook: the classes that it grants, a bit each.
    pub(crate) fn grants(&self) -> Vec<u128> {
        let mut grants = vec![0; self.book.bundles.len()];
        for class in self.iter() {
            for &place in self.granting(class) {
                if let Some(grants) = grants.get_mut(place) {
                    *grants |= bit(class);
                }
            }
        }
        grants
    }

    /// Every class met so far.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Class> + use<> {
        0..u8::try_from(self.signatures.len()).unwrap_or(u8::MAX)
    }

    /// True if holders of a kind can hold something that grants the class.
    pub(crate) fn within_reach(&self, class: Class, kind: HolderKind) -> bool {
        self.granting(class).iter().any(|&place| self.kind(place) == Some(kind))
    }

    /// True if whatever grants `strong` to holders of these kinds grants `weak` as well.
    pub(crate) fn implies(&self, strong: Class, weak: Class, kinds: &[HolderKind]) -> bool {
        let weak = self.granting(weak);
        self.granting(strong)
            .iter()
            .filter(|&&place| self.kind(place).is_some_and(|kind| kinds.contains(&kind)))
            .all(|place| weak.binary_search(place).is_ok())
    }

    fn kind(&self, bundle: usize) -> Option<HolderKind> {
        self.book.bundles.get(bundle).map(|bundle| bundle.holder)
    }

    fn number(&mut self, granting: Vec<usize>) -> Option<Class> {
        let place =
            self.signatures.iter().position(|known| *known == granting).unwrap_or_else(|| {
                self.signatures.push(granting);
                self.signatures.len() - 1
            });
        Class::try_from(place).ok().filter(|&class| class < 128)
    }
}
