//! Percent-encoding (RFC 3986, section 2.1): programs that pass an address on may write its
//! fragment that way.

use std::borrow::Cow;

/// The most times that a link was encoded on its way.
const LAYERS: usize = 3;

/// The text that a percent-encoded one stands for. No link has a percent sign of its own.
///
/// Anything that is not well encoded stays as it is.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    let mut decoded = Cow::Borrowed(text);
    for _ in 0..LAYERS {
        let Some(layer) = without_a_layer(&decoded) else { break };
        decoded = Cow::Owned(layer);
    }
    decoded
}

fn without_a_layer(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next()?.as_bytes().to_vec();
    let mut encoded = false;
    for piece in pieces {
        let digits = piece
            .get(..2)
            .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend(piece.get(2..)?.as_bytes());
        encoded = true;
    }
    if encoded { String::from_utf8(bytes).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn layers_are_taken_off() {
        for (text, expected) in [
            ("s=1", "s=1"),
            ("s%3D1", "s=1"),
            ("s%3d1%2Ex", "s=1.x"),
            ("s%253D1", "s=1"),
            ("s%25253D1", "s=1"),
            ("100%", "100%"),
            ("%zz", "%zz"),
            ("%+1", "%+1"),
            ("%ff", "%ff"),
            ("%", "%"),
        ] {
            assert_eq!(decoded(text), expected, "{text}");
        }
    }
}
