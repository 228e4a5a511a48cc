//! Small sets as bits: nothing to allocate, and no order to depend on.

use std::fmt;
use std::marker::PhantomData;

/// A set of places from 0 to 31 in a list of `T`s.
pub struct Set<T> {
    bits: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Set<T> {
    /// No place.
    pub const EMPTY: Self = Self::of_bits(0);

    const fn of_bits(bits: u32) -> Self {
        Self { bits, of: PhantomData }
    }

    /// A single place; none for a place beyond the last that fits, which the build refuses.
    #[must_use]
    pub fn of_place(place: usize) -> Self {
        Self::of_bits(
            u32::try_from(place)
                .ok()
                .and_then(|place| 1_u32.checked_shl(place))
                .unwrap_or_default(),
        )
    }

    /// The set with further places.
    #[must_use]
    pub const fn with(self, places: Self) -> Self {
        Self::of_bits(self.bits | places.bits)
    }

    /// The places that are in both.
    #[must_use]
    pub const fn both(self, places: Self) -> Self {
        Self::of_bits(self.bits & places.bits)
    }

    /// True if a place is in both.
    #[must_use]
    pub const fn meets(self, places: Self) -> bool {
        self.bits & places.bits != 0
    }

    /// True if no place is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.bits == 0
    }

    /// True if a place is in it.
    #[must_use]
    pub fn contains(self, place: usize) -> bool {
        self.meets(Self::of_place(place))
    }

    /// The places, from the first on.
    pub fn places(self) -> impl Iterator<Item = usize> {
        (0..32).filter(move |&place| self.contains(place))
    }
}

// Derived, these would ask the same of `T`.
impl<T> Clone for Set<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Set<T> {}

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl<T> PartialEq for Set<T> {
    fn eq(&self, other: &Self) -> bool {
        self.bits == other.bits
    }
}

impl<T> Eq for Set<T> {}

impl<T> fmt::Debug for Set<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.places()).finish()
    }
}

impl<T> FromIterator<usize> for Set<T> {
    fn from_iter<I: IntoIterator<Item = usize>>(places: I) -> Self {
        places.into_iter().fold(Self::EMPTY, |set, place| set.with(Self::of_place(place)))
    }
}

#[cfg(test)]
mod tests {
    use super::Set;

    #[test]
    fn a_set_holds_what_was_put_into_it() {
        let set: Set<()> = [0, 5, 31].into_iter().collect();
        assert_eq!(set.places().collect::<Vec<_>>(), [0, 5, 31]);
        assert!(set.contains(5) && !set.contains(4));
        assert!(Set::<()>::of_place(32).is_empty());
        assert!(set.meets(Set::of_place(31)) && !set.meets(Set::of_place(30)));
        assert_eq!(set.both(Set::of_place(5)), Set::of_place(5));
    }
}
