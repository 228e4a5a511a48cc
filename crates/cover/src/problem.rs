//! The question: what must be held, by whom, and what is for sale.

use crate::error::Invalid;
use crate::id::{BundleId, HolderId, Id, IdVec, ItemId, MenuId, Place, RequirementId};
use crate::rights::{Right, Rights};

/// Something for sale, one for each unit of a holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The price of one in minor units; not negative.
    pub price: i64,
    /// Tie-break points for each one that is used, bought or owned; not negative.
    pub preference: i64,
    /// Number owned already, which cost nothing more; 0 for none.
    pub pool: u64,
    /// Most that may be bought; any number, if it does not say.
    pub maximum: Option<u64>,
    /// Least that is paid for if any is bought; up to 1 says nothing.
    pub minimum_order: u64,
}

impl Item {
    /// True if what one unit takes of it is no longer there for another: it is owned, or limited.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        self.pool > 0 || self.maximum.is_some()
    }

    /// Returns the income from a shadow price for all that can be had: for the pool the price, for
    /// what may be bought what it asks beyond the price.
    #[must_use]
    pub(crate) fn income(&self, shadow_price: i64) -> i128 {
        let beyond = shadow_price.saturating_sub(self.price).max(0);
        i128::from(shadow_price) * i128::from(self.pool)
            + i128::from(beyond) * i128::from(self.maximum.unwrap_or(0))
    }

    /// Returns the number paid for where so many are held, those owned included; nothing if that is
    /// more than may be bought.
    #[must_use]
    pub fn bought(&self, needed: u64) -> Option<u64> {
        let missing = needed.saturating_sub(self.pool);
        let bought = if missing == 0 { 0 } else { missing.max(self.minimum_order) };
        self.maximum.is_none_or(|maximum| bought <= maximum).then_some(bought)
    }
}

/// Items that one unit holds together, and the rights they grant together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The items, each once.
    pub items: Vec<ItemId>,
    /// Rights that the items grant together.
    pub grants: Rights,
}

/// A group that is covered whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Number of its units.
    pub count: u32,
    /// Menu of its units.
    pub menu: MenuId,
}

/// Units of one holder that belong to the units of another, to each the same number: the devices
/// that each person has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Companion {
    /// The holder whose units have companions.
    pub of: HolderId,
    /// The companions: those of the first unit come first.
    pub holder: HolderId,
    /// Number of companions of each unit; at least 1.
    pub times: u32,
}

/// One right that at least one of some holders must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement<'a> {
    /// The right.
    pub right: Right,
    /// The holders of whom one must have it, in ascending order, each once.
    pub alternatives: &'a [HolderId],
}

/// Requirements, holders, and what is for sale.
///
/// A unit may always hold nothing; a menu does not list that. Bundles are not combined by the
/// solver: where two items may be held together, the menu lists a bundle of both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// Items for sale.
    pub items: IdVec<ItemId, Item>,
    /// Bundles of items that may be held together.
    pub bundles: IdVec<BundleId, Bundle>,
    /// Lists of bundles, shared by the holders that choose among the same.
    pub menus: IdVec<MenuId, Vec<BundleId>>,
    /// The holders.
    pub holders: IdVec<HolderId, Holder>,
    /// Which holders' units belong to those of others.
    pub companions: Vec<Companion>,
    rights: Vec<Right>,
    ends: Vec<u32>,
    alternatives: Vec<HolderId>,
}

impl Problem {
    /// A problem without items, holders and requirements.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an item.
    pub fn item(&mut self, price: i64, preference: i64, pool: u64) -> ItemId {
        self.items.push(Item { price, preference, pool, maximum: None, minimum_order: 0 })
    }

    /// Lets at most `maximum` of an item be bought.
    pub fn set_maximum(&mut self, item: ItemId, maximum: u64) {
        self.items.at_mut(item).into_iter().for_each(|item| item.maximum = Some(maximum));
    }

    /// Has at least `minimum_order` of an item paid for if any is bought.
    pub fn set_minimum_order(&mut self, item: ItemId, minimum_order: u64) {
        self.items.at_mut(item).into_iter().for_each(|item| item.minimum_order = minimum_order);
    }

    /// Adds a bundle; an item named twice counts once.
    pub fn bundle(&mut self, items: &[ItemId], grants: Rights) -> BundleId {
        let mut items = items.to_vec();
        items.sort_unstable();
        items.dedup();
        self.bundles.push(Bundle { items, grants })
    }

    /// Adds a menu.
    pub fn menu(&mut self, bundles: &[BundleId]) -> MenuId {
        self.menus.push(bundles.to_vec())
    }

    /// Adds a holder.
    pub fn holder(&mut self, count: u32, menu: MenuId) -> HolderId {
        self.holders.push(Holder { count, menu })
    }

    /// Has the units of `holder` belong to those of `of`, as many to each; says whether the counts
    /// allow that.
    ///
    /// A requirement that names both is met unit by unit: each unit of `of` has the right, or all
    /// its companions do.
    pub fn accompany(&mut self, of: HolderId, holder: HolderId) -> bool {
        let count = |id: HolderId| self.holders.at(id).map_or(0, |holder| holder.count);
        let taken = |companion: &Companion| {
            [companion.of, companion.holder].iter().any(|id| *id == of || *id == holder)
        };
        let (units, companions) = (count(of), count(holder));
        let times = companions.checked_div(units).unwrap_or(0);
        let fits = of != holder && times > 0 && units.checked_mul(times) == Some(companions);
        if fits && !self.companions.iter().any(taken) {
            self.companions.push(Companion { of, holder, times });
            return true;
        }
        false
    }

    /// Adds the requirement that one of `alternatives` has `right`.
    pub fn require(&mut self, right: Right, alternatives: &[HolderId]) -> RequirementId {
        let start = self.alternatives.len();
        self.rights.push(right);
        for holder in alternatives {
            // In ascending order, each once; there are two or three of them.
            let row = self.alternatives.get(start..).unwrap_or_default();
            if let Err(place) = row.binary_search(holder) {
                self.alternatives.insert(start + place, *holder);
            }
        }
        self.ends.push(u32::try_from(self.alternatives.len()).unwrap_or(u32::MAX));
        RequirementId(last(&self.rights))
    }

    /// Makes a holder have `right`, whatever else would do: a requirement with no other
    /// alternative.
    pub fn insist(&mut self, holder: HolderId, right: Right) -> RequirementId {
        self.require(right, &[holder])
    }

    /// Keeps a holder from every bundle that `keep` refuses, by a menu of its own.
    pub fn restrict(&mut self, holder: HolderId, mut keep: impl FnMut(BundleId, &Bundle) -> bool) {
        let Some(menu) = self.holders.at(holder).map(|holder| holder.menu) else {
            return;
        };
        let listed = self.menus.at(menu).map(Vec::as_slice).unwrap_or_default();
        let allowed: Vec<BundleId> = listed
            .iter()
            .copied()
            .filter(|id| self.bundles.at(id).is_some_and(|bundle| keep(*id, bundle)))
            .collect();
        let menu = self.menu(&allowed);
        if let Some(holder) = self.holders.at_mut(holder) {
            holder.menu = menu;
        }
    }

    /// Keeps a holder from every bundle that grants `right`.
    pub fn withhold(&mut self, holder: HolderId, right: Right) {
        self.restrict(holder, |_, bundle| !bundle.grants.has(right));
    }

    /// The requirements, in the order they were added.
    #[must_use]
    pub fn requirements(&self) -> impl ExactSizeIterator<Item = Requirement<'_>> + Clone {
        let mut start = 0;
        self.rights.iter().zip(&self.ends).map(move |(right, end)| {
            let alternatives =
                self.alternatives.get(start as usize..*end as usize).unwrap_or_default();
            start = *end;
            Requirement { right: *right, alternatives }
        })
    }

    /// Iterates over the requirements, each with its id.
    #[must_use]
    pub fn entries_of_requirements(
        &self,
    ) -> impl ExactSizeIterator<Item = (RequirementId, Requirement<'_>)> + Clone {
        self.requirements().enumerate().map(|(index, row)| (RequirementId::of_index(index), row))
    }

    /// One requirement.
    #[must_use]
    pub fn requirement(&self, id: RequirementId) -> Option<Requirement<'_>> {
        let place = id.index();
        let start =
            place.checked_sub(1).and_then(|before| self.ends.get(before).copied()).unwrap_or(0);
        let end = *self.ends.get(place)?;
        let alternatives = self.alternatives.get(start as usize..end as usize)?;
        Some(Requirement { right: *self.rights.get(place)?, alternatives })
    }

    /// The bundles a holder may choose among, besides holding nothing.
    pub fn choices(&self, holder: HolderId) -> impl Iterator<Item = (BundleId, &Bundle)> {
        let menu = self.holders.at(holder).and_then(|holder| self.menus.at(holder.menu));
        menu.into_iter().flatten().filter_map(|id| self.bundles.at(id).map(|bundle| (*id, bundle)))
    }

    /// Says what of the problem does not fit together, so that the solver can rely on the rest.
    ///
    /// # Errors
    /// When a number names nothing, a price or points are negative, or the dearest cover could pass
    /// 2^62.
    pub fn check(&self) -> Result<(), Invalid> {
        for (place, item) in self.items.iter().enumerate() {
            if item.price < 0 || item.preference < 0 {
                return Err(Invalid::Negative { item: ItemId(number(place)) });
            }
        }
        for (place, bundle) in self.bundles.iter().enumerate() {
            if bundle.items.iter().any(|item| item.index() >= self.items.len()) {
                return Err(Invalid::NoSuchItem { bundle: BundleId(number(place)) });
            }
            if !bundle.items.is_sorted_by(|a, b| a < b) {
                return Err(Invalid::ItemTwice { bundle: BundleId(number(place)) });
            }
        }
        for (place, menu) in self.menus.iter().enumerate() {
            if menu.iter().any(|bundle| bundle.index() >= self.bundles.len()) {
                return Err(Invalid::NoSuchBundle { menu: MenuId(number(place)) });
            }
        }
        for (place, requirement) in self.requirements().enumerate() {
            let unknown =
                requirement.alternatives.iter().any(|holder| holder.index() >= self.holders.len());
            if unknown || requirement.right >= 128 {
                return Err(Invalid::NoSuchHolder { requirement: RequirementId(number(place)) });
            }
        }
        self.check_companions()?;
        self.check_sums()
    }

    /// A holder belongs to one pair at most, and its units fit those of the other.
    fn check_companions(&self) -> Result<(), Invalid> {
        let count = |id: HolderId| self.holders.at(id).map(|holder| u64::from(holder.count));
        let mut named = vec![false; self.holders.len()];
        for pair in &self.companions {
            let units = count(pair.of).map(|units| units.saturating_mul(pair.times.into()));
            let mut fits = units.is_some() && units == count(pair.holder) && pair.times > 0;
            for holder in [pair.of, pair.holder] {
                let named = named.get_mut(holder.index());
                fits &= named.is_some_and(|named| !std::mem::replace(named, true));
            }
            if !fits {
                return Err(Invalid::WrongCompanions { holder: pair.holder });
            }
        }
        Ok(())
    }

    /// Every sum the solver makes is at most what the dearest cover costs; that must stay below
    /// 2^62.
    fn check_sums(&self) -> Result<(), Invalid> {
        let dearest: Vec<(i128, i128)> = self.menus.iter().map(|menu| self.dearest(menu)).collect();
        let (mut money, mut points, mut units) = (0_i128, 0_i128, 0_i128);
        for (place, holder) in self.holders.iter().enumerate() {
            let Some((price, preference)) = dearest.get(holder.menu.index()) else {
                return Err(Invalid::NoSuchMenu { holder: HolderId(number(place)) });
            };
            money = money.saturating_add(price.saturating_mul(holder.count.into()));
            points = points.saturating_add(preference.saturating_mul(holder.count.into()));
            units += i128::from(holder.count);
        }
        let given = |item: &Item| i128::from(item.pool).saturating_add(item.minimum_order.into());
        let owned =
            self.items.iter().map(|item| i128::from(item.price).saturating_mul(given(item)));
        let owned = owned.fold(0, i128::saturating_add);
        let limit = 1_i128 << 62;
        if money >= limit || points >= limit || owned >= limit || units >= 1 << 40 {
            return Err(Invalid::TooMuch);
        }
        Ok(())
    }

    /// The most that is asked for one of an item: its price, and more where it is limited.
    pub(crate) fn highest_shadow_price(&self, item: &Item) -> i64 {
        let limited = item.maximum.is_some() || item.minimum_order > 1;
        let dearest = || self.items.iter().map(|item| item.price).max().unwrap_or(0);
        if limited { item.price.saturating_add(dearest().saturating_mul(4)) } else { item.price }
    }

    /// The most money and the most points that one unit of a menu can cost.
    fn dearest(&self, menu: &[BundleId]) -> (i128, i128) {
        let bundles = menu.iter().filter_map(|bundle| self.bundles.at(bundle));
        bundles.fold((0, 0), |(money, points), bundle| {
            let items = || bundle.items.iter().filter_map(|item| self.items.at(item));
            let price: i128 = items().map(|item| i128::from(self.highest_shadow_price(item))).sum();
            let preference: i128 = items().map(|item| i128::from(item.preference)).sum();
            (money.max(price), points.max(preference))
        })
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn last<T>(table: &[T]) -> u32 {
    number(table.len().saturating_sub(1))
}
