//! The bar at the top.

use super::{Text, ViewContext};
use crate::words::Words;
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
    /// True if there is something to undo.
    pub can_undo: bool,
    /// True if there is something to redo.
    pub can_redo: bool,
}

/// The bar of a session.
pub fn header(context: &ViewContext<'_>) -> Header {
    let (session, words) = (context.session, context.words);
    let scenario = &session.document.scenario;
    Header {
        title: scenario.title.clone().into(),
        rulebook: context
            .book
            .map_or_else(|| scenario.rulebook.clone(), |book| book.id.clone())
            .into(),
        rulebooks: rulebooks(words),
        can_undo: session.history.can_undo(),
        can_redo: session.history.can_redo(),
    }
}

/// Every rulebook, family by family, the oldest rules first.
pub fn rulebooks(words: Words) -> Vec<(Text, Text)> {
    let mut books: Vec<&Rulebook> = Vec::new();
    for book in words.library().rulebooks {
        let before = |earlier: &&Rulebook| {
            (earlier.family, &earlier.edition) <= (book.family, &book.edition)
        };
        books.insert(books.partition_point(before), book);
    }
    let name = |book: &Rulebook| format!("{} · {}", book.name, words.month(&book.edition));
    books.iter().map(|book| (book.id.clone().into(), name(book).into())).collect()
}

/// The title of a scenario.
pub fn title(words: Words, scenario: &Scenario) -> Text {
    let title = scenario.title.trim();
    if title.is_empty() { Text::Static(words.untitled()) } else { title.to_owned().into() }
}
