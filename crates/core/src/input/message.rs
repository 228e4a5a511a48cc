//! Messages of serde about a value that does not fit, in words for people who never heard of it.

use crate::limits::clipped;
use crate::words::Words;

/// A message of serde in plain words; and the name of the field, where that stands twice.
pub(super) fn plain(words: Words, message: &str) -> (String, Option<&str>) {
    let unknown =
        message.strip_prefix("unknown field ").or_else(|| message.strip_prefix("unknown variant "));
    if let Some((given, known)) = unknown.and_then(|tail| tail.rsplit_once(", expected ")) {
        return (words.not_known_here(&clipped(unticked(given)), &choice(words, known)), None);
    }
    if let Some(field) = message.strip_prefix("duplicate field ").map(unticked) {
        return (words.stands_twice(&clipped(field)), Some(field));
    }
    if let Some(field) = message.strip_prefix("missing field ") {
        return (words.is_missing(field), None);
    }
    let invalid =
        message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "));
    if let Some((given, expected)) = invalid.and_then(|tail| tail.rsplit_once(", expected ")) {
        return (words.expected_found(&kind(words, expected), &shown(words, given)), None);
    }
    (clipped(message), None)
}

/// The words that serde lists: one word, `a` or `b`, or one of several.
fn choice(words: Words, known: &str) -> String {
    match (known.strip_prefix("one of "), known.split_once("` or `")) {
        (Some(several), _) => words.one_of(several),
        (None, Some((first, last))) => words.or(&format!("{first}`"), &format!("`{last}")),
        (None, None) => known.to_owned(),
    }
}

/// A kind of value by its name in JSON.
fn kind(words: Words, name: &str) -> String {
    match name {
        "a string" | "string" => words.kind_text(),
        "a boolean" => words.kind_boolean(),
        "a sequence" | "sequence" => words.kind_list(),
        "a map" | "map" | "an object" => words.kind_object(),
        "null" => "`null`",
        "unit value" => words.kind_nothing(),
        name => match name.strip_prefix("a whole number from 0 to ") {
            Some(most) => return words.kind_whole_number(most),
            None => name,
        },
    }
    .to_owned()
}

/// The given value, or its kind where it is a list or an object: `integer `5`` or `string
/// "five"` there.
fn shown(words: Words, given: &str) -> String {
    let value = given.split_once('`').and_then(|(_, value)| value.strip_suffix('`'));
    let text = given.strip_prefix("string \"").and_then(|text| text.strip_suffix('"'));
    match text.or(value) {
        Some("inf") => "`Infinity`".to_owned(),
        Some("-inf") => "`-Infinity`".to_owned(),
        // JavaScript knows one kind of number.
        Some(value) => format!("`{}`", clipped(value.strip_suffix(".0").unwrap_or(value))),
        None => clipped(&kind(words, given)),
    }
}

fn unticked(name: &str) -> &str {
    name.strip_prefix('`').and_then(|name| name.strip_suffix('`')).unwrap_or(name)
}
