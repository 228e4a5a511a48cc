//! Places in a scenario: `organisation.people[2].count`.

use crate::limits::clipped;
use serde_path_to_error::{Path, Segment};

/// The place of a path, its names short enough for a message.
pub(super) fn of(path: &Path) -> String {
    let mut place = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => place += &format!("[{index}]"),
            Segment::Map { key } | Segment::Enum { variant: key } => place = within(&place, key),
            Segment::Unknown => {}
        }
    }
    place
}

/// The place of a field.
pub(super) fn within(place: &str, field: &str) -> String {
    let field = clipped(field);
    if place.is_empty() { field } else { format!("{place}.{field}") }
}
