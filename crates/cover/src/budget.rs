//! The limit on the work of a search.

/// Limit on the work of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// About how many steps to take at most: one for each cut, and one more for each 256
    /// requirements in it; and one for each 2,000 numbers that are worked out when units are
    /// counted. A step takes some ten microseconds, so that a budget bounds the time, whatever the
    /// size of the problem.
    pub steps: u64,
}

impl Default for Budget {
    fn default() -> Self {
        Self { steps: 20_000 }
    }
}
