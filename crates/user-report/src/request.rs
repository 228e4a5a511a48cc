//! Requests of the page, and replies of the worker.

use crate::{FileKind, Listed, Mapping, Problem, Report, RoleCategory, Shape, UserQuery};
use serde::{Deserialize, Serialize};

/// Requests of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Asks for the kinds and columns of the files that come along.
    Inspect {
        /// The address of the texts of another language than English.
        texts: Option<String>,
    },
    /// Count the users.
    Count(Instructions),
    /// Show users.
    Show(UserQuery),
    /// Hand users over as a file.
    Save {
        /// Which file.
        what: FileSaved,
        /// Which users, where it is the file of a list.
        query: UserQuery,
        /// The words in it.
        labels: Labels,
    },
}

/// Instructions to read the files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Instructions {
    /// Meanings of the columns of each file.
    pub mappings: Vec<Mapping>,
    /// Categories of roles that the visitor set.
    pub roles: Vec<(String, RoleCategory)>,
}

/// Words of a file, in the language of the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Labels {
    /// The headings of its columns. Those of a list end with that of a reason, which stands behind
    /// the name of every analysis.
    pub headings: Vec<String>,
    /// Names of the classes that users count as, in the order of the classes.
    pub classes: Vec<String>,
}

/// A file that the worker writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileSaved {
    /// The users of a list.
    Users,
    /// Licences by user, with the day since when and the ground.
    Register,
    /// Records that could not be read.
    Unreadable,
}

/// Replies of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// It can be asked.
    Ready,
    /// The files, with the meanings of their columns.
    Inspected(Vec<FoundFile>),
    /// The progress of the count.
    Progress(Progress),
    /// The users are counted.
    Counted(Box<Report>),
    /// A part of a list.
    Shown(Listed),
    /// The file that comes along is written.
    Saved(FileSaved),
    /// A file could not be read to its end: the browser says so.
    Failed {
        /// The name of the file.
        file: String,
    },
}

/// A file with its kind and the meanings of its columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FoundFile {
    /// Its name.
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// Which export it looks like.
    pub shape: Shape,
    /// The kind of the file.
    pub kind: FileKind,
    /// Meanings of its columns.
    pub mapping: Mapping,
    /// First value of each column.
    pub examples: Vec<String>,
    /// Why nothing of it can be used, with the line; none where something can.
    pub problem: Option<(u64, Problem)>,
}

/// The progress of a count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Bytes that were read, of all files and passes.
    pub read: u64,
    /// Bytes that there are to read.
    pub all: u64,
    /// Users that were counted.
    pub users: u64,
    /// Milliseconds since it began.
    pub milliseconds: u32,
}

impl Progress {
    /// Thousandths that are done.
    #[must_use]
    pub fn thousandths(&self) -> u32 {
        let share = self.read.saturating_mul(1000).checked_div(self.all).unwrap_or_default();
        u32::try_from(share.min(1000)).unwrap_or(1000)
    }

    /// Users a second.
    #[must_use]
    pub fn rate(&self) -> u64 {
        self.users.saturating_mul(1000).checked_div(self.milliseconds.into()).unwrap_or_default()
    }

    /// Seconds that are left, if it goes on like this; none before that can be said.
    #[must_use]
    pub fn seconds_left(&self) -> Option<u64> {
        let left = self.all.saturating_sub(self.read);
        let milliseconds = left.saturating_mul(self.milliseconds.into()).checked_div(self.read)?;
        Some(milliseconds.div_ceil(1000))
    }
}

#[cfg(test)]
mod tests {
    use super::Progress;

    #[test]
    fn progress_is_told_in_time() {
        let progress = Progress { read: 250, all: 1000, users: 5000, milliseconds: 500 };
        assert_eq!(progress.thousandths(), 250);
        assert_eq!(progress.rate(), 10_000);
        assert_eq!(progress.seconds_left(), Some(2));
        assert_eq!(Progress::default().seconds_left(), None);
    }
}
