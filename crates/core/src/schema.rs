//! The JSON Schema of a scenario, generated from the types.

use crate::scenario::Scenario;
use schemars::{Schema, SchemaGenerator, json_schema};
use seatwise_rulebook::{Access, Activity, Relationship};

/// The schema as indented JSON.
#[must_use]
pub fn scenario() -> String {
    let schema = schemars::schema_for!(Scenario);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

fn words(ids: impl Iterator<Item = &'static str>) -> Schema {
    let ids: Vec<&str> = ids.collect();
    json_schema!({ "type": "string", "enum": ids })
}

pub(crate) fn relationship(_: &mut SchemaGenerator) -> Schema {
    words(Relationship::ALL.iter().map(|word| word.id()))
}

pub(crate) fn access(_: &mut SchemaGenerator) -> Schema {
    words(Access::ALL.iter().map(|word| word.id()))
}

pub(crate) fn activities(_: &mut SchemaGenerator) -> Schema {
    let one = words(Activity::all().map(Activity::id));
    json_schema!({ "type": "array", "items": one })
}
