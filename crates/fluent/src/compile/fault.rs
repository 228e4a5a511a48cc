//! Faults of a Fluent file: the message, the line and the remedy.

use std::fmt;

/// One fault of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file or folder.
    pub file: String,
    /// The line, counted from 1; 0 for the whole.
    pub line: usize,
    /// Message, lower case, one sentence.
    pub message: String,
    /// Remedy: what to write instead.
    pub remedy: String,
}

impl Fault {
    pub(super) fn new(
        (file, line): (&str, usize),
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self { file: file.to_owned(), line, message: message.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}", self.file, self.line, self.message, self.remedy)
    }
}

impl std::error::Error for Fault {}
