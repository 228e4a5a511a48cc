//! wip
mod certify;
mod cost;
mod error;
mod flips;
mod found;
mod fulfil;
#[cfg(feature = "generator")]
pub mod generate;
mod layers;
mod lend;
mod network;
#[cfg(feature = "generator")]
pub mod oracle;
mod part;
mod pooled;
mod prices;
mod problem;
mod reduce;
mod relax;
mod rights;
mod search;
mod sides;
mod solution;
mod solve;
mod split;
mod table;
mod tableau;
mod tariff;
mod tariffs;
mod trim;
mod verify;

pub use cost::Cost;
pub use error::{Invalid, Unsolvable};
pub use flips::{Stretch, flips_of_count, flips_of_price};
pub use problem::{Bundle, BundleId, Holder, HolderId, Item, ItemId, MenuId, Problem, Requirement, RequirementId};
pub use rights::{Right, Rights};
pub use solution::{Certificate, Lot, Proof, Quantity, Solution};
pub use solve::{Budget, solve};
pub use verify::{Flaw, check_certificate, verify};
