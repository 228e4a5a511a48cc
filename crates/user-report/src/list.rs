//! Lists of users, a part at a time.

use crate::{Decided, UserClass};
use serde::{Deserialize, Serialize};

/// Which users are shown, and from which on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UserQuery {
    /// Which of them.
    pub selection: Selection,
    /// Part of their names; all where it is empty.
    pub search: String,
    /// Their order.
    pub sort: Sort,
    /// True if the last comes first.
    pub descending: bool,
    /// Number of users before the part.
    pub start: u64,
}

/// Users that were counted together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Selection {
    /// Everybody.
    #[default]
    All,
    /// Those of a class, by an analysis.
    Class {
        /// The place of the analysis.
        analysis: usize,
        /// The class.
        class: UserClass,
    },
    /// Those of a class for a reason.
    Reason {
        /// The place of the analysis.
        analysis: usize,
        /// The class.
        class: UserClass,
        /// The decision.
        decided: Decided,
    },
    /// Those of whom two analyses think differently, each in its way.
    Difference {
        /// Finding of the first analysis.
        first: (UserClass, Decided),
        /// Finding of the second analysis.
        second: (UserClass, Decided),
    },
    /// Those of whom something could not be read.
    InPart,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// That of the files.
    #[default]
    File,
    /// By the users' names.
    User,
    /// By the roles.
    Roles,
    /// By the plans or products.
    Plans,
    /// By the class of an analysis, by its place.
    Class(usize),
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    /// The query.
    pub query: UserQuery,
    /// Number of users before the first row here.
    pub start: u64,
    /// Number of users in all.
    pub total: u64,
    /// The rows.
    pub rows: Vec<UserRow>,
}

/// A user in a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UserRow {
    /// The place of the file.
    pub file: usize,
    /// The line on which the user begins.
    pub line: u64,
    /// Key of the user.
    pub user: String,
    /// Name of the user, where it is not the key.
    pub name: String,
    /// The roles.
    pub roles: String,
    /// The products, or the plans.
    pub plans: String,
    /// Finding of each analysis on the user, with the reason.
    pub found: Vec<(UserClass, String)>,
}
