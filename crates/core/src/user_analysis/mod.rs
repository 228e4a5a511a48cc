//! User analysis: what a user counts as, by service plans and roles, and why.
//!
//! ```text
//! plan name or GUID --PlanIndex::find()--> PlanRef --+
//! export's words ------> User { plans, roles, ... } <+ --Classifier::classify()--> Finding --Tally::add()--> Tally
//!                                                                                     |
//!                                                                 Finding::why() <----+
//! ```
//!
//! One user at a time, and nothing is allocated for a user: a reader keeps one list of
//! [`Assignment`]s and empties it for the next row. Plans are interned once for all analyses, so
//! the same [`User`] can be put to each of them. What a plan, a role, an access mode means is in
//! `analyses/*.toml`; the order of the questions is in [`Classifier`].
//!
//! ```
//! use seatwise_core::user_analysis::{self as analysis, Assignment, Classifier, PlanIndex, User};
//! use seatwise_core::rulebook::{PlanStatus, RoleCategory, UserClass};
//!
//! let index = PlanIndex::new(analysis::service_plans());
//! let plans = [Assignment { plan: index.find("4ff01e01-1ba7-4d71-8cf8-ce96c3bbcf14"), status: PlanStatus::Enabled }];
//! let user = User { plans: &plans, roles: RoleCategory::Ordinary, ..User::default() };
//!
//! let vendor = analysis::analysis("mscrm-addons").unwrap();
//! assert_eq!(Classifier::new(vendor).classify(&user).class, UserClass::Full);
//! let microsoft = analysis::analysis("microsoft-online").unwrap();
//! assert_eq!(Classifier::new(microsoft).classify(&user).class, UserClass::Unlicensed);
//! ```

mod classify;
mod finding;
mod plan_index;
mod product_index;
mod set;
mod shipped;
mod tally;
mod user;
mod why;

pub use classify::Classifier;
pub use finding::{Decided, Finding, NotSaid, Unsaid};
pub use plan_index::{PlanIndex, PlanRef};
pub use product_index::{ProductIndex, ProductRef};
pub use set::Set;
pub use shipped::{analyses, analysis, products, service_plans};
pub use tally::{Beyond, Tally};
pub use user::{Assignment, User};
pub use why::Because;
