//! Small sets of rights, as the bits of one number.

use crate::id::HolderId;

/// The index of a right, below 128.
pub type Right = u8;

/// A set of rights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rights(u128);

impl Rights {
    /// The empty set.
    pub const NONE: Self = Self(0);

    /// The set whose bits are `bits`: bit `n` is right `n`.
    #[must_use]
    pub const fn from_bits(bits: u128) -> Self {
        Self(bits)
    }

    /// The set of one right; empty for an index past 127.
    #[must_use]
    pub const fn of(right: Right) -> Self {
        if right < 128 { Self(1 << right) } else { Self(0) }
    }

    /// The bits of the set.
    #[must_use]
    pub const fn bits(self) -> u128 {
        self.0
    }

    /// True if there is nothing in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// True if `right` is in it.
    #[must_use]
    pub const fn has(self, right: Right) -> bool {
        self.0 & Self::of(right).0 != 0
    }

    /// True if all of `other` is in it.
    #[must_use]
    pub const fn includes(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// True if the two have a right in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns the rights in either set.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the rights in both sets.
    #[must_use]
    pub const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns the rights in this set and not in `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Returns the number of planes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The rights in it, ascending.
    pub fn iter(self) -> impl Iterator<Item = Right> {
        let mut bits = self.0;
        std::iter::from_fn(move || {
            let right = u8::try_from(bits.trailing_zeros()).ok().filter(|right| *right < 128)?;
            bits &= bits - 1;
            Some(right)
        })
    }
}

impl FromIterator<Right> for Rights {
    fn from_iter<I: IntoIterator<Item = Right>>(rights: I) -> Self {
        rights.into_iter().fold(Self::NONE, |set, right| set.with(Self::of(right)))
    }
}

/// Rights of one holder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct HolderRights {
    /// Holder of the problem.
    pub holder: HolderId,
    /// Rights that it has.
    pub rights: Rights,
}

/// Returns the rights of a holder among rights in the order of their holders; none if it is not
/// there.
pub fn rights_of(all: &[HolderRights], holder: HolderId) -> Rights {
    let place = all.binary_search_by_key(&holder, |target| target.holder).ok();
    place.and_then(|place| all.get(place)).map_or(Rights::NONE, |target| target.rights)
}

#[cfg(test)]
mod tests {
    use super::Rights;

    #[test]
    fn a_set_gives_back_its_rights_in_order() {
        let set: Rights = [127, 3, 0, 3].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 3, 127]);
        assert_eq!(set.len(), 3);
        assert!(set.has(127) && !set.has(126) && !set.has(200));
    }

    #[test]
    fn sets_compare_by_inclusion() {
        let (small, large) = (Rights::of(1), Rights::of(1).with(Rights::of(2)));
        assert!(large.includes(small) && !small.includes(large) && large.meets(small));
        assert_eq!(large.without(small), Rights::of(2));
    }
}
