//! Finding of an analysis about one user: the class, and what it rests on.

use super::set::Set;
use seatwise_rulebook::{
    AccessMode, AccountState, GroupId, PlanGroup, PlanStatus, RestrictedTables, UserClass,
};
use serde::{Deserialize, Serialize};

/// Finding of an analysis about one user. The reason is a value; [`Finding::why`] puts it into
/// words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Class that the user counts as.
    pub class: UserClass,
    /// Gate or row that decided it.
    pub decided: Decided,
    /// The account's state and the access mode that it passed, or stopped at.
    pub account: AccountState,
    /// See `account`.
    pub mode: AccessMode,
    /// The states in which plans of the lists were on the user; none where it stopped before them.
    pub statuses: Set<PlanStatus>,
    /// The groups of which the user holds a plan.
    pub groups: Set<PlanGroup>,
    /// The groups whose products brought plans of other groups along, which were passed over.
    pub brought_by: Set<PlanGroup>,
    /// The group that decided; none for users without a plan of any.
    pub group: Option<GroupId>,
    /// The row of the chart for that group and the roles; it decided unless `decided` says
    /// otherwise.
    pub row: usize,
    /// True if another of the groups would have led to another class.
    pub preferred: bool,
    /// Restricted tables that the roles write and the plans do not allow.
    pub lacking: Set<RestrictedTables>,
    /// Restricted tables of which it is not known.
    pub doubtful: Set<RestrictedTables>,
    /// Statements that the classification had to do without.
    pub unsaid: Unsaid,
}

/// Gate or row that decided, by its place in the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Decided {
    /// A gate for accounts.
    Account(usize),
    /// A gate for access modes.
    Mode(usize),
    /// A row of the chart.
    Row(usize),
    /// Restricted tables that the roles write, beyond what the chart gives.
    Table(usize),
    /// An entry among the plans that could not be read: it may be of a group that decides
    /// otherwise.
    Unread,
}

/// Statement that an export did not make of a user, or that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NotSaid {
    /// An entry among the plans is neither a name nor a GUID.
    Plan,
    /// The state of a plan.
    Status,
    /// The roles.
    Roles,
    /// The access mode.
    Mode,
    /// The account's state.
    Account,
}

impl NotSaid {
    /// Everything that may be missing.
    pub const ALL: [Self; 5] = [Self::Plan, Self::Status, Self::Roles, Self::Mode, Self::Account];

    /// Name in cases and answers.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Status => "status",
            Self::Roles => "roles",
            Self::Mode => "mode",
            Self::Account => "account",
        }
    }
}

/// Everything that was not said of a user, or could not be read.
pub type Unsaid = Set<NotSaid>;

impl Unsaid {
    /// Adds a statement, if it is missing.
    pub(super) fn noting(self, statement: NotSaid, missing: bool) -> Self {
        if missing { self.with(Self::of_place(statement as usize)) } else { self }
    }

    /// The missing statements.
    pub fn list(self) -> impl Iterator<Item = NotSaid> {
        NotSaid::ALL.into_iter().filter(move |&statement| self.contains(statement as usize))
    }
}
