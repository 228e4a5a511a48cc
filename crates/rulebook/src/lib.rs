//! Rules are data. This crate says what a [`Rulebook`] and a [`PriceBook`] are, and how their TOML
//! sources become one.
//!
//! ```text
//! rulebooks/*.toml --compile::rulebook()--> Rulebook --+
//! prices/*.toml ----compile::price_book()-> PriceBook -+--> bytes in the build output --> seatwise-core
//! analyses/*.toml ----compile::analysis()-> Analysis --+
//! ```
//!
//! The vocabulary ([`Relationship`], [`Access`], [`Activity`], [`Audience`], [`HolderKind`],
//! [`Mode`]) is closed and small; everything that differs from product to product (who is external,
//! which cell of the table needs a right, which licence grants it and reaches which version, which
//! editions, allowances, notes and questions there are) is in the files. How owned licences of one
//! generation count in another is in the files as well ([`StandsFor`]), and so are the agreements,
//! step-ups and mappings that the page shows ([`Programme`], [`StepUp`], [`Mapping`]). An
//! [`Analysis`] is somebody's way to count users by their service plans and roles
//! ([`ServicePlans`]). A file that does not hold together is refused with its name, the line and
//! the mend; see [`compile`].

mod access;
mod activity;
mod analysis;
mod audience;
mod book;
mod clause;
mod licence;
mod passage;
mod price_book;
mod product;
mod relationship;
mod right;
mod role;
mod rule;
mod service_plan;
mod tier;
mod user_words;
mod vocabulary;

#[cfg(feature = "compile")]
pub mod compile;

pub use access::{Access, Mode};
pub use activity::{Activity, ActivityInfo, Family};
pub use analysis::{
    Analysis, Brings, ChartRow, Gate, GroupId, PlanGroup, Precedence, RestrictedTables,
};
pub use audience::{Audience, Standing};
pub use book::{Allowance, Answer, Edition, Fact, Note, Question, Rulebook, Trial, Version};
pub use clause::{Clause, ClauseId, Confidence, Source};
pub use licence::{Bundle, HolderKind, Licence, LicenceId, ServerSoftware, StandsFor};
pub use passage::{Conversion, Mapping, Offering, Programme, StepUp};
pub use price_book::{Basis, Per, Price, PriceBook, Rate, Ratio};
pub use product::{Product, ProductId, Products};
pub use relationship::Relationship;
pub use right::{Right, Rights};
pub use role::Role;
pub use rule::{Outcome, Rule, VerdictKind};
pub use service_plan::{Guid, PlanId, ServicePlan, ServicePlans};
pub use tier::{Tier, TierId};
pub use user_words::{AccessMode, AccountState, PlanStatus, RoleCategory, UserClass};
