//! The pairs of a query, decoded as forms encode them.

/// Names and values, in their order; what is not well encoded stays as it is.
pub(super) fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(name), decoded(value))
    })
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut remaining = text.as_bytes();
    while let Some((&byte, after)) = remaining.split_first() {
        let hex = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let value = hex.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        (remaining, _) = match (byte, value) {
            (b'%', Some(value)) => (after.get(2..).unwrap_or_default(), bytes.push(value)),
            (b'+', _) => (after, bytes.push(b' ')),
            _ => (after, bytes.push(byte)),
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn pairs_are_decoded() {
        let decoded_pairs: Vec<_> = pairs("?a=1&b&c=x%20y+z&=&d=%2&e=%zz&f=%C3%BC").collect();
        let expected = [
            ("a", "1"),
            ("b", ""),
            ("c", "x y z"),
            ("", ""),
            ("d", "%2"),
            ("e", "%zz"),
            ("f", "\u{fc}"),
        ];
        assert_eq!(
            decoded_pairs,
            expected.map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
    }
}
