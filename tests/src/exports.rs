//! Exports of users, counted natively: what the worker does in the browser, with files at hand.

use seatwise_core::rulebook::RoleCategory;
use seatwise_exports::{Encoding, Format, Inspection, Mapping, inspect};
use seatwise_user_report::{FileSaved, Labels, Listed, Report, UserClass, UserQuery};
use seatwise_user_worker::{
    Counting, FileToRead, Listing, NextStep, Population, Saving, Sink, tables,
};

/// Bytes that are read at once: short, so that records are cut.
const PIECE: usize = 1 << 16;

/// Some files, and what they are taken for.
#[derive(Debug)]
pub struct Exports {
    texts: Vec<String>,
    /// What each file is taken for.
    pub seen: Vec<Inspection>,
    /// What its columns are taken for; as inspected, until a test says otherwise.
    pub mappings: Vec<Mapping>,
    /// What roles amount to.
    pub roles: Vec<(String, RoleCategory)>,
}

impl Exports {
    /// Files with these bytes.
    #[must_use]
    pub fn of(files: &[&[u8]]) -> Self {
        let texts: Vec<String> = files.iter().map(|bytes| decoded(bytes)).collect();
        let head = |text: &String| {
            let mut end = text.len().min(1 << 20);
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            inspect(&text[..end])
        };
        let seen: Vec<Inspection> = texts.iter().map(head).collect();
        let mappings = seen.iter().map(|file| file.mapping.clone()).collect();
        Self { texts, seen, mappings, roles: Vec::new() }
    }

    /// The users of the files, and what was counted.
    #[must_use]
    pub fn count(&self) -> (Population, Report) {
        let formats = self.seen.iter().map(|file| file.format);
        let files = formats
            .zip(&self.mappings)
            .map(|(format, mapping): (Format, _)| FileToRead { format, mapping: mapping.clone() });
        let mut population = Population::new(tables(), files.collect(), &self.roles);
        let mut counting = Counting::new(&population);
        for pass in population.first_passes() {
            population.begin(pass, 0, None);
            self.read(pass.file, 0, &mut population, &mut counting);
        }
        self.go_through(&mut population, &mut counting);
        let report = counting.report(&population);
        (population, report)
    }

    /// The report alone.
    #[must_use]
    pub fn report(&self) -> Report {
        self.count().1
    }

    /// A part of a list.
    pub fn list(&self, population: &mut Population, listing: &mut Listing, start: u64) -> Listed {
        let mut step = listing.ask(start);
        while step != NextStep::Done {
            let (first, mut at) = match step {
                NextStep::From(pass, start) => (pass, Some(start)),
                NextStep::All | NextStep::Done => (0, None),
            };
            for (place, pass) in population.user_passes().into_iter().enumerate().skip(first) {
                let from = at.map_or(0, |start| usize::try_from(start.offset).expect("short"));
                population.begin(pass, place, at.take());
                self.read(pass.file, from, population, listing);
            }
            step = listing.end();
        }
        listing.listed()
    }

    /// A file that is written.
    #[must_use]
    pub fn save(&self, population: &mut Population, what: FileSaved, query: UserQuery) -> String {
        let mut saving = Saving::new(what, query, Labels::default());
        self.go_through(population, &mut saving);
        saving.text
    }

    fn go_through(&self, population: &mut Population, sink: &mut dyn Sink) {
        for (place, pass) in population.user_passes().into_iter().enumerate() {
            population.begin(pass, place, None);
            self.read(pass.file, 0, population, sink);
        }
    }

    fn read(&self, file: usize, from: usize, population: &mut Population, sink: &mut dyn Sink) {
        for piece in self.texts[file].as_bytes()[from..].chunks(PIECE) {
            population.push(piece, sink);
            if sink.is_full() {
                return;
            }
        }
        population.end(sink);
    }
}

/// The bytes as UTF-8, the mark of that left in.
fn decoded(bytes: &[u8]) -> String {
    let encoding = encoding_rs::Encoding::for_label(Encoding::of(bytes).label().as_bytes());
    let encoding = encoding.expect("a label of the Encoding Standard");
    if encoding == encoding_rs::UTF_8 {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    encoding.decode(bytes).0.into_owned()
}

/// How many users of a class an analysis counts, by its place.
#[must_use]
pub fn of_class(report: &Report, analysis: usize, class: UserClass) -> u64 {
    let classes = &report.analyses[analysis].classes;
    classes.iter().find(|count| count.class == class).map_or(0, |count| count.users)
}
