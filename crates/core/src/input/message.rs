//! Messages of serde about a value that does not fit, in words for people who never heard of it.

use crate::limits::clipped;

/// A message of serde in plain words; and the name of the field, where that stands twice.
pub(super) fn plain(message: &str) -> (String, Option<&str>) {
    let unknown =
        message.strip_prefix("unknown field ").or_else(|| message.strip_prefix("unknown variant "));
    if let Some((given, known)) = unknown.and_then(|rest| rest.rsplit_once(", expected ")) {
        return (format!("`{}` is not known here: write {known}", clipped(unticked(given))), None);
    }
    if let Some(field) = message.strip_prefix("duplicate field ").map(unticked) {
        return (format!("`{}` stands here twice", clipped(field)), Some(field));
    }
    if let Some(field) = message.strip_prefix("missing field ") {
        return (format!("{field} is missing"), None);
    }
    let invalid =
        message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "));
    if let Some((found, expected)) = invalid.and_then(|rest| rest.rsplit_once(", expected ")) {
        return (format!("expected {}, found {}", kind(expected), shown(found)), None);
    }
    (clipped(message), None)
}

/// A kind of value by its name in JSON.
fn kind(name: &str) -> &str {
    match name {
        "a string" | "string" => "a text",
        "a boolean" => "`true` or `false`",
        "a sequence" | "sequence" => "a list",
        "a map" | "map" => "an object",
        "null" => "`null`",
        "unit value" => "nothing",
        other => other,
    }
}

/// The value that was found, or its kind where it is a list or an object: `integer `5`` or `string
/// "five"` there.
fn shown(found: &str) -> String {
    let value = found.split_once('`').and_then(|(_, rest)| rest.strip_suffix('`'));
    let text = found.strip_prefix("string \"").and_then(|rest| rest.strip_suffix('"'));
    match text.or(value) {
        Some("inf") => "`Infinity`".to_owned(),
        Some("-inf") => "`-Infinity`".to_owned(),
        // JavaScript knows one kind of number.
        Some(value) => format!("`{}`", clipped(value.strip_suffix(".0").unwrap_or(value))),
        None => clipped(kind(found)),
    }
}

fn unticked(name: &str) -> &str {
    name.strip_prefix('`').and_then(|name| name.strip_suffix('`')).unwrap_or(name)
}
