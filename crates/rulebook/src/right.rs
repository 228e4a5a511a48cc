//! Rights that a licence grants: an activity in a mode.

use crate::{Activity, Mode};
use serde::{Deserialize, Serialize};

/// One activity through the client, or through another application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Right {
    /// Through what.
    pub mode: Mode,
    /// Activity that is done.
    pub activity: Activity,
}

/// A set of rights: one bit for each activity in each mode.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Rights {
    client: u64,
    app: u64,
}

impl Rights {
    /// No right at all.
    pub const NONE: Self = Self { client: 0, app: 0 };

    /// The set with `right` in it as well.
    #[must_use]
    pub fn with(mut self, right: Right) -> Self {
        let bit = 1_u64 << (right.activity.index() & 63);
        match right.mode {
            Mode::Client => self.client |= bit,
            Mode::App => self.app |= bit,
        }
        self
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self { client: self.client | other.client, app: self.app | other.app }
    }

    /// True if `right` is in the set.
    #[must_use]
    pub fn contains(self, right: Right) -> bool {
        Self::NONE.with(right).is_subset(self)
    }

    /// True if every right of this set is in `other`.
    #[must_use]
    pub const fn is_subset(self, other: Self) -> bool {
        self.client & !other.client == 0 && self.app & !other.app == 0
    }

    /// True if the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.client == 0 && self.app == 0
    }

    /// The rights in the set, by mode and then by the order of the taxonomy.
    pub fn iter(self) -> impl Iterator<Item = Right> {
        Mode::ALL
            .iter()
            .flat_map(|&mode| Activity::all().map(move |activity| Right { mode, activity }))
            .filter(move |&right| self.contains(right))
    }
}

impl FromIterator<Right> for Rights {
    fn from_iter<I: IntoIterator<Item = Right>>(rights: I) -> Self {
        rights.into_iter().fold(Self::NONE, Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in() {
        let rights: Vec<_> = Mode::ALL
            .iter()
            .flat_map(|&mode| Activity::all().map(move |activity| Right { mode, activity }))
            .collect();
        let every_third: Rights = rights.iter().copied().step_by(3).collect();
        let back: Vec<_> = every_third.iter().collect();
        assert_eq!(back, rights.iter().copied().step_by(3).collect::<Vec<_>>());
        assert!(every_third.is_subset(rights.into_iter().collect()));
    }
}
