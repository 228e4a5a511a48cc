//! The JSON Schema of a scenario, generated from the types.

use crate::scenario::Scenario;

/// The schema as indented JSON.
#[must_use]
pub fn scenario() -> String {
    let schema = schemars::schema_for!(Scenario);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
