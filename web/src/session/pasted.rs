//! Rows from a spreadsheet: pasted, or in a CSV file. They are read into groups of people or owned
//! licences, to be looked at before they are taken in.

use crate::engine;
use crate::numerals::Figure;
use crate::words::{COUNT_COLUMNS, NAME_COLUMNS, Words, YES};
use csv_core::{ReadFieldResult, ReaderBuilder};
use seatwise_core::rulebook::{Relationship, Rulebook};

/// Rows that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// Content of the rows.
    pub rows: PastedRows,
    /// Cells that could not be read.
    pub faults: Vec<Fault>,
}

/// Content of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PastedRows {
    /// Groups of people.
    People(Vec<PastedPeople>),
    /// Owned licences.
    Owned(Vec<PastedLicences>),
}

/// A group of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedPeople {
    /// Its name.
    pub name: String,
    /// Number of people.
    pub count: u32,
    /// Relationship to the organisation.
    pub relationship: Relationship,
}

/// Owned licences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedLicences {
    /// The licence, by its full identifier.
    pub licence: String,
    /// Its name.
    pub name: String,
    /// Number that is owned.
    pub quantity: u32,
    /// True if Software Assurance is active on them.
    pub software_assurance: bool,
}

/// Cell that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line of the text, counted from 1.
    pub line: usize,
    /// Text of the cell.
    pub text: String,
    /// Kind of fault.
    pub what: What,
}

/// Kind of fault of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// No whole number: the row is left out.
    Count,
    /// No relationship that is known: employees are taken.
    Relationship,
    /// No licence of this product: the row is left out.
    Licence,
}

/// Tells if a text is rows rather than one name: it has several lines or columns.
pub fn is_rows(text: &str) -> bool {
    text.trim().contains(['\n', '\r', '\t'])
}

/// Reads rows under a rulebook; none where nothing in them is a count.
pub fn read(words: Words, text: &str, book: &Rulebook) -> Option<Pasted> {
    let table = table(text);
    let owned = licences(&table, book);
    if owned.as_ref().is_some_and(|pasted| !pasted.rows.is_empty()) {
        return owned;
    }
    people(words, &table).filter(|pasted| !pasted.rows.is_empty())
}

impl PastedRows {
    /// Number of rows.
    pub fn len(&self) -> usize {
        match self {
            Self::People(rows) => rows.len(),
            Self::Owned(rows) => rows.len(),
        }
    }

    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A line of a table: its number, and its cells.
type Line = (usize, Vec<String>);

/// The cells of a text, by line; empty lines are left out.
fn table(text: &str) -> Vec<Line> {
    // One sign ends a line, so that lines are counted as people count them.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let text = text.replace('\r', "\n");
    let text = text.as_str();
    let mut reader = ReaderBuilder::new().delimiter(separator(text)).build();
    let (mut input, mut cell, mut length) = (text.as_bytes(), vec![0; text.len() + 1], 0);
    let (mut lines, mut cells): (Vec<Line>, Vec<String>) = (Vec::new(), Vec::new());
    let mut line = 1;
    while let Some(free) = cell.get_mut(length..) {
        let (result, read, written) = reader.read_field(input, free);
        length += written;
        input = input.get(read..).unwrap_or_default();
        match result {
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::Field { record_end } => {
                let content = cell.get(..length).unwrap_or_default();
                cells.push(String::from_utf8_lossy(content).trim().to_owned());
                length = 0;
                if record_end {
                    lines.push((line, std::mem::take(&mut cells)));
                    line = reader.line().try_into().unwrap_or(usize::MAX);
                }
            }
            ReadFieldResult::OutputFull | ReadFieldResult::End => break,
        }
    }
    lines.retain(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
    lines
}

/// The sign between the cells: a tab, else a semicolon, else a comma.
fn separator(text: &str) -> u8 {
    let first = text.trim_start().lines().next().unwrap_or_default();
    [b'\t', b';'].into_iter().find(|sign| first.as_bytes().contains(sign)).unwrap_or(b',')
}

/// The columns of a table, by what they hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Columns {
    name: usize,
    count: usize,
    /// Relationship, or Software Assurance.
    attribute: Option<usize>,
    /// True if the first line only names the columns.
    headed: bool,
}

fn columns(table: &[Line]) -> Option<Columns> {
    let (_, first) = table.first()?;
    let headed = table.len() > 1 && !first.iter().any(|cell| count(cell).is_some());
    let body = || table.iter().skip(usize::from(headed));
    let width = table.iter().map(|(_, cells)| cells.len()).max()?;
    let counts = |column: usize| {
        body()
            .filter(|(_, cells)| cells.get(column).is_some_and(|cell| count(cell).is_some()))
            .count()
    };
    let named = |wanted: &[&str]| {
        let fits = |cell: &String| wanted.iter().any(|word| cell.to_lowercase().contains(word));
        first.iter().position(fits).filter(|_| headed)
    };
    let most = (0..width).max_by_key(|&column| (counts(column), width - column))?;
    let count = named(COUNT_COLUMNS).or(Some(most)).filter(|&place| counts(place) > 0)?;
    let name = named(NAME_COLUMNS)
        .filter(|&place| place != count)
        .or_else(|| (0..width).find(|&place| place != count))?;
    let attribute = (0..width).find(|&place| place != count && place != name);
    Some(Columns { name, count, attribute, headed })
}

/// A count as people write it; none for an empty cell.
fn count(cell: &str) -> Option<u32> {
    let read = Figure::Count.read(cell).filter(|_| !cell.is_empty());
    read.and_then(|read| read.parse().ok())
}

fn people(words: Words, table: &[Line]) -> Option<Pasted> {
    let columns = columns(table)?;
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for (line, cells) in table.iter().skip(usize::from(columns.headed)) {
        let cell = |place: usize| cells.get(place).map_or("", String::as_str);
        let fault = |text: &str, what| Fault { line: *line, text: text.to_owned(), what };
        let Some(count) = count(cell(columns.count)) else {
            faults.push(fault(cell(columns.count), What::Count));
            continue;
        };
        let who = columns.attribute.map(cell).filter(|who| !who.is_empty());
        let relationship = who.map(|who| relationship(words, who).ok_or(who)).transpose();
        let relationship = relationship.unwrap_or_else(|who| {
            faults.push(fault(who, What::Relationship));
            None
        });
        rows.push(PastedPeople {
            name: clipped(cell(columns.name)),
            count,
            relationship: relationship.unwrap_or(Relationship::Employee),
        });
    }
    Some(Pasted { rows: PastedRows::People(rows), faults })
}

/// Relationship that a word names: by its identifier or by its name on the page, in the singular as well.
fn relationship(words: Words, text: &str) -> Option<Relationship> {
    let plain = |text: &str| text.to_lowercase().replace('-', " ").trim_end_matches('s').to_owned();
    let wanted = plain(text);
    let named = |relationship: &&Relationship| {
        let english = Words::default().relationship(**relationship);
        let names = [relationship.id(), english, words.relationship(**relationship)];
        names.into_iter().any(|name| plain(name) == wanted)
    };
    Relationship::ALL.iter().find(named).copied()
}

/// No name is longer than the page takes.
fn clipped(name: &str) -> String {
    name.chars().take(engine::LONGEST_NAME).collect()
}

fn licences(table: &[Line], book: &Rulebook) -> Option<Pasted> {
    let columns = columns(table)?;
    let known = |name: &str| {
        let name = name.trim().to_lowercase();
        book.licences
            .iter()
            .filter(|licence| licence.for_sale)
            .find(|licence| licence.name.to_lowercase() == name || book.full_id(licence) == name)
    };
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for (line, cells) in table.iter().skip(usize::from(columns.headed)) {
        let cell = |place: usize| cells.get(place).map_or("", String::as_str);
        let fault = |text: &str, what| Fault { line: *line, text: text.to_owned(), what };
        let Some(licence) = known(cell(columns.name)) else {
            faults.push(fault(cell(columns.name), What::Licence));
            continue;
        };
        let Some(quantity) = count(cell(columns.count)) else {
            faults.push(fault(cell(columns.count), What::Count));
            continue;
        };
        let assured = columns.attribute.map(cell).unwrap_or_default().to_lowercase();
        rows.push(PastedLicences {
            licence: book.full_id(licence),
            name: licence.name.clone(),
            quantity,
            software_assurance: YES.contains(&assured.as_str()),
        });
    }
    Some(Pasted { rows: PastedRows::Owned(rows), faults })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book() -> &'static Rulebook {
        engine::rulebook("crm-2011").expect("shipped")
    }

    #[track_caller]
    fn groups(text: &str) -> Vec<(String, u32, Relationship)> {
        match read(Words::default(), text, book()).map(|pasted| pasted.rows) {
            Some(PastedRows::People(rows)) => {
                rows.into_iter().map(|row| (row.name, row.count, row.relationship)).collect()
            }
            unexpected => panic!("{text}: {unexpected:?}"),
        }
    }

    #[test]
    fn rows_of_name_and_count_become_groups() {
        let three = [("Warehouse", 40), ("Drivers", 1_250), ("Interns", 8)]
            .map(|(name, count)| (name.to_owned(), count, Relationship::Employee));
        for text in [
            "Warehouse\t40\nDrivers\t1,250\nInterns\t8",
            "Warehouse\t40\r\nDrivers\t1.250\r\nInterns\t8\r\n",
            "Name;Anzahl\nWarehouse;40\nDrivers;1.250\nInterns;8",
            "Name,Count\nWarehouse,40\n\"Drivers\",\"1,250\"\nInterns,8",
            "How many\tGroup\n40\tWarehouse\n1250\tDrivers\n8\tInterns",
            "\u{feff}Warehouse;40\n;\nDrivers;1'250\nInterns;8",
        ] {
            assert_eq!(groups(text), three, "{text}");
        }
    }

    #[test]
    fn who_people_are_is_read_by_its_words_and_else_told() {
        let text = "Staff\t5\temployee\nClients\t600\tCustomers\nVendors\t3\toffsite-vendor\nX\t1\tMartians";
        let pasted = read(Words::default(), text, book()).expect("rows");
        let PastedRows::People(rows) = &pasted.rows else { panic!("people") };
        let who: Vec<Relationship> = rows.iter().map(|row| row.relationship).collect();
        let [employee, customer, vendor] =
            [Relationship::Employee, Relationship::Customer, Relationship::OffsiteVendor];
        assert_eq!(who, [employee, customer, vendor, employee]);
        let fault = Fault { line: 4, text: "Martians".to_owned(), what: What::Relationship };
        assert_eq!(pasted.faults, [fault]);
    }

    #[test]
    fn a_row_without_a_count_is_left_out_and_told() {
        let pasted = read(Words::default(), "A\t5\r\nB\tabout 40\r\nC\t7", book()).expect("rows");
        assert_eq!(pasted.rows.len(), 2);
        let fault = Fault { line: 2, text: "about 40".to_owned(), what: What::Count };
        assert_eq!(pasted.faults, [fault]);
        for text in ["", "just a name", "a\nb\nc", "{\"format\": 1}"] {
            assert_eq!(read(Words::default(), text, book()), None, "{text}");
        }
    }

    #[test]
    fn rows_of_licences_become_owned_ones() {
        let text = "Licence;Quantity;Software Assurance\nESS User CAL;1.200;yes\ncrm-2011/cal-full-user;40;no\nVista;3;";
        let pasted = read(Words::default(), text, book()).expect("rows");
        let PastedRows::Owned(rows) = &pasted.rows else { panic!("licences") };
        let rows: Vec<_> =
            rows.iter().map(|row| (&*row.licence, row.quantity, row.software_assurance)).collect();
        assert_eq!(
            rows,
            [("crm-2011/cal-ess-user", 1_200, true), ("crm-2011/cal-full-user", 40, false)]
        );
        assert_eq!(pasted.faults.len(), 1);
    }
}
