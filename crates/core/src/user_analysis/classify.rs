//! Classifies one user after the other: gates, then the chart, then the restricted tables.

use super::finding::{Decided, Finding, NotSaid, Unsaid};
use super::plan_index::PlanRef;
use super::set::Set;
use super::user::{Assignment, User};
use seatwise_rulebook::{
    AccessMode, AccountState, Analysis, Gate, GroupId, PlanGroup, PlanStatus, RestrictedTables,
    RoleCategory, UserClass,
};

/// One analysis, laid out so that a user takes a few look-ups and no allocation.
#[derive(Clone, Debug)]
pub struct Classifier<'a> {
    analysis: &'a Analysis,
    /// By plan.
    plans: Vec<PlanUse>,
    /// By word: the gate that speaks of it.
    accounts: Vec<usize>,
    modes: Vec<usize>,
    /// The states in which a plan is held.
    held: Set<PlanStatus>,
    /// By group (users without a plan last) and role category: the row of the chart.
    cells: Vec<usize>,
    /// The groups that bring plans of others along.
    bringers: Set<PlanGroup>,
}

/// Use of a plan in an analysis: its own group, and the groups beside which it says nothing.
#[derive(Clone, Copy, Debug, Default)]
struct PlanUse {
    group: Set<PlanGroup>,
    brought_by: Set<PlanGroup>,
}

/// Groups that the plans of a user come to.
#[derive(Clone, Copy, Debug, Default)]
struct Holding {
    groups: Set<PlanGroup>,
    brought_by: Set<PlanGroup>,
    statuses: Set<PlanStatus>,
    unsaid: Unsaid,
}

/// Written tables beyond what the groups of a user allow.
#[derive(Clone, Copy, Debug, Default)]
struct TablesBeyond {
    /// Those that the groups do not allow.
    lacking: Set<RestrictedTables>,
    /// Those of which it is not known.
    doubtful: Set<RestrictedTables>,
}

/// Class that the groups of a user come to.
#[derive(Clone, Copy, Debug)]
struct Settled {
    class: UserClass,
    decided: Decided,
    group: Option<GroupId>,
    row: usize,
    lacking: Set<RestrictedTables>,
    doubtful: Set<RestrictedTables>,
}

impl<'a> Classifier<'a> {
    /// Lays an analysis out.
    #[must_use]
    pub fn new(analysis: &'a Analysis) -> Self {
        let held = analysis.statuses.iter().filter(|gate| gate.counts).flat_map(|gate| &gate.words);
        let bringers = analysis.group_ids().filter(|(_, group)| group.brings.is_some());
        Self {
            analysis,
            plans: plan_uses(analysis),
            accounts: AccountState::ALL
                .iter()
                .map(|&word| gate_of(&analysis.accounts, word))
                .collect(),
            modes: AccessMode::ALL.iter().map(|&word| gate_of(&analysis.modes, word)).collect(),
            held: held.map(|&word| word as usize).collect(),
            cells: cells(analysis),
            bringers: bringers.map(|(id, _)| id.place()).collect(),
        }
    }

    /// The analysis.
    #[must_use]
    pub const fn analysis(&self) -> &'a Analysis {
        self.analysis
    }

    /// The restricted tables that have a table with this logical name among them; empty for a table
    /// that everybody may write. A reader looks every name up once and joins the sets for a user.
    #[must_use]
    pub fn tables(&self, name: &str) -> Set<RestrictedTables> {
        let same = |table: &String| table.eq_ignore_ascii_case(name.trim());
        let with = |(_, table): &(usize, &RestrictedTables)| table.tables.iter().any(same);
        self.analysis.tables.iter().enumerate().filter(with).map(|(place, _)| place).collect()
    }

    /// The finding of the analysis about a user.
    #[must_use]
    pub fn classify(&self, user: &User<'_>) -> Finding {
        let account = self.accounts.get(user.account as usize).copied().unwrap_or_default();
        let mode = self.modes.get(user.mode as usize).copied().unwrap_or_default();
        let unsaid = Unsaid::EMPTY
            .noting(NotSaid::Roles, user.roles == RoleCategory::Unsaid)
            .noting(NotSaid::Mode, user.mode == AccessMode::Unsaid)
            .noting(NotSaid::Account, user.account == AccountState::Unsaid);
        if self.analysis.accounts.get(account).is_some_and(|gate| !gate.counts) {
            return stopped(user, Decided::Account(account), unsaid);
        }
        if self.analysis.modes.get(mode).is_some_and(|gate| !gate.counts) {
            return stopped(user, Decided::Mode(mode), unsaid);
        }
        self.by_plans(user, unsaid)
    }

    fn by_plans(&self, user: &User<'_>, unsaid: Unsaid) -> Finding {
        let holding = self.holding(user.plans, Set::EMPTY);
        let mut settled = self.settle(user, holding.groups);
        if holding.unsaid.contains(NotSaid::Plan as usize) && self.may_change(user, settled.class) {
            (settled.class, settled.decided) = (UserClass::Unknown, Decided::Unread);
        }
        let class = self.class(settled.row);
        let differs = |place: usize| self.class(self.row(place, user.roles)) != class;
        Finding {
            class: settled.class,
            decided: settled.decided,
            account: user.account,
            mode: user.mode,
            statuses: holding.statuses,
            groups: holding.groups,
            brought_by: holding.brought_by,
            group: settled.group,
            row: settled.row,
            preferred: holding.groups.places().any(differs),
            lacking: settled.lacking,
            doubtful: settled.doubtful,
            unsaid: unsaid.with(holding.unsaid),
        }
    }

    /// The class that the groups of a user come to, together with the roles.
    fn settle(&self, user: &User<'_>, groups: Set<PlanGroup>) -> Settled {
        let has = |id: &&GroupId| groups.contains(id.place());
        let group = self.analysis.precedence.order.iter().find(has).copied();
        let row = self.row(group.map_or(self.analysis.groups.len(), GroupId::place), user.roles);
        let beyond = self.beyond(user.writes, groups);
        let (class, decided) = weigh(self.class(row), Decided::Row(row), beyond);
        let TablesBeyond { lacking, doubtful } = beyond;
        Settled { class, decided, group, row, lacking, doubtful }
    }

    /// True if a further plan, of whichever group, could lead to another class. Asked for few
    /// users.
    fn may_change(&self, user: &User<'_>, class: UserClass) -> bool {
        let with =
            |place| self.settle(user, self.holding(user.plans, Set::of_place(place)).groups).class;
        class == UserClass::Unlicensed
            || class != UserClass::Unknown
                && (0..self.analysis.groups.len()).any(|place| with(place) != class)
    }

    /// The groups of which the user holds a plan. A plan that another group's product brought says
    /// nothing; which groups there are is therefore asked first, so that the order of the plans
    /// makes no difference.
    ///
    /// `more` are groups of which the user is supposed to hold a plan as well.
    fn holding(&self, plans: &[Assignment], more: Set<PlanGroup>) -> Holding {
        let mut holding = Holding { groups: more, ..Holding::default() };
        for assignment in plans {
            holding.unsaid =
                holding.unsaid.noting(NotSaid::Plan, assignment.plan == PlanRef::Unread);
            let Some(plan) = self.plan(assignment) else { continue };
            holding.unsaid =
                holding.unsaid.noting(NotSaid::Status, assignment.status == PlanStatus::Unsaid);
            holding.statuses = holding.statuses.with(Set::of_place(assignment.status as usize));
            if self.held.contains(assignment.status as usize) {
                holding.groups = holding.groups.with(plan.group);
            }
        }
        if holding.groups.meets(self.bringers) {
            let before = std::mem::replace(&mut holding.groups, more);
            let held = plans.iter().filter(|plan| self.held.contains(plan.status as usize));
            for plan in held.filter_map(|assignment| self.plan(assignment)) {
                let bringers = plan.brought_by.both(before);
                holding.brought_by = holding.brought_by.with(bringers);
                holding.groups = if bringers.is_empty() {
                    holding.groups.with(plan.group)
                } else {
                    holding.groups
                };
            }
        }
        holding
    }

    /// The use of a plan in this analysis; none where it is in no group.
    fn plan(&self, assignment: &Assignment) -> Option<PlanUse> {
        let PlanRef::Listed(id) = assignment.plan else { return None };
        self.plans.get(id.place()).copied().filter(|plan| !plan.group.is_empty())
    }

    /// The row that decides a cell: a group's place (one beyond the last for users without a plan),
    /// and the roles.
    fn row(&self, group: usize, roles: RoleCategory) -> usize {
        self.cells
            .get(group * RoleCategory::ALL.len() + roles as usize)
            .copied()
            .unwrap_or_default()
    }

    fn class(&self, row: usize) -> UserClass {
        self.analysis.chart.get(row).map_or(UserClass::Unknown, |row| row.class)
    }

    /// The written tables that go beyond what the groups allow.
    fn beyond(&self, writes: Set<RestrictedTables>, groups: Set<PlanGroup>) -> TablesBeyond {
        let mut beyond = TablesBeyond::default();
        for (place, table) in
            self.analysis.tables.iter().enumerate().filter(|&(place, _)| writes.contains(place))
        {
            let among = |ids: &[GroupId]| ids.iter().any(|id| groups.contains(id.place()));
            if among(&table.groups) {
                continue;
            }
            let TablesBeyond { lacking, doubtful } = &mut beyond;
            let tables = if among(&table.partly) { doubtful } else { lacking };
            *tables = tables.with(Set::of_place(place));
        }
        beyond
    }
}

/// A user who counts for nothing, whatever the plans.
fn stopped(user: &User<'_>, decided: Decided, unsaid: Unsaid) -> Finding {
    Finding {
        class: UserClass::None,
        decided,
        account: user.account,
        mode: user.mode,
        statuses: Set::EMPTY,
        groups: Set::EMPTY,
        brought_by: Set::EMPTY,
        group: None,
        row: 0,
        preferred: false,
        lacking: Set::EMPTY,
        doubtful: Set::EMPTY,
        unsaid,
    }
}

/// Tables that may not be written outweigh the chart; those of which it is not known outweigh what
/// is no licence.
fn weigh(
    class: UserClass,
    row: Decided,
    TablesBeyond { lacking, doubtful }: TablesBeyond,
) -> (UserClass, Decided) {
    let first = |set: Set<RestrictedTables>| set.places().next().map(Decided::Table);
    match (class, first(lacking), first(doubtful)) {
        (UserClass::Unlicensed, _, _) => (class, row),
        (_, Some(table), _) => (UserClass::Unlicensed, table),
        (_, None, Some(table)) => (UserClass::Unknown, table),
        (_, None, None) => (class, row),
    }
}

fn plan_uses(analysis: &Analysis) -> Vec<PlanUse> {
    let mut uses: Vec<PlanUse> = Vec::new();
    let mut change = |place: usize, change: &dyn Fn(&mut PlanUse)| {
        if uses.len() <= place {
            uses.resize(place + 1, PlanUse::default());
        }
        uses.get_mut(place).map(change)
    };
    for (id, group) in analysis.group_ids() {
        let set = Set::of_place(id.place());
        for plan in &group.plans {
            change(plan.place(), &|plan| plan.group = set);
        }
        for plan in group.brings.iter().flat_map(|brings| &brings.plans) {
            change(plan.place(), &|plan| plan.brought_by = plan.brought_by.with(set));
        }
    }
    uses
}

/// The gate that speaks of a word. The build makes sure that there is one.
fn gate_of<W: PartialEq>(gates: &[Gate<W>], word: W) -> usize {
    gates.iter().position(|gate| gate.words.contains(&word)).unwrap_or_default()
}

/// The row of every cell. The build makes sure that there is one.
fn cells(analysis: &Analysis) -> Vec<usize> {
    let groups = analysis.group_ids().map(|(id, _)| Some(id)).chain(std::iter::once(None));
    let row = |group, roles| {
        analysis.chart.iter().position(|row| row.covers(group, roles)).unwrap_or_default()
    };
    groups.flat_map(|group| RoleCategory::ALL.iter().map(move |&roles| row(group, roles))).collect()
}
