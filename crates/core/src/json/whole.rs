//! Whole numbers as JSON may write them: `3`, `3.0` and `3e0` are one number (JSON Schema, `integer`).

/// The most digits that are looked at; more than any number of 32 bits has.
const DIGITS: usize = 40;

/// A well-formed JSON number as a whole number of 32 bits, if it is one.
pub(super) fn parse(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or((1, mantissa), |mantissa| (-1, mantissa));
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let after = after.trim_end_matches('0');
    let digits = format!("{before}{after}");
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return Some(0);
    }
    let exponent: i64 = exponent.parse().ok()?;
    let zeros = exponent.checked_sub(i64::try_from(after.len()).ok()?)?;
    // Zeros at the end make up for a negative exponent: `30e-1`.
    let significant = digits.trim_end_matches('0');
    let zeros = zeros.checked_add(i64::try_from(digits.len() - significant.len()).ok()?)?;
    let zeros = usize::try_from(zeros).ok().filter(|&zeros| zeros < DIGITS && significant.len() < DIGITS)?;
    let whole: u32 = format!("{significant}{}", "0".repeat(zeros)).parse().ok()?;
    (sign > 0).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_number_is_whole_however_it_is_written() {
        for (text, expected) in [
            ("3", Some(3)),
            ("1.0", Some(1)),
            ("120.000", Some(120)),
            ("1e3", Some(1_000)),
            ("1.25E+2", Some(125)),
            ("30e-1", Some(3)),
            ("1200.0e-2", Some(12)),
            ("0.0", Some(0)),
            ("-0", Some(0)),
            ("0e99999999999999999999", Some(0)),
            ("4294967295.0", Some(u32::MAX)),
            ("4294967296", None),
            ("1e10", None),
            ("1e99999999999999999999", None),
            ("-1", None),
            ("-1.0", None),
            ("1.5", None),
            ("1e-1", None),
            ("12e-1", None),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
    }
}
