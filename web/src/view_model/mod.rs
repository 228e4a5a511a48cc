//! What the page shows, worked out from the session: texts, rows, and what each can be changed into. Components only
//! draw it.

mod amount;
mod bill;
mod break_even;
mod comparison;
mod csv;
mod dialogs;
mod generations;
mod header;
mod names;
mod notes;
mod owned;
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
pub use break_even::{BreakEven, Chart, Mark};
pub use comparison::{Bar, Comparison};
pub use csv::{bill_as_csv, owned_as_csv, proof_as_csv, register_as_csv};
pub use dialogs::{FamilyChange, Import, OpenDialog, Share};
pub use generations::{GenerationGroup, GenerationRow};
pub use header::{Header, ShelfRow, Told};
pub use notes::Note;
pub use owned::Needed;
pub use people::{OwnedRow, PeopleRow};
pub use prices::{PriceRow, Prices};
pub use proof::{Proof, Tables};
pub use reasons::{Citation, Reason};
pub use rules::{Entry, Part, Rules};
pub use things::{Pick, ThingRow};
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
    pub people: Vec<Rc<PeopleRow>>,
    /// Who people can be, as this rulebook sees them.
    pub standings: Rc<Vec<(Relationship, Text)>>,
    /// The uses.
    pub uses: Vec<Rc<UseRow>>,
    /// What the words of a use can be changed into.
    pub choices: Rc<Choices>,
    /// Devices and servers.
    pub things: Vec<Rc<ThingRow>>,
    /// What is owned.
    pub owned: Rc<Vec<OwnedRow>>,
    /// What is owned against what is needed; none where nothing is owned.
    pub needed: Option<Rc<Needed>>,
    /// What is for sale, by full identifier.
    pub for_sale: Rc<Vec<(Text, Text)>>,
    /// The bill.
    pub licences: Rc<Licences>,
    /// The proof; none where nothing was counted.
    pub proof: Option<Rc<Proof>>,
    /// The alternatives.
    pub comparison: Rc<Comparison>,
    /// The same organisation under other rulebooks; empty while the table is closed.
    pub generations: Rc<Vec<GenerationGroup>>,
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

impl<'a> Sight<'a> {
    fn new(session: &'a Session) -> Self {
        let scenario = &session.document.scenario;
        let book = engine::rulebook(&scenario.rulebook);
        Self { session, book, names: Names::new(&scenario.organisation) }
    }

    /// What a licence is called, by its full identifier.
    fn licence(&self, id: &str) -> String {
        let licences = self.book.into_iter().flat_map(|book| book.licences.iter().map(move |one| (book, one)));
        let mut known = licences.filter(|(book, licence)| book.full_id(licence) == id);
        known.next().map_or_else(|| id.to_owned(), |(_, licence)| licence.name.clone())
    }
}

impl ViewModel {
    /// What the page shows of a session.
    pub fn new(session: &Session) -> Self {
        let sight = Sight::new(session);
        let book = sight.book;
        let licences = Rc::new(bill::licences(&sight));
        Self {
            header: header::header(&sight),
            notices: Rc::new(header::notices(&sight)),
            people: people::rows(&sight, &licences.questions),
            standings: Rc::new(people::standings(book)),
            uses: uses::rows(&sight),
            choices: Rc::new(uses::choices(&sight)),
            things: things::rows(&sight),
            owned: Rc::new(people::owned(&sight)),
            needed: owned::needed(&sight).map(Rc::new),
            for_sale: Rc::new(people::for_sale(&sight)),
            proof: proof::proof(&sight).map(Rc::new),
            comparison: Rc::new(comparison::comparison(&sight)),
            generations: Rc::new(generations::groups(&sight)),
            break_even: Rc::new(break_even::card(&sight)),
            rules: rules::rules(&sight),
            dialog: dialogs::open(&sight, &licences),
            licences,
        }
    }
}
