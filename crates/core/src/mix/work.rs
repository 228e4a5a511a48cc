//! The budget of an assessment: one for all of its searches.

use std::cell::Cell;
use std::rc::Rc;

/// Steps of all searches of one assessment. A step is some ten microseconds of cuts or counts;
/// almost every organisation takes fewer than a hundred.
const STEPS: u64 = 12_800;

/// Steps of the searches over all ways to give environments their tiers, together.
const STEPS_OF_WAYS: u64 = 40_000;

/// The part of what is left that one search may take, beyond the first: the cheapest mix is worth
/// more than how else it could be met.
const SHARE: u64 = 4;

/// The part of what is left that one way to give environments their tiers may take.
const SHARE_OF_WAYS: u64 = 16;

/// Steps that the searches of one assessment may still take.
#[derive(Debug)]
pub(crate) struct Work {
    left: Cell<u64>,
    begun: Cell<bool>,
    /// The budget that it is a part of.
    whole: Option<Rc<Work>>,
}

impl Work {
    /// As much as one assessment may take.
    pub(crate) fn of_assessment() -> Rc<Self> {
        Rc::new(Self { left: Cell::new(STEPS), begun: Cell::new(false), whole: None })
    }

    /// As much as all ways to give environments their tiers may take together.
    pub(crate) fn of_all_ways() -> Rc<Self> {
        Rc::new(Self { left: Cell::new(STEPS_OF_WAYS), begun: Cell::new(true), whole: None })
    }

    /// A part of what is left, for one way; what it spends is spent here as well.
    pub(crate) fn part(self: &Rc<Self>) -> Rc<Self> {
        let left = Cell::new((self.left.get() / SHARE_OF_WAYS).min(STEPS));
        Rc::new(Self { left, begun: Cell::new(false), whole: Some(Rc::clone(self)) })
    }

    /// Leaves out the share of the first search, where the cheapest mix was found by other means.
    pub(crate) fn pass_first(&self) {
        if !self.begun.get() {
            self.spend(self.share());
        }
    }

    /// Steps that the next search may take: more than half for the first, then a part of the rest.
    pub(super) fn share(&self) -> u64 {
        let left = self.left.get();
        if self.begun.replace(true) { left / SHARE } else { left * 5 / 8 }
    }

    /// True if nothing is left.
    pub(super) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    pub(super) fn spend(&self, steps: u64) {
        self.left.set(self.left.get().saturating_sub(steps));
        if let Some(whole) = &self.whole {
            whole.spend(steps);
        }
    }
}
