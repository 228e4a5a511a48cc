//! A file by its beginning: its format, its columns, and the export that it is taken for.

use crate::reader::{cells, keys, plain_text};
use crate::{FileKind, Format, Mapping, Meaning, Problem, Record, Records, Shape};

/// The most records that are looked at.
const RECORDS: usize = 100;
/// The most columns that are listed; no export has more.
const COLUMNS: usize = 400;
/// The length of an example.
const EXAMPLE: usize = 80;

/// Result of looking at the beginning of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// Format of its records.
    pub format: Format,
    /// The export that it looks like.
    pub shape: Shape,
    /// Purpose of the file.
    pub kind: FileKind,
    /// Its columns.
    pub mapping: Mapping,
    /// For each column: the text of the first record that has one there.
    pub examples: Vec<String>,
    /// Number of records of the beginning that could be read.
    pub records: usize,
    /// Line and reason of the first record that could not.
    pub problem: Option<(u64, Problem)>,
}

/// Looks at the beginning of a file.
#[must_use]
pub fn inspect(head: &str) -> Inspection {
    let format = Format::of(head);
    let mut sample = Sample::default();
    let mut records = Records::new(format);
    records.push(head.as_bytes(), &mut |record| sample.add(&record));
    if sample.records == 0 {
        records.finish(&mut |record| sample.add(&record));
    }
    if matches!(format, Format::Delimited(_)) {
        sample.records = sample.records.saturating_sub(1);
    }
    let mapping = Mapping::guess(sample.headings);
    Inspection {
        format,
        shape: Shape::of(&mapping),
        kind: FileKind::of(&mapping),
        mapping,
        examples: sample.examples,
        records: sample.records,
        problem: sample.problem,
    }
}

#[derive(Default)]
struct Sample {
    headings: Vec<String>,
    examples: Vec<String>,
    records: usize,
    problem: Option<(u64, Problem)>,
}

impl Sample {
    fn add(&mut self, record: &Record<'_>) {
        if self.records >= RECORDS {
            return;
        }
        match *record {
            Record::Broken { start, ref problem } => {
                self.problem.get_or_insert_with(|| (start.line, problem.clone()));
                return;
            }
            Record::Row { text, ends, .. } if self.records == 0 => {
                let texts = cells(text, ends).take(COLUMNS);
                self.headings =
                    texts.map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
                self.examples = vec![String::new(); self.headings.len()];
            }
            Record::Row { text, ends, .. } => {
                for (cell, example) in cells(text, ends).zip(&mut self.examples) {
                    note(example, &String::from_utf8_lossy(cell));
                }
            }
            Record::Object { start, text } => {
                let mut values = Vec::new();
                let mut names = Vec::new();
                // Notes about the object are none of its members.
                let mut meaning = |key: &str, _: usize| {
                    if key.contains('@') {
                        return Meaning::Nothing;
                    }
                    names.push(key.to_owned());
                    Meaning::Name
                };
                let read = keys(text, &mut meaning, &mut |_, raw| {
                    values.push(plain_text(raw).into_owned())
                });
                if let Err(problem) = read {
                    self.problem.get_or_insert((start.line, problem));
                    return;
                }
                for (name, value) in names.into_iter().zip(values) {
                    self.note_member(name, &value);
                }
            }
        }
        self.records += 1;
    }

    fn note_member(&mut self, name: String, value: &str) {
        let known = self.headings.iter().position(|heading| *heading == name);
        let place = known.unwrap_or(self.headings.len());
        if known.is_none() {
            if place >= COLUMNS {
                return;
            }
            self.headings.push(name);
            self.examples.push(String::new());
        }
        if let Some(example) = self.examples.get_mut(place) {
            note(example, value);
        }
    }
}

fn note(example: &mut String, value: &str) {
    let value = value.trim();
    if example.is_empty() && !value.is_empty() {
        let mut signs = value.chars().map(|sign| if sign.is_whitespace() { ' ' } else { sign });
        example.extend(signs.by_ref().take(EXAMPLE));
        if signs.next().is_some() {
            example.push('\u{2026}');
        }
    }
}
