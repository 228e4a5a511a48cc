//! Reads JSON value by value and refuses what does not fit.
//!
//! The first refusal ends the text: whatever is asked for afterwards is empty, so that only the end has to be asked
//! whether all went well.

use super::{place, whole};
use crate::limits::clipped;
use std::collections::BTreeSet;

/// What was wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// One sentence without a full stop.
    pub(crate) message: String,
    /// The path to the value: `organisation.people[2].count`.
    pub(crate) place: String,
}

/// A record with fixed fields.
pub(crate) struct Shape {
    /// Every field, in order.
    pub(crate) fields: &'static [&'static str],
    /// Those that must be there.
    pub(crate) required: &'static [&'static str],
}

/// A text that is read from its front.
pub(crate) struct Reader<'t> {
    text: &'t str,
    /// How many bytes are read.
    at: usize,
    refusal: Option<Refusal>,
}

impl<'t> Reader<'t> {
    /// A text to read, a byte order mark at its front passed over.
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text: text.strip_prefix('\u{feff}').unwrap_or(text), at: 0, refusal: None }
    }

    /// Ends the reading.
    ///
    /// # Errors
    ///
    /// The first refusal.
    pub(crate) fn finish(mut self) -> Result<(), Refusal> {
        if self.peek().is_some() {
            self.refuse_next("nothing may follow here");
        }
        self.refusal.map_or(Ok(()), Err)
    }

    /// Refuses what was read last.
    #[inline(never)]
    pub(crate) fn refuse(&mut self, message: &str) {
        if self.refusal.is_none() {
            let place = place::path(self.text, self.at);
            self.refusal = Some(Refusal { message: message.to_owned(), place });
        }
        self.at = self.text.len();
    }

    /// Refuses the next letter.
    #[inline(never)]
    fn refuse_next(&mut self, message: &str) {
        self.at += 1;
        self.refuse(message);
    }

    /// Refuses the next letter if there is one, the end of the text otherwise.
    #[inline(never)]
    fn refuse_next_or_end(&mut self, message: &str) {
        let message = if self.byte().is_some() { message } else { END };
        self.refuse_next(message);
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte, passed over.
    #[inline(never)]
    fn next(&mut self) -> Option<u8> {
        let byte = self.byte();
        self.at += usize::from(byte.is_some());
        byte
    }

    /// The next byte after any white space.
    #[inline(never)]
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// Refuses the next value: it is of another type, or none at all.
    #[inline(never)]
    fn refuse_type(&mut self, expected: &str) {
        let found = match self.peek() {
            Some(b'n') => self.ident("null"),
            Some(b't') => self.ident("true"),
            Some(b'f') => self.ident("false"),
            Some(b'-' | b'0'..=b'9') => self.any_number(),
            Some(b'"') => &self.string(),
            Some(b'[') => "[",
            Some(b'{') => "{",
            _ => return self.refuse_next_or_end("expected a value"),
        };
        let message = format!("expected {expected}, found `{}`", clipped(found));
        self.refuse(&message);
    }

    fn ident(&mut self, ident: &'static str) -> &'static str {
        for wanted in ident.bytes() {
            match self.next() {
                Some(byte) if byte == wanted => {}
                Some(_) => self.refuse("expected a value"),
                None => self.refuse(END),
            }
        }
        ident
    }

    /// Passes over a `null`, if that is next.
    #[inline(never)]
    pub(crate) fn null(&mut self) -> bool {
        let null = self.peek() == Some(b'n');
        if null {
            self.ident("null");
        }
        null
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self) -> bool {
        match self.peek() {
            Some(b't') => self.ident("true") == "true",
            Some(b'f') => self.ident("false") == "true",
            _ => {
                self.refuse_type("`true` or `false`");
                false
            }
        }
    }

    /// A whole number of 32 bits.
    #[inline(never)]
    pub(crate) fn number(&mut self) -> u32 {
        if !matches!(self.peek(), Some(b'-' | b'0'..=b'9')) {
            self.refuse_type(WHOLE);
            return 0;
        }
        let text = self.any_number();
        whole::parse(text).unwrap_or_else(|| {
            self.refuse(&format!("expected {WHOLE}, found `{}`", clipped(text)));
            0
        })
    }

    /// The letters of any number.
    fn any_number(&mut self) -> &'t str {
        let start = self.at;
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        match self.next() {
            Some(b'0') if matches!(self.byte(), Some(b'0'..=b'9')) => self.refuse_next(MALFORMED_NUMBER),
            Some(b'0') => {}
            Some(b'1'..=b'9') => self.digits(),
            Some(_) => self.refuse(MALFORMED_NUMBER),
            None => self.refuse(END),
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            match self.byte() {
                Some(b'0'..=b'9') => self.digits(),
                _ => self.refuse_next_or_end(MALFORMED_NUMBER),
            }
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            match self.next() {
                Some(b'0'..=b'9') => self.digits(),
                Some(_) => self.refuse(MALFORMED_NUMBER),
                None => self.refuse(END),
            }
        }
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn digits(&mut self) {
        while let Some(b'0'..=b'9') = self.byte() {
            self.at += 1;
        }
    }

    /// A text.
    #[inline(never)]
    pub(crate) fn text(&mut self) -> String {
        if self.peek() == Some(b'"') {
            return self.string();
        }
        self.refuse_type("a text");
        String::new()
    }

    /// A text or `null`.
    pub(crate) fn maybe(&mut self) -> Option<String> {
        (!self.null()).then(|| self.text())
    }

    /// A text whose quote is next.
    #[inline(never)]
    fn string(&mut self) -> String {
        self.at += 1;
        let mut read = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let plain = rest.bytes().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1f)).count();
            read += rest.get(..plain).unwrap_or_default();
            self.at += plain;
            match self.next() {
                Some(b'"') => return read,
                Some(b'\\') => read.extend(self.escape()),
                Some(_) => self.refuse("a control character has to be written as an escape: `\\n`"),
                None => {
                    self.refuse(END);
                    return read;
                }
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        match self.next() {
            Some(letter @ (b'"' | b'\\' | b'/')) => return Some(letter.into()),
            Some(b'b') => return Some('\u{8}'),
            Some(b'f') => return Some('\u{c}'),
            Some(b'n') => return Some('\n'),
            Some(b'r') => return Some('\r'),
            Some(b't') => return Some('\t'),
            Some(b'u') => return self.unicode(),
            Some(_) => self.refuse(MALFORMED_ESCAPE),
            None => self.refuse(END),
        }
        None
    }

    /// The letter of a `\u` escape; one beyond the first plane takes two of them.
    fn unicode(&mut self) -> Option<char> {
        let first = self.hex()?;
        if !(0xd800..0xe000).contains(&first) {
            return char::from_u32(first);
        }
        if first < 0xdc00 {
            for wanted in [b'\\', b'u'] {
                match self.next() {
                    Some(byte) if byte == wanted => {}
                    Some(_) => self.refuse_half(first),
                    None => self.refuse(END),
                }
            }
            let second = self.hex()?;
            if (0xdc00..0xe000).contains(&second) {
                return char::from_u32(((first - 0xd800) << 10 | (second - 0xdc00)) + 0x1_0000);
            }
        }
        self.refuse_half(first);
        None
    }

    /// Refuses half of a surrogate pair.
    fn refuse_half(&mut self, half: u32) {
        self.refuse(&format!("`\\u{half:04x}` is half of a character (a lone surrogate): write both halves"));
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.as_bytes().get(self.at..)?.first_chunk::<4>();
        let Some(digits) = digits else {
            self.at = self.text.len();
            self.refuse(END);
            return None;
        };
        self.at += digits.len();
        let number = digits.iter().try_fold(0, |number, &digit| Some(number << 4 | char::from(digit).to_digit(16)?));
        if number.is_none() {
            self.refuse(MALFORMED_ESCAPE);
        }
        number
    }

    /// A record: `read` is called for each of its fields, and reads the value.
    #[inline(never)]
    pub(crate) fn record(&mut self, shape: &Shape, read: &mut dyn FnMut(&mut Self, &'static str)) {
        if self.peek() != Some(b'{') {
            return self.refuse_type(OBJECT);
        }
        let start = self.at;
        let mut seen: Vec<&str> = Vec::new();
        self.entries(&mut |json, key| {
            let Some(name) = json.known(&key, shape.fields) else { return };
            if seen.contains(&name) {
                return json.refuse(&format!("`{name}` stands here twice"));
            }
            seen.push(name);
            json.colon();
            read(json, name);
        });
        for name in shape.required {
            if !seen.contains(name) && self.refusal.is_none() {
                // The object lacks it, not what stands last in it.
                self.at = start;
                self.refuse(&format!("`{name}` is missing"));
            }
        }
        self.at += 1;
    }

    /// A record with any keys, each once: `read` is called with the key and reads the value.
    #[inline(never)]
    pub(crate) fn map(&mut self, read: &mut dyn FnMut(&mut Self, String)) {
        if self.peek() != Some(b'{') {
            return self.refuse_type(OBJECT);
        }
        let mut seen = BTreeSet::new();
        self.entries(&mut |json, key| {
            if !seen.insert(key.clone()) {
                return json.refuse(&format!("`{}` stands here twice", clipped(&key)));
            }
            json.colon();
            read(json, key);
        });
        self.at += 1;
    }

    /// The entries of an object up to its end, which stays.
    fn entries(&mut self, read: &mut dyn FnMut(&mut Self, String)) {
        self.at += 1;
        let mut first = true;
        while self.another(b'}', first) {
            first = false;
            if self.peek() != Some(b'"') {
                return self.refuse_next("expected a name in quotes");
            }
            let key = self.string();
            read(self, key);
        }
    }

    /// Whether another entry comes before the end; a comma before it is passed over.
    #[inline(never)]
    fn another(&mut self, end: u8, first: bool) -> bool {
        match self.peek() {
            Some(byte) if byte == end => return false,
            Some(_) if first => return true,
            Some(b',') => self.at += 1,
            _ => {
                let end = char::from(end);
                self.refuse_next_or_end(&format!("expected `,` or `{end}`"));
                return false;
            }
        }
        match self.peek() {
            Some(byte) if byte != end => return true,
            _ => self.refuse_next_or_end("something has to follow the comma"),
        }
        false
    }

    fn colon(&mut self) {
        if self.peek() == Some(b':') {
            self.at += 1;
        } else {
            self.refuse_next_or_end("expected `:`");
        }
    }

    /// The one of some names that this is, or a refusal.
    fn known(&mut self, name: &str, names: &[&'static str]) -> Option<&'static str> {
        let known = names.iter().copied().find(|known| *known == name);
        if known.is_none() {
            self.refuse(&format!("`{}` is not known here: write `{}`", clipped(name), names.join("`, `")));
        }
        known
    }

    /// A list: `read` is called for each item, and reads it.
    #[inline(never)]
    pub(crate) fn list(&mut self, read: &mut dyn FnMut(&mut Self)) {
        if self.peek() != Some(b'[') {
            return self.refuse_type("a list");
        }
        self.at += 1;
        let mut first = true;
        while self.another(b']', first) {
            first = false;
            read(self);
        }
        self.at += 1;
    }

    /// One of some words.
    #[inline(never)]
    pub(crate) fn word(&mut self, words: &[&'static str]) -> Option<&'static str> {
        let text = self.text();
        self.known(&text, words)
    }
}

const WHOLE: &str = "a whole number from 0 to 4294967295";
const OBJECT: &str = "an object";
const END: &str = "the text ends too early";
const MALFORMED_NUMBER: &str = "the number is not well written";
const MALFORMED_ESCAPE: &str = "the escape is not well written";
