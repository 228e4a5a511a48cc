//! The check of a link: CRC-32 (the polynomial of IEEE 802.3), written with digits and letters
//! only.

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Six letters that change with every change of up to 32 neighbouring bits.
pub(super) fn of(text: &str) -> String {
    let mut sum = crc32(text.as_bytes());
    let mut letters = String::with_capacity(6);
    for _ in 0..6 {
        let letter = usize::try_from(sum % 62).ok().and_then(|place| ALPHABET.get(place));
        letters.extend(letter.map(|&letter| char::from(letter)));
        sum /= 62;
    }
    letters
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_polynomial_is_the_usual_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn six_letters_always() {
        assert_eq!(of("").len(), 6);
        assert_ne!(of("a"), of("b"));
    }
}
