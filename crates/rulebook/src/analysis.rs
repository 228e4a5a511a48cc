//! A user analysis: somebody's way to count users by their service plans and roles.

use crate::{
    AccessMode, AccountState, Clause, ClauseId, PlanId, PlanStatus, RoleCategory, Source, UserClass,
};
use serde::{Deserialize, Serialize};

/// One way to count users, resolved and checked. Its users are decided by gates (does this account,
/// this access mode, this plan's status count?), then by a chart of plan group x role category,
/// then by the tables that roles write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analysis {
    /// Identifier: `mscrm-addons`.
    pub id: String,
    /// The date whose rules it holds.
    pub edition: String,
    /// Name on the page.
    pub name: String,
    /// Whose count it is and what it is not; one sentence without a full stop.
    pub about: String,
    /// Documents.
    pub sources: Vec<Source>,
    /// Clauses, every one cited somewhere.
    pub clauses: Vec<Clause>,
    /// Gates of the states of an account.
    pub accounts: Vec<Gate<AccountState>>,
    /// Gates of the access modes.
    pub modes: Vec<Gate<AccessMode>>,
    /// In which states a plan is held.
    pub statuses: Vec<Gate<PlanStatus>>,
    /// Groups of service plans; a plan is in one at most.
    pub groups: Vec<PlanGroup>,
    /// Which group decides where a user has plans of several.
    pub precedence: Precedence,
    /// The chart. Rows do not overlap, and together they fill it.
    pub chart: Vec<ChartRow>,
    /// Tables that only some groups may write.
    pub tables: Vec<RestrictedTables>,
}

impl Analysis {
    /// The identifier with the edition that an answer pins.
    #[must_use]
    pub fn pinned(&self) -> String {
        format!("{}@{}", self.id, self.edition)
    }

    /// A clause by its place.
    #[must_use]
    pub fn clause(&self, id: ClauseId) -> Option<&Clause> {
        self.clauses.get(usize::from(id.0))
    }

    /// The document of a clause.
    #[must_use]
    pub fn source_of(&self, clause: &Clause) -> Option<&Source> {
        self.sources.get(usize::from(clause.source))
    }

    /// A group by its place.
    #[must_use]
    pub fn group(&self, id: GroupId) -> Option<&PlanGroup> {
        self.groups.get(usize::from(id.0))
    }

    /// Every group with its place.
    pub fn group_ids(&self) -> impl Iterator<Item = (GroupId, &PlanGroup)> {
        (0..=u8::MAX).map(GroupId).zip(&self.groups)
    }
}

/// A plan group's place in its analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct GroupId(pub u8);

impl GroupId {
    /// Most groups that an analysis may have: users' groups are kept as bits.
    pub const LIMIT: usize = 32;

    /// The place as the standard library counts.
    #[must_use]
    pub fn place(self) -> usize {
        self.0.into()
    }
}

/// Some words of a vocabulary, and whether they count. Gates of one vocabulary name every word
/// once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate<W> {
    /// Name within the analysis.
    pub id: String,
    /// The words.
    pub words: Vec<W>,
    /// True if they count; a user whose account or access mode does not, counts for nothing.
    pub counts: bool,
    /// Up to how many users of one environment, where the text sets a limit.
    pub limit: Option<u32>,
    /// The rule in our own words; one sentence without a full stop, empty where nothing needs to be
    /// said.
    pub says: String,
    /// The clauses that say so; none only where the words count and nothing needs to be said.
    pub clauses: Vec<ClauseId>,
}

/// Service plans that count alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanGroup {
    /// Name within the analysis.
    pub id: String,
    /// Name on the page.
    pub name: String,
    /// Its plans.
    pub plans: Vec<PlanId>,
    /// Plans of other groups that come along with this group's products; none where nothing does.
    pub brings: Option<Brings>,
    /// The clauses that list the plans.
    pub clauses: Vec<ClauseId>,
}

/// Plans of other groups that come along with a group's products: beside a plan of that group they
/// say nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brings {
    /// Name within the analysis.
    pub id: String,
    /// The plans.
    pub plans: Vec<PlanId>,
    /// The rule in our own words; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// Which group decides where a user has plans of several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Precedence {
    /// Every group once, the first first.
    pub order: Vec<GroupId>,
    /// The rule in our own words; one sentence without a full stop.
    pub says: String,
    /// The clauses that say so.
    pub clauses: Vec<ClauseId>,
}

/// One row of the chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartRow {
    /// Name within the analysis.
    pub id: String,
    /// The plan groups that it is about; none for users without a plan of any group.
    pub groups: Vec<Option<GroupId>>,
    /// The role categories that it is about.
    pub roles: Vec<RoleCategory>,
    /// Class that such a user counts as.
    pub class: UserClass,
    /// The rule in our own words; one sentence without a full stop.
    pub says: String,
    /// The clauses that it rests on.
    pub clauses: Vec<ClauseId>,
}

impl ChartRow {
    /// True if the row speaks of this cell.
    #[must_use]
    pub fn covers(&self, group: Option<GroupId>, roles: RoleCategory) -> bool {
        self.groups.contains(&group) && self.roles.contains(&roles)
    }
}

/// Tables that only some groups may write. Somebody else who writes one is not licensed for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestrictedTables {
    /// Name within the analysis.
    pub id: String,
    /// The tables' logical names.
    pub tables: Vec<String>,
    /// The groups that may write them.
    pub groups: Vec<GroupId>,
    /// The groups that may in part, or of which the texts do not say: then it is not known.
    pub partly: Vec<GroupId>,
    /// The rule in our own words; one sentence without a full stop.
    pub says: String,
    /// The clauses that it rests on.
    pub clauses: Vec<ClauseId>,
}

impl RestrictedTables {
    /// Most of these that an analysis may have: what users write is kept as bits.
    pub const LIMIT: usize = 32;
}
