//! A message as it was read from a file, its arguments still by name.

use std::collections::BTreeMap;

/// A message of one language.
#[derive(Clone, Debug)]
pub(super) struct Message {
    pub(super) id: String,
    pub(super) file: String,
    pub(super) line: usize,
    /// Purpose of it; empty where no comment stands before it.
    pub(super) comment: String,
    pub(super) pattern: Vec<NamedPart>,
    /// The arguments in their order, and whether each is a count.
    pub(super) arguments: Vec<(String, bool)>,
}

impl Message {
    pub(super) fn at(&self) -> (&str, usize) {
        (&self.file, self.line)
    }

    /// Takes note of an argument; one that is a count anywhere is a count.
    pub(super) fn argument(&mut self, name: &str, counts: bool) {
        match self.arguments.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known |= counts,
            None => self.arguments.push((name.to_owned(), counts)),
        }
    }
}

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(super) enum NamedPart {
    Text(String),
    Argument(String),
    ByCount(String, Vec<(Option<u64>, Vec<NamedPart>)>),
}

/// The messages of one language, by identifier.
pub(super) type Messages = BTreeMap<String, Message>;
