//! Rows that were pasted or came in a file, as they were read.

use super::{Text, ViewContext};
use crate::session::{Pasted, PastedRows};
use crate::words::counted;

/// The rows, and what could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct RowsPage {
    /// True for the columns of people; else those of owned licences.
    pub people: bool,
    /// The cells.
    pub rows: Vec<Vec<Text>>,
    /// Sentences on cells that could not be read.
    pub faults: Vec<Text>,
    /// Name of the button that takes the rows in.
    pub add: Text,
}

/// The rows that were read.
pub fn rows(context: &ViewContext<'_>, pasted: &Pasted) -> RowsPage {
    let words = context.words;
    let count = |count: u32| Text::from(words.count(count.into()));
    let (people, rows, add) = match &pasted.rows {
        PastedRows::People(groups) => {
            let row = |group: &crate::session::PastedPeople| {
                let who = Text::Static(words.relationship(group.relationship));
                vec![group.name.clone().into(), count(group.count), who]
            };
            (true, groups.iter().map(row).collect(), words.add_groups(counted(groups.len())))
        }
        PastedRows::Owned(lots) => {
            let row = |lot: &crate::session::PastedLicences| {
                let assured =
                    Text::Static(if lot.software_assurance { words.yes() } else { words.no() });
                vec![lot.name.clone().into(), count(lot.quantity), assured]
            };
            (false, lots.iter().map(row).collect(), words.add_lots(counted(lots.len())))
        }
    };
    let fault =
        |fault: &crate::session::Fault| words.row_fault(fault.line, &fault.text, fault.what).into();
    RowsPage { people, rows, faults: pasted.faults.iter().map(fault).collect(), add: add.into() }
}
