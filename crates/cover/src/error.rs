//! Reasons for which a problem has no answer.

use crate::id::{BundleId, HolderId, ItemId, MenuId, RequirementId};
use std::fmt;

/// Fault of a problem that does not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invalid {
    /// An item has a negative price or negative points.
    Negative {
        /// The item.
        item: ItemId,
    },
    /// A bundle names an item that is not there.
    NoSuchItem {
        /// The bundle.
        bundle: BundleId,
    },
    /// A bundle's items are not in ascending order, each once.
    ItemTwice {
        /// The bundle.
        bundle: BundleId,
    },
    /// A menu names a bundle that is not there.
    NoSuchBundle {
        /// The menu.
        menu: MenuId,
    },
    /// A holder names a menu that is not there.
    NoSuchMenu {
        /// The holder.
        holder: HolderId,
    },
    /// A requirement names a holder that is not there, or a right past 127.
    NoSuchHolder {
        /// The requirement.
        requirement: RequirementId,
    },
    /// A holder whose units belong to another's is in two pairs, or their counts do not fit.
    WrongCompanions {
        /// The companions.
        holder: HolderId,
    },
    /// The dearest cover could cost 2^62 minor units or more.
    TooMuch,
}

/// Reason for which there is no cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsolvable {
    /// The problem does not fit together.
    Invalid(Invalid),
    /// No holder of this requirement can ever have the right.
    NobodyCan {
        /// The requirement.
        requirement: RequirementId,
    },
    /// Every requirement can be met alone, but no choice of bundles meets them all.
    Conflict,
    /// No cover was found within the step budget, and none was ruled out.
    OutOfSteps,
}

impl From<Invalid> for Unsolvable {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Negative { item } => {
                write!(f, "item {} has a negative price or negative points", item)
            }
            Self::NoSuchItem { bundle } => {
                write!(f, "bundle {} names an item that is not there", bundle)
            }
            Self::ItemTwice { bundle } => {
                write!(f, "bundle {} names its items out of order or twice", bundle)
            }
            Self::NoSuchBundle { menu } => {
                write!(f, "menu {} names a bundle that is not there", menu)
            }
            Self::NoSuchMenu { holder } => {
                write!(f, "holder {} names a menu that is not there", holder)
            }
            Self::NoSuchHolder { requirement } => {
                write!(f, "requirement {} names a holder or a right that is not there", requirement)
            }
            Self::WrongCompanions { holder } => {
                write!(f, "the units of holder {} do not fit those that they belong to", holder)
            }
            Self::TooMuch => {
                f.write_str("the sums of this problem are too large to be counted exactly")
            }
        }
    }
}

impl fmt::Display for Unsolvable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(invalid) => invalid.fmt(f),
            Self::NobodyCan { requirement } => {
                write!(f, "nobody can meet requirement {}", requirement)
            }
            Self::Conflict => f.write_str("no choice of bundles meets every requirement"),
            Self::OutOfSteps => f.write_str("no cover was found within the step budget"),
        }
    }
}

impl std::error::Error for Invalid {}

impl std::error::Error for Unsolvable {}
