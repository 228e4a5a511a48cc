//! Covers that searches find, and the incumbent: the best of them so far.

use crate::cost::Cost;
use crate::rights::HolderRights;

/// Rights that holders have, and what they cost.
#[derive(Clone, Debug, Default)]
pub struct Cover {
    pub cost: Cost,
    /// Rights of each holder of the subproblem.
    pub targets: Vec<HolderRights>,
}

impl Cover {
    /// Adds the cover of another subproblem.
    pub fn join(&mut self, other: Self) {
        self.cost += other.cost;
        self.targets.extend(other.targets);
    }
}

/// Result of a search.
#[derive(Debug)]
pub struct SearchResult {
    /// Every cover costs at least this.
    pub bound: Cost,
    /// A cover below the limit of the search; the cheapest, if it costs no more than the bound.
    pub cover: Option<Cover>,
}

impl SearchResult {
    /// There is no cover, or none that matters.
    pub const fn nothing_below(bound: Cost) -> Self {
        Self { bound, cover: None }
    }
}

/// The best cover so far; only cheaper ones are of interest.
#[derive(Debug)]
pub struct Incumbent {
    pub limit: Cost,
    pub cover: Option<Cover>,
}

impl Incumbent {
    /// No cover yet.
    pub const fn below(limit: Cost) -> Self {
        Self { limit, cover: None }
    }

    /// Keeps a cover if it is cheaper than the limit.
    pub fn offer(&mut self, cover: Option<Cover>) {
        if let Some(cover) = cover.filter(|cover| cover.cost < self.limit) {
            self.limit = cover.cost;
            self.cover = Some(cover);
        }
    }

    /// Returns the result, given that every cover costs at least the bound.
    pub fn result(self, bound: Cost) -> SearchResult {
        let bound = self.cover.as_ref().map_or(bound, |cover| bound.min(cover.cost));
        SearchResult { bound, cover: self.cover }
    }
}
