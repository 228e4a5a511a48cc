//! Diagnostics: what is wrong or worth knowing, its place and its remedies.

use serde::{Deserialize, Serialize};

/// Weight of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// The count stands, but on something doubtful.
    Warning,
    /// Something could not be counted.
    Error,
}

/// A problem or a remark beside the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// Stable name: `no-such-group`.
    pub code: String,
    /// Weight of it.
    pub severity: Severity,
    /// One sentence without a full stop; what the visitor wrote is in backticks.
    pub message: String,
    /// Place in the scenario: `organisation.uses[2].people`; empty for the whole.
    pub place: String,
    /// Remedies: what to do about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<String>,
    /// The clauses of the rulebook that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<String>,
}

/// Diagnostics in the order in which they are found, each with its remedy.
pub(crate) trait Diagnostics {
    /// Adds what could not be counted.
    fn error(&mut self, code: &str, message: String, place: &str, hint: &str);
    /// Adds what the count stands on and is doubtful.
    fn warn(&mut self, code: &str, message: String, place: &str, hint: &str);
    /// Adds what is worth knowing.
    fn inform(&mut self, code: &str, message: String, place: &str, hint: &str);
}

impl Diagnostics for Vec<Diagnostic> {
    fn error(&mut self, code: &str, message: String, place: &str, hint: &str) {
        self.push(Diagnostic::new(code, Severity::Error, message, place).hint(hint));
    }

    fn warn(&mut self, code: &str, message: String, place: &str, hint: &str) {
        self.push(Diagnostic::new(code, Severity::Warning, message, place).hint(hint));
    }

    fn inform(&mut self, code: &str, message: String, place: &str, hint: &str) {
        self.push(Diagnostic::new(code, Severity::Info, message, place).hint(hint));
    }
}

impl Diagnostic {
    /// A diagnostic without hints.
    #[must_use]
    pub fn new(code: &str, severity: Severity, message: impl Into<String>, place: &str) -> Self {
        Self {
            code: code.to_owned(),
            severity,
            message: message.into(),
            place: place.to_owned(),
            hints: Vec::new(),
            clauses: Vec::new(),
        }
    }

    /// Adds a remedy.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}
