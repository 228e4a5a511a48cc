//! The time that an amount of money pays for.

use seatwise_rulebook::Per;
use serde::{Deserialize, Serialize};

/// The time that an amount pays for. Amounts of unlike periods are never lined up as if comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum Period {
    /// Paid once: perpetual licences.
    Once,
    /// Paid again and again, counted for these years: subscriptions.
    Recurring {
        /// The years of the plan.
        years: u32,
    },
    /// Some of it paid once, some for each of these years.
    Mixed {
        /// The years of the plan.
        years: u32,
    },
}

impl Period {
    /// The period of one price.
    #[must_use]
    pub const fn of(per: Per, years: u32) -> Self {
        match per {
            Per::Once => Self::Once,
            Per::Month => Self::Recurring { years },
        }
    }

    /// The period of two amounts added up.
    #[must_use]
    pub fn with(self, period: Self) -> Self {
        match (self, period) {
            (a, b) if a == b => a,
            (Self::Once, Self::Recurring { years } | Self::Mixed { years })
            | (Self::Recurring { years } | Self::Mixed { years }, _) => Self::Mixed { years },
            (Self::Once, Self::Once) => Self::Once,
        }
    }

    /// The period of a sum; none where nothing is added up.
    pub fn sum(periods: impl IntoIterator<Item = Self>) -> Option<Self> {
        periods.into_iter().reduce(Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    #[track_caller]
    fn case(periods: &[Period], text: &str) {
        let sum = Period::sum(periods.iter().copied());
        assert_eq!(sum.map(|period| Words::english().period(period)).unwrap_or_default(), text);
        let reversed = Period::sum(periods.iter().rev().copied());
        assert_eq!(sum, reversed);
    }

    #[test]
    fn periods_are_read_after_an_amount() {
        let year = Period::Recurring { years: 1 };
        case(&[], "");
        case(&[Period::Once, Period::Once], "once");
        case(&[year], "a year");
        case(&[Period::Recurring { years: 3 }], "over 3 years");
        case(&[Period::Once, year], "in the first year");
        case(&[year, Period::Once, year], "in the first year");
        case(&[Period::Recurring { years: 5 }, Period::Once], "in the first 5 years");
        case(&[Period::Mixed { years: 2 }, Period::Once], "in the first 2 years");
    }
}
