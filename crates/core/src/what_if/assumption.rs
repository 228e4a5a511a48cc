//! Prices that are assumptions: between which totals the cheapest mix lies where they are off.
//!
//! The total of a mix rises with every price, and so does the least of all totals. So if each
//! assumed price is off by at most a share, whichever way, the least total lies between those at
//! which all of them are off by that share downwards and upwards.

use crate::money::Money;
use crate::solved::Solved;

/// The least total where assumed prices are as low and as high as they may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// With every assumed price at its lowest.
    pub lowest: Money,
    /// With every assumed price at its highest.
    pub highest: Money,
}

/// The span of the least total where each assumed price is off by up to so many per cent; none
/// where it cannot be counted.
#[must_use]
pub fn span(solved: &Solved<'_>, percent: u32) -> Option<Span> {
    let at = |share: u32| Some(solved.with_assumed_at(share)?.total());
    let (low, high) = (100_u32.saturating_sub(percent), 100_u32.saturating_add(percent));
    Some(Span { lowest: at(low)?, highest: at(high)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::books::Library;
    use crate::examples;
    use crate::scenario::{Prices, Scenario};

    #[track_caller]
    fn case(scenario: &Scenario, lowest: i64, highest: i64) {
        let solved = Solved::new(&Library::shipped(), scenario).unwrap();
        let span = span(&solved, 20).unwrap();
        assert_eq!((span.lowest.minor(), span.highest.minor()), (lowest * 100, highest * 100));
    }

    #[test]
    fn a_total_of_assumptions_is_off_by_their_share() {
        case(&examples::ALL[0].scenario(), 116_800, 175_200);
    }

    #[test]
    fn a_known_price_stays_and_the_cheapest_mix_changes() {
        // 66 customers: a connector at 19,800, or Limited CALs at an assumed 300. The other people
        // hold 126,000 of assumed prices.
        let mut scenario = examples::ALL[0].scenario();
        scenario.organisation.people[0].count = 66;
        let set = [("crm-2011/ec".to_owned(), "19800".to_owned())].into();
        scenario.prices = Some(Prices { set, ..Prices::default() });
        case(&scenario, 100_800 + 66 * 240, 151_200 + 19_800);
    }

    #[test]
    fn without_assumptions_the_total_stays() {
        // Every other price is a share of the full CAL's, which is known here.
        let mut scenario = examples::ALL[0].scenario();
        let own = |id: &str, price: &str| (format!("crm-2011/{id}"), price.to_owned());
        let set =
            [own("cal-full-user", "1000"), own("cal-full-device", "1000"), own("ec", "20000")];
        scenario.prices = Some(Prices { set: set.into(), ..Prices::default() });
        case(&scenario, 146_000, 146_000);
    }
}
