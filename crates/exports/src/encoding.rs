//! Encodings: the ways in which the characters of a file are written.

/// An encoding that exports come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the low byte first: what PowerShell and Excel call Unicode.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// The encoding in which Excel saves in western Europe.
    Windows1252,
}

impl Encoding {
    /// The encoding of a file, from its first bytes: by its mark, by the zeros that UTF-16 has in
    /// Latin letters, or because it is not UTF-8.
    #[must_use]
    pub fn of(head: &[u8]) -> Self {
        match head {
            [0xef, 0xbb, 0xbf, ..] => return Self::Utf8,
            [0xff, 0xfe, ..] => return Self::Utf16Le,
            [0xfe, 0xff, ..] => return Self::Utf16Be,
            _ => {}
        }
        let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|&&byte| byte == 0);
        let (even, odd) = (zeros(0).count(), zeros(1).count());
        let many = head.len() / 4;
        if odd > many && odd > even {
            Self::Utf16Le
        } else if even > many {
            Self::Utf16Be
        } else if is_utf8(head) {
            Self::Utf8
        } else {
            Self::Windows1252
        }
    }

    /// Its name among those of the Encoding Standard.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// True if bytes are UTF-8 as far as they go: the last character may be cut.
fn is_utf8(head: &[u8]) -> bool {
    std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true)
}

#[cfg(test)]
mod tests {
    use super::Encoding;

    #[test]
    fn an_encoding_is_known_by_its_mark_or_its_bytes() {
        for (head, wanted) in [
            (&b"user,plans"[..], Encoding::Utf8),
            ("\u{feff}user".as_bytes(), Encoding::Utf8),
            ("Müller".as_bytes(), Encoding::Utf8),
            (&"M\u{fc}".as_bytes()[..2], Encoding::Utf8),
            (b"M\xfcller;x", Encoding::Windows1252),
            (b"\xff\xfeu\0s\0", Encoding::Utf16Le),
            (b"\xfe\xff\0u\0s", Encoding::Utf16Be),
            (b"u\0s\0e\0r\0", Encoding::Utf16Le),
            (b"\0u\0s\0e\0r", Encoding::Utf16Be),
            (b"", Encoding::Utf8),
        ] {
            assert_eq!(Encoding::of(head), wanted, "{head:?}");
        }
    }
}
