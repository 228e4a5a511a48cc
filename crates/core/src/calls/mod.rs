//! The calls of the npm package: each returns a tagged answer that says what is wrong rather than
//! throw. `crates/wasm` hands them on.

pub mod links;
pub mod rulebooks;
pub mod verify;

use crate::diagnostic::Diagnostic;
use serde::Serialize;

/// A result, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum Called<T> {
    /// The result.
    Success(T),
    /// No result.
    Failure {
        /// The reasons.
        diagnostics: Vec<Diagnostic>,
    },
}

impl<T> From<Result<T, Diagnostic>> for Called<T> {
    fn from(result: Result<T, Diagnostic>) -> Self {
        result.map_err(|refused| vec![refused]).into()
    }
}

impl<T> From<Result<T, Vec<Diagnostic>>> for Called<T> {
    fn from(result: Result<T, Vec<Diagnostic>>) -> Self {
        match result {
            Ok(result) => Self::Success(result),
            Err(diagnostics) => Self::Failure { diagnostics },
        }
    }
}
