//! Cost of a cover: money first, then points of preference.

use std::ops::{Add, AddAssign, Sub, SubAssign};

/// Money in minor units, then points of preference; compared in that order.
///
/// Pairs under this order form an ordered group, so the minimum cut works on them as it does on
/// numbers, and a tie in money is broken by the same cut that finds the money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cost {
    /// Minor units of the one currency of the problem.
    pub money: i64,
    /// Points that decide between covers of the same price; fewer are better.
    pub preference: i64,
}

impl Cost {
    /// Nothing to pay.
    pub const ZERO: Self = Self { money: 0, preference: 0 };

    /// More than any cover costs; two of them still add up without overflow.
    pub const INFINITE: Self = Self { money: i64::MAX / 2, preference: 0 };

    /// A cost of `money` minor units and `preference` points.
    #[must_use]
    pub const fn new(money: i64, preference: i64) -> Self {
        Self { money, preference }
    }

    /// The cost of `units` of this.
    #[must_use]
    pub const fn times(self, units: u64) -> Self {
        // A count beyond i64 is beyond every limit of a problem: saturate.
        let units = if units > i64::MAX as u64 { i64::MAX } else { units as i64 };
        Self {
            money: self.money.saturating_mul(units),
            preference: self.preference.saturating_mul(units),
        }
    }

    /// True if something is left of it.
    #[must_use]
    pub fn is_positive(self) -> bool {
        self > Self::ZERO
    }
}

impl Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            money: self.money.saturating_add(other.money),
            preference: self.preference.saturating_add(other.preference),
        }
    }
}

impl Sub for Cost {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self {
            money: self.money.saturating_sub(other.money),
            preference: self.preference.saturating_sub(other.preference),
        }
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Cost {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl std::iter::Sum for Cost {
    fn sum<I: Iterator<Item = Self>>(costs: I) -> Self {
        costs.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::Cost;

    #[test]
    fn money_outweighs_every_point() {
        assert!(Cost::new(1, 900) < Cost::new(2, -900));
        assert!(Cost::new(2, 1) < Cost::new(2, 2));
    }

    #[test]
    fn the_infinite_cost_can_be_added_to_itself() {
        assert!(Cost::INFINITE + Cost::INFINITE > Cost::INFINITE);
    }
}
