//! Writes JSON, indented by two spaces.

/// A text that grows.
#[derive(Default)]
pub(crate) struct Writer {
    text: String,
    depth: usize,
    /// Whether the innermost open list or record has an entry.
    filled: bool,
}

impl Writer {
    /// What was written.
    pub(crate) fn finish(self) -> String {
        self.text
    }

    /// A record, with what `fields` writes in it.
    pub(crate) fn record(&mut self, fields: &mut dyn FnMut(&mut Self)) {
        self.nest('{', '}', fields);
    }

    /// A list, with an entry for each item.
    pub(crate) fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.nest('[', ']', &mut |json| {
            for item in items {
                json.entry();
                write(json, item);
            }
        });
    }

    fn nest(&mut self, open: char, close: char, fill: &mut dyn FnMut(&mut Self)) {
        self.text.push(open);
        self.depth += 1;
        self.filled = false;
        fill(self);
        self.depth -= 1;
        if self.filled {
            self.line();
        }
        self.text.push(close);
        self.filled = true;
    }

    /// A field's name; its value is to follow.
    #[inline(never)]
    pub(crate) fn key(&mut self, name: &str) -> &mut Self {
        self.entry();
        self.text(name);
        self.text += ": ";
        self
    }

    fn entry(&mut self) {
        if self.filled {
            self.text.push(',');
        }
        self.filled = true;
        self.line();
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text += "  ";
        }
    }

    /// A number.
    #[inline(never)]
    pub(crate) fn number(&mut self, number: u32) {
        self.text += &number.to_string();
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self, flag: bool) {
        self.text += if flag { "true" } else { "false" };
    }

    /// A text, with what JSON keeps for itself escaped.
    #[inline(never)]
    pub(crate) fn text(&mut self, text: &str) {
        self.text.push('"');
        for letter in text.chars() {
            match letter {
                '"' => self.text += "\\\"",
                '\\' => self.text += "\\\\",
                '\n' => self.text += "\\n",
                '\r' => self.text += "\\r",
                '\t' => self.text += "\\t",
                '\u{8}' => self.text += "\\b",
                '\u{c}' => self.text += "\\f",
                '\0'..='\u{1f}' => self.text += &format!("\\u{:04x}", u32::from(letter)),
                _ => self.text.push(letter),
            }
        }
        self.text.push('"');
    }

    /// A field with a text, if there is one.
    #[inline(never)]
    pub(crate) fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.key(name).text(text);
        }
    }
}
