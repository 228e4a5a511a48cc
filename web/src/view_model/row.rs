//! Place of a row among its like, and its note.

use super::{Text, ViewContext};
use crate::ids;
use crate::session::Group;

/// The place of a row among its like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowPlace {
    /// True if none stands above it.
    pub first: bool,
    /// True if none stands below it.
    pub last: bool,
}

impl RowPlace {
    /// The place of a row among so many.
    pub const fn of(place: usize, count: usize) -> Self {
        Self { first: place == 0, last: place.saturating_add(1) >= count }
    }
}

/// The note of a group, to be read and changed.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteField {
    /// The identifier of the field.
    pub id: Text,
    /// Its accessible name.
    pub label: Text,
    /// The note.
    pub text: Text,
}

impl NoteField {
    /// The note of a group; none where it has none and none was asked for.
    pub(super) fn of(
        context: &ViewContext<'_>,
        group: &Group,
        shown: &str,
        note: &str,
    ) -> Option<Self> {
        let asked = context.session.view.noting.as_ref() == Some(group);
        (asked || !note.is_empty()).then(|| Self {
            id: ids::note(group.kind, &group.id).into(),
            label: context.words.note_on(shown).into(),
            text: note.to_owned().into(),
        })
    }
}
