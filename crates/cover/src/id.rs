//! Reading and writing of flat tables by number, without a panic.
//!
//! A number past the end reads as the default and writes nothing. The solver never makes such a
//! number; the verifier, which shares no code with it, would refuse the result if it did.

/// The entry at `place`.
pub fn at<T: Copy + Default>(table: &[T], place: u32) -> T {
    table.get(place as usize).copied().unwrap_or_default()
}

/// Sets the entry at `place`.
pub fn put<T>(table: &mut [T], place: u32, value: T) {
    if let Some(entry) = table.get_mut(place as usize) {
        *entry = value;
    }
}

/// A length as a number of the tables; no table of the solver is longer.
pub fn count<T>(table: &[T]) -> u32 {
    u32::try_from(table.len()).unwrap_or(u32::MAX)
}

/// Replaces the entry at `place` by what `change` makes of it.
pub fn edit<T: Copy>(table: &mut [T], place: u32, change: impl FnOnce(T) -> T) {
    if let Some(entry) = table.get_mut(place as usize) {
        *entry = change(*entry);
    }
}
