//! Diagnostics, at the rows that they speak of and beside the bill.

use super::{Sight, Text};
use crate::words;
use seatwise_core::diagnostic::{Diagnostic, Severity};

/// A diagnostic, ready to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// How much it matters.
    pub severity: Severity,
    /// The word for that.
    pub tag: &'static str,
    /// The message, as a sentence.
    pub text: Text,
    /// What to do about it, as sentences.
    pub hints: Vec<Text>,
}

impl From<&Diagnostic> for Note {
    fn from(found: &Diagnostic) -> Self {
        Self {
            severity: found.severity,
            tag: words::severity(found.severity),
            text: words::sentence(&found.message).into(),
            hints: found.hints.iter().map(|hint| words::sentence(hint).into()).collect(),
        }
    }
}

/// What a question asks already.
const ASKED: &str = "not-known-yet";

/// Every diagnostic once, the gravest first.
pub fn all(sight: &Sight<'_>) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let told = sight.session.answer.diagnostics().iter().filter(|found| found.code != ASKED);
    for note in told.map(Note::from) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    let of = |severity| notes.iter().filter(move |note| note.severity == severity).cloned();
    [Severity::Error, Severity::Warning, Severity::Info].into_iter().flat_map(of).collect()
}

/// The doubtful and the grave ones that speak of one row of a list: `organisation.uses`, 2.
pub fn at(sight: &Sight<'_>, list: &str, row: usize) -> Vec<Note> {
    let place = format!("{list}[{row}]");
    let here = |found: &&Diagnostic| {
        let rest = found.place.strip_prefix(&place);
        found.severity > Severity::Info
            && found.code != ASKED
            && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    sight.session.answer.diagnostics().iter().filter(here).map(Note::from).collect()
}
