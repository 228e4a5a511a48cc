//! Words of rows that were pasted or came in a file.

use super::Words;
use crate::session::What;

/// Headings of columns of names, in every language.
pub const NAME_COLUMNS: &[&str] =
    &["name", "group", "licence", "license", "gruppe", "abteilung", "lizenz", "department"];
/// Headings of columns of counts, in every language.
pub const COUNT_COLUMNS: &[&str] = &[
    "count",
    "how many",
    "number",
    "quantity",
    "anzahl",
    "menge",
    "users",
    "nutzer",
    "people",
    "personen",
    "wie viele",
];
/// Words that say that there is Software Assurance, in every language.
pub const YES: [&str; 7] = ["yes", "ja", "x", "true", "wahr", "sa", "1"];

impl Words {
    /// Headings of people.
    pub fn rows_of_people(self) -> [&'static str; 3] {
        self.people_heads()
    }

    /// Headings of owned licences.
    pub fn rows_of_owned(self) -> [&'static str; 3] {
        [self.licence(), self.head_count(), self.assurance()]
    }

    /// Sentence on a cell that could not be read, and what is taken instead.
    pub fn row_fault(self, line: usize, text: &str, what: What) -> String {
        let line = line.to_string();
        match what {
            What::Count => self.fault_count(&line, text),
            What::Relationship => self.fault_relationship(&line, text),
            What::Licence => self.fault_licence(&line, text),
        }
    }
}
