//! The count of a group in each year.

use crate::percent::Percent;

/// Units beyond which no group is counted.
const MOST: u128 = 100_000_000;
/// Parts of a unit that are kept from year to year, so that small groups grow as well.
const PARTS: u128 = 1_000_000;

/// The count of each year, the first as it is: every year the rate is applied to what the year
/// before had, millionths of a unit kept, and the count is the nearest whole number.
pub(super) fn counts(first: u32, rate: Percent, years: u32) -> Vec<u32> {
    let factor = u128::try_from(rate.basis_points().saturating_add(10_000)).unwrap_or_default();
    let mut parts = u128::from(first) * PARTS;
    let mut counts = Vec::new();
    for _ in 0..years {
        counts.push(u32::try_from((parts + PARTS / 2) / PARTS).unwrap_or(u32::MAX));
        parts = (parts * factor / 10_000).min(MOST * PARTS);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(first: u32, rate: &str, expected: &[u32]) {
        let rate = Percent::parse_signed(rate).unwrap();
        let years = u32::try_from(expected.len()).unwrap();
        assert_eq!(counts(first, rate, years), expected);
    }

    #[test]
    fn groups_grow_by_their_rate_and_small_ones_as_well() {
        case(100, "10", &[100, 110, 121, 133, 146]);
        case(10, "4", &[10, 10, 11, 11, 12]);
        case(7, "0", &[7, 7, 7]);
        case(100, "-50", &[100, 50, 25, 13, 6]);
        case(100, "-100", &[100, 0, 0]);
        case(100_000_000, "1000", &[100_000_000, 100_000_000]);
    }
}
