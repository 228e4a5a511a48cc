//! Tiers of an environment: licences that may not be used side by side in one.

use crate::{Bundle, ClauseId, Licence, LicenceId, Rights, Rulebook};
use serde::{Deserialize, Serialize};

/// One of the tiers of which an environment takes exactly one: `professional`, `enterprise`.
///
/// A rulebook with tiers is that of an online service: each server group of a scenario is one of
/// its environments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    /// Name within the book: `enterprise`.
    pub id: String,
    /// Name on the page: `Enterprise`.
    pub name: String,
    /// Its licences. Those of no tier are used in environments of every one.
    pub licences: Vec<LicenceId>,
    /// The rule in our own words; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// A tier, by its place in the rulebook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TierId(pub u8);

impl Rulebook {
    /// Every tier with its place.
    pub fn tier_ids(&self) -> impl Iterator<Item = (TierId, &Tier)> {
        (0..=u8::MAX).map(TierId).zip(&self.tiers)
    }

    /// A tier by its place.
    #[must_use]
    pub fn tier(&self, id: TierId) -> Option<&Tier> {
        self.tiers.get(usize::from(id.0))
    }

    /// Rights that a combination of licences grants in an environment of a tier; everything that it
    /// grants where none is named.
    #[must_use]
    pub fn grants_in(&self, bundle: &Bundle, tier: Option<TierId>) -> Rights {
        let Some(tier) = tier.filter(|_| !self.tiers.is_empty()) else { return bundle.grants };
        let held = bundle.licences.iter().filter_map(|&id| Some((id, self.licence(id)?)));
        grants_of(&held.collect::<Vec<_>>(), &self.tiers, tier)
    }
}

/// Rights that licences on one holder grant in environments of a tier. An additive licence is used
/// where a base of it is.
#[must_use]
pub fn grants_of(held: &[(LicenceId, &Licence)], tiers: &[Tier], tier: TierId) -> Rights {
    let usable = |id: LicenceId| is_usable(tiers, id, tier);
    let has_base = |licence: &Licence| {
        let mut bases = licence.bases.iter().filter(|&&base| usable(base));
        licence.bases.is_empty() || bases.any(|base| held.iter().any(|(id, _)| id == base))
    };
    let used = held.iter().filter(|(id, licence)| usable(*id) && has_base(licence));
    used.fold(Rights::NONE, |rights, (_, licence)| rights.union(licence.grants))
}

/// True if a licence is used in environments of a tier: it belongs to that tier, or to none.
#[must_use]
pub fn is_usable(tiers: &[Tier], licence: LicenceId, tier: TierId) -> bool {
    let of = tiers.iter().position(|known| known.licences.contains(&licence));
    of.is_none_or(|place| place == usize::from(tier.0))
}
