//! The bar at the top, and what there is to tell above the page.

use super::{Sight, Text};
use crate::engine;
use crate::session::{Action, Notice};
use crate::words;
use seatwise_core::rulebook::Rulebook;
use seatwise_core::scenario::Scenario;

/// The bar at the top.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The title of the scenario.
    pub title: Text,
    /// The rulebook, by its identifier.
    pub rulebook: Text,
    /// Every rulebook, with its name and date.
    pub rulebooks: Vec<(Text, Text)>,
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to redo.
    pub can_redo: bool,
    /// Titles of earlier works.
    pub earlier: Vec<(Text, std::rc::Rc<Scenario>)>,
}

/// The bar of a session.
pub fn header(sight: &Sight<'_>) -> Header {
    let session = sight.session;
    let scenario = &session.document.scenario;
    let named = |work: &std::rc::Rc<Scenario>| (title(work), std::rc::Rc::clone(work));
    Header {
        title: scenario.title.clone().into(),
        rulebook: sight.book.map_or_else(|| scenario.rulebook.clone(), |book| book.id.clone()).into(),
        rulebooks: rulebooks(),
        can_undo: session.history.can_undo(),
        can_redo: session.history.can_redo(),
        earlier: session.view.earlier.iter().map(named).collect(),
    }
}

/// Every rulebook, family by family, the oldest rules first.
fn rulebooks() -> Vec<(Text, Text)> {
    let mut books: Vec<&Rulebook> = Vec::new();
    for book in engine::rulebooks() {
        let before = |other: &&Rulebook| (other.family, &other.edition) <= (book.family, &book.edition);
        books.insert(books.partition_point(before), book);
    }
    let name = |book: &Rulebook| format!("{} · {}", book.name, words::month(&book.edition));
    books.iter().map(|book| (book.id.clone().into(), name(book).into())).collect()
}

/// What a scenario is called.
pub fn title(scenario: &Scenario) -> Text {
    let title = scenario.title.trim();
    if title.is_empty() { Text::Static(words::UNTITLED) } else { title.to_owned().into() }
}

/// Something to tell, with what can be done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// What it is about.
    pub notice: Notice,
    /// Names it among the others.
    pub key: &'static str,
    /// The text.
    pub text: Text,
    /// Whether it interrupts.
    pub alert: bool,
    /// What can be done about it.
    pub offer: Option<(&'static str, Action)>,
}

/// What there is to tell.
pub fn notices(sight: &Sight<'_>) -> Vec<Told> {
    let view = &sight.session.view;
    let kept = || view.earlier.first().map(|work| (words::OPEN_KEPT, Action::Open(Box::new(Scenario::clone(work)))));
    let blank = || (words::BLANK, Action::Open(Box::new(engine::blank(&sight.session.document.scenario.rulebook))));
    let tell = |notice: &Notice| {
        let (key, text, alert, offer): (_, Text, _, _) = match notice {
            Notice::Example => ("example", words::NOTICE_EXAMPLE.into(), false, Some(blank())),
            Notice::BadLink(found) => ("link", words::bad_link(&words::sentence(&found.message)).into(), true, None),
            Notice::Unreadable => ("unreadable", words::NOTICE_UNREADABLE.into(), true, None),
            Notice::Aside => ("aside", words::NOTICE_ASIDE.into(), false, kept()),
            Notice::Kept => ("kept", words::NOTICE_KEPT.into(), false, kept()),
            Notice::NotSaved => ("unsaved", words::NOTICE_NOT_SAVED.into(), false, None),
        };
        Told { notice: notice.clone(), key, text, alert, offer }
    };
    view.notices.iter().map(tell).collect()
}
