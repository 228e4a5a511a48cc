//! `verify`: an answer checked against its scenario.

use super::Called;
use crate::answer::assessment::Answer;
use crate::books::Library;
use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::Scenario;
use crate::what_if::verification::{self, Verified};
use serde::Serialize;

/// The result of a verification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// Facts about the answer that were checked.
    pub verified: Verified,
}

/// Checks an answer, as JSON text, against its scenario.
#[must_use]
pub fn verify(scenario: Result<Scenario, Diagnostic>, answer: &str) -> Called<Checked> {
    checked(scenario, answer).into()
}

fn checked(
    scenario: Result<Scenario, Diagnostic>,
    answer: &str,
) -> Result<Checked, Vec<Diagnostic>> {
    let scenario = scenario.map_err(|refused| vec![refused])?;
    let assessment = match read(answer)? {
        Answer::Success { assessment } => assessment,
        Answer::Failure { diagnostics } => return Err(diagnostics),
    };
    let verified = verification::verify(&Library::shipped(), &scenario, &assessment)?;
    Ok(Checked { verified })
}

fn read(answer: &str) -> Result<Answer, Vec<Diagnostic>> {
    serde_json::from_str(answer).map_err(|fault| {
        let message = format!("the answer cannot be read: {fault}");
        vec![
            Diagnostic::new("answer-shape", Severity::Error, message, "")
                .hint("hand over what `assess` returned, whole"),
        ]
    })
}
