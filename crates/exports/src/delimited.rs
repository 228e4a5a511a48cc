//! Rows of cells, by the parser of the `csv` crate. What it cannot know is added here: where a row
//! begins, and how to go on behind a quotation mark that is never closed.

use crate::Problem;
use crate::format::is_preface;
use crate::record::{LONGEST, Record, Start};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::borrow::Cow;

/// A row that runs on over more bytes than this holds an open quotation mark.
const LONGEST_ROW: usize = LONGEST / 16;

/// Splits delimited text into rows.
#[derive(Debug)]
pub struct Delimited {
    parser: Reader,
    separator: u8,
    /// The cells of the heading; none before it.
    cells: Option<usize>,
    row: Row,
    /// The start of the row, and the bytes of it that earlier pieces had.
    start: Start,
    raw: Vec<u8>,
    offset: u64,
    /// Lines that the parser did not see.
    lines: u64,
}

/// Buffers that the parser writes to.
#[derive(Debug)]
struct Row {
    text: Vec<u8>,
    ends: Vec<usize>,
    /// Filled lengths of the two.
    filled: usize,
    ended: usize,
}

/// Bytes that wait to be parsed, from a place on.
type Waiting<'a> = (Cow<'a, [u8]>, usize);

impl Delimited {
    pub fn new(separator: u8, start: Start, cells: Option<usize>) -> Self {
        Self {
            parser: ReaderBuilder::new().delimiter(separator).build(),
            separator,
            cells,
            row: Row { text: vec![0; 4096], ends: vec![0; 64], filled: 0, ended: 0 },
            start,
            raw: Vec::new(),
            offset: start.offset,
            lines: start.line.saturating_sub(1),
        }
    }

    pub fn push(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Record<'_>)) {
        let mut waiting: Vec<Waiting<'_>> = vec![(Cow::Borrowed(bytes), 0)];
        while let Some((bytes, from)) = waiting.pop() {
            let more = self.parse(&bytes, from, sink);
            if let Some((end, unread)) = more {
                waiting.push((bytes, end));
                waiting.push((Cow::Owned(unread), 0));
            }
        }
    }

    pub fn finish(&mut self, sink: &mut dyn FnMut(Record<'_>)) {
        loop {
            let (text, ends) = self.row.free();
            let (result, _, written, ended) = self.parser.read_record(&[], text, ends);
            self.row.take(written, ended);
            match result {
                ReadRecordResult::OutputFull => self.row.grow_text(),
                ReadRecordResult::OutputEndsFull => self.row.grow_ends(),
                ReadRecordResult::Record => match self.hand_on(&[], sink) {
                    Some(unread) => self.push(&unread, sink),
                    None => self.begin(),
                },
                ReadRecordResult::InputEmpty | ReadRecordResult::End => return,
            }
        }
    }

    /// Parses up to the end, or up to the end of a row that has to be read again from its second
    /// line on: then that is returned, with the place behind it.
    fn parse(
        &mut self,
        bytes: &[u8],
        from: usize,
        sink: &mut dyn FnMut(Record<'_>),
    ) -> Option<(usize, Vec<u8>)> {
        let mut place = from;
        // The first byte of the row in these bytes.
        let mut first = from;
        loop {
            if self.row.is_fresh() && self.raw.is_empty() {
                let (length, lines) = breaks(bytes.get(place..).unwrap_or_default());
                place += length;
                self.offset += length as u64;
                self.lines += lines;
                first = place;
                self.start = Start { line: self.line(), offset: self.offset };
            }
            let input = bytes.get(place..).unwrap_or_default();
            if input.is_empty() {
                return None;
            }
            let (text, ends) = self.row.free();
            let (result, read, written, ended) = self.parser.read_record(input, text, ends);
            place += read;
            self.offset += read as u64;
            self.row.take(written, ended);
            let tail = bytes.get(first..place).unwrap_or_default();
            match result {
                ReadRecordResult::OutputFull => self.row.grow_text(),
                ReadRecordResult::OutputEndsFull => self.row.grow_ends(),
                ReadRecordResult::Record => {
                    if let Some(unread) = self.hand_on(tail, sink) {
                        return Some((place, unread));
                    }
                    self.begin();
                    first = place;
                }
                ReadRecordResult::InputEmpty => {
                    self.raw.extend_from_slice(tail);
                    if self.raw.len() > LONGEST_ROW {
                        let unread = self.restart(&[], sink);
                        return Some((place, unread));
                    }
                    return None;
                }
                ReadRecordResult::End => return None,
            }
            if tail.len() + self.raw.len() > LONGEST_ROW && !self.row.is_fresh() {
                let unread = self.restart(tail, sink);
                return Some((place, unread));
            }
        }
    }

    /// Hands on the row that has ended. One that goes over several lines and has not as many cells
    /// as the heading was opened by a stray quotation mark: what is to be read again is returned.
    fn hand_on(&mut self, tail: &[u8], sink: &mut dyn FnMut(Record<'_>)) -> Option<Vec<u8>> {
        let start = self.start;
        let ended = tail.last().or(self.raw.last()) == Some(&b'\n');
        let is_long = self.line() > start.line + u64::from(ended);
        if is_long && self.cells.is_some() && self.is_open(tail) {
            return Some(self.restart(tail, sink));
        }
        let text = self.row.text.get(..self.row.filled).unwrap_or_default();
        let ends = self.row.ends.get(..self.row.ended).unwrap_or_default();
        let Some(wanted) = self.cells else {
            let first = text.get(..ends.first().copied().unwrap_or_default()).unwrap_or_default();
            if !is_preface(&String::from_utf8_lossy(first)) {
                self.cells = Some(ends.len());
                sink(Record::Row { start, text, ends });
            }
            return None;
        };
        if text.iter().all(u8::is_ascii_whitespace) {
            return None;
        }
        let wanted_ends = ends.get(..wanted.min(ends.len())).unwrap_or_default();
        if ends.len() >= wanted && wanted_ends.last() == ends.last() {
            sink(Record::Row { start, text, ends: wanted_ends });
            return None;
        }
        if is_long {
            return Some(self.restart(tail, sink));
        }
        let problem = Problem::Cells { found: ends.len(), wanted };
        sink(Record::Broken { start, problem });
        None
    }

    /// Reports an open quotation mark, and starts anew on the line after it. Returns the bytes
    /// from there on.
    fn restart(&mut self, tail: &[u8], sink: &mut dyn FnMut(Record<'_>)) -> Vec<u8> {
        sink(Record::Broken { start: self.start, problem: Problem::OpenQuote });
        let mut raw = std::mem::take(&mut self.raw);
        raw.extend_from_slice(tail);
        let line = raw.iter().position(|&byte| byte == b'\n').map_or(raw.len(), |end| end + 1);
        let start = Start { line: self.start.line + 1, offset: self.start.offset + line as u64 };
        *self = Self::new(self.separator, start, self.cells);
        raw.split_off(line)
    }

    /// True if a quotation mark of the row is not closed, or one is closed that was not opened.
    fn is_open(&self, tail: &[u8]) -> bool {
        self.raw.iter().chain(tail).filter(|&&byte| byte == b'"').count() % 2 == 1
    }

    fn begin(&mut self) {
        self.row.clear();
        self.raw.clear();
    }

    /// The line that the parser has come to.
    fn line(&self) -> u64 {
        self.parser.line() + self.lines
    }
}

impl Row {
    /// Room for text and for ends.
    fn free(&mut self) -> (&mut [u8], &mut [usize]) {
        let Self { text, ends, filled, ended } = self;
        let text = text.get_mut(*filled..).unwrap_or_default();
        (text, ends.get_mut(*ended..).unwrap_or_default())
    }

    fn take(&mut self, written: usize, ended: usize) {
        self.filled += written;
        self.ended += ended;
    }

    fn grow_text(&mut self) {
        self.text.resize(self.text.len() * 2, 0);
    }

    fn grow_ends(&mut self) {
        self.ends.resize(self.ends.len() * 2, 0);
    }

    const fn is_fresh(&self) -> bool {
        self.filled == 0 && self.ended == 0
    }

    fn clear(&mut self) {
        (self.filled, self.ended) = (0, 0);
    }
}

/// Number of bytes of line breaks at the beginning, and number of lines that they end.
fn breaks(bytes: &[u8]) -> (usize, u64) {
    let blank = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    blank.fold((0, 0), |(count, lines), &byte| (count + 1, lines + u64::from(byte == b'\n')))
}

#[cfg(test)]
mod tests {
    use crate::{Format, Record, Records};

    /// The rows of a text as lines `line@offset: a|b`, read in pieces of so many bytes.
    fn read(text: &str, piece: usize) -> Vec<String> {
        let mut records = Records::new(Format::Delimited(b','));
        let mut rows = Vec::new();
        let mut sink = |record: Record<'_>| {
            rows.push(match record {
                Record::Row { start, text, ends } => {
                    let mut from = 0;
                    let cells = ends.iter().map(|&end| {
                        let cell = String::from_utf8_lossy(&text[from..end]).into_owned();
                        from = end;
                        cell
                    });
                    let cells = cells.collect::<Vec<_>>().join("|");
                    format!("{}@{}: {cells}", start.line, start.offset)
                }
                Record::Broken { start, problem } => format!("{}: {problem:?}", start.line),
                Record::Object { .. } => panic!("an object among rows"),
            });
        };
        for bytes in text.as_bytes().chunks(piece) {
            records.push(bytes, &mut sink);
        }
        records.finish(&mut sink);
        rows
    }

    #[track_caller]
    fn case(text: &str, wanted: &[&str]) {
        for piece in [1, 2, 3, 7, 1000] {
            assert_eq!(read(text, piece), wanted, "in pieces of {piece}: {text}");
        }
    }

    #[test]
    fn rows_come_with_their_places() {
        case("a,b\n1,2\n3,4", &["1@0: a|b", "2@4: 1|2", "3@8: 3|4"]);
        case("a,b\r\n1,2\r\n\r\n3,4\r\n", &["1@0: a|b", "2@5: 1|2", "4@12: 3|4"]);
        // The heading is not read for its words, so that a mark in pieces does no harm.
        assert_eq!(read("\u{feff}a,b\n1,2\n", 9), ["1@0: a|b", "2@7: 1|2"]);
        case("#TYPE Some.Thing, x\n\"a\",\"b\"\n1,2\n", &["2@20: a|b", "3@28: 1|2"]);
        case("a,b\n\"1\nand\",2\n3,4\n", &["1@0: a|b", "2@4: 1\nand|2", "4@14: 3|4"]);
        case("a,b\n , \n,\n3,4\n", &["1@0: a|b", "4@10: 3|4"]);
        case("", &[]);
    }

    #[test]
    fn a_row_of_another_length_is_told() {
        case(
            "a,b\n1\n1,2,\n1,2,3\n4,5\n",
            &[
                "1@0: a|b",
                "2: Cells { found: 1, wanted: 2 }",
                "3@6: 1|2",
                "4: Cells { found: 3, wanted: 2 }",
                "5@17: 4|5",
            ],
        );
    }

    #[test]
    fn what_follows_a_stray_quotation_mark_is_kept() {
        case("a,b\n1,\"2\n3,4\n5,6\n", &["1@0: a|b", "2: OpenQuote", "3@9: 3|4", "4@13: 5|6"]);
        case(
            "a,b\n\"1,2\n3,4\n\"5\",\"6\"\n7,8\n",
            &["1@0: a|b", "2: OpenQuote", "3@9: 3|4", "4@13: 5|6", "5@21: 7|8"],
        );
    }
}
