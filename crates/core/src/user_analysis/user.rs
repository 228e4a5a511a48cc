//! One user, as an export describes them.

use super::plan_index::PlanRef;
use super::set::Set;
use seatwise_rulebook::{AccessMode, AccountState, PlanStatus, RestrictedTables, RoleCategory};

/// A service plan on a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// The plan, as [`super::PlanIndex::find`] knows it.
    pub plan: PlanRef,
    /// Its state; [`PlanStatus::Disabled`] where it was taken out of the user's licence.
    pub status: PlanStatus,
}

/// One user. The default is somebody of whom nothing is said.
#[derive(Clone, Copy, Debug)]
pub struct User<'a> {
    /// The service plans, in any order; one may stand several times, from several licences.
    pub plans: &'a [Assignment],
    /// Category of the roles, those of the user's teams included.
    pub roles: RoleCategory,
    /// Restricted tables of the analysis that the roles write, where the export has them; see
    /// [`super::Classifier::tables`].
    pub writes: Set<RestrictedTables>,
    /// Access mode: the way in which the user comes in.
    pub mode: AccessMode,
    /// State of the account: the user can sign in, or not.
    pub account: AccountState,
}

impl Default for User<'_> {
    fn default() -> Self {
        Self {
            plans: &[],
            roles: RoleCategory::Unsaid,
            writes: Set::EMPTY,
            mode: AccessMode::Unsaid,
            account: AccountState::Unsaid,
        }
    }
}
