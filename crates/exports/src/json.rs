//! The objects of a JSON file, one after the other: those of an array, of the `value` of a page,
//! of several pages, or one a line. Only where an object begins and ends is looked for here; what
//! is in it is read by `serde_json`, so that a fault in one leaves the others.

use crate::Problem;
use crate::record::{LONGEST, Record, Start};

/// The key under which Microsoft Graph has the objects of a page.
const LIST: &[u8] = b"value";
/// The key that says that there are more pages.
const NEXT: &[u8] = b"@odata.nextLink";

/// Layout of the objects in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// An array, bare or in a page, or pages one after the other.
    Array,
    /// An object a line.
    Lines,
}

/// Splits JSON into objects.
#[derive(Debug)]
pub struct Objects {
    layout: Layout,
    line: u64,
    offset: u64,
    /// The bytes of the open object that earlier pieces had.
    text: Vec<u8>,
    /// Start of that object; none between objects.
    object: Option<Open>,
    /// Number of open brackets.
    depth: u32,
    /// Number of those open where the list of objects began.
    list: Option<u32>,
    string: StringState,
    /// The key that was read last in the object that may hold the list.
    key: Vec<u8>,
    /// Blanks before the first sign of the line; none behind it.
    indent: Option<usize>,
    /// Looks for a line that begins an object with so many blanks before it.
    resync: Option<usize>,
    /// Start of the page that names another one, which has not come.
    next_page: Option<Start>,
}

#[derive(Clone, Copy, Debug)]
struct Open {
    start: Start,
    /// Number of open brackets before it.
    depth: u32,
    /// Blanks before it, where its line begins with it.
    indent: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StringState {
    Outside,
    Inside,
    Escaped,
}

impl Objects {
    pub fn new(start: Start, layout: Layout) -> Self {
        Self {
            layout,
            line: start.line,
            offset: start.offset,
            text: Vec::new(),
            object: None,
            depth: 0,
            // In the middle of a file, one is in the list.
            list: (start.offset > 0).then_some(0),
            string: StringState::Outside,
            key: Vec::new(),
            indent: Some(0),
            resync: None,
            next_page: None,
        }
    }

    pub fn push(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Record<'_>)) {
        if self.layout == Layout::Lines {
            return self.push_lines(bytes, sink);
        }
        // Where the open object begins in these bytes.
        let mut from = 0;
        for (place, &byte) in bytes.iter().enumerate() {
            if self.string != StringState::Outside {
                self.in_string(byte);
                if byte != b'\n' {
                    continue;
                }
                // JSON has no line breaks in its texts: this one was not closed.
                self.string = StringState::Outside;
                self.break_off(Problem::OpenQuote, sink);
            }
            match byte {
                b'\n' => {
                    self.line += 1;
                    self.indent = Some(0);
                    continue;
                }
                b' ' | b'\t' | b'\r' => {
                    self.indent = self.indent.map(|count| count + 1);
                    continue;
                }
                _ => {}
            }
            let indent = self.indent.take();
            let start = Start { line: self.line, offset: self.offset + place as u64 };
            match byte {
                b'"' => {
                    self.string = StringState::Inside;
                    self.key.clear();
                }
                b'{' => {
                    if self.begins_anew(indent) {
                        if self.object.is_some() {
                            self.break_off(Problem::Cut, sink);
                        }
                        self.depth = self.list.unwrap_or_default();
                        self.resync = None;
                    }
                    if self.object.is_none() && self.resync.is_none() && self.is_place() {
                        if self.depth == 0 {
                            self.next_page = None;
                        }
                        self.object = Some(Open { start, depth: self.depth, indent });
                        self.text.clear();
                        from = place;
                    }
                    self.depth += 1;
                }
                b'[' => {
                    self.depth += 1;
                    self.open_list();
                }
                b'}' | b']' => {
                    self.depth = self.depth.saturating_sub(1);
                    if byte == b'}' {
                        self.close(bytes.get(from..=place).unwrap_or_default(), sink);
                    }
                    if self.list.is_some_and(|list| list > self.depth) && byte == b']' {
                        self.list = None;
                    }
                }
                b':' => self.note_key(start),
                _ => {}
            }
            if self.object.is_none() {
                from = place + 1;
            }
        }
        if self.object.is_some() {
            self.text.extend_from_slice(bytes.get(from..).unwrap_or_default());
            if self.text.len() > LONGEST {
                self.break_off(Problem::TooLong, sink);
            }
        }
        self.offset += bytes.len() as u64;
    }

    pub fn finish(&mut self, sink: &mut dyn FnMut(Record<'_>)) {
        if self.layout == Layout::Lines && !self.text.is_empty() {
            self.hand_on_line(&[], sink);
        } else if let Some(open) = self.object.take() {
            sink(Record::Broken { start: open.start, problem: Problem::Cut });
        } else if self.depth > 0 || self.resync.is_some() {
            let start = Start { line: self.line, offset: self.offset };
            sink(Record::Broken { start, problem: Problem::Cut });
        }
        if let Some(start) = self.next_page.take() {
            sink(Record::Broken { start, problem: Problem::MorePages });
        }
    }

    fn in_string(&mut self, byte: u8) {
        self.string = match (self.string, byte) {
            (StringState::Inside, b'"') => StringState::Outside,
            (StringState::Inside, b'\\') => StringState::Escaped,
            _ => StringState::Inside,
        };
        // Only keys of what may hold the list are of interest, and they are short.
        if self.string != StringState::Outside && self.depth == 1 && self.key.len() < 32 {
            self.key.push(byte);
        }
    }

    /// True if an object may be a record at this place: in the list, or outside of everything.
    fn is_place(&self) -> bool {
        self.list.map_or(self.depth == 0, |list| self.depth == list)
    }

    /// True if a line begins like the open object's, which therefore lacks its end.
    fn begins_anew(&self, indent: Option<usize>) -> bool {
        let begins_alike = |open: &Open| self.depth > open.depth && open.indent == indent;
        // Without indentation, a nested object may begin a line as well.
        let indented = indent.is_some_and(|count| count > 0);
        indent.is_some() && self.resync == indent
            || indented && self.list.is_some() && self.object.as_ref().is_some_and(begins_alike)
    }

    /// A bracket was opened: it may be the list that the records are in.
    fn open_list(&mut self) {
        let is_bare = self.depth == 1 && self.object.is_none();
        let in_page = self.depth == 2 && self.list.is_none() && self.key == LIST;
        if is_bare || in_page && self.object.is_some_and(|open| open.depth == 0) {
            self.list = Some(self.depth);
            self.object = None;
            self.text.clear();
        }
    }

    fn note_key(&mut self, start: Start) {
        if self.depth == 1 && self.key == NEXT {
            self.next_page = Some(start);
        }
    }

    /// A brace was closed: it may be that of the object.
    fn close(&mut self, tail: &[u8], sink: &mut dyn FnMut(Record<'_>)) {
        if self.object.is_none_or(|open| open.depth != self.depth) {
            return;
        }
        let Some(Open { start, .. }) = self.object.take() else { return };
        if self.text.is_empty() {
            sink(Record::Object { start, text: tail });
        } else {
            self.text.extend_from_slice(tail);
            sink(Record::Object { start, text: &self.text });
            self.text.clear();
        }
    }

    /// Gives the open object up, and looks for the next.
    fn break_off(&mut self, problem: Problem, sink: &mut dyn FnMut(Record<'_>)) {
        if let Some(open) = self.object.take() {
            sink(Record::Broken { start: open.start, problem });
            self.resync = Some(open.indent.unwrap_or(usize::MAX));
        }
        self.text.clear();
    }

    fn push_lines(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Record<'_>)) {
        let mut unread = bytes;
        while let Some(end) = unread.iter().position(|&byte| byte == b'\n') {
            let (line, after) = unread.split_at(end);
            self.hand_on_line(line, sink);
            unread = after.get(1..).unwrap_or_default();
        }
        self.text.extend_from_slice(unread);
    }

    fn hand_on_line(&mut self, tail: &[u8], sink: &mut dyn FnMut(Record<'_>)) {
        let start = Start { line: self.line, offset: self.offset };
        self.offset += (self.text.len() + tail.len() + 1) as u64;
        self.line += 1;
        let whole = if self.text.is_empty() {
            tail
        } else {
            self.text.extend_from_slice(tail);
            &self.text
        };
        let text = whole.strip_prefix(b"\xef\xbb\xbf").unwrap_or(whole).trim_ascii();
        if !text.is_empty() {
            sink(Record::Object { start, text });
        }
        self.text.clear();
    }
}

#[cfg(test)]
mod tests {
    use crate::{Format, Record, Records};

    fn read(text: &str, piece: usize) -> Vec<String> {
        let mut records = Records::new(Format::of(text));
        let mut objects = Vec::new();
        let mut sink = |record: Record<'_>| {
            objects.push(match record {
                Record::Object { start, text } => {
                    let text: String = String::from_utf8_lossy(text).split_whitespace().collect();
                    format!("{}: {text}", start.line)
                }
                Record::Broken { start, problem } => format!("{}: {problem:?}", start.line),
                Record::Row { .. } => panic!("a row among objects"),
            });
        };
        for bytes in text.as_bytes().chunks(piece) {
            records.push(bytes, &mut sink);
        }
        records.finish(&mut sink);
        objects
    }

    #[track_caller]
    fn case(text: &str, wanted: &[&str]) {
        for piece in [1, 2, 3, 7, 1000] {
            assert_eq!(read(text, piece), wanted, "in pieces of {piece}: {text}");
        }
    }

    #[test]
    fn objects_come_out_of_arrays_pages_and_lines() {
        case(r#"[{"a":1},{"a":{"b":[{}]}}]"#, &[r#"1: {"a":1}"#, r#"1: {"a":{"b":[{}]}}"#]);
        case(
            r#"{"@odata.context":"x","value":[{"a":1},{"value":[{}]}]}"#,
            &[r#"1: {"a":1}"#, r#"1: {"value":[{}]}"#],
        );
        case(
            "{\"value\":[\n{\"a\":1}]}\n{\"value\":[\n{\"a\":2}]}",
            &["2: {\"a\":1}", "4: {\"a\":2}"],
        );
        case("{\"a\":1}\n\n{\"a\":2}\n", &["1: {\"a\":1}", "3: {\"a\":2}"]);
        case("\u{feff}[{\"a\":\"}\\\"{\"}]", &["1: {\"a\":\"}\\\"{\"}"]);
        case("{\n\"a\": [1]\n}", &["1: {\"a\":[1]}"]);
        case("[]", &[]);
    }

    #[test]
    fn a_page_that_is_not_the_last_says_so() {
        case(
            "{\"@odata.nextLink\":\"https://x\",\n\"value\":[{\"a\":1}]}",
            &["2: {\"a\":1}", "1: MorePages"],
        );
    }

    #[test]
    fn what_follows_a_broken_object_is_kept() {
        case(
            "[\n  {\n    \"a\": 1,\n  {\n    \"a\": 2\n  },\n  {\n    \"a\": \"3\n  },\n  {\n    \"a\": 4\n  }\n]",
            &["2: Cut", "4: {\"a\":2}", "7: OpenQuote", "10: {\"a\":4}"],
        );
        case("{\"a\":1\n{\"a\":2}\n", &["1: {\"a\":1", "2: {\"a\":2}"]);
        case("[{\"a\":1},{\"a\":", &["1: {\"a\":1}", "1: Cut"]);
    }
}
