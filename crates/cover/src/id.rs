//! Typed ids, and tables indexed by them.
//!
//! An id past the end of a table reads as the default and writes nothing. The solver never makes
//! such an id; the verifier, which shares no code with it, would refuse the result if it did.

use std::borrow::Borrow;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

/// Number of a place in a table.
pub trait Place: Copy {
    /// Returns the number for the standard library.
    fn index(self) -> usize;
}

impl<P: Place> Place for &P {
    fn index(self) -> usize {
        (*self).index()
    }
}

/// Place of its own kind.
pub trait Id: Place {
    /// Returns the id of a place.
    fn of_index(index: usize) -> Self;
}

impl Place for u32 {
    fn index(self) -> usize {
        self as usize
    }
}

impl Id for u32 {
    fn of_index(index: usize) -> Self {
        Self::try_from(index).unwrap_or(Self::MAX)
    }
}

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl Id for $name {
            fn of_index(index: usize) -> Self {
                Self(u32::of_index(index))
            }
        }

        impl Place for $name {
            fn index(self) -> usize {
                self.0.index()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }
    )*};
}

id! {
    /// Place of an item in a problem.
    ItemId
    /// Place of a bundle in a problem.
    BundleId
    /// Place of a menu in a problem.
    MenuId
    /// Place of a holder in a problem.
    HolderId
    /// Place of a requirement in a problem.
    RequirementId
    /// Place of a pair among the companions of a problem.
    PairId
    /// Place of a node in a subproblem.
    NodeId
    /// Place of a constraint in a subproblem.
    ConstraintId
    /// Place of a price function among those in use.
    PriceFunctionId
}

/// Vector indexed by one kind of id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdVec<I, T> {
    entries: Vec<T>,
    id: PhantomData<I>,
}

impl<I, T> Default for IdVec<I, T> {
    fn default() -> Self {
        Self { entries: Vec::new(), id: PhantomData }
    }
}

impl<I: Id, T> IdVec<I, T> {
    /// Adds an entry and returns its id.
    pub fn push(&mut self, entry: T) -> I {
        self.entries.push(entry);
        I::of_index(self.entries.len() - 1)
    }

    /// Returns the entry of an id.
    #[must_use]
    pub fn at(&self, id: impl Borrow<I>) -> Option<&T> {
        self.entries.get(id.borrow().index())
    }

    /// Returns the entry of an id, to be changed.
    #[must_use]
    pub fn at_mut(&mut self, id: impl Borrow<I>) -> Option<&mut T> {
        self.entries.get_mut(id.borrow().index())
    }

    /// Iterates over all ids in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = I> + Clone + use<I, T> {
        (0..self.entries.len()).map(I::of_index)
    }

    /// Iterates over all entries in order, each with its id.
    #[must_use]
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (I, &T)> + Clone {
        self.entries.iter().enumerate().map(|(index, entry)| (I::of_index(index), entry))
    }
}

impl<I, T> Deref for IdVec<I, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.entries
    }
}

impl<I, T> DerefMut for IdVec<I, T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.entries
    }
}

impl<I, T> FromIterator<T> for IdVec<I, T> {
    fn from_iter<E: IntoIterator<Item = T>>(entries: E) -> Self {
        Self { entries: entries.into_iter().collect(), id: PhantomData }
    }
}

impl<'a, I, T> IntoIterator for &'a IdVec<I, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

impl<'a, I, T> IntoIterator for &'a mut IdVec<I, T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter_mut()
    }
}

/// Returns the entry of an id.
pub fn at<T: Copy + Default>(table: &[T], id: impl Place) -> T {
    table.get(id.index()).copied().unwrap_or_default()
}

/// Sets the entry of an id.
pub fn put<T>(table: &mut [T], id: impl Place, value: T) {
    if let Some(entry) = table.get_mut(id.index()) {
        *entry = value;
    }
}

/// Returns a length as a number of the tables; no table of the solver is longer.
pub fn count<T>(table: &[T]) -> u32 {
    u32::of_index(table.len())
}

/// Replaces the entry of an id by what `change` makes of it.
pub fn edit<T: Copy>(table: &mut [T], id: impl Place, change: impl FnOnce(T) -> T) {
    if let Some(entry) = table.get_mut(id.index()) {
        *entry = change(*entry);
    }
}
