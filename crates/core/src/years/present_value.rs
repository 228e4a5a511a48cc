//! The value today of a later payment.

use crate::money::Money;
use crate::percent::Percent;

/// Parts of a hundredth that are kept from year to year.
const PARTS: i128 = 1_000_000_000_000;

/// The value today of a payment at the beginning of a year, counted from 1: the first one in full,
/// every later year divided by one and the rate. Twelve decimals of a hundredth are kept on the
/// way, and the result is rounded half up to a hundredth. What several payments are worth is the
/// sum of these.
pub(super) fn of(payment: Money, rate: Percent, year: u32) -> Money {
    let divisor = i128::from(rate.basis_points().saturating_add(10_000)).max(1);
    let mut parts = i128::from(payment.minor()) * PARTS;
    for _ in 1..year {
        parts = (parts * 10_000).div_euclid(divisor);
    }
    let minor = (parts + PARTS / 2).div_euclid(PARTS);
    Money::from_minor(i64::try_from(minor).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_payments_are_worth_less() {
        let value = |minor, rate: &str, year| {
            of(Money::from_minor(minor), Percent::parse(rate).unwrap(), year).minor()
        };
        assert_eq!(value(10_000, "10", 1), 10_000);
        assert_eq!(value(11_000, "10", 2), 10_000);
        assert_eq!(value(12_100, "10", 3), 10_000);
        assert_eq!(value(10_000, "8", 10), 5_002);
        assert_eq!(value(10_000, "0", 10), 10_000);
        assert_eq!(value(i64::MAX, "1000", 10) / 1_000_000_000, 3);
    }
}
