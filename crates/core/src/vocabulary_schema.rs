//! The words of the vocabulary in the JSON Schema of a scenario.

use schemars::{Schema, SchemaGenerator, json_schema};
use seatwise_rulebook::{Access, Activity, Relationship};

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

/// Identifiers of which one may stand alone.
pub(crate) fn one_or_more(_: &mut SchemaGenerator) -> Schema {
    let list = json_schema!({ "type": "array", "items": { "type": "string" }, "minItems": 1 });
    json_schema!({ "anyOf": [{ "type": "string" }, list] })
}

pub(crate) fn activities(_: &mut SchemaGenerator) -> Schema {
    let activity = words(Activity::all().map(Activity::id));
    json_schema!({ "type": "array", "items": activity })
}
