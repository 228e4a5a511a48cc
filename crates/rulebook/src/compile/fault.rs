//! What is wrong with a book, where, and what to write instead.

use std::fmt;
use std::ops::Range;

/// One fault of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as it was named to the compiler.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong, lower case, one sentence.
    pub message: String,
    /// What to write instead.
    pub mend: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}", self.file, self.line, self.message, self.mend)
    }
}

impl std::error::Error for Fault {}

/// Turns byte places of one file into lines.
pub(super) struct Locator<'a> {
    file: &'a str,
    text: &'a str,
}

impl<'a> Locator<'a> {
    pub(super) const fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text }
    }

    pub(super) fn fault(
        &self,
        span: Range<usize>,
        message: impl Into<String>,
        mend: impl Into<String>,
    ) -> Fault {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        Fault { file: self.file.to_owned(), line, message: message.into(), mend: mend.into() }
    }
}
