//! One user as the files together describe them.

use crate::Problem;
use crate::record::Start;
use seatwise_core::rulebook::{
    AccessMode, AccountState, ProductId, RestrictedTables, RoleCategory,
};
use seatwise_core::user_analysis::{Assignment, Set, User};

/// One user. The same value is filled anew for each record.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// Place of the record.
    pub start: Start,
    /// The name that the user signs in with.
    pub user: String,
    /// The identifier in Microsoft Entra.
    pub object_id: String,
    /// Name of the user.
    pub name: String,
    /// The plans.
    pub plans: Vec<Assignment>,
    /// The plans of the products, until it is known if they are needed.
    pub(crate) from_products: Vec<Assignment>,
    /// True if the tables that are written make a role relevant; none where nothing says so.
    pub(crate) writes_relevant: Option<bool>,
    /// The products, where the export names them.
    pub products: Vec<ProductId>,
    /// Category that the roles amount to.
    pub roles: Option<RoleCategory>,
    /// The roles, by their places among all role names.
    pub role_names: Vec<u16>,
    /// The restricted tables that the roles write, for each analysis.
    pub writes: Vec<Set<RestrictedTables>>,
    /// The access mode.
    pub mode: Option<AccessMode>,
    /// The account.
    pub account: Option<AccountState>,
    /// The day since which a licence is assigned; empty where nobody says.
    pub since: String,
    /// Parts of the record that could not be read.
    pub problems: Vec<Problem>,
}

impl Person {
    /// Empties everything but the room that it takes.
    pub fn clear(&mut self) {
        let Self { user, object_id, name, plans, products, role_names, writes, .. } = self;
        for text in [user, object_id, name] {
            text.clear();
        }
        plans.clear();
        products.clear();
        role_names.clear();
        writes.clear();
        self.from_products.clear();
        self.since.clear();
        self.problems.clear();
        (self.roles, self.mode, self.account) = (None, None, None);
        self.writes_relevant = None;
    }

    /// The user as the analysis at this place among all is asked about it.
    #[must_use]
    pub fn user(&self, analysis: usize) -> User<'_> {
        User {
            plans: &self.plans,
            roles: self.roles.unwrap_or(RoleCategory::Unsaid),
            writes: self.writes.get(analysis).copied().unwrap_or_default(),
            mode: self.mode.unwrap_or(AccessMode::Unsaid),
            account: self.account.unwrap_or(AccountState::Unsaid),
        }
    }

    /// The user as a person reads it: name to sign in with, name or identifier.
    #[must_use]
    pub fn label(&self) -> &str {
        [&self.user, &self.name, &self.object_id]
            .into_iter()
            .find(|text| !text.is_empty())
            .map_or("", String::as_str)
    }

    /// True if another record is of the same user: exports have a row a role, or a row a licence.
    #[must_use]
    pub fn is_same(&self, record: &Self) -> bool {
        let same = |a: &str, b: &str| !a.is_empty() && a.eq_ignore_ascii_case(b);
        same(&self.user, &record.user)
            || self.user.is_empty()
                && record.user.is_empty()
                && same(&self.object_id, &record.object_id)
    }

    /// Takes over what another record says of the same user.
    pub fn join(&mut self, record: &Self) {
        self.plans.extend_from_slice(&record.plans);
        self.products.extend_from_slice(&record.products);
        self.role_names.extend_from_slice(&record.role_names);
        self.problems.extend_from_slice(&record.problems);
        self.add_roles(record.roles);
        self.add_writes(&record.writes);
        self.mode = self.mode.or(record.mode);
        self.account = self.account.or(record.account);
        if self.since.is_empty() {
            self.since.push_str(&record.since);
        }
    }

    /// Adds what further roles amount to.
    pub fn add_roles(&mut self, roles: Option<RoleCategory>) {
        self.roles = match (self.roles, roles) {
            (Some(known), Some(more)) => Some(known.with(more)),
            (known, more) => known.or(more),
        };
    }

    /// Adds tables that are written.
    pub fn add_writes(&mut self, writes: &[Set<RestrictedTables>]) {
        if self.writes.len() < writes.len() {
            self.writes.resize(writes.len(), Set::EMPTY);
        }
        for (known, more) in self.writes.iter_mut().zip(writes) {
            *known = known.with(*more);
        }
    }
}
