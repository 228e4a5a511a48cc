//! Courses: the purchases and payments along one way, year by year.

use crate::money::Money;
use serde::{Deserialize, Serialize};

/// The purchases and payments in each year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Course {
    /// The years, in order.
    pub years: Vec<YearOfCourse>,
    /// The sum of all payments.
    pub total: Money,
    /// The sum of what the payments are worth today; none where no rate is said.
    pub present_value: Option<Money>,
    /// The degree to which the course is known to be the cheapest of its way.
    pub optimum: Optimum,
    /// Part of the total that rests on assumptions.
    pub assumed: Money,
    /// Names of licences that are bought or kept up at a price that nobody knows: the total leaves
    /// them out.
    pub unpriced: Vec<String>,
    /// True if somebody's needs are not counted.
    pub uncounted: bool,
}

impl Course {
    /// True if the total counts everybody and everything.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.unpriced.is_empty() && !self.uncounted
    }

    /// The sums that have been paid up to the end of each year.
    #[must_use]
    pub fn cumulative(&self) -> Vec<Money> {
        let add = |sum: &mut Money, year: &YearOfCourse| {
            *sum = sum.plus(year.cash);
            Some(*sum)
        };
        self.years.iter().scan(Money::ZERO, add).collect()
    }

    /// This course, and another one from its last year on.
    pub(super) fn followed_by(mut self, later: Self) -> Self {
        self.total = self.total.plus(later.total);
        self.assumed = self.assumed.plus(later.assumed);
        self.uncounted |= later.uncounted;
        self.optimum = self.optimum.and(later.optimum);
        self.unpriced.extend(later.unpriced);
        self.unpriced.sort();
        self.unpriced.dedup();
        self.years.extend(later.years);
        self
    }
}

/// The degree to which a course is known to be the cheapest of its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Optimum {
    /// No course of this way is cheaper.
    #[default]
    Proved,
    /// The cheapest found; none is cheaper by more than this.
    Within {
        /// The most that could be saved.
        above: Money,
    },
}

impl Optimum {
    /// The optimum of two courses one after the other.
    fn and(self, later: Self) -> Self {
        match (self, later) {
            (Self::Proved, optimum) | (optimum, Self::Proved) => optimum,
            (Self::Within { above: first }, Self::Within { above: second }) => {
                Self::Within { above: first.plus(second) }
            }
        }
    }
}

/// A year of a course.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct YearOfCourse {
    /// Counted from 1.
    pub year: u32,
    /// Its first day; none where the plan has none.
    pub from: Option<String>,
    /// The licences held, in the order of the rulebook.
    pub lines: Vec<CourseLine>,
    /// The payments made once, for licences.
    pub licences: Money,
    /// The payments for Software Assurance.
    pub assurance: Money,
    /// The payments for subscriptions.
    pub subscriptions: Money,
    /// Software Assurance that goes on beside it: of what subscriptions stand beside, or because an
    /// agreement asks for it until it ends.
    pub committed: Money,
    /// All payments of the year.
    pub cash: Money,
    /// The value of these today; none where no rate is said.
    pub present_value: Option<Money>,
}

/// A licence in a year of a course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CourseLine {
    /// Full identifier.
    pub licence: String,
    /// Name on the page.
    pub name: String,
    /// Number that is needed.
    pub needed: u64,
    /// Number that was there before, owned or bought in earlier years.
    pub held: u64,
    /// Number that is bought or subscribed to in this year.
    pub bought: u64,
    /// Number of them that Software Assurance is paid for.
    pub assured: u64,
    /// The cost of all this in the year.
    pub amount: Money,
    /// True if that rests on an assumption.
    pub assumed: bool,
}
