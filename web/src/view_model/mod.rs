//! View model: what the page shows, worked out from the session: texts, rows, and what each can be
//! changed into. Components only draw it.

mod amount;
mod bill;
mod bill_text;
mod break_even;
mod commands;
mod comparison;
mod csv;
mod devices_and_servers;
mod dialogs;
mod first_minute;
mod frame;
mod generations;
mod header;
mod insights;
mod names;
mod notes;
mod notices;
mod owned;
mod paper;
mod people;
mod prices;
mod proof;
mod reasons;
mod row;
mod rows;
mod rules;
mod saved;
mod side_by_side;
mod spreadsheet;
mod sureness;
mod terms;
#[cfg(test)]
mod tests;
mod then_and_now;
mod uses;
mod years;

pub use bill::reason_of_line;
pub use bill::{Badge, BillRow, Licences, Question, Trust};
pub use bill_text::{bill_as_html, bill_as_text};
pub use break_even::{BreakEven, Chart, Mark, MixLine};
pub use commands::{Command, Shortcuts};
pub use comparison::{Bar, Comparison};
pub use csv::{
    bill_as_csv, owned_as_csv, prices_as_csv, proof_as_csv, quote_between as csv_field,
    register_as_csv, side_by_side_as_csv, years_as_csv,
};
pub use devices_and_servers::{DeviceOrServerRow, SoftwareChoice, SoftwareList};
pub use dialogs::open as dialog;
pub use dialogs::{FamilyChange, Import, LINK_LIMIT, OpenDialog, Share};
pub use first_minute::{InterviewPage, ProductGroup};
pub use frame::{Framed, framed};
pub use generations::{GenerationGroup, GenerationRow};
pub use header::Header;
pub use insights::{Insights, insights};
pub use notes::Note;
pub use notices::Notice;
pub use owned::Needed;
pub use paper::paper;
pub use paper::{EndNote, Paper, PaperAnswer, PaperOrganisation, PaperPrices, PaperReason};
pub use people::{OwnedRow, PeopleRow, Standings};
pub use prices::{PriceRow, Prices, ProductPrices};
pub use proof::{Proof, Tables};
pub use reasons::{Citation, Reason};
pub use row::{NoteField, RowPlace};
pub use rows::RowsPage;
pub use rules::{Entry, Part, Rules};
pub use saved::{PresentRow, SavedPage, SavedRow};
pub use side_by_side::{SideBySide, SidePart, SideRow};
pub use spreadsheet::spreadsheet;
pub use sureness::Sureness;
pub use terms::{Explained, Explanations, Marked};
pub use then_and_now::Details;
pub use uses::reasons_of_use;
pub use uses::{Choices, RoleChoice, UseRow, Verdict};
pub use years::{CashChart, CashPoint, GrowthRow, PlanFields, WayRow, Years};

use crate::engine::Explainer;
use crate::later::Later;
use crate::session::{Session, UserAnalysis};
use crate::words::Words;
use names::Names;
use seatwise_core::assessment::{Assessment, UseVerdict};
use seatwise_core::diagnostic::Diagnostic;
use seatwise_core::rulebook::Rulebook;
use std::rc::Rc;

/// Text that is cheap to copy and to compare.
pub type Text = yew::AttrValue;

/// An identifier and its name.
pub type Named = (Text, Text);

/// Content of the page.
#[derive(Clone, Debug)]
pub struct ViewModel {
    /// The texts in the visitor's language.
    pub words: Words,
    /// The bar at the top.
    pub header: Rc<Header>,
    /// True while the page tells its purpose and where to begin.
    pub welcome: bool,
    /// True while nobody is described.
    pub blank: bool,
    /// True while nothing at all is described: there is one thing to begin with.
    pub bare: bool,
    /// True while the device holds the work as it is.
    pub is_saved: bool,
    /// Notices above the page.
    pub notices: Rc<Vec<Notice>>,
    /// The people.
    pub people: Vec<Rc<PeopleRow>>,
    /// Relationships that people can have, as this rulebook sees them.
    pub standings: Rc<Standings>,
    /// The uses.
    pub uses: Vec<Rc<UseRow>>,
    /// Choices that the words of a use can be changed into.
    pub choices: Rc<Choices>,
    /// Devices and servers.
    pub devices_and_servers: Vec<Rc<DeviceOrServerRow>>,
    /// Licences that are owned.
    pub owned: Rc<Vec<OwnedRow>>,
    /// Owned licences against needed ones; none where nothing is owned.
    pub needed: Option<Rc<Needed>>,
    /// Licences that are for sale, by full identifier.
    pub for_sale: Rc<Vec<Named>>,
    /// The bill.
    pub licences: Rc<Licences>,
    /// The proof; none where nothing was counted.
    pub proof: Option<Rc<Proof>>,
    /// The cards below the licences; none until the later module is there.
    pub insights: Option<Rc<Insights>>,
    /// The user analysis, which is shown as it stands in the session.
    pub users: Rc<UserAnalysis>,
    /// Words that are explained beside the cards in which they stand.
    pub explained: Rc<CardWords>,
    /// The open dialog.
    pub dialog: OpenDialog,
    /// True if it waits for the later module.
    pub waits: bool,
    /// The frame around it; none where the page stands by itself.
    pub framed: Option<Rc<Framed>>,
    /// The document on paper; none while nothing is printed.
    pub paper: Option<Rc<Paper>>,
    /// Functions that draw the later parts, once their module is there.
    pub later: Option<&'static Later>,
}

/// Words that are explained beside the cards in which they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct CardWords {
    /// Relationships of people.
    pub people: Explanations,
    /// Licences that are owned.
    pub owned: Explanations,
    /// The proof.
    pub proof: Explanations,
}

impl CardWords {
    fn new(context: &ViewContext<'_>, standings: &Standings, owned: &[OwnedRow]) -> Self {
        let licences = owned.iter().map(|row| &*row.name);
        let assurance = (!owned.is_empty()).then(|| context.words.assurance());
        Self {
            people: terms::standing_in(context, standings.iter().map(|(_, text)| &**text)),
            owned: terms::standing_in(context, licences.chain(assurance)),
            proof: terms::of(context, &["charge"]),
        }
    }
}

/// Context that the parts of the view model are worked out from.
pub struct ViewContext<'a> {
    session: &'a Session,
    words: Words,
    book: Option<&'static Rulebook>,
    names: Names<'a>,
    /// The forms of the words that are explained.
    forms: terms::Forms,
    /// Warnings and errors about single rows: the rows show them.
    row_diagnostics: Vec<&'a Diagnostic>,
    /// Verdicts of the terms on each use, by its place.
    verdicts: Vec<Vec<&'a UseVerdict>>,
}

impl<'a> ViewContext<'a> {
    fn new(session: &'a Session) -> Self {
        let scenario = &session.document.scenario;
        let words = session.surroundings.words;
        let book = words.library().rulebook(&scenario.rulebook);
        let names = Names::new(words, &scenario.organisation);
        let verdicts = uses::verdicts_by_use(session);
        let row_diagnostics = notes::of_rows(session);
        let forms = terms::Forms::of(words);
        Self { session, words, book, names, forms, row_diagnostics, verdicts }
    }

    /// True while nothing at all is described.
    fn is_bare(&self) -> bool {
        let scenario = &self.session.document.scenario;
        let organisation = &scenario.organisation;
        organisation.people.is_empty()
            && organisation.devices.is_empty()
            && organisation.servers.is_empty()
            && organisation.uses.is_empty()
            && scenario.owned.is_empty()
    }

    /// The explainer of an assessment of the counted scenario; none without its rulebook.
    fn explainer<'s>(&'s self, assessment: &'s Assessment) -> Option<Explainer<'s>> {
        let (words, scenario) = (self.words, self.session.counted());
        Some(Explainer { words, book: self.book?, scenario, assessment })
    }

    /// The name of a licence, by its full identifier.
    fn licence(&self, id: &str) -> String {
        let licences = self
            .book
            .into_iter()
            .flat_map(|book| book.licences.iter().map(move |licence| (book, licence)));
        let mut known = licences.filter(|(book, licence)| book.full_id(licence) == id);
        known
            .next()
            .map_or_else(|| people::elsewhere(self.words, id), |(_, licence)| licence.name.clone())
    }
}

impl ViewModel {
    /// The view model of a session.
    pub fn new(session: &Session) -> Self {
        let context = ViewContext::new(session);
        let licences = Rc::new(bill::licences(&context));
        let standings = people::standings(&context);
        let owned = people::owned(&context);
        let mut model = Self {
            words: context.words,
            header: Rc::new(header::header(&context)),
            welcome: session.view.notices.contains(&crate::session::Notice::Example)
                && !session.settings.is_readonly(),
            blank: session.document.scenario.organisation.people.is_empty(),
            bare: context.is_bare(),
            // In a frame the tab alone holds it.
            is_saved: session.view.is_saved && session.settings.frame.is_none(),
            notices: Rc::new(notices::notices(&context)),
            people: people::rows(&context, &licences.questions),
            explained: Rc::new(CardWords::new(&context, &standings, &owned)),
            standings: Rc::new(standings),
            uses: uses::rows(&context),
            choices: Rc::new(uses::choices(&context)),
            devices_and_servers: devices_and_servers::rows(&context),
            owned: Rc::new(owned),
            needed: owned::needed(&context).map(Rc::new),
            for_sale: Rc::new(people::for_sale(&context)),
            proof: proof::proof(&context).map(Rc::new),
            insights: session.later.map(|later| Rc::new((later.insights)(&context))),
            users: Rc::clone(&session.view.users),
            dialog: session
                .later
                .map_or(OpenDialog::None, |later| (later.dialog)(&context, &licences)),
            framed: session.later.and_then(|later| (later.framed)(&context)).map(Rc::new),
            waits: session.waits_for_later(),
            paper: None,
            later: session.later,
            licences,
        };
        let paper = session.later.and_then(|later| (later.paper)(&context, &model));
        model.paper = paper.map(Rc::new);
        model
    }
}
