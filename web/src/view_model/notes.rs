//! Diagnostics, at the rows that they speak of and beside the bill.

use super::terms::Marked;
use super::{Text, ViewContext};
use crate::session::{Action, Session};
use crate::words::Words;
use seatwise_core::diagnostic::{Diagnostic, Severity};

/// A diagnostic, ready to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Weight of it.
    pub severity: Severity,
    /// The word for that.
    pub tag: &'static str,
    /// The message, as a sentence.
    pub text: Marked,
    /// Remedies, as sentences.
    pub hints: Vec<Text>,
    /// Remedy that the page can apply.
    pub offer: Option<(&'static str, Action)>,
}

impl Note {
    /// A diagnostic of the core.
    fn new(words: Words, diagnostic: &Diagnostic) -> Self {
        Self {
            severity: diagnostic.severity,
            tag: words.severity(diagnostic.severity),
            text: words.sentence(&diagnostic.message).into(),
            hints: diagnostic.hints.iter().map(|hint| words.sentence(hint).into()).collect(),
            offer: None,
        }
    }
}

/// Code of diagnostics that a question asks already.
const ASKED: &str = "not-known-yet";
/// Uses of another family, which one button maps.
const OTHER_FAMILY: &str = "other-family";

/// Every diagnostic once, the gravest first.
pub fn diagnostics_as_notes(context: &ViewContext<'_>) -> Vec<Note> {
    let words = context.words;
    let mut notes: Vec<Note> = Vec::new();
    let diagnostics =
        context.session.answer.diagnostics().iter().filter(|diagnostic| diagnostic.code != ASKED);
    for diagnostic in diagnostics {
        let mut note = Note::new(words, diagnostic);
        if diagnostic.code == OTHER_FAMILY {
            let rulebook = context.book.map(|book| book.id.clone()).unwrap_or_default();
            note.offer = Some((words.family_map(), Action::ChangeFamily { rulebook, keep: true }));
        }
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    let of = |severity| notes.iter().filter(move |note| note.severity == severity).cloned();
    [Severity::Error, Severity::Warning, Severity::Info].into_iter().flat_map(of).collect()
}

/// Warnings and errors, but for those that a question asks or that are told once for all rows.
pub fn of_rows(session: &Session) -> Vec<&Diagnostic> {
    let of_row = |diagnostic: &&Diagnostic| {
        diagnostic.severity > Severity::Info
            && diagnostic.code != ASKED
            && diagnostic.code != OTHER_FAMILY
    };
    session.answer.diagnostics().iter().filter(of_row).collect()
}

/// Warnings and errors about one row of a list: `organisation.uses`, 2.
pub fn at(context: &ViewContext<'_>, list: &str, row: usize) -> Vec<Note> {
    if context.row_diagnostics.is_empty() {
        return Vec::new();
    }
    let place = format!("{list}[{row}]");
    let is_here = |diagnostic: &&&Diagnostic| {
        let field = diagnostic.place.strip_prefix(&place);
        field.is_some_and(|field| field.is_empty() || field.starts_with('.'))
    };
    context
        .row_diagnostics
        .iter()
        .filter(is_here)
        .map(|diagnostic| Note::new(context.words, diagnostic))
        .collect()
}
