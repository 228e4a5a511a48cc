//! What the page shows, worked out from the session: texts, rows, and what each can be changed into. Components only
//! draw it.

mod bill;
mod break_even;
mod comparison;
mod csv;
mod dialogs;
mod generations;
mod header;
mod names;
mod notes;
mod people;
mod prices;
mod proof;
mod reasons;
mod rules;
#[cfg(test)]
mod tests;
mod things;
mod uses;

pub use bill::{BillRow, Licences, Question, Trust};
pub use break_even::{BreakEven, Chart};
pub use comparison::{Bar, Comparison};
pub use csv::bill_as_csv;
pub use dialogs::{Import, OpenDialog, Share};
pub use generations::GenerationRow;
pub use header::{Header, Told};
pub use notes::Note;
pub use people::{OwnedRow, PeopleRow};
pub use prices::{PriceRow, Prices};
pub use proof::Proof;
pub use reasons::{Citation, Reason};
pub use rules::{Entry, Part, Rules};
pub use things::ThingRow;
pub use uses::{Choices, UseRow, Verdict};

use crate::engine;
use crate::session::Session;
use names::Names;
use seatwise_core::rulebook::{Relationship, Rulebook};
use std::rc::Rc;

/// Text that is cheap to copy and to compare.
pub type Text = yew::AttrValue;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewModel {
    /// The bar at the top.
    pub header: Header,
    /// What there is to tell above the page.
    pub notices: Rc<Vec<Told>>,
    /// The people.
    pub people: Rc<Vec<PeopleRow>>,
    /// Who people can be, as this rulebook sees them.
    pub standings: Rc<Vec<(Relationship, Text)>>,
    /// The uses.
    pub uses: Rc<Vec<UseRow>>,
    /// What the words of a use can be changed into.
    pub choices: Rc<Choices>,
    /// Devices and servers.
    pub things: Rc<Vec<ThingRow>>,
    /// What is owned.
    pub owned: Rc<Vec<OwnedRow>>,
    /// What is for sale, by full identifier.
    pub for_sale: Rc<Vec<(Text, Text)>>,
    /// The bill.
    pub licences: Rc<Licences>,
    /// The proof; none where nothing was counted.
    pub proof: Option<Rc<Proof>>,
    /// The alternatives.
    pub comparison: Rc<Comparison>,
    /// The same organisation under other rulebooks; empty while the table is closed.
    pub generations: Rc<Vec<GenerationRow>>,
    /// The break-evens.
    pub break_even: Rc<BreakEven>,
    /// The rulebook itself.
    pub rules: Rules,
    /// The open dialog.
    pub dialog: OpenDialog,
}

/// What the parts of the view model are worked out from.
struct Sight<'a> {
    session: &'a Session,
    book: Option<&'static Rulebook>,
    names: Names<'a>,
}

impl From<&Session> for ViewModel {
    fn from(session: &Session) -> Self {
        let scenario = &session.document.scenario;
        let book = engine::rulebook(&scenario.rulebook);
        let sight = Sight { session, book, names: Names::new(&scenario.organisation) };
        let licences = Rc::new(bill::licences(&sight));
        Self {
            header: header::header(&sight),
            notices: Rc::new(header::notices(&sight)),
            people: Rc::new(people::rows(&sight, &licences.questions)),
            standings: Rc::new(people::standings(book)),
            uses: Rc::new(uses::rows(&sight)),
            choices: Rc::new(uses::choices(&sight)),
            things: Rc::new(things::rows(&sight)),
            owned: Rc::new(people::owned(&sight)),
            for_sale: Rc::new(people::for_sale(&sight)),
            proof: proof::proof(&sight).map(Rc::new),
            comparison: Rc::new(comparison::comparison(&sight)),
            generations: Rc::new(generations::rows(&sight)),
            break_even: Rc::new(break_even::card(&sight)),
            rules: rules::rules(&sight),
            dialog: dialogs::open(&sight, &licences),
            licences,
        }
    }
}
