//! The cheapest cover of requirements, proved.
//!
//! Holders need rights, bundles of items grant them, and a requirement names a right that at least
//! one of some holders must have. A holder is a group of units and is covered whole; where the
//! units of one holder belong to those of another, a requirement that names both is met unit by
//! unit. [`solve`] finds the bundles that meet every requirement for the least money, says how many
//! of each item that takes, beyond those owned already, and proves it. An item may be limited, or
//! be paid for from a least number on. The crate knows nothing of what holders, items and rights
//! are.
//!
//! ```text
//! Problem --minimum_order::solve--> Problem   a minimum order is paid for, or none is bought
//!    | presolve: Symmetry::of                 holders that can be exchanged are one
//!    | presolve: Subproblem::whole            each constraint once, none implied by another
//!    | decomposition                          what shares owned or limited items stays together
//!    v
//! Subproblem --pools: PooledSearch::run------ shadow prices by cutting planes, branch ----+
//!    |                                        at fixed ones nothing is shared             |
//!    +--search: Search::run: Relaxer::relax   propagate, split, minimum cut, fit weights  |
//!         | third alternatives, inexact prices:                                           |
//!         | tighten, fix by reduced costs, branch                                         |
//!         v                                                                               v
//!    rights of each holder --Symmetry::targets, trim--> assign --> lots, quantities, cost
//!    charges of the cuts, shadow prices --certificate: certify--> Certificate --> Proof
//! ```
//!
//! ```
//! use seatwise_cover::{Budget, Problem, Proof, Rights, solve, verify};
//!
//! // 20 people take turns at 3 devices; a person costs 40, a device 50.
//! let mut problem = Problem::new();
//! let (user, device) = (problem.item(40, 0, 0), problem.item(50, 0, 0));
//! let user = problem.bundle(&[user], Rights::of(0));
//! let device = problem.bundle(&[device], Rights::of(0));
//! let (users, devices) = (problem.menu(&[user]), problem.menu(&[device]));
//! let (people, floor) = (problem.holder(20, users), problem.holder(3, devices));
//! problem.require(0, &[people, floor]);
//!
//! let solution = solve(&problem, Budget::default())?;
//! assert_eq!(solution.cost.money, 150);
//! assert!(matches!(&solution.proof, Proof::Charges(certificate) if certificate.bound == 150));
//! assert_eq!(verify(&problem, &solution), Ok(()));
//! # Ok::<(), seatwise_cover::Unsolvable>(())
//! ```
//!
//! Everything is exact and in whole numbers, and the same problem gives the same answer. Of covers
//! that cost the same money the one with the fewest points of preference is taken, and of these the
//! one whose cut is nearest the sink: holders that come first are then spared. A search that ends
//! at its [`Budget`] says how far from the cheapest cover its best one may be; [`verify`] checks
//! answers without any of the solver's code.

mod bound;
mod budget;
mod certificate;
mod cost;
mod decomposition;
mod error;
mod id;
mod minimum_order;
mod pools;
mod presolve;
mod pricing;
mod problem;
mod rights;
mod search;
mod solution;
mod solve;
#[cfg(feature = "generator")]
pub mod testing;

pub use budget::Budget;
pub use certificate::verify::{Flaw, check_certificate, verify};
pub use cost::Cost;
pub use error::{Invalid, Unsolvable};
pub use id::{BundleId, HolderId, Id, IdVec, ItemId, MenuId, Place, RequirementId};
pub use problem::{Bundle, Companion, Holder, Item, Problem, Requirement};
pub use rights::{Right, Rights};
pub use solution::{Certificate, Lot, Proof, Quantity, Solution};
pub use solve::solve;
